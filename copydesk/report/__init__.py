"""Lesson 08: the whole desk in one call, from a raw story to a report with its evidence."""

from copydesk.report.analysis import (
    METHOD,
    Report,
    Step,
    analyse,
    analyse_article,
    json_schema,
    method,
)

__all__ = ["METHOD", "Report", "Step", "analyse", "analyse_article", "json_schema", "method"]

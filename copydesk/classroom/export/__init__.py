"""Quizzes and exercises as files for other platforms.

- ``gift``, ``qti``: quizzes for Moodle, for Canvas, and for others that read these formats
- ``assignments``: the exercises of a lesson for nbgrader and for Otter-Grader
"""

from copydesk.classroom.export.assignments import (
    NBGRADER_CONFIG,
    nbgrader_notebook,
    otter_notebook,
)
from copydesk.classroom.export.gift import gift
from copydesk.classroom.export.qti import qti

__all__ = ["NBGRADER_CONFIG", "gift", "nbgrader_notebook", "otter_notebook", "qti"]

"""How every call of the report answers: in words, and with nothing raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from copydesk.classroom.annotation.label_calls import one_line
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.desk import Draft
from copydesk.classroom.signed_report.file import ReportError, alone_at
from copydesk.classroom.signed_report.state import ReportState

TITLE = "Your report"
_START = (
    "Begin a report first: run the cell with start_report. It needs the name of a story, as in "
    'start_report("yearend_2024", "my_report.json").'
)
_T = TypeVar("_T")


def with_report(report: object, work: Callable[[Draft], _T]) -> _T | Reply:
    """Do what a call asks for, or say in one sentence why it cannot be done."""
    if not isinstance(report, Draft):
        return dots(_START)
    try:
        return work(report)
    except ReportError as error:
        return Reply("unknown", TITLE, one_line(error))
    except Exception as error:  # a mistake of the kit must not stop the notebook either
        return not_your_mistake(error)


def changing_report(report: object, work: Callable[[Draft], _T]) -> _T | Reply:
    """Do what a call asks for while no other notebook writes the file of the report."""

    def alone(draft: Draft) -> _T:
        with alone_at(draft.path):
            return work(draft)

    return with_report(report, alone)


def always(reply: Reply | None) -> Reply:
    """Return the reply of a call that always has one."""
    assert reply is not None
    return reply


def dots(message: str) -> Reply:
    """Answer a call that still has its three dots."""
    return Reply("not attempted", TITLE, message)


def not_your_mistake(error: Exception) -> Reply:
    """Answer when the kit itself fails, so that a learner does not search for it."""
    return Reply(
        "unknown",
        TITLE,
        "The kit could not do this, and it is not your mistake "
        f"({type(error).__name__}: {one_line(error)}). Tell your instructor.",
    )


def save(draft: Draft, old: ReportState, new: ReportState) -> None:
    """Write what changed. A change takes the signature off; the file remembers it."""
    if new == old:
        return
    if old.name:
        was = f"signed: {old.name}, {old.date}"
        new = replace(new, name="", date="", earlier=(*new.earlier, was))
    draft._write(new)


def ended(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def joined(*texts: str) -> str:
    """Put sentences together; an empty one is left out."""
    return " ".join(filter(None, texts))

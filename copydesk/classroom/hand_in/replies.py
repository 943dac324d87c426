"""Read what a process says that runs the code of strangers: it may have been written by them.

Whatever does not have the right shape is refused, and texts are cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copydesk.classroom.checking.plain import is_plain
from copydesk.classroom.checking.running import Answer, Outcome
from copydesk.classroom.checking.slips import SLIPS


def read_answer(message: Mapping[str, Any], cases: int) -> Answer:
    """Read what came of an exercise.

    Parameters
    ----------
    message : mapping
        What the process said, from JSON.
    cases : int
        The inputs that a function was tried on.

    Returns
    -------
    Answer

    Raises
    ------
    KeyError, TypeError, ValueError
        It has not the shape of one.
    """
    said = message["answer"]
    kind, takes, unfinished = said["kind"], said["takes"], said["unfinished"]
    outcomes = tuple(_outcome(one) for one in said["outcomes"])
    counts = {"missing": (0,), "value": (1,), "function": (0, cases)}[kind]
    fits = isinstance(takes, int | None) and isinstance(unfinished, bool)
    if not fits or len(outcomes) not in counts or (not outcomes and kind == "value"):
        raise ValueError("an answer of another shape")
    return Answer(kind, outcomes, unfinished, takes, _slip(said["slip"]))


def _slip(said: object) -> tuple[str, int] | None:
    match said:
        case [str(name), int(line)] if any(slip.name == name for slip in SLIPS):
            return name, line
    return None


def _outcome(said: Mapping[str, Any]) -> Outcome:
    kind, value, line = said["kind"], said["value"], said["line"]
    changed = said["changed"]
    if kind not in ("value", "crash", "too slow", "not run") or not is_plain(value):
        raise ValueError("an outcome of another shape")
    return Outcome(
        kind,
        value,
        read_text(said["error"], 60),
        read_text(said["message"], 160),
        line if isinstance(line, int) else None,
        read_text(said["shown"], 200),
        said["printed"] is True,
        changed if isinstance(changed, int) else 0,
    )


def read_text(value: object, length: int) -> str:
    """Cut a text, and take out what a terminal would obey."""
    text = value if isinstance(value, str) else ""
    return "".join(sign if sign.isprintable() else " " for sign in text[:length])

"""What a learner's report holds: its parts, choices and log, and how they are read from a file."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from copydesk.classroom.portfolio.piece import Part, are_pieces


@dataclass(frozen=True)
class Correction:
    """One entry of the log: what the desk said, what is right, and why.

    Attributes
    ----------
    number : int
        Its place in the log, from 1; it stays when another entry is taken back.
    step : str
        "cleaning", "tone", "stance", "claims" or "verification".
    place : int
        The number of the line for cleaning, and of the sentence for the other steps.
    about : str
        Words of the line or sentence that the entry is about, or empty for all of it.
    text : str
        The line or sentence, as it stood when the entry was made.
    desk, right, reason : str
        What the desk said, what is right, and a reason that another person can check.
    taken_back : bool
        The learner took the entry back. It is kept here and is not in the report.
    earlier : tuple of str
        What the entry said before it was changed.
    """

    number: int
    step: str
    place: int
    about: str
    text: str
    desk: str
    right: str
    reason: str
    taken_back: bool = False
    earlier: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The place in words: "line 8", or "sentence 3, 444"."""
        kind = "line" if self.step == "cleaning" else "sentence"
        return f"{kind} {self.place}" + (f", {self.about}" if self.about else "")


@dataclass(frozen=True)
class ReportState:
    """Everything that a learner wrote and chose.

    Attributes
    ----------
    id : str
        A mark that the HTML page has too, so that no other page is replaced.
    article, sha256 : str
        The story, and the fingerprint of its file.
    parts : mapping of str to str
        The written parts of the report.
    quotes, claims : tuple of int
        The sentences that are quoted and the figures that are shown.
    chart : str
        "lines", "tone", or the number of a figure; empty for none yet.
    corrections : tuple of Correction
        The log.
    pieces : mapping of str to mapping
        What was made in the lessons, by the section that shows it, part by part.
    name, date : str
        Who signed and on which day; empty without a signature.
    written : mapping of str to str
        The HTML files that were written, and the fingerprint of each.
    earlier : tuple of str
        Parts and signatures that were replaced, each as one line of text.
    """

    id: str
    article: str
    sha256: str
    parts: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    chart: str = ""
    corrections: tuple[Correction, ...] = ()
    pieces: Mapping[str, Mapping[str, Part]] = field(default_factory=dict)
    name: str = ""
    date: str = ""
    written: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()


def new_state(article: str, sha256: str) -> ReportState:
    """Return the state of a report in which nothing is written yet."""
    return ReportState(uuid.uuid4().hex, article, sha256)


def state_of(held: Mapping[str, Any], article: str, sha256: str) -> tuple[ReportState, bool]:
    """Return what of a file has the right shape, and whether all of it has."""
    whole = True

    def take(key: str, fits: Any, otherwise: Any) -> Any:
        nonlocal whole
        value = held.get(key, otherwise)
        if not fits(value):
            whole = False
            return otherwise
        return value

    def texts(value: object) -> bool:
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())

    def numbers(value: object) -> bool:
        return isinstance(value, list) and all(
            isinstance(item, int) and not isinstance(item, bool) for item in value
        )

    corrections: list[Correction] = []
    for row in take("corrections", lambda value: isinstance(value, list), []):
        entry = _correction_of(row)
        if entry is None or any(entry.number == other.number for other in corrections):
            whole = False
        else:
            corrections.append(entry)
    state = ReportState(
        id=take("id", lambda v: isinstance(v, str) and re.fullmatch(r"[0-9a-f]{32}", v), "")
        or uuid.uuid4().hex,
        article=take("article", lambda v: isinstance(v, str) and v, article),
        sha256=take("sha256", lambda v: isinstance(v, str) and v, sha256),
        parts=take("parts", texts, {}),
        quotes=tuple(take("quotes", numbers, [])),
        claims=tuple(take("claims", numbers, [])),
        chart=take("chart", lambda v: isinstance(v, str), ""),
        corrections=tuple(corrections),
        pieces=take("pieces", are_pieces, {}),
        name=take("name", lambda v: isinstance(v, str), ""),
        date=take("date", lambda v: isinstance(v, str), ""),
        written=take("written", texts, {}),
        earlier=tuple(
            take(
                "earlier", lambda v: isinstance(v, list) and all(isinstance(i, str) for i in v), []
            )
        ),
    )
    return state, whole


def _correction_of(row: object) -> Correction | None:
    """Return an entry of the log, or None when it has not the shape of one."""
    kinds = {"number": int, "place": int, "taken_back": bool, "earlier": list}
    names = [each.name for each in fields(Correction)]
    if not isinstance(row, dict) or not set(names[:8]) <= row.keys() <= set(names):
        return None
    if any(type(value) is not kinds.get(name, str) for name, value in row.items()):
        return None
    return Correction(**{**row, "earlier": tuple(map(str, row.get("earlier", ())))})

"""Say which figure of a sentence a record is of: "a six-year record", "the highest since 2017".

A record is of one figure, unless the text gives it to several ("both", "each", "all three"). A noun
of its own ("a six-year high in attacks") decides; else the figure that it stands beside. Set off
after a list of figures, it is of the first one, which the sentence is about. That is a reading, so
the other figures say in their reasons that it was not read as theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.claims.counted import CHANGE
from copydesk.claims.nouns import EVENT_WORDS, FATE_WORDS
from copydesk.claims.sources import Cue

RECORD_BESIDE = "record beside it"
"""The part of a claim's context that keeps a record which is read as another figure's."""

_RECORD = re.compile(
    r"\b(?:record|high|low|peak|highest|lowest|largest|deadliest|worst|most|fewest"
    r"|bloodiest|biggest|smallest)\b"
)
_NO_RECORD = re.compile(rf"\b{CHANGE}\b")  # "the largest rise since 2015" is of the rise
_SHARED_BEFORE = re.compile(
    r"\b(?:all|both|each|every one|every|either|either one)(?:[ ](?:of[ ](?:them|these|which)|three"
    r"|two|four|are|were|is|was|being|an?|the|at))*[ ]$",
    re.IGNORECASE,
)
_SHARED_AFTER = re.compile(
    r"s\b|[ ](?:for|in|on)[ ](?:all|both|each|every|the[ ](?:two|three|four))\b", re.IGNORECASE
)
_AHEAD = re.compile(r"(?:[ ](?:of|at|with|for|:)|:|[ ]of[ ](?:about|some|nearly))[ ]$")
_OF_WHAT = re.compile(
    r"[ ](?:in|for|of)[ ](?:the[ ])?(?:number[ ]of[ ])?(?:[a-z-]+[ ]){0,2}?(?P<noun>[a-z-]+)\b"
)
_BREAK = re.compile(
    r";|[ ](?:while|whereas|but)[ ]"
    # "and 1,524 were killed": a clause of its own, and not the next item of a list
    r"|,?[ ]and[ ](?=(?:[^,;]|,\d){0,60}"
    r"\b(?:were|was|died|rose|fell|reached|stood|came|lost|had)\b)"
)
_MEASURE_OF = FATE_WORDS | EVENT_WORDS


@dataclass(frozen=True)
class Counted:
    """Where a figure stands in its sentence, and what it measures."""

    start: int
    end: int
    measure: str


def is_record(cue: Cue) -> bool:
    """Say whether a comparison is a rank among years, and no change from one of them.

    Examples
    --------
    >>> is_record(Cue(0, 15, "six-year record")), is_record(Cue(0, 12, "up from 2022"))
    (True, False)
    """
    return bool(_RECORD.search(cue.value)) and not _NO_RECORD.search(cue.value)


def owner_of_record(text: str, cue: Cue, figures: Sequence[Counted]) -> Counted | None:
    """Return the figure that a record is of, or ``None`` when the text gives it to all of them.

    ``figures`` are the counts of the sentence, in order; at least one.

    Examples
    --------
    >>> from copydesk.claims.circumstances import read_circumstances
    >>> text = "It has 12 deaths and 30 attacks, a six-year record."
    >>> (cue,) = read_circumstances(text).comparisons
    >>> owner_of_record(text, cue, [Counted(7, 16, "fatalities"), Counted(21, 31, "attacks")]).start
    7
    """
    ahead = next((figure for figure in figures if figure.start >= cue.end), None)
    if ahead and _AHEAD.fullmatch(text, cue.end, ahead.start):
        return ahead
    if _SHARED_BEFORE.search(text, 0, cue.start) or _SHARED_AFTER.match(text, cue.end):
        return None
    named = _named_measure(text, cue)
    for figure in figures:
        if figure.measure == named:
            return figure
    return _nearest(text, cue, figures)


def _nearest(text: str, cue: Cue, figures: Sequence[Counted]) -> Counted:
    """Return the first figure of the list before a record, or of the one after it."""
    low = max((match.end() for match in _BREAK.finditer(text, 0, cue.start)), default=0)
    high = next((match.start() for match in _BREAK.finditer(text, cue.end)), len(text))
    before = [figure for figure in figures if low <= figure.start < cue.start]
    after = [figure for figure in figures if cue.end <= figure.start < high]
    return (before or after or [*figures])[0]


def _named_measure(text: str, cue: Cue) -> str:
    """Return what the record says it is of: "the highest death toll since", "a high in attacks"."""
    after = _OF_WHAT.match(text, cue.end)
    words = re.findall(r"[a-z]+", cue.value)[1:] + ([after["noun"]] if after else [])
    return next((_MEASURE_OF[word] for word in words[::-1] if word in _MEASURE_OF), "")

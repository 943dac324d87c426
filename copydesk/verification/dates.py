"""Read the year or the months of a claim, and which edition of a report it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.claims import Claim
from copydesk.language.dates import month_names
from copydesk.verification.reference import Figure

MONTHS = month_names()
_EDITIONS = (
    # "its report on 2024", "the 2024 report": what the report is on
    (
        "on",
        re.compile(
            r"\b(?:report|review|survey|edition)s?[ ](?:on|for)[ ](?:the[ ]year[ ])?"
            r"(?P<which>\d{4})\b"
            r"|\b(?P<which2>\d{4})[ ](?:annual[ ]|yearly[ ]|security[ ])*(?:report|review|survey)\b"
        ),
    ),
    # "the edition of 2024", "Global Terrorism Index 2025": the year of the edition itself
    (
        "of",
        re.compile(
            r"\b(?:edition|[Ii]ndex|release)[ ](?:of[ ])?(?P<which>\d{4})\b"
            r"|\b(?P<which2>\d{4})[ ](?:edition|[Ii]ndex)\b|\bGTI[ ](?:of[ ])?(?P<which3>\d{4})\b"
            r"|\b[Tt]he[ ](?P<which4>\d{4})[ ]GTI\b"
        ),
    ),
    # "its report of December 2024": the month in which it was printed
    (
        "printed",
        re.compile(
            r"\b(?:reports?|editions?|releases?|updates?|statements?|reviews?)[ ](?:of|from|dated"
            r"|published[ ]in|issued[ ]in|released[ ]in)[ ](?:\d\d?[ ])?"
            rf"(?P<which>(?:{'|'.join(MONTHS)})[ ](?:\d\d?,[ ])?\d{{4}})\b"
        ),
    ),
    ("version", re.compile(r"\bversion[ ](?P<which>\d+\.\d+)")),
    (
        "first",
        re.compile(
            r"\b(?:first|initial(?:ly)?|preliminary|early)[ ](?P<which>release|edition|count"
            r"|figures?|report|said|gave|puts?|reported|counted)\b"
            r"|\bhad[ ](?P<which2>first|initially)\b"
        ),
    ),
    (
        "last",
        re.compile(
            r"\b(?P<which>restated|revised|corrected|final|latest"
            r"|now(?=[ ](?:puts|says|gives|counts)))\b"
        ),
    ),
)

_CLAUSE = re.compile(r",(?!\d)[ ]|[;:—][ ]|[ ](?:then|later)[ ]")


@dataclass(frozen=True)
class Edition:
    """Which edition a claim names: ``kind`` is how, ``which`` the year or version it names."""

    kind: str
    which: str
    words: str


def named_edition(claim: Claim) -> Edition | None:
    """Return the edition that a claim names, in its clause or else in its sentence.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> text = "In its report on 2024, CRSS counted 784 incidents in Pakistan in 2023."
    >>> edition = named_edition(find_claims(text)[0])
    >>> edition.kind, edition.which
    ('on', '2024')
    """
    starts = [0, *(match.end() for match in _CLAUSE.finditer(claim.sentence))]
    low = max(start for start in starts if start <= claim.offset)
    high = min((start for start in starts if start > claim.offset), default=len(claim.sentence))
    for part in dict.fromkeys((claim.sentence[low:high], claim.sentence)):
        found = [
            Edition(kind, next(filter(None, match.groupdict().values())), match.group())
            for kind, pattern in _EDITIONS
            for match in pattern.finditer(part)
        ]
        if found:
            return found[0]
    return None


def is_edition(row: Figure, edition: Edition, rows: list[Figure]) -> bool:
    """Say whether a figure stands in the edition that a claim names."""
    same = [other.edition for other in rows if other.series_id == row.series_id]
    if edition.kind == "first":
        return row.edition == min(same)
    if edition.kind == "last":
        return row.edition == max(same)
    if edition.kind == "version":
        return f"v{edition.which}" in row.edition
    if edition.kind == "printed":
        month, *_, year = edition.which.split()
        return row.edition.startswith(f"{year}-{MONTHS.index(month) + 1:02d}")
    _, _, title = row.edition.partition(" ")
    of = title == f"GTI {edition.which}" or (
        row.tracker != "GTI" and row.edition.startswith(edition.which)
    )
    if edition.kind == "on":
        on = re.search(rf"\b{edition.which} report|(?:on|for) {edition.which}\b", row.edition)
        return on is not None or title == f"GTI {edition.which}"
    return of


_YEAR_ONLY = re.compile(r"(?:the (?:calendar )?year )?(\d{4})(?: alone)?")
_MONTHS = month_names()
_MONTH_SPAN = re.compile(
    rf"(?:between )?({'|'.join(_MONTHS)})(?: (?:to|and|through|until) |[-–])"
    rf"({'|'.join(_MONTHS)}),? (?:of )?(\d{{4}})"
)
_FIRST_MONTHS = re.compile(
    r"(?:the )?(?:first|initial) (\w+) months(?: of)?(?: the year)? (\d{4})", re.IGNORECASE
)
_NUMBERS = dict(zip(["six", "seven", "eight", "nine", "ten", "eleven"], range(6, 12), strict=True))


def period_words(claim: Claim) -> str | None:
    """Return the period to look up: what was carried over, or what is printed."""
    return next((part.value for part in claim.context if part.part == "period"), claim.period)


def calendar_year(period: str | None) -> int | None:
    """Return the year of a period that is one whole year, else ``None``.

    Examples
    --------
    >>> calendar_year("2023"), calendar_year("since 2023"), calendar_year("June 2023")
    (2023, None, None)
    """
    match = _YEAR_ONLY.fullmatch(period or "")
    return int(match[1]) if match else None


def year_of(claim: Claim) -> int | None:
    """Return the calendar year of a claim, from its sentence or carried over; else ``None``."""
    carried = next((part.value for part in claim.context if part.part == "period"), None)
    return calendar_year(carried or claim.period)


def months_of(period: str | None) -> tuple[str, int] | None:
    """Return the months and the year of a part of a year, as ``Figure.months`` writes them.

    Examples
    --------
    >>> months_of("January to October 2024"), months_of("the first nine months of 2024")
    (('January to October', 2024), ('January to September', 2024))
    >>> months_of("2024") is None
    True
    """
    span = _MONTH_SPAN.fullmatch(period or "")
    if span:
        return f"{span[1]} to {span[2]}", int(span[3])
    first = _FIRST_MONTHS.fullmatch(period or "")
    count = _NUMBERS.get(first[1].lower()) if first else None
    return (f"January to {_MONTHS[count - 1]}", int(first[2])) if first and count else None

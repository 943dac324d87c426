"""Read which edition of a report a claim names, and whether a figure stands in that edition."""

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
    for part in (claim.sentence[low:high], claim.sentence):
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

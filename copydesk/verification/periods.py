"""Read the year of a claim, or the months of one."""

from __future__ import annotations

import re

from copydesk.claims import Claim
from copydesk.language.dates import month_names

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

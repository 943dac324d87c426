"""Dates as newsrooms write them: "20 December 2023", "Dec. 20", "Wednesday, Dec. 20, 2023"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from copydesk.language.dates import month_pattern, month_words, weekday_pattern

_MONTH = month_pattern()
_WEEKDAY = weekday_pattern()
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?\b(?![:.,]?\d)"
DATE_TEXT = rf"(?:{_MONTH}[ ]{_DAY}|{_DAY}[ ](?:of[ ])?{_MONTH})(?:,?[ ](?:19|20)\d\d\b)?"
"""A date, as a part of a larger pattern."""

DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?[ ](?:the[ ])?)?"
    rf"\b(?:(?P<month>{_MONTH})[ ](?P<day>{_DAY})|(?P<day_first>{_DAY})[ ](?:of[ ])?"
    rf"(?P<month_last>{_MONTH}))(?:,?[ ](?P<year>(?:19|20)\d\d)\b)?"
    rf"(?:,[ ]an?[ ](?P<weekday_last>{_WEEKDAY})\b)?"
)


@dataclass(frozen=True)
class Day:
    """A date in a text; ``year`` is ``None`` where none is printed, ``weekday`` empty."""

    text: str
    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: str

    def of(self, year: int) -> date | None:
        """Return the date in a year, or ``None`` when that year has no such day.

        Examples
        --------
        >>> find_days("On 29 February")[0].of(2023) is None
        True
        """
        if not 1 <= self.day <= calendar.monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.day)


def find_days(text: str) -> list[Day]:
    """Find the dates of a text that have a day and a month, in order.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Day

    Examples
    --------
    >>> [(d.year, d.month, d.day, d.weekday) for d in find_days("Wednesday, Dec. 20, 2023; 3 May")]
    [(2023, 12, 20, 'Wednesday'), (None, 5, 3, '')]
    """
    found = []
    for match in DATE.finditer(text):
        month = month_words()[(match["month"] or match["month_last"]).lower().rstrip(".")]
        day = int(re.sub(r"\D", "", match["day"] or match["day_first"]))
        year = int(match["year"]) if match["year"] else None
        weekday = match["weekday"] or match["weekday_last"] or ""
        found.append(Day(match.group(), match.start(), match.end(), year, month, day, weekday))
    return found


def first_date(text: str) -> date | None:
    """Return the first date of a text that has its year, or ``None``.

    Examples
    --------
    >>> first_date("Updated 22 Dec 2023 at 14:27")
    datetime.date(2023, 12, 22)
    """
    days = (day.of(day.year) for day in find_days(text) if day.year is not None)
    return next((found for found in days if found), None)

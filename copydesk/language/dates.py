"""Read the dates of a text: the one place that knows the months and the days of the week.

The names and their short forms are the rows of ``data/lexicons/calendar.csv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copydesk.corpus import load_table
from copydesk.language.number_words import alternatives


@dataclass(frozen=True)
class Date:
    """A date as it stands in a text.

    Attributes
    ----------
    start, end : int
        Character offsets in the text that was searched.
    year, month, day : int or None
        What is printed of it: "March 2024" has no day.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


@cache
def month_names() -> tuple[str, ...]:
    """Return the full names of the months in their order.

    Examples
    --------
    >>> month_names()[2]
    'March'
    """
    return _full_names("month")


@cache
def weekday_names() -> tuple[str, ...]:
    """Return the full names of the days of the week, from Monday.

    Examples
    --------
    >>> weekday_names()[0]
    'Monday'
    """
    return _full_names("weekday")


@cache
def month_words() -> dict[str, int]:
    """Return every printed form of every month in lower case, with its number.

    Examples
    --------
    >>> month_words()["sept"], month_words()["september"]
    (9, 9)
    """
    return {word.lower(): number for word, number in _rows("month")}


@cache
def weekday_words() -> dict[str, int]:
    """Return every printed form of every weekday in lower case, with its number from Monday.

    Examples
    --------
    >>> weekday_words()["thurs"]
    4
    """
    return {word.lower(): number for word, number in _rows("weekday")}


@cache
def month_pattern() -> str:
    """Return a pattern for a month with its capital and, after a short form, its full stop.

    Examples
    --------
    >>> re.findall(month_pattern(), "from Jan. to June")
    ['Jan.', 'June']
    """
    short = alternatives(word for word, _ in _rows("month") if word not in month_names())
    return rf"(?:(?:{alternatives(month_names())}|{short}\.?)(?!\w))"


@cache
def weekday_pattern() -> str:
    """Return a pattern for the full name of a weekday.

    Examples
    --------
    >>> re.findall(weekday_pattern(), "On Sunday and Monday")
    ['Sunday', 'Monday']
    """
    return alternatives(weekday_names())


def find_dates(text: str) -> list[Date]:
    """Find the dates of a text: days, months with a year, and days that are all figures.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Date
        In the order of the text. A month alone and a year alone are no dates.

    Examples
    --------
    >>> [(d.year, d.month, d.day) for d in find_dates("On March 4, 2024, and on 5 Sept.")]
    [(2024, 3, 4), (None, 9, 5)]
    >>> [(d.year, d.month, d.day) for d in find_dates("May 2024 was hot, and 2024-06-30 too.")]
    [(2024, 5, None), (2024, 6, 30)]
    """
    return [_date(match) for match in _date_pattern().finditer(text)]


def _date(match: re.Match[str]) -> Date:
    part = match.groupdict()
    word = part["month"] or part["month_first"] or part["month_alone"]
    month = month_words()[word.lower().rstrip(".")] if word else int(part["iso_month"])
    year = part["year"] or part["year_last"] or part["year_alone"] or part["iso_year"]
    day = part["day"] or part["day_after"] or part["iso_day"]
    return Date(*match.span(), int(year) if year else None, month, int(day) if day else None)


@cache
def _date_pattern() -> re.Pattern[str]:
    month, day, year = month_pattern(), r"(?:3[01]|[12]\d|0?[1-9])", r"(?:1[5-9]|20)\d\d(?!\d|,\d)"
    return re.compile(
        rf"""(?<![\w.,/])(?:
            (?P<day>{day})(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<month>{month})(?:,?[ ](?P<year>{year}))?
            # "In March 21 people came": after "in" stands a month, and no day of it.
          | (?<![Ii]n[ ])(?P<month_first>{month})[ ](?:the[ ])?
            (?P<day_after>{day})(?:st|nd|rd|th)?(?![\d%]|[,.:]\d)(?:,?[ ](?P<year_last>{year}))?
          | (?P<month_alone>{month}),?[ ](?:of[ ])?(?P<year_alone>{year})
          | (?P<iso_year>{year})-(?P<iso_month>1[0-2]|0[1-9])-(?P<iso_day>3[01]|[12]\d|0[1-9])(?!\d)
        )""",
        re.VERBOSE,
    )


def _full_names(kind: str) -> tuple[str, ...]:
    """Return the first row of each number, which is the full name."""
    found: dict[int, str] = {}
    for row in _rows(kind):
        found.setdefault(row[1], row[0])
    return tuple(found[number] for number in sorted(found))


def _rows(kind: str) -> list[tuple[str, int]]:
    table = load_table("lexicon_calendar")
    table = table[table["kind"] == kind]
    return list(zip(table["word"], table["number"].astype(int), strict=True))

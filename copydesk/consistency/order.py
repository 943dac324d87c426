"""Dates against the calendar, against each other, and against the day of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from copydesk.consistency.check import Check, Judged, pattern
from copydesk.consistency.dates import DATE, DATE_TEXT, Day, find_days
from copydesk.consistency.story import Passage
from copydesk.language.dates import weekday_names

AROUND = 200
"""Days from the day of the page in which a date without a year is looked for."""


def _possible(day: Day, published: date | None) -> list[date]:
    """Return the dates that are meant, if the year is printed; else those around the page's day."""
    if day.year is not None:
        years = [day.year]
    elif published is not None:
        years = [published.year - 1, published.year, published.year + 1]
    else:
        return []
    found = [one for year in years if (one := day.of(year))]
    if day.year is None and published is not None:
        found = [one for one in found if abs((one - published).days) <= AROUND]
    return found


def _weekday(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (day,) = find_days(match.group())
    possible = _possible(day, passage.story.published)
    if not day.weekday or not possible:
        return
    told = passage.sentence
    names = [weekday_names()[one.weekday()] for one in possible]
    agrees = day.weekday in names
    shown = possible[names.index(day.weekday)] if agrees else possible[0]
    yield Judged(
        told.place(shown.isoformat()),
        told.place(day.weekday),
        agrees,
        (f"{shown.day} {shown:%B} {shown.year}", weekday_names()[shown.weekday()], day.weekday),
    )


def _reversed(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    days = find_days(match.group())
    if len(days) != 2:
        return
    first, second = days
    opens = first.of(first.year or second.year or 0) if first.year or second.year else None
    closes = second.of(second.year or first.year or 0) if opens else None
    printed = first.year is not None and second.year is not None
    if opens is None or closes is None or opens <= closes:
        return
    if printed or first.month == second.month:
        told = passage.sentence
        yield Judged(
            told.place(opens.isoformat()),
            told.place(closes.isoformat()),
            False,
            (second.text, first.text),
        )


def _after_the_page(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (day,) = find_days(match["date"])
    dated, published = passage.story.dated, passage.story.published
    event = day.of(day.year) if day.year is not None else None
    if dated and published and event and event > published:
        page = f"{published.day} {published:%B} {published.year}"
        yield Judged(passage.sentence.place(event.isoformat()), dated, False, (day.text, page))


@cache
def order() -> tuple[Check, ...]:
    """Return the checks of dates."""
    return (
        Check(
            "a weekday and its date",
            "date",
            "{0} is a {1}; {2} is printed.",
            examples=(
                "= The ferry sank on Wednesday, 20 December 2023.",
                "≠ The ferry sank on Thursday, 20 December 2023.",
                "≠ The ferry sank on 20 December 2023, a Thursday.",
            ),
            leaves_alone=("The ferry sank on Thursday, 20 December.",),
            pattern=DATE,
            judge=_weekday,
            settles="Look at a calendar, and ask whether the day or the date is wrong.",
        ),
        Check(
            "a stretch of time that ends before it begins",
            "date",
            "{0} is before {1}.",
            examples=("≠ The ferry ran between 20 May 2023 and 3 May 2023.",),
            leaves_alone=(
                "The ferry ran between 3 May 2023 and 20 May 2023.",
                "The ferry ran between 20 December and 3 May 2023.",
            ),
            pattern=re.compile(rf"\bbetween {DATE_TEXT} and {DATE_TEXT}"),
            judge=_reversed,
            settles="Ask which of the two dates is right.",
        ),
        Check(
            "something past that is later than the page",
            "date",
            "{0} is later than the day of the page, {1}.",
            examples=(
                "≠ Posted 2 May 2023 at 10:15\nThe ferry sank. Two sailors died on 4 May 2023.",
            ),
            leaves_alone=(
                "Posted 2 May 2023 at 10:15\nTwo sailors died on 1 May 2023.",
                "Posted 2 May 2023 at 10:15\nThe court will hear the case on 4 May 2023.",
            ),
            pattern=pattern(
                rf"(?<!will be )(?<!to be ){{past}}[^⟨⟩¶;,]{{0,24}}? on (?P<date>{DATE_TEXT})"
            ),
            judge=_after_the_page,
            settles="Ask for the day of the event, and look whether the page was changed later.",
        ),
    )

"""Test a record inside one series: "a six-year record", "the highest since 2017".

A record of N years is the highest, or the lowest, of the N years that end with the year of the
figure: a six-year record of 2023 is one of 2018 to 2023. "The highest since 2017" says that 2017
itself was as high, and no year after it. Where the series has no figure for one of the years the
answer is "cannot tell", unless the body has one in another definition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.language.number_words import word_value
from copydesk.verification.evidence import (
    Evidence,
    Outcome,
    cite,
    low_first,
    name_count,
    show_number,
)
from copydesk.verification.reference import Figure, Reference

_SINCE = re.compile(r"since (?:[a-z]+ ){0,7}(\d{4})")
_YEARS = re.compile(r"([a-z]+|\d+)[ -]years?\b")
_DECADES = re.compile(r"\b(?:([a-z]+|\d+) )?decades?\b")
_DOWNWARD = re.compile(r"\b(?:low|lowest|fewest|smallest)\b")
_ALL_TIME = re.compile(r"\b(?:all-time|ever|record)\b")
_LONGER = re.compile(r"\bin (?:over|more than) ")
_LONGEST = 200
"""Years that a record may reach back."""


@dataclass(frozen=True)
class Record:
    """What the words of a record say.

    Attributes
    ----------
    years : range
        The years before that have to be lower, or higher for a low.
    base : int or None
        The year that has to be as high, of "the highest since 2017".
    high : bool
        It is a high, and no low.
    """

    years: range
    base: int | None
    high: bool


def read_record(words: str, year: int) -> Record | None:
    """Read the words of a record; ``None`` when they name no years.

    Examples
    --------
    >>> read_record("six-year record", 2023).years
    range(2018, 2023)
    >>> read_record("the lowest since 2017", 2023)
    Record(years=range(2018, 2023), base=2017, high=False)
    >>> read_record("record high", 2023) is None
    True
    """
    high = not _DOWNWARD.search(words)
    since = _SINCE.search(words)
    if since:
        base = int(since[1])
        # "since it began in 2015": that year is one of those compared, and need not be above it.
        began = "began" in words or "start" in words
        first, as_high = (base, None) if began else (base + 1, base)
    else:
        first, as_high = year + 1 - _length(words), None
    known = 0 < year - (as_high or first) <= _LONGEST
    return Record(range(first, year), as_high, high) if known else None


def is_of_all_time(words: str) -> bool:
    """Say whether a record names no years and reaches back for ever: "a record", "on record"."""
    return bool(_ALL_TIME.search(words))


def settle_all_time(row: Figure, series: list[Figure], words: str, reference: Reference) -> Outcome:
    """Test a record without years: a year of the series can break it, and none can settle it."""
    earlier = [other.year for other in series if other.year < row.year]
    if not earlier:
        return "cannot tell", "it names no years that could be looked up.", ()
    record = Record(range(min(earlier), row.year), None, not _DOWNWARD.search(words))
    label, why, used = settle_record(row, series, record, reference)
    if label == "contradicted":
        return label, why, used
    since = f"it names no years, and the series begins in {min(earlier)}."
    return "cannot tell", since, used


def _length(words: str) -> int:
    """Return of how many years a record is: "a six-year record", "in more than a decade"."""
    years, decades = _YEARS.search(words), _DECADES.search(words)
    count = _count(years[1]) if years else 10 * _count(decades[1] or "a") if decades else 0
    return count + 1 if count and _LONGER.search(words) else count


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(word_value(word)) or int(word == "a")


def settle_record(
    row: Figure, series: list[Figure], record: Record, reference: Reference
) -> Outcome:
    """Test a record of one figure: every year of it, and the one that it reaches back to.

    Parameters
    ----------
    row : Figure
        The figure of the record.
    series : list of Figure
        The figures that can be set beside it.
    record : Record
    reference : Reference

    Returns
    -------
    Outcome
    """
    rows = _by_year(series, record)
    missing = [year for year, held in rows.items() if not held]
    others = _in_other_definitions(row, missing, reference)
    used = _cited(rows, others, reference)
    broken, unsure, passed = _passed(row, rows, record)
    if broken:
        shown = ", ".join(f"{show_number(rows[year][0].value)} in {year}" for year in broken)
        return "contradicted", f"it does not hold inside this series, which has {shown}.", used
    found = _found(rows, record, bool(unsure))
    if not (missing or unsure or passed):
        return "supported", f"inside this series it holds: {found}.", used
    reasons = [
        f"the series cannot settle it: {found}",
        *_because(f"it has no figure for {', '.join(map(str, missing))}", missing),
        *_because(f"editions differ for {', '.join(map(str, unsure))}", unsure),
        *_because(f"{record.base}, which it reaches back to, is {_beaten(record)} too", passed),
        *(_told(other, reference) for other in others),
    ]
    changed = reference.definition(row).changed
    note = f" About its definition: {low_first(changed)}" if others else ""
    gap = {*missing} - {other.year for other in others}
    label = "cannot tell" if gap else "depends on definition"
    return label, f"{'; '.join(reasons)}.{note}", used


def _passed(
    row: Figure, rows: dict[int, list[Figure]], record: Record
) -> tuple[list[int], list[int], bool]:
    """Return the years that are as high in all editions, in any, and whether the base is not."""
    as_high = {year: [_as_high(other, row, record) for other in rows[year]] for year in rows}
    broken = [year for year in record.years if rows[year] and all(as_high[year])]
    unsure = [year for year in record.years if any(as_high[year])]
    return broken, unsure, record.base is not None and not all(as_high[record.base])


def _told(other: Figure, reference: Reference) -> str:
    return (
        f"for {other.year} the source prints {show_number(other.value)} ({other.edition}) in "
        f"another definition, {name_count(other, reference)}"
    )


def _by_year(series: list[Figure], record: Record) -> dict[int, list[Figure]]:
    years = [*([record.base] if record.base else []), *record.years]
    return {year: [row for row in series if row.year == year] for year in years}


def _because(reason: str, where: object) -> list[str]:
    return [reason] if where else []


def _as_high(other: Figure, row: Figure, record: Record) -> bool:
    return other.value >= row.value if record.high else other.value <= row.value


def _beaten(record: Record) -> str:
    return "lower" if record.high else "higher"


def _found(rows: dict[int, list[Figure]], record: Record, unsure: bool) -> str:
    """Say what the series has for the years of a record."""
    known = [row.value for year in record.years for row in rows[year]]
    if not known:
        return f"it holds no year from {record.years[0]} to {record.years[-1]}"
    held = ", ".join(str(year) for year in record.years if rows[year])
    spread = " to ".join(show_number(value) for value in sorted({min(known), max(known)}))
    if unsure:
        return f"what it has for {held} is {spread}"
    return f"what it has for {held} ({spread}) is {_beaten(record)} throughout"


_ONE_COUNT = ("tracker", "measure", "country", "region", "months")


def _in_other_definitions(row: Figure, years: list[int], reference: Reference) -> list[Figure]:
    """Return what the body prints for the missing years in another definition of the same count."""
    definition = reference.definition(row)
    return [
        other
        for other in reference.where(**{name: getattr(row, name) for name in _ONE_COUNT})
        if other.year in years
        and reference.definition(other).victims == definition.victims
        and reference.definition(other).scope != "attacks"
    ]


def _cited(
    rows: dict[int, list[Figure]], others: list[Figure], reference: Reference
) -> tuple[Evidence, ...]:
    held = [row for found in rows.values() for row in found]
    return (
        *(cite(row, reference, f"series year {row.year} for the comparison") for row in held),
        *(
            cite(other, reference, f"year {other.year} for the comparison, in another definition")
            for other in others
        ),
    )

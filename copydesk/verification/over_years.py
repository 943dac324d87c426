"""Work out what several years come to: their sum, "taken together", or their mean a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.claims import Claim
from copydesk.verification.evidence import Verdict, show_number, worked_out
from copydesk.verification.query import Query
from copydesk.verification.reference import Figure

_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_SPAN = re.compile(r"\b(\d{4}) (and|to) (\d{4})\b")
_MEAN = re.compile(r"\baverage of\b|\bon average\b")
_A_YEAR = re.compile(r"\b(?:an?|per|each|every) year\b")
_TOGETHER = re.compile(r"\b(?:together|combined)\b")
_LONGEST = 100
"""Years that are looked up for one figure."""


@dataclass(frozen=True)
class Years:
    """The years that a figure is of, and whether it is their mean or their sum."""

    years: tuple[int, ...]
    mean: bool


def years_together(claim: Claim) -> Years | None:
    """Return the years that a count is said to be the sum or the mean of; else ``None``.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> text = "By PIPS, Pakistan had an average of 288 attacks a year between 2020 and 2024."
    >>> years_together(find_claims(text)[0])
    Years(years=(2020, 2021, 2022, 2023, 2024), mean=True)
    """
    sentence = claim.sentence
    span = _SPAN.search(sentence)
    if span is None or len(_YEAR.findall(sentence)) != 2 or claim.unit.startswith("percent"):
        return None
    first, last = int(span[1]), int(span[3])
    if not 0 < last - first < _LONGEST:
        return None
    if _MEAN.search(sentence) and _A_YEAR.search(sentence, claim.offset):
        return Years(tuple(range(first, last + 1)), True)
    if span[2] == "and" and _TOGETHER.search(sentence.lower()):
        return Years((first, last), False)
    return None


def check_years(query: Query, together: Years) -> Verdict:
    """Add up the years of a series, in their first, last, lowest and highest editions."""
    tracker, reference = query.tracker, query.reference
    series: dict[str, list[Figure]] = {}
    for row in (row for year in together.years for row in query.same(year)):
        series.setdefault(row.series_id, []).append(row)
    # A zero would leave its year out unseen.
    whole = [
        rows
        for rows in series.values()
        if {row.year for row in rows if row.value > 0} == {*together.years}
    ]
    need = f"The figure of {tracker} for each of the years, in one definition."
    if len(whole) != 1:
        return Verdict(
            "cannot tell",
            f"The figure is of several years, and the reference holds no one series of {tracker} "
            "with a figure for each of them.",
            (),
            need,
        )
    used = sorted(whole[0], key=lambda row: (row.year, row.edition))
    ways = _ways(used, together)
    low, high = min(ways), max(ways)
    label = "depends on definition" if low < query.claim.value < high else "contradicted"
    label = "supported" if any(map(query.agrees, ways)) else label
    shown = ", ".join(f"{row.year}: {show_number(row.value)} ({row.edition})" for row in used)
    comes_to = " to ".join(show_number(way) for way in sorted({low, high}))
    how = "A year on average" if together.mean else "Together"
    return Verdict(
        label,
        worked_out(used[0], f"{shown}. {how} that is {comes_to}.", reference),
        query.cite(used, "one of the years that are put together"),
        need,
    )


def _ways(used: list[Figure], together: Years) -> list[float]:
    """Return what the years come to in their lowest, highest, first and last editions."""
    by_year = [[row.value for row in used if row.year == year] for year in together.years]
    over = len(by_year) if together.mean else 1
    picks = (min, max, lambda values: values[0], lambda values: values[-1])
    return [sum(map(pick, by_year)) / over for pick in picks]

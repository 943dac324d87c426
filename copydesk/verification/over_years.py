"""Work out what several years come to: their sum, "taken together", or their mean a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.claims import Claim
from copydesk.verification.claimed_count import (
    ClaimedCount,
    agrees,
    counts_the_same,
    figures_for,
)
from copydesk.verification.evidence import Verdict, cite, low_first, name_count, show_number
from copydesk.verification.reference import Figure, Reference

_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_SPAN = re.compile(r"\b(?:(?:between|from) )?(\d{4}) (and|to) (\d{4})\b")
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


def check_years(
    claim: Claim, wanted: ClaimedCount, tracker: str, together: Years, reference: Reference
) -> Verdict:
    """Add up the years of a series, in their first, last, lowest and highest editions."""
    rows = [
        row
        for year in together.years
        for row in figures_for(claim, tracker, year, reference)
        if counts_the_same(row, wanted, reference)
    ]
    whole = [s for s in sorted({r.series_id for r in rows}) if _has_all(rows, s, together.years)]
    need = f"The figure of {tracker} for each of the years, in one definition."
    if len(whole) != 1:
        return Verdict(
            "cannot tell",
            f"The figure is of several years, and the reference holds no one series of {tracker} "
            "with a figure for each of them.",
            (),
            need,
        )
    used = sorted((r for r in rows if r.series_id == whole[0]), key=lambda r: (r.year, r.edition))
    by_year = [[row.value for row in used if row.year == year] for year in together.years]
    over = len(by_year) if together.mean else 1
    ways = [sum(map(pick, by_year)) / over for pick in (min, max, lambda v: v[0], lambda v: v[-1])]
    held = any(agrees(claim, way) for way in ways)
    between = min(ways) < claim.value < max(ways)
    label = "supported" if held else "depends on definition" if between else "contradicted"
    shown = ", ".join(f"{row.year}: {show_number(row.value)} ({row.edition})" for row in used)
    comes_to = " to ".join(show_number(way) for way in sorted({min(ways), max(ways)}))
    return Verdict(
        label,
        f"{tracker}, {name_count(used[0], reference)}: {shown}. "
        f"{'A year on average' if together.mean else 'Together'} that is {comes_to}. It counts: "
        f"{low_first(reference.definition(used[0]).counts)}",
        tuple(cite(row, reference, "one of the years that are put together") for row in used),
        need,
    )


def _has_all(rows: list[Figure], series: str, years: tuple[int, ...]) -> bool:
    """Say whether a series has a figure for every year; a zero would leave its year out unseen."""
    return {row.year for row in rows if row.series_id == series and row.value > 0} >= {*years}

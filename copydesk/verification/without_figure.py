"""Answer a count where its source has no figure for it: what the number is instead, if anything."""

from __future__ import annotations

import re

from copydesk.claims.dating import counts_from_today
from copydesk.verification.claimed_definition import VICTIMS
from copydesk.verification.evidence import (
    Evidence,
    Verdict,
    cite,
    cite_editions,
    low_first,
    show_number,
)
from copydesk.verification.measures import name_measure
from copydesk.verification.periods import period_words, year_of
from copydesk.verification.query import Query
from copydesk.verification.reference import Figure
from copydesk.verification.units import fits_unit

_VAGUE = frozenset({"victims", "times"})
"""What may stand for the thing that is counted: "Militants struck 521 times"."""
_SHOWN = 5
"""Equal numbers that are no support, and are shown."""


def number_of_another_count(query: Query) -> Verdict | None:
    """Answer a claim of something that no series counts, with the number of what the body counts.

    "PIPS recorded 521 foiled attacks", where it prints 521 for all attacks: the number is taken.
    Only for a telling number.
    """
    return _taken_from(query, [row for row in _of_the_year(query) if row.measure != "population"])


def number_of_another_measure(query: Query) -> Verdict | None:
    """Answer a claim that has no figure, with the number of something else of the same body.

    "The World Bank counted 251 million deaths", where it prints 251 million people.
    """
    return _taken_from(query, [row for row in _of_the_year(query) if not query.alike(row)])


def _of_the_year(query: Query) -> list[Figure]:
    year = year_of(query.claim)
    return query.printed(year) if query.tracker and year and query.claim.place else []


def _taken_from(query: Query, rows: list[Figure]) -> Verdict | None:
    """Return the verdict on a number that the body prints for another thing than the claim's."""
    claim = query.claim
    if not query.telling or claim.unit.startswith("percent"):
        return None
    words = set(re.findall(r"[a-z-]+", claim.text.lower()))
    if words & _VAGUE:
        return None
    rows = [
        row
        for row in rows
        if query.exactly(row)
        and fits_unit(claim, query.reference.definition(row).unit)
        and not words & VICTIMS.get(query.victims(row), set())
    ]
    if len({row.series_id for row in rows}) != 1:
        return None
    return Verdict(
        "contradicted",
        f'The claim gives {show_number(claim.value)} for "{claim.text}". '
        f"{query.describe(rows)} The number belongs to that count, and not to the thing that "
        "the claim names.",
        cite_editions(rows, query.reference, "the same number, of another count"),
        "A figure of the source for the thing that the claim names.",
    )


def cannot_place(query: Query) -> Verdict:
    """Answer a claim of a tracker that gives no place or no year."""
    claim, tracker, period = query.claim, query.tracker, period_words(query.claim) or ""
    needed = (("place", claim.place), ("year", query.year))
    missing = " and ".join(name for name, value in needed if value is None)
    same = _equal_numbers(query)
    own = [row for row in same if row.tracker == tracker]
    hint = (
        f" {tracker} does print an equal number for {own[0].year} "
        f"({own[0].edition}), which counts: {low_first(own[0].definition)} "
        "Whether the sentence means that figure is for the reporter to find out."
        if own
        else ""
    )
    if year_of(claim) is None and counts_from_today(period):
        runs = period.endswith(" so far")
        open_ = ", and that year still runs." if runs else ", which was not given."
        hint += f' "{claim.period}" counts from the day of the article{open_}'
    return Verdict(
        "cannot tell",
        f"The sentence does not give one {missing} for the figure, so no figure of {tracker} can "
        f"be set beside it.{hint}",
        same,
        "A place and a calendar year in the sentence.",
    )


def no_figure(query: Query, rows: list[Figure] | None = None) -> Verdict:
    """Answer a claim for a place and a year for which the reference holds no figure."""
    claim, tracker = query.claim, query.tracker
    same = _equal_numbers(query, rows)
    trap = (
        f" An equal number stands in the reference ({same[0].tracker}, {same[0].year}, "
        f"edition {same[0].edition}), for another place, year or source; that "
        "is no support."
        if same
        else ""
    )
    parts = [
        row
        for row in query.reference.where(tracker=tracker, year=year_of(claim))
        if row.months and (row.region or row.country) == claim.place and query.alike(row)
    ]
    partial = "".join(
        f" It holds one for {row.months} of that year, {show_number(row.value)} ({row.edition}); "
        "a part of a year is not the year."
        for row in parts
    )
    cited = [cite(row, query.reference, f"{row.months} only: no support") for row in parts]
    return Verdict(
        "cannot tell",
        f"The reference holds no figure of {tracker} for {name_measure(claim.measure)} in "
        f"{claim.place} in {period_words(claim)}.{partial}{trap}",
        (*cited, *same),
        f"The figure that {tracker} printed for this place and year.",
    )


def _equal_numbers(query: Query, rows: list[Figure] | None = None) -> tuple[Evidence, ...]:
    """Collect equal numbers that are no support, the named tracker's first."""
    if rows is None:
        rows = [row for row in query.reference.where(value=query.claim.value) if query.alike(row)]
    found = sorted(
        (row for row in rows if row.value == query.claim.value),
        key=lambda row: row.tracker != query.tracker,
    )
    return query.cite(found[:_SHOWN], "equal number for another place, year or source: no support")

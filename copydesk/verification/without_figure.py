"""Answer a count where no own figure answers it: its source has none, or is no tracker."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.claims.dating import counts_from_today
from copydesk.claims.mentions import is_counter
from copydesk.verification.claimed_definition import VICTIMS
from copydesk.verification.dates import period_words, year_of
from copydesk.verification.evidence import (
    Evidence,
    Verdict,
    cite,
    cite_editions,
    low_first,
    show_number,
)
from copydesk.verification.measures import fits_unit, name_measure
from copydesk.verification.query import Query
from copydesk.verification.reference import Figure

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


_OFFICIAL = re.compile(
    r"\b(?:government|official|ministry|army|military|police|state)\b.*\b(?:figures?|data|counts?"
    r"|statistics|tally|records?|numbers?|tolls?)\b",
    re.IGNORECASE,
)
_OFFICIAL_TRACKERS = frozenset({"Interior Ministry", "Pakistan military"})


def check_unattributed(query: Query) -> Verdict:
    """Answer a claim that names no source, or one that is no tracker: never "supported"."""
    claim = query.claim
    who = (
        f'The named source, "{claim.source}", is not one whose figures the reference holds.'
        if claim.source
        else "The text names no source for the figure."
    )
    rows = query.of_all_bodies(year_of(claim)) if claim.value_high is None else []
    found = [row for row in rows if query.agrees(row.value) and _of_any_event(query, row)]
    right = [row for row in found if query.counts(row)]
    others = [] if right else _of_other_counts(query, rows, found)
    given = _given_to_another(query, others, rows) or _of_another_counter(query, right or found)
    if given:
        return Verdict(
            "contradicted",
            f"{who} {given}",
            query.cite(others or found, "equal number, of another count"),
            "A source that prints this number for the count that the claim names.",
        )
    if found:
        return Verdict(
            "depends on definition",
            f"{who} The number agrees with one published count, which is no proof that it comes "
            f"from there: {query.describe(found)}",
            query.cite(found, "equal number, from a source that the claim does not name"),
            "A source named in the sentence.",
        )
    return Verdict(
        "cannot tell",
        f"{who} No figure of the reference for the same place and year agrees with it.",
        query.others(),
        "A source named in the sentence, whose series can be looked up.",
    )


def _of_any_event(query: Query, row: Figure) -> bool:
    """Say whether a figure counts the same victims, of whichever events."""
    anywhere = replace(query.count, measure=row.measure, scope="")
    return query.alike(row) and replace(query, count=anywhere).counts(row)


def _of_other_counts(query: Query, rows: list[Figure], found: list[Figure]) -> list[Figure]:
    """Return equal numbers of another count: of everyone, where the claim counts one group."""
    measure, victims = query.count.measure, query.count.victims
    casualties = measure == "casualties"
    if not casualties and (found or victims in {"all", "other"}):
        return found
    return [
        row
        for row in rows
        if row.measure == ("fatalities" if casualties else measure)
        and query.victims(row) == "all"
        and query.exactly(row)
    ]


def _of_another_counter(query: Query, found: list[Figure]) -> str:
    """Say that a number is one body's own count, where the sentence gives it to another counter.

    A newspaper passes a count on and is no counter; "official figures" and a bureau are. Only for
    a telling number that one body alone prints.
    """
    claim, exact = query.claim, [row for row in found if query.exactly(row)]
    if not query.telling or not claim.source:
        return ""
    bodies = {row.tracker for row in exact}
    names = (name for body in bodies for name in query.reference.names.get(body, ()))
    if any(name in claim.source for name in names):
        return ""  # "UCDP and World Bank": it is named too
    counter = _OFFICIAL.search(claim.source) or is_counter(claim.source)
    if len(bodies) != 1 or not counter or bodies <= _OFFICIAL_TRACKERS:
        return ""
    return (
        f"The number is the own count of another body, and not of this one: {query.describe(exact)}"
    )


def _given_to_another(query: Query, others: list[Figure], rows: list[Figure]) -> str:
    """Say that a number is one body's figure for another count than the claim's, if it is.

    Only for a telling number that one body alone prints, where that body has another figure for
    the count that the claim names.
    """
    count, bodies = query.count, {row.tracker for row in others}
    if not query.telling or len(bodies) != 1:
        return ""
    anywhere = replace(query, count=replace(count, scope=""))
    hurt = "injuries" if count.measure == "casualties" else count.measure
    own = [
        row
        for row in rows
        if row.tracker in bodies
        and (anywhere.counts(row) or (row.measure == hurt != count.measure))
    ]
    if not own:
        return ""
    return (
        f"The number is that of another count: {query.describe(others)} For the count that "
        f"the claim names it is not the figure of that body: {query.describe(own)}"
    )

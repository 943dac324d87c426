"""Answer a count that names no source, or one that is no tracker: never "supported"."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.claims.mentions import is_counter
from copydesk.verification.evidence import Verdict
from copydesk.verification.periods import year_of
from copydesk.verification.query import Query
from copydesk.verification.reference import Figure

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

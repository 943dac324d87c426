"""Answer a count that names no source, or one that is no tracker: never "supported"."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.claims import Claim
from copydesk.claims.mentions import is_counter
from copydesk.language.hedges import AGREES
from copydesk.verification.claimed_count import (
    ClaimedCount,
    counts_the_same,
    family_of,
    match_value,
)
from copydesk.verification.evidence import (
    Verdict,
    cite,
    describe,
)
from copydesk.verification.plain_counts import other_trackers
from copydesk.verification.reference import Figure, Reference

_OFFICIAL = re.compile(
    r"\b(?:government|official|ministry|army|military|police|state)\b.*\b(?:figures?|data|counts?"
    r"|statistics|tally|records?|numbers?|tolls?)\b",
    re.IGNORECASE,
)
_OFFICIAL_TRACKERS = frozenset({"Interior Ministry", "Pakistan military"})


def check_unattributed(
    claim: Claim, wanted: ClaimedCount, year: int | None, reference: Reference
) -> Verdict:
    """Answer a claim that names no source, or one that is no tracker: never "supported"."""
    who = (
        f'The named source, "{claim.source}", is not one whose figures the reference holds.'
        if claim.source
        else "The text names no source for the figure."
    )
    rows = [
        row
        for row in reference.where(country=claim.place, year=year, region="", months="")
        if claim.value_high is None
    ]
    found = [
        row
        for row in rows
        if counts_the_same(row, ClaimedCount(row.measure, "", wanted.victims), reference)
        and family_of(row.measure) == family_of(wanted.measure)
        and match_value(claim, row) in AGREES
    ]
    right = [row for row in found if counts_the_same(row, wanted, reference)]
    others = [row for row in found if row not in right] if not right else []
    if not found and wanted.victims not in {"all", "other"}:
        others = _of_other_people(claim, wanted, rows, reference)
    if wanted.measure == "casualties":
        others = [
            row
            for row in rows
            if row.measure == "fatalities"
            and reference.definition(row).victims == "all"
            and match_value(claim, row) == "exactly"
        ]
    given = _given_to_another(claim, wanted, others, rows, reference)
    given = given or _of_another_counter(claim, right or found, reference)
    if given:
        return Verdict(
            "contradicted",
            f"{who} {given}",
            tuple(
                cite(row, reference, "equal number, of another count") for row in others or found
            ),
            "A source that prints this number for the count that the claim names.",
        )
    if found:
        return Verdict(
            "depends on definition",
            f"{who} The number agrees with one published count, which is no proof that it comes "
            f"from there: {describe(found, reference)}",
            tuple(
                cite(row, reference, "equal number, from a source that the claim does not name")
                for row in found
            ),
            "A source named in the sentence.",
        )
    return Verdict(
        "cannot tell",
        f"{who} No figure of the reference for the same place and year agrees with it.",
        other_trackers(claim, wanted, "", reference),
        "A source named in the sentence, whose series can be looked up.",
    )


def _of_other_people(
    claim: Claim, wanted: ClaimedCount, rows: list[Figure], reference: Reference
) -> list[Figure]:
    """Return equal numbers that count everyone, where the claim counts one group."""
    return [
        row
        for row in rows
        if row.measure == wanted.measure
        and reference.definition(row).victims == "all"
        and match_value(claim, row) == "exactly"
    ]


def _of_another_counter(claim: Claim, found: list[Figure], reference: Reference) -> str:
    """Say that a number is one body's own count, where the sentence gives it to another counter.

    A newspaper passes a count on and is no counter; "official figures" and a bureau are. Only for
    numbers of three digits and more that are not round and that one body alone prints.
    """
    exact = [row for row in found if match_value(claim, row) == "exactly"]
    if claim.value < 100 or claim.value % 50 == 0 or claim.modifier or not claim.source:
        return ""
    if len({row.tracker for row in exact}) != 1:
        return ""
    official = bool(_OFFICIAL.search(claim.source))
    if not (official or is_counter(claim.source)) or exact[0].tracker in _OFFICIAL_TRACKERS:
        return ""
    return (
        f"The number is the own count of another body, and not of this one: "
        f"{describe(exact, reference)}"
    )


def _given_to_another(
    claim: Claim,
    wanted: ClaimedCount,
    others: list[Figure],
    rows: list[Figure],
    reference: Reference,
) -> str:
    """Say that a number is one body's figure for another count than the claim's, if it is.

    Only for numbers of three digits and more that one body alone prints, where that body has
    another figure for the count that the claim names.
    """
    if claim.value < 100 or claim.modifier or len({row.tracker for row in others}) != 1:
        return ""
    own = [
        row
        for row in rows
        if row.tracker == others[0].tracker
        and (
            counts_the_same(row, replace(wanted, scope=""), reference)
            or (wanted.measure == "casualties" and row.measure == "injuries")
        )
    ]
    if not own:
        return ""
    return (
        f"The number is that of another count: {describe(others, reference)} For the count that "
        f"the claim names it is not the figure of that body: {describe(own, reference)}"
    )

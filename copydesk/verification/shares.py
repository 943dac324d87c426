"""Work out shares and rates again, from the figures that the named source printed.

A share needs its part and its whole in one definition. A rate needs its count and its denominator:
the people of the country, or the months of the year. Both are named in the answer.
"""

from __future__ import annotations

import re
from itertools import product

from copydesk.claims import EVENTS, Claim
from copydesk.verification.claimed_count import (
    GROUPS,
    ClaimedCount,
    agrees,
    counts_the_same,
    figures_for,
    year_of,
)
from copydesk.verification.evidence import Verdict, cite, low_first, name_count, show_number
from copydesk.verification.reference import Figure, Reference

_VICTIM_WORDS = {
    "civilians": re.compile(r"\bcivilians?\b"),
    "security forces": re.compile(r"\bsecurity (?:personnel|forces)\b"),
    "militants": re.compile(r"\b(?:outlaws|militants|terrorists)\b"),
}

_PER_PEOPLE = re.compile(
    r"(?:[ ]\w+){0,3}?[ ](?:per|(?:for[ ])?(?:in[ ])?every)[ ]"
    r"(?P<people>100,000|million|1,000|10,000)(?=[ ](?:people|inhabitants|residents)\b|[.,;]|$)"
)

# "36 per cent of those killed were outlaws", "outlaws at 36 per cent", "outlaws, 36 per cent"
_SHARE_OF_DEAD = re.compile(
    r"[ ]of[ ](?:all[ ])?(?:the[ ]|those[ ])?"
    r"(?:[\d,]+[ ](?:people[ ])?(?:\w+[ ]counted[ ]as[ ])?)?"
    r"(?:killed|dead|deaths|fatalities|injured|injuries)\b"
    r"(?:[^,;]{0,40}[ ](?:were|are)[ ](?P<group>\w+(?:[ ]\w+)?))?"
)

_GROUP_AT = re.compile(r"(?P<group>\w+(?:[ ]\w+)?)(?:[ ]at|[ ]made up|,|:|[ ]\()[ ]?$")

_PEOPLE = {"100,000": 1e5, "million": 1e6, "1,000": 1e3, "10,000": 1e4}

_PER_TIME = re.compile(
    r"\b(?:an?|per|each|every)[ ](?P<unit>month|day|week)\b|\b(?P<adverb>monthly|daily|weekly)\b"
)

_DAYS = {"month": 12.0, "week": 52.0, "day": 365.0, "monthly": 12.0, "weekly": 52.0, "daily": 365.0}


def is_rate(claim: Claim) -> bool:
    """Say whether a figure is a rate: "per 100,000 people", "a month on average"."""
    if claim.measure in {"change", "share"}:
        return False
    after = claim.sentence[claim.offset + len(claim.text) :]
    return bool(_PER_PEOPLE.match(after) or _per_time(claim))


def check_share(
    claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference
) -> Verdict | None:
    """Work out a share again where the reference holds the part and the whole; else ``None``."""
    year = year_of(claim)
    if year is None or claim.place is None:
        return None
    regions = _region_parts(claim, wanted, tracker, year, reference)
    groups = _groups_of(claim)
    if regions:
        parts, wholes = regions
    elif len(groups) == 1 and (claim.of in {"fatalities", "injuries"} or claim.of in GROUPS):
        whole_of = next((part.value for part in claim.context if part.part == "whole"), "")
        of = claim.of if claim.of in {"fatalities", "injuries"} else whole_of
        rows = [r for r in figures_for(claim, tracker, year, reference) if r.measure == of]
        parts = [(r, r.value) for r in rows if reference.definition(r).victims == groups[0]]
        wholes = [r for r in rows if reference.definition(r).victims == "all"]
    else:
        return None
    tries = [
        (part, value, whole, 100 * value / whole.value)
        for (part, value), whole in product(parts, wholes)
        if reference.definition(part).scope == reference.definition(whole).scope and whole.value
    ]
    if not tries:
        return None
    shown = "; ".join(
        f"{show_number(value)} of {show_number(whole.value)} ({whole.edition}) is {percent:.1f} "
        "per cent"
        for _, value, whole, percent in tries
    )
    held = [one for one in tries if agrees(claim, one[3])]
    together = [
        one for one in tries if one[0].edition.split(" ")[0] == one[2].edition.split(" ")[0]
    ]
    label = "contradicted"
    if held:
        label = (
            "supported" if not together or set(held) & set(together) else "depends on definition"
        )
    first = tries[0][2]
    return Verdict(
        label,
        f"{tracker}, {name_count(first, reference)}: {shown}. It counts: "
        f"{low_first(reference.definition(first).counts)}",
        tuple(
            cite(row, reference, "a part or the whole that the share is made from")
            for row in dict.fromkeys(row for part, _, whole, _ in tries for row in (part, whole))
        ),
        "The part and the whole, in one definition and one edition.",
    )


def _groups_of(claim: Claim) -> list[str]:
    """Return the group whose share it is, where the words say so plainly; else nothing."""
    end = claim.offset + len(claim.text)
    words = claim.sentence[claim.offset : end]
    number = re.match(r"[\w.,]+(?:[ ]?%|pc|[ ]per[ ]?cent)?", words, re.IGNORECASE)
    after = claim.offset + (number.end() if number else 0)
    whole = _SHARE_OF_DEAD.match(claim.sentence, after)
    before = _GROUP_AT.search(claim.sentence[: claim.offset])
    named = (whole["group"] or "") if whole else ""
    if not named and before and (whole or not re.match(r"[ ]of\b", claim.sentence[after:])):
        named = before["group"]
    return [name for name, pattern in _VICTIM_WORDS.items() if pattern.search(named.lower())]


def check_rate(claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference) -> Verdict:
    """Work out a rate again, and name its denominator: people of the country, or months."""
    year = year_of(claim)
    rows = (
        [
            row
            for row in figures_for(claim, tracker, year, reference)
            if counts_the_same(row, wanted, reference)
        ]
        if year and claim.place
        else []
    )
    after = claim.sentence[claim.offset + len(claim.text) :]
    people = _PER_PEOPLE.match(after)
    population = reference.where(measure="population", country=claim.place, year=year)
    if not rows or (people and not population):
        return Verdict(
            "cannot tell",
            "The figure is a rate, and the reference lacks the count or the denominator that it is "
            "made from, for this source, place and year.",
            (),
            "The count and the denominator that the rate is made from.",
        )
    if len({reference.definition(row).scope for row in rows}) > 1:
        return Verdict(
            "depends on definition",
            "The figure is a rate, and the source has more than one count that it can be made "
            f"from: {'; '.join(sorted({name_count(row, reference) for row in rows}))}.",
            tuple(cite(row, reference, "one count that the rate can be made from") for row in rows),
            "Words in the claim that name the count.",
        )
    if people:
        below = population[0].value / _PEOPLE[people["people"]]
        base = f"{show_number(population[0].value)} people ({population[0].edition})"
        time = _DAYS.get(_per_time(claim))
        if time:
            below, base = below * time, f"{base} and {time:.0f} parts of the year"
    else:
        below = _DAYS[_per_time(claim) or "month"]
        base = f"{below:.0f} parts of the year"
    tries = [(row, row.value / below) for row in rows]
    shown = "; ".join(
        f"{show_number(row.value)} ({row.edition}) over {base} is {rate:.3g}" for row, rate in tries
    )
    held = any(agrees(claim, rate) for _, rate in tries)
    first = rows[0]
    return Verdict(
        "supported" if held else "contradicted",
        f"{tracker}, {name_count(first, reference)}: {shown}. It counts: "
        f"{low_first(reference.definition(first).counts)}",
        tuple(
            cite(row, reference, "a figure that the rate is made from")
            for row in (*rows, *population)
        ),
        "Another count or another denominator.",
    )


def _per_time(claim: Claim) -> str:
    """Return the unit of time of a rate that stands beside its figure, or an empty string."""
    end = claim.offset + len(claim.text)
    beside = claim.sentence[max(0, claim.offset - 30) : end + 20]
    match = _PER_TIME.search(beside)
    return (match["unit"] or match["adverb"]) if match else ""


def _region_parts(
    claim: Claim, wanted: ClaimedCount, tracker: str, year: int, reference: Reference
) -> tuple[list[tuple[Figure, float]], list[Figure]] | None:
    """Return the sum of the regions that a share names, and the whole country."""
    regions = [part.strip() for part in re.split(r",| and ", claim.place or "") if part.strip()]
    rows = [
        row
        for row in reference.where(tracker=tracker, year=year, months="")
        if row.measure == (claim.of if claim.of in {*EVENTS, "fatalities"} else wanted.measure)
        and reference.definition(row).victims == "all"
    ]
    held = [[row for row in rows if row.region == region] for region in regions]
    if not regions or not all(held):
        return None
    country = held[0][0].country
    wholes = [row for row in rows if not row.region and row.country == country]
    parts = [
        (combination[0], sum(row.value for row in combination))
        for combination in product(*held)
        if len({row.series_id for row in combination}) == 1
    ]
    return parts, wholes

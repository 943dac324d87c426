"""Work out shares and rates again, from the figures that the named source printed.

A share needs its part and its whole in one definition. A rate needs its count and its denominator:
the people of the country, or the months of the year. Both are named in the answer.
"""

from __future__ import annotations

import re
from itertools import product

from copydesk.claims import EVENTS, Claim
from copydesk.verification.bodies import tracker_of
from copydesk.verification.claimed_definition import counts_everyone, kinds_of_violence
from copydesk.verification.dates import year_of
from copydesk.verification.evidence import Verdict, name_count, show_number, worked_out
from copydesk.verification.measures import GROUPS, in_rate
from copydesk.verification.query import Query
from copydesk.verification.reference import Figure, Reference

_Parts = tuple[list[tuple[Figure, float]], list[Figure]]
"""Each part of a share with its value, and the wholes that it can be a part of."""
BOTH_NUMBERS = "The part and the whole, in one definition and one edition."
_VICTIM_WORDS = {
    "civilians": re.compile(r"\bcivilians?\b"),
    "security forces": re.compile(r"\bsecurity (?:personnel|forces)\b"),
    "militants": re.compile(r"\b(?:outlaws|militants|terrorists)\b"),
}

_PER_CENT = re.compile(r"\bper ?cent")
_PER_PEOPLE = re.compile(
    r"(?:[ ]\w+){0,3}?[ ](?:per|(?:for[ ])?(?:(?:in|of)[ ])?every)[ ]"
    r"(?P<people>100,000|million|1,000|10,000)"
    r"(?=[ ](?:people|inhabitants|residents)\b|[.,;]|$|[ ]in\b)"
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

_EXACT = dict.fromkeys(("day", "daily"), 366 / 365) | dict.fromkeys(("week", "weekly"), 365 / 364)
_DAYS = {"month": 12.0, "week": 52.0, "day": 365.0, "monthly": 12.0, "weekly": 52.0, "daily": 365.0}


def is_rate(claim: Claim) -> bool:
    """Say whether a figure is a rate: "per 100,000 people", "a month on average"."""
    if claim.measure in {"change", "share"}:
        return False
    after = claim.sentence[claim.offset + len(claim.text) :]
    return bool(_PER_PEOPLE.match(after) or _per_time(claim))


def counter_of_rate(claim: Claim, reference: Reference) -> str:
    """Return the body that counts, where a rate names the one that has the population too."""
    bodies = {tracker_of(name, reference.names) for name in (claim.source or "").split(" and ")}
    people = reference.where(measure="population", country=claim.place)
    counting = bodies - {row.tracker for row in people}
    made_of_both = is_rate(claim) and len(bodies) == len(counting) + 1 == 2
    return (counting.pop() or "") if made_of_both else ""


def in_per_cent(query: Query) -> bool:
    """Say whether a share is itself the figure of a series, by what the series says of itself."""
    rows = query.reference.where(tracker=query.tracker, measure=query.count.measure)
    definitions = [query.reference.definition(row) for row in rows]
    return any(one.unit == "per cent" or _PER_CENT.search(one.counts) for one in definitions)


def in_its_rate(query: Query) -> bool:
    """Say whether the body prints the rate itself, so that none is worked out."""
    rows = query.reference.where(tracker=query.tracker, measure=query.count.measure)
    return any(in_rate(query.claim, query.reference.definition(row).unit) for row in rows)


def rate_words(claim: Claim) -> set[str]:
    """Return the kinds of words that make a figure the rate that is worked out again.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> sorted(rate_words(find_claims("It has 4 deaths per 100,000 people.")[0]))
    ['average', 'people', 'year']
    """
    if not is_rate(claim):
        return set()
    return {"people", "year", "average"} | ({"time"} if _per_time(claim) else set())


def check_share(query: Query) -> Verdict | None:
    """Work out a share again where the reference holds the part and the whole; else ``None``."""
    reference, year = query.reference, year_of(query.claim)
    if year is None or not query.claim.place:
        return None
    tries = _percentages(query, year)
    if not tries:
        return None
    shown = "; ".join(
        f"{show_number(value)} of {show_number(whole.value)} ({whole.edition}) is {percent:.1f} "
        "per cent"
        for _, value, whole, percent in tries
    )
    right = [query.agrees(percent) for *_, percent in tries]
    one_edition = [
        held
        for (part, _, whole, _), held in zip(tries, right, strict=True)
        if part.edition.split(" ")[0] == whole.edition.split(" ")[0]
    ]
    mixed = "depends on definition" if one_edition and not any(one_edition) else "supported"
    label = mixed if any(right) else "contradicted"
    return Verdict(
        label,
        worked_out(tries[0][2], f"{shown}.", reference),
        query.cite(
            [row for part, _, whole, _ in tries for row in (part, whole)],
            "a part or the whole that the share is made from",
        ),
        BOTH_NUMBERS,
    )


def _percentages(query: Query, year: int) -> list[tuple[Figure, float, Figure, float]]:
    """Return each part, its value and its whole, of one kind of event, and the percentage."""
    parts, wholes = _kind_parts(query, year)
    one_kind = not parts
    if one_kind:
        parts, wholes = _region_parts(query, year) or _group_parts(query, year)
    return [
        (part, value, whole, 100 * value / whole.value)
        for (part, value), whole in product(parts, wholes)
        if whole.value and (not one_kind or query.scope(part) == query.scope(whole))
    ]


def _kind_parts(query: Query, year: int) -> _Parts:
    """Return the dead of one kind of violence, and those of the series that adds this kind up."""
    rows = [row for row in query.printed(year) if row.measure == query.claim.of]
    kinds = kinds_of_violence(query.claim.sentence) if counts_everyone(query.claim) else set()
    counts = {row: query.reference.definition(row).counts.lower() for row in rows}
    for part in rows:
        kind = query.scope(part)
        wholes = [
            row
            for row in rows
            if query.scope(row) != kind
            and f"{kind.split(' ')[0]}" in counts[row]
            and "added" in counts[row]
        ]
        if kind in kinds and wholes and kinds <= {kind, *map(query.scope, wholes)}:
            return [(part, part.value)], wholes
    return [], []


def _group_parts(query: Query, year: int) -> _Parts:
    """Return the dead or injured of the one group that a share names, and all of them."""
    claim, groups = query.claim, _groups_of(query.claim)
    if len(groups) != 1 or claim.of not in {"fatalities", "injuries", *GROUPS}:
        return [], []
    whole_of = next((part.value for part in claim.context if part.part == "whole"), "")
    of = whole_of if claim.of in GROUPS else claim.of
    rows = [row for row in query.printed(year) if row.measure == of]
    parts = [(row, row.value) for row in rows if query.victims(row) == groups[0]]
    return parts, [row for row in rows if query.victims(row) == "all"]


def _groups_of(claim: Claim) -> list[str]:
    """Return the group whose share it is, where the words say so plainly; else nothing."""
    end = claim.offset + len(claim.text)
    words = claim.sentence[claim.offset : end]
    number = re.match(r"[\w.,]+(?:[ ]?%|[ ]per[ ]?cent)?", words, re.IGNORECASE)
    after = claim.offset + (number.end() if number else 0)
    whole = _SHARE_OF_DEAD.match(claim.sentence, after)
    before = _GROUP_AT.search(claim.sentence[: claim.offset])
    named = (whole["group"] or "") if whole else ""
    if not named and before and (whole or not re.match(r"[ ]of\b", claim.sentence[after:])):
        named = before["group"]
    return [name for name, pattern in _VICTIM_WORDS.items() if pattern.search(named.lower())]


def check_rate(query: Query) -> Verdict:
    """Work out a rate again, and name its denominator: people of the country, or months."""
    claim, reference = query.claim, query.reference
    year = year_of(claim)
    rows = query.same(year) if year and claim.place else []
    people = _PER_PEOPLE.match(claim.sentence[claim.offset + len(claim.text) :])
    population = reference.where(measure="population", country=claim.place, year=year)
    if not rows or (people and not population):
        return Verdict(
            "cannot tell",
            "The figure is a rate, and the reference lacks the count or the denominator that it is "
            "made from, for this source, place and year.",
            (),
            "The count and the denominator that the rate is made from.",
        )
    if len(set(map(query.scope, rows))) > 1:
        return Verdict(
            "depends on definition",
            "The figure is a rate, and the source has more than one count that it can be made "
            f"from: {'; '.join(sorted({name_count(row, reference) for row in rows}))}.",
            query.cite(rows, "one count that the rate can be made from"),
            "Words in the claim that name the count.",
        )
    below, base = _denominator(claim, people, population)
    shown = "; ".join(
        f"{show_number(row.value)} ({row.edition}) over {base} is {row.value / below:.3g}"
        for row in rows
    )
    # A year of 366 days, or of 52 weeks and a day, gives a rate that may round otherwise.
    exact = _EXACT.get(_per_time(claim), 1.0)
    ways = [row.value / one for row in rows for one in (below, below * exact)]
    bound = any(query.meets(way) == "loosely" for way in ways)  # "more than 10" of 16
    return Verdict(
        "supported" if any(map(query.agrees, ways)) else "cannot tell" if bound else "contradicted",
        worked_out(rows[0], f"{shown}.", reference),
        query.cite(rows + population, "a figure that the rate is made from"),
        "Another count or another denominator.",
    )


def _denominator(
    claim: Claim, people: re.Match[str] | None, population: list[Figure]
) -> tuple[float, str]:
    """Return by what a count is divided, and what that is in words."""
    time = _DAYS.get(_per_time(claim), 1.0 if people else 12.0)
    parts = f"{time:.0f} parts of the year"
    if not people:
        return time, parts
    base = f"{show_number(population[0].value)} people ({population[0].edition})"
    below = population[0].value / _PEOPLE[people["people"]]
    return below * time, f"{base} and {parts}" if time != 1 else base


def _per_time(claim: Claim) -> str:
    """Return the unit of time of a rate that stands beside its figure, or an empty string."""
    end = claim.offset + len(claim.text)
    people = _PER_PEOPLE.match(claim.sentence[end:])  # "per 100,000 people a month"
    end += people.end() if people else 0
    beside = claim.sentence[max(0, claim.offset - 30) : end + 20]
    match = _PER_TIME.search(beside)
    return (match["unit"] or match["adverb"]) if match else ""


def _region_parts(query: Query, year: int) -> _Parts | None:
    """Return the sum of the regions that a share names, and the whole country."""
    claim = query.claim
    regions = map(str.strip, re.split(r",| and ", claim.place or ""))
    measure = claim.of if claim.of in {*EVENTS, "fatalities"} else query.count.measure
    wanted = {"tracker": query.tracker, "year": year, "months": "", "measure": measure}
    rows = [row for row in query.reference.where(**wanted) if query.victims(row) == "all"]
    held = [[row for row in rows if row.region == region] for region in regions]
    if not all(held):
        return None
    parts = [
        (combination[0], sum(row.value for row in combination))
        for combination in product(*held)
        if len({row.series_id for row in combination}) == 1
    ]
    return parts, [row for row in rows if (row.region, row.country) == ("", held[0][0].country)]

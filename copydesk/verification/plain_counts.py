"""Set a plain count beside what its source printed: the same, another edition, another count.

Each function returns a verdict for one way in which a count and the figures of its source can meet.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

from copydesk.claims import Claim
from copydesk.claims.dating import counts_from_today
from copydesk.language.hedges import AGREES
from copydesk.verification.claimed_count import (
    VICTIMS,
    ClaimedCount,
    counts_the_same,
    family_of,
    figures_for,
    match_value,
    name_measure,
    period_words,
    year_of,
)
from copydesk.verification.comparisons import settle_comparison, settle_level
from copydesk.verification.editions import Edition, is_edition, named_edition
from copydesk.verification.evidence import (
    Evidence,
    Verdict,
    cite,
    cite_editions,
    describe,
    name_count,
    show_number,
)
from copydesk.verification.reference import Figure, Reference

_APART = frozenset({"civilians", "militants", "security forces"})
"""Groups that nobody is in two of."""
_TELLING = 3
"""Digits, without noughts at the end, from which on an equal number is no chance."""


def check_casualties(
    claim: Claim,
    wanted: ClaimedCount,
    tracker: str,
    year: int,
    months: str,
    reference: Reference,
) -> Verdict:
    """Answer a claim of casualties: deaths and injuries of one edition, added."""
    rows = figures_for(claim, tracker, year, reference, months)
    deaths, injuries = (
        [r for r in rows if r.measure == measure] for measure in ("fatalities", "injuries")
    )
    sums = [
        (dead, hurt)
        for dead, hurt in product(deaths, injuries)
        if dead.definition_id == hurt.definition_id
        and dead.edition.split(" ")[0] == hurt.edition.split(" ")[0]
    ]
    if not sums:
        return no_figure(claim, wanted, tracker, rows, reference)
    shown = "; ".join(
        f"{show_number(dead.value)} deaths and {show_number(hurt.value)} injured "
        f"({dead.edition}) are {show_number(dead.value + hurt.value)}"
        for dead, hurt in sums
    )
    first = sums[0][0]
    counts = reference.definition(first).counts
    says = f"{tracker}: {shown}. It counts: {counts[0].lower()}{counts[1:]}"
    evidence = tuple(
        cite(row, reference, "one of the two figures that casualties are added from")
        for row in dict.fromkeys(row for pair in sums for row in pair)
    )
    if any(match_value(claim, replace(d, value=d.value + h.value)) in AGREES for d, h in sums):
        label = "depends on definition" if len({d.series_id for d, _ in sums}) > 1 else "supported"
        return Verdict(label, says, evidence, "A later edition with another figure.")
    alone = [row for pair in sums for row in pair if match_value(claim, row) == "exactly"]
    if alone:
        says += f" The number of the claim is its {name_measure(alone[0].measure)} alone."
    return Verdict(
        "contradicted", says, evidence, "An edition whose figures add up to this number."
    )


def compare(
    claim: Claim,
    wanted: ClaimedCount,
    own: list[Figure],
    ends: tuple[str, ...],
    reference: Reference,
) -> Verdict:
    """Compare a claim with what the named source printed for that place and year.

    ``ends`` is what the words beside the figure say of a range: ``"low"``, ``"best"``, ``"high"``.
    """
    named = [end for end in ends if end != "range"]
    end = named[0] if len(named) == 1 else ""
    fits = [row for row in own if counts_the_same(row, wanted, reference)]
    rest = [row for row in own if row not in fits]
    if claim.value_high is not None:
        return _range(claim, fits, reference)
    equal = [row for row in fits if match_value(claim, row) in AGREES]
    beside = other_trackers(claim, wanted, own[0].tracker, reference)
    edition = named_edition(claim)
    others = [row for row in equal if _is_not_that_end(end, row)]
    if others:
        says = describe(fits, reference)
        cited = cite_editions(fits, reference, "its range")
        return _inside_range(claim, end, others[0], says, cited)
    if equal and edition and not any(is_edition(row, edition, fits) for row in equal):
        return _other_edition(claim, edition, equal, fits, beside, reference)
    if equal:
        return _right_figure(claim, equal, fits, rest, beside, reference)
    return _wrong_figure(claim, wanted, end, fits, rest, beside, reference)


def _wrong_figure(
    claim: Claim,
    wanted: ClaimedCount,
    end: str,
    fits: list[Figure],
    rest: list[Figure],
    beside: tuple[Evidence, ...],
    reference: Reference,
) -> Verdict:
    """Answer a claim whose figure the named source did not print for this count."""
    loose = [row for row in fits if match_value(claim, row) == "loosely"]
    inside = [row for row in fits if row.low and row.high and row.low <= claim.value <= row.high]
    same_number = [row for row in rest if match_value(claim, row) == "exactly"]
    victims = {wanted.victims, *(reference.definition(row).victims for row in same_number[:1])}
    evidence = (
        *cite_editions(fits, reference, "the named source's own figure"),
        *_other_counts(rest, reference),
        *beside,
    )
    says = describe(fits, reference)
    if loose:
        return Verdict(
            "cannot tell",
            f'{says} That does not conflict with "{claim.modifier} {claim.text}", but it is too '
            "far from it to be what the source said.",
            evidence,
            "The sentence in which the source gives this bound.",
        )
    if inside:
        return _inside_range(claim, end, inside[0], says, evidence)
    if same_number:
        number = describe(same_number[:1], reference)
        if fits or (len(victims) == 2 and victims <= _APART):
            return Verdict(
                "contradicted",
                f"{says} The number of the claim belongs to another count: {number}",
                evidence,
                "An edition in which the source prints this number for this count.",
            )
        return Verdict(
            "depends on definition",
            f"{number} The claim counts something else in words, and for that the reference has no "
            "figure of this source.",
            evidence,
            "The source's own figure in the definition that the claim uses.",
        )
    if not fits:
        return Verdict(
            "cannot tell",
            f"{describe(rest, reference)} None of this is the count that the claim names.",
            evidence,
            "The source's own figure in the definition that the claim uses.",
        )
    theirs = [
        row
        for row in reference.where(country=claim.place, year=fits[0].year, region="", months="")
        if row.tracker != fits[0].tracker
        and family_of(row.measure) == family_of(wanted.measure)
        and match_value(claim, row) == "exactly"
    ]
    whose = f" It is a number of another body: {describe(theirs[:1], reference)}" if theirs else ""
    return Verdict(
        "contradicted",
        f"{says} No edition in the reference prints the claim's {show_number(claim.value)}.{whose}",
        evidence,
        "An edition in which the source prints this number.",
    )


def _is_not_that_end(end: str, row: Figure) -> bool:
    """Say whether the words call the best estimate of a range its low or high one."""
    value = {"low": row.low, "best": row.value, "high": row.high}.get(end)
    return value is not None and value != row.value


def _inside_range(
    claim: Claim, named: str, row: Figure, says: str, evidence: tuple[Evidence, ...]
) -> Verdict:
    """Answer a claim inside the range of an estimate: the end that it names, or none."""
    ends = {"low": row.low, "best": row.value, "high": row.high}
    if named:
        right = ends[named] == claim.value
        is_ = next((end for end, value in ends.items() if value == claim.value), "")
        other = f", and {show_number(claim.value)} is its {is_} one" if is_ and not right else ""
        return Verdict(
            "supported" if right else "contradicted",
            f"{says} Its {named} estimate is {show_number(ends[named])}{other}.",
            evidence,
            "A later version with another range.",
        )
    return Verdict(
        "depends on definition",
        f"{says} The claim is inside the range of {show_number(row.low)} to "
        f"{show_number(row.high)}, but it is not the best estimate.",
        evidence,
        "A statement of which estimate, low, best or high, the claim means.",
    )


def _range(claim: Claim, fits: list[Figure], reference: Reference) -> Verdict:
    """Answer a claim of a range: it has to be the range that the source prints."""
    ranged = [row for row in fits if row.low is not None and row.high is not None]
    if not ranged:
        return Verdict(
            "cannot tell",
            "The claim gives a range; the reference holds single figures.",
            cite_editions(fits, reference, "the named source's own figure"),
            "The range that the source prints.",
        )
    shown = ", ".join(f"{show_number(r.low)} to {show_number(r.high)}" for r in ranged)
    held = any((r.low, r.high) == (claim.value, claim.value_high) for r in ranged)
    return Verdict(
        "supported" if held else "contradicted",
        f"{describe(ranged, reference)} Its range is {shown}.",
        cite_editions(ranged, reference, "the named source's own figure"),
        "A later version with another range.",
    )


def _other_edition(
    claim: Claim,
    edition: Edition,
    equal: list[Figure],
    fits: list[Figure],
    beside: tuple[Evidence, ...],
    reference: Reference,
) -> Verdict:
    """Answer a claim whose number stands in another edition than the one it names."""
    meant = [
        row
        for row in fits
        if row.series_id == equal[0].series_id and is_edition(row, edition, fits)
    ]
    evidence = (*cite_editions(fits, reference, "the named source's own figure"), *beside)
    says = describe([row for row in fits if row.series_id == equal[0].series_id], reference)
    if meant:
        return Verdict(
            "contradicted",
            f'{says} The edition that the sentence names ("{edition.words}") prints '
            f"{show_number(meant[0].value)}; the number of the claim is in another one.",
            evidence,
            "The edition that the sentence names, with this number in it.",
        )
    return Verdict(
        "depends on definition",
        f'{says} The sentence names an edition ("{edition.words}") that the reference does not '
        "hold; the number is that of another one.",
        evidence,
        "The edition that the sentence names.",
    )


def _right_figure(
    claim: Claim,
    equal: list[Figure],
    fits: list[Figure],
    rest: list[Figure],
    beside: tuple[Evidence, ...],
    reference: Reference,
) -> Verdict:
    """Answer a claim whose figure the named source did print."""
    series = [row for row in fits if row.series_id == equal[0].series_id]
    evidence = (
        *cite_editions(series, reference, "the named source's own figure"),
        *_other_counts([row for row in (*fits, *rest) if row not in series], reference),
    )
    says = f"As attributed, the figure is right. {describe(series, reference)}"
    scopes = {reference.definition(row).scope for row in fits}
    if len(scopes) > 1:
        others = [row for row in fits if row not in series]
        return Verdict(
            "depends on definition",
            f"{says} The claim does not say which count it means, and the source has another: "
            f"{describe(others, reference)}",
            (*evidence, *beside),
            "Words in the claim that name the count: attacks, operations, or both.",
        )
    level = None if claim.comparison else settle_level(claim, equal, reference)
    if not claim.comparison and level is None:
        return Verdict(
            "supported",
            says,
            (*evidence, *beside),
            "A later edition with another figure, or a claim that means another count.",
        )
    label, why, years = level or settle_comparison(claim, equal, reference)
    compared = claim.comparison or "the move that the sentence tells"
    return Verdict(
        label,
        f'{says} The comparison "{compared}": {why}',
        (*evidence, *years, *beside),
        "A figure for every year of the comparison in this one definition.",
    )


def number_of_another_count(
    claim: Claim, tracker: str | None, reference: Reference
) -> Verdict | None:
    """Answer a claim of something that no series counts, with the number of what the body counts.

    "PIPS recorded 521 foiled attacks", where it prints 521 for all attacks: the number is taken.
    Only for numbers of three digits and more that are not round and have no hedge.
    """
    return _taken_from(claim, tracker, reference, frozenset({"population"}))


def number_of_another_measure(
    claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference
) -> Verdict | None:
    """Answer a claim that has no figure, with the number of something else of the same body.

    "The World Bank counted 251 million deaths", where it prints 251 million people.
    """
    family = family_of(wanted.measure)
    same = {m for m in reference.measures.get(tracker, ()) if family_of(m) == family}
    return _taken_from(claim, tracker, reference, frozenset(same))


def _taken_from(
    claim: Claim, tracker: str | None, reference: Reference, but: frozenset[str]
) -> Verdict | None:
    """Return the verdict on a number that the body prints for another thing than the claim's."""
    words = set(re.findall(r"[a-z-]+", claim.text.lower()))
    year = year_of(claim)
    if tracker is None or year is None or claim.place is None or claim.modifier:
        return None
    if len(f"{claim.value:.0f}".rstrip("0")) < _TELLING or claim.unit.startswith("percent"):
        return None
    rows = [
        row
        for row in figures_for(claim, tracker, year, reference)
        if row.measure not in but
        and match_value(claim, row) == "exactly"
        and not words & VICTIMS.get(reference.definition(row).victims, set())
    ]
    if not rows or len({row.series_id for row in rows}) > 1:
        return None
    return Verdict(
        "contradicted",
        f'The claim gives {show_number(claim.value)} for "{claim.text}". '
        f"{describe(rows, reference)} The number belongs to that count, and not to the thing that "
        "the claim names.",
        cite_editions(rows, reference, "the same number, of another count"),
        "A figure of the source for the thing that the claim names.",
    )


def cannot_place(
    claim: Claim, tracker: str, rows: list[Figure], missing: str, reference: Reference
) -> Verdict:
    """Answer a claim of a tracker that gives no place or no year."""
    same = _equal_numbers(claim, tracker, rows, reference)
    own = [row for row in same if row.tracker == tracker]
    hint = (
        f" {tracker} does print an equal number for {own[0].year} "
        f"({own[0].edition}), which counts: {own[0].definition[0].lower()}{own[0].definition[1:]} "
        "Whether the sentence means that figure is for the reporter to find out."
        if own
        else ""
    )
    if year_of(claim) is None and counts_from_today(period_words(claim)):
        hint += f' "{claim.period}" counts from the day of the article' + (
            ", and that year still runs."
            if (period_words(claim) or "").endswith(" so far")
            else ", which was not given."
        )
    return Verdict(
        "cannot tell",
        f"The sentence does not give one {missing} for the figure, so no figure of {tracker} can "
        f"be set beside it.{hint}",
        same,
        "A place and a calendar year in the sentence.",
    )


def no_figure(
    claim: Claim, wanted: ClaimedCount, tracker: str, rows: list[Figure], reference: Reference
) -> Verdict:
    """Answer a claim for a place and a year for which the reference holds no figure."""
    same = _equal_numbers(claim, tracker, rows, reference)
    counted = name_measure(claim.measure)
    trap = (
        f" An equal number stands in the reference ({same[0].tracker}, {same[0].year}, "
        f"edition {same[0].edition}), for another place, year or source; that "
        "is no support."
        if same
        else ""
    )
    parts = [
        row
        for row in reference.where(tracker=tracker, year=year_of(claim))
        if (row.region or row.country) == claim.place
        and row.months
        and family_of(row.measure) == family_of(wanted.measure)
    ]
    partial = "".join(
        f" It holds one for {row.months} of that year, {show_number(row.value)} ({row.edition}); "
        "a part of a year is not the year."
        for row in parts
    )
    return Verdict(
        "cannot tell",
        f"The reference holds no figure of {tracker} for {counted} in {claim.place} in "
        f"{period_words(claim)}.{partial}{trap}",
        (*(cite(row, reference, f"{row.months} only: no support") for row in parts), *same),
        f"The figure that {tracker} printed for this place and year.",
    )


def _equal_numbers(
    claim: Claim, tracker: str, rows: list[Figure], reference: Reference
) -> tuple[Evidence, ...]:
    """Collect equal numbers that are no support, the named tracker's first."""
    found = sorted(
        (row for row in rows if row.value == claim.value), key=lambda row: row.tracker != tracker
    )
    return tuple(
        cite(row, reference, "equal number for another place, year or source: no support")
        for row in found[:5]
    )


def _other_counts(rows: list[Figure], reference: Reference) -> tuple[Evidence, ...]:
    """Make evidence of what the named source prints for other counts than the claim's."""
    return tuple(
        cite(
            row,
            reference,
            f"the named source's figure for another count: {name_count(row, reference)}",
        )
        for row in rows
    )


def other_trackers(
    claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference
) -> tuple[Evidence, ...]:
    """Collect what the other trackers print for the same place, year and kind of thing."""
    year = year_of(claim)
    return tuple(
        cite(
            row,
            reference,
            f"another tracker, which counts {name_count(row, reference)}: no support",
        )
        for row in reference.where(country=claim.place, year=year, region="", months="")
        if row.tracker != tracker
        and family_of(row.measure) == family_of(wanted.measure)
        and reference.definition(row).victims == "all"
    )

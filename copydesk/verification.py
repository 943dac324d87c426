"""Lesson 06: is the figure right, by whose definition, and as of when.

``verify`` sets one claim beside the figures that the kit holds and answers with one of four labels.
The errors are not equal: a false claim that is called supported does harm, so every doubt ends in
"cannot tell" or "depends on definition". An equal number is no support by itself. The source, the
place, the year and the thing that is counted have to be the same.

The figures are in ``copydesk.reference``. What a claim counts is read in
``copydesk.claimed_count``, and its comparison is tested in ``copydesk.comparisons``.
"""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.claimed_count import (
    ClaimedCount,
    calendar_year,
    counts_the_same,
    family_of,
    match_value,
    name_measure,
    read_claimed_count,
)
from copydesk.claims import Claim
from copydesk.comparisons import settle_comparison
from copydesk.evidence import Evidence, cite, cite_editions, describe, name_count, show_number
from copydesk.reference import (
    Definition,
    Figure,
    Reference,
    find_tracker,
    load_reference,
    tracker_names,
)

__all__ = [
    "LABELS",
    "Definition",
    "Evidence",
    "Figure",
    "Reference",
    "Verdict",
    "find_tracker",
    "load_reference",
    "tracker_names",
    "verify",
]

LABELS = ("supported", "contradicted", "depends on definition", "cannot tell")
"""The four answers. "cannot tell" is the one that the desk gives when nothing forces another."""
_NEED_SERIES = (
    "A published series with a stated definition that counts this thing, for this place and time."
)


@dataclass(frozen=True)
class Verdict:
    """The answer to a claim.

    Attributes
    ----------
    label : str
        One of ``LABELS``.
    because : str
        The reasons, with the series, the edition and the definition where a series was found.
    evidence : tuple of Evidence
        Every figure that was looked at.
    would_change : str
        What would lead to another label.
    """

    label: str
    because: str
    evidence: tuple[Evidence, ...]
    would_change: str


def verify(claim: Claim, reference: Reference) -> Verdict:
    """Set a claim beside the reference figures.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    reference : Reference
        From ``load_reference``.

    Returns
    -------
    Verdict
        ``supported`` only when the named source printed this figure for this place, year and
        thing. ``contradicted`` when it printed others, in every edition that the reference has.
        ``depends on definition`` when the answer turns on what is counted, or on which edition
        or year a comparison is made with. ``cannot tell`` in every other case.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> text = "PIPS counted 306 terrorist attacks in Pakistan in 2023."
    >>> verify(find_claims(text)[0], load_reference()).label
    'supported'
    """
    wanted = read_claimed_count(claim, reference.names)
    if wanted.problem:
        return Verdict("cannot tell", wanted.problem, (), _NEED_SERIES)
    everything, reference = reference, reference.whole_years()
    rows = [
        figure
        for figure in reference.figures
        if family_of(figure.measure) == family_of(wanted.measure)
    ]
    year = calendar_year(claim.period)
    tracker = find_tracker(claim.source, reference.names)
    if tracker is None:
        return _unattributed(claim, wanted, rows, year, reference)
    missing = [name for name, value in (("place", claim.place), ("year", year)) if value is None]
    if missing:
        return _cannot_place(claim, tracker, rows, " and ".join(missing), reference)
    own = [
        row
        for row in rows
        if row.tracker == tracker and row.country == claim.place and row.year == year
    ]
    if not own:
        return _no_figure(claim, wanted, tracker, rows, everything)
    return _compare(claim, wanted, own, reference)


def _compare(
    claim: Claim, wanted: ClaimedCount, own: list[Figure], reference: Reference
) -> Verdict:
    """Compare a claim with what the named source printed for that place and year."""
    fits = [row for row in own if counts_the_same(row, wanted, reference)]
    rest = [row for row in own if row not in fits]
    equal = [row for row in fits if match_value(claim, row) in {"exactly", "within its words"}]
    beside = _others(claim, wanted, own[0].tracker, reference)
    if equal:
        return _right_figure(claim, equal, fits, rest, beside, reference)
    loose = [row for row in fits if match_value(claim, row) == "loosely"]
    inside = [row for row in fits if row.low and row.high and row.low <= claim.value <= row.high]
    same_number = [row for row in rest if match_value(claim, row) == "exactly"]
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
        row = inside[0]
        return Verdict(
            "depends on definition",
            f"{says} The claim is inside the range of {show_number(row.low)} to "
            f"{show_number(row.high)}, but it is not the best estimate.",
            evidence,
            "A statement of which estimate, low, best or high, the claim means.",
        )
    if same_number:
        row = same_number[0]
        number = describe([row], reference)
        if fits:
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
    return Verdict(
        "contradicted",
        f"{says} No edition in the reference prints the claim's {show_number(claim.value)}.",
        evidence,
        "An edition in which the source prints this number.",
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
    if not claim.comparison:
        return Verdict(
            "supported",
            says,
            (*evidence, *beside),
            "A later edition with another figure, or a claim that means another count.",
        )
    outcome, why, years = settle_comparison(claim, equal, reference)
    label = {"holds": "supported", "fails": "contradicted"}.get(outcome, "depends on definition")
    return Verdict(
        label,
        f'{says} The comparison "{claim.comparison}": {why}',
        (*evidence, *years, *beside),
        "A figure for every year of the comparison in this one definition.",
    )


def _unattributed(
    claim: Claim, wanted: ClaimedCount, rows: list[Figure], year: int | None, reference: Reference
) -> Verdict:
    """Answer a claim that names no source, or one that is no tracker: never "supported"."""
    who = (
        f'The named source, "{claim.source}", is not one whose figures the reference holds.'
        if claim.source
        else "The sentence names no source for the figure."
    )
    found = [
        row
        for row in rows
        if row.country == claim.place
        and row.year == year
        and counts_the_same(row, ClaimedCount(row.measure, "", wanted.victims), reference)
        and match_value(claim, row) in {"exactly", "within its words"}
    ]
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
        _others(claim, wanted, "", reference),
        "A source named in the sentence, whose series can be looked up.",
    )


def _cannot_place(
    claim: Claim, tracker: str, rows: list[Figure], missing: str, reference: Reference
) -> Verdict:
    same = _equal_numbers(claim, tracker, rows, reference)
    own = [row for row in same if row.tracker == tracker]
    hint = (
        f" {tracker} does print an equal number, in series {own[0].series_id} for {own[0].year} "
        f"({own[0].edition}), which counts: {own[0].definition[0].lower()}{own[0].definition[1:]} "
        "Whether the sentence means that figure is for the reporter to find out."
        if own
        else ""
    )
    return Verdict(
        "cannot tell",
        f"The sentence does not give one {missing} for the figure, so no figure of {tracker} can "
        f"be set beside it.{hint}",
        same,
        "A place and a calendar year in the sentence.",
    )


def _no_figure(
    claim: Claim, wanted: ClaimedCount, tracker: str, rows: list[Figure], reference: Reference
) -> Verdict:
    same = _equal_numbers(claim, tracker, rows, reference)
    counted = name_measure(claim.measure)
    trap = (
        f" An equal number stands in the reference ({same[0].tracker}, {same[0].year}, series "
        f"{same[0].series_id}, edition {same[0].edition}), for another place, year or source; that "
        "is no support."
        if same
        else ""
    )
    parts = [
        row
        for row in reference.figures
        if row.tracker == tracker
        and (row.region or row.country) == claim.place
        and row.year == calendar_year(claim.period)
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
        f"{claim.period}.{partial}{trap}",
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


def _others(
    claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference
) -> tuple[Evidence, ...]:
    """Collect what the other trackers print for the same place, year and kind of thing."""
    year = calendar_year(claim.period)
    return tuple(
        cite(
            row,
            reference,
            f"another tracker, which counts {name_count(row, reference)}: no support",
        )
        for row in reference.figures
        if row.tracker != tracker
        and row.country == claim.place
        and row.year == year
        and family_of(row.measure) == family_of(wanted.measure)
        and reference.definition(row).victims == "all"
    )

"""Set a count beside what its source printed: the same, another edition, another count."""

from __future__ import annotations

from itertools import product

from copydesk.verification.comparisons import settle_comparison, settle_level
from copydesk.verification.dates import Edition, is_edition, named_edition
from copydesk.verification.evidence import (
    Evidence,
    Verdict,
    cite,
    cite_editions,
    low_first,
    name_count,
    show_number,
)
from copydesk.verification.measures import name_measure
from copydesk.verification.query import OWN_FIGURE, Query
from copydesk.verification.reference import Figure
from copydesk.verification.without_figure import no_figure

_APART = frozenset({"civilians", "militants", "security forces"})
"""Groups that nobody is in two of."""
_ANOTHER_RANGE = "A later version with another range."


def check_casualties(query: Query) -> Verdict:
    """Answer a claim of casualties: deaths and injuries of one edition, added."""
    tracker, reference = query.tracker, query.reference
    rows = query.printed(query.year, query.months[0] if query.months else "")
    pairs = [pair for pair in product(rows, rows) if _deaths_and_injuries(*pair)]
    if not pairs:
        return no_figure(query, rows)
    shown = "; ".join(
        f"{show_number(dead.value)} deaths and {show_number(hurt.value)} injured "
        f"({dead.edition}) are {show_number(dead.value + hurt.value)}"
        for dead, hurt in pairs
    )
    counts = reference.definition(pairs[0][0]).counts
    says = f"{tracker}: {shown}. It counts: {low_first(counts)}"
    both = [row for pair in pairs for row in pair]
    evidence = query.cite(both, "one of the two figures that casualties are added from")
    if any(query.agrees(dead.value + hurt.value) for dead, hurt in pairs):
        several = len({dead.series_id for dead, _ in pairs}) > 1
        label = "depends on definition" if several else "supported"
        return Verdict(label, says, evidence, "A later edition with another figure.")
    alone = [row for row in both if query.exactly(row)]
    if alone:
        says += f" The number of the claim is its {name_measure(alone[0].measure)} alone."
    return Verdict(
        "contradicted", says, evidence, "An edition whose figures add up to this number."
    )


def _deaths_and_injuries(dead: Figure, hurt: Figure) -> bool:
    """Say whether two figures are the deaths and the injuries of one edition."""
    editions = [row.edition.split(" ")[0] for row in (dead, hurt)]
    return (
        (dead.measure, hurt.measure) == ("fatalities", "injuries")
        and dead.definition_id == hurt.definition_id
        and editions[0] == editions[1]
    )


def check_count(query: Query, own: list[Figure], ends: tuple[str, ...]) -> Verdict:
    """Compare a claim with what the named source printed for that place and year.

    ``ends`` is what the words beside the figure say of a range: ``"low"``, ``"best"``, ``"high"``.
    """
    named = {*ends} - {"range"}
    end = named.pop() if len(named) == 1 else ""
    fits = [row for row in own if query.counts(row)]
    rest = [row for row in own if row not in fits]
    if query.claim.value_high is not None:
        return _range(query, fits)
    equal = [row for row in fits if query.agrees(row.value)]
    if not equal:
        return _wrong_figure(query, end, fits, rest)
    for row in equal:
        if _ends(row).get(end) not in {None, row.value}:
            cited = cite_editions(fits, query.reference, "its range")
            return _inside_range(query, end, row, fits, cited)
    edition = named_edition(query.claim)
    if edition and not any(is_edition(row, edition, fits) for row in equal):
        return _other_edition(query, edition, equal, fits)
    return _right_figure(query, equal, fits, rest)


def _wrong_figure(query: Query, end: str, fits: list[Figure], rest: list[Figure]) -> Verdict:
    """Answer a claim whose figure the named source did not print for this count."""
    claim = query.claim
    inside = [row for row in fits if _is_inside(query, row, end)]
    same_number = [row for row in rest if query.exactly(row)]
    evidence = (
        *cite_editions(fits, query.reference, OWN_FIGURE),
        *_other_counts(query, rest),
        *query.others(),
    )
    says = query.describe(fits)
    if any(query.meets(row.value) == "loosely" for row in fits):
        return Verdict(
            "cannot tell",
            f'{says} That does not conflict with "{claim.modifier} {claim.text}", but it is too '
            "far from it to be what the source said.",
            evidence,
            "The sentence in which the source gives this bound.",
        )
    if inside:
        return _inside_range(query, end, inside[0], fits, evidence)
    if same_number:
        label, because, would_change = _of_another_count(query, same_number[0], fits)
        return Verdict(label, because, evidence, would_change)
    if not fits:
        return Verdict(
            "cannot tell",
            f"{query.describe(rest)} None of this is the count that the claim names.",
            evidence,
            "The source's own figure in the definition that the claim uses.",
        )
    return Verdict(
        "contradicted",
        f"{says} No edition in the reference prints the claim's {show_number(claim.value)}."
        f"{_whose_number(query, fits[0])}",
        evidence,
        "An edition in which the source prints this number.",
    )


def _of_another_count(query: Query, row: Figure, fits: list[Figure]) -> tuple[str, str, str]:
    """Answer a claim whose number the source prints for another count than it names."""
    number = query.describe([row])
    victims = {query.count.victims, query.victims(row)}
    if fits or (len(victims) == 2 and victims <= _APART):
        return (
            "contradicted",
            f"{query.describe(fits)} The number of the claim belongs to another count: {number}",
            "An edition in which the source prints this number for this count.",
        )
    return (
        "depends on definition",
        f"{number} The claim counts something else in words, and for that the reference has no "
        "figure of this source.",
        "The source's own figure in the definition that the claim uses.",
    )


def _whose_number(query: Query, own: Figure) -> str:
    """Say which other body prints the number of a claim for the same thing."""
    theirs = [
        row
        for row in query.of_all_bodies(own.year)
        if row.tracker != own.tracker and query.alike(row) and query.exactly(row)
    ]
    return f" It is a number of another body: {query.describe(theirs[:1])}" if theirs else ""


def _ends(row: Figure) -> dict[str, float | None]:
    return {"low": row.low, "best": row.value, "high": row.high}


def _is_inside(query: Query, row: Figure, named: str) -> bool:
    """Say whether a claim is inside the range of an estimate, or rounds to the end it names."""
    if not (row.low and row.high):
        return False
    rounds_to = _ends(row).get(named)
    inside = row.low <= query.claim.value <= row.high
    return inside or (rounds_to is not None and query.agrees(rounds_to))


def _inside_range(
    query: Query, named: str, row: Figure, fits: list[Figure], evidence: tuple[Evidence, ...]
) -> Verdict:
    """Answer a claim inside the range of an estimate: the end that it names, or none."""
    value, ends = query.claim.value, _ends(row)
    says = query.describe(fits)
    if named:
        held = ends[named]
        right = held is not None and query.agrees(held)
        is_ = next((end for end, number in ends.items() if number == value), "")
        other = f", and {show_number(value)} is its {is_} one" if is_ and not right else ""
        return Verdict(
            "supported" if right else "contradicted",
            f"{says} Its {named} estimate is {show_number(held)}{other}.",
            evidence,
            _ANOTHER_RANGE,
        )
    return Verdict(
        "depends on definition",
        f"{says} The claim is inside the range of {show_number(row.low)} to "
        f"{show_number(row.high)}, but it is not the best estimate.",
        evidence,
        "A statement of which estimate, low, best or high, the claim means.",
    )


def _range(query: Query, fits: list[Figure]) -> Verdict:
    """Answer a claim of a range: it has to be the range that the source prints."""
    claim = query.claim
    ranged = [row for row in fits if row.low is not None and row.high is not None]
    evidence = cite_editions(ranged or fits, query.reference, OWN_FIGURE)
    if not ranged:
        return Verdict(
            "cannot tell",
            "The claim gives a range; the reference holds single figures.",
            evidence,
            "The range that the source prints.",
        )
    shown = ", ".join(f"{show_number(row.low)} to {show_number(row.high)}" for row in ranged)
    held = any((row.low, row.high) == (claim.value, claim.value_high) for row in ranged)
    return Verdict(
        "supported" if held else "contradicted",
        f"{query.describe(ranged)} Its range is {shown}.",
        evidence,
        _ANOTHER_RANGE,
    )


def _other_edition(
    query: Query, edition: Edition, equal: list[Figure], fits: list[Figure]
) -> Verdict:
    """Answer a claim whose number stands in another edition than the one it names."""
    series = [row for row in fits if row.series_id == equal[0].series_id]
    meant = [row for row in series if is_edition(row, edition, fits)]
    own = cite_editions(fits, query.reference, OWN_FIGURE)
    evidence = (*own, *query.others())
    says = query.describe(series)
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
    query: Query, equal: list[Figure], fits: list[Figure], rest: list[Figure]
) -> Verdict:
    """Answer a claim whose figure the named source did print."""
    claim, reference = query.claim, query.reference
    series = [row for row in fits if row.series_id == equal[0].series_id]
    others = [row for row in fits if row not in series]
    beside = query.others()
    evidence = (
        *cite_editions(series, reference, OWN_FIGURE),
        *_other_counts(query, others + rest),
    )
    says = f"As attributed, the figure is right. {query.describe(series)}"
    if len(set(map(query.scope, fits))) > 1:
        return Verdict(
            "depends on definition",
            f"{says} The claim does not say which count it means, and the source has another: "
            f"{query.describe(others)}",
            (*evidence, *beside),
            "Words in the claim that name the count: attacks, operations, or both.",
        )
    settle = settle_comparison if claim.comparison else settle_level
    outcome = settle(claim, equal[0], reference)
    if outcome is None:
        return Verdict(
            "supported",
            says,
            (*evidence, *beside),
            "A later edition with another figure, or a claim that means another count.",
        )
    label, why, years = outcome
    compared = claim.comparison or "the move that the sentence tells"
    return Verdict(
        label,
        f'{says} The comparison "{compared}": {why}',
        (*evidence, *years, *beside),
        "A figure for every year of the comparison in this one definition.",
    )


def _other_counts(query: Query, rows: list[Figure]) -> tuple[Evidence, ...]:
    """Make evidence of what the named source prints for other counts than the claim's."""
    relation = "the named source's figure for another count: {}"
    return tuple(
        cite(row, query.reference, relation.format(name_count(row, query.reference)))
        for row in rows
    )

"""Put figures of the reference into words: one as evidence, several as what a source prints."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.claims import EVENTS
from copydesk.verification.reference import Figure, Reference

LABELS = ("supported", "contradicted", "depends on definition", "cannot tell")
"""The four answers. "cannot tell" is the one that the desk gives when nothing forces another."""


@dataclass(frozen=True)
class Evidence:
    """A figure of the reference, and in words how it bears on a claim.

    Attributes
    ----------
    series_id, tracker, year, measure, value, low, high, edition
        As in ``Figure``.
    counts : str
        What the figure counts, in a few words: deaths in attacks.
    definition : str
        What it counts, in full.
    source, address : str
        Where it was read.
    relation : str
        How it bears on the claim: the source's own figure, a later edition, another count.
    """

    series_id: str
    tracker: str
    year: int
    measure: str
    value: float
    low: float | None
    high: float | None
    edition: str
    counts: str
    definition: str
    source: str
    address: str
    relation: str


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


Outcome = tuple[str, str, tuple[Evidence, ...]]
"""What becomes of a comparison: one of ``LABELS``, the figures that decide it, and as evidence."""


def cite(row: Figure, reference: Reference, relation: str) -> Evidence:
    """Make evidence of one figure; ``relation`` says how it bears on the claim."""
    return Evidence(
        series_id=row.series_id,
        tracker=row.tracker,
        year=row.year,
        measure=row.measure,
        value=row.value,
        low=row.low,
        high=row.high,
        edition=row.edition,
        counts=name_count(row, reference),
        definition=reference.definition(row).counts,
        source=row.title,
        address=row.address,
        relation=relation,
    )


def cite_all(rows: list[Figure], reference: Reference, relation: str) -> tuple[Evidence, ...]:
    """Make evidence of figures, each of them once."""
    return tuple(cite(row, reference, relation) for row in dict.fromkeys(rows))


def cite_editions(rows: list[Figure], reference: Reference, relation: str) -> tuple[Evidence, ...]:
    """Make evidence of the editions of figures, the first one first.

    ``relation`` says how the first edition bears on the claim.
    """
    ordered = sorted(rows, key=lambda row: (row.series_id, row.edition))
    first, later = f"{relation}, first edition held", "a later edition of the same figure"
    before = [None, *(row.series_id for row in ordered)]
    return tuple(
        cite(row, reference, later if row.series_id == last else first)
        for row, last in zip(ordered, before, strict=False)
    )


def describe(rows: list[Figure], reference: Reference) -> str:
    """Write what series print, with every edition, and what they count."""
    parts = []
    for series_id in sorted({row.series_id for row in rows}):
        editions = sorted((r for r in rows if r.series_id == series_id), key=lambda r: r.edition)
        first = editions[0]
        printed = ", then ".join(f"{show_number(r.value)} ({r.edition})" for r in editions)
        parts.append(
            f"{first.tracker} prints {printed} as {name_count(first, reference)} for {first.year}, "
            f"and counts: {low_first(reference.definition(first).counts)}"
        )
    return " ".join(parts)


def worked_out(row: Figure, shown: str, reference: Reference) -> str:
    """Write what was worked out of a series, and what the series counts."""
    counts = low_first(reference.definition(row).counts)
    return f"{row.tracker}, {name_count(row, reference)}: {shown} It counts: {counts}"


def name_count(figure: Figure, reference: Reference) -> str:
    """Name in a few words what a figure counts, such as deaths in attacks.

    Parameters
    ----------
    figure : Figure
    reference : Reference
        The reference that the figure is from.

    Returns
    -------
    str

    Examples
    --------
    >>> from copydesk.verification.reference import load_reference
    >>> reference = load_reference()
    >>> names = {name_count(figure, reference) for figure in reference.figures}
    >>> {"operations", "deaths in attacks", "deaths of militants in operations"} <= names
    True
    """
    definition = reference.definition(figure)
    scope, measure = definition.scope, figure.measure
    if measure == "population":
        return "people who live in the country"
    if measure in EVENTS:
        if scope == "all violence":
            return "violent incidents of every kind"
        return f"{scope} together" if " and " in scope else scope
    people = definition.victims.replace("security forces", "members of the security forces")
    whose = "" if people == "all" else f" of {people}"
    return f"{'deaths' if measure == 'fatalities' else measure}{whose} in {scope}"


def show_number(value: float | None) -> str:
    """Write a figure as print does: 1,524; one decimal when it is no whole number.

    Examples
    --------
    >>> show_number(1524.0), show_number(56.25), show_number(None)
    ('1,524', '56.2', '')
    """
    return "" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def low_first(text: str) -> str:
    """Write a text with a small first letter, to go on inside a sentence.

    Examples
    --------
    >>> low_first("Attacks alone.")
    'attacks alone.'
    """
    return f"{text[:1].lower()}{text[1:]}"

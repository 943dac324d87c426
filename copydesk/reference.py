"""The figures that a claim can be checked against, who printed them, and what each one counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from copydesk.corpus import read_table

TRACKERS = {
    "CRSS": (
        "Centre for Research and Security Studies",
        "Center for Research and Security Studies",
        "CRSS",
    ),
    "PICSS": ("Pakistan Institute for Conflict and Security Studies", "PICSS"),
    "PIPS": (
        "Pak Institute for Peace Studies",
        "Pakistan Institute for Peace Studies",
        "PIPS",
    ),
    "GTI": (
        "Global Terrorism Index",
        "Institute for Economics and Peace",
        "Institute for Economics & Peace",
        "GTI",
        "IEP",
    ),
    "UCDP": ("Uppsala Conflict Data Program", "Uppsala Conflict Data Programme", "UCDP"),
    "World Bank": ("World Bank",),
}
"""The bodies whose figures the reference holds: a short name, and the names they go by in print."""

_WORDS_AROUND_A_NAME = """
the a an think tank annual yearly security report reports data figures index year-end its
islamabad-based new latest group organisation organization database
"""
_AROUND_A_NAME = frozenset(_WORDS_AROUND_A_NAME.split())


@dataclass(frozen=True)
class Figure:
    """One figure as one edition printed it: a row of ``data/reference/figures.csv``.

    Attributes
    ----------
    series_id, tracker, country, measure : str
        Which series of which body, about which country, and what it measures.
    year : int
        The year that is counted, not the year of printing.
    value : float
        The figure; the best estimate where the body gives a range.
    low, high : float or None
        The ends of that range.
    edition : str
        When and where it was printed; sorts by date.
    definition_id, publisher, title, address, date_seen : str
        What is counted, and where the figure was read. ``date_seen`` is empty when unknown.
    """

    series_id: str
    tracker: str
    country: str
    year: int
    measure: str
    value: float
    low: float | None
    high: float | None
    edition: str
    definition_id: str
    publisher: str
    title: str
    address: str
    date_seen: str


@dataclass(frozen=True)
class Definition:
    """What a body counts: a row of ``data/reference/definitions.csv``.

    Attributes
    ----------
    definition_id, tracker : str
        Its key, and whose it is.
    measure : str
        The measures it is used for, with semicolons between.
    scope, victims : str
        Which events and whose deaths are in: ``"attacks and operations"``, ``"all"``.
    counts : str
        The definition in words.
    includes_operations, includes_militants : str
        ``"yes"``, ``"no"`` or ``"not seen"``.
    changed : str
        What changed and when, and whether that is stated or inferred.
    source, address : str
        Where the definition was read.
    """

    definition_id: str
    tracker: str
    measure: str
    scope: str
    victims: str
    counts: str
    includes_operations: str
    includes_militants: str
    changed: str
    source: str
    address: str


@dataclass(frozen=True)
class Reference:
    """The figures that a claim can be checked against, and what each of them counts."""

    figures: tuple[Figure, ...]
    definitions: tuple[Definition, ...]

    def definition(self, figure: Figure) -> Definition:
        """Return what a figure counts.

        Raises
        ------
        KeyError
            The figure names a definition that the reference does not have.
        """
        for definition in self.definitions:
            if definition.definition_id == figure.definition_id:
                return definition
        raise KeyError(figure.definition_id)


def load_reference() -> Reference:
    """Read the reference tables of the kit.

    Returns
    -------
    Reference

    Raises
    ------
    CorpusError
        A table is missing or is no table.

    Examples
    --------
    >>> reference = load_reference()
    >>> reference.figures[0].tracker
    'CRSS'
    """
    figures = tuple(
        Figure(
            series_id=str(row["series_id"]),
            tracker=str(row["tracker"]),
            country=str(row["country"]),
            year=int(row["year"]),
            measure=str(row["measure"]),
            value=float(row["value"]),
            low=_number(row["low"]),
            high=_number(row["high"]),
            edition=str(row["edition"]),
            definition_id=str(row["definition_id"]),
            publisher=str(row["publisher"]),
            title=str(row["title"]),
            address=str(row["address"]),
            date_seen="" if pd.isna(row["date_seen"]) else str(row["date_seen"]),
        )
        for row in read_table("reference/figures.csv").to_dict("records")
    )
    definitions = tuple(
        Definition(**{str(name): str(value) for name, value in row.items()})
        for row in read_table("reference/definitions.csv").to_dict("records")
    )
    return Reference(figures, definitions)


def find_tracker(source: str | None) -> str | None:
    """Return the tracker that a source names, by its full name or its initials.

    Parameters
    ----------
    source : str or None
        The source as printed.

    Returns
    -------
    str or None
        ``None`` for no source, for another body, and for words that name a tracker in passing.

    Examples
    --------
    >>> find_tracker("Centre for Research and Security Studies")
    'CRSS'
    >>> find_tracker("a former CRSS analyst") is None
    True
    """
    if not source:
        return None
    rest = re.sub(r"\([^()]*\)", " ", source)
    for tracker, names in TRACKERS.items():
        for name in names:
            match = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", rest)
            if match:
                around = f"{rest[: match.start()]} {rest[match.end() :]}"
                words = re.sub(r"[’']s\b|[^\w\s-]", " ", around).lower().split()
                return tracker if set(words) <= _AROUND_A_NAME else None
    return None


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(str(value))  # type: ignore[call-overload]

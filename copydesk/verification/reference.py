"""The figures that a claim can be checked against, who printed them, and what each one counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import pandas as pd

from copydesk.corpus import (
    CorpusError,
    country_names,
    load_own_table,
    load_table,
    table_state,
    world_figures,
)


@dataclass(frozen=True)
class Figure:
    """One figure as one edition printed it: a row of ``data/reference/figures.csv``.

    Attributes
    ----------
    figure_id : str
        Its key: series, country, year and the first word of its edition.
    series_id, tracker, country, measure : str
        Which series of which body, about which country, and what it measures.
    region : str
        The part of the country that is counted; empty for the whole of it.
    year : int
        The year that is counted, not the year of printing.
    months : str
        The months that are counted, such as "January to November"; empty for the whole year.
    value : float
        The figure; the best estimate where the body gives a range.
    low, high : float or None
        The ends of that range.
    edition : str
        When and where it was printed; sorts by date.
    definition_id, publisher, title, address, date_seen : str
        What is counted, and where the figure was read. ``date_seen`` is empty when unknown.
    """

    figure_id: str
    series_id: str
    tracker: str
    country: str
    region: str
    year: int
    months: str
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
    words : str
        What newsrooms call a measure that is not the kit's, with semicolons between.
    unit : str
        ``"per cent"`` of shares, ``"per 100,000 people"`` of rates, a currency of money; empty
        where one is one.
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
    words: str = ""
    unit: str = ""


@dataclass(frozen=True, eq=False)  # compared and kept by identity, for it is long
class Reference:
    """The figures that a claim can be checked against, and what each of them counts.

    Attributes
    ----------
    figures : tuple of Figure
    definitions : tuple of Definition
    names : mapping of str to tuple of str
        For each tracker, the names it goes by in print.
    world : bool
        Whether `about` may add a country from the world tables of the kit.
    """

    figures: tuple[Figure, ...]
    definitions: tuple[Definition, ...]
    names: Mapping[str, tuple[str, ...]]
    world: bool = False

    @cached_property
    def words(self) -> Mapping[str | None, Mapping[str, str]]:
        """The measure of each word for one, of each body, and under ``None`` of any body."""
        found: dict[str | None, dict[str, str]] = {None: {}}
        called = {one.definition_id: one.words.split(";") for one in self.definitions}
        for row in self.figures:
            words = [row.measure, *map(str.strip, called.get(row.definition_id, ()))]
            measures = dict.fromkeys(filter(None, words), row.measure)
            found.setdefault(row.tracker, {}).update(measures)
            found[None].update(measures)
        return found

    @cached_property
    def units(self) -> frozenset[str]:
        """The units of the series that do not count one by one."""
        return frozenset(one.unit for one in self.definitions if one.unit)

    def where(self, **wanted: object) -> list[Figure]:
        """Return the figures that have these values, in their order.

        Parameters
        ----------
        **wanted
            Attributes of `Figure` by name. The figures are sorted by a set of names once.

        Returns
        -------
        list of Figure

        Examples
        --------
        >>> [row.value for row in load_reference().where(tracker="CRSS", year=2023, region="")][:2]
        [586.0, 1524.0]
        """
        names = tuple(wanted)
        if names not in self._sorted:
            held: dict[tuple[object, ...], list[Figure]] = {}
            for row in self.figures:
                held.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
            self._sorted[names] = held
        return list(self._sorted[names].get(tuple(wanted.values()), ()))

    @cached_property
    def _sorted(self) -> dict[tuple[str, ...], dict[tuple[object, ...], list[Figure]]]:
        return {}

    @cached_property
    def _definitions(self) -> Mapping[str, Definition]:
        return {row.definition_id: row for row in self.definitions}

    def definition(self, figure: Figure) -> Definition:
        """Return what a figure counts.

        Raises
        ------
        KeyError
            The figure names a definition that the reference does not have.
        """
        return self._definitions[figure.definition_id]

    def whole_years(self) -> Reference:
        """Return the reference without figures for a region or for a part of a year."""
        whole = tuple(row for row in self.figures if not row.region and not row.months)
        return replace(self, figures=whole)

    def known_on(self, day: date) -> Reference:
        """Return the reference as it was on a day: without the editions that came later."""
        return _known_on(self, day)

    def about(self, place: str | None) -> Reference:
        """Return the reference with all that is held on a country, under the name asked for.

        The world has thirty times the rows of the kit's own figures, so that a country of it is
        added when it is asked for.

        Parameters
        ----------
        place : str or None
            A country by any of its names in ``data/reference/country_names.csv``: "Burma".

        Returns
        -------
        Reference
            The same one for a place that is no country, and for one without the world tables.
            Else each figure of the country has ``place`` as its ``country``.

        Examples
        --------
        >>> burma = load_reference().about("Burma")
        >>> {row.measure for row in burma.figures if row.country == "Burma"} == {
        ...     "fatalities",
        ...     "population",
        ... }
        True
        """
        country = country_names().get((place or "").replace("’", "'"))
        return _about(self, place, country) if place and country else self


def is_after(edition: str, day: date) -> bool:
    """Say whether an edition was printed after a day, as far as its own date goes.

    Examples
    --------
    >>> is_after("2024-12-30 2024 report", date(2024, 7, 1)), is_after("2024", date(2024, 7, 1))
    (True, False)
    """
    printed = edition.split(" ")[0]
    return printed > day.isoformat()[: len(printed)]


@lru_cache(maxsize=32)
def _known_on(reference: Reference, day: date) -> Reference:
    figures = tuple(row for row in reference.figures if not is_after(row.edition, day))
    return replace(reference, figures=figures, world=False)


@lru_cache(maxsize=32)
def _about(reference: Reference, place: str, country: str) -> Reference:
    held = {row.figure_id for row in reference.figures}
    more = [
        read_figure(row)
        for row in (world_figures(country) if reference.world else ())
        if row["figure_id"] not in held
    ]
    rows = (
        replace(row, country=place) if row.country == country != place else row
        for row in (*reference.figures, *more)
    )
    return replace(reference, figures=tuple(rows))


@cache
def tracker_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names that the bodies of the kit's reference go by in print.

    Examples
    --------
    >>> "Center for Research and Security Studies" in tracker_names()["CRSS"]
    True
    """
    return _names(load_table("trackers"))


def load_reference() -> Reference:
    """Read the reference tables of the kit, and the figures that the user added to them.

    They are read once, and again when one of their files has changed.

    Returns
    -------
    Reference

    Raises
    ------
    CorpusError
        A table is missing or a cell of it does not fit.

    Examples
    --------
    >>> reference = load_reference()
    >>> reference.figures[0].tracker
    'CRSS'
    """
    return _read_reference(tuple(map(table_state, ("figures", "definitions", "trackers"))))


@lru_cache(maxsize=4)
def _read_reference(_: tuple[tuple[tuple[str, int, int], ...], ...]) -> Reference:
    """Read the tables; who calls gives the state of their files, and the same state is not read."""
    names = dict(tracker_names())
    for tracker, more in _names(load_own_table("trackers")).items():
        names[tracker] = (*names.get(tracker, ()), *more)
    figures = tuple(read_figure(row) for row in _records("figures"))
    for figure in figures:
        if figure.tracker not in names.get(figure.tracker, ()):
            names[figure.tracker] = (*names.get(figure.tracker, ()), figure.tracker)
    reference = Reference(
        figures,
        tuple(Definition(**row) for row in _records("definitions")),
        MappingProxyType(names),  # shared by all who ask: nobody may change it
        world=True,
    )
    known = {definition.definition_id for definition in reference.definitions}
    for figure in reference.figures:
        if figure.definition_id not in known:
            raise CorpusError(
                f"The figure {figure.figure_id} names the definition {figure.definition_id!r}, "
                "which definitions.csv does not have; add a row there."
            )
    return reference


def _records(name: str) -> list[dict[str, Any]]:
    """Return the rows of a table of the kit and of the user's own one, "" for no value."""
    tables = (load_table(name), load_own_table(name))
    rows = [row for table in tables for row in table.to_dict("records")]
    return [{str(key): "" if pd.isna(cell) else cell for key, cell in row.items()} for row in rows]


def read_figure(row: Mapping[str, Any]) -> Figure:
    """Return the figure of a row of the table, "" for no value."""
    bounds = {key: None if row[key] == "" else float(row[key]) for key in ("low", "high")}
    return Figure(**{**row, **bounds, "value": float(row["value"])})


def _names(table: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for tracker, name in zip(table["tracker"], table["name"], strict=True):
        names[tracker] = (*names.get(tracker, ()), name)
    return names

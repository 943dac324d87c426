"""The world in ``data/reference/``: one country's figures at a time, under any of its names."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from copydesk.corpus.tables import load_table, table_path


@cache
def country_names() -> Mapping[str, str]:
    """Return the names that countries go by in print, each with the name that the tables use.

    Returns
    -------
    mapping of str to str
        Spelled as printed, without "the". A name that two countries share ("Congo") is left out.

    Raises
    ------
    CorpusError
        The table ``country_names`` is missing or cannot be read.

    Examples
    --------
    >>> country_names()["Burma"], country_names()["Myanmar"]
    ('Myanmar', 'Myanmar')
    """
    table = load_table("country_names")
    return MappingProxyType(dict(zip(table["name"], table["country"], strict=True)))


@cache
def world_figures(country: str) -> tuple[Mapping[str, Any], ...]:
    """Return what the world tables hold for one country, as rows of the table ``figures``.

    Which series there are, and from which columns, stands in the table ``world_series``. Only the
    lines of one country become rows: reading all of them takes longer than a whole report.

    Parameters
    ----------
    country : str
        A value of `country_names`; another name has no rows.

    Returns
    -------
    tuple of mapping of str to value
        The columns of ``figures``, by series and year; ``""`` for no value.

    Raises
    ------
    CorpusError
        A table is missing or cannot be read.

    Examples
    --------
    >>> row = world_figures("Myanmar")[0]
    >>> row["figure_id"], row["value"], row["low"], row["high"]
    ('ucdp-fatalities-organized-violence/myanmar/1989/2025', 1534.0, 768.0, 2143.0)
    """
    key = country.lower().replace(" ", "-")
    found: list[Mapping[str, Any]] = []
    for series in load_table("world_series").fillna("").to_dict("records"):
        value, low, high, edition = (series[name] for name in ("value", "low", "high", "edition"))
        same = {str(column): series[column] for column in series if column != "table"}
        found += [
            same
            | {
                "figure_id": f"{series['series_id']}/{key}/{row['year']}/{edition.split()[0]}",
                "country": country,
                "region": "",
                "year": int(row["year"]),
                "months": "",
                "value": float(row[value]),
                "low": float(row[low]) if low else "",
                "high": float(row[high]) if high else "",
            }
            for row in csv.DictReader(_lines(series["table"], country))
        ]
    return tuple(found)


def _lines(table: str, country: str) -> list[str]:
    """Return the first line of a table and the lines of one country, which is its first column."""
    header, *rows = _table_lines(table)
    return [header, *(row for row in rows if row.startswith((f"{country},", f'"{country}",')))]


@cache
def _table_lines(table: str) -> tuple[str, ...]:
    return tuple(table_path(table).read_text(encoding="utf-8").splitlines())

"""Take figures of a user's own into their folder, so that claims are checked against them too."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.corpus import CorpusError, own_rows, table_schema
from copydesk.corpus.own import changing_own, csv_text, write_own_rows
from copydesk.corpus.table_check import TableError, TextTable, check_table, read_text_table
from copydesk.verification.reference import Definition, Figure, load_reference


@dataclass(frozen=True)
class AddedFigures:
    """What `add_figures` took in: the keys of the figures, and the trackers that printed them."""

    figure_ids: tuple[str, ...]
    trackers: tuple[str, ...]


def add_figures(
    path: Path, definitions: Path | None = None, called: Sequence[str] = ()
) -> AddedFigures:
    """Take figures of a reference series into the user's own folder, after checking every cell.

    Parameters
    ----------
    path : Path
        A CSV file with the columns of ``data/reference/figures.csv``. ``figure_id`` may be left
        out, and so may columns that the description does not require.
    definitions : Path, optional
        A CSV file with the columns of ``data/reference/definitions.csv``, for definitions that
        the kit does not have.
    called : sequence of str
        Names that the tracker of the file goes by in print, beside its short name.

    Returns
    -------
    AddedFigures

    Raises
    ------
    TableError
        With one sentence for each cell that does not fit, naming line and column.
    CorpusError
        A file cannot be opened, or the folder cannot be written.
    """
    new_definitions = None
    if definitions is not None:
        new_definitions = _open(definitions)
        check_table(new_definitions, table_schema("definitions"))
    figures = _open(path)
    schema = table_schema("figures")
    if "figure_id" not in figures.columns:
        without = [field for field in schema["fields"] if field["name"] != "figure_id"]
        schema = {**schema, "fields": without}
    check_table(figures, schema)
    figures = _with_keys(figures)
    trackers = tuple(dict.fromkeys(row["tracker"] for row in figures.rows))
    if called and len(trackers) != 1:
        raise TableError([f"{figures.name} has {len(trackers)} trackers; name only one by a file."])
    _check_against_reference(figures, new_definitions)
    with changing_own():
        # Once more: another program may have added figures since.
        _check_against_reference(figures, new_definitions)
        # Definitions first: one that no figure uses is harmless, the other way round is not.
        if new_definitions:
            _append("definitions", new_definitions.rows)
        if called:
            _append("trackers", [{"tracker": trackers[0], "name": name} for name in called])
        _append("figures", figures.rows)
    return AddedFigures(tuple(row["figure_id"] for row in figures.rows), trackers)


def example_tables() -> dict[str, str]:
    """Return two small tables to start from: file names, and their content as CSV.

    Examples
    --------
    >>> sorted(example_tables())
    ['my_definitions.csv', 'my_figures.csv']
    """
    figure = {
        "series_id": "mycount-fatalities",
        "tracker": "My Count",
        "country": "Pakistan",
        "region": "",
        "year": "2023",
        "months": "",
        "measure": "fatalities",
        "value": "12",
        "low": "10",
        "high": "15",
        "edition": "2024-02-01 first edition",
        "definition_id": "mycount-fatalities",
        "publisher": "My newsroom",
        "title": "Our own count of 2023",
        "address": "https://www.example.org/our-count",
        "date_seen": "",
    }
    definition = {
        "definition_id": "mycount-fatalities",
        "tracker": "My Count",
        "measure": "fatalities",
        "scope": "attacks",
        "victims": "all",
        "counts": "Everyone killed in attacks that two newspapers reported.",
        "includes_operations": "no",
        "includes_militants": "yes",
        "changed": "No change.",
        "source": "Our note on method",
        "address": "https://www.example.org/our-method",
    }
    return {
        "my_figures.csv": csv_text("figures", [figure], tuple(figure)),
        "my_definitions.csv": csv_text("definitions", [definition]),
    }


def _open(path: Path) -> TextTable:
    try:
        return read_text_table(path.read_bytes(), path.name)
    except IsADirectoryError:
        raise CorpusError(f"{path} is a folder; name one CSV file inside it.") from None
    except FileNotFoundError:
        raise CorpusError(f"{path} is not there; check the spelling and the folder.") from None
    except OSError as error:
        raise CorpusError(f"{path} cannot be opened: {error.strerror or error}.") from None


def _with_keys(table: TextTable) -> TextTable:
    """Fill in the keys of figures where the file has no column for them."""
    if "figure_id" in table.columns:
        return table
    rows = tuple({"figure_id": _key(row), **row} for row in table.rows)
    return TextTable(table.name, ("figure_id", *table.columns), rows, table.lines)


def _key(row: Mapping[str, str]) -> str:
    place = "-".join(filter(None, (row["country"], row.get("region", ""))))
    place = re.sub(r"[^\w.-]+", "-", place.lower())
    return f"{row['series_id']}/{place}/{row['year']}/{row['edition'].split(' ')[0]}"


def _check_against_reference(figures: TextTable, new_definitions: TextTable | None) -> None:
    """Check new tables beside all that the reference holds at this moment."""
    reference = load_reference()
    known = {definition.definition_id: definition for definition in reference.definitions}
    if new_definitions:
        _check_new_definitions(new_definitions, known)
        known |= {row["definition_id"]: Definition(**row) for row in new_definitions.rows}
    _check_figures(figures, known, reference.figures)


def _check_new_definitions(table: TextTable, known: Mapping[str, Definition]) -> None:
    problems = [
        f"{table.name}, line {line}, column definition_id: {row['definition_id']!r} is there "
        "already; choose another key."
        for line, row in zip(table.lines, table.rows, strict=True)
        if row["definition_id"] in known
    ]
    if problems:
        raise TableError(problems)


def _check_figures(
    table: TextTable, known: Mapping[str, Definition], held: Iterable[Figure]
) -> None:
    """Check what no single cell can show: a row against itself, its series and its definition."""
    held = list(held)
    there = {figure.figure_id for figure in held}
    series = {
        figure.series_id: (figure.tracker, figure.measure, figure.definition_id) for figure in held
    }
    problems = []

    def complain(line: int, column: str, what: str) -> None:
        problems.append(f"{table.name}, line {line}, column {column}: {what}.")

    for line, row in zip(table.lines, table.rows, strict=True):
        definition = known.get(row["definition_id"])
        if definition is None:
            complain(
                line,
                "definition_id",
                f"{row['definition_id']!r} is no definition of the kit; describe what is counted "
                "in a second table and give it with --definitions",
            )
        else:
            for column, value in (("tracker", definition.tracker), ("measure", definition.measure)):
                if row[column] not in value.split("; "):
                    complain(
                        line,
                        column,
                        f"{row[column]!r} does not fit the definition {definition.definition_id}, "
                        f"which is for {value}",
                    )
        bounds = [(name, float(row[name])) for name in ("low", "value", "high") if row.get(name)]
        for (lower, least), (upper, most) in itertools.pairwise(bounds):
            if least > most:
                complain(line, lower, f"{row[lower]} is above the {upper}, {row[upper]}")
        if int(row["edition"][:4]) < int(row["year"]):
            complain(line, "edition", f"it is dated before the year that it counts, {row['year']}")
        if row["figure_id"] in there:
            complain(line, "figure_id", f"{row['figure_id']} is there already")
        there.add(row["figure_id"])
        own = (row["tracker"], row["measure"], row["definition_id"])
        if series.setdefault(row["series_id"], own) != own:
            complain(
                line,
                "series_id",
                f"{row['series_id']} is a series with another tracker, measure or definition "
                f"({', '.join(series[row['series_id']])}); give this one another key",
            )
    if problems:
        raise TableError(problems)


def _append(name: str, rows: Iterable[Mapping[str, str]]) -> None:
    old = own_rows(name)
    # A name of a tracker that stands there needs no second place.
    new = [row for row in rows if not any(row.items() <= there.items() for there in old)]
    write_own_rows(name, [*old, *new])

"""Take a series of a user's own: two tables, checked cell by cell, become a reference."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from copydesk.corpus import CorpusError, table_schema
from copydesk.corpus.table_check import TableError, TextTable, check_table, read_text_table
from copydesk.verification.measures import COUNTED
from copydesk.verification.reference import Definition, Figure, Reference, read_figure

_RATE = re.compile(r"\bper [1-9][\d,]+ [a-z]+(?: [a-z]+)?")


def build_reference(
    figures: pd.DataFrame | str | Path, definitions: pd.DataFrame | str | Path
) -> Reference:
    """Make a reference of two tables: the figures, and what each of them counts.

    Parameters
    ----------
    figures : pandas.DataFrame, str or Path
        A table, or the path of a CSV file, with the columns of ``data/reference/figures.csv``.
        ``figure_id`` may be left out, and so may columns that the description does not require.
    definitions : pandas.DataFrame, str or Path
        The same, with the columns of ``data/reference/definitions.csv``. ``words`` are those that
        newsrooms use for the measure, with semicolons between; ``unit`` is "per cent" for a share,
        "per 100,000 people" for a rate, and for money the currency as printed ("US$", "euros").

    Returns
    -------
    Reference
        These figures alone. `load_reference` has those of the kit and what was added to them.

    Raises
    ------
    TableError
        With one sentence for each cell that does not fit, naming line and column. The first row
        of a table is line 2, as in a file.
    CorpusError
        A file cannot be opened.

    Examples
    --------
    >>> import pandas as pd
    >>> from copydesk.claims import find_claims
    >>> from copydesk.verification import verify
    >>> whose = {"definition_id": "trains", "tracker": "Rail Office", "measure": "rail deaths"}
    >>> definition = {**whose, "scope": "railways", "victims": "all", "changed": "No change.",
    ...     "counts": "People killed by trains.", "words": "train deaths", "source": "Our note",
    ...     "includes_operations": "no", "includes_militants": "no",
    ...     "address": "https://example.org/a"}
    >>> figure = {**whose, "series_id": "trains", "country": "Kenya", "year": 2024, "value": 55,
    ...     "edition": "2025-02 report", "publisher": "Us", "title": "Trains",
    ...     "address": "https://example.org/b"}
    >>> rail = build_reference(pd.DataFrame([figure]), pd.DataFrame([definition]))
    >>> text = "The Rail Office counted 55 train deaths in Kenya in 2024."
    >>> verify(find_claims(text)[0], rail).label
    'supported'
    """
    described = _text_table(definitions, "definitions")
    counted = check_cells(_text_table(figures, "figures"), described)
    check_rows(counted, described, Reference((), (), {}))
    columns = [field["name"] for field in table_schema("figures")["fields"]]
    rows = [{column: row.get(column, "") for column in columns} for row in counted.rows]
    trackers = dict.fromkeys(row["tracker"] for row in rows)
    return Reference(
        tuple(read_figure({**row, "year": int(row["year"])}) for row in rows),
        tuple(Definition(**row) for row in described.rows),
        {tracker: (tracker,) for tracker in trackers},
    )


def _text_table(table: pd.DataFrame | str | Path, name: str) -> TextTable:
    """Return a table of text; a whole number has no decimals there, and no value is no text."""
    if not isinstance(table, pd.DataFrame):
        return open_table(Path(table))
    if table.empty:
        raise TableError([f"{name} has no rows; add at least one row."])
    rows = tuple(
        {str(column): _cell(value) for column, value in row.items()}
        for row in table.to_dict("records")
    )
    return TextTable(name, tuple(map(str, table.columns)), rows, tuple(range(2, len(rows) + 2)))


def _cell(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]  # one cell, of any type
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def open_table(path: Path) -> TextTable:
    """Read a CSV file that a user names; `CorpusError` says why it cannot be opened."""
    try:
        return read_text_table(path.read_bytes(), path.name)
    except IsADirectoryError:
        raise CorpusError(f"{path} is a folder; name one CSV file inside it.") from None
    except FileNotFoundError:
        raise CorpusError(f"{path} is not there; check the spelling and the folder.") from None
    except OSError as error:
        raise CorpusError(f"{path} cannot be opened: {error.strerror or error}.") from None


def check_cells(figures: TextTable, definitions: TextTable | None) -> TextTable:
    """Check two tables cell by cell, and return the figures with their keys filled in.

    Raises
    ------
    TableError
        With one sentence for each cell that does not fit, naming line and column.
    """
    if definitions is not None:
        check_table(definitions, table_schema("definitions"))
    schema = table_schema("figures")
    if "figure_id" not in figures.columns:
        without = [field for field in schema["fields"] if field["name"] != "figure_id"]
        schema = {**schema, "fields": without}
    check_table(figures, schema)
    return _with_keys(figures)


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


def check_rows(figures: TextTable, definitions: TextTable | None, held: Reference) -> None:
    """Check what no cell shows by itself: rows beside each other and beside a reference.

    Raises
    ------
    TableError
        With one sentence for each row that does not fit, naming line and column.
    """
    known = {definition.definition_id: definition for definition in held.definitions}
    if definitions:
        _check_new_definitions(definitions, known)
        known |= {row["definition_id"]: Definition(**row) for row in definitions.rows}
    _check_figures(figures, known, held.figures)


def _check_new_definitions(table: TextTable, known: Mapping[str, Definition]) -> None:
    problems = []
    for line, row in zip(table.lines, table.rows, strict=True):
        where = f"{table.name}, line {line}, column"
        if row["definition_id"] in known:
            problems.append(
                f"{where} definition_id: {row['definition_id']!r} is there already; choose another "
                "key."
            )
        if row.get("words") and (";" in row["measure"] or row["measure"] in COUNTED):
            problems.append(
                f"{where} words: {row['measure']!r} is no single measure of your own, and the kit "
                "has the words for its own; leave the field empty."
            )
        rate = _RATE.search(row["counts"])
        if rate and not row.get("unit"):
            problems.append(
                f"{where} unit: the field is empty, and counts says {rate[0]!r}; write in which "
                "unit the figures are, for else a number of cases passes for a rate."
            )
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

"""Check a table that somebody brings against its description, and say what is wrong in sentences.

frictionless does the checking; this module reads what a spreadsheet saves (commas or semicolons,
UTF-8 or Windows-1252) and turns each finding into one sentence with its line and column.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from copydesk.corpus.cell_check import cell_faults

KINDS = {
    "integer": "a whole number, such as 2023",
    "number": "a number, such as 1524 or 0.6, without commas and without words",
    "date": "a date such as 2024-06-30",
}
"""What a cell of each type has to be, for the tables that a user can bring."""


class TableError(ValueError):
    """A table that cannot be used. ``problems`` has one sentence for each thing to mend."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class TextTable:
    """The rows of a CSV file, all of them text.

    Attributes
    ----------
    name : str
        The name of the file, for messages.
    columns : tuple of str
        The names in its first line.
    rows : tuple of dict
        One a row, keyed by column; no empty rows.
    lines : tuple of int
        The line of the file in which each row ends.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    lines: tuple[int, ...]


def read_text_table(raw: bytes, name: str) -> TextTable:
    r"""Read the bytes of a CSV file, as any spreadsheet saves it.

    Parameters
    ----------
    raw : bytes
        The content of the file: UTF-8 or Windows-1252, with commas, semicolons or tabs between
        the fields.
    name : str
        The name of the file, for messages.

    Returns
    -------
    TextTable

    Raises
    ------
    TableError
        The file is empty, is no text, or a row has more or fewer fields than the first line.

    Examples
    --------
    >>> read_text_table(b"year;value\r\n2023;12\r\n", "mine.csv").rows
    ({'year': '2023', 'value': '12'},)
    """
    if b"\0" in raw or raw.startswith(b"PK\x03\x04"):
        raise TableError([f"{name} is no CSV file; save the table as CSV and try again."])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        filled = [
            (reader.line_num, [cell.strip() for cell in row])
            for row in reader
            if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise TableError(
            [f"{name}, line {reader.line_num}: this is not CSV ({error}); save the table again."]
        ) from None
    if not filled:
        raise TableError([f"{name} is empty; its first line names the columns."])
    (_, columns), *body = filled
    if "" in columns:
        raise TableError([f"{name}, line 1: column {columns.index('') + 1} has no name."])
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise TableError([f"{name}, line 1: two columns are called {twice[0]!r}; rename one."])
    if not body:
        raise TableError([f"{name} has a first line and no rows; add at least one row."])
    uneven = [
        f"{name}, line {line}: {len(row)} fields where the first line names {len(columns)} "
        "columns; put quotation marks around a field with a comma in it."
        for line, row in body
        if len(row) != len(columns)
    ]
    if uneven:
        raise TableError(uneven)
    rows = tuple(dict(zip(columns, row, strict=True)) for _, row in body)
    return TextTable(name, tuple(columns), rows, tuple(line for line, _ in body))


@cache
def load_checker() -> ModuleType | None:
    """Load what checks tables; call it before a lock is taken, so that nobody waits for it.

    It reads descriptions with jsonschema, which builds grammars of web addresses when it is first
    loaded: seconds of work, for formats that no description of the kit asks for. Where their
    module cannot be imported, jsonschema goes on without. In a browser there is no checker, and
    `cell_faults` takes its place.
    """
    if sys.platform == "emscripten":
        return None
    grammars = "rfc3987_syntax"
    hidden = grammars not in sys.modules
    if hidden:
        sys.modules[grammars] = None  # type: ignore[assignment]  # an import of it fails
    try:
        import_module("jsonschema")
    finally:
        if hidden:
            del sys.modules[grammars]
    return import_module("frictionless")


def check_table(table: TextTable, schema: Mapping[str, Any]) -> None:
    r"""Check a table against a table schema of Frictionless Data.

    Parameters
    ----------
    table : TextTable
        From `read_text_table`. A column that the schema does not require may be missing.
    schema : mapping
        The schema of the table, from ``data/datapackage.json``.

    Raises
    ------
    TableError
        With one sentence for each cell, or each column, that does not fit.

    Examples
    --------
    >>> schema = {"fields": [{"name": "year", "type": "integer"}]}
    >>> check_table(read_text_table(b"year\n2023", "mine.csv"), schema)
    >>> try:
    ...     check_table(read_text_table(b"year\nlast year", "mine.csv"), schema)
    ... except TableError as error:
    ...     print(error)
    mine.csv, line 2, column year: 'last year' is not a whole number, such as 2023.
    """
    fields = {field["name"]: field for field in schema["fields"]}
    known = ", ".join(fields)
    problems = [
        f"{table.name}, line 1: there is no column {column!r} in this table; "
        f"the columns are {known}."
        for column in table.columns
        if column not in fields
    ]
    problems += [
        f"{table.name}, line 1: the column {column} is missing; the columns are {known}."
        for column, field in fields.items()
        if column not in table.columns and field.get("constraints", {}).get("required")
    ]
    if problems:
        raise TableError(problems)
    asked = {
        "fields": [fields[column] for column in table.columns],
        "primaryKey": [key for key in schema.get("primaryKey", ()) if key in table.columns],
    }
    for at, column, kind in _faults(table, asked):
        where = f"{table.name}, line {table.lines[at]}"
        if column is None:
            what = " and ".join(f"{key} {table.rows[at][key]!r}" for key in asked["primaryKey"])
            problems.append(f"{where}: {what} stands in an earlier line too.")
        else:
            fault = _fault(kind, table.rows[at][column], fields[column])
            problems.append(f"{where}, column {column}: {fault}.")
    if problems:
        raise TableError(problems)


def _faults(table: TextTable, asked: Mapping[str, Any]) -> Iterable[tuple[int, str | None, str]]:
    """Return the row, the column and the kind of each fault; no column where it is the key."""
    checker = load_checker()  # half a second that reading an article need not wait
    if checker is None:
        return cell_faults(table.rows, asked)
    data = [list(table.columns), *(list(row.values()) for row in table.rows)]
    report = checker.Resource(data=data, schema=checker.Schema.from_descriptor(asked)).validate()
    errors = [error.to_dict() for task in report.tasks for error in task.errors]
    return [
        (
            error["rowNumber"] - 2,
            None if error["type"] == "primary-key" else error["fieldName"],
            error["type"],
        )
        for error in errors
    ]


def _fault(kind: str, cell: str, field: Mapping[str, Any]) -> str:
    """Say what is wrong with one cell."""
    constraints = field.get("constraints", {})
    if not cell:
        return "the field is empty and needs a value"
    if kind == "type-error":
        return f"{cell!r} is not {KINDS[field['type']]}"
    if "enum" in constraints and cell not in map(str, constraints["enum"]):
        return f"{cell!r} is not one of {', '.join(map(str, constraints['enum']))}"
    if "pattern" in constraints:
        return f"{cell!r} does not have the form of {field['example']!r}"
    low, high = constraints.get("minimum"), constraints.get("maximum")
    bounds = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
    return f"{cell} is out of range; the value must be {' and '.join(bounds)}"

"""Both checkers of a table, frictionless and the plain one of a browser, say the same."""

import csv

import pytest

from copydesk.corpus import ROOT, table_check, table_schema
from copydesk.corpus.table_check import TableError, check_table, read_text_table

FIELDS = [
    {"name": "year", "type": "integer", "constraints": {"required": True, "minimum": 1900}},
    {"name": "value", "type": "number", "constraints": {"maximum": 100}},
    {"name": "day", "type": "date"},
    {"name": "scope", "type": "string", "constraints": {"enum": ["city", "country"]}},
    {
        "name": "key",
        "type": "string",
        "constraints": {"pattern": "[a-z]+-[0-9]{4}"},
        "example": "picss-2023",
    },
]
SCHEMA = {"fields": FIELDS, "primaryKey": ["year", "scope"]}
CELLS = {
    "year": ["2023", "", "1899", "1900", "2023.0", "last", "-5", "20 23", "1,900"],
    "value": ["1.5", "", "100", "100.01", "1e3", "many", "-3", "1,5"],
    "day": ["2024-06-30", "", "2024-6-3", "2024-02-30", "30.06.2024", "20240630"],
    "scope": ["city", "", "City", "town"],
    "key": ["picss-2023", "", "picss-20233", "PICSS-2023", "x picss-2023"],
}


def said(table, schema, plain, monkeypatch):
    if plain:
        monkeypatch.setattr(table_check, "load_checker", lambda: None)
    try:
        check_table(table, schema)
    except TableError as error:
        return error.problems
    finally:
        monkeypatch.undo()
    return []


def both(table, schema, monkeypatch):
    full, plain = (said(table, schema, plain, monkeypatch) for plain in (False, True))
    # Within a row, frictionless goes by kinds of constraint and the plain one by columns.
    assert sorted(plain) == sorted(full)
    return plain


@pytest.mark.parametrize(
    ("column", "cell"), [(column, cell) for column, cells in CELLS.items() for cell in cells]
)
def test_a_cell_is_judged_alike(column, cell, monkeypatch):
    row = {name: cells[0] for name, cells in CELLS.items()} | {column: cell}
    quoted = ",".join(f'"{value}"' for value in row.values())
    table = read_text_table(f"{','.join(row)}\n{quoted}\n".encode(), "mine.csv")
    both(table, SCHEMA, monkeypatch)


def test_some_cells_are_right_and_some_are_not(monkeypatch):
    rows = zip(*(cells[:4] for cells in CELLS.values()), strict=True)
    text = "\n".join([",".join(CELLS), *map(",".join, rows)])
    problems = both(read_text_table(text.encode(), "mine.csv"), SCHEMA, monkeypatch)
    assert len(problems) > 3
    assert not any("line 2" in problem for problem in problems)


def test_a_key_that_stands_twice_is_found(monkeypatch):
    text = "year,scope\n2023,city\n2023,country\n2023,city"
    schema = {**SCHEMA, "fields": [FIELDS[0], FIELDS[3]]}
    (problem,) = both(read_text_table(text.encode(), "mine.csv"), schema, monkeypatch)
    assert "line 4: year '2023' and scope 'city' stands in an earlier line too" in problem


@pytest.mark.parametrize("name", ["figures", "definitions", "trackers"])
def test_the_kits_own_tables_fit_and_each_of_their_cells_is_judged_alike(name, monkeypatch):
    schema = table_schema(name)
    path = ROOT / "data" / "reference" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert both(read_text_table(path.read_bytes(), path.name), schema, monkeypatch) == []
    for place in range(len(header)):
        row = [*rows[0]]
        row[place] = "?"
        quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in row)
        text = f"{','.join(header)}\n{quoted}\n"
        both(read_text_table(text.encode(), "mine.csv"), schema, monkeypatch)

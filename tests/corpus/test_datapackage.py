"""data/datapackage.json describes every table, and every table fits its description."""

import csv
import json
import re
import shutil

import pytest
from frictionless import Package

from copydesk.corpus import (
    GOLD_LAYERS,
    OWN_TABLES,
    CorpusError,
    data_path,
    load_table,
    places,
    table_check,
    tables,
)

PACKAGE = json.loads(data_path("datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def problems(folder):
    """Validate a copy of the data and return what frictionless finds, one line each."""
    report = Package(str(folder / "datapackage.json")).validate()
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Copy the data, because frictionless wants a path below the folder where it runs."""
    shutil.copytree(data_path("."), tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def test_every_table_fits_its_description(copy):
    assert problems(copy.relative_to(copy.parent)) == []


def test_a_table_that_does_not_fit_is_found(copy):
    for file_name, old, new in [
        ("reference/figures.csv", ",1524,", ",many,"),
        ("reference/figures.csv", ",crss-attacks,Dawn", ",no-definition,Dawn"),
        ("gold/lines.csv", "minister_wire.txt,1,", "minister_wire.txt,2,"),
        ("gold/claims.csv", "minister_wire.txt,", "no_such.txt,"),
    ]:
        path = copy / file_name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = "\n".join(problems(copy.relative_to(copy.parent)))
    for expected in ('figures: .*"many"', "figures: .*no-definition", "lines: .*primary key",
                     "claims: .*no_such"):  # fmt: skip
        assert re.search(expected, said), said


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("figures", ",1524,", ",many,", "reference/figures.csv, line .*, column value: 'many'"),
        ("gold_lines", ",true,", ",yes,", "gold/lines.csv, line .*, column kept: 'yes'"),
        ("figures", "tracker,", "who,", "reference/figures.csv has no column tracker"),
    ],
)
def test_a_broken_table_of_the_kit_is_named_by_line_and_column(
    copy, monkeypatch, name, old, new, said
):
    path = copy / RESOURCES[name]["path"]
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(places, "ROOT", copy.parent)
    with pytest.raises(CorpusError, match=said):
        load_table(name)


def test_an_empty_table_of_the_kit_is_no_table(copy, monkeypatch):
    (copy / RESOURCES["figures"]["path"]).write_bytes(b"")
    monkeypatch.setattr(places, "ROOT", copy.parent)
    with pytest.raises(CorpusError, match=r"figures\.csv is not a table in CSV"):
        load_table("figures")


def test_every_table_is_described_and_every_description_has_its_table():
    files = {path.relative_to(data_path(".")).as_posix() for path in data_path(".").rglob("*.csv")}
    # The tables of the stories have the columns of the kit's: test_stories.py checks them by those.
    files -= {name for name in files if name.startswith("stories/")}
    assert files == {resource["path"] for resource in RESOURCES.values()}


@pytest.mark.parametrize("name", RESOURCES)
def test_columns_are_described_in_their_order(name):
    resource = RESOURCES[name]
    fields = resource["schema"]["fields"]
    with data_path(resource["path"]).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [field["name"] for field in fields]
    assert resource["title"]
    assert resource["description"].endswith(".")
    for field in fields:
        assert field["description"].endswith("."), field
        assert "pattern" not in field.get("constraints", {}) or field["example"]


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_loads_with_its_types(name):
    table = load_table(name)
    kinds = {"integer": "iIu", "number": "f", "boolean": "b", "string": "O", "date": "O"}
    for field in RESOURCES[name]["schema"]["fields"]:
        assert table[field["name"]].dtype.kind in kinds[field["type"]], field["name"]
    assert len(table) > 0


def test_the_tables_that_the_package_relies_on_are_described():
    assert {*OWN_TABLES, *(f"gold_{layer}" for layer in GOLD_LAYERS)} <= set(RESOURCES)


def test_a_table_that_is_not_there_is_named():
    with pytest.raises(CorpusError, match="no table 'nothing'; the tables are articles"):
        load_table("nothing")


def test_data_that_is_not_ours_names_its_source_and_licence():
    assert PACKAGE["licenses"][0]["name"] == "CC-BY-4.0"
    assert RESOURCES["figures"]["sources"]


def test_each_kind_of_cell_of_a_table_that_a_user_brings_has_words():
    brought = [tables.table_schema(name) for name in ("figures", "definitions")]
    fields = [field for schema in brought for field in schema["fields"]]
    assert {field["type"] for field in fields} - {"string"} == set(table_check.KINDS)

"""The reference tables: every figure has a source, an address and a definition."""

import re

import pandas as pd
import pytest

from copydesk.corpus import load_table, table_schema
from copydesk.verification import load_reference, tracker_names

FIGURES = load_table("figures")
DEFINITIONS = load_table("definitions")
MEASURES = {"fatalities", "injuries", "incidents", "attacks", "operations", "population"}


def test_the_tables_have_their_columns() -> None:
    assert list(FIGURES.columns) == [
        "figure_id", "series_id", "tracker", "country", "region", "year", "months", "measure",
        "value", "low", "high", "edition", "definition_id", "publisher", "title",
        "address", "date_seen",
    ]  # fmt: skip
    assert {"definition_id", "counts", "changed", "source", "address"} <= set(DEFINITIONS.columns)


@pytest.mark.parametrize(
    "column",
    [
        name
        for name in FIGURES.columns
        if name not in {"region", "months", "low", "high", "date_seen"}
    ],
)
def test_every_figure_is_complete(column: str) -> None:
    assert not FIGURES[column].isna().any()


def test_every_definition_is_complete() -> None:
    own = ["words", "unit"]  # of a user's own measures
    assert not DEFINITIONS.drop(columns=own).isna().any().any()
    assert DEFINITIONS[own].isna().all().all()
    assert DEFINITIONS["definition_id"].is_unique


def test_every_figure_has_a_definition_of_its_tracker_and_measure() -> None:
    joined = FIGURES.merge(DEFINITIONS, on="definition_id", suffixes=("", "_defined"), how="left")
    assert not joined["counts"].isna().any()
    assert (joined["tracker"] == joined["tracker_defined"]).all()
    for measure, defined in zip(joined["measure"], joined["measure_defined"], strict=True):
        assert measure in defined.split("; ")
    assert set(DEFINITIONS["definition_id"]) == set(FIGURES["definition_id"])


def test_numbers_are_sane() -> None:
    assert set(FIGURES["measure"]) <= MEASURES
    assert (FIGURES["value"] >= 0).all()
    assert FIGURES["year"].between(2013, 2024).all()
    ranged = FIGURES.dropna(subset=["low", "high"])
    assert len(ranged) > 0
    assert (ranged["low"] <= ranged["value"]).all()
    assert (ranged["value"] <= ranged["high"]).all()
    assert (FIGURES["low"].isna() == FIGURES["high"].isna()).all()


def test_one_edition_prints_one_figure() -> None:
    place = ["series_id", "country", "region", "year", "months", "edition"]
    assert not FIGURES.duplicated(place).any()


def test_a_series_has_one_definition_and_one_measure() -> None:
    for column in ("definition_id", "measure", "tracker"):
        assert (FIGURES.groupby("series_id")[column].nunique() == 1).all()


def test_editions_sort_by_date_and_come_after_the_year_they_count() -> None:
    for edition, year in zip(FIGURES["edition"], FIGURES["year"], strict=True):
        assert re.match(r"20\d\d(-\d\d){0,2} \S", edition)
        assert int(edition[:4]) >= year


def test_addresses_can_be_opened() -> None:
    for address in pd.concat([FIGURES["address"], DEFINITIONS["address"]]):
        assert re.fullmatch(r"https?://[\w.-]+\.\w+/\S+", address)


def test_every_tracker_has_names() -> None:
    assert set(FIGURES["tracker"]) == set(tracker_names())


def test_every_edition_of_the_crss_total_for_2023_is_kept() -> None:
    rows = FIGURES[
        (FIGURES["series_id"] == "crss-fatalities-attacks-operations") & (FIGURES["year"] == 2023)
    ]
    assert rows.sort_values("edition")["value"].tolist() == [1524, 1523, 1533]


def test_the_definitions_say_what_is_inferred() -> None:
    changed = DEFINITIONS.set_index("definition_id")["changed"]
    assert "inference" in changed["crss-all-violence"]
    assert "inference" in changed["crss-attacks-operations"]


def test_a_definition_of_events_does_not_add_their_dead_to_them() -> None:
    """It stands under a chart of attacks too, which would then count "attacks and those killed"."""
    of_events = DEFINITIONS["measure"].str.contains("attacks|operations|incidents")
    added = DEFINITIONS["counts"].str.contains(r"\band (?:those|people) (?:killed|hurt|injured)")
    assert DEFINITIONS[of_events & added]["definition_id"].tolist() == []


def test_load_reference_holds_every_row() -> None:
    reference = load_reference()
    assert len(reference.figures) == len(FIGURES)
    assert len(reference.definitions) == len(DEFINITIONS)
    for figure in reference.figures:
        assert reference.definition(figure).tracker == figure.tracker


def test_the_reference_is_read_once_and_nobody_can_change_what_all_share() -> None:
    reference = load_reference()
    assert load_reference() is reference
    with pytest.raises(TypeError):
        reference.names["CRSS"] = ()  # type: ignore[index]


def test_the_reference_is_read_again_when_a_table_of_the_user_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_CORPUS", str(tmp_path))
    before = load_reference()
    fields = [field["name"] for field in table_schema("trackers")["fields"]]
    header = ",".join(fields) + "\n"
    row = ",".join({"tracker": "Mine", "name": "My Count"}.get(field, "x") for field in fields)
    (tmp_path / "trackers.csv").write_text(header + row + "\n", encoding="utf-8")
    assert "My Count" in load_reference().names["Mine"]
    assert "Mine" not in before.names

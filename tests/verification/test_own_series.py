"""Two tables of a user's own become a reference, or are refused by line and column."""

import pandas as pd
import pytest

from copydesk.claims import find_claims
from copydesk.corpus import CorpusError
from copydesk.corpus.table_check import TableError
from copydesk.verification import build_reference, verify

WHERE = {"address": "https://www.example.org/count"}
YEARS = {"rail deaths": {2023: 62, 2024: 55}, "school attendance": {2023: 91.4, 2024: 92.0}}


def tables():
    """Return figures and definitions of two measures of an invented body."""
    definitions, figures = [], []
    for measure, values in YEARS.items():
        whose = {"definition_id": measure.replace(" ", "-"), "tracker": "Rail Office"}
        words, unit = ("train deaths; track deaths", "") if values[2023] == 62 else ("", "per cent")
        definitions.append(
            {**whose, "measure": measure, "scope": "all", "victims": "all", "counts": "A count.",
             "includes_operations": "no", "includes_militants": "no", "changed": "No change.",
             "source": "A note", "words": words, "unit": unit, **WHERE}
        )  # fmt: skip
        figures += [
            {**whose, "series_id": whose["definition_id"], "country": "Kenya", "year": year,
             "measure": measure, "value": value, "edition": "2025-02 report", "publisher": "Us",
             "title": "A count", **WHERE}
            for year, value in values.items()
        ]  # fmt: skip
    return pd.DataFrame(figures), pd.DataFrame(definitions)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Rail Office counted 55 rail deaths in Kenya in 2024.", "supported"),
        ("The Rail Office counted 55 train deaths in Kenya in 2024.", "supported"),
        ("The Rail Office counted 62 track deaths in Kenya in 2023.", "supported"),
        ("The Rail Office counted 62 train deaths in Kenya in 2024.", "contradicted"),
        ("The Rail Office counted 55 train delays in Kenya in 2024.", "cannot tell"),
        ("The Rail Office counted 55 train deaths in Peru in 2024.", "cannot tell"),
        ("The Rail Office put school attendance in Kenya at 92 per cent in 2024.", "supported"),
        ("The Rail Office put school attendance in Kenya at 91.4 per cent in 2024.",
         "contradicted"),
    ],
)  # fmt: skip
def test_a_claim_is_set_beside_tables_of_a_users_own(text, label):
    verdict = verify(find_claims(text)[0], build_reference(*tables()))
    assert verdict.label == label, verdict.because


def one_series(measure, unit, values):
    """Return a reference of one measure that an invented body counts in Peru."""
    figures, definitions = tables()
    first = {"definition_id": "one", "tracker": "Lima Desk", "measure": measure}
    definition = definitions.iloc[[0]].assign(**first, words="", unit=unit)
    rows = [figures.iloc[[0]].assign(**first, series_id="one", country="Peru", year=y, value=v)
            for y, v in values.items()]  # fmt: skip
    return build_reference(pd.concat(rows), definition)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # A word of doubt in the name of what is counted is no doubt.
        ("The Lima Desk recorded 11,900 asylum claims in Peru in 2024.", "supported"),
        ("Peru received 11,900 asylum claims in 2024, the Lima Desk says.", "supported"),
        ("The Lima Desk recorded 10,400 asylum claims in Peru in 2024.", "contradicted"),
        ("Asylum claims in Peru rose to 11,900 in 2024, according to the Lima Desk.", "supported"),
        ("Asylum claims in Peru fell to 11,900 in 2024, according to the Lima Desk.",
         "contradicted"),
        ("The minister claims that the Lima Desk recorded 11,900 asylum claims in Peru in 2024.",
         "cannot tell"),
    ],
)  # fmt: skip
def test_claims_can_be_what_is_counted(text, label):
    reference = one_series("asylum claims", "", {2023: 10_400, 2024: 11_900})
    assert verify(find_claims(text)[0], reference).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unemployment in Peru fell by 0.9 percentage points to 5.7 per cent in 2024, the Lima "
         "Desk says.", ["supported", "supported"]),
        ("Unemployment in Peru fell by 1.9 percentage points to 5.7 per cent in 2024, the Lima "
         "Desk says.", ["contradicted", "contradicted"]),
        ("Unemployment in Peru fell from 6.6 per cent in 2023 to 5.7 per cent in 2024, the Lima "
         "Desk says.", ["supported", "supported"]),
        ("Unemployment in Peru rose from 5.7 per cent in 2023 to 6.6 per cent in 2024, the Lima "
         "Desk says.", ["contradicted", "contradicted"]),
    ],
)  # fmt: skip
def test_a_level_beside_a_move_in_percentage_points_is_a_figure(text, label):
    reference = one_series("unemployment", "per cent", {2023: 6.6, 2024: 5.7})
    assert [verify(claim, reference).label for claim in find_claims(text)] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unemployment in Peru fell by 0.9 percentage points in 2024, the Lima Desk says.",
         "supported"),
        ("Unemployment in Peru fell by 1.9 percentage points in 2024, the Lima Desk says.",
         "contradicted"),
        ("Unemployment in Peru rose by 0.9 percentage points in 2024, the Lima Desk says.",
         "contradicted"),
    ],
)  # fmt: skip
def test_a_share_moves_by_percentage_points(text, label):
    reference = one_series("unemployment", "per cent", {2023: 6.6, 2024: 5.7})
    assert verify(find_claims(text)[0], reference).label == label
    counts = one_series("unemployment", "", {2023: 6.6, 2024: 5.7})
    assert verify(find_claims(text)[0], counts).label == "contradicted"


def test_words_and_unit_are_needed():
    figures, definitions = tables()
    bare = build_reference(figures, definitions.drop(columns=["words", "unit"]))
    for text in (
        "The Rail Office counted 55 train deaths in Kenya in 2024.",
        "The Rail Office put school attendance in Kenya at 92 per cent in 2024.",
    ):
        assert verify(find_claims(text)[0], bare).label == "cannot tell"


def test_paths_and_tables_give_the_same(tmp_path):
    figures, definitions = tables()
    paths = tmp_path / "figures.csv", tmp_path / "definitions.csv"
    for table, path in zip((figures, definitions), paths, strict=True):
        table.to_csv(path, index=False)
    made, read = build_reference(figures, definitions), build_reference(str(paths[0]), paths[1])
    assert made.figures == read.figures
    assert made.definitions == read.definitions
    assert {row.year for row in made.figures} == {2023, 2024}


def test_nothing_of_the_kit_is_in_it():
    reference = build_reference(*tables())
    assert {row.tracker for row in reference.figures} == {"Rail Office"}
    assert not reference.world


@pytest.mark.parametrize(
    ("table", "row", "column", "cell", "told"),
    [
        (0, 1, "value", "many", "figures, line 3, column value: 'many' is not a number"),
        (0, 0, "year", 0, "figures, line 2, column year"),
        (0, 0, "definition_id", "ships", "column definition_id: 'ships' is no definition"),
        (0, 0, "edition", "2020 report", "column edition: it is dated before the year"),
        (1, 1, "unit", "tons", "definitions, line 3, column unit: 'tons' does not have the form"),
        (1, 0, "counts", "Deaths per 100,000 workers.", "column unit: the field is empty"),
        (1, 0, "measure", "fatalities", "column words: 'fatalities' is no single measure"),
        (1, 0, "definition_id", "school-attendance", "stands in an earlier line too"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(table, row, column, cell, told):
    both = tables()
    both[table][column] = both[table][column].astype(object)
    both[table].loc[row, column] = cell
    with pytest.raises(TableError, match=told):
        build_reference(*both)


def test_what_is_not_there_is_said_in_a_sentence(tmp_path):
    figures, definitions = tables()
    with pytest.raises(CorpusError, match="is not there; check the spelling"):
        build_reference(tmp_path / "none.csv", definitions)
    with pytest.raises(TableError, match="figures has no rows; add at least one"):
        build_reference(figures[:0], definitions)
    with pytest.raises(TableError, match="the column series_id is missing"):
        build_reference(figures.drop(columns="series_id"), definitions)

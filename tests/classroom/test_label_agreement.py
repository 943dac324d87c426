"""Labels of two annotators side by side: joined by sentence, and compared with chance."""

from __future__ import annotations

import doctest
from math import isnan

import pandas as pd
import pytest

from copydesk.classroom.annotation import label_agreement
from copydesk.classroom.annotation.label_agreement import STANCE_NAMES, agreement
from copydesk.classroom.annotation.label_calls import label
from copydesk.classroom.annotation.label_file import LabelError
from copydesk.corpus import load_gold


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder where the notebook runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_files_are_joined_by_sentence_and_compared_with_chance():
    for number, choice in enumerate(["for", "for", "for", "against"], 1):
        label("mine.csv", number, choice)
    for number, choice in enumerate(["for", "for", "against", "against", "for"], 1):
        label("theirs.csv", number, choice, "heard twice" if number == 3 else "")
    label("mine.csv", 9, "", "not decided")
    result = agreement("mine.csv", "theirs.csv")
    assert result.table["same"].tolist() == [True, True, False, True]
    assert result.differ.to_dict("records") == [
        {"sentence": 3, "mine": "for", "theirs": "against", "their note": "heard twice"}
    ]
    assert result.kappa == 0.5
    assert (result.only_mine, result.only_theirs) == ((), (5,))
    assert repr(result) == (
        "The two agree on 3 of 4 cases (75%). With the same labels dealt out by chance, about 2.0 "
        "(50%) would agree. Kappa is 0.50: they are 50% of the way from chance to full agreement.\n"
        "Only theirs, and not compared: 5.\n"
        "They differ here:\n"
        " sentence mine  theirs  their note\n"
        "        3  for against heard twice"
    )
    assert "<table" in result._repr_html_()


def test_the_gold_stances_of_the_kit_can_be_the_other_side():
    gold = load_gold("stances", "minister_wire")
    party = gold["party"].value_counts().index[0]
    of_party = gold[gold["party"] == party]
    for number, stance in zip(of_party["sentence"], of_party["stance"], strict=True):
        label("mine.csv", number, STANCE_NAMES[stance])
    result = agreement("mine.csv", of_party, "stance", STANCE_NAMES)
    assert result.table["same"].all()
    assert "They differ nowhere." in repr(result)
    with pytest.raises(LabelError, match="stands twice in theirs; keep one row"):
        agreement("mine.csv", gold, "stance", STANCE_NAMES)
    with pytest.raises(LabelError, match=r"Say which column of theirs .* stance"):
        agreement("mine.csv", of_party)
    with pytest.raises(LabelError, match="No label is common to both"):
        agreement("mine.csv", of_party, "stance")


def test_numbers_are_labels_too_and_missing_ones_are_left_out():
    mine = pd.DataFrame({"number": [1, 2, 3], "stance": [1.0, None, -1.0]})
    theirs = pd.DataFrame({"sentence": [1, 2, 3], "choice": ["1", "0", "-1"]})
    result = agreement(mine, theirs)
    assert result.table["mine"].tolist() == ["1", "-1"]
    assert result.only_theirs == (2,)
    assert result.kappa == 1


def test_nothing_in_common_is_said_and_stops_nothing():
    label("mine.csv", 1, "for")
    result = agreement("mine.csv", "theirs.csv")
    assert isnan(result.kappa)
    assert repr(result) == (
        "No sentence has a label on both sides, so there is nothing to compare yet.\n"
        "Only mine, and not compared: 1."
    )
    assert result.differ.empty
    assert "nothing to compare" in result._repr_html_()


@pytest.mark.parametrize(
    ("theirs", "column", "message"),
    [
        (pd.DataFrame({"choice": ["for"]}), None, "needs a column sentence"),
        (pd.DataFrame({"sentence": ["one"], "choice": ["for"]}), None, "needs a column sentence"),
        (pd.DataFrame({"sentence": [1]}), None, "Say which column"),
        (pd.DataFrame({"sentence": [1], "choice": ["for"]}), "stnace", "has a column 'stnace'"),
        (pd.DataFrame({"sentence": [0], "choice": ["for"]}), None, "0 is not the number"),
    ],
)
def test_a_table_that_cannot_be_compared_is_refused_in_a_sentence(theirs, column, message):
    label("mine.csv", 1, "for")
    with pytest.raises(LabelError, match=message):
        agreement("mine.csv", theirs, column)


def test_a_column_that_is_named_goes_before_the_one_called_choice():
    table = pd.DataFrame({"sentence": [1, 2], "choice": ["a", "b"], "second": ["b", "a"]})
    mine = pd.DataFrame({"sentence": [1, 2], "choice": ["b", "a"]})
    assert agreement(mine, table, "second").kappa == 1
    assert agreement(mine, table).kappa == -1


def test_what_is_no_file_and_no_table_is_refused_in_a_sentence():
    with pytest.raises(LabelError, match="needs a name"):
        agreement(3, "mine.csv")


def test_the_examples_in_the_documentation_run():
    outcome = doctest.testmod(label_agreement, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 2
    assert outcome.failed == 0

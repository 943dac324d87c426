"""A file of labels: nothing in it is lost, and no other file is trodden on."""

from __future__ import annotations

import doctest
import re
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.classroom.annotation import LabelError, label, label_calls, labels


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder where the notebook runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder, name="mine.csv"):
    return (folder / name).read_text(encoding="utf-8")


def test_a_label_is_written_read_and_said(folder):
    assert repr(label("mine.csv", 3, "against")) == "Sentence 3: against. Saved in mine.csv."
    label("mine.csv", 1, "for", "thanks, “Kabul”")
    assert content(folder) == 'sentence,choice,note\n1,for,"thanks, “Kabul”"\n3,against,\n'
    assert labels("mine.csv").to_dict("list") == {
        "sentence": [1, 3],
        "choice": ["for", "against"],
        "note": ["thanks, “Kabul”", ""],
    }


def test_a_second_label_replaces_the_first_and_keeps_the_note():
    label("mine.csv", 1, "for", "why")
    assert label("mine.csv", 1, "neither").note == "why"
    assert label("mine.csv", 1, "neither", "").note == ""
    assert labels("mine.csv")["choice"].tolist() == ["neither"]


def test_an_empty_choice_takes_a_label_away_and_keeps_what_was_written():
    label("mine.csv", 1, "for", "why")
    label("mine.csv", 2, "for")
    assert "Sentence 1: no label." in repr(label("mine.csv", 1, ""))
    label("mine.csv", 2, "")
    assert labels("mine.csv").to_dict("records") == [{"sentence": 1, "choice": "", "note": "why"}]


def test_the_same_call_says_the_same_and_leaves_the_file_as_it_is(folder):
    first = repr(label("mine.csv", 1, "for"))
    before = (folder / "mine.csv").stat().st_mtime_ns
    assert repr(label("mine.csv", 1, "for")) == first
    assert (folder / "mine.csv").stat().st_mtime_ns == before


def test_three_dots_change_nothing_and_stop_nothing(folder):
    assert "not labelled yet" in repr(label("mine.csv", 1, ...))
    assert not list(folder.iterdir())


def test_no_file_yet_is_a_table_without_rows(folder):
    table = labels("mine.csv")
    assert list(table.columns) == ["sentence", "choice", "note"]
    assert table.empty
    assert table["sentence"].dtype == "int64"
    assert not list(folder.iterdir())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(), st.integers(1, 10**9 - 1))
def test_any_text_comes_back_as_one_line(folder, choice, note, number):
    (folder / "any.csv").unlink(missing_ok=True)
    saved = label("any.csv", number, "x" + choice, note)
    row = labels("any.csv").to_dict("records")[0]
    assert row == {"sentence": number, "choice": saved.choice, "note": saved.note}
    assert "\n" not in saved.note
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: label("mine.txt", 1, "for"), "does not end in .csv"),
        (lambda: label("", 1, "for"), "needs a name"),
        (lambda: label(None, 1, "for"), "needs a name"),
        (lambda: label("a\0.csv", 1, "for"), "needs a name"),
        (lambda: label("no/such/mine.csv", 1, "for"), "folder of mine.csv is not there"),
        (lambda: label("folder.csv", 1, "for"), "folder.csv is a folder"),
        (lambda: label("mine.csv", 0, "for"), "0 is not the number of a sentence"),
        (lambda: label("mine.csv", "3", "for"), "'3' is not the number"),
        (lambda: label("mine.csv", True, "for"), "True is not the number"),
        (lambda: label("mine.csv", 1, None), "A choice is a word"),
        (lambda: label("mine.csv", 1, ["for"]), "A choice is a word"),
        (lambda: labels("mine.ipynb"), "does not end in .csv"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_no_traceback(folder, call, message):
    (folder / "folder.csv").mkdir()
    with pytest.raises(LabelError, match=re.escape(message)) as refused:
        call()
    assert refused.value._render_traceback_() == [str(refused.value)]
    assert "\n" not in str(refused.value)
    assert [path.name for path in folder.iterdir()] == ["folder.csv"]


def test_the_file_is_as_readable_as_any_other(folder):
    label("mine.csv", 1, "for")
    (folder / "plain.txt").write_text("x", encoding="utf-8")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert len(modes) == 1


# Files of other people, and files that somebody mended by hand


@pytest.mark.parametrize(
    "other",
    [
        b"country,year,killed\nPakistan,2023,1524\n",
        b"sentence,stance\n1,-1\n",
        b"1,for,\n2,against,\n",
        b"PK\x03\x04 a spreadsheet",
        b"\xff\xfes\0e\0n\0",
        b"\n\nsentence,choice,note\n",
        "Einfach ein Text, mit Komma.".encode("cp1252"),
    ],
)
def test_another_kind_of_file_is_left_as_it_is(folder, other):
    (folder / "mine.csv").write_bytes(other)
    with pytest.raises(LabelError, match=r"another kind of file.*stays as it is"):
        label("mine.csv", 1, "for")
    with pytest.raises(LabelError, match="another kind of file"):
        labels("mine.csv")
    assert (folder / "mine.csv").read_bytes() == other
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "empty", ["", " \n", "sentence,choice,note\n", "sentence,choice,note\n,,\n"]
)
def test_a_file_without_rows_is_a_place_for_labels(folder, empty):
    (folder / "mine.csv").write_text(empty, encoding="utf-8")
    assert labels("mine.csv").empty
    label("mine.csv", 1, "for")
    assert content(folder) == "sentence,choice,note\n1,for,\n"


def test_a_file_that_a_spreadsheet_saved_is_read(folder):
    raw = "sentence;choice;note\r\n2.0;for;\r\n1;against;“so”\r\n".encode("cp1252")
    (folder / "mine.csv").write_bytes(raw)
    assert labels("mine.csv")["sentence"].tolist() == [1, 2]
    label("mine.csv", 3, "neither")
    assert content(folder) == "sentence,choice,note\n1,against,“so”\n2,for,\n3,neither,\n"


def test_a_column_that_was_added_by_hand_stays(folder):
    (folder / "mine.csv").write_text("sentence,choice,sure\n1,for,yes\n", encoding="utf-8")
    label("mine.csv", 2, "against")
    assert content(folder) == "sentence,choice,sure,note\n1,for,yes,\n2,against,,\n"
    assert labels("mine.csv")["sure"].tolist() == ["yes", ""]


BROKEN = [
    ("1,for,\n2,against\n3,neither,why\n", "line 3", [1, 3]),
    ("1,for,\ntwo,against,\n3,neither,\n", "line 3: 'two' is not the number", [1, 3]),
    ("1,for,\n3,neither,\n1,against,\n", "line 4: sentence 1 has another label", [3]),
    ('1,for,\n2,against,"open\n3,neither,\n', "not CSV", [1, 3]),
    ("1,for,\n0,against,\n", "'0' is not the number", [1]),
]


@pytest.mark.parametrize(("rows", "message", "good"), BROKEN)
def test_a_broken_file_is_kept_aside_and_what_can_be_read_goes_on(folder, rows, message, good):
    broken = "sentence,choice,note\n" + rows
    (folder / "mine.csv").write_text(broken, encoding="utf-8")
    with pytest.raises(LabelError, match=message):
        labels("mine.csv")
    assert content(folder) == broken, "reading moves nothing"
    reply = repr(label("mine.csv", 9, "for"))
    assert message in reply
    assert "kept as mine_broken_1.csv" in reply
    assert content(folder, "mine_broken_1.csv") == broken
    assert labels("mine.csv")["sentence"].tolist() == [*good, 9]


def test_a_second_broken_file_does_not_replace_the_first(folder):
    for number in (1, 2):
        (folder / "mine.csv").write_text(f"sentence,choice,note\nx{number},for,\n", "utf-8")
        assert f"mine_broken_{number}.csv" in repr(label("mine.csv", 1, "for"))
    assert "x1" in content(folder, "mine_broken_1.csv")
    assert "x2" in content(folder, "mine_broken_2.csv")


def test_the_examples_in_the_documentation_run():
    outcome = doctest.testmod(label_calls, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 1
    assert outcome.failed == 0

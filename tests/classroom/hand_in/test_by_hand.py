"""What a person decides: read whatever a spreadsheet made of it, and never lost without a word."""

import csv
import json
from dataclasses import asdict

import pytest
from click.testing import CliRunner

from copydesk.classroom.hand_in import ByHandError, give_back
from copydesk.classroom.hand_in.by_hand import (
    BY_HAND,
    ByHand,
    add_open_items,
    check_by_hand,
    read_by_hand,
)
from copydesk.classroom.hand_in.collected import FOREIGN, Row, as_csv
from copydesk.classroom.hand_in.deciding import decided, seen, sentences
from copydesk.classroom.hand_in.gradebook import write_gradebook
from copydesk.classroom.hand_in.likeness import alike, same_code
from copydesk.classroom.hand_in.marks import Mark, Marked
from copydesk.cli import main
from copydesk.corpus import ROOT

STEM = "02_cleaning"
HEAD = "learner,lesson,item,points,comment\n"
MOST = {STEM: {"2.3": 2.0, "2.5": 1.0, "my_note": 2.0}}
CLASS = [("Ana Lima", STEM), ("Nguyễn Thị Ánh", STEM)]
LINES = "Ana Lima,02_cleaning,2.5,1,Seen\nNguyễn Thị Ánh,02_cleaning,my_note,2,\n"


def write(folder, text, encoding="utf-8"):
    (folder / BY_HAND).write_bytes(text.encode(encoding, "replace"))
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_as_a_spreadsheet_saved_it(tmp_path, encoding, separator, end):
    text = (HEAD + LINES).replace(",", separator).replace("\n", end)
    rows = check_by_hand(write(tmp_path, text, encoding), CLASS, MOST)
    assert rows == [
        ByHand("Ana Lima", STEM, "2.5", 1, "Seen"),
        ByHand("Nguyễn Thị Ánh", STEM, "my_note", 2, ""),
    ]
    before = (tmp_path / BY_HAND).read_bytes()
    add_open_items(tmp_path, [("Bo Chen", STEM, "my_note")])
    after = (tmp_path / BY_HAND).read_bytes()
    assert after.startswith(before)
    added = f"Bo Chen;{STEM};my_note;;{end}".replace(";", separator)
    plain = encoding if encoding != "utf-16" else "utf-16-le"
    assert after[len(before) :] == added.encode(plain.removesuffix("-sig"))


def test_columns_in_another_order_and_of_one_s_own_stay_as_they_are(tmp_path):
    text = "seen;Points;learner;lesson;item;comment\nx;1,5;Ana Lima;02_cleaning;2,3;\n"
    (row,) = check_by_hand(write(tmp_path, text), CLASS, MOST)
    assert (row.item, row.points) == ("2.3", 1.5)
    add_open_items(tmp_path, [("Bo Chen", STEM, "my_note")])
    assert (tmp_path / BY_HAND).read_text() == text + f";;Bo Chen;{STEM};my_note;\n"


def test_letters_that_the_encoding_of_a_table_lacks_make_it_utf_8(tmp_path):
    write(tmp_path, HEAD + "José,02_cleaning,2.3,1,\n", "cp1252")
    add_open_items(tmp_path, [("Nguyễn", STEM, "my_note")])
    assert [row.learner for row in read_by_hand(tmp_path)] == ["José", "Nguyễn"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a;b\nc;d\n", "line 1: the columns are not learner,lesson,item,points,comment"),
        (HEAD + "Ana Lima;02_cleaning;2.3;1;\n", "line 2: there are 1 of 5 cells"),
        (HEAD + "Ana Lima,02_cleaning,2.3,1,Good, and more\n", "line 2: there are more than 5"),
        (HEAD + 'Ana Lima,02_cleaning,2.3,1,"Good\nBo,02_cleaning,2.3,1,\n', "line 2: a double"),
        (HEAD + "Ana Lima,02_cleaning,2.3,two,\n", "line 2: the points are 'two'"),
        (HEAD + "Ana Lima,02_cleaning,2.3,nan,\n", "line 2: the points are 'nan'"),
        (HEAD + "Ana Lima,02_cleaning,2.3,3,\n", "2: 3 points are given, and 2.3 has from 0 to 2"),
        (HEAD + "Ana Lima,02_cleaning,2.3,-1,\n", "line 2: -1 points are given"),
        (HEAD + "Anna Lima,02_cleaning,2.3,1,\n", "no learner 'Anna Lima'; is it 'Ana Lima'?"),
        (HEAD + "Ana Lima,02_cleaning,2.9,1,\n", "02_cleaning has no '2.9'"),
        (HEAD + "Ana Lima,03_tone,3.1,1,\n", "has no notebook of '03_tone' here"),
        (HEAD + "Ana Lima,02_cleaning,2.3,1,\n" * 2 + "ana lima,02_cleaning,2.3,2,\n", "line 2 is"),
    ],
)
def test_what_cannot_be_read_or_fits_nothing_is_a_sentence(tmp_path, text, words):
    before = write(tmp_path, text)
    with pytest.raises(ByHandError) as error:
        check_by_hand(before, CLASS, MOST)
    assert words in str(error.value)
    assert (tmp_path / BY_HAND).read_text() == text


def test_all_faults_are_named_at_once_before_anything_runs(tmp_path, monkeypatch):
    laid_out(tmp_path, "Ana Lima", "a = 1")
    rows = (
        "Anna Lima,02_cleaning,2.3,1,\nAna Lima,02_cleaning,2.9,1,\nAna Lima,02_cleaning,2.5,99,\n"
    )
    write(tmp_path, HEAD + rows)
    monkeypatch.setattr("copydesk.classroom.hand_in.mark_class", None)
    done = CliRunner().invoke(main, ["mark", str(tmp_path)])
    assert done.exit_code == 2
    assert [f"line {n}" in done.output for n in (2, 3, 4, 5)] == [True, True, True, False]
    assert {path.name for path in tmp_path.iterdir()} == {BY_HAND, "learners"}


def laid_out(folder, learner, *sources):
    cells = [{"cell_type": "code", "metadata": {}, "source": text} for text in sources]
    path = folder / "learners" / learner / f"{STEM}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells}))


def marked(learner, points=2.0):
    state = "right" if points else "too slow"
    return Marked(learner, STEM, "0", (Mark("2.3", "Keep", points, 2, state, "no"),), (), "by")


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_table_has_the_same_maximum_and_nobody_more_than_it(tmp_path):
    hand = [ByHand("Ana Lima", STEM, "my_note", 2, ""), ByHand("Bo Chen", STEM, "2.3", 0.5, "")]
    of_class = decided([marked("Ana Lima"), marked("Bo Chen", 0), marked("Cem")], hand)
    write_gradebook(tmp_path, of_class)
    assert rows_of(tmp_path / "marks.csv")[1:] == [
        ["points possible", "", "4", "4", ""],
        ["Ana Lima", "", "4", "4", ""],
        ["Bo Chen", "", "0.5", "0.5", ""],
        ["Cem", "", "2", "2", ""],
    ]
    assert {row[3] for row in rows_of(tmp_path / f"moodle_{STEM}.csv")[1:]} == {"4"}
    assert rows_of(tmp_path / "canvas.csv")[1][-1] == "4"
    exercises = rows_of(tmp_path / "exercises.csv")[1:]
    assert sum(float(row[3]) for row in exercises) == 6.5
    assert ["Bo Chen", STEM, "2.3", "0.5", "2", "by hand", ""] in exercises


def test_a_code_that_does_not_end_is_called_so_everywhere(tmp_path):
    write_gradebook(tmp_path, [marked("Ana Lima", 0)])
    assert rows_of(tmp_path / "exercises.csv")[1][5] == "does not end"


def test_points_by_hand_are_on_every_page_and_their_changes_are_told_of(tmp_path):
    note = "journalism_that_is_lost"
    laid_out(tmp_path, "Ana Lima", f'{note} = """Line 4."""', "def keep_line(line): return True")
    (tmp_path / "marks/Ana Lima").mkdir(parents=True)
    of = {"2.1": 1, "2.2": 2, "2.3": 2, "2.4": 2, "2.5": 2}
    marks = [asdict(Mark(name, "", 0, most, "unknown", "no")) for name, most in of.items()]
    said = {**asdict(marked("Ana Lima")), "marks": marks}
    (tmp_path / f"marks/Ana Lima/{STEM}.json").write_text(json.dumps(said))
    write(tmp_path, HEAD + f"Ana Lima,{STEM},{note},2,Well seen.\nAna Lima,{STEM},2.3,2,\n")
    give_back(tmp_path, ROOT)
    give_back(tmp_path, ROOT)
    page = (tmp_path / "feedback/Ana Lima.html").read_text()
    assert "4 of 11 points" in page
    assert "earlier version" not in page
    assert 'right"' not in page
    assert (tmp_path / "changed.txt").read_text().splitlines() == [
        "Ana Lima, 2.3: points by hand: 2, and none before.",
        f"Ana Lima, {note}: points by hand: 2, and none before.",
    ]
    assert "Ana Lima</span>: 02_cleaning, 4 of 11" in (tmp_path / "class.html").read_text()
    # Other words are handed in; the person judged the first ones.
    laid_out(tmp_path, "Ana Lima", f'{note} = """Other words."""')
    give_back(tmp_path, ROOT)
    assert "earlier version" in (tmp_path / "feedback/Ana Lima.html").read_text()
    assert "changed after you judged it" in (tmp_path / "to_read.html").read_text()
    assert f"Ana Lima, {note}: it was changed after" in (tmp_path / "changed.txt").read_text()
    table = (tmp_path / BY_HAND).read_text()
    write(tmp_path, table.replace("2,Well seen.", "1,Still well seen."))
    give_back(tmp_path, ROOT)
    changed = (tmp_path / "changed.txt").read_text()
    assert f"Ana Lima, {note}: points by hand: 1, and 2 before." in changed
    assert f"{note}: it was changed after" not in changed


def test_points_that_are_taken_away_are_told_of():
    item = ("Ana Lima", STEM, "my_note")
    two = seen(seen(None, "a", None), "a", ByHand(*item, 2, ""))
    gone = seen(two, "a", None)
    assert sentences({item: gone}) == ["Ana Lima, my_note: points by hand: none, and 2 before."]
    # Words that came between two markings were never on a page to be judged.
    assert seen(seen(None, "a", None), "b", ByHand(*item, 2, "")).is_other


def test_learners_of_whom_nothing_can_be_marked_are_in_the_tables(tmp_path):
    rows = [
        Row("Bo Chen", "", "", "", "Bo Chen/02.ipynb", "0", "it is empty"),
        Row("Cem", "7", "", "", "Cem_7_assignsubmission_file_/a.py", "", FOREIGN),
        Row("report", "", "", "", "report.pdf", "", FOREIGN),
        Row("Ana Lima", "9", STEM, "learners/Ana Lima/earlier/x.ipynb", "a", "1"),
        Row("Ana Lima", "", STEM, "learners/Ana Lima/02_cleaning.ipynb", "b", "2"),
        Row("Ana Lima", "", "", "", "Ana Lima/notes.pdf", "", FOREIGN),
    ]
    (tmp_path / "collected.csv").write_text(as_csv(rows))
    write_gradebook(tmp_path, [marked("Ana Lima")])
    found = rows_of(tmp_path / "marks.csv")[2:]
    assert [row[:4] for row in found] == [
        ["Ana Lima", "9", "2", "2"],
        ["Bo Chen", "", "", ""],
        ["Cem", "7", "", ""],
    ]
    assert "it is empty" in found[1][4]
    assert ["Participant 7", "Cem", "", "2"] in rows_of(tmp_path / f"moodle_{STEM}.csv")


def test_code_that_most_have_is_told_of_though_no_pair_stands_out():
    code = "def f(lines):\n    return [(n, line) for n, line in enumerate(lines, 1) if line]"
    answers = dict.fromkeys("ABCD", code)
    assert alike("2.5", answers, []) == []
    (group,) = same_code("2.5", answers, [], [])
    assert group.learners == tuple("ABCD")
    assert same_code("2.5", answers, [code], []) == []


def test_a_row_whose_letters_an_old_encoding_lost_is_not_added_again(tmp_path):
    write(tmp_path, HEAD + "Nguyễn Thị Ánh,02_cleaning,my_note,,\n", "cp1252")
    items = [(learner, STEM, "my_note") for learner, _ in CLASS]
    add_open_items(tmp_path, items)
    add_open_items(tmp_path, items)
    assert [row.learner for row in read_by_hand(tmp_path)] == ["Nguy?n Th? Ánh", "Ana Lima"]

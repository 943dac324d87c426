"""What a learner makes is saved, never lost, and can be shown to anybody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbclient import NotebookClient

from copydesk.charts import series_line, year_series
from copydesk.classroom.build.sources import read_cells
from copydesk.classroom.portfolio import (
    KINDS,
    bring_answer,
    keep_answer,
    load_pieces,
    save_piece,
    show_piece,
    write_pieces,
)
from copydesk.classroom.portfolio.answers import cell_of
from copydesk.corpus import ROOT

NOTE = {"verdict": "fit with a warning", "two sentences": "It counts words. It shows no blame."}


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """A learner's folder, with the notebook in it that runs."""
    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    return tmp_path


def pages(work):
    return sorted(p.relative_to(work / "my_pieces").as_posix() for p in work.rglob("*.html"))


def test_a_piece_is_saved_beside_the_notebooks_of_all_lessons_and_read_again(work, monkeypatch):
    reply = save_piece(3, "minister_wire", NOTE)
    assert reply.state == "right"
    assert "my_pieces/3_tone_note.html" in reply.message
    monkeypatch.chdir(work / "exercises")
    piece = load_pieces().made[3]
    assert (piece.about, dict(piece.parts)) == ("minister_wire", NOTE)
    assert load_pieces().report_parts() == {"tone": NOTE["two sentences"]}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("empty", [..., "...", " \n ", "…", None])
def test_without_the_words_of_the_learner_nothing_is_saved(work, kind, empty):
    parts = dict.fromkeys(kind.words, "mine") | {kind.words[-1]: empty}
    reply = save_piece(kind.lesson, "minister_wire", parts)
    assert reply.state == "not attempted"
    assert kind.words[-1] in reply.message
    assert not (work / "my_pieces").exists()
    assert show_piece(kind.lesson).state == "not attempted"


@pytest.mark.parametrize("verdict", ["maybe", "fit", "not fit for this"])
def test_a_verdict_is_one_of_those_that_the_lesson_names(work, verdict):
    reply = save_piece(3, "minister_wire", {**NOTE, "verdict": verdict})
    assert reply.state == "not attempted"
    assert "one of these: fit for this, fit with a warning, not fit." in reply.message
    assert not (work / "my_pieces").exists()
    assert save_piece(3, "minister_wire", {**NOTE, "verdict": "Not fit."}).state == "right"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_lesson_names_the_verdicts_that_its_piece_takes(kind):
    text = (ROOT / "lessons" / kind.stem / "lesson.md").read_text(encoding="utf-8")
    offered = re.search(r"[Cc]hoose a verdict[^:]*: ((?:`[^`]+`(?:, | or )?)+)", text)
    assert kind.verdicts == tuple(re.findall("`([^`]+)`", offered[1]) if offered else ())


def test_a_page_that_its_maker_does_not_sign_is_saved_without_a_signature(work):
    words = {"verdict": "Do not sign.", "reasons": "Four figures are open.", "signed by": ""}
    assert save_piece(8, "minister_wire", words | {"verdict": "sign"}).state == "not attempted"
    assert "has a signature" in save_piece(8, "minister_wire", words | {"signed by": "A."}).message
    assert not pages(work)
    assert save_piece(8, "minister_wire", words).state == "right"
    assert load_pieces().made[8].parts["signed by"] == ""


def test_a_ledger_without_rows_is_not_saved(work):
    words = {"verdict": "not fit", "reasons": "It drops nothing, says line 4."}
    reply = save_piece(2, "minister_wire", {"dropped lines": [], **words})
    assert reply.state == "not attempted"
    assert "write dropped lines" in reply.message


def test_other_words_take_the_place_of_the_old_ones_which_are_kept(work):
    save_piece(3, "minister_wire", NOTE)
    save_piece(3, "minister_wire", NOTE)
    assert pages(work) == ["3_tone_note.html"], "the same words are saved once"
    reply = save_piece(3, "minister_wire", {**NOTE, "verdict": "not fit"})
    assert "kept as my_pieces/earlier/3_tone_note_1.html" in reply.message
    save_piece(3, "minister_wire", NOTE)
    assert pages(work) == [
        "3_tone_note.html",
        "earlier/3_tone_note_1.html",
        "earlier/3_tone_note_2.html",
    ]
    assert "fit with a warning" in (work / "my_pieces/earlier/3_tone_note_1.html").read_text()


def test_a_page_that_somebody_changed_is_told_of_and_kept(work):
    save_piece(3, "minister_wire", NOTE)
    path = work / "my_pieces" / "3_tone_note.html"
    path.write_text("I wrote here by hand.", encoding="utf-8")
    pieces = load_pieces()
    assert 3 not in pieces.made
    assert "3_tone_note.html cannot be read" in repr(pieces)
    save_piece(3, "minister_wire", NOTE)
    assert (work / "my_pieces/earlier/3_tone_note_1.html").read_text() == "I wrote here by hand."


def test_no_piece_is_saved_without_a_verdict():
    assert [kind.name for kind in KINDS if "verdict" not in kind.words] == []


def test_what_is_missing_is_named_with_the_way_to_make_it():
    save_piece(1, "minister_wire", {"chain": "a", "verdict": "check first", "reasons": "c"})
    pieces = load_pieces()
    assert [kind.lesson for kind in pieces.missing] == [2, 3, 4, 5, 6, 7, 8]
    for shown in (repr(pieces), pieces._repr_html_()):
        assert "not made yet, in notebooks/02_cleaning.ipynb" in shown
        assert "made, 1_provenance_record.html" in shown
        assert "Run All Cells" in shown
    for kind in KINDS:
        assert (ROOT / "lessons" / kind.stem).is_dir()


def test_a_chart_and_a_table_are_shown_and_described(work):
    chart = series_line(year_series("pips-fatalities-attacks"))
    table = [{"line": 1, "why": "menu <b>"}, {"line": 2, "why": None}]
    parts = {
        "verdict": "print it",
        "title": "T",
        "description": "D",
        "chart": chart,
        "rows": table,
        "more": ["x"],
    }
    assert save_piece(7, "minister_wire", parts).state == "right"
    page = (work / "my_pieces" / "7_described_chart.html").read_text(encoding="utf-8")
    assert f'alt="{chart.description}"' in page
    assert '<th scope="col">why</th>' in page
    assert "menu &lt;b&gt;" in page
    held = load_pieces().made[7].parts
    assert held["rows"] == {"columns": ["line", "why"], "rows": [["1", "menu <b>"], ["2", ""]]}
    assert held["chart"]["svg"].startswith("<?xml")
    assert not re.search(r'(?:src|href)="(?!data:|#)', page), "it needs no other file"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.just(...),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
)
def test_anything_at_all_gets_a_reply_in_words_and_words_come_back(text, thing):
    assert save_piece(thing, thing, thing).message
    assert save_piece(3, "x", thing).message
    reply = save_piece(3, "x", {**NOTE, "two sentences": f"a{text}b", "more": thing})
    if reply.state == "right":
        expected = " ".join(f"a{text}b".split())
        assert load_pieces("x").made[3].parts["two sentences"] == expected
    else:
        assert reply.state in ("unknown", "not attempted")


def test_a_data_frame_without_rows_and_a_thing_that_no_page_shows():
    assert save_piece(3, "x", {**NOTE, "table": pd.DataFrame()}).state == "right"
    assert "give a text" in save_piece(3, "x", {**NOTE, "thing": object()}).message


def test_a_folder_that_cannot_be_written_is_told_of(work):
    (work / "my_pieces").write_text("a file stands here")
    reply = save_piece(3, "x", NOTE)
    assert reply.state == "unknown"
    assert "cannot be saved" in reply.message


def test_a_folder_that_may_not_be_looked_into_stops_no_check(work, shell, monkeypatch):
    def closed(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", closed)
    keep_answer("2.3", "keep_line")
    assert load_pieces().made == {}


def test_all_pieces_stand_on_one_page(work):
    assert write_pieces().state == "not attempted"
    save_piece(3, "minister_wire", NOTE)
    save_piece(1, "minister_wire", {"chain": "a", "verdict": "check first", "reasons": "c"})
    reply = write_pieces()
    assert "my_pieces/my_pieces.html has 2 of 8 pieces" in reply.message
    page = (work / "my_pieces" / "my_pieces.html").read_text(encoding="utf-8")
    assert page.index("1. Provenance record") < page.index("3. Tone note")
    assert "Lesson 8: signed page" in page


def test_each_story_has_its_own_pieces(work):
    save_piece(3, "minister_wire", NOTE)
    reply = save_piece(3, "my_story", {**NOTE, "verdict": "not fit"})
    assert "my_pieces/my_story/3_tone_note.html" in reply.message
    assert load_pieces().made[3].parts["verdict"] == "fit with a warning"
    ours = load_pieces("my_story")
    assert ours.made[3].parts["verdict"] == "not fit"
    assert "not made yet, in notebooks/04_stance_more.ipynb" in repr(ours)
    assert "not made yet, in exercises/08_report.ipynb" in repr(ours)
    assert "the part A piece on your story" in repr(ours)
    assert "my_pieces/my_story/my_pieces.html has 1 of 8" in write_pieces("my_story").message
    save_piece(3, "my_story", NOTE)
    assert (work / "my_pieces/my_story/earlier/3_tone_note_1.html").exists()
    # A page that was put into the folder of another story is not taken for a piece on it.
    (work / "my_pieces/my_story/3_tone_note.html").replace(work / "my_pieces/3_tone_note.html")
    assert "it holds lesson 3, on my_story" in repr(load_pieces())


@pytest.mark.parametrize("name", [..., None, "", "../out", "/etc", "a/b", "a\\b", ".", 7])
def test_what_is_no_name_of_a_story_gets_a_sentence_and_no_folder(work, name):
    assert save_piece(3, name, NOTE).state == "unknown"
    assert "the name of a story" in save_piece(3, name, NOTE).message
    assert "Write the name of a story" in repr(load_pieces(name))
    assert write_pieces(name).state == "not attempted"
    assert not (work / "my_pieces").exists()


@pytest.mark.parametrize("story", ["minister_wire", "my_story"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_piece_is_made_where_its_kind_says_with_the_words_that_it_needs(kind, story):
    folder, name = kind.made_in(story).removesuffix(".ipynb").split("/")
    part = "exercises" if folder == "exercises" else "more" if name.endswith("_more") else "lesson"
    cells = read_cells(ROOT / "lessons" / kind.stem / f"{part}.md", kind.stem)
    call = "save_signed_page(" if kind.unsigned else f"save_piece({kind.lesson},"
    (cell,) = [cell for cell in cells if call in re.sub(r"\(\s+", "(", cell.source)]
    # Lesson 8 saves the parts of the report, which has its signature.
    words = [word.replace(" ", "_") for word in kind.words if word != "signed by"]
    assert [word for word in words if word not in cell.source.replace(" ", "_")] == []


def test_an_answer_comes_with_the_constants_that_stand_in_other_cells():
    cells = ["VERBS = {'said'}\nother = print", "VERBS = {'says'}", "TOO = 3", CELL_WITH_A_NAME]
    assert cell_of("speaker", cells) == "VERBS = {'says'}\n\n\n" + CELL_WITH_A_NAME
    assert cell_of("nobody", cells) is None


CELL_WITH_A_NAME = "def speaker(text):\n    return other(text in VERBS)"
CELL = "MARKS = '.'\n\n\ndef keep_line(line):\n    return bool(line)"


class Shell:
    """What a notebook knows of its cells."""

    def __init__(self, cells=()):
        self.user_ns = {"In": ["", *cells]}
        self.put = []

    def set_next_input(self, text, replace):
        self.put.append((text, replace))


@pytest.fixture
def shell(monkeypatch):
    made = Shell([CELL, "keep_line('a')"])
    monkeypatch.setattr("copydesk.classroom.portfolio.answers._shell", lambda: made)
    return made


def test_a_right_answer_of_the_lesson_takes_the_place_of_a_cell(work, shell, monkeypatch, capsys):
    keep_answer("2.3", "keep_line")
    monkeypatch.chdir(work / "exercises")
    bring_answer("2.3")
    assert "Run it again" in capsys.readouterr().out
    assert shell.put == [(CELL, True)]


def test_without_an_answer_the_cell_stays(shell, capsys):
    bring_answer("2.3")
    assert "No right answer to 2.3 is kept" in capsys.readouterr().out
    assert shell.put == []


def test_an_answer_is_kept_in_a_learners_folder_alone_and_once(work, shell, monkeypatch):
    keep_answer("2.3", "keep_line")
    keep_answer("2.3", "keep_line")
    held = json.loads((work / "my_pieces" / "answers.json").read_text(encoding="utf-8"))
    assert held == {"2.3": [CELL]}
    (work / "my_pieces" / "answers.json").write_text("{broken", encoding="utf-8")
    keep_answer("2.3", "keep_line")  # nothing is raised, and the file stays
    assert (work / "my_pieces" / "answers.json").read_text(encoding="utf-8") == "{broken"
    bring_answer("2.3")
    assert shell.put == []
    before = set(ROOT.iterdir())
    monkeypatch.chdir(ROOT / "notebooks")
    keep_answer("2.3", "keep_line")
    assert set(ROOT.iterdir()) == before, "the kit's own notebooks keep nothing"


@pytest.mark.thorough
def test_an_answer_goes_from_the_lesson_to_the_notebook_that_is_handed_in(work):
    """In kernels, as a class does it: check in the lesson, then bring it."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
    call = "from copydesk.classroom import bring_answer, check"
    solution = next(
        cell.source
        for cell in read_cells(ROOT / "lessons/02_cleaning/exercises.md", "02_cleaning")
        if "solution" in cell.tags and "def keep_line" in cell.source
    )
    lesson = _run(work / "notebooks", [start, call, solution, 'check("2.3")'])
    assert "right" in str(lesson.cells[-1].outputs)
    exercises = _run(work / "exercises", [start, call, 'bring_answer("2.3")'])
    assert "stands in this cell now" in str(exercises.cells[-1].outputs)
    assert json.loads((work / "my_pieces/answers.json").read_text())["2.3"] == [solution]


def _run(folder: Path, sources):
    node = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in sources])
    where = {"metadata": {"path": str(folder)}}
    return NotebookClient(node, kernel_name="python3", resources=where).execute()

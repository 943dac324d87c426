"""Progress is read from the learner's own notebooks, and a fresh copy loses nothing."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.progress import (
    LessonProgress,
    exercises_of,
    fresh_copy,
    lesson_progress,
    progress_text,
)
from copydesk.cli import main
from copydesk.corpus import ROOT

STEM = "01_article"


@pytest.fixture
def folder(tmp_path):
    """Give the test a learner's folder of exercises with two notebooks: one solved, one not."""
    place = tmp_path / "work" / "exercises"
    place.mkdir(parents=True)
    (place / f"{STEM}.ipynb").write_bytes((ROOT / "solutions" / f"{STEM}.ipynb").read_bytes())
    fresh = ROOT / "exercises" / "02_cleaning.ipynb"
    (place / "02_cleaning.ipynb").write_bytes(fresh.read_bytes())
    return place


def with_cell(path, source):
    """Put a code cell at the start of a notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "execution_count": None, "id": "first", "metadata": {}}
    notebook["cells"].insert(0, {**cell, "outputs": [], "source": source})
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.thorough
def test_a_solved_notebook_is_right_and_a_fresh_one_not_attempted(folder, capfd):
    solved = lesson_progress(folder / f"{STEM}.ipynb")
    assert solved.problem == ""
    assert list(solved.states) == [exercise.id for exercise in exercises_of(STEM)]
    assert solved.right == len(solved.states) > 0
    fresh = lesson_progress(folder / "02_cleaning.ipynb")
    assert set(fresh.states.values()) == {"not attempted"}
    assert capfd.readouterr().err == "", "what a kernel says of itself is not for a learner"


@pytest.mark.thorough
def test_the_notebook_is_not_changed_and_its_errors_do_not_stop_the_rest(folder):
    path = folder / f"{STEM}.ipynb"
    with_cell(path, "1 / 0")
    before = path.read_bytes()
    assert lesson_progress(path).right == len(exercises_of(STEM))
    assert path.read_bytes() == before


@pytest.mark.thorough
def test_a_notebook_that_kills_its_kernel_or_is_broken_is_said_in_a_sentence(folder):
    path = folder / f"{STEM}.ipynb"
    with_cell(path, "import os; os._exit(1)")
    found = lesson_progress(path)
    assert found.states == {}
    assert "could not be run" in found.problem
    path.write_text("no notebook", encoding="utf-8")
    assert "cannot be read as a notebook" in lesson_progress(path).problem
    assert "cannot be read" in progress_text([lesson_progress(path)])


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined")
def test_where_code_can_be_confined_a_notebook_writes_nothing_and_the_rest_is_judged(folder):
    path, written = folder / "02_cleaning.ipynb", folder / "written.txt"
    with_cell(path, f"open({str(written)!r}, 'w')")
    with_cell(path, "import os; os._exit(1)")
    result = CliRunner().invoke(main, ["progress", "02_cleaning", "--folder", str(folder)])
    count = len(exercises_of("02_cleaning"))
    assert result.output.startswith(f"02_cleaning: 0 of {count} right\n")
    assert result.output.count("not attempted yet") == count
    assert not written.exists()
    path.write_text("no notebook", encoding="utf-8")
    result = CliRunner().invoke(main, ["progress", "02_cleaning", "--folder", str(folder)])
    assert "02_cleaning.ipynb cannot be read as a notebook" in result.output


def test_a_kernel_with_all_rights_is_warned_of(folder, monkeypatch):
    module = sys.modules["copydesk.classroom.progress"]  # the function has the same name
    monkeypatch.setattr(module, "_in_kernel", lambda path: LessonProgress(path.stem, {}))
    result = CliRunner().invoke(main, ["progress", "--trust", "--folder", str(folder)])
    assert "with all the rights that you have" in result.output


@pytest.mark.parametrize("state", ["right", "wrong", "misconception", "crash", "not attempted"])
def test_every_state_has_a_sign_and_words(state):
    line = progress_text([LessonProgress("02_cleaning", {"2.1": state})]).splitlines()[1]
    assert line.split()[0] in "✓✗·"
    assert len(line.split()) > 2 or state == "right"


def test_every_lesson_has_exercises_to_show():
    for stem in lesson_stems(ROOT):
        assert exercises_of(stem)


@pytest.mark.thorough
def test_the_command_prints_the_lessons_of_a_folder(folder):
    result = CliRunner().invoke(main, ["progress", "--folder", str(folder)])
    count = len(exercises_of(STEM))
    assert f"{STEM}: {count} of {count} right" in result.output
    assert "02_cleaning: 0 of" in result.output
    none = CliRunner().invoke(main, ["progress", "09_none", "--folder", str(folder)])
    assert none.exit_code == 2
    assert "There is no exercise notebook named 09_none" in none.output


@pytest.mark.thorough
def test_a_notebook_of_the_class_can_ask_for_it(folder):
    (folder.parent / "notebooks").mkdir()
    (folder / "02_cleaning.ipynb").unlink()
    command = [sys.executable, "-c", "from copydesk.classroom import progress; progress()"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    place = folder.parent / "notebooks"
    found = subprocess.run(
        command, cwd=place, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    assert f"{STEM}: " in found.stdout
    assert " right" in found.stdout


def test_a_fresh_copy_stands_beside_the_learners_own(tmp_path):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / f"{STEM}.ipynb").write_text("{}", encoding="utf-8")
    mine = tmp_path / "work" / "exercises" / f"{STEM}.ipynb"
    mine.parent.mkdir(parents=True)
    mine.write_text("my answers", encoding="utf-8")
    first, second = (fresh_copy(tmp_path, tmp_path, STEM) for _ in range(2))
    assert (first.name, second.name) == (f"{STEM}_fresh.ipynb", f"{STEM}_fresh_2.ipynb")
    assert first.read_text(encoding="utf-8") == "{}"
    assert mine.read_text(encoding="utf-8") == "my answers"
    ran = {"cell_type": "code", "source": "1 + 1", "execution_count": 4, "outputs": [{}]}
    (tmp_path / "exercises" / f"{STEM}.ipynb").write_text(json.dumps({"cells": [ran]}), "utf-8")
    (third,) = json.loads(fresh_copy(tmp_path, tmp_path, STEM).read_text("utf-8"))["cells"]
    assert third == {**ran, "execution_count": None, "outputs": []}
    with pytest.raises(ValueError, match="no lesson '09_none'; the lessons are 01_article"):
        fresh_copy(tmp_path, tmp_path, "09_none")


def test_the_reset_command_names_the_lessons_when_there_is_none():
    result = CliRunner().invoke(main, ["reset", "09_none"])
    assert result.exit_code == 2
    assert "There is no lesson '09_none'" in result.output

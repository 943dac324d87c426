"""The exercises for other graders: what a learner gets, and what the real graders make of it.

The graders are no part of the kit. ``pip install nbgrader otter-grader`` beside it.
"""

import csv
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.classroom.export import nbgrader_notebook, otter_notebook
from copydesk.cli import main
from copydesk.corpus import ROOT
from copydesk.exercises import exercises_of, lesson_stems

STEMS = tuple(lesson_stems().values())
STEM = "02_cleaning"
POINTS = sum(exercise.points for exercise in exercises_of(STEM))


def cells_of(text):
    return [(cell, "".join(cell["source"])) for cell in json.loads(text)["cells"]]


def without(source, begin, end):
    """Take a solution out as both graders do."""
    kept, inside = [], False
    for line in source.split("\n"):
        inside = (inside or line == begin) and line != end
        kept += [] if inside or line == end else [line]
    return "\n".join(kept)


@pytest.mark.parametrize("stem", STEMS)
def test_what_is_left_without_solutions_is_the_notebook_of_the_class(stem):
    given = [
        source for _, source in cells_of((ROOT / f"exercises/{stem}.ipynb").read_text("utf-8"))
    ]
    nbgrader = [
        without(source, "### BEGIN SOLUTION", "### END SOLUTION")
        for cell, source in cells_of(nbgrader_notebook(ROOT, stem))
        if not cell["metadata"].get("nbgrader", {}).get("grade")
    ]
    assert nbgrader == given
    otter = [
        without(source, "# BEGIN SOLUTION NO PROMPT", "# END SOLUTION")
        for cell, source in cells_of(otter_notebook(ROOT, stem))
        if cell["cell_type"] != "raw" and "assert check(" not in source
    ]
    assert otter == given


@pytest.mark.parametrize("stem", STEMS)
def test_each_exercise_is_graded_once_with_its_points(stem):
    points = {
        f"check-exercise_{one.id.replace('.', '_')}": one.points for one in exercises_of(stem)
    }
    found = [
        cell["metadata"]["nbgrader"]
        for cell, _ in cells_of(nbgrader_notebook(ROOT, stem))
        if cell["metadata"].get("nbgrader", {}).get("grade")
    ]
    assert [(one["grade_id"], one["points"]) for one in found] == list(points.items())
    heads = [
        source
        for _, source in cells_of(otter_notebook(ROOT, stem))
        if source.startswith("# BEGIN QUESTION")
    ]
    assert heads == [
        f"# BEGIN QUESTION\nname: {name.removeprefix('check-')}\npoints: {worth}"
        for name, worth in points.items()
    ]


def test_nothing_is_replaced_and_an_unknown_lesson_is_told_of(tmp_path):
    for tool, name in (
        ("nbgrader", f"source/{STEM}/{STEM}.ipynb"),
        ("otter", f"{STEM}/{STEM}.ipynb"),
    ):
        command = ["export", tool, str(tmp_path / tool), "--lesson", STEM]
        assert CliRunner().invoke(main, command).exit_code == 0
        path = tmp_path / tool / name
        path.write_text("mine")
        assert "exists" in CliRunner().invoke(main, command).output
        assert path.read_text() == "mine"
        assert CliRunner().invoke(main, [*command, "--force"]).exit_code == 0
        assert path.read_text() != "mine"
    told = CliRunner().invoke(main, ["export", "otter", str(tmp_path / "no"), "--lesson", "x"])
    assert (told.exit_code, (tmp_path / "no").exists()) == (2, False)


def needs(package):
    there = find_spec(package) is not None
    return pytest.mark.skipif(not there, reason=f"{package} is not installed beside the kit")


def run(folder, *command):
    # nbgrader looks for a program of its own on the path.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@needs("nbgrader")
@pytest.mark.thorough
def test_nbgrader_gives_all_points_for_the_solutions_and_none_for_stubs(tmp_path):
    command = ["export", "nbgrader", str(tmp_path), "--lesson", STEM]
    assert CliRunner().invoke(main, command).exit_code == 0
    run(tmp_path, "nbgrader", "generate_assignment", STEM)
    for learner, place in (("ana", "source"), ("bo", "release")):
        target = tmp_path / "submitted" / learner / STEM / f"{STEM}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_bytes((tmp_path / place / STEM / f"{STEM}.ipynb").read_bytes())
    run(tmp_path, "nbgrader", "autograde", STEM)
    run(tmp_path, "nbgrader", "export")
    with (tmp_path / "grades.csv").open(newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"ana": POINTS, "bo": 0}


@needs("otter")
@pytest.mark.thorough
def test_otter_gives_all_points_for_the_solutions_and_none_for_stubs(tmp_path):
    command = ["export", "otter", str(tmp_path), "--lesson", STEM]
    assert CliRunner().invoke(main, command).exit_code == 0
    run(tmp_path, "otter", "assign", f"{STEM}/{STEM}.ipynb", "dist", "--no-run-tests")
    (grader,) = (tmp_path / "dist/autograder").glob("*.zip")
    scores = {}
    for place in ("autograder", "student"):
        notebook = f"dist/{place}/{STEM}.ipynb"
        run(tmp_path, "otter", "run", "-a", str(grader), "-o", str(tmp_path), notebook)
        results = json.loads((tmp_path / "results.json").read_text())
        scores[place] = sum(test.get("score", 0) for test in results["tests"])
    assert scores == {"autograder": POINTS, "student": 0}

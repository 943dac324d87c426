"""A half-finished or wrong exercise notebook still runs to its end."""

import contextlib
import io
import json

import pytest

from copydesk.classroom.build import lesson_stems
from copydesk.corpus import ROOT
from copydesk.exercises import find

NOTEBOOKS = [ROOT / "exercises" / f"{stem}.ipynb" for stem in lesson_stems(ROOT)]
WRONG = {
    "returns nothing": "def {name}(*inputs): return None",
    "raises an error": "def {name}(*inputs): return inputs[0][10**6]",
    "divides by zero": "def {name}(*inputs): return 1 / 0",
    "takes too few inputs": "def {name}(): return 1",
    "gives one of the right type": "def {name}(*inputs): return (1,)",
    "is not defined": "pass",
}


def code_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def stubs():
    for path in NOTEBOOKS:
        for cell in code_cells(path):
            if "stub" in cell["metadata"].get("tags", []):
                yield pytest.param(
                    path, cell["metadata"]["exercise"], id=cell["metadata"]["exercise"]
                )


def run_all(path, answers):
    """Run every cell in order, some answers in place of their stubs; return what is printed."""
    names = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in code_cells(path):
            source = answers.get(cell["metadata"].get("exercise"), "".join(cell["source"]))
            exec(compile(source, path.name, "exec"), names)
    return printed.getvalue()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_an_untouched_notebook_runs(path):
    assert "Finish exercise" in run_all(path, {})


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize(("path", "exercise"), list(stubs()))
def test_one_wrong_answer_stops_nothing(path, exercise, wrong):
    run_all(path, {exercise: wrong.format(name=find(exercise).name)})


def solutions_of(path):
    return {
        cell["metadata"]["exercise"]: "".join(cell["source"])
        for cell in code_cells(ROOT / "solutions" / path.name)
        if "solution" in cell["metadata"].get("tags", [])
    }


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_with_every_answer_asks_for_none(path):
    assert "Finish exercise" not in run_all(path, solutions_of(path))


@pytest.mark.thorough
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_answer_right_but_one_stops_nothing(path):
    solutions = solutions_of(path)
    for exercise in solutions:
        wrong = WRONG["returns nothing"].format(name=find(exercise).name)
        run_all(path, solutions | {exercise: wrong})

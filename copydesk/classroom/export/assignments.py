"""The exercises of a lesson as an assignment for nbgrader, or for Otter-Grader.

Both want a notebook with the answers in it, and marks in its cells that say what a learner gets.
A learner gets the notebook of the kit; behind each answer stands a cell that is graded, with the
inputs that `check` tries.

The formats: https://nbgrader.readthedocs.io/en/stable/user_guide/creating_and_grading_assignments.html
and https://otter-grader.readthedocs.io/en/latest/otter_assign/notebook_format.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from copydesk.classroom.build.notebooks import notebook_text
from copydesk.classroom.build.sources import Cell, assemble, read_cells
from copydesk.exercises import all_exercises, find
from copydesk.exercises.model import Exercise

NBGRADER_CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "copydesk"
# A learner writes in place of the three dots of the stub; nothing else stands there.
c.ClearSolutions.code_stub = {"python": ""}
"""
"""What nbgrader has to know of the folder that holds the assignments."""

_Answer = Callable[[Exercise, str, str], Iterator[Cell]]


def nbgrader_notebook(root: Path, stem: str) -> str:
    """Return the exercises of a lesson as a source notebook of nbgrader.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    stem : str
        The lesson, "02_cleaning".

    Returns
    -------
    str
        The text of the notebook. It belongs into ``source/<stem>/``, below `NBGRADER_CONFIG`.

    Raises
    ------
    BuildError
        The text of the lesson cannot be read.
    """
    return _notebook(root, stem, (), _for_nbgrader)


def otter_notebook(root: Path, stem: str) -> str:
    """Return the exercises of a lesson as a notebook for ``otter assign``.

    Otherwise as `nbgrader_notebook`.
    """
    head = f"# ASSIGNMENT CONFIG\nname: {stem}\ninit_cell: true\ncheck_all_cell: true"
    return _notebook(root, stem, (_cell("raw", head),), _for_otter)


def _notebook(root: Path, stem: str, head: tuple[Cell, ...], answer: _Answer) -> str:
    name = f"lessons/{stem}/exercises.md"
    cells, stubs = list(head), {}
    for cell in read_cells(root / name, name):
        if "stub" in cell.tags:
            stubs[cell.metadata["exercise"]] = cell.source
        elif "solution" in cell.tags:
            exercise = find(cell.metadata["exercise"])
            cells += answer(exercise, stubs[exercise.id], cell.source)
        else:
            cells.append(cell)
    return notebook_text(assemble(cells, name, "exercises", all_exercises()))


def _for_nbgrader(exercise: Exercise, stub: str, solution: str) -> Iterator[Cell]:
    def about(role: str, **kind: Any) -> dict[str, Any]:
        fixed = {"schema_version": 3, "grade_id": f"{role}-{_name(exercise)}", "task": False}
        return {"nbgrader": {**fixed, **kind}}

    both = f"{stub}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
    yield _cell("code", both, about("answer", grade=False, locked=False, solution=True))
    graded = about("check", grade=True, locked=True, solution=False, points=exercise.points)
    yield _cell("code", _test(exercise), graded)


def _for_otter(exercise: Exercise, stub: str, solution: str) -> Iterator[Cell]:
    yield _cell("raw", f"# BEGIN QUESTION\nname: {_name(exercise)}\npoints: {exercise.points}")
    both = f"{stub}\n# BEGIN SOLUTION NO PROMPT\n{solution}\n# END SOLUTION"
    for part, source in (("SOLUTION", both), ("TESTS", _test(exercise))):
        yield _cell("raw", f"# BEGIN {part}")
        yield _cell("code", source)
        yield _cell("raw", f"# END {part}")
    yield _cell("raw", "# END QUESTION")


def _test(exercise: Exercise) -> str:
    return (
        "from copydesk.classroom import check\n\n"
        f'assert check("{exercise.id}").state == "right", check("{exercise.id}")'
    )


def _name(exercise: Exercise) -> str:
    """Return a name that both accept; a file of tests is named so."""
    return "exercise_" + exercise.id.replace(".", "_")


def _cell(kind: str, source: str, metadata: dict[str, Any] | None = None) -> Cell:
    return Cell(0, 0, 0, kind, source, metadata or {})

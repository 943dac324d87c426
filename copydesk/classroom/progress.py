"""Show a learner which exercises pass, and give a fresh copy of a notebook beside their own.

The notebooks are run as they were saved, and are not written. Where the computer can confine code,
they run as those of a class do that are marked; elsewhere each has a kernel of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.classroom.notebook_file import as_given
from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.places import ROOT, WORK
from copydesk.exercises import exercises_of

if TYPE_CHECKING:
    from copydesk.classroom.hand_in.runner import Runner

CELL_SECONDS = 20
"""How long one cell of a learner may run; then it is stopped and the next one runs."""

START_SECONDS = 180
"""How long a kernel may take to start on a slow or busy computer."""

_SIGNS = {"right": "✓", "not attempted": "·", "missing": "·"}
_WORDS = {
    "right": "right",
    "not attempted": "not attempted yet",
    "missing": "not attempted yet",
    "crash": "stops with an error",
    "too slow": "does not end",
}
_ASK = """
import json as _json
from copydesk.classroom.checking import judge_answer as _judge
from copydesk.exercises import find as _find
print("copydesk-progress", _json.dumps({{id: _judge(_find(id), globals()).state for id in {ids}}}))
"""


@dataclass(frozen=True)
class LessonProgress:
    """How the exercises of one notebook stand.

    Attributes
    ----------
    stem : str
        The lesson, such as ``02_cleaning``.
    states : mapping of str to str
        For each exercise, in order, a state of `copydesk.classroom.check`; empty when the notebook
        could not be run.
    problem : str
        Why it could not be run, in a sentence; else empty.
    """

    stem: str
    states: Mapping[str, str]
    problem: str = ""

    @property
    def right(self) -> int:
        """How many exercises are right."""
        return sum(state == "right" for state in self.states.values())


@contextmanager
def where_to_run(stems: Iterable[str], *, trust: bool = False) -> Iterator[Runner | None]:
    """Give what runs the notebooks of some lessons confined; None where that is a plain kernel.

    Parameters
    ----------
    stems : iterable of str
        The lessons, whose libraries are loaded once for all of their notebooks.
    trust : bool
        Run them in plain kernels also where the computer can confine them.
    """
    # Late, as the libraries below: most of a class calls nothing of it.
    from copydesk.classroom.hand_in import given_cells
    from copydesk.classroom.hand_in.confinement import why_not
    from copydesk.classroom.hand_in.runner import runners

    if trust or why_not():
        yield None
        return
    with runners(list(given_cells(ROOT, stems).values())) as (runner,):
        yield runner


def lesson_progress(notebook: Path, runner: Runner | None = None) -> LessonProgress:
    """Run a learner's exercise notebook and say how each of its exercises stands.

    Parameters
    ----------
    notebook : Path
        A saved notebook whose name begins with the number of its lesson.
    runner : Runner, optional
        What `where_to_run` gives; without one, the notebook has a kernel with all rights.

    Returns
    -------
    LessonProgress
    """
    return _in_kernel(notebook) if runner is None else _confined(notebook, runner)


def _confined(notebook: Path, runner: Runner) -> LessonProgress:
    from copydesk.classroom.checking.answers import judge_look
    from copydesk.classroom.checking.key import Key, public_cases
    from copydesk.classroom.hand_in.notebook import (
        NotebookError,
        code_of,
        notebook_bytes,
        read_notebook,
    )
    from copydesk.classroom.hand_in.runner import question

    stem = notebook.stem
    try:
        cells = code_of(read_notebook(notebook_bytes(notebook)))
    except (OSError, NotebookError) as error:
        return LessonProgress(stem, {}, f"{notebook.name} cannot be read as a notebook ({error}).")
    keys = [Key(exercise, public_cases(exercise)) for exercise in exercises_of(stem)]
    answers = runner.run(cells, [question(key) for key in keys]).answers
    states = {key.exercise.id: judge_look(key, answers[key.exercise.id]).state for key in keys}
    return LessonProgress(stem, states)


def _in_kernel(notebook: Path) -> LessonProgress:
    # These load the notebook libraries, which take seconds that other commands need not wait for.
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    stem = notebook.stem
    ids = [exercise.id for exercise in exercises_of(stem)]
    try:
        node = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever a broken file makes the library raise
        return LessonProgress(stem, {}, f"{notebook.name} cannot be read as a notebook ({error}).")
    ask = nbformat.v4.new_code_cell(_ASK.format(ids=ids))  # type: ignore[no-untyped-call]
    node.cells = [cell for cell in node.cells if cell.cell_type == "code"] + [ask]
    client = NotebookClient(
        node,
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
        interrupt_on_timeout=True,
        allow_errors=True,
        kernel_name="python3",
        resources={"metadata": {"path": str(notebook.parent)}},
    )
    try:
        # What the kernel logs of itself is no answer to a learner.
        client.execute(stderr=subprocess.DEVNULL)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        last = str(error).strip().splitlines()
        return LessonProgress(stem, {}, f"{notebook.name} could not be run ({last[-1]}).")
    for output in reversed(ask.outputs):
        for line in reversed(str(output.get("text", "")).splitlines()):
            if line.startswith("copydesk-progress "):
                return LessonProgress(stem, json.loads(line.split(" ", 1)[1]))
    return LessonProgress(stem, {}, f"{notebook.name} stopped before its exercises were checked.")


def progress_text(lessons: Iterable[LessonProgress]) -> str:
    """Write how exercises stand, one a line, with a sign and in words.

    Examples
    --------
    >>> print(progress_text([LessonProgress("02_cleaning", {"2.1": "right", "2.2": "wrong"})]))
    02_cleaning: 1 of 2 right
      ✓ 2.1 right
      ✗ 2.2 not yet
    """
    lines = []
    for lesson in lessons:
        if lesson.problem:
            lines.append(f"{lesson.stem}: {lesson.problem}")
            continue
        lines.append(f"{lesson.stem}: {lesson.right} of {len(lesson.states)} right")
        for id_, state in lesson.states.items():
            lines.append(f"  {_SIGNS.get(state, '✗')} {id_} {_WORDS.get(state, 'not yet')}")
    return "\n".join(lines)


def progress() -> None:
    """Print which exercises pass, from the notebooks as they were last saved.

    Called in a notebook of the class. It runs the saved exercise notebooks beside it, so save
    yours first. It changes nothing.
    """
    here = Path.cwd()
    root = next((path for path in (here, *here.parents) if (path / "exercises").is_dir()), None)
    if root is None:
        print("There is no folder exercises here; open this notebook with copydesk lab.")
        return
    # A process of its own: a kernel cannot wait for kernels that it starts itself.
    command = [sys.executable, "-m", "copydesk", "progress", "--folder", str(root / "exercises")]
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    print(found.stdout.strip() or found.stderr.strip())


def fresh_copy(kit: Path, home: Path, stem: str) -> Path:
    """Put a fresh copy of an exercise notebook beside the learner's own.

    Parameters
    ----------
    kit : Path
        The folder of the kit.
    home : Path
        The folder in which ``work/`` is.
    stem : str
        The lesson, such as ``02_cleaning``.

    Returns
    -------
    Path
        The new file: ``02_cleaning_fresh.ipynb``, or with a number when that is there.

    Raises
    ------
    ValueError
        There is no such lesson.
    OSError
        The folder cannot be written.
    """
    source = kit / "exercises" / f"{stem}.ipynb"
    if not source.is_file():
        stems = ", ".join(sorted(path.stem for path in (kit / "exercises").glob("*.ipynb")))
        raise ValueError(f"There is no lesson {stem!r}; the lessons are {stems}.")
    folder = home / WORK / "exercises"
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"{stem}_fresh{'' if n == 1 else f'_{n}'}.ipynb" for n in range(1, 1000))
    with locked(folder / stem):
        copy = next(folder / name for name in names if not (folder / name).exists())
        write_whole(copy, as_given(source))
    return copy

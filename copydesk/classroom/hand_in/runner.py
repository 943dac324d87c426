"""Have notebooks of strangers run, and get back what they define as plain values.

A `Runner` keeps one process warm (`inside`), which forks a confined child for each notebook. What
comes back is data that a stranger's code may have written: it is read with limits, and whatever
does not have the right shape counts as no answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from copydesk.classroom.checking.key import Key
from copydesk.classroom.checking.running import Answer
from copydesk.classroom.hand_in.child import PATIENCE, Child, GoneError, Pipes, Question
from copydesk.classroom.hand_in.confinement import ConfinementError, why_not
from copydesk.corpus.places import package_path

CELL_SECONDS = 10.0
"""What one cell may use of a processor."""

NOTEBOOK_SECONDS = 60.0
"""What one notebook may use with all of its cells and answers."""

_STARTS = 12  # how often a notebook is begun again without what stopped it
_MORE = 2.0  # seconds that the warm process gets to stop by itself
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "MPLCONFIGDIR", "XDG_CACHE_HOME")


@dataclass(frozen=True)
class Stop:
    """A cell that did not run to its end and took the notebook with it.

    Attributes
    ----------
    cell : int
        Its place among the code cells, from 1.
    why : str
        "ran too long", "ended the program" or "wrote what only the marker writes".
    """

    cell: int
    why: str


@dataclass(frozen=True)
class Run:
    """What came of one notebook.

    Attributes
    ----------
    answers : mapping of str to Answer
        For each exercise that was asked about.
    errors : mapping of int to str
        Cells, from 1, that failed, with the name of the exception.
    stops : tuple of Stop
        Cells that were left out, because they stopped everything.
    """

    answers: Mapping[str, Answer]
    errors: Mapping[int, str]
    stops: tuple[Stop, ...]


def question(key: Key) -> Question:
    """Return what may be said of an exercise to a process that runs the code of others."""
    return Question(key.exercise.id, key.exercise.name, key.exercise.is_value, key.cases)


@contextmanager
def runners(
    given: Sequence[Sequence[str]] = (), count: int = 1, *, trust: bool = False
) -> Iterator[list[Runner]]:
    """Give processes that run a notebook each, warm, while a block runs.

    One process gets ready and is copied, so that a second one costs next to nothing.

    Parameters
    ----------
    given : sequence of sequence of str
        The code cells of the notebooks that a class was given, to get ready for theirs.
    count : int
        Notebooks at a time.
    trust : bool
        Run without confinement, where the computer has none. Only for code that you trust.

    Raises
    ------
    ConfinementError
        This computer cannot confine code, and ``trust`` was not said.
    """
    reason = why_not()
    if reason and not (trust and hasattr(os, "fork")):
        raise ConfinementError(reason)
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment |= {
        "PYTHONPATH": str(package_path("..").resolve()),
        "PYTHONHASHSEED": "0",
        "MPLBACKEND": "agg",
    }
    # More threads would be copied by no fork, and notebooks run side by side.
    environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    pipes = [os.pipe() for _ in range(4 * count)]
    # Of each four, the warm process reads the first and the third, and writes the others.
    theirs = [pipe[at % 2] for at, pipe in enumerate(pipes)]
    ours = [pipe[1 - at % 2] for at, pipe in enumerate(pipes)]
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        # A file, because a pipe holds less than a class is given.
        Path(folder, "given.json").write_text(json.dumps(given), encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-P", "-B", str(package_path("classroom/hand_in/inside.py"))]
            + [str(pipe) for pipe in theirs],
            pass_fds=theirs,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the marking, which ends it without an error
        )
        for pipe in theirs:
            os.close(pipe)
        try:
            yield [
                Runner(Pipes(ours[4 * at : 4 * at + 4]), "" if reason else f"{folder}/{at}")
                for at in range(count)
            ]
        finally:
            for pipe in ours:
                os.close(pipe)  # who hears no more ends by itself, unless a notebook still runs
            try:
                process.wait(_MORE)
            except subprocess.TimeoutExpired:
                process.kill()  # its copies, and their children, end with it
                process.wait()


class Runner:
    """A warm process that runs one notebook at a time; `runners` makes it.

    Parameters
    ----------
    pipes : Pipes
        To the process, and to its child, which runs the notebook.
    folder : str
        The empty folder of a confined child; no text when children are not confined.
    """

    def __init__(self, pipes: Pipes, folder: str) -> None:
        self._pipes, self._folder = pipes, folder
        self._warm = False

    def run(self, cells: Sequence[str], asked: Sequence[Question]) -> Run:
        """Run the code cells of a notebook and ask for the answers to some exercises.

        A cell that stops everything is left out, and the notebook begins again without it; so is
        the answer to an exercise.

        Parameters
        ----------
        cells : sequence of str
            The code cells, in order.
        asked : sequence of Question
            The exercises, with the inputs to try them on.

        Returns
        -------
        Run

        Raises
        ------
        EndedError
            The warm process was ended by somebody else. Another one can run the notebook.
        """
        if not self._warm:
            self._warm = bool(self._pipes.report())
        left, ends = NOTEBOOK_SECONDS, time.monotonic() + NOTEBOOK_SECONDS * PATIENCE
        answers: dict[str, Answer] = {}
        errors: dict[int, str] = {}
        stops: list[Stop] = []
        while len(answers) < len(asked) and len(stops) < _STARTS:
            if left <= 0 or time.monotonic() >= ends:
                break
            child = Child(self._pipes, self._folder, cells, [stop.cell - 1 for stop in stops])
            errors.clear()
            begun = child.used()
            try:
                child.run_cells(errors, min(CELL_SECONDS, left), ends)
            except GoneError as gone:
                stops.append(Stop(child.cell + 1, str(gone)))
                left -= child.used() - begun
                continue
            for one in asked:
                if one.id not in answers and not child.over:
                    answers[one.id] = child.ask(one)
            left -= child.used() - begun
            child.end()
        none = {one.id: Answer("missing") for one in asked}
        return Run({**none, **answers}, errors, tuple(stops))

"""Have notebooks of strangers run, and get back what they define as plain values.

A `Runner` keeps one process warm (`inside`), which forks a confined child for each notebook. What
comes back is data that a stranger's code may have written: it is read with limits, and whatever
does not have the right shape counts as no answer.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pickle
import secrets
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.classroom.checking.judging import Key
from copydesk.classroom.checking.plain import is_plain
from copydesk.classroom.checking.running import SECONDS, Answer, Outcome
from copydesk.classroom.hand_in.confinement import ConfinementError, why_not
from copydesk.corpus.places import package_path

CELL_SECONDS = 10.0
"""How long one cell may run."""

NOTEBOOK_SECONDS = 60.0
"""How long one notebook may take with all of its cells and answers."""

_STARTS = 12  # how often a notebook is begun again without what stopped it
_MOST = 8 << 20  # bytes that a child may say for one step
_MORE = 2.0  # seconds that a child gets to stop by itself
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


class _GoneError(Exception):
    """The child is no more, or is not to be heard any longer; the message says why."""


@dataclass(frozen=True)
class Question:
    """What a notebook is asked about one exercise: nothing of it says what is right.

    Attributes
    ----------
    id, name : str
        The number of the exercise, and the name that an answer to it has.
    is_value : bool
        The answer is a value, and not a function.
    cases : sequence
        The inputs to try a function on.
    """

    id: str
    name: str
    is_value: bool
    cases: Sequence[tuple[Any, ...]]


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
        )
        for pipe in theirs:
            os.close(pipe)
        try:
            yield [
                Runner(ours[4 * at : 4 * at + 4], "" if reason else f"{folder}/{at}")
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
    pipes : sequence of int
        Two to the process, for what it is told and reports, and two to its child, which runs the
        notebook, for questions and replies.
    folder : str
        The empty folder of a confined child; no text when children are not confined.
    """

    def __init__(self, pipes: Sequence[int], folder: str) -> None:
        self._control, self.reports, self.questions, self.replies = pipes
        self.folder = folder
        self._warm = False
        os.set_blocking(self.questions, False)

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
        """
        if not self._warm:
            self._warm = bool(self.report())
        ends = time.monotonic() + NOTEBOOK_SECONDS
        answers: dict[str, Answer] = {}
        errors: dict[int, str] = {}
        stops: list[Stop] = []
        while len(answers) < len(asked) and len(stops) < _STARTS and time.monotonic() < ends:
            child = _Child(self, cells, [stop.cell - 1 for stop in stops])
            errors.clear()
            try:
                child.run_cells(errors, ends)
            except _GoneError as gone:
                stops.append(Stop(child.cell + 1, str(gone)))
                continue
            for one in asked:
                if one.id not in answers and not child.over:
                    answers[one.id] = child.ask(one)
            child.end()
        none = {one.id: Answer("missing") for one in asked}
        return Run({**none, **answers}, errors, tuple(stops))

    def send(self, message: Mapping[str, Any]) -> None:
        """Send a line to the warm process."""
        text = json.dumps(message).encode() + b"\n"
        while text:
            text = text[os.write(self._control, text) :]

    def report(self) -> dict[str, Any]:
        """Wait for the next line of the warm process.

        Raises
        ------
        RuntimeError
            It has ended.
        """
        line = b""
        while not line.endswith(b"\n"):
            part = os.read(self.reports, 1)
            if not part:
                raise RuntimeError("The process that runs notebooks has ended by itself.")
            line += part
        return dict(json.loads(line))


class _Child:
    """One run of one notebook in a confined process."""

    def __init__(self, runner: Runner, cells: Sequence[str], skip: Sequence[int]) -> None:
        self.cell = -1
        self.over = False
        self._runner = runner
        self._nonce = secrets.token_hex(16)
        self._heard = b""
        job = {"nonce": self._nonce, "cells": cells, "skip": skip, "folder": runner.folder}
        runner.send(job)
        self._process = int(runner.report()["child"])

    def run_cells(self, errors: dict[int, str], ends: float) -> None:
        """Wait until all cells have run; keep what fails in ``errors``.

        Raises
        ------
        _GoneError
            The cell that ``cell`` names stopped everything.
        """
        while True:
            now = time.monotonic()
            message = self._next(min(now + CELL_SECONDS, max(ends, now + 0.1)))
            if message.get("ready") is True:
                return
            cell = message.get("cell")
            if not isinstance(cell, int) or not 0 <= cell < 100_000:
                raise self._end_with("wrote what only the marker writes")
            self.cell = cell
            if "error" in message:
                errors[cell + 1] = _text(message["error"], 60)

    def ask(self, one: Question) -> Answer:
        """Ask for the answer to an exercise; one that stops everything is an answer too."""
        asked = {"name": one.name, "cases": one.cases, "is_value": one.is_value}
        packed = base64.b64encode(pickle.dumps({**asked, "seconds": SECONDS})).decode()
        ends = time.monotonic() + SECONDS + _MORE
        kind = "value" if one.is_value else "function"
        count = 1 if one.is_value else len(one.cases)
        try:
            self._write(json.dumps({"asked": packed}).encode() + b"\n", ends)
            return _answer(self._next(ends), len(one.cases))
        except _GoneError as gone:
            slow = str(gone) == "ran too long"
            first = Outcome("too slow") if slow else Outcome("crash", error="SystemExit")
        except (KeyError, TypeError, ValueError):
            self.end()
            first = Outcome("crash", error="SystemExit")
        return Answer(kind, (first, *[Outcome("not run")] * (count - 1)))

    def end(self) -> None:
        """End the process, whatever it does, and forget what it still had to say."""
        if self.over:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        self._bury()

    def _bury(self) -> None:
        self.over = True
        self._runner.report()  # that it is over
        while select.select([self._runner.replies], [], [], 0)[0]:
            os.read(self._runner.replies, 1 << 16)

    def _end_with(self, why: str) -> _GoneError:
        self.end()
        return _GoneError(why)

    def _next(self, ends: float) -> dict[str, Any]:
        """Wait for the child's next message."""
        runner = self._runner
        while b"\n" not in self._heard:
            left = ends - time.monotonic()
            ready = select.select([runner.replies, runner.reports], [], [], max(left, 0))[0]
            if runner.replies in ready:
                self._heard += os.read(runner.replies, 1 << 16)
                if len(self._heard) > _MOST:
                    raise self._end_with("wrote what only the marker writes")
            elif runner.reports in ready:
                self._bury()
                raise _GoneError("ended the program")
            else:
                raise self._end_with("ran too long")
        line, _, self._heard = self._heard.partition(b"\n")
        try:
            message = json.loads(line)
            if message.pop("nonce") == self._nonce:
                return dict(message)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        raise self._end_with("wrote what only the marker writes")

    def _write(self, text: bytes, ends: float) -> None:
        """Send a line to the child, which need not be reading."""
        while text:
            left = max(ends - time.monotonic(), 0)
            if not select.select([], [self._runner.questions], [], left)[1]:
                raise self._end_with("ran too long")
            text = text[os.write(self._runner.questions, text) :]


def _answer(message: Mapping[str, Any], cases: int) -> Answer:
    """Read an `Answer` that a stranger's code may have written.

    Raises
    ------
    KeyError, TypeError, ValueError
        It has not the shape of one.
    """
    said = message["answer"]
    kind, takes, unfinished = said["kind"], said["takes"], said["unfinished"]
    outcomes = tuple(_outcome(one) for one in said["outcomes"])
    counts = {"missing": (0,), "value": (1,), "function": (0, cases)}[kind]
    fits = isinstance(takes, int | None) and isinstance(unfinished, bool)
    if not fits or len(outcomes) not in counts or (not outcomes and kind == "value"):
        raise ValueError("an answer of another shape")
    return Answer(kind, outcomes, unfinished, takes)


def _outcome(said: Mapping[str, Any]) -> Outcome:
    kind, value, line = said["kind"], said["value"], said["line"]
    changed = said["changed"]
    if kind not in ("value", "crash", "too slow", "not run") or not is_plain(value):
        raise ValueError("an outcome of another shape")
    return Outcome(
        kind,
        value,
        _text(said["error"], 60),
        _text(said["message"], 160),
        line if isinstance(line, int) else None,
        _text(said["shown"], 200),
        said["printed"] is True,
        changed if isinstance(changed, int) else 0,
    )


def _text(value: object, length: int) -> str:
    """Cut a text, and take out what a terminal would obey."""
    text = value if isinstance(value, str) else ""
    return "".join(sign if sign.isprintable() else " " for sign in text[:length])

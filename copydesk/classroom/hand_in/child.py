"""One run of one notebook in a confined process, seen from outside."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pickle
import secrets
import select
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.classroom.checking.running import SECONDS, Answer, Outcome
from copydesk.classroom.hand_in.replies import read_answer, read_text

PATIENCE = 4
"""How many times as long something may take by the clock, on a computer that is busy with more."""

_MOST = 8 << 20  # bytes that a child may say for one step
_MORE = 2.0  # seconds that a child gets to stop by itself
_LOOK = 0.05  # seconds until what it has used is looked at again


class EndedError(RuntimeError):
    """The warm process was ended; the message says so."""

    def __init__(self) -> None:
        super().__init__(
            "The process that runs notebooks was ended from outside. What was marked is kept; the "
            "same command goes on from there."
        )


class GoneError(Exception):
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


class Pipes:
    """What leads to a warm process and to its child, which runs a notebook.

    Parameters
    ----------
    pipes : sequence of int
        Two to the process, for what it is told and reports, and two to its child, for questions
        and replies.
    """

    def __init__(self, pipes: Sequence[int]) -> None:
        self._control, self.reports, self.questions, self.replies = pipes
        os.set_blocking(self.questions, False)

    def send(self, message: Mapping[str, Any]) -> None:
        """Send a line to the warm process.

        Raises
        ------
        EndedError
        """
        text = json.dumps(message).encode() + b"\n"
        try:
            while text:
                text = text[os.write(self._control, text) :]
        except BrokenPipeError:
            raise EndedError from None

    def report(self) -> dict[str, Any]:
        """Wait for the next line of the warm process.

        Raises
        ------
        EndedError
        """
        line = b""
        while not line.endswith(b"\n"):
            part = os.read(self.reports, 1)
            if not part:
                raise EndedError
            line += part
        return dict(json.loads(line))


class Child:
    """One run of one notebook in a confined process."""

    def __init__(
        self, pipes: Pipes, folder: str, cells: Sequence[str], skip: Sequence[int]
    ) -> None:
        self.cell = -1
        self.over = False
        self._pipes = pipes
        self._nonce = secrets.token_hex(16)
        self._heard = b""
        self._used = 0.0
        pipes.send({"nonce": self._nonce, "cells": cells, "skip": skip, "folder": folder})
        self._process = int(pipes.report()["child"])

    def run_cells(self, errors: dict[int, str], seconds: float, ends: float) -> None:
        """Wait until all cells have run; keep what fails in ``errors``.

        Parameters
        ----------
        errors : dict of int to str
            Cells, from 1, with the name of the exception.
        seconds : float
            What a cell may use of a processor.
        ends : float
            When the notebook has to end, by the clock that cannot be set.

        Raises
        ------
        GoneError
            The cell that ``cell`` names stopped everything.
        """
        while True:
            message = self._next(seconds, max(ends - time.monotonic(), 0.1))
            if message.get("ready") is True:
                return
            cell = message.get("cell")
            if not isinstance(cell, int) or not 0 <= cell < 100_000:
                raise self._end_with("wrote what only the marker writes")
            self.cell = cell
            if "error" in message:
                errors[cell + 1] = read_text(message["error"], 60)

    def ask(self, one: Question) -> Answer:
        """Ask for the answer to an exercise; one that stops everything is an answer too."""
        asked = {"name": one.name, "cases": one.cases, "is_value": one.is_value}
        limits = {"seconds": SECONDS, "patience": PATIENCE}
        packed = base64.b64encode(pickle.dumps({**asked, **limits})).decode()
        kind = "value" if one.is_value else "function"
        count = 1 if one.is_value else len(one.cases)
        try:
            self._write(json.dumps({"asked": packed}).encode() + b"\n")
            return read_answer(self._next(SECONDS + _MORE), len(one.cases))
        except GoneError as gone:
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

    def used(self) -> float:
        """Return the seconds of a processor that it has used, or those of the clock."""
        with contextlib.suppress(OSError, ValueError):
            # Its name, in brackets, can hold anything.
            said = Path(f"/proc/{self._process}/stat").read_text().rpartition(")")[2].split()
            self._used = (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")
            return self._used
        return self._used if Path("/proc/self/stat").exists() else time.monotonic()

    def _bury(self) -> None:
        self.over = True
        self._pipes.report()  # that it is over
        while select.select([self._pipes.replies], [], [], 0)[0]:
            if not os.read(self._pipes.replies, 1 << 16):
                raise EndedError

    def _end_with(self, why: str) -> GoneError:
        self.end()
        return GoneError(why)

    def _next(self, seconds: float, most: float = float("inf")) -> dict[str, Any]:
        """Wait for the child's next message.

        It has ``seconds`` of a processor, and `PATIENCE` times as many of the clock, or ``most``:
        a notebook that has to wait for others is not slow.
        """
        pipes, begun, used = self._pipes, time.monotonic(), self.used()
        ends = begun + min(seconds * PATIENCE, most)
        wait = min(seconds, most)
        while b"\n" not in self._heard:
            ready = select.select([pipes.replies, pipes.reports], [], [], wait)[0]
            if pipes.replies in ready:
                said = os.read(pipes.replies, 1 << 16)
                if not said:  # no process is left that could write there
                    raise EndedError
                self._heard += said
                if len(self._heard) > _MOST:
                    raise self._end_with("wrote what only the marker writes")
            elif pipes.reports in ready:
                self._bury()
                raise GoneError("ended the program")
            elif (left := seconds - self.used() + used) <= 0 or time.monotonic() >= ends:
                raise self._end_with("ran too long")
            else:
                wait = min(max(left, _LOOK), max(ends - time.monotonic(), 0))
        line, _, self._heard = self._heard.partition(b"\n")
        try:
            message = json.loads(line)
            if message.pop("nonce") == self._nonce:
                return dict(message)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        raise self._end_with("wrote what only the marker writes")

    def _write(self, text: bytes) -> None:
        """Send a line to the child, which need not be reading."""
        ends = time.monotonic() + SECONDS * PATIENCE
        while text:
            left = max(ends - time.monotonic(), 0)
            if not select.select([], [self._pipes.questions], [], left)[1]:
                raise self._end_with("ran too long")
            try:
                text = text[os.write(self._pipes.questions, text) :]
            except BrokenPipeError:  # no process is left that could read there
                raise EndedError from None

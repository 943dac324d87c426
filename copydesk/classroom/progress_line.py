"""Say on standard error what a long piece of work is doing, and stay silent when it is short."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 2.0
"""Seconds in which nothing is said."""


@contextmanager
def progress_line(doing: str, patience: float = PATIENCE) -> Iterator[Callable[[str], None]]:
    """Print what goes on to standard error, a line at most every two seconds, while a block runs.

    Whole lines and not one that rewrites itself: they are read aloud and kept in a log.

    Parameters
    ----------
    doing : str
        What the work is: "Reading the article".
    patience : float
        Seconds before the first line, and between two lines.

    Yields
    ------
    callable
        Takes what the work does now. A line that was said is not said again.

    Examples
    --------
    >>> with progress_line("Writing pages") as now:
    ...     now("page 1 of 2")
    """
    state = {"now": doing}
    ended = threading.Event()

    def speak() -> None:
        said = ""
        while not ended.wait(patience):
            if state["now"] != said:
                said = state["now"]
                print(f"{said} ...", file=sys.stderr, flush=True)

    def now(what: str) -> None:
        state["now"] = f"{doing}: {what}"

    speaker = threading.Thread(target=speak, daemon=True)
    speaker.start()
    try:
        yield now
    finally:
        ended.set()
        speaker.join()

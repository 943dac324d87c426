"""Stop code that does not end where no signal can be sent: in a browser, which has one thread.

Python itself reports there: `sys.monitoring` (PEP 669, from Python 3.12) calls back whenever a
function of the learner begins and whenever its code jumps back, as every loop does. Code of a
library reports once, is told apart by its file, and runs at its full speed from then on. Once the
time is up, every further jump raises; so a loop that catches what stops it is left at its first
jump outside of every ``try``.

A single call that does not come back, such as a regular expression that backtracks, has no jumps
and is not stopped.
"""

from __future__ import annotations

import sys
import sysconfig
import time
from collections.abc import Callable
from types import CodeType
from typing import Any, TypeVar

from copydesk.corpus.places import package_path

Result = TypeVar("Result")

SLOWER = 4
"""How many times as long code may take in a browser, where it runs about so much slower."""

STEP_SECONDS = 1.0
"""What one step counts for at most: a library that loads itself within it is no loop."""

_LIBRARIES = (
    "<frozen ",
    str(package_path(".")),
    # Pyodide writes two slashes where the names of its files have one.
    *(
        sysconfig.get_path(name).replace("//", "/")
        for name in ("stdlib", "platstdlib", "purelib", "platlib")
    ),
    *(path for path in sys.path if path.endswith(".zip")),
)


def with_step_limit(
    work: Callable[[], Result], seconds: float, stopped: type[BaseException]
) -> Result:
    """Run ``work`` and stop it when its own lines have taken too long.

    Parameters
    ----------
    work : callable
        Takes no arguments.
    seconds : float
        How long it may run; a browser gets `SLOWER` times as much.
    stopped : type of exception
        What is raised when the time is up, also when ``work`` caught it and then returned.

    Returns
    -------
    object
        What ``work`` returns.
    """
    monitoring: Any = sys.monitoring  # type: ignore[attr-defined]  # the kit runs on 3.11 too
    tool = next((tool for tool in (4, 3) if monitoring.get_tool(tool) is None), None)
    if tool is None:
        return work()  # within another limit, which holds
    events = monitoring.events
    left, last, watched = seconds * SLOWER, time.monotonic(), set[CodeType]()

    def step(*_: object) -> None:
        nonlocal left, last
        now = time.monotonic()
        left, last = left - min(now - last, STEP_SECONDS), now
        if left < 0:
            raise stopped

    def start(code: CodeType, *_: object) -> Any:
        if code.co_filename.startswith(_LIBRARIES):
            return monitoring.DISABLE
        if code not in watched:
            watched.add(code)
            monitoring.set_local_events(tool, code, events.JUMP)
        return step()

    monitoring.use_tool_id(tool, "copydesk time limit")
    try:
        monitoring.register_callback(tool, events.JUMP, step)
        monitoring.register_callback(tool, events.PY_START, start)
        monitoring.set_events(tool, events.PY_START)
        result = work()
    finally:
        monitoring.set_events(tool, events.NO_EVENTS)
        for code in watched:
            monitoring.set_local_events(tool, code, events.NO_EVENTS)
        monitoring.free_tool_id(tool)
    if left < 0:
        raise stopped
    return result

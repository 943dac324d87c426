"""Stop code that does not end, in the notebook's own process.

A kernel has one main thread, and an endless loop in it blocks everything else. Only a signal
reaches it. Linux and macOS have a timer that sends one, also while C code such as a regular
expression runs; on Windows a second thread sends what the Stop button sends. Both go on sending,
because a loop can catch what stops it::

    while True:
        try:
            work()
        except:
            pass

Such a loop catches everything that is raised inside its ``try``. An exception that is caught is
deleted, and that is when `TimeIsUp` arranges for its successor: it is raised some lines later, in
another place of the loop each time, until one of them lies outside every ``try``.

In a browser there are no signals; `step_limit` says what counts there.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")

_PAUSE = 0.02  # seconds between two signals
_LINES = 12  # a successor is raised within this many lines


class TimeIsUp(BaseException):
    """Raised inside code that ran too long; no ``except Exception`` catches it."""

    def __init__(self, when_deleted: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._when_deleted = when_deleted

    def __del__(self) -> None:
        if self._when_deleted is not None:
            self._when_deleted()


def with_time_limit(work: Callable[[], Result], seconds: float, patience: float = 1) -> Result:
    """Run ``work`` and stop it when the time is up.

    Outside the main thread no signal arrives, and ``work`` runs without a limit.

    Parameters
    ----------
    work : callable
        Takes no arguments.
    seconds : float
        How long it may run.
    patience : float
        How many times as long it may take by the clock while a busy computer gives it less of its
        processors than that. It is heeded where there are signals of a timer.

    Returns
    -------
    object
        What ``work`` returns.

    Raises
    ------
    TimeIsUp
        The time was up, also when ``work`` caught the interruption and then returned.
    KeyboardInterrupt
        The person at the notebook pressed Stop.

    Examples
    --------
    >>> with_time_limit(lambda: 1 + 1, seconds=2)
    2
    """
    if sys.platform == "emscripten":
        from copydesk.classroom.checking.step_limit import with_step_limit

        return with_step_limit(work, seconds, TimeIsUp)
    if threading.current_thread() is not threading.main_thread():
        return work()
    return _Watch(seconds, patience).run(work)


class _Watch:
    """One run under a limit."""

    def __init__(self, seconds: float, patience: float) -> None:
        self.seconds = seconds
        self.latest = time.monotonic() + seconds * patience
        self.spent = time.process_time() + seconds
        self.running = False
        self.time_is_up = False
        self.stop_was_pressed = False
        self.raised = 0

    def run(self, work: Callable[[], Result]) -> Result:
        tracer = sys.gettrace()
        before = signal.signal(signal.SIGINT, self._stop_pressed)
        stop_clock = self._start_clock()
        self.running = True
        try:
            result = work()
        finally:
            # Written without a call, so that no signal can come between.
            self.running = False
            sys.settrace(tracer)
            stop_clock()
            for _ in range(2):
                pass  # a signal that is still on its way is handled here, where it does nothing
            signal.signal(signal.SIGINT, before)
            if self.stop_was_pressed:
                raise KeyboardInterrupt
            if self.time_is_up:
                raise TimeIsUp
        return result

    def _start_clock(self) -> Callable[[], None]:
        """Arrange for signals when the time is up; return what ends them."""
        if sys.platform != "win32":
            alarm = signal.signal(signal.SIGALRM, self._clock_rang)
            timer = signal.setitimer(signal.ITIMER_REAL, self.seconds, _PAUSE)

            def stop_timer() -> None:
                signal.setitimer(signal.ITIMER_REAL, 0)
                for _ in range(2):
                    pass  # as above: the last signal meets a handler that does nothing
                signal.signal(signal.SIGALRM, alarm)
                signal.setitimer(signal.ITIMER_REAL, *timer)

            return stop_timer

        over = threading.Event()

        def watch() -> None:
            if over.wait(self.seconds):
                return
            self.time_is_up = True
            while not over.wait(_PAUSE):
                signal.raise_signal(signal.SIGINT)

        watchdog = threading.Thread(target=watch, name="copydesk time limit", daemon=True)
        watchdog.start()

        def stop_watchdog() -> None:
            over.set()
            watchdog.join()

        return stop_watchdog

    def _clock_rang(self, number: int, frame: FrameType | None) -> None:
        """In the main thread, wherever the work is when the timer rings."""
        waits = time.process_time() < self.spent and time.monotonic() < self.latest
        if self.running and not waits:
            self.time_is_up = True
            raise TimeIsUp(self._raise_again_later)

    def _stop_pressed(self, number: int, frame: FrameType | None) -> None:
        """In the main thread: the Stop button, or the second thread when the time is up."""
        if not self.running:
            return
        if not self.time_is_up:
            self.stop_was_pressed = True
            raise KeyboardInterrupt
        raise TimeIsUp(self._raise_again_later)

    def _raise_again_later(self) -> None:
        """Raise when a few more lines have run in the code that dropped the exception."""
        if not self.running:
            return
        self.raised += 1
        lines_left = self.raised % _LINES

        def count_down(frame: FrameType, event: str, argument: Any) -> Any:
            nonlocal lines_left
            if event == "call" or not self.running:
                return None  # a frame that began later may belong to no code of the learner
            if event == "line":
                lines_left -= 1
                if lines_left < 0:
                    raise TimeIsUp(self._raise_again_later)
            return count_down

        caller: FrameType | None = sys._getframe(2)  # above this function and __del__
        while caller is not None and caller.f_code is not _Watch.run.__code__:
            caller.f_trace = count_down
            caller = caller.f_back
        sys.settrace(count_down)

"""Run a learner's code on inputs and write down what happened, as plain values.

Nothing here knows what is right: `judging` decides that from the outcomes.
"""

from __future__ import annotations

import builtins
import contextlib
import copy
import dataclasses
import dis
import inspect
import io
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from copydesk.classroom.checking.plain import Plain, plain
from copydesk.classroom.checking.slips import find_slip
from copydesk.classroom.checking.time_limit import TimeIsUp, with_time_limit
from copydesk.classroom.checking.values import shown

SECONDS = 5.0
"""How long a learner's function may take for all inputs of one round together."""


@dataclass(frozen=True)
class Outcome:
    """What one call gave.

    Attributes
    ----------
    kind : str
        "value", "crash", "too slow", or "not run" for the calls after one that was too slow.
    value : plain value
        What came back; see `copydesk.classroom.checking.plain`.
    error : str
        For a crash, the name of the exception: "KeyError".
    message : str
        For a crash, what the exception says, in one line.
    line : int or None
        For a crash, the line of the learner's function, from 1, that was running.
    shown : str
        For a value that is judged as it came back, how a learner would type it, cut when long.
    printed : bool
        The call printed something.
    changed : int
        Which of its inputs the call left changed, from 1; 0 where it left all as they were.
    """

    kind: str
    value: Plain = None
    error: str = ""
    message: str = ""
    line: int | None = None
    shown: str = ""
    printed: bool = False
    changed: int = 0


@dataclass(frozen=True)
class Answer:
    """What stands under the name that an exercise asks for, written down as plain values.

    Attributes
    ----------
    kind : str
        "missing", "function" or "value".
    outcomes : tuple of Outcome
        What each call gave; for a value, the one that it is.
    unfinished : bool
        The function still has three dots in it, or an empty body.
    takes : int or None
        How many inputs the function takes, when those of the exercise do not fit.
    slip : tuple of str and int, or None
        A slip that the code shows, and its line; see `find_slip`.
    """

    kind: str
    outcomes: tuple[Outcome, ...] = ()
    unfinished: bool = False
    takes: int | None = None
    slip: tuple[str, int] | None = None


def run(
    function: Callable[..., Any],
    cases: Sequence[tuple[Any, ...]],
    seconds: float = SECONDS,
    patience: float = 1,
) -> tuple[Outcome, ...]:
    """Call a function once with each tuple of arguments.

    Every call gets its own copy of the arguments. What the function prints or displays is
    dropped, and its figures are closed.

    Parameters
    ----------
    function : callable
        The learner's function.
    cases : sequence of tuple
        The arguments of each call.
    seconds : float
        The time for all calls together.
    patience : float
        As in `with_time_limit`.

    Returns
    -------
    tuple of Outcome
        One for each case, in order.

    Raises
    ------
    KeyboardInterrupt
        The person at the notebook pressed Stop.

    Examples
    --------
    >>> [outcome.value for outcome in run(len, [("ab",), ("",)])]
    [2, 0]
    """
    outcomes: list[Outcome] = []
    open_before = set(_figures())

    def call_all() -> None:
        for arguments in cases:
            printed.anything = False
            outcome = _call(function, arguments)
            _close_all_but(open_before)  # or the next call would draw over this one's picture
            outcomes.append(dataclasses.replace(outcome, printed=printed.anything))

    with _quiet() as printed:
        try:
            with_time_limit(call_all, seconds, patience)
        except TimeIsUp:
            outcomes = [*outcomes[: len(cases) - 1], Outcome("too slow")]
    return (*outcomes, *[Outcome("not run")] * (len(cases) - len(outcomes)))


def look_at(
    name: str,
    names: Mapping[str, Any],
    cases: Sequence[tuple[Any, ...]],
    *,
    is_value: bool,
    seconds: float = SECONDS,
    patience: float = 1,
) -> Answer:
    """Look up an answer by its name, run it if it is a function, and write down what happened.

    Parameters
    ----------
    name : str
        What the exercise asks to define.
    names : mapping
        What the notebook defines.
    cases : sequence of tuple
        The arguments of each call.
    is_value : bool
        The exercise asks for a value and not for a function.
    seconds : float
        The time for all calls together.
    patience : float
        As in `with_time_limit`.

    Returns
    -------
    Answer
    """
    if name not in names:
        return Answer("missing")
    answer = names[name]
    if inspect.isroutine(answer) if is_value else callable(answer):
        if is_value:
            return Answer("function")
        unfinished = is_stub(answer)
        takes = None if unfinished else _parameters(answer, cases[0])
        outcomes = run(answer, cases, seconds, patience) if takes is None else ()
        return Answer("function", outcomes, unfinished, takes, find_slip(answer))
    return Answer("value", run(lambda: answer, [()], seconds, patience))


def _parameters(answer: Callable[..., Any], arguments: tuple[Any, ...]) -> int | None:
    """Return how many parameters a function has if these arguments do not fit; else None."""
    try:
        signature = inspect.signature(answer)
    except (TypeError, ValueError):
        return None  # some built-in functions do not tell
    try:
        signature.bind(*arguments)
    except TypeError:
        return len(signature.parameters)
    return None


def is_stub(function: Callable[..., Any]) -> bool:
    """Say whether a function still waits to be written.

    It does when three dots stand in it, or when its body does nothing at all.

    Examples
    --------
    >>> def keep_line(line):
    ...     return ...
    >>> is_stub(keep_line)
    True
    """
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None:
        return False
    steps = list(dis.get_instructions(code))
    # A bare ``...`` or ``pass`` leaves no trace but a body that only returns None.
    does = {step.opname for step in steps} - {"RESUME", "NOP"}
    returns = {step.argval for step in steps if step.opname in ("LOAD_CONST", "RETURN_CONST")}
    empty = does <= {"LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"} and returns <= {None}
    return empty or _has_dots(code) or code.co_names == ("NotImplementedError",)


def _has_dots(code: types.CodeType) -> bool:
    return any(
        constant is ... or (isinstance(constant, types.CodeType) and _has_dots(constant))
        for constant in code.co_consts
    )


def _call(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    try:
        given = copy.deepcopy(arguments)
        result = function(*given)
        return Outcome(
            "value", plain(result), shown=shown(result), changed=_changed(arguments, given)
        )
    except (TimeIsUp, KeyboardInterrupt):
        raise
    except BaseException as error:  # whatever a learner's code raises, sys.exit included
        said = str(error).strip().splitlines() if not isinstance(error, SystemExit) else []
        message = said[0][:160] if said else ""
        return Outcome("crash", None, type(error).__name__, message, _line_of(error, function))


def _changed(before: tuple[Any, ...], after: tuple[Any, ...]) -> int:
    """Return which argument is not what it was, from 1, or 0."""
    pairs = enumerate(zip(before, after, strict=True), 1)
    return next((place for place, (one, other) in pairs if plain(one) != plain(other)), 0)


def _line_of(error: BaseException, function: Callable[..., Any]) -> int | None:
    """Return the line within the learner's function that was running when it failed."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    found = None
    step = error.__traceback__
    while code is not None and step is not None:
        if step.tb_frame.f_code is code:
            found = step.tb_lineno - code.co_firstlineno + 1
        step = step.tb_next
    return found


class _Nowhere(io.TextIOBase):
    """A place to print to that keeps nothing, so that an endless loop of prints fits in memory.

    Attributes
    ----------
    anything : bool
        Some text came here that can be seen.
    """

    anything = False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.anything = self.anything or not text.isspace()
        return len(text)


@contextmanager
def _quiet() -> Iterator[_Nowhere]:
    """Drop what code prints and displays, and let it neither ask questions nor end the kernel.

    What it gives knows whether anything was printed.
    """

    def no_questions(*_: object) -> str:
        raise EOFError("input() waits for a person; use what the function is given")

    def no_exit(*_: object) -> None:
        raise SystemExit

    ask = builtins.input
    open_before = set(_figures())
    printed = _Nowhere()
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(printed))
        stack.enter_context(contextlib.redirect_stderr(_Nowhere()))
        shell = _shell()
        if shell is not None:
            from IPython.utils.capture import capture_output

            stack.enter_context(capture_output(stdout=False, stderr=False, display=True))
            leave = getattr(shell, "ask_exit", None)  # not every shell has it
            if leave is not None:
                stack.callback(setattr, shell, "ask_exit", leave)
                shell.ask_exit = no_exit
        stack.callback(setattr, builtins, "input", ask)
        builtins.input = no_questions
        yield printed
    _close_all_but(open_before)


def _close_all_but(open_before: set[int]) -> None:
    for number in set(_figures()) - open_before:
        sys.modules["matplotlib.pyplot"].close(number)


def _figures() -> list[int]:
    """Return the numbers of the open figures, without loading Matplotlib for it."""
    plots = sys.modules.get("matplotlib.pyplot")
    return list(plots.get_fignums()) if plots else []


def _shell() -> Any:
    """Return the running IPython shell, or None outside a notebook."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None

"""Judge outcomes: whether the answer is right, and if not, which mistake it looks like.

Judging compares plain values and runs only the kit's own code, never the learner's.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.classroom.running import Outcome, run
from copydesk.classroom.values import (
    has_dots,
    kind_in_words,
    kind_of,
    same,
    shown_call,
)
from copydesk.exercises.model import Exercise

# What went wrong, as the end of "On this input your function ...".
_CRASHES = {
    "AssertionError": "finds that something it asserts is not so",
    "AttributeError": "asks a value for something that this kind of value does not have",
    "EOFError": "asks for typed input",
    "FileNotFoundError": "opens a file that is not there",
    "ImportError": "imports something that is not there",
    "IndexError": "asks for a place that the list or text does not have",
    "KeyError": "asks a dictionary for a key that it does not have",
    "MemoryError": "needs more memory than there is",
    "ModuleNotFoundError": "imports a module that is not installed",
    "NameError": "uses a name that is not defined",
    "NotImplementedError": "says that it is not written yet",
    "RecursionError": "calls itself without end",
    "SystemExit": "ends the program",
    "TypeError": "does something that this kind of value cannot do",
    "UnboundLocalError": "uses a name before it gives it a value",
    "ValueError": "gets a value that it cannot work with",
    "ZeroDivisionError": "divides by zero",
}


@dataclass(frozen=True)
class Judgement:
    """What an answer is worth, and what to say about it.

    Attributes
    ----------
    state : str
        "right", "not attempted", "missing", "wrong type", "crash", "too slow", "misconception" or
        "wrong".
    message : str
        One or two sentences for the learner. They never hold the answer.
    hint : str
        The hint of the misconception, or empty.
    right, cases : int
        How many inputs come out right, of how many.
    input : tuple or None
        The arguments that the message is about, in full.
    """

    state: str
    message: str
    hint: str = ""
    right: int = 0
    cases: int = 0
    input: tuple[Any, ...] | None = None


def public_cases(exercise: Exercise) -> list[tuple[Any, ...]]:
    """Return the inputs that the check in the notebook uses, the same every time."""
    return list(exercise.cases(random.Random(exercise.id)))


def judge(
    exercise: Exercise,
    cases: Sequence[tuple[Any, ...]],
    outcomes: Sequence[Outcome],
    *,
    unfinished: bool = False,
) -> Judgement:
    """Judge what a learner's answer gave on some inputs.

    Parameters
    ----------
    exercise : Exercise
        What was asked.
    cases : sequence of tuple
        The inputs, one tuple of arguments each.
    outcomes : sequence of Outcome
        What the answer gave, one for each case.
    unfinished : bool
        The function still has three dots in it, or an empty body.

    Returns
    -------
    Judgement
    """
    expected = outcomes_of(exercise, exercise.reference, cases)
    agree = [
        _agree(want, got, exercise.tolerance) for want, got in zip(expected, outcomes, strict=True)
    ]
    right, count, name = sum(agree), len(cases), exercise.name

    def say(
        state: str, message: str, hint: str = "", about: tuple[Any, ...] | None = None
    ) -> Judgement:
        return Judgement(state, message, hint, right, count, about)

    if all(agree):
        where = f"on all {count} inputs that were tried" if count > 1 else "as it should be"
        return say("right", f"{name} is right." if exercise.is_value else f"{name} works {where}.")
    if unfinished or any(
        outcome.kind == "value" and has_dots(outcome.value) for outcome in outcomes
    ):
        return say(
            "not attempted",
            f"Replace the three dots in {name}, run that cell, and then run this one again.",
        )
    for misconception in exercise.misconceptions:
        mistaken = outcomes_of(exercise, misconception.behaves_like, cases)
        if all(
            _agree(want, got, exercise.tolerance)
            for want, got in zip(mistaken, outcomes, strict=True)
        ):
            return say("misconception", f"Your answer {misconception.name}.", misconception.hint)
    for arguments, outcome in zip(cases, outcomes, strict=True):
        call = f"`{shown_call(name, arguments)}`"
        if outcome.kind == "too slow":
            message = (
                f"{call} was still running when the time was up, and was stopped. "
                "Look for a loop that never ends."
            )
            return say("too slow", message, about=arguments)
        if outcome.kind == "crash":
            return say("crash", _about_crash(name, call, outcome), about=arguments)
    return _about_difference(exercise, cases, outcomes, expected, agree, say)


def outcomes_of(
    exercise: Exercise, function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]
) -> tuple[Outcome, ...]:
    """Return what one of the kit's own functions gives on the inputs."""
    return run(function, cases, exercise.view, seconds=60)


def _agree(want: Outcome, got: Outcome, tolerance: float) -> bool:
    if want.kind == "crash":  # the mistake of an answer can be that it fails on some input
        return got.kind == "crash" and got.error == want.error
    return got.kind == "value" and same(want.value, got.value, tolerance)


def _about_crash(name: str, call: str, outcome: Outcome) -> str:
    what = _CRASHES.get(outcome.error, "stops with an error")
    who = f"line {outcome.line} of your {name}" if outcome.line else f"your {name}"
    said = f"{outcome.error}: {outcome.message}" if outcome.message else outcome.error
    return f"On {call}, {who} {what}. Python says: {said.rstrip('.')}."


def _about_difference(
    exercise: Exercise,
    cases: Sequence[tuple[Any, ...]],
    outcomes: Sequence[Outcome],
    expected: Sequence[Outcome],
    agree: Sequence[bool],
    say: Callable[..., Judgement],
) -> Judgement:
    """Tell a result of the wrong kind from a wrong result of the right kind."""
    name = exercise.name
    kinds = {kind_of(want.value) for want in expected}
    kinds |= {"list"} if "series" in kinds else {"series"} if "list" in kinds else set()
    for arguments, got, want in zip(cases, outcomes, expected, strict=True):
        if kind_of(got.value) in kinds:
            continue
        given, asked = kind_in_words(got.value), kind_in_words(want.value)
        if exercise.is_value:
            return say("wrong type", f"{name} is {given}, and the exercise asks for {asked}.")
        advice = " Does every path through it end in return?" if got.value is None else ""
        call = f"`{shown_call(name, arguments)}`"
        message = f"{call} gives {given}, and should give {asked}.{advice}"
        return say("wrong type", message, about=arguments)
    if exercise.is_value:
        kind = kind_in_words(outcomes[0].value)
        return say("wrong", f"{name} is {kind}, as it should be, but not the right one.")
    first = cases[agree.index(False)]
    right = f"{sum(agree)} of {len(agree)} inputs come out right."
    message = f"{right} Look first at `{shown_call(name, first)}`."
    return say("wrong", message, about=first)

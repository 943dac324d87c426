"""Judge outcomes: whether the answer is right, and if not, which mistake it looks like.

Judging compares plain values and runs only the kit's own code, never the learner's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from copydesk.classroom.checking.differences import difference, in_another_order
from copydesk.classroom.checking.key import Key
from copydesk.classroom.checking.kinds import about_kind, fits, kinds_asked
from copydesk.classroom.checking.plain import Plain
from copydesk.classroom.checking.running import Outcome
from copydesk.classroom.checking.values import (
    has_dots,
    is_cut,
    kind_in_words,
    kind_of,
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
    "LookupError": "asks for an encoding or an entry that does not exist",
    "MemoryError": "needs more memory than there is",
    "ModuleNotFoundError": "imports a module that is not installed",
    "NameError": "uses a name that is not defined",
    "NotImplementedError": "says that it is not written yet",
    "RecursionError": "calls itself without end",
    "SystemExit": "ends the program",
    "TypeError": "does something that this kind of value cannot do",
    "UnboundLocalError": "uses a name before it gives it a value",
    "UnicodeDecodeError": "meets bytes that its encoding does not allow",
    "UnicodeEncodeError": "meets a character that its encoding does not have",
    "ValueError": "gets a value that it cannot work with",
    "ZeroDivisionError": "divides by zero",
}

_ORDINALS = {1: "the first input", 2: "the second input", 3: "the third input"}
_LARGE = ("object", "series", "table", "too large")  # their text is no help in a sentence


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


def judge(key: Key, outcomes: Sequence[Outcome], *, unfinished: bool = False) -> Judgement:
    """Judge what a learner's answer gave on some inputs.

    Parameters
    ----------
    key : Key
        What was asked, and the inputs.
    outcomes : sequence of Outcome
        What the answer gave, one for each input.
    unfinished : bool
        The function still has three dots in it, or an empty body.

    Returns
    -------
    Judgement
    """
    attempt = _Attempt(key, outcomes, unfinished)
    return next(filter(None, (step(attempt) for step in _IN_TURN)))


@dataclass(frozen=True)
class _Attempt:
    """What an answer gave, beside what was asked, for one question after the other."""

    key: Key
    came: Sequence[Outcome]
    unfinished: bool

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What is judged of what came."""
        return self.key.seen(self.came)

    @cached_property
    def agree(self) -> list[bool]:
        """Say for each input whether it came out right."""
        return self.key.agrees(self.key.expected, self.outcomes)

    @property
    def name(self) -> str:
        """What the learner was to write."""
        return self.key.exercise.name

    def wrong(self, *kinds: str) -> list[int]:
        """Return the places of the inputs that came out wrong, of some kinds of outcome or all."""
        return [
            place
            for place, agrees in enumerate(self.agree)
            if not agrees and (not kinds or self.outcomes[place].kind in kinds)
        ]

    def call(self, place: int) -> str:
        """Return the call on one input, as it is shown."""
        return f"`{shown_call(self.name, self.key.cases[place])}`"

    def easiest(self, places: Sequence[int]) -> int:
        """Return the place of the input that is shortest to read, whole ones before cut ones."""
        cases = self.key.cases
        return min(places, key=lambda at: (is_cut(cases[at]), len(self.call(at)), at))

    def say(self, state: str, message: str, hint: str = "", at: int | None = None) -> Judgement:
        """Judge it; ``at`` is the place of the input that the message is about."""
        about = None if at is None else self.key.cases[at]
        return Judgement(state, message, hint, sum(self.agree), len(self.key.cases), about)


def _right(attempt: _Attempt) -> Judgement | None:
    if not all(attempt.agree):
        return None
    name, is_value = attempt.name, attempt.key.exercise.is_value
    changing = (place for place, outcome in enumerate(attempt.outcomes) if outcome.changed)
    at = None if is_value else next(changing, None)
    if at is not None:
        return attempt.say("wrong", *_about_change(name, attempt.outcomes[at]), at=at)
    count = len(attempt.key.cases)
    where = f"on all {count} inputs that were tried" if count > 1 else "as it should be"
    return attempt.say("right", f"{name} is right." if is_value else f"{name} works {where}.")


def _not_attempted(attempt: _Attempt) -> Judgement | None:
    dots = (one.kind == "value" and has_dots(one.value) for one in attempt.outcomes)
    if not attempt.unfinished and not any(dots):
        return None
    return attempt.say(
        "not attempted",
        f"Replace the three dots in {attempt.name}, run that cell, and then run this one again. "
        # The three dots stay bound when the cell that replaces them cannot be read.
        "If that cell shows an error, repair it first.",
    )


def _misconception(attempt: _Attempt) -> Judgement | None:
    key = attempt.key
    for misconception, mistaken in key.mistakes:
        if all(key.agrees(mistaken, attempt.outcomes)):
            seen = next(filter(None, map(key.remark, key.cases, attempt.came)), "")
            message = f"Your answer {misconception.name}. {seen}".strip()
            return attempt.say("misconception", message, misconception.hint)
    return None


def _printed_only(attempt: _Attempt) -> Judgement | None:
    outcomes = attempt.outcomes
    silent = [
        place
        for place in attempt.wrong("value")
        if outcomes[place].printed and outcomes[place].value is None
    ]
    if not silent:
        return None
    place = attempt.easiest(silent)
    message = (
        "`print` shows a result and `return` gives it back: "
        f"{attempt.call(place)} prints, and gives nothing (None). "
        "Does every path through it end in `return`?"
    )
    return attempt.say("wrong type", message, at=place)


def _crashed(attempt: _Attempt) -> Judgement | None:
    crashes = attempt.wrong("crash")
    if not crashes:
        return None
    place = attempt.easiest(crashes)
    message = _about_crash(attempt.name, attempt.call(place), attempt.outcomes[place])
    return attempt.say("crash", message, at=place)


def _too_slow(attempt: _Attempt) -> Judgement | None:
    slow = attempt.wrong("too slow")
    if not slow:
        return None
    message = (
        f"{attempt.call(slow[0])} was still running when the time was up, and "
        "was stopped. Look for a loop that never ends."
    )
    return attempt.say("too slow", message, at=slow[0])


def _another_kind(attempt: _Attempt) -> Judgement | None:
    exercise, cases, expected = attempt.key.exercise, attempt.key.cases, attempt.key.expected
    kinds, shape = kinds_asked(exercise, cases, expected)
    misfits = [
        at
        for at in attempt.wrong()
        if expected[at].kind == "value" and not fits(attempt.outcomes[at].value, kinds, shape)
    ]
    if not misfits:
        return None
    place = attempt.easiest(misfits)
    message = about_kind(exercise, cases[place], attempt.outcomes[place], expected[place], shape)
    return attempt.say("wrong type", message, at=None if exercise.is_value else place)


def _another_value(attempt: _Attempt) -> Judgement:
    key, outcomes, wrong = attempt.key, attempt.outcomes, attempt.wrong()
    place, count = attempt.easiest(wrong), len(key.cases)
    message = _about_remark(key, key.cases[place], attempt.came[place]) or _about_difference(
        key.exercise,
        key.cases[place],
        key.expected[place].value,
        outcomes[place],
        [(key.expected[at].value, outcomes[at].value) for at in wrong],
    )
    if key.exercise.is_value:
        return attempt.say("wrong", message)
    if count > 1:
        message += f" {sum(attempt.agree)} of {count} inputs come out right."
    return attempt.say("wrong", message, at=place)


_IN_TURN: tuple[Callable[[_Attempt], Judgement | None], ...] = (
    *(_right, _not_attempted, _misconception, _printed_only),
    *(_crashed, _too_slow, _another_kind, _another_value),
)
"""The questions about an answer; the last one judges every answer that is left."""


def _about_crash(name: str, call: str, outcome: Outcome) -> str:
    what = _CRASHES.get(outcome.error, "stops with an error")
    who = f"line {outcome.line} of your {name}" if outcome.line else f"your {name}"
    said = f"{outcome.error}: {outcome.message}" if outcome.message else outcome.error
    return f"On {call}, {who} {what}. Python says: {said.rstrip('.')}."


def _about_change(name: str, outcome: Outcome) -> tuple[str, str]:
    which = _ORDINALS.get(outcome.changed, f"input {outcome.changed}")
    return (
        f"{name} gives the right results, and it changes {which} that it is given. Whoever calls "
        "it finds it changed afterwards.",
        "Work on a copy: `list(...)` and `dict(...)` make one. `sorted(...)` and `{**old, **new}` "
        "make a new one, where `.sort()` and `.update()` change the old one.",
    )


def _about_remark(key: Key, arguments: tuple[Any, ...], came: Outcome) -> str:
    seen = key.remark(arguments, came)
    if not seen or key.exercise.is_value:
        return seen
    return f"`{shown_call(key.exercise.name, arguments)}`: {seen}"


def _about_difference(
    exercise: Exercise,
    arguments: tuple[Any, ...],
    want: Plain,
    got: Outcome,
    differences: Sequence[tuple[Plain, Plain]],
) -> str:
    """Say what is known of a wrong result of the right kind: never what the right one is."""
    who, gives, give = f"`{shown_call(exercise.name, arguments)}`", "gives", "give"
    if exercise.is_value:
        who, gives, give = exercise.name, "holds", "hold"
    tolerance = exercise.tolerance
    if all(in_another_order(want, given, tolerance) for want, given in differences):
        return f"{who} {gives} the right items in another order."
    if all(
        _is_list_of_pairs(given)
        and in_another_order(want, [first for first, _ in given], tolerance)
        for want, given in differences
    ):
        return f"{who} {gives} pairs, and should {give} single items: the first of each pair."
    if exercise.is_value:
        return f"{who} is {kind_in_words(got.value)}, as it should be, but not the right one."
    if got.shown and kind_of(got.value) not in _LARGE:
        return f"{who} gives `{got.shown}`, {difference(want, got.value, tolerance)}."
    return f"{who} does not come out right."


def _is_list_of_pairs(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(x, list) and len(x) == 2 for x in value)

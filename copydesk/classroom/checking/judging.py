"""Judge outcomes: whether the answer is right, and if not, which mistake it looks like.

Judging compares plain values and runs only the kit's own code, never the learner's.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from copydesk.classroom.checking.differences import difference, in_another_order
from copydesk.classroom.checking.kinds import about_kind, fits, kinds_asked
from copydesk.classroom.checking.plain import Plain, revived
from copydesk.classroom.checking.running import Outcome, run
from copydesk.classroom.checking.values import (
    has_dots,
    is_cut,
    kind_in_words,
    kind_of,
    same,
    shown_call,
)
from copydesk.exercises.model import Exercise, Misconception

KIT_SECONDS = 60.0
"""How long the kit's own functions may take: a busy computer is no mistake of a learner."""

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


def public_cases(exercise: Exercise) -> list[tuple[Any, ...]]:
    """Return the inputs that the check in the notebook uses, the same every time."""
    return list(exercise.cases(random.Random(exercise.id)))


@dataclass(frozen=True)
class Key:
    """What an exercise asks for on some inputs: the right outcomes and those of each mistake.

    Attributes
    ----------
    exercise : Exercise
        What is asked.
    cases : sequence of tuple
        The inputs, one tuple of arguments each.
    """

    exercise: Exercise
    cases: Sequence[tuple[Any, ...]]

    @cached_property
    def expected(self) -> tuple[Outcome, ...]:
        """The right outcomes."""
        came = outcomes_of(self.exercise.reference, self.cases)
        seen = self.seen(came)
        for one, other in zip(came, seen, strict=True):
            if one.kind == "value" and other.kind != "value":
                # Or an answer on which the view fails too would be taken for right.
                raise RuntimeError(f"the view of {self.exercise.id} fails: {other.message}")
        return seen

    @cached_property
    def mistakes(self) -> tuple[tuple[Misconception, tuple[Outcome, ...]], ...]:
        """Each misconception with its outcomes."""
        return tuple(
            (wrong, self.seen(outcomes_of(wrong.behaves_like, self.cases)))
            for wrong in self.exercise.misconceptions
        )

    def seen(self, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
        """Return what is judged of each outcome: what the exercise's view sees in a value."""
        view = self.exercise.view
        if view is None:
            return tuple(outcomes)
        seeing = [
            run(view, [(revived(one.value),)], KIT_SECONDS)[0] if one.kind == "value" else one
            for one in outcomes
        ]
        return tuple(
            replace(new, shown="", line=None, printed=old.printed, changed=old.changed)
            for new, old in zip(seeing, outcomes, strict=True)
        )

    def remark(self, case: tuple[Any, ...], outcome: Outcome) -> str:
        """Say what is seen in a result that is not right, where the exercise can tell."""
        if self.exercise.remark is None or outcome.kind != "value":
            return ""
        (said,) = run(self.exercise.remark, [(revived(outcome.value), *case)], KIT_SECONDS)
        return str(said.value or "")

    def agrees(self, want: Sequence[Outcome], got: Sequence[Outcome]) -> list[bool]:
        """Say for each input whether what came out is what was wanted."""
        tolerance = self.exercise.tolerance
        return [_agree(one, other, tolerance) for one, other in zip(want, got, strict=True)]


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
    exercise, cases, expected = key.exercise, key.cases, key.expected
    came, outcomes = outcomes, key.seen(outcomes)
    agree = key.agrees(expected, outcomes)
    right, count, name = sum(agree), len(cases), exercise.name

    def say(
        state: str, message: str, hint: str = "", about: tuple[Any, ...] | None = None
    ) -> Judgement:
        return Judgement(state, message, hint, right, count, about)

    changing = [place for place, outcome in enumerate(outcomes) if outcome.changed]
    if all(agree) and changing and not exercise.is_value:
        return say("wrong", *_about_change(name, outcomes[changing[0]]), about=cases[changing[0]])
    if all(agree):
        where = f"on all {count} inputs that were tried" if count > 1 else "as it should be"
        return say("right", f"{name} is right." if exercise.is_value else f"{name} works {where}.")
    if unfinished or any(
        outcome.kind == "value" and has_dots(outcome.value) for outcome in outcomes
    ):
        return say(
            "not attempted",
            f"Replace the three dots in {name}, run that cell, and then run this one again. "
            # The three dots stay bound when the cell that replaces them cannot be read.
            "If that cell shows an error, repair it first.",
        )
    for misconception, mistaken in key.mistakes:
        if all(key.agrees(mistaken, outcomes)):
            seen = next(filter(None, map(key.remark, cases, came)), "")
            message = f"Your answer {misconception.name}. {seen}".strip()
            return say("misconception", message, misconception.hint)
    wrong = [place for place, agrees in enumerate(agree) if not agrees]

    def easiest(places: Sequence[int]) -> int:
        """Return the place of the input that is shortest to read, whole ones before cut ones."""
        return min(places, key=lambda at: (is_cut(cases[at]), len(shown_call(name, cases[at])), at))

    def all_of(kind: str) -> list[int]:
        return [place for place in wrong if outcomes[place].kind == kind]

    silent = [
        place
        for place in all_of("value")
        if outcomes[place].printed and outcomes[place].value is None
    ]
    if silent:
        place = easiest(silent)
        message = (
            "`print` shows a result and `return` gives it back: "
            f"`{shown_call(name, cases[place])}` prints, and gives nothing (None). "
            "Does every path through it end in `return`?"
        )
        return say("wrong type", message, about=cases[place])
    if crashes := all_of("crash"):
        place = easiest(crashes)
        call = f"`{shown_call(name, cases[place])}`"
        return say("crash", _about_crash(name, call, outcomes[place]), about=cases[place])
    if slow := all_of("too slow"):
        message = (
            f"`{shown_call(name, cases[slow[0]])}` was still running when the time was up, and "
            "was stopped. Look for a loop that never ends."
        )
        return say("too slow", message, about=cases[slow[0]])
    kinds, shape = kinds_asked(exercise, cases, expected)
    misfits = [
        at
        for at in wrong
        if expected[at].kind == "value" and not fits(outcomes[at].value, kinds, shape)
    ]
    if misfits:
        place = easiest(misfits)
        message = about_kind(exercise, cases[place], outcomes[place], expected[place], shape)
        return say("wrong type", message, about=None if exercise.is_value else cases[place])
    place = easiest(wrong)
    message = _about_remark(key, cases[place], came[place]) or _about_difference(
        exercise,
        cases[place],
        expected[place].value,
        outcomes[place],
        [(expected[at].value, outcomes[at].value) for at in wrong],
    )
    if exercise.is_value:
        return say("wrong", message)
    if count > 1:
        message += f" {right} of {count} inputs come out right."
    return say("wrong", message, about=cases[place])


def outcomes_of(
    function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]
) -> tuple[Outcome, ...]:
    """Return what one of the kit's own functions gives on the inputs."""
    return run(function, cases, KIT_SECONDS)


def _agree(want: Outcome, got: Outcome, tolerance: float) -> bool:
    if want.kind == "crash":  # the mistake of an answer can be that it fails on some input
        return got.kind == "crash" and got.error == want.error
    return got.kind == "value" and same(want.value, got.value, tolerance)


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

"""What an exercise is: data, defined once, from which checks, tests and marking follow."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Cases = Callable[[random.Random], Sequence[tuple[Any, ...]]]
"""Makes the inputs of one round: a list of argument tuples. Any seed gives fresh ones."""


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that learners really give, and the hint that helps.

    Attributes
    ----------
    name : str
        What the answer does, as the end of the sentence "Your answer ...": "drops every short
        line".
    behaves_like : callable
        A function with the signature of the exercise that makes this mistake.
    hint : str
        One or two sentences that point at the mistake and do not give the answer.
    """

    name: str
    behaves_like: Callable[..., Any]
    hint: str


@dataclass(frozen=True)
class Exercise:
    """One exercise: the right behaviour, the inputs to try it on, and the mistakes to expect.

    Attributes
    ----------
    id : str
        Lesson and place, "2.3".
    name : str
        The name that the learner's notebook defines: a function, or a value.
    title : str
        The heading of the exercise.
    reference : callable
        The right behaviour. For a value exercise it takes no arguments and returns the value.
    cases : callable
        Given a ``random.Random``, returns argument tuples. See ``no_arguments``.
    misconceptions : tuple of Misconception
        At least three; each differs from the reference on some case of every round.
    hints : tuple of str
        Where to look, then the shape of the answer.
    points : int
        What the exercise is worth.
    is_value : bool
        True when the learner gives a value (``dropped = 7``) and not a function.
    tolerance : float
        Numbers with a fraction count as equal when they differ by at most this much. Whole numbers
        must be exact.
    view : callable or None
        Turns a result into what is judged of it: for a chart, a dictionary of what it shows (where
        the axis begins, its labels, its source), so that several right charts pass. None judges
        the result itself.
    remark : callable or None
        Given a result and the arguments that it came from, says in a sentence what is seen in it
        that keeps it from being right: "The axis runs from 0 to 1,000, and a bar of 1,354 is cut."
        Empty where it sees nothing of the kind.
    """

    id: str
    name: str
    title: str
    reference: Callable[..., Any]
    cases: Cases
    misconceptions: tuple[Misconception, ...]
    hints: tuple[str, ...]
    points: int = 1
    is_value: bool = False
    tolerance: float = 1e-9
    view: Callable[[Any], Any] | None = None
    remark: Callable[..., str] | None = None


@dataclass(frozen=True)
class Option:
    """One option of a quiz question, and the reply to a learner who chooses it."""

    text: str
    reply: str


@dataclass(frozen=True)
class Quiz:
    """A question with three options, of which one is right.

    Attributes
    ----------
    id : str
        Lesson and letter, "2.a".
    question : str
        One sentence.
    options : dict of str to Option
        "a", "b" and "c".
    right : str
        The letter of the right option.
    """

    id: str
    question: str
    options: dict[str, Option]
    right: str


def no_arguments(_: random.Random) -> list[tuple[Any, ...]]:
    """Return the one empty case of a value exercise."""
    return [()]

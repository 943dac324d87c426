"""The kind of a result: which kinds an exercise asks for, and what to say of another one."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from copydesk.classroom.checking.plain import Plain
from copydesk.classroom.checking.running import Outcome
from copydesk.classroom.checking.values import kind_in_words, kind_of, shown_call, together_in_words
from copydesk.exercises.model import Exercise

_FEW = 5  # parts that are named one by one
_ITERATORS = ("enumerate", "filter", "generator", "map", "reversed", "zip")


def kinds_asked(
    exercise: Exercise, cases: Sequence[tuple[Any, ...]], expected: Sequence[Outcome]
) -> tuple[set[str], tuple[str, ...]]:
    """Return the kinds that a result may have and, for a tuple, the kinds of its parts."""
    kinds = {kind_of(want.value) for want in expected if want.kind == "value"}
    kinds |= {"list"} if "series" in kinds else {"series"} if kinds & {"list", "dict"} else set()
    if kinds != {"list", "series"}:
        return kinds, ()
    # A plain value knows no tuples, so the reference is asked again.
    reference, view = exercise.reference, exercise.view
    tuples = view is None and all(isinstance(reference(*deepcopy(case)), tuple) for case in cases)
    shapes = {tuple(_kinds_of_parts(want.value)) for want in expected}
    fixed = len(shapes) == 1 and tuples
    shape = shapes.pop() if fixed else ()
    return kinds, shape if len(shape) > 1 else ()


def _kinds_of_parts(value: Plain) -> list[str]:
    """Return the kind of each item of a list; anything else has no parts."""
    return [kind_of(part) for part in value] if isinstance(value, list) else []


def fits(value: Plain, kinds: set[str], shape: tuple[str, ...]) -> bool:
    """Say whether a result is of a kind that was asked for, right or wrong."""
    if shape:
        return kind_of(value) == "series" or tuple(_kinds_of_parts(value)) == shape
    return kind_of(value) in kinds


def _waits(value: Plain) -> bool:
    return value["type"] in _ITERATORS


def about_kind(
    exercise: Exercise,
    arguments: tuple[Any, ...],
    got: Outcome,
    want: Outcome,
    shape: tuple[str, ...],
) -> str:
    """Say what kind of result came and what kind was asked for."""
    given, asked = kind_in_words(got.value), kind_in_words(want.value)
    if shape:
        asked = f"{together_in_words(shape)}: ({', '.join('…' * len(shape))})"
        parts = _kinds_of_parts(got.value)
        given = together_in_words(parts) if 1 < len(parts) <= _FEW else given
    if exercise.is_value:
        return f"{exercise.name} is {given}, and the exercise asks for {asked}."
    advice = " Does every path through it end in `return`?" if got.value is None else ""
    if isinstance(want.value, list) and kind_of(got.value) == "object" and _waits(got.value):
        advice = " Write `list(...)` around it: it has not been run through yet."
    call = f"`{shown_call(exercise.name, arguments)}`"
    return f"{call} gives {given}, and should give {asked}.{advice}"

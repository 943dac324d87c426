"""What an exercise asks for: its inputs, the right outcomes, and those of each known mistake."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from copydesk.classroom.checking.plain import revived
from copydesk.classroom.checking.running import Outcome, run
from copydesk.classroom.checking.values import same
from copydesk.exercises.model import Exercise, Misconception

KIT_SECONDS = 60.0
"""How long the kit's own functions may take: a busy computer is no mistake of a learner."""


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


def outcomes_of(
    function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]
) -> tuple[Outcome, ...]:
    """Return what one of the kit's own functions gives on the inputs."""
    return run(function, cases, KIT_SECONDS)


def _agree(want: Outcome, got: Outcome, tolerance: float) -> bool:
    if want.kind == "crash":  # the mistake of an answer can be that it fails on some input
        return got.kind == "crash" and got.error == want.error
    return got.kind == "value" and same(want.value, got.value, tolerance)

"""Answers as learners type them: right ones in unexpected ways, and wrong ones that are usual.

They were written before the checks were looked at. `answers/` holds them, and a line
`#: 2.3 wrong: ...` begins each.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import linecache
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.build.sources import read_cells
from copydesk.classroom.checking.answers import judge_look
from copydesk.classroom.checking.key import Key, public_cases
from copydesk.classroom.checking.running import look_at
from copydesk.exercises import all_exercises, find

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(__file__).parent / "answers"
_USED = re.compile(r"(?:from|import|def|story =|sentences =|[A-Z_]+\b)")
_HEAD = re.compile(r"^#: (\d\.\d) (right|wrong): (.+)\n", re.M)


@dataclass(frozen=True)
class Given:
    """One answer: to which exercise, whether it is right, what is special in it, its cell."""

    exercise: str
    right: bool
    about: str
    code: str

    @property
    def name(self) -> str:
        return f"{self.exercise} {'right' if self.right else 'wrong'}: {self.about}"


def read_answers(path: Path) -> list[Given]:
    before, *rest = _HEAD.split(path.read_text(encoding="utf-8"))
    assert not before.strip(), f"{path.name} begins with something else"
    rows = [rest[at : at + 4] for at in range(0, len(rest), 4)]
    return [Given(id_, state == "right", about, code) for id_, state, about, code in rows]


ANSWERS = [given for path in sorted(FOLDER.glob("*.txt")) for given in read_answers(path)]


@functools.cache
def names_before(exercise: str) -> dict[str, Any]:
    """Return what the notebook defines when a learner comes to an exercise.

    Only what an answer uses is run: imports, functions, the story and names in capital letters.
    """
    stem = next(stem for stem in lesson_stems(ROOT) if stem.startswith(f"0{exercise[0]}"))
    name = f"lessons/{stem}/exercises.md"
    names: dict[str, Any] = {"__name__": "notebook"}
    for cell in read_cells(ROOT / name, name):
        if cell.metadata.get("exercise") == exercise:
            return names
        if cell.kind == "code" and not {"stub", "solution", "answer"} & set(cell.tags):
            for statement in ast.parse(cell.source).body:
                if _USED.match(ast.unparse(statement)):
                    exec(ast.unparse(statement), names)
    raise AssertionError(f"there is no exercise {exercise} in {name}")


def judged(given: Given) -> Any:
    names = dict(names_before(given.exercise))
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        linecache.cache[given.name] = (0, None, given.code.splitlines(keepends=True), given.name)
        exec(compile(given.code, given.name, "exec"), names)
        exercise = find(given.exercise)
        cases, is_value = public_cases(exercise), exercise.is_value
        # Longer than a class waits: a machine that runs tests has other work too.
        answer = look_at(exercise.name, names, cases, is_value=is_value, seconds=60)
        return judge_look(Key(exercise, cases), answer)


@pytest.mark.thorough
@pytest.mark.answers
@pytest.mark.parametrize("given", ANSWERS, ids=lambda given: given.name)
def test_an_answer_is_known_for_what_it_is(given):
    judgement = judged(given)
    assert (judgement.state == "right") is given.right, f"{judgement.message} {judgement.hint}"
    if not given.right:
        # Python's own words for a crash help where the code shows why.
        assert judgement.state in ("misconception", "wrong", "wrong type") or judgement.hint
        assert judgement.message.strip()


def test_each_exercise_has_answers_of_both_kinds_and_no_two_are_one():
    for exercise in all_exercises():
        kinds = {given.right for given in ANSWERS if given.exercise == exercise.id}
        assert kinds == {True, False}, exercise.id
    assert len({given.name for given in ANSWERS}) == len(ANSWERS)
    assert len(ANSWERS) >= 300

"""Every exercise of every lesson, held to the same rules. A new lesson changes nothing here."""

from __future__ import annotations

import functools
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.build.sources import read_cells, structure_problems
from copydesk.classroom.checking import judge_answer
from copydesk.classroom.checking.judging import judge
from copydesk.classroom.checking.key import Key, outcomes_of, public_cases
from copydesk.exercises import all_exercises, all_quizzes, find, find_quiz, no_arguments

ROOT = Path(__file__).parent.parent.parent
STEMS = lesson_stems(ROOT)  # raises when there is no lesson
EXERCISES = all_exercises()
QUIZZES = all_quizzes()

every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
every_misconception = pytest.mark.parametrize(
    ("exercise", "misconception"),
    [(exercise, wrong) for exercise in EXERCISES for wrong in exercise.misconceptions],
    ids=[f"{e.id} {wrong.name}" for e in EXERCISES for wrong in e.misconceptions],
)
a_few_seeds_or_fifty = pytest.mark.parametrize(
    "seeds", [1, pytest.param(50, marks=pytest.mark.thorough)]
)
every_quiz = pytest.mark.parametrize("question", QUIZZES, ids=lambda question: question.id)


def lesson_of(id_):
    return int(id_.split(".")[0])


def rounds(exercise, seeds):
    """Cases of many seeds; a value has one case and needs one round."""
    numbers = range(1 if exercise.cases is no_arguments else seeds)
    return [list(exercise.cases(random.Random(seed))) for seed in numbers]


@functools.lru_cache(maxsize=4)  # the tests of one exercise follow each other
def keys(exercise, seeds):
    """Return what an exercise asks for on its public cases and on those of some seeds."""
    return [Key(exercise, cases) for cases in [public_cases(exercise), *rounds(exercise, seeds)]]


@functools.cache
def answers_of(stem) -> dict[tuple[str, str], dict[str, Any]]:
    """Run exercises.md as a learner would; return the names after each stub and each solution."""
    name = f"lessons/{stem}/exercises.md"
    names: dict[str, Any] = {"__name__": "notebook", "display": lambda *_: None}
    found = {}
    for cell in read_cells(ROOT / name, name):
        if cell.kind != "code" or "raises-exception" in cell.tags:
            continue
        code = compile(
            re.sub(r"^[%!].*", "", cell.source, flags=re.M), f"{name}:{cell.line}", "exec"
        )
        if "stub" in cell.tags:
            after = dict(names)
            exec(code, after)
            found[cell.metadata["exercise"], "stub"] = after
            continue
        exec(code, names)
        if "solution" in cell.tags:
            found[cell.metadata["exercise"], "solution"] = dict(names)
    return found


def stem_of(exercise):
    return next(stem for stem in STEMS if int(stem.split("_")[0]) == lesson_of(exercise.id))


def test_every_lesson_has_exercises_and_a_quiz_and_no_exercise_is_without_a_lesson():
    numbers = {int(stem.split("_")[0]) for stem in STEMS}
    assert {lesson_of(exercise.id) for exercise in EXERCISES} == numbers
    assert {lesson_of(question.id) for question in QUIZZES} == numbers


def test_ids_are_unique_sorted_and_found():
    ids = [exercise.id for exercise in EXERCISES] + [question.id for question in QUIZZES]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    places = [tuple(map(int, exercise.id.split("."))) for exercise in EXERCISES]
    assert places == sorted(places)
    assert [quiz.id for quiz in QUIZZES] == sorted(quiz.id for quiz in QUIZZES)
    assert all(find(exercise.id) is exercise for exercise in EXERCISES)
    assert all(find_quiz(question.id) is question for question in QUIZZES)


def test_an_unknown_id_names_the_ids_of_its_lesson():
    first = EXERCISES[0].id
    with pytest.raises(KeyError, match=re.escape(first)):
        find(f"{lesson_of(first)}.99")


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("file", ["lesson.md", "more.md", "exercises.md"])
def test_the_text_of_a_lesson_has_its_exercises_in_order(stem, file):
    name = f"lessons/{stem}/{file}"
    cells = read_cells(ROOT / name, name)
    assert structure_problems(cells, name, int(stem.split("_")[0]), EXERCISES) == []


@a_few_seeds_or_fifty
@every_exercise
def test_the_reference_is_right_on_every_seed(exercise, seeds):
    for key in keys(exercise, seeds):
        assert judge(key, outcomes_of(exercise.reference, key.cases)).state == "right"


@every_exercise
def test_the_cases_depend_on_nothing_but_the_seed(exercise):
    first, second = (repr(list(exercise.cases(random.Random(7)))) for _ in range(2))
    assert first == second
    assert list(exercise.cases(random.Random(7)))


@every_exercise
def test_the_solution_in_the_lesson_passes(exercise):
    names = answers_of(stem_of(exercise))[exercise.id, "solution"]
    judgement = judge_answer(exercise, names)
    assert judgement.state == "right", judgement.message


@every_exercise
def test_the_stub_in_the_lesson_reads_as_not_attempted(exercise):
    names = answers_of(stem_of(exercise))[exercise.id, "stub"]
    judgement = judge_answer(exercise, names)
    assert judgement.state == "not attempted", judgement.message


@a_few_seeds_or_fifty
@every_misconception
def test_a_misconception_fails_with_its_own_hint_on_every_seed(exercise, misconception, seeds):
    for key in keys(exercise, seeds):
        judgement = judge(key, outcomes_of(misconception.behaves_like, key.cases))
        assert judgement.state == "misconception", judgement.message
        assert judgement.hint == misconception.hint, (
            f"it comes out as another one, which {judgement.message}: give it an outcome of its own"
        )
        assert misconception.name in judgement.message


@every_misconception
def test_a_misconception_reads_as_the_end_of_a_sentence(exercise, misconception):
    assert re.match(r"[a-z]", misconception.name)
    assert not misconception.name.endswith(".")
    assert misconception.hint.strip().endswith((".", "?"))


@every_exercise
def test_an_exercise_has_hints_and_three_misconceptions(exercise):
    assert exercise.name.isidentifier()
    assert exercise.title.strip()
    assert exercise.points > 0
    assert len(exercise.hints) >= 2
    assert all(hint.strip() for hint in exercise.hints)
    assert len(exercise.misconceptions) >= 3
    names = [misconception.name for misconception in exercise.misconceptions]
    assert len(set(names)) == len(names)
    assert len({misconception.hint for misconception in exercise.misconceptions}) == len(names)


@every_quiz
def test_a_quiz_has_three_options_with_three_replies(question):
    assert list(question.options) == ["a", "b", "c"]
    assert question.right in question.options
    assert question.question.strip().endswith("?")
    texts = [option.text for option in question.options.values()]
    replies = [option.reply for option in question.options.values()]
    assert len(set(texts)) == len(set(replies)) == 3
    assert all(text.strip() for text in texts + replies)

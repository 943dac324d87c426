"""Every exercise and quiz of the kit: one module a lesson, found by looking.

A lesson's module is ``copydesk/exercises/<name>.py`` (``cleaning.py`` for 02_cleaning). It holds
``EXERCISES``, a tuple of `Exercise`, and ``QUIZZES``, a tuple of `Quiz`. Nothing else registers
them: put the file there and `find` knows it.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import cast

from copydesk.corpus.places import ROOT
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments

__all__ = [
    "Exercise",
    "Misconception",
    "Option",
    "Quiz",
    "all_exercises",
    "all_quizzes",
    "exercises_of",
    "find",
    "find_quiz",
    "lesson_stems",
    "no_arguments",
    "quizzes_of",
]


def all_exercises() -> tuple[Exercise, ...]:
    """Return every exercise of every lesson, in the order of the lessons."""
    return tuple(exercise for module in _modules() for exercise in module.EXERCISES)


def all_quizzes() -> tuple[Quiz, ...]:
    """Return every quiz of every lesson, in the order of the lessons."""
    return tuple(quiz for module in _modules() for quiz in module.QUIZZES)


def lesson_stems() -> dict[int, str]:
    """Return the stem of each lesson by its number.

    Examples
    --------
    >>> lesson_stems()[2]
    '02_cleaning'
    """
    # A kit that holds only what runs has no folder of lessons.
    return _stems_of(ROOT / "lessons", tuple(__path__)) or {
        number: f"{number:02}_{module.__name__.rsplit('.', 1)[-1]}"
        for module in _modules()
        for number in [_lesson(module)]
    }


@cache
def _stems_of(lessons: Path, exercises: tuple[str, ...]) -> dict[int, str]:
    """Return the stems by the names of folders alone: no exercise is loaded for them."""
    names = {module.name for module in pkgutil.iter_modules(exercises)}
    folders = sorted(lessons.glob("[0-9][0-9]_*"))
    return {int(one.name[:2]): one.name for one in folders if one.name[3:] in names}


def exercises_of(stem: str) -> tuple[Exercise, ...]:
    """Return the exercises of a lesson, in order.

    Examples
    --------
    >>> exercises_of("02_cleaning")[0].id
    '2.1'
    """
    return tuple(
        one for module in _near(_number(stem)) for one in module.EXERCISES if _is_of(stem, one.id)
    )


def quizzes_of(stem: str) -> tuple[Quiz, ...]:
    """Return the quizzes of a lesson, in order.

    Examples
    --------
    >>> [quiz.id for quiz in quizzes_of("02_cleaning")]
    ['2.a', '2.b']
    """
    return tuple(
        one for module in _near(_number(stem)) for one in module.QUIZZES if _is_of(stem, one.id)
    )


def find(id: str) -> Exercise:
    """Return the exercise with an id.

    Parameters
    ----------
    id : str
        Lesson and place, "2.3".

    Raises
    ------
    KeyError
        No lesson has it. The message lists the ids of the same lesson.
    """
    for module in _near(id):
        for exercise in module.EXERCISES:
            if exercise.id == id:
                return cast(Exercise, exercise)
    raise KeyError(_absent("exercise", id, [exercise.id for exercise in all_exercises()]))


def find_quiz(id: str) -> Quiz:
    """Return the quiz with an id such as "2.a"; raises KeyError like `find`."""
    for module in _near(id):
        for quiz in module.QUIZZES:
            if quiz.id == id:
                return cast(Quiz, quiz)
    raise KeyError(_absent("quiz", id, [quiz.id for quiz in all_quizzes()]))


def _near(id_: str) -> list[ModuleType]:
    """Return the modules that may hold an id: that of its lesson, or all where no lesson has it.

    One lesson's module loads what that lesson needs, and a marking or a browser loads no charts for
    the others.
    """
    number = id_.split(".")[0]
    stem = lesson_stems().get(int(number)) if number.isdecimal() else None
    return [importlib.import_module(f"{__name__}.{stem[3:]}")] if stem else _modules()


def _modules() -> list[ModuleType]:
    """Return the modules of the lessons, in the order of the lessons."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    # What reads the words of an answer stands beside the lessons and has no exercises.
    return sorted((one for one in modules if hasattr(one, "EXERCISES")), key=_lesson)


def _is_of(stem: str, id_: str) -> bool:
    return id_.split(".")[0] == _number(stem)


def _number(stem: str) -> str:
    return stem.split("_")[0].lstrip("0")


def _lesson(module: ModuleType) -> int:
    return int(module.EXERCISES[0].id.split(".")[0])


def _absent(what: str, id_: str, known: list[str]) -> str:
    near = [name for name in known if name.split(".")[0] == id_.split(".")[0]] or known
    listed = ", ".join(near) if near else "none yet"
    return f'there is no {what} "{id_}" (there is: {listed})'

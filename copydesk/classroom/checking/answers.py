"""What a learner calls: `check` an exercise, answer a `quiz`. Neither ever stops a notebook."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any

from copydesk.classroom.checking.judging import Judgement, judge, public_cases
from copydesk.classroom.checking.running import is_stub, look_at, run
from copydesk.classroom.checking.values import is_cut, kind_in_words, plain, shown_call
from copydesk.classroom.rendering import Reply
from copydesk.exercises import find, find_quiz
from copydesk.exercises.model import Exercise, Quiz

_STATES = {
    "right": "right",
    "not attempted": "not attempted yet",
    "missing": "not found yet",
    "crash": "stops with an error",
    "too slow": "does not end",
}


def check(id: str) -> Reply:
    """Try the answer to an exercise and say how it stands.

    The answer is looked up by its name in the notebook. A function is run on a few inputs, each
    time on a copy of them, for a few seconds at most.

    Parameters
    ----------
    id : str
        The number of the exercise, "2.3".

    Returns
    -------
    Reply
        Shown as the value of the cell. Its ``state`` is "right", "not attempted", "missing",
        "wrong type", "crash", "too slow", "misconception", "wrong" or "unknown".

    Raises
    ------
    KeyboardInterrupt
        Stop was pressed while the answer was running. Nothing else is raised.

    Examples
    --------
    >>> check("2.3")  # doctest: +SKIP
    ✓ Exercise 2.3: right. keep_line works on all 12 inputs that were tried.
    """
    names = _names_of_notebook(sys._getframe(1).f_globals)
    return _without_stopping("check", id, lambda: _check(find(id), names))


def quiz(id: str, answer: object = ...) -> Reply:
    """Show a question, or reply to the option that was chosen.

    Parameters
    ----------
    id : str
        The name of the question, "2.a".
    answer : str
        "a", "b" or "c"; three dots show the question.

    Returns
    -------
    Reply
        Its ``state`` is "right", "wrong" or "not attempted".

    Examples
    --------
    >>> quiz("2.a", "b")  # doctest: +SKIP
    ✗ Question 2.a: not yet. ...
    """
    return _without_stopping("quiz", id, lambda: _quiz(find_quiz(id), answer))


def judge_answer(exercise: Exercise, names: Mapping[str, Any]) -> Judgement:
    """Judge the answer to an exercise that stands among the names of a notebook.

    Parameters
    ----------
    exercise : Exercise
        What was asked.
    names : mapping
        What the notebook defines.

    Returns
    -------
    Judgement
    """
    name = exercise.name
    if name not in names:
        return Judgement(
            "missing",
            f"{name} is not defined. Run the cell that defines it, and then run this one again. "
            "If that cell shows an error, repair it first.",
        )
    answer = names[name]
    cases = public_cases(exercise)
    if exercise.is_value:
        if inspect.isroutine(answer):
            return Judgement(
                "wrong type",
                f"{name} is a function, and the exercise asks for a value. "
                f"Store what the function gives: {name} = ...(...).",
            )
        return judge(exercise, cases, [look_at(answer, exercise.view)])
    if answer is ...:
        return judge(exercise, cases, [look_at(answer)] * len(cases), unfinished=True)
    if not callable(answer):
        return Judgement(
            "wrong type",
            f"{name} is {kind_in_words(plain(answer))}, and the exercise asks for a function: "
            f"it begins with def {name}(",
        )
    unfinished = is_stub(answer)
    problem = None if unfinished else _parameter_problem(name, answer, cases[0])
    if problem:
        return Judgement("wrong type", problem)
    return judge(exercise, cases, run(answer, cases, exercise.view), unfinished=unfinished)


def _check(exercise: Exercise, names: Mapping[str, Any]) -> Reply:
    judgement = judge_answer(exercise, names)
    state = _STATES.get(judgement.state, "not yet")
    title = f"Exercise {exercise.id}: {state}"
    cut = judgement.input is not None and is_cut(judgement.input)
    # Not where the call does not end: there, nothing would stop it.
    paste = cut and judgement.state != "too slow"
    return Reply(
        judgement.state,
        title,
        judgement.message,
        judgement.hint,
        input=judgement.input,
        try_it=f'{exercise.name}(*check("{exercise.id}").input)' if paste else "",
    )


def _quiz(question: Quiz, answer: object) -> Reply:
    options = tuple((letter, option.text) for letter, option in question.options.items())
    title = f"Question {question.id}"
    letters = [f'"{letter}"' for letter, _ in options]
    choice = f"{', '.join(letters[:-1])} or {letters[-1]}"
    # An example that says what it stands for, so that nobody takes it for the right one.
    example = f'To choose b, write `quiz("{question.id}", "b")`.'
    if answer is ...:
        how = f"Write {choice} in place of the three dots. {example}"
        return Reply("not attempted", title, f"{question.question} {how}", options=options)
    letter = answer.strip().lower() if isinstance(answer, str) else ""
    if letter not in question.options:
        how = f"The answer is one letter in quotation marks: {choice}. {example}"
        again = f"{how} Choose again: {question.question}"
        return Reply("not attempted", title, again, options=options)
    reply = question.options[letter].reply
    if letter == question.right:
        return Reply("right", f"{title}: right", reply)
    again = f"{reply} Choose again: {question.question}"
    return Reply("wrong", f"{title}: not yet", again, options=options)


def _names_of_notebook(caller: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the notebook defines; outside a notebook, what the calling module defines."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return caller if shell is None else shell.user_ns


def _parameter_problem(
    name: str, answer: Callable[..., Any], arguments: tuple[Any, ...]
) -> str | None:
    """Say how a function's parameters do not fit the call, or return None when they fit."""
    try:
        signature = inspect.signature(answer)
    except (TypeError, ValueError):
        return None  # some built-in functions do not tell
    try:
        signature.bind(*arguments)
    except TypeError:
        takes, given = len(signature.parameters), len(arguments)
        call = f"{_inputs(given)}: `{shown_call(name, arguments)}`"
        return f"{name} takes {_inputs(takes)}, and the exercise calls it with {call}."
    return None


def _inputs(count: int) -> str:
    return f"{count} input" if count == 1 else f"{count} inputs"


def _without_stopping(call: str, id_: object, work: Callable[[], Reply]) -> Reply:
    try:
        return work()
    except KeyError as error:
        return Reply("unknown", f'{call}("{id_}")', f"This cannot be found: {error.args[0]}.")
    except Exception as error:  # a mistake of the kit must not stop the class either
        return Reply(
            "unknown",
            f'{call}("{id_}")',
            f"The kit could not do this, and it is not your mistake ({type(error).__name__}: "
            f"{error}). Tell your instructor.",
        )

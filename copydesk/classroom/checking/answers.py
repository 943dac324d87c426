"""What a learner calls: `check` an exercise, answer a `quiz`. Neither ever stops a notebook."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from copydesk.classroom.checking.judging import Judgement, judge
from copydesk.classroom.checking.key import Key, public_cases
from copydesk.classroom.checking.running import Answer, look_at
from copydesk.classroom.checking.slips import about_slip
from copydesk.classroom.checking.values import is_cut, kind_in_words, kind_of, shown_call
from copydesk.classroom.portfolio.answers import keep_answer
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
_UNEXPLAINED = ("wrong", "wrong type", "crash")


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
    cases = public_cases(exercise)
    answer = look_at(exercise.name, names, cases, is_value=exercise.is_value)
    return judge_look(Key(exercise, cases), answer)


def judge_look(key: Key, answer: Answer) -> Judgement:
    """Judge an answer from what was written down of it, wherever it was run.

    Parameters
    ----------
    key : Key
        What was asked, and the inputs.
    answer : Answer
        What `look_at` wrote down.

    Returns
    -------
    Judgement
    """
    name, is_value = key.exercise.name, key.exercise.is_value
    if answer.kind == "missing":
        return Judgement(
            "missing",
            f"{name} is not defined. Run the cell that defines it, and then run this one again. "
            "If that cell shows an error, repair it first.",
        )
    if answer.kind == "value" and not is_value:
        (outcome,) = answer.outcomes
        if kind_of(outcome.value) == "ellipsis":
            return judge(key, answer.outcomes * len(key.cases), unfinished=True)
        return Judgement(
            "wrong type",
            f"{name} is {kind_in_words(outcome.value)}, and the exercise asks for a function: "
            f"it begins with def {name}(",
        )
    if answer.kind == "function" and is_value:
        return Judgement(
            "wrong type",
            f"{name} is a function, and the exercise asks for a value. "
            f"Store what the function gives: {name} = ...(...).",
        )
    if answer.takes is not None:
        call = shown_call(name, key.cases[0])
        return Judgement(
            "wrong type",
            f"{name} takes {_inputs(answer.takes)}, and the exercise calls it with "
            f"{_inputs(len(key.cases[0]))}: `{call}`.",
        )
    judgement = judge(key, answer.outcomes, unfinished=answer.unfinished)
    if answer.slip is None or judgement.hint or judgement.state not in _UNEXPLAINED:
        return judgement
    return replace(judgement, hint=about_slip(answer.slip, name))


def _check(exercise: Exercise, names: Mapping[str, Any]) -> Reply:
    judgement = judge_answer(exercise, names)
    if judgement.state == "right":
        keep_answer(exercise.id, exercise.name)
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
    # An example that is no option, so that nobody takes it for the right one.
    example = f'Write `quiz("{question.id}", "x")`, with your letter in place of x.'
    if answer is ...:
        how = f"Choose {choice}. {example}"
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

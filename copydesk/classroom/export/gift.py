"""Quizzes as GIFT, the text that Moodle imports as questions.

The format: https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from copydesk.exercises.model import Quiz

_RESERVED = re.compile(r"([\\~=#{}:])")


def gift(quizzes: Mapping[str, Sequence[Quiz]]) -> str:
    """Write quizzes as a GIFT file: a category for each lesson, a reply for each option.

    Each question has an id number, so that Moodle knows it when it is imported again.

    Parameters
    ----------
    quizzes : mapping of str to sequence of Quiz
        The questions of each lesson, by its stem.

    Returns
    -------
    str
        The file; Moodle reads it as UTF-8.

    Examples
    --------
    >>> from copydesk.exercises import find_quiz
    >>> print(gift({"02_cleaning": [find_quiz("2.a")]}).splitlines()[2])
    // [id:copydesk-2.a]
    """
    return "\n".join(
        "\n\n".join([f"$CATEGORY: $course$/copydesk/{stem}", *map(_question, questions)]) + "\n"
        for stem, questions in quizzes.items()
    )


def _question(quiz: Quiz) -> str:
    options = (
        f"\t{'=' if letter == quiz.right else '~'}{_text(option.text)}#{_text(option.reply)}"
        for letter, option in quiz.options.items()
    )
    # Without [plain], Moodle would read the text as HTML.
    head = f"::copydesk {_text(quiz.id)}::[plain]{_text(quiz.question)}"
    return "\n".join([f"// [id:copydesk-{quiz.id}]", head + "{", *options, "}"])


def _text(text: str) -> str:
    return _RESERVED.sub(r"\\\1", text)

"""How long a lesson takes: what it states for each part, beside a rough model of the minutes.

The model knows what can be counted: words to read, cells to run and look at, questions, and the
minutes that each exercise states. It is a lower bound. Nobody has measured a class.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from copydesk.classroom.build.prose.words import words_of

WORDS_A_MINUTE = 150
CELL_MINUTES = 1.5
BLANK_MINUTES = 1.0
TEXT_MINUTES = 3.0
"""To read aloud; to run a cell and read what it shows; to fill a blank; to write two sentences.

With these, lessons that two readers took for 55 to 90 minutes count 50 to 65.
"""

EXERCISE_MINUTES = re.compile(
    r"^## Exercise (\d+\.\d+)\. [^\n]*\n\n\*\d+ points?, (\d+) minutes\.", re.MULTILINE
)
HEAD = re.compile(r"^\| Time \| (\d+) minutes", re.MULTILINE)
STATED = re.compile(r"^## [^\n]*\n\n\*(\d+) minutes?\*$", re.MULTILINE)
"""The minutes of a part stand alone under its heading; a part without them is optional."""

_PART = re.compile(r"^## ([^\n]*)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
_STUB = re.compile(r'^:tags: \[stub\]\n:exercise: "([^"\n]+)"$', re.MULTILINE)
_NOT_READ = re.compile(r":tags: \[[^\]\n]*\b(?:prose-check|widget)\b|check\(|(?:from|import) ")
_ANSWER = re.compile(r":tags: \[[^\]\n]*\banswer\b|quiz\(")
_BLANK = re.compile(r"quiz\([^)\n]*\)|\.\.\.")
_TEXT = re.compile(r'"""\n\n"""')


@dataclass(frozen=True)
class Part:
    """One part of a lesson: a heading and what stands under it.

    Attributes
    ----------
    heading : str
        Its heading.
    line : int
        The line of the heading, from 1.
    stated : int or None
        The minutes that it states; None when it is optional.
    estimate : float
        The minutes by the model.
    """

    heading: str
    line: int
    stated: int | None
    estimate: float


def estimate(text: str, exercises: dict[str, int]) -> float:
    r"""Return the minutes that a text takes at least, by the model.

    Parameters
    ----------
    text : str
        Some of a lesson.
    exercises : dict of str to int
        The minutes of each exercise.

    Examples
    --------
    >>> estimate("word " * 75 + "\n```{code-cell} ipython3\nquiz('2.a', ...)\n```", {})
    1.5
    """
    minutes = len(words_of(text)) / WORDS_A_MINUTE
    for cell in _CELL.findall(text):
        if stub := _STUB.match(cell):
            minutes += exercises.get(stub[1], 0)
        elif _ANSWER.match(cell):
            minutes += BLANK_MINUTES * len(_BLANK.findall(cell))
            minutes += TEXT_MINUTES * len(_TEXT.findall(cell))
        elif not _NOT_READ.match(cell):
            minutes += CELL_MINUTES
    return minutes


def parts(text: str, exercises: dict[str, int]) -> list[Part]:
    """Return the parts of a lesson in order; parameters as `estimate`."""
    found = []
    for match in _PART.finditer(text):
        stated = STATED.match(match[0])
        line = text.count("\n", 0, match.start()) + 1
        minutes = int(stated[1]) if stated else None
        found.append(Part(match[1], line, minutes, estimate(match[2], exercises)))
    return found


def ends(text: str) -> list[int]:
    r"""Return the minutes at which the parts of a lesson begin and end, as it states them.

    Examples
    --------
    >>> ends("## A\n\n*3 minutes*\n\n## B\n\n*4 minutes*\n")
    [0, 3, 7]
    """
    return [0, *itertools.accumulate(int(minutes) for minutes in STATED.findall(text))]


def timing_problems(text: str, exercises: dict[str, int]) -> list[tuple[int, str]]:
    """Say where a lesson takes longer than it states; parameters as `estimate`.

    Returns
    -------
    list of (int, str)
        A line and a sentence for each problem: a part that states fewer minutes than the model
        counts, and parts that do not add up to the minutes at the head.
    """
    head = HEAD.search(text)
    if head is None:
        return []
    found = [
        (
            part.line,
            f'"{part.heading}" states {part.stated} minutes and takes at least '
            f"{part.estimate:.1f} by its words, cells, blanks and exercises",
        )
        for part in parts(text, exercises)
        if part.stated is not None and part.estimate > part.stated
    ]
    total = ends(text)[-1]
    if total != int(head[1]):
        line = text.count("\n", 0, head.start()) + 1
        found.append((line, f"the parts take {total} minutes, and the head says {head[1]}"))
    return found

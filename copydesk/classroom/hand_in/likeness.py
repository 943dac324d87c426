"""Find pairs of answers that are closer than the answers of a class usually are.

Each answer becomes the set of its runs of five tokens, after names, numbers, texts, comments and
spacing are taken away, and without the runs of the stub and the solution. The likeness of two
answers is the share of runs that they have in common (Jaccard). Short answers and right answers
are alike by nature, so a pair is only listed when it is far above the other pairs of the exercise.

Source: the fingerprints of S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing: local algorithms
for document fingerprinting", SIGMOD 2003; without their sampling, which a class does not need.
"""

from __future__ import annotations

import io
import itertools
import keyword
import statistics
import tokenize
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RUN = 5
"""Tokens of one run."""

LEAST = 12
"""Runs that an answer needs to be compared; with less, likeness says nothing."""

FAR = 0.35
"""How much more a pair has in common than the median pair, to be listed."""

_SPACING = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


@dataclass(frozen=True)
class Alike:
    """A pair of learners whose answers are close.

    Attributes
    ----------
    first, second : str
        The learners.
    exercise : str
        The number of the exercise.
    share : float
        The share of their code that is the same, from 0 to 1.
    usual : float
        The share of the median pair of this exercise.
    """

    first: str
    second: str
    exercise: str
    share: float
    usual: float


def alike(exercise: str, answers: Mapping[str, str], common: Sequence[str]) -> list[Alike]:
    """Return the pairs that stand out, closest first.

    Parameters
    ----------
    exercise : str
        The number of the exercise.
    answers : mapping of str to str
        The code of each learner.
    common : sequence of str
        Code that all have for a good reason: the stub and the solution.

    Returns
    -------
    list of Alike
        Empty when fewer than three pairs can be compared: there is no usual pair then.

    Examples
    --------
    >>> alike("2.3", {"Ana": "a = 1", "Bo": "a = 1"}, [])
    []
    """
    given = set().union(*map(_runs, common))
    runs = {learner: _runs(code) - given for learner, code in answers.items()}
    long = sorted(learner for learner, found in runs.items() if len(found) >= LEAST)
    shares = {
        (one, other): len(runs[one] & runs[other]) / len(runs[one] | runs[other])
        for one, other in itertools.combinations(long, 2)
    }
    if len(shares) < 3:
        return []
    usual = statistics.median(shares.values())
    found = [
        Alike(one, other, exercise, share, usual)
        for (one, other), share in shares.items()
        if share >= usual + FAR
    ]
    return sorted(found, key=lambda pair: -pair.share)


def _runs(code: str) -> set[tuple[str, ...]]:
    tokens = _tokens(code)
    return {tuple(tokens[at : at + RUN]) for at in range(len(tokens) - RUN + 1)}


def _tokens(code: str) -> list[str]:
    """Return the tokens of some code; a name, a number or a text is only that."""
    kinds = {tokenize.NUMBER: "number", tokenize.STRING: "text"}
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type in _SPACING:
                continue
            is_name = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
            found.append("name" if is_name else kinds.get(token.type, token.string))
    except (tokenize.TokenError, SyntaxError):
        pass  # what could be read of broken code is compared
    return found

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
import random
import statistics
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

RUN = 5
"""Tokens of one run."""

LEAST = 12
"""Runs that an answer needs to be compared; with less, likeness says nothing."""

FAR = 0.35
"""How much more a pair has in common than the median pair, to be listed."""

_SAMPLE = 2_000  # pairs that say what is usual
_FEW = 20  # a run that more than these have is the usual way to write it
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
    runs = {learner: found for learner, found in sorted(runs.items()) if len(found) >= LEAST}

    def share(one: str, other: str) -> float:
        return len(runs[one] & runs[other]) / len(runs[one] | runs[other])

    some = _some(list(runs))
    if len(some) < 3:
        return []
    usual = statistics.median(share(*pair) for pair in some)
    found = [
        Alike(one, other, exercise, close, usual)
        for one, other in _candidates(runs)
        for close in [share(one, other)]
        if close >= usual + FAR
    ]
    return sorted(found, key=lambda pair: -pair.share)


def same_code(
    exercise: str, answers: Mapping[str, str], common: Sequence[str], pairs: Iterable[Alike]
) -> list[Group]:
    """Return learners with the same code who are in no pair, for it is the usual code.

    Examples
    --------
    >>> code = "[(n, line) for n, line in enumerate(lines, 1) if line]"
    >>> [group.learners for group in same_code("2.3", dict.fromkeys("ABC", code), [], [])]
    [('A', 'B', 'C')]
    """
    given = set().union(*map(_runs, common))
    told = {frozenset((pair.first, pair.second)) for pair in pairs}
    same: dict[frozenset[tuple[str, ...]], list[str]] = {}
    for learner, code in sorted(answers.items()):
        runs = _runs(code) - given
        if len(runs) >= LEAST:
            same.setdefault(frozenset(runs), []).append(learner)
    return [
        Group(tuple(learners), exercise, 1.0, 1.0)
        for learners in same.values()
        if len(learners) > 2 and frozenset(learners[:2]) not in told
    ]


@dataclass(frozen=True)
class Group:
    """Learners whose answers to one exercise are close, each to at least one other of them.

    Attributes
    ----------
    learners : tuple of str
        Two or more.
    exercise : str
        The number of the exercise.
    share, usual : float
        As in `Alike`, of the pair that is least alike.
    """

    learners: tuple[str, ...]
    exercise: str
    share: float
    usual: float


def groups(pairs: Iterable[Alike]) -> list[Group]:
    """Gather the pairs of one exercise, the smallest group first: a large one is a usual way.

    Examples
    --------
    >>> pairs = [Alike("Ana", "Bo", "2.3", 0.9, 0.1), Alike("Bo", "Cem", "2.3", 0.8, 0.1)]
    >>> [(group.learners, group.share) for group in groups(pairs)]
    [(('Ana', 'Bo', 'Cem'), 0.8)]
    """
    found: list[Group] = []
    for pair in pairs:
        one = {pair.first, pair.second}
        met = [group for group in found if not one.isdisjoint(group.learners)]
        together = sorted(one.union(*(group.learners for group in met)))
        share = min(pair.share, *(group.share for group in met), 1.0)
        found = [group for group in found if group not in met]
        found.append(Group(tuple(together), pair.exercise, share, pair.usual))
    return sorted(found, key=lambda group: (len(group.learners), -group.share))


def _some(learners: Sequence[str]) -> list[tuple[str, str]]:
    """Return all pairs of a class, or of a large one a sample that is the same each time."""
    if len(learners) * (len(learners) - 1) // 2 <= _SAMPLE:
        return list(itertools.combinations(learners, 2))
    draw = random.Random(len(learners))
    return [(one, other) for _ in range(_SAMPLE) for one, other in [draw.sample(learners, 2)]]


def _candidates(runs: Mapping[str, set[tuple[str, ...]]]) -> set[tuple[str, str]]:
    """Return the pairs that share a run which few have; in a large class they are not many."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for learner, found in runs.items():
        for run in found:
            holders.setdefault(run, []).append(learner)
    few = (names for names in holders.values() if 2 <= len(names) <= _FEW)
    return {pair for names in few for pair in itertools.combinations(names, 2)}


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

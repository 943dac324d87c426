"""What an answer and a notebook are worth, and what changed since they were marked before."""

from __future__ import annotations

from dataclasses import dataclass

WORDS = {
    "missing": "not found",
    "crash": "stops with an error",
    "too slow": "does not end",
    "misconception": "a known mistake",
    "wrong type": "of another kind",
    "unknown": "not yet",
}
"""What the states of an answer are called where a person reads them; the others are words."""
SAID = ("right", "not attempted", "missing", "crash", "too slow")
"""The states that a page says by name; what else is wrong is said by its message."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer is worth.

    Attributes
    ----------
    exercise : str
        The number of the exercise, "2.3".
    title : str
        Its heading.
    points, of : float
        The points that were given, and those that there are.
    state : str
        A state of `copydesk.classroom.checking.judging.Judgement`.
    message, hint : str
        What the learner is told; never the answer.
    tried : str
        The call that the message is about, as a learner would type it, or empty.
    misconception : str
        The mistake that the answer makes, or empty.
    """

    exercise: str
    title: str
    points: float
    of: float
    state: str
    message: str
    hint: str = ""
    tried: str = ""
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """One notebook, marked.

    Attributes
    ----------
    learner, lesson : str
        The name of the learner's folder, and the stem of the lesson.
    sha256 : str
        The fingerprint of the notebook.
    marks : tuple of Mark
        In the order of the exercises.
    remarks : tuple of str
        Sentences about cells that failed or were left out.
    by : str
        What it was marked with: the fingerprints of the seed and of the checks.
    changed : tuple of str
        What is not as it was when the notebook was marked before; see `changes`.
    """

    learner: str
    lesson: str
    sha256: str
    marks: tuple[Mark, ...]
    remarks: tuple[str, ...]
    by: str
    changed: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The points of all exercises together."""
        return sum(mark.points for mark in self.marks)

    @property
    def of(self) -> float:
        """The most points that it can have."""
        return sum(mark.of for mark in self.marks)


def changes(new: Marked, old: Marked | None) -> list[str]:
    """Say which marks of a learner changed, and why, one sentence each.

    Examples
    --------
    >>> one = Mark("2.3", "Keep a line", 2, 2, "right", "")
    >>> old = Marked("Ana Lima", "02_cleaning", "", (one,), (), "seed checks")
    >>> two = Mark("2.3", "Keep a line", 0, 2, "wrong", "")
    >>> new = Marked("Ana Lima", "02_cleaning", "", (two,), (), "other checks")
    >>> changes(new, old)
    ['Ana Lima, 2.3: 0 of 2 points, and 2 before. Before: right; now: wrong, on other inputs.']
    """
    if old is None:
        return []
    before = {mark.exercise: mark for mark in old.marks}
    return [
        f"{new.learner}, {mark.exercise}: {mark.points:g} of {mark.of:g} points, and "
        f"{was.points:g} before. Before: {WORDS.get(was.state, was.state)}; now: "
        f"{WORDS.get(mark.state, mark.state)}, {_because(new, old)}."
        for mark in new.marks
        for was in [before.get(mark.exercise)]
        if was is not None and was.points != mark.points
    ]


def _because(new: Marked, old: Marked) -> str:
    """Say what may have changed a mark."""
    seed, _, checks = new.by.partition(" ")
    seed_before, _, checks_before = old.by.partition(" ")
    reasons = [
        ("in a notebook that was changed", new.sha256 != old.sha256),
        ("on other inputs", seed != seed_before),
        ("by checks that were changed", checks != checks_before),
    ]
    said = [reason for reason, is_so in reasons if is_so]
    return " and ".join(said) or "and gives another result each time it runs"

"""Answers as learners type them, right and wrong, read from the text files beside this module."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"#: (\d\.\d) (right|wrong): (.+)\n")


@dataclass(frozen=True)
class Given:
    """One answer: to which exercise, whether it is right, what is special in it, its cell."""

    exercise: str
    right: bool
    about: str
    code: str

    @property
    def name(self) -> str:
        """The name of the answer in a list of tests."""
        return f"{self.exercise} {'right' if self.right else 'wrong'}: {self.about}"


def read_answers(pattern: str = "*.txt") -> list[Given]:
    """Return all answers, in the order of the files."""
    return [one for path in sorted(FOLDER.glob(pattern)) for one in _of_file(path)]


def _of_file(path: Path) -> Iterator[Given]:
    before, *rest = _HEAD.split(path.read_text(encoding="utf-8"))
    assert not before.strip(), f"{path.name} begins with something else"
    for at in range(0, len(rest), 4):
        exercise, state, about, code = rest[at : at + 4]
        yield Given(exercise, state == "right", about, code)


def half(answers: list[Given], which: str) -> list[Given]:
    """Return the half that was read while the checks were made, or the one that was not."""
    mixed = random.Random(2026).sample(answers, len(answers))
    middle = len(mixed) // 2
    return mixed[:middle] if which == "read" else mixed[middle:]

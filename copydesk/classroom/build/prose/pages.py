"""The pages whose numbers are checked, and what a check on a page can ask for."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from copydesk.classroom.build.prose.timing import EXERCISE_MINUTES, HEAD
from copydesk.classroom.build.prose.words import Word, headings_of, words_of
from copydesk.exercises import all_exercises

_FILES = ("lesson.md", "more.md", "exercises.md", "instructor.md", "slides.md", "sheet.md")
_COMMON = ("lessons/glossary.md", "docs/handbook.md")
_STUB = re.compile(r'^:tags: \[stub\]\n:exercise: "([^"\n]+)"$', re.MULTILINE)
_TABLE_ROW = re.compile(r"^\|(.*)\|[ ]*$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page of the kit.

    Attributes
    ----------
    root : Path
        The folder that holds lessons/.
    name : str
        Its path from there: "lessons/02_cleaning/lesson.md".
    text : str
        The page as it is written.
    """

    root: Path
    name: str
    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that a reader sees."""
        return words_of(self.text)

    @cached_property
    def headings(self) -> list[int]:
        """Where its sections begin."""
        return headings_of(self.text)

    @property
    def folder(self) -> str:
        """The folder that it stands in: "02_cleaning"."""
        return self.name.split("/")[-2]

    def section(self, at: int) -> int:
        """Return the section of an offset, as `Word.section` has it."""
        return bisect.bisect_right(self.headings, at)

    def read(self, name: str) -> str:
        """Return the text of another file of the kit; empty when it is not there."""
        try:
            return (self.root / name).read_text(encoding="utf-8")
        except OSError:
            return ""

    @cached_property
    def minutes(self) -> dict[str, int]:
        """The minutes that each exercise of the kit states."""
        return {
            number: int(minutes)
            for path in sorted((self.root / "lessons").glob("*/exercises.md"))
            for number, minutes in EXERCISE_MINUTES.findall(path.read_text(encoding="utf-8"))
        }

    def column(self, heading: str, at: int) -> list[tuple[str, int, int]]:
        """Return the cells of a column of a table in the section of ``at``.

        Parameters
        ----------
        heading : str
            What stands at the head of the column.
        at : int
            An offset in the page.

        Returns
        -------
        list of (str, int, int)
            The text of each cell below the head, and where it begins and ends. Empty when the
            section has no such column.
        """
        found: list[tuple[str, int, int]] = []
        place, after = None, -1
        for row in _TABLE_ROW.finditer(self.text):
            if self.section(row.start()) != self.section(at):
                continue
            cells = row[1].split("|")
            if row.start() != after:  # the head of a table
                heads = [cell.strip() for cell in cells]
                place = heads.index(heading) if heading in heads else None
            elif place is not None and set(row[1]) - set("-:| "):
                start = row.start(1) + sum(len(cell) + 1 for cell in cells[:place])
                found.append((cells[place].strip(), start, start + len(cells[place])))
            after = row.end() + 1
        return found

    def names(self, at: int) -> dict[str, Any]:
        """Return the names that a check in a comment at ``at`` can use.

        ``column("points")`` gives the cells of a table of the section, ``read(name)`` the text of
        a file of the kit, ``stubs(stem)`` the exercises that stand in a lesson, ``exercises`` all
        by their number, ``minutes`` how long each takes, ``class_minutes(stem)`` and
        ``more_minutes(stem)`` how long a lesson and its second part take; and each function of the
        lesson's exercises has its own name.
        """
        known = {exercise.id: exercise for exercise in all_exercises()}
        number = str(_number(self.folder))
        own = {e.name: e.reference for e in known.values() if e.id.split(".")[0] == number}
        column: Callable[[str], list[str]] = lambda heading: [  # noqa: E731
            text for text, _, _ in self.column(heading, at)
        ]
        return {
            **own,
            "column": column,
            "read": self.read,
            "stubs": lambda stem: stubs(
                self.read(f"lessons/{stem}/lesson.md") + self.read(f"lessons/{stem}/more.md")
            ),
            "exercises": known,
            "minutes": self.minutes,
            "class_minutes": lambda stem: int(
                HEAD.findall(self.read(f"lessons/{stem}/lesson.md"))[0]
            ),
            "more_minutes": lambda stem: int(
                (HEAD.findall(self.read(f"lessons/{stem}/more.md")) or [0])[0]
            ),
        }


def pages(root: Path, stems: Sequence[str], common: bool) -> list[Page]:
    """Return the pages of some lessons that are there.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    stems : sequence of str
        Which lessons.
    common : bool
        True adds the glossary and the handbook.
    """
    names = [f"lessons/{stem}/{file}" for stem in stems for file in _FILES]
    names += _COMMON if common else ()
    return [
        Page(root, name, (root / name).read_text(encoding="utf-8"))
        for name in names
        if (root / name).exists()
    ]


def stubs(text: str) -> list[str]:
    """Return the exercises that have a stub in a text, in order."""
    return _STUB.findall(text)


def _number(folder: str) -> int:
    return int(digits[0]) if (digits := re.match(r"\d+", folder)) else 0


def lesson_number(page: Page) -> int:
    """Return the number of the lesson that a page belongs to; 0 when it belongs to none."""
    return _number(page.folder)

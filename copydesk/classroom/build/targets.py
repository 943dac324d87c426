"""Which notebooks are built, and from which text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.classroom.build.sources import BuildError

FOLDERS = {
    "notebooks": ("lesson.md", "lesson", "solution"),
    "exercises": ("exercises.md", "exercises", "solution"),
    "solutions": ("exercises.md", "solutions", "stub"),
}
"""Folder of the built notebook: the text it comes from, its kind, the tag that is left out."""


@dataclass(frozen=True)
class Target:
    """One notebook to build.

    Attributes
    ----------
    stem : str
        Its lesson, "02_cleaning".
    folder : str
        A key of `FOLDERS`.
    """

    stem: str
    folder: str

    @property
    def path(self) -> str:
        """Where it is written, from the root."""
        return f"{self.folder}/{self.stem}.ipynb"

    @property
    def source(self) -> str:
        """The text that it is built from."""
        return f"lessons/{self.stem}/{FOLDERS[self.folder][0]}"


def lesson_stems(root: Path) -> tuple[str, ...]:
    """Return the stems of the lessons under ``root``, in order: folders such as 02_cleaning.

    Raises
    ------
    BuildError
        There is no lesson.
    """
    stems = tuple(
        sorted(
            folder.name
            for folder in (root / "lessons").glob("[0-9]*_*")
            if (folder / "lesson.md").exists() or (folder / "exercises.md").exists()
        )
    )
    if not stems:
        raise BuildError(f"{root / 'lessons'} holds no lesson; run this in the folder of the kit.")
    return stems


def chosen_stems(stems: Sequence[str], lessons: Sequence[str]) -> list[str]:
    """Return the stems that a person means by "2", "cleaning" or "lessons/02_cleaning".

    Raises
    ------
    BuildError
        There is no such lesson.
    """
    chosen = set()
    for lesson in lessons:
        wanted = lesson.strip("/").removeprefix("lessons/")
        found = [
            stem
            for stem in stems
            if wanted in (stem, *stem.split("_", 1), str(int(stem.split("_")[0])))
        ]
        if not found:
            raise BuildError(f'There is no lesson "{lesson}"; there is {", ".join(stems)}.')
        chosen.update(found)
    return sorted(chosen) if lessons else list(stems)

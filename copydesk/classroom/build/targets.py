"""Which notebooks are built, and from which text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.classroom.build.sources import BuildError

FOLDERS = ("notebooks", "exercises", "solutions")
"""The folders of built notebooks."""


@dataclass(frozen=True)
class Target:
    """One notebook to build.

    Attributes
    ----------
    stem : str
        Its lesson, "02_cleaning".
    folder : str
        One of `FOLDERS`.
    text : str
        The text of the lesson that it is built from: "lesson.md".
    left_out : str
        The tag of the cells that it does not have.
    ending : str
        What its name adds to the stem: "_more" for the second part of a lesson.
    """

    stem: str
    folder: str
    text: str
    left_out: str
    ending: str = ""

    @property
    def name(self) -> str:
        """Its file without the ending: "02_cleaning", or "02_cleaning_more"."""
        return f"{self.stem}{self.ending}"

    @property
    def path(self) -> str:
        """Where it is written, from the root."""
        return f"{self.folder}/{self.name}.ipynb"

    @property
    def source(self) -> str:
        """The text that it is built from, from the root."""
        return f"lessons/{self.stem}/{self.text}"

    @property
    def kind(self) -> str:
        """What the notebook says of itself: "lesson", "exercises" or "solutions"."""
        return "lesson" if self.folder == "notebooks" else self.folder


def targets(
    root: Path, stems: Iterable[str], folders: Sequence[str] = FOLDERS
) -> tuple[Target, ...]:
    """Return the notebooks of some lessons: three each, four where there is a second part.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    stems : iterable of str
        Which lessons.
    folders : sequence of str
        Which of `FOLDERS`, in the order of the answer.
    """
    found = []
    for folder in folders:
        for stem in stems:
            if folder == "notebooks":
                found.append(Target(stem, folder, "lesson.md", "solution"))
                if (root / "lessons" / stem / "more.md").exists():
                    found.append(Target(stem, folder, "more.md", "solution", "_more"))
            else:
                left_out = "solution" if folder == "exercises" else "stub"
                found.append(Target(stem, folder, "exercises.md", left_out))
    return tuple(found)


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

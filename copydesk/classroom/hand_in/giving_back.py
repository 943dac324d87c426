"""Write everything that follows from the marks of a class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from copydesk.classroom.hand_in.by_hand import BY_HAND, ByHand, check_by_hand
from copydesk.classroom.hand_in.deciding import (
    OPEN_MOST,
    SHOWN,
    decided,
    read_shown,
    sentences,
    write_shown,
)
from copydesk.classroom.hand_in.gradebook import write_gradebook
from copydesk.classroom.hand_in.marking import MARKS, all_marks, notebooks_of
from copydesk.classroom.hand_in.notebook import Cell, code_of, open_answers, read_notebook
from copydesk.classroom.hand_in.pages import write_pages
from copydesk.corpus.files import write_whole
from copydesk.exercises import exercises_of

CHANGED = "changed.txt"


def given_cells(root: Path, stems: Iterable[str]) -> dict[str, list[str]]:
    """Return, for some lessons, the code cells of their exercises, as a class is given them.

    Parameters
    ----------
    root : Path
        The folder of the kit.
    stems : iterable of str
        The lessons.
    """
    return {stem: code_of(cells) for stem, cells in _notebooks(root, "exercises", stems).items()}


def read_decisions(folder: Path, root: Path) -> list[ByHand]:
    """Read what persons decided, and see that all of it fits the class; nothing is written.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    root : Path
        The folder of the kit.

    Raises
    ------
    ByHandError
        ``by_hand.csv`` cannot be read, or has rows that fit nothing.
    """
    notebooks = [(path.parent.name, path.stem) for path in notebooks_of(folder)]
    given = _notebooks(root, "exercises", {lesson for _, lesson in notebooks})
    return check_by_hand(folder, notebooks, _most(given))


def give_back(folder: Path, root: Path) -> list[Path]:
    """Write the tables and the pages of a class from its marks.

    Parameters
    ----------
    folder : Path
        The folder of the class, marked.
    root : Path
        The folder of the kit.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    ByHandError
        A row that a person wrote cannot be read.
    OSError
        The folder cannot be written.
    """
    rows = read_decisions(folder, root)
    marks = decided(all_marks(folder), rows)
    before = read_shown(folder / MARKS / SHOWN)
    stems = {one.lesson for one in marks}
    given, solved = (_notebooks(root, place, stems) for place in ("exercises", "solutions"))
    pages, shown = write_pages(folder, marks, given, solved, rows, before)
    changed = folder / CHANGED
    said = [*(line for one in marks for line in one.changed), *sentences(shown)]
    write_whole(changed, "".join(f"{line}\n" for line in said))
    tables = write_gradebook(folder, marks)
    write_shown(folder / MARKS / SHOWN, shown)  # last: until then a change is told of anew
    return [*tables, changed, folder / BY_HAND, *pages]


def _most(given: Mapping[str, Sequence[Cell]]) -> dict[str, dict[str, float]]:
    """Return the most points of each exercise and each open answer, by lesson."""
    return {
        stem: {
            **{exercise.id: float(exercise.points) for exercise in exercises_of(stem)},
            **{answer.name: float(OPEN_MOST) for answer in open_answers((), cells)},
        }
        for stem, cells in given.items()
    }


def _notebooks(root: Path, place: str, stems: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
    paths = ((stem, root / place / f"{stem}.ipynb") for stem in stems)
    return {stem: read_notebook(path.read_bytes()) for stem, path in paths if path.is_file()}

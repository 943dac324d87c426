"""Write everything that follows from the marks of a class."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from copydesk.classroom.hand_in.gradebook import BY_HAND, write_gradebook
from copydesk.classroom.hand_in.marking import all_marks
from copydesk.classroom.hand_in.notebook import Cell, code_of, read_notebook
from copydesk.classroom.hand_in.pages import write_pages
from copydesk.corpus.files import write_whole

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
    marks = all_marks(folder)
    stems = {one.lesson for one in marks}
    given, solved = (_notebooks(root, place, stems) for place in ("exercises", "solutions"))
    pages = write_pages(folder, marks, given, solved)
    changed = folder / CHANGED
    write_whole(changed, "".join(f"{line}\n" for one in marks for line in one.changed))
    return [*write_gradebook(folder, marks), changed, folder / BY_HAND, *pages]


def _notebooks(root: Path, place: str, stems: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
    paths = ((stem, root / place / f"{stem}.ipynb") for stem in stems)
    return {stem: read_notebook(path.read_bytes()) for stem, path in paths if path.is_file()}

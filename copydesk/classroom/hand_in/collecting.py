"""Lay out what a class handed in: one folder a learner, one notebook a lesson.

Learning platforms, shared folders and e-mail leave behind names of many kinds. What is understood
of them is written to ``collected.csv``, so that a person can look it over; what was handed in is
copied and never changed.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from copydesk.classroom.hand_in.collected import TABLE, Row, as_csv, read_rows
from copydesk.classroom.hand_in.naming import (
    AGAIN,
    UNNAMED,
    learner_of,
    lesson_in,
    letters,
    safe_name,
)
from copydesk.classroom.hand_in.notebook import NotebookError, lesson_number, read_notebook
from copydesk.classroom.hand_in.unpacking import Piece, unpack
from copydesk.corpus.files import write_whole
from copydesk.exercises import exercises_of, lesson_stems

LEARNERS = "learners"


@dataclass(frozen=True)
class _Found:
    learner: str
    platform_id: str
    lesson: str
    order: tuple[bool, int, tuple[int, ...]]
    came_as: str
    sha256: str
    note: str
    kept: Path = Path()


def collect(places: Sequence[Path], folder: Path) -> list[Row]:
    """Lay out the notebooks of a class in a folder.

    The newest notebook of a lesson becomes ``learners/NAME/02_cleaning.ipynb``; those before it
    go to ``learners/NAME/earlier/``. What is there already stays, and what comes again is left out.

    Parameters
    ----------
    places : sequence of Path
        Folders, zip files or notebooks that came in.
    folder : Path
        The folder of the class. It is made if it is not there.

    Returns
    -------
    list of Row
        All rows of the table, those of earlier calls too.

    Raises
    ------
    FileNotFoundError
        One of the places is not there.
    OSError
        The folder cannot be written.
    """
    # Whoever takes a file out of the folder of the class, for it was another's, can collect anew.
    before = [row for row in read_rows(folder) if not row.file or (folder / row.file).is_file()]
    found: list[_Found] = []
    problems: list[Row] = []
    # What came in is laid aside until it is known which is the newest: ten thousand notebooks are
    # too much for the memory of a laptop.
    with tempfile.TemporaryDirectory(prefix="copydesk-") as aside:
        for number, piece in enumerate(unpack(places)):
            one = _understand(piece)
            if isinstance(one, Row):
                problems.append(one)
            else:
                kept = Path(aside, str(number))
                kept.write_bytes(piece.data)
                found.append(replace(one, kept=kept))
        found = _unnamed_apart(_named_apart(found, before), before)
        rows = _without_named(before, found, folder)
        rows += [row for row in problems if row not in before]
        known = {(row.learner, row.sha256) for row in rows}
        for one in sorted(found, key=lambda one: one.order):
            if (one.learner, one.sha256) not in known:
                known.add((one.learner, one.sha256))
                rows = _place(one, folder, rows)
            elif one.platform_id:
                rows = [_with_number(row, one) for row in rows]
    folder.mkdir(parents=True, exist_ok=True)
    # What a class wrote does not go where the kit's own files go.
    write_whole(folder / ".gitignore", "*\n")
    write_whole(folder / TABLE, as_csv(rows).encode("utf-8-sig"))  # for a spreadsheet
    return rows


def _understand(piece: Piece) -> _Found | Row:
    """Say whose notebook a file is and of which lesson; a file that is no notebook is a row."""
    learner, number, rest = learner_of(piece.parts)
    came_as, print_ = "/".join(piece.parts), hashlib.sha256(piece.data).hexdigest()
    if piece.problem:
        return Row(learner, number, "", "", came_as, "", piece.problem)
    try:
        cells = read_notebook(piece.data)
    except NotebookError as error:
        return Row(learner, number, "", "", came_as, print_, str(error))
    stems = lesson_stems()
    counted = lesson_number(cells)
    by_content = stems.get(counted[0]) if counted else None
    by_name = lesson_in(rest, stems.values())
    lesson = by_content or by_name
    if lesson is None:
        note = "it is no exercise notebook of the kit; nothing in it is checked"
        return Row(learner, number, "", "", came_as, print_, note)
    note = ""
    if by_content and by_name and by_content != by_name:
        note = f"by its name it is {by_name}, and what it checks is {by_content}"
    elif counted is None:
        note = "no call of check is left in it; the lesson is taken from its name"
    whole = counted is not None and 2 * counted[1] >= len(exercises_of(lesson))
    if counted and not whole:
        of = len(exercises_of(lesson))
        note = f"it checks {counted[1]} of {of} exercises; is it the lesson itself?"
    again = AGAIN.search(PurePath(rest).stem)
    order = (whole, int(again[1]) if again else 0, piece.time)
    return _Found(learner, number, lesson, order, came_as, print_, note)


def _named_apart(found: Sequence[_Found], before: Sequence[Row]) -> list[_Found]:
    """Give one person one name, and two persons of one name a number each, as earlier calls did."""
    names: dict[str, dict[str, str]] = {}  # by the letters of the name, then by number
    settled: dict[tuple[str, str], str] = {}
    for row in before:
        if row.file:
            plain = row.learner.removesuffix(f" ({row.platform_id})")
            names.setdefault(letters(plain), {}).setdefault(row.platform_id, plain)
            settled.setdefault((letters(plain), row.platform_id), row.learner)
    for one in found:
        names.setdefault(letters(one.learner), {}).setdefault(one.platform_id, one.learner)
    result = []
    for one in found:
        alike = names[letters(one.learner)]
        name = next(iter(alike.values()))
        numbers = [number for number in alike if number]
        if len(numbers) > 1 and one.platform_id:
            name = f"{name} ({one.platform_id})"
        name = settled.get((letters(one.learner), one.platform_id), name)
        result.append(replace(one, learner=name))
    return result


def _unnamed_apart(found: Sequence[_Found], before: Sequence[Row]) -> list[_Found]:
    """Give each notebook without a name a learner of its own: nobody knows that they are one."""
    owners = {one.sha256: one.learner for one in found if one.learner != UNNAMED}
    taken = [row for row in before if row.file]
    owners = {**{row.sha256: row.learner for row in taken}, **owners}
    last = max((_number(row.learner) for row in taken), default=0)
    result = []
    for one in found:
        if one.learner == UNNAMED:
            if one.sha256 not in owners:
                last += 1
                owners[one.sha256] = f"{UNNAMED} {last}"
            one = replace(one, learner=owners[one.sha256])
        result.append(one)
    return result


def _number(learner: str) -> int:
    number = learner.removeprefix(f"{UNNAMED} ")
    return int(number) if number.isdecimal() else 0


def _without_named(rows: Sequence[Row], found: Sequence[_Found], folder: Path) -> list[Row]:
    """Take away what had no name and comes again with one."""
    named = {one.sha256 for one in found if not one.learner.startswith(UNNAMED)}
    kept = []
    for row in rows:
        if row.file and row.sha256 in named and row.learner.startswith(UNNAMED):
            (folder / row.file).unlink(missing_ok=True)
        else:
            kept.append(row)
    return kept


def _with_number(row: Row, one: _Found) -> Row:
    same = (row.learner, row.sha256, row.platform_id) == (one.learner, one.sha256, "")
    return replace(row, platform_id=one.platform_id) if same else row


def _place(one: _Found, folder: Path, rows: list[Row]) -> list[Row]:
    """Write a notebook as the newest of its lesson; the one that was so goes to earlier/."""
    own = folder / LEARNERS / safe_name(one.learner)
    own.mkdir(parents=True, exist_ok=True)
    path = own / f"{one.lesson}.ipynb"
    if path.exists():
        (own / "earlier").mkdir(exist_ok=True)
        names = (own / "earlier" / f"{one.lesson}-{n}.ipynb" for n in range(1, 10_000))
        earlier = next(name for name in names if not name.exists())
        path.rename(earlier)
        old, new = (str(each.relative_to(folder).as_posix()) for each in (path, earlier))
        rows = [replace(row, file=new) if row.file == old else row for row in rows]
    write_whole(path, one.kept.read_bytes())
    file = path.relative_to(folder).as_posix()
    row = Row(one.learner, one.platform_id, one.lesson, file, one.came_as, one.sha256, one.note)
    return [*rows, row]

"""The marks of a class as tables: for a person, for Moodle and for Canvas.

What a person decides stands in ``by_hand.csv``, which is only ever added to.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.classroom.hand_in.collecting import read_rows
from copydesk.classroom.hand_in.marks import Marked
from copydesk.corpus.files import harmless, write_whole

BY_HAND = "by_hand.csv"
_COLUMNS = ("learner", "lesson", "item", "points", "comment")


@dataclass(frozen=True)
class ByHand:
    """What a person decided about one item of one learner.

    Attributes
    ----------
    learner, lesson : str
        The learner's folder and the stem of the lesson.
    item : str
        The number of an exercise, "2.3", or the name of an open answer, "my_note".
    points : float or None
        Points instead of those of the machine, or for the open answer; None leaves them.
    comment : str
        For the learner's page.
    """

    learner: str
    lesson: str
    item: str
    points: float | None
    comment: str


class ByHandError(ValueError):
    """A row of ``by_hand.csv`` cannot be read; the message says which and why."""


def read_by_hand(folder: Path) -> list[ByHand]:
    """Read what persons decided.

    Raises
    ------
    ByHandError
        A row has points that are no number. Nothing is lost; mend the row.
    """
    path = folder / BY_HAND
    if not path.is_file():
        return []
    found = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
            try:
                points = float(cells["points"].replace(",", ".")) if cells["points"] else None
            except ValueError:
                raise ByHandError(
                    f"{path}, row {number}: the points are {cells['points']!r}; write a number, "
                    "or nothing."
                ) from None
            found.append(
                ByHand(cells["learner"], cells["lesson"], cells["item"], points, cells["comment"])
            )
    return found


def by_notebook(rows: Iterable[ByHand]) -> dict[tuple[str, str], list[ByHand]]:
    """Gather rows by learner and lesson, so that a class of thousands is looked through once."""
    found: dict[tuple[str, str], list[ByHand]] = {}
    for row in rows:
        found.setdefault((row.learner, row.lesson), []).append(row)
    return found


def add_open_items(folder: Path, items: Iterable[tuple[str, str, str]]) -> None:
    """Add a row for each learner, lesson and item that has none yet, at the end of the table."""
    path = folder / BY_HAND
    known = {(row.learner, row.lesson, row.item) for row in read_by_hand(folder)}
    new = [item for item in items if item not in known]
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else _table([_COLUMNS])
    if before and not before.endswith("\n"):
        before += "\n"
    if new or not path.is_file():
        rows = [tuple(map(harmless, (*item, "", ""))) for item in new]
        write_whole(path, before + _table(rows))


def points_of(marked: Marked, by_hand: Sequence[ByHand]) -> float:
    """Return the points of a notebook, with those that a person gave in place of the machine's.

    Examples
    --------
    >>> points_of(Marked("Ana Lima", "02_cleaning", "", (), (), ""), [])
    0.0
    """
    given = {
        row.item: row.points
        for row in by_hand
        if (row.learner, row.lesson) == (marked.learner, marked.lesson) and row.points is not None
    }
    machine = {mark.exercise: float(mark.points) for mark in marked.marks}
    return float(sum({**machine, **given}.values()))


def write_gradebook(folder: Path, class_marks: Sequence[Marked]) -> list[Path]:
    """Write ``marks.csv``, ``exercises.csv`` and the tables for Moodle and Canvas.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    class_marks : sequence of Marked

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    ByHandError
        See `read_by_hand`.
    OSError
        The folder cannot be written.
    """
    by_hand = by_notebook(read_by_hand(folder))
    numbers = {row.learner: row.platform_id for row in read_rows(folder)}
    points = {
        place: points_of(one, by_hand.get(place, ()))
        for one in class_marks
        for place in [(one.learner, one.lesson)]
    }
    most = {one.lesson: sum(mark.of for mark in one.marks) for one in class_marks}
    learners = sorted({one.learner for one in class_marks})
    lessons = sorted(most)

    def cell(learner: str, lesson: str) -> str:
        value = points.get((learner, lesson))
        return "" if value is None else f"{value:g}"

    def total(learner: str) -> str:
        return f"{sum(points.get((learner, lesson), 0) for lesson in lessons):g}"

    tables: dict[str, list[Sequence[str]]] = {
        "marks.csv": [
            ("learner", "platform_id", *lessons, "total"),
            (
                "points possible",
                "",
                *(str(most[name]) for name in lessons),
                str(sum(most.values())),
            ),
            *(
                (name, numbers.get(name, ""), *(cell(name, one) for one in lessons), total(name))
                for name in learners
            ),
        ],
        "exercises.csv": [
            ("learner", "lesson", "exercise", "points", "of", "state", "misconception"),
            *(
                (
                    one.learner,
                    one.lesson,
                    mark.exercise,
                    str(mark.points),
                    str(mark.of),
                    mark.state,
                    mark.misconception,
                )
                for one in class_marks
                for mark in one.marks
            ),
        ],
        # Canvas finds a learner by ID, and makes an assignment of a column that it does not know.
        "canvas.csv": [
            ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons),
            ("    Points Possible", "", "", "", "", *(str(most[name]) for name in lessons)),
            *(
                (name, numbers.get(name, ""), "", "", "", *(cell(name, one) for one in lessons))
                for name in learners
            ),
        ],
    }
    for lesson in lessons:
        # The offline worksheet of one Moodle assignment.
        tables[f"moodle_{lesson}.csv"] = [
            ("Identifier", "Full name", "Grade", "Maximum grade"),
            *(
                (
                    f"Participant {numbers.get(name)}" if numbers.get(name) else "",
                    name,
                    cell(name, lesson),
                    str(most[lesson]),
                )
                for name in learners
                if (name, lesson) in points
            ),
        ]
    for name, rows in tables.items():
        write_whole(folder / name, _table([tuple(map(harmless, row)) for row in rows]))
    return [folder / name for name in tables]


def _table(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()

"""The marks of a class as tables: for a person, for Moodle and for Canvas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from copydesk.classroom.hand_in.collected import not_marked, platform_ids, read_rows
from copydesk.classroom.hand_in.marks import WORDS, Marked
from copydesk.corpus.files import harmless, write_whole
from copydesk.exercises import lesson_stems

# A spreadsheet takes UTF-8 for the letters of its own country, unless a byte order mark says what
# it is. What a platform imports has none: its first column has to be named exactly.
_FOR_PERSONS = {"marks.csv", "exercises.csv"}


def write_gradebook(folder: Path, class_marks: Sequence[Marked]) -> list[Path]:
    """Write ``marks.csv``, ``exercises.csv`` and the tables for Moodle and Canvas.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    class_marks : sequence of Marked
        With what a person decided; see `copydesk.classroom.hand_in.deciding`.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    collected = read_rows(folder)
    reasons = not_marked(collected, {one.learner for one in class_marks})
    tables = _tables(class_marks, platform_ids(collected), reasons)
    for name, rows in tables.items():
        text = _table([tuple(map(harmless, row)) for row in rows])
        write_whole(folder / name, text.encode("utf-8-sig" if name in _FOR_PERSONS else "utf-8"))
    for stem in lesson_stems().values():  # a lesson that nobody has any more keeps no table
        if f"moodle_{stem}.csv" not in tables:
            (folder / f"moodle_{stem}.csv").unlink(missing_ok=True)
    return [folder / name for name in tables]


def _tables(
    class_marks: Sequence[Marked], numbers: Mapping[str, str], reasons: Mapping[str, str]
) -> dict[str, list[Sequence[str]]]:
    """Return the rows of each table, by its name."""
    points = {(one.learner, one.lesson): one.points for one in class_marks}
    most = {one.lesson: one.of for one in class_marks}
    marked = {one.learner for one in class_marks}
    learners = sorted(marked | set(reasons))
    lessons = sorted(most)

    def cell(learner: str, lesson: str) -> str:
        value = points.get((learner, lesson))
        return "" if value is None else f"{value:g}"

    def total(learner: str) -> str:
        if learner not in marked:
            return ""
        return f"{sum(points.get((learner, lesson), 0) for lesson in lessons):g}"

    of = [f"{most[name]:g}" for name in lessons]
    tables: dict[str, list[Sequence[str]]] = {
        "marks.csv": [
            ("learner", "platform_id", *lessons, "total", "note"),
            ("points possible", "", *of, f"{sum(most.values()):g}", ""),
            *(
                (
                    name,
                    numbers.get(name, ""),
                    *(cell(name, one) for one in lessons),
                    total(name),
                    reasons.get(name, ""),
                )
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
                    f"{mark.points:g}",
                    f"{mark.of:g}",
                    WORDS.get(mark.state, mark.state),
                    mark.misconception,
                )
                for one in class_marks
                for mark in one.marks
            ),
        ],
        # Canvas finds a learner by ID, and makes an assignment of a column that it does not know.
        "canvas.csv": [
            ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons),
            ("    Points Possible", "", "", "", "", *of),
            *(
                (name, numbers.get(name, ""), "", "", "", *(cell(name, one) for one in lessons))
                for name in learners
            ),
        ],
    }
    for lesson, maximum in zip(lessons, of, strict=True):
        # The offline worksheet of one Moodle assignment.
        tables[f"moodle_{lesson}.csv"] = [
            ("Identifier", "Full name", "Grade", "Maximum grade"),
            *(
                (
                    f"Participant {numbers[name]}" if numbers.get(name) else "",
                    name,
                    cell(name, lesson),
                    maximum,
                )
                for name in learners
                if (name, lesson) in points or name in reasons
            ),
        ]
    return tables


def _table(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()

"""The pages of a class: one for each learner, one about the class, one with what is to read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from copydesk import __version__
from copydesk.classroom.hand_in.collecting import LEARNERS
from copydesk.classroom.hand_in.gradebook import (
    BY_HAND,
    ByHand,
    add_open_items,
    by_notebook,
    points_of,
    read_by_hand,
)
from copydesk.classroom.hand_in.likeness import Group, alike, groups
from copydesk.classroom.hand_in.marking import FEEDBACK
from copydesk.classroom.hand_in.marks import Marked
from copydesk.classroom.hand_in.notebook import (
    Cell,
    NotebookError,
    OpenAnswer,
    code_of,
    defined_in,
    notebook_bytes,
    open_answers,
    read_notebook,
)
from copydesk.corpus.files import write_whole
from copydesk.exercises import find

CLASS_PAGE, TO_READ = "class.html", "to_read.html"

RUBRIC = (
    (2, "answers what was asked, and points at words, lines or figures that show it"),
    (1, "answers what was asked, without what shows it, or shows something and does not answer"),
    (0, "does neither, or is not there"),
)
"""What an open answer is worth, when an instructor has no rubric of their own."""

_SIGNS = {"right": "✓", "not attempted": "○", "missing": "○"}
_WORDS = {
    "right": "right",
    "not attempted": "not attempted",
    "missing": "not found",
    "crash": "stops with an error",
    "too slow": "does not end",
}


def write_pages(
    folder: Path,
    class_marks: Sequence[Marked],
    given: Mapping[str, Sequence[Cell]],
    solved: Mapping[str, Sequence[Cell]],
) -> list[Path]:
    """Write the pages of a class.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    class_marks : sequence of Marked
    given, solved : mapping of str to sequence of Cell
        For each lesson, the notebook that the class was given, and the one with the solutions.

    Returns
    -------
    list of Path
        The files: one for each learner, then the page of the class and the answers to read.

    Raises
    ------
    ByHandError, OSError
        See `copydesk.classroom.hand_in.gradebook`.
    """
    # Of a notebook only what the pages show is kept: a class may have ten thousand.
    handed = {
        (one.learner, one.lesson): _handed(_cells(folder, one), one, given.get(one.lesson, ()))
        for one in class_marks
    }
    add_open_items(
        folder,
        [
            (*place, answer.name)
            for place, one in handed.items()
            for answer in one.open
            if answer.text
        ],
    )
    by_hand = by_notebook(read_by_hand(folder))
    environment = Environment(
        loader=PackageLoader("copydesk.classroom", "templates/hand_in"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    (folder / FEEDBACK).mkdir(exist_ok=True)
    written = []

    def write(name: str, template: str, **values: Any) -> None:
        page = environment.get_template(f"{template}.html.j2").render(version=__version__, **values)
        write_whole(folder / name, page)
        written.append(folder / name)

    for learner, of_one in groupby(sorted(class_marks, key=_place), key=attrgetter("learner")):
        lessons = [_lesson(one, handed[_place(one)], by_hand) for one in of_one]
        write(f"{FEEDBACK}/{learner}.html", "feedback", learner=learner, lessons=lessons)
    write(
        CLASS_PAGE, "class", **_class(class_marks, list(_alike(class_marks, handed, solved, given)))
    )
    write(TO_READ, "to_read", **_to_read({place: one.open for place, one in handed.items()}))
    return written


@dataclass(frozen=True)
class _Handed:
    """What the pages show of a notebook.

    Attributes
    ----------
    code : mapping of str to str
        For each exercise, the last cell that answers it.
    open : list of OpenAnswer
    """

    code: Mapping[str, str]
    open: list[OpenAnswer]


def _handed(cells: Sequence[Cell], marked: Marked, given: Sequence[Cell]) -> _Handed:
    code = {mark.exercise: _code(cells, find(mark.exercise).name) for mark in marked.marks}
    return _Handed(code, open_answers(cells, given))


def _code(cells: Sequence[Cell], name: str) -> str:
    """Return the last cell that defines a name, or nothing."""
    places = defined_in(cells, name)
    # Kept once: most of a class have the same answer, or none.
    return sys.intern(code_of(cells)[places[-1] - 1]) if places else ""


def _place(marked: Marked) -> tuple[str, str]:
    return marked.learner, marked.lesson


def _cells(folder: Path, marked: Marked) -> tuple[Cell, ...]:
    path = folder / LEARNERS / marked.learner / f"{marked.lesson}.ipynb"
    try:
        return read_notebook(notebook_bytes(path))
    except (NotebookError, OSError):
        return ()


def _lesson(
    marked: Marked, handed: _Handed, by_hand: Mapping[tuple[str, str], Sequence[ByHand]]
) -> dict[str, Any]:
    rows = by_hand.get(_place(marked), ())
    own = {row.item: row for row in rows}
    items = []
    for mark in marked.marks:
        row = own.get(mark.exercise)
        items.append(
            {
                "mark": mark,
                "sign": _SIGNS.get(mark.state, "✗"),
                "words": _WORDS.get(mark.state, "not yet"),
                "points": f"{mark.points if row is None or row.points is None else row.points:g}",
                "comment": row.comment if row else "",
                "code": handed.code[mark.exercise],
            }
        )
    return {
        "stem": marked.lesson,
        "points": f"{points_of(marked, rows):g}",
        "of": sum(mark.of for mark in marked.marks),
        "remarks": marked.remarks,
        "exercises": items,
        "open": [
            {
                "name": answer.name,
                "text": answer.text,
                "points": own[answer.name].points if answer.name in own else None,
                "comment": own[answer.name].comment if answer.name in own else "",
            }
            for answer in handed.open
        ],
    }


def _class(class_marks: Sequence[Marked], likes: Sequence[Group]) -> dict[str, Any]:
    lessons = []
    for stem in sorted({one.lesson for one in class_marks}):
        notebooks = [one for one in class_marks if one.lesson == stem]
        rows = [_exercise_row(notebooks, at) for at in range(len(notebooks[0].marks))]
        hardest = min(rows, key=lambda row: row["right"])
        lessons.append(
            {
                "stem": stem,
                "count": len(notebooks),
                "rows": rows,
                "sentence": f"{len(notebooks)} notebooks. The fewest have {hardest['exercise']} "
                f"right: {hardest['right']} of {len(notebooks)}.",
            }
        )
    stuck = []
    for one in class_marks:
        of = sum(mark.of for mark in one.marks)
        if 2 * one.points < of:
            stuck.append((one.learner, one.lesson, one.points, of))
    learners = sorted({one.learner for one in class_marks})
    return {"learners": learners, "lessons": lessons, "stuck": stuck, "alike": likes}


def _exercise_row(notebooks: Sequence[Marked], at: int) -> dict[str, Any]:
    marks = [one.marks[at] for one in notebooks]
    done = ("right", "not attempted", "missing")
    others = Counter(
        mark.misconception or _WORDS.get(mark.state, "something else")
        for mark in marks
        if mark.state not in done
    )
    return {
        "exercise": marks[0].exercise,
        "title": marks[0].title,
        "right": sum(mark.state == "right" for mark in marks),
        "open": sum(mark.state in ("not attempted", "missing") for mark in marks),
        "others": others.most_common(),
    }


def _alike(
    class_marks: Sequence[Marked],
    handed: Mapping[tuple[str, str], _Handed],
    *common: Mapping[str, Sequence[Cell]],
) -> Iterator[Group]:
    for stem in sorted({one.lesson for one in class_marks}):
        notebooks = [one for one in class_marks if one.lesson == stem]
        for mark in notebooks[0].marks:
            answers = {one.learner: handed[_place(one)].code[mark.exercise] for one in notebooks}
            known = [_code(cells.get(stem, ()), find(mark.exercise).name) for cells in common]
            yield from groups(alike(mark.exercise, answers, known))


def _to_read(written: Mapping[tuple[str, str], Sequence[OpenAnswer]]) -> dict[str, Any]:
    items: dict[tuple[str, str], dict[str, Any]] = {}
    for (learner, lesson), answers in sorted(written.items(), key=lambda one: one[0][::-1]):
        for answer in answers:
            item = items.setdefault(
                (lesson, answer.name),
                {
                    "lesson": lesson,
                    "name": answer.name,
                    "prompt": answer.prompt,
                    "answers": [],
                    "silent": [],
                },
            )
            if answer.text:
                item["answers"].append((learner, answer.text))
            else:
                item["silent"].append(learner)
    return {"questions": list(items.values()), "rubric": RUBRIC, "table": BY_HAND}

"""The pages of a class: one for each learner, one about the class, one with what is to read."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape

from copydesk import __version__
from copydesk.classroom.hand_in.about_class import about_class
from copydesk.classroom.hand_in.by_hand import BY_HAND, ByHand, add_open_items, by_notebook
from copydesk.classroom.hand_in.collected import not_marked, read_rows
from copydesk.classroom.hand_in.collecting import LEARNERS
from copydesk.classroom.hand_in.deciding import (
    DECIDED,
    READ,
    RUBRIC,
    UNREAD,
    Item,
    Shown,
    seen,
)
from copydesk.classroom.hand_in.likeness import Group, alike, groups, same_code
from copydesk.classroom.hand_in.marking import FEEDBACK
from copydesk.classroom.hand_in.marks import SAID, WORDS, Mark, Marked
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

_SIGNS = {"right": "✓", "not attempted": "○", "missing": "○", DECIDED: "•"}
# What a notebook says of itself has no sense on a page.
_MESSAGES = {
    "not attempted": "The three dots are still there.",
    "missing": "No cell of the notebook defines it.",
}


def write_pages(
    folder: Path,
    class_marks: Sequence[Marked],
    given: Mapping[str, Sequence[Cell]],
    solved: Mapping[str, Sequence[Cell]],
    rows: Sequence[ByHand] = (),
    before: Mapping[Item, Shown] = MappingProxyType({}),
) -> tuple[list[Path], dict[Item, Shown]]:
    """Write the pages of a class.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    class_marks : sequence of Marked
        With what a person decided; see `copydesk.classroom.hand_in.deciding`.
    given, solved : mapping of str to sequence of Cell
        For each lesson, the notebook that the class was given, and the one with the solutions.

    rows : sequence of ByHand
        What a person decided.
    before : mapping of Item to Shown
        What stood on the pages before.

    Returns
    -------
    tuple of (list of Path, dict of Item to Shown)
        The files, one for each learner, then the page of the class and the answers to read; and
        what stands on them now.

    Raises
    ------
    ByHandError, OSError
        See `copydesk.classroom.hand_in.by_hand`.
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
    by_hand = by_notebook(rows)
    shown = _shown(handed, by_hand, before)
    reasons = not_marked(read_rows(folder), {one.learner for one in class_marks})
    environment = Environment(
        loader=PackageLoader("copydesk.classroom", "templates/hand_in"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["coded"] = _coded
    (folder / FEEDBACK).mkdir(exist_ok=True)
    written = []

    def write(name: str, template: str, **values: Any) -> None:
        page = environment.get_template(f"{template}.html.j2").render(version=__version__, **values)
        write_whole(folder / name, page)
        written.append(folder / name)

    for learner, of_one in groupby(sorted(class_marks, key=_place), key=attrgetter("learner")):
        lessons = [_lesson(one, handed[_place(one)], by_hand, shown) for one in of_one]
        write(f"{FEEDBACK}/{learner}.html", "feedback", learner=learner, lessons=lessons)
    for learner, reason in reasons.items():
        write(f"{FEEDBACK}/{learner}.html", "feedback", learner=learner, lessons=[], reason=reason)
    _remove_old(folder / FEEDBACK, set(written))
    likes = list(_alike(class_marks, handed, solved, given))
    write(CLASS_PAGE, "class", **about_class(class_marks, likes), reasons=sorted(reasons.items()))
    write(TO_READ, "to_read", **_to_read({place: one.open for place, one in handed.items()}, shown))
    return written, shown


def _remove_old(folder: Path, written: Container[Path]) -> None:
    """Remove the pages of learners who are not in the class any more, and no file of a person.

    A page with an old name would be given back with old marks, or to the wrong learner.
    """
    for path in folder.glob("*.html"):
        title = f"<title>Feedback for {escape(path.stem)}</title>"
        if path not in written and title in path.read_text(encoding="utf-8", errors="replace"):
            path.unlink()


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
    code = {name: _code(cells, find(name).name) for name in _exercises(marked)}
    return _Handed(code, open_answers(cells, given))


def _exercises(marked: Marked) -> list[str]:
    return [mark.exercise for mark in marked.marks if mark.state not in (READ, UNREAD)]


def _code(cells: Sequence[Cell], name: str) -> str:
    """Return the last cell that defines a name, or nothing."""
    places = defined_in(cells, name)
    # Kept once: most of a class have the same answer, or none.
    return sys.intern(code_of(cells)[places[-1] - 1]) if places else ""


def _shown(
    handed: Mapping[tuple[str, str], _Handed],
    by_hand: Mapping[tuple[str, str], Sequence[ByHand]],
    before: Mapping[Item, Shown],
) -> dict[Item, Shown]:
    """Note what stands on the pages: each open answer, and exercises that a person decided."""
    found = {}
    for (learner, lesson), one in handed.items():
        rows = {row.item: row for row in by_hand.get((learner, lesson), ())}
        texts = {answer.name: answer.text for answer in one.open}
        for name, text in {**one.code, **texts}.items():
            item = (learner, lesson, name)
            if name in texts or name in rows or item in before:
                found[item] = seen(before.get(item), text, rows.get(name))
    return found


def _coded(text: str) -> Markup:
    """Return a text with what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if at % 2 and at < len(parts) - 1 else part
        for at, part in enumerate(parts)
    )


def _place(marked: Marked) -> tuple[str, str]:
    return marked.learner, marked.lesson


def _cells(folder: Path, marked: Marked) -> tuple[Cell, ...]:
    path = folder / LEARNERS / marked.learner / f"{marked.lesson}.ipynb"
    try:
        return read_notebook(notebook_bytes(path))
    except (NotebookError, OSError):
        return ()


def _lesson(
    marked: Marked,
    handed: _Handed,
    by_hand: Mapping[tuple[str, str], Sequence[ByHand]],
    shown: Mapping[Item, Shown],
) -> dict[str, Any]:
    own = {row.item: row for row in by_hand.get(_place(marked), ())}

    def decision(item: str) -> dict[str, Any]:
        row, one = own.get(item), shown.get((*_place(marked), item))
        is_other = one is not None and one.is_other
        return {
            "points": row and row.points,
            "comment": row.comment if row else "",
            "old": is_other,
        }

    counted = {mark.exercise: mark for mark in marked.marks if mark.state in (READ, UNREAD)}
    return {
        "stem": marked.lesson,
        "points": f"{marked.points:g}",
        "of": f"{marked.of:g}",
        "remarks": marked.remarks,
        "exercises": [
            {
                "mark": mark,
                "sign": _SIGNS.get(mark.state, "✗"),
                "words": _words(mark, decision(mark.exercise)["points"]),
                "points": f"{mark.points:g}",
                "of": f"{mark.of:g}",
                "message": _MESSAGES.get(mark.state, mark.message),
                "code": handed.code[mark.exercise],
                "by_hand": decision(mark.exercise),
            }
            for mark in marked.marks
            if mark.exercise not in counted
        ],
        "open": [
            {
                "name": answer.name,
                "text": answer.text,
                "of": f"{counted[answer.name].of:g}" if answer.name in counted else "",
                **decision(answer.name),
            }
            for answer in handed.open
        ],
    }


def _words(mark: Mark, by_hand: float | None) -> str:
    if by_hand is not None:
        return "decided by your instructor"
    return WORDS.get(mark.state, mark.state) if mark.state in SAID else "not yet"


def _alike(
    class_marks: Sequence[Marked],
    handed: Mapping[tuple[str, str], _Handed],
    *common: Mapping[str, Sequence[Cell]],
) -> Iterator[Group]:
    for stem in sorted({one.lesson for one in class_marks}):
        notebooks = [one for one in class_marks if one.lesson == stem]
        for name in _exercises(notebooks[0]):
            answers = {one.learner: handed[_place(one)].code[name] for one in notebooks}
            known = [_code(cells.get(stem, ()), find(name).name) for cells in common]
            pairs = alike(name, answers, known)
            yield from groups(pairs)
            yield from same_code(name, answers, known, pairs)


def _to_read(
    written: Mapping[tuple[str, str], Sequence[OpenAnswer]], shown: Mapping[Item, Shown]
) -> dict[str, Any]:
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
                is_other = shown[learner, lesson, answer.name].is_other
                item["answers"].append((learner, answer.text, is_other))
            else:
                item["silent"].append(learner)
    return {"questions": list(items.values()), "rubric": RUBRIC, "table": BY_HAND}

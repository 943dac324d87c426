"""Put what a person decided into the marks of a class, so that every table and page agrees."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from copydesk.classroom.hand_in.by_hand import BY_HAND, ByHand, by_notebook
from copydesk.classroom.hand_in.marks import Mark, Marked
from copydesk.corpus.files import write_whole

RUBRIC = (
    (2, "answers what was asked, and points at words, lines or figures that show it"),
    (1, "answers what was asked, without what shows it, or shows something and does not answer"),
    (0, "does neither, or is not there"),
)
"""What an open answer is worth."""

OPEN_MOST = RUBRIC[0][0]
"""The most points of an open answer."""

SHOWN = "shown.json"
Item = tuple[str, str, str]
"""Learner, lesson, and exercise or open answer."""

DECIDED, READ, UNREAD = "by hand", "read", "not read"
"""States of a mark that a person gave less than all points for, and of open answers."""


def decided(class_marks: Sequence[Marked], rows: Iterable[ByHand]) -> list[Marked]:
    """Return the marks of a class with the points that a person gave in place of the machine's.

    An open answer counts as soon as somebody of the class has points for it. From then on it is
    part of the maximum of its lesson, for all of the class, and nobody has more than the maximum.

    Parameters
    ----------
    class_marks : sequence of Marked
    rows : iterable of ByHand
        Rows that fit the class.

    Returns
    -------
    list of Marked
        In the same order; open answers that count come after the exercises.

    Examples
    --------
    >>> one = Marked("Ana Lima", "02_cleaning", "", (Mark("2.3", "", 2, 2, "right", ""),), (), "")
    >>> two = decided([one], [ByHand("Ana Lima", "02_cleaning", "my_note", 1, "")])[0]
    >>> two.points, two.of
    (3, 4)
    """
    given = {
        place: {row.item: row.points for row in of_one if row.points is not None}
        for place, of_one in by_notebook(rows).items()
    }
    open_items: dict[str, list[str]] = {}
    for one in class_marks:
        own = {mark.exercise for mark in one.marks}
        items = open_items.setdefault(one.lesson, [])
        more = given.get((one.learner, one.lesson), {})
        items += [item for item in more if item not in own and item not in items]
    return [
        _decided(one, given.get((one.learner, one.lesson), {}), sorted(open_items[one.lesson]))
        for one in class_marks
    ]


def _decided(one: Marked, given: Mapping[str, float], open_items: Sequence[str]) -> Marked:
    marks = [
        _mark(mark, given[mark.exercise]) if mark.exercise in given else mark for mark in one.marks
    ]
    marks += [
        Mark(item, "", given.get(item, 0), OPEN_MOST, READ if item in given else UNREAD, "")
        for item in open_items
    ]
    return replace(one, marks=tuple(marks))


def _mark(mark: Mark, points: float) -> Mark:
    if points == mark.of:
        return replace(mark, points=points, state="right", misconception="")
    return replace(mark, points=points, state=DECIDED)


@dataclass(frozen=True)
class Shown:
    """What stood on the pages about one item, and what a person had decided then.

    Attributes
    ----------
    words : str
        The fingerprint of what was handed in.
    points, comment : float or None, str
        As in `ByHand`.
    judged : str
        The fingerprint of what was there to read when the person decided; empty without a decision.
    was : float or None
        The points by hand before the last change of them.
    """

    words: str
    points: float | None = None
    comment: str = ""
    judged: str = ""
    was: float | None = None

    @property
    def is_other(self) -> bool:
        """Whether other words are handed in now than those that were judged."""
        return bool(self.judged) and self.judged != self.words


def seen(before: Shown | None, text: str, row: ByHand | None) -> Shown:
    """Take note of an item, with what a person decided now.

    Examples
    --------
    >>> two = ByHand("Ana Lima", "02_cleaning", "my_note", 2, "")
    >>> first = seen(seen(None, "Some words.", None), "Some words.", two)
    >>> first.is_other, seen(first, "Other words.", two).is_other
    (False, True)
    """
    words = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    before = before or Shown(words)
    points, comment = (row.points, row.comment) if row else (None, "")
    judged = ""
    if row and (points is not None or comment):
        same = (points, comment) == (before.points, before.comment)
        judged = before.judged if same else before.words
    was = before.was if points == before.points else before.points
    return Shown(words, points, comment, judged, was)


def sentences(shown: Mapping[Item, Shown]) -> list[str]:
    """Say whose points a person changed, and what was changed after a person judged it."""
    found = []
    for (learner, _, item), one in sorted(shown.items()):
        if one.points != one.was:
            now, was = ("none" if n is None else f"{n:g}" for n in (one.points, one.was))
            found.append(f"{learner}, {item}: points by hand: {now}, and {was} before.")
        if one.is_other:
            found.append(
                f"{learner}, {item}: it was changed after you judged it; read it again, and write "
                f"other points or another comment into {BY_HAND}."
            )
    return found


def read_shown(path: Path) -> dict[Item, Shown]:
    """Read what stood on the pages; nothing when none were written yet."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {(one, lesson, item): Shown(**rest) for one, lesson, item, rest in said}
    except (OSError, ValueError, TypeError):
        return {}


def write_shown(path: Path, shown: Mapping[Item, Shown]) -> None:
    """Keep what stands on the pages for the next time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = [(*item, asdict(one)) for item, one in sorted(shown.items())]
    write_whole(path, json.dumps(said, ensure_ascii=False, indent=0) + "\n")

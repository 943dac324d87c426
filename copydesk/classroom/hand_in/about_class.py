"""What a page says about a class: which exercise is hard, and which mistake how many make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from copydesk.classroom.hand_in.deciding import DECIDED, READ, UNREAD
from copydesk.classroom.hand_in.likeness import Group
from copydesk.classroom.hand_in.marks import SAID, WORDS, Marked


def about_class(class_marks: Sequence[Marked], likes: Sequence[Group]) -> dict[str, Any]:
    """Return what the page about a class shows.

    Parameters
    ----------
    class_marks : sequence of Marked
        What has been marked.
    likes : sequence of Group
        Answers that are alike.

    Returns
    -------
    dict of str to object
        The names of the template ``class.html``.
    """
    lessons = []
    for stem in sorted({one.lesson for one in class_marks}):
        notebooks = [one for one in class_marks if one.lesson == stem]
        rows = [
            _exercise_row(notebooks, at)
            for at, mark in enumerate(notebooks[0].marks)
            if mark.state not in (READ, UNREAD)
        ]
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
        if 2 * one.points < one.of:
            stuck.append((one.learner, one.lesson, f"{one.points:g}", f"{one.of:g}"))
    learners = sorted({one.learner for one in class_marks})
    return {"learners": learners, "lessons": lessons, "stuck": stuck, "alike": likes}


def _exercise_row(notebooks: Sequence[Marked], at: int) -> dict[str, Any]:
    marks = [one.marks[at] for one in notebooks]
    done = ("right", "not attempted", "missing")
    others = Counter(
        "not all points by hand"
        if mark.state == DECIDED
        else mark.misconception
        or (WORDS.get(mark.state) if mark.state in SAID else None)
        or "something else"
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

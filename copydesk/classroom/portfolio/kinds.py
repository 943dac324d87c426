"""What each lesson ends in: the piece, the words that its maker owes it, and where it is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of piece: what one lesson ends in.

    Attributes
    ----------
    lesson : int
        The number of the lesson.
    name : str
        What the piece is called.
    stem : str
        The lesson, such as "03_tone".
    words : tuple of str
        The parts that nobody can write but the learner. Without them nothing is saved.
    report_part : str
        The part of a report on the central story that the piece can stand for, or empty.
    """

    lesson: int
    name: str
    stem: str
    words: tuple[str, ...]
    report_part: str = ""

    @property
    def file(self) -> str:
        """The name of its file: "3_tone_note.html"."""
        return f"{self.lesson}_{self.name.replace(' ', '_')}.html"

    @property
    def how_to_make(self) -> str:
        """Say in one sentence how to make it."""
        return (
            f"open notebooks/{self.stem}.ipynb, choose Run, then Run All Cells, write in the part "
            "In the newsroom, and run its last cell again."
        )


KINDS: tuple[Kind, ...] = (
    Kind(1, "provenance record", "01_article", ("chain", "verdict", "reasons")),
    Kind(2, "ledger of dropped lines", "02_cleaning", ("verdict", "reasons"), "cleaning"),
    Kind(3, "tone note", "03_tone", ("verdict", "two sentences"), "tone"),
    Kind(4, "speakers and labels", "04_stance", ("verdict", "reasons")),
    Kind(5, "claims sheet", "05_claims", ("verdict", "reasons")),
    Kind(6, "verdict card", "06_verification", ("verdict", "two sentences"), "claims"),
    Kind(7, "described chart", "07_charts", ("description", "verdict", "title")),
    Kind(8, "signed page", "08_report", ("signed by", "verdict", "reasons")),
)
"""The pieces, in the order of the lessons."""


def kind_of_lesson(lesson: object) -> Kind | None:
    """Return the piece of a lesson, or None when there is no such lesson.

    Examples
    --------
    >>> kind_of_lesson(3).file
    '3_tone_note.html'
    """
    if isinstance(lesson, bool):
        return None
    return next((kind for kind in KINDS if kind.lesson == lesson), None)

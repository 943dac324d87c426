"""What each lesson ends in: the piece, the words that its maker owes it, and where it is made."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.classroom.portfolio.folder import CENTRAL

SIGNED_BY = "signed by"


def choice_of(verdict: object) -> str:
    """Return a verdict as it is compared: in small letters, without the marks around it.

    Examples
    --------
    >>> choice_of(" Do not sign. ")
    'do not sign'
    """
    return str(verdict).strip(" .`'\"“”").casefold()


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
    verdicts : tuple of str
        What the learner chooses from, or empty.
    report_part : str
        The part of a report on the same story that the learner's words can stand for, or empty.
    shown_in : str
        The section of a report on the same story that shows what the piece holds, or empty.
    left_out : tuple of str
        Its parts that tell of something else than the story, and are not shown there.
    unsigned : str
        The verdict with which the piece is saved without a signature, or empty.
    """

    lesson: int
    name: str
    stem: str
    words: tuple[str, ...]
    verdicts: tuple[str, ...] = ()
    report_part: str = ""
    shown_in: str = ""
    left_out: tuple[str, ...] = ()
    unsigned: str = ""

    def owed(self, verdict: object) -> tuple[str, ...]:
        """Return the words that its maker owes with a verdict: who does not sign owes no name.

        Examples
        --------
        >>> KINDS[-1].owed("do not sign"), KINDS[-1].owed("sign")
        (('verdict', 'reasons'), ('signed by', 'verdict', 'reasons'))
        """
        if self.unsigned and choice_of(verdict) == self.unsigned:
            return tuple(word for word in self.words if word != SIGNED_BY)
        return self.words

    @property
    def file(self) -> str:
        """The name of its file: "3_tone_note.html"."""
        return f"{self.lesson}_{self.name.replace(' ', '_')}.html"

    def made_in(self, story: str) -> str:
        """Return the notebook where it is made on a story.

        Examples
        --------
        >>> KINDS[2].made_in("minister_wire"), KINDS[2].made_in("my_story")
        ('notebooks/03_tone.ipynb', 'notebooks/03_tone_more.ipynb')
        """
        if story == CENTRAL:
            return f"notebooks/{self.stem}.ipynb"
        # The exercises of the last lesson are the report on a story that the learner chose.
        return (
            f"exercises/{self.stem}.ipynb" if self.unsigned else f"notebooks/{self.stem}_more.ipynb"
        )

    def how_to_make(self, story: str) -> str:
        """Say in one sentence how to make it on a story."""
        part = "In the newsroom"
        if story != CENTRAL:
            part = "Check, sign, hand in" if self.unsigned else "A piece on your story"
        return (
            f"open {self.made_in(story)}, choose Run, then Run All Cells, write in the part "
            f"{part}, and run its last cell again."
        )


_FIT = ("fit for this", "fit with a warning", "not fit")
_PRINT = ("print it", "print it after changes", "do not print it")

KINDS: tuple[Kind, ...] = (
    Kind(
        1,
        "provenance record",
        "01_article",
        ("chain", "verdict", "reasons"),
        ("use it", "check first", "do not use it"),
        shown_in="provenance",
    ),
    Kind(
        2,
        "ledger of dropped lines",
        "02_cleaning",
        ("dropped lines", "verdict", "reasons"),
        _FIT,
        "cleaning",
    ),
    Kind(3, "tone note", "03_tone", ("verdict", "two sentences"), _FIT, "tone"),
    # The verdicts of lessons 4, 5 and 7 are on headlines and charts of other people.
    Kind(
        4,
        "speakers and labels",
        "04_stance",
        ("verdict", "reasons"),
        ("print it", "print it with a limit", "do not print it"),
        shown_in="stance",
        left_out=("verdict", "reasons"),
    ),
    Kind(
        5,
        "claims sheet",
        "05_claims",
        ("verdict", "reasons"),
        _PRINT,
        shown_in="claims",
        left_out=("verdict", "reasons"),
    ),
    Kind(6, "verdict card", "06_verification", ("verdict", "two sentences"), (), "claims"),
    Kind(
        7,
        "described chart",
        "07_charts",
        ("description", "verdict", "title"),
        _PRINT,
        shown_in="chart",
        left_out=("verdict", "title", "to the art desk"),
    ),
    Kind(
        8,
        "signed page",
        "08_report",
        (SIGNED_BY, "verdict", "reasons"),
        ("sign", "sign with a change", "do not sign"),
        unsigned="do not sign",
    ),
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

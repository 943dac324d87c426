"""What a learner made in the lessons, put into the report on the same story."""

from __future__ import annotations

from dataclasses import replace

from copydesk.classroom.portfolio.kinds import KINDS
from copydesk.classroom.portfolio.piece import Pieces
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.calls import (
    TITLE,
    always,
    changing_report,
    dots,
    joined,
    save,
)
from copydesk.classroom.signed_report.desk import Draft
from copydesk.classroom.signed_report.file import ReportError

_LARGEST = 400_000  # letters; a chart has a tenth of it, and the file of a report has room


def add_pieces(report: object, pieces: object = ...) -> Reply:
    """Show in the report what you made on its story in lessons 1, 4, 5 and 7.

    The record of where the page comes from, who speaks and your labels, the parts of its claims,
    and your chart each get a place. What lessons 2, 3 and 6 end in are words: `write` takes them.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    pieces : Pieces
        From ``load_pieces()``. A piece on another story is left out.

    Returns
    -------
    Reply
        It says which pieces are in, and which are not.
    """

    def work(draft: Draft) -> Reply:
        if pieces is ... or pieces is None:
            return dots("Give your pieces: add_pieces(report, load_pieces()).")
        if not isinstance(pieces, Pieces):
            raise ReportError("The pieces are what load_pieces() gives, without quotation marks.")
        found = pieces.on_story(draft.name)
        for section, parts in found.items():
            if sum(len(str(part)) for part in parts.values()) > _LARGEST:
                raise ReportError(f"The piece for {section} is too large for a page; shorten it.")
        state, notice = draft._read()
        save(draft, state, replace(state, pieces=found))
        kinds = [kind for kind in KINDS if kind.shown_in]
        added = [kind.name for kind in kinds if kind.shown_in in found]
        others = [kind for kind in kinds if kind.shown_in not in found]
        away = [kind.name for kind in others if kind.lesson in pieces.made]
        absent = [kind for kind in others if kind.lesson not in pieces.made]
        missing = [f"{kind.name} (lesson {kind.lesson})" for kind in absent]
        said = [
            f"{words}: {', '.join(names)}."
            for words, names in (
                ("Added", added),
                ("On another story, and left out", away),
                ("Not made yet", missing),
            )
            if names
        ]
        return Reply("right" if added else "not attempted", TITLE, joined(*said, notice))

    return always(changing_report(report, work))

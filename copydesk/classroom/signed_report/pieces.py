"""What a learner made in the lessons, put into the report on the same story."""

from __future__ import annotations

from dataclasses import replace

from copydesk.classroom.portfolio import KINDS, load_pieces, save_piece
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.calls import (
    TITLE,
    always,
    changing_report,
    joined,
    save,
    with_report,
)
from copydesk.classroom.signed_report.desk import Draft
from copydesk.classroom.signed_report.example import FinishedPage
from copydesk.classroom.signed_report.file import ReportError

_LARGEST = 400_000  # letters; a chart has a tenth of it, and the file of a report has room


def add_pieces(report: object) -> Reply:
    """Show in the report what you made on its story in lessons 1, 4, 5 and 7.

    The record of where the page comes from, who speaks and your labels, the parts of its claims,
    and your chart each get a place. What lessons 2, 3 and 6 end in are words: `write` takes them.

    Parameters
    ----------
    report : Draft
        From `start_report`.

    Returns
    -------
    Reply
        It says which pieces are in, and which are not.
    """

    def work(draft: Draft) -> Reply:
        found = load_pieces(draft.name).in_report()
        for section, parts in found.items():
            if sum(len(str(part)) for part in parts.values()) > _LARGEST:
                raise ReportError(f"The piece for {section} is too large for a page; shorten it.")
        state, notice = draft._read()
        save(draft, state, replace(state, pieces=found))
        kinds = [kind for kind in KINDS if kind.shown_in]
        added = [kind.name for kind in kinds if kind.shown_in in found]
        absent = [kind for kind in kinds if kind.shown_in not in found]
        missing = [f"{kind.name} ({kind.made_in(draft.name)})" for kind in absent]
        said = [
            f"{words}: {', '.join(names)}."
            for words, names in (("Added", added), ("Not made yet", missing))
            if names
        ]
        return Reply("right" if added else "not attempted", TITLE, joined(*said, notice))

    return always(changing_report(report, work))


def save_signed_page(report: object, verdict: object = ..., reasons: object = ...) -> Reply:
    """Save the report as the last piece on its story, with what its maker says of it.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    verdict : str
        "sign", "sign with a change" or "do not sign".
    reasons : str
        Why, in the words of its maker.

    Returns
    -------
    Reply
        As of `copydesk.classroom.portfolio.save_piece`.
    """

    def work(draft: Draft) -> Reply:
        words = {"verdict": verdict, "reasons": reasons}
        return save_piece(8, draft.name, {**FinishedPage(draft).parts(), **words})

    return always(with_report(report, work))

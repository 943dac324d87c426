"""The end of a report: look at what is missing, sign, and write the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.classroom.portfolio.kinds import KINDS, choice_of
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.calls import (
    TITLE,
    always,
    changing_report,
    dots,
    ended,
    joined,
    save,
    with_report,
)
from copydesk.classroom.signed_report.desk import Draft
from copydesk.classroom.signed_report.file import ReportError, report_path, write_page
from copydesk.classroom.signed_report.given import day_of, text_of
from copydesk.classroom.signed_report.page import RUBRIC, chart_of, missing_rows, page_of

if TYPE_CHECKING:
    from copydesk.charts import Chart

KIND = KINDS[-1]
"""The signed page: what a learner chooses from before signing it."""


def self_check(report: object) -> Reply:
    """Say what is missing before you hand in: structure and evidence, never your opinion.

    Parameters
    ----------
    report : Draft
        From `start_report`.

    Returns
    -------
    Reply
        "right" when nothing is missing. It does not say that the report is true.
    """

    def work(draft: Draft) -> Reply:
        state, notice = draft._read()
        problems = missing_rows(draft, state)
        options = tuple(
            (name, f"open: {problems[name]}" if name in problems else "a reader can find it.")
            for name, _ in RUBRIC
        )
        if not problems:
            message = (
                "Nothing is missing. This looks at structure and evidence. Whether it is true and "
                "fair, only a person can say."
            )
            return Reply("right", "Self-check", joined(message, notice), options=options)
        count = len(RUBRIC) - len(problems)
        message = f"{count} of {len(RUBRIC)} rows are there."
        return Reply("wrong", "Self-check", joined(message, notice), options=options)

    return always(changing_report(report, work))


def sign(report: object, name: object = ..., date: object = None, verdict: object = None) -> Reply:
    """Sign the report, when nothing is missing. A later change takes the signature off.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    name : str
        Your name, initials, or a name that your class agreed on.
    date : str, optional
        The day, as ``2026-03-02``; left out, today, or the day on which this report was signed.
    verdict : str, optional
        "sign", "sign with a change" or "do not sign". With the last one the report stays unsigned,
        and a signature that is there is taken off.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        chosen = None if verdict is None else choice_of(verdict)
        if chosen == KIND.unsigned:
            state, notice = draft._read()
            save(draft, state, replace(state, name="", date=""))
            return Reply("right", TITLE, joined("It is not signed, as you chose.", notice))
        if chosen is not None and chosen not in KIND.verdicts:
            return dots(f"Choose a verdict before you sign: {', '.join(KIND.verdicts)}.")
        if name is ... or date is ...:
            return dots("Write your name, initials, or the name that your class agreed on.")
        who = text_of(name, "The name", 60)
        if not who:
            raise ReportError("A signature needs a name or initials between the quotation marks.")
        day = day_of(date)
        state, notice = draft._read()
        missing = missing_rows(draft, state)
        if missing:
            first = next(iter(missing))
            raise ReportError(
                f"It is not signed yet. Rows of the self-check that are open: {len(missing)}; "
                f"the first one is {first}: {missing[first]}"
            )
        if date is None and state.name == who:
            day = state.date or day  # nothing has changed since: the day stays
        draft._write(replace(state, name=who, date=day))
        return Reply("right", TITLE, joined(f"Signed by {ended(f'{who}, {day}')}", notice))

    return always(changing_report(report, work))


def write_html(report: object, file: object = ...) -> Reply:
    """Write the report as one HTML page, to hand in or to print.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    file : str
        A name that ends in ``.html``; a name alone lies beside the notebook. A file that is there
        and is not this page stays as it is.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if file is ...:
            return dots('Write a file name in quotation marks, such as "my_report.html".')
        path = report_path(file, ".html", "my_report.html")
        state, notice = draft._read()
        state = write_page(path, page_of(draft, state), state)
        draft._write(state)
        how = "It is signed." if state.name else "It is marked as a draft: it is not signed yet."
        message = f"{path.name} is written. {how} Open it in a browser; Print there makes a PDF."
        return Reply("right", TITLE, joined(message, notice))

    return always(changing_report(report, work))


def report_chart(report: object) -> Chart | Reply:
    """Return the chart that was chosen for the report.

    Parameters
    ----------
    report : Draft
        From `start_report`.

    Returns
    -------
    Chart or Reply
        A reply when none was chosen.
    """

    def work(draft: Draft) -> Chart | Reply:
        chart = chart_of(draft, draft.state())
        return chart or dots('Choose a chart first: choose(report, chart=1), or chart="tone".')

    return with_report(report, work)


def to_html(report: Draft) -> str:
    """Return the report as one HTML page that needs no network and no other file."""
    return page_of(report, report.state())

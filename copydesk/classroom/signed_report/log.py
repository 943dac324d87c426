"""The correction log: what the desk got wrong, where, what is right, and why."""

from __future__ import annotations

from dataclasses import replace

from copydesk.classroom.annotation.label_calls import one_line, whole_number
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.calls import (
    TITLE,
    always,
    changing_report,
    dots,
    ended,
    joined,
    save,
)
from copydesk.classroom.signed_report.desk import Draft, desk_said, plain_words
from copydesk.classroom.signed_report.file import ReportError
from copydesk.classroom.signed_report.given import place_of, step_of, text_of, words_about
from copydesk.classroom.signed_report.state import Correction
from copydesk.verification.evidence import LABELS


def correct(
    report: object,
    step: object = ...,
    *,
    line: object = None,
    sentence: object = None,
    about: object = "",
    right: object = ...,
    reason: object = ...,
) -> Reply:
    """Log one thing that the desk got wrong. What the desk said is written down for you.

    The same place is logged once: a call with another answer changes the entry, and what it said
    before is kept in the file.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    step : str
        One of `STEPS`.
    line : int
        For cleaning: the number of the line.
    sentence : int
        For the other steps: the number of the sentence.
    about : str, optional
        Words of the line or sentence, when the entry is about these only: ``"444"``.
    right : str
        What is right. For verification one of the four labels.
    reason : str
        Why, so that another person can check it.

    Returns
    -------
    Reply
        The entry, or in one sentence what does not fit.
    """

    def work(draft: Draft) -> Reply:
        if ... in (step, right, reason, line, sentence) or about is ...:
            return dots("Fill in the step, the place, what is right, and the reason.")
        named = step_of(step)
        place, text = place_of(draft, named, line, sentence)
        part = words_about(about, text, named, place)
        desk = desk_said(draft, named, place, part)
        fixed = text_of(right, "right")
        if not fixed:
            raise ReportError("Say what is right: right= is empty.")
        why = text_of(reason, "reason")
        if len(why.split()) < 3:
            raise ReportError(
                "A correction needs a reason that another person can check, in three words or "
                "more: reason= has " + (f'"{why}".' if why else "nothing.")
            )
        if named == "verification" and fixed not in LABELS:
            raise ReportError(f"A verdict is one of four labels: {', '.join(LABELS)}.")
        if plain_words(fixed) in (plain_words(desk), plain_words(desk).rpartition(": ")[2]):
            raise ReportError(f"The desk has that already: {desk}.")
        state, notice = draft._read()
        old = next(
            (
                entry
                for entry in state.corrections
                if (entry.step, entry.place, entry.about) == (named, place, part)
            ),
            None,
        )
        new = Correction(
            number=old.number if old else 1 + max((e.number for e in state.corrections), default=0),
            step=named,
            place=place,
            about=part,
            text=text,
            desk=desk,
            right=fixed,
            reason=why,
            earlier=old.earlier if old else (),
        )
        if old and new != old:
            if (old.right, old.reason) != (new.right, new.reason):
                new = replace(new, earlier=(*old.earlier, f"{old.right}: {old.reason}"))
            others = tuple(new if entry is old else entry for entry in state.corrections)
        else:
            others = state.corrections if old else (*state.corrections, new)
        save(draft, state, replace(state, corrections=others))
        where = new.where[0].upper() + new.where[1:]
        said = f"{where}: the desk has {ended(desk)} Right: {ended(fixed)} {ended(why)}"
        return Reply("right", f"Correction {new.number}, {named}", joined(said, notice))

    return always(changing_report(report, work))


def take_back(report: object, number: object = ...) -> Reply:
    """Take a correction out of the report. The file still has it.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    number : int
        The number of the correction.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if number is ...:
            return dots("Write the number of the correction.")
        state, notice = draft._read()
        whole = whole_number(number)
        known = [entry.number for entry in state.corrections if not entry.taken_back]
        if whole not in known:
            there = ", ".join(map(str, known)) or "none"
            raise ReportError(f"There is no correction {one_line(number)}; there is: {there}.")
        changed = tuple(
            replace(entry, taken_back=True) if entry.number == whole else entry
            for entry in state.corrections
        )
        save(draft, state, replace(state, corrections=changed))
        return Reply("right", TITLE, joined(f"Correction {whole} is taken back.", notice))

    return always(changing_report(report, work))

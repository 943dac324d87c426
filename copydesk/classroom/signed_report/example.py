"""A finished report on the central story: shown in the first lesson, made again in the last."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.desk import PARTS, Draft
from copydesk.classroom.signed_report.hand_in import sign
from copydesk.classroom.signed_report.log import correct
from copydesk.classroom.signed_report.page import chart_of, verdict_of
from copydesk.classroom.signed_report.steps import choose, start_report, write

STORY = "minister_wire"

EXAMPLE_PARTS = {
    "standfirst": "The Daily Placeholder of 1 July 2024 reports that Pakistan's defence minister "
    "accuses Kabul of inaction, and gives counts of violence for 2023.",
    "cleaning": "Menus, a picture line and a repeated headline were dropped. Line 8 is a "
    "standfirst; it says nearly the same as line 21, in another tense.",
    "tone": "VADER is lowest in sentence 17, which counts deaths. The score does not show that "
    "anybody is blamed there.",
    "stance": "The minister speaks against the Afghan government (sentence 2). Kabul has one "
    "sentence: it rejects the claim (sentence 7).",
    "claims": "The 1,524 deaths are the figure that CRSS printed on 1 January 2024; it later "
    "printed 1,533. Other bodies have other numbers. Whether 2023 is a record depends on the "
    "series.",
    "not checked": "Seven soldiers: the page does not say who counted, where, or on which day.",
}
"""The six written parts, as the authors of the kit wrote them."""

CORRECTION = {
    "sentence": 11,
    "right": "the page itself against the militants on the border",
    "reason": 'Nobody is quoted, and the page calls them "terrorists", a word that condemns.',
}
SIGNED = ("the authors of this kit", "2026-03-02")


@dataclass(frozen=True)
class FinishedPage:
    """What a signed report says, short enough for a notebook; `finished_page` gives one.

    Attributes
    ----------
    draft : Draft
        The report.
    """

    draft: Draft

    def _rows(self) -> Iterator[tuple[str, str]]:
        state = self.draft.state()
        for name in PARTS:
            yield name, state.parts.get(name, "")
            if name == "stance":
                for number in state.quotes:
                    yield f"sentence {number}", f"“{self.draft.sentences[number - 1]}”"
            if name == "claims":
                for number in state.claims:
                    label, _ = verdict_of(self.draft, state, number)
                    yield self.draft.desk.claims[number - 1][0].text, label
        for section, parts in state.pieces.items():
            yield f"made for {section}", ", ".join(parts)
        for entry in state.corrections:
            yield f"correction, {entry.where}", f"{entry.desk} → {entry.right}. {entry.reason}"
        yield "signed", f"{state.name}, {state.date}"

    def parts(self) -> dict[str, object]:
        """Return the report part by part: texts, tables and its chart, to be saved or shown.

        ``signed by`` is empty for a report that nobody has signed.
        """
        state = self.draft.state()
        figures = [self.draft.desk.claims[number - 1][0].text for number in state.claims]
        labels = [verdict_of(self.draft, state, number)[0] for number in state.claims]
        return {
            "signed by": f"{state.name}, {state.date}" if state.name else "",
            **{name: state.parts.get(name, "") for name in PARTS},
            "quoted": [
                {"sentence": number, "words": self.draft.sentences[number - 1]}
                for number in state.quotes
            ],
            "figures": [
                {"figure": figure, "verdict": label}
                for figure, label in zip(figures, labels, strict=True)
            ],
            "corrections": [
                {"place": e.where, "the desk": e.desk, "right": e.right, "reason": e.reason}
                for e in state.corrections
                if not e.taken_back
            ],
            "chart": chart_of(self.draft, state) or "",
            **{
                f"{name} (made for {section})": part
                for section, parts in state.pieces.items()
                for name, part in parts.items()
            },
        }

    def __repr__(self) -> str:
        lines = [f"{name:>28}: {text}" for name, text in self._rows()]
        return "\n".join([str(self.draft.desk.cleaned.headline), *lines])

    def _repr_html_(self) -> str:
        """Return a table: a reader, or a screen reader, walks through it row by row."""
        rows = "".join(
            f'<tr><th scope="row" style="text-align: left; vertical-align: top;">'
            f'{html.escape(name)}</th><td style="text-align: left;">{html.escape(text)}</td></tr>'
            for name, text in self._rows()
        )
        title = html.escape(str(self.draft.desk.cleaned.headline))
        return (
            '<table style="max-width: 50em; border: 0.15em solid currentColor;">'
            '<caption style="text-align: left; font-weight: bold; padding: 0.5em;">'
            f"A report on the page “{title}”</caption><tbody>{rows}</tbody></table>"
        )


def example_report() -> Draft:
    """Return the report that the authors of the kit signed; it is kept nowhere.

    Examples
    --------
    >>> example_report().state().name
    'the authors of this kit'
    """
    report = start_report(STORY)
    assert isinstance(report, Draft)  # the central story is always there
    correct(report, "stance", **CORRECTION)
    choose(report, quotes=[2, 7], claims=[4, 5, 6], chart=5)
    for name, text in EXAMPLE_PARTS.items():
        write(report, name, text)
    sign(report, *SIGNED)
    return report


def finished_page(report: object = None) -> FinishedPage | Reply:
    """Show what a finished report says.

    Parameters
    ----------
    report : Draft, optional
        Left out, the one of the authors of the kit.

    Returns
    -------
    FinishedPage or Reply
    """
    shown = example_report() if report is None else report
    if not isinstance(shown, Draft):
        return Reply("unknown", "A report", "This is no report; start_report gives one.")
    return FinishedPage(shown)

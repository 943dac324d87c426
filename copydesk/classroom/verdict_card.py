"""A verdict that follows the choice of a figure, and a verdict card that is judged by its reasons.

`verdict_picker` shows one number below four sliders: who is said to have counted it, what, in which
year, and which edition lies on the desk. `verdict_for` gives the same by a plain call.
`review_card` reads a card that a learner filled in and answers field by field.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import ipywidgets

from copydesk.claims import find_claims
from copydesk.classroom.rendering import Reply
from copydesk.exercises.verification import CARDS, FIELDS, open_fields, problem_of
from copydesk.verification import Verdict, verify
from copydesk.verification.reference import Figure, Reference, load_reference

MEASURES = {
    "deaths": ("fatalities",),
    "people injured": ("injuries",),
    "attacks": ("attacks",),
    "incidents": ("incidents",),
}
"""What can be chosen, in words, and the measures of the reference that it stands for."""

ALL_EDITIONS = "all editions"
_NO_EDITION = "no edition held"
PLACE = "Pakistan"
_WIDTH = 76


def verdict_for(
    number: float,
    tracker: str,
    measure: str,
    year: int,
    edition: str = ALL_EDITIONS,
    reference: Reference | None = None,
) -> str:
    """Say how a number stands as the figure of one body, for one thing and one year.

    Parameters
    ----------
    number : int
        The number that a page prints.
    tracker : str
        Who is said to have counted it: "CRSS", "PIPS", "UCDP", ...
    measure : str
        "deaths", "people injured", "attacks" or "incidents".
    year : int
        The year that is counted.
    edition : str
        The one edition that lies on the desk, by its date or the beginning of it: "2024-12".
    reference : Reference, optional
        Left out, that of the kit.

    Returns
    -------
    str
        The sentence, the figures that are held for it, the verdict and its reasons. What cannot
        be looked up is said in words; nothing is raised.

    Examples
    --------
    >>> print(verdict_for(306, "PIPS", "attacks", 2023).splitlines()[0])
    PIPS counted 306 attacks in Pakistan in 2023.
    >>> print(verdict_for(306, "PIPS", "attacks", 2023).splitlines()[2])
    Verdict: supported
    """
    known = reference or load_reference()
    problem = _unknown(tracker, measure, known)
    if problem:
        return problem
    who = f"The {tracker}" if " " in tracker else tracker
    sentence = f"{who} counted {number:,} {measure} in {PLACE} in {year}."
    held = figures_of(tracker, measure, year, known)
    chosen = [row for row in held if edition == ALL_EDITIONS or row.edition.startswith(edition)]
    if held and not chosen:
        dates = ", ".join(row.edition.split()[0] for row in held)
        return f"{sentence}\nThe reference has no edition {edition} of it. It has: {dates}."
    listed = "; ".join(f"{row.value:,.0f} ({row.edition})" for row in chosen) or "no figure"
    verdict = _verdict(sentence, known, leave_out=[row for row in held if row not in chosen])
    if verdict is None:
        return f"{sentence}\nHeld: {listed}\nNo claim was found in this sentence."
    lines = [sentence, f"Held: {listed}", f"Verdict: {verdict.label}"]
    if edition != ALL_EDITIONS:
        whole = _verdict(sentence, known)
        lines[2] = f"Verdict with this edition alone: {verdict.label}"
        lines += [f"Verdict with all editions: {whole.label}"] if whole else []
    lines.append(f"Because: {verdict.because}")
    return "\n".join(_wrapped(line) for line in lines)


def _wrapped(line: str) -> str:
    """Break a long line between words, and never inside the key of a series or a date."""
    return textwrap.fill(line, _WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def figures_of(tracker: str, measure: str, year: int, reference: Reference) -> list[Figure]:
    """Return what a body prints for everyone, the whole country and the whole year."""
    found = [
        row
        for row in reference.whole_years().figures
        if row.tracker == tracker
        and row.country == PLACE
        and row.year == year
        and row.measure in MEASURES[measure]
        and reference.definition(row).victims == "all"
    ]
    return sorted(found, key=lambda row: (row.edition, row.series_id))


def _verdict(
    sentence: str, reference: Reference, leave_out: Iterable[Figure] = ()
) -> Verdict | None:
    """Verify a sentence; figures that are left out are as if they had never been printed."""
    hidden = {row.figure_id for row in leave_out}
    kept = tuple(row for row in reference.figures if row.figure_id not in hidden)
    claims = find_claims(sentence)
    return verify(claims[0], replace(reference, figures=kept, world=False)) if claims else None


def _trackers(reference: Reference) -> list[str]:
    """Return the bodies that count one of `MEASURES`, in the order of the alphabet."""
    measures = {name for names in MEASURES.values() for name in names}
    return sorted({row.tracker for row in reference.figures if row.measure in measures})


def _unknown(tracker: str, measure: str, reference: Reference) -> str:
    """Say what can be chosen, when something else was."""
    if tracker not in (trackers := _trackers(reference)):
        return f"The reference has no body {tracker!r}. It has: {', '.join(trackers)}."
    if measure not in MEASURES:
        return f"The measure {measure!r} cannot be chosen. Choose from: {', '.join(MEASURES)}."
    return ""


class VerdictPicker(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Four sliders over words and, below them, the verdict of the sentence that they make.

    Attributes
    ----------
    tracker, measure, year, edition : ipywidgets.SelectionSlider
        Tab goes from one to the next, by way of its value, and the arrow keys move it. Drop-down
        menus would not do: JupyterLab keeps the arrow keys for itself there.
    result : ipywidgets.HTML
        What `verdict_for` gives for the choice.
    """

    def __init__(self, number: int, reference: Reference) -> None:
        self._number = number
        self._reference = reference
        years = sorted({row.year for row in reference.figures if row.country == PLACE})
        self.tracker = _slider("Who counted", _trackers(reference), "CRSS")
        self.measure = _slider("What", list(MEASURES), "deaths")
        self.year = _slider("Year", years, 2023)
        self.edition = _slider("Edition", [ALL_EDITIONS, _NO_EDITION], ALL_EDITIONS)
        self.result = ipywidgets.HTML(layout={"max_width": "60em"})
        super().__init__([self.tracker, self.measure, self.year, self.edition, self.result])
        for control in (self.tracker, self.measure, self.year):
            control.observe(lambda _: self._offer_editions(), names="value")
        self.edition.observe(lambda _: self._show(), names="value")
        self._offer_editions()

    def _offer_editions(self) -> None:
        """Offer the editions of what is chosen, and begin again with all of them."""
        try:
            held = figures_of(
                self.tracker.value, self.measure.value, self.year.value, self._reference
            )
        except Exception as error:  # a table of the user's own may hold anything
            self._tell(f"{type(error).__name__}: {error}")
            return
        dates = list(dict.fromkeys(row.edition.split()[0] for row in held))
        # A slider needs two places at least.
        self.edition.options = [ALL_EDITIONS, *(dates or [_NO_EDITION])]
        self.edition.value = ALL_EDITIONS
        self._show()

    def _show(self) -> None:
        if self.edition.value is None:  # while its options change
            return
        choice = (self.tracker.value, self.measure.value, self.year.value, self.edition.value)
        try:
            self._tell(verdict_for(self._number, *choice, self._reference))
        except Exception as error:
            self._tell(f"{type(error).__name__}: {error}")

    def _tell(self, text: str) -> None:
        self.result.value = (
            '<div aria-live="polite"><pre style="white-space: pre-wrap; word-break: normal">'
            f"{html.escape(text)}</pre></div>"
        )

    def __repr__(self) -> str:
        """Say it in words: a notebook is kept, printed and read where no widget can run."""
        return (
            f"Sliders for {self._number:,}: who counted, what, year, edition; now "
            f"{self.tracker.value}, {self.measure.value}, {self.year.value}, "
            f"{self.edition.value}. The call above gives the same result."
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Give the text in full, where ipywidgets would cut it."""
        data = super()._repr_mimebundle_(**kwargs)
        return None if data is None else {**data, "text/plain": repr(self)}


def verdict_picker(number: int, reference: Reference | None = None) -> VerdictPicker:
    """Show sliders that give one number to a body, a thing, a year and an edition.

    Parameters
    ----------
    number : int
        The number that stays.
    reference : Reference, optional
        Left out, that of the kit.

    Returns
    -------
    VerdictPicker
        The sliders and the verdict; `verdict_for` gives the same by a plain call.

    Examples
    --------
    >>> print(repr(verdict_picker(1524)).split(". ")[0])
    Sliders for 1,524: who counted, what, year, edition; now CRSS, deaths, 2023, all editions
    """
    return VerdictPicker(number, reference or load_reference())


def review_card(about: str, card: object) -> Reply:
    """Read a verdict card and say of each field whether a reader can follow it.

    Parameters
    ----------
    about : str
        Which claim the card is about, a key of `copydesk.exercises.verification.CARDS`.
    card : dict
        Its fields are those of `FIELDS`: the verdict, and the reasons in words.

    Returns
    -------
    Reply
        Its ``state`` is "right", "wrong" or "not attempted". It never holds the answer, and
        nothing is raised.

    Examples
    --------
    >>> review_card("minister_wire", {"verdict": ...}).state
    'not attempted'
    """
    title = "Verdict card"
    if about not in CARDS:
        cards = ", ".join(CARDS)
        message = f"There is no card {about!r}, so let a person read yours. There is: {cards}."
        return Reply("unknown", title, message)
    if not isinstance(card, Mapping):
        fields = ", ".join(f'"{field}"' for field in FIELDS)
        return Reply("wrong type", title, f"A card is a dictionary with the fields {fields}.")
    empty = open_fields(card)
    if empty:
        listed = ", ".join(f"`{field}`" for field in empty)
        return Reply("not attempted", title, f"Replace the three dots, or fill in: {listed}.")
    said = []
    for field in FIELDS:
        reason = problem_of(CARDS[about], card, field)
        said.append((field, f"not yet. {reason.hint}" if reason else "a reader can follow this."))
    problems = sum(text.startswith("not yet") for _, text in said)
    if not problems:
        message = "Every field can be followed. Now read it as somebody who doubts you."
        return Reply("right", title, message, options=tuple(said))
    count = len(FIELDS) - problems
    message = f"{count} of {len(FIELDS)} fields can be followed."
    return Reply("wrong", title, message, options=tuple(said))


def _slider(label: str, options: list[Any], start: object) -> ipywidgets.SelectionSlider:
    return ipywidgets.SelectionSlider(
        options=options,
        value=start if start in options else options[0],
        description=label,
        tooltip=f"{label}. The arrow keys move the slider.",
        continuous_update=False,
        style={"description_width": "7em"},
        layout={"width": "45em", "max_width": "100%"},
    )

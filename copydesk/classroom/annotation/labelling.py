"""Label sentences by hand, with buttons or with plain calls, and compare labels with others."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import ipywidgets

from copydesk.classroom.annotation.given import checked_choices, numbered_sentences
from copydesk.classroom.annotation.label_calls import one_line
from copydesk.classroom.annotation.label_file import (
    COLUMNS,
    BrokenFileError,
    LabelError,
    LabelTable,
    change_rows,
    check_path,
    read_label_file,
)
from copydesk.classroom.rendering import Reply

STANCES = ("against", "neither", "for", "cannot tell")
"""Choices for the stance of a sentence toward someone."""

_FOCUS = (
    "<style>.copydesk-annotation button:focus-visible, .copydesk-annotation input:focus-visible "
    "{outline: 3px solid var(--jp-ui-font-color1, currentColor) !important; "
    "outline-offset: 1px; z-index: 1}</style>"
)
"""A ring around what the keyboard is on, as dark or as light as the text of the theme."""


class Annotation(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Buttons to label one sentence after another; make one with `annotate`.

    Attributes
    ----------
    sentence : ipywidgets.HTML
        The sentence with its neighbours.
    choices : tuple of ipywidgets.Button
        One button a choice. The chosen one has a full circle.
    next, previous, first_unlabelled : ipywidgets.Button
        To go to another sentence.
    note : ipywidgets.Text
        A note on the sentence, saved with Enter or when the keyboard leaves the field.
    status : ipywidgets.HTML
        What was saved, and how many sentences are labelled.
    """

    def __init__(
        self,
        sentences: Mapping[int, str],
        question: str,
        choices: Sequence[str],
        path: Path,
        context: int,
    ) -> None:
        self._sentences = sentences
        self._numbers = list(sentences)
        self._names = tuple(choices)
        self._path = path
        self._context = context
        self._at = 0
        self._table = LabelTable(COLUMNS, {})
        self._unsaved: dict[int, dict[str, str]] = {}
        self._showing = False
        self.sentence = ipywidgets.HTML(layout={"max_width": "45em"})
        self.choices = tuple(_button(f"○ {name}") for name in choices)
        self.next = _button("Next", "Go to the next sentence.")
        self.previous = _button("Previous", "Go back to the sentence before.")
        self.first_unlabelled = _button(
            "First unlabelled", "Go to the first sentence that has no label."
        )
        self.note = ipywidgets.Text(
            description="Note (optional)",
            tooltip="Why, in your words. Enter saves it.",
            continuous_update=False,
            style={"description_width": "initial"},
            layout={"width": "auto", "max_width": "45em"},
        )
        self.status = ipywidgets.HTML(layout={"max_width": "45em"})
        asked = ipywidgets.HTML(
            f'{_FOCUS}<div style="line-height: 1.5;"><strong>{html.escape(question)}</strong><br>'
            "By keyboard: Tab goes to a button, Enter or Space presses it. "
            "If the buttons do nothing, run this cell again.</div>",
            layout={"max_width": "45em"},
        )
        rows = [
            ipywidgets.Box(row, layout={"flex_flow": "row wrap", "overflow": "visible"})
            for row in (self.choices, (self.next, self.previous, self.first_unlabelled))
        ]
        super().__init__(
            [self.sentence, asked, *rows, self.note, self.status],
            layout={"padding": "4px", "overflow": "visible"},
        )
        self.add_class("copydesk-annotation")
        self._question = question
        for button, name in zip(self.choices, choices, strict=True):
            button.on_click(lambda _, name=name: self._choose(name))
        self.note.observe(self._note_changed, names="value")
        self.next.on_click(lambda _: self._go_by(1))
        self.previous.on_click(lambda _: self._go_by(-1))
        self.first_unlabelled.on_click(lambda _: self._go_to_first_unlabelled())
        notice = self._refresh()
        places = self._unlabelled()
        self._at = places[0] if places else 0
        self._show(notice)

    def __repr__(self) -> str:
        """Say it in words: a notebook is kept, printed and read where no widget can run."""
        name = self._path.name
        return (
            f"Annotation tool for {len(self._numbers)} sentences: {', '.join(self._names)}. "
            f'Run the cell to use it. By plain calls: label("{name}", {self._numbers[0]}, '
            f'"{self._names[0]}") and labels("{name}").'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Give the text in full, where ipywidgets would cut it."""
        data = super()._repr_mimebundle_(**kwargs)
        return None if data is None else {**data, "text/plain": repr(self)}

    @property
    def _number(self) -> int:
        return self._numbers[self._at]

    def _unlabelled(self) -> list[int]:
        """Return the places of the sentences without one of the choices."""
        return [
            place
            for place, number in enumerate(self._numbers)
            if self._table.rows.get(number, {}).get("choice") not in self._names
        ]

    def _refresh(self) -> str:
        """Read the file, write what could not be written before, and say what happened."""
        try:
            self._table, notice = change_rows(self._path, self._unsaved, self._table)
        except LabelError as error:
            # Shown as given, and tried again at the next press of any button.
            for number, fields in self._unsaved.items():
                self._table.rows.setdefault(number, {}).update(fields)
            return f"{'NOT SAVED. ' if self._unsaved else ''}{error}"
        self._unsaved = {}
        return notice

    def _choose(self, name: str) -> None:
        """Save a choice; after a first one, go on to the next sentence without a label."""
        was_open, number = self._at in self._unlabelled(), self._number
        self._answer(choice=name)
        later = [place for place in self._unlabelled() if place > self._at]
        if not was_open or self._unsaved or not (later or self._unlabelled()):
            return  # a second thought, an answer that is not on the disk, or all are labelled
        self._at = (later or self._unlabelled())[0]
        self._arrive(f"Sentence {number}: {name}. Saved in {self._path.name}.")

    def _answer(self, **fields: str) -> None:
        number = self._number
        self._unsaved.setdefault(number, {}).update(fields)
        notice = self._refresh()
        saved = "" if self._unsaved else f"Saved in {self._path.name}."
        self._show(f"{notice} {saved}".strip())

    def _note_changed(self, change: Mapping[str, Any]) -> None:
        if not self._showing:
            self._answer(note=one_line(change["new"]))

    def _go_by(self, step: int) -> None:
        place = self._at + step
        if not 0 <= place < len(self._numbers):
            ends = "This is the last sentence." if step > 0 else "This is the first sentence."
            self._show(f"{self._refresh()} {ends}".strip())
            return
        self._at = place
        self._arrive()

    def _go_to_first_unlabelled(self) -> None:
        notice = self._refresh()
        places = self._unlabelled()
        if not places:
            self._show(notice)
            return
        self._at = places[0]
        self._arrive(notice)

    def _arrive(self, notice: str = "") -> None:
        self._show(f"{notice} {self._refresh()}".strip())
        # A sentence to be labelled: the keyboard is on the choices at once. In a second reading
        # it stays where it is.
        if self._at in self._unlabelled():
            self.choices[0].focus()

    def _show(self, notice: str) -> None:
        row = self._table.rows.get(self._number, {})
        chosen = row.get("choice", "")
        for button, name in zip(self.choices, self._names, strict=True):
            is_chosen = name == chosen
            button.description = f"{'●' if is_chosen else '○'} {name}"
            button.style.font_weight = "bold" if is_chosen else "normal"
            state = "Chosen." if is_chosen else "Not chosen."
            button.tooltip = f"{self._question} {name}. {state}"
        self._showing = True  # a note that is shown is no new note
        self.note.value = row.get("note", "")
        self._showing = False
        self.sentence.value = self._sentence_html()
        missing = len(self._unlabelled())
        total = len(self._numbers)
        if chosen and chosen not in self._names:
            notice += f' The file has the label "{chosen}" here, which is not among the choices.'
        done = f"Labelled {total - missing} of {total}."
        said = " ".join(f"{notice} {done}".split())
        self.status.value = (
            f'<div role="status" style="line-height: 1.5;">{html.escape(said)}</div>'
        )

    def _sentence_html(self) -> str:
        def neighbours(name: str, steps: Iterable[int]) -> list[str]:
            texts = [self._sentences.get(self._number + step, "").strip() for step in steps]
            text = html.escape(" ".join(filter(None, texts)))
            return [f'<p style="margin: 0.4em 0;">{name}: {text}</p>'] if text else []

        total = len(self._numbers)
        place = f"Sentence {self._number}"
        place += f" of {total}" if self._numbers[-1] == total else f" ({self._at + 1} of {total})"
        text = self._sentences[self._number].strip() or "(blank)"
        return "".join(
            [
                '<div aria-live="polite" style="line-height: 1.5;">',
                *neighbours("Before", range(-self._context, 0)),
                '<p style="margin: 0.4em 0; padding-left: 0.75em; font-size: 1.15em; '
                f'border-left: 0.25em solid currentColor;"><strong>{place}.</strong> '
                f"{html.escape(text)}</p>",
                *neighbours("After", range(1, self._context + 1)),
                "</div>",
            ]
        )


def annotate(
    sentences: Iterable[Any],
    question: str,
    choices: Iterable[Any],
    file: str | Path,
    context: int = 1,
) -> Annotation | Reply:
    """Show sentences one at a time, with buttons to label them. Each answer is saved at once.

    Every button is reached with Tab and pressed with Enter or Space. Run the cell again, also
    after a restart, and it goes on at the first sentence without a label.

    Parameters
    ----------
    sentences : list of str, pandas.DataFrame or dict
        The sentences, numbered from 1; or a table with the columns ``sentence`` (the number) and
        ``text``, as the kit's gold sentences, or ``number`` and ``sentence`` (the text), as
        `copydesk.tone.score_sentences` gives; or what
        `copydesk.language.sentences.split_sentences` gives;
        or a dictionary from numbers to texts.
    question : str
        What the label answers: "Is the sentence for or against the government?"
    choices : list of str
        The labels to choose from, such as `STANCES`.
    file : str or Path
        The CSV file for the labels; a name alone lies in the folder where the notebook runs.
    context : int
        How many sentences before and after are shown.

    Returns
    -------
    Annotation or Reply
        A reply in words when something does not fit; the notebook goes on.

    Examples
    --------
    >>> annotate(["One.", "Two."], "For or against?", ["for", "against"], "my_labels.csv")
    Annotation tool for 2 sentences: for, against. Run the cell to use it. By plain calls:
    label("my_labels.csv", 1, "for") and labels("my_labels.csv").
    """
    given: tuple[object, ...] = (sentences, question, choices, file)
    if any(value is ... for value in given):
        start = "Write sentences, a question, choices and a file name in place of the dots."
        return Reply("not attempted", "The annotation tool has not started", start)
    try:
        if not isinstance(question, str) or not question.strip():
            raise LabelError("The question is empty; write in quotation marks what you ask.")
        if not isinstance(context, int) or context < 0:
            raise LabelError("context is the number of sentences around: 0, 1, 2 or more.")
        shown = numbered_sentences(sentences)
        names = checked_choices(choices)
        path = check_path(file)
        # A file with a broken row is no reason to stop: the tool says what it does about it.
        with suppress(BrokenFileError):
            read_label_file(path)
        return Annotation(shown, " ".join(question.split()), names, path, context)
    except LabelError as error:
        return Reply("unknown", "The annotation tool cannot start", str(error))


def _button(description: str, tooltip: str = "") -> ipywidgets.Button:
    return ipywidgets.Button(
        description=description, tooltip=tooltip, layout={"width": "auto", "min_width": "6em"}
    )

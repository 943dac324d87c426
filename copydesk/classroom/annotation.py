"""Label sentences by hand, with buttons or with plain calls, and compare labels with others.

The labels live in a CSV file of the learner's own, one row a sentence: ``sentence`` (its number),
``choice`` and ``note``. The file is read before each change and written whole after it, so that two
cells, or a cell and a spreadsheet, do not undo one another.
"""

from __future__ import annotations

import csv
import html
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import nan
from numbers import Integral
from pathlib import Path
from typing import Any

import ipywidgets
import pandas as pd

from copydesk.classroom.rendering import Reply
from copydesk.evaluation import ChanceComparison, compare_with_chance
from copydesk.files import write_whole
from copydesk.table_check import TableError, read_text_table

STANCES = ("against", "neither", "for", "cannot tell")
"""Choices for the stance of a sentence toward someone."""

STANCE_NAMES = {-1: "against", 0: "neither", 1: "for"}
"""What the numbers in the kit's gold stances are called among `STANCES`; see `agreement`."""

COLUMNS = ("sentence", "choice", "note")
"""The columns of a file of labels. Columns that someone adds are kept."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")

_FOCUS = (
    "<style>.copydesk-annotation button:focus-visible, .copydesk-annotation input:focus-visible "
    "{outline: 3px solid var(--jp-ui-font-color1, currentColor) !important; "
    "outline-offset: 1px; z-index: 1}</style>"
)
"""A ring around what the keyboard is on, as dark or as light as the text of the theme."""


class LabelError(ValueError):
    """Labels that cannot be used. The message is one sentence or two, and says what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows of it: the sentence, and not the code of the kit."""
        return [str(self)]


@dataclass(frozen=True)
class Saved:
    """What `label` did with one label.

    Attributes
    ----------
    sentence : int
        The number of the sentence.
    choice, note : str
        What stands in the file now.
    message : str
        The same in words; shown as the value of the cell.
    """

    sentence: int
    choice: str
    note: str
    message: str

    def __repr__(self) -> str:
        return self.message


@dataclass(frozen=True, eq=False)
class Agreement:
    """Two sets of labels side by side; make one with `agreement`.

    Attributes
    ----------
    table : pandas.DataFrame
        One row a sentence that both labelled: ``sentence``, ``mine``, ``theirs``, ``same``, and
        the notes where there are any.
    comparison : ChanceComparison or None
        How often they agree, beside chance; None when no sentence has both labels.
    only_mine, only_theirs : tuple of int
        The sentences with a label on one side only. They are not compared.
    """

    table: pd.DataFrame
    comparison: ChanceComparison | None
    only_mine: tuple[int, ...]
    only_theirs: tuple[int, ...]

    @property
    def differ(self) -> pd.DataFrame:
        """The rows of ``table`` with two different labels: what to talk about."""
        rows: pd.DataFrame = self.table[~self.table["same"]]
        return rows.drop(columns="same").reset_index(drop=True)

    @property
    def kappa(self) -> float:
        """Cohen's kappa; ``nan`` when it is undefined."""
        return nan if self.comparison is None else self.comparison.kappa

    def __repr__(self) -> str:
        """Say it in words, with the sentences on which the two differ."""
        words = self._words()
        return words if self.differ.empty else f"{words}\n{self.differ.to_string(index=False)}"

    def _repr_html_(self) -> str:
        """Return the same with a table that a screen reader can walk through."""
        words = html.escape(self._words()).replace("\n", "<br>")
        table = "" if self.differ.empty else self.differ.to_html(index=False, border=0)
        return f'<p style="max-width: 45em;">{words}</p>{table}'

    def _words(self) -> str:
        if self.comparison is None:
            lines = ["No sentence has a label on both sides, so there is nothing to compare yet."]
        else:
            lines = [repr(self.comparison)]
        for whose, numbers in (("mine", self.only_mine), ("theirs", self.only_theirs)):
            if numbers:
                lines.append(f"Only {whose}, and not compared: {', '.join(map(str, numbers))}.")
        if self.comparison is not None:
            lines.append("They differ here:" if len(self.differ) else "They differ nowhere.")
        return "\n".join(lines)


def label(
    file: str | Path,
    sentence_number: int,
    choice: object,
    note: str | None = None,
) -> Saved:
    """Write one label into a file of labels. `annotate` does the same with buttons.

    Parameters
    ----------
    file : str or Path
        The CSV file; a name alone lies in the folder where the notebook runs. It is made when it
        is not there.
    sentence_number : int
        The number of the sentence, from 1.
    choice : str
        The label; ``""`` takes a label away. Three dots leave everything as it is.
    note : str, optional
        Why, in your words. Left out, a note that is there stays; ``""`` takes it away.

    Returns
    -------
    Saved
        It says what was saved.

    Raises
    ------
    LabelError
        The file is another kind of file or cannot be written, or the number is no number. A
        notebook shows the sentence alone.

    Examples
    --------
    >>> label("my_stances.csv", 3, "against")  # doctest: +SKIP
    Sentence 3: against. Saved in my_stances.csv.
    """
    path = _path(file)
    number = _number(sentence_number)
    if choice is ...:
        message = f"Sentence {number} is not labelled yet: write a choice in place of the dots."
        return Saved(number, "", "", message)
    fields = {"choice": _choice(choice)}
    if note is not None:
        fields["note"] = _one_line(note)
    table, notice = _change(path, {number: fields})
    row = table.rows.get(number, {})
    saved = f"Sentence {number}: {fields['choice'] or 'no label'}. Saved in {path.name}."
    message = f"{notice} {saved}".strip()
    return Saved(number, fields["choice"], row.get("note", ""), message)


def labels(file: str | Path) -> pd.DataFrame:
    """Return the labels in a file.

    Parameters
    ----------
    file : str or Path
        As for `label`.

    Returns
    -------
    pandas.DataFrame
        One row a sentence, in the order of the numbers: ``sentence`` (int), ``choice`` and
        ``note`` (text, ``""`` for none), then any column that was added by hand. It has no rows
        when there is no such file yet.

    Raises
    ------
    LabelError
        The file is another kind of file, or a row cannot be read. Nothing is changed.

    Examples
    --------
    >>> labels("my_stances.csv")  # doctest: +SKIP
       sentence   choice note
    0         3  against
    """
    table = _read(_path(file))
    rows = [{"sentence": number, **row} for number, row in sorted(table.rows.items())]
    frame = pd.DataFrame(rows, columns=list(table.columns)).fillna("")
    return frame.astype(dict.fromkeys(table.columns, str) | {"sentence": "int64"})


def agreement(
    mine: str | Path | pd.DataFrame,
    theirs: str | Path | pd.DataFrame,
    column: str | None = None,
    names: Mapping[Any, str] | None = None,
) -> Agreement:
    """Compare your labels with those of another annotator, or with the kit's, sentence by sentence.

    Parameters
    ----------
    mine, theirs : str, Path or pandas.DataFrame
        Files of labels, or tables with a column ``sentence`` (or ``number``) for the number and
        one for the label. A row without a label counts as not labelled.
    column : str, optional
        The column of the labels, for a table that has no column ``choice``.
    names : mapping, optional
        What the labels are called on the other side: `STANCE_NAMES` for the kit's gold stances.

    Returns
    -------
    Agreement
        It says how often the two agree, beside chance, and where they differ.

    Raises
    ------
    LabelError
        A file or a table cannot be used, a number stands twice, or no label is common to both.

    Notes
    -----
    "cannot tell" is a choice as the others. Leave its rows out of a table first, if you want to
    compare only the sentences that both decided, and say so.

    Examples
    --------
    >>> mine = pd.DataFrame({"sentence": [1, 2, 3], "choice": ["for", "against", "neither"]})
    >>> gold = pd.DataFrame({"sentence": [1, 2, 3, 4], "stance": [1, -1, -1, 0]})
    >>> agreement(mine, gold, "stance", STANCE_NAMES)
    The two agree on 2 of 3 cases (67%). With the same labels dealt out by chance, about 1.0 (33%)
    would agree. Kappa is 0.50: they are 50% of the way from chance to full agreement.
    Only theirs, and not compared: 4.
    They differ here:
     sentence    mine  theirs
            3 neither against
    """
    shown = {_as_text(key): _as_text(name) for key, name in (names or {}).items()}
    frames = [
        side if isinstance(side, pd.DataFrame) else labels(_path(side)) for side in (mine, theirs)
    ]
    if column is not None and not any(column in frame for frame in frames):
        raise LabelError(f"Neither mine nor theirs has a column {column!r}.")
    one = _side(frames[0], "mine", column, shown)
    other = _side(frames[1], "theirs", column, shown)
    both = sorted(one.keys() & other.keys())
    used, their = (sorted({side[number][0] for number in both}) for side in (one, other))
    if both and set(used).isdisjoint(their):
        raise LabelError(
            f"No label is common to both: mine has {_listed(used)}, theirs has {_listed(their)}. "
            "If they mean the same, say how with names={...: ...}."
        )
    rows = [
        {
            "sentence": number,
            "mine": one[number][0],
            "theirs": other[number][0],
            "same": one[number][0] == other[number][0],
            "my note": one[number][1],
            "their note": other[number][1],
        }
        for number in both
    ]
    columns = ["sentence", "mine", "theirs", "same"]
    columns += [name for name in ("my note", "their note") if any(row[name] for row in rows)]
    table = pd.DataFrame(rows, columns=columns).astype({"same": bool})
    comparison = compare_with_chance(list(table["mine"]), list(table["theirs"])) if both else None
    return Agreement(
        table,
        comparison,
        tuple(sorted(one.keys() - other.keys())),
        tuple(sorted(other.keys() - one.keys())),
    )


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
        self._table = _Table(COLUMNS, {})
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
            button.on_click(lambda _, name=name: self._answer(choice=name))
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
            f"Annotation tool for {len(self._numbers)} sentences: {_listed(self._names)}. "
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
            self._table, notice = _change(self._path, self._unsaved, self._table)
        except LabelError as error:
            # Shown as given, and tried again at the next press of any button.
            for number, fields in self._unsaved.items():
                self._table.rows.setdefault(number, {}).update(fields)
            return f"{'NOT SAVED. ' if self._unsaved else ''}{error}"
        self._unsaved = {}
        return notice

    def _answer(self, **fields: str) -> None:
        number = self._number
        self._unsaved.setdefault(number, {}).update(fields)
        notice = self._refresh()
        saved = "" if self._unsaved else f"Saved in {self._path.name}."
        self._show(f"{notice} {saved}".strip())

    def _note_changed(self, change: Mapping[str, Any]) -> None:
        if not self._showing:
            self._answer(note=_one_line(change["new"]))

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
        `copydesk.tone.score_sentences` gives; or what `copydesk.sentences.split_sentences` gives;
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
        shown = _sentences(sentences)
        names = _choices(choices)
        path = _path(file)
        # A file with a broken row is no reason to stop: the tool says what it does about it.
        with suppress(_BrokenTableError):
            _read(path)
        return Annotation(shown, " ".join(question.split()), names, path, context)
    except LabelError as error:
        return Reply("unknown", "The annotation tool cannot start", str(error))


@dataclass(frozen=True)
class _Table:
    """A file of labels: its columns, and the fields of each row by the number of the sentence."""

    columns: tuple[str, ...]
    rows: dict[int, dict[str, str]]


class _BrokenTableError(LabelError):
    """A file of labels with a row that cannot be read; ``good`` is what can."""

    def __init__(self, message: str, good: _Table) -> None:
        super().__init__(message)
        self.good = good


def _read(path: Path) -> _Table:
    """Read a file of labels; one that is not there, or is empty, has no rows."""
    name = path.name
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return _Table(COLUMNS, {})
    except OSError as error:
        raise LabelError(f"{name} cannot be read: {error.strerror or error}.") from None
    if not raw.strip():
        return _Table(COLUMNS, {})
    header, *body = raw.splitlines()
    try:
        # A table needs a row; the header itself has as many fields as a row should have.
        named = read_text_table(header + b"\n" + header, name).columns
    except TableError:
        named = ()
    if not {"sentence", "choice"}.issubset(named):
        raise LabelError(
            f"{name} is another kind of file: its first line does not name the columns sentence "
            "and choice. It stays as it is; choose another name for your labels."
        )
    columns = named if "note" in named else (*named, "note")
    if not any(line.strip(b' ,;\t"') for line in body):
        return _Table(columns, {})
    try:
        table = read_text_table(raw, name)
    except TableError as error:
        raise _BrokenTableError(
            error.problems[0], _Table(columns, _good_rows(header, body))
        ) from None
    rows: dict[int, dict[str, str]] = {}
    for line, row in zip(table.lines, table.rows, strict=True):
        number, fields = _split(row)
        if number is None:
            problem = f"{row['sentence']!r} is not the number of a sentence."
        elif rows.setdefault(number, fields) != fields:
            problem = f"sentence {number} has another label in an earlier line."
        else:
            continue
        good = _Table(columns, _good_rows(header, body))
        raise _BrokenTableError(f"{name}, line {line}: {problem}", good)
    return _Table(columns, rows)


def _good_rows(header: bytes, body: Iterable[bytes]) -> dict[int, dict[str, str]]:
    """Return the rows of a broken file that can be read alone and say one thing of a sentence."""
    rows: dict[int, dict[str, str]] = {}
    twofold = set()
    for line in body:
        try:
            (row,) = read_text_table(header + b"\n" + line, "").rows
        except TableError:
            continue
        number, fields = _split(row)
        if number is not None and rows.setdefault(number, fields) != fields:
            twofold.add(number)
    return {number: row for number, row in rows.items() if number not in twofold}


def _split(row: Mapping[str, str]) -> tuple[int | None, dict[str, str]]:
    """Return the number of the sentence, or None when it is none, and the other fields."""
    written = re.fullmatch(r"0*([1-9]\d{0,8})(?:\.0*)?", row["sentence"])
    fields = {name: text for name, text in row.items() if name != "sentence"}
    return int(written[1]) if written else None, {"note": "", **fields}


def _change(
    path: Path, changes: Mapping[int, Mapping[str, str]], known: _Table | None = None
) -> tuple[_Table, str]:
    """Read the file, change fields of rows, write it, and return it with what is to be said.

    A broken file is kept under another name. What can be read of it goes on, with the rows of
    ``known``, as they were read earlier, where it cannot.
    """
    notice = ""
    try:
        table = _read(path)
    except _BrokenTableError as broken:
        earlier = known.rows if known else {}
        table = _Table(broken.good.columns, {**earlier, **broken.good.rows})
        aside = _set_aside(path)
        _write(path, table)
        notice = (
            f"{broken} The file as it was is kept as {aside.name}; the labels of "
            f"{len(table.rows)} sentences go on in {path.name}."
        )
    before = dict(table.rows)
    for number, fields in changes.items():
        row = {"choice": "", "note": "", **table.rows.get(number, {}), **fields}
        table.rows[number] = row
        if not any(row.values()):
            del table.rows[number]
    if table.rows != before:
        _write(path, table)
    return table, notice


def _set_aside(path: Path) -> Path:
    """Copy a file to a name that is free, and return that name."""
    number = 1
    while (aside := path.with_name(f"{path.stem}_broken_{number}.csv")).exists():
        number += 1
    try:
        write_whole(aside, path.read_bytes())
    except OSError as error:
        raise LabelError(f"{aside.name} cannot be written: {error.strerror or error}.") from None
    return aside


def _write(path: Path, table: _Table) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, table.columns, restval="", lineterminator="\n")
    writer.writeheader()
    for number, row in sorted(table.rows.items()):
        writer.writerow({"sentence": number, **row})
    try:
        write_whole(path, text.getvalue())
    except OSError as error:
        raise LabelError(
            f"{path.name} cannot be written: {error.strerror or error}. If another program has it "
            "open, close it there."
        ) from None


def _path(file: object) -> Path:
    """Return the file of labels in full, so that a later change of folder does not matter."""
    if not isinstance(file, (str, os.PathLike)) or not str(file).strip() or "\0" in str(file):
        raise LabelError('The file needs a name in quotation marks, such as "my_labels.csv".')
    path = Path(file)
    if path.suffix.lower() != ".csv":
        raise LabelError(f"{path.name!r} does not end in .csv; labels are kept in a CSV file.")
    path = Path.cwd() / path
    if path.is_dir():
        raise LabelError(f"{path.name} is a folder; name a file.")
    if not path.parent.is_dir():
        raise LabelError(
            f"The folder of {path.name} is not there. A name alone lies beside the notebook."
        )
    return path.resolve()


def _number(number: object) -> int:
    whole = _whole(number)
    if whole is None or not 1 <= whole < 10**9:
        raise LabelError(f"{number!r} is not the number of a sentence; the first one is 1.")
    return whole


def _whole(value: object) -> int | None:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, Integral) and not isinstance(value, bool) else None


def _one_line(text: object) -> str:
    """Return text that fits into one line of a CSV file."""
    safe = str(text).encode("utf-8", "replace").decode()  # half a surrogate pair is no character
    return " ".join(_CONTROL.sub(" ", safe).split())


def _choice(choice: object) -> str:
    if not isinstance(choice, (str, int)):
        raise LabelError('A choice is a word in quotation marks, such as "cannot tell".')
    return _one_line(choice)


def _choices(choices: Iterable[Any]) -> tuple[str, ...]:
    if isinstance(choices, str) or not isinstance(choices, Iterable):
        raise LabelError('choices is a list, such as ["for", "against", "cannot tell"].')
    names = tuple(_choice(choice) for choice in choices)
    if "" in names:
        raise LabelError("One of the choices is empty; write a word for it.")
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise LabelError(f"The choice {twice[0]!r} stands in the list twice.")
    if len(names) < 2:
        raise LabelError("At least two choices are needed.")
    return names


def _sentences(sentences: object) -> dict[int, str]:
    """Return the sentences by their numbers, whatever they came in."""
    if isinstance(sentences, str):
        raise LabelError(
            "The sentences are one text; give a list, such as split_sentences(text) makes."
        )
    pairs: list[tuple[Any, Any]]
    if isinstance(sentences, pd.DataFrame):
        known = [
            names
            for names in (["sentence", "text"], ["number", "sentence"])
            if set(names).issubset(sentences.columns)
        ]
        if not known:
            raise LabelError(
                "The table of sentences needs the columns sentence (a number) and text."
            )
        pairs = list(sentences[known[0]].itertuples(index=False, name=None))
    elif isinstance(sentences, Mapping):
        pairs = list(sentences.items())
    elif isinstance(sentences, Iterable):
        pairs = [
            (getattr(sentence, "number", place), getattr(sentence, "text", sentence))
            for place, sentence in enumerate(sentences, 1)
        ]
    else:
        raise LabelError("The sentences are a list of texts.")
    shown: dict[int, str] = {}
    for number, text in pairs:
        whole = _number(number)
        if not isinstance(text, str):
            raise LabelError(f"Sentence {whole} is not a text: {text!r}.")
        if whole in shown:
            raise LabelError(f"Two sentences have the number {whole}.")
        shown[whole] = text
    if not shown:
        raise LabelError("There are no sentences to label.")
    return dict(sorted(shown.items()))


def _side(
    frame: pd.DataFrame, whose: str, column: str | None, names: Mapping[str, str]
) -> dict[int, tuple[str, str]]:
    """Return the labels and notes of one side of a comparison, by sentence."""
    numbered = [
        name
        for name in ("sentence", "number")
        if name in frame and all(_whole(number) is not None for number in frame[name])
    ]
    if not numbered:
        raise LabelError(f"The table {whose} needs a column sentence with whole numbers.")
    others = [name for name in frame.columns if name != numbered[0]]
    named = [name for name in (column, "choice") if name in others]
    if not named and len(others) != 1:
        raise LabelError(
            f"Say which column of {whose} has the labels, with column=...; its columns are "
            f"{_listed(frame.columns)}."
        )
    notes = frame["note"] if "note" in frame else [""] * len(frame)
    found: dict[int, tuple[str, str]] = {}
    given = frame[(named or others)[0]]
    for number, choice, note in zip(frame[numbered[0]], given, notes, strict=True):
        written = _as_text(choice)
        if not written:
            continue
        whole = _number(number)
        if whole in found:
            raise LabelError(
                f"Sentence {whole} stands twice in {whose}; keep one row a sentence first, such "
                "as the rows of one party."
            )
        found[whole] = (names.get(written, written), _as_text(note))
    return found


def _as_text(value: Any) -> str:
    """Return a label as text: 1 for 1.0, nothing for a missing value."""
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    whole = _whole(value)
    return _one_line(value if whole is None else whole)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(map(str, names))


def _button(description: str, tooltip: str = "") -> ipywidgets.Button:
    return ipywidgets.Button(
        description=description, tooltip=tooltip, layout={"width": "auto", "min_width": "6em"}
    )

"""Labels by plain calls: write one, read all, and say in a sentence what does not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral
from pathlib import Path

import pandas as pd

from copydesk.classroom.annotation.label_file import (
    LabelError,
    change_rows,
    check_path,
    read_label_file,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


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


def label(
    file: str | Path,
    sentence_number: int,
    choice: object,
    note: str | None = None,
    choices: Sequence[str] = (),
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
    choices : sequence of str, optional
        The labels that there are, such as `STANCES`; another word is not saved.

    Returns
    -------
    Saved

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
    path = check_path(file)
    number = check_number(sentence_number)
    if choice is ...:
        message = f"Sentence {number} is not labelled yet: write a choice in place of the dots."
        return Saved(number, "", "", message)
    given = check_choice(choice)
    known = {one.casefold(): one for one in choices}
    if given and known and given.casefold() not in known:
        listed = ", ".join(choices)
        said = f"Sentence {number}: “{given}” is not saved. Write one of these: {listed}."
        return Saved(number, "", "", said)
    fields = {"choice": known.get(given.casefold(), given)}
    if note is not None:
        fields["note"] = one_line(note)
    table, notice = change_rows(path, {number: fields})
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
    table = read_label_file(check_path(file))
    rows = [{"sentence": number, **row} for number, row in sorted(table.rows.items())]
    frame = pd.DataFrame(rows, columns=list(table.columns)).fillna("")
    return frame.astype(dict.fromkeys(table.columns, str) | {"sentence": "int64"})


def check_number(number: object) -> int:
    """Return the number of a sentence as an int, or raise `LabelError`."""
    whole = whole_number(number)
    if whole is None or not 1 <= whole < 10**9:
        raise LabelError(f"{number!r} is not the number of a sentence; the first one is 1.")
    return whole


def whole_number(value: object) -> int | None:
    """Return a number as an int, or None when it is no whole number.

    Examples
    --------
    >>> whole_number(3.0), whole_number(3.5), whole_number("3"), whole_number(True)
    (3, None, None, None)
    """
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, Integral) and not isinstance(value, bool) else None


def one_line(text: object) -> str:
    r"""Return text that fits into one line of a CSV file.

    Examples
    --------
    >>> one_line("  who says\nso? ")
    'who says so?'
    """
    safe = str(text).encode("utf-8", "replace").decode()  # half a surrogate pair is no character
    return " ".join(_CONTROL.sub(" ", safe).split())


def check_choice(choice: object) -> str:
    """Return a choice as one line of text, or raise `LabelError`."""
    if not isinstance(choice, (str, int)):
        raise LabelError('A choice is a word in quotation marks, such as "cannot tell".')
    return one_line(choice)

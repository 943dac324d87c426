"""A learner's own file of labels: written one label at a time, read, and mended when it is broken.

It is a CSV file with one row a sentence: ``sentence`` (its number), ``choice`` and ``note``. It is
read before each change and written whole after it, so that two cells, or a cell and a spreadsheet,
do not undo one another.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Integral
from pathlib import Path

import pandas as pd

from copydesk.corpus.files import write_whole
from copydesk.corpus.table_check import TableError, read_text_table

COLUMNS = ("sentence", "choice", "note")
"""The columns of a file of labels. Columns that someone adds are kept."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


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


def label(file: str | Path, sentence_number: int, choice: object, note: str | None = None) -> Saved:
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
    fields = {"choice": check_choice(choice)}
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


@dataclass(frozen=True)
class LabelTable:
    """What a file of labels holds.

    Attributes
    ----------
    columns : tuple of str
        The names in its first line.
    rows : dict
        The fields of each row but ``sentence``, by the number of the sentence.
    """

    columns: tuple[str, ...]
    rows: dict[int, dict[str, str]]


class BrokenFileError(LabelError):
    """A file of labels with a row that cannot be read; ``good`` is what can."""

    def __init__(self, message: str, good: LabelTable) -> None:
        super().__init__(message)
        self.good = good


def read_label_file(path: Path) -> LabelTable:
    """Read a file of labels; one that is not there, or is empty, has no rows.

    Parameters
    ----------
    path : pathlib.Path
        From `check_path`.

    Returns
    -------
    LabelTable

    Raises
    ------
    BrokenFileError
        A row cannot be read.
    LabelError
        The file cannot be opened, or is another kind of file.
    """
    name = path.name
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return LabelTable(COLUMNS, {})
    except OSError as error:
        raise LabelError(f"{name} cannot be read: {error.strerror or error}.") from None
    if not raw.strip():
        return LabelTable(COLUMNS, {})
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
        return LabelTable(columns, {})
    try:
        table = read_text_table(raw, name)
    except TableError as error:
        raise BrokenFileError(
            error.problems[0], LabelTable(columns, _good_rows(header, body))
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
        good = LabelTable(columns, _good_rows(header, body))
        raise BrokenFileError(f"{name}, line {line}: {problem}", good)
    return LabelTable(columns, rows)


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


def change_rows(
    path: Path, changes: Mapping[int, Mapping[str, str]], known: LabelTable | None = None
) -> tuple[LabelTable, str]:
    """Read a file of labels, change fields of rows, and write it.

    A broken file is kept under another name. What can be read of it goes on, with the rows of
    ``known`` where it cannot.

    Parameters
    ----------
    path : pathlib.Path
        From `check_path`.
    changes : mapping
        The new fields of a row, by the number of the sentence. A row without any text goes.
    known : LabelTable, optional
        The file as it was read earlier.

    Returns
    -------
    table : LabelTable
        The file as it is now.
    notice : str
        What was done about a broken file, or empty.

    Raises
    ------
    LabelError
        The file cannot be opened or written, or is another kind of file.
    """
    notice = ""
    try:
        table = read_label_file(path)
    except BrokenFileError as broken:
        earlier = known.rows if known else {}
        table = LabelTable(broken.good.columns, {**earlier, **broken.good.rows})
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


def _write(path: Path, table: LabelTable) -> None:
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


def check_path(file: object) -> Path:
    """Return the full path of a file of labels, or raise `LabelError`.

    In full, so that a later change of folder does not matter.
    """
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

"""A learner's own file of labels: read, changed, and mended when it is broken.

It is a CSV file with one row a sentence: ``sentence`` (its number), ``choice`` and ``note``. It is
read before each change and written whole after it, under a lock, so that two cells, two notebooks,
or a cell and a spreadsheet, do not undo one another.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.table_check import TableError, read_text_table

COLUMNS = ("sentence", "choice", "note")
"""The columns of a file of labels. Columns that someone adds are kept."""


class LabelError(ValueError):
    """Labels that cannot be used. The message is one sentence or two, and says what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows of it: the sentence, and not the code of the kit."""
        return [str(self)]


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
        The file cannot be opened or written, another program does not end writing it, or it is
        another kind of file.
    """
    if not changes:
        # Looking needs no lock, and no folder that can be written, while the file is whole.
        with suppress(BrokenFileError):
            return read_label_file(path), ""
    with _writing(path), locked(path):
        return _change_rows(path, changes, known)


def _change_rows(
    path: Path, changes: Mapping[int, Mapping[str, str]], known: LabelTable | None
) -> tuple[LabelTable, str]:
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
    with _writing(aside):
        write_whole(aside, path.read_bytes())
    return aside


def _write(path: Path, table: LabelTable) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, table.columns, restval="", lineterminator="\n")
    writer.writeheader()
    for number, row in sorted(table.rows.items()):
        writer.writerow({"sentence": number, **row})
    write_whole(path, text.getvalue())


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say in a sentence when a file cannot be written."""
    try:
        yield
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

"""What a person decides: ``by_hand.csv``, whatever a spreadsheet made of it, and what it is worth.

The table is only ever added to. A file that cannot be read, or a row that fits nothing, is named,
and then nothing is written: a mark that a person gave is never lost without a word.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from copydesk.corpus.files import as_it_was, harmless, write_whole

BY_HAND = "by_hand.csv"
COLUMNS = ("learner", "lesson", "item", "points", "comment")
_SEPARATORS = ",;\t"
_NUMBER = re.compile(r"\+?-?\d+(?:[.,]\d*)?|[.,]\d+")


@dataclass(frozen=True)
class ByHand:
    """What a person decided about one item of one learner.

    Attributes
    ----------
    learner, lesson : str
        The learner's folder and the stem of the lesson.
    item : str
        The number of an exercise, "2.3", or the name of an open answer, "my_note".
    points : float or None
        Points instead of those of the machine, or for the open answer; None leaves them.
    comment : str
        For the learner's page.
    line : int
        Where it stands in the file.
    """

    learner: str
    lesson: str
    item: str
    points: float | None
    comment: str
    line: int = field(default=0, compare=False)


class ByHandError(ValueError):
    """``by_hand.csv`` cannot be read or does not fit the class; a sentence for each fault."""


@dataclass(frozen=True)
class _Table:
    """The file as it is: how it is written, and its rows with the line that each begins in."""

    encoding: str
    separator: str
    names: tuple[str, ...]
    text: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_by_hand(folder: Path) -> list[ByHand]:
    """Read what persons decided, with commas, semicolons or tabs, in UTF-8, UTF-16 or cp1252.

    Raises
    ------
    ByHandError
        The file cannot be read, or has rows that cannot. Nothing is lost; mend the file.
    """
    path = folder / BY_HAND
    if not path.is_file():
        return []
    table, found, faults = _table(path), [], []
    for line, cells in table.rows:
        row = dict(zip(table.names, cells, strict=False))
        fault = _fault(row, cells, len(table.names))
        if fault:
            faults.append(f"{path}, line {line}: {fault}.")
            continue
        learner, lesson, item, points, comment = (row.get(name, "").strip() for name in COLUMNS)
        value = float(points.replace(",", ".")) if points else None
        found.append(ByHand(as_it_was(learner), lesson, as_it_was(item), value, comment, line))
    _stop(faults)
    return found


def check_by_hand(
    folder: Path, notebooks: Iterable[tuple[str, str]], most: Mapping[str, Mapping[str, float]]
) -> list[ByHand]:
    """Read what persons decided, and see that each row fits the class.

    Parameters
    ----------
    folder : Path
        The folder of the class.
    notebooks : iterable of (str, str)
        Learner and lesson of each notebook of the class.
    most : mapping of str to mapping of str to float
        For each lesson, the most points that each of its items can have.

    Returns
    -------
    list of ByHand
        Rows that say something, with learners and items named as the class names them.

    Raises
    ------
    ByHandError
        A sentence for each row that fits nothing: all of them, not the first alone.
    """
    lessons_of: dict[str, set[str]] = {}
    for name, lesson in notebooks:
        lessons_of.setdefault(name, set()).add(lesson)
    known = {_same(name): name for name in lessons_of}
    found: dict[tuple[str, str, str], ByHand] = {}
    faults = []
    for row in read_by_hand(folder):
        if row.points is None and not row.comment:
            continue
        learner = _learner(row.learner, known)
        items = most.get(row.lesson, {})
        one = replace(row, learner=learner or row.learner, item=_item(row.item, items))
        twin = found.setdefault((one.learner, one.lesson, one.item), one)
        if learner is None:
            fault = f"there is no learner {row.learner!r}{_nearest(row.learner, lessons_of)}"
        elif row.lesson not in lessons_of[learner]:
            there = ", ".join(sorted(lessons_of[learner]))
            fault = f"{learner} has no notebook of {row.lesson!r} here; there is {there}"
        elif one.item not in items:
            fault = f"{row.lesson} has no {row.item!r}; it has {', '.join(items)}"
        elif one.points is not None and not 0 <= one.points <= items[one.item]:
            most_of = f"{one.item} has from 0 to {items[one.item]:g}"
            fault = f"{one.points:g} points are given, and {most_of}"
        elif twin is not one and twin != one:
            fault = f"line {twin.line} is about the same item of {learner}; keep one of them"
        else:
            continue
        faults.append(f"{folder / BY_HAND}, line {row.line}: {fault}.")
    _stop(faults)
    return list(found.values())


def by_notebook(rows: Iterable[ByHand]) -> dict[tuple[str, str], list[ByHand]]:
    """Gather rows by learner and lesson, so that a class of thousands is looked through once."""
    found: dict[tuple[str, str], list[ByHand]] = {}
    for row in rows:
        found.setdefault((row.learner, row.lesson), []).append(row)
    return found


def add_open_items(folder: Path, items: Iterable[tuple[str, str, str]]) -> None:
    """Add a row for each learner, lesson and item that has none yet, at the end of the table.

    The rows take the columns, separator, line ends and encoding of the file. An encoding that
    lacks a letter of a new row gives way to UTF-8.
    """
    path = folder / BY_HAND
    items = list(items)
    names = {_same(name): name for name, *_ in items}
    known = {
        (_same(_learner(row.learner, names) or row.learner), row.lesson, row.item)
        for row in read_by_hand(folder)
    }
    new = [item for item in items if (_same(item[0]), *item[1:]) not in known]
    if path.is_file() and not new:
        return
    # With a byte order mark a spreadsheet knows that it is UTF-8.
    table = _table(path) if path.is_file() else _Table("utf-8-sig", ",", COLUMNS, "", ())
    end = "\r\n" if "\r\n" in table.text else "\n"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(
        out, table.names, "", delimiter=table.separator, lineterminator=end, extrasaction="ignore"
    )
    if not table.text:
        writer.writeheader()
    writer.writerows(dict(zip(COLUMNS, map(harmless, item), strict=False)) for item in new)
    between = "" if not table.text or table.text.endswith("\n") else end
    text = table.text + between + out.getvalue()
    try:
        data = text.encode(table.encoding)
    except UnicodeEncodeError:
        data = text.encode("utf-8-sig")
    write_whole(path, data)


def _table(path: Path) -> _Table:
    encoding, text = _decoded(path)
    lines = list(io.StringIO(text, newline=""))
    at = 0
    while at < len(lines) and (not lines[at].strip() or re.match(r'"?sep=', lines[at])):
        at += 1
    for separator in _SEPARATORS:
        head = next(csv.reader(lines[at : at + 1], delimiter=separator), [])
        names = tuple(name.strip().casefold() for name in head)
        if set(COLUMNS[:4]) <= set(names):
            rows = tuple(_rows(path, lines, at + 1, separator))
            return _Table(encoding, separator, names, text, rows)
    raise ByHandError(
        f"{path}, line {at + 1}: the columns are not {','.join(COLUMNS)}; write them there, and "
        "save the table as CSV."
    )


def _rows(
    path: Path, lines: Sequence[str], at: int, separator: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(lines[at:], delimiter=separator, strict=True)
    while True:
        line = at + reader.line_num + 1
        try:
            cells = tuple(next(reader))
        except StopIteration:
            return
        except csv.Error:
            raise ByHandError(
                f"{path}, line {line}: a double quote is opened and not closed, or stands "
                "within others; write it twice, or take it out."
            ) from None
        if any(cell.strip() for cell in cells):
            yield line, cells


def _decoded(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of a spreadsheet
    marked = data.startswith(b"\xef\xbb\xbf")
    for encoding in ("utf-16",) if wide else ("utf-8-sig" if marked else "utf-8", "cp1252"):
        try:
            return encoding, data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ByHandError(
        f"{path}: its letters cannot be read. Save it again as CSV, with the encoding UTF-8."
    )


def _fault(row: Mapping[str, str], cells: Sequence[str], count: int) -> str:
    """Say what is wrong with a row by itself, as the end of a sentence; or nothing."""
    if len(cells) < 3:
        return f"there are {len(cells)} of {count} cells; is the separator that of the first line?"
    if any(cell.strip() for cell in cells[count:]):
        return f"there are more than {count} cells; put what has a separator in it in double quotes"
    points = row.get("points", "").strip()
    if points and not _NUMBER.fullmatch(points):
        return f"the points are {points!r}; write a number, or nothing"
    return ""


def _learner(name: str, known: Mapping[str, str]) -> str | None:
    """Return the learner of a name; a "?" is what an old encoding leaves of a foreign letter."""
    same = _same(name)
    if same in known or "?" not in same:
        return known.get(same)
    pattern = re.compile(re.escape(same).replace(r"\?", "."))
    fitting = [learner for letters, learner in known.items() if pattern.fullmatch(letters)]
    return fitting[0] if len(fitting) == 1 else None


def _item(item: str, items: Iterable[str]) -> str:
    """Return an item as it is named; in many countries a spreadsheet writes 2,5 for 2.5."""
    return dotted if item not in items and (dotted := item.replace(",", ".")) in items else item


def _nearest(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), 1)
    return f"; is it {near[0]!r}?" if near else ""


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _stop(faults: Sequence[str]) -> None:
    if faults:
        raise ByHandError("\n".join((*faults, "Nothing was marked or written.")))

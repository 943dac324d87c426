"""Lay out what a class handed in: one folder a learner, one notebook a lesson.

Learning platforms, shared folders and e-mail leave behind names of many kinds. What is understood
of them is written to ``collected.csv``, so that a person can look it over; what was handed in is
copied and never changed.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path, PurePath

from copydesk.classroom.hand_in.notebook import NotebookError, lesson_number, read_notebook
from copydesk.classroom.hand_in.unpacking import Piece, unpack
from copydesk.corpus.files import as_it_was, harmless, write_whole
from copydesk.exercises import exercises_of, lesson_stems

LEARNERS, TABLE = "learners", "collected.csv"

# Moodle: Given Family_1234567_assignsubmission_file_ as a folder, or before the file's own name.
_MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)$")
# Canvas: familygiven_LATE_123_456_file.ipynb; a file that is handed in again ends in -1.
_CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)$")
_AGAIN = re.compile(r"(?:-|\s*\(|[ _-]?v|[ _-]?attempt[ _-]?)(\d{1,2})\)?$", re.I)
_NOT_A_NAME = re.compile(
    r"^(?:exercises?|work|notebooks?|solutions?|submissions?|attachments?|files?|uploads?|downloads?"
    r"|homework|assignments?|copydesk.*|class|new folder|untitled.*|\d*)$",
    re.I,
)
_NOISE = re.compile(
    r"\b(?:copy|copie|kopie|copia|final|fresh|new|done|exercises?|lesson|homework|of|edited|my"
    r"|attempt|version|v?\d+)\b",
    re.I,
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)  # by Windows


@dataclass(frozen=True)
class Row:
    """One notebook, as `collected.csv` has it.

    Attributes
    ----------
    learner : str
        The name, as it was understood.
    platform_id : str
        The number that the platform knows the learner by, or empty.
    lesson : str
        The stem of the lesson, such as "02_cleaning"; empty when it is none of the kit's.
    file : str
        Where it lies now, below the folder of the class; empty when it was not taken.
    came_as : str
        Where it was found.
    sha256 : str
        Its fingerprint.
    note : str
        What a person should know, or empty.
    """

    learner: str
    platform_id: str
    lesson: str
    file: str
    came_as: str
    sha256: str
    note: str = ""


@dataclass(frozen=True)
class _Found:
    learner: str
    platform_id: str
    lesson: str
    order: tuple[bool, int, tuple[int, ...]]
    came_as: str
    sha256: str
    note: str
    kept: Path = Path()


def collect(places: Sequence[Path], folder: Path) -> list[Row]:
    """Lay out the notebooks of a class in a folder.

    The newest notebook of a lesson becomes ``learners/NAME/02_cleaning.ipynb``; those before it
    go to ``learners/NAME/earlier/``. What is there already stays, and what comes again is left out.

    Parameters
    ----------
    places : sequence of Path
        Folders, zip files or notebooks that came in.
    folder : Path
        The folder of the class. It is made if it is not there.

    Returns
    -------
    list of Row
        All rows of the table, those of earlier calls too.

    Raises
    ------
    FileNotFoundError
        One of the places is not there.
    OSError
        The folder cannot be written.
    """
    before = read_rows(folder)
    known = {(row.learner, row.sha256) for row in before}
    found: list[_Found] = []
    problems: list[Row] = []
    # What came in is laid aside until it is known which is the newest: ten thousand notebooks are
    # too much for the memory of a laptop.
    with tempfile.TemporaryDirectory(prefix="copydesk-") as aside:
        for number, piece in enumerate(unpack(places)):
            one = _understand(piece)
            if isinstance(one, Row):
                problems.append(one)
            else:
                kept = Path(aside, str(number))
                kept.write_bytes(piece.data)
                found.append(replace(one, kept=kept))
        rows = list(before)
        rows += [row for row in problems if row not in before]
        for one in sorted(_named_apart(found), key=lambda one: one.order):
            if (one.learner, one.sha256) not in known:
                known.add((one.learner, one.sha256))
                rows = _place(one, folder, rows)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / TABLE, _as_csv(rows))
    return rows


def read_rows(folder: Path) -> list[Row]:
    """Return the rows of the table of a class; none when nothing was collected yet."""
    path = folder / TABLE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = [field.name for field in fields(Row)]
        return [
            Row(**{name: as_it_was(row.get(name) or "") for name in names})
            for row in csv.DictReader(file)
        ]


def summary(rows: Sequence[Row]) -> str:
    """Say what was understood, in a few lines.

    Examples
    --------
    >>> print(summary([Row("Ana Lima", "", "02_cleaning", "learners/…", "a.zip", "0a")]))
    1 learner, 1 notebook.
      02_cleaning: 1
    """
    taken = [row for row in rows if row.file]
    newest = [row for row in taken if "/earlier/" not in row.file]
    learners = {row.learner for row in taken}
    lines = [f"{_count(len(learners), 'learner')}, {_count(len(newest), 'notebook')}."]
    for lesson in sorted({row.lesson for row in newest}):
        lines.append(f"  {lesson}: {sum(row.lesson == lesson for row in newest)}")
    if len(taken) > len(newest):
        lines.append(f"Earlier attempts, kept beside them: {len(taken) - len(newest)}.")
    for row in rows:
        if row.note:
            lines.append(f"{row.came_as}: {row.note}.")
    return "\n".join(lines)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _understand(piece: Piece) -> _Found | Row:
    """Say whose notebook a file is and of which lesson; a file that is no notebook is a row."""
    learner, number, rest = learner_of(piece.parts)
    came_as, print_ = "/".join(piece.parts), hashlib.sha256(piece.data).hexdigest()
    if piece.problem:
        return Row(learner, number, "", "", came_as, "", piece.problem)
    try:
        cells = read_notebook(piece.data)
    except NotebookError as error:
        return Row(learner, number, "", "", came_as, print_, str(error))
    stems = lesson_stems()
    counted = lesson_number(cells)
    by_content = stems.get(counted[0]) if counted else None
    by_name = _lesson_in(rest, stems.values())
    lesson = by_content or by_name
    if lesson is None:
        note = "it is no exercise notebook of the kit; nothing in it is checked"
        return Row(learner, number, "", "", came_as, print_, note)
    note = ""
    if by_content and by_name and by_content != by_name:
        note = f"by its name it is {by_name}, and what it checks is {by_content}"
    elif counted is None:
        note = "no call of check is left in it; the lesson is taken from its name"
    whole = counted is not None and 2 * counted[1] >= len(exercises_of(lesson))
    if counted and not whole:
        of = len(exercises_of(lesson))
        note = f"it checks {counted[1]} of {of} exercises; is it the lesson itself?"
    again = _AGAIN.search(PurePath(rest).stem)
    order = (whole, int(again[1]) if again else 0, piece.time)
    return _Found(learner, number, lesson, order, came_as, print_, note)


def learner_of(parts: Sequence[str]) -> tuple[str, str, str]:
    """Read who handed a file in from the names of its folders and its own name.

    Parameters
    ----------
    parts : sequence of str
        The folders and zips, from outside in, and the name of the file.

    Returns
    -------
    tuple of (str, str, str)
        The learner's name, the number that a platform gave, and what is left of the file's name.

    Examples
    --------
    >>> learner_of(["Ana Lima_1234567_assignsubmission_file_", "02_cleaning.ipynb"])
    ('Ana Lima', '1234567', '02_cleaning.ipynb')
    >>> learner_of(["limaana_LATE_120_3400_02_cleaning-1.ipynb"])
    ('limaana', '120', '02_cleaning-1.ipynb')
    >>> learner_of(["week 2", "02_cleaning Ana Lima (2).ipynb"])
    ('Ana Lima', '', '02_cleaning Ana Lima (2).ipynb')
    """
    *folders, file = parts
    for part in reversed(parts):
        for pattern in (_MOODLE, _CANVAS):
            if match := pattern.match(part):
                rest = match["file"] if part is file and match["file"] else file
                return _tidy(match["name"]), match["id"], rest
    if name := _name_in_file(file):
        return name, "", file
    for part in reversed(folders):
        stem = re.sub(r"\.zip$", "", part, flags=re.I)
        if not _NOT_A_NAME.match(stem) and (name := _name_in_file(stem)):
            return name, "", file
    return "not named", "", file


def _name_in_file(file: str) -> str:
    """Return what a file's name says besides lesson and attempt, if it may be a person's name."""
    text = re.sub(r"\.(?:ipynb|zip)$", "", file, flags=re.I)
    for stem in lesson_stems().values():
        number, _, word = stem.partition("_")
        text = re.sub(rf"{number}[\s_.-]*{word}(?:_more)?|\b{word}\b", " ", text, flags=re.I)
        text = re.sub(rf"(?:^|(?<=[\s_.-])){word}(?=[\s_.-]|$)", " ", text, flags=re.I)
    text = _NOISE.sub(" ", re.sub(r"[_.()\[\]+-]+", " ", text))
    name = _tidy(text)
    return name if sum(sign.isalpha() for sign in name) >= 2 and not _NOT_A_NAME.match(name) else ""


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())[:80]


def _lesson_in(name: str, stems: Iterable[str]) -> str | None:
    for stem in stems:
        number, _, word = stem.partition("_")
        if re.search(rf"(?<!\d){number}(?!\d)|(?<![a-z]){word}(?![a-z])", name, re.I):
            return stem
    return None


def _named_apart(found: Sequence[_Found]) -> list[_Found]:
    """Give one person one name, and two persons of one name a number each."""
    names: dict[str, dict[str, str]] = {}  # by the letters of the name, then by number
    for one in found:
        names.setdefault(_letters(one.learner), {}).setdefault(one.platform_id, one.learner)
    result = []
    for one in found:
        alike = names[_letters(one.learner)]
        name = next(iter(alike.values()))
        numbers = [number for number in alike if number]
        if len(numbers) > 1 and one.platform_id:
            name = f"{name} ({one.platform_id})"
        result.append(replace(one, learner=name))
    return result


def _letters(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(sorted(re.findall(r"\w+", folded)))


def _place(one: _Found, folder: Path, rows: list[Row]) -> list[Row]:
    """Write a notebook as the newest of its lesson; the one that was so goes to earlier/."""
    own = folder / LEARNERS / safe_name(one.learner)
    own.mkdir(parents=True, exist_ok=True)
    path = own / f"{one.lesson}.ipynb"
    if path.exists():
        (own / "earlier").mkdir(exist_ok=True)
        names = (own / "earlier" / f"{one.lesson}-{n}.ipynb" for n in range(1, 10_000))
        earlier = next(name for name in names if not name.exists())
        path.rename(earlier)
        old, new = (str(each.relative_to(folder).as_posix()) for each in (path, earlier))
        rows = [replace(row, file=new) if row.file == old else row for row in rows]
    write_whole(path, one.kept.read_bytes())
    file = path.relative_to(folder).as_posix()
    row = Row(one.learner, one.platform_id, one.lesson, file, one.came_as, one.sha256, one.note)
    return [*rows, row]


def safe_name(name: str) -> str:
    """Make a name of a folder that every system can hold.

    Examples
    --------
    >>> safe_name("Lima/Ana: 2"), safe_name("CON"), safe_name("Nguyễn Thị Ánh")
    ('Lima_Ana_ 2', '_CON', 'Nguyễn Thị Ánh')
    """
    text = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .") or "_"
    return f"_{text}" if _RESERVED.match(text) else text


def _as_csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(Row)], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: harmless(cell) for key, cell in asdict(row).items()} for row in rows)
    return out.getvalue()

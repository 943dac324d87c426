"""Read who handed a file in, and of which lesson it is, from the names of files and folders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from copydesk.exercises import lesson_stems

UNNAMED = "not named"
"""Who handed in a file that no name says anything about."""

# Moodle: Given Family_1234567_assignsubmission_file_ as a folder, or before the file's own name.
_MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)$")
# Canvas: familygiven_LATE_123_456_file.ipynb; a file that is handed in again ends in -1.
_CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)$")
AGAIN = re.compile(r"(?:-|\s*\(|[ _-]?v|[ _-]?attempt[ _-]?)(\d{1,2})\)?$", re.I)
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
    if name := _name_in_file(re.sub(r"\.[a-z0-9]{1,5}$", "", file, flags=re.I)):
        return name, "", file
    for part in reversed(folders):
        stem = re.sub(r"\.(?:zip|eml|mbox)$", "", part, flags=re.I)
        if not _NOT_A_NAME.match(stem) and (name := _name_in_file(stem)):
            return name, "", file
    return UNNAMED, "", file


def _name_in_file(file: str) -> str:
    """Return what a file's name says besides lesson and attempt, if it may be a person's name."""
    text = file
    for stem in lesson_stems().values():
        number, _, word = stem.partition("_")
        text = re.sub(rf"{number}[\s_.-]*{word}(?:_more)?|\b{word}\b", " ", text, flags=re.I)
        text = re.sub(rf"(?:^|(?<=[\s_.-])){word}(?=[\s_.-]|$)", " ", text, flags=re.I)
    text = _NOISE.sub(" ", re.sub(r"[_.()\[\]+-]+", " ", text))
    name = _tidy(text)
    return name if sum(sign.isalpha() for sign in name) >= 2 and not _NOT_A_NAME.match(name) else ""


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())[:80]


def lesson_in(name: str, stems: Iterable[str]) -> str | None:
    """Return the lesson that a file's name says, or None."""
    for stem in stems:
        number, _, word = stem.partition("_")
        if re.search(rf"(?<!\d){number}(?!\d)|(?<![a-z]){word}(?![a-z])", name, re.I):
            return stem
    return None


def letters(name: str) -> str:
    """Return what two ways to write one name have in common: its words, in one order and case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(sorted(re.findall(r"\w+", folded)))


def safe_name(name: str) -> str:
    """Make a name of a folder that every system can hold.

    Examples
    --------
    >>> safe_name("Lima/Ana: 2"), safe_name("CON"), safe_name("Nguyễn Thị Ánh")
    ('Lima_Ana_ 2', '_CON', 'Nguyễn Thị Ánh')
    """
    text = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .") or "_"
    return f"_{text}" if _RESERVED.match(text) else text

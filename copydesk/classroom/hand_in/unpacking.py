"""Go through folders and zip files, also zips in zips, without trusting their names or sizes."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO

from copydesk.classroom.hand_in.collected import FOREIGN
from copydesk.classroom.hand_in.mail import MAILS, MailError, attachments
from copydesk.classroom.hand_in.notebook import MOST_BYTES

MOST_FILES = 200_000
"""Files of one call that are looked at."""

MOST_UNPACKED = 2 << 30
"""Bytes that one zip file may hold when it is unpacked."""

_DEEPEST = 3  # zips in zips in zips
_LITTER = ("thumbs.db", "desktop.ini")
_PASSED_OVER = ("__MACOSX", ".ipynb_checkpoints", ".git", ".venv", "__pycache__")


@dataclass(frozen=True)
class Piece:
    """A file that was found.

    Attributes
    ----------
    parts : tuple of str
        The folders and zips that it lies in, from outside in, and its name.
    data : bytes
        Its content; empty when there is a problem.
    time : tuple of int
        When it was changed: year, month, day, hour, minute, second.
    problem : str
        Why its content could not be taken, as the end of "...:"; else empty.
    """

    parts: tuple[str, ...]
    data: bytes
    time: tuple[int, ...] = ()
    problem: str = ""


def unpack(places: Sequence[Path]) -> Iterator[Piece]:
    """Yield the notebooks in folders, zip files, e-mails and files, and every other file.

    Links are not followed, and nothing is written.

    Parameters
    ----------
    places : sequence of Path
        Folders, zip files or notebooks.

    Yields
    ------
    Piece
        A file that is not taken has a problem. What systems leave behind is passed over.

    Raises
    ------
    FileNotFoundError
        One of the places is not there.
    """
    seen = 0
    for place in places:
        if not place.exists():
            raise FileNotFoundError(f"There is no file or folder {place}.")
        # The name of a folder that was given names the class and not a learner.
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            parts = path.relative_to(place).parts if place.is_dir() else (path.name,)
            if path.is_dir() or is_left_behind(parts):
                continue
            seen += 1
            if seen > MOST_FILES:
                yield Piece(parts, b"", problem=f"more than {MOST_FILES:,} files; the rest is left")
                return
            yield from _from_disk(path, parts)


def _from_disk(path: Path, parts: tuple[str, ...]) -> Iterator[Piece]:
    suffix = path.suffix.lower()
    if suffix not in (".ipynb", ".zip", *MAILS):
        yield Piece(parts, b"", problem=FOREIGN)
        return
    if path.is_symlink():
        yield Piece(parts, b"", problem="it is a link to another place, which is not followed")
        return
    try:
        size = path.stat().st_size
        if suffix == ".zip":
            with path.open("rb") as file:
                yield from _from_zip(file, parts, 1)
        elif size > _most(parts):
            yield Piece(parts, b"", problem=_too_large(size, _most(parts)))
        elif suffix in MAILS:
            yield from _from_mail(path.read_bytes(), parts, 1)
        else:
            yield Piece(parts, path.read_bytes(), _local_time(path.stat().st_mtime))
    except OSError as error:
        yield Piece(parts, b"", problem=f"it cannot be read ({error.strerror or error})")


def _from_zip(file: IO[bytes], parts: tuple[str, ...], depth: int) -> Iterator[Piece]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError):
        yield Piece(parts, b"", problem="it is not a zip file, or only a part of one")
        return
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            yield Piece(parts, b"", problem="it would unpack to far more than a class hands in")
            return
        for entry in entries:
            inner = _inner_parts(entry)
            if not inner or is_left_behind(inner):
                continue
            if PurePosixPath(inner[-1]).suffix.lower() in (".ipynb", ".zip", *MAILS):
                yield from _opened(_entry(archive, entry, (*parts, *inner)), depth)
            else:
                yield Piece((*parts, *inner), b"", problem=FOREIGN)


def _opened(piece: Piece, depth: int) -> Iterator[Piece]:
    """Yield a notebook as it is, and what is in a zip or an e-mail that lies in another one."""
    suffix = PurePosixPath(piece.parts[-1]).suffix.lower()
    if suffix == ".ipynb" or piece.problem:
        yield piece
    elif depth == _DEEPEST:
        yield replace(piece, data=b"", problem="it lies too deep, in a zip in a zip in a zip")
    elif suffix == ".zip":
        yield from _from_zip(io.BytesIO(piece.data), piece.parts, depth + 1)
    else:
        yield from _from_mail(piece.data, piece.parts, depth + 1)


def _from_mail(data: bytes, parts: tuple[str, ...], depth: int) -> Iterator[Piece]:
    """Yield what is attached to an e-mail, or to each one of a mailbox."""
    try:
        attached = list(attachments(data, is_box=parts[-1].lower().endswith(".mbox")))
    except MailError as error:
        yield Piece(parts, b"", problem=str(error))
        return
    if not attached:
        yield Piece(parts, b"", problem="it is an e-mail with nothing attached")
    for one in attached:
        piece = Piece((*parts, one.sender, one.name), one.data, one.time)
        if PurePosixPath(one.name).suffix.lower() not in (".ipynb", ".zip"):
            yield replace(piece, data=b"", problem=FOREIGN)
        elif len(one.data) > _most(piece.parts):
            problem = _too_large(len(one.data), _most(piece.parts))
            yield replace(piece, data=b"", problem=problem)
        else:
            yield from _opened(piece, depth)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, parts: tuple[str, ...]) -> Piece:
    most = _most(parts)
    if entry.file_size > most:
        return Piece(parts, b"", problem=_too_large(entry.file_size, most))
    if entry.flag_bits & 1:
        return Piece(parts, b"", problem="it is locked with a password")
    try:
        with archive.open(entry) as file:
            data = file.read(most + 1)  # the size that a zip states need not be true
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return Piece(parts, b"", problem="it is broken in the zip file")
    if len(data) > most:
        return Piece(parts, b"", problem=_too_large(len(data), most))
    return Piece(parts, data, entry.date_time)


def _inner_parts(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    """Return the parts of a name in a zip; a name that climbs out of it loses its climb."""
    name = entry.filename
    if not entry.flag_bits & 0x800:  # not marked as UTF-8, though it mostly is
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return tuple(part for part in parts if part not in ("/", "..", "."))


def is_left_behind(parts: Sequence[str]) -> bool:
    """Whether a file is one that a system or an editor leaves beside what a person made."""
    hidden = parts[-1].startswith((".", "~$")) or parts[-1].lower() in _LITTER
    return hidden or bool(set(parts) & set(_PASSED_OVER))


def _most(parts: Sequence[str]) -> int:
    """Return the bytes that a file may have: what holds notebooks may be larger than one."""
    return MOST_BYTES if parts[-1].lower().endswith(".ipynb") else 10 * MOST_BYTES


def _too_large(size: int, most: int) -> str:
    return f"it is too large ({size >> 20:,} MB; {most >> 20} MB at most)"


def _local_time(seconds: float) -> tuple[int, ...]:
    return tuple(time.localtime(seconds))[:6]

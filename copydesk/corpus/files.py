"""Write files so that nothing is lost: whole or not at all, on the disk, one program at a time.

``start.py`` runs this file before anything is installed: the standard library only.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

elif sys.platform == "emscripten":

    def _lock(handle: int) -> None:
        """Do nothing: in a browser, one kernel has its files to itself."""

else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Some shared drives have no locks; a class that works there saves as well as it can.
            if error.errno not in {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}:
                raise


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step: a reader, or a crash, never meets half of it.

    Parameters
    ----------
    path : pathlib.Path
        The file to write. Its folder must exist.
    content : str or bytes
        All of it. Text is written as UTF-8, with the line ends that it has.

    Raises
    ------
    OSError
        The folder is missing or cannot be written, or the disk is full. The old file is then
        still whole.
    """
    with whole_file(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file piece by piece, as `write_whole` writes one that fits into memory.

    It takes the place of the old file when the block ends without an error.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # on the disk before it takes the old one's place
        # mkstemp makes a private file; a report is as readable as any other file of its owner.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    # The new name is on the disk too. Windows and some shared drives cannot say so of a folder.
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


_FORMULA = ("=", "+", "-", "@", "\t")


def harmless(value: str) -> str:
    """Keep a spreadsheet from taking a text such as ``=HYPERLINK(...)`` for a formula.

    Examples
    --------
    >>> harmless("=1+1"), harmless("Ana Lima")
    ("'=1+1", 'Ana Lima')
    """
    return f"'{value}" if value[:1] in _FORMULA else value


def as_it_was(value: str) -> str:
    """Take back what `harmless` did."""
    return value[1:] if value[:1] == "'" and value[1:2] in _FORMULA else value


@contextmanager
def locked(path: Path, seconds: float = 60) -> Iterator[None]:
    r"""Read a file and write it again while nobody else who asks for it does.

    The system gives the lock back when a program ends, however it ends. It is not taken twice by
    one program: a block within a block would wait for itself.

    Parameters
    ----------
    path : pathlib.Path
        What is read and written. Its folder must exist; for a moment it also holds a file with the
        name of this one, a dot before it and ``.lock`` after it.
    seconds : float
        How long to wait for another program.

    Raises
    ------
    TimeoutError
        Another program had it all the time; an `OSError` whose ``strerror`` says so.
    OSError
        The folder is missing or cannot be written.

    Examples
    --------
    >>> with locked(Path("my_labels.csv")):  # doctest: +SKIP
    ...     text = Path("my_labels.csv").read_text()
    ...     write_whole(Path("my_labels.csv"), text + "3,against,\n")
    """
    lock = path.with_name(f".{path.name}.lock")
    until = time.monotonic() + seconds
    while (handle := _take(lock)) is None:
        if time.monotonic() > until:
            busy = (
                f"another program has been writing there for {seconds:g} seconds; "
                "wait until it has ended, then try again"
            )
            raise TimeoutError(errno.ETIMEDOUT, busy)
        time.sleep(0.01)
    try:
        yield
    finally:
        with suppress(OSError):  # on Windows an open file stays, and the next one uses it
            lock.unlink()
        os.close(handle)


def _take(lock: Path) -> int | None:
    """Return the open lock file when it is ours now, or None when somebody else has it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle)
        # Whoever had it has removed it: then this one is no longer what others will find.
        if os.path.samestat(os.fstat(handle), lock.stat()):
            return handle
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None

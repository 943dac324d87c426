"""The articles of a folder, a few at a time and always in the same order."""

from __future__ import annotations

import csv
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.article import MAX_BYTES

ENDINGS = (".txt", ".html", ".htm")
"""What an article may be."""

TABLE = "articles.csv"
"""Where a folder may say the outlet and the date of each article, as the kit's own folder does."""

_BATCH, _BATCH_BYTES = 16, 400_000


class SourceError(ValueError):
    """The folder cannot be surveyed; the message says why."""


@dataclass(frozen=True)
class Source:
    """One file, with what the folder says about it.

    Attributes
    ----------
    file : str
        Its place below the folder, with slashes.
    raw : bytes
        Its content; empty when there is a problem.
    sha256 : str
        The fingerprint of the content.
    outlet, date : str
        From the table of the folder; the outlet else from the name of the folder it lies in.
    problem : str
        Why its content could not be taken, in a sentence; else empty.
    """

    file: str
    raw: bytes
    sha256: str
    outlet: str
    date: str
    problem: str = ""


@dataclass(frozen=True)
class Said:
    """What a row of the folder's table says about one article."""

    outlet: str = ""
    date: str = ""


def articles_below(folder: Path, left_out: Path | None = None) -> Iterator[Path]:
    """Yield the articles of a folder and of the folders in it, in order.

    Parameters
    ----------
    folder : Path
    left_out : Path, optional
        A folder in it that is passed over. Hidden ones are, too.
    """
    for path in _files(folder, left_out):
        if path.suffix.lower() in ENDINGS:
            yield path


def other_endings(folder: Path, left_out: Path | None = None) -> Counter[str]:
    """Count the files that are no articles, by the end of their names."""
    endings = (path.suffix.lower() for path in _files(folder, left_out) if path.name != TABLE)
    return Counter(ending for ending in endings if ending not in ENDINGS)


def _files(folder: Path, left_out: Path | None) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        own = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and own / name != left_out
        )
        yield from (own / name for name in sorted(names) if not name.startswith("."))


def said_of(folder: Path) -> dict[str, Said]:
    """Read what the table of a folder says about its articles; nothing when there is no table.

    Raises
    ------
    SourceError
        The table cannot be read, or has no column ``article``.
    """
    path = folder / TABLE
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if "article" not in (rows.fieldnames or ()):
                raise SourceError(f"{path} has no column article, which names the file of each.")
            return {
                row["article"]: Said(row.get("outlet") or "", row.get("date") or "")
                for row in rows
                if row["article"]
            }
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path} cannot be read as a table ({error}).") from None


def read_source(folder: Path, path: Path, said: Mapping[str, Said]) -> Source:
    """Read one file as it is. What cannot be read comes back with its problem."""
    file = path.relative_to(folder).as_posix()
    # A name that is no text of any encoding, which Linux allows, could be written to no table.
    file = os.fsencode(file).decode("utf-8", "replace")
    own = said.get(file, said.get(path.name, Said()))
    outlet = own.outlet or (path.parent.name if path.parent != folder else "")
    problem, raw = "", b""
    try:
        if path.is_symlink():
            problem = "It is a link to another place, which is not followed."
        elif not path.is_file():
            problem = "It is no file that holds text."
        elif path.stat().st_size > MAX_BYTES:
            problem = f"It has more than {MAX_BYTES // 1_000_000} MB, which no article has."
        else:
            raw = path.read_bytes()
    except OSError as error:
        problem = f"It cannot be opened ({error.strerror or error})."
    # Another outlet or date gives other rows, as other words do.
    known = f"{outlet}\0{own.date}\0{problem}\0".encode("utf-8", "replace")
    return Source(file, raw, hashlib.sha256(known + raw).hexdigest(), outlet, own.date, problem)


def in_batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Gather sources: what a worker gets, and what is written, at once.

    Examples
    --------
    >>> [len(batch) for batch in in_batches([Source("a", b"", "", "", "")] * 20)]
    [16, 4]
    """
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.raw)
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

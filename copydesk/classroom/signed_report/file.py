"""The file that keeps a learner's report between sessions: written whole, never lost.

It is a small JSON file beside the notebook. A file that cannot be read is kept under another name,
and what can be read of it goes on. A file of another kind is not touched.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from copydesk.classroom.annotation.label_calls import one_line
from copydesk.classroom.signed_report.state import ReportState, new_state, state_of
from copydesk.corpus.files import locked, write_whole

_MARK = "copydesk_report"
_LARGEST = 2_000_000  # bytes; a report has a few thousand


class ReportError(Exception):
    """Something does not fit. The message is one sentence for the learner."""


def read_state(
    path: Path, article: str, sha256: str, known: ReportState | None = None
) -> tuple[ReportState, str]:
    """Read the file of a report; a broken one is kept under another name.

    Parameters
    ----------
    path : pathlib.Path
        From `report_path`.
    article, sha256 : str
        The story that the report is on.
    known : ReportState, optional
        The report as it was read last; it goes on when the file cannot be read.

    Returns
    -------
    state : ReportState
        A new one when there is no file.
    notice : str
        What was done about a broken file, or empty.

    Raises
    ------
    ReportError
        The file is another kind of file, is the report on another story, or cannot be opened.
    """
    try:
        if not path.exists():
            return known or new_state(article, sha256), ""
        if path.stat().st_size > _LARGEST:
            raise ReportError(f"{path.name} is too large for a report; choose another file name.")
        raw = path.read_bytes()
    except OSError as error:
        raise ReportError(f"{path.name} cannot be opened: {error.strerror or error}.") from None
    try:
        held = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        if raw.strip() and _MARK.encode() not in raw:
            raise _another_kind(path) from None
        return _aside(path, raw, known or new_state(article, sha256))
    if not isinstance(held, dict) or _MARK not in held:
        raise _another_kind(path)
    state, whole = state_of(held, article, sha256)
    if state.article != article:
        raise ReportError(
            f"{path.name} holds the report on {one_line(state.article)}; choose another file name "
            f"for the report on {article}."
        )
    if not whole:
        return _aside(path, raw, known or state)
    if state.sha256 != sha256:
        raise ReportError(
            f"The story {article} is not the same file as when {path.name} was begun, so its line "
            "numbers may be others; choose another file name and begin again."
        )
    return state, ""


@contextmanager
def alone_at(path: Path | None) -> Iterator[None]:
    """Read and write the file of a report while no other program does; raises `ReportError`.

    Without a path nothing is kept, and nobody is in the way.
    """
    with ExitStack() as held:
        if path is not None:
            try:
                held.enter_context(locked(path))
            except OSError as error:
                raise ReportError(
                    f"{path.name} cannot be written: {error.strerror or error}."
                ) from None
        yield


def write_state(path: Path, state: ReportState) -> None:
    """Write the file of a report, whole or not at all; raises `ReportError`."""
    held = {_MARK: 1, **asdict(state)}
    try:
        write_whole(path, json.dumps(held, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise ReportError(
            f"{path.name} cannot be written: {error.strerror or error}; nothing was changed."
        ) from None


def report_path(file: object, ending: str, example: str) -> Path:
    """Return the full path of a file with this ending, or raise `ReportError`.

    In full, so that a later change of folder does not matter.
    """
    if not isinstance(file, (str, os.PathLike)) or not str(file).strip() or "\0" in str(file):
        raise ReportError(f'The file needs a name in quotation marks, such as "{example}".')
    path = Path(file)
    if path.name.lower() == ending:
        raise ReportError(f"The file needs a name before {ending}; write a name as {example}.")
    if path.suffix.lower() != ending:
        raise ReportError(f"{path.name!r} does not end in {ending}; write a name as {example}.")
    path = Path.cwd() / path
    try:
        if path.is_dir():
            raise ReportError(f"{path.name} is a folder; name a file.")
        if not path.parent.is_dir():
            raise ReportError(
                f"The folder of {path.name} is not there; a name alone lies beside the notebook."
            )
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        raise ReportError(f"{path.name[:40]!r} cannot be the name of a file.") from None


def write_page(path: Path, page: str, state: ReportState) -> ReportState:
    """Write the HTML page of a report, and never over a file that it did not write.

    Returns
    -------
    ReportState
        The state, which remembers the page.

    Raises
    ------
    ReportError
        A file with this name is there and is another one, or was changed since.
    """
    raw = page.encode("utf-8", "replace")
    try:
        if path.exists():
            there = path.read_bytes()
            known = hashlib.sha256(there).hexdigest()
            if there != raw and state.written.get(path.name) != known:
                whose = (
                    "was changed after it was written"
                    if state.id.encode() in there
                    else "is there already and is not a page of this report"
                )
                raise ReportError(
                    f"{path.name} {whose}; it stays as it is. Choose another name, such as "
                    f"{_free_name(path).name}."
                )
        write_whole(path, raw)
    except OSError as error:
        raise ReportError(f"{path.name} cannot be written: {error.strerror or error}.") from None
    return replace(state, written={**state.written, path.name: hashlib.sha256(raw).hexdigest()})


def _another_kind(path: Path) -> ReportError:
    return ReportError(
        f"{path.name} is another kind of file; it stays as it is. Choose another file name for "
        "your report."
    )


def _aside(path: Path, raw: bytes, state: ReportState) -> tuple[ReportState, str]:
    """Keep a broken file under a name that is free, and go on with what could be read."""
    aside = _free_name(path.with_stem(f"{path.stem}_broken"))
    try:
        write_whole(aside, raw)
    except OSError as error:
        raise ReportError(f"{aside.name} cannot be written: {error.strerror or error}.") from None
    write_state(path, state)
    read = f"{len(state.parts)} written parts, corrections: {len(state.corrections)};"
    return state, (
        f"{path.name} could not be read in full. The file as it was is kept as {aside.name}; "
        f"{read} these go on in {path.name}."
    )


def _free_name(path: Path) -> Path:
    return next(
        free
        for number in range(1, 10**6)
        if not (free := path.with_stem(f"{path.stem}_{number}")).exists()
    )

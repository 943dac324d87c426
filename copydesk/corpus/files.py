"""Write files so that nothing is lost: whole or not at all, and never over someone's work."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
        The folder is missing or cannot be written. The old file is then still whole.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        # mkstemp makes a private file; a report is as readable as any other file of its owner.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

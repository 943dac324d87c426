"""Compile the Python files of a package, in the Python that will run them.

A page compiles every module again each time that a notebook opens, because nothing of it is kept;
with compiled files a lesson starts in a fraction of the time. Only Pyodide's own Python writes
files that it can read, so `copydesk.classroom.site.compiling` runs this in a browser.
"""

from __future__ import annotations

import importlib.util
import io
import marshal
import zipfile
from pathlib import PurePosixPath

_UNCHECKED = (1).to_bytes(4, "little")  # by hash, and not compared with a source (PEP 552)


def compiled(content: bytes, folder: str, keep_source: bool) -> bytes:
    """Return a wheel, or the archive of the standard library, with compiled modules.

    Parameters
    ----------
    content : bytes
        The archive.
    folder : str
        Where its files will lie: it stands in the traceback of an error.
    keep_source : bool
        Whether a reader may look at the source, with ``??``.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            files = {entry.filename: source.read(entry)}
            if entry.filename.endswith(".py"):
                files = _with_code(entry.filename, files[entry.filename], folder, keep_source)
            for name, data in files.items():
                info = zipfile.ZipInfo(name)
                target.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return made.getvalue()


def _with_code(name: str, source: bytes, folder: str, keep_source: bool) -> dict[str, bytes]:
    """Return a module's files; its source alone if it cannot be compiled, as a template cannot."""
    try:
        code = compile(source, f"{folder}/{name}", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return {name: source}
    digest = importlib.util.source_hash(source)
    data = importlib.util.MAGIC_NUMBER + _UNCHECKED + digest + marshal.dumps(code)
    if not keep_source:
        return {f"{name}c": data}
    path = PurePosixPath(name)
    cached = path.parent / "__pycache__" / f"{path.stem}.cpython-314.pyc"
    return {name: source, str(cached): data}

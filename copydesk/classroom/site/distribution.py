"""The files of Pyodide, Python for the browser, each checked against its published fingerprint.

Nothing of Pyodide is part of the kit. Whoever builds a site gives the folders that hold it, and a
file is taken only with the fingerprint that is written down: here for the runtime and its lock,
in the lock for every package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCK = "pyodide-lock.json"

RUNTIMES: dict[str, dict[str, str]] = {
    "314.0.6": {
        "pyodide-lock.json": "3fdaef09e9e365c85e002737720f8d0ab8f278c1c244a2dde6a37663cf488ad4",
        "pyodide.mjs": "69e3f6ccec3e14b465df60be577ca62f536251406b9a00cce019eac5252a2495",
        "pyodide.asm.mjs": "2ac5eba365ec12839c75c03b39b3be1dd63b798852cc460b014b52238be042f7",
        "pyodide.asm.wasm": "3a0a00dfeaa348ac20f9ef09904233d32d33f644339662d4af368f8a2010f37a",
        "python_stdlib.zip": "80c5be6babfe03297069703410c3c29404dcf2525d2b128746bae5536f94831f",
    },
    "314.0.3": {
        "pyodide-lock.json": "c963d22858f6bcb8f41586a2142f03905ab370c88ea22a86a2736e95fac2a8f3",
        "pyodide.mjs": "5cfc46f5dcbaf2a16f26e2363f441873eb424762609cc03db00d6a2ace4d00e5",
        "pyodide.asm.mjs": "1a9775427ef6e8abaa7db88ece0515422d1886915ae5c9093776410c865dfd8d",
        "pyodide.asm.wasm": "e7f8fac36f8bf11085309cbc5c829b3ec3057c18bf1d73b05a6741612d63cdbf",
        "python_stdlib.zip": "444c770dfd75a32097fc0a7d5c1413fd3140601f49c3a1f2e9af0376fcd124b4",
    },
}
"""The SHA-256 of each file of the runtime, from the JavaScript package ``pyodide``."""


class SiteError(ValueError):
    """A site cannot be built or visited. The message says what is missing and what to do."""


@dataclass(frozen=True)
class Distribution:
    """A Pyodide that was found, whole and unchanged.

    Attributes
    ----------
    version : str
        "314.0.6".
    runtime : tuple of pathlib.Path
        The files of the runtime, without the lock.
    lock : mapping
        The official lock: "info", and for each of its "packages" a file, a fingerprint and what
        the package depends on.
    folders : tuple of pathlib.Path
        Where the files of packages are looked for.
    """

    version: str
    runtime: tuple[Path, ...]
    lock: Mapping[str, Any]
    folders: tuple[Path, ...]

    def package_file(self, name: str) -> Path:
        """Return the file of a package of the lock.

        Raises
        ------
        SiteError
            No folder has the file, or every file of that name has another fingerprint.
        """
        package = self.lock["packages"][name]
        return find_file(self.folders, package["file_name"], package["sha256"], self.version)


def find_distribution(folders: Sequence[Path]) -> Distribution:
    """Find Pyodide in folders and check its runtime.

    Parameters
    ----------
    folders : sequence of pathlib.Path
        Looked through in this order: one with the whole distribution, or one with the JavaScript
        package and one with wheels.

    Returns
    -------
    Distribution

    Raises
    ------
    SiteError
        A folder or a file is not there, or a file is not the published one.
    """
    for folder in folders:
        if not folder.is_dir():
            raise SiteError(f"{folder} is not a folder; give the one that holds Pyodide.")
    locks = [folder / LOCK for folder in folders if (folder / LOCK).is_file()]
    known = " or ".join(RUNTIMES)
    if not locks:
        raise SiteError(
            f"There is no {LOCK} in {_named(folders)}; give the folder of Pyodide {known}."
        )
    lock, version = next(
        (
            (lock, version)
            for lock in locks
            for version, files in RUNTIMES.items()
            if fingerprint(lock) == files[LOCK]
        ),
        (None, ""),
    )
    if lock is None:
        raise SiteError(
            f"{locks[0]} is not the published lock of Pyodide {known}; take it from the package "
            "pyodide in one of these versions."
        )
    runtime = tuple(
        find_file(folders, name, wanted, version)
        for name, wanted in RUNTIMES[version].items()
        if name != LOCK
    )
    content = json.loads(lock.read_text(encoding="utf-8"))
    return Distribution(version, runtime, content, tuple(folders))


def find_file(folders: Sequence[Path], name: str, wanted: str, version: str) -> Path:
    """Return the file with a name and a fingerprint; raise `SiteError` when there is none."""
    found = [folder / name for folder in folders if (folder / name).is_file()]
    for path in found:
        if fingerprint(path) == wanted:
            return path
    if found:
        raise SiteError(
            f"{found[0]} is not the published file of Pyodide {version}: its fingerprint is "
            "another one. Get the file again."
        )
    raise SiteError(
        f"{name} is not in {_named(folders)}; give a folder that holds it, such as the full "
        f"distribution of Pyodide {version}."
    )


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _named(folders: Sequence[Path]) -> str:
    return " or ".join(map(str, folders))

"""Which packages a browser needs, and the lock that tells Pyodide where each one is."""

from __future__ import annotations

import email
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from copydesk.classroom.site.distribution import Distribution, SiteError, fingerprint

BROWSER = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.0",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}
"""What the markers of a requirement see in Pyodide 314 (https://peps.python.org/pep-0508/)."""

NOT_NEEDED = {
    "joblib": "NLTK trains several models at a time with it",
    "jupyterlab-widgets": "the page has it already, as JavaScript",
    "requests": "VADER and Inscriptis fetch an address with it; a site reads what it has",
    "tqdm": "NLTK shows with it how a download goes",
    "widgetsnbextension": "for another notebook than JupyterLab",
}
"""What packages ask for and do not use here, with the reason; it is not shipped."""


@dataclass(frozen=True)
class Wheel:
    """A wheel as its own metadata describes it.

    Attributes
    ----------
    path : pathlib.Path
    name : str
        As the index writes it: "charset-normalizer".
    version : str
    requires : tuple of packaging.requirements.Requirement
        What it needs, in some places or with some extra.
    imports : tuple of str
        Its modules and packages at the top.
    """

    path: Path
    name: str
    version: str
    requires: tuple[Requirement, ...]
    imports: tuple[str, ...]

    def needs(self, extras: Iterable[str] = ()) -> list[Requirement]:
        """Return what it needs in a browser, alone or with extras such as "html_clean"."""
        places = [{**BROWSER, "extra": extra} for extra in ("", *extras)]
        return [
            need
            for need in self.requires
            if not need.marker or any(map(need.marker.evaluate, places))
        ]


def read_wheel(path: Path) -> Wheel:
    """Read what a wheel says of itself.

    Raises
    ------
    SiteError
        The file is no wheel.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            metadata = next(
                name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)
            )
            said = email.message_from_bytes(archive.read(metadata))
    except (OSError, zipfile.BadZipFile, StopIteration):
        raise SiteError(f"{path} is not a wheel; give a file that pip can install.") from None
    top = {name.split("/")[0].removesuffix(".py") for name in names if name.endswith(".py")}
    return Wheel(
        path,
        canonicalize_name(said["Name"]),
        said["Version"],
        tuple(map(Requirement, said.get_all("Requires-Dist") or [])),
        tuple(sorted(name for name in top if not name.endswith((".dist-info", ".data")))),
    )


def choose(
    roots: Iterable[Requirement], wheels: Mapping[str, Wheel], official: Distribution
) -> dict[str, Wheel]:
    """Return every package that the roots need, by name, and what those need in turn.

    Parameters
    ----------
    roots : iterable of packaging.requirements.Requirement
    wheels : mapping of str to Wheel
        Taken first, by name. What is not among them comes from Pyodide.
    official : Distribution

    Returns
    -------
    dict of str to Wheel
        In alphabetical order.

    Raises
    ------
    SiteError
        A package is missing, or has a version that another one cannot use.
    """
    chosen: dict[str, Wheel] = {}
    waiting = [(need, "the site") for need in roots]
    while waiting:
        need, asked_by = waiting.pop()
        name = canonicalize_name(need.name)
        if name in NOT_NEEDED:
            continue
        if name not in chosen:
            if name not in wheels and name not in official.lock["packages"]:
                raise SiteError(
                    f"{asked_by} needs {name}, and neither locks/pyodide.txt nor Pyodide "
                    f"{official.version} has it; give its wheel with --wheel."
                )
            chosen[name] = wheels.get(name) or read_wheel(official.package_file(name))
            waiting += [(further, name) for further in chosen[name].needs()]
        for extra in need.extras:
            added = [further for further in chosen[name].needs([extra]) if further.marker]
            waiting += [
                (more, name) for more in added if canonicalize_name(more.name) not in chosen
            ]
        if not need.specifier.contains(chosen[name].version, prereleases=True):
            raise SiteError(
                f"{asked_by} needs {need}, and {chosen[name].path.name} is another version."
            )
    return dict(sorted(chosen.items()))


def site_lock(
    chosen: Mapping[str, Wheel], needs: Mapping[str, Iterable[str]], official: Distribution
) -> dict[str, Any]:
    """Return a lock for Pyodide that names files beside it and nothing else.

    Parameters
    ----------
    chosen : mapping of str to Wheel
        As `choose` gives it.
    needs : mapping of str to iterable of str
        For a package whose own metadata is about another place than a browser: what it needs.
    official : Distribution

    Returns
    -------
    dict
    """
    packages = {}
    for name, wheel in chosen.items():
        entry = official.lock["packages"].get(name, {})
        digest = fingerprint(wheel.path)
        if entry.get("sha256") != digest:
            entry = {
                "name": name,
                "version": wheel.version,
                "file_name": wheel.path.name,
                "install_dir": "site",
                "sha256": digest,
                "package_type": "package",
                "imports": list(wheel.imports),
                "unvendored_tests": False,
            }
        wanted = needs.get(name) or [canonicalize_name(need.name) for need in wheel.requires]
        packages[name] = {**entry, "depends": sorted(set(wanted) & set(chosen))}
    return {"info": official.lock["info"], "packages": packages}

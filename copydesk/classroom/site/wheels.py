"""Which packages a browser needs, and the lock that tells Pyodide where each one is."""

from __future__ import annotations

import email
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
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
    "jedi": "IPython completes names with it, and can without",
    "joblib": "NLTK trains several models at a time with it",
    "jupyterlab-widgets": "the page has it already, as JavaScript",
    "requests": "VADER and Inscriptis fetch an address with it; a site reads what it has",
    "tqdm": "NLTK shows with it how a download goes",
    "widgetsnbextension": "for another notebook than JupyterLab",
}
"""What packages ask for and do not use here, with the reason; it is not shipped."""

_SITE = "the site"


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


@dataclass(frozen=True)
class Choice:
    """The packages of a site.

    Attributes
    ----------
    wheels : dict of str to Wheel
        By name, in alphabetical order.
    depends : dict of str to frozenset of str
        What each one needs in a browser, with the extras that it asks of others.
    """

    wheels: dict[str, Wheel]
    depends: dict[str, frozenset[str]]

    def reach(self, names: Iterable[str]) -> list[str]:
        """Return packages and all that they need, each after what it needs itself.

        Raises
        ------
        SiteError
            Packages need each other: Pyodide would wait for both for ever.
        """
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.depends[name]
        try:
            return list(
                TopologicalSorter({name: self.depends[name] for name in found}).static_order()
            )
        except CycleError as error:
            ring = ", ".join(dict.fromkeys(error.args[1]))
            raise SiteError(
                f"These packages need each other, and none can be loaded first: {ring}."
            ) from None


def choose(
    roots: Iterable[Requirement], wheels: Mapping[str, Wheel], official: Distribution
) -> Choice:
    """Return every package that the roots need, and what those need in turn.

    Parameters
    ----------
    roots : iterable of packaging.requirements.Requirement
    wheels : mapping of str to Wheel
        Taken first, by name. What is not among them comes from Pyodide.
    official : Distribution

    Returns
    -------
    Choice

    Raises
    ------
    SiteError
        A package is missing, or has a version that another one cannot use.
    """
    chosen: dict[str, Wheel] = {}
    depends: dict[str, set[str]] = {}
    waiting = [(need, _SITE) for need in roots]
    while waiting:
        need, asked_by = waiting.pop()
        name = canonicalize_name(need.name)
        if name in NOT_NEEDED and asked_by != _SITE:
            continue
        depends.setdefault(asked_by, set()).add(name)
        if name not in chosen:
            if name not in wheels and name not in official.lock["packages"]:
                raise SiteError(
                    f"{asked_by} needs {name}, and neither locks/pyodide.txt nor Pyodide "
                    f"{official.version} has it; give its wheel with --wheel."
                )
            chosen[name] = wheels.get(name) or read_wheel(official.package_file(name))
            waiting += [(further, name) for further in chosen[name].needs()]
        # An extra is a need of whoever asks for it: often it is a package that needs this one.
        added = [further for further in chosen[name].needs(need.extras) if need.extras]
        waiting += [
            (further, asked_by)
            for further in added
            if further not in chosen[name].needs() and canonicalize_name(further.name) != name
        ]
        if not need.specifier.contains(chosen[name].version, prereleases=True):
            raise SiteError(
                f"{asked_by} needs {need}, and {chosen[name].path.name} is another version."
            )
    needs = {name: frozenset(depends.get(name, ())) - {name} for name in chosen}
    return Choice(dict(sorted(chosen.items())), needs)


def site_lock(
    choice: Choice, official: Distribution, folder: Path, late: Iterable[str] = ()
) -> dict[str, Any]:
    """Return a lock for Pyodide that names files beside it and nothing else.

    Parameters
    ----------
    choice : Choice
        As `choose` gives it.
    official : Distribution
    folder : pathlib.Path
        Where the wheels of the site are, which may be smaller than those that were chosen.
    late : iterable of str
        Packages that nothing brings along: they are loaded when they are imported.

    Returns
    -------
    dict
    """
    late = set(late)
    packages = {}
    for name in choice.reach(choice.wheels):
        wheel = choice.wheels[name]
        entry = official.lock["packages"].get(name, {})
        if entry.get("version") != wheel.version:
            entry = {
                "name": name,
                "version": wheel.version,
                "install_dir": "site",
                "package_type": "package",
                "imports": list(wheel.imports),
                "unvendored_tests": False,
            }
        packages[name] = {
            **entry,
            "file_name": wheel.path.name,
            "sha256": fingerprint(folder / wheel.path.name),
            "depends": sorted(choice.depends[name] - late),
            "late": name in late,
        }
    return {"info": official.lock["info"], "packages": dict(sorted(packages.items()))}

"""Build a site: a folder with pages to read and notebooks that run in the reader's browser."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from copydesk import __version__
from copydesk.classroom.lab import prepare_work
from copydesk.classroom.site.compiling import compile_packages
from copydesk.classroom.site.configuration import (
    BROWSER_PACKAGE,
    KERNEL_NEEDS,
    LATE,
    lite_configuration,
)
from copydesk.classroom.site.distribution import Distribution, SiteError, find_distribution
from copydesk.classroom.site.front import MARK, site_pages
from copydesk.classroom.site.keeping import keep_site
from copydesk.classroom.site.packing import pack, small_wheel
from copydesk.classroom.site.wheels import Choice, Wheel, choose, read_wheel, site_lock
from copydesk.corpus.files import write_whole
from copydesk.corpus.places import WORK, package_path

LOADED = ("copydesk", "ipywidgets", "pandas", BROWSER_PACKAGE, *KERNEL_NEEDS)
"""What a notebook has from its first cell on."""

_PARTS = ("hatchling", "jupyterlite_core", "jupyterlite_pyodide_kernel", "ipywidgets")
_GROUP = "pyodide"


def build_site(
    root: Path,
    target: Path,
    pyodide: Sequence[Path],
    given: Sequence[Path] = (),
    say: Callable[[str], None] = print,
) -> float:
    """Build the class as a site.

    Parameters
    ----------
    root : pathlib.Path
        A copy of the kit's whole folder.
    target : pathlib.Path
        The folder to write. An earlier site in it is replaced.
    pyodide : sequence of pathlib.Path
        Folders that hold the distribution of Pyodide, see `find_distribution`.
    given : sequence of pathlib.Path
        Wheels that are taken as they are, before any other of their name.
    say : callable
        Gets a sentence for each step.

    Returns
    -------
    float
        The size of the site in megabytes.

    Raises
    ------
    SiteError
        A part is missing or is not the published one, or the folder holds something else.
    OSError
        The folder cannot be written.
    """
    _require_parts()
    _require_free(target)
    official = find_distribution(pyodide)
    say(f"Pyodide {official.version} is whole.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        say("Getting the packages that a browser needs ...")
        own = _kit_wheel(root, work / "kit")
        wheels = [
            *_download(root, work / "wheels"),
            *_kernel_wheels(work / "kernel"),
            own,
            *map(read_wheel, given),
        ]
        say("Laying out the notebooks ...")
        lite = work / "lite"
        _lay_out(root, lite)
        write_packages(root, lite / "static" / "pyodide", wheels, official, say)
        say("Building the page that runs them ...")
        _run_lite(lite, work / "run")
        pages = site_pages(root, say)
        if target.exists():
            shutil.rmtree(target)
        target.mkdir(parents=True)
        shutil.move(work / "run", target / "run")
    for name, content in pages.items():
        write_whole(target / name, content)
    keep_site(target, LOADED)
    return sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6


def write_packages(
    root: Path,
    folder: Path,
    wheels: Sequence[Wheel],
    official: Distribution,
    say: Callable[[str], None] = print,
) -> list[str]:
    """Write Pyodide, every package that the notebooks need, and their lock, into a folder.

    Returns
    -------
    list of str
        The names of the packages.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    needs = [Requirement(line) for line in project["dependency-groups"][_GROUP]]
    roots = [*needs, *map(Requirement, (*KERNEL_NEEDS, BROWSER_PACKAGE))]
    available = {wheel.name: wheel for wheel in wheels}
    own = available.pop("copydesk")
    # The kit's own metadata is about a computer; the group says what it needs in a browser.
    choice = choose(roots, available, official)
    choice.wheels["copydesk"] = own
    choice.depends["copydesk"] = frozenset(canonicalize_name(need.name) for need in needs)
    folder.mkdir(parents=True)
    say("Packing and compiling the packages ...")
    for file in official.runtime:
        shutil.copyfile(file, folder / file.name)
    for name, wheel in choice.wheels.items():
        pack(name, wheel.path, folder / wheel.path.name)
    _write_lock(folder, choice, official)
    if compile_packages(folder, say):
        _write_lock(folder, choice, official)
    return list(choice.wheels)


def _write_lock(folder: Path, choice: Choice, official: Distribution) -> None:
    lock = site_lock(choice, official, folder, LATE)
    (folder / "pyodide-lock.json").write_text(json.dumps(lock, indent=1), encoding="utf-8")


def _require_parts() -> None:
    missing = [name for name in _PARTS if importlib.util.find_spec(name) is None]
    if missing:
        raise SiteError(
            f"{missing[0].replace('_', '-')} is not installed; run python start.py site, or "
            'install the extra "site": pip install -e ".[site]" hatchling.'
        )


def _require_free(target: Path) -> None:
    """Refuse a folder that holds something else than a site: it would be replaced."""
    if target.is_file():
        raise SiteError(f"{target} is a file; give a folder for the site.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise SiteError(f"{target} holds other files; give a new folder for the site.")


def _kit_wheel(root: Path, folder: Path) -> Wheel:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    _run(command, root, "The package could not be built")
    return read_wheel(next(folder.glob("*.whl")))


def _download(root: Path, folder: Path) -> list[Wheel]:
    """Get the wheels of the lock with pip, which checks the fingerprint of each."""
    lock = root / "locks" / f"{_GROUP}.txt"
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
        *("--platform", "any", "--python-version", "3.14"),
        *("--dest", str(folder), "--requirement", str(lock)),
    ]
    _run(command, root, "The packages could not be downloaded; check the network")
    return [read_wheel(path) for path in sorted(folder.glob("*.whl"))]


def _kernel_wheels(folder: Path) -> list[Wheel]:
    """Return the kernel's own packages, and what it asks for that a site answers otherwise.

    The kernel is content with any package that is named jedi, and a full one has 5 MB.
    """
    folder.mkdir()
    files = importlib.metadata.files("jupyterlite-pyodide-kernel") or []
    own = [Path(str(file.locate())) for file in files if file.suffix == ".whl"]
    browser = package_path("classroom/site/browser")
    code = {
        f"{BROWSER_PACKAGE}/{path.relative_to(browser).as_posix()}": path.read_bytes()
        for path in sorted(browser.rglob("*.py"))
    }
    made = [
        small_wheel(folder, "jedi", "0"),
        small_wheel(folder, BROWSER_PACKAGE, __version__, code),
    ]
    return [read_wheel(path) for path in (*own, *made)]


def _lay_out(root: Path, lite: Path) -> None:
    """Write what JupyterLite takes: its settings, and the folder that a reader sees."""
    lite.mkdir()
    prepare_work(root, lite)
    (lite / WORK).rename(lite / "content")
    configuration = lite_configuration(list(LOADED))
    (lite / "jupyter-lite.json").write_text(json.dumps(configuration), encoding="utf-8")
    overrides = package_path("classroom/jupyterlab/overrides.json")
    shutil.copyfile(overrides, lite / "overrides.json")


def _run_lite(lite: Path, output: Path) -> None:
    command = [
        *(sys.executable, "-m", "jupyterlite_core", "build", "--no-sourcemaps", "--apps", "lab"),
        *("--contents", "content", "--output-dir", str(output)),
    ]
    _run(command, lite, "JupyterLite could not be built")


def _run(command: list[str], folder: Path, failed: str) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise SiteError(f"{failed}: {said[-1]}")

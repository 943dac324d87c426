"""Keep a site in the browser: its second visit needs no network; and say how far a page is.

JupyterLite's own service worker answers for the reader's files. The site's worker is put before
it, and keeps each file that was opened once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, PackageLoader

from copydesk.classroom.site.distribution import SiteError
from copydesk.corpus.files import write_whole

WORKER = "service-worker.js"

_LITE_WORKER = "jupyterlite-service-worker.js"
_ENVIRONMENT = Environment(loader=PackageLoader("copydesk", "classroom/templates/site"))
_HEAD = '<script id="jupyter-config-data"'
_IMPORT = "await import("
_BUNDLE = "../build/lab/bundle.js"


def start_sizes(pyodide: Path, loaded: Iterable[str]) -> dict[str, int]:
    """Return the files that a notebook needs before its first cell, with their bytes.

    Parameters
    ----------
    pyodide : pathlib.Path
        The folder with the runtime, the packages and their lock.
    loaded : iterable of str
        The packages that the page asks for.
    """
    packages = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    names: dict[str, None] = {}
    waiting = [name.replace("_", "-") for name in loaded]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names[name] = None
            waiting += packages[name]["depends"]
    wheels = [packages[name]["file_name"] for name in names]
    runtime = [path.name for path in pyodide.iterdir() if path.suffix in {".wasm", ".mjs", ".zip"}]
    return {name: (pyodide / name).stat().st_size for name in (*runtime, *wheels)}


def edition_of(site: Path) -> str:
    """Return a short text that changes when any file of a site changes."""
    digest = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        digest.update(file.relative_to(site).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def keep_site(site: Path, loaded: Iterable[str]) -> None:
    """Put the workers into a built site, and into its page for notebooks what says how far it is.

    Raises
    ------
    SiteError
        The page of JupyterLite is not as this release of it has been.
    """
    run = site / "run"
    page = run / "lab" / "index.html"
    write_whole(page, with_boot(page.read_text(encoding="utf-8")))
    (run / WORKER).rename(run / _LITE_WORKER)
    sizes = start_sizes(run / "static" / "pyodide", loaded)
    write_whole(run / "boot.js", _ENVIRONMENT.get_template("boot.js.j2").render(sizes=sizes))
    edition = edition_of(site)
    worker = _ENVIRONMENT.get_template("service_worker.js.j2")
    first = ["lab/index.html", "boot.js", "config-utils.js", "build/lab/bundle.js"]
    write_whole(run / WORKER, worker.render(edition=edition, first=first, own=_LITE_WORKER))
    write_whole(site / WORKER, worker.render(edition=edition, first=["./", "index.html"]))


def with_boot(page: str) -> str:
    """Return the page of JupyterLite with the start of the site's own before everything else."""
    if any(page.count(part) != 1 for part in (_HEAD, _IMPORT, _BUNDLE)):
        raise SiteError("JupyterLite is another release than the one of locks/site.txt.")
    boot = _ENVIRONMENT.get_template("boot.html.j2").render()
    page = page.replace(_HEAD, boot + _HEAD)
    return page.replace(_IMPORT, f"await window.copydesk.kept;\n        {_IMPORT}")

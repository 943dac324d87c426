"""What a notebook of a site has besides the kit: packages that load when they are imported.

This package runs in the reader's browser alone. `copydesk site` puts it into the page under the
name ``copydesk_browser``, with a start-up file for IPython beside it.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import site
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

Fetch = Callable[[str], bytes]


class LateFinder(MetaPathFinder):
    """Loads a package when its first module is imported, with all that it needs.

    Parameters
    ----------
    packages : mapping of str to mapping
        The packages of the lock of Pyodide.
    loaded : callable
        Says of the name of a package whether the page has it already.
    install : callable
        Gets the name of a package, and puts its files where Python finds them.
    """

    def __init__(
        self,
        packages: Mapping[str, Mapping[str, Any]],
        loaded: Callable[[str], bool],
        install: Callable[[str], None],
    ) -> None:
        self._packages, self._loaded, self._install = packages, loaded, install
        self._late = {
            module: name
            for name, package in packages.items()
            if package.get("late")
            for module in package["imports"]
        }

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Load the package of a module that nothing else found."""
        package = self._late.pop(name, None)
        if package is None:
            return None
        for needed in self._in_order(package):
            self._install(needed)
        importlib.invalidate_caches()
        return PathFinder.find_spec(name, path, target)

    def _in_order(self, package: str) -> list[str]:
        """Return a package and what it needs and the page has not, needs first."""
        found: dict[str, None] = {}

        def add(name: str) -> None:
            if name not in found and not self._loaded(name):
                for needed in self._packages[name]["depends"]:
                    add(needed)
                found[name] = None

        add(package)
        return list(found)


def unpack(content: bytes, sha256: str, folder: Path) -> None:
    """Unpack a wheel into a folder; raise `ImportError` when it is not the one of the lock."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ImportError("A package arrived damaged. Reload the page, and run the cell again.")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)


def start(shell: Any) -> None:
    """Make late packages importable, and completion work without the package jedi."""
    import pyodide_js
    from js import XMLHttpRequest

    lock = pyodide_js.lockfile.packages.to_py()
    base = str(pyodide_js.lockfileBaseUrl)

    def fetch(name: str) -> bytes:
        request = XMLHttpRequest.new()
        request.open("GET", f"{base.rstrip('/')}/{name}", False)
        request.responseType = "arraybuffer"
        request.send()
        if request.status != 200:
            raise ImportError(f"{name} could not be loaded: is the network there?")
        return bytes(request.response.to_bytes())

    def install(name: str) -> None:
        package = lock[name]
        folder = Path(site.getsitepackages()[0])
        unpack(fetch(package["file_name"]), package["sha256"], folder)
        setattr(pyodide_js.loadedPackages, name, "default channel")

    def loaded(name: str) -> bool:
        return hasattr(pyodide_js.loadedPackages, name)

    sys.meta_path.append(LateFinder(lock, loaded, install))
    shell.Completer.use_jedi = False
    # A look into the reader's folder is slow here, and each import began with one. Python's own
    # modules come first, as they do in copydesk lab.
    if "" in sys.path:
        sys.path.remove("")
        sys.path.append("")

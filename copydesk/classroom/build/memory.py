"""Remember what was built from what, so that nothing is built twice."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
from pathlib import Path

from copydesk.corpus.places import package_path

# What decides how an output looks, besides the kit itself.
_LIBRARIES = (
    "ipykernel", "ipython", "ipywidgets", "jinja2", "jupytext", "matplotlib", "nbclient",
    "nbformat", "numpy", "pandas", "sentencex", "textblob", "trafilatura", "vaderSentiment",
)  # fmt: skip


def read_memory(path: Path) -> dict[str, dict[str, str]]:
    """Return what earlier builds left: for each notebook a key and its fingerprint."""
    try:
        memory = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # no memory, or half of one: everything is built again
    usable = isinstance(memory, dict) and all(isinstance(row, dict) for row in memory.values())
    return memory if usable else {}


def surroundings(root: Path) -> str:
    """Return the fingerprint of the package's code, of data/ and of the libraries in use."""
    digest = hashlib.sha256(f"python {sys.version_info[:2]}".encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)} ".encode())
    for folder in (package_path("."), root / "data"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder).as_posix()} ".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"

"""Where a learner's pieces lie: one folder for all lessons, beside their notebooks."""

from __future__ import annotations

from pathlib import Path

from copydesk.corpus.places import ROOT

FOLDER = "my_pieces"


def class_folder() -> Path | None:
    """Return the folder that holds the learner's notebooks and exercises, or None outside one."""
    here = Path.cwd()
    for path in (here, *here.parents):
        if _has_folders(path):
            return path
    return None


def _has_folders(path: Path) -> bool:
    """Say whether a folder is that of a class; one that may not be looked into is none."""
    try:
        return (path / "notebooks").is_dir() and (path / "exercises").is_dir()
    except OSError:  # where answers are marked, most of the disk is closed
        return False


def pieces_folder() -> Path:
    """Return the folder of the pieces; outside a class, it lies where the notebook runs."""
    return (class_folder() or Path.cwd()) / FOLDER


def is_own_class() -> bool:
    """Say whether the notebook is a learner's, and not one of the kit that is built or tested."""
    folder = class_folder()
    return folder is not None and folder.resolve() != ROOT.resolve()

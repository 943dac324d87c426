"""Where a learner's pieces lie: one folder for all lessons, beside their notebooks.

The pieces on the central story lie in it, and those on another story in a folder with its name.
"""

from __future__ import annotations

import re
from pathlib import Path

from copydesk.corpus.places import ROOT

FOLDER = "my_pieces"
CENTRAL = "minister_wire"
"""The story of all lessons."""

_NAME = re.compile(r"\w[\w.-]{0,99}")  # what can name a folder, on every system


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


def is_name(story: object) -> bool:
    """Say whether something can be the name of a story.

    Examples
    --------
    >>> is_name("my_story"), is_name("../out"), is_name(...)
    (True, False, False)
    """
    return isinstance(story, str) and _NAME.fullmatch(story) is not None


def pieces_folder(story: str = CENTRAL) -> Path:
    """Return the folder of the pieces; outside a class, it lies where the notebook runs."""
    folder = (class_folder() or Path.cwd()) / FOLDER
    return folder if story == CENTRAL else folder / story


def is_own_class() -> bool:
    """Say whether the notebook is a learner's, and not one of the kit that is built or tested."""
    folder = class_folder()
    return folder is not None and folder.resolve() != ROOT.resolve()

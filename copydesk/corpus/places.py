"""Where the folders of the kit are, and where a learner's own work goes.

From a checkout, ``data/`` and the rest stand beside the package. A wheel carries them inside it,
in ``copydesk/kit/``. Nothing else in the package works this out.
"""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "kit"

INSTALLED = _IN_WHEEL.is_dir()
"""Whether this is an installed package, and not a copy of the kit's whole folder."""

ROOT = _IN_WHEEL if INSTALLED else _PACKAGE.parent
"""The folder of the kit: ``data/``, ``lessons/`` and the notebooks stand side by side in it."""

WORK = "work"
"""The learner's folder: git does not see it, and nothing in it is ever replaced."""

MARK = ".copydesk"
"""What the kit keeps for itself beside ``work/``. It marks a folder in which it was used."""


class CorpusError(ValueError):
    """Something in ``data/`` is missing or cannot be read. The message says what to do."""


def data_path(relative: str) -> Path:
    """Return the path of a file in ``data/``.

    Parameters
    ----------
    relative : str
        The path below ``data/``, with forward slashes: ``"gold/lines.csv"``.

    Returns
    -------
    Path

    Raises
    ------
    CorpusError
        The file is not there.

    Examples
    --------
    >>> data_path("gold/lines.csv").name
    'lines.csv'
    """
    path = ROOT / "data" / relative
    if not path.exists():
        raise CorpusError(
            f"data/{relative} is missing. copydesk runs from a full copy of its folder; "
            "get the folder again as the README says."
        )
    return path


def package_path(relative: str) -> Path:
    """Return the path of a file that stands in the package itself, such as a template.

    Examples
    --------
    >>> package_path("charts/chart_style.mplstyle").is_file()
    True
    """
    return _PACKAGE / relative


def home() -> Path:
    """Return the folder in which ``work/`` is: the learner's notebooks, stories and figures.

    In a checkout, the folder of the kit. With an installed package, the current folder; from a
    notebook in ``work/``, the folder in which ``copydesk lab`` or ``copydesk add`` made it.
    """
    if not INSTALLED:
        return ROOT
    here = Path.cwd()
    above = (place.parent for place in (here, *here.parents) if place.name == WORK)
    return next((place for place in above if (place / MARK).is_dir()), here)


def own_folder() -> Path:
    """Return the folder of the user's own stories and figures; it need not exist yet.

    It is ``work/corpus/`` in `home`. The environment variable ``COPYDESK_CORPUS`` names another
    one, for a class that shares a drive.
    """
    return Path(os.environ.get("COPYDESK_CORPUS") or home() / WORK / "corpus")

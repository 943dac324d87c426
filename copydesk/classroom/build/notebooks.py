"""The notebook files that are built: read, compare and write them, and keep a learner's work."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copydesk.classroom.build.sources import source_digest
from copydesk.classroom.notebook_file import read_notebook

PICTURE_TOLERANCE = 0.02
"""How far two pictures may differ and count as the same: the mean over all pixels and channels of
the absolute difference, where 0 is none and 1 is black against white."""

_YOURS = re.compile(r"\.yours-\d+$")


def is_learners_work(path: Path, new: dict[str, Any]) -> bool:
    """Say whether a file holds what someone typed: no build wrote it and it is not ``new``."""
    old = read_notebook(path)
    if old is None:
        return path.exists() and path.stat().st_size > 0
    digest = source_digest(old["cells"])
    return digest not in (_built(old).get("digest"), source_digest(new["cells"]))


def move_aside(path: Path) -> Path:
    """Rename a file to the next free ``<stem>.yours-<n>.ipynb`` and return the new path."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.yours-{number}.ipynb")).exists():
        number += 1
    path.rename(aside)
    return aside


def notebook_text(notebook: dict[str, Any]) -> str:
    """Return a notebook as the text of its file."""
    import nbformat  # loads schemas: a second or two that only a stale notebook waits for

    text: str = nbformat.writes(nbformat.from_dict(notebook), version=4)  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


def orphans(folder: Path, names: Iterable[str]) -> list[Path]:
    """Return the built notebooks of a folder whose lesson is gone."""
    known = set(names)
    return [
        path
        for path in sorted(folder.glob("*.ipynb"))
        if path.stem not in known
        and not _YOURS.search(path.stem)
        and _built(read_notebook(path) or {}).get("source")
    ]


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Say in words how a notebook file differs from what its lesson builds.

    Parameters
    ----------
    old : dict
        The notebook on disk.
    new : dict
        The notebook that the lesson gives now.

    Returns
    -------
    list of str
        "cell 7: its output differs, ...". Text and HTML must be the same; pictures must have the
        same size and look the same within ``PICTURE_TOLERANCE``.
    """
    found = []
    cells, expected = old["cells"], new["cells"]
    if len(cells) != len(expected):
        found.append(f"it has {len(cells)} cells and the lesson gives {len(expected)}")
    for number, (have, want) in enumerate(zip(cells, expected, strict=False), 1):
        problem = _cell_difference(have, want)
        if problem:
            found.append(f"cell {number}: {problem}")
            if problem.startswith("its source") and len(cells) != len(expected):
                break  # from here on every cell is off by one
    # The fingerprint in the metadata differs with every cell, so it is told of for itself alone.
    if not found and old.get("metadata") != new["metadata"]:
        found.append("its notebook metadata differs")
    return found


def _built(notebook: dict[str, Any]) -> dict[str, Any]:
    metadata = notebook.get("metadata")
    built = metadata.get("copydesk") if isinstance(metadata, dict) else None
    return built if isinstance(built, dict) else {}


def _cell_difference(have: dict[str, Any], want: dict[str, Any]) -> str | None:
    if have.get("cell_type") != want["cell_type"]:
        kinds = f"{have.get('cell_type')} and the lesson gives {want['cell_type']}"
        return f"its kind is {kinds}"
    if _joined(have.get("source", "")) != _joined(want["source"]):
        return "its source differs, " + _first_difference(have.get("source", ""), want["source"])
    old, new = have.get("metadata") or {}, want["metadata"]
    if old.get("tags", []) != new.get("tags", []):
        return f"its tags are {old.get('tags', [])} and the lesson gives {new.get('tags', [])}"
    if old != new:
        return "its metadata differs"
    if have.get("id") != want["id"]:
        return "its id differs"
    if want["cell_type"] != "code":
        return None
    outputs, expected = have.get("outputs") or [], want["outputs"]
    if len(outputs) != len(expected):
        return f"it has {len(outputs)} outputs and the lesson gives {len(expected)}"
    for left, right in zip(outputs, expected, strict=True):
        problem = _output_difference(left, right)
        if problem:
            return f"its output differs, {problem}"
    if have.get("execution_count") != want["execution_count"]:
        return "its execution count differs"
    return None


def _output_difference(have: dict[str, Any], want: dict[str, Any]) -> str | None:
    if have.get("output_type") != want["output_type"]:
        return f"a {have.get('output_type')} stands where the lesson gives a {want['output_type']}"
    if want["output_type"] == "stream":
        if have.get("name") != want["name"]:
            return f"it went to {have.get('name')} and not to {want['name']}"
        same = _joined(have.get("text", "")) == _joined(want["text"])
        return None if same else _first_difference(have.get("text", ""), want["text"])
    if want["output_type"] == "error":
        old, new = (f"{o.get('ename')}: {o.get('evalue')}" for o in (have, want))
        return None if old == new else _first_difference(old, new)
    data, expected = have.get("data") or {}, want["data"]
    if set(data) != set(expected):
        return f"it shows {sorted(data)} and the lesson gives {sorted(expected)}"
    for mime in sorted(expected):
        if mime == "image/png":
            problem = _picture_difference(_joined(data[mime]), _joined(expected[mime]))
        elif _joined(data[mime]) == _joined(expected[mime]):
            problem = None
        else:
            problem = f"{mime}: {_first_difference(data[mime], expected[mime])}"
        if problem:
            return problem
    return None


def _picture_difference(have: str, want: str) -> str | None:
    if have.strip() == want.strip():
        return None
    import matplotlib.image  # only when two pictures are not the same bytes
    import numpy as np

    try:
        old, new = (
            np.asarray(matplotlib.image.imread(io.BytesIO(base64.b64decode(text)), format="png"))
            for text in (have, want)
        )
    except (ValueError, SyntaxError, OSError, binascii.Error):
        return "a picture that cannot be read"
    if old.shape != new.shape:
        sizes = [f"{shape[1]} by {shape[0]}" for shape in (old.shape, new.shape)]
        return f"a picture of {sizes[0]} pixels and not of {sizes[1]}"
    apart = float(np.abs(old.astype(float) - new.astype(float)).mean())
    return None if apart <= PICTURE_TOLERANCE else f"a picture that looks different ({apart:.1%})"


def _joined(text: Any) -> Any:
    """Return text as one string; a notebook file may keep it as a list of lines."""
    return "".join(text) if isinstance(text, list) else text


def _first_difference(have: Any, want: Any) -> str:
    """Name the first line of two texts that is not the same, and show where it parts."""
    old, new = str(_joined(have)).splitlines(), str(_joined(want)).splitlines()
    for number, (left, right) in enumerate(zip(old, new, strict=False), 1):
        if left != right:
            pairs = enumerate(zip(left, right, strict=False))
            parts_at = next((at for at, (one, other) in pairs if one != other), len(right))
            shown = slice(max(0, parts_at - 30), parts_at + 60)
            return f'line {number} is "{left[shown]}" and the lesson gives "{right[shown]}"'
    return f"it has {len(old)} lines and the lesson gives {len(new)}"

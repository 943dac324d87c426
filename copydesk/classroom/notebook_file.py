"""Notebook files: read one, and give it to a learner without what its cells showed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_notebook(path: Path) -> dict[str, Any] | None:
    """Return the notebook in a file, or None when the file is no notebook."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    usable = isinstance(notebook, dict) and isinstance(notebook.get("cells"), list)
    return notebook if usable and all(isinstance(c, dict) for c in notebook["cells"]) else None


def without_outputs(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook as it was before its cells were run; the one given is not changed."""
    cells = [
        {**cell, "outputs": [], "execution_count": None}
        if cell.get("cell_type") == "code"
        else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}


def as_given(notebook: Path) -> bytes:
    """Return a notebook as a learner is given it: its cells without what they showed.

    A question such as "how many will it be?" would else be answered on the screen. A file that is
    no notebook is returned as it is.
    """
    found = read_notebook(notebook)
    if found is None:
        return notebook.read_bytes()
    text = json.dumps(without_outputs(found), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()

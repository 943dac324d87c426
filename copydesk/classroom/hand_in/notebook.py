"""Read a notebook that somebody handed in, as data: nothing of it is run or trusted."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 20 << 20
"""Bytes of a notebook that is read; one of the kit has a tenth of a megabyte."""

_CHECK = re.compile(r"\bcheck\(\s*[\"'](\d+)\.(\d+)[\"']")


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    kind : str
        "code" or "markdown".
    source : str
        What stands in it.
    tags : frozenset of str
        Its tags, such as "answer".
    """

    kind: str
    source: str
    tags: frozenset[str] = frozenset()


def notebook_bytes(path: Path) -> bytes:
    """Return the content of a file, or of a huge one just enough to see that it is too large."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


class NotebookError(ValueError):
    """A file is no notebook; the message says why, in a sentence."""


def read_notebook(data: bytes) -> tuple[Cell, ...]:
    """Read the cells of a notebook file, of the format of today or of the one before.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    tuple of Cell
        In order.

    Raises
    ------
    NotebookError
        It is too large, or not a notebook.

    Examples
    --------
    >>> read_notebook(b'{"cells": [{"cell_type": "code", "source": ["a = 1"]}]}')[0].source
    'a = 1'
    """
    if len(data) > MOST_BYTES:
        raise NotebookError(f"it is larger than {MOST_BYTES >> 20} MB")
    if not data.strip():
        raise NotebookError("it is empty")
    try:
        node = json.loads(data)
    except (ValueError, RecursionError):
        raise NotebookError("it is not a notebook, or only a part of one") from None
    cells = node.get("cells") if isinstance(node, dict) else None
    if cells is None and isinstance(node, dict):
        sheets = node.get("worksheets")  # notebooks before 2015
        cells = sheets[0].get("cells") if isinstance(sheets, list) and sheets else None
    if not isinstance(cells, list):
        raise NotebookError("it has no cells")
    return tuple(_cell(cell) for cell in cells if isinstance(cell, dict))


def code_of(cells: Sequence[Cell]) -> list[str]:
    """Return the sources of the code cells, in order."""
    return [cell.source for cell in cells if cell.kind == "code"]


def lesson_number(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Say which lesson's exercises a notebook checks, and how many of them.

    The calls of ``check`` are what tells: a file can have any name.

    Examples
    --------
    >>> lesson_number([Cell("code", 'check("2.1")'), Cell("code", "check('2.3')")])
    (2, 2)
    """
    asked = {pair for source in code_of(cells) for pair in _CHECK.findall(source)}
    if not asked:
        return None
    lesson, count = Counter(int(number) for number, _ in asked).most_common(1)[0]
    return lesson, count


def defined_in(cells: Sequence[Cell], name: str) -> list[int]:
    """Return the code cells, from 1, that define a name at their top level."""
    return [
        number
        for number, source in enumerate(code_of(cells), 1)
        if name in source and name in _top_names(source)
    ]


@dataclass(frozen=True)
class OpenAnswer:
    """What a learner wrote where no check can judge.

    Attributes
    ----------
    name : str
        The name that the notebook gives it.
    prompt : str
        The text of the cell before it, as the class was given it.
    text : str
        What was written; empty when nothing was.
    """

    name: str
    prompt: str
    text: str


def open_answers(cells: Sequence[Cell], given: Sequence[Cell]) -> list[OpenAnswer]:
    """Find what a learner wrote in the cells that the given notebook tags as "answer".

    They are read as they are typed, without running anything.

    Parameters
    ----------
    cells, given : sequence of Cell
        The learner's notebook and the one that the class was given.

    Returns
    -------
    list of OpenAnswer
        In the order of the given notebook.
    """
    found = []
    prompt = ""
    for cell in given:
        if cell.kind == "markdown":
            prompt = cell.source
        elif "answer" in cell.tags:
            for name, stub in _texts(cell.source).items():
                bound = [_texts(one.source) for one in cells if name in one.source]
                typed = [texts[name] for texts in bound if name in texts]
                text = typed[-1].strip() if typed else ""
                written = "" if text in (stub.strip(), "...", "…") else text
                found.append(OpenAnswer(name, prompt, written))
    return found


def _texts(source: str) -> dict[str, str]:
    """Return what a cell binds to names: a text as it reads, anything else as it is typed."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found = {}
    for part in body:
        if isinstance(part, ast.Assign):
            value = part.value.value if isinstance(part.value, ast.Constant) else None
            typed = value if isinstance(value, str) else ast.get_source_segment(source, part.value)
            names = [one.id for one in part.targets if isinstance(one, ast.Name)]
            found.update(dict.fromkeys(names, typed or ""))
    return found


def _top_names(source: str) -> set[str]:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names = {part.name for part in body if isinstance(part, ast.FunctionDef | ast.ClassDef)}
    for part in body:
        targets = part.targets if isinstance(part, ast.Assign) else []
        nodes = [node for target in targets for node in ast.walk(target)]
        names |= {node.id for node in nodes if isinstance(node, ast.Name)}
    return names


def _cell(cell: Mapping[str, Any]) -> Cell:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    metadata = cell.get("metadata")
    tags = metadata.get("tags", []) if isinstance(metadata, dict) else []
    kept = frozenset(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()
    kind = "code" if cell.get("cell_type") == "code" else "markdown"
    return Cell(kind, source if isinstance(source, str) else "", frozenset(kept))

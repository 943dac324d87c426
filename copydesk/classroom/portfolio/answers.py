"""Right answers of a lesson, kept as they were typed, and brought into the notebook to hand in."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from copydesk.classroom.portfolio.folder import FOLDER, class_folder, is_own_class
from copydesk.corpus.files import locked, write_whole

_FILE = "answers.json"


def keep_answer(id: str, name: str) -> None:
    """Keep the cell that gave a right answer, in a learner's own folder; elsewhere do nothing.

    Nothing is raised: an answer that cannot be kept is still right.

    Parameters
    ----------
    id : str
        The number of the exercise, "2.3".
    name : str
        The name that its answer defines.
    """
    folder = class_folder()
    source = cell_of(name, _typed())
    if folder is None or source is None or not is_own_class():
        return
    with suppress(OSError, ValueError):
        (folder / FOLDER).mkdir(exist_ok=True)
        path = folder / FOLDER / _FILE
        with locked(path):
            held = _answers()
            known = held.get(id, [])
            if not known or known[-1] != source:
                held[id] = [*known, source]
                write_whole(path, json.dumps(held, ensure_ascii=False, indent=1) + "\n")


def bring_answer(id: str) -> None:
    """Put the answer that you gave in the lesson into this cell, in place of what is in it.

    It prints what was done. When no right answer is kept, the cell stays as it is.

    Parameters
    ----------
    id : str
        The number of the exercise, "2.3".

    Examples
    --------
    >>> bring_answer("no such exercise")
    No right answer to no such exercise is kept from the lesson: write it here.
    """
    try:
        kept = _answers().get(id, [])
    except (OSError, ValueError):
        kept = []
    shell = _shell()
    if not kept or shell is None:
        print(f"No right answer to {id} is kept from the lesson: write it here.")
        return
    shell.set_next_input(kept[-1], replace=True)
    print("Your answer from the lesson stands in this cell now. Run it again, then run check.")


def cell_of(name: str, cells: Sequence[str]) -> str | None:
    r"""Return the last of some cells that defines a name, with the constants that it needs.

    Examples
    --------
    >>> print(cell_of("f", ["A = 1", "B = 2", "def f():\n    return A", "print(f())"]))
    A = 1
    <BLANKLINE>
    <BLANKLINE>
    def f():
        return A
    """
    read = [(cell, _statements(cell)) for cell in cells]
    own = next((pair for pair in reversed(read) if name in _names_given(pair[1])), None)
    if own is None:
        return None
    used = {
        node.id
        for part in own[1]
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    needed: dict[str, str] = {}
    for cell, parts in read:
        for part in parts:
            names = _names_given([part]) & used - _names_given(own[1])
            if names and _is_constant(part):
                needed.update(dict.fromkeys(names, ast.get_source_segment(cell, part) or ""))
    return "\n\n\n".join([*dict.fromkeys(needed.values()), own[0]])


def _is_constant(part: ast.stmt) -> bool:
    """Say whether a statement gives a name a value that stands in it, such as a set of words."""
    if not isinstance(part, ast.Assign):
        return False
    try:
        ast.literal_eval(part.value)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    return True


def _statements(cell: str) -> list[ast.stmt]:
    try:
        return ast.parse(cell).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _names_given(parts: Sequence[ast.stmt]) -> set[str]:
    names = {part.name for part in parts if isinstance(part, ast.FunctionDef)}
    targets = [one for part in parts if isinstance(part, ast.Assign) for one in part.targets]
    return names | {one.id for one in targets if isinstance(one, ast.Name)}


def _answers() -> dict[str, list[str]]:
    folder = class_folder()
    path = folder / FOLDER / _FILE if folder else None
    if path is None or not is_own_class() or not path.exists():
        return {}
    held = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(held, dict):
        return {}
    texts = {id_: kept for id_, kept in held.items() if isinstance(kept, list)}
    return {id_: [str(one) for one in kept] for id_, kept in texts.items()}


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _typed() -> list[str]:
    shell = _shell()
    return list(shell.user_ns.get("In", [])) if shell is not None else []

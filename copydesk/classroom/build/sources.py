"""Read a lesson's text as cells, check its structure, and assemble the notebooks made from it.

The conventions of ``lessons/<stem>/lesson.md`` and ``lessons/<stem>/exercises.md``:

- Both are MyST notebooks: code stands in ```` ```{code-cell} ipython3 ```` fences and ``+++`` on a
  line of its own parts two markdown cells.
- In exercises.md each exercise has one cell tagged ``stub`` and one tagged ``solution``, and both
  say whose they are, with quotes: ``:tags: [stub]`` and ``:exercise: "2.3"``. A lesson.md may have
  stubs and has no solutions.
- ``:::{hints} 2.3`` and ``:::`` on the next line become the folded hints of exercise 2.3.
- ``<!-- prose-check`` and ``<!-- as written:`` begin comments about the numbers in the text (see
  `prose`); no notebook has them.
- ``prose-check`` and ``hide-input`` fold a code cell; ``raises-exception`` lets it fail.
- One cell of lesson.md, tagged ``own-story``, begins ``mine = load_article("minister_wire")``: a
  learner changes the name in that line to take the lesson's step on a story of their own.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.classroom.build.prose.quotes import COMMENT
from copydesk.exercises import all_quizzes
from copydesk.exercises.model import Exercise

FOLDED = frozenset({"prose-check", "hide-input"})
"""Tags of code cells whose source is folded in the built notebook."""

_HINTS = re.compile(r"^:::\{hints\}[ \t]+(\S+)[ \t]*\n:::[ \t]*$", re.MULTILINE)
_CALL = re.compile(r"\b(check|quiz)\(\s*[\"']([^\"'\n]{1,40})[\"']")
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# What a kernel reports about itself, without the version of Python that happened to run it.
_LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


class BuildError(Exception):
    """A lesson that cannot be built. Each problem is one sentence that says where it is."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson's text.

    Attributes
    ----------
    number : int
        Its place in the file, from 1.
    line : int
        The line of the file, from 1, where the cell begins.
    first_line : int
        The line of the file that holds the first line of ``source``.
    kind : str
        "markdown", "code" or "raw".
    source : str
        What the cell holds, without its options.
    metadata : dict
        Its options: ``tags``, ``exercise`` and what else the text gives.
    """

    number: int
    line: int
    first_line: int
    kind: str
    source: str
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the cell, in the order of the text."""
        return tuple(self.metadata.get("tags", ()))


def read_cells(path: Path, name: str) -> tuple[Cell, ...]:
    """Read a lesson's text and find the line of each cell.

    Parameters
    ----------
    path : Path
        A MyST notebook.
    name : str
        What messages call it: "lessons/02_cleaning/lesson.md".

    Returns
    -------
    tuple of Cell

    Raises
    ------
    BuildError
        The file is missing, is not UTF-8, or has options that cannot be read.
    """
    # These load the notebook format, a second or two that only a stale notebook waits for.
    from jupytext.myst import myst_to_notebook

    try:
        # Universal newlines: a lesson that Windows saved builds the same notebook.
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BuildError(f"{name} is missing.") from None
    except UnicodeDecodeError as error:
        raise BuildError(f"{name} is not UTF-8 at byte {error.start}; save it as UTF-8.") from None
    lines = text.splitlines()
    if lines[:1] == ["---"] and "---" in lines[1:]:
        # The head serves other readers of the file; every notebook built here has the same one.
        end = lines.index("---", 1) + 1
        lines[:end] = [""] * end
    try:
        notebook = myst_to_notebook("\n".join(lines), add_source_map=True)
    except (
        Exception
    ) as error:  # YAML and JSON errors of several kinds: all say what they did not like
        reason = str(error).strip().splitlines()[-1:] or [type(error).__name__]
        raise BuildError(f"{name} cannot be read as a notebook: {reason[0].strip()}.") from None
    cells = []
    for number, (node, start) in enumerate(
        zip(notebook.cells, notebook.metadata["source_map"], strict=True), 1
    ):
        if node.cell_type == "markdown":
            line = start + 1
            while not lines[line - 1].strip():
                line += 1
            first_line = line
        else:
            line, first_line = start, _after_options(lines, start)
        metadata = json.loads(json.dumps(node.metadata, default=str))
        if not isinstance(metadata.get("tags", []), list):
            raise BuildError(_at(name, number, line) + " has tags that are no list; write [stub].")
        cells.append(Cell(number, line, first_line, node.cell_type, node.source, metadata))
    return tuple(cells)


def _after_options(lines: Sequence[str], fence: int) -> int:
    """Return the line number where the code under a fence begins; ``fence`` counts from 1."""
    index = fence  # of the line after the fence, from 0
    if index < len(lines) and lines[index].startswith("---"):
        index += 1
        while index < len(lines) and not lines[index].startswith("---"):
            index += 1
        index += 1
    else:
        while index < len(lines) and lines[index].lstrip().startswith(":"):
            index += 1
    if index < len(lines) and not lines[index].strip():
        index += 1
    return index + 1


def _at(name: str, number: int, line: int) -> str:
    return f"{name}, line {line}: cell {number}"


def where(name: str, cell: Cell, line: int | None = None) -> str:
    """Begin a message about a cell: "lessons/02_cleaning/lesson.md, line 40: cell 7"."""
    return _at(name, cell.number, cell.line if line is None else line)


def structure_problems(
    cells: Sequence[Cell], name: str, lesson: int, exercises: Iterable[Exercise]
) -> list[str]:
    """Say what is wrong with the exercises that a lesson's text names.

    Parameters
    ----------
    cells : sequence of Cell
        The cells of lesson.md or exercises.md.
    name : str
        What messages call the file; its ending decides which rules hold.
    lesson : int
        The number of the lesson, 2 for 02_cleaning.
    exercises : iterable of Exercise
        Every exercise of the kit.

    Returns
    -------
    list of str
        One sentence a problem; empty when all is well.
    """
    by_id = {exercise.id: exercise for exercise in exercises}
    quizzes = {quiz.id for quiz in all_quizzes()}
    found: Counter[tuple[str, str]] = Counter()
    problems: list[str] = []
    for cell in cells:
        place = where(name, cell)
        exercise = cell.metadata.get("exercise")
        if exercise is not None and not isinstance(exercise, str):
            problems.append(f'{place} needs quotes around its exercise: :exercise: "{exercise}".')
            continue
        problems += _role_problems(cell, name, lesson, by_id)
        found.update((str(exercise), role) for role in _roles(cell))
        if cell.kind == "code":
            problems += [
                f'{place} calls {call}("{target}"), which copydesk/exercises lacks.'
                for call, target in _CALL.findall(cell.source)
                if target not in (by_id if call == "check" else quizzes)
            ]
        elif cell.kind == "markdown":
            problems += _hint_problems(cell, place, by_id)
    if name.endswith("exercises.md"):
        problems += [
            f"{name}: exercise {id_} has {found[id_, role]} {role} cells and needs exactly one."
            for id_ in by_id
            for role in _ROLES
            if id_.startswith(f"{lesson}.") and found[id_, role] != 1
        ]
    return problems


_ROLES = ("stub", "solution")


def _roles(cell: Cell) -> list[str]:
    return [tag for tag in _ROLES if tag in cell.tags]


def _role_problems(
    cell: Cell, name: str, lesson: int, by_id: Mapping[str, Exercise]
) -> Iterator[str]:
    """Say what is wrong with a cell as the stub or solution of its exercise."""
    place, roles, exercise = where(name, cell), _roles(cell), cell.metadata.get("exercise")
    if roles and exercise is None:
        yield f'{place} is a {roles[0]} of no exercise; add :exercise: "{lesson}.1".'
    elif exercise is not None and exercise not in by_id:
        yield f"{place} names exercise {exercise}, which copydesk/exercises lacks."
    elif exercise is not None and not str(exercise).startswith(f"{lesson}."):
        yield f"{place} names exercise {exercise} of another lesson."
    if len(roles) == 2:
        yield f"{place} is tagged stub and solution; it can be one of them."
    if "solution" in roles and name.endswith("lesson.md"):
        yield f"{place} is a solution; solutions stand in exercises.md."
    if "stub" in roles:
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            line = cell.first_line + (error.lineno or 1) - 1
            yield f"{where(name, cell, line)} is a stub that does not parse."


def _hint_problems(cell: Cell, place: str, by_id: Mapping[str, Exercise]) -> Iterator[str]:
    for target in _HINTS.findall(cell.source):
        if target not in by_id:
            yield f"{place} asks for hints of {target}, which has none."
    if ":::{hints}" in _HINTS.sub("", cell.source):
        yield f'{place} has hints that do not read ":::{{hints}} 2.3" and ":::".'


def assemble(
    cells: Iterable[Cell], name: str, kind: str, exercises: Iterable[Exercise]
) -> dict[str, Any]:
    """Make a notebook of cells, without outputs.

    Parameters
    ----------
    cells : iterable of Cell
        The cells that the notebook has, in order.
    name : str
        The file that they come from.
    kind : str
        "lesson", "exercises" or "solutions".
    exercises : iterable of Exercise
        Where the hints come from.

    Returns
    -------
    dict
        A notebook of format 4.5. Each cell's id is made from what the cell holds, so that it stays
        the same when other cells change.
    """
    by_id = {exercise.id: exercise for exercise in exercises}
    seen: Counter[str] = Counter()
    built: list[dict[str, Any]] = []
    for cell in cells:
        source = cell.source
        if cell.kind == "markdown":
            source = COMMENT.sub("", source)
            source = _HINTS.sub(lambda match: folded_hints(by_id[match[1]].hints), source)
        metadata = dict(cell.metadata)
        if cell.kind == "code" and FOLDED.intersection(cell.tags):
            metadata["jupyter"] = {**metadata.get("jupyter", {}), "source_hidden": True}
        id_ = hashlib.sha256(f"{cell.kind}\n{source}".encode()).hexdigest()[:12]
        seen[id_] += 1
        node: dict[str, Any] = {"cell_type": cell.kind, "metadata": metadata, "source": source}
        node["id"] = id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}"
        if cell.kind == "code":
            node |= {"execution_count": None, "outputs": []}
        built.append(node)
    return {
        "cells": built,
        "metadata": {
            "copydesk": {"digest": source_digest(built), "kind": kind, "source": name},
            "kernelspec": dict(_KERNEL),
            "language_info": json.loads(json.dumps(_LANGUAGE)),
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def folded_hints(hints: Iterable[str]) -> str:
    """Write hints as blocks that a reader opens one by one.

    Examples
    --------
    >>> print(folded_hints(["Look at line 3."]))
    <details>
    <summary>Hint 1</summary>
    <BLANKLINE>
    Look at line 3.
    <BLANKLINE>
    </details>
    """
    # The blank lines are what lets JupyterLab render the hint as Markdown.
    return "\n\n".join(
        f"<details>\n<summary>Hint {number}</summary>\n\n{hint}\n\n</details>"
        for number, hint in enumerate(hints, 1)
    )


def source_digest(cells: Iterable[dict[str, Any]]) -> str:
    """Return the fingerprint of what a person can type into cells: their kinds and sources."""
    typed = [[cell.get("cell_type"), "".join(cell.get("source", ""))] for cell in cells]
    return hashlib.sha256(json.dumps(typed).encode()).hexdigest()[:16]

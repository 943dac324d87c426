"""Break one rule at a time, and count how often the tests of its room turn red.

    python benchmarks/mutants.py --rooms charts,corpus --count 20 --seed 0

A mutant lacks a word of a list, a row of a table or an alternative of a pattern, has a threshold
moved by one, or two rules in the other order. Words that a person is shown, such as the name and
the reason of a rule, are no list, and its examples are tests. The tests of its room run on a copy
of the tree, file by file, those that speak most of the changed module or table first, and stop at
the first failure. A mutant that no test notices is printed with its file, its line and the change.
Tools such as mutmut and cosmic-ray change operators and names; they read no table, and no word
inside a text or pattern.

Each mutant is tested in a process that is forked, so this needs Linux or macOS.
"""

from __future__ import annotations

import ast
import importlib
import io
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import tokenize
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import Queue

import click
import pytest

ROOT = Path(__file__).resolve().parents[1]
LOADED_ONCE = (
    *("pandas", "matplotlib.pyplot", "vaderSentiment.vaderSentiment", "textblob", "bs4", "jinja2"),
    *("hypothesis", "frictionless", "nbformat", "jupytext", "IPython", "ipywidgets"),
    *("jsonschema", "sklearn.metrics", "pytest_mpl.plugin"),
)
"""Libraries that every process finds loaded. Nothing of the kit itself may be among them."""

_TABLES = "data/lexicons"
_READ_TABLES = ("language", "stance", "tone", "cleaning", "consistency", "claims", "corpus")
_NOT_COPIED = (".git", ".venv", ".copydesk", "work", "__pycache__", ".*_cache", ".hypothesis")
_WORDS = re.compile(r"(?<=[\s\"'])[a-z][\w'’.\-]*(?=[\s\"'])")
_LIST_OF_WORDS = re.compile(r"\s*(?:[a-z'’.\-]+\s+){2,}[a-z'’.\-]+\s*")
_SHOWN = ("examples", "leaves_alone")
_SECONDS_OF_WORK = 300
_INVALID, _CAUGHT = 90, 91
_SAID = "said_by_the_tests.txt"


@dataclass(frozen=True)
class Mutant:
    """One change: bytes ``start`` to ``end`` of a file become ``new``."""

    path: str
    start: int
    end: int
    new: bytes
    kind: str

    def source(self) -> bytes:
        """Return the file with the change."""
        old = (ROOT / self.path).read_bytes()
        return old[: self.start] + self.new + old[self.end :]

    def __str__(self) -> str:
        old = (ROOT / self.path).read_bytes()
        line = old.count(b"\n", 0, self.start) + 1
        cut, new = (
            " ".join(part.decode().split()) for part in (old[self.start : self.end], self.new)
        )
        change = f"without {cut[:60]}" if not new else f"{cut[:60]} becomes {new[:60]}"
        return f"{self.path}:{line}: {self.kind}: {change}"


def sources_of(room: str) -> list[Path]:
    """Return the code of a room; of "lexicons", the tables too."""
    if room == "lexicons":
        return [ROOT / "copydesk/lexicons.py", *sorted((ROOT / _TABLES).glob("*.csv"))]
    folder = ROOT / "copydesk" / room
    found = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    if not all(path.exists() for path in found):
        raise click.UsageError(f"There is no room {room} in copydesk/.")
    return found


def tests_of(room: str, changed: Path) -> list[str]:
    """Return the test files of a room, those first that speak most of what is changed.

    A table is tested by each room that reads it.
    """
    rooms = _READ_TABLES if room == "lexicons" else (room,)
    found = [
        path
        for name in rooms
        for path in (
            *sorted((ROOT / "tests" / name).rglob("test_*.py")),
            ROOT / f"tests/test_{name}.py",
        )
        if path.exists()
    ]

    def speaks(path: Path) -> tuple[bool, int]:
        rules = re.search("rules|examples|order|lexicons|limits|lists|same", path.stem) is not None
        return rules, path.read_text(encoding="utf-8").count(changed.stem)

    return [path.relative_to(ROOT).as_posix() for path in sorted(found, key=speaks, reverse=True)]


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file."""
    name = path.relative_to(ROOT).as_posix()
    source = path.read_bytes()
    if path.suffix == ".csv":
        yield from _rows(name, source)
        return
    starts = [0, 0, *(match.end() for match in re.finditer(rb"\n", source))]

    def span(node: ast.expr) -> tuple[int, int]:
        end = starts[node.end_lineno or 0] + (node.end_col_offset or 0)
        return starts[node.lineno] + node.col_offset, end

    tree = ast.parse(source)
    for statement in tree.body:
        if _is_a_rule(statement):
            for node in _read_by_rules(statement):
                yield from _lists(name, source, node, span, node is statement.value)
        for node in ast.walk(statement):
            yield from _thresholds(name, node, statement, span)
    described = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        pattern = token.type == tokenize.STRING and token.start[0] not in described
        if pattern and "r" in token.string[:2].lower():
            start = len("".join(source.decode().splitlines(True)[: token.start[0] - 1]).encode())
            start += len(token.line[: token.start[1]].encode())
            yield from _alternatives(name, token.string, start)


def _is_a_rule(statement: ast.stmt) -> bool:
    """Say whether a statement gives a value a name; what a module offers is no rule."""
    named = isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None
    return named and "__all__" not in ast.unparse(statement)


def _read_by_rules(statement: ast.Assign | ast.AnnAssign) -> Iterator[ast.AST]:
    """Yield what a value is made of, without what is only shown to a person or to a test."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.keyword) and child.arg in _SHOWN:
                continue
            prose = isinstance(child, ast.Constant) and not (
                node is statement or isinstance(node, ast.Attribute)
            )
            annotation = child is getattr(node, "annotation", None)
            if not prose and not annotation and not isinstance(child, ast.Subscript):
                yield child
            waiting.append(child)


def _rows(name: str, source: bytes) -> Iterator[Mutant]:
    lines = [match.span() for match in re.finditer(rb"[^\n]+\n", source)]
    for start, end in lines[1:]:
        yield Mutant(name, start, end, b"", "row")


def _lists(name, source, node, span, whole) -> Iterator[Mutant]:  # type: ignore[no-untyped-def]
    """Yield a list without one of its words, and a whole table with two rules exchanged."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        start, end = span(node)
        text = source[start:end].decode()
        if _LIST_OF_WORDS.fullmatch(node.value):
            for match in _WORDS.finditer(text):
                at = start + len(text[: match.start()].encode())
                yield Mutant(name, at, at + len(match[0].encode()), b"", "word")
    items = getattr(node, "elts", None) or [key for key in getattr(node, "keys", []) if key]
    ends = getattr(node, "elts", None) or getattr(node, "values", [])
    if len(items) < 2 or isinstance(node, ast.Subscript):
        return
    words = all(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in items)
    rules = all(isinstance(item, ast.Call | ast.Tuple | ast.Starred | ast.Name) for item in items)
    tried_in_turn = whole and rules and isinstance(node, ast.Tuple | ast.List)
    for number, item in enumerate(items):
        (start, _), (_, end) = span(item), span(ends[number])
        after = span(items[number + 1])[0] if number + 1 < len(items) else end
        if words and len(items) > 2:
            yield Mutant(name, start, after, b"", "word")
        if (
            tried_in_turn
            and type(item) is type(items[min(number + 1, len(items) - 1)])
            and item is not items[-1]
        ):
            last = span(items[number + 1])[1]
            swapped = source[after:last] + source[end:after] + source[start:end]
            yield Mutant(name, start, last, swapped, "order")


def _thresholds(name, node, statement, span) -> Iterator[Mutant]:  # type: ignore[no-untyped-def]
    numbers = [*node.comparators, node.left] if isinstance(node, ast.Compare) else []
    if isinstance(node, ast.Assign | ast.AnnAssign) and node is statement:
        numbers = [node.value]
    for number in numbers:
        if isinstance(number, ast.Constant) and type(number.value) in (int, float):
            value = number.value
            for moved in (value + 1, value - 1) if isinstance(value, int) else (value * 1.2,):
                yield Mutant(name, *span(number), repr(moved).encode(), "threshold")


def _alternatives(name: str, text: str, start: int) -> Iterator[Mutant]:
    """Yield a pattern without one of its alternatives, of those that stand in one string."""
    opened: list[list[int]] = [[text.index(text[-1]) + 1]]
    place, in_class = opened[0][0], False
    while place < len(text):
        sign = text[place]
        if sign == "\\":
            place += 2
            continue
        if in_class or sign == "[":
            in_class = sign != "]"
        elif sign == "(":
            head = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[aimsx]*:))?").match(text, place)
            opened.append([head.end() if head else place + 1])
        elif sign == "|":
            opened[-1].append(place + 1)
        if (sign == ")" and not in_class and len(opened) > 1) or place == len(text) - 1:
            edges = [*opened.pop(), place + 1]
            for left, right in pairwise(edges):
                last = right == place + 1
                cut = (left - 1, right - 1) if last else (left, right)
                if len(edges) > 2 and text[slice(*cut)].strip("|"):
                    low, high = (start + len(text[:edge].encode()) for edge in cut)
                    yield Mutant(name, low, high, b"", "alternative")
            if not opened:
                return
        place += 1


@dataclass(frozen=True)
class Tree:
    """A copy of the tree in which one mutant at a time is tested."""

    root: Path

    def judge(self, mutant: Mutant | None, tests: list[str]) -> str:
        """Say "caught", "survived", or "invalid" of a mutant that cannot be loaded."""
        if mutant:
            (self.root / mutant.path).write_bytes(mutant.source())
        try:
            child = multiprocessing.get_context("fork").Process(
                target=_run, args=(self.root, mutant and mutant.path, tests)
            )
            child.start()
            child.join(6 * _SECONDS_OF_WORK)
            with suppress(ProcessLookupError):
                os.killpg(child.pid or 0, signal.SIGKILL)
            child.join()
            return {_INVALID: "invalid", 0: "survived"}.get(child.exitcode or 0, "caught")
        finally:
            if mutant:
                shutil.copy2(ROOT / mutant.path, self.root / mutant.path)


def _run(root: Path, changed: str | None, tests: list[str]) -> None:
    """Load the changed module and run tests, in a process of its own in a copy of the tree."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS_OF_WORK, _SECONDS_OF_WORK))
    os.chdir(root)
    os.environ["PYTHONPATH"] = sys.path[0] = str(root)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    said = os.open(root / _SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(said, stream)
    if changed and changed.endswith(".py"):
        try:
            importlib.import_module(changed.removesuffix(".py").replace("/", "."))
        except Exception:
            os._exit(_INVALID)
    for path in tests:
        if pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", path]) not in (0, 5):
            os._exit(_CAUGHT)
    os._exit(0)


def chosen(rooms: list[str], count: int, seed: int) -> list[tuple[str, Mutant]]:
    """Return mutants in random order, more than are wanted: some cannot be loaded."""
    found = [
        (room, each) for room in rooms for path in sources_of(room) for each in mutants_of(path)
    ]
    random.Random(seed).shuffle(found)
    return found[: 2 * count]


@click.command(help=__doc__)
@click.option("--rooms", default="charts,corpus", show_default=True, help="Names in copydesk/.")
@click.option("--count", default=20, show_default=True)
@click.option("--seed", default=0, show_default=True)
def main(rooms: str, count: int, seed: int) -> None:
    for name in LOADED_ONCE:
        importlib.import_module(name)
    names = rooms.split(",")
    waiting = iter(chosen(names, count, seed))
    ends: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        Path(folder).chmod(0o755)  # tests that give up root's rights load modules from here
        trees: Queue[Tree] = Queue()
        for number in range(2):
            root = Path(folder) / str(number)
            shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*_NOT_COPIED))
            trees.put(Tree(root))

        def judge(room: str, mutant: Mutant | None) -> tuple[str, str]:
            tests = tests_of(room, ROOT / mutant.path if mutant else ROOT)
            tree = trees.get()
            try:
                end = tree.judge(mutant, tests)
                if end != "survived" and not mutant:
                    click.echo((tree.root / _SAID).read_text(encoding="utf-8")[-3000:])
            finally:
                trees.put(tree)
            if end == "survived" and mutant:
                click.echo(f"survived  {mutant}")
            return room, end

        for room, end in pool.map(judge, names, [None] * len(names)):
            if end != "survived":
                raise SystemExit(f"The tests of {room} fail before anything is changed.")
        while (left := count - len(ends)) and (batch := [*zip(range(left), waiting)]):  # noqa: B905
            found = pool.map(judge, *zip(*(pair for _, pair in batch)))  # noqa: B905
            ends += [one for one in found if one[1] != "invalid"]
    every, caught = Counter(room for room, _ in ends), Counter(ends)
    for room in sorted(every):
        click.echo(f"{room}: {caught[room, 'caught']} of {every[room]}")
    total = sum(caught[room, "caught"] for room in every)
    click.echo(f"{total} of {len(ends)} mutants are caught, {total / max(1, len(ends)):.0%}")


if __name__ == "__main__":
    main()

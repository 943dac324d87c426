"""Break one rule at a time, and count how often the tests of its room turn red.

    python benchmarks/mutants.py --rooms charts,corpus --count 20 --seed 0

A mutant lacks a word of a list, a row of a table or an alternative of a pattern, has a threshold
moved by one, or two rules in the other order. The tests of its room run on a copy of the tree, two
mutants at a time, and stop at the first failure. A mutant that no test notices is printed with its
file, its line and the change. Tools such as mutmut and cosmic-ray change operators and names; they
read no table, and no word inside a text or pattern.
"""

from __future__ import annotations

import ast
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tokenize
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import Queue

import click

from copydesk.corpus import ROOT

_TABLES = "data/lexicons"
_READ_TABLES = ("language", "stance", "tone", "cleaning", "claims")
_NOT_COPIED = (".git", ".venv", ".copydesk", "work", "__pycache__", ".*_cache", ".hypothesis")
_WORDS = re.compile(r"(?<=[\s\"'])[a-z][\w'’.\-]*(?=[\s\"'])")
_LIST_OF_WORDS = re.compile(r"\s*(?:[a-z'’.\-]+\s+){2,}[a-z'’.\-]+\s*")
_LEAST_SECONDS = 60


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


def tests_of(room: str) -> list[str]:
    """Return the tests of a room; a table is tested by each room that reads it."""
    rooms = _READ_TABLES if room == "lexicons" else (room,)
    names = [f"tests/{name}" for room in rooms for name in (room, f"test_{room}.py")]
    return [name for name in names if (ROOT / name).exists()]


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file."""
    name = path.relative_to(ROOT).as_posix()
    source = path.read_bytes()
    if path.suffix == ".csv":
        yield from _rows(name, source)
        return
    starts = [0, *(match.end() for match in re.finditer(rb"\n", source))]

    def place(line: int, column: int) -> int:
        return starts[line - 1] + column

    def span(node: ast.expr) -> tuple[int, int]:
        return (
            place(node.lineno, node.col_offset),
            place(node.end_lineno or 0, node.end_col_offset or 0),
        )

    for statement in ast.parse(source).body:
        if _is_a_rule(statement):
            for node in ast.walk(statement.value):
                yield from _lists(name, source, node, span)
        for node in ast.walk(statement):
            yield from _thresholds(name, node, statement, span)
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        if token.type == tokenize.STRING and "r" in token.string[:2].lower():
            start = len("".join(source.decode().splitlines(True)[: token.start[0] - 1]).encode())
            start += len(token.line[: token.start[1]].encode())
            yield from _alternatives(name, token.string, start)


def _is_a_rule(statement: ast.stmt) -> bool:
    """Say whether a statement gives a value a name; what a module offers is no rule."""
    named = isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None
    return named and "__all__" not in ast.unparse(statement)


def _rows(name: str, source: bytes) -> Iterator[Mutant]:
    lines = [match.span() for match in re.finditer(rb"[^\n]+\n", source)]
    for start, end in lines[1:]:
        yield Mutant(name, start, end, b"", "row")


def _lists(name, source, node, span) -> Iterator[Mutant]:  # type: ignore[no-untyped-def]
    """Yield a list without one of its words, and a list with two of its rules exchanged."""
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
    for number, item in enumerate(items):
        (start, _), (_, end) = span(item), span(ends[number])
        after = span(items[number + 1])[0] if number + 1 < len(items) else end
        if words and len(items) > 2:
            yield Mutant(name, start, after, b"", "word")
        if (
            not words
            and type(item) is type(ends[min(number + 1, len(ends) - 1)])
            and (isinstance(node, ast.Tuple | ast.List) and number + 1 < len(items))
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

    def run(self, *arguments: str, limit: float) -> str:
        """Run Python in the copy: nothing when it ends well, else what it printed last."""
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        line = [sys.executable, *arguments]
        try:
            done = subprocess.run(
                line,
                cwd=self.root,
                env=environment,
                timeout=limit,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "It takes too long."
        return (done.stdout[-2000:] or "It ends badly.") if done.returncode else ""

    def test(self, room: str, limit: float) -> str:
        """Run the tests of a room; nothing when all of them pass."""
        arguments = ("-x", "-q", "-n0", "-p", "no:cacheprovider", *tests_of(room))
        return self.run("-m", "pytest", *arguments, limit=limit)

    def judge(self, mutant: Mutant, room: str, limit: float) -> str:
        """Say "caught", "survived", or "invalid" of a mutant that cannot be loaded."""
        path = self.root / mutant.path
        path.write_bytes(mutant.source())
        try:
            module = mutant.path.removesuffix(".py").replace("/", ".")
            if mutant.path.endswith(".py") and self.run("-c", f"import {module}", limit=limit):
                return "invalid"
            return "caught" if self.test(room, limit) else "survived"
        finally:
            shutil.copy2(ROOT / mutant.path, path)


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
    names = rooms.split(",")
    waiting = iter(chosen(names, count, seed))
    ends: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Tree] = Queue()
        for number in range(2):
            root = Path(folder) / str(number)
            shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*_NOT_COPIED))
            trees.put(Tree(root))
        limits = {}
        for room in names:
            start = time.monotonic()
            tree = trees.get()
            if said := tree.test(room, limit=1200):
                raise SystemExit(f"{said}\nThe tests of {room} fail before anything is changed.")
            trees.put(tree)
            limits[room] = max(_LEAST_SECONDS, 4 * (time.monotonic() - start))

        def judge(pair: tuple[str, Mutant]) -> str:
            room, mutant = pair
            tree = trees.get()
            try:
                end = tree.judge(mutant, room, limits[room])
            finally:
                trees.put(tree)
            if end == "survived":
                click.echo(f"survived  {mutant}")
            return end

        with ThreadPoolExecutor(2) as pool:
            while (left := count - len(ends)) and (batch := [*zip(range(left), waiting)]):  # noqa: B905
                ends += [
                    end for end in pool.map(judge, (pair for _, pair in batch)) if end != "invalid"
                ]
    caught = ends.count("caught")
    share = caught / len(ends) if ends else 0
    click.echo(f"{caught} of {len(ends)} mutants are caught, {share:.0%}")


if __name__ == "__main__":
    main()

"""Slips that the code of an answer shows by itself, whatever the exercise is.

Each is certain where it is found: a test that is always true is always true. It is said to a
learner only when the answer is not right and no misconception of the exercise explains it.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_CHANGE_IN_PLACE = {"append", "extend", "insert", "reverse", "sort", "update"}
_GIVE_A_TEXT = {"casefold", "lower", "lstrip", "replace", "rstrip", "split", "strip", "upper"}
_ONE_TURN = (ast.For, ast.While)


@dataclass(frozen=True)
class Slip:
    """A slip, how it is found, and what is said of it.

    Attributes
    ----------
    name : str
        What the code does.
    hint : str
        What Python makes of it, after "Line 4 of your keep_line: ".
    finds : callable
        Given a function's tree, yields the places that show it.
    example : str
        The body of a function that has it.
    leaves_alone : str
        The body of a function that looks like it and has not.
    """

    name: str
    hint: str
    finds: Callable[[ast.AST], Iterator[ast.AST]]
    example: str
    leaves_alone: str


def find_slip(function: Callable[..., Any]) -> tuple[str, int] | None:
    """Find the first slip in a function's own code.

    Parameters
    ----------
    function : callable
        What a learner wrote.

    Returns
    -------
    tuple of str and int, or None
        The name of the slip and the line of the function, from 1. None where there is no slip, or
        where the code cannot be read.
    """
    try:
        code = inspect.unwrap(function).__code__
        lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :]
        tree = ast.parse(textwrap.dedent("".join(inspect.getblock(lines))))
    except Exception:  # a learner's code may be made of anything
        return None
    return next(((slip.name, _line(at)) for slip in SLIPS for at in slip.finds(tree)), None)


def about_slip(found: tuple[str, int], name: str) -> str:
    """Say what a slip is, to a learner whose function is called so."""
    slip, line = found
    hint = next(one.hint for one in SLIPS if one.name == slip)
    return f"Line {line} of your {name}: {hint}"


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 1))


def _nodes(tree: ast.AST, *kinds: type[Any]) -> Iterator[Any]:
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def _is_true(node: ast.expr) -> bool:
    """Say whether it is a text or number that is always true; `True` says so openly."""
    value = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
    return isinstance(value, str | int) and not isinstance(value, bool) and bool(value)


def _asks(node: ast.expr) -> bool:
    """Say whether an expression is a question, so that no text can stand in for its answer."""
    if isinstance(node, ast.Call):
        called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        return called.startswith(("all", "any", "ends", "has", "is", "starts"))
    denied = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return denied or isinstance(node, ast.Compare)


def _constants_as_tests(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield `x == "a" or "b"`, `"a" and "b" in x` and `x.endswith("a" or "b")`.

    `name or "nobody"` is no slip.
    """
    for test in _nodes(tree, ast.BoolOp):
        *before, last = test.values
        asked = any(map(_asks, before)) and isinstance(test.op, ast.Or)
        tests = [*before, last] if asked else before
        if any(map(_is_true, tests)):
            yield test


def _ends(body: list[ast.stmt]) -> bool:
    """Say whether every way through some lines ends in `return`."""
    last = body[-1]
    both = (
        isinstance(last, ast.If) and bool(last.orelse) and _ends(last.body) and _ends(last.orelse)
    )
    return isinstance(last, ast.Return) or both


def _loops_of_one_turn(tree: ast.AST) -> Iterator[ast.AST]:
    for loop in _nodes(tree, *_ONE_TURN):
        if _ends(loop.body) and not any(_nodes(loop, ast.Continue)):
            yield loop.body[-1]


def _returns_of_a_part(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the `return found` of a loop that is filling `found`."""
    for loop in _nodes(tree, *_ONE_TURN):
        filled = {
            call.func.value.id
            for call in _nodes(loop, ast.Call)
            if isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
            and call.func.attr in ("add", "append", "extend", "update")
        } | {
            place.value.id
            for place in _nodes(loop, ast.Subscript)
            if isinstance(place.ctx, ast.Store) and isinstance(place.value, ast.Name)
        }
        for end in _nodes(loop, ast.Return):
            if isinstance(end.value, ast.Name) and end.value.id in filled:
                yield end


def _nothing_stored(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield `found = found.append(x)` and `return names.sort()`."""
    for node in _nodes(tree, ast.Assign, ast.Return):
        value = node.value
        if (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr in _CHANGE_IN_PLACE
            and getattr(value.func.value, "id", "") not in ("np", "numpy")
        ):
            yield node


def _thrown_away(tree: ast.AST) -> Iterator[ast.AST]:
    for node in _nodes(tree, ast.Expr):
        call = node.value
        text = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if isinstance(call, ast.Compare) or (text and call.func.attr in _GIVE_A_TEXT):
            yield node


def _not_called(tree: ast.AST) -> Iterator[ast.AST]:
    for node in _nodes(tree, ast.Compare, ast.Attribute):
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else [node.value]
        for side in sides:
            if isinstance(side, ast.Attribute) and side.attr in _GIVE_A_TEXT:
                yield side


def _lists_as_none(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield `years is None` where `years` is a list that the function makes, and nothing else."""
    made: dict[str, list[bool]] = {}
    for node in _nodes(tree, ast.Assign):
        for name in _nodes(node, ast.Name):
            if isinstance(name.ctx, ast.Store) and name in node.targets:
                made.setdefault(name.id, []).append(isinstance(node.value, ast.List | ast.ListComp))
    for test in _nodes(tree, ast.Compare):
        none = any(isinstance(one, ast.Constant) and one.value is None for one in test.comparators)
        if none and all(made.get(getattr(test.left, "id", ""), [False])):
            yield test


def _words_to_strip(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield `line.rstrip(" | World news")`; a few marks to take off are no word."""
    for call in _nodes(tree, ast.Call):
        strips = isinstance(call.func, ast.Attribute) and call.func.attr.endswith("strip")
        given = call.args[0] if strips and call.args else None
        if isinstance(given, ast.Constant) and re.search(r"[^\W\d]{2}", str(given.value)):
            yield call


def _one_list_for_all(tree: ast.AST) -> Iterator[ast.AST]:
    for call in _nodes(tree, ast.Call):
        made = isinstance(call.func, ast.Attribute) and call.func.attr == "fromkeys"
        if made and any(isinstance(one, ast.List | ast.Dict | ast.Set) for one in call.args[1:]):
            yield call


SLIPS = (
    Slip(
        "tests a text or number by itself",
        "a text or number that stands alone beside `or` or `and` is always true, so it tests "
        'nothing. Compare with each: `word in ("a", "b")`; a method that takes several takes '
        'them as `("a", "b")` too.',
        _constants_as_tests,
        'return word == "a" or "b"',
        'name = word or "nobody"\nreturn name == "a" or name == "b"',
    ),
    Slip(
        "ends its loop in the first turn",
        "`return` ends the function, so this loop has one turn and looks at one item. What is "
        "given back after the last turn has as many spaces before it as the `for`.",
        _loops_of_one_turn,
        "for word in words:\n    if word:\n        return True\n    else:\n        return False",
        "for word in words:\n    if word:\n        return True\nreturn False",
    ),
    Slip(
        "gives back what is not yet complete",
        "`return` ends the function here, inside the loop, with what was collected by then. What "
        "is given back after the last turn has as many spaces before it as the `for`.",
        _returns_of_a_part,
        "for word in words:\n    if word:\n        found.append(word)\n        return found",
        "for word in words:\n    if word:\n        found.append(word)\nreturn found",
    ),
    Slip(
        "stores the None that a change gives",
        "`append`, `extend`, `insert`, `reverse`, `sort` and `update` change a value where it is, "
        "and give `None`. Write the call on a line of its own, and use the value after it.",
        _nothing_stored,
        "found = found.append(word)\nreturn found",
        "found.append(word)\nreturn found",
    ),
    Slip(
        "works out something and does not keep it",
        "the result of this line is not kept. A text never changes: `line.strip()` gives a new "
        "one, and `line = line.strip()` keeps it. `==` compares, and `=` stores.",
        _thrown_away,
        "line.strip()\nreturn line",
        "line = line.strip()\nreturn line",
    ),
    Slip(
        "names a method and does not call it",
        "a method works when it is called, with brackets: `line.lower()`.",
        _not_called,
        'return line.lower == "menu"',
        'return line.lower() == "menu"',
    ),
    Slip(
        "takes an empty list for None",
        "a list is never `None`, and an empty one is `[]`. `not years` is `True` when the list "
        "`years` is empty.",
        _lists_as_none,
        "years = [word for word in words if word]\nreturn years is None",
        "years = None\nfor word in words:\n    years = [word]\nreturn years is None",
    ),
    Slip(
        "strips a word as if it were a whole",
        "`strip`, `lstrip` and `rstrip` take off single characters, each one that they are given, "
        "in any order: more may go than the word. `removesuffix` takes off a whole.",
        _words_to_strip,
        'return line.rstrip("| World news")',
        'return line.rstrip("”’\' ")',
    ),
    Slip(
        "gives all keys one list",
        "`fromkeys` gives every key the same list, so that what is put in one is in all. "
        "`{key: [] for key in keys}` makes a list for each.",
        _one_list_for_all,
        "found = dict.fromkeys(words, [])\nreturn found",
        "found = dict.fromkeys(words, 0)\nreturn found",
    ),
)

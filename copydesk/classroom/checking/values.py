"""Compare plain values, and speak of them in words; `plain` makes them."""

from __future__ import annotations

import json
import math
import reprlib
from collections.abc import Sequence

from copydesk.classroom.checking.plain import Plain

_WORDS = {
    "none": "nothing (None)",
    "truth": "True or False",
    "number": "a number",
    "text": "text",
    "list": "a list",
    "dict": "a dictionary",
    "set": "a set",
    "series": "a column of a table (a Series)",
    "table": "a table (a DataFrame)",
    "record": "a record with named fields",
    "bytes": "bytes",
    "date": "a date",
    "ellipsis": "the three dots (...)",
    "picture": "a picture",
    "too large": "something too large to look at",
}

_PLURALS = {"number": "numbers", "text": "texts", "list": "lists", "dict": "dictionaries"}


def same(expected: Plain, given: Plain, tolerance: float = 1e-9) -> bool:
    """Say whether a plain value is the one that was expected.

    Text, truth values and whole numbers must be exact, and ``True`` is not 1. Numbers with a
    fraction may differ by ``tolerance``. Lists keep their order; dictionaries, records, sets and
    the columns of a table do not. NaN is the same as NaN.

    Examples
    --------
    >>> same(0.3, 0.1 + 0.2), same(1, True), same([1, 2], [2, 1])
    (True, False, False)
    """
    given = as_asked(expected, given)
    kind, other = kind_of(expected), kind_of(given)
    if kind == "list" and other == "series":
        given, other = _without_labels(given), "list"
    if kind == "series" and other == "list":
        expected, kind = _without_labels(expected), "list"
    if kind != other:
        return False
    if kind == "number":
        return _same_number(expected, given, tolerance)
    if kind == "list":
        return len(expected) == len(given) and all(
            same(left, right, tolerance) for left, right in zip(expected, given, strict=True)
        )
    if kind in ("dict", "record", "table"):
        left = {_key(name): value for name, value in expected["items"]}
        right = {_key(name): value for name, value in given["items"]}
        return left.keys() == right.keys() and all(
            same(left[name], right[name], tolerance) for name in left
        )
    if kind == "set":
        return same(
            sorted(expected["items"], key=_order), sorted(given["items"], key=_order), tolerance
        )
    if kind == "series":
        return same(expected["items"], given["items"], tolerance)
    if kind in ("ellipsis", "object", "picture", "too large"):
        return False  # nothing is known of these that could be compared
    return bool(expected == given)


def as_asked(expected: Plain, given: Plain) -> Plain:
    """Turn a result of another kind that says the same into the kind that is asked for.

    Where a list of pairs is asked for, a dictionary, a Series with labels and a table with two
    columns hold pairs; where a dictionary is asked for, a Series with labels is one. Everything
    else comes back as it is.

    Examples
    --------
    >>> as_asked([["war", -2.9]], {"kind": "dict", "items": [["war", -2.9]]})
    [['war', -2.9]]
    """
    kind, other = kind_of(expected), kind_of(given)
    if kind == "dict" and other == "series":
        return {"kind": "dict", "items": given["items"]}
    if kind != "list":
        return given
    rows = all(isinstance(item, list) for item in expected)
    if other == "table" and rows:
        columns = [values for _, values in given["items"]]
        return [list(row) for row in zip(*columns, strict=False)]
    if other in ("dict", "series") and rows and all(len(item) == 2 for item in expected):
        return given["items"]
    return given


def kind_of(value: Plain) -> str:
    """Name the kind of a plain value: "number", "text", "list", ...; ints and floats are one."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else str(value["kind"])


def kind_in_words(value: Plain) -> str:
    """Say what a plain value is, for a sentence.

    Examples
    --------
    >>> kind_in_words(3.5), kind_in_words(None)
    ('a number', 'nothing (None)')
    """
    kind = kind_of(value)
    return f"an object of type {value['type']}" if kind == "object" else _WORDS[kind]


def together_in_words(kinds: Sequence[str]) -> str:
    """Say what the values are that belong together, from their kinds (see `kind_of`).

    Examples
    --------
    >>> together_in_words(["number", "number"]), together_in_words(["text", "number"])
    ('2 numbers together', 'text and a number together')
    """
    if len(set(kinds)) == 1 and kinds[0] in _PLURALS:
        return f"{len(kinds)} {_PLURALS[kinds[0]]} together"
    words = [_WORDS.get(kind, "an object") for kind in kinds]
    return f"{', '.join(words[:-1])} and {words[-1]} together"


def has_dots(value: Plain) -> bool:
    """Say whether three dots still stand somewhere in a plain value."""
    if isinstance(value, list):
        return any(has_dots(item) for item in value)
    if isinstance(value, dict):
        return value["kind"] == "ellipsis" or any(has_dots(item) for item in value.get("items", ()))
    return False


def shown(value: object, length: int = 70) -> str:
    """Write a value as a learner would type it, cut in the middle when it is long.

    Examples
    --------
    >>> shown("close")
    "'close'"
    >>> shown(list(range(100)), length=20)
    '[0, 1, 2, 3, 4, ...]'
    """
    short = reprlib.Repr()
    short.maxstring = short.maxother = short.maxlong = length
    short.maxlist = short.maxtuple = short.maxdict = short.maxset = 5
    try:
        text = " ".join(short.repr(value).split())
    except Exception:  # the repr of an unknown class may do anything
        text = f"<{type(value).__name__}>"
    half = length - 4
    return text if len(text) <= 2 * length else f"{text[:half]} ... {text[-half:]}"


def is_cut(arguments: Sequence[object]) -> bool:
    """Say whether `shown_call` leaves out something of these arguments."""
    try:
        return any(shown(argument) != " ".join(repr(argument).split()) for argument in arguments)
    except Exception:  # as in `shown`
        return True


def shown_call(name: str, arguments: Sequence[object]) -> str:
    """Write a call as a learner would type it.

    Examples
    --------
    >>> shown_call("keep_line", ("close", 3))
    "keep_line('close', 3)"
    """
    return f"{name}({', '.join(shown(argument) for argument in arguments)})"


def _same_number(expected: float, given: float, tolerance: float) -> bool:
    if isinstance(expected, int):
        return expected == given
    if math.isnan(expected):
        return math.isnan(given)
    try:
        return math.isclose(expected, given, rel_tol=1e-9, abs_tol=tolerance)
    except OverflowError:  # a whole number beyond every float
        return False


def _without_labels(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [item for _, item in value["items"]]


def _key(name: Plain) -> str:
    """Make a text of a dictionary key; 1 and 1.0 are one key, as they are in Python."""
    whole = isinstance(name, float) and name.is_integer()
    return json.dumps(int(name) if whole else name, sort_keys=True)


def _order(value: Plain) -> tuple[str, float, str]:
    """Sort the items of a set: numbers by size, the rest by their text."""
    kind = kind_of(value)
    try:
        size = float(value) if kind == "number" else 0.0
    except OverflowError:
        size = math.inf
    return kind, size, "" if kind == "number" else json.dumps(value, sort_keys=True)

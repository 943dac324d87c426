"""Plain values: what a learner's result is turned into before it is compared.

A plain value is ``None``, a bool, an int, a float, a str, a list of plain values, or a dictionary
with a ``kind`` for everything else. It can be written as JSON and holds no code, so that it may
come from another process.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import math
import numbers
import reprlib
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from pathlib import PurePath
from typing import Any

DEEPEST = 40
"""Levels of lists in lists that are looked into; what lies deeper counts as too large."""

MOST = 200_000
"""Items of one result that are looked at."""

Plain = Any
"""A plain value, see the top of this module."""

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


def plain(value: object) -> Plain:
    """Turn a result into plain values.

    NumPy scalars and arrays become numbers and lists, a tuple becomes a list, a DataFrame becomes
    its columns without the index, and a Series keeps its labels unless they only count from 0.

    Examples
    --------
    >>> plain((1, 2.5, "three"))
    [1, 2.5, 'three']
    >>> plain({"killed": 3})
    {'kind': 'dict', 'items': [['killed', 3]]}
    """
    left = MOST

    def convert(value: Any, depth: int) -> Plain:
        nonlocal left
        left -= 1
        if depth > DEEPEST or left < 0:
            return {"kind": "too large"}

        def inside(items: Any) -> list[Plain]:
            converted = []
            for item in items:
                converted.append(convert(item, depth + 1))
                if left < 0:
                    break
            return converted

        if type(value).__module__ == "numpy" and hasattr(value, "tolist"):
            value = value.tolist()
        if value is None or isinstance(value, bool):
            return value
        if value is ...:
            return {"kind": "ellipsis"}
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, numbers.Integral):
            return int(value)
        if isinstance(value, (numbers.Real, Decimal)):
            return float(value)
        if isinstance(value, PurePath):
            return value.as_posix()
        if isinstance(value, (bytes, bytearray)):
            return {"kind": "bytes", "hex": bytes(value).hex()}
        if isinstance(value, (datetime.date, datetime.time)):
            missing = value != value  # only the missing time of pandas is not itself
            return math.nan if missing else {"kind": "date", "text": value.isoformat()}
        if isinstance(value, (list, tuple, range)):
            return inside(value)
        if isinstance(value, Mapping):
            return {"kind": "dict", "items": inside(value.items())}
        if isinstance(value, AbstractSet):
            return {"kind": "set", "items": inside(value)}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [(f.name, getattr(value, f.name)) for f in dataclasses.fields(value)]
            return {"kind": "record", "items": inside(fields)}
        if type(value).__module__.startswith("pandas"):
            return pandas_object(value, inside)
        if type(value).__module__.startswith(("matplotlib", "copydesk.charts")):
            return picture(value, inside)
        return {"kind": "object", "type": type(value).__name__}

    def pandas_object(value: Any, inside: Callable[[Any], list[Plain]]) -> Plain:
        name = type(value).__name__
        if name == "DataFrame":
            columns = [(column, value[column].tolist()) for column in value.columns]
            return {"kind": "table", "items": inside(columns)}
        if name == "Series" and type(value.index).__name__ != "RangeIndex":
            labels = value.index.tolist()
            return {"kind": "series", "items": inside(zip(labels, value.tolist(), strict=True))}
        if name == "NAType":
            return math.nan
        return (
            inside(value.tolist()) if hasattr(value, "tolist") else {"kind": "object", "type": name}
        )

    def picture(value: Any, inside: Callable[[Any], list[Plain]]) -> Plain:
        # Matplotlib takes a second to load, and is there already when a picture is.
        from copydesk.charts.reading import read_figure

        try:
            return {"kind": "picture", "reading": convert(read_figure(value), 0)}
        except TypeError:
            return {"kind": "object", "type": type(value).__name__}

    return convert(value, 0)


def revived(value: Plain) -> Any:
    """Make Python values of plain ones, for what judges a result by what it shows.

    A tuple comes back as a list, a picture as its `Reading`, and an object of which nothing is
    known as an empty one whose type has its name.

    Examples
    --------
    >>> revived(plain({"killed": (3, 4)}))
    {'killed': [3, 4]}
    """
    if isinstance(value, list):
        return [revived(item) for item in value]
    kind = value["kind"] if isinstance(value, dict) else ""
    if kind == "dict":
        return {_hashable(revived(key)): revived(item) for key, item in value["items"]}
    if kind == "set":
        return {_hashable(revived(item)) for item in value["items"]}
    if kind == "picture":
        return _reading(value["reading"])
    if kind == "ellipsis":
        return ...
    if kind == "bytes":
        return bytes.fromhex(value["hex"])
    if kind == "date":
        return datetime.datetime.fromisoformat(value["text"])
    if kind:
        name = value.get("type", kind)
        return type(name if name.isidentifier() else "object", (), {})()
    return value


def _hashable(value: Any) -> Any:
    return tuple(_hashable(item) for item in value) if isinstance(value, list) else value


def _reading(record: Plain) -> Any:
    """Make a `Reading` again of its fields."""
    from copydesk.charts.reading import Drawn, Panel, Reading

    def fields(record: Plain) -> dict[str, Any]:
        return dict(record["items"])

    def drawn(record: Plain) -> Drawn:
        found = {name: revived(value) for name, value in fields(record).items()}
        return Drawn(**{**found, "joined": tuple(tuple(pair) for pair in found["joined"])})

    def panel(record: Plain) -> Panel:
        found = fields(record)
        notes = tuple((text, height) for text, height in found["notes"])
        return Panel(**{**found, "drawn": tuple(map(drawn, found["drawn"])), "notes": notes})

    found = fields(record)
    panels = tuple(map(panel, found["panels"]))
    return Reading(**{**found, "panels": panels, "legend": tuple(found["legend"])})


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
    kind, other = kind_of(expected), kind_of(given)
    if {kind, other} == {"list", "series"}:
        expected, given = _without_labels(expected), _without_labels(given)
        kind = other = "list"
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


def is_plain(value: object) -> bool:
    """Say whether something is a plain value, when it may have been written by anybody.

    Examples
    --------
    >>> is_plain([1, {"kind": "set", "items": []}]), is_plain({"kind": "set"}), is_plain({1: 2})
    (True, False, False)
    """
    if value is None or isinstance(value, (bool, int, float, str)):
        return True
    if isinstance(value, list):
        return all(is_plain(item) for item in value)
    if not isinstance(value, dict):
        return False
    kind = value.get("kind")
    if kind in ("dict", "record", "series", "table"):
        pairs = value.get("items")
        return is_plain(pairs) and isinstance(pairs, list) and all(map(_is_pair, pairs))
    if kind == "set":
        return isinstance(value.get("items"), list) and is_plain(value["items"])
    if kind == "picture":
        return is_plain(value.get("reading"))
    texts = {"bytes": "hex", "date": "text", "object": "type"}
    return kind in ("ellipsis", "too large") or isinstance(value.get(texts.get(str(kind))), str)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2


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

"""Plain values: what a learner's result is turned into before it is compared.

A plain value is ``None``, a bool, an int, a float, a str, a list of plain values, or a dictionary
with a ``kind`` for everything else. It can be written as JSON and holds no code, so that it may
come from another process.
"""

from __future__ import annotations

import dataclasses
import datetime
import math
import numbers
from array import array
from collections import deque
from collections.abc import Callable, ItemsView, Iterable, KeysView, Mapping, ValuesView
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


def plain(value: object) -> Plain:
    """Turn a result into plain values.

    NumPy scalars and arrays become numbers and lists, a tuple becomes a list, a DataFrame becomes
    its columns without the index, and a Series keeps its labels unless they only count from 0. A
    figure becomes what a reader sees in it.

    Examples
    --------
    >>> plain((1, 2.5, "three"))
    [1, 2.5, 'three']
    >>> plain({"killed": 3})
    {'kind': 'dict', 'items': [['killed', 3]]}
    """
    return _Writer().write(value, 0)


class _Writer:
    """Writes one result down, down to a depth and up to a number of items."""

    def __init__(self) -> None:
        self.left = MOST

    def write(self, value: Any, depth: int) -> Plain:
        self.left -= 1
        if depth > DEEPEST or self.left < 0:
            return {"kind": "too large"}
        if type(value).__module__ == "numpy" and hasattr(value, "tolist"):
            value = value.tolist()
        for kinds, make in _KINDS:
            if isinstance(value, kinds):
                return make(self, value, depth)
        if value is ...:
            return {"kind": "ellipsis"}
        module = type(value).__module__
        library = module.partition(".")[0]
        if library == "pandas":
            return self.pandas_object(value, depth)
        if library == "matplotlib" or module == "copydesk.charts.model":
            return self.picture(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self.items("record", _fields_of(value), depth)
        return {"kind": "object", "type": type(value).__name__}

    def inside(self, items: Iterable[Any], depth: int) -> list[Plain]:
        written = []
        for item in items:
            written.append(self.write(item, depth + 1))
            if self.left < 0:
                break
        return written

    def items(self, kind: str, items: Iterable[Any], depth: int) -> Plain:
        return {"kind": kind, "items": self.inside(items, depth)}

    def pandas_object(self, value: Any, depth: int) -> Plain:
        name = type(value).__name__
        if name == "DataFrame":
            columns = [(column, value[column].tolist()) for column in value.columns]
            return self.items("table", columns, depth)
        if name == "Series" and type(value.index).__name__ != "RangeIndex":
            pairs = zip(value.index.tolist(), value.tolist(), strict=True)
            return self.items("series", pairs, depth)
        if name == "NAType":
            return math.nan
        if hasattr(value, "tolist"):
            return self.inside(value.tolist(), depth)
        return {"kind": "object", "type": name}

    def picture(self, value: Any) -> Plain:
        # Matplotlib takes a second to load, and is there already when a picture is.
        from copydesk.charts.reading import read_figure

        try:
            return {"kind": "picture", "reading": self.write(read_figure(value), 0)}
        except TypeError:
            return {"kind": "object", "type": type(value).__name__}

    def date(self, value: Any, depth: int) -> Plain:
        missing = value != value  # only the missing time of pandas is not itself
        return math.nan if missing else {"kind": "date", "text": value.isoformat()}


def _fields_of(record: Any) -> list[tuple[str, Any]]:
    """Return the fields of a dataclass with their values, in order."""
    return [(field.name, getattr(record, field.name)) for field in dataclasses.fields(record)]


# The first kind that fits decides: a bool is an int too, and a named tuple a tuple.
_KINDS: tuple[tuple[Any, Callable[[_Writer, Any, int], Plain]], ...] = (
    ((bool, type(None)), lambda _, value, depth: value),
    (str, lambda _, value, depth: str.__str__(value)),
    (numbers.Integral, lambda _, value, depth: int(value)),
    ((numbers.Real, Decimal), lambda _, value, depth: float(value)),
    (PurePath, lambda _, value, depth: value.as_posix()),
    ((bytes, bytearray), lambda _, value, depth: {"kind": "bytes", "hex": bytes(value).hex()}),
    ((datetime.date, datetime.time), _Writer.date),
    (
        # What a dictionary shows of itself has an order, as a list has.
        (list, tuple, range, deque, array, KeysView, ValuesView, ItemsView),
        lambda writer, value, depth: writer.inside(value, depth),
    ),
    (Mapping, lambda writer, value, depth: writer.items("dict", value.items(), depth)),
    (AbstractSet, lambda writer, value, depth: writer.items("set", value, depth)),
)


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
        joined = tuple(tuple(pair) for pair in found["joined"])
        return Drawn(**{**found, "joined": joined, "beside": tuple(found["beside"])})

    def panel(record: Plain) -> Panel:
        found = fields(record)
        unseen = tuple(found["unseen"])
        return Panel(**{**found, "drawn": tuple(map(drawn, found["drawn"])), "unseen": unseen})

    found = fields(record)
    panels = tuple(map(panel, found["panels"]))
    return Reading(**{**found, "panels": panels, "legend": tuple(found["legend"])})


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

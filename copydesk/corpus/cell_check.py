"""Check cells against a table schema in plain Python, where frictionless is not installed.

A browser has no frictionless: it needs compiled code that Pyodide brings and a site does not load.
Of the Table Schema (https://specs.frictionlessdata.io/table-schema/) this knows what the tables of
the kit use; the tests give both checkers the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any


def _boolean(cell: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[cell.lower()]


def _date(cell: str) -> date:
    return datetime.strptime(cell, "%Y-%m-%d").date()


_READERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": _boolean,
    "date": _date,
}


def cell_faults(
    rows: Sequence[Mapping[str, str]], schema: Mapping[str, Any]
) -> Iterator[tuple[int, str | None, str]]:
    """Say which cells do not fit a schema.

    Parameters
    ----------
    rows : sequence of mapping
        Each row's cells by column; an empty one has no value.
    schema : mapping
        "fields" and "primaryKey" of a table schema.

    Yields
    ------
    tuple of (int, str or None, str)
        The row, from 0; its column, or None for the row as a whole; and the kind of fault, as
        frictionless calls it.

    Examples
    --------
    >>> schema = {"fields": [{"name": "year", "type": "integer"}], "primaryKey": ["year"]}
    >>> list(cell_faults([{"year": "2023"}, {"year": "last"}, {"year": "2023"}], schema))
    [(1, 'year', 'type-error'), (2, None, 'primary-key')]
    """
    seen: set[tuple[str, ...]] = set()
    for place, row in enumerate(rows):
        for field in schema["fields"]:
            kind = _fault_of(row[field["name"]], field)
            if kind:
                yield place, field["name"], kind
        key = tuple(row[name] for name in schema.get("primaryKey", ()))
        if key and key in seen:
            yield place, None, "primary-key"
        seen.add(key)


def _fault_of(cell: str, field: Mapping[str, Any]) -> str | None:
    limits = field.get("constraints", {})
    if not cell:
        return "constraint-error" if limits.get("required") else None
    try:
        value = _READERS[field["type"]](cell)
    except (ValueError, KeyError, InvalidOperation):
        return "type-error"
    fits = (
        ("enum" not in limits or cell in map(str, limits["enum"]))
        and ("pattern" not in limits or re.fullmatch(limits["pattern"], cell) is not None)
        and ("minimum" not in limits or value >= limits["minimum"])
        and ("maximum" not in limits or value <= limits["maximum"])
    )
    return None if fits else "constraint-error"

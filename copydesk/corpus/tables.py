"""The kit's tables by their names in ``data/datapackage.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.corpus.places import CorpusError, data_path, own_folder

if TYPE_CHECKING:
    import pandas as pd


def table_schema(name: str) -> Mapping[str, Any]:
    """Return the description of a table: its columns, their types and their limits.

    Parameters
    ----------
    name : str
        The name of a table in ``data/datapackage.json``: ``"figures"``.

    Returns
    -------
    mapping
        A table schema of Frictionless Data.

    Raises
    ------
    CorpusError
        There is no such table.

    Examples
    --------
    >>> table_schema("figures")["primaryKey"]
    ['figure_id']
    """
    schema: Mapping[str, Any] = _resource(name)["schema"]
    return schema


def load_table(name: str) -> pd.DataFrame:
    """Load a table of the kit by its name. An empty field is a missing value.

    Parameters
    ----------
    name : str
        A name in ``data/datapackage.json``: ``"articles"``, ``"figures"``, ``"gold_stances"``.

    Returns
    -------
    pandas.DataFrame
        One row a line of the file. Whole numbers, numbers and true/false have those types; the
        rest is text, dates too.

    Raises
    ------
    CorpusError
        There is no such table, its file is missing, or a cell is not of its type.

    Examples
    --------
    >>> load_table("gold_lines")["line"].dtype
    dtype('int64')
    """
    return _loaded(name, table_path(name))


def load_story_table(name: str) -> pd.DataFrame:
    """Load a table of ``data/stories/``, which has the columns of the kit's table of that name.

    Parameters
    ----------
    name : str
        ``"articles"``, ``"planted"``, or the labels: ``"gold_lines"``.

    Returns
    -------
    pandas.DataFrame
        As `load_table` gives it.

    Raises
    ------
    CorpusError
        There is no such table, its file is missing, or a cell is not of its type.

    Examples
    --------
    >>> list(load_story_table("articles")["article"])
    ['housing_wire.txt', 'valley_news.txt']
    """
    return _loaded(name, data_path(f"stories/{table_path(name).name}"))


def _loaded(name: str, path: Path) -> pd.DataFrame:
    state = path.stat()
    return _read(name, path, state.st_mtime_ns, state.st_size).copy()


@lru_cache(maxsize=64)
def _read(name: str, path: Path, changed: int, size: int) -> pd.DataFrame:
    """Read a table; a file that was written since, of another time or size, is read again."""
    import pandas as pd  # late: it takes half a second, and not everything reads a table

    where = f"data/{path.parent.name}/{path.name}"
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    except (ValueError, UnicodeError) as error:
        raise CorpusError(f"{where} is not a table in CSV: {error}.") from None
    return typed(table, _resource(name)["schema"], where)


def table_path(name: str) -> Path:
    """Return the file of a table of the kit.

    Parameters
    ----------
    name : str
        A name in ``data/datapackage.json``: ``"figures"``.

    Returns
    -------
    Path

    Raises
    ------
    CorpusError
        There is no such table, or its file is missing.

    Examples
    --------
    >>> table_path("figures").name
    'figures.csv'
    """
    return data_path(_resource(name)["path"])


def table_state(name: str) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a table of the kit, or the user's own of that name, is written.

    Parameters
    ----------
    name : str
        A name in ``data/datapackage.json``.

    Returns
    -------
    tuple of (str, int, int)
        Of each of the two files that is there: its path, the time of its last change in
        nanoseconds, and its size in bytes.

    Raises
    ------
    CorpusError
        There is no such table, or the kit's file is missing.

    Examples
    --------
    >>> table_state("figures")[0][0].endswith("figures.csv")
    True
    """
    found = []
    for path in (table_path(name), own_folder() / f"{name}.csv"):
        with suppress(OSError):
            state = path.stat()
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


@cache
def _resources() -> dict[str, Any]:
    package = json.loads(data_path("datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


def _resource(name: str) -> Any:
    try:
        return _resources()[name]
    except KeyError:
        raise CorpusError(
            f"There is no table {name!r}; the tables are {', '.join(_resources())}."
        ) from None


def typed(table: pd.DataFrame, schema: Mapping[str, Any], where: str) -> pd.DataFrame:
    """Give each column the type that its description names."""
    for field in schema["fields"]:
        column, kind = field["name"], field["type"]
        if column not in table:
            raise CorpusError(f"{where} has no column {column}.")
        for row, cell in enumerate(table[column] if kind in _READS else ()):
            if isinstance(cell, str) and not _READS[kind](cell):
                raise CorpusError(
                    f"{where}, line {row + 2}, column {column}: {cell!r} is no {kind}."
                )
        if kind == "boolean":
            table[column] = table[column] == "true"
        elif kind == "number":
            table[column] = table[column].astype(float)
        elif kind == "integer":
            # Only a column that can be empty needs the type with a missing value.
            table[column] = table[column].astype("Int64" if table[column].hasnans else "int64")
    return table


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


_READS: dict[str, Callable[[str], bool]] = {
    "boolean": lambda cell: cell in {"true", "false"},
    "number": _is_number,
    "integer": lambda cell: cell.lstrip("-").isdigit(),
}

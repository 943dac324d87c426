"""The only door to ``data/``, and to a user's own stories and figures beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from copydesk.article import Article, read_article
from copydesk.corpus.table_check import TableError, check_table, read_text_table

ROOT = Path(__file__).resolve().parent.parent.parent
"""The folder of the kit: ``data/``, ``lessons/`` and the package stand side by side in it."""

GOLD_LAYERS = ("lines", "sentences", "parties", "stances", "attributions", "claims")
"""The kinds of labels in ``data/gold/``."""

OWN_TABLES = ("articles", "figures", "definitions", "trackers")
"""The tables that a user's own folder can have."""

_ENDINGS = (".txt", ".html", ".htm")


class CorpusError(ValueError):
    """Something in ``data/`` is missing or cannot be read. The message says what to do."""


@dataclass(frozen=True)
class ArticleRecord:
    """What is known about an article: a row of ``data/articles/articles.csv``.

    Attributes
    ----------
    article : str
        Its file name.
    title, outlet, genre, english : str
        The headline, who published it, what kind of piece it is, and its kind of English. Empty
        when a user did not say.
    date : str
        The day that the page prints, as ``2024-06-30``; empty when unknown.
    events : str
        What it is about.
    chain : str
        Its place in a chain of rewrites, such as ``"minister 2 of 3"``; empty for most.
    words : int
        Words between spaces, over all lines.
    sha256 : str
        The fingerprint of its bytes.
    content_note : str
        What a reader may want to know before reading.
    """

    article: str
    title: str
    outlet: str
    genre: str
    english: str
    date: str
    events: str
    chain: str
    words: int
    sha256: str
    content_note: str

    @property
    def name(self) -> str:
        """The file name without its ending, as `load_article` takes it."""
        return Path(self.article).stem


def data_path(relative: str) -> Path:
    """Return the path of a file in ``data/``.

    Parameters
    ----------
    relative : str
        The path below ``data/``, with forward slashes: ``"gold/lines.csv"``.

    Returns
    -------
    Path

    Raises
    ------
    CorpusError
        The file is not there.

    Examples
    --------
    >>> data_path("gold/lines.csv").name
    'lines.csv'
    """
    path = ROOT / "data" / relative
    if not path.exists():
        raise CorpusError(
            f"data/{relative} is missing. copydesk runs from a full copy of its folder; "
            "get the folder again as the README says."
        )
    return path


def own_folder() -> Path:
    """Return the folder of the user's own stories and figures; it need not exist yet.

    It is ``work/corpus/`` in the folder of the kit. The environment variable ``COPYDESK_CORPUS``
    names another one, for a class that shares a drive.
    """
    return Path(os.environ.get("COPYDESK_CORPUS") or ROOT / "work" / "corpus")


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
    resource = _resource(name)
    path = data_path(resource["path"])
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    except (ValueError, UnicodeError) as error:
        raise CorpusError(f"data/{resource['path']} is not a table in CSV: {error}.") from None
    return _typed(table, resource["schema"], f"data/{resource['path']}")


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


def own_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the user's own folder as text, checked cell by cell.

    Parameters
    ----------
    name : str
        One of `OWN_TABLES`.

    Returns
    -------
    list of dict
        Every column of the table, ``""`` for an empty field; no rows when there is no such table.

    Raises
    ------
    CorpusError
        A cell does not fit; the message names its line and column.
    """
    path = own_folder() / f"{name}.csv"
    if not path.is_file():
        return []
    schema = table_schema(name)
    try:
        table = read_text_table(path.read_bytes(), path.name)
        check_table(table, schema)
    except TableError as error:
        raise CorpusError(f"Your own table needs mending ({path}). {error}") from None
    except OSError as error:
        raise CorpusError(f"{path} cannot be opened: {error.strerror or error}.") from None
    columns = [field["name"] for field in schema["fields"]]
    return [{column: row.get(column, "") for column in columns} for row in table.rows]


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
    >>> Path(table_state("figures")[0][0]).name
    'figures.csv'
    """
    paths = (table_path(name), own_folder() / f"{name}.csv")
    states = [(path, path.stat()) for path in paths if path.is_file()]
    return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in states)


def load_own_table(name: str) -> pd.DataFrame:
    """Load a table of the user's own folder, as `load_table` does for the kit's.

    Parameters
    ----------
    name : str
        One of `OWN_TABLES`.

    Returns
    -------
    pandas.DataFrame
        Empty when the user has no such table.

    Raises
    ------
    CorpusError
        A cell does not fit; the message names its line and column.
    """
    schema = table_schema(name)
    columns = [field["name"] for field in schema["fields"]]
    frame = pd.DataFrame(own_rows(name), columns=columns, dtype=str)
    return _typed(frame.replace("", None), schema, f"{name}.csv")


def article_names() -> list[str]:
    """Return the names of the kit's articles, in alphabetical order.

    Examples
    --------
    >>> "minister_wire" in article_names()
    True
    """
    return _names_in(data_path("articles"))


def own_article_names() -> list[str]:
    """Return the names of the stories that the user added, in alphabetical order."""
    return _names_in(own_folder() / "articles")


def article_path(name: str) -> Path:
    """Return the file of an article of the kit, or of one that the user added.

    Parameters
    ----------
    name : str
        A name from `article_names` or `own_article_names`, without its ending.

    Returns
    -------
    Path

    Raises
    ------
    CorpusError
        There is no such article.

    Examples
    --------
    >>> article_path("minister_wire").name
    'minister_wire.txt'
    """
    for folder in (data_path("articles"), own_folder() / "articles"):
        for ending in _ENDINGS:
            path = folder / f"{name}{ending}"
            if path.is_file():
                return path
    own = own_article_names()
    yours = f"You have added: {', '.join(own)}." if own else "Add yours with: copydesk add."
    raise CorpusError(
        f"There is no article {name!r}. The kit has: {', '.join(article_names())}. {yours}"
    )


def load_article(name: str) -> Article:
    """Read an article of the kit, or one that the user added with ``copydesk add``.

    Parameters
    ----------
    name : str
        A name from `article_names` or `own_article_names`.

    Returns
    -------
    Article

    Raises
    ------
    CorpusError
        There is no such article.

    Examples
    --------
    >>> load_article("minister_wire").source
    'minister_wire.txt'
    """
    return read_article(article_path(name))


def article_record(name: str) -> ArticleRecord:
    """Return what is known about an article.

    Parameters
    ----------
    name : str
        A name from `article_names` or `own_article_names`.

    Returns
    -------
    ArticleRecord

    Raises
    ------
    CorpusError
        There is no such article, or no row for it.

    Examples
    --------
    >>> article_record("minister_wire").outlet
    'The Daily Placeholder'
    """
    file_name = article_path(name).name
    table = load_table("articles") if name in article_names() else load_own_table("articles")
    rows = table[table["article"] == file_name].to_dict("records")
    if not rows:
        raise CorpusError(f"articles.csv has no row for {file_name}; add one.")
    row: dict[str, Any] = {
        str(key): "" if pd.isna(value) else value for key, value in rows[0].items()
    }
    return ArticleRecord(**row)


def load_gold(layer: str, name: str) -> pd.DataFrame:
    """Return one layer of the kit's labels for one of its articles.

    Parameters
    ----------
    layer : str
        One of `GOLD_LAYERS`.
    name : str
        A name from `article_names`.

    Returns
    -------
    pandas.DataFrame
        The rows of the article, in the order of the text, without the column ``article``. The
        columns, the rules, and who made the labels stand in ``data/gold/README.md``.

    Raises
    ------
    CorpusError
        There is no such layer, no such article, or no labels for it.

    Examples
    --------
    >>> load_gold("stances", "minister_wire")["stance"].isin([-1, 0, 1]).all()
    np.True_
    """
    if layer not in GOLD_LAYERS:
        raise CorpusError(f"There is no layer {layer!r}; the layers are {', '.join(GOLD_LAYERS)}.")
    file_name = article_path(name).name
    if name not in article_names():
        raise CorpusError(
            f"{name} is your own story, and it has no gold labels: you can make them."
        )
    table = load_table(f"gold_{layer}")
    return table[table["article"] == file_name].drop(columns="article").reset_index(drop=True)


def gold_lines(name: str) -> pd.DataFrame:
    """Return the kit's labels for every line of one of its articles.

    Parameters
    ----------
    name : str
        A name from `article_names`.

    Returns
    -------
    pandas.DataFrame
        One row a line: ``line`` (from 1), ``role``, ``kept`` (bool) and ``note``.

    Raises
    ------
    CorpusError
        There is no such article, or no labels for it.

    Examples
    --------
    >>> bool(gold_lines("minister_wire")["kept"].any())
    True
    """
    return load_gold("lines", name)


def _names_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(path.stem for path in folder.iterdir() if path.suffix in _ENDINGS)


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


def _typed(table: pd.DataFrame, schema: Mapping[str, Any], where: str) -> pd.DataFrame:
    """Give each column the type that its description names."""
    for field in schema["fields"]:
        column, kind = field["name"], field["type"]
        if column not in table:
            raise CorpusError(f"{where} has no column {column}.")
        for row, cell in enumerate(table[column]):
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
    "string": lambda _: True,
    "date": lambda _: True,
    "boolean": lambda cell: cell in {"true", "false"},
    "number": _is_number,
    "integer": lambda cell: cell.lstrip("-").isdigit(),
}

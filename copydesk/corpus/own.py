"""A user's own stories and figures: the same tables as the kit's, in a folder of their own."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.places import MARK, CorpusError, home, own_folder
from copydesk.corpus.table_check import TableError, check_table, load_checker, read_text_table
from copydesk.corpus.tables import table_schema, typed

if TYPE_CHECKING:
    import pandas as pd

OWN_TABLES = ("articles", "figures", "definitions", "trackers")
"""The tables that a user's own folder can have."""


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
    import pandas as pd  # late, as in `tables`

    schema = table_schema(name)
    columns = [field["name"] for field in schema["fields"]]
    frame = pd.DataFrame(own_rows(name), columns=columns, dtype=str)
    return typed(frame.replace("", None), schema, f"{name}.csv")


@contextmanager
def changing_own() -> Iterator[None]:
    """Change the user's own folder while nobody else does; it is made when it is not there.

    Raises
    ------
    CorpusError
        The folder cannot be written, or another program is writing there and does not end.
    """
    load_checker()
    folder = own_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.environ.get("COPYDESK_CORPUS"):
            (home() / MARK).mkdir(exist_ok=True)
        with locked(folder / "corpus"):
            yield
    except OSError as error:
        raise CorpusError(f"{folder} cannot be written: {error.strerror or error}.") from None


def write_own_rows(name: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write a table of the user's own folder. Call it in `changing_own`.

    Parameters
    ----------
    name : str
        One of `OWN_TABLES`.
    rows : iterable of mapping
        All of its rows.
    """
    write_whole(own_folder() / f"{name}.csv", csv_text(name, rows))


def write_own_article(file_name: str, raw: bytes) -> None:
    """Write the file of a story of the user's own. Call it in `changing_own`."""
    folder = own_folder() / "articles"
    folder.mkdir(exist_ok=True)
    write_whole(folder / file_name, raw)


def csv_text(name: str, rows: Iterable[Mapping[str, object]], columns: Sequence[str] = ()) -> str:
    """Return rows of a table as CSV, with all of its columns or with some."""
    columns = columns or [field["name"] for field in table_schema(name)["fields"]]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()

"""The only door to ``data/``: articles, gold labels, reference tables and lexicons."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from copydesk.article import Article, read_article

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the kit: ``data/``, ``lessons/`` and the package stand side by side in it."""


class CorpusError(ValueError):
    """Something in ``data/`` is missing or cannot be read. The message says what to do."""


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


def read_table(relative: str) -> pd.DataFrame:
    """Read a CSV table from ``data/``. An empty field is a missing value.

    Parameters
    ----------
    relative : str
        The path below ``data/``: ``"reference/figures.csv"``.

    Returns
    -------
    pandas.DataFrame
        One row a line of the file, columns named by its first line.

    Raises
    ------
    CorpusError
        The file is missing, or is not a table.

    Examples
    --------
    >>> list(read_table("gold/lines.csv").columns[:3])
    ['article', 'line', 'role']
    """
    path = data_path(relative)
    try:
        return pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""])
    except (ValueError, UnicodeError) as error:
        raise CorpusError(f"data/{relative} is not a table in CSV: {error}.") from None


def article_names() -> list[str]:
    """Return the names of the kit's articles, in alphabetical order.

    Examples
    --------
    >>> "minister_wire" in article_names()
    True
    """
    return sorted(
        path.stem
        for path in data_path("articles").iterdir()
        if path.suffix in {".txt", ".html"} and path.is_file()
    )


def article_path(name: str) -> Path:
    """Return the file of one of the kit's articles.

    Parameters
    ----------
    name : str
        A name from ``article_names()``, without its ending.

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
    for ending in (".txt", ".html"):
        path = data_path("articles") / f"{name}{ending}"
        if path.is_file():
            return path
    raise CorpusError(f"There is no article {name!r}. The kit has: {', '.join(article_names())}.")


def load_article(name: str) -> Article:
    """Read one of the kit's articles.

    Parameters
    ----------
    name : str
        A name from ``article_names()``.

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


def gold_lines(name: str) -> pd.DataFrame:
    """Return the kit's labels for every line of one of its articles.

    Parameters
    ----------
    name : str
        A name from ``article_names()``.

    Returns
    -------
    pandas.DataFrame
        One row a line: ``line`` (from 1), ``role``, ``kept`` (bool) and ``note``. How the labels
        were made, and by whom, stands in ``data/README.md``.

    Raises
    ------
    CorpusError
        There is no such article.

    Examples
    --------
    >>> bool(gold_lines("minister_wire")["kept"].any())
    True
    """
    file_name = article_path(name).name
    table = read_table("gold/lines.csv")
    rows = table[table["article"] == file_name].drop(columns="article")
    return rows.sort_values("line").reset_index(drop=True)

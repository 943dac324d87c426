"""Articles, the kit's and a user's own: their names, texts, records and gold labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.article import Article, read_article
from copydesk.corpus.own import load_own_table
from copydesk.corpus.places import CorpusError, data_path, own_folder
from copydesk.corpus.tables import load_story_table, load_table

if TYPE_CHECKING:
    import pandas as pd

GOLD_LAYERS = ("lines", "sentences", "parties", "stances", "attributions", "claims")
"""The kinds of labels in ``data/gold/``."""

_ENDINGS = (".txt", ".html", ".htm")


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


def article_names() -> list[str]:
    """Return the names of the kit's articles, in alphabetical order.

    Examples
    --------
    >>> "minister_wire" in article_names()
    True
    """
    return _names_in(data_path("articles"))


def story_names() -> list[str]:
    """Return the names of the two stories that any step can be taken on in place of the others.

    They stand in ``data/stories/``, one of them not about violence, and have the same labels.

    Examples
    --------
    >>> story_names()
    ['housing_wire', 'valley_news']
    """
    return _names_in(data_path("stories"))


def own_article_names() -> list[str]:
    """Return the names of the stories that the user added, in alphabetical order."""
    return _names_in(own_folder() / "articles")


def article_path(name: str) -> Path:
    """Return the file of an article of the kit, or of one that the user added.

    Parameters
    ----------
    name : str
        A name from `article_names`, `story_names` or `own_article_names`, without its ending.

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
    for folder in (data_path("articles"), data_path("stories"), own_folder() / "articles"):
        for ending in _ENDINGS:
            path = folder / f"{name}{ending}"
            if path.is_file():
                return path
    own = own_article_names()
    yours = f"You have added: {', '.join(own)}." if own else "Add yours with: copydesk add."
    kept = ", ".join([*article_names(), *story_names()])
    raise CorpusError(f"There is no article {name!r}. The kit has: {kept}. {yours}")


def load_article(name: str) -> Article:
    """Read an article of the kit, or one that the user added with ``copydesk add``.

    Parameters
    ----------
    name : str
        A name from `article_names`, `story_names` or `own_article_names`.

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
        A name from `article_names`, `story_names` or `own_article_names`.

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
    table = _table("articles", name)
    if table is None:
        table = load_own_table("articles")
    rows = table[table["article"] == file_name].to_dict("records")
    if not rows:
        raise CorpusError(f"articles.csv has no row for {file_name}; add one.")
    import pandas as pd  # late, as in `tables`

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
        A name from `article_names` or `story_names`.

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
    table = _table(f"gold_{layer}", name)
    if table is None:
        raise CorpusError(
            f"{name} is your own story, and it has no gold labels: you can make them."
        )
    return table[table["article"] == file_name].drop(columns="article").reset_index(drop=True)


def gold_lines(name: str) -> pd.DataFrame:
    """Return the kit's labels for every line of one of its articles.

    Parameters
    ----------
    name : str
        A name from `article_names` or `story_names`.

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


def _table(table: str, name: str) -> pd.DataFrame | None:
    """Return the table of the kit that has an article's rows; ``None`` for a user's own article."""
    if name in article_names():
        return load_table(table)
    return load_story_table(table) if name in story_names() else None


def _names_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(path.stem for path in folder.iterdir() if path.suffix in _ENDINGS)

"""Take a story of the user's own into their folder."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from pathlib import Path

from copydesk.article import read_article
from copydesk.cleaning import clean
from copydesk.corpus import (
    ArticleRecord,
    CorpusError,
    article_names,
    own_article_names,
    own_rows,
    story_names,
)
from copydesk.corpus.own import changing_own, write_own_article, write_own_rows


def name_for(path: Path) -> str:
    """Return the name that a story gets when nobody gives it one.

    Examples
    --------
    >>> name_for(Path("My Story (final).html"))
    'my_story_final'
    """
    return re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_") or "story"


def free_name(path: Path, name: str | None = None) -> str:
    """Return the name that a story gets: the one that is asked for, or one of its file name.

    Raises
    ------
    CorpusError
        It is no name, or a story has it already.

    Examples
    --------
    >>> free_name(Path("My Story.txt"))
    'my_story'
    """
    name = name_for(path) if name is None else name
    if not re.fullmatch(r"[a-z0-9][a-z0-9_]*", name):
        raise CorpusError(
            f"{name!r} cannot be a name; use small letters, digits and underscores, as my_story."
        )
    if name in (*article_names(), *story_names()):
        raise CorpusError(f"The kit has an article {name}; choose another name for yours.")
    if name in own_article_names():
        raise CorpusError(f"You have a story {name} already; choose another name for this one.")
    return name


def real_date(text: str) -> str:
    """Return a date as it was given, or an empty text for an unknown one.

    Raises
    ------
    CorpusError
        It is no date of the form ``2024-06-30``.

    Examples
    --------
    >>> real_date("2024-06-30"), real_date(" ")
    ('2024-06-30', '')
    """
    text = text.strip()
    try:
        if text and date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    if text:
        raise CorpusError(f"{text!r} is not a date; write year, month and day, as 2024-06-30.")
    return ""


def add_article(
    path: Path,
    *,
    name: str | None = None,
    title: str | None = None,
    outlet: str = "",
    genre: str = "",
    english: str = "",
    published: str = "",
    events: str = "",
    content_note: str = "",
) -> ArticleRecord:
    """Take a story into the user's own folder, so that every lesson can be pointed at it.

    Parameters
    ----------
    path : Path
        A text or HTML file. Its bytes are copied as they are.
    name : str, optional
        What `copydesk.corpus.load_article` is to call it: small letters, digits and underscores.
        Left out, it is made from the file name.
    title : str, optional
        The headline. Left out, the one that the cleaning step finds.
    outlet, genre, english, events, content_note : str
        What is known about it; empty for unknown.
    published : str
        The day that the page prints, as ``2024-06-30``; empty for unknown.

    Returns
    -------
    ArticleRecord
        The row that was added to ``articles.csv`` of the user's folder.

    Raises
    ------
    ArticleError
        The file cannot be read as an article.
    CorpusError
        The name is taken or no name, the date is no date, or the folder cannot be written.
    """
    article = read_article(path)
    raw = path.read_bytes()
    name = free_name(path, name)
    ending = path.suffix.lower() if path.suffix.lower() in {".html", ".htm"} else ".txt"
    record = ArticleRecord(
        article=name + ending,
        title=_line(title if title is not None else clean(article).headline or ""),
        outlet=_line(outlet),
        genre=_line(genre),
        english=_line(english),
        date=real_date(published),
        events=_line(events),
        chain="",
        words=article.words,
        sha256=article.sha256,
        content_note=_line(content_note),
    )
    _kept_rows(record)
    with changing_own():
        # Once more: another program may have added a story since.
        free_name(path, name)
        rows = _kept_rows(record)
        # The row first: a row without its file is harmless, a file without its row is nameless.
        write_own_rows("articles", [*rows, asdict(record)])
        write_own_article(record.article, raw)
    return record


def _kept_rows(record: ArticleRecord) -> list[dict[str, str]]:
    """Return the rows that stay beside a new one, or raise when its story has a row already."""
    rows = own_rows("articles")
    names = own_article_names()
    for row in rows:
        if row["sha256"] == record.sha256 and Path(row["article"]).stem in names:
            raise CorpusError(f"This story is there already, as {Path(row['article']).stem}.")
    return [row for row in rows if row["article"] != record.article]


def _line(text: str) -> str:
    return " ".join(text.split())

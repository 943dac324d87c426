"""Bring your own: take in a user's story, or figures of a series, after checking them.

Nothing here writes into ``data/``. The folder is ``copydesk.corpus.own_folder``; its tables have
the columns of the kit's. What is wrong is said in sentences before anything is written, a file that
is there is never replaced, and every write is whole or not at all.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from copydesk.article import read_article
from copydesk.cleaning import clean
from copydesk.corpus import (
    ArticleRecord,
    CorpusError,
    article_names,
    own_article_names,
    own_folder,
    own_rows,
    table_schema,
)
from copydesk.corpus.files import write_whole
from copydesk.corpus.table_check import TableError, TextTable, check_table, read_text_table
from copydesk.verification.reference import Definition, Figure, load_reference


@dataclass(frozen=True)
class AddedFigures:
    """What `add_figures` took in: the keys of the figures, and the trackers that printed them."""

    figure_ids: tuple[str, ...]
    trackers: tuple[str, ...]


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
    if name in article_names():
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
    name = free_name(path, name)
    published = real_date(published)
    rows = own_rows("articles")
    for row in rows:
        if row["sha256"] == article.sha256 and Path(row["article"]).stem in own_article_names():
            raise CorpusError(f"This story is there already, as {Path(row['article']).stem}.")
    ending = path.suffix.lower() if path.suffix.lower() in {".html", ".htm"} else ".txt"
    record = ArticleRecord(
        article=name + ending,
        title=_line(title if title is not None else clean(article).headline or ""),
        outlet=_line(outlet),
        genre=_line(genre),
        english=_line(english),
        date=published,
        events=_line(events),
        chain="",
        words=article.words,
        sha256=article.sha256,
        content_note=_line(content_note),
    )
    # The row first: a row without its file is harmless, a file without its row has no metadata.
    kept = [row for row in rows if row["article"] != record.article]
    _write("articles.csv", _to_csv("articles", [*kept, asdict(record)]))
    _write(f"articles/{record.article}", path.read_bytes())
    return record


def add_figures(
    path: Path, definitions: Path | None = None, called: Sequence[str] = ()
) -> AddedFigures:
    """Take figures of a reference series into the user's own folder, after checking every cell.

    Parameters
    ----------
    path : Path
        A CSV file with the columns of ``data/reference/figures.csv``. ``figure_id`` may be left
        out, and so may columns that the description does not require.
    definitions : Path, optional
        A CSV file with the columns of ``data/reference/definitions.csv``, for definitions that
        the kit does not have.
    called : sequence of str
        Names that the tracker of the file goes by in print, beside its short name.

    Returns
    -------
    AddedFigures

    Raises
    ------
    TableError
        With one sentence for each cell that does not fit, naming line and column.
    CorpusError
        A file cannot be opened, or the folder cannot be written.
    """
    reference = load_reference()
    known = {definition.definition_id: definition for definition in reference.definitions}
    new_definitions: list[Mapping[str, str]] = []
    if definitions is not None:
        table = _open(definitions)
        check_table(table, table_schema("definitions"))
        _check_new_definitions(table, known)
        new_definitions = list(table.rows)
        known |= {row["definition_id"]: Definition(**row) for row in table.rows}
    figures = _open(path)
    schema = table_schema("figures")
    if "figure_id" not in figures.columns:
        without = [field for field in schema["fields"] if field["name"] != "figure_id"]
        schema = {**schema, "fields": without}
    check_table(figures, schema)
    figures = _with_keys(figures)
    _check_figures(figures, known, reference.figures)
    trackers = tuple(dict.fromkeys(row["tracker"] for row in figures.rows))
    if called and len(trackers) != 1:
        raise TableError([f"{figures.name} has {len(trackers)} trackers; name only one by a file."])
    # Definitions first: a definition that no figure uses is harmless, the other way round is not.
    if new_definitions:
        _append("definitions", new_definitions)
    if called:
        _append("trackers", [{"tracker": trackers[0], "name": name} for name in called])
    _append("figures", figures.rows)
    return AddedFigures(tuple(row["figure_id"] for row in figures.rows), trackers)


def example_tables() -> dict[str, str]:
    """Return two small tables to start from: file names, and their content as CSV.

    Examples
    --------
    >>> sorted(example_tables())
    ['my_definitions.csv', 'my_figures.csv']
    """
    figure = {
        "series_id": "mycount-fatalities",
        "tracker": "My Count",
        "country": "Pakistan",
        "region": "",
        "year": "2023",
        "months": "",
        "measure": "fatalities",
        "value": "12",
        "low": "10",
        "high": "15",
        "edition": "2024-02-01 first edition",
        "definition_id": "mycount-fatalities",
        "publisher": "My newsroom",
        "title": "Our own count of 2023",
        "address": "https://www.example.org/our-count",
        "date_seen": "",
    }
    definition = {
        "definition_id": "mycount-fatalities",
        "tracker": "My Count",
        "measure": "fatalities",
        "scope": "attacks",
        "victims": "all",
        "counts": "Everyone killed in attacks that two newspapers reported.",
        "includes_operations": "no",
        "includes_militants": "yes",
        "changed": "No change.",
        "source": "Our note on method",
        "address": "https://www.example.org/our-method",
    }
    return {
        "my_figures.csv": _to_csv("figures", [figure], tuple(figure)),
        "my_definitions.csv": _to_csv("definitions", [definition]),
    }


def _open(path: Path) -> TextTable:
    try:
        return read_text_table(path.read_bytes(), path.name)
    except IsADirectoryError:
        raise CorpusError(f"{path} is a folder; name one CSV file inside it.") from None
    except FileNotFoundError:
        raise CorpusError(f"{path} is not there; check the spelling and the folder.") from None
    except OSError as error:
        raise CorpusError(f"{path} cannot be opened: {error.strerror or error}.") from None


def _with_keys(table: TextTable) -> TextTable:
    """Fill in the keys of figures where the file has no column for them."""
    if "figure_id" in table.columns:
        return table
    rows = tuple({"figure_id": _key(row), **row} for row in table.rows)
    return TextTable(table.name, ("figure_id", *table.columns), rows, table.lines)


def _key(row: Mapping[str, str]) -> str:
    place = "-".join(filter(None, (row["country"], row.get("region", ""))))
    place = re.sub(r"[^\w.-]+", "-", place.lower())
    return f"{row['series_id']}/{place}/{row['year']}/{row['edition'].split(' ')[0]}"


def _check_new_definitions(table: TextTable, known: Mapping[str, Definition]) -> None:
    problems = [
        f"{table.name}, line {line}, column definition_id: {row['definition_id']!r} is there "
        "already; choose another key."
        for line, row in zip(table.lines, table.rows, strict=True)
        if row["definition_id"] in known
    ]
    if problems:
        raise TableError(problems)


def _check_figures(
    table: TextTable, known: Mapping[str, Definition], held: Iterable[Figure]
) -> None:
    """Check what no single cell can show: a row against itself, its series and its definition."""
    held = list(held)
    there = {figure.figure_id for figure in held}
    series = {
        figure.series_id: (figure.tracker, figure.measure, figure.definition_id) for figure in held
    }
    problems = []

    def complain(line: int, column: str, what: str) -> None:
        problems.append(f"{table.name}, line {line}, column {column}: {what}.")

    for line, row in zip(table.lines, table.rows, strict=True):
        definition = known.get(row["definition_id"])
        if definition is None:
            complain(
                line,
                "definition_id",
                f"{row['definition_id']!r} is no definition of the kit; describe what is counted "
                "in a second table and give it with --definitions",
            )
        else:
            for column, value in (("tracker", definition.tracker), ("measure", definition.measure)):
                if row[column] not in value.split("; "):
                    complain(
                        line,
                        column,
                        f"{row[column]!r} does not fit the definition {definition.definition_id}, "
                        f"which is for {value}",
                    )
        bounds = [(name, float(row[name])) for name in ("low", "value", "high") if row.get(name)]
        for (lower, least), (upper, most) in itertools.pairwise(bounds):
            if least > most:
                complain(line, lower, f"{row[lower]} is above the {upper}, {row[upper]}")
        if int(row["edition"][:4]) < int(row["year"]):
            complain(line, "edition", f"it is dated before the year that it counts, {row['year']}")
        if row["figure_id"] in there:
            complain(line, "figure_id", f"{row['figure_id']} is there already")
        there.add(row["figure_id"])
        own = (row["tracker"], row["measure"], row["definition_id"])
        if series.setdefault(row["series_id"], own) != own:
            complain(
                line,
                "series_id",
                f"{row['series_id']} is a series with another tracker, measure or definition "
                f"({', '.join(series[row['series_id']])}); give this one another key",
            )
    if problems:
        raise TableError(problems)


def _append(name: str, rows: Iterable[Mapping[str, str]]) -> None:
    old = own_rows(name)
    # A name of a tracker that stands there needs no second place.
    new = [row for row in rows if not any(row.items() <= there.items() for there in old)]
    _write(f"{name}.csv", _to_csv(name, [*old, *new]))


def _write(relative: str, content: str | bytes) -> None:
    path = own_folder() / relative
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        raise CorpusError(f"{path} cannot be written: {error.strerror or error}.") from None


def _to_csv(name: str, rows: Iterable[Mapping[str, object]], columns: Sequence[str] = ()) -> str:
    columns = columns or [field["name"] for field in table_schema(name)["fields"]]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _line(text: str) -> str:
    return " ".join(text.split())

"""Take figures of a user's own into their folder, so that claims are checked against them too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.corpus import own_rows
from copydesk.corpus.own import changing_own, csv_text, write_own_rows
from copydesk.corpus.table_check import TableError
from copydesk.verification.own_series import check_cells, check_rows, open_table
from copydesk.verification.reference import load_reference


@dataclass(frozen=True)
class AddedFigures:
    """What `add_figures` took in: the keys of the figures, and the trackers that printed them."""

    figure_ids: tuple[str, ...]
    trackers: tuple[str, ...]


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
    new_definitions = None if definitions is None else open_table(definitions)
    figures = check_cells(open_table(path), new_definitions)
    trackers = tuple(dict.fromkeys(row["tracker"] for row in figures.rows))
    if called and len(trackers) != 1:
        raise TableError([f"{figures.name} has {len(trackers)} trackers; name only one by a file."])
    check_rows(figures, new_definitions, load_reference())
    with changing_own():
        # Once more: another program may have added figures since.
        check_rows(figures, new_definitions, load_reference())
        # Definitions first: one that no figure uses is harmless, the other way round is not.
        if new_definitions:
            _append("definitions", new_definitions.rows)
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
        "my_figures.csv": csv_text("figures", [figure], tuple(figure)),
        "my_definitions.csv": csv_text("definitions", [definition]),
    }


def _append(name: str, rows: Iterable[Mapping[str, str]]) -> None:
    old = own_rows(name)
    # A name of a tracker that stands there needs no second place.
    new = [row for row in rows if not any(row.items() <= there.items() for there in old)]
    write_own_rows(name, [*old, *new])

"""The rows of a survey on disk: whole at any moment, and the tables that are made of them.

SQLite keeps them, in one file. A batch of articles is written all at once or not at all, also when
the program is killed, and no table has to fit into memory.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from copydesk import __version__
from copydesk.classroom.survey.readings import TABLES, Reading, Value
from copydesk.corpus import ROOT, own_folder
from copydesk.corpus.files import harmless, locked, whole_file
from copydesk.corpus.places import package_path

DATABASE = "survey.db"
BAD = "passed_over"

_ROOMS = (
    *("claims", "cleaning", "consistency", "language", "report", "stance", "tone"),
    *("verification", "classroom/survey"),
)


class Store:
    """The rows of a survey.

    Parameters
    ----------
    connection : sqlite3.Connection
        To the file; `opened` makes it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # Which files the folder has now; on disk when they are many.
        connection.execute("CREATE TEMP TABLE present (file TEXT PRIMARY KEY) WITHOUT ROWID")

    def has(self, file: str, sha256: str) -> bool:
        """Say whether an article is done as it is now, and remember that the folder has it."""
        self._connection.execute("INSERT OR IGNORE INTO present VALUES (?)", (file,))
        found = self._connection.execute("SELECT sha256 FROM files WHERE file = ?", (file,))
        return bool(found.fetchone() == (sha256,))

    def add(self, readings: Iterable[Reading]) -> None:
        """Write what became of some articles: all of it, or nothing when the program is killed."""
        with self._connection:
            for reading in readings:
                self._forget("file = ?", (reading.file,))
                number = self._connection.execute(
                    "INSERT INTO files (file, sha256, problem) VALUES (?, ?, ?)",
                    (reading.file, reading.sha256, reading.problem),
                ).lastrowid
                for table, rows in reading.rows.items():
                    marks = ", ".join("?" * (1 + len(TABLES[table])))
                    self._connection.executemany(
                        f"INSERT INTO {table} VALUES ({marks})", ((number, *row) for row in rows)
                    )

    def keep_only_present(self) -> None:
        """Forget the articles that the folder no longer has."""
        with self._connection:
            self._forget("file NOT IN (SELECT file FROM present)", ())

    def select(self, query: str, *values: Value) -> list[tuple[Value, ...]]:
        """Return a few rows."""
        return list(self._connection.execute(query, values))

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def count_bad(self) -> int:
        """Return how many files were passed over."""
        query = "SELECT count(*) FROM files WHERE problem != ''"
        return int(self._connection.execute(query).fetchone()[0])

    def write_tables(self, folder: Path) -> list[Path]:
        """Write each table as CSV, a row at a time, and the list of files that were passed over."""
        queries = {
            # The order of this join is the one of the files: there is nothing to sort.
            table: f"SELECT file, t.* FROM files CROSS JOIN {table} t ON files.id = t.id"
            " ORDER BY files.file, t.rowid"
            for table in TABLES
        }
        bad = "SELECT file, 0, problem FROM files WHERE problem != '' ORDER BY file"
        columns = {**TABLES, BAD: ("problem",)}
        written = []
        for table, query in {**queries, BAD: bad}.items():
            path = folder / f"{table}.csv"
            rows = ((row[0], *row[2:]) for row in self._connection.execute(query))  # without id
            with whole_file(path) as file:
                text = codecs.getwriter("utf-8")(file)
                writer = csv.writer(text, lineterminator="\n")
                writer.writerow(("file", *columns[table]))
                writer.writerows(map(_cells, rows))
            written.append(path)
        return written

    def _forget(self, which: str, values: Sequence[str]) -> None:
        ids = f"SELECT id FROM files WHERE {which}"
        if self._connection.execute(f"{ids} LIMIT 1", values).fetchone():
            for table in TABLES:
                self._connection.execute(f"DELETE FROM {table} WHERE id IN ({ids})", values)
            self._connection.execute(f"DELETE FROM files WHERE {which}", values)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """Open the store of a survey, for this program alone; make it where there is none.

    Rows that another edition of the desk made are thrown away.

    Raises
    ------
    OSError
        The folder cannot be written, another program has the survey, or the file there is none
        of this kit's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / DATABASE
    with locked(path, 2):
        _sweep(folder)
        try:
            with closing(sqlite3.connect(path)) as connection:
                _prepare(connection, desk())
                yield Store(connection)
        except sqlite3.Error as error:
            raise OSError(0, f"{DATABASE} there cannot be used ({error})") from None


def _prepare(connection: sqlite3.Connection, by: str) -> None:
    connection.execute("PRAGMA cache_size = -16000")  # kilobytes; it does not grow with the rows
    with connection:
        connection.execute("CREATE TABLE IF NOT EXISTS made (by TEXT)")
        if connection.execute("SELECT by FROM made").fetchone() == (by,):
            return
        for table in (*TABLES, "files"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("DELETE FROM made")
        connection.execute("INSERT INTO made VALUES (?)", (by,))
        connection.execute(
            "CREATE TABLE files"
            " (id INTEGER PRIMARY KEY, file TEXT UNIQUE, sha256 TEXT, problem TEXT)"
        )
        for table, columns in TABLES.items():
            named = ", ".join(f'"{column}"' for column in columns)
            connection.execute(f"CREATE TABLE {table} (id INTEGER, {named})")
            connection.execute(f"CREATE INDEX {table}_id ON {table} (id)")


def desk() -> str:
    """Fingerprint what rows depend on besides the articles: the desk, its words and its figures."""
    folders = [package_path(room) for room in _ROOMS]
    folders += [ROOT / "data" / name for name in ("lexicons", "reference")]
    folders += [own_folder()]
    found = hashlib.sha256(__version__.encode())
    for folder in folders:
        for path in sorted((*folder.glob("*.py"), *folder.glob("*.csv"))):
            found.update(path.read_bytes())
    return found.hexdigest()


def _cells(row: Sequence[Value]) -> list[Value]:
    return [harmless(value) if isinstance(value, str) else value for value in row]


def _sweep(folder: Path) -> None:
    """Remove the beginnings of files that a survey left when it was killed."""
    for name in (*(f"{table}.csv" for table in (*TABLES, BAD)), "survey.html"):
        for path in folder.glob(f".{name}.????????"):
            path.unlink(missing_ok=True)

"""The table of what was collected, and what it says to a person."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import asdict, dataclass, fields
from pathlib import Path, PurePath

from copydesk.classroom.hand_in.naming import UNNAMED, safe_name
from copydesk.corpus.files import as_it_was, harmless

TABLE = "collected.csv"
FOREIGN = "it is neither a notebook nor a zip file or an e-mail; not taken"
_MOST_LINES = 20  # of one kind that are printed; the table has all


@dataclass(frozen=True)
class Row:
    """One file, as `collected.csv` has it.

    Attributes
    ----------
    learner : str
        The name, as it was understood.
    platform_id : str
        The number that the platform knows the learner by, or empty.
    lesson : str
        The stem of the lesson, such as "02_cleaning"; empty when it is none of the kit's.
    file : str
        Where it lies now, below the folder of the class; empty when it was not taken.
    came_as : str
        Where it was found.
    sha256 : str
        Its fingerprint.
    note : str
        What a person should know, or empty.
    """

    learner: str
    platform_id: str
    lesson: str
    file: str
    came_as: str
    sha256: str
    note: str = ""


def read_rows(folder: Path) -> list[Row]:
    """Return the rows of the table of a class; none when nothing was collected yet."""
    path = folder / TABLE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = [field.name for field in fields(Row)]
        return [
            Row(**{name: as_it_was(row.get(name) or "") for name in names})
            for row in csv.DictReader(file)
        ]


def as_csv(rows: Sequence[Row]) -> str:
    """Return the table as it is written."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(Row)], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: harmless(cell) for key, cell in asdict(row).items()} for row in rows)
    return out.getvalue()


def platform_ids(rows: Sequence[Row]) -> dict[str, str]:
    """Return the number of each learner's folder, from whichever file of theirs has one."""
    found: dict[str, str] = {}
    for row in rows:
        if row.platform_id or safe_name(row.learner) not in found:
            found[safe_name(row.learner)] = row.platform_id
    return found


def not_marked(rows: Sequence[Row], marked: Container[str] = ()) -> dict[str, str]:
    """Say of each learner with no notebook that can be marked what came in, and why it is not.

    Parameters
    ----------
    rows : sequence of Row
        All that was collected.
    marked : container of str
        Learners who have marks all the same: a notebook can be laid out by hand.

    Examples
    --------
    >>> not_marked([Row("Ana Lima", "7", "", "", "a.zip/work.py", "", "not taken")])
    {'Ana Lima': 'a.zip/work.py: not taken'}
    """
    taken = {row.learner for row in rows if row.file}
    found: dict[str, list[str]] = {}
    for row in rows:
        if not row.file and row.learner not in taken and _is_person(row):
            found.setdefault(safe_name(row.learner), []).append(f"{row.came_as}: {row.note}")
    return {name: "; ".join(said) for name, said in found.items() if name not in marked}


def _is_person(row: Row) -> bool:
    """Whether a row is a person's: of a foreign file, the name can be that of a thing."""
    words = row.learner.split()
    is_name = len(words) > 1 and not any(word[0].islower() for word in words)
    return row.learner != UNNAMED and (bool(row.platform_id) or row.note != FOREIGN or is_name)


def summary(rows: Sequence[Row], before: Sequence[Row] = ()) -> str:
    """Say what was understood, in a few lines.

    Parameters
    ----------
    rows : sequence of Row
        All that was collected.
    before : sequence of Row
        What earlier calls collected; its notes were said then.

    Examples
    --------
    >>> print(summary([Row("Ana Lima", "", "02_cleaning", "learners/…", "a.zip", "0a")]))
    1 learner, 1 notebook.
      02_cleaning: 1
    """
    said = {(row.came_as, row.sha256, row.note) for row in before}
    new = [row for row in rows if row.note and (row.came_as, row.sha256, row.note) not in said]
    lines = [
        *_of_the_taken([row for row in rows if row.file]),
        *_of_the_foreign(new, {row.learner for row in rows if row.file}),
        *(f"{row.came_as}: {row.note}." for row in new if row.note != FOREIGN),
    ]
    missing = sorted(not_marked(rows))
    lines += _some(f"Learners of whom nothing can be marked: {len(missing)}.", missing)
    return "\n".join(lines)


def _of_the_taken(taken: Sequence[Row]) -> Iterator[str]:
    newest = {(row.learner, row.lesson): row for row in taken if "/earlier/" not in row.file}
    learners = {row.learner for row in taken}
    yield f"{_count(len(learners), 'learner')}, {_count(len(newest), 'notebook')}."
    for lesson, number in sorted(Counter(lesson for _, lesson in newest).items()):
        yield f"  {lesson}: {number}"
    earlier = [row for row in taken if "/earlier/" in row.file]
    yield from _some(
        f"Earlier attempts, kept beside them: {len(earlier)}.",
        [
            f"{row.learner}: {row.came_as}; {newest[row.learner, row.lesson].came_as} counts"
            for row in earlier
            if (row.learner, row.lesson) in newest
        ],
    )
    nameless = [row.came_as for row in newest.values() if row.learner.startswith(UNNAMED)]
    yield from _some(
        f"Without the name of a person: {len(nameless)}. Give the name to the file, such as "
        '"02_cleaning Ana Lima.ipynb", and collect again.',
        nameless,
    )


def _of_the_foreign(new: Sequence[Row], learners: Set[str]) -> list[str]:
    foreign = [row for row in new if row.note == FOREIGN]
    foreign.sort(key=lambda row: row.learner in learners)  # those who handed in nothing else first
    kinds = ", ".join(sorted({PurePath(row.came_as).suffix.lower() or "none" for row in foreign}))
    return _some(
        f"Not taken, for they are neither notebooks nor zip files or e-mails: {len(foreign)} "
        f"({kinds}).",
        [row.came_as for row in foreign],
    )


def _some(head: str, items: Sequence[str]) -> list[str]:
    """Return a head and what stands under it, cut where it gets long; nothing without items."""
    if not items:
        return []
    more = len(items) - _MOST_LINES
    rest = [f"  and {more:,} more; {TABLE} has all of them"] if more > 0 else []
    return [head, *(f"  {item}" for item in items[:_MOST_LINES]), *rest]


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"

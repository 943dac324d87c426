"""Mark notebooks on fresh inputs: points, and for each miss what was tried and what came of it.

The inputs come from a secret seed that is made once for a class and stays in its folder. The code
of learners runs in a `Runner`; here, outside, their plain values are judged by the exercises.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from queue import SimpleQueue

from copydesk import __version__
from copydesk.classroom.checking.answers import judge_look
from copydesk.classroom.checking.judging import Judgement, Key
from copydesk.classroom.checking.values import shown_call
from copydesk.classroom.hand_in.collecting import LEARNERS
from copydesk.classroom.hand_in.marks import Mark, Marked, changes
from copydesk.classroom.hand_in.notebook import (
    Cell,
    NotebookError,
    code_of,
    defined_in,
    notebook_bytes,
    read_notebook,
)
from copydesk.classroom.hand_in.runner import Run, Runner
from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.places import package_path
from copydesk.exercises import exercises_of, lesson_stems

MARKS, FEEDBACK, SEED = "marks", "feedback", "seed.txt"
_BEGUN = re.compile(r"\..+\.(json|csv|html|txt)\.\w{8}")  # as `write_whole` names it


def class_seed(folder: Path) -> str:
    """Return the secret seed of a class; the first call makes it.

    Whoever knows it can work out the inputs. It stays on the computer of the instructor.
    """
    path = folder / SEED
    if not path.is_file():
        write_whole(path, secrets.token_hex(16) + "\n")
    path.chmod(0o600)
    return path.read_text(encoding="utf-8").strip()


def keys_of(stem: str, seed: str) -> list[Key]:
    """Return the exercises of a lesson with fresh inputs, the same ones for the whole class."""
    return [
        Key(exercise, exercise.cases(random.Random(f"{seed} {exercise.id}")))
        for exercise in exercises_of(stem)
    ]


def mark_class(
    folder: Path,
    given: Sequence[Sequence[str]],
    *,
    again: bool = False,
    trust: bool = False,
    workers: int = 2,
) -> Iterator[tuple[Marked, Marked | None]]:
    """Mark each notebook of a class that is not marked yet, and yield it with its old marks.

    Marks are written as they come, each file whole, so that a marking that was stopped goes on
    where it was. Nobody else marks the class meanwhile. A notebook is marked again when it, the
    seed or a check has changed.

    Parameters
    ----------
    folder : Path
        The folder that `collect` laid out.
    given : sequence of sequence of str
        The code cells of the notebooks that the class was given.
    again : bool
        Mark everything again.
    trust : bool
        Without confinement, where the computer has none.
    workers : int
        Notebooks at a time.

    Yields
    ------
    tuple of (Marked, Marked or None)
        As each is done: new marks, and those before.

    Raises
    ------
    ConfinementError
        The computer cannot confine the code of others.
    OSError
        The folder cannot be written.
    """
    seed = class_seed(folder)
    by = _fingerprint(seed)
    with locked(folder / MARKS):
        _sweep(folder)
        open_ones = [
            (path, old)
            for path in notebooks_of(folder)
            for old in [read_marks(marks_path(folder, path))]
            if again or old is None or (old.sha256, old.by) != (_sha256(path), by)
        ]
        if open_ones:
            yield from _mark_each(folder, open_ones, seed, by, given, trust, workers)


def _mark_each(
    folder: Path,
    open_ones: Sequence[tuple[Path, Marked | None]],
    seed: str,
    by: str,
    given: Sequence[Sequence[str]],
    trust: bool,
    workers: int,
) -> Iterator[tuple[Marked, Marked | None]]:
    keys: dict[str, list[Key]] = {}
    with ExitStack() as stack:
        runners: SimpleQueue[Runner] = SimpleQueue()
        for _ in range(max(1, min(workers, len(open_ones)))):
            runners.put(stack.enter_context(Runner(given, trust=trust)))
        pool = stack.enter_context(ThreadPoolExecutor(workers))

        def run(cells: Sequence[Cell], wanted: Sequence[Key]) -> Run:
            runner = runners.get()
            try:
                return runner.run(code_of(cells), wanted)
            finally:
                runners.put(runner)

        waiting: dict[Future[Run], tuple[Path, Marked | None, bytes, tuple[Cell, ...]]] = {}
        jobs = iter(open_ones)
        while True:
            for path, old in jobs:
                wanted = keys.setdefault(path.stem, keys_of(path.stem, seed))
                data = notebook_bytes(path)
                try:
                    cells = read_notebook(data)
                except NotebookError as error:
                    yield _kept(folder, path, _unread(path, data, wanted, by, error), old), old
                    continue
                waiting[pool.submit(run, cells, wanted)] = (path, old, data, cells)
                if len(waiting) >= 2 * workers:
                    break
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                path, old, data, cells = waiting.pop(future)
                marked = judged(path, data, cells, keys[path.stem], future.result(), by)
                yield _kept(folder, path, marked, old), old


def judged(
    path: Path, data: bytes, cells: Sequence[Cell], keys: Sequence[Key], run: Run, by: str
) -> Marked:
    """Judge what came of a notebook."""
    marks, remarks = [], []
    for stop in run.stops:
        remarks.append(f"Code cell {stop.cell} {stop.why} and was left out.")
    for number, error in sorted(run.errors.items()):
        remarks.append(f"Code cell {number} stops with an error ({error}).")
    for key in keys:
        exercise = key.exercise
        judgement = judge_look(key, run.answers[exercise.id])
        marks.append(_mark(key, judgement))
        places = defined_in(cells, exercise.name)
        if len(places) > 1 and judgement.state != "right":
            said = ", ".join(map(str, places))
            remarks.append(f"{exercise.name} stands in code cells {said}; the last one counts.")
    return Marked(path.parent.name, path.stem, _sha(data), tuple(marks), tuple(remarks), by)


def notebooks_of(folder: Path) -> list[Path]:
    """Return the notebooks of a class that can be marked, by learner and lesson."""
    stems = set(lesson_stems().values())
    return [path for path in sorted((folder / LEARNERS).glob("*/*.ipynb")) if path.stem in stems]


def marks_path(folder: Path, notebook: Path) -> Path:
    """Return the file that keeps the marks of a notebook."""
    return folder / MARKS / notebook.parent.name / f"{notebook.stem}.json"


def read_marks(path: Path) -> Marked | None:
    """Read the marks of a notebook; None when there are none that can be read."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        marks = tuple(Mark(**mark) for mark in said.pop("marks"))
        texts = {name: tuple(said.get(name, ())) for name in ("remarks", "changed")}
        return Marked(**{**said, "marks": marks, **texts})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_marks(folder: Path) -> list[Marked]:
    """Return the marks of a class, by learner and lesson."""
    found = (read_marks(marks_path(folder, path)) for path in notebooks_of(folder))
    return [marked for marked in found if marked is not None]


def _mark(key: Key, judgement: Judgement) -> Mark:
    exercise = key.exercise
    wrong = [name.name for name in exercise.misconceptions if name.hint == judgement.hint]
    return Mark(
        exercise.id,
        exercise.title,
        exercise.points if judgement.state == "right" else 0,
        exercise.points,
        judgement.state,
        judgement.message,
        judgement.hint,
        shown_call(exercise.name, judgement.input) if judgement.input is not None else "",
        wrong[0] if wrong and judgement.state == "misconception" else "",
    )


def _unread(path: Path, data: bytes, keys: Iterable[Key], by: str, error: NotebookError) -> Marked:
    missing = Judgement("missing", "The notebook could not be read.")
    marks = tuple(_mark(key, missing) for key in keys)
    remark = f"The notebook could not be read: {error}."
    return Marked(path.parent.name, path.stem, _sha(data), marks, (remark,), by)


def _kept(folder: Path, notebook: Path, marked: Marked, old: Marked | None) -> Marked:
    marked = replace(marked, changed=tuple(changes(marked, old)))
    path = marks_path(folder, notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(asdict(marked), indent=1, ensure_ascii=False) + "\n")
    return marked


def _sweep(folder: Path) -> None:
    """Remove the beginnings of files that a marking left when it was killed."""
    for place in (folder, folder / MARKS, folder / FEEDBACK):
        for path in place.glob(".*" if place == folder else "**/.*"):
            if _BEGUN.fullmatch(path.name):
                path.unlink(missing_ok=True)


def _fingerprint(seed: str) -> str:
    """Fingerprint what marks depend on besides the notebook: the seed, and the kit's checks."""
    checks = [
        path.read_bytes()
        for room in ("exercises", "classroom/checking")
        for path in sorted(package_path(room).glob("*.py"))
    ]
    checks.append(__version__.encode())
    return f"{_sha(seed.encode())} {_sha(b''.join(checks))}"


def _sha256(path: Path) -> str:
    return _sha(notebook_bytes(path))


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""Mark notebooks on fresh inputs: points, and for each miss what was tried and what came of it.

The inputs come from a secret seed that is made once for a class and stays in its folder. The code
of learners runs in a `Runner`; here, outside, their plain values are judged by the exercises.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import random
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, LifoQueue, SimpleQueue

from copydesk import __version__
from copydesk.classroom.checking.answers import judge_look
from copydesk.classroom.checking.judging import Judgement
from copydesk.classroom.checking.key import Key
from copydesk.classroom.checking.values import shown_call
from copydesk.classroom.hand_in.child import EndedError, Question
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
from copydesk.classroom.hand_in.runner import Run, Runner, question, runners
from copydesk.classroom.many import as_done
from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.places import ROOT, package_path
from copydesk.exercises import exercises_of, lesson_stems

MARKS, FEEDBACK, SEED = "marks", "feedback", "seed.txt"
_BEGUN = re.compile(r"\..+\.(json|csv|html|txt)\.\w{8}")  # as `write_whole` names it

_STOPS = {
    "PermissionError": "tried to open a file, a program or the network, which is not allowed while "
    "marking; the rest was marked"
}


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
    given: Mapping[str, Sequence[str]],
    *,
    again: bool = False,
    trust: bool = False,
    workers: int = 2,
    pool: Executor | None = None,
    begun: Callable[[int], object] = lambda _: None,
) -> Iterator[tuple[Marked, Marked | None]]:
    """Mark each notebook of a class that is not marked yet, and yield it with its old marks.

    Marks are written as they come, each file whole, so that a marking that was stopped goes on
    where it was. Nobody else marks the class meanwhile. A notebook is marked again when it, the
    seed or a check has changed.

    Parameters
    ----------
    folder : Path
        The folder that `collect` laid out.
    given : mapping of str to sequence of str
        For each lesson, the code cells of the notebook that the class was given.
    again : bool
        Mark everything again.
    trust : bool
        Without confinement, where the computer has none.
    workers : int
        Notebooks at a time.
    pool : Executor, optional
        Workers elsewhere, such as those of a cluster; without it, this computer runs the notebooks.
    begun : callable
        Is told how many notebooks there are to mark, before the first one.

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
        begun(len(open_ones))
        if not open_ones:
            return
        keys = {stem: keys_of(stem, seed) for stem in {path.stem for path, _ in open_ones}}
        asked = {stem: [question(key) for key in of] for stem, of in keys.items()}
        with ExitStack() as stack:
            if pool is None:
                warm = [given[stem] for stem in sorted(keys) if stem in given]
                count = max(1, min(workers, len(open_ones)))
                begin = partial(runners, warm, trust=trust)
                spare = stack.enter_context(ExitStack())  # it ends after the pool
                here = _OnThisComputer(stack.enter_context(begin(count)), spare, begin)
                work: Callable[[_Job], Run | None] = here.run
                pool = stack.enter_context(ThreadPoolExecutor(count))
            else:
                work = partial(run_elsewhere, trust=trust)
            jobs = (_job(path, old, asked[path.stem]) for path, old in open_ones)
            for job, future in as_done(pool, work, jobs, 2 * workers):
                run, wanted = future.result(), keys[job.path.stem]
                marked = (
                    judged(job.path, job.sha256, job.cells, wanted, run, by)
                    if run is not None
                    else _unread(job, wanted, by)
                )
                yield _kept(folder, job.path, marked, job.old), job.old


@dataclass(frozen=True)
class _Job:
    """A notebook that is to be marked, as it is sent to whoever runs it."""

    path: Path
    old: Marked | None
    sha256: str
    cells: tuple[Cell, ...]
    problem: str
    asked: Sequence[Question]


def _job(path: Path, old: Marked | None, asked: Sequence[Question]) -> _Job:
    data = notebook_bytes(path)
    try:
        return _Job(path, old, _sha(data), read_notebook(data), "", asked)
    except NotebookError as error:
        return _Job(path, old, _sha(data), (), str(error), asked)


_Begin = Callable[..., AbstractContextManager[list[Runner]]]


class _OnThisComputer:
    """The warm processes of this computer, each lent to one thread at a time."""

    def __init__(self, ready: Iterable[Runner], spare: ExitStack, begin: _Begin) -> None:
        self._idle: SimpleQueue[Runner] = SimpleQueue()
        self._spare, self._begin = spare, begin
        for runner in ready:
            self._idle.put(runner)

    def run(self, job: _Job) -> Run | None:
        if job.problem:
            return None
        runner, cells = self._idle.get(), code_of(job.cells)
        try:
            return runner.run(cells, job.asked)
        except EndedError:  # a system without memory, or a person, has ended it: once is no harm
            (runner,) = self._spare.enter_context(self._begin())
            return runner.run(cells, job.asked)
        finally:
            self._idle.put(runner)


def run_elsewhere(job: _Job, *, trust: bool) -> Run | None:
    """Run a notebook in a worker of a cluster, which keeps a warm process for each of its threads.

    The walls are those of the worker's computer: it refuses where it cannot confine.
    """
    if job.problem:
        return None
    stem = job.path.stem
    idle = _idle.setdefault(stem, LifoQueue())
    try:
        runner = idle.get_nowait()
    except Empty:
        given = read_notebook((ROOT / "exercises" / f"{stem}.ipynb").read_bytes())
        (runner,) = _for_good.enter_context(runners([code_of(given)], trust=trust))
    runner_run = runner.run(code_of(job.cells), job.asked)
    idle.put(runner)  # not after an error: it may have ended
    return runner_run


_idle: dict[str, LifoQueue[Runner]] = {}
_for_good = ExitStack()
atexit.register(_for_good.close)


def judged(
    path: Path, sha256: str, cells: Sequence[Cell], keys: Sequence[Key], run: Run, by: str
) -> Marked:
    """Judge what came of a notebook."""
    marks, remarks = [], []
    for stop in run.stops:
        remarks.append(f"Code cell {stop.cell} {stop.why} and was left out.")
    for number, error in sorted(run.errors.items()):
        remarks.append(f"Code cell {number} {_STOPS.get(error, f'stops with an error ({error})')}.")
    for key in keys:
        exercise = key.exercise
        judgement = judge_look(key, run.answers[exercise.id])
        marks.append(_mark(key, judgement))
        places = defined_in(cells, exercise.name)
        if len(places) > 1 and judgement.state != "right":
            said = ", ".join(map(str, places))
            remarks.append(f"{exercise.name} stands in code cells {said}; the last one counts.")
    return Marked(path.parent.name, path.stem, sha256, tuple(marks), tuple(remarks), by)


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
        said = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_shared)
        marks = tuple(Mark(**mark) for mark in said.pop("marks"))
        texts = {name: tuple(said.get(name, ())) for name in ("remarks", "changed")}
        return Marked(**{**said, "marks": marks, **texts})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _shared(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Keep each text once: a class of ten thousand has the same few hundred sentences."""
    return {name: sys.intern(said) if isinstance(said, str) else said for name, said in pairs}


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


def _unread(job: _Job, keys: Iterable[Key], by: str) -> Marked:
    missing = Judgement("missing", "The notebook could not be read.")
    marks = tuple(_mark(key, missing) for key in keys)
    remark = f"The notebook could not be read: {job.problem}."
    return Marked(job.path.parent.name, job.path.stem, job.sha256, marks, (remark,), by)


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

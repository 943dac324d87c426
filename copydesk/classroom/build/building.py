"""Build the notebooks of the lessons, and compare what is committed with what would be built."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.classroom.build import memory, notebooks, prose, sources
from copydesk.classroom.build.sources import BuildError
from copydesk.classroom.build.targets import FOLDERS, Target, chosen_stems, lesson_stems, targets
from copydesk.classroom.notebook_file import read_notebook, without_outputs
from copydesk.corpus.files import write_whole

if TYPE_CHECKING:
    from copydesk.classroom.build.execution import Runner


@dataclass(frozen=True)
class BuildResult:
    """What a build did.

    Attributes
    ----------
    written : tuple of str
        The notebooks that were written, as paths from the root.
    unchanged : tuple of str
        The notebooks that were right already.
    moved : tuple of str
        One sentence for each file with a learner's work that was moved aside, and for each
        notebook whose lesson is gone.
    differences : tuple of str
        With ``check=True``: one sentence for each way in which the notebooks on disk differ from
        what the lessons build. Empty means that they agree.
    unproven : tuple of str
        With ``check=True``: one sentence for each number in the text that nothing proves, with
        its file and line, and for each check of the text that fails. See `prose`.
    seconds : float
        How long it took.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    moved: tuple[str, ...]
    differences: tuple[str, ...]
    unproven: tuple[str, ...]
    seconds: float


def build(
    root: Path,
    lessons: Sequence[str] = (),
    *,
    check: bool = False,
    outputs: bool = False,
    progress: Callable[[str], None] = print,
) -> BuildResult:
    """Build the notebooks of all lessons, or of some.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    lessons : sequence of str
        Stems ("02_cleaning"), numbers ("2") or names ("cleaning"). Empty means all.
    check : bool
        Write nothing; report how the cells on disk differ from those that the lessons give, and
        which numbers in the text nothing proves. No cell is run.
    outputs : bool
        With ``check=True``: also execute every notebook afresh and compare what it shows.
    progress : callable
        Gets one line for each notebook, and one for each file that is moved aside.

    Returns
    -------
    BuildResult

    Raises
    ------
    BuildError
        A lesson cannot be built. Its message has one sentence a problem, with the file, the line
        and the cell. The notebooks without a problem are built.

    Examples
    --------
    >>> build(Path("."), ["02_cleaning"])  # doctest: +SKIP
    02_cleaning  notebooks  executed  3.1 s
    """
    start = time.perf_counter()
    stems = chosen_stems(lesson_stems(root), lessons)
    wanted = targets(root, stems)
    work = _Work(root, check, outputs, progress)
    work.run(wanted)
    if not lessons:
        work.report_orphans([target.name for target in wanted])
    if check:
        for page in prose.pages(root, stems, common=not lessons):
            work.unproven += prose.problems(page)
    if work.problems:
        raise BuildError(*sorted(set(work.problems)))
    return BuildResult(
        tuple(sorted(work.written)),
        tuple(sorted(work.unchanged)),
        tuple(work.moved),
        tuple(sorted(work.differences)),
        tuple(work.unproven),
        time.perf_counter() - start,
    )


class _Work:
    """One build under way: what is done, what went wrong, and the memory of earlier builds."""

    def __init__(
        self, root: Path, check: bool, outputs: bool, progress: Callable[[str], None]
    ) -> None:
        self.root, self.check, self.progress = root, check, progress
        self.executes = outputs or not check
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.moved: list[str] = []
        self.differences: list[str] = []
        self.unproven: list[str] = []
        self.problems: list[str] = []
        self.memory_path = root / ".copydesk" / "build.json"
        self.memory: dict[str, dict[str, str]] = (
            {} if check else memory.read_memory(self.memory_path)
        )
        self.surroundings = memory.surroundings(root)

    def run(self, targets: Sequence[Target]) -> None:
        keys = {target: self._key(target) for target in targets}
        stale = [target for target in targets if not self._is_current(target, keys[target])]
        for target in targets:
            if target not in stale:
                self.unchanged.append(target.path)
                self._say(target, "unchanged")
        if not self.executes:
            self._compare(stale)
        elif stale:
            self._run(stale, keys)

    def _compare(self, targets: Sequence[Target]) -> None:
        """Set what is on disk beside the cells that the lessons give, without running one."""
        for target in targets:
            try:
                notebook, _ = self._assembled(target)
            except BuildError as error:
                self.problems += error.problems
                continue
            self._compared(target, notebook, "assembled")

    def _run(self, stale: Sequence[Target], keys: dict[Target, str]) -> None:
        from copydesk.classroom.build.execution import (
            Runner,  # loads nbclient and the notebook format
        )

        runner = Runner()
        pool = ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, len(stale)))
        try:
            running: dict[Future[tuple[dict[str, Any], float]], Target] = {}
            for target in stale:
                try:
                    notebook, cells = self._assembled(target)
                except BuildError as error:
                    self.problems += error.problems
                    continue
                running[pool.submit(self._execute, runner, target, notebook, cells)] = target
            for future in as_completed(running):
                target = running[future]
                try:
                    notebook, seconds = future.result()
                except BuildError as error:
                    self.problems += error.problems
                    self._say(target, "failed")
                    continue
                self._finish(target, notebook, keys[target], seconds)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            runner.stop()
            raise
        finally:
            pool.shutdown()

    def report_orphans(self, names: Sequence[str]) -> None:
        for folder in FOLDERS:
            for path in notebooks.orphans(self.root / folder, names):
                sentence = f"{folder}/{path.name} is built from a lesson that is gone."
                (self.differences if self.check else self.moved).append(sentence)
                self.progress(sentence)

    def _key(self, target: Target) -> str:
        """Return the fingerprint of everything that a notebook depends on."""
        source = self.root / target.source
        text = source.read_bytes() if source.exists() else b""
        return hashlib.sha256(f"{self.surroundings} {target.path} ".encode() + text).hexdigest()

    def _is_current(self, target: Target, key: str) -> bool:
        memory = self.memory.get(target.path)
        path = self.root / target.path
        return (
            memory is not None
            and memory.get("key") == key
            and path.exists()
            and memory.get("sha256") == hashlib.sha256(path.read_bytes()).hexdigest()
        )

    def _assembled(self, target: Target) -> tuple[dict[str, Any], list[sources.Cell]]:
        from copydesk.exercises import all_exercises

        lesson = int(target.stem.split("_")[0])
        exercises = all_exercises()
        cells = sources.read_cells(self.root / target.source, target.source)
        problems = sources.structure_problems(cells, target.source, lesson, exercises)
        if problems:
            raise BuildError(*problems)
        kept = [cell for cell in cells if target.left_out not in cell.tags]
        return sources.assemble(kept, target.source, target.kind, exercises), kept

    def _execute(
        self, runner: Runner, target: Target, notebook: dict[str, Any], cells: list[sources.Cell]
    ) -> tuple[dict[str, Any], float]:
        if target.folder == "exercises":
            return notebook, 0.0
        folder = self.root / target.folder
        if not self.check:
            folder.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        done = runner.run(notebook, cells, target.source, folder if folder.is_dir() else self.root)
        return done, time.perf_counter() - start

    def _finish(self, target: Target, notebook: dict[str, Any], key: str, seconds: float) -> None:
        path = self.root / target.path
        how = "assembled" if target.folder == "exercises" else f"executed  {seconds:.1f} s"
        if self.check:
            self._compared(target, notebook, how)
            return
        old = read_notebook(path)
        apart = notebooks.differences(old, notebook) if old is not None else ["it is missing"]
        if apart:
            if notebooks.is_learners_work(path, notebook):
                aside = notebooks.move_aside(path)
                sentence = f"{target.path} had your work in it; it is kept as {aside.name}."
                self.moved.append(sentence)
                self.progress(sentence)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, notebooks.notebook_text(notebook))
        (self.written if apart else self.unchanged).append(target.path)
        self.memory[target.path] = {
            "key": key,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        self.memory_path.parent.mkdir(exist_ok=True)
        # After each notebook, so that an interrupted build goes on where it stopped.
        write_whole(self.memory_path, json.dumps(self.memory, indent=1, sort_keys=True) + "\n")
        self._say(target, how if apart else f"{how}  unchanged")

    def _compared(self, target: Target, notebook: dict[str, Any], how: str) -> None:
        old = read_notebook(self.root / target.path)
        if old is not None and not self.executes and target.folder != "exercises":
            old = without_outputs(old)
        apart = notebooks.differences(old, notebook) if old is not None else ["it is missing"]
        (self.differences if apart else self.unchanged).extend(
            [f"{target.path}: {problem}." for problem in apart] or [target.path]
        )
        self._say(target, f"{how}  {'differs' if apart else 'agrees'}")

    def _say(self, target: Target, what: str) -> None:
        self.progress(f"{target.name}  {target.folder}  {what}")

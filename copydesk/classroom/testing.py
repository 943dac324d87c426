"""The checks of ``copydesk test``, each with the exact commands that it runs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from copydesk.classroom.build import lesson_stems, targets
from copydesk.classroom.progress_line import progress_line
from copydesk.corpus.places import package_path

CELL_SECONDS = 60
"""How long one cell may run in a check. nbval's own limit is 2,000 seconds."""

_SANITIZE = package_path("classroom/nbval_sanitize.cfg")
_NAMES = {"lint-imports": "importlinter"}  # commands that are not called like their module
_COMPILES_AGAIN = "PYTHONDONTWRITEBYTECODE"
_PYTEST = (sys.executable, "-m", "pytest", "-q")


@dataclass(frozen=True)
class Command:
    """One command of a step.

    Attributes
    ----------
    line : tuple of str
        A program and its arguments.
    hidden : tuple of str
        Modules that the command and the kernels that it starts must not find.
    in_kernels : bool
        True sets what a kernel needs for outputs that can be compared.
    """

    line: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    in_kernels: bool = False


# Whoever checks a notebook's format loads grammars of web addresses, which takes seconds and which
# no notebook here needs; without the module, addresses are not checked.
_GRAMMARS = ("rfc3987_syntax",)
# A class does not install these: a notebook has to run without them, and starts faster.
NOT_IN_A_CLASS = (*_GRAMMARS, "scipy", "sklearn")


def strict_arguments(
    root: Path, stems: Sequence[str] = (), endings: Sequence[str] = ("", "_more")
) -> list[str]:
    """Return pytest's arguments to run lessons and solutions and compare every output.

    nbval does not compare pictures; ``copydesk build --check --outputs`` does.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    stems : sequence of str
        Which lessons; empty means all.
    endings : sequence of str
        "_more" for the second parts of lessons, "" for everything else.

    Returns
    -------
    list of str
        What follows ``python -m pytest``. Run it in ``root`` with `KERNEL_ENVIRONMENT`.
    """
    built = targets(root, stems or lesson_stems(root), ("notebooks", "solutions"))
    return _nbval([target.path for target in built if target.ending in endings], "--nbval")


def lax_arguments(root: Path, stems: Sequence[str] = ()) -> list[str]:
    """Return pytest's arguments to run the exercises as a class gets them: no cell may fail.

    There is no output to compare. See `strict_arguments` for what is taken and returned.
    """
    built = targets(root, stems or lesson_stems(root), ("exercises",))
    return _nbval([target.path for target in built], "--nbval-lax")


def _nbval(files: Sequence[str], mode: str) -> list[str]:
    # Files by name: a learner's own copies beside them are not ours to check.
    return [
        "-q",
        "-p", "no:cacheprovider",
        mode,
        "--nbval-sanitize-with", str(_SANITIZE),
        f"--nbval-cell-timeout={CELL_SECONDS}",
        "-n", str(min(_cores(), len(files))),
        "--dist", "loadfile",  # the cells of a notebook share a kernel
        *files,
    ]  # fmt: skip


def _cores() -> int:
    return os.cpu_count() or 1


def _notebooks(arguments: Sequence[str]) -> list[Command]:
    return [
        # The first chart on a new machine prints that it looks for fonts; not into a notebook.
        Command((sys.executable, "-c", "import matplotlib.font_manager")),
        Command((sys.executable, "-m", "pytest", *arguments), NOT_IN_A_CLASS, True),
    ]


def _unit(*arguments: str, workers: int) -> list[Command]:
    # nbval loads what starts kernels, which takes each worker a second.
    line = (*_PYTEST, "-p", "no:nbval", "-n", str(workers))
    return [Command((*line, *arguments), _GRAMMARS)]


def _quick_tests(*arguments: str) -> list[Command]:
    # Two steps run at a time. Workers collect all tests each and pass every result on, which is a
    # third of the seconds: with two cores, one process without workers is as fast and does less.
    return _unit(*arguments, workers=_cores() // 2 if _cores() > 3 else 0)


def _copydesk(*arguments: str) -> list[Command]:
    return [Command((sys.executable, "-m", "copydesk", *arguments), _GRAMMARS)]


# Of the tests' folders, those that take half of the time.
_CLASSROOM = [f"tests/{room}" for room in ("charts", "classroom", "corpus", "exercises", "report")]

STEPS: dict[str, Callable[[Path], list[Command]]] = {
    "classroom": lambda _: _quick_tests(*_CLASSROOM),
    "unit": lambda _: _quick_tests("tests", *(f"--ignore={folder}" for folder in _CLASSROOM)),
    "notebooks": lambda root: _notebooks(strict_arguments(root, endings=("",))),
    "types": lambda _: [Command(("mypy",))],
    "built": lambda _: _copydesk("build", "--check"),
    "imports": lambda _: [Command(("lint-imports",))],
    "style": lambda _: [
        Command(("ruff", "check", ".")),
        Command(("ruff", "format", "--check", ".")),
    ],
}
"""The quick steps of ``copydesk test``, each with its commands; those that take longest first."""

THOROUGH: dict[str, Callable[[Path], list[Command]]] = {
    "thorough": lambda _: _unit(
        "--thorough", "-m", "(thorough or hypothesis) and not answers", workers=_cores()
    ),
    # The unit tests run the cells of these already, without a kernel.
    "exercises": lambda root: [
        *_notebooks(lax_arguments(root)),
        *_unit("--thorough", "-m", "answers", workers=_cores()),
    ],
    "more": lambda root: _notebooks(strict_arguments(root, endings=("_more",))),
    "pictures": lambda _: _copydesk("build", "--check", "--outputs"),
    "browser": lambda _: [Command((*_PYTEST, "browser_tests"))],
}
"""What takes minutes or needs a browser: it runs when it is named, and with "all"."""

ALONE: dict[str, Callable[[Path], list[Command]]] = {
    "site": lambda _: [Command((*_PYTEST, "browser_tests/test_site.py"))],
}
"""What needs something that is not part of the kit, a built site: it runs when it is named."""


def lesson_steps(root: Path, stem: str) -> dict[str, Callable[[Path], list[Command]]]:
    """Return the steps that concern one lesson: its tests, its notebooks and its build.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    stem : str
        The lesson: "02_cleaning".

    Returns
    -------
    dict of str to callable
        As `STEPS`.
    """
    name = stem.split("_", 1)[1]
    # Of the classroom's tests, those that are asked of each lesson; to collect all takes longer.
    of_lessons = [f"tests/classroom/test_{which}.py" for which in ("lessons", "prose")]
    places = [f"tests/{name}", f"tests/test_{name}.py", "tests/exercises", *of_lessons]
    found = [place for place in places if (root / place).exists()]
    return {
        # Few tests: a second worker would only collect them once more.
        "unit": lambda _: _unit("--lesson", stem, *found, workers=0),
        "notebooks": lambda root: _notebooks(strict_arguments(root, [stem])),
        "built": lambda _: _copydesk("build", "--check", stem),
    }


def run_steps(
    root: Path,
    steps: dict[str, Callable[[Path], list[Command]]],
    say: Callable[[str], None] = print,
) -> int:
    """Run steps, as many at a time as there are cores, all of them also when one fails.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    steps : dict of str to callable
        Names with the commands that they run in a root folder, as `STEPS`.
    say : callable
        Gets what a step printed, in one piece when it ends, and a line with its seconds.

    Returns
    -------
    int
        0 when every step passes, else 1.
    """
    start = time.perf_counter()
    failed = []
    say(f"{', '.join(steps)} ...")
    with (
        ThreadPoolExecutor(max_workers=min(_cores(), 2)) as pool,
        progress_line("Checking") as now,
    ):
        running = {
            step: pool.submit(_run, commands(root), root) for step, commands in steps.items()
        }
        for ended, (step, future) in enumerate(running.items()):
            now(f"{ended} of {len(running)} steps are reported, the next is {step}")
            passed, printed, seconds = future.result()
            say(printed.rstrip("\n")) if printed.strip() else None
            say(f"{step}  {'passed' if passed else 'failed'}  {seconds:.1f} s")
            if not passed:
                failed.append(step)
    say(f"all of it  {time.perf_counter() - start:.1f} s")
    say(f"steps: {len(steps) - len(failed)} passed, {len(failed)} failed")
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def _run(commands: Sequence[Command], root: Path) -> tuple[bool, str, float]:
    """Run the commands of one step; say whether all passed, what they printed, and the seconds."""
    start = time.perf_counter()
    # Not all() of a generator: the second command of a step says more about what is wrong.
    ends = [passes(command, root) for command in commands]
    printed = "".join(text for _, text in ends)
    return all(passed for passed, _ in ends), printed, time.perf_counter() - start


def _kernel_environment() -> dict[str, str]:
    from copydesk.classroom.build.execution import (
        KERNEL_ENVIRONMENT,  # loads the notebook libraries
    )

    return KERNEL_ENVIRONMENT


@contextmanager
def _hiding(modules: Sequence[str]) -> Iterator[dict[str, str]]:
    """Give the environment in which a program finds none of these modules."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for module in modules:
            (Path(folder) / f"{module}.py").write_text(
                "raise ImportError('hidden from this check')\n", encoding="utf-8"
            )
        first = [folder, os.environ.get("PYTHONPATH", "")]
        # Where a machine forbids compiled code to be kept, each worker and each process that a
        # test starts would compile the kit and rewrite the tests again: a fifth of all seconds.
        kept = {name: os.environ[name] for name in os.environ if name != _COMPILES_AGAIN}
        yield {**kept, "PYTHONPATH": os.pathsep.join(filter(None, first))}


def passes(command: Command, root: Path) -> tuple[bool, str]:
    """Run a command in a folder; say whether it ended well, and what it printed."""
    program, *arguments = command.line
    if program != sys.executable:
        beside = Path(sys.executable).parent
        found = next(
            (path for name in (program, f"{program}.exe") if (path := beside / name).exists()), None
        )
        if found is None or importlib.util.find_spec(_NAMES.get(program, program)) is None:
            return False, f"{program} is not installed; install the dev group of pyproject.toml.\n"
        program = str(found)
    # Only for notebooks: the tests draw without a screen and must also pass in any order of sets.
    kernels = _kernel_environment() if command.in_kernels else {}
    with _hiding(command.hidden) as environment:
        done = subprocess.run(
            [program, *arguments],
            cwd=root,
            env={**environment, **kernels},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    return done.returncode == 0, done.stdout

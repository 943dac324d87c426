"""The checks of ``copydesk test``, each with the exact commands that it runs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from copydesk.classroom.build import lesson_stems

CELL_SECONDS = 60
"""How long one cell may run in a check. nbval's own limit is 2,000 seconds."""

_SANITIZE = Path(__file__).with_name("nbval_sanitize.cfg")
_NAMES = {"lint-imports": "importlinter"}  # commands that are not called like their module


def strict_arguments(root: Path) -> list[str]:
    """Return pytest's arguments to run lessons and solutions and compare every output.

    nbval does not compare pictures; ``copydesk build --check`` does.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.

    Returns
    -------
    list of str
        What follows ``python -m pytest``. Run it in ``root`` with `KERNEL_ENVIRONMENT`.
    """
    return _nbval(root, ("notebooks", "solutions"), "--nbval")


def lax_arguments(root: Path) -> list[str]:
    """Return pytest's arguments to run the exercises as a class gets them: no cell may fail.

    There is no output to compare. See `strict_arguments` for what is returned.
    """
    return _nbval(root, ("exercises",), "--nbval-lax")


def _nbval(root: Path, folders: Sequence[str], mode: str) -> list[str]:
    # Files by name: a learner's own copies beside them are not ours to check.
    files = [f"{folder}/{stem}.ipynb" for folder in folders for stem in lesson_stems(root)]
    workers = min(os.cpu_count() or 1, len(files))
    return [
        "-q",
        "-p", "no:cacheprovider",
        mode,
        "--nbval-sanitize-with", str(_SANITIZE),
        f"--nbval-cell-timeout={CELL_SECONDS}",
        "-n", str(workers),
        "--dist", "loadfile",  # the cells of a notebook share a kernel
        *files,
    ]  # fmt: skip


def _notebook_commands(root: Path) -> list[list[str]]:
    return [
        # The first chart on a new machine prints that it looks for fonts; not into a notebook.
        [sys.executable, "-c", "import matplotlib.font_manager"],
        [sys.executable, "-m", "pytest", *strict_arguments(root)],
        [sys.executable, "-m", "pytest", *lax_arguments(root)],
    ]


STEPS: dict[str, Callable[[Path], list[list[str]]]] = {
    "style": lambda _: [["ruff", "check", "."], ["ruff", "format", "--check", "."]],
    "imports": lambda _: [["lint-imports"]],
    "types": lambda _: [["mypy"]],
    "unit": lambda _: [[sys.executable, "-m", "pytest", "-q", "-n", "auto"]],
    "notebooks": _notebook_commands,
    "built": lambda _: [[sys.executable, "-m", "copydesk", "build", "--check"]],
    "browser": lambda _: [[sys.executable, "-m", "pytest", "-q", "browser_tests"]],
}
"""The steps of ``copydesk test``, in order, each with the commands for a root folder."""

APART = ("browser",)
"""The steps that run only when they are named: they need more than Python."""


def run_steps(root: Path, steps: Sequence[str], say: Callable[[str], None] = print) -> int:
    """Run some steps, all of them also when one fails.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/.
    steps : sequence of str
        Names from `STEPS`. All of them at once stand for the whole suite, without those `APART`.
    say : callable
        Gets one line before and one after each step.

    Returns
    -------
    int
        0 when every step passes, else 1.
    """
    if set(steps) == set(STEPS):
        steps = [step for step in steps if step not in APART]
    failed = []
    for step in steps:
        start = time.perf_counter()
        say(f"{step} ...")
        # Not all(): the second command of a step says more about what is wrong.
        passed = [_passes(command, root, say) for command in STEPS[step](root)]
        if not all(passed):
            failed.append(step)
        verdict = "failed" if step in failed else "passed"
        say(f"{step}  {verdict}  {time.perf_counter() - start:.1f} s")
    say(f"steps: {len(steps) - len(failed)} passed, {len(failed)} failed")
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def _kernel_environment() -> dict[str, str]:
    from copydesk.classroom.build.execution import (
        KERNEL_ENVIRONMENT,  # loads the notebook libraries
    )

    return KERNEL_ENVIRONMENT


def _passes(command: Sequence[str], root: Path, say: Callable[[str], None]) -> bool:
    program = command[0]
    if program != sys.executable:
        beside = Path(sys.executable).parent
        found = next(
            (path for name in (program, f"{program}.exe") if (path := beside / name).exists()), None
        )
        if found is None or importlib.util.find_spec(_NAMES.get(program, program)) is None:
            say(f"{program} is not installed; install the dev group of pyproject.toml.")
            return False
        program = str(found)
    line = [program, *command[1:]]
    # Only for notebooks: the tests draw without a screen and must also pass in any order of sets.
    notebooks = any(part.startswith("--nbval") for part in command)
    environment = {**os.environ, **(_kernel_environment() if notebooks else {})}
    return subprocess.run(line, cwd=root, env=environment).returncode == 0

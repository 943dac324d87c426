"""``copydesk export``: quizzes and exercises for other platforms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from copydesk.cli.terminal import check_target, say, write


@click.group()
def export() -> None:
    """Write quizzes and exercises as files for other platforms."""


@export.command()
@click.argument("file")
@click.option("--lesson", multiple=True, help="One lesson, as 02_cleaning. May be repeated.")
@click.option("--force", is_flag=True, help="Replace a FILE that exists.")
def quizzes(file: str, lesson: tuple[str, ...], force: bool) -> None:
    """Write the quizzes of the lessons to FILE, with the reply to each option.

    Its ending says for whom. A .txt is GIFT, for the question bank of Moodle; a .zip is QTI 1.2,
    for Canvas and others. Ids stay the same, so that an import of a newer file can find them.

    \b
    Examples
      copydesk export quizzes quizzes.txt
      copydesk export quizzes quizzes.zip
    """
    from copydesk.classroom.export import gift, qti
    from copydesk.exercises import quizzes_of

    path = Path(file)
    if path.suffix.lower() not in (".txt", ".zip"):
        raise SystemExit(say(f"{path} ends neither in .txt, for Moodle, nor in .zip, for Canvas."))
    check_target(path, "-", force)
    chosen = {stem: quizzes_of(stem) for stem in _lessons(lesson)}
    write(path, gift(chosen) if path.suffix.lower() == ".txt" else qti(chosen))


@export.command()
@click.argument("folder")
@click.option("--lesson", multiple=True, help="One lesson, as 02_cleaning. May be repeated.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
def nbgrader(folder: str, lesson: tuple[str, ...], force: bool) -> None:
    """Write the exercises to FOLDER as a course of nbgrader: an assignment for each lesson.

    Answers are graded on the inputs that check tries in class. Learners, and the computer that
    grades, need copydesk installed beside nbgrader.

    \b
    Example
      copydesk export nbgrader course
      cd course; nbgrader generate_assignment 02_cleaning
    """
    from copydesk.classroom.export import NBGRADER_CONFIG, nbgrader_notebook
    from copydesk.corpus import ROOT

    files: dict[str, Callable[[], str]] = {"nbgrader_config.py": lambda: NBGRADER_CONFIG}
    for stem in _lessons(lesson):
        files[f"source/{stem}/{stem}.ipynb"] = partial(nbgrader_notebook, ROOT, stem)
    _write_all(Path(folder), files, force)


@export.command()
@click.argument("folder")
@click.option("--lesson", multiple=True, help="One lesson, as 02_cleaning. May be repeated.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
def otter(folder: str, lesson: tuple[str, ...], force: bool) -> None:
    """Write the exercises to FOLDER for Otter-Grader: a notebook for each lesson.

    Answers are graded on the inputs that check tries in class. Learners, and the computer that
    grades, need copydesk installed beside Otter-Grader.

    \b
    Example
      copydesk export otter course
      otter assign course/02_cleaning/02_cleaning.ipynb dist
    """
    from copydesk.classroom.export import otter_notebook
    from copydesk.corpus import ROOT

    files = {
        f"{stem}/{stem}.ipynb": partial(otter_notebook, ROOT, stem) for stem in _lessons(lesson)
    }
    _write_all(Path(folder), files, force)


def _write_all(folder: Path, files: Mapping[str, Callable[[], str]], force: bool) -> None:
    """Write files below a folder, or none of them when one exists."""
    from copydesk.classroom.build import BuildError

    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            check_target(folder / name, "-", force)
        for name, content in files.items():
            write(folder / name, content())
    except BuildError as error:
        raise SystemExit(say(str(error))) from None
    except OSError as error:
        raise SystemExit(say(f"{folder} cannot be written: {error.strerror or error}.")) from None


def _lessons(named: tuple[str, ...]) -> list[str]:
    """Return the stems of the lessons that were named, or of all; one unknown is told of."""
    from copydesk.exercises import lesson_stems

    known = list(lesson_stems().values())
    for name in named:
        if name not in known:
            raise SystemExit(say(f"There is no lesson {name}; there is {', '.join(known)}."))
    return list(named) or known

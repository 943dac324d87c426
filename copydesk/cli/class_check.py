"""``copydesk class``: before a class begins."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from copydesk.cli.terminal import check_target, checkout, print_text, say, write


@click.group("class")
def class_() -> None:
    """Get a class ready."""


@class_.command()
@click.argument("lesson", nargs=-1)
@click.option("--html", "page", metavar="FILE", help="Write what was found as a page, too.")
@click.option("--force", is_flag=True, help="Replace a FILE that exists.")
def check(lesson: tuple[str, ...], page: str | None, force: bool) -> None:
    """Run every notebook of LESSON, or of all, and say what would break for learners.

    Lessons and solutions are run by nbval and compared with what they showed before; exercises
    are run as a class gets them. For each notebook in which something breaks, the first cell is
    named, with what happens there and what that means for the class.

    \b
    Example
      copydesk class check 02_cleaning --html before_class.html
    """
    from copydesk.classroom.build import BuildError
    from copydesk.classroom.build.targets import chosen_stems, lesson_stems
    from copydesk.classroom.class_check import ClassCheckError, check_class
    from copydesk.classroom.progress_line import progress_line

    root = checkout()
    if page:
        check_target(Path(page), "-", force)
    try:
        stems = chosen_stems(lesson_stems(root), lesson)
        with progress_line("Class") as now:
            found = check_class(root, stems, now)
    except (BuildError, ClassCheckError) as error:
        raise SystemExit(say(str(error))) from None
    print_text(found.to_text())
    if page:
        write(Path(page), found.to_html())
    sys.exit(1 if found.breaks else 0)

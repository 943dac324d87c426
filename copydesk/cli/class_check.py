"""``copydesk class``: before a class begins."""

from __future__ import annotations

import sys

import click

from copydesk.cli.terminal import checkout, print_text, say


@click.group("class")
def class_() -> None:
    """Get a class ready."""


@class_.command()
@click.argument("lesson", nargs=-1)
def check(lesson: tuple[str, ...]) -> None:
    """Run every notebook of LESSON, or of all, and say what would break for learners.

    Lessons and solutions are run by nbval and compared with what they showed before; exercises
    are run as a class gets them. For each notebook in which something breaks, the first cell is
    named, with what happens there and what that means for the class.

    \b
    Example
      copydesk class check 02_cleaning
    """
    from copydesk.classroom.build import BuildError
    from copydesk.classroom.build.targets import chosen_stems, lesson_stems
    from copydesk.classroom.class_check import ClassCheckError, check_class
    from copydesk.classroom.progress_line import progress_line

    root = checkout()
    try:
        stems = chosen_stems(lesson_stems(root), lesson)
        with progress_line("Class") as now:
            found = check_class(root, stems, now)
    except (BuildError, ClassCheckError) as error:
        raise SystemExit(say(str(error))) from None
    print_text(found.to_text())
    sys.exit(1 if found.breaks else 0)

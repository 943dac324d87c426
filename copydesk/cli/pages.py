"""``copydesk pages`` and ``copydesk handouts``: lessons on paper and on a wall, without Jupyter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from copydesk.cli.terminal import check_target, say, write

_FORCE = click.option("--force", is_flag=True, help="Replace pages that exist.")


@click.command()
@click.argument("lesson", nargs=-1)
@click.option("--folder", default="pages", show_default=True, help="Where the pages go.")
@_FORCE
def pages(lesson: tuple[str, ...], folder: str, force: bool) -> None:
    """Write lessons as web pages with their outputs: to read, print or hear without Jupyter.

    LESSON is the name of a lesson, such as 02_cleaning; without one, all are written. The glossary
    is written beside them. The pages open in any browser, without a network.
    """
    from copydesk.classroom.pages import lesson_pages, page_names
    from copydesk.corpus import ROOT

    stems = _lessons(lesson)
    names = [f"{name}.html" for name in (*page_names(ROOT, stems), "glossary")]
    _write_all(Path(folder), names, force, lambda: lesson_pages(ROOT, stems))


@click.command()
@click.argument("lesson", nargs=-1)
@click.option("--folder", default="handouts", show_default=True, help="Where they go.")
@_FORCE
def handouts(lesson: tuple[str, ...], folder: str, force: bool) -> None:
    """Write five slides and a sheet to print for lessons, for who teaches them.

    LESSON is the name of a lesson, such as 02_cleaning; without one, all are written. A slide shows
    what the lesson itself prints and draws. A sheet fits on a page of A4: words, cards, a script
    for work in pairs, and the rubric.
    """
    from copydesk.classroom.handouts import KINDS, HandoutError
    from copydesk.classroom.handouts import handouts as made
    from copydesk.corpus import ROOT

    stems = _lessons(lesson)
    names = [f"{stem}_{kind}.html" for stem in stems for kind in KINDS]
    try:
        _write_all(Path(folder), names, force, lambda: made(ROOT, stems))
    except HandoutError as error:
        raise SystemExit(say(str(error))) from None


def _lessons(asked: Sequence[str]) -> tuple[str, ...]:
    """Return the lessons that were asked for, or all; end with a sentence at an unknown one."""
    from copydesk.classroom.build import lesson_stems
    from copydesk.corpus import ROOT

    known = lesson_stems(ROOT)
    for name in asked:
        if name not in known:
            raise SystemExit(say(f"There is no lesson {name}; there is {', '.join(known)}."))
    return tuple(dict.fromkeys(asked)) or known


def _write_all(
    folder: Path, names: Sequence[str], force: bool, made: Callable[[], dict[str, str]]
) -> None:
    """Write pages into a folder; nothing is made when one of them would replace another's file."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or error
        raise SystemExit(say(f"The folder {folder} cannot be made: {why}.")) from None
    for name in names:
        check_target(folder / name, "-", force)
    for name, html in made().items():
        write(folder / name, html)

"""The pages of a site that are read: the first one, the lessons, the glossary and the handbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import jupytext
from jinja2 import Environment, PackageLoader

from copydesk import __version__
from copydesk.classroom.build import lesson_stems
from copydesk.classroom.pages import lesson_pages, page_html
from copydesk.corpus import load_article
from copydesk.report import analyse_article
from copydesk.verification import load_reference

MARK = "copydesk-site.txt"
"""The file by which a folder is known as a site, and may be replaced by a newer one."""

STORY = "minister_wire"

RUN = "run/lab/index.html?path={}.ipynb"
"""Where a notebook runs, such as "notebooks/02_cleaning"."""

_HANDBOOK = ("handbook", "learner", "profiles", "nothing_to_install", "where_it_works")
_MAIN = re.compile(r"<main[^>]*>")
_QUESTION = re.compile(r"^# (.+)$", re.M)
_ENVIRONMENT = Environment(
    loader=PackageLoader("copydesk", "classroom/templates/site"), autoescape=True
)


def site_pages(root: Path, say: Callable[[str], None] = print) -> dict[str, str]:
    """Return the pages of a site, each with the name of its file.

    Parameters
    ----------
    root : pathlib.Path
        A copy of the kit's whole folder.
    say : callable
        Gets a sentence for each part.

    Returns
    -------
    dict of str to str
    """
    stems = lesson_stems(root)
    say("Writing the lessons as pages ...")
    pages = lesson_pages(root, stems)
    for stem in stems:
        pages[f"{stem}.html"] = with_run_link(pages[f"{stem}.html"], stem)
    say("Writing the report and the handbook ...")
    pages["report.html"] = analyse_article(load_article(STORY), load_reference()).to_html()
    for name in _HANDBOOK:
        pages[f"{name}.html"] = document_html(root / "docs" / f"{name}.md")
    pages["index.html"] = front_html(root, stems)
    pages[MARK] = f"A site of copydesk {__version__}. copydesk site replaces it as a whole.\n"
    return pages


def front_html(root: Path, stems: Sequence[str]) -> str:
    """Return the first page: what this is, the report, and each lesson to read and to run."""
    lessons = []
    for stem in stems:
        text = (root / "lessons" / stem / "lesson.md").read_text(encoding="utf-8")
        title = _QUESTION.search(text)
        lessons.append({"stem": stem, "title": title[1] if title else stem})
    template = _ENVIRONMENT.get_template("index.html.j2")
    return template.render(lessons=lessons, run=RUN.format, version=__version__)


def with_run_link(page: str, stem: str) -> str:
    """Put a link that opens the same notebook, and its exercises, at the top of a lesson's page."""
    links = _ENVIRONMENT.get_template("run_links.html.j2").render(stem=stem, run=RUN.format)
    return _MAIN.sub(lambda main: main.group() + links, page, count=1)


def document_html(path: Path) -> str:
    """Return a page of docs/ with links that lead to where the site has the same file."""
    notebook = jupytext.read(path)
    notebook.metadata = {}
    html = page_html(notebook)
    html = re.sub(rf'href="({"|".join(_HANDBOOK)})\.md', r'href="\1.html', html)
    return re.sub(r'href="\.\./(data/[^"]+\.md)"', r'href="run/files/\1"', html)

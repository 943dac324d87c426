"""Lessons as web pages: to read, to print or to hear, without Jupyter and without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from copydesk.classroom.build import targets
from copydesk.classroom.progress_line import progress_line
from copydesk.corpus.places import package_path

_TEMPLATES = package_path("classroom/templates")
_GLOSSARY = Path("lessons", "glossary.md")
_TO_GLOSSARY = re.compile(r"(?:\.\./)*lessons/glossary\.md")
_HEADING = re.compile(r"^# (.+)$", re.M)
_NO_ALT = 'alt="No description has been provided for this image"'
_ALT = 'alt="Chart. What it shows stands in words below it."'


def page_html(notebook: NotebookNode) -> str:
    """Return a notebook as one HTML page that asks for nothing from outside.

    Parameters
    ----------
    notebook : NotebookNode
        With its outputs. A widget is left out; its plain call stands above it. The first heading
        becomes the title of the page.

    Returns
    -------
    str
        The page. A link to the glossary leads to ``glossary.html`` beside it.
    """
    import nbconvert  # half a second: only who writes pages waits for it

    exporter = nbconvert.HTMLExporter(  # type: ignore[no-untyped-call]  # typed only in part
        template_name="page",
        extra_template_basedirs=[str(_TEMPLATES)],
        # The numbers beside the cells are too pale for many readers, and no text needs them.
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        # Libraries that the template would fetch: the lessons use none of them.
        mathjax_url="",
        mermaid_js_url="",
        require_js_url="",
    )
    headings = (_HEADING.search(cell.source) for cell in notebook.cells)
    title = next((heading[1] for heading in headings if heading), "A notebook")
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return _TO_GLOSSARY.sub("glossary.html", str(html)).replace(_NO_ALT, _ALT)


def glossary_html(root: Path) -> str:
    """Return the glossary as one HTML page, with the anchors that the lessons link to."""
    notebook = jupytext.read(root / _GLOSSARY)
    notebook.metadata = {}
    html = page_html(notebook)
    # The exporter keeps capital letters in an anchor; the links of the lessons have none.
    return re.sub(r'(?<=<h2 id=")[^"]+', lambda anchor: anchor.group().lower(), html)


def page_names(root: Path, stems: Iterable[str]) -> list[str]:
    """Return the names of the pages of some lessons; a second part is a page of its own."""
    return [target.name for target in targets(root, stems, ("notebooks",))]


def lesson_pages(root: Path, stems: Iterable[str]) -> dict[str, str]:
    """Return lessons and the glossary as pages, each with the outputs that the kit keeps.

    Parameters
    ----------
    root : Path
        The folder that holds notebooks/ and lessons/.
    stems : iterable of str
        Names of lessons, such as "02_cleaning".

    Returns
    -------
    dict of str to str
        The name of a file and its HTML; the glossary is the last one.
    """
    pages = {}
    with progress_line("Writing pages") as now:
        for stem in stems:
            now(stem)
            for name in page_names(root, [stem]):
                notebook = jupytext.read(root / "notebooks" / f"{name}.ipynb")
                pages[f"{name}.html"] = page_html(notebook)
        now("the glossary")
        return {**pages, "glossary.html": glossary_html(root)}

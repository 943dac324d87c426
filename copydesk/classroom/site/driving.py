"""Open a built site in Chromium, run every notebook in it, and say what went wrong.

`serving` sees to it that everything but the site itself is out of reach.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from copydesk.classroom.site.distribution import SiteError
from copydesk.classroom.site.front import MARK, RUN
from copydesk.classroom.site.serving import keep_outside, open_browser, serve, watch_outside

READY_SECONDS = 240
RUN_SECONDS = 600

# JupyterLab's own application object, which the settings of a site put on the page.
_READY = """async () => {
    while (!window.jupyterapp) await new Promise((go) => setTimeout(go, 100));
    await window.jupyterapp.restored;
    for (;;) {
        const panel = window.jupyterapp.shell.currentWidget;
        const kernel = panel?.sessionContext?.session?.kernel;
        if (kernel && panel.content?.model?.cells?.length) {
            await panel.sessionContext.ready;
            await kernel.info;
            if (kernel.status === "idle") return;
        }
        await new Promise((go) => setTimeout(go, 100));
    }
}"""
_FILL = """(sources) => {
    const cells = window.jupyterapp.shell.currentWidget.content.model.cells;
    sources.forEach((source, place) => cells.get(place).sharedModel.setSource(source));
}"""
_RUN_ALL = """async () => {
    await window.jupyterapp.commands.execute("notebook:run-all-cells");
    return window.jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells;
}"""
_CLOSE = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel.context.save();
    await panel.sessionContext.shutdown();
}"""


@dataclass
class Visit:
    """What happened with one notebook of a site.

    Attributes
    ----------
    notebook : str
        "notebooks/02_cleaning".
    ready : float
        Seconds from the first byte to a Python that answers.
    run : float
        Seconds in which all cells ran.
    pictures : int
        How many the cells gave.
    troubles : list of str
        What went wrong, a sentence each.
    """

    notebook: str
    ready: float = 0.0
    run: float = 0.0
    pictures: int = 0
    troubles: list[str] = field(default_factory=list)


def visit_site(
    target: Path, *, only: str | None = None, say: Callable[[str], None] = print
) -> list[str]:
    """Run every notebook of a site in a browser.

    Parameters
    ----------
    target : pathlib.Path
        The folder of the site.
    only : str or None
        One notebook, as "notebooks/02_cleaning"; None for all.
    say : callable
        Gets a line for each notebook and what went wrong in it, and a line at the end.

    Returns
    -------
    list of str
        Everything that went wrong.

    Raises
    ------
    SiteError
        The folder holds no site, or there is no browser, or Playwright is not installed.
    """
    names = site_notebooks(target)
    if only is not None and only not in names:
        raise SiteError(f"There is no notebook {only} in {target}; there is {', '.join(names)}.")
    troubles = []
    with serve(target) as (server, address), open_browser() as browser:
        context = browser.new_context()
        outside = watch_outside(context)
        first = visit_front(context, address)
        troubles += first
        for trouble in first:
            say(f"  {trouble}")
        for name in [only] if only else names:
            context.close()  # JupyterLab would open the notebooks of the visit before, too
            context = browser.new_context()
            context.on("request", partial(keep_outside, outside))
            before = server.sent
            visit = visit_notebook(context, address, name)
            say(
                f"{name}: ready in {visit.ready:.1f} s, run in {visit.run:.1f} s, "
                f"{visit.pictures} pictures, {(server.sent - before) / 1e6:.1f} MB served, "
                f"{len(visit.troubles)} troubles"
            )
            for trouble in visit.troubles:
                say(f"  {trouble}")
            troubles += [f"{name}: {trouble}" for trouble in visit.troubles]
        troubles += outside
        say(
            f"{len(troubles)} troubles, {len(outside)} requests to other computers, "
            f"{server.sent / 1e6:.1f} MB served."
        )
    return troubles


def site_notebooks(target: Path) -> list[str]:
    """Return the notebooks of a site, as "folder/stem", lessons first."""
    if not (target / MARK).is_file():
        raise SiteError(f"{target} holds no site; build one with copydesk site --pyodide.")
    files = target / "run" / "files"
    return [
        f"{folder}/{path.stem}"
        for folder in ("notebooks", "exercises")
        for path in sorted((files / folder).glob("*.ipynb"))
    ]


def visit_front(context: Any, address: str) -> list[str]:
    """Open the first page and every page that it links to; return what went wrong."""
    page = context.new_page()
    troubles = watch_page(page)
    page.goto(f"{address}index.html")
    links = page.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    for link in dict.fromkeys(links):
        answer = context.request.get(link)
        if answer.status != 200:
            troubles.append(f"The first page links to {link}, which answers {answer.status}.")
    page.close()
    return troubles


def watch_page(page: Any) -> list[str]:
    """Return a list that fills with a sentence for everything that goes wrong on a page."""
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(f"Script error: {error}"))

    def answered(answer: Any) -> None:
        # JupyterLite asks the server for folders that a reader made and that are only in the
        # browser; a notebook of the site that is missing does not open, which is told elsewhere.
        if answer.status >= 400 and "/api/contents/" not in answer.url:
            troubles.append(f"{answer.status}: {answer.url}")

    page.on("response", answered)

    def said(message: Any) -> None:
        # What could not be loaded is told above, with its address.
        if message.type == "error" and "Failed to load resource" not in message.text:
            troubles.append(f"Console: {message.text}")

    page.on("console", said)
    return troubles


def visit_notebook(context: Any, address: str, name: str) -> Visit:
    """Open a notebook of a site, run all of its cells, and read what they gave."""
    from playwright.sync_api import Error

    page = context.new_page()
    visit = Visit(name, troubles=watch_page(page))
    try:
        start = time.perf_counter()
        open_notebook(page, address, name)
        visit.ready = time.perf_counter() - start
        start = time.perf_counter()
        cells = run_cells(page)
        visit.run = time.perf_counter() - start
        visit.troubles += cell_troubles(cells)
        visit.pictures = sum(
            "image/png" in output.get("data", {})
            for cell in cells
            for output in cell.get("outputs", [])
        )
        answer_within(page, _CLOSE, READY_SECONDS)
    except (Error, TimeoutError) as error:
        visit.troubles.append(f"It did not run to its end: {str(error).splitlines()[0]}")
    page.close()
    return visit


def open_notebook(page: Any, address: str, name: str) -> None:
    """Open a notebook of a site and wait for a Python that answers."""
    page.set_default_timeout(READY_SECONDS * 1000)
    page.goto(f"{address}{RUN.format(name)}")
    answer_within(page, _READY, READY_SECONDS)


def run_cells(page: Any, sources: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Run all cells of the open notebook and return them, as a notebook file holds them.

    Parameters
    ----------
    page : playwright.sync_api.Page
    sources : sequence of str
        What to write into the cells first, from the first one on.
    """
    page.evaluate(_FILL, list(sources))
    cells: list[dict[str, Any]] = answer_within(page, _RUN_ALL, RUN_SECONDS)
    return cells


def answer_within(page: Any, script: str, seconds: float) -> Any:
    """Run a script on a page and return its answer; `TimeoutError` when there is none in time."""
    limit = f"new Promise((_, no) => setTimeout(() => no('no answer'), {seconds * 1000}))"
    found = page.evaluate(
        f"Promise.race([({script})().then((value) => [true, value]), {limit}])"
        ".catch((error) => [false, String(error)])"
    )
    if not found[0]:
        raise TimeoutError(found[1])
    return found[1]


def cell_troubles(cells: list[dict[str, Any]]) -> list[str]:
    """Return a sentence for each cell that did not run, failed unmeant, or printed a warning.

    Parameters
    ----------
    cells : list of dict
        The cells of a notebook that was run, as a notebook file holds them.

    Examples
    --------
    >>> cell_troubles([{"cell_type": "code", "source": "1 / 0", "execution_count": 1,
    ...     "outputs": [{"output_type": "error", "ename": "ZeroDivisionError", "evalue": "no"}]}])
    ['Cell 1: ZeroDivisionError: no']
    """
    troubles = []
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] != "code":
            continue
        if "".join(cell["source"]).strip() and not cell.get("execution_count"):
            troubles.append(f"Cell {number} did not run.")
        meant = "raises-exception" in cell.get("metadata", {}).get("tags", [])
        for output in cell.get("outputs", []):
            if output["output_type"] == "error" and not meant:
                troubles.append(f"Cell {number}: {output['ename']}: {output['evalue']}")
            if output.get("name") == "stderr":
                troubles.append(f"Cell {number} warns: {json.dumps(output['text'])[:200]}")
    return troubles

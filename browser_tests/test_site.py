# ruff: noqa: D103
"""A built site, which the variable COPYDESK_SITE names: its pages, answers, a loop and a slider.

``copydesk site FOLDER --check`` runs every notebook as it is. Here someone works in them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from browsing import NARROW, WCAG, scrolls_sideways, violations

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.site.driving import (
    RUN_SECONDS,
    answer_within,
    open_notebook,
    run_cells,
    serve,
    watch_outside,
)
from copydesk.corpus import ROOT

SITE = os.environ.get("COPYDESK_SITE")

pytestmark = pytest.mark.skipif(
    not SITE,
    reason="needs a site that copydesk site has built; name its folder in COPYDESK_SITE",
)

WRONG = {
    "keeps every line": "def longest_line(lines):\n    return 1",
    "an endless loop": "def longest_line(lines):\n    while True:\n        pass",
}


@pytest.fixture(scope="module")
def site(browser):
    """Serve the site below a path; give a browser that reaches nothing else, and the address."""
    with serve(Path(SITE)) as (_, address):
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        outside = watch_outside(context)
        yield context, address
        context.close()
        assert outside == []


def replies(cells):
    """Return what each cell with ``check`` printed, by the text of the cell."""
    return {
        "".join(cell["source"]): " ".join(
            "".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"]
        )
        for cell in cells
        if "".join(cell["source"]).startswith("check(")
    }


def with_sources(name, sources):
    """Return the cells of an exercise notebook with other text in some of them."""
    cells = json.loads((ROOT / "exercises" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    return ["".join(sources.get(place, cell["source"])) for place, cell in enumerate(cells)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "02_cleaning", "nothing_to_install", "handbook"])
def test_a_page_of_the_site_breaks_no_rule(site, name, scheme):
    context, address = site
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}{name}.html")
    assert violations(page, {"type": "tag", "values": list(WCAG)}) == []
    page.set_viewport_size(NARROW)
    assert not scrolls_sideways(page)
    page.close()


@pytest.mark.parametrize("stem", lesson_stems(ROOT))
def test_every_right_answer_is_found_right(site, stem):
    context, address = site
    path = ROOT / "solutions" / f"{stem}.ipynb"
    solved = json.loads(path.read_text(encoding="utf-8"))["cells"]
    answers = {
        place: cell["source"]
        for place, cell in enumerate(solved)
        if "solution" in cell["metadata"].get("tags", ())
    }
    page = context.new_page()
    open_notebook(page, address, f"exercises/{stem}")
    said = replies(run_cells(page, with_sources(stem, answers)))
    assert said
    assert {call: reply for call, reply in said.items() if "right" not in reply.split(".")[1]} == {}
    page.close()


def test_wrong_answers_are_told_and_an_endless_loop_is_stopped(site):
    context, address = site
    page = context.new_page()
    open_notebook(page, address, "exercises/01_article")
    cells = json.loads((ROOT / "exercises/01_article.ipynb").read_text(encoding="utf-8"))["cells"]
    (place,) = [n for n, cell in enumerate(cells) if "def longest_line" in "".join(cell["source"])]
    said = {
        name: replies(run_cells(page, with_sources("01_article", {place: answer})))['check("1.2")']
        for name, answer in WRONG.items()
    }
    assert "loop that never ends" in said["an endless loop"]
    assert "loop that never ends" not in said["keeps every line"]
    assert said["keeps every line"].startswith("✗ Exercise 1.2")
    page.close()


def test_a_slider_is_moved_by_the_keyboard(site):
    context, address = site
    page = context.new_page()
    open_notebook(page, address, "notebooks/02_cleaning")
    run_cells(page)
    cells = json.loads((ROOT / "notebooks/02_cleaning.ipynb").read_text(encoding="utf-8"))["cells"]
    place = next(n for n, cell in enumerate(cells) if "widget" in cell["metadata"].get("tags", ()))
    answer_within(
        page,
        f"async () => jupyterapp.shell.currentWidget.content.scrollToItem({place}, 'center')",
        RUN_SECONDS,
    )
    handle = page.locator(".jp-Notebook [role=slider]").first
    handle.focus()
    before = handle.get_attribute("aria-valuenow")
    told = page.locator(".widget-html-content").first.inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "(told) => document.querySelector('.widget-html-content').innerText !== told", arg=told
    )
    assert handle.get_attribute("aria-valuenow") != before
    page.close()

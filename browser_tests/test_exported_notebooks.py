# ruff: noqa: D103
"""Every notebook as an HTML page: for every reader, at every zoom, without a network.

The pages are what ``copydesk pages`` makes. Nothing is left out of the rules.
"""

from __future__ import annotations

from functools import cache

import jupytext
import pytest
from browsing import (
    NARROW,
    WCAG,
    built_notebooks,
    looks,
    scrolls_sideways,
    text_beyond_the_edge,
    violations,
)
from playwright.sync_api import expect

from copydesk.classroom.pages import glossary_html, page_html
from copydesk.corpus import ROOT

every_notebook = pytest.mark.parametrize(
    "name", ["glossary", *built_notebooks("notebooks", "exercises", "solutions")]
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return a function that makes the page of a notebook and gives its address."""
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def address(name: str) -> str:
        file = folder / f"{name.replace('/', '_')}.html"
        html = (
            glossary_html(ROOT)
            if name == "glossary"
            else page_html(jupytext.read(ROOT / f"{name}.ipynb"))
        )
        file.write_text(html, encoding="utf-8")
        return file.as_uri()

    return address


@every_notebook
def test_an_exported_notebook_breaks_no_rule_and_asks_for_nothing(name, exported, page, keep):
    page.goto(exported(name))
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    keep(page, f"page_{name}_light")


@every_notebook
def test_an_exported_notebook_in_the_dark_at_400_percent(name, exported, page, keep):
    page.emulate_media(color_scheme="dark")
    page.goto(exported(name))
    keep(page, f"page_{name}_dark")
    page.set_viewport_size(NARROW)
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    # Code is wrapped too: only a table may reach past the edge, and its cell then scrolls.
    assert text_beyond_the_edge(page, "body", but="table") == []
    assert not scrolls_sideways(page)
    page.emulate_media(color_scheme="light")
    keep(page, f"page_{name}_400")


@every_notebook
def test_the_pictures_of_an_exported_notebook_say_what_they_are(name, exported, page):
    page.goto(exported(name))
    texts = page.locator("img").evaluate_all("(all) => all.map((picture) => picture.alt)")
    # nbconvert gives this text to a picture without one; axe-core takes it for a description.
    assert [text for text in texts if not text or text.startswith("No description")] == []


@pytest.mark.parametrize("name", built_notebooks("notebooks"))
def test_the_folds_of_an_exported_notebook_open_by_the_keyboard(name, exported, page):
    page.goto(exported(name))
    folds = page.locator("summary")
    resting = looks(folds)
    assert resting, "a lesson has hints"
    reached = []
    while len(reached) < len(resting):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "[...document.querySelectorAll('summary')].indexOf(document.activeElement)"
        )
        assert not page.evaluate("document.activeElement === document.body"), reached
        if at >= 0:
            reached.append(at)
            assert looks(folds)[at] != resting[at], "the focus cannot be seen"
            page.keyboard.press("Enter")
            expect(page.locator("details").nth(at)).to_have_attribute("open", "")
    assert reached == list(range(len(resting)))

# ruff: noqa: D103
"""Every notebook as a web page: for every reader, at every zoom, without a network."""

from __future__ import annotations

import jupytext
import pytest
from browsing import (
    NARROW,
    WCAG,
    built_notebooks,
    scrolls_sideways,
    text_beyond_the_edge,
    violations,
)

from copydesk.classroom.pages import glossary_html, page_html
from copydesk.corpus import ROOT

NAMES = ["glossary", *built_notebooks("notebooks", "exercises", "solutions")]


@pytest.fixture(scope="module", params=NAMES)
def address(request, tmp_path_factory):
    """Write one page and give its address."""
    name = request.param
    html = (
        glossary_html(ROOT)
        if name == "glossary"
        else page_html(jupytext.read(ROOT / f"{name}.ipynb"))
    )
    file = tmp_path_factory.mktemp("pages") / f"{name.replace('/', '_')}.html"
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


def test_a_page_breaks_no_rule_of_accessibility(address, page):
    page.goto(address)
    assert violations(page, {"type": "tag", "values": WCAG}) == []


def test_a_page_asks_for_nothing_and_fits_a_narrow_window(address, page, screenshots):
    page.set_viewport_size(NARROW)
    page.goto(address)
    assert text_beyond_the_edge(page, ".jp-RenderedHTMLCommon") == []
    assert not scrolls_sideways(page)
    page.screenshot(path=screenshots / f"{address.split('/')[-1][:-5]}_narrow.png")

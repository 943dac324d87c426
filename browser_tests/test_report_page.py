# ruff: noqa: D103
"""The HTML reports: for every reader, by keyboard, at every zoom, in the light and in the dark.

The desk's report on three pages, and the report that a learner signs, on two.
"""

from __future__ import annotations

import pytest
from browsing import (
    NARROW,
    WCAG,
    looks,
    scrolls_sideways,
    text_beyond_the_edge,
    violations,
)
from playwright.sync_api import expect

from copydesk.classroom.signed_report import PARTS, choose, correct, start_report, to_html, write
from copydesk.corpus import article_path
from copydesk.report import analyse

# The central story; an opinion with many stances; a page with corrections and equal claims.
ARTICLES = ("minister_wire", "opinion_column", "corrections_page")
SIGNED = ("minister_wire", "yearend_2024")

INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]"


def desk_page(article):
    return analyse(article_path(article)).to_html()


def signed_page(article):
    report = start_report(article)
    for part in PARTS:
        write(report, part, f"What a reader learns of {part}. It stands in sentence 2.")
    correct(report, "cleaning", line=8, right="standfirst, kept", reason="It gives the news.")
    choose(report, quotes=[2, 7], claims=[1, 2, 3], chart=5)
    return to_html(report)


@pytest.fixture(
    scope="module",
    params=[
        *(pytest.param((desk_page, name), id=f"desk-{name}") for name in ARTICLES),
        *(pytest.param((signed_page, name), id=f"signed-{name}") for name in SIGNED),
    ],
)
def address(request, tmp_path_factory):
    make, article = request.param
    file = tmp_path_factory.mktemp("report") / f"{make.__name__}_{article}.html"
    file.write_text(make(article), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_breaks_no_rule_of_accessibility(address, page, scheme, screenshots):
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    # The template is ours, so it is also held to what is only good practice.
    assert violations(page, {"type": "tag", "values": [*WCAG, "best-practice"]}) == []
    page.screenshot(path=screenshots / f"{name_of(address)}_{scheme}.png", full_page=True)


def test_the_report_fits_a_narrow_window(address, page, screenshots):
    page.set_viewport_size(NARROW)
    page.goto(address)
    page.screenshot(path=screenshots / f"{name_of(address)}_narrow.png", full_page=True)
    assert text_beyond_the_edge(page, "body") == []
    assert not scrolls_sideways(page)


def test_the_keyboard_reaches_everything_in_order_and_leaves_again(address, page):
    page.goto(address)
    everything = page.locator(INTERACTIVE)
    resting = looks(everything)
    last = len(resting) - 1
    for place in range(last + 1):
        page.keyboard.press("Tab")
        assert focused(page) == place
        assert looks(everything)[place] != resting[place], "the focus cannot be seen"
        expect(everything.nth(place)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert focused(page) != last, "the keyboard is kept at the end"
    everything.last.focus()
    for place in reversed(range(last)):
        page.keyboard.press("Shift+Tab")
        assert focused(page) == place
    page.keyboard.press("Shift+Tab")
    assert focused(page) != 0, "the keyboard is kept at the beginning"


def test_the_first_link_skips_to_the_report(address, page):
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def name_of(address):
    """Return the name of the file at an address, without its ending."""
    return address.rsplit("/", 1)[1].removesuffix(".html")


def focused(page):
    """Return which of the interactive elements has the focus, counted from 0; -1 is none."""
    return page.evaluate(
        """(interactive) =>
            [...document.querySelectorAll(interactive)].indexOf(document.activeElement)""",
        INTERACTIVE,
    )

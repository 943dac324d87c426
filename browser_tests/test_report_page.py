# ruff: noqa: D103
"""The HTML report: for every reader, by keyboard, at every zoom, in the light and in the dark."""

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

from copydesk.classroom.signed_report import (
    choose,
    correct,
    self_check,
    sign,
    start_report,
    to_html,
    write,
)
from copydesk.corpus import article_path
from copydesk.report import analyse

# The central story; an opinion with many stances; a page with corrections and equal claims.
ARTICLES = ("minister_wire", "opinion_column", "corrections_page")

INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]"


# The signed report of lesson 8: begun, and with every part, a correction, a chart and a signature.
SIGNED = ("draft", "signed")
WRITTEN = {
    "standfirst": "The Daily Placeholder of 1 July 2024 reports what a minister said.",
    "cleaning": "Line 8 is a standfirst.",
    "tone": "The score of sentence 17 does not show blame.",
    "stance": "Kabul rejects the claim (sentence 7).",
    "claims": "CRSS printed the figure on 1 January 2024.",
    "not checked": "Seven soldiers: nobody says who counted.",
}


@pytest.fixture(scope="module", params=(*ARTICLES, *SIGNED))
def address(request, tmp_path_factory):
    file = tmp_path_factory.mktemp("report") / f"{request.param}.html"
    if request.param in SIGNED:
        html = signed_report(finished=request.param == "signed")
    else:
        html = analyse(article_path(request.param)).to_html()
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


def signed_report(*, finished: bool) -> str:
    """Make the page that a learner hands in."""
    report = start_report("minister_wire")
    if finished:
        for part, text in WRITTEN.items():
            write(report, part, text)
        choose(report, quotes=[2, 7], claims=[4, 5], chart=5)
        reason = "It gives the news in short."
        correct(report, "cleaning", line=8, right="body, kept", reason=reason)
        self_check(report)
        assert sign(report, "A. L.", "2026-03-02").state == "right"
    return to_html(report)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_breaks_no_rule_of_accessibility(address, page, scheme, keep):
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    # The template is ours, so it is also held to what is only good practice.
    assert violations(page, {"type": "tag", "values": [*WCAG, "best-practice"]}) == []
    keep(page, f"{address.rsplit('/', 1)[1]}_{scheme}")


def test_the_report_fits_a_narrow_window(address, page, keep):
    page.set_viewport_size(NARROW)
    page.goto(address)
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    keep(page, f"{address.rsplit('/', 1)[1]}_400")
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


def focused(page):
    """Return which of the interactive elements has the focus, counted from 0; -1 is none."""
    return page.evaluate(
        """(interactive) =>
            [...document.querySelectorAll(interactive)].indexOf(document.activeElement)""",
        INTERACTIVE,
    )

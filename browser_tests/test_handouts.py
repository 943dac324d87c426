# ruff: noqa: D103
"""Slides and sheets in a browser and on paper: for every reader, and on as many pages as said."""

from __future__ import annotations

import re

import pytest
from browsing import NARROW, WCAG, scrolls_sideways, text_beyond_the_edge, violations

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.handouts import KINDS, SLIDES, handouts
from copydesk.corpus import ROOT

PAGES_ON_PAPER = {"slides": SLIDES, "sheet": 1}
BEAMER = {"width": 1280, "height": 720}

every_handout = pytest.mark.parametrize("kind", KINDS)
every_lesson = pytest.mark.parametrize("stem", lesson_stems(ROOT))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Write the handouts of every lesson, and return their folder."""
    folder = tmp_path_factory.mktemp("handouts")
    for name, html in handouts(ROOT, lesson_stems(ROOT)).items():
        (folder / name).write_text(html, encoding="utf-8")
    return folder


@every_lesson
@every_handout
def test_a_handout_breaks_no_rule_and_prints_on_its_pages(stem, kind, made, page, keep):
    page.goto((made / f"{stem}_{kind}.html").as_uri())
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    keep(page, f"{stem}_{kind}")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == PAGES_ON_PAPER[kind]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    assert text_beyond_the_edge(page, "body", but="table") == []
    assert not scrolls_sideways(page)


@every_lesson
def test_each_slide_fits_on_the_wall_and_leads_to_the_next(stem, made, page):
    page.set_viewport_size(BEAMER)
    page.goto((made / f"{stem}_slides.html").as_uri())
    heights = page.locator("section").evaluate_all("all => all.map(slide => slide.offsetHeight)")
    assert heights == [BEAMER["height"]] * SLIDES
    for number in range(2, SLIDES + 1):
        page.get_by_role("link", name=f"On to slide {number}").click()
        assert page.url.endswith(f"#slide-{number}")

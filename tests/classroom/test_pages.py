"""Lessons as web pages: everything that a notebook shows, and nothing from outside."""

import html
import json
import re

import pytest
from click.testing import CliRunner

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.pages import lesson_pages
from copydesk.cli import main
from copydesk.corpus import ROOT

STEMS = lesson_stems(ROOT)
pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def pages():
    return lesson_pages(ROOT, STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_has_the_text_and_the_printed_output_of_its_lesson(pages, stem):
    page = html.unescape(re.sub(r"<[^>]+>", "", pages[f"{stem}.html"]))
    cells = json.loads((ROOT / "notebooks" / f"{stem}.ipynb").read_text("utf-8"))["cells"]
    (title,) = re.findall(r"^# (.+)$", "".join(cells[0]["source"]), re.M)
    assert f"<title>{title}</title>" in pages[f"{stem}.html"]
    printed = [
        "".join(output["text"])
        for cell in cells
        for output in cell.get("outputs", ())
        if output["output_type"] == "stream"
    ]
    assert printed
    assert all(text.strip() in page for text in printed)


@pytest.mark.parametrize("stem", STEMS)
def test_each_picture_of_a_page_has_its_title_or_says_where_its_words_are(pages, stem):
    page = pages[f"{stem}.html"]
    pictures = re.findall(r"<img[^>]*>", page, re.S)
    texts = re.findall(r'<img[^>]*\balt="([^"<]+)"', page, re.S)
    assert len(texts) == len(pictures)
    assert not any(text.startswith("No description") for text in texts)
    assert len(pictures) <= len(re.findall("Text description|Description", page))


def test_a_link_to_a_term_leads_to_the_glossary_beside_the_page(pages):
    anchors = set(re.findall(r'<h2 id="([^"]+)"', pages["glossary.html"]))
    for stem in STEMS:
        links = re.findall(r'href="glossary\.html#([^"]+)"', pages[f"{stem}.html"])
        assert links
        assert set(links) <= anchors


def test_a_page_fetches_nothing(pages):
    for page in pages.values():
        assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="https?:[^"]*', page)


def test_the_command_writes_pages_and_replaces_none_unasked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert run(main, ["pages", "01_article"]).exit_code == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "01_article.html",
        "glossary.html",
    ]
    (tmp_path / "pages" / "01_article.html").write_text("mine", encoding="utf-8")
    refused = run(main, ["pages", "01_article"])
    assert refused.exit_code == 2
    assert "exists; give another name, or add --force" in refused.output
    assert (tmp_path / "pages" / "01_article.html").read_text("utf-8") == "mine"
    assert run(main, ["pages", "01_article", "--force"]).exit_code == 0
    assert "no lesson 09_x" in run(main, ["pages", "09_x"]).output


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["pages", "01_article", "--folder", str(file)])
    assert result.exit_code == 2
    assert "cannot be made" in result.output

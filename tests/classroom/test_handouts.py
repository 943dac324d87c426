"""Slides and sheets: five of the one, a page of the other, and only what the lesson shows."""

import html
import json
import re
import shutil

import pytest
from click.testing import CliRunner

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.handouts import (
    HandoutError,
    Shown,
    _figure,
    handouts,
    outputs_of,
    sections_of,
)
from copydesk.cli import main
from copydesk.corpus import ROOT

STEMS = lesson_stems(ROOT)


@pytest.fixture(scope="module")
def pages():
    return handouts(ROOT, STEMS)


@pytest.fixture
def kit(tmp_path):
    """Make a kit of one lesson, whose handouts a test may spoil."""
    for name in ("lessons/02_cleaning/slides.md", "lessons/02_cleaning/sheet.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "02_cleaning.ipynb", tmp_path / "notebooks")
    return tmp_path


def spoiled(kit, kind, old, new):
    path = kit / "lessons" / "02_cleaning" / f"{kind}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return kit


@pytest.mark.parametrize("stem", STEMS)
def test_a_lesson_has_five_slides_and_a_sheet(pages, stem):
    title = re.search(r"^# (.+)$", (ROOT / "lessons" / stem / "lesson.md").read_text("utf-8"), re.M)
    slides, sheet = pages[f"{stem}_slides.html"], pages[f"{stem}_sheet.html"]
    assert slides.count("<section") == 5
    assert f"<title>{title[1]}: slides</title>" in slides
    assert {"Words of today", "In pairs", "Cards"} <= set(re.findall(r"<h2>(.+)</h2>", sheet))
    # A slide shows what the lesson shows, and says what it is.
    assert len(re.findall(r"<figure>", slides)) >= 2
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?!data:)', slides + sheet)


def test_a_slide_shows_what_the_lesson_prints_and_draws(pages):
    notebook = json.loads((ROOT / "notebooks" / "02_cleaning.ipynb").read_text("utf-8"))
    printed = ["".join(o.get("text", "")) for c in notebook["cells"] for o in c.get("outputs", ())]
    (table,) = [text for text in printed if text.startswith("aggregator_rewrite precision")]
    assert table.strip() in html.unescape(pages["02_cleaning_slides.html"])
    shown = outputs_of(ROOT / "notebooks" / "07_charts.ipynb")["a-count-and-a-rate"]
    assert shown.picture in pages["07_charts_slides.html"]
    assert html.escape(shown.text) in pages["07_charts_slides.html"]
    assert shown.text.endswith(".")
    assert "Text description" not in shown.text


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("slides", "## A role", "### A role", "has 4 slides"),
        ("slides", "output:two-measures", "output:two-measure", "output:two-measure; the lesson"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(kit, kind, old, new, said):
    with pytest.raises(HandoutError, match=said) as error:
        handouts(spoiled(kit, kind, old, new), ["02_cleaning"])
    assert str(error.value).startswith(f"lessons/02_cleaning/{kind}.md")


def test_a_missing_file_is_named(kit):
    (kit / "lessons" / "02_cleaning" / "sheet.md").unlink()
    with pytest.raises(HandoutError, match=r"lessons/02_cleaning/sheet\.md is missing"):
        handouts(kit, ["02_cleaning"])


def test_what_a_lesson_printed_is_text_and_no_markup(kit):
    path = kit / "notebooks" / "02_cleaning.ipynb"
    path.write_text(path.read_text("utf-8").replace("border_live", "<b>live</b>"), "utf-8")
    page = handouts(kit, ["02_cleaning"])["02_cleaning_slides.html"]
    assert "&lt;b&gt;live&lt;/b&gt;" in page
    assert "<b>live</b>" not in page


def test_the_last_picture_under_a_heading_comes_before_text(tmp_path):
    def printed(text, **data):
        outputs = [{"output_type": "display_data", "data": data}] if data else []
        outputs.append({"output_type": "stream", "text": [text]})
        return {"cell_type": "code", "source": ["x"], "outputs": outputs}

    cells = [
        {"cell_type": "markdown", "source": ["# Lesson 9\n\n## What, and why?\n\nText"]},
        printed("Text description: Two\n  bars.\n\nMore", **{"image/png": "AAAA"}),
        printed("after"),
        {"cell_type": "markdown", "source": ["## Words"]},
        printed("first"),
        printed("last\n"),
        printed("  "),
    ]
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps({"cells": cells}), "utf-8")
    shown = outputs_of(path)
    assert (shown["what-and-why"].picture, shown["what-and-why"].text) == ("AAAA", "Two bars.")
    assert (shown["words"].picture, shown["words"].text) == ("", "last")
    assert [shown[f"words/{number}"].text for number in (1, 2)] == ["first", "last"]
    assert shown["what-and-why/2"].text == "after"
    assert "words/3" not in shown


def test_a_long_print_is_set_in_columns_and_a_wide_one_small():
    def kind(text):
        return re.search(r"<pre[^>]*>", _figure("", Shown(text)))[0].partition("class=")[2]

    assert kind("short\n" * 12) == ""
    assert kind("short\n" * 20) == '"long">'
    assert kind(f"{'wide ' * 10}\n" * 20) == '"wide">'
    assert kind(f"{'words ' * 40}\n" * 6) == '"wide">'  # they take more lines than they are


def test_comments_are_no_text():
    assert sections_of("# T\n\n## A <!-- 1 -->\n\nx <!-- 2\n## B -->y") == ("T", [("A", "x y")])


def test_the_command_writes_handouts_and_replaces_none_unasked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert run(main, ["handouts", "02_cleaning"]).exit_code == 0
    names = ["02_cleaning_sheet.html", "02_cleaning_slides.html"]
    assert sorted(path.name for path in (tmp_path / "handouts").iterdir()) == names
    (tmp_path / "handouts" / names[0]).write_text("mine", encoding="utf-8")
    refused = run(main, ["handouts", "02_cleaning"])
    assert refused.exit_code == 2
    assert (tmp_path / "handouts" / names[0]).read_text("utf-8") == "mine"
    assert run(main, ["handouts", "02_cleaning", "--force"]).exit_code == 0
    assert "no lesson 09_x" in run(main, ["handouts", "09_x"]).output

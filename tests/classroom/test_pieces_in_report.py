"""The pieces of the lessons on one story, put into the report that the last lesson signs."""

from __future__ import annotations

import json
import re

import pytest

from copydesk.classroom.portfolio import load_pieces, save_piece
from copydesk.classroom.signed_report import (
    EXAMPLE_PARTS,
    add_pieces,
    choose,
    correct,
    finished_page,
    save_signed_page,
    self_check,
    sign,
    start_report,
    to_html,
    write,
    write_html,
)

STORY = "minister_wire"
# The words of a learner, which stand nowhere else.
MADE = {
    1: {"chain": "B D E A C", "verdict": "check first", "reasons": "Line 17 names a broadcaster."},
    2: {
        "dropped lines": [{"line": 1, "text": "menu"}],
        "verdict": "fit with a warning",
        "reasons": "It kept 12 lines and lost line 4.",
    },
    3: {"verdict": "not fit", "two sentences": "Sentence 17 is low. It blames nobody."},
    4: {
        "who speaks": [{"sentence": 8, "speaker": "Kabul", "verb": "rejects"}],
        "my labels": [{"sentence": 12, "choice": "against <i>"}],
        "verdict": "print it with a limit",
        "reasons": "Another page takes a side.",
    },
    5: {
        "the 789, as I read it": {"who counted": "a think tank", "where": "Pakistan"},
        "verdict": "do not print it",
        "reasons": "Another headline counts attacks alone.",
    },
    6: {"card": {"verdict": "x"}, "verdict": "x", "two sentences": "Of 1 January 2024, I say."},
    7: {
        "description": "A line that breaks in one year.",
        "verdict": "print it after changes",
        "title": "A title for the art desk",
    },
}


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A learner's folder, with the notebook of the last lesson in it that runs."""
    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    return tmp_path


def save_all(story=STORY):
    chart = {"svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "description": "A line."}
    for lesson, parts in MADE.items():
        more = {"chart": chart} if lesson == 7 else {}
        assert save_piece(lesson, story, {**parts, **more}).state == "right"


def test_the_seven_pieces_stand_in_the_report_and_in_the_eighth_piece(work):
    save_all()
    pieces = load_pieces()
    report = start_report(STORY, "my_report.json")
    said = add_pieces(report)
    assert said.state == "right"
    names = "provenance record, speakers and labels, claims sheet, described chart"
    assert said.message == f"Added: {names}."
    for name, text in {**EXAMPLE_PARTS, **pieces.report_parts()}.items():
        write(report, name, text)
    choose(report, quotes=[2, 7], claims=[4, 5, 6])
    correct(report, "stance", sentence=11, right="the page itself", reason="It says terrorists.")
    assert self_check(report).state == "right", "the learner's own chart is a chart"
    assert sign(report, "M. B.").state == "right"
    page = to_html(report)
    for words in (
        *("Line 17 names a broadcaster.", "B D E A C", "It kept 12 lines and lost line 4."),
        *("Sentence 17 is low.", "against &lt;i&gt;", "a think tank", "Of 1 January 2024, I say."),
        "A line that breaks in one year.",
    ):
        assert words in page
    for words in ("Another page takes a side.", "Another headline", "A title for the art desk"):
        assert words not in page, "it is about something else than the story"
    assert page.count("<img ") == 1
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)
    assert save_signed_page(report, "sign", "r").state == "right"
    eighth = load_pieces().made[8]
    assert "B D E A C" in eighth.page()
    assert "made for chart" in repr(finished_page(report))


def test_the_file_of_the_report_keeps_them_and_a_broken_one_is_set_aside(work):
    save_all()
    add_pieces(start_report(STORY, "my_report.json"))
    again = start_report(STORY, "my_report.json")
    assert set(again.state().pieces) == {"provenance", "stance", "claims", "chart"}
    path = work / "notebooks" / "my_report.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    held["pieces"] = {"chart": {"chart": {"svg": 7}}}
    path.write_text(json.dumps(held), encoding="utf-8")
    report = start_report(STORY, "my_report.json")
    assert "could not be read in full" in report.notice
    assert report.state().pieces == {}
    assert write_html(report, "page.html").state == "right"


def test_a_new_piece_takes_the_signature_off_and_the_same_one_does_not(work):
    save_all()
    report = start_report(STORY)
    add_pieces(report)
    for name, text in EXAMPLE_PARTS.items():
        write(report, name, text)
    choose(report, quotes=[2, 7], claims=[4, 5, 6])
    correct(report, "stance", sentence=11, right="the page itself", reason="It says terrorists.")
    assert sign(report, "M. B.").state == "right"
    add_pieces(report)
    assert report.state().name == "M. B."
    save_piece(1, STORY, {**MADE[1], "reasons": "I looked again."})
    add_pieces(report)
    assert report.state().name == ""


def test_what_is_missing_is_named_and_pieces_on_another_story_stay_with_it(work):
    save_all()
    report = start_report("valley_news")
    said = add_pieces(report)
    assert said.state == "not attempted"
    assert "Not made yet: provenance record (notebooks/01_article_more.ipynb)" in said.message
    save_piece(1, "valley_news", {**MADE[1], "chain": "A reader, then a paper"})
    assert add_pieces(report).message.startswith("Added: provenance record.")
    assert report.state().pieces["provenance"]["chain"] == "A reader, then a paper"
    assert load_pieces().made[1].parts["chain"] == MADE[1]["chain"]


def test_without_a_report_there_is_a_sentence(work):
    for said in (add_pieces(...), save_signed_page(..., "sign", "r"), save_signed_page(None)):
        assert said.state == "not attempted"
        assert "start_report" in said.message
    assert not (work / "my_pieces").exists()


def test_a_piece_that_is_too_large_stays_out(work):
    save_piece(1, STORY, {**MADE[1], "reasons": "long " * 100_000})
    said = add_pieces(start_report(STORY))
    assert said.state == "unknown"
    assert "too large" in said.message

"""The report that a learner signs: nothing raised, nothing lost, nothing of another replaced."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.article import read_article
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report import (
    HELD,
    RUBRIC,
    choose,
    correct,
    example_report,
    page,
    report_chart,
    second_opinion,
    self_check,
    show_desk,
    sign,
    start_report,
    take_back,
    to_html,
    write,
    write_html,
)
from copydesk.classroom.signed_report.desk import PARTS, SHOWN
from copydesk.corpus import ROOT, article_names, load_article, load_table

GOOD = {
    "standfirst": "The Daily Placeholder of 1 July 2024 reports what a minister said.",
    "cleaning": "Line 8 is a standfirst.",
    "tone": "The score of sentence 17 does not show blame.",
    "stance": "Kabul rejects the claim (sentence 7).",
    "claims": "CRSS printed the figure on 1 January 2024.",
    "not checked": "Seven soldiers: nobody says who counted.",
}


@pytest.fixture(scope="module")
def desk():
    """The desk reads the page once; each test begins a report with what it found."""
    return start_report("minister_wire")


@pytest.fixture
def draft(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return dataclasses.replace(desk, path=tmp_path / "my_report.json", _last=[])


def log_one(draft, **changes):
    entry = {"line": 8, "right": "body, kept", "reason": "It gives the news in short."}
    return correct(draft, "cleaning", **{**entry, **changes})


def finish(draft):
    for part, text in GOOD.items():
        write(draft, part, text)
    choose(draft, quotes=[2, 7], claims=[4, 5], chart=5)
    log_one(draft)
    return self_check(draft)


def held(draft):
    return json.loads(draft.path.read_text(encoding="utf-8"))


# Begin and go on ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "state", "words"),
    [
        ((), "not attempted", "one of border_local"),
        (("no_such_story",), "unknown", "no article"),
        ((3,), "unknown", "a name in quotation marks"),
        (("minister_wire", "report.txt"), "unknown", "does not end in .json"),
        (("minister_wire", ...), "unknown", "needs a name"),
        (("minister_wire", "no/such/folder.json"), "unknown", "folder"),
        (("minister_wire", "x" * 5000 + ".json"), "unknown", "cannot be the name of a file"),
        (("x" * 500,), "unknown", "a name of 500 letters"),
        (("minister_wire", ".json"), "unknown", "a name before .json"),
    ],
)
def test_a_report_that_cannot_begin_says_so_in_words(arguments, state, words):
    reply = start_report(*arguments)
    assert isinstance(reply, Reply)
    assert reply.state == state
    assert words in reply.message


def test_a_story_that_is_loaded_and_one_that_is_named_are_one(desk):
    assert start_report(load_article("minister_wire")).name == desk.name
    assert "The Daily Placeholder" in desk.outlet


def test_looking_writes_no_file(draft, capsys):
    for step in SHOWN:
        assert show_desk(draft, step) is None
    self_check(draft)
    repr(draft)
    assert capsys.readouterr().out
    assert not list(draft.path.parent.iterdir())


def test_the_desk_shows_where_a_story_does_not_fit_itself(capsys):
    show_desk(start_report("corrections_page"), "consistency")
    printed = capsys.readouterr().out
    assert printed.startswith(" 39  • A feature on Khyber Pakhtunkhwa")
    assert "→ does not fit: From 357 to 192 is a fall of 46.2 per cent" in printed
    assert "→ fits: From 980 to 1,524 is a rise of 55.5 per cent" in printed


def test_the_whole_reason_of_one_verdict_is_printed(draft, capsys):
    show_desk(draft, "verification")
    assert "set beside: CRSS 2023, fatalities: 1,524" in " ".join(capsys.readouterr().out.split())
    assert show_desk(draft, "verification", figure=5) is None
    printed = " ".join(capsys.readouterr().out.split())
    _, verdict = draft.desk.claims[4]
    assert verdict.because in printed
    assert verdict.would_change in printed
    assert verdict.evidence[0].edition in printed
    assert f"and {len(verdict.evidence) - 12} more" in printed
    for figure in (0, 99, "5", True, [5]):
        assert "no figure" in show_desk(draft, "verification", figure=figure).message
    assert "alone" in show_desk(draft, "tone", figure=5).message
    assert show_desk(draft, "verification", figure=...).state == "not attempted"


def test_the_figure_set_beside_a_claim_is_one_with_its_number_where_there_is_one():
    page = start_report("yearend_2024")
    texts = [claim.text for claim, _ in page.desk.claims]
    choose(page, claims=[1 + texts.index("645 attacks")])
    assert "PICSS 2023, attacks: 645, edition 2024-01-01" in to_html(page)
    page = start_report("opinion_column")
    texts = [claim.text for claim, _ in page.desk.claims]
    choose(page, claims=[1 + texts.index("645 attacks")])
    assert "645, edition 2024-01-01 2023 report (equal number for another place" in to_html(page)


def test_work_survives_a_restart(draft):
    finish(draft)
    again = start_report("minister_wire", draft.path)
    assert again.state() == draft.state()
    assert "corrections: 1" in repr(again)


def test_a_report_on_another_story_is_not_replaced(draft):
    log_one(draft)
    before = draft.path.read_bytes()
    reply = start_report("daily_figures", draft.path)
    assert "holds the report on minister_wire" in reply.message
    assert draft.path.read_bytes() == before


@pytest.mark.parametrize("content", ['{"labels": 3}', "[1, 2]", "sentence,choice\n1,for\n"])
def test_a_file_of_another_kind_is_not_touched(draft, content):
    draft.path.write_text(content, encoding="utf-8")
    assert "another kind of file" in start_report("minister_wire", draft.path).message
    assert "another kind of file" in log_one(draft).message
    assert draft.path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"place": 8', '"place": "eight"'),
        lambda text: text.replace('"parts": {', '"parts": 5, "was": {'),
        lambda text: text + "}",
    ],
)
def test_a_broken_file_is_kept_and_named_and_work_goes_on(draft, damage):
    finish(draft)
    broken = damage(draft.path.read_text(encoding="utf-8"))
    draft.path.write_text(broken, encoding="utf-8")
    reply = write(draft, "tone", "Another text.")
    assert "my_report_broken_1.json" in reply.message
    aside = draft.path.with_name("my_report_broken_1.json")
    assert aside.read_text(encoding="utf-8") == broken
    assert len(held(draft)["corrections"]) == 1
    assert held(draft)["parts"] == {**GOOD, "tone": "Another text."}


def test_a_broken_file_after_a_restart_keeps_what_can_be_read(draft):
    finish(draft)
    text = draft.path.read_text(encoding="utf-8").replace('"place": 8', '"place": null')
    draft.path.write_text(text, encoding="utf-8")
    again = start_report("minister_wire", draft.path)
    assert "my_report_broken_1.json" in again.notice
    assert again.state().parts == GOOD
    assert again.state().corrections == ()


def test_a_story_that_changed_is_noticed(draft):
    log_one(draft)
    text = draft.path.read_text(encoding="utf-8").replace(draft.article.sha256, "0" * 64)
    draft.path.write_text(text, encoding="utf-8")
    assert "not the same file" in start_report("minister_wire", draft.path).message


def test_a_practice_report_writes_nothing(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    draft = dataclasses.replace(desk, _last=[])
    assert finish(draft).state == "right"
    assert not list(tmp_path.iterdir())


# The log -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": ""}, "needs a reason"),
        ({"reason": "  "}, "needs a reason"),
        ({"reason": "because"}, "three words"),
        ({"right": ""}, "Say what is right"),
        ({"right": "standfirst, kept"}, "has that already"),
        ({"line": 99}, "no line 99; the page has lines 1 to 37"),
        ({"line": 0}, "no line 0"),
        ({"line": True}, "no line True"),
        ({"line": "eight"}, "no line eight"),
        ({"line": "8"}, "without quotation marks: line=8"),
        ({"line": 8.5}, "no line 8.5"),
        ({"line": 10**400}, "no line 1"),
        ({"line": 3}, "is blank"),
        ({"line": None, "sentence": 3}, "names a line"),
        ({"about": "banana"}, 'does not have "banana"'),
        ({"reason": "long " * 500}, "make it shorter"),
        ({"reason": ["a", "list"]}, "a text in quotation marks"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_in_one_sentence(draft, changes, words):
    reply = log_one(draft, **changes)
    assert reply.state == "unknown"
    assert words in reply.message
    assert not draft.path.exists()


@pytest.mark.parametrize("missing", ["line", "right", "reason"])
def test_three_dots_are_not_attempted(draft, missing):
    assert log_one(draft, **{missing: ...}).state == "not attempted"
    assert not draft.path.exists()


def test_what_the_desk_said_is_written_down(draft):
    log_one(draft)
    (entry,) = draft.state().corrections
    assert (entry.number, entry.place, entry.desk) == (1, 8, "standfirst, kept")
    assert entry.text.startswith("“Pakistan hoped")


def test_a_cell_that_runs_twice_logs_once_and_a_change_keeps_the_old(draft):
    first = log_one(draft)
    assert repr(log_one(draft)) == repr(first)
    log_one(draft, right="standfirst")
    (entry,) = draft.state().corrections
    assert entry.right == "standfirst"
    assert entry.earlier == ("body, kept: It gives the news in short.",)


def test_an_entry_is_taken_back_and_kept(draft):
    log_one(draft)
    correct(draft, "tone", sentence=7, right="no tone", reason="It reports a denial only.")
    assert take_back(draft, 1).state == "right"
    assert "no correction 1" in take_back(draft, 1).message
    assert [entry["taken_back"] for entry in held(draft)["corrections"]] == [True, False]
    assert "It gives the news" not in to_html(draft)
    log_one(draft)
    assert [entry.taken_back for entry in draft.state().corrections] == [False, False]


def test_a_verdict_is_corrected_for_one_figure_by_one_of_four_labels(draft):
    say = {"sentence": 17, "right": "depends on definition", "reason": "It is a record of CRSS."}
    assert "has 3 figures" in correct(draft, "verification", **say).message
    true = {**say, "right": "true", "about": "1,524"}
    assert "one of four labels" in correct(draft, "verification", **true).message
    nothing = {**say, "sentence": 7}
    assert "has no verdict for this" in correct(draft, "verification", **nothing).message
    assert correct(draft, "verification", about="1,524", **say).state == "right"
    choose(draft, claims=[5, 6], chart=5)
    page = to_html(draft)
    assert re.search(r"depends on definition\s*<span[^>]*>\(the desk: supported", page)
    assert "Verdict: depends on definition" in report_chart(draft).description


# Choose and write --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"quotes": [18]}, "no sentence 18; there is: 1 to 17"),
        ({"claims": [0]}, "no figure 0"),
        ({"claims": "3"}, "a list of numbers"),
        ({"claims": 3.5}, "a list of numbers"),
        ({"claims": ["3"]}, "without quotation marks: [3]"),
        ({"quotes": range(1, 12)}, "room for 4"),
        ({"chart": 1}, "nothing to be set beside"),
        ({"chart": "pie"}, "A chart is"),
        ({"chart": 99}, "from 1 to"),
        ({"chart": [1]}, "A chart is"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(draft, choice, words):
    reply = choose(draft, **choice)
    assert reply.state == "unknown"
    assert words in reply.message
    assert not draft.path.exists()


def test_a_percentage_is_no_chart():
    page = start_report("yearend_2024")
    places = [
        number for number, (claim, _) in enumerate(page.desk.claims, 1) if claim.measure == "change"
    ]
    assert "is a percentage" in choose(page, chart=places[0]).message


def test_a_part_that_is_no_part_and_a_text_that_is_too_long(draft):
    assert "The parts are" in write(draft, "opinion", "x").message
    assert "room for 1,200" in write(draft, "tone", "x " * 900).message
    assert write(draft, "tone", "...").state == "not attempted"
    assert write(draft, "tone", ...).state == "not attempted"
    assert write(draft, "tone", None).state == "not attempted"
    assert not draft.path.exists()


def test_a_text_that_is_replaced_is_kept_in_the_file(draft):
    write(draft, "tone", "First.")
    write(draft, "tone", "Second.")
    assert held(draft)["parts"]["tone"] == "Second."
    assert held(draft)["earlier"] == ["tone: First."]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.one_of(st.text(), st.integers(), st.none(), st.lists(st.integers()), st.just(...)),
    st.one_of(st.text(), st.floats(), st.booleans(), st.just(...)),
)
def test_anything_at_all_gets_a_reply(desk, one, other):
    draft = dataclasses.replace(desk, _last=[])
    replies = [
        correct(draft, one, line=other, right=one, reason=other),
        correct(draft, "cleaning", line=one, about=other, right="x", reason="a b c d"),
        correct(draft, "claims", sentence=one, right=other, reason="a b c d"),
        choose(draft, quotes=one, claims=other, chart=one),
        write(draft, one, other),
        write(draft, "tone", one),
        take_back(draft, one),
        sign(draft, one, other),
        second_opinion(draft, one),
    ]
    for reply in replies:
        assert isinstance(reply, Reply)
        assert "not your mistake" not in reply.message
    to_html(draft)


def test_every_call_without_a_report_says_how_to_begin():
    reply = start_report()
    for call in (self_check, second_opinion, correct, choose, write, sign, write_html, take_back):
        assert "Begin a report first" in call(reply).message
    assert "Begin a report first" in show_desk(reply, "tone").message
    assert "Begin a report first" in report_chart(None).message


# Self-check and signature ------------------------------------------------------------------------


def test_a_report_with_all_rows_passes_and_says_what_that_means(draft):
    reply = finish(draft)
    assert reply.state == "right"
    assert "only a person can say" in reply.message
    assert [name for name, _ in reply.options] == [name for name, _ in RUBRIC]


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("standfirst", "A page of July 2024 reports what was said.", "who published it"),
        ("standfirst", "The Daily Placeholder reports what was said.", "which day or year"),
        ("cleaning", "Menus were dropped.", "no line"),
        ("cleaning", "Line 99 was dropped.", "no line"),
        ("tone", "The score shows a mood.", "no sentence"),
        ("tone", "The score of sentence 3 shows a mood.", "leaves out"),
        ("stance", "Sentence 3 shows it.", "none of the sentences"),
        ("claims", "CRSS printed it.", "no edition"),
        ("not checked", "Everything was checked.", "Seven soldiers"),
        ("tone", "Sentence 3 is not calm. " + "word " * 200, ""),
        ("claims", "In 2024. " + "word " * 230, ""),
    ],
)
def test_a_row_that_is_open_is_named_in_a_sentence(draft, part, text, words):
    finish(draft)
    write(draft, part, text)
    if not words:
        write(draft, "cleaning", "Line 8. " + "word " * 200)
        part, words = "length", "room for 350"
    reply = self_check(draft)
    assert reply.state == "wrong"
    assert words in dict(reply.options)[part]
    assert "not signed yet" in sign(draft, "A. L.", "2026-03-02").message
    assert draft.state().name == ""


def test_a_page_without_an_error_can_say_so(draft):
    finish(draft)
    take_back(draft, 1)
    assert dict(self_check(draft).options)["corrections"].startswith("open: the log is empty")
    write(draft, "cleaning", "Every line was read, line 8 twice. Nothing to correct.")
    assert self_check(draft).state == "right"


def test_no_opinion_is_judged(draft):
    finish(draft)
    for view in ("The page is fair to both.", "The page is unfair to one side."):
        write(draft, "stance", f"{view} Kabul rejects the claim (sentence 7).")
        assert self_check(draft).state == "right"


def test_a_change_takes_the_signature_off(draft):
    finish(draft)
    assert sign(draft, "A. L.", "2026-03-02").state == "right"
    write(draft, "tone", GOOD["tone"])  # no change
    assert draft.state().name == "A. L."
    write(draft, "tone", GOOD["tone"] + " More.")
    assert draft.state().name == ""
    assert "signed: A. L., 2026-03-02" in held(draft)["earlier"]


def test_a_second_run_on_a_later_day_keeps_the_day_of_the_signature(draft):
    finish(draft)
    sign(draft, "A. L.", "2026-03-02")
    before = draft.path.read_bytes()
    assert "2026-03-02" in sign(draft, "A. L.").message
    assert draft.path.read_bytes() == before
    write(draft, "tone", GOOD["tone"] + " More.")
    assert "2026-03-02" not in sign(draft, "A. L.").message


def test_who_chooses_not_to_sign_has_no_signature(draft):
    finish(draft)
    assert "as you chose" in sign(draft, "A. L.", verdict="do not sign").message
    assert draft.state().name == ""
    sign(draft, "A. L.", "2026-03-02", verdict="Sign with a change.")
    assert draft.state().name == "A. L."
    assert sign(draft, "A. L.", verdict="do not sign").state == "right"
    assert (draft.state().name, draft.state().date) == ("", "")
    assert "signed: A. L., 2026-03-02" in held(draft)["earlier"]


@pytest.mark.parametrize("verdict", ["...", "", "perhaps"])
def test_nothing_is_signed_before_a_verdict_is_chosen(draft, verdict):
    finish(draft)
    assert sign(draft, "A. L.", verdict=verdict).state == "not attempted"
    assert draft.state().name == ""


@pytest.mark.parametrize("day", ["2026-02-30", "today", "3 March", ""])
def test_a_date_that_is_none_is_refused(draft, day):
    finish(draft)
    assert "no date" in sign(draft, "A. L.", day).message


# A second opinion --------------------------------------------------------------------------------


def test_a_function_of_the_learners_is_set_beside_the_desk(draft):
    def keep_line(line):
        return len(line.split()) >= 5 and line.rstrip("”").endswith(".")

    reply = second_opinion(draft, keep_line)
    assert "line 4" in [place for place, _ in reply.options]
    assert reply.state == "wrong"


def test_every_reference_of_an_exercise_can_stand_beside_the_desk(draft):
    from copydesk.classroom.signed_report.opinions import OWN_FUNCTIONS
    from copydesk.exercises import all_exercises

    by_name = {exercise.name: exercise.reference for exercise in all_exercises()}
    assert set(OWN_FUNCTIONS) <= set(by_name)
    for name in OWN_FUNCTIONS:
        function = by_name[name]
        function.__name__, before = name, function.__name__
        try:
            # A page without a percentage or a sum has nothing for a function that reads these.
            state = second_opinion(draft, function).state
            alone = name in ("check_change", "about_the_parts")
            assert state in (("not attempted",) if alone else ("right", "wrong"))
        finally:
            function.__name__ = before


def test_a_function_that_fails_stops_nothing(draft):
    def keep_line(line):
        return line[10**6]

    def speaker_and_verb(sentence):
        return ...

    def questions_for(claim):
        return 7

    def own_tone(rows):
        return NOT_COPIED  # noqa: F821

    assert "stops at line 1 (IndexError: " in second_opinion(draft, keep_line).message
    reply = second_opinion(draft, own_tone)
    assert "name 'NOT_COPIED' is not defined" in reply.message
    assert "Copy the cell" in reply.hint
    assert second_opinion(draft, speaker_and_verb).state == "not attempted"
    assert isinstance(second_opinion(draft, questions_for), Reply)
    assert "cannot stand beside" in second_opinion(draft, len).message


def test_a_function_that_finds_nothing_to_run_on_does_not_agree():
    page = start_report("border_local")

    def choose_figure(rows, claim):
        return None

    reply = second_opinion(page, choose_figure)
    assert reply.state == "not attempted"
    assert "nothing that choose_figure can be run on" in reply.message


# The page ----------------------------------------------------------------------------------------


class Outline(HTMLParser):
    """The headings, landmarks and pictures of a page."""

    def __init__(self):
        super().__init__()
        self.levels, self.tags, self.ids, self.named, self.alts = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in found:
            self.ids.append(found["id"])
        if "aria-labelledby" in found:
            self.named.append(found["aria-labelledby"])
        if tag == "img":
            self.alts.append(found.get("alt"))
        if tag == "th":
            assert found.get("scope") in ("row", "col")


def test_the_page_can_be_read_without_seeing_it(draft):
    finish(draft)
    sign(draft, "A. L.", "2026-03-02")
    page = to_html(draft)
    outline = Outline()
    outline.feed(page)
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert set(outline.levels) == {1, 2}
    assert {"header", "main", "footer"} <= set(outline.tags)
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.named) <= set(outline.ids)
    (alt,) = outline.alts
    assert alt == report_chart(draft).description
    assert f"Text description: {alt.split('.')[0]}" in page
    assert '<html lang="en">' in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "<script" not in page
    assert all(what in page for _, what in RUBRIC)
    assert "Signed by" in page
    assert "Draft" not in page


def test_what_a_learner_writes_is_shown_and_never_run(draft):
    attack = '<img src=x onerror="alert(1)"> {{ 7 * 7 }} & “so”'
    write(draft, "stance", attack)
    log_one(draft, reason=f"{attack} and more words")
    page = to_html(draft)
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=" in page
    assert "{{ 7 * 7 }}" in page
    assert "It is not signed" in page


def test_the_page_is_written_whole_and_never_over_another_file(draft):
    finish(draft)
    other = draft.path.with_name("other.html")
    other.write_text("mine", encoding="utf-8")
    reply = write_html(draft, "other.html")
    assert "stays as it is" in reply.message
    assert "other_1.html" in reply.message
    assert other.read_text(encoding="utf-8") == "mine"
    assert write_html(draft, "page.html").state == "right"
    assert write_html(draft, "page.html").state == "right"
    write(draft, "tone", "Sentence 3 is not loud.")
    assert write_html(draft, "page.html").state == "right"
    page = draft.path.with_name("page.html")
    assert "Sentence 3 is not loud." in page.read_text(encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "<!-- a note -->", encoding="utf-8")
    assert "was changed after it was written" in write_html(draft, "page.html").message
    assert page.read_text(encoding="utf-8").endswith("<!-- a note -->")
    assert "does not end in .html" in write_html(draft, "page.json").message


def test_two_reports_do_not_replace_each_others_page(draft):
    log_one(draft)
    write_html(draft, "page.html")
    other = dataclasses.replace(draft, path=draft.path.with_name("second.json"), _last=[])
    assert "not a page of this report" in write_html(other, "page.html").message


def test_a_folder_that_cannot_be_written_loses_nothing(draft, monkeypatch):
    log_one(draft)
    before = draft.path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("copydesk.classroom.signed_report.file.write_whole", full)
    assert "nothing was changed" in write(draft, "tone", "A text.").message
    assert draft.path.read_bytes() == before


# What the lesson says ----------------------------------------------------------------------------


def test_the_rubric_of_the_sheet_is_the_one_that_is_printed():
    text = (ROOT / "lessons/08_report/sheet.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z ]+) \| (see .+|under.+|read .+?) \| *\|$", text, re.M)
    # In the same order; the questions are shorter there, so that the sheet is one page.
    assert [(name, said.split()[0]) for name, said in rows] == [
        (name, asked.split()[0]) for name, asked in RUBRIC
    ]


def test_the_exercise_notebook_lists_the_parts_and_the_held_articles():
    text = (ROOT / "lessons/08_report/exercises.md").read_text(encoding="utf-8")
    assert re.findall(r'^    "([a-z ]+)": """\.\.\."""', text, re.M) == list(PARTS)
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.M)) == set(HELD)


def test_the_held_articles_are_of_six_kinds_and_three_englishes():
    table = load_table("articles")
    held_rows = table[table["article"].str.split(".").str[0].isin(HELD)]
    assert len(held_rows) == held_rows["genre"].nunique() == 6
    assert set(held_rows["english"]) == {"American", "British", "South Asian"}


@pytest.mark.thorough
@pytest.mark.parametrize("name", article_names())
def test_every_article_can_be_reported_on(name, capsys):
    draft = start_report(name)
    for step in SHOWN:
        assert show_desk(draft, step) is None
    choose(draft, quotes=[1], chart="lines")
    with_figures = list(range(1, len(draft.desk.claims) + 1))[:8]
    if with_figures:
        choose(draft, claims=with_figures)
    assert "<h1" in to_html(draft)
    assert all(1 <= number <= len(draft.sentences) for number in draft.claim_sentences)
    for number, (claim, _) in enumerate(draft.desk.claims):
        assert claim.text.split()[0] in draft.sentences[draft.claim_sentences[number] - 1]


# A page that contradicts itself ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("claims", "CRSS, 2024 edition: for the 1,524 we cannot tell.", "of 1,524 violent deaths"),
        ("claims", "The 1,524 of 2024 cannot be checked.", "the table says supported"),
        ("claims", "By the edition of 2024, 1,524 is contradicted.", '"contradicted"'),
        ("claims", "Contradicted: 1,524 and 1,463, edition of 2024.", "of 1,524 violent deaths"),
        ("claims", "The 1,524 are not supported by the edition of 2024.", '"contradicted"'),
        ("not checked", "Seven soldiers are supported.", "the table says cannot tell"),
        ("claims", "All the figures are supported, edition of 2024.", "not say so of Seven"),
        ("claims", "Each figure is supported by the edition of 2024.", "not say so of Seven"),
        ("claims", "Every number is supported by the edition of 2024.", "not say so of Seven"),
        ("claims", "Both of the claims are supported, edition 2024.", "not say so of Seven"),
        ("stance", "“Kabul rejects this clam” (sentence 7).", "“Kabul rejects this claim”"),
        ("stance", "“Kabul rejects that claim” (sentence 7).", "is not as on the page"),
        ("stance", '"Kabul rejects this claim" (sentence 2); sentence 7.', "not stand in sentence"),
        ("stance", "“We will win in the end”, he says (sentence 7).", "does not stand on the page"),
    ],
)
def test_a_page_that_contradicts_itself_is_not_signed(draft, part, text, words):
    assert finish(draft).state == "right"
    choose(draft, claims=[4, 5, 6])
    write(draft, part, text)
    reply = self_check(draft)
    assert reply.state == "wrong"
    assert words in dict(reply.options)[part], reply
    assert "not signed" in sign(draft, "A. Reader").message


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("claims", "1,524 is supported by CRSS, 2024, and contradicted by no other edition."),
        ("claims", "Supported: 1,524 and 1,463 (2024). Seven soldiers: cannot tell."),
        ("claims", "For the seven soldiers we cannot tell; 1,524 and 1,463 are supported (2024)."),
        ("claims", "Not all figures are supported by the edition of 2024."),
        ("claims", "Whether 1,524 includes fighters is another question; edition of 2024."),
        ("stance", "“Kabul rejects this claim” (sentence 7)."),
        ("stance", "“Kabul … this claim.” (sentence 7)"),
        ("stance", "In sentence 7 the page has the word “claim”, and nobody is a “liar”."),
    ],
)
def test_a_page_that_agrees_with_itself_is_fine(draft, part, text):
    finish(draft)
    choose(draft, claims=[4, 5, 6])
    write(draft, part, text)
    assert self_check(draft).state == "right"


@pytest.mark.parametrize("half", ["read", "unread"])
def test_contradictions_are_found_and_agreement_is_let_pass(half):
    """The unread half was written with the other one and looked at once the rules were made."""
    with (Path(__file__).parent / "self_contradictions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    report = example_report()
    state = report.state()
    outcomes = []
    for row in rows:
        parts = {**dict.fromkeys(PARTS, ""), "claims": row["text"]}
        found = bool(list(page._contradictions(report, state, parts)))
        outcomes.append((row["contradicts"] == "yes", found))
    assert outcomes.count((True, False)) == 0
    assert outcomes.count((False, True)) == {"read": 0, "unread": 2}[half]
    assert min(outcomes.count((True, True)), outcomes.count((False, False))) >= 8


def test_a_corrected_verdict_may_be_told_beside_that_of_the_desk(draft):
    finish(draft)
    about = {"sentence": 17, "about": "1,524 violent deaths", "reason": "No report was seen by us."}
    assert correct(draft, "verification", right="cannot tell", **about).state == "right"
    write(draft, "claims", "The desk calls 1,524 supported (2024).")
    write(draft, "not checked", "Seven soldiers, and the 1,524: we cannot tell.")
    assert self_check(draft).state == "right"
    write(draft, "claims", "The 1,524 are contradicted (2024).")
    assert "contradicts itself" in dict(self_check(draft).options)["claims"]


def check_change(old, new, printed):
    return "supported" if round((new - old) / old * 100) == printed else "contradicted"


def about_the_parts(parts, whole):
    return "The parts add up." if sum(parts) == whole else f"The parts make {sum(parts)}."


def test_a_check_of_a_percentage_stands_beside_the_desk():
    report = start_report("corrections_page")
    assert second_opinion(report, check_change).message == (
        "The two agree on all 4 places looked at."
    )

    def believes(old, new, printed):
        return "supported"

    believes.__name__ = "check_change"
    said = second_opinion(report, believes).options
    at = "from 357 to 192, printed as -53"
    assert [what.split("; ")[0] for place, what in said if place == at] == [
        "yours supported",
        "yours supported",
    ]
    assert any("does not fit" in what for place, what in said)


def test_a_sum_of_parts_stands_beside_the_desk():
    report = start_report("daily_figures")
    assert second_opinion(report, about_the_parts).state == "right"

    def believes(parts, whole):
        return "The parts add up."

    believes.__name__ = "about_the_parts"
    ((place, said),) = second_opinion(report, believes).options
    assert place == "586 + 197, printed 789"
    assert "783" in said


ABROAD = """Violence in two countries

Lagos, 3 March 2026

UCDP counted 3,971 deaths in organized violence in Nigeria in 2023. “We are sad,” Amina Obi said.

In Kenya, 90 people were killed in 2022, according to UCDP.

Of the 300 boats, 180 were white and 110 were blue.
"""


def test_a_story_of_another_country_is_reported_on_to_the_end(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "abroad.txt").write_text(ABROAD, encoding="utf-8")
    report = start_report(read_article(ABROAD))
    labels = [verdict.label for _, verdict in report.desk.claims]
    assert labels[:2] == ["supported", "contradicted"]
    assert [found.agrees for found in report.desk.consistency] == [False]

    def choose_figure(rows, claim):
        values = [row["value"] for row in rows if row["year"] == claim["year"]]
        return values[-1] if values else None

    (asked, *_) = second_opinion(report, choose_figure).options
    assert asked[0] == "figure 2"
    assert "yours gives 101" in asked[1]
    choose(report, quotes=[2], claims=[1, 2], chart=1)
    for part, text in {
        "standfirst": "A page of 3 March 2026 from Lagos gives two counts.",
        "cleaning": "Line 3 is a dateline. There is nothing to correct.",
        "tone": "The score of sentence 1 does not show blame.",
        "stance": "Amina Obi speaks in sentence 2.",
        "claims": "UCDP, edition of 2025: 3,971 is supported and 90 contradicted. The boats make "
        "290 and not 300.",
        "not checked": "Who counted the boats.",
    }.items():
        write(report, part, text)
    assert self_check(report).state == "right", self_check(report)
    assert sign(report, "A. Reader", "2026-03-04").state == "right"
    assert "UCDP 2023, fatalities: 3,971" in to_html(report)

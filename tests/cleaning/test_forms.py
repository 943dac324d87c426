"""Each form of a page is found by its examples, is needed by them, and leaves others alone."""

import pytest

from copydesk.article import read_article
from copydesk.cleaning import clean, label_lines
from copydesk.cleaning.example_page import HEAD, ONE, TEXT, THREE, TWO
from copydesk.cleaning.forms import FORMS, read_form
from copydesk.cleaning.lines import read_line
from copydesk.language.rule import marked


def read(example):
    lines, place = marked(example)
    return [read_line(number, text) for number, text in enumerate(lines, 1)], place


def cases(field):
    return [
        pytest.param(form, example, id=f"{form.name}: {example[:30]}")
        for form in FORMS
        for example in getattr(form, field)
    ]


@pytest.mark.parametrize(("form", "example"), cases("examples"))
def test_an_example_is_of_its_form_and_of_no_other(form, example):
    lines, place = read(example)
    found = read_form(lines)
    assert found is not None
    assert found.form is form
    assert place in found.places
    assert [other.name for other in FORMS if other.find(lines)] == [form.name]


def test_who_speaks_says_more_of_a_page_than_that_somebody_asks():
    asked, spoken = (
        next(form for form in FORMS if form.name == name)
        for name in ("questions and answers", "a transcript")
    )
    lines = [line for form in (asked, spoken) for line in read(form.examples[0])[0]]
    assert asked.find(lines)
    assert read_form(lines).form is spoken


@pytest.mark.parametrize(("form", "example"), cases("leaves_alone"))
def test_a_form_leaves_its_counter_examples_alone(form, example):
    assert form.find(read(example)[0]) == []


@pytest.mark.parametrize(("form", "example"), cases("examples"))
def test_the_entries_of_a_page_are_kept_or_its_stamps_left_out(form, example):
    lines, place = marked(example)
    labelled = label_lines([HEAD, ONE, TWO, *lines, THREE])
    assert labelled[place + 3].kept is form.keeps
    assert labelled[place + 3].role == (form.gives or "dateline")


def test_a_plain_sentence_says_what_the_page_is_read_as():
    listed = "\n".join(f"{n}. The pier\n{ONE[:-1]} {'again and ' * n}again." for n in range(1, 6))
    story = clean(read_article(f"{HEAD}\nBy Ana Example\n{TEXT}\n{listed}"))
    assert story.notes == (
        "The page is read as a numbered list: 5 numbered headings between lines 6 and 14.",
    )
    assert "3. The pier" in story.paragraphs


def test_a_plain_story_has_no_notes():
    assert clean(read_article(f"{HEAD}\nBy Ana Example\n{TEXT}")).notes == ()


def test_the_reader_is_told_of_a_doubt_about_the_headline():
    doubted = clean(read_article(f"Museum pier yard boat lock mole\n{TEXT}"))
    assert doubted.headline == "Museum pier yard boat lock mole"
    assert doubted.notes == (
        "The headline is in doubt: line 1 was taken, and few signs speak for it.",
    )
    rival = "New bridge wins a vote of council"
    two = clean(read_article(f"{rival}\nShare\n{HEAD} of the mayor\nBy Ana Example\n{TEXT}"))
    assert two.notes == (
        f"The headline is in doubt: line 3 was taken, and line 1 is nearly as likely (“{rival}”).",
    )
    assert clean(read_article(f"Boats\n{TEXT}")).notes == (
        "No headline was found: for no line above the text speak enough signs.",
    )


def listed(*entries, below=0):
    """Return lines in which each entry has a text, so many lines below it."""
    return [
        read_line(0, line)
        for number, entry in enumerate(entries)
        for line in (entry, *["Share"] * below, f"{ONE[:-1]} {'again ' * number}again.")
    ]


def test_the_text_of_an_entry_begins_at_most_three_lines_below():
    entries = [f"{number}. The pier" for number in range(1, 5)]
    assert read_form(listed(*entries, below=2)) is not None
    assert read_form(listed(*entries, below=3)) is None


def test_one_line_in_five_is_a_question():
    asked = listed(*[f"What of the {name} now?" for name in ("pier", "yard", "mole", "lock")])
    for count, found in ((16, True), (17, False)):
        more = [read_line(0, f"{TWO} {number}.") for number in range(count)]
        assert (read_form([*asked, *more]) is not None) is found


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("What of {}?", False),
        ("What of the {}?", True),
        ("What of the {}" + " pier" * 36 + "?", True),
        ("What of the {}" + " pier" * 37 + "?", False),
    ],
)
def test_a_question_has_four_to_forty_words(entry, found):
    names = ("pier", "yard", "mole", "lock")
    assert (read_form(listed(*[entry.format(name) for name in names])) is not None) is found


def test_a_stamp_is_a_label():
    times = ["9:15", "9:25", "9:35", "9:45"]
    for words, found in ((6, True), (7, False)):
        stamped = [f"{time}{' Lorem' * words}" for time in times]
        assert (read_form(listed(*stamped)) is not None) is found


def test_at_least_half_of_the_times_of_a_live_page_differ():
    assert read_form(listed("9:15", "9:15", "9:25", "9:35")) is not None
    assert read_form(listed("9:15", "9:15", "9:25", "9:25")) is None


def test_half_of_the_offers_have_a_text_of_their_own():
    for told, found in ((4, True), (3, False)):
        priced = [read_line(0, f"Map of the pier for ${price}") for price in range(30, 38 - told)]
        spaced = [read_line(0, "Share")] * 3
        offers = listed(*[f"Map of the yard for ${price}" for price in range(40, 40 + told)])
        assert (read_form([*priced, *spaced, *offers]) is not None) is found

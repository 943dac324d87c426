"""The sliders that give a number to a body, and the card that is judged by its reasons."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.classroom.verdict_card import (
    ALL_EDITIONS,
    MEASURES,
    figures_of,
    review_card,
    verdict_for,
    verdict_picker,
)
from copydesk.exercises.verification import CARDS, FIELDS
from copydesk.verification import LABELS
from copydesk.verification.reference import load_reference

CENTRAL = {
    "verdict": "depends on definition",
    "series": "CRSS, deaths in attacks and operations",
    "edition": "first release, 1 January 2024",
    "definition": "attacks and operations; civilians, security forces and militants",
    "would_change": "a figure of CRSS for 2017 in the same definition",
}


@pytest.fixture(scope="module")
def reference():
    return load_reference()


def verdict_line(text, beginning="Verdict"):
    return next(line for line in text.splitlines() if line.startswith(beginning))


def test_a_number_is_supported_only_for_the_body_that_printed_it():
    assert verdict_line(verdict_for(1524, "CRSS", "deaths", 2023)) == "Verdict: supported"
    for tracker in ("PICSS", "PIPS", "UCDP", "GTI"):
        assert "supported" not in verdict_line(verdict_for(1524, tracker, "deaths", 2023))


@pytest.mark.parametrize("measure", ["people injured", "attacks", "incidents"])
def test_a_number_is_not_supported_for_another_measure(measure):
    assert "supported" not in verdict_line(verdict_for(1524, "CRSS", measure, 2023))


def test_an_edition_alone_and_all_editions_are_told_apart():
    first = verdict_for(1524, "CRSS", "deaths", 2023, "2024-01-01")
    assert "Verdict with this edition alone: supported" in first
    last = verdict_for(1524, "CRSS", "deaths", 2023, "2024-12")
    assert "Verdict with this edition alone: contradicted" in last
    assert "Verdict with all editions: supported" in last
    assert "1,533" in last
    assert "1,523" not in last


def test_a_part_of_a_year_is_no_figure_of_the_year():
    text = verdict_for(1438, "SATP", "deaths", 2023)
    assert "Held: no figure" in text
    assert verdict_line(text) == "Verdict: cannot tell"


def test_only_figures_for_everyone_and_the_whole_country_are_held(reference):
    (row,) = figures_of("PIPS", "deaths", 2023, reference)
    assert row.value == 693
    assert figures_of("Interior Ministry", "deaths", 2023, reference) == []
    values = [row.value for row in figures_of("CRSS", "deaths", 2024, reference)]
    assert values == [2546]


@pytest.mark.parametrize(
    ("choice", "answer"),
    [
        (("Nobody", "deaths", 2023), "has no body 'Nobody'"),
        (("CRSS", "spoons", 2023), "'spoons' cannot be chosen"),
        (("CRSS", "deaths", 2023, "1999"), "no edition 1999"),
        (("CRSS", "deaths", 1850), "Verdict: cannot tell"),
    ],
)
def test_what_cannot_be_looked_up_is_said_in_words(choice, answer):
    assert answer in verdict_for(1524, *choice)


def test_the_sliders_give_what_the_plain_call_gives():
    sliders = verdict_picker(1524)
    assert "Verdict: supported" in sliders.result.value
    assert len(sliders.edition.options) == 4
    sliders.edition.value = sliders.edition.options[-1]
    assert "this edition alone: contradicted" in sliders.result.value
    sliders.tracker.value = "PIPS"
    assert sliders.edition.value == ALL_EDITIONS
    assert "PIPS counted 1,524 deaths in Pakistan in 2023." in sliders.result.value
    sliders.year.value = 2019
    assert list(sliders.edition.options) == [ALL_EDITIONS, "no edition held"]
    sliders.edition.value = "no edition held"
    assert "no figure" in sliders.result.value


def test_every_choice_of_the_sliders_ends_in_a_verdict(reference):
    sliders = verdict_picker(1524, reference)
    for tracker in sliders.tracker.options:
        for measure in MEASURES:
            text = verdict_for(1524, tracker, measure, 2023, reference=reference)
            assert verdict_line(text).removeprefix("Verdict: ") in LABELS


def test_an_error_in_a_table_is_one_line_and_the_sliders_go_on(reference):
    sliders = verdict_picker(1524, dataclasses.replace(reference, definitions=()))
    assert "KeyError: &#x27;crss-attacks-operations&#x27;" in sliders.result.value
    sliders.tracker.value = "SATP"
    assert "Error" in sliders.result.value


def test_the_sliders_can_be_read_where_no_widget_runs():
    sliders = verdict_picker(1524)
    assert repr(sliders).startswith("Sliders for 1,524: who counted, what, year, edition; now CRSS")
    data = sliders._repr_mimebundle_()
    assert data["text/plain"] == repr(sliders)
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_label_with_markup_is_shown_as_text(reference):
    row = dataclasses.replace(
        figures_of("PIPS", "deaths", 2023, reference)[0],
        figure_id="x",
        edition="2024-01-05 <b>bold</b>",
    )
    sliders = verdict_picker(693, dataclasses.replace(reference, figures=(*reference.figures, row)))
    sliders.tracker.value = "PIPS"
    assert "<b>" not in sliders.result.value
    assert "&lt;b&gt;bold" in sliders.result.value


def test_a_good_card_can_be_followed_in_every_field():
    reply = review_card("minister_wire", CENTRAL)
    assert reply.state == "right"
    assert [field for field, _ in reply.options] == list(FIELDS)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("verdict", "supported"),
        ("verdict", "probably"),
        ("verdict", "contradicted"),
        ("verdict", "cannot tell"),
        ("series", "PIPS, deaths"),
        ("edition", "December 2024"),
        ("definition", "people killed by terrorists"),
        ("definition", "attacks and operations"),
        ("would_change", "better data"),
    ],
)
def test_a_card_is_judged_by_its_reasons_field_by_field(field, text):
    reply = review_card("minister_wire", {**CENTRAL, field: text})
    assert reply.state == "wrong"
    assert [name for name, said in reply.options if said.startswith("not yet")] == [field]
    assert "4 of 5" in reply.message


@pytest.mark.parametrize(
    ("card", "state"),
    [
        (dict.fromkeys(FIELDS, ...), "not attempted"),
        ({}, "not attempted"),
        ({**CENTRAL, "series": "  "}, "not attempted"),
        ({**CENTRAL, "series": "..."}, "not attempted"),
        ({**CENTRAL, "series": None}, "not attempted"),
        ({**CENTRAL, "series": 7}, "wrong"),
        ("supported", "wrong type"),
        (..., "wrong type"),
        (None, "wrong type"),
    ],
)
def test_an_unfinished_or_odd_card_stops_nothing(card, state):
    assert review_card("minister_wire", card).state == state
    assert repr(review_card("minister_wire", card))


def test_a_card_about_an_unknown_claim_names_the_known_ones():
    reply = review_card("nowhere", CENTRAL)
    assert all(name in reply.message for name in CARDS)


@pytest.mark.parametrize("name", CARDS)
def test_each_wrong_text_of_a_card_is_wrong_for_its_own_reason(name):
    for place, reason in enumerate(CARDS[name]):
        before = [other for other in CARDS[name][:place] if other.field == reason.field]
        assert not reason.holds(reason.wrong)
        assert all(other.holds(reason.wrong) for other in before)


def test_a_card_on_a_story_of_ones_own_goes_to_a_person():
    """The kit knows nothing of the story, and a list of its own cards would help nobody."""
    reply = review_card("my_story", {"verdict": "cannot tell"})
    assert reply.state == "unknown"
    assert "let a person read yours" in reply.message

"""Sentences are slices of the text, and news abbreviations do not end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.sentences import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Col. Example met the U.S. envoy at 3 p.m. on Monday.",
        "The offer was worth Rs. 10 billion, i.e. about a tenth of it.",
        "“We waited. Nothing came,” the official said.",
        "KABUL, June 30 (Desk) – The ministry denied it.",
        "No. 5 on the list is from the U.K.",
    ],
)
def test_one_sentence_stays_one(text):
    assert [sentence.text for sentence in split_sentences(text)] == [text]


def test_a_line_break_ends_a_sentence_and_numbers_run_through():
    found = split_sentences("He left. She stayed\nNobody spoke.")
    assert [(s.number, s.text) for s in found] == [
        (1, "He left."),
        (2, "She stayed"),
        (3, "Nobody spoke."),
    ]


@given(st.text(alphabet=st.characters(), max_size=300))
def test_sentences_are_slices_in_order_and_only_white_space_lies_between(text):
    found = split_sentences(text)
    place = 0
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[place : sentence.start].strip()
        place = sentence.end
    assert not text[place:].strip()


def test_an_endless_line_is_split_in_parts_and_nothing_is_lost():
    text = "word “open. " * 50_000
    found = split_sentences(text)
    assert sum(len(s.text.split()) for s in found) == len(text.split())

"""Which true values a printed number and its hedge allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.hedges import AGREES, agreement, find_hedge, grain, hedge_words, sense_of
from copydesk.language.numbers import find_numbers

EXACTLY, WITHIN, LOOSELY, NOT = "exactly", "within its words", "loosely", ""


# Each row: the printed number, its last digit, its hedge, and true values with their answer.
@pytest.mark.parametrize(
    ("claimed", "step", "hedge", "answers"),
    [
        (1524, 1, None, {1523: NOT, 1524: EXACTLY, 1525: NOT}),
        (1524, 1, "exactly", {1524: EXACTLY, 1525: NOT}),
        (1.2e6, 1e5, "", {1_149_999: NOT, 1_150_000: EXACTLY, 1_250_000: EXACTLY, 1_250_001: NOT}),
        (56.3, 0.1, "", {56.24: NOT, 56.25: EXACTLY, 56.35: EXACTLY, 56.36: NOT}),
        (56, 1, "", {55.5: EXACTLY, 56.5: EXACTLY, 56.6: NOT}),
        (-1.3, 0.1, "", {-1.32: EXACTLY, 1.3: NOT}),
        (1000, 1, "about", {949: NOT, 950: WITHIN, 1000: WITHIN, 1050: WITHIN, 1051: NOT}),
        (1500, 1, "roughly", {1425: WITHIN, 1424: NOT, 1575: WITHIN, 1576: NOT}),
        (1524, 1, "around", {1523: WITHIN, 1525: WITHIN, 1526: NOT}),
        (3e6, 1e6, "about", {2.4e6: NOT, 2.5e6: WITHIN, 3.5e6: WITHIN, 3.6e6: NOT}),
        (1000, 1, "nearly", {949: NOT, 950: WITHIN, 999: WITHIN, 1000: NOT, 1001: NOT}),
        (50, 1, "almost", {49.5: WITHIN, 47.4: NOT, 47.5: WITHIN, 49.9999999999: NOT, 50: NOT}),
        (1000, 1, "just over", {1000: NOT, 1000.5: WITHIN, 1001: WITHIN, 1050: WITHIN, 1051: NOT}),
        (1000, 1, "at least", {999.5: NOT, 1000: WITHIN, 1999: WITHIN, 2000: LOOSELY}),
        (26, 1, "at least", {25: NOT, 26: WITHIN, 27: LOOSELY}),
        (1000, 1, "more than", {1000: NOT, 1001: WITHIN, 1999: WITHIN, 2000: LOOSELY}),
        (1500, 1, "over", {1599: WITHIN, 1600: LOOSELY}),
        (50, 1, "more than", {50.0000000001: NOT, 50.5: WITHIN, 56: WITHIN, 60: LOOSELY}),
        (1000, 1, "well over", {1050: NOT, 1051: WITHIN, 1999: WITHIN, 2000: LOOSELY}),
        (1000, 1, "at most", {500: LOOSELY, 501: WITHIN, 1000: WITHIN, 1000.5: NOT}),
        (1524, 1, "up to", {1523: LOOSELY, 1524: WITHIN}),
        (1000, 1, "less than", {500: LOOSELY, 501: WITHIN, 999.5: WITHIN, 1000: NOT}),
        (1000, 1, "well under", {500: LOOSELY, 949: WITHIN, 950: NOT}),
        (300, 1, "not", {300: NOT, 301: NOT, 299: NOT}),
        (-50, 1, "more than", {-56: WITHIN, -44: NOT}),
    ],
)
def test_what_a_hedge_allows(claimed, step, hedge, answers):
    assert {actual: agreement(claimed, actual, step, hedge) for actual in answers} == answers


def test_a_range_allows_what_lies_between_its_rounded_ends():
    answers = {9: NOT, 9.5: WITHIN, 12: WITHIN, 15.5: WITHIN, 16: NOT}
    assert {actual: agreement(10, actual, high=15) for actual in answers} == answers


@pytest.mark.parametrize(
    ("value", "step", "size"),
    [
        (1000, 1, 1000),
        (1500, 1, 100),
        (1524, 1, 1),
        (10, 1, 10),
        (9, 1, 1),
        (0, 1, 1),
        (56.3, 0.1, 0.1),
        (1500000000.0, 100000000.0, 100000000.0),
        (2000000000.0, 100000000.0, 1000000000.0),
    ],
)
def test_the_grain_of_a_number(value, step, size):
    assert grain(value, step) == size
    assert grain(15) == 1


@given(st.integers(1, 10**7), st.integers(0, 10**7), st.sampled_from(hedge_words()))
def test_a_near_word_allows_what_lies_within_a_twentieth_and_a_bound_one_side(one, other, words):
    sense, agrees = sense_of(words), agreement(one, other, hedge=words) in AGREES
    near = abs(other - one) <= max(0.5, one / 20)
    allowed = {
        "exactly": other == one,
        "about": near,
        "nearly": near and other < one,
        "just over": near and other > one,
        "at least": other >= one,
        "more than": other > one,
        "well over": other > one,
        "at most": other <= one,
        "less than": other < one,
        "well under": other < one,
        "denies": False,
    }[sense]
    assert allowed or not agrees


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Some 40 boats came.", "some"),
        ("Nearly a dozen boats came.", "nearly"),
        ("About the 40 boats that came.", "about"),
        ("More than 40 boats came.", "more than"),
        ("No more than 40 boats came.", "no more than"),
        ("At least 40 boats or so came.", "at least"),
        ("It was handsome 40 boats.", None),
        ("The 40 boats came.", None),
        ("Some of the 40 boats came.", None),
        ("The 40 or someone came.", None),
    ],
)
def test_the_hedge_stands_beside_its_number(text, word):
    number = find_numbers(text)[0] if find_numbers(text) else None
    start, end = (number.start, number.end) if number else (text.index("40"), text.index("40") + 2)
    hedge = find_hedge(text, start, end)
    assert (hedge.word if hedge else None) == word
    if hedge:
        assert text[hedge.start : hedge.end].lower() == word
    assert sense_of("no words of a hedge") == sense_of(None) == "exactly"

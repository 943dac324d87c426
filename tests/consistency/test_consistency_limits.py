"""Numbers of the checks of a story, at their limit and one beyond."""

from datetime import date

import pytest

from copydesk.article import read_article
from copydesk.cleaning import clean
from copydesk.consistency import check_story, compare_stories, order
from copydesk.consistency.counts import stems
from copydesk.consistency.dates import find_days


def story(body, head="Harbour notes"):
    return clean(read_article(f"{head}\n\nBy Ana Example\n\n{body}\n"))


def found(body, head="Harbour notes"):
    return [row.agrees for row in check_story(story(body, head))]


def compared(first, second):
    rows = compare_stories(story(first), story(second)).findings
    return [row.agrees for row in rows]


@pytest.mark.parametrize(("count", "rows"), [(30, [False]), (31, [])])
def test_a_sentence_of_thirty_figures_is_read(count, rows):
    boats = ", ".join(f"{1000 + n} boats" for n in range(count - 3))
    text = f"Thefts rose from 300 to 400, a rise of 50 per cent, and {boats} came."
    assert found(text) == rows


@pytest.mark.parametrize(
    ("printed", "fits"), [("31.6", False), ("31.7", True), ("35.0", True), ("35.1", True)]
)
def test_about_is_a_twentieth(printed, fits):
    assert found(f"Thefts rose from 300 to 400, a rise of about {printed} per cent.") == [fits]


@pytest.mark.parametrize(("level", "fits"), [(359, True), (355, False), (451, True)])
def test_more_than_a_figure_is_up_to_a_quarter_more(level, fits):
    text = f"Thefts rose from 300 to more than {level}, a rise of 50 per cent."
    assert found(text) == [fits]


@pytest.mark.parametrize(("base", "rows"), [(4299, []), (4300, []), (4301, [False])])
def test_a_figure_a_thousand_times_as_large_lends_its_scale(base, rows):
    assert found(f"Thefts rose from {base} to 4.3 million, a rise of 100 per cent.") == rows


# The same count in two places

FIRE = "A fire on a ferry in the harbour injured {} people on Monday, police said."


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Boat injures 14 in storm", []),  # one word in common
        ("Ferry injures 14 in storm", [False]),  # two
        ("Ferry injures 14 in storm near", [False]),  # two of four
        ("Ferry injures 14 in storm near coast", []),  # two of five
    ],
)
def test_a_headline_shares_two_words_and_half_of_its_own(head, rows):
    assert found(FIRE.format(23), head) == rows


@pytest.mark.parametrize(("count", "rows"), [(99, []), (100, [True])])
def test_a_large_count_that_is_printed_twice_is_one_count(count, rows):
    text = f"The sea took the lives of many and killed {count} sailors, police said."
    assert found(text, f"Storm at noon kills {count} sailors") == rows


@pytest.mark.parametrize(("count", "rows"), [(70, [False]), (71, [])])
def test_two_figures_of_which_one_is_five_times_the_other_can_be_one_count(count, rows):
    assert found(FIRE.format(count), "Ferry fire harbour injures 14") == rows


@pytest.mark.parametrize(("count", "rows"), [(32, [True]), (33, [])])
def test_at_least_a_figure_is_up_to_a_quarter_more(count, rows):
    assert found(FIRE.format(count), "Ferry fire injures at least 26 in harbour") == rows


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("Fire alpha bravo", "Fire alpha bravo", [False]),  # with "injured people" five words
        ("Fire alpha", "Fire alpha", []),
        ("Fire alpha bravo delta", "Fire alpha bravo gamma", [False]),  # five of six
        ("Fire alpha bravo delta hotel", "Fire alpha bravo gamma india", []),  # five of seven
    ],
)
def test_a_sentence_comes_back_with_five_words_and_three_quarters(first, second, rows):
    text = f"{first} injured 14 people. It rained. {second} injured 23 people."
    assert found(text) == rows


def test_words_are_the_same_by_their_first_five_letters():
    assert stems("harbour harbinger harps") == {"harbo", "harbi", "harps"}
    assert stems("crashed crashes") == {"crash"}


@pytest.mark.parametrize(("count", "rows"), [(9, []), (10, [True])])
def test_a_small_figure_of_two_stories_may_be_of_two_things(count, rows):
    first, second = "A storm hit and killed {} men.", "A flood came and killed {} men."
    assert compared(first.format(count), second.format(count)) == rows


@pytest.mark.parametrize(("words", "rows"), [("ferry", []), ("great ferry", [False])])
def test_two_stories_share_three_words_where_their_figures_part(words, rows):
    first, second = (f"The {words} killed {count} people." for count in (14, 23))
    assert compared(first, second) == rows


# Parts, days


@pytest.mark.parametrize(
    ("women", "rows"), [(39, []), (40, [False]), (60, [True]), (85, [False]), (86, [])]
)
def test_parts_are_four_fifths_of_the_total_or_a_quarter_more(women, rows):
    assert found(f"The fire at the harbour killed 100 people: 40 men and {women} women.") == rows


@pytest.mark.parametrize(("between", "rows"), [(2, [True]), (3, [])])
def test_another_five_are_a_part_of_a_total_three_sentences_back(between, rows):
    text = "The fire killed 20 people. " + "It rained. " * between
    assert found(text + "The storm killed 15 people and another five people died at sea.") == rows


@pytest.mark.parametrize(
    ("published", "years"),
    [
        (date(2024, 5, 31), [2023]),
        (date(2024, 6, 1), [2023, 2024]),
        (date(2024, 7, 5), [2023, 2024]),
        (date(2024, 7, 6), [2024]),
    ],
)
def test_a_day_without_a_year_is_at_most_two_hundred_days_away(published, years):
    (day,) = find_days("Monday, 18 December")
    assert [one.year for one in order._possible(day, published)] == years

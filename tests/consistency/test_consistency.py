"""The story against itself: every check and every word is there for an example that needs it."""

import dataclasses

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import read_article
from copydesk.cleaning import clean
from copydesk.consistency import (
    check_story,
    checks,
    compare_stories,
    counts,
    levels,
    order,
    percentages,
    sums,
    words,
)
from copydesk.corpus import article_path, load_table

HEAD = "Harbour notes\n\nBy Ana Example\n\n"
CHECKS = checks()
EXAMPLES = [
    pytest.param(check, text, id=f"{check.name}: {text[:60]}")
    for check in CHECKS
    for text in check.examples
]
LEFT = [
    pytest.param(check, text, id=f"{check.name}: {text[:60]}")
    for check in CHECKS
    for text in check.leaves_alone
]


def story(text):
    """An example of one line is the body of a page; of several lines it is the page."""
    return clean(read_article((text if "\n" in text else HEAD + text) + "\n"))


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_each_example_comes_out_as_its_check_says(check, example):
    sign, text = example[0], example[2:]
    (found,) = check_story(story(text))
    assert (found.kind, found.agrees) == (check.gives, sign == "=")
    assert found.because.endswith(check.settles) != found.agrees
    for place in (found.first, found.second):
        assert place.text in text.replace("\n", " ")
        assert place.line >= 1


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_each_example_comes_out_otherwise_without_its_check(check, example):
    others = [other for other in CHECKS if other.name != check.name]
    assert check_story(story(example[2:]), table=others) != check_story(story(example[2:]))


@pytest.mark.parametrize(("check", "text"), LEFT)
def test_a_check_leaves_alone_what_looks_like_it(check, text):
    assert check_story(story(text), table=[check]) == ()


def test_names_are_unique_and_what_fits_and_what_does_not_are_both_shown():
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for kind in {check.gives for check in CHECKS}:
        signs = {text[0] for check in CHECKS if check.gives == kind for text in check.examples}
        assert signs == {"=", "≠"}, kind


ROWS = load_table("lexicon_consistency").fillna("").to_dict("records")
TABLES = (words.senses, sums.sums, percentages.percentages, levels.levels, counts.counts)
TABLES += (order.order,)


def told(text):
    return [(row.kind, row.agrees) for row in check_story(story(text))]


@pytest.fixture
def fresh():
    """Read the table of words anew, before and after."""
    for table in TABLES:
        table.cache_clear()
    yield
    for table in TABLES:
        table.cache_clear()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_each_word_and_each_of_its_forms_is_needed_by_its_example(row, fresh, monkeypatch):
    whole = told(row["example"])
    forms = [row["word"], *row["forms"].split()]
    printed = max((form for form in forms if form in row["example"]), key=len)
    for form in forms:
        assert told(row["example"].replace(printed, form)) == whole, form
    for table in TABLES:
        table.cache_clear()
    rest = pd.DataFrame([other for other in ROWS if other is not row])
    monkeypatch.setattr(words, "load_table", lambda name: rest)
    assert told(row["example"]) != whole


# What a check works out: rounding, hedges, units, and where it says nothing.


def only(text):
    (found,) = check_story(story(text))
    return found


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [("33", True), ("34", True), ("32.9", False), ("33.3", True), ("32", False), ("35", False)],
)
def test_a_percentage_may_be_rounded_up_or_down_and_no_further(printed, agrees):
    assert only(f"Thefts rose from 300 to 400, a rise of {printed} per cent.").agrees == agrees


@pytest.mark.parametrize(
    ("level", "printed", "agrees"),
    [
        ("more than 500", 28, True),
        ("more than 500", 24, False),
        ("more than 500", 60, False),
        ("fewer than 500", 12, True),
        ("fewer than 500", 27, False),
        ("about 500", 29, True),
        ("about 500", 35, False),
    ],
)
def test_a_hedged_level_leaves_room_for_the_percentage(level, printed, agrees):
    found = only(f"Thefts rose by {printed} per cent, from 400 to {level}.")
    assert (found.kind, found.agrees) == ("percentage", agrees)


def test_what_was_worked_out_stands_first_and_what_is_printed_second():
    found = only("Thefts in the port went from 400 to 300, a fall of 33 per cent.")
    assert (found.first.value, found.second.value) == (25.0, 33.0)
    assert found.because.startswith(
        'From 400 to 300 is a fall of 25 per cent; the story says "fall" and 33 per cent. Ask'
    )


@pytest.mark.parametrize(
    ("hedged", "agrees"),
    [
        ("about 760", True),
        ("about 720", False),
        ("nearly 820", True),
        ("at least 700", True),
        ("at least 790", False),
        ("up to 790", True),
        ("up to 770", False),
        ("783", True),
        ("784", False),
    ],
)
def test_a_hedge_says_how_far_the_total_may_be_from_its_parts(hedged, agrees):
    text = f"Storms hurt 412 people in the north and 371 in the south, {hedged} in all."
    assert only(text).agrees == agrees


@pytest.mark.parametrize(
    ("total", "found"),
    [("300", 1), ("362", 1), ("363", 0), ("232", 1), ("231", 0)],
)
def test_parts_far_from_a_total_are_not_its_parts(total, found):
    assert len(told(f"The port had {total} thefts: 180 by day and 110 by night.")) == found


def test_a_rate_is_worked_out_with_the_people_below_the_line():
    found = only("The city of 2 million people had 50 murders last year, 4.5 per 100,000.")
    assert (found.first.value, found.second.value) == (2.5, 4.5)
    assert "50 for 2 million people is 2.5 for every 100,000; 4.5 is printed" in found.because


@pytest.mark.parametrize(
    "text",
    [
        "Exports fell from 4.3 to 4.1 million tonnes.",
        "The price rose from $400 to 300 euros.",
        "The share rose from 40 per cent to 300.",
        "The deadline moved from 20 May 2023 to 3 May 2023.",
        "On Thursday, 20 December, the ferry sank.",
        "Thefts rose from 0 to 300, a rise of 50 per cent.",
    ],
)
def test_where_it_cannot_tell_it_says_nothing(text):
    assert told(text) == []


def test_a_date_without_a_year_is_read_around_the_day_of_the_page():
    page = "Ferry sinks\nPosted 2 January 2024 at 10:15\nBy Ana Example\nThe ferry sank on {}."
    assert only(page.format("Wednesday, 20 December")).first.value == "2023-12-20"
    wrong = only(page.format("Thursday, 20 December"))
    assert (wrong.agrees, wrong.second.value) == (False, "Thursday")
    assert wrong.because.startswith("20 December 2023 is a Wednesday; Thursday is printed.")
    assert check_story(story(page.format("Thursday, 20 June"))) != ()


def test_what_lies_after_the_page_quotes_the_line_with_its_day():
    found = only(
        "Ferry sinks\nPosted 2 May 2023 at 10:15\nBy Ana Example\nTwo sailors died on 4 May 2023."
    )
    assert (found.first.value, found.second.value) == ("2023-05-04", "2023-05-02")
    assert found.second.text == "Posted 2 May 2023 at 10:15"


PAGE = """Ferry fire in the harbour injures 14
By Ana Example
Some {} people were injured when a ferry caught fire in the harbour, police said.
The ferry belongs to the town. {}
"""


@pytest.mark.parametrize(
    ("first", "then", "agrees"),
    [
        ("14", "", True),
        ("23", "", False),
        ("23", "In the harbour, the ferry fire injured 14 people, a clerk said.", True),
        ("23", "In the harbour, the ferry fire injured 31 people, a clerk said.", None),
    ],
)
def test_a_headline_needs_one_figure_of_the_text_that_fits(first, then, agrees):
    found = [row for row in check_story(story(PAGE.format(first, then))) if row.first.line == 1]
    assert [row.agrees for row in found] == ([] if agrees is None else [agrees])


@pytest.mark.parametrize(
    ("figure", "agrees"),
    [
        ("at least 25", None),
        ("at least 11", None),
        ("at least 12", True),
        ("70", False),
        ("71", None),
        ("3", False),
        ("2", None),
    ],
)
def test_figures_far_from_each_other_say_nothing_of_each_other(figure, agrees):
    page = PAGE.replace("Some {}", figure.capitalize()).format("", "")
    if figure == "at least 25":
        page = page.replace("injures 14", "injures at least 14").replace(
            "At least 25", "At least 9"
        )
    assert [row.agrees for row in check_story(story(page))] == [agrees] * (agrees is not None)


@pytest.mark.parametrize(
    ("shared", "agrees"),
    [(4, False), (3, False), (2, None)],
)
def test_a_headline_is_set_against_a_sentence_that_shares_half_of_its_words(shared, agrees):
    head = "Storm near cattle, barns, ploughs, mills, roofs: it injures 14"
    nouns = ["cattle", "barns", "ploughs", "mills"][:shared]
    page = (
        f"{head}\nBy Ana Example\nSome 23 people were injured among {', '.join(nouns)}, it said.\n"
    )
    found = check_story(story(page))
    assert [row.agrees for row in found] == [agrees] * (agrees is not None)


def test_two_shared_words_let_a_small_figure_confirm_a_headline_and_one_does_not():
    page = "Storm: cattle, barns, mills, roofs; it injures 14\nBy Ana Example\n"
    page += "Some 14 people were injured among {}, it said.\n"
    assert told(page.format("cattle, piers")) == [("same count", True)]
    assert told(page.format("piers")) == []
    assert told(page.replace("14", "140").format("piers")) == [("same count", True)]


@pytest.mark.parametrize(
    ("again", "agrees"),
    [
        ("Police said that the fire in the harbour injured 41 sailors there.", False),
        ("Police said that the fire in the harbour injured 14 sailors there.", True),
        ("Police said that the storm in the valley injured 41 sailors.", None),
        ("Police said that the fire in the harbour of Alma injured 41 sailors.", None),
        ("Fire in harbour injured 41 sailors.", None),
        ("Police said that the fire in the harbour injured 41 sailors and 3 boats.", False),
        ("Police said that the fire in the harbour injured 41 sailors and 43 sailors.", None),
    ],
)
def test_what_counts_as_saying_the_same_again(again, agrees):
    text = "Police said that the fire in the harbour injured 14 sailors. It burned. "
    assert told(text + again) == [("same count", agrees)] * (agrees is not None)


@pytest.mark.parametrize(
    ("span", "reaches"),
    [
        ("in a decade", 2012),
        ("in ten years", 2012),
        ("in two years", 2020),
        ("in 3 years", 2019),
        ("since 2015", 2015),
        ("ever", 1950),
        ("on record", 1950),
        ("in its history", 1950),
        ("in the history of the port", 1950),
    ],
)
def test_how_far_back_a_record_reaches(span, reaches):
    text = f"The port had 300 thefts in 2021, the highest number {span}. In {{}} it had 390 thefts."
    assert told(text.format(reaches)) == [("record", False)]
    assert (
        span in ("ever", "on record") or "history" in span or told(text.format(reaches - 1)) == []
    )


def test_a_figure_that_opens_its_sentence_is_read_with_what_it_counts():
    page = "Ferry fire in the harbour injures 14\nBy Ana Example\n"
    page += "14 people were injured when a ferry caught fire in the harbour.\n"
    assert told(page) == [("same count", True)]


def test_a_caption_is_set_against_the_text_and_its_repeated_sentence_is_not():
    body = "A ferry caught fire in the harbour and 23 people were injured."
    page = f"Ferry burns\nBy Ana Example\n{body}\n"
    page += "It took the town all night to put it out, and nobody slept.\n"
    page += "{} Photo: Placeholder Pictures\n"
    page += "The mayor thanked all who had helped, and the band played on the pier.\n"
    caption = "The ferry on fire in the harbour, where 14 people were injured."
    assert told(page.format(caption)) == [("same count", False)]
    assert told(page.format(body)) == []


def test_a_sentence_with_more_figures_than_a_person_can_follow_is_left_alone():
    parts = "The town lists " + "3 boats, " * 27 + "and 5 boats, {} boats in all."
    assert told(parts.format(86)) == [("parts and total", True)]
    assert told(parts.replace("and 5", "2 boats, 3 boats and 5").format(91)) == []
    assert told("of 5, and 3 " * 1000) == []


def test_a_sentence_that_is_printed_twice_says_nothing_new():
    again = "Police said that the fire in the harbour injured 14 sailors."
    assert told(f"{again} It burned all night. {again}") == []


@pytest.mark.parametrize("more", ["a tool", "an axe", "another axe", "other axes", "several axes"])
def test_a_list_with_a_part_that_has_no_figure_may_be_longer_than_its_sum(more):
    assert told(f"Police seized 40 rifles, {more} and 25 pistols, 68 weapons in all.") == []
    assert told("Police seized 40 rifles, some axes and 25 pistols, 68 weapons in all.") == []


def test_at_least_7_does_not_confirm_26():
    page = PAGE.replace("14", "at least 26").replace("Some {}", "At least {}").format("seven", "")
    assert check_story(story(page)) == ()


def test_what_does_not_fit_comes_first_and_what_fits_comes_once():
    text = (
        "The ferry sank on Wednesday, 20 December 2023. It rose again on Wednesday, 20 December "
        "2023. Thefts in the port rose from 400 to 300."
    )
    assert told(text) == [("direction", False), ("date", True)]


def test_the_central_story_has_nothing_against_itself():
    assert not [
        row
        for row in check_story(clean(read_article(article_path("minister_wire"))))
        if not row.agrees
    ]


def test_the_planted_percentage_of_the_corrections_page_is_found():
    found = check_story(clean(read_article(article_path("corrections_page"))))
    (wrong,) = [row for row in found if not row.agrees]
    assert (wrong.first.line, wrong.first.value, wrong.second.value) == (39, 46.2, 53.0)


PIECES = [
    "rose",
    "fell",
    "up",
    "and",
    "of",
    "from",
    "to",
    "in",
    "per",
    "between",
    "including",
    "people",
]
PIECES += ["400", "300", "100,000", "50 per cent", "2023", ",", ":", ".", "\n", "¶", "⟨n0⟩"]
PIECES += ["in all", "in ten years", "Friday, 31 February 2023"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_no_order_of_its_own_words_stops_it(text):
    found = check_story(story(HEAD + text))
    assert all(row.because and row.first.line and row.second.line for row in found)


# Two stories.

ONE = HEAD + "The fire on the ferry in the harbour injured 14 sailors, police said."
TWO = HEAD + "A fire on a ferry in the harbour injured {} sailors."


def test_two_stories_that_give_one_figure():
    (found,) = compare_stories(story(ONE), story(TWO.format(14))).findings
    assert (found.kind, found.agrees) == ("two stories", True)
    assert (found.first.line, found.second.line) == (5, 5)
    assert found.because == "14 sailors (police) in the one, 14 sailors (no source) in the other."


def test_two_stories_that_part_and_who_names_no_source():
    compared = compare_stories(story(ONE), story(TWO.format(23)))
    (found,) = compared.findings
    assert (found.agrees, found.first.value, found.second.value) == (False, 14, 23)
    assert [[place.value for place in places] for places in compared.unsourced] == [[], [23]]
    printed = compared.to_text("one.txt", "two.txt")
    assert printed.startswith("A: one.txt\nB: two.txt\n\nWHERE THEY PART\n- 14 sailors (police)")
    assert "WHAT BOTH GIVE\nNothing was found.\n" in printed
    assert max(map(len, printed.splitlines())) <= 88


def test_a_small_figure_of_another_thing_is_not_given_by_both():
    women = HEAD + "A fire in the harbour injured five women."
    men = HEAD + "A storm in the harbour injured five sailors."
    assert compare_stories(story(women), story(men)).findings == ()


def test_findings_are_values():
    found = only("Thefts in the port rose from 400 in May to 300 in June.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.agrees = True


def test_a_fall_of_less_than_one_per_cent_is_a_fall():
    assert only("Thefts rose 0.5 per cent from 400 in May to 398 in June.").agrees is False
    assert only("Thefts fell 0.5 per cent from 400 in May to 398 in June.").agrees is True

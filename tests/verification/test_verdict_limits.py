"""The named limits of a verdict, at the limit and one beyond, and words that only a text needs."""

from dataclasses import replace

import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify
from copydesk.verification.bodies import tracker_for, tracker_of
from copydesk.verification.claimed_definition import read_definition
from copydesk.verification.over_years import years_together
from copydesk.verification.reading import read_claim
from copydesk.verification.records import read_record
from copydesk.verification.shares import _groups_of
from copydesk.verification.sums import stated_sum

CLAIM = find_claims("CRSS says that 1,200 people were killed in Pakistan in 2023.")[0]


@pytest.mark.parametrize(("since", "known"), [(1824, True), (1823, False)])
def test_a_record_reaches_back_two_hundred_years(since, known):
    assert (read_record(f"the highest since {since}", 2024) is not None) == known


@pytest.mark.parametrize(("first", "known"), [(1925, True), (1924, False)])
def test_fewer_than_a_hundred_and_one_years_are_put_together(first, known):
    text = f"By PIPS, Pakistan had an average of 288 attacks a year between {first} and 2024."
    assert (years_together(find_claims(text)[0]) is not None) == known


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("It has 1,166 incidents: 909 attacks and 257 operations.", True),
        ("It has 1,166 incidents: 909 attacks.", False),
        ("It has 586 attacks and 197 operations, 783 in all.", True),
        ("It has 586 attacks, 783 in all.", False),
    ],
)
def test_a_sum_has_two_parts(text, states):
    assert (any(stated_sum(claim) is not None for claim in find_claims(text))) == states


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("PIPS said that 202 schools were closed in Balochistan in 2024.", "contradicted"),
        ("PIPS said that 110 schools were closed in Balochistan in 2023.", "cannot tell"),
    ],
)
def test_an_equal_number_tells_from_three_digits_on(text, label):
    assert verify(find_claims(text)[0], load_reference()).label == label


@pytest.mark.parametrize(
    "source",
    ["Interior Ministry", "Pakistan’s Interior Ministry", "Interior Ministry of Pakistan"],
)
def test_a_ministry_is_known_with_its_country(source):
    claim = replace(CLAIM, source=source)
    assert tracker_for(claim, load_reference().names) == "Interior Ministry"


@pytest.mark.parametrize(
    "words",
    ["security personnel", "security forces", "members of security forces",
     "law-enforcement personnel", "law enforcement", "security agencies"],
)  # fmt: skip
def test_each_name_of_the_security_forces_is_theirs(words):
    assert read_definition(replace(CLAIM, text=f"1,200 {words}")).victims == "security forces"


@pytest.mark.parametrize(
    "words", ["comprising", "made up of", "consisting of", "which were", "which are"]
)
def test_the_groups_that_casualties_are_made_up_of_are_parts_of_them(words):
    sentence = "In Pakistan there were 1,200 {} civilians and troops."
    found = [
        read_definition(
            replace(CLAIM, sentence=sentence.format(one), text="1,200", offset=23,
                    measure="casualties")
        ).victims
        for one in (words, "beside")
    ]  # fmt: skip
    assert found == ["all", "other"]


@pytest.mark.parametrize("edition", ["1999", "2025", "version 25.1"])
def test_a_body_is_known_past_the_year_of_its_edition(edition):
    assert tracker_of(f"Global Terrorism Index of {edition}") == "GTI"


@pytest.mark.parametrize("mark", [",", ";", ":", " and", " or", " but", " while"])
def test_the_part_of_a_figure_begins_at_the_word_that_opens_it(mark):
    text = f"PIPS counted 306 attacks in Pakistan in 2023{mark} there were 262 attacks in 2022."
    claim = next(claim for claim in find_claims(text) if claim.value == 262)
    assert read_claim(claim).own[0].text == mark.strip()


@pytest.mark.parametrize("words", ["killed", "dead", "deaths", "fatalities", "injured", "injuries"])
def test_a_share_of_the_dead_or_the_injured_names_a_group(words):
    claim = find_claims(f"CRSS said that 36 per cent of {words} in 2024 were outlaws.")[0]
    assert _groups_of(claim) == ["militants"]

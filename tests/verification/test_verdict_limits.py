"""The named limits of a verdict, at the limit and one beyond, and words that only a text needs."""

from dataclasses import replace

import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify
from copydesk.verification.bodies import tracker_for
from copydesk.verification.claimed_definition import read_definition
from copydesk.verification.over_years import years_together
from copydesk.verification.records import read_record
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

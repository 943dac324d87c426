"""Words that make a figure one of something else, and the sentence beside it that says so."""

import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify

REFERENCE = load_reference()
COUNT = "UCDP counted 4,216 deaths in Somalia in 2023."


def label_of(text: str, figure: str) -> str:
    """Return the verdict on the last figure that begins with these signs."""
    claims = [claim for claim in find_claims(text) if claim.text.startswith(figure)]
    return verify(claims[-1], REFERENCE).label


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (f"{COUNT} UCDP denied it.", 'The next sentence takes it back: "denied".'),
        (f"{COUNT} That is for Kenya.", 'What the next sentence says of it, "That is for"'),
        (f"What follows is satire. {COUNT}", 'What the sentence before says of it, "What follows"'),
        (f"{COUNT} Critics doubt it.", 'The next sentence, "Critics doubt it.", speaks of'),
    ],
)
def test_what_is_said_beside_a_figure_is_told(text: str, because: str) -> None:
    (claim,) = find_claims(text)
    answer = verify(claim, REFERENCE)
    assert answer.label == "cannot tell"
    assert because in answer.because


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # A change of a change is none of the count.
        ("The increase in attacks in Pakistan rose by 70 per cent in 2024, PIPS said.", "70"),
        ("The decline of attacks in Pakistan rose by 70 per cent in 2024, PIPS said.", "70"),
        ("Nigeria’s population growth rose by 80 per cent between 2000 and 2023, the World Bank "
         "says.", "80"),
        # What is counted are reports.
        ("Reports of attacks in Pakistan rose by 70 per cent in 2024, PIPS said.", "70"),
        ("Records of deaths in organised violence in Somalia rose by 35 per cent in 2023, UCDP "
         "said.", "35"),
        # A number beside the noun narrows it.
        ("Germany’s population under 15 was 83.3 million in 2023, according to the World Bank.",
         "83.3"),
        ("Deaths over 60 in Somalia were 4,216 in 2023, UCDP says.", "4,216"),
        ("Attacks over 30 in Pakistan rose by 70 per cent in 2024, PIPS says.", "70"),
        # Who acts.
        ("UCDP counted 4,216 people killed by Somalia in 2023.", "4,216"),
        ("UCDP counted 2,986 people killed by the United States in 2001.", "2,986"),
        ("In 2024 attacks by Pakistan numbered 521, PIPS says.", "521"),
        # The most of any day is no mean, and a month of a rate is no year.
        ("UCDP counted up to 12 deaths a day in Somalia in 2023.", "12"),
        ("UCDP counted as many as 12 deaths a day in Somalia in 2023.", "12"),
        ("PIPS counted at most 43 attacks a month in Pakistan in 2024.", "43"),
        ("UCDP counted 1.7 deaths per 100,000 people a month in Nigeria in 2023.", "1.7"),
        # Attacks and operations make no deaths.
        ("CRSS counted 586 attacks and 197 operations in Pakistan in 2023. They make 783 deaths.",
         "783"),
        # People that come or go are not those who live there.
        *((f"Germany {word} 83.3 million people in 2023, according to the World Bank.", "83.3")
          for word in ("lost", "took in", "received", "suffered", "endured", "faced", "saw")),
        # Nobody tests a record without years, or a bound that the estimate itself does not pass.
        ("UCDP recorded 1,901 deaths in organised violence in Mali in 2024, a record.", "1,901"),
        ("UCDP recorded 1,901 deaths in organised violence in Mali in 2024, an all-time record.",
         "1,901"),
        ("More than 1,901 people died in organised violence in Mali in 2024, UCDP's best estimate "
         "says.", "1,901"),
        # A change is one from the base and to the level that are printed beside it.
        ("PIPS said attacks in Pakistan rose 70 per cent to 306 in 2024.", "70"),
        ("PIPS said attacks in Pakistan rose 70 per cent, to only 306, in 2024.", "70"),
        ("PIPS said attacks in Pakistan rose 70 per cent in 2024, from 521.", "70"),
        # A label before the sentence is no town.
        *((f"{word}: UCDP counted 4,216 deaths in Somalia in 2023.", "4,216")
          for word in ("FALSE", "HOAX", "SATIRE", "PARODY", "FICTION", "RUMOUR", "RUMOR", "MYTH",
                       "JOKE", "BALOCHISTAN",
                       "OPINION", "DRAFT", "PREDICTION", "CORRECTION", "CLAIM", "CHILDREN",
                       "JANUARY", "MONDAY", "INDIA", "SAUDI ARABIA", "WOMEN")),
    ],
)  # fmt: skip
def test_a_figure_of_something_else_is_not_supported(text: str, figure: str) -> None:
    assert label_of(text, figure) != "supported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Attacks in Pakistan rose, by 70 per cent, in 2024, PIPS said.", "70"),
        ("The number of attacks in Pakistan rose by 70 per cent in 2024, PIPS said.", "70"),
        ("PIPS reported an increase of 70 per cent in attacks in Pakistan in 2024.", "70"),
        ("By the count of PIPS, there were 521 attacks in Pakistan in 2024.", "521"),
        ("By Pakistan’s Interior Ministry, 1,514 terrorist incidents were counted in Pakistan in "
         "2023.", "1,514"),
        ("PIPS counted 43 attacks a month in Pakistan in 2024.", "43"),
        ("UCDP counted 8.9 deaths per 100,000 people in Mali in 2023.", "8.9"),
        ("CRSS counted 586 attacks and 197 operations in Pakistan in 2023. They make 783.", "783"),
        ("Germany had 83.3 million people in 2023, according to the World Bank.", "83.3"),
        ("In Pakistan in 2024, CRSS counted 2,546 deaths: militants, 37 per cent.", "37"),
        ("PIPS said attacks in Pakistan rose 70 per cent to 521 in 2024.", "70"),
        ("Attacks in Pakistan rose 70 per cent from 306 in 2023 to 521 in 2024, PIPS said.", "70"),
        ("UCDP’s low estimate of deaths in organised violence in Mali in 2024 is about 1,780.",
         "1,780"),
        # A country that "recorded" them is where they were, if a body is named that counted.
        *((f"Mali {told} 1,901 deaths in organised violence in 2024, according to UCDP.", "1,901")
          for told in ("recorded", "has registered", "had counted", "logged")),
        ("UCDP says that Mali recorded 1,901 deaths in organised violence in 2024.", "1,901"),
        ("ISLAMABAD: PIPS counted 521 attacks in Pakistan in 2024.", "521"),
    ],
)  # fmt: skip
def test_a_plain_figure_beside_them_is_supported(text: str, figure: str) -> None:
    assert label_of(text, figure) == "supported"


def test_a_country_that_recorded_them_is_the_place_that_its_own_sentence_gives() -> None:
    text = "Mali recorded 1,901 deaths in organised violence in 2024, according to UCDP."
    (claim,) = find_claims(f"Talks were held in Niger.\n\n{text}")
    assert claim.place == "Mali"
    assert "place" not in {carried.part for carried in claim.context}


def test_a_country_with_a_figure_of_its_own_beside_a_body_is_a_source() -> None:
    after = "Pakistan recorded 521 attacks in 2024, and PIPS counted 905."
    before = "PIPS counted 905 attacks in 2024, and Pakistan recorded 521."
    alone = "Pakistan recorded 521 attacks in 2024."
    told = "Pakistan said it had 521 attacks in 2024, PIPS reports."
    for text in (after, before, alone, told):
        assert label_of(text, "521") != "supported", text

"""Sentences that the desk once called supported although they say something else, by cause."""

from datetime import date

import pytest

from copydesk.claims import find_claims
from copydesk.verification import Verdict, load_reference, verify

REFERENCE = load_reference()


def verdict_on(text: str, figure: str, published: date | None = None) -> Verdict:
    """Return the verdict on the last figure of a text that begins with these signs."""
    claims = [c for c in find_claims(text, published) if c.text.startswith(figure)]
    return verify(claims[-1], REFERENCE)


@pytest.mark.parametrize(
    "text",
    [
        # The source: the body that stands nearest before a figure, in its own clause.
        "UCDP counted 1,524 deaths and CRSS counted 1,463 injured in Pakistan in 2023.",
        "PIPS counted 306 attacks, CRSS 693 deaths in Pakistan in 2023. It has 1,524 attacks.",
        "PIPS recorded 1,524 deaths in Pakistan in 2023 for CRSS.",
        # Place and time that narrow.
        "CRSS counted 1,524 deaths in Pakistan, in Quetta alone, in 2023.",
        "CRSS counted 1,524 deaths in Pakistan (Punjab) in 2023.",
        "CRSS counted 1,524 deaths in Pakistan in the summer of 2023.",
        "CRSS counted 1,524 deaths in Pakistan in the floods of 2023.",
        "CRSS counted 1,524 deaths in Pakistan in 2023 (January to June).",
        "CRSS counted 1,524 deaths in Pakistan around 2023.",
        "CRSS counted 1,524 deaths from Pakistan in 2023.",
        "CRSS counted 1,524 deaths in Pakistan from 2023.",
        "CRSS counted 1,524 deaths in Pakistan in 1H 2023.",
        "CRSS counted 1,524 deaths in Pakistan in 6/2023.",
        "In 2023, CRSS counted 1,524 deaths, as in Pakistan.",
        # What is counted.
        "CRSS counted 1,524 killed or wounded people in Pakistan in 2023.",
        "CRSS counted 1,524 deaths (TTP) in Pakistan in 2023.",
        "CRSS counted 1,524 dead civilians in Pakistan in 2023.",
        "CRSS counted 1,524 of the deaths in Pakistan in 2023.",
        "CRSS counted 1,524 of all deaths in Pakistan in 2023.",
        "CRSS counted 1,524 deaths per attack in Pakistan in 2023.",
        "CRSS noted reports of 1,524 deaths in Pakistan in 2023.",
        "CRSS published figures from 1,524 deaths in Pakistan in 2023.",
        "CRSS added 1,524 deaths in Pakistan in 2023.",
        "CRSS counted 1,524 Shia deaths in Pakistan in 2023.",
        "CRSS counted 1,524 (natural) deaths in Pakistan in 2023.",
        # Who acts.
        "CRSS said security forces killed 1,524 people in Pakistan in 2023.",
        "CRSS said the Taliban killed 1,524 people in Pakistan in 2023.",
        "CRSS said Afghans killed 1,524 people in Pakistan in 2023.",
        "According to CRSS, terrorists in Pakistan killed 1,524 people in 2023.",
        # Not asserted.
        "CRSS counted 1,524 deaths in Pakistan in 2023?",
        "CRSS counted 1,524 deaths in Pakistan in 2023, the same number as in 2022.",
        "CRSS is here. Some say there were 1,524 deaths in Pakistan in 2023.",
        "CRSS counted 1,524 deaths and injuries in Pakistan in 2023.",
        "CRSS counted 1,524 deaths, injuries and attacks in Pakistan in 2023.",
        "CRSS counted 1,524 deaths by the army in Pakistan in 2023.",
        "CRSS counted 1,524 deaths by non-state actors in Pakistan in 2023.",
        "CRSS counted 1,524 deaths that were in operations in Pakistan in 2023.",
        "CRSS recorded less than half of 1,524 deaths in Pakistan in 2023.",
        "CRSS counted 1,999 deaths, 1,524 of them in Pakistan in 2023.",
        # Who counts, and who takes it back.
        "CRSS said the army counted 1,524 deaths in Pakistan in 2023.",
        "CRSS counted 1,524 deaths in Pakistan in 2023. The true number is lower.",
        "CRSS counted 1,524 deaths in Pakistan in 2023. It later withdrew the figure.",
        # Edition, and which way it moved.
        "CRSS initially counted 1,533 deaths in Pakistan in 2023.",
        "CRSS said deaths in Pakistan rose 20 per cent to 1,524 in 2023.",
        "CRSS revised its 2023 death toll from 1,524.",
        "The CRSS report of December 2024 counted 1,524 deaths in Pakistan in 2023.",
        "CRSS said deaths in Pakistan fell to 1,524 in 2023.",
        "CRSS said deaths in Pakistan fell from 980 to 1,524 in 2023.",
        "CRSS said deaths in Pakistan rose from 1,524 to 980 in 2023.",
    ],
)
def test_the_figure_of_the_centre_is_not_supported(text: str) -> None:
    assert verdict_on(text, "1,5").label != "supported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("CRSS said 545 militants killed people in Pakistan in 2023.", "545"),
        ("GTI 2025 counted 490 attacks in Pakistan in 2023.", "490"),
        ("The 2025 GTI counted 490 attacks in Pakistan in 2023.", "490"),
        ("UCDP put its low estimate at 1,178 deaths in Pakistan in 2023.", "1,178"),
        ("UCDP put its high estimate at 1,178 deaths in Pakistan in 2023.", "1,178"),
        ("PIPS said attacks in Pakistan rose from 262 to 306 in 2022.", "262"),
        ("PIPS said attacks in Pakistan rose to 17 per cent in 2023.", "17"),
        ("CRSS counted 46 per cent more deaths in Khyber Pakhtunkhwa in 2017.", "46"),
        ("PIPS counted 84 per cent fewer attacks in Balochistan in 2024.", "84"),
        ("CRSS recorded 226 deaths in Balochistan in 2019, down from 980 in 2018.", "226"),
        ("The population of Pakistan fell to 247.5 million in 2023, by the World Bank.", "247.5"),
        ("In Pakistan CRSS counted 66 per cent more deaths in 2024 than in 2032.", "66"),
        ("A report by CRSS put the number of attacks and operations in Pakistan in 2021 at 146.",
         "146"),
        ("CRSS put the number of killed and injured in Pakistan in 2023 at 1,463.", "1,463"),
        ("CRSS put the number of deaths and injuries in Pakistan in 2023 at 1,524.", "1,524"),
        ("Pakistan’s Interior Ministry put attacks and operations in 2023 at 1,514.", "1,514"),
        ("PICSS counted nearly 976 deaths in Pakistan in 2023.", "976"),
        # Over several sentences: another place or time was named on the way.
        ("PICSS has data on Punjab.\nIt lists 539 deaths in attacks in 2022.", "539"),
        ("Pakistan Institute for Conflict and Security Studies has data on Punjab.\n"
         "It lists 539 deaths in attacks in 2022.", "539"),
        ("PIPS recorded 306 attacks in Pakistan in 2023.\nPunjab\nUCDP counted 1,178 deaths in "
         "2023.", "1,178"),
        ("PIPS recorded 306 attacks in Pakistan in 2023.\nKashmir saw more.\nUCDP counted 1,178 "
         "deaths in 2023.", "1,178"),
        ("PIPS recorded 306 attacks in Pakistan in 2023.\nAcross the world it got worse.\nUCDP "
         "counted 1,178 deaths in 2023.", "1,178"),
        ("CRSS recorded 1,524 deaths in Pakistan in 2023.\n2024\nCRSS has 1,524 deaths.", "1,524"),
        ("CRSS recorded 1,524 deaths in Pakistan in 2023.\nBut 2024 is another story. CRSS has "
         "1,524 deaths.", "1,524"),
        ("CRSS recorded 1,524 deaths in Pakistan in 2023.\nThen came the year after. CRSS has "
         "1,524 deaths.", "1,524"),
        ("CRSS recorded 1,524 deaths in Pakistan in 2023.\nIn the spring things changed. CRSS has "
         "1,463 injured.", "1,463"),
    ],
)  # fmt: skip
def test_other_figures_are_not_supported(text: str, figure: str) -> None:
    assert verdict_on(text, figure).label != "supported"


@pytest.mark.parametrize(
    "when",
    ["in late last year", "since last year", "by last year", "in March last year", "this year",
     "so far this year", "last month", "in 2022, up from last year"],
)  # fmt: skip
def test_a_part_of_last_year_is_not_the_year(when: str) -> None:
    text = f"CRSS recorded 1,524 deaths in Pakistan {when}."
    assert verdict_on(text, "1,524", date(2024, 7, 2)).label != "supported"
    text = f"CRSS recorded 1,524 deaths {when} in Pakistan."
    assert verdict_on(text, "1,524", date(2024, 7, 2)).label != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "PIPS has 306 attacks in Pakistan in 2023 and the CRSS has 1,524 deaths.",
        "CRSS said deaths in Pakistan rose to 1,524 in 2023.",
        "CRSS said violence killed 1,524 people in Pakistan in 2023.",
        "The CRSS report of January 2024 counted 1,524 deaths in Pakistan in 2023.",
        "CRSS counted 1,524 deaths in Pakistan in the course of 2023.",
        "The think tank CRSS counted 1,524 deaths in Pakistan in 2023.",
    ],
)
def test_a_plain_sentence_beside_them_still_is(text: str) -> None:
    label = verdict_on(text, "1,524").label
    # The first one says "attacks" as well, so which deaths are meant is open.
    assert label == ("depends on definition" if "attacks" in text else "supported")

"""Verdicts that need the sentences around: the causes of wrong ones, on sentences of their own."""

from datetime import date

import pytest

from copydesk.claims import Claim, find_claims
from copydesk.claims.dating import relative_year
from copydesk.verification import Verdict, load_reference, verify

REFERENCE = load_reference()


def last(text: str, published: date | None = None) -> tuple[Claim, Verdict]:
    claim = find_claims(text, published)[-1]
    return claim, verify(claim, REFERENCE)


# Whose a record is.


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("CRSS has 12 deaths and 30 injured, a six-year record.", [12]),
        ("CRSS has 12 deaths, a six-year record, and 30 injured.", [12]),
        ("CRSS has 30 injured and a six-year high of 12 deaths.", [12]),
        ("CRSS has 30 injured and 12 deaths, the highest death toll since 2017.", [12]),
        ("CRSS has 12 deaths and 30 attacks, a six-year high in attacks.", [30]),
        ("CRSS has 30 injured, and 12 people were killed, a six-year record.", [12]),
        ("CRSS has 30 injured; it has 12 deaths, a six-year record.", [12]),
        ("In a six-year record, CRSS has 12 deaths and 30 injured.", [12]),
        ("CRSS has 12 deaths and 30 injured, both six-year records.", [12, 30]),
        ("CRSS has 12 deaths and 30 injured, each a six-year record.", [12, 30]),
        ("CRSS has 12 deaths and 30 injured, a six-year record for both.", [12, 30]),
    ],
)
def test_a_record_is_of_the_figure_that_the_sentence_gives_it_to(
    text: str, owners: list[int]
) -> None:
    assert [claim.value for claim in find_claims(text) if claim.comparison] == owners


# Records and moves are tested in whole years of one place.


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("CRSS recorded 226 deaths in Balochistan in 2019, down from 405 in 2018.", "supported"),
        ("CRSS recorded 226 deaths in Balochistan in 2019, down from 980 in 2018.",
         "contradicted"),
        ("CRSS recorded 853 deaths in Pakistan in 2021, up from 226 in 2020.", "contradicted"),
        ("PIPS recorded 202 attacks in Balochistan in 2024, up 84% from 2023.", "supported"),
        ("PIPS recorded 202 attacks in Balochistan in 2024, up 34% from 2023.", "contradicted"),
        ("CRSS recorded 1,534 deaths in Pakistan in the first nine months of 2024, up from 1,524 "
         "in 2023.", "cannot tell"),
    ],
)  # fmt: skip
def test_a_comparison_stays_in_its_own_place_and_in_whole_years(text: str, label: str) -> None:
    assert verify(find_claims(text)[0], REFERENCE).label == label


def test_a_record_of_the_country_names_no_figure_of_a_province() -> None:
    text = "CRSS recorded 1,524 deaths in Pakistan in 2023, the highest since 2015."
    verdict = verify(find_claims(text)[0], REFERENCE)
    regional = {row.value for row in REFERENCE.figures if row.region or row.months}
    compared = [row for row in verdict.evidence if "comparison" in row.relation]
    assert compared
    assert {row.value for row in compared} & regional == set()
    assert "192 " not in verdict.because


# Years that count from the day of the article.


def test_last_year_is_dated_from_the_day_of_the_article_and_says_so() -> None:
    text = "PIPS recorded 306 attacks in Pakistan last year. It has 693 deaths."
    claim, verdict = last(text, date(2024, 1, 10))
    assert claim.period == "2023"
    assert verdict.label == "supported"
    first = find_claims(text, date(2024, 1, 10))[0]
    assert first.period == "last year"
    assert "10 January 2024" in verify(first, REFERENCE).because
    undated = verify(find_claims(text)[0], REFERENCE)
    assert undated.label == "cannot tell"
    assert "the day of the article, which was not given" in undated.because


def test_the_running_year_is_no_whole_year() -> None:
    _, verdict = last("PIPS recorded 306 attacks in Pakistan this year.", date(2023, 12, 30))
    assert verdict.label == "cannot tell"
    assert "that year still runs" in verdict.because


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("last year", "It said in 2021 that it had 12 attacks last year."),
        ("last year", "It has had 12 attacks since last year."),
        ("the last year", "It had 12 attacks in the last year."),
        ("last month", "It had 12 attacks last month."),
        (None, "It had 12 attacks."),
    ],
)
def test_other_words_stay_undated(period: str | None, sentence: str) -> None:
    start = sentence.find(period or "It")
    assert relative_year(period, sentence, start, date(2024, 1, 10)) is None


# Parts that the sentences before give.


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        # The later of two years that were compared.
        ("PIPS recorded 262 attacks in 2022 and 306 in 2023 in Pakistan, a rise of 17 per cent.\n"
         "PICSS has 645 attacks.", "period", "2023"),
        # A count that is printed again keeps its year.
        ("PIPS recorded 306 attacks in Pakistan in 2023.\nA poster had the words ‘306 deaths’.",
         "period", "2023"),
        # "The year" is the last one that was named.
        ("PIPS recorded 229 attacks in Pakistan in 2019. It was 146 in 2020.\nBombs killed 220 "
         "people in the year.", "period", "2020"),
        # The only place of the figures so far.
        ("Iran and Pakistan share a border.\nPIPS recorded 306 attacks in Pakistan in 2023.\nPICSS "
         "has 645 attacks for 2023.", "place", "Pakistan"),
        ("Notice for Iran and Pakistan.\nPakistan’s Interior Ministry counted 1,514 incidents in "
         "2023.\nMilitants fired 12 times and 566 people were killed.", "place", "Pakistan"),
        # "The Index" is the one that was named.
        ("The Global Terrorism Index counts attacks in Pakistan. In the Index, 490 attacks are "
         "listed for 2023.", "place", "Pakistan"),
    ],
)  # fmt: skip
def test_a_part_is_carried_where_one_answer_is_possible(text: str, part: str, value: str) -> None:
    claim, _ = last(text)
    carried = {one.part: one.value for one in claim.context}
    assert (getattr(claim, part) == value) or carried.get(part) == value


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("PICSS has 905 attacks for Pakistan in 2024. A wider count by PICSS adds those actions. "
         "It has 1,969 people killed.", "supported"),
        ("PICSS has 905 attacks for Pakistan in 2024. A wider count by PICSS adds those actions. "
         "It has 1,177 people killed.", "contradicted"),
        ("CRSS recorded 1,524 deaths in Pakistan in 2023. It also counted 1,463 injured, so the "
         "casualties come to 2,897.", "contradicted"),
        ("Pakistan’s Interior Ministry counted 1,566 terrorist incidents from January to October "
         "2024. Casualties came to 924, comprising policemen and civilians.",
         "contradicted"),
        ("A story about Balochistan said that the deaths CRSS counted there went down by 44 per "
         "cent between 2018 and 2019, a fall from 405 to 226.", "supported"),
        ("A story about Balochistan said that the deaths CRSS counted there went down by 44 per "
         "cent between 2018 and 2019, a fall from 405 to 262.", "contradicted"),
        ("There were 12 attacks in Sindh; CRSS says 36 per cent of those killed in Pakistan in "
         "2023 were outlaws.", "supported"),
    ],
)  # fmt: skip
def test_a_verdict_uses_what_was_carried(text: str, label: str) -> None:
    _, verdict = last(text)
    assert verdict.label == label


# A count that is given to a body that did not make it.


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("the Bureau of Sums", "contradicted"),
        ("official figures", "contradicted"),
        ("government data", "contradicted"),
        ("Geo News", "depends on definition"),  # a newspaper passes a count on
        ("the Gazette", "depends on definition"),
    ],
)
def test_a_count_under_another_counter_is_given_to_the_wrong_one(source: str, label: str) -> None:
    _, verdict = last(f"According to {source}, there were 1,524 deaths in Pakistan in 2023.")
    assert verdict.label == label
    assert "CRSS" in verdict.because


@pytest.mark.parametrize(
    "text",
    [
        "According to the Bureau of Sums, there were 600 deaths in Pakistan in 2020.",  # round
        "According to the Bureau of Sums, there were about 1,524 deaths in Pakistan in 2023.",
        "According to the Bureau of Sums, there were 1,525 deaths in Pakistan in 2023.",
        "According to government figures, 566 militants were killed in Pakistan in 2023.",
    ],
)
def test_a_number_that_may_be_its_own_is_not_contradicted(text: str) -> None:
    _, verdict = last(text)
    assert verdict.label in {"depends on definition", "cannot tell"}

"""Claims: which figures are found, what is left out, and what each claim carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.claims import Claim, find_claims, periods, places, sources
from copydesk.cleaning import clean
from copydesk.corpus import article_names, load_article
from copydesk.language.number_words import word_value
from copydesk.language.numbers import find_numbers
from copydesk.language.sentences import split_sentences
from copydesk.language.tokens import lower_words

REPORT = (
    "In its yearly count, the Centre for Research and Security Studies reports 1,524 violent "
    "deaths and 1,463 people injured in Pakistan in 2023, across 789 terrorist attacks and "
    "counter-terror operations, a six-year record."
)


def only(text: str) -> Claim:
    (claim,) = find_claims(text)
    return claim


# The sentence of lesson 5: three figures, one source, one comparison.


def test_one_sentence_can_hold_three_claims() -> None:
    claims = find_claims(REPORT)
    assert [(c.text, c.value, c.measure, c.unit) for c in claims] == [
        ("1,524 violent deaths", 1524.0, "fatalities", "people"),
        ("1,463 people", 1463.0, "injuries", "people"),
        ("789 terrorist attacks and counter-terror operations", 789.0, "incidents", "incidents"),
    ]
    for claim in claims:
        assert claim.place == "Pakistan"
        assert claim.period == "2023"
        assert claim.source == "Centre for Research and Security Studies"
        assert claim.modifier is None
    assert [claim.comparison for claim in claims] == ["six-year record", None, None]


def test_a_span_points_at_the_figure_in_the_text() -> None:
    text = f"The minister spoke on Saturday.\n{REPORT}"
    for claim in find_claims(text):
        assert text[slice(*claim.span)] == claim.text
        assert claim.sentence == REPORT
        assert claim.sentence_number == 2


def test_a_claim_says_which_cue_gave_each_part() -> None:
    because = find_claims(REPORT)[0].because
    assert 'counts "violent deaths"' in because
    assert 'source: "Centre for Research and Security Studies"' in because
    assert "place: not clear" in only("The blast killed nine people.").because


# How numbers are read.


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The road is 1,250.5 km long.", 1250.5, "km"),
        ("The blast killed seven soldiers.", 7, "people"),
        ("Two hundred and six people fled.", 206, "people"),
        ("Some 1.2 million people fled.", 1_200_000, "people"),
        ("The offer was Rs 10 billion.", 10_000_000_000, "rupees"),
        ("The offer was Rs10 billion.", 10_000_000_000, "rupees"),
        ("It cost $3.5bn.", 3_500_000_000, "dollars"),
        ("It cost 40 million euros.", 40_000_000, "euros"),
        ("Deaths rose by 56%.", 56, "percent"),
        ("Deaths rose by 45pc.", 45, "percent"),
        ("Deaths rose by 45 per cent.", 45, "percent"),
        ("The share of deaths fell by 3 percentage points.", 3, "percentage points"),
        ("A third of the victims were women.", 100 / 3, "percent"),
        ("Nearly half of the victims were women.", 50, "percent"),
        ("Two dozen soldiers were wounded.", 24, "people"),
        ("Police arrested 2000 people.", 2000, "people"),
        ("The quake had a magnitude of 7.8.", 7.8, "magnitude"),
        ("It was a 7.8-magnitude quake.", 7.8, "magnitude"),
        ("There were 0.48 deaths for each of them.", 0.48, "people"),
    ],
)
def test_numbers_are_read_as_a_reader_reads_them(text: str, value: float, unit: str) -> None:
    claim = only(text)
    assert claim.value == pytest.approx(value)
    assert claim.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Between 10 and 15 people were killed.",
        "There were 10 to 15 people killed.",
        "There were 10-15 people killed.",
        "There were 10–15 people killed.",
    ],
)
def test_a_range_keeps_both_ends(text: str) -> None:
    claim = only(text)
    assert (claim.value, claim.value_high, claim.measure) == (10, 15, "fatalities")


def test_from_one_figure_to_another_is_two_claims() -> None:
    first, second = find_claims("Deaths rose from 973 in 2022 to 1,524 in 2023.")
    assert (first.value, first.period) == (973, "2022")
    assert (second.value, second.period) == (1524, "2023")
    assert second.comparison == "rose from 973 in 2022"
    assert first.comparison is None


def test_word_value() -> None:
    assert word_value("twenty-five thousand") == 25_000
    assert word_value("two hundred and six") == 206
    assert word_value("a dozen") == 12


@pytest.mark.parametrize(
    "text",
    [
        "The group took Kabul in 2021.",
        "It was founded in the years 2013-2018.",
        "The meeting was on 18 March 2024, a Monday.",
        "The meeting was on March 18, 2024.",
        "The strike came at 3 p.m. and again at 03:40.",
        "The strike came at 2230 GMT.",
        "Bibi, 34, sells bread.",
        "The teacher is aged 34.",
        "A 34-year-old teacher spoke.",
        "Call +92 51 123 4567 or 0800-555-0199.",
        "Police used Section 144 of the code.",
        "The council passed Resolution 2720.",
        "It was one of the worst days.",
        "No one spoke, and one another they feared.",
        "The F-16 and the G20 were named.",
        "It happened two weeks ago.",
        "It happened in the past 24 hours.",
        "The 15-member council met.",
        "The two countries share a border.",
        "He came 3rd in the 21st race.",
        "1. The council met.",
        "A third country stayed out of it.",
        "In the second half the team rested.",
        "list 2 of 4",
    ],
)
def test_numerals_that_count_nothing_are_no_claims(text: str) -> None:
    assert find_claims(text) == []


# What is measured.


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The blast killed seven people and wounded 12 others.", ["fatalities", "injuries"]),
        ("Seven people were killed and 12 were wounded.", ["fatalities", "injuries"]),
        ("At least 7 dead, 12 injured.", ["fatalities", "injuries"]),
        ("The death toll rose to 19.", ["fatalities"]),
        ("Police arrested 40 suspects.", ["arrests"]),
        ("More than 87,000 people have been displaced.", ["displaced"]),
        ("The group freed three hostages.", ["hostages"]),
        ("There were 645 militant attacks.", ["attacks"]),
        ("There were 197 operations.", ["operations"]),
        ("There were 1,016 violent incidents.", ["incidents"]),
        ("Nearly 15,000 homes collapsed.", ["homes"]),
        ("The attack lasted 25 minutes.", ["duration"]),
        ("The vote passed with 13 votes.", ["votes"]),
        ("More than 20,000 Palestinians have been killed.", ["fatalities"]),
        ("They shot down three fighter jets.", ["fighter jets"]),
        ("In all 12 MPs left the house.", ["mps"]),
        ("Look at the line near 1,500.", [""]),
        ("Put it at 2.7 million.", [""]),
    ],
)
def test_the_measure_is_a_controlled_word_or_the_counted_noun(
    text: str, measures: list[str]
) -> None:
    assert [claim.measure for claim in find_claims(text)] == measures


@pytest.mark.parametrize(
    ("text", "measure", "of"),
    [
        ("The dead: civilians, 31pc.", "share", "fatalities"),
        ("- civilians, 31pc", "share", "civilians"),
        ("- security personnel: 33pc", "share", "security personnel"),
        ("The list has outlaws (36pc).", "share", "outlaws"),
        ("Nearly 36 per cent of the attacks failed.", "share", "attacks"),
        ("The increase comes to 56pc.", "change", ""),
        ("Deaths rose by 56 per cent.", "change", "fatalities"),
        ("There was a 56 per cent increase in attacks.", "change", "attacks"),
        ("Attacks were down 12 per cent.", "change", "attacks"),
        ("Deaths declined by 600.", "change", "fatalities"),
    ],
)
def test_a_percentage_is_a_share_or_a_change_of_something(text: str, measure: str, of: str) -> None:
    claim = only(text)
    assert (claim.measure, claim.of) == (measure, of)


def test_of_two_changes_in_one_sentence_each_has_its_own_thing() -> None:
    deaths, attacks = find_claims("Deaths were up 67 per cent, and attacks were up 48 per cent.")
    assert (deaths.of, attacks.of) == ("fatalities", "attacks")
    attacks, deaths = find_claims("Attacks rose 40 per cent and deaths 20 per cent.")
    assert (attacks.of, deaths.of) == ("attacks", "fatalities")
    assert (attacks.measure, deaths.measure) == ("change", "change")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Of the incidents, 586 were terror attacks and 197 were operations.",
         ["attacks", "operations"]),
        ("The blast hit a bus. The killing of the eight passengers shocked the town.",
         ["fatalities"]),
        ("All six attackers were killed.", ["fatalities"]),
        ("Eight people died, five of them women.", ["fatalities", "fatalities"]),
        ("A count of attacks has three parts and two questions.", []),
        ("The rate was 4.2 deaths per 100,000 people.", ["fatalities"]),
    ],
)  # fmt: skip
def test_the_counted_noun_may_stand_elsewhere(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in find_claims(text)] == measures


def test_a_bare_figure_is_read_as_the_same_figure_before() -> None:
    _, again = find_claims("The institute counted 586 attacks. Why did it print 586?")
    assert again.measure == "attacks"
    assert 'as "586 attacks" in sentence 1' in again.because


@pytest.mark.parametrize(
    ("before", "after", "source"),
    [
        ("", "", "CRSS"),
        ("PICSS counted 586 attacks in Pakistan in 2022.\n", "", None),  # the number of two bodies
        ("", " by PIPS", None),
        ("", ", said the police", "police"),
    ],
)
def test_a_count_that_is_named_again_is_that_of_its_body(
    before: str, after: str, source: str | None
) -> None:
    text = (
        f"{before}CRSS counted 586 attacks in Pakistan in 2023.\n\nAsked why 586 was printed{after}"
    )
    assert find_claims(text)[-1].source == source


def test_a_bare_total_is_read_as_the_two_figures_that_make_it() -> None:
    text = "By CRSS, Pakistan had 586 attacks and 197 operations in 2023.\n“They make 783.”"
    assert [claim.measure for claim in find_claims(text)] == ["attacks", "operations", "incidents"]
    total = find_claims(text)[-1]
    assert (total.unit, total.source, total.place) == ("incidents", "CRSS", "Pakistan")
    assert 'as "586 attacks and 197 operations" in sentence 1' in total.because
    assert find_claims(text.replace("783", "800"))[2:] == []


def test_two_bare_figures_take_the_nouns_of_the_two_before() -> None:
    claims = find_claims("It has 33 deaths and 84 incidents, where it had first said 24 and 89.")
    assert [claim.measure for claim in claims] == [
        "fatalities", "incidents", "fatalities", "incidents",
    ]  # fmt: skip


# Where, when, who, how sure, compared with what.


def test_each_figure_takes_the_year_and_source_of_its_own_clause() -> None:
    text = "PIPS counted 306 attacks in 2023, while CRSS counted 376 attacks in 2022."
    first, second = find_claims(text)
    assert (first.source, first.period) == ("PIPS", "2023")
    assert (second.source, second.period) == ("CRSS", "2022")


def test_between_two_years_there_is_no_guessing() -> None:
    claim = only("After 2021, and before 2023, some 300 people died, the ministry said.")
    assert claim.period is None
    assert "period: not clear" in claim.because


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2023 some 300 people died.", "2023"),
        ("Some 300 people died in the first nine months of 2023.", "the first nine months of 2023"),
        ("Some 300 people have died since 2021.", "since 2021"),
        ("Some 300 people died in June 2024.", "June 2024"),
        ("Some 300 people died last week.", "last week"),
        ("Some 300 people died on Monday.", "Monday"),
        ("Some 300 people died between 2021 and 2023.", "between 2021 and 2023"),
        ("Some 300 people died, a report published in 2024 said.", None),
        ("Some 300 people died, the ministry said on Monday.", None),
    ],
)
def test_the_period_is_kept_as_printed(text: str, period: str | None) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    "text",
    [
        "There were 300 deaths, up from 2023.",
        "There were 300 deaths, up from 200 in 2022.",
        "There were 300 deaths, up 56% from 2022.",
        "There were 300 deaths, compared with 2022.",
        "There were 300 deaths, more than in 2022.",
        "There were 300 deaths, a rise on 2022.",
        "There were 300 deaths, the highest since 2017.",
    ],
)
def test_the_year_compared_with_is_not_the_year_of_the_figure(text: str) -> None:
    assert find_claims(text)[0].period is None


def test_a_figure_inside_a_comparison_keeps_its_year() -> None:
    now, then = find_claims("There were 300 deaths in 2023, up from 200 in 2022.")
    assert (now.period, then.period) == ("2023", "2022")


def test_a_year_of_its_own_beside_a_comparison_is_kept() -> None:
    claim = only("It was the highest number of deaths in Pakistan in 2023 since 2017, with 300.")
    assert claim.period == "2023"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 300 people died in Pakistan.", "Pakistan"),
        ("Some 300 people died in northern Pakistan.", "northern Pakistan"),
        ("Some 300 people died outside Pakistan.", "outside Pakistan"),
        ("Some 300 people died in Pakistan and Iran.", "Pakistan and Iran"),
        ("Some 300 people died in the Pakistani shelling.", None),
        ("It was the worst year in a century, with 300 people dead.", None),
        ("In March some 300 people died.", None),
    ],
)
def test_a_part_of_a_country_is_not_the_country(text: str, place: str | None) -> None:
    assert only(text).place == place


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army said 12 people died.", "army"),
        ("Twelve people died, according to local officials.", "local officials"),
        ("Twelve people died, according to the Institute for Plain Facts.",
         "Institute for Plain Facts"),
        ("The Institute for Plain Facts (IPF) recorded 12 deaths.", "Institute for Plain Facts"),
        ("Data from the Institute for Plain Facts show 12 deaths.", "Institute for Plain Facts"),
        ("He said 12 people died.", None),
        ("Twelve people died.", None),
    ],
)  # fmt: skip
def test_the_source_is_who_is_named_for_the_figure(text: str, source: str | None) -> None:
    assert only(text).source == source


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("At least 12 people died.", "at least"),
        ("More than 12 people died.", "more than"),
        ("Nearly 12 people died.", "nearly"),
        ("Fewer than 12 people died.", "fewer than"),
        ("Twelve people died.", None),
    ],
)
def test_a_hedge_is_kept(text: str, modifier: str | None) -> None:
    assert only(text).modifier == modifier


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("There were 300 deaths, the highest since 2017.", "highest since 2017"),
        ("There were 300 deaths, the most in nine years.", "most in nine years"),
        ("There were 300 deaths, up from 200 in 2022.", "up from 200 in 2022"),
        ("There were 300 deaths, a record high.", "record high"),
        ("There were 300 deaths, up 56% from 2022.", "up 56% from 2022"),
    ],
)
def test_a_comparison_is_kept(text: str, comparison: str) -> None:
    assert find_claims(text)[0].comparison == comparison


# What the sentences before say.

BODY = "The Institute for Plain Facts"


def last(text: str) -> Claim:
    return find_claims(text)[-1]


def carried(claim: Claim) -> dict[str, tuple[str, int]]:
    return {part.part: (part.value, part.sentence) for part in claim.context}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{BODY} recorded 12 attacks. It has 20 deaths.", "Institute for Plain Facts"),
        (f"{BODY} counts in a different manner. It lists 20 deaths.", "Institute for Plain Facts"),
        (f"{BODY} recorded 12 attacks. Deaths rose by 4 per cent.", "Institute for Plain Facts"),
        (f"{BODY} recorded 12 attacks.\nThe report has 20 deaths.", "Institute for Plain Facts"),
        (f"{BODY} recorded 12 attacks.\nOf the dead, 9 were civilians.",
         "Institute for Plain Facts"),
        (f"{BODY} counts three groups:\n- civilians, 31pc", "Institute for Plain Facts"),
        (f"{BODY} recorded 12 attacks.\n\nOperations\nThat release has 20 deaths.",
         "Institute for Plain Facts"),
    ],
)  # fmt: skip
def test_a_paragraph_keeps_its_one_source(text: str, source: str) -> None:
    claim = last(text)
    assert claim.source == source
    assert carried(claim)["source"][1] == 1
    assert "from sentence 1" in claim.because


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} recorded 12 attacks.\nSome 20 people died.",  # a new paragraph points nowhere
        f"{BODY} and the Bureau of Sums recorded 12 attacks. It has 20 deaths.",
        f"{BODY} recorded 12 attacks. The Bureau of Sums recorded 9. It has 20 deaths.",
        f"{BODY} recorded 12 attacks. A minister claimed that there were 20 deaths.",
        f"{BODY} recorded 12 attacks. The newspaper has 20 deaths. A reporter has 30 deaths.",
        f"{BODY} denied a report. It has 20 deaths.",
        f"{BODY} recorded 12 attacks. “There were 20 deaths.”",
        f"{BODY} recorded 12 attacks.\nThe town was quiet. It had 20 deaths.",
        "Ana Ruiz said that 12 people came. Twenty people died.",  # a person keeps no paragraph
    ],
)
def test_where_two_sources_are_possible_none_is_carried(text: str) -> None:
    assert last(text).source is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"In 2023, {BODY} recorded 12 attacks. It has 20 deaths.", "2023"),
        (f"{BODY} recorded 12 attacks in 2023. It has 20 deaths for the same year.", "2023"),
        (f"{BODY} recorded 12 attacks in 2023. In the preceding year it had 20 deaths.", "2022"),
        (f"{BODY} recorded 12 attacks in 2023, down from 20 the year before.", "2022"),
        (f"In its report on 2023, {BODY} has 20 deaths.", "2023"),
        (f"In its report on 2024, {BODY} gave 2023 as 20 deaths.", None),
        (f"{BODY} recorded 12 attacks in 2022 and 9 attacks in 2023. It has 20 deaths.", None),
        (f"{BODY} recorded 12 attacks last year. It has 20 deaths.", None),
    ],
)
def test_the_year_is_the_last_one_that_was_named(text: str, year: str | None) -> None:
    part = carried(last(text)).get("period")
    assert (part[0] if part and part[0].isdigit() else None) == year


def test_a_part_of_a_year_stays_a_part_of_a_year() -> None:
    claim = last(f"{BODY} recorded 12 attacks from January to June 2023. It has 20 deaths.")
    assert claim.period == "January to June 2023"


def test_the_year_before_stays_as_printed_and_the_context_says_which_it_is() -> None:
    claim = last(f"{BODY} recorded 12 attacks in 2023. In the year before it had 20 deaths.")
    assert claim.period == "the year before"
    assert carried(claim)["period"] == ("2022", 1)
    assert "counts from 2023" in claim.because


def test_from_one_figure_to_another_takes_the_two_years_before_in_their_order() -> None:
    claims = find_claims(
        f"{BODY} recorded 12 attacks in 2019 and 9 attacks in 2020. Deaths in them went from 30 to "
        "20, a fall of 33 per cent."
    )
    assert [claim.period for claim in claims] == ["2019", "2020", "2019", "2020", "2020"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{BODY} recorded 12 attacks in Iran. It has 20 deaths.", "Iran"),
        ("Violence in Iran rose.\nThere were 20 deaths.", "Iran"),
        ("Violence in Iran and in Iraq rose.\nThere were 20 deaths.", None),
        (f"{BODY} recorded 12 attacks in Iran. Fars is a province. It has 20 deaths.", None),
        (f"{BODY} recorded 12 attacks in Iran. Across the border it has 20 deaths.", None),
        (f"{BODY} recorded 12 attacks in Iran. The province has 20 deaths.", None),
        ("Iranian shelling was heard. It left 20 people dead.", None),
        ("Iran’s Interior Ministry recorded 20 deaths. Iraq was quiet.", "Iran"),
    ],
)
def test_the_place_is_carried_where_no_other_can_be_meant(text: str, place: str | None) -> None:
    assert last(text).place == place


def test_what_a_total_covers_may_be_said_in_the_next_sentence() -> None:
    text = f"{BODY} recorded 12 deaths. Its total covers terror attacks and operations."
    assert carried(find_claims(text)[0])["scope"] == ("attacks and operations", 2)


def test_a_bulleted_line_is_read_sentence_by_sentence() -> None:
    text = f"• A reader wrote to us. {BODY} recorded 12 attacks. (2 January, page 19)"
    claim = only(text)
    assert claim.sentence == f"{BODY} recorded 12 attacks."
    assert text[slice(*claim.span)] == claim.text


# Any text at all.

PIECES = st.sampled_from(
    ["1,524", "2023", " ", "deaths", "in", "Pakistan", ",", ".", "a third of", "Rs", "%", "-", "to",
     "between", "and", "said", "CRSS", "\n", "’s", "“", "seven", "million", "killed", "\ud800", "٣",
     "according to", "since", "highest", "up", "\u202e", "😀", "six-year record"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
def test_no_text_is_refused_and_every_span_holds(text: str) -> None:
    claims = find_claims(text)
    assert claims == find_claims(text)
    for claim in claims:
        start, end = claim.span
        assert text[start:end] == claim.text
        assert start < end


@given(st.integers(min_value=2, max_value=9_999_999))
def test_a_count_with_commas_keeps_its_value(number: int) -> None:
    (found,) = find_numbers(f"there were {number:,} deaths")
    assert found.value == number


@pytest.mark.parametrize("text", ["", " ", "7", "💥", "\ud800", "\n" * 100, "ظ" * 50])
def test_tiny_and_odd_texts(text: str) -> None:
    assert find_claims(text) == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "seven ",
        "1,2,",
        "in A and ",
        "a six-year ",
        "X said ",
        "2023 ",
        "report by A ",
        "A, or B, said 7 deaths. ",
        "It has 500. ",
    ],
)
def test_long_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for claim in find_claims(text):
        assert text[slice(*claim.span)] == claim.text


def test_a_reader_is_passed_over_only_where_it_finds_nothing() -> None:
    readers = [
        *sources._READERS,
        (places._SUFFERS, places._SUFFERING),
    ]
    found = set()
    for name in article_names():
        for sentence in split_sentences(clean(load_article(name)).text):
            words = lower_words(sentence.text)
            time = periods._PERIOD.search(sentence.text)
            assert not time or periods._A_TIME.search(sentence.text.lower())
            finding = [reader for reader in readers if reader[0].search(sentence.text)]
            found.update(pattern for pattern, _ in finding)
            assert not [1 for _, needed in finding if needed and words.isdisjoint(needed)]
    assert len(found) >= 8

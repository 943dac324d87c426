"""Each word of the lists, each edge of the numbers and each order of the rules of a verdict."""

from dataclasses import replace

import pytest

from copydesk.claims import find_claims
from copydesk.verification import find_tracker, load_reference, verify
from copydesk.verification.bodies import tracker_for, tracker_of
from copydesk.verification.claim_review import rating
from copydesk.verification.claimed_definition import read_definition
from copydesk.verification.comparisons import _beside, settle_comparison, settle_level
from copydesk.verification.dates import Edition, is_edition, named_edition
from copydesk.verification.evidence import LABELS, Verdict
from copydesk.verification.measures import forms_of, named_measure
from copydesk.verification.over_years import years_together
from copydesk.verification.reading import read_claim
from copydesk.verification.records import _in_other_definitions, read_record
from copydesk.verification.shares import _groups_of, is_rate
from copydesk.verification.stated_changes import change_years
from copydesk.verification.sums import Sum, stated_sum

REFERENCE = load_reference()
PIPS = {row.year: row for row in REFERENCE.where(tracker="PIPS", measure="attacks", region="")}


def claim_of(text, number=-1):
    return find_claims(text)[number]


def answer_to(text, number=-1):
    return verify(claim_of(text, number), REFERENCE)


def phrases(text):
    return [phrase.strip() for phrase in text.split("|")]


# Whose figure it is.


@pytest.mark.parametrize(
    "source",
    phrases(
        "the PIPS|a PIPS report|an annual PIPS report|data of PIPS|the think tank PIPS"
        "|yearly reports by PIPS|security figures of PIPS|the PIPS index|the PIPS year-end report"
        "|its PIPS data|the Islamabad-based group PIPS|new PIPS figures|the latest PIPS report"
        "|the organisation PIPS|the organization PIPS|the PIPS database|the PIPS edition of 2024"
        "|PIPS (Islamabad)|PIPS, a think tank|a table by PIPS"
    ),
)
def test_a_body_is_known_among_the_words_of_its_publications(source):
    assert find_tracker(source) == "PIPS"
    assert find_tracker(f"{source} critic") is None


@pytest.mark.parametrize("source", ["Kenya’s Health Ministry", "Health Ministry of Kenya"])
def test_a_reader_s_own_body_is_known_with_the_country_of_the_claim(source):
    claim = replace(claim_of("Some 12 people died in 2023."), place="Kenya", source=source)
    assert tracker_for(claim, {"Health Ministry": ("Health Ministry",)}) == "Health Ministry"


@pytest.mark.parametrize("words", phrases("for 2024|on 2024|in 2024|for 1999|version 25.1"))
def test_a_body_is_known_past_what_its_report_is_on(words):
    assert tracker_of(f"the PIPS report {words}") == "PIPS"


@pytest.mark.parametrize("what", phrases("figures|figure|data|counts|count|statistics|tally"
                                         "|records|numbers|tolls|toll"))  # fmt: skip
@pytest.mark.parametrize("who", phrases("government|official|ministry|army|military|police|state"))
def test_who_counts_officially_has_not_counted_what_another_body_prints(who, what):
    claim = claim_of("There were 645 attacks in Pakistan in 2023.")
    labels = [
        verify(replace(claim, source=source), REFERENCE).label
        for source in (f"{who} {what}", f"{who} gossip")
    ]
    assert labels == ["contradicted", "depends on definition"]


# What is counted.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The road is 12 km long.", "distances"),
        ("The fire burned 12 hectares.", "areas of land"),
        ("The ship carried 12 tonnes of rice.", "weights"),
        ("A quake of magnitude 6.1 was felt.", "magnitudes"),
        ("It was 41 degrees Celsius.", "temperatures"),
        ("Some 12 people are missing.", "missing people"),
        ("Some 1,200 people were displaced.", "displaced people"),
        ("Rebels freed 12 people.", "people released"),
        ("Twelve people were rescued.", "people rescued"),
        ("PIPS counted 1,524 deaths in Norway in 2023.", "deaths"),
        ("PIPS counted 1,524 casualties in Norway in 2023.", "deaths and injuries added together"),
    ],
)
def test_what_no_series_counts_has_a_name_in_plain_words(text, words):
    because = answer_to(text).because
    assert f"no series for {words}," in because or f" for {words} in Norway" in because


@pytest.mark.parametrize(
    "words",
    phrases("1,200 death|1,200 fatality|hundreds of people|hundreds of the dead|10 to 12 people"
            "|1,200 injuries|1,200 injury|1,200 injured|1,200 wounded|1,200 hurt"
            "|1,200 casualties"),
)  # fmt: skip
def test_everyone_is_counted_in_each_of_these_words(words):
    claim = claim_of(f"CRSS counted {words} in Pakistan in 2023.")
    assert read_definition(replace(claim, measure="fatalities", text=words)).victims == "all"


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("militants", "outlaw|outlaws|militant|militants|terrorist|terrorists"),
        ("civilians", "civilian|civilians"),
        ("members of the army", "soldiers and officers of the army|officers|soldiers"),
    ],
)
def test_the_dead_belong_to_the_group_of_each_of_its_words(group, words):
    claim = claim_of("CRSS counted 1,200 deaths in Pakistan in 2023.")
    found = [read_definition(replace(claim, text=f"1,200 {one} deaths")) for one in phrases(words)]
    assert {one.victims for one in found} == {group}


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("organized violence", "organized violence|organised violence|organised conflict"),
        ("state-based violence", "state-based violence|state-based conflict"),
        ("non-state violence", "non-state conflict"),
        ("one-sided violence", "one-sided violence"),
        ("all violence", "all violence|violence of any kind|violence of every kind"),
        ("attacks", "attacks|an attack|terror|terrorism|terrorist acts|bombings"),
        ("operations", "operations|an operation"),
        ("attacks and operations",
         "attacks, when it adds the actions of security forces"
         "|attacks, when it adds the operations of the security forces"
         "|attacks, when it adds those actions"),
    ],
)  # fmt: skip
def test_the_kind_of_violence_is_read_in_each_of_its_forms(scope, words):
    text = "CRSS counted 1,200 deaths in {} in Pakistan in 2023."
    found = {one: read_definition(claim_of(text.format(one), 0)).scope for one in phrases(words)}
    assert found == dict.fromkeys(phrases(words), scope)


@pytest.mark.parametrize(("number", "scope"), [(1, "attacks"), (3, "operations")])
def test_deaths_are_of_the_events_that_they_stand_with(number, scope):
    text = "CRSS counted 260 attacks with 372 deaths and 101 operations with 228 deaths."
    assert read_definition(claim_of(text, number)).scope == scope
    text = "CRSS counted 260 attacks with 372 deaths, and there were operations too."
    assert read_definition(claim_of(text)).scope == "attacks"


def test_civilians_and_the_forces_may_be_counted_together():
    text = (
        "CRSS counted the dead of 2024. Of the dead, 1,612 were civilians and security personnel."
    )
    assert read_definition(claim_of(text)).victims == "civilians and security forces"


@pytest.mark.parametrize(
    "added", ["actions of security forces", "operations of the security forces"]
)
def test_before_the_actions_are_added_the_count_is_of_attacks(added):
    text = f"CRSS counted 1,200 deaths in attacks, or 1,524 deaths with the {added}."
    scopes = [read_definition(claim).scope for claim in find_claims(text)]
    assert scopes == ["attacks", "attacks and operations"]


@pytest.mark.parametrize("word", ["and", "or", "plus"])
@pytest.mark.parametrize("noun", ["The number of attacks", "Attacks"])
def test_a_bare_count_is_of_both_kinds_that_are_named_before_it(noun, word):
    claim = claim_of(f"{noun} {word} operations in Pakistan in 2021 was 146, PIPS said.")
    assert read_definition(claim).scope == "attacks and operations"


@pytest.mark.parametrize("be", phrases("were|was|are|is|have been|has been|had been"))
def test_a_reader_s_own_measure_is_known_with_each_form_of_its_verb(be):
    assert forms_of("displaced people").search(f"12 people {be} displaced")


def test_the_longer_of_two_measures_is_the_one_that_is_named():
    claim = claim_of("The desk counted 12 journalists killed in Peru.")
    counted = {"journalists": "people of the press", "journalists killed": "killings"}
    assert named_measure(claim, counted) == "killings"


@pytest.mark.parametrize(("given", "printed"), [
    (given, printed)
    for given in ("civilians", "militants", "security forces")
    for printed in ("civilians", "militants", "security forces")
    if given != printed
])  # fmt: skip
def test_nobody_is_in_two_groups_of_which_a_body_prints_one(given, printed):
    series = {"civilians": "victims", "militants": "militants", "security forces": "security"}
    (row,) = (
        row
        for row in REFERENCE.where(tracker="CRSS", year=2024, region="", months="")
        if row.series_id.endswith(series[printed]) and REFERENCE.definition(row)
    )
    definition = replace(REFERENCE.definition(row), victims=printed)
    others = [one for one in REFERENCE.definitions if one.definition_id != row.definition_id]
    held = replace(REFERENCE, figures=(row,), definitions=(*others, definition))
    for one, label in ((given, "contradicted"), ("people", "depends on definition")):
        words = "security personnel" if one == "security forces" else one
        text = f"CRSS counted {row.value:,.0f} {words} killed in Pakistan in 2024."
        assert verify(claim_of(text), held).label == label


# Changes.


@pytest.mark.parametrize(
    "period",
    phrases("between 2021 and 2024|from 2021 to 2024|between 2021 to 2024|from 2021 and 2024"),
)
def test_a_change_has_the_two_years_of_a_span(period):
    claim = replace(claim_of("By PIPS, attacks rose 152 per cent in 2024."), period=period)
    assert change_years(claim) == (2021, 2024)


@pytest.mark.parametrize("words", ["from 1996", "against the level for 1996"])
def test_a_base_of_the_last_century_is_a_year(words):
    claim = claim_of("By PIPS, attacks in 1999 were up 12 per cent.")
    sentence = f"By PIPS, attacks in 1999 were up 12 per cent {words}. The report of 1991"
    assert change_years(replace(claim, sentence=sentence)) == (1996, 1999)


@pytest.mark.parametrize(("base", "end"), [(1996, 1999), (2021, 2024)])
def test_of_two_years_the_earlier_one_is_the_base(base, end):
    claim = claim_of(f"PIPS looked back at {base}: attacks in {end} were up 152 per cent.")
    assert change_years(claim) == (base, end)


@pytest.mark.parametrize("words", phrases(", up from|against|over"))
def test_the_base_of_a_change_may_stand_last(words):
    text = f"There were 306 attacks {words} 262 attacks, a rise of 50 per cent."
    assert "From 262 to 306" in answer_to(text.replace(" ,", ",")).because


def test_a_change_starts_from_more_than_nothing():
    # UCDP prints 0 for 2020 and 2022, 1 for 2021 and 29 for 2023.
    text = "UCDP said deaths in non-state conflict in Pakistan {} in {}."
    assert answer_to(text.format("rose by 50 per cent", 2023)).label == "cannot tell"
    assert answer_to(text.format("fell by 100 per cent", 2022)).label == "supported"
    own = replace(PIPS[2023], value=2.0)
    claim = replace(claim_of("By PIPS, attacks rose to 306 in 2023."), comparison="doubled")
    for base, label in ((1.0, "supported"), (0.0, "cannot tell")):
        held = replace(REFERENCE, figures=(own, replace(PIPS[2022], value=base)))
        assert settle_comparison(claim, own, held)[0] == label


def test_three_pairs_of_editions_are_spelled_out():
    because = answer_to("CRSS said deaths in Pakistan rose by 56% in 2023.").because  # six pairs
    assert because.count(" in 2022 (") == 3
    assert "other pairs of editions" in because
    because = answer_to("CRSS said deaths in Pakistan were up 66.1 per cent in 2024.").because
    assert "other pairs of editions" not in because


def test_a_change_of_no_source_is_named_as_such():
    because = answer_to("Attacks in Pakistan rose by 71 per cent in 2024.").because
    assert because.endswith(", and no source is named whose figures the reference holds.")


@pytest.mark.parametrize(
    ("verb", "times"),
    [("doubled", 2), ("tripled", 3), ("trebled", 3), ("quadrupled", 4), ("halved", 0.5)],
)
def test_a_multiple_is_read_in_each_of_its_words(verb, times):
    labels = []
    for value in (200 * times, 230 * times):
        rows = replace(PIPS[2023], value=value), replace(PIPS[2022], value=200.0)
        claim = replace(claim_of("PIPS counted 306 attacks in 2023."), comparison=verb)
        labels.append(settle_comparison(claim, rows[0], replace(REFERENCE, figures=rows))[0])
    assert labels == ["supported", "contradicted"]


@pytest.mark.parametrize(
    ("words", "value", "label"),
    [
        ("doubled", 204, "supported"),
        ("doubled", 205.5, "contradicted"),
        ("more than doubled", 230, "supported"),
        ("nearly doubled", 194, "supported"),
        ("almost doubled", 194, "supported"),
        ("about doubled", 194, "supported"),
        ("doubled since 1999", 200, "cannot tell"),
        ("up 100% from 2022", 200, "supported"),
        ("up 100pc from 2022", 200, "supported"),
        ("up 100 per cent from 2022", 200, "supported"),
        ("up 110 percent from 2022", 200, "contradicted"),
        ("up 110% from 2022", 200, "contradicted"),
        ("up 110pc from 2022", 200, "contradicted"),
        ("up from 1999", 200, "cannot tell"),
        ("up from 2022", 200, "supported"),
        ("up from 2022 in the north", 200, "cannot tell"),
    ],
)
def test_a_comparison_is_read_word_by_word(words, value, label):
    rows = replace(PIPS[2023], value=value), replace(PIPS[2022], value=100.0)
    claim = replace(claim_of("PIPS counted 306 attacks in 2023."), comparison=words)
    assert settle_comparison(claim, rows[0], replace(REFERENCE, figures=rows))[0] == label


@pytest.mark.parametrize("year", [1999, 2023])
def test_a_level_may_be_reached_in_a_year_that_is_named(year):
    claim = claim_of(f"By PIPS, attacks in Pakistan rose in {year} to 306.")
    assert settle_level(claim, PIPS[2023], REFERENCE) is not None


@pytest.mark.parametrize("name", ["series_id", "definition_id", "country", "region", "months"])
def test_a_figure_that_differs_in_kind_is_not_set_beside(name):
    row, other = PIPS[2023], replace(PIPS[2022], **{name: "another"})
    assert _beside(row, replace(REFERENCE, figures=(row, PIPS[2022], other))) == [row, PIPS[2022]]


@pytest.mark.parametrize("name", ["tracker", "measure", "country", "region", "months"])
def test_another_definition_is_one_of_the_same_count(name):
    row = REFERENCE.where(tracker="CRSS", measure="fatalities", year=2017, region="")[0]
    other = replace(row, **{name: "another"})
    held = replace(REFERENCE, figures=(row, other))
    assert _in_other_definitions(row, [2017], held) == [row]


# Records and years.


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("a 6-year record", 2018),
        ("the most in a decade", 2014),
        ("the most in two decades", 2004),
        ("the most in 2 decades", 2004),
        ("the most in over six years", 2017),
        ("the most in more than six years", 2017),
    ],
)
def test_a_record_reaches_back_as_its_words_say(words, first):
    assert read_record(words, 2023).years == range(first, 2023)


@pytest.mark.parametrize("word", phrases("low|lowest|fewest|smallest|highest"))
def test_a_record_is_a_low_by_each_of_these_words(word):
    assert read_record(f"the {word} in six years", 2023).high == (word == "highest")


@pytest.mark.parametrize(
    ("words", "known"), [("a one-year record", False), ("the most since 2023", False),
                         ("a two-year record", True), ("the most since 2022", True)]
)  # fmt: skip
def test_a_record_is_of_another_year_too(words, known):
    assert (read_record(words, 2023) is not None) == known


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("288 attacks a year on average between 2020 and 2024", 5),
        *((f"an average of 288 attacks {a} year from 2020 to 2024", 5)
          for a in phrases("a|per|each|every")),
        ("288 attacks in 2020 and 2024 together", 2),
        ("a combined 288 attacks in 2020 and 2024", 2),
        ("an average of 288 attacks a year from 2024 to 2024", 0),
        ("an average of 288 attacks a year from 2024 to 2020", 0),
    ],
)  # fmt: skip
def test_years_are_put_together_by_each_of_these_words(words, years):
    found = years_together(claim_of(f"By PIPS, Pakistan had {words}.", 0))
    assert len(found.years if found else ()) == years


def test_a_year_with_one_death_is_no_gap():
    # UCDP prints 1 for 2021 and 29 for 2023.
    text = "UCDP had 30 deaths in non-state conflict in Pakistan in 2021 and 2023 together."
    assert answer_to(text).label == "supported"


# Shares, rates and sums.


@pytest.mark.parametrize(
    ("text", "group"),
    [
        *((f"CRSS said 36 per cent of {dead} {be} {who} in Pakistan in 2024.", group)
          for dead, be in (("the dead", "are"), ("those killed", "were"), ("all deaths", "were"))
          for who, group in (("outlaws", "militants"), ("militants", "militants"),
                             ("terrorists", "militants"), ("civilians", "civilians"),
                             ("security personnel", "security forces"),
                             ("security forces", "security forces"))),
        *((f"CRSS counted outlaws{mark}36 per cent of the dead in Pakistan in 2024.", "militants")
          for mark in (" at ", " made up ", ", ", ": ", " (")),
        *((f"CRSS said 36{sign} of the dead were outlaws.", "militants")
          for sign in ("%", " %", "pc", " percent")),
    ],
)  # fmt: skip
def test_the_group_of_a_share_is_read_where_it_stands(text, group):
    claim = replace(claim_of("CRSS said that 36 per cent of the dead were old."), sentence=text)
    start = text.index("36")
    end = text.index(" of ", start)
    claim = replace(claim, offset=start, text=text[start:end])
    assert _groups_of(claim) == [group]


@pytest.mark.parametrize("end", [".", ", UCDP said.", "; that is all.", ""])
def test_a_rate_ends_where_its_clause_does(end):
    text = "In Pakistan in 2023 UCDP counted 0.48 deaths per 100,000"
    claim = replace(claim_of(f"{text} people."), sentence=f"{text}{end}")
    assert is_rate(claim)


@pytest.mark.parametrize("verb", phrases("make|makes|add up to|adds up to|come to|sum to"))
def test_a_sum_is_made_by_each_of_these_verbs(verb):
    text = f"There were 586 attacks and 197 operations, which {verb} 789 incidents."
    assert stated_sum(claim_of(text)).wrong


@pytest.mark.parametrize(
    "text",
    [
        "CRSS has 1,166 incidents: 909 attacks and 257 operations.",
        "CRSS has 1,166 incidents, comprising 909 attacks and 257 operations.",
        "CRSS has 1,166 incidents, made up of 909 attacks plus 257 operations.",
        "CRSS has 1,166 incidents: 900 attacks, 9 raids and 257 operations.",
    ],
)
def test_a_total_opens_its_parts_in_each_of_these_ways(text):
    assert sum(stated_sum(claim_of(text, 0)).parts) == 1_166


@pytest.mark.parametrize(("total", "holds"), [(10.4, True), (10.5, False), (9.5, False)])
def test_a_sum_holds_to_the_nearest_whole(total, holds):
    assert Sum(total, (4, 6), True).holds == holds


@pytest.mark.parametrize(("label", "value"), [*zip(LABELS, (3, 1, 2, 0), strict=True)])
def test_each_verdict_has_its_place_on_the_scale(label, value):
    assert rating(Verdict(label, "", (), ""))["ratingValue"] == value


# Editions.


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the 2025 edition of its report on 2024", "on"),
        ("the edition of 2024, a release of May 2024,", "of"),
        ("version 25.1, the release of May 2024,", "printed"),
        ("the first release, version 25.1,", "version"),
        ("the first count, a revised one,", "first"),
    ],
)
def test_of_two_names_of_an_edition_the_one_that_says_more_is_taken(words, kind):
    claim = replace(claim_of("PICSS counted 641 attacks."), offset=0,
                    sentence=f"By {words.replace(',', '')} there were 641 attacks.")  # fmt: skip
    assert named_edition(claim).kind == kind


@pytest.mark.parametrize("mark", [", ", "; ", ": ", "— ", " then ", " later "])
def test_an_edition_is_that_of_the_clause_of_its_figure(mark):
    text = f"In its first release PICSS counted 641 attacks{mark}in its final one 645 attacks."
    assert [named_edition(claim).kind for claim in find_claims(text)] == ["first", "last"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In its report on 2023, PICSS counted 641 attacks in Pakistan in 2023.", "supported"),
        ("In its report on 2024, CRSS counted 784 violent incidents in Pakistan in 2023.",
         "supported"),
        ("In its report on 2024, CRSS counted 789 violent incidents in Pakistan in 2023.",
         "contradicted"),
    ],
)  # fmt: skip
def test_a_report_on_a_year_is_known_by_what_its_edition_is_called(text, label):
    assert answer_to(text).label == label


# What speaks against a figure.


@pytest.mark.parametrize("mark", [" with", " —", " –", " •", " *"])
def test_the_part_of_a_figure_begins_at_each_of_these_marks(mark):
    text = f"PIPS counted 306 attacks in Pakistan in 2023{mark} some 262 attacks in 2022."
    claim = next(claim for claim in find_claims(text) if claim.value == 262)
    assert read_claim(claim).own[0].text == mark.strip()


@pytest.mark.parametrize("who", ["military", "army", "interior ministry"])
def test_forces_may_be_those_who_act(who):
    text = f"Pakistan’s Interior Ministry counted 1,514 incidents by the {who} in 2023."
    assert "may name who acts" in read_claim(claim_of(text), "Interior Ministry").doubt


@pytest.mark.parametrize("word", phrases("more|fewer|less|higher|lower"))
def test_a_difference_is_told_by_each_of_these_words(word):
    text = f"PIPS counted 210 {word} attacks in Pakistan in 2023."
    claim = replace(claim_of("PIPS counted 210 attacks in Pakistan in 2023."), sentence=text,
                    text="210", measure="attacks")  # fmt: skip
    assert "is a difference" in read_claim(claim, "PIPS").doubt


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("CRSS counted 1,524 deaths in Pakistan, and in Afghanistan, in 2023.",
         "The sentence names two places"),
        ("CRSS counted 1,524 deaths in Pakistan in 2023, in 2022.", "The sentence names two times"),
        ("CRSS counted 1,524 deaths in terrorist attacks in counter-terror operations in Pakistan.",
         "The sentence limits the figure twice"),
        # of two doubts the graver one is told
        ("CRSS could have counted 1,524 deaths and injuries in Pakistan in 2023.",
         'The sentence says "could"'),
        ("CRSS counted 1,524 deaths and injuries a month in Pakistan in 2023.",
         "The figure counts"),
    ],
)  # fmt: skip
def test_each_doubt_is_told_and_the_gravest_first(text, doubt):
    assert read_claim(claim_of(text), "CRSS").doubt.startswith(doubt)


@pytest.mark.parametrize(
    "text",
    [
        "PIPS counted 306 attacks in Pakistan in 2023, over the same year.",
        "The country had 306 attacks in Pakistan in 2023, PIPS said.",
        "PIPS counted 306 attacks in Pakistan in 2023, more than the year before.",
        "Last year, in 2023, PIPS counted 306 attacks in Pakistan.",
        "The think tank PIPS counted 306 attacks in Pakistan in 2023.",
        "In that report PIPS counted 306 attacks in Pakistan in 2023.",
    ],
)
def test_words_that_point_at_something_name_no_second_one(text):
    assert read_claim(claim_of(text), "PIPS").doubt == ""


@pytest.mark.parametrize(("own", "named"), [(1999, 1998), (2023, 2022), (1999, 2022)])
def test_a_figure_is_of_the_year_that_its_part_names(own, named):
    claim = claim_of(f"PIPS counted 306 attacks in Pakistan in {named}.")
    doubt = read_claim(replace(claim, period=str(own)), "PIPS").doubt
    assert doubt == f"Whether the figure is for {own} or for {named} is not clear."


@pytest.mark.parametrize(
    ("edition", "right"),
    [
        ("2024-01-04 2023 report", True),
        ("2023-12-31 first release on 2023", True),
        ("2023-12-30 data for 2023", True),
        ("2025 GTI 2023", True),
        ("2023-01-07 2022 report", False),
    ],
)
def test_an_edition_is_on_the_year_that_its_title_names(edition, right):
    row = replace(PIPS[2023], edition=edition)
    assert is_edition(row, Edition("on", "2023", ""), [row]) == right


# Several series, and equal numbers.


def test_casualties_of_two_series_depend_on_the_definition():
    text = "CRSS counted 2,987 casualties in Pakistan in 2023."
    rows = REFERENCE.where(tracker="CRSS", year=2023, region="", months="")
    other = next(
        row for row in REFERENCE.figures if row.series_id == "crss-fatalities-all-violence"
    )
    more = tuple(
        replace(row, series_id=f"{row.series_id}-more", definition_id=other.definition_id)
        for row in rows
        if row.measure in {"fatalities", "injuries"}
        and row.series_id.endswith("-attacks-operations")
    )
    held = replace(REFERENCE, figures=(*REFERENCE.figures, *more))
    labels = [verify(claim_of(text), one).label for one in (REFERENCE, held)]
    assert labels == ["supported", "depends on definition"]


def test_a_rate_of_two_counts_depends_on_the_definition():
    verdict = answer_to("PICSS counted 81 deaths a month in Pakistan in 2023.")
    assert verdict.label == "depends on definition"
    assert "more than one count that it can be made from" in verdict.because


def test_a_rate_names_the_parts_of_the_year_only_where_it_has_them():
    text = "UCDP counted {} deaths{} for every 100,000 people in Pakistan in 2023."
    assert "parts of the year" not in answer_to(text.format("0.48", "")).because
    for monthly in (" a month", " monthly"):
        assert "12 parts of the year" in answer_to(text.format("0.04", monthly)).because


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("CRSS said {} per cent of the deaths in 2024 were in Khyber Pakhtunkhwa and Balochistan.",
         ["supported", "contradicted"]),
        ("In 2024 Khyber Pakhtunkhwa and Balochistan had {} per cent of deaths, CRSS said.",
         ["supported", "contradicted"]),
        ("CRSS said {} per cent of the deaths in 2024 were in Balochistan and Iran.",
         ["cannot tell", "cannot tell"]),
        ("CRSS said {} per cent of the deaths in Balochistan in 2024 were in Pakistan.",
         ["cannot tell", "cannot tell"]),
    ],
)  # fmt: skip
def test_the_share_of_regions_is_that_of_their_sum(text, label):
    # 782 and 1,616 of 2,546
    assert [answer_to(text.format(share)).label for share in (94, 64)] == label


def test_regions_may_stand_in_a_list():
    claim = claim_of("CRSS said 94 per cent of the deaths in 2024 were in Balochistan.")
    labels = [
        verify(replace(claim, place=place, sentence=f"{claim.sentence} {place}"), REFERENCE).label
        for place in ("Balochistan", "Khyber Pakhtunkhwa, Balochistan")
    ]
    assert labels == ["contradicted", "supported"]


def test_five_equal_numbers_of_other_places_are_shown():
    places = ("Peru", "Chile", "Cuba", "Ghana", "Kenya", "India", "Nepal")
    rows = tuple(replace(PIPS[2023], country=place) for place in places)
    claim = claim_of("PIPS counted 306 attacks in Norway in 2023.")
    assert len(verify(claim, replace(REFERENCE, figures=rows)).evidence) == 5


def test_the_base_of_a_comparison_has_a_value_of_its_own():
    text = "PIPS counted 306 attacks in Pakistan in 2023, compared with 262 in 2022."
    assert [verify(claim, REFERENCE).label for claim in find_claims(text)] == ["supported"] * 2

"""Each word of the patterns that verdicts are read with, in a frame that needs it."""

from dataclasses import replace

import pytest

from copydesk.claims import find_claims
from copydesk.language.dates import month_names
from copydesk.verification import load_reference, verify
from copydesk.verification.claimed_definition import read_definition
from copydesk.verification.comparisons import settle_comparison, settle_level
from copydesk.verification.dates import months_of, named_edition
from copydesk.verification.stated_changes import change_years, direction


def phrases(text: str) -> list[str]:
    """Return the phrases of a text with "|" between them, or else its words."""
    return text.split("|" if "|" in text else " ")


DOWN = phrases(
    "down fall fell fallen sank falling drop dropped declined declining decreased decreasing "
    "reduced fewer less lower dip dipped plunged shrank shrink shrunk slumped tumbled cut"
)
UP = phrases(
    "up rose rise risen rising increased increasing surged jumped grew grow grown climbed soared "
    "spiked added more higher"
)
EDITIONS = {
    ("on", "2024"): (
        "its report on 2024|its reports on 2024|its review on 2024|its survey on 2024"
        "|its edition on 2024|its report for 2024|its report on the year 2024|its 2024 report"
        "|its 2024 review|its 2024 survey|its 2024 annual report|its 2024 yearly report"
        "|its 2024 security report"
    ),
    ("of", "2024"): (
        "the edition 2024|the edition of 2024|its index 2024|its Index of 2024|its release of 2024"
        "|the 2024 edition|the 2024 index|the 2024 Index|GTI 2024|GTI of 2024"
        "|the 2024 GTI|The 2024 GTI"
    ),
    ("printed", "May 2024"): (
        "its report of May 2024|its reports of May 2024|its edition of May 2024"
        "|its release of May 2024|its update of May 2024|its statement of May 2024"
        "|its review of May 2024|its report from May 2024|its report dated May 2024"
        "|its report published in May 2024|its report issued in May 2024"
        "|its report released in May 2024|its report of 3 May 2024"
    ),
    ("printed", "May 3, 2024"): "its report of May 3, 2024",
    ("version", "25.1"): "its data, version 25.1",
    ("first", None): (
        "its first release|its initial release|its preliminary release|its early release"
        "|its first edition|its first count|its first figure|its first figures|its first report"
        "|what it first said|what it initially said|what it first gave|what it first reported"
        "|what it first counted|what it had first|what it had initially"
    ),
    (
        "last",
        None,
    ): "its restated count|its revised count|its corrected count|its final count|its latest count",
}


def claim_of(text: str):
    """Return the last claim of a text."""
    return find_claims(text)[-1]


@pytest.mark.parametrize(("words", "sign"), [(DOWN, -1), (UP, 1)])
def test_a_change_has_the_direction_of_the_word_before_it(words: list[str], sign: int) -> None:
    template = "The report says that attacks {} by 12 per cent in Sudan."
    assert {word: direction(claim_of(template.format(word))) for word in words} == dict.fromkeys(
        words, sign
    )
    assert direction(claim_of(template.format("xanthic"))) == 0


@pytest.mark.parametrize(
    ("words", "sign"), [(phrases("fewer less lower down"), -1), (phrases("more higher up"), 1)]
)
def test_a_change_has_the_direction_of_the_word_after_it(words: list[str], sign: int) -> None:
    template = "The report has 12 per cent {} of them."
    found = {word: direction(claim_of(template.format(word))) for word in words}
    assert found == dict.fromkeys(words, sign)


@pytest.mark.parametrize(
    ("key", "words"),
    [(key, phrase) for key, phrases in EDITIONS.items() for phrase in phrases.split("|")],
)
def test_an_edition_is_read_in_each_of_its_forms(key: tuple[str, str | None], words: str) -> None:
    edition = named_edition(claim_of(f"By {words} there were 12 deaths."))
    assert edition is not None
    assert edition.kind == key[0]
    assert key[1] in {None, edition.which}


@pytest.mark.parametrize(
    "words",
    phrases(
        "from|over|on|than|than in|than for|than during|compared with|compared to|against"
        "|from the level of|over the level in"
    ),
)
def test_the_base_of_a_change_is_the_year_after_each_of_these_words(words: str) -> None:
    claim = claim_of(f"By PIPS, attacks in 2024 were up 12 per cent {words} 2021.")
    # With a third year in the sentence, the word alone says which one is the base.
    claim = replace(claim, sentence=f"{claim.sentence} The report of 2019")
    assert change_years(claim) == (2021, 2024)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("civilians", "civilian deaths|civilians|civilians killed"),
        ("security forces", "security personnel|members of the security forces|security forces"),
        ("militants", "militants|militant deaths|outlaws|terrorists"),
        ("members of the army", "officers and soldiers"),
        ("all", "people|persons|lives|deaths|fatalities|killed|dead|violent deaths"
         "|violence-related deaths|violence-linked deaths|related deaths|linked deaths"
         "|total deaths|overall deaths|recorded deaths|reported deaths"),
        ("other", "women|children|girls|boys|troops|police|policemen|insurgents"
         "|attackers|journalists|students|students and journalists"),
    ],
)  # fmt: skip
def test_the_dead_belong_to_the_group_that_is_named(group: str, words: str) -> None:
    found = {}
    for word in words.split("|"):
        end = (
            "" if {"deaths", "fatalities", "killed", "dead"} & set(word.split()) else " were killed"
        )
        found[word] = read_definition(claim_of(f"CRSS says that 1,200 {word}{end}.")).victims
    assert found == dict.fromkeys(words.split("|"), group)


@pytest.mark.parametrize(
    "group",
    phrases(
        "civilians soldiers soldier troops police policemen personnel officer officers militants "
        "outlaw outlaws women children girl girls boy boys insurgent insurgents victims attackers "
        "journalist journalists student students terrorists civilian"
    ),
)
def test_a_bare_count_beside_a_group_may_be_of_that_group(group: str) -> None:
    text = "CRSS counted the dead {}: there were 1,200 in Sudan."
    bare = [read_definition(claim_of(text.format(w))).victims for w in (f"among {group}", "there")]
    assert bare == ["other", "all"]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("January to May 2024", "January to May"),
        ("January and May 2024", "January to May"),
        ("January through May 2024", "January to May"),
        ("January until May 2024", "January to May"),
        ("January-May 2024", "January to May"),
        ("January–May, 2024", "January to May"),
        ("between January and May of 2024", "January to May"),
        ("the first six months of 2024", "January to June"),
        *((f"{month} to {month} 2024", f"{month} to {month}") for month in month_names()),
        ("first seven months of 2024", "January to July"),
        ("the first eight months 2024", "January to August"),
        ("the first nine months of 2024", "January to September"),
        ("the initial ten months of the year 2024", "January to October"),
        ("the first eleven months of 2024", "January to November"),
    ],
)
def test_months_are_read_in_each_of_their_forms(words: str, months: str) -> None:
    assert months_of(words) == (months, 2024)


@pytest.mark.parametrize(("down", "words"), [(True, DOWN), (False, UP)])
def test_a_word_of_a_change_has_its_direction_wherever_it_stands(down: bool, words: list[str]):
    reference = load_reference()
    # PIPS prints 229 attacks for 2019, 146 for 2020, 207 for 2021.
    low, high = (reference.where(tracker="PIPS", year=year, region="")[0] for year in (2020, 2021))
    row, size, base = (low, "36.2", 2019) if down else (high, "41.8", 2020)
    found = {}
    for word in words:
        level = claim_of(f"By PIPS, attacks {word} to {row.value:.0f} in {row.year}.")
        compared = replace(level, comparison=f"{word} {size} per cent from {base}")
        moved = replace(level, comparison=f"{word} from {229 if down else 146} in {base}")
        found[word] = {
            (settle(claim, one, reference) or ("no words", "", ()))[0]
            for settle, claim, one in (
                (settle_level, level, row),
                (settle_comparison, compared, row),
                (settle_comparison, moved, row),
            )
        }
    assert {word: labels for word, labels in found.items() if labels != {"supported"}} == {}


def test_a_level_that_was_reached_is_tested_by_the_way_it_came() -> None:
    # PIPS prints 306 attacks for 2023 and 262 for 2022.
    text = "By PIPS, attacks in Pakistan {} to 306 in 2023."
    labels = [
        verify(claim_of(text.format(word)), load_reference()).label for word in ("rose", "fell")
    ]
    assert labels == ["supported", "contradicted"]


@pytest.mark.parametrize(
    "words",
    phrases(
        "per 100,000 people|per 100,000 inhabitants|per 100,000 residents|for every 100,000 people"
        "|in every 100,000 people|every 100,000 people"
    ),
)
def test_a_rate_is_read_in_each_of_its_forms(words: str) -> None:
    text = f"UCDP counted 0.48 deaths {words} in Pakistan in 2023."
    assert verify(claim_of(text), load_reference()).label == "supported"


@pytest.mark.parametrize(
    ("rate", "people"), [("0.0048", "1,000"), ("0.048", "10,000"), ("4.76", "million")]
)
def test_a_rate_is_of_so_many_people(rate: str, people: str) -> None:
    text = f"UCDP counted {rate} deaths per {people} people in Pakistan in 2023."
    assert verify(claim_of(text), load_reference()).label == "supported"


@pytest.mark.parametrize("words", phrases("a month|per month|each month|every month|monthly"))
def test_a_mean_is_read_in_each_of_its_forms(words: str) -> None:
    text = f"PICSS counted 75 attacks {words} in Pakistan in 2024."
    assert verify(claim_of(text), load_reference()).label == "supported"


@pytest.mark.parametrize("who", phrases("it|they|the report|which|whom it|who it"))
@pytest.mark.parametrize("verb", phrases("calls|call|called|terms|termed|describes as"))
@pytest.mark.parametrize("name", ["outlaws", "terrorists", "militants"])
def test_a_body_s_name_for_the_dead_says_who_they_are(who: str, verb: str, name: str) -> None:
    text = "CRSS counted 545 people killed, {} {} {}."
    assert read_definition(claim_of(text.format(who, verb, name))).victims == "militants"
    assert read_definition(claim_of(text.format(who, verb, "boatmen"))).victims == "all"


@pytest.mark.parametrize(
    "words",
    phrases(
        "leaves out operations|leave operations out|left out counter-terror operations"
        "|keeps operations apart|kept operations aside|lists operations elsewhere"
        "|says operations are listed apart|says operations are apart"
    ),
)
def test_operations_that_are_left_out_are_no_part_of_a_count(words: str) -> None:
    text = "CRSS {} and has 1,200 deaths in attacks."
    scopes = [read_definition(claim_of(text.format(w))).scope for w in (words, "has operations")]
    assert scopes == ["attacks", "attacks and operations"]


@pytest.mark.parametrize("how", phrases("sharply again further"))
def test_a_level_may_be_reached_in_a_manner(how: str) -> None:
    text = "By PIPS, attacks in Pakistan fell {} to 306 in 2023."
    labels = [verify(claim_of(text.format(w)), load_reference()).label for w in (how, "back")]
    assert labels[0] == "contradicted" != labels[1]


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        ("2.5", phrases("a day|per day|each day|every day|daily")),
        ("17.4", phrases("a week|per week|each week|every week|weekly")),
    ],
)
def test_a_mean_is_read_for_each_part_of_the_year(mean: str, words: list[str]) -> None:
    text = "PICSS counted {} attacks {} in Pakistan in 2024."
    found = [verify(claim_of(text.format(mean, word)), load_reference()).label for word in words]
    assert found == ["supported"] * len(words)
    assert verify(claim_of(text.format("9.5", words[0])), load_reference()).label == "contradicted"


@pytest.mark.parametrize("words", phrases("make|add up to|come to|sum to"))
def test_a_sum_is_stated_by_each_of_these_verbs(words: str) -> None:
    text = f"There were 586 attacks and 197 operations, and they {words} 789 incidents."
    assert verify(claim_of(text), load_reference()).label == "contradicted"


@pytest.mark.parametrize("words", phrases("in all|in total|altogether|all told"))
def test_a_total_is_added_up_after_each_of_these_words(words: str) -> None:
    text = "CRSS counted 586 attacks and 197 operations in Pakistan in 2023, 789 {}."
    says = [verify(claim_of(text.format(w)), load_reference()).because for w in (words, "there")]
    assert ["add up to 783" in because for because in says] == [True, False]


@pytest.mark.parametrize("scale", phrases("hundred thousand million billion lakh crore dozen"))
def test_a_scale_is_no_group_of_people(scale: str) -> None:
    claim = claim_of(f"CRSS says that two {scale} people were killed.")
    assert read_definition(claim).victims == "all"

"""Numbers of stance, at their limit and one beyond."""

import re

import pytest

from copydesk.language.tokens import tokenise
from copydesk.stance import attributions, find_stances, stance_toward
from copydesk.stance.cues import read_cues
from copydesk.stance.parties import mentions, parties
from copydesk.stance.places import at
from copydesk.stance.sides import _polarity


def cues(text, target):
    spans = [match.span() for match in re.finditer(target, text)]
    return [(cue.text, cue.direction) for cue in read_cues(tokenise(text), spans)]


def weight(text, target):
    ((_, direction),) = cues(text, target)
    return direction


def said(text):
    return [(one.speaker, one.words) for one in attributions(text)]


def named(text):
    tokens = tokenise(text)
    names = frozenset(token.text for token in tokens if token.is_name)
    return list(parties(tokens, frozenset(), names))


# Cues


@pytest.mark.parametrize(("between", "count"), [(39, 1), (40, 0)])
@pytest.mark.parametrize("text", ["They criticised {} Vestria.", "Vestria was {} corrupt."])
def test_a_cue_counts_within_forty_tokens(text, between, count):
    fill = "very " * (between - text.startswith("Vestria"))
    assert len(cues(text.format(fill), "Vestria")) == count


def test_a_cue_fades_with_each_word_and_each_break():
    near = weight("They criticised Vestria.", "Vestria")
    assert weight("They criticised all of Vestria.", "Vestria") == pytest.approx(
        near / 1.12, abs=0.001
    )
    assert weight("They criticised, Vestria.", "Vestria") == pytest.approx(
        near * 0.6 / 1.06, abs=0.001
    )


@pytest.mark.parametrize(("words", "count"), [(16, 1), (17, 0)])
def test_a_cue_of_less_than_a_fiftieth_is_none(words, count):
    assert len(cues(f"They criticised{' ,' * 6}{' very' * words} Vestria.", "Vestria")) == count


def test_who_did_not_fail_did_not_stay_away():
    assert cues("Vestria did not fail.", "Vestria") == []


def test_a_name_that_judges_counts_half():
    assert weight("The thugs met.", "thugs") == -0.5


@pytest.mark.parametrize(("count", "read"), [(8, 1), (9, 0)])
def test_eight_mentions_of_a_party_are_read(count, read):
    text = "Vestria, " * (count - 1) + "x " * 45 + "Vestria was corrupt."
    assert len(cues(text, "Vestria")) == read


def test_a_cue_inside_the_mention_is_none():
    assert cues("The corrupt ministry met.", "corrupt ministry") == []
    assert len(cues("The corrupt ministry met.", "ministry")) == 1


def test_a_failure_to_act_stands_within_five_words_and_a_demand_within_two():
    for most, end, found in ((5, "did not come.", "not"), (2, "should act.", "should")):
        fill = ["often"] * (most - (found == "not"))  # "did" is one of the five
        assert [cue for cue, _ in cues(f"Vestria {' '.join(fill)} {end}", "Vestria")] == [found]
        assert cues(f"Vestria {' '.join(['often', *fill])} {end}", "Vestria") == []


@pytest.mark.parametrize(
    ("score", "polarity"), [(0.1, 1), (0.0999, 0), (0.0, 0), (-0.0999, 0), (-0.1, -1)]
)
def test_a_score_of_a_tenth_has_a_polarity(score, polarity):
    assert _polarity(score) == polarity


# Parties


@pytest.mark.parametrize(("count", "found"), [(8, 8), (9, 8)])
def test_eight_parties_of_a_sentence_are_read(count, found):
    names = [f"{letter}estra" for letter in "BCDFGHJKL"[:count]]
    assert len(named(f"They met {', '.join(names)} there.")) == found


def test_a_target_is_read_to_its_two_hundredth_letter():
    assert mentions("x" * 200, "x" * 250) == [(0, 200)]
    assert mentions("x" * 199, "x" * 250) == mentions("x" * 201, "x" * 250) == []


@pytest.mark.parametrize(("letters", "count"), [(300, 2), (301, 1)])
def test_the_government_is_the_one_that_was_named_within_three_hundred_letters(letters, count):
    between = f" {'x' * (letters - 2)} "
    text = f"The Dutch government{between}the government met."
    assert len(mentions(text, "the Dutch government")) == count


@pytest.mark.parametrize(
    ("target", "found"),
    [("Ana Ruiz", True), ("Ana B C D Ruiz", True), ("Ana B C D E Ruiz", False), ("Ruiz", True)],
)
def test_a_person_of_two_to_five_names_is_found_by_the_last(target, found):
    assert bool(mentions("Ruiz spoke.", target)) is found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bb Cc Dd Ee Ff Gg met.", ["Bb Cc Dd Ee Ff Gg"]),
        ("Bb Cc Dd Ee Ff Gg Hh met.", ["Bb Cc Dd Ee Ff Gg", "Hh"]),
        ("Bb Cc Dd of Ee met.", ["Bb Cc Dd of Ee"]),
        ("Bb Cc Dd Ee of Ff met.", ["Bb Cc Dd Ee", "Ff"]),
        ("Had Ruiz known it.", ["Ruiz"]),
        ("Had known it.", []),
        ("Had", []),
        ("They met Evora-led there.", []),
        ("They met Evora-led Ruiz.", ["Evora-led Ruiz"]),
        ("They paid Rs 10 today.", []),
        ("They paid Big Rs 10 today.", ["Big Rs"]),
        ("They saw the Evora talks.", []),
        ("Evora talks went on.", ["Evora"]),
        ("They saw the EVORA talks.", ["EVORA"]),
        ("They saw the New Evora talks.", ["New Evora"]),
        ("They saw the Evora", ["Evora"]),
        ("The government of Portugal met.", ["the Portuguese government"]),
        ("government of Portugal met.", ["the Portuguese government"]),
    ],
)
def test_where_a_name_begins_and_ends(text, names):
    assert named(text) == names


# Who speaks


@pytest.mark.parametrize("count", [7, 8, 9])
def test_eight_places_of_a_sentence_are_read(count):
    speakers = ["Ana", "Ben", "Cem", "Dan", "Eli", "Fay", "Gus", "Hal", "Ida"][:count]
    text = " and ".join(f"{name} said it rained" for name in speakers)
    assert len(attributions(f"{text}.")) == min(count, 8)


def test_a_short_name_behind_a_name_is_left_out():
    assert said("The United Nations (UN) said it rained.") == [("United Nations", "it rained")]
    assert said("Ana (UN) said it rained.") == [("Ana", "it rained")]
    assert said("(UN) said it rained.") == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It is safe,” Ana Ruiz said.", "direct"),
        ("“It is” safe, Ana Ruiz said.", "direct"),
        ("“It is” quite safe, Ana Ruiz said.", "mixed"),
    ],
)
def test_words_are_mixed_when_more_than_one_stands_outside(text, form):
    assert [one.form for one in attributions(text)] == [form]


@pytest.mark.parametrize(
    ("quotation", "is_hers"),
    [
        ("Safe and sound.", True),
        ("Safe sound.", False),  # two words can be anybody's
        ("Safe and sound now here.", True),  # 4 of 5
        ("Safe and sound here.", False),  # 3 of 4
    ],
)
def test_a_quotation_is_repeated_when_four_fifths_of_its_words_are(quotation, is_hers):
    text = f"Ana Ruiz said it was “safe and sound now”.\nIt rained.\nIt rained.\n“{quotation}”"
    assert (len(attributions(text)) == 2) is is_hers


@pytest.mark.parametrize(("others", "is_hers"), [(99, True), (100, False)])
def test_a_repeated_quotation_is_looked_for_among_a_hundred(others, is_hers):
    lines = [f"Omar Ali said it was “number x{n}”." for n in range(others)]
    last = ["Ana Ruiz said it was “safe and sound now”.", "It rained.", "It rained."]
    found = attributions("\n".join([*lines, *last, "“Safe and sound.”"]))
    assert (len(found) == others + 2) is is_hers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # at the beginning of a sentence, and one word on
        ("The mayor: it rained at noon.", [("The mayor", "it rained at noon")]),
        ("It rained, the mayor stated.", [("the mayor", "It rained")]),
        ("The bridge, he said, was safe.", [("he", "The bridge, he said, was safe")]),
        ("Safe, the mayor said.", []),
        ("Wow, he said.", []),
        ("(UN)", []),
        ("Yet according to the mayor, it rained.", [("the mayor", "it rained")]),
        ("So safe, the mayor said.", [("the mayor", "So safe")]),
        ("“Safe,” the mayor said.", [("the mayor", "“Safe,”")]),
    ],
)
def test_who_speaks_at_the_edge_of_a_sentence(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor, Ana Ruiz, said it rained.", "Ana Ruiz"),
        ("The mayor, Ana Bb Cc Ruiz, said it rained.", "Ana Bb Cc Ruiz"),
        ("The mayor, Ana Bb Cc Dd Ruiz, said it rained.", "The mayor"),
        ("Minister Ana Ruiz spoke. Ruiz said it rained.", "Ana Ruiz"),
        ("Minister Ana Bb Cc Ruiz spoke. Ruiz said it rained.", "Ana Bb Cc Ruiz"),
        ("Minister Ana Bb Cc Dd Ruiz spoke. Ruiz said it rained.", "Ruiz"),
    ],
)
def test_a_person_has_two_to_four_names(text, speaker):
    assert [name for name, _ in said(text)][-1] == speaker


# Whose side


@pytest.mark.parametrize(("letters", "found"), [(3000, True), (3001, False)])
def test_the_first_three_thousand_letters_of_what_is_said_are_read(letters, found):
    ends = " the corrupt Dutch government"
    text = f"Ana Ruiz said {'x' * (letters - len(ends))}{ends} met."
    assert bool(find_stances(text)) is found


@pytest.mark.parametrize(("words", "found"), [(38, True), (39, False)])
def test_a_cue_of_less_than_a_quarter_makes_no_stance_of_a_speaker(words, found):
    text = f"Ana Ruiz said they criticised {'very ' * words}the Dutch government."
    assert bool(find_stances(text)) is found


@pytest.mark.parametrize(("place", "word"), [(-1, "."), (0, "It"), (1, "rained"), (2, ".")])
def test_outside_of_a_sentence_there_is_a_full_stop(place, word):
    assert at(tokenise("It rained"), place).text == word


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # one word stands for who spoke before; with a word beside it, it is what it says
        ("The union said it rained. It said so.", ["The union", "The union"]),
        ("Minister Ana Ruiz spoke. She said it rained.", ["Ana Ruiz"]),
        ("Ana Ruiz said it rained. She herself said so.", ["Ana Ruiz", "She herself"]),
        ("Ana Ruiz said it rained. Her statement said so.", ["Ana Ruiz", "Ana Ruiz"]),
        ("The union said so. Its long statement said it.", ["The union", "Its long statement"]),
        # a body by its noun
        ("The Harbour Union met. The union said it rained.", ["The Harbour Union"]),
        ("The Harbour Union met. The old union said it rained.", ["The old union"]),
        ("Union met. The union said it rained.", ["The union"]),
        ("Harbour Union met. The union said it rained.", ["Harbour Union"]),
        ("The Harbour Union met. The union left. It said it rained.", ["The Harbour Union"]),
        ("The Harbour Union met. The old union left. It said it rained.", ["The old union"]),
        ("Another body, the Office, left. It said it rained.", ["It"]),
        # a name with a description is a person, and who "he" is
        ("Minister Ana Ruiz spoke. Omar Ali, a nurse, left. He said it rained.", ["Omar Ali"]),
        ("Minister Ana Ruiz spoke. Omar Ali, an aide, left. He said it rained.", ["Omar Ali"]),
        ("Minister Ana Ruiz spoke. Omar Ali, the cook, left. He said it rained.", ["Omar Ali"]),
        ("Minister Ana Ruiz spoke. Omar Ali, who left, met us. He said so.", ["Omar Ali"]),
        (
            "Ana Ruiz spoke. Omar Ali, a nurse, left. Ruiz said so. She said it rained.",
            ["Ana Ruiz", "Ana Ruiz"],
        ),
        # a name with a role is another's, a name alone is who had it before
        ("Minister Ana Ruiz spoke. Sailor Ruiz said it rained.", ["Sailor Ruiz"]),
        ("Minister Ana Ruiz spoke. The Ruiz said it rained.", ["Ana Ruiz"]),
        # before a colon, and before a figure
        ("Harbour Union: 12 boats sank.", ["Harbour Union"]),
        ("Harbour Watch: 12 boats sank.", ["Harbour Watch"]),
        ("Harbour: 12 boats sank.", []),
        ("CRSS counted 12 dead. In 2023 CRSS has 12 cases.", ["CRSS", "CRSS"]),
        ("CRSS counted 12 dead. CRSS 2023 has 12 cases.", ["CRSS"]),
        ("CRSS counted 12 dead. CRSS has 12 cases.", ["CRSS", "CRSS"]),
        ("Bank count is 12.", ["Bank"]),
        # a list of speakers
        ("Ana Ruiz and the army said it rained.", ["Ana Ruiz", "the army"]),
        ("Ana Ruiz and Ben Cem said it rained.", ["Ana Ruiz", "Ben Cem"]),
        ("Both Ana Ruiz and the army said it rained.", ["Ana Ruiz", "the army"]),
        ("Both Ruiz and the army said it rained.", ["Ruiz", "the army"]),
        ("Trade and Industry said it rained.", ["Trade and Industry"]),
        ("The Trade Board and Industry said it rained.", ["Trade Board and Industry"]),
        # where a verb is a noun
        ("A claim it rained.", []),
        ("They made a claim it rained.", []),
        ("Officials claim it rained.", ["Officials"]),
        ("The roof is safe, a claim Kabul denies.", ["Kabul"]),
        ("Safe, a claim Kabul denies.", []),
    ],
)
def test_who_speaks_by_the_number_of_words(text, speakers):
    assert [name for name, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rain, said the mayor.", "Rain"),
        ("Heavy rain fell, the mayor said on Monday.", "Heavy rain fell"),
        ("Rain fell, the mayor said on Monday.", "on Monday"),
        ("The roof is safe, a claim Kabul denies.", "The roof is safe"),
    ],
)
def test_which_words_are_said_by_their_number(text, words):
    assert [part for _, part in said(text)] == [words]


def test_reasons_stand_in_the_order_of_the_changes():
    (cue,) = stance_toward("They criticised Diallo for Ruiz.", "Ruiz").cues
    assert cue.because.split(", and ")[1:] == [
        "another name stands between",
        "it is about something of the target",
    ]


def test_what_turns_a_cue_round_is_read_before_what_weakens_it():
    assert stance_toward("The cook is not better than Ruiz.", "Ruiz").score > 0
    assert cues("Ana Ruiz said the roof was not safe.", "Ana Ruiz") == []


@pytest.mark.parametrize(
    ("text", "target", "found"),
    [
        ("The mayor left.", "“the mayor”", ["mayor"]),
        ("The mayor left.", "“mayor", ["mayor"]),
        ("The mayor left.", "mayor”", ["mayor"]),
        ("The envoy left.", "an envoy", ["envoy"]),
        ("The mayor left.", "a mayor", ["mayor"]),
        (
            "The Dutch government met and that government left.",
            "the Dutch government",
            ["Dutch government", "that government"],
        ),
        (
            "The Dutch government met and this government left.",
            "the Dutch government",
            ["Dutch government", "this government"],
        ),
        ("Portugal’s new government met.", "Portugal", ["Portugal’s new government"]),
        ("The government met.", "the Dutch government", []),
    ],
)
def test_the_forms_under_which_a_party_is_found(text, target, found):
    assert [text[slice(*span)] for span in mentions(text, target)] == found


@pytest.mark.parametrize("link", ["of", "from", "against"])
def test_a_noun_is_no_verb_before_a_preposition(link):
    assert attributions(f"Old claims {link} the mayor grew.") == []

"""What the tone step promises: two lexicon scores with their words, and whose word a label is."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.classroom.checking import judge_answer
from copydesk.corpus import load_table
from copydesk.exercises import find
from copydesk.lexicons import labels, vader, vader_valences
from copydesk.tone import (
    COLUMNS,
    GUIDE_COLUMNS,
    LONGEST_SCORED,
    guide_rules,
    headline_against_body,
    label_choices,
    labels_against_guides,
    score_sentence,
    score_sentences,
    scores,
    without_quotations,
)


def test_one_row_a_sentence_with_its_place_in_the_text():
    text = "The roof is broken. Nobody came."
    rows = score_sentences(text)
    assert list(rows["number"]) == [1, 2]
    assert [text[row.start : row.end] for row in rows.itertuples()] == list(rows["sentence"])


def test_a_score_names_the_words_that_made_it():
    row = score_sentences("The army was not ready.").iloc[0]
    assert row["textblob_words"] == "not ready (-0.1)"
    assert row["textblob_polarity"] == pytest.approx(-0.1)
    assert row["vader_words"] == f"ready ({vader_valences()['ready']:.1f})"


def test_the_two_lexicons_can_disagree_about_one_sentence():
    row = score_sentences("The council was not ready for action.").iloc[0]
    assert row["textblob_polarity"] > -0.1 > row["vader_compound"]


def test_no_word_of_the_list_means_a_score_of_zero_and_no_words():
    row = score_sentences("Nine people took the train.").iloc[0]
    assert (row["textblob_polarity"], row["vader_compound"]) == (0, 0)
    assert (row["textblob_words"], row["vader_words"]) == ("", "")


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_text_without_a_sentence_gives_an_empty_table_with_the_same_columns(text):
    rows = score_sentences(text)
    assert rows.empty
    assert {name: str(kind) for name, kind in rows.dtypes.items()} == COLUMNS
    assert score_sentences("A good day.").dtypes.equals(rows.dtypes)


def test_only_the_beginning_of_an_endless_sentence_is_scored_and_the_row_says_so():
    good, bad = "good " * LONGEST_SCORED, "bad " * LONGEST_SCORED
    row = score_sentences((good + bad)[: LONGEST_SCORED * 4]).iloc[0]
    assert "only the first 2,000 characters" in row["note"]
    assert "bad" not in row["textblob_words"]
    assert score_sentences("A good day.").iloc[0]["note"] == ""


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Militants crossed the river.", "outlet"),
        ("The mayor said that militants crossed the river.", "attributed to The mayor"),
        ("“The militants are gone,” said Ana Ruiz.", "attributed to Ana Ruiz"),
        ("According to the army, militants crossed the river.", "attributed to the army"),
        ("The so-called “militants” crossed the river.", "attributed to nobody named"),
    ],
)
def test_a_label_belongs_to_the_voice_that_uses_it(text, voice):
    (choice,) = label_choices(text)
    assert (choice.label, choice.voice) == ("militant", voice)


def test_a_label_under_a_speech_verb_may_still_be_the_outlets_wording():
    (quoted,) = label_choices("“Terrorists came,” the mayor said.")
    (paraphrased,) = label_choices("The mayor said terrorists came.")
    assert "quotation marks" in quoted.because
    assert "in the outlet's wording" in paraphrased.because


def test_a_label_is_found_in_the_plural_and_as_the_longest_name():
    text = "A freedom fighter met two gunmen and a TERRORIST."
    found = label_choices(text)
    assert [choice.word for choice in found] == ["freedom fighter", "gunmen", "TERRORIST"]
    assert [choice.direction for choice in found] == [1, 0, -1]


def test_a_label_inside_another_word_is_not_one():
    assert label_choices("The counterterrorist unit and the firefighters left.") == []


def test_every_label_has_a_direction_and_a_sense_that_explains_it():
    for label in labels().values():
        assert label.direction in (-1, 0, 1)
        assert len(label.sense.split()) > 2


@given(st.text(max_size=300))
def test_any_text_gets_scores_in_range(text):
    rows = score_sentences(text)
    assert isinstance(rows, pd.DataFrame)
    assert rows["textblob_polarity"].between(-1, 1).all()
    assert rows["textblob_subjectivity"].between(0, 1).all()
    assert rows["vader_compound"].between(-1, 1).all()


@given(
    st.lists(
        st.sampled_from(["terrorists", "“", "”", "said", "Ana", "\n", ". ", "\ud800", "rebel"])
    )
)
def test_every_label_is_a_slice_of_its_text(pieces):
    text = " ".join(pieces)
    for choice in label_choices(text):
        assert text[choice.start : choice.end] == choice.word
        assert choice.word in choice.context
        assert choice.voice == "outlet" or choice.voice.startswith("attributed to ")


# The words behind a score


def test_a_sentence_and_its_row_in_a_table_say_the_same():
    text = "The mayor's careless plan was not good."
    score, row = score_sentence(text), score_sentences(text).iloc[0]
    assert (score.textblob_polarity, score.vader_compound) == (
        row["textblob_polarity"],
        row["vader_compound"],
    )
    assert row["textblob_words"] == "careless (-0.5); not good (-0.35)"
    assert score.vader_words == (("careless", -1.5), ("good", 1.9))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They called it “useless”.", ()),  # VADER leaves curly marks on a word
        ('They called it "useless".', ("useless",)),
        ("It was very bad.", ("bad",)),
        ("It was kind of bad.", ("bad",)),
        ("Nine people took the train.", ()),
    ],
)
def test_the_words_of_vader_are_those_that_move_its_score(sentence, words):
    score = score_sentence(sentence)
    assert tuple(word for word, _ in score.vader_words) == words
    assert (score.vader_compound == 0) == (words == ())


def test_printing_a_score_shows_the_words_and_says_when_there_are_none():
    assert str(score_sentence("It is a bad idea.")).splitlines() == [
        "It is a bad idea.",
        "    TextBlob -0.70   bad -0.7",
        "    VADER    -0.54   bad -2.5",
    ]
    assert str(score_sentence("Nine people came by train.")).count("no word found") == 2
    assert "2,000 characters" in str(score_sentence("good " * LONGEST_SCORED))


@pytest.mark.parametrize("sentence", ["", " ", "…", "🙂"])
def test_a_sentence_without_a_word_can_be_scored(sentence):
    score = score_sentence(sentence)
    assert score.textblob_words == ()
    assert (score.vader_words == ()) == (score.vader_compound == 0)


@pytest.mark.parametrize(
    ("sentence", "textblob", "vader"),
    [
        ("It is a bad idea.", -0.7, -0.542),
        ("It is not a bad idea.", 0.35, 0.431),
        ("It isn't a bad idea.", -0.7, 0.431),  # TextBlob does not know the short form
        ("It isn’t a bad idea.", -0.7, -0.542),  # VADER knows it with a straight mark only
    ],
)
def test_what_the_two_tools_make_of_a_negation(sentence, textblob, vader):
    score = score_sentence(sentence)
    assert score.textblob_polarity == pytest.approx(textblob, abs=0.001)
    assert score.vader_compound == pytest.approx(vader, abs=0.001)


# Other ratings


def test_other_ratings_hold_for_one_call_and_change_nothing_else():
    text = "Two people died. The answer was clumsy."
    before = score_sentences(text)
    repaired = score_sentences(text, values={"DIED": 0, "clumsy": -2})
    assert list(repaired["vader_words"]) == ["", "clumsy (-2.0)"]
    assert repaired["vader_compound"].iloc[0] == 0 > repaired["vader_compound"].iloc[1]
    assert list(repaired["textblob_polarity"]) == list(before["textblob_polarity"])
    assert score_sentences(text).equals(before)
    assert "clumsy" not in vader_valences()
    assert vader_valences()["died"] < 0


def test_no_other_ratings_are_the_ratings_of_the_list():
    text = "A good day. A bad day."
    assert score_sentences(text, values={}).equals(score_sentences(text))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"air strike": 0}, "one word at a time"),
        ({"": 0}, "one word at a time"),
        ({3: 0}, "one word at a time"),
        ({"strike": "bad"}, "has to be a number"),
        ({"strike": ...}, "has to be a number"),
        ({"strike": True}, "has to be a number"),
        ({"strike": 5}, "from -4 to 4"),
        ({"strike": float("nan")}, "from -4 to 4"),
    ],
)
def test_a_rating_that_vader_cannot_use_is_named(values, message):
    for score in (score_sentence, score_sentences):
        with pytest.raises(ValueError, match=message):
            score("A strike.", values=values)


# Quotations


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("“A disgrace,” said the mayor.", "“…” said the mayor."),
        ('She said "no" and "never".', "She said “…” and “…”."),
        ("The ‘refusal’ wasn’t one.", "The “…” wasn’t one."),
        ("It isn’t a bad idea.", "It isn’t a bad idea."),
        ("", ""),
    ],
)
def test_without_quotations_the_outlets_own_words_are_left(text, left):
    assert without_quotations(text) == left


# A headline and its body


def test_a_headline_is_set_beside_the_mean_and_the_range_of_the_body():
    textblob, vader = headline_against_body("A bad day", "A good day. A train left.\nNine met.")
    assert (textblob.tool, vader.tool) == ("TextBlob polarity", "VADER compound")
    assert vader.headline == score_sentence("A bad day").vader_compound
    assert vader.mean == pytest.approx(score_sentence("A good day.").vader_compound / 3)
    assert (vader.lowest, vader.sentences, vader.without_words) == (0, 3, 2)
    assert textblob.because.endswith("the headline lies below their range")


def test_a_headline_is_scored_with_the_same_ratings_as_its_body():
    _, vader = headline_against_body("A bad day", "A bad day.", values={"bad": 0})
    assert (vader.headline, vader.mean) == (0, 0)
    assert "inside" in vader.because


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("", "A day.", "there is no headline"),
        ("A day", " \n", "the body has no sentence"),
        ("", "", "there is no headline; the body has no sentence"),
    ],
)
def test_a_missing_part_is_said_and_is_not_a_score_of_zero(headline, body, words):
    for tone in headline_against_body(headline, body):
        assert words in tone.because
        assert (tone.headline is None) == (not headline)
        assert (tone.mean is None) == (not body.strip())


# Labels and style guides


def test_every_guide_of_the_table_gives_one_answer_on_every_label():
    guides = load_table("styleguides")[["publisher", "year"]].drop_duplicates()
    for label in labels().values():
        rules = guide_rules(label.word)
        assert len({rule.guide for rule in rules}) == len(rules) == len(guides)
        assert all(rule.because.endswith(".") for rule in rules)


@pytest.mark.parametrize(
    ("label", "guide", "rule"),
    [
        ("terrorist", "Reuters 2007", "asks for attribution"),
        ("TERRORISTS", "Global Press, no year", "does not use it"),
        ("militant", "Associated Press 2023", "allows it"),
        ("militant", "Agence France-Presse 2023", "not seen"),
        ("gunmen", "BBC 2025", "allows it"),  # named there as a word to use instead
        ("outlaw", "Reuters 2007", "not seen"),
        ("no such word", "Reuters 2007", "not seen"),
    ],
)
def test_what_a_guide_says_on_a_label(label, guide, rule):
    (found,) = [each for each in guide_rules(label) if each.guide == guide]
    assert found.rule == rule


def test_a_guide_that_was_read_elsewhere_says_so():
    because = {rule.guide: rule.because for rule in guide_rules("terrorist")}
    assert because["BBC 2019"].endswith("Read in: another page that quotes it.")
    assert because["Global Press, no year"].endswith("Read in: the guide itself.")


def test_only_labels_in_the_outlets_own_voice_are_set_against_the_guides():
    text = "Terrorists fled. Militants hid, the mayor said.\nTwo outlaws and a terrorist came."
    table = labels_against_guides(text)
    assert list(table["label"]) == ["terrorist", "outlaw"]
    assert list(table["uses"]) == [2, 1]
    assert list(table["sentences"]) == ["1; 3", "3"]
    terrorist, outlaw = table.iloc[0], table.iloc[1]
    assert "Reuters 2007" in terrorist["ask_for_attribution"].split("; ")
    assert terrorist["not_seen"] == ""
    assert len(outlaw["not_seen"].split("; ")) == len(guide_rules("outlaw"))


def test_no_label_gives_an_empty_table_with_the_same_columns():
    empty = labels_against_guides("“Terrorists,” the mayor said.")
    assert empty.empty
    assert {name: str(kind) for name, kind in empty.dtypes.items()} == GUIDE_COLUMNS


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_headline_and_body_can_be_compared_and_any_quotation_taken_out(headline, body):
    for tone in headline_against_body(headline, body):
        assert tone.mean is None or tone.lowest - 1e-9 <= tone.mean <= tone.highest + 1e-9
    assert isinstance(without_quotations(body), str)
    assert isinstance(labels_against_guides(body), pd.DataFrame)


# The rule that judges a minimal pair (exercise 3.2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Engineers demolished the old bridge at Misalabad on Monday.",
        "On Monday, engineers took down the old bridge at Misalabad.",
        "The old bridge at Misalabad was removed by engineers on Monday",
        "The bridge at Misalabad is gone: engineers dismantled it on Monday.",
        "On Monday engineers blew up the old bridge at Misalabad without a crowd.",
        "Engineers pulled the bridge at MISALABAD to pieces on Monday.",
        "Engineers knocked down the old bridge at Misalabad on Monday.",
    ],
)
def test_a_fair_second_sentence_passes(sentence):
    exercise = find("3.2")
    judgement = judge_answer(exercise, {exercise.name: sentence})
    assert judgement.state == "right", judgement.message


PIECES = st.sampled_from(
    [
        "good", "BAD", "not", "very", "kind", "of", "but", "isn’t", "no", ":)", ";-D", "(!)", "!",
        "🙂", "x🙂", "least", "at", "never", "war", "2023", "😀😀", "harbour", ".", "“useless”",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join)))
def test_the_scores_are_those_of_the_two_tools(sentence):
    score = score_sentence(sentence)
    blob = scores._textblob()(sentence)
    assert (score.textblob_polarity, score.textblob_subjectivity) == tuple(map(float, blob))
    assert [value for _, value in score.textblob_words] == [each[1] for each in blob.assessments]
    assert score.vader_compound == vader().polarity_scores(sentence)["compound"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", "leaves out a fact"),
        ("Engineers destroyed the old bridge at Misalabad on Monday.", "same VADER score"),
        ("Misalabad lost its bridge to engineers on Monday.", "nearly the same"),
        ("Engineers will demolish the bridge at Misalabad on Monday.", "only that somebody plans"),
        ("Engineers couldn’t remove the bridge at Misalabad on Monday.", "did not happen"),
        ("Engineers blessed the bridge at Misalabad on Monday.", "tells another event"),
        ("Lazy engineers removed the bridge at Misalabad on Monday.", "praise or blame"),
        ("It was Monday. Engineers removed the bridge at Misalabad.", "more than one sentence"),
        (("a", "b"), "asks for text"),
        (3, "asks for text"),
    ],
)
def test_an_unfair_second_sentence_is_told_what_it_does(sentence, words):
    exercise = find("3.2")
    judgement = judge_answer(exercise, {exercise.name: sentence})
    assert judgement.state != "right"
    assert words in judgement.message


@pytest.mark.parametrize(("letters", "note"), [(2000, ""), (2001, "2,000 characters")])
def test_two_thousand_letters_of_a_sentence_are_scored(letters, note):
    said = score_sentences("good " * 399 + "x" * (letters - 1995)).iloc[0]["note"]
    assert (note in said) if note else "characters" not in said


def test_a_body_of_one_sentence_has_no_sentences():
    one, two = (
        headline_against_body("A good day", body)[1].because
        for body in ("A bad day.", "A bad day. A train left.")
    )
    assert "the sentence of the body has a mean of -0.54 and runs from" in one
    assert "the 2 sentences of the body have a mean of -0.27 and run from" in two

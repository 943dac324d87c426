"""What the tone step promises: two lexicon scores with their words, and whose word a label is."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.lexicons import labels, vader_valences
from copydesk.tone import COLUMNS, LONGEST_SCORED, label_choices, score_sentences


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


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_scores_in_range(text):
    rows = score_sentences(text)
    assert isinstance(rows, pd.DataFrame)
    assert rows["textblob_polarity"].between(-1, 1).all()
    assert rows["textblob_subjectivity"].between(0, 1).all()
    assert rows["vader_compound"].between(-1, 1).all()


@settings(max_examples=150, deadline=None)
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

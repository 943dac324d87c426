"""What the stance step promises: who says what, and who stands where toward whom, with cues."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.corpus import load_table
from copydesk.language.tokens import tokenise
from copydesk.lexicons import inflections, speech_verbs, stance_words
from copydesk.stance import attributions, find_stances, stance_toward
from copydesk.stance.parties import MOST_PARTIES, parties


def said(text):
    """Return speaker, verb and words of each attribution."""
    return [(a.speaker, a.verb, a.words) for a in attributions(text)]


# Who says what.


def test_the_speaker_stands_before_the_verb():
    assert said("Ana Ruiz said that the bridge was safe.") == [
        ("Ana Ruiz", "said", "the bridge was safe")
    ]


def test_the_speaker_stands_after_the_verb():
    assert said("“It is safe,” said Ana Ruiz.") == [("Ana Ruiz", "said", "“It is safe,”")]


def test_the_words_stand_before_the_speaker():
    assert said("The bridge is safe, the mayor said on Monday.") == [
        ("the mayor", "said", "The bridge is safe")
    ]


def test_a_quotation_on_both_sides_of_the_speaker_gives_both_parts():
    found = said("“It is safe,” Ana Ruiz said, “and it is new.”")
    assert [words for _, _, words in found] == ["“It is safe,”", "“and it is new.”"]


def test_he_is_the_person_named_before():
    found = said("General Omar Diallo said the road was open. He added that it was dry.")
    assert [speaker for speaker, _, _ in found] == ["Omar Diallo", "Omar Diallo"]


def test_a_last_name_is_given_in_full():
    text = "The minister, Omar Diallo, met farmers.\nDiallo warned that rain was late."
    assert said(text)[-1][0] == "Omar Diallo"


def test_a_last_name_in_the_standfirst_finds_the_full_name_in_the_story():
    text = "“No,” Diallo said.\nThe minister, Omar Diallo, met farmers."
    assert said(text)[0][0] == "Omar Diallo"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Defence Minister Ana Ruiz said it rained.", "Defence Minister"),
        ("Ana Ruiz, the mayor of Porto Novo, said it rained.", "the mayor of Porto Novo"),
        ("The mayor, Ana Ruiz, said it rained.", "The mayor"),
        ("Ambassador to the UN Ana Ruiz said it rained.", "Ambassador to the UN"),
        ("Ana Ruiz, 45, said it rained.", ""),
    ],
)
def test_the_printed_role_is_kept_apart_from_the_name(text, role):
    (found,) = attributions(text)
    assert (found.speaker, found.role) == ("Ana Ruiz", role)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“No,” Ruiz was quoted as saying by Radio Sud.", "Radio Sud"),
        ("Ruiz told Radio Sud that it rained.", "Radio Sud"),
        ("Ruiz told reporters that it rained.", "reporters"),
        ("Ruiz said in an interview with Radio Sud that it rained.", "Radio Sud"),
        ("Ruiz said that it rained, according to Radio Sud.", "Radio Sud"),
        ("Ruiz said that it rained.", ""),
    ],
)
def test_how_the_words_reached_the_outlet(text, via):
    (found,) = attributions(text)
    assert (found.speaker, found.via) == ("Ruiz", via)


def test_quoted_as_saying_is_one_attribution_and_not_two():
    (found,) = attributions("“We were not ready,” Ruiz was quoted as saying by Radio Sud.")
    assert found.verb == "was quoted as saying"
    assert found.words == "“We were not ready,”"


def test_an_outlet_that_quotes_somebody_is_the_channel_and_not_the_speaker():
    (found,) = attributions("“We were not ready,” Radio Sud quoted Ruiz as saying.")
    assert (found.speaker, found.via, found.words) == ("Ruiz", "Radio Sud", "“We were not ready,”")


def test_a_speaker_between_commas_stands_inside_the_words():
    (found,) = attributions("The bridge, the mayor says, was not safe.")
    assert found.speaker == "the mayor"
    assert found.words == "The bridge, the mayor says, was not safe"


@pytest.mark.parametrize(
    "text",
    [
        "According to the Ministry of Health, nine people fell ill.",
        "Nine people fell ill, according to the Ministry of Health.",
    ],
)
def test_according_to_names_a_source_on_either_side(text):
    (found,) = attributions(text)
    assert found.speaker == "Ministry of Health"
    assert found.words.lower() == "nine people fell ill"


@pytest.mark.parametrize(
    "text",
    [
        "The group is believed to have left.",
        "The minister has been accused of theft.",
        "The group has reportedly left.",
    ],
)
def test_words_that_nobody_is_named_for_have_no_speaker(text):
    (found,) = attributions(text)
    assert found.speaker is None
    assert "name" in found.because


def test_by_names_the_speaker_of_a_passive():
    (found,) = attributions("The plan was condemned by the teachers’ union.")
    assert (found.speaker, found.colour) == ("the teachers’ union", "attacks")


@pytest.mark.parametrize(
    ("verb", "colour"),
    [
        ("said", "neutral"),
        ("claimed", "doubts"),
        ("confirmed", "commits"),
        ("admitted", "concedes"),
        ("denied", "denies"),
        ("warned", "warns"),
    ],
)
def test_the_verb_colours_the_words(verb, colour):
    (found,) = attributions(f"The mayor {verb} that the dam leaked.")
    assert found.colour == colour


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It leaked,” the mayor said.", "direct"),
        ("The mayor said the dam had “a small leak”.", "mixed"),
        ("The mayor said the dam leaked.", "indirect"),
    ],
)
def test_direct_speech_is_told_from_paraphrase(text, form):
    (found,) = attributions(text)
    assert found.form == form


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Ruiz’s claim that it was raining was wrong.", "Ruiz", "it was raining"),
        (
            "Ruiz’s claim that he was ill and it was wet hurt.",
            "Ruiz",
            "he was ill and it was wet hurt",
        ),
        (
            "Ruiz’s claim that ice was hot and tea was wet was bad.",
            "Ruiz",
            "ice was hot and tea was wet",
        ),
        ("Ruiz’s claim that what he was told was true was bad.", "Ruiz", "what he was told"),
        ("They could hear Ruiz’s claim that it was all it was.", "Ruiz", "it was all it was"),
        ("A claim by a man that it rained was wrong.", None, None),
        ("Ruiz’s reply to the crew was that it rained.", "Ruiz", "it rained"),
        ("Ruiz’s view is that it rained.", "Ruiz", "it rained"),
        ("Ruiz’s status report on the roof came late.", None, None),
        ("Ruiz’s repeated claim that it rained hurt us.", "Ruiz", "it rained hurt us"),
        ("Ruiz’s claim that was made in May hurt us.", None, None),
        ("In the words of one of the cooks, “it rained”.", "one of the cooks", "“it rained”"),
        ("It rained, in Ruiz’s view.", "Ruiz", "It rained"),
        ("The roof, in Ruiz’s view, is wet.", "Ruiz", "The roof, in Ruiz’s view, is wet"),
        ("The roof, according to Ruiz, is wet.", "Ruiz", "The roof, according to Ruiz, is wet"),
        ("The roof, says Ruiz, is wet.", "Ruiz", "The roof, says Ruiz, is wet"),
        ("It rained, says Ana Ruiz, a judge.", "Ana Ruiz", "It rained"),
        ("It rained, says Ana Ruiz, an actor.", "Ana Ruiz", "It rained"),
        ("It rained, says Ana Ruiz, the actor.", "Ana Ruiz", "It rained"),
        ("It rained, says Ana Ruiz, who left.", "Ana Ruiz", "It rained"),
        ("It rained, said a judge in Lisbon.", "a judge", "It rained"),
        ("“Rain,” Ruiz, mayor of Loremtown, said Monday in a talk.", "Ruiz", "“Rain,”"),
        ("It rained, said a report from the bank.", "a report from the bank", "It rained"),
        ("“It rained,” said the mayor, Ana Ruiz.", "Ana Ruiz", "“It rained,”"),
        ("Roof has held, study finds", "study", "Roof has held"),
        ("Ruiz would say only that it rained.", "Ruiz", "it rained"),
        ("It was described by the bank in May as a joke.", "the bank", "a joke"),
        ("The mayor called it “late” but did not say why.", "The mayor", "it “late”"),
        ("The mayor praised the crew but did not say why.", "The mayor", "the crew"),
        ("The mayor rejected the charge and has left.", "The mayor", "the charge"),
        ("The mayor criticised the crew and will leave.", "The mayor", "the crew"),
        (
            "The mayor said it was late and will be late.",
            "The mayor",
            "it was late and will be late",
        ),
        ("Ruiz asked the crew to wait, so far in vain.", "Ruiz", "to wait"),
        ("A roof that was thought safe fell.", None, None),
        ("This newspaper said that it rained.", "This newspaper", "it rained"),
        ("The law says that it rained.", "The law", "it rained"),
        (
            "It was condemned by rights groups.",
            "rights groups",
            "It was condemned by rights groups",
        ),
        ("The statement was short: “No.”", "The statement", "“No.”"),
        ("“It is wet. It is old.” —Ana Ruiz, 44, cook", "Ana Ruiz", "“It is wet. It is old.”"),
        ("Three to watch: Ana Ruiz", None, None),
    ],
)
def test_who_speaks_in_other_words(text, speaker, words):
    found = attributions(text)
    assert [one.speaker for one in found] == ([speaker] if speaker else [])
    assert not words or found[0].words == words


@pytest.mark.parametrize(
    "text",
    ["The union called Ruiz’s comment false.", "The union found Ruiz’s claims false."],
)
def test_what_somebody_owns_is_a_noun_and_no_speech(text):
    assert stance_toward(text, "Ruiz").cues[-1].text == "false"


def test_an_initial_does_not_end_a_name():
    text = "David H. Ruiz, a cook, left early. He said it rained."
    assert said(text) == [("David H. Ruiz", "said", "it rained")]


def test_words_of_a_noun_are_said_once():
    text = "The ministry left. The ministry said in its statement that it rained."
    assert said(text) == [("The ministry", "said", "it rained")]


def test_who_is_named_after_for_is_who_she_is():
    text = "For Ana Ruiz, a cook, it was late. She said it rained."
    assert said(text) == [("Ana Ruiz", "said", "it rained")]


def test_a_second_verb_goes_on_from_the_same_speaker():
    found = said("The union welcomed the plan, saying it was late.")
    assert found == [
        ("The union", "welcomed", "the plan"),
        ("The union", "saying", "it was late"),
    ]


def test_a_denial_after_a_claim_has_its_own_speaker():
    found = said("The army bombed the port, a claim the ministry denies.")
    assert found == [("the ministry", "denies", "The army bombed the port")]


def test_a_quotation_that_goes_on_keeps_its_speaker():
    found = attributions("“We waited,” Ana Ruiz said. “Nobody came.”")
    assert [(a.speaker, a.verb) for a in found] == [("Ana Ruiz", "said"), ("Ana Ruiz", "")]


@pytest.mark.parametrize(
    "text",
    [
        "The claim was old.",
        "A report by the bank arrived.",
        "Islamic State fighters left.",
        "He wanted to say more.",
        "The ministry’s demand was met.",
        "The group maintains a political office.",
        "“He said no” was painted on the wall.",
    ],
)
def test_a_noun_or_an_infinitive_or_a_word_inside_a_quotation_attributes_nothing(text):
    assert attributions(text) == []


def test_as_per_names_a_source_too():
    (found,) = attributions("As per the harbour office, nine ships left.")
    assert (found.speaker, found.verb) == ("the harbour office", "as per")


@pytest.mark.parametrize(
    "text",
    ["The harbour office counted nine ships.", "The harbour office put the losses at 90,000."],
)
def test_who_counts_gives_a_number(text):
    (found,) = attributions(text)
    assert found.speaker == "The harbour office"


def test_who_counts_without_a_number_says_nothing():
    assert attributions("The harbour office counted the ships. Four counts were enough.") == []


def test_a_headline_may_name_the_speaker_last():
    assert said("Bridge not safe in winter, says harbour minister") == [
        ("harbour minister", "says", "Bridge not safe in winter")
    ]


@pytest.mark.parametrize(
    ("text", "via", "words"),
    [
        ("Ruiz warned the harbour office that it rained.", "the harbour office", "it rained"),
        ("Ruiz asked the office in Lisbon to wait.", "the office in Lisbon", "to wait"),
        ("Ruiz asked a judge for a reply.", "a judge", "for a reply"),
    ],
)
def test_who_is_warned_or_asked_is_the_listener(text, via, words):
    (found,) = attributions(text)
    assert (found.via, found.words) == (via, words)


def test_he_is_somebody_who_was_described():
    text = "Omar Diallo, a ferryman, met the mayor. “It rained,” he said."
    assert said(text)[-1][0] == "Omar Diallo"


def test_a_paper_is_no_person():
    text = (
        "Omar Diallo said it rained.\nThe Daily Example reports floods. He added that it was cold."
    )
    assert said(text)[-1][0] == "Omar Diallo"


def test_a_place_before_the_speaker_is_not_the_speaker():
    ((speaker, _, _),) = said("In Lisbon, the harbour office said that it rained.")
    assert speaker == "the harbour office"


def test_a_thing_does_not_speak():
    assert attributions("A renewed call urged the council to wait.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“No,” she quipped", "she", "“No,”"),
        ("“No,” Ruiz quips again.", "Ruiz", "“No,”"),
        ("“No,” several tired fans gushed on Monday.", "several tired fans", "“No,”"),
        ("“No!” chanted the fans.", "the fans", "“No!”"),
        ("“No,” chanted Ana Ruiz.", "Ana Ruiz", "“No,”"),
        ("“No?” the fans chanted loudly.", "the fans", "“No?”"),
        ("The fans chanted, “Pay us.”", "The fans", "“Pay us.”"),
    ],
)
def test_a_verb_of_no_table_speaks_beside_a_quotation(text, speaker, words):
    assert [(name, part) for name, _, part in said(text)] == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” gasped",
        "“No” painted the fans.",
        "“No,” painted on walls.",
        "“No,” the fans.",
        "“No,” he.",
        "The fans chanted, “pay us”.",
        "The fans chanted “Pay us.”",
        "The wall was painted: “Pay us.”",
        "The wall had chanted: “Pay us.”",
    ],
)
def test_no_verb_is_made_up_where_another_thing_can_stand(text):
    assert attributions(text) == []


def test_both_governments_are_those_of_the_two_states_of_a_text():
    pair = ["the Portuguese government", "the Ghanaian government"]
    for words, speakers in [("The two", pair), ("Both", pair), ("Some", ["Some governments"])]:
        found = attributions(f"Portugal met Ghana. {words} governments said that it rained.")
        assert [one.speaker for one in found] == speakers
    for places in ("Portugal rested.", "Portugal and Ghana met Chile."):
        (found,) = attributions(f"{places} Both governments said that it rained.")
        assert found.speaker == "Both governments"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The GTI had 490.", ["GTI"]),
        ("The GTI had 490 in May.", ["GTI"]),
        ("The GTI had 490 rooms.", []),
        ("The Harbour Index had 490.", []),
    ],
)
def test_a_body_known_by_its_initials_may_give_a_figure_alone(text, speakers):
    assert [name for name, _, _ in said(text)] == speakers


@pytest.mark.parametrize("link", ["that", "which", "who"])
def test_who_speaks_inside_a_relative_clause_says_its_rest(link):
    text = f"She saw a guard {link}, the mayor said, was asleep."
    assert said(text) == [("the mayor", "said", "was asleep")]


@pytest.mark.parametrize("link", ["and", "but"])
def test_who_is_named_before_and_is_not_the_subject_of_what_follows(link):
    text = f"The ministry summoned the envoy {link} told him that the road was shut."
    assert said(text) == [("The ministry", "told", "the road was shut")]


# Who stands where toward whom.


@pytest.mark.parametrize(
    ("text", "target", "polarity"),
    [
        ("The union criticised the ministry.", "the ministry", -1),
        ("The union praised the ministry.", "the ministry", 1),
        ("The ministry was praised by the union.", "the ministry", 1),
        ("The ministry was criticised by the union.", "the ministry", -1),
        ("The ministry met the union.", "the ministry", 0),
        ("The ministry failed to act.", "the ministry", -1),
        ("The ministry was not prepared to help.", "the ministry", -1),
        ("The brutal ministry stayed.", "the ministry", -1),
        ("The ministry is accused of theft.", "the ministry", -1),
        ("The ministry rescued the sailors.", "the ministry", 1),
        ("The ministry was not honest.", "the ministry", -1),
    ],
)
def test_polarity_follows_who_does_what_to_whom(text, target, polarity):
    assert stance_toward(text, target).polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        # A passive without "by" is about its subject; a participle may be irregular.
        ("The cook was charged with the murder of the ferryman.", 0),
        ("The ferryman, accused of theft, stayed silent.", -1),
        ("The ferryman was shot by a guard.", 0),
        # Who is named after "than" is the lesser one.
        ("The ferryman is better than the cook.", 1),
        ("The cook is better than the ferryman.", -1),
        # "Not" before a bad word answers a charge; "not" before a fault is no fault.
        ("The ferryman is not corrupt.", 0),
        ("The ferryman did not fail.", 0),
        ("The ferryman refused to help.", -1),
        ("The ferryman should leave.", -1),
        # A speaker between commas does not part a subject from its verb.
        ("The ferryman, she says, was not ready to act.", -1),
        # What somebody fights or blames on others is not the fault of the one who does it.
        ("The ferryman has a plan to prevent abuse.", 0),
        ("The ferryman denied the fraud.", 0),
        # Phrases go before their words.
        ("The ferryman is not only able.", 1),
        ("The ferryman had a heart attack.", 0),
        ("Questions about the ferryman grew.", -1),
        ("The ferryman stood up for the crew.", 1),
        # A bare event is no stance.
        ("An attack hit the road near the ferryman.", 0),
        ("The jets moved against the ferryman.", 0),
        ("The ferryman had hoped for rain.", 0),
    ],
)
def test_each_rule_of_reading(text, polarity):
    stance = stance_toward(text, "the ferryman")
    assert stance.polarity == polarity, stance.cues


def test_a_name_that_judges_is_a_cue_by_itself():
    stance = stance_toward("The soldiers found the terrorists in a barn.", "the terrorists")
    assert (stance.polarity, [cue.rule for cue in stance.cues]) == (-1, ["label"])
    assert stance_toward("The soldiers found the militants in a barn.", "the militants").cues == ()


def test_a_word_of_another_name_is_no_cue():
    text = "The ferryman met the Great Northern Council."
    assert stance_toward(text, "the ferryman").polarity == 0


def test_who_after_a_name_is_that_name():
    plain = stance_toward("The ferryman lied.", "the ferryman").score
    assert stance_toward("The ferryman, who lied, left.", "the ferryman").score == plain


def test_a_cue_past_another_name_counts_less():
    near = stance_toward("They praised Ruiz.", "Ruiz").score
    past = stance_toward("They praised Diallo and Ruiz.", "Ruiz").score
    assert 0 < past < near / 2


def test_a_word_belongs_to_the_phrase_that_it_stands_in():
    his = stance_toward("It was the good tall slow old ferryman.", "the ferryman").score
    day = stance_toward("It was a good day for the ferryman.", "the ferryman").score
    assert 0 < day < his


def test_who_is_attacked_is_blamed_more_than_who_has_a_part_that_is_attacked():
    him = stance_toward("The union criticised the ferryman.", "the ferryman").score
    fee = stance_toward("The union criticised the raise for the ferryman.", "the ferryman").score
    assert him < fee < 0


def test_good_words_of_a_speaker_count_a_little_for_the_speaker():
    stance = stance_toward("“We will protect families,” Ana Ruiz said.", "Ana Ruiz")
    assert 0 < stance.score < 0.3
    assert all(cue.rule.endswith("own words") for cue in stance.cues)


def test_a_cue_of_several_words_is_printed_whole():
    (cue,) = stance_toward("The ferryman is out of control.", "the ferryman").cues
    assert cue.text == "out of control"


def test_every_cue_names_its_word_its_sense_and_its_place():
    (cue,) = stance_toward("The brutal ferryman stayed.", "the ferryman").cues
    assert cue.because == "“brutal” (cruel) stands before the target"


def test_one_sentence_can_praise_one_party_and_blame_another():
    text = "The council praised Ana Ruiz for her work but condemned Omar Diallo."
    assert stance_toward(text, "Ana Ruiz").polarity == 1
    assert stance_toward(text, "Omar Diallo").polarity == -1


def test_the_fault_of_the_blamed_is_not_the_fault_of_who_blames():
    text = "The union criticised the ministry for failing to act."
    cues = stance_toward(text, "the union").cues
    assert "failing" not in [cue.text for cue in cues]


def test_who_is_killed_is_not_blamed():
    assert stance_toward("The driver was killed in the blast.", "the driver").polarity == 0


def test_a_label_of_others_does_not_stick_to_who_stands_near():
    text = "Ruritania may strike terrorist hideouts."
    assert stance_toward(text, "Ruritania").polarity == 0


def test_what_a_speaker_says_is_about_others():
    text = "Ana Ruiz said the roof was dangerous and the report was false."
    assert stance_toward(text, "Ana Ruiz").polarity == 0


def test_a_target_that_is_not_there_has_no_stance_and_no_cues():
    stance = stance_toward("The union criticised the ministry.", "the bank")
    assert (stance.polarity, stance.score, stance.cues) == (0, 0, ())


@pytest.mark.parametrize("target", ["the Afghan government", "Kabul", "Afghanistan", "KABUL"])
def test_a_state_its_capital_and_its_government_are_one_party(target):
    text = "The envoy criticised the Afghan interim government."
    assert stance_toward(text, target).polarity == -1


def test_the_government_later_in_the_sentence_is_the_one_named_before():
    text = "He asked the Afghan government for aid, but the government was not willing to help."
    stance = stance_toward(text, "the Afghan government")
    assert "failure to act" in [cue.rule for cue in stance.cues]
    assert stance.polarity == -1


def test_the_government_of_another_state_is_not_taken_for_this_one():
    text = "Portugal hoped that the Dutch government would come, but the government was not ready."
    assert stance_toward(text, "the Dutch government").polarity == -1
    assert "failure to act" not in [cue.rule for cue in stance_toward(text, "Portugal").cues]


def test_what_a_party_will_do_counts_less_than_what_it_does():
    does = stance_toward("The ministry rescues sailors.", "the ministry").score
    will = stance_toward("The ministry will rescue sailors.", "the ministry").score
    assert 0 < will < does


def test_a_person_is_found_by_the_last_name():
    assert stance_toward("Voters praised Ruiz.", "Ana Ruiz").polarity == 1


def test_the_score_is_the_squashed_sum_of_the_cues():
    stance = stance_toward("The union condemned the corrupt ministry.", "the ministry")
    assert sorted(cue.text for cue in stance.cues) == ["condemned", "corrupt"]
    assert stance.score < min(cue.direction for cue in stance.cues) / 2


def test_the_minister_stands_against_the_government_that_does_not_act():
    text = (
        "Ruritania’s Defence Minister Ivo Marek has sharply criticised the Dutch government for "
        "failing to act against smugglers.\n"
        "“We asked the Dutch government for patrols, but so far the government has not acted,” "
        "Marek was quoted as saying by Radio Sud."
    )
    rows = [row for row in find_stances(text) if row.target == "the Dutch government"]
    assert [(row.holder, row.polarity, row.sentence) for row in rows] == [
        ("Ivo Marek", -1, 1),
        ("Ivo Marek", -1, 2),
    ]
    assert "criticised" in [cue.text for cue in rows[0].cues]
    assert "failure to act" in [cue.rule for cue in rows[1].cues]


def test_thanks_are_a_stance_too():
    (row,) = find_stances("“We thank the Dutch government for its actions,” said Ana Ruiz.")
    assert (row.holder, row.target, row.polarity) == ("Ana Ruiz", "the Dutch government", 1)


def test_who_denies_words_does_not_hold_them():
    text = "The corrupt Diallo stole the money, a claim the ministry denies."
    assert find_stances(text) == []


def test_a_place_is_no_party_where_it_acts_nowhere():
    text = "Ana Ruiz was in Evora. Ana Ruiz said that Evora suffered from a brutal gang."
    assert [row.target for row in find_stances(text)] == []


def test_a_sum_of_money_is_no_party():
    assert find_stances("Ana Ruiz said that a corrupt firm had taken Rs 10 billion.") == []


def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name():
    text = "“Had Omar Diallo been honest, he would have paid,” Ana Ruiz said."
    assert [row.target for row in find_stances(text)] == ["Omar Diallo"]


def test_a_government_is_known_by_the_place_where_it_sits():
    text = "Ana Ruiz said that the interim government in Kabul was not ready to act."
    (row,) = find_stances(text)
    assert (row.target, row.polarity) == ("the Afghan government", -1)


def test_who_is_called_by_a_name_that_judges_is_a_target():
    (row,) = find_stances("Ana Ruiz said that the terrorists had left.")
    assert (row.holder, row.target, row.polarity) == ("Ana Ruiz", "terrorists", -1)
    assert find_stances("Ana Ruiz said that two terrorist attacks were counted.") == []


def test_nobody_stands_toward_the_own_government_that_a_role_named_before():
    text = (
        "Portugal’s defence minister, Ana Ruiz, met the press.\n"
        "Portugal’s defence minister, Ana Ruiz, said it rained.\n"
        "Ruiz said that Portugal had delivered."
    )
    assert find_stances(text) == []


def test_where_something_happened_is_not_a_party():
    assert find_stances("Ana Ruiz said that a brutal gang had stayed in Lisbon.") == []


# The lexicons.


@pytest.mark.parametrize(
    "name", ["speech_verbs", "stance_verbs", "polarity_words", "labels", "parties"]
)
def test_every_row_of_a_lexicon_has_an_example_with_its_word(name):
    for row in load_table(f"lexicon_{name}").fillna("").to_dict("records"):
        first = str(row["word"]).split()[0]
        forms = inflections(first, str(row.get("forms", "")))
        forms |= {form.split()[0] for form in str(row.get("forms", "")).split()}
        example = str(row["example"]).lower()
        # A label or a noun may be printed in the plural, a verb in any form.
        stems = {form.removesuffix("s").removesuffix("y").removesuffix("an") for form in forms}
        assert any(stem in example for stem in stems), row


def test_the_lexicons_agree_on_their_scales():
    assert all(-1 <= word.to_object <= 1 for word in stance_words().values())
    assert {verb.colour for verb in speech_verbs().values()} == {
        "neutral", "doubts", "commits", "concedes", "denies", "attacks", "warns", "demands",
        "supports", "promises",
    }  # fmt: skip


# Any text at all.

PIECES = st.sampled_from(
    [
        "Ana Ruiz", "said", "told", "the Afghan government", "Kabul", "“", "”", '"', "'", ",", ".",
        "\n", "who", "was", "praised", "by", "not", "ready", "according to", "the", "He", "(", ")",
        "quoted as saying", "terrorist", "out of", "control", "should", "than", "counted 12",
        "\ud800", "🙂", "שלום", "’s", "—", "failing",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS)
def test_every_attribution_is_a_slice_of_its_text(text):
    for found in attributions(text):
        assert text[found.start : found.end] == found.words
        assert found.words
        assert found.because
        assert found.form in {"direct", "indirect", "mixed"}


@given(TEXTS, st.one_of(st.text(max_size=20), PIECES))
def test_every_score_is_in_range_and_every_cue_is_a_slice(text, target):
    stance = stance_toward(text, target)
    assert -1 <= stance.score <= 1
    assert stance.polarity in (-1, 0, 1)
    assert stance.polarity * stance.score >= 0
    for cue in stance.cues:
        assert text[cue.start : cue.end] == cue.text
        assert -1 <= cue.direction <= 1


@given(TEXTS)
def test_every_stance_of_a_speaker_rests_on_cues_in_the_text(text):
    for row in find_stances(text):
        assert row.cues
        assert all(text[cue.start : cue.end] == cue.text for cue in row.cues)
        json.dumps(dataclasses.asdict(row))


@pytest.mark.thorough
@pytest.mark.parametrize(
    "piece", ["Ana Ruiz said that ", "“", "the government ", "not a, ", "\n", "the thugs "]
)
def test_long_repetition_is_read_to_its_end(piece):
    text = (piece * 100_000)[:100_000]
    for row in attributions(text):
        assert text[row.start : row.end] == row.words
    for row in find_stances(text):
        assert all(text[cue.start : cue.end] == cue.text for cue in row.cues)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam is not safe”\nAna Ruiz said “the dam is not safe now”.", "Ana Ruiz"),
        ("“The dog ran off at noon”\nAna Ruiz said “the dam is not safe now”.", None),
        ("The mayor asked Ana Ruiz why it rained.\n“Nobody knows.”", "Ana Ruiz"),
    ],
)
def test_a_quotation_without_a_speaker_of_its_own(text, speaker):
    found = {said.words: said.speaker for said in attributions(text)}
    quotation = next(line for line in text.split("\n") if line.startswith("“"))
    assert found.get(quotation) == speaker


def test_each_speaker_of_a_list_has_the_words():
    assert said("The army and the ministry said that it rained.") == [
        ("The army", "said", "it rained"),
        ("the ministry", "said", "it rained"),
    ]
    assert len(said("The Ministry of Trade and Industry said that it rained.")) == 1


def test_a_short_name_in_brackets_does_not_part_a_name_from_its_verb():
    assert said("The Harbour Office (HO) said that it rained.")[0][0] == "Harbour Office"


def test_the_parties_of_a_sentence_are_read_up_to_the_limit():
    names = [f"Ana {letter}uiz" for letter in "BCDFGHJKL"]
    tokens = tokenise("They met " + ", ".join(names))
    assert list(parties(tokens, frozenset(), frozenset())) == names[:MOST_PARTIES]
    assert len(names) - 1 == MOST_PARTIES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They praised the small old ferry operator.", ["the small old ferry operator"]),
        ("They praised the very small old ferry operator.", []),
        ("They praised the nurses.", ["the nurses"]),
        ("They praised the nurse.", []),
        ("They praised the ferry union of the port.", ["the ferry union"]),
        ("They praised the Ferry Union; the union left.", ["Ferry Union"]),
    ],
)
def test_a_party_without_a_name_is_known_by_its_noun(text, found):
    tokens = tokenise(text)
    names = frozenset(token.text for token in tokens[1:] if token.is_name)
    assert list(parties(tokens, frozenset(), names)) == found


def test_a_cue_says_what_the_target_has_to_do_with_it():
    text = "The union attacked the ministry."
    assert [cue.role for cue in stance_toward(text, "the ministry").cues] == ["receives"]
    assert [cue.role for cue in stance_toward(text, "the union").cues] == ["does"]
    text = "The ministry was attacked by the union."
    assert [cue.role for cue in stance_toward(text, "the ministry").cues] == ["receives"]
    assert [cue.role for cue in stance_toward(text, "the union").cues] == ["does"]
    assert [cue.role for cue in stance_toward("The corrupt union left.", "the union").cues] == [""]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # A clause that describes the speaker stands between speaker and verb.
        ("An envoy who saw the talks said it rained.", "An envoy", "it rained"),
        ("“No,” Mele Taufa, whose son died, told the judge.", "Mele Taufa", "“No,”"),
        # The charge is what is said, and not the one who is charged.
        ("The union accused the firm of theft.", "The union", "theft"),
        ("The firm was accused of theft.", None, "theft"),
        ("The firm was praised by the union for its care.", "the union", "its care"),
        # A passive without "by" hides who acts.
        ("The charge has been denied.", None, "The charge"),
        ("It rained, the judge was told.", None, "It rained"),
        # "It" is who opened the sentence before.
        ("Portugal did not come. It argued that it rained.", "Portugal", "it rained"),
        ("The ferry operator left. It said it rained.", "The ferry operator", "it rained"),
        (
            "Another body, the Harbour Office, left. It said it rained.",
            "Harbour Office",
            "it rained",
        ),
        ("The mayor, Dr Ana Ruiz, left. She said it rained.", "Ana Ruiz", "it rained"),
        # A figure in somebody's count.
        ("In the Harbour Office count, 12 died.", "Harbour Office", "12 died"),
        ("12 died, by the Harbour Office’s count.", "Harbour Office", "12 died"),
        ("905 thefts were recorded by the Harbour Office.", "Harbour Office", "905 thefts"),
        # A verb that no table has, where only speech can stand.
        ("“It rained,” she quipped.", "she", "“It rained,”"),
        # Where the outlet goes on, the words end.
        ("The union rejected what the firm called “a gift” on Monday.", "the firm", "“a gift”"),
        ("They deny it with a smile.", "They", "it"),
        ("According to Ana Ruiz, 34, it rained.", "Ana Ruiz", "it rained"),
        ("Toll at record, says study", "study", "Toll at record"),
        # A speaker inside the words, and a quotation or dashes with it.
        (
            "Everyone likes it, he said, but it has “a bad taste”.",
            "he",
            "Everyone likes it, he said, but it has “a bad taste”",
        ),
        ("It fell – Ruiz said – and sank.", "Ruiz", "It fell – Ruiz said – and sank"),
        ("It fell — Ruiz said — and sank.", "Ruiz", "It fell — Ruiz said — and sank"),
        ("It was late, he said of the plan.", "he", "It was late"),
        ("As claimed by Ruiz, it rained.", "Ruiz", "it rained"),
        ("The roof was safe, as stated by the mayor.", "the mayor", "The roof was safe"),
        # Whose words are a quotation after another name.
        (
            "Omar Ali, a former envoy to Lisbon and Evora, says Ruiz “made mistakes”.",
            "Omar Ali",
            "Ruiz “made mistakes”",
        ),
    ],
)
def test_who_said_what_in_the_ways_of_news_prose(text, speaker, words):
    assert (speaker, words) in [(one.speaker, one.words) for one in attributions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "No date was announced.",
        "The date will be announced.",
        "The ministry replied within the hour.",
        "A light insisting on it burned.",
        "Old promises haven’t helped.",
        "“The Pivot of games” it turns out to be.",
        "She left as soon by road.",
    ],
)
def test_what_only_looks_like_speech_is_none(text):
    assert attributions(text) == []


def test_a_headless_quotation_belongs_to_the_person_before_it():
    text = "Ana Ruiz, a nurse, said it rained.\n“Nobody came.”"
    assert said(text)[-1] == ("Ana Ruiz", "", "“Nobody came.”")
    text = "Ana Ruiz, a nurse, was ill.\n“Nobody came.”"
    assert said(text) == [("Ana Ruiz", "", "“Nobody came.”")]
    assert said(text.replace("Ana Ruiz, a nurse,", "The road")) == []


def test_a_denial_is_of_the_claim_before_it():
    text = "The army said that the port was safe, a claim the ministry denies."
    assert said(text) == [
        ("The army", "said", "the port was safe"),
        ("the ministry", "denies", "the port was safe"),
    ]


def test_what_somebody_says_is_not_hidden_by_reportedly():
    assert said("The group reportedly left, Ana Ruiz said.") == [
        ("Ana Ruiz", "said", "The group reportedly left")
    ]


def test_who_adds_something_said_the_quotation_before_it():
    text = "The pencil broke.\n“They make nine.”\nThe mayor added that it rained."
    assert said(text) == [
        ("The mayor", "", "“They make nine.”"),
        ("The mayor", "added", "it rained"),
    ]
    assert len(said(text.replace("added", "said"))) == 1


@pytest.mark.parametrize(
    "text", ["Portugal had 12 deaths.", "Portugal has more deaths than Spain."]
)
def test_a_place_has_no_count_of_its_own(text):
    assert attributions(text) == []


def test_what_the_outlet_says_of_it_is_left_out():
    assert said("The army confirmed both places, which lie in the north.")[0][2] == "both places"


@pytest.mark.parametrize("text", ["It rained, Ruiz said", "It rained, says Ruiz", "Ruiz said"])
def test_a_verb_may_end_the_text(text):
    assert [speaker for speaker, _, _ in said(text)] == ["Ruiz"] * ("rained" in text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Turkey, Qatar and Egypt said it rained.", ["Turkey", "Qatar", "Egypt"]),
        ("Police and witnesses said it rained.", ["Police", "witnesses"]),
        ("Doctors, nurses and drivers said it rained.", ["Doctors", "nurses", "drivers"]),
        ("It rained, according to Turkey, Qatar and Egypt.", ["Turkey", "Qatar", "Egypt"]),
        ("According to the army and the police, it rained.", ["the army", "the police"]),
        ("The plan was condemned by the army and the union.", ["the army", "the union"]),
        ("According to the mayor, Ana Ruiz and Omar Diallo left.", ["the mayor"]),
        ("On Monday, Turkey and Qatar said it rained.", ["Turkey", "Qatar"]),
        ("Early, Turkey and Qatar said it rained.", ["Turkey", "Qatar"]),
        ("It hit the new port, Turkey and Qatar said.", ["Turkey", "Qatar"]),
        ("Marks and Spencer said it rained.", ["Marks and Spencer"]),
        ("The ministry of trade and labour said it rained.", ["The ministry of trade and labour"]),
    ],
)
def test_each_of_a_list_speaks(text, speakers):
    assert [one.speaker for one in attributions(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "“It rained”, Ana Ruiz said.",
        "“It rained”, Ana Ruiz said on Monday.",
        "“It rained” — Ana Ruiz said in Lisbon.",
    ],
)
def test_a_comma_may_stand_outside_the_marks(text):
    assert said(text) == [("Ana Ruiz", "said", "“It rained”")]


def test_an_office_of_a_place_is_not_the_name():
    (found,) = attributions("The governor of Tarma, Ana Ruiz, has accused the firm of theft.")
    assert (found.speaker, found.role) == ("Ana Ruiz", "The governor of Tarma")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Ruiz met the mayor. She said it rained.", "Ana Ruiz"),
        ("The Ministry of Water left. The ministry said it rained.", "The Ministry of Water"),
        ("Two ministers left. They said it rained.", "Two ministers"),
        ("Two ministers left. The union met. They said it rained.", "The union"),
        ("Two ministers said it rained. They said it was late.", "Two ministers"),
        ("Ana Ruiz was calm. “Nobody came.”", "Ana Ruiz"),
        ("The mayor was blunt. “Nobody came.”", "The mayor"),
        ("Ana Ruiz met him. She was blunt. “Nobody came.”", "Ana Ruiz"),
        ("Ana Ruiz was ill.\n“Nobody came.”\n“We waited.”", "Ana Ruiz"),
        ("Ana Ruiz met the mayor. She was blunt: “Nobody came.”", "Ana Ruiz"),
        ("The union put it bluntly: “Pay us.”", "The union"),
    ],
)
def test_who_was_named_before_is_who_speaks(text, speaker):
    assert attributions(text)[-1].speaker == speaker

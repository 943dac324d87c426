"""Each word and each rule is needed: its example comes out as said, and otherwise without it."""

import pytest
from outcomes import cues, outcome

from copydesk import lexicons
from copydesk.corpus import load_table
from copydesk.language.tokens import tokenise
from copydesk.stance import attribution, attributions, speech
from copydesk.stance import cues as reading
from copydesk.stance.changes import CHANGES
from copydesk.stance.no_speech import NO_SPEECH
from copydesk.stance.ways import WAYS
from copydesk.tone import label_choices

ROWS = load_table("lexicon_signals").fillna("").astype(str).to_dict("records")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['list']}-{row['word']}")
def test_a_signal_word_is_needed_by_its_example(row, monkeypatch):
    assert outcome(row["example"]) == row["outcome"]
    lists = lexicons.signal_lists()
    others = {
        word
        for other in ROWS
        if other["list"] == row["list"] and other is not row
        for word in lexicons.verb_forms(other["word"], other["forms"])
    }
    monkeypatch.setitem(lists, row["list"], others)
    lexicons.signals.cache_clear()
    assert outcome(row["example"]) != row["outcome"]


CHANGED = [(change, example) for change in CHANGES for example in change.examples]


@pytest.mark.parametrize(
    ("change", "example"), CHANGED, ids=lambda value: getattr(value, "name", "")
)
def test_a_change_is_needed_by_its_examples(change, example, monkeypatch):
    with_it = cues(example)
    if change.share:
        assert any(change.gives in cue.rule and ", and " in cue.because for cue in with_it)
    monkeypatch.setattr(reading, "CHANGES", [one for one in CHANGES if one is not change])
    assert cues(example) != with_it


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_leaves_alone_what_only_looks_like_it(change, monkeypatch):
    before = [cues(example) for example in change.leaves_alone]
    assert before
    monkeypatch.setattr(reading, "CHANGES", [one for one in CHANGES if one is not change])
    assert [cues(example) for example in change.leaves_alone] == before


TABLES = [(speech, "NO_SPEECH", NO_SPEECH), (attribution, "WAYS", WAYS)]
RULES = [(module, name, table, rule) for module, name, table in TABLES for rule in table]


@pytest.mark.parametrize(
    ("module", "name", "table", "rule"), RULES, ids=lambda value: getattr(value, "name", "")
)
def test_a_rule_of_attribution_is_needed_by_its_examples(module, name, table, rule, monkeypatch):
    before = [outcome(example) for example in rule.examples]
    others = [outcome(example) for example in rule.leaves_alone]
    assert others
    spoken = [len(attributions(example)) for example in rule.examples]
    if rule.gives != "no speech":
        assert all(text.startswith("nobody: ") == (rule.gives == "hidden") for text in before)
    monkeypatch.setattr(module, name, [one for one in table if one is not rule])
    if rule.gives == "no speech":
        assert all(
            len(attributions(example)) > was
            for example, was in zip(rule.examples, spoken, strict=True)
        )
    assert all(outcome(example) != was for example, was in zip(rule.examples, before, strict=True))
    assert [outcome(example) for example in rule.leaves_alone] == others


@pytest.mark.parametrize("rule", [*NO_SPEECH, *WAYS, *CHANGES], ids=lambda rule: rule.name)
def test_a_rule_has_a_name_of_its_own(rule):
    names = [one.name for one in (*NO_SPEECH, *WAYS, *CHANGES)]
    assert names.count(rule.name) == 1


SPEECH = load_table("lexicon_speech_verbs").fillna("").astype(str).to_dict("records")


@pytest.mark.parametrize("row", SPEECH, ids=lambda row: row["word"])
def test_a_speech_verb_is_needed_by_its_example(row, monkeypatch):
    said = attributions(row["example"])
    assert row["colour"] in {one.colour for one in said}
    for form in lexicons.verb_forms(row["word"], row["forms"]):
        monkeypatch.delitem(lexicons.speech_verbs(), form)
    assert attributions(row["example"]) != said


def every_cue(text):
    """Return the cues toward each word of a sentence."""
    tokens = tokenise(text)
    spans = [(token.start, token.end) for token in tokens if token.is_word]
    return [[(cue.text, cue.direction) for cue in reading.read_cues(tokens, [s])] for s in spans]


def entries():
    """Return each entry of the kit's own lists with its row."""
    found = {}
    for _, entry in lexicons.stance_entries():
        if entry.kind != "weak":
            found[entry.kind, entry.base] = entry
    for name, kind in [("polarity_words", "description"), ("stance_verbs", "verb")]:
        for row in load_table(f"lexicon_{name}").fillna("").astype(str).to_dict("records"):
            yield row, found[kind, row["word"]]


def test_a_word_for_or_against_is_needed_by_its_example():
    words = lexicons.stance_words()
    own = {}
    for form, word in words.items():
        own.setdefault((word.kind, word.base), []).append(form)
    others = {}
    for form, entry in lexicons.stance_entries():
        others.setdefault(form, []).append(entry)
    not_needed, wrong = [], []
    for row, entry in entries():
        forms = own.get((entry.kind, entry.base), [])
        values = [row.get(key) for key in ("direction", "toward_object", "toward_subject")]
        wanted = {int(value) > 0 for value in values if value and int(value)}
        with_it = every_cue(row["example"])
        cues = [cue for each in with_it for cue in each if cue[0].lower() in forms]
        if not wanted <= {direction > 0 for _, direction in cues}:
            wrong.append(row)
        for form in forms:
            left = [other for other in others[form] if other != entry]
            words.pop(form)
            words.update({form: left[-1]} if left else {})
        if every_cue(row["example"]) == with_it:
            not_needed.append(row)
        words.update(dict.fromkeys(forms, entry))
    assert (not_needed, wrong) == ([], [])


@pytest.mark.parametrize("noun", sorted(lexicons.party_nouns()))
def test_a_party_noun_is_needed(noun, monkeypatch):
    if " " in noun:  # an office of several words before a name
        text = f"{noun.title()} Ana Ruiz said it rained."
        assert attributions(text)[0].role == noun.title()
    else:
        text = f"The {noun}: it rained at noon."
        assert [one.words for one in attributions(text)] == ["it rained at noon"]
    before = attributions(text)
    monkeypatch.delitem(lexicons.party_nouns(), noun)
    assert attributions(text) != before


NOUNS = load_table("lexicon_speech_nouns").fillna("").astype(str).to_dict("records")


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row["word"])
def test_a_noun_of_saying_is_needed_by_its_example(row, monkeypatch):
    said = attributions(row["example"])
    assert [one.colour for one in said] == [row["colour"]] or said[0].form == "direct"
    monkeypatch.delitem(lexicons.speech_nouns(), row["word"])
    assert attributions(row["example"]) != said


LABELS = load_table("lexicon_labels").fillna("").astype(str).to_dict("records")


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row["word"])
def test_a_label_is_found_with_its_direction(row):
    found = label_choices(row["example"])
    assert [(one.label, str(one.direction)) for one in found] == [(row["word"], row["direction"])]

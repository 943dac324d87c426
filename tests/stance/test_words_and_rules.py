"""Each word and each rule is needed: its example comes out as said, and otherwise without it."""

import pytest
from outcomes import cues, outcome

from copydesk import lexicons
from copydesk.corpus import load_table
from copydesk.stance import attribution, attributions, speech
from copydesk.stance import cues as reading
from copydesk.stance.changes import CHANGES
from copydesk.stance.no_speech import NO_SPEECH
from copydesk.stance.ways import WAYS

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

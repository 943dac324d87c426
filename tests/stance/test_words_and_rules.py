"""Each word and each rule is needed: its example comes out as said, and otherwise without it."""

import pytest
from outcomes import cues, outcome

from copydesk import lexicons
from copydesk.corpus import load_table
from copydesk.stance import cues as reading
from copydesk.stance.changes import CHANGES

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

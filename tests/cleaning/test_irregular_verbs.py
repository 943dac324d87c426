"""Each irregular verb is needed: its two sentences differ in the tense, by the verb alone."""

import sys

from copydesk.cleaning import same_verb
from copydesk.corpus import load_table

ROWS = load_table("lexicon_irregular_verbs").to_dict("records")


def differing(example):
    """Return the one word in which the two sentences of an example differ."""
    words = (sentence.rstrip(".").split() for sentence in example.split(" / "))
    ((one, two),) = ((a, b) for a, b in zip(*words, strict=True) if a != b)
    return one, two


def test_an_irregular_verb_is_needed_by_its_example(monkeypatch):
    wrong = [row["word"] for row in ROWS if not same_verb(*differing(row["example"]))]
    forms = {row["word"]: {row["word"], *row["forms"].split()} for row in ROWS}
    wrong += [r["word"] for r in ROWS if not {*differing(r["example"])} <= forms[r["word"]]]
    monkeypatch.setattr(sys.modules["copydesk.cleaning.near_duplicates"], "_forms", dict)
    not_needed = [row["word"] for row in ROWS if same_verb(*differing(row["example"]))]
    assert (wrong, not_needed) == ([], [])


def test_no_form_stands_in_two_verbs():
    forms = [form for row in ROWS for form in (row["word"], *row["forms"].split())]
    assert len(forms) == len(set(forms))

"""Spans: every row of the table is read with its example, and its example needs it."""

import csv
import re
from importlib import import_module
from pathlib import Path

import pytest

from copydesk.claims import explain, find_claims, spans
from copydesk.claims.spans import UNREAD, read_spans, tile, tokens_of, vocabulary
from copydesk.corpus import load_table

EXPLAINING = import_module("copydesk.claims.claim")
"""Its name in the room is that of its function."""
ROWS = load_table("lexicon_spans").fillna("")[["role", "value", "words", "example"]]
ROWS = [tuple(row) for row in ROWS.itertuples(index=False)]
READERS = [row for row in ROWS if row[0] != "word"]
with (Path(__file__).parent / "span_words.csv").open(encoding="utf-8", newline="") as file:
    FRAMES = {row["frame"]: row["words"].split("|") for row in csv.DictReader(file)}


def read(text, leave_out=()):
    rows = {
        key: tuple(r for r in held if (r.role, r.value, r.words) not in leave_out)
        for key, held in vocabulary().items()
    }
    return [(span.role, span.value, span.text) for span in tile(text, tokens_of(text), rows)]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[2][:40]}" for row in ROWS])
def test_an_example_is_read_to_its_last_word(row):
    assert [text for role, _, text in read(row[3]) if role == UNREAD] == []


@pytest.mark.parametrize("row", READERS, ids=[f"{row[0]} {row[2][:40]}" for row in READERS])
def test_an_example_needs_its_row(row):
    role, value, words, example = row
    without = {(role, value, pattern) for pattern in words.split(" | ")}
    assert read(example) != read(example, without)


def is_read(text):
    return all(span.role != UNREAD for span in read_spans(text))


@pytest.mark.parametrize("frame", FRAMES)
def test_each_word_of_a_choice_is_read_in_a_sentence_and_no_other_word_is(frame):
    assert not is_read(frame.format("xanthic"))
    said = {word: word.capitalize() if frame[0] == "{" else word for word in FRAMES[frame]}
    assert [word for word in said if not is_read(frame.format(said[word]))] == []


def test_no_word_of_a_choice_is_without_a_sentence():
    choices = (part.split("/") for row in ROWS for part in re.findall(r"[^\s()|]+", row[2]))
    words = {word for choice in choices if len(choice) > 1 for word in choice}
    plain = {word for word in words if re.fullmatch(r"[a-z][\w'-]*", word)}
    shown = {word for words in FRAMES.values() for word in words}
    assert plain - shown == set(), "write a sentence for each in tests/claims/span_words.csv"


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("PIPS counted 12 foiled attacks in Pakistan.", ["foiled"]),
        ("PIPS counted 12 attacks that killed civilians.", ["that", "killed", "civilians"]),
        ("PIPS counted 12 attacks with deaths.", ["with"]),
        ("PIPS counted 12 attacks in Pakistan, compared with 2015.", []),
        ("PIPS counted 12 attacks in Pakistan, in a way.", ["in", "way"]),
    ],
)
def test_what_no_reader_takes_is_named(text, unread):
    assert [span.text for span in read_spans(text) if span.role == UNREAD] == unread


@pytest.mark.parametrize("text", ["", " ", "12", "—", "In Pakistan, 12.", "\U0001f600 12 attacks"])
def test_spans_stand_in_order_and_cover_every_word(text):
    spans = read_spans(text)
    assert "".join(text.split()) == "".join("".join(span.text.split()) for span in spans)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert [*spans] == sorted(spans, key=lambda span: span.start)


def test_explain_names_every_reader_in_words_and_never_by_colour_alone():
    shown = explain(find_claims("PIPS counted 12 foiled attacks in <Pakistan>.")[0])
    assert "NOT READ" in repr(shown)
    assert "foiled" in repr(shown)
    page = shown._repr_html_()
    assert "[NOT READ]" in page
    assert "[who says so]" in page
    assert "&lt;" in page
    assert "<Pakistan>" not in page


def test_a_reader_has_a_name_that_a_person_is_shown_unless_its_words_only_join():
    roles = {role for role, *_ in READERS} | set(spans._ALONE.values()) | {UNREAD}
    assert {role for role in roles if not EXPLAINING._NAMES.get(role, ("",))[0]} == {"join"}
    hues = {colour for _, colour in EXPLAINING._NAMES.values()}
    assert len(hues) == len(EXPLAINING._COLOURS)

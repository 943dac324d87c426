"""Each word of a list or a pattern, in a frame that reads otherwise without it.

A row of ``claim_words.csv`` is a frame: a sentence with a gap, what is read of it, and the words.
With each of them in the gap the sentence reads as expected, where ``{}`` stands for the word. With
another word it reads otherwise, so that the frame tests the words and not the rest of it.
"""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from copydesk.claims import Claim, find_claims
from copydesk.claims.circumstances import read_circumstances
from copydesk.claims.dating import counts_from_today, relative_year
from copydesk.claims.mentions import (
    another_speaks,
    bodies_named,
    elsewhere,
    forces_as_subject,
    is_body,
    is_counter,
    names_another_body,
    unknown_name,
)
from copydesk.claims.records import Counted, is_record, owner_of_record
from copydesk.claims.sources import Cue


def owner(text: str) -> int | None:
    """Return which figure of a sentence its record is of; ``None`` where it is of all of them."""
    (cue,) = read_circumstances(text).comparisons
    figures = [Counted(c.offset, c.offset + len(c.text), c.measure) for c in find_claims(text)]
    own = owner_of_record(text, cue, figures)
    return own and figures.index(own)


def carried(claim: Claim) -> set[str]:
    """Return the names of the parts that a claim has from elsewhere."""
    return {part.part for part in claim.context}


def two_sides(text: str) -> bool:
    """Say whether two figures have the two years of a sentence, in their order."""
    given = [part.value for c in find_claims(text) for part in c.context if part.part == "period"]
    return given == re.findall(r"(?:19|20)\d\d", text)


NO_WORD = "xanthic"
"""A word that stands in no list."""
SAID: dict[str, Callable[[str], object]] = {
    "another_speaks": another_speaks,
    "names_another_body": names_another_body,
    "elsewhere": elsewhere,
    "is_counter": is_counter,
    "is_body": is_body,
    "forces_as_subject": forces_as_subject,
    "counts_from_today": counts_from_today,
    "bodies_as_subject": lambda text: bodies_named(text, subject=True),
    "shares_a_record": lambda text: owner(text) is None,
    "is_record": lambda text: is_record(Cue(0, len(text), text)),
    "second_has_record": lambda text: owner(text) == 1,
    "no_unknown_name": lambda text: not unknown_name(text, (), ""),
    "scope": lambda text: "scope" in carried(find_claims(text)[0]),
    "two_sides": two_sides,
    "parts": lambda text: "part" in carried(find_claims(text)[-1]),
    "dated": lambda text: bool(relative_year(text, text, 0, date(2024, 7, 2))),
    "undated": lambda text: (
        not relative_year("last year", text, text.index("last year"), date(2024, 1, 10))
    ),
}
"""What can be asked of a sentence; any other name is an attribute of a claim in it."""

with Path(__file__).with_name("claim_words.csv").open(encoding="utf-8", newline="") as file:
    FRAMES = list(csv.DictReader(file))


def read(what: str, text: str) -> str:
    """Return what is read of a text: an attribute of its last claim, or "yes" for what is so."""
    text = text.replace("\\n", "\n")
    if what in SAID:
        return "yes" if SAID[what](text) else "no"
    found = find_claims(text)
    if not found:
        return "no claim"
    # A comparison has figures of its own, and is of the one before them.
    return getattr(found[0 if what == "comparison" else -1], what) or ""


@pytest.mark.parametrize("row", FRAMES, ids=[f"{row['read']}: {row['frame']}" for row in FRAMES])
def test_a_sentence_needs_each_word_in_its_gap(row: dict[str, str]) -> None:
    words = row["words"].split("|")
    found = {word: read(row["read"], row["frame"].format(word)) for word in words}
    assert found == {word: row["expected"].format(word) for word in words}
    if "{}" not in row["expected"]:
        control = row["control"] or (NO_WORD.title() if words[0][0].isupper() else NO_WORD)
        assert read(row["read"], row["frame"].format(control)) != row["expected"]

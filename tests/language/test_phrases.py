"""Noun phrases and names before a verb and after it, and the words that end them."""

import pytest

from copydesk.corpus import load_table
from copydesk.language import phrases, tokens
from copydesk.language.phrases import cut, phrase_after, phrase_before, skip_helpers, split_role
from copydesk.language.tokens import tokenise

TABLE = load_table("lexicon_function_words")


def around(text: str) -> tuple[object, object, object, object]:
    """Read the phrases before and after the mark "|": with asides, and the wide one."""
    first, _, rest = text.partition("| ")
    whole, place = first + rest, len(tokenise(first))
    words = tokenise(whole)
    before = phrase_before(words, skip_helpers(words, place))
    after, wide = phrase_after(words, place), phrase_after(words, place, wide=True)
    found = [phrase and cut(whole, words, phrase) for phrase in (before, after, wide)]
    role = split_role([word.text for word in words[place : wide.last]]) if wide else None
    return (*found, (before and before.beside, after and after.beside, role))


@pytest.fixture
def without(monkeypatch):
    """Take rows out of the table of function words."""

    def take(places: list[int]) -> None:
        less = TABLE.drop(index=places)
        monkeypatch.setattr(tokens, "load_table", lambda _: less)
        for module in (tokens, phrases):
            for name, kind in NAMED.items():
                if hasattr(module, name):
                    monkeypatch.setattr(module, name, tokens.function_words(kind))
        pattern = tokens.token_pattern()
        monkeypatch.setattr(tokens, "_TOKEN", pattern)

    return take


NAMED = {
    "BE": "be",
    "HAVE": "have",
    "MODALS": "modal",
    "DETERMINERS": "determiner",
    "PREPOSITIONS": "preposition",
    "PRONOUNS": "pronoun",
    "TIME": "time",
    "STOPS": "stop",
    "HONORIFICS": "honorific",
    "_ADVERBS": "adverb",
    "_NAME_LINKS": "link",
    "_OPENERS": "opener",
}


@pytest.mark.parametrize("kind", list(TABLE["class"].unique()))
@pytest.mark.parametrize("half", range(2))
def test_no_function_word_is_there_without_need(kind, half, without):
    taken = TABLE[TABLE["class"] == kind].iloc[half::2]
    said = [around(example) for example in taken["example"]]
    without(list(taken.index))
    needless = [
        word
        for word, example, before in zip(taken["word"], taken["example"], said, strict=True)
        if around(example) == before
    ]
    assert needless == []

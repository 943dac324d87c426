"""Noun phrases and names before a verb and after it, and the words that end them."""

import pytest

from copydesk.corpus import load_table
from copydesk.language import phrases, roles, tokens
from copydesk.language.phrases import cut, phrase_after, phrase_before, skip_helpers
from copydesk.language.roles import split_role
from copydesk.language.sentences import split_sentences
from copydesk.language.tokens import bare, fold_quotations, join, quotations, tokenise

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
        for module in (tokens, phrases, roles):
            for name, kind in NAMED.items():
                if hasattr(module, name):
                    monkeypatch.setattr(module, name, tokens.function_words(kind))
        pattern = tokens.token_pattern()
        monkeypatch.setattr(tokens, "_TOKEN", pattern)
        tokens._tokens.cache_clear()

    yield take
    tokens._tokens.cache_clear()


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


# The phrase that ends at the mark, and the description beside it.
@pytest.mark.parametrize(
    ("text", "phrase", "beside"),
    [
        ("Ana Ruiz | said so.", "Ana Ruiz", ""),
        ("Ana Ruiz sharply | said so.", "Ana Ruiz", ""),
        ("Ana Polly | said so.", "Ana Polly", ""),
        ("Ana Ruiz, the mayor, | said so.", "Ana Ruiz", "the mayor"),
        ("Ana Ruiz (the mayor) | said so.", "Ana Ruiz", "the mayor"),
        ("Ana Ruiz — the mayor — | said so.", "Ana Ruiz", "the mayor"),
        ("Ana Ruiz, of the city, | said so.", "Ana Ruiz", ""),
        ("Ana Ruiz,, | said so.", "Ana Ruiz", ""),
        ("Ana Ruiz, | said so.", None, ""),
        ("Ana Ruiz, who | said so.", "Ana Ruiz", ""),
        ("Ana Ruiz, which | said so.", "Ana Ruiz", ""),
        ("Ana Ruiz who | said so.", "Ana Ruiz", ""),
        ("a " * 26 + ", b" + " b" * 24 + " , | said so.", None, ""),
        ("attacks of the mayor, who | said so.", "attacks of the mayor", ""),
        ("In it he | said so.", "he", ""),
        ("| said so.", None, ""),
        ("of in | said so.", None, ""),
        ("the mayor and | said so.", "the mayor and", ""),
        ("Ana and Omar | said so.", "Ana and Omar", ""),
        ("the minister and Omar | said so.", "the minister and Omar", ""),
        ("boats and Omar | said so.", "Omar", ""),
        ("He and Omar | said so.", "Omar", ""),
        ("and Omar | said so.", "Omar", ""),
        ("The envoy to the council | said so.", "The envoy to the council", ""),
        ("The envoy to Kabul | said so.", "The envoy to Kabul", ""),
        ("They want to boats | said so.", "boats", ""),
        ("He said boats | said so.", "boats", ""),
        ("Mora Says boats | said so.", "Mora Says boats", ""),
        ("Omar Ali, an analyst at the bank | said so.", "Omar Ali", "an analyst at the bank"),
        ("Omar Ali, the analyst | said so.", "Omar Ali", "the analyst"),
        ("Omar Ali, a lawyer | said so.", "Omar Ali", "a lawyer"),
        ("In Lisbon, the mayor | said so.", "the mayor", ""),
        ("On Monday, the mayor | said so.", "the mayor", ""),
        ("then Lisbon, the mayor | said so.", "the mayor", ""),
        ("; Omar Ali, the mayor | said so.", "Omar Ali", "the mayor"),
        ("now, the mayor | said so.", "the mayor", ""),
        (", the mayor | said so.", "the mayor", ""),
        ("Then Ali That, the mayor | said so.", "the mayor", ""),
        ("the army in a statement | said so.", "the army", ""),
        ("the army in an hour | said so.", "the army", ""),
        ("leaders on Wednesday | said so.", "leaders", ""),
        ("leaders at noon | said so.", "leaders at noon", ""),
        ("leaders at a talk | said so.", "leaders", ""),
        ("leaders from a town | said so.", "leaders", ""),
        ("leaders of a town | said so.", "leaders of a town", ""),
        ("an allegation the agency | said so.", "the agency", ""),
        ("an allegation a body | said so.", "a body", ""),
        ("an allegation an agency | said so.", "an agency", ""),
        ("news of the agency | said so.", "news of the agency", ""),
        ("men and the agency | said so.", "the agency", ""),
        ("Ana and the agency | said so.", "Ana and the agency", ""),
        ("all the boats | said so.", "the boats", ""),
        ("federal prosecutors | said so.", "federal prosecutors", ""),
        ("old federal boats | said so.", "old federal boats", ""),
        ("very old federal boats | said so.", "boats", ""),
        ("old the boats | said so.", "the boats", ""),
        ("old Ana | said so.", "Ana", ""),
        ("crowd | said so.", None, ""),
        ("minister | said so.", "minister", ""),
        ("A b c d e f g h i j k l m Ana | said so.", "A b c d e f g h i j k l m Ana", ""),
        ("Ana bees b c d e f g h i j k l m n | said so.", "bees b c d e f g h i j k l m n", ""),
    ],
)
def test_the_phrase_before_a_verb(text, phrase, beside):
    found, _, _, (aside, _, _) = around(text)
    assert (found, aside or "") == (phrase, beside)


# The phrase that begins at the mark, the wide one, and the description beside it.
@pytest.mark.parametrize(
    ("text", "phrase", "wide", "beside"),
    [
        ("told | Ana Ruiz yesterday", "Ana Ruiz", "Ana Ruiz yesterday", ""),
        ("told | Ana Ruiz lately", "Ana Ruiz", "Ana Ruiz lately", ""),
        ("told | Ana Ruiz minister of", "Ana Ruiz minister", "Ana Ruiz minister", ""),
        ("told | Ana Ruiz ministers so", "Ana Ruiz ministers", "Ana Ruiz ministers", ""),
        ("told | The Ruiz lately", "The Ruiz", "The Ruiz lately", ""),
        ("told | Ana’s boat lately", "Ana’s boat lately", "Ana’s boat lately", ""),
        ("told | Ana of Lisbon", "Ana of Lisbon", "Ana of Lisbon", ""),
        ("told | Bank of the South", "Bank", "Bank of the South", ""),
        ("told | Ana of boats", "Ana", "Ana of boats", ""),
        ("told | boat of old", "boat", "boat of old", ""),
        ("told | reporters following him", "reporters", "reporters following him", ""),
        ("told | press following", "press following", "press following", ""),
        ("told | him lately", "him", "him lately", ""),
        ("told | her lately", "her", "her lately", ""),
        ("told | me lately", "me", "me lately", ""),
        ("told | us lately", "us", "us lately", ""),
        ("told | them lately", "them", "them lately", ""),
        ("told | crowd lately", "crowd lately", "crowd lately", ""),
        ("told | a story by the bank", "a story", "a story by the bank", ""),
        ("told | the crowd the boat", "the crowd", "the crowd the boat", ""),
        ("told | the crowd Monday", "the crowd", "the crowd", ""),
        ("told | the crowd monday", "the crowd monday", "the crowd monday", ""),
        ("told | the crowd May come", "the crowd", "the crowd", ""),
        ("told | the crowd March", "the crowd March", "the crowd March", ""),
        ("told | the crowd he", "the crowd", "the crowd", ""),
        ("told | the crowd her", "the crowd", "the crowd her", ""),
        ("told | the crowd said", "the crowd", "the crowd said", ""),
        ("told | the crowd could", "the crowd", "the crowd", ""),
        ("told | could", None, None, ""),
        ("told | by", None, None, ""),
        ("told | the", None, None, ""),
        ("told | , the boat", None, None, ""),
        ("told | the boat", "the boat", "the boat", ""),
        ("told | an by", None, None, ""),
        ("told | Ana Ruiz, the mayor, x", "Ana Ruiz", "Ana Ruiz", "the mayor"),
        ("told | Ana Ruiz, a mayor", "Ana Ruiz", "Ana Ruiz", "a mayor"),
        ("told | Ana Ruiz, an actor (x)", "Ana Ruiz", "Ana Ruiz", "an actor"),
        ("told | Ana Ruiz, mayor, x", "Ana Ruiz", "Ana Ruiz", ""),
        ("told | Ana Ruiz,", "Ana Ruiz", "Ana Ruiz", ""),
        ("told | Ana Ruiz; the mayor", "Ana Ruiz", "Ana Ruiz", ""),
        ("told | Ana, a " + "b " * 20, "Ana", "Ana", "a" + " b" * 14),
        ("told | a" + " b" * 30, "a" + " b" * 13, "a" + " b" * 23, ""),
    ],
)
def test_the_phrase_after_a_verb(text, phrase, wide, beside):
    _, found, whole, (_, aside, _) = around(text)
    assert (found, whole, aside or "") == (phrase, wide, beside)


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("Ana Ruiz", "", "Ana Ruiz"),
        ("the Bank of Lima", "", "Bank of Lima"),
        ("Defence Minister Ana Ruiz", "Defence Minister", "Ana Ruiz"),
        ("Mr. Ruiz", "", "Ruiz"),
        ("secretary of state Ana Ruiz", "secretary of state", "Ana Ruiz"),
        ("Ambassador to the U.N. Ana Ruiz", "Ambassador to the U.N.", "Ana Ruiz"),
        ("Ambassador for Peru Ana Ruiz", "Ambassador for Peru", "Ana Ruiz"),
        ("Minister of Peru", "Minister of Peru", ""),
        ("Minister of Peru ana", "Minister of Peru ana", ""),
        ("head of the Ferry Union", "head of the Ferry Union", ""),
        ("federal clerks Ana Ruiz", "federal clerks", "Ana Ruiz"),
        ("federal clerks", "federal clerks", ""),
        ("boats in Ana", "boats in Ana", ""),
        ("boats this Ana", "boats this Ana", ""),
        ("the ministry", "the ministry", ""),
        ("the draft adopted Friday", "the draft adopted Friday", ""),
        ("minister Ana the Great", "minister Ana the Great", ""),
        ("minister Ana de Ruiz", "minister", "Ana de Ruiz"),
        ("minister Ana for Ruiz", "minister Ana for Ruiz", ""),
        ("ana", "ana", ""),
        ("", "", ""),
        ("minister", "minister", ""),
    ],
)
def test_a_name_is_split_from_its_role(words, role, name):
    assert split_role(words.split()) == (role, name.split())


def test_words_and_marks():
    said = "U.S. envoys can’t say, Mr. Ruiz: the teachers’ row, A&B-C."
    texts = [token.text for token in tokenise(said)]
    assert texts == [
        *("U.S.", "envoys", "can’t", "say", ",", "Mr.", "Ruiz", ":", "the", "teachers’"),
        *("row", ",", "A&B-C", "."),
    ]
    first, second, can, *_ = tokenise(said, 5)
    assert (first.start, first.end, second.start, can.lower) == (5, 9, 10, "can't")
    assert (first.is_name, second.is_name, tokenise(",")[0].is_word) == (True, False, False)
    assert join([first, second]) == "U.S. envoys"
    assert bare(tokenise("Ana’s")[0]) == "ana"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no" twice.', ['"no"']),
        ("He said ‘no’ twice.", ["‘no’"]),
        ("He said 'it's no' twice.", ["'it's no'"]),
        ("He said “never closed", ["“never closed"]),
        ('He said "never\nclosed"', ['"never', '"']),
        ("He said “never\nclosed”", ["“never"]),
        ("The boats' crew's 'end", []),
        ("The ‘ end ’ is", []),
        ("It’s ‘no’s end", []),
        ("rock'n'roll", []),
        ("a ‘b\nc’", []),
        ("a 'b\nc'", []),
        ("“", []),
        ("‘" + "a" * 302 + "’", []),
        ("‘" + "a" * 301 + "’", ["‘" + "a" * 301 + "’"]),
        ("'" + "a" * 301 + "'", []),
        ("'" + "a" * 300 + "'", ["'" + "a" * 300 + "'"]),
    ],
)
def test_quotations(text, quoted):
    wanted = [part for part in quoted if len(part) > 1]
    assert [text[start:end] for start, end in quotations(text)] == wanted


def test_a_quotation_is_folded_into_one_token():
    text = "Rain came. She said “no rain” and left."
    sentence = split_sentences(text)[1]
    folded = fold_quotations(text, sentence, [(20, 29)])
    assert [token.text for token in folded] == ["She", "said", "“no rain”", "and", "left", "."]
    quote = folded[2]
    assert (quote.lower, quote.start, quote.end, quote.quoted) == ("“”", 20, 29, True)
    assert (quote.is_name, quote.is_word, folded[3].start) == (False, False, 30)

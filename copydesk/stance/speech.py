"""Where a sentence says that somebody says something: a verb, a source, a colon or a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.language.phrases import Phrase, is_party_noun, phrase_after
from copydesk.language.rule import decide
from copydesk.language.tokens import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Token,
)
from copydesk.lexicons import (
    SpeechVerb,
    measure_words,
    party_nouns,
    signals,
    speech_lengths,
    speech_nouns,
    speech_verbs,
    states,
)
from copydesk.stance.no_speech import NO_SPEECH
from copydesk.stance.nouns_of_saying import owner_of_reply, said_in, view_in
from copydesk.stance.places import Use, at, end_of_party, is_number

_NO_VERB = SpeechVerb("", "neutral", "")
_CLOSED = BE | HAVE | MODALS | PREPOSITIONS | STOPS


def uses(text: str, tokens: Sequence[Token], counters: frozenset[str]) -> Iterator[Use]:
    """Yield every place of a sentence that attributes words.

    Parameters
    ----------
    text : str
        The whole text.
    tokens : sequence of Token
        The sentence, its quotations folded.
    counters : frozenset of str
        The last words of bodies that gave a figure before, in lower case: "PIPS has 306 attacks".
    """
    label, last = _label(tokens), _label_last(tokens)
    if last:
        yield Use(text, tokens, last.first - 1, last.first, "label last", _NO_VERB)
        return
    if label:
        yield Use(text, tokens, label.last, label.last + 1, "label", _NO_VERB)
    places = [place for place, token in enumerate(tokens) if token.is_word]
    found = [use for place in places if (use := _use_at(text, tokens, place, counters))]
    unlisted = None if found else _unlisted(tokens)
    if unlisted:
        verb = SpeechVerb(tokens[unlisted].lower, "neutral", "")
        found = [Use(text, tokens, unlisted, unlisted + 1, "verb", verb)]
    yield from found
    colon = None if label or found else _before_a_colon(tokens)
    if colon:
        yield Use(text, tokens, colon.first, colon.last, "colon", _NO_VERB)


def _use_at(text: str, tokens: Sequence[Token], place: int, counters: frozenset[str]) -> Use | None:
    """Return what attributes words from one place on, if anything does."""
    token, rumour = tokens[place], _rumour(tokens, place)
    source = _source(tokens, place)
    verb, length = _verb_at(tokens, place)
    if rumour:
        noun = speech_verbs().get(tokens[rumour - 1].lower)  # "there were fears"
        verb = SpeechVerb("", noun.colour if noun else "doubts", "")
        return Use(text, tokens, place, rumour, "rumour", verb)
    if source:
        return Use(text, tokens, place, place + source, "source", _NO_VERB)
    if token.lower in signals("hidden speaker"):
        verb = SpeechVerb(token.lower, "doubts", "")
        return Use(text, tokens, place, place + 1, "hidden", verb)
    if token.lower == "it" and (that := _becomes_known(tokens, place)):
        return Use(text, tokens, place, that, "rumour", SpeechVerb("", "doubts", ""))
    if said_in(tokens, place):
        return Use(text, tokens, place, place + 1, "noun", speech_nouns()[token.lower])
    if view_in(tokens, place):
        return Use(text, tokens, place, place + 1, "view", _NO_VERB)
    if _is_figure(tokens, place, counters):
        verb = SpeechVerb(token.lower, "neutral", "")
        return Use(text, tokens, place, place + 1, "figure", verb)
    if verb is not None:
        use = Use(text, tokens, place, place + length, "verb", verb)
        return use if decide(NO_SPEECH, use) is None else None
    return None


def _source(tokens: Sequence[Token], place: int) -> int:
    """Return the length of what names a source: "according to", "as claimed by"; else 0."""
    first, second = tokens[place].lower, at(tokens, place + 1).lower
    if f"{first} {second}" in signals("source"):
        return 2
    passive = first == "as" and second in speech_verbs() and at(tokens, place + 2).lower == "by"
    return 3 if passive else 0


def _before_a_colon(tokens: Sequence[Token]) -> Phrase | None:
    """Find who is the subject before a last quotation: "| The mayor | was blunt: “...”"."""
    colon = next((i for i, token in enumerate(tokens) if token.text == ":"), len(tokens))
    phrase = phrase_after(tokens[:colon], 0)
    rest = tokens[colon + 1 :]
    alone = rest and rest[0].quoted and not any(token.is_word for token in rest)
    if phrase is None or not alone or rest[0].text[-2:-1] == "?":
        return None  # "The mayor faced one question: “Why?”"
    owner = owner_of_reply(tokens[:colon])
    if owner is not None:
        return Phrase(owner.last - 1, colon)
    last = end_of_party(tokens, phrase)
    texts = signals("speaks for its owner")  # "The statement was short: “...”"
    text = next((i + 1 for i in range(phrase.last) if tokens[i].lower in texts), 0)
    last = max(last, text)
    named = last > 1 or tokens[0].lower in {"he", "she"}
    return Phrase(last - 1, colon) if named and last < colon else None


def _verb_at(tokens: Sequence[Token], place: int) -> tuple[SpeechVerb | None, int]:
    """Return the longest speech verb that begins at a place, and its length: "made it clear"."""
    for length in speech_lengths().get(tokens[place].lower, ()):
        run = tokens[place : place + length]
        words = " ".join(token.lower for token in run)
        if len(run) == length and words in speech_verbs():
            return speech_verbs()[words], length
    return None, 1


def _unlisted(tokens: Sequence[Token]) -> int | None:
    """Find a verb that no table has where only speech can stand: "“No,” the fans chanted"."""
    before = (i for i in range(1, len(tokens) - 2) if _announces(tokens, i))
    if len(tokens) < 3 or not tokens[0].quoted or tokens[0].text[-2:-1] not in {",", "?", "!"}:
        return next(before, None)
    if _is_past(tokens[1]):  # "“No,” chanted the fans"
        return 1 if tokens[2].is_name or tokens[2].lower in DETERMINERS | PRONOUNS else None
    if tokens[1].is_name or tokens[1].lower in PRONOUNS:
        place = next((i for i in range(2, len(tokens)) if not tokens[i].is_name), 0)
        bent = tokens[place].lower.endswith("s") and tokens[place].lower not in _CLOSED
        return place if bent or _is_past(tokens[place]) else None
    end = next((i for i in range(1, len(tokens)) if _ends_a_clause(tokens[i])), len(tokens))
    return end - 1 if _is_past(tokens[end - 1]) else None


def _announces(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a past form stands before a quotation: "The fans | chanted, “No”"."""
    mark, quotation = tokens[place + 1 : place + 3]
    whole = quotation.quoted and quotation.text[1:2].isupper() and mark.text in {",", ":"}
    return whole and _is_past(tokens[place]) and tokens[place - 1].lower not in BE | HAVE


def _is_past(token: Token) -> bool:
    return token.lower.endswith("ed") and not token.is_name and token.lower not in _CLOSED


def _ends_a_clause(token: Token) -> bool:
    return not token.is_word or token.lower in _CLOSED or token.lower.endswith("ly")


def _label(tokens: Sequence[Token]) -> Phrase | None:
    """Find who opens a line before a colon: "The mayor: it rained"."""
    first = next((i for i, token in enumerate(tokens[:2]) if token.is_word), None)
    colon = next((i for i, token in enumerate(tokens[:12]) if token.text == ":"), None)
    if first is None or colon is None or colon + 2 >= len(tokens):
        return None
    run = tokens[first:colon]
    names = [t for t in run if t.lower not in PREPOSITIONS | DETERMINERS | {"and"}]
    if not names or not all(token.is_word for token in run):
        return None
    is_party = party_nouns().get(run[-1].lower) is not None
    is_body = len(names) > 1 and all(token.is_name for token in names)
    is_body = is_body and is_number(tokens[colon + 1])
    shouts = all(token.text.isupper() for token in run)
    is_place = run[-1].lower in states()
    return Phrase(first, colon) if (is_party or is_body) and not (shouts or is_place) else None


def _label_last(tokens: Sequence[Token]) -> Phrase | None:
    """Find who ends a headline after a colon: "Bridge is unsafe: | minister"."""
    colon = next((i for i in range(len(tokens) - 5, len(tokens)) if at(tokens, i).text == ":"), 0)
    words, name = tokens[:colon], tokens[colon + 1 :]
    if colon < 1 or not name or not all(token.is_word for token in name):
        return None
    speaks = all(token.is_name for token in name) or is_party_noun(name[-1].lower)
    is_clause = any(t.quoted or t.lower in BE | HAVE | (MODALS - {"to"}) for t in words)
    asks = words[0].lower in STOPS  # "Who will win: Ruiz"
    return Phrase(colon + 1, len(tokens)) if speaks and is_clause and not asks else None


def _rumour(tokens: Sequence[Token], place: int) -> int | None:
    """Return where the words begin in "there were fears | that it would rain"."""
    if tokens[place].lower != "there" or tokens[place + 1 : place + 2] == []:
        return None
    near = tokens[place + 2 : place + 6]
    if tokens[place + 1].lower not in BE | {"have", "has"}:
        return None
    for i, (noun, that) in enumerate(pairwise(near)):
        if noun.lower in signals("rumour") and that.lower == "that":
            return place + 3 + i
    return None


def _becomes_known(tokens: Sequence[Token], place: int) -> int | None:
    """Return where the words begin in "it has emerged | that the dam leaked", or its end."""
    near = [token.lower for token in tokens[place + 1 : place + 5]]
    ends = [i for i, word in enumerate(near) if word in {"that", "."}]
    verb = " ".join(word for word in near[: ends[0]] if word not in HAVE) if ends else ""
    return place + 1 + ends[0] if verb in signals("impersonal") else None


def _is_figure(tokens: Sequence[Token], place: int, counters: frozenset[str]) -> bool:
    """Say whether a body's own figure is given: "the bank's count is 12", "CRSS has 12 cases"."""
    token, following = tokens[place].lower, at(tokens, place + 1)
    if token in signals("figure") and at(tokens, place - 1).is_name:
        return _is_own_count(tokens, place)
    if not is_number(following) and following.lower not in signals("compares a figure"):
        return False
    return _count_is(tokens, place) if token in BE else _has_a_figure(tokens, place, counters)


def _is_own_count(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a noun after a name gives its figure: "the bank's count | of 12"."""
    following = at(tokens, place + 1)
    of_it = following.lower == "of" and any(is_number(t) for t in tokens[place + 2 : place + 3])
    heads = following.text == "," and tokens[0].lower in {"in", "by"}
    return of_it or heads or (following.text == "." and _by_whom(tokens, place))


def _count_is(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "is" stands after a body's count: "the bank's count | is 12"."""
    owner = at(tokens, place - 2)
    named = owner.is_name and owner.lower not in DETERMINERS
    return named and tokens[place - 1].lower in signals("figure")


def _has_a_figure(tokens: Sequence[Token], place: int, counters: frozenset[str]) -> bool:
    """Say whether a body has a figure: "the bank | has 12 cases", "PIPS | 2023 | had 12"."""
    before, token = at(tokens, place - 1), tokens[place].lower
    is_year = re.fullmatch(r"\d{4}", before.text)
    counted = before.lower in counters or (is_year and at(tokens, place - 3).lower in counters)
    if token in HAVE and counted:
        return True
    after = tokens[place + 2 : place + 5]
    counts = any(item.lower in measure_words() for item in after)
    bare = before.text.isupper() and all(_ends_a_clause(item) for item in after[:1])  # "had 490,"
    is_body = before.is_name and before.lower not in states()  # a place has no count of its own
    return token in signals("has a figure") and is_body and (counts or bare)


def _by_whom(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "by the bank's" stands before a place: "12 died, by the bank's count"."""
    return any(token.lower == "by" for token in tokens[max(0, place - 5) : place])

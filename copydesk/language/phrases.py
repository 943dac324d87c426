"""Find noun phrases and names: the small grammar that attribution and stance stand on.

No trained model reads the sentence. A name is found by its capital letters, a noun phrase by the
words that cannot stand inside one. That is enough for news prose, and it is wrong at times; the
reasons that the later steps give make such an error easy to see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.language.tokens import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    Token,
    function_words,
    join,
)
from copydesk.lexicons import party_nouns, speech_verbs

LONGEST_NAME = 14
"""Words that a name with its description may have."""

LONGEST_ITEM = 4
"""Words that an item of a list of speakers may have."""

LONGEST_SOURCE = 24
"""Words that a source after "according to" may have."""

_NAME_LINKS = function_words("link")
_ADVERBS = function_words("adverb")
_OPENERS = function_words("opener")
_OPENERS_OF_ASIDES = {",": ",", ")": "(", "—": "—"}


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (not included), and the description beside it."""

    first: int
    last: int
    beside: str = ""


def cut(text: str, tokens: Sequence[Token], phrase: Phrase) -> str:
    """Return a phrase as printed in the text."""
    return text[tokens[phrase.first].start : tokens[phrase.last - 1].end]


def skip_helpers(tokens: Sequence[Token], place: int) -> int:
    """Step back over "has", "was", "also", "sharply" before a verb; return the first of them."""
    while place > 0:
        token = tokens[place - 1]
        is_adverb = token.lower in _ADVERBS or (token.lower.endswith("ly") and not token.is_name)
        is_adverb = is_adverb and tokens[max(0, place - 2)].lower not in DETERMINERS  # "his family"
        if not (is_adverb or token.lower in BE or token.lower in HAVE):
            break
        place -= 1
    return place


def phrase_before(tokens: Sequence[Token], place: int) -> Phrase | None:
    """Return the noun phrase that ends at ``place``, past an aside between commas if need be.

    "Ana Ruiz, the mayor, said": before "said" stands the aside "the mayor", and before it the name.
    """
    last = _before_a_relative_clause(tokens, place)
    relative = last > 0 and tokens[last - 1].lower in {"who", "which"}
    last -= int(relative)
    beside = ""
    if last and tokens[last - 1].text in _OPENERS_OF_ASIDES:
        if relative:
            last -= 1
        else:
            aside = _aside_before(tokens, last)
            if aside is None:
                return None
            last, beside = aside
    first = _first_of_phrase(tokens, last, relative)
    if first is None:
        return None
    name = _name_before(tokens, first)
    if name is not None:
        return Phrase(name, first - 1, join(tokens[first:last]))
    if not beside:
        first = _first_of_list(tokens, first, last)
    return Phrase(first, _without_adjunct(tokens, first, last), beside)


def _aside_before(tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
    """Return where the aside that ends at ``last`` opens, and its words: "(the mayor)"."""
    opener = _OPENERS_OF_ASIDES[tokens[last - 1].text]
    for i in range(last - 2, max(0, last - 26), -1):
        if tokens[i].text == opener:
            inner = tokens[i + 1 : last - 1]
            return i, "" if not inner or inner[0].lower in PREPOSITIONS else join(inner)
    return None


def _name_before(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the name before a description begins: "Omar Ali, an analyst at the bank"."""
    described = tokens[first].lower in {"a", "an", "the"} and first > 1
    if not described or tokens[first - 1].text != ",":
        return None
    name = first - 1
    while name > 0 and tokens[name - 1].is_name and first - name < LONGEST_NAME:
        name -= 1
    apart = name == 0 or not tokens[name - 1].is_word
    apart = apart and tokens[name].lower not in PREPOSITIONS  # "In Lisbon, the mayor said"
    is_one = name < first - 1 and apart and tokens[first - 2].lower not in TIME | STOPS
    return name if is_one else None


def _first_of_list(tokens: Sequence[Token], first: int, last: int) -> int:
    """Step back over a list: "Turkey, | Qatar and Egypt (said)"."""
    if not any(token.lower == "and" for token in tokens[first:last]):
        return first
    while first > 1 and tokens[first - 1].text == ",":
        low = first - 1
        while low > 0 and tokens[low - 1].is_word and first - low <= LONGEST_ITEM:
            low -= 1
        if not _is_party(tokens[low : first - 1]):
            break
        first = low
    return first


def _is_party(words: Sequence[Token]) -> bool:
    """Say whether words are one party and no more: "Ana Ruiz", "the army", "nurses"."""
    closed = TIME | STOPS | PREPOSITIONS | PRONOUNS | BE | HAVE | MODALS | {"and"}
    if not words or any(word.lower in closed or word.lower.endswith("ly") for word in words):
        return False
    return words[-1].is_name or is_party_noun(words[-1].lower)


def is_party_noun(word: str) -> bool:
    """Say whether a word in lower case is a noun for somebody, or the plural of one.

    Examples
    --------
    >>> is_party_noun("witnesses"), is_party_noun("bridges")
    (True, False)
    """
    return any(party_nouns().get(word.removesuffix(end)) for end in ("", "s", "es"))


def with_list(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Add the rest of a list to its first item: "by Turkey | , Qatar and Egypt".

    Parameters
    ----------
    tokens : sequence of Token
        A sentence.
    phrase : Phrase
        The first item.

    Returns
    -------
    Phrase
        The list; the item alone where no list of parties follows, or where a verb follows it:
        "according to Turkey, Qatar and Egypt left".
    """
    last = phrase.last
    ends = PREPOSITIONS | TIME
    while last < len(tokens) - 1 and tokens[last].text in {",", "and"}:
        item = phrase_after(tokens, last + 1)
        words = list(tokens[last + 1 : item.last if item else last + 1])
        if item is None or not _is_party([word for word in words if word.lower != "and"]):
            break
        closes = tokens[last].text == "and" or len(words) > sum(w.lower != "and" for w in words)
        last = item.last
        following = tokens[last] if last < len(tokens) else None
        if closes and (not following or not following.is_word or following.lower in ends):
            return replace(phrase, last=last, beside="")
    return phrase


def _before_a_relative_clause(tokens: Sequence[Token], place: int) -> int:
    """Step back over a clause to whom it describes: "an envoy | who attended the talks (said)".

    A clause between commas is an aside, which `phrase_before` steps over.
    """
    if place and not tokens[place - 1].is_word:
        return place
    for i in range(place - 2, max(0, place - LONGEST_NAME), -1):
        if not tokens[i].is_word:
            break
        if tokens[i].lower in {"who", "whose"}:
            return i if tokens[i - 1].is_word and tokens[i - 1].lower not in STOPS else place
    return place


def _first_of_phrase(tokens: Sequence[Token], last: int, relative: bool) -> int | None:
    """Go back from the end of a phrase to its first word."""
    if last and tokens[last - 1].lower in PRONOUNS:
        return last - 1  # "in it he said": a pronoun is the whole phrase
    low = last
    while low > 0 and last - low < LONGEST_NAME and _can_stand_inside(tokens, low - 1):
        if relative and tokens[low - 1].lower in PREPOSITIONS - {"of"}:
            break  # "attacks by the minister, who": the minister alone is who
        low -= 1
    while low < last and (
        not tokens[low].is_word
        or tokens[low].lower in PREPOSITIONS | (TIME - DETERMINERS) | {"and"}  # "this newspaper"
    ):
        low += 1
    first = next((i for i in range(low, last) if _can_open(tokens[i])), None)
    if first is None:
        return None
    for i in range(first + 1, last):
        # "an allegation the agency (refutes)": a second article without a link opens a new phrase.
        before = tokens[i - 1].lower
        if tokens[i].lower in {"a", "an", "the"} and before not in PREPOSITIONS | {"and", "all"}:
            first = i
    if first - low <= 2 and not tokens[first].is_name and tokens[first].lower not in DETERMINERS:
        first = low  # "federal prosecutors"
    return first


def _can_open(token: Token) -> bool:
    lower = token.lower
    return (
        token.is_name
        or lower in DETERMINERS | PRONOUNS | _OPENERS
        or lower in party_nouns()
        or lower.endswith("s")
    )


def _can_stand_inside(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.lower == "and":
        before = tokens[place - 1] if place else token
        of_an_office = place > 1 and tokens[place - 2].lower in {"of", "for"}  # "of trade and"
        joins = before.is_name or of_an_office or is_party_noun(before.lower)
        return joins and before.lower not in PRONOUNS
    if token.lower == "to":  # "the ambassador to the council", and not "wants to say"
        return tokens[place + 1].is_name or tokens[place + 1].lower == "the"
    if not token.is_word or token.lower in STOPS | BE | HAVE | MODALS:
        return False
    is_noun = place > 0 and tokens[place - 1].lower in DETERMINERS  # "the report says"
    return token.is_name or is_noun or token.lower not in speech_verbs()


def _without_adjunct(tokens: Sequence[Token], first: int, last: int) -> int:
    """Leave off how and when: "the army in a statement", "leaders on Wednesday"."""
    for i in range(first + 1, last - 1):
        if tokens[i].lower in {"in", "on", "at", "from"}:
            after = tokens[i + 1].lower
            if after in {"a", "an"} or after in TIME:
                return i
    return last


def phrase_after(tokens: Sequence[Token], place: int, wide: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at ``place``.

    Parameters
    ----------
    tokens : sequence of Token
        A sentence.
    place : int
        Where the phrase should begin.
    wide : bool
        True takes "a report by the bank" whole; False stops before "by".

    Returns
    -------
    Phrase or None
        ``None`` when no noun phrase begins there.
    """
    last = _end_of_phrase(tokens, place, wide)
    while last > place and tokens[last - 1].lower in PREPOSITIONS | {"the", "a", "an", "and"}:
        last -= 1
    beside = "" if wide else _aside_after(tokens, last)
    return Phrase(place, last, beside) if last > place else None


def _end_of_phrase(tokens: Sequence[Token], place: int, wide: bool) -> int:
    """Go on from the start of a phrase to where it ends."""
    last = place
    limit = min(len(tokens), place + (LONGEST_SOURCE if wide else LONGEST_NAME))
    while last < limit:
        token = tokens[last]
        after = tokens[last + 1 : last + 2]
        is_link = last > place and after and token.lower in _NAME_LINKS - {"the"}
        if is_link and (wide or after[0].is_name):
            last += 1
            continue
        named = last > place and tokens[last - 1].lower in {"a", "an", "the"}  # "said a report"
        if is_link or _ends_phrase(token, last > place, wide or named):
            break
        last += 1
        if not wide and last < len(tokens) and _is_whole(tokens, place, last):
            break
    return last


def _aside_after(tokens: Sequence[Token], last: int) -> str:
    """Return a description or a name after a comma: "said the mayor, | Ana Ruiz"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return ""
    stop = next((i for i in range(last + 1, len(tokens)) if not tokens[i].is_word), len(tokens))
    aside = tokens[last + 1 : min(stop, last + 16)]
    named = 1 < len(aside) < LONGEST_NAME // 2 and all(word.is_name for word in aside)
    return join(aside) if named or (aside and aside[0].lower in {"a", "an", "the"}) else ""


def _ends_phrase(token: Token, inside: bool, wide: bool) -> bool:
    lower = token.lower
    if not token.is_word or lower in STOPS | BE | HAVE | MODALS:
        return True
    if lower in PREPOSITIONS:
        return not (wide and inside)
    if not inside:
        return False
    return (
        (token.is_name and lower in TIME - {"may", "march"})
        or lower in PRONOUNS
        or (lower in DETERMINERS and not wide)
        or (lower in speech_verbs() and not wide)
    )


def _is_whole(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Say whether a phrase is whole although a plain word follows: "Ana Ruiz | yesterday"."""
    opening, end, following = tokens[place], tokens[last - 1], tokens[last]
    if last == place + 1 and not opening.is_name:
        # "told reporters following the vote": a plural without an article stands alone.
        is_plural = re.search(r"[^s]s$", opening.lower) and opening.lower not in DETERMINERS
        is_plural = is_plural and not is_party_noun(following.lower)  # "rights | groups"
        return opening.lower in {"him", "her", "me", "us", "them"} or bool(is_plural)
    return (
        opening.is_name
        and end.is_name
        and end.lower not in DETERMINERS
        and not end.lower.endswith("'s")
        and not following.is_name
        and following.lower not in _NAME_LINKS
        and following.lower not in party_nouns()
        and following.lower.removesuffix("s") not in party_nouns()
    )

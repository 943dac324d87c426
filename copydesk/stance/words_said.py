"""Which words of a sentence are what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.language.phrases import Phrase, is_party_noun, phrase_before, skip_helpers
from copydesk.language.tokens import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, TIME, Token
from copydesk.lexicons import signals, states
from copydesk.stance.nouns_of_saying import end_of_clause
from copydesk.stance.places import Reading, Use, at

_OF_THINGS = frozenset({"attacks", "supports", "denies"})
"""What a verb of these colours is about is mostly a thing, and no clause."""

_FINITE = BE | HAVE | (MODALS - {"to"})


def words_said(use: Use, reading: Reading, others: Sequence[Use]) -> Iterator[tuple[int, int]]:
    """Yield the tokens of what was said: before the speaker, after the verb, or both."""
    tokens = use.tokens
    end = len(tokens)
    if reading.whole:
        ranges = [(0, end)]
    elif reading.trails:
        ranges = [(0, reading.words_until)]
        rest = tokens[reading.words_from :]
        if rest and rest[0].text in {",", ".", ":"} and any(token.quoted for token in rest[:3]):
            is_adjunct = tokens[0].lower in PREPOSITIONS  # In a note, he said, “B”
            ranges = [] if is_adjunct else ranges
            ranges.append((reading.words_from, end))  # “A,” he said, “B”
    else:
        low = reading.words_from
        high = min(
            _next_speaker(tokens, low, others), _end_of_figure(use, low), _end_of_words(use, low)
        )
        ranges = [(_skip_adjunct(tokens, low), high)]
    for low, high in ranges:
        low, high = _trimmed(tokens, low, high, reading.trails)
        if any(character.isalnum() for token in tokens[low:high] for character in token.text):
            yield low, high


def _trimmed(tokens: Sequence[Token], low: int, high: int, trails: bool) -> tuple[int, int]:
    """Leave off marks, "that", and "a claim" where "..., a claim Kabul denies" denies the rest."""
    marks = signals("mark")
    while low < high and (tokens[low].text in marks or tokens[low].lower == "that"):
        low += 1
    while high > low and tokens[high - 1].text in marks:
        high -= 1
    if trails and denies_words(tokens, high):
        high -= 3
    return low, high


def denies_words(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "a claim" stands before a place: "It rained, a claim | Kabul denies"."""
    apart = at(tokens, place - 3).text in {",", "–", "—"}
    return apart and tokens[place - 1].lower in signals("words denied")


def _next_speaker(tokens: Sequence[Token], first: int, others: Sequence[Use]) -> int:
    """Return where the next speaker of the sentence begins: "A said this, and B said that"."""
    for use in others:
        if use.place <= first or use.kind in {"hidden", "figure", "noun", "view"}:
            continue
        back = skip_helpers(tokens, use.place)
        elided = tokens[back - 1].lower in {"and", "but"}  # "confirms it and names him"
        phrase = None if elided else phrase_before(tokens, back)
        goes_on = tokens[use.place].lower.endswith("ing")
        start = phrase.first if phrase and not goes_on else back
        if start > first + 3 and denies_words(tokens, start):
            return start - 3
        if start > first + 1 and tokens[start - 1].lower in signals("next speaker"):
            return start - 1
    return len(tokens)


def _end_of_words(use: Use, first: int) -> int:
    """Return where the outlet goes on: "— but nobody knew", "what it called “late” | on Monday"."""
    tokens = use.tokens
    if use.kind == "noun":
        return end_of_clause(tokens, use.place, first)
    if use.verb.colour == "denies" and at(tokens, first).lower == "it":
        return first + 1  # "they deny it with a smile"
    what = any(token.lower == "what" for token in tokens[: use.place])
    if what and use.verb.base == "call" and at(tokens, first).quoted:
        return first + 1
    ends = (i for i in range(first, len(tokens) - 1) if _outlet_goes_on(use, first, i))
    return next(ends, len(tokens))


def _outlet_goes_on(use: Use, first: int, place: int) -> bool:
    """Say whether a mark or a small word ends what is said."""
    opening, token = at(use.tokens, first).lower, use.tokens[place]
    following, colour = use.tokens[place + 1].lower, use.verb.colour
    if token.text in {"–", "—"}:
        return following in signals("the outlet goes on")
    if token.text == ",":  # "confirmed both places, | which", "asked Ruiz to wait | , so far"
        judged = colour in _OF_THINGS | {"commits"} and following == "which"
        return judged or (opening == "to" and following in signals("after a figure"))
    of_a_thing = opening != "that" and (colour in _OF_THINGS or "active" in use.verb.frame)
    return of_a_thing and token.lower in {"and", "but"} and following in _FINITE


def _end_of_figure(use: Use, first: int) -> int:
    """Return where a figure ends: "12 ships, so ...", "12 ships. (2 May, page 3)"."""
    tokens = use.tokens
    brief = use.kind == "figure" or use.verb.frame in {"number", "active"}
    for i in range(first + 1, len(tokens) - 1):
        ends = tokens[i].text == "." and tokens[i - 1].lower not in signals("number")
        if ends and (tokens[i + 1].is_name or tokens[i + 1].text == "("):
            return i
        breaks = tokens[i].text == "," and tokens[i + 1].lower in signals("after a figure")
        if brief and (breaks or tokens[i].text == ";"):
            return i
    return len(tokens)


def _skip_adjunct(tokens: Sequence[Token], low: int) -> int:
    """Step over "in a statement," and "on Monday that" to where the words begin."""
    low += low < len(tokens) and tokens[low].text == ","
    opening = tokens[low].lower if low < len(tokens) else ""
    about = opening in signals("about whom")  # "said of Ruiz, “He left”", "warned of floods that"
    if about or opening in TIME | signals("how and when") or opening.endswith("ly"):
        for place in range(low, min(len(tokens), low + 8)):
            if tokens[place].quoted or (tokens[place].lower == "that" and not about):
                return place
    return low


def ends_a_quotation(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a quotation ends before a place; a comma may stand outside its marks."""
    alone = place == 2 and tokens[1].text in {",", "–", "—"}  # “It rained”, he said
    return tokens[place - 1 - alone].quoted


def comes_after_the_words(tokens: Sequence[Token], after: int, until: int) -> bool:
    """Say whether the words stand before the speaker: "“It is safe,” the mayor said on Monday"."""
    if not until:
        return False
    rest = tokens[after:]
    quoted = ends_a_quotation(tokens, until)
    opening = next((token for token in rest if token.lower not in {",", ":"}), None)
    if opening is None or opening.text == ".":
        words = sum(token.is_word or token.quoted for token in tokens[:until])
        return words > 1 or quoted
    if quoted and (rest[0].text == "," or not _announces(rest)):
        return True
    long_enough = sum(token.is_word for token in tokens[:until]) > 2
    return long_enough and tokens[0].lower != "according" and _adds_no_words(rest, opening)


def _announces(rest: Sequence[Token]) -> bool:
    return any(token.lower in {"that", ":"} for token in rest[:4])


def _adds_no_words(rest: Sequence[Token], opening: Token) -> bool:
    """Say whether what follows a verb says how or when, and not what: "he said | on Monday"."""
    goes_on = rest[0].text == "," and opening.lower.endswith("ing")  # "..., he said, adding that"
    if _announces(rest) and not goes_on:
        return False
    how_and_when = TIME | signals("how and when") | signals("about whom")
    only_how = opening.lower in how_and_when and not any(token.quoted for token in rest)
    return only_how or rest[0].text == ","


def several(tokens: Sequence[Token], phrase: Phrase) -> list[Phrase]:
    """Split a list of speakers: "Ana Ruiz and the army" are two, "Trade and Industry" is one."""
    marks = [i for i in range(phrase.first + 1, phrase.last - 1) if tokens[i].text == ","]
    for i in range(phrase.first + 1, phrase.last - 1):
        if tokens[i].lower == "and":
            left, right = tokens[phrase.first : i], tokens[i + 1 : phrase.last]
            if marks or _are_two(left, right):
                both = tokens[phrase.first].lower == "both"  # "both Ruiz and the army"
                edges = [phrase.first - 1 + both, *(mark for mark in marks if mark < i), i]
                edges.append(phrase.last)
                return [
                    replace(phrase, first=low + 1, last=high, beside="")
                    if high < phrase.last
                    else replace(phrase, first=low + 1)
                    for low, high in pairwise(edges)
                ]
    return [phrase]


def _are_two(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Say whether what "and" joins are two speakers."""
    if any(token.lower in {"of", "for"} for token in left) and right[0].is_name:
        return False  # "the Ministry of Trade and Industry"
    names = [token for token in left if token.lower not in DETERMINERS]
    both = [is_actor(side[-1]) for side in (left, right)]
    whole = right[0].lower in DETERMINERS or (len(names) > 1 < len(right)) or all(both)
    return whole and left[-1].is_word


def is_actor(token: Token) -> bool:
    """Say whether a word alone names who can speak: "police", "witnesses", "Turkey"."""
    return is_party_noun(token.lower) or token.lower in states()

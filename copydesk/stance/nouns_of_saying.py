"""Who speaks in a noun: "the mayor's claim that it rained", "in the mayor's view", "her reply:"."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.language.phrases import Phrase, is_party_noun, phrase_after, phrase_before
from copydesk.language.tokens import (
    BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Token,
    words_of,
)
from copydesk.lexicons import signals, speech_nouns, speech_verbs
from copydesk.stance.places import Reading, Use, at

_OWN = words_of("his her its their")
_FINITE = (BE | HAVE | MODALS) - {"to", "not", "never"}


def owner_before(tokens: Sequence[Token], place: int) -> Phrase | None:
    """Return whose noun stands at a place: "| the mayor's | own claim", "| her | view"."""
    low = place - 1
    if low > 0 and not _owns(tokens[low]) and tokens[low].is_word:
        low -= 1  # "the mayor's repeated claim"
    if low < 0 or not _owns(tokens[low]):
        return None
    if tokens[low].lower in _OWN:
        return Phrase(low, low + 1)
    phrase = phrase_before(tokens, low + 1)
    if phrase is None:
        return None
    links = PREPOSITIONS - {"of"}
    inside = [i for i in range(phrase.first, phrase.last) if tokens[i].lower in links]
    return Phrase(inside[-1] + 1 if inside else phrase.first, phrase.last)


def _owns(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'")) or token.lower in _OWN


def said_in(tokens: Sequence[Token], place: int) -> tuple[Phrase, int] | None:
    """Return who speaks in the noun at a place, and where the words begin: "that | it rained"."""
    if tokens[place].lower not in speech_nouns():
        return None
    owner, after = owner_before(tokens, place), place + 1
    if owner is not None and at(tokens, owner.first - 1).lower == "in":
        return None  # "said in its statement that"
    if owner is None and at(tokens, after).lower in signals("whose words"):
        owner = phrase_after(tokens, place + 2)
        last = tokens[owner.last - 1] if owner else None
        if owner is None or not (last and (last.is_name or is_party_noun(last.lower))):
            return None
        after = owner.last
    if at(tokens, after).lower != "that":
        after = _past_is(tokens, after)
    relative = at(tokens, after + 1).lower in _FINITE  # "a claim that was made"
    is_clause = at(tokens, after).lower == "that" and not relative
    return (owner, after + 1) if owner and is_clause else None


def _past_is(tokens: Sequence[Token], place: int) -> int:
    """Step over "to the plan was" in "her reply | to the plan was | that it is late"."""
    verbs = (i for i in range(place, place + 8) if not at(tokens, i).is_word or _is_verb(tokens, i))
    verb = next(verbs, place)
    return verb + 1 if at(tokens, verb).lower in {"is", "was"} else place


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    return at(tokens, place).lower in _FINITE or at(tokens, place).lower in speech_verbs()


def noun(use: Use) -> Reading | None:
    """Read "the mayor's claim that it rained": the mayor speaks."""
    found = said_in(use.tokens, use.place)
    return Reading(use.printed, found[0], words_from=found[1]) if found else None


def end_of_clause(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return where the words end: "the mayor's claim that it was raining | was wrong"."""
    opens = tokens[:place]
    if any(token.lower in _FINITE or token.lower in speech_verbs() for token in opens):
        return len(tokens)  # the noun is no subject
    clauses = 0
    for i in range(first, len(tokens)):
        if tokens[i].lower in {"and", "but"}:
            clauses = 0  # another clause of the words begins
        if tokens[i].lower not in _FINITE or tokens[i - 1].lower in _FINITE | {"not"}:
            continue
        joined = tokens[i - 1].lower in PRONOUNS | STOPS
        clauses += not (clauses and joined)
        if clauses > 1:
            return i
    return len(tokens)


def view_in(tokens: Sequence[Token], place: int) -> tuple[int, Phrase, int] | None:
    """Return where "in the mayor's | view" begins, whose view it is, and where it ends."""
    if tokens[place].lower not in signals("view"):
        return None
    owner = owner_before(tokens, place)
    if owner is not None:
        first, last = owner.first - 1, place + 1
    else:
        first, owner = place - 2, phrase_after(tokens, place + 2, wide=True)
        of_it = at(tokens, place - 1).lower == "the" and at(tokens, place + 1).lower == "of"
        if owner is None or not of_it:
            return None
        last = owner.last
    following = at(tokens, last)
    opens = at(tokens, first).lower in {"in", "by"} and not following.is_word
    return (first, owner, last) if opens else None


def view(use: Use) -> Reading | None:
    """Read "in the mayor's view": on one side of the words, or between commas inside them."""
    found = view_in(use.tokens, use.place)
    if found is None:
        return None
    first, owner, last = found
    opens = not any(token.is_word or token.quoted for token in use.tokens[:first])
    rest = any(token.is_word or token.quoted for token in use.tokens[last:])
    whole = not opens and rest
    return Reading(use.printed, owner, None, "", last, first, not opens, whole)


def owner_of_reply(tokens: Sequence[Token]) -> Phrase | None:
    """Return whose words stand after a colon: "| The mayor's | reply was short: “No.”"."""
    nouns = (i for i, token in enumerate(tokens) if token.lower in speech_nouns())
    place = next(nouns, None)
    owner = owner_before(tokens, place) if place is not None else None
    return owner if owner and owner.first == 0 else None

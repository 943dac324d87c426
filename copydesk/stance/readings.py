"""How each way of naming a speaker is read: who speaks, to whom, and where the words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.language.phrases import (
    LONGEST_NAME,
    Phrase,
    cut,
    phrase_after,
    phrase_before,
    with_list,
)
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
)
from copydesk.lexicons import party_nouns, signals
from copydesk.stance.places import Reading, Use, at, end_of_party
from copydesk.stance.words_said import comes_after_the_words

_DESCRIBES = frozenset({"a", "an", "the", "who"})


def source(use: Use) -> Reading | None:
    """Read "according to the mayor": the source stands after it."""
    phrase = phrase_after(use.tokens, use.after, wide=True)
    if phrase is None:
        return None
    phrase = with_list(use.tokens, phrase)
    opens = sum(token.is_word or token.quoted for token in use.tokens[: use.place]) < 2
    _, *aside = _past_an_aside(use.tokens, phrase.last)
    before, rest = use.before.text, at(use.tokens, phrase.last + 1).lower
    if before == at(use.tokens, phrase.last).text == "," and rest in BE | HAVE | (MODALS - {"to"}):
        return Reading(use.printed.lower(), phrase, whole=True)  # "The dam, as per Ruiz, is safe"
    first = use.tokens[phrase.last + 1].lower if aside else ""
    after = aside[0] if first in _DESCRIBES or first.isdigit() else phrase.last
    return Reading(
        use.printed.lower(), phrase, words_from=after, words_until=use.place, trails=not opens
    )


def quoted_as_saying(use: Use) -> Reading | None:
    """Read "Ruiz was quoted as saying by Radio Sud": Ruiz speaks, through Radio Sud."""
    after, via = use.after, ""
    for i in range(after, min(after + 6, len(use.tokens) - 1)):  # "quoted | in Lisbon | as saying"
        if [token.lower for token in use.tokens[i : i + 2]] == ["as", "saying"]:
            after = i + 2
    verb = printed(use, after)
    phrase = phrase_before(use.tokens, use.back)
    if phrase is None:
        return None
    if after < len(use.tokens) and use.tokens[after].lower == "by":
        channel = phrase_after(use.tokens, after + 1)
        if channel is not None:
            via, after = cut(use.text, use.tokens, channel), channel.last
    return Reading(
        verb,
        phrase,
        via=via,
        words_from=after,
        words_until=phrase.first,
        trails=phrase.first > 0,
    )


def by(use: Use) -> Reading | None:
    """Read "was praised by the mayor": the speaker comes after "by"."""
    near = range(use.after, min(use.after + 3, len(use.tokens)))
    by = next((i for i in near if use.tokens[i].lower == "by"), None)
    phrase = phrase_after(use.tokens, by + 1) if by is not None else None
    if phrase is None:
        return None
    phrase = with_list(use.tokens, phrase)
    low = charge_of_a_passive(use, phrase.last)
    verb = printed(use, use.after)
    if use.verb.frame == "number":  # "12 cases were recorded by the bank"
        return Reading(verb, phrase, words_from=phrase.last, words_until=use.back, trails=True)
    return Reading(verb, replace(phrase, beside=""), words_from=low, whole=not low)


def passive(use: Use) -> Reading | None:
    """Read "is believed to have left", "was accused of theft": nobody is named."""
    low = charge_of_a_passive(use, use.after)
    if at(use.tokens, use.back - 1).lower in {"that", "which"}:
        return None  # "a reef that was thought dead has grown back"
    verb, next_word = printed(use, use.after), use.following.lower
    if next_word in TIME | {".", "in", "on", "at", "against"}:  # "the charge has been denied"
        return Reading(verb, words_from=use.after, words_until=use.back, trails=True)
    return Reading(verb, words_from=low, whole=not low)


def charge_of_a_passive(use: Use, place: int) -> int:
    """Return where what is said begins in "was accused | of theft"; 0 where it is the sentence."""
    judges = use.verb.colour in {"attacks", "supports"}
    if judges and at(use.tokens, place).lower in {"of", "for", "over"}:
        return place + 1 if place < len(use.tokens) - 2 else 0
    for i in range(place, min(place + 8, len(use.tokens) - 2)):
        if use.tokens[i].lower == "as":
            return i + 1  # "described by the bank | in Lisbon | as late"
        if not use.tokens[i].is_word:
            break
    return 0


def quotes_another(use: Use) -> Reading | None:
    """Read "Radio Sud quoted Ruiz as saying": the second name speaks, through the first."""
    tokens = use.tokens
    channel = phrase_before(tokens, use.back)
    phrase = phrase_after(tokens, use.after)
    if channel is None or phrase is None:
        return None
    after = phrase.last + 2
    if [token.lower for token in tokens[phrase.last : after]] != ["as", "saying"]:
        return None
    trails = comes_after_the_words(tokens, after, channel.first)
    via = cut(use.text, tokens, channel)
    return Reading("quoted as saying", phrase, None, via, after, channel.first, trails)


def speaker_after(use: Use) -> Reading | None:
    """Read "said Ana Ruiz": the words stand before the verb."""
    phrase = phrase_after(use.tokens, use.after)
    if phrase is None:
        return None
    return Reading(use.printed, phrase, words_from=phrase.last, words_until=use.place, trails=True)


def named_last(use: Use) -> Reading | None:
    """Read "..., says a judge": a speaker, and then at most "who ...", ends the sentence."""
    reading = speaker_after(use)
    if reading is None or reading.phrase is None:
        return None
    phrase, tokens = reading.phrase, use.tokens
    last, following = tokens[phrase.last - 1], at(tokens, phrase.last)
    if last.lower in signals("speaks for its owner"):  # "said a report from the bank"
        phrase = phrase_after(tokens, phrase.first, wide=True) or phrase
        return replace(reading, phrase=phrase)
    speaks = last.is_name or last.lower in party_nouns() or _ends_a_headline(use, phrase)
    tail = following.lower in signals("how and when") | {"who"}  # "says a judge | in Lisbon"
    ends = tail or not (following.is_word or following.quoted)
    if not speaks or last.lower in TIME or not ends:
        return None
    return replace(reading, whole=_interrupts(tokens, phrase.last))


def _interrupts(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the words go on after a speaker: "The plan, says the mayor | , is late"."""
    comma, rest = at(tokens, place).text, at(tokens, place + 1)
    goes_on = comma == "," and (rest.is_word or rest.quoted)
    return goes_on and rest.lower not in _DESCRIBES and not rest.lower.endswith("ing")


def _ends_a_headline(use: Use, phrase: Phrase) -> bool:
    """Say whether "says" and a noun without an article end a line: "Toll at record, says study"."""
    one_comma = sum(token.text == "," for token in use.tokens[: use.place]) == 1
    first = use.tokens[phrase.first].lower
    return use.token.lower == "says" and one_comma and first not in PRONOUNS | DETERMINERS


def between_commas(use: Use) -> Reading | None:
    """Read "The bridge, he said, was safe": the speaker interrupts the words."""
    tokens, phrase = use.tokens, phrase_before(use.tokens, use.back)
    if phrase is None or any(token.quoted for token in tokens[: phrase.first]):
        return None
    marks = [at(tokens, phrase.first - 1).text, use.following.text]
    breaks = marks in ([",", ","], ["–", "–"], ["—", "—"])
    rest = tokens[use.after + 1 :]
    if not breaks or not rest or rest[0].quoted or tokens[0].lower in PREPOSITIONS | TIME:
        return None
    if at(tokens, phrase.first - 2).lower in {
        "that",
        "which",
        "who",
    }:  # "a fee that, he said, is late"
        return Reading(use.printed, phrase, words_from=use.after)
    return Reading(use.printed, phrase, whole=True)


def speaker_before(use: Use) -> Reading | None:
    """Read "Ana Ruiz said": the words stand on one side or the other."""
    phrase = use.subject
    if phrase is None or _is_elided(use):
        return None
    heard = _listener(use)
    if heard is None:
        return None
    via, after = heard
    trails = comes_after_the_words(use.tokens, after, phrase.first)
    return Reading(use.printed, phrase, None, via, after, phrase.first, trails)


def earlier_speaker(use: Use) -> Reading | None:
    """Read "and added that": who spoke before it goes on."""
    heard = _listener(use)
    return Reading(use.printed, None, use.earlier, *heard) if heard else None


def subject(use: Use) -> Reading | None:
    """Give a participle to the first noun phrase of the sentence, past "Before the vote,"."""
    tokens, limit = use.tokens, use.place
    place = next((i for i in range(limit) if tokens[i].is_word), limit)
    if place < limit and tokens[place].lower in PREPOSITIONS | STOPS:
        comma = next((i for i in range(place, limit - 1) if tokens[i].text == ","), None)
        place = place if comma is None else comma + 1
    phrase = phrase_after(tokens[:limit], place)
    if phrase is None:
        return None
    last = end_of_party(tokens, phrase)
    last = last if last > phrase.first + 1 else phrase.last
    heard = _listener(use)
    return Reading(use.printed, Phrase(phrase.first, last), None, *heard) if heard else None


def colon(use: Use) -> Reading:
    """Read "The mayor was blunt: “...”": the subject says what stands after the colon."""
    return Reading("", Phrase(0, use.place + 1), words_from=use.after)


def told(use: Use) -> Reading | None:
    """Read "it rained, he was told" and "he was told that it rained": nobody is named."""
    phrase = phrase_before(use.tokens, use.back)
    if phrase is None:
        return None
    trails = comes_after_the_words(use.tokens, use.after, phrase.first)
    if not trails and use.following.lower not in signals("opens words"):
        return None
    via = cut(use.text, use.tokens, phrase)
    verb = printed(use, use.after)
    return Reading(verb, None, None, via, use.after, phrase.first, trails)


def figure(use: Use) -> Reading | None:
    """Read "the bank's count is 12", "the bank has 12", "in the bank's count, 12"."""
    at_noun = use.token.lower in signals("figure")
    last = use.place - 1 if use.token.lower in BE else use.place
    phrase = phrase_before(use.tokens, last)
    if phrase is None:
        return None
    trails = at_noun and use.following.text == "."
    after = use.after + (at_noun and use.following.lower == "of")
    return Reading(use.printed, phrase, None, "", after, phrase.first - 1, trails)


def _listener(use: Use) -> tuple[str, int] | None:
    """Return to whom it was said, and where the words begin; ``None`` when nothing was said."""
    tokens, after = use.tokens, use.after
    if use.verb.base == "accuse":
        return "", _charge(tokens, after)
    if use.verb.base not in signals("has a listener"):
        return "", after
    after += use.following.lower == "to"  # "wrote to the council that"
    listener = phrase_after(tokens, after)
    if listener is None:
        return "", after
    seat = tokens[listener.last : listener.last + 2]  # "the government | in Lisbon | to act"
    if len(seat) == 2 and seat[0].lower in {"in", "of"} and _is_seat(seat[1]):
        listener = replace(listener, last=listener.last + 2)
    if tokens[listener.last : listener.last + 1] and tokens[listener.last].lower == "who":
        that = (i for i in range(listener.last, len(tokens)) if tokens[i].lower == "that")
        listener = replace(listener, last=next(that, listener.last))
    begins = next(
        (i for i in _past_an_aside(tokens, listener.last) if _opens_words(tokens, i)), None
    )
    if use.verb.base == "tell" or begins is not None:
        return cut(use.text, tokens, listener), begins or listener.last
    return None if tokens[after].lower in {"it", "him", "her", "them"} else ("", after)


def _charge(tokens: Sequence[Token], after: int) -> int:
    """Return where the charge begins: "accused the firm of | theft"."""
    ends = STOPS - {"that"}
    for i in range(after, min(after + LONGEST_NAME, len(tokens))):
        if tokens[i].lower == "of" and i + 1 < len(tokens):
            return i + 1
        if tokens[i].lower in ends or tokens[i].quoted:
            break
    return after


def _is_seat(token: Token) -> bool:
    return token.is_name and token.lower not in TIME


def _past_an_aside(tokens: Sequence[Token], place: int) -> list[int]:
    """Return a place, and the one after the aside that begins there: "our guest, Ana Ruiz, who"."""
    if place < len(tokens) and tokens[place].text == ",":
        comma = next(
            (i for i in range(place + 1, min(place + 14, len(tokens))) if tokens[i].text == ","),
            None,
        )
        if comma is not None:
            return [place, comma]
    return [place]


def _opens_words(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the words begin here, after a listener: "asked the mayor | for a comment"."""
    token = tokens[place] if place < len(tokens) else None
    if token is not None and token.text == "," and place + 1 < len(tokens):
        token = tokens[place + 1]
    if token is not None and token.lower == "for":  # "asked a spokesman | for the bank"
        return place + 1 < len(tokens) and tokens[place + 1].lower != "the"
    return token is not None and (token.quoted or token.lower in signals("opens words"))


def printed(use: Use, after: int) -> str:
    """Return a verb with its helpers as printed, from the first form of "be" or "have"."""
    first = use.back
    while first < after - 1 and use.tokens[first].lower not in BE | HAVE:
        first += 1
    return use.text[use.tokens[first].start : use.tokens[after - 1].end]


def is_joined(use: Use) -> bool:
    """Say whether a verb only goes on from another: "he left, saying", "it left and denied"."""
    tokens, place = use.tokens, use.back - 1
    if at(tokens, place).text == ",":  # "but, in a letter, denied"
        place = next((i for i in range(place - 1, 0, -1) if tokens[i].text == ","), 0) - 1
    return is_participle(use) or at(tokens, place).lower in {"and", "but"}


def is_participle(use: Use) -> bool:
    """Say whether a verb only goes on from another: "he left, saying"."""
    joined = use.before.lower in {",", "and", "but"}
    return use.token.lower.endswith("ing") and not use.helped and joined


def _is_elided(use: Use) -> bool:
    """Say whether the subject stands before another verb: "he left, saying", "and names him"."""
    return (
        is_participle(use)
        or use.tokens[use.back - 1 : use.back] == []
        or use.tokens[use.back - 1].lower in {"and", "but"}
    )

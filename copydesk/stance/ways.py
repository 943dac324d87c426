"""Who speaks: one rule for each way in which English news prose gives words to a speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from copydesk.language.phrases import (
    BE,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    Phrase,
    Token,
    cut,
    phrase_after,
    phrase_before,
)
from copydesk.language.rule import Rule
from copydesk.lexicons import party_nouns, signals
from copydesk.stance.speech import Use
from copydesk.stance.words_said import Reading, comes_after_the_words


@dataclass(frozen=True)
class Place(Use):
    """A place that attributes words, and who spoke before it in the sentence, if anybody."""

    earlier: str | None = None


@dataclass(frozen=True)
class Way(Rule[Place]):
    """A way to name a speaker: where ``test`` holds, ``read`` finds the speaker and the words."""

    read: Callable[[Place], Reading | None] = lambda place: None


def _source(use: Place) -> Reading | None:
    phrase = phrase_after(use.tokens, use.after, wide=True)
    if phrase is None:
        return None
    opens = sum(token.is_word or token.quoted for token in use.tokens[: use.place]) < 2
    return Reading(
        use.printed.lower(), phrase, words_from=phrase.last, words_until=use.place, trails=not opens
    )


def _quoted_as_saying(use: Place) -> Reading | None:
    after, via = use.after, ""
    if [token.lower for token in use.tokens[after : after + 2]] == ["as", "saying"]:
        after += 2
    verb = _printed(use, after)
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


def _by(use: Place) -> Reading | None:
    """Read "was praised by the mayor": the speaker comes after "by"."""
    near = range(use.after, min(use.after + 3, len(use.tokens)))
    by = next((i for i in near if use.tokens[i].lower == "by"), None)
    phrase = phrase_after(use.tokens, by + 1) if by is not None else None
    if phrase is None:
        return None
    return Reading(_printed(use, use.after), replace(phrase, beside=""), whole=True)


def _quotes_another(use: Place) -> Reading | None:
    """Read "Radio Sud quoted Ruiz as saying": the second name speaks, through the first."""
    tokens = use.tokens
    channel = phrase_before(tokens, use.back)
    phrase = phrase_after(tokens, use.after)
    if channel is None or phrase is None:
        return None
    after = phrase.last + 2
    if [token.lower for token in tokens[phrase.last : after]] != ["as", "saying"]:
        return None
    trails = channel.first > 0 and comes_after_the_words(tokens, after, channel.first)
    via = cut(use.text, tokens, channel)
    return Reading("quoted as saying", phrase, None, via, after, channel.first, trails)


def _speaker_after(use: Place) -> Reading | None:
    phrase = phrase_after(use.tokens, use.after)
    if phrase is None:
        return None
    return Reading(use.printed, phrase, words_from=phrase.last, words_until=use.place, trails=True)


def _named_last(use: Place) -> Reading | None:
    """Read "..., says a judge": a speaker, and then at most "who ...", ends the sentence."""
    reading = _speaker_after(use)
    if reading is None or reading.phrase is None:
        return None
    end = reading.phrase.last
    last = use.tokens[end - 1]
    ends = end >= len(use.tokens) or not use.tokens[end].is_word
    return reading if ends and (last.is_name or last.lower in party_nouns()) else None


def _between_commas(use: Place) -> Reading | None:
    """Read "The bridge, he said, was safe": the speaker interrupts the words."""
    tokens, phrase = use.tokens, phrase_before(use.tokens, use.back)
    if phrase is None or any(token.quoted for token in tokens) or phrase.first > 8:
        return None
    commas = phrase.first > 1 and tokens[phrase.first - 1].text == ","
    goes_on = use.after < len(tokens) - 1 and use.following.text == ","
    opens = tokens[0].lower in PREPOSITIONS | STOPS | TIME
    return Reading(use.printed, phrase, whole=True) if commas and goes_on and not opens else None


def _speaker_before(use: Place) -> Reading | None:
    phrase = phrase_before(use.tokens, use.back)
    if phrase is None or _is_elided(use):
        return None
    via, after = _listener(use)
    if after < 0:
        return None
    trails = phrase.first > 0 and comes_after_the_words(use.tokens, after, phrase.first)
    return Reading(use.printed, phrase, None, via, after, phrase.first, trails)


def _earlier_speaker(use: Place) -> Reading | None:
    via, after = _listener(use)
    return Reading(use.printed, None, use.earlier, via, after) if after > 0 else None


def _subject(use: Place) -> Reading | None:
    """Give a participle to the first noun phrase of the sentence, past "Before the vote,"."""
    tokens, limit = use.tokens, use.place
    place = next((i for i in range(limit) if tokens[i].is_word), limit)
    if place < limit and tokens[place].lower in PREPOSITIONS | STOPS:
        comma = next((i for i in range(place, limit - 1) if tokens[i].text == ","), None)
        place = place if comma is None else comma + 1
    phrase = phrase_after(tokens[:limit], place)
    if phrase is None:
        return None
    via, after = _listener(use)
    return Reading(use.printed, replace(phrase, beside=""), None, via, after)


def _figure(use: Place) -> Reading | None:
    last = use.place if use.token.lower in HAVE else use.place - 1
    phrase = phrase_before(use.tokens, last)
    return phrase and Reading(use.printed, phrase, words_from=use.after)


def _listener(use: Place) -> tuple[str, int]:
    """Return to whom it was said, and where the words begin; -1 when nothing was said."""
    tokens, after = use.tokens, use.after
    if use.verb.base not in signals("has a listener"):
        return "", after
    listener = phrase_after(tokens, after)
    if listener is None:
        return "", after
    seat = tokens[listener.last : listener.last + 2]  # "the government | in Lisbon | to act"
    if len(seat) == 2 and seat[0].lower in {"in", "of"} and _is_seat(seat[1]):
        listener = replace(listener, last=listener.last + 2)
    begins = next(
        (i for i in _past_an_aside(tokens, listener.last) if _opens_words(tokens, i)), None
    )
    if use.verb.base == "tell" or begins is not None:
        return cut(use.text, tokens, listener), begins or listener.last
    return "", -1 if tokens[after].lower in {"it", "him", "her", "them"} else after


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


def _printed(use: Use, after: int) -> str:
    """Return a verb with its helpers as printed, from the first form of "be" or "have"."""
    first = use.back
    while first < after - 1 and use.tokens[first].lower not in BE | HAVE:
        first += 1
    return use.text[use.tokens[first].start : use.tokens[after - 1].end]


def _is_participle(use: Place) -> bool:
    joined = use.before.lower in {",", "and", "but"}
    return use.token.lower.endswith("ing") and not use.helped and joined


def _is_elided(use: Place) -> bool:
    """Say whether the subject stands before another verb: "he left, saying", "and names him"."""
    return (
        _is_participle(use)
        or use.tokens[use.back - 1 : use.back] == []
        or (use.tokens[use.back - 1].lower in {"and", "but"} and use.earlier is not None)
    )


def _is_quoted_before(use: Place) -> bool:
    comma = use.place > 1 and use.before.text == ","
    return use.tokens[use.place - 2].quoted if comma else use.before.quoted


def _is_passive(use: Place) -> bool:
    """Say whether who does it may be hidden; who "was told" is a listener."""
    bent = use.helped and not use.token.lower.endswith("ing") and not use.is_base
    return use.kind == "verb" and bent and use.verb.base not in {"tell", "quote"}


def _is_active(use: Place) -> bool:
    passive = use.helped and not use.token.lower.endswith("ing")
    return use.kind == "verb" and not passive and use.verb.base != "quote"


WAYS: tuple[Way, ...] = (
    Way(
        "a source",
        gives="speaker",
        because="“{0}” names the source",
        test=lambda use: use.kind == "source" and use.printed.lower(),
        read=_source,
        examples=("According to the mayor, it rained.", "It rained, according to the mayor."),
        leaves_alone=("The mayor said it rained.",),
    ),
    Way(
        "somebody said it",
        gives="hidden",
        because="“{0}” says that somebody said it, and names nobody",
        test=lambda use: use.kind == "hidden" and use.earlier is None and use.printed,
        read=lambda use: Reading(use.printed.lower(), whole=True),
        examples=("The group has reportedly left.",),
        leaves_alone=("The mayor said that the group had left.",),
    ),
    Way(
        "a rumour",
        gives="hidden",
        because="“{0}” does not name who says it",
        test=lambda use: use.kind == "rumour" and use.printed,
        read=lambda use: Reading(use.printed, words_from=use.after),
        examples=("There were fears that it would rain.",),
        leaves_alone=("There were ships that left.",),
    ),
    Way(
        "a label",
        gives="speaker",
        because="the speaker stands before a colon",
        test=lambda use: use.kind == "label",
        read=lambda use: Reading(
            "",
            Phrase(next(i for i, token in enumerate(use.tokens) if token.is_word), use.place),
            words_from=use.after,
        ),
        examples=("The mayor: it rained at noon.",),
        leaves_alone=("At noon: it rained.",),
    ),
    Way(
        "a figure of a body",
        gives="speaker",
        because="the text gives the figure as that of this body",
        test=lambda use: use.kind == "figure",
        read=_figure,
        examples=("The Harbour Office count is 12.",),
        leaves_alone=("The count is 12.",),
    ),
    Way(
        "quoted as saying",
        gives="speaker",
        because="the subject of “{0}” is the speaker",
        test=lambda use: use.verb.base == "quote" and use.helped and "quoted as saying",
        read=_quoted_as_saying,
        examples=("“No,” Ruiz was quoted as saying by Radio Sud.",),
        leaves_alone=("The mayor said no.",),
    ),
    Way(
        "quotes another",
        gives="speaker",
        because="who is quoted as saying it is the speaker, and who quotes is the channel",
        test=lambda use: use.verb.base == "quote" and not use.helped,
        read=_quotes_another,
        examples=("“No,” Radio Sud quoted Ruiz as saying.",),
        leaves_alone=("Radio Sud said no.",),
    ),
    Way(
        "by after a passive",
        gives="speaker",
        because="“by” after “{0}” names the speaker",
        test=lambda use: _is_passive(use) and _printed(use, use.after),
        read=_by,
        examples=("The plan was condemned by the union.",),
        leaves_alone=("The union condemned the plan.",),
    ),
    Way(
        "a passive without by",
        gives="hidden",
        because="“{0}” has no “by”: the text does not name who says it",
        test=lambda use: _is_passive(use) and _printed(use, use.after),
        read=lambda use: Reading(_printed(use, use.after), whole=True),
        examples=("The group is believed to have left.",),
        leaves_alone=("The mayor believes that the group has left.",),
    ),
    Way(
        "after a quotation",
        gives="speaker",
        because="the speaker stands after “{0}”",
        test=lambda use: _is_active(use) and _is_quoted_before(use) and use.printed,
        read=_speaker_after,
        examples=("“It is safe,” said Ana Ruiz.",),
        leaves_alone=("Ana Ruiz said it was safe.",),
    ),
    Way(
        "named last",
        gives="speaker",
        because="the speaker stands after “{0}” and a comma",
        test=lambda use: (
            _is_active(use) and use.before.text == "," and not use.helped and use.printed
        ),
        read=_named_last,
        examples=("Bridge not safe in winter, says harbour minister",),
        leaves_alone=("The mayor said it rained.",),
    ),
    Way(
        "between commas",
        gives="speaker",
        because="the speaker and “{0}” stand between commas inside the words",
        test=lambda use: _is_active(use) and use.printed,
        read=_between_commas,
        examples=("The bridge, the mayor says, was not safe.",),
        leaves_alone=("The mayor said it rained.",),
    ),
    Way(
        "before the verb",
        gives="speaker",
        because="the speaker stands before “{0}”",
        test=lambda use: _is_active(use) and use.printed,
        read=_speaker_before,
        examples=("Ana Ruiz said it rained.",),
        leaves_alone=("“It rained,” said Ana Ruiz.",),
    ),
    Way(
        "goes on",
        gives="speaker",
        because="“{0}” goes on from the speaker before it in the sentence",
        test=lambda use: (
            _is_active(use) and not use.helped and use.earlier is not None and use.printed
        ),
        read=_earlier_speaker,
        examples=("The union welcomed the plan, saying it was late.",),
        leaves_alone=("The union said it was late.",),
    ),
    Way(
        "the subject goes on",
        gives="speaker",
        because="the subject of the sentence goes on to speak with “{0}”",
        test=lambda use: _is_active(use) and _is_participle(use) and use.printed,
        read=_subject,
        examples=("The union left, saying it was late.",),
        leaves_alone=("Waiting and saying nothing is hard.",),
    ),
)
"""The first that fires and finds a speaker decides."""

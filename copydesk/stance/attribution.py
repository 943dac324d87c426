"""Lesson 04, first half: who says what, and with which verb.

An attribution ties words to a speaker: "Asif said", "according to the agency", "was quoted as
saying by". The verb matters: *said* passes words on, *claimed* doubts them, *admitted* takes them
for true. The verbs and their colours stand in ``data/lexicons/speech_verbs.csv``.

Each rule below is one way in which English news prose attributes words. Each attribution carries
the reason why these words were given to this speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from copydesk.language.phrases import Phrase, cut, phrase_after, phrase_before, skip_helpers
from copydesk.language.sentences import Sentence, split_sentences
from copydesk.language.tokens import (
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    Token,
    fold_quotations,
    join,
    quotations,
    words_of,
)
from copydesk.lexicons import party_nouns, speech_verbs
from copydesk.stance.speakers import People

MOST_IN_A_SENTENCE = 8
"""Attributions that are read in one sentence; a longer chain is a list and not a sentence."""

_HOW_AND_WHEN = TIME | words_of("in on at during after before to following")
_CONJUNCTIONS = words_of("although though when if once while")
_NUMBERS = words_of(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred "
    "hundreds thousand thousands million"
)
_LISTENS = words_of("tell ask warn remind urge")
_OPENS_WORDS = words_of("that for to if whether why which what how “”")
_NO_SPEAKER = words_of(
    "call calls move moves plan plans step steps effort efforts attack attacks strike strikes vote "
    "votes decision decisions result results case cases deal deals law laws entry feature thing "
    "things operation operations"
)
_MARKS = words_of(", : ; . — – -")


@dataclass(frozen=True)
class Attribution:
    """Words, and who is said to have said them.

    Attributes
    ----------
    speaker : str or None
        Who speaks: the full name where the text gives one ("he" after a named speaker is that
        name). ``None`` when the text names nobody ("it is believed that").
    role : str
        The office or description that the text prints beside the name, or an empty string.
    verb : str
        The speech verb as printed ("was quoted as saying", "according to"); empty when a
        quotation goes on from the sentence before.
    colour : str
        What the verb does to the words: neutral, doubts, commits, concedes, denies, attacks,
        warns, demands, supports or promises. See ``data/lexicons/speech_verbs.csv``.
    form : str
        ``"direct"`` (all in quotation marks), ``"mixed"`` (partly) or ``"indirect"``.
    words : str
        What was said: exactly ``text[start:end]``.
    via : str
        To whom or through whom it was said ("BBC Urdu"), or an empty string.
    sentence : int
        The number of the sentence, from 1.
    start, end : int
        Character offsets of ``words`` in the text.
    because : str
        Why these words belong to this speaker, in plain words.
    """

    speaker: str | None
    role: str
    verb: str
    colour: str
    form: str
    words: str
    via: str
    sentence: int
    start: int
    end: int
    because: str


@dataclass(frozen=True)
class _Use:
    """One speech verb in a sentence: tokens ``place`` to ``after`` (not included)."""

    place: int
    after: int
    base: str
    colour: str


@dataclass(frozen=True)
class _Reading:
    """What a rule makes of a speech verb.

    ``words_from`` and ``words_until`` are places of tokens: what was said stands after the one, or
    before the other if ``trails`` is true ("..., he said").
    """

    verb: str
    because: str
    phrase: Phrase | None = None
    speaker: str | None = None
    via: str = ""
    words_from: int = 0
    words_until: int = 0
    trails: bool = False
    whole: bool = False


def attributions(text: str) -> list[Attribution]:
    """Find who says what in a text.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    list of Attribution
        In the order of the text.

    Examples
    --------
    >>> found = attributions("The mayor, Ana Ruiz, said it was safe. “It will hold,” she added.")
    >>> [(a.speaker, a.role, a.verb, a.words) for a in found]
    [('Ana Ruiz', 'The mayor', 'said', 'it was safe'), ('Ana Ruiz', '', 'added', '“It will hold,”')]
    """
    return list(_attributions(text))


@lru_cache(maxsize=4)
def _attributions(text: str) -> tuple[Attribution, ...]:
    """Find who says what; the steps that ask for it of one text, one after the other, share it."""
    spans = iter(quotations(text))
    span = next(spans, None)
    people = People()
    found: list[Attribution] = []
    for sentence in split_sentences(text):
        inside: list[tuple[int, int]] = []
        while span is not None and span[0] < sentence.end:
            if span[1] > sentence.start:
                inside.append((max(span[0], sentence.start), min(span[1], sentence.end)))
            if span[1] > sentence.end:
                break  # the quotation runs on into the next sentence
            span = next(spans, None)
        tokens = fold_quotations(text, sentence, inside)
        people.read(tokens)
        here: list[Attribution] = []
        for use in _uses(tokens):
            if len(here) < MOST_IN_A_SENTENCE:
                _read(text, sentence, tokens, use, people, here)
        if not here and found:
            here = _goes_on(text, sentence, tokens, found[-1])
        found.extend(here)
    # A headline or a standfirst may say "Asif" before the story gives the full name.
    return tuple(
        replace(said, speaker=people.full.get((said.speaker or "").lower(), said.speaker))
        for said in found
    )


def _uses(tokens: Sequence[Token]) -> Iterator[_Use]:
    """Yield every use of a speech verb in a sentence."""
    verbs = speech_verbs()
    for place, token in enumerate(tokens):
        if not token.is_word:
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        pair = f"{token.lower} {following}"
        if pair in {"according to", "as per"}:
            yield _Use(place, place + 2, "according to", "neutral")
        elif token.lower in {"reportedly", "allegedly"}:
            yield _Use(place, place + 1, token.lower, "doubts")
        elif pair in verbs:
            if place == 0 or tokens[place - 1].lower not in DETERMINERS | MODALS:
                yield _Use(place, place + 2, verbs[pair].base, verbs[pair].colour)
        elif token.lower in verbs and _is_verb(tokens, place):
            verb = verbs[token.lower]
            yield _Use(place, place + 1, verb.base, verb.colour)


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a form of a speech verb is one here: "they claim", and not "a claim"."""
    token, verb = tokens[place], speech_verbs()[tokens[place].lower]
    before = tokens[place - 1] if place else Token(".", ".", 0, 0)
    after = [item.lower for item in tokens[place + 1 : place + 4]]
    following = after[0] if after else ""
    if before.lower in DETERMINERS | MODALS | PREPOSITIONS or before.lower.endswith("'s"):
        return False
    if (place and token.is_name) or (token.lower == "saying" and before.lower == "as"):
        return False
    if verb.base == "ask" and (following in {"to", "not", "of"} or before.lower in _CONJUNCTIONS):
        return False  # "asked to stay", "the question asked of the court", "although asked twice"
    if verb.needs_number and (_is_number(before) or not _gives_a_number(tokens, place)):
        return False  # "counted the votes", "four counts"
    passive = any(item.lower in BE for item in tokens[max(0, place - 3) : place])
    if verb.needs_that and not passive:  # "is believed to" speaks without "that"
        beside = tokens[max(0, place - 2) : place + 3]
        if not {"that", ":"} & set(after) and not any(item.quoted for item in beside):
            return False
    if following == "by":  # "figures reported by the bank" attributes nothing without "were"
        return passive
    if token.lower in {verb.base, verb.base + "s", verb.base + "es"}:
        if following in BE | {"of", "from", "against"}:
            return False
        if token.lower == verb.base and not verb.needs_number:  # "put" is its own past
            return _has_plural_subject(tokens, place)
    return True


def _gives_a_number(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a figure follows: "counted 12 cases", "put the dead at 12"."""
    after = tokens[place + 1 : place + 12]
    near = any(_is_number(token) for token in after[:3])
    at = any(token.lower == "at" and _is_number(number) for token, number in pairwise(after))
    return near or at


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in _NUMBERS


def _has_plural_subject(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "claim" can be a verb here: after "officials" it can, after "the new" not."""
    before = tokens[place - 1] if place else Token(".", ".", 0, 0)
    if place > 1 and tokens[place - 2].lower in {"a", "an"}:
        return False
    others = PRONOUNS | {"people", "men", "women", "police", "also", "never"}
    return before.quoted or before.lower.endswith("s") or before.lower in others


def _read(
    text: str,
    sentence: Sentence,
    tokens: Sequence[Token],
    use: _Use,
    people: People,
    here: list[Attribution],
) -> None:
    """Read one speech verb and add what it attributes to ``here``."""
    back = skip_helpers(tokens, use.place)
    lower = tokens[use.place].lower
    helped = any(token.lower in BE for token in tokens[back : use.place])
    if use.base == "according to":
        reading = _according_to(text, tokens, use, here)
    elif use.base in {"reportedly", "allegedly"}:
        reading = None if here else _nobody(use.base)
    elif helped and lower == "quoted":
        reading = _quoted_as_saying(text, tokens, use, back)
    elif helped and not lower.endswith("ing"):
        reading = _passive(text, tokens, use, back)
    else:
        reading = _active(text, tokens, use, back, helped, here)
    if reading is None:
        return
    speaker, role = reading.speaker, ""
    if reading.phrase is not None:
        speaker, role = people.name(text, tokens, reading.phrase)
        if not role and use.base != "according to" and _is_thing(speaker):
            return  # "a renewed call urged", "the operations added": nobody speaks
    for low, high in _sides(tokens, reading):
        start, end = tokens[low].start, tokens[high - 1].end
        quoted = any(token.quoted for token in tokens[low:high])
        outside = sum(token.is_word for token in tokens[low:high])
        here.append(
            Attribution(
                speaker=speaker,
                role=role,
                verb=reading.verb,
                colour=use.colour,
                form="indirect" if not quoted else "mixed" if outside > 1 else "direct",
                words=text[start:end],
                via=reading.via or _interviewer(text, tokens),
                sentence=sentence.number,
                start=start,
                end=end,
                because=reading.because,
            )
        )
        if speaker is not None:
            people.spoke(speaker)


def _according_to(
    text: str, tokens: Sequence[Token], use: _Use, here: list[Attribution]
) -> _Reading | None:
    phrase = phrase_after(tokens, use.after, wide=True)
    if phrase is None:
        return None
    if here and tokens[phrase.first].is_name:
        # "X said ..., according to Y": the words are X's, and Y is how they reached us.
        here[-1] = replace(here[-1], via=here[-1].via or cut(text, tokens, phrase))
        return None
    verb = join(tokens[use.place : use.after]).lower()
    return _Reading(
        verb,
        f"“{verb}” names the source",
        phrase,
        words_from=phrase.last,
        words_until=use.place,
        trails=(use.place > 0 and tokens[use.place - 1].is_word) or use.place > 3,
    )


def _nobody(adverb: str) -> _Reading:
    return _Reading(adverb, f"“{adverb}” says that somebody said it, and names nobody", whole=True)


def _quoted_as_saying(text: str, tokens: Sequence[Token], use: _Use, back: int) -> _Reading | None:
    after = use.after
    if [token.lower for token in tokens[after : after + 2]] == ["as", "saying"]:
        after += 2
    verb = _printed(text, tokens, back, after)
    phrase, via = phrase_before(tokens, back), ""
    if phrase is None:
        return None
    if after < len(tokens) and tokens[after].lower == "by":
        channel = phrase_after(tokens, after + 1)
        if channel is not None:
            via, after = cut(text, tokens, channel), channel.last
    because = f"the subject of “{verb}” is the speaker"
    has_words_before = phrase.first > 0
    return _Reading(
        verb,
        because,
        phrase,
        via=via,
        words_from=after,
        words_until=phrase.first,
        trails=has_words_before,
    )


def _passive(text: str, tokens: Sequence[Token], use: _Use, back: int) -> _Reading | None:
    """Read "was praised by the mayor" and "is believed to": the speaker comes after "by"."""
    lower = tokens[use.place].lower
    if lower in {use.base, use.base + "s"} or use.base == "tell":
        return None  # "there were fears" is no passive, and who "was told" is a listener
    by = next(
        (i for i in range(use.after, min(use.after + 3, len(tokens))) if tokens[i].lower == "by"),
        None,
    )
    phrase = phrase_after(tokens, by + 1) if by is not None else None
    verb = _printed(text, tokens, back, use.after)
    if phrase is None:
        because = f"“{verb}” has no “by”: the text does not name who says it"
    else:
        because = f"“by” after “{verb}” names the speaker"
        phrase = replace(phrase, beside="")
    return _Reading(verb, because, phrase, whole=True)


def _active(
    text: str,
    tokens: Sequence[Token],
    use: _Use,
    back: int,
    helped: bool,
    here: Sequence[Attribution],
) -> _Reading | None:
    verb = text[tokens[use.place].start : tokens[use.after - 1].end]
    if use.base == "quote":
        return _quotes_another(text, tokens, use, back)
    quote_before = use.place > 0 and tokens[use.place - 1].quoted
    if use.place > 1 and tokens[use.place - 1].text == ",":
        quote_before = tokens[use.place - 2].quoted
    if quote_before:
        phrase = phrase_after(tokens, use.after)
        if phrase is not None:  # “...,” said Ana Ruiz
            because = f"the speaker stands after “{verb}”"
            return _Reading(
                verb, because, phrase, words_from=phrase.last, words_until=use.place, trails=True
            )
    before = tokens[use.place - 1].lower if use.place else ""
    if before == "," and not helped and use.base in {"say", "report"}:
        phrase = phrase_after(tokens, use.after)
        if phrase is not None and _is_named_last(tokens, phrase):
            because = f"the speaker stands after “{verb}” and a comma"
            return _Reading(
                verb, because, phrase, words_from=phrase.last, words_until=use.place, trails=True
            )
    goes_on = (
        tokens[use.place].lower.endswith("ing") and not helped and before in {",", "and", "but"}
    )
    phrase = None if goes_on else phrase_before(tokens, back)
    speaker = None
    if phrase is not None:
        because = f"the speaker stands before “{verb}”"
    elif helped:
        return None
    elif here and here[-1].speaker:
        speaker = here[-1].speaker
        because = f"“{verb}” goes on from the speaker before it in the sentence"
    elif goes_on:
        phrase = _subject(tokens, use.place)
        because = f"the subject of the sentence goes on to speak with “{verb}”"
        if phrase is None:
            return None
    else:
        return None
    if phrase is not None and _stands_inside(tokens, phrase.first, use.after):
        because = f"the speaker and “{verb}” stand between commas inside the words"
        return _Reading(verb, because, phrase, whole=True)
    after, via = use.after, ""
    listener = phrase_after(tokens, after) if use.base in _LISTENS else None
    if listener is not None:
        seat = tokens[listener.last : listener.last + 2]  # "the government | in Lisbon | to act"
        if len(seat) == 2 and seat[0].lower in {"in", "of"} and seat[1].is_name:
            listener = replace(listener, last=listener.last + 2)
        if use.base == "tell" or _opens_words(tokens, listener.last):
            via, after = cut(text, tokens, listener), listener.last
    until = 0 if goes_on or phrase is None else phrase.first
    trails = until > 0 and _comes_after_the_words(tokens, after, until)
    return _Reading(verb, because, phrase, speaker, via, after, until, trails)


def _is_named_last(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a speaker, and then at most "who ...", ends a sentence: "..., says a judge"."""
    last = tokens[phrase.last - 1]
    ends = phrase.last >= len(tokens) or not tokens[phrase.last].is_word
    return ends and (last.is_name or last.lower in party_nouns())


def _is_thing(speaker: str) -> bool:
    last = speaker.split()[-1].lower()
    return last in _NO_SPEAKER | _NUMBERS or last.isdigit()


def _opens_words(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the words begin here, after a listener: "asked the mayor | for a comment"."""
    token = tokens[place] if place < len(tokens) else None
    if token is not None and token.text == "," and place + 1 < len(tokens):
        token = tokens[place + 1]
    if token is not None and token.lower == "for":  # "asked a spokesman | for the bank"
        return place + 1 < len(tokens) and tokens[place + 1].lower != "the"
    return token is not None and token.lower in _OPENS_WORDS


def _quotes_another(text: str, tokens: Sequence[Token], use: _Use, back: int) -> _Reading | None:
    """Read "Radio Sud quoted Ruiz as saying": the second name speaks, through the first."""
    channel = phrase_before(tokens, back)
    phrase = phrase_after(tokens, use.after)
    if channel is None or phrase is None:
        return None
    if [token.lower for token in tokens[phrase.last : phrase.last + 2]] != ["as", "saying"]:
        return None
    after = phrase.last + 2
    return _Reading(
        "quoted as saying",
        "who is quoted as saying it is the speaker, and who quotes is the channel",
        phrase,
        via=cut(text, tokens, channel),
        words_from=after,
        words_until=channel.first,
        trails=_comes_after_the_words(tokens, after, channel.first) if channel.first else False,
    )


def _stands_inside(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Say whether a speaker interrupts the words: "The bridge, he said, was safe"."""
    commas = first > 1 and tokens[first - 1].text == "," and after < len(tokens) - 1
    plain = not any(token.quoted for token in tokens)
    short = first <= 8 and tokens[0].lower not in PREPOSITIONS | STOPS | TIME
    return commas and plain and short and tokens[after].text == ","


def _subject(tokens: Sequence[Token], limit: int) -> Phrase | None:
    """Return the first noun phrase of a sentence, past "Before the vote,": its likely subject."""
    place = next((i for i in range(limit) if tokens[i].is_word), limit)
    if place < limit and tokens[place].lower in PREPOSITIONS | STOPS:
        comma = next((i for i in range(place, limit - 1) if tokens[i].text == ","), None)
        place = place if comma is None else comma + 1
    phrase = phrase_after(tokens[:limit], place)
    return replace(phrase, beside="") if phrase else None


def _comes_after_the_words(tokens: Sequence[Token], after: int, until: int) -> bool:
    """Say whether the words stand before the speaker: "“It is safe,” the mayor said on Monday"."""
    rest = tokens[after:]
    opening = next((token for token in rest if token.lower not in {",", ":"}), None)
    announces = any(token.lower in {"that", ":"} for token in rest[:4])
    if opening is None or opening.text == ".":
        return sum(token.is_word or token.quoted for token in tokens[:until]) > 1 or (
            tokens[until - 1].quoted
        )
    if tokens[until - 1].quoted and (rest[0].text == "," or not announces):
        return True
    if announces:
        return False
    long_enough = sum(token.is_word for token in tokens[:until]) > 2
    only_how_and_when = opening.lower in _HOW_AND_WHEN and not any(t.quoted for t in rest)
    return long_enough and (only_how_and_when or rest[0].text == ",")


def _sides(tokens: Sequence[Token], reading: _Reading) -> Iterator[tuple[int, int]]:
    """Yield the tokens of what was said: before the speaker, after the verb, or both."""
    end = len(tokens)
    if reading.whole:
        ranges = [(0, end)]
    elif reading.trails:
        ranges = [(0, reading.words_until)]
        rest = tokens[reading.words_from :]
        if rest and rest[0].text in {",", ".", ":"} and any(token.quoted for token in rest[:3]):
            ranges.append((reading.words_from, end))  # “A,” he said, “B”
    else:
        low = reading.words_from
        ranges = [(_skip_adjunct(tokens, low), _next_speaker(tokens, low))]
    for low, high in ranges:
        while low < high and (tokens[low].text in _MARKS or tokens[low].lower == "that"):
            low += 1
        while high > low and (tokens[high - 1].text in _MARKS):
            high -= 1
        denied = {"claim", "allegation", "charge", "accusation"}
        if reading.trails and high - low > 3 and tokens[high - 3].text == ",":
            # "..., a claim Kabul denies": what is denied stands before the comma
            high -= 3 if tokens[high - 1].lower in denied else 0
        if any(character.isalnum() for token in tokens[low:high] for character in token.text):
            yield low, high


def _next_speaker(tokens: Sequence[Token], first: int) -> int:
    """Return where the next speaker of the sentence begins: "A said this, and B said that"."""
    for use in _uses(tokens[: first + 60]):
        if use.place <= first:
            continue
        back = skip_helpers(tokens, use.place)
        phrase = phrase_before(tokens, back)
        goes_on = tokens[use.place].lower.endswith("ing")
        start = phrase.first if phrase and not goes_on else back
        joint = tokens[start - 1].lower if start else ""
        if start > first + 1 and joint in {",", ";", "and", "but", "while"}:
            return start - 1
    return len(tokens)


def _skip_adjunct(tokens: Sequence[Token], low: int) -> int:
    """Step over "in a statement," and "on Monday that" to where the words begin."""
    opening = tokens[low].lower if low < len(tokens) else ""
    if opening in _HOW_AND_WHEN | {"again", "also"} or opening.endswith("ly"):
        for place in range(low, min(len(tokens), low + 8)):
            if tokens[place].lower == "that" or tokens[place].quoted:
                return place
    return low


def _goes_on(
    text: str, sentence: Sentence, tokens: Sequence[Token], last: Attribution
) -> list[Attribution]:
    """Give a sentence that is one quotation to the speaker of the quotation before it."""
    is_quotation = bool(tokens) and tokens[0].quoted and not any(t.is_word for t in tokens)
    if not is_quotation or last.form == "indirect" or last.sentence != sentence.number - 1:
        return []
    start, end = tokens[0].start, tokens[-1].end
    if "\n" in text[last.end : start] and last.words[-1] in "”\"’'":
        return []  # a closed quotation does not go on in the next paragraph
    because = f"the quotation goes on from sentence {last.sentence}"
    return [
        replace(
            last,
            role="",
            verb="",
            form="direct",
            words=text[start:end],
            sentence=sentence.number,
            start=start,
            end=end,
            because=because,
        )
    ]


def _interviewer(text: str, tokens: Sequence[Token]) -> str:
    """Return with whom an interview was, if the sentence says so."""
    for place, token in enumerate(tokens[:-2]):
        if token.lower in {"interview", "interviewed"} and tokens[place + 1].lower in {
            "with",
            "by",
        }:
            phrase = phrase_after(tokens, place + 2)
            if phrase is not None:
                return cut(text, tokens, phrase)
    return ""


def _printed(text: str, tokens: Sequence[Token], first: int, after: int) -> str:
    """Return a verb with its helpers as printed, from the first form of "be" or "have"."""
    while first < after - 1 and tokens[first].lower not in BE | {"has", "have", "had"}:
        first += 1
    return text[tokens[first].start : tokens[after - 1].end]

"""Lesson 04, first half: who says what, and with which verb.

An attribution ties words to a speaker: "Asif said", "according to the agency", "was quoted as
saying by". The verb matters: *said* passes words on, *claimed* doubts them, *admitted* takes them
for true. The verbs and their colours stand in ``data/lexicons/speech_verbs.csv``.

The rules of ``ways`` say who speaks, those of ``speech`` when a verb says nothing. Each attribution
carries the reason why these words were given to this speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from copydesk.language.phrases import cut, phrase_after
from copydesk.language.sentences import Sentence, split_sentences
from copydesk.language.tokens import Token, fold_quotations, quotations
from copydesk.lexicons import signals
from copydesk.stance.alone import MOST_QUOTED, adds, follows, goes_on, repeated, signed
from copydesk.stance.places import Attribution, Reading, Use
from copydesk.stance.speakers import People
from copydesk.stance.speech import uses
from copydesk.stance.ways import WAYS
from copydesk.stance.words_said import denies_words, several, words_said

MOST_IN_A_SENTENCE = 8
"""Places of a sentence that are read; a longer chain is a list and not a sentence."""


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
    people = People()
    found: list[Attribution] = []
    alone: list[tuple[Sentence, list[Token], str | None]] = []
    for sentence, tokens in _folded(text):
        subject = people.subject
        people.read(tokens)
        here = _in_sentence(text, sentence, tokens, people)
        is_quotation = tokens[0].quoted and not any(token.is_word for token in tokens)
        if is_quotation and not here:
            here = signed(text, sentence, tokens) or goes_on(
                text, sentence, tokens, found[-1:], people.persons
            )
            alone += [] if here else [(sentence, tokens, subject)]
            people.subject = subject  # a second quotation goes on from the first
        found += here
    quoted = [said for said in found if said.form != "indirect" and said.speaker is not None]
    for sentence, tokens, subject in alone:
        found += (
            repeated(sentence, tokens, quoted[:MOST_QUOTED])
            or adds(sentence, tokens, found)
            or follows(sentence, tokens, subject)
        )
    found.sort(key=lambda said: said.sentence)
    # A headline or a standfirst may say "Asif" before the story gives the full name.
    return tuple(
        replace(said, speaker=people.full.get((said.speaker or "").lower(), said.speaker))
        for said in found
    )


def _folded(text: str) -> Iterator[tuple[Sentence, list[Token]]]:
    """Yield each sentence with its tokens; a quotation is one token."""
    spans = iter(quotations(text))
    span = next(spans, None)
    for sentence in split_sentences(text):
        inside: list[tuple[int, int]] = []
        while span is not None and span[0] < sentence.end:
            if span[1] > sentence.start:
                inside.append((max(span[0], sentence.start), min(span[1], sentence.end)))
            if span[1] > sentence.end:
                break  # the quotation runs on into the next sentence
            span = next(spans, None)
        yield sentence, _without_short_names(fold_quotations(text, sentence, inside))


def _without_short_names(tokens: list[Token]) -> list[Token]:
    """Leave out "(UN)" after a name: it would part the name from its verb."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.text == ")" and kept[:-3]:
            opening, short, _ = kept[-3:]
            if opening.text == "(" and short.text.isupper():
                del kept[-3:]
    return kept


def _in_sentence(
    text: str, sentence: Sentence, tokens: Sequence[Token], people: People
) -> list[Attribution]:
    found: list[Attribution] = []
    places = list(islice(uses(text, tokens, people.counters()), MOST_IN_A_SENTENCE))
    for use in places:
        earlier = found[-1].speaker if found else None
        place = replace(use, earlier=earlier)
        read = _read(place)
        if read is None:
            continue
        reading, because = read
        if (
            use.kind == "source"
            and found
            and reading.phrase
            and tokens[reading.phrase.first].is_name
        ):
            # "X said ..., according to Y": the words are X's, and Y is how they reached us.
            via = found[-1].via or cut(text, tokens, reading.phrase)
            found[-1] = replace(found[-1], via=via)
            continue
        said = list(_attributed(sentence, place, reading, because, people, places))
        if found and reading.trails and denies_words(tokens, reading.words_until):
            # "Kabul says ..., a claim the army denies": it denies what Kabul says.
            same = {name: getattr(found[-1], name) for name in ("words", "start", "end", "form")}
            said = [replace(one, **same) for one in said]
        found += said
    return _without_covered(found)


def _without_covered(found: list[Attribution]) -> list[Attribution]:
    """Leave out "reportedly" inside the words of somebody who is named."""
    named = [(one.start, one.end) for one in found if one.speaker is not None]
    adverbs = signals("hidden speaker")
    return [
        one
        for one in found
        if one.verb not in adverbs
        or not any(low < one.end and one.start < high for low, high in named)
    ]


def _read(place: Use) -> tuple[Reading, str] | None:
    """Return what the first way that finds a speaker makes of a place, and the reason."""
    for way in WAYS:
        because = way.reason(place)
        reading = way.read(place) if because is not None else None
        if reading is not None:
            return reading, str(because)
    return None


def _attributed(
    sentence: Sentence,
    use: Use,
    reading: Reading,
    because: str,
    people: People,
    others: Sequence[Use],
) -> Iterator[Attribution]:
    """Yield what one place attributes: each speaker of a list has the words."""
    text, tokens = use.text, use.tokens
    phrases = several(tokens, reading.phrase) if reading.phrase else [None]
    named = [
        (phrase, *one)
        for phrase in phrases
        for one in (people.names(text, tokens, phrase) if phrase else [(reading.speaker, "")])
    ]
    for phrase, speaker, role in named:
        reads = use.verb.base in {"say", "read", "state"}  # "the law says"
        if phrase and not role and use.kind == "verb" and not reads and _is_thing(str(speaker)):
            continue  # "a renewed call urged", "the operations added": nobody speaks
        for low, high in words_said(use, reading, others):
            start, end = tokens[low].start, tokens[high - 1].end
            quoted = any(token.quoted for token in tokens[low:high])
            outside = sum(token.is_word for token in tokens[low:high])
            yield Attribution(
                speaker=speaker,
                role=role,
                verb=reading.verb,
                colour=use.verb.colour,
                form="indirect" if not quoted else "mixed" if outside > 1 else "direct",
                words=text[start:end],
                via=reading.via or _interviewer(text, tokens),
                sentence=sentence.number,
                start=start,
                end=end,
                because=because,
            )
            if speaker is not None:
                people.spoke(speaker, counts=use.kind == "label" or use.verb.frame == "number")


def _is_thing(speaker: str) -> bool:
    last = speaker.split()[-1].lower()
    return last in signals("no speaker") | signals("number") or last.isdigit()


def _interviewer(text: str, tokens: Sequence[Token]) -> str:
    """Return with whom an interview was, if the sentence says so."""
    for place, token in enumerate(tokens[:-2]):
        channel = tokens[place + 1].lower in {"with", "by"}
        if token.lower in {"interview", "interviewed"} and channel:
            phrase = phrase_after(tokens, place + 2)
            if phrase is not None:
                return cut(text, tokens, phrase)
    return ""

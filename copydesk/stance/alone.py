"""A quotation that is a sentence by itself: who speaks is said before it, after it or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.language.sentences import Sentence
from copydesk.language.tokens import Token
from copydesk.lexicons import speech_verbs
from copydesk.stance.places import Attribution

MOST_QUOTED = 100
"""Quotations of a text in which a repeated one is looked for."""

REPEATED = 0.8
"""A quotation is a repetition if this part of its words stands in another one."""


_SIGNATURE = re.compile(
    r"[^”\"\n]*[”\"]\s*[—–-]+\s*(?P<name>[A-Z]\S*(?: [A-Z]\S*){1,3}?)(?=,|\n|$)"
)


def signed(text: str, sentence: Sentence, tokens: Sequence[Token]) -> list[Attribution]:
    """Give a quotation to the name below it: "“It held.” — Ana Ruiz, mayor"."""
    found = _SIGNATURE.match(text, tokens[0].start + 1)
    because = "the name stands after a dash below the quotation"
    return [_said(sentence, tokens, found["name"], because)] if found else []


def goes_on(
    text: str,
    sentence: Sentence,
    tokens: Sequence[Token],
    before: Sequence[Attribution],
    persons: set[str],
) -> list[Attribution]:
    """Give a quotation to the speaker of the sentence before it, or to who was asked."""
    last = before[0] if before else None
    if last is None or last.sentence < sentence.number - 2:
        return []
    start = tokens[0].start
    if last.verb.lower() in {"asked", "ask", "asks"} and last.via:
        because = f"it answers the question in sentence {last.sentence}"
        return [_said(sentence, tokens, last.via, because)]
    if last.sentence < sentence.number - 1:
        return []
    closed = "\n" in text[last.end : start] and last.words[-1] in "”\"’'"
    if last.speaker is None:
        return []
    if (last.form == "indirect" or closed) and last.speaker in persons:
        because = f"who speaks in sentence {last.sentence} is the last one named"
        return [_said(sentence, tokens, last.speaker, because)]
    if last.form == "indirect" or closed:
        return []  # a body does not go on in a quotation of its own
    because = f"the quotation goes on from sentence {last.sentence}"
    return [
        replace(_said(sentence, tokens, last.speaker, because), via=last.via, colour=last.colour)
    ]


def repeated(
    sentence: Sentence, tokens: Sequence[Token], quoted: Sequence[Attribution]
) -> list[Attribution]:
    """Give a quotation that stands alone to who says most of its words elsewhere in the text."""
    words = set(re.findall(r"\w+", tokens[0].text.lower()))
    for said in quoted if len(words) > 2 else []:
        shared = words & set(re.findall(r"\w+", said.words.lower()))
        if len(shared) >= REPEATED * len(words):
            because = f"the same words stand in sentence {said.sentence}"
            return [_said(sentence, tokens, str(said.speaker), because)]
    return []


def adds(
    sentence: Sentence, tokens: Sequence[Token], found: Sequence[Attribution]
) -> list[Attribution]:
    """Give a quotation that stands alone to who goes on in the next sentence: "She added that"."""
    following = (said for said in found if said.sentence == sentence.number + 1)
    said = next(following, None)
    verb = speech_verbs().get(said.verb.split(" ")[-1].lower()) if said else None
    if said is None or said.speaker is None or verb is None or verb.base != "add":
        return []
    because = f"who adds something in sentence {said.sentence} speaks before it"
    return [_said(sentence, tokens, said.speaker, because)]


def follows(sentence: Sentence, tokens: Sequence[Token], subject: str | None) -> list[Attribution]:
    """Give a quotation that stands alone to the person of whom the sentence before it tells."""
    because = "the sentence before the quotation is about this person"
    return [_said(sentence, tokens, subject, because)] if subject else []


def _said(sentence: Sentence, tokens: Sequence[Token], speaker: str, because: str) -> Attribution:
    """Return a sentence that is one quotation, given to a speaker without a verb."""
    start, end = tokens[0].start, tokens[-1].end
    words = sentence.text[start - sentence.start : end - sentence.start]
    return Attribution(
        speaker=speaker,
        role="",
        verb="",
        colour="neutral",
        form="direct",
        words=words,
        via="",
        sentence=sentence.number,
        start=start,
        end=end,
        because=because,
    )

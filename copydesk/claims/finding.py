"""Lesson 05: which sentences can be checked, and what each check would need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from copydesk.claims.beside import (
    compared_beside,
    in_all,
    in_pairs,
    ranked_after,
    said_after,
    said_before,
    totals_of,
)
from copydesk.claims.circumstances import (
    Circumstances,
    comparison_of,
    covers,
    period_of,
    place_of,
    read_circumstances,
    source_of,
)
from copydesk.claims.claim import Carried, Claim
from copydesk.claims.context import scope_of
from copydesk.claims.counted import (
    CountWords,
    find_count_words,
    is_difference,
    kind_of_share,
    measure_of,
)
from copydesk.claims.dating import with_years
from copydesk.claims.filling import RECENT, as_before, in_context, moves_on
from copydesk.claims.memory import YEAR_BEFORE, begin, enter, remember
from copydesk.claims.mentions import countries, is_counter, source_key, tracker_keys
from copydesk.claims.nouns import EVENTS, FATES, counted_words
from copydesk.claims.scene import Memory
from copydesk.claims.spans import UNREAD, read_spans
from copydesk.language.hedges import find_hedge
from copydesk.language.numbers import Number, find_numbers
from copydesk.language.sentences import Sentence, split_sentences

_BASE_BEFORE = re.compile(r"\b(?:from|against|than)[ ]$", re.IGNORECASE)
_OTHER_PLACE = re.compile(r"[^\d;]{0,40}\b(?:elsewhere|(?:at|in) (?:other|another))\b")
_BASE_OF_CHANGE = re.compile(
    r"\b(?:from|over|than|against|compared (?:with|to))[ ](?:[\d,]+[ ])?"
    r"(?:(?!violence|conflict|terrorism)[a-z]+[ ]){0,3}$"  # "deaths from violence in 2024"
)
_DENOMINATOR = re.compile(r"\b(?:per|every)[ ]$", re.IGNORECASE)
# "the most since 2015, when there were 625"
_WHEN = re.compile(r"\b((?:19|20)\d\d),?[ ]when[ ](?:[a-z]+[ ]){0,4}$")
_RATE_AFTER = re.compile(r"[ ](?:per|(?:for|in)[ ]every)[ ]\d")
_PRINTED_AS_A_QUANTITY = re.compile(r"\d[.,]\d|\d ?[a-z]", re.IGNORECASE)
"""A mark inside a numeral, or a scale word: it counts, also where nothing says what."""


def find_claims(text: str, published: date | None = None) -> list[Claim]:
    """Find every figure of a text that states something about the world.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line; spans are offsets into it.
    published : date, optional
        The day of the article. With it "last year" is dated, in ``Claim.context``; ``period``
        stays as printed. Left out, such words stay undated.

    Returns
    -------
    list of Claim
        In the order of the text. Years, dates, ages, clock times, section numbers and words such
        as "one of" state no quantity and are left out.

    Examples
    --------
    >>> claim = find_claims("At least 26 people were killed in Pakistan in 2023, police said.")[0]
    >>> claim.text, claim.measure, claim.place, claim.period, claim.source, claim.modifier
    ('26 people', 'fatalities', 'Pakistan', '2023', 'police', 'at least')
    """
    claims: list[Claim] = []
    sentences = list(_sentences(text))
    figures = [find_numbers(sentence.text) for sentence in sentences]
    while figures and not figures[-1]:
        figures.pop()  # what comes after the last figure lends nothing to any
    memory = begin(text) if figures else Memory()
    for place, numbers in enumerate(figures):
        sentence = sentences[place]
        memory = enter(memory, sentence, text)
        around = read_circumstances(sentence.text)
        found: list[Claim] = []
        if numbers:
            near = find_count_words(sentence.text)  # read once for all the figures
            alone = (_claim(one, sentence, around, near, claims, memory) for one in numbers)
            found = compared_beside([claim for claim in alone if claim], around)
            found, around = with_years(in_all(in_pairs(found)), around, sentence.text, published)
            before, after = _neighbours(sentences, place, text)
            found = ranked_after(found, after)
            scope = _scope(sentence, before, after)
            found = in_context(found, sentence, around, memory, scope, claims)
            beside = said_after(after, scope, {claim.measure for claim in found})
            beside += said_before(before)
            if beside:
                found = [replace(claim, context=claim.context + beside) for claim in found]
            claims.extend(found)
        if place + 1 < len(figures):
            memory = remember(memory, sentence, around, found)
    return claims


def _neighbours(sentences: list[Sentence], place: int, text: str) -> tuple[Sentence, Sentence]:
    """Return the sentences before and after on the same line, empty ones where there are none."""
    sentence, nothing = sentences[place], Sentence(0, "", 0, 0)
    before = sentences[place - 1] if place else nothing
    after = sentences[place + 1] if place + 1 < len(sentences) else nothing
    return (
        nothing if "\n" in text[before.end : sentence.start] else before,
        nothing if "\n" in text[sentence.end : after.start] else after,
    )


def _scope(sentence: Sentence, before: Sentence, after: Sentence) -> Carried | None:
    """Return what a sentence beside this one says that its count covers."""
    beside, why = scope_of(before.text, sentence.text, after.text)
    number = after.number if beside > 0 else before.number
    return Carried("scope", "attacks and operations", number, why) if beside else None


def _sentences(text: str) -> Iterator[Sentence]:
    """Split a text; an item that begins with a bullet is cut into its sentences too."""
    for sentence in split_sentences(text):
        if sentence.text[0] not in "•·‣▪":
            yield sentence
            continue
        parts = split_sentences(sentence.text[1:]) or [Sentence(1, "", 0, 0)]
        first = parts[0]
        for part in parts:
            start = sentence.start + (0 if part is first else 1 + part.start)
            end = sentence.start + 1 + part.end
            yield Sentence(sentence.number, text[start:end], start, end)


def _named_before(number: Number, claims: list[Claim], memory: Memory) -> Claim | None:
    """Return the claim whose count a bare number shares: "They make 783.

    It is a figure printed before, or the total of two; or the next one of the count before.
    """
    recent = (claim for claim in claims[: -RECENT - 1 : -1] if claim.value >= 100)
    same = (claim for claim in (*recent, *totals_of(claims)) if claim.value == number.value)
    last, counted = claims[-1:], memory.here.measures
    of = last[0].of or last[0].measure if last else ""
    goes_on = (
        number.value >= 100 and number.text[0].isdigit() and [m.value for m in counted] == [of]
    )
    return next(same, last[0] if last and goes_on else None)


def _claim(
    number: Number,
    sentence: Sentence,
    around: Circumstances,
    near: CountWords,
    claims: list[Claim],
    memory: Memory,
) -> Claim | None:
    """Read one claim from its sentence alone; ``None`` if nothing is counted."""
    text, start = sentence.text, number.start
    words, end = counted_words(text, number)
    measure, unit, why = measure_of(number, words, end, near)
    bare = not measure and not unit and not words
    again = _named_before(number, claims, memory) if bare else None
    if again:
        measure, unit, why = _measured_as(again)
    if _states_nothing(number, text, measure or unit, around):
        return None
    of = ""
    if unit.startswith("percent"):
        of, measure = measure, kind_of_share(number, text)
    elif measure in (*FATES, *EVENTS, "money") and is_difference(number, text):
        of, measure = measure, "change"
    hedge = find_hedge(text, start, number.end)
    return Claim(
        text=text[start:end],
        sentence=text,
        sentence_number=sentence.number,
        span=(sentence.start + start, sentence.start + end),
        value=number.value,
        value_high=number.high,
        step=number.step,
        unit=unit,
        measure=measure,
        place=_place(text, around, start, end),
        period=_period(text, around, number, end, measure == "change"),
        source=source_of(around, start, end) or _only_counter(text, around),
        modifier=hedge.word if hedge else None,
        comparison=_comparison(text, around, start, unit),
        because=why,
        of=of,
        offset=start,
        context=as_before(again, measure, number.value) if again else (),
    )


def _measured_as(again: Claim) -> tuple[str, str, str]:
    """Return measure, unit and cue of a bare number, from the claim whose count it shares."""
    ratio = again.measure in {"change", "share"} and again.of
    measure = again.of if ratio else again.measure
    unit = "incidents" if measure in EVENTS else "people" if measure in FATES else again.unit
    return measure, unit, f'no noun is near; as "{again.text}" in sentence {again.sentence_number}'


def _states_nothing(number: Number, text: str, counted: str, around: Circumstances) -> bool:
    """Say whether a number is no claim: "list 1 of 4", the nine of "the highest in nine years"."""
    quantity = _PRINTED_AS_A_QUANTITY.search(number.text) or _RATE_AFTER.match(text, number.end)
    if not counted and not quantity:
        return True  # a numeral with no noun, no unit and no topic near it
    ranked = counted in {"duration", "times"} and covers(around.comparisons, number.start)
    # "4 deaths per 100,000 people" has one figure
    return ranked or bool(_DENOMINATOR.search(text, max(0, number.start - 20), number.start))


def _comparison(text: str, around: Circumstances, start: int, unit: str) -> str | None:
    """Return what a figure is compared with, if it is not itself what another is compared with."""
    inside = covers(around.comparisons, start) and not unit.startswith("percent")
    base = inside or _BASE_BEFORE.search(text, max(0, start - 30), start)
    return None if base else comparison_of(around, start)


def _only_counter(text: str, around: Circumstances) -> str | None:
    """Return the one body that counts, beside those who only pass its count on."""
    if not around.sources:
        # "PICSS’s 905 attacks": with nothing unread, the one body of a sentence owns its figures.
        spans = read_spans(text)
        sources = {span.value for span in spans if span.role == "source"} & tracker_keys()
        known = not any(span.role in {UNREAD, "quotation"} for span in spans)
        return next(iter(sources)) if known and len(sources) == 1 else None
    bodies = {source_key(cue.value): cue.value for cue in around.sources if is_counter(cue.value)}
    return next(iter(bodies.values())) if len(bodies) == 1 and around.sources[1:] else None


def _place(text: str, around: Circumstances, start: int, end: int) -> str | None:
    """Choose the place; a region does not reach over a semicolon, as a country may."""
    if _OTHER_PLACE.match(text, end):
        return None
    place = place_of(around, start, end)
    low, high = text.rfind(";", 0, start) + 1, text.find(";", end)
    high = len(text) if high < 0 else high
    here = any(cue.value == place and low <= cue.start < high for cue in around.places)
    return place if here or place in countries().values() else None


def _period(text: str, around: Circumstances, number: Number, end: int, change: bool) -> str | None:
    """Choose the period; the base of a change ("from 262 in 2022") is never its own."""
    if moves_on(text, number.start, end, around):
        return None
    when = _WHEN.search(text, 0, number.start)
    if when:
        return when[1]
    period = period_of(around, number.start, end, change)
    if not change or period is None:
        return period
    if YEAR_BEFORE.fullmatch(period):
        return None
    based = any(
        cue.value == period and _BASE_OF_CHANGE.search(text, number.end, cue.start)
        for cue in around.own_periods
        if cue.start >= number.end
    )
    if not based:
        return period
    own = {cue.value for cue in around.own_periods if cue.start < number.start}
    return own.pop() if len(own) == 1 else None

"""Lesson 05: which sentences can be checked, and what each check would need.

``find_claims`` reads a clean text and returns every figure that states something about the world,
with what is needed to check it: what is counted, where, when, who is named for it, how it is hedged
and what it is compared with. Each part carries its cue, so that a reader can ask why. What the
sentence does not say stays ``None``: an empty field is a question for the reporter.

What is counted is read in ``copydesk.counted``; where, when, who and compared with what in
``copydesk.circumstances``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.circumstances import (
    Circumstances,
    comparison_of,
    covers,
    period_of,
    place_of,
    read_circumstances,
    source_of,
)
from copydesk.counted import (
    EVENTS,
    FATES,
    PEOPLE,
    CountWords,
    counted_words,
    find_count_words,
    measure_of,
)
from copydesk.quantities import Number, find_numbers
from copydesk.sentences import Sentence, split_sentences

__all__ = ["EVENTS", "FATES", "PEOPLE", "Claim", "find_claims"]

_MODIFIER = re.compile(
    r"\b(at least|at most|up to|as many as|more than|well over|over|above|upwards of|fewer than"
    r"|no fewer than|less than|under|below|nearly|almost|close to|about|around|roughly|some"
    r"|approximately|an estimated|estimated|only|exactly|not)[ ](?:the[ ]|an?[ ])?$",
    re.IGNORECASE,
)
_MODIFIER_AFTER = re.compile(r"\+|[ ]or (?:more|fewer|less|so)\b|[ ]at least\b", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A figure that states something about the world, with what a check would need.

    Attributes
    ----------
    text : str
        The figure as printed, with the words it counts: ``"1,524 violent deaths"``.
    sentence : str
        The sentence it stands in.
    sentence_number : int
        The number of that sentence in the text, from 1.
    span : tuple of int
        Character offsets in the text: ``text[start:end]`` is ``Claim.text``.
    value : float
        The figure; the lower end of a range; a share in percent.
    value_high : float or None
        The upper end of a range.
    step : float
        The size of its last printed digit, for rounding: 100,000 for "1.5 million".
    unit : str
        ``"people"``, ``"incidents"``, ``"percent"``, a currency, or the counted noun.
    measure : str
        A word of ``FATES`` or ``EVENTS`` (``"fatalities"``, ``"attacks"``), ``"population"``,
        ``"money"``, or the counted noun as printed; for a share, the noun before it when none
        follows ("civilians, 31pc"). Empty when the sentence does not say what a share is of.
    place, period, source, modifier, comparison : str or None
        As printed in the sentence; ``None`` when the sentence does not say, or says two things
        and does not make clear which one is meant.
    because : str
        The cue that gave each part, in plain words.
    """

    text: str
    sentence: str
    sentence_number: int
    span: tuple[int, int]
    value: float
    value_high: float | None
    step: float
    unit: str
    measure: str
    place: str | None
    period: str | None
    source: str | None
    modifier: str | None
    comparison: str | None
    because: str


def find_claims(text: str) -> list[Claim]:
    """Find every figure of a text that states something about the world.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line; spans are offsets into it.

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
    for sentence in split_sentences(text):
        numbers = find_numbers(sentence.text)
        if numbers:
            # Read once for all the figures of the sentence.
            around = read_circumstances(sentence.text)
            count_words = find_count_words(sentence.text)
            found = (_claim(number, sentence, around, count_words) for number in numbers)
            claims.extend(claim for claim in found if claim is not None)
    return claims


def _claim(
    number: Number, sentence: Sentence, around: Circumstances, count_words: CountWords
) -> Claim | None:
    """Put together one claim and say which cue gave each part; ``None`` if nothing is counted."""
    text = sentence.text
    words, end = counted_words(text, number)
    measure, unit, why = measure_of(number, words, end, count_words)
    if not measure and not unit:
        return None  # "list 1 of 4": a numeral with no noun, no unit and no topic near it
    if measure == "duration" and covers(around.comparisons, number.start):
        return None  # "the highest in nine years" measures nothing by itself
    before = text[max(0, number.start - 30) : number.start]
    hedge = _MODIFIER.search(before) or _MODIFIER_AFTER.match(text, number.end)
    modifier = (hedge[1] if hedge.re is _MODIFIER else hedge[0].strip()).lower() if hedge else None
    place = place_of(around, number.start, end)
    period = period_of(around, number.start, end)
    source = source_of(around, number.start, end)
    compared = covers(around.comparisons, number.start) and not unit.startswith("percent")
    comparison = None if compared else comparison_of(around, number.start)
    reasons = [why]
    for name, found in (
        ("place", place),
        ("period", period),
        ("source", source),
        ("comparison", comparison),
    ):
        reasons.append(f'{name}: "{found}"' if found else f"{name}: not clear from this sentence")
    if modifier:
        reasons.append(f'hedged by "{modifier}"')
    return Claim(
        text=text[number.start : end],
        sentence=text,
        sentence_number=sentence.number,
        span=(sentence.start + number.start, sentence.start + end),
        value=number.value,
        value_high=number.high,
        step=number.step,
        unit=unit,
        measure=measure,
        place=place,
        period=period,
        source=source,
        modifier=modifier,
        comparison=comparison,
        because="; ".join(reasons) + ".",
    )

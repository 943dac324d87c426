"""Lesson 05: which sentences can be checked, and what each check would need.

``find_claims`` reads a clean text and returns every figure that states something about the world,
with what is needed to check it: what is counted, where, when, who is named for it, how it is hedged
and what it is compared with. Each part carries its cue, so that a reader can ask why. What the
sentence does not say is taken from the sentences before it, where they leave one answer. Else it
stays ``None``: an empty field is a question for the reporter.

What is counted is read in ``copydesk.counted``; where, when, who and compared with what in
``copydesk.circumstances``; what is carried over in ``copydesk.context``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from copydesk.circumstances import (
    Circumstances,
    comparison_of,
    covers,
    period_of,
    place_of,
    read_circumstances,
    source_of,
)
from copydesk.context import (
    Carried,
    Memory,
    Named,
    begin,
    carry_place,
    carry_source,
    carry_two_years,
    carry_year,
    enter,
    is_year_before,
    remember,
    scope_after,
)
from copydesk.counted import (
    EVENTS,
    FATES,
    PEOPLE,
    CountWords,
    counted_words,
    find_count_words,
    is_difference,
    kind_of_share,
    measure_of,
)
from copydesk.quantities import Number, find_numbers
from copydesk.sentences import Sentence, split_sentences

__all__ = ["EVENTS", "FATES", "PEOPLE", "Carried", "Claim", "find_claims"]

_MODIFIER = re.compile(
    r"\b(at least|at most|up to|as many as|more than|well over|over|above|upwards of|fewer than"
    r"|no fewer than|less than|under|below|nearly|almost|close to|about|around|roughly|some"
    r"|approximately|an estimated|estimated|only|exactly|not)[ ](?:the[ ]|an?[ ])?$",
    re.IGNORECASE,
)
_BASE_BEFORE = re.compile(r"\b(?:from|against|than)[ ]$", re.IGNORECASE)
_OTHER_PLACE = re.compile(r"[^\d;]{0,40}\b(?:elsewhere|(?:at|in) (?:other|another))\b")
_RECORD = re.compile(r"since|record|\byears?\b|decade")
_BASE_OF_CHANGE = re.compile(
    r"\b(?:from|over|than|against|compared (?:with|to))[ ](?:[\d,]+[ ])?(?:[a-z]+[ ]){0,3}$"
)
_IN_ALL = re.compile(r"[ ](?:in all|in total|altogether|all told)\b")
_TOTALS = {
    frozenset({"attacks", "operations"}): ("incidents", "incidents"),
    frozenset({"fatalities", "injuries"}): ("casualties", "people"),
}
_DENOMINATOR = re.compile(r"\b(?:per|(?:for[ ])?every|in[ ]every)[ ]$", re.IGNORECASE)
_MODIFIER_AFTER = re.compile(r"\+|[ ]or (?:more|fewer|less|so)\b|[ ]at least\b", re.IGNORECASE)


_RATIOS = frozenset({"share", "change", ""})
_RECENT = 60
"""Figures that are looked back on, which keeps long texts fast."""


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
        ``"money"``, or the counted noun as printed. A percentage is a ``"share"`` or a
        ``"change"``, and ``of`` says of what.
    place, period, source, modifier, comparison : str or None
        As printed in the sentence. Where it does not say, what the sentences before it say, if
        they leave one answer; ``context`` then names the sentence. ``None`` when nothing says it,
        or when two things are said and it is not clear which one is meant.
    because : str
        The cue that gave each part, in plain words.
    of : str
        What a share or a change is of, as a measure: ``"fatalities"``; else empty.
    context : tuple of Carried
        The parts that the sentence does not give by itself, each with the sentence that gave it.
    offset : int
        Where the figure begins in its sentence.
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
    of: str = ""
    context: tuple[Carried, ...] = ()
    offset: int = 0


@dataclass(frozen=True)
class Known:
    """What a bare figure can stand for: by its value, or as the next one of a count."""

    values: dict[float, Claim]
    last: Claim | None

    def of(self, number: Number) -> Claim | None:
        """Return the claim whose count a bare number shares: "They make 783."""
        same = self.values.get(number.value)
        return same or (self.last if number.value >= 100 and number.text[0].isdigit() else None)


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
    memory = begin(text)
    sentences = list(_sentences(text))
    for sentence, after in zip_longest(sentences, sentences[1:]):
        memory = enter(memory, sentence, text)
        around = read_circumstances(sentence.text)
        numbers = find_numbers(sentence.text)
        found: list[Claim] = []
        if numbers:
            # Read once for all the figures of the sentence.
            count_words = find_count_words(sentence.text)
            known = _known_figures(claims, memory)
            alone = [_claim(number, sentence, around, count_words, known) for number in numbers]
            scope = scope_after(after.text) if after and _one_line(sentence, after, text) else ""
            read = _compared([claim for claim in alone if claim is not None], around)
            read = _in_all(_in_pairs(read))
            found = list(_in_context(read, sentence, around, memory, scope))
            claims.extend(found)
        memory = remember(
            memory,
            sentence,
            around,
            tuple(m for claim in found if (m := claim.of or claim.measure) not in _RATIOS),
            # The year before is the year of that figure alone, and not of the paragraph.
            tuple(
                part
                for claim in found
                for part in claim.context
                if part.part in {"source", "period"} and not is_year_before(claim.period or "")
            ),
        )
    return claims


def _compared(claims: list[Claim], around: Circumstances) -> list[Claim]:
    """Leave a change ("a fall of 11 per cent") with the last figure before it, the one that fell.

    A record ("a six-year record") stays with every figure of its sentence.
    """
    offsets = [claim.offset for claim in claims if not claim.unit.startswith("percent")]
    owners: dict[str, int] = {}
    for cue in around.comparisons:
        if not re.search(r"\d", cue.value) or _RECORD.search(cue.value):
            continue
        before = bisect_left(offsets, cue.start)
        after = offsets[bisect_left(offsets, cue.end) :][:1]
        # "rose from 973 in 2022 to 1,524": the figure after it is the one that rose.
        own = (
            after if " from " in cue.value and not before else offsets[max(0, before - 1) : before]
        )
        owners[cue.value] = (own or after or [-1])[0]
    return [
        replace(claim, comparison=None)
        if not claim.unit.startswith("percent")
        and owners.get(claim.comparison or "", claim.offset) != claim.offset
        else claim
        for claim in claims
    ]


def _in_pairs(claims: list[Claim]) -> list[Claim]:
    """Give "where it had first said 1,524 and 789" the nouns of the two figures before, in turn."""
    bare = [claim for claim in claims if claim.text.replace(",", "").isdigit()]
    nouns = [claim for claim in claims if claim not in bare]
    if len(bare) != 2 or len(nouns) != 2 or claims != nouns + bare:
        return claims
    first, second = bare
    if claims[0].sentence[first.offset + len(first.text) : second.offset] != " and ":
        return claims
    why = "the nouns of the two figures before it, in turn"
    return nouns + [
        replace(claim, measure=noun.measure, unit=noun.unit, because=why)
        for claim, noun in zip(bare, nouns, strict=True)
    ]


def _in_all(claims: list[Claim]) -> list[Claim]:
    """Read "586 attacks and 197 operations, 783 in all": the total counts both kinds."""
    kept: list[Claim] = []
    measures: set[str] = set()
    for claim in claims:
        total = _TOTALS.get(frozenset(measures))
        bare = claim.text.replace(",", "").isdigit()
        if bare and total and _IN_ALL.match(claim.sentence, claim.offset + len(claim.text)):
            why = "the total of the figures before it"
            claim = replace(claim, measure=total[0], unit=total[1], because=why)
        measures.add(claim.measure)
        kept.append(claim)
    return kept


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


def _one_line(sentence: Sentence, after: Sentence, text: str) -> bool:
    return "\n" not in text[sentence.end : after.start]


def _known_figures(claims: list[Claim], memory: Memory) -> Known:
    """Return what a bare figure can stand for: a figure printed before, or the count before."""
    last = claims[-1] if claims and len(memory.here.measures) == 1 else None
    if last and (last.of or last.measure) != memory.here.measures[0].value:
        last = None
    return Known({claim.value: claim for claim in claims[-_RECENT:] if claim.value >= 100}, last)


def _claim(
    number: Number,
    sentence: Sentence,
    around: Circumstances,
    count_words: CountWords,
    known: Known,
) -> Claim | None:
    """Read one claim from its sentence alone; ``None`` if nothing is counted."""
    text = sentence.text
    words, end = counted_words(text, number)
    measure, unit, why = measure_of(number, words, end, count_words)
    taken = None
    if not measure and not unit and not words:
        taken = known.of(number)
        if taken:
            measure = (
                (taken.of or taken.measure)
                if taken.measure in {"change", "share"}
                else taken.measure
            )
            unit = (
                "incidents" if measure in EVENTS else "people" if measure in FATES else taken.unit
            )
            why = f'no noun is near; as "{taken.text}" in sentence {taken.sentence_number}'
    if not measure and not unit:
        return None  # "list 1 of 4": a numeral with no noun, no unit and no topic near it
    if measure == "duration" and covers(around.comparisons, number.start):
        return None  # "the highest in nine years" measures nothing by itself
    of = ""
    if unit.startswith("percent"):
        of, measure = measure, kind_of_share(number, text)
    elif measure in FATES | EVENTS and is_difference(number, text):
        of, measure = measure, "change"
    if _DENOMINATOR.search(text, max(0, number.start - 20), number.start):
        return None  # "4 deaths per 100,000 people" has one figure
    before = text[max(0, number.start - 30) : number.start]
    hedge = _MODIFIER.search(before) or _MODIFIER_AFTER.match(text, number.end)
    modifier = (hedge[1] if hedge.re is _MODIFIER else hedge[0].strip()).lower() if hedge else None
    compared = covers(around.comparisons, number.start) and not unit.startswith("percent")
    compared = compared or bool(_BASE_BEFORE.search(before))
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
        place=None if _OTHER_PLACE.match(text, end) else place_of(around, number.start, end),
        period=_period(text, around, number, end, measure == "change"),
        source=source_of(around, number.start, end),
        modifier=modifier,
        comparison=None if compared else comparison_of(around, number.start),
        because=why,
        of=of,
        offset=number.start,
        context=() if taken is None else (_taken(taken, measure),),
    )


def _taken(claim: Claim, measure: str) -> Carried:
    return Carried("measure", measure, claim.sentence_number, f'as for "{claim.text}"')


def _period(text: str, around: Circumstances, number: Number, end: int, change: bool) -> str | None:
    """Choose the period; the base of a change ("from 262 in 2022") is never its own."""
    period = period_of(around, number.start, end, change)
    if not change or period is None:
        return period
    if is_year_before(period):
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


def _in_context(
    claims: list[Claim],
    sentence: Sentence,
    around: Circumstances,
    memory: Memory,
    scope: str,
) -> Iterator[Claim]:
    """Fill in what the sentences around give, and write down the cue for every part."""
    # The same for every figure of a sentence with the same source and period, so asked once.
    source_for = cache(lambda own: carry_source(memory, sentence.text, own))
    place_for = cache(lambda source, period: carry_place(memory, sentence, source, period))
    years_for = cache(lambda source: _two_sides(claims, sentence, carry_two_years(memory, source)))
    for claim in claims:
        carried = [source_for(claim.source), *claim.context]
        source = carried[0].value if carried[0] else claim.source
        if claim.place is None:
            carried.append(place_for(source, claim.period))
        at = claim.offset
        carried.append(
            years_for(source).get(at)
            or carry_year(memory, sentence, around, claim.period, source, at)
        )
        if claim.measure == "change" and claim.period is None and carried[-1] is None:
            years = carry_two_years(memory, source)
            for part, year in zip(("base period", "period"), years or (), strict=False):
                why = "the two years set side by side before"
                carried.append(Carried(part, year.value, year.sentence, why))
        if claim.unit.startswith("percent") and not claim.of and len(memory.here.measures) == 1:
            measure = memory.here.measures[0]
            carried.append(Carried("of", measure.value, measure.sentence, "what it counts"))
        if claim.measure == "share" and claim.of not in FATES and memory.here.dead_or_hurt:
            whole = memory.here.dead_or_hurt[0]
            carried.append(Carried("whole", whole.value, whole.sentence, "what is divided"))
        if scope and (claim.of or claim.measure) in FATES:
            number = claim.sentence_number + 1
            carried.append(Carried("scope", scope, number, "what the total covers"))
        yield _explained(claim, tuple(part for part in carried if part))


def _two_sides(
    claims: list[Claim], sentence: Sentence, years: tuple[Named, Named] | None
) -> dict[int, Carried]:
    """Give "from 305 to 266" the two years that the sentence before it sets side by side."""
    counts = [claim for claim in claims if not claim.unit.startswith("percent")]
    if years is None or len(counts) != 2 or any(claim.period for claim in claims):
        return {}
    first, last = (claim.offset for claim in counts)
    end = counts[0].span[1] - sentence.start
    if not (sentence.text[:first].endswith("from ") and sentence.text[end:last] == " to "):
        return {}
    why = "the two years of the sentence before it, in their order"
    early, late = (Carried("period", year.value, year.sentence, why) for year in years)
    return {claim.offset: late for claim in claims} | {first: early}


def _explained(claim: Claim, carried: tuple[Carried, ...]) -> Claim:
    """Put the carried parts into a claim, and say which cue gave each part."""
    values = {part.part: part for part in carried}
    reasons = [claim.because]
    parts: dict[str, str | None] = {}
    for name in ("place", "period", "source", "comparison"):
        printed, part = getattr(claim, name), values.get(name)
        # "the year before" stays as printed; what it stands for is in the context.
        relative = name == "period" and printed is not None and is_year_before(printed)
        parts[name] = printed if part is None or relative else part.value
        if part is None:
            reasons.append(f'{name}: "{printed}"' if printed else f"{name}: not clear")
        else:
            where = f"from sentence {part.sentence}" if part.sentence else "from the article"
            shown = f'"{printed}", {part.value}' if relative else f'"{part.value}"'
            reasons.append(f"{name}: {shown}, {where}: {part.because}")
    for name in ("of", "scope"):
        if name in values:
            part = values[name]
            reasons.append(f'{name}: "{part.value}", from sentence {part.sentence}: {part.because}')
    if claim.modifier:
        reasons.append(f'hedged by "{claim.modifier}"')
    of = values["of"].value if "of" in values else claim.of
    return replace(
        claim,
        place=parts["place"],
        period=parts["period"],
        source=parts["source"],
        of=of,
        context=carried,
        because="; ".join(reasons) + ".",
    )

"""Lesson 05: which sentences can be checked, and what each check would need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from copydesk.claims.beside import compared_beside, in_all, in_pairs, said_of_parts, totals_of
from copydesk.claims.circumstances import (
    Circumstances,
    comparison_of,
    covers,
    period_of,
    place_of,
    read_circumstances,
    source_of,
)
from copydesk.claims.claim import Claim
from copydesk.claims.context import (
    RETRACTED,
    carry_place,
    carry_source,
    carry_two_years,
    carry_year,
    is_year_before,
    scope_after,
    scope_before,
)
from copydesk.claims.counted import (
    EVENTS,
    FATES,
    CountWords,
    counted_words,
    find_count_words,
    is_difference,
    kind_of_share,
    measure_of,
)
from copydesk.claims.dating import counts_from_today, dated, with_years
from copydesk.claims.memory import Carried, Memory, Named, begin, enter, remember
from copydesk.claims.mentions import bodies_named, countries, is_counter, source_key, tracker_keys
from copydesk.claims.records import RECORD_BESIDE
from copydesk.claims.spans import UNREAD, read_spans
from copydesk.language.dates import month_names
from copydesk.language.hedges import find_hedge
from copydesk.language.numbers import Number, find_numbers
from copydesk.language.sentences import Sentence, split_sentences

_Answer = TypeVar("_Answer")
_BASE_BEFORE = re.compile(r"\b(?:from|against|than)[ ]$", re.IGNORECASE)
_OTHER_PLACE = re.compile(r"[^\d;]{0,40}\b(?:elsewhere|(?:at|in) (?:other|another))\b")
_BASE_OF_CHANGE = re.compile(
    r"\b(?:from|over|than|against|compared (?:with|to))[ ](?:[\d,]+[ ])?(?:[a-z]+[ ]){0,3}$"
)
_TO_A_FIGURE = re.compile(r"(?:[ ][a-z-]+){0,3}[ ]to[ ](?:[a-z]+[ ])?\d")
_DENOMINATOR = re.compile(r"\b(?:per|(?:for[ ])?every|in[ ]every)[ ]$", re.IGNORECASE)
_RATIOS = frozenset({"share", "change", ""})
# "the most since 2015, when there were 625"
_WHEN = re.compile(r"\b((?:19|20)\d\d),?[ ]when[ ](?:[a-z]+[ ]){0,4}$")
_SPAN_OF_YEARS = re.compile(r"(?:between|from) ((?:19|20)\d\d) (?:and|to) ((?:19|20)\d\d)")
_COUNTED = frozenset({"people", "incidents"})
_PRINTED_AS_A_QUANTITY = re.compile(r"\d[.,]\d|\d ?[a-z]", re.IGNORECASE)
"""A mark inside a numeral, or a scale word: it counts, also where nothing says what."""
_RECENT = 60
"""Figures that are looked back on, which keeps long texts fast."""


@dataclass(frozen=True)
class Known:
    """What a bare figure can stand for: by its value, or as the next one of a count."""

    values: dict[float, Claim]
    last: Claim | None

    def of(self, number: Number) -> Claim | None:
        """Return the claim whose count a bare number shares: "They make 783."""
        same = self.values.get(number.value)
        return same or (self.last if number.value >= 100 and number.text[0].isdigit() else None)


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
    before: Sentence | None = None
    for place, numbers in enumerate(figures, 1):
        sentence, after = sentences[place - 1], next(iter(sentences[place:]), None)
        memory = enter(memory, sentence, text)
        around = read_circumstances(sentence.text)
        found: list[Claim] = []
        if numbers:
            # Read once for all the figures of the sentence.
            count_words = find_count_words(sentence.text)
            known = _known_figures(claims, memory)
            alone = [_claim(number, sentence, around, count_words, known) for number in numbers]
            scope = scope_after(after.text) if after and _one_line(sentence, after, text) else ""
            said = None if scope else _scope_said(before, sentence, text)
            read = compared_beside([claim for claim in alone if claim is not None], around)
            read = in_all(in_pairs(read))
            years = dated(around, sentence.text, published)
            read = [_dated(claim, years, published) for claim in read] if years else read
            around = with_years(around, years) if years else around
            found = list(_in_context(read, sentence, around, memory, scope, said, claims))
            back = _taken_back(sentence, after, text) if found else None
            found = [replace(c, context=(*c.context, back)) for c in found] if back else found
            claims.extend(found)
        if place == len(figures):
            break
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
                if part.part in {"source", "period", "base period", "place"}
                and not (part.part == "period" and is_year_before(claim.period or ""))
            ),
        )
        before = sentence
    return claims


def _scope_said(before: Sentence | None, sentence: Sentence, text: str) -> Carried | None:
    """Return what the sentence before says that the count of this one covers."""
    scope = ""
    if before and _one_line(before, sentence, text):
        scope = scope_before(before.text, sentence.text)
    return (
        Carried("scope", scope, before.number, "what the count adds") if before and scope else None
    )


def _taken_back(sentence: Sentence, after: Sentence | None, text: str) -> Carried | None:
    """Return the words of the next sentence that say of this one that it is not so."""
    if after is None or not _one_line(sentence, after, text) or find_numbers(after.text):
        return None
    spans = read_spans(after.text)
    denial = next((span for span in spans if span.value == "taken back"), None)
    why = "said of the sentence before"
    return Carried(RETRACTED, denial.text, after.number, why) if denial else None


def _dated(claim: Claim, years: dict[str, str], published: date | None) -> Claim:
    """Give "last year" the year that it is from the day of the article."""
    year = years.get(claim.period or "")
    if year is None or published is None:
        return claim
    day = f"{published.day} {month_names()[published.month - 1]} {published.year}"
    why = f'"{claim.period}" counts from the day of the article, {day}'
    return replace(claim, context=(*claim.context, Carried("period", year, 0, why)))


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
    values = {claim.value: claim for claim in claims[-_RECENT:] if claim.value >= 100}
    for total in totals_of(claims):
        values.setdefault(total.value, total)
    return Known(values, last)


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
    if not measure and not unit and not _PRINTED_AS_A_QUANTITY.search(number.text):
        return None  # "list 1 of 4": a numeral with no noun, no unit and no topic near it
    if measure == "duration" and covers(around.comparisons, number.start):
        return None  # "the highest in nine years" measures nothing by itself
    of = ""
    if unit.startswith("percent"):
        of, measure = measure, kind_of_share(number, text)
    elif measure in (*FATES, *EVENTS) and is_difference(number, text):
        of, measure = measure, "change"
    if _DENOMINATOR.search(text, max(0, number.start - 20), number.start):
        return None  # "4 deaths per 100,000 people" has one figure
    before = text[max(0, number.start - 30) : number.start]
    hedge = find_hedge(text, number.start, number.end)
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
        place=_place(text, around, number.start, end),
        period=None
        if _moves_on(text, number.start, end, around)
        else _period(text, around, number, end, measure == "change"),
        source=source_of(around, number.start, end) or _only_counter(text, around),
        modifier=hedge.word if hedge else None,
        comparison=None if compared else comparison_of(around, number.start),
        because=why,
        of=of,
        offset=number.start,
        context=() if taken is None else (_taken(taken, measure),),
    )


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


def _moves_on(text: str, start: int, end: int, around: Circumstances) -> bool:
    """Say whether a figure is the start of "from 262 to 306 in 2023": its year is not said."""
    if not (text.endswith("from ", 0, start) and _TO_A_FIGURE.match(text, end)):
        return False
    return not any(start <= cue.start <= end + 1 for cue in around.periods)


def _taken(claim: Claim, measure: str) -> Carried:
    return Carried("measure", measure, claim.sentence_number, f'as for "{claim.text}"')


def _period(text: str, around: Circumstances, number: Number, end: int, change: bool) -> str | None:
    """Choose the period; the base of a change ("from 262 in 2022") is never its own."""
    when = _WHEN.search(text, 0, number.start)
    if when:
        return when[1]
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
    said: Carried | None,
    printed: Sequence[Claim],
) -> Iterator[Claim]:
    """Fill in what the sentences around give, and write down the cue for every part."""
    # The same for every figure of a sentence with the same source and period, so asked once.
    source_for = _once(lambda own: carry_source(memory, sentence.text, own))
    place_for = _once(lambda source, period: carry_place(memory, sentence, source, period))
    span = _years_of_span(sentence)
    years_for = _once(
        lambda source: _two_sides(claims, sentence, span or carry_two_years(memory, source))
    )
    for claim in claims:
        carried = [source_for(claim.source), *claim.context]
        source = carried[0].value if carried[0] else claim.source
        if claim.place is None:
            carried.append(place_for(source, claim.period))
        at = claim.offset
        alone = _moves_on(sentence.text, at, at + len(claim.text), around)
        carried.append(
            years_for(source).get(at)
            or (None if alone else carry_year(memory, sentence, around, claim.period, source, at))
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
        if said and (claim.of or claim.measure) in FATES:
            carried.append(said)
        if scope and (claim.of or claim.measure) in FATES:
            number = claim.sentence_number + 1
            carried.append(Carried("scope", scope, number, "what the total covers"))
        parts = tuple(part for part in carried if part)
        again = () if memory.here.moved else _as_before(claim, parts, printed)
        parts += _of_whom(claim, parts, sentence.text, printed)
        again += _as_its_parts(claim, (*parts, *again), printed)
        yield _explained(claim, (*parts, *again))


def _once(answer: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """Ask once for the same words in one sentence; `functools.cache` takes long to make."""
    held: dict[tuple[str | None, ...], _Answer] = {}

    def ask(*words: str | None) -> _Answer:
        if words not in held:
            held[words] = answer(*words)
        return held[words]

    return ask


def _as_its_parts(
    claim: Claim, parts: tuple[Carried, ...], printed: Sequence[Claim]
) -> tuple[Carried, ...]:
    """Give a total ("They make 783.") what is known of the two figures that it is made of."""
    given = {part.part for part in parts}
    found: tuple[Carried, ...] = ()
    for total in totals_of(printed):
        told = said_of_parts(claim, total)
        found += tuple(
            Carried(name, value, total.sentence_number, f'as for "{total.text}"')
            for name in ("place", "period", "source")
            if (told or total.value == claim.value)
            if name not in given and not getattr(claim, name)
            if (value := getattr(total, name))
        ) + (total.context if told else ())
    return found


def _as_before(
    claim: Claim, parts: tuple[Carried, ...], printed: Sequence[Claim]
) -> tuple[Carried, ...]:
    """Date a count that stands earlier on the page with one year: the number is named again."""
    dated_by = {part.part for part in parts}
    if claim.period or "period" in dated_by or claim.value < 100 or claim.unit not in _COUNTED:
        return ()
    same = [
        (other, year)
        for other in printed[-_RECENT:]
        if other.value == claim.value and other.unit in _COUNTED
        for year in [_year_said(other)]
        if year
    ]
    if len({year for _, year in same}) != 1:
        return ()
    other, year = same[-1]
    why = f'as for "{other.text}"'
    return (Carried("period", year, other.sentence_number, why),)


def _of_whom(
    claim: Claim, parts: tuple[Carried, ...], text: str, printed: Sequence[Claim]
) -> tuple[Carried, ...]:
    """Give a bare count that is named again ("586 and 197 do not make 789") the body it came from.

    Only where every figure of that value came from one body, and the sentence names none.
    """
    given = {part.part for part in parts}
    if claim.source or "measure" not in given or "source" in given or bodies_named(text):
        return ()
    same = [other for other in printed[-_RECENT:] if other.value == claim.value]
    if len({source_key(other.source or "") for other in same}) != 1 or not same[-1].source:
        return ()
    why = f'as for "{same[-1].text}"'
    return (Carried("source", same[-1].source, same[-1].sentence_number, why),)


def _year_said(claim: Claim) -> str | None:
    carried = next((part.value for part in claim.context if part.part == "period"), claim.period)
    return carried if carried and re.fullmatch(r"(?:19|20)\d\d", carried) else None


def _years_of_span(sentence: Sentence) -> tuple[Named, Named] | None:
    """Return the two years of "between 2016 and 2017", if a sentence has one such span."""
    spans = list(_SPAN_OF_YEARS.finditer(sentence.text))
    if len(spans) != 1:
        return None
    return Named(spans[0][1], sentence.number), Named(spans[0][2], sentence.number)


def _two_sides(
    claims: list[Claim], sentence: Sentence, years: tuple[Named, Named] | None
) -> dict[int, Carried]:
    """Give "from 305 to 266" the two years that the sentence before it sets side by side."""
    counts = [claim for claim in claims if not claim.unit.startswith("percent")]
    open_years = (
        claim.period is None or _SPAN_OF_YEARS.fullmatch(claim.period) for claim in counts
    )
    if years is None or len(counts) != 2 or not all(open_years):
        return {}
    first, last = (claim.offset for claim in counts)
    end = counts[0].span[1] - sentence.start
    if not (sentence.text[:first].endswith("from ") and sentence.text[end:last] == " to "):
        return {}
    why = "the two years that are set side by side, in their order"
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
        relative = name == "period" and printed is not None
        relative = relative and (is_year_before(printed or "") or counts_from_today(printed))
        parts[name] = printed if part is None or relative else part.value
        beside = values.get(RECORD_BESIDE) if name == "comparison" else None
        if beside and not printed:
            reasons.append(f'comparison: "{beside.value}" is {beside.because}')
        elif part is None:
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

"""Fill in what the sentences around a figure give, and say which cue gave each part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from copydesk.claims.beside import said_of_parts, totals_of
from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import LIMITS, Carried, Claim
from copydesk.claims.context import carry_place, carry_source, carry_two_years, carry_year
from copydesk.claims.counted import CHANGE
from copydesk.claims.dating import counts_from_today
from copydesk.claims.memory import YEAR_BEFORE
from copydesk.claims.mentions import bodies_named, source_key
from copydesk.claims.nouns import FATES
from copydesk.claims.records import RECORD_BESIDE
from copydesk.claims.scene import Memory, Named
from copydesk.claims.spans import UNREAD, read_spans
from copydesk.language.sentences import Sentence

_Answer = TypeVar("_Answer")
_TO_A_FIGURE = re.compile(r"(?:[ ][a-z-]+){0,3}[ ]to[ ](?:[a-z]+[ ])?\d")
_BASE = re.compile(rf"\b{CHANGE}(?:[ ](?!from[ ])[\w.,%]+){{0,6}},?[ ]from[ ](?:[a-z]+[ ]){{0,2}}$")
_AGAINST = re.compile(r"\b(?:compared[ ](?:with|to)|against)[ ](?:[a-z]+[ ]){0,2}$")
_ALONE = re.compile(r"(?:[ ](?!(?:for|in|by|of)[ ])[a-z-]+){0,2}")  # "against 905 for PICSS"
_STOP = re.compile(r"[,;.](?:[ ]|$)")
_SPAN_OF_YEARS = re.compile(r"(?:between|from) ((?:19|20)\d\d) (?:and|to) ((?:19|20)\d\d)")
_YEAR = re.compile(r"\d{4}")
_COUNTED = frozenset({"people", "incidents"})
_LIMITS = frozenset({"estimate", "rate", "restrictor", "unsure", "denial"})
"""The roles of words that limit a figure, and with it the next one that shares its count."""
RECENT = 60
"""Figures that are looked back on, which keeps long texts fast."""


@dataclass(frozen=True)
class _Page:
    """What stands around the figures of a sentence; asked once for the same source and period."""

    sentence: Sentence
    around: Circumstances
    memory: Memory
    printed: Sequence[Claim]
    source_for: Callable[[str | None], Carried | None]
    place_for: Callable[[str | None, str | None], Carried | None]
    years_for: Callable[[str | None], dict[int, Carried]]


def in_context(
    claims: list[Claim],
    sentence: Sentence,
    around: Circumstances,
    memory: Memory,
    scope: Carried | None,
    printed: Sequence[Claim],
) -> list[Claim]:
    """Fill in what the sentences around give, and write down the cue for every part.

    ``scope`` is what a count of people covers, ``printed`` the figures that stand before.
    """
    span = _years_of_span(sentence)
    page = _Page(
        sentence,
        around,
        memory,
        printed,
        _once(lambda own: carry_source(memory, sentence.text, own)),
        _once(lambda source, period: carry_place(memory, sentence, source, period)),
        _once(lambda source: _two_sides(claims, sentence, span or carry_two_years(memory, source))),
    )
    return [_filled(claim, page, scope) for claim in claims]


def _filled(claim: Claim, page: _Page, scope: Carried | None) -> Claim:
    memory = page.memory
    told = page.source_for(claim.source)
    source = told.value if told else claim.source
    place = page.place_for(source, claim.period) if claim.place is None else None
    covered = scope if (claim.of or claim.measure) in FATES else None
    years = _years(claim, source, page)
    some = (told, *claim.context, place, *years, *_of_what(claim, memory, page.printed), covered)
    parts = tuple(part for part in some if part)
    again = () if memory.here.moved else _dated_before(claim, parts, page.printed)
    parts += (*_of_whom(claim, parts, page), *again)
    return _explained(claim, parts + _as_its_parts(claim, parts, page.printed))


def moves_on(text: str, start: int, end: int, around: Circumstances) -> bool:
    """Say whether a figure is where a change began, and its year is not said.

    The start of "from 262 to 306 in 2023", and the end of "306 in 2023, up from 262".
    """
    if text.endswith("from ", 0, start) and _TO_A_FIGURE.match(text, end):
        return not any(start <= cue.start <= end + 1 for cue in around.periods)
    stop = _STOP.search(text, end)
    last = stop.start() if stop else len(text)
    beside = _AGAINST.search(text, 0, start) and _ALONE.fullmatch(text, end, last)
    if not (beside or _BASE.search(text, max(0, start - 80), start)):
        return False
    return not any(start <= cue.start <= last for cue in around.periods)


def _year_of_base(claim: Claim, page: _Page) -> Carried | None:
    """Return the year before the one year of the sentence, for a base whose year is not said."""
    years = {cue.value for cue in page.around.own_periods}
    year = years.pop() if len(years) == 1 else ""
    if claim.unit not in _COUNTED or not _YEAR.fullmatch(year):
        return None
    why = "what a figure moved from, without a year of its own, is of the year before"
    return Carried("period", str(int(year) - 1), claim.sentence_number, why)


def _years(claim: Claim, source: str | None, page: _Page) -> list[Carried | None]:
    """Return the year of a figure, or the two years that a change lies between."""
    at, text = claim.offset, page.sentence.text
    year = page.years_for(source).get(at)
    if year is None and moves_on(text, at, at + len(claim.text), page.around):
        year = _year_of_base(claim, page)
    elif year is None:
        year = carry_year(page.memory, page.sentence, page.around, claim.period, source, at)
    if year or claim.measure != "change" or claim.period:
        return [year]
    why = "the two years set side by side before"
    two = carry_two_years(page.memory, source) or ()
    return [
        Carried(part, year.value, year.sentence, why)
        for part, year in zip(("base period", "period"), two, strict=False)
    ]


def _of_what(claim: Claim, memory: Memory, printed: Sequence[Claim]) -> list[Carried]:
    """Return what a percentage without a noun is of, and the dead or the hurt that are divided."""
    here, found = memory.here, []
    if claim.unit.startswith("percent") and not claim.of and len(here.measures) == 1:
        of = here.measures[0]
        found += [Carried("of", of.value, of.sentence, "what it counts")]
        said = (one for one in printed[: -RECENT - 1 : -1] if one.sentence_number == of.sentence)
        if again := next((one for one in said if one.measure == of.value), None):
            found += as_before(again, of.value, claim.value)
    if claim.measure == "share" and claim.of not in FATES:
        found += [
            Carried("whole", whole.value, whole.sentence, "what is divided")
            for whole in here.dead_or_hurt
        ]
    return found


def _once(answer: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """Ask once for the same words in one sentence; `functools.cache` takes long to make."""
    held: dict[tuple[str | None, ...], _Answer] = {}

    def ask(*words: str | None) -> _Answer:
        if words not in held:
            held[words] = answer(*words)
        return held[words]

    return ask


def as_for(claim: Claim, part: str, value: str) -> Carried:
    """Return a part that a figure has as another one that was printed before it."""
    return Carried(part, value, claim.sentence_number, f'as for "{claim.text}"')


def as_before(again: Claim, measure: str, value: float) -> tuple[Carried, ...]:
    """Give a bare figure the count of another one, with what limits that one in its sentence."""
    # What it has from a third figure it passes on.
    passed = tuple(part for part in again.context if part.part in {"measure", "scope", LIMITS})
    counts = passed or (as_for(again, "measure", measure),)
    if again.value == value or " " not in again.text:
        return counts  # it is named again, or has no noun of its own to share
    spans = read_spans(again.sentence)
    ends = (span.start for span in spans if span.role == "number" and span.start > again.offset)
    # The words beside a noun may narrow it: "262 suicide attacks", "126 deaths of children".
    own = range(again.offset, next(ends, len(again.sentence)))
    limits = [
        span.text
        for span in spans
        if (span.role in _LIMITS and span.value != "best")
        or (span.role == UNREAD and span.start in own)
    ]
    scopes = {span.value for span in spans if span.role == "scope" and span.value}
    found = (*counts, *(as_for(again, "scope", scope) for scope in scopes))
    return (*found, as_for(again, LIMITS, limits[0])) if limits else found


def _as_its_parts(
    claim: Claim, parts: tuple[Carried, ...], printed: Sequence[Claim]
) -> tuple[Carried, ...]:
    """Give a total ("They make 783.") what is known of the two figures that it is made of."""
    given = {part.part for part in parts}
    open_parts = [
        name
        for name in ("place", "period", "source")
        if name not in given and not getattr(claim, name)
    ]
    found: tuple[Carried, ...] = ()
    for total in totals_of(printed):
        told = said_of_parts(claim, total)
        if told or total.value == claim.value:
            values = ((name, getattr(total, name)) for name in open_parts)
            found += tuple(as_for(total, name, value) for name, value in values if value)
        found += total.context if told else ()
    return found


def _dated_before(
    claim: Claim, parts: tuple[Carried, ...], printed: Sequence[Claim]
) -> tuple[Carried, ...]:
    """Date a count that stands earlier on the page with one year: the number is named again."""
    dated = claim.period or any(part.part == "period" for part in parts)
    if dated or claim.value < 100 or claim.unit not in _COUNTED:
        return ()
    same = [
        (other, year)
        for other in printed[-RECENT:]
        if other.value == claim.value and other.unit in _COUNTED and (year := _year_said(other))
    ]
    if len({year for _, year in same}) != 1:
        return ()
    return (as_for(same[-1][0], "period", same[-1][1]),)


def _of_whom(claim: Claim, parts: tuple[Carried, ...], page: _Page) -> tuple[Carried, ...]:
    """Give a bare count that is named again ("586 and 197 do not make 789") the body it came from.

    Only where every figure of that value came from one body, and the sentence names none.
    """
    given = {part.part for part in parts}
    bare = "measure" in given and "source" not in given and not claim.source
    if not bare or bodies_named(page.sentence.text):
        return ()
    same = [other for other in page.printed[-RECENT:] if other.value == claim.value]
    source = same[-1].source if same else None
    if not source or len({source_key(other.source or "") for other in same}) != 1:
        return ()
    return (as_for(same[-1], "source", source),)


def _year_said(claim: Claim) -> str | None:
    carried = next((part.value for part in claim.context if part.part == "period"), claim.period)
    return carried if carried and _YEAR.fullmatch(carried) else None


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
    fields: dict[str, str | None] = {}
    for name in ("place", "period", "source"):
        fields[name], why = _said(name, getattr(claim, name), values.get(name))
        reasons.append(why)
    beside = values.get(RECORD_BESIDE)
    compared = _said("comparison", claim.comparison, None)[1]
    reasons += [f'comparison: "{beside.value}" is {beside.because}' if beside else compared]
    reasons += [
        f'{name}: "{part.value}", from sentence {part.sentence}: {part.because}'
        for name in ("of", "scope")
        if (part := values.get(name))
    ]
    reasons += [f'hedged by "{claim.modifier}"'] if claim.modifier else []
    of = values["of"].value if "of" in values else claim.of
    because = "; ".join(reasons) + "."
    return replace(
        claim,
        place=fields["place"],
        period=fields["period"],
        source=fields["source"],
        of=of,
        context=carried,
        because=because,
    )


def _said(name: str, printed: str | None, part: Carried | None) -> tuple[str | None, str]:
    """Return what a part of a claim is, and the words that gave it."""
    if part is None:
        return printed, f'{name}: "{printed}"' if printed else f"{name}: not clear"
    # "the year before" stays as printed; what it stands for is in the context.
    relative = name == "period" and (
        YEAR_BEFORE.fullmatch(printed or "") or counts_from_today(printed)
    )
    where = f"from sentence {part.sentence}" if part.sentence else "from the article"
    shown = f'"{printed}", {part.value}' if relative else f'"{part.value}"'
    return printed if relative else part.value, f"{name}: {shown}, {where}: {part.because}"

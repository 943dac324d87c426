"""Keep what a text has said up to a sentence: its sources, places and years, by paragraph.

``context`` carries parts over from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import Claim
from copydesk.claims.counted import CHANGE
from copydesk.claims.mentions import (
    bodies_named,
    bodies_printed,
    countries,
    country_pattern,
    elsewhere,
    forces_as_subject,
    is_counter,
    source_key,
    unknown_name,
)
from copydesk.claims.nouns import CASUALTIES, EVENT_WORDS, FATE_WORDS
from copydesk.claims.scene import NO_DOUBT, Doubt, Memory, Named, Scene, distinct, joined
from copydesk.claims.spans import read_spans
from copydesk.language.sentences import Sentence
from copydesk.language.tokens import lower_words

CALENDAR = re.compile(r"(?:the )?(?:calendar )?(?:year )?((?:19|20)\d\d)(?: alone)?")
SAME_YEAR = re.compile(r"(?:the |that )?(?:same )?year", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:the )?(?:previous|preceding) (?:year|one)"
    r"|(?:the |a )?year (?:before|earlier)",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:(?:the|this|that|its?|same|annual|yearly|new|latest|security|first)[ ])*"
    r"(?:report|reports|think[ ]tank|tank|institute|study|count|index|body|group|data|figures"
    r"|database|release|survey|edition|tally|it)",
    re.IGNORECASE,
)
# Words that point at a body or a count that was named before.
POINTS_AT_BODY = re.compile(
    r"\b[Ii]ts?\b(?![ ](?:is|was|came|comes|happened|took)\b)|\b[Tt]heir\b"
    r"|\b[Tt]he[ ](?:\w+[ ])?(?:report|think[ ]tank|institute|study|count|index|database"
    r"|survey|edition|tally|centre|center|program(?:me)?)\b"
    r"|\b(?:[Tt]hat|[Tt]his)[ ](?:release|report|count|edition|rule|definition|body|series)\b"
    r"|\b[Tt]he[ ]Index\b|\b[Bb]oth[ ](?:editions|reports|counts)\b"
)
POINTS_AT_COUNT = re.compile(
    r"\b[Oo]f[ ](?:the|these|those)[ ](?:dead|killed|injured|wounded|incidents|attacks|deaths"
    r"|total|victims|fatalities|casualties)\b"
    r"|\b(?:those|these|the|that)[ ](?:other[ ])?(?:attacks|incidents|deaths|dead|injured"
    r"|operations|fatalities|casualties|total|toll|increase|rise|fall|drop|decline)\b"
    r"|\bof[ ]them\b",
    re.IGNORECASE,
)

# "In its report on 2024": without another year, the figures of the report are for that year.
_REPORT_ON = re.compile(
    r"\b(?:reports?|review|survey|edition)[ ](?:on|for)[ ]"
    r"(?:the[ ]year[ ])?(?P<after>(?:19|20)\d\d)\b"
)
_COUNTED = frozenset({*FATE_WORDS, *EVENT_WORDS, "violence"})
"""What yearly counts count: a year beside one of these is a year of the story."""
_RATIOS = frozenset({"share", "change", ""})
# A sentence that denies, doubts or supposes names a body without lending it to the next sentence.
_UNSURE = re.compile(
    r"\b(?:denie[sd]|deny|reject\w*|disput\w*|false\w*|wrong\w*|fake|myth|hoax|rumou?r\w*|critic\w*"
    r"|unlike|contrary|would|could|might|if|unless|forecasts?|predict\w*|retract\w*|alleg\w*"
    r"|misquot\w*|mislead\w*|claimed)\b|n[’']t\b|\b(?:did|does|do|has|have|was|is) not\b"
)
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•·]|\d{1,2}[.)])(?:\s|$)")
# "up 56 per cent", "a fall of 79": the later year is what the text is about.
_CHANGED = re.compile(rf"\b(?:{CHANGE}|more than|fewer than)\b")
_NAME_AND_VERB = re.compile(r"[A-Z][\w’'-]*[ ](?:is|was|has|had|saw)\b")
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,2}")
_OTHER_TIME = re.compile(
    r"\b(?:year (?:after|later)|next year|following year|new year|spring"
    r"|summer|autumn|winter|months?|weeks?|decades?|century|since then|by then|later that|ramadan"
    r"|earlier|long ago|these days|nowadays|today)\b",
    re.IGNORECASE,
)


def begin(text: str) -> Memory:
    """Return the memory of a text before its first sentence: only its country, if it has one."""
    return Memory(country=_only_country(text))


def enter(memory: Memory, sentence: Sentence, text: str) -> Memory:
    """Take a memory into the next sentence: a new line is a new paragraph or a list item."""
    if memory.end and "\n" not in text[memory.end : sentence.start]:
        return memory
    item = bool(_LIST_ITEM.match(sentence.text))
    intro = memory.intro
    if not item:
        intro = None
    elif intro is None and memory.opens_list:
        intro = memory.here
    before = memory.here if memory.here.sources else memory.before
    # A heading or a paragraph without figures may have gone on to another year.
    known = {year.value for year in memory.years}
    moved = not memory.here.measures and any(p.value not in known for p in memory.here.periods)
    told = memory.here.measures or memory.here.sources
    here = intro or Scene(moved=moved, before=NO_DOUBT if told else memory.here.shifted)
    return replace(memory, here=here, before=before, intro=intro)


def remember(
    memory: Memory, sentence: Sentence, around: Circumstances, found: Sequence[Claim]
) -> Memory:
    """Add what a sentence names, and what its figures were given, to what the text has said."""
    text = sentence.text
    known = bodies_named(text, subject=True) or forces_as_subject(text)
    named = _sources_named(around, known, sentence.number)
    said = _said(memory, sentence, around, found, named)
    here = _scene_after(memory, sentence, said, doubted=bool(named and _UNSURE.search(text)))
    bodies = tuple(name for name in named if name.value in known or is_counter(name.value))
    return replace(
        memory,
        here=here,
        end=sentence.end,
        opens_list=text.endswith(":"),
        bodies=joined(memory.bodies, bodies),
        frames=_framed(memory, here, said),
        **_places_after(memory, text, said),
        **_years_after(memory, text, said, _given(found, "base period")),
    )


def _said(
    memory: Memory,
    sentence: Sentence,
    around: Circumstances,
    found: Sequence[Claim],
    named: tuple[Named, ...],
) -> Scene:
    """Return what one sentence says by itself, as the scene of a paragraph."""
    text, number = sentence.text, sentence.number
    measures = (m for claim in found if (m := claim.of or claim.measure) not in _RATIOS)
    # "Pakistan’s Interior Ministry": the sentence gives the place, and not in words for a place
    given = tuple(place for place in _given(found, "place") if place.sentence == number)
    places = distinct(Named(cue.value, number) for cue in around.places) or given
    return Scene(
        sources=named or _given(found, "source"),
        places=places,
        periods=_periods_of(text, around, number) or _given(found, "period"),
        measures=distinct(Named(measure, number) for measure in measures),
        broken=not (_points(text, around) or len(text) < 4),
        names=_strange_name(text, places, named, memory.country),
        dead_or_hurt=_dead_or_hurt(text, number),
        # A heading, or a sentence that stands alone
        shifted=NO_DOUBT if memory.here.begun else _moved_to(text, places, named, memory),
    )


def _places_after(memory: Memory, text: str, said: Scene) -> dict[str, Any]:
    """Return the places of the figures so far, and whether a name may be another one."""
    placed = said.places if said.measures else ()
    moved = _another_place(text, said.places, memory)
    return {
        "strange": Doubt(lambda: moved or said.names, None if placed else memory.strange),
        "last_places": placed or memory.last_places,
        "figure_places": joined(memory.figure_places, placed),
    }


def _years_after(
    memory: Memory, text: str, said: Scene, given: tuple[Named, ...]
) -> dict[str, Any]:
    """Return the years so far, and those that later ones were compared with.

    "980 in 2022 and 1,524 in 2023: up 56": 2022 is the base.
    """
    counted = bool(said.measures) or not lower_words(text).isdisjoint(_COUNTED)
    years = tuple(named for named in said.periods if counted and CALENDAR.fullmatch(named.value))
    values = {year.value for year in years}
    compared = {min(values)} if len(years) == 2 and _CHANGED.search(text) else set()
    bases = memory.bases | {year.value for year in given} | compared
    return {
        "years": joined(memory.years, years),
        "bases": bases - values if len(years) == 1 else bases,
    }


def _given(found: Iterable[Claim], part: str) -> tuple[Named, ...]:
    """Return what the figures of a sentence were given of one part, each once."""
    return distinct(
        Named(given.value, given.sentence)
        for claim in found
        for given in claim.context
        # The year before is the year of that figure alone, and not of the paragraph.
        if given.part == part
        and not (part == "period" and YEAR_BEFORE.fullmatch(claim.period or ""))
    )


def _sources_named(around: Circumstances, known: tuple[str, ...], number: int) -> tuple[Named, ...]:
    """Return the sources that a sentence names; a part of a known name is no source of its own."""
    own = (
        name
        for cue in around.sources
        if not GENERIC.fullmatch(cue.value)
        for name in cue.value.split(" and the ")  # two bodies, not one
        if not any(name in body and name != body for body in known)
    )
    return distinct(Named(name, number) for name in (*own, *known))


def _points(text: str, around: Circumstances) -> bool:
    """Say whether a sentence points at a body or a count that was named before."""
    generic = any(GENERIC.fullmatch(cue.value) for cue in around.sources)
    return generic or bool(POINTS_AT_BODY.search(text) or POINTS_AT_COUNT.search(text))


def _scene_after(memory: Memory, sentence: Sentence, said: Scene, doubted: bool) -> Scene:
    """Add to a paragraph what one more sentence has said."""
    here = memory.here
    # What is denied or supposed lends nothing, but it does break the silence: two sources are
    # then possible for the next sentence, and so none is carried.
    nobody = (Named("somebody who is doubted", sentence.number),) if doubted else ()
    sources = joined(here.sources, said.sources + nobody)
    moved = here.moved or bool(_OTHER_TIME.search(sentence.text))
    return Scene(
        sources=sources,
        places=joined(here.places, said.places),
        periods=said.periods or here.periods,
        measures=said.measures or here.measures,
        broken=here.broken or (said.broken and not sources),
        names=Doubt(lambda: said.names, here.names),
        dead_or_hurt=said.dead_or_hurt or here.dead_or_hurt,
        moved=moved and not any(CALENDAR.fullmatch(period.value) for period in said.periods),
        shifted=said.shifted,
        before=here.before,
        begun=True,
    )


def _moved_to(
    text: str, places: tuple[Named, ...], named: tuple[Named, ...], memory: Memory
) -> Doubt:
    """Say whether a heading, or a sentence that stands alone, goes on to another place."""
    if _NAME_ALONE.fullmatch(text) and text not in {name.value for name in named}:
        known = " ".join(place.value for place in (*memory.figure_places, *memory.here.places))
        return Doubt(lambda: text not in known)
    # Any word may begin a heading; a country is one wherever it stands.
    subject = country_pattern().match(text) or _NAME_AND_VERB.match(text)
    first = text if subject else f"{text[:1].lower()}{text[1:]}"
    moved = _another_place(text, places, memory)
    return Doubt(lambda: moved, _strange_name(first, places, named, memory.country))


def _another_place(text: str, places: tuple[Named, ...], memory: Memory) -> bool:
    """Say whether a sentence speaks of a place that no figure before had."""
    known = {place.value for place in memory.figure_places}
    named = known and any(place.value not in known for place in places)
    return bool(named or elsewhere(text))


def _dead_or_hurt(text: str, number: int) -> tuple[Named, ...]:
    """Say whether a sentence speaks of the dead or of the hurt; of both, it says neither."""
    found = {FATE_WORDS[word] for word in lower_words(text) if word in FATE_WORDS} & CASUALTIES
    return (Named(found.pop(), number),) if len(found) == 1 else ()


def _strange_name(
    text: str, found: tuple[Named, ...], named: tuple[Named, ...], country: Named | None
) -> Doubt:
    """Say whether a sentence has a name that is no source, no known body, and no place read."""

    def ask() -> str:
        places = " ".join(place.value for place in (*found, *([country] if country else [])))
        known = tuple(name.value for name in named) + bodies_printed(text)
        if not unknown_name(text, known, places):
            return ""
        # "the National Assembly": what a reader takes for the place of the telling is no other one
        read = (span.text for span in read_spans(text) if span.role in {"telling", "edition"})
        return unknown_name(text, (*known, *read), places)

    return Doubt(ask)


def year_of_report(text: str) -> str | None:
    """Return the year of "its report on 2024", if the sentence has one such report."""
    years = {match["after"] for match in _REPORT_ON.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _periods_of(text: str, around: Circumstances, number: int) -> tuple[Named, ...]:
    """Return the periods that date something in a sentence; a calendar year as its number."""
    periods = [
        match[1] if (match := CALENDAR.fullmatch(cue.value)) else cue.value
        for cue in around.own_periods
        if not YEAR_BEFORE.fullmatch(cue.value) and not SAME_YEAR.fullmatch(cue.value)
    ]
    report = year_of_report(text)
    periods = periods or ([report] if report else [])
    return distinct(Named(period, number) for period in periods)


def _framed(memory: Memory, here: Scene, said: Scene) -> Mapping[str, Scene]:
    """Keep, for the one source of a paragraph, the places and periods of its figures."""
    if len(here.sources) != 1 or not said.measures:
        return memory.frames
    key = source_key(here.sources[0].value)
    old = memory.frames.get(key, Scene())
    frame = Scene(
        places=joined(old.places, said.places or here.places),
        periods=joined(old.periods, said.periods or here.periods),
    )
    return {**memory.frames, key: frame}


def _only_country(text: str) -> Named | None:
    """Return the one country that a text names, by its name or its adjective."""
    # "Pakistan Institute for ..." is a body, and says nothing of where.
    for name in set(bodies_printed(text)):
        text = text.replace(name, " ")
    found = {match.group() for match in country_pattern().finditer(text)}
    country = {countries()[name] for name in found}
    # An adjective alone ("Pakistani shelling") says who acts and not where.
    return Named(country.pop(), 0) if len(country) == 1 and country & found else None

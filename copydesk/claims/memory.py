"""Keep what a text has said up to a sentence: its sources, places and years, by paragraph.

``context`` carries parts over from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from copydesk.claims.circumstances import Circumstances
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
from copydesk.claims.spans import read_spans
from copydesk.language.sentences import Sentence

CALENDAR = re.compile(r"(?:the )?(?:calendar )?(?:year )?((?:19|20)\d\d)(?: alone)?")
SAME_YEAR = re.compile(r"(?:the |that )?(?:same )?year", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:in )?(?:the )?(?:previous|preceding|prior) (?:year|one)"
    r"|(?:the |a )?year (?:before|earlier)",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:(?:the|this|that|its?|same|annual|yearly|new|latest|security|first|Islamabad-based)[ ])*"
    r"(?:report|reports|think[ ]tank|tank|institute|study|count|index|body|group|data|figures"
    r"|database|release|survey|edition|tally|it)",
    re.IGNORECASE,
)
# Words that point at a body or a count that was named before.
POINTS_AT_BODY = re.compile(
    r"\b[Ii]t(?:s|self)?\b(?![ ](?:is|was|were|came|comes|happened|took)\b)|\b[Tt]heir\b"
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
    r"\b(?:reports?|review|survey|edition|figures|data|count|statistics)[ ](?:on|for)[ ]"
    r"(?:the[ ]year[ ])?(?P<after>(?:19|20)\d\d)\b"
)
# What yearly counts count: a year beside one of these is a year of the story.
_COUNTED = re.compile(
    r"\b(?:attacks?|deaths?|killed|violence|incidents?|casualties|fatalities|toll|operations"
    r"|injured|dead)\b",
    re.IGNORECASE,
)
_FATE_WORDS = {
    "fatalities": re.compile(r"\b(?:dead|deaths?|killed|fatalities)\b", re.IGNORECASE),
    "injuries": re.compile(r"\b(?:injured|injuries|wounded|hurt)\b", re.IGNORECASE),
}
# A sentence that denies, doubts or supposes names a body without lending it to the next sentence.
_UNSURE = re.compile(
    r"\b(?:denie[sd]|deny|reject\w*|disput\w*|false\w*|wrong\w*|fake|myth|hoax|rumou?r\w*|critic\w*"
    r"|unlike|contrary|would|could|might|if|unless|forecasts?|predict\w*|retract\w*|alleg\w*"
    r"|misquot\w*|mislead\w*|claimed)\b|n[’']t\b|\b(?:did|does|do|has|have|was|is) not\b"
)
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•·]|\d{1,2}[.)])(?:\s|$)")
# "up 56 per cent", "a fall of 79": the later year is what the text is about.
_CHANGED = re.compile(
    r"\b(?:up|down|rose|risen|fell|fallen|increase[ds]?|rise|fall|drop(?:ped)?|declined?|dip"
    r"|more than|fewer than)\b"
)
_NAME_AND_VERB = re.compile(r"[A-Z][\w’'-]*[ ](?:is|was|has|had|saw)\b")
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,2}")
_OTHER_TIME = re.compile(
    r"\b(?:year (?:after|later)|next year|following year|new year|years? (?:later|ago)|spring"
    r"|summer|autumn|winter|months?|weeks?|decades?|century|since then|by then|later that|ramadan"
    r"|earlier|long ago|these days|nowadays|today)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Carried:
    """A part of a claim that its own sentence does not give in full.

    Attributes
    ----------
    part : str
        ``"source"``, ``"place"``, ``"period"``, ``"base period"``, ``"measure"``,
        ``"of"``, ``"whole"``, ``"scope"`` or ``"taken back"``.
    value : str
        What it is: ``"CRSS"``, ``"2022"``.
    sentence : int
        The sentence that gave it.
    because : str
        The rule, in plain words.
    """

    part: str
    value: str
    sentence: int
    because: str


@dataclass(frozen=True)
class Named:
    """A source, a year or a place, and the sentence that named it."""

    value: str
    sentence: int


@dataclass(frozen=True)
class Scene:
    """What one paragraph has named so far: its sources and places, and its last periods.

    Attributes
    ----------
    sources, places : tuple of Named
        Each once, by its key, in order.
    periods : tuple of Named
        The periods of the last sentence that gave any: ``"2023"``, ``"January to October 2024"``.
    measures : tuple of Named
        What the figures of the last sentence with figures count.
    broken : bool
        A sentence of it neither names a source nor points back at one.
    dead_or_hurt : tuple of Named
        Whether its last sentence that speaks of people counts the dead or the hurt.
    names : str
        A name that may be another place or party than those that were read; empty if none.
    moved : bool
        It has gone on to a time that was not read: "the year after", "in the spring".
    shifted, before : str
        Words for another place, in a paragraph of one sentence: in it, and in the one before it.
    begun : bool
        It has a sentence.
    """

    sources: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    periods: tuple[Named, ...] = ()
    measures: tuple[Named, ...] = ()
    broken: bool = False
    names: str = ""
    dead_or_hurt: tuple[Named, ...] = ()
    moved: bool = False
    shifted: str = ""
    before: str = ""
    begun: bool = False


@dataclass(frozen=True)
class Memory:
    """What a text has said up to a sentence.

    Attributes
    ----------
    here, before : Scene
        The paragraph of the sentence, and the last one before it that named a source.
    intro : Scene or None
        The paragraph that a list belongs to.
    end : int
        Where the last sentence ended.
    opens_list : bool
        The last sentence ended in a colon.
    bodies : tuple of Named
        The bodies that count, each once.
    years : tuple of Named
        Every calendar year that dated something, each once.
    frames : mapping of str to Scene
        For each source, the places and years of its figures.
    country : Named or None
        The one country of the article.
    last_places : tuple of Named
        The places of the last sentence with figures that named any.
    figure_places : tuple of Named
        Every place that a figure was given, each once.
    strange : str
        A name that may be another place, in a sentence since the last one that gave a place.
    bases : frozenset of str
        Years that later ones were compared with, and that no figure stood alone for.
    """

    here: Scene = field(default_factory=Scene)
    before: Scene = field(default_factory=Scene)
    intro: Scene | None = None
    end: int = 0
    opens_list: bool = False
    bodies: tuple[Named, ...] = ()
    years: tuple[Named, ...] = ()
    frames: tuple[tuple[str, Scene], ...] = ()
    country: Named | None = None
    last_places: tuple[Named, ...] = ()
    figure_places: tuple[Named, ...] = ()
    strange: str = ""
    bases: frozenset[str] = frozenset()


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
    elsewhere_now = "" if memory.here.measures or memory.here.sources else memory.here.shifted
    here = intro or Scene(moved=moved, before=elsewhere_now)
    return replace(memory, here=here, before=before, intro=intro)


def remember(
    memory: Memory,
    sentence: Sentence,
    around: Circumstances,
    measures: tuple[str, ...],
    carried: tuple[Carried, ...],
) -> Memory:
    """Add what a sentence names, and what was carried into it, to what the text has said.

    ``measures`` is what its figures count.
    """
    text, number = sentence.text, sentence.number
    ended = replace(memory, end=sentence.end, opens_list=text.endswith(":"))
    own = tuple(
        name
        for cue in around.sources
        if not GENERIC.fullmatch(cue.value)
        for name in cue.value.split(" and the ")  # two bodies, not one
    )
    known = bodies_named(text, subject=True) or forces_as_subject(text)
    own = tuple(name for name in own if not any(name in body and name != body for body in known))
    named = _distinct([Named(name, number) for name in (*own, *known)])
    kept = _distinct([Named(c.value, c.sentence) for c in carried if c.part == "source"])
    # What is denied or supposed lends nothing, but it does break the silence: two sources are
    # then possible for the next sentence, and so none is carried.
    sources = _joined(memory.here.sources, named or kept)
    if named and _UNSURE.search(text):
        sources = _joined(sources, (Named("somebody who is doubted", number),))
    periods = _periods_of(text, around, number) or _distinct(
        [Named(c.value, c.sentence) for c in carried if c.part == "period"]
    )
    places = _distinct([Named(cue.value, number) for cue in around.places]) or _distinct(
        # "Pakistan’s Interior Ministry": the sentence gives the place, and not in words for a place
        [Named(c.value, number) for c in carried if c.part == "place" and c.sentence == number]
    )
    strange = _strange_name(text, places, named, memory)
    points = any(GENERIC.fullmatch(cue.value) for cue in around.sources)
    points = points or bool(POINTS_AT_BODY.search(text) or POINTS_AT_COUNT.search(text))
    here = Scene(
        sources,
        _joined(memory.here.places, places),
        periods or memory.here.periods,
        _distinct([Named(measure, number) for measure in measures]) or memory.here.measures,
        memory.here.broken or not (sources or points or around.length < 4),
        memory.here.names or strange,
        _dead_or_hurt(text, number) or memory.here.dead_or_hurt,
        not any(CALENDAR.fullmatch(period.value) for period in periods)
        and (memory.here.moved or bool(_OTHER_TIME.search(text))),
        # A heading, or a sentence that stands alone
        "" if memory.here.begun else _moved_to(text, places, named, memory),
        memory.here.before,
        True,
    )
    bodies = [name for name in named if name.value in known or is_counter(name.value)]
    counted = measures or _COUNTED.search(text)
    years = tuple(named for named in periods if counted and CALENDAR.fullmatch(named.value))
    base = _base_of(text, years, carried)
    alone = {year.value for year in years if len(years) == 1}
    return replace(
        ended,
        here=here,
        bodies=_joined(memory.bodies, tuple(bodies)),
        years=_joined(memory.years, years),
        frames=_framed(memory, here, periods, places, measures),
        last_places=places if places and measures else memory.last_places,
        figure_places=_joined(memory.figure_places, places) if measures else memory.figure_places,
        strange=strange
        or _another_place(text, places, memory)
        or ("" if places and measures else memory.strange),
        bases=(memory.bases | base) - alone,
    )


def _moved_to(
    text: str, places: tuple[Named, ...], named: tuple[Named, ...], memory: Memory
) -> str:
    """Return the other place that a heading, or a sentence that stands alone, goes on to."""
    if _NAME_ALONE.fullmatch(text) and text not in {name.value for name in named}:
        known = " ".join(place.value for place in (*memory.figure_places, *memory.here.places))
        return "" if text in known else text
    # Any word may begin a heading; a country is one wherever it stands.
    subject = country_pattern().match(text) or _NAME_AND_VERB.match(text)
    first = text if subject else f"{text[:1].lower()}{text[1:]}"
    return _strange_name(first, places, named, memory) or _another_place(text, places, memory)


def _another_place(text: str, places: tuple[Named, ...], memory: Memory) -> str:
    """Return a place that a sentence speaks of and that no figure before had."""
    known = {place.value for place in memory.figure_places}
    named = [place.value for place in places if place.value not in known] if known else []
    return named[0] if named else elsewhere(text)


def _base_of(text: str, years: tuple[Named, ...], carried: tuple[Carried, ...]) -> frozenset[str]:
    """Return the year that a later one is compared with: "980 in 2022 and 1,524 in 2023: up 56"."""
    named = frozenset(part.value for part in carried if part.part == "base period")
    if len(years) == 2 and _CHANGED.search(text):
        return named | {min(year.value for year in years)}
    return named


def _dead_or_hurt(text: str, number: int) -> tuple[Named, ...]:
    """Say whether a sentence speaks of the dead or of the hurt; of both, it says neither."""
    found = [name for name, words in _FATE_WORDS.items() if words.search(text)]
    return (Named(found[0], number),) if len(found) == 1 else ()


def _strange_name(
    text: str, found: tuple[Named, ...], named: tuple[Named, ...], memory: Memory
) -> str:
    """Return a name of a sentence that is no source, no place that was read, and no known body."""
    places = " ".join(place.value for place in found)
    country = memory.country.value if memory.country else ""
    known = tuple(name.value for name in named) + bodies_printed(text)
    places = f"{places} {country}".strip()
    if not unknown_name(text, known, places):
        return ""
    # "the National Assembly": what a reader takes for the place of the telling is no other place.
    known += tuple(span.text for span in read_spans(text) if span.role in {"telling", "edition"})
    return unknown_name(text, known, places)


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
    if not periods and report:
        periods = [report]
    return _distinct([Named(period, number) for period in periods])


def _framed(
    memory: Memory,
    here: Scene,
    periods: tuple[Named, ...],
    places: tuple[Named, ...],
    measures: tuple[str, ...],
) -> tuple[tuple[str, Scene], ...]:
    """Keep, for the one source of a paragraph, the places and periods of its figures."""
    if len(here.sources) != 1 or not measures:
        return memory.frames
    key = source_key(here.sources[0].value)
    frames = dict(memory.frames)
    old = frames.get(key, Scene())
    frames[key] = Scene(
        places=_joined(old.places, places or here.places),
        periods=_joined(old.periods, periods or here.periods),
    )
    return tuple(frames.items())


def _only_country(text: str) -> Named | None:
    """Return the one country that a text names, by its name or its adjective."""
    # "Pakistan Institute for ..." is a body, and says nothing of where.
    for name in set(bodies_printed(text)):
        text = text.replace(name, " ")
    found = {match.group() for match in country_pattern().finditer(text)}
    country = {countries()[name] for name in found}
    # An adjective alone ("Pakistani shelling") says who acts and not where.
    return Named(country.pop(), 0) if len(country) == 1 and country & found else None


def _distinct(names: list[Named]) -> tuple[Named, ...]:
    """Keep each name once, by its key."""
    return tuple({source_key(name.value): name for name in reversed(names)}.values())[::-1]


def _joined(old: tuple[Named, ...], new: tuple[Named, ...]) -> tuple[Named, ...]:
    """Add new names to old ones; a name that comes again is kept as it was last printed."""
    keys = {source_key(name.value) for name in new}
    return (*(name for name in old if source_key(name.value) not in keys), *new)

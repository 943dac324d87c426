"""Carry over what a sentence does not say: the source, the place and the year of the ones before.

A reader knows from the sentences before that "it has 645 attacks" is the count of a certain body
in a certain year. The rules here are the ones that a careful reader would give aloud. Each carries
a part over only when one answer is possible, and says from which sentence it came. A wrong source
or a wrong year is worse than none.

- **Source.** A paragraph keeps the one body that it names, until it names another. "It", "the
  report", "the think tank" or "of the dead" reaches back one paragraph, or to the only body that
  counts in the text so far.
- **Year.** "The same year" is the last year named; "the year before" is the one before it. Without
  such words, a figure has the year of its paragraph, of its source, or the only year so far.
- **Place.** The paragraph's place, the place of the source's last figure, or the one country that
  the article names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from copydesk.circumstances import Circumstances
from copydesk.mentions import (
    another_speaks,
    bodies_named,
    bodies_printed,
    countries,
    country_pattern,
    elsewhere,
    forces_as_subject,
    is_body,
    is_counter,
    names_another_body,
    owner_of,
    source_key,
    unknown_name,
)
from copydesk.sentences import Sentence

_CALENDAR = re.compile(r"(?:the )?(?:calendar )?(?:year )?((?:19|20)\d\d)(?: alone)?")
_SAME_YEAR = re.compile(r"(?:the |that )?(?:same )?year", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?:the )?(?:previous|preceding|prior) (?:year|one)|(?:the |a )?year (?:before|earlier)",
    re.IGNORECASE,
)
# "In its report on 2024": without another year, the figures of the report are for that year.
_REPORT_ON = re.compile(
    r"\b(?:reports?|review|survey|edition|figures|data|count|statistics)[ ](?:on|for)[ ]"
    r"(?:the[ ]year[ ])?(?P<after>(?:19|20)\d\d)\b"
)
_GENERIC = re.compile(
    r"(?:(?:the|this|that|its?|same|annual|yearly|new|latest|security|first|Islamabad-based)[ ])*"
    r"(?:report|reports|think[ ]tank|tank|institute|study|count|index|body|group|data|figures"
    r"|database|release|survey|edition|tally|it)",
    re.IGNORECASE,
)
# Words that point at a body or a count that was named before.
_POINTS_AT_BODY = re.compile(
    r"\b[Ii]t(?:s|self)?\b(?![ ](?:is|was|were|came|comes|happened|took)\b)|\b[Tt]heir\b"
    r"|\b[Tt]he[ ](?:\w+[ ])?(?:report|think[ ]tank|institute|study|count|index|database"
    r"|survey|edition|tally|centre|center|programme?)\b"
    r"|\b(?:[Tt]hat|[Tt]his)[ ](?:release|report|count|edition|rule|definition|body|series)\b"
    r"|\b[Tt]he[ ]Index\b|\b[Bb]oth[ ](?:editions|reports|counts)\b"
)
_POINTS_AT_COUNT = re.compile(
    r"\b[Oo]f[ ](?:the|these|those)[ ](?:dead|killed|injured|wounded|incidents|attacks|deaths"
    r"|total|victims|fatalities|casualties)\b"
    r"|\b(?:those|these|the|that)[ ](?:other[ ])?(?:attacks|incidents|deaths|dead|injured"
    r"|operations|fatalities|casualties|total|toll|increase|rise|fall|drop|decline)\b"
    r"|\bof[ ]them\b",
    re.IGNORECASE,
)
_PERSON_SAYS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)[ ](?:also[ ]|has[ ]|have[ ])?"
    r"(?:said|says|say|added|told|put|puts)\b"
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
_QUOTED = re.compile(r"[“”\"]")
# A sentence that denies, doubts or supposes names a body without lending it to the next sentence.
_UNSURE = re.compile(
    r"\b(?:denie[sd]|deny|reject\w*|disput\w*|false\w*|wrong\w*|fake|myth|hoax|rumou?r\w*|critic\w*"
    r"|unlike|contrary|would|could|might|if|unless|forecasts?|predict\w*|retract\w*|alleg\w*"
    r"|misquot\w*|mislead\w*|claimed)\b|n[’']t\b|\b(?:did|does|do|has|have|was|is) not\b"
)
_FEW = 8
"""Periods of one sentence that are looked through, which keeps long lines fast."""
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•·]|\d{1,2}[.)])(?:\s|$)")
_COUNTRY_WORDS = re.compile(r"\b(?:the|this|our) country\b|\bnationwide\b", re.IGNORECASE)
_SCOPE_AFTER = re.compile(
    r"(?:Its|The|That|This)[ ](?:\w+[ ])?(?:total|count|figures?|number|toll|tally)[ ]"
    r"(?:covers?|takes?[ ]in|includes?|counts?|adds?|is[ ]of|means?)\b"
)
_ATTACKS = re.compile(r"\battacks?\b")
_OPERATIONS = re.compile(r"\boperations?\b")


@dataclass(frozen=True)
class Carried:
    """A part of a claim that its own sentence does not give in full.

    Attributes
    ----------
    part : str
        ``"source"``, ``"place"``, ``"period"``, ``"base period"``, ``"measure"``,
        ``"of"``, ``"whole"`` or ``"scope"``.
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
    """

    sources: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    periods: tuple[Named, ...] = ()
    measures: tuple[Named, ...] = ()
    broken: bool = False
    names: str = ""
    dead_or_hurt: tuple[Named, ...] = ()


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
    return replace(memory, here=intro or Scene(), before=before, intro=intro)


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
        if not _GENERIC.fullmatch(cue.value)
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
    places = _distinct([Named(cue.value, number) for cue in around.places])
    points = any(_GENERIC.fullmatch(cue.value) for cue in around.sources)
    points = points or bool(_POINTS_AT_BODY.search(text) or _POINTS_AT_COUNT.search(text))
    here = Scene(
        sources,
        _joined(memory.here.places, places),
        periods or memory.here.periods,
        _distinct([Named(measure, number) for measure in measures]) or memory.here.measures,
        memory.here.broken or not (sources or points or around.length < 4),
        memory.here.names or _strange_name(text, around, named, memory),
        _dead_or_hurt(text, number) or memory.here.dead_or_hurt,
    )
    bodies = [name for name in named if name.value in known or is_counter(name.value)]
    counted = measures or _COUNTED.search(text)
    years = tuple(named for named in periods if counted and _CALENDAR.fullmatch(named.value))
    return replace(
        ended,
        here=here,
        bodies=_joined(memory.bodies, tuple(bodies)),
        years=_joined(memory.years, years),
        frames=_framed(memory, here, periods, places, measures),
        last_places=places if places and measures else memory.last_places,
    )


def _dead_or_hurt(text: str, number: int) -> tuple[Named, ...]:
    """Say whether a sentence speaks of the dead or of the hurt; of both, it says neither."""
    found = [name for name, words in _FATE_WORDS.items() if words.search(text)]
    return (Named(found[0], number),) if len(found) == 1 else ()


def _strange_name(
    text: str, around: Circumstances, named: tuple[Named, ...], memory: Memory
) -> str:
    """Return a name of a sentence that is no source, no place that was read, and no known body."""
    places = " ".join(cue.value for cue in around.places)
    country = memory.country.value if memory.country else ""
    known = tuple(name.value for name in named) + bodies_printed(text)
    return unknown_name(text, known, f"{places} {country}".strip())


def carry_source(memory: Memory, text: str, own: str | None) -> Carried | None:
    """Return the body whose figure it is when the sentence names none, or ``None``.

    ``own`` is what the sentence prints; generic words ("the report") are looked up.
    """
    if own and not _GENERIC.fullmatch(own):
        return None
    if names_another_body(text):
        return None
    if not own and (bodies_named(text) or another_speaks(text) or _QUOTED.search(text)):
        return None
    here = memory.here.sources
    points = own or _POINTS_AT_BODY.search(text) or _PERSON_SAYS.search(text)
    counts = _POINTS_AT_COUNT.search(text)
    if len(here) == 1:
        if points or is_body(here[0].value):
            return _carried("source", here[0], "the only source of the paragraph so far")
        return None
    if here:
        return None
    if (points or counts) and not memory.here.broken:
        before = memory.before.sources
        if len(before) == 1 and is_body(before[0].value):
            return _carried("source", before[0], "the one source of the paragraph before")
        if len(memory.bodies) == 1:
            return _carried("source", memory.bodies[0], "the only body that counts so far")
    return None


def carry_year(
    memory: Memory,
    sentence: Sentence,
    around: Circumstances,
    period: str | None,
    source: str | None,
    start: int,
) -> Carried | None:
    """Return the calendar year of a figure whose sentence gives none, or gives "the year before".

    Parameters
    ----------
    memory : Memory
        What the text has said so far.
    sentence : Sentence
    around : Circumstances
        What the sentence says.
    period : str or None
        The period that the sentence gives the figure.
    source : str or None
        Whose figure it is.
    start : int
        Where the figure stands in the sentence.

    Returns
    -------
    Carried or None
    """
    before = bool(period and _YEAR_BEFORE.fullmatch(period))
    if period and not before and not _SAME_YEAR.fullmatch(period):
        return None
    anchor, why = _anchor(memory, sentence, around, source, period, start)
    if anchor is None or (period and not _CALENDAR.fullmatch(anchor.value)):
        return None
    if before:
        value = str(int(anchor.value) - 1)
        why = f'"{period}" counts from {anchor.value}, {why}'
        return Carried("period", value, anchor.sentence, why)
    return _carried("period", anchor, why)


def carry_place(
    memory: Memory, sentence: Sentence, source: str | None, period: str | None
) -> Carried | None:
    """Return the place of a figure whose sentence gives none, or ``None``."""
    text = sentence.text
    owner = owner_of(text, source)
    if owner:
        return Carried("place", owner, sentence.number, "the country whose body it is")
    here = memory.here.places
    if memory.here.names or elsewhere(text):
        return None  # another place may be meant
    if len(here) == 1:
        return _carried("place", here[0], "the only place of the paragraph so far")
    if here and not _COUNTRY_WORDS.search(text):
        return None
    frame = _frame(memory, source)
    if frame and len(frame.places) == 1:
        return _carried("place", frame.places[0], "the place of the source's figures so far")
    if memory.country:
        return _carried("place", memory.country, "the one country that the article names")
    # "for the same year" speaks of what was counted before, there too.
    if period and _SAME_YEAR.fullmatch(period) and len(memory.last_places) == 1:
        return _carried("place", memory.last_places[0], "the place of the figures before")
    return None


def carry_two_years(memory: Memory, source: str | None) -> tuple[Named, Named] | None:
    """Return the two years that the paragraph, or the source, set side by side, in their order."""
    frame = _frame(memory, source)
    periods = memory.here.periods or (frame.periods if frame else ())
    years = sorted(
        (year for year in periods if _CALENDAR.fullmatch(year.value)), key=lambda year: year.value
    )
    return (years[0], years[1]) if len(years) == len(periods) == 2 else None


def scope_after(text: str) -> str:
    """Say what the next sentence says that a total covers: attacks and operations, or neither."""
    if not _SCOPE_AFTER.match(text):
        return ""
    both = _ATTACKS.search(text) and _OPERATIONS.search(text)
    return "attacks and operations" if both else ""


def is_year_before(period: str) -> bool:
    """Say whether a period is one year before another: "the previous year"."""
    return bool(_YEAR_BEFORE.fullmatch(period))


def year_of_report(text: str) -> str | None:
    """Return the year of "its report on 2024", if the sentence has one such report."""
    years = {match["after"] for match in _REPORT_ON.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _anchor(
    memory: Memory,
    sentence: Sentence,
    around: Circumstances,
    source: str | None,
    period: str | None,
    start: int,
) -> tuple[Named | None, str]:
    """Find the year that a figure without a year of its own belongs to."""
    own = {
        match[1]
        for cue in around.own_periods[:_FEW]
        if cue.start < start and (match := _CALENDAR.fullmatch(cue.value))
    }
    if own:
        year = Named(own.pop(), sentence.number) if len(own) == 1 else None
        return year, "named before in the same sentence"
    report = year_of_report(sentence.text)
    if report:
        return Named(report, sentence.number), "the year that the report is on"
    if memory.here.periods:
        return _single(memory.here.periods), "the last period of the paragraph"
    frame = _frame(memory, source)
    if frame and frame.periods:
        return _single(frame.periods), "the period of the source's figures so far"
    if period or (source and is_counter(source)):
        return _single(memory.years), "the only year so far"
    return None, ""


def _single(names: tuple[Named, ...]) -> Named | None:
    return names[0] if len(names) == 1 else None


def _periods_of(text: str, around: Circumstances, number: int) -> tuple[Named, ...]:
    """Return the periods that date something in a sentence; a calendar year as its number."""
    periods = [
        match[1] if (match := _CALENDAR.fullmatch(cue.value)) else cue.value
        for cue in around.own_periods
        if not _YEAR_BEFORE.fullmatch(cue.value) and not _SAME_YEAR.fullmatch(cue.value)
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


def _frame(memory: Memory, source: str | None) -> Scene | None:
    return dict(memory.frames).get(source_key(source)) if source else None


def _only_country(text: str) -> Named | None:
    """Return the one country that a text names, by its name or its adjective."""
    found = {match.group() for match in country_pattern().finditer(text)}
    country = {countries()[name] for name in found}
    # An adjective alone ("Pakistani shelling") says who acts and not where.
    return Named(country.pop(), 0) if len(country) == 1 and country & found else None


def _carried(part: str, named: Named, why: str) -> Carried:
    return Carried(part, named.value, named.sentence, why)


def _distinct(names: list[Named]) -> tuple[Named, ...]:
    """Keep each name once, by its key."""
    return tuple({source_key(name.value): name for name in reversed(names)}.values())[::-1]


def _joined(old: tuple[Named, ...], new: tuple[Named, ...]) -> tuple[Named, ...]:
    """Add new names to old ones; a name that comes again is kept as it was last printed."""
    keys = {source_key(name.value) for name in new}
    return (*(name for name in old if source_key(name.value) not in keys), *new)

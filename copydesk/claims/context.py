"""Carry over what a sentence does not say: the source, the place and the year of the ones before.

A reader knows from the sentences before that "it has 645 attacks" is the count of a certain body
in a certain year. The rules here are the ones that a careful reader would give aloud. Each carries
a part over only when one answer is possible, and says from which sentence it came. A wrong source
or a wrong year is worse than none.

- **Source.** A paragraph keeps the one body that it names, until it names another. "It", "the
  report", "the think tank" or "of the dead" reaches back one paragraph, or to the only body that
  counts in the text so far.
- **Year.** "The same year" is the last year named; "the year before" is the one before it. Without
  such words, a figure has the year of its paragraph, of its source, or the only year so far. Of two
  years that were compared it is the later one. After "in the spring" or "the year after" no year is
  carried.
- **Place.** The paragraph's place, the place of the source's last figure, the one country that the
  article names, or the only place of the figures so far. After a heading or a sentence about
  another place none is carried.
"""

from __future__ import annotations

import re

from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import Carried
from copydesk.claims.memory import (
    CALENDAR,
    GENERIC,
    POINTS_AT_BODY,
    POINTS_AT_COUNT,
    SAME_YEAR,
    YEAR_BEFORE,
    year_of_report,
)
from copydesk.claims.mentions import (
    another_speaks,
    bodies_named,
    elsewhere,
    home_of,
    is_body,
    is_counter,
    names_another_body,
    owner_of,
    source_key,
)
from copydesk.claims.scene import Memory, Named, Scene
from copydesk.language.sentences import Sentence

_PERSON_SAYS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)[ ](?:also[ ]|has[ ]|have[ ])?"
    r"(?:said|says|say|added|told|put|puts)\b"
)
_QUOTED = re.compile(r"[“”\"]")
_FEW = 8
"""Periods of one sentence that are looked through, which keeps long lines fast."""
_SCOPE_AFTER = re.compile(
    r"(?:Its|The|That|This)[ ](?:\w+[ ])?(?:total|count|figures?|number|toll|tally)[ ]"
    r"(?:covers?|takes?[ ]in|includes?|counts?|adds?|is[ ]of|means?)\b"
)
_WIDER_COUNT = re.compile(
    r"\b(?:count|series|total|figure|tally)\b[^.;]*\badds?[ ](?:those|these|the)[ ]"
    r"(?:actions|operations)\b"
)
_IT_HAS = re.compile(
    r"(?:It|That count|This count|That series|The wider count)[ ](?:has|had|gives|comes)\b"
)
_ATTACKS = re.compile(r"\battacks?\b")
_OPERATIONS = re.compile(r"\boperations?\b")


def carry_source(memory: Memory, text: str, own: str | None) -> Carried | None:
    """Return the body whose figure it is when the sentence names none, or ``None``.

    ``own`` is what the sentence prints; generic words ("the report") are looked up.
    """
    if _names_its_source(text, own):
        return None
    here = memory.here.sources
    points = own or POINTS_AT_BODY.search(text) or _PERSON_SAYS.search(text)
    if len(here) == 1 and (points or is_body(here[0].value)):
        return _carried("source", here[0], "the only source of the paragraph so far")
    if here or memory.here.broken or not (points or POINTS_AT_COUNT.search(text)):
        return None
    before = memory.before.sources
    if len(before) == 1 and is_body(before[0].value):
        return _carried("source", before[0], "the one source of the paragraph before")
    if len(memory.bodies) == 1:
        return _carried("source", memory.bodies[0], "the only body that counts so far")
    return None


def _names_its_source(text: str, own: str | None) -> bool:
    """Say whether a sentence names who counted, or may mean somebody who is not named before."""
    if own:
        return not GENERIC.fullmatch(own) or names_another_body(text)
    named = bodies_named(text) or another_speaks(text) or _QUOTED.search(text)
    return bool(named) or names_another_body(text)


def carry_year(
    memory: Memory,
    sentence: Sentence,
    around: Circumstances,
    period: str | None,
    source: str | None,
    start: int,
) -> Carried | None:
    """Return the calendar year of a figure whose sentence gives none, or gives "the year before".

    ``period`` and ``source`` are what the sentence gives the figure, which stands at ``start``.
    """
    before = bool(period and YEAR_BEFORE.fullmatch(period))
    if period and not before and not SAME_YEAR.fullmatch(period):
        return None
    anchor, why = _anchor(memory, sentence, around, source, period, start)
    if anchor is None or (period and not CALENDAR.fullmatch(anchor.value)):
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
    if memory.here.names or memory.here.before or elsewhere(text):
        return None  # another place may be meant
    here = memory.here.places
    if len(here) == 1:
        return _carried("place", here[0], "the only place of the paragraph so far")
    if here:
        return None
    return _place_of_the_text(memory, source, bool(period and SAME_YEAR.fullmatch(period))) or (
        _home(memory, sentence, source)
    )


def _place_of_the_text(memory: Memory, source: str | None, same_year: bool) -> Carried | None:
    """Return the one place of the source's figures, of the article, or of its figures so far."""
    frame = _frame(memory, source)
    if frame and len(frame.places) == 1:
        return _carried("place", frame.places[0], "the place of the source's figures so far")
    if memory.country:
        return _carried("place", memory.country, "the one country that the article names")
    if len(memory.figure_places) == 1 and not memory.strange:
        return _carried("place", memory.figure_places[0], "the only place of the figures so far")
    # "for the same year" speaks of what was counted before, there too.
    if same_year and len(memory.last_places) == 1:
        return _carried("place", memory.last_places[0], "the place of the figures before")
    return None


def _home(memory: Memory, sentence: Sentence, source: str | None) -> Carried | None:
    """Return the one country that a body counts, where no figure was of another place."""
    home = home_of(source)
    if home and not memory.strange and {place.value for place in memory.figure_places} <= {home}:
        return Carried("place", home, sentence.number, f"{source} counts this country alone")
    return None


def carry_two_years(memory: Memory, source: str | None) -> tuple[Named, Named] | None:
    """Return the two years that the paragraph, or the source, set side by side, in their order."""
    frame = _frame(memory, source)
    periods = memory.here.periods or (frame.periods if frame else ())
    years = sorted(
        (year for year in periods if CALENDAR.fullmatch(year.value)), key=lambda year: year.value
    )
    return (years[0], years[1]) if len(years) == len(periods) == 2 else None


def scope_of(before: str, sentence: str, after: str) -> tuple[int, str]:
    """Say whether the sentence after or before says that a count covers attacks and operations.

    Returns 1 or -1, with the reason; 0 where neither says so.
    """
    if _SCOPE_AFTER.match(after) and _ATTACKS.search(after) and _OPERATIONS.search(after):
        return 1, "what the total covers"
    if _IT_HAS.match(sentence) and _WIDER_COUNT.search(before):
        return -1, "what the count adds"
    return 0, ""


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
        if cue.start < start and (match := CALENDAR.fullmatch(cue.value))
    }
    if own:
        year = Named(own.pop(), sentence.number) if len(own) == 1 else None
        return year, "named before in the same sentence"
    report = year_of_report(sentence.text)
    if report:
        return Named(report, sentence.number), "the year that the report is on"
    if memory.here.moved and not memory.here.periods:
        return None, ""
    if memory.here.periods:
        return _main(memory.here.periods, memory, "the last period of the paragraph")
    frame = _frame(memory, source)
    if frame and frame.periods:
        return _main(frame.periods, memory, "the period of the source's figures so far")
    return _year_of_the_text(memory, source, period)


def _year_of_the_text(
    memory: Memory, source: str | None, period: str | None
) -> tuple[Named | None, str]:
    """Return the last year that "the same year" can be, or the only one so far."""
    last = max((year.sentence for year in memory.years), default=0)
    named = [year for year in memory.years if year.sentence == last]
    if period and SAME_YEAR.fullmatch(period) and len(named) == 1:
        return named[0], "the last year that was named"
    if period or (source and is_counter(source)):
        return _main(memory.years, memory, "the only year so far")
    return None, ""


def _main(names: tuple[Named, ...], memory: Memory, why: str) -> tuple[Named | None, str]:
    """Return the only period; of two years the later one, where the earlier was only its base."""
    if len(names) == 1:
        return names[0], why
    left = [name for name in names if name.value not in memory.bases]
    later = len(left) == 1 and all(name.value <= left[0].value for name in names)
    if later and all(CALENDAR.fullmatch(name.value) for name in names):
        return left[0], "the later of the two years that were compared"
    return None, why


def _frame(memory: Memory, source: str | None) -> Scene | None:
    return memory.frames.get(source_key(source)) if source else None


def _carried(part: str, named: Named, why: str) -> Carried:
    return Carried(part, named.value, named.sentence, why)

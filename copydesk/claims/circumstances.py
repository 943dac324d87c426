"""Read what a sentence says around its figures: where, when, who says so, compared with what.

``read_circumstances`` reads a sentence once. ``place_of``, ``period_of``, ``source_of`` and
``comparison_of`` then choose what belongs to one figure, and return ``None`` rather than guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from copydesk.claims.periods import BARE_YEAR, YEAR, find_periods
from copydesk.claims.places import find_places
from copydesk.claims.sources import MONTH, Cue, clauses_of_sources, find_sources
from copydesk.corpus import country_names
from copydesk.language.number_words import alternatives, values

_FEW = 8
"""More names than this in one sentence are not looked through, which keeps long lines fast."""
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RECORDS = re.compile(r"(?: has| had)? (?:recorded|registered|counted|logged)\b")
_SPAN = r"(?:\d+|[a-z]+)"
# The number that a change begins at, whole: "30.6 million", "1,524".
_BASE = rf"\d[\d,]*(?:\.\d+)?(?:[ ]?{alternatives(values('scale'))}\b)?"
_COMPARISON = re.compile(
    rf"""
    \b(?:
        {_SPAN}[ -]year[ ](?:record|high|low|peak)(?:[ ](?:high|low))?
      | an?[ ](?:all-time[ ])?record(?=[.,;]|$|[ ]\d)
      | (?:all-time|record)[ ](?:high|low|number|level|year|toll)
      | (?:highest|lowest|largest|deadliest|worst|most|fewest|bloodiest|biggest|smallest)\b
        [^,.;:]{{0,60}}?\b(?:since[ ](?:(?:[a-z]+[ ]){{0,6}}(?:in|from)[ ])?(?:{MONTH}[ ])?{YEAR}
        |in[ ](?:nearly[ ]|almost[ ]|over[ ]|more[ ]than[ ]|the[ ]past[ ]|the[ ]last[ ])?(?:an?[ ])?
        (?:{_SPAN}[ ])?(?:years?|decades?)|of[ ](?:the[ ](?:past|last)[ ])?{_SPAN}[ ]years
        |on[ ]record|ever)\b
    )
    | \b(?:up|down)[ ](?:by[ ]|nearly[ ]|about[ ]|almost[ ])?\d[\d.]*(?:[ ]?%|pc\b|[ ]per[ ]?cent)
      (?:[ ](?:from|on|over|compared[ ](?:to|with))[ ]
      (?:the[ ]previous[ ]year|last[ ]year|{YEAR}))?
    | \b(?:up|down|rose|risen|fell|fallen|increased|dropped|declined|decreased|climbed|jumped|surged
      |grew|soared|plunged|sank|dipped|went)[ ]from[ ]
      (?:\w+[ ])?{_BASE}(?:[ ](?:(?!to[ ])\w+[ ]){{0,2}}(?:in|during)[ ]
        (?:{YEAR}|the[ ]previous[ ]year))?
    | \b(?:rose|risen|increased?|fell|fallen|dropped|declined?|decreased?|surged?|jump(?:ed)?|grew
      |climb(?:ed)?|rise|drop|reduction|growth|fall|soared|plunged?|dip(?:ped)?|spike
      |went[ ]up|went[ ]down|came[ ]down)
      (?:[ ]of|[ ]by)?[ ](?:nearly[ ]|about[ ]|almost[ ])?\d[\d.]*(?:[ ]?%|pc\b|[ ]per[ ]?cent)
    | \b\d[\d.]*(?:[ ]?%|pc|[ ]per[ ]?cent)[ ](?:increase|rise|drop|decline|decrease|fall|surge
      |jump|climb|growth|dip|spike|plunge|reduction|more|fewer|less|higher|lower)
      (?:[ ]than[ ](?:in[ ])?(?:{YEAR}|last[ ]year))?
    | \b(?:compared[ ](?:to|with)|(?:more|fewer|higher|lower|less)[ ]than[ ]in
      |against)[ ](?:the[ ])?(?:{YEAR}|previous[ ]year|last[ ]year|year[ ]before)
    | \b(?:(?:more[ ]than|nearly|almost|about)[ ])?
      (?:half|twice|double|triple|three[ ]times|four[ ]times|five[ ]times)[ ]
      (?:as[ ](?:many|much)[ ](?:[a-z]+[ ])?as
        |(?:the|that)(?:[ ](?:number|figure|toll|count))?)
      (?:[ ](?:in|of|for))?(?:[ ](?:the[ ])?(?:{YEAR}|previous[ ]year|year[ ]before|year[ ]earlier)
      |[ ]a[ ]year[ ](?:before|earlier))?\b
    | \b(?:(?:more[ ]than|nearly|almost|about)[ ])?(?:doubled|trebled|tripled|quadrupled|halved)\b
      (?:[ ]since[ ]{YEAR})?(?:(?:[ ]in[ ]{YEAR})?,?[ ]from[ ]{_BASE}(?:[ ]in[ ]{YEAR})?)?
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(
    r",(?!\d)|[;:—–]|[ ](?:while|whereas|but|compared|versus|than|up from|down from|against the"
    r"|and (?=in |by |during ))[ ]?"
)


@dataclass(frozen=True)
class Circumstances:
    """What a sentence says around its figures, each list in the order of the sentence.

    What only a figure asks for is read when the first one does.

    Attributes
    ----------
    sentence : str
        The sentence.
    places, periods, sources : tuple of Cue
        What the sentence names.
    """

    sentence: str
    places: tuple[Cue, ...]
    periods: tuple[Cue, ...]
    sources: tuple[Cue, ...]

    @cached_property
    def comparisons(self) -> tuple[Cue, ...]:
        """What the sentence compares its figures with."""
        return tuple(
            Cue(match.start(), match.end(), match.group().strip())
            for match in _COMPARISON.finditer(self.sentence)
        )

    @cached_property
    def own_periods(self) -> tuple[Cue, ...]:
        """The periods without those that a comparison ends in.

        The 2022 of "up from 980 in 2022" is the year of the 980, and of no figure outside the
        comparison.
        """
        return _outside(self.periods, self.comparisons) if self.periods else ()

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """Where its clauses begin."""
        ends = {match.end() for match in _CLAUSE.finditer(self.sentence)}
        return tuple(sorted({0} | ends | clauses_of_sources(self.sentence, self.sources)))


@lru_cache(maxsize=64)
def read_circumstances(sentence: str) -> Circumstances:
    """Read the places, periods, sources and comparisons of a sentence, once for all its figures.

    Examples
    --------
    >>> around = read_circumstances("In Pakistan 1,524 people died in 2023, the ministry said.")
    >>> [cue.value for cue in (*around.places, *around.periods, *around.sources)]
    ['Pakistan', '2023', 'ministry']
    """
    named = find_sources(sentence)
    sources = _without_countries(sentence, named)
    recording = tuple(cue for cue in named if cue not in sources)
    places = {*find_places(sentence), *recording}
    return Circumstances(
        sentence=sentence,
        places=tuple(sorted(places, key=lambda cue: cue.start)),
        periods=find_periods(sentence),
        sources=sources,
    )


def _without_countries(text: str, sources: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Leave out a country that "recorded 664 deaths" where the sentence names who counted them.

    A figure between the two would be the country's: "Pakistan counted 3 raids, while PIPS ...".
    """
    plain = _A_YEAR.sub("year", text)  # of the same length
    return tuple(
        cue
        for cue in sources
        if not (_RECORDS.match(text, cue.end) and cue.value in country_names())
        or all(other.value in country_names() or _figure_of(plain, cue, other) for other in sources)
    )


def _figure_of(text: str, country: Cue, body: Cue) -> bool:
    """Say whether another body has a figure of its own beside a country's."""
    own = text[body.start :] if country.start < body.start else text[body.end : country.start]
    return any(letter.isdigit() for letter in own)


def place_of(around: Circumstances, start: int, end: int) -> str | None:
    """Return the place of the figure that stands at ``start`` to ``end``, or ``None``."""
    return _choose(around.places, start, end, around)


def source_of(around: Circumstances, start: int, end: int) -> str | None:
    """Return who is named for the figure that stands at ``start`` to ``end``, or ``None``."""
    return _choose(around.sources, start, end, around)


def period_of(around: Circumstances, start: int, end: int, change: bool = False) -> str | None:
    """Return the period of the figure that stands at ``start`` to ``end``, or ``None``.

    The period of a change is the later one: the 2022 of "up 56% from 2022" is its base.
    """
    compared = covers(around.comparisons, start) and not change
    cues = around.periods if compared else around.own_periods
    found = _choose(cues, start, end, around)
    if change and found is None and 0 < len(cues) <= _FEW:
        # "679 in 2019 and 600 in 2020, a fall of 11.6 per cent": the later year is its own.
        years = [cue.value for cue in cues if BARE_YEAR.fullmatch(cue.value)]
        return max(years) if len(set(years)) == 2 else None
    # Days and hours do not differ as years do: without a year, the nearest one will do.
    if found is None and 0 < len(cues) <= _FEW and not any(_A_YEAR.search(c.value) for c in cues):
        return min(cues, key=lambda cue: abs(cue.start - start)).value
    return found


def comparison_of(around: Circumstances, start: int) -> str | None:
    """Return the comparison of a figure; of several, the one that follows ``start``."""
    cues = around.comparisons
    if not cues:
        return None
    after = bisect_left(cues, start, key=lambda cue: cue.end)
    return cues[min(after, len(cues) - 1)].value


def covers(cues: tuple[Cue, ...], place: int) -> bool:
    """Say whether a character stands inside one of the cues, which are in order."""
    index = bisect_right(cues, place, key=lambda cue: cue.start) - 1
    return index >= 0 and place < cues[index].end


def _outside(periods: tuple[Cue, ...], comparisons: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Leave out each period that a comparison ends in, for that is what it compares with."""
    ends = (bisect_right(periods, c.end - 1, key=lambda cue: cue.start) - 1 for c in comparisons)
    ended = {index for index in ends if index >= 0}
    return tuple(
        cue
        for index, cue in enumerate(periods)
        if index not in ended or not covers(comparisons, cue.start)
    )


def _choose(cues: tuple[Cue, ...], start: int, end: int, around: Circumstances) -> str | None:
    """Choose the cue that belongs to a figure.

    First the figure's own clause: the next cue after it, or the last one before it. Then the whole
    sentence, but only when it names one: between two years, or two sources, there is no guessing.
    """
    if not cues:
        return None
    clause = bisect_right(around.clauses, start) - 1
    low = around.clauses[clause]
    high = around.clauses[clause + 1] if clause + 1 < len(around.clauses) else len(around.sentence)
    after = bisect_left(cues, end, key=lambda cue: cue.start)
    if after < len(cues) and cues[after].start < high:
        return cues[after].value
    if after > 0 and cues[after - 1].start >= low:
        return cues[after - 1].value
    if len(cues) <= _FEW and len({cue.value for cue in cues}) == 1:
        return cues[0].value
    return None

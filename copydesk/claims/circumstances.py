"""Read what a sentence says around its figures: where, when, who says so, compared with what.

``read_circumstances`` reads a sentence once. ``place_of``, ``period_of``, ``source_of`` and
``comparison_of`` then choose what belongs to one figure, and return ``None`` rather than guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from copydesk.claims.sources import DAY, MONTH, Cue, clauses_of_sources, find_sources
from copydesk.corpus import country_names
from copydesk.language.dates import month_words, weekday_words
from copydesk.language.number_words import alternatives, values
from copydesk.language.tokens import lower_words, words_of
from copydesk.lexicons import states

_YEAR = r"(?:1[5-9]|20)\d\d"
_SPAN_WORD = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|quarters?|half|decades?)"
_PERIOD = re.compile(
    rf"""
    (?<![\w.,-])
    (?:
        # a part of a year, or an open stretch of years: never the same as the year itself
        (?:(?:[Bb]etween|[Ff]rom)[ ]{_YEAR}[ ](?:and|to|until|through)[ ]{_YEAR})
      | (?:{_YEAR}[ ]?[-–/][ ]?(?:{_YEAR}|\d\d)(?!\d))
      | (?:{_YEAR}(?:,[ ]{_YEAR}){{0,5}},?[ ](?:and|or|to)[ ]{_YEAR}(?![\w-]|,\d))
      | (?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Bb]y)[ ](?:(?:early|late|mid)[ -])?
          (?:{MONTH}[ ])?{_YEAR}(?![\w-]))
      | (?:[\w-]+[ ](?:[\w-]+[ ])?(?:of|to|until)[ ](?:the[ ]year[ ])?(?:{MONTH}[ ])?
          {_YEAR}(?![\w-]))
      | (?:(?:[Ee]arly|[Ll]ate|[Mm]id|spring|summer|autumn|fall|winter|Q[1-4]|[Ff]iscal(?:[ ]year)?
          |FY)[ -]?(?:of[ ])?{_YEAR}(?![\w-]))
        # days and months
      | (?:{MONTH}[ ]\d\d?(?:st|nd|rd|th)?(?:,?[ ]{_YEAR})?(?![\w-]))
      | (?:\d\d?(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}(?:,?[ ]{_YEAR})?)
      | (?:{MONTH},?[ ](?:of[ ])?{_YEAR}(?![\w-]))
      | (?:(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Bb]y|[Uu]ntil|[Dd]uring|of|[Ll]ate|[Ee]arly)[ ]
          {MONTH}(?![\w])(?:,?[ ](?:of[ ])?{_YEAR}(?![\w-]))?)
      | (?:(?:[Ll]ast|[Tt]his|[Oo]n|[Nn]ext|[Ss]ince|[Bb]y)[ ]{DAY}(?:[ ](?:night|morning|evening
          |afternoon))?)
      | (?:{DAY}(?:[ ](?:night|morning|evening|afternoon))?)
        # relative to a date that the sentence does not give
      | (?:(?:[Tt]he[ ])?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Ff]irst|[Cc]oming|[Nn]ext)[ ]
          (?:[\w-]+[ ])?{_SPAN_WORD}(?:[ ]of[ ]{_YEAR})?)
      | (?:(?:[Tt]he[ ])?(?:year|month|week)[ ](?:before|earlier)(?![ ]\w+ed\b))
      | (?:(?:[Tt]he[ ])?preceding[ ](?:year|month|week))
      | (?:[Tt]he[ ]previous[ ]one)
      | (?:(?:[Tt]his|[Tt]hat|[Tt]he[ ]same)[ ](?:week|month|year|quarter))
      | (?:(?<=[Ii]n[ ])|(?<=[Ff]or[ ])|(?<=[Dd]uring[ ]))[Tt]he[ ]year(?![ ](?:of|to|ended)\b)
      | (?:[\w-]+[ ]{_SPAN_WORD}[ ](?:ago|earlier|later))
      | \b(?:today|yesterday|tonight|overnight|tomorrow)\b
      | {_YEAR}(?![\w-]|,\d|\.\d)
    )
    (?:[ ]so[ ]far|[ ]to[ ]date|[ ]alone)?
    """,
    re.VERBOSE,
)
_TIMES = words_of(
    "past last previous first coming next preceding week month year quarter ago earlier later today"
    " yesterday tonight overnight tomorrow"
)
# What a period has at least, in lower case; "this weekend" begins with one of the words.
_A_TIME = re.compile(rf"\d\d|\b{alternatives({*_TIMES, *month_words(), *weekday_words()})}")
# A time that dates the telling, not the event: "said on Monday", "a report published in 2024".
_TELLING_BEFORE = re.compile(
    r"\b(?:said|says|told|reported|announced|added|confirmed|wrote|published|released|issued"
    r"|printed|launched|dated|conference|briefing|interview|statement|speech)"
    r"(?:[ ][\w.-]+){0,2}?(?:[ ](?:in|on))?[ ]$"
)
# "Annual Report 2023", "Ramadan 2023": a capital before the year makes it part of a name.
_TITLE_BEFORE = re.compile(
    r"\b(?!(?:In|During|For|Since|Of|The|By|And|But|Then|Yet|So|After|Before|As|When|While|Now|From"
    r"|Until|Till|Still|Not|That|This|Both|Between|With|Like|Unlike|Year)\b)[A-Z][\w-]*[ ]$"
)
# "its report on 2024", "the edition of 2024": the year of a report, which need not be the figure's.
_REPORT_BEFORE = re.compile(
    r"\b(?:reports?|editions?|index|versions?|releases?|surveys?|reviews?)[ ](?:of|on|for)[ ]"
    r"(?:the[ ]year[ ])?(?:\d{4})?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"[’']s?[ ]")  # "last month’s attack": which attack, and not when
_TITLE_AFTER = re.compile(
    r"[ ](?:[\w-]+[ ]){0,2}(?:report|edition|index|study|survey|Report|Edition|Index)\b"
)
# A year that is compared with: "than in 2022", "a rise on 2022", "down on 2022".
_COMPARED_BEFORE = re.compile(
    r"\b(?:than(?:[ ](?:in|during|for))?|versus|(?:compared|comparison)[ ](?:to|with)"
    r"|(?:up|down|[Rr]ise|rose|increased?|surged?|jump(?:ed)?|growth|drop(?:ped)?|declined?"
    r"|decreased?|fall|fell)(?:[ ][\w.,%]+){0,3}?[ ](?:on|over|from))[ ]$"
)
_BARE_YEAR = re.compile(_YEAR)
# What a year has as a whole; "the summer of 2023" and "the end of 2023" are parts of one.
_ALL_OF_A_YEAR = re.compile(
    r"\b(?:attacks?|deaths?|killings?|violence|incidents?|operations?|casualties|fatalities|toll"
    r"|injuries|injured|killed|dead|wounded|figures?|totals?|numbers?|counts?|data|course|whole|all"
    r"|calendar|victims|rise|fall|increase|decline|drop|change|bombings|blasts|clashes"
    r"|militants|outlaws|terrorists|civilians|those|that|ones?|level|records?)[ ]of[ ]"
    r"(?:the year )?\d{4}$",
    re.IGNORECASE,
)
_NAMED_YEAR = re.compile(r"[ ][A-Z]")  # "a 2019 Pulitzer Prize"
_YEAR_IN = re.compile(r"\b(?:in|during|for|of|throughout)[ ]$", re.IGNORECASE)
_NOT_PLACE = rf"(?!(?:{MONTH}|{DAY}|I|A|An|The|He|She|They|It|We)\b)"
_CAPITAL = rf"{_NOT_PLACE}[^\W\d_a-z][\w’'-]*"
# A country whose name has more than capitals in it: "Côte d'Ivoire", "the U.S."
_COUNTRY = "|".join(
    re.escape(name).replace("'", "[’']")
    for name in sorted(country_names(), key=len, reverse=True)
    if not re.fullmatch(rf"{_CAPITAL}(?:[ ](?:of[ ]|and[ ])?{_CAPITAL})*", name)
)
_PLACE = re.compile(
    rf"\b(?P<where>[Ii]n|[Aa]cross|[Tt]hroughout|[Ii]nside|[Nn]ear|[Oo]utside|[Aa]round|[Ww]ithin"
    rf"|[Aa]t|[Aa]long|[Pp]opulation[ ]of|[Pp]rovinces?[ ]of|[Dd]istricts?[ ]of)[ ]"
    rf"(?P<place>(?:the[ ])?(?:{_COUNTRY})(?![\w’'-])"
    rf"|(?:(?:the|all|parts|most|of|and|north\w*|south\w*|east\w*|west\w*|central|rural"
    rf"|northern|downtown|greater|neighbou?ring|occupied)[ -]){{0,4}}"
    rf"{_CAPITAL}(?:[ ](?:of[ ](?:the[ ])?)?{_CAPITAL}){{0,3}}"
    rf"(?:(?:,[ ]{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}){{0,3}},?[ ](?:and|or)[ ]{_CAPITAL}"
    rf"(?:[ ]{_CAPITAL}){{0,2}})?"
    rf"(?:(?<=[’']s)(?:[ ][\w-]+){{1,3}}|(?<=s[’'])(?:[ ][\w-]+){{1,3}})?)"
)
_ADJECTIVAL = re.compile(r"(?:ani|ian|ish|ese|aqi|eli|ghan|-led|-backed|-run)$")
_INSIDE = {"in", "across", "throughout", "inside", "within", "at", "population of", "province of"}
_INSIDE |= {"provinces of", "district of", "districts of"}
# "a reply to the parliament in Islamabad": where somebody speaks, not where it happened.
_TOLD_THERE = re.compile(
    r"\b(?:parliament|assembly|authorities|officials?|government|ministry|office|reporters"
    r"|journalists|conference|briefing|court|embassy|correspondents?|told[ ]\w+)[ ]$"
)
# "at Mir Ali, North Waziristan,": the district or province that a town is in.
_LARGER_PLACE = re.compile(rf",[ ](?P<place>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})(?=[,.;)]|$)")
_GEOGRAPHY = re.compile(
    r"[ ][A-Z]|\b(?:north|south|east|west|province|region|capital|city|district|state|border"
    r"|territory|coast|interior|centre|center|areas?)\w*\b"
)
_SUFFERS = re.compile(
    rf"(?P<place>{_CAPITAL}(?:[ ]{_CAPITAL})?(?:[ ]and[ ]{_CAPITAL}(?:[ ]{_CAPITAL})?)?)[ ]"
    r"(?:together[ ])?(?:(?:has[ ]|had[ ])?"
    r"(?:saw|seen|suffered|witnessed|experienced|endured|faced|accounts?[ ]for|accounted[ ]for)\b"
    r"|(?:has|had)(?=[ ]\d))"
)
_SUFFERING = words_of(
    "saw seen suffered witnessed experienced endured faced account accounts accounted has had"
)
"""Words of which `_SUFFERS` needs one."""
# "a feature on the north said that the deaths counted there": there is where the feature is about.
_ABOUT_A_PLACE = re.compile(
    r"\b(?:feature|report|story|article|study|piece|page)[ ](?:on|about)[ ]"
    rf"(?P<place>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})"
)
_THERE = re.compile(r"(?<=[a-z] )there\b(?![ ](?:was|were|is|are|had|has|have)\b)")
_NOT_A_PLACE = re.compile(
    r"\b(?:News|Council|University|Operation|Ministry|Court|Congress|Party|Army|Force|Forces"
    r"|Commission|Committee|Institute|Agency|Resolution|Parliament|Assembly|Islam|English|Urdu"
    r"|Arabic|Islamic|Nations|Index|Studies|Program|Programme|Portal|Centre|Center|Project|Bureau"
    r"|Database|Bank|Foundation|Statistics)$"
)
_FEW = 8
"""More names than this in one sentence are not looked through, which keeps long lines fast."""
_A_YEAR = re.compile(r"\d{4}")
_SPAN = r"(?:\d+|[a-z]+)"
# The number that a change begins at, whole: "30.6 million", "1,524".
_BASE = rf"\d[\d,]*(?:\.\d+)?(?:[ ]?{alternatives(values('scale'))}\b)?"
_COMPARISON = re.compile(
    rf"""
    \b(?:
        {_SPAN}[ -]year[ ](?:record|high|low|peak)(?:[ ](?:high|low))?
      | (?:all-time|record)[ ](?:high|low|number|level|year|toll)
      | (?:highest|lowest|largest|deadliest|worst|most|fewest|bloodiest|biggest|smallest)\b
        [^,.;:]{{0,60}}?\b(?:since[ ](?:(?:[a-z]+[ ]){{0,6}}(?:in|from)[ ])?(?:{MONTH}[ ])?{_YEAR}
        |in[ ](?:nearly[ ]|almost[ ]|over[ ]|more[ ]than[ ]|the[ ]past[ ]|the[ ]last[ ])?(?:an?[ ])?
        (?:{_SPAN}[ ])?(?:years?|decades?)|of[ ](?:the[ ](?:past|last)[ ])?{_SPAN}[ ]years
        |on[ ]record|ever)\b
    )
    | \b(?:up|down)[ ](?:by[ ]|nearly[ ]|about[ ]|almost[ ])?\d[\d.]*(?:[ ]?%|pc\b|[ ]per[ ]?cent)
      (?:[ ](?:from|on|over|compared[ ](?:to|with))[ ]
      (?:the[ ]previous[ ]year|last[ ]year|{_YEAR}))?
    | \b(?:up|down|rose|risen|fell|fallen|increased|dropped|declined|decreased|climbed|jumped|surged
      |grew|soared|plunged|sank|dipped|went)[ ]from[ ]
      (?:\w+[ ])?{_BASE}(?:[ ](?:(?!to[ ])\w+[ ]){{0,2}}(?:in|during)[ ]
        (?:{_YEAR}|the[ ]previous[ ]year))?
    | \b(?:rose|risen|increased?|fell|fallen|dropped|declined?|decreased?|surged?|jump(?:ed)?|grew
      |climb(?:ed)?|rise|drop|surge|reduction|growth|fall|soared|plunged?|dip(?:ped)?|spike
      |went[ ]up|went[ ]down|came[ ]down)
      (?:[ ]of|[ ]by)?[ ](?:nearly[ ]|about[ ]|almost[ ])?\d[\d.]*(?:[ ]?%|pc\b|[ ]per[ ]?cent)
    | \b\d[\d.]*(?:[ ]?%|pc|[ ]per[ ]?cent)[ ](?:increase|rise|drop|decline|decrease|fall|surge
      |jump|climb|growth|dip|spike|plunge|reduction|more|fewer|less|higher|lower)
      (?:[ ]than[ ](?:in[ ])?(?:{_YEAR}|last[ ]year))?
    | \b(?:compared[ ](?:to|with)|more[ ]than[ ]in|fewer[ ]than[ ]in|higher[ ]than[ ]in
      |against)[ ](?:the[ ])?(?:{_YEAR}|previous[ ]year|last[ ]year|year[ ]before)
    | \b(?:twice|double|triple|three[ ]times|four[ ]times)[ ](?:the|as|that)\b
    | \b(?:(?:more[ ]than|nearly|almost|about)[ ])?(?:doubled|trebled|tripled|quadrupled|halved)\b
      (?:[ ]since[ ]{_YEAR})?(?:(?:[ ]in[ ]{_YEAR})?,?[ ]from[ ]{_BASE}(?:[ ]in[ ]{_YEAR})?)?
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

    Attributes
    ----------
    length : int
        Characters of the sentence.
    clauses : tuple of int
        Where its clauses begin.
    places, periods, sources, comparisons : tuple of Cue
        What the sentence names.
    own_periods : tuple of Cue
        The periods without those that a comparison ends in: the 2022 of "up from 980 in 2022" is
        the year of the 980, and of no figure outside the comparison.
    """

    length: int
    clauses: tuple[int, ...]
    places: tuple[Cue, ...]
    periods: tuple[Cue, ...]
    own_periods: tuple[Cue, ...]
    sources: tuple[Cue, ...]
    comparisons: tuple[Cue, ...]


@lru_cache(maxsize=64)
def read_circumstances(sentence: str) -> Circumstances:
    """Read the places, periods, sources and comparisons of a sentence, once for all its figures.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    Circumstances

    Examples
    --------
    >>> around = read_circumstances("In Pakistan 1,524 people died in 2023, the ministry said.")
    >>> [cue.value for cue in (*around.places, *around.periods, *around.sources)]
    ['Pakistan', '2023', 'ministry']
    """
    periods = _periods(sentence)
    comparisons = tuple(
        Cue(match.start(), match.end(), match.group().strip())
        for match in _COMPARISON.finditer(sentence)
    )
    sources = find_sources(sentence)
    clauses = {0, *(match.end() for match in _CLAUSE.finditer(sentence))}
    return Circumstances(
        length=len(sentence),
        clauses=tuple(sorted(clauses | clauses_of_sources(sentence, sources))),
        places=_places(sentence),
        periods=periods,
        own_periods=_outside(periods, comparisons),
        sources=sources,
        comparisons=comparisons,
    )


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
        years = [cue.value for cue in cues if _BARE_YEAR.fullmatch(cue.value)]
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
    high = around.clauses[clause + 1] if clause + 1 < len(around.clauses) else around.length
    after = bisect_left(cues, end, key=lambda cue: cue.start)
    if after < len(cues) and cues[after].start < high:
        return cues[after].value
    if after > 0 and cues[after - 1].start >= low:
        return cues[after - 1].value
    if len(cues) <= _FEW and len({cue.value for cue in cues}) == 1:
        return cues[0].value
    return None


def _places(text: str) -> tuple[Cue, ...]:
    found = []
    for match in _PLACE.finditer(text):
        place = match["place"]
        _owner, _, owned = place.replace("’", "'").partition("'s")
        possessive = bool(owned) or place.endswith(("'s", "’s"))
        if _NOT_A_PLACE.search(place) or (possessive and not _GEOGRAPHY.search(owned)):
            continue  # "in Pakistan's history" is no place
        if _ADJECTIVAL.search(place) and text[match.end() : match.end() + 1] == " ":
            continue  # "in the Indian strikes"
        where = match["where"].lower()
        if where == "in" and _TOLD_THERE.search(text, max(0, match.start() - 24), match.start()):
            continue
        place = place.removeprefix("the ")
        end = match.end()
        larger = _LARGER_PLACE.match(text, end)
        if larger and place.lower() not in states():
            place, end = f"{place}, {larger['place']}", larger.end()
        at_or_long = where == "at" or (len(place) > 3 and place not in country_names())
        if place.isupper() and at_or_long:
            continue  # "at CRSS", "in PIPS reports": a body and no place
        if where not in _INSIDE:
            place = f"{where} {place}"  # "outside Pakistan" is not Pakistan
        found.append(Cue(match.start(), end, place))
    words = lower_words(text)
    for match in () if words.isdisjoint(_SUFFERING) else _SUFFERS.finditer(text):
        if match["place"].isupper() or _NOT_A_PLACE.search(match["place"]):
            continue  # "CRSS had 789 incidents": a body, which counts and does not suffer
        found.append(Cue(match.start(), match.end(), match["place"]))
    there = _THERE.search(text) if not found and "there" in words else None
    about = list(_ABOUT_A_PLACE.finditer(text)) if there else []
    if there and len(about) == 1 and about[0].end() < there.start():
        found.append(Cue(there.start(), there.end(), about[0]["place"]))
    return tuple(sorted(found, key=lambda cue: cue.start))


def _periods(text: str) -> tuple[Cue, ...]:
    found: list[Cue] = []
    if not _A_TIME.search(text.lower()):
        return ()
    for match in _PERIOD.finditer(text):
        period = match.group()
        before = text[max(0, match.start() - 50) : match.start()]
        # A title is followed by the bare year: "Report 2023", and not "Pakistan from May 2023".
        joined = period[0].islower() or re.match(r"(?:In|On) ", period)
        if (
            _TELLING_BEFORE.search(before)
            or (_TITLE_BEFORE.search(before) and not joined)
            or _TITLE_AFTER.match(text, match.end())
            or _REPORT_BEFORE.search(before)
            or _REPORT_BEFORE.search(period)
            or _OWNS.match(text, match.end())
            or _COMPARED_BEFORE.search(before)
            or (
                _BARE_YEAR.fullmatch(period)
                and _NAMED_YEAR.match(text, match.end())
                and not _YEAR_IN.search(before)
            )
        ):
            continue
        if _ALL_OF_A_YEAR.search(period) and not re.search(_SPAN_WORD, period):
            period = period[-4:]  # "attacks of 2023" is the year; "the summer of 2023" is not
        period = re.sub(rf"^(?:[Ii]n|[Oo]n|[Dd]uring|of|[Ff]rom(?= {MONTH})) ", "", period)
        found.append(Cue(match.start(), match.end(), period))
    return tuple(found)

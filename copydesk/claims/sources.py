"""Find who is named for the figures of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from copydesk.language.dates import month_pattern, weekday_pattern
from copydesk.language.number_words import alternatives
from copydesk.language.tokens import lower_words, words_of

MONTH, DAY = month_pattern(), weekday_pattern()

BODY_WORDS = (
    "Institute|Centre|Center|Bureau|Index|Program(?:me)?|Project|Portal|Ministry|Database|Office"
    "|Agency|Commission|Council|Observatory|Foundation|Organi[sz]ation|University|Bank|Studies"
)
COUNTING_BODY = re.compile(rf"\b(?:{BODY_WORDS})\b")
_REPORTING_WORDS = words_of(
    "said says say reported reports recorded records counted counts estimated estimates estimate"
    " put puts found finds documented announced claimed claims confirmed told shows showed stated"
    " tallied noted logged registered added wrote warned documents lists listed attributes"
    " attributed"
)
# An attack that "claimed 12 lives" says nothing.
_TOOK_LIVES = r"claimed[ ](?:the[ ]lives|(?:[a-z]+[ ]){0,3}[\d,]+[ ]lives)"
_REPORTING = rf"(?!{_TOOK_LIVES}){alternatives(_REPORTING_WORDS)}"
_ORG = (
    r"(?:officials?|police|ministry|army|military|spokes(?:man|woman|person)|witnesses|report"
    r"|authorities|sources|government|statement|agency|data|figures|study|survey|residents"
    r"|doctors|medics|hospital|media|rescuers|think tank|analysts?|experts?)"
)
# No word of a name has 60 letters; without the limit a long run of capitals costs its square.
_NAME_WORD = r"[^\W\d_a-z][\w.&’'-]{0,60}"
_PROPER = rf"{_NAME_WORD}(?:[ ](?:(?:of|for|and|on|the|de|al)[ ]){{0,2}}{_NAME_WORD}){{0,8}}"
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Aa]s per)[ ](?P<who>[^,;:()\n]{1,160})")
_DATA_BY = re.compile(
    r"\b(?:[Rr]eport|[Dd]ata|[Ff]igures|count|tally|study|survey|index|table|database"
    r"|statistics|estimates?)"
    rf"[ ](?:\w+[ ]){{0,2}}?(?:by|from|of)[ ](?:(?!(?:in|for|across)[ ])[a-z-]+[ ]){{0,4}}"
    rf"(?P<who>{_PROPER})"
)
_SAYS = re.compile(
    rf"(?P<who>{_PROPER}(?:[ ](?:of[ ])?(?:19|20)\d\d)?)(?:[ ]\([^()]{{1,80}}\))?"
    r"(?:,[ ]version[ ][\d.]+)?,?"
    rf"[ ](?:(?:has[ ]|had[ ])?(?:(?:also|first|now)[ ])?{_REPORTING}\b"
    # "The institute has 306 attacks": with a figure after it, "has" reports too.
    r"|(?:has|had|gives|gave|cites)(?=[ ](?:\d|at least|about|some|more than|nearly)))"
)
_REPORTS = re.compile(rf"\b{_REPORTING}$")
# "Asylum claims in Ireland rose": what was claimed, and nobody who claims
_NOUN = re.compile(
    r"(?:(?<=claims)|(?<=reports)|(?<=records)|(?<=estimates))"
    r"(?:[ ](?:in|for|against|from|of|by)[ ](?!its|their|his|her)(?:[\w-]+[ ]){1,3}?|[ ])"
    r"(?:rose|fell|grew|were|hit|stood|\w+ed)\b"
)
_AT = re.compile(r"\b[Aa]t (?:the )?(?P<who>[A-Z]{3,8})\b(?![ ]\d)")
_SAID_BY = re.compile(
    r"(?:[”\",’] said|\b(?:reported|counted|recorded|compiled|published|released) by)[ ]"
    rf"(?:the[ ])?(?P<who>{_PROPER})"
)
# "..., said a police spokesman": the speaker comes after the verb.
_INVERTED = re.compile(
    r"[,”\"’'][ ](?:said|says|stated|told)[ ](?:(?:the|a|an)[ ])?"
    rf"(?P<who>(?:[A-Z][\w’'-]*[ ])?(?:[a-z-]+[ ]){{0,2}}{_ORG})\b"
)
_NOW_COMES_WHO = re.compile(r"[ ](?:the|a|an)[ ]|[ ]" + _ORG)
_TITLED = re.compile(rf"(?P<who>{_PROPER}),[ ][^,.;:]{{1,60}},[ ](?:has[ ])?{_REPORTING}\b")
_OWNER = re.compile(
    rf"(?P<who>{_PROPER})(?:[ ]\([^()]{{1,40}}\))?(?:[’']s?)?[ ]"
    r"(?:(?!(?:is|was|are|were|has|had|have|in|on|of|to|by|and|from|with|for|that)[ ])"
    r"[a-z-]+[ ]){0,3}"
    r"(?:reports?|data|figures?|count|tally|index|database|statistics|estimates?|range|series"
    r"|release|total)\b"
)
# "The Institute for Plain Facts, or IPF, reported": a second name for the first one.
_ALIAS = re.compile(
    rf"(?<=\w),[ ](?P<alias>(?:or|known as|short for|also called|the)[ ](?:the[ ])?{_PROPER}),"
)
# A list item that begins with its source: "* The Institute for Plain Facts: 306 attacks".
_ITEM = re.compile(rf"^\W{{0,3}}(?:\d+[.)][ ])?(?:[Tt]he[ ])?(?P<who>{_PROPER}):(?=[ ]\d)")
_LOWER_SAYS = re.compile(rf"\b(?P<who>{_ORG})[ ](?:\w+[ ])?{_REPORTING}\b")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w’'-]*[ ]){1,3}$")
_COMPLEMENT = re.compile(
    r"\b(?!(?:report|reports|data|figures|study|survey|statement|statistics|count)[ ])"
    r"[a-z][\w-]*[ ](?:of|at|from|against|with|like|by|to|than|for|on)[ ](?:the[ ])?$"
)
_NOT_A_SOURCE = re.compile(
    rf"^(?:{MONTH}|{DAY}|it|It|He|She|They|We|I|You|This|That|These|Those|But|And|Who"
    r"|Their|His|Her|Its|Our|My|Your|There|Here|Now|Then|No|Of|For|With|In|On|At|By|From|The|A|An"
    r"|Both|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|More|Most|Nearly|About|Since"
    r"|After|Before|As|According)\b(?![ ][A-Z])"
)
_OWNED = re.compile(r"(?<=\w)[’']s?[ ](?:\w+[ ])?(?:report|count|data|figures|tally|statement)$")
_BEFORE_A_NAME = re.compile(r"^(?:In|Of|For|By|With|From|On|At|And|But)[ ](?=(?:the[ ])?[A-Z])")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_POSSESSIVE = re.compile(r"[’']s?$")
_ADJECTIVES = frozenset({"official", "government", "police", "army", "military", "independent"})
_LAST_NAME = re.compile(
    rf"(?:by|from|of|tank|group|organi[sz]ation|agency|the)[ ](?P<who>{_PROPER})$"
)
_AND_A_SOURCE = re.compile(r"[ ]and[ ](?:(?:according to|that of|those of)[ ])?(?:the[ ])?$")
# "The think tank CRSS counts": the two words before the name are no second source.
_KIND_OF_SOURCE = frozenset({"think tank", "agency", "government", "ministry", "military", "army"})


class Cue(NamedTuple):
    """Words of a sentence that give one part of a claim.

    Attributes
    ----------
    start, end : int
        Character offsets in the sentence.
    value : str
        What the words say: a place, a period, a source, a comparison, a measure.
    """

    start: int
    end: int
    value: str


def clauses_of_sources(text: str, sources: tuple[Cue, ...]) -> set[int]:
    """Find where "and" begins the clause of a second source: "A has 12 deaths and B has 30"."""
    found = set()
    for first, second in pairwise(sources):
        between = text[first.end : second.start]
        joined = _AND_A_SOURCE.search(between)
        if joined and re.search(r"\d", between[: joined.start()]):
            found.add(first.end + joined.start())
    return found


def _inverted(match: re.Match[str]) -> bool:
    """Say whether the speaker stands after the verb: "Paktika, said a spokesman"."""
    comma = match.string[match.end("who") : match.end("who") + 1] == ","
    verb = match.group().split()[-1]
    after = _NOW_COMES_WHO.match(match.string, match.end())
    return comma and verb in {"said", "says", "stated", "told"} and bool(after)


def _in_brackets(alias: re.Match[str]) -> str:
    """Put a second name in brackets; the text keeps its length, so that offsets hold."""
    return f" ({alias['alias']})"


_COUNT_WORDS = words_of(
    "report reports data figure figures count tally study survey index table database statistics"
    " estimate estimates range series release total"
)
_READERS = (
    (_ACCORDING, words_of("according per")),
    (_ITEM, frozenset[str]()),
    (_DATA_BY, _COUNT_WORDS),
    (_INVERTED, words_of("said says stated told")),
    (_SAYS, _REPORTING_WORDS | words_of("has had gives gave cites")),
    (_TITLED, _REPORTING_WORDS),
    (_SAID_BY, words_of("said by")),
    (_OWNER, _COUNT_WORDS),
    (_LOWER_SAYS, _REPORTING_WORDS),
    (_AT, words_of("at")),
)
"""The patterns in their order, each with words of which a sentence must have one, if any."""
_READ_FROM = {_LOWER_SAYS: _WORDS_BEFORE, _SAYS: _COMPLEMENT}
"""What stands before a name and belongs to it: in "A critic of the council said" no council speaks.
"""


def find_sources(text: str) -> tuple[Cue, ...]:
    """Find who is named for the figures of a sentence."""
    printed = lower_words(text)
    if text.count(",") > 1:
        text = _ALIAS.sub(_in_brackets, text)
    cues: list[Cue] = []
    for pattern, needed in _READERS:
        if needed and printed.isdisjoint(needed):
            continue
        found: list[Cue] = []
        for match in pattern.finditer(text):
            cue = _named_by(match)
            # Two patterns can find one name: the earlier pattern keeps it.
            before = bisect_left(cues, cue.end, key=lambda cue: cue.start)
            others = (*cues[max(0, before - 1) : before], *found[-1:])
            if cue.value and not any(other.end > cue.start for other in others):
                found.append(cue)
        cues = sorted([*cues, *found], key=lambda cue: cue.start)
    names = {cue.start for cue in cues if cue.value[:1].isupper()}
    return tuple(cue for cue in cues if not (cue.value in _KIND_OF_SOURCE and cue.end + 1 in names))


def _named_by(match: re.Match[str]) -> Cue:
    """Return the source that a pattern has found; without a value where it names none."""
    text, pattern = match.string, match.re
    start, end = match.span("who")
    more = pattern in _READ_FROM and _READ_FROM[pattern].search(text, max(0, start - 40), start)
    start = more.start() if more else start
    who = text[start:end].strip()
    if pattern is _ACCORDING:
        named = _LAST_NAME.search(who)
        who = _OWNED.sub("", named["who"] if named else _ARTICLE.sub("", who))
    who = _BEFORE_A_NAME.sub("", who)
    who = _POSSESSIVE.sub("", _ARTICLE.sub("", who)).strip(" .")
    if pattern is _OWNER and who.lower() in _ADJECTIVES:
        who = f"{who} {match.group().split()[-1]}"  # "Official figures"
    none = _NOT_A_SOURCE.match(who) or (pattern is _SAYS and _does_not_speak(match, who))
    return Cue(start, end, "" if none else who)


def _does_not_speak(match: re.Match[str], who: str) -> bool:
    """Say whether a name before a verb is a place: it has attacks, or is where somebody speaks."""
    if _inverted(match):
        return True  # "Paktika, said a spokesman": the spokesman speaks
    if who.isupper() or COUNTING_BODY.search(who):
        return False
    reports = _REPORTS.search(match.group()) and not _NOUN.match(match.string, match.end())
    return not reports  # "Pakistan had 306 attacks": a place, where they happened

"""Find why a sentence does not plainly assert its figure, so that no series can answer it.

An equal number for another thing is no support. So every word around a figure that the desk has
not read as its source, place, period, count or comparison is taken to narrow it, unless the word is
known to narrow nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from copydesk.claims import Claim
from copydesk.claims.circumstances import Circumstances, read_circumstances
from copydesk.claims.counted import counted_words
from copydesk.claims.mentions import CALENDAR_NAMES, elsewhere, unknown_name
from copydesk.claims.records import RECORD_BESIDE
from copydesk.language.numbers import Number, find_numbers

_WORDS_THAT_LIMIT_NOTHING = """
terrorist terror attacks attack counter-terror counter-terrorism counterterrorism anti-terror
security operations operation violence violent incidents incident militant and or the a an
all total year years country whole calendar same previous this last total terrorism organized
organised record high low number figures deaths injuries massive huge sharp staggering steep falling
rising fatalities people its their
according comparison compared in of by from for during over to on with at them
which it those these dead killed injured wounded persons lives as against addition every count
people persons person life death fatality injury hurt related linked overall recorded reported
violent violence-related violence-linked together combined full whole amounts amounted comes came
stood listed rise increase fall number least most went
"""
_LIMITS_NOTHING = frozenset(_WORDS_THAT_LIMIT_NOTHING.split())
_WORDS_FOR_A_REPORT = """
report reports data study figures count tally statement interview release update edition
index survey tank website database page paper document estimate estimates think statistics
review news newspaper reply parliament assembly reporters journalists lawmakers
"""
_REPORT_NAMES = frozenset(_WORDS_FOR_A_REPORT.split())
_WORDS_OF_TELLING = """
said says reported recorded counted were was killed injured there had has been died wounded
that which while up down when as it reports records counts is are have lists puts
"""
_TELLS = frozenset(_WORDS_OF_TELLING.split())
_PHRASE = re.compile(
    r"\b(?:in|by|from|during|on|against|with|at|of|to|for|among|amid|across|beyond"
    r"|outside|inside|near|along|after|until|till|before)[ ]"
    r"(?:\d(?:[\d,.]*\d)?[ ])?((?:[a-z][\w-]*)(?:[ ][a-z][\w-]*){0,7})"
)
_ACTOR = re.compile(
    r"\b(?:by|on|against|with|from|into|towards?)[ ](?:the[ ])?([A-Z][\w&’'-]*(?:[ ]\w+){0,5})"
)
_DOUBT = re.compile(
    r"\b(?:"
    # denied or disputed
    r"denie[sd]|deny|never|not|no longer|none|neither|nor|cannot|disput\w+|reject\w*|rebut\w*"
    r"|contradict\w*|contrary|unlike|differ\w*|critic\w*|question\w*|doubt\w*|rather than|instead"
    # called wrong
    r"|false\w*|wrong\w*|incorrect\w*|mislead\w*|untrue|fake|hoax|myth|rumou?r\w*|invent\w*"
    r"|exaggerat\w*|debunk\w*|retract\w*|corrected|misquot\w*|misread\w*|compiled for|inflated"
    r"|the same (?:[a-z]+ )?as|as (?:many|few) as in|retold"
    r"|it (?:is|was) (?:said|reported|claimed|feared|believed|told)"
    r"|alleg\w+|purport\w*|so-called|withdr[ae]w\w*|mistak\w+|error\w*"
    # possible or yet to come
    r"|would|could|might|may|if|unless|forecasts?|predict\w*|expect\w*|projected|target\w*"
    r"|will|goal|plan(?:s|ned)?|fear\w*|risk\w*|threat\w*|estimat(?:es|ed) by \w+ critics"
    r")\b|n[’']t\b"
)
# A part of a whole: it narrows the figure of its own clause.
_PART_OF_A_WHOLE = re.compile(
    r"\b(?:exclud\w+|without|except|apart from|besides|only|mostly|mainly|nearly all|almost all"
    r"|all civilians|half|third|quarter|most of (?:them|those|the)|including|excluding|other than"
    r")\b"
)
_RATE = re.compile(
    r"\b(?:an?|per|each|every)[ ](?:day|week|month|year|quarter|hour)\b|\bon average\b|\baverag\w+"
    r"|\b(?:daily|weekly|monthly)\b|\b(?:per|(?:for )?every)[ ](?:100,000|1,000|capita|million)\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:another|an?[ ](?:additional|further|extra)|additional|further|extra|of the|out of"
    r"|half of|most of|some of|remaining|(?:reports?|accounts?|news|word|evidence|proof|threats?"
    r"|rumou?rs?|claims?|warnings?)[ ](?:of|about|on)|(?:figures|data|numbers)[ ](?:from|on|about))"
    r"[ ]$",
    re.IGNORECASE,
)
_OF_A_WHOLE = re.compile(r"[ ]of[ ](?:the|all|its|their|these|those|them|which|whom)\b")
_OTHER_FATE_AFTER = re.compile(
    r"(?:[ ](?:or|and|and/or)[ ]|/)(?:(?:were|otherwise)[ ])?"
    r"(?:wounded|injured|hurt|killed|dead|missing|injuries|deaths|arrested)\b"
)
_MOVED_BEFORE = re.compile(r"\b(?:up|down|by)[ ]$")
_NEAR_A_YEAR = re.compile(r"\b(?:around|about|nearly|almost|circa|some)[ ](?:19|20)\d\d\b(?!,\d)")
# "from 2023", "6/2023", "1H 2023": more or less than that year
_NOT_THE_YEAR = re.compile(
    r"(?<!figures )(?<!data )(?<!numbers )(?<!report )\bfrom (?:19|20)\d\d\b(?!,\d| to\b| until\b)"
    r"|\b(?:\d{1,2}/|\dH |H\d |\dQ |Q\d )(?:19|20)\d\d\b|\bas (?:in|for) (?=[A-Z\d])"
)
_PER = re.compile(r"(?<!\bas )(?<!\bAs )\bper\b(?![ ]?cent)")
_CHANGE_AFTER = re.compile(r"[ ](more|fewer|less)\b")
_FORCES_ACT = re.compile(
    r"\b(?:by|of|from)[ ](?:the[ ])?(?:security|armed|law[ -]enforcement)[ ](?:forces|agencies)\b"
)
_ACTIONS = re.compile(r"\bactions[ ]of[ ](?:the[ ])?security[ ]forces\b")
_ONE_YEAR = re.compile(
    r"(?:the |that )?(?:calendar |same |previous |preceding |prior )?(?:year )?"
    r"(?:(?:19|20)\d\d|year|year before|year earlier|one)(?: alone)?",
    re.IGNORECASE,
)
# What the Global Terrorism Index counts, in its own words.
_BY_NON_STATES = re.compile(
    r"(?:,[ ]which[ ]is[ ](?:confined|limited|restricted)[ ]to[ ]attacks)?[ ]by[ ]"
    r"(?:non-state[ ](?:actors|groups)|groups[ ]that[ ]are[ ](?:not|no)[ ]states),?"
)
# "..., a heading for militants and criminals": what a name stands for.
_EXPLAINED = re.compile(
    r",[ ]an?[ ](?:heading|term|word|label|name)[ ](?:for|that[ ](?:covers|means|takes[ ]in))[ ]"
    r"(?:[a-z]+,[ ]){0,4}(?:[a-z]+[ ]and[ ])?[a-z]+(?=[.;]?$)"
)
_INDEX = re.compile(r"\b(?:Global Terrorism Index|GTI|Institute (?:for|of) Economics)\b")
_TIME_UNITS = frozenset(
    {"days", "weeks", "months", "years", "decades", "hours", "minutes", "nights"}
)
_THAT_YEAR = re.compile(r"(?:the|that|this)? ?(?:same |calendar )?year|last year", re.IGNORECASE)
_TEXT_ON = re.compile(r"\b(?:feature|report|story|article|study|piece|page)[ ]$")
_MONTHS_IN_BRACKETS = re.compile(
    r"\((?![^()]*\bpage\b)[^()]*\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|spring|summer|autumn|winter|half|quarter)\b[^()]*\)"
)


def find_doubt(claim: Claim, names: Mapping[str, tuple[str, ...]], rate: bool = False) -> str:
    """Return why a sentence does not plainly assert its figure, or an empty string.

    Parameters
    ----------
    claim : Claim
    names : mapping of str to tuple of str
        The names of each tracker, from ``Reference.names``.
    rate : bool
        The figure is checked as a rate, so that "a month" does not speak against it.

    Returns
    -------
    str
        In plain words, for a reader.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> find_doubt(find_claims("CRSS denied that 586 attacks took place.")[0], {}).split(":")[0]
    'The sentence says "denied"'
    """
    # A comparison is tested by itself, so its words limit nothing here.
    claim = without_own_definition(claim)
    sentence = claim.sentence.replace(claim.comparison or "\0", "")
    doubt = _DOUBT.search(sentence[:1].lower() + sentence[1:])
    if doubt:
        return (
            f'The sentence says "{doubt[0].strip()}": it denies, limits or foresees the figure and '
            "does not plainly assert it, so a series cannot answer it."
        )
    part = _PART_OF_A_WHOLE.search(_with_the_words_after(claim, sentence))
    if part:
        return f'The sentence says "{part[0]}", which may narrow what the figure counts.'
    found = _RATE.search(sentence)
    if found and not rate and "record" not in found[0]:
        return f'The figure may be a rate ("{found[0]}"), and the reference holds yearly totals.'
    near = _NEAR_A_YEAR.search(sentence) or (None if rate else _PER.search(sentence))
    if claim.measure not in {"change", "share"}:
        near = near or _NOT_THE_YEAR.search(sentence)
    if near:
        return f'The words "{near[0]}" leave open what the figure is for.'
    return (
        _part_of_more(claim)
        or _two_places(claim)
        or _two_periods(claim)
        or _narrowed(claim)
        or _killer_named(claim)
        or _asked(sentence)
        or _acted_on(claim, sentence, names)
        or _unknown_name(claim, names)
    )


def _with_the_words_after(claim: Claim, sentence: str) -> str:
    """Return the clause of a figure, with those beside it that have no figure of their own."""
    numbers = [number.start for number in numbers_in(claim.sentence)]
    starts = [0, *read_circumstances(claim.sentence).clauses, len(claim.sentence)]
    spans = list(pairwise(starts))
    own = next(span for span in spans if span[0] <= claim.offset < span[1])
    clauses = [
        (low, high)
        for low, high in spans
        if (low, high) == own
        or not any(low <= at < high for at in numbers)
        # "..., half of them in May": it opens the clause after
        or (low == own[1] and _PART_OF_A_WHOLE.match(claim.sentence[low:high].lstrip()))
    ]
    text = " ".join(claim.sentence[low:high] for low, high in clauses)
    return text.replace(claim.comparison or "\0", "") if sentence != claim.sentence else text


def without_own_definition(claim: Claim) -> Claim:
    """Leave out words that only repeat what the named source counts, or what a name means."""
    if claim.measure == "fatalities" and _EXPLAINED.search(claim.sentence):
        claim = replace(claim, sentence=_EXPLAINED.sub(blanked, claim.sentence))
    if not _INDEX.search(claim.source or ""):
        return claim
    return replace(claim, sentence=_BY_NON_STATES.sub(blanked, claim.sentence))


def _part_of_more(claim: Claim) -> str:
    """Find words that make the figure a part or a change: "another 12", "210 more"."""
    at = claim.offset
    before = claim.sentence[max(0, at - 24) : at]
    more = _CHANGE_AFTER.match(claim.sentence, at + len(claim.text))
    if more and claim.measure != "change":
        return f'"{claim.text} {more[1]}" is a change, and not a total.'
    if _OF_A_WHOLE.match(claim.sentence, at + len(claim.text)) and claim.unit != "percent":
        return f'"{claim.text} of" more is a part, and not a total.'
    both = _OTHER_FATE_AFTER.match(claim.sentence, at + len(claim.text))
    if both and claim.unit == "people":
        return f'"{claim.text}" is counted together with others.'
    part = _PART_BEFORE.search(before)
    moved = None if claim.measure == "change" else _MOVED_BEFORE.search(before)
    if part or moved:
        words = (part or moved or [""])[0].strip()
        return f'"{words} {claim.text}" is a part or a change, and not a total.'
    return ""


def _two_places(claim: Claim) -> str:
    """Find a second place that is not that of another figure: "in Pakistan, in the town of A"."""
    around = read_circumstances(claim.sentence)
    numbers = [number.start for number in numbers_in(claim.sentence)]

    def clause(place: int) -> tuple[int, int]:
        low = max((start for start in around.clauses if start <= place), default=0)
        return low, min((start for start in around.clauses if start > place), default=around.length)

    own = clause(claim.offset)
    others = [
        cue.value
        for cue in around.places
        if cue.value != claim.place
        and (
            clause(cue.start) == own
            or not any(low <= at < high for at in numbers for low, high in [clause(cue.start)])
        )
    ]
    if others:
        return f'The words "{others[0]}" may narrow where it was counted.'
    return ""


def _two_periods(claim: Claim) -> str:
    """Find a second time after the figure: "in 2023 (January to June)"."""
    if claim.measure in {"change", "share"}:
        return ""  # two years are what a change is made of
    months = _MONTHS_IN_BRACKETS.search(claim.sentence, claim.offset)
    if months:
        return f'The words "{months[0]}" may narrow when it was counted.'
    around = read_circumstances(claim.sentence)
    numbers = [number.start for number in numbers_in(claim.sentence)]
    stop = min((at for at in numbers if at > claim.offset), default=around.length)
    own = claim.comparison or "\0"
    at = claim.sentence.find(own)
    for cue in around.own_periods:
        if at >= 0 and at <= cue.start < at + len(own):
            continue
        if cue.value == claim.period or _THAT_YEAR.fullmatch(cue.value):
            continue
        if claim.offset < cue.start < stop:
            return f'The words "{cue.value}" may narrow when it was counted.'
    return ""


def _narrowed(claim: Claim) -> str:
    """Find a phrase that nothing has been read from: "in floods", "from malaria"."""
    around = read_circumstances(claim.sentence)
    text = masked(claim, around)
    operations = "operation" in claim.sentence
    if operations or _ACTIONS.search(text):
        text = _FORCES_ACT.sub(blanked, text)
    known = _LIMITS_NOTHING | _TELLS
    for match in _PHRASE.finditer(text):
        words = set(match[1].split(" "))
        if words - known and not words & _REPORT_NAMES and match[1] not in claim.text:
            return (
                f'The words "{match[0].strip()}" may narrow what the figure counts, and no series '
                "of the reference counts that alone."
            )
    return ""


def masked(claim: Claim, around: Circumstances) -> str:
    """Blank out what has been read: comparison, year, the claim's place, and the other figures."""
    text = claim.sentence
    for start, end in _read_spans(claim, around):
        text = text[:start] + "•" * (end - start) + text[end:]
    return text


def _read_spans(claim: Claim, around: Circumstances) -> Iterator[tuple[int, int]]:
    sentence = claim.sentence
    for words in (claim.comparison, *_records_beside(claim)):
        at = sentence.find(words) if words else -1
        if at >= 0:
            yield at, at + len(words or "")
    for cue in around.periods:
        # "in the first half of 2022" beside another year is no plain year: it stays, and narrows.
        if _ONE_YEAR.fullmatch(cue.value) or cue.value == claim.period:
            yield cue.start, cue.end
    for cue in around.places:
        if cue.value == claim.place:
            yield cue.start, cue.end
    for number in numbers_in(sentence):
        counted, end = counted_words(sentence, number)
        if counted and counted[-1] in _TIME_UNITS and number.start != claim.offset:
            continue  # "over ten years" narrows
        # What the claim itself counts is read word by word elsewhere.
        yield number.start, claim.offset + len(claim.text) if number.start == claim.offset else end


def _records_beside(claim: Claim) -> tuple[str, ...]:
    """Return the records of the sentence that are read as those of another figure."""
    return tuple(part.value for part in claim.context if part.part == RECORD_BESIDE)


_ACT = re.compile(
    r"\b(?P<act>kill(?:s|ed|ing)?|murder(?:s|ed)?|slay|slew|injur(?:es?|ed)|wound(?:s|ed)?|hurts?"
    r"|claim(?:s|ed)?(?=[ ](?:\w+[ ]){0,3}\d[\d,]*[ ](?:\w+[ ])?lives))[ ]"
    r"(?:(?:at|least|most|more|than|nearly|almost|about|around|some|over|up|to|as|many|an"
    r"|estimated|another|a|total|of|further|the)[ ]){0,4}$",
    re.IGNORECASE,
)
_BEFORE_THE_ACT = re.compile(
    r"(?:[ ](?:has|have|had|also|together|that|which|were|was|are|is|been|being|and"
    r"|in|of|during|across|throughout|over|for|the|year|country|same|whole|(?:19|20)\d\d|•+"
    r"|[A-Z][\w’'-]*))*$"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:attacks?|violence|incidents?|operations?|terrorism|bombings?|blasts?|clashes|strikes"
    r"|airstrikes|ambush(?:es)?|raids|militancy|unrest|fighting|conflict|explosions?)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:were|was|been|being|are|is|got|people|persons|lives)$")
_VICTIMS_OF_WHOM = re.compile(
    r"[ ](?:had[ ]|have[ ]|has[ ])?(?:killed|murdered|injured|wounded|hurt|attacked)[ ]"
    r"(?!(?:in|by|during|across|and|or|at|on|over|from|between|since|of|for|as|while|when|there"
    r"|nationwide|last|this|that|within|throughout|per|were|was|are|countrywide|with|compared|than"
    r"|inside|through|every|each|to|amid|after|against|near|outside|until|through|because)\b)[a-z]"
)


def _killer_named(claim: Claim) -> str:
    """Find an actor in front of the act: the count takes in people whom others killed."""
    end = claim.offset + len(claim.text)
    acts = _VICTIMS_OF_WHOM.match(claim.sentence, end)
    if acts and claim.measure in {"fatalities", "injuries", "casualties"}:
        return _who_acts(f"{claim.text}{acts[0]}".rstrip())
    act = _ACT.search(claim.sentence[: claim.offset])
    if act is None:
        return ""
    before = claim.sentence[: act.start()].rstrip(" ")
    if re.search(r"(?:\b(?:who|they|he|she|it|we|we’ve)|,)$", before):
        return _who_acts(" ".join(claim.sentence[: act.end()].split()[-5:]))
    skipped = _BEFORE_THE_ACT.sub("", f" {before}"[-160:])
    if _PASSIVE.search(before) or _EVENT_BEFORE.search(skipped):
        return ""
    return _who_acts(f"{' '.join(before.split()[-3:])} {act['act']}")


def _who_acts(words: str) -> str:
    return (
        f'The words "{words}" name who acts, and no series of the reference counts what they '
        "did alone."
    )


def _asked(sentence: str) -> str:
    """Find a question, which asserts nothing."""
    if not re.search(r"\?[”\"’']?\s*$", sentence):
        return ""
    return "The sentence is a question: it asserts no figure."


def _acted_on(claim: Claim, sentence: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Find who acts or who is hit: "by the Taliban", "on Shia mosques"."""
    for match in _ACTOR.finditer(sentence):
        named = any(name in match[1] for printed in names.values() for name in printed)
        dated = re.match(r"(?:[A-Z][a-z]+day|[A-Z][a-z]+ \d)", match[1]) is not None
        about = match[0].startswith("on ") and _TEXT_ON.search(sentence[: match.start()])
        if about and match[1].startswith(claim.place or "\0"):
            continue  # "a feature on the north": what a text is about
        if match[1].split(" ")[0] in CALENDAR_NAMES:
            continue
        if not named and not dated:
            return (
                f'The words "{match[0]}" name who acts or who is hit, and no series of the '
                "reference counts that alone."
            )
    return ""


def _unknown_name(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str:
    """Find a name or a word for another place, in a sentence that leaves its place unsaid."""
    place = next((part.value for part in claim.context if part.part == "place"), None)
    if place is None:
        return ""
    known = [name for printed in names.values() for name in printed]
    own = [claim.source] if claim.source else []
    unknown = unknown_name(claim.sentence, (*own, *known), place)
    word = unknown or elsewhere(claim.sentence)
    if not word:
        return ""
    return (
        f'The sentence names no place, and "{word}" in it may mean another one, so the place '
        "of the sentences before cannot be taken over."
    )


@lru_cache(maxsize=64)
def numbers_in(sentence: str) -> tuple[Number, ...]:
    """Return the numbers of a sentence, read once for all its figures."""
    return tuple(find_numbers(sentence))


def blanked(match: re.Match[str]) -> str:
    """Return dots for what was read, so that the offsets of a text hold."""
    return "•" * len(match.group())

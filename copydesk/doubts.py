"""Find why a sentence does not plainly assert its figure, so that no series can answer it.

An equal number for another thing is no support. So every word around a figure that the desk has
not read as its source, place, period, count or comparison is taken to narrow it, unless the word is
known to narrow nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from copydesk.circumstances import Circumstances, read_circumstances
from copydesk.claims import Claim
from copydesk.counted import counted_words
from copydesk.lexicons import states
from copydesk.mentions import CALENDAR_NAMES, elsewhere, unknown_name
from copydesk.quantities import find_numbers

_WORDS_THAT_LIMIT_NOTHING = """
terrorist terror attacks attack counter-terror counter-terrorism counterterrorism anti-terror
security operations operation violence violent incidents incident militant and or the a an
all total year years country whole calendar same previous this last total terrorism organized
organised record high low number figures deaths injuries fatalities people its their
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
_ACTOR = re.compile(r"\b(?:by|on|against|with)[ ](?:the[ ])?([A-Z][\w&’'-]*(?:[ ]\w+){0,5})")
_DOUBT = re.compile(
    r"\b(?:"
    # denied or disputed
    r"denie[sd]|deny|never|not|no longer|none|neither|nor|cannot|disput\w+|reject\w*|rebut\w*"
    r"|contradict\w*|contrary|unlike|differ\w*|critic\w*|question\w*|doubt\w*|rather than|instead"
    # called wrong
    r"|false\w*|wrong\w*|incorrect\w*|mislead\w*|untrue|fake|hoax|myth|rumou?r\w*|invent\w*"
    r"|exaggerat\w*|debunk\w*|retract\w*|corrected|misquot\w*|misread\w*|compiled for|inflated"
    r"|it (?:is|was) (?:said|reported|claimed|feared|believed|told)"
    r"|alleg\w+|purport\w*|so-called|withdr[ae]w\w*|mistak\w+|error\w*"
    # possible or yet to come
    r"|would|could|might|may|if|unless|forecasts?|predict\w*|expect\w*|projected|target\w*"
    r"|will|goal|plan(?:s|ned)?|fear\w*|risk\w*|threat\w*|estimat(?:es|ed) by \w+ critics"
    # a part of a whole
    r"|exclud\w+|without|except|apart from|besides|only|mostly|mainly|nearly all|almost all"
    r"|all civilians|half|third|quarter|most of (?:them|those|the)|including|excluding|other than"
    r")\b|n[’']t\b"
)
_RATE = re.compile(
    r"\b(?:an?|per|each|every)[ ](?:day|week|month|year|quarter|hour)\b|\bon average\b|\baverag\w+"
    r"|\b(?:daily|weekly|monthly)\b|\b(?:per|(?:for )?every)[ ](?:100,000|1,000|capita|million)\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:another|an?[ ](?:additional|further|extra)|additional|further|extra|of the|out of"
    r"|half of|most of|some of|remaining)[ ]$",
    re.IGNORECASE,
)
_MOVED_BEFORE = re.compile(r"\b(?:up|down|by)[ ]$")
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


# A figure is only called supported in a sentence whose every word is read or is one of these.
_PLAIN_WORDS = """
a an the this that these those its it their there which who whom whose as at by for from in of on to
with and or in over during across between per together combined each
is are was were be been has have had said says say told reported reports report recorded records
counted counts count lists listed puts put gives gave shows showed states stated tallied logged
registered noted found finds documented documents estimates estimated published annual yearly
according data figures figure number numbers total totals toll tally study statement index series
edition version release database website review survey paper reply news interview conference
took takes take came comes come adds added amounts amounted stood went reached speaks spoke calls
called includes included include taken give make makes
people persons person lives deaths death died die dead killed killing killings fatalities fatality
injured injuries injury wounded hurt casualties victims
attack attacks terrorist terror terrorism militant violent violence violence-related violence-linked
counter-terror counter-terrorism counterterrorism anti-terror operation operations incident
incidents events intelligence-based organized organised actions those security forces personnel
outlaws militants terrorists civilians population country whole calendar same
also all about some around nearly almost than alone nationwide overall related linked
think tank institute parliament assembly reporters
where once range dated rule least them
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_CHANGE_OF_A_FIGURE = re.compile(
    r"\b(?:an?[ ])?(?:up|down|rose|fell|fall|rise|reduction|increased?|drop(?:ped)?|declined?|dip"
    r"|against|reduced|surge[ds]?|jump(?:ed)?|decreased?)(?:[ ](?:by|of|from|to))?[ ](?=[•\d])",
    re.IGNORECASE,
)
_CHANGE_NOUNS = frozenset({"increase", "rise", "fall", "drop", "decline", "decrease", "reduction"})
# What the Global Terrorism Index counts, in its own words.
_BY_NON_STATES = re.compile(
    r"(?:,[ ]which[ ]is[ ](?:confined|limited|restricted)[ ]to[ ]attacks)?[ ]by[ ]"
    r"(?:non-state[ ](?:actors|groups)|groups[ ]that[ ]are[ ](?:not|no)[ ]states),?"
)
_INDEX = re.compile(r"\b(?:Global Terrorism Index|GTI|Institute (?:for|of) Economics)\b")
_TIME_UNITS = frozenset(
    {"days", "weeks", "months", "years", "decades", "hours", "minutes", "nights"}
)
_WORD = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")
_OPERATIONS_APART = re.compile(
    r"\bleaves? (?:counter-terror )?operations out(?: and)?\b|\bshort for\b"
)
_ONCE_ADDED = re.compile(
    r"\bonce the actions of security forces are added\b|\bwhen it adds\b", re.I
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
    claim = _without_own_definition(claim)
    sentence = claim.sentence.replace(claim.comparison or "\0", "")
    doubt = _DOUBT.search(sentence[:1].lower() + sentence[1:])
    if doubt:
        return (
            f'The sentence says "{doubt[0].strip()}": it denies, limits or foresees the figure and '
            "does not plainly assert it, so a series cannot answer it."
        )
    found = _RATE.search(sentence)
    if found and not rate and "record" not in found[0]:
        return f'The figure may be a rate ("{found[0]}"), and the reference holds yearly totals.'
    return (
        _part_of_more(claim)
        or _two_places(claim)
        or _narrowed(claim)
        or _killer_named(sentence)
        or _acted_on(sentence, names)
        or _unknown_name(claim, names)
    )


def stray_words(claim: Claim, names: Mapping[str, tuple[str, ...]], known: tuple[str, ...]) -> str:
    """Return a word of the sentence that the desk has not read, or an empty string.

    One such word can turn a true figure into a false statement ("lives saved", "it warned of"), so
    a sentence with one is never called supported.

    Parameters
    ----------
    claim : Claim
    names : mapping of str to tuple of str
        The names of each tracker.
    known : tuple of str
        Other words of the sentence that were read: of an edition, an estimate, a rate.

    Returns
    -------
    str

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> stray_words(find_claims("CRSS counted 586 lives saved in Pakistan.")[0], {}, ())
    'saved'
    """
    claim = _without_own_definition(claim)
    text = _masked(claim, read_circumstances(claim.sentence))
    if claim.modifier:
        start = max(0, claim.offset - len(claim.modifier) - 4)
        end = claim.offset + len(claim.text) + len(claim.modifier) + 2
        near = re.sub(re.escape(claim.modifier), _blank, text[start:end], flags=re.IGNORECASE)
        text = text[:start] + near + text[end:]
    text = re.sub(r"\([^()]*\)", _blank, text)
    for read in (claim.source or "", *known):
        if read:
            text = text.replace(read, "•" * len(read))
    text = _CHANGE_OF_A_FIGURE.sub(_blank, text)
    text = _ONCE_ADDED.sub(_blank, _OPERATIONS_APART.sub(_blank, text))
    body = text.lstrip(" •*-–—0123456789.)“‘")
    first = re.match(r"[A-Z][a-z]+(?![\w’'])", body)
    words = _WORD.findall(text)
    if first and first[0] not in _names_of(names):
        words = [first[0].lower(), *words]
    plain = _PLAIN | _CHANGE_NOUNS if claim.measure == "change" else _PLAIN
    return next((word for word in words if word not in plain), "")


def _names_of(names: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the single words that names of trackers, months and states are made of."""
    words = {word for printed in names.values() for name in printed for word in name.split()}
    return frozenset(words) | CALENDAR_NAMES | {name.title() for name in states()}


def _without_own_definition(claim: Claim) -> Claim:
    """Leave out words that only repeat what the named source counts in any case."""
    if not _INDEX.search(claim.source or ""):
        return claim
    return replace(claim, sentence=_BY_NON_STATES.sub(_blank, claim.sentence))


def _part_of_more(claim: Claim) -> str:
    """Find words that make the figure a part or a change: "another 12", "210 more"."""
    at = claim.offset
    before = claim.sentence[max(0, at - 24) : at]
    more = _CHANGE_AFTER.match(claim.sentence, at + len(claim.text))
    if more and claim.measure != "change":
        return f'"{claim.text} {more[1]}" is a change, and not a total.'
    part = _PART_BEFORE.search(before)
    moved = None if claim.measure == "change" else _MOVED_BEFORE.search(before)
    if part or moved:
        words = (part or moved or [""])[0].strip()
        return f'"{words} {claim.text}" is a part or a change, and not a total.'
    return ""


def _two_places(claim: Claim) -> str:
    """Find a second place in the clause of the figure: "in Pakistan, in the town of A"."""
    around = read_circumstances(claim.sentence)
    at = claim.offset
    low = max((start for start in around.clauses if start <= at), default=0)
    high = min((start for start in around.clauses if start > at), default=around.length)
    others = [
        cue.value for cue in around.places if low <= cue.start < high and cue.value != claim.place
    ]
    if others:
        return f'The words "{others[0]}" may narrow where it was counted.'
    return ""


def _narrowed(claim: Claim) -> str:
    """Find a phrase that nothing has been read from: "in floods", "from malaria"."""
    around = read_circumstances(claim.sentence)
    text = _masked(claim, around)
    operations = "operation" in claim.sentence
    if operations or _ACTIONS.search(text):
        text = _FORCES_ACT.sub(_blank, text)
    known = _LIMITS_NOTHING | _TELLS
    for match in _PHRASE.finditer(text):
        words = set(match[1].split(" "))
        if words - known and not words & _REPORT_NAMES and match[1] not in claim.text:
            return (
                f'The words "{match[0].strip()}" may narrow what the figure counts, and no series '
                "of the reference counts that alone."
            )
    return ""


def _masked(claim: Claim, around: Circumstances) -> str:
    """Blank out what has been read: comparison, year, the claim's place, and the other figures."""
    text = claim.sentence
    for start, end in _read_spans(claim, around):
        text = text[:start] + "•" * (end - start) + text[end:]
    return text


def _read_spans(claim: Claim, around: Circumstances) -> Iterator[tuple[int, int]]:
    sentence = claim.sentence
    at = sentence.find(claim.comparison) if claim.comparison else -1
    if at >= 0:
        yield at, at + len(claim.comparison or "")
    for cue in around.periods:
        # "in the first half of 2022" beside another year is no plain year: it stays, and narrows.
        if _ONE_YEAR.fullmatch(cue.value) or cue.value == claim.period:
            yield cue.start, cue.end
    for cue in around.places:
        if cue.value == claim.place:
            yield cue.start, cue.end
    for number in find_numbers(sentence):
        counted, end = counted_words(sentence, number)
        if counted and counted[-1] in _TIME_UNITS and number.start != claim.offset:
            continue  # "over ten years" narrows
        # What the claim itself counts is read word by word elsewhere.
        yield number.start, claim.offset + len(claim.text) if number.start == claim.offset else end


_KILLER = re.compile(
    # Not "566 terrorists killed", where the people named are the ones who died.
    r"(?<!\d )\b(?:terrorist|militant|insurgent|outlaw|fighter|extremist|attacker|rebel)s?"
    r"(?:[ ](?:have|has|had|also))?[ ](?:kill|murder|injur|wound|hurt)\w*",
    re.IGNORECASE,
)


def _killer_named(sentence: str) -> str:
    """Find an actor in front of the act: the count takes in people whom others killed."""
    match = _KILLER.search(sentence)
    if match is None:
        return ""
    return (
        f'The words "{match[0]}" name who acts, and no series of the reference counts what they '
        "did alone."
    )


def _acted_on(sentence: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Find who acts or who is hit: "by the Taliban", "on Shia mosques"."""
    for match in _ACTOR.finditer(sentence):
        named = any(name in match[1] for printed in names.values() for name in printed)
        if not named and not re.match(r"(?:[A-Z][a-z]+day|[A-Z][a-z]+ \d)", match[1]):
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


def _blank(match: re.Match[str]) -> str:
    return "•" * len(match.group())

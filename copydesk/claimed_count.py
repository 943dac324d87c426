"""Read what a claim says is counted, in the terms of the reference tables.

``read_claimed_count`` stops at every word that no series can answer for, because an equal number
for another thing is no support. ``counts_the_same`` and ``match_value`` set what it read beside a
figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.claims import EVENTS, Claim
from copydesk.reference import Figure, Reference, tracker_names

_WORDS_FOR_EVERYONE = """
people persons person lives deaths death fatalities fatality killed dead injuries injury
injured wounded hurt violent violence-related violence-linked related linked total overall
recorded reported
"""
_EVERYONE = frozenset(_WORDS_FOR_EVERYONE.split())
_VICTIMS = {
    "civilians": {"civilian", "civilians"},
    "security forces": {"security", "personnel", "forces"},
    "militants": {"militant", "militants", "outlaw", "outlaws", "terrorist", "terrorists"},
}
"""Groups that the reference has figures for, and the words that name them."""
_SUBGROUP = re.compile(
    r"\b(?:civilians?|soldiers?|troops|police\w*|personnel|officers?|militants?|outlaws?|women"
    r"|children|girls?|boys?|insurgents?|victims|attackers|journalists?|students?)\b"
)
_COUNTER_TERROR = frozenset(
    {"counter-terror", "counter-terrorism", "counterterrorism", "anti-terror"}
)
_EVENT_WORDS = {
    "attacks": {"terrorist", "terror", "militant", "violent", "attacks", "attack"},
    "operations": {"security", "operations", "operation", *_COUNTER_TERROR},
    "incidents": {"violent", "combined", "incidents", "incident", "and"},
}
"""The words that a plain count of each kind of event is made of; any other word narrows it."""
_WORDS_THAT_LIMIT_NOTHING = """
terrorist terror attacks attack counter-terror counter-terrorism counterterrorism anti-terror
security operations operation violence violent incidents incident militant and or the a an
all total year years country whole calendar same previous this last total terrorism organized
organised record high low number figures deaths injuries fatalities people its their
according comparison compared in of by from for during over to on with at them
which it
"""
_LIMITS_NOTHING = frozenset(_WORDS_THAT_LIMIT_NOTHING.split())
_WORDS_FOR_A_REPORT = """
report reports data study figures count tally statement interview release update edition
index survey tank website database page paper document estimate estimates think statistics
review news newspaper
"""
_REPORT_NAMES = frozenset(_WORDS_FOR_A_REPORT.split())
_WORDS_OF_TELLING = """
said says reported recorded counted were was killed injured there had has been died wounded
that which while up down when as it reports records counts is are have
"""
_TELLS = frozenset(_WORDS_OF_TELLING.split())
_MEASURES_IN_WORDS = {
    "fatalities": "deaths",
    "casualties": "deaths and injuries added together",
    "missing": "missing people",
    "displaced": "displaced people",
    "released": "people released",
    "rescued": "people rescued",
    "money": "amounts of money",
    "distance": "distances",
    "duration": "lengths of time",
    "area": "areas of land",
    "weight": "weights",
    "magnitude": "magnitudes",
    "temperature": "temperatures",
}
_PLAIN_MEASURES = frozenset(
    {"injuries", "arrests", "hostages", "votes", "people", "population", *EVENTS}
)
_PHRASE = re.compile(
    r"\b(?:in|by|from|during|on|against|with|at|of|to|for|among|amid|across|beyond"
    r"|outside|inside|near|along)[ ]"
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
    r"|exaggerat\w*|debunk\w*|retract\w*|corrected|misquot\w*|misread\w*|compiled for"
    # possible or yet to come
    r"|would|could|might|may|if|unless|forecasts?|predict\w*|expect\w*|projected|target"
    # a part of a whole
    r"|exclud\w+|without|except|apart from|besides|only|mostly|mainly|nearly all|almost all"
    r"|all civilians|half|third|quarter"
    r")\b|n[’']t\b"
)
_RATE = re.compile(
    r"\b(?:an?|per|each|every)[ ](?:day|week|month|year|quarter|hour)\b|\bon average\b|\baverag\w+"
    r"|\b(?:daily|weekly|monthly|per[ ](?:100,000|capita|million))\b"
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:up|down|by|another|additional|further|extra|of the|out of|half of|most of|some of)[ ]$"
)
_CHANGE_AFTER = re.compile(r"[ ](more|fewer|less)\b")
_YEAR_ONLY = re.compile(r"(?:the (?:calendar )?year )?(\d{4})(?: alone)?")
_SHARE = (
    "A share or a change cannot be checked from one figure: it needs both numbers that it was made "
    "from, in one definition and one edition."
)


@dataclass(frozen=True)
class ClaimedCount:
    """What a claim says is counted, in the terms of the reference.

    Attributes
    ----------
    measure : str
        As in ``Figure.measure``: ``"fatalities"``, ``"attacks"``.
    scope : str
        As in ``Definition.scope``; empty when the claim names none.
    victims : str
        As in ``Definition.victims``; ``"other"`` for a group that no series counts.
    problem : str
        Why no series can answer the claim; empty when one may.
    """

    measure: str
    scope: str
    victims: str
    problem: str = ""


def read_claimed_count(
    claim: Claim, names: Mapping[str, tuple[str, ...]] | None = None
) -> ClaimedCount:
    """Read what a claim counts, and stop at every word that no series can answer for.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    names : mapping of str to tuple of str, optional
        The names of each tracker, from ``Reference.names``; left out, those of the kit.

    Returns
    -------
    ClaimedCount
        With a ``problem`` when the sentence denies, limits or foresees the figure, when the figure
        is a share, a rate, a range or a change, or when the reference counts no such thing.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> count = read_claimed_count(find_claims("CRSS counted 586 terror attacks.")[0])
    >>> count.measure, count.scope, count.problem
    ('attacks', 'attacks', '')
    >>> read_claimed_count(find_claims("The fee was Rs 10 billion.")[0]).problem
    'The reference holds no series for amounts of money, so nothing bears on this.'
    """
    words = re.findall(r"[a-z][\w-]*", _after_number(claim))
    population = claim.measure in {"people", "population"} and "population" in claim.sentence
    measure = "population" if population else claim.measure
    if claim.unit.startswith("percent"):
        return ClaimedCount(measure, "", "", _SHARE)
    if measure not in {"fatalities", "injuries", "population", *EVENTS}:
        return ClaimedCount(
            measure,
            "",
            "",
            f"The reference holds no series for {name_measure(measure)}, so nothing bears on this.",
        )
    problem = _doubt(claim, tracker_names() if names is None else names)
    if population:
        return ClaimedCount(measure, "residents", "all", problem)
    if measure in EVENTS:
        return _read_events(measure, words, problem)
    victims = _read_victims(words, claim.sentence)
    if victims == "other" and not problem:
        problem = (
            f'"{claim.text}" counts a group that the reference has no figure for; '
            "the figure for everyone cannot stand in for it."
        )
    return ClaimedCount(measure, _read_scope(claim.sentence), victims, problem)


def name_measure(measure: str) -> str:
    """Name what a claim measures in plain words; a counted noun stands in quotation marks.

    Examples
    --------
    >>> name_measure("money"), name_measure("injuries"), name_measure("homes")
    ('amounts of money', 'injuries', '"homes"')
    """
    plain = measure if measure in _PLAIN_MEASURES else f'"{measure}"'
    return _MEASURES_IN_WORDS.get(measure, plain)


def calendar_year(period: str | None) -> int | None:
    """Return the year of a period that is one whole year, else ``None``.

    Examples
    --------
    >>> calendar_year("2023"), calendar_year("since 2023"), calendar_year("June 2023")
    (2023, None, None)
    """
    match = _YEAR_ONLY.fullmatch(period or "")
    return int(match[1]) if match else None


def family_of(measure: str) -> str:
    """Attacks, operations and incidents are one family: their counts are easily confused."""
    return "events" if measure in EVENTS else measure


def counts_the_same(row: Figure, wanted: ClaimedCount, reference: Reference) -> bool:
    """Say whether a figure counts the thing that the claim names."""
    definition = reference.definition(row)
    return (
        row.measure == wanted.measure
        and definition.victims == wanted.victims
        and wanted.scope in {"", definition.scope}
    )


def match_value(claim: Claim, figure: Figure) -> str:
    """Say how a figure meets a claim.

    A number with a scale word ("247.5 million") is rounded to its last digit. A hedge widens the
    match on one side or both, by at most one unit of the last digit that is not zero and, for
    "about" and "nearly", by at most one part in twenty.

    Parameters
    ----------
    claim : Claim
    figure : Figure

    Returns
    -------
    str
        ``"exactly"``; ``"within its words"`` when the hedge allows the figure; ``"loosely"`` when
        the words are true of it but it is far from them; or ``""``.
    """
    value, actual = claim.value, figure.value
    unit = _last_digit(claim)
    hedge = claim.modifier or ""
    rounded = claim.step > 1 and abs(value - actual) <= claim.step / 2
    if hedge in {"", "exactly", "an estimated", "estimated", "as many as"}:
        return "exactly" if value == actual or rounded else ""
    if hedge in {"at least", "no fewer than", "or more", "+"}:
        near, true = value <= actual < value + unit, actual >= value
    elif hedge in {"more than", "over", "well over", "above", "upwards of"}:
        near, true = value < actual < value + unit, actual > value
    elif hedge in {"at most", "up to", "or fewer", "or less"}:
        near, true = value - unit < actual <= value, actual <= value
    elif hedge in {"fewer than", "less than", "under", "below"}:
        near, true = value - unit < actual < value, actual < value
    elif hedge in {"nearly", "almost", "close to"}:
        near, true = value * 0.95 <= actual < value or rounded, False
    elif hedge in {"about", "around", "roughly", "approximately", "some", "or so"}:
        near, true = abs(actual - value) <= min(unit / 2, value / 20) or actual == value, False
    else:
        return ""
    return "within its words" if near else "loosely" if true else ""


def _last_digit(claim: Claim) -> float:
    """Return the size of the last digit that is not zero: 100 for 1,500, 1 for 1,524."""
    unit = claim.step
    while claim.value and claim.value >= unit * 10 and claim.value % (unit * 10) == 0:
        unit *= 10
    return unit


def _read_scope(sentence: str) -> str:
    """Read in which events the deaths or injuries of a sentence happened."""
    if re.search(r"\borgani[sz]ed violence\b", sentence):
        return "organized violence"
    # Without names: the Global Terrorism Index is no event.
    plain = re.sub(r"\b[A-Z][\w’'-]*", " ", sentence)
    named = {
        "attacks": re.search(r"\battacks?\b|\bterror(?:ist|ism)?\b|\bbomb", plain),
        "operations": re.search(r"\boperations?\b", sentence),
    }
    return " and ".join(scope for scope, match in named.items() if match)


def _read_victims(words: list[str], sentence: str) -> str:
    """Read whose deaths or injuries are counted, from the counted words."""
    counted = set(words)
    if counted <= _EVERYONE:
        return "other" if not words and _SUBGROUP.search(sentence) else "all"
    for group, names in _VICTIMS.items():
        if counted & names and counted <= names | _EVERYONE:
            return group
    return "other"


def _read_events(measure: str, words: list[str], problem: str) -> ClaimedCount:
    """Read which events are counted, and stop at a word that narrows them."""
    known = set().union(*_EVENT_WORDS.values())
    if measure == "incidents" and {"attacks", "attack"} & set(words):
        scope = "attacks and operations"
        if not {"operations", "operation"} & set(words):
            problem = problem or "The claim adds up events that no series adds up in this way."
    elif measure == "incidents":
        terror = {"terrorist", "terror", "militant"} & set(words)
        measure, scope = ("attacks", "attacks") if terror else ("incidents", "")
    else:
        scope = measure
        known = _EVENT_WORDS[measure]
    strange = [word for word in words if word not in known]
    if strange and not problem:
        problem = (
            f'The claim counts a narrower thing ("{" ".join(strange)}"), for which the reference '
            "has no figure."
        )
    return ClaimedCount(measure, scope, "all", problem)


def _after_number(claim: Claim) -> str:
    """Return the counted words of a claim in lower case, without its figure."""
    return re.sub(
        r"^\W*(?:[\d.,]+(?:[-–—][\d.,]+)?|(?:an? )?[a-z-]+)(?: (?:hundred|thousand|million|billion"
        r"|lakh|crore|dozen)\b)?",
        "",
        claim.text.lower(),
        count=1,
    )


def _doubt(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str:
    """Return why a sentence does not plainly assert its figure, or an empty string."""
    # A comparison is tested by itself, so its words limit nothing here.
    sentence = claim.sentence.replace(claim.comparison or "\0", "")
    at = sentence.find(claim.text)
    doubt = _DOUBT.search(sentence[:1].lower() + sentence[1:])
    if doubt:
        return (
            f'The sentence says "{doubt[0].strip()}": it denies, limits or foresees the figure and '
            "does not plainly assert it, so a series cannot answer it."
        )
    rate = _RATE.search(sentence)
    if rate and "record" not in rate[0]:
        return f'The figure may be a rate ("{rate[0]}"), and the reference holds yearly totals.'
    if claim.value_high is not None:
        return "The claim gives a range; the reference holds single figures."
    change = _CHANGE_BEFORE.search(sentence[max(0, at - 20) : max(0, at)])
    end = claim.sentence.find(claim.text) + len(claim.text)
    more = _CHANGE_AFTER.match(claim.sentence, end)
    if more:
        return f'"{claim.text} {more[1]}" is a change, and not a total.'
    if change:
        return f'"{change[0].strip()} {claim.text}" is a part or a change, and not a total.'
    known = _LIMITS_NOTHING | _EVERYONE | _TELLS
    for match in _PHRASE.finditer(sentence):
        words = set(match[1].split(" "))
        own = match[1] in claim.text  # the claim's own counted words
        if words - known and not words & _REPORT_NAMES and not own:
            return (
                f'The words "{match[0].strip()}" may narrow what the figure counts, and no series '
                "of the reference counts that alone."
            )
    for match in _ACTOR.finditer(sentence):
        named = any(name in match[1] for printed in names.values() for name in printed)
        if not named and not re.match(r"(?:[A-Z][a-z]+day|[A-Z][a-z]+ \d)", match[1]):
            return (
                f'The words "{match[0]}" name who acts or who is hit, and no series of the '
                "reference counts that alone."
            )
    return ""

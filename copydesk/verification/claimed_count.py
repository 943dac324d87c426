"""Read what a claim says is counted, in the terms of the reference tables.

``read_claimed_count`` reads the measure, the events and whose deaths; ``figures_for`` finds the
figures of a tracker for the place and the time of a claim; ``counts_the_same`` and ``match_value``
set what was read beside one of them. What speaks against it is found in ``doubts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.claims import EVENTS, Claim
from copydesk.claims.nouns import FATE_WORDS
from copydesk.language.dates import month_names
from copydesk.language.hedges import AGREES, agreement
from copydesk.verification.reference import Figure, Reference, find_tracker

_WORDS_FOR_EVERYONE = """
people persons person lives deaths death fatalities fatality killed dead injuries injury
injured wounded hurt violent violence-related violence-linked related linked total overall
recorded reported casualties were of the
"""
_EVERYONE = frozenset(_WORDS_FOR_EVERYONE.split())
VICTIMS = {
    "civilians": {"civilian", "civilians"},
    "security forces": {
        "security",
        "personnel",
        "forces",
        "members",
        "law-enforcement",
        "law",
        "enforcement",
        "agencies",
    },
    "militants": {"militant", "militants", "outlaw", "outlaws", "terrorist", "terrorists"},
    "members of the army": {"officers", "soldiers", "and", "army"},
}
"""Groups that the reference has figures for, and the words that name them."""
_SUBGROUP = re.compile(
    r"\b(?:civilians?|soldiers?|troops|police\w*|personnel|officers?|militants|outlaws?|women"
    r"|children|girls?|boys?|insurgents?|victims|attackers|journalists?|students?|terrorists)\b"
)
_CALLED = re.compile(
    r"\b(?:it|they|the \w+|which)[ ](?:calls?|called|terms|termed|describes? as)[ ]"
    r"(?P<name>outlaws|terrorists|militants)\b"
)
_COMPRISING = re.compile(r",?[ ](?:comprising|made up of|consisting of|which (?:were|are))\b")
_ADDED_UP = "The claim adds up events that no series adds up in this way."
_VIOLENCE = re.compile(
    r"\b(?P<kind>organi[sz]ed|state-based|non-state|one-sided|all|violence of (?P<any>any|every))"
    r" (?:violence|conflict|kind)\b",
    re.IGNORECASE,
)
_OPERATIONS_LEFT_OUT = re.compile(
    r"\b(?:leaves?|left|keeps?|kept|lists?)[ ](?:out[ ])?(?:counter-terror[ ])?operations"
    r"(?:[ ](?:out|apart|aside|elsewhere))?\b|\boperations[ ](?:are|is)[ ](?:listed[ ])?apart\b"
)
_FORCES_ADDED = re.compile(
    r"\b(?:actions|operations)[ ]of[ ](?:the[ ])?security[ ]forces\b|\badds?[ ]those[ ]actions\b"
)
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
COUNTED = frozenset({"fatalities", "injuries", "casualties", "population", *EVENTS})
"""What the reference can answer for; casualties are deaths and injuries added."""
GROUPS = frozenset({"outlaws", "militants", "terrorists", "civilians", "security personnel"})
"""Groups whose share among the dead can be worked out."""
_YEAR_ONLY = re.compile(r"(?:the (?:calendar )?year )?(\d{4})(?: alone)?")
_MONTHS = month_names()
_MONTH_SPAN = re.compile(
    rf"(?:between )?({'|'.join(_MONTHS)})(?: (?:to|and|through|until) |[-–])"
    rf"({'|'.join(_MONTHS)}),? (?:of )?(\d{{4}})"
)
_FIRST_MONTHS = re.compile(
    r"(?:the )?(?:first|initial) (\w+) months(?: of)?(?: the year)? (\d{4})", re.IGNORECASE
)
_NUMBERS = dict(zip(["six", "seven", "eight", "nine", "ten", "eleven"], range(6, 12), strict=True))
_REGIONS = {"kp": "Khyber Pakhtunkhwa", "khyber-pakhtunkhwa": "Khyber Pakhtunkhwa"}


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


def read_claimed_count(claim: Claim, counted: frozenset[str] = frozenset()) -> ClaimedCount:
    """Read what a claim counts, and stop at every word that no series can answer for.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    counted : frozenset of str
        What the named body counts at all; one that counts only a population means that.

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
    population = claim.measure in {"people", "population"} and (
        "population" in claim.sentence or counted == {"population"}
    )
    own = named_measure(claim, counted)
    if own:
        return ClaimedCount(own, "", "all")
    measure = "population" if population else claim.measure
    if measure in {"change", "share"}:
        # "outlaws, 36pc": the share that a group has among the dead.
        measure = "fatalities" if claim.of in GROUPS else claim.of
    if not measure:
        return ClaimedCount("", "", "", "The sentence does not say what the figure counts.")
    if measure not in COUNTED:
        return ClaimedCount(
            measure,
            "",
            "",
            f"The reference holds no series for {name_measure(measure)}, so nothing bears on this.",
        )
    if population:
        return ClaimedCount(measure, "residents", "all")
    if claim.measure == "share":
        return ClaimedCount(measure, "", "all")
    if claim.measure == "change":
        # The words after a percentage are not what changed.
        words = []
    if measure in EVENTS:
        return _read_events(measure, words, claim)
    victims = _read_victims(words, claim)
    problem = ""
    if victims == "other":
        problem = (
            f'"{claim.text}" counts a group that the reference has no figure for; '
            "the figure for everyone cannot stand in for it."
        )
    return ClaimedCount(measure, _read_scope(claim), victims, problem)


def named_measure(claim: Claim, counted: Iterable[str]) -> str:
    """Return which measure of a body a claim names in its own words; "" for those of the kit.

    A series of a user may count anything: "homicides", "journalists killed". Its name is the words
    that a newsroom uses for it.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> claim = find_claims("The institute counted 12 journalists killed in Colombia.")[0]
    >>> named_measure(claim, {"homicides", "journalists killed", "attacks"})
    'journalists killed'
    """
    own = sorted({*counted} - COUNTED, key=len, reverse=True)
    bare = " " not in claim.text or claim.measure in {"change", "share"}
    end = claim.offset + len(claim.text)
    for name in own:
        for match in forms_of(name).finditer(claim.sentence):
            # "4 journalists were killed": the noun stands with the figure, the rest comes after it.
            if bare or claim.offset < match.start() < end:
                return name
    return ""


@cache
def forms_of(measure: str) -> re.Pattern[str]:
    """Return the pattern of the words for a measure: "journalists (were) killed".

    Examples
    --------
    >>> [bool(forms_of("displaced people").search(text)) for text in (
    ...     "12 people had been displaced", "12 displaced people", "12 people left")]
    [True, True, False]
    """
    words = measure.split(" ")
    forms = [r"[ ]".join(map(re.escape, words))]
    fates = [word for word in words if word in FATE_WORDS]
    if len(words) == 2 and len(fates) == 1:
        noun = next(word for word in words if word not in FATE_WORDS)
        be = r"(?:(?:were|was|are|is)[ ]|(?:have|has|had)[ ]been[ ])?"
        forms.append(rf"{re.escape(noun)}[ ]{be}{re.escape(fates[0])}")
    number = r"(?:(?:the[ ])?number[ ]of[ ])?"
    return re.compile(rf"\b{number}(?:{'|'.join(forms)})(?:[ ]rate)?\b", re.IGNORECASE)


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


def tracker_of(
    source: str | None, names: Mapping[str, tuple[str, ...]] | None = None
) -> str | None:
    """Return the tracker that a source names, past a possessive and the year of an edition.

    Examples
    --------
    >>> tracker_of("Pakistan’s military"), tracker_of("Global Terrorism Index of 2025")
    ('Pakistan military', 'GTI')
    >>> tracker_of("a former CRSS analyst") is None
    True
    """
    if not source:
        return None
    plain = re.sub(r"(?<=\w)[’']s(?=[ ])", "", source)
    plain = re.sub(
        r"(?:,? (?:of|for|on|in))?,? (?:version )?(?:(?:19|20)\d\d|\d+\.\d+)$", "", plain
    )
    return find_tracker(source, names) or (find_tracker(plain, names) if plain != source else None)


def tracker_for(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the tracker that a claim names; "the military" is that of the place of the claim."""
    at_home = claim.source == "military" and f"{claim.place} military" in names
    if at_home:
        return f"{claim.place} military"
    # "Pakistan’s Interior Ministry", "the Interior Ministry of Pakistan", for figures of Pakistan.
    country = re.escape(claim.place or "\0")
    plain = re.sub(rf"^{country}[’']s?[ ]|[ ]of[ ]{country}$", "", claim.source or "")
    return tracker_of(claim.source, names) or (
        tracker_of(plain, names) if plain != claim.source else None
    )


def year_of(claim: Claim) -> int | None:
    """Return the calendar year of a claim, from its sentence or carried over; else ``None``."""
    carried = next((part.value for part in claim.context if part.part == "period"), None)
    return calendar_year(carried or claim.period)


def months_of(period: str | None) -> tuple[str, int] | None:
    """Return the months and the year of a part of a year, as ``Figure.months`` writes them.

    Examples
    --------
    >>> months_of("January to October 2024"), months_of("the first nine months of 2024")
    (('January to October', 2024), ('January to September', 2024))
    >>> months_of("2024") is None
    True
    """
    span = _MONTH_SPAN.fullmatch(period or "")
    if span:
        return f"{span[1]} to {span[2]}", int(span[3])
    first = _FIRST_MONTHS.fullmatch(period or "")
    count = _NUMBERS.get(first[1].lower()) if first else None
    return (f"January to {_MONTHS[count - 1]}", int(first[2])) if first and count else None


def period_words(claim: Claim) -> str | None:
    """Return the period to look up: what was carried over, or what is printed."""
    return next((part.value for part in claim.context if part.part == "period"), claim.period)


def figures_for(
    claim: Claim, tracker: str, year: int, reference: Reference, months: str = ""
) -> list[Figure]:
    """Return what a tracker prints for the place of a claim, for a year or for months of it."""
    place = _REGIONS.get((claim.place or "").lower(), claim.place)
    return [
        row
        for row in reference.where(tracker=tracker, year=year, months=months)
        if place == (row.region or row.country)
    ]


def family_of(measure: str) -> str:
    """Attacks, operations and incidents are one family: their counts are easily confused."""
    return "events" if measure in EVENTS else measure


def counts_the_same(row: Figure, wanted: ClaimedCount, reference: Reference) -> bool:
    """Say whether a figure counts the thing that the claim names."""
    if wanted.measure not in COUNTED:
        return row.measure == wanted.measure
    definition = reference.definition(row)
    # "terrorist incidents" are attacks, and some bodies count them under the one name or the other.
    attacks = {row.measure, wanted.measure} == {
        "attacks",
        "incidents",
    } and wanted.scope == "attacks"
    return (
        (row.measure == wanted.measure or (attacks and wanted.measure == "incidents"))
        and (
            definition.victims == wanted.victims
            # A body's words for everyone in the kind of violence that the claim names.
            or (
                wanted.victims == "all"
                and wanted.scope == definition.scope
                and definition.victims not in {*VICTIMS, "civilians and security forces"}
            )
        )
        and wanted.scope in {"", definition.scope}
    )


def match_value(claim: Claim, figure: Figure) -> str:
    """Say how a figure meets a claim.

    `copydesk.language.hedges.agreement` says what a number and its hedge allow.

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
    return agreement(claim.value, figure.value, claim.step, claim.modifier)


def _read_scope(claim: Claim) -> str:
    """Read in which events the deaths or injuries of a claim happened."""
    sentence = claim.sentence
    violence = _VIOLENCE.search(sentence, claim.offset) or _VIOLENCE.search(sentence)
    if violence:
        kind = violence["kind"].lower().replace("organised", "organized")
        whole = kind == "all" or violence["any"]
        return "all violence" if whole else f"{kind} violence"
    carried = next((part.value for part in claim.context if part.part == "scope"), "")
    if carried:
        return carried
    if _FORCES_ADDED.search(sentence):
        # The actions come in from there on: what stands before is the count without them.
        return _scope_beside_actions(claim)
    # Without names: the Global Terrorism Index is no event.
    plain = re.sub(r"\b[A-Z][\w’'-]*", " ", sentence[:1].lower() + sentence[1:])
    near = _own_events(claim, plain)
    named = {
        "attacks": re.search(r"\battacks?\b|\bterror(?:ist|ism)?\b|\bbomb", near),
        "operations": re.search(r"\boperations?\b", _OPERATIONS_LEFT_OUT.sub("", near)),
    }
    return " and ".join(scope for scope, match in named.items() if match)


def _own_events(claim: Claim, sentence: str) -> str:
    """Return "260 attacks with 372 deaths" out of "... and 101 operations with 228 deaths"."""
    pairs = list(
        re.finditer(
            r"\d[\d,]*[ ](?:[a-z-]+[ ]){0,2}(?:attacks|operations)[ ]with[ ]\d[\d,]*[ ]\w+",
            claim.sentence,
        )
    )
    own = [match.group() for match in pairs if match.start() <= claim.offset < match.end()]
    return own[0] if own and len(pairs) > 1 else sentence


def _scope_beside_actions(claim: Claim) -> str:
    """Read the scope where the actions of the forces are added: with them, or before them."""
    added = _FORCES_ADDED.search(claim.sentence)
    turn = re.search(r",[ ]or[ ]", claim.sentence)
    if added and added.start() > claim.offset and turn and claim.offset < turn.start():
        return "attacks"
    return "attacks and operations"


def _read_victims(words: list[str], claim: Claim) -> str:
    """Read whose deaths or injuries are counted, from the counted words."""
    counted = set(words)
    if counted <= _EVERYONE:
        called = _CALLED.search(claim.sentence, claim.offset)
        if called and claim.measure == "fatalities":
            return "militants"
        alone = not words and claim.measure != "change"
        if claim.measure == "casualties" and _COMPRISING.match(
            claim.sentence, claim.offset + len(claim.text)
        ):
            return "all"  # the groups after it are its parts
        return "other" if alone and _SUBGROUP.search(claim.sentence) else "all"
    for group, names in VICTIMS.items():
        if counted & names and counted <= names | _EVERYONE:
            return group
    both = VICTIMS["civilians"] | VICTIMS["security forces"]
    if counted <= both | _EVERYONE | {"and"}:
        return "civilians and security forces"
    return "other"


def _read_events(measure: str, words: list[str], claim: Claim) -> ClaimedCount:
    """Read which events are counted: of one kind, or of both together."""
    if measure != "incidents":
        return ClaimedCount(measure, measure, "all")
    both_kinds = bool(re.search(r"\battacks? (?:and|or|plus) [^\";]*operations?\b", claim.because))
    both_kinds = both_kinds or "total of the figures" in claim.because
    both = {"operations", "operation"} & set(words) or _FORCES_ADDED.search(claim.sentence)
    if {"attacks", "attack"} & set(words) or (not words and both_kinds):
        problem = "" if both or not words else _ADDED_UP
        return ClaimedCount(measure, "attacks and operations", "all", problem)
    before = claim.sentence[max(0, claim.offset - 60) : claim.offset]
    terror = {"terrorist", "terror", "militant"} & set(words)
    terror = terror or set(re.findall(r"\bterrorist(?= incidents)", before))
    return ClaimedCount(measure, "attacks" if terror and not both else "", "all")


def _after_number(claim: Claim) -> str:
    """Return the counted words of a claim in lower case, without its figure."""
    return re.sub(
        r"^\W*(?:[\d.,]+(?:[-–—][\d.,]+)?|(?:an? )?[a-z-]+)"
        r"(?: (?:to|hundred|thousand|million|billion|lakh|crore|dozen)\b(?: [\d.,]+)?)?",
        "",
        claim.text.lower(),
        count=1,
    )


def agrees(claim: Claim, actual: float) -> bool:
    """Say whether a number that was worked out rounds to the claim's, as its words allow."""
    return agreement(claim.value, actual, claim.step, claim.modifier) in AGREES

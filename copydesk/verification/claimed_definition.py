"""Read what a claim says is counted: the measure, in which events, and whose deaths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.claims import EVENTS, Claim
from copydesk.verification.measures import COUNTED, GROUPS, name_measure, named_measure

_WORDS_FOR_EVERYONE = """
people persons lives deaths death fatalities fatality killed dead injuries injury
injured wounded hurt violent violence-related violence-linked related linked total overall
recorded reported casualties were of the conflict terror-related terrorism-related
terrorism-linked attack-related
"""
_EVERYONE = frozenset(_WORDS_FOR_EVERYONE.split())
_IN_SHARES = frozenset({"per", "cent", "percent", "pc", "those", "all"})
VICTIMS = {
    "civilians": {"civilian", "civilians"},
    "security forces": {
        *("security", "personnel", "forces", "members"),
        *("law-enforcement", "law", "enforcement", "agencies"),
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
_BOTH_KINDS = re.compile(r"\battacks? (?:and|or|plus) [^\";]*operations?\b", re.IGNORECASE)
_INHABITANTS = frozenset({"inhabitants", "residents"})
_COME_OR_GO = re.compile(
    r"\b(?:lost|took in|received|suffered|endured|faced|saw)[ ](?:[a-z]+[ ])*$"
)
"""What a country does with people who are not those that it has."""
_ADDED_UP = "The claim adds up events that no series adds up in this way."
_VIOLENCE = re.compile(
    r"\b(?P<kind>organi[sz]ed|state-based|non-state|one-sided|all|violence of (?P<any>any|every))"
    r" (?:violence|conflict|fighting|kind)\b",
    re.IGNORECASE,
)
_OPERATIONS_LEFT_OUT = re.compile(
    r"\b(?:leaves?|left|keeps?|kept|lists?)[ ](?:out[ ])?(?:counter-terror[ ])?operations\b"
    r"|\boperations[ ]are[ ](?:listed[ ])?apart\b"
)
_LEAVES_OUT = re.compile(r"\b(?:leaves?|left|keeps?|kept)[ ](?:out[ ])?operations\b")
_FORCES_ADDED = re.compile(
    r"\b(?:actions|operations)[ ]of[ ](?:the[ ])?security[ ]forces\b|\badds?[ ]those[ ]actions\b"
)


@dataclass(frozen=True)
class ClaimedDefinition:
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


def read_definition(claim: Claim, counted: Mapping[str, str] | None = None) -> ClaimedDefinition:
    """Read what a claim counts, and stop at every word that no series can answer for.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    counted : mapping of str to str, optional
        The measure of each word for what the named body counts, as in ``Reference.words``; one that
        counts only a population means that.

    Returns
    -------
    ClaimedDefinition
        With a ``problem`` when the sentence denies, limits or foresees the figure, when the figure
        is a share, a rate, a range or a change, or when the reference counts no such thing.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> count = read_definition(find_claims("CRSS counted 586 terror attacks.")[0])
    >>> count.measure, count.scope, count.problem
    ('attacks', 'attacks', '')
    >>> read_definition(find_claims("The fee was Rs 10 billion.")[0]).problem
    'The reference holds no series for amounts of money, so nothing bears on this.'
    """
    counted = counted or {}
    own = named_measure(claim, counted)
    if own:
        return ClaimedDefinition(own, "", "all")
    measure = _measure_of(claim, counted)
    if not measure:
        return ClaimedDefinition("", "", "", "The sentence does not say what the figure counts.")
    if measure not in COUNTED:
        return ClaimedDefinition(
            measure,
            "",
            "",
            f"The reference holds no series for {name_measure(measure)}, so nothing bears on this.",
        )
    if measure == "population" and claim.measure not in {"change", "share"}:
        return ClaimedDefinition(measure, "residents", "all")
    if claim.measure == "share":
        return ClaimedDefinition(measure, "", "all")
    # The words after a percentage are not what changed.
    words = re.findall(r"[a-z][\w-]*", _after_number(claim)) if claim.measure != "change" else []
    if measure in EVENTS:
        return _read_events(measure, words, claim)
    victims = _read_victims(words, claim)
    problem = ""
    if victims == "other":
        problem = (
            f'"{claim.text}" counts a group that the reference has no figure for; '
            "the figure for everyone cannot stand in for it."
        )
    return ClaimedDefinition(measure, _read_scope(claim), victims, problem)


def _measure_of(claim: Claim, counted: Mapping[str, str]) -> str:
    """Return what a claim measures; of a share or a change, what it is of."""
    if claim.measure in {"change", "share"}:
        # "outlaws, 36pc": the share that a group has among the dead.
        return "fatalities" if claim.of in GROUPS else claim.of
    population = "population" in claim.sentence or {*counted.values()} == {"population"}
    moved = _COME_OR_GO.search(claim.sentence[: claim.offset])
    people = claim.measure == "people" and population and not moved
    return "population" if people or claim.measure in _INHABITANTS else claim.measure


def _read_scope(claim: Claim) -> str:
    """Read in which events the deaths or injuries of a claim happened."""
    sentence = claim.sentence
    violence = _VIOLENCE.search(sentence, claim.offset) or _VIOLENCE.search(sentence)
    if violence:
        return _kind_of(violence)
    carried = next((part.value for part in claim.context if part.part == "scope"), "")
    if carried:
        return carried
    if _FORCES_ADDED.search(sentence):
        # The actions come in from there on: what stands before is the count without them.
        return _scope_beside_actions(claim)
    # Without names: the Global Terrorism Index is no event.
    plain = re.sub(r"\b[A-Z][\w’'-]*", " ", sentence[:1].lower() + sentence[1:])
    near = _own_events(claim, plain)
    if _LEAVES_OUT.search(near):
        return "attacks"
    named = {
        "attacks": re.search(r"\battacks?\b|\bterror(?:ist|ism)?\b|\bbomb", near),
        "operations": re.search(r"\boperations?\b", _OPERATIONS_LEFT_OUT.sub("", near)),
    }
    scopes = [scope for scope, match in named.items() if match]
    return " and ".join(scopes) or ("attacks" if " in them" in near else "")


def _kind_of(violence: re.Match[str]) -> str:
    kind = violence["kind"].lower().replace("organised", "organized")
    return "all violence" if kind == "all" or violence["any"] else f"{kind} violence"


def counts_everyone(claim: Claim) -> bool:
    """Say whether the counted words of a share name no group: "of the deaths"."""
    words = re.findall(r"[a-z][\w-]*", _after_number(claim))
    return {*words} <= _EVERYONE | _IN_SHARES


def kinds_of_violence(sentence: str) -> set[str]:
    """Return each kind of violence that a sentence names, as in ``Definition.scope``.

    Examples
    --------
    >>> sorted(kinds_of_violence("All violence had 12 dead, and non-state fighting 3."))
    ['all violence', 'non-state violence']
    """
    return set(map(_kind_of, _VIOLENCE.finditer(sentence)))


def _own_events(claim: Claim, sentence: str) -> str:
    """Return "260 attacks with 372 deaths" out of "... and 101 operations with 228 deaths"."""
    pairs = re.finditer(
        r"\d[\d,]*[ ](?:[a-z-]+[ ]){0,2}(?:attacks|operations)[ ]with[ ]\d[\d,]*[ ]\w+",
        claim.sentence,
    )
    own = (match.group() for match in pairs if match.start() <= claim.offset < match.end())
    return next(own, sentence)


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
        # "1,407 civilian deaths in 2022. In 2024 it counted 7,103.": of civilians, too.
        noun = next((part.because for part in claim.context if part.part == "measure"), "")
        others = {*re.findall(r"\b[a-z][a-z-]+", noun)} - _EVERYONE - _IN_SHARES - {"as", "for"}
        narrow = (not words and others) or (alone and _SUBGROUP.search(claim.sentence))
        return "other" if narrow else "all"
    for group, names in VICTIMS.items():
        if counted & names and counted <= names | _EVERYONE:
            return group
    both = VICTIMS["civilians"] | VICTIMS["security forces"]
    if counted <= both | _EVERYONE | {"and"}:
        return "civilians and security forces"
    return "other"


def _read_events(measure: str, words: list[str], claim: Claim) -> ClaimedDefinition:
    """Read which events are counted: of one kind, or of both together."""
    if measure != "incidents":
        return ClaimedDefinition(measure, measure, "all")
    both_kinds = _BOTH_KINDS.search(claim.because) or "total of the figures" in claim.because
    both = {"operations", "operation"} & set(words) or _FORCES_ADDED.search(claim.sentence)
    if {"attacks", "attack"} & set(words) or (not words and both_kinds):
        problem = "" if both or not words else _ADDED_UP
        return ClaimedDefinition(measure, "attacks and operations", "all", problem)
    before = claim.sentence[max(0, claim.offset - 60) : claim.offset]
    terror = {"terrorist", "terror", "militant"} & set(words)
    terror = terror or set(re.findall(r"\bterrorist(?= incidents)", before))
    return ClaimedDefinition(measure, "attacks" if terror and not both else "", "all")


def _after_number(claim: Claim) -> str:
    """Return the counted words of a claim in lower case, without its figure."""
    return re.sub(
        r"^\W*(?:[\d.,]+(?:[-–—][\d.,]+)?|(?:an? )?[a-z-]+)"
        r"(?: (?:to|hundred|thousand|million|billion|lakh|crore|dozen)\b(?: [\d.,]+)?)?",
        "",
        claim.text.lower(),
        count=1,
    )

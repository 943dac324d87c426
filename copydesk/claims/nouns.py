"""Read the words that a number counts: the noun after it, with what describes it."""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.corpus import load_table
from copydesk.language.number_words import kinds_of_units, values
from copydesk.language.numbers import Number
from copydesk.language.tokens import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, PRONOUNS, STOPS


def _measures(counts: str) -> dict[str, str]:
    """Return the measure of each word of ``lexicons/measures.csv`` that counts people or events."""
    table = load_table("lexicon_measures")
    rows = table[table["counts"] == counts]
    return dict(zip(rows["word"], rows["measure"], strict=True))


FATE_WORDS = _measures("people")
"""Words for what happened to the people that a figure counts, each with its measure."""

EVENT_WORDS = _measures("events")
"""Words for things that happen and are counted one by one, each with its measure."""

FATES, EVENTS = (tuple(dict.fromkeys(words.values())) for words in (FATE_WORDS, EVENT_WORDS))
"""The measures of each: "fatalities", "injuries" ...; "attacks", "operations", "incidents"."""

CASUALTIES = frozenset({"fatalities", "injuries"})
"""What together is called casualties: the dead and the hurt."""

_WITH_S = (
    "person civilian soldier officer troop boy girl student worker militant terrorist insurgent "
    "outlaw attacker fighter victim tourist passenger member journalist villager prisoner detainee "
    "protester resident employee patient defendant suspect guard aide agent lawmaker citizen "
    "migrant voter doctor nurse teacher commander pilgrim colleague rescuer survivor driver pilot"
)
_WITH_MEN = "man woman policeman gunman"
_OF_OTHER_FORMS = "people child children others police policewomen personnel crew"
PEOPLE = frozenset(
    {*_WITH_S.split(), *(f"{word}s" for word in _WITH_S.split()), *_OF_OTHER_FORMS.split()}
    | {*_WITH_MEN.split(), *(f"{word[:-2]}en" for word in _WITH_MEN.split())}
)
"""Words for people. A figure before one of them counts people."""

UNIT_OF = {word: kind for word, kind in kinds_of_units().items() if kind not in {"money", "share"}}
"""What is measured in a unit that a figure counts like a noun: "minutes"."""

_MORE_SMALL_WORDS = """
ago along amid and around down here included including off onto out per said says there through
told up via within
"""
_ENDS_A_NOUN = frozenset(
    {*BE, *HAVE, *MODALS, *DETERMINERS, *PREPOSITIONS, *PRONOUNS, *STOPS, *values("number")}
    | {*_MORE_SMALL_WORDS.split()}
)
_NOUNS = {*PEOPLE, *EVENT_WORDS, *FATE_WORDS, *UNIT_OF}
DESCRIBES_A_NOUN = {"police", "child", "security"} | {
    word for word in _NOUNS if f"{word}s" in _NOUNS and word != "person"
}
"""What can stand before the noun that is counted: "terrorist attacks", "army officers"."""
_DEMONYM = re.compile(r"[^\W\d_a-z][\w-]*(?:ans|[a-z]is|ese|ish|[a-z]ns)$")
_FATES_AS_NOUNS = frozenset(
    {"killed", "dead", "injured", "wounded", "missing", "arrested", "detained", "hurt"}
)
_WORD = re.compile(r"[ ]([^\W\d_][\w’'./-]*)")
_INITIALS = re.compile(r"[A-Z]{2,}s")  # "12 MPs"
_OF = re.compile(r"[ ]of(?:[ ](?:all|the|its|their|his|her|our|those|these))?(?=[ ])")
_COPULA = re.compile(
    r"(?P<of>[ ]of[ ](?:the|these|those|its|them)(?:[ ][a-z]+)?)?[ ](?:were|are|was|is)[ ]"
)
_OF_THEM = re.compile(r"[ ]of[ ]them[ ](?P<who>women|children|civilians|soldiers|militants)\b")
_OF_FORCES = re.compile(
    r"[ ]of[ ](?:the[ ])?(?P<forces>security forces|armed forces|law enforcement)"
)
_JOINED = re.compile(r"[ ](and|or)(?=[ ])")
_PLURALS = frozenset({"aircraft", "cattle", "sheep"})


class _Word(NamedTuple):
    """A word as printed, in lower case without marks at its end, and where it then ends."""

    printed: str
    lower: str
    end: int


def counted_words(text: str, number: Number) -> tuple[list[str], int]:
    """Read the words that a number counts.

    They are in lower case, but a people's name keeps its capital. Where no noun follows there are
    none, and they end with the number.

    Examples
    --------
    >>> from copydesk.language.numbers import find_numbers
    >>> text = "There were 306 terrorist attacks."
    >>> counted_words(text, find_numbers(text)[0])
    (['terrorist', 'attacks'], 32)
    """
    start = number.end
    of = _OF.match(text, start) if number.unit == "percent" else None
    words, end = _noun_phrase(text, of.end() if of else start)
    if not of:
        words, end = _stated_later(text, start) or (words, end)
    return _with_what_is_joined(text, words, end) if words else ([], start)


def _stated_later(text: str, start: int) -> tuple[list[str], int] | None:
    """Read "586 of the incidents were attacks" and "five of them women", whose noun comes later."""
    them = _OF_THEM.match(text, start)
    if them:
        return [them["who"].lower()], them.end()
    copula = _COPULA.match(text, start)
    words, end = _noun_phrase(text, copula.end() - 1) if copula else ([], start)
    known = words and kind_of(words[-1]) in {"people", "events"}
    return (words, end) if known and not words[0].endswith("ing") else None


def _with_what_is_joined(text: str, words: list[str], end: int) -> tuple[list[str], int]:
    """Read on: "terrorist attacks and counter-terror operations" is one count of both."""
    if words[-1] in {"members", "personnel"} and (whole := _OF_FORCES.match(text, end)):
        return [*words, *whole["forces"].split()], whole.end()
    joined = _JOINED.match(text, end)
    more, more_end = _noun_phrase(text, joined.end()) if joined else ([], end)
    if joined and more and kind_of(more[-1]) == kind_of(words[-1]) != "":
        return [*words, joined[1], *more], more_end
    return words, end


def _word_at(text: str, place: int) -> _Word | None:
    match = _WORD.match(text, place)
    if match is None:
        return None
    plain = match[1].rstrip(".’'/-")
    return _Word(match[1], plain.lower(), match.start(1) + len(plain))


def _noun_phrase(text: str, start: int) -> tuple[list[str], int]:
    """Read on from ``start`` to the first noun that can be counted, at most six words away."""
    words: list[str] = []
    place = start
    for _ in range(6):
        word = _word_at(text, place)
        if word is None or word.lower in _ENDS_A_NOUN:
            break
        words.append(word.lower)
        place = word.end
        if word.lower in _FATES_AS_NOUNS and len(words) == 1:
            who = _word_at(text, place)
            dead = who is not None and who.lower in PEOPLE  # "12 dead civilians"
            return ([word.lower, who.lower], who.end) if who and dead else (words, place)
        if _DEMONYM.match(word.printed):
            # "20,000 Palestinians": the capital says that they are people
            return [*words[:-1], word.printed], place
        if _can_be_counted(word):
            describes = word.lower in DESCRIBES_A_NOUN or word.printed[0].isupper()
            if not (describes and _goes_on(text, place)):
                return words, place  # else "terrorist attacks", "China Airlines flights"
        elif word.printed.endswith("."):
            break
    return [], start


def _can_be_counted(word: _Word) -> bool:
    known = kind_of(word.lower) or word.lower in UNIT_OF or looks_plural(word.lower)
    return bool(known or _INITIALS.fullmatch(word.printed))


def _goes_on(text: str, place: int) -> bool:
    """Say whether one of the next two words is the noun, so that this one only describes it."""
    for _ in range(2):
        word = _word_at(text, place)
        if word is None or word.lower in _ENDS_A_NOUN or word.lower in _FATES_AS_NOUNS:
            return False
        if kind_of(word.lower) or looks_plural(word.lower):
            return True
        place = word.end
    return False


def kind_of(word: str) -> str:
    """Say which family a counted noun belongs to: people, events, fates, or none of them."""
    if word in PEOPLE or word[:1].isupper():
        return "people"
    if word in EVENT_WORDS:
        return "events"
    return "fates" if word in FATE_WORDS else ""


def looks_plural(word: str) -> bool:
    """Say whether a noun has the form of a plural, or is one of the few that need none."""
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and word[-2] not in "suia’'")

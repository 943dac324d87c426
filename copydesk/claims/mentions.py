"""Recognize who and where in a sentence: bodies that count, other speakers, countries, names.

Known bodies are those of the reference tables. A name that is none of them, and no country that was
read, may be another place or another party; the desk then carries nothing over.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from copydesk.claims.sources import COUNTING_BODY
from copydesk.corpus import load_table
from copydesk.language.dates import month_names, weekday_names
from copydesk.language.number_words import alternatives, values
from copydesk.language.tokens import words_of
from copydesk.lexicons import party_nouns, states

_SUBJECT_VERB = re.compile(
    r"(?:[’']s?)?(?:[ ]\([^()]{1,80}\))?(?:,[ ][^,;:.]{1,80},)?[ ]"
    r"(?:(?:had|also|now|later)[ ])?(?:[a-z]{2,}(?:s|ed)|put|gave|kept|found|had|count|report)\b"
)
_FORCES = re.compile(
    r"\b(?:military|army|police|ministry|authorities|officials?|government|forces)\b", re.IGNORECASE
)
_FORCES_SUBJECT = re.compile(
    r"(?:The|Its)[ ](?:country[’']s[ ])?(?P<who>military|army|police|(?:interior[ ])?ministry"
    r"|government)[ ](?:has|had|keeps|gives|counts|says|publishes|put|puts)\b"
)
_OWNS = re.compile(r"\b(?P<owner>[A-Z]\w+(?:[ ][A-Z]\w+)?)[’']s?[ ]")
_GENERIC_NAMES = frozenset(
    {"Index", "Institute", "Centre", "Center", "Program", "Programme", "Portal", "Ministry"}
    | {"Database", "Bureau"}
)
_THE_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]hat|[Tt]his) $")
_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'&-]*")
_MAY_BEGIN = words_of(
    "ask asked counting few findings given half having here instead just key let like long look "
    "main much nothing old perhaps rather second seen somebody start take third thus twice very "
    "yes yet"
)
"""Words that may begin a sentence, and that stand in no table of words."""
CALENDAR_NAMES = frozenset(
    {*month_names(), *weekday_names(), "Rs", "I", "Annual", "Security", "Report", "Year"}
)
_ELSEWHERE = re.compile(
    r"\b(?:(?<!^)there(?![ ](?:were|was|are|is|have|has|had)\b)|elsewhere|abroad"
    r"|overseas|beyond|across the \w+|neighbou?r\w*"
    r"|provinc\w+|district\w*|region\w*|north\w*|south\w*|east\w*|west\w*|cit(?:y|ies)|capital"
    r"|towns?|villages?|world(?:wide)?|global\w*|international\w*|border)\b"
)
_ANOTHER_BODY = re.compile(
    r"\b(?:another|other|rival|second|different|one|an?)[ ](?:[a-z-]+[ ])?(?:institute|body|tank"
    r"|paper|newspaper|count|group|source|report|study|index|tally|organi[sz]ation|agency)\b",
    re.IGNORECASE,
)
# Somebody else who speaks or counts: "a minister claimed", "the newspaper has".
_SPEAKS = re.compile(
    r"\b(?P<who>[a-z]+)[ ](?:(?:also|now|later)[ ])?"
    r"(?:said|says|say|claim(?:s|ed)?|puts?"
    r"|count(?:s|ed)?|record(?:s|ed)?|report(?:s|ed)?|list(?:s|ed)?|gives?|gave|spoke|speaks?|told"
    r"|estimat(?:es|ed)|believ(?:es|ed)|thinks?|thought|writes?|wrote|stat(?:es|ed)|announc(?:es|ed)"
    r"|confirm(?:s|ed)|has|had|have|cit(?:es|ed)|quot(?:es|ed)|speaks)\b"
)

_SOMEBODY = frozenset(
    {"some", "others", "many", "most", "few", "people", "locals", "residents", "observers"}
    | {"experts", "analysts", "everyone", "everybody", "nobody", "someone", "somebody", "critics"}
)


def owner_of(text: str, source: str | None) -> str | None:
    """Return "Pakistan" for a source that is "Pakistan’s Interior Ministry"."""
    if not source or "’s " not in text.replace("'s ", "’s "):
        return None
    for match in _OWNS.finditer(text):
        body = text[match.end() :].removeprefix("own ")
        if match["owner"] in set(countries().values()) and (
            body.startswith(source) or source.startswith(match.group())
        ):
            return match["owner"]
    return None


@lru_cache(maxsize=4096)
def source_key(source: str) -> str:
    """Return what is the same for all names of one body: its tracker, or the name in lower case."""
    plain = re.sub(r"[’']s\b", "", re.sub(r"\s*\([^()]*\)", "", source))
    plain = re.sub(r"^(?:the|a|an) ", "", plain.strip(), flags=re.IGNORECASE)
    plain = re.sub(r"(?: of)? (?:19|20)\d\d$", "", plain)
    return known_bodies().get(plain, plain.lower())


def bodies_named(text: str, subject: bool = False) -> tuple[str, ...]:
    """Return the known bodies that a sentence names, each once; as a subject, those that act."""
    found: dict[str, str] = {}
    for match in _known_pattern().finditer(text):
        if subject and not _SUBJECT_VERB.match(text, match.end()):
            continue
        found.setdefault(source_key(match.group()), match.group())
    return tuple(found.values())


def bodies_printed(text: str) -> tuple[str, ...]:
    """Return every name of a known body in a sentence, as printed."""
    return tuple(match.group() for match in _known_pattern().finditer(text))


@cache
def plain_words() -> frozenset[str]:
    """Return the words of all rows of spans: a capital ("Attacks rose") makes no name of one."""
    words = load_table("lexicon_spans")["words"]
    return frozenset(word for row in words for word in re.findall(r"[a-z][a-z-]*", row))


@cache
def _no_names() -> frozenset[str]:
    """Return the words that may begin a sentence with a capital."""
    small = frozenset(load_table("lexicon_function_words")["word"])
    return _MAY_BEGIN | small | plain_words() | values("number").keys() | party_nouns().keys()


@cache
def known_bodies() -> dict[str, str]:
    """Return the names of bodies that count, each with its tracker."""
    table = load_table("trackers")
    return dict(zip(table["name"], table["tracker"], strict=True))


def names_another_body(text: str) -> bool:
    """Say whether a sentence speaks of a second body that it does not name: "another institute".

    Examples
    --------
    >>> names_another_body("Another institute has 12 deaths.")
    True
    """
    return bool(_ANOTHER_BODY.search(text))


def another_speaks(text: str) -> bool:
    """Say whether somebody who is no name speaks or counts in a sentence: "a minister claimed"."""
    return any(
        # "the institute counted": the one that was named before, and no other
        match["who"] in _SOMEBODY or match["who"] in party_nouns().keys() - {"institute"}
        for match in _SPEAKS.finditer(f"{text[:1].lower()}{text[1:]}")
    )


def elsewhere(text: str) -> str:
    """Return a word of a sentence that may mean another place: "there", "the province"; or "".

    Examples
    --------
    >>> elsewhere("The province has 12 deaths."), elsewhere("There were 12 deaths.")
    ('province', '')
    """
    match = _ELSEWHERE.search(text)
    return match[0] if match else ""


def unknown_name(text: str, names: tuple[str, ...], place: str) -> str:
    """Return the first name in a sentence that may be another place or party, or "".

    ``names`` are no place: sources and bodies that count. ``place`` is what the sentence may be
    about.

    Examples
    --------
    >>> unknown_name("In Sindh, CRSS has 12 deaths.", ("CRSS",), "Pakistan")
    'Sindh'
    >>> unknown_name("For Pakistan, CRSS has 12 deaths.", ("CRSS",), "Pakistan")
    ''
    """
    for name in names:
        if name in text:
            text = text.replace(name, " ")
    text = re.sub(r"\([^()]*\)", " ", text)
    for match in _NAME.finditer(text):
        word = re.sub(r"[’']s?$", "", match.group())
        state = states().get(word.lower())
        if (
            word in CALENDAR_NAMES
            or word in re.findall(r"[\w’'-]+", place)
            or (state and state.country == place)
        ):
            continue
        begins = not re.search(r"\w", text[: match.start()]) or re.search(
            r"[.!?:“‘\"]\s*$", text[: match.start()]
        )
        if begins and word.lower() in _no_names() and match.group() == word:
            continue
        if word in _GENERIC_NAMES and _THE_BEFORE.search(text[: match.start()]):
            continue  # "the Index": the one that was named before
        return match.group()
    return ""


def forces_as_subject(text: str) -> tuple[str, ...]:
    """Return "military" for "The military has its own tally": a body that no capital marks."""
    match = _FORCES_SUBJECT.match(text)
    return (match["who"],) if match else ()


def is_counter(source: str) -> bool:
    """Say whether a source is a body that counts: a tracker, or an institute, index or ministry."""
    return source_key(source) in tracker_keys() or bool(COUNTING_BODY.search(source))


def is_body(source: str) -> bool:
    """Say whether a source is a body, which can keep a paragraph, and no person."""
    return is_counter(source) or bool(_FORCES.search(source))


@lru_cache(maxsize=4096)  # sources have no end in a folder of a million articles
def home_of(source: str | None) -> str | None:
    """Return the one country that a body of the reference counts, or ``None``.

    Examples
    --------
    >>> home_of("PIPS"), home_of("UCDP")
    ('Pakistan', None)
    """
    figures = load_table("figures")
    own = figures[figures["tracker"] == source_key(source or "")]
    found = list(own["country"].unique())
    return str(found[0]) if len(found) == 1 else None


@cache
def tracker_keys() -> frozenset[str]:
    """Return the trackers of the reference tables."""
    return frozenset(known_bodies().values())


@cache
def _known_pattern() -> re.Pattern[str]:
    names = sorted(known_bodies(), key=len, reverse=True)
    # "Pakistan’s military" is the Pakistan military.
    spelled = "|".join(re.escape(name).replace("\\ ", "(?:[’']s)?[ ]", 1) for name in names)
    return re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])")


@cache
def countries() -> dict[str, str]:
    """Return the country under its name and under its adjective, as printed."""
    found = {}
    for state in states().values():
        found[state.country] = state.country
        found.setdefault(state.adjective, state.country)
    return found


@cache
def country_pattern() -> re.Pattern[str]:
    """Return the pattern that finds the names and adjectives of countries."""
    return re.compile(rf"(?<![\w-]){alternatives(countries())}(?![\w-])")

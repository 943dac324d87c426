"""Read a sentence by spans: each piece of it has one reader with a name, or is named as unread.

The words of a reader are rows of ``data/lexicons/spans.csv``. A row is a pattern over tokens:
``a/b`` is a choice, ``(a)`` may be missing, ``|`` parts whole patterns, ``$att`` stands for the
patterns of the row ``word,att``, and a capital for what is recognised: ``N`` a figure, ``S`` a body
that counts, ``O`` another source, ``P`` a place, ``R`` another place, ``Y`` a year, ``M`` a month,
``D`` a day, ``C`` a record, ``L`` the town of a dateline, ``0`` another numeral, ``X`` an unknown
name. ``>N`` says that a figure follows and leaves it for its own reader. The longest
pattern that fits takes the words, from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from copydesk.claims.circumstances import read_circumstances
from copydesk.claims.mentions import countries, known_bodies, plain_words
from copydesk.claims.nouns import PEOPLE
from copydesk.claims.records import is_record
from copydesk.claims.sources import Cue
from copydesk.corpus import country_names, load_table
from copydesk.language.dates import month_names, weekday_names
from copydesk.language.number_words import alternatives
from copydesk.language.numbers import find_numbers

UNREAD = "unread"
"""The role of a word that no reader takes."""

_TOKEN = re.compile(r"[’']s?(?!\w)|[^\W_]+(?:[-–&’'](?![sS]\b)[^\W_]+)*|[^\w\s]|_")
_PART = re.compile(r"\([^()\s](?:[^()]*[^()\s])?\)|\S+")
_NAMED = frozenset("PRSYMO")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATELINE = re.compile(r"[A-Z]{4,}(?:[ ][A-Z]{3,})?(?=:[ ]|[ ]?[—–-][ ])")


class Span(NamedTuple):
    """A piece of a sentence and who reads it.

    Attributes
    ----------
    start, end : int
        Character offsets in the sentence.
    role : str
        ``"number"``, ``"count"``, ``"place"``, ``"source"``, ... or ``"unread"``.
    value : str
        What the words say, in the terms of the reference where they have some.
    text : str
        The words as printed.
    rule : str
        The row that took them.
    """

    start: int
    end: int
    role: str
    value: str
    text: str
    rule: str = ""


class Token(NamedTuple):
    """A word of a sentence, or a name, place, year or figure taken as one.

    ``key`` is the word in small letters, or the capital that the patterns use.
    """

    start: int
    end: int
    key: str
    value: str


@dataclass(frozen=True)
class Row:
    """One reader's row: its pattern over the keys of tokens, and what it makes of the words."""

    spelled: str
    role: str
    value: str
    words: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; most of the rows are not needed for one text, and compiling takes long."""
        return re.compile(rf"{self.spelled}(?= )")


Vocabulary = Mapping[tuple[str, ...], tuple[Row, ...]]
"""The rows under every one or two keys that one of their patterns can begin with."""

Openings = frozenset[tuple[str, ...]]
"""The first two keys of what a pattern matches, or all of them where it is shorter."""


@cache
def vocabulary() -> Vocabulary:
    """Return the rows of ``data/lexicons/spans.csv``, read once."""
    table = load_table("lexicon_spans").fillna("")
    return compile_rows(table[["role", "value", "words"]].itertuples(index=False, name=None))


def compile_rows(rows: Iterable[tuple[str, str, str]]) -> Vocabulary:
    """Turn rows of role, value and words into patterns, under the keys that they begin with."""
    parts: dict[str, tuple[str, Openings]] = {}
    found: list[Row] = []
    places: dict[tuple[str, ...], list[int]] = {}
    for role, value, words in rows:
        if role == "word":
            parts[f"${value}"] = _spelled(words, parts)
            continue
        for pattern in words.split(" | "):
            spelled, openings = _spelled(pattern, parts)
            for opening in openings:
                places.setdefault(opening, []).append(len(found))
            found.append(Row(spelled, role, value, pattern))
    # What can end after its first key is a row of every second one too.
    held = {keys: {*own, *places.get(keys[:1], ())} for keys, own in places.items()}
    return {keys: tuple(found[place] for place in sorted(held[keys])) for keys in held}


def _spelled(words: str, parts: Mapping[str, tuple[str, Openings]]) -> tuple[str, Openings]:
    """Return a pattern of the table as a regular expression, and the keys that can begin it."""
    whole, begins = [], set[tuple[str, ...]]()
    for pattern in sorted(words.split(" | "), key=lambda text: -len(text.split())):
        spelled = ""
        openings: set[tuple[str, ...]] = {()}
        for part in _PART.findall(pattern):
            optional = len(part) > 2 and part[0] == "(" and part[-1] == ")"
            inside = part[1:-1] if optional else part
            read = _spelled if " " in inside else _choice
            found, first = read(inside, parts)
            spelled += f"(?:{found})?" if optional else found
            following = first | {()} if optional else first
            openings = {(one + other)[:2] for one in openings for other in following}
        whole.append(spelled)
        begins |= openings
    return f"(?:{'|'.join(whole)})", frozenset(begins)


def _choice(part: str, parts: Mapping[str, tuple[str, Openings]]) -> tuple[str, Openings]:
    """Return one place of a pattern: a word, a choice of words, a part with a name, a look ahead.

    Every key is written with a space before it.
    """
    if len(part) > 1 and part[0] == ">":
        return f"(?={_choice(part[1:], parts)[0]}(?= ))", frozenset({()})
    spelled, first = [], set[tuple[str, ...]]()
    for word in part.split("/") if len(part) > 1 else [part]:
        held = parts.get(word) or (f" {re.escape(word)}(?= )", frozenset({(word,)}))
        spelled.append(held[0])
        first |= held[1]
    return f"(?:{'|'.join(spelled)})", frozenset(first)


@lru_cache(maxsize=256)
def read_spans(sentence: str) -> tuple[Span, ...]:
    """Read a sentence by spans, in order; they cover every word and sign.

    A figure has a span of its own, also inside the pattern of another reader.

    Examples
    --------
    >>> [(span.role, span.text) for span in read_spans("PIPS counted 12 foiled attacks.")][:4]
    [('source', 'PIPS'), ('telling', 'counted'), ('number', '12'), ('unread', 'foiled')]
    """
    return tile(sentence, tokens_of(sentence), vocabulary())


_ALONE = {"N": "number", "C": "comparison"}
"""The roles of tokens that need no row."""


def tile(sentence: str, tokens: tuple[Token, ...], rows: Vocabulary) -> tuple[Span, ...]:
    """Give every token to the longest row that begins with it, from left to right."""
    spans: list[Span] = []
    keys = "".join(f" {token.key}" for token in tokens) + " "
    at = place = 0
    while at < len(tokens):
        token = tokens[at]
        two = (token.key, tokens[at + 1].key) if at + 1 < len(tokens) else (token.key,)
        held = rows.get(two) or rows.get(two[:1])
        ends = held and [
            (match.end(), -number, row)
            for number, row in enumerate(held)
            if (match := row.pattern.match(keys, place)) and match.end() > place
        ]
        if not ends:
            role = _ALONE.get(token.key, UNREAD)
            spans.append(_span(sentence, token.start, token.end, role, token.value))
            at, place = at + 1, place + 1 + len(token.key)
            continue
        end, _, row = max(ends, key=lambda one: one[:2])
        count = keys.count(" ", place, end)
        spans += _spans_of(sentence, tokens[at : at + count], row)
        at, place = at + count, end
    return tuple(spans)


def _spans_of(sentence: str, tokens: tuple[Token, ...], row: Row) -> list[Span]:
    """Cut the words of one row at its figures, which keep spans of their own."""
    named = dict.fromkeys(token.value for token in tokens if token.key in _NAMED)
    value = row.value or " ".join(named)
    spans: list[Span] = []
    for token in tokens:
        if token.key == "N":
            spans.append(_span(sentence, token.start, token.end, "number", token.value))
        else:
            # A figure has no rule: the words beside each other are one span.
            start = spans.pop().start if spans and spans[-1].rule else token.start
            spans.append(_span(sentence, start, token.end, row.role, value, row.words))
    return spans


def _span(sentence: str, start: int, end: int, role: str, value: str, rule: str = "") -> Span:
    return Span(start, end, role, value, sentence[start:end], rule)


@cache
def _no_towns() -> frozenset[str]:
    """Return words that are no town before a sentence: "FALSE:", "CHILDREN:", "MAY:", "INDIA:"."""
    return plain_words() | PEOPLE | {name.lower() for name in _names()[1]}


@cache
def _names() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return the pattern of every known body, place, month and day, and what each of them is."""
    known: dict[str, tuple[str, str]] = {}
    figures = load_table("figures")
    for region in figures["region"].dropna().unique():
        known[region] = ("P", region)
    known["KP"] = ("P", "Khyber Pakhtunkhwa")
    for name, country in countries().items():
        known.setdefault(name, ("P" if name == country else "A", country))
    for name in country_names():  # a claim keeps the name that was printed
        known.setdefault(name, ("P", name))
    known |= {name: ("S", tracker) for name, tracker in known_bodies().items()}
    known |= {month: ("M", month) for month in month_names()}
    known |= {day: ("D", day) for day in weekday_names()}
    return re.compile(rf"(?<![\w-]){alternatives(known)}(?![\w])"), known


def tokens_of(sentence: str) -> tuple[Token, ...]:
    """Cut a sentence into words, and into the names, places, years and figures that it holds."""
    taken: list[Token] = [
        Token(number.start, number.end, "N", number.text) for number in find_numbers(sentence)
    ]
    taken += _comparisons(sentence, taken)
    pattern, known = _names()
    for match in pattern.finditer(sentence):
        key, value = known[match.group()]
        taken.append(Token(match.start(), match.end(), key, value))
    taken += _others(read_circumstances(sentence).sources, "O", taken)
    taken += _others(read_circumstances(sentence).places, "R", taken)
    line = _DATELINE.match(sentence)
    line = None if line and {line[0].lower(), *line[0].lower().split()} & _no_towns() else line
    taken += [Token(line.start(), line.end(), "L", line[0])] if line else []
    tokens: list[Token] = []
    end = 0
    for token in sorted(taken, key=lambda token: (token.start, -token.end)):
        if token.start < end:
            continue
        tokens += _words(sentence, end, token.start)
        tokens.append(token)
        end = token.end
    return (*tokens, *_words(sentence, end, len(sentence)))


def _others(cues: tuple[Cue, ...], key: str, taken: list[Token]) -> list[Token]:
    """Take the names of sources and places that are in no table as one token each."""
    known = [token for token in taken if token.key in {"S", "P"}]
    return [
        Token(cue.start, cue.end, key, cue.value)
        for cue in cues
        if cue.value[:1].isupper()
        and not any(token.start < cue.end and cue.start < token.end for token in known)
    ]


def _comparisons(sentence: str, numbers: list[Token]) -> list[Token]:
    """Take a record, or a comparison without a figure of its own, as one token."""
    found: list[Cue] = [
        cue
        for cue in read_circumstances(sentence).comparisons
        if (is_record(cue) and " from " not in cue.value)
        or " times " in cue.value
        or not any(cue.start <= number.start < cue.end for number in numbers)
    ]
    return [Token(cue.start, cue.end, "C", cue.value) for cue in found]


def _words(sentence: str, start: int, end: int) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(sentence, start, end):
        word = match.group()
        key, first = word.lower(), word[0]
        if first.isdigit():
            key = "Y" if _YEAR.fullmatch(word) else "0"
        elif first in "’'":
            key = "’s"
        elif key != word and first.isupper() and match.start() and key not in plain_words():
            key = "X"
        tokens.append(Token(match.start(), match.end(), key, word))
    return tokens

"""Say which numerals name something and count nothing: dates, ages, labels, what points back.

`RULES` are tried in their order; the first that holds is the reason. The words stand in
``data/lexicons/number_context.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from copydesk.corpus import load_table
from copydesk.language.hedges import hedge_words
from copydesk.language.number_words import alternatives, units
from copydesk.language.tokens import DETERMINERS, PREPOSITIONS, PRONOUNS, TIME

SEEN_BEFORE, SEEN_AFTER = 28, 60
"""Characters before and after a numeral in which these rules look."""


@dataclass(frozen=True)
class Numeral:
    """A numeral without unit, sign or scale, and the text around it.

    Attributes
    ----------
    text : str
        In lower case: ``"2011"``, ``"twenty-five"``.
    value : float
        What it would be worth.
    before, after : str
        At most `SEEN_BEFORE` and `SEEN_AFTER` characters.
    """

    text: str
    value: float
    before: str
    after: str

    @property
    def in_digits(self) -> bool:
        """Whether it is written in figures."""
        return self.text[0].isdigit()


def why_uncounted(numeral: Numeral) -> str:
    """Return why a numeral counts nothing, or an empty string when it counts.

    Examples
    --------
    >>> why_uncounted(Numeral("144", 144, "They used Section ", " of the code."))
    'a label'
    >>> why_uncounted(Numeral("144", 144, "They sold ", " boats."))
    ''
    """
    return next((name for name, rule in RULES if rule(numeral)), "")


@cache
def context_words(sense: str) -> tuple[str, ...]:
    """Return the words of one sense of the table.

    Examples
    --------
    >>> "section" in context_words("label")
    True
    """
    table = load_table("lexicon_number_context")
    return tuple(table["word"][table["sense"] == sense])


@cache
def _units(*kinds: str) -> re.Pattern[str]:
    """Return the pattern of a unit of some kinds, or of any kind, after a numeral."""
    words = (word for word, (_, kind) in units("after").items() if kind in kinds or not kinds)
    return re.compile(rf"[ ]?{alternatives(words)}s?(?!\w)[’']?")


@cache
def _pattern(sense: str, form: str) -> re.Pattern[str]:
    """Return the words of a sense in a form, where ``WORDS`` stands for them, in lower case."""
    words = alternatives(word.lower() for word in context_words(sense))
    return re.compile(form.replace("WORDS", words))


def _before(n: Numeral, sense: str, form: str) -> bool:
    return bool(_pattern(sense, form).search(n.before.lower()))


def _after(n: Numeral, sense: str, form: str, start: int = 0) -> re.Match[str] | None:
    return _pattern(sense, form).match(n.after.lower(), start)


def _runs_on(n: Numeral) -> bool:
    before = n.before[-1:] == " " and n.before[-2:-1].isdigit()
    after = n.after[:1] in {" ", "-"} and n.after[1:2].isdigit()
    return n.in_digits and "," not in n.text and (before or after)


_AGE_BEFORE = re.compile(
    r"\b(?:age[sd]?(?:[ ]of|[ ]between)?|turn(?:ed|s|ing)|teenager,)[ ]$", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"[ ](?:(?:year|month|day)s?[- ]old|years?[ ]of[ ]age)\b", re.IGNORECASE)


_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+,[ ]$")
_COMMA_AFTER = re.compile(r",(?:[ ]|$)")


def _is_age(n: Numeral) -> bool:
    if _AGE_AFTER.match(n.after) or _AGE_BEFORE.search(n.before):
        return True
    # "Bibi, 34, sells bread"
    beside = n.in_digits and _COMMA_AFTER.match(n.after)
    return bool(beside and _NAME_BEFORE.search(n.before))


_JOINED_BEFORE = re.compile(r"(?:\w[-–]|[#+*@=_])$")


@cache
def _joined_after() -> re.Pattern[str]:
    """Return the pattern of a word that a hyphen joins; "20-odd" counts."""
    return re.compile(rf"[-–](?!{alternatives(hedge_words('after'))}\b)[A-Za-z]")


def _is_joined(n: Numeral) -> bool:
    return bool(_JOINED_BEFORE.search(n.before[-3:]) or _joined_after().match(n.after))


def _is_time(n: Numeral) -> bool:
    time = _units("duration").match(n.after.lower())
    if time is None:
        return False
    form = rf"\bWORDS(?:[ ](?:{alternatives(hedge_words())}|the))?[ ]$"
    told = _after(n, "time after", r"[ ]WORDS\b", time.end())
    return bool(told) or _before(n, "time before", form)


_CLOCK_AFTER = re.compile(r"[ ][ap]\.?m\b", re.IGNORECASE)


def _is_clock(n: Numeral) -> bool:
    if not n.in_digits:
        return False
    return bool(_CLOCK_AFTER.match(n.after) or _after(n, "clock", r"[ ]WORDS\b"))


_GOES_ON = re.compile(r"\w|[-–]?[/:]\d|[.,]\d|[’']s\b")


def _goes_on(n: Numeral) -> bool:
    if not n.in_digits:
        return False
    _, _, high = n.text.replace(",", "").partition("-")
    score = bool(high) and float(high) <= n.value
    return bool(_GOES_ON.match(n.after)) or score or n.before.endswith((":", "/"))


def _is_label(n: Numeral) -> bool:
    return n.in_digits and _before(n, "label", r"\bWORDSs?\.?[ ]$")


_ITEM_AFTER = re.compile(r"[.)](?:[ ]|$)")


def _is_item(n: Numeral) -> bool:
    return n.in_digits and not n.before.strip() and bool(_ITEM_AFTER.match(n.after))


_ZERO_FIRST = re.compile(r"0\d")


def _opens_with_zero(n: Numeral) -> bool:
    return bool(_ZERO_FIRST.match(n.text))


_FOUR_DIGITS = re.compile(r"\d{4}\b")


def _is_year(n: Numeral) -> bool:
    if not _FOUR_DIGITS.match(n.text):
        return False
    if not 1500 <= n.value <= 2100:
        return n.before.lower().endswith("the year ")
    if _units().match(n.after.lower()):
        return False
    dated = len(n.text) > 4 or _before(n, "year", r"\bWORDS[ ]$")
    return dated or not _after(n, "counted", r"[ ](?:\w+[ ])?WORDSs?\b")


_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:;,\s][ ])([A-Z][\w’'-]*)[ ]$")
_ENDS_A_NAME = re.compile(r"[ ]?(?:[.,;:)]|$)|[ ][A-Z]|[ ][+-]\d")
_CAPITAL_INSIDE = re.compile(r"(?<!\w)(?:[A-Z]&[A-Z]|[a-z]+[A-Z]\w*|[A-Z]{3,})[ ]$")
_PLURAL_AFTER = re.compile(r"[ ](?:[a-z-]+[ ])?(?!(?:has|is|was)\b)[a-z]+s\b")


def _is_model(n: Numeral) -> bool:
    """Say whether it is part of a name: "the Boeing 737, ...", "the S&P 500 gained"."""
    if not n.in_digits or n.before.islower():
        return False
    named = _ENDS_A_NAME.match(n.after) and _CAPITAL_BEFORE.search(n.before)
    # A sentence may begin with "Some 30 Afghan ...".
    if named and named[1].lower() not in _opening_words():
        return True
    # A word with a capital inside is the name of a product or an index.
    return bool(_CAPITAL_INSIDE.search(n.before)) and not _PLURAL_AFTER.match(n.after)


@cache
def _opening_words() -> frozenset[str]:
    """Return the small words that a capital makes no name of."""
    hedges = " ".join(hedge_words()).split()
    return PREPOSITIONS | DETERMINERS | PRONOUNS | TIME | frozenset(hedges)


_KILLING_OF = re.compile(r"\b(?:killing|deaths?)[ ]of[ ](?:all[ ])?the[ ]$", re.IGNORECASE)
_THE_BEFORE = re.compile(r"\b(?:the|all)[ ]$", re.IGNORECASE)


def _points_back(n: Numeral) -> bool:
    """Say whether a number word points at what is known: "the two countries", "one of them"."""
    if n.in_digits:
        return False
    back = _before(n, "refers back", r"\b(?:all[ ])?WORDS[ ]$")
    if n.text in {"one", "zero"}:
        one = r"[ ](?:WORDS|dead|killed|wounded|injured|missing|death|injury)s?\b"
        return back or not _after(n, "person", one)
    if n.value > 10 or n.text.startswith("a "):
        return n.text in {"hundred", "thousand"}
    if _after(n, "person", r"[ ]of[ ]them[ ]WORDSs?\b"):
        return False
    if _KILLING_OF.search(n.before):
        return False
    # "the six attackers were killed" counts the dead, although "the" points back at them.
    person = _after(n, "person", r"(?:[ ]\w+)?[ ]WORDSs?\b")
    fallen = person and _after(n, "fate", r"[^.;]{0,40}\bWORDS\b", person.end())
    if fallen and _THE_BEFORE.search(n.before):
        return False
    part = _after(n, "part of a text", r"[ ](?:[a-z-]+[ ])?WORDS\b|[ ]such[ ]")
    return back or bool(part or _after(n, "points at", r"[ ]WORDS\b"))


RULES: tuple[tuple[str, Callable[[Numeral], bool]], ...] = (
    ("a telephone number or a row of a table", _runs_on),
    ("an age", _is_age),
    ("a year", _is_year),
    ("part of a word", _is_joined),
    ("a time from now", _is_time),
    ("a clock time", _is_clock),
    ("an ordinal, a clock time, a score or a code", _goes_on),
    ("a label", _is_label),
    ("the number of an item", _is_item),
    ("a numeral that opens with zero", _opens_with_zero),
    ("part of a name", _is_model),
    ("points back", _points_back),
)

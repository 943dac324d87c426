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
    return re.compile(rf"[ ]?{alternatives(words)}s?(?!\w)[’']?", re.IGNORECASE)


@cache
def _pattern(sense: str, form: str) -> re.Pattern[str]:
    """Return the words of a sense in a form, where ``WORDS`` stands for them."""
    return re.compile(form.replace("WORDS", alternatives(context_words(sense))), re.IGNORECASE)


def _runs_on(n: Numeral) -> bool:
    before = n.before[-1:] == " " and n.before[-2:-1].isdigit()
    after = n.after[:1] in {" ", "-"} and n.after[1:2].isdigit()
    return n.in_digits and "," not in n.text and (before or after)


_AGE_BEFORE = re.compile(
    r"\b(?:age[sd]?(?:[ ]of|[ ]between)?|turn(?:ed|s|ing)|teenager,)[ ]$", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"[ ](?:(?:year|month|day)s?[- ]old|years?[ ]of[ ]age)\b", re.IGNORECASE)


def _is_age(n: Numeral) -> bool:
    if _AGE_AFTER.match(n.after) or _AGE_BEFORE.search(n.before):
        return True
    # "Bibi, 34, sells bread"
    beside = n.in_digits and re.search(r"[A-Z][\w’'-]+,[ ]$", n.before)
    return bool(beside and re.match(r",(?:[ ]|$)", n.after))


def _is_joined(n: Numeral) -> bool:
    hedged = rf"[-–](?!{alternatives(hedge_words('after'))}\b)[A-Za-z]"  # "20-odd" counts
    return bool(re.search(r"(?:\w[-–]|[#+*@=_])$", n.before) or re.match(hedged, n.after))


def _is_time(n: Numeral) -> bool:
    time = _units("duration").match(n.after)
    if time is None:
        return False
    told = _pattern("time after", r"[ ]WORDS\b").match(n.after, time.end())
    form = rf"\bWORDS(?:[ ](?:{alternatives(hedge_words())}|the))?[ ]$"
    return bool(told or _pattern("time before", form).search(n.before))


def _is_clock(n: Numeral) -> bool:
    after = re.match(r"[ ][ap]\.?m\b", n.after, re.IGNORECASE)
    return n.in_digits and bool(after or _pattern("clock", r"[ ]WORDS\b").match(n.after))


def _goes_on(n: Numeral) -> bool:
    if not n.in_digits:
        return False
    name = re.match(r"\w|[-–]?[/:]\d|[.,]\d|[’']s\b", n.after)
    _, _, high = n.text.replace(",", "").partition("-")
    score = bool(high) and float(high) <= n.value
    return bool(name) or score or n.before.endswith((":", "/"))


def _is_label(n: Numeral) -> bool:
    return bool(_pattern("label", r"\bWORDSs?\.?[ ]$").search(n.before)) and n.in_digits


def _is_item(n: Numeral) -> bool:
    return n.in_digits and not n.before.strip() and bool(re.match(r"[.)](?:[ ]|$)", n.after))


def _opens_with_zero(n: Numeral) -> bool:
    return re.match(r"0\d", n.text) is not None


def _is_year(n: Numeral) -> bool:
    if not re.match(r"\d{4}\b", n.text):
        return False
    if not 1500 <= n.value <= 2100:
        return n.before.lower().endswith("the year ")
    dated = _pattern("year", r"\bWORDS[ ]$").search(n.before)
    counted = _pattern("counted", r"[ ](?:\w+[ ])?WORDSs?\b").match(n.after)
    measured = _units().match(n.after)
    return not measured and (bool(dated) or len(n.text) > 4 or not counted)


def _is_model(n: Numeral) -> bool:
    """Say whether it is part of a name: "the Boeing 737, ...", "the S&P 500 gained"."""
    if not n.in_digits:
        return False
    named = re.search(r"(?:^|[^.!?:;,\s][ ])([A-Z][\w’'-]*)[ ]$", n.before)
    # A sentence may begin with "Some 30 Afghan ...".
    if (
        named
        and named[1].lower() not in _opening_words()
        and re.match(r"[ ]?(?:[.,;:)]|$)|[ ][A-Z]|[ ][+-]\d", n.after)
    ):
        return True
    # A word with a capital inside is the name of a product or an index.
    inside = re.search(r"(?<!\w)(?:[A-Z]&[A-Z]|[a-z]+[A-Z]\w*|[A-Z]{3,})[ ]$", n.before)
    counted = re.match(r"[ ](?:[a-z-]+[ ])?(?!(?:has|is|was)\b)[a-z]+s\b", n.after)
    return bool(inside) and not counted


@cache
def _opening_words() -> frozenset[str]:
    """Return the small words that a capital makes no name of."""
    hedges = " ".join(hedge_words()).split()
    return PREPOSITIONS | DETERMINERS | PRONOUNS | TIME | frozenset(hedges)


def _points_back(n: Numeral) -> bool:
    """Say whether a number word points at what is known: "the two countries", "one of them"."""
    if n.in_digits:
        return False
    back = _pattern("refers back", r"\b(?:all[ ])?WORDS[ ]$").search(n.before)
    people = r"(?:[ ]\w+)?[ ]WORDSs?\b"
    if n.text in {"one", "zero"}:
        one = r"[ ](?:WORDS|dead|killed|wounded|injured|missing|death|injury)s?\b"
        return bool(back) or not _pattern("person", one).match(n.after)
    if n.value > 10 or n.text.startswith("a "):
        return n.text in {"hundred", "thousand"}
    if _pattern("person", r"[ ]of[ ]them[ ]WORDSs?\b").match(n.after):
        return False
    if re.search(r"\b(?:killing|deaths?)[ ]of[ ](?:all[ ])?the[ ]$", n.before, re.IGNORECASE):
        return False
    # "the six attackers were killed" counts the dead, although "the" points back at them.
    person = _pattern("person", people).match(n.after)
    fallen = person and _pattern("fate", r"[^.;]{0,40}\bWORDS\b").match(n.after, person.end())
    if fallen and re.search(r"\b(?:the|all)[ ]$", n.before, re.IGNORECASE):
        return False
    part = _pattern("part of a text", r"[ ](?:[a-z-]+[ ])?WORDS\b|[ ]such[ ]").match(n.after)
    return bool(back or part or _pattern("points at", r"[ ]WORDS\b").match(n.after))


RULES: tuple[tuple[str, Callable[[Numeral], bool]], ...] = (
    ("a telephone number or a row of a table", _runs_on),
    ("an age", _is_age),
    ("part of a word", _is_joined),
    ("a time from now", _is_time),
    ("a clock time", _is_clock),
    ("an ordinal, a clock time, a score or a code", _goes_on),
    ("a label", _is_label),
    ("the number of an item", _is_item),
    ("a numeral that opens with zero", _opens_with_zero),
    ("a year", _is_year),
    ("part of a name", _is_model),
    ("points back", _points_back),
)

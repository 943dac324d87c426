"""Read the hedges of a number, and say which true values its words allow.

The words are the rows of ``data/lexicons/hedges.csv``. What a sense allows is decided here, in
`agreement`, and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copydesk.corpus import load_table

AGREES = frozenset({"exactly", "within its words"})
"""The answers of `agreement` by which a number is right."""

_LONGEST = 30
"""Characters before a number in which its hedge is looked for."""


@dataclass(frozen=True)
class Hedge:
    """Words that say how near a number is to the true one.

    Attributes
    ----------
    word : str
        As the table lists it: ``"at least"``.
    sense : str
        The column ``sense`` of the table: ``"at least"``, ``"about"``, ``"more than"``.
    start, end : int
        Character offsets of the words in the text.
    """

    word: str
    sense: str
    start: int
    end: int


def find_hedge(text: str, start: int, end: int) -> Hedge | None:
    """Find the hedge of the number that stands at ``text[start:end]``.

    Parameters
    ----------
    text : str
        A sentence.
    start, end : int
        Where the number begins and ends in it.

    Returns
    -------
    Hedge or None
        The words before the number; else those after it; else ``None``.

    Examples
    --------
    >>> find_hedge("No fewer than 26 died.", 14, 16).word
    'no fewer than'
    >>> find_hedge("The 300 or so boats left.", 4, 7).sense
    'about'
    """
    low = max(0, start - _LONGEST)
    match = _pattern("before").search(text[low:start])
    place = "before"
    if match is None:
        match, low, place = _pattern("after").match(text[end : end + _LONGEST]), end, "after"
    if match is None:
        return None
    word = match["word"].lower()
    return Hedge(word, _senses(place)[word], low + match.start("word"), low + match.end("word"))


def sense_of(words: str | None) -> str:
    """Return the sense of a hedge; words that are no hedge leave a number as it is printed.

    Examples
    --------
    >>> sense_of("no fewer than"), sense_of(None)
    ('at least', 'exactly')
    """
    return (_senses("before") | _senses("after")).get((words or "").lower(), "exactly")


def hedge_words(place: str = "before") -> tuple[str, ...]:
    """Return the hedges that stand before or after a number, the longer ones first.

    Examples
    --------
    >>> hedge_words("after")[-1]
    '+'
    """
    return tuple(sorted(_senses(place), key=len, reverse=True))


def agreement(
    claimed: float,
    actual: float,
    step: float = 1.0,
    hedge: str | None = None,
    high: float | None = None,
) -> str:
    """Say whether a true value is one that a printed number and its hedge allow.

    A number is printed to a last digit, so a bare number allows what rounds to it: 1,524 allows
    1,524 alone, "1.2 million" allows 1,150,000 to 1,250,000, "56.3 per cent" allows 56.25 to 56.35.
    A hedge changes that by the grain of the number, one unit of its last digit that is not zero
    (1,000 for 1,000; 100 for 1,500; 1 for 1,524):

    - *near* words claim closeness: one grain and at most one part in twenty, and never less than
      the rounding. "About 1,000" allows 950 to 1,050; "nearly 1,000" 950 to 999; "just over 1,000"
      1,001 to 1,050; "about 1,524" 1,523 to 1,525.
    - *bounds* are true of all that lies on their side, and a fair account of the next grain, below
      a number at most of its half: "more than 1,000" fairly says 1,001 to 1,999, "less than 1,000"
      501 to 999; "at least" and "at most" the number itself too. "Well over" begins where "about"
      ends.
    - a denial allows nothing, for it does not say what the number is.

    Parameters
    ----------
    claimed : float
        The number as printed; of a range its lower end. Of a negative one the size is compared.
    actual : float
        What the evidence says.
    step : float
        The size of the last printed digit, as in ``Number.step``.
    hedge : str or None
        The words beside the number; ``None`` for none.
    high : float or None
        The upper end of a range, which allows what lies between its ends.

    Returns
    -------
    str
        ``"exactly"`` when a number without a near word or a bound agrees; ``"within its words"``
        when such words allow the value; ``"loosely"`` when a bound is true and the value is far
        from it; or ``""``.

    Examples
    --------
    >>> agreement(1000, 1040, hedge="about"), agreement(1000, 1524, hedge="more than")
    ('within its words', 'within its words')
    >>> agreement(1000, 2600, hedge="more than"), agreement(1000, 1040)
    ('loosely', '')
    >>> agreement(1.2e6, 1.16e6, step=1e5), agreement(10, 12, high=15)
    ('exactly', 'within its words')
    """
    if high is not None:
        return "within its words" if claimed - step / 2 <= actual <= high + step / 2 else ""
    if claimed < 0:
        claimed, actual = -claimed, -actual
    sense, unit = sense_of(hedge), grain(claimed, step)
    over = round(actual - claimed, 9)  # a worked-out number is a hair off
    near = round(max(step / 2, min(unit, claimed / 20)), 9)
    if sense == "exactly":
        return "exactly" if abs(over) <= step / 2 else ""
    close = {"about": abs(over) <= near, "nearly": -near <= over < 0, "just over": 0 < over <= near}
    true = {
        "at least": over >= 0,
        "more than": over > 0,
        "well over": over > near,
        "at most": over <= 0,
        "less than": over < 0,
        "well under": over < -near,
    }
    fair = true.get(sense, False) and -min(unit, claimed / 2) < over < unit
    if fair or close.get(sense):
        return "within its words"
    return "loosely" if true.get(sense) else ""


def grain(value: float, step: float = 1.0) -> float:
    """Return the size of the last digit of a number that is not zero.

    Parameters
    ----------
    value : float
        The number.
    step : float
        The size of the last digit that is printed.

    Returns
    -------
    float

    Examples
    --------
    >>> grain(1500), grain(1524), grain(1.5e9, 1e8)
    (100.0, 1.0, 100000000.0)
    """
    unit = step
    while value >= unit * 10 and value % (unit * 10) == 0:
        unit *= 10
    return unit


@cache
def _senses(place: str) -> dict[str, str]:
    table = load_table("lexicon_hedges")
    table = table[table["place"] == place]
    return dict(zip(table["word"], table["sense"], strict=True))


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """Return the pattern of the hedges that end before a number, or begin after it."""
    words = "|".join(re.escape(word) for word in hedge_words(place))
    if place == "before":
        return re.compile(rf"(?<!\w)(?P<word>{words})[ ]?(?:(?:the|an?)[ ])?$", re.IGNORECASE)
    return re.compile(rf"[ -]?(?P<word>{words})(?!\w)", re.IGNORECASE)

"""Read the numbers of an English news text: digits, words, ranges, shares, money and measures.

``find_numbers`` finds what a reader would read aloud as a quantity and says what it is worth. It
leaves out numerals that name something and count nothing (`copydesk.language.uncounted`). Words,
scales and units are looked up in `copydesk.language.number_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.language.dates import find_dates
from copydesk.language.hedges import find_hedge
from copydesk.language.number_words import alternatives, unit_of, units, values, word_value
from copydesk.language.tokens import DETERMINERS
from copydesk.language.uncounted import (
    SEEN_AFTER,
    SEEN_BEFORE,
    Numeral,
    context_words,
    why_uncounted,
)


@dataclass(frozen=True)
class Number:
    """A quantity as it stands in a text.

    Attributes
    ----------
    text : str
        The quantity as printed: ``"Rs 10 billion"``.
    start, end : int
        Character offsets in the text that was searched.
    value : float
        What it is worth; the lower end of a range. A share is in percent: a third is 33.3, and so
        is "one in three". "Dozens of" is a range, from the word's worth to ten times it.
    high : float or None
        The upper end of a range, else ``None``.
    unit : str
        ``"percent"``, ``"percentage points"``, a currency, a unit that is glued to the figure
        ("50mph"), or ``""`` for a plain count.
    step : float
        The size of the last digit that is printed: 1 for 1,524; 100,000,000 for "1.5 billion".
    """

    text: str
    start: int
    end: int
    value: float
    high: float | None = None
    unit: str = ""
    step: float = 1.0


def find_numbers(text: str) -> list[Number]:
    """Find the quantities of a text, in order.

    Parameters
    ----------
    text : str
        One sentence, or any text.

    Returns
    -------
    list of Number
        Names that look like numbers (years, dates, ages, times, sections) are left out.

    Examples
    --------
    >>> [(n.text, n.value) for n in find_numbers("In 2023 seven men, aged 30, paid Rs 1.5 billion")]
    [('seven', 7.0), ('Rs 1.5 billion', 1500000000.0)]
    >>> number = find_numbers("between 10 and 15 people")[0]
    >>> number.value, number.high
    (10.0, 15.0)
    >>> [(n.text, n.value, n.unit) for n in find_numbers("One in five boats did 50mph.")]
    [('One in five', 20.0, 'percent'), ('50mph', 50.0, 'mph')]
    """
    return list(_numbers(text))


@lru_cache(maxsize=256)
def _numbers(text: str) -> tuple[Number, ...]:
    """Find the quantities; the steps that read a sentence one after the other share them."""
    numbers: list[Number] = []
    for number in _counted(text):
        previous = numbers[-1] if numbers else None
        if previous is not None and _is_range(previous, number, text):
            numbers[-1] = _joined(previous, number, text)
        else:
            numbers.append(number)
    return tuple(numbers)


def _counted(text: str) -> Iterator[Number]:
    """Read the quantities of a text one by one, without those that count nothing."""
    # A search that ignores case takes four times as long. Only this letter has two in lower case.
    quantities = list(_quantity().finditer(text.replace("İ", "i").lower()))
    dates = iter(find_dates(text) if quantities else ())
    date = next(dates, None)
    age_ends = 0
    for match in quantities:
        # A sign or a space before the digits is part of the match but not of the figure.
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        while date and date.end <= start:
            date = next(dates, None)
        if not _stands_alone(match):
            if date and date.start < match.end():
                continue
            why = _why_uncounted(match, start, text)
            if age_ends and text[age_ends:start] in {" to ", " and "}:
                why = "an age"  # "aged 18 to 34"
            age_ends = match.end() if why == "an age" else 0
            if why:
                continue
        yield _read(match, start, text)


def _stands_alone(match: re.Match[str]) -> bool:
    """Say whether a sign, a unit or a scale says that a numeral counts."""
    marks = ("sign", "percent", "money", "unit", "many", "whole", "part", "power")
    scaled = match["digits"] and match["scale"]
    return bool(scaled or any(match[mark] for mark in marks))


def _why_uncounted(match: re.Match[str], start: int, text: str) -> str:
    end = match.end()
    before, after = text[max(0, start - SEEN_BEFORE) : start], text[end : end + SEEN_AFTER]
    if match["fraction"]:
        return "" if _is_share(match, start, before, after) else "an ordinal"
    printed = match["words"] or match["base"] or match["digits"]
    if match["upper"]:
        printed += f"-{match['upper']}"
    value = float(re.sub(r"-.*|,", "", printed)) if printed[0].isdigit() else word_value(printed)
    return why_uncounted(Numeral(printed, value, before, after))


def _is_share(match: re.Match[str], start: int, before: str, after: str) -> bool:
    """Say whether "third" or "quarter" is a part of something, and no ordinal or coin."""
    if re.search(rf"\b{alternatives(context_words('ordinal'))}[ ]$", before, re.IGNORECASE):
        return False
    if re.match(rf"{alternatives(values('number'))}[ -]", match["fraction"]):
        return True  # "two thirds"
    measured = find_hedge(match.string, start, match.end()) or before.endswith("by ")
    compound = re.match(r"[-–][A-Za-z]", after)
    # "half of the boats", and "half their boats" too
    half = match["fraction"].lower() == "half"
    whole = rf"[ ](?!an?\b){alternatives(DETERMINERS)}\b" if half else r"[ ]of\b"
    return bool(re.match(rf"[ ]of\b|{whole}", after) or (measured and not compound))


def _read(match: re.Match[str], start: int, text: str) -> Number:
    """Turn a match into a number: its value, its unit and the size of its last digit."""
    high, unit, step = None, "", 1.0
    if match["digits"]:
        value, high, step = _read_digits(match)
    elif match["base"]:
        base, part = match["base"], match["one"]
        whole = float(base.replace(",", "")) if base[0].isdigit() else word_value(base)
        value, unit = 100 * (float(part) if part.isdigit() else word_value(part)) / whole, "percent"
    elif match["many"]:
        value = 1.0
        for word in match["many"].split(" of "):
            value *= _plural_values()[word]
        high, step = 10 * value, value
    elif words := match["words"] or match["whole"] or match["part"]:
        value = word_value(words)
    else:
        value, unit = 100 * word_value(match["fraction"]), "percent"
    if match["sign"]:
        unit = unit_of(match["sign"], "before")
    elif match["money"] or match["unit"]:
        unit = unit_of(match["money"] or match["unit"])
    if match["percent"]:
        unit = "percentage points" if match["points"] else "percent"
    return Number(text[start : match.end()], start, match.end(), value, high, unit, step)


def _read_digits(match: re.Match[str]) -> tuple[float, float | None, float]:
    """Return the value of figures, the upper end of a range, and the size of the last digit."""
    digits = match["digits"].replace(",", "")
    decimals = len(digits.partition(".")[2])
    word = match["scale"]
    scale = (values("letter").get(word) or values("scale")[word]) if word else 1.0
    scale *= 10.0 ** int((match["power"] or "0").replace("−", "-"))
    # Multiplied as whole numbers, so that 1.1 million is 1,100,000 and not a hair less.
    value = int(digits.replace(".", "")) * scale / 10**decimals
    upper = float((match["upper"] or "0").replace(",", "")) * scale
    if match["minus"] or match["minus_after"]:
        value = -value
    # "14-1" is a score
    high = upper if upper > value and not value < 0 else None
    return value, high, scale / 10**decimals


@cache
def _plural_values() -> dict[str, float]:
    """Return what "tens", "dozens", "thousands" begin with."""
    words = values("scale") | values("group") | {"ten": 10.0}
    return {f"{word}s": value for word, value in words.items()}


@cache
def _quantity() -> re.Pattern[str]:
    """Return the pattern of one quantity in lower case; its branches are tried in turn."""
    digits = r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
    sign = rf"{alternatives(units('before'))}\.?"
    glued = [w for w, (_, kind) in units("after").items() if kind not in _NEVER_GLUED]
    money = [word for word, (_, kind) in units("after").items() if kind == "money"]
    share = alternatives(word for word, (_, kind) in units("after").items() if kind == "share")
    measured = [w for w, (_, kind) in units("after").items() if kind not in {"money", "share"}]
    number, scale = alternatives(values("number")), alternatives(values("scale"))
    word = alternatives(
        [*values("number"), *(w for w, v in values("scale").items() if v in _INSIDE)]
    )
    letter = alternatives(values("letter"))
    part, plural = alternatives(values("fraction")), alternatives(_plural_values())
    return re.compile(
        rf"""(?<![\w.,/])
        (?:
            (?P<one>(?:1|one)(?=[ ]in[ ])|(?:\d|{number})(?=[ ]out[ ]of[ ]))[ ](?:in|out[ ]of)
            [ ](?:every[ ])?(?P<base>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?![\w%,.:/-]\d|\d|%)|{number}\b)
          | (?P<minus>(?<![^\s(])[-−](?=[^\w\s]?\d[\d.]*(?:%|[ ]per))|minus[ -])?
            (?P<sign>{sign})?[ ]?(?(sign)(?P<minus_after>[-−])?|)
            (?P<digits>{digits})
            (?:[-–—](?P<upper>{digits})|[×x]10\^?(?P<power>[-−]?\d{{1,2}}))?(?!\d)
            (?:[ -]?(?P<scale>{scale}(?=s?\b)|(?<=\d){letter}(?=\b(?!-\w)))s?)?
          | (?P<whole>(?:(?:an?|{number})[ -])?{part}s?[ -](?:of[ ])?(?:an?[ ])?{scale}\b)
          | (?P<part>{part}[ ]an?(?=[ ]{alternatives(measured)}\b))
          | (?P<fraction>(?:(?:an?|{number})[ -])?{part}s?\b)
          | (?P<many>{plural}(?:[ ]of[ ]{plural})?)[ ]of\b
          | (?P<words>(?:an?[ ]{scale}
              |{word}(?:(?:[ -]|[ ]and[ ]){word}){{0,9}}(?:[ -]and[ -]a[ -]{part})?
               (?:[ ]{scale})?)\b)
        )
        (?:(?P<percent>[ -]?{share}(?!\w)|[ ]percentage(?=[ -]point))(?P<points>[ -]points?\b)?)?
        (?P<unit>-?{alternatives(glued)}(?!\w))?
        (?:[ ]?(?P<money>{alternatives(money)}s?)(?!\w|\.m))?
        """,
        re.VERBOSE,
    )


_NEVER_GLUED = frozenset({"share", "duration", "votes"})
"""Kinds of units whose words after a hyphen describe: "a three-day visit"."""

_INSIDE = frozenset({100.0, 1000.0})
"""Scales that stand inside a number in words: "two hundred and six"."""

_RANGE = re.compile(r"[ ](?:[-–—]|to|and|or)[ ]|[-–—]", re.IGNORECASE)


def _is_range(low: Number, high: Number, text: str) -> bool:
    """Say whether two neighbours are the two ends of one range."""
    between = text[low.end : high.start]
    if low.high is not None or len(between) > 5 or not _RANGE.fullmatch(between):
        return False
    joint, before = between.strip().lower(), text[max(0, low.start - 40) : low.start]
    if high.value <= _low_end(low, high) or not _one_unit(low, high):
        return False
    if joint == "and":
        return before.lower().endswith("between ")
    if joint == "or":
        return high.value == low.value + 1
    # "rose from 357 to 512" is a change: two figures, each with its own year.
    return not _is_change(before)


def _one_unit(low: Number, high: Number) -> bool:
    """Say whether the ends can share a unit: "10 to 15 per cent", "$10 to 15", "3km to 5km"."""
    if low.unit == high.unit or not low.unit:
        return True
    return not high.unit and not low.text[0].isalnum()


def _is_change(before: str) -> bool:
    """Say whether "from" opens a change, "rose from", and no range, "costs from"."""
    words = before.lower().split()
    if not words or words[-1] != "from":
        return False
    if set(words[-3:]) & set(context_words("range")):
        return False
    moves = context_words("change")
    # A regular verb in the past, and no "speed" or "need"; "rose by 50 per cent, from" is as far
    # as a verb and its two levels stand apart.
    return any(word in moves or re.search(r"[^e]ed$", word) for word in words[-6:-1])


def _low_end(low: Number, high: Number) -> float:
    """Return the lower end: "10 to 15 million" begins at ten million."""
    if low.step > 1 or low.value >= 1000:
        return low.value
    decimals = re.search(r"\d\.(\d+)", high.text)
    scale = high.step * 10.0 ** (len(decimals[1]) if decimals else 0)
    return low.value * max(1.0, scale)


def _joined(low: Number, high: Number, text: str) -> Number:
    return Number(
        text[low.start : high.end],
        low.start,
        high.end,
        _low_end(low, high),
        high.value,
        high.unit or low.unit,
        high.step,
    )

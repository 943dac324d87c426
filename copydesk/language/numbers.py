"""Read the numbers of an English news text: digits, words, ranges, shares and sums of money.

``find_numbers`` finds what a reader would read aloud as a quantity and says what it is worth. It
leaves out numerals that name something and count nothing: a year, a date, a clock time, an age, a
telephone number, the number of a section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES, _TENS = _ONE_WORDS.split(), _TEN_WORDS.split()
_SMALL = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: 10.0 * tens for tens, word in enumerate(_TENS, 2)
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_CURRENCIES = {
    "rs": "rupees",
    "pkr": "rupees",
    "inr": "rupees",
    "₹": "rupees",
    "rupee": "rupees",
    "us$": "dollars",
    "$": "dollars",
    "usd": "dollars",
    "dollar": "dollars",
    "£": "pounds",
    "pound": "pounds",
    "€": "euros",
    "euro": "euros",
    "yuan": "yuan",
    "yen": "yen",
    "afghani": "afghanis",
}
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)

_DIGITS = r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_NUMBER_WORD = "|".join([*sorted([*_ONES, *_TENS], key=len, reverse=True), "hundred", "thousand"])
_SCALE = r"hundred|thousand|lakh|crore|million|billion|trillion|dozen|mn|bn"
_MONEY_SIGN = r"(?:US|A|C|HK|NZ)?\$|£|€|₹|(?<!\w)(?:Rs\.?|PKR|INR|USD)"
_MONEY_NAME = r"rupees?|dollars?|pounds?|euros?|yuan|yen|afghanis?"

# One quantity. The three branches are tried in turn: money or plain digits, a fraction, words.
_QUANTITY = re.compile(
    rf"""
    (?<![\w.,/])
    (?:
        (?P<sign>{_MONEY_SIGN})?[ ]?(?P<digits>{_DIGITS})(?:[-–—](?P<upper>{_DIGITS}))?(?!\d)
        (?:[ -]?(?P<scale>{_SCALE})s?\b|(?P<short>[mkMK])\b(?=[^-]|$))?
      | (?P<fraction>\b(?:(?:an?|one|two|three|four)[ -])?(?:half|third|quarter|fifth|tenth)s?\b)
      | (?P<words>\b(?:an?[ ](?:hundred|thousand|million|billion|dozen)
          |(?:{_NUMBER_WORD})(?:(?:[ -]|[ ]and[ ])(?:{_NUMBER_WORD})){{0,9}}
           (?:[ ](?:{_SCALE}))?)\b)
    )
    (?P<percent>[ ]?%|[ -]?per[ ]?cent\b|[ ]?pc\b|[ ]percentage(?=[ -]point))?
    (?P<points>[ -]points?\b)?
    (?:[ ](?P<money>{_MONEY_NAME})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"[ ](?:[-–—]|to|and)[ ]", re.IGNORECASE)

# What stands before a numeral that is a name. Each pattern is matched against the end of the text
# in front of the number, at most 28 characters.
_LABEL_BEFORE = re.compile(
    r"\b(?:section|article|chapter|resolution|number|no|page|figure|table|phase|flight|highway"
    r"|day|part|step|grade|level|route|gate|terminal|room|block|rule|clause|item|volume|episode"
    r"|line|point|appendix|annex|paragraph|case|verse|channel|platform|runway|bill|order|protocol"
    r"|version|area|category|tier|class|type|model|stage|week|group|unit|zone|sector|nos|form)"
    r"s?\.?[ ]?#?$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged?(?: of)?|ages(?: of)?|turn(?:ed|s|ing)|teenager,)[ ]$", re.I)
_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}\.?,?[ ](?:the[ ])?$")
_HYPHEN_BEFORE = re.compile(r"(?:[\w][-–]|[#+*@~=_])$")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|for|before|after|early|late|mid|the|and|to"
    rf"|year|through|{_MONTHS}|spring|summer|autumn|fall|winter|elections?|than)[ -]$",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"\b(?:past|last|previous|next|coming|first|within|recent|these|those|another|every"
    r"|for the first time in)(?:[ ](?:about|around|some|roughly|nearly|the))?[ ]$",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"\b(?:the|these|those|his|her|their|our|its|my|your|other|all|all the|no|any|each|every"
    r"|this|which|only|not|just the)[ ]$",
    re.IGNORECASE,
)
# "the six attackers were killed" counts the dead, although "the" points back at them.
_FATE_WORD = r"(?:kill\w*|die[ds]?|dead|deaths?|wounded|injured|martyr\w*|slain|arrested|abducted)"
_ALL_BEFORE = re.compile(r"\b(?:the|all|all the)[ ]$", re.IGNORECASE)
_KILLING_OF = re.compile(r"\b(?:killing|deaths?)[ ]of[ ](?:all[ ])?the[ ]$", re.IGNORECASE)
_VICTIMS_AFTER = re.compile(
    r"(?:[ ]\w+)?[ ](?:people|persons|civilians|soldiers|men|women|children|attackers|militants"
    rf"|officers|policemen|victims|workers)\b(?=[^.;]{{0,40}}\b{_FATE_WORD}\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"[ ]of[ ]them[ ](?:women|children|civilians|soldiers|girls|boys|militants|police)\b",
    re.IGNORECASE,
)
# Words for the parts of a text or of an argument: "three questions" counts nothing in the world.
_PARTS_OF_A_TEXT = re.compile(
    r"[ ](?:[a-z-]+[ ])?(?:figures|counts|answers|heads|headings|things|claims|places|sides|reasons"
    r"|questions|points|words|parts|kinds|sorts|ways|steps|lessons|entries|examples|sentences"
    r"|lines|versions|accounts|options|scenarios|factors|issues|takeaways)\b",
    re.IGNORECASE,
)
_POINTER_ONE = re.compile(
    r"[ ](?:person|people|soldier|civilian|child|woman|man|boy|girl|officer|policeman|militant"
    r"|attacker|worker|death|injury|dead|killed|wounded|injured|missing|million|billion)s?\b",
    re.IGNORECASE,
)

# What stands after a numeral that counts nothing.
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTHS}\b")
_CLOCK_AFTER = re.compile(
    r"(?::\d\d|[ ]?[ap]\.?m\b\.?|[ ]?o[’']clock|[ ](?:GMT|UTC|EST|EDT|PKT|IST|ET)\b|hrs\b)",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th|s)\b", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\w|[-–]?[/:]\d|[.,]\d|[-–]\d{1,4}[-–]\d|[’']s\b")
_AGE_AFTER = re.compile(r"[- ]years?[- ](?:old|of age)|[- ]months?[- ]old|[- ]days?[- ]old", re.I)
_COMPOUND_AFTER = re.compile(r"[-–][A-Za-z]")
_MEASURE_AFTER = re.compile(
    r"[-–](?:magnitude|mile|kilomet|met(?:er|re)|foot|ton|acre|hectare|percent|per|million|billion"
    r"|point|kg|km)",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"[ ](?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur\w+)"
    r"(?:[’']?[ ](?P<when>ago|later|earlier|before|after|old|since|apart|on))?\b",
    re.IGNORECASE,
)
_PEOPLE_AFTER = re.compile(
    r"[ ](?:\w+[ ])?(?:people|deaths?|persons?|civilians?|soldiers?|attacks?|incidents?|killed|dead"
    r"|injured|wounded|injuries|fatalities|lives|operations|men|women|children|others|refugees"
    r"|families|troops|members|votes?|houses|homes|euros|dollars|rupees)\b",
    re.IGNORECASE,
)
_LIST_AFTER = re.compile(r"[.)](?:[ ]|$)")
_POINTER_AFTER = re.compile(
    r"[ ](?:of|another|day|time|side|way|hand|thing|that|who|more|or|and|can|could|should|would"
    r"|must|may|might|is|was|has|had|knows?|needs?|week|night|morning|year|month)\b",
    re.IGNORECASE,
)
_FRACTION_AFTER = re.compile(r"[ ]of\b", re.IGNORECASE)
_FRACTION_HEDGE = re.compile(
    r"\b(?:nearly|almost|about|around|over|roughly|some|than|by|least|only|fell|rose|cut)[ ]$", re.I
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
        What it is worth; the lower end of a range. A share is in percent: a third is 33.3.
    high : float or None
        The upper end of a range, else ``None``.
    unit : str
        ``"percent"``, ``"percentage points"``, a currency, or ``""`` for a plain count.
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
    """
    numbers: list[Number] = []
    for match in _QUANTITY.finditer(text):
        # A sign or a space before the digits is part of the match but not of the figure.
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        before = text[max(0, start - 28) : start]
        after = text[match.end() : match.end() + 60]
        if _is_name(match, before, after):
            continue
        number = _read(match, start)
        previous = numbers[-1] if numbers else None
        if previous is not None and _is_range(previous, number, text):
            numbers[-1] = Number(
                text[previous.start : number.end],
                previous.start,
                number.end,
                previous.value * (number.step if _borrows_scale(previous, number) else 1),
                number.value,
                number.unit or previous.unit,
                number.step,
            )
        else:
            numbers.append(number)
    return numbers


def word_value(words: str) -> float:
    """Return the value of a number in words.

    Parameters
    ----------
    words : str
        Lower-case number words with spaces or hyphens: ``"two hundred and six"``.

    Returns
    -------
    float

    Examples
    --------
    >>> word_value("two hundred and six"), word_value("twenty-five thousand"), word_value("a dozen")
    (206.0, 25000.0, 12.0)
    """
    total = group = 0.0
    for word in words.replace("-", " ").split():
        if word in _SMALL:
            group += _SMALL[word]
        elif word in {"a", "an"}:
            group = 1.0
        elif word in {"hundred", "dozen"}:
            group = (group or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total += (group or 1.0) * _SCALES[word]
            group = 0.0
    return total + group


def _read(match: re.Match[str], start: int) -> Number:
    """Turn a match into a number: its value, its unit and the size of its last digit."""
    unit = ""
    step = 1.0
    high = None
    if match["digits"]:
        digits = match["digits"].replace(",", "")
        decimals = len(digits.partition(".")[2])
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
        if match["short"]:
            scale = {"k": 1e3, "m": 1e6}[match["short"].lower()]
        step = scale / 10**decimals
        # Multiplied as whole numbers, so that 1.1 million is 1,100,000 and not a hair less.
        value = int(digits.replace(".", "")) * scale / 10**decimals
        upper = float((match["upper"] or "0").replace(",", "")) * scale
        high = upper if upper > value else None  # "14-1" is a score
    elif match["words"]:
        value = word_value(match["words"].lower())
    else:
        words = match["fraction"].lower().replace("-", " ").split()
        part = words[-1].removesuffix("s") if words[-1] != "halves" else "half"
        times = _SMALL.get(words[0], 1.0) if len(words) > 1 else 1.0
        value, unit = times * _FRACTIONS[part], "percent"
    money = (match["sign"] or match["money"] or "").lower().rstrip(".")
    if money:
        unit = _CURRENCIES.get(money) or _CURRENCIES.get(money.removesuffix("s"), "dollars")
    if match["percent"]:
        unit = "percentage points" if match["points"] else "percent"
    end = (
        match.end() if unit == "percentage points" or not match["points"] else match.start("points")
    )
    return Number(match.string[start:end], start, end, value, high, unit, step)


def _is_name(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether the numeral names something (a date, an age, a section) and counts nothing."""
    marked = bool(match["sign"] or match["percent"] or match["money"])
    if match["fraction"]:
        if match["percent"]:
            return False
        several = match["fraction"].lower().startswith(("two", "three", "four", "one"))
        hedged = bool(_FRACTION_HEDGE.search(before)) and not _COMPOUND_AFTER.match(after)
        return not (_FRACTION_AFTER.match(after) or hedged or several) or bool(
            re.search(
                r"\b(?:the|first|second|third|fourth|other|last|this|every|final)[ ]$", before, re.I
            )
        )
    if marked:
        return False
    if match["digits"] and "," not in match["digits"] and not match["scale"]:
        if before[-1:] in {" ", "-"} and before[-2:-1].isdigit():
            return True  # a telephone number, a table
        if after[:1] in {" ", "-"} and after[1:2].isdigit():
            return True
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before) or _HYPHEN_BEFORE.search(before):
        return True
    if _COMPOUND_AFTER.match(after) and not _MEASURE_AFTER.match(after):
        return True
    time = _TIME_AFTER.match(after)
    if time and (time["when"] or _TIME_BEFORE.search(before)):
        return True
    if match["words"]:
        return _is_pointer(match["words"].lower(), before, after)
    digits = match["digits"]
    if match["scale"] or match["short"]:
        return False
    if _CLOCK_AFTER.match(after) or _DATE_AFTER.match(after) or _ORDINAL_AFTER.match(after):
        return True
    if _NAME_AFTER.match(after) or before.endswith((":", "/")):
        return True
    if _LABEL_BEFORE.search(before):
        return True
    if not before.strip() and _LIST_AFTER.match(after):
        return True
    if _MONTH_BEFORE.search(before) and float(digits.replace(",", "")) <= 31 and "," not in digits:
        return True
    if digits[0] == "0" and "." not in digits and len(digits) > 1:
        return True
    if len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) <= 2100:
        dated = bool(_YEAR_BEFORE.search(before)) or bool(match["upper"])
        return dated or not _PEOPLE_AFTER.match(after)
    if re.match(r",(?:[ ]|$)", after) and re.search(r"[A-Z][\w’'-]+,[ ]$", before):
        return True  # "Bibi, 34, said"
    # "the Boeing 737, ...": a capital before it, and no noun after it
    named = re.search(r"(?:^|[^.!?:;,\s][ ])[A-Z][\w’'-]*[ ]$", before)
    return bool(named and re.match(r"[ ]?(?:[.,;:)]|$)|[ ][A-Z]", after))


def _is_pointer(words: str, before: str, after: str) -> bool:
    """Say whether a number word points at something known and counts nothing new."""
    value = word_value(words)
    if words in {"one", "zero"}:
        return not _POINTER_ONE.match(after) or bool(_REFERS_BACK.search(before))
    if value <= 10 and words[0] != "a":
        if _OF_THEM.match(after):
            return False
        if _KILLING_OF.search(before):
            return False
        if _ALL_BEFORE.search(before) and _VICTIMS_AFTER.match(after):
            return False
        if _PARTS_OF_A_TEXT.match(after) or after.startswith(" such "):
            return True
        return bool(_REFERS_BACK.search(before)) or bool(_POINTER_AFTER.match(after))
    return words in {"hundred", "thousand"}


def _is_range(low: Number, high: Number, text: str) -> bool:
    """Say whether two neighbours are the two ends of one range."""
    between = text[low.end : high.start]
    if low.high is not None or len(between) > 5 or not _RANGE.fullmatch(between):
        return False
    before = text[max(0, low.start - 12) : low.start].lower()
    scaled = low.value * (high.step if _borrows_scale(low, high) else 1)
    if high.value <= scaled or (
        low.unit and low.unit != high.unit and (high.unit or low.unit.startswith("percent"))
    ):
        return False
    if between.strip().lower() == "and":
        return before.endswith("between ")
    # "from 357 to 512" is a change: two figures, each with its own year.
    return not (between.strip().lower() == "to" and before.endswith("from "))


def _borrows_scale(low: Number, high: Number) -> bool:
    """Say whether "10 to 15 million" means ten million to fifteen million."""
    return low.step <= 1 and high.step > 1 and low.value < 1000

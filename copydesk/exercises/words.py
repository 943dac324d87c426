"""What the exercises read in a learner's words: numbers and units, places, bodies, loud words.

A rule reads what can be wrong. Whether a sentence is a good one is left to a person.
"""

from __future__ import annotations

import functools
import re

from copydesk.corpus import load_table

OTHER_BODIES = ("crss", "gti", "picss", "pips", "satp", "ucdp")
"""The bodies that count, in small letters."""

_100_000 = re.compile(
    r"\b(?:one |a )?(?:(?:hundred|100)[- ]thousand|lakh)\b|"
    r"\b100 ?k\b|\b10\^5\b|\b1e5\b"
)
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[\s,.'’_\u202f\u00a0]\d{3})+\b")
_DEAD = re.compile(r"\b(?:deaths?|dead|killed|die[ds]?|dying|fatalit\w+|lives|kills|killings)\b")
_OTHER_COUNTS = re.compile(r"\b(?:injur\w+|wounded|hurt|attacks?|incidents?|casualt\w+|arrests?)\b")
_ENDS = re.compile(r"(?<!\bjan\.)(?<!\bfeb\.)(?<!\bdec\.)(?<=[.!?])\s+|;|\n")
_LOUD = re.compile(
    r"\b(?:alarming\w*|appalling\w*|awful\w*|bloodbath|blood(?:y|iest|shed)|butcher\w*|carnage|"
    r"catastroph\w*|chilling\w*|dramatic\w*|devastat\w*|explod\w*|frightening\w*|ghastly|grim\w*|"
    r"grisly|gruesome|heartbreaking|horr\w*|killing fields?|massacre\w*|mayhem|nightmar\w*|"
    r"plummet\w*|plung\w*|sad(?:ly|dening)?|savage\w*|scar(?:y|ily)|shock\w*|skyrocket\w*|"
    r"slaughter\w*|soar\w*|spectacular\w*|staggering\w*|surg(?:e|ed|es|ing)|terribl[ey]|"
    r"terrifying\w*|thankful\w*|fortunately|unfortunately|tragi\w+|worrying\w*|hopeful\w*|"
    r"encouraging\w*|brutal\w*|barbar\w*|hell(?:ish)?|monstrous)\b",
    re.IGNORECASE,
)


def feeling_word(text: str) -> str:
    """Return the first word that says how a reader should feel, or nothing.

    Examples
    --------
    >>> feeling_word("A bloodbath in 2013."), feeling_word("2,451 people were killed.")
    ('bloodbath', '')
    """
    found = _LOUD.search(text)
    return found.group(0) if found else ""


def sentences_of(text: str) -> list[str]:
    """Return the sentences, and the parts between semicolons, of a text in small letters.

    Examples
    --------
    >>> sentences_of("it fell; then it rose. it is 852 (dec. 2024).")
    ['it fell', 'then it rose.', 'it is 852 (dec. 2024).']
    """
    return [part.strip() for part in _ENDS.split(text) if part.strip()]


def without_gaps_in_numbers(text: str) -> str:
    """Write each number without the marks between its thousands.

    Examples
    --------
    >>> without_gaps_in_numbers("2,451 or 2 451, and in 2020 220")
    '2451 or 2451, and in 2020 220'
    """
    return _THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), text)


@functools.cache
def _countries() -> dict[str, str]:
    table = load_table("lexicon_places")
    return {name.lower(): name for name in table["country"]}


def other_countries(text: str, asked: str) -> list[str]:
    """Return the countries that a text names, apart from the one that was asked for.

    Examples
    --------
    >>> other_countries("Deaths in India, Pakistan", "pakistan")
    ['India']
    """
    low = text.lower()
    return [
        name
        for key, name in _countries().items()
        if key != asked and re.search(rf"\b{re.escape(key)}\b", low)
    ]


def per_hundred_thousand(label: str) -> bool:
    """Say whether the name of an axis says that deaths are given per 100,000 people.

    Examples
    --------
    >>> per_hundred_thousand("Deaths per 100k people")
    True
    >>> per_hundred_thousand("Deaths per 1,000,000 people")
    False
    """
    text = without_gaps_in_numbers(_100_000.sub("100000", label.lower().replace("⁵", "^5")))
    if not re.search(r"(?<![\d.])100000(?!\d)", text):
        return False
    if re.search(r"100000 (?:deaths|killed|dead|fatalities)", text):
        return False
    other = _OTHER_COUNTS.search(text)
    return not other or bool(_DEAD.search(text[: other.start()]))


_DAY_OF = re.compile(
    r"\b(20\d\d)-(\d\d)(?:-(\d\d))?\b|"
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (?:of )?(20\d\d)\b|"
    r"\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def days_in(text: str) -> list[tuple[int, int, int]]:
    """Return the dates of a text in small letters as year, month and day; the day may be 0.

    Examples
    --------
    >>> days_in("30 december 2024, jan. 2025, 2024-01-04, 30/12/2024")
    [(2024, 12, 30), (2025, 1, 0), (2024, 1, 4), (2024, 12, 30)]
    """
    found = []
    for match in _DAY_OF.finditer(text):
        iso_year, iso_month, iso_day, before, name, after, year, day, month, last = match.groups()
        if iso_year:
            found.append((int(iso_year), int(iso_month), int(iso_day or 0)))
        elif name:
            found.append((int(year), _MONTHS.index(name) + 1, int(before or after or 0)))
        else:
            found.append((int(last), int(month), int(day)))
    return found


def without_days(text: str) -> str:
    """Return a text without its dates, so that what is left are years that are spoken of."""
    return _DAY_OF.sub(" ", text)


def years_in(text: str) -> list[int]:
    """Return the years of a text that are not part of a date.

    Examples
    --------
    >>> years_in("the figure of 2019, printed in january 2020")
    [2019]
    """
    return [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", without_days(text))]


def other_bodies(text: str, asked: str) -> list[str]:
    """Return the bodies that a text in small letters names, apart from the one asked for.

    Examples
    --------
    >>> other_bodies("crss and pips", "pips")
    ['crss']
    """
    return [name for name in OTHER_BODIES if name != asked and re.search(rf"\b{name}\b", text)]


_OUT = re.compile(
    r"\b(?:no|not|nor|never|neither|without|apart|excl\w+|left|leav\w+|alone|only|except|omit\w*|"
    r"ignor\w*|separate\w*|elsewhere|own|outside|instead of|rather than|minus|missing|lack\w*|"
    r"distinct\w*|another|other|beside|skip\w*|drop\w*|solely|just|differ\w*|"
    r"(?:is|are|stays?|kept) out)\b|n't\b"
)
_WITH = re.compile(
    r"\battacks?,? (?:and|as well as|plus|with|together with|along with|both|or)"
    r"(?! (?:\w+ )?(?:not|no|never|without))(?: (?:in|all|the|other|of|also|counter-?\w*|military|"
    r"army|security|anti-?\w*))* (?:operation|clash)|"
    r"\binclud\w+ (?:[\w-]+ ){0,4}?(?:operation|clash)"
)


def leaves_operations_out(text: str) -> bool:
    """Say whether a definition in small letters counts attacks and leaves operations out.

    Examples
    --------
    >>> leaves_operations_out("deaths in attacks; operations are counted apart")
    True
    >>> leaves_operations_out("deaths in attacks and in operations, not injuries")
    False
    """
    together = _WITH.search(text)
    if together and not re.search(r"\b(?:apart|separate\w*)\b", text[together.end() :]):
        return False
    parts = [part for part in re.split(r"[.;:]\s|\bbut\b|\bwhile\b|\bwhereas\b", text) if part]
    about = [part for part in parts if re.search(r"operation|clash|communal", part)]
    if not about:
        return bool(re.search(r"\b(?:only|alone|just|solely|nothing but)\b", text))
    return all(_OUT.search(part) for part in about)

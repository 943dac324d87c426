"""Read a page of Markdown as words in sections, each number with its value and its line."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_SMALL, _TENS, _ORDINALS = _SMALL_WORDS.split(), _TEN_WORDS.split(), _ORDINAL_WORDS.split()
_SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_VALUES = (
    {word: float(value) for value, word in enumerate(_SMALL)}
    | {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
    | {word: float(value) for value, word in enumerate(_ORDINALS, 1)}
    | {"once": 1.0, "twice": 2.0, "half": 0.5, "quarter": 0.25}
    | _SCALES
)
_WORD = re.compile(r"\d[\d_]*(?:[.,]\d+)*(?!\w)|\w+")
# What a reader of the page does not see as text. Same length after: an offset stays an offset.
_UNSEEN = re.compile(
    r"\A---\n.*?\n---$"  # the head of a notebook
    r"|^(?P<fence>[ ]*`{3,})[^\n]*\n.*?\n(?P=fence)`*[ ]*$"
    r"|<!--.*?-->"
    r"|(?<=\])\([^)\n]*\)",  # where a link leads
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} [^\n]*$", re.MULTILINE)


@dataclass(frozen=True)
class Word:
    """One word or number of a page.

    Attributes
    ----------
    text : str
        The word in lower case.
    is_number : bool
        True for digits and for words such as "three", "first" and "half".
    value : float or None
        What the number is worth: 3 for "three" and 1524 for "1,524"; None for a word, and for
        digits that are no single number.
    at : int
        Where it begins in the page.
    line : int
        Its line, from 1.
    section : int
        How many headings stand above it; a heading belongs to its own section.
    """

    text: str
    is_number: bool
    value: float | None
    at: int
    line: int
    section: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words that a reader sees on a page, in order.

    Examples
    --------
    >>> [word.value for word in words_of("It names three. <!-- four --> See 1,524.")][2::2]
    [3.0, 1524.0]
    """
    seen = _seen(text)
    headings = headings_of(text)
    lines = [match.start() for match in re.finditer(r"^", seen, re.MULTILINE)]
    return tuple(
        Word(
            *_read(match[0]),
            match.start(),
            bisect.bisect_right(lines, match.start()),
            bisect.bisect_right(headings, match.start()),
        )
        for match in _WORD.finditer(seen)
    )


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def headings_of(text: str) -> list[int]:
    """Return where the headings of a page begin; a section reaches from one to the next."""
    return [match.start() for match in _HEADING.finditer(_seen(text))]


def _read(word: str) -> tuple[str, bool, float | None]:
    lower = word.lower()
    if lower in _VALUES:
        return lower, True, _VALUES[lower]
    if not word[0].isdecimal() or not re.fullmatch(r"[\d.,_]+", word):
        return lower, False, None
    try:
        return lower, True, float(re.sub(r"[,_]", "", word))
    except ValueError:
        return lower, True, None  # 3.11.2


def numbers_in(text: str) -> Iterator[float]:
    """Yield what the numbers in a text are worth.

    Examples
    --------
    >>> list(numbers_in("a six-year record of 2024-07-01"))
    [6.0, 2024.0, 7.0, 1.0]
    """
    for match in _WORD.finditer(text):
        value = _read(match[0])[2]
        if value is not None:
            yield value


def worth(words: tuple[Word, ...], place: int) -> frozenset[float]:
    """Return what a number may be worth where it stands: alone, with its neighbours, per cent.

    Examples
    --------
    >>> words = words_of("three hundred and 75 per cent")
    >>> sorted(worth(words, 0)), sorted(worth(words, 3))
    ([3.0, 300.0], [0.75, 75.0])
    """
    value = words[place].value
    if value is None:
        return frozenset()
    found = {value}
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if after is not None and after.text in _SCALES:
        found.add(value * _SCALES[after.text])
    elif after is not None and after.text in {"per", "percentage"}:
        found.add(value / 100)
    elif after is not None and words[place].text in _TENS and after.text in _SMALL + _ORDINALS:
        found.add(value + (after.value or 0))
    if before is not None and before.value is not None:
        if words[place].text in _SCALES:
            found.add(before.value * value)
        elif before.text in _TENS and value < 10:
            found.add(before.value + value)
    return frozenset(found)

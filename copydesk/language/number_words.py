"""Look up the words, letters and units that numbers are written with.

The rows of ``data/lexicons/number_words.csv`` and ``data/lexicons/units.csv``, as look-ups and as
alternatives of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copydesk.corpus import load_table


@cache
def values(kind: str) -> dict[str, float]:
    """Return what the words of one kind are worth.

    Parameters
    ----------
    kind : str
        ``"number"``, ``"scale"``, ``"letter"``, ``"group"`` or ``"fraction"``.

    Returns
    -------
    dict of str to float
        Under the word in lower case.

    Examples
    --------
    >>> values("scale")["lakh"], values("letter")["k"]
    (100000.0, 1000.0)
    """
    table = load_table("lexicon_number_words")
    table = table[table["kind"] == kind]
    return dict(zip(table["word"], table["value"], strict=True))


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
    >>> word_value("two and a half million"), word_value("half a million")
    (2500000.0, 500000.0)
    """
    total = group = 0.0
    for word in words.replace("-", " ").split():
        if word in values("number"):
            group += values("number")[word]
        elif (part := word.removesuffix("s")) in values("fraction"):
            # "two and a half" adds a part; "three quarters" is so many of it.
            added = "and" in words or not group
            group = group + values("fraction")[part] if added else group * values("fraction")[part]
        elif word in values("scale"):
            scale = values("scale")[word]
            if scale < 1000:
                group = (group or 1.0) * scale
            else:
                total, group = total + (group or 1.0) * scale, 0.0
    return total + group


@cache
def units(place: str) -> dict[str, tuple[str, str]]:
    """Return the units that stand before or after a number.

    Parameters
    ----------
    place : str
        ``"before"`` or ``"after"``.

    Returns
    -------
    dict of str to (str, str)
        Under the word in lower case, in the singular: the unit and its kind.

    Examples
    --------
    >>> units("before")["us$"], units("after")["mph"]
    (('dollars', 'money'), ('mph', 'speed'))
    """
    table = load_table("lexicon_units")
    table = table[table["place"] == place]
    names = zip(table["unit"], table["kind"], strict=True)
    return dict(zip((word.lower() for word in table["word"]), names, strict=True))


def unit_of(words: str, place: str = "after") -> str:
    """Return the name of a unit as it is printed, in the singular or the plural.

    Examples
    --------
    >>> unit_of("rupees"), unit_of("$", "before"), unit_of("boats")
    ('rupees', 'dollars', '')
    """
    word = words.lower().strip(" -.")
    found = units(place).get(word) or units(place).get(word.removesuffix("s"))
    return found[0] if found else ""


@cache
def country_of_money(sign: str) -> str:
    """Return the letters of the country whose money a sign before a number is, where it says so.

    Examples
    --------
    >>> country_of_money("US$"), country_of_money("USD"), country_of_money("$")
    ('US', 'US', '')
    """
    table = load_table("lexicon_units")
    named = table[table["word"].str.lower() == sign.lower()]
    return str("".join(named["country"].dropna()))


@cache
def kinds_of_units() -> dict[str, str]:
    """Return what each unit measures, under its name and every word for it.

    Examples
    --------
    >>> kinds_of_units()["miles"], kinds_of_units()["dollars"]
    ('distance', 'money')
    """
    found: dict[str, str] = {}
    for place in ("before", "after"):
        for word, (unit, kind) in units(place).items():
            found |= dict.fromkeys((word, f"{word}s", unit), kind)
    return found


def alternatives(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern, the longer ones first, by their first letters.

    A text is then tried against the words alone that begin as it does.

    Examples
    --------
    >>> alternatives(["six", "ten", "sixty"])
    '(?:s(?:ixty|ix)|ten)'
    """
    under: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        under.setdefault(word[:1], []).append(re.escape(word[1:]))
    spelled = (
        re.escape(first) + (f"(?:{'|'.join(rests)})" if len(rests) > 1 else rests[0])
        for first, rests in under.items()
    )
    return rf"(?:{'|'.join(spelled)})".replace("\\ ", "[ ]")

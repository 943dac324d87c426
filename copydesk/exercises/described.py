"""Read the description of a chart as a person who does not see it: what it says, and what is wrong.

Numbers are held against their years, and years, places and bodies against the data. What is good
prose, a person says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.exercises.words import (
    OTHER_BODIES,
    feeling_word,
    other_countries,
    sentences_of,
    without_gaps_in_numbers,
)

_RANGE = re.compile(
    r"\b((?:19|20)\d\d)(?:\s*(?:-|–|—|to|and|through|till|until)\s*)((?:19|20)\d\d)\b"
)
_MONTH = "jan(?:uary)?|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec(?:ember)?"
_EDITION = re.compile(
    rf"\b(?:{_MONTH})\w*\.? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|"
    r"\b(?:editions?|reports?|released?|published|printed)[^.;]{0,40}?\b(?:19|20)\d\d\b"
    r"(?:\s*(?:-|–|to|and|through)\s*(?:19|20)\d\d)?"
)
_NO_PAIR = re.compile(  # a year that begins a stretch, and the ends of an axis
    r"\bfrom (?:19|20)\d\d on(?:wards?)?\b|\b(?:since|after) (?:19|20)\d\d\b|"
    r"\b(?:zero|0) ?(?:to|and|up to|until|-|–) ?\d+"
)
_NUMBER_OR_YEAR = re.compile(r"\b(\d+)\b(?!\s*(?:%|per ?cent|percent))")
_HIGH = r"highest|peak\w*|max\w*|most|top|largest|biggest|greatest"
_LOW = r"lowest|min\w*|fewest|least|smallest|trough|bottom"
_NO_COUNT = re.compile(
    r"\bno (?:\w+ )?(?:figures?|numbers?|data|values?|counts?|totals?|entr(?:y|ies)|points?|dots?|"
    r"markers?|records?|reports?|information|statistics?|lines?)\b"
)
_GAP = re.compile(
    r"\b(?:gap|missing|miss(?:es)?|absent|blank|holes?|without|lacks?|lacking|empty|unavailable|"
    r"unknown|broken?|breaks?|interrupt\w*|stops?|skip\w*|omit\w*|left out|leaves? out|n/a|"
    r"not (?:\w+ )?(?:available|known|in|given|held|printed|published|reported|recorded|counted|"
    r"there|shown|drawn|exist|included|have|listed)|does not|did not|has none|is none|nothing|"
    r"doesn['’]t|isn['’]t|didn['’]t|except)\b"
)
_NONE_KILLED = re.compile(
    r"\b(?:nobody|no ?one|no (?:people|persons?|deaths?|attacks?|victims?|fatalities)|"
    r"none (?:was|were)|zero|not a single|0 (?:deaths|killed|people)|"
    r"without (?:any )?(?:deaths|attacks)|peaceful)\b"
)
_ACROSS = re.compile(
    r"\b(?:goes|going|runs|running|continues|carries|carried|drawn|joins?|joined|connect(?:s|ed)|crosses|"
    r"bridges)\b[^.;,]{0,15}\b(?:across|over|through) (?:it|this|that|there|the|20\d\d)\b"
)
_UP = r"rose|rises?|rising|grew|grows?|climb(?:s|ed)|increas(?:es?|ed)|(?:went|go|goes) up"
_DOWN = (
    r"fell|falls?|falling|dropp?(?:s|ed)|declin(?:es?|ed)|decreas(?:es?|ed)|(?:went|go|goes) down"
)
_MOVE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_EACH_YEAR = re.compile(r"\b(?:every|each) (?:single )?year\b|\byear (?:after|by|on) year\b")
_STRETCH = re.compile(
    r"\b(?:from|between|since|after) (?:[^.;\d]{0,20})((?:19|20)\d\d)"
    r"(?: (?:to|and|until|till) ((?:19|20)\d\d))?\b"
)
_LINE = re.compile(
    r"\bline[- ]?(?:chart|graph|plot|diagram)|\b(?:an?|one|this) (?:[\w-]+ ){0,2}line\b|"
    r"\bdots?\b|\bcurve\b|\btime series\b"
)
_AXIS = re.compile(
    r"\b(?:axis|axes|scale|zero-based|baseline|starts?|begins?|beginning|starting)\b"
)
_ZERO = re.compile(r"\b(?:zero|0)\b")


@dataclass(frozen=True)
class Asked:
    """What a description of a line chart has to say.

    Attributes
    ----------
    values : dict
        The figure of each year.
    gap : int
        The year without a figure.
    country, body : str
        In small letters.
    body_in_full : str
        The name of the body, written out.
    editions : tuple of int
        The first and the last year in which a figure was printed.
    """

    values: Mapping[int, int]
    gap: int
    country: str
    body: str
    body_in_full: str
    editions: tuple[int, int]


def missing_or_wrong(text: str, asked: Asked) -> tuple[str, str]:
    """Return the first thing that a description does not say or says wrongly.

    Parameters
    ----------
    text : str
        The description.
    asked : Asked

    Returns
    -------
    tuple of str
        The name of the problem and what is read, or two empty texts.
    """
    words = without_gaps_in_numbers(" ".join(text.split()).lower())
    sentences = sentences_of(words)
    feeling = feeling_word(words)
    if feeling:
        return "a loud word", f"The word is “{feeling}”."
    for problem, read in (
        _what_it_is(words, sentences),
        _what_is_counted(words, asked),
        _of_numbers(words, asked),
        _of_years(words, asked),
        _of_the_moves(sentences, asked),
        _of_the_gap(sentences, asked),
        _of_the_source(words, asked),
    ):
        if problem:
            return problem, read
    return "", ""


def _what_it_is(words: str, sentences: list[str]) -> tuple[str, str]:
    if re.search(
        r"\b(?:bar|column|pie|area|scatter)[- ]?(?:chart|graph|plot|diagram)|\bbars\b", words
    ):
        return "the kind of picture", "It speaks of another kind of chart."
    if not _LINE.search(words):
        return "the kind of picture", ""
    about = [one for one in sentences if _AXIS.search(one) and _ZERO.search(one)]
    if not about:
        return "where the axis begins", ""
    if any(re.search(r"\bnot (?:\w+ )?(?:begin|start|at|from)\b|above zero", one) for one in about):
        return "where the axis begins", "The axis of this chart begins at zero."
    return "", ""


def _what_is_counted(words: str, asked: Asked) -> tuple[str, str]:
    others = other_countries(words, asked.country)
    if others:
        return "the country", f"It names {others[0]}."
    injured = re.search(r"\b(?:injur\w+|wounded|hurt|casualt\w+)\b", words)
    if injured:
        return "what is counted", f"It speaks of “{injured.group(0)}”."
    dead = re.search(
        r"\b(?:deaths?|killed|died|die|dead|fatalities|fatality|lives|killings)\b", words
    )
    if not dead or asked.country not in words:
        return "what is counted, and where", ""
    if re.search(r"\bkilled in (?:military )?operations\b|attacks and operations", words):
        return "what is counted", "It speaks of operations."
    body = [
        name for name in OTHER_BODIES if name != asked.body and re.search(rf"\b{name}\b", words)
    ]
    if body:
        return "who counted", f"It names {body[0].upper()}."
    if not re.search(rf"\b{asked.body}\b", words) and asked.body_in_full not in words:
        return "who counted", ""
    return "", ""


def _of_numbers(words: str, asked: Asked) -> tuple[str, str]:
    """Hold each number against the years in its sentence."""
    told = _EDITION.sub(" ", words)
    known = {str(value): year for year, value in asked.values.items()}
    for sentence in sentences_of(told):
        plain = _NO_PAIR.sub(" ", _RANGE.sub(" ", sentence))
        found = [match.group(1) for match in _NUMBER_OR_YEAR.finditer(plain)]
        years = [number for number in found if re.fullmatch(r"(?:19|20)\d\d", number)]
        numbers = [number for number in found if number not in years and int(number) >= 100]
        for number in numbers:
            if number not in known:
                return "a number", f"The chart has no {int(number):,}."
        wrong = _other_year(found, years, numbers, known)
        if wrong:
            return "a year", wrong
        for word, value in (
            (_HIGH, max(asked.values.values())),
            (_LOW, min(asked.values.values())),
        ):
            if wrong := _other_extreme(plain, word, str(value), numbers):
                return "highest and lowest", wrong
    return "", ""


def _other_year(
    found: list[str], years: list[str], numbers: list[str], known: Mapping[str, int]
) -> str:
    """Say which number stands with a year that is not its own."""
    in_order = dict(zip(numbers, years, strict=True)) if len(numbers) == len(years) else {}
    for number in numbers:
        own = str(known[number])
        at = found.index(number)
        before = [year for year in found[:at] if year in years][-1:]
        after = [year for year in found[at:] if year in years][:1]
        beside = [in_order[number]] if number in in_order else [*before, *after]
        if beside and own not in beside:
            return f"It gives {int(number):,} to {beside[-1]}."
    return ""


def _other_extreme(sentence: str, word: str, value: str, numbers: list[str]) -> str:
    """Say which number is called the highest or the lowest and is not."""
    for match in re.finditer(rf"\b(?:{word})\b", sentence):
        before = [n for n in re.findall(r"\b\d+\b", sentence[: match.start()]) if n in numbers][-1:]
        after = [n for n in re.findall(r"\b\d+\b", sentence[match.end() :]) if n in numbers][:1]
        if (before or after) and value not in (*before, *after):
            return f"It calls {int((after or before)[0]):,} “{match.group(0)}”."
    return ""


def _of_years(words: str, asked: Asked) -> tuple[str, str]:
    told = _EDITION.sub(" ", words)
    first, last = min(asked.values), max(asked.values)
    for match in _RANGE.finditer(told):
        one, other = int(match.group(1)), int(match.group(2))
        if one < first or other > last:
            return "the first and the last year", f"It says “{match.group(0)}”."
    if not re.search(rf"\b{first}\b", told) or not re.search(rf"\b{last}\b", told):
        return "the first and the last year", ""
    for name, value in (
        ("the highest figure and its year", max(asked.values.values())),
        ("the lowest figure and its year", min(asked.values.values())),
    ):
        year = next(year for year, one in asked.values.items() if one == value)
        if not re.search(rf"\b{value}\b", told) or not re.search(rf"\b{year}\b", told):
            return name, ""
    return "", ""


def _of_the_moves(sentences: list[str], asked: Asked) -> tuple[str, str]:
    """Hold each rise and fall against the figures of its first and last year, or of all years."""
    for clause in re.split(r"[,;]| and then | then ", "; ".join(sentences)):
        move = _MOVE.search(clause)
        if not move:
            continue
        stretch = _STRETCH.search(clause)
        first, last = (int(year or 9999) for year in stretch.groups()) if stretch else (0, 9999)
        values = [asked.values[year] for year in sorted(asked.values) if first <= year <= last]
        if not _EACH_YEAR.search(clause):
            values = [values[0], values[-1]] if stretch and values else []
        steps = [after - before for before, after in itertools.pairwise(values)]
        if any((step <= 0) if move["up"] else (step >= 0) for step in steps):
            return "how the figures move", f"It says “{clause.strip()}”."
    return "", ""


def _of_the_gap(sentences: list[str], asked: Asked) -> tuple[str, str]:
    about = [one for one in sentences if re.search(rf"\b{asked.gap}\b", one)]
    if not about:
        return "the year without a figure", ""
    bare = [_ZERO_AXIS.sub("", _NO_COUNT.sub("no figure", one)) for one in about]
    none_killed = next(filter(None, map(_NONE_KILLED.search, bare)), None)
    if none_killed:
        return "nobody was killed", f"Of {asked.gap} it says “{none_killed.group(0)}”."
    drawn = [one for one in sentences if not re.search(r"\b(?:not|never|no line)\b|n't", one)]
    across = next(filter(None, map(_ACROSS.search, drawn)), None)
    if across:
        return "a line across the gap", f"Of {asked.gap} it says “{across.group(0)}”."
    if not any(_GAP.search(one) or "no figure" in one for one in bare):
        return (
            "the year without a figure",
            f"It names {asked.gap}, and not that a figure is missing.",
        )
    return "", ""


_ZERO_AXIS = re.compile(r"\b(?:from|at|with|in|to|is) (?:zero|0)\b(?! (?:deaths|killed|people))")


def _of_the_source(words: str, asked: Asked) -> tuple[str, str]:
    if not re.search(
        r"\b(?:sources?|editions?|reports?|publi\w+|printed|data (?:from|by))\b", words
    ):
        return "the source with a date", ""
    first, last = asked.editions
    dates = re.findall(rf"(?:{_MONTH})\w*\.? ((?:19|20)\d\d)|\b((?:19|20)\d\d)-\d\d\b", words)
    years = [int(one or other) for one, other in dates]
    outside = [year for year in years if not first <= year <= last]
    if outside:
        return "the source with a date", f"No edition of {outside[0]} is in the table."
    if not years and not re.search(rf"\b{last}\b", words):
        return "the source with a date", ""
    return "", ""

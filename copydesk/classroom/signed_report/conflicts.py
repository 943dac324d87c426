"""Where a report contradicts itself: its words against its table, its quotations against the page.

Only what can be read without opinion is compared: one of the four labels beside a figure that the
table shows, and words in quotation marks beside the words of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from copydesk.language.sentences import split_sentences

_CANNOT = r"(?:cannot|can't|can not|could not|couldn't|unable to|nobody can|nobody could)"
_LABELS = {
    "cannot tell": rf"{_CANNOT} (?:be )?(?:tell|told|check|checked|verify|verified)"
    r"|unchecked|unverified|not checked",
    "contradicted": r"contradict(?:s|ed)|not supported|wrong|false|untrue",
    "supported": r"(?<!not )supported",
    "depends on definition": r"depends on (?:the |its |a )?definition",
}
_LABEL = re.compile(
    "|".join(rf"(?P<{name.replace(' ', '_')}>\b(?:{words})\b)" for name, words in _LABELS.items()),
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:none|no|neither)\b[^.;,]{0,30}\b(?:figures?|numbers?|claims?)\b[^.;,]{0,30}\bsupported",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?<!not )\b(?:all|each|every|both)\b[^.;]{0,30}\b(?:figures?|numbers?|claims?)\b"
    r"[^.;]{0,30}(?<!not )\bsupported",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_PLACE = re.compile(r"\W{0,3}\(sentence (\d+)\)", re.IGNORECASE)
_LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_NEAR = 0.8
"""From this likeness on, words that differ are taken for a slip; below it, for other words."""

_FEW_WORDS = 3
"""A quotation of fewer words may name a word and quote nobody."""


def verdict_conflicts(text: str, shown: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Say where words give a figure another label than the table does.

    Parameters
    ----------
    text : str
        A written part.
    shown : mapping of str to frozenset of str
        The text of each figure in the table, and the labels that the words may give it.

    Yields
    ------
    str
        One sentence for each figure.

    Examples
    --------
    >>> table = {"1,524 deaths": frozenset({"supported"})}
    >>> list(verdict_conflicts("For the 1,524 we cannot tell.", table))
    ['it says "cannot tell" of 1,524 deaths, and the table says supported']
    >>> list(verdict_conflicts("Supported: 1,524 deaths.", table))
    []
    """
    for sentence in split_sentences(text):
        for figure, said in _labels_beside(sentence.text, shown).items():
            if said and not said & shown[figure]:
                labels = " or ".join(sorted(shown[figure]))
                yield f'it says "{sorted(said)[0]}" of {figure}, and the table says {labels}'
    fine = [figure for figure, labels in shown.items() if labels == {"supported"}]
    if fine and _NONE.search(text):
        yield f"it calls no figure supported, and the table says so of {fine[0]}"
    others = [figure for figure, labels in shown.items() if "supported" not in labels]
    if others and _ALL.search(text):
        yield f"it calls all figures supported, and the table does not say so of {others[0]}"


def _labels_beside(sentence: str, figures: Iterable[str]) -> dict[str, set[str]]:
    """Return for each figure the labels that a sentence gives it.

    A label belongs to the figures before it; where none stands before it, to those after it.
    """
    found = [(at, "figure", figure) for figure in figures for at in _places(figure, sentence)]
    found += [
        (match.start(), "label", str(match.lastgroup).replace("_", " "))
        for match in _LABEL.finditer(sentence)
    ]
    found.sort()
    given: dict[str, set[str]] = {}
    current: list[str] = []
    first: set[str] = set()
    for place, (_, kind, what) in enumerate(found):
        if kind == "figure":
            if place and found[place - 1][1] == "label":
                current = []
            current.append(what)
            given.setdefault(what, set())
        elif current:
            for figure in current:
                given[figure].add(what)
        else:
            first.add(what)
    if first:
        for _, kind, what in found:
            if kind == "figure" and not given[what]:
                given[what] |= first
    return given


def _places(figure: str, sentence: str) -> list[int]:
    """Return where a sentence names a figure: by its first number, or by all of its words."""
    number = re.search(r"\d[\d.,]*\d|\d", figure)
    wanted = number[0] if number else figure
    pattern = rf"(?<![\w.,]){re.escape(wanted)}(?![\d]|[.,]\d)"
    return [match.start() for match in re.finditer(pattern, sentence, re.IGNORECASE)]


def quotation_conflicts(
    text: str, sentences: tuple[str, ...], page: str, known: str = ""
) -> Iterator[str]:
    """Say which words in quotation marks are not those of the page.

    Parameters
    ----------
    text : str
        A written part.
    sentences : tuple of str
        The sentences of the page; the first one has the number 1.
    page : str
        All lines of the page.
    known : str
        Other words that may be quoted: what the desk printed of figures and definitions.

    Yields
    ------
    str
        One sentence for each quotation.

    Examples
    --------
    >>> said = ("Kabul rejects this claim.",)
    >>> list(quotation_conflicts("“Kabul rejects this clam” (sentence 1).", said, said[0]))
    ['“Kabul rejects this clam” is not as on the page: “Kabul rejects this claim”']
    """
    for match in _QUOTED.finditer(text):
        place = _PLACE.match(text, match.end())
        quoted = match[1] or match[2]
        for words in filter(None, map(_plain, _LEFT_OUT.split(quoted))):
            if words in _plain(page):
                number = int(place[1]) if place else 0
                if 1 <= number <= len(sentences) and words not in _plain(sentences[number - 1]):
                    yield f"“{quoted}” does not stand in sentence {number}"
            elif words not in _plain(known):
                near = _nearest(words, page)
                if near:
                    yield f"“{quoted}” is not as on the page: “{near}”"
                elif len(words.split()) >= _FEW_WORDS:
                    yield f"“{quoted}” does not stand on the page; copy the words that you quote"


def _nearest(words: str, page: str) -> str:
    """Return the words of the page that a quotation was meant to be, or nothing."""
    count = len(words.split())
    tokens = page.split()
    best, likeness = "", _NEAR
    for size in range(max(1, count - 1), count + 2):
        for start in range(len(tokens) - size + 1):
            there = " ".join(tokens[start : start + size])
            matcher = SequenceMatcher(None, words, _plain(there), autojunk=False)
            # The quick bounds first: a page has thousands of places to look at.
            if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
                ratio = matcher.ratio()
                if ratio > likeness:
                    best, likeness = there.strip(_ENDS), ratio
    return best


_ENDS = " .,;:!?“”‘’\"'"


def _plain(text: str) -> str:
    """Return words in small letters with one kind of mark, without what stands at the ends."""
    straight = text.translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(straight.casefold().split()).strip(_ENDS)

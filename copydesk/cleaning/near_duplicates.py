"""Lines, or quotations in lines, that say nearly the same. Both stay, for a person to look at."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.cleaning.labels import LabelledLine
from copydesk.cleaning.lines import read_line
from copydesk.corpus import load_table

NEARLY_THE_SAME = 0.75
"""Share of words that two lines must have in common, in order, to be reported as a pair."""
VERB_ENDINGS = ("ing", "ed", "es", "s", "e")
QUOTATION = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]")
FEWEST_WORDS = 6
"""Words from which a text is compared."""
COMPARE_AT_MOST = 300
"""Words of a line that are compared with another line."""
SHARED_BY_AT_MOST = 4
"""A run of words that more lines share is a set phrase and points to no pair."""

Words = tuple[str, ...]
Piece = tuple[int, str, Words]
"""The number of a line, the line or a quotation in it, and its words."""


@dataclass(frozen=True)
class NearDuplicate:
    """Two kept lines, or a quotation in each, that say nearly the same. Both stay.

    Attributes
    ----------
    first, second : int
        Line numbers, the earlier one first.
    first_text, second_text : str
        What was compared: the line, or the quotation in it.
    similarity : float
        Share of words in common and in the same order, 0 to 1.
    differing : tuple of (str, str)
        The words that differ, side by side; an empty string where one text has no word.
    because : str
        What the difference is, in plain words.
    """

    first: int
    second: int
    first_text: str
    second_text: str
    similarity: float
    differing: tuple[tuple[str, str], ...]
    because: str


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Return the forms of each verb whose tenses are not made with "-ed", under each form."""
    table = load_table("lexicon_irregular_verbs")
    verbs = (
        frozenset((word, *forms.split()))
        for word, forms in zip(table["word"], table["forms"], strict=True)
    )
    return {form: verb for verb in verbs for form in verb}


def same_verb(first: str, second: str) -> bool:
    """Say whether two words are forms of one verb, such as "hoped" and "hopes".

    Examples
    --------
    >>> same_verb("hoped", "hopes"), same_verb("was", "is"), same_verb("border", "order")
    (True, True, False)
    """
    if second in _forms().get(first, ()):
        return True
    stems = []
    for word in (first, second):
        if word.endswith(("ied", "ies")):
            word = word[:-3] + "y"
        ending = next((e for e in VERB_ENDINGS if word.endswith(e)), "")
        stem = word[: len(word) - len(ending)]
        doubled = len(stem) > 3 and stem[-1] == stem[-2]
        stems.append(stem[:-1] if doubled else stem)
    return first != second and stems[0] == stems[1] and len(stems[0]) >= 3


def near_duplicates(lines: Sequence[LabelledLine]) -> list[NearDuplicate]:
    """Find the lines, or quotations in lines, that say nearly the same.

    Only lines that share runs of three words are compared, so that a long page costs little.

    Parameters
    ----------
    lines : sequence of LabelledLine
        The kept lines.

    Returns
    -------
    list of NearDuplicate
        At most one for two lines, in the order of the page.
    """
    pieces = [
        (line.number, text, words)
        for line in lines
        for text in (line.text.strip(), *QUOTATION.findall(line.text[:20_000]))
        if len(words := read_line(line.number, text).words[:COMPARE_AT_MOST]) >= FEWEST_WORDS
    ]
    best: dict[tuple[int, int], NearDuplicate] = {}
    for (one, two), runs in _shared_runs([words for _, _, words in pieces]).items():
        (first, _, a), (second, _, b) = pieces[one], pieces[two]
        if first == second or 4 * runs < min(len(a), len(b)):
            continue
        if found := _compared(pieces[one], pieces[two]):
            known = best.get((first, second), found)
            best[first, second] = max(known, found, key=lambda alike: alike.similarity)
    return [best[pair] for pair in sorted(best)]


def _shared_runs(texts: Sequence[Words]) -> Counter[tuple[int, int]]:
    """Count the runs of three words that two texts share, by their places."""
    index: dict[Words, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for place, words in enumerate(texts):
        for run in dict.fromkeys(zip(words, words[1:], words[2:], strict=False)):
            holders = index.setdefault(run, [])
            if len(holders) < SHARED_BY_AT_MOST:
                shared.update((holder, place) for holder in holders)
                holders.append(place)
    return shared


def _compared(one: Piece, two: Piece) -> NearDuplicate | None:
    """Compare two texts word by word."""
    (first, first_text, a), (second, second_text, b) = one, two
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < NEARLY_THE_SAME or matcher.ratio() < NEARLY_THE_SAME:
        return None
    differing = tuple(
        (" ".join(a[i:j]), " ".join(b[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )
    why = _why_alike(differing, matcher.ratio())
    ratio = round(matcher.ratio(), 3)
    return NearDuplicate(first, second, first_text, second_text, ratio, differing, why)


def _why_alike(differing: tuple[tuple[str, str], ...], similarity: float) -> str:
    """Put the difference between two texts into plain words."""
    if not differing:
        return "one text printed twice, word for word"
    listed = ", ".join(f"{one or 'nothing'}/{two or 'nothing'}" for one, two in differing[:5])
    if all(same_verb(one, two) for one, two in differing):
        return f"one remark printed in two tenses: {listed}"
    figures = [pair for pair in differing if any(c.isdigit() for text in pair for c in text)]
    if figures:
        return f"nearly the same words with different figures: {listed}"
    return f"{similarity:.0%} of the words are the same and in the same order; differing: {listed}"

"""The headline: the line above the text for which the most signs speak."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.cleaning.lines import LABEL, SMALL_WORDS, Line

LIKELY = 12
"""The points that a headline has at least: more than length alone can give."""
AHEAD = 3
"""The points by which a line must be ahead of the one right above it, whose standfirst it may be;
a line with fewer points less than the headline is named in the reason, as a doubt."""
UNDER = 12
"""The points by which it must be ahead of one that reads like a title."""
TITLE = 6
"""Words from which a line with a small word among them reads like a title, and a menu does not."""
SURE = 20
"""The points below which few signs speak for a headline, so that it is in doubt."""
MOST_COPIES = 5
"""Times that a page prints its headline at most; what it prints more often is furniture."""
LONGEST_HEADLINE = 30
"""Words that a headline has at most."""
BELOW_START = 3
"""Lines of the text among which the byline of a headline may stand."""
TAG = 3
"""Words up to which a line may be the tag of a story, which the title below it says again."""

SHOWN = 80
"""Characters of another line that a doubt shows."""

SIGNATURES = frozenset({"byline", "dateline", "agency"})
"""Roles of the lines that stand under a headline and say who and when."""

ABBREVIATED = re.compile(r"\b[A-Z]\.$")
"""The end of a title such as "A winter in L.A.", whose full stop ends no sentence."""


@dataclass(frozen=True)
class Candidate:
    """A line that may be the headline, with what the signs ask about it.

    Attributes
    ----------
    index : int
        Its place among the lines of the page.
    line : Line
        The line.
    comes_back : float
        The share of its content words that the text takes up, 0 to 1.
    above : str
        The role of the first byline, date or agency line of the page, if the line stands above
        it; "text" when the page has none and the line stands above the text.
    copies : int
        How often the page says it, section names aside.
    linked : bool
        Whether the line by its own words points to a story.
    told_below : bool
        Whether the line right below says all its content words again.
    """

    index: int
    line: Line
    comes_back: float
    above: str
    copies: int
    linked: bool
    told_below: bool = False


class Choice(NamedTuple):
    """The place of the headline, ``None`` without one; the signs for it; a doubt, or nothing."""

    place: int | None
    why: str
    doubt: str = ""


@dataclass(frozen=True)
class Sign:
    """Something that speaks for or against a headline.

    Attributes
    ----------
    name : str
        In words that fit a reason.
    points : int
        What it adds when it is there in full.
    measure : callable
        How much of it a candidate has, 0 to 1.
    """

    name: str
    points: int
    measure: Callable[[Candidate], float]


def _ends_sentence(text: str) -> bool:
    """Say whether a full stop closes a sentence, and no abbreviation."""
    return text.endswith((".", "…")) and not ABBREVIATED.search(text)


_SIGNS: set[Sign] = {
    Sign("its words come back in the text", 15, lambda one: min(one.comes_back / 0.6, 1)),
    Sign(
        "it is long enough to tell something", 10, lambda one: min(len(one.line.words) / LABEL, 1)
    ),
    Sign("it stands above the date", 5, lambda one: one.above != ""),
    Sign(
        "it stands above the byline or the text", 5, lambda one: one.above not in ("", "dateline")
    ),
    Sign("the page says it twice", 3, lambda one: one.copies > 1),
    Sign("it ends like a sentence", -10, lambda one: _ends_sentence(one.line.text)),
    Sign(
        "it is a tag that the next line says again",
        -10,
        lambda one: len(one.line.words) <= TAG and one.told_below,
    ),
    Sign("it points to a story", -3, lambda one: one.linked),
}

SIGNS = tuple(sorted(_SIGNS, key=lambda sign: (-sign.points, sign.name)))
"""What speaks for and against a headline, the strongest first."""


def points(candidate: Candidate) -> float:
    """Return the sum of the points of all signs."""
    return sum(sign.points * sign.measure(candidate) for sign in SIGNS)


def choose_headline(
    lines: Sequence[Line], roles: Sequence[str | None], start: int, stop: int
) -> Choice:
    """Choose the line above the main run of text for which the most signs speak.

    Parameters
    ----------
    lines : sequence of Line
        The lines of a page.
    roles : sequence of str or None
        What each line is by its own words.
    start, stop : int
        The main run of text is ``lines[start:stop]``.

    Returns
    -------
    Choice
    """
    chosen: Candidate | None = None
    best, second = float(LIKELY), None
    for one in _candidates(lines, roles, start, stop):
        if chosen and one.line.title == chosen.line.title:
            continue  # of two copies, the first is the headline
        if points(one) > best + _lead(chosen, one):
            chosen, second, best = one, chosen, points(one)
        elif second is None or points(one) > points(second):
            second = one
    if chosen is None:
        return Choice(None, "")
    why, doubt = _told(chosen, second)
    return Choice(_without_path(lines, chosen.index), why, doubt)


def _told(chosen: Candidate, second: Candidate | None) -> tuple[str, str]:
    """Return the signs that speak for the headline, and the doubt about it, in words."""
    told = [sign.name for sign in SIGNS if sign.points > 0 and sign.measure(chosen) >= 1]
    doubt = "few signs speak for it" if points(chosen) < SURE else ""
    if second is not None and points(second) > points(chosen) - AHEAD:
        rival = f"line {second.line.number} is nearly as likely"
        told.append(f"but {rival}")
        if not doubt and second.index != chosen.index + 1:  # there stands its standfirst
            doubt = f"{rival} (“{second.line.text[:SHOWN]}”)"
    return ", ".join(told) or "no other line is as likely", doubt


def _lead(above: Candidate | None, one: Candidate) -> int:
    """Return the points by which a line must be ahead of the best line before it."""
    if above is None or one.index != above.index + 1:
        return 0
    line = above.line
    title = len(line.words) >= TITLE and line.small > 0 and not _ends_sentence(line.text)
    return UNDER if title else AHEAD


def _candidates(
    lines: Sequence[Line], roles: Sequence[str | None], start: int, stop: int
) -> Iterator[Candidate]:
    """Find the lines that may be the headline, up to the first line of the text."""
    lines_with = Counter(word for line in lines[start:stop] for word in set(line.words))
    near = range(min(start + BELOW_START, len(lines)))
    signed = next((index for index in near if roles[index] in SIGNATURES), None)
    above = "text" if signed is None else str(roles[signed])
    copies = Counter(lines[index].title for index in near)
    times = Counter(line.key for line in lines)
    for index, line in enumerate(lines[: start + 1]):
        if not _may_be_headline(line, roles[index]) or times[line.key] > MOST_COPIES:
            continue
        content = _content(line)
        own = int(index >= start)  # a line does not take up its own words
        back = sum(lines_with[word] > own for word in content) / max(1, len(content))
        yield Candidate(
            index,
            line,
            back,
            above if index < (start if signed is None else signed) else "",
            copies[line.title],
            roles[index] is not None,
            index + 1 < len(lines) and _says_again(lines[index + 1], content),
        )


def _content(line: Line) -> list[str]:
    """Return the words of a line that are not small."""
    return [word for word in line.words if word not in SMALL_WORDS]


def _says_again(line: Line, content: Sequence[str]) -> bool:
    """Say whether a line has words that begin with each of these."""
    return all(f" {word}" in f" {line.key}" for word in content)


def _may_be_headline(line: Line, role: str | None) -> bool:
    """Say whether a line is as long as a headline, stands in no list, and no rule has named it."""
    long = 2 <= len(line.words) <= LONGEST_HEADLINE
    return long and not line.is_listed and role in (None, "related link")


def _without_path(lines: Sequence[Line], chosen: int) -> int:
    """Return the place of the bare title when the chosen line is the path that leads to it.

    A path such as "Home / News / Bridge opens" ends with the title, which stands below it.
    """
    path = lines[chosen].key
    for index in range(chosen + 1, min(chosen + 4, len(lines))):
        key = lines[index].key
        if len(lines[index].words) >= 3 and path != key and path.endswith(key):
            return index
    return chosen

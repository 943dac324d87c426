"""A story as the rules read it: sentences with their lines, and figures with their rounding."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from copydesk.claims import Claim, find_claims, find_numbers
from copydesk.cleaning import CleanArticle
from copydesk.consistency.dates import first_date
from copydesk.consistency.finding import Place
from copydesk.consistency.words import senses
from copydesk.language.numbers import Number
from copydesk.language.sentences import Sentence, split_sentences

_REACH = 60  # characters before a number in which its hedge stands
_CHANGE_AND_LEVEL = re.compile(r"(.+(?:%|per cent|percent|pc)) to ([\d,.]+)")
_NO_MARKS = str.maketrans("⟨⟩¶", "()|")
"""What a page itself prints of the marks is read as other marks of the same length."""
MOST_FIGURES = 30
"""A sentence with more figures is a table that lost its lines; no check can read it."""
DISPLAY = frozenset({"headline", "standfirst", "caption", "subheading"})
"""Roles of the lines that sum up or repeat what the text tells."""
NEAR = 0.05
"""How far from "about 1,000" the exact figure may lie, as a share of it."""


@dataclass(frozen=True)
class Figure:
    """A number of a sentence, and how far from it the exact figure may lie.

    Attributes
    ----------
    text : str
        As printed, with its hedge: "close to 1,000".
    value, low, high : float
        The number; the lowest and the highest exact figure that could be printed like this.
    unit : str
        ``"percent"``, a currency, or ``""`` for a plain count.
    start, end : int
        Character offsets in the sentence, the hedge included.
    claim : Claim or None
        What the desk read about it; ``None`` when the number states nothing by itself.
    """

    text: str
    value: float
    low: float
    high: float
    unit: str
    start: int
    end: int
    claim: Claim | None

    @property
    def measure(self) -> str:
        """What it counts, or empty."""
        return self.claim.measure if self.claim else ""


@dataclass(frozen=True)
class Told:
    """A sentence of a story: its line on the page, the role of the line, and its figures."""

    line: int
    role: str
    text: str
    figures: tuple[Figure, ...]

    def place(self, value: float | str) -> Place:
        """Return the place of a value in this sentence."""
        return Place(self.line, self.text, value)

    def marked(self, first: int) -> str:
        """Return the sentence with a mark for each figure, numbered from ``first``."""
        parts, place = [], 0
        text = self.text.translate(_NO_MARKS)
        for number, figure in enumerate(self.figures, first):
            kind = "p" if figure.unit == "percent" else "q" if "points" in figure.unit else "n"
            parts += [text[place : figure.start], f"⟨{kind}{number}⟩"]
            place = figure.end
        return "".join([*parts, text[place:]])


@dataclass(frozen=True)
class Passage:
    """A sentence with the sentence before it, in its story: what a check reads.

    As a string it has a mark for each figure, ``⟨n0⟩``, or ``⟨p0⟩`` for a percentage, and ``¶``
    between its two sentences, so that a pattern can say how figures stand to each other.
    """

    story: Story
    number: int

    @property
    def sentence(self) -> Told:
        """The sentence that is read."""
        return self.story.told[self.number]

    @cached_property
    def parts(self) -> tuple[Told, ...]:
        """The sentence before, if it is of the body too, and the sentence."""
        before = self.story.told[max(0, self.number - 1)]
        joined = before is not self.sentence and before.role == self.sentence.role
        return (before, self.sentence) if joined else (self.sentence,)

    @cached_property
    def figures(self) -> tuple[tuple[Told, Figure], ...]:
        """The figures in the order of their marks, each with its sentence."""
        return tuple((told, figure) for told in self.parts for figure in told.figures)

    @property
    def has_figures(self) -> bool:
        """Whether it has figures, and is no table that lost its lines."""
        return 0 < len(self.figures) <= MOST_FIGURES

    @cached_property
    def marked(self) -> str:
        """The passage with its marks."""
        before = len(self.figures) - len(self.sentence.figures)
        return " ¶ ".join(told.marked(before * (told is self.sentence)) for told in self.parts)

    @cached_property
    def low(self) -> str:
        """The passage with its marks, in lower case."""
        return self.marked.lower()

    def __str__(self) -> str:
        """Return the passage with its marks."""
        return self.marked


@dataclass(frozen=True)
class Story:
    """The sentences of a story: headline, standfirst, body and captions.

    Attributes
    ----------
    told : tuple of Told
        In the order of the page.
    dated : Place or None
        The line in which the page prints its day with the year; the value is the day.
    """

    told: tuple[Told, ...]
    dated: Place | None

    @property
    def published(self) -> date | None:
        """The day that the page prints."""
        return date.fromisoformat(str(self.dated.value)) if self.dated else None

    @cached_property
    def _begins(self) -> int:
        """The place of the first sentence that is no display line and no item of a list."""
        opens = (
            place
            for place, told in enumerate(self.told)
            if told.role not in DISPLAY and told.text[:1] not in "*•"
        )
        return next(opens, len(self.told))

    def is_display(self, number: int) -> bool:
        """Say whether a sentence is a headline, a caption, or an item of a list before the text."""
        return number < self._begins or self.told[number].role in DISPLAY

    def passages(self) -> list[Passage]:
        """Return every sentence with the one before it, in the order of the page."""
        return [Passage(self, number) for number in range(len(self.told))]


def read_story(cleaned: CleanArticle, claims: Sequence[Claim] | None = None) -> Story:
    r"""Put what a page prints into sentences, each with its line and its figures.

    Parameters
    ----------
    cleaned : CleanArticle
        From ``copydesk.cleaning.clean``.
    claims : sequence of Claim, optional
        ``find_claims(cleaned.text)``, if it was called already.

    Returns
    -------
    Story

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> from copydesk.cleaning import clean
    >>> page = "Storm hurts 14\n\nA storm hurt 14 people in the valley on Monday, police said."
    >>> [(told.line, told.figures[0].value) for told in read_story(clean(read_article(page))).told]
    [(1, 14.0), (3, 14.0)]
    """
    told: list[Told] = []
    body = [line for line in cleaned.lines if line.kept and line.role != "headline"]
    if claims is None:
        claims = find_claims(cleaned.text)
    starts = [0]
    for paragraph in cleaned.paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    for sentence in split_sentences(cleaned.text):
        line = body[bisect_right(starts, sentence.start) - 1]
        told.append(_told(line.number, line.role, sentence, claims))
    texts = {sentence.text for sentence in told}
    for line in cleaned.lines:
        if line.role == "headline":
            told += _told_alone(line.number, "headline", cleaned.headline or "", set())
        elif line.role == "caption":
            told += _told_alone(line.number, "caption", line.text, texts)
    return Story(tuple(sorted(told, key=lambda one: one.line)), printed_day(cleaned))


def printed_day(cleaned: CleanArticle) -> Place | None:
    r"""Return the line in which a page prints its day with the year; of two days the later one.

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> from copydesk.cleaning import clean
    >>> page = "Storm hurts 14\n\nPublished: 3 May 2024\n\nA storm hurt 14 people, police said."
    >>> printed_day(clean(read_article(page))).value
    '2024-05-03'
    """
    datelines = [line for line in cleaned.lines if line.role == "dateline"]
    days = [(line, day) for line in datelines if (day := first_date(line.text))]
    dated = [Place(line.number, line.text.strip(), day.isoformat()) for line, day in days]
    return max(dated, key=lambda place: str(place.value), default=None)


def _told_alone(number: int, role: str, text: str, known: set[str]) -> Iterator[Told]:
    """Read a line that stands outside the clean text."""
    claims = find_claims(text)
    for sentence in split_sentences(text):
        if sentence.text not in known:
            yield _told(number, role, sentence, claims)


def _told(line: int, role: str, sentence: Sentence, claims: Sequence[Claim]) -> Told:
    own = [claim for claim in claims if sentence.start <= claim.span[0] < sentence.end]
    figures = []
    for number in _numbers(sentence.text):
        place = sentence.start + number.start
        hedge, low, high = _rounding(number, sentence.text)
        figures.append(
            Figure(
                f"{hedge} {number.text}".strip(),
                number.value,
                low,
                max(high, number.high or 0),
                number.unit,
                number.start - (len(hedge) + 1 if hedge else 0),
                number.end,
                next((one for one in own if one.span[0] <= place < one.span[1]), None),
            )
        )
    return Told(line, role, sentence.text, tuple(figures))


def _numbers(sentence: str) -> Iterator[Number]:
    """Yield the numbers; "fell by 15 per cent to 170" is a change and a level, and no range."""
    for number in find_numbers(sentence):
        halves = _CHANGE_AND_LEVEL.fullmatch(number.text)
        if halves is None:
            yield number
            continue
        for half in (1, 2):
            start = number.start + halves.start(half)
            for one in find_numbers(halves[half]):
                yield replace(one, start=start + one.start, end=start + one.end)


def _rounding(number: Number, sentence: str) -> tuple[str, float, float]:
    """Return the hedge, and the lowest and highest exact figure that could be printed like this."""
    value = number.value
    half = number.step / 2 if number.step != 1 else 0.0
    if number.unit == "percent" and not any(mark.isdigit() for mark in number.text):
        half = value * NEAR  # "half", "a third"
    ends = {
        "near": (value * (1 - NEAR), value * (1 + NEAR)),
        "floor": (value - half, float("inf")),
        "ceiling": (0.0, value + half),
    }
    before = sentence[max(0, number.start - _REACH) : number.start]
    for sense, (low, high) in ends.items():
        hedge = re.search(senses()[sense] + r"(?= $)", before, re.IGNORECASE)
        if hedge:
            return hedge.group(), low, high
    return "", value - half, value + half

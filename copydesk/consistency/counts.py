"""One count printed twice, and a record beside the figures that it is a record of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from copydesk.claims import Claim
from copydesk.consistency.check import Check, Judged, pattern
from copydesk.consistency.story import Figure, Passage, Told
from copydesk.consistency.words import senses
from copydesk.language.number_words import values

SHARED = 2
"""Words that a display line and a sentence must have in common, besides what is counted."""
LARGE = 100
"""Two figures that are so large and equal are one count, whatever the other words."""
HALF = 0.5
"""Share of its words that a display line has in common with the sentence that it contradicts."""
NEARLY_ALL_WORDS = 0.75
"""Share of its words that a sentence has in common with one that says the same again."""
AGAIN = 5
"""And how many words these are at least."""
CLOSE = 1.25
""""At least 26" says the same as 31, and "at least 7" does not say the same as 26."""
APART = 5
"""Two figures of which one is more than so many times the other are of two things."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STEM = 5


@lru_cache(maxsize=2000)
def stems(text: str) -> frozenset[str]:
    """Return the first letters of the longer words of a text: enough to see a shared subject.

    Examples
    --------
    >>> sorted(stems("Buses crashed") & stems("A bus crash; the buses were new."))
    ['buses', 'crash']
    """
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text))


def compatible(first: str | None, second: str | None) -> bool:
    """Say whether two printed parts can name one thing: one is missing, or holds the other."""
    if not first or not second:
        return True
    return first.lower() in second.lower() or second.lower() in first.lower()


def same_count(first: Claim, second: Claim) -> bool:
    """Say whether two claims can be one count: measure, unit, place, period and source allow it."""
    return (first.measure, first.unit) == (second.measure, second.unit) and all(
        compatible(getattr(first, part), getattr(second, part))
        for part in ("place", "period", "source")
    )


def overlap(first: Figure, second: Figure) -> bool:
    """Say whether two figures can be printed of one exact count."""
    return first.low <= second.high and second.low <= first.high


def _under(passage: Passage) -> list[Told]:
    """Return the sentences of the text that a display line sums up."""
    told = passage.story.told
    places = range(len(told))
    if passage.sentence.role == "subheading":
        below = range(passage.number + 1, len(told))
        ends = (place for place in below if told[place].role == "subheading")
        places = range(passage.number + 1, next(ends, len(told)))
    return [told[place] for place in places if not passage.story.is_display(place)]


def _moves(told: Told) -> bool:
    """Say whether a sentence tells of a figure that has changed since."""
    return re.search(senses()["moved"], told.text, re.IGNORECASE) is not None


def _display(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    told, one = passage.figures[int(match[1])]
    if (
        told is not passage.sentence
        or not one.claim
        or not passage.story.is_display(passage.number)
    ):
        return
    subject = stems(told.text) - stems(one.claim.text)
    alike = [
        (other_told, other, len(subject & stems(other_told.text)))
        for other_told in _under(passage)
        for other in other_told.figures
        if other.claim and same_count(one.claim, other.claim)
    ]
    near = [
        (other_told, other)
        for other_told, other, shared in alike
        if shared >= SHARED or one.value == other.value >= LARGE
    ]
    same = [
        (other_told, other)
        for other_told, other, shared in alike
        if shared >= max(SHARED, len(subject) * HALF)
    ]
    yield from _judge(told, one, near, same)


def _again(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    told, one = passage.figures[int(match[1])]
    if told is not passage.sentence or not one.claim or passage.story.is_display(passage.number):
        return
    for place, earlier in enumerate(passage.story.told[: passage.number]):
        if passage.story.is_display(place) or not _says_the_same(earlier.text, told.text):
            continue
        alike = [
            (earlier, other)
            for other in earlier.figures
            if other.claim and same_count(one.claim, other.claim)
        ]
        rivals = [other for other in told.figures if other.measure == one.measure]
        for judged in _judge(told, one, alike, alike if len(rivals) == 1 else []):
            yield Judged(judged.second, judged.first, judged.agrees, judged.words[::-1])
        return


def _says_the_same(first: str, second: str) -> bool:
    """Say whether two sentences share nearly all words and all names, and are not one."""
    words, others = stems(first), stems(second)
    enough = max(AGAIN, NEARLY_ALL_WORDS * max(len(words), len(others)))
    return first != second and len(words & others) >= enough and _names(first) == _names(second)


def _names(text: str) -> frozenset[str]:
    """Return the words with a capital inside a sentence: who and where."""
    return frozenset(re.findall(r"(?<!^)\b[A-Z]\w{2,}", text))


def _judge(
    told: Told, one: Figure, near: list[tuple[Told, Figure]], same: list[tuple[Told, Figure]]
) -> Iterator[Judged]:
    """Judge a figure beside those that may be the same count.

    One of ``near`` that fits is enough. Without it, the only figure of ``same`` does not fit.
    """
    fitting = [(place, other) for place, other in near if overlap(one, other)]
    close = [(place, other) for place, other in fitting if _within(one, other, CLOSE)]
    same = [(place, other) for place, other in same if _within(one, other, APART)]
    values = {other.value for _, other in same}
    if not close and (fitting or len(values) != 1 or _of_another_time(told, same)):
        return
    other_told, other = (close or same)[0]
    yield Judged(
        told.place(one.value), other_told.place(other.value), bool(close), (one.text, other.text)
    )


def _within(first: Figure, second: Figure, times: float) -> bool:
    """Say whether neither of two figures is more than so many times the other."""
    return max(first.value, second.value) <= times * min(first.value, second.value)


def _of_another_time(told: Told, same: list[tuple[Told, Figure]]) -> bool:
    """Say whether one of the sentences gives a year that the other does not, or a change."""
    years = set(_YEAR.findall(told.text))
    return _moves(told) or any(
        _moves(other) or set(_YEAR.findall(other.text)) != years for other, _ in same
    )


_SPAN = re.compile(
    r"\b(?P<many>\w+)-year (?:high|record|low)\b|\bin (?P<years>\w+) years\b"
    r"|\bin a (?P<decade>decade)\b|\bsince (?P<since>(?:19|20)\d\d)\b"
    r"|\b(?P<ever>ever|on record|in (?:its|the) history)\b"
)


def _first_year(span: re.Match[str], year: int) -> int | None:
    """Return the first year that a record reaches back to."""
    if span["since"]:
        return int(span["since"])
    if span["ever"]:
        return 0
    many = "ten" if span["decade"] else (span["many"] or span["years"]).lower()
    length = int(many) if many.isdigit() else values("number").get(many)
    return None if length is None else year - int(length) + 1


def _year(claim: Claim) -> int | None:
    """Return the one year of a claim."""
    years = set(_YEAR.findall(claim.period or ""))
    return int(years.pop()) if len(years) == 1 else None


def _dated(told: Told) -> Iterator[tuple[Figure, Claim, int]]:
    """Yield the counts of a sentence whose year is known."""
    for one in told.figures:
        if one.claim and one.unit != "percent" and (year := _year(one.claim)):
            yield one, one.claim, year


def _record(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    told = passage.sentence
    span, best = _SPAN.search(told.text), next(_dated(told), None)
    if span is None or best is None:
        return
    one, claim, year = best
    first = _first_year(span, year)
    others = [
        (other_told, other, other_year)
        for other_told in passage.story.told
        for other, other_claim, other_year in _dated(other_told)
        if (other_claim.measure, other_claim.unit) == (claim.measure, claim.unit)
        if compatible(claim.place, other_claim.place)
        if compatible(claim.source, other_claim.source)
        if first is not None and first <= other_year < year
    ]
    if not others:
        return
    lowest = re.fullmatch(senses()["lowest"], match.group(), re.IGNORECASE) is not None
    rank = -1 if lowest else 1
    other_told, other, other_year = max(others, key=lambda row: rank * row[1].value)
    yield Judged(
        told.place(one.value),
        other_told.place(other.value),
        rank * one.value >= rank * other.value,
        (one.text, str(year), span.group(), other.text, str(other_year)),
    )


_same = partial(
    Check,
    gives="same count",
    because="{0} and {1} are printed for what reads as one count.",
    pattern=re.compile(r"⟨[np](\d+)⟩"),
    settles="Ask which count is the latest, and print that one in both places.",
)


@cache
def counts() -> tuple[Check, ...]:
    """Return the checks of one count in two places, and of records."""
    return (
        _same(
            "a headline, a caption or a list beside the text",
            examples=(
                "= Ferry fire injures 14\nBy Ana Example\nAt least 14 people were injured when a "
                "ferry caught fire in the harbour on Monday, police said.",
                "≠ Ferry fire injures 14\nBy Ana Example\nSome 23 people were injured when a "
                "ferry caught fire in the harbour on Monday, police said.",
            ),
            leaves_alone=(
                "Ferry fire injures 14\nBy Ana Example\nThe harbour has seen such a fire before: "
                "in 2011, 23 people were injured when a ferry caught fire there.",
            ),
            judge=_display,
        ),
        _same(
            "a sentence that says the same again",
            examples=(
                "= Police said that the fire in the harbour injured 14 sailors. It burned all "
                "night. The fire in the harbour injured 14 sailors, police said again.",
                "≠ Police said that the fire in the harbour injured 14 sailors. It burned all "
                "night. The fire in the harbour injured 41 sailors, police said again.",
            ),
            leaves_alone=(
                "Police said that the fire in the harbour injured 14 sailors. It burned all night. "
                "The fire in the harbour injured 41 sailors, police said later.",
            ),
            judge=_again,
        ),
        Check(
            "a record beside other years",
            "record",
            '{0} in {1} is called a record ("{2}"); {3} is given for {4}.',
            examples=(
                "= The port had 300 thefts in 2021, the highest number in ten years. "
                "In 2018 it had 290 thefts.",
                "≠ The port had 300 thefts in 2021, the highest number in ten years. "
                "In 2018 it had 390 thefts.",
                "≠ The port had 300 thefts in 2021, a ten-year low. In 2018 it had 290 thefts.",
                "≠ The port had 300 thefts in 2021, the highest number since 2015. "
                "In 2018 it had 390 thefts.",
                "≠ The port had 300 thefts in 2021, the highest number on record. "
                "In 1988 it had 390 thefts.",
            ),
            leaves_alone=(
                "The port had 300 thefts in 2021, the highest number in three years. "
                "In 2018 it had 390 thefts.",
                "The port had 300 thefts in 2021, the highest number in ten years. "
                "In 2018 it had 390 visitors.",
            ),
            pattern=pattern(r"{highest}|{lowest}"),
            judge=_record,
            settles="Ask for the whole series, counted by one body in one way.",
        ),
    )

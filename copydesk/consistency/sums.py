"""Parts against their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from copydesk.consistency.check import Check, Judged, figure, number, pattern
from copydesk.consistency.story import Figure, Passage, Told

NEARLY_ALL = 0.8
"""Parts below this share of the total may be a list of some parts; then nothing is said."""

BACK = 3
"""Sentences that "another five" may be away from the total that it is a part of."""

_MORE = re.compile(r"\b(?:an?|another|other|several|some) [a-z]")
_MARK = re.compile(r"⟨n(\d+)⟩")


def _sum(
    parts: Sequence[Figure],
    told_parts: Told,
    total: Figure,
    told_total: Told,
    whole_list: bool,
    ones: int = 0,
) -> Iterator[Judged]:
    """Judge parts against a total; a list that may not name all parts is only found to fit."""
    if len(parts) + ones < 2 or any(part.unit != total.unit for part in parts):
        return
    bounds = [(one.low, one.high) for one in parts]
    worked = sum(part.value for part in parts) + ones
    low, high = (ones + sum(ends) for ends in zip(*bounds, strict=True))
    agrees = low <= total.high and total.low <= high
    near = NEARLY_ALL * total.value <= worked <= total.value / NEARLY_ALL
    if not near or not (agrees or whole_list):
        return
    added = " + ".join([part.text for part in parts] + ["one"] * ones)
    yield Judged(
        told_parts.place(worked),
        told_total.place(total.value),
        agrees,
        (added, number(worked), total.text),
    )


def _listed(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge the figures of a list against the figure in front of it or behind it.

    "One" is no number for the reader of numbers; here it may be a part. A list with "a child" or
    "others" in it may be longer than its figures.
    """
    told, total = figure(passage, match, "total")
    parts = [passage.figures[int(place)][1] for place in _MARK.findall(match["list"])]
    ones = len(re.findall(r"\bone\b", match["list"]))
    whole_list = "open" not in match.groupdict() and not _MORE.search(match["list"])
    without = list(_sum(parts, told, total, told, whole_list))
    with_ones = list(_sum(parts, told, total, told, whole_list, ones)) if ones else without
    yield from with_ones if any(judged.agrees for judged in with_ones) else without


def _brought_together(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge a figure that is called a total against the figures of the same thing before it."""
    told, total = figure(passage, match, "total")
    same = [
        (place, one)
        for place, one in passage.figures
        if one is not total and one.measure and one.measure == total.measure
    ]
    parts = [one for _, one in same]
    if same:
        yield from _sum(parts, same[0][0], total, told, True)


def _named_before(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge the parts of "the incidents" against the count of incidents that came before."""
    noun = match["noun"].lower()
    parts = [passage.figures[int(place)][1] for place in _MARK.findall(match["list"])]
    wholes = [
        (told, one)
        for told in passage.story.told[: passage.number]
        for one in told.figures
        if one.claim and re.search(rf"\b{noun}\b", one.claim.text.lower())
    ]
    sources = {part.claim.source for part in parts if part.claim}
    if len({one.value for _, one in wholes}) > 1:
        wholes = [(told, one) for told, one in wholes if one.claim and one.claim.source in sources]
    if wholes:
        told, total = wholes[-1]
        yield from _sum(parts, passage.sentence, total, told, True)


def _another(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge "another five" and the figure before it against a total some sentences back."""
    place = int(match["part"])
    if not place:
        return
    (told, first), (_, second) = passage.figures[place - 1], passage.figures[place]
    for told_total in passage.story.told[max(0, passage.number - BACK) : passage.number]:
        for total in told_total.figures:
            if first.measure == second.measure == total.measure and first is not total:
                yield from _sum((first, second), told, total, told_total, whole_list=False)


def _within(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge a part that is larger than what it is said to be a part of."""
    (told, whole), (told_part, part) = (
        figure(passage, match, "whole"),
        figure(passage, match, "part"),
    )
    alike = whole.claim and part.claim and whole.claim.unit in ("people", part.claim.unit)
    if alike and part.low > whole.high:
        yield Judged(
            told_part.place(part.value), told.place(whole.value), False, (part.text, whole.text)
        )


_added = partial(
    Check,
    gives="parts and total",
    because="{0} = {1}; the total is printed as {2}.",
    settles="Ask which count is meant, and whether a part is missing or counted twice.",
)


@cache
def sums() -> tuple[Check, ...]:
    """Return the checks of parts against their total."""
    return (
        _added(
            "a total, a colon, and its parts",
            examples=(
                "= The port had 300 thefts: 180 by day and 120 by night.",
                "≠ The port had 300 thefts: 180 by day and 110 by night.",
            ),
            leaves_alone=(
                "The port had 300 thefts: 40 of bicycles and 30 of phones.",
                "The port had 300 thefts: 180 by day and $120 in cash.",
            ),
            pattern=pattern(
                r"{n:total}{close}: (?P<list>[^⟨⟩¶:;]{0,30}{n}[^¶:]*?(?:and|,) [^¶:]*?{n}[^¶⟨⟩]*)"
            ),
            judge=_listed,
        ),
        _added(
            "of a total, its parts",
            examples=(
                "= Of 300 thefts, 180 were in the harbour or on one of its piers and 120 in town.",
                "≠ Of the 300 thefts, 180 were by day and 110 by night.",
                "≠ Of the 300 thefts, 180 were by day, 20 at noon and the other 90 by night.",
            ),
            leaves_alone=("Of 300 thefts, 180 were by day and 40 at noon.",),
            pattern=pattern(
                r"\bof (?:the |all |its )?{n:total}{close}, (?P<list>{list})(?![^¶]*⟨)"
            ),
            judge=_listed,
        ),
        _added(
            "a total, and of them its parts",
            examples=(
                "≠ The flood hurt eight people, five of them women and two of them children.",
            ),
            leaves_alone=(
                "The flood hurt eight people, two of them women and one of them a child.",
            ),
            pattern=pattern(
                r"{n:total}{close}, "
                r"(?P<list>{n} of (?:them|whom)[^¶:;⟨⟩]*? and {n}(?: of (?:them|whom))?)"
            ),
            judge=_listed,
        ),
        _added(
            "a total, and its parts beside it",
            examples=("= The mayor put the injured at eight, five sailors and three cooks.",),
            leaves_alone=(
                "The mayor put the injured at eight, five more than in May and one less.",
            ),
            pattern=pattern(
                r"(?:^|¶)[^⟨⟩]*{n:total}{close}(?P<open>, )(?P<list>{n} [^¶:;⟨⟩,]{0,30} and {n} )"
            ),
            judge=_listed,
        ),
        _added(
            "parts, then their total",
            examples=(
                "= Storms hurt 412 people in the north and 371 in the south, 783 in all.",
                "≠ Storms hurt 412 people in the north and 371 in the south, 763 in all.",
                "= Police seized 40 rifles, one spear and 25 pistols, 66 weapons in all.",
            ),
            leaves_alone=(
                "Storms hurt 4 people on Monday and 3 on Tuesday, 900 in all this year.",
                "Police seized 40 rifles, a cannon and 25 pistols, 66 weapons in all.",
            ),
            pattern=pattern(r"(?P<list>{list}{gap}), {close}{n:total}(?: \w+)? {total}"),
            judge=_listed,
        ),
        _added(
            "parts, and a total of them",
            examples=(
                "= The clinic took 41 children and 26 adults, for a total of 67 patients.",
                "≠ The clinic took 41 children and 26 adults, a combined 71 patients.",
                "≠ Donors gave $30 million, $20 million and $15 million, a total of $75 million.",
            ),
            leaves_alone=("The clinic took 41 children and 2 dogs, a total of 900 so far.",),
            pattern=pattern(
                r"(?P<list>{list}{close}),? (?:for )?a (?:total of|combined){close} {n:total}"
            ),
            judge=_listed,
        ),
        _added(
            "parts that bring a total to a figure",
            examples=(
                "= Storms hurt 412 people in the north. With 371 people hurt in the south, that "
                "brought the total to close to 800 people hurt.",
                "≠ Storms hurt 412 people in the north. With 371 people hurt in the south, that "
                "brings the total to 900 people hurt.",
            ),
            leaves_alone=(
                "Storms hurt 4 people in the north, bringing the total to 60 people hurt.",
            ),
            pattern=pattern(
                r"\b(?:brought|bringing|brings|making|makes) (?:the |a )?(?:\w+ )?total{gap}"
                r"{n:total}"
            ),
            judge=_brought_together,
        ),
        _added(
            "the parts of a count that was given before",
            examples=(
                "= Harbour police counted 300 thefts in May. It was a warm month. Of the thefts, "
                "180 were by day and 120 by night.",
                "≠ Harbour police counted 300 thefts in May. It was a warm month. Of the thefts, "
                "180 were by day and 110 by night.",
            ),
            leaves_alone=("Of the thefts, 180 were by day and 120 by night.",),
            pattern=pattern(
                r"\bof the (?P<noun>[a-z]+), (?P<list>{n}[^¶:;⟨⟩]*? and [^¶:;⟨⟩]*?{n})(?![^¶]*⟨)"
            ),
            judge=_named_before,
        ),
        _added(
            "a figure, and another",
            examples=(
                "= In all, 31 sailors were injured, the town said. The fire injured 26 sailors. "
                "Another five sailors were injured on shore.",
            ),
            leaves_alone=(
                "The fire injured 26 sailors, the town said. Another five sailors were injured.",
            ),
            pattern=pattern(r"\banother {n:part}"),
            judge=_another,
        ),
        Check(
            "a part larger than its whole",
            "parts and total",
            "{0} cannot be a part of {1}.",
            examples=(
                "≠ The flood hurt seven people, including nine teenagers.",
                "≠ The flood hurt seven people, of whom nine were children.",
            ),
            leaves_alone=("The flood hurt seven people, including two children.",),
            pattern=pattern(
                r"{n:whole}{close},? (?:including|among them|of which|of whom) {n:part}"
            ),
            judge=_within,
            settles="Ask which of the two figures is right, and who is counted in each.",
        ),
    )

"""A rise or a fall against its two levels, and a rate against its count and its people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from copydesk.consistency.check import (
    Check,
    Judged,
    comparable,
    figure,
    fits,
    pattern,
    quotients,
    rises,
)
from copydesk.consistency.story import Figure, Passage, Told


def _direction(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    yield from _went(match["word"], figure(passage, match, "base"), figure(passage, match, "level"))


def _from_before(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    """Judge "the number was down from 16" against the last number of the same thing."""
    base = figure(passage, match, "base")
    levels = [
        (told, one)
        for told in passage.story.told[: passage.number]
        for one in told.figures
        if one.measure and one.measure == base[1].measure
    ]
    if levels:
        yield from _went(match["word"], base, levels[-1])


def _went(
    word: str, from_base: tuple[Told, Figure], to_level: tuple[Told, Figure]
) -> Iterator[Judged]:
    """Judge a word such as "rose" against the two levels."""
    (told, base), (told_level, level) = from_base, to_level
    if not comparable(base, level) or base.value == level.value:
        return
    agrees = rises(word) == (level.value > base.value)
    went = "rise" if level.value > base.value else "fall"
    yield Judged(
        told.place(base.value),
        told_level.place(level.value),
        agrees,
        (base.text, level.text, went, word),
    )


_POPULATION = re.compile(
    r"population of[^⟨⟩¶;]{0,16}⟨n(\d+)⟩"
    r"|(?<!for every )(?<!per )⟨n(\d+)⟩ (?:people|inhabitants|residents)"
)


def _rate(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    told, rate = figure(passage, match, "rate")
    _, per = figure(passage, match, "per")
    used = {int(match["rate"]), int(match["per"])}
    people = {int(one[1] or one[2]) for one in _POPULATION.finditer(str(passage))} - used
    counts = {
        place
        for place, (_, one) in enumerate(passage.figures)
        if not one.unit and one.claim and place not in used | people
    }
    if len(people) != 1 or len(counts) != 1:
        return
    (_, population), (told_count, count) = (
        passage.figures[people.pop()],
        passage.figures[counts.pop()],
    )
    if count.value >= population.value:
        return
    ends = [times * per.value for times in quotients(count, population)]
    worked = round(count.value / population.value * per.value, 2)
    yield Judged(
        told_count.place(worked),
        told.place(rate.value),
        fits(min(ends), max(ends), rate),
        (count.text, population.text, f"{worked:g}", per.text, rate.text),
    )


_up_or_down = partial(
    Check,
    gives="direction",
    because='From {0} to {1} is a {2}; the sentence says "{3}".',
    judge=_direction,
    settles="Ask which figure is the earlier one, or whether the verb is wrong.",
)


@cache
def levels() -> tuple[Check, ...]:
    """Return the checks of words such as "rose", and of rates."""
    return (
        _up_or_down(
            "from one level to another",
            examples=(
                "= Thefts in the port fell from 400 in May to 300 in June.",
                "≠ Thefts in the port rose from 400 in May to 300 in June.",
                "≠ The share of thefts fell from 6.1 per cent in May to 6.4 per cent in June.",
            ),
            leaves_alone=(
                "Exports fell from 4.3 to 4.1 million tonnes.",
                "The price rose from $400 to 300 euros.",
            ),
            pattern=pattern(
                r"(?P<word>{moved_by}){close} from {either:base}{gap} to {either:level}"
            ),
        ),
        _up_or_down(
            "to one level from another",
            examples=(
                "= Thefts in the port rose to 400 in June from 300 in May.",
                "≠ Thefts in the port fell to 400 in June from 300 in May.",
            ),
            leaves_alone=("Thefts fell to 400 in June. The port bought 300 locks from abroad.",),
            pattern=pattern(
                r"(?P<word>{moved_by}){close} to {either:level}{gap}(?:from|{than}) {either:base}"
            ),
        ),
        _up_or_down(
            "a level, up or down from another",
            examples=(
                "= The port had 300 thefts in May, up from 200 in April.",
                "≠ The port had 200 thefts in May, up from 300 in April.",
            ),
            leaves_alone=("The port had 200 thefts in May. Prices were up from 100 dollars.",),
            pattern=pattern(r"{either:level}{gap}, (?P<word>{moved_by}) from {either:base}"),
        ),
        _up_or_down(
            "a number that is up or down from another",
            examples=(
                "= The mud buried 13 people, who are missing. Rain fell. The number of missing "
                "people was down from 16.",
                "≠ The mud buried 16 people, who are missing. Rain fell. The number of missing "
                "people was down from 13.",
            ),
            leaves_alone=("The mud buried 16 people. The number of missing cows was up from 13.",),
            pattern=pattern(
                r"\bthe (?:number|toll|count|total){close} (?P<word>{moved_by}) from {either:base}"
            ),
            judge=_from_before,
        ),
        Check(
            "a rate, its count and its population",
            "rate",
            "{0} for {1} people is {2} for every {3}; {4} is printed.",
            examples=(
                "= The city of 2 million people had 50 murders last year, 2.5 for every 100,000.",
                "≠ The city of 2 million people had 50 murders last year, 4.5 per 100,000.",
            ),
            leaves_alone=(
                "The city of 2 million people had 50 murders and 70 fires, 2.5 per 100,000.",
            ),
            pattern=pattern(r"{n:rate}{close} (?:per|for every|in every|for each) {n:per}"),
            judge=_rate,
            settles="Ask which people are counted below the line, and in which year.",
        ),
    )

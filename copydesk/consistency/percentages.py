"""A percentage against the two numbers that it comes from."""

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
    number,
    pattern,
    quotients,
    rises,
)
from copydesk.consistency.story import Passage


def _change(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (told, base), (_, level) = figure(passage, match, "base"), figure(passage, match, "level")
    told_change, change = figure(passage, match, "change")
    if not comparable(base, level) or base.unit == "percent":
        return
    ends = [(times - 1) * 100 for times in quotients(level, base)]
    worked = (level.value / base.value - 1) * 100
    low, high = min(map(abs, ends)), max(map(abs, ends))
    agrees = fits(low, high, change) and rises(match["word"]) == (worked > 0)
    shown = number(round(abs(worked), 1))
    yield Judged(
        told.place(round(abs(worked), 1)),
        told_change.place(change.value),
        agrees,
        (
            base.text,
            level.text,
            shown,
            "rise" if worked > 0 else "fall",
            match["word"],
            change.text,
        ),
    )


def _share(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (told, part), (_, whole) = figure(passage, match, "part"), figure(passage, match, "whole")
    told_share, share = figure(passage, match, "share")
    if part.unit != whole.unit or not whole.value or part.value > whole.value:
        return
    ends = [times * 100 for times in quotients(part, whole)]
    worked = round(part.value / whole.value * 100, 1)
    yield Judged(
        told.place(worked),
        told_share.place(share.value),
        fits(min(ends), max(ends), share),
        (part.text, whole.text, number(worked), share.text),
    )


_percentage = partial(
    Check,
    gives="percentage",
    because='From {0} to {1} is a {3} of {2} per cent; the story says "{4}" and {5}.',
    judge=_change,
    settles="Ask for the two counts, and for the year that the percentage starts from.",
)
_part_of = partial(
    Check,
    gives="percentage",
    because="{0} of {1} is {2} per cent; {3} is printed.",
    judge=_share,
    settles="Ask for the two counts: one of the three figures is of something else.",
)


@cache
def percentages() -> tuple[Check, ...]:
    """Return the checks of a change and its two levels, and of a share and its part and whole."""
    return (
        _percentage(
            "two levels, then the change",
            examples=(
                "= Thefts in the port went from 400 to 300, a fall of 25 per cent.",
                "≠ Thefts in the port went from 400 to 300, a fall of 33 per cent.",
            ),
            leaves_alone=("Thefts went from 400 to 300, and the port is 33 per cent larger.",),
            pattern=pattern(r"from {n:base}{gap} to {n:level}{gap}{change}"),
        ),
        _percentage(
            "the change, then two levels",
            examples=(
                "= Thefts rose by 50 per cent, from 200 to 300.",
                "≠ Thefts rose by 30 per cent, from 200 to 300.",
                "≠ Thefts fell by 50 per cent, from 200 to 300.",
            ),
            leaves_alone=("Thefts rose by 30 per cent in a port that runs from pier 2 to pier 3.",),
            pattern=pattern(r"{change}{gap}\bfrom {n:base}{gap} to {n:level}"),
        ),
        _percentage(
            "the change, the level, and what it is compared with",
            examples=(
                "= Sales rose 50 per cent to $300, compared with $200 a year before.",
                "≠ Sales rose 30 per cent to $300, compared with $200 a year before.",
                "≠ Thefts fell by 15 per cent to 170, compared with 180 a year before.",
                "≠ Sales were up 30 per cent on the year before, at $300 against $200.",
            ),
            leaves_alone=("Sales rose 30 per cent to $300, and the guards cost $200.",),
            pattern=pattern(
                r"{change}{gap} (?:to|at) {n:level}{gap}"
                r"{than} {n:base}"
            ),
        ),
        _percentage(
            "the level, then the change from a base",
            examples=(
                "= The port had 300 thefts, up 50 per cent from 200 the year before.",
                "≠ The port had 300 thefts, up 30 per cent from 200 the year before.",
            ),
            leaves_alone=("The port had 300 thefts, up 30 per cent, and 200 arrests.",),
            pattern=pattern(r"{n:level}{gap}{change}{gap}{than} {n:base}"),
        ),
        _percentage(
            "the level, its base, then the change",
            examples=(
                "= The port had 300 thefts, up from 200, a rise of 50 per cent.",
                "≠ The port had 300 thefts, up from 200, a rise of 30 per cent.",
            ),
            leaves_alone=("The port had 300 thefts, up from 200, and 30 per cent were solved.",),
            pattern=pattern(r"{n:level}{gap}{moved_by} from {n:base}{gap}{change}"),
        ),
        _percentage(
            "two years, then the change",
            examples=(
                "= The port had 200 thefts in 2021 and 300 in 2022: up 50 per cent.",
                "≠ The port had 200 thefts in 2021 and 300 in 2022: up 30 per cent.",
            ),
            leaves_alone=(
                "The port had 200 thefts in 2021 and 300 crimes: theft is up 30 per cent.",
            ),
            pattern=pattern(
                r"{n:base}{close} in (?:19|20)\d\d,? and {n:level}{close} in (?:19|20)\d\d"
                r"[,:–—]+ {change}"
            ),
        ),
        _percentage(
            "a price, and how much is taken off another",
            examples=(
                "= The ferry ticket costs $30, which is 25 per cent off the usual $40.",
                "≠ The ferry ticket costs $30, which is 35 per cent off the usual $40.",
            ),
            leaves_alone=("The ticket costs $30, and 35 per cent of $40 goes to the town.",),
            pattern=pattern(r"{n:level}{gap}{p:change} (?P<word>off){close} {n:base}"),
        ),
        _part_of(
            "a part of a whole, with its share",
            examples=(
                "= The court heard 60 of the 300 cases, or 20 per cent.",
                "≠ The court heard 60 of the 300 cases, or 30 per cent.",
                "≠ The court heard 60 of its 300 cases, 30 per cent, in May.",
            ),
            leaves_alone=("The court heard 60 of the 300 cases. Or 30 per cent more than in May.",),
            pattern=pattern(
                r"{n:part}{close} of (?:the |its )?{n:whole}{close}"
                r"(?:(?:, or | \(){close}|, (?=⟨p\d+⟩,)){p:share}"
            ),
        ),
        _part_of(
            "of a whole, a part with its share",
            examples=(
                "= Of 300 thefts, 150 (50 per cent) were solved.",
                "≠ Of the 300 thefts, 150, or 40 per cent, were solved.",
            ),
            leaves_alone=("Of 300 thefts, 60 were solved, and trust fell by 30 per cent.",),
            pattern=pattern(
                r"\bof (?:the |its )?{n:whole}{gap}, {n:part}{close}(?:, or | \(){close}{p:share}"
            ),
        ),
        _part_of(
            "a share, or a part of a whole",
            examples=(
                "= The court heard 20 per cent of the cases, or 60 of 300.",
                "≠ The court heard 30 per cent of the cases, or 60 of 300.",
                "≠ The court was quick with 30 per cent: 60 of 300 cases.",
            ),
            leaves_alone=("The court heard 30 per cent of the cases, and 60 of 300 chairs broke.",),
            pattern=pattern(
                r"{p:share}{gap}(?:, or |: |\(){close}{n:part}{close} of (?:the )?{n:whole}"
            ),
        ),
        _part_of(
            "a share of a whole, or a part",
            examples=(
                "= Half of the 300 cases, or 150, were heard.",
                "≠ Some 40 per cent of the 300 cases, or 60, were heard.",
            ),
            leaves_alone=("Half of the 300 cases, 60 of them old, were heard.",),
            pattern=pattern(r"{p:share} of (?:the |its )?{n:whole}{close}, or {n:part}"),
        ),
    )

"""Figures that one sentence ties together: a change and its two levels, a share, a rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from copydesk.consistency.check import Check, Judged, figure, number, pattern
from copydesk.consistency.story import Figure, Passage, Told
from copydesk.consistency.words import senses

BORROWED = 1000
""""From 4.1 to 4.3 million": the scale is said once where one figure is so many times the other."""


def fits(low: float, high: float, printed: Figure) -> bool:
    """Say whether a printed percentage or rate is one of the values from ``low`` to ``high``.

    A newsroom may round up or down, so the last printed digit may be one off.
    """
    decimals = len("".join(re.findall(r"\.(\d+)", printed.text)))
    slack: float = 10.0**-decimals
    return printed.low - slack < high and low < printed.high + slack


def _comparable(base: Figure, level: Figure) -> bool:
    """Say whether two figures can be levels of one thing."""
    if base.unit != level.unit or not base.value or not level.value:
        return False
    large, small = max(base.value, level.value), min(base.value, level.value)
    return large < BORROWED * small


def _change(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (told, base), (_, level) = figure(passage, match, "base"), figure(passage, match, "level")
    told_change, change = figure(passage, match, "change")
    if not _comparable(base, level) or base.unit == "percent":
        return
    ends = [(one / other - 1) * 100 for one, other in _ends(level, base)]
    worked = (level.value / base.value - 1) * 100
    low, high = min(map(abs, ends)), max(map(abs, ends))
    agrees = fits(low, high, change)
    shown = number(round(abs(worked), 1))
    yield Judged(
        told.place(round(abs(worked), 1)),
        told_change.place(change.value),
        agrees,
        (base.text, level.text, shown, "rise" if worked > 0 else "fall", change.text),
    )


def _ends(above: Figure, below: Figure) -> list[tuple[float, float]]:
    """Return the ends of a quotient of two figures, without those that print leaves open."""
    tops = [end for end in (above.low, above.high) if 0 < end < float("inf")]
    feet = [end for end in (below.low, below.high) if 0 < end < float("inf")]
    return [(top, foot) for top in tops for foot in feet]


def _share(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    (told, part), (_, whole) = figure(passage, match, "part"), figure(passage, match, "whole")
    told_share, share = figure(passage, match, "share")
    if part.unit != whole.unit or not whole.value or part.value > whole.value:
        return
    ends = [top / foot * 100 for top, foot in _ends(part, whole)]
    worked = round(part.value / whole.value * 100, 1)
    yield Judged(
        told.place(worked),
        told_share.place(share.value),
        fits(min(ends), max(ends), share),
        (part.text, whole.text, number(worked), share.text),
    )


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
    if not _comparable(base, level) or base.value == level.value:
        return
    rises = re.fullmatch(senses()["up"], word, re.IGNORECASE) is not None
    agrees = rises == (level.value > base.value)
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
    ends = [top / foot * per.value for top, foot in _ends(count, population)]
    worked = round(count.value / population.value * per.value, 2)
    yield Judged(
        told_count.place(worked),
        told.place(rate.value),
        fits(min(ends), max(ends), rate),
        (count.text, population.text, f"{worked:g}", per.text, rate.text),
    )


_percentage = partial(
    Check,
    gives="percentage",
    because="From {0} to {1} is a {3} of {2} per cent; {4} is printed.",
    judge=_change,
    settles="Ask for the two counts, and for the year that the percentage starts from.",
)
_up_or_down = partial(
    Check,
    gives="direction",
    because='From {0} to {1} is a {2}; the sentence says "{3}".',
    judge=_direction,
    settles="Ask which figure is the earlier one, or whether the verb is wrong.",
)
_part_of = partial(
    Check,
    gives="percentage",
    because="{0} of {1} is {2} per cent; {3} is printed.",
    judge=_share,
    settles="Ask for the two counts: one of the three figures is of something else.",
)


@cache
def relations() -> tuple[Check, ...]:
    """Return the checks of figures that one sentence, or two, tie together."""
    return (
        _percentage(
            "two levels, then the change",
            examples=(
                "= Thefts in the port went from 400 to 300, a fall of 25 per cent.",
                "≠ Thefts in the port went from 400 to 300, a fall of 33 per cent.",
            ),
            leaves_alone=("Thefts went from 400 to 300, and the port is 33 per cent larger.",),
            pattern=pattern(
                r"from {n:base}{gap} to {n:level}{gap}{moved_by}(?: of| by)?{close}{p:change}"
            ),
        ),
        _percentage(
            "the change, then two levels",
            examples=(
                "= Thefts rose by 50 per cent, from 200 to 300.",
                "≠ Thefts rose by 30 per cent, from 200 to 300.",
            ),
            leaves_alone=("Thefts rose by 30 per cent in a port that runs from pier 2 to pier 3.",),
            pattern=pattern(
                r"{moved_by}(?: of| by)?{close}{p:change}{gap}\bfrom {n:base}{gap} to {n:level}"
            ),
        ),
        _percentage(
            "the change, the level, and what it is compared with",
            examples=(
                "= Sales rose 50 per cent to $300, compared with $200 a year before.",
                "≠ Sales rose 30 per cent to $300, compared with $200 a year before.",
            ),
            leaves_alone=("Sales rose 30 per cent to $300, and the guards cost $200.",),
            pattern=pattern(
                r"{moved_by}(?: of| by)?{close}{p:change}{gap} to {n:level}{gap}{than} {n:base}"
            ),
        ),
        _percentage(
            "the level, then the change from a base",
            examples=(
                "= The port had 300 thefts, up 50 per cent from 200 the year before.",
                "≠ The port had 300 thefts, up 30 per cent from 200 the year before.",
            ),
            leaves_alone=("The port had 300 thefts, up 30 per cent, and 200 arrests.",),
            pattern=pattern(
                r"{n:level}{gap}{moved_by}(?: of| by)?{close}{p:change}{gap}{than} {n:base}"
            ),
        ),
        _percentage(
            "the level, its base, then the change",
            examples=(
                "= The port had 300 thefts, up from 200, a rise of 50 per cent.",
                "≠ The port had 300 thefts, up from 200, a rise of 30 per cent.",
            ),
            leaves_alone=("The port had 300 thefts, up from 200, and 30 per cent were solved.",),
            pattern=pattern(
                r"{n:level}{gap}{moved_by} from {n:base}{gap}{moved_by}(?: of| by)?{close}"
                r"{p:change}"
            ),
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
                r"[,:–—]+ {moved_by}(?: of| by)?{close}{p:change}"
            ),
        ),
        _percentage(
            "a price, and how much is taken off another",
            examples=(
                "= The ferry ticket costs $30, which is 25 per cent off the usual $40.",
                "≠ The ferry ticket costs $30, which is 35 per cent off the usual $40.",
            ),
            leaves_alone=("The ticket costs $30, and 35 per cent of $40 goes to the town.",),
            pattern=pattern(r"{n:level}{gap}{p:change} off{close} {n:base}"),
        ),
        _up_or_down(
            "from one level to another",
            examples=(
                "= Thefts in the port fell from 400 in May to 300 in June.",
                "≠ Thefts in the port rose from 400 in May to 300 in June.",
            ),
            leaves_alone=(
                "Exports fell from 4.3 to 4.1 million tonnes.",
                "The price rose from $400 to 300 euros.",
            ),
            pattern=pattern(r"(?P<word>{moved_by}){close} from {n:base}{gap} to {n:level}"),
        ),
        _up_or_down(
            "to one level from another",
            examples=(
                "= Thefts in the port rose to 400 in June from 300 in May.",
                "≠ Thefts in the port fell to 400 in June from 300 in May.",
            ),
            leaves_alone=("Thefts fell to 400 in June. The port bought 300 locks from abroad.",),
            pattern=pattern(
                r"(?P<word>{moved_by}){close} to {n:level}{gap}(?:from|{than}) {n:base}"
            ),
        ),
        _up_or_down(
            "a level, up or down from another",
            examples=(
                "= The port had 300 thefts in May, up from 200 in April.",
                "≠ The port had 200 thefts in May, up from 300 in April.",
            ),
            leaves_alone=("The port had 200 thefts in May. Prices were up from 100 dollars.",),
            pattern=pattern(r"{n:level}{gap}, (?P<word>{moved_by}) from {n:base}"),
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
                r"\bthe (?:number|toll|count|total){close} (?P<word>{moved_by}) from {n:base}"
            ),
            judge=_from_before,
        ),
        _part_of(
            "a part of a whole, with its share",
            examples=(
                "= The court heard 60 of the 300 cases, or 20 per cent.",
                "≠ The court heard 60 of the 300 cases, or 30 per cent.",
            ),
            leaves_alone=("The court heard 60 of the 300 cases. Or 30 per cent more than in May.",),
            pattern=pattern(
                r"{n:part}{close} of (?:the |its )?{n:whole}{close}(?:, or | \(){close}{p:share}"
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
            ),
            leaves_alone=("The court heard 30 per cent of the cases, and 60 of 300 chairs broke.",),
            pattern=pattern(
                r"{p:share}{gap}(?:, or |\(){close}{n:part}{close} (?:out )?of (?:the )?{n:whole}"
            ),
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

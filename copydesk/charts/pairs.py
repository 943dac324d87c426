"""Charts that set two pictures of yearly counts side by side, so that a choice can be seen.

From zero or not, each year or all years so far, one axis or two, a count or a rate, one body or
another.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import accumulate, pairwise

from copydesk.charts.model import (
    BLUE,
    INK,
    VERMILLION,
    Chart,
    chart_style,
    finish,
    new_figure,
    thousands,
    whole_numbers,
)
from copydesk.charts.series import (
    MEASURES,
    YearSeries,
    draw_line,
    ends,
    told_series,
    year_series,
)
from copydesk.charts.text import change, gaps, joined, number
from copydesk.verification.reference import Figure, Reference, load_reference


def axis_pair(series: YearSeries, begins: float) -> Chart:
    """Draw the same bars twice: on an axis from zero, and on one that begins higher up.

    Parameters
    ----------
    series : YearSeries
        Two years or more.
    begins : float
        Where the second axis begins: below the lowest figure.

    Returns
    -------
    Chart
        Its description says how many times as high one bar is drawn as another, on each side.

    Examples
    --------
    >>> pair = axis_pair(year_series("picss-injuries-attacks", first=2023), begins=1280)
    >>> pair.title
    'People injured, 2024: 5 per cent fewer than in 2023. The right axis draws 84 per cent fewer'
    """
    values = series.counts
    (first, old), (last, new) = next(iter(values.items())), list(values.items())[-1]
    drawn = change(old - begins, new - begins).removesuffix(" than")
    title = (
        f"{series.counted.capitalize()}, {last}: {change(old, new)} in {first}. "
        f"The right axis draws {drawn}"
    )
    figure = new_figure(3.4, 2, side_by_side=True)
    with chart_style():
        for axes, bottom in zip(figure.axes, (0, begins), strict=True):
            bars = axes.bar(list(map(str, values)), list(values.values()), color=BLUE)
            axes.bar_label(
                bars, [number(value) for value in values.values()], padding=2, fontsize=9
            )
            top = max(values.values())
            axes.set(xlabel="Year", ylabel=series.label)
            axes.set_ylim(bottom, top + (top - bottom) * 0.1)
            thousands(axes)
            axes.set_title("From zero" if not bottom else f"From {number(bottom)}")
    finish(figure, title, series.source)
    ratio = new / old, (new - begins) / (old - begins)
    description = (
        f"Two bar charts of the same figures: {series.label}. Left, the axis begins at zero, and "
        f"the bar of {last} is {ratio[0]:.2f} times as high as that of {first}. Right, it begins "
        f"at {number(begins)}, and the bar is {ratio[1]:.2f} times as high. {told_series(series)}"
    )
    return Chart(figure, title, description)


def running_total(series: YearSeries) -> Chart:
    """Draw the figures of each year, and beside them the total of all years so far.

    Parameters
    ----------
    series : YearSeries
        Every year of it needs a figure: a total across a gap would be too low.

    Returns
    -------
    Chart

    Raises
    ------
    ValueError
        A year has no figure.

    Examples
    --------
    >>> running_total(year_series("pips-attacks", last=2020)).title
    'PIPS: attacks in Pakistan fell in each of the 7 years after 2013; their sum rose to 4,996'
    """
    values = series.counts
    if len(values) < len(series.years):
        raise ValueError(f"There is no total across a gap. {gaps(list(values))}")
    totals = list(accumulate(values.values()))
    falls = sum(new < old for old, new in pairwise(series.with_gaps))
    later, first = len(values) - 1, min(values)
    fell = f"each of the {later}" if falls == later else f"{falls} of the {later}"
    title = (
        f"{series.tracker}: {series.counted} in {series.country} fell in {fell} years after "
        f"{first}; their sum rose to {number(totals[-1])}"
    )
    figure = new_figure(3.4, 2, side_by_side=True)
    left, right = figure.axes
    with chart_style():
        left.bar(list(values), list(values.values()), color=BLUE)
        left.set(xlabel="Year", ylabel=series.label)
        left.set_title("Each year alone")
        right.bar(list(values), totals, color="white", edgecolor=VERMILLION, hatch="///")
        right.set(xlabel="Year", ylabel=f"{series.counted.capitalize()} since {min(values)}")
        right.set_title(f"All years since {min(values)} together")
        for axes in figure.axes:
            whole_numbers(axes, "x", at_most=4)
            thousands(axes)
    finish(figure, title, series.source)
    description = (
        f"Two bar charts on axes from zero. Left, {series.label}, year by year. Right, the "
        f"running total, which ends at {number(totals[-1])} in {max(values)}. {title}. "
        f"{told_series(series)}"
    )
    return Chart(figure, title, description)


def two_axes(left: YearSeries, right: YearSeries, left_top: float, right_top: float) -> Chart:
    """Draw two series on one picture with two axes: the picture that lesson 07 warns of.

    Both axes begin at zero. Where they end is a free choice, and the choice decides which line
    stands higher and where the two cross.

    Parameters
    ----------
    left, right : YearSeries
        The series of the left and of the right axis.
    left_top, right_top : float
        Where the two axes end.

    Returns
    -------
    Chart
        The title says which line is drawn above the other in the last year, and that the axes
        decide it.
    """
    last = max(set(left.counts) & set(right.counts))
    heights = left.counts[last] / left_top, right.counts[last] / right_top
    above, below = (left, right) if heights[0] > heights[1] else (right, left)
    title = (
        f"In {last} the line of {above.counted} is drawn above that of {below.counted}: "
        "the axes decide it"
    )
    figure = new_figure(3.6)
    (axes,) = figure.axes
    with chart_style():
        other = axes.twinx()
        for panel, series, top, colour, dashes, marker in (
            (axes, left, left_top, BLUE, "-", "o"),
            (other, right, right_top, VERMILLION, "--", "s"),
        ):
            panel.plot(
                series.years, series.with_gaps, color=colour, linestyle=dashes, marker=marker
            )
            panel.set_ylim(0, top)
            thousands(panel)
            panel.set_ylabel(series.label, color=colour)
            panel.tick_params(axis="y", colors=colour)
        other.spines["right"].set_visible(True)
        axes.set_xlabel("Year")
        whole_numbers(axes, "x")
    sources = left.source if left.source == right.source else f"{left.source}; {right.source}"
    note = f"Full line: {left.counted}, left axis. Dashed line: {right.counted}, right axis."
    finish(figure, title, sources, note)
    description = (
        f"Line chart with two axes, both from zero. The left one, for {left.counted}, ends at "
        f"{number(left_top)}, the right one, for {right.counted}, at {number(right_top)}. {title}. "
        f"{told_series(left)} {told_series(right)}"
    )
    return Chart(figure, title, description)


def trackers(series: Sequence[YearSeries]) -> Chart:
    """Draw several series side by side, each with its own definition under it.

    Parameters
    ----------
    series : sequence of YearSeries
        Two to four series of one measure. They share both axes, so that heights can be compared.

    Returns
    -------
    Chart
        Small multiples. The lines are not laid over each other: they count different things.

    Examples
    --------
    >>> both = [year_series(key, first=2022) for key in ("pips-attacks", "picss-attacks")]
    >>> trackers(both).title
    '2 bodies count 521 to 905 attacks in Pakistan for 2024'
    """
    shared = sorted(set.intersection(*(set(one.counts) for one in series)))
    last = shared[-1] if shared else None
    what = joined(dict.fromkeys(one.counted for one in series))
    where = joined(dict.fromkeys(one.country for one in series))
    title = f"{len(series)} series of {what} in {where} share no year"
    if last is not None:
        latest = [one.counts[last] for one in series]
        counting = "bodies" if len({one.tracker for one in series}) == len(series) else "series"
        title = (
            f"{len(series)} {counting} count {number(min(latest))} to {number(max(latest))} {what} "
            f"in {where} for {last}"
        )
    years = [year for one in series for year in one.years]
    tops = [ends(row)[1] for one in series for row in one.figures]
    figure = new_figure(5.0, len(series), side_by_side=True)
    with chart_style():
        for axes, one in zip(figure.axes, series, strict=True):
            draw_line(axes, one, at_most=3)
            if last is not None:  # the title speaks of this year, so a reader has to find it
                named = f"{last}: {number(one.counts[last])}"
                axes.text(last - 0.3, one.counts[last], named, ha="right", va="center", fontsize=9)
            axes.set(xlim=(min(years) - 0.6, max(years) + 0.6), ylim=(0, 1.08 * max(tops)))
            axes.set_title(one.tracker, fontweight="bold")
            lines = textwrap.fill(one.definition, 86 // len(series))
            axes.set_xlabel(f"Year\n\n{lines}", fontsize=9, loc="left")
        figure.axes[0].set_ylabel(f"{what.capitalize()} a year, {where}")
    finish(figure, title, "; ".join(one.source for one in series))
    told = " ".join(f"{one.tracker}: {one.definition} {told_series(one)}" for one in series)
    description = (
        f"{len(series)} line charts side by side, on one axis from zero to about "
        f"{number(max(tops))}. {title}. {told}"
    )
    return Chart(figure, title, description)


def count_and_rate(
    series_id: str, countries: Sequence[str], year: int, reference: Reference | None = None
) -> Chart:
    """Draw the counts of several countries, and beside them the rates per 100,000 people.

    Parameters
    ----------
    series_id : str
        A series that has these countries: ``"ucdp-fatalities-organized-violence"``.
    countries : sequence of str
        In the order in which they are drawn. The order of the alphabet makes no rank of them.
    year : int
    reference : Reference, optional
        Left out, that of the kit.

    Returns
    -------
    Chart
        Bars from zero; a line at the end of a bar is the range from low to high estimate.

    Raises
    ------
    ValueError
        A country has no count or no population for the year.

    Examples
    --------
    >>> series = "ucdp-fatalities-organized-violence"
    >>> count_and_rate(series, ["Afghanistan", "India"], 2023).title
    'The ranges of deaths for 2023 overlap, and Afghanistan has more per 100,000 people'
    """
    reference = reference or load_reference()
    counts, people = (
        [year_series(key, country, year, year, reference).figures[0] for country in countries]
        for key in (series_id, "wb-population")
    )
    counted = MEASURES.get(counts[0].measure, counts[0].measure)
    scale = [1.0] * len(counts), [100_000 / row.value for row in people]
    most, densest = (_ahead(countries, counts, factors) for factors in scale)
    title = _who_has_more(f"{counted} for {year}", most, densest, len(countries))
    figure = new_figure(1.9 + 0.4 * len(countries), 2, side_by_side=True)
    units = f"{counted.capitalize()} in {year}", f"{counted.capitalize()} per 100,000 people"
    with chart_style():
        for axes, factors, unit in zip(figure.axes, scale, units, strict=True):
            values = [row.value * factor for row, factor in zip(counts, factors, strict=True)]
            places = range(len(values))[::-1]
            axes.barh(places, values, color=BLUE, height=0.5)
            for place, row, factor in zip(places, counts, factors, strict=True):
                low, high = ends(row)
                axes.plot([low * factor, high * factor], [place - 0.36] * 2, "-|", color=INK)
                shown = number(row.value) if factor == 1 else f"{row.value * factor:.3g}"
                axes.text(row.value * factor, place, f"  {shown}", va="center", fontsize=9)
            longest = max(ends(row)[1] * f for row, f in zip(counts, factors, strict=True))
            axes.set(xlabel=unit, xlim=(0, 1.3 * longest or 1))
            axes.set_yticks(places, countries if axes is figure.axes[0] else [""] * len(countries))
    editions = (
        {row.edition.split()[0] for row in counts},
        {row.edition.split()[0] for row in people},
    )
    source = (
        f"{counts[0].tracker}, edition {joined(sorted(editions[0]))}; people: {people[0].tracker}, "
        f"edition {joined(sorted(editions[1]))}"
    )
    ranged = any(low < high for low, high in map(ends, counts))
    finish(figure, title, source, "Thin line: low to high estimate." if ranged else "")
    told = "; ".join(
        f"{country}: {number(row.value)}"
        + (f" (from {number(ends(row)[0])} to {number(ends(row)[1])})" if ranged else "")
        + f", which is {row.value * factor:.3g} for each 100,000 of {number(one.value)} people"
        for country, row, factor, one in zip(countries, counts, scale[1], people, strict=True)
    )
    description = (
        f"Two bar charts on axes from zero. Left, {units[0].lower()}; right, {units[1].lower()}. "
        f"{title}. {told}. {reference.definition(counts[0]).counts} Source: {source}."
    )
    return Chart(figure, title, description)


def _ahead(names: Sequence[str], rows: Sequence[Figure], factors: Sequence[float]) -> str:
    """Return who has the highest figure; nobody where another range reaches up to its range."""
    lows, highs = zip(
        *([end * factor for end in ends(row)] for row, factor in zip(rows, factors, strict=True)),
        strict=True,
    )
    first = lows.index(max(lows))
    reached = any(high >= lows[first] for at, high in enumerate(highs) if at != first)
    return "" if reached else names[first]


def _who_has_more(what: str, most: str, densest: str, countries: int) -> str:
    """State a finding of counts and one of rates; where ranges overlap, there is no first."""
    word, ranges = ("more", "ranges") if countries == 2 else ("the most", "highest ranges")
    counts = f"{most} has {word} {what}" if most else f"The {ranges} of {what} overlap"
    if not densest:
        return f"{counts}, and those per 100,000 people {'too' if not most else 'overlap'}"
    verb = "" if most else " has"
    who = "" if densest == most else f"{densest}{verb} "
    return f"{counts}, and {who}{word} per 100,000 people"

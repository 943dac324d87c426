"""Charts of yearly counts: one body's series, the gaps in it, and what an axis makes of it.

A series is drawn from whole years of a whole country. A figure for a part of a year or for a
region is left out and counted in the words. A year without a figure stays a gap. Where a body
restated a year, the last edition is drawn, and `claim_series` draws all of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from copydesk.charts.model import (
    BLUE,
    INK,
    Chart,
    chart_style,
    finish,
    new_figure,
    thousands,
    whole_numbers,
)
from copydesk.charts.text import change, extremes, gaps, joined, listed, number
from copydesk.verification.reference import Figure, Reference, load_reference

if TYPE_CHECKING:
    pass

MEASURES = {
    "fatalities": "deaths",
    "injuries": "people injured",
    "attacks": "attacks",
    "incidents": "incidents",
    "operations": "operations",
    "population": "people",
}
"""What the words of a chart call each measure of the reference."""


@dataclass(frozen=True)
class YearSeries:
    """One body's count of one thing in one country, one figure a year; see `year_series`.

    Attributes
    ----------
    series_id, tracker, country : str
        As in ``Figure``.
    counted : str
        What is counted, as a noun: "attacks", "deaths".
    definition : str
        What the body counts, in words.
    figures : tuple of Figure
        The figure of each year, in the last edition that the reference holds.
    editions : tuple of Figure
        All figures of these years: every edition.
    left_out : tuple of Figure
        The figures of these years for a part of the year or of the country: they are not drawn.
    """

    series_id: str
    tracker: str
    country: str
    counted: str
    definition: str
    figures: tuple[Figure, ...]
    editions: tuple[Figure, ...]
    left_out: tuple[Figure, ...]

    @property
    def counts(self) -> dict[int, float]:
        """The value of each year that has one; a count is a whole number."""
        return {
            row.year: int(row.value) if row.value.is_integer() else row.value
            for row in self.figures
        }

    @property
    def years(self) -> list[int]:
        """Every year from the first to the last, with and without a figure."""
        known = [row.year for row in self.figures]
        return list(range(min(known), max(known) + 1))

    @property
    def with_gaps(self) -> list[float]:
        """The value of every year of `years`; NaN, which no line crosses, where there is none."""
        values = self.counts
        return [values.get(year, math.nan) for year in self.years]

    @property
    def source(self) -> str:
        """Whose figures these are, and in which editions they were printed."""
        dates = sorted(row.edition.split()[0] for row in self.figures)
        when = (
            f"edition {dates[0]}"
            if dates[0] == dates[-1]
            else f"editions {dates[0]} to {dates[-1]}"
        )
        return f"{self.tracker}, {when}"

    @property
    def label(self) -> str:
        """What stands along the axis of values: what is counted, per what, and where."""
        return f"{self.counted.capitalize()} a year, {self.country}"

    def between(self, first: int, last: int) -> YearSeries:
        """Return the series from one year to another.

        Raises
        ------
        ValueError
            No year between them has a figure.
        """
        figures = tuple(row for row in self.figures if first <= row.year <= last)
        if not figures:
            raise ValueError(
                f"{self.series_id} has no figure from {first} to {last}. It has figures for: "
                f"{', '.join(map(str, self.counts))}."
            )
        editions = tuple(row for row in self.editions if first <= row.year <= last)
        left_out = tuple(row for row in self.left_out if first <= row.year <= last)
        return replace(self, figures=figures, editions=editions, left_out=left_out)


def year_series(
    series_id: str,
    country: str = "Pakistan",
    first: int | None = None,
    last: int | None = None,
    reference: Reference | None = None,
) -> YearSeries:
    """Return the yearly figures of one series for one country, from the reference.

    Parameters
    ----------
    series_id : str
        A series of ``data/reference/figures.csv``: ``"pips-attacks"``.
    country : str
        The country that is counted.
    first, last : int, optional
        The years to begin and to end with; left out, all that there are.
    reference : Reference, optional
        Left out, that of the kit.

    Returns
    -------
    YearSeries

    Raises
    ------
    ValueError
        There is no such series, or no figure for the country and the years.

    Examples
    --------
    >>> attacks = year_series("pips-attacks", first=2022)
    >>> attacks.counts
    {2022: 262, 2023: 306, 2024: 521}
    >>> attacks.source
    'PIPS, editions 2023-01-07 to 2025-01'
    """
    reference = reference or load_reference()
    here = _rows_of(series_id, country, reference)
    whole = [row for row in here if not row.region and not row.months]
    if not whole:
        known = _rows_of(series_id, "", reference)
        countries = joined(sorted({row.country for row in known if not row.region}))
        raise ValueError(
            f"{series_id} has no whole year for {country!r}. It has figures for {countries}."
        )
    editions = sorted(whole, key=lambda row: (row.year, row.edition))
    latest = {row.year: row for row in editions}
    series = YearSeries(
        series_id,
        whole[0].tracker,
        country,
        MEASURES.get(whole[0].measure, whole[0].measure),
        reference.definition(whole[0]).counts,
        tuple(latest.values()),
        tuple(editions),
        tuple(row for row in here if row.region or row.months),
    )
    if first is None and last is None:
        return series
    return series.between(first or min(latest), last or max(latest))


def _rows_of(series_id: str, country: str, reference: Reference) -> list[Figure]:
    """Return the figures of a series for one country, or for all those of the kit's own table."""
    rows = [row for row in reference.figures if row.series_id == series_id]
    if not rows:
        known = sorted({row.series_id for row in reference.figures})
        raise ValueError(f"There is no series {series_id!r}. There is: {', '.join(known)}.")
    if not country:
        return rows
    here = [row for row in rows if row.country == country]
    world = reference.about(country).figures if not here else ()
    return here or [row for row in world if (row.series_id, row.country) == (series_id, country)]


def series_line(series: YearSeries, begins: float = 0) -> Chart:
    """Draw one series as a line that breaks where a year has no figure.

    Parameters
    ----------
    series : YearSeries
        What `year_series` returns.
    begins : float
        Where the axis begins. A line may begin above zero if the picture says so; this one does.

    Returns
    -------
    Chart
        A bar through a dot is the range from low to high estimate. The
        title compares the last year with the first.

    Examples
    --------
    >>> series_line(year_series("pips-attacks", first=2019)).title
    'PIPS counts 521 attacks in Pakistan for 2024, 128 per cent more than for 2019'
    """
    title = _first_and_last(series)
    figure = new_figure(3.6)
    (axes,) = figure.axes
    with chart_style():
        draw_line(axes, series)
        axes.set(xlabel="Year", ylabel=series.label)
        top = max(ends(row)[1] for row in series.figures)
        axes.set_ylim(begins, max(top, begins) + (abs(top - begins) or 1) * 0.08)
    start = "zero" if begins == 0 else f"{number(begins)}, not from zero"
    warning = "" if begins == 0 else f"The axis begins at {number(begins)}. "
    finish(figure, title, series.source, f"{warning}{series.definition}")
    description = f"Line chart on an axis from {start}. {title}. {told_series(series)}"
    return Chart(figure, title, description)


def ends(row: Figure) -> tuple[float, float]:
    """Return the low and the high estimate of a figure; without a range, the figure twice."""
    if row.low is None or row.high is None:
        return row.value, row.value
    return row.low, row.high


def draw_line(axes: Axes, series: YearSeries, at_most: int = 9) -> None:
    """Draw a line with its gaps; a bar through a dot is the range that the body gives."""
    for row in series.figures:
        low, high = ends(row)
        if low < high:
            axes.plot([row.year] * 2, [low, high], "-_", color=INK, linewidth=1.2)
    axes.plot(series.years, series.with_gaps, "-o", color=BLUE)
    whole_numbers(axes, "x", at_most=at_most)
    thousands(axes)


def _first_and_last(series: YearSeries) -> str:
    """State the finding of a series: its last year against its first."""
    first, last = series.figures[0], series.figures[-1]
    title = (
        f"{series.tracker} counts {number(last.value)} {series.counted} in {series.country} "
        f"for {last.year}"
    )
    if first.year == last.year:
        return title
    (low, high), (other_low, other_high) = ends(first), ends(last)
    if first.value != last.value and max(low, other_low) <= min(high, other_high):
        return f"{title}; its ranges for {first.year} and {last.year} overlap"
    return f"{title}, {change(first.value, last.value)} for {first.year}"


def told_series(series: YearSeries) -> str:
    """Tell a series in words: what stands out, every figure, the gaps, what is left out, source."""
    ranges = [
        f"{row.year}: {number(ends(row)[0])} to {number(ends(row)[1])}"
        for row in series.figures
        if ends(row)[0] < ends(row)[1]
    ]
    sentences = [
        f"{series.label}, {series.tracker}: {listed(series.counts)}.",
        f"{extremes(series.counts)}." if len(series.counts) > 1 else "",
        f"Low to high estimates: {'; '.join(ranges)}." if ranges else "",
        gaps(list(series.counts)),
        f"Figures for a part of a year or of the country are left out: {len(series.left_out)}."
        if series.left_out
        else "",
        f"Source: {series.source}.",
    ]
    return " ".join(filter(None, sentences))

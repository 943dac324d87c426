"""Lesson 07: charts that say what the data says, to everyone.

A chart is a figure and the same finding in words. The words are computed from the data that is
drawn, and they are printed under the picture, so that they reach a screen reader, a printout and
an exported page. This module is the front door; the parts stand beside it:

- ``model``: the chart itself, its look (``chart_style.mplstyle``), and `show`
- ``text``: numbers, changes and gaps in words
- ``article``: one article; ``content`` has what these charts say, and ``svg`` writes them for a
  report, which shows one at each figure
- ``grids``: who takes which side, and which page uses which word
- ``series``: one series of the reference
- ``claim``: one claim against the figures of its verdict, or against a whole series
- ``pairs``: two pictures side by side, so that a choice can be seen
- ``reading``: what a reader can take from a figure that somebody else drew
"""

from copydesk.charts.article import line_roles, page_shape, tone_along
from copydesk.charts.claim import claim_evidence, claim_series
from copydesk.charts.grids import labels_by_outlet, stance_grid
from copydesk.charts.model import (
    BLUE,
    INK,
    ORANGE,
    STYLE,
    STYLE_FILE,
    VERMILLION,
    Chart,
    chart_style,
    show,
)
from copydesk.charts.pairs import (
    axis_pair,
    count_and_rate,
    running_total,
    trackers,
    two_axes,
)
from copydesk.charts.reading import read_figure
from copydesk.charts.remarks import describe, review
from copydesk.charts.series import YearSeries, series_line, year_series

__all__ = [
    "BLUE",
    "INK",
    "ORANGE",
    "STYLE",
    "STYLE_FILE",
    "VERMILLION",
    "Chart",
    "YearSeries",
    "axis_pair",
    "chart_style",
    "claim_evidence",
    "claim_series",
    "count_and_rate",
    "describe",
    "labels_by_outlet",
    "line_roles",
    "page_shape",
    "read_figure",
    "review",
    "running_total",
    "series_line",
    "show",
    "stance_grid",
    "tone_along",
    "trackers",
    "two_axes",
    "year_series",
]

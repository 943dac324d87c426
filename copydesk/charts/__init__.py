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

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

# Which part has which name. A part is loaded when one of its names is asked for, so that who reads
# a report does not wait for Matplotlib: its pictures are written by `svg`.
_PARTS = {
    "article": ("line_roles", "page_shape", "tone_along"),
    "claim": ("claim_evidence", "claim_series"),
    "grids": ("labels_by_outlet", "stance_grid"),
    "model": (
        "BLUE",
        "INK",
        "ORANGE",
        "STYLE",
        "STYLE_FILE",
        "VERMILLION",
        "Chart",
        "chart_style",
        "show",
    ),
    "pairs": ("axis_pair", "count_and_rate", "running_total", "trackers", "two_axes"),
    "reading": ("read_figure",),
    "remarks": ("describe", "review"),
    "series": ("YearSeries", "series_line", "year_series"),
}


def __getattr__(name: str) -> object:
    """Load the part of the front door that has a name."""
    for part, names in _PARTS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{part}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

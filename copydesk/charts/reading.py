"""Read a figure back: what a reader can take from it, whoever drew it and however.

`read_figure` looks at what is drawn, not at the code that drew it, so that several right ways of
drawing give one reading.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeGuard

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from copydesk.charts.looks import is_hollow, names_in_legend
from copydesk.charts.model import Chart
from copydesk.charts.near import notes_beside, unseen_places
from copydesk.charts.places import Place, in_one_line, numbers_of, place_at, places_along

_EDITION = r"\b(?:19|20)\d\d-\d\d\b|\beditions?\b"
_SIDES: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")


@dataclass(frozen=True)
class Drawn:
    """One set of bars or one line.

    Attributes
    ----------
    kind : str
        "bars", "line" or "points".
    name : str
        What the legend calls it; empty when it has no name.
    values : dict
        The value at each place. A place without a value is not in it.
    joined : tuple of pairs
        The places that a line joins.
    look : str
        How it looks besides its colour: dashes and marker, filled or hollow, or hatching.
    bases : dict
        Where each bar begins; empty for a line.
    marked : bool
        Each value has a marker, so that one without a neighbour is seen.
    beside : tuple of str
        What is written in the panel and stands nearer to this than to anything else drawn.
    """

    kind: str
    name: str
    values: dict[Place, float]
    joined: tuple[tuple[Place, Place], ...]
    look: str
    bases: dict[Place, float] = field(default_factory=dict)
    marked: bool = True
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Panel:
    """One picture of a figure, with one axis of values.

    Attributes
    ----------
    drawn : tuple of Drawn
        What stands in it.
    along, value : str
        The names of the axis of places and of the axis of values.
    begins, ends : float
        Where the axis of values begins and ends; an axis that is upside down begins at its
        higher end.
    shares_its_place : bool
        A second axis of values is laid over the same picture.
    told_apart : bool
        What is drawn can be told apart without colour: each has its own look, or its name in it.
    title : str
        What stands over this panel.
    scale : str
        The steps of the axis of values: "linear", "log", ...
    unseen : tuple
        Places of values that lie outside of the panel to one side.
    """

    drawn: tuple[Drawn, ...]
    along: str
    value: str
    begins: float
    ends: float
    shares_its_place: bool
    told_apart: bool
    title: str = ""
    scale: str = "linear"
    unseen: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What a figure shows; see `read_figure`.

    Attributes
    ----------
    title : str
        The title of the figure, or of its first panel that has one.
    source : str
        The text with the word "Source", or else one that names an edition; empty when there is
        none.
    panels : tuple of Panel
    legend : tuple of str
        The names in its legends.
    """

    title: str
    source: str
    panels: tuple[Panel, ...]
    legend: tuple[str, ...] = ()


def read_figure(figure: Figure | Chart) -> Reading:
    """Read what a figure shows.

    Parameters
    ----------
    figure : matplotlib.figure.Figure or Chart

    Returns
    -------
    Reading

    Raises
    ------
    TypeError
        It is no figure.

    Examples
    --------
    >>> figure = Figure()
    >>> axes = figure.add_subplot()
    >>> bars = axes.bar([2023, 2024], [306, 521])
    >>> (panel,) = read_figure(figure).panels
    >>> panel.begins, panel.drawn[0].values
    (0.0, {2023: 306.0, 2024: 521.0})
    """
    if isinstance(figure, Chart):
        figure = figure.figure
    if isinstance(figure, Axes):  # the one thing that is easily taken for it
        figure = figure.get_figure()
    if not isinstance(figure, Figure):
        raise TypeError(f"a figure was expected, and this is: {type(figure).__name__}")
    texts = list(_texts(figure))
    titles = [figure.get_suptitle()]
    titles += [axes.get_title(loc) for axes in figure.axes for loc in _SIDES]
    source = next(
        (
            text
            for mark in (r"\bsources?\b", _EDITION)
            for text in texts
            if re.search(mark, text, re.I)
        ),
        "",
    )
    return Reading(
        next((in_one_line(title) for title in titles if title.strip()), ""),
        in_one_line(source),
        tuple(_panel(axes, figure) for axes in figure.axes),
        tuple(_legend(figure)),
    )


def _panel(axes: Axes, figure: Figure) -> Panel:
    bars = [part for part in axes.containers if isinstance(part, BarContainer) and part.patches]
    lying = any(bar.orientation == "horizontal" for bar in bars)
    along, value = (axes.yaxis, axes.xaxis) if lying else (axes.xaxis, axes.yaxis)
    found: list[tuple[object, Drawn]] = [(bar, _bars(bar, along, lying)) for bar in bars]
    found += [(line, _line_of(line, along)) for line in axes.lines if _is_data(line, axes)]
    found += [(dots, _dots(dots, along)) for dots in axes.collections if _has_dots(dots)]
    values = [one.values for _, one in found]
    named = names_in_legend(axes, figure)
    drawn = [
        replace(one, name=named.get(id(artist), one.name), beside=beside)
        for (artist, one), beside in zip(found, notes_beside(axes, values, lying), strict=True)
    ]
    begins, ends = axes.get_xlim() if lying else axes.get_ylim()
    named_in_place = all(one.name and one.name in " ".join(one.beside) for one in drawn)
    beside_all = figure.get_supylabel() if not lying else ""
    return Panel(
        tuple(drawn),
        _label(along, axes),
        _label(value, axes) or in_one_line(beside_all),
        float(begins),
        float(ends),
        _shares_its_place(axes, figure),
        not _alike(drawn) or named_in_place,
        next((in_one_line(axes.get_title(at)) for at in _SIDES if axes.get_title(at)), ""),
        value.get_scale(),
        unseen_places(axes, values, lying),
    )


def _has_dots(part: Artist) -> TypeGuard[PathCollection]:
    return isinstance(part, PathCollection) and np.size(part.get_offsets()) > 0


def _shares_its_place(axes: Axes, figure: Figure) -> bool:
    """Say whether another panel lies over this one, as a second axis does."""
    place = axes.get_position(original=True).bounds
    others = [other for other in figure.axes if other is not axes]
    return any(other.get_position(original=True).bounds == place for other in others)


def _alike(drawn: list[Drawn]) -> bool:
    """Say whether two things that look the same stand at the same places."""
    return any(
        one.look == other.look and one.values.keys() & other.values.keys()
        for one, other in itertools.combinations(drawn, 2)
    )


def _label(axis: Axis, axes: Axes) -> str:
    seen = axes.axison and axis.get_visible() and axis.label.get_visible()
    return in_one_line(axis.get_label_text()) if seen else ""


def _bars(container: BarContainer, along: Axis, lying: bool) -> Drawn:
    values: dict[Place, float] = {}
    bases: dict[Place, float] = {}
    places = places_along(along)
    for bar in container.patches:
        # A negative bar begins at its lower end; its value is the end that is not the base.
        middle = bar.get_y() + bar.get_height() / 2 if lying else bar.get_x() + bar.get_width() / 2
        size = bar.get_width() if lying else bar.get_height()
        base = bar.get_x() if lying else bar.get_y()
        place = place_at(middle, places)
        values[place], bases[place] = float(base + size), float(base)
    hatches = {bar.get_hatch() or "" for bar in container.patches}
    return Drawn(
        "bars", _name(container.get_label()), values, (), f"hatch {sorted(hatches)}", bases
    )


def _dots(part: PathCollection, along: Axis) -> Drawn:
    places = places_along(along)
    points = [numbers_of(point) for point in np.ma.asarray(part.get_offsets())]
    values = {place_at(x, places): y for x, y in points if not math.isnan(y)}
    hollow = not np.size(part.get_facecolor())
    marker = sorted({np.shape(path.vertices)[0] for path in part.get_paths()})
    return Drawn("points", _name(part.get_label()), values, (), f"dots {marker} {hollow}")


def _line_of(line: Line2D, along: Axis) -> Drawn:
    places = places_along(along)
    points = [
        (place_at(x, places), float(y))
        for x, y in zip(
            numbers_of(line.get_xdata(orig=False)),
            numbers_of(line.get_ydata(orig=False)),
            strict=True,
        )
    ]
    drawn_through = line.get_linestyle() not in ("None", "none", " ", "")
    pairs = tuple(
        (one[0], other[0])
        for one, other in itertools.pairwise(points)
        if drawn_through and not math.isnan(one[1]) and not math.isnan(other[1])
    )
    values = {place: y for place, y in points if not math.isnan(y)}
    # The dashes themselves: two ways of writing one pattern are one look.
    marker = "None" if line.get_marker() in ("None", "none", " ", "", None) else line.get_marker()
    ring = " hollow" if marker != "None" and is_hollow(line) else ""
    look = f"{line.get_linewidth():.0f} {line.get_linestyle()} {marker}{ring}"
    kind = "line" if pairs else "points"
    marked = marker != "None"
    return Drawn(kind, _name(line.get_label()), values, pairs, look, marked=marked)


def _is_data(line: Line2D, axes: Axes) -> bool:
    """Say whether a line is data, and not a rule across the panel or the bar of a range."""
    if line.get_transform().contains_branch_seperately(axes.transData) != (True, True):
        return False
    x = numbers_of(line.get_xdata(orig=False))
    return not (len(x) == 2 and x[0] == x[1])


def _texts(figure: Figure) -> Iterator[str]:
    """Return everything that is written in a figure, besides the marks of the axes."""
    yield from (text.get_text() for text in figure.texts)
    yield from (figure.get_supxlabel(), figure.get_supylabel(), figure.get_suptitle())
    for axes in figure.axes:
        yield from (text.get_text() for text in axes.texts)
        yield from (axes.get_title(loc) for loc in _SIDES)
        yield from (axes.get_xlabel(), axes.get_ylabel())


def _legend(figure: Figure) -> Iterator[str]:
    legends = [axes.get_legend() for axes in figure.axes] + list(figure.legends)
    return (text.get_text() for legend in legends if legend for text in legend.get_texts())


def _name(label: object) -> str:
    """Return the name of a part; Matplotlib's own names begin with an underscore."""
    text = str(label or "")
    return "" if text.startswith("_") else text

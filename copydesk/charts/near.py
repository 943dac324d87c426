"""Which note of a panel stands beside what, and what lies outside of the panel."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Annotation, Text

from copydesk.charts.places import Place, places_along


def notes_beside(
    axes: Axes, drawn: Sequence[Mapping[Place, float]], lying: bool
) -> list[tuple[str, ...]]:
    """Return the notes of a panel that stand nearest to each thing that is drawn in it.

    Parameters
    ----------
    axes : Axes
    drawn : sequence of mapping
        For each line or set of bars, its value at each place.
    lying : bool
        The axis of places is the one at the left.

    Returns
    -------
    list of tuple of str
        What is written beside each, in the same order.
    """
    axes.get_xlim(), axes.get_ylim()  # the ends of the axes are found when they are asked for
    beside: list[list[str]] = [[] for _ in drawn]
    outlines = [_outline(axes, one, lying) for one in drawn]
    for note in axes.texts:
        at = _position(note, axes)
        gaps = [_distance(at, outline) for outline in outlines]
        if gaps and min(gaps) < math.inf:
            beside[gaps.index(min(gaps))].append(note.get_text())
    return [tuple(texts) for texts in beside]


def _position(note: Text, axes: Axes) -> Any:
    """Return where a note points to or stands, as a point on the screen."""
    if isinstance(note, Annotation) and note.xycoords == "data":
        return axes.transData.transform(_as_numbers(axes, note.xy))
    return note.get_transform().transform(_as_numbers(note, note.get_position()))


def _as_numbers(artist: Any, point: tuple[Any, Any]) -> tuple[Any, Any]:
    """Turn the names of places in a point into numbers, as Matplotlib does when it draws."""
    return artist.convert_xunits(point[0]), artist.convert_yunits(point[1])


def _outline(axes: Axes, values: Mapping[Place, float], lying: bool) -> Any:
    """Return the points of what is drawn on the screen, in order."""
    names = {name: at for at, name in places_along(axes.yaxis if lying else axes.xaxis).items()}
    points: list[tuple[Place, Place]] = [
        (names.get(str(place), place), value)
        for place, value in values.items()
        if str(place) in names or not isinstance(place, str)
    ]
    if lying:
        points = [(value, place) for place, value in points]
    return axes.transData.transform(np.array(points, dtype=float).reshape(-1, 2))


def _distance(at: Any, outline: Any) -> float:
    """Return how far a point is from a line through some points, on the screen."""
    if not len(outline):
        return math.inf
    gaps = [math.dist(at, point) for point in outline]
    for one, other in itertools.pairwise(outline):
        along = other - one
        length = float(along @ along)
        if length:
            part = min(1.0, max(0.0, float((at - one) @ along) / length))
            gaps.append(math.dist(at, one + part * along))
    return min(gaps)


def unseen_places(
    axes: Axes, drawn: Sequence[Mapping[Place, float]], lying: bool
) -> tuple[Place, ...]:
    """Return the places of values that lie outside of the ends of the axis of places."""
    axis = axes.yaxis if lying else axes.xaxis
    low, high = sorted(axis.get_view_interval())
    names = {name: at for at, name in places_along(axis).items()}
    found = [
        place
        for one in drawn
        for place in one
        for at in [names.get(str(place), place)]
        if not isinstance(at, str) and not low - 1e-9 <= at <= high + 1e-9
    ]
    return tuple(dict.fromkeys(found))

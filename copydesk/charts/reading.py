"""Read a figure back: what a reader can take from it, whoever drew it and however.

`read_figure` looks at what is drawn, not at the code that drew it, so that several right ways of
drawing give one reading. `describe` puts the reading into words, and `review` asks it eight
questions. None of them knows the data: whether the right figures are drawn, they cannot tell.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedFormatter, FuncFormatter

from copydesk.charts.model import Chart
from copydesk.charts.text import joined, number

Place = int | float | str
"""Where a value stands along its panel: a year, a number or a name."""


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
        How it looks besides its colour: dashes and marker, or hatching.
    """

    kind: str
    name: str
    values: dict[Place, float]
    joined: tuple[tuple[Place, Place], ...]
    look: str


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
        Where the axis of values begins and ends.
    shares_its_place : bool
        A second axis of values is laid over the same picture.
    told_apart : bool
        What is drawn can be told apart without colour: each has its own look, or its name in it.
    notes : tuple of (str, float)
        What is written in the picture, and how high it stands on the axis of values.
    """

    drawn: tuple[Drawn, ...]
    along: str
    value: str
    begins: float
    ends: float
    shares_its_place: bool
    told_apart: bool
    notes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Reading:
    """What a figure shows; see `read_figure`.

    Attributes
    ----------
    title : str
        The title of the figure, or of its first panel that has one.
    source : str
        The line of text with the word "Source"; empty when there is none.
    panels : tuple of Panel
    legend : tuple of str
        The names in its legends.
    """

    title: str
    source: str
    panels: tuple[Panel, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """The answer to one question about a figure.

    Attributes
    ----------
    about : str
        What was asked about: "source".
    fine : bool
    words : str
        The answer as a sentence.
    """

    about: str
    fine: bool
    words: str


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
    titles += [axes.get_title(loc) for axes in figure.axes for loc in ("left", "center", "right")]
    source = next((text for text in texts if re.search(r"\bsources?\b", text, re.I)), "")
    return Reading(
        next((_line(title) for title in titles if title.strip()), ""),
        _line(source),
        tuple(_panel(axes, figure) for axes in figure.axes),
        tuple(_legend(figure)),
    )


def describe(figure: Figure | Chart) -> str:
    """Describe a figure in words: type, axes, range, and what stands out.

    Parameters
    ----------
    figure : matplotlib.figure.Figure or Chart
        Of a `Chart`, its own description is given.

    Returns
    -------
    str

    Examples
    --------
    >>> figure = Figure()
    >>> bars = figure.add_subplot(ylabel="Attacks").bar([2023, 2024], [306, 521])
    >>> describe(figure)
    'Bars. Attacks, axis from 0 to 547. Highest: 521, in 2024. Lowest: 306, in 2023.'
    """
    if isinstance(figure, Chart):
        return figure.description
    reading = read_figure(figure)
    sentences = [reading.title] if reading.title else []
    for panel in reading.panels:
        for drawn in panel.drawn:
            name = f" “{drawn.name}”" if drawn.name else ""
            where = f"{panel.value or 'An axis without a name'}, axis from {_short(panel.begins)}"
            sentences.append(f"{drawn.kind.capitalize()}{name}. {where} to {_short(panel.ends)}")
            if drawn.values:
                high = max(drawn.values, key=lambda place: drawn.values[place])
                low = min(drawn.values, key=lambda place: drawn.values[place])
                sentences.append(f"Highest: {number(drawn.values[high])}, {_at(high)}")
                sentences.append(f"Lowest: {number(drawn.values[low])}, {_at(low)}")
        for one, other in years_apart(panel):
            sentences.append(f"The line runs on from {one} to {other}, with no value between them")
    sentences += [reading.source] if reading.source else []
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences) or "Nothing is drawn."


def review(figure: Figure | Chart) -> list[Remark]:
    """Ask a figure eight questions that can be answered from the picture alone.

    Parameters
    ----------
    figure : matplotlib.figure.Figure or Chart

    Returns
    -------
    list of Remark
        In the order of a reader: title, axes, what is drawn, source.

    Examples
    --------
    >>> figure = Figure()
    >>> bars = figure.add_subplot(ylim=(300, 550)).bar([2023, 2024], [306, 521])
    >>> [remark.words for remark in review(figure) if not remark.fine][1]
    'A bar begins at 300 and not at zero, so its length is not its number.'
    """
    reading = read_figure(figure)
    panels = reading.panels
    bars = [panel for panel in panels if any(drawn.kind == "bars" for drawn in panel.drawn)]
    high = next((panel for panel in bars if panel.begins > 0), None)
    cut = next((panel for panel in panels if not fits(panel)), None)
    across = [pair for panel in panels for pair in years_apart(panel)]
    named = all(panel.value and (panel.along or panel.shares_its_place) for panel in panels)
    laid_over = any(panel.shares_its_place for panel in panels)
    apart = all(panel.told_apart for panel in panels)
    dated = bool(re.search(r"(?:19|20)\d\d", reading.source))
    return [
        Remark(
            "title",
            bool(reading.title),
            f"The title says: {reading.title}." if reading.title else "There is no title.",
        ),
        Remark(
            "zero",
            high is None,
            _where_it_begins(panels, bool(bars))
            if high is None
            else f"A bar begins at {_short(high.begins)} and not at zero, so its length is not its "
            "number.",
        ),
        Remark(
            "range",
            cut is None,
            "Nothing is cut off." if cut is None else "The axis ends before the highest value.",
        ),
        Remark(
            "names",
            named,
            "Each axis says what it measures." if named else "An axis has no name.",
        ),
        Remark(
            "one axis",
            not laid_over,
            "Two axes are laid over each other: where they end decides which line is higher."
            if laid_over
            else "Each picture has one axis of values.",
        ),
        Remark(
            "gaps",
            not across,
            f"A line joins {across[0][0]} and {across[0][1]}, and there is no value between them."
            if across
            else "No line is drawn across a year without a value.",
        ),
        Remark(
            "colour",
            apart,
            "What is drawn can be told apart without colour."
            if apart
            else "Only colour tells the parts of this picture apart.",
        ),
        Remark(
            "source",
            dated,
            f"The picture names its source: {_after_source(reading.source)}."
            if dated
            else "The source has no date of an edition."
            if reading.source
            else "No source is printed in the picture.",
        ),
    ]


def _where_it_begins(panels: tuple[Panel, ...], bars: bool) -> str:
    if bars:
        return "Every bar begins at zero."
    begins = {_short(panel.begins) for panel in panels}
    return f"There are no bars. The axis begins at {joined(sorted(begins)) or 'no number'}."


def fits(panel: Panel) -> bool:
    """Say whether every value of a panel is within its axis."""
    low, high = sorted((panel.begins, panel.ends))
    return all(
        low - 1e-9 <= value <= high + 1e-9
        for drawn in panel.drawn
        for value in drawn.values.values()
        if drawn.kind != "bars" or value > low  # a bar below the axis is another question
    )


def years_apart(panel: Panel) -> list[tuple[Place, Place]]:
    """Return the years that a line joins although at least one year lies between them."""
    return [
        (one, other)
        for drawn in panel.drawn
        for one, other in drawn.joined
        if isinstance(one, int) and isinstance(other, int) and abs(other - one) > 1
    ]


def _panel(axes: Axes, figure: Figure) -> Panel:
    bars = [part for part in axes.containers if isinstance(part, BarContainer) and part.patches]
    lying = any(bar.orientation == "horizontal" for bar in bars)
    along, value = (axes.yaxis, axes.xaxis) if lying else (axes.xaxis, axes.yaxis)
    drawn = [_bars(bar, along, lying) for bar in bars]
    drawn += [_line_of(line, along) for line in axes.lines if _is_data(line, axes)]
    begins, ends = axes.get_xlim() if lying else axes.get_ylim()
    place = axes.get_position(original=True).bounds
    neighbours = [other for other in figure.axes if other is not axes]
    over = [other for other in neighbours if other.get_position(original=True).bounds == place]
    looks = [one.look for one in drawn]
    written = " ".join(text.get_text() for text in axes.texts)
    named_in_place = all(one.name and one.name in written for one in drawn)
    return Panel(
        tuple(drawn),
        _line(along.get_label_text()),
        _line(value.get_label_text()),
        float(begins),
        float(ends),
        bool(over),
        len(set(looks)) == len(looks) or named_in_place,
        tuple(
            (text.get_text(), float(text.get_position()[0 if lying else 1])) for text in axes.texts
        ),
    )


def _bars(container: BarContainer, along: Axis, lying: bool) -> Drawn:
    values: dict[Place, float] = {}
    places = _places(along)
    for bar in container.patches:
        # A negative bar begins at its lower end; its value is the end that is not the base.
        middle = bar.get_y() + bar.get_height() / 2 if lying else bar.get_x() + bar.get_width() / 2
        size = bar.get_width() if lying else bar.get_height()
        base = bar.get_x() if lying else bar.get_y()
        values[_place(middle, places)] = float(base + size)
    hatches = {bar.get_hatch() or "" for bar in container.patches}
    return Drawn("bars", _name(container.get_label()), values, (), f"hatch {sorted(hatches)}")


def _line_of(line: Line2D, along: Axis) -> Drawn:
    places = _places(along)
    points = [
        (_place(x, places), float(y))
        for x, y in zip(
            _numbers(line.get_xdata(orig=False)), _numbers(line.get_ydata(orig=False)), strict=True
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
    look = f"{line.get_linewidth():.0f} {line.get_linestyle()} {line.get_marker()}"
    return Drawn("line" if pairs else "points", _name(line.get_label()), values, pairs, look)


def _is_data(line: Line2D, axes: Axes) -> bool:
    """Say whether a line is data, and not a rule across the panel or the bar of a range."""
    if line.get_transform().contains_branch_seperately(axes.transData) != (True, True):
        return False
    x = _numbers(line.get_xdata(orig=False))
    return not (len(x) == 2 and x[0] == x[1])


def _numbers(data: object) -> list[float]:
    return [float(number) for number in np.asarray(data, dtype=float)]


def _places(axis: Axis) -> dict[float, str]:
    """Return the names of places along an axis that has names and not numbers."""
    formatter = axis.get_major_formatter()
    has_names = isinstance(formatter, (FixedFormatter, FuncFormatter)) or axis.units is not None
    if not has_names:
        return {}
    places = list(axis.get_majorticklocs())
    names = formatter.format_ticks(places)
    return {round(float(at), 6): _line(name) for at, name in zip(places, names, strict=True)}


def _place(at: float, names: dict[float, str]) -> Place:
    at = round(float(at), 6)
    name = names.get(at, "").strip()
    if name:
        return int(name) if re.fullmatch(r"\d{1,4}", name) else name
    return int(at) if at == int(at) else at


def _texts(figure: Figure) -> Iterator[str]:
    """Return everything that is written in a figure, besides the marks of the axes."""
    yield from (text.get_text() for text in figure.texts)
    yield from (figure.get_supxlabel(), figure.get_supylabel(), figure.get_suptitle())
    for axes in figure.axes:
        yield from (text.get_text() for text in axes.texts)
        yield from (axes.get_title(loc) for loc in ("left", "center", "right"))
        yield from (axes.get_xlabel(), axes.get_ylabel())


def _legend(figure: Figure) -> Iterator[str]:
    legends = [axes.get_legend() for axes in figure.axes] + list(figure.legends)
    return (text.get_text() for legend in legends if legend for text in legend.get_texts())


def _name(label: object) -> str:
    """Return the name of a part; Matplotlib's own names begin with an underscore."""
    text = str(label or "")
    return "" if text.startswith("_") else text


def _line(text: str) -> str:
    return " ".join(text.split()).removesuffix(".")


def _at(place: Place) -> str:
    return f"{'in' if isinstance(place, int) else 'for'} {place}"


def _after_source(text: str) -> str:
    return re.sub(r"^sources?:?\s*", "", text, flags=re.IGNORECASE)


def _short(value: float) -> str:
    return number(float(f"{value:.3g}"))

"""Say what a figure shows, and what a reader may trip over.

`describe` puts a reading into words, and `review` asks it eight questions. Neither knows the data:
whether the right figures are drawn, they cannot tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matplotlib.figure import Figure

from copydesk.charts.model import Chart
from copydesk.charts.places import Place
from copydesk.charts.reading import Panel, read_figure
from copydesk.charts.text import joined, number


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
    bars = [panel for panel in panels if has_bars(panel)]
    about_zero = next(filter(None, (_not_from_zero(panel)[1] for panel in bars)), "")
    cut = next(filter(None, (_not_in_the_picture(panel)[1] for panel in panels)), "")
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
            not about_zero,
            about_zero or _where_it_begins(panels, bool(bars)),
        ),
        Remark(
            "range",
            not cut,
            cut or "Nothing is cut off.",
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


def has_bars(panel: Panel) -> bool:
    """Say whether a panel has bars in it."""
    return any(drawn.kind == "bars" for drawn in panel.drawn)


def axis_problem(panel: Panel) -> tuple[str, str]:
    """Say what keeps a reader from taking the values from a panel.

    Parameters
    ----------
    panel : Panel

    Returns
    -------
    tuple of str
        The name of the problem ("backwards", "scale", "not from zero", "floating", "outside" or
        "cut") and a sentence that says what is seen; both empty where there is none.

    Examples
    --------
    >>> figure = Figure()
    >>> bars = figure.add_subplot(ylim=(0, 1000)).bar([2022, 2023], [836, 1354])
    >>> axis_problem(read_figure(figure).panels[0])
    ('cut', 'The axis runs from 0 to 1,000, and a bar of 1,354 is cut.')
    """
    if panel.begins > panel.ends:
        ends = f"from {_short(panel.begins)} to {_short(panel.ends)}"
        return "backwards", f"The axis runs backwards, {ends}."
    if has_bars(panel) and (found := _not_from_zero(panel))[0]:
        return found
    return _not_in_the_picture(panel)


def _not_from_zero(panel: Panel) -> tuple[str, str]:
    """Say of a panel with bars that the length of a bar is not its number, or nothing."""
    length = "so its length is not its number."
    if panel.scale != "linear":
        return (
            "scale",
            f"The axis has {panel.scale} steps, and a bar needs equal ones.",
        )
    low = min(panel.begins, panel.ends)
    if low > 0:
        return "not from zero", f"A bar begins at {_short(low)} and not at zero, {length}"
    bars = [drawn for drawn in panel.drawn if drawn.kind == "bars"]
    tops = {(place, round(value, 6)) for one in bars for place, value in one.values.items()}
    for one in bars:
        for place, base in one.bases.items():
            if base and (place, round(base, 6)) not in tops:  # it does not stand on another bar
                return "floating", f"A bar begins at {_short(base)} and not at zero, {length}"
    return "", ""


def _not_in_the_picture(panel: Panel) -> tuple[str, str]:
    """Say which value of a panel cannot be seen in full, or nothing."""
    if panel.unseen:
        return "outside", f"{panel.unseen[0]} lies outside of the picture."
    if fits(panel):
        return "", ""
    low, high = sorted((panel.begins, panel.ends))
    outside = [
        (drawn.kind, value)
        for drawn in panel.drawn
        for value in drawn.values.values()
        if value > high + 1e-9 or (drawn.kind != "bars" and value < low - 1e-9)
    ]
    kind, value = max(outside, key=lambda pair: pair[1])
    what, how = ("a bar of", "cut") if kind == "bars" else ("the value", "outside of it")
    ends = f"The axis runs from {_short(low)} to {_short(high)}"
    return "cut", f"{ends}, and {what} {number(value)} is {how}."


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


def _at(place: Place) -> str:
    return f"{'in' if isinstance(place, int) else 'for'} {place}"


def _after_source(text: str) -> str:
    return re.sub(r"^sources?:?\s*", "", text, flags=re.IGNORECASE)


def _short(value: float) -> str:
    return number(float(f"{value:.3g}"))

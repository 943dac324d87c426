"""Try a chart of one's own, and make one chart say two things.

`try_chart` shows what a learner's function draws and what a reader can take from it. `studio` has
controls for the first year, the last year and the axis of a series; `tell` gives the same by a
plain call.
"""

from __future__ import annotations

import base64
import html
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets
from IPython import get_ipython
from matplotlib.figure import Figure

from copydesk.charts.model import Chart, show
from copydesk.charts.reading import read_figure
from copydesk.charts.remarks import Remark, describe, review
from copydesk.charts.series import YearSeries, series_line
from copydesk.classroom.checking.running import is_stub

# A figure that a learner drew has no title yet, and a reader then reads this.
_UNTITLED = "A picture without a title"


def try_chart(draw: Callable[..., Any] | str, *data: object) -> None:
    """Show what a function draws, and answer eight questions about the picture.

    Parameters
    ----------
    draw : callable or str
        The learner's function, or its name in the notebook. It gives back a figure.
    *data : object
        What it is called with.

    Notes
    -----
    Nothing is raised: a function that is not finished, or that fails, is told of in a sentence.

    Examples
    --------
    >>> def two_bars(values):
    ...     figure = Figure()
    ...     figure.add_subplot().bar([2023, 2024], values)
    ...     return figure
    >>> try_chart(two_bars, [306, 521])  # doctest: +ELLIPSIS
    A picture without a title
    Text description: Bars. An axis without a name, axis from 0 to 547...
    ✗ title: There is no title.
    ✓ zero: Every bar begins at zero.
    ...
    ✗ source: No source is printed in the picture.
    """
    drawn = _drawn(draw, data, sys._getframe(1).f_globals)
    if isinstance(drawn, str):
        print(drawn)
        return
    chart, remarks = drawn
    show(chart)
    for remark in remarks:
        print(f"{'✓' if remark.fine else '✗'} {remark.about}: {remark.words}")


def chart_of(draw: Callable[..., Any] | str, *data: object) -> Chart | str:
    """Return what a function draws as a chart that can be saved, or say why there is none.

    Parameters
    ----------
    draw, *data
        As for `try_chart`.

    Returns
    -------
    Chart or str
        A sentence when the function is not finished or stops.

    Examples
    --------
    >>> chart_of("line_with_gaps", {2023: 5})
    'line_with_gaps is not defined: run the cell that defines it.'
    """
    drawn = _drawn(draw, data, sys._getframe(1).f_globals)
    return drawn if isinstance(drawn, str) else drawn[0]


def _drawn(
    draw: Callable[..., Any] | str, data: Sequence[object], caller: Mapping[str, Any]
) -> tuple[Chart, tuple[Remark, ...]] | str:
    """Run a learner's function; nothing that it does stops the notebook."""
    function: Any = draw
    name = draw if isinstance(draw, str) else getattr(draw, "__name__", "the function")
    if isinstance(draw, str):
        # By its name, as `check` does: a name that is not there yet stops no notebook.
        shell = get_ipython()
        names = caller if shell is None else shell.user_ns
        if name not in names:
            return f"{name} is not defined: run the cell that defines it."
        function = names[name]
    if function is ... or (callable(function) and is_stub(function)):
        return f"{name} is not finished: replace the three dots, and run its cell again."
    try:
        figure = function(*data)
        remarks = tuple(review(figure))
        if isinstance(figure, Chart):
            return figure, remarks
        whole = figure if isinstance(figure, Figure) else figure.get_figure()
        title = read_figure(whole).title or _UNTITLED
        return Chart(whole, title, describe(whole)), remarks
    except Exception as error:  # a learner's function may raise anything
        said = str(error).strip().splitlines() or ["no more is said"]
        stops = f"{name} stops with an error. {type(error).__name__}: {said[0]}"
        return f"{stops}\nDoes it end with `return figure`?" if "expected" in str(error) else stops


def tell(series: YearSeries, first: int, last: int, from_zero: bool = True) -> Chart | str:
    """Draw a part of a series; the title says what that part says.

    Parameters
    ----------
    series : YearSeries
        What ``copydesk.charts.year_series`` returns.
    first, last : int
        The first and the last year that are drawn.
    from_zero : bool
        Whether the axis begins at zero. If not, it begins at the lowest figure.

    Returns
    -------
    Chart or str
        A sentence when there is nothing to draw.

    Examples
    --------
    >>> from copydesk.charts import year_series
    >>> attacks = year_series("pips-attacks")
    >>> tell(attacks, 2013, 2024).title
    'PIPS counts 521 attacks in Pakistan for 2024, 70 per cent fewer than for 2013'
    >>> tell(attacks, 2019, 2024).title
    'PIPS counts 521 attacks in Pakistan for 2024, 128 per cent more than for 2019'
    >>> tell(attacks, 2024, 2019)
    'The first year has to come before the last year.'
    """
    if first >= last:
        return "The first year has to come before the last year."
    try:
        part = series.between(first, last)
    except ValueError as error:
        return str(error)
    return series_line(part, begins=0 if from_zero else min(part.counts.values()))


class ChartStudio(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls and, below them, the chart that they make; make one with `studio`.

    Attributes
    ----------
    first, last : ipywidgets.SelectionSlider
        The first and the last year, of those that have a figure.
    series : ipywidgets.ToggleButtons
        Which series.
    from_zero : ipywidgets.Checkbox
        Whether the axis begins at zero.
    result : ipywidgets.HTML
        The chart and its description.
    """

    def __init__(self, series: Sequence[YearSeries]) -> None:
        known = {f"{one.tracker}, {one.counted}": one for one in series}
        # No menus: in a notebook, the arrow keys go to the next cell and not through a menu.
        years = list(series[0].counts)
        self.first = _slider("First year", years, years[0])
        self.last = _slider("Last year", years, years[-1])
        self.series = ipywidgets.ToggleButtons(
            options=list(known.items()),
            description="Series",
            tooltips=[f"Series: {name}. Enter chooses it." for name in known],
            style={"description_width": "initial", "button_width": "auto"},
        )
        self.from_zero = ipywidgets.Checkbox(
            value=True,
            description="Axis from zero",
            indent=False,
            tooltip="Axis from zero. The space bar changes it.",
            layout={"width": "auto"},
        )
        self.result = ipywidgets.HTML(layout={"max_width": "50em"})
        controls = [self.first, self.last, self.series, self.from_zero]
        row = ipywidgets.Box(controls, layout={"flex_flow": "row wrap", "overflow": "visible"})
        super().__init__([row, self.result], layout={"overflow": "visible"})
        self._quiet = False
        self.series.observe(lambda _: self._offer_years(), names="value")
        for control in (self.first, self.last, self.from_zero):
            control.observe(lambda _: self._draw(), names="value")
        self._offer_years()

    def _offer_years(self) -> None:
        """Offer the years of the chosen series, and begin with all of them."""
        years = list(self.series.value.counts)
        self._quiet = True  # one picture for the change, and not one for each menu
        self.first.options = self.last.options = years
        self.first.value, self.last.value = years[0], years[-1]
        self._quiet = False
        self._draw()

    def _draw(self) -> None:
        if self._quiet:
            return
        told = tell(self.series.value, self.first.value, self.last.value, self.from_zero.value)
        if isinstance(told, str):
            self.result.value = f'<p aria-live="polite">{html.escape(told)}</p>'
            return
        picture = base64.b64encode(told.png()).decode("ascii")
        # The text stands beside the picture, so the picture itself has only its title.
        self.result.value = (
            f'<img src="data:image/png;base64,{picture}" alt="{html.escape(told.title)}" '
            'style="width: 45em; max-width: 100%; height: auto;">'
            f'<p aria-live="polite" style="line-height: 1.5; max-width: 45em;">'
            f"Text description: {html.escape(told.description)}</p>"
        )

    def __repr__(self) -> str:
        """Say it in words: a notebook is kept, printed and read where no widget can run."""
        return (
            f"Controls for a chart: series, first year, last year, axis from zero; now "
            f"{self.series.label}, {self.first.value}, {self.last.value}, "
            f"{'from zero' if self.from_zero.value else 'not from zero'}. "
            "The call above gives the same result."
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Give the text in full, where ipywidgets would cut it."""
        data = super()._repr_mimebundle_(**kwargs)
        return None if data is None else {**data, "text/plain": repr(self)}


def studio(*series: YearSeries) -> ChartStudio:
    """Show controls that make one chart say two things. Tab, the arrow keys and Enter work them.

    Parameters
    ----------
    *series : YearSeries
        One series or several to choose from.

    Returns
    -------
    ChartStudio
        The controls and the chart; `tell` gives the same by a plain call.

    Examples
    --------
    >>> from copydesk.charts import year_series
    >>> studio(year_series("pips-attacks"))  # doctest: +NORMALIZE_WHITESPACE
    Controls for a chart: series, first year, last year, axis from zero; now PIPS, attacks, 2013,
    2024, from zero. The call above gives the same result.
    """
    return ChartStudio(series)


def _slider(label: str, options: list[int], start: int) -> ipywidgets.SelectionSlider:
    return ipywidgets.SelectionSlider(
        options=options,
        value=start,
        description=label,
        tooltip=f"{label}. The arrow keys change it.",
        continuous_update=False,
        style={"description_width": "initial"},
    )

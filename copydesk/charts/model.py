"""A chart: a figure and the same finding in words, in the kit's one look."""

from __future__ import annotations

import base64
import io
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import matplotlib
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from copydesk.charts.content import Content
from copydesk.corpus import package_path

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

# Three of the Okabe-Ito colours, told apart by people with any colour vision, and the ink of the
# words. Okabe and Ito (2008), "Color Universal Design". Orange is too pale for a line on white: it
# is for areas with an edge.
BLUE = "#0072B2"
VERMILLION = "#D55E00"
ORANGE = "#E69F00"
INK = "#333333"

STYLE_FILE = package_path("charts/chart_style.mplstyle")
"""The style sheet of the kit, for ``matplotlib.style.use`` as well."""

WIDTH = 7.2
"""Inches: what a printed page and a notebook have room for."""

DOTS = 200
"""Dots an inch of a PNG. A notebook shows 100 of them an inch, so that it can be read at 200%."""

_LINE = 72  # letters of a line of the printed description
_TITLE, _NOTE = 64, 84  # letters of a line in the picture


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure with its finding in words.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        The picture.
    title : str
        The finding, as the title of the picture states it.
    description : str
        What the picture shows, for a reader who does not see it: type, axes, range, extremes.
    """

    figure: Figure
    title: str
    description: str

    def __repr__(self) -> str:
        """Show the words where no picture can be shown."""
        return f"Chart. {self.description}"

    def png(self) -> bytes:
        """Return the picture as a PNG file, with 200 dots an inch."""
        buffer = io.BytesIO()
        with chart_style():
            _settle(self.figure)
            self.figure.savefig(
                buffer, format="png", dpi=DOTS, metadata={"Software": None}, bbox_inches="tight"
            )
        return buffer.getvalue()

    def svg(self) -> bytes:
        """Return the picture as an SVG file, with letters drawn as shapes."""
        buffer = io.BytesIO()
        with chart_style():
            engine = self.figure.get_layout_engine()
            if isinstance(engine, ConstrainedLayoutEngine):
                engine.execute(self.figure)
                self.figure.set_layout_engine("none")
            # Straight to the writer: savefig draws a picture two to four times.
            FigureCanvasSVG(self.figure).print_svg(  # type: ignore[no-untyped-call]
                buffer, metadata={"Date": None, "Creator": None}
            )
        return buffer.getvalue()

    def _ipython_display_(self) -> None:
        """In a notebook, the last value of a cell is shown as `show` shows it."""
        show(self)


def _settle(figure: Figure) -> None:
    """Let the layout find its places, and keep them: it moves a little at every drawing."""
    if isinstance(figure.get_layout_engine(), ConstrainedLayoutEngine):
        figure.draw_without_rendering()
        figure.draw_without_rendering()
        figure.set_layout_engine("none")


def show(chart: Chart) -> None:
    """Show a chart: the picture, and the description as printed text below it.

    The text is printed and not only kept beside the picture. Printed text reaches a screen reader,
    an exported page, a printout, and a terminal that shows no pictures.

    Parameters
    ----------
    chart : Chart
        What a function of ``copydesk.charts`` returns.

    Examples
    --------
    >>> from copydesk.charts import page_shape, show
    >>> show(page_shape(["Menu", "The talks ended."], "a note"))
    The longest of 2 lines is line 2, with 16 characters
    Text description: Bar chart of the length of each line of a note, in
    characters from zero. The longest of 2 lines is line 2, with 16
    characters. 0 lines have no characters; 2 printed lines have fewer than
    40 and 0 have 100 or more.
    """
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        print(chart.title)
    else:
        png = chart.png()
        encoded = base64.b64encode(png).decode("ascii")  # a kernel in a browser takes no bytes
        # The size on the screen; the picture itself has more dots, for a window that is zoomed.
        width = int.from_bytes(png[16:20], "big") * 100 // DOTS
        display(  # type: ignore[no-untyped-call]
            {"image/png": encoded, "text/plain": chart.title},
            metadata={"image/png": {"alt": chart.description, "width": width}},
            raw=True,
        )
    print(textwrap.fill(f"Text description: {chart.description}", _LINE))


@contextmanager
def chart_style() -> Iterator[None]:
    """Draw in the look of the kit, whatever the settings of the machine are.

    Examples
    --------
    >>> from matplotlib import rcParams
    >>> with chart_style():
    ...     rcParams["axes.titlelocation"]
    'left'
    """
    with rc_context(_look()):
        yield


@cache
def _look() -> dict[RcKeyType, Any]:
    """Return every setting of how a figure looks: Matplotlib's defaults, then the style sheet."""
    own = matplotlib.rc_params_from_file(str(STYLE_FILE), use_default_template=False)
    groups = {"axes", "figure", "font", "grid", "hatch", "legend", "lines", "patch", "path"}
    groups |= {"savefig", "svg", "text", "xtick", "ytick", "markers", "mathtext", "agg"}
    groups -= {"savefig.directory"}
    defaults = {
        key: value
        for key, value in matplotlib.rcParamsDefault.items()
        if key.split(".")[0] in groups
    }
    return {**defaults, **own}


STYLE: dict[RcKeyType, Any] = dict(
    matplotlib.rc_params_from_file(str(STYLE_FILE), use_default_template=False)
)
"""The settings of the style sheet, for ``matplotlib.rc_context``."""


def new_figure(height: float, panels: int = 1, *, side_by_side: bool = False) -> Figure:
    """Make a figure with panels, in the look of the kit.

    No pyplot here: it keeps every figure of a session in memory.

    Parameters
    ----------
    height : float
        Inches, without the title.
    panels : int
        How many pictures stand in the figure.
    side_by_side : bool
        In a row and not in a column.

    Returns
    -------
    matplotlib.figure.Figure
        Its ``axes`` are the panels, in the order of reading.
    """
    with chart_style():
        layout = ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.08)
        figure = Figure(figsize=(WIDTH, height), layout=layout)
        rows, columns = (1, panels) if side_by_side else (panels, 1)
        figure.subplots(rows, columns, squeeze=False)
    return figure


def finish(
    figure: Figure, title: str, source: str, note: str = "", note_width: int = _NOTE
) -> None:
    """Write the words that every chart has: its finding above, a note, and its source below."""
    above = [textwrap.fill(title, _TITLE)]
    with chart_style():
        figure.suptitle("\n".join(above), x=0.012, ha="left")
        if note:
            first = figure.axes[0]
            first.set_title(textwrap.fill(note, note_width), fontsize=9.5)
        below = textwrap.fill(f"Source: {source}", _NOTE + 10)
        # The layout makes room for a label of the whole figure, and the source is one.
        figure.supxlabel(below, x=0.988, ha="right", fontsize=9)


def finished(figure: Figure, content: Content, **note: int) -> Chart:
    """Write the words of a chart into its figure."""
    finish(figure, content.title, content.source, content.note, **note)
    return Chart(figure, content.title, content.description)


def whole_numbers(axes: Axes, *which: str, at_most: int = 9) -> None:
    """Put marks only at whole numbers on the axes "x" or "y", and not more than fit."""
    for name in which:
        axis = axes.xaxis if name == "x" else axes.yaxis
        axis.set_major_locator(MaxNLocator(nbins=at_most, integer=True))


def thousands(axes: Axes, which: str = "y") -> None:
    """Write the numbers along an axis as the text does: 1,500."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_formatter(StrMethodFormatter("{x:,.10g}"))

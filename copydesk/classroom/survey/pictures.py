"""Bars that count something in a corpus, with the same counts in words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from copydesk.charts import BLUE, INK, Chart, chart_style
from copydesk.charts.model import finish, new_figure, thousands, whole_numbers

MOST = 15
"""How many bars a chart has; the rest is told of in its note."""


def counted(
    rows: Sequence[tuple[str, int, int]],
    title: str,
    kinds: tuple[str, str],
    axis: str,
    source: str,
) -> Chart:
    """Draw counts of one or two kinds as bars from zero, the first row on top.

    Parameters
    ----------
    rows : sequence of (str, int, int)
        A name, and how many there are of each kind; at least one row.
    title : str
        The finding.
    kinds : tuple of (str, str)
        What the two counts are. Where the second name is empty, there is one kind.
    axis : str
        What is counted.
    source : str
        Where the counts come from.

    Returns
    -------
    Chart

    Examples
    --------
    >>> chart = counted([("A", 2, 1), ("B", 1, 0)], "A has most", ("own", "said"), "Uses", "a note")
    >>> chart.description
    'Bar chart of uses in a note, from zero. A has most. A: own 2, said 1; B: own 1, said 0.'
    """
    shown, left = list(rows[:MOST]), rows[MOST:]
    first, second = kinds
    figure = new_figure(1.7 + 0.32 * len(shown))
    (axes,) = figure.axes
    with chart_style():
        places = range(len(shown))
        own = [count for _, count, _ in shown]
        axes.barh(places, own, color=BLUE, edgecolor=INK, label=first)
        if second:
            others = [count for _, _, count in shown]
            axes.barh(
                places, others, left=own, color="white", edgecolor=INK, hatch="///", label=second
            )
            axes.legend(loc="lower right")
        names = [textwrap.shorten(name, 34, placeholder=" …") for name, _, _ in shown]
        axes.set_yticks(places, names)
        axes.invert_yaxis()
        axes.set(xlabel=axis, xlim=(0, None))
        whole_numbers(axes, "x")
        thousands(axes, "x")
    note = f"{len(left):,} more are in the table." if left else ""
    finish(figure, title, source, note)
    told = "; ".join(
        f"{name}: {first} {count:,}, {second} {other:,}" if second else f"{name}: {count:,}"
        for name, count, other in shown
    )
    description = f"Bar chart of {axis.lower()} in {source}, from zero. {title}. {told}."
    return Chart(figure, title, f"{description} {note}".strip())

"""Charts of one article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copydesk.charts.content import role_counts, tone_scores
from copydesk.charts.model import (
    BLUE,
    INK,
    VERMILLION,
    Chart,
    chart_style,
    finish,
    finished,
    new_figure,
    whole_numbers,
)

if TYPE_CHECKING:
    import pandas as pd

    from copydesk.cleaning import LabelledLine


def page_shape(lines: Sequence[str], source: str) -> Chart:
    """Draw the length of every line of a raw article, from its first line to its last.

    Parameters
    ----------
    lines : sequence of str
        The raw lines of one article, blank lines too: at least one.
    source : str
        Where the lines come from, and their date, for the note under the chart.

    Returns
    -------
    Chart
        One bar a line, on an axis of characters from zero.

    Examples
    --------
    >>> page_shape(["Menu", "", "The talks ended on Monday."], "a note").title
    'The longest of 3 lines is line 3, with 26 characters'
    """
    lengths = [len(line) for line in lines]
    longest = max(lengths)
    title = (
        f"The longest of {len(lengths)} lines is line {lengths.index(longest) + 1}, "
        f"with {longest} characters"
    )
    figure = new_figure(3.2)
    (axes,) = figure.axes
    with chart_style():
        axes.bar(range(1, len(lengths) + 1), lengths, color=BLUE)
        axes.set(xlabel="Line number", ylabel="Characters", ylim=(0, None))
        whole_numbers(axes, "x")
    finish(figure, title, source, "One bar is one line of the file.")
    printed = [length for length in lengths if length]
    description = (
        f"Bar chart of the length of each line of {source}, in characters from zero. "
        f"{title}. {len(lengths) - len(printed)} lines have no characters; "
        f"{sum(length < 40 for length in printed)} printed lines have fewer than 40 and "
        f"{sum(length >= 100 for length in printed)} have 100 or more."
    )
    return Chart(figure, title, description)


def line_roles(lines: Sequence[LabelledLine], source: str) -> Chart:
    """Draw how many lines of an article have each role.

    Parameters
    ----------
    lines : sequence of LabelledLine
        The labelled lines of one article; blank lines are left out of the picture.
    source : str
        Where the lines come from, for the note under the chart.

    Returns
    -------
    Chart
        Horizontal bars from zero, the longest on top. A kept role is a full bar, a dropped role
        is hatched.

    Examples
    --------
    >>> from copydesk.cleaning import label_lines
    >>> chart = line_roles(label_lines(["close", "", "The minister spoke on Sunday."]), "a note")
    >>> chart.title
    '1 of 2 printed lines is kept as the story'
    """
    content = role_counts(lines, source)
    rows = content.rows
    figure = new_figure(1.6 + 0.32 * len(rows))
    (axes,) = figure.axes
    with chart_style():
        bars = axes.barh(
            [role for role, _, _ in rows],
            [count for _, _, count in rows],
            color=[BLUE if is_kept else "white" for _, is_kept, _ in rows],
            edgecolor=[BLUE if is_kept else VERMILLION for _, is_kept, _ in rows],
        )
        for bar, (_, is_kept, _) in zip(bars, rows, strict=True):
            bar.set_hatch("" if is_kept else "////")
        axes.bar_label(bars, padding=3)
        axes.set(xlabel="Number of lines", ylabel="Role", xlim=(0, None))
        whole_numbers(axes, "x")
    return finished(figure, content)


def tone_along(sentences: pd.DataFrame, source: str) -> Chart:
    """Draw two sentiment scores along the sentences of an article.

    Parameters
    ----------
    sentences : pandas.DataFrame
        What ``copydesk.tone.score_sentences`` returns.
    source : str
        Where the sentences come from, for the note under the chart.

    Returns
    -------
    Chart
        Both scores run from -1 to 1. TextBlob is a full line with dots, VADER a dashed line with
        squares.

    Examples
    --------
    >>> from copydesk.tone import score_sentences
    >>> tone_along(score_sentences("A good day. A bad day."), "a note").title
    'TextBlob and VADER scores have opposite signs in 0 of 2 sentences'
    """
    content = tone_scores(sentences, source)
    figure = new_figure(3.8)
    (axes,) = figure.axes
    with chart_style():
        axes.axhline(0, color=INK, linewidth=0.8)
        for name, scores in content.scores:
            axes.plot(content.numbers, scores, label=name)
        axes.set(xlabel="Sentence number", ylabel="Score (-1 to 1)", ylim=(-1.05, 1.05))
        whole_numbers(axes, "x")
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2, handlelength=3.5)
    return finished(figure, content)

"""Charts of one article, and of one claim in it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from copydesk.charts.model import (
    BLUE,
    INK,
    VERMILLION,
    Chart,
    chart_style,
    finish,
    new_figure,
    whole_numbers,
)
from copydesk.charts.text import number
from copydesk.verification.reference import Reference, load_reference

if TYPE_CHECKING:
    from copydesk.claims import Claim
    from copydesk.cleaning import LabelledLine
    from copydesk.verification import Verdict


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
    printed = [line for line in lines if line.role != "blank"]
    counts = Counter((line.role, line.kept) for line in printed)
    rows = sorted(counts.items(), key=lambda item: (item[1], item[0]))
    kept = sum(line.kept for line in printed)
    title = (
        f"{kept} of {len(printed)} printed lines {'is' if kept == 1 else 'are'} kept as the story"
    )
    figure = new_figure(1.6 + 0.32 * len(rows))
    (axes,) = figure.axes
    with chart_style():
        bars = axes.barh(
            [role for (role, _), _ in rows],
            [count for _, count in rows],
            color=[BLUE if is_kept else "white" for (_, is_kept), _ in rows],
            edgecolor=[BLUE if is_kept else VERMILLION for (_, is_kept), _ in rows],
        )
        for bar, ((_, is_kept), _) in zip(bars, rows, strict=True):
            bar.set_hatch("" if is_kept else "////")
        axes.bar_label(bars, padding=3)
        axes.set(xlabel="Number of lines", ylabel="Role", xlim=(0, None))
        whole_numbers(axes, "x")
    finish(figure, title, source, "Full bar: kept. Hatched bar: dropped.")
    words = ", ".join(
        f"{role} {count} ({'kept' if is_kept else 'dropped'})"
        for (role, is_kept), count in reversed(rows)
    )
    description = (
        f"Bar chart of the lines of {source} by role, counted in lines from zero. "
        f"{title}. From most to fewest: {words or 'no lines'}."
    )
    return Chart(figure, title, description)


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
    textblob, vader = sentences["textblob_polarity"], sentences["vader_compound"]
    apart = int(((textblob > 0) & (vader < 0) | (textblob < 0) & (vader > 0)).sum())
    title = (
        f"TextBlob and VADER scores have opposite signs in {apart} of {len(sentences)} sentences"
    )
    figure = new_figure(3.8)
    (axes,) = figure.axes
    with chart_style():
        axes.axhline(0, color=INK, linewidth=0.8)
        numbers = sentences["number"]
        axes.plot(numbers, textblob, label="TextBlob polarity")
        axes.plot(numbers, vader, label="VADER compound")
        axes.set(xlabel="Sentence number", ylabel="Score (-1 to 1)", ylim=(-1.05, 1.05))
        whole_numbers(axes, "x")
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2, handlelength=3.5)
    finish(figure, title, source, "Scores of words, not of the reporter's opinion.")
    description = (
        f"Line chart of two sentiment scores for each of the {len(sentences)} sentences of "
        f"{source}, on an axis from -1 to 1. {title}."
    )
    if len(sentences):
        lows = [
            f"{name} is lowest, {scores.min():.2f}, in sentence "
            f"{numbers.iloc[int(scores.argmin())]} and highest, {scores.max():.2f}, in sentence "
            f"{numbers.iloc[int(scores.argmax())]}"
            for name, scores in (("TextBlob", textblob), ("VADER", vader))
        ]
        description += f" {lows[0]}; {lows[1]}."
    return Chart(figure, title, description)


def claim_evidence(claim: Claim, verdict: Verdict, reference: Reference | None = None) -> Chart:
    """Draw one claimed figure against every figure that its verdict rests on.

    Parameters
    ----------
    claim : Claim
        The figure as the article prints it.
    verdict : Verdict
        What ``copydesk.verification.verify`` returned for it.
    reference : Reference, optional
        Where the figures of the verdict stand; left out, that of the kit.

    Returns
    -------
    Chart
        One row a figure, named by series, year and edition, on an axis from zero. The claimed
        value is a dashed line; a bar through a dot is the range from low to high estimate. A
        figure for a part of a year or of a country is named as that, and its dot is empty.
    """
    rows = verdict.evidence
    parts = _parts(reference or load_reference()) if rows else {}
    part_of = [parts.get((row.series_id, row.year, row.edition, row.value), "") for row in rows]
    # The series, not only the tracker: one report prints several counts of one year.
    names = [
        f"{row.series_id} {row.year}{f' ({part} only)' if part else ''}, {row.edition}"
        for row, part in zip(rows, part_of, strict=True)
    ]
    title = f"“{claim.text}”: {verdict.label}"
    values = [row.value for row in rows]
    figure = new_figure(1.7 + 0.36 * max(1, len(rows)))
    (axes,) = figure.axes
    with chart_style():
        places = list(range(len(rows)))[::-1]
        for place, row in zip(places, rows, strict=True):
            if row.low is not None and row.high is not None:
                axes.plot([row.low, row.high], [place, place], "-", color=BLUE)
            axes.annotate(
                number(row.value),
                (row.value, place),
                xytext=(6, 4),
                textcoords="offset points",
                fontsize=9,
            )
        for value, place, part in zip(values, places, part_of, strict=True):
            axes.plot(value, place, "o", color=BLUE, fillstyle="none" if part else "full")
        axes.axvline(claim.value, color=VERMILLION, linestyle="--")
        axes.set_yticks(places, [textwrap.fill(name, 40) for name in names], fontsize=9)
        axes.set(
            xlabel=claim.unit or "Number",
            xlim=(0, 1.15 * max([claim.value, *values, 1])),
            ylim=(-0.7, len(rows) - 0.3 if rows else 0.7),
        )
    publishers = ", ".join(dict.fromkeys(row.tracker for row in rows)) or "no series found"
    note = f"Dashed line: {number(claim.value)}, as the article says."
    if any(part_of):
        note += " Empty dot: a part of a year or of a country."
    finish(figure, title, publishers, note, note_width=56)
    listed = "; ".join(
        f"{name}: {number(value)}" for name, value in zip(names, values, strict=True)
    )
    description = (
        f"Dot chart on an axis from zero. The article says {number(claim.value)}. "
        f"{listed or 'No figure to compare it with was found'}. Verdict: {verdict.label}."
    )
    return Chart(figure, title, description)


def _parts(reference: Reference) -> dict[tuple[str, int, str, float], str]:
    """Say of which part of a year or a country a figure is, for those that are of a part."""
    return {
        (row.series_id, row.year, row.edition, row.value): ", ".join(
            filter(None, (row.region, row.months))
        )
        for row in reference.figures
        if row.region or row.months
    }

"""Lesson 07: charts that say what the data says, to everyone.

A chart is a figure and the same finding in words. The words are computed from the data that is
drawn, and they are printed under the picture, so that they reach a screen reader, a printout and
an exported page.
"""

from __future__ import annotations

import io
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

    from copydesk.claims import Claim
    from copydesk.cleaning import LabelledLine
    from copydesk.verification import Verdict

# Two of the Okabe-Ito colours, told apart by people with any colour vision and in grey print.
# Okabe and Ito (2008), "Color Universal Design".
BLUE = "#0072B2"
ORANGE = "#E69F00"
INK = "#333333"

STYLE: dict[RcKeyType, Any] = {
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.edgecolor": INK,
    "figure.facecolor": "white",
    "svg.hashsalt": "copydesk",
}


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
        What the picture shows, for who does not see it: type, axes, range, what stands out.
    """

    figure: Figure
    title: str
    description: str

    def __repr__(self) -> str:
        """Show the words where no picture can be shown."""
        return f"Chart. {self.description}"

    def png(self) -> bytes:
        """Return the picture as a PNG file, 100 dots an inch."""
        return self._file("png", {"Software": None})

    def svg(self) -> bytes:
        """Return the picture as an SVG file, with letters drawn as shapes."""
        return self._file("svg", {"Date": None, "Creator": None})

    def _file(self, kind: str, metadata: dict[str, None]) -> bytes:
        buffer = io.BytesIO()
        with rc_context(STYLE):
            self.figure.savefig(
                buffer, format=kind, dpi=100, metadata=metadata, bbox_inches="tight"
            )
        return buffer.getvalue()

    def _ipython_display_(self) -> None:
        """In a notebook: the picture with its alternative text, then the words below it."""
        from IPython.display import display

        display(  # type: ignore[no-untyped-call]
            {"image/png": self.png(), "text/plain": self.title},
            metadata={"image/png": {"alt": self.description}},
            raw=True,
        )
        print(textwrap.fill(f"Text description: {self.description}", 72))


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
    'The longest of 3 lines is line 3, with 27 characters'
    """
    lengths = [len(line) for line in lines]
    longest = max(lengths)
    title = (
        f"The longest of {len(lengths)} lines is line {lengths.index(longest) + 1}, "
        f"with {longest} characters"
    )
    figure, axes = _figure(height=3.2)
    with rc_context(STYLE):
        axes.bar(range(1, len(lengths) + 1), lengths, color=BLUE)
        axes.set(xlabel="Line number", ylabel="Characters", ylim=(0, None))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        _title(axes, title, "One bar is one line of the file.", source)
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
    figure, axes = _figure(height=1.6 + 0.32 * len(rows))
    with rc_context(STYLE):
        bars = axes.barh(
            [role for (role, _), _ in rows],
            [count for _, count in rows],
            color=[BLUE if is_kept else "white" for (_, is_kept), _ in rows],
            edgecolor=[BLUE if is_kept else ORANGE for (_, is_kept), _ in rows],
        )
        for bar, ((_, is_kept), _) in zip(bars, rows, strict=True):
            bar.set_hatch("" if is_kept else "////")
        axes.bar_label(bars, padding=3)
        axes.set(xlabel="Number of lines", ylabel="Role", xlim=(0, None))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        _title(axes, title, "Full bar: kept. Hatched bar: dropped.", source)
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
    'TextBlob and VADER take different sides in 0 of 2 sentences'
    """
    textblob, vader = sentences["textblob_polarity"], sentences["vader_compound"]
    apart = int(((textblob > 0) & (vader < 0) | (textblob < 0) & (vader > 0)).sum())
    title = f"TextBlob and VADER take different sides in {apart} of {len(sentences)} sentences"
    figure, axes = _figure(height=3.6)
    with rc_context(STYLE):
        axes.axhline(0, color=INK, linewidth=0.8)
        numbers = sentences["number"]
        axes.plot(numbers, textblob, color=BLUE, marker="o", label="TextBlob polarity")
        axes.plot(numbers, vader, color=ORANGE, marker="s", linestyle="--", label="VADER compound")
        axes.set(xlabel="Sentence number", ylabel="Score (-1 to 1)", ylim=(-1.05, 1.05))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.24), ncols=2, frameon=False)
        _title(axes, title, "Scores of words, not of the reporter's opinion.", source)
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


def stance_grid(stances: Iterable[tuple[str, str, int]], source: str) -> Chart:
    """Draw who takes which side toward whom, as a grid of counts with signs.

    Parameters
    ----------
    stances : iterable of (str, str, int)
        One holder, one party and one stance (-1 against, 0 neither, 1 for) for each sentence and
        party. A stance of 0 has no holder; its text is not looked at.
    source : str
        Where the stances come from, and their date, for the note under the chart.

    Returns
    -------
    Chart
        Rows are holders, columns are the parties toward whom at least one stance is held. In a
        cell, "- 2" is two sentences against and "+ 1" one sentence for. The lowest row counts the
        sentences that name the party and take no side.

    Examples
    --------
    >>> rows = [("the mayor", "the firm", -1), ("outlet", "the firm", -1), ("", "the firm", 0)]
    >>> stance_grid(rows, "a note").title
    'The sentences take a side 2 times: 2 against, 0 for'
    """
    rows = list(stances)
    sides = Counter((holder, party, side) for holder, party, side in rows if side)
    taken = Counter(holder for holder, _, side in rows if side)
    holders = sorted(taken, key=lambda name: (-taken[name], name))
    columns = Counter(party for _, party, side in rows if side)
    parties = sorted(columns, key=lambda name: (-columns[name], name))
    neither = Counter(party for _, party, side in rows if not side)
    against = sum(side < 0 for _, _, side in rows)
    total = sum(taken.values())
    title = (
        f"The sentences take a side {total} {'time' if total == 1 else 'times'}: "
        f"{against} against, {total - against} for"
    )
    figure, axes = _figure(height=2.2 + 0.5 * len(holders))
    with rc_context(STYLE):
        for column, party in enumerate(parties):
            for row, holder in enumerate(holders):
                down, up = sides[holder, party, -1], sides[holder, party, 1]
                words = [f"− {down}"] * (down > 0) + [f"+ {up}"] * (up > 0)
                _cell(axes, column, row, "  ".join(words), down > 0, up > 0)
            _cell(axes, column, len(holders), f"0: {neither[party]}", False, False)
        _grid_names(axes, parties, [*holders, "no side taken"])
        axes.set(xlabel="Toward whom", ylabel="Who takes the side")
        note = "− sentences against (hatched), + sentences for, 0 sentences without a side."
        _title(axes, title, note, source)
    told = "; ".join(
        f"{holder} toward {party}: {count} {'against' if side < 0 else 'for'}"
        for holder in holders
        for party in parties
        for side in (-1, 1)
        if (count := sides[holder, party, side])
    )
    without = ", ".join(f"{party} {neither[party]}" for party in parties)
    description = (
        f"Grid of stances in {source}. Rows are who takes the side, columns are toward whom. "
        f"{title}. {told or 'No side is taken'}. Sentences that name the party and take no side: "
        f"{without or 'not shown, because no party has a side'}."
    )
    return Chart(figure, title, description)


def claim_evidence(claim: Claim, verdict: Verdict) -> Chart:
    """Draw one claimed figure against every figure that its verdict rests on.

    Parameters
    ----------
    claim : Claim
        The figure as the article prints it.
    verdict : Verdict
        What ``copydesk.verification.verify`` returned for it.

    Returns
    -------
    Chart
        One row a figure, named by series, year and edition, on an axis from zero. The claimed
        value is a dashed line; a bar through a dot is the range from low to high estimate.
    """
    rows = verdict.evidence
    # The series, not only the tracker: one report prints several counts of one year.
    names = [f"{row.series_id} {row.year}, {row.edition}" for row in rows]
    title = f"“{claim.text}”: {verdict.label}"
    values = [row.value for row in rows]
    figure, axes = _figure(height=1.7 + 0.34 * max(1, len(rows)))
    with rc_context(STYLE):
        places = list(range(len(rows)))[::-1]
        for place, row in zip(places, rows, strict=True):
            if row.low is not None and row.high is not None:
                axes.plot([row.low, row.high], [place, place], color=BLUE, linewidth=2)
            axes.annotate(
                f"{row.value:,.10g}",
                (row.value, place),
                xytext=(6, 4),
                textcoords="offset points",
                fontsize=8,
            )
        axes.plot(values, places, "o", color=BLUE)
        axes.axvline(claim.value, color=ORANGE, linestyle="--")
        axes.set_yticks(places, names, fontsize=8)
        axes.set(
            xlabel=claim.unit or "Number",
            xlim=(0, 1.15 * max([claim.value, *values, 1])),
            ylim=(-0.7, len(rows) - 0.3 if rows else 0.7),
        )
        publishers = ", ".join(dict.fromkeys(row.tracker for row in rows)) or "no series found"
        _title(axes, title, f"Dashed line: {claim.value:,.10g}, as the article says.", publishers)
    listed = "; ".join(f"{name}: {value:,.10g}" for name, value in zip(names, values, strict=True))
    description = (
        f"Dot chart on an axis from zero. The article says {claim.value:,.10g}. "
        f"{listed or 'No figure to compare it with was found'}. Verdict: {verdict.label}."
    )
    return Chart(figure, title, description)


def _figure(height: float) -> tuple[Figure, Axes]:
    """Make a figure without pyplot, which keeps every figure of a session in memory."""
    with rc_context(STYLE):
        figure = Figure(figsize=(7.2, height))
        return figure, figure.add_subplot()


def _title(axes: Axes, title: str, note: str, source: str) -> None:
    axes.set_title(title, pad=24, fontsize=11)
    axes.text(0, 1.0, note, transform=axes.transAxes, va="bottom", fontsize=9, color=INK)
    axes.annotate(
        f"Source: {source}",
        xy=(1, 0),
        xycoords="axes fraction",
        xytext=(0, -36),
        textcoords="offset points",
        ha="right",
        va="top",
        fontsize=8,
        color=INK,
    )


def _cell(axes: Axes, column: int, row: int, text: str, hatched: bool, tinted: bool) -> None:
    """Draw one cell of a grid: the words carry the meaning, the pattern repeats it."""
    axes.add_patch(
        Rectangle(
            (column - 0.5, row - 0.5),
            1,
            1,
            facecolor="#DCEBF5" if tinted and not hatched else "white",
            edgecolor=ORANGE if hatched else "#BBBBBB",
            hatch="///" if hatched else "",
            linewidth=0.8,
        )
    )
    box = {"facecolor": "white", "edgecolor": "none", "pad": 2.5} if hatched else None
    axes.text(column, row, text, ha="center", va="center", color=INK, bbox=box, fontsize=9)


def _grid_names(axes: Axes, columns: Sequence[str], rows: Sequence[str]) -> None:
    """Name the columns and rows of a grid of cells, and show each cell whole."""
    axes.set(xlim=(-0.5, max(1, len(columns)) - 0.5), ylim=(max(1, len(rows)) - 0.5, -0.5))
    narrow = max(8, 76 // max(1, len(columns)))
    names = [textwrap.fill(name, narrow) for name in columns]
    axes.set_xticks(range(len(columns)), names, fontsize=9)
    axes.set_yticks(range(len(rows)), [textwrap.fill(row, 22) for row in rows], fontsize=9)

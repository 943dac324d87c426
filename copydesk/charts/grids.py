"""Charts that are grids of words: who takes which side, and which page uses which word."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from copydesk.charts.model import INK, VERMILLION, Chart, chart_style, finish, new_figure

if TYPE_CHECKING:
    from copydesk.tone import LabelChoice


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
    figure = new_figure(2.2 + 0.5 * len(holders))
    (axes,) = figure.axes
    with chart_style():
        for column, party in enumerate(parties):
            for row, holder in enumerate(holders):
                down, up = sides[holder, party, -1], sides[holder, party, 1]
                words = [f"− {down}"] * (down > 0) + [f"+ {up}"] * (up > 0)
                _cell(axes, column, row, "  ".join(words), down > 0, up > 0)
            _cell(axes, column, len(holders), f"0: {neither[party]}", False, False)
        _grid_names(axes, parties, [*holders, "no side taken"])
        axes.set(xlabel="Toward whom", ylabel="Who takes the side")
    note = "− sentences against (hatched), + sentences for, 0 sentences without a side."
    finish(figure, title, source, note)
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


def labels_by_outlet(choices: Mapping[str, Iterable[LabelChoice]], source: str) -> Chart:
    """Draw which words pages use for people who use force, and in whose voice.

    The chart does not know whom a word means. Give it pages on one event, so that the words are
    for the same people.

    Parameters
    ----------
    choices : mapping of str to iterable of LabelChoice
        For each page, a name for its row and what ``copydesk.tone.label_choices`` returns.
    source : str
        Where the pages come from, and their dates, for the note under the chart.

    Returns
    -------
    Chart
        Rows are pages, in the order given; columns are labels. "own 2" is twice in the outlet's
        own voice (hatched), "said 1" once in words that are given to a speaker.

    Examples
    --------
    >>> from copydesk.tone import label_choices
    >>> pages = {"A": "Militants fled.", "B": "“Terrorists,” the mayor said."}
    >>> found = {name: label_choices(text) for name, text in pages.items()}
    >>> labels_by_outlet(found, "two notes").title
    '0 of 2 pages use a word that condemns in their own voice'
    """
    pages = {name: list(found) for name, found in choices.items()}
    counts = Counter(
        (name, choice.label, choice.voice == "outlet")
        for name, found in pages.items()
        for choice in found
    )
    directions = {choice.label: choice.direction for found in pages.values() for choice in found}
    totals = Counter(choice.label for found in pages.values() for choice in found)
    words = sorted(totals, key=lambda word: (directions[word], -totals[word], word))
    condemning = sum(
        any(choice.direction < 0 and choice.voice == "outlet" for choice in found)
        for found in pages.values()
    )
    title = f"{condemning} of {len(pages)} pages use a word that condemns in their own voice"
    figure = new_figure(1.9 + 0.5 * max(1, len(pages)))
    (axes,) = figure.axes
    with chart_style():
        for row, name in enumerate(pages):
            for column, word in enumerate(words):
                own, said = counts[name, word, True], counts[name, word, False]
                text = [f"own {own}"] * (own > 0) + [f"said {said}"] * (said > 0)
                _cell(axes, column, row, "\n".join(text), own > 0, said > 0)
        effects = {-1: "condemns", 0: "describes", 1: "honours"}
        _grid_names(axes, [f"{word} ({effects[directions[word]]})" for word in words], list(pages))
        axes.set(xlabel="Word", ylabel="Page")
    note = "own: the outlet's own voice (hatched). said: in words given to a speaker."
    finish(figure, title, source, note)
    told = [
        f"{name}: "
        + (
            ", ".join(
                f"{word} {count} {'in its own voice' if own else 'given to a speaker'}"
                for word in words
                for own in (True, False)
                if (count := counts[name, word, own])
            )
            or "none of these words"
        )
        for name in pages
    ]
    description = (
        f"Grid of the words for people who use force in {source}. Rows are pages, columns are "
        f"words. {title}. {'; '.join(told) or 'No page was given'}."
    )
    return Chart(figure, title, description)


def _grid_names(axes: Axes, columns: Sequence[str], rows: Sequence[str]) -> None:
    """Name the columns and rows of a grid of cells, and show each cell whole."""
    axes.set(xlim=(-0.5, max(1, len(columns)) - 0.5), ylim=(max(1, len(rows)) - 0.5, -0.5))
    narrow = max(8, 76 // max(1, len(columns)))
    names = [textwrap.fill(name, narrow) for name in columns]
    axes.set_xticks(range(len(columns)), names, fontsize=9)
    axes.set_yticks(range(len(rows)), [textwrap.fill(row, 22) for row in rows], fontsize=9)


def _cell(axes: Axes, column: int, row: int, text: str, hatched: bool, tinted: bool) -> None:
    """Draw one cell of a grid: the words carry the meaning, the pattern repeats it."""
    axes.add_patch(
        Rectangle(
            (column - 0.5, row - 0.5),
            1,
            1,
            facecolor="#DCEBF5" if tinted and not hatched else "white",
            edgecolor=VERMILLION if hatched else "#BBBBBB",
            hatch="///" if hatched else "",
            linewidth=0.8,
        )
    )
    box = {"facecolor": "white", "edgecolor": "none", "pad": 2.5} if hatched else None
    axes.text(column, row, text, ha="center", va="center", color=INK, bbox=box, fontsize=9)

"""Charts of one claim: against the figures of its verdict, and against a whole series."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from copydesk.charts.content import evidence_rows
from copydesk.charts.model import (
    BLUE,
    INK,
    VERMILLION,
    Chart,
    chart_style,
    finish,
    finished,
    new_figure,
)
from copydesk.charts.series import draw_line, ends, told_series, year_series
from copydesk.charts.text import number
from copydesk.verification.reference import Reference, load_reference

if TYPE_CHECKING:
    from copydesk.claims import Claim
    from copydesk.verification import Verdict


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
        One row a figure, named by body, year, count and edition, on an axis from zero. The claimed
        value is a dashed line; a bar through a dot is the range from low to high estimate. A
        figure for a part of a year or of a country is named as that, and its dot is empty.
    """
    content = evidence_rows(claim, verdict, reference)
    rows = content.rows
    names = [textwrap.fill(row.name, 40) for row in rows]
    # Inches: a name of three lines needs more than the row of one or two.
    tall = max([0.36, *(0.17 * (name.count("\n") + 1) for name in names)])
    figure = new_figure(1.7 + tall * max(1, len(rows)))
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
        for place, row in zip(places, rows, strict=True):
            fill = "none" if row.of_part else "full"
            axes.plot(row.value, place, "o", color=BLUE, fillstyle=fill)
        axes.axvline(content.claimed, color=VERMILLION, linestyle="--")
        axes.set_yticks(places, names, fontsize=9)
        axes.set(
            xlabel=content.unit,
            xlim=(0, content.end),
            ylim=(-0.7, len(rows) - 0.3 if rows else 0.7),
        )
    return finished(figure, content, note_width=56)


def claim_series(claim: Claim, verdict: Verdict, reference: Reference | None = None) -> Chart:
    """Draw a claimed figure against the whole series that its verdict looked at first.

    Parameters
    ----------
    claim : Claim
        The figure as the article prints it.
    verdict : Verdict
        What ``copydesk.verification.verify`` returned for it.
    reference : Reference, optional
        Left out, that of the kit.

    Returns
    -------
    Chart
        The last edition of each year is a full dot, every earlier one an empty dot, and the
        claimed value a dashed line at its year. When the verdict rests on no whole year of a
        country, the chart is that of `claim_evidence`.
    """
    reference = reference or load_reference()
    shown = {(row.series_id, row.year, row.edition, row.value) for row in verdict.evidence[:1]}
    row = next(
        (
            row
            for row in reference.whole_years().figures
            if (row.series_id, row.year, row.edition, row.value) in shown
        ),
        None,
    )
    if row is None:
        return claim_evidence(claim, verdict, reference)
    series = year_series(row.series_id, row.country, reference=reference)
    of_year = [one for one in series.editions if one.year == row.year]
    printed = ", ".join(number(one.value) for one in of_year)
    title = f"The article says {number(claim.value)}; {series.tracker} has {printed} for {row.year}"
    figure = new_figure(3.8)
    (axes,) = figure.axes
    with chart_style():
        draw_line(axes, series)
        earlier = [one for one in series.editions if one not in series.figures]
        axes.plot(
            [one.year for one in earlier],
            [one.value for one in earlier],
            linestyle="",
            marker="o",
            markersize=10,
            fillstyle="none",
            color=INK,
        )
        # At its own year alone: a line across all years would set it beside every one of them.
        axes.plot([row.year - 0.5, row.year + 0.5], [claim.value] * 2, "--", color=VERMILLION)
        axes.set(xlabel="Year", ylabel=series.label)
        axes.set_ylim(0, 1.1 * max(claim.value, *(ends(one)[1] for one in series.editions)))
    note = "Dashed line: the article. Empty dot: an earlier edition of that year."
    finish(figure, title, series.source, note)
    restated = "; ".join(
        f"{year}: " + ", ".join(f"{number(one.value)} ({one.edition.split()[0]})" for one in rows)
        for year in series.counts
        if len(rows := [one for one in series.editions if one.year == year]) > 1
    )
    description = (
        f"Line chart on an axis from zero. {title}. Verdict: {verdict.label}. {told_series(series)}"
        + (f" Editions of the same year: {restated}." if restated else "")
        + f" What is counted: {series.definition}"
    )
    return Chart(figure, title, description)

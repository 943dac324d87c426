"""Charts against small pictures that a person has looked at.

The pictures hold no words: letters and the room they take differ between versions of FreeType, and
``test_charts.py`` reads the words and measures whether they fit. What is left is what is drawn.
The data is made up here, so that a new edition of a count changes no picture. After a change of
the look on purpose, make the pictures again and look at every one of them:

    python -m pytest tests/charts/test_chart_images \
        --mpl-generate-path=tests/charts/test_chart_images/baseline
"""

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.testing.compare import compare_images
from matplotlib.text import Text

from copydesk.charts import (
    STYLE_FILE,
    axis_pair,
    count_and_rate,
    labels_by_outlet,
    series_line,
    stance_grid,
    tone_along,
    trackers,
    two_axes,
    year_series,
)
from copydesk.tone import label_choices, score_sentences
from copydesk.verification.reference import Definition, Figure, Reference

TOLERANCE = 2
"""Matplotlib 3.9 and 3.11 give the same pictures; a line through a gap makes a difference of 8."""

HATCHED = 16
"""These two draw hatching in different ways: up to 15 on a picture that is half hatching."""


def compared(tolerance=TOLERANCE):
    return pytest.mark.mpl_image_compare(
        baseline_dir="baseline",
        style=str(STYLE_FILE),
        tolerance=tolerance,
        savefig_kwargs={"dpi": 50, "metadata": {"Software": None}},
    )


def without_words(chart):
    """Take the words off a chart, and put its panels where no word decides their size."""
    figure = chart.figure
    figure.set_layout_engine("none")
    for text in figure.findobj(Text):
        text.set_visible(False)
    panels = list(dict.fromkeys(axes.get_subplotspec() for axes in figure.axes))
    width = 1 / len(panels)
    for axes in figure.axes:
        place = panels.index(axes.get_subplotspec())
        axes.set_position((place * width + 0.02, 0.06, width - 0.04, 0.88))
        axes.tick_params(labelleft=False, labelright=False, labelbottom=False)
        if axes.get_legend():
            axes.get_legend().remove()
    return figure


def figure(series, country, year, value, low=None, high=None):
    measure = "population" if series == "wb-population" else series.split("-")[1]
    return Figure(
        f"{series}/{country.lower()}/{year}/{year + 1}",
        series,
        series.split("-")[0].upper(),
        country,
        "",
        year,
        "",
        measure,
        float(value),
        low,
        high,
        f"{year + 1}-01 report",
        series,
        "",
        "",
        "",
        "",
    )


ATTACKS = {2018: 20, 2019: 35, 2021: 50, 2022: 30, 2023: 45}
INJURED = {2018: 300, 2019: 100, 2021: 160, 2022: 220, 2023: 200}
FIGURES = [figure("one-attacks", "Lorem", year, value) for year, value in ATTACKS.items()]
FIGURES += [figure("two-injuries", "Lorem", year, value) for year, value in INJURED.items()]
for country, deaths, people in (("Ipsum", 40, 9_000_000), ("Lorem", 60, 2_000_000)):
    FIGURES.append(figure("one-fatalities", country, 2023, deaths, deaths - 10.0, deaths + 20.0))
    FIGURES.append(figure("wb-population", country, 2023, people))


def definition(series):
    words = f"What the body {series.split('-')[0]} counts, told in a sentence of some length."
    return Definition(series, "", "", "", "all", words, "", "", "", "", "")


REFERENCE = Reference(
    tuple(FIGURES), tuple(definition(key) for key in {row.series_id for row in FIGURES}), {}
)


def series(key):
    return year_series(key, "Lorem", reference=REFERENCE)


@compared()
def test_a_line_with_a_gap():
    return without_words(series_line(series("one-attacks")))


@compared()
def test_an_axis_from_zero_and_another():
    return without_words(axis_pair(series("two-injuries").between(2022, 2023), 190))


@compared()
def test_two_axes():
    return without_words(two_axes(series("one-attacks"), series("two-injuries"), 60, 400))


@compared()
def test_small_multiples():
    return without_words(
        trackers([series("one-attacks"), series("one-attacks").between(2021, 2023)])
    )


@compared()
def test_a_count_and_a_rate():
    return without_words(count_and_rate("one-fatalities", ["Ipsum", "Lorem"], 2023, REFERENCE))


@compared(HATCHED)
def test_a_grid_of_stances():
    rows = [("the mayor", "the firm", -1), ("outlet", "the union", 1), ("", "the firm", 0)]
    return without_words(stance_grid(rows, "a note of 2024"))


@compared(HATCHED)
def test_a_grid_of_labels():
    pages = {"The Note": label_choices("Militants fled. “Terrorists,” the mayor said."), "B": []}
    return without_words(labels_by_outlet(pages, "two notes of 2024"))


@compared()
def test_a_tone():
    return without_words(
        tone_along(score_sentences("A good day. A bad day. A day."), "a note of 2024")
    )


def test_the_comparison_sees_a_line_through_a_gap(tmp_path):
    whole = series("one-attacks")
    figures = sorted([*whole.figures, figure("one-attacks", "Lorem", 2020, 42)], key=year_of)
    chart = series_line(replace(whole, figures=tuple(figures)))
    baseline = Path(__file__).parent / "baseline" / "test_a_line_with_a_gap.png"
    drawn = tmp_path / "drawn.png"
    without_words(chart).savefig(drawn, dpi=50)
    assert compare_images(baseline, drawn, tol=TOLERANCE, in_decorator=True) is not None


def year_of(row):
    return row.year

"""What a reader can take from a figure: several right ways of drawing give one reading."""

import doctest
import importlib

import pytest
from matplotlib.figure import Figure

from copydesk.charts import series_line, year_series
from copydesk.charts.reading import read_figure
from copydesk.charts.remarks import axis_problem, describe, review
from copydesk.classroom.chart_studio import studio, tell, try_chart

PARTS = ("article", "grids", "model", "pairs", "reading", "remarks", "series", "text")
MODULES = (*(f"charts.{part}" for part in PARTS), "classroom.chart_studio")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_are_true(name):
    module = importlib.import_module(f"copydesk.{name}")
    outcome = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted
    assert outcome.failed == 0


def panel_of(draw, **settings):
    figure = Figure()
    draw(figure.add_subplot(**settings))
    (panel,) = read_figure(figure).panels
    return panel


def found(figure):
    return {remark.about for remark in review(figure) if not remark.fine}


@pytest.mark.parametrize(
    "draw",
    [
        lambda axes: axes.bar([2023, 2024], [306, 521]),
        lambda axes: axes.bar(["2023", "2024"], [306, 521]),
        lambda axes: axes.barh([2023, 2024], [306, 521]),
        lambda axes: axes.barh(["2023", "2024"], [306, 521]),
        lambda axes: (axes.bar([0, 1], [306, 521]), axes.set_xticks([0, 1], ["2023", "2024"])),
        lambda axes: axes.bar([2024, 2023], [521, 306], color="pink", width=0.3),
        lambda axes: axes.bar([0, 1], [306, 521], tick_label=[2023, 2024]),
    ],
)
def test_bars_are_read_whichever_way_they_are_drawn(draw):
    panel = panel_of(draw)
    assert panel.drawn[0].values == {2023: 306, 2024: 521}
    assert panel.begins == 0


@pytest.mark.parametrize(
    "draw",
    [
        lambda axes: axes.plot([2018, 2019, 2020], [5, None, 7]),
        lambda axes: axes.plot([2018, 2019, 2020], [5, float("nan"), 7]),
        lambda axes: (axes.plot([2018], [5], "o"), axes.plot([2020], [7], "o")),
        lambda axes: axes.plot(["2018", "2019", "2020"], [5, None, 7], "o"),
        lambda axes: axes.plot([2018, 2020], [5, 7], "o"),
    ],
)
def test_a_gap_is_read_whichever_way_it_is_drawn(draw):
    panel = panel_of(draw)
    values = {place: value for one in panel.drawn for place, value in one.values.items()}
    assert values == {2018: 5, 2020: 7}
    assert [pair for one in panel.drawn for pair in one.joined] == []


def test_a_line_through_a_gap_is_seen():
    figure = Figure()
    figure.add_subplot().plot([2018, 2020], [5, 7])
    assert "gaps" in found(figure)
    assert "from 2018 to 2020" in describe(figure)


@pytest.mark.parametrize(
    ("apart", "second"),
    [
        (False, {"color": "green"}),
        (True, {"linestyle": "--"}),
        (True, {"marker": "s"}),
        (True, {"linewidth": 5}),
        (False, {"marker": "none"}),
    ],
)
def test_lines_are_told_apart_by_more_than_colour(apart, second):
    def draw(axes):
        axes.plot([1, 2], [3, 4], color="red")
        axes.plot([1, 2], [4, 3], **second)

    assert panel_of(draw).told_apart is apart


def test_a_name_beside_each_line_tells_them_apart_too():
    def draw(axes):
        for name, values in (("PIPS", [3, 4]), ("PICSS", [4, 3])):
            axes.plot([1, 2], values, label=name)
            axes.text(2, values[-1], name)

    assert panel_of(draw).told_apart


@pytest.mark.parametrize("ring", ["none", "white"])
def test_a_ring_is_told_from_a_dot(ring):
    def draw(axes):
        axes.plot([1, 2], [3, 4], "o-", color="red")
        axes.plot([1, 2], [4, 3], "o-", color="green", markerfacecolor=ring)

    assert panel_of(draw).told_apart


def test_parts_of_one_line_are_no_two_lines():
    panel = panel_of(
        lambda axes: (axes.plot([1, 2], [3, 4], "o-"), axes.plot([4, 5], [3, 4], "o-"))
    )
    assert panel.told_apart


@pytest.mark.parametrize("names", [["PIPS", "PICSS"], ["PICSS", "PIPS"]])
@pytest.mark.parametrize("kind", ["plot", "bar"])
@pytest.mark.parametrize("of_the_figure", [False, True])
def test_a_line_is_called_what_the_legend_calls_it(names, kind, of_the_figure):
    figure = Figure()
    axes = figure.add_subplot()
    for values, colour in (([3, 4], "red"), ([4, 3], "green")):
        getattr(axes, kind)([1, 2], values, color=colour, label="another name")
    if of_the_figure:
        figure.legend(names)
    else:
        axes.legend(names)
    (panel,) = read_figure(figure).panels
    assert {one.name: list(one.values.values()) for one in panel.drawn} == {
        names[0]: [3, 4],
        names[1]: [4, 3],
    }


@pytest.mark.parametrize(
    "write",
    [
        lambda axes: axes.text(2.05, 9, "upper"),
        lambda axes: axes.annotate("upper", (2, 9)),
        lambda axes: axes.annotate("upper", (2, 9), xytext=(4, -60), textcoords="offset points"),
        lambda axes: axes.text(0.5, 0.9, "upper", transform=axes.transAxes),
        lambda axes: axes.text(1.5, 8.2, "upper"),  # beside the line, and not at a point of it
    ],
)
def test_a_note_belongs_to_what_it_stands_beside(write):
    def draw(axes):
        axes.plot([1, 2], [0, 2])
        axes.plot([1, 2], [8, 9])
        write(axes)

    assert [one.beside for one in panel_of(draw).drawn] == [(), ("upper",)]


def test_a_note_between_places_with_names_is_found_too():
    panel = panel_of(lambda axes: (axes.barh(["a", "b"], [1, 9]), axes.text(9, "b", "nine")))
    assert panel.drawn[0].beside == ("nine",)


@pytest.mark.parametrize(
    ("draw", "name", "words"),
    [
        (lambda axes: axes.bar([1, 2], [5, 7]), "", ""),
        (lambda axes: (axes.bar([1], [5]), axes.bar([1], [2], bottom=5)), "", ""),
        (lambda axes: (axes.bar([1], [5]), axes.set_ylim(0, 4)), "cut",
         "The axis runs from 0 to 4, and a bar of 5 is cut."),
        (lambda axes: (axes.barh([1], [5]), axes.set_xlim(0, 4)), "cut",
         "The axis runs from 0 to 4, and a bar of 5 is cut."),
        (lambda axes: (axes.plot([1, 2], [5, 1]), axes.set_ylim(0, 4)), "cut",
         "The axis runs from 0 to 4, and the value 5 is outside of it."),
        (lambda axes: (axes.bar([1], [5]), axes.set_ylim(3)), "not from zero",
         "A bar begins at 3 and not at zero, so its length is not its number."),
        (lambda axes: (axes.bar([1], [5], bottom=2), axes.set_ylim(0)), "floating",
         "A bar begins at 2 and not at zero, so its length is not its number."),
        (lambda axes: (axes.bar([1], [5]), axes.set_ylim(6, 0)), "backwards",
         "The axis runs backwards, from 6 to 0."),
        (lambda axes: (axes.bar([1], [5]), axes.set_yscale("log")), "scale",
         "The axis has log steps, and a bar needs equal ones."),
        (lambda axes: (axes.bar([1, 2], [5, 6]), axes.set_xlim(1.5, 3)), "outside",
         "1 lies outside of the picture."),
        (lambda axes: (axes.bar(["a", "b"], [5, 6]), axes.set_xlim(-0.5, 0.5)), "outside",
         "b lies outside of the picture."),
    ],
)  # fmt: skip
def test_what_keeps_a_reader_from_the_values_is_said_as_it_is_seen(draw, name, words):
    assert axis_problem(panel_of(draw)) == (name, words)


@pytest.mark.parametrize(
    ("write", "source"),
    [
        (lambda figure: figure.supxlabel("Source: PIPS 2024"), "Source: PIPS 2024"),
        (lambda figure: figure.text(0, 0, "Data: PIPS, 2024-01"), "Data: PIPS, 2024-01"),
        (lambda figure: figure.suptitle("Deaths\nPIPS, edition of 2024"),
         "Deaths PIPS, edition of 2024"),
        (lambda figure: figure.suptitle("Deaths in 2024"), ""),
    ],
)  # fmt: skip
def test_a_source_is_what_says_so_or_names_an_edition(write, source):
    figure = Figure()
    figure.add_subplot(xlabel="Year", title="Bars of 2023").bar([2023], [1])
    write(figure)
    assert read_figure(figure).source == source


def test_a_name_that_is_not_drawn_is_no_name():
    panel = panel_of(lambda axes: (axes.bar([1], [2]), axes.set_axis_off()), ylabel="Attacks")
    assert panel.value == ""
    figure = Figure()
    figure.add_subplot().bar([1], [2])
    figure.supylabel("Attacks")
    assert read_figure(figure).panels[0].value == "Attacks"


def test_a_point_is_seen_when_it_has_a_marker():
    line, bare = (panel_of(lambda axes, m=m: axes.plot([1], [2], m)).drawn[0] for m in ("o", "-"))
    assert line.marked
    assert not bare.marked
    dots = panel_of(lambda axes: axes.scatter([1, 3], [2, float("nan")])).drawn[0]
    assert (dots.kind, dots.values, dots.marked) == ("points", {1: 2}, True)


def test_a_rule_across_a_panel_is_no_data():
    panel = panel_of(lambda axes: (axes.plot([1, 2], [3, 4]), axes.axhline(3), axes.axvline(1)))
    assert len(panel.drawn) == 1


def test_a_second_axis_is_seen():
    figure = Figure()
    axes = figure.add_subplot()
    axes.plot([1, 2], [3, 4])
    axes.twinx().plot([1, 2], [4, 3])
    assert "one axis" in found(figure)
    assert "one axis" not in found(figure_with_two_panels())


def figure_with_two_panels():
    figure = Figure()
    for axes in figure.subplots(2, 1):
        axes.plot([1, 2], [3, 4])
    return figure


def test_a_source_needs_a_date():
    figure = Figure()
    figure.add_subplot().bar([1], [2])
    assert "source" in found(figure)
    figure.supxlabel("Source: PIPS")
    assert "source" in found(figure)
    figure.supxlabel("Source: PIPS, edition 2025-01")
    assert "source" not in found(figure)


def test_a_chart_of_the_kit_passes_its_own_review():
    assert found(series_line(year_series("pips-fatalities-attacks"))) == set()


@pytest.mark.parametrize("thing", [None, 3, "a picture"])
def test_what_is_no_figure_is_named(thing):
    with pytest.raises(TypeError, match=type(thing).__name__):
        read_figure(thing)


def test_an_empty_figure_is_read():
    assert read_figure(Figure()).panels == ()
    assert describe(Figure()) == "Nothing is drawn."
    assert review(Figure())


# Trying a chart, and the studio ------------------------------------------------------------------


def draws(years):
    figure = Figure()
    figure.add_subplot().bar(years, [3, 4])
    return figure


def unfinished(years):
    return ...


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (unfinished, "unfinished is not finished"),
        (..., "is not finished"),
        ("nowhere", "nowhere is not defined"),
        (lambda years: years.clear(), "Does it end with `return figure`?"),
        (lambda years: 3, "Does it end with `return figure`?"),
        (lambda: 3, "stops with an error. TypeError"),
        (lambda years: years[9], "stops with an error. IndexError"),
        (lambda years: Figure(), "✗ title"),
    ],
)
def test_trying_a_chart_stops_nothing_and_says_what_is_wrong(function, said, capsys):
    try_chart(function, [2023, 2024])
    assert said in capsys.readouterr().out


def test_trying_a_chart_by_its_name_gives_words_and_remarks(capsys):
    try_chart("draws", [2023, 2024])
    printed = capsys.readouterr().out
    assert "Text description: Bars." in printed
    assert printed.count("✓") + printed.count("✗") == 8


def test_one_series_says_two_things():
    series = year_series("pips-attacks")
    assert "fewer than" in tell(series, 2013, 2024).title
    assert "more than" in tell(series, 2019, 2024).title


@pytest.mark.parametrize("years", [(2024, 2013), (2013, 2013), (1990, 1995)])
def test_years_without_a_chart_are_answered_in_a_sentence(years):
    assert tell(year_series("pips-attacks"), *years).endswith(".")


def test_an_axis_that_does_not_begin_at_zero_says_so():
    chart = tell(year_series("pips-attacks"), 2013, 2024, from_zero=False)
    assert "an axis from 146, not from zero" in chart.description
    assert "The axis begins at 146." in chart.figure.axes[0].get_title(loc="left")


def test_the_studio_shows_what_the_plain_call_shows():
    series = year_series("pips-attacks"), year_series("picss-fatalities-combined")
    controls = studio(*series)
    controls.first.value = 2019
    chart = tell(series[0], 2019, 2024)
    assert chart.description in controls.result.value
    assert f'alt="{chart.title}"' in controls.result.value
    controls.from_zero.value = False
    assert "not from zero" in controls.result.value
    controls.last.value = 2019
    assert "has to come before" in controls.result.value
    controls.series.value = series[1]
    assert controls.first.options == tuple(series[1].counts)  # no year without a figure
    assert "PICSS counts" in controls.result.value
    assert "PICSS, deaths, 2014, 2024" in repr(controls)


def test_the_controls_are_named_and_worked_by_keys():
    controls = studio(year_series("pips-attacks"))
    for control in (controls.first, controls.last, controls.from_zero):
        assert control.tooltip.startswith(control.description)
    assert all(control.description for control in controls.children[0].children)
    assert 'aria-live="polite"' in controls.result.value

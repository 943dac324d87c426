"""Charts: what every one of them has, what each of them shows, and the words that go with it."""

import base64
import itertools
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import numpy as np
import pytest
from cycler import cycler
from matplotlib import colors, rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from copydesk import charts
from copydesk.charts import (
    STYLE,
    STYLE_FILE,
    axis_pair,
    chart_style,
    claim_evidence,
    claim_series,
    count_and_rate,
    labels_by_outlet,
    line_roles,
    page_shape,
    running_total,
    series_line,
    show,
    stance_grid,
    tone_along,
    trackers,
    two_axes,
    year_series,
)
from copydesk.claims import find_claims
from copydesk.cleaning import label_lines
from copydesk.corpus import ROOT, article_path, load_article
from copydesk.report import analyse
from copydesk.tone import label_choices, score_sentences
from copydesk.verification import verify
from copydesk.verification.reference import load_reference

TEXT = "The talks ended well. The attack was terrible.\nNobody spoke."
REFERENCE = load_reference()
UCDP = "ucdp-fatalities-organized-violence"


def claim_and_verdict(text):
    claim = find_claims(text)[0]
    return claim, verify(claim, REFERENCE)


def all_charts():
    story = load_article("minister_wire")
    claim = next(row for row in find_claims(story.text) if row.value == 1524)
    verdict = verify(claim, REFERENCE)
    page = "a page of 2024"
    labels = {"A, 2024": label_choices("Militants fled. “Terrorists,” the mayor said."), "B": []}
    yield "page_shape", page_shape(story.lines, page)
    yield "line_roles", line_roles(label_lines(list(story.lines)), page)
    yield "tone_along", tone_along(score_sentences(TEXT), page)
    yield "stance_grid", stance_grid([("the mayor", "the firm", -1), ("", "the firm", 0)], page)
    yield "labels_by_outlet", labels_by_outlet(labels, page)
    yield "claim_evidence", claim_evidence(claim, verdict)
    yield "claim_series", claim_series(claim, verdict)
    yield "series_line", series_line(year_series("pips-fatalities-attacks"))
    yield "series_line with ranges", series_line(year_series(UCDP))
    yield "axis_pair", axis_pair(year_series("picss-injuries-attacks", first=2023), 1280)
    yield "running_total", running_total(year_series("pips-attacks", last=2020))
    yield (
        "two_axes",
        two_axes(year_series("picss-attacks"), year_series("picss-injuries-attacks"), 1000, 4000),
    )
    yield (
        "trackers",
        trackers([year_series(f"{name}-attacks") for name in ("crss", "picss", "pips")]),
    )
    yield "count_and_rate", count_and_rate(UCDP, ["Afghanistan", "India", "Pakistan"], 2024)


CHARTS = dict(all_charts())
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


def drawn(chart):
    """Draw a chart; return its figure, with every text where it will stand."""
    chart.png()
    with chart_style():
        FigureCanvasAgg(chart.figure).draw()
    return chart.figure


def texts_of(figure):
    """Return every text that is seen: Matplotlib keeps marks beyond the ends of an axis too."""
    texts = {text for text in figure.findobj(Text) if text.get_text().strip()}
    for axes in figure.axes:
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            low, high = sorted((low, high))
            for tick in axis.get_major_ticks():
                if not low <= tick.get_loc() <= high:
                    texts -= {tick.label1, tick.label2}
                texts -= {label for label in (tick.label1, tick.label2) if not label.get_visible()}
    return [text for text in texts if text.get_visible()]


def in_one_line(text):
    return " ".join(text.split())


# What every chart has ----------------------------------------------------------------------------


def test_every_chart_of_the_front_door_is_looked_at():
    makers = {
        name
        for name in charts.__all__
        if name.islower()
        and name not in {"show", "chart_style", "year_series", "describe", "read_figure", "review"}
    }
    assert makers == {name.split(" ")[0] for name in CHARTS}


@every_chart
def test_a_chart_states_its_finding_its_axes_and_its_source(chart):
    assert in_one_line(chart.figure.get_suptitle()) == chart.title
    assert chart.title[-1] != "."
    panels = charts.read_figure(chart).panels
    assert all(panel.along or panel.value for panel in panels)
    assert all(axes.get_xlabel() for axes in chart.figure.axes[:1])
    source = chart.figure.get_supxlabel()
    assert source.startswith("Source: ")
    assert len(source) > len("Source: ")


@every_chart
def test_the_source_of_a_yearly_count_has_the_date_of_its_edition(chart):
    source = chart.figure.get_supxlabel()
    if "edition" in chart.description:
        assert re.search(r"(?:19|20)\d\d", source) or chart is CHARTS["claim_evidence"]


@every_chart
def test_the_description_tells_type_axis_finding_and_every_number_of_the_title(chart):
    assert re.match(
        r"(?:Two|\d )?\s?\w*\s?(?:[Cc]hart|[Gg]rid|line charts|bar charts)", chart.description
    )
    assert len(chart.description) > 80
    assert not re.search(r"\b(?:blue|orange|red|green|see|dramatic)\b", chart.description)
    for number in re.findall(r"\d[\d,.]*\d|\d", chart.title):
        assert number in chart.description or chart is CHARTS["axis_pair"]


@pytest.mark.thorough
@every_chart
def test_no_word_leaves_the_picture_or_is_smaller_than_nine_points(chart):
    figure = drawn(chart)
    width, height = figure.canvas.get_width_height()
    for text in texts_of(figure):
        assert text.get_fontsize() >= 9
        box = text.get_window_extent()
        if box.width:
            assert box.x0 >= -1
            assert box.x1 <= width + 1
            assert box.y0 >= -1
            assert box.y1 <= height + 1


@pytest.mark.thorough
@every_chart
def test_title_notes_names_and_source_do_not_lie_over_each_other(chart):
    figure = drawn(chart)
    words = [figure._suptitle, figure._supxlabel]
    for axes in figure.axes:
        words += [axes.xaxis.label, axes.yaxis.label, axes.title, axes._left_title]
        words += [axes.get_legend()] if axes.get_legend() else []
    boxes = [
        (word, word.get_window_extent())
        for word in words
        if not isinstance(word, Text) or word.get_text().strip()
    ]
    for (one, box), (other, beside) in itertools.combinations(boxes, 2):
        assert not box.padded(-2).overlaps(beside.padded(-2)), (str(one), str(other))


@pytest.mark.thorough
@every_chart
def test_the_same_chart_is_the_same_file(chart):
    assert chart.svg() == chart.svg()
    assert chart.png() == chart.png()
    assert chart.png().startswith(b"\x89PNG")
    assert b"<svg" in chart.svg()


def test_the_settings_of_a_machine_change_nothing():
    one = series_line(year_series("pips-attacks")).png()
    loud = {"font.size": 30, "axes.facecolor": "red", "lines.linewidth": 9, "axes.grid": True}
    with rc_context({**loud, "axes.prop_cycle": cycler(color=["pink"])}):
        assert series_line(year_series("pips-attacks")).png() == one


# The look ----------------------------------------------------------------------------------------


def luminance(colour):
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colors.to_rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour):
    return 1.05 / (luminance(colour) + 0.05)


# How three kinds of colour vision see a colour: Machado, Oliveira and Fernandes (2009), severity 1.
SEEN = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}


def lab(linear):
    xyz = np.array([[0.4125, 0.3576, 0.1804], [0.2127, 0.7152, 0.0722], [0.0193, 0.1192, 0.9502]])
    x, y, z = xyz @ np.clip(linear, 0, 1) / np.array([0.9505, 1, 1.089])
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def linear(colour):
    rgb = np.array(colors.to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


CYCLE = list(STYLE["axes.prop_cycle"])


def test_lines_stand_out_from_the_paper_and_words_more():
    assert all(contrast(part["color"]) >= 3 for part in CYCLE)
    assert contrast(STYLE["text.color"]) >= 7


@pytest.mark.parametrize("vision", SEEN)
def test_colours_are_apart_for_every_colour_vision(vision):
    for one, other in itertools.combinations(CYCLE, 2):
        seen = [lab(np.array(SEEN[vision]) @ linear(part["color"])) for part in (one, other)]
        assert np.linalg.norm(seen[0] - seen[1]) > 25


def test_no_colour_comes_alone():
    looks = [(part["linestyle"], part["marker"]) for part in CYCLE]
    assert (
        len({dashes for dashes, _ in looks}) == len({marker for _, marker in looks}) == len(looks)
    )


def test_the_style_sheet_is_one_that_matplotlib_takes():
    import matplotlib.style

    with matplotlib.style.context(str(STYLE_FILE)):
        assert matplotlib.rcParams["axes.titlelocation"] == "left"


# Yearly counts -----------------------------------------------------------------------------------


def series_of_the_reference():
    whole = REFERENCE.whole_years().figures
    return sorted({(row.series_id, row.country) for row in whole})


@pytest.mark.parametrize(("series_id", "country"), series_of_the_reference())
def test_a_series_is_whole_years_of_the_whole_country_in_the_last_edition(series_id, country):
    series = year_series(series_id, country, reference=REFERENCE)
    for row in series.editions:
        assert (row.region, row.months) == ("", "")
    for row in series.figures:
        assert row.edition == max(one.edition for one in series.editions if one.year == row.year)
    known = dict(zip(series.years, series.with_gaps, strict=True))
    assert {year for year, value in known.items() if value == value} == set(series.counts)
    parts = [
        row
        for row in REFERENCE.figures
        if (row.series_id, row.country) == (series_id, country) and (row.region or row.months)
    ]
    assert list(series.left_out) == parts


def test_a_gap_stays_a_gap_and_is_said():
    chart = series_line(year_series("pips-fatalities-attacks"))
    (panel,) = charts.read_figure(chart).panels
    (line,) = panel.drawn
    assert 2019 not in line.values
    assert not any(2019 in pair for pair in line.joined)
    assert (2018, 2020) not in line.joined
    assert "No figure is held for 2019" in chart.description


def test_a_zero_is_no_gap():
    series = year_series("ucdp-fatalities-non-state")
    zeros = [year for year, value in series.counts.items() if value == 0]
    assert zeros
    assert all(series.with_gaps[series.years.index(year)] == 0 for year in zeros)


def test_a_range_is_drawn_and_told():
    chart = series_line(year_series(UCDP))
    assert "2024: 1,799 to 2,446" in chart.description
    (axes,) = chart.figure.axes
    assert axes.get_ylim()[1] > 3843


def test_an_unknown_series_country_or_year_says_what_there_is():
    with pytest.raises(ValueError, match="pips-attacks"):
        year_series("pips-atacks")
    with pytest.raises(ValueError, match="Pakistan"):
        year_series("pips-attacks", "Lorem")
    with pytest.raises(ValueError, match="2013, 2014"):
        year_series("pips-attacks", first=1990, last=1995)


def test_the_left_axis_begins_at_zero_and_the_right_one_does_not():
    chart = axis_pair(year_series("picss-injuries-attacks", first=2023), 1280)
    left, right = charts.read_figure(chart).panels
    assert (left.begins, right.begins) == (0, 1280)
    assert left.drawn[0].values == right.drawn[0].values == {2023: 1354, 2024: 1292}
    assert "0.95 times as high" in chart.description
    assert "0.16 times as high" in chart.description


def test_a_running_total_rises_and_stops_at_a_gap():
    left, right = charts.read_figure(CHARTS["running_total"]).panels
    total = list(right.drawn[0].values.values())
    assert total == sorted(total)
    assert total[-1] == sum(left.drawn[0].values.values())
    with pytest.raises(ValueError, match="2019"):
        running_total(year_series("pips-fatalities-attacks"))


def test_trackers_share_an_axis_and_each_has_its_definition():
    chart = CHARTS["trackers"]
    panels = charts.read_figure(chart).panels
    assert len({(panel.begins, panel.ends) for panel in panels}) == 1
    assert all(panel.begins == 0 for panel in panels)
    for name, axes in zip(("crss", "picss", "pips"), chart.figure.axes, strict=True):
        definition = year_series(f"{name}-attacks").definition
        assert definition in in_one_line(axes.get_xlabel())
        assert definition in chart.description


def test_a_rate_has_its_denominator_in_the_picture_and_in_the_words():
    chart = count_and_rate(UCDP, ["Afghanistan", "India"], 2023)
    counts, rates = charts.read_figure(chart).panels
    assert list(counts.drawn[0].values.values()) == [360, 406]
    assert rates.value == "Deaths per 100,000 people"
    assert list(rates.drawn[0].values.values()) == pytest.approx([0.8684, 0.0282], abs=1e-4)
    assert "41,454,761 people" in chart.description
    with pytest.raises(ValueError, match="1990"):
        count_and_rate(UCDP, ["India"], 1990)


@pytest.mark.parametrize(
    ("countries", "year", "title"),
    [
        (
            ["India", "Iran"],
            2023,
            "India has more deaths for 2023, and Iran more per 100,000 people",
        ),
        (
            ["Afghanistan", "India"],
            2023,
            "The ranges of deaths for 2023 overlap, and Afghanistan has more per 100,000 people",
        ),
        (
            ["Mexico", "Somalia", "Brazil"],
            2023,
            "The highest ranges of deaths for 2023 overlap, "
            "and Somalia has the most per 100,000 people",
        ),
        (
            ["Ukraine", "Mexico"],
            2023,
            "Ukraine has more deaths for 2023, and more per 100,000 people",
        ),
        (
            ["Norway", "Japan"],
            2023,
            "The ranges of deaths for 2023 overlap, and those per 100,000 people too",
        ),
    ],
)
def test_a_title_names_a_first_country_only_where_no_range_reaches_up_to_it(countries, year, title):
    assert count_and_rate(UCDP, countries, year).title == title


def test_a_title_gives_a_change_only_where_the_two_ranges_are_apart():
    deaths = year_series(UCDP, "Afghanistan")
    apart = {True: "overlap", False: "than for"}
    figures = {row.year: (row.low, row.high) for row in deaths.figures}
    for year in range(2014, 2024):
        (low, high), (next_low, next_high) = figures[year], figures[year + 1]
        said = apart[max(low, next_low) <= min(high, next_high)]
        assert said in series_line(deaths.between(year, year + 1)).title


def test_a_claim_is_drawn_at_its_own_year():
    (axes,) = claim_series(*claim_and_verdict(CRSS)).figure.axes
    (line,) = [line for line in axes.lines if line.get_linestyle() == "--"]
    assert list(line.get_xdata()) == [2022.5, 2023.5]
    assert set(line.get_ydata()) == {1524}


def test_where_two_axes_end_decides_which_line_is_higher():
    attacks, injured = (
        year_series(f"picss-{name}", first=2020) for name in ("attacks", "injuries-attacks")
    )
    one, other = (two_axes(attacks, injured, 1000, top).title for top in (4000, 1000))
    assert "attacks is drawn above that of people injured" in one
    assert "people injured is drawn above that of attacks" in other
    assert all(panel.shares_its_place for panel in charts.read_figure(CHARTS["two_axes"]).panels)


# One claim ---------------------------------------------------------------------------------------

CRSS = "The Centre for Research and Security Studies counted 1,524 deaths in Pakistan in 2023."


def test_a_claim_stands_beside_the_figures_of_its_verdict():
    claim, verdict = claim_and_verdict(CRSS)
    chart = claim_evidence(claim, verdict)
    (axes,) = chart.figure.axes
    assert axes.get_xlim()[0] == 0
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert len(names) == len(set(names)) == len(verdict.evidence)
    assert "1,524" in chart.description
    assert verdict.label in chart.title


def test_a_claim_stands_beside_every_edition_of_its_series():
    chart = claim_series(*claim_and_verdict(CRSS))
    for printed in ("1,524 (2024-01-01)", "1,523 (2024-10-01)", "1,533 (2024-12-30)"):
        assert printed in chart.description
    assert "What is counted: Terror attacks and counter-terror operations" in chart.description


def test_a_claim_without_a_series_has_a_chart_too():
    claim, verdict = claim_and_verdict("The mayor said that 12 people were killed in Exempla.")
    assert claim_series(claim, verdict).title == claim_evidence(claim, verdict).title
    assert claim_series(claim, verdict).png().startswith(b"\x89PNG")


def test_a_part_of_a_year_or_of_a_country_is_named_as_that():
    text = "CRSS recorded 1,534 deaths in Pakistan from January to September 2024."
    claim, verdict = claim_and_verdict(text)
    parts = [row for row in REFERENCE.figures if row.months or row.region]
    keys = {(row.series_id, row.year, row.edition, row.value) for row in parts}
    of_parts = [
        row for row in verdict.evidence if (row.series_id, row.year, row.edition, row.value) in keys
    ]
    assert of_parts
    chart = claim_evidence(claim, verdict)
    assert chart.description.count(" only), ") == len(of_parts)


# One article -------------------------------------------------------------------------------------


def test_bars_start_at_zero_and_count_every_printed_line():
    lines = label_lines(["Menu", "", "The minister spoke to reporters on Sunday evening."])
    chart = line_roles(lines, "a page")
    (axes,) = chart.figure.axes
    assert axes.get_xlim()[0] == 0
    assert sum(bar.get_width() for bar in axes.patches) == 2
    assert "interface 1 (dropped)" in chart.description


def test_kept_and_dropped_differ_without_colour():
    lines = label_lines(["Menu", "", "The minister spoke to reporters on Sunday evening."])
    (axes,) = line_roles(lines, "a page").figure.axes
    assert len({bar.get_hatch() for bar in axes.patches}) == 2


def test_the_words_of_a_tone_chart_are_those_of_its_data():
    sentences = score_sentences(TEXT)
    chart = tone_along(sentences, "a page")
    assert f"{sentences['vader_compound'].min():.2f}, in sentence 2" in chart.description
    assert "3 sentences" in chart.description
    assert tone_along(score_sentences(""), "a page").title.endswith("0 of 0 sentences")


ROWS = [("outlet", "the firm", -1), ("outlet", "the firm", -1), ("the mayor", "the firm", 1)]


def test_a_stance_grid_says_its_sides_in_signs_and_in_words():
    chart = stance_grid([*ROWS, ("", "the firm", 0), ("", "the union", 0)], "a page")
    (axes,) = chart.figure.axes
    texts = {text.get_text() for text in axes.texts}
    assert {"− 2", "+ 1", "0: 1"} <= texts
    assert [bool(cell.get_hatch()) for cell in axes.patches] == [True, False, False]
    assert "outlet toward the firm: 2 against" in chart.description
    assert "the union" not in chart.description  # nobody takes a side toward it


def test_a_stance_grid_without_a_side_is_still_a_chart():
    chart = stance_grid([("", "the firm", 0)], "a page")
    assert chart.title == "The sentences take a side 0 times: 0 against, 0 for"
    assert chart.png().startswith(b"\x89PNG")


def test_labels_are_told_by_page_and_by_voice():
    pages = {
        "A": label_choices("Terrorists fled. “Militants,” the mayor said."),
        "B": label_choices("“Terrorists,” the mayor said."),
        "C": [],
    }
    chart = labels_by_outlet(pages, "three notes")
    assert chart.title == "1 of 3 pages use a word that condemns in their own voice"
    assert "A: terrorist 1 in its own voice, militant 1 given to a speaker" in chart.description
    assert "B: terrorist 1 given to a speaker" in chart.description
    assert "C: none of these words" in chart.description
    assert labels_by_outlet({}, "nothing").png().startswith(b"\x89PNG")


# The words reach everyone ------------------------------------------------------------------------


def test_a_terminal_gets_the_title_and_the_words(capsys):
    chart = page_shape(["Menu", "", "The talks ended on Monday."], "a page")
    show(chart)
    printed = capsys.readouterr().out
    assert printed.startswith(chart.title)
    assert chart.description in in_one_line(printed)
    assert all(len(line) <= 72 for line in printed.splitlines())
    chart._ipython_display_()
    assert capsys.readouterr().out == printed
    assert repr(chart).startswith("Chart. Bar chart")


def test_a_notebook_gets_twice_the_dots_that_it_shows(monkeypatch, capsys):
    shown = []
    monkeypatch.setattr("IPython.get_ipython", object)
    monkeypatch.setattr("IPython.display.display", lambda *data, **more: shown.append((data, more)))
    chart = CHARTS["series_line"]
    show(chart)
    ((bundle,), more) = shown[0]
    # Text, as a notebook keeps it: the kernel in a browser passes on no bytes.
    dots = int.from_bytes(base64.b64decode(bundle["image/png"], validate=True)[16:20], "big")
    assert dots // more["metadata"]["image/png"]["width"] == 2
    assert more["metadata"]["image/png"]["alt"] == chart.description
    assert chart.description in in_one_line(capsys.readouterr().out)


class Words(HTMLParser):
    """The text of a page, without attributes: what is left when every picture is gone."""

    def __init__(self, html):
        super().__init__()
        self.parts, self.pictures = [], 0
        self.feed(html)
        self.text = in_one_line(" ".join(self.parts))

    def handle_starttag(self, tag, attributes):
        self.pictures += tag in ("img", "svg")

    def handle_data(self, data):
        self.parts.append(data)


@pytest.mark.thorough
def test_the_words_survive_in_an_exported_notebook(tmp_path):
    """One real kernel: the chart as the value of a cell, and by `show`."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    maker = "from copydesk.charts import *\nchart = series_line(year_series('pips-attacks'))"
    cells = [f"{maker}\nchart", f"{maker}\nshow(chart)"]
    node = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(node, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    html, _ = HTMLExporter(template_name="lab").from_notebook_node(node)
    words = Words(html)
    description = series_line(year_series("pips-attacks")).description
    assert words.text.count(description) == 2
    assert words.pictures >= 2


def test_every_chart_of_a_built_lesson_has_its_words_in_print():
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            outputs = cell.get("outputs", [])
            pictures = sum("image/png" in output.get("data", {}) for output in outputs)
            printed = "".join("".join(output.get("text", "")) for output in outputs)
            assert printed.count("Text description:") >= pictures, path.name


def test_the_words_stand_in_the_text_of_the_report():
    report = analyse(article_path("minister_wire"))
    words = Words(report.to_html())
    descriptions = [report.roles_chart().description, report.tone_chart().description]
    descriptions += [
        claim_evidence(claim, verdict).description
        for claim, verdict in report.claims
        if verdict.evidence
    ]
    assert len(descriptions) > 2
    for description in descriptions:
        assert in_one_line(description) in words.text


def test_what_draws_nothing_loads_no_library_of_charts():
    """A reader would wait for it, and a browser would fetch it."""
    code = """if True:
        import sys
        from copydesk.classroom import check
        from copydesk.classroom.signed_report import finished_page
        from copydesk.report import analyse
        check("1.2")
        finished_page()
        analyse("Rain fell.").to_html()
        print("matplotlib" in sys.modules)
    """
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False"]


def test_each_name_of_the_front_door_is_in_one_part():
    found = [name for names in charts._PARTS.values() for name in names]
    assert sorted(found) == sorted(charts.__all__)
    assert all(getattr(charts, name) is not None for name in found)
    with pytest.raises(AttributeError, match=r"copydesk\.charts.+no attribute 'pie'"):
        charts.pie  # noqa: B018

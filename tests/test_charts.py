"""Charts: axes from zero, names, a source, and the same finding in words."""

import pytest

from copydesk.charts import claim_evidence, line_roles, page_shape, stance_grid, tone_along
from copydesk.claims import find_claims
from copydesk.cleaning import label_lines
from copydesk.corpus import load_article
from copydesk.tone import score_sentences
from copydesk.verification import load_reference, verify

TEXT = "The talks ended well. The attack was terrible.\nNobody spoke."


def charts():
    story = load_article("minister_wire")
    claim = next(row for row in find_claims(story.text) if row.value == 1524)
    yield page_shape(story.lines, "a page of 2024")
    yield line_roles(label_lines(list(story.lines)), "a page of 2024")
    yield tone_along(score_sentences(TEXT), "a page of 2024")
    yield stance_grid([("the mayor", "the firm", -1), ("", "the firm", 0)], "a page of 2024")
    yield claim_evidence(claim, verify(claim, load_reference()))


@pytest.mark.parametrize("chart", list(charts()), ids=lambda chart: chart.title[:30])
def test_every_chart_has_names_a_source_and_its_finding_in_words(chart):
    (axes,) = chart.figure.axes
    assert axes.get_xlabel()
    assert axes.get_title(loc="left") == chart.title
    assert any(text.get_text().startswith("Source: ") for text in axes.texts)
    assert len(chart.description) > 80
    assert chart.png().startswith(b"\x89PNG")
    assert b"<svg" in chart.svg()


@pytest.mark.parametrize("chart", list(charts()), ids=lambda chart: chart.title[:30])
def test_the_same_chart_is_the_same_file(chart):
    assert chart.svg() == chart.svg()
    assert chart.png() == chart.png()


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


def test_a_claim_stands_beside_the_figures_of_its_verdict():
    text = "The Centre for Research and Security Studies counted 1,524 deaths in Pakistan in 2023."
    (claim,) = find_claims(text)
    verdict = verify(claim, load_reference())
    chart = claim_evidence(claim, verdict)
    (axes,) = chart.figure.axes
    assert axes.get_xlim()[0] == 0
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert len(names) == len(set(names)) == len(verdict.evidence)
    assert "1,524" in chart.description
    assert verdict.label in chart.title


def test_a_notebook_shows_the_picture_and_prints_the_words(capsys):
    chart = page_shape(["Menu", "", "The talks ended on Monday."], "a page")
    chart._ipython_display_()
    printed = capsys.readouterr().out
    assert "Text description:" in printed
    assert "2 printed lines have fewer than 40" in " ".join(printed.split())
    assert "1 lines have no characters" in " ".join(printed.split())
    assert repr(chart).startswith("Chart. Bar chart")


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

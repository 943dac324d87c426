"""A picture of a report is read back from its file: what it shows is what its data says."""

import itertools
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.charts import model, svg
from copydesk.charts.content import (
    EvidenceRow,
    EvidenceRows,
    RoleCounts,
    ToneScores,
    evidence_rows,
    role_counts,
    tone_scores,
)
from copydesk.claims import find_claims
from copydesk.cleaning import label_lines
from copydesk.tone import score_sentences
from copydesk.verification import load_reference, verify

WORDS = ("A finding", "A note.", "a page of 2024", "A description.")


def read(picture):
    """Return the elements of a picture by their name."""
    found = {}
    for element in ElementTree.fromstring(picture).iter():
        found.setdefault(element.tag.rsplit("}", 1)[-1], []).append(element)
    return found


def words(elements):
    return [element.text for element in elements["text"]]


def numbers(element, *names):
    return [float(element.get(name)) for name in names]


def value_at(elements):
    """Return what an x stands for, by the two outer numbers of the axis below the picture."""
    marks = [each for each in elements["text"] if each.get("text-anchor") == "middle"]
    ticks = [(float(each.get("x")), float(each.text.replace(",", ""))) for each in marks[:-1]]
    (x0, low), (x1, high) = ticks[0], ticks[-1]
    assert low == 0
    return lambda x: low + (x - x0) / (x1 - x0) * (high - low)


ROWS = (
    EvidenceRow("series-a 2023, 2024-01-01", 1524, None, None, False),
    EvidenceRow("series-b 2023, 2024-01-01", 693, 600, 900, False),
    EvidenceRow("series-c 2023 (Sindh only), 2024-01-01", 12, None, None, True),
)


def test_a_dot_stands_at_its_value_and_a_line_at_the_claim():
    elements = read(svg.evidence_svg(EvidenceRows(*WORDS, 1500, "people", ROWS)))
    at = value_at(elements)
    dots = elements["circle"]
    assert [at(*numbers(dot, "cx")) for dot in dots] == pytest.approx([1524, 693, 12], abs=1)
    assert [dot.get("fill") for dot in dots] == [svg.BLUE, svg.BLUE, "#FFFFFF"]
    heights = [float(dot.get("cy")) for dot in dots]
    assert heights == sorted(heights)
    (claimed,) = [each for each in elements["line"] if each.get("stroke-dasharray")]
    assert [at(x) for x in numbers(claimed, "x1", "x2")] == pytest.approx([1500, 1500], abs=1)
    (reach,) = [each for each in elements["line"] if each.get("stroke") == svg.BLUE]
    assert [at(x) for x in numbers(reach, "x1", "x2")] == pytest.approx([600, 900], abs=1)
    assert numbers(reach, "y1") == [heights[1]]
    shown = words(elements)
    assert {"A finding", "A note.", "people", "Source: a page of 2024", "1,524"} <= set(shown)


def test_each_row_has_its_whole_name_beside_its_dot():
    name = (
        "a-series-with-a-long-name 2023 (Khyber Pakhtunkhwa only), 2024-12 or earlier, as printed"
    )
    rows = (*ROWS, EvidenceRow(name, 20, None, None, False), ROWS[0])
    elements = read(svg.evidence_svg(EvidenceRows(*WORDS, 1500, "people", rows)))
    names = [each for each in elements["text"] if each.get("text-anchor") == "end"][:-1]
    places = [float(each.get("y")) for each in names]
    assert " ".join(each.text for each in names) == " ".join(row.name for row in rows)
    assert all(below - above >= 17 for above, below in itertools.pairwise(places))
    assert max(len(each.text) for each in names) <= 36
    long = [float(each.get("y")) for each in names if each.text in name]
    middle = float(elements["circle"][3].get("cy"))
    assert (long[0] + long[-1]) / 2 == pytest.approx(middle + 5)


def test_a_number_that_has_no_room_behind_its_dot_stands_before_it():
    rows = (EvidenceRow("all", 1_450_935_791, None, None, False), ROWS[0])
    elements = read(svg.evidence_svg(EvidenceRows(*WORDS, 5, "people", rows)))
    dot, other = (numbers(each, "cx")[0] for each in elements["circle"])
    (large, small) = (
        next(each for each in elements["text"] if each.text == shown)
        for shown in ("1,450,935,791", "1,524")
    )
    assert (large.get("text-anchor"), small.get("text-anchor")) == ("end", "start")
    assert float(large.get("x")) == pytest.approx(dot - 8, abs=0.1)
    assert float(small.get("x")) == pytest.approx(other + 8, abs=0.1)


def test_a_claim_below_zero_is_not_drawn_among_the_names():
    elements = read(svg.evidence_svg(EvidenceRows(*WORDS, -3, "percent", ROWS)))
    assert not [each for each in elements["line"] if each.get("stroke-dasharray")]


def test_a_bar_is_as_long_as_its_count_and_hatched_when_dropped():
    rows = (("caption", False, 3), ("body", True, 12))
    elements = read(svg.roles_svg(RoleCounts(*WORDS, rows)))
    at = value_at(elements)
    bars = [each for each in elements["rect"] if each.get("height") == "22"]
    zero = numbers(bars[0], "x")[0]
    lengths = [at(zero + numbers(bar, "width")[0]) for bar in bars]
    assert lengths == pytest.approx([12, 3], abs=0.05)
    assert at(zero) == pytest.approx(0, abs=0.01)
    assert [bar.get("fill") for bar in bars] == [svg.BLUE, "url(#dropped)"]
    assert words(elements).index("body") < words(elements).index("caption")


def test_lines_of_an_article_are_counted_in_whole_numbers():
    elements = read(svg.roles_svg(RoleCounts(*WORDS, (("body", True, 1),))))
    ticks = [each.text for each in elements["text"] if each.get("text-anchor") == "middle"]
    assert ticks == ["0", "1", "Number of lines"]


def test_each_score_is_a_line_of_its_own_look():
    scores = (("TextBlob polarity", (0.0, -0.5, 1.0)), ("VADER compound", (0.25, -1.0, 0.5)))
    elements = read(svg.tone_svg(ToneScores(*WORDS, (1, 2, 3), scores)))
    lines = [each for each in elements["polyline"] if each.get("points").count(",") == 3]
    (zero,) = [float(each.get("y")) for each in elements["text"] if each.text == "0"]
    (one,) = [
        float(each.get("y"))
        for each in elements["text"]
        if each.text == "1" and each.get("text-anchor") == "end"
    ]
    for line, (_, wanted) in zip(lines[::2], scores, strict=True):
        points = [tuple(map(float, each.split(","))) for each in line.get("points").split()]
        found = [(y - zero + 4) / (one - zero) for _, y in points]
        assert found == pytest.approx(wanted, abs=0.01)
        xs = [x for x, _ in points]
        assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])
    assert len({line.get("stroke-dasharray") for line in lines}) == 2
    assert len(elements["circle"]) == 6  # one a sentence, and three in the legend
    ticks = [each.text for each in elements["text"] if each.get("text-anchor") == "middle"]
    assert ticks == ["1", "2", "3", "Sentence number"]
    assert {"TextBlob polarity", "VADER compound", "Score (-1 to 1)"} <= set(words(elements))


@pytest.mark.parametrize(
    ("end", "most", "step"),
    [(6, 6, 1), (6.1, 6, 2), (12, 6, 2), (12.1, 6, 5), (30.1, 6, 10), (0.9, 6, 0.2), (61, 6, 20)],
)
def test_an_axis_has_round_steps_and_not_too_many(end, most, step):
    assert svg._step(end, most) == pytest.approx(step)


def test_nothing_to_show_is_a_picture_too():
    for picture in (
        svg.evidence_svg(EvidenceRows(*WORDS, 0, "Number", ())),
        svg.roles_svg(RoleCounts(*WORDS, ())),
        svg.tone_svg(ToneScores(*WORDS, (), (("TextBlob", ()), ("VADER", ())))),
        svg.tone_svg(ToneScores(*WORDS, (1,), (("TextBlob", (0.5,)), ("VADER", (0.1,))))),
    ):
        assert "A finding" in words(read(picture))


@given(st.text(max_size=200), st.floats(0, 1e15), st.floats(0, 1e15))
def test_any_words_and_any_figures_make_a_file_that_can_be_read(text, claimed, value):
    row = EvidenceRow(text, value, 0, value, False)
    content = EvidenceRows(text, text, text, text, claimed, text, (row,))
    elements = read(svg.evidence_svg(content))
    left, right = numbers(elements["line"][1], "x1", "x2")
    assert left <= numbers(elements["circle"][0], "cx")[0] <= right


def test_the_words_are_those_of_the_chart_in_a_notebook():
    from copydesk.charts import claim_evidence, line_roles, tone_along

    lines = label_lines(["Menu", "", "The minister spoke to reporters on Sunday evening."])
    sentences = score_sentences("The talks ended well. The attack was terrible.\nNobody spoke.")
    claim = find_claims("CRSS counted 1,524 deaths in Pakistan in 2023.")[0]
    verdict = verify(claim, load_reference())
    for content, chart in (
        (role_counts(lines, "a page"), line_roles(lines, "a page")),
        (tone_scores(sentences, "a page"), tone_along(sentences, "a page")),
        (evidence_rows(claim, verdict), claim_evidence(claim, verdict)),
    ):
        assert (content.title, content.description) == (chart.title, chart.description)
    assert (svg.BLUE, svg.VERMILLION, svg.INK) == (model.BLUE, model.VERMILLION, model.INK)

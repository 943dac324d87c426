"""Numbers of the charts, at their limit and one beyond: none, one, and several of a thing."""

import contextlib
import io

import matplotlib.figure
import pytest

from copydesk.charts import labels_by_outlet, model, page_shape, review, stance_grid, svg
from copydesk.charts.content import role_counts, tone_scores
from copydesk.charts.pairs import _who_has_more
from copydesk.charts.text import change, joined
from copydesk.cleaning import label_lines
from copydesk.tone import label_choices, score_sentences

PAGE = "a page of 2024"


def cells(chart):
    """Return the words of each filled cell, and whether it is hatched."""
    (axes,) = chart.figure.axes
    return [text.get_text() for text in axes.texts]


@pytest.mark.parametrize(
    ("rows", "shown", "title"),
    [
        ([-1], ["− 1", "0: 0"], "a side 1 time: 1 against, 0 for"),
        ([1], ["+ 1", "0: 0"], "a side 1 time: 0 against, 1 for"),
        ([-1, 1, 0], ["− 1  + 1", "0: 1"], "a side 2 times: 1 against, 1 for"),
        ([0], [], "a side 0 times: 0 against, 0 for"),
    ],
)
def test_a_cell_of_stances_counts_each_side(rows, shown, title):
    chart = stance_grid([("the mayor", "the firm", side) for side in rows], PAGE)
    assert [text for text in cells(chart) if text] == shown
    assert chart.title.endswith(title)
    told = [f"toward the firm: 1 {side}" in chart.description for side in ("against", "for")]
    assert told == [-1 in rows, 1 in rows]


@pytest.mark.parametrize(
    ("text", "shown", "condemning"),
    [
        ("Terrorists fled.", ["own 1"], 1),
        ("“Terrorists,” the mayor said.", ["said 1"], 0),
        ("Terrorists fled. “Terrorists,” the mayor said.", ["own 1\nsaid 1"], 1),
        ("Militants fled.", ["own 1"], 0),
        ("Martyrs fled.", ["own 1"], 0),
        ("It rained.", [], 0),
    ],
)
def test_a_cell_of_labels_counts_each_voice(text, shown, condemning):
    chart = labels_by_outlet({"A": label_choices(text)}, PAGE)
    assert [cell for cell in cells(chart) if cell] == shown
    assert chart.title.startswith(f"{condemning} of 1 pages")


@pytest.mark.parametrize(
    ("letters", "short", "long"), [(39, 1, 0), (40, 0, 0), (99, 0, 0), (100, 0, 1)]
)
def test_a_short_line_has_fewer_than_forty_letters_and_a_long_one_a_hundred(letters, short, long):
    words = page_shape(["x" * letters], PAGE).description
    assert f"{short} printed lines have fewer than 40 and {long} have 100" in words


def test_one_line_is_kept_and_two_are():
    story = "The minister spoke to reporters on Sunday evening."
    assert role_counts(label_lines([story]), PAGE).title == (
        "1 of 1 printed lines is kept as the story"
    )
    two = [story, "Nobody asked him about the bridge on Monday morning."]
    assert role_counts(label_lines(two), PAGE).title.endswith("lines are kept as the story")


@pytest.mark.parametrize(("sentence", "apart"), [("It rained.", 0), ("A good day.", 0)])
def test_scores_are_apart_when_their_signs_are(sentence, apart):
    assert f"in {apart} of 1 sentences" in tone_scores(score_sentences(sentence), PAGE).title


@pytest.mark.parametrize("scores", [(0.0, 0.5), (0.5, 0.0), (0.0, -0.5), (0.5, 0.5), (-0.1, -0.1)])
def test_a_score_of_nothing_is_on_no_side(scores):
    sentences = score_sentences("It rained.")
    sentences[["textblob_polarity", "vader_compound"]] = [scores]
    assert "in 0 of 1" in tone_scores(sentences, PAGE).title
    sentences[["textblob_polarity", "vader_compound"]] = [(0.01, -0.01)]
    assert "in 1 of 1" in tone_scores(sentences, PAGE).title


def test_pictures_have_the_size_that_a_page_and_a_notebook_have_room_for():
    chart = page_shape(["Menu"], PAGE)
    wide = int.from_bytes(chart.png()[16:20], "big")
    assert wide == pytest.approx(7.24 * 200, abs=4)  # cut to what is drawn
    assert chart.figure.get_figwidth() * 100 == svg.WIDTH == 720
    assert max(len(line) for line in text_of(chart).splitlines()) <= 72


def text_of(chart):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        model.show(chart)
    return said.getvalue()


def test_the_description_is_broken_at_its_seventy_second_letter():
    words = " ".join(["a" * 35, "b" * 17, "c"])  # with "Text description: " 18 + 35 + 1 + 17 + 2
    fits, breaks = (
        text_of(model.Chart(matplotlib.figure.Figure(), "t", text)) for text in (words[:-2], words)
    )
    assert fits.count("\n") == 2
    assert breaks.count("\n") == 3


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (0, 5, "more than"),
        (1, 2, "100 per cent more than"),
        (100, 101, "1 per cent more than"),
        (1000, 1009, "less than 1 per cent more than"),
        (100, 99, "1 per cent fewer than"),
        (5, 5, "as many as"),
    ],
)
def test_a_change_in_words(old, new, says):
    assert change(old, new) == says


@pytest.mark.parametrize(
    ("words", "says"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_words_in_a_row(words, says):
    assert joined(words) == says


@pytest.mark.parametrize(
    ("countries", "says"), [(2, "A has more deaths"), (3, "A has the most deaths")]
)
def test_of_two_one_has_more_and_of_three_the_most(countries, says):
    assert _who_has_more("deaths", "A", "A", countries).startswith(says)


@pytest.mark.parametrize(("begins", "fine"), [(0, True), (1, False)])
def test_a_bar_begins_at_zero(begins, fine):
    figure = matplotlib.figure.Figure()
    figure.add_subplot(ylim=(begins, 550)).bar([2023, 2024], [306, 521])
    cut = [remark for remark in review(figure) if "not at zero" in remark.words]
    assert (cut == []) is fine


@pytest.mark.parametrize(("years", "fine"), [([2019, 2020], True), ([2019, 2021], False)])
def test_a_line_joins_years_that_follow_one_another(years, fine):
    figure = matplotlib.figure.Figure()
    figure.add_subplot(ylim=(0, 9)).plot(years, [3, 4])
    joined_apart = [remark for remark in review(figure) if "2019" in remark.words]
    assert (not any(not remark.fine for remark in joined_apart)) is fine

"""The slider: what it shows, what it says in plain text, and that nothing stops it."""

from __future__ import annotations

import re

import ipywidgets
import pytest

from copydesk.classroom.rendering import Reply
from copydesk.classroom.widgets import QuizButtons, quiz_buttons, slider
from copydesk.exercises import all_quizzes


def lines(*texts):
    return slider("Line", 1, len(texts), 1, lambda number: texts[number - 1])


def test_the_result_follows_the_slider():
    shown = lines("first", "second")
    assert ">first</pre>" in shown.result.value
    shown.control.value = 2
    assert ">second</pre>" in shown.result.value


def test_the_result_is_text_that_wraps_and_holds_no_markup_of_the_page():
    shown = lines('<b>Live</b> & "free"\nnext line')
    assert isinstance(shown.result, ipywidgets.HTML)
    assert shown.result.value == (
        '<pre style="white-space: pre-wrap; word-break: normal">'
        "&lt;b&gt;Live&lt;/b&gt; &amp; &quot;free&quot;\nnext line</pre>"
    )


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_blank_line_is_said_to_be_blank(text):
    assert ">(blank line)</pre>" in lines(text).result.value


def test_an_error_is_one_line_and_the_slider_goes_on():
    shown = slider("Words", 0, 5, 0, lambda number: 10 // number)
    assert ">ZeroDivisionError: " in shown.result.value
    shown.control.value = 5
    assert ">2</pre>" in shown.result.value


def test_the_slider_is_named_for_the_eye_and_the_pointer():
    control = lines("first", "second").control
    assert control.description == "Line"
    assert control.tooltip == "Line, from 1 to 2. The arrow keys move the slider."


def test_its_plain_text_is_the_same_every_time_and_says_what_it_is():
    shown = slider("Line", 1, 37, 11, str)
    text = "Slider for Line, from 1 to 37, now 11. The call above gives the same result."
    assert repr(shown) == text
    data = shown._repr_mimebundle_()
    assert data["text/plain"] == text
    assert "application/vnd.jupyter.widget-view+json" in data
    assert not re.search(r"0x|model", text)
    shown.control.value = 12
    assert "now 12" in repr(shown)


@pytest.fixture(params=all_quizzes(), ids=lambda question: question.id)
def asked(request):
    return request.param, quiz_buttons(request.param.id)


def test_each_option_of_a_question_is_a_button_that_says_whether_it_is_chosen(asked):
    question, shown = asked
    assert isinstance(shown, QuizButtons)
    for button, (letter, option) in zip(shown.options, question.options.items(), strict=True):
        assert button.description == f"○ {letter}. {option.text}"
        button.click()
        assert button.description.startswith("●")
        assert button.tooltip == "Chosen."
        assert [one.description[0] for one in shown.options].count("●") == 1
        assert 'role="status"' in shown.reply.value
        said = "right" if letter == question.right else "not yet"
        assert f"Question {question.id}: {said}." in shown.reply.value


def test_the_call_beside_the_buttons_is_no_answer(asked):
    question, shown = asked
    (call,) = re.findall(r"quiz\(&quot;(.+?)&quot;, &quot;(.+?)&quot;\)", shown.children[0].value)
    assert call[0] == question.id
    assert call[1] not in question.options
    assert f'quiz("{question.id}", "x")' in repr(shown)


def test_a_question_can_be_read_where_no_button_can_be_shown(asked):
    question, shown = asked
    data = shown._repr_mimebundle_()
    assert question.question in data["text/plain"]
    assert all(option.text in data["text/plain"] for option in question.options.values())
    assert "<li>" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_question_that_is_not_there_is_told_of_in_a_sentence():
    assert isinstance(quiz_buttons("0.z"), Reply)

"""Optional widgets. Each stands beside a plain call that gives the same result."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import ipywidgets

from copydesk.classroom import checking
from copydesk.classroom.rendering import Reply
from copydesk.exercises import find_quiz
from copydesk.exercises.model import Quiz

_LOOK = (
    "<style>.copydesk-quiz button {height: auto; white-space: normal; text-align: left; "
    "line-height: 1.4; padding: 0.3em 0.6em} .copydesk-quiz button:focus-visible "
    "{outline: 3px solid var(--jp-ui-font-color1, currentColor) !important; "
    "outline-offset: 1px; z-index: 1}</style>"
)
"""An option is a sentence, so its button wraps; the ring is as dark or light as the theme."""


class Slider(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A slider and, below it, a result that follows it; make one with `slider`.

    Attributes
    ----------
    control : ipywidgets.IntSlider
        The slider itself.
    result : ipywidgets.HTML
        What is shown below it.
    """

    def __init__(self, control: ipywidgets.IntSlider, result: ipywidgets.HTML) -> None:
        super().__init__([control, result])
        self.control = control
        self.result = result

    def __repr__(self) -> str:
        """Say it in words: a notebook is kept, printed and read where no widget can run."""
        at = self.control
        return (
            f"Slider for {at.description}, from {at.min} to {at.max}, now {at.value}. "
            "The call above gives the same result."
        )


def slider(
    label: str, lowest: int, highest: int, start: int, show: Callable[[int], object]
) -> Slider:
    """Show a result that follows a slider. The arrow keys move it.

    Parameters
    ----------
    label : str
        What the number means; it stands before the slider.
    lowest, highest, start : int
        The range, and where the slider stands first.
    show : callable
        Given the number, returns what is shown: its text, as ``print`` would print it.

    Returns
    -------
    Slider
        The slider and, below it, the result as text. If ``show`` raises an error, the result is
        the error in one line, and the slider goes on working.

    Examples
    --------
    >>> slider("Words", 1, 20, 5, lambda words: f"at least {words} words")
    Slider for Words, from 1 to 20, now 5. The call above gives the same result.
    """
    control = ipywidgets.IntSlider(
        value=start,
        min=lowest,
        max=highest,
        description=label,
        tooltip=f"{label}, from {lowest} to {highest}. The arrow keys move the slider.",
        continuous_update=False,
        style={"description_width": "initial"},
    )
    # HTML and not a text field: a disabled field is pale, and the keyboard cannot reach it.
    result = ipywidgets.HTML(layout={"max_width": "45em"})

    def update(number: int) -> None:
        try:
            text = str(show(number))
        except Exception as error:  # a learner's function may raise anything
            text = f"{type(error).__name__}: {error}"
        shown = html.escape(text) if text.strip() else "(blank line)"
        result.value = f'<pre style="white-space: pre-wrap; word-break: normal">{shown}</pre>'

    control.observe(lambda change: update(change["new"]), names="value")
    update(start)
    return Slider(control, result)


class QuizButtons(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A question with a button for each option; `copydesk.classroom.quiz` makes one.

    Attributes
    ----------
    options : tuple of ipywidgets.Button
        One button an option. The chosen one has a full circle.
    reply : ipywidgets.HTML
        What is said to the choice.
    """

    def __init__(self, question: Quiz) -> None:
        self._question = question
        call = f'quiz("{question.id}", "x")'
        asked = ipywidgets.HTML(
            f'{_LOOK}<div style="line-height: 1.5;"><strong>{html.escape(question.question)}'
            f"</strong><br>By keyboard: Tab goes to an option, Enter or Space chooses it. By a "
            f"call: <code>{html.escape(call)}</code>, with your letter in place of x.</div>",
            layout={"max_width": "45em"},
        )
        self.options = tuple(
            ipywidgets.Button(layout={"width": "auto", "max_width": "45em"})
            for _ in question.options
        )
        self.reply = ipywidgets.HTML(layout={"max_width": "45em"})
        super().__init__(
            [asked, *self.options, self.reply], layout={"padding": "4px", "overflow": "visible"}
        )
        self.add_class("copydesk-quiz")
        for button, letter in zip(self.options, question.options, strict=True):
            button.on_click(lambda _, letter=letter: self._answer(letter))
        self._show("")

    def _answer(self, letter: str) -> None:
        reply = checking.quiz(self._question.id, letter)
        self._show(letter)
        # The options stand on the buttons already.
        said = Reply(reply.state, reply.title, self._question.options[letter].reply)
        self.reply.value = said._repr_html_()

    def _show(self, chosen: str) -> None:
        for button, (letter, option) in zip(
            self.options, self._question.options.items(), strict=True
        ):
            is_chosen = letter == chosen
            button.description = f"{'●' if is_chosen else '○'} {letter}. {option.text}"
            button.style.font_weight = "bold" if is_chosen else "normal"
            button.tooltip = "Chosen." if is_chosen else "Not chosen."

    def __repr__(self) -> str:
        """Say it in words: a notebook is kept, printed and read where no widget can run."""
        return repr(checking.quiz(self._question.id))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Give the question in full, also where no widget can be shown."""
        data = super()._repr_mimebundle_(**kwargs)
        words = checking.quiz(self._question.id)
        shown = {"text/plain": repr(words), "text/html": words._repr_html_()}
        return None if data is None else {**data, **shown}


def quiz_buttons(id: str) -> QuizButtons | Reply:
    """Show a question with buttons; a question that is not there is told of in a sentence.

    Parameters
    ----------
    id : str
        The name of the question, "2.a".

    Returns
    -------
    QuizButtons or Reply

    Examples
    --------
    >>> quiz_buttons("9.z").state
    'unknown'
    """
    try:
        return QuizButtons(find_quiz(id))
    except Exception:  # the plain call says in words what is wrong
        return checking.quiz(id)

"""Optional widgets. Each stands beside a plain call that gives the same result."""

from __future__ import annotations

import html
from collections.abc import Callable

import ipywidgets


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

"""Optional widgets. Each stands beside a plain call that gives the same result."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets


def slider(
    label: str, lowest: int, highest: int, start: int, show: Callable[[int], object]
) -> ipywidgets.VBox:
    """Show a result that follows a slider. The arrow keys move it.

    Parameters
    ----------
    label : str
        What the number means; it stands before the slider and a screen reader reads it.
    lowest, highest, start : int
        The range, and where the slider stands first.
    show : callable
        Given the number, returns what is shown: its text, as ``print`` would print it.

    Returns
    -------
    ipywidgets.VBox
        The slider and, below it, the result. If ``show`` raises an error, the result is the error
        in one line, and the slider goes on working.
    """
    control = ipywidgets.IntSlider(
        value=start,
        min=lowest,
        max=highest,
        description=label,
        continuous_update=False,
        style={"description_width": "initial"},
    )
    result = ipywidgets.Textarea(
        disabled=True,
        description="Result",
        rows=4,
        layout={"width": "40em"},
    )

    def update(number: int) -> None:
        try:
            result.value = str(show(number))
        except Exception as error:  # a learner's function may raise anything
            result.value = f"{type(error).__name__}: {error}"

    control.observe(lambda change: update(change["new"]), names="value")
    update(start)
    return ipywidgets.VBox([control, result])

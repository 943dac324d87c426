"""How lines and bars look, and what a legend calls each of them."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D


def names_in_legend(axes: Axes, figure: Figure) -> dict[int, str]:
    """Return what the legends call each line or set of bars, by the identity of what is drawn.

    A legend shows a copy of what it names. The copy is matched by colour and look, and equal ones
    in the order in which they were drawn.
    """
    bars = [part for part in axes.containers if isinstance(part, BarContainer) and part.patches]
    open_ones: list[tuple[int, object]] = [(id(bar), _face(bar.patches[0])) for bar in bars]
    open_ones += [(id(line), _line_face(line)) for line in axes.lines]
    names: dict[int, str] = {}
    for legend in [axes.get_legend(), *figure.legends]:
        for handle, text in zip(
            legend.legend_handles if legend else (),
            legend.get_texts() if legend else (),
            strict=False,
        ):
            face = _line_face(handle) if isinstance(handle, Line2D) else _face(handle)
            found = next((one for one in open_ones if one[1] == face and one[0] not in names), None)
            if found:
                names[found[0]] = text.get_text()
    return names


def _line_face(line: Line2D) -> object:
    hollow = is_hollow(line)
    return to_hex(line.get_color()), line.get_linestyle(), line.get_marker(), hollow


def _face(patch: object) -> object:
    colour = getattr(patch, "get_facecolor", lambda: None)()
    return None if colour is None or np.ndim(colour) != 1 else to_hex(colour, keep_alpha=True)


def is_hollow(line: Line2D) -> bool:
    """Say whether the markers of a line are rings: nothing or white within."""
    within = line.get_markerfacecolor()
    if line.get_fillstyle() == "none" or str(within).lower() == "none":
        return True
    edge = line.get_markeredgecolor()
    return bool(to_hex(within) == "#ffffff" != to_hex(edge))

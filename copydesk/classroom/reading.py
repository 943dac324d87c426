"""Print text so that a learner can read it and point at a line."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence


def print_lines(lines: Sequence[str], first: int = 1, width: int = 72) -> None:
    """Print lines of a page with their numbers.

    Parameters
    ----------
    lines : sequence of str
        The lines of a page, such as ``Article.lines``.
    first : int
        The number of the first of these lines.
    width : int
        The longest printed row, in characters; a longer line goes on below, without a number.

    Examples
    --------
    >>> print_lines(["Menu", "", "The talks ended."])
      1  Menu
      2
      3  The talks ended.
    """
    for number, line in enumerate(lines, first):
        rows = textwrap.wrap(line, width - 5) or [""]
        for place, row in enumerate(rows):
            print(f"{number if place == 0 else '':>3}  {row}".rstrip())

"""What the step returns: two places of a story that are set beside each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where a story says something that can be set beside something else.

    Attributes
    ----------
    line : int
        The line of the page, from 1.
    text : str
        The sentence as printed.
    value : float or str
        The figure, a share in percent; a date or the name of a weekday as a word.
    """

    line: int
    text: str
    value: float | str


@dataclass(frozen=True)
class Finding:
    """Two places of a story that agree, or that cannot both be right.

    Attributes
    ----------
    kind : str
        What is set beside what: ``"parts and total"``, ``"percentage"``, ``"rate"``,
        ``"direction"``, ``"same count"``, ``"record"`` or ``"date"``.
    agrees : bool
        Whether the two fit, within the rounding that is printed.
    first, second : Place
        The two places. For a sum, the first has what was worked out, the second what is printed.
    because : str
        What was worked out, and, if the two do not fit, what would settle it.
    """

    kind: str
    agrees: bool
    first: Place
    second: Place
    because: str

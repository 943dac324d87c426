"""Where values stand along an axis: a year, a number or a name."""

from __future__ import annotations

import math
import re

import numpy as np
from matplotlib.axis import Axis
from matplotlib.ticker import FixedFormatter, FuncFormatter

Place = int | float | str
"""Where a value stands along its panel: a year, a number or a name."""


def numbers_of(data: object) -> list[float]:
    """Return the numbers of a row of data; what is masked is no number."""
    return [float(number) for number in np.ma.filled(np.ma.asarray(data, dtype=float), math.nan)]


def places_along(axis: Axis) -> dict[float, str]:
    """Return the names of places along an axis that has names and not numbers."""
    formatter = axis.get_major_formatter()
    has_names = isinstance(formatter, (FixedFormatter, FuncFormatter)) or axis.units is not None
    if not has_names:
        return {}
    places = list(axis.get_majorticklocs())
    names = [str(name) for name in formatter.format_ticks(places)]  # they can be numbers
    return {round(float(at), 6): in_one_line(name) for at, name in zip(places, names, strict=True)}


def place_at(at: float, names: dict[float, str]) -> Place:
    """Return the place at a number along an axis: its name, a year or the number itself."""
    at = round(float(at), 6)
    name = names.get(at, "").strip()
    if name:
        return int(name) if re.fullmatch(r"\d{1,4}", name) else name
    return int(at) if at == int(at) else at


def in_one_line(text: str) -> str:
    """Return a text without its line breaks and its last full stop."""
    return " ".join(text.split()).removesuffix(".")

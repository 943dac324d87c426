"""What the data of a chart says, in words: the same numbers that are drawn, and no adjectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def number(value: float) -> str:
    """Write a number as a page prints it.

    Examples
    --------
    >>> number(1524.0), number(0.0512), number(1_450_935_791)
    ('1,524', '0.0512', '1,450,935,791')
    """
    return f"{value:,.10g}"


def joined(items: Iterable[str]) -> str:
    """Join words with commas and "and".

    Examples
    --------
    >>> joined(["2016", "2018", "2019"])
    '2016, 2018 and 2019'
    """
    words = list(items)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def change(old: float, new: float) -> str:
    """Say how far a later number stands from an earlier one, in per cent of the earlier one.

    Examples
    --------
    >>> change(306, 521), change(200, 150), change(5, 5)
    ('70 per cent more than', '25 per cent fewer than', 'as many as')
    """
    if new == old:
        return "as many as"
    if old == 0:
        return "more than"
    percent = abs(new - old) / old * 100
    shown = f"{percent:.0f}" if percent >= 1 else "less than 1"
    return f"{shown} per cent {'more' if new > old else 'fewer'} than"


def extremes(values: Mapping[int, float]) -> str:
    """Say where the highest and the lowest value stand; equal ones are all named.

    Examples
    --------
    >>> extremes({2013: 1717, 2018: 262, 2020: 146, 2022: 262})
    'Highest: 1,717 in 2013. Lowest: 146 in 2020'
    >>> extremes({2018: 262, 2022: 262})
    'Always 262, in 2018 and 2022'
    """
    high, low = max(values.values()), min(values.values())

    def at(wanted: float) -> str:
        return joined(str(key) for key, value in values.items() if value == wanted)

    if high == low:
        return f"Always {number(high)}, in {at(high)}"
    return f"Highest: {number(high)} in {at(high)}. Lowest: {number(low)} in {at(low)}"


def gaps(years: Sequence[int]) -> str:
    """Say which years have no figure, as a sentence; empty when every year has one.

    Examples
    --------
    >>> gaps([2017, 2018, 2020])
    'No figure is held for 2019, and no line is drawn across.'
    """
    missing = sorted(set(range(min(years), max(years) + 1)) - set(years))
    if not missing:
        return ""
    return f"No figure is held for {joined(map(str, missing))}, and no line is drawn across."


def listed(values: Mapping[int, float]) -> str:
    """List years with their values.

    Examples
    --------
    >>> listed({2023: 306, 2024: 521})
    '2023: 306; 2024: 521'
    """
    return "; ".join(f"{key}: {number(value)}" for key, value in values.items())

"""Two lists of labels for the same cases: see that they can be compared, and count."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import nan
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

Labels = Sequence[Hashable]
"""One label a case: a list, a tuple, or a column of a table."""


class CheckedLabels(list[Hashable]):
    """Labels that were checked already: those of a resample need no second look."""


def check_pair(given: Labels, gold: Labels) -> tuple[CheckedLabels, CheckedLabels]:
    """See that each case has two labels that can be compared.

    Parameters
    ----------
    given, gold : sequence
        The labels of the same cases, in the same order.

    Returns
    -------
    given, gold : CheckedLabels
        The same as lists. What was checked before is returned as it is.

    Raises
    ------
    ValueError
        There are no cases, the two differ in length, a case has no label, or the two use
        different kinds of labels (texts and numbers).

    Examples
    --------
    >>> check_pair(("for", "against"), ["for", "for"])
    (['for', 'against'], ['for', 'for'])
    """
    if isinstance(given, CheckedLabels) and isinstance(gold, CheckedLabels):
        return given, gold
    sides = (("first", given), ("second", gold))
    for name, side in sides:
        if isinstance(side, (str, Mapping, pd.DataFrame)):
            what = {str: "text", pd.DataFrame: "table"}.get(type(side), "dictionary")
            raise ValueError(
                f"The {name} input is a {what}; a list with one label a case is asked."
            )
    given, gold = _as_list(given), _as_list(gold)
    if len(given) != len(gold):
        raise ValueError(
            f"There are {len(given)} labels on one side and {len(gold)} on the other; they must "
            "match, one and one for each case."
        )
    if not gold:
        raise ValueError("There are no cases, so there is nothing to compare.")
    kinds = [_kinds(name, side) for (name, _), side in zip(sides, (given, gold), strict=True)]
    if kinds[0].isdisjoint(kinds[1]):
        one, other = (" and ".join(sorted(kind)) for kind in kinds)
        raise ValueError(
            f"One side has {one} as labels and the other has {other}, so no case could agree; "
            "write both in the same way."
        )
    return given, gold


def in_order(
    given: CheckedLabels, gold: CheckedLabels, labels: Labels | None = None
) -> list[Hashable]:
    """Return each label once, in the order that is asked for.

    Parameters
    ----------
    given, gold : CheckedLabels
        From `check_pair`.
    labels : sequence, optional
        All labels in their order. Left out, those that occur, sorted: numbers before texts.

    Returns
    -------
    list

    Raises
    ------
    ValueError
        A label occurs that is not among ``labels``.

    Examples
    --------
    >>> in_order(*check_pair([1, "cannot tell", -1], [1, 0, -1]))
    [-1, 0, 1, 'cannot tell']
    """
    occurring = {*given, *gold}
    if labels is None:
        return sorted(occurring, key=_sort_key)
    order = list(dict.fromkeys(_as_list(labels)))
    unnamed = sorted(occurring.difference(order), key=_sort_key)
    if unnamed:
        raise ValueError(f"{unnamed[0]!r} is given as a label, and it is not one of {order}.")
    return order


def count_same(given: CheckedLabels, gold: CheckedLabels) -> int:
    """Count the cases with the same label on both sides.

    Examples
    --------
    >>> count_same(*check_pair([1, 0, 1], [1, 1, 1]))
    2
    """
    return sum(1 for one, other in zip(given, gold, strict=True) if one == other)


def share(part: float, whole: int) -> float:
    """Divide a part by the whole; ``nan`` when there is nothing to have a share of.

    Examples
    --------
    >>> share(1, 4), share(0, 0)
    (0.25, nan)
    """
    return part / whole if whole else nan


def _as_list(side: Labels) -> CheckedLabels:
    return CheckedLabels(label.item() if isinstance(label, np.generic) else label for label in side)


def _kinds(name: str, side: CheckedLabels) -> set[str]:
    """Return the kinds of labels that one side uses; complain of what cannot be a label."""
    try:
        different = set(side)
    except TypeError:
        raise ValueError(
            f"The {name} input has a list among its labels; a label is a text or a number."
        ) from None
    if any(map(_is_missing, different)):
        place = next(at for at, label in enumerate(side, 1) if _is_missing(label))
        raise ValueError(
            f"Case {place} has no label in the {name} input. Leave such cases out on both sides, "
            "and say how many you left out."
        )
    return {_kind(label) for label in different}


def _is_missing(label: Hashable) -> bool:
    if isinstance(label, str):
        return not label.strip()
    value: Any = label
    # The three dots stand for an answer that nobody has written yet.
    return value is ... or bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _kind(label: Hashable) -> str:
    if isinstance(label, str):
        return "texts"
    # True is the number 1 in Python.
    return "numbers" if isinstance(label, Real) else f"labels of type {type(label).__name__}"


def _sort_key(label: Hashable) -> tuple[str, float, str]:
    return _kind(label), float(label) if isinstance(label, Real) else 0.0, str(label)

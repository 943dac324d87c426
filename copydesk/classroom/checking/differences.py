"""Say what can be seen of a wrong result beside the right one, and never what the right one is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import partial

from copydesk.classroom.checking.plain import Plain
from copydesk.classroom.checking.values import as_asked, kind_of, same

_FEW = 3  # items that are named one by one


def in_another_order(want: Plain, given: Plain, tolerance: float) -> bool:
    """Say whether two lists have the same items, in whatever order."""

    def bag(value: list[Plain]) -> Plain:
        return {"kind": "set", "items": value}

    both = isinstance(want, list) and isinstance(given, list)
    return both and same(bag(want), bag(given), tolerance)


def difference(want: Plain, given: Plain, tolerance: float = 1e-9) -> str:
    """Say how a wrong result differs, as the end of a sentence: "and that is too high".

    Parameters
    ----------
    want, given : plain value
        The right result and the one that came, which are not the same.
    tolerance : float
        How much numbers with a fraction may differ.

    Returns
    -------
    str

    Examples
    --------
    >>> difference(3, 4), difference("Talks end", "Talks end ")
    ('and that is too high', 'and that differs from what is asked in a space at an end')
    >>> difference(["a", "b"], ["a"])
    'and 1 item is missing'
    """
    given = as_asked(want, given)
    kind = kind_of(want)
    telling = _TELLING.get(kind) if kind == kind_of(given) else None
    if isinstance(given, float) and math.isnan(given):
        return "and nan stands for a number that is missing, which is not asked for here"
    return (telling(want, given, tolerance) if telling else "") or "and that is not right"


def _of_numbers(want: float, given: float, tolerance: float) -> str:
    return f"and that is {_beside(want, given, tolerance)}"


def _beside(want: float, given: float, tolerance: float) -> str:
    """Say what a wrong number is beside the right one: rounded, or of another size or sign."""
    ways: tuple[tuple[str, Callable[[float], float]], ...] = (
        ("a hundred times too high", lambda number: number * 100),
        ("a hundred times too low", lambda number: number / 100),
        ("right but for its sign", lambda number: -number),
        ("without its fraction", math.trunc),
        *((f"rounded to {digits} digits", partial(round, ndigits=digits)) for digits in range(5)),
    )
    for name, change in ways if math.isfinite(want) else ():
        if want and same(change(want), given, tolerance):
            return name.replace("rounded to 0 digits", "rounded").replace("1 digits", "1 digit")
    return f"too {'high' if given > want else 'low'}"


def _of_texts(want: str, given: str, _: float) -> str:
    ways: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("a space at an end", str.strip),
        ("capital letters", str.casefold),
        ("spaces", lambda text: "".join(text.split())),
        ("a full stop or another mark at the end", lambda text: text.rstrip(" .,;:!?")),
        ("its marks", lambda text: re.sub(r"[\W_]", "", text)),
    )
    for name, simple in ways:
        if simple(want) == simple(given):
            return f"and that differs from what is asked in {name}"
    return ""


def _of_lists(want: list[Plain], given: list[Plain], tolerance: float) -> str:
    def known(item: Plain, items: Sequence[Plain]) -> bool:
        return any(same(one, item, tolerance) for one in items)

    if in_another_order(want, given, tolerance):
        return ""  # said of all inputs together, where it holds for all
    if len(want) == len(given):
        return _of_equal_lengths(want, given, tolerance)
    if len(given) > len(want) and all(known(item, given) for item in want):
        count = len(given) - len(want)
        return f"and {count} {'item does' if count == 1 else 'items do'} not belong there"
    if len(given) < len(want) and all(known(item, want) for item in given):
        count = len(want) - len(given)
        return f"and {count} {'item is' if count == 1 else 'items are'} missing"
    return f"and should hold {'fewer' if len(given) > len(want) else 'more'} items"


def _of_equal_lengths(want: list[Plain], given: list[Plain], tolerance: float) -> str:
    pairs = list(enumerate(zip(want, given, strict=True), 1))
    wrong = [at for at, (one, other) in pairs if not same(one, other, tolerance)]
    for at in (0, 1) if all(isinstance(one, list) and len(one) == 2 for one in want) else ():
        if all(same(one[at], other, tolerance) for _, (one, other) in pairs):
            return f"and should hold pairs: here is only item {at + 1} of each"
    if len(wrong) == 1 < len(want):
        said = difference(*pairs[wrong[0] - 1][1], tolerance)
        single = kind_of(want[wrong[0] - 1]) in ("number", "text")
        return said.replace("and that", f"and item {wrong[0]}") if single else _not_right(wrong)
    if len(wrong) == len(want):
        return "and none of its items is right" if len(want) > 1 else ""
    return _not_right(wrong) if len(wrong) <= _FEW else ""


def _of_mappings(want: Plain, given: Plain, tolerance: float) -> str:
    asked, held = ([key for key, _ in value["items"]] for value in (want, given))
    missing = sum(key not in held for key in asked)
    extra = [key for key in held if key not in asked]
    if extra:
        return f"and the key {extra[0]!r} does not belong there"
    if missing:
        return f"and {missing} {'key is' if missing == 1 else 'keys are'} missing"
    values = dict(_hashable(want))
    wrong = [key for key, value in _hashable(given) if not same(values[key], value, tolerance)]
    return f"and what stands at {wrong[0]!r} is not right" if wrong else ""


def _hashable(value: Plain) -> list[tuple[object, Plain]]:
    return [(tuple(key) if isinstance(key, list) else key, item) for key, item in value["items"]]


def _not_right(places: Sequence[int]) -> str:
    words = [str(place) for place in places]
    if len(words) == 1:
        return f"and item {words[0]} is not right"
    return f"and items {', '.join(words[:-1])} and {words[-1]} are not right"


_TELLING: dict[str, Callable[[Plain, Plain, float], str]] = {
    "number": _of_numbers,
    "text": _of_texts,
    "list": _of_lists,
    "dict": _of_mappings,
}

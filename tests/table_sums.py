"""Do the sums that the tables of claims give over figures of the reference."""

from __future__ import annotations

import re

from simpleeval import InvalidExpression, simple_eval

from copydesk.verification.reference import Reference


def compute(arithmetic: str, figures: str, reference: Reference) -> float | bool:
    """Do a sum such as "(b - a) / a * 100", where "a = <figure_id>; b = 53 (claimed)"."""
    values = {row.figure_id: row.value for row in reference.figures}
    letters: dict[str, float] = {}
    for part in filter(None, map(str.strip, figures.split(";"))):
        letter, _, meant = (piece.strip() for piece in part.partition("="))
        number = re.fullmatch(r"([\d.]+) \([^()]+\)", meant)
        if meant in values:
            letters[letter] = values[meant]
        elif number:
            letters[letter] = float(number[1])
        else:
            raise ValueError(f"There is no figure {meant!r} in the reference.")
    functions = {"round": round, "min": min, "max": max, "abs": abs}
    try:
        result: float | bool = simple_eval(arithmetic, names=letters, functions=functions)
    except (InvalidExpression, SyntaxError, ArithmeticError, TypeError) as error:
        raise ValueError(f"{arithmetic!r} cannot be worked out: {error}.") from None
    return result

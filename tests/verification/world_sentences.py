"""Sentences on ten countries and on a user's own table, each with what is true of it."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from copydesk.claims import find_claims
from copydesk.verification import (
    Definition,
    Figure,
    Reference,
    Verdict,
    load_reference,
    verify,
)

_TABLE = Path(__file__).with_suffix(".csv")
_SEED = 20_261
_BODY = "Lakeside Data Desk"
_COUNTS = {
    "unemployment": "People without work, in per cent of those who want it.",
    "journalists killed": "Journalists killed for their work.",
    "displaced people": "People who had to leave their homes in the year.",
}
_VALUES = {
    "unemployment": {2021: 11.9, 2022: 7.7, 2023: 6.6, 2024: 5.7},
    "journalists killed": {2021: 1, 2022: 4, 2023: 3, 2024: 7},
    "displaced people": {2021: 7_210, 2022: 6_480, 2023: 9_055, 2024: 12_300},
}


@dataclass(frozen=True)
class Row:
    """A sentence, one of its figures, and the verdict that is right for it."""

    subject: str
    text: str
    figure: float
    truth: str

    @property
    def own(self) -> bool:
        """Say whether it is on the table of the user."""
        return self.subject == "own"


def sentences(half: str = "") -> Iterator[Row]:
    """Yield the sentences of the half that was read when rules were mended, or of the other one."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = [Row(r["subject"], r["text"], float(r["figure"]), r["truth"])
                for r in csv.DictReader(file)]  # fmt: skip
    numbers = list(range(len(rows)))
    random.Random(_SEED).shuffle(numbers)
    read = set(numbers[: len(rows) // 2])
    for number, row in enumerate(rows):
        if not half or (number in read) == (half == "read"):
            yield row


@cache
def own_reference() -> Reference:
    """Return the kit's figures and those of an invented body that counts three other things."""
    held = load_reference()
    figures, definitions = [], []
    for measure, values in _VALUES.items():
        key = measure.replace(" ", "-")
        definitions.append(
            Definition(key, _BODY, measure, "the year", "all", _COUNTS[measure],
                       "no", "no", "No change.", "invented", "https://example.org/")
        )  # fmt: skip
        figures += [
            Figure(f"{key}/peru/{year}/2025", key, _BODY, "Peru", "", year, "", measure,
                   float(value), None, None, "2025-02 yearly report", key, "invented", "invented",
                   "https://example.org/", "")
            for year, value in values.items()
        ]  # fmt: skip
    return replace(
        held,
        figures=(*held.figures, *figures),
        definitions=(*held.definitions, *definitions),
        names={**held.names, _BODY: (_BODY,)},
    )


def judged(row: Row) -> Verdict:
    """Return the verdict on the figure of a sentence; a figure that is not found has none."""
    found = [claim for claim in find_claims(row.text) if claim.value == row.figure]
    if not found:
        return Verdict("not found", "", (), "")
    return verify(found[-1], own_reference() if row.own else load_reference())

"""Compare two files of labels sentence by sentence: how often they agree, and where they differ."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import nan
from pathlib import Path
from typing import Any

import pandas as pd

from copydesk.classroom.annotation.label_calls import check_number, labels, one_line, whole_number
from copydesk.classroom.annotation.label_file import LabelError
from copydesk.evaluation.agreement import ChanceComparison, compare_with_chance

STANCE_NAMES = {-1: "against", 0: "neither", 1: "for"}
"""What the numbers in the kit's gold stances are called in words; see `agreement`."""


@dataclass(frozen=True, eq=False)
class Agreement:
    """Two sets of labels side by side; make one with `agreement`.

    Attributes
    ----------
    table : pandas.DataFrame
        One row a sentence that both labelled: ``sentence``, ``mine``, ``theirs``, ``same``, and
        the notes where there are any.
    comparison : ChanceComparison or None
        How often they agree, beside chance; None when no sentence has both labels.
    only_mine, only_theirs : tuple of int
        The sentences with a label on one side only. They are not compared.
    """

    table: pd.DataFrame
    comparison: ChanceComparison | None
    only_mine: tuple[int, ...]
    only_theirs: tuple[int, ...]

    @property
    def differ(self) -> pd.DataFrame:
        """The rows of ``table`` with two different labels: what to talk about."""
        rows: pd.DataFrame = self.table[~self.table["same"]]
        return rows.drop(columns="same").reset_index(drop=True)

    @property
    def kappa(self) -> float:
        """Cohen's kappa; ``nan`` when it is undefined."""
        return nan if self.comparison is None else self.comparison.kappa

    def __repr__(self) -> str:
        """Say it in words, with the sentences on which the two differ."""
        words = self._words()
        return words if self.differ.empty else f"{words}\n{self.differ.to_string(index=False)}"

    def _repr_html_(self) -> str:
        """Return the same with a table that a screen reader can walk through."""
        words = html.escape(self._words()).replace("\n", "<br>")
        table = "" if self.differ.empty else self.differ.to_html(index=False, border=0)
        return f'<p style="max-width: 45em;">{words}</p>{table}'

    def _words(self) -> str:
        if self.comparison is None:
            lines = ["No sentence has a label on both sides, so there is nothing to compare yet."]
        else:
            lines = [repr(self.comparison)]
        for whose, numbers in (("mine", self.only_mine), ("theirs", self.only_theirs)):
            if numbers:
                lines.append(f"Only {whose}, and not compared: {_listed(numbers)}.")
        if self.comparison is not None:
            lines.append("They differ here:" if len(self.differ) else "They differ nowhere.")
        return "\n".join(lines)


def agreement(
    mine: str | Path | pd.DataFrame,
    theirs: str | Path | pd.DataFrame,
    column: str | None = None,
    names: Mapping[Any, str] | None = None,
) -> Agreement:
    """Compare your labels with those of another annotator, or with the kit's, sentence by sentence.

    Parameters
    ----------
    mine, theirs : str, Path or pandas.DataFrame
        Files of labels, or tables with a column ``sentence`` (or ``number``) for the number and
        one for the label. A row without a label counts as not labelled.
    column : str, optional
        The column of the labels, for a table that has no column ``choice``.
    names : mapping, optional
        What the labels are called on the other side: `STANCE_NAMES` for the kit's gold stances.

    Returns
    -------
    Agreement
        It says how often the two agree, beside chance, and where they differ.

    Raises
    ------
    LabelError
        A file or a table cannot be used, a number stands twice, or no label is common to both.

    Notes
    -----
    "cannot tell" is a choice as the others. Leave its rows out of a table first, if you want to
    compare only the sentences that both decided, and say so.

    Examples
    --------
    >>> mine = pd.DataFrame({"sentence": [1, 2, 3], "choice": ["for", "against", "neither"]})
    >>> gold = pd.DataFrame({"sentence": [1, 2, 3, 4], "stance": [1, -1, -1, 0]})
    >>> agreement(mine, gold, "stance", STANCE_NAMES)
    The two agree on 2 of 3 cases (67%). With the same labels dealt out by chance, about 1.0 (33%)
    would agree. Kappa is 0.50: they are 50% of the way from chance to full agreement.
    Only theirs, and not compared: 4.
    They differ here:
     sentence    mine  theirs
            3 neither against
    """
    shown = {_as_text(key): _as_text(name) for key, name in (names or {}).items()}
    frames = [side if isinstance(side, pd.DataFrame) else labels(side) for side in (mine, theirs)]
    if column is not None and not any(column in frame for frame in frames):
        raise LabelError(f"Neither mine nor theirs has a column {column!r}.")
    one = _side(frames[0], "mine", column, shown)
    other = _side(frames[1], "theirs", column, shown)
    both = sorted(one.keys() & other.keys())
    used, their = (sorted({side[number][0] for number in both}) for side in (one, other))
    if both and set(used).isdisjoint(their):
        raise LabelError(
            f"No label is common to both: mine has {_listed(used)}, theirs has {_listed(their)}. "
            "If they mean the same, say how with names={...: ...}."
        )
    rows = [
        {
            "sentence": number,
            "mine": one[number][0],
            "theirs": other[number][0],
            "same": one[number][0] == other[number][0],
            "my note": one[number][1],
            "their note": other[number][1],
        }
        for number in both
    ]
    columns = ["sentence", "mine", "theirs", "same"]
    columns += [name for name in ("my note", "their note") if any(row[name] for row in rows)]
    table = pd.DataFrame(rows, columns=columns).astype({"same": bool})
    comparison = compare_with_chance(list(table["mine"]), list(table["theirs"])) if both else None
    return Agreement(
        table,
        comparison,
        tuple(sorted(one.keys() - other.keys())),
        tuple(sorted(other.keys() - one.keys())),
    )


def _side(
    frame: pd.DataFrame, whose: str, column: str | None, names: Mapping[str, str]
) -> dict[int, tuple[str, str]]:
    """Return the labels and notes of one side of a comparison, by sentence."""
    numbered = [
        name
        for name in ("sentence", "number")
        if name in frame and all(whole_number(number) is not None for number in frame[name])
    ]
    if not numbered:
        raise LabelError(f"The table {whose} needs a column sentence with whole numbers.")
    others = [name for name in frame.columns if name != numbered[0]]
    named = [name for name in (column, "choice") if name in others]
    if not named and len(others) != 1:
        raise LabelError(
            f"Say which column of {whose} has the labels, with column=...; its columns are "
            f"{_listed(frame.columns)}."
        )
    notes = frame["note"] if "note" in frame else [""] * len(frame)
    found: dict[int, tuple[str, str]] = {}
    given = frame[(named or others)[0]]
    for number, choice, note in zip(frame[numbered[0]], given, notes, strict=True):
        written = _as_text(choice)
        if not written:
            continue
        whole = check_number(number)
        if whole in found:
            raise LabelError(
                f"Sentence {whole} stands twice in {whose}; keep one row a sentence first, such "
                "as the rows of one party."
            )
        found[whole] = (names.get(written, written), _as_text(note))
    return found


def _as_text(value: Any) -> str:
    """Return a label as text: 1 for 1.0, nothing for a missing value."""
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    whole = whole_number(value)
    return one_line(value if whole is None else whole)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(map(str, names))

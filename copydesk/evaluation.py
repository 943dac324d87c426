"""How good is a rule: precision and recall against gold labels."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan


def precision_recall(kept: Sequence[bool], gold: Sequence[bool]) -> tuple[float, float]:
    """Compare what a rule kept with what it should have kept.

    Parameters
    ----------
    kept : sequence of bool
        For each line, whether the rule keeps it.
    gold : sequence of bool
        For each line, whether the gold labels keep it; as long as ``kept``.

    Returns
    -------
    precision : float
        Of the kept lines, the share that gold keeps too, 0 to 1; ``nan`` when nothing is kept.
    recall : float
        Of the lines that gold keeps, the share that the rule kept, 0 to 1; ``nan`` when gold
        keeps nothing.

    Raises
    ------
    ValueError
        The two sequences differ in length.

    Examples
    --------
    >>> precision_recall([True, True, False, False], [True, False, True, False])
    (0.5, 0.5)
    """
    if len(kept) != len(gold):
        raise ValueError(f"kept has {len(kept)} labels and gold has {len(gold)}; they must match.")
    hits = sum(1 for is_kept, is_gold in zip(kept, gold, strict=True) if is_kept and is_gold)
    all_kept, all_gold = sum(map(bool, kept)), sum(map(bool, gold))
    return hits / all_kept if all_kept else nan, hits / all_gold if all_gold else nan

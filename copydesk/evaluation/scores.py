"""How good are labels: compared with gold labels, with a second annotator, and with chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd

from copydesk.evaluation.label_pairs import Labels, check_pair, count_same, in_order, share


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
    return share(hits, all_kept), share(hits, all_gold)


@dataclass(frozen=True)
class LabelScore:
    """How one label fares against gold.

    Attributes
    ----------
    label : str, int or bool
        The label.
    given : int
        Cases that were given it.
    gold : int
        Cases that have it in gold.
    right : int
        Cases with it on both sides.
    """

    label: Hashable
    given: int
    gold: int
    right: int

    @property
    def precision(self) -> float:
        """Of the cases that were given the label, the share that gold gives it too.

        ``nan`` when no case was given it.
        """
        return share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Of the cases that have the label in gold, the share that were given it.

        ``nan`` when no case has it in gold.
        """
        return share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Twice ``right``, divided by ``given`` and ``gold`` together.

        It is the harmonic mean of precision and recall (van Rijsbergen 1979, chapter 7). It is 0
        when the label was never right, and ``nan`` when no case has it on either side.
        """
        return share(2 * self.right, self.given + self.gold)


@dataclass(frozen=True)
class Evaluation:
    """Labels against gold labels; make one with `evaluate`.

    Attributes
    ----------
    cases : int
        How many cases were compared.
    right : int
        How many have the same label on both sides.
    scores : tuple of LabelScore
        One for each label.
    """

    cases: int
    right: int
    scores: tuple[LabelScore, ...]

    @property
    def accuracy(self) -> float:
        """The share of the cases that have the same label on both sides."""
        return share(self.right, self.cases)

    @property
    def macro_f1(self) -> float:
        """The mean of F1 over the labels that occur, a rare label as heavy as a frequent one."""
        occurring = [score.f1 for score in self.scores if not isnan(score.f1)]
        return share(sum(occurring), len(occurring))

    @property
    def table(self) -> pd.DataFrame:
        """One row a label: ``precision``, ``recall``, ``f1``, and the three counts behind them."""
        names = ("precision", "recall", "f1", "given", "gold", "right")
        rows = [[getattr(score, name) for name in names] for score in self.scores]
        index = pd.Index([score.label for score in self.scores], name="label", tupleize_cols=False)
        return pd.DataFrame(rows, index=index, columns=list(names))

    def __repr__(self) -> str:
        """Say the whole in words, and each label in one row."""
        return (
            f"Right on {self.right} of {self.cases} cases: accuracy {self.accuracy:.2f}, "
            f"macro-F1 {self.macro_f1:.2f}\n{self.table.round(2).to_string()}"
        )


def evaluate(given: Labels, gold: Labels, labels: Labels | None = None) -> Evaluation:
    """Compare labels with gold labels, label by label.

    Parameters
    ----------
    given : sequence
        The labels to judge.
    gold : sequence
        The gold labels of the same cases, in the same order.
    labels : sequence, optional
        All labels that could have been given, in the order of the rows. Left out, the labels that
        occur, sorted.

    Returns
    -------
    Evaluation

    Raises
    ------
    ValueError
        There are no cases, the two differ in length, a case has no label, the two use different
        kinds of labels (texts and numbers), or a label is not among ``labels``.

    Notes
    -----
    There are two measures by the name of macro-F1. This one is the mean of the F1 of each label,
    which Opitz and Burst (2019, "Macro F1 and Macro F1", arXiv:1911.03347) recommend. A label that
    could have been given and does not occur has no F1 and is left out of the mean.

    Accuracy alone flatters: where 18 of 20 sentences are neutral, "always neutral" is right on 18.

    Examples
    --------
    >>> result = evaluate(["for", "for", "against"], ["for", "against", "against"])
    >>> result
    Right on 2 of 3 cases: accuracy 0.67, macro-F1 0.67
             precision  recall    f1  given  gold  right
    label
    against        1.0     0.5  0.67      1     2      1
    for            0.5     1.0  0.67      2     1      1
    """
    given, gold = check_pair(given, gold)
    pairs = Counter(zip(given, gold, strict=True))
    all_given, all_gold = Counter(given), Counter(gold)
    scores = tuple(
        LabelScore(label, all_given[label], all_gold[label], pairs[label, label])
        for label in in_order(given, gold, labels)
    )
    return Evaluation(len(gold), sum(score.right for score in scores), scores)


def label_score(given: Labels, gold: Labels, label: Hashable) -> LabelScore:
    """Compare labels with gold labels for one label only.

    Parameters
    ----------
    given, gold : sequence
        As for `evaluate`.
    label : str, int or bool
        The label. It need not occur.

    Returns
    -------
    LabelScore

    Raises
    ------
    ValueError
        As for `evaluate`.

    Examples
    --------
    >>> label_score([1, 1, 0], [1, 0, 0], 1).precision
    0.5
    """
    given, gold = check_pair(given, gold)
    right = sum(1 for one, other in zip(given, gold, strict=True) if one == other == label)
    return LabelScore(label, given.count(label), gold.count(label), right)


def accuracy(given: Labels, gold: Labels) -> float:
    """Return the share of the cases with the same label on both sides, 0 to 1.

    Parameters
    ----------
    given, gold : sequence
        As for `evaluate`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        As for `evaluate`.

    Examples
    --------
    >>> accuracy(["for", "for", "against", "for"], ["for", "against", "against", "for"])
    0.75
    """
    given, gold = check_pair(given, gold)
    return count_same(given, gold) / len(gold)


def macro_f1(given: Labels, gold: Labels) -> float:
    """Return the mean of F1 over the labels that occur, 0 to 1; see `evaluate`.

    Parameters
    ----------
    given, gold : sequence
        As for `evaluate`.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        As for `evaluate`.

    Examples
    --------
    >>> macro_f1(["neutral"] * 4, ["neutral", "neutral", "neutral", "negative"]) < 0.5
    True
    """
    return evaluate(given, gold).macro_f1


def confusion(given: Labels, gold: Labels, labels: Labels | None = None) -> pd.DataFrame:
    """Count which label was given where gold has which: the confusion table.

    Parameters
    ----------
    given, gold, labels : sequence
        As for `evaluate`.

    Returns
    -------
    pandas.DataFrame
        Rows are the labels of gold, columns the labels that were given, both in the same order.
        The cases on the diagonal are right.

    Raises
    ------
    ValueError
        As for `evaluate`.

    Examples
    --------
    >>> confusion(["for", "for", "against"], ["for", "against", "against"])
    given    against  for
    gold
    against        1    1
    for            0    1
    """
    given, gold = check_pair(given, gold)
    pairs = Counter(zip(given, gold, strict=True))
    order = in_order(given, gold, labels)
    return pd.DataFrame(
        [[pairs[column, row] for column in order] for row in order],
        index=pd.Index(order, name="gold", tupleize_cols=False),
        columns=pd.Index(order, name="given", tupleize_cols=False),
    )

"""How good are labels: compared with gold labels, with a second annotator, and with chance.

Every function takes the labels first and the gold labels second, as plain sequences in the same
order: lists, tuples, or columns of a table. A label is a text, a number, or True and False. Every
case needs a label on both sides. A share of nothing is ``nan``, never 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose, isnan, nan
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

Labels = Sequence[Hashable]
"""One label a case: a list, a tuple, or a column of a table."""

Measure = Callable[[Labels, Labels], float]
"""A function of labels and gold labels that gives one number, such as `accuracy`."""


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
        return _share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Of the cases that have the label in gold, the share that were given it.

        ``nan`` when no case has it in gold.
        """
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Twice ``right``, divided by ``given`` and ``gold`` together.

        It is the harmonic mean of precision and recall (van Rijsbergen 1979, chapter 7). It is 0
        when the label was never right, and ``nan`` when no case has it on either side.
        """
        return _share(2 * self.right, self.given + self.gold)


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
        return _share(self.right, self.cases)

    @property
    def macro_f1(self) -> float:
        """The mean of F1 over the labels that occur, a rare label as heavy as a frequent one."""
        occurring = [score.f1 for score in self.scores if not isnan(score.f1)]
        return _share(sum(occurring), len(occurring))

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
    given, gold = _paired(given, gold)
    pairs = Counter(zip(given, gold, strict=True))
    all_given, all_gold = Counter(given), Counter(gold)
    scores = tuple(
        LabelScore(label, all_given[label], all_gold[label], pairs[label, label])
        for label in _in_order(given, gold, labels)
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
    given, gold = _paired(given, gold)
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
    given, gold = _paired(given, gold)
    return _agreeing(given, gold) / len(gold)


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
    given, gold = _paired(given, gold)
    pairs = Counter(zip(given, gold, strict=True))
    order = _in_order(given, gold, labels)
    return pd.DataFrame(
        [[pairs[column, row] for column in order] for row in order],
        index=pd.Index(order, name="gold", tupleize_cols=False),
        columns=pd.Index(order, name="given", tupleize_cols=False),
    )


@dataclass(frozen=True)
class ChanceComparison:
    """How often two agree, beside how often chance would; make one with `compare_with_chance`.

    Attributes
    ----------
    cases : int
        How many cases both have labelled.
    agreeing : int
        How many have the same label from both.
    expected : float
        The share, 0 to 1, that would be expected to agree if each kept the labels that they gave
        and dealt them out to the cases by chance.
    """

    cases: int
    agreeing: int
    expected: float

    @property
    def observed(self) -> float:
        """The share of the cases with the same label from both."""
        return _share(self.agreeing, self.cases)

    @property
    def kappa(self) -> float:
        """Cohen's kappa; ``nan`` when chance alone would agree on every case.

        0 is what chance gives, 1 is full agreement, and below 0 is less than chance.
        """
        # 1 - expected is 0 when both gave one and the same label to every case.
        return nan if self.expected == 1 else (self.observed - self.expected) / (1 - self.expected)

    def __repr__(self) -> str:
        """Read kappa aloud, as a comparison with chance."""
        counts = (
            f"The two agree on {self.agreeing} of {self.cases} cases ({_percent(self.observed)}). "
            f"With the same labels dealt out by chance, about {self.expected * self.cases:.1f} "
            f"({_percent(self.expected)}) would agree. "
        )
        if isnan(self.kappa):
            return counts + (
                "Both gave one and the same label to every case, so there is nothing to compare "
                "with chance: kappa is undefined."
            )
        if isclose(self.kappa, 0, abs_tol=1e-9):
            place = "they agree as often as chance would"
        elif self.kappa < 0:
            place = "they agree less often than chance would"
        else:
            place = f"they are {_percent(self.kappa)} of the way from chance to full agreement"
        return f"{counts}Kappa is {self.kappa:.2f}: {place}."


def compare_with_chance(one: Labels, other: Labels) -> ChanceComparison:
    """Compare how often two annotators agree with how often chance would: Cohen's kappa.

    Two people who call nearly everything neutral agree often without reading anything. Kappa takes
    that into account. With the share observed, ``o``, and the share expected by chance, ``e``, it
    is ``(o - e) / (1 - e)``.

    Parameters
    ----------
    one, other : sequence
        The labels of two annotators for the same cases, in the same order. Which one comes first
        makes no difference.

    Returns
    -------
    ChanceComparison
        It reads itself aloud when it is printed.

    Raises
    ------
    ValueError
        As for `evaluate`.

    Notes
    -----
    The formula is Cohen's (1960, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20: 37-46). Each annotator has their own shares of labels in it. All
    disagreements count the same: between "against" and "for" as between "against" and "neither".

    Kappa depends on how often each label occurs, so two kappas from different texts are hard to
    compare. Scales of words for it ("substantial" and the like, Landis and Koch 1977) are a
    convention without a derivation, and are not used here. Two annotators can agree and both be
    wrong.

    Examples
    --------
    >>> compare_with_chance(["for", "for", "for", "against"], ["for", "for", "against", "against"])
    The two agree on 3 of 4 cases (75%). With the same labels dealt out by chance, about 2.0 (50%)
    would agree. Kappa is 0.50: they are 50% of the way from chance to full agreement.
    """
    one, other = _paired(one, other)
    ones, others = Counter(one), Counter(other)
    by_chance = sum(ones[label] * others[label] for label in ones)
    return ChanceComparison(len(one), _agreeing(one, other), by_chance / len(one) ** 2)


def cohen_kappa(one: Labels, other: Labels) -> float:
    """Return Cohen's kappa as a number; see `compare_with_chance`.

    Parameters
    ----------
    one, other : sequence
        The labels of two annotators for the same cases, in the same order.

    Returns
    -------
    float
        At most 1; ``nan`` when both gave one and the same label to every case.

    Raises
    ------
    ValueError
        As for `evaluate`.

    Examples
    --------
    >>> cohen_kappa(["for", "for", "for", "against"], ["for", "for", "against", "against"])
    0.5
    """
    return compare_with_chance(one, other).kappa


@dataclass(frozen=True)
class Interval:
    """How far a measure moves when the cases are drawn again; make one with `bootstrap`.

    Attributes
    ----------
    estimate : float
        The measure on the cases as they are.
    low, high : float
        The bounds; both ``nan`` when there is no interval.
    level : float
        The share of the resamples between the bounds, such as 0.95.
    cases, resamples : int
        How many cases there are, and how often they were drawn again.
    undefined : int
        Resamples in which the measure is ``nan``. The bounds leave them out.
    why_none : str
        Why there is no interval; empty when there is one.
    """

    estimate: float
    low: float
    high: float
    level: float
    cases: int
    resamples: int
    undefined: int
    why_none: str = ""

    def __repr__(self) -> str:
        """Say the number with its bounds, or why it has none."""
        number = f"{self.estimate:.2f} on {self.cases} cases"
        if self.why_none:
            return f"{number}; no interval: {self.why_none}"
        left_out = f" ({self.undefined} undefined and left out)" if self.undefined else ""
        return (
            f"{number}; {self.low:.2f} to {self.high:.2f} in {self.level:.0%} of "
            f"{self.resamples} resamples{left_out}"
        )


def bootstrap(
    given: Labels,
    gold: Labels,
    measure: Measure,
    *,
    seed: int = 0,
    resamples: int = 2000,
    level: float = 0.95,
) -> Interval:
    """Ask how much a measure would move with other cases of the same kind.

    The cases are drawn again, as many as there are, with replacement: some come twice and some
    not at all. The measure is taken each time. The bounds are percentiles of these numbers (Efron
    and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13).

    Parameters
    ----------
    given, gold : sequence
        As for `evaluate`. A case keeps its two labels together.
    measure : callable
        `accuracy`, `macro_f1`, `cohen_kappa`, or a function of your own that takes ``given`` and
        ``gold`` and returns a number, or ``nan`` where it is undefined.
    seed : int
        The same seed draws the same cases.
    resamples : int
        How often the cases are drawn again.
    level : float
        The share of the resamples between the bounds, between 0 and 1.

    Returns
    -------
    Interval
        Without bounds, and with the reason, in three cases: the measure is undefined; it is
        undefined in more resamples than the bounds cut off (with 0.95, one in twenty); or every
        resample gives the same number, as when every case is right. In the last case the
        bootstrap would say that nothing can change, and it cannot know that.

    Raises
    ------
    ValueError
        As for `evaluate`; or ``resamples`` is less than 1, ``level`` is not between 0 and 1, or
        the measure returns something other than a number.

    Notes
    -----
    The bounds know of these cases only. They do not say what another article, another annotator
    or another guideline would give. Sentences of one article resemble each other, so the bounds
    are too narrow for articles in general. With few cases they are too narrow in any event
    (Hesterberg 2015, "What teachers should know about the bootstrap", The American Statistician
    69: 371-386). The macro-F1 of a resample is the mean over the labels that occur in it.

    Examples
    --------
    >>> gold = ["for"] * 10 + ["against"] * 10
    >>> given = ["for"] * 8 + ["against"] * 12
    >>> bootstrap(given, gold, accuracy, seed=1)
    0.90 on 20 cases; 0.75 to 1.00 in 95% of 2000 resamples
    """
    if resamples < 1:
        raise ValueError(f"resamples is {resamples}; at least 1 is needed.")
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; it must lie between 0 and 1, such as 0.95.")
    given, gold = _paired(given, gold)
    cases = len(gold)
    estimate = measure(given, gold)
    if not isinstance(estimate, Real):
        raise ValueError(
            f"The measure returns {type(estimate).__name__}; it must return one number."
        )
    draws = np.random.default_rng(seed).integers(cases, size=(resamples, cases)).tolist()
    values = np.array(
        [
            measure(_Checked(given[at] for at in draw), _Checked(gold[at] for at in draw))
            for draw in draws
        ],
        dtype=float,
    )
    defined = values[~np.isnan(values)]
    undefined = resamples - len(defined)
    why_none = ""
    if isnan(estimate):
        why_none = "the measure is undefined on these cases."
    elif undefined > (1 - level) * resamples:
        why_none = f"the measure is undefined in {undefined} of {resamples} resamples."
    elif np.ptp(defined) == 0:
        why_none = "every resample gives the same number, which says nothing about new cases."
    if why_none:
        return Interval(float(estimate), nan, nan, level, cases, resamples, undefined, why_none)
    tail = (1 - level) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(float(estimate), float(low), float(high), level, cases, resamples, undefined)


def _share(part: float, whole: int) -> float:
    return part / whole if whole else nan


def _percent(share: float) -> str:
    """Round to whole percent, but never up to all or down to none."""
    if 0.995 <= share < 1:
        return "more than 99%"
    return "less than 1%" if 0 < share < 0.005 else f"{share:.0%}"


def _agreeing(one: _Checked, other: _Checked) -> int:
    return sum(1 for left, right in zip(one, other, strict=True) if left == right)


class _Checked(list[Hashable]):
    """Labels that were checked already: those of a resample need no second look."""


def _paired(given: Labels, gold: Labels) -> tuple[_Checked, _Checked]:
    """Return both as lists, after seeing that each case has two labels that can be compared."""
    if isinstance(given, _Checked) and isinstance(gold, _Checked):
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


def _as_list(side: Labels) -> _Checked:
    return _Checked(label.item() if isinstance(label, np.generic) else label for label in side)


def _kinds(name: str, side: _Checked) -> set[str]:
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


def _in_order(given: _Checked, gold: _Checked, labels: Labels | None) -> list[Hashable]:
    """Return the labels in the order that was asked for, or sorted: numbers before texts."""
    occurring = {*given, *gold}
    if labels is None:
        return sorted(occurring, key=_sort_key)
    order = list(dict.fromkeys(_as_list(labels)))
    unnamed = sorted(occurring.difference(order), key=_sort_key)
    if unnamed:
        raise ValueError(f"{unnamed[0]!r} is given as a label, and it is not one of {order}.")
    return order


def _sort_key(label: Hashable) -> tuple[str, float, str]:
    return _kind(label), float(label) if isinstance(label, Real) else 0.0, str(label)

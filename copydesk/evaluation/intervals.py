"""How far a measure would move with other cases of the same kind: the bootstrap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan
from numbers import Real

import numpy as np

from copydesk.evaluation.label_pairs import CheckedLabels, Labels, check_pair

Measure = Callable[[Labels, Labels], float]
"""A function of labels and gold labels that gives one number, such as `evaluation.accuracy`."""


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
        The labels and the gold labels of the same cases. A case keeps its two labels together.
    measure : callable
        `accuracy`, `macro_f1` or `cohen_kappa` of `copydesk.evaluation`, or a function of your
        own that takes ``given`` and ``gold`` and returns a number, or ``nan`` where it is
        undefined.
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
        The two cannot be compared (see `label_pairs.check_pair`), ``resamples`` is less than 1,
        ``level`` is not between 0 and 1, or the measure returns no number.

    Notes
    -----
    The bounds know of these cases only. They do not say what another article, another annotator
    or another guideline would give. Sentences of one article resemble each other, so the bounds
    are too narrow for articles in general. With few cases they are too narrow in any event
    (Hesterberg 2015, "What teachers should know about the bootstrap", The American Statistician
    69: 371-386). The macro-F1 of a resample is the mean over the labels that occur in it.

    Examples
    --------
    >>> from copydesk.evaluation import accuracy
    >>> gold = ["for"] * 10 + ["against"] * 10
    >>> given = ["for"] * 8 + ["against"] * 12
    >>> bootstrap(given, gold, accuracy, seed=1)
    0.90 on 20 cases; 0.75 to 1.00 in 95% of 2000 resamples
    """
    given, gold = check_pair(given, gold)
    return _interval((given, gold), measure, seed, resamples, level)


def paired_difference(
    first: Labels,
    second: Labels,
    gold: Labels,
    measure: Measure,
    *,
    seed: int = 0,
    resamples: int = 2000,
    level: float = 0.95,
) -> Interval:
    """Ask how far one method is ahead of another one on the same cases.

    Two intervals can overlap although one method is ahead in nearly every resample, because an
    easy case is easy for both. So the cases are drawn once for both, and the difference is taken
    each time (Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 16).

    Parameters
    ----------
    first, second : sequence
        The labels of the two methods for the same cases.
    gold : sequence
        The gold labels of these cases.
    measure, seed, resamples, level
        As in `bootstrap`.

    Returns
    -------
    Interval
        Of the measure of the first less that of the second. Where 0 lies between the bounds, these
        cases do not show which one is better.

    Raises
    ------
    ValueError
        As `bootstrap` does.

    Examples
    --------
    >>> from copydesk.evaluation import accuracy
    >>> gold = ["for"] * 10 + ["against"] * 10
    >>> first, second = gold[:9] + ["against"] * 11, ["for"] * 14 + ["against"] * 6
    >>> paired_difference(first, second, gold, accuracy)
    0.15 on 20 cases; -0.05 to 0.35 in 95% of 2000 resamples
    """
    one, gold = check_pair(first, gold)
    other, gold = check_pair(second, gold)
    return _interval(
        (one, other, gold),
        lambda a, b, g: _number(measure(a, g)) - _number(measure(b, g)),
        seed,
        resamples,
        level,
    )


def _number(value: float) -> float:
    if not isinstance(value, Real):
        raise ValueError(f"The measure returns {type(value).__name__}; it must return one number.")
    return float(value)


def _interval(
    columns: tuple[CheckedLabels, ...],
    measure: Callable[..., float],
    seed: int,
    resamples: int,
    level: float,
) -> Interval:
    """Draw the cases again, each with all its labels, and take the measure each time."""
    if resamples < 1:
        raise ValueError(f"resamples is {resamples}; at least 1 is needed.")
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; it must lie between 0 and 1, such as 0.95.")
    cases = len(columns[0])
    estimate = _number(measure(*columns))
    draws = np.random.default_rng(seed).integers(cases, size=(resamples, cases)).tolist()
    values = np.array(
        [
            measure(*(CheckedLabels(column[at] for at in draw) for column in columns))
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
    tail = (1 - level) / 2
    low, high = [nan, nan] if why_none else np.quantile(defined, [tail, 1 - tail]).tolist()
    return Interval(estimate, low, high, level, cases, resamples, undefined, why_none)

"""How often two annotators agree, beside how often chance would: Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import isclose, isnan, nan

from copydesk.evaluation.label_pairs import Labels, check_pair, count_same, share


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
        return share(self.agreeing, self.cases)

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
        The two cannot be compared; see `copydesk.evaluation.label_pairs.check_pair`.

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
    one, other = check_pair(one, other)
    ones, others = Counter(one), Counter(other)
    by_chance = sum(ones[label] * others[label] for label in ones)
    return ChanceComparison(len(one), count_same(one, other), by_chance / len(one) ** 2)


def cohen_kappa(one: Labels, other: Labels) -> float:
    """Return Cohen's kappa as a number; see `compare_with_chance`.

    Parameters
    ----------
    one, other : sequence
        As for `compare_with_chance`.

    Returns
    -------
    float
        At most 1; ``nan`` when both gave one and the same label to every case.

    Raises
    ------
    ValueError
        As for `compare_with_chance`.

    Examples
    --------
    >>> cohen_kappa(["for", "for", "for", "against"], ["for", "for", "against", "against"])
    0.5
    """
    return compare_with_chance(one, other).kappa


def _percent(part: float) -> str:
    """Round to whole percent, but never up to all or down to none."""
    if 0.995 <= part < 1:
        return "more than 99%"
    return "less than 1%" if 0 < part < 0.005 else f"{part:.0%}"

"""Numbers of the evaluation, at their limit and one beyond."""

import pytest

from copydesk.evaluation import agreement
from copydesk.evaluation.agreement import ChanceComparison, cohen_kappa
from copydesk.evaluation.intervals import bootstrap


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (0, "0%"),
        (0.0049, "less than 1%"),
        (0.005, "0%"),
        (0.0051, "1%"),
        (0.994, "99%"),
        (0.995, "more than 99%"),
        (0.9999, "more than 99%"),
        (1, "100%"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_to_none(part, says):
    assert agreement._percent(part) == says


@pytest.mark.parametrize(
    ("agreeing", "says"),
    [(5, "as often as chance"), (4, "less often than chance"), (6, "of the way from chance")],
)
def test_kappa_stands_at_on_one_side_of_chance(agreeing, says):
    assert says in repr(ChanceComparison(10, agreeing, 0.5))


def test_kappa_is_undefined_where_chance_agrees_on_all():
    assert "undefined" in repr(ChanceComparison(10, 10, 1.0))
    assert "undefined" not in repr(ChanceComparison(10, 10, 0.99))


def cut(**how):
    return bootstrap(list("aabbabab"), list("abbbabaa"), cohen_kappa, seed=1, **how)


@pytest.mark.parametrize("level", [0, 1, -0.1, 1.1])
def test_a_level_lies_between_none_and_all(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        cut(level=level)


def test_one_resample_is_enough_and_none_is_not():
    assert cut(resamples=1).resamples == 1
    with pytest.raises(ValueError, match="at least 1"):
        cut(resamples=0)

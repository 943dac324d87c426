"""Precision looks at what was kept, recall at what should have been kept."""

from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import precision_score, recall_score

from copydesk.evaluation import precision_recall

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1)


@given(PAIRS)
def test_both_measures_agree_with_a_well_known_library(pairs):
    kept, gold = [kept for kept, _ in pairs], [gold for _, gold in pairs]
    precision, recall = precision_recall(kept, gold)
    assert precision == pytest.approx(precision_score(gold, kept, zero_division=nan), nan_ok=True)
    assert recall == pytest.approx(recall_score(gold, kept, zero_division=nan), nan_ok=True)


def test_a_rule_that_keeps_nothing_loses_everything():
    precision, recall = precision_recall([False, False], [True, False])
    assert isnan(precision)
    assert recall == 0


def test_lists_of_different_length_are_refused():
    with pytest.raises(ValueError, match="must match"):
        precision_recall([True], [True, False])

"""Labels against gold, a second annotator and chance: the right numbers, or a clear refusal."""

import doctest
from math import isnan, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from sklearn import metrics

from copydesk.evaluation import (
    accuracy,
    agreement,
    bootstrap,
    cohen_kappa,
    compare_with_chance,
    confusion,
    evaluate,
    intervals,
    label_pairs,
    label_score,
    macro_f1,
    paired_difference,
    precision_recall,
    scores,
)

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1)
STANCES = ["against", "neither", "for", "cannot tell"]
TEXTS = st.lists(st.tuples(st.sampled_from(STANCES), st.sampled_from(STANCES)), min_size=1)
NUMBERS = st.lists(st.tuples(st.integers(-1, 1), st.integers(-1, 1)), min_size=1)
LABELS = st.one_of(TEXTS, NUMBERS)

RARE = ["neutral"] * 18 + ["negative"] * 2
"""Gold labels of 20 sentences, nearly all of them neutral."""


def sides(pairs):
    return [one for one, _ in pairs], [other for _, other in pairs]


@given(PAIRS)
def test_both_measures_agree_with_a_well_known_library(pairs):
    kept, gold = sides(pairs)
    precision, recall = precision_recall(kept, gold)
    assert precision == pytest.approx(
        metrics.precision_score(gold, kept, zero_division=nan), nan_ok=True
    )
    assert recall == pytest.approx(metrics.recall_score(gold, kept, zero_division=nan), nan_ok=True)


def test_a_rule_that_keeps_nothing_loses_everything():
    precision, recall = precision_recall([False, False], [True, False])
    assert isnan(precision)
    assert recall == 0


def test_lists_of_different_length_are_refused():
    with pytest.raises(ValueError, match="must match"):
        precision_recall([True], [True, False])


@given(LABELS)
def test_each_label_is_scored_as_a_well_known_library_scores_it(pairs):
    labels, gold = sides(pairs)
    result = evaluate(labels, gold)
    names = [score.label for score in result.scores]
    wanted = metrics.precision_recall_fscore_support(gold, labels, labels=names, zero_division=nan)
    assert [score.precision for score in result.scores] == pytest.approx(wanted[0], nan_ok=True)
    assert [score.recall for score in result.scores] == pytest.approx(wanted[1], nan_ok=True)
    assert [score.f1 for score in result.scores] == pytest.approx(wanted[2], nan_ok=True)
    assert [score.gold for score in result.scores] == list(wanted[3])
    assert result.accuracy == accuracy(labels, gold) == metrics.accuracy_score(gold, labels)
    assert result.macro_f1 == macro_f1(labels, gold)
    assert result.macro_f1 == pytest.approx(metrics.f1_score(gold, labels, average="macro"))
    assert result.cases == len(gold)


@given(LABELS)
def test_the_score_of_one_label_is_the_one_in_the_whole(pairs):
    labels, gold = sides(pairs)
    for score in evaluate(labels, gold).scores:
        assert label_score(labels, gold, score.label) == score


@given(LABELS)
def test_the_confusion_table_agrees_with_a_well_known_library(pairs):
    labels, gold = sides(pairs)
    table = confusion(labels, gold)
    names = sorted({*labels, *gold})
    assert list(table.index) == list(table.columns) == names
    assert (table.index.name, table.columns.name) == ("gold", "given")
    wanted = metrics.confusion_matrix(gold, labels, labels=names)
    assert table.to_numpy().tolist() == wanted.tolist()


@given(LABELS)
def test_kappa_agrees_with_two_well_known_libraries(pairs):
    one, other = sides(pairs)
    kappa = cohen_kappa(one, other)
    if len({*one, *other}) == 1:
        assert isnan(kappa)
        return
    assert kappa == pytest.approx(metrics.cohen_kappa_score(one, other))
    triples = [
        (name, case, label)
        for name, labels in (("one", one), ("other", other))
        for case, label in enumerate(labels)
    ]
    assert kappa == pytest.approx(AnnotationTask(triples).kappa())


def test_kappa_of_a_table_worked_out_by_hand():
    # 20 and 15 of 50 agree; shares 25/50 and 30/50, so chance expects 0.5*0.6 + 0.5*0.4 = 0.5.
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    result = compare_with_chance(one, other)
    assert (result.observed, result.expected) == (0.7, 0.5)
    assert result.kappa == pytest.approx(0.4)
    assert repr(result) == (
        "The two agree on 35 of 50 cases (70%). With the same labels dealt out by chance, about "
        "25.0 (50%) would agree. Kappa is 0.40: they are 40% of the way from chance to full "
        "agreement."
    )


def test_kappa_is_read_as_a_comparison_with_chance_and_by_no_scale_of_words():
    assert "less often than chance" in repr(compare_with_chance([1, 0], [0, 1]))
    by_chance = compare_with_chance([1, 1, 0, 0], [1, 0, 1, 0])
    assert by_chance.kappa == 0
    assert "as often as chance would" in repr(by_chance)
    assert "100% of the way" in repr(compare_with_chance([1, 0], [1, 0]))
    words = ("substantial", "moderate", "fair", "slight", "good")
    assert not any(word in repr(by_chance) for word in words)


def test_nearly_all_is_not_rounded_to_all():
    result = compare_with_chance([0] + [1] * 399, [1] * 400)
    assert "(more than 99%)" in repr(result)
    assert "(100%)" not in repr(result)


def test_one_label_for_everything_leaves_kappa_undefined_and_says_so():
    result = compare_with_chance(["neutral"] * 3, ["neutral"] * 3)
    assert result.observed == 1
    assert isnan(result.kappa)
    assert "kappa is undefined" in repr(result)


def test_always_neutral_has_a_high_accuracy_and_shows_in_the_other_measures():
    result = evaluate(["neutral"] * 20, RARE)
    assert result.accuracy == 0.9
    assert result.macro_f1 < 0.5
    negative = result.table.loc["negative"]
    assert isnan(negative["precision"])
    assert (negative["recall"], negative["f1"]) == (0, 0)
    assert cohen_kappa(["neutral"] * 20, RARE) == 0


def test_a_label_that_does_not_occur_is_undefined_and_left_out_of_the_mean():
    result = evaluate([1, -1], [1, -1], labels=[-1, 0, 1])
    assert [score.label for score in result.scores] == [-1, 0, 1]
    assert result.table.loc[0, ["precision", "recall", "f1"]].isna().all()
    assert result.macro_f1 == 1
    assert confusion([1, -1], [1, -1], labels=[-1, 0, 1]).loc[0].tolist() == [0, 0, 0]
    assert isnan(label_score([1, -1], [1, -1], 0).f1)


def test_the_rows_follow_the_order_that_was_asked_for():
    table = confusion(["for", "against"], ["for", "neither"], labels=STANCES)
    assert list(table.index) == STANCES
    assert table.loc["neither", "against"] == 1
    assert list(evaluate(["for"], ["for"], STANCES).table.index) == STANCES


def test_numbers_and_texts_may_stand_side_by_side():
    given_, gold = [1, "cannot tell", -1], [1, 0, -1]
    assert list(confusion(given_, gold).columns) == [-1, 0, 1, "cannot tell"]
    assert evaluate(given_, gold).right == 2


def test_columns_of_tables_are_compared_by_place_and_not_by_their_index():
    gold = pd.Series([1, 0, -1], index=[7, 8, 9])
    result = evaluate(np.array([1, 0, 0]), gold)
    assert (result.right, result.cases) == (2, 3)
    assert all(type(score.label) is int for score in result.scores)


def test_the_whole_is_said_in_words():
    said = repr(evaluate(["for", "for", "against"], ["for", "against", "against"]))
    assert said.startswith("Right on 2 of 3 cases: accuracy 0.67, macro-F1 0.67\n")
    assert "against        1.0     0.5" in said


@pytest.mark.parametrize(
    ("labels", "gold", "said"),
    [
        ([], [], "no cases"),
        ([1], [1, 0], "1 labels on one side and 2 on the other"),
        ([1, None], [1, 0], "Case 2 has no label in the first input"),
        ([1, 0], [nan, 0], "Case 1 has no label in the second input"),
        ([1, pd.NA], [1, 0], "Case 2 has no label"),
        (["for", " "], ["for", "for"], "Case 2 has no label"),
        (["for", ...], ["for", "for"], "Case 2 has no label"),
        ([1, 0], ["1", "0"], "has numbers as labels and the other has texts"),
        ([[1], [0]], [1, 0], "first input has a list among its labels"),
        ("for", ["for"], "first input is a text"),
        ([1, 0], {4: 1, 8: 0}, "second input is a dictionary"),
        (pd.DataFrame({"stance": [1]}), [1], "first input is a table"),
    ],
)
@pytest.mark.parametrize("measure", [evaluate, confusion, accuracy, macro_f1, cohen_kappa])
def test_what_cannot_be_compared_is_refused_in_a_sentence(measure, labels, gold, said):
    with pytest.raises(ValueError, match=said) as refused:
        measure(labels, gold)
    assert str(refused.value)[0].isupper()
    assert str(refused.value).endswith(".")


def test_a_label_outside_the_named_ones_is_refused():
    with pytest.raises(ValueError, match="'agianst' is given as a label, and it is not one of"):
        evaluate(["agianst"], ["against"], STANCES)
    with pytest.raises(ValueError, match="-1 is given as a label"):
        confusion([-1], [0], [0, 1])


def test_an_interval_is_the_same_for_the_same_seed_only():
    given_ = ["negative"] * 3 + ["neutral"] * 17
    one, again = (bootstrap(given_, RARE, accuracy, seed=3) for _ in range(2))
    assert one == again
    other = bootstrap(given_, RARE, accuracy, seed=4, resamples=300)
    assert (other.low, other.high, other.resamples) != (one.low, one.high, one.resamples)
    assert one.estimate == accuracy(given_, RARE)
    assert 0 <= one.low <= one.estimate <= one.high <= 1


def test_an_interval_of_a_share_is_near_the_one_that_arithmetic_gives():
    # 70 of 100: the standard error is sqrt(0.7 * 0.3 / 100) = 0.046, times 1.96 is 0.09.
    result = bootstrap([1] * 100, [1] * 70 + [0] * 30, accuracy, resamples=4000)
    assert result.low == pytest.approx(0.61, abs=0.02)
    assert result.high == pytest.approx(0.79, abs=0.02)
    narrower = bootstrap([1] * 100, [1] * 70 + [0] * 30, accuracy, level=0.5)
    assert result.low < narrower.low < narrower.high < result.high


@pytest.mark.parametrize(
    "measure",
    [
        accuracy,
        macro_f1,
        cohen_kappa,
        lambda labels, gold: label_score(labels, gold, "b").precision,
        lambda labels, gold: evaluate(labels, gold, ["a", "b", "c"]).macro_f1,
    ],
)
def test_an_interval_for_any_measure(measure):
    labels, gold = ["a", "b", "b", "c"] * 10, ["a", "b", "c", "c"] * 10
    result = bootstrap(labels, gold, measure, seed=1, resamples=200)
    assert result.estimate == measure(labels, gold)
    assert result.low < result.estimate < result.high
    assert "in 95% of 200 resamples" in repr(result)


@pytest.mark.parametrize(
    ("labels", "gold", "measure", "why"),
    [
        ([1, 0] * 10, [1, 0] * 10, accuracy, "every resample gives the same number"),
        ([1], [1], accuracy, "every resample gives the same number"),
        ([1, 1], [1, 1], cohen_kappa, "undefined on these cases"),
        (
            ["a"] * 19 + ["b"],
            ["a"] * 19 + ["b"],
            lambda one, other: label_score(one, other, "b").recall,
            "undefined in",
        ),
    ],
)
def test_no_interval_is_better_than_a_wrong_one(labels, gold, measure, why):
    result = bootstrap(labels, gold, measure)
    assert isnan(result.low)
    assert isnan(result.high)
    assert why in result.why_none
    assert "no interval" in repr(result)


def test_a_few_undefined_resamples_are_left_out_and_counted():
    gold = ["a"] * 16 + ["b"] * 4
    labels = ["a"] * 14 + ["b"] * 4 + ["a"] * 2
    recall = bootstrap(labels, gold, lambda one, other: label_score(one, other, "b").recall)
    assert 0 < recall.undefined < 100
    assert f"({recall.undefined} undefined and left out)" in repr(recall)


def test_a_resample_may_have_numbers_on_one_side_and_texts_on_the_other():
    labels, gold = ["cannot tell", "cannot tell", 1], [0, -1, 1]
    assert bootstrap(labels, gold, accuracy).estimate == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("settings_", "said"),
    [
        ({"resamples": 0}, "resamples is 0"),
        ({"level": 95}, "level is 95"),
        ({"measure": precision_recall}, "returns tuple"),
        ({"measure": lambda given_, gold: None}, "returns NoneType"),
    ],
)
def test_an_interval_that_cannot_be_is_refused(settings_, said):
    with pytest.raises(ValueError, match=said):
        bootstrap([1, 0], [1, 1], **{"measure": accuracy, **settings_})


@given(NUMBERS)
def test_the_bounds_of_any_labels_hold_a_share(pairs):
    result = bootstrap(*sides(pairs), accuracy, resamples=50)
    assert isnan(result.low) or 0 <= result.low <= result.high <= 1


@pytest.mark.parametrize("module", [scores, agreement, intervals, label_pairs])
def test_the_examples_in_the_documentation_run(module):
    outcome = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 1
    assert outcome.failed == 0


def test_a_method_that_is_ahead_on_the_same_cases_is_seen_though_the_intervals_overlap():
    gold = [1, 0] * 20
    second = [1 - label for label in gold[:20]] + gold[20:]
    first = gold[:6] + second[6:]  # right where the second one is right, and on six cases more
    one, other = (bootstrap(labels, gold, accuracy) for labels in (first, second))
    assert one.low < other.high
    ahead = paired_difference(first, second, gold, accuracy)
    assert ahead.estimate == pytest.approx(0.15)
    assert 0 < ahead.low < ahead.estimate < ahead.high
    behind = paired_difference(second, first, gold, accuracy)
    assert (behind.low, behind.high) == pytest.approx((-ahead.high, -ahead.low), abs=0.03)


def test_a_difference_needs_three_lists_of_one_length_and_a_measure_that_is_a_number():
    with pytest.raises(ValueError, match="must match"):
        paired_difference([1, 0], [1], [1, 0], accuracy)
    with pytest.raises(ValueError, match="must return one number"):
        paired_difference([1, 0], [1, 1], [1, 0], lambda *_: "high")

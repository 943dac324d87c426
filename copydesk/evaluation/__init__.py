"""How good are labels: compared with gold labels, with a second annotator, and with chance.

Every function takes the labels first and the gold labels second, as plain sequences in the same
order: lists, tuples, or columns of a table. A label is a text, a number, or True and False. Every
case needs a label on both sides. A share of nothing is ``nan``, never 0.

Chance and Cohen's kappa are in ``agreement``, the interval of a measure in
``intervals``; what can be compared is decided in ``label_pairs``.
"""

from copydesk.evaluation.agreement import ChanceComparison, cohen_kappa, compare_with_chance
from copydesk.evaluation.intervals import Interval, Measure, bootstrap, paired_difference
from copydesk.evaluation.label_pairs import Labels
from copydesk.evaluation.scores import (
    Evaluation,
    LabelScore,
    accuracy,
    confusion,
    evaluate,
    label_score,
    macro_f1,
    precision_recall,
)

__all__ = [
    "ChanceComparison",
    "Evaluation",
    "Interval",
    "LabelScore",
    "Labels",
    "Measure",
    "accuracy",
    "bootstrap",
    "cohen_kappa",
    "compare_with_chance",
    "confusion",
    "evaluate",
    "label_score",
    "macro_f1",
    "paired_difference",
    "precision_recall",
]

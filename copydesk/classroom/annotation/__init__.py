"""Label sentences by hand, with buttons or with plain calls, and compare labels with others.

The buttons are in ``labelling``, the plain calls `label` and `labels` in ``label_calls``, and the
file that both write in ``label_file``; `agreement` is in ``label_agreement``.
"""

from copydesk.classroom.annotation.label_agreement import STANCE_NAMES, Agreement, agreement
from copydesk.classroom.annotation.label_calls import Saved, label, labels
from copydesk.classroom.annotation.label_file import COLUMNS, LabelError
from copydesk.classroom.annotation.labelling import STANCES, Annotation, annotate

__all__ = [
    "COLUMNS",
    "STANCES",
    "STANCE_NAMES",
    "Agreement",
    "Annotation",
    "LabelError",
    "Saved",
    "agreement",
    "annotate",
    "label",
    "labels",
]

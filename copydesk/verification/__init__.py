"""Lesson 06: is the figure right, by whose definition, and as of when.

``verify`` sets one claim beside the figures that the kit holds and answers with one of four labels.
The errors are not equal: a false claim that is called supported does harm, so every doubt ends in
"cannot tell" or "depends on definition". An equal number is no support by itself. The source, the
place, the year and the thing that is counted have to be the same.

The figures are in ``reference``. What a claim counts is read in
``claimed_count``; ``reading`` says what speaks against it, and what nobody read. A count is set
beside its source's figures in ``plain_counts``, one of no known body in ``unattributed``;
its comparison is in ``comparisons``, a record in ``records``, the sum or the mean of years in
``over_years``, and a change, a share or a rate is worked out in
``changes`` and ``shares``.
"""

from copydesk.verification.claimed_count import tracker_of
from copydesk.verification.evidence import LABELS, Evidence, Verdict
from copydesk.verification.reference import (
    Definition,
    Figure,
    Reference,
    find_tracker,
    load_reference,
    tracker_names,
)
from copydesk.verification.verdicts import verify

__all__ = [
    "LABELS",
    "Definition",
    "Evidence",
    "Figure",
    "Reference",
    "Verdict",
    "find_tracker",
    "load_reference",
    "tracker_names",
    "tracker_of",
    "verify",
]

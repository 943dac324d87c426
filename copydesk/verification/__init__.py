"""Lesson 06: is the figure right, by whose definition, and as of when.

``verify`` sets one claim beside the figures that the kit holds and answers with one of four labels.
The errors are not equal: a false claim that is called supported does harm, so every doubt ends in
"cannot tell" or "depends on definition". An equal number is no support by itself. The source, the
place, the year and the thing that is counted have to be the same.

``verdicts`` asks one step after the other. ``reading`` says what nobody read in the sentence, and
``doubts`` what speaks against its figure. What the claim counts is read in ``claimed_definition``,
whose figure it is in ``bodies``; a ``query`` sets both beside the ``reference``, which
``own_series`` makes of tables of one's own. A count is then
answered in ``counts`` or ``without_figure``, what is worked out in ``changes``,
``shares`` and ``over_years``, and what it is compared with in ``comparisons`` and ``records``.
"""

from copydesk.verification.bodies import find_tracker, tracker_of
from copydesk.verification.evidence import LABELS, Evidence, Verdict
from copydesk.verification.own_series import build_reference
from copydesk.verification.reference import (
    Definition,
    Figure,
    Reference,
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
    "build_reference",
    "find_tracker",
    "load_reference",
    "tracker_names",
    "tracker_of",
    "verify",
]

"""The report that a learner signs: take one story through the desk, correct the desk, say so.

A report is begun with `start_report` and kept in a small file of the learner's own. `show_desk`
prints what the desk found, `second_opinion` sets a function of the learner's beside it, `correct`
logs what the desk got wrong, `add_pieces`, `choose` and `write` make the report, `self_check` says
what is missing, `sign` signs it, `write_html` writes one page to hand in, and `save_signed_page`
makes it the last piece. Nothing is raised: what does not fit is said in a sentence, and what was
there before stays.
"""

from copydesk.classroom.signed_report.desk import PARTS, STEPS
from copydesk.classroom.signed_report.example import (
    EXAMPLE_PARTS,
    example_report,
    finished_page,
)
from copydesk.classroom.signed_report.hand_in import (
    report_chart,
    self_check,
    sign,
    to_html,
    write_html,
)
from copydesk.classroom.signed_report.log import correct, take_back
from copydesk.classroom.signed_report.page import RUBRIC
from copydesk.classroom.signed_report.pieces import add_pieces, save_signed_page
from copydesk.classroom.signed_report.steps import (
    HELD,
    choose,
    second_opinion,
    show_desk,
    start_report,
    write,
)

__all__ = [
    "EXAMPLE_PARTS",
    "HELD",
    "PARTS",
    "RUBRIC",
    "STEPS",
    "add_pieces",
    "choose",
    "correct",
    "example_report",
    "finished_page",
    "report_chart",
    "save_signed_page",
    "second_opinion",
    "self_check",
    "show_desk",
    "sign",
    "start_report",
    "take_back",
    "to_html",
    "write",
    "write_html",
]

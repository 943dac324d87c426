"""Lesson 02: which lines are journalism, with a role and a reason for every line of a page.

`label_lines` works on plain lines from any English news site. The rules of ``line_rules`` look at
each line alone; those of ``page_rules`` at where it stands. `clean` puts the kept lines together,
names the headline and the byline, and lists everything that was left out.
"""

from copydesk.cleaning.cleaned import CleanArticle, Dropped, clean
from copydesk.cleaning.labels import KEPT_ROLES, LabelledLine, five_word_rule, label_lines
from copydesk.cleaning.near_duplicates import NearDuplicate, near_duplicates, same_verb

__all__ = [
    "KEPT_ROLES",
    "CleanArticle",
    "Dropped",
    "LabelledLine",
    "NearDuplicate",
    "clean",
    "five_word_rule",
    "label_lines",
    "near_duplicates",
    "same_verb",
]

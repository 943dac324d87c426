"""Lesson 03: what two sentiment lexicons say about each sentence, and why.

TextBlob and VADER look words up in a list and add the values. They measure the words of a
sentence. They do not measure who is praised or blamed (``copydesk.stance`` does), nor whether a
sentence is true. ``label_choices`` shows the words of a story that take a side before any score,
and ``labels_against_guides`` sets them beside what published style guides say.

A sentence is scored as it is printed. So the scores are those of the two tools, with their faults:
VADER knows "isn't" with a straight mark and not "isn’t" with a curly one.
"""

from copydesk.tone.guides import (
    GUIDE_COLUMNS,
    GUIDE_RULES,
    GuideRule,
    guide_rules,
    labels_against_guides,
)
from copydesk.tone.headlines import HeadlineTone, headline_against_body
from copydesk.tone.labels import LabelChoice, label_choices, without_quotations
from copydesk.tone.scores import (
    COLUMNS,
    LONGEST_SCORED,
    STRONGEST,
    SentenceScore,
    score_sentence,
    score_sentences,
)

__all__ = [
    "COLUMNS",
    "GUIDE_COLUMNS",
    "GUIDE_RULES",
    "LONGEST_SCORED",
    "STRONGEST",
    "GuideRule",
    "HeadlineTone",
    "LabelChoice",
    "SentenceScore",
    "guide_rules",
    "headline_against_body",
    "label_choices",
    "labels_against_guides",
    "score_sentence",
    "score_sentences",
    "without_quotations",
]

"""What the exercises read in a learner's words: units, figures with their years, places, gaps.

A rule reads numbers, years, places and units, because they can be wrong. Whether a sentence is a
good one is left to a person.
"""

from __future__ import annotations

import re

_WORDS_FOR_100_000 = re.compile(
    r"\b(?:one |a )?(?:hundred[- ]thousand|lakh)\b|\b100 ?k\b|\b10\^5\b|1e5\b"
)
_GAP = re.compile(r"(?<=\d)[\s,.'’_\u202f\u00a0](?=\d{3}\b)")
_DEAD = re.compile(r"\b(?:deaths?|dead|killed|die[ds]?|dying|fatalit\w+|lives|kills|killings)\b")
_OTHER_COUNTS = re.compile(r"\b(?:injur\w+|wounded|hurt|attacks?|incidents?|casualt\w+|arrests?)\b")


def per_hundred_thousand(label: str) -> bool:
    """Say whether the name of an axis says that deaths are given per 100,000 people.

    Examples
    --------
    >>> per_hundred_thousand("Deaths per 100k people")
    True
    >>> per_hundred_thousand("Deaths per 1,000,000 people")
    False
    """
    text = _GAP.sub("", _WORDS_FOR_100_000.sub("100000", label.lower().replace("⁵", "^5")))
    if not re.search(r"(?<![\d.])100000(?!\d)", text):
        return False
    if re.search(r"100000 (?:deaths|killed|dead|fatalities)", text):
        return False
    other = _OTHER_COUNTS.search(text)
    return not other or bool(_DEAD.search(text[: other.start()]))

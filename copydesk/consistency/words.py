"""The words that the rules of consistency are made of, from ``data/lexicons/consistency.csv``."""

from __future__ import annotations

import re
from functools import cache

from copydesk.corpus import load_table


@cache
def senses() -> dict[str, str]:
    """Return, for each sense, its words and their forms as one pattern, the longest first.

    Returns
    -------
    dict of str to str
        Under ``"up"``, ``"down"``, ``"near"`` and so on, a pattern without a group that is kept.

    Examples
    --------
    >>> import re
    >>> bool(re.fullmatch(senses()["up"], "rose"))
    True
    """
    words: dict[str, list[str]] = {}
    for row in load_table("lexicon_consistency").fillna("").to_dict("records"):
        words.setdefault(row["sense"], []).extend([row["word"], *row["forms"].split()])
    return {
        sense: r"\b(?:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + r")\b"
        for sense, found in words.items()
    }

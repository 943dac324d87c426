"""The headline: the line above the text for which most signs speak."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.cleaning.lines import LABEL, SMALL_WORDS, Line, read_line

LIKELY = 0.9
LONGEST_HEADLINE = 30
NEAR = 3
SUFFIX = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")


def choose_headline(
    lines: Sequence[Line], roles: Sequence[str | None], start: int, stop: int
) -> tuple[int | None, str]:
    taken_up = {word for line in lines[start:stop] for word in line.words}
    signatures = ("byline", "dateline", "agency")
    top = lines[: start + 3]
    signed = next((i for i in range(len(top)) if roles[i] in signatures), start)
    signature = 0.5 if signed < len(roles) and roles[signed] == "dateline" else 1.0
    keys = [headline_key(line) for line in top]
    copies = Counter(keys)
    best, chosen = LIKELY, None
    for index, line in enumerate(top[: start + 1]):
        if not 2 <= len(line.words) <= 30 or roles[index] or line.bullet:
            continue
        if chosen is not None and keys[index] == keys[chosen]:
            continue  # of two copies, the first is the headline
        content = [word for word in line.words if word not in SMALL_WORDS]
        shared = sum(word in taken_up for word in content) / max(1, len(content))
        points = 2.5 * min(shared, 0.6) + min(len(line.words), 8) / 8
        points += signature * ((index < signed) + 0.5 * (0 < signed - index <= 3))
        points += 0.3 * (copies[keys[index]] > 1)
        points -= 1.0 * line.text.endswith((".", "…")) + 0.7 * line.text.isupper()
        under_chosen = chosen is not None and index == chosen + 1  # as a standfirst is
        if points > best + 0.3 * under_chosen:
            best, chosen = points, index
    if chosen is None:
        return None, ""
    return without_path(lines, chosen), "the title above the text, which takes up its words"


def without_path(lines: Sequence[Line], chosen: int) -> int:
    """Return the place of the bare title when the chosen line is the path that leads to it.

    A path such as "Home / News / Bridge opens" ends with the title, which stands below it.
    """
    path = lines[chosen].key
    for index in range(chosen + 1, min(chosen + 4, len(lines))):
        key = lines[index].key
        if len(lines[index].words) >= 3 and path.endswith(" " + key):
            return index
    return chosen


def split_headline(text: str) -> tuple[str, str]:
    """Split a section or site name from the end of a headline.

    Parameters
    ----------
    text : str
        One line.

    Returns
    -------
    tuple of (str, str)
        The headline, and the suffix with its sign; the suffix is empty when there is none.

    Examples
    --------
    >>> split_headline("Bridge opens after long delay | World news")
    ('Bridge opens after long delay', '| World news')
    >>> split_headline("Bridge opens - two years late")
    ('Bridge opens - two years late', '')
    """
    cuts = list(SUFFIX.finditer(text[:500]))
    bars = [cut for cut in cuts if "|" in cut.group()]
    for cut in bars[:1] or cuts[-1:]:
        head, tail = text[: cut.start()], text[cut.end() :]
        named = bars or all(word[:1].isupper() for word in tail.split())
        if len(head.split()) >= 3 and 1 <= len(tail.split()) <= 6 and named:
            return head.strip(), text[cut.start() :].strip()
    return text.strip(), ""


def headline_key(line: Line) -> str:
    """Return the words of a line without a section or site name at its end."""
    title, suffix = split_headline(line.text)
    return read_line(line.number, title).key if suffix else line.key

"""The role of every line of a page, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from copydesk.cleaning.lines import read_line
from copydesk.cleaning.page_rules import PLACE_RULES, TITLE_RULES, Place
from copydesk.cleaning.pages import read_page
from copydesk.language.rule import Decision, decide

KEPT_ROLES = frozenset({"headline", "standfirst", "subheading", "body"})
"""The roles that a clean article is made of. A line with any other role is dropped."""


@dataclass(frozen=True)
class LabelledLine:
    """One line of a page, with what it is and why.

    Attributes
    ----------
    number : int
        From 1, in the order of the page.
    text : str
        The line as it came.
    role : str
        What the line is: "body", "caption", "byline", "call to action" and so on.
    kept : bool
        Whether it belongs to the clean article.
    reason : str
        The rule that fired and its evidence, in plain words.
    """

    number: int
    text: str
    role: str
    kept: bool
    reason: str


def label_lines(lines: list[str]) -> list[LabelledLine]:
    """Say for every line of a page what it is, whether it is kept, and why.

    Parameters
    ----------
    lines : list of str
        The lines of a page, blank lines included, in order.

    Returns
    -------
    list of LabelledLine
        One a line, numbered from 1.

    Examples
    --------
    >>> page = ["Search", "Bridge opens after long delay", "By Ana Example",
    ...         "The bridge opened on Monday after two years of work on the river bank."]
    >>> [(line.role, line.kept) for line in label_lines(page)]
    [('interface', False), ('headline', True), ('byline', False), ('body', True)]
    """
    page = read_page([line for line in map(read_line, count(1), lines) if line.text])
    found = {line.number: _decide(Place(page, at)) for at, line in enumerate(page.lines)}
    labelled = []
    for number, text in enumerate(lines, 1):
        role, reason = found.get(number, ("blank", "nothing but white space"))
        labelled.append(LabelledLine(number, text, role, role in KEPT_ROLES, reason))
    return labelled


def _decide(place: Place) -> tuple[str, str]:
    decision = (
        decide(TITLE_RULES, place) or place.page.said[place.index] or decide(PLACE_RULES, place)
    )
    return decision.rule.gives, decision.reason


def five_word_rule(line: str) -> bool:
    """Keep a line of at least five words that ends like a sentence: a rule to compare with.

    Parameters
    ----------
    line : str
        One line of a page.

    Returns
    -------
    bool
        True when the line has five words or more and its last character, closing quotation marks
        and brackets aside, is a full stop, an exclamation mark or a question mark.

    Examples
    --------
    >>> five_word_rule("“The talks ended without result,” she said.")
    True
    >>> five_word_rule("He declined.")
    False
    """
    ends = line.rstrip().rstrip("\"'”’)]").endswith((".", "!", "?"))
    return ends and len(line.split()) >= 5

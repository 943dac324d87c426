"""The role of every line of a page, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.cleaning.line_rules import read_line
from copydesk.cleaning.page_rules import Page

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
    page = Page([line for line in map(read_line, range(1, len(lines) + 1), lines) if line.text])
    found = {
        line.number: finding for line, finding in zip(page.lines, page.findings(), strict=True)
    }
    labelled = []
    for number, text in enumerate(lines, 1):
        role, reason = found.get(number, ("blank", "nothing but white space"))
        labelled.append(LabelledLine(number, text, role, role in KEPT_ROLES, reason))
    return labelled


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

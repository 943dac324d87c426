"""The role of every line of a page, and the reason for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from copydesk.cleaning.lines import read_line
from copydesk.cleaning.page import Page
from copydesk.cleaning.page_rules import PLACE_RULES
from copydesk.cleaning.pages import read_page
from copydesk.cleaning.places import Place
from copydesk.cleaning.title_rules import TITLE_RULES
from copydesk.language.rule import Decision, Rule, decide

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
    return label_page(lines)[0]


def label_page(lines: list[str]) -> tuple[list[LabelledLine], tuple[str, ...]]:
    """Label the lines of a page, and say how it was read.

    Parameters
    ----------
    lines : list of str
        As for `label_lines`.

    Returns
    -------
    tuple of (list of LabelledLine, tuple of str)
        The lines; and what a reader should know of the page in plain sentences: that it is a
        list or a live page, or that its headline is in doubt.
    """
    page = read_page([line for line in map(read_line, count(1), lines) if line.text])
    found = {line.number: decide_line(page, at) for at, line in enumerate(page.lines)}
    labelled = []
    for number, text in enumerate(lines, 1):
        role, reason = "blank", "nothing but white space"
        if number in found:
            role, reason = found[number].rule.gives, found[number].reason
        labelled.append(LabelledLine(number, text, role, role in KEPT_ROLES, reason))
    return labelled, page.notes


def decide_line(
    page: Page,
    index: int,
    title_rules: Sequence[Rule[Place]] = TITLE_RULES,
    place_rules: Sequence[Rule[Place]] = PLACE_RULES,
) -> Decision[Any]:
    """Return the rule that decides a line of a page: its place as a title, its words, its place.

    Parameters
    ----------
    page : Page
        What `copydesk.cleaning.pages.read_page` returns.
    index : int
        The place of the line, from 0.
    title_rules, place_rules : sequence of Rule
        Other rules than those of the room, to see what becomes of a line without one.

    Returns
    -------
    Decision

    Raises
    ------
    ValueError
        No rule fires, which the rules of the room exclude.
    """
    place = Place(page, index)
    decision = decide(title_rules, place) or page.said[index] or decide(place_rules, place)
    if decision is None:
        raise ValueError(f"No rule decides line {place.line.number}.")
    return decision


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

"""Rules for what turns to the reader: pointers to other stories, and requests."""

from __future__ import annotations

import re

from copydesk.cleaning.lines import LABEL, PARAGRAPH, SHORT, WORD, Line
from copydesk.cleaning.words import LinePattern, page_words
from copydesk.language.rule import Evidence, Rule, by_name


def _dots(line: Line) -> Evidence:
    count = len(line.words)
    return line.text.endswith(("...", "…")) and count >= 3 and (line.bullet or count <= LABEL)


def _label(line: Line) -> Evidence:
    return page_words().opening("link label", line.low)


def _link(line: Line) -> Evidence:
    sentence = line.ends and len(line.words) >= 6 and not line.text.startswith("(")
    if len(line.words) > SHORT or sentence:
        return None
    return page_words().opening("link opening", line.low)


def _request(line: Line) -> Evidence:
    if len(line.words) > SHORT or "said" in line.words or line.quotes:
        return None
    return page_words().opening("request", line.low)


def _request_behind(line: Line) -> Evidence:
    """Find a sentence that asks the reader to act, behind another sentence of a short text."""
    if len(line.words) > PARAGRAPH or line.quotes:
        return None
    for start in (match.start() for match in NEXT_SENTENCE.finditer(line.bare)):
        asks = page_words().opening("request", line.bare[start:].lower().replace("’", "'"))
        if asks:
            return line.bare[start : start + len(asks)]
    return None


def _site_speaks(line: Line) -> Evidence:
    """Find a site that says "we" or "you" outside quotation marks and speaks of its own trade."""
    if line.quotes or "said" in line.words:
        return None
    told = QUOTED.sub(" ", line.low)
    if SPEAKERS.isdisjoint(WORD.findall(told)):
        return None
    trade = page_words().inside("trade", told)
    return tuple(trade[:TRADE_WORDS]) if len(trade) >= TRADE_WORDS else None


def _shop(line: Line) -> Evidence:
    return page_words().opening("shop", line.low) if line.is_label else None


def _customer(line: Line) -> Evidence:
    found = page_words().inside("customer", line.low) if not line.quotes else []
    return found[0] if found and (len(found) > 1 or len(line.words) <= SHORT) else None


NEXT_SENTENCE = re.compile(r"(?<!^\d\. )(?<!^\d\d\. )(?<=\S[.!?] )\S")
"""Where a sentence begins behind another, and not behind the number of an item."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
SPEAKERS = frozenset({"we", "our", "us", "you", "your", "you're", "we're", "we've", "we'll"})
"""The words by which a page speaks of itself or to its reader."""
TRADE_WORDS = 2
"""Words of the trade that a line has when a site speaks of its own work."""

_APART: set[Rule[Line]] = {
    Rule(
        "a price opens the line",
        gives="call to action",
        because="opens with a price: {0!r}",
        pattern=LinePattern(r"^[$€£]\d\S*"),
        test=lambda line: line.is_label,
        examples=("$34 at the harbour shop",),
        leaves_alone=("$34 is what a ticket costs.",),
    ),
    Rule(
        "a button of a shop",
        gives="call to action",
        because="leads to a shop: opens with {0!r}",
        test=_shop,
        examples=("View on Lorem Market $34",),
        leaves_alone=("View on the harbour from the old pier, which was built in 1961",),
    ),
}
"""Rules of which no two met on a page that was read: their order is that of their names."""

_IN_TURN: tuple[Rule[Line], ...] = (
    Rule(
        "a title that breaks off",
        gives="related link",
        because="a title that breaks off with dots",
        test=_dots,
        examples=("• The long road to a bridge over the river and the yard ...",),
        leaves_alone=("“Well ...”",),
    ),
    Rule(
        "a label for another story",
        gives="related link",
        because="points to another story: labelled {0!r}",
        test=_label,
        examples=("See: Ferry prices rise again",),
        leaves_alone=("The council will see: ferry prices rise again.",),
    ),
    Rule(
        "a pointer to another story",
        gives="related link",
        because="points to another story: opens with {0!r}",
        test=_link,
        examples=("Read more on the long road to a bridge",),
        leaves_alone=("Related costs rose to 40 million, the mayor said.",),
    ),
    Rule(
        "a request",
        gives="call to action",
        because="asks the reader to act: opens with {0!r}",
        test=_request,
        examples=("Sign up for our letter of the week",),
        leaves_alone=("“Click here” is a poor name for a link, the adviser said.",),
    ),
    Rule(
        "a request behind a sentence",
        gives="call to action",
        because="asks the reader to act: {0!r}",
        test=_request_behind,
        examples=(
            "The harbour has a letter. Sign up here and get it on Friday.",
            "The harbour has had a letter since 1961. Sign up here.",
        ),
        leaves_alone=(
            "The board met. It will sign up new members on Friday.",
            "9. Donate the tree to the harbour.",
            "12. Donate the tree to the harbour.",
        ),
    ),
    Rule(
        "an address to write to",
        gives="call to action",
        because="gives an address to write to: {0!r}",
        pattern=LinePattern(r"\b[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,8}"),
        test=lambda line: len(line.words) <= PARAGRAPH,
        examples=("Questions about the bridge can go to desk@lorem.example.",),
        leaves_alone=("The bridge is @ the river.",),
    ),
    Rule(
        "the site speaks of its work",
        gives="call to action",
        because="a site that speaks to its reader of its own work: {0!r} and {1!r}",
        test=_site_speaks,
        examples=(
            "The harbour desk has been at it since 1961, and our newsroom and readers know why.",
            "As a member you pay for the boats and for independent reporting.",
        ),
        leaves_alone=(
            "We went out with two reporters and looked at the old pier.",
            "The reporters asked the members of the board about their coverage.",
            "“Our reporters and our readers know why,” the director of the Lorem Post told her.",
            "The director of the Lorem Post wrote that “our newsroom and our readers know why”.",
            'The director of the Lorem Post wrote that "our newsroom and our readers know why".',
        ),
    ),
    Rule(
        "words for customers",
        gives="call to action",
        because="speaks to the reader as a customer: {0!r}",
        test=_customer,
        examples=("The map needs cookies to work.",),
        leaves_alone=("“The map needs cookies to work,” she said.",),
    ),
)
"""Tried in this order: a line may fit two neighbours."""

READER_RULES: tuple[Rule[Line], ...] = (*by_name(_APART), *_IN_TURN)

"""Rules for what a page and a desk write for themselves: buttons, dates, codes, notes of law."""

from __future__ import annotations

import re

from copydesk.cleaning.lines import PARAGRAPH, Line
from copydesk.cleaning.words import LinePattern, page_words
from copydesk.language.rule import Evidence, Rule, by_name

# Not the short stop of a day or an hour: those are of the sentence.
FULL_DATE = r"<month>\.? \d{1,2}, \d{4}"


def _row_of_links(line: Line) -> Evidence:
    cells = line.bare.split(" | ")
    return not line.ends and len(cells) >= 3 and all(len(cell.split()) <= 5 for cell in cells)


def _date_stamp(line: Line) -> Evidence:
    words = page_words()
    if line.is_prose:
        return None
    named = words["month"] | words["day"] | words["stamp"]
    dated = [word for word in line.words if word in named or word[0].isdigit()]
    digits = any(word[0].isdigit() for word in dated)
    told = not named.isdisjoint(dated) and 2 * len(dated) >= len(line.words)
    stamped = not words["stamp"].isdisjoint(dated) and not words["month"].isdisjoint(dated)
    return " ".join(dated) if digits and (told or stamped) else None


def _button(line: Line) -> Evidence:
    names = [word for word in line.words if not word.isdigit()]
    return line.is_label and bool(names) and page_words()["menu"].issuperset(names) and line.bare


def _legal(line: Line) -> Evidence:
    if line.quotes:
        return None
    return next(iter(page_words().inside("legal", line.low)), None)


def _correction(line: Line) -> Evidence:
    opening = page_words().opening("correction", line.low)
    return opening if opening and (" " in opening or ":" in line.bare) else None


_APART: set[Rule[Line]] = {
    Rule(
        "a code for desks",
        gives="interface",
        because="a code for desks: a slug, a page break, a start or an end",
        pattern=LinePattern(
            r"^(?:(?:ZCZC|NNNN)\b.{0,40}|\W*(?:MORE|MORE FOLLOWS|ENDS?|30)\W*"
            r"|.{0,40}\b[Pp]age \d+ of \d+\W*|[A-Z]{2,}(?:[-/][A-Z]{2,})+(?: [\dA-Z() ]{1,20})?)$"
        ),
        examples=(
            "(MORE)",
            "MORE FOLLOWS",
            "ENDS",
            "END",
            "- 30 -",
            "ZCZC ABC0417 4 I LON",
            "NNNN",
            "OFF/TN Page 1 of 2",
            "HARBOUR-STRIKE-TALKS 2ND LEAD",
        ),
        leaves_alone=("MORE THAN A PIER",),
    ),
    Rule(
        "a full date opens the line",
        gives="dateline",
        because="opens with a full date: {0!r}",
        pattern=LinePattern(rf"^{FULL_DATE}", re.I),
        test=lambda line: line.is_label,
        examples=("May 6, 2024 Lorem Harbour Desk",),
        leaves_alone=("May 6, 2024 was a Monday.",),
    ),
    Rule(
        "a note to desks that changes the text",
        gives="correction",
        because="a note to desks on a change of the text: {0!r}",
        pattern=LinePattern(r"^(?:EDS|EDITORS): .*\b(?:replac|correct|kill|withdr|repeat)", re.I),
        examples=(
            "EDS: REPLACES 0955 TAKE. Para 6 had the wrong day.",
            "EDITORS: Corrects the day in para 6.",
            "EDS: Kill the second quotation.",
            "EDS: The second quotation is withdrawn.",
            "EDS: Repeats with the right day.",
        ),
        leaves_alone=("EDS: Do not use the second quotation.",),
    ),
    Rule(
        "a number of the office",
        gives="section label",
        because="a number under which an office files its text: {0!r}",
        pattern=LinePattern(
            r"^(?:(?:our )?ref(?:erence)?(?: no\.?| number)?|(?:press )?release (?:no\.?|number)):"
            r" ?\S*$",
            re.I,
        ),
        examples=(
            "Reference: OFF/TN/2025/017",
            "Our ref: 12/AB",
            "Ref no.: 12/AB",
            "Ref number: 12/AB",
            "Press release no.: 12/AB",
            "Release number: 12/AB",
        ),
        leaves_alone=("Reference: the pier was built in 1961.",),
    ),
    Rule(
        "a row of links",
        gives="interface",
        because="a row of links with bars between them",
        test=_row_of_links,
        examples=("World | Sport | Business | Opinion",),
        leaves_alone=("New bridge wins a vote | World",),
    ),
    Rule(
        "a time of day",
        gives="dateline",
        because="a time of day: {0!r}",
        pattern=LinePattern(
            r"^(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\b\.?)?(?: ?[A-Z]{2,4})?$", re.I
        ),
        examples=("14:30", "2:30 p.m.", "09.15 GMT", "23:59"),
        leaves_alone=("14:75",),
    ),
    Rule(
        "an address alone",
        gives="interface",
        because="only a web address, handle or tag",
        pattern=LinePattern(r"^(?:\d{1,2}[.)] )?(?:https?://|www\.|@\w|[\w.+-]{1,40}@)\S*$"),
        examples=(
            "@lorem_example",
            "https://lorem.example/pier",
            "http://lorem.example/pier",
            "www.lorem.example",
            "desk@lorem.example",
            "1. https://lorem.example/pier",
        ),
        leaves_alone=("@lorem_example wrote this on Monday.",),
    ),
    Rule(
        "an embargo",
        gives="dateline",
        because="an embargo, which says when the text may be used: {0!r}",
        test=lambda line: page_words().opening("embargo", line.low),
        examples=("Embargoed until 00:01 on 6 May 2024",),
        leaves_alone=("Embargoes on grain are 40 years old",),
    ),
    Rule(
        "an update of this article",
        gives="correction",
        because="a note on the article itself: {0!r}",
        pattern=LinePattern(r"^(?:update|updated|note)\b.*\bthis <own text>\b", re.I),
        examples=(
            "Update: this story names the right pier now.",
            "Updated on Monday: this story names the right pier now.",
            "Note: this story names the right pier now.",
        ),
        leaves_alone=("This story names the right pier now.",),
    ),
    Rule(
        "no letter and no digit",
        gives="interface",
        because="no letter or digit in it",
        test=lambda line: not line.words,
        examples=("* * *",),
        leaves_alone=("5",),
    ),
}
"""Rules of which no two met on a page that was read: their order is that of their names."""

_IN_TURN: tuple[Rule[Line], ...] = (
    Rule(
        "a number or a count",
        gives="interface",
        because="only a number or a count: {0!r}",
        pattern=LinePattern(
            r"^(?:<counted> )?[\d.,/:%$€£+kKmM\s-]+(?: ?of ?\d+)?(?:\s*<counted>)?$", re.I
        ),
        examples=("14 comments", "8.6 / 10", "$1,113", "84.1K"),
        leaves_alone=("14 boats",),
    ),
    Rule(
        "words of buttons and menus",
        gives="interface",
        because="only words of menus, and no full stop: {0!r}",
        test=_button,
        examples=("Share this article",),
        leaves_alone=("Share this harbour",),
    ),
    Rule(
        "a copyright sign",
        gives="legal",
        because="a copyright sign or notice",
        pattern=LinePattern(r"©|^(?:copyright|\(c\)) ", re.I),
        examples=(
            "© 2024 Lorem Post",
            "Copyright 2024 Lorem Post",
            "(c) 2024 Lorem Post",
            "© 2024 Ana Example, Getty Images",
        ),
        leaves_alone=("The copyright of the map ends this year.",),
    ),
    Rule(
        "words of law",
        gives="legal",
        because="legal wording: {0!r}",
        test=_legal,
        examples=("The terms of service are here.",),
        leaves_alone=("“The terms of service are here,” she said.",),
    ),
    Rule(
        "a note to desks",
        gives="legal",
        because="a note to desks, which use the text: opens with {0!r}",
        pattern=LinePattern(r"^(?:EDS|EDITORS): ", re.I),
        examples=("EDS: Do not use the second quotation.", "EDITORS: Pictures follow."),
        leaves_alone=("Editors in Loremtown met on Monday.",),
    ),
    Rule(
        "a date or a time stamp",
        gives="dateline",
        because="a date or time stamp: {0!r}",
        test=_date_stamp,
        examples=("Published 3 May 2024 at 10:15 GMT",),
        leaves_alone=("The vote of Monday",),
    ),
    Rule(
        "the article speaks of itself",
        gives="correction",
        because="a note on the article itself: opens with {0!r}",
        pattern=LinePattern(r"^this <own text> <own verb>\b", re.I),
        examples=("This story was changed on Monday.",),
        leaves_alone=("This story of a pier was told on Monday.",),
    ),
    Rule(
        "a box of another site",
        gives="interface",
        because="says of a box that it comes from elsewhere, or is not there: {0!r}",
        test=lambda line: (
            next(iter(page_words().inside("box", line.low)), None)
            if len(line.words) <= PARAGRAPH and not line.quotes
            else None
        ),
        examples=("This content is provided by the harbour, which may use cookies.",),
        leaves_alone=("The content of the boats was given out by the harbour.",),
    ),
    Rule(
        "a correction",
        gives="correction",
        because="a note on the article itself: opens with {0!r}",
        test=_correction,
        examples=("Correction: the pier was built in 1961.",),
        leaves_alone=("Corrections and clarifications",),
    ),
)
"""Tried in this order: a line may fit two neighbours."""

MACHINE_RULES: tuple[Rule[Line], ...] = (*by_name(_APART), *_IN_TURN)

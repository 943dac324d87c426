"""Rules for who wrote it: agencies, bylines, notes on authors, signatures of posts."""

from __future__ import annotations

import re

from copydesk.cleaning.lines import LABEL, PARAGRAPH, SHORT, Line
from copydesk.cleaning.words import LinePattern, page_words
from copydesk.language.rule import Evidence, Rule

BY = LinePattern(
    r"^(?:(?:story|words|text|written|reviewed|edited|posted|reported) )?by\b:? ?", re.I
)


def without_by(text: str) -> str:
    """Return a byline without its "By".

    Examples
    --------
    >>> without_by("Words by Ana Example")
    'Ana Example'
    """
    opening = BY.search(text)
    return text[opening.end() :] if opening else text


def _agency(line: Line) -> Evidence:
    return line.is_label and line.bare[:1].isupper() and page_words().opening("agency", line.key)


def _named_agency(line: Line) -> Evidence:
    named = line.is_label and all(word[:1].isupper() for word in line.bare.split())
    return next(iter(page_words().inside("agency word", line.key)), None) if named else None


CLOCK = re.compile(r"\d{1,2}[:.]\d\d ?[ap]\.?m\.?$", re.I)
"""The hour at the end of a line that signs and dates a story."""


def _byline(line: Line) -> Evidence:
    rest = without_by(line.bare)
    name = not rest or rest[:1].isupper() or rest[:1] in "@["
    if CLOCK.search(line.bare):
        return name and len(line.words) <= PARAGRAPH
    return name and len(line.words) <= SHORT and not (line.ends and len(line.words) >= LABEL)


def _job(line: Line) -> Evidence:
    named = line.is_label and all(word[:1].isupper() for word in line.bare.split()[:2])
    return (
        line.words[-1] if named and line.words and line.words[-1] in page_words()["job"] else None
    )


NAME_RULES: tuple[Rule[Line], ...] = (
    Rule(
        "an agency alone",
        gives="agency",
        because="names the agency {0!r} and tells nothing",
        test=_agency,
        examples=("Reuters",),
        leaves_alone=("Reuters reported on Friday that the company had asked for more time.",),
    ),
    Rule(
        "the name of an agency",
        gives="agency",
        because="the name of an agency: {0!r}, with a capital on every word",
        test=_named_agency,
        examples=("Invented Press Service Loremtown",),
        leaves_alone=("A press service for Loremtown",),
    ),
    Rule(
        "a byline",
        gives="byline",
        because="opens with {0!r} and gives a name",
        pattern=BY,
        test=_byline,
        examples=(
            "By Ana Example and Ben Sample",
            "By @ana_example",
            "By Ana Example, May 6, 2024",
            "By Ana Example and Ben Sample of the Lorem Post on Monday, May 6, 2024 at 11:04 a.m.",
            "By: Ana Example",
            "By [Ana Example]",
            "Story by Ana Example",
            "Words by Ana Example",
            "Text by Ana Example",
            "Written by Ana Example",
            "Reviewed by Ana Example",
            "Edited by Ana Example",
            "Posted by Ana Example",
            "Reported by Ana Example",
        ),
        leaves_alone=("By the harbour",),
    ),
    Rule(
        "a name with a job",
        gives="byline",
        because="a name with the job {0!r}",
        test=_job,
        examples=("Ana Example, staff writer",),
        leaves_alone=("About the editor",),
    ),
    Rule(
        "the signature of a post",
        gives="credit",
        because="signs an embedded post",
        pattern=LinePattern(r"^.{0,60}\B@\w"),
        test=lambda line: line.bullet,
        examples=("— Ana Example (@ana_example) May 6, 2024", "— Ana (@ana) May 6, 2024"),
        leaves_alone=("The mayor wrote to the director (@lorem) on Monday.",),
    ),
    Rule(
        "a note on the author",
        gives="author note",
        because="about who wrote it: {0!r}",
        pattern=LinePattern(
            r"\b(?:<author sign>|is an? (?:staff |senior |freelance )?<job>)\b", re.I
        ),
        test=lambda line: len(line.words) <= PARAGRAPH and not line.quotes,
        examples=(
            "Additional reporting by Ben Sample in Loremtown",
            "Ben Sample is a staff reporter.",
            "Ben Sample is a senior reporter.",
            "Ben Sample is a freelance reporter.",
            "Ben Sample is an editor.",
        ),
        leaves_alone=("“Ana Example is a reporter,” the mayor said.",),
    ),
)

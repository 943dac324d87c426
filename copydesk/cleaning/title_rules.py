"""The rules that say that a line is the headline, says it again or leads to it."""

from __future__ import annotations

from copydesk.cleaning import places
from copydesk.cleaning.example_page import HEAD, TEXT
from copydesk.cleaning.places import Place
from copydesk.language.rule import Rule

TITLE_RULES: tuple[Rule[Place], ...] = (
    Rule(
        "the headline",
        gives="headline",
        because="the title: {0}",
        test=lambda place: place.index == place.page.printed and place.page.why_headline,
        examples=(
            f"→ {HEAD}\nBy Ana Example\n{TEXT}",
            f"→ * {HEAD}\nShare\n{HEAD}\nBy Ana Example\n{TEXT}",
        ),
        leaves_alone=(f"→ THE LOREM POST\n{HEAD}\nBy Ana Example\n{TEXT}",),
    ),
    Rule(
        "the headline again",
        gives="headline repeat",
        because="says the same as the headline in line {0}",
        test=places.headline_again,
        examples=(f"{HEAD}\nShare\n→ {HEAD} | World news\n{TEXT}",),
        leaves_alone=(f"{HEAD}\nBy Ana Example\n→ A toll: {HEAD}\n{TEXT}",),
    ),
    Rule(
        "the path to the headline",
        gives="section label",
        because="the path that leads to the headline in line {0}",
        test=places.path,
        examples=(f"→ Home / News / {HEAD}\n{HEAD}\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ What came after the {HEAD}",),
    ),
)
"""Tried before the rules of a line's own words: a headline may look like anything."""

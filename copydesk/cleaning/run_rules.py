"""The rules that say what a line is by the main run of text alone, in the order of trying."""

from __future__ import annotations

from copydesk.cleaning import places
from copydesk.cleaning.example_page import HEAD, MENU, MORE, ONE, TEXT, THREE, TWO
from copydesk.cleaning.places import Place
from copydesk.language.rule import Rule, by_name

_AROUND: set[Rule[Place]] = {
    Rule(
        "a page without text",
        gives="section label",
        because="{0} on a page that has no run of text",
        test=lambda place: place.page.start == place.page.stop and place.count,
        examples=("Museums and parks\n→ Boats",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ Boats",),
    ),
    Rule(
        "running text elsewhere",
        gives="related link",
        because="running text, but outside {0}, as teasers and comments are",
        test=lambda place: not place.inside and place.line.is_prose and place.run,
        examples=(f"{HEAD}\n{TEXT}\n{MENU}\n→ A cat that was lost for a year has come back.",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ A cat that was lost for a year has come back.",),
    ),
    Rule(
        "a label above the text",
        gives="section label",
        because="{0} with no full stop, before {1}",
        test=lambda place: (
            place.index < place.page.start and place.line.is_label and (place.count, place.run)
        ),
        examples=(f"→ Boats and harbours\n{HEAD}\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ Boats and harbours",),
    ),
}
"""What stands around the text, in any order: no two of these met on a page."""

_BY_PLACE: set[Rule[Place]] = {
    Rule(
        "a line elsewhere",
        gives="related link",
        because="{0} outside {1}",
        test=lambda place: not place.inside and (place.count, place.run),
        examples=(f"{HEAD}\n{TEXT}\n→ Boats and harbours",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Boats and harbours\n{TWO}",),
    ),
    Rule(
        "running text",
        gives="body",
        because="{0} of running text, in {1}",
        test=lambda place: place.line.is_prose and (place.count, place.run),
        examples=(f"{HEAD}\n{ONE}\n→ {TWO}\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ He declined.\n{TWO}",),
    ),
}
"""The rest by place: what is left outside the run, and the paragraphs in it."""

_IN_TEXT: set[Rule[Place]] = {
    Rule(
        "a line that leads in",
        gives="body",
        because="leads in to what follows with a colon, in {0}",
        test=lambda place: place.line.leads_in and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ The mayor told the council this:\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Mayor told council:\n{TWO}",),
    ),
    Rule(
        "a short sentence",
        gives="body",
        because="a short sentence, in {0}",
        test=lambda place: place.line.ends and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ He declined.\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ He declined\n{TWO}",),
    ),
    Rule(
        "a source below the text",
        gives="body",
        because="names the source of the text above in brackets: {0!r}",
        test=places.source,
        examples=(f"{HEAD}\n{ONE}\n→ [Lorem Post]\n{TWO}\n[Lorem Post]\n{THREE}",),
        leaves_alone=(
            f"{HEAD}\n→ [Lorem Post]\n{TEXT}",
            f"{HEAD}\n{ONE}\n→ [Lorem Post\n{TWO}",
            f"{HEAD}\n{ONE}\n→ Lorem Post]\n{TWO}",
        ),
    ),
}
"""Short lines that belong to the text, in any order: no two of these met on a page."""

_SHORT: tuple[Rule[Place], ...] = (
    Rule(
        "a label that stands twice",
        gives="section label",
        because="stands {0} times on the page, as labels and links do",
        test=places.label_twice,
        examples=(f"{HEAD}\n{ONE}\n→ Lorem Harbour\n{TWO}\nLorem Harbour\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Lorem Harbour\n{TWO}\n{THREE}",),
    ),
    Rule(
        "a title that the text does not take up",
        gives="related link",
        because="a title in the text, no word of which comes back in the lines below",
        test=places.strange,
        examples=(
            f"{HEAD}\n{ONE}\n→ A cat that was lost in a wood for twelve months\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ Life and style\nBaking a cake for winter\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\nLife and style\n→ Baking a cake for winter\n{TWO}\n{THREE}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ Baking a cake for winter\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ What the mayor has to say of lorries and of cars\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\nLife and style\n→ What the mayor says\n{TWO}\n{THREE}",
        ),
    ),
    Rule(
        "a short line between paragraphs",
        gives="subheading",
        because="a short line that running text surrounds, in {0}",
        test=lambda place: place.index in place.page.subheadings and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ What the engineers say\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n{TWO}\n→ What the engineers say",),
    ),
    Rule(
        "a short line among others",
        gives="related link",
        because="{0} with no full stop, and no running text around it",
        test=lambda place: place.count,
        examples=(f"{HEAD}\n{TEXT}\n→ What the engineers say\nBoats\nCars\nRoads\n{MORE}",),
    ),
)
"""Short lines in the run, tried in this order."""

RUN_RULES: tuple[Rule[Place], ...] = (
    *by_name(_AROUND),
    *by_name(_BY_PLACE),
    *by_name(_IN_TEXT),
    *_SHORT,
)
"""Tried when no other rule names a line."""

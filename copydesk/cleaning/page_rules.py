"""The rules that say what a line is by its place on the page, in the order of trying."""

from __future__ import annotations

from copydesk.cleaning import places
from copydesk.cleaning.example_page import (
    ASKED,
    FACTS,
    HEAD,
    LIST,
    LONG_HEAD,
    MENU,
    MORE,
    ONE,
    TEXT,
    THREE,
    TWO,
)
from copydesk.cleaning.places import Place
from copydesk.cleaning.run_rules import RUN_RULES
from copydesk.language.rule import Rule, by_name

_APART: set[Rule[Place]] = {
    Rule(
        "a numbered heading",
        gives="subheading",
        because="one of the {0} that make this page {1}",
        test=lambda place: places.entry(place, "subheading"),
        examples=(f"{HEAD}\n{LIST}\nMost read\n→ 5. The road\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\nMost read\n→ 5. The road\n{THREE}",),
    ),
    Rule(
        "an entry of a page of entries",
        gives="body",
        because="one of the {0} that make this page {1}",
        test=lambda place: places.entry(place, "body"),
        examples=(f"{HEAD}\n{ASKED}\n→ What do you think of the road?\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ What do you think of the road?\n{THREE}",),
    ),
    Rule(
        "a title in a list of links",
        gives="related link",
        because="stands in the list under {0} in line {1}",
        test=places.list_of_links,
        examples=(f"{HEAD}\n{TEXT}\nMost read\n→ Ferry prices rise\n{MORE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\nMost read\n{TWO}\n→ {THREE}",),
    ),
    Rule(
        "a note under a heading for authors",
        gives="author note",
        because="stands under {0!r}",
        test=places.author,
        examples=(f"{HEAD}\n{TEXT}\nAbout the author\n→ She lives by the river and swims there.",),
        leaves_alone=(
            f"{HEAD}\n{TEXT}\nAbout the river\n→ She lives by the river and swims there.",
        ),
    ),
    Rule(
        "a caption again",
        gives="caption",
        because="says the same as the caption in line {0}",
        test=places.caption_again,
        examples=(
            f"{HEAD}\n{ONE}\nThe old pier of the town before the storm. Photo: Ana Example\nShare\n"
            f"→ The old pier of the town before the storm.\n{TWO}\n{THREE}",
        ),
        leaves_alone=(
            f"{HEAD}\nThe old pier of the town before the storm. Photo: Ana Example\n{TEXT}\n"
            f"Share\n→ The old pier of the town before the storm.\n{MORE}",
        ),
    ),
    Rule(
        "a quotation pulled out of the text",
        gives="repeat",
        because="stands word for word inside line {0}",
        test=places.pulled,
        examples=(
            f"{HEAD}\n{ONE}\n→ “{TWO}”\n{THREE}\nThe mayor spoke of it twice. {TWO}\n{MORE}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ “{TWO}”\n{THREE}\nThe mayor spoke of it twice.\n{MORE}",
            f"{HEAD}\n{ONE}\n→ The mayor has told the board of all this.\n{THREE}\n"
            f"“The mayor has told the board of all this,” he said.\n{MORE}",
        ),
    ),
    Rule(
        "the text above the byline",
        gives="standfirst",
        because="the text between the headline and the byline or date",
        test=places.standfirst,
        examples=(
            f"{HEAD}\n→ Lorries, cars, boats, ferries, bicycles: mayor makes nine promises\n"
            f"By Ana Example\n{TEXT}",
            f"{HEAD}\nLorem Post\n→ Lorries can use it before the year is out.\n"
            f"By Ana Example\n{TEXT}",
            f"{LONG_HEAD}\n{LONG_HEAD}\n→ Lorries can use it soon.\nBy Ana Example\n{TEXT}",
        ),
        leaves_alone=(
            f"{HEAD}\n→ Mayor makes promises\nBy Ana Example\n{TEXT}",
            f"{HEAD}\nShare\n→ Lorries can use it before the year is out.\nBy Ana Example\n{TEXT}",
            f"{HEAD}\nBoats, ferries, harbours, piers, yards, museums, parks, schools, roads\n"
            f"→ Lorries can use it before the year is out.\nBy Ana Example\n{TEXT}",
        ),
    ),
    Rule(
        "a label above a caption",
        gives="alt text",
        because="a short label right before the caption in line {0}",
        test=places.alt_text,
        examples=(
            f"{HEAD}\n{ONE}\n→ Harbour sign\nThe old pier in the storm. Photo: Ana Example\n{TWO}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ Harbour sign\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ The sign: a warning\nThe old pier. Photo: Ana Example\n{TWO}",
        ),
    ),
    Rule(
        "a line that announces a list",
        gives="body",
        because="ends with a colon and announces the list in the next line",
        test=places.announces,
        examples=(f"{HEAD}\n{TEXT}\n→ The council counts two kinds of work:\n- the old pier",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ The council counts two kinds of work:\nThe old pier",),
    ),
    Rule(
        "a heading over points",
        gives="subheading",
        because="a heading over points that sum up the story",
        test=places.summed_up,
        examples=(f"{HEAD}\n→ Key points\n* Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Key points\nNine to four for the bridge\nShare\n{TEXT}",),
    ),
}
"""Rules of which no two met on a page that was read: their order is that of their names."""

_IN_TURN: tuple[Rule[Place], ...] = (
    Rule(
        "a list of facts",
        gives="body",
        because="in a list of facts, which gives figures or labels",
        test=lambda place: place.inside and place.index in place.page.facts,
        examples=(
            f"{HEAD}\n{ONE}\n{FACTS}\n→ * Built: 1961\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n* Built: 1961.\n{FACTS}\n→ * Built: 1961.\n{TWO}\n{THREE}",
        ),
        leaves_alone=(f"{HEAD}\n{TEXT}\n{MENU}\n{FACTS}\n→ * Built: 1961",),
    ),
    Rule(
        "a note that opens with the author",
        gives="author note",
        because="opens with {0!r}, the name in the byline",
        test=places.named_author,
        examples=(f"{HEAD}\nBy Ana Example\n{TEXT}\n→ Ana Example lives by the river.",),
        leaves_alone=(f"{HEAD}\nBy Ana Example\n{TEXT}\n→ Ana Sample lives by the river.",),
    ),
    Rule(
        "a note that says what the author does",
        gives="author note",
        because="says who writes: {0!r}",
        pattern=places.AUTHOR,
        test=places.who_writes,
        examples=(
            f"{HEAD}\n→ Ana Example is the Lorem Post’s harbour editor and swims a lot.\n{TEXT}",
            f"{HEAD}\n{TEXT}\n{MORE}\n→ Ana has been a young science writer for many years.",
        ),
        leaves_alone=(
            f"{HEAD}\n{TEXT}\n→ Ana Sample was the first woman editor of the town.\n{MORE}",
            f"{HEAD}\n{TEXT}\n→ The old pier is the work of a writer, the mayor said.",
        ),
    ),
    Rule(
        "a repeat",
        gives="repeat",
        because="says the same as line {0}",
        test=places.repeat,
        examples=(f"{HEAD}\n{TEXT}\n→ {ONE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\nThe mayor\n{TWO}\n→ The mayor\n{THREE}",),
    ),
    Rule(
        "a line above a credit",
        gives="caption",
        because="stands right before the credit in line {0}",
        test=places.caption,
        examples=(
            f"{HEAD}\nBy Ana Example\n→ The old bridge in a storm\nPhoto: Ana Example\n{TEXT}",
            f"{HEAD}\n→ Workers of the harbour tie up their boats at the pier of the town, "
            f"which is to be closed.\nPhoto: Ana Example\n{TEXT}",
        ),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ {THREE} {THREE}\nPhoto: Ana Example\n{TWO}",),
    ),
    Rule(
        "a sentence under the headline",
        gives="standfirst",
        because="a line right under the {0} that reads like a sentence",
        test=places.speaking_standfirst,
        examples=(
            f"{HEAD}\n→ Lorries can use it before the year is out\nShare\n{TEXT}",
            f"{HEAD}\nBy Ana Example\n6 May 2024\n→ Cars can use it before the year is out\n{TEXT}",
        ),
        leaves_alone=(
            f"{HEAD}\n→ Ferries Museums Parks Boats Harbours Council Schools\n{TEXT}",
            f"{HEAD}\nBy Ana Example\n→ {ONE}\n{TWO}\n{THREE}",
            f"{HEAD}\nShare\n→ Lorries can use it before the year is out\n{TEXT}",
        ),
    ),
)
"""Tried in this order: a line may fit two neighbours."""

_LISTED: set[Rule[Place]] = {
    Rule(
        "a name at the top",
        gives="byline",
        because="a name beside the {0}",
        test=places.name,
        examples=(f"{HEAD}\n→ Ana Example\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Mayor makes promises\n{TEXT}",),
    ),
    Rule(
        "an item of an announced list",
        gives="body",
        because="an item of the list that line {0} announces",
        test=places.item,
        examples=(f"{HEAD}\n{TEXT}\nThe council counts two kinds of work:\n→ - the old pier",),
        leaves_alone=(f"{HEAD}\n{TEXT}\nTwo works:\n→ - the old pier",),
    ),
    Rule(
        "a point that sums up the story",
        gives="body",
        because="one of the points under {0!r}",
        test=places.point,
        examples=(f"{HEAD}\nKey points\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\nBoats\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
    ),
}
"""Tried after these, in any order, as `_APART`."""

PLACE_RULES: tuple[Rule[Place], ...] = (
    *by_name(_APART),
    *_IN_TURN,
    *by_name(_LISTED),
    *RUN_RULES,
)
"""Tried for a line that its own words do not name."""

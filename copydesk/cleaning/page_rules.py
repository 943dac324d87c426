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
from copydesk.language.rule import Rule

PLACE_RULES: tuple[Rule[Place], ...] = (
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
        "a repeat",
        gives="repeat",
        because="says the same as line {0}",
        test=places.repeat,
        examples=(f"{HEAD}\n{TEXT}\n→ {ONE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\nThe mayor\n{TWO}\n→ The mayor\n{THREE}",),
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
        "a name at the top",
        gives="byline",
        because="a name beside the {0}",
        test=places.name,
        examples=(f"{HEAD}\n→ Ana Example\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Mayor makes promises\n{TEXT}",),
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
        "an item of an announced list",
        gives="body",
        because="an item of the list that line {0} announces",
        test=places.item,
        examples=(f"{HEAD}\n{TEXT}\nThe council counts two kinds of work:\n→ - the old pier",),
        leaves_alone=(f"{HEAD}\n{TEXT}\nTwo works:\n→ - the old pier",),
    ),
    Rule(
        "a heading over points",
        gives="subheading",
        because="a heading over points that sum up the story",
        test=places.summed_up,
        examples=(f"{HEAD}\n→ Key points\n* Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Key points\nNine to four for the bridge\nShare\n{TEXT}",),
    ),
    Rule(
        "a point that sums up the story",
        gives="body",
        because="one of the points under {0!r}",
        test=places.point,
        examples=(f"{HEAD}\nKey points\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\nBoats\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
    ),
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
"""Tried for a line that its own words do not name."""

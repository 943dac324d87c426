"""Where two neighbouring rules meet, the first decides: exchange them, and a test fails."""

import pytest
from test_rules import LINE_RULES, PAGE_RULES, decided, read_example

from copydesk.cleaning.example_page import HEAD, TEXT
from copydesk.cleaning.picture_rules import CREDIT_FORMS
from copydesk.cleaning.places import Place
from copydesk.language.rule import decide

SPEAKS = "Lorries can use it before the year is out"


@pytest.mark.parametrize(
    ("example", "first", "second"),
    [
        ("AFP News Agency", "an agency alone", "the name of an agency"),
        ("By Invented Press Service", "the name of an agency", "a byline"),
        ("By Ana Example, Editor", "a byline", "a name with a job"),
        ("— Ana Example @ana Editor", "a name with a job", "the signature of a post"),
        ("— Ana (@ana) contributed reporting", "the signature of a post", "a note on the author"),
        ("EDITORS: Page 1 of 2", "a note to desks", "a code for desks"),
        ("Boats | Piers | Page 1 of 2", "a code for desks", "a row of links"),
        ("Share ©", "words of buttons and menus", "a copyright sign"),
        ("© 2024 Lorem. All rights reserved.", "a copyright sign", "words of law"),
        (
            "Note: this story is subject to copyright.",
            "words of law",
            "an update of this article",
        ),
        (
            "Boats at the pier of Loremtown in a storm, Monday, May 6, 2024. Photo: Ana Example",
            "a photo credit ends the line",
            "a weekday with a full date",
        ),
        (
            "The mayor (left) at the old pier of Loremtown, Monday, May 6, 2024.",
            "a weekday with a full date",
            "where to look in a picture",
        ),
        (
            "Workers (left) stand on it, May 6, 2024.",
            "where to look in a picture",
            "a scene with a full date",
        ),
        (
            "• Workers stand on it, May 6, 2024, in ...",
            "a scene with a full date",
            "a title that breaks off",
        ),
        ("Read: the old pier ...", "a title that breaks off", "a label for another story"),
        ("Read more: the old pier", "a label for another story", "a pointer to another story"),
        (
            "This story was changed, and its content is provided by the harbour.",
            "the article speaks of itself",
            "a box of another site",
        ),
        (
            "Correction: this content is provided by the harbour.",
            "a box of another site",
            "a correction",
        ),
        (
            "View on our newsroom and readers",
            "the site speaks of its work",
            "a button of a shop",
        ),
        (
            "The mayor leaves the old bridge in 2013, May 6, 2024.",
            "a scene of a past year",
            "a scene with a full date",
        ),
        ("Sign up. Join us there.", "a request", "a request behind a sentence"),
        (
            "Yes. Sign up at desk@lorem.example.",
            "a request behind a sentence",
            "an address to write to",
        ),
        (
            "There is no spam from desk@lorem.example.",
            "an address to write to",
            "words for customers",
        ),
        (
            f"{SPEAKS}.\n{HEAD}\n→ {SPEAKS}.\nBy Ana Example\n{TEXT}",
            "a repeat",
            "the text above the byline",
        ),
        (
            f"{HEAD}\n→ {SPEAKS}\nBy Ana Example\n{TEXT}",
            "the text above the byline",
            "a sentence under the headline",
        ),
        (
            f"{HEAD}\n{TEXT}\n→ {SPEAKS}, and {SPEAKS}, and {SPEAKS}:\n{TEXT[::-1]}.",
            "running text",
            "a line that leads in",
        ),
    ],
)
def test_where_two_rules_meet_the_first_decides(example, first, second):
    page, index = read_example(example)
    one, other = (
        next(rule for rule in (*LINE_RULES, *PAGE_RULES) if rule.name == name)
        for name in (first, second)
    )
    thing = Place(page, index) if other in PAGE_RULES else page.lines[index]
    assert other.reason(thing) is not None
    assert decided(example) is one


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The pier before the storm. Lorem Photo via Ana",
            "a word for a picture",
            "a name behind the full stop",
        ),
        (
            "The pier before the storm. Courtesy of Lorem Museum",
            "a name behind the full stop",
            "courtesy of",
        ),
        ("The pier (courtesy of AFP)", "courtesy of", "a source in brackets"),
        ("The pier (AFP/Ana Example)", "a source in brackets", "a name and a source in brackets"),
        ("The pier AFP/Getty Images", "a source and a name with a bar", "a source at the end"),
    ],
)
def test_where_two_forms_of_credit_meet_the_first_decides(text, first, second):
    one, other = (
        next(form for form in CREDIT_FORMS if form.name == name) for name in (first, second)
    )
    assert other.reason(text) is not None
    assert decide(CREDIT_FORMS, text).rule is one

"""Where two neighbouring rules meet, the first decides: exchange them, and a test fails."""

import pytest
from test_rules import LINE_RULES, PAGE_RULES, decided, read_example

from copydesk.cleaning.example_page import FACTS, HEAD, MORE, ONE, TEXT, THREE, TWO
from copydesk.cleaning.picture_rules import CREDIT_FORMS
from copydesk.cleaning.places import Place
from copydesk.language.rule import decide

WRITES = "Ana Sample has been a young science writer for many years."
SPEAKS = "Lorries can use it before the year is out"


@pytest.mark.parametrize(
    ("example", "first", "second"),
    [
        ("AFP News Agency", "an agency alone", "the name of an agency"),
        ("By Invented Press Service", "the name of an agency", "a byline"),
        ("By Ana Example, Editor", "a byline", "a name with a job"),
        ("— Ana Example @ana Editor", "a name with a job", "the signature of a post"),
        ("— Ana (@ana) contributed reporting", "the signature of a post", "a note on the author"),
        ("Share ©", "words of buttons and menus", "a copyright sign"),
        ("© 2024 Lorem. All rights reserved.", "a copyright sign", "words of law"),
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
            f"{HEAD}\n→ {SPEAKS}\nBy Ana Example\n{TEXT}",
            "the text above the byline",
            "a sentence under the headline",
        ),
        ("14 comments", "a number or a count", "words of buttons and menus"),
        ("EDS: All rights reserved.", "words of law", "a note to desks"),
        ("EDS: Posted 6 May 2024", "a note to desks", "a date or a time stamp"),
        (
            "This story was posted on 6 May 2024",
            "a date or a time stamp",
            "the article speaks of itself",
        ),
        (
            "The mayor (left) leaves the pier in 2013 after the vote.",
            "where to look in a picture",
            "a scene of a past year",
        ),
        ("Explore more of the pier", "a pointer to another story", "a request"),
        (
            "Our newsroom and readers are at desk@lorem.example.",
            "an address to write to",
            "the site speaks of its work",
        ),
        (
            "There is no spam from our newsroom and readers.",
            "the site speaks of its work",
            "words for customers",
        ),
        (
            f"{HEAD}\n{ONE}\nThe council says of it:\n→ * Built: 1961\n{FACTS}\n{MORE}",
            "a list of facts",
            "an item of an announced list",
        ),
        (
            "View on our newsroom and readers",
            "a button of a shop",
            "the site speaks of its work",
        ),
        (
            "Image caption The mayor (left) at the old pier",
            "a label for a picture",
            "where to look in a picture",
        ),
        (
            f"{HEAD}\nBy Ana Example\n{TEXT}\n{FACTS}\n→ * Ana Example: 1961\n{MORE}",
            "a list of facts",
            "a note that opens with the author",
        ),
        (
            f"{HEAD}\nBy Ana Example\n{TEXT}\n→ Ana Example is a young science writer in Lorem.",
            "a note that opens with the author",
            "a note that says what the author does",
        ),
        (
            f"{HEAD}\n{TEXT}\n{WRITES}\n→ {WRITES}",
            "a note that says what the author does",
            "a repeat",
        ),
        (
            f"{HEAD}\n{TEXT}\nHe declined.\n{MORE}\n→ He declined.\nPhoto: Ana Example\n{WRITES}",
            "a repeat",
            "a line above a credit",
        ),
        (
            f"{HEAD}\n{ONE}\nLife and style\n→ Baking a cake\n{TWO}\nBaking a cake\n{THREE}",
            "a label that stands twice",
            "a title that the text does not take up",
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
        ("The pier AFP/Getty Images", "a source and a name with a bar", "a source at the end"),
        ("The pier (by Getty Images)", "a source in brackets", "a source at the end"),
        ("Lorem Post/Getty Images", "a source at the end", "a name and a source with a bar"),
    ],
)
def test_where_two_forms_of_credit_meet_the_first_decides(text, first, second):
    one, other = (
        next(form for form in CREDIT_FORMS if form.name == name) for name in (first, second)
    )
    assert other.reason(text) is not None
    assert decide(CREDIT_FORMS, text).rule is one

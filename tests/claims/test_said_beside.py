"""What the sentence beside a figure says of it: each word that is heard has an example."""

import re

import pytest

from copydesk.claims import beside, find_claims
from copydesk.verification import load_reference, verify

REFERENCE = load_reference()
COUNT = "UCDP counted 4,216 deaths in Somalia in 2023."
SAID_AGAIN = [
    *(f"{word} is for Kenya." for word in ("The figure", "That", "This", "It")),
    *(f"The {word} is for Kenya." for word in ("number", "count", "toll", "total", "tally")),
    *("That estimate is of 2022.", "This claim is in a tweet.", "Its count was for the north."),
    *("It was only from June.", "The count was until June.", "The figure is what a tweet says."),
    *("It is its low estimate.", "It is the high estimate.", "It was a lower estimate."),
    *("It was an upper estimate.", "It was an earlier draft.", "It is a provisional count."),
    *("The figure is ACLED’s.", "The figure is ACLED's.", "The count also covers Kenya."),
    *("The number includes the injured.", "This counts only soldiers.", "It only covers June."),
    *("The total excludes civilians.", "The count ends in June.", "The count stops in June."),
    *("The count runs to June.", "The figure refers to Kenya.", "It later gave 5,200."),
    *("It then gave 5,200.", "It has since given 5,200.", "All of them were soldiers."),
    *("Both of these were in Kenya.", "Most of those died in 2022.", "Half of them were in Kenya."),
    *("None of them died in war.", "These were deaths in traffic.", "Those were soldiers."),
    *("The deaths were in Kenya.", "The dead were soldiers.", "The attacks happened in Kenya."),
    *("The victims were soldiers.", "The deaths occurred over years.", "Only in the north."),
    *("Only for the north.", "Only from June on.", "No, it counted 5,216.", "Nonsense!"),
    *("Sorry, in Kenya.", "Rather, 2022.", "Nonsense.", "Correction: 5,216.", "Make that 5,216."),
    *("Or so the minister says.", "So a post says.", "So a post claims.", "The real source is X."),
    *("UCDP printed no such figure.", "There is no such number.", "There was no such count."),
    *("It said no such thing.", "UCDP did nothing of the kind.", "It did nothing of the sort."),
    *("The report has no basis there.", "There is no truth in blogs.", "UCDP says it never did."),
    *(
        "Ministers call the report baseless.",
        "Ministers call the report unfounded.",
        "Ministers say a blogger invented all.",
    ),
    *(
        "We made it up.",
        "We made that up.",
        "We made this up.",
        "We could not find this number there.",
    ),
    *("We could not confirm that number there.", "We could not verify the number there."),
    *("It is the figure for Kenya.", "It was the number for Kenya.", "They later cut it."),
    *("The programme has since halved it.", "The institute later cut it.", "They have since cut."),
    *("The body later cut it.", "The ministry has since cut it.", "UCDP has since halved it."),
    *("It counts deaths and the injured.", "It counts the injured and not deaths."),
    *("It counts deaths of the young.", "It counts attacks.", "None of this is true."),
    *("That was only Darfur.", "It is only Darfur.", "This was only Darfur."),
    *(
        "The true figure is 2,901.",
        "The right number was 2,901.",
        "The real count is 2,901.",
        "The true toll is unknown.",
    ),
    *("The correct toll was 2,901.", "An earlier version of this story had the right figure."),
    *("The statement is for Kenya.", "The sentence is for Kenya.", "The quote is for Kenya."),
    *("It is now 5,200.", "It now gives 5,200.", "The institute now gives 5,200."),
    *(
        "They include soldiers of Kenya.",
        "Each of them died in Kenya.",
        "The actual one is higher.",
    ),
    *("Every one of them died in Kenya.", "All victims were soldiers.", "The real one is higher."),
    *("All the dead were soldiers.", "Nothing of this is true.", "The actual toll is 2,901."),
    *("The truth is different.", "In truth it was less.", "In reality it was less."),
    *("So goes the rumour.", "The actual one is higher."),
]
NOUNS = ("figure", "number", "count", "toll", "total", "tally", "estimate", "claim", "statement")
NOUNS += ("sentence", "quote")
COMMENTS = [
    *(f"The {noun} cannot be found in its data." for noun in NOUNS),
    *(f"Experts there question the {noun}." for noun in NOUNS),
    *("This was made up by a blogger.", "That could be a joke there.", "Its count is a joke."),
    *("That number was made up.", "This claim has not been confirmed.", "Its count did surprise."),
    *("The quote turned out to be a joke.", "The toll could be anything.", "That does not help."),
    *("This is satire.", "That would be a misreading.", "Experts question the number."),
    *("Critics doubt it.", "Nobody believes this.", "Who believes that?", "A blogger wrote so."),
    *("The ministry says otherwise.", "It says it never published such a number.", "Really?"),
    *("But the number was misquoted.", "However, the statement was amended.", "Just kidding."),
    *("Yet experts question that number.", "At least this is what a blogger wrote."),
    "No one there knew of this number.",
]
AHEAD = [
    *("The following is satire.", "He spread the following.", "What follows is satire."),
    *("A hoax reads as follows.", "A poet writes this.", "A poet writes this:"),
    *("The figures here are for Kenya.", "The numbers below are for soldiers.", "He told us this:"),
    *("The numbers that follow leave out soldiers.", "What if it had happened?"),
]
ALTERNATIVE = re.compile(r"(?:(?<=\||\()|(?<=\(\?:))[A-Za-z][A-Za-z:\[\] ]*(?=[)|\[(\\])")


def label_of(text: str, figure: str) -> str:
    """Return the verdict on the last figure that begins with these signs."""
    claims = [claim for claim in find_claims(text) if claim.text.startswith(figure)]
    return verify(claims[-1], REFERENCE).label


@pytest.mark.parametrize("noun", ["", "number", "figure", "toll", "count", "level", "total"])
@pytest.mark.parametrize(
    ("after", "label"),
    [
        ("It is the highest # since 2019.", "depends on definition"),
        ("That was the largest # of four years.", "supported"),
        ("This is the biggest # in 4 years.", "supported"),
        ("It was the lowest # in two years.", "contradicted"),
        ("It was the smallest # of three years.", "contradicted"),
    ],
)
def test_a_record_in_the_next_sentence_is_of_the_figure(noun: str, after: str, label: str) -> None:
    told = after.replace("#", noun).replace("  ", " ")
    assert label_of(f"{COUNT} {told}", "4,216") == label
    assert label_of(f"{COUNT}\n{told}", "4,216") == "supported"


def test_a_record_of_one_of_two_figures_is_of_neither() -> None:
    text = (
        "UCDP counted 4,216 deaths in Somalia in 2023 and 3,000 in Mali. It is the lowest in two "
        "years."
    )
    assert not [claim for claim in find_claims(text) if claim.comparison]


@pytest.mark.parametrize("after", SAID_AGAIN)
def test_what_the_next_sentence_says_of_a_figure_is_not_tested(after: str) -> None:
    assert label_of(f"{COUNT} {after}", "4,216") == "cannot tell"
    assert label_of(f"{COUNT}\n{after}", "4,216") == "supported"


@pytest.mark.parametrize(
    "after",
    [
        "The figure for 2022 was 3,115.",
        "The number has risen by a third.",
        "It was the highest toll of five years.",
        "That is a third more than in 2022.",
        "The total includes 3,862 deaths in state-based violence.",
        "No armed group was named.",
        "Many of them were civilians.",
        "It said that the war had spread.",
        "The government did not comment.",
        "Those figures alarm diplomats.",
        "Only the army has tanks.",
        "It counts deaths.",
        "The real figure, at 2.5 deaths a day, alarms diplomats.",
        "It counts deaths and does not count the injured.",
    ],
)
def test_what_says_nothing_else_of_it_is_no_doubt(after: str) -> None:
    assert label_of(f"{COUNT} {after}", "4,216") == "supported"


def test_each_word_of_the_next_sentence_has_an_example() -> None:
    for look, pattern, examples in (
        (re.match, beside._REDEFINES, SAID_AGAIN),
        (re.search, beside._DENIES, SAID_AGAIN),
        (re.match, beside._POINTS_AHEAD, AHEAD),
        (re.match, beside._POINTS_BACK, COMMENTS),
    ):
        heard = [bool(look(pattern, after)) for after in examples]
        for word in ALTERNATIVE.finditer(pattern.pattern):
            left = pattern.pattern[: word.start()] + "~" + pattern.pattern[word.end() :]
            assert [bool(look(left, after)) for after in examples] != heard, word[0]


@pytest.mark.parametrize("after", COMMENTS)
def test_a_comment_on_a_figure_takes_its_support(after: str) -> None:
    assert label_of(f"{COUNT} {after}", "4,216") == "cannot tell"
    assert label_of(f"{COUNT}\n{after}", "4,216") == "supported"


def test_a_comment_leaves_a_wrong_figure_wrong() -> None:
    assert label_of(f"{COUNT.replace('4,', '9,')} Critics doubt it.", "9,216") == "contradicted"


@pytest.mark.parametrize("before", AHEAD)
def test_a_sentence_that_points_ahead_takes_support(before: str) -> None:
    assert label_of(f"{before} {COUNT}", "4,216") == "cannot tell"
    assert label_of(f"{before}\n{COUNT}", "4,216") == "supported"

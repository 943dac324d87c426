"""Answers in words, at the limit of what each is asked for: right, and one word beyond."""

import pytest

from copydesk.classroom.checking import judge_answer
from copydesk.exercises import find, report, tone

RIGHT = "right"
NAMED = "gives the dead a name that the row does not have"
SHORT = "is longer than a standfirst"


def judged(id_, answer):
    """Return "right", or the mistake that the answer is taken for."""
    exercise = find(id_)
    judgement = judge_answer(exercise, {exercise.name: answer})
    if judgement.state == "misconception":
        return next(m.name for m in exercise.misconceptions if m.hint == judgement.hint)
    return judgement.state


def changed(id_, changes):
    return judged(id_, {**find(id_).reference(), **changes})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"step": "clean"}, RIGHT),
        ({"line": "line 5"}, RIGHT),
        ({"line": 4}, "counts lines from zero"),
        ({"reason": "It wastes our strike"}, RIGHT),
        ({"reason": "Not the strike"}, "has a reason that nobody can check"),
        *[({"desk": word}, RIGHT) for word in ("body", "kept", "to keep")],
        *[({"right": word}, RIGHT) for word in ("drop it", "not kept", "left out")],
        *[
            ({"reason": f"It tells us to {word}"}, RIGHT)
            for word in ("scroll", "wait", "read below", "click a link", "see the next story")
        ],
    ],
)
def test_an_entry_of_the_log(changes, expected):
    assert changed("8.1", changes) == expected


def standfirst(words):
    """Return a right standfirst of so many words."""
    start = "CRSS counted 2,546 people killed in attacks and operations in 2024 (2024-12-30)"
    return start + " as" * (words - 13) + "."  # "2,546" counts as two


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (standfirst(35), RIGHT),
        (standfirst(36), SHORT),
        (standfirst(20).replace("people", "civilians, soldiers and others"), RIGHT),
        (standfirst(20).replace("people", "civilians and others"), RIGHT),
        (
            standfirst(20).replace("people", "civilians"),
            "gives the dead a name that the row does not have",
        ),
    ],
)
def test_a_standfirst(text, expected):
    assert judged("8.3", text) == expected


LOOKED = "Readers cannot see this figure."


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        *[({"line": 3, "words": word}, RIGHT) for word in ("angry", "its score", "-0.8")],
        *[({"line": 6, "words": word}, RIGHT) for word in ("figures", "right", "nothing", "left")],
        *[
            ({"line": line, "words": "x"}, "points at a line that a reader can check")
            for line in (1, 2, 4, 5)
        ],
        ({"line": 7}, "names no line of the report"),
        ({"line": 0}, "names no line of the report"),
        ({"reason": LOOKED}, RIGHT),
        ({"reason": "Readers cannot see it."}, "judges without a reason"),
        ({"line": 3, "words": "the score"}, "quotes words that do not stand in that line"),
        ({"words": "All figures ... Nothing is left"}, RIGHT),
        ({"words": "All figures of the page"}, "quotes words that do not stand in that line"),
        ({"next_step": "Name the figures"}, RIGHT),
        ({"next_step": "Name them"}, "gives the writer nothing to do"),
        ({"next_step": "Please make it better."}, "gives the writer nothing to do"),
    ],
)
def test_a_review(changes, expected):
    assert changed("8.6", changes) == expected


def test_what_the_lines_of_a_page_and_of_a_report_are():
    """The notebook prints them, and answers name them by their number."""
    assert [kept.split(",")[0] for _, kept in report.PAGE] == [
        *("interface", "headline", "byline", "body", "body", "body")
    ]
    assert [int(number) for number in report._UNCLEAR] == [3, 6]
    assert report.PAGE[report._ENTRY["line"] - 1][0].startswith("Scroll on.")
    assert len(report.REPORT_LINES) == 6
    assert report._REVIEW["words"] in report.REPORT_LINES[report._REVIEW["line"] - 1]


EDITED = [
    ("engineer", "Workers destroyed the old bridge at Misalabad on Monday."),
    ("bridge", "Engineers destroyed the old tower at Misalabad on Monday."),
    ("misalabad", "Engineers destroyed the old bridge at Loremtown on Monday."),
    ("monday", "Engineers destroyed the old bridge at Misalabad on Tuesday."),
]


@pytest.mark.parametrize(("fact", "sentence"), EDITED)
def test_a_pair_of_sentences_has_all_the_facts(fact, sentence):
    assert fact in tone._FACTS
    assert tone._judge_second_sentence(sentence) == "a fact is missing"


@pytest.mark.parametrize(("word", "sign"), [("good", 1), ("bad", -1), ("late", 0)])
def test_the_sign_of_a_sentence(word, sign):
    assert tone.sign_of(f"A {word} day.", {"good": 0.5, "bad": -0.5}) == sign

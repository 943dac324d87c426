"""A rule fires on its pattern and its test together, and the first rule of a table decides."""

import re

import pytest

from copydesk.language.rule import Rule, decide, marked


def rule(name="a figure", **given):
    fields = {"gives": "figure", "because": "has {0!r}", "examples": ("12",)}
    return Rule(name, **{**fields, **given})


DIGITS = re.compile(r" ?\d+")


@pytest.mark.parametrize(
    ("fields", "thing", "reason"),
    [
        ({"pattern": DIGITS}, "a 12", "has '12'"),
        ({"pattern": DIGITS}, "a", None),
        ({"test": lambda thing: thing}, "word", "has 'word'"),
        ({"test": lambda thing: (thing, "b"), "because": "{0} and {1}"}, "a", "a and b"),
        ({"test": lambda thing: None}, "word", None),
        ({"test": lambda thing: False, "pattern": DIGITS}, "12", None),
        ({"test": lambda thing: True, "pattern": DIGITS}, "12", "has '12'"),
        ({"test": lambda thing: "x", "pattern": DIGITS, "because": "{0} {1}"}, "12", "12 x"),
        ({"test": lambda thing: "x", "pattern": DIGITS}, "none", None),
    ],
)
def test_the_reason_holds_what_pattern_and_test_found(fields, thing, reason):
    assert rule(**fields).reason(thing) == reason


def test_the_first_rule_that_fires_decides():
    long = rule("a long figure", pattern=re.compile(r"\d{3}"))
    short = rule("a figure", pattern=DIGITS)
    assert decide([long, short], "123").rule is long
    assert decide([short, long], "123").rule is short
    assert decide([long, short], "1") == (short, "has '1'")
    assert decide([long, short], "none") is None


@pytest.mark.parametrize(
    ("fields", "says"),
    [({}, "neither a pattern nor a test"), ({"pattern": DIGITS, "examples": ()}, "no example")],
)
def test_a_rule_that_cannot_fire_or_cannot_be_shown_is_refused(fields, says):
    with pytest.raises(ValueError, match=says):
        rule(**fields)


def test_the_decided_line_of_an_example_has_a_mark():
    assert marked("a\n→ b\nc") == (["a", "b", "c"], 1)
    assert marked("a\nb") == (["a", "b"], 1)
    assert marked("a → b") == (["a → b"], 0)

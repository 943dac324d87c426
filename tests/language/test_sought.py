import re

import pytest

from copydesk.consistency.checking import checks
from copydesk.language.sought import Sought


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"rose by \d+", [("rose by ",)]),
        (r"\d+ (?:in 2024)?", []),
        (r"\d+(?: more)*", []),
        (r"\d+(?: more)+", [(" more",)]),
        (r"(?=up)\w+(?<=by)\d", [("up",), ("by",)]),
        (r"(?!up)\w+(?<!by)\d", []),
        (r"(?:up|down) by", [(" by",)]),
        (r"\b(?:up|down)\b", [("up", "down")]),
        (r"\b(?:up|\d)\b", []),
        (r"\b(?:f(?:ell|all)|u(?:p)?)\b", []),
        (r"\b(?:f(?:ell|all)|rose)\b", [("ell", "all", "rose")]),
        (r"\w+@\w+ x", [(" x",), ("@",)]),
        (r"(?:rose|fell), (?:half|twice) more", [(" more",), (", ",)]),
        (r"(?:one|two|ten) (?:up|down)", [("up", "down")]),
    ],
)
def test_what_a_pattern_needs_is_worked_out_from_it(pattern, needs):
    assert list(Sought(re.compile(pattern)).needs) == needs


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\bROSE\b", "It rose. It Rose.", ["rose", "Rose"]),
        (r"\b(?:rose|fell)\b", "It fell.", ["fell"]),
        (r"\b(?:rose|fell)\b", "It roses.", []),
        (r"\b(?:rose|fell)\b", "It stood.", []),
        (r"\d+", "All 12 stood.", ["12"]),
    ],
)
def test_it_finds_what_the_pattern_finds(pattern, text, found):
    sought = Sought(re.compile(pattern, re.IGNORECASE))
    assert [match.group() for match in sought.finditer(text, text.lower())] == found


def test_what_a_text_may_have_is_looked_for_in_lower_case():
    sought = Sought(re.compile(r"\bTo (?:Rise|Fall)\b"))
    assert sought.needs == (("to ",),)
    assert [sought.may_match(low) for low in ("back to it", "it rose")] == [True, False]


def test_a_text_without_a_needed_string_is_not_searched():
    needs = {check.name: check.sought.needs for check in checks()}
    assert all(needs.values())
    assert needs["two levels, then the change"] == (
        ("from ⟨n",),
        (" to ⟨n",),
        ("⟨p",),
        ("⟩",),
    )

"""Every rule and every word of cleaning is needed by an example, and leaves others alone.

The tests follow from the objects: an example comes out as its rule or row says, and comes out
otherwise when that rule or row is taken away.
"""

import pytest

from copydesk.cleaning import (
    machine_rules,
    name_rules,
    pages,
    picture_rules,
    places,
    reader_rules,
    words,
)
from copydesk.cleaning.example_page import HEAD, ONE, TWO
from copydesk.cleaning.labels import decide_line
from copydesk.cleaning.line_rules import LINE_RULES
from copydesk.cleaning.lines import read_line
from copydesk.cleaning.page_rules import PLACE_RULES
from copydesk.cleaning.pages import read_page
from copydesk.cleaning.picture_rules import CREDIT_FORMS
from copydesk.cleaning.places import Place
from copydesk.cleaning.title_rules import TITLE_RULES
from copydesk.language.rule import decide, marked

ROWS = words.page_word_rows()
USERS = (words, machine_rules, name_rules, picture_rules, reader_rules, pages, places)
PAGE_RULES = (*TITLE_RULES, *PLACE_RULES)


def read_example(example, rules=LINE_RULES):
    """Read an example as a page; a single line stands between two paragraphs."""
    page = marked(example) if "→ " in example else ([HEAD, ONE, example, TWO], 2)
    lines = [read_line(number, text) for number, text in enumerate(page[0], 1)]
    return read_page(lines, rules), page[1]


def without(rules, rule):
    return tuple(other for other in rules if other is not rule)


def decided(example, left_out=None):
    """Return the rule that decides the marked line, with one rule taken away."""
    page, index = read_example(example, without(LINE_RULES, left_out))
    tables = without(TITLE_RULES, left_out), without(PLACE_RULES, left_out)
    try:
        return decide_line(page, index, *tables).rule
    except ValueError:
        return None


def cases(rules, field):
    return [
        pytest.param(rule, example, id=f"{rule.name}: {example[:40]}")
        for rule in rules
        for example in getattr(rule, field)
    ]


@pytest.mark.parametrize(("rule", "example"), cases((*LINE_RULES, *PAGE_RULES), "examples"))
def test_an_example_is_decided_by_its_rule_and_not_without_it(rule, example):
    assert decided(example) is rule
    assert decided(example, left_out=rule) is not rule


@pytest.mark.parametrize(("rule", "example"), cases(LINE_RULES, "leaves_alone"))
def test_a_line_rule_leaves_its_counter_examples_alone(rule, example):
    assert rule.reason(read_line(1, example)) is None


@pytest.mark.parametrize(("rule", "example"), cases(PAGE_RULES, "leaves_alone"))
def test_a_page_rule_leaves_its_counter_examples_alone(rule, example):
    page, index = read_example(example)
    assert rule.reason(Place(page, index)) is None


@pytest.mark.parametrize(("form", "example"), cases(CREDIT_FORMS, "examples"))
def test_a_credit_is_found_by_its_form_and_not_without_it(form, example):
    assert decide(CREDIT_FORMS, example).rule is form
    other = decide(without(CREDIT_FORMS, form), example)
    assert other is None or other.reason != form.reason(example)


@pytest.mark.parametrize(("form", "example"), cases(CREDIT_FORMS, "leaves_alone"))
def test_a_form_of_credit_leaves_its_counter_examples_alone(form, example):
    assert form.reason(example) is None


@pytest.mark.parametrize("kind", sorted(words.page_words().kinds))
def test_a_word_is_needed_by_its_example(kind, monkeypatch):
    """One test a kind: it names the words that fail."""
    every = words.page_words()
    otherwise = []
    for row in (row for row in ROWS if row["kind"] == kind):
        shown = row["example"]
        example = shown.replace(" / ", "\n") if "→ " in shown else shown
        rule = decided(example)
        fewer = every.without(kind, row["word"])
        with monkeypatch.context() as patch:
            for module in USERS:
                patch.setattr(module, "page_words", lambda words=fewer: words)
            needed = decided(example) is not rule
        if rule.gives != row["gives"]:
            otherwise.append(f"{row['word']}: its example comes out as {rule.gives}")
        elif not needed:
            otherwise.append(f"{row['word']}: its example comes out the same without it")
    assert otherwise == []


def test_names_of_rules_are_unique():
    names = [rule.name for rule in (*LINE_RULES, *PAGE_RULES)]
    assert len(names) == len(set(names))


def test_a_rule_that_can_be_mistaken_has_a_counter_example():
    assert [rule.name for rule in (*LINE_RULES, *PAGE_RULES) if not rule.leaves_alone] == [
        PLACE_RULES[-1].name
    ]

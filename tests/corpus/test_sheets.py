"""The sheets of what a careful reader finds: every sum is worked out again, every line exists."""

import re
from dataclasses import replace

import pandas as pd
import pytest
from table_sums import compute

from copydesk.corpus import (
    article_names,
    article_path,
    article_record,
    data_path,
    load_article,
    load_story_table,
    load_table,
    story_names,
)
from copydesk.verification.reference import load_reference

NAMES = sorted([*article_names(), *story_names()])
PLANTED = pd.concat([load_table("planted"), load_story_table("planted")])
REFERENCE = load_reference()
WORLD = [row for name in ("Kenya", "Uganda", "Colombia") for row in REFERENCE.about(name).figures]
REFERENCE = replace(REFERENCE, figures=(*REFERENCE.figures, *WORLD))
VALUES = {figure.figure_id: figure.value for figure in REFERENCE.figures}
NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/])")


def sheet_of(name):
    return (data_path("sheets") / f"{name}.md").read_text(encoding="utf-8")


def section(text, heading):
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def rows_of(text):
    """Return the cells of a table, without its first two lines."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def figure_rows(name):
    return rows_of(section(sheet_of(name), "Check the figures"))


def numbers_in(text):
    return {float(number.replace(",", "")) for number in NUMBER.findall(text)}


SUMS = [
    pytest.param(name, *row[3:], id=f"{name}:{row[0]}:{row[1]}")
    for name in NAMES
    for row in figure_rows(name)
    if row[3] != "none"
]


def test_there_is_one_sheet_for_every_article():
    assert sorted(path.stem for path in data_path("sheets").iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_has_its_parts(name):
    text = sheet_of(name)
    assert text.startswith(f"# {name}: what a careful reader finds\n")
    headings = re.findall(r"^## (.+)$", text, re.M)
    assert [part for part in headings if part != "Down the chain"] == [
        "Read the page",
        "Check the figures",
        "Ask",
    ]
    assert 3 <= len(re.findall(r"^\d\. ", section(text, "Ask"), re.M)) <= 6


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_feature_stands_in_the_sheet_and_the_other_way_round(name):
    file_name = article_path(name).name
    planted = PLANTED[PLANTED["article"] == file_name]
    found = {(int(row[0]), row[1]) for row in rows_of(section(sheet_of(name), "Read the page"))}
    assert found == set(zip(planted["line"], planted["kind"], strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_a_sheet_exist_and_are_printed(name):
    lines = load_article(name).lines
    for heading in ("Read the page", "Check the figures"):
        for row in rows_of(section(sheet_of(name), heading)):
            assert lines[int(row[0]) - 1].strip()


def test_most_figures_of_the_sheets_are_worked_out():
    assert len(SUMS) > 100


@pytest.mark.parametrize(("name", "figures", "arithmetic"), SUMS)
def test_a_sum_of_a_sheet_comes_out(name, figures, arithmetic):
    expression, _, result = arithmetic.rpartition(" = ")
    assert expression
    decimals = len(result.partition(".")[2])
    assert round(float(compute(expression, figures, REFERENCE)), decimals) == float(
        result.replace(",", "")
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_in_the_text_of_a_sheet_is_printed_or_worked_out(name):
    text = sheet_of(name)
    known = numbers_in(load_article(name).text)
    for row in figure_rows(name):
        known |= numbers_in(" ".join(row))
        ids = re.findall(r"[a-z] = (\S+/\S+?)(?:;|$)", row[3])
        known |= {VALUES[figure_id] for figure_id in ids}
    table = section(text, "Check the figures")
    prose = text.replace(table, "")
    last = max(len(load_article(other).lines) for other in NAMES)
    for number in numbers_in(prose):
        line_or_day = number <= last and number == int(number)
        year = 2005 <= number <= 2025
        assert number in known or line_or_day or year, f"{number:g} of {name}"


@pytest.mark.parametrize("name", [name for name in NAMES if "Down the chain" in sheet_of(name)])
def test_wordings_of_a_chain_are_exact(name):
    """In a row of three wordings, each one stands in the named line of its version."""
    chain = article_record(name).chain.split(" ")[0]
    versions = sorted(
        (article_record(other).chain, other)
        for other in NAMES
        if article_record(other).chain.split(" ")[0] == chain
    )
    rows = rows_of(section(sheet_of(name), "Down the chain"))
    assert len(rows) >= 8
    for row in rows:
        for cell, (_, version) in zip(row[1:], versions, strict=True):
            quoted = re.findall(r"\"([^\"]+)\" \((\d+)\)", cell)
            assert quoted or cell == "nothing", cell
            for wording, line in quoted:
                assert wording in load_article(version).lines[int(line) - 1]

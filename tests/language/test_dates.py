"""Dates: months, weekdays and days, and what only looks like one."""

import re

import pytest

from copydesk.language.dates import (
    find_dates,
    month_names,
    month_pattern,
    weekday_names,
    weekday_pattern,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 4 March", ("4 March", None, 3, 4)),
        ("on 4th of March, 2024,", ("4th of March, 2024", 2024, 3, 4)),
        ("on 1st March", ("1st March", None, 3, 1)),
        ("on 2nd March", ("2nd March", None, 3, 2)),
        ("on 3rd March", ("3rd March", None, 3, 3)),
        ("on March 1st", ("March 1st", None, 3, 1)),
        ("on March 4th", ("March 4th", None, 3, 4)),
        ("on 31 Dec. 1999", ("31 Dec. 1999", 1999, 12, 31)),
        ("on 01 May 2024", ("01 May 2024", 2024, 5, 1)),
        ("on March 4", ("March 4", None, 3, 4)),
        ("on March the 21st", ("March the 21st", None, 3, 21)),
        ("on March 4 2024", ("March 4 2024", 2024, 3, 4)),
        ("on March 30, 2024", ("March 30, 2024", 2024, 3, 30)),
        ("Sept 22nd was", ("Sept 22nd", None, 9, 22)),
        ("on May 3rd", ("May 3rd", None, 5, 3)),
        ("March 2024 was", ("March 2024", 2024, 3, None)),
        ("March of 1524 was", ("March of 1524", 1524, 3, None)),
        ("in March, 2024", ("March, 2024", 2024, 3, None)),
        ("by 2024-06-30.", ("2024-06-30", 2024, 6, 30)),
        ("by 2024-12-01.", ("2024-12-01", 2024, 12, 1)),
        ("by 2024-06-30: so", ("2024-06-30", 2024, 6, 30)),
        ("by 2024-10-21 too", ("2024-10-21", 2024, 10, 21)),
        ("In March 21, 2024", ("21, 2024", 0, 0, 0)),
    ],
)
def test_a_date_is_read_with_its_parts(text, found):
    if found[1] == 0:
        assert find_dates(text) == []
        return
    (date,) = find_dates(text)
    assert (text[date.start : date.end], date.year, date.month, date.day) == found


@pytest.mark.parametrize(
    "text",
    [
        "In March alone",
        "in 2024",
        "In March 21 people came",
        "in May 12 people came",
        "Marble 4",
        "on March 40",
        "March 4,000 people",
        "March 4% of them",
        "March 4.5 million",
        "march 4",
        "2024-13-01",
        "2024-06-32",
        "2024-06-301",
        "page 1.4 March",
        "part A4 March",
        "March 20245",
        "March 2024,000",
        "March 2200",
    ],
)
def test_what_is_no_date(text):
    assert find_dates(text) == []


def test_dates_stand_in_order_with_their_places():
    text = "From 4 March to April 5, 2024."
    assert [text[d.start : d.end] for d in find_dates(text)] == ["4 March", "April 5, 2024"]


def test_names_are_in_the_order_of_the_year_and_the_week():
    assert (len(month_names()), month_names()[0], month_names()[-1]) == (12, "January", "December")
    assert (len(weekday_names()), weekday_names()[-1]) == (7, "Sunday")
    assert re.findall(month_pattern(), "On 3 May. On 3 Jan.") == ["May", "Jan."]
    assert re.findall(weekday_pattern(), "Sunday, Monday") == ["Sunday", "Monday"]

"""Every row of the tables of language/ is read as it says, and otherwise without the row."""

import re

import pandas as pd
import pytest

from copydesk.corpus import load_table
from copydesk.language import dates, hedges, number_words, numbers, uncounted

READERS = (dates, hedges, number_words, uncounted)
TABLES = {
    f"lexicon_{name}": load_table(f"lexicon_{name}")
    for name in ("calendar", "hedges", "number_words", "units", "number_context")
}


def rows(name: str) -> list[object]:
    return [
        pytest.param(row, id=f"{row.word} {row[2]}".replace(" ", "-"))
        for row in TABLES[f"lexicon_{name}"].itertuples()
    ]


def forget() -> None:
    """Empty what the modules keep of the tables."""
    for module in (*READERS, numbers):
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and function.__module__ == module.__name__:
                function.cache_clear()


@pytest.fixture
def without(monkeypatch):
    """Take rows out of a table, and bring them back afterwards."""

    def take(name: str, places: list[int]) -> None:
        def load(asked: str) -> pd.DataFrame:
            return TABLES[asked].drop(index=places if asked == f"lexicon_{name}" else [])

        for module in READERS:
            monkeypatch.setattr(module, "load_table", load)
        forget()

    yield take
    monkeypatch.undo()
    forget()


def dates_of(text: str) -> list[tuple[int | None, int | None]]:
    return [(date.month, date.day) for date in dates.find_dates(text)]


def weekdays_of(text: str) -> list[int]:
    words = (word.lower() for word in re.findall(r"\w+", text))
    return [number for word in words if (number := dates.weekday_words().get(word))]


def hedge_of(text: str) -> tuple[str, str, str] | None:
    found = [n for n in numbers.find_numbers(text) if n.value in {9, 290, 300, 3, 60}]
    number = found[0] if found else numbers.Number("", 0, 0, 0)
    hedge = hedges.find_hedge(text, number.start, number.end)
    if hedge is None:
        return None
    assert text[hedge.start : hedge.end].lower() == hedge.word
    return hedge.word, hedge.sense, "before" if hedge.start < number.start else "after"


def numbers_of(text: str) -> list[tuple[float, float | None, str, str]]:
    return [(n.value, n.high, n.unit, n.text) for n in numbers.find_numbers(text)]


@pytest.mark.parametrize("row", rows("calendar"))
def test_a_name_of_the_calendar(row):
    if row.kind == "month":
        assert dates_of(row.example) == [(row.number, 4)]
    else:
        assert weekdays_of(row.example) == [row.number]


@pytest.mark.parametrize("row", rows("hedges"))
def test_a_hedge(row):
    assert hedge_of(row.example) == (row.word, row.sense, row.place)
    assert hedges.sense_of(row.word) == row.sense
    assert row.word in hedges.hedge_words(row.place)


WORTH = {
    "number": lambda value: (value, None),
    "scale": lambda value: (2 * value, None),
    "letter": lambda value: (2 * value, None),
    "group": lambda value: (value, 10 * value),
    "fraction": lambda value: (100 * value, None),
}


@pytest.mark.parametrize("row", rows("number_words"))
def test_a_number_word(row):
    assert [number[:2] for number in numbers_of(row.example)] == [WORTH[row.kind](row.value)]


@pytest.mark.parametrize("row", rows("units"))
def test_a_unit(row):
    assert [number[2] for number in numbers_of(row.example)] in ([row.unit], [""], [])
    assert number_words.unit_of(row.word, row.place) == row.unit
    assert number_words.kinds_of_units()[row.unit] == row.kind


COUNTS = {"counted": [2011], "person": [6], "fate": [6], "change": [40, 70], "range": [40]}


@pytest.mark.parametrize("row", rows("number_context"))
def test_a_word_beside_a_numeral(row):
    assert [number[0] for number in numbers_of(row.example)] == COUNTS.get(row.sense, [])


def of_the_calendar(text: str) -> object:
    return dates_of(text), weekdays_of(text)


READ_WITH = {
    "calendar": of_the_calendar,
    "hedges": hedge_of,
    "number_words": numbers_of,
    "units": numbers_of,
    "number_context": numbers_of,
}


def shares() -> list[object]:
    """Cut each table into parts of rows that do not help each other, in no part two neighbours."""
    parts = []
    for name in READ_WITH:
        table = TABLES[f"lexicon_{name}"]
        by_sense = name == "number_context"
        groups = [rows for _, rows in table.groupby("sense")] if by_sense else [table]
        step = 2 if by_sense else 8
        for group in groups:
            parts += [(name, group.iloc[start::step]) for start in range(min(step, len(group)))]
    return [pytest.param(*part, id=f"{part[0]} {i}") for i, part in enumerate(parts)]


@pytest.mark.parametrize(("name", "taken"), shares())
def test_no_example_comes_out_as_said_without_its_row(name, taken, without):
    read = READ_WITH[name]
    said = [read(row.example) for row in taken.itertuples()]
    without(name, list(taken.index))
    needless = [
        row.word
        for row, before in zip(taken.itertuples(), said, strict=True)
        if read(row.example) == before
    ]
    assert needless == []

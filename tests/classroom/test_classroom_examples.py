"""Each word by which the classroom reads or answers is needed by an example."""

import dataclasses
import datetime
import importlib
import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from copydesk.classroom.build.prose import words
from copydesk.classroom.checking import answers, judging
from copydesk.classroom.checking.plain import plain
from copydesk.classroom.checking.values import kind_in_words
from copydesk.classroom.hand_in import collecting, naming, pages
from copydesk.classroom.hand_in.marks import Mark
from copydesk.classroom.signed_report import page
from copydesk.language.number_words import values

CRASHES = {
    "assert 1 > 2": "AssertionError",
    "(3).words": "AttributeError",
    "raise EOFError": "EOFError",
    "open('no/such/file')": "FileNotFoundError",
    "from math import words": "ImportError",
    "[][0]": "IndexError",
    "{}['a']": "KeyError",
    "b'a'.decode('no such encoding')": "LookupError",
    "raise MemoryError": "MemoryError",
    "import no_such_module": "ModuleNotFoundError",
    "no_such_name": "NameError",
    "raise NotImplementedError": "NotImplementedError",
    "def f(): f()\nf()": "RecursionError",
    "raise SystemExit": "SystemExit",
    "1 + 'a'": "TypeError",
    "def f():\n    x += 1\nf()": "UnboundLocalError",
    "b'\\xff'.decode()": "UnicodeDecodeError",
    "'é'.encode('ascii')": "UnicodeEncodeError",
    "int('a')": "ValueError",
    "1 / 0": "ZeroDivisionError",
}


def test_each_way_to_crash_has_words_of_its_own():
    for code, name in CRASHES.items():
        with pytest.raises(BaseException) as caught:  # noqa: PT011
            exec(code, {})
        assert type(caught.value).__name__ == name
    assert set(judging._CRASHES) == set(CRASHES.values())


@dataclasses.dataclass
class Record:
    line: int


VALUES = [
    (None, "nothing"),
    (True, "True"),
    (np.float64(3.5), "number"),
    ("a", "text"),
    (("a",), "list"),
    (range(2), "list"),
    ({"a": 1}, "dictionary"),
    ({1}, "set"),
    (pd.Series({"a": 1}), "Series"),
    (pd.DataFrame({"a": [1]}), "DataFrame"),
    (Record(1), "record"),
    (b"a", "bytes"),
    (bytearray(b"a"), "bytes"),
    (datetime.date(2024, 1, 2), "date"),
    (datetime.time(12), "date"),
    (..., "three dots"),
    (Figure(), "picture"),
    (object(), "type object"),
    ([[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]], "list"),
]


@pytest.mark.parametrize(("value", "says"), VALUES)
def test_each_kind_of_value_has_words(value, says):
    assert says in kind_in_words(plain(value))


STATES = {  # the sign and the words in the terminal, on the pages of a class, after a check
    "right": ("✓ right", "✓ right", "right"),
    "not attempted": ("· not attempted yet", "○ not attempted", "not attempted yet"),
    "missing": ("· not attempted yet", "○ not found", "not found yet"),
    "crash": ("✗ stops with an error", "✗ stops with an error", "stops with an error"),
    "too slow": ("✗ does not end", "✗ does not end", "does not end"),
    "wrong": ("✗ not yet", "✗ not yet", "not yet"),
}


@pytest.mark.parametrize("state", STATES)
def test_each_state_of_an_answer_has_its_sign_and_words(state):
    progress = importlib.import_module("copydesk.classroom.progress")
    words = pages._words(Mark("2.3", "A title", 0, 1, state, ""), None)
    shown = (
        f"{progress._SIGNS.get(state, '✗')} {progress._WORDS.get(state, 'not yet')}",
        f"{pages._SIGNS.get(state, '✗')} {words}",
    )
    assert (*shown, answers._STATES.get(state, "not yet")) == STATES[state]


def test_a_word_about_the_file_is_no_name():
    noise = [
        "copy",
        "copie",
        "kopie",
        "copia",
        "final",
        "fresh",
        "new",
        "done",
        "exercise",
        "exercises",
        "lesson",
        "homework",
        "of",
        "edited",
        "my",
        "attempt",
        "version",
        "v2",
        "3",
    ]
    files = {word: [f"02_cleaning {word} Ana Lima.ipynb"] for word in noise}
    folders = [
        "exercise",
        "exercises",
        "work",
        "notebook",
        "notebooks",
        "solution",
        "solutions",
        "submission",
        "submissions",
        "attachment",
        "attachments",
        "file",
        "files",
        "upload",
        "uploads",
        "download",
        "downloads",
        "homework",
        "assignment",
        "assignments",
        "copydesk",
        "copydesk-main",
        "class",
        "2024",
    ]
    folders += ["new folder", "untitled", "untitled folder"]
    files |= {word: ["Ana Lima", word, "02_cleaning.ipynb"] for word in folders}
    names = {word: collecting.learner_of(parts)[0] for word, parts in files.items()}
    assert {word: name for word, name in names.items() if name != "Ana Lima"} == {}


def test_a_later_attempt_is_known_by_its_number():
    ends = ["-2", " (2)", "(2)", " v2", "_v2", "-v2", "v2", " attempt 2", "_attempt_2", "attempt2"]
    assert [end for end in ends if not naming.AGAIN.search(f"02_cleaning{end}")] == []
    assert not naming.AGAIN.search("02_cleaning")


@pytest.mark.parametrize("name", ["con", "PRN", "aux", "nul", "com1", "lpt9", "con.txt", "nul.a.b"])
def test_a_name_that_windows_keeps_for_itself_is_changed(name):
    assert collecting.safe_name(name) == f"_{name}"
    assert collecting.safe_name(f"{name[:3]}rad") == f"{name[:3]}rad"


def test_a_limit_is_told_by_any_of_its_words():
    told = [
        "not",
        "no",
        "cannot",
        "can't",
        "never",
        "nothing",
        "nobody",
        "neither",
        "only",
        "isn't",
    ]
    assert [word for word in told if not page._LIMIT.search(f"it {word} said")] == []
    assert not page._LIMIT.search("it noted a nobler knot")


def test_the_numbers_of_a_page_are_those_of_the_language():
    """Small numbers, tens and scales, and the ordinals up to ten."""
    known = {
        word: value for word, value in values("number").items() if re.fullmatch("[a-z]+", word)
    }
    assert {word: value for word, value in known.items() if words._VALUES.get(word) != value} == {}
    ordinals = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ]
    assert [words._VALUES[word] for word in ordinals] == list(range(1, 11))
    others = {"once": 1, "twice": 2, "half": 0.5, "quarter": 0.25, "dozen": 12, "hundred": 100}
    others |= {"thousand": 1e3, "million": 1e6, "billion": 1e9}
    assert {word: words._VALUES[word] for word in others} == others

"""What `check` and `quiz` say to a learner, and what they never do."""

from __future__ import annotations

import dataclasses
import linecache
import math
import os
import random
import re
import signal
import sys
import textwrap
import threading
import time
import types
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.classroom import check, quiz
from copydesk.classroom.checking import judge_answer
from copydesk.classroom.checking.judging import judge
from copydesk.classroom.checking.key import Key, public_cases
from copydesk.classroom.checking.plain import plain, revived
from copydesk.classroom.checking.running import Answer, Outcome, run
from copydesk.classroom.checking.slips import SLIPS, find_slip
from copydesk.classroom.checking.time_limit import TimeIsUp, with_time_limit
from copydesk.classroom.checking.values import same, shown, shown_call
from copydesk.classroom.rendering import Reply
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments


def lists_of_numbers(rng: random.Random):
    return [([rng.randint(1, 9) for _ in range(size)],) for size in (3, 4, 5, 6)]


MEAN = Exercise(
    id="9.1",
    name="mean",
    title="The mean of some counts",
    reference=lambda counts: sum(counts) / len(counts),
    cases=lists_of_numbers,
    misconceptions=(
        Misconception("adds and does not divide", sum, "Divide by how many there are."),
        Misconception(
            "divides by one too few",
            lambda counts: sum(counts) / (len(counts) - 1),
            "Count the numbers again.",
        ),
        Misconception("divides by zero", lambda counts: sum(counts) / 0, "What do you divide by?"),
    ),
    hints=("Add first.", "Then divide."),
)
DEATHS = Exercise(
    id="9.2",
    name="deaths",
    title="A number from a table",
    reference=lambda: 12,
    cases=no_arguments,
    misconceptions=(
        Misconception("counts the injured too", lambda: 30, "Read the heading of the column."),
    ),
    hints=("Look.", "Read."),
    is_value=True,
)
TREND = Quiz(
    id="9.a",
    question="What is a rate?",
    options={
        "a": Option("A count", "A count has no denominator."),
        "b": Option("A count for each of something", "It has a denominator."),
        "c": Option("A <percentage>", "That is one kind of rate."),
    },
    right="b",
)


def backwards(exercise: Exercise) -> Exercise:
    """The same exercise with its longest input first."""
    cases = list(reversed(public_cases(exercise)))
    return dataclasses.replace(exercise, cases=lambda _: cases)


def wordy(reference, *cases, tolerance=1e-9) -> Exercise:
    """An exercise about words, for results of other kinds than numbers."""
    return Exercise(
        id="9.4",
        name="words",
        title="Some words",
        reference=reference,
        cases=lambda _: [(case,) for case in cases],
        misconceptions=(),
        hints=("Look.", "Read."),
        tolerance=tolerance,
    )


def answer(code: str, exercise: Exercise = MEAN):
    names: dict = {}
    exec(textwrap.dedent(code), names)
    return judge_answer(exercise, names)


# What is right


@pytest.mark.parametrize(
    "code",
    [
        "def mean(counts): return sum(counts) / len(counts)",
        "mean = lambda counts: sum(counts) / len(counts)",
        "import statistics\ndef mean(counts): return statistics.fmean(counts)",
        "import numpy\ndef mean(counts): return numpy.mean(counts)",
        "import pandas\ndef mean(counts): return pandas.Series(counts).mean()",
        "def mean(counts, digits=None): return sum(counts) / len(counts)",
        "def mean(counts):\n    print('so far')\n    return sum(counts) / len(counts)",
    ],
)
def test_a_right_answer_passes_however_it_is_written(code, capsys):
    assert answer(code).state == "right"
    assert capsys.readouterr().out == ""


def test_an_answer_that_changes_its_input_changes_a_copy():
    counts = [1, 2, 3]
    assert [outcome.value for outcome in run(lambda c: c.pop(), [(counts,), (counts,)])] == [3, 3]
    assert counts == [1, 2, 3]


# What is not there yet


@pytest.mark.parametrize(
    "code",
    [
        "mean = ...",
        "def mean(counts): ...",
        "def mean(counts):\n    pass",
        "def mean(counts):\n    '''Return the mean.'''\n    ...",
        "def mean(counts):\n    '''Return the mean.'''",
        "def mean(counts): return ...",
        "def mean(counts): return sum(counts) / ...",
        "def mean(counts):\n    total = ...\n    return total / len(counts)",
        "def mean(counts):\n    def add(x): return ...\n    return add(counts)",
        "def mean(counts): raise NotImplementedError",
        "def mean():\n    ...",
    ],
)
def test_a_stub_reads_as_not_attempted(code):
    judgement = answer(code)
    assert judgement.state == "not attempted"
    assert judgement.message == (
        "Replace the three dots in mean, run that cell, and then run this one again. "
        "If that cell shows an error, repair it first."
    )


@pytest.mark.parametrize("code", ["deaths = ...", "deaths = [..., 3]", "deaths = {'n': ...}"])
def test_a_value_with_dots_in_it_is_not_attempted(code):
    assert answer(code, DEATHS).state == "not attempted"


def test_a_finished_function_that_forgets_to_return_is_not_a_stub():
    judgement = answer("def mean(counts):\n    result = sum(counts) / len(counts)")
    assert judgement.state == "wrong type"
    assert "nothing (None)" in judgement.message
    assert "return" in judgement.message


def test_a_result_that_is_printed_and_not_returned_is_told_from_one_that_is_lost():
    printed = answer("def mean(counts):\n    print(sum(counts) / len(counts))")
    assert printed.state == "wrong type"
    assert printed.message.startswith("`print` shows a result and `return` gives it back: `mean([")
    assert "gives nothing (None)" in printed.message
    for quiet in ("print()", "import sys; print('x', file=sys.stderr)", "x = 1"):
        message = answer(f"def mean(counts):\n    {quiet}").message
        assert "`print` shows" not in message
        assert "gives nothing (None), and should give a number" in message


def test_printing_is_said_before_an_error_on_another_input_and_after_a_known_mistake():
    code = "def mean(counts):\n    print(counts[0] / (len(counts) - 3))"
    assert answer(code).message.startswith("`print` shows")
    known = dataclasses.replace(
        MEAN, misconceptions=(Misconception("prints", lambda counts: None, "Return it."),)
    )
    assert answer("def mean(counts): print(counts)", known).hint == "Return it."


def test_a_missing_name_is_said():
    judgement = answer("average = 3")
    assert judgement.state == "missing"
    assert judgement.message.startswith("mean is not defined")


# What is wrong


def test_a_known_mistake_is_named_with_its_own_hint():
    judgement = answer("def mean(counts): return sum(counts)")
    assert judgement.state == "misconception"
    assert judgement.message == "Your answer adds and does not divide."
    assert judgement.hint == "Divide by how many there are."


def test_a_mistake_can_be_that_the_function_stops_with_an_error():
    assert answer("def mean(counts): return sum(counts) / 0").hint == "What do you divide by?"


def test_an_unknown_mistake_gets_a_count_and_an_input_to_look_at():
    judgement = answer("def mean(counts): return sum(counts) / len(counts) + (len(counts) > 4)")
    assert judgement.state == "wrong"
    assert (judgement.right, judgement.cases) == (2, 4)
    (counts,) = public_cases(MEAN)[2]
    assert judgement.message == (
        f"`{shown_call('mean', [counts])}` gives `{sum(counts) / 5 + 1}`, and that is too high. "
        "2 of 4 inputs come out right."
    )


def test_of_the_wrong_inputs_the_one_that_is_shortest_to_read_is_shown():
    for mistake in ("-1", "counts[99]", "str(counts)", "print('x')"):
        judgement = answer(f"def mean(counts): return {mistake}", backwards(MEAN))
        assert judgement.input == public_cases(MEAN)[0]
        assert f"`{shown_call('mean', judgement.input)}`" in judgement.message


def test_a_result_that_would_not_read_well_is_not_shown():
    table = dataclasses.replace(
        MEAN, reference=lambda counts: pd.DataFrame({"n": counts}), misconceptions=()
    )
    code = "import pandas\ndef mean(counts): return pandas.DataFrame({'n': [0]})"
    message = answer(code, table).message
    assert message.endswith("does not come out right. 0 of 4 inputs come out right.")
    chart = dataclasses.replace(MEAN, view=lambda result: result, misconceptions=())
    assert "does not come out right" in answer("def mean(counts): return 0.5", chart).message


def test_a_wrong_value_is_told_that_its_kind_is_right_and_not_the_number():
    judgement = answer("deaths = 13", DEATHS)
    assert judgement.state == "wrong"
    assert "a number" in judgement.message
    assert "12" not in judgement.message
    assert answer("deaths = 30", DEATHS).hint == "Read the heading of the column."
    assert answer("deaths = 12", DEATHS).state == "right"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("def mean(counts): return str(sum(counts) / len(counts))", "gives text"),
        ("def mean(counts): return [sum(counts) / len(counts)]", "gives a list"),
        ("def mean(counts): return sum(counts) > 3", "gives True or False"),
        ("def mean(counts): yield 3", "gives an object of type generator"),
        ("mean = 3", "mean is a number"),
        ("mean = 'three'", "mean is text"),
    ],
)
def test_a_wrong_type_says_what_was_given_and_what_was_asked(code, given):
    judgement = answer(code)
    assert judgement.state == "wrong type"
    assert given in judgement.message
    assert re.search(r"should give a number|asks for a function", judgement.message)


@pytest.mark.parametrize(
    ("reference", "result", "message"),
    [
        (
            lambda text: (len(text), text.count("a")),
            "len(text)",
            "gives a number, and should give 2 numbers together: (…, …).",
        ),
        (
            lambda text: (text.upper(), len(text), 0.5),
            "[1, 2]",
            "gives 2 numbers together, and should give text, a number and a number together: "
            "(…, …, …).",
        ),
        (
            lambda text: (text, text),
            "list(range(100))",
            "gives a list, and should give 2 texts together: (…, …).",
        ),
        (lambda text: list(text)[:2], "len(text)", "gives a number, and should give a list."),
        # As many parts as the input has: no fixed length, so it reads as a list.
        (lambda text: tuple(text), "len(text)", "gives a number, and should give a list."),
    ],
)
def test_values_that_belong_together_are_counted_and_a_list_is_a_list(reference, result, message):
    judgement = answer(f"def words(text): return {result}", wordy(reference, "banana", "pea"))
    assert judgement.state == "wrong type"
    assert judgement.message == f"`words('pea')` {message}"


def test_a_value_of_several_parts_is_described_by_them():
    pair = dataclasses.replace(DEATHS, reference=lambda: (12, 30), misconceptions=())
    assert answer("deaths = 12", pair).message == (
        "deaths is a number, and the exercise asks for 2 numbers together: (…, …)."
    )
    assert answer("deaths = (12, 31)", pair).state == "wrong"
    assert answer("deaths = [12, 30]", pair).state == "right"


def test_right_items_in_another_order_are_said_to_be_right_items():
    split = wordy(str.split, "b a c", "b a", "a")
    message = answer("def words(text): return sorted(text.split())", split).message
    assert message == (
        "`words('b a')` gives the right items in another order. 1 of 3 inputs come out right."
    )
    # One input with other items, and the sentence would not be true of the answer.
    once = "def words(text): return sorted(text.split())[:2]"
    assert "another order" not in answer(once, split).message
    value = dataclasses.replace(DEATHS, reference=lambda: ["b", "a"], misconceptions=())
    assert answer("deaths = ['a', 'b']", value).message == (
        "deaths holds the right items in another order."
    )


def test_pairs_where_single_items_are_asked_for_are_named():
    code = "def words(text): return [(word, len(word)) for word in text.split()]"
    message = answer(code, wordy(str.split, "bb a", "b")).message
    assert message == (
        "`words('b')` gives pairs, and should give single items: the first of each pair. "
        "0 of 2 inputs come out right."
    )
    other = "def words(text): return [(len(word), word) for word in text.split()]"
    assert "pairs" not in answer(other, wordy(str.split, "bb a", "b")).message


def test_a_result_where_the_exercise_asks_for_an_error_is_only_wrong():
    strict = wordy(int, "7", "x")
    code = "def words(text): return int(text) if text.isdigit() else 'none'"
    assert answer(code, strict).message == (
        "`words('x')` gives `'none'`, and that is not right. 1 of 2 inputs come out right."
    )


@pytest.mark.parametrize(
    ("code", "input"),
    [
        ("n = len(counts)\n    return sum(counts.pop() for _ in range(n)) / n", "first"),
        ("counts.sort()\n    return sum(counts) / len(counts)", "first"),
    ],
)
def test_a_right_result_that_costs_the_caller_his_input_is_not_right(code, input):
    judgement = answer(f"def mean(counts):\n    {code}")
    assert judgement.state == "wrong"
    assert f"gives the right results, and it changes the {input} input" in judgement.message
    assert "copy" in judgement.hint
    assert answer("def mean(counts):\n    counts = list(counts)\n    counts.sort()\n"
                  "    return sum(counts) / len(counts)").state == "right"  # fmt: skip


PAIRS = [("war", -2), ("peace", 3)]


@pytest.mark.parametrize(
    ("asked", "result", "is_right"),
    [
        (PAIRS, "{'war': -2, 'peace': 3}", True),
        (PAIRS, "{'peace': 3, 'war': -2}", False),  # a list has an order
        (PAIRS, "{'war': -2, 'peace': 3}.items()", True),
        (PAIRS, "pandas.Series({'war': -2, 'peace': 3})", True),
        (PAIRS, "pandas.DataFrame({'word': ['war', 'peace'], 'value': [-2, 3]})", True),
        (PAIRS, "pandas.DataFrame({'value': [-2, 3], 'word': ['war', 'peace']})", False),
        (PAIRS, "collections.deque([('war', -2), ('peace', 3)])", True),
        ([2, 1], "{2: 0, 1: 0}.keys()", True),
        ([2, 1], "{1: 2, 0: 1}.values()", True),
        ([2, 1], "array.array('i', [2, 1])", True),
        ([2, 1], "{2: 0, 1: 0}", False),
        (dict(PAIRS), "pandas.Series({'peace': 3, 'war': -2})", True),
        (dict(PAIRS), "pandas.Series({'peace': 3})", False),
        (dict(PAIRS), "[('war', -2), ('peace', 3)]", False),
    ],
)
def test_another_kind_is_right_where_it_says_the_same(asked, result, is_right):
    code = f"import array, collections, pandas\ndef words(text): return {result}"
    assert (answer(code, wordy(lambda text: asked, "x")).state == "right") is is_right


def test_what_has_not_been_run_through_is_told_how_it_becomes_a_list():
    for waits in ("(word for word in text.split())", "map(str, text.split())", "zip(text)"):
        judgement = answer(f"def words(text): return {waits}", wordy(str.split, "a b"))
        assert judgement.state == "wrong type"
        assert judgement.message.endswith("Write `list(...)` around it: it has not been run "
                                          "through yet.")  # fmt: skip
    judgement = answer("def words(text): return map(str, text)", wordy(len, "a b"))
    assert "list(...)" not in judgement.message


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (3, 2, "and that is too low."),
        (0.5, 0.7, "and that is too high."),
        (0.5833, 0.58, "and that is rounded to 2 digits."),
        (4.3, 4, "and that is without its fraction."),
        (4.7, 5, "and that is rounded."),
        (0.25, 25, "and that is a hundred times too high."),
        (25.0, 0.25, "and that is a hundred times too low."),
        (0.25, -0.25, "and that is right but for its sign."),
        ([0.25, 0.7], [25.0, 0.7], "and item 1 is a hundred times too high."),
        ([1, "a"], [1, "b"], "and item 2 is not right."),
        (["a b", 1], ["ab", 1], "and item 1 differs from what is asked in spaces."),
        ([0.5, 1], [math.nan, 1], "and nan stands for a number that is missing, which is not "
         "asked for here."),
        ([["a", "b"], 1], [["a", "c"], 1], "and item 1 is not right."),
        ([[1, "a"], [2, "b"]], [1, 2], "and should hold pairs: here is only item 1 of each."),
        ([[1, "a"], [2, "b"]], ["a", "b"], "and should hold pairs: here is only item 2 of each."),
        (0.0, 0.1, "and that is too high."),
        (0.5, math.nan, "and nan stands for a number that is missing, which is not asked for "
         "here."),
        ("Talks end", " Talks end", "and that differs from what is asked in a space at an end."),
        ("Talks end", "talks end", "and that differs from what is asked in capital letters."),
        ("a b", "ab", "and that differs from what is asked in spaces."),
        ("a b.", "a b", "and that differs from what is asked in a full stop or another mark at "
         "the end."),
        ("a, b.", "a b.", "and that differs from what is asked in its marks."),
        ("a", "b", "and that is not right."),
        (["a", "b", "c"], ["a"], "and 2 items are missing."),
        (["a"], ["a", "b"], "and 1 item does not belong there."),
        (["a"], ["b", "c"], "and should hold fewer items."),
        (["a", "b"], ["c"], "and should hold more items."),
        (["a", "b"], ["a", "c"], "and item 2 is not right."),
        (["a", "b", "c"], ["a", "d", "e"], "and items 2 and 3 are not right."),
        (["a", "b"], ["c", "d"], "and none of its items is right."),
        ({"a": 1}, {"b": 1}, "and the key 'b' does not belong there."),
        ({"a": 1, "b": 1}, {"a": 1}, "and 1 key is missing."),
        ({"a": 1}, {"a": 2}, "and what stands at 'a' is not right."),
        ({("a", 1): 1}, {("a", 1): 2}, "and what stands at ('a', 1) is not right."),
    ],
)  # fmt: skip
def test_a_wrong_result_is_told_in_what_it_differs(asked, given, said):
    judgement = answer(
        f"from math import nan\ndef words(text): return {given!r}", wordy(lambda _: asked, "x")
    )
    assert judgement.state == "wrong"
    assert judgement.message == f"`words('x')` gives `{given!r}`, {said}"


def test_each_call_draws_in_a_picture_of_its_own():
    seen = dataclasses.replace(
        wordy(lambda text: [len(text)], "a", "bb"),
        view=lambda result: (
            [len(one.values) for panel in result.panels for one in panel.drawn]
            if hasattr(result, "panels")
            else result
        ),
    )
    code = (
        "from matplotlib import pyplot as plt\n"
        "def words(text): return plt.bar(list(range(len(text))), [1] * len(text)) and plt.gcf()"
    )
    assert answer(code, seen).state == "right"


def test_an_exercise_can_say_what_it_sees_in_a_result():
    seeing = dataclasses.replace(
        MEAN, remark=lambda result, counts: f"{result} is more than the highest, {max(counts)}."
    )
    assert answer("def mean(counts): return 99", seeing).message.startswith(
        "`mean([8, 8, 4])`: 99 is more than the highest, 8."
    )
    known = answer("def mean(counts): return sum(counts)", seeing).message
    assert known.startswith("Your answer adds and does not divide. ")
    assert "is more than the highest" in known


def test_a_function_where_a_value_is_asked_for_is_said():
    judgement = answer("def deaths(): return 12", DEATHS)
    assert judgement.state == "wrong type"
    assert "deaths is a function" in judgement.message
    assert "text, and the exercise asks for a number" in answer("deaths = '12'", DEATHS).message


def test_a_wrong_number_of_parameters_is_said_without_running_anything():
    judgement = answer("def mean(counts, n):\n    return sum(counts) / n")
    assert judgement.state == "wrong type"
    assert "takes 2 inputs, and the exercise calls it with 1 input" in judgement.message


@pytest.mark.parametrize(
    ("body", "words", "line"),
    [
        ("return counts[99]", "asks for a place that the list or text does not have", 2),
        ("x = 1\n    return totl / x", "uses a name that is not defined", 3),
        ("return {}['n']", "asks a dictionary for a key that it does not have", 2),
        ("return b'\\x91'.decode('utf-8')", "meets bytes that its encoding does not allow", 2),
        ("return '’'.encode('ascii')", "meets a character that its encoding does not have", 2),
        (
            "return b'x'.decode('utf-9')",
            "asks for an encoding or an entry that does not exist",
            2,
        ),
        ("return counts + 1", "does something that this kind of value cannot do", 2),
        ("return mean(counts)", "calls itself without end", 2),
        ("import sys\n    sys.exit()", "ends the program", 3),
        ("raise SystemExit(3)", "ends the program", 2),
        ("return input('How many? ')", "asks for typed input", 2),
        ("class Odd(Exception): pass\n    raise Odd('x')", "stops with an error", 3),
        ("raise BaseException('x')", "stops with an error", 2),
    ],
)
def test_a_crash_is_told_in_words_with_the_input_and_the_line(body, words, line):
    judgement = answer(f"def mean(counts):\n    {body}")
    assert judgement.state == "crash"
    assert f"line {line} of your mean {words}" in judgement.message
    assert shown_call("mean", public_cases(MEAN)[0]) in judgement.message
    assert "Traceback" not in judgement.message


def test_no_message_gives_the_answer_away():
    answers = [
        want for (counts,) in public_cases(MEAN) for want in [str(sum(counts) / len(counts))]
    ]
    wrong = ("'x'", "counts[99]", "0.123", "sum(counts)", "print('x')", "[1, 2]", "(1, 2)")
    for code in (f"return {value}" for value in wrong):
        judgement = answer(f"def mean(counts): {code}")
        assert not any(want in judgement.message + judgement.hint for want in answers)


# What does not end

ENDLESS = {
    "a loop": "while True: pass",
    "a loop that catches everything": """
        while True:
            try: counts[0] + 1
            except: pass""",
    "a sleep that catches everything": """
        import time
        while True:
            try: time.sleep(60)
            except: pass""",
    "three loops that catch everything": """
        import time
        while True:
            try:
                while True:
                    try:
                        while True:
                            try: time.sleep(1)
                            except: pass
                    except: pass
            except: pass""",
    "a loop that keeps what it catches": """
        kept = []
        while True:
            try: len(counts)
            except BaseException as error: kept = [error]""",
    "a print without end": "while True: print('x' * 1000)",
    "a regular expression that backtracks": """
        import re
        re.match(r"(a+)+$", "a" * 40 + "b")""",
}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_code_that_does_not_end_is_stopped(body, monkeypatch, capsys):
    names: dict = {}
    exec("def mean(counts):\n" + textwrap.indent(textwrap.dedent(body), "    "), names)
    before = signal.getsignal(signal.SIGINT), sys.gettrace()
    outcomes = run(names["mean"], public_cases(MEAN), seconds=0.3)
    assert [outcome.kind for outcome in outcomes] == ["too slow", "not run", "not run", "not run"]
    assert (signal.getsignal(signal.SIGINT), sys.gettrace()) == before
    judgement = judge(Key(MEAN, public_cases(MEAN)), outcomes)
    assert judgement.state == "too slow"
    assert "loop that never ends" in judgement.message


def test_code_that_catches_the_interruption_and_returns_was_still_too_slow():
    def stubborn():
        try:
            while True:
                pass
        except BaseException:
            return 5

    with pytest.raises(TimeIsUp):
        with_time_limit(stubborn, 0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals of a timer there")
def test_code_that_waits_for_a_busy_computer_has_patience_and_a_loop_has_none():
    def loop():
        while True:
            pass

    assert with_time_limit(lambda: time.sleep(0.1), 0.02, patience=1000) is None
    with pytest.raises(TimeIsUp):
        with_time_limit(lambda: time.sleep(0.1), 0.02)
    with pytest.raises(TimeIsUp):
        with_time_limit(loop, 0.02, patience=1000)


def test_what_sees_a_result_has_the_time_of_the_kit_and_not_of_a_learner(monkeypatch):
    """A busy computer would else end a marking: the kit's own view was still running."""
    monkeypatch.setattr("copydesk.classroom.checking.key.KIT_SECONDS", 0.02)
    slow = dataclasses.replace(MEAN, view=lambda value: time.sleep(0.1), reference=lambda _: 1)
    with pytest.raises(RuntimeError, match="the view of 9"):
        assert Key(slow, [([1],)]).expected


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
def test_the_stop_button_is_a_keyboard_interrupt_also_when_the_code_catches_it():
    def stubborn(_):
        try:
            button.start()
            time.sleep(60)
        except BaseException:
            return 5

    button = threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        run(stubborn, [(1,)], seconds=30)
    button.join()


def test_outside_the_main_thread_code_runs_without_a_limit():
    found = []
    thread = threading.Thread(target=lambda: found.append(with_time_limit(lambda: 7, 1)))
    thread.start()
    thread.join()
    assert found == [7]


def test_a_shell_without_a_way_to_leave_is_left_as_it_is(monkeypatch):
    shell = types.SimpleNamespace()
    monkeypatch.setattr("copydesk.classroom.checking.running._shell", lambda: shell)
    assert run(len, [("ab",)])[0].value == 2
    assert vars(shell) == {}
    shell.ask_exit = leave = object()
    assert run(lambda _: shell.ask_exit(), [(1,)])[0].error == "SystemExit"
    assert shell.ask_exit is leave


def test_a_chart_of_the_kit_is_judged_as_the_picture_that_it_is():
    from copydesk.charts import series_line, year_series

    chart = series_line(year_series("pips-attacks"))
    assert revived(plain(chart)) == revived(plain(chart.figure))
    assert revived(plain(chart)).panels[0].drawn


def test_figures_that_an_answer_draws_are_closed():
    import matplotlib.pyplot as plt

    kept = plt.figure()

    def draw(_):
        figure, _ = plt.subplots()
        return figure

    outcome = run(draw, [(1,)])[0]
    assert len(revived(outcome.value).panels) == 1
    assert plt.get_fignums() == [kept.number]
    plt.close("all")


# Comparing


@dataclass(frozen=True)
class Row:
    year: int
    killed: float


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (1, 1.0),
        (0.3, 0.1 + 0.2),
        (3, np.int64(3)),
        (2.5, np.float32(2.5)),
        (True, np.bool_(True)),
        ("x", np.str_("x")),
        ([1, 2], (1, 2)),
        ([1, 2], np.array([1, 2])),
        ([1, 2], pd.Series([1, 2])),
        ([1, 2], pd.Series([1, 2], index=["a", "b"])),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({1, 2, "x"}, {"x", 2, 1}),
        ({0.3}, frozenset([0.1 + 0.2])),
        (math.nan, float("nan")),
        ([math.nan], [pd.NA]),
        (None, None),
        (math.inf, math.inf),
        (b"x", b"x"),
        (Row(2023, 1.0), Row(2023, 1.0)),
        (pd.DataFrame({"a": [1], "b": [2]}), pd.DataFrame({"b": [2], "a": [1]}, index=[9])),
        (pd.Series([1], index=["KP"]), pd.Series([1], index=["KP"])),
        (10**400, 10**400),
    ],
)
def test_values_that_are_the_same(expected, given):
    assert same(plain(expected), plain(given))


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (1, True),
        (True, 1),
        (0, None),
        (7, 7.0000001),
        (0.3, 0.31),
        (0.5, 10**400),
        ("1", 1),
        ([1, 2], [2, 1]),
        ([1], [1, 1]),
        ([1], {1}),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": 1, "b": 1}),
        ("Close", "close"),
        ("x", b"x"),
        (math.nan, 0.0),
        (Row(2023, 1.0), Row(2022, 1.0)),
        (pd.Series([1], index=["KP"]), pd.Series([1], index=["Sindh"])),
        (object(), object()),
        (..., ...),
    ],
)
def test_values_that_are_not_the_same(expected, given):
    assert not same(plain(expected), plain(given))


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=20,
)


@given(json_like)
def test_every_value_is_the_same_as_itself_and_can_be_shown(value):
    assert same(plain(value), plain(value))
    assert len(shown(value)) <= 200


@given(json_like, json_like)
def test_comparing_never_fails_and_is_even_handed(left, right):
    assert same(plain(left), plain(right), 0) in (True, False)


def test_values_without_end_are_cut_and_never_right():
    loop: list = []
    loop.append(loop)
    assert not same(plain(loop), plain(loop))
    assert not same(plain(range(10**9)), plain(range(10**9)))


# The front door


@pytest.fixture
def lesson_nine(monkeypatch):
    """`find` and `find_quiz` know one small lesson."""
    exercises = {exercise.id: exercise for exercise in (MEAN, DEATHS)}
    monkeypatch.setattr("copydesk.classroom.checking.answers.find", exercises.__getitem__)
    monkeypatch.setattr(
        "copydesk.classroom.checking.answers.find_quiz", {TREND.id: TREND}.__getitem__
    )


def in_notebook(code: str) -> Reply:
    names: dict = {"check": check, "quiz": quiz}
    *before, last = textwrap.dedent(code).strip().splitlines()
    exec("\n".join(before), names)
    reply = eval(last, names)
    assert isinstance(reply, Reply)
    return reply


def test_check_finds_the_name_in_the_notebook_that_calls_it(lesson_nine):
    reply = in_notebook("def mean(counts): return sum(counts) / len(counts)\ncheck('9.1')")
    assert reply.state == "right"
    assert repr(reply) == ("✓ Exercise 9.1: right. mean works on all 4 inputs that were tried.")


def test_a_reply_says_in_words_what_its_sign_says(lesson_nine):
    signs = {
        "deaths = 12": ("✓", "right"),
        "deaths = ...": ("○", "not attempted yet"),
        "deaths = 30": ("✗", "not yet"),
        "other = 12": ("✗", "not found yet"),
    }
    for code, (sign, words) in signs.items():
        reply = in_notebook(f"{code}\ncheck('9.2')")
        assert repr(reply).startswith(f"{sign} Exercise 9.2: {words}. ")
        html = reply._repr_html_()
        assert f'<span aria-hidden="true">{sign}</span> Exercise 9.2: {words}.' in html
        assert not re.search(r"(?<!current)colou?r:|#[0-9a-f]{3}|background", html, re.I)


def test_html_escapes_what_a_learner_wrote_and_marks_code():
    html = Reply("wrong", "t", "<b>x</b>", hint="use `a < b`")._repr_html_()
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<code>a &lt; b</code>" in html


def test_check_of_an_unknown_exercise_is_a_sentence():
    reply = in_notebook("check('99.99')")
    assert reply.state == "unknown"
    assert 'there is no exercise "99.99"' in repr(reply)
    for odd in ("check(None)", "check(2.3)", "check([])"):
        assert in_notebook(odd).state == "unknown"


def test_an_input_that_is_too_long_to_show_can_be_had_in_full(monkeypatch):
    long = Exercise(
        id="9.3",
        name="size",
        title="Count",
        reference=len,
        cases=lambda rng: [("x" * 500,)],
        misconceptions=(),
        hints=("a", "b"),
    )
    monkeypatch.setattr("copydesk.classroom.checking.answers.find", lambda _: long)
    reply = in_notebook("def size(text): return 3\ncheck('9.3')")
    assert reply.input == ("x" * 500,)
    assert len(reply.message) < 300
    assert repr(reply).splitlines()[-1] == '  Try it: size(*check("9.3").input)'
    assert '<strong>Try it:</strong> <code>size(*check("9.3").input)</code>' in (
        reply._repr_html_()
    )
    # The line does what it says.
    names = {"check": check, "size": lambda text: len(text) + 1}
    assert eval(reply.try_it, names) == 501


def test_an_input_that_is_shown_whole_or_that_does_not_end_needs_no_line_to_paste(
    lesson_nine, monkeypatch
):
    assert in_notebook("def mean(counts): return -1\ncheck('9.1')").try_it == ""
    endless = wordy(len, "x" * 500)
    monkeypatch.setattr("copydesk.classroom.checking.answers.find", lambda _: endless)
    slow = lambda *_, **__: Answer("function", (Outcome("too slow"),))  # noqa: E731
    monkeypatch.setattr("copydesk.classroom.checking.answers.look_at", slow)
    reply = in_notebook("def words(text): return 3\ncheck('9.4')")
    assert (reply.state, reply.try_it) == ("too slow", "")
    assert "Try it" not in repr(reply) + reply._repr_html_()


def test_a_mistake_of_the_kit_does_not_stop_the_notebook(monkeypatch):
    def broken(_):
        raise RuntimeError("out of paper")

    monkeypatch.setattr("copydesk.classroom.checking.answers.find", broken)
    reply = in_notebook("check('9.1')")
    assert "not your mistake" in reply.message
    assert "out of paper" in reply.message


def test_a_quiz_shows_its_question_until_it_is_answered(lesson_nine):
    reply = in_notebook("quiz('9.a', ...)")
    assert reply.state == "not attempted"
    assert reply.message == (
        'What is a rate? Choose "a", "b" or "c". '
        'Write `quiz("9.a", "x")`, with your letter in place of x.'
    )
    assert "  c  A <percentage>" in repr(reply).splitlines()
    assert "<li><strong>c</strong> A &lt;percentage&gt;</li>" in reply._repr_html_()


@pytest.mark.parametrize("letter", ["b", "B", " b "])
def test_a_right_letter_is_right(lesson_nine, letter):
    reply = in_notebook(f"quiz('9.a', {letter!r})")
    assert repr(reply) == "✓ Question 9.a: right. It has a denominator."


def test_a_wrong_letter_gets_the_reply_of_its_option_and_the_question_again(lesson_nine):
    reply = in_notebook("quiz('9.a', 'a')")
    assert repr(reply).splitlines() == [
        "✗ Question 9.a: not yet. A count has no denominator. Choose again: What is a rate?",
        "  a  A count",
        "  b  A count for each of something",
        "  c  A <percentage>",
    ]


@pytest.mark.parametrize("odd", ["'d'", "''", "1", "None", "['a']", "'a rate'"])
def test_anything_else_is_told_how_to_answer_and_keeps_the_question(lesson_nine, odd):
    reply = in_notebook(f"quiz('9.a', {odd})")
    assert reply.state == "not attempted"
    assert reply.message == (
        'The answer is one letter in quotation marks: "a", "b" or "c". '
        'Write `quiz("9.a", "x")`, with your letter in place of x. Choose again: What is a rate?'
    )
    assert [letter for letter, _ in reply.options] == ["a", "b", "c"]


def test_an_outcome_that_was_not_run_is_never_right():
    outcomes = [Outcome("not run")] * 4
    assert judge(Key(MEAN, public_cases(MEAN)), outcomes).right == 0


# Slips that the code shows


def written(body, name="mean", given="counts"):
    """Return a function as a cell defines it, so that its code can be read again."""
    code = f"def {name}({given}):\n{textwrap.indent(body, '    ')}\n"
    file = f"cell {len(linecache.cache)}"
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
    names = {}
    exec(compile(code, file, "exec"), names)
    return names[name]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_found_in_its_example_and_in_nothing_like_it(slip):
    found = find_slip(written(slip.example))
    assert found is not None
    assert found[0] == slip.name
    assert 2 <= found[1] <= 1 + len(slip.example.splitlines())
    assert find_slip(written(slip.leaves_alone)) is None


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('return word.endswith("." or "!")', "tests a text or number by itself"),
        ('return "a" and "b" in words', "tests a text or number by itself"),
        ('return any(words) or "b"', "tests a text or number by itself"),
        ('return not words or "b"', "tests a text or number by itself"),
        ("while words:\n    return words.pop()", "ends its loop in the first turn"),
        (
            "for x in words:\n    n[x] = 1\n    if n:\n        return n",
            "gives back what is not yet complete",
        ),
        ("years = []\nif years == None:\n    return 1", "takes an empty list for None"),
        ("return words.sort()", "stores the None that a change gives"),
        ("total == 3\nreturn total", "works out something and does not keep it"),
        ("return line.strip.lower()", "names a method and does not call it"),
    ],
)
def test_other_forms_of_a_slip(body, name):
    assert find_slip(written(body))[0] == name


@pytest.mark.parametrize(
    "body",
    [
        "return True or words",
        "years = [word for word in words]\nyears = look(years)\nreturn years is None",
        "return words is None",
        "return line.strip(given)",
        'return words and "a" or "b"',
        "for x in words:\n    if not x:\n        continue\n    return x",
        "for x in words:\n    try:\n        return int(x)\n    except OSError:\n        continue",
        "for x in words:\n    if x:\n        return x\nreturn None",
        "for x in words:\n    found.append(x)\n    if x:\n        return x\nreturn found",
        "return np.append(words, 1)",
        "words.update(more)\nreturn words",
        "return list(map(str.lower, words))",
    ],
)
def test_what_looks_like_a_slip_and_is_none(body):
    assert find_slip(written(body)) is None


def test_a_slip_is_said_where_nothing_else_explains_the_answer():
    wrong = judge_answer(MEAN, {"mean": written("for x in counts:\n    return x")})
    assert wrong.state == "wrong"
    assert wrong.hint.startswith("Line 3 of your mean: `return` ends the function")
    known = judge_answer(MEAN, {"mean": written("counts.sort() == 3\nreturn sum(counts)")})
    assert known.state == "misconception"
    assert known.hint == "Divide by how many there are."
    right = judge_answer(MEAN, {"mean": written("counts == 3\nreturn sum(counts) / len(counts)")})
    assert right.state == "right"
    assert not right.hint


def test_code_that_cannot_be_read_has_no_slip():
    names = {}
    exec("def mean(counts):\n    for x in counts:\n        return x", names)
    assert find_slip(names["mean"]) is None
    assert find_slip(len) is None

"""In a browser, which has no signals, a loop of the learner is stopped and a library is not."""

import contextlib
import itertools
import json
import sys
import textwrap
import time

import pytest

from copydesk.classroom.checking import step_limit, time_limit
from copydesk.classroom.checking.step_limit import with_step_limit
from copydesk.classroom.checking.time_limit import TimeIsUp, with_time_limit

needs_monitoring = pytest.mark.skipif(
    not hasattr(sys, "monitoring"), reason="sys.monitoring begins with Python 3.12; Pyodide has it"
)

ENDLESS = {
    "a loop": "while True: pass",
    "a loop with a condition": "n = 0\nwhile n >= 0: n += 1",
    "a loop that catches everything": """
        while True:
            try: len("a")
            except: pass""",
    "loops that catch everything": """
        while True:
            try:
                while True:
                    try: len("a")
                    except: pass
            except: pass""",
    "a loop that suppresses everything": """
        while True:
            with contextlib.suppress(BaseException): len("a")""",
    "an endless sum": "sum(1 for _ in itertools.count())",
    "a key that is asked for without end": "max(itertools.count(), key=lambda n: n)",
    "a loop that works in a library": "while True: json.dumps([1])",
    "one that catches the end and returns": """
        try:
            while True: pass
        except BaseException: return 5""",
}


def learners(body):
    """Return a function as a cell of a notebook defines it."""
    code = "def answer():\n" + textwrap.indent(textwrap.dedent(body), "    ")
    names = {"contextlib": contextlib, "itertools": itertools, "json": json, "time": time}
    exec(compile(code, "<ipython-input-1>", "exec"), names)
    return names["answer"]


@needs_monitoring
@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_code_that_does_not_end_is_stopped(body):
    with pytest.raises(TimeIsUp):
        with_step_limit(learners(body), 0.02, TimeIsUp)
    assert learners("return sum(range(10))")() == 45, "and nothing goes on watching"


@needs_monitoring
def test_one_long_step_within_a_library_is_no_loop(monkeypatch):
    monkeypatch.setattr(step_limit, "STEP_SECONDS", 0.001)
    work = learners("time.sleep(0.3)\nfor n in range(3): pass\nreturn n")
    assert with_step_limit(work, 0.05, TimeIsUp) == 2


@needs_monitoring
def test_a_limit_within_a_limit_leaves_it_to_the_outer_one():
    def limited(work):
        return lambda: with_step_limit(work, 5, TimeIsUp)

    assert limited(limited(limited(learners("return 7"))))() == 7


def test_a_browser_gets_the_limit_by_steps(monkeypatch):
    asked = []
    monkeypatch.setattr(time_limit.sys, "platform", "emscripten")
    monkeypatch.setattr(step_limit, "with_step_limit", lambda *given: asked.append(given) or 3)
    assert with_time_limit(len, 5) == 3
    assert asked == [(len, 5, TimeIsUp)]

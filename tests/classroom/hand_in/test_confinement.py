"""Notebooks that attack: each is contained, gets nothing for what it attacks, and harms no other.

Each attack stands in a notebook of lesson 2 in which exercise 2.1 is answered rightly before it
and 2.3 after it. The class is marked with one runner, as it is in life.
"""

import os
from pathlib import Path

import pytest

from copydesk.classroom.checking.answers import judge_look
from copydesk.classroom.checking.key import Key, public_cases
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.hand_in.runner import question, runners
from copydesk.exercises import find

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined"),
]

HERE = Path(__file__).parent
RIGHT = """
def precision_and_recall(kept, gold):
    hits = sum(one and other for one, other in zip(kept, gold))
    return hits / sum(kept), hits / sum(gold)
"""

# What each tries, as a cell; "harmless" says what must still be true of the notebook afterwards.
CELLS = {
    "reads a password": "open('/etc/passwd').read()",
    "reads the kit's solutions": f"open({str(HERE.parents[2] / 'solutions/02_cleaning.ipynb')!r})",
    "reads the exercises": (
        f"open({str(HERE.parents[2] / 'copydesk/exercises/cleaning.py')!r}).read()"
    ),
    "lists the home folder": "import os; os.listdir(os.path.expanduser('~'))",
    "reads the environment of others": "open('/proc/1/environ').read()",
    "writes outside": f"open({str(HERE / 'written.txt')!r}, 'w').write('x')",
    "writes a great deal": (
        "for n in range(10_000):\n    open(f'{n}', 'wb').write(b'x' * 1_000_000)"
    ),
    "follows a link out": "import os; os.symlink('/etc', 'out'); open('out/passwd').read()",
    "takes a file's rights": f"import os; os.chmod({str(HERE)!r}, 0)",
    "opens a socket": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "makes a server": "import socket; socket.socket(socket.AF_UNIX)",
    "starts a program": "import subprocess; subprocess.run(['id'], check=True)",
    "calls the shell": "import os\nif os.system('true') != 0: raise OSError",
    "forks without end": "import os\nwhile True: os.fork()",
    "starts processes": (
        "import multiprocessing\nmultiprocessing.get_context('fork').Process(target=print).start()"
    ),
    "ends its parent": "import os, signal; os.kill(os.getppid(), signal.SIGKILL)",
    "ends everybody": "import os, signal; os.kill(-1, signal.SIGKILL)",
    "limits its parent": (
        "import os, resource\nresource.prlimit(os.getppid(), resource.RLIMIT_CPU, (0, 0))"
    ),
    "looks for the answer": "from copydesk.exercises import find\nfind('2.3').id + ''",
    "asks where check is from": (
        "import inspect\nfrom copydesk.classroom import check\ninspect.getsource(check)"
    ),
    "looks at every object": (
        "import gc\nfound = [o for o in gc.get_objects() if type(o).__name__ == 'Exercise']\n"
        "found[0]"
    ),
    "reads its parent's memory": "import os; open(f'/proc/{os.getppid()}/mem', 'rb')",
    "traces its parent": (
        "import ctypes, os\nif ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0): raise OSError"
    ),
    "mounts a folder": (
        "import ctypes\nif ctypes.CDLL(None).mount(b'/etc', b'.', b'', 4096, None): raise OSError"
    ),
    "loads a program of its own": (
        "import ctypes\nopen('a.so', 'wb').write(b'\\x7fELF')\nctypes.CDLL('./a.so')"
    ),
    "makes a file of a gigabyte": "open('big', 'wb').truncate(1 << 30)",
    "opens a thousand files": "kept = [open(str(n), 'w') for n in range(1000)]",
    "takes eight gigabytes": "kept = bytearray(8 << 30)",
    "recurses without end": "def down(): return down()\ndown()",
}
STOPPERS = {
    "loops without end": "while True: pass",
    "loops and ignores signals": (
        "import signal\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n"
        "    except OSError: pass\nwhile True: pass"
    ),
    "loops in C": "sum(range(10 ** 12))",
    "catches everything": "while True:\n    try:\n        while True: pass\n    except: pass",
    "leaves at once": "import os; os._exit(0)",
    "breaks memory": "import ctypes; ctypes.string_at(1)",
    "floods the marker": (
        "import os\nfor n in range(3, 64):\n    try:\n"
        "        while True: os.write(n, b'x' * 65536)\n"
        "    except OSError: pass"
    ),
    "says that it is right": (
        "import os\nfor n in range(3, 64):\n    try: os.write(n, b'{\"ready\": true}\\n' * 50)\n"
        "    except OSError: pass"
    ),
}
# Attacks in the answer itself, which must count as wrong; a call of it can do what a cell can.
ANSWERS = {
    "is equal to everything": (
        "class Anything:\n    def __eq__(self, other): return True\n"
        "    def __hash__(self): return 0\n"
        "def precision_and_recall(truth, said): return Anything()"
    ),
    "finds the nonce and answers itself": (
        "import json, os, sys\nframe = sys._getframe()\n"
        "while 'job' not in frame.f_locals: frame = frame.f_back\n"
        "one = dict(kind='value', value=[1.0, 1.0], error='', message='', line=None,\n"
        "    shown='', printed=False)\n"
        "answer = dict(kind='function', takes=None, unfinished=False, outcomes=[one] * 20)\n"
        "nonce = frame.f_locals['job']['nonce']\n"
        "for said in ({'ready': True}, {'answer': answer}):\n"
        "    for n in range(3, 64):\n"
        "        try: os.write(n, json.dumps({'nonce': nonce, **said}).encode() + b'\\n')\n"
        "        except OSError: pass"
    ),
    "is a list that lies": (
        "class Liar(list):\n    def __iter__(self): return iter([1.0, 1.0])\n"
        "    def __eq__(self, other): return True\n"
        "def precision_and_recall(truth, said): return Liar([1.0, 1.0])"
    ),
    "patches what compares": (
        "import builtins, math\nbuiltins.all = builtins.any = lambda *_: True\n"
        "math.isclose = lambda *_, **__: True\n"
        "def precision_and_recall(truth, said): return 1, 1"
    ),
    "patches what writes down": (
        "import sys\nvalues = sys.modules['copydesk.classroom.checking.plain']\n"
        "running = sys.modules['copydesk.classroom.checking.running']\n"
        "running.plain = values.plain = lambda value: {'kind': 'right'}\n"
        "def precision_and_recall(truth, said): return 1, 1"
    ),
    "prints that it is right": (
        "def precision_and_recall(truth, said):\n"
        '    print(\'{"answer": {"state": "right"}}\')\n    return None'
    ),
    "prints 200 megabytes": (
        "def precision_and_recall(truth, said):\n    print('x' * (200 << 20))\n    return None"
    ),
    "gives a huge number": "def precision_and_recall(truth, said): return 10 ** 100_000, 1",
    "gives a huge list": "def precision_and_recall(truth, said): return [0] * 30_000_000",
    "gives a deep list": (
        "def precision_and_recall(truth, said):\n    value = []\n"
        "    for _ in range(100_000): value = [value]\n    return value"
    ),
    "never returns": "def precision_and_recall(truth, said):\n    while True: pass",
    "ends the program": "import os\ndef precision_and_recall(truth, said): os._exit(0)",
    "leaves threads running": (
        "import threading\ndef spin():\n    while True: pass\n"
        "def precision_and_recall(truth, said):\n"
        "    [threading.Thread(target=spin).start() for _ in range(9)]\n    return 0, 0"
    ),
}


@pytest.fixture(scope="module")
def runner():
    with runners() as (runner,):
        yield runner


@pytest.fixture(scope="module")
def keys():
    return [Key(exercise, public_cases(exercise)) for exercise in (find("2.4"), find("2.2"))]


def run(runner, keys, *cells):
    return runner.run(cells, [question(key) for key in keys])


def states(done, keys):
    return {key.exercise.id: judge_look(key, done.answers[key.exercise.id]).state for key in keys}


def test_the_handbook_says_how_many_attacks_are_tried():
    words = " ".join((HERE.parents[2] / "docs/handbook.md").read_text(encoding="utf-8").split())
    assert f"tries {len(CELLS | STOPPERS | ANSWERS)} attacks" in words


def test_without_an_attack_the_answer_is_right(runner, keys):
    assert states(run(runner, keys, RIGHT), keys) == {"2.4": "right", "2.2": "missing"}


def test_what_the_code_shows_is_said_of_confined_code_too(runner, keys):
    done = run(runner, keys, "def headline_only(line):\n    line.split('|')\n    return line + '.'")
    reply = judge_look(keys[1], done.answers["2.2"])
    assert reply.state == "wrong"
    assert reply.hint.startswith(
        "Line 2 of your headline_only: the result of this line is not kept"
    )


@pytest.mark.parametrize("attack", CELLS)
def test_a_cell_that_attacks_fails_alone(runner, keys, attack):
    done = run(runner, keys, RIGHT, CELLS[attack])
    assert done.errors[2]
    assert not done.stops
    assert states(done, keys)["2.4"] == "right"
    assert not (HERE / "written.txt").exists()
    assert os.access(HERE, os.R_OK)


@pytest.mark.parametrize("attack", STOPPERS)
def test_a_cell_that_stops_everything_is_left_out(runner, keys, attack, monkeypatch):
    monkeypatch.setattr("copydesk.classroom.hand_in.runner.CELL_SECONDS", 2.0)
    done = run(runner, keys, STOPPERS[attack], RIGHT)
    assert [stop.cell for stop in done.stops] == [1]
    assert states(done, keys)["2.4"] == "right"


def test_a_cell_that_waits_is_not_slow_and_one_that_works_on_is(runner, keys, monkeypatch):
    """A computer that is busy with more lets a notebook wait, and nobody loses points by that."""
    monkeypatch.setattr("copydesk.classroom.hand_in.runner.CELL_SECONDS", 0.5)
    monkeypatch.setattr("copydesk.classroom.hand_in.child.PATIENCE", 100)
    waits, works = "import time; time.sleep(1)", "while True: pass"
    assert run(runner, keys, waits, RIGHT).stops == ()
    assert [stop.cell for stop in run(runner, keys, waits, works, RIGHT).stops] == [2]
    monkeypatch.setattr("copydesk.classroom.hand_in.child.PATIENCE", 1)
    assert [stop.cell for stop in run(runner, keys, waits, RIGHT).stops] == [1]


@pytest.mark.parametrize("attack", ANSWERS)
def test_an_answer_that_attacks_is_not_right(runner, keys, attack):
    done = run(runner, keys, ANSWERS[attack])
    assert states(done, keys)["2.4"] != "right"
    # The next one is marked as if nothing had been.
    assert states(run(runner, keys, RIGHT), keys)["2.4"] == "right"

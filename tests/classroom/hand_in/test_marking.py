"""Marks, tables and pages: from what a class defined to what it gets back."""

import codecs
import csv
import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from copydesk.classroom.checking.key import outcomes_of
from copydesk.classroom.checking.plain import is_plain, plain, revived
from copydesk.classroom.checking.running import Answer, Outcome
from copydesk.classroom.checking.values import same
from copydesk.classroom.hand_in import SEED, ByHandError, collect, give_back, mark_class
from copydesk.classroom.hand_in.by_hand import BY_HAND, read_by_hand
from copydesk.classroom.hand_in.child import Child, EndedError, Pipes, Question
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.hand_in.deciding import decided
from copydesk.classroom.hand_in.giving_back import given_cells
from copydesk.classroom.hand_in.gradebook import write_gradebook
from copydesk.classroom.hand_in.likeness import Alike, alike, groups
from copydesk.classroom.hand_in.marking import (
    Mark,
    Marked,
    changes,
    class_seed,
    judged,
    keys_of,
)
from copydesk.classroom.hand_in.notebook import Cell, defined_in, open_answers
from copydesk.classroom.hand_in.pages import write_pages
from copydesk.classroom.hand_in.replies import read_answer
from copydesk.classroom.hand_in.runner import Run, Stop
from copydesk.cli import main
from copydesk.corpus import ROOT
from copydesk.exercises import lesson_stems

STEM = "02_cleaning"
confined = pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined")


@pytest.fixture
def keys():
    return keys_of(STEM, "seed")


def right_answers(keys):
    return {
        key.exercise.id: Answer("function", outcomes_of(key.exercise.reference, key.cases))
        for key in keys
    }


def test_right_answers_get_all_points(keys):
    run = Run(right_answers(keys), {}, ())
    marked = judged(Path("a/Ana Lima/02_cleaning.ipynb"), "0", (), keys, run, "by")
    assert (marked.learner, marked.lesson) == ("Ana Lima", STEM)
    assert marked.points == sum(key.exercise.points for key in keys) > 5


def test_a_misconception_is_named_with_what_was_tried(keys):
    key = keys[2]
    wrong = key.exercise.misconceptions[0]
    answers = right_answers(keys)
    answers[key.exercise.id] = Answer("function", outcomes_of(wrong.behaves_like, key.cases))
    marked = judged(Path("a/b/02_cleaning.ipynb"), "0", (), keys, Run(answers, {}, ()), "by")
    mark = marked.marks[2]
    assert (mark.points, mark.state, mark.misconception) == (0, "misconception", wrong.name)
    assert mark.hint == wrong.hint


def test_cells_that_stopped_or_failed_or_define_a_name_twice_are_told_of(keys):
    answers = right_answers(keys)
    answers["2.3"] = Answer("function", (Outcome("crash", error="NameError"),) * len(keys[2].cases))
    cells = (Cell("code", "def keep_line(line): return True"),) * 2
    run = Run(answers, {1: "PermissionError", 3: "ValueError"}, (Stop(4, "ran too long"),))
    marked = judged(Path("a/b/02_cleaning.ipynb"), "0", cells, keys, run, "by")
    assert marked.remarks == (
        "Code cell 4 ran too long and was left out.",
        "Code cell 1 tried to open a file, a program or the network, which is not allowed while "
        "marking; the rest was marked.",
        "Code cell 3 stops with an error (ValueError).",
        "keep_line stands in code cells 1, 2; the last one counts.",
    )


def test_the_seed_is_made_once_and_other_seeds_give_other_inputs(tmp_path):
    seed = class_seed(tmp_path)
    assert class_seed(tmp_path) == seed
    assert (tmp_path / "seed.txt").stat().st_mode & 0o077 == 0
    one, other = keys_of(STEM, seed)[2], keys_of(STEM, "another")[2]
    assert one.cases != other.cases
    assert keys_of(STEM, seed)[2].cases == one.cases


def test_a_marking_loads_what_its_lesson_needs():
    """Its start is most of what a small class takes."""
    code = (
        "import sys; from copydesk.classroom.hand_in import collect, give_back, marking\n"
        f"assert marking.keys_of({STEM!r}, 'seed')[0].cases\n"
        "print({'pandas', 'matplotlib', 'charset_normalizer', 'nbformat'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"


# What comes from a stranger's process

GOOD = {
    "kind": "function",
    "takes": None,
    "slip": None,
    "unfinished": False,
    "outcomes": [
        {
            "kind": "value",
            "value": [1],
            "error": "",
            "message": "",
            "line": None,
            "shown": "[1]",
            "printed": False,
            "changed": 0,
        }
    ],
}


def test_an_answer_is_read_as_it_was_written():
    answer = read_answer({"answer": GOOD}, 1)
    assert answer == Answer("function", (Outcome("value", [1], shown="[1]"),))


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (["gives all keys one list", 3], ("gives all keys one list", 3)),
        (["<b>right</b>", 3], None),
        (["gives all keys one list", "3"], None),
        ("gives all keys one list", None),
        (7, None),
    ],
)
def test_a_slip_is_one_that_the_kit_knows(said, read):
    assert read_answer({"answer": {**GOOD, "slip": said}}, 1).slip == read


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "right"},
        {"outcomes": []},
        {"outcomes": GOOD["outcomes"] * 2},
        {"takes": "3"},
        {"unfinished": 1},
        {"outcomes": [{**GOOD["outcomes"][0], "kind": "right"}]},
        {"outcomes": [{**GOOD["outcomes"][0], "value": {"kind": "set"}}]},
        {"outcomes": "none"},
    ],
)
def test_an_answer_of_another_shape_is_refused(change):
    if change == {"outcomes": []}:
        change = {"outcomes": [], "kind": "value"}
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_answer({"answer": {**GOOD, **change}}, 1)


def test_signs_that_a_terminal_obeys_are_taken_out():
    loud = {**GOOD["outcomes"][0], "kind": "crash", "message": "\x1b[31mred\x07"}
    (outcome,) = read_answer({"answer": {**GOOD, "outcomes": [loud]}}, 1).outcomes
    assert outcome.message.isprintable()


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.frozensets(SCALARS)
    ),
)


@hypothesis_given(VALUES)
def test_a_value_survives_the_way_out_of_a_process(value):
    there = plain(value)
    back = json.loads(json.dumps(there))
    assert is_plain(back)
    assert same(there, plain(revived(back)))


JUNK = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["kind", "items", "x"]), inner),
)


@hypothesis_given(JUNK)
def test_whatever_is_plain_can_be_revived_and_compared(value):
    if is_plain(value):
        revived(value)
        same(value, value)


# Tables and pages


def marked(learner="Ana Lima", points=2, state="right"):
    mark = Mark("2.3", "Keep a line", points, 2, state, "keep_line works.")
    return Marked(learner, STEM, "0", (mark,), (), "by")


def test_points_of_a_person_take_the_place_of_the_machine_s(tmp_path):
    (tmp_path / BY_HAND).write_text(
        'learner,lesson,item,points,comment\nAna Lima,02_cleaning,2.3,"1,5",nearly\n'
        "Ana Lima,02_cleaning,my_note,2,good\nBo Chen,02_cleaning,2.3,,see me\n"
    )
    by_hand = read_by_hand(tmp_path)
    ana, bo = decided([marked(points=0), marked("Bo Chen")], by_hand)
    assert (ana.points, ana.of, bo.points, bo.of) == (3.5, 4, 2, 4)


@confined
@pytest.mark.thorough
def test_ctrl_c_stops_a_marking_with_one_sentence(tmp_path):
    folder = tmp_path / "class"
    laid_out(folder, "Ana Lima", "def keep_line(line): return True")
    laid_out(folder, "Bo Chen", "while True: pass")
    mark = [sys.executable, "-m", "copydesk", "mark", str(folder), "--jobs", "1"]
    begun = "import signal, runpy; signal.signal(signal.SIGINT, signal.default_int_handler); "
    mark[1:3] = ["-c", f"{begun}runpy.run_module('copydesk', run_name='__main__')"]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(mark, start_new_session=True, **both)
    while not (folder / "marks/Ana Lima").exists() and process.poll() is None:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to every process
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    assert not (folder / "marks.csv").exists()
    assert len(list((folder / "marks").rglob("*.json"))) < 2


def test_points_that_are_no_number_are_named_and_nothing_is_written(tmp_path):
    (tmp_path / BY_HAND).write_text(
        "learner,lesson,item,points,comment\nAna Lima,02_cleaning,2.3,two,\n"
    )
    with pytest.raises(ByHandError, match="line 2: the points are 'two'"):
        give_back(tmp_path, ROOT)
    assert [path.name for path in tmp_path.iterdir()] == [BY_HAND]


def test_the_tables_hold_each_learner_once(tmp_path):
    write_gradebook(tmp_path, [marked(), marked("Bo Chen", 0, "wrong")])
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["learner", "platform_id", STEM, "total", "note"],
        ["points possible", "", "2", "2", ""],
        ["Ana Lima", "", "2", "2", ""],
        ["Bo Chen", "", "0", "0", ""],
    ]
    assert (tmp_path / f"moodle_{STEM}.csv").exists()
    assert (tmp_path / "canvas.csv").read_text().startswith("Student,ID,")


def test_what_a_person_opens_says_its_letters_and_what_a_platform_imports_does_not(
    tmp_path,
):
    write_gradebook(tmp_path, [marked("Nguyễn Thị Ánh")])
    marks = {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")}
    with_mark = {name for name, data in marks.items() if data.startswith(codecs.BOM_UTF8)}
    assert with_mark == {"marks.csv", "exercises.csv"}
    assert len(marks) == 4


def test_what_belongs_to_nobody_any_more_is_removed_and_no_file_of_a_person(tmp_path):
    for learner in ("Bo <b>", "Ana Lima"):
        laid_out(tmp_path, learner, "def keep_line(line):\n    return True")
    class_marks = [marked("Ana Lima"), marked("Bo <b>")]
    write_pages(tmp_path, class_marks, {}, {})
    (tmp_path / "moodle_03_tone.csv").touch()
    notes = tmp_path / "feedback/My notes.html"
    notes.write_text("<title>Feedback for all</title>")
    renamed = [
        replace(one, learner=one.learner.replace("Bo <b>", "Bo Chen")) for one in class_marks
    ]
    (tmp_path / "learners/Bo <b>").rename(tmp_path / "learners/Bo Chen")
    write_pages(tmp_path, renamed, {}, {})
    write_gradebook(tmp_path, renamed)
    left = {path.name for path in (tmp_path / "feedback").iterdir()}
    assert left == {"Ana Lima.html", "Bo Chen.html", notes.name}
    assert [path.name for path in tmp_path.glob("moodle_*")] == [f"moodle_{STEM}.csv"]


def laid_out(folder, learner, *sources):
    cells = [{"cell_type": "code", "metadata": {}, "source": text} for text in sources]
    path = folder / "learners" / learner / f"{STEM}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"cells": cells}))


def test_a_page_shows_a_learner_s_own_code_and_runs_nothing_of_it(tmp_path):
    laid_out(tmp_path, "Ana <b>", "def keep_line(line):\n    return '</code><script>x</script>'")
    pages, _ = write_pages(tmp_path, [marked("Ana <b>")], {}, {})
    text = pages[0].read_text()
    assert "&lt;/code&gt;&lt;script&gt;" in text
    assert "<script" not in text
    assert 'Feedback for <span dir="auto">Ana &lt;b&gt;' in text


def test_the_answers_for_a_person_keep_what_a_person_wrote(tmp_path):
    laid_out(tmp_path, "Ana Lima", 'my_note = """The second line."""')
    given = {STEM: (Cell("markdown", "Which line?"), Cell("code", "my_note = ...", {"answer"}))}
    write_pages(tmp_path, [marked()], given, {})
    table = tmp_path / BY_HAND
    assert "Ana Lima,02_cleaning,my_note,," in table.read_text()
    assert "The second line." in (tmp_path / "to_read.html").read_text()
    table.write_text(table.read_text().replace("my_note,,", "my_note,2,Well seen."))
    rows = read_by_hand(tmp_path)
    write_pages(tmp_path, decided([marked()], rows), given, {}, rows)
    assert table.read_text().count("my_note") == 1
    assert "Well seen." in (tmp_path / "feedback/Ana Lima.html").read_text()


def test_what_was_given_is_no_answer():
    given = (Cell("code", 'my_words = ["a", "b"]', {"answer"}),)
    (answer,) = open_answers([Cell("code", 'my_words = ["a", "b"]')], given)
    assert answer.text == ""
    (answer,) = open_answers([Cell("code", 'my_words = ["c"]')], given)
    assert answer.text == '["c"]'


def test_the_class_page_says_who_is_stuck_and_what_most_do(tmp_path):
    wrong = marked("Bo Chen", 0, "misconception")
    wrong = replace(wrong, marks=(replace(wrong.marks[0], misconception="keeps everything"),))
    write_pages(tmp_path, [marked(), wrong], {}, {})
    text = (tmp_path / "class.html").read_text()
    assert "1: keeps everything" in text
    assert "Bo Chen</span>: 02_cleaning, 0 of 2" in text


@pytest.mark.parametrize(
    ("sha256", "by", "because"),
    [
        ("", "other checks", "on other inputs"),
        ("", "seed mended", "by checks that were changed"),
        ("2", "seed checks", "in a notebook that was changed"),
        (
            "2",
            "other mended",
            "in a notebook that was changed and on other inputs and by checks that were changed",
        ),
        ("", "seed checks", "and gives another result each time it runs"),
    ],
)
def test_marks_that_change_are_told_of_with_the_reason(sha256, by, because):
    old = replace(marked(), sha256="", by="seed checks")
    new = replace(marked(points=0, state="wrong"), sha256=sha256, by=by)
    assert changes(new, old) == [
        f"Ana Lima, 2.3: 0 of 2 points, and 2 before. Before: right; now: wrong, {because}."
    ]
    assert changes(replace(old, by=by), old) == changes(old, None) == []


def test_names_that_a_cell_defines_are_found_without_running_it():
    cells = [Cell("code", "a, b = 1, 2"), Cell("code", "def a(): pass"), Cell("code", "a = (")]
    assert defined_in(cells, "a") == [1, 2]


ONE = """
def keep(lines):
    kept = []
    for number, line in enumerate(lines):
        if len(line.split()) > 4 and not line.startswith("By"):
            kept.append((number, line))
    return kept
"""
SAME = ONE.replace("kept", "result").replace("number", "n").replace(" > 4", " >  5")
OTHERS = {
    "Cem": """
def keep(lines):
    return [
        (i, x) for i, x in enumerate(lines)
        if x.count(' ') >= 4 and x[:2] != 'By' and x.endswith('.')
    ]
""",
    "Dia": """
import re
def keep(lines):
    test = re.compile(r'^By')
    while lines and test.match(lines[0]):
        lines = lines[1:]
    return dict(zip(range(9), lines))
""",
    "Eva": """
def keep(lines):
    words = {}
    for line in lines: words[line] = len(line)
    try:
        del words['']
    except KeyError:
        pass
    return list(words.items())
""",
}


def test_a_copied_answer_with_other_names_stands_out_and_others_do_not():
    (pair,) = alike("2.3", {"Ana": ONE, "Bo": SAME, **OTHERS}, [])
    assert (pair.first, pair.second, pair.share) == ("Ana", "Bo", 1.0)


def test_pairs_become_groups_and_the_usual_way_stands_last():
    pairs = [Alike(one, other, "2.3", 0.9, 0.1) for one, other in ("AB", "CD", "EF", "DE", "CG")]
    assert [group.learners for group in groups(pairs)] == [tuple("AB"), tuple("CDEFG")]
    assert groups([]) == []


def test_what_all_were_given_makes_nobody_alike():
    assert alike("2.3", {"Ana": ONE, "Bo": SAME, **OTHERS}, [ONE]) == []


# The whole way


@confined
@pytest.mark.thorough
def test_a_class_of_solutions_stubs_and_broken_files_is_marked_and_resumed(tmp_path):
    inbox, folder = tmp_path / "in", tmp_path / "class"
    for learner, place in (("Ana Lima", "solutions"), ("Bo Chen", "exercises")):
        for path in sorted((ROOT / place).glob("*.ipynb")):
            target = inbox / learner / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    collect([inbox], folder)
    done = dict(
        (new.learner, new.lesson) and ((new.learner, new.lesson), new)
        for new, old in mark_class(folder, given_cells(ROOT, lesson_stems().values()))
    )
    for (learner, lesson), one in done.items():
        states = {mark.state for mark in one.marks}
        assert states == ({"right"} if learner == "Ana Lima" else {"not attempted"}), lesson
    assert len(done) == 16
    told = []
    assert list(mark_class(folder, {}, begun=told.append)) == []
    assert told == [0]
    # A notebook that has changed is marked again, and alone.
    path = folder / "learners/Ana Lima" / f"{STEM}.ipynb"
    path.write_text("{")
    ((new, old),) = mark_class(folder, {})
    assert (new.points, old.points) == (0, done["Ana Lima", STEM].points)
    assert "could not be read" in new.remarks[0]
    assert len(give_back(folder, ROOT)) > 10


KILLS = int(os.environ.get("COPYDESK_KILLS", "6"))
"""How often a marking is killed; more are for a night."""


def marked_whole(folder, again=False, pool=None):
    for _ in mark_class(folder, {}, again=again, pool=pool):
        pass
    give_back(folder, ROOT)


class Remembering(ThreadPoolExecutor):
    """Runs a notebook once, and after that says at once what came of it.

    Getting ready to run costs a hundred times what a mark costs and writes nothing, so most kills
    would come before there is anything to lose.
    """

    def __init__(self):
        super().__init__(1)
        self.known = {}

    def submit(self, work, job):
        future = Future()
        if job.path not in self.known:
            self.known[job.path] = work(job)
        future.set_result(self.known[job.path])
        return future


def contents(folder):
    """Return each file of a class, without the beginnings that a kill leaves."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@confined
@pytest.mark.thorough
def test_a_marking_that_is_killed_at_any_moment_loses_nothing(tmp_path):
    folder = tmp_path / "class"
    for number in range(12):
        answer = ("return True", "return len(line.split()) >= 5", "return ...")[number % 3]
        laid_out(folder, f"Learner {number}", f"def keep_line(line): {answer}")
    (folder / BY_HAND).write_text(
        "learner,lesson,item,points,comment\nLearner 0,02_cleaning,2.3,1.5,Half.\n"
    )
    seconds, pool, before = {}, Remembering(), {}
    for ran in (None, pool, pool):
        begun = time.monotonic()
        marked_whole(folder, True, ran)
        seconds[ran] = time.monotonic() - begun
        before = before or contents(folder)
        assert contents(folder) == before
    rng, fork, killed = random.Random(1), multiprocessing.get_context("fork"), 0
    for number in range(KILLS):
        ran = pool if number % 10 else None  # each tenth kill meets running notebooks too
        process = fork.Process(target=marked_whole, args=(folder, True, ran))
        process.start()
        process.join(rng.uniform(0, seconds[ran]))
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        assert contents(folder) == before  # written again, or not yet: each file is whole
    print(f"{KILLS} kills, {killed} of them before the marking had ended; nothing was lost")
    assert killed
    # The marks of some are gone too: they alone are made again.
    gone = sorted((folder / "marks").rglob("*.json"))[::5]
    for path in gone:
        path.unlink()
    assert len([new for new, _ in mark_class(folder, {}, pool=pool)]) == len(gone)
    marked_whole(folder)
    assert contents(folder) == before
    assert [path.name for path in folder.rglob(".*")] == []


def test_a_marking_that_is_stopped_says_that_it_goes_on(tmp_path, monkeypatch):
    laid_out(tmp_path, "Ana Lima", "def keep_line(line): return True")

    def stopped(*_, begun, **__):
        begun(1)
        raise KeyboardInterrupt

    monkeypatch.setattr("copydesk.classroom.hand_in.mark_class", stopped)
    done = CliRunner().invoke(main, ["mark", str(tmp_path)])
    assert done.exit_code == 130
    assert "the same command goes on from there" in done.output


def descendants(process):
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [found for child in children for found in (int(child), *descendants(child))]


def is_alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@confined
@pytest.mark.thorough
def test_no_learner_s_code_outlives_a_marking_that_is_killed(tmp_path):
    laid_out(tmp_path, "Ana Lima", "while True: pass")
    process = multiprocessing.get_context("fork").Process(target=marked_whole, args=(tmp_path,))
    process.start()
    while len(begun := descendants(process.pid)) < 2:  # the warm process and the notebook's
        assert process.is_alive()
        time.sleep(0.01)
    process.kill()
    process.join()
    for _ in range(1000):
        if not any(map(is_alive, begun)):
            break
        time.sleep(0.01)
    left = [one for one in begun if is_alive(one)]
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert left == []


@confined
def test_a_warm_process_that_somebody_ends_costs_no_learner_a_mark(tmp_path):
    for number in range(6):
        laid_out(tmp_path, f"Learner {number}", "def headline_only(line):\n    return True")
    given = given_cells(ROOT, [STEM])
    ended, states = [], {}
    for new, _ in mark_class(tmp_path, given, workers=1):
        states[new.learner] = [mark.state for mark in new.marks]
        if not ended:
            ended = descendants(os.getpid())
            for process in ended:
                os.kill(process, signal.SIGKILL)
    assert ended
    assert len(states) == 6
    assert len(set(map(tuple, states.values()))) == 1
    assert states["Learner 0"][1] != "missing"


@pytest.mark.skipif(os.name != "posix", reason="a warm process is forked")
def test_a_warm_process_that_ends_before_its_question_is_said_to_have_ended():
    pipes = [os.pipe() for _ in range(4)]
    (told, control), (reports, said), (asked, questions), (replies, answered) = pipes
    os.write(said, b'{"child": 0}\n')
    child = Child(Pipes([control, reports, questions, replies]), "", [], [])
    for end in (told, said, asked, answered):
        os.close(end)
    with pytest.raises(EndedError):
        child.ask(Question("2.1", "headline_only", False, [("a line",)]))
    for end in (control, reports, questions, replies):
        os.close(end)


@confined
@pytest.mark.thorough
def test_marking_on_a_new_seed_keeps_what_a_person_wrote_and_says_what_changed(tmp_path):
    cells = ["import random", "def keep_line(line): return True"]
    laid_out(tmp_path, "Ana Lima", *cells)
    marked_whole(tmp_path)
    said = "Ana Lima,02_cleaning,2.3,1.5,Half.\n"
    with (tmp_path / BY_HAND).open("a") as file:
        file.write(said)
    table = (tmp_path / BY_HAND).read_text()
    # The old marks are those of another answer, on other inputs.
    path = tmp_path / "marks/Ana Lima/02_cleaning.json"
    old = json.loads(path.read_text())
    (mark,) = (mark for mark in old["marks"] if mark["exercise"] == "2.3")
    mark.update(points=2, state="right")
    path.write_text(json.dumps(old))
    (tmp_path / SEED).unlink()
    marked_whole(tmp_path)
    assert (tmp_path / "changed.txt").read_text() == (
        "Ana Lima, 2.3: 0 of 2 points, and 2 before. Before: right; now: wrong, on other inputs.\n"
        "Ana Lima, 2.3: points by hand: 1.5, and none before.\n"
    )
    assert (tmp_path / BY_HAND).read_text() == table
    assert "1.5" in (tmp_path / "marks.csv").read_text()
    assert (tmp_path / SEED).stat().st_mode & 0o077 == 0

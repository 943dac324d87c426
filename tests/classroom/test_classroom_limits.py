"""Numbers of the classroom, at their limit and one beyond."""

import datetime
from dataclasses import replace

import pytest

from copydesk.classroom.checking import judging, kinds, plain
from copydesk.classroom.checking.key import Key, outcomes_of, public_cases
from copydesk.classroom.checking.running import run
from copydesk.classroom.hand_in import likeness, naming, unpacking
from copydesk.classroom.signed_report import given, start_report, write
from copydesk.classroom.signed_report.file import ReportError
from copydesk.classroom.signed_report.page import _named, chart_of, missing_rows
from copydesk.exercises import find


def nested(depth):
    value = 7
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(("depth", "whole"), [(40, True), (41, False)])
def test_a_value_is_read_forty_levels_deep(depth, whole):
    assert ("too large" not in repr(plain.plain(nested(depth)))) is whole


@pytest.mark.parametrize(("left", "whole"), [(4, True), (3, False)])
def test_a_value_is_read_to_its_last_item(left, whole, monkeypatch):
    monkeypatch.setattr(plain, "MOST", left)
    assert ("too large" not in repr(plain.plain([1, 2, 3]))) is whole


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, True),
        (7, 7),
        (b"a", {"kind": "bytes", "hex": "61"}),
        (datetime.datetime(2024, 1, 2), {"kind": "date", "text": "2024-01-02T00:00:00"}),
        ((1, 2), [1, 2]),
        ({"a": 1}, {"kind": "dict", "items": [["a", 1]]}),
        ({1}, {"kind": "set", "items": [1]}),
    ],
)
def test_a_value_that_fits_two_kinds_is_of_the_first(value, kind):
    found = plain.plain(value)
    assert (type(found), found) == (type(kind), kind)


def test_the_parts_of_a_pair_are_two():
    assert [plain._is_pair(value) for value in ([1], [1, 2], [1, 2, 3], (1, 2))] == [
        *(False, True, False, False)
    ]


@pytest.mark.parametrize(("count", "parts"), [(1, False), (2, True), (5, True), (6, False)])
def test_two_to_five_parts_are_told_together(count, parts):
    got, want = (run(lambda size=size: list(range(size)), [()])[0] for size in (count, 2))
    said = kinds.about_kind(find("2.3"), (), got, want, ("a number", "a number"))
    assert (f"gives {count} numbers together" in said) is parts


@pytest.mark.parametrize(("count", "where"), [(1, "as it should be"), (2, "all 2 inputs")])
def test_an_answer_that_is_right_on_one_input_is_not_said_to_be_tried_on_several(count, where):
    exercise = find("2.3")
    cases = public_cases(exercise)[:count]
    key = Key(exercise, cases)
    assert where in judging.judge(key, outcomes_of(exercise.reference, cases)).message


# The report that a learner signs


@pytest.mark.parametrize(("letters", "kept"), [(1200, True), (1201, False)])
def test_a_part_has_room_for_1200_letters(letters, kept):
    report = start_report("yearend_2024", None)
    said = repr(write(report, "tone", "x" * letters))
    assert ("make it shorter" not in said) is kept


@pytest.mark.parametrize(("letters", "says"), [(200, "There is no article"), (201, "201 letters")])
def test_a_name_of_a_story_has_at_most_200_letters(letters, says):
    assert says in repr(start_report("x" * letters, None))


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_that_is_not_there_is_refused(number):
    with pytest.raises(ReportError, match="1 to 3"):
        given.numbers_of([number], "sentence", 3, 9)
    assert given.numbers_of([1, 3], "sentence", 3, 2) == (1, 3)
    with pytest.raises(ReportError, match="room for 2"):
        given.numbers_of([1, 2, 3], "sentence", 3, 2)


def test_the_first_and_the_last_line_of_a_page_can_be_named():
    assert list(_named("line 1, line 3, line 0, line 4", "lines?", 3)) == [1, 3]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("in 2024", 0), ("undated", 0), ("no date", 0), ("in 24", 1), ("number 20245", 1)],
)
def test_a_page_without_a_day_may_say_so(words, asked):
    draft = replace(start_report("yearend_2024", None), published="", outlet="")
    state = replace(draft.state(), parts={"standfirst": f"The page says this, {words}."})
    assert ("standfirst" in missing_rows(draft, state)) == asked


@pytest.mark.parametrize(
    ("number", "is_there"), [("0", False), ("1", True), ("last", True), ("more", False)]
)
def test_a_chart_is_of_a_figure_that_the_desk_found(number, is_there):
    draft = start_report("yearend_2024", None)
    count = len(draft.desk.claims)
    chosen = {"last": str(count), "more": str(count + 1)}.get(number, number)
    found = chart_of(draft, replace(draft.state(), chart=chosen))
    assert (found is not None) is is_there


# Marking


@pytest.mark.parametrize(("most", "left"), [(2, False), (1, True)])
def test_files_are_looked_at_up_to_a_number(most, left, monkeypatch, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.setattr(unpacking, "MOST_FILES", most)
    problems = [piece.problem for piece in unpacking.unpack([tmp_path])]
    assert any("the rest is left" in problem for problem in problems) is left


@pytest.fixture
def words_are_runs(monkeypatch):
    monkeypatch.setattr(likeness, "_runs", lambda code: {(word,) for word in code.split()})


def alike(runs, others):
    """Compare two equal answers of so many runs in a class of others with nothing in common."""
    same = " ".join(f"x{n}" for n in range(runs))
    class_ = {f"L{k}": " ".join(f"L{k}x{n}" for n in range(20)) for k in range(others)}
    return likeness.alike("2.3", {**class_, "Ana": same, "Bo": same}, [])


@pytest.mark.parametrize(
    ("runs", "others", "found"), [(12, 4, 1), (11, 4, 0), (12, 1, 1), (12, 0, 0)]
)
def test_twelve_runs_and_three_pairs_are_needed_to_compare(runs, others, found, words_are_runs):
    assert len(alike(runs, others)) == found


@pytest.mark.parametrize(("shared", "listed"), [(7, True), (6, False)])
def test_a_pair_stands_out_by_more_than_a_third(shared, listed, words_are_runs):
    """Of 20 runs together, 7 are 0.35; the median pair has nothing in common."""
    both = [f"b{n}" for n in range(shared)]
    rest = 20 - shared
    ana, bo = ([f"a{n}" for n in range(rest // 2)], [f"o{n}" for n in range(rest - rest // 2)])
    class_ = {f"L{k}": " ".join(f"L{k}x{n}" for n in range(20)) for k in range(4)}
    code = {"Ana": " ".join(both + ana), "Bo": " ".join(both + bo)}
    assert bool(likeness.alike("2.3", {**class_, **code}, [])) is listed


def test_a_run_is_of_five_tokens():
    assert len(next(iter(likeness._runs("a + b * 3 - (c)")))) == likeness.RUN
    assert likeness._runs("a + b *") == set()
    assert len(likeness._runs("a + b * c")) == 1


@pytest.mark.parametrize(("learners", "listed"), [(2, True), (20, True), (21, False)])
def test_a_piece_that_more_than_twenty_have_is_usual(learners, listed):
    runs = {f"L{n:02}": {("a", "b")} for n in range(learners)}
    assert bool(likeness._candidates(runs)) is listed
    assert likeness._candidates({"Ana": {("a", "b")}}) == set()


@pytest.mark.parametrize(("learners", "pairs"), [(63, 1953), (64, 2000)])
def test_a_large_class_is_sampled(learners, pairs):
    names = [f"L{n:02}" for n in range(learners)]
    assert len(likeness._some(names)) == pairs


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("02_cleaning_Ana.ipynb", "Ana"),
        ("Ana 02 cleaning.ipynb", "Ana"),
        ("Ana-cleaning.ipynb", "Ana"),
        ("cleaning.Ana.ipynb", "Ana"),
        ("02-cleaning_more Ana.ipynb", "Ana"),
        ("Ana_cleaning", "Ana"),
        ("Bo.zip", "Bo"),
        ("B.zip", ""),
        ("exercise.zip", ""),
        ("exercises.zip", ""),
        ("exercise Ana.ipynb", "Ana"),
        ("exercises Ana.ipynb", "Ana"),
    ],
)
def test_the_name_of_a_learner_in_that_of_a_file(file, name):
    assert naming.learner_of((file,))[0] == (name or naming.UNNAMED)

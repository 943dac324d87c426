"""A seed gives the same cases and the same answers as when marks were given with it.

A class is marked again, or late, with the seed of the first time. What an exercise asks may change,
and then somebody decides that it does: the test prints the new row for `same_cases.csv`, and the
list of changes says which exercises ask for something else.
"""

import csv
import hashlib
import random
import re
from pathlib import Path

import pytest

from copydesk.classroom.checking.key import Key, public_cases
from copydesk.exercises import all_exercises

KEPT = Path(__file__).with_name("same_cases.csv")
SEEDS = 3
ANSWERED_WITH_A_PICTURE = 2  # each is drawn


def plain(value):
    """Write a value with six digits a number: sums differ in the last ones between Pythons."""
    number = r"-?\d+\.\d+(e-?\d+)?"
    return re.sub(number, lambda found: f"{round(float(found[0]), 9) + 0.0:.6g}", repr(value))


def fingerprint(exercise):
    """Return a short digest of what an exercise asks, with right answers and each misconception."""
    rounds = [public_cases(exercise)]
    rounds += [list(exercise.cases(random.Random(seed))) for seed in range(SEEDS)]
    said = [plain(rounds)]
    for cases in rounds[: 1 + ANSWERED_WITH_A_PICTURE] if exercise.view else rounds:
        key = Key(exercise, cases)
        said += [plain([one.kind, one.value]) for one in key.expected]
        for wrong, outcomes in key.mistakes:
            said += [wrong.name, *(plain([one.kind, one.value]) for one in outcomes)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]


with KEPT.open(encoding="utf-8", newline="") as file:
    ROWS = {row["exercise"]: row["fingerprint"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.id)
def test_a_seed_gives_the_cases_that_it_gave(exercise):
    row = fingerprint(exercise)
    assert row == ROWS.get(exercise.id), (
        "when its other tests are green and the change is meant, "
        f"the row in tests/exercises/{KEPT.name} is: {exercise.id},{row}"
    )


def test_no_row_is_left_of_an_exercise_that_is_gone():
    assert list(ROWS) == [exercise.id for exercise in all_exercises()]

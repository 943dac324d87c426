"""Numbers that stand in a fixed form, each form with the rule that proves them.

A rule yields the places of the numbers that are right; what it does not yield is then reported as
a number that nothing proves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copydesk.classroom.build.prose.pages import Page, lesson_number, stubs
from copydesk.classroom.build.prose.timing import HEAD, STATED, ends
from copydesk.classroom.build.prose.words import numbers_in
from copydesk.exercises import all_exercises

_TIMETABLE_ROW = re.compile(r"^\| (\d+)–(\d+) \|", re.M)
_TITLE = re.compile(r"\A(?:---\n.*?\n---\n\s*)?# [^\n]*?\b[Ll]esson (\d+)\. ([^\n]+)", re.S)
_NEXT = re.compile(r"^\*\*Next\.\*\* Lesson (\d+)\b", re.M)
_EXERCISE = re.compile(r"^## [^\n]*?\b[Ee]xercise (\d+\.\d+)\b.*?(?=^## |\Z)", re.M | re.S)
_HINTS = re.compile(r"^:::\{hints\} (\S+)$", re.M)
_POINTS = re.compile(r"^## Exercise (\d+\.\d+)\. [^\n]*\n\n\*(\d+) points?, ", re.M)
_FIRST_USE = re.compile(r"^## ([^\n]+)\n[^#]*?\((\d+)\)", re.M)
_ANOTHER_SENSE = re.compile(r"\((\d+)\)")
_LIST_ITEM = re.compile(r"^(\d+)\. ", re.M)
_MINUTES = re.compile(r"^\*\d+ points?, (\d+) minutes\.", re.M)
_RUBRIC = re.compile(r"\bhave all (\w+)\.\n\n((?:\|[^\n]*\n)+)")
_WRONG_ANSWER = re.compile(r"^\| (\d+\.\d+) \| ([^|\n]+) \|", re.M)
_ALL_MINUTES = 5  # of the cells behind the name of a lesson in the handbook's table

STANDING = (
    "at once",
    "each one",
    "in one file",
    "in one sentence",
    "in place of the three dots",
    "no one",
    "one by one",
    "one line here",
    "one of",
    "one step",
    "predict first",
    "repair it first",
    "second part",
    "the other one",
    "which one",
)
"""Phrases whose numbers claim nothing wherever they stand."""


def title(page: Page) -> Iterator[int]:
    """Prove the number in a title: it is that of the lesson's folder."""
    if (found := _TITLE.match(page.text)) and int(found[1]) == lesson_number(page):
        yield found.start(1)


def next_lesson(page: Page) -> Iterator[int]:
    """Prove what comes next: the lesson after this one."""
    for found in _NEXT.finditer(page.text):
        if int(found[1]) == lesson_number(page) + 1:
            yield found.start(1)


def class_time(page: Page) -> Iterator[int]:
    """Prove the minutes of a lesson and of its parts, which `timing` sets beside a model."""
    for found in (*HEAD.finditer(page.text), *STATED.finditer(page.text)):
        yield found.start(1)


def timetable(page: Page) -> Iterator[int]:
    """Prove timetables, of a lesson and of its second part: a row ends where a part of it does."""
    file, at, known = "", 0, [0]
    for row in _TIMETABLE_ROW.finditer(page.text):
        if int(row[1]) == 0:
            file = "more.md" if file else "lesson.md"
            at, known = 0, ends(page.read(page.name.replace("instructor.md", file)))
        if int(row[1]) == at < int(row[2]) and int(row[2]) in known:
            yield from (row.start(1), row.start(2))
        at = int(row[2])


def exercise_headings(page: Page) -> Iterator[int]:
    """Prove a heading: it names the exercise whose stub stands under it."""
    for found in _EXERCISE.finditer(page.text):
        if stubs(found[0]) == [found[1]]:
            yield found.start(1)


def hints(page: Page) -> Iterator[int]:
    """Prove the exercise whose hints are asked for: its stub stands above."""
    for found in _HINTS.finditer(page.text):
        if stubs(page.text[: found.start()])[-1:] == [found[1]]:
            yield found.start(1)


def exercise_points(page: Page) -> Iterator[int]:
    """Prove the points under a heading: they are those of the exercise."""
    points = {exercise.id: exercise.points for exercise in all_exercises()}
    for found in _POINTS.finditer(page.text):
        if points.get(found[1]) == int(found[2]):
            yield found.start(2)


def first_use(page: Page) -> Iterator[int]:
    """Prove the number behind a term of the glossary: it is the first lesson that links to it."""
    if not page.name.endswith("glossary.md"):
        return
    stems = sorted(path.name for path in (page.root / "lessons").iterdir() if path.is_dir())
    texts = {
        stem: page.read(f"lessons/{stem}/lesson.md") + page.read(f"lessons/{stem}/more.md")
        for stem in stems
    }
    for found in _FIRST_USE.finditer(page.text):
        link = f"glossary.md#{found[1].lower().replace(' ', '-')})"
        first = next((stem for stem in stems if link in texts[stem]), "0_")
        if int(first.split("_")[0]) == int(found[2]):
            yield found.start(2)


def exercise_minutes(page: Page) -> Iterator[int]:
    """Prove the minutes of exercises: they add up to what the handbook says."""
    found = list(_MINUTES.finditer(page.text))
    rows = page.read("docs/handbook.md").split(f"\n| {page.folder} |", 1)
    cells = rows[-1].split("\n", 1)[0].split("|") if len(rows) == 2 else []
    said = cells[_ALL_MINUTES].strip() if len(cells) > _ALL_MINUTES else ""
    if said == str(sum(int(match[1]) for match in found)):
        yield from (match.start(1) for match in found)


def list_numbers(page: Page) -> Iterator[int]:
    """Prove the numbers of a list: 1, 2, 3."""
    last = 0
    for found in _LIST_ITEM.finditer(page.text):
        number = int(found[1])
        if number == 1 or number == last + 1:
            yield found.start(1)
        last = number


def rubric(page: Page) -> Iterator[int]:
    """Prove the number in "Good reasons have all four.": the table has so many rows."""
    for found in _RUBRIC.finditer(page.text):
        if next(iter(numbers_in(found[1])), None) == found[2].count("\n") - 2:
            yield found.start(1)


def wrong_answers(page: Page) -> Iterator[int]:
    """Prove a row on a wrong answer: the exercise knows the mistake by these words."""
    known = {exercise.id: exercise.misconceptions for exercise in all_exercises()}
    for found in _WRONG_ANSWER.finditer(page.text):
        if any(found[2] == mistake.name for mistake in known.get(found[1], ())):
            yield from (word.at for word in page.words if found.start() <= word.at < found.end())


def standing(page: Page) -> Iterator[int]:
    """Prove nothing, and let pass what claims nothing: `STANDING`."""
    texts = [word.text for word in page.words]
    for phrase in map(str.split, STANDING):
        for start in range(len(texts) - len(phrase) + 1):
            if texts[start : start + len(phrase)] == phrase:
                span = page.words[start : start + len(phrase)]
                yield from (word.at for word in span if word.is_number)


FORMS: tuple[Callable[[Page], Iterator[int]], ...] = (
    title,
    next_lesson,
    class_time,
    timetable,
    exercise_headings,
    hints,
    exercise_points,
    first_use,
    exercise_minutes,
    list_numbers,
    rubric,
    wrong_answers,
    standing,
)
"""Every rule: of a page it gives the offsets of the numbers that it proves."""

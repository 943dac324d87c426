"""Numbers that stand in a fixed form, each form with the rule that proves them.

A rule yields the places of the numbers that are right; what it does not yield is then reported as
a number that nothing proves.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from copydesk.classroom.build.prose.pages import Page, lesson_number, stubs
from copydesk.exercises import all_exercises

_CLASS_TIME = re.compile(
    r"^\| Time \| (\d+) minutes in class: (\d+) with the teacher, (\d+) for the exercises", re.M
)
_TIMETABLE_ROW = re.compile(r"^\| (\d+)–(\d+) \|", re.M)
_TITLE = re.compile(r"\A(?:---\n.*?\n---\n\s*)?# [^\n]*?\b[Ll]esson (\d+)\. ([^\n]+)", re.S)
_NEXT = re.compile(r"^\*\*Next\.\*\* Lesson (\d+)\b", re.M)
_EXERCISE = re.compile(r"^## [^\n]*?\b[Ee]xercise (\d+\.\d+)\b.*?(?=^## |\Z)", re.M | re.S)
_POINTS = re.compile(r"^## Exercise (\d+\.\d+)\. [^\n]*\n\n\*(\d+) points?, ", re.M)
_FIRST_USE = re.compile(r"^## ([^\n]+)\n[^#]*?\((\d+)\)", re.M)
_ANOTHER_SENSE = re.compile(r"\((\d+)\)")
# Words that count nothing wherever they stand.
_STANDING = re.compile(
    r"\b(?P<n>one) (?:by one|another)\b|\bone by (?P<m>one)\b|\b(?:no|at|which|this) (?P<o>one)\b"
    r"|\bin place of the (?P<p>three) dots\b|\bchange \*\*(?P<q>one) line\*\* here\b",
    re.I,
)


def title(page: Page) -> Iterator[int]:
    """A title has the number of the lesson's folder."""
    if (found := _TITLE.match(page.text)) and int(found[1]) == lesson_number(page):
        yield found.start(1)


def next_lesson(page: Page) -> Iterator[int]:
    """What comes next is the lesson after this one."""
    for found in _NEXT.finditer(page.text):
        if int(found[1]) == lesson_number(page) + 1:
            yield found.start(1)


def class_time(page: Page) -> Iterator[int]:
    """The minutes in class are those with the teacher and those for the exercises."""
    for found in _CLASS_TIME.finditer(page.text):
        if int(found[1]) == int(found[2]) + int(found[3]):
            yield from (found.start(group) for group in (1, 2, 3))


def timetable(page: Page) -> Iterator[int]:
    """Each part begins when the one before it ends; the last ends with the time in class."""
    rows = list(_TIMETABLE_ROW.finditer(page.text))
    if not rows:
        return
    head = _CLASS_TIME.search(page.read(page.name.replace("instructor.md", "lesson.md")))
    if int(rows[0][1]) == 0:
        yield rows[0].start(1)
    for row, after in itertools.pairwise(rows):
        if row[2] == after[1] and int(row[1]) < int(row[2]) < int(after[2]):
            yield row.start(2)
            yield after.start(1)
    if head and rows[-1][2] == head[1]:
        yield rows[-1].start(2)


def exercise_headings(page: Page) -> Iterator[int]:
    """A heading names the exercise whose stub stands under it."""
    for found in _EXERCISE.finditer(page.text):
        if stubs(found[0]) == [found[1]]:
            yield found.start(1)


def exercise_points(page: Page) -> Iterator[int]:
    """The points under a heading are those of the exercise."""
    points = {exercise.id: exercise.points for exercise in all_exercises()}
    for found in _POINTS.finditer(page.text):
        if points.get(found[1]) == int(found[2]):
            yield found.start(2)


def first_use(page: Page) -> Iterator[int]:
    """The number behind a term of the glossary is the first lesson that links to it."""
    if not page.name.endswith("glossary.md"):
        return
    stems = sorted(path.name for path in (page.root / "lessons").iterdir() if path.is_dir())
    texts = {stem: page.read(f"lessons/{stem}/lesson.md") for stem in stems}
    for found in _FIRST_USE.finditer(page.text):
        link = f"glossary.md#{found[1].lower().replace(' ', '-')})"
        first = next((stem for stem in stems if link in texts[stem]), "0_")
        if int(first.split("_")[0]) == int(found[2]):
            yield found.start(2)


def standing_words(page: Page) -> Iterator[int]:
    """Some words count nothing: "one by one", "no one", "the three dots" of a stub."""
    for found in _STANDING.finditer(page.text):
        yield from (found.start(name) for name in "nmopq" if found[name])


FORMS: tuple[Callable[[Page], Iterator[int]], ...] = (
    title,
    next_lesson,
    class_time,
    timetable,
    exercise_headings,
    exercise_points,
    first_use,
    standing_words,
)
"""Every rule: of a page it gives the offsets of the numbers that it proves."""

"""The pages for people say what is so: minutes, exercises, commands, settings and links."""

import re
import tomllib

import click
import pytest

from copydesk.classroom.hand_in.runner import CELL_SECONDS, NOTEBOOK_SECONDS
from copydesk.classroom.testing import ALONE, STEPS, THOROUGH
from copydesk.cli import main
from copydesk.corpus import ROOT
from copydesk.exercises import all_exercises

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "data").rglob("README.md"),
    )
)
STEMS = sorted(path.name for path in (ROOT / "lessons").iterdir() if path.is_dir())
STEM = re.compile(r"\b\d\d_[a-z]+\b")
REPORT_MINUTES = 90  # a learner's own report, by the head of lesson 8


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


HANDBOOK = read("docs/handbook.md")


def rows_of(heading):
    """Return the rows of the table below a heading of the handbook, each as a dictionary."""
    (part,) = re.findall(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", HANDBOOK, re.M | re.S)
    lines = [line.strip("|\n") for line in part.splitlines() if line.startswith("|")]
    head, _, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    assert all(len(row) == len(head) for row in body)
    return [dict(zip(head, row, strict=True)) for row in body]


LESSONS = {row["lesson"]: row for row in rows_of("The lessons")}


def minutes_in_class(stem):
    (minutes,) = re.findall(r"^\| Time \| (\d+) minutes in class", read_lesson(stem), re.M)
    return int(minutes)


def read_lesson(stem, name="lesson.md"):
    return read(f"lessons/{stem}/{name}")


def exercise_minutes(stem):
    return {
        id_: (int(points), int(minutes))
        for id_, points, minutes in re.findall(
            r"^## Exercise (\d\.\d)\. [^\n]*\n\n\*(\d+) points?, (\d+) minutes\.",
            read_lesson(stem, "exercises.md"),
            re.M,
        )
    }


def home_minutes(*stems):
    return sum(int(LESSONS[stem]["for home, minutes"]) for stem in stems)


@pytest.mark.parametrize("stem", STEMS)
def test_the_handbook_has_the_minutes_exercises_and_points_of_a_lesson(stem):
    row, found = LESSONS[stem], exercise_minutes(stem)
    assert int(row["in class, minutes"]) == minutes_in_class(stem)
    assert int(row["exercises"]) == len(found)
    assert int(row["points"]) == sum(points for points, _ in found.values())
    assert int(row["all exercises, minutes"]) == sum(minutes for _, minutes in found.values())
    number = stem[:2].lstrip("0")
    defined = {e.id: e.points for e in all_exercises() if e.id.split(".")[0] == number}
    assert {id_: points for id_, (points, _) in found.items()} == defined
    home = row["for home"].split(", ")
    assert int(row["for home, minutes"]) == sum(found[id_][1] for id_ in home)
    for name, words in {
        "instructor.md": r"^At home: (.*?)\n\n",
        "exercises.md": r"(?<=\. )Exercises? ([\d., and]+) are for home\.",
    }.items():
        (at_home,) = re.findall(words, read_lesson(stem, name), re.M | re.S)
        assert re.findall(r"\b\d\.\d\b", at_home) == home


def test_the_rows_are_those_of_the_lessons_in_order():
    assert list(LESSONS) == sorted(LESSONS)
    assert set(STEMS) <= set(LESSONS)


def test_the_sums_of_the_plans_are_right():
    day = rows_of("One day")
    for row in day[:-1]:
        assert int(row["minutes"]) == int(LESSONS[row["lesson"]]["in class, minutes"])
    assert int(day[-1]["minutes"]) == REPORT_MINUTES
    total = sum(int(row["minutes"]) for row in day)
    assert f"{total} minutes of work" in HANDBOOK
    (half,) = re.findall(r"^Half a day\? Take (.*?): (\d+) minutes\.", HANDBOOK, re.M)
    stems = STEM.findall(half[0])
    assert int(half[1]) == sum(int(LESSONS[stem]["in class, minutes"]) for stem in stems)
    seen = []
    for row in rows_of("Four weeks"):
        stems = row["lessons"].split(", ")
        seen += stems
        expected = sum(int(LESSONS[stem]["in class, minutes"]) for stem in stems)
        assert int(row["minutes in class"]) == expected
        assert int(row["for home, minutes"]) == home_minutes(*stems)
    assert seen == list(LESSONS)
    weeks = rows_of("Eight weeks")
    assert [row["lesson"] for row in weeks] == list(LESSONS)
    for row in weeks:
        assert int(row["lesson, minutes"]) == int(LESSONS[row["lesson"]]["in class, minutes"])


def test_the_report_of_a_learner_takes_as_long_as_lesson_8_says():
    if "08_report" in STEMS:
        assert f"about {REPORT_MINUTES} minutes more" in read_lesson("08_report")
    assert set(re.findall(r"report\b[^.|]*?\b(\d+) minutes", HANDBOOK)) == {str(REPORT_MINUTES)}


def test_the_handbook_asks_a_question_for_each_lesson():
    rows = rows_of("The questions that each lesson leaves open")
    assert [row["lesson"] for row in rows] == list(LESSONS)
    assert all(row["open"].endswith("?") for row in rows)


CODE = re.compile(r"^(?: {4,}).*$|`[^`\n]+`", re.M)
CALL = re.compile(r"(?:\bstart\.py|(?<![./\w])copydesk|bin/copydesk|Scripts\\copydesk)(?: +(.*))?$")


def calls(text):
    """Return what follows the command in each call of the kit that a page shows, as words."""
    # Fenced code is Python or notebook text, and no command.
    text = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    found = [match.strip(" `") for match in CODE.findall(text)]
    found = [call.group(1).strip("'") for code in found if (call := CALL.search(code)) and call[1]]
    return [words for words in map(str.split, found) if words[0] != "…"]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_on_a_page_exists(page):
    for name, *words in calls(read(page)):
        if name in {"--help", "--version"}:
            continue
        assert re.fullmatch(r"[a-z-]+", name), (page, name)
        assert name in main.commands, (page, name)
        command = main.commands[name]
        options = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
        options |= set(click.Context(command, **main.context_settings).help_option_names)
        assert {word for word in words if re.match(r"--\w", word)} <= options, (page, name, words)
        if name == "test":
            assert set(words) <= {"all", *STEPS, *THOROUGH, *ALONE, *STEMS}, (page, words)


def test_the_commands_on_the_pages_are_found_by_this_test():
    found = {name for page in PAGES for name, *_ in calls(read(page))}
    assert {"test", "progress", "reset", "report", "add", "add-figures", "build", "lab"} <= found


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_kit_leads_somewhere(page):
    folder = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", read(page)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = folder / name if name else ROOT / page
        assert path.exists(), (page, target)
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
            slugs = [re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings]
            assert anchor in slugs, (page, target)


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/")])
def test_every_file_that_the_docs_name_is_there(page):
    text = read(page)
    for name in re.findall(r"`((?:lessons|data|notebooks|solutions|locks)/[^`<]*)`", text):
        assert (ROOT / name).exists(), (page, name)
    # A lesson that is being written is in the plans and not yet in lessons/.
    assert {name for name in STEM.findall(text) if name[:2].isdigit()} <= set(LESSONS)


def test_sizes_versions_and_limits_are_those_of_the_kit():
    (size,) = set(re.findall(r"about (\d+ MB), once", read("start.py")))
    for page in ("docs/learner.md", "docs/handbook.md"):
        assert f"about {size}" in read(page)
    kit = tomllib.loads(read("pyproject.toml"))["project"]
    versions = [line.rsplit(" ", 1)[1] for line in kit["classifiers"] if "Python :: 3." in line]
    for page in ("docs/learner.md", "docs/handbook.md"):
        found = set(re.findall(r"\b3\.1\d\b", read(page)))
        assert found == set(versions)
    words = " ".join(HANDBOOK.split())
    assert f"{CELL_SECONDS:.0f} seconds for a cell, {NOTEBOOK_SECONDS:.0f} for a notebook" in words

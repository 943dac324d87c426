"""Lists of the classroom, each beside what it lists: a missing entry is found, and one too many."""

import json
import re
import tomllib

import pandas as pd
import pytest
from packaging.requirements import Requirement

from copydesk.classroom import class_check, lab, testing
from copydesk.classroom.annotation.label_file import COLUMNS
from copydesk.classroom.annotation.labelling import STANCES
from copydesk.classroom.build import memory, sources
from copydesk.classroom.build.prose import forms
from copydesk.classroom.build.prose.pages import _FILES
from copydesk.classroom.build.prose.words import words_of
from copydesk.classroom.build.targets import FOLDERS
from copydesk.classroom.checking import judging
from copydesk.classroom.checking.running import run
from copydesk.classroom.hand_in import confinement, inside, runner, unpacking
from copydesk.classroom.hand_in.pages import RUBRIC
from copydesk.classroom.signed_report import desk, opinions
from copydesk.classroom.site import front, wheels
from copydesk.corpus import ROOT
from copydesk.exercises import all_exercises, find
from copydesk.report import METHOD

LESSONS = sorted((ROOT / "lessons").glob("*/*.md"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells_of(path):
    return json.loads(path.read_text("utf-8"))["cells"]


def test_the_steps_of_the_desk_are_those_of_its_report():
    assert {row.step for row in METHOD} == set(desk.SHOWN)
    assert tuple(desk._WRITERS) == desk.SHOWN == ("consistency", *desk.STEPS)
    assert {"standfirst", "not checked"} | set(desk.STEPS) - {"verification"} == set(desk.PARTS)


def test_what_can_stand_beside_the_desk_is_an_exercise_of_the_same_name():
    asked = [exercise.name for exercise in all_exercises() if not exercise.is_value]
    assert [name for name in asked if name in opinions.OWN_FUNCTIONS] == list(
        opinions.OWN_FUNCTIONS
    )
    assert len(opinions.OWN_FUNCTIONS) == 8


def test_a_notebook_says_what_its_kernel_is():
    for path in NOTEBOOKS:
        metadata = json.loads(path.read_text("utf-8"))["metadata"]
        assert metadata["language_info"] == sources._LANGUAGE
        assert metadata["kernelspec"] == sources._KERNEL


def test_every_page_beside_the_class_that_a_notebook_links_to_comes_with_it():
    text = "".join(
        "".join(cell["source"])
        for kind in ("notebooks", "exercises")
        for path in sorted((ROOT / kind).glob("*.ipynb"))
        for cell in cells_of(path)
    )
    linked = set(re.findall(r"\]\(\.\./([^)#]*\.md)", text))
    assert linked <= set(lab.LINKED)
    # What the copied pages link to themselves, and what they lie beside.
    within = {
        (path.parent / target).resolve().relative_to(ROOT).as_posix()
        for path in [ROOT / name for name in lab.LINKED]
        for target in re.findall(r"\]\(([^):#]*\.md)", path.read_text("utf-8"))
    }
    assert {name for name in within if name.startswith("data/")} <= set(lab.LINKED)
    assert set(lab.LINKED) <= linked | within


def test_every_page_of_a_lesson_has_its_numbers_read():
    assert {path.name for path in LESSONS} == set(_FILES)


def test_what_decides_an_output_is_what_the_kit_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {Requirement(line).name for line in project["dependencies"]}
    no_output = {  # they open, test or read, and print nothing into a cell
        *("jupyterlab", "inscriptis", "charset-normalizer", "click", "frictionless"),
        *("lxml-html-clean", "nbconvert", "nbval", "pytest", "pytest-xdist"),
    }
    assert set(memory._LIBRARIES) == needed - no_output | {"ipykernel", "ipython"}


def test_a_notebook_that_is_marked_can_load_what_lessons_load():
    text = "".join(path.read_text("utf-8") for path in LESSONS)
    rooms = set(re.findall(r"^(?:from|import) copydesk\.(\w+)", text, re.M))
    light = {"article", "lexicons", "consistency", "verification"}  # loaded by the rooms above
    assert rooms - light - set(inside._SEALED) <= set(inside._ROOMS)
    assert set(inside._ROOMS) <= rooms | {"report"}
    for name in inside._OPEN:
        assert (ROOT / "copydesk/classroom" / f"{name.replace('.', '/')}.py").exists()


def test_each_kind_of_notebook_has_a_reader():
    assert tuple(class_check._READERS) == FOLDERS
    assert all((ROOT / folder).is_dir() for folder in FOLDERS)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("caused an exception: the time was exceeded", "stops with an error"),
        ("Timeout exceeded", "does not end within"),
        ("outputs differ", "shows something else"),
    ],
)
def test_the_first_thing_that_nbval_says_decides(said, what):
    assert next(kind for kind in class_check._KINDS if kind[0] in said)[1].startswith(what)


def test_the_steps_of_the_checks_are_those_that_the_guide_explains():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told = re.findall(r"^\| (\w+) \|", guide[guide.index("| step | what | why |") :], re.M)[1:]
    assert told == [*testing.STEPS, *testing.THOROUGH]
    run = {
        name: [command.line for command in step(ROOT)]
        for name, step in testing.STEPS.items()
        if name in {"types", "imports", "style"}
    }
    assert run == {
        "types": [("mypy",)],
        "imports": [("lint-imports",)],
        "style": [("ruff", "check", "."), ("ruff", "format", "--check", ".")],
    }
    copydesk = {
        name: step(ROOT)[0].line[2:]
        for name, step in {**testing.STEPS, **testing.THOROUGH}.items()
        if name in {"built", "pictures"}
    }
    assert copydesk == {
        "built": ("copydesk", "build", "--check"),
        "pictures": ("copydesk", "build", "--check", "--outputs"),
    }


@pytest.mark.parametrize("phrase", [
    "at once", "each one", "in one file", "in one sentence", "in place of the three dots",
    "no one", "one by one", "one line here", "one of", "one step", "predict first",
    "repair it first", "second part", "the other one", "which one",
])  # fmt: skip
def test_a_standing_phrase_claims_no_number(phrase):
    assert list(words_of(f"Do this: {phrase}.")), "its number would have to be proved"
    assert phrase in forms.STANDING
    assert len(forms.STANDING) == 15


def test_a_rubric_begins_with_the_most_points():
    assert [points for points, _ in RUBRIC] == [2, 1, 0]


def test_the_site_has_each_page_that_a_page_of_its_handbook_links_to():
    texts = [(ROOT / "docs" / f"{name}.md").read_text("utf-8") for name in front._HANDBOOK]
    linked = set(re.findall(r"\]\((\w+)\.md", "".join(texts)))
    begin = {"handbook", "nothing_to_install"}  # the front page links to them
    assert linked | begin == set(front._HANDBOOK)


@pytest.mark.parametrize(
    "marker",
    [
        "implementation_name == 'cpython'",
        "os_name == 'posix'",
        "platform_machine == 'wasm32'",
        "platform_python_implementation == 'CPython'",
        "platform_system == 'Emscripten'",
        "python_full_version >= '3.14.0'",
        "python_version >= '3.14'",
        "sys_platform == 'emscripten'",
    ],
)
def test_a_marker_of_a_requirement_sees_a_browser(marker):
    key = marker.split()[0]
    assert Requirement(f"thing; {marker}").marker.evaluate(wheels.BROWSER)
    assert key in wheels.BROWSER


def test_what_is_not_shipped_to_a_browser():
    assert set(wheels.NOT_NEEDED) == {
        *("jedi", "joblib", "jupyterlab-widgets", "requests", "tqdm", "widgetsnbextension")
    }
    assert not set(wheels.NOT_NEEDED) & {
        word
        for path in (ROOT / "copydesk").rglob("*.py")
        for word in re.findall(r"^(?:from|import) (\w+)", path.read_text("utf-8"), re.M)
    }


@pytest.mark.parametrize(
    "folder", ["__MACOSX", ".ipynb_checkpoints", ".git", ".venv", "__pycache__"]
)
def test_what_a_machine_made_is_passed_over(folder, tmp_path):
    assert folder in unpacking._PASSED_OVER
    inner = tmp_path / folder
    inner.mkdir()
    (inner / "02_cleaning.ipynb").write_text("{}", encoding="utf-8")
    assert list(unpacking.unpack([tmp_path])) == []


def test_a_label_file_has_the_columns_and_the_sides_that_a_lesson_shows():
    assert STANCES == ("against", "neither", "for", "cannot tell")
    assert COLUMNS == ("sentence", "choice", "note")


LARGE = [object(), pd.Series({"a": 1}), pd.DataFrame({"a": [1]})]


@pytest.mark.parametrize("value", LARGE, ids=lambda value: type(value).__name__)
def test_what_is_large_is_not_printed_into_a_sentence(value):
    (outcome,) = run(lambda: value, [()])
    about = judging._about_difference(find("2.3"), (), "a", outcome, [("a", "b")])
    assert about.endswith("does not come out right.")


LANDLOCK = """execute write_file read_file read_dir remove_dir remove_file make_char make_dir
    make_reg make_sock make_fifo make_block make_sym refer truncate ioctl_dev
"""


def rights(number):
    return {name for place, name in enumerate(LANDLOCK.split()) if number >> place & 1}


def test_what_the_kernel_allows_is_what_its_headers_call_by_these_names():
    """Linux: include/uapi/linux/landlock.h, sched.h, mount.h."""
    assert rights(confinement._READ) == {"read_file", "read_dir"}
    assert rights(confinement._WRITE) == rights(confinement._READ) | {
        *("write_file", "remove_dir", "remove_file", "make_dir", "make_reg", "make_sym"),
        "truncate",
    }
    assert confinement._THREAD == 1 << 16
    assert confinement._NEW_USER_AND_MOUNTS == 1 << 28 | 1 << 17
    assert confinement._PRIVATE == 1 << 14 | 1 << 18
    assert confinement._NO_PROGRAMS == 1 << 1 | 1 << 2 | 1 << 3


@pytest.mark.parametrize("call", ["fcntl", "ioctl", "prlimit64"])
def test_a_call_that_is_allowed_in_part_is_not_allowed_whole(call):
    assert call in confinement._CALLS_WITH
    assert call not in confinement._CALLS.split()


def test_a_marked_notebook_knows_where_it_is_and_nothing_else_of_the_computer():
    assert set(runner._PASSED_ON) == {
        *("PATH", "HOME", "LANG", "LC_ALL", "TZ", "MPLCONFIGDIR", "XDG_CACHE_HOME")
    }

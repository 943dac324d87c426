"""Building notebooks from a lesson's text, on a small lesson in a folder of its own."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

import copydesk.classroom.build.memory as memory_module
import copydesk.exercises
from copydesk.classroom.build import BuildError, build, lesson_stems
from copydesk.classroom.build.notebooks import differences, move_aside, read_notebook
from copydesk.classroom.build.sources import assemble, read_cells, structure_problems
from copydesk.exercises import all_exercises, find

HEAD = """---
kernelspec: {name: python3, display_name: Python 3, language: python}
---
"""

LESSON = (
    HEAD
    + """
# A rate

Text of the lesson.

+++ {"tags": ["note"]}

A second cell.

```{code-cell} ipython3
import copydesk.exercises

copydesk.exercises.__path__.append("FOLDER")
from copydesk.classroom import check, quiz
```

```{code-cell} ipython3
{"Balochistan", "Punjab", "Sindh"}
```

```{code-cell} ipython3
:tags: [prose-check]

assert 2 + 2 == 4
```

```{code-cell} ipython3
:tags: [raises-exception]

1 / 0
```

```{code-cell} ipython3
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(2, 1), dpi=50)
```

```{code-cell} ipython3
quiz("97.a", ...)
```
"""
)

EXERCISES = (
    HEAD
    + """
# Exercises

```{code-cell} ipython3
import copydesk.exercises

copydesk.exercises.__path__.append("FOLDER")
from copydesk.classroom import check
```

## Exercise 97.1

:::{hints} 97.1
:::

Write it.

```{code-cell} ipython3
:tags: [stub]
:exercise: "97.1"

def rate(count, people):
    ...
```

```{code-cell} ipython3
:tags: [solution]
:exercise: "97.1"

def rate(count, people):
    return count / people
```

```{code-cell} ipython3
check("97.1")
```
"""
)

MODULE = '''
"""The exercises of a lesson that only the tests have."""

from copydesk.exercises.model import Exercise, Misconception, Option, Quiz

EXERCISES = (
    Exercise(
        id="97.1",
        name="rate",
        title="A rate",
        reference=lambda count, people: count / people,
        cases=lambda rng: [(rng.randint(1, 9), 20), (3, rng.randint(10, 90))],
        misconceptions=(
            Misconception("turns the rate over", lambda c, p: p / c, "What is counted?"),
        ),
        hints=("Look at `people`.", "Divide one by the other."),
    ),
)
QUIZZES = (
    Quiz("97.a", "What?", {letter: Option(letter, letter * 2) for letter in "abc"}, "b"),
)
'''


@pytest.fixture(scope="session")
def exercise_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("more_exercises")
    (folder / "scratch_rate.py").write_text(MODULE, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def scratch_exercises(exercise_folder, monkeypatch):
    """Only the exercises of the small lesson, and a package that nobody edits meanwhile."""
    monkeypatch.setattr(memory_module, "surroundings", lambda root: "steady")
    monkeypatch.setattr(copydesk.exercises, "__path__", [str(exercise_folder)])
    yield
    sys.modules.pop("copydesk.exercises.scratch_rate", None)


def write_lesson(root: Path, folder: Path, stem="97_scratch", lesson=LESSON, exercises=EXERCISES):
    place = root / "lessons" / stem
    place.mkdir(parents=True, exist_ok=True)
    for name, text in (("lesson.md", lesson), ("exercises.md", exercises)):
        (place / name).write_text(text.replace("FOLDER", folder.as_posix()), encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path, exercise_folder):
    return write_lesson(tmp_path, exercise_folder)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory, exercise_folder):
    """One real build, shared: starting kernels is what takes the time."""
    root = write_lesson(tmp_path_factory.mktemp("kit"), exercise_folder)
    patch = pytest.MonkeyPatch()
    patch.setattr(copydesk.exercises, "__path__", [str(exercise_folder)])
    patch.setattr(memory_module, "surroundings", lambda root: "steady")
    lines: list[str] = []
    result = build(root, progress=lines.append)
    patch.undo()
    return root, result, lines


@pytest.fixture
def built(built_once, tmp_path):
    """A copy of the built kit that a test may spoil."""
    root = tmp_path / "kit"
    shutil.copytree(built_once[0], root)
    return root


def notebook(root: Path, folder: str):
    return json.loads((root / folder / "97_scratch.ipynb").read_text(encoding="utf-8"))


def sources(node) -> list[str]:
    return ["".join(cell["source"]) for cell in node["cells"]]


def tagged(node, tag):
    return [cell for cell in node["cells"] if tag in cell["metadata"].get("tags", [])]


def snapshot(root: Path):
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def problems_of(call) -> str:
    with pytest.raises(BuildError) as caught:
        call()
    return str(caught.value)


def quietly(_: str) -> None:
    pass


# What is built


@pytest.mark.thorough
def test_a_lesson_makes_three_notebooks_and_a_line_of_progress_each(built_once):
    _, result, lines = built_once
    assert result.written == tuple(
        f"{folder}/97_scratch.ipynb" for folder in ("exercises", "notebooks", "solutions")
    )
    assert result.unchanged == result.moved == result.differences == ()
    assert sorted(line.split("  ")[:3] for line in lines) == [
        ["97_scratch", "exercises", "assembled"],
        ["97_scratch", "notebooks", "executed"],
        ["97_scratch", "solutions", "executed"],
    ]


@pytest.mark.thorough
def test_the_lesson_keeps_its_outputs(built_once):
    cells = notebook(built_once[0], "notebooks")["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert outputs[0]["data"]["text/plain"] == ["{'Balochistan', 'Punjab', 'Sindh'}"]
    assert outputs[1]["traceback"] == ["ZeroDivisionError: division by zero"]
    assert "image/png" in outputs[2]["data"]
    assert "Question 97.a" in "".join(outputs[3]["data"]["text/html"])
    counts = [cell["execution_count"] for cell in cells if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.thorough
def test_exercises_have_no_solutions_and_no_outputs(built_once):
    node = notebook(built_once[0], "exercises")
    assert not tagged(node, "solution")
    assert len(tagged(node, "stub")) == 1
    assert "count / people" not in json.dumps(node)
    assert all(not cell.get("outputs") for cell in node["cells"])
    assert all(cell.get("execution_count") is None for cell in node["cells"])


@pytest.mark.thorough
def test_solutions_have_no_stubs_and_pass_their_checks(built_once):
    node = notebook(built_once[0], "solutions")
    assert not tagged(node, "stub")
    assert node["cells"][-1]["outputs"][0]["data"]["text/plain"] == [
        "✓ Exercise 97.1: right. rate works on all 2 inputs that were tried."
    ]


@pytest.mark.thorough
def test_hints_are_folded_and_have_the_blank_lines_that_markdown_needs(built_once):
    text = "\n".join(sources(notebook(built_once[0], "exercises")))
    assert ":::" not in text
    assert "<details>\n<summary>Hint 1</summary>\n\nLook at `people`.\n\n</details>" in text
    assert "<summary>Hint 2</summary>" in text


@pytest.mark.thorough
def test_a_notebook_says_what_it_is_built_from_and_nothing_about_the_machine(built_once):
    root = built_once[0]
    for folder, kind in (("notebooks", "lesson"), ("solutions", "solutions")):
        node = notebook(root, folder)
        built_from = node["metadata"]["copydesk"]
        assert built_from["kind"] == kind
        assert built_from["source"].startswith("lessons/97_scratch/")
        assert node["metadata"]["kernelspec"]["name"] == "python3"
        assert "version" not in node["metadata"]["language_info"]
    text = (root / "solutions/97_scratch.ipynb").read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert '"execution"' not in text


@pytest.mark.thorough
def test_cells_keep_their_tags_and_checks_of_the_prose_are_folded(built_once):
    node = notebook(built_once[0], "notebooks")
    assert tagged(node, "note")[0]["cell_type"] == "markdown"
    assert tagged(node, "prose-check")[0]["metadata"]["jupyter"] == {"source_hidden": True}


def test_the_id_of_a_cell_does_not_change_when_another_cell_does(root):
    cells = read_cells(root / "lessons/97_scratch/lesson.md", "lesson.md")
    before = [cell["id"] for cell in assemble(cells, "x", "lesson", ())["cells"]]
    after = [cell["id"] for cell in assemble(cells[2:], "x", "lesson", ())["cells"]]
    assert before[2:] == after
    twice = [cell["id"] for cell in assemble(cells + cells, "x", "lesson", ())["cells"]]
    assert len(set(twice)) == len(twice)


# Building again


@pytest.mark.thorough
def test_a_second_build_writes_nothing(built):
    before = snapshot(built)
    result = build(built, progress=quietly)
    assert result.written == result.moved == ()
    assert snapshot(built) == before


@pytest.mark.thorough
def test_without_its_memory_a_build_gives_the_same_bytes(built):
    before = snapshot(built)
    shutil.rmtree(built / ".copydesk")
    for folder in ("notebooks", "solutions"):
        (built / folder / "97_scratch.ipynb").unlink()
    build(built, progress=quietly)
    after = snapshot(built)
    for name in before:
        if name.endswith(".ipynb"):
            assert after[name][0] == before[name][0]


@pytest.mark.thorough
def test_only_what_changed_is_executed(built):
    path = built / "lessons/97_scratch/exercises.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Write it.", "Do."), encoding="utf-8")
    lines: list[str] = []
    result = build(built, progress=lines.append)
    assert result.unchanged == ("notebooks/97_scratch.ipynb",)
    assert "97_scratch  notebooks  unchanged" in lines


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}'])
def test_a_damaged_memory_is_no_memory(tmp_path, text):
    path = tmp_path / "build.json"
    path.write_text(text, encoding="utf-8")
    assert memory_module.read_memory(path) == {}
    assert memory_module.read_memory(tmp_path / "none.json") == {}


def test_a_build_depends_on_data_and_on_the_package(tmp_path, monkeypatch):
    monkeypatch.undo()
    package = tmp_path / "copydesk"
    data = tmp_path / "data"
    for folder in (package, data):
        folder.mkdir()
        (folder / "a.py").write_text("x", encoding="utf-8")
    monkeypatch.setattr(memory_module, "package_path", lambda _: package)
    seen = {memory_module.surroundings(tmp_path)}
    for folder in (package, data):
        (folder / "a.py").write_text("y", encoding="utf-8")
        seen.add(memory_module.surroundings(tmp_path))
    assert len(seen) == 3
    (package / "__pycache__").mkdir()
    (package / "__pycache__/a.pyc").write_text("z", encoding="utf-8")
    assert memory_module.surroundings(tmp_path) in seen


# A learner's work


def edit(path: Path, change) -> str:
    node = json.loads(path.read_text(encoding="utf-8"))
    change(node)
    text = json.dumps(node)
    path.write_text(text, encoding="utf-8")
    return text


@pytest.mark.thorough
def test_what_a_learner_typed_is_moved_aside_and_said(built):
    path = built / "exercises/97_scratch.ipynb"
    for number in (1, 2):
        typed = edit(path, lambda node: node["cells"][0].update(source="# My notes"))
        lines: list[str] = []
        result = build(built, progress=lines.append)
        aside = path.with_name(f"97_scratch.yours-{number}.ipynb")
        assert aside.read_text(encoding="utf-8") == typed
        assert sources(notebook(built, "exercises"))[0] == "# Exercises"
        assert result.moved[0] in lines
        assert aside.name in result.moved[0]


@pytest.mark.thorough
def test_a_file_that_is_no_notebook_is_moved_aside_too(built):
    path = built / "exercises/97_scratch.ipynb"
    path.write_text("<<<<<<< half a merge", encoding="utf-8")
    build(built, progress=quietly)
    kept = path.with_name("97_scratch.yours-1.ipynb").read_text(encoding="utf-8")
    assert kept == "<<<<<<< half a merge"


@pytest.mark.thorough
def test_running_a_notebook_is_not_work_that_would_be_lost(built):
    path = built / "exercises/97_scratch.ipynb"
    edit(path, lambda node: node["cells"][-1].update(execution_count=4))
    assert build(built, progress=quietly).moved == ()
    assert notebook(built, "exercises")["cells"][-1]["execution_count"] is None


@pytest.mark.thorough
def test_an_old_build_is_replaced_without_a_copy(built):
    source = built / "lessons/97_scratch/exercises.md"
    text = source.read_text(encoding="utf-8").replace("Write it.", "Write it now.")
    source.write_text(text, encoding="utf-8")
    result = build(built, progress=quietly)
    assert result.moved == ()
    assert "exercises/97_scratch.ipynb" in result.written


@pytest.mark.thorough
def test_a_text_that_is_printed_slowly_is_one_output(built):
    source = built / "lessons/97_scratch/lesson.md"
    slow = (
        "import time\n\nfor number in range(3):\n    print(number, flush=True)\n    time.sleep(0.3)"
    )
    text = source.read_text(encoding="utf-8")
    source.write_text(f"{text}\n```{{code-cell}} ipython3\n{slow}\n```\n", encoding="utf-8")
    build(built, progress=quietly)
    (output,) = notebook(built, "notebooks")["cells"][-1]["outputs"]
    assert "".join(output["text"]) == "0\n1\n2\n"


def test_moving_aside_takes_the_next_free_number(tmp_path):
    for name in ("x.ipynb", "x.yours-1.ipynb"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert move_aside(tmp_path / "x.ipynb").name == "x.yours-2.ipynb"


# The check


@pytest.mark.thorough
def test_the_check_agrees_with_a_fresh_build_and_writes_nothing(built):
    before = snapshot(built)
    result = build(built, check=True, outputs=True, progress=quietly)
    assert result.differences == ()
    assert len(result.unchanged) == 3
    assert snapshot(built) == before


@pytest.mark.thorough
def test_without_outputs_the_check_compares_cells_and_runs_none(built, monkeypatch):
    edit(built / "notebooks/97_scratch.ipynb", lambda node: node["cells"][3].update(outputs=[]))
    monkeypatch.setattr("copydesk.classroom.build.execution.Runner", None)
    assert build(built, check=True, progress=quietly).differences == ()
    edit(built / "solutions/97_scratch.ipynb", lambda node: node["cells"][0].update(source="# B"))
    edit(built / "exercises/97_scratch.ipynb", lambda node: node["cells"].pop())
    found = build(built, check=True, progress=quietly).differences
    assert [difference.split(":")[0] for difference in found] == [
        "exercises/97_scratch.ipynb", "solutions/97_scratch.ipynb",
    ]  # fmt: skip


@pytest.mark.thorough
def test_the_check_says_every_difference_in_words(built):
    edit(
        built / "notebooks/97_scratch.ipynb",
        lambda node: node["cells"][3]["outputs"][0]["data"].update({"text/plain": "{'Punjab'}"}),
    )
    (built / "solutions/97_scratch.ipynb").unlink()
    edit(
        built / "exercises/97_scratch.ipynb",
        lambda node: node["cells"][-1].update(
            outputs=[{"output_type": "stream", "name": "stdout", "text": "x"}]
        ),
    )
    shutil.copy(built / "notebooks/97_scratch.ipynb", built / "notebooks/96_gone.ipynb")
    shutil.copy(built / "notebooks/97_scratch.ipynb", built / "notebooks/97_scratch.yours-1.ipynb")
    before = snapshot(built)
    found = build(built, check=True, outputs=True, progress=quietly).differences
    assert snapshot(built) == before
    assert found == (
        "exercises/97_scratch.ipynb: cell 5: it has 1 outputs and the lesson gives 0.",
        "notebooks/96_gone.ipynb is built from a lesson that is gone.",
        "notebooks/97_scratch.ipynb: cell 4: its output differs, text/plain: line 1 is "
        "\"{'Punjab'}\" and the lesson gives \"{'Balochistan', 'Punjab', 'Sindh'}\".",
        "solutions/97_scratch.ipynb: it is missing.",
    )


def changed(node, change):
    node = json.loads(json.dumps(node))
    change(node)
    return node


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda node: node["cells"][0].update(source="# Other"), "cell 1: its source differs"),
        (lambda node: node["cells"][1]["metadata"].update(tags=[]), "cell 2: its tags are []"),
        (lambda node: node["cells"][0].update(cell_type="raw"), "cell 1: its kind is raw"),
        (lambda node: node["cells"].pop(), "it has 7 cells and the lesson gives 8"),
        (lambda node: node["metadata"].pop("copydesk"), "its notebook metadata differs"),
        (lambda node: node["cells"][5].update(outputs=[]), "cell 6: it has 0 outputs"),
        (lambda node: node["cells"][0].update(id="x"), "cell 1: its id differs"),
    ],
)
def test_a_difference_names_the_cell(built_once, change, words):
    node = notebook(built_once[0], "notebooks")
    assert differences(node, node) == []
    assert any(found.startswith(words) for found in differences(changed(node, change), node))


@pytest.mark.thorough
def test_pictures_are_compared_by_what_they_show(built_once):
    import base64
    import io

    import matplotlib.image
    import numpy as np

    node = notebook(built_once[0], "notebooks")

    def repaint(paint):
        def change(node):
            data = node["cells"][6]["outputs"][0]["data"]
            pixels = matplotlib.image.imread(
                io.BytesIO(base64.b64decode("".join(data["image/png"])))
            )
            file = io.BytesIO()
            matplotlib.image.imsave(file, paint(np.array(pixels)), format="png")
            data["image/png"] = base64.b64encode(file.getvalue()).decode()

        return changed(node, change)

    def one_pixel(pixels):
        pixels[0, 0, :3] = 0
        return pixels

    assert differences(repaint(one_pixel), node) == []
    assert "looks different" in differences(repaint(lambda pixels: pixels * 0.5), node)[0]
    assert "pixels and not of" in differences(repaint(lambda pixels: pixels[:-3]), node)[0]


# What cannot be built


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["97_scratch", "97", "scratch", "lessons/97_scratch/"])
def test_a_lesson_can_be_named_in_the_ways_people_name_it(built, name):
    assert len(build(built, [name], progress=quietly).unchanged) == 3


@pytest.mark.thorough
def test_an_unknown_lesson_is_said_with_those_there_are(built):
    said = problems_of(lambda: build(built, ["tone"], progress=quietly))
    assert said == 'There is no lesson "tone"; there is 97_scratch.'


def test_a_folder_without_lessons_is_said(tmp_path):
    assert "holds no lesson" in problems_of(lambda: lesson_stems(tmp_path))


@pytest.mark.thorough
def test_a_failing_cell_is_named_with_its_line_and_the_rest_is_built(root):
    path = root / "lessons/97_scratch/lesson.md"
    text = path.read_text(encoding="utf-8").replace("assert 2 + 2 == 4", "x = 2\nassert x == 5")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("assert x == 5") + 1
    said = problems_of(lambda: build(root, progress=quietly))
    assert said == (
        f"lessons/97_scratch/lesson.md, line {line}: cell 5 fails. AssertionError: assert x == 5"
    )
    assert not (root / "notebooks/97_scratch.ipynb").exists()
    assert read_notebook(root / "solutions/97_scratch.ipynb") is not None


@pytest.mark.thorough
def test_outputs_that_would_differ_the_next_time_are_refused(root):
    path = root / "lessons/97_scratch/lesson.md"
    text = path.read_text(encoding="utf-8").replace("assert 2 + 2 == 4", "print(object())")
    text = text.replace('quiz("97.a", ...)', 'import warnings\nwarnings.warn("old column")')
    path.write_text(text, encoding="utf-8")
    said = problems_of(lambda: build(root, progress=quietly)).splitlines()
    assert "cell 5 shows a memory address, which differs in every run." in said[0]
    assert "cell 8 warns. old column" in said[1]


def structure(root, change, file="exercises.md"):
    path = root / "lessons/97_scratch" / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    name = f"lessons/97_scratch/{file}"
    return structure_problems(read_cells(path, name), name, 97, all_exercises())


def test_the_small_lesson_has_no_problem(root):
    assert structure(root, str) == structure(root, str, "lesson.md") == []
    assert find("97.1").name == "rate"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"97.1"\n\ndef', '"97.8"\n\ndef', "names exercise 97.8, which copydesk/exercises lacks."),
        ('"97.1"\n\ndef', "97.1\n\ndef", 'needs quotes around its exercise: :exercise: "97.1".'),
        ("[solution]", "[other]", "exercise 97.1 has 0 solution cells and needs exactly one."),
        ("[solution]", "[stub]", "exercise 97.1 has 2 stub cells and needs exactly one."),
        (':exercise: "97.1"\n', "", 'is a stub of no exercise; add :exercise: "97.1".'),
        ('check("97.1")', 'check("97.7")', 'calls check("97.7"), which copydesk/exercises lacks.'),
        ("{hints} 97.1", "{hints} 97.7", "asks for hints of 97.7, which has none."),
        (":::\n\nWrite", "Write", 'has hints that do not read ":::{hints} 2.3" and ":::".'),
        ("    ...\n", "    return (\n", "is a stub that does not parse."),
    ],
)
def test_a_wrong_structure_is_said_with_its_line(root, old, new, words):
    assert old in EXERCISES
    said = structure(root, lambda text: text.replace(old, new))
    assert any(words in problem for problem in said)
    assert all(problem.startswith("lessons/97_scratch/exercises.md") for problem in said)


def test_a_solution_in_the_lesson_is_refused(root):
    said = structure(root, lambda text: text.replace("[prose-check]", "[solution]"), "lesson.md")
    assert any("solutions stand in exercises.md" in problem for problem in said)


def test_every_cell_knows_its_line(root):
    path = root / "lessons/97_scratch/exercises.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    for cell in read_cells(path, "exercises.md"):
        assert lines[cell.first_line - 1] == cell.source.splitlines()[0]
        assert cell.line <= cell.first_line


def test_options_that_are_no_yaml_are_said(root):
    path = root / "lessons/97_scratch/lesson.md"
    text = path.read_text(encoding="utf-8").replace(":tags: [prose-check]", ":tags: [prose-check")
    path.write_text(text, encoding="utf-8")
    said = problems_of(lambda: read_cells(path, "lessons/97_scratch/lesson.md"))
    assert said.startswith("lessons/97_scratch/lesson.md cannot be read as a notebook: ")

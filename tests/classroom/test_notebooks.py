"""The notebooks are the ones that the lessons build, and nbval is called as it should be.

``copydesk test built`` compares the cells with those of the lessons, and ``copydesk test
notebooks`` runs every notebook with nbval.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.classroom import testing
from copydesk.classroom.build import lesson_stems
from copydesk.classroom.build.execution import KERNEL_ENVIRONMENT
from copydesk.classroom.build.notebooks import orphans
from copydesk.classroom.build.targets import FOLDERS, targets
from copydesk.classroom.notebook_file import read_notebook
from copydesk.classroom.testing import (
    STEPS,
    THOROUGH,
    Command,
    lax_arguments,
    lesson_steps,
    run_steps,
    strict_arguments,
)
from copydesk.cli import main

ROOT = Path(__file__).parent.parent.parent
STEMS = lesson_stems(ROOT)  # raises when there is no lesson

TARGETS = targets(ROOT, STEMS)

every_notebook = pytest.mark.parametrize(
    ("folder", "stem"), [(target.folder, target.name) for target in TARGETS]
)


def on_disk(folder, stem):
    node = read_notebook(ROOT / folder / f"{stem}.ipynb")
    assert node is not None, f"{folder}/{stem}.ipynb is missing; run copydesk build"
    return node


@every_notebook
def test_a_notebook_was_run_from_top_to_bottom_and_exercises_were_not(folder, stem):
    cells = [cell for cell in on_disk(folder, stem)["cells"] if cell["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in cells]
    if folder == "exercises":
        assert counts == [None] * len(cells)
        assert not any(cell["outputs"] for cell in cells)
    else:
        assert counts == list(range(1, len(cells) + 1))


@every_notebook
def test_a_notebook_fails_only_where_it_says_so(folder, stem):
    for cell in on_disk(folder, stem)["cells"]:
        errors = [o for o in cell.get("outputs", []) if o["output_type"] == "error"]
        assert not errors or "raises-exception" in cell["metadata"].get("tags", [])


@pytest.mark.parametrize("stem", STEMS)
def test_every_check_of_a_solution_says_right(stem):
    texts = [
        "".join(output["data"]["text/plain"])
        for cell in on_disk("solutions", stem)["cells"]
        for output in cell.get("outputs", [])
        if "".join(cell["source"]).strip().startswith("check(") and "data" in output
    ]
    assert texts
    assert [text for text in texts if not text.startswith("✓")] == []


def test_no_notebook_is_left_over_from_a_lesson_that_is_gone():
    names = [target.name for target in TARGETS]
    assert [path for folder in FOLDERS for path in orphans(ROOT / folder, names)] == []


@every_notebook
def test_a_notebook_names_no_place_on_a_machine(folder, stem):
    text = (ROOT / folder / f"{stem}.ipynb").read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert str(Path.home()) + os.sep not in text


# How nbval is called


def test_lessons_and_solutions_are_compared_and_exercises_are_run():
    strict, lax = strict_arguments(ROOT), lax_arguments(ROOT)
    assert "--nbval" in strict
    assert "--nbval-lax" in lax
    assert "--nbval" not in lax
    for arguments in (strict, lax):
        assert "--nbval-cell-timeout=60" in arguments
        assert arguments[arguments.index("--dist") + 1] == "loadfile"
        assert int(arguments[arguments.index("-n") + 1]) >= 1
        assert Path(arguments[arguments.index("--nbval-sanitize-with") + 1]).is_file()
    files = [a for a in (*strict, *lax) if a.endswith(".ipynb")]
    assert files == [
        target.path for target in targets(ROOT, STEMS, ("notebooks", "solutions", "exercises"))
    ]
    assert files[:2] == ["notebooks/01_article.ipynb", "notebooks/01_article_more.ipynb"]


def test_second_parts_run_in_a_step_of_their_own_and_no_notebook_in_none():
    runs = {
        step: {part for command in commands(ROOT) for part in command.line if ".ipynb" in part}
        for step, commands in {**STEPS, **THOROUGH}.items()
    }
    assert all(path.endswith("_more.ipynb") for path in runs["more"])
    assert not any(path.endswith("_more.ipynb") for path in runs["notebooks"])
    together = runs["notebooks"] | runs["more"] | runs["exercises"]
    assert together == {target.path for target in TARGETS}


def test_no_folder_of_tests_is_left_out_or_run_twice():
    lines = {step: STEPS[step](ROOT)[0].line for step in ("classroom", "unit")}
    named = [part for part in lines["classroom"] if part.startswith("tests/")]
    assert all((ROOT / folder).is_dir() for folder in named)
    assert [f"--ignore={folder}" for folder in named] == [
        part for part in lines["unit"] if part.startswith("--ignore=")
    ]
    assert "tests" in lines["unit"]


def test_a_learners_copy_is_not_run(tmp_path):
    (tmp_path / "lessons/01_article").mkdir(parents=True)
    (tmp_path / "lessons/01_article/lesson.md").write_text("# A", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/01_article.yours-1.ipynb").write_text("{}", encoding="utf-8")
    assert [a for a in lax_arguments(tmp_path) if a.endswith(".ipynb")] == [
        "exercises/01_article.ipynb"
    ]


def test_kernels_run_with_what_makes_outputs_the_same():
    assert KERNEL_ENVIRONMENT["PYTHONHASHSEED"] == "0"


def test_every_step_runs_and_the_verdict_is_said(tmp_path):
    good = lambda _: [Command((sys.executable, "-c", "print('said')"))]  # noqa: E731
    bad = lambda _: [  # noqa: E731
        Command((sys.executable, "-c", "raise SystemExit(3)")),
        Command(("no-such-tool",)),
    ]
    lines: list[str] = []
    assert run_steps(tmp_path, {"types": bad, "style": good}, say=lines.append) == 1
    assert "no-such-tool is not installed; install the dev group of pyproject.toml." in lines
    assert lines[-1] == "Failed: types."
    assert any(line.startswith("style  passed") for line in lines)
    assert "said" in lines
    assert run_steps(tmp_path, {"style": good}, say=lines.append) == 0


def test_a_check_can_run_without_a_module_that_is_installed(tmp_path):
    for hidden, verdict in (((), 0), (("pandas",), 1)):
        command = Command((sys.executable, "-c", "import pandas"), hidden)
        assert run_steps(tmp_path, {"import": lambda _, c=command: [c]}, say=[].append) == verdict


def test_a_check_keeps_what_it_compiles_on_any_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "rule.py").write_text("", encoding="utf-8")
    command = Command((sys.executable, "-c", "import rule"))
    assert run_steps(tmp_path, {"import": lambda _: [command]}, say=[].append) == 0
    assert list(tmp_path.glob("__pycache__/rule.*"))


def test_a_lesson_has_its_tests_its_notebooks_and_its_build():
    steps = lesson_steps(ROOT, "03_tone")
    lines = [command.line for step in steps.values() for command in step(ROOT)]
    assert any("tests/tone" in line and "03_tone" in line for line in lines)
    files = [part for line in lines for part in line if part.endswith(".ipynb")]
    assert files == [
        "notebooks/03_tone.ipynb",
        "notebooks/03_tone_more.ipynb",
        "solutions/03_tone.ipynb",
    ]
    assert any(line[-3:] == ("build", "--check", "03_tone") for line in lines)


def test_what_takes_minutes_runs_only_when_it_is_named_or_with_all(monkeypatch):
    ran = []
    monkeypatch.setattr(testing, "run_steps", lambda root, steps, say: ran.append(list(steps)) or 0)
    for arguments in ([], ["all"], ["browser"], ["site"], ["03_tone"]):
        CliRunner().invoke(main, ["test", *arguments])
    lesson = list(lesson_steps(ROOT, "03_tone"))
    assert ran == [list(STEPS), [*STEPS, *THOROUGH], ["browser"], ["site"], lesson]
    said = CliRunner().invoke(main, ["test", "styel"])
    assert said.exit_code == 2
    assert "There is no step 'styel'; the steps are all, classroom" in said.stderr


@pytest.mark.thorough
def test_a_kernel_silences_limits_and_finds_what_the_learner_wrote(tmp_path):
    """One real kernel: what only a kernel can show."""
    import nbformat
    from nbclient import NotebookClient

    cells = [
        "import sys, time\nfrom copydesk.classroom import check\n"
        "assert not {'nbformat', 'jupytext', 'nbclient'} & set(sys.modules)\n"
        "from copydesk.exercises import all_exercises\n"
        "exercise = next(e for e in all_exercises() if not e.is_value)",
        "def endless(*a):\n    from IPython.display import display\n    display('shown')\n"
        "    print('printed')\n    while True:\n        try:\n            time.sleep(60)\n"
        "        except:\n            pass",
        "globals()[exercise.name] = endless\ncheck(exercise.id)",
        "def leaves(*a):\n    get_ipython().ask_exit()",
        "globals()[exercise.name] = leaves\ncheck(exercise.id)",
        "globals()[exercise.name] = lambda *a: exercise.reference(*a)\ncheck(exercise.id)",
    ]
    node = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(
        node,
        timeout=60,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
        extra_arguments=["--log-level=40"],
    ).execute()
    shown = [[json.dumps(output) for output in cell.outputs] for cell in node.cells]
    assert [len(outputs) for outputs in shown] == [0, 0, 1, 0, 1, 1]
    assert "does not end" in shown[2][0]
    assert "ends the program" in shown[4][0]
    assert "✓" in node.cells[5].outputs[0].data["text/plain"]

"""A learner's copies: made once, never replaced."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from copydesk.classroom.lab import prepare_work
from copydesk.cli import main
from copydesk.corpus import ROOT


def notebook(digest, source="1 + 1"):
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []}]
    return json.dumps({"cells": cells, "metadata": {"copydesk": {"digest": digest}}})


def kit(tmp_path, digest="first"):
    for kind in ("notebooks", "exercises"):
        (tmp_path / kind).mkdir(exist_ok=True)
        (tmp_path / kind / "01_article.ipynb").write_text(notebook(digest), encoding="utf-8")
    return tmp_path


def test_every_notebook_is_copied_once(tmp_path):
    root = kit(tmp_path)
    assert "Copied 2 notebooks" in prepare_work(root, root)
    assert (root / "work" / "exercises" / "01_article.ipynb").exists()
    assert prepare_work(root, root).endswith("are as you left them.")


def test_a_prediction_is_not_answered_by_the_copy(tmp_path):
    prepare_work(ROOT, tmp_path)
    for copy in sorted((tmp_path / "work").glob("*/*.ipynb")):
        kept = json.loads((ROOT / copy.parent.name / copy.name).read_text("utf-8"))
        mine = json.loads(copy.read_text("utf-8"))
        ran = [cell for cell in mine["cells"] if cell["cell_type"] == "code"]
        assert not any(cell["outputs"] or cell["execution_count"] for cell in ran)
        for cell in kept["cells"]:
            cell |= {"outputs": [], "execution_count": None} if "outputs" in cell else {}
        assert mine == kept, "all else is the kit's: text, tags, and ids that marking asks for"
    assert "outputs" in json.dumps(kept)


def test_the_class_can_be_laid_out_in_another_folder(tmp_path):
    home = tmp_path / "mine"
    root = kit(tmp_path)
    assert str(home / "work") in prepare_work(root, home)
    assert sorted(path.name for path in root.iterdir()) == ["exercises", "mine", "notebooks"]


def test_an_answer_is_never_replaced_and_a_newer_edition_is_announced(tmp_path):
    root = kit(tmp_path)
    prepare_work(root, root)
    mine = root / "work" / "exercises" / "01_article.ipynb"
    mine.write_text(notebook("first", "my answer"), encoding="utf-8")
    kit(tmp_path, "second")
    said = prepare_work(root, root)
    assert "newer edition of notebooks/01_article.ipynb, exercises/01_article.ipynb" in said
    assert "\n" not in said
    assert "my answer" in mine.read_text(encoding="utf-8")


def test_a_copy_that_is_no_notebook_any_more_is_kept(tmp_path):
    root = kit(tmp_path)
    prepare_work(root, root)
    mine = root / "work" / "notebooks" / "01_article.ipynb"
    mine.write_text("half a file", encoding="utf-8")
    assert "newer edition of notebooks/01_article.ipynb:" in prepare_work(root, root)
    assert mine.read_text(encoding="utf-8") == "half a file"


def test_what_the_lessons_link_to_is_copied_and_always_the_newest(tmp_path):
    root = kit(tmp_path)
    for linked in ("lessons/glossary.md", "data/README.md"):
        (root / linked).parent.mkdir()
        for edition in ("first", "second"):
            (root / linked).write_text(edition, encoding="utf-8")
            prepare_work(root, root)
            assert (root / "work" / linked).read_text(encoding="utf-8") == edition


def test_a_folder_that_cannot_be_laid_out_is_said_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "work").write_text("my notes", encoding="utf-8")
    monkeypatch.setattr("copydesk.corpus.home", lambda: tmp_path)
    result = CliRunner().invoke(main, ["lab", "--no-browser"])
    assert result.exit_code == 2
    assert result.output.startswith(f"The class cannot be laid out in {tmp_path}: ")
    assert result.output.count("\n") == 1
    assert (tmp_path / "work").read_text(encoding="utf-8") == "my notes"


LAB = """
import os, pathlib, signal, socket, sys, time
def end(*_):
    pathlib.Path("ended").touch()
    sys.exit(7)
signal.signal(signal.SIGTERM, end)
pathlib.Path("started.part").write_text(" ".join(sys.argv[1:]))
print("[W] a line of the log that nobody needs")
if os.environ["TROUBLE"] == "broken":
    sys.exit(3)
door = socket.socket()
door.bind(("localhost", 0))
print("[I] Jupyter Server 2 is running at:")
print(f"[I] http://localhost:{door.getsockname()[1]}/lab?token=abc")
os.replace("started.part", "started")
time.sleep(0.5)  # as on a slow computer
if os.environ["TROUBLE"] == "broken late":
    sys.exit(3)
if os.environ["TROUBLE"] != "elsewhere":
    pathlib.Path("listens").touch()
    door.listen()
time.sleep(60)
"""
OPEN = """
import pathlib, signal, sys
from copydesk.classroom import lab
lab.PATIENCE_SECONDS = float(sys.argv[2])
# What is started in the background of a shell may have been told to leave Ctrl-C alone.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(lab.open_lab(pathlib.Path(sys.argv[1]), port=8888, no_browser=True))
"""


def opening(root, trouble="", patience=60):
    """`open_lab` in a process of its own, with something in JupyterLab's place that only waits."""
    prepare_work(root, root)
    (root / "jupyterlab.py").write_text(LAB, encoding="utf-8")
    path = os.pathsep.join([str(root), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-c", OPEN, str(root), str(patience)],
        env={**os.environ, "PYTHONPATH": path, "TROUBLE": trouble, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def opened(root):
    """The same, when it has started."""
    process = opening(root)
    deadline = time.monotonic() + 30
    while not (root / "work" / "started").exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="no process there gets a SIGTERM to pass on")
def test_who_ends_the_class_ends_jupyterlab_too(tmp_path):
    root = kit(tmp_path)
    process = opened(root)
    said = process.stdout.readline()
    assert re.match(r"The class is open at http://localhost:\d+/lab\?token=abc \(Ctrl-C", said)
    assert (root / "work" / "listens").exists(), "said before anybody can open it"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 7
    assert process.stdout.read() == "", "what JupyterLab logs goes to a file"
    assert (root / "work" / "ended").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_ends_the_class_without_an_error(tmp_path):
    root = kit(tmp_path)
    process = opened(root)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert "notebooks/01_article.ipynb" in (root / "work" / "started").read_text()


def test_an_address_that_never_answers_here_is_said_after_a_while(tmp_path):
    root = kit(tmp_path)
    process = opening(root, "elsewhere", patience=0.1)
    assert "/lab?token=abc" in process.stdout.readline()
    assert not (root / "work" / "listens").exists()
    process.terminate()
    process.communicate(timeout=60)


@pytest.mark.parametrize("trouble", ["broken", "broken late"])
def test_a_jupyterlab_that_fails_is_said_with_the_name_of_its_log(tmp_path, trouble):
    root = kit(tmp_path)
    process = opening(root, trouble)
    said, _ = process.communicate(timeout=60)
    log = root / ".copydesk" / "jupyterlab" / "log.txt"
    assert said == f"JupyterLab ended with an error; what it said is in {log}.\n"
    assert process.returncode == 3
    assert "a line of the log" in log.read_text(encoding="utf-8")

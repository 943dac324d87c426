"""A learner's copies: made once, never replaced."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from copydesk.classroom.lab import prepare_work


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
    (sentence,) = prepare_work(root)
    assert "Copied 2 notebooks" in sentence
    assert (root / "work" / "exercises" / "01_article.ipynb").exists()
    assert prepare_work(root) == []


def test_an_answer_is_never_replaced_and_a_newer_edition_is_announced(tmp_path):
    root = kit(tmp_path)
    prepare_work(root)
    mine = root / "work" / "exercises" / "01_article.ipynb"
    mine.write_text(notebook("first", "my answer"), encoding="utf-8")
    kit(tmp_path, "second")
    sentences = prepare_work(root)
    assert len(sentences) == 2
    assert all("newer edition" in sentence for sentence in sentences)
    assert "my answer" in mine.read_text(encoding="utf-8")


def test_a_copy_that_is_no_notebook_any_more_is_kept(tmp_path):
    root = kit(tmp_path)
    prepare_work(root)
    mine = root / "work" / "notebooks" / "01_article.ipynb"
    mine.write_text("half a file", encoding="utf-8")
    (sentence,) = prepare_work(root)
    assert "kept" in sentence
    assert mine.read_text(encoding="utf-8") == "half a file"


def test_what_the_lessons_link_to_is_copied_and_always_the_newest(tmp_path):
    root = kit(tmp_path)
    for linked in ("lessons/glossary.md", "data/README.md"):
        (root / linked).parent.mkdir()
        for edition in ("first", "second"):
            (root / linked).write_text(edition, encoding="utf-8")
            prepare_work(root)
            assert (root / "work" / linked).read_text(encoding="utf-8") == edition


LAB = """
import os, pathlib, signal, sys, time
def end(*_):
    pathlib.Path("ended").touch()
    sys.exit(7)
signal.signal(signal.SIGTERM, end)
pathlib.Path("started.part").write_text(" ".join(sys.argv[1:]))
os.replace("started.part", "started")
time.sleep(60)
"""
OPEN = """
import pathlib, sys
from copydesk.classroom.lab import open_lab
sys.exit(open_lab(pathlib.Path(sys.argv[1]), port=8888, no_browser=True))
"""


def opened(root):
    """`open_lab` in a process of its own, with something in JupyterLab's place that only waits."""
    prepare_work(root)
    (root / "jupyterlab.py").write_text(LAB, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(root)],
        env={**os.environ, "PYTHONPATH": str(root)},
    )
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
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 7
    assert (root / "work" / "ended").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_ends_the_class_without_an_error(tmp_path):
    root = kit(tmp_path)
    process = opened(root)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert "notebooks/01_article.ipynb" in (root / "work" / "started").read_text()

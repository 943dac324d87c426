"""The first start: one at a time, and an error in words."""

import runpy
import sys

import pytest

from copydesk.corpus import ROOT
from copydesk.corpus.files import locked


@pytest.fixture
def start(tmp_path):
    """Give the functions of start.py, with an empty folder in the place of .venv."""
    functions = runpy.run_path(str(ROOT / "start.py"))
    names = functions["install"].__globals__
    names["VENV"] = tmp_path / ".venv"
    names["PYTHON"] = names["VENV"] / "python"
    names["MOST_SECONDS"] = 0.05
    return names


def installing(start, ends):
    """Note what would be called, and let every call end with the next of these codes."""
    called = []

    def call(command, **_):
        called.append([str(word) for word in command])
        start["PYTHON"].touch()
        return ends.pop(0) if ends else 0

    start["subprocess"] = type("calls", (), {"call": staticmethod(call)})
    return called


def test_what_was_installed_is_noted_and_not_installed_again(start):
    called = installing(start, [])
    lock = ROOT / "locks" / "class.txt"
    assert not start["is_installed"](lock)
    assert start["install"](lock) is None
    assert [word for words in called for word in words].count("--require-hashes") == 1
    assert start["is_installed"](lock)
    del called[:]
    assert start["install"](lock) is None, "another start has installed it meanwhile"
    assert called == []


def test_an_installation_that_fails_is_not_noted(start):
    installing(start, [0, 1, 1])
    lock = ROOT / "locks" / "class.txt"
    assert "Check the network" in start["install"](lock)
    assert not start["is_installed"](lock)


def test_two_starts_do_not_install_at_once(start):
    called = installing(start, [])
    start["VENV"].mkdir()
    with locked(start["VENV"] / "installed"):
        said = start["install"](ROOT / "locks" / "class.txt")
    assert "another program has been writing there" in said
    assert called == []


@pytest.mark.skipif(sys.platform == "win32", reason="says it in other words there")
def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(start):
    start["VENV"].write_text("my notes", encoding="utf-8")
    said = start["install"](ROOT / "locks" / "class.txt")
    assert said == f"{start['VENV']} cannot be written: File exists."

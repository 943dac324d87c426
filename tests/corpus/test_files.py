"""Nothing is lost: whole files, one short writer at a time, a full disk, a kill at any moment."""

import errno
import os
import random
import runpy
import subprocess
import sys
import threading
import time

import pytest

from copydesk.corpus import ROOT, files
from copydesk.corpus.files import as_it_was, harmless, locked, write_whole

ADD_ROWS = """
import itertools, pathlib, runpy, sys
files = runpy.run_path(sys.argv[1])
path = pathlib.Path(sys.argv[2])
for number in itertools.count():
    with files["locked"](path):
        files["write_whole"](path, path.read_text() + f"{sys.argv[3]}-{number} is whole\\n")
    print(number, flush=True)
"""


def test_a_file_is_on_the_disk_before_it_takes_the_place_of_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "mine.csv"
    path.write_text("old", encoding="utf-8")
    seen = []
    fsync = os.fsync

    def spy(handle):
        kind = "folder" if os.path.samestat(os.fstat(handle), tmp_path.stat()) else "file"
        seen.append((kind, path.read_text(encoding="utf-8")))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", spy)
    write_whole(path, "new")
    assert seen[0] == ("file", "old")
    if os.name != "nt":
        assert seen[1:] == [("folder", "new")]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, number):
    path = tmp_path / "mine.csv"
    path.write_text("old", encoding="utf-8")

    def full(handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=os.strerror(number)):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_who_waits_too_long_is_told_so_in_a_sentence(tmp_path):
    path = tmp_path / "mine.csv"
    with (
        locked(path),
        pytest.raises(TimeoutError, match=r"another program .* for 0\.05 seconds") as told,
        locked(path, seconds=0.05),
    ):
        pytest.fail("two programs have the same file")
    assert "then try again" in told.value.strerror


def test_a_lock_is_given_back_after_an_error_too_and_leaves_no_file(tmp_path):
    path = tmp_path / "mine.csv"
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), locked(path, seconds=0):
            _ = 1 / 0
    if os.name != "nt":
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_lock_file_that_the_one_before_has_removed_is_no_lock(tmp_path, monkeypatch):
    lock = tmp_path / ".mine.csv.lock"
    monkeypatch.setattr(files, "_lock", lambda handle: lock.unlink())
    assert files._take(lock) is None


def test_threads_wait_for_one_another(tmp_path):
    path = tmp_path / "count"
    path.write_text("0", encoding="utf-8")

    def add():
        for _ in range(20):
            with locked(path):
                number = int(path.read_text(encoding="utf-8"))
                time.sleep(0.0005)
                path.write_text(str(number + 1), encoding="utf-8")

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text(encoding="utf-8") == "80"


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of lock")
def test_a_drive_without_locks_can_be_written(tmp_path, monkeypatch):
    def flock(handle, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(files.fcntl, "flock", flock)
    with locked(tmp_path / "mine.csv", seconds=0):
        write_whole(tmp_path / "mine.csv", "new")
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "new"


def test_a_browser_has_no_locks_and_needs_none(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setitem(sys.modules, "fcntl", None)  # as there
    there = runpy.run_path(files.__file__)
    with there["locked"](tmp_path / "mine.csv", seconds=0):
        there["write_whole"](tmp_path / "mine.csv", "new")
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "new"


def test_the_standard_library_is_enough():
    alone = [sys.executable, "-I", "-S", files.__file__]
    assert subprocess.run(alone, capture_output=True, text=True).stderr == ""


@pytest.mark.thorough
def test_two_hundred_kills_lose_nothing_that_was_saved(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("", encoding="utf-8")
    moments = random.Random(11)
    saved = set()
    for kill in range(200):
        command = [sys.executable, "-I", "-S", "-c", ADD_ROWS, files.__file__, str(path), str(kill)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        saved.add(f"{kill}-{writer.stdout.readline().strip()} is whole")
        time.sleep(moments.random() / 50)
        writer.kill()
        said, _ = writer.communicate()
        # The kill may cut the last line that is printed, but not what was saved before it.
        saved |= {f"{kill}-{number} is whole" for number in said.split("\n")[:-1]}
        text = path.read_text(encoding="utf-8")
        rows = text.splitlines()
        assert text.endswith("\n")
        assert all(row.endswith(" is whole") for row in rows)
        assert len(rows) == len(set(rows))
        assert saved <= set(rows)
    assert len(saved) > 200


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs to mount a disk")
def test_a_disk_that_is_really_full(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    try:
        write_whole(disk / "mine.csv", "old")
        with pytest.raises(OSError, match="No space left"):
            write_whole(disk / "mine.csv", "x" * 100_000)
        assert (disk / "mine.csv").read_text(encoding="utf-8") == "old"
        assert [path.name for path in disk.iterdir()] == ["mine.csv"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_what_checks_tables_is_loaded_without_the_grammars_of_web_addresses():
    ask = (
        "import sys; from copydesk.corpus.table_check import load_checker; load_checker();"
        "print('jsonschema' in sys.modules, 'lark' in sys.modules, 'rfc3987_syntax' in sys.modules)"
    )
    told = {"capture_output": True, "text": True, "env": {**os.environ, "PYTHONPATH": str(ROOT)}}
    assert subprocess.run([sys.executable, "-c", ask], **told).stdout == "True False False\n"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_a_spreadsheet_would_run_is_known(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert as_it_was(harmless(f"{sign}1")) == f"{sign}1"

"""Long work says what it does, on standard error; short work says nothing."""

import threading

import pytest

from copydesk.classroom.progress_line import progress_line


class Spoken:
    """Stand in for standard error, and wait until a line was written."""

    def __init__(self):
        self.lines, self.came = [], threading.Semaphore(0)

    def write(self, text):
        if text.strip():
            self.lines.append(text.strip())
            self.came.release()

    def flush(self):
        pass


def listen(monkeypatch):
    # Not in a fixture: pytest sets standard error again when the test itself begins.
    monkeypatch.setattr("sys.stderr", spoken := Spoken())
    return spoken


def test_long_work_says_what_it_does_and_each_thing_once(monkeypatch):
    spoken = listen(monkeypatch)
    with progress_line("Writing pages", patience=0.001) as now:
        assert spoken.came.acquire(timeout=30)
        now("page 2 of 3")
        assert spoken.came.acquire(timeout=30)
    assert spoken.lines == ["Writing pages ...", "Writing pages: page 2 of 3 ..."]


def test_short_work_says_nothing(monkeypatch):
    spoken = listen(monkeypatch)
    with progress_line("Writing pages", patience=60) as now:
        now("page 1 of 1")
    assert spoken.lines == []


def test_an_error_ends_it():
    before = threading.active_count()
    with pytest.raises(ValueError, match="no"), progress_line("Work", patience=60):
        raise ValueError("no")
    assert threading.active_count() == before

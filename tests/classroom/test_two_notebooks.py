"""Two notebooks that are open at once write one file, and nothing of either is lost."""

from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from copydesk.classroom.annotation import LabelError, label, labels
from copydesk.classroom.signed_report import start_report, write
from copydesk.corpus import ROOT
from copydesk.corpus.files import locked

LABELS = """
from copydesk.classroom.annotation import label
for number in range({first}, {first} + 40):
    label("mine.csv", number, "for", note="by {first}")
"""
REPORTS = """
from copydesk.classroom.signed_report import correct, start_report
report = start_report("minister_wire", "mine.json")
for number in range({first}, {first} + 5):
    said = correct(report, "tone", sentence=number, right="neutral", reason="one two three")
    assert said.state == "right", said
"""


@pytest.fixture
def kernels(tmp_path):
    """Start two kernels in one folder; give a function that runs a cell in each, at once."""
    started = [start_new_kernel(cwd=tmp_path) for _ in range(2)]

    def run(*cells):
        asked = [client.execute(cell) for (_, client), cell in zip(started, cells, strict=True)]
        for (_, client), message in zip(started, asked, strict=True):
            reply = None
            while reply is None or reply["parent_header"]["msg_id"] != message:
                reply = client.get_shell_msg(timeout=120)
            assert reply["content"]["status"] == "ok", reply["content"]

    path = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
    run(path, path)
    yield run
    for manager, client in started:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.mark.thorough
def test_two_kernels_label_in_one_file(kernels, tmp_path):
    kernels(LABELS.format(first=1), LABELS.format(first=101))
    held = labels(tmp_path / "mine.csv")
    assert held["sentence"].tolist() == [*range(1, 41), *range(101, 141)]
    assert held["note"].tolist() == ["by 1"] * 40 + ["by 101"] * 40
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


@pytest.mark.thorough
def test_two_kernels_write_one_report(kernels, tmp_path):
    kernels(REPORTS.format(first=1), REPORTS.format(first=6))
    log = start_report("minister_wire", str(tmp_path / "mine.json")).state().corrections
    assert sorted(entry.place for entry in log) == list(range(1, 11))
    assert sorted(entry.number for entry in log) == list(range(1, 11))


def test_a_file_that_another_notebook_does_not_give_back_is_said_in_a_sentence(
    tmp_path, monkeypatch
):
    report = start_report("minister_wire", str(tmp_path / "mine.json"))
    for room in ("annotation.label_file", "signed_report.file"):
        monkeypatch.setattr(
            f"copydesk.classroom.{room}.locked", lambda path: locked(path, seconds=0.05)
        )
    with (
        locked(tmp_path / "mine.csv"),
        pytest.raises(LabelError, match=r"mine\.csv cannot be written: another program has been"),
    ):
        label(tmp_path / "mine.csv", 1, "for")
    with locked(tmp_path / "mine.json"):
        said = write(report, "tone", "Some words.")
    assert said.state == "unknown"
    assert said.message.startswith("mine.json cannot be written: another program has been writing")
    assert list(Path(tmp_path).iterdir()) == []

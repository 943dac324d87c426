"""A class with hostile notebooks in it, from zip file to pages: the others are marked as ever."""

import io
import json
import zipfile

import pytest

from copydesk.classroom.hand_in import collect, give_back, mark_class
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.hand_in.notebook import MOST_BYTES
from copydesk.corpus import ROOT

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined"),
]

STEM = "02_cleaning"
RIGHT = """
def precision_and_recall(kept, gold):
    hits = sum(one and other for one, other in zip(kept, gold))
    return hits / sum(kept), hits / sum(gold)
"""
LOUD = "\x1b[2J\x1b]0;mine\x07<script>alert(1)</script><img src=x onerror=alert(1)>"
CHECKS = [f'check("2.{number}")' for number in range(1, 6)]


def notebook(*sources, outputs=()):
    cells = [
        {"cell_type": "code", "metadata": {}, "source": text, "outputs": list(outputs)}
        for text in (*sources, *CHECKS)
    ]
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}).encode()


def bomb(entries):
    """Return a zip that unpacks to a thousand times its size: 20 MB an entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(entries):
            archive.writestr(f"Mallory {number}/{STEM}.ipynb", bytes(MOST_BYTES - 1))
    return out.getvalue()


def zip_that_lies():
    """Return a zip whose entry states a hundredth of what it unpacks to."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"Mallory/{STEM}.ipynb", bytes(2 * MOST_BYTES))
    stated = (2 * MOST_BYTES).to_bytes(4, "little")
    return out.getvalue().replace(stated, (MOST_BYTES // 50).to_bytes(4, "little"))


def reads(path):
    return f"said = open({str(path)!r}).read()\nraise SystemExit(said)"


def test_a_class_with_attackers_is_marked_and_its_files_are_as_they_were(tmp_path):
    inbox, folder = tmp_path / "in", tmp_path / "class"
    secrets = {
        "Ada": folder / "seed.txt",
        "Ben": folder / f"learners/Zoe/{STEM}.ipynb",
        "Cem": folder / f"marks/Zoe/{STEM}.json",
    }
    hostile = {name: notebook(reads(path)) for name, path in secrets.items()}
    shout = [{"output_type": "stream", "name": "stdout", "text": LOUD}]
    html = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": LOUD}}]
    hostile["Dia"] = notebook(
        f"def keep_line(line): raise ValueError({LOUD!r})",
        f"def precision_and_recall(kept, gold): return {LOUD!r}",
        outputs=[*shout, *html],
    )
    hostile["Eva"] = notebook(f"open({str(folder / 'seed.txt')!r}, 'w').write('mine')")
    hostile["Fay"] = b"[" * 100_000
    for name, data in {**hostile, "Zoe": notebook(RIGHT)}.items():
        path = inbox / name / f"{STEM}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    (inbox / "Gus").mkdir()
    with (inbox / f"Gus/{STEM}.ipynb").open("wb") as file:
        file.write(notebook(RIGHT))
        file.truncate(500 << 20)
    (inbox / "bomb.zip").write_bytes(bomb(2))
    (inbox / "lies.zip").write_bytes(zip_that_lies())
    notes = {row.came_as.split("/")[0]: row.note for row in collect([inbox], folder)}
    assert "too large (500 MB" in notes["Gus"]
    assert "not a notebook" in notes["Fay"]
    assert "not a notebook" in notes["bomb.zip"]  # none of its parts is too large
    assert "broken in the zip file" in notes["lies.zip"]
    # Somebody laid the huge one out by hand.
    (folder / "learners/Gus").mkdir()
    (inbox / f"Gus/{STEM}.ipynb").rename(folder / f"learners/Gus/{STEM}.ipynb")
    marks = {new.learner: new for new, _ in mark_class(folder, {})}
    seed = (folder / "seed.txt").read_text()
    again = {new.learner: new for new, _ in mark_class(folder, {}, again=True)}
    assert (folder / "seed.txt").read_text() == seed != "mine"
    right = {mark.exercise for mark in marks["Zoe"].marks if mark.state == "right"}
    assert right == {"2.4"}
    for found in (marks, again):
        assert found.pop("Zoe").points > 0
        assert {one.points for one in found.values()} == {0}
        assert set(found) == {"Ada", "Ben", "Cem", "Dia", "Eva", "Gus"}
        assert "larger than 20 MB" in found["Gus"].remarks[0]
    for name in secrets:  # in the second marking there is each of them
        assert "not allowed while marking" in again[name].remarks[0]
    pages = [path for path in give_back(folder, ROOT) if path.suffix == ".html"]
    names = "Ada Ben Cem Dia Eva Fay Gus Mallory Zoe class to_read"  # Mallory came in a zip
    assert " ".join(sorted(path.stem for path in pages)) == names
    assert "larger than 20 MB" in (folder / "feedback/Gus.html").read_text(encoding="utf-8")
    for path in (*pages, *folder.rglob("*.json")):
        text = path.read_text(encoding="utf-8")
        assert "\x1b" not in text
        assert "\x07" not in text
        assert path.suffix == ".json" or ("<script" not in text and "<img" not in text)
    dia = (folder / "feedback/Dia.html").read_text(encoding="utf-8")
    assert "ValueError" in dia
    assert "&lt;script&gt;" in dia
    assert seed.strip() not in dia


def test_a_zip_of_half_a_megabyte_cannot_fill_the_memory(tmp_path, monkeypatch):
    place = tmp_path / "bomb.zip"
    place.write_bytes(bomb(25))
    assert place.stat().st_size < 1_000_000
    monkeypatch.setattr("copydesk.classroom.hand_in.unpacking.MOST_UNPACKED", 400 << 20)
    (row,) = collect([place], tmp_path / "class")
    assert "far more than a class hands in" in row.note

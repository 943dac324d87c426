"""Whoever types what the handbook says, in order, gets what the handbook shows."""

import csv
import re

import pytest
from click.testing import CliRunner

from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.hand_in.example import STEM, invented_class
from copydesk.cli import main
from copydesk.corpus import ROOT

PAGE = (ROOT / "docs/handbook.md").read_text(encoding="utf-8")
SECTION = PAGE.split("### From a zip file to a gradebook")[1].split("**What is contained.**")[0]
BLOCKS = [
    [line.strip() for line in block.splitlines()]
    for block in re.findall(r"(?:^ {4,}\S.*\n)+", SECTION, re.M)
    if not re.match(r" {3}\S", block)
]
COMMAND = "python start.py "


def test_the_invented_learners_are_thirty_and_not_all_alike():
    learners = invented_class()
    assert len({one.name for one in learners}) == 30
    assert len({one.points for one in learners}) >= 5
    assert {one.note != "" for one in learners} == {True, False}
    assert invented_class() == learners


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined")
@pytest.mark.thorough
def test_the_class_of_the_handbook_is_marked_as_it_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = ""
    shown = 0
    for block in BLOCKS:
        if block[0].startswith(COMMAND):
            for line in block:
                done = CliRunner().invoke(main, line.removeprefix(COMMAND).split())
                assert done.exit_code == 0, done.output
                said = done.output
            continue
        table = tmp_path / "class/marks.csv"
        by_hand = tmp_path / "class/by_hand.csv"
        if block[0].count(",") == 4 and "journalism" in block[0]:  # what a person writes
            (line,) = block
            row = ",".join(line.split(",")[:3]) + ",,"
            text = by_hand.read_text(encoding="utf-8")
            assert text.count(row) == 1
            by_hand.write_text(text.replace(row, line), encoding="utf-8")
            continue
        there = said + (table.read_text(encoding="utf-8-sig") if table.exists() else "")
        assert not [line for line in block if line not in map(str.strip, there.splitlines())]
        shown += len(block)
    assert shown >= 10
    with (tmp_path / "class/marks.csv").open(encoding="utf-8-sig", newline="") as file:
        marks = {row["learner"]: float(row["total"]) for row in csv.DictReader(file)}
    assert marks.pop("points possible") == 11
    deserved = {one.name: one.points for one in invented_class()}
    assert marks == {**deserved, "Ana Lima": deserved["Ana Lima"] + 2}
    names = re.findall(r"`([\w.]+\.(?:html|csv|txt))`", SECTION)
    assert len(names) >= 8
    assert not [name for name in names if not (tmp_path / "class" / name).exists()]
    words = re.sub(r"<[^>]+>", " ", (tmp_path / "class/class.html").read_text(encoding="utf-8"))
    assert "The fewest have 2.5 right: 8 of 30." in words
    assert "counts lines from zero" in words.split("2.5 Stretch")[1].split(";")[0]
    feedback = (tmp_path / "class/feedback/Ana Lima.html").read_text(encoding="utf-8")
    assert "Well seen." in feedback
    assert len(list((tmp_path / "class/feedback").glob("*.html"))) == 30
    assert (tmp_path / f"class/moodle_{STEM}.csv").exists()

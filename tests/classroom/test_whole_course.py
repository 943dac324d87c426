"""One learner, from the first lesson to the signed page: what is written in each is in the last."""

from __future__ import annotations

import re

import nbformat
import pytest
from nbclient import NotebookClient

from copydesk.classroom.build.sources import read_cells
from copydesk.classroom.lab import prepare_work
from copydesk.classroom.portfolio import KINDS, Kind, load_pieces
from copydesk.classroom.portfolio.answers import cell_of
from copydesk.corpus import ROOT

WORDS = {
    "reasons": {
        1: "The page names Specimen TV (line 8). Nobody knows its address.",
        2: "Line 19 is dropped as a call to action. The rule loses line 4, the headline.",
        4: "It writes alleged and claimed of one side. One page shows no intention.",
        5: "CRSS counts attacks and operations in the 789. Which years were counted is open.",
        8: "Sentence 7 is quoted as it stands. Three figures can be looked up.",
    },
    "two_sentences": {
        3: "VADER is lowest in sentence 17 because of its words. It does not show blame.",
        6: "CRSS printed 1,524 on 1 January 2024. Whether it is a record depends on the count.",
    },
    "my_description": {7: "A line of deaths from 2013 to 2024, with a gap at 2019. PIPS counted."},
    "my_title": {7: "CRSS counts 2,546 deaths in Pakistan for 2024"},
    "not_checked": {8: "Seven soldiers, two regions and two sums of money: no yearly counts."},
}
CARD = {
    "verdict": "depends on definition",
    "series": "CRSS, deaths in attacks and operations",
    "edition": "2024-01-01",
    "definition": "attacks and operations, all dead",
    "would_change": "a figure of the same count for 2017",
}


def answered(source: str, kind: Kind) -> str:
    """Return an answer cell as a learner fills it in."""
    lesson = kind.lesson
    for name, by_lesson in WORDS.items():
        if lesson in by_lesson:
            text = f'{name} = """\n{by_lesson[lesson]}\n"""'
            source = re.sub(rf'^{name} = """\n\n"""', lambda _, text=text: text, source, flags=re.M)
    chosen = kind.verdicts[1] if kind.verdicts else ""
    source = source.replace('verdict = "..."', f"verdict = {chosen!r}")
    source = source.replace("my_labels = {5: ...", 'my_labels = {5: "Against"')
    source = source.replace('"who counted": ...', '"who counted": "a think tank"')
    source = source.replace('chain = "..."', 'chain = "BDEAC"')
    source = source.replace("my_name = ...", 'my_name = "A. Learner"')
    source = source.replace('"...", "..."', '"Guards shot a man.", "A man was shot."')
    if source.startswith("my_card"):
        return re.sub(r"my_card = \{.*?\n\}", lambda _: f"my_card = {CARD!r}", source, flags=re.S)
    return source


def course(lesson_folder, kind):
    """Return the cells of a lesson with every exercise solved and every answer written."""
    cells = read_cells(ROOT / "lessons" / kind.stem / "exercises.md", kind.stem)
    typed = [cell.source for cell in cells if cell.kind == "code" and "stub" not in cell.tags]
    node = nbformat.read(lesson_folder / f"{kind.stem}.ipynb", as_version=4)
    for cell in node.cells:
        tags = cell.metadata.get("tags", ())
        if "stub" in tags:
            *_, name = re.findall(r"^(?:def )?(\w+)(?:\(| = )", cell.source, re.M)
            cell.source = cell_of(name, typed)
        elif "answer" in tags:
            cell.source = answered(cell.source, kind)
    return node


@pytest.mark.thorough
def test_a_learner_goes_from_the_first_lesson_to_the_signed_page(tmp_path, monkeypatch):
    prepare_work(ROOT, tmp_path)
    folder = tmp_path / "work" / "notebooks"
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for kind in KINDS:
        node = course(folder, kind)
        where = {"metadata": {"path": str(folder)}}
        NotebookClient(node, kernel_name="python3", resources=where, timeout=120).execute()
        assert kind.lesson in load_pieces().made, (kind, node.cells[-4:])
    pieces = load_pieces()
    assert pieces.missing == ()
    signed = pieces.made[8].parts
    assert signed["signed by"].startswith("A. Learner, ")
    # The words of lessons 2, 3 and 6 are those of the signed page.
    assert signed["cleaning"] == WORDS["reasons"][2]
    assert signed["tone"] == WORDS["two_sentences"][3]
    assert signed["claims"] == WORDS["two_sentences"][6]
    assert signed["not checked"] == WORDS["not_checked"][8]
    # What lessons 1, 4, 5 and 7 end in has a place of its own there.
    assert signed["reasons (made for provenance)"] == WORDS["reasons"][1]
    assert "He gives an interview" in signed["chain (made for provenance)"]
    assert ["5", "against"] in [row[:2] for row in signed["my labels (made for stance)"]["rows"]]
    reading = signed["the 789, as I read it (made for claims)"]["rows"]
    assert ["who counted", "a think tank"] in reading
    assert signed["description (made for chart)"] == WORDS["my_description"][7]
    assert signed["chart (made for chart)"]["svg"].startswith("<?xml")
    assert [row[0] for row in pieces.made[2].parts["dropped lines"]["rows"]][:2] == ["1", "2"]
    assert "PIPS" in pieces.made[7].parts["description"]
    page = (tmp_path / "work" / "my_pieces" / "my_pieces.html").read_text(encoding="utf-8")
    assert page.count("<h2") == len(KINDS)

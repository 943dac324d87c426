"""One learner, from the first lesson to the signed page: what is written in each is in the last."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbclient import NotebookClient

from copydesk.classroom.build.sources import read_cells
from copydesk.classroom.lab import prepare_work
from copydesk.classroom.portfolio import KINDS, Kind, load_pieces
from copydesk.classroom.portfolio.answers import cell_of
from copydesk.cli import main
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


OWN = "island_schools"
# By lesson, what a learner writes on a story from outside the kit: the name before `=`, the words.
OWN_WORDS = {
    1: {
        "capture": "Saved by a colleague on 9 June 2026; no address and no archived copy.",
        "chain": "The head teacher, the government and the union spoke; Test Santos wrote.",
        "verdict": "check first",
        "reasons": "The page names its author (line 10) and its day (line 11), and no address.",
    },
    2: {
        "verdict": "fit with a warning",
        "reasons": "Menus, a repeated headline, a picture line and a link were dropped. Lines 32 "
        "and 34 were dropped too, and belong to the story. The desk kept 8 of 22 printed lines.",
    },
    3: {
        "verdict": "not fit",
        "two_sentences": "VADER is lowest in sentence 11, which counts deaths. The score does not "
        "show what anybody on the island thinks.",
    },
    4: {
        "my_labels": "7, the government toward the day: for. 9, the union toward it: against. "
        "10, the page toward the union: neither.",
        "verdict": "do not print it",
        "reasons": "The government, its officer, a teacher and the union all speak.",
    },
    5: {
        "my_reading": "204: counted by UCDP, deaths in organised violence, the Philippines, 2024, "
        "compared with 269 in 2023, and not hedged.",
        "my_question": "Which count shows that deaths have fallen by half since 2023?",
        "verdict": "print it after changes",
        "reasons": "Eleven of 14 schools opened; the headline speaks of schools without a number.",
    },
    6: {
        "my_choice": 4,
        "my_verdict": "supported",
        "two_sentences": "UCDP, edition 2025 v25.1, has 204 deaths in 2024 and 1,713 in 2017. The "
        "World Bank, copy of 6 March 2026, has 115,843,670 people in 2024.",
    },
    7: {
        "printed": {"2023": 269, "2024": 204},
        "unit": "Deaths in organised violence in the Philippines (UCDP, printed on the page)",
        "my_description": "Two bars from zero: 269 deaths for 2023, and 204 for 2024.",
        "verdict": "print it after changes",
        "my_title": "UCDP counts 204 deaths in the Philippines for 2024, 65 fewer than for 2023",
    },
    8: {
        "verdict": "sign with a change",
        "reasons": "Three figures rest on a table, five do not, and two lines were brought back.",
    },
}
OWN_REPORT = """
correct(report, "cleaning", line=32, right="body, kept",
        reason="It counts the 640 children of line 18, and stands before the buttons.")
correct(report, "cleaning", line=34, right="body, kept",
        reason="It tells of the soldiers at the pier; the link in line 30 is about beaches.")
correct(report, "verification", sentence=12, about="1,713", right="supported",
        reason="UCDP, edition 2025 v25.1, has 1,713 deaths for the Philippines in 2017.")
choose(report, quotes=[5, 8, 13], claims=[4, 6, 8], chart=4)
write(report, "standfirst", "The Islands Sample of 8 June 2026 reports that schools on the "
      "island of Halimbawa opened again, and gives counts of deaths for the Philippines.")
write(report, "stance", "The head teacher speaks in her own words (sentence 5). The officer's "
      "“peace has come to stay” comes with claimed (sentence 8), and the union disagrees.")
write(report, "not checked", "That deaths fell by half since 2023: the government names no "
      "source (sentence 13); in the UCDP count they fell from 269 to 204. The 640 children, the "
      "14 schools and the threats in April: no table holds them. Line 32 gives 350 girls and "
      "280 boys, which are 630.")
"""


def own_cell(source: str, kind: Kind) -> str:
    """Return an answer cell as its learner fills it in; a cell that is left has its dots."""
    for name, value in OWN_WORDS[kind.lesson].items():
        blank = rf'^{name} = (?:"""\n\n"""|"\.\.\."|1|\{{\}})$'
        said = f"{name} = {value!r}"
        source = re.sub(blank, lambda _, said=said: said, source, flags=re.M)
    source = source.replace('mine = load_article("minister_wire")', f'mine = load_article("{OWN}")')
    source = source.replace("my_story = ...", f'my_story = "{OWN}"')
    source = source.replace("choose(report, quotes=..., claims=..., chart=...)", OWN_REPORT)
    source = source.replace("sign(report, ...)", 'sign(report, "the authors of this kit")')
    return source.replace("write_html(report, ...)", f'write_html(report, "{OWN}.html")')


def words_of(page: Path) -> str:
    """Return what a reader sees of a page, without its pictures and the day of its signature."""
    text = re.sub(r"<style.*?</style>|<[^>]*>", " ", page.read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"authors of this kit\s*, \d{4}-\d\d-\d\d", "", " ".join(text.split()))


@pytest.mark.thorough
def test_a_story_from_outside_goes_through_the_whole_course(tmp_path, monkeypatch):
    """The page that is signed at its end is the one that docs/ shows."""
    prepare_work(ROOT, tmp_path)
    monkeypatch.setenv("COPYDESK_CORPUS", str(tmp_path / "work" / "corpus"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    story = [str(ROOT / "docs" / "example_story.txt"), "--name", OWN]
    known = ["--outlet", "The Islands Sample", "--date", "2026-06-08"]
    assert CliRunner().invoke(main, ["add", *story, *known], input="\n" * 9).exit_code == 0
    for kind in KINDS:
        path = tmp_path / "work" / kind.made_in(OWN)
        monkeypatch.chdir(path.parent)
        node = nbformat.read(path, as_version=4)
        for cell in node.cells:
            if {"answer", "own-story"} & set(cell.metadata.get("tags", ())):
                cell.source = own_cell(cell.source, kind)
        where = {"metadata": {"path": str(path.parent)}}
        NotebookClient(node, kernel_name="python3", resources=where, timeout=120).execute()
        assert kind.lesson in load_pieces(OWN).made, (kind, node.cells[-8:])
    made = tmp_path / "work" / "exercises" / f"{OWN}.html"
    shown = ROOT / "docs" / "example_report.html"
    assert words_of(made) == words_of(shown), f"docs/ shows another page; {made} is the new one"
    signed = load_pieces(OWN).made[8].parts
    assert signed["claims"] == OWN_WORDS[6]["two_sentences"]
    assert signed["chart (made for chart)"]["svg"].startswith("<?xml")
    assert load_pieces().made == {}, "the pieces of the class stay as they are"

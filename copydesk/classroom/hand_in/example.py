"""A class of thirty invented learners, to practise marking with before one's own class hands in."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.exercises import exercises_of

STEM = "02_cleaning"
FILE = "example_class.zip"

_NAMES = """
    Abena Osei, Amir Rahimi, Ana Lima, Anna Nowak, Björn Lindqvist, Camila Rojas, Chen Wei,
    Dewi Sari, Elif Kaya, Emeka Obi, Fatima Zahra, Giulia Conti, Hana Sato, Ines Moreau,
    Ivan Petrov, Jonas Weber, Kavya Nair, Leila Haddad, Lucas Silva, Maria Popescu, Min-jun Kim,
    Nguyễn Thị Ánh, Noor Khan, Olena Koval, Pedro Santos, Rosa Jiménez, Samuel Mwangi,
    Sofia Rossi, Tariq Aziz, Zanele Dube
"""

# For each exercise ways to answer it that are right, and below them ways that are wrong. Cells are
# divided by "#".
_RIGHT = r"""
def is_interface(line):
    return line.strip().lower() in MENU_WORDS
#
def headline_only(line):
    return line.rsplit("|", 1)[0].strip()
#
def headline_only(line):
    head, bar, tail = line.rpartition("|")
    return head.strip() if bar else line.strip()
#
def keep_line(line):
    bare = line.strip().rstrip("”’\"'")
    return len(line.split()) >= 5 and bare.endswith((".", "!", "?"))
#
def keep_line(line):
    if len(line.split()) < 5:
        return False
    return line.strip().strip("”’\"'")[-1] in ".!?"
#
def precision_and_recall(kept, gold):
    hits = sum(k and g for k, g in zip(kept, gold))
    return hits / sum(kept), hits / sum(gold)
#
def precision_and_recall(kept, gold):
    right = 0
    for k, g in zip(kept, gold):
        if k and g:
            right += 1
    return right / kept.count(True), right / gold.count(True)
#
def lost_journalism(lines, kept, gold):
    lost = []
    for place, line in enumerate(lines):
        if gold[place] and not kept[place]:
            lost.append((place + 1, line))
    return lost
#
def lost_journalism(lines, kept, gold):
    rows = zip(range(1, len(lines) + 1), lines, kept, gold)
    return [(n, line) for n, line, k, g in rows if g and not k]
"""
_WRONG = r"""
def is_interface(line):
    return line in MENU_WORDS
#
def is_interface(line):
    return line.lower() in MENU_WORDS
#
def headline_only(line):
    return line.split("|")[0].strip()
#
def headline_only(line):
    return line.rsplit("|", 1)[0]
#
def keep_line(line):
    return len(line.split()) >= 5
#
def keep_line(line):
    return len(line.split()) >= 5 and line.strip().endswith((".", "!", "?"))
#
def keep_line(line):
    while line:
        pass
#
def precision_and_recall(kept, gold):
    hits = sum(k and g for k, g in zip(kept, gold))
    return hits / sum(gold), hits / sum(kept)
#
def precision_and_recall(kept, gold):
    return sum(kept) / len(kept), sum(gold) / len(gold)
#
def lost_journalism(lines, kept, gold):
    return [(n, line) for n, (line, g) in enumerate(zip(lines, gold), 1) if g]
#
def lost_journalism(lines, kept, gold):
    return [(n, lines[n]) for n in range(len(lines)) if gold[n] and not kept[n]]
"""
_NOTE = "The rule loses line {number}: it is a short sentence of a speaker, and a reader needs it."


@dataclass(frozen=True)
class Invented:
    """One learner of the class.

    Attributes
    ----------
    name : str
    answers : mapping of str to str
        For each exercise that was answered, by the name of its function, the cell.
    points : int
        What the answers deserve.
    note : str
        What was written in the open answer, or nothing.
    """

    name: str
    answers: Mapping[str, str]
    points: int
    note: str


def invented_class() -> list[Invented]:
    """Return thirty learners, always the same ones; they find what comes later harder.

    Examples
    --------
    >>> learners = invented_class()
    >>> len(learners), learners[2].name
    (30, 'Ana Lima')
    """
    rng = random.Random(30)
    return [_learner(name.strip(), rng) for name in _NAMES.split(",")]


def _learner(name: str, rng: random.Random) -> Invented:
    answers, points, ability = {}, 0, rng.uniform(0.4, 1.1)
    for place, exercise in enumerate(exercises_of(STEM)):
        chance, drawn = ability - 0.08 * place, rng.random()
        if drawn > chance + 0.45:
            continue  # not attempted
        is_right = drawn < chance
        answers[exercise.name] = rng.choice(_ways(exercise.name, _RIGHT if is_right else _WRONG))
        points += exercise.points * is_right
    note = _NOTE.format(number=rng.randint(3, 40)) if rng.random() < ability else ""
    return Invented(name, answers, points, note)


def _ways(name: str, written: str) -> list[str]:
    return [cell.strip() for cell in written.split("#") if f"def {name}(" in cell]


def example_class(root: Path) -> bytes:
    """Return the class as the zip file that Moodle makes, with what goes wrong in life.

    One learner hands in twice, one a zip in the zip, one under a name of their own, and one half a
    file and then the whole one.

    Parameters
    ----------
    root : Path
        The folder of the kit.
    """
    given = json.loads((root / "exercises" / f"{STEM}.ipynb").read_text(encoding="utf-8"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, learner in enumerate(invented_class(), 1001):
            folder = f"{learner.name}_{number}_assignsubmission_file_"
            text = json.dumps(_filled(given, learner), indent=1, ensure_ascii=False)
            for name, data in _handed_in(number, text, json.dumps(given)):
                archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (2026, 3, 9, 9, 0, 0)), data)
    return out.getvalue()


def _handed_in(number: int, text: str, given: str) -> Sequence[tuple[str, str | bytes]]:
    """Return the files of one learner: mostly one, as the class was told."""
    name = f"{STEM}.ipynb"
    if number == 1003:
        return ((name, given), (f"{STEM} (2).ipynb", text))
    if number == 1011:
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr(zipfile.ZipInfo(f"work/exercises/{name}", (2026, 3, 9, 9, 0, 0)), text)
        return (("my_work.zip", inner.getvalue()),)
    if number == 1017:
        return (("homework final.ipynb", text),)
    if number == 1024:
        return ((name, text[: len(text) // 2]), (f"{STEM}-1.ipynb", text))
    return ((name, text),)


def _filled(given: Mapping[str, Any], learner: Invented) -> dict[str, Any]:
    cells = []
    for cell in given["cells"]:
        source = "".join(cell["source"])
        for name, answer in learner.answers.items():
            if "stub" in cell["metadata"].get("tags", ()) and f"def {name}(" in source:
                source = answer
        if "answer" in cell["metadata"].get("tags", ()) and learner.note:
            source = source.replace('"""\n\n"""', f'"""\n{learner.note}\n"""')
        cells.append({**cell, "source": source})
    return {**given, "cells": cells}

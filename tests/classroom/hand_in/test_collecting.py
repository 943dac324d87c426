"""What platforms, shared folders and e-mails leave behind, and what becomes of it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from copydesk.classroom.hand_in import collect, naming, summary
from copydesk.classroom.hand_in import notebook as notebook_module
from copydesk.classroom.hand_in.collected import FOREIGN, read_rows
from copydesk.classroom.hand_in.naming import learner_of, safe_name


def notebook(*sources: str, lesson: int = 2) -> bytes:
    checks = [f'check("{lesson}.{n}")' for n in range(1, 6)]
    cells = [{"cell_type": "code", "metadata": {}, "source": text} for text in (*sources, *checks)]
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def inbox(tmp_path):
    def put(files: dict[str, bytes]) -> Path:
        for name, data in files.items():
            path = tmp_path / "inbox" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tmp_path / "inbox"

    return put


def laid_out(folder: Path) -> set[str]:
    return {str(p.relative_to(folder / "learners")) for p in (folder / "learners").rglob("*.ipynb")}


@pytest.mark.parametrize(
    ("parts", "learner", "number"),
    [
        (["Ana Lima_1234567_assignsubmission_file_", "02_cleaning.ipynb"], "Ana Lima", "1234567"),
        (["Ana Lima_1234567_assignsubmission_file_02_cleaning.ipynb"], "Ana Lima", "1234567"),
        (["limaana_120_3400_02_cleaning.ipynb"], "limaana", "120"),
        (["limaana_LATE_120_3400_02_cleaning-1.ipynb"], "limaana", "120"),
        (["Ana Lima", "exercises", "02_cleaning.ipynb"], "Ana Lima", ""),
        (["Ana Lima.zip", "work", "exercises", "02_cleaning.ipynb"], "Ana Lima", ""),
        (["week 2", "02_cleaning Ana Lima (2).ipynb"], "Ana Lima", ""),
        (["02_cleaning_final_v3.ipynb"], "not named", ""),
        (["Ana Lima", "02_cleaning_more.ipynb"], "Ana Lima", ""),
        (["王小明", "02_cleaning.ipynb"], "王小明", ""),
        (["Nguyễn Thị Ánh - lesson 2.ipynb"], "Nguyễn Thị Ánh", ""),
    ],
)
def test_names_of_platforms_and_people_are_read(parts, learner, number):
    assert learner_of(parts)[:2] == (learner, number)


def test_a_zip_in_a_zip_becomes_one_folder_a_learner(inbox, tmp_path):
    inner = zipped({"work/exercises/02_cleaning.ipynb": notebook()})
    both = {"Ana Lima.zip": inner, "Bo Chen/cleaning.ipynb": notebook()}
    rows = collect([inbox({"all.zip": zipped(both)})], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {
        "Ana Lima/02_cleaning.ipynb",
        "Bo Chen/02_cleaning.ipynb",
    }
    assert summary(rows).startswith("2 learners, 2 notebooks.")


def test_what_a_notebook_checks_tells_its_lesson_and_a_wrong_name_is_told_of(inbox, tmp_path):
    place = inbox({"Ana Lima/02_cleaning.ipynb": notebook(lesson=3)})
    (row,) = collect([place], tmp_path / "class")
    assert row.lesson == "03_tone"
    assert "by its name it is 02_cleaning" in row.note


def test_the_newest_attempt_counts_and_the_others_stay(inbox, tmp_path):
    place = inbox(
        {
            "limaana_120_9_02_cleaning-1.ipynb": notebook("new = 1"),
            "limaana_120_8_02_cleaning.ipynb": notebook("old = 1"),
        }
    )
    rows = collect([place], tmp_path / "class")
    folder = tmp_path / "class/learners/limaana"
    assert b"new = 1" in (folder / "02_cleaning.ipynb").read_bytes()
    assert b"old = 1" in (folder / "earlier/02_cleaning-1.ipynb").read_bytes()
    assert {row.file for row in rows} == {
        "learners/limaana/02_cleaning.ipynb",
        "learners/limaana/earlier/02_cleaning-1.ipynb",
    }


def test_the_lesson_itself_does_not_take_the_place_of_its_exercises(inbox, tmp_path):
    few = json.dumps({"cells": [{"cell_type": "code", "source": 'check("2.1")'}]}).encode()
    place = inbox({"Ana Lima/a.ipynb": notebook("mine = 1"), "Ana Lima/z (2).ipynb": few})
    collect([place], tmp_path / "class")
    newest = tmp_path / "class/learners/Ana Lima/02_cleaning.ipynb"
    assert b"mine = 1" in newest.read_bytes()


def test_what_comes_again_is_left_out_and_what_is_new_is_added(inbox, tmp_path):
    place = inbox({"Ana Lima/02_cleaning.ipynb": notebook()})
    first = collect([place], tmp_path / "class")
    assert collect([place], tmp_path / "class") == first
    inbox({"Ana Lima/02_cleaning.ipynb": notebook("more = 1")})
    assert len(collect([place], tmp_path / "class")) == 2
    assert read_rows(tmp_path / "class")[0].file == "learners/Ana Lima/earlier/02_cleaning-1.ipynb"


def test_two_people_of_one_name_are_two_folders(inbox, tmp_path):
    place = inbox(
        {
            f"Ana Lima_{number}_assignsubmission_file_/02_cleaning.ipynb": notebook(f"n = {number}")
            for number in (11, 22)
        }
    )
    collect([place], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {
        "Ana Lima (11)/02_cleaning.ipynb",
        "Ana Lima (22)/02_cleaning.ipynb",
    }


def test_one_person_with_a_name_in_two_orders_is_one_folder(inbox, tmp_path):
    place = inbox(
        {
            "Ana Lima/02_cleaning.ipynb": notebook(),
            "LIMA Ana/03_tone.ipynb": notebook(lesson=3),
        }
    )
    collect([place], tmp_path / "class")
    assert len({name.split("/")[0] for name in laid_out(tmp_path / "class")}) == 1


BROKEN = {
    "half of it": (notebook()[:200], "only a part of one"),
    "nothing": (b"  ", "it is empty"),
    "a table": (b'{"rows": []}', "it has no cells"),
    "a deep list": (b"[" * 200_000, "not a notebook"),
    "another notebook": (b'{"cells": [{"cell_type": "code", "source": "a = 1"}]}', "no exercise"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_marked_is_told_of_and_stops_nothing(inbox, tmp_path, what):
    data, words = BROKEN[what]
    place = inbox({"Ana Lima/sheet.ipynb": data, "Bo Chen/02_cleaning.ipynb": notebook()})
    rows = collect([place], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {"Bo Chen/02_cleaning.ipynb"}
    assert any(words in row.note for row in rows)
    assert "Ana Lima/sheet.ipynb" in summary(rows)


def test_a_notebook_that_is_too_large_is_not_read(inbox, tmp_path, monkeypatch):
    monkeypatch.setattr("copydesk.classroom.hand_in.unpacking.MOST_BYTES", 100)
    rows = collect([inbox({"Ana Lima/02_cleaning.ipynb": notebook()})], tmp_path / "class")
    assert "too large" in rows[0].note
    assert not (tmp_path / "class/learners").exists()


def test_a_zip_that_unpacks_to_far_more_than_it_is_stays_packed(inbox, tmp_path, monkeypatch):
    monkeypatch.setattr("copydesk.classroom.hand_in.unpacking.MOST_UNPACKED", 2_000_000)
    bomb = zipped({f"{n}.ipynb": b" " * 900_000 for n in range(3)})
    assert len(bomb) < 10_000
    rows = collect([inbox({"bomb.zip": bomb})], tmp_path / "class")
    assert "far more" in rows[0].note


def test_a_zip_with_names_that_climb_out_writes_nothing_outside(inbox, tmp_path):
    place = inbox({"a.zip": zipped({"../../../evil/02_cleaning.ipynb": notebook()})})
    collect([place], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {"evil/02_cleaning.ipynb"}


def test_a_zip_that_is_none_and_a_link_are_told_of(inbox, tmp_path):
    place = inbox({"a.zip": b"PK no", "Bo Chen/02_cleaning.ipynb": notebook()})
    (place / "Ana Lima").mkdir()
    (place / "Ana Lima/02_cleaning.ipynb").symlink_to(place / "Bo Chen/02_cleaning.ipynb")
    notes = {row.note for row in collect([place], tmp_path / "class")}
    assert "it is not a zip file, or only a part of one" in notes
    assert "it is a link to another place, which is not followed" in notes


def test_nothing_that_came_in_is_changed(inbox, tmp_path):
    place = inbox({"a.zip": zipped({"Ana Lima/02_cleaning.ipynb": notebook()})})
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    collect([place], tmp_path / "class")
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


def test_a_name_that_is_a_formula_is_harmless_in_a_spreadsheet(inbox, tmp_path):
    place = inbox({"=HYPERLINK/02_cleaning.ipynb": notebook()})
    rows = collect([place], tmp_path / "class")
    with (tmp_path / "class/collected.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["learner"] == "'=HYPERLINK"
    assert read_rows(tmp_path / "class") == rows


def test_a_place_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere\.zip"):
        collect([tmp_path / "nowhere.zip"], tmp_path / "class")


def test_names_are_names_of_folders_everywhere():
    assert safe_name(" .. ") == "_"
    assert safe_name("a/b\x00:c") == "a_b__c"
    assert safe_name("nul.txt") == "_nul.txt"


def test_a_notebook_of_the_old_format_is_read():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["a = ", "1"]}]}]}
    (cell,) = notebook_module.read_notebook(json.dumps(old).encode())
    assert cell.source == "a = 1"


def test_what_is_not_taken_is_listed_with_a_reason(inbox, tmp_path):
    moodle = "Cem Kaya_7_assignsubmission_file_"
    inner = zipped({f"{moodle}/work.py": b"a = 1", f"{moodle}/.DS_Store": b""})
    place = inbox({"a.zip": inner, "report.pdf": b"%", "Ana Lima/02_cleaning.ipynb": notebook()})
    rows = collect([place], tmp_path / "class")
    assert {row.came_as for row in rows if row.note == FOREIGN} == {
        f"a.zip/{moodle}/work.py",
        "report.pdf",
    }
    said = summary(rows)
    assert "or e-mails: 2 (.pdf, .py)." in said
    assert f"  a.zip/{moodle}/work.py" in said
    assert "nothing can be marked: 1.\n  Cem Kaya" in said
    assert "work.py" not in summary(rows, rows)


MAIL = """From: Ana =?utf-8?q?L=C3=ADma?= <a.lima@example.org>
Date: Mon, 9 Mar 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain

Here it is.
--x
Content-Disposition: attachment; filename="02_cleaning.ipynb"

%s
--x--
"""


def test_a_notebook_that_is_attached_to_an_e_mail_is_taken(inbox, tmp_path):
    mail = (MAIL % notebook("one = 1").decode()).encode()
    other = mail.replace(b"Ana =?utf-8?q?L=C3=ADma?=", b"Bo Chen")
    box = b"From a Mon Mar 9\n" + mail + b"\nFrom b Mon Mar 9\n" + other
    place = inbox({"homework.eml": mail, "in.zip": zipped({"all.mbox": box}), "x.eml": b"\x00\x01"})
    rows = collect([place], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {
        "Ana Líma/02_cleaning.ipynb",
        "Bo Chen/02_cleaning.ipynb",
    }
    assert [row.came_as for row in rows if not row.file] == ["x.eml"]


def test_notebooks_without_a_name_are_not_one_learner_until_they_have_one(inbox, tmp_path):
    files = {
        name: notebook(f"n = {n}")
        for n, name in enumerate(("02_cleaning.ipynb", "Untitled.ipynb", "02_cleaning(1).ipynb"))
    }
    place, folder = inbox(files), tmp_path / "class"
    rows = collect([place], folder)
    assert laid_out(folder) == {f"not named {n}/02_cleaning.ipynb" for n in (1, 2, 3)}
    assert "Without the name of a person: 3." in summary(rows)
    assert collect([place], folder) == rows
    (place / "Untitled.ipynb").rename(place / "02_cleaning Ana Lima.ipynb")
    rows = collect([place], folder)
    assert sorted(row.learner.rstrip("123") for row in rows) == ["Ana Lima", *["not named "] * 2]
    assert len(laid_out(folder)) == 3


def test_earlier_attempts_say_whose_they_are_and_what_counts(inbox, tmp_path):
    moodle = "Ana Pérez_12_assignsubmission_file_/02_cleaning.ipynb"
    place = inbox({moodle: notebook("a = 1"), "mail/02 Ana Pérez (2).ipynb": notebook("b = 1")})
    said = summary(collect([place], tmp_path / "class"))
    assert f"beside them: 1.\n  Ana Pérez: {moodle}; mail/02 Ana Pérez (2).ipynb counts" in said


def test_a_namesake_who_comes_later_does_not_take_the_place_of_the_first(inbox, tmp_path):
    for number in (11, 22, 11):
        name = f"Ana Lima_{number}_assignsubmission_file_/02_cleaning.ipynb"
        place = inbox({name: notebook(f"n = {number}")})
        collect([place], tmp_path / "class")
    assert laid_out(tmp_path / "class") == {
        "Ana Lima/02_cleaning.ipynb",
        "Ana Lima (22)/02_cleaning.ipynb",
    }


def test_a_learner_s_folder_that_is_deleted_can_be_collected_anew(inbox, tmp_path):
    place, folder = inbox({"Ana Lima/02_cleaning.ipynb": notebook()}), tmp_path / "class"
    rows = collect([place], folder)
    (folder / rows[0].file).unlink()
    assert collect([place], folder) == rows
    assert laid_out(folder) == {"Ana Lima/02_cleaning.ipynb"}


OF_A_CLASS = """exercise; exercises; work; notebook; notebooks; solution; solutions; submission;
    submissions; attachment; attachments; file; files; upload; uploads; download; downloads;
    homework; assignment; assignments; copydesk; class; new folder; untitled; 12"""
OF_A_FILE = """copy; copie; kopie; copia; final; fresh; new; done; exercise; exercises; lesson;
    homework; of; edited; my; attempt; version; v2; 3"""


@pytest.mark.parametrize("words", [" ".join(one.split()) for one in OF_A_CLASS.split(";")])
def test_a_folder_of_a_class_is_nobodys_name(words):
    assert naming._NOT_A_NAME.search(words)
    assert not naming._NOT_A_NAME.search(f"Ana {words}")


@pytest.mark.parametrize("word", [one.strip() for one in OF_A_FILE.split(";")])
def test_what_a_file_is_called_besides_its_learner_is_left_out(word):
    assert naming._NOISE.sub("", f"ana {word}") == "ana "

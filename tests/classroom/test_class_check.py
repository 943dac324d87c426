"""What nbval reports becomes sentences for an instructor."""

import json

import pytest

from copydesk.classroom.class_check import ClassCheckError, check_class, read_reports
from copydesk.corpus import ROOT

HEAD = "#x1B[91mNotebook cell execution failed#x1B[0m\n#x1B[94mCell 1: "


def report(*failures, notebook="notebooks.02_cleaning.ipynb"):
    cases = "".join(
        f'<testcase classname="{notebook}" name="Cell {number}">'
        + (f"<failure>{HEAD}{failure}</failure>" if failure else "")
        + "</testcase>"
        for number, failure in enumerate(failures)
    )
    return f"<testsuites><testsuite>{cases}</testsuite></testsuites>"


ERROR = """Cell execution caused an exception

Input:
#x1B[0mrows = load()
print(rows)

#x1B[94mTraceback:#x1B[0m
#x1B[31mNameError#x1B[39m: name 'load' is not defined
"""


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (ERROR, "stops with an error (NameError: name 'load' is not defined). A learner who runs"),
        ("Timeout of 60 seconds exceeded executing cell\n\nInput:\nrows = load()", "60 seconds"),
        ("Cell outputs differ\n\nInput:\nrows = load()\n\nTraceback:\n 1 != 2", "something else"),
    ],
)
def test_the_first_cell_that_breaks_is_named_in_words(said, what):
    found = read_reports([report("", said, ERROR)])
    (text,) = map(str, found.breaks)
    assert text.startswith("notebooks/02_cleaning.ipynb, code cell 2 (`rows = load()`; the class")
    assert what in text
    assert text.endswith("Cells below it that fail too: 1.")


def test_the_page_shows_what_the_class_meets_first_and_runs_nothing_of_it():
    loud = ERROR.replace("rows = load()", "load('</code><script>')").replace("<", "&lt;")
    found = read_reports([report(ERROR, notebook="solutions.a.ipynb"), report(loud)])
    page = found.to_html()
    assert "Notebooks in which something would break: 2." in page
    assert page.index("notebooks/02_cleaning.ipynb, code cell 1") < page.index("solutions/a.ipynb")
    assert "&lt;/code&gt;&lt;script&gt;" in page
    assert "<script" not in page
    assert "exercises" not in page
    assert "Nothing would break" in read_reports([report("")]).to_html()


def test_a_class_in_which_nothing_breaks_is_told_so():
    found = read_reports([report("", ""), report("", notebook="exercises.02_cleaning.ipynb")])
    assert found.to_text() == (
        "2 notebooks with 3 code cells were run on this computer. "
        "Nothing would break for learners.\n"
    )


@pytest.mark.thorough
def test_a_lesson_with_a_broken_cell_is_found_by_running_it(tmp_path):
    for folder in ("notebooks", "solutions", "exercises"):
        notebook = json.loads((ROOT / folder / "01_article.ipynb").read_text(encoding="utf-8"))
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][:1]
        if folder == "exercises":
            cells[0]["source"] = "no_such_name"
        path = tmp_path / folder / "01_article.ipynb"
        path.parent.mkdir()
        path.write_text(json.dumps({**notebook, "cells": cells}))
    (one,) = check_class(tmp_path, ["01_article"]).breaks
    assert one.notebook == "exercises/01_article.ipynb"
    assert one.what == "stops with an error (NameError: name 'no_such_name' is not defined)"
    with pytest.raises(ClassCheckError):
        check_class(tmp_path, ["09_none"])

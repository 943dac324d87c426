# ruff: noqa: D103
"""A built site, which the variable COPYDESK_SITE names: a class at work in it.

``copydesk site FOLDER --check`` runs every notebook as it is. Here someone reads, answers rightly
and wrongly, moves widgets, saves, prints, and loses the network.
"""

from __future__ import annotations

import base64
import json
import os
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import NARROW, WCAG, scrolls_sideways, violations
from test_in_jupyterlab import CONTROLS, use_control

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.site.configuration import SWITCHED_OFF
from copydesk.classroom.site.driving import (
    RUN_SECONDS,
    answer_within,
    cell_troubles,
    open_notebook,
    run_cells,
    watch_page,
)
from copydesk.classroom.site.serving import open_browser, serve, watch_outside
from copydesk.corpus import ROOT
from copydesk.exercises import exercises_of

SITE = os.environ.get("COPYDESK_SITE")

pytestmark = pytest.mark.skipif(
    not SITE,
    reason="needs a site that copydesk site has built; name its folder in COPYDESK_SITE",
)

PAGES = sorted(path.stem for path in Path(SITE).glob("*.html")) if SITE else []
STEMS = lesson_stems(ROOT)
WINDOW = {"width": 1400, "height": 1000}
LOOP = "def longest_line(lines):\n    while True:\n        pass"
BAR = "#copydesk-bar"

# Runs text in the kernel of the open notebook, and gives what it prints.
EXECUTE = """async (code) => {
    const panel = window.jupyterapp.shell.currentWidget;
    const asked = panel.sessionContext.session.kernel.requestExecute({ code });
    let told = "";
    asked.onIOPub = ({ content }) => { told += content.text ?? content.evalue ?? ""; };
    await asked.done;
    return told;
}"""

# An answer of the learner's that is one of the wrong answers which the kit knows.
WRONG = """
from copydesk.classroom import check
from copydesk.exercises import find
exercise = find({id!r})
for wrong in exercise.misconceptions[:2]:
    globals()[exercise.name] = wrong.behaves_like() if exercise.is_value else wrong.behaves_like
    print(check({id!r}).message)
"""


@pytest.fixture(scope="module")
def reader():
    """Open a browser that reaches nothing but this computer, as a reader of the site has it."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def site():
    """Serve the site below a path; give its address."""
    with serve(Path(SITE)) as (_, address):
        yield address


@contextmanager
def opened(reader, address, name=None):
    """Open a notebook in a browser of its own, or a page; nothing may go wrong or leave."""
    context = reader.new_context(viewport=WINDOW)
    outside = watch_outside(context)
    page = context.new_page()
    troubles = watch_page(page)
    if name:
        open_notebook(page, address, name)
    yield page
    context.close()
    assert troubles == []
    assert outside == []


def notebook(path):
    return json.loads((ROOT / f"{path}.ipynb").read_text(encoding="utf-8"))["cells"]


def execute(page, code):
    script = f"() => ({EXECUTE})({json.dumps(code)})"
    return answer_within(page, f"async {script}", RUN_SECONDS)


def scroll_to(page, place):
    """Bring a cell into the window: JupyterLab draws no other."""
    script = f"jupyterapp.shell.currentWidget.content.scrollToItem({place}, 'center')"
    answer_within(page, f"async () => {script}", RUN_SECONDS)


def is_widget(cell):
    return "widget" in cell["metadata"].get("tags", ())


def is_quiz(cell):
    return "".join(cell["source"]).startswith("quiz(")


def pictures(cells):
    """Return how many pictures cells show."""
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return sum("image/png" in output.get("data", {}) for output in outputs)


def replies(cells):
    """Return what each cell with ``check`` printed, by the text of the cell."""
    return {
        "".join(cell["source"]): " ".join(
            "".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"]
        )
        for cell in cells
        if "".join(cell["source"]).startswith("check(")
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site_breaks_no_rule(reader, site, name):
    with opened(reader, site) as page:
        page.goto(f"{site}{name}.html")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page, {"type": "tag", "values": list(WCAG)}) == []
        page.set_viewport_size(NARROW)
        assert not scrolls_sideways(page)


@pytest.mark.parametrize("stem", STEMS)
def test_a_lesson_runs_to_its_end_and_every_chart_is_seen(reader, site, stem):
    with opened(reader, site, f"notebooks/{stem}") as page:
        cells = run_cells(page)
        assert cell_troubles(cells) == []
        assert pictures(cells) == pictures(notebook(f"notebooks/{stem}"))


@pytest.mark.parametrize("stem", STEMS)
def test_the_widget_of_a_lesson_is_worked_by_the_keyboard(reader, site, stem):
    # A lesson that lets nothing be moved has its quiz, which is a row of buttons.
    name, place = next(
        (name, place)
        for is_one in (is_widget, is_quiz)
        for name in (f"notebooks/{stem}", f"notebooks/{stem}_more")
        for place, cell in enumerate(notebook(name))
        if is_one(cell)
    )
    with opened(reader, site, name) as page:
        assert cell_troubles(run_cells(page)) == []
        scroll_to(page, place)
        cell = page.locator(f".jp-Notebook .jp-Cell[data-windowed-list-index='{place}']")
        control = cell.locator(CONTROLS).last
        control.wait_for()
        use_control(control, cell)


@pytest.mark.parametrize("stem", STEMS)
def test_right_and_wrong_answers_are_told_apart(reader, site, stem):
    asked = notebook(f"exercises/{stem}")
    sources = ["".join(cell["source"]) for cell in asked]
    for place, cell in enumerate(notebook(f"solutions/{stem}")):
        if "solution" in cell["metadata"].get("tags", ()):
            sources[place] = "".join(cell["source"])
    exercises = exercises_of(stem)
    with opened(reader, site, f"exercises/{stem}") as page:
        said = replies(run_cells(page, sources))
        assert len(said) >= 2
        assert {call: reply for call, reply in said.items() if "right" not in reply} == {}
        for exercise in exercises[:2]:
            told = execute(page, WRONG.format(id=exercise.id))
            for wrong in exercise.misconceptions[:2]:
                assert wrong.name in told, told
            assert "right" not in told.split(".")[1]


def test_an_endless_loop_is_stopped(reader, site):
    cells = notebook("exercises/01_article")
    sources = ["".join(cell["source"]) for cell in cells]
    (place,) = [n for n, source in enumerate(sources) if "def longest_line" in source]
    sources[place] = LOOP
    with opened(reader, site, "exercises/01_article") as page:
        assert "loop that never ends" in replies(run_cells(page, sources))['check("1.2")']


def test_what_a_page_cannot_use_is_not_waited_for(reader, site):
    with opened(reader, site, "notebooks/01_article") as page:
        active = page.evaluate("window.jupyterapp.listPlugins()")
    assert "@jupyterlab/notebook-extension:tracker" in active
    for part in SWITCHED_OFF:
        assert not [name for name in active if name.split(":")[0] == part], part


def test_a_report_is_signed_saved_and_printed(reader, site):
    with opened(reader, site, "notebooks/08_report") as page:
        assert cell_troubles(run_cells(page)) == []
        code = (
            "from copydesk.classroom.signed_report import example_report, write_html\n"
            'print(write_html(report, "draft.html").message)\n'
            'print(write_html(example_report(), "mine.html").message)'
        )
        told = execute(page, code)
        assert "It is marked as a draft" in told.split("mine.html")[0]
        assert "mine.html is written" in told
        assert "draft" not in told.split("mine.html")[1]
        file = "jupyterapp.serviceManager.contents.get('notebooks/mine.html', {content: true})"
        saved = answer_within(page, f"async () => (await {file}).content", RUN_SECONDS)
        printed = page.context.new_page()
        printed.set_content(base64.b64decode(saved).decode("utf-8"))
        assert "the authors of this kit" in printed.locator("body").inner_text()
        pdf = printed.pdf()
        assert pdf.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 1


def test_without_a_network_a_lesson_opens_and_answers(reader):
    context = reader.new_context(viewport=WINDOW)
    with serve(Path(SITE)) as (_, address):
        page = context.new_page()
        page.goto(f"{address}index.html")
        open_notebook(page, address, "exercises/01_article")
        run_cells(page)
        page.close()
    # The server has gone. What was opened once is in the browser.
    page = context.new_page()
    troubles = watch_page(page)
    page.goto(f"{address}index.html")
    assert page.get_by_role("heading", level=1).count() == 1
    open_notebook(page, address, "exercises/01_article")
    assert "not attempted" in " ".join(replies(run_cells(page)).values())
    # The browser looks for a newer service worker by itself, and says that it found no server.
    assert [one for one in troubles if "when fetching the script" not in one] == []
    context.close()


def test_work_is_saved_as_a_file_and_opened_again(reader, site, tmp_path):
    with opened(reader, site, "exercises/01_article") as page:
        page.locator(f"{BAR} [role=status]", has_text="Ready after").wait_for()
        assert violations(page, {"type": "tag", "values": list(WCAG)}, (BAR,)) == []
        page.evaluate(
            "jupyterapp.shell.currentWidget.content.model.cells.get(0)"
            ".sharedModel.setSource('My own work.')"
        )
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.locator("body").click(position={"x": 700, "y": 300})  # a page that was used may ask
        page.reload()
        assert asked == ["beforeunload"], "a reader is asked before work could be lost"
        page.locator(f"{BAR} [role=status]", has_text="Ready after").wait_for()
        with page.expect_download() as download:
            page.get_by_role("button", name="Save my work as a file").click()
        saved = tmp_path / "01_article (1).ipynb"
        download.value.save_as(saved)
        content = json.loads(saved.read_text(encoding="utf-8"))
        content["cells"][0]["source"] = "From a file."
        saved.write_text(json.dumps(content), encoding="utf-8")
        page.locator(f"{BAR} input").set_input_files(saved)
        page.locator(f"{BAR} [role=status]", has_text="01_article.ipynb is open").wait_for()
        first = "jupyterapp.shell.currentWidget.content.model.cells.get(0).sharedModel.source"
        assert page.evaluate(first) == "From a file."
        assert asked == ["beforeunload", "confirm"]


def test_a_page_of_the_readers_own_is_read_and_kept(reader, site, tmp_path):
    story = ROOT / "data" / "articles" / "minister_wire.txt"
    page_file = tmp_path / "story.html"
    lines = "".join(f"<p>{line}</p>" for line in story.read_text(encoding="utf-8").splitlines())
    page_file.write_text(f"<html><body><article>{lines}</article></body></html>", encoding="utf-8")
    with opened(reader, site, "notebooks/01_article") as page:
        page.locator(f"{BAR} [role=status]", has_text="Ready after").wait_for()
        page.locator(f"{BAR} input").set_input_files(page_file)
        page.locator(f"{BAR} [role=status]", has_text="story.html lies beside").wait_for()
        code = (
            "from copydesk.article import read_article\n"
            "mine = read_article('story.html')\n"
            "print(len(mine.lines), mine.lines[0])"
        )
        first = next(line for line in story.read_text(encoding="utf-8").splitlines() if line)
        assert first in execute(page, code)
        complete = "print([c.text for c in get_ipython().Completer.completions('read_arti', 9)])"
        quiet = "import warnings; warnings.simplefilter('ignore')\n"
        assert "read_article" in execute(page, quiet + complete)


def test_figures_and_a_story_of_the_readers_own_are_taken_in_and_kept(reader, site):
    code = """
from pathlib import Path
from copydesk.classroom.own_corpus import add_figures, example_tables
from copydesk.corpus.table_check import TableError
figures, definitions = example_tables()
for name, text in example_tables().items():
    Path(name).write_text(text)
Path("bad.csv").write_text(example_tables()[figures].replace(",2023,", ",last year,"))
try:
    add_figures(Path("bad.csv"), Path(definitions))
except TableError as error:
    print(error)
print(add_figures(Path(figures), Path(definitions)))
"""
    with opened(reader, site, "notebooks/01_article") as page:
        told = execute(page, code)
        assert "bad.csv, line 2" in told
        assert "AddedFigures(figure_ids=(" in told
        page.reload()
        open_notebook(page, site, "notebooks/01_article")
        kept = (
            "from copydesk.corpus import own_folder\n"
            "print([path.name for path in own_folder().rglob('*.csv')])"
        )
        assert "figures.csv" in execute(page, kept)

# ruff: noqa: D103
"""Every lesson in JupyterLab, as a class opens it: Run All, the widgets by keyboard, two themes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest
from browsing import WCAG, built_notebooks, looks, violations, watch
from playwright.sync_api import Page, expect

from copydesk.corpus import ROOT

# Nothing is known to go wrong that would have to be let pass: no message in the console, no
# request that fails. Should that change, the place to list it with a reason is `browsing.watch`.

# What the kit cannot mend, for these elements alone. The pages of `copydesk pages` have neither.
NOT_OURS = {
    # ipywidgets writes a slider's name beside it, and gives the handle none and no way to set one.
    "aria-input-field-name": ".noUi-handle",
    # JupyterLab gives a picture no text. The chart's description is printed below it.
    "image-alt": ".jp-RenderedImage img",
}

LOAD_MS = 60_000
RUN_MS = 120_000
TALL = 16_000  # pixels: longer than any lesson, shorter than a picture may be
ERRORS = (
    "[data-mime-type='application/vnd.jupyter.error'],"
    "[data-mime-type='application/vnd.jupyter.stderr']"
)
CONTROLS = ".jp-OutputArea :is(button, input, select, [role=slider])"
TOLD = (
    ".jp-OutputArea :is(.widget-html-content, button)"  # an annotation tells of itself on buttons
)
KEYS = {
    "slider": "ArrowRight",
    "submit": "Enter",
    "button": "Enter",
    "checkbox": "Space",
    "text": "Enter",
}
ERROR = re.compile(r"\b\w*(Error|Exception): ")
# The number beside a cell stays once it has run; before, and after an error above it, it is a blank
# or a star. A folded cell shows none.
ALL_HAVE_RUN = """() => [...document.querySelectorAll(".jp-Notebook .jp-InputPrompt")]
    .map((prompt) => prompt.textContent)
    .every((number) => number === "" || /^\\[\\d+\\]:$/.test(number))"""


@dataclass(frozen=True)
class Lesson:
    """A lesson that was run in JupyterLab."""

    name: str
    page: Page
    cells: list[dict]
    troubles: list[str]

    def tagged(self, tag: str) -> list[int]:
        """Return the places of the cells with a tag."""
        return [
            place
            for place, cell in enumerate(self.cells)
            if tag in cell["metadata"].get("tags", ())
        ]

    def choose(self, menu: str, *items: str) -> None:
        """Choose something from a menu, such as Run > Run All Cells."""
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        for item in items:  # by their text: an item with a menu of its own has no role
            self.page.locator(".lm-Menu").get_by_text(item, exact=True).click()


@pytest.fixture(scope="module", params=built_notebooks("notebooks"))
def lesson(request, browser, lab):
    """Open a lesson and run all of its cells."""
    address, token = lab
    path = f"{request.param}.ipynb"
    cells = json.loads((ROOT / path).read_text(encoding="utf-8"))["cells"]
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(15_000)
    troubles = watch(page)
    page.goto(f"{address}lab/tree/{path}?reset&token={token}")
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(cells), timeout=LOAD_MS)
    idle = page.get_by_role("button", name="(ipykernel) | Idle")
    expect(idle).to_be_visible(timeout=LOAD_MS)
    lesson = Lesson(path.split("/")[1].removesuffix(".ipynb"), page, cells, troubles)
    lesson.choose("Run", "Run All Cells")
    page.wait_for_function(ALL_HAVE_RUN, timeout=RUN_MS)
    expect(idle).to_be_visible()
    yield lesson
    lesson.choose("Kernel", "Shut Down Kernel")
    page.close()


def test_every_cell_runs_without_an_error_and_nothing_leaves_the_computer(lesson):
    shown = lesson.page.locator(ERRORS).evaluate_all(
        """(errors) => errors.map((error) => [
            [...document.querySelectorAll(".jp-Notebook .jp-Cell")].indexOf(
                error.closest(".jp-Cell")),
            error.textContent,
        ])"""
    )
    meant = lesson.tagged("raises-exception")
    assert [text for place, text in shown if place not in meant] == []
    assert lesson.troubles == []


def test_every_widget_is_worked_by_the_keyboard_alone(lesson, keep):
    page = lesson.page
    for place in reversed(lesson.tagged("widget")):  # after Run All, the last cell is selected
        cell = page.locator(".jp-Notebook .jp-Cell").nth(place)
        go_up_to(page, cell, most=len(lesson.cells))
        controls = cell.locator(CONTROLS)
        expect(controls.first).to_be_visible()
        resting = looks(controls)
        reached = []
        while (control := next_control(page, controls, cell)) is not None:
            assert looks(controls)[control] != resting[control], "the focus cannot be seen"
            reached.append(control)
        assert reached == list(range(len(resting)))
        # The last one first: of some buttons, the first is the one that is already pressed.
        for control in reversed(range(len(resting))):
            use_control(controls.nth(control), cell)
        keep(cell, f"{lesson.name}_widget_{place}")
    assert lesson.troubles == []


def test_every_quiz_is_answered_by_the_keyboard_alone(lesson, keep):
    page = lesson.page
    quizzes = [
        (place, asked[1])
        for place, cell in enumerate(lesson.cells)
        if (asked := re.fullmatch(r'quiz\("(.+)"\)', "".join(cell["source"])))
    ]
    assert quizzes or lesson.name.endswith("_more"), "the quizzes stand in the part for the class"
    page.keyboard.press("Escape")
    page.locator(".jp-Notebook .jp-Cell").last.click(position={"x": 2, "y": 2})
    for place, number in reversed(quizzes):
        cell = page.locator(".jp-Notebook .jp-Cell").nth(place)
        go_up_to(page, cell, most=len(lesson.cells))
        options = cell.locator(".copydesk-quiz button")
        expect(options.first).to_be_visible()
        resting = looks(options)
        reached = []
        while (option := next_control(page, options, cell)) is not None:
            assert looks(options)[option] != resting[option], "the focus cannot be seen"
            page.keyboard.press("Enter")
            answer = re.compile(rf"Question {number}: (right|not yet)")
            expect(cell.get_by_role("status")).to_contain_text(answer)
            expect(options.nth(option)).to_contain_text("●")
            reached.append(option)
        assert reached == list(range(options.count()))
        keep(cell, f"{lesson.name}_quiz_{number}")
    assert lesson.troubles == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_what_the_lesson_shows_is_legible_in_both_themes(lesson, theme, keep):
    page = lesson.page
    lesson.choose("Settings", "Theme", theme)
    expect(page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
    expect(page.locator("#jupyterlab-splash")).to_have_count(0)  # it covers a change of theme
    # JupyterLab draws only what is in the window, so the window becomes as tall as the lesson. Its
    # body has no height, which axe-core takes for a page that is hidden.
    page.set_viewport_size({"width": 1400, "height": TALL})
    page.add_style_tag(content="body { height: 100vh }")
    page.locator(".jp-WindowedPanel-outer").evaluate("(notebook) => notebook.scrollTo(0, 0)")
    texts = sum(cell["cell_type"] == "markdown" for cell in lesson.cells)
    expect(page.locator(".jp-MarkdownOutput")).to_have_count(texts)  # all of the lesson is drawn
    expect(page.locator(".jp-OutputArea-output").last).to_be_visible()
    keep(page, f"{lesson.name}_{theme.split()[1].lower()}")
    contrast = {"type": "rule", "values": ["color-contrast"]}
    assert violations(page, contrast, (".jp-MarkdownOutput", ".jp-OutputArea-output")) == []
    found = violations(page, {"type": "tag", "values": WCAG}, (".jp-OutputArea-output",))
    assert [each for each in found if not is_known(page, each)] == []
    assert lesson.troubles == []


def is_known(page, violation):
    """Say whether an element is one of those that are made by Jupyter and not by the kit."""
    part = NOT_OURS.get(violation.rule)
    element = page.locator(violation.selector).first
    return part is not None and element.evaluate("(element, is) => element.matches(is)", part)


def go_up_to(page, cell, most):
    """Select a cell with the arrow keys."""
    page.keyboard.press("Escape")
    for _ in range(most):
        if "jp-mod-active" in cell.get_attribute("class"):
            return
        page.keyboard.press("ArrowUp")
    raise AssertionError("the arrow keys do not lead to the cell")


def next_control(page, controls, cell):
    """Press Tab until a control has the focus; return which one, or None outside the cell.

    Where JupyterLab has not yet drawn the next cell, Tab leads out of the notebook, and there the
    arrow keys select no cell. Shift+Tab then leads back into it.
    """
    while True:
        page.keyboard.press("Tab")
        if not has_focus(cell):
            if not has_focus(page.locator(".jp-Notebook")):
                page.keyboard.press("Shift+Tab")
            return None
        place = controls.evaluate_all("(all) => all.indexOf(document.activeElement)")
        if place >= 0:
            return place


def has_focus(part):
    """Say whether the focus is in a part of the page."""
    return part.evaluate("(part) => part.contains(document.activeElement)")


def use_control(control, cell):
    """Use a control by its key, and see that the widget follows and has no error to tell."""
    told = cell.locator(TOLD)
    before = told.all_inner_texts()
    control.focus()
    kind = control.evaluate("(control) => control.role ?? control.type")
    if kind == "text":
        control.page.keyboard.insert_text("By keyboard.")
    at_the_end = control.get_attribute("aria-valuenow") == control.get_attribute("aria-valuemax")
    control.page.keyboard.press("ArrowLeft" if kind == "slider" and at_the_end else KEYS[kind])
    for _ in range(50):
        if told.all_inner_texts() != before:
            break
        control.page.wait_for_timeout(100)
    else:
        raise AssertionError(f"nothing follows {control.evaluate('(it) => it.outerHTML')}")
    assert not ERROR.search(" ".join(told.all_inner_texts()))

"""Open a browser, watch what a page asks for, and measure what it shows."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Locator, Page, Playwright

from copydesk.classroom.build import lesson_stems, targets
from copydesk.corpus import ROOT

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""The rules of axe-core that stand for WCAG 2.2, levels A and AA."""

NARROW = {"width": 320, "height": 640}
"""What is left of a window of 1280 pixels at a zoom of 400 percent (WCAG 1.4.10)."""

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def built_notebooks(*folders: str) -> list[str]:
    """Return the notebooks of the lessons that are built, as "folder/name"."""
    paths = [target.path for target in targets(ROOT, lesson_stems(ROOT), folders)]
    return [path.removesuffix(".ipynb") for path in paths if (ROOT / path).exists()]


def launch(playwright: Playwright) -> Browser:
    """Open the browser that CHROMIUM names, or else one that this computer has."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _COMMANDS)), None)
    if path:
        return playwright.chromium.launch(executable_path=path)
    for channel in ("chrome", None):  # Chrome where it is usually installed; Playwright's own
        try:
            return playwright.chromium.launch(channel=channel)
        except Error:
            continue
    pytest.exit(
        "No browser was found: install Chromium or Google Chrome, or run "
        "python -m playwright install chromium, or name one in the variable CHROMIUM.",
        returncode=2,
    )


def watch(page: Page) -> list[str]:
    """Return a list that fills with a sentence for everything that goes wrong on a page."""
    troubles: list[str] = []

    def asked(url: str) -> None:
        address = urlsplit(url)
        inside = address.scheme in {"file", "data", "blob"}
        if not inside and address.hostname not in {"localhost", "127.0.0.1"}:
            troubles.append(f"A request left this computer: {url}")

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    page.on("requestfailed", lambda request: troubles.append(f"Failed: {request.url}"))
    page.on("pageerror", lambda error: troubles.append(f"Script error: {error}"))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and troubles.append(f"{answer.status}: {answer.url}"),
    )
    page.on(
        "console",
        lambda said: said.type == "error" and troubles.append(f"Console: {said.text}"),
    )
    return troubles


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule of axe-core."""

    rule: str
    selector: str
    html: str
    reason: str


def violations(page: Page, rules: dict, within: Sequence[str] = ("html",)) -> list[Violation]:
    """Run axe-core on the parts of a page that ``within`` selects.

    ``rules`` is what axe-core calls runOnly: ``{"type": "tag", "values": [...]}``.
    """
    options = {"runOnly": rules, "resultTypes": ["violations", "incomplete"]}
    # Axe.run writes a context of its own as Python text, which is not always JavaScript.
    page.evaluate(Axe().axe_script)
    context = json.dumps({"include": [[selector] for selector in within]})
    found = page.evaluate(f"axe.run({context}, {json.dumps(options)})")
    unsure = [(rule["id"], rule["nodes"][0]["any"]) for rule in found["incomplete"]]
    assert found["passes"], f"axe-core found nothing that it can judge: {unsure}"
    return [
        Violation(rule["id"], node["target"][0], node["html"][:200], node["failureSummary"])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def text_beyond_the_edge(page: Page, within: str, but: str = "pre, table") -> list[str]:
    """Return the words that reach past the window's edge. Code and tables may (WCAG 1.4.10)."""
    return page.evaluate(
        """([within, but]) => {
            const beyond = [];
            for (const part of document.querySelectorAll(within)) {
                const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const text = walker.currentNode;
                    if (text.parentElement.closest(but)) continue;
                    // Word by word: spaces at the end of a line may hang over the edge.
                    for (const word of text.data.matchAll(/\\S+/g)) {
                        const range = document.createRange();
                        range.setStart(text, word.index);
                        range.setEnd(text, word.index + word[0].length);
                        const right = range.getBoundingClientRect().right;
                        if (right > window.innerWidth + 0.5) beyond.push(word[0]);
                    }
                }
            }
            return beyond;
        }""",
        [within, but],
    )


def scrolls_sideways(page: Page) -> bool:
    """Say whether the page as a whole is wider than the window."""
    return page.evaluate(
        "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
    )


def looks(elements: Locator) -> list[str]:
    """Return how elements look in what a focus can change: ring, shadow, background and border."""
    return elements.evaluate_all(
        """(elements) => elements.map((element) => {
            const style = getComputedStyle(element);
            return [
                style.outlineStyle === "none" ? "none" : style.outline,
                style.boxShadow, style.backgroundColor, style.border,
            ].join("; ");
        })"""
    )

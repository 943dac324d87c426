# ruff: noqa: D103
"""An answer that was right in a lesson takes the place of a cell of the notebook to hand in."""

from __future__ import annotations

import json
import urllib.request

from browsing import watch
from playwright.sync_api import expect

from copydesk.corpus import ROOT

LOAD_MS = 60_000
ANSWER = """def keep_line(line):
    ends = line.strip().rstrip("”’\\"'").endswith((".", "!", "?"))
    return len(line.split()) >= 5 and ends"""


def put(address, token, path, **model):
    request = urllib.request.Request(
        f"{address}api/contents/{path}",
        data=json.dumps(model).encode(),
        method="PUT",
        headers={"Authorization": f"token {token}"},
    )
    urllib.request.urlopen(request).close()


def test_an_answer_of_the_lesson_takes_the_place_of_its_cell(browser, lab):
    address, token = lab
    put(address, token, "my_pieces", type="directory")
    kept = json.dumps({"2.3": [ANSWER]})
    put(address, token, "my_pieces/answers.json", type="file", format="text", content=kept)
    path = "exercises/02_cleaning.ipynb"
    cells = json.loads((ROOT / path).read_text(encoding="utf-8"))["cells"]
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(LOAD_MS)
    troubles = watch(page)
    page.goto(f"{address}lab/tree/{path}?reset&token={token}")
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(cells), timeout=LOAD_MS)
    expect(page.get_by_role("button", name="(ipykernel) | Idle")).to_be_visible(timeout=LOAD_MS)
    sources = ["".join(cell["source"]) for cell in cells]
    imports = next(at for at, source in enumerate(sources) if "bring_answer," in source)
    asks = next(at for at, source in enumerate(sources) if 'bring_answer("2.3")' in source)

    def run(place):
        cell = page.locator(".jp-Notebook .jp-Cell").nth(place)
        cell.locator(".cm-content").click()
        page.keyboard.press("ControlOrMeta+Enter")
        return cell

    run(imports)
    cell = run(asks)
    expect(cell.locator(".jp-OutputArea-output")).to_contain_text(
        "stands in this cell now", timeout=LOAD_MS
    )
    expect(cell.locator(".cm-content")).to_contain_text("len(line.split()) >= 5")
    expect(cell.locator(".cm-content")).not_to_contain_text("bring_answer")
    run(asks)
    check = next(at for at, source in enumerate(sources) if source == 'check("2.3")')
    expect(run(check).get_by_role("status")).to_contain_text("Exercise 2.3: right", timeout=LOAD_MS)
    assert troubles == []
    page.close()

# ruff: noqa: D103
"""The pages of `copydesk mark`, `copydesk survey` and `copydesk class check`, for every reader."""

from __future__ import annotations

import json
import shutil

import pytest
from browsing import NARROW, WCAG, scrolls_sideways, text_beyond_the_edge, violations

from copydesk.classroom.class_check import Break, ClassCheck
from copydesk.classroom.hand_in import give_back, mark_class
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.survey import opened, write_page
from copydesk.classroom.survey.readings import read_batch
from copydesk.classroom.survey.sources import articles_below, read_source, said_of
from copydesk.corpus import ROOT

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "code can be confined")

PAGES = (
    *("feedback/Ana Lima.html", "feedback/Bo Chen.html", "class.html", "to_read.html"),
    *("survey.html", "before_class.html"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Mark a class of two: one has every answer, the other wrote one and an open one."""
    place = tmp_path_factory.mktemp("class")
    shutil.copytree(ROOT / "solutions", place / "learners" / "Ana Lima")
    notebook = json.loads((ROOT / "exercises/02_cleaning.ipynb").read_text(encoding="utf-8"))
    written = [
        "def keep_line(line):\n    return len(line) > 40",
        'journalism_that_is_lost = "Two."',
    ]
    for source in written:
        cell = {"cell_type": "code", "metadata": {}, "source": source}
        notebook["cells"].append(cell)
    mine = place / "learners" / "Bo Chen" / "02_cleaning.ipynb"
    mine.parent.mkdir()
    mine.write_text(json.dumps(notebook), encoding="utf-8")
    list(mark_class(place, {}))
    give_back(place, ROOT)
    articles = ROOT / "data/articles"
    said = said_of(articles)
    sources = [read_source(articles, path, said) for path in articles_below(articles)]
    sources.append(read_source(articles, articles / "none.txt", said))
    with opened(place / "survey") as store:
        store.add(read_batch(sources))
        write_page(place, store, "articles", {".pdf": 2})
    broken = Break("notebooks/01_article.ipynb", 3, "a = b", "stops with an error", "So what.", 2)
    before = ClassCheck(2, 9, (broken,)).to_html()
    (place / "before_class.html").write_text(before, encoding="utf-8")
    return place


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_the_class_breaks_no_rule_of_accessibility(folder, page, name, scheme, keep):
    page.emulate_media(color_scheme=scheme)
    page.goto((folder / name).as_uri())
    assert violations(page, {"type": "tag", "values": [*WCAG, "best-practice"]}) == []
    keep(page, f"{name.split('/')[-1]}_{scheme}")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_class_fits_a_narrow_window(folder, page, name):
    page.set_viewport_size(NARROW)
    page.goto((folder / name).as_uri())
    assert violations(page, {"type": "tag", "values": WCAG}) == []
    assert text_beyond_the_edge(page, "body") == []
    assert not scrolls_sideways(page)

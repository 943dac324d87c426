"""The two stories of ``data/stories/``: tables like the kit's, and a story for every step."""

import hashlib

import pytest
from click.testing import CliRunner

from copydesk.article import read_article
from copydesk.classroom.signed_report import start_report
from copydesk.cleaning import clean
from copydesk.cli import main
from copydesk.corpus import (
    GOLD_LAYERS,
    ROOT,
    article_names,
    article_path,
    article_record,
    articles,
    data_path,
    load_article,
    load_gold,
    load_story_table,
    load_table,
    story_names,
    table_schema,
)
from copydesk.corpus.table_check import check_table, read_text_table

TABLES = ("articles", "planted", *(f"gold_{layer}" for layer in GOLD_LAYERS))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_the_stories_fits_the_description_of_the_kits(table):
    path = data_path(f"stories/{table.removeprefix('gold_')}.csv")
    check_table(read_text_table(path.read_bytes(), path.name), table_schema(table))
    rows = load_story_table(table)
    assert list(rows.columns) == list(load_table(table).columns)
    assert set(rows["article"]) == {f"{name}.txt" for name in story_names()}


@pytest.mark.parametrize("name", story_names())
def test_a_story_is_none_of_the_fifteen_and_is_loaded_like_them(name):
    assert name not in article_names()
    raw = article_path(name).read_bytes()
    record, story = article_record(name), load_article(name)
    assert record.sha256 == hashlib.sha256(raw).hexdigest() == story.sha256
    assert record.words == len(raw.decode().split())
    assert record.title in story.text
    assert load_gold("lines", name)["line"].tolist() == list(range(1, len(story.lines) + 1))


@pytest.mark.parametrize("name", story_names())
def test_a_story_has_the_planted_kinds_of_the_central_one(name):
    def kinds(table, article):
        return set(table[table["article"] == f"{article}.txt"]["kind"])

    needed = {"attribution", "definition", "label", "noise", "quotation", "repeat"}
    assert needed <= kinds(load_table("planted"), "minister_wire")
    planted = load_story_table("planted")
    assert {*needed, "arithmetic"} <= kinds(planted, name)
    lines = read_article(article_path(name)).lines
    mine = planted[planted["article"] == f"{name}.txt"]
    assert all(lines[line - 1].strip() for line in mine["line"])


@pytest.mark.parametrize("name", story_names())
def test_the_desk_keeps_the_paragraphs_of_a_story(name):
    gold, story = load_gold("lines", name), load_article(name)
    body = {story.lines[line - 1] for line in gold[gold["role"] == "body"]["line"]}
    assert body <= set(clean(story).paragraphs)


def test_every_kind_of_verdict_that_a_table_decides_stands_in_a_story():
    verdicts = [set(load_gold("claims", name)["verdict"]) for name in story_names()]
    assert set().union(*verdicts) == {"supported", "contradicted", "cannot tell"}


def test_the_desk_and_the_report_of_a_learner_take_a_story_by_its_name():
    done = CliRunner().invoke(main, ["report", "housing_wire"])
    assert done.exit_code == 0
    assert "Mfano county" in done.output
    report = start_report("valley_news")
    assert report.article.source == "valley_news.txt"


def test_the_example_report_of_the_handbook_is_on_its_story():
    page = (ROOT / "docs" / "example_report.html").read_text("utf-8")
    story = read_article(ROOT / "docs" / "example_story.txt")
    assert story.sha256 in page
    kept = clean(story)
    assert kept.headline in page
    # What the person who signed it corrected is what the desk still gets wrong.
    dropped = {line.number for line in kept.dropped if line.role == "related link"}
    assert dropped == {30, 32, 34}


@pytest.mark.parametrize("ending", [".txt", ".html", ".htm"])
def test_an_article_of_ones_own_is_found_by_each_ending(ending, tmp_path, monkeypatch):
    monkeypatch.setattr(articles, "own_folder", lambda: tmp_path)
    path = tmp_path / "articles" / f"harbour{ending}"
    path.parent.mkdir()
    path.write_text("The harbour opened.\n", encoding="utf-8")
    assert article_path("harbour") == path

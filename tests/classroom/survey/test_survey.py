"""A folder of articles becomes tables and a page, whatever is in it and whenever it is stopped."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, nullcontext

import pytest
from click.testing import CliRunner

from copydesk.classroom.many import ClusterError
from copydesk.classroom.survey import opened, write_page
from copydesk.classroom.survey.pictures import counted
from copydesk.classroom.survey.readings import TABLES, read_batch, reading
from copydesk.classroom.survey.sources import (
    SourceError,
    articles_below,
    in_batches,
    read_source,
    said_of,
)
from copydesk.classroom.survey.store import desk
from copydesk.classroom.survey.surveying import _read
from copydesk.cli import main
from copydesk.corpus import ROOT

STORY = (
    "Talks end in {place}\n\nThe army killed {count} militants in {place} on Monday.\n"
    "“They were terrorists,” the mayor of {place} said.\n"
    "Thefts in the port rose from 400 in May to 300 in June.\n"
)


class Here(Executor):
    """Does each piece at once in this process; it breaks at the files that are named."""

    def __init__(self, breaks_at=(), error=BrokenProcessPool):
        self.breaks_at, self.error, self.batches = breaks_at, error, []

    def submit(self, work, batch):
        future = Future()
        self.batches.append([source.file for source in batch])
        if any(source.file in self.breaks_at for source in batch):
            future.set_exception(self.error("ended"))
        else:
            future.set_result(work(batch))
        return future


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "in"
    for number in range(6):
        path = folder / f"Paper {number % 2}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY.format(place="Quetta", count=12 + number))
    return folder


@pytest.fixture
def here(monkeypatch):
    pool = Here()
    monkeypatch.setattr(
        "copydesk.classroom.survey.surveying._on_cores", lambda _: lambda: nullcontext((pool, 1))
    )
    return pool


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*arguments):
    return CliRunner().invoke(main, ["survey", *map(str, arguments)])


def test_each_article_sentence_figure_and_label_has_a_row(corpus, here, tmp_path):
    done = run(corpus, "--to", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert "6 articles, 6 files read now, 0 passed over.\n" in done.output
    tables = {name: rows(tmp_path / "out" / f"{name}.csv") for name in TABLES}
    assert {name: list(found[0])[1:] for name, found in tables.items()} == {
        name: list(columns) for name, columns in TABLES.items()
    }
    first = tables["articles"][0]
    assert (first["file"], first["outlet"]) == ("Paper 0/0.txt", "Paper 0")
    assert first["headline"] == "Talks end in Quetta"
    sentences = [row["sentence"] for row in tables["sentences"] if row["file"] == first["file"]]
    assert len(sentences) == int(first["sentences"]) == 3
    figures = [row for row in tables["figures"] if row["file"] == first["file"]]
    assert len(figures) == int(first["figures"])
    assert figures[0]["figure"].startswith("12 militants")
    labels = [row for row in tables["labels"] if row["file"] == first["file"]]
    assert {row["label"]: row["own_voice"] for row in labels} == {"militant": "1", "terrorist": "0"}
    parting = [row for row in tables["contradictions"] if row["file"] == first["file"]]
    assert [row["kind"] for row in parting] == ["direction"]
    assert first["places_that_part"] == "1"


def test_the_page_says_in_words_what_its_charts_show(corpus, here, tmp_path):
    assert run(corpus, "--to", tmp_path / "out").exit_code == 0
    page = (tmp_path / "out/survey.html").read_text()
    assert page.count("<figure") == page.count("<figcaption") == 4
    assert (
        page.count("outlets: 2; the most of one outlet: 3. Paper 0: 3; Paper 1: 3.") == 2
    )  # alt, caption
    assert "6 of 12 labels are in the outlet&#39;s own voice" in page
    assert "6 articles share their headline" in page
    assert "http" not in page.replace("http-equiv", "").replace("https://orcid", "")


def test_bad_files_are_listed_and_the_others_read(corpus, here, tmp_path):
    (corpus / "empty.txt").write_bytes(b" \n")
    (corpus / "picture.txt").write_bytes(b"\x89PNG\0\0\0")
    (corpus / "huge.txt").write_bytes(b"a " * 2_600_000)
    (corpus / "link.txt").symlink_to(corpus / "Paper 0/0.txt")
    (corpus / "story.pdf").write_bytes(b"%PDF-1.7")
    (corpus / ".hidden.txt").write_text("Not seen.")
    os.mkfifo(corpus / "pipe.txt")
    done = run(corpus, "--to", tmp_path / "out")
    assert "6 articles, 11 files read now, 5 passed over." in done.output
    bad = {row["file"]: row["problem"] for row in rows(tmp_path / "out/passed_over.csv")}
    assert list(bad) == ["empty.txt", "huge.txt", "link.txt", "picture.txt", "pipe.txt"]
    assert "no text" in bad["empty.txt"]
    assert "5 MB" in bad["huge.txt"]
    assert "link" in bad["link.txt"]
    assert "not a text file" in bad["picture.txt"]
    assert "no file that holds text" in bad["pipe.txt"]
    page = (tmp_path / "out/survey.html").read_text()
    assert ".pdf 1" in page
    assert "5 files could not be read" in page


def test_an_article_at_which_the_desk_stops_is_told_of(corpus, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("copydesk.classroom.survey.readings.analyse_article", broken)
    source = read_source(corpus, corpus / "Paper 0/0.txt", {})
    assert reading(source).problem == "The desk stopped at it (ZeroDivisionError: by nothing)."


def test_an_article_that_ends_its_worker_is_found_among_its_neighbours(corpus):
    sources = [read_source(corpus, path, {}) for path in articles_below(corpus)] * 10
    pool = Here(["Paper 1/3.txt"])
    found = [
        one
        for batch in _read(lambda: nullcontext((pool, 2)), in_batches(sources[:6]))
        for one in batch
    ]
    assert sorted(one.file for one in found) == sorted({source.file for source in sources})
    (bad,) = (one for one in found if one.problem)
    assert (bad.file, bad.problem) == ("Paper 1/3.txt", "The program that read it was ended.")
    # And what came after it is read.
    many = list(_read(lambda: nullcontext((pool, 2)), in_batches(sources)))
    assert len([one for batch in many for one in batch]) == 60


def test_a_cluster_that_is_lost_is_no_fault_of_an_article(corpus):
    sources = [read_source(corpus, path, {}) for path in articles_below(corpus)]
    pool = Here(["Paper 1/3.txt"], OSError)
    with pytest.raises(ClusterError, match="workers were lost"):
        list(_read(lambda: nullcontext((pool, 2)), in_batches(sources)))


def test_only_what_is_new_or_changed_is_read_again(corpus, here, tmp_path):
    out = tmp_path / "out"
    run(corpus, "--to", out)
    before = {path.name: path.read_bytes() for path in out.glob("*.csv")}
    here.batches.clear()
    assert "6 articles, 0 files read now" in run(corpus, "--to", out).output
    assert here.batches == []
    assert {path.name: path.read_bytes() for path in out.glob("*.csv")} == before
    (corpus / "Paper 0/0.txt").write_text("Rain\n\nIt rained.")
    (corpus / "Paper 0/9.txt").write_text("Snow\n\nIt snowed.")
    (corpus / "Paper 1/1.txt").unlink()
    assert "6 articles, 2 files read now" in run(corpus, "--to", out).output
    assert here.batches == [["Paper 0/0.txt", "Paper 0/9.txt"]]
    sentences = rows(out / "sentences.csv")
    assert {row["file"] for row in sentences} == {
        path.relative_to(corpus).as_posix() for path in articles_below(corpus)
    }
    assert [row["sentence"] for row in sentences if row["file"] == "Paper 0/0.txt"] == [
        "It rained."
    ]


def test_rows_of_another_edition_of_the_desk_are_made_again(corpus, here, tmp_path, monkeypatch):
    run(corpus, "--to", tmp_path / "out")
    monkeypatch.setattr("copydesk.classroom.survey.store.desk", lambda: "another")
    assert "6 articles, 6 files read now" in run(corpus, "--to", tmp_path / "out").output
    assert desk() == desk() != "another"


def test_the_folder_s_table_says_whose_an_article_is(corpus, here, tmp_path):
    (corpus / "articles.csv").write_text(
        "article,outlet,date\nPaper 0/0.txt,=The Sun,2024-05-01\n1.txt,The Moon,\n"
    )
    run(corpus, "--to", tmp_path / "out")
    found = {row["file"]: row for row in rows(tmp_path / "out/articles.csv")}
    assert found["Paper 0/0.txt"]["outlet"] == "'=The Sun"  # no formula in a spreadsheet
    assert found["Paper 0/0.txt"]["date"] == "2024-05-01"
    assert found["Paper 1/1.txt"]["outlet"] == "The Moon"
    assert found["Paper 1/3.txt"]["outlet"] == "Paper 1"
    (corpus / "articles.csv").write_text("name\na\n")
    with pytest.raises(SourceError, match="no column article"):
        said_of(corpus)


def test_a_folder_in_the_folder_can_hold_the_survey(corpus, here):
    assert "6 articles, 6" in run(corpus, "--to", corpus / "survey").output
    (corpus / "survey/notes.txt").write_text("Mine.")
    assert "6 articles, 0" in run(corpus, "--to", corpus / "survey").output


@pytest.mark.parametrize(
    ("folder", "sentence"), [("none", "There is no folder"), ("empty", "There is no article")]
)
def test_a_folder_without_articles_is_told_of(tmp_path, folder, sentence):
    (tmp_path / "empty").mkdir()
    done = run(tmp_path / folder, "--to", tmp_path / "out")
    assert (done.exit_code, sentence in done.output) == (2, True)


def test_a_store_that_is_none_is_told_of(corpus, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/survey.db").write_text("mine " * 1000)
    done = run(corpus, "--to", tmp_path / "out")
    assert done.exit_code == 2
    assert "survey.db there cannot be used" in done.output
    assert (tmp_path / "out/survey.db").read_text() == "mine " * 1000


def test_a_batch_is_kept_whole_or_not_at_all(corpus, tmp_path):
    found = read_batch([read_source(corpus, path, {}) for path in articles_below(corpus)])
    with opened(tmp_path / "out") as store:
        store.add(found[:2])
        del found[5].rows["labels"][0:]
        found[5].rows["figures"].append(("one column",))
        with pytest.raises(sqlite3.Error):
            store.add(found[2:])
    with closing(sqlite3.connect(tmp_path / "out/survey.db")) as connection:
        (files,) = connection.execute("SELECT count(*) FROM files").fetchone()
        (sentences,) = connection.execute("SELECT count(*) FROM sentences").fetchone()
    assert (files, sentences) == (2, 6)


def test_a_chart_tells_of_the_bars_that_it_leaves_out():
    many = [(f"Paper {number}", number + 1, 0) for number in range(20)]
    chart = counted(many, "Papers", ("articles", ""), "Articles", "a note")
    assert "5 more are in the table." in chart.description
    assert "Paper 14: 15" in chart.description
    assert "Paper 15" not in chart.description


def test_a_corpus_without_figures_or_labels_has_a_page(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Rain\n\nIt rained.")
    with opened(tmp_path / "out") as store:
        store.add([reading(read_source(tmp_path / "in", tmp_path / "in/a.txt", {}))])
        page = write_page(tmp_path / "out", store, "<b>", {}).read_text()
    assert page.count("<figure") == 1
    assert "No figure was found." in page
    assert 'Survey of <span dir="auto">&lt;b&gt;</span>' in page


# With processes, as it is used


def copies(folder, count):
    folder.mkdir()
    stories = sorted((ROOT / "data/articles").glob("*.txt"))
    for number in range(count):
        story = stories[number % len(stories)].read_bytes()
        (folder / f"{number:04}.txt").write_bytes(story + b"\nNote %d.\n" % number)
    return folder


def begun(folder, out):
    line = [sys.executable, "-m", "copydesk", "survey", str(folder), "--to", str(out)]
    return subprocess.Popen(
        line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def done_in(out):
    try:
        with closing(sqlite3.connect(f"file:{out / 'survey.db'}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM files").fetchone()[0]
    except sqlite3.Error:
        return 0


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a folder of articles, and the tables of a survey that nothing stopped."""
    place = tmp_path_factory.mktemp("whole")
    folder = copies(place / "in", 48)
    with opened(place / "out") as store:
        store.add(read_batch([read_source(folder, path, {}) for path in articles_below(folder)]))
        store.write_tables(place / "out")
    return folder, {path.name: path.read_bytes() for path in (place / "out").glob("*.csv")}


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_survey_that_is_stopped_goes_on_where_it_was(tmp_path, whole, how):
    (folder, tables), out = whole, tmp_path / "out"
    process = begun(folder, out)
    while not (kept := done_in(out)):
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    process.send_signal(how)
    _, told = process.communicate(timeout=120)
    assert "Traceback" not in told
    if how == signal.SIGINT:
        assert process.returncode == 130
        assert "the same command goes on from there" in told
    kept = done_in(out)
    assert 0 < kept < 48
    assert not (out / "articles.csv").exists()
    process = begun(folder, out)
    said, told = process.communicate(timeout=300)
    assert said.startswith(f"48 articles, {48 - kept} files read now, 0 passed over."), told
    assert {path.name: path.read_bytes() for path in out.glob("*.csv")} == tables
    assert (out / "survey.html").exists()

"""Bring your own: what is taken in, what is refused in a sentence, and that nothing is lost."""

import csv
import errno
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk import corpus
from copydesk.article import ArticleError
from copydesk.classroom.own_corpus import add_article, add_figures, example_tables, name_for
from copydesk.cli import main
from copydesk.corpus import (
    CorpusError,
    article_names,
    article_path,
    article_record,
    load_article,
    load_gold,
    load_own_table,
    own_article_names,
    own_folder,
    own_rows,
)
from copydesk.corpus.files import locked
from copydesk.corpus.table_check import TableError
from copydesk.report import analyse
from copydesk.verification.bodies import find_tracker
from copydesk.verification.reference import load_reference

STORY = """Menu
Bridge opens after two years

By Jane Sample

My Count recorded 12 deaths in attacks in Pakistan in 2023.

The mayor said on Monday that the bridge was safe.
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Give the test a folder of its own for stories and figures."""
    folder = tmp_path / "mine"
    monkeypatch.setenv("COPYDESK_CORPUS", str(folder))
    return folder


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "My Story (1).txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def tables(tmp_path):
    """Write the two example tables and return their paths."""
    paths = {}
    for name, content in example_tables().items():
        paths[name] = tmp_path / name
        paths[name].write_text(content, encoding="utf-8")
    return paths["my_figures.csv"], paths["my_definitions.csv"]


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def changed(path, **cells):
    """Write the first row of a table again with other cells, and return the path."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    rows[0].update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


# Stories.


def test_a_story_is_taken_in_and_every_loader_finds_it(own, story):
    record = add_article(story, outlet="The Daily Placeholder", published="2024-07-01")
    assert record.name == "my_story_1"
    assert record.title == "Bridge opens after two years"
    assert own_article_names() == ["my_story_1"]
    assert article_path("my_story_1").read_bytes() == story.read_bytes()
    assert load_article("my_story_1").sha256 == record.sha256
    assert article_record("my_story_1") == record
    assert article_record("my_story_1").words == len(STORY.split())


def test_the_kit_does_not_change(own, story):
    before = article_names()
    add_article(story)
    assert article_names() == before
    assert own.is_relative_to(story.parent)
    assert not list(corpus.data_path("articles").glob("my_story*"))


def test_a_second_story_leaves_the_first_as_it_was(own, story, tmp_path):
    first = add_article(story, outlet="One, with a comma", content_note='A "note"')
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><h1>Second</h1><p>{'A sentence. ' * 9}</p></body></html>")
    add_article(page, name="second")
    assert own_article_names() == ["my_story_1", "second"]
    assert article_record("my_story_1") == first
    assert article_path("second").suffix == ".html"


def test_no_name_is_given_twice_and_nothing_is_replaced(own, story, tmp_path):
    add_article(story, name="mine")
    other = tmp_path / "other.txt"
    other.write_text("Another\n\nA story.", encoding="utf-8")
    for name, said in (
        ("mine", "already"),
        ("minister_wire", "The kit has"),
        ("valley_news", "The kit has"),
    ):
        with pytest.raises(CorpusError, match=said):
            add_article(other, name=name)
    with pytest.raises(CorpusError, match="there already, as mine"):
        add_article(story, name="again")
    assert article_path("mine").read_bytes() == story.read_bytes()
    assert len(load_own_table("articles")) == 1


@pytest.mark.parametrize("name", ["", "../x", "My Story", "a/b", ".x", "a.txt"])
def test_a_name_that_is_no_name_is_refused(own, story, name):
    with pytest.raises(CorpusError, match="small letters"):
        add_article(story, name=name)
    assert not own.exists()


def test_a_date_that_is_no_date_is_refused(own, story):
    for wrong in ("30 June", "2024-6-30", "20240630", "2024-02-30"):
        with pytest.raises(CorpusError, match="2024-06-30"):
            add_article(story, published=wrong)
    assert not own.exists()


def test_a_file_that_is_no_article_is_refused(own, tmp_path):
    picture = tmp_path / "photo.txt"
    picture.write_bytes(b"\x89PNG\0\0")
    with pytest.raises(ArticleError, match="not a text file"):
        add_article(picture)
    with pytest.raises(ArticleError, match="is not there"):
        add_article(tmp_path / "gone.txt")
    assert not own.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way there")
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(own, story):
    other = story.with_name("other.txt")
    for text in ("first", "second", "third"):  # the first ones load all that an addition needs
        other.write_text(f"Another\n\nA {text} story.", encoding="utf-8")
        if text != "third":
            run("add", other, "--name", text)
    held = (own / "articles.csv").read_bytes()
    # Whoever runs the tests as root may write everywhere; somebody else may not.
    for folder in (own, *own.parents):
        if folder.stat().st_uid == os.geteuid() and folder.is_relative_to(tempfile.gettempdir()):
            folder.chmod(0o755)
    own.chmod(0o555)
    as_root = os.geteuid() == 0
    try:
        if as_root:
            os.seteuid(65534)
        result = run("add", other)
    finally:
        if as_root:
            os.seteuid(0)
        own.chmod(0o755)
    assert result.exit_code == 2
    assert result.output == f"{own} cannot be written: Permission denied.\n"
    assert (own / "articles.csv").read_bytes() == held
    assert own_article_names() == ["first", "second"]


def test_a_full_disk_is_said_in_a_sentence_and_what_is_there_stays(own, story, tables, monkeypatch):
    add_article(story, name="first")
    other = story.with_name("other.txt")
    other.write_text("Another\n\nA story.", encoding="utf-8")
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for command in (("add", other), ("add-figures", tables[0], "--definitions", tables[1])):
        result = run(*command)
        assert result.exit_code == 2
        assert result.output == f"{own} cannot be written: No space left on device.\n"
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_who_waits_too_long_for_the_folder_is_told_so(own, story, monkeypatch):
    own.mkdir()
    monkeypatch.setattr("copydesk.corpus.own.locked", lambda path: locked(path, seconds=0.05))
    with locked(own / "corpus"):
        result = run("add", story)
    assert result.exit_code == 2
    assert "another program has been writing there" in result.output
    assert result.output.count("\n") == 1
    assert own_article_names() == []


def at_once(commands, folder):
    """Start commands of copydesk together, and return what each ended with."""
    environment = {**os.environ, "PYTHONPATH": str(corpus.ROOT), "COPYDESK_CORPUS": str(folder)}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "copydesk", *map(str, command)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for command in commands
    ]
    return [(process.communicate()[0], process.returncode) for process in started]


@pytest.mark.thorough
def test_twelve_stories_that_are_added_at_once_are_all_there(own, tmp_path):
    names = [f"story_{number}" for number in range(12)]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(STORY + name, encoding="utf-8")
    ends = at_once([("add", tmp_path / f"{name}.txt") for name in names], own)
    assert [code for _, code in ends] == [0] * 12, ends
    assert own_article_names() == sorted(names)
    assert sorted(Path(row["article"]).stem for row in own_rows("articles")) == sorted(names)


@pytest.mark.thorough
def test_of_two_stories_with_one_name_that_are_added_at_once_one_is_refused(own, tmp_path):
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(STORY + str(number), encoding="utf-8")
    ends = at_once([("add", tmp_path / f"{number}.txt", "--name", "one") for number in (0, 1)], own)
    assert sorted(code for _, code in ends) == [0, 2]
    assert len(own_rows("articles")) == 1
    kept = next(number for number, (_, code) in enumerate(ends) if code == 0)
    assert article_path("one").read_bytes() == (tmp_path / f"{kept}.txt").read_bytes()


@pytest.mark.thorough
def test_tables_of_figures_that_are_added_at_once_are_all_there(own, tables, tmp_path):
    figures, definitions = tables
    add_figures(figures, definitions)
    files = []
    for year in range(2018, 2022):
        changed(figures, year=str(year))
        files.append(tmp_path / f"{year}.csv")
        files[-1].write_bytes(figures.read_bytes())
    ends = at_once([("add-figures", path) for path in files], own)
    assert [code for _, code in ends] == [0] * 4, ends
    assert sorted(row["year"] for row in own_rows("figures")) == [
        *map(str, range(2018, 2022)),
        "2023",
    ]


def test_a_file_where_the_folder_should_be_is_said_in_a_sentence(own, story):
    own.write_text("my notes", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be written"):
        add_article(story)
    assert own.read_text(encoding="utf-8") == "my notes"


@pytest.mark.parametrize(
    ("file_name", "name"),
    [("Été à Kaboul.html", "t_kaboul"), ("!!!.txt", "story"), ("a-b  c.txt", "a_b_c")],
)
def test_a_name_is_made_of_any_file_name(own, story, file_name, name):
    made = name_for(story.with_name(file_name))
    assert made.endswith(name.split("_")[-1])
    story.rename(story.with_name(file_name))
    assert add_article(story.with_name(file_name)).name == made


def test_own_stories_have_no_gold_labels_and_that_is_said(own, story):
    add_article(story, name="mine")
    with pytest.raises(CorpusError, match="no gold labels"):
        load_gold("lines", "mine")


def test_an_unknown_article_names_what_there_is(own, story):
    with pytest.raises(CorpusError, match="copydesk add"):
        load_article("nothing")
    add_article(story, name="mine")
    with pytest.raises(CorpusError, match="You have added: mine"):
        load_article("nothing")


def test_the_folder_is_in_work_unless_the_environment_names_one(monkeypatch):
    monkeypatch.delenv("COPYDESK_CORPUS")
    assert own_folder() == corpus.ROOT / "work" / "corpus"
    monkeypatch.setenv("COPYDESK_CORPUS", "elsewhere")
    assert str(own_folder()) == "elsewhere"


def test_the_command_takes_a_story_in_and_says_what_to_do_next(own, story):
    result = run("add", story, "--outlet", "The Daily Placeholder", "--date", "2024-07-01")
    assert result.exit_code == 0
    assert 'mine = load_article("my_story_1")' in result.output
    assert article_record("my_story_1").outlet == "The Daily Placeholder"
    report = run("report", "my_story_1")
    assert report.exit_code == 0
    assert report.output.startswith("Bridge opens after two years")


def test_the_command_asks_for_what_no_option_gives(own, story, monkeypatch):
    monkeypatch.setattr(
        "click.testing._NamedTextIOWrapper.isatty", lambda self: True, raising=False
    )
    answers = "\nThe Daily Placeholder\n\n\n1 July\n2024-07-01\na bridge\nnone\n"
    result = run("add", story, "--name", "mine", stdin=answers)
    assert result.exit_code == 0, result.output
    assert "Headline [Bridge opens after two years]" in result.output
    assert "'1 July' is not a date" in result.output  # and the other answers are not lost
    record = article_record("mine")
    assert (record.outlet, record.date, record.genre) == ("The Daily Placeholder", "2024-07-01", "")


@pytest.mark.parametrize(
    "arguments",
    [("gone.txt",), (".",), ("{story}", "--date", "July"), ("{story}", "--name", "A b")],
)
def test_the_command_answers_bad_input_with_one_sentence(own, story, arguments):
    result = run("add", *(argument.format(story=story) for argument in arguments))
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "Traceback" not in result.output
    assert not own.exists()


# Figures.


def test_figures_are_taken_in_and_claims_are_checked_against_them(own, story, tables):
    figures, definitions = tables
    before = load_reference()
    verdicts = [verdict.label for _, verdict in analyse(story).claims]
    assert verdicts[0] == "cannot tell"
    added = add_figures(figures, definitions)
    assert added.figure_ids == ("mycount-fatalities/pakistan/2023/2024-02-01",)
    assert added.trackers == ("My Count",)
    reference = load_reference()
    assert len(reference.figures) == len(before.figures) + 1
    assert reference.figures[-1].low == 10
    claim, verdict = analyse(story).claims[0]
    assert claim.source == "My Count"
    assert verdict.label == "supported"
    assert "Everyone killed" in verdict.evidence[0].definition


def test_a_tracker_goes_by_other_names_too(own, tables):
    add_figures(*tables, called=["The Count of Mine"])
    assert find_tracker("the Count of Mine", load_reference().names) is None  # names are exact
    assert find_tracker("The Count of Mine", load_reference().names) == "My Count"
    assert find_tracker("My Count", load_reference().names) == "My Count"


def test_an_edition_can_be_added_to_a_series_of_the_kit(own, tables):
    figures, _ = tables
    row = next(row for row in load_reference().figures if row.series_id == "picss-attacks")
    changed(
        figures,
        series_id=row.series_id,
        tracker=row.tracker,
        measure=row.measure,
        definition_id=row.definition_id,
        edition="2030-01-01 a later report",
        low="",
        high="",
    )
    assert add_figures(figures).figure_ids == ("picss-attacks/pakistan/2023/2030-01-01",)


def test_a_second_file_leaves_the_first_as_it_was(own, tables):
    figures, definitions = tables
    changed(figures, value="0.616", low="", high="", title='A "title", with a comma')
    add_figures(figures, definitions)
    first = (own / "figures.csv").read_text(encoding="utf-8")
    changed(figures, year="2022")
    add_figures(figures)
    assert (own / "figures.csv").read_text(encoding="utf-8").startswith(first)
    assert len(load_own_table("figures")) == 2


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value": "1,524"}, "line 2, column value: '1,524' is not a number"),
        ({"value": "-3"}, "line 2, column value"),
        ({"value": ""}, "line 2, column value: the field is empty"),
        ({"year": "last year"}, "line 2, column year: 'last year' is not a whole number"),
        ({"measure": "kills"}, "line 2, column measure: 'kills' does not fit the definition"),
        ({"edition": "first"}, "line 2, column edition: 'first' does not have the form"),
        ({"edition": "2019-01-01 x"}, "line 2, column edition: it is dated before"),
        ({"address": "my desk"}, "line 2, column address"),
        ({"date_seen": "June"}, "line 2, column date_seen: 'June' is not a date"),
        ({"low": "13"}, "line 2, column low: 13 is above the value, 12"),
        ({"high": "11"}, "line 2, column value: 12 is above the high, 11"),
        ({"definition_id": "unknown"}, "line 2, column definition_id: 'unknown' is no definition"),
        ({"tracker": "CRSS"}, "line 2, column tracker: 'CRSS' does not fit the definition"),
        ({"measure": "injuries"}, "line 2, column measure: 'injuries' does not fit"),
        ({"series_id": "picss-attacks"}, "line 2, column series_id: picss-attacks is a series"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_by_line_and_column(own, tables, cells, said):
    figures, definitions = tables
    changed(figures, **cells)
    with pytest.raises(TableError) as caught:
        add_figures(figures, definitions)
    assert said in str(caught.value)
    assert not own.exists(), "nothing may be written while a cell does not fit"


def test_every_fault_of_a_table_is_said_at_once(own, tables):
    figures, definitions = tables
    changed(figures, value="many", year="", measure="Kills!")
    with pytest.raises(TableError) as caught:
        add_figures(figures, definitions)
    assert [problem.split(":")[0] for problem in caught.value.problems] == [
        "my_figures.csv, line 2, column year",
        "my_figures.csv, line 2, column measure",
        "my_figures.csv, line 2, column value",
    ]


def test_a_figure_that_is_there_is_not_added_again(own, tables):
    figures, definitions = tables
    add_figures(figures, definitions)
    with pytest.raises(TableError, match="is there already"):
        add_figures(figures)
    with pytest.raises(TableError, match=r"column definition_id: .* is there already"):
        add_figures(figures, definitions)
    assert len(load_own_table("figures")) == 1


def test_one_figure_stands_twice_in_a_file(own, tables):
    figures, definitions = tables
    head, row = figures.read_text(encoding="utf-8").splitlines()
    figures.write_text("\n".join([head, row, row]), encoding="utf-8")
    with pytest.raises(TableError, match=r"line 3, column figure_id: .* is there already"):
        add_figures(figures, definitions)


def test_what_a_spreadsheet_saves_is_read(own, tables):
    figures, definitions = tables
    rows = list(csv.reader(io.StringIO(figures.read_text(encoding="utf-8"))))
    text = "\r\n".join(";".join(row) for row in rows) + "\r\n;;;;;;;;;;;;;;;\r\n"
    figures.write_bytes(b"\xef\xbb\xbf" + text.replace("My newsroom", "Café").encode("utf-8"))
    add_figures(figures, definitions)
    assert load_own_table("figures")["publisher"].tolist() == ["Café"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"year,value\n", "no rows"),
        (b"year,year\n1,2\n", "two columns are called 'year'"),
        (b"year,\n1,2\n", "column 2 has no name"),
        (b"year,value\n1,2,3\n", "line 2: 3 fields where the first line names 2"),
        (b"year,colour\n1,red\n", "there is no column 'colour'"),
        (b"year,value\n1,2\n", "the column series_id is missing"),
        (b'year,value\n"1,2\n', "this is not CSV"),
        (b"PK\x03\x04 a spreadsheet", "save the table as CSV"),
        (b"\0\0\0", "save the table as CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_words(own, tmp_path, content, said):
    path = tmp_path / "figures.csv"
    path.write_bytes(content)
    result = run("add-figures", path)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
    assert not own.exists()


def test_a_table_that_the_user_broke_later_is_named_when_it_is_read(own, tables):
    add_figures(*tables)
    changed(own / "figures.csv", value="twelve")
    with pytest.raises(CorpusError, match="line 2, column value: 'twelve' is not a number"):
        load_reference()
    assert run("report", "minister_wire").exit_code == 2
    changed(own / "figures.csv", value="12", definition_id="gone")
    with pytest.raises(CorpusError, match="'gone'"):
        load_reference()


def test_the_command_writes_examples_that_it_takes_in(own, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("add-figures", "--example").exit_code == 0
    again = run("add-figures", "--example")
    assert again.exit_code == 2
    assert "exists" in again.output
    result = run("add-figures", "my_figures.csv", "--definitions", "my_definitions.csv")
    assert result.exit_code == 0
    assert "Added 1 figure," in result.output
    assert "My Count" in result.output


def test_the_command_stops_at_twenty_sentences(own, tables):
    figures, definitions = tables
    head, row = figures.read_text(encoding="utf-8").splitlines()
    figures.write_text("\n".join([head, *[row.replace(",12,", ",no,")] * 30]), encoding="utf-8")
    result = run("add-figures", figures, "--definitions", definitions)
    assert result.exit_code == 2
    assert "more of the kind" in result.output
    assert result.output.count("\n") == 22
    assert result.output.rstrip().endswith("Nothing was added.")

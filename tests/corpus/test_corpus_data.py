"""The articles, their metadata and their gold labels agree with one another and with the README."""

import csv
import hashlib
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from copydesk.article import read_article

DATA = Path(__file__).resolve().parent.parent.parent / "data"
ARTICLES = DATA / "articles"

KEPT = {"headline", "standfirst", "subheading", "body"}
DROPPED = {
    "blank",
    "interface",
    "section label",
    "headline repeat",
    "headline suffix",
    "byline",
    "agency",
    "dateline",
    "caption",
    "alt text",
    "credit",
    "call to action",
    "related link",
    "author note",
    "correction",
    "legal",
    "repeat",
}

WINDOWS_1252 = "border_local.txt"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


METADATA = {row["article"]: row for row in rows_of(ARTICLES / "articles.csv")}
PLANTED = rows_of(ARTICLES / "planted.csv")
GOLD = rows_of(DATA / "gold" / "lines.csv")
README = (DATA / "README.md").read_text(encoding="utf-8")
GUIDELINES = (DATA / "gold" / "README.md").read_text(encoding="utf-8")
NAMES = sorted(METADATA)


def gold_of(name: str) -> list[dict[str, str]]:
    return [row for row in GOLD if row["article"] == name]


def planted_in(name: str) -> list[dict[str, str]]:
    return [row for row in PLANTED if row["article"] == name]


def test_articles_csv_has_one_row_for_every_article_in_the_folder():
    files = sorted(p.name for p in ARTICLES.iterdir() if p.suffix in {".txt", ".html"})
    assert files == NAMES
    assert len(rows_of(ARTICLES / "articles.csv")) == len(files)


@pytest.mark.parametrize("name", NAMES)
def test_metadata_is_that_of_the_file(name):
    row = METADATA[name]
    assert row["sha256"] == hashlib.sha256((ARTICLES / name).read_bytes()).hexdigest()
    assert int(row["words"]) == read_article(ARTICLES / name).words
    assert row["english"] in {"British", "American", "South Asian"}
    assert date.fromisoformat(row["date"]).year in range(2024, 2026)
    assert all(value for field, value in row.items() if field != "chain"), name
    assert 250 <= int(row["words"]) <= 900


def test_the_corpus_is_as_large_and_as_varied_as_a_course_needs():
    assert 12 <= len(NAMES) <= 16
    assert len({row["genre"] for row in METADATA.values()}) >= 11
    assert sum(name.endswith(".html") for name in NAMES) == 2


def test_a_chain_has_every_one_of_its_versions():
    chains = Counter(row["chain"].split(" ")[0] for row in METADATA.values() if row["chain"])
    assert 3 in chains.values()
    for row in METADATA.values():
        if row["chain"]:
            name, place, _, length = row["chain"].split(" ")
            assert 1 <= int(place) <= int(length) == chains[name]
            assert f"`{row['article'].rsplit('.', 1)[0]}`" in README


def test_each_english_of_the_kit_is_there():
    assert {row["english"] for row in METADATA.values()} == {"British", "American", "South Asian"}


@pytest.mark.parametrize("name", NAMES)
def test_readme_gives_the_same_facts_as_articles_csv(name):
    row = METADATA[name]
    lines = [line for line in README.splitlines() if row["sha256"] in line]
    assert len(lines) == 1
    for field in ("article", "outlet", "genre", "english", "date", "words"):
        assert row[field] in lines[0], f"{field} of {name}"


def test_readme_has_a_rule_for_every_role():
    rules = set(re.findall(r"^\| `([a-z ]+)` \| (?:yes|no)", GUIDELINES, flags=re.MULTILINE))
    assert rules == KEPT | DROPPED


def test_readme_explains_every_kind_of_planted_feature_and_each_is_planted():
    section = README.split("### What is planted")[1].split("###")[0]
    kinds = set(re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE))
    assert {row["kind"] for row in PLANTED} == kinds


def test_every_planted_row_is_of_an_article_and_says_something():
    assert {row["article"] for row in PLANTED} == set(NAMES)
    assert all(row["what"].strip() and not row["what"].endswith(".") for row in PLANTED)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_one_gold_label(name):
    numbers = [int(row["line"]) for row in gold_of(name)]
    assert numbers == list(range(1, len(read_article(ARTICLES / name).lines) + 1))


def test_gold_names_no_other_article():
    assert {row["article"] for row in GOLD} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_gold_role_is_known_and_kept_agrees_with_it(name):
    for row in gold_of(name):
        assert row["role"] in KEPT | DROPPED, row
        assert row["kept"] == ("true" if row["role"] in KEPT else "false"), row


@pytest.mark.parametrize("name", NAMES)
def test_blank_lines_and_only_they_are_labelled_blank(name):
    for line, row in zip(read_article(ARTICLES / name).lines, gold_of(name), strict=True):
        assert (row["role"] == "blank") == (not line.strip()), row


@pytest.mark.parametrize("name", NAMES)
def test_every_article_has_one_headline_and_a_body(name):
    roles = Counter(row["role"] for row in gold_of(name))
    lines = read_article(ARTICLES / name).lines
    headline = next(int(row["line"]) for row in gold_of(name) if row["role"] == "headline")
    assert roles["headline"] == 1
    assert lines[headline - 1].startswith(METADATA[name]["title"])
    assert roles["body"] >= 8


def test_every_role_has_an_example_in_the_corpus():
    assert {row["role"] for row in GOLD} == KEPT | DROPPED


@pytest.mark.parametrize("name", NAMES)
def test_headline_repeats_and_repeats_stand_earlier_on_the_page(name):
    lines = read_article(ARTICLES / name).lines
    for row in gold_of(name):
        if row["role"] in {"headline repeat", "repeat"}:
            number = int(row["line"])
            earlier = "\n".join(lines[: number - 1])
            assert lines[number - 1] in earlier, f"{name} line {number}"


@pytest.mark.parametrize("name", NAMES)
def test_planted_lines_exist_and_are_not_blank(name):
    lines = read_article(ARTICLES / name).lines
    for row in planted_in(name):
        assert lines[int(row["line"]) - 1].strip()


@pytest.mark.parametrize("name", NAMES)
def test_line_numbers_in_readme_examples_and_notes_exist(name):
    stem = name.rsplit(".", 1)[0]
    last = len(read_article(ARTICLES / name).lines)
    cited = re.findall(rf"\b{stem} (\d+)", GUIDELINES)
    cited += [n for row in gold_of(name) for n in re.findall(r"\bline (\d+)", row["note"])]
    assert all(1 <= int(number) <= last for number in cited)


def test_readme_examples_have_the_role_that_they_illustrate():
    stems = {name.rsplit(".", 1)[0]: name for name in NAMES}
    examples = re.findall(
        r"^\| `([a-z ]+)` \| (?:yes|no)[^|]*\|[^|]*\| (\w+) (\d+) \|$",
        GUIDELINES,
        flags=re.MULTILINE,
    )
    assert len(examples) == len(KEPT | DROPPED) - 1  # a blank line needs no example
    for role, stem, number in examples:
        assert gold_of(stems[stem])[int(number) - 1]["role"] == role


@pytest.mark.parametrize("name", [name for name in NAMES if name != WINDOWS_1252])
def test_articles_are_utf8_with_lf(name):
    raw = (ARTICLES / name).read_bytes()
    raw.decode("utf-8")
    assert b"\r" not in raw


def test_one_article_is_windows_1252_with_crlf():
    raw = (ARTICLES / WINDOWS_1252).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r") > 50


def test_the_windows_1252_article_is_read_with_its_quotes_and_dashes():
    article = read_article(ARTICLES / WINDOWS_1252)
    assert article.encoding == "Windows-1252"
    assert tuple((ARTICLES / WINDOWS_1252).read_bytes().decode("cp1252").splitlines()) == (
        article.lines
    )
    assert "19°C" in article.lines[2]
    assert "military’s" in article.text


def test_tables_are_utf8_with_lf():
    for path in (ARTICLES / "articles.csv", DATA / "gold" / "lines.csv"):
        raw = path.read_bytes()
        raw.decode("utf-8")
        assert b"\r" not in raw


def test_the_central_article_prints_one_remark_in_two_tenses():
    lines = read_article(ARTICLES / "minister_wire.txt").lines
    changed = lines[7].replace("hoped", "hopes").replace("was not", "is not")
    assert lines[20] == changed.replace("would work", "will work")
    assert lines[7] != lines[20]


def test_the_caption_of_the_central_article_is_a_body_line_and_a_credit():
    lines = read_article(ARTICLES / "minister_wire.txt").lines
    assert lines[10].startswith(lines[30])
    assert lines[10].removeprefix(lines[30]).strip().startswith("Photo:")


def test_git_never_changes_a_byte_of_data():
    rules = (DATA.parent / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert rules[-1].split() == ["data/**", "-text"]

"""Lesson 01: what the scraper brought home is read as it is, or refused in one sentence."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import article
from copydesk.article import MAX_BYTES, ArticleError, read_article, read_bytes

STORY = "Minister speaks\n\nHe said “no” at the café – twice.\nA naïve reader asked why."
LINES = tuple(STORY.split("\n"))


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (STORY.encode("utf-8"), "UTF-8"),
        (STORY.encode("utf-8-sig"), "UTF-8"),
        (STORY.encode("utf-16"), "UTF-16 (little-endian)"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "UTF-16 (big-endian)"),
        (STORY.encode("utf-32"), "UTF-32 (little-endian)"),
        (b"\x00\x00\xfe\xff" + STORY.encode("utf-32-be"), "UTF-32 (big-endian)"),
        (STORY.encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_same_story_is_read_from_every_common_encoding(raw, encoding):
    article = read_bytes(raw, "story.txt")
    assert article.lines == LINES
    assert article.encoding == encoding


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_a_line_break_and_a_final_one_adds_no_line(ending):
    raw = ending.join(LINES).encode() + ending.encode()
    assert read_bytes(raw, "story.txt").lines == LINES


def test_what_was_repaired_is_said():
    marked = read_bytes(STORY.encode("utf-8-sig"), "story.txt")
    assert any("byte order mark" in note for note in marked.notes)
    windows = read_bytes(STORY.replace("\n", "\r\n").encode("cp1252"), "story.txt")
    assert any("Windows-1252" in note for note in windows.notes)
    assert any("line endings" in note for note in windows.notes)
    assert read_bytes(STORY.encode(), "story.txt").notes == ()


def test_other_scripts_and_signs_survive():
    for line in ("وزير الدفاع ينتقد الجيران", "دفاعی وزیر کا بیان", "Ministry 🕊️ says", "a\u00a0b"):
        assert read_bytes(line.encode(), "story.txt").lines == (line,)


def test_the_fingerprint_is_that_of_the_file(tmp_path: Path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode("cp1252"))
    assert read_article(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_string_is_a_path_or_the_text_itself(tmp_path: Path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    assert read_article(str(path)).source == "story.txt"
    assert read_article(STORY).source == "text"
    assert read_article("One line that is no file.").lines == ("One line that is no file.",)


PAGE = """<!DOCTYPE html><html><head><title>Talks end | The Example</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks end without a date</h1>
<p>The two delegations left the capital on Monday and set no date for another meeting.</p>
<p>A spokesperson said that the border would stay open for families during the holidays.</p>
</article><aside><ul><li><a href="/b">Ten recipes for a long weekend</a></li></ul></aside>
<script>var hidden = "not text";</script></body></html>"""


def test_a_web_page_is_rendered_as_lines_and_its_body_is_marked():
    article = read_bytes(PAGE.encode(), "page.html")
    body = [article.lines[number - 1] for number in sorted(article.body_lines or ())]
    assert any("no date for another meeting" in line for line in body)
    assert not any("recipes" in line for line in body)
    assert any("recipes" in line for line in article.lines), "nothing is lost unseen"
    assert not any("hidden" in line for line in article.lines)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "holds no text"),
        ("blank.txt", b" \n\n\t", "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "not a text file"),
        ("paper.txt", b"%PDF-1.7 and more", "not a text file"),
        ("long.txt", b"a" * (MAX_BYTES + 1), "cut out the one story"),
        ("bare.html", b"<html><body><script>1</script></body></html>", "no text"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_sentence(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    message = str(caught.value)
    assert says in message
    assert name in message
    assert "\n" not in message


def test_a_missing_path_and_a_folder_are_refused(tmp_path: Path):
    with pytest.raises(ArticleError, match="not there"):
        read_article("no_such_story.txt")
    with pytest.raises(ArticleError, match="folder"):
        read_article(tmp_path)


@given(st.binary())
def test_any_bytes_are_read_or_refused_and_never_raise_anything_else(raw):
    try:
        article = read_bytes(raw, "story.txt")
    except ArticleError:
        return
    assert article.text.strip()


@given(st.text())
def test_no_character_of_a_text_is_lost(text):
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    safe = clean.encode("utf-8", "replace").decode()
    if not safe.strip() or safe.lstrip()[:500].lower().startswith(("<html", "<!doctype html")):
        return
    article = read_bytes(safe.encode(), "text", "text")
    assert article.text == safe.removesuffix("\n")


# Numbers, at their limit and one beyond


def test_a_file_of_five_million_bytes_is_read():
    assert read_bytes(b"a" * 5_000_000, "long.txt").lines
    with pytest.raises(ArticleError):
        read_bytes(b"a" * 5_000_001, "long.txt")


@pytest.mark.parametrize(("letters", "is_path"), [(1000, True), (1001, False)])
def test_a_path_has_at_most_a_thousand_letters(letters, is_path):
    assert (article._as_path("x" * (letters - 4) + ".txt") is not None) is is_path


@pytest.mark.parametrize(
    ("raw", "english"), [(b"\x80aaa", True), (b"\x80\x80aa", False), (b"\x7f\x7f\x7f\x7f", True)]
)
def test_a_quarter_of_an_english_text_may_be_other_letters(raw, english):
    assert article._reads_as_english(raw) is english

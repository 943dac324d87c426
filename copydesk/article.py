"""Lesson 01: a raw article, exactly as the scraper brought it home.

``read_article`` is the front door of the desk. It accepts a file, a page of HTML or a piece of
text, and it changes nothing that it does not report: each repair (an encoding that is not UTF-8,
a byte order mark, a line ending) is written down in ``Article.notes``.
"""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 5_000_000
"""The largest file that is read, in bytes. A long novel has about one million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
    "cp1252": "Windows-1252",
}


class ArticleError(ValueError):
    """An article that cannot be read. Its message says what is wrong and what to do."""


@dataclass(frozen=True)
class Article:
    """A raw article: its lines, and where they came from.

    Attributes
    ----------
    source : str
        The file name, or ``"text"`` for a string that was passed in.
    lines : tuple of str
        Every line in the order of the file, blank lines included, without line endings.
    encoding : str
        The name of the encoding that was used to read the bytes.
    sha256 : str
        The fingerprint of the bytes: 64 hexadecimal digits. Two files with the same fingerprint
        are the same file.
    notes : tuple of str
        What had to be decided or repaired to read the file, one sentence each.
    body_lines : frozenset of int or None
        For an HTML page, the numbers (from 1) of the lines that the extractor takes for the
        article. ``None`` for plain text, which has no such hint.
    """

    source: str
    lines: tuple[str, ...]
    encoding: str
    sha256: str
    notes: tuple[str, ...] = ()
    body_lines: frozenset[int] | None = None

    @property
    def name(self) -> str:
        """The name of the file without its ending: what `load_article` calls the story."""
        return Path(self.source).stem

    @property
    def text(self) -> str:
        """The lines joined again, one a row."""
        return "\n".join(self.lines)

    @property
    def words(self) -> int:
        """The number of words, counted between spaces."""
        return sum(len(line.split()) for line in self.lines)


def read_article(path_or_text: str | Path) -> Article:
    r"""Read a raw article from a file or from a string.

    A ``Path`` is always a file. A string is a file when it has no line break and either names an
    existing file or ends in ``.txt``, ``.html`` or ``.htm``; every other string is the article.

    Parameters
    ----------
    path_or_text : str or Path
        A path, or the text of an article.

    Returns
    -------
    Article
        The lines and how they were read.

    Raises
    ------
    ArticleError
        The path is missing or a directory, the file is empty, binary or over ``MAX_BYTES``.

    Examples
    --------
    >>> article = read_article("Minister speaks\n\nHe said little.")
    >>> article.lines
    ('Minister speaks', '', 'He said little.')
    >>> article.encoding
    'text'
    """
    path = _as_path(path_or_text)
    if path is None:
        return read_bytes(str(path_or_text).encode("utf-8", "replace"), "text", "text")
    if path.is_dir():
        raise ArticleError(f"{path} is a folder; name one article file inside it.")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(_too_large(path.name, size))
        return read_bytes(path.read_bytes(), path.name)
    except FileNotFoundError:
        raise ArticleError(f"{path} is not there; check the spelling and the folder.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be opened: {error.strerror or error}.") from None


def read_bytes(raw: bytes, source: str, encoding: str | None = None) -> Article:
    r"""Turn the bytes of a file, or of standard input, into an article.

    Parameters
    ----------
    raw : bytes
        The content, at most ``MAX_BYTES`` bytes.
    source : str
        The name to report. A name that ends in ``.html`` or ``.htm`` is read as a web page, and
        so is content that begins like one.
    encoding : str, optional
        ``"text"`` for a string that is already decoded. Left out, the encoding is found: first a
        byte order mark, then UTF-8, then Windows-1252 if nearly every letter is plain ASCII, and
        else the best guess of charset-normalizer.

    Returns
    -------
    Article

    Raises
    ------
    ArticleError
        The content is empty, binary or too large.

    Examples
    --------
    >>> read_bytes(b"\xef\xbb\xbfCaf\xc3\xa9\r\nopens", "note.txt").lines
    ('Café', 'opens')
    """
    if len(raw) > MAX_BYTES:
        raise ArticleError(_too_large(source, len(raw)))
    notes: list[str] = []
    if encoding == "text":
        text = raw.decode("utf-8", "replace")
    else:
        text, encoding, notes = _decode(raw, source)
    if not text.strip():
        raise ArticleError(f"{source} holds no text; choose a file with an article in it.")
    digest = hashlib.sha256(raw).hexdigest()
    if _is_html(text, source):
        lines, body_lines, page_notes = _page_lines(text, source)
        return Article(source, lines, encoding, digest, (*notes, *page_notes), body_lines)
    if "\r" in text:
        notes.append("Windows or old Mac line endings were read as line breaks.")
    # Not str.splitlines: it also breaks at form feeds and at characters inside a sentence.
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))
    return Article(source, lines, encoding, digest, tuple(notes))


def _as_path(value: str | Path) -> Path | None:
    if isinstance(value, Path):
        return value
    if "\n" in value or "\r" in value or "\0" in value or len(value) > 1000:
        return None
    if value.lower().endswith((".txt", ".html", ".htm")):
        return Path(value)
    try:
        return Path(value) if value.strip() and Path(value).exists() else None
    except OSError:
        return None


def _too_large(source: str, size: int) -> str:
    return (
        f"{source} has {size / 1e6:.0f} MB and an article may have {MAX_BYTES / 1e6:.0f} MB; "
        "cut out the one story that you want to read."
    )


def _decode(raw: bytes, source: str) -> tuple[str, str, list[str]]:
    """Return the text, the name of its encoding and the notes on how it was found."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            name = _NAMES[codec]
            text = raw[len(mark) :].decode(codec, "replace")
            return text, name, [f"A byte order mark says that this is {name}; it was taken off."]
    if _looks_binary(raw):
        raise ArticleError(
            f"{source} is not a text file; export the story as plain text or HTML and try again."
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        if _reads_as_english(raw):
            codec = "cp1252"  # what the web assumes; a guesser finds ten code pages that fit
        elif best := _guess(raw):
            codec = best
        else:
            raise ArticleError(
                f"The encoding of {source} is unknown; save the file as UTF-8 and try again."
            ) from None
        name = _NAMES.get(codec, codec)
        note = f"The bytes are not UTF-8; they were read as {name}. Look at quotes and accents."
        return raw.decode(codec, "replace"), name, [note]
    return text, "UTF-8", []


def _looks_binary(raw: bytes) -> bool:
    """Say whether the bytes are no text: a picture or a PDF has control bytes from the start."""
    head = raw[:65536]
    control = sum(head.count(bytes([byte])) for byte in (*range(0, 7), *range(14, 27), 28, 29, 30))
    return b"\0" in head or head.startswith(b"%PDF-") or control > len(head) // 100


def _guess(raw: bytes) -> str:
    import charset_normalizer  # late: few pages need a guess

    best = charset_normalizer.from_bytes(raw).best()
    return best.encoding if best else ""


def _reads_as_english(raw: bytes) -> bool:
    """Say whether nearly every letter is plain ASCII, as it is in an English text."""
    high = sum(byte > 127 for byte in raw)
    return high <= len(raw) // 4


def _is_html(text: str, source: str) -> bool:
    head = text.lstrip()[:500].lower()
    named = source.lower().endswith((".html", ".htm"))
    return named or head.startswith(("<!doctype html", "<html"))


def _page_lines(page: str, source: str) -> tuple[tuple[str, ...], frozenset[int], list[str]]:
    """Render a page as lines, and mark those that the extractor takes for the article."""
    # These two load lxml and a date parser, about half a second that plain text need not wait for.
    import trafilatura
    from inscriptis import get_text

    try:
        rendered = get_text(page)
        extract = trafilatura.extract(page, include_comments=False, deduplicate=False) or ""
    except Exception as error:  # two parsers of unknown pages: whatever they raise is said in words
        raise ArticleError(
            f"{source} could not be read as a web page ({error}); save the story as plain text."
        ) from None
    lines = tuple(line.strip() for line in rendered.split("\n"))
    if not any(lines):
        raise ArticleError(f"{source} is a web page with no text; choose a page with a story.")
    inside = " ".join(extract.split())
    body = frozenset(
        number
        for number, line in enumerate(lines, 1)
        if line and " ".join(line.lstrip("*• ").split()) in inside
    )
    note = f"A web page: rendered as {len(lines)} lines, {len(body)} of them in the article body."
    return lines, body, [note]

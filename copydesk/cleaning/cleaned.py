"""An article without the page around it, and a ledger of everything that was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.article import Article
from copydesk.cleaning.labels import LabelledLine, label_page
from copydesk.cleaning.lines import read_line, split_headline
from copydesk.cleaning.name_rules import without_by
from copydesk.cleaning.near_duplicates import NearDuplicate, near_duplicates
from copydesk.cleaning.picture_rules import photo_credit
from copydesk.cleaning.words import LinePattern
from copydesk.language.sentences import split_sentences

DATED = LinePattern(r"\b(?:<month>|<day>|<stamp>)\b", re.I)


@dataclass(frozen=True)
class Dropped:
    """A line, or a part of a line, that the clean article leaves out.

    Attributes
    ----------
    number : int
        The line it stands in, from 1.
    text : str
        The line or the part, as it came.
    role, reason : str
        As in `LabelledLine`.
    """

    number: int
    text: str
    role: str
    reason: str


@dataclass(frozen=True)
class CleanArticle:
    """An article without the page around it.

    Attributes
    ----------
    headline : str or None
        Without a section or site name at its end.
    byline : str or None
        The person or the agency that the page names.
    paragraphs : tuple of str
        Standfirst, body and subheadings, in order.
    dropped : tuple of Dropped
        Every line that is not kept, and the parts of lines that were cut.
    near_duplicates : tuple of NearDuplicate
        Kept lines that say nearly the same, for a person to look at.
    lines : tuple of LabelledLine
        Every line of the page.
    notes : tuple of str
        How the page was read, where a reader should know: as a list, as questions and answers,
        as a live page; with a headline that is in doubt. One plain sentence each.
    """

    headline: str | None
    byline: str | None
    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    near_duplicates: tuple[NearDuplicate, ...]
    lines: tuple[LabelledLine, ...]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one a line. Later steps give offsets into this text."""
        return "\n".join(self.paragraphs)


def clean(article: Article) -> CleanArticle:
    r"""Take the page away from around an article, and account for every line.

    Parameters
    ----------
    article : Article
        What `copydesk.article.read_article` returns. For a web page, a line is kept when both
        the rules here and the extractor of the page keep it.

    Returns
    -------
    CleanArticle

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> story = clean(read_article("Bridge opens after long delay | World news\n\n"
    ...     "The bridge opened on Monday after two years of work on the river bank."))
    >>> story.headline
    'Bridge opens after long delay'
    >>> [(part.number, part.role) for part in story.dropped]
    [(1, 'headline suffix'), (2, 'blank')]
    """
    labelled, notes = label_page(list(article.lines))
    lines = _agree_with_extractor(labelled, article.body_lines)
    body = [line for line in lines if line.kept and line.role != "headline"]
    at: dict[str, int] = {}
    if any(line.role == "caption" for line in lines):
        at = {key: line.number for line in reversed(body) for key in _sentence_keys(line.text)}
    headline: str | None = None
    dropped: list[Dropped] = []
    for line in lines:
        if line.role == "headline":
            headline, suffix = split_headline(read_line(0, line.text).bare)
            if suffix:
                why = f"a section or site name behind the headline: {suffix!r}"
                dropped.append(Dropped(line.number, suffix, "headline suffix", why))
        elif not line.kept:
            dropped.append(Dropped(line.number, line.text, line.role, line.reason))
            if line.role == "caption":
                dropped += _caption_parts(line, at)
    return CleanArticle(
        headline,
        _byline(lines),
        tuple(line.text.strip() for line in body),
        tuple(dropped),
        tuple(near_duplicates(body)),
        tuple(lines),
        notes,
    )


def _agree_with_extractor(
    lines: list[LabelledLine], body_lines: frozenset[int] | None
) -> list[LabelledLine]:
    if not body_lines:
        return lines
    why = "the rules keep it ({}), but the extractor of the web page leaves it outside the body"
    return [
        replace(line, role="related link", kept=False, reason=why.format(line.role))
        if line.kept and line.role != "headline" and line.number not in body_lines
        else line
        for line in lines
    ]


def _sentence_keys(text: str) -> list[str]:
    """Return the words of each sentence, as one string a sentence."""
    keys = [read_line(0, sentence.text).key for sentence in split_sentences(text)]
    return [key for key in keys if key]


def _caption_parts(line: LabelledLine, at: dict[str, int]) -> Iterator[Dropped]:
    """Give the photo credit of a caption, and its sentences that stand in the body too."""
    credit = photo_credit(line.text.strip())
    told = line.text[: line.text.rfind(credit)] if credit else line.text
    for sentence in split_sentences(told):
        home = at.get(read_line(0, sentence.text).key)
        if home is not None:
            why = f"the same sentence stands in the body at line {home} and is kept there"
            yield Dropped(line.number, sentence.text, "repeat", why)
    if credit:
        yield Dropped(line.number, credit, "credit", f"a photo credit: {credit!r}")


def _byline(lines: list[LabelledLine]) -> str | None:
    """Return the first person that the page names as its author, or else the agency."""
    for role in ("byline", "dateline", "agency"):
        names = (_name(line) for line in lines if line.role == role)
        if name := next(filter(None, names), None):
            return name
    return None


def _name(line: LabelledLine) -> str:
    """Return the name in a line; of a dateline what stands before a bar, if it is one.

    Some pages print the name and the date in one line, "Ana Example | 2 January 2024".
    """
    name = without_by(line.text.strip().lstrip("*+• ")).removesuffix(" Follow").strip()
    if line.role != "dateline":
        return name
    name, bar, _ = name.partition(" | ")
    words = name.split()
    titles = all(word.istitle() and word.isalpha() for word in words) and 2 <= len(words) <= 4
    return name if bar and titles and not DATED.search(name) else ""

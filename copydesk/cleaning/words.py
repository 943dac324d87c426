"""The words by which a line of a page shows what it is, from ``data/lexicons/page_words.csv``.

They come from reading the lines that English-language news sites print around their stories, and
name no site. Each row has its sense and an example that comes out otherwise without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.corpus import load_table
from copydesk.language.number_words import alternatives
from copydesk.language.sought import Sought

FIRST_LETTERS = 2
"""Phrases are kept under so many first letters, so that few are tried on each line."""


class Words:
    """The words of a page, by kind.

    Parameters
    ----------
    rows : iterable of mapping
        Rows of the table: ``kind`` and ``word`` are used here.
    """

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        kinds: dict[str, list[str]] = {}
        for row in rows:
            kinds.setdefault(row["kind"], []).append(row["word"])
        self.kinds = {kind: frozenset(words) for kind, words in kinds.items()}
        self._openings: dict[str, dict[str, list[str]]] = {}
        self._compiled: dict[tuple[str, int], Sought] = {}

    def without(self, kind: str, word: str) -> Words:
        """Return the same words without one, to see what becomes of a page."""
        fewer = Words([])
        fewer.kinds = {**self.kinds, kind: self.kinds[kind] - {word}}
        fewer._openings = {name: index for name, index in self._openings.items() if name != kind}
        fewer._compiled = {
            key: pattern for key, pattern in self._compiled.items() if f"<{kind}>" not in key[0]
        }
        return fewer

    def __getitem__(self, kind: str) -> frozenset[str]:
        """Return the words of a kind."""
        return self.kinds[kind]

    def opening(self, kind: str, text: str) -> str | None:
        """Return the longest phrase of a kind that a text begins with, as whole words."""
        if kind not in self._openings:
            index = self._openings.setdefault(kind, {})
            for phrase in sorted(self.kinds[kind], key=lambda phrase: (-len(phrase), phrase)):
                index.setdefault(phrase[:FIRST_LETTERS], []).append(phrase)
        for phrase in self._openings[kind].get(text[:FIRST_LETTERS], ()):
            if text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum():
                return phrase
        return None

    def inside(self, kind: str, text: str) -> list[str]:
        """Return the phrases of a kind that a text has as whole words, in alphabetical order."""
        found = [phrase for phrase in self.kinds[kind] if phrase in text]
        return sorted(phrase for phrase in found if _whole(phrase, text))

    def compiled(self, template: str, flags: int) -> Sought:
        """Return a pattern in which ``<kind>`` stands for any word of that kind."""
        if (template, flags) not in self._compiled:
            filled = re.sub(
                r"<([a-z ]+)>", lambda kind: alternatives(self.kinds[kind[1]]), template
            )
            self._compiled[template, flags] = Sought(re.compile(filled, flags))
        return self._compiled[template, flags]


def _whole(phrase: str, text: str) -> bool:
    """Say whether a phrase is no part of a longer word in a text that holds it."""
    opens = r"\b" if phrase[0].isalnum() else ""
    closes = r"\b" if phrase[-1].isalnum() else ""
    return re.search(f"{opens}{re.escape(phrase)}{closes}", text) is not None


def page_word_rows() -> list[dict[str, str]]:
    """Return the rows of the table: kind, word, gives, sense and example."""
    rows = load_table("lexicon_page_words").to_dict("records")
    return [{str(name): str(cell) for name, cell in row.items()} for row in rows]


@cache
def page_words() -> Words:
    """Return the words of the table, read once.

    Examples
    --------
    >>> "search" in page_words()["menu"]
    True
    >>> page_words().opening("request", "sign up for our letter")
    'sign up'
    """
    return Words(page_word_rows())


@dataclass(frozen=True)
class LinePattern:
    r"""A pattern with words of the table in it, compiled when it is first needed.

    Attributes
    ----------
    template : str
        A regular expression in which ``<month>`` stands for any word of the kind "month".
    flags : int
        As `re.compile` takes them.

    Examples
    --------
    >>> LinePattern(r"\b<month> \d{4}", re.I).search("in May 2024").group()
    'May 2024'
    """

    template: str
    flags: int = 0

    def search(self, text: str, /) -> re.Match[str] | None:
        """Search a text, as a compiled pattern does; from its start when the template has "^"."""
        sought = page_words().compiled(self.template, self.flags)
        return sought.pattern.match(text) if self.template[0] == "^" else sought.search(text)

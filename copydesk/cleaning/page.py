"""The lines of one page as they were read together, with what the rules ask about them."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk.cleaning.forms import Entries
from copydesk.cleaning.lines import SMALL_WORDS, Line, read_line
from copydesk.cleaning.name_rules import without_by
from copydesk.language.rule import Decision

PULLED = 12
"""Words from which a sentence that another line holds was pulled out of it."""

LONGEST_PARAGRAPH = 150
"""Words up to which a line is one paragraph, out of which a quotation may be pulled."""


@dataclass
class Page:
    """The lines of one page, read together by `read_page`.

    Attributes
    ----------
    lines : sequence of Line
        The lines that are not blank.
    said : list
        For each line the rule that decides it by its own words, if any.
    links : dict of int to int
        Where a title stands in a list of links, and the place of the heading above it.
    times : Counter
        How often the page says the words of a line.
    home : dict
        Where a text stands that the page repeats: the copy that is kept.
    facts : frozenset of int
        The places of the items in lists of facts.
    boxed : frozenset of int
        The places of the lines in lists of links whose end the page says.
    start, stop : int
        The main run of text is ``lines[start:stop]``; the two are equal when there is none.
    headline : int or None
        The place of the headline.
    printed : int or None
        Where the page prints the words of the headline first: there, or in a menu above.
    why_headline : str
        The signs that speak for it.
    doubt : str
        Why it may be another line, in words; empty without a doubt.
    subheadings : frozenset of int
        The places of the short lines that running text surrounds.
    announced : dict of int to int
        The items of lists that the article announces, each with the place of the announcing line.
    points : dict of int to int
        The points under a heading such as "Key points", each with the place of the heading, and
        the heading itself.
    form : Entries or None
        What the page is, when it is no story in paragraphs, and the places of its entries.
    """

    lines: Sequence[Line]
    said: list[Decision[Line] | None]
    links: dict[int, int]
    times: Counter[str]
    home: dict[tuple[str, int], int]
    facts: frozenset[int] = frozenset()
    boxed: frozenset[int] = frozenset()
    start: int = 0
    stop: int = 0
    headline: int | None = None
    printed: int | None = None
    why_headline: str = ""
    doubt: str = ""
    subheadings: frozenset[int] = frozenset()
    announced: dict[int, int] | None = None
    points: dict[int, int] | None = None
    form: Entries | None = None

    def role(self, index: int) -> str | None:
        """Return the role that a line has by its own words or in a list of links, if any."""
        if not 0 <= index < len(self.lines):
            return None
        if index in self.links:
            return "related link"
        said = self.said[index]
        return said.rule.gives if said else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of how the page was read, in plain sentences."""
        notes = [self.form.told(self.lines)] if self.form else []
        if self.headline is None:
            notes.append("No headline was found: for no line above the text speak enough signs.")
        elif self.doubt:
            number = self.lines[self.headline].number
            notes.append(f"The headline is in doubt: line {number} was taken, and {self.doubt}.")
        return tuple(notes)

    @property
    def middle(self) -> int:
        """The place of the middle of the main run of text."""
        return (self.start + self.stop) // 2

    @cached_property
    def headline_ends(self) -> int:
        """The place of the last repeat of the headline right below it; ask when there is one."""
        last = self.headline or 0
        title = self.lines[last].title
        while last + 1 < len(self.lines) and self.lines[last + 1].title == title:
            last += 1
        return last

    @cached_property
    def authors(self) -> frozenset[str]:
        """The names, two words each, of the bylines before the middle; ask when all is read."""
        bylines = (index for index in range(self.middle) if self.role(index) == "byline")
        texts = (without_by(self.lines[index].bare) for index in bylines)
        return frozenset(" ".join(read_line(0, text).words[:2]) for text in texts)

    def is_first(self, index: int) -> bool:
        """Say whether a line is the copy to keep of what the page says."""
        line = self.lines[index]
        return self.home[line.key, line.length] == index

    def takes_up(self, index: int) -> bool:
        """Say whether the two paragraphs below a line say a content word of it again."""
        text = (i for i in range(index + 1, self.stop) if self.is_text(i))
        below = {word for i in itertools.islice(text, 2) for word in self.lines[i].words}
        return not below.isdisjoint(content_words(self.lines[index]))

    @cached_property
    def above_captions(self) -> frozenset[int]:
        """The places of the labels that stand right before a caption; ask when all is read."""
        return frozenset(
            place
            for place, line in enumerate(self.lines)
            if line.is_label and self.role(place) is None and self.role(place + 1) == "caption"
        )

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the article; ask when all is read."""
        text = (self.lines[i] for i in range(self.start, self.stop) if self.is_text(i))
        return frozenset(word for line in text for word in line.words)

    @cached_property
    def _of_run(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """The places of the paragraphs of the main run in which `PULLED` words follow each other.

        With it a page of a hundred thousand lines is not read once for each of them.
        """
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(self.start, self.stop):
            if len(self.lines[place].words) <= LONGEST_PARAGRAPH:
                for run in _runs(self.lines[place].words):
                    found[run].append(place)
        return found

    def holder(self, index: int) -> int | None:
        """Return the place of a longer line of the main run that holds the words of a line.

        The line has `PULLED` words or more.
        """
        key = self.lines[index].key
        runs = _runs(self.lines[index].words)
        for place in min((self._of_run.get(run, ()) for run in runs), key=len):
            other = self.lines[place]
            longer = len(key) < len(other.key)
            if longer and f" {key} " in f" {other.key} " and self.is_text(place):
                return place
        return None

    def is_entry(self, index: int) -> bool:
        """Say whether a line is an entry of a list or the like, which belongs to the story."""
        return self.form is not None and self.form.form.keeps and index in self.form.places

    def is_text(self, index: int) -> bool:
        """Say whether a line reads like the text of an article and is no repeat."""
        if index in self.facts or self.is_entry(index):
            return True
        line = self.lines[index]
        reads = line.is_prose or line.ends or line.leads_in
        return reads and self.is_first(index) and self.role(index) is None

    def is_short(self, index: int) -> bool:
        """Say whether a line has no full stop and no rule has named it."""
        line = self.lines[index]
        reads = line.is_prose or line.ends or line.leads_in or index in self.facts
        return not reads and not self.is_entry(index) and self.role(index) is None


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + PULLED]) for at in range(len(words) - PULLED + 1))


def content_words(line: Line) -> frozenset[str]:
    """Return the words of a line that tell what it is about: four letters or more, none small."""
    return frozenset(word for word in line.words if len(word) > 3 and word not in SMALL_WORDS)

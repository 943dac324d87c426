"""The lines of one page, read together: the main run of text, the headline, and the lists.

Every line is first read by its own words. Then the page is read as a whole, since a short line
between two paragraphs is a subheading, and the same line in a list under "Most read" is a link.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk.cleaning.forms import Entries, read_form
from copydesk.cleaning.headlines import choose_headline, headline_key
from copydesk.cleaning.line_rules import LINE_RULES
from copydesk.cleaning.lines import LABEL, PARAGRAPH, SMALL_WORDS, Line, read_line
from copydesk.cleaning.name_rules import without_by
from copydesk.cleaning.words import page_words
from copydesk.language.rule import Decision, Rule, decide

FURNITURE_TIMES = 4
"""A line that stands so often on a page is furniture and tells nothing about its neighbours."""
TAIL_WORDS = 80
"""A last part of the run with fewer words than this, after a gap, is not part of the article."""
LAST_WORDS = 30
"""Words that can end a run, after a line of anything else, and be no part of the article."""
NOISE = 6
"""Words that a line which a rule has named takes from a run; a link takes twice as many."""
SHORTEST_LIST = 4
"""Lines from which a list of facts is told from a few stray lines."""

LONGEST_PARAGRAPH = 150
"""Words up to which a line is one paragraph, out of which a quotation may be pulled."""

LOOK_PAST = frozenset({"interface", "credit", "caption"})
"""Roles of lines that interrupt an article without ending it."""


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

    def holder(self, index: int) -> int | None:
        """Return the place of a longer line of the main run that holds the words of a line."""
        key = self.lines[index].key
        for place in range(self.start, self.stop):
            other = self.lines[place]
            longer = len(key) < len(other.key) and len(other.words) <= LONGEST_PARAGRAPH
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


def content_words(line: Line) -> frozenset[str]:
    """Return the words of a line that tell what it is about: four letters or more, none small."""
    return frozenset(word for word in line.words if len(word) > 3 and word not in SMALL_WORDS)


def read_page(lines: Sequence[Line], rules: Sequence[Rule[Line]] = LINE_RULES) -> Page:
    """Read the lines of a page together.

    Parameters
    ----------
    lines : sequence of Line
        The lines that are not blank, in order.
    rules : sequence of Rule
        What a line is by its own words.

    Returns
    -------
    Page
    """
    home: dict[tuple[str, int], int] = {}
    for index, line in enumerate(lines):
        home.setdefault((line.key, line.length), index)
    form = read_form(lines)
    entries = form.places if form else frozenset()
    said = [decide(rules, line) for line in lines]
    if form and form.form.keeps:
        said = [None if index in entries else found for index, found in enumerate(said)]
    page = Page(lines, said, {}, Counter(line.key for line in lines), home, form=form)
    page.links.update(_listed_links(page))
    page.facts = frozenset(_fact_lists(page))
    page.start, page.stop = _main_run(page)
    page.stop = _without_last_words(page, _without_tail(page))
    page.stop = _with_fact_list(page)
    for index in range(page.start, page.stop):  # a copy inside the article is the one to keep
        place = (lines[index].key, lines[index].length)
        if home[place] < page.start and page.role(index) is None:
            home[place] = index
    roles = [page.role(index) for index in range(len(lines))]
    page.headline, page.why_headline, page.doubt = choose_headline(
        lines, roles, page.start, page.stop
    )
    if page.headline is not None:
        key = headline_key(lines[page.headline])
        page.printed = next(i for i, line in enumerate(lines) if headline_key(line) == key)
        for index, heading in list(page.links.items()):  # a list above the headline ends there
            if heading < page.headline < index:
                del page.links[index]
    page.subheadings = frozenset(_subheadings(page))
    page.announced = dict(_announced(page))
    page.points = dict(_points(page))
    return page


def _listed_links(page: Page) -> Iterator[tuple[int, int]]:
    """Find the titles that stand in a list under a heading such as "Most read"."""
    heading: int | None = None
    tight = False  # whether the list begins without a blank line, and so ends at one
    bulleted = False
    for index, line in enumerate(page.lines):
        said, gap = page.said[index], line.number > page.lines[index - 1].number + 1
        if _is_list_heading(line, said):
            heading = index
            continue
        if heading is not None and heading == index - 1:
            tight = not gap
        elif tight and gap:
            heading = None
        furniture = (said and page.times[line.key] >= FURNITURE_TIMES) or page.is_entry(index)
        tells = line.is_prose and line.ends and not line.is_listed and line.text[-1] != "?"
        if furniture or (tells and not said):
            heading = None
        elif heading is not None and said is None and not page.is_entry(index):
            if heading == index - 1:
                bulleted = line.bullet
            elif bulleted and not line.bullet:  # a list with bullets ends at a line without one
                heading = None
                continue
            yield index, heading


def _is_list_heading(line: Line, said: Decision[Line] | None) -> bool:
    """Say whether a line such as "Most read" stands above links, and is not itself a link."""
    if said is None or said.rule.gives != "related link" or line.bullet:
        return False
    opening = page_words().opening("link opening", line.low)
    return opening is not None and len(line.words) <= (5 if " " in opening else 2)


def _fact_lists(page: Page) -> Iterator[int]:
    """Find the items of lists that give facts, such as figures or ingredients, and not titles."""

    def may_be_fact(index: int) -> bool:
        line = page.lines[index]
        return page.role(index) is None and line.is_item and not line.is_prose

    for may_be, run in itertools.groupby(range(len(page.lines)), may_be_fact):
        items = list(run)
        facts = sum(page.lines[index].states_fact for index in items)
        if may_be and len(items) >= SHORTEST_LIST and 4 * facts >= 3 * len(items):
            yield from items


def _main_run(page: Page) -> tuple[int, int]:
    """Find the stretch of lines with the most running text and the least of anything else.

    Every line of running text adds its words to the sum of a stretch, every other line takes
    some away. The stretch with the greatest sum is the main run. One pass finds it: whenever
    the sum falls to nothing, a new stretch begins (Kadane's method).
    """
    best = total = 0
    best_start = best_stop = start = 0
    for index in range(len(page.lines)):
        if total <= 0:
            total, start = 0, index
        total += _weight(page, index)
        if total > best:
            best, best_start, best_stop = total, start, index + 1
    return best_start, best_stop


def _weight(page: Page, index: int) -> int:
    """Return what a line adds to a run of text, counted in words."""
    line, role = page.lines[index], page.role(index)
    if page.form and index in page.form.places:
        return min(len(line.words), NOISE) if page.form.form.keeps else 0
    if page.times[line.key] >= FURNITURE_TIMES and not line.is_prose:
        return 0
    if role == "related link":
        return -2 * NOISE
    if role or not page.is_first(index):
        return -NOISE
    if line.is_prose and not line.bullet:
        return min(len(line.words), PARAGRAPH)
    if line.ends or line.leads_in:
        return min(len(line.words), NOISE)
    return -LABEL // 2 if line.is_item else -LABEL


def _without_tail(page: Page) -> int:
    """Return where the run stops without a last few sentences that stand apart from it."""
    run = page.lines[page.start : page.stop]
    enough = min(TAIL_WORDS, sum(len(line.words) for line in run) // 4)
    stop, words, gap = page.stop, 0, 0
    for index in range(page.stop - 1, page.start, -1):
        if not page.is_text(index):
            gap += page.role(index) not in (None, "dateline")
            continue
        if gap >= 2:
            stop, words = index + 1, 0
        gap = 0
        words += len(page.lines[index].words)
        if words >= enough:
            break
    return stop


def _without_last_words(page: Page, stop: int) -> int:
    """Return where the run stops without a last few words that stand apart from it.

    They stand apart when a line of anything else comes before them, or, in a text ten times
    as long, a heading of their own. Boxes and notes about the writer end a page in this way.
    """
    run = sum(len(line.words) for line in page.lines[page.start : stop])
    words = 0
    for index in range(stop - 1, page.start, -1):
        line = page.lines[index]
        headed = page.is_short(index) and not line.is_item and 10 * words <= run
        if page.is_text(index):
            words += len(line.words)
        elif headed or page.role(index) not in (None, "dateline"):
            return index
        if words > LAST_WORDS:
            break
    return stop


def _with_fact_list(page: Page) -> int:
    """Return where the run stops when a list of facts that follows it belongs to it."""
    stop, gap = page.stop, 0
    for index in range(page.stop, len(page.lines)):
        if index in page.facts:
            stop, gap = index + 1, 0
        elif page.role(index) not in LOOK_PAST:
            gap += 1
        if gap > 1:
            break
    return stop


def _subheadings(page: Page) -> Iterator[int]:
    """Find the short lines of the main run that running text surrounds."""
    places = [i for i in range(page.start, page.stop) if page.role(i) not in LOOK_PAST]
    groups = [(short, list(group)) for short, group in itertools.groupby(places, page.is_short)]
    for before, (short, group), after in zip(groups, groups[1:], groups[2:], strict=False):
        if short and page.is_text(after[1][0]):
            listed = all(page.lines[index].is_item for index in group[1:])
            set_in = page.is_text(before[1][-1]) and (listed or len(group) <= 3)
            if set_in or len(group) == 1:
                yield from group


def _announced(page: Page) -> Iterator[tuple[int, int]]:
    """Find the items of lists that a line of the article announces, and that line itself."""
    leader: int | None = None
    for index in range(page.start, len(page.lines)):
        line = page.lines[index]
        if page.role(index):
            leader = None
        elif line.text.endswith(":"):
            leader = index if line.leads_in and index <= page.stop else None
        elif leader is not None and line.is_item:
            yield from ((leader, leader), (index, leader))
        else:
            leader = None


def _points(page: Page) -> Iterator[tuple[int, int]]:
    """Find the points with bullets that sum up the story under a heading such as "Key points"."""
    heading: int | None = None
    first = len(page.lines) if page.headline is None else page.headline + 1
    for index in range(first, len(page.lines)):
        line = page.lines[index]
        if line.key in page_words()["summary heading"]:
            heading = index
        elif heading is not None and line.bullet and page.role(index) is None:
            yield from ((heading, heading), (index, heading))
        else:
            heading = None

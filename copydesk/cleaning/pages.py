"""The lines of one page, read together: the main run of text, the headline, and the lists.

Every line is first read by its own words. Then the page is read as a whole, since a short line
between two paragraphs is a subheading, and the same line in a list under "Most read" is a link.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.cleaning.forms import read_form
from copydesk.cleaning.headlines import choose_headline
from copydesk.cleaning.line_rules import LINE_RULES
from copydesk.cleaning.lines import LABEL, PARAGRAPH, Line
from copydesk.cleaning.page import Page
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
LATE = 8
"""Lines below the run among which words that somebody said belong to it."""
SHORTEST_LIST = 4
"""Lines from which a list of facts is told from a few stray lines."""

LOOK_PAST = frozenset({"interface", "credit", "caption"})
"""Roles of lines that interrupt an article without ending it."""


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
    entries = form.places if form and form.form.keeps else frozenset()
    said = [None if at in entries else decide(rules, line) for at, line in enumerate(lines)]
    page = Page(lines, said, {}, Counter(line.key for line in lines), home, form=form)
    page.links.update(_listed_links(page))
    page.facts = frozenset(_fact_lists(page))
    page.boxed = frozenset(_boxed(page))
    page.start, page.stop = _main_run(page)
    page.stop = _without_last_words(page, _without_tail(page))
    page.stop = _with_fact_list(page)
    page.stop = _with_late_words(page)
    for index in range(page.start, page.stop):  # a copy inside the article is the one to keep
        place = (lines[index].key, lines[index].length)
        if home[place] < page.start and page.role(index) is None:
            home[place] = index
    _find_headline(page)
    page.subheadings = frozenset(_subheadings(page))
    page.announced = dict(_announced(page))
    page.points = dict(_points(page))
    return page


def _find_headline(page: Page) -> None:
    """Choose the headline, and end a list of links that stands above it there."""
    roles = [page.role(index) for index in range(len(page.lines))]
    page.headline, page.why_headline, page.doubt = choose_headline(
        page.lines, roles, page.start, page.stop
    )
    if page.headline is None:
        return
    titles = [line.title for line in page.lines]
    page.printed = titles.index(titles[page.headline])
    for index, heading in list(page.links.items()):
        if heading < page.headline < index:
            del page.links[index]


def _listed_links(page: Page) -> Iterator[tuple[int, int]]:
    """Find the titles that stand in a list under a heading such as "Most read"."""
    heading: int | None = None
    tight = False  # whether the list begins without a blank line, and so ends at one
    bulleted = False  # whether it begins with a bullet, and so ends at a line without one
    for index, line in enumerate(page.lines):
        said, gap = page.said[index], line.number > page.lines[index - 1].number + 1
        if _is_list_heading(line, said):
            heading = index
            continue
        first = heading == index - 1
        tight = not gap if first else tight
        if heading is None or (tight and gap) or _ends_list(page, index):
            heading = None
        elif said is None and not page.is_entry(index):
            bulleted = line.bullet if first else bulleted
            if bulleted and not line.bullet:
                heading = None
            else:
                yield index, heading


def _ends_list(page: Page, index: int) -> bool:
    """Say whether a line is of the story or of the furniture, and so ends a list of links."""
    line, said = page.lines[index], page.said[index]
    if said:
        return page.times[line.key] >= FURNITURE_TIMES
    tells = line.is_prose and line.ends and not line.is_listed and line.text[-1] != "?"
    return page.is_entry(index) or tells


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


def _boxed(page: Page) -> Iterator[int]:
    """Find the lines of lists of links whose end the page says: a text goes on below them."""
    opened: int | None = None
    for index, line in enumerate(page.lines):
        if line.low.startswith("list of ") and line.low.rstrip(".").endswith(" items"):
            opened = index
        elif opened is not None and line.low.startswith("end of list"):
            yield from range(opened, index + 1)
            opened = None


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
    if index in page.boxed:
        return 0
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


def _with_late_words(page: Page) -> int:
    """Return where the run stops when somebody speaks a few lines below it: boxes quote nobody."""
    if page.start == page.stop:
        return page.stop
    below = range(page.stop, min(page.stop + LATE, len(page.lines)))
    spoken = (i for i in below if page.lines[i].is_prose and "said" in page.lines[i].words)
    late = [index for index in spoken if page.is_text(index)]
    stop = late[-1] + 1 if late else page.stop
    while late and stop < len(page.lines) and page.is_text(stop):
        stop += 1
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

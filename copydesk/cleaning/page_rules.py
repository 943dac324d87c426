"""What a line is by where it stands: the main run of text, the headline, lists and neighbours.

`Page` reads the lines of one page together. It asks the rules of `line_rules` about each
line alone, finds the stretch of lines that holds the article, and then judges what is left: a short
line between two paragraphs is a subheading, the same line in a list under "Most read" is a link.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from copydesk.cleaning.line_rules import (
    BY,
    NUMBER_MARK,
    WORD_RULES,
    Finding,
    Line,
    read_line,
    starts_with,
)
from copydesk.cleaning.line_words import AUTHOR_HEADINGS, FUNCTION_WORDS, RELATED_OPENINGS

LONGEST_COUNT = 40
"""Words that one line can add to a run of text, so that no single line outweighs a page."""
COST_OF_NOISE = 6
"""Words that a line which a rule has named takes from a run; a related link takes twice as many."""
COST_OF_SHORT = 8
"""Words that a short line without a full stop takes from a run; a list item takes half as many."""
FURNITURE_TIMES = 4
"""A line that stands so often on a page is furniture and tells nothing about its neighbours."""
TAIL_WORDS = 60
"""A last part of the run with fewer words than this, after a gap, is not part of the article."""
LAST_WORDS = 30
"""Words that can end a run, after a line of anything else, and be no part of the article."""
LIKELY_HEADLINE = 0.9
"""The points from which a line can be the headline. See `Page.find_headline`."""

SHORTEST_LIST = 4
"""Lines from which a list of facts is told from a few stray lines."""
SHORT_CAPTION = 14
"""Words from which a full sentence before a credit is body text and no caption."""
LONG_CAPTION = 60
"""The same for a line that is no full sentence."""
LONGEST_LABEL = 5
"""Words of a label that can stand between a headline and its standfirst."""
FACT_LABEL = re.compile(r"[^\W\d_][^:]{0,40}: ")

LOOK_PAST = frozenset({"interface", "credit", "caption", "alt text"})
"""Roles of lines that interrupt an article without ending it."""
SIGNATURES = frozenset({"byline", "dateline", "agency"})
"""Roles of the lines that stand under a headline and say who and when."""

SUFFIX = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")
TELLS_OF_PERSON = re.compile(r" (?:is|was|has|covers|writes|joined) ")


class Page:
    """The lines of one page, read together.

    Parameters
    ----------
    lines : list of Line
        The lines that are not blank.

    Attributes
    ----------
    said : list
        For each line what the rules say of its words alone: a role and a reason, or ``None``.
    start, stop : int
        The main run of text is ``lines[start:stop]``; the two are equal when there is none.
    headline : int or None
        The place of the headline.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.said = [
            next(filter(None, (rule(line) for rule in WORD_RULES)), None) for line in lines
        ]
        self.times = Counter(line.key for line in lines)
        self.mark_lists_of_links()
        self.home: dict[tuple[str, int], int] = {}  # where a text stands that the page repeats
        for index, line in enumerate(lines):
            self.home.setdefault((line.key, line.length), index)
        self.facts = dict(self.find_fact_lists())
        self.start, self.stop = self.find_main_run()
        self.stop = self.cut_tail()
        self.stop = self.cut_last_words()
        self.stop = self.reach_fact_list()
        for index in range(self.start, self.stop):  # a copy inside the article is the one to keep
            place = (lines[index].key, lines[index].length)
            if self.home[place] < self.start and self.said[index] is None:
                self.home[place] = index
        self.headline = self.find_headline()
        self.mark_author_notes()
        self.subheadings = set(self.find_subheadings())
        self.announced = dict(self.find_announced_lists())

    def findings(self) -> Iterator[Finding]:
        """Give the role and the reason of every line, in order."""
        for index, line in enumerate(self.lines):
            yield (
                self.as_headline(index, line)
                or self.said[index]
                or self.as_fact(index)
                or self.as_repeat(index, line)
                or self.as_standfirst(index, line)
                or self.by_neighbours(index, line)
                or self.as_list_item(index, line)
                or self.by_main_run(index, line)
            )

    def role(self, index: int) -> str | None:
        """Return the role that a line's own words give it, if any."""
        finding = self.said[index] if 0 <= index < len(self.said) else None
        return finding[0] if finding else None

    def is_text(self, index: int) -> bool:
        """Say whether a line reads like the text of an article and is no repeat."""
        if index in self.facts:
            return True
        line = self.lines[index]
        first = self.home[line.key, line.length] == index
        return first and self.said[index] is None and (line.is_prose or line.ends or line.leads_in)

    def is_short(self, index: int) -> bool:
        """Say whether a line has no full stop and no rule has named it."""
        if index in self.facts:
            return False
        line = self.lines[index]
        return not (line.ends or line.is_prose or line.leads_in or self.said[index])

    def mark_lists_of_links(self) -> None:
        """Name the titles that stand in a list under a heading such as "Most read"."""
        heading: Line | None = None
        tight = False  # whether the list begins without a blank line, and so ends at one
        for index, line in enumerate(self.lines):
            role, last = self.role(index), self.lines[index - 1].number
            if role == "related link" and is_list_heading(line):
                heading = line
                continue
            if heading and last == heading.number:
                tight = line.number == last + 1
            elif tight and line.number > last + 1:
                heading = None
            if role and self.times[line.key] >= FURNITURE_TIMES:
                heading = None
            elif heading and role is None:
                tells = line.is_prose and line.ends and not line.text.endswith("?")
                if tells and not (line.bullet or line.is_numbered):
                    heading = None
                else:
                    why = f"stands in the list under {heading.bare[:40]!r} in line {heading.number}"
                    self.said[index] = ("related link", why)

    def find_main_run(self) -> tuple[int, int]:
        """Find the stretch of lines with the most running text and the least of anything else.

        Every line of running text adds its words to the sum of a stretch, every other line takes
        some away. The stretch with the greatest sum is the main run. One pass finds it: whenever
        the sum falls to nothing, a new stretch begins (Kadane's method).
        """
        best = total = 0
        best_start = best_stop = start = 0
        for index in range(len(self.lines)):
            if total <= 0:
                total, start = 0, index
            total += self.weight(index)
            if total > best:
                best, best_start, best_stop = total, start, index + 1
        return best_start, best_stop

    def weight(self, index: int) -> int:
        """Return what a line adds to a run of text, counted in words."""
        line, role = self.lines[index], self.role(index)
        if self.times[line.key] >= FURNITURE_TIMES and not line.is_prose:
            return 0
        if role == "related link":
            return -2 * COST_OF_NOISE
        if role or self.home[line.key, line.length] != index:
            return -COST_OF_NOISE
        if line.is_prose and not line.bullet:
            return min(len(line.words), LONGEST_COUNT)
        if line.ends:
            return min(len(line.words), COST_OF_NOISE)
        return -COST_OF_SHORT // 2 if line.is_item else -COST_OF_SHORT

    def find_fact_lists(self) -> Iterator[tuple[int, str]]:
        """Find the lists that give facts, such as figures or ingredients, and not titles.

        Gives the place of each item, and the reason.
        """
        runs = itertools.groupby(range(len(self.lines)), self.may_be_fact)
        for may_be, run in runs:
            items = list(run)
            facts = sum(states_fact(self.lines[index]) for index in items)
            if may_be and len(items) >= SHORTEST_LIST and 4 * facts >= 3 * len(items):
                why = f"in a list of facts: {facts} of {len(items)} lines give a figure or a label"
                yield from ((index, why) for index in items)

    def may_be_fact(self, index: int) -> bool:
        """Say whether a line can be an item of a list of facts."""
        line = self.lines[index]
        return self.said[index] is None and line.is_item and not line.is_prose

    def reach_fact_list(self) -> int:
        """Return where the run stops when a list of facts that follows it belongs to it."""
        stop, gap = self.stop, 0
        for index in range(self.stop, len(self.lines)):
            if index in self.facts:
                stop, gap = index + 1, 0
            elif self.role(index) is None:
                gap += 1
            elif self.role(index) not in LOOK_PAST:
                gap += 2
            if gap > 1:
                break
        return stop

    def cut_tail(self) -> int:
        """Return where the run stops without a last few sentences that stand apart from it."""
        run = self.lines[self.start : self.stop]
        enough = min(TAIL_WORDS, sum(len(line.words) for line in run) // 4)
        stop, words, gap = self.stop, 0, 0
        for index in range(self.stop - 1, self.start, -1):
            if not self.is_text(index):
                gap += self.role(index) not in (None, "dateline")
                continue
            if gap >= 2:
                stop, words = index + 1, 0
            gap = 0
            words += len(self.lines[index].words)
            if words >= enough:
                break
        return stop

    def cut_last_words(self) -> int:
        """Return where the run stops without a last few words that stand apart from it.

        They stand apart when a line of anything else comes before them, or, in a text ten times
        as long, a heading of their own. Boxes and notes about the writer end a page in this way.
        """
        run = sum(len(line.words) for line in self.lines[self.start : self.stop])
        words = 0
        for index in range(self.stop - 1, self.start, -1):
            line = self.lines[index]
            headed = self.is_short(index) and not line.is_item and 10 * words <= run
            if self.is_text(index):
                words += len(line.words)
            elif headed or self.role(index) not in (None, "dateline"):
                return index
            if words > LAST_WORDS:
                break
        return self.stop

    def find_headline(self) -> int | None:
        """Choose the line before the main run that is most like its title.

        The points add up: for words that the text takes up, for length, for a place above the
        byline (half for a date alone), more for a place close above it, and for a second copy on
        the page. A full stop and the capital letters of a newspaper's own name cost points.
        """
        taken_up = {word for line in self.lines[self.start : self.stop] for word in line.words}
        top = self.lines[: self.start + 3]
        signed = next((i for i in range(len(top)) if self.role(i) in SIGNATURES), self.start)
        signature = 0.5 if self.role(signed) == "dateline" else 1.0
        keys = [headline_key(line) for line in top]
        copies = Counter(keys)
        best, chosen = LIKELY_HEADLINE, None
        for index, line in enumerate(top[: self.start + 1]):
            if not 2 <= len(line.words) <= 30 or self.said[index] or line.bullet:
                continue
            if chosen is not None and keys[index] == keys[chosen]:
                continue  # of two copies, the first is the headline
            content = [word for word in line.words if word not in FUNCTION_WORDS]
            shared = sum(word in taken_up for word in content) / max(1, len(content))
            points = 2.5 * min(shared, 0.6) + min(len(line.words), 8) / 8
            points += signature * ((index < signed) + 0.5 * (0 < signed - index <= 3))
            points += 0.3 * (copies[keys[index]] > 1)
            points -= 1.0 * line.text.endswith((".", "…")) + 0.7 * line.text.isupper()
            under_chosen = chosen is not None and index == chosen + 1  # as a standfirst is
            if points > best + 0.3 * under_chosen:
                best, chosen = points, index
        return chosen if chosen is None else self.without_path(chosen)

    def without_path(self, chosen: int) -> int:
        """Return the place of the bare title when the chosen line is the path that leads to it.

        A path such as "Home / News / Bridge opens" ends with the title, which stands below it.
        """
        path = self.lines[chosen].key
        for index in range(chosen + 1, min(chosen + 4, len(self.lines))):
            key = self.lines[index].key
            if len(self.lines[index].words) >= 3 and path.endswith(" " + key):
                return index
        return chosen

    def mark_author_notes(self) -> None:
        """Name the lines that open with the name of the byline: they tell who wrote, not what."""
        middle = (self.start + self.stop) // 2
        names = {
            read_line(0, BY.sub("", self.lines[index].bare, count=1)).words[:2]
            for index in range(middle)
            if self.role(index) == "byline"
        }
        for index in range((self.headline or 0) + 1, len(self.lines)):
            line = self.lines[index]
            named = line.words[:2] in names or line.words[1:3] in names
            tells = index >= middle or TELLS_OF_PERSON.search(line.text[:200])
            headed = index > 0 and self.lines[index - 1].key in AUTHOR_HEADINGS
            if headed and line.is_prose and not self.said[index]:
                self.said[index] = ("author note", f"stands under {self.lines[index - 1].bare!r}")
            elif named and tells and len(line.words) <= 90 and not self.said[index]:
                self.said[index] = ("author note", "opens with the name in the byline")

    def find_subheadings(self) -> Iterator[int]:
        """Find the short lines of the main run that running text surrounds."""
        places = [i for i in range(self.start, self.stop) if self.role(i) not in LOOK_PAST]
        groups = [(short, list(group)) for short, group in itertools.groupby(places, self.is_short)]
        for before, (short, group), after in zip(groups, groups[1:], groups[2:], strict=False):
            if short and self.is_text(after[1][0]):
                listed = all(self.lines[index].is_item for index in group[1:])
                set_in = self.is_text(before[1][-1]) and (listed or len(group) <= 3)
                if set_in or len(group) == 1:
                    yield from group

    def find_announced_lists(self) -> Iterator[tuple[int, int]]:
        """Find the lists that a line of the article announces with a colon.

        Gives the place of each item, and of the announcing line, with that of the announcing line.
        """
        leader: int | None = None
        for index in range(self.start, len(self.lines)):
            line = self.lines[index]
            if self.said[index]:
                leader = None
            elif line.text.endswith(":"):
                leader = index if line.leads_in and index <= self.stop + 1 else None
            elif leader is not None and line.is_item:
                yield from ((leader, leader), (index, leader))
            else:
                leader = None

    def as_headline(self, index: int, line: Line) -> Finding | None:
        """Name the headline, and its copies."""
        if self.headline is None:
            return None
        if index == self.headline:
            return "headline", "the title above the text, which takes up its words"
        title = self.lines[self.headline]
        key = headline_key(title)
        if key and line.key.startswith(key) and headline_key(line) == key:
            return "headline repeat", f"says the same as the headline in line {title.number}"
        if self.headline - 4 < index < self.headline and line.key.endswith(" " + key):
            return "section label", f"the path that leads to the headline in line {title.number}"
        return None

    def as_repeat(self, index: int, line: Line) -> Finding | None:
        """Name a line that says the same as another."""
        home = self.home[line.key, line.length]
        if home == index:
            return None
        return "repeat", f"says the same as line {self.lines[home].number}"

    def as_standfirst(self, index: int, line: Line) -> Finding | None:
        """Name the text under the headline, before the name or the date."""
        if self.headline is None or not self.headline < index <= self.headline + 2:
            return None
        if index == self.headline + 2:  # as when a site name stands alone between the two
            between = self.lines[index - 1]
            if self.role(index - 1) or len(between.words) > LONGEST_LABEL:
                return None
        if 6 <= len(line.words) <= 60 and self.role(index + 1) in SIGNATURES:
            return "standfirst", "the text between the headline and the byline or date"
        if index == self.headline + 1 and index <= self.start and speaks(line):
            return "standfirst", "a line right under the headline that reads like a sentence"
        return None

    def by_neighbours(self, index: int, line: Line) -> Finding | None:
        """Judge a line by the line before or after it."""
        before, after = self.role(index - 1), self.role(index + 1)
        short = len(line.words) <= 8 and not line.ends
        if short and after == "caption":
            next_line = self.lines[index + 1].number
            return "alt text", f"a short label right before the caption in line {next_line}"
        if after == "credit" and self.may_be_caption(index, line):
            next_line = self.lines[index + 1].number
            return "caption", f"stands right before the credit in line {next_line}"
        if self.headline is None or not self.headline < index <= self.start + 2:
            return None
        names = all(word[:1].isupper() for word in line.bare.split()) and line.function_share == 0
        if short and names and not line.bullet and 2 <= len(line.words) <= 4:
            signed = next(
                (role for role in (before, after) if role in ("byline", "dateline")), None
            )
            if signed or index == self.headline + 1:
                return "byline", f"a name beside the {signed or 'headline'}"
        return None

    def may_be_caption(self, index: int, line: Line) -> bool:
        """Say whether a line before a credit can be its caption, and not the end of a paragraph."""
        if line.is_prose:
            return len(line.words) <= SHORT_CAPTION and self.is_text(index - 1)
        return len(line.words) <= LONG_CAPTION and index not in self.subheadings

    def as_fact(self, index: int) -> Finding | None:
        """Keep a list of facts in the article."""
        if index in self.facts and self.start <= index < self.stop:
            return "body", self.facts[index]
        return None

    def as_list_item(self, index: int, line: Line) -> Finding | None:
        """Keep a list that the article itself announces."""
        leader = self.announced.get(index)
        if leader is None:
            return None
        if leader == index:
            return "body", "ends with a colon and announces the list in the next line"
        return "body", f"an item of the list that line {self.lines[leader].number} announces"

    def by_main_run(self, index: int, line: Line) -> Finding:
        """Judge a line by whether it stands in the main run of text."""
        count = f"{len(line.words)} word" + "s" * (len(line.words) != 1)
        if self.start == self.stop:
            return "section label", f"{count} on a page that has no run of text"
        first, last = self.lines[self.start].number, self.lines[self.stop - 1].number
        run = f"the main run of text (lines {first} to {last})"
        if not self.start <= index < self.stop:
            if line.is_prose:
                why = f"running text, but outside {run}, as teasers and comments are"
                return "related link", why
            if index < self.start and len(line.words) <= 5:
                return "section label", f"{count} with no full stop, before {run}"
            return "related link", f"{count} outside {run}"
        if line.is_prose:
            return "body", f"{count} of running text, in {run}"
        if line.leads_in:
            return "body", f"leads in to what follows with a colon, in {run}"
        if line.ends:
            return "body", f"a short sentence, in {run}"
        if index in self.subheadings and self.times[line.key] >= 2 and not line.bullet:
            times = self.times[line.key]
            return "section label", f"stands {times} times on the page, as labels and links do"
        if index in self.subheadings:
            return "subheading", f"a short line that running text surrounds, in {run}"
        return "related link", f"{count} with no full stop, and no running text around it"


def speaks(line: Line) -> bool:
    """Say whether a line reads like a sentence, with or without a full stop."""
    return len(line.words) >= 8 and line.function_share >= 0.15 and not line.bullet


def states_fact(line: Line) -> bool:
    """Say whether a line gives a figure, or a label with a colon, as an item of data does."""
    told = NUMBER_MARK.sub("", line.bare, count=1)
    return any(map(str.isdigit, told)) or FACT_LABEL.match(told) is not None


def is_list_heading(line: Line) -> bool:
    """Say whether a line such as "Most read" stands above links, and is not itself a link."""
    opening = starts_with(line, RELATED_OPENINGS)
    if opening is None or line.bullet:
        return False
    return len(line.words) <= (5 if " " in opening else 2)


def split_headline(text: str) -> tuple[str, str]:
    """Split a section or site name from the end of a headline.

    Parameters
    ----------
    text : str
        One line.

    Returns
    -------
    tuple of (str, str)
        The headline, and the suffix with its sign; the suffix is empty when there is none.

    Examples
    --------
    >>> split_headline("Bridge opens after long delay | World news")
    ('Bridge opens after long delay', '| World news')
    >>> split_headline("Bridge opens - two years late")
    ('Bridge opens - two years late', '')
    """
    cuts = list(SUFFIX.finditer(text[:500]))
    bars = [cut for cut in cuts if "|" in cut.group()]
    for cut in bars[:1] or cuts[-1:]:
        head, tail = text[: cut.start()], text[cut.end() :]
        named = bars or all(word[:1].isupper() for word in tail.split())
        if len(head.split()) >= 3 and 1 <= len(tail.split()) <= 6 and named:
            return head.strip(), text[cut.start() :].strip()
    return text.strip(), ""


def headline_key(line: Line) -> str:
    """Return the words of a line without a section or site name at its end."""
    title, suffix = split_headline(line.text)
    return read_line(line.number, title).key if suffix else line.key

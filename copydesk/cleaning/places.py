"""A line where it stands on its page, and what the rules ask about that place."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.cleaning.headlines import SIGNATURES
from copydesk.cleaning.lines import LABEL, SHORT, Line
from copydesk.cleaning.page import PULLED, Page, content_words
from copydesk.cleaning.words import LinePattern, page_words
from copydesk.language.rule import Evidence

CAPTION = 25
"""Words up to which a sentence above the text and before a credit is a caption."""


@dataclass(frozen=True)
class Place:
    """A line where it stands: the page, and the place of the line from 0."""

    page: Page
    index: int

    @property
    def line(self) -> Line:
        """The line."""
        return self.page.lines[self.index]

    @property
    def before(self) -> str | None:
        """The role of the line before."""
        return self.page.role(self.index - 1)

    @property
    def after(self) -> str | None:
        """The role of the line after."""
        return self.page.role(self.index + 1)

    @property
    def below_headline(self) -> int:
        """How many lines it stands below the headline, and below its repeats; 0 without one."""
        page = self.page
        if page.headline is None or self.index <= page.headline:
            return 0
        return max(1, self.index - page.headline_ends)

    @property
    def inside(self) -> bool:
        """Whether it stands in the main run of text."""
        return self.page.start <= self.index < self.page.stop

    def __str__(self) -> str:
        """Return the bare text of the line."""
        return self.line.bare

    def number(self, index: int | None) -> str:
        """Return the number that a reader sees of another line."""
        return "" if index is None else str(self.page.lines[index].number)

    @property
    def run(self) -> str:
        """The main run in words that end a reason."""
        first, last = self.number(self.page.start), self.number(self.page.stop - 1)
        return f"the main run of text (lines {first} to {last})"

    @property
    def count(self) -> str:
        """The number of words, in words."""
        return f"{len(self.line.words)} word" + "s" * (len(self.line.words) != 1)


def headline_again(place: Place) -> Evidence:
    """Find a line that says the headline again."""
    if place.page.printed is None:
        return None
    title = place.page.lines[place.page.printed]
    same = title.title and place.line.title == title.title
    return str(title.number) if same else None


def path(place: Place) -> Evidence:
    """Find the path that leads to the headline, above it."""
    if place.page.headline is None or place.index >= place.page.headline:
        return None
    title = place.page.lines[place.page.headline]
    return place.line.key.endswith(" " + title.title) and str(title.number)


def list_of_links(place: Place) -> Evidence:
    """Find a title in a list of links, with its heading."""
    heading = place.page.links.get(place.index)
    if heading is None:
        return None
    return repr(place.page.lines[heading].bare), place.number(heading)


def author(place: Place) -> Evidence:
    """Find running text under a heading for authors."""
    above = place.page.lines[place.index - 1] if place.index else None
    headed = above is not None and above.key in page_words()["author heading"]
    return above.bare if above and headed and place.line.is_prose else None


def named_author(place: Place) -> Evidence:
    """Find a line in the second half of the article that opens with the name of the byline."""
    opening = " ".join(place.line.words[:2])
    named = " " in opening and opening in place.page.authors
    return opening if named and place.index >= place.page.middle else None


AUTHOR = LinePattern(
    r"^[A-Z][^\s,]+(?: [A-Z][^\s,]+){0,3},? (?:is|was|has been)(?: [\w’'&-]+){1,7}? <job>s?\b"
)
EDGE = 3
"""Lines at the start of the run among which a note on the author may stand."""


def who_writes(place: Place) -> Evidence:
    """Find a note on the author where it does not open with the name in the byline."""
    start, stop = place.page.start, place.page.stop
    within = start + EDGE <= place.index < stop - max(1, (stop - start) // 10)
    return not within and not place.line.quotes and len(place.line.words) > LABEL // 2


def repeat(place: Place) -> Evidence:
    """Find a text that stands on the page before, in the copy to keep."""
    reads = place.line.ends or place.line.is_prose
    if place.page.is_first(place.index) or not reads:
        return None
    return place.number(place.page.home[place.line.key, place.line.length])


def pulled(place: Place) -> Evidence:
    """Find a line that stands word for word inside a longer line, as pulled quotations do."""
    if not place.line.is_prose or not place.inside or len(place.line.words) < PULLED:
        return None
    home = place.page.holder(place.index)
    return None if home is None else place.number(home)


def standfirst(place: Place) -> Evidence:
    """Find the text right above the byline, at most one label below the headline."""
    if place.below_headline == 2:
        between = place.page.lines[place.index - 1]
        if place.before or len(between.words) > LABEL:
            return None
    near = place.below_headline in (1, 2) and place.after in SIGNATURES
    return near and not place.line.is_label


def speaking_standfirst(place: Place) -> Evidence:
    """Find a line that reads like a sentence right under the headline, or under who and when.

    Under who and when it stands above the text: there the first line of the text is no standfirst.
    """
    between = range(place.index - place.below_headline + 1, place.index)
    signed = all(place.page.role(index) in SIGNATURES for index in between)
    first = place.below_headline > 0 and place.index + bool(between) <= place.page.start
    return ("byline" if between else "headline") if first and signed and place.line.speaks else None


def alt_text(place: Place) -> Evidence:
    """Find a label right before a caption, unless several stand so: those are the headings."""
    if place.index not in place.page.above_captions or place.line.is_item:
        return None
    several = len(place.page.above_captions) >= HEADINGS
    return None if several else place.number(place.index + 1)


def caption_again(place: Place) -> Evidence:
    """Find a line whose words stand in a caption right above, as pages for two screens have it."""
    key = place.line.key
    for above in range(max(0, place.index - NEAR_CAPTION), place.index):
        said = place.page.lines[above].key
        if place.page.role(above) == "caption" and place.line.is_prose and said.startswith(key):
            return place.number(above)
    return None


def caption(place: Place) -> Evidence:
    """Find a line right before a credit that tells what a picture shows."""
    if place.after != "credit":
        return None
    page, line = place.page, place.line
    if line.is_prose and place.index <= page.start:
        told = len(line.words) > CAPTION or line.bullet
    elif line.is_prose:
        told = len(line.words) > SHORT or not page.is_text(place.index - 1)
    else:
        told = place.index in page.subheadings
    return None if told else place.number(place.index + 1)


def name(place: Place) -> Evidence:
    """Find a name beside the byline, the date or the headline."""
    line = place.line
    if not place.below_headline > 0 or place.index > place.page.start:
        return None
    names = all(word[:1].isupper() for word in line.bare.split()) and line.small == 0
    if not (names and line.is_label and not line.bullet and len(line.words) >= 2):
        return None
    beside = [role for role in (place.before, place.after) if role in ("byline", "dateline")]
    return [*beside, "headline"][0] if beside or place.below_headline == 1 else None


def source(place: Place) -> Evidence:
    """Find a label in brackets right below running text, as a digest names where that stands."""
    page, text = place.page, place.line.text
    below = page.start < place.index <= page.stop and page.is_text(place.index - 1)
    bracketed = text.startswith("[") and text.endswith("]")
    return text if below and bracketed and place.line.is_label else None


def label_twice(place: Place) -> Evidence:
    """Find a subheading that the page prints again."""
    times = place.page.times[place.line.key]
    twice = place.index in place.page.subheadings and not place.line.bullet and times > 1
    return str(times) if twice else None


NEAR_CAPTION = 4
"""Lines below a caption among which its copy may stand."""
HEADINGS = 4
"""Labels before captions from which they are the headings of a list with pictures."""
MANY = 6
"""Subheadings from which a page is one of many short parts, each about something else."""


def strange(place: Place) -> Evidence:
    """Find a title that the text below does not take up: it stands in a pair, or it is long."""
    page, index = place.page, place.index
    shorts = page.subheadings
    if index not in shorts or len(shorts) >= MANY or page.takes_up(index):
        return None
    words = content_words(place.line)
    long = len(place.line.words) > LABEL and 2 * len(words & page.told) <= len(words)
    return long or not shorts.isdisjoint((index - 1, index + 1))


def announces(place: Place) -> Evidence:
    """Find a line of the article that announces a list."""
    return (place.page.announced or {}).get(place.index) == place.index


def summed_up(place: Place) -> Evidence:
    """Find the heading over points that sum up the story."""
    return (place.page.points or {}).get(place.index) == place.index


def point(place: Place) -> Evidence:
    """Find a point under such a heading."""
    heading = (place.page.points or {}).get(place.index)
    return None if heading is None else place.page.lines[heading].bare


def item(place: Place) -> Evidence:
    """Find an item of a list that the article announces."""
    leader = (place.page.announced or {}).get(place.index)
    return None if leader is None else place.number(leader)


def entry(place: Place, gives: str) -> Evidence:
    """Find an entry of the form that the page is read as."""
    form = place.page.form
    if form is None or form.form.gives != gives or place.index not in form.places:
        return None
    return f"{len(form.places)} {form.form.entry}", form.form.name

"""The rules that say what a line is by its place on the page, in the order of trying."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.cleaning.headlines import headline_key
from copydesk.cleaning.lines import LABEL, SHORT, Line, read_line
from copydesk.cleaning.name_rules import without_by
from copydesk.cleaning.pages import SIGNATURES, Page
from copydesk.cleaning.words import page_words
from copydesk.language.rule import Evidence, Rule


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
        """How many lines it stands below the headline; 0 for the headline or without one."""
        return 0 if self.page.headline is None else max(0, self.index - self.page.headline)

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


def _headline_again(place: Place) -> Evidence:
    if place.page.headline is None:
        return None
    title = place.page.lines[place.page.headline]
    key = headline_key(title)
    same = key and place.line.key.startswith(key) and headline_key(place.line) == key
    return str(title.number) if same else None


def _path(place: Place) -> Evidence:
    if place.page.headline is None or not place.page.headline - 4 < place.index:
        return None
    title = place.page.lines[place.page.headline]
    leads = place.index < place.page.headline
    return leads and place.line.key.endswith(" " + headline_key(title)) and str(title.number)


def _list_of_links(place: Place) -> Evidence:
    heading = place.page.links.get(place.index)
    if heading is None:
        return None
    return repr(place.page.lines[heading].bare), place.number(heading)


def _author(place: Place) -> Evidence:
    above = place.page.lines[place.index - 1] if place.index else None
    headed = above is not None and above.key in page_words()["author heading"]
    return above.bare if above and headed and place.line.is_prose else None


def _named_author(place: Place) -> Evidence:
    """Find a line in the second half of the article that opens with the name of the byline."""
    page = place.page
    half = (page.start + page.stop) // 2
    names = {
        " ".join(read_line(0, without_by(page.lines[index].bare)).words[:2])
        for index in range(half)
        if page.role(index) == "byline"
    }
    opening = " ".join(place.line.words[:2])
    return opening if place.index >= half and " " in opening and opening in names else None


def _repeat(place: Place) -> Evidence:
    reads = place.line.ends or place.line.is_prose
    if place.page.is_first(place.index) or not reads:
        return None
    return place.number(place.page.home[place.line.key, place.line.length])


def _standfirst(place: Place) -> Evidence:
    """Find the text right above the byline, at most one label below the headline."""
    if place.below_headline == 2:
        between = place.page.lines[place.index - 1]
        if place.before or len(between.words) > LABEL:
            return None
    few = 6 <= len(place.line.words) <= 60
    return place.below_headline in (1, 2) and few and place.after in SIGNATURES


def _speaking_standfirst(place: Place) -> Evidence:
    first = place.below_headline == 1 and place.index <= place.page.start
    return first and place.line.speaks


def _alt_text(place: Place) -> Evidence:
    label = place.line.is_label and place.after == "caption"
    return place.number(place.index + 1) if label else None


def _caption(place: Place) -> Evidence:
    if place.after != "credit":
        return None
    page, line = place.page, place.line
    if line.is_prose:
        may_be = len(line.words) <= SHORT and page.is_text(place.index - 1)
    else:
        may_be = place.index not in page.subheadings
    return place.number(place.index + 1) if may_be else None


def _name(place: Place) -> Evidence:
    line = place.line
    if not 0 < place.below_headline or place.index > place.page.start + 2:
        return None
    names = all(word[:1].isupper() for word in line.bare.split()) and line.small == 0
    if not (names and not line.ends and not line.bullet and 2 <= len(line.words) <= 4):
        return None
    beside = next((role for role in (place.before, place.after) if role in ("byline", "dateline")), None)
    return beside or ("headline" if place.below_headline == 1 else None)


def _announces(place: Place) -> Evidence:
    return (place.page.announced or {}).get(place.index) == place.index


def _item(place: Place) -> Evidence:
    leader = (place.page.announced or {}).get(place.index)
    return None if leader is None else place.number(leader)


def _outside(place: Place) -> bool:
    return not place.inside


TITLE_RULES: tuple[Rule[Place], ...] = (
    Rule("the headline", "headline", "{0}", ("x",), test=lambda place: place.index == place.page.headline and place.page.why_headline),
    Rule("the headline again", "headline repeat", "says the same as the headline in line {0}", ("x",), test=_headline_again),
    Rule("the path to the headline", "section label", "the path that leads to the headline in line {0}", ("x",), test=_path),
)
PLACE_RULES: tuple[Rule[Place], ...] = (
    Rule("a title in a list of links", "related link", "stands in the list under {0} in line {1}", ("x",), test=_list_of_links),
    Rule("a note under a heading for authors", "author note", "stands under {0!r}", ("x",), test=_author),
    Rule("a note that opens with the author", "author note", "opens with the name in the byline", ("x",), test=_named_author),
    Rule("a list of facts", "body", "in a list of facts, which gives figures or labels", ("x",), test=lambda place: place.inside and place.index in place.page.facts),
    Rule("a repeat", "repeat", "says the same as line {0}", ("x",), test=_repeat),
    Rule("the text above the byline", "standfirst", "the text between the headline and the byline or date", ("x",), test=_standfirst),
    Rule("a sentence under the headline", "standfirst", "a line right under the headline that reads like a sentence", ("x",), test=_speaking_standfirst),
    Rule("a label above a caption", "alt text", "a short label right before the caption in line {0}", ("x",), test=_alt_text),
    Rule("a line above a credit", "caption", "stands right before the credit in line {0}", ("x",), test=_caption),
    Rule("a name at the top", "byline", "a name beside the {0}", ("x",), test=_name),
    Rule("a line that announces a list", "body", "ends with a colon and announces the list in the next line", ("x",), test=_announces),
    Rule("an item of an announced list", "body", "an item of the list that line {0} announces", ("x",), test=_item),
    Rule("a page without text", "section label", "{0} on a page that has no run of text", ("x",), test=lambda place: place.page.start == place.page.stop and place.count),
    Rule("running text elsewhere", "related link", "running text, but outside {0}, as teasers and comments are", ("x",), test=lambda place: not place.inside and place.line.is_prose and place.run),
    Rule("a label above the text", "section label", "{0} with no full stop, before {1}", ("x",), test=lambda place: place.index < place.page.start and place.line.is_label and (place.count, place.run)),
    Rule("a line elsewhere", "related link", "{0} outside {1}", ("x",), test=lambda place: not place.inside and (place.count, place.run)),
    Rule("running text", "body", "{0} of running text, in {1}", ("x",), test=lambda place: place.line.is_prose and (place.count, place.run)),
    Rule("a line that leads in", "body", "leads in to what follows with a colon, in {0}", ("x",), test=lambda place: place.line.leads_in and place.run),
    Rule("a short sentence", "body", "a short sentence, in {0}", ("x",), test=lambda place: place.line.ends and place.run),
    Rule("a label that stands twice", "section label", "stands {0} times on the page, as labels and links do", ("x",), test=lambda place: place.index in place.page.subheadings and not place.line.bullet and place.page.times[place.line.key] > 1 and str(place.page.times[place.line.key])),
    Rule("a short line between paragraphs", "subheading", "a short line that running text surrounds, in {0}", ("x",), test=lambda place: place.index in place.page.subheadings and place.run),
    Rule("a short line among others", "related link", "{0} with no full stop, and no running text around it", ("x",), test=lambda place: place.count),
)

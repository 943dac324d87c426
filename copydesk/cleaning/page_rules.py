"""The rules that say what a line is by its place on the page, in the order of trying."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.cleaning.headlines import SIGNATURES, headline_key
from copydesk.cleaning.lines import LABEL, SHORT, Line
from copydesk.cleaning.pages import Page, content_words
from copydesk.cleaning.words import LinePattern, page_words
from copydesk.language.rule import Evidence, Rule

CAPTION = 25
"""Words up to which a sentence above the text and before a credit is a caption."""


PULLED = 12
"""Words from which a sentence that another line holds was pulled out of it."""


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
        last = self.page.headline
        if last is None:
            return 0
        key = headline_key(self.page.lines[last])
        while last + 1 < self.index and headline_key(self.page.lines[last + 1]) == key:
            last += 1
        return max(0, self.index - last)

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
    if place.page.printed is None:
        return None
    title = place.page.lines[place.page.printed]
    key = headline_key(title)
    same = key and place.line.key.startswith(key) and headline_key(place.line) == key
    return str(title.number) if same else None


def _path(place: Place) -> Evidence:
    if place.page.headline is None or place.index >= place.page.headline:
        return None
    title = place.page.lines[place.page.headline]
    return place.line.key.endswith(" " + headline_key(title)) and str(title.number)


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
    opening = " ".join(place.line.words[:2])
    named = " " in opening and opening in place.page.authors
    return opening if named and place.index >= place.page.middle else None


AUTHOR = LinePattern(
    r"^[A-Z][^\s,]+(?: [A-Z][^\s,]+){0,3},? (?:is|was|has been)(?: [\w’'&-]+){1,7}? <job>s?\b"
)
EDGE = 3
"""Lines at the start of the run among which a note on the author may stand."""


def _who_writes(place: Place) -> Evidence:
    """Find a note on the author where it does not open with the name in the byline."""
    start, stop = place.page.start, place.page.stop
    within = start + EDGE <= place.index < stop - max(1, (stop - start) // 10)
    return not within and not place.line.quotes and len(place.line.words) > LABEL // 2


def _repeat(place: Place) -> Evidence:
    reads = place.line.ends or place.line.is_prose
    if place.page.is_first(place.index) or not reads:
        return None
    return place.number(place.page.home[place.line.key, place.line.length])


def _pulled(place: Place) -> Evidence:
    """Find a line that stands word for word inside a longer line, as pulled quotations do."""
    if not place.line.is_prose or not place.inside or len(place.line.words) < PULLED:
        return None
    home = place.page.holder(place.index)
    return None if home is None else place.number(home)


def _standfirst(place: Place) -> Evidence:
    """Find the text right above the byline, at most one label below the headline."""
    if place.below_headline == 2:
        between = place.page.lines[place.index - 1]
        if place.before or len(between.words) > LABEL:
            return None
    near = place.below_headline in (1, 2) and place.after in SIGNATURES
    return near and not place.line.is_label


def _speaking_standfirst(place: Place) -> Evidence:
    page = place.page
    first = page.headline == place.index - 1 and place.index <= page.start
    return first and place.line.speaks


def _alt_text(place: Place) -> Evidence:
    """Find a label right before a caption, unless several stand so: those are the headings."""
    if place.index not in place.page.above_captions or place.line.is_item:
        return None
    several = len(place.page.above_captions) >= HEADINGS
    return None if several else place.number(place.index + 1)


def _caption_again(place: Place) -> Evidence:
    """Find a line whose words stand in a caption right above, as pages for two screens have it."""
    key = place.line.key
    for above in range(max(0, place.index - NEAR_CAPTION), place.index):
        said = place.page.lines[above].key
        if place.page.role(above) == "caption" and place.line.is_prose and said.startswith(key):
            return place.number(above)
    return None


def _caption(place: Place) -> Evidence:
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


def _name(place: Place) -> Evidence:
    line = place.line
    if not place.below_headline > 0 or place.index > place.page.start:
        return None
    names = all(word[:1].isupper() for word in line.bare.split()) and line.small == 0
    if not (names and line.is_label and not line.bullet and len(line.words) >= 2):
        return None
    beside = [role for role in (place.before, place.after) if role in ("byline", "dateline")]
    return [*beside, "headline"][0] if beside or place.below_headline == 1 else None


def _label_twice(place: Place) -> Evidence:
    times = place.page.times[place.line.key]
    twice = place.index in place.page.subheadings and not place.line.bullet and times > 1
    return str(times) if twice else None


NEAR_CAPTION = 4
"""Lines below a caption among which its copy may stand."""
HEADINGS = 4
"""Labels before captions from which they are the headings of a list with pictures."""
MANY = 6
"""Subheadings from which a page is one of many short parts, each about something else."""


def _strange(place: Place) -> Evidence:
    """Find a title that the text below does not take up: it stands in a pair, or it is long."""
    page, index = place.page, place.index
    shorts = page.subheadings
    if index not in shorts or len(shorts) >= MANY or page.takes_up(index):
        return None
    words = content_words(place.line)
    long = len(place.line.words) > LABEL and 2 * len(words & page.told) <= len(words)
    return long or not shorts.isdisjoint((index - 1, index + 1))


def _announces(place: Place) -> Evidence:
    return (place.page.announced or {}).get(place.index) == place.index


def _summed_up(place: Place) -> Evidence:
    return (place.page.points or {}).get(place.index) == place.index


def _point(place: Place) -> Evidence:
    heading = (place.page.points or {}).get(place.index)
    return None if heading is None else place.page.lines[heading].bare


def _item(place: Place) -> Evidence:
    leader = (place.page.announced or {}).get(place.index)
    return None if leader is None else place.number(leader)


def _entry(place: Place, gives: str) -> Evidence:
    form = place.page.form
    if form is None or form.form.gives != gives or place.index not in form.places:
        return None
    return f"{len(form.places)} {form.form.entry}", form.form.name


HEAD = "New bridge wins a vote"
LONG_HEAD = f"{HEAD} of the council after nine hours and a fire alarm"
ONE = "The council met on Monday and it voted for the new bridge by nine votes to four."
TWO = "The bridge will be open to lorries and cars by the end of the year, the mayor said."
THREE = "It will cost 40 million, which is twice what the council had planned for it in 2019."
MORE = (
    "Two members of the council asked for a second vote, and the mayor turned them down.\n"
    "“We have talked about this for eleven years, and I would like to cross it,” she said.\n"
    "Work will start in March, when the river is low and the old bridge can be closed."
)
TEXT = f"{ONE}\n{TWO}\n{THREE}"
MENU = "Politics and council\nBoats and harbours\nMuseums and parks\nSchools and roads"
FACTS = "* Length: 310 metres\n* Lanes: two\n* Weight: 4,100 tonnes"

TITLE_RULES: tuple[Rule[Place], ...] = (
    Rule(
        "the headline",
        gives="headline",
        because="the title: {0}",
        test=lambda place: place.index == place.page.printed and place.page.why_headline,
        examples=(
            f"→ {HEAD}\nBy Ana Example\n{TEXT}",
            f"→ * {HEAD}\nShare\n{HEAD}\nBy Ana Example\n{TEXT}",
        ),
        leaves_alone=(f"→ THE LOREM POST\n{HEAD}\nBy Ana Example\n{TEXT}",),
    ),
    Rule(
        "the headline again",
        gives="headline repeat",
        because="says the same as the headline in line {0}",
        test=_headline_again,
        examples=(f"{HEAD}\nShare\n→ {HEAD} | World news\n{TEXT}",),
        leaves_alone=(f"{HEAD}\nBy Ana Example\n→ A toll: {HEAD}\n{TEXT}",),
    ),
    Rule(
        "the path to the headline",
        gives="section label",
        because="the path that leads to the headline in line {0}",
        test=_path,
        examples=(f"→ Home / News / {HEAD}\n{HEAD}\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ What came after the {HEAD}",),
    ),
)
"""Tried before the rules of a line's own words: a headline may look like anything."""

LIST = "\n".join(
    f"{number}. The {name}\nThe {name} is old, and the mayor told the council of it."
    for number, name in enumerate(("pier", "yard", "mole", "ferry"), 1)
)
ASKED = "\n".join(
    f"What does the board say of the {name}?\nThe {name} is old, and the mayor will talk of it."
    for name in ("pier", "yard", "mole", "ferry")
)

PLACE_RULES: tuple[Rule[Place], ...] = (
    Rule(
        "a numbered heading",
        gives="subheading",
        because="one of the {0} that make this page {1}",
        test=lambda place: _entry(place, "subheading"),
        examples=(f"{HEAD}\n{LIST}\nMost read\n→ 5. The road\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\nMost read\n→ 5. The road\n{THREE}",),
    ),
    Rule(
        "an entry of a page of entries",
        gives="body",
        because="one of the {0} that make this page {1}",
        test=lambda place: _entry(place, "body"),
        examples=(f"{HEAD}\n{ASKED}\n→ What do you think of the road?\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ What do you think of the road?\n{THREE}",),
    ),
    Rule(
        "a title in a list of links",
        gives="related link",
        because="stands in the list under {0} in line {1}",
        test=_list_of_links,
        examples=(f"{HEAD}\n{TEXT}\nMost read\n→ Ferry prices rise\n{MORE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\nMost read\n{TWO}\n→ {THREE}",),
    ),
    Rule(
        "a note under a heading for authors",
        gives="author note",
        because="stands under {0!r}",
        test=_author,
        examples=(f"{HEAD}\n{TEXT}\nAbout the author\n→ She lives by the river and swims there.",),
        leaves_alone=(
            f"{HEAD}\n{TEXT}\nAbout the river\n→ She lives by the river and swims there.",
        ),
    ),
    Rule(
        "a note that opens with the author",
        gives="author note",
        because="opens with {0!r}, the name in the byline",
        test=_named_author,
        examples=(f"{HEAD}\nBy Ana Example\n{TEXT}\n→ Ana Example lives by the river.",),
        leaves_alone=(f"{HEAD}\nBy Ana Example\n{TEXT}\n→ Ana Sample lives by the river.",),
    ),
    Rule(
        "a note that says what the author does",
        gives="author note",
        because="says who writes: {0!r}",
        pattern=AUTHOR,
        test=_who_writes,
        examples=(
            f"{HEAD}\n→ Ana Example is the Lorem Post’s harbour editor and swims a lot.\n{TEXT}",
            f"{HEAD}\n{TEXT}\n{MORE}\n→ Ana has been a young science writer for many years.",
        ),
        leaves_alone=(
            f"{HEAD}\n{TEXT}\n→ Ana Sample was the first woman editor of the town.\n{MORE}",
            f"{HEAD}\n{TEXT}\n→ The old pier is the work of a writer, the mayor said.",
        ),
    ),
    Rule(
        "a list of facts",
        gives="body",
        because="in a list of facts, which gives figures or labels",
        test=lambda place: place.inside and place.index in place.page.facts,
        examples=(
            f"{HEAD}\n{ONE}\n{FACTS}\n→ * Built: 1961\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n* Built: 1961.\n{FACTS}\n→ * Built: 1961.\n{TWO}\n{THREE}",
        ),
        leaves_alone=(f"{HEAD}\n{TEXT}\n{MENU}\n{FACTS}\n→ * Built: 1961",),
    ),
    Rule(
        "a repeat",
        gives="repeat",
        because="says the same as line {0}",
        test=_repeat,
        examples=(f"{HEAD}\n{TEXT}\n→ {ONE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\nThe mayor\n{TWO}\n→ The mayor\n{THREE}",),
    ),
    Rule(
        "a caption again",
        gives="caption",
        because="says the same as the caption in line {0}",
        test=_caption_again,
        examples=(
            f"{HEAD}\n{ONE}\nThe old pier of the town before the storm. Photo: Ana Example\nShare\n"
            f"→ The old pier of the town before the storm.\n{TWO}\n{THREE}",
        ),
        leaves_alone=(
            f"{HEAD}\nThe old pier of the town before the storm. Photo: Ana Example\n{TEXT}\n"
            f"Share\n→ The old pier of the town before the storm.\n{MORE}",
        ),
    ),
    Rule(
        "a quotation pulled out of the text",
        gives="repeat",
        because="stands word for word inside line {0}",
        test=_pulled,
        examples=(
            f"{HEAD}\n{ONE}\n→ “{TWO}”\n{THREE}\nThe mayor spoke of it twice. {TWO}\n{MORE}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ “{TWO}”\n{THREE}\nThe mayor spoke of it twice.\n{MORE}",
            f"{HEAD}\n{ONE}\n→ The mayor has told the board of all this.\n{THREE}\n"
            f"“The mayor has told the board of all this,” he said.\n{MORE}",
        ),
    ),
    Rule(
        "a line above a credit",
        gives="caption",
        because="stands right before the credit in line {0}",
        test=_caption,
        examples=(
            f"{HEAD}\nBy Ana Example\n→ The old bridge in a storm\nPhoto: Ana Example\n{TEXT}",
            f"{HEAD}\n→ Workers of the harbour tie up their boats at the pier of the town, "
            f"which is to be closed.\nPhoto: Ana Example\n{TEXT}",
        ),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ {THREE} {THREE}\nPhoto: Ana Example\n{TWO}",),
    ),
    Rule(
        "the text above the byline",
        gives="standfirst",
        because="the text between the headline and the byline or date",
        test=_standfirst,
        examples=(
            f"{HEAD}\n→ Lorries, cars, boats, ferries, bicycles: mayor makes nine promises\n"
            f"By Ana Example\n{TEXT}",
            f"{HEAD}\nLorem Post\n→ Lorries can use it before the year is out.\n"
            f"By Ana Example\n{TEXT}",
            f"{LONG_HEAD}\n{LONG_HEAD}\n→ Lorries can use it soon.\nBy Ana Example\n{TEXT}",
        ),
        leaves_alone=(
            f"{HEAD}\n→ Mayor makes promises\nBy Ana Example\n{TEXT}",
            f"{HEAD}\nShare\n→ Lorries can use it before the year is out.\nBy Ana Example\n{TEXT}",
            f"{HEAD}\nBoats, ferries, harbours, piers, yards, museums, parks, schools, roads\n"
            f"→ Lorries can use it before the year is out.\nBy Ana Example\n{TEXT}",
        ),
    ),
    Rule(
        "a sentence under the headline",
        gives="standfirst",
        because="a line right under the headline that reads like a sentence",
        test=_speaking_standfirst,
        examples=(f"{HEAD}\n→ Lorries can use it before the year is out\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Ferries Museums Parks Boats Harbours Council Schools\n{TEXT}",),
    ),
    Rule(
        "a label above a caption",
        gives="alt text",
        because="a short label right before the caption in line {0}",
        test=_alt_text,
        examples=(
            f"{HEAD}\n{ONE}\n→ Harbour sign\nThe old pier in the storm. Photo: Ana Example\n{TWO}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ Harbour sign\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ The sign: a warning\nThe old pier. Photo: Ana Example\n{TWO}",
        ),
    ),
    Rule(
        "a name at the top",
        gives="byline",
        because="a name beside the {0}",
        test=_name,
        examples=(f"{HEAD}\n→ Ana Example\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Mayor makes promises\n{TEXT}",),
    ),
    Rule(
        "a line that announces a list",
        gives="body",
        because="ends with a colon and announces the list in the next line",
        test=_announces,
        examples=(f"{HEAD}\n{TEXT}\n→ The council counts two kinds of work:\n- the old pier",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ The council counts two kinds of work:\nThe old pier",),
    ),
    Rule(
        "an item of an announced list",
        gives="body",
        because="an item of the list that line {0} announces",
        test=_item,
        examples=(f"{HEAD}\n{TEXT}\nThe council counts two kinds of work:\n→ - the old pier",),
        leaves_alone=(f"{HEAD}\n{TEXT}\nTwo works:\n→ - the old pier",),
    ),
    Rule(
        "a heading over points",
        gives="subheading",
        because="a heading over points that sum up the story",
        test=_summed_up,
        examples=(f"{HEAD}\n→ Key points\n* Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n→ Key points\nNine to four for the bridge\nShare\n{TEXT}",),
    ),
    Rule(
        "a point that sums up the story",
        gives="body",
        because="one of the points under {0!r}",
        test=_point,
        examples=(f"{HEAD}\nKey points\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
        leaves_alone=(f"{HEAD}\nBoats\n→ * Nine to four for the bridge\nShare\n{TEXT}",),
    ),
    Rule(
        "a page without text",
        gives="section label",
        because="{0} on a page that has no run of text",
        test=lambda place: place.page.start == place.page.stop and place.count,
        examples=("Museums and parks\n→ Boats",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ Boats",),
    ),
    Rule(
        "running text elsewhere",
        gives="related link",
        because="running text, but outside {0}, as teasers and comments are",
        test=lambda place: not place.inside and place.line.is_prose and place.run,
        examples=(f"{HEAD}\n{TEXT}\n{MENU}\n→ A cat that was lost for a year has come back.",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ A cat that was lost for a year has come back.",),
    ),
    Rule(
        "a label above the text",
        gives="section label",
        because="{0} with no full stop, before {1}",
        test=lambda place: (
            place.index < place.page.start and place.line.is_label and (place.count, place.run)
        ),
        examples=(f"→ Boats and harbours\n{HEAD}\n{TEXT}",),
        leaves_alone=(f"{HEAD}\n{TEXT}\n→ Boats and harbours",),
    ),
    Rule(
        "a line elsewhere",
        gives="related link",
        because="{0} outside {1}",
        test=lambda place: not place.inside and (place.count, place.run),
        examples=(f"{HEAD}\n{TEXT}\n→ Boats and harbours",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Boats and harbours\n{TWO}",),
    ),
    Rule(
        "running text",
        gives="body",
        because="{0} of running text, in {1}",
        test=lambda place: place.line.is_prose and (place.count, place.run),
        examples=(f"{HEAD}\n{ONE}\n→ {TWO}\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ He declined.\n{TWO}",),
    ),
    Rule(
        "a line that leads in",
        gives="body",
        because="leads in to what follows with a colon, in {0}",
        test=lambda place: place.line.leads_in and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ The mayor told the council this:\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Mayor told council:\n{TWO}",),
    ),
    Rule(
        "a short sentence",
        gives="body",
        because="a short sentence, in {0}",
        test=lambda place: place.line.ends and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ He declined.\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ He declined\n{TWO}",),
    ),
    Rule(
        "a label that stands twice",
        gives="section label",
        because="stands {0} times on the page, as labels and links do",
        test=_label_twice,
        examples=(f"{HEAD}\n{ONE}\n→ Lorem Harbour\n{TWO}\nLorem Harbour\n{THREE}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n→ Lorem Harbour\n{TWO}\n{THREE}",),
    ),
    Rule(
        "a title that the text does not take up",
        gives="related link",
        because="a title in the text, no word of which comes back in the lines below",
        test=_strange,
        examples=(
            f"{HEAD}\n{ONE}\n→ A cat that was lost in a wood for twelve months\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ Life and style\nBaking a cake for winter\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\nLife and style\n→ Baking a cake for winter\n{TWO}\n{THREE}",
        ),
        leaves_alone=(
            f"{HEAD}\n{ONE}\n→ Baking a cake for winter\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\n→ What the mayor has to say of lorries and of cars\n{TWO}\n{THREE}",
            f"{HEAD}\n{ONE}\nLife and style\n→ What the mayor says\n{TWO}\n{THREE}",
        ),
    ),
    Rule(
        "a short line between paragraphs",
        gives="subheading",
        because="a short line that running text surrounds, in {0}",
        test=lambda place: place.index in place.page.subheadings and place.run,
        examples=(f"{HEAD}\n{ONE}\n→ What the engineers say\n{TWO}",),
        leaves_alone=(f"{HEAD}\n{ONE}\n{TWO}\n→ What the engineers say",),
    ),
    Rule(
        "a short line among others",
        gives="related link",
        because="{0} with no full stop, and no running text around it",
        test=lambda place: place.count,
        examples=(f"{HEAD}\n{TEXT}\n→ What the engineers say\nBoats\nCars\nRoads\n{MORE}",),
    ),
)
"""Tried for a line that its own words do not name."""

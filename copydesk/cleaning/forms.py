"""What kind of page this is, when it is no story in paragraphs: a list, questions, a live page.

Such a page is made of entries. An entry is a line that would look like a label, a link or a stamp
if it stood alone, and that belongs to the story because others like it stand in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from copydesk.cleaning.lines import LABEL, NUMBER_MARK, PARAGRAPH, SHORT, Line

FEWEST = 4
"""Entries from which a page is read as a list, as questions or as a live page."""
FEWEST_SPEECHES = 6
"""Lines of speakers from which a page is read as a transcript."""
NEAR = 3
"""Lines below an entry among which its text begins."""
SHARE = 5
"""One line in so many is a question on a page of questions and answers."""

CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])(?::([0-5]\d)\b ?([ap]\.?m\b)?|\.([0-5]\d) ?([ap]\.?m\b))", re.I
)
"""A time of day, with a colon, or with a point and "am" or "pm"."""
SPEAKER = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: \([^()]{1,40}\))?:(?= |$)")
PRICE = re.compile(r"[$€£]\d")


@dataclass(frozen=True)
class Form:
    """A kind of page that is made of entries.

    Attributes
    ----------
    name : str
        In words that fit "is read as": "a numbered list".
    entry : str
        What an entry is called, in the plural.
    find : callable
        Takes the lines and gives the places of the entries, none on a page of another kind.
    gives : str
        The role of an entry; empty when entries are stamps, which are left out.
    examples : tuple of str
        Small pages of this kind; the mark stands before an entry.
    leaves_alone : tuple of str
        Small pages that look like it and are of no such kind.
    """

    name: str
    entry: str
    find: Callable[[Sequence[Line]], list[int]]
    gives: str
    examples: tuple[str, ...]
    leaves_alone: tuple[str, ...]

    @property
    def keeps(self) -> bool:
        """Whether the entries belong to the story."""
        return bool(self.gives)


@dataclass(frozen=True)
class Entries:
    """The form of a page and the places of its entries."""

    form: Form
    places: frozenset[int]

    def told(self, lines: Sequence[Line]) -> str:
        """Return what the page is read as, in a plain sentence for the reader."""
        first, last = (lines[place].number for place in (min(self.places), max(self.places)))
        return (
            f"The page is read as {self.form.name}: "
            f"{len(self.places)} {self.form.entry} between lines {first} and {last}."
        )


def read_form(lines: Sequence[Line]) -> Entries | None:
    """Return the first form of which a page has enough entries.

    Parameters
    ----------
    lines : sequence of Line
        The lines that are not blank.

    Returns
    -------
    Entries or None
        ``None`` for a story in paragraphs.
    """
    for form in FORMS:
        places = form.find(lines)
        if places:
            return Entries(form, frozenset(places))
    return None


def _has_text(lines: Sequence[Line], place: int) -> bool:
    """Say whether running text stands right below a line."""
    return any(line.is_prose for line in lines[place + 1 : place + 1 + NEAR])


def _numbered(lines: Sequence[Line]) -> list[int]:
    """Find headings numbered one after the other, up or down, each with a text of its own."""
    marked = [
        (place, int(line.bare[:2].rstrip(".) ")))
        for place, line in enumerate(lines)
        if NUMBER_MARK.match(line.bare) and len(line.words) <= SHORT and _has_text(lines, place)
    ]
    best: list[int] = []
    for step in (1, -1):
        for start in range(len(marked)):
            run = [marked[start]]
            for place, number in marked[start + 1 :]:
                if number == run[-1][1] + step:
                    run.append((place, number))
            if len(run) >= len(best):  # of two as long, the later one: the first may be a path
                best = [place for place, _ in run]
    return best if len(best) >= FEWEST else []


def _questions(lines: Sequence[Line]) -> list[int]:
    """Find the questions of an interview: each stands alone, and an answer follows."""
    asked = [
        place
        for place, line in enumerate(lines[:-1])
        if line.bare.endswith("?")
        and not line.bullet
        and not line.quotes
        and 4 <= len(line.words) <= PARAGRAPH
        and lines[place + 1].is_prose
        and not lines[place + 1].bare.endswith("?")
    ]
    text = sum(line.is_prose for line in lines)
    return asked if len(asked) >= FEWEST and SHARE * len(asked) >= text else []


def _speeches(lines: Sequence[Line]) -> list[int]:
    """Find the lines that open with who speaks, when two or more take turns."""
    spoken = [
        (place, m[1]) for place, m in enumerate(SPEAKER.match(line.bare) for line in lines) if m
    ]
    turns = Counter(name for _, name in spoken)
    names = {name for name in turns if turns[name] > 1}
    taken = [place for place, name in spoken if name in names]
    text = sum(line.is_prose for line in lines)
    enough = len(names) > 1 and len(taken) >= FEWEST_SPEECHES and 2 * len(taken) >= text
    return taken if enough else []


def _minutes(line: Line) -> int | None:
    """Return the time of day that a short line gives, in minutes from midnight."""
    clock = CLOCK.search(line.bare) if len(line.words) <= LABEL and not line.is_prose else None
    if clock is None:
        return None
    hour, half = int(clock[1]), (clock[3] or clock[5] or "").lower()
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    return 60 * hour + int(clock[2] or clock[4])


def _times(lines: Sequence[Line]) -> list[int]:
    """Find the stamps of a live page: times in order, first or last first, each with a text."""
    stamped = [
        (place, minutes)
        for place, minutes in enumerate(map(_minutes, lines))
        if minutes is not None and _has_text(lines, place)
    ]
    best: list[int] = []
    for later in (1, -1):
        run: list[tuple[int, int]] = []
        for place, minutes in stamped:
            if run and later * (minutes - run[-1][1]) < 0:
                run = []
            run.append((place, minutes))
            if len(run) > len(best) and len({minute for _, minute in run}) > len(run) // 2:
                best = [place for place, _ in run]
    return best if len(best) >= FEWEST else []


def _goods(lines: Sequence[Line]) -> list[int]:
    """Find the things of a list of offers: each names a price behind what it costs."""
    priced = [
        place
        for place, line in enumerate(lines)
        if PRICE.search(line.bare)
        and not PRICE.match(line.bare)
        and FEWEST <= len(line.words) <= PARAGRAPH
        and not line.is_prose
    ]
    told = sum(_has_text(lines, place) for place in priced)
    return priced if len(priced) >= 2 * FEWEST and 2 * told >= len(priced) else []


def _page(*entries: str) -> str:
    """Put a paragraph under each entry of an example."""
    return "\n".join(
        f"{entry}\nThe {name} is old, and the mayor told the council of it."
        for entry, name in zip(entries, NAMES, strict=False)
    )


NAMES = ("pier", "yard", "mole", "ferry", "lock", "buoy")
TITLE = "What the council of Loremtown has planned"

_ANY: set[Form] = {
    Form(
        "a transcript",
        "lines of speakers",
        _speeches,
        "body",
        examples=(
            f"{TITLE}\n→ MAYOR: The pier is old.\nSAMPLE: Who pays?\nMAYOR: We do.\n"
            "SAMPLE: Since when?\nMAYOR: Since May.\nSAMPLE: I see.",
            f"{TITLE}\n→ Q: Is the pier old?\nA: It is.\nQ: Who pays?\nA: We do.\n"
            "Q: Since when?\nA: Since May.",
            f"{TITLE}\n→ MAYOR: The pier is old.\nSAMPLE: Who pays?\nMAYOR: We do.\n"
            "MAYOR: Since May.\nSAMPLE: I see.\nMAYOR: Good.",
        ),
        leaves_alone=(
            f"{TITLE}\nMAYOR: The pier is old.\nSAMPLE: Who pays?\nMAYOR: We do.\n"
            "SAMPLE: Since when?\nMAYOR: Since May.",
            f"{TITLE}\nMAYOR: The pier is old.\nMAYOR: Who pays?\nMAYOR: We do.\n"
            "MAYOR: Since when?\nMAYOR: Since May.\nMAYOR: I see.\nSAMPLE: Yes.",
            f"{TITLE}\nLength: 310\nWidth: 12\nHeight: 8\nWeight: 40\nLanes: two\nBuilt: 1961",
        ),
    ),
    Form(
        "a numbered list",
        "numbered headings",
        _numbered,
        "subheading",
        examples=(
            _page("→ 1. The pier", "2. The yard", "3. The mole", "4. The ferry"),
            _page("→ 4) The pier", "3) The yard", "2) The mole", "1) The ferry"),
        ),
        leaves_alone=(
            _page("1. The pier", "2. The yard", "3. The mole", "The ferry"),
            _page("1. The pier", "3. The yard", "5. The mole", "7. The ferry"),
            "1. The pier\n2. The yard\n3. The mole\n4. The ferry\n5. The lock",
        ),
    ),
    Form(
        "questions and answers",
        "questions",
        _questions,
        "body",
        examples=(
            _page(
                "→ How old is the pier?",
                "Who owns the yard?",
                "Where is the mole?",
                "When is the ferry late?",
            ),
        ),
        leaves_alone=(
            _page("How old is the pier?", "Who owns the yard?", "Where is the mole?", "The ferry"),
            _page(
                "“How old is the pier?”",
                "“Who owns the yard?”",
                "“Where is the mole?”",
                "“When is the ferry late?”",
            ),
            _page(
                "* How old is the pier?",
                "* Who owns the yard?",
                "* Where is the mole?",
                "* When is the ferry late?",
            ),
        ),
    ),
    Form(
        "a live page",
        "times",
        _times,
        "",
        examples=(
            _page("→ 9:15", "10:20", "11.30 am", "1:05 pm GMT"),
            _page("→ 14:10 GMT", "12:20 GMT", "12:20 GMT", "9:15 GMT"),
        ),
        leaves_alone=(
            _page("9:15", "10:20", "8:30", "11:05"),
            _page("9:01", "9:00", "9:02", "9:01", "9:03", "9:02"),
            _page("9:15", "9:15", "9:15", "9:15"),
            _page("9.15", "10.20", "11.30", "12.05"),
        ),
    ),
    Form(
        "a list of offers",
        "lines with a price",
        _goods,
        "body",
        examples=(
            _page(
                "→ Map of the pier for $34",
                "Map of the yard for $35",
                "Map of the mole for €36",
                "Map of the ferry for £37",
                "Map of the lock for $38",
                "Map of the buoy for $39",
            )
            + "\n* Get the map for $40\n* Get the map for $41",
        ),
        leaves_alone=(
            _page("$34 for the map", "$35 for the map", "$36 for the map", "$37 for the map"),
            "\n".join(f"Map of the pier for ${price}" for price in range(30, 40)),
        ),
    ),
}

FORMS: tuple[Form, ...] = tuple(sorted(_ANY, key=lambda form: form.name))
"""The first that finds its entries decides; only speakers and questions met on a page read."""

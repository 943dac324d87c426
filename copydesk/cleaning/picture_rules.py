"""Rules for what stands under a picture: its caption, and who made it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from copydesk.cleaning.lines import PARAGRAPH, SHORT, Line
from copydesk.cleaning.machine_rules import FULL_DATE
from copydesk.cleaning.words import LinePattern, Words, page_words
from copydesk.language.rule import Evidence, Rule, by_name, decide
from copydesk.lexicons import inflections

TAIL = 180
"""Characters at the end of a line in which a credit is looked for."""
SHORTEST_CAPTION = 12
"""Characters before a credit from which a line tells something, and is no credit alone."""

LONGEST_CAPTION = 70
"""Words up to which a line can tell what a picture shows."""
SCENE = 12
"""Words at the start of a caption among which its verb stands."""

PAST = frozenset({"was", "were", "had"})
"""Verbs of the past that a caption of a scene does without."""

NUMBERED = re.compile(r"\w{1,2}\)")
"""The number or letter of an item, whose bracket nothing opens."""

NAME_BEHIND = LinePattern(
    r"(?<=[a-z)”]{4}\. )(?![A-Z]{2,3}$)[A-Z][^\s.!?,:;]*"
    r"(?: (?:[A-Z/|&][^\s.!?,:;]*|of|for|via)){0,4}$"
)

_SLASHES = re.compile(r"[A-Z][^\s/]*(?: [A-Z][^\s/]*){0,3}(?:/[A-Z][^\s/]*(?: [A-Z][^\s/]*){0,3})+")
"""Names with a slash between them, and no word besides."""

_NAMED: Rule[str] = Rule(
    "a word for a picture",
    gives="credit",
    because="{0}",
    pattern=LinePattern(
        r"[(\[|/©]?\s*\b<credit word>(?: credits?)?"
        r"(?:\s*[:/©|]|\s(?:by|courtesy|via|provided by|supplied by)\b)"
        r"[^.!?]{0,90}(?:[.)\]]{0,2}|[.,) ]+doi: ?\S{5,60})$",
        re.I,
    ),
    examples=(
        "Boats at the pier. Credit: Annals of Piers (2023). DOI: 10.1000/pier.7",
        "Boats at the pier. Photo by Ana Example",
        "Boats at the pier. Photo courtesy Ana Example",
        "Photo via Ana Example",
        "Boats at the pier. Photo credit: Ana Example",
        "Boats at the pier. Photo provided by Ana Example.",
        "Boats at the pier. Photo supplied by Ana Example.",
        "Boats at the pier. Photo: Ana Example",
    ),
    leaves_alone=("Photo: Ana Example took it. Then she left the pier.",),
)

_BRACKETED: set[Rule[str]] = {
    Rule(
        "a name and a source in brackets",
        gives="credit",
        because="{0}",
        pattern=LinePattern(
            r"(?<![.!?”\"] )[(\[][A-Z@][^()\[\]/]{1,40} ?/ ?[A-Z@][^()\[\]/]{1,40}[)\]]$"
        ),
        examples=("Boats reach the pier of Loremtown (Ana Example/Lorem Post)",),
        leaves_alone=(
            "Boats reach the pier (or yard/harbour)",
            "The boats reached the pier. (AFP/Lorem Post)",
        ),
    ),
    Rule(
        "a source and a name with a bar",
        gives="credit",
        because="{0}",
        pattern=LinePattern(r"(?:^|(?<=\s))<picture source>/[A-Z][\w.'’ -]{2,40}$"),
        examples=("Boats reach the pier of Loremtown AFP/Ana Example", "AP/Ana Example"),
        leaves_alone=("Boats reach the pier of Loremtown pier/yard",),
    ),
    Rule(
        "a name in brackets behind the sentence",
        gives="credit",
        because="{0}",
        pattern=LinePattern(r"(?<=[.!?”\"] )[(\[][A-Z][^()\[\]]{2,40}[^().\[\]][)\]]$"),
        examples=("The new bridge seen from the river. (Ana Example)",),
        leaves_alone=("The new bridge (Lorem Bridge)",),
    ),
}

_CREDITS: tuple[Rule[str], ...] = (
    Rule(
        "a name behind the full stop",
        gives="credit",
        because="{0}",
        pattern=NAME_BEHIND,
        examples=(
            "The old bridge before the storm reached the town. Lorem Archive",
            "The old bridge before the storm. Friends of Lorem",
            "The old bridge before the storm. Ana Example for Lorem",
            "The old bridge before the storm. Ana Example via Lorem",
        ),
        leaves_alone=(
            "The old bridge stood in Lorem Town",
            "The talks go on in the evening. DM",
        ),
    ),
    Rule(
        "courtesy of",
        gives="credit",
        because="{0}",
        pattern=LinePattern(
            r"(?:(?:^|[.!?”\"/(|] ?)courtesy of |^Courtesy (?-i:(?=[A-Z])))"
            r"[^.!?]{0,60}[.)\]]{0,2}$",
            re.I,
        ),
        examples=(
            "Courtesy of the Lorem Museum",
            "Courtesy Lorem Museum",
            "Boats at sea | courtesy of the Lorem Museum",
        ),
        leaves_alone=("Thanks to the courtesy of the Lorem Museum", "Courtesy on the pier"),
    ),
    Rule(
        "a source in brackets",
        gives="credit",
        because="{0}",
        pattern=LinePattern(r"[(\[][^()\[\]]{0,60}\b<picture source>\b[^()\[\]]{0,60}[)\]]\.?$"),
        examples=("(AFP PHOTO Ana Example)",),
        leaves_alone=("(the mayor of Loremtown)", "AFP in brackets (a)"),
    ),
    Rule(
        "a source at the end",
        gives="credit",
        because="{0}",
        pattern=LinePattern(r"(?:^|[\s(/|,.:©])<picture source>\)?$"),
        examples=("The new bridge seen from the river, Getty Images", "Getty Images"),
        leaves_alone=("The new bridge seen from the river, Getty Road",),
    ),
    Rule(
        "a name and a source with a bar",
        gives="credit",
        because="{0}",
        pattern=LinePattern(r"(?:^|(?<=[.!?”] ))[A-Z][\w.'’ -]{2,40}/ ?[A-Z@][\w.'’ -]{0,40}$"),
        examples=("Ana Example/Lorem Post", "Boats at sea, 1961. AnaExample/X"),
        leaves_alone=("the pier/the yard",),
    ),
)

CREDIT_FORMS: tuple[Rule[str], ...] = (_NAMED, *by_name(_BRACKETED), *_CREDITS)
"""The ways to credit a picture, each at the end of a line."""


def photo_credit(text: str) -> str | None:
    """Return the photo credit at the end of a line.

    Examples
    --------
    >>> photo_credit("Traders open their shops. Photo: Lina Example")
    'Photo: Lina Example'
    >>> photo_credit("The minister spoke to reporters.") is None
    True
    """
    return _credit_at_end(text[-TAIL:], page_words())


@lru_cache(maxsize=1)
def _credit_at_end(tail: str, _words: Words) -> str | None:
    """Look for a credit once for the two rules that ask for it, one after the other."""
    found = decide(CREDIT_FORMS, tail)
    return found.reason.strip(" .,|/") if found else None


def _source_alone(line: Line) -> Evidence:
    text = line.text
    if line.low.startswith("source:") and len(line.words) <= SHORT and not line.ends:
        return text
    if not line.is_label:
        return None
    inside = text[1:-1].split()
    capitals = all(word[:1].isupper() or word in ("/", "&", "via", "for") for word in inside)
    bracketed = text[:1] == "(" and text[-1:] == ")" and len(inside) >= 2 and capitals
    marked = text[:1] == "[" and (":" in text or "/" in text)
    return text if bracketed or marked else None


def _credit(line: Line) -> str | None:
    credit = photo_credit(line.text)
    if credit is None or page_words()["menu"].issuperset(credit.lower().split()):
        return None
    return credit


def _credit_alone(line: Line) -> Evidence:
    credit = _credit(line)
    if credit and _SLASHES.fullmatch(line.text.strip()):
        return line.text.strip()  # "Ana Example/Harbour Times/Getty Images"
    return credit if credit and len(line.text) - len(credit) < SHORTEST_CAPTION else None


def _caption(line: Line) -> Evidence:
    """Find a sentence before a credit, and no paragraph that an agency or a reporter signs."""
    credit = _credit(line)
    if credit is None:
        return None
    reports = "said" in line.words or len(line.words) > PARAGRAPH
    signed = credit.strip("()[] ") in page_words()["picture source"]
    told_to = line.words[-2:-1] and line.words[-2] in ("told", "to", "by", "from", "with", "the")
    if signed and (reports or told_to):
        return None
    named = NAME_BEHIND.search(line.text[-TAIL:]) and "/" not in credit
    return None if reports and named else credit


def _tells_no_story(line: Line) -> bool:
    return "said" not in line.words and len(line.words) <= LONGEST_CAPTION


def _picture_sign(line: Line) -> Evidence:
    told, quoted, _ = line.text.partition("“")
    if quoted and not told:
        return None
    signs = page_words().inside("picture sign", told.lower())
    return signs[0].strip(" ,") if signs and _tells_no_story(line) else None


def _scene(line: Line) -> Evidence:
    verb = next((word for word in line.words[1:SCENE] if word in _present(page_words())), None)
    return verb if verb and _tells_no_story(line) else None


def _past_scene(line: Line) -> Evidence:
    """Find a scene told of one thing or person, and nothing told of the past."""
    past = not PAST.isdisjoint(line.words)
    verb = None if past else _scene(line)
    return verb if verb and verb not in page_words()["scene verb"] else None


@cache
def _present(words: Words) -> frozenset[str]:
    """Return the verbs of a scene in the present tense, with and without their "s"."""
    forms = words.kinds["scene verb"]
    return forms | {form for verb in forms for form in inflections(verb) if form.endswith("s")}


_APART: set[Rule[Line]] = {
    Rule(
        "a bracket that the line before opens",
        gives="credit",
        because="ends a bracket that another line opens: {0!r}",
        pattern=LinePattern(r"^[^()]{1,60}\)$"),
        test=lambda line: line.is_label and NUMBERED.match(line.text) is None,
        examples=("Ana Example/Lorem Post)",),
        leaves_alone=("The old pier (Lorem Yard)", "1) The old pier", "a) The old pier)"),
    ),
    Rule(
        "a bracket left open",
        gives="caption",
        because="breaks off at a bracket, in which a credit stands",
        pattern=LinePattern(r" [(\[]$"),
        examples=("The pier of Loremtown was rebuilt after the storm (",),
        leaves_alone=("The pier of Loremtown (old)",),
    ),
    Rule(
        "a label for a picture",
        gives="caption",
        because="labelled as what stands under a picture: {0!r}",
        test=lambda line: page_words().opening("picture label", line.low),
        examples=("Image caption The pier of Loremtown was rebuilt after the storm",),
        leaves_alone=("Images of the pier of Loremtown after the storm",),
    ),
}
"""Rules of which no two met on a page that was read: their order is that of their names."""

_IN_TURN: tuple[Rule[Line], ...] = (
    Rule(
        "a source alone",
        gives="credit",
        because="nothing but a source: {0!r}",
        test=_source_alone,
        examples=(
            "(Ana Example / Lorem Post)",
            "(Ana Example / AFP)",
            "Source: Harbour Board, Ferry Board and the Town Council of Lorem for the Pier",
        ),
        leaves_alone=("(the old pier)", "Source: the pier was built by the board in 1961."),
    ),
    Rule(
        "a photo credit alone",
        gives="credit",
        because="nothing but a photo credit: {0!r}",
        test=_credit_alone,
        examples=("Photo: Ana Example", "Ana Example/Harbour Times/Getty Images"),
        leaves_alone=("The pier before the storm. Photo: Ana Example",),
    ),
    Rule(
        "a photo credit ends the line",
        gives="caption",
        because="ends with a photo credit: {0!r}",
        test=_caption,
        examples=(
            "The pier before the storm. Photo: Ana Example",
            "Join us on the pier. Photo: Ana Example",
        ),
        leaves_alone=("He took the photo himself.",),
    ),
    Rule(
        "a weekday with a full date",
        gives="caption",
        because="weekday, date and year, as captions give them: {0!r}",
        pattern=LinePattern(rf"\b<day>,? {FULL_DATE}", re.I),
        test=_tells_no_story,
        examples=("Boats at the pier of Loremtown, Monday, May 6, 2024.",),
        leaves_alone=("The pier was opened on May 6, 2024, the mayor said.",),
    ),
    Rule(
        "where to look in a picture",
        gives="caption",
        because="tells where to look in a picture: {0!r}",
        test=_picture_sign,
        examples=(
            "The mayor (left) and an engineer on the old bridge",
            "The mayor (left) at the first night of “The Old Bridge.”",
        ),
        leaves_alone=(
            "The mayor left, and an engineer stayed on the old bridge",
            "The mayor tells “a long story (left) of the old bridge” to the town",
        ),
    ),
    Rule(
        "a scene of a past year",
        gives="caption",
        because="the year, {0!r}, with {1!r} in the present tense",
        pattern=re.compile(r"\bin (?:19|20)\d\d\b"),
        test=_past_scene,
        examples=(
            "The mayor leaves the pier in 2013 after the vote.",
            "The mayor leaves the pier in 1961 after the vote.",
        ),
        leaves_alone=(
            "The mayors leave the pier in 2013 after the vote.",
            "The pier stands on the river and was built in 2013.",
            "The pier stands on the river, where two were built in 2013.",
            "The pier stands on the river and had a fire in 2013.",
        ),
    ),
    Rule(
        "a scene with a full date",
        gives="caption",
        because="a full date, {0!r}, with {1!r} in the present tense",
        pattern=LinePattern(rf"\b{FULL_DATE}", re.I),
        test=_scene,
        examples=("Workers stand on the old bridge, May 6, 2024.",),
        leaves_alone=("Workers stood on the old bridge, May 6, 2024.",),
    ),
)
"""Tried in this order: a line may fit two neighbours."""

PICTURE_RULES: tuple[Rule[Line], ...] = (*by_name(_APART), *_IN_TURN)

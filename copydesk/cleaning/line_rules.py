"""The rules that say what one line of a scraped page is, by its own words.

Each rule is a small function: it takes a `Line` and returns a role and a reason, or ``None``. The
tuple `WORD_RULES` at the end gives the order in which they are tried; the first that fires wins.
The words that they look for are in `line_words`. What a line is by its place on the page
is decided in `page_rules`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from copydesk.cleaning.line_words import (
    ACTION_OPENINGS,
    ACTION_PHRASES,
    AGENCIES,
    AGENCY_NAMES,
    CAPTION_SIGNS,
    CORRECTION_OPENINGS,
    DATE_WORDS,
    EMBARGO_OPENINGS,
    FUNCTION_WORDS,
    INTERFACE_WORDS,
    JOBS,
    LEGAL_PHRASES,
    MONTHS,
    PICTURE_SOURCES,
    RELATED_LABELS,
    RELATED_OPENINGS,
    SCENE_VERBS,
    STAMP_SIGNS,
)

READ_AT_MOST = 2_000
"""Characters of a line that the rules look at; a longer line is a whole article in one piece."""

CLOSING_MARKS = "\"'”’)]»›*"
SENTENCE_ENDS = (".", "!", "?", "…", "。", "？", "！", "؟", "।")
BULLETS = "*+•·▪►‣–—-|>›»#"
QUOTE_MARKS = ("“", '"', "‘")

MONTH = "(?:" + "|".join(month.title() for month in MONTHS) + ")"
WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
LABEL = re.compile(r"[A-Z][\w /&-]{0,30}: ")
NUMBER_MARK = re.compile(r"\d{1,2}[.)] ")
FULL_DATE = re.compile(rf"\b{MONTH}\.? \d{{1,2}}, \d{{4}}")
WEEKDAY_DATE = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? {FULL_DATE.pattern}")
AGENCY_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:,? [A-Z][a-z.]+)? ?\([A-Z][\w ]{1,20}\)")
# What agencies and press offices write for desks: start and end codes, slugs, page breaks.
DESK_CODE = re.compile(
    r"(?:ZCZC|NNNN)\b.{0,40}|\W*(?:MORE|MORE FOLLOWS|ENDS?|30|###)\W*"
    r"|.{0,40}\b[Pp]age \d+ of \d+\W*|[A-Z]{2,}(?:[-/][A-Z]{2,})+(?: [\dA-Z() ]{1,20})?"
    r"|\d{6} [A-Z]{3} \d\d"
)
DESK_NOTE = re.compile(r"(?:EDS?|Eds?|EDITORS?|Editors?|(?:NOTES?|Notes?) TO EDITORS?)[:.] ")
LETTERHEAD = re.compile(
    r"(?:(?:our )?ref(?:erence)?(?: no\.?| number)?|(?:press )?release (?:no\.?|number)): ?\S*$",
    re.I,
)
BY = re.compile(
    r"(?:(?:story|words|text|written|reviewed|edited|posted|reported) )?by:? ?|source: ?", re.I
)
LINK = re.compile(r"(?:https?://|www\.|@\w|#\w|[\w.+-]{1,40}@)\S*$")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:am|pm|GMT|BST|ET|IST|PKT))?$", re.I)
PRICE = re.compile(r"[$€£]\d")
COUNTER = re.compile(
    r"(?:image |photo |page |slide |list |view )?[\d.,/:%$€£+kKmM\s-]+(?: ?of ?\d+)?"
    r"(?:\s*(?:shares?|comments?|views?|likes?|photos?|min(?:ute)? read|items?|votes?))?$",
    re.I,
)
SELF_OPENING = re.compile(
    r"[Tt]his (?:article|story|column|post|essay|interview) "
    r"(?:is|was|has|had|contains|first|appeared|appears|originally)\b"
)
MAIL_ADDRESS = re.compile(r"\b[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,8}")
SELF_REFERENCE = re.compile(r"\b[Tt]his (?:article|story|post|page|report|explainer)\b")
REQUEST = re.compile(
    r"(?:^|[.?!] )(?:Sign up|Subscribe|Follow us|Click here|Join us|Donate|Write to us|Email us"
    r"|Contact us|Send us|Download)\b"
)
POST_SIGNATURE = re.compile(r"[—–-] ?.{1,60} \(@\w{1,30}\)")
AUTHOR_SIGNS = re.compile(
    r"\b(?:contributed to this|contributed reporting|reporting by|editing by|can be reached at"
    r"|has written for|follow (?:him|her|them) (?:on|at)|is an? (?:staff |senior |freelance )?"
    r"(?:reporter|writer|journalist|columnist|correspondent|editor|contributor))\b",
    re.I,
)

# The ways to credit a picture, each at the end of a line.
PHOTO_BY = re.compile(
    r"[(\[|/©]?\s*\b(?:photo|photograph|photography|image|picture|pic|illustration|graphic|credit)s?"
    r"(?: credits?)?(?:\s*[:/©|]|\s(?:by|courtesy|via)\b)[^.!?]{0,90}[.)\]]{0,2}$",
    re.I,
)
SOURCE_IN_BRACKETS = re.compile(
    r"[(\[][^()\[\]]{0,60}\b(?:Photo|Getty|AFP|EPA|Reuters|REUTERS|Shutterstock|AP)\b"
    r"[^()\[\]]{0,60}[)\]]\.?$"
)
SOURCE_AT_END = re.compile(
    r"(?:^|[\s(/|,.:©])(?:" + "|".join(map(re.escape, PICTURE_SOURCES)) + r")\)?$"
)
NAME_IN_BRACKETS = re.compile(r"(?<=[.!?”\"] )[(\[][A-Z][^()\[\]]{2,40}[^().\[\]][)\]]$")
NAME_SLASH_SOURCE = re.compile(r"(?:^|(?<=[.!?”] ))[A-Z][\w.'’ -]{2,40}/ ?[A-Z@]?[\w.'’ -]{2,40}$")
COURTESY = re.compile(r"(?:^|[.!?”\"/(|] ?)(?:[Cc]ourtesy of|COURTESY OF) [^.!?]{0,60}[.)\]]{0,2}$")
NAME_BEHIND = re.compile(
    r"(?<=[a-z)”]{4}\. )[A-Z][^\s.!?,:;]*(?: (?:[A-Z/|&][^\s.!?,:;]*|of|for|via)){0,4}$"
)
CREDIT_FORMS = (
    PHOTO_BY,
    NAME_BEHIND,
    COURTESY,
    SOURCE_IN_BRACKETS,
    SOURCE_AT_END,
    NAME_IN_BRACKETS,
    NAME_SLASH_SOURCE,
)


@dataclass(frozen=True)
class Line:
    """One line, with what the rules ask about it.

    Attributes
    ----------
    number : int
        From 1.
    text : str
        At most `READ_AT_MOST` characters, without white space around them.
    bare : str
        The text without a bullet in front.
    words : tuple of str
        The words, in lower case.
    key : str
        The words joined by spaces: two lines with one key say the same.
    bullet : bool
        Whether a bullet stood in front.
    ends : bool
        Whether it ends like a sentence.
    function_share : float
        The share of small words such as "the" and "of", 0 to 1.
    length : int
        Characters of the whole line.
    """

    number: int
    text: str
    bare: str
    words: tuple[str, ...]
    key: str
    bullet: bool
    ends: bool
    function_share: float
    length: int

    @property
    def is_sentence(self) -> bool:
        """Whether this is a full sentence: six words or more, and a stop at the end."""
        return self.ends and len(self.words) >= 6

    @property
    def is_numbered(self) -> bool:
        """Whether it opens with a number and a point, as a list of ten things does."""
        return NUMBER_MARK.match(self.bare) is not None

    @property
    def is_item(self) -> bool:
        """Whether it looks like an item of a list: a bullet, a number, or a label with a colon."""
        return self.bullet or self.is_numbered or LABEL.match(self.bare) is not None

    @property
    def leads_in(self) -> bool:
        """Whether it ends with a colon and speaks, as the line above a list does."""
        return self.text.endswith(":") and len(self.words) >= 4 and self.function_share > 0

    @property
    def is_prose(self) -> bool:
        """Whether this reads like running text, the kind that an article is made of."""
        count = len(self.words)
        if self.function_share < 0.15 and count < 40:
            return self.ends and count >= 8 and self.function_share > 0.05
        return (self.ends and count >= 8) or count >= 25


Finding = tuple[str, str]
"""A role, and the reason for it in plain words."""

Rule = Callable[[Line], Finding | None]


def ends_sentence(tail: str) -> bool:
    """Say whether the end of a line closes a sentence, also before an agency in brackets."""
    if tail.endswith((")", "]")) and (" (" in tail or " [" in tail):
        before = tail[: max(tail.rfind(" ("), tail.rfind(" ["))]
        if before.rstrip(CLOSING_MARKS + " ").endswith(SENTENCE_ENDS):
            return True
    return tail.rstrip(CLOSING_MARKS + " ").endswith(SENTENCE_ENDS)


def read_line(number: int, text: str) -> Line:
    """Measure one line.

    Examples
    --------
    >>> line = read_line(1, "* Share this")
    >>> line.bare, line.words, line.bullet, line.ends
    ('Share this', ('share', 'this'), True, False)
    """
    stripped = text.strip()
    head = stripped[:READ_AT_MOST]
    bare = head.lstrip(BULLETS + " \t")
    words = tuple(WORD.findall(bare.lower().replace("’", "'")))
    small = sum(map(FUNCTION_WORDS.__contains__, words))
    return Line(
        number,
        head,
        bare,
        words,
        " ".join(words),
        bullet=head[:1] in tuple(BULLETS) and len(bare) < len(head),
        ends=ends_sentence(stripped[-50:]),
        function_share=small / len(words) if words else 0.0,
        length=len(stripped),
    )


@functools.cache
def _by_first_letters(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """Sort phrases by their first two letters, so that few are tried on each line."""
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        index.setdefault(phrase[:2], []).append(phrase)
    return index


def starts_with(line: Line, openings: tuple[str, ...]) -> str | None:
    """Return the first opening that the line begins with, as whole words."""
    low = line.bare[:60].lower().lstrip("(\u200b [").replace("’", "'")
    for opening in _by_first_letters(openings).get(low[:2], ()):
        if low.startswith(opening) and not low[len(opening) : len(opening) + 1].isalnum():
            return opening
    return None


def photo_credit(text: str) -> str | None:
    """Return the photo credit at the end of a line.

    Examples
    --------
    >>> photo_credit("Traders open their shops. Photo: Lina Example")
    'Photo: Lina Example'
    >>> photo_credit("The minister spoke to reporters.") is None
    True
    """
    tail = text[-180:]
    for form in CREDIT_FORMS:
        match = form.search(tail)
        if match:
            return match.group().strip(" .,|/")
    return None


def ornament(line: Line) -> Finding | None:
    """Find a line without a letter or a digit."""
    return None if line.words else ("interface", f"no letter or digit in {line.text[:20]!r}")


def counter_or_link(line: Line) -> Finding | None:
    """Find a number, a count of shares, one web address or a row of links."""
    if len(line.words) <= 30 and not line.ends:
        cells = line.bare.split(" | ")
        if len(cells) >= 3 and all(len(cell.split()) <= 5 for cell in cells):
            return "interface", f"a row of links with bars between them: {line.bare[:40]!r}"
    if len(line.words) <= 8 and LINK.match(line.bare):
        return "interface", f"only a web address, handle or tag: {line.bare[:40]!r}"
    if CLOCK.match(line.bare):
        return "dateline", f"a time of day: {line.bare!r}"
    if len(line.bare) <= 40 and COUNTER.match(line.bare):
        return "interface", f"only a number or a count: {line.bare[:40]!r}"
    return None


def date_stamp(line: Line) -> Finding | None:
    """Find a line that is made of a date or time, with at most a few other words."""
    if len(line.words) > 24 or line.is_prose or not any(word[0].isdigit() for word in line.words):
        return None
    if starts_with(line, EMBARGO_OPENINGS):
        return "dateline", "an embargo: when the text may be used"
    dated = [word for word in line.words if word in DATE_WORDS or word[0].isdigit()]
    others = len(line.words) - len(dated)
    if others <= 3 and len(line.words) <= 8 and FULL_DATE.match(line.bare):
        return "dateline", f"opens with a full date: {line.bare[:20]!r}"
    telling = set(dated) & DATE_WORDS - {"on", "at", "s", "first", "last"}
    few = others == 0 or (others <= 4 and len(dated) >= 2 * others)
    signed = line.words[0] in STAMP_SIGNS or line.words[-1] == "ago"
    if telling and (few or signed):
        return "dateline", f"a date or time stamp: {' '.join(dated[:6])!r}"
    return None


def button(line: Line) -> Finding | None:
    """Find a line in which every word is one that buttons and menus use."""
    names = [word for word in line.words if not word.isdigit()]
    if len(names) > 2 and REQUEST.match(line.bare):
        return None  # a whole request, which has a rule of its own
    if len(line.words) <= 8 and not line.ends and names and INTERFACE_WORDS.issuperset(names):
        words = "word" if len(line.words) == 1 else "words"
        return "interface", f"menu {words} {line.bare[:60]!r} with no full stop"
    return None


def legal_notice(line: Line) -> Finding | None:
    """Find a copyright sign, or a phrase of legal small print."""
    low = line.bare.lower()
    if "©" in low[:200] or low.startswith(("copyright ", "(c) ")):
        return "legal", "a copyright sign or notice"
    phrase = next((phrase for phrase in LEGAL_PHRASES if phrase in low), None)
    if phrase and not low.startswith(QUOTE_MARKS):
        return "legal", f"legal wording: {phrase!r}"
    return None


def desk_code(line: Line) -> Finding | None:
    """Find what an agency or a press office writes for desks and not for readers."""
    if LETTERHEAD.fullmatch(line.bare):
        return "section label", "a number under which an office files its text"
    note = DESK_NOTE.match(line.bare)
    if note:
        changed = re.search(r"\b(?:replac|correct|kill|withdr|repeat)", line.bare, re.I)
        role = "correction" if changed else "legal"
        return role, f"a note to desks, which use the text: opens with {note.group().strip()!r}"
    if DESK_CODE.fullmatch(line.text.strip()[:READ_AT_MOST]):
        return "interface", "a code for desks: a slug, a page break, a start or an end"
    return None


def correction(line: Line) -> Finding | None:
    """Find a line in which the newsroom speaks about its own article."""
    if SELF_REFERENCE.search(line.bare[:300]) and line.words[0] in ("update", "updated", "note"):
        return "correction", f"a note on the article itself: opens with {line.words[0]!r}"
    told = SELF_OPENING.match(line.bare)
    if told:
        return "correction", f"a note on the article itself: opens with {told.group()!r}"
    opening = starts_with(line, CORRECTION_OPENINGS)
    if opening == "corrections" and not line.ends:
        return None  # the title of a column of corrections, which is a story of its own
    if opening is None or (" " not in opening and ":" not in line.bare[:40]):
        return None
    return "correction", f"a note on the article itself: {opening!r}"


def agency(line: Line) -> Finding | None:
    """Find the name of a news agency, alone or with a place."""
    if line.ends or len(line.words) > 6:
        return None
    for name in AGENCIES:
        alone = line.key == name
        leads = len(name) > 2 and line.key.startswith(name + " ") and line.bare[0].isupper()
        if alone or leads or (" " in name and f" {name} " in f" {line.key} "):
            return "agency", f"names the agency {name!r} and tells nothing"
    kind = next((kind for kind in AGENCY_NAMES if kind in line.key), None)
    if kind and all(word[:1].isupper() for word in line.bare.split()):
        return "agency", f"the name of an agency: {kind!r}, with a capital on every word"
    return None


def byline(line: Line) -> Finding | None:
    """Find "By" with a name, or a name with a job at the paper."""
    match = BY.match(line.bare)
    if match and "by" in match.group().lower() and len(line.words) <= 14 and not line.is_sentence:
        rest = line.bare[match.end() :].strip()
        if not rest or rest[0].isupper() or rest[0] in "@[":
            return "byline", f"opens with {match.group().strip()!r} and gives a name"
    if len(line.words) <= 9 and not line.ends and line.key.endswith(JOBS):
        return "byline", f"a name with the job {line.words[-1]!r}"
    return None


def signed_post(line: Line) -> Finding | None:
    """Find the signature of a post from a social network that the article shows."""
    match = POST_SIGNATURE.match(line.text)
    return ("credit", f"signs an embedded post: {match.group()!r}") if match else None


def is_source_line(line: Line) -> bool:
    """Say whether a short line only gives a source, as "(Ana Example / Lorem Post)" does."""
    if len(line.words) > 12 or line.ends:
        return False
    text = line.text
    if text.lower().startswith("source:"):
        return True
    if text[:1] == "[":
        return ":" in text or "/" in text
    inside = text[1:-1].split()
    capitals = all(word[:1].isupper() or word in ("/", "&", "via", "for") for word in inside)
    return text[:1] == "(" and text[-1:] == ")" and len(inside) >= 2 and capitals


def credit_or_caption(line: Line) -> Finding | None:
    """Find a photo credit. Alone it is a credit; a sentence before it makes a caption."""
    credit = line.text if is_source_line(line) else photo_credit(line.text)
    if credit is None or INTERFACE_WORDS.issuperset(credit.lower().split()):
        return None
    if len(line.text) - len(credit) < 12:
        return "credit", f"nothing but a photo credit: {credit!r}"
    # An agency closes its last paragraph with its name, a reporter with a signature: that is no
    # caption.
    reports = "said" in line.words or len(line.words) > 40
    if credit.strip("()[] ") in PICTURE_SOURCES:
        told_to = line.words[-2] in ("told", "to", "by", "from", "with", "the")
        if reports or told_to:
            return None
    if reports and NAME_BEHIND.search(line.text[-180:]) and "/" not in credit:
        return None
    return "caption", f"ends with a photo credit: {credit!r}"


def caption_words(line: Line) -> Finding | None:
    """Find a line that says what a picture shows."""
    if len(line.words) > 70 or "said" in line.words or AGENCY_DATELINE.match(line.bare):
        return None
    date = WEEKDAY_DATE.search(line.text)
    if date:
        return "caption", f"weekday, date and year, as captions give them: {date.group()!r}"
    low = line.text.lower()
    sign = next((sign for sign in CAPTION_SIGNS if sign in low), None)
    if sign:
        return "caption", f"tells where to look in a picture: {sign.strip(' ,')!r}"
    date = FULL_DATE.search(line.text)
    verb = next((word for word in line.words[1:12] if word in SCENE_VERBS), None)
    if date and verb:
        return "caption", f"present tense {verb!r} with a full date, {date.group()!r}"
    return None


def related_link(line: Line) -> Finding | None:
    """Find a pointer to another story."""
    count = len(line.words)
    if line.text.endswith(("...", "…")) and count >= 3 and (line.bullet or count <= 6):
        return "related link", "a title that breaks off with dots"
    label = starts_with(line, RELATED_LABELS)
    if label:
        return "related link", f"points to another story: labelled {label!r}"
    opening = starts_with(line, RELATED_OPENINGS)
    if opening and count <= 25 and (not line.is_sentence or line.text.startswith("(")):
        return "related link", f"points to another story: opens with {opening!r}"
    return None


def call_to_action(line: Line) -> Finding | None:
    """Find a line that asks the reader to do something on the site."""
    if line.bare.startswith(QUOTE_MARKS):
        return None
    count, low = len(line.words), line.bare.lower()
    if count <= 8 and PRICE.match(line.bare):
        return "call to action", f"opens with a price: {line.bare[:20]!r}"
    opening = starts_with(line, ACTION_OPENINGS)
    if opening and count <= 16 and "said" not in line.words:
        return "call to action", f"asks the reader to act: opens with {opening!r}"
    request = REQUEST.search(line.bare[:400])
    if request and count <= 40:
        return "call to action", f"asks the reader to act: {request.group().strip(' .?!')!r}"
    address = MAIL_ADDRESS.search(line.bare[:600]) if "@" in low else None
    if address and count <= 40:
        return "call to action", f"gives an address to write to: {address.group()!r}"
    found = [phrase for phrase in ACTION_PHRASES if phrase in low]
    if found and (len(found) > 1 or opening or count <= 14):
        return "call to action", f"speaks to the reader as a customer: {found[0]!r}"
    return None


def author_note(line: Line) -> Finding | None:
    """Find a line that says who wrote or helped, not what happened."""
    sign = AUTHOR_SIGNS.search(line.bare[:300])
    if sign is None or len(line.words) > 60 or line.bare.startswith(QUOTE_MARKS):
        return None
    if sign.start() < 60 or len(line.words) < 30:
        return "author note", f"about who wrote it: {sign.group()!r}"
    return None


WORD_RULES: tuple[Rule, ...] = (
    ornament,
    desk_code,
    counter_or_link,
    date_stamp,
    button,
    legal_notice,
    correction,
    agency,
    byline,
    signed_post,
    credit_or_caption,
    related_link,
    author_note,
    call_to_action,
    caption_words,
)
"""The rules in the order in which they are tried."""

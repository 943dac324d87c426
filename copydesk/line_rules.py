"""The rules that say what one line of a scraped page is, by its own words.

Each rule is a small function: it takes a `Line` and returns a role and a reason, or ``None``. The
tuple `WORD_RULES` at the end gives the order in which they are tried; the first that fires wins.
What a line is by its place on the page is decided in `copydesk.page_rules`. The word lists come
from reading the lines that English-language news sites print around their stories.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass


def phrases(text: str) -> tuple[str, ...]:
    """Read a list of phrases that are written with commas between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


READ_AT_MOST = 2_000
"""Characters of a line that the rules look at; a longer line is a whole article in one piece."""

MONTHS = phrases("""
    january, february, march, april, may, june, july, august, september, october, november,
    december, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
""")
WEEKDAYS = phrases("""
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun
""")
STAMP_SIGNS = frozenset(phrases("updated, published, posted, ago, modified"))
"""Words that open or close a time stamp."""
DATE_WORDS = STAMP_SIGNS.union(
    MONTHS,
    WEEKDAYS,
    phrases("""
        update, publish, post, last, first, created, on, at, date, time, am, pm, a.m, p.m, today,
        yesterday, hour, hours, hr, hrs, minute, minutes, min, mins, day, days, week, weeks, month,
        months, year, years, h, m, d, s, th, st, nd, rd, est, edt, et, pst, pdt, pt, cst, cdt, ct,
        gmt, utc, ist, bst, read
    """),
)
"""Words that a date and time stamp is made of."""

EMBARGO_OPENINGS = phrases("embargo, embargoed, not for use before, not for release before")
"""How a press release says from when it may be used."""

INTERFACE_WORDS = frozenset(
    phrases("""
        close, search, menu, home, news, share, print, email, mail, tweet, facebook, twitter, x,
        reddit, linkedin, whatsapp, pinterest, tumblr, flipboard, instagram, youtube, telegram,
        pocket, messenger, snapchat, tiktok, threads, bluesky, mastodon, copy, link, url, copied,
        save, bookmark, comment, comments, reply, login, log, logout, sign, in, out, up, register,
        account, settings, profile, subscribe, subscription, subscriptions, newsletter,
        newsletters, follow, following, more, less, view, show, hide, all, see, next, previous,
        prev, back, top, skip, to, content, main, navigation, footer, open, play, pause, mute,
        unmute, watch, live, listen, video, videos, audio, podcast, podcasts, photo, photos,
        gallery, slideshow, enlarge, expand, caption, image, advertisement, advertising, advertise,
        ad, ads, sponsored, promoted, continue, continues, below, submit, cancel, ok, yes, no, name,
        required, optional, address, password, help, contact, us, about, careers, jobs, sitemap,
        rss, feed, feeds, feedback, privacy, policy, terms, cookie, cookies, preferences,
        accessibility, loading, like, this, story, article, via, get, your, now, the, and, or, of,
        on, with, options, choices, edition, sections, topics, tags, font, size, text, download,
        app, store, send, flag, report, permalink, quote, section, type, filter, sort, by, latest,
        oldest, newest, donate, support, edit, try, again, rate, pin, it, click, here, extra,
        sharing, for, learn
    """)
)
"""Words of buttons and menus. A line made of nothing else is part of the interface."""

RELATED_OPENINGS = phrases("""
    read more, read also, also read, see also, related, more on, more from, more in, more stories,
    more like this, most read, most popular, most viewed, trending, recommended, recommends,
    keep reading, read next, read this next, what to read next, up next, next up, don't miss,
    dont miss, must read, in other news, you may also like, you might also like, you may like,
    editor's pick, editor's picks, editors pick, editors' picks, editor's choice, our latest,
    latest stories, latest news, top stories, top reads, popular, further reading, explore more,
    explore further, check this out, watch more, watch now, watch:, video:, best of,
    what others are reading, list of, end of list, previous post, next post, previous article,
    next article, previous story, next story, from our partners, around the web,
    sponsored content, suggested, featured, story continues below, filed under, tags, topics,
    related tags, read our full, read the full, read the latest, stories for you, for more on,
    in this article
""")
"""How a pointer to another story opens."""

RELATED_LABELS = phrases("""
    related:, read:, read more:, see also:, also:, more:, also read:, watch:, required reading:,
    further reading:, read also:, opinion:, column:, listen:, recommended:, more on this:,
    must read:, explainer:, analysis:, don't miss:, podcast:, exclusive:, in pictures:
""")
"""Labels with a colon that stand before the title of another story, full sentence or not."""

ACTION_OPENINGS = phrases("""
    click here, click to, click on, tap here, sign up, sign in, sign-up, subscribe, follow us,
    follow, join, download, get the, get our, get email, get updates, get unlimited, get daily,
    share this, share on, share your, share all, support our, support local, donate, become a,
    register, log in, buy, shop, try refreshing, claim offer, stay up, stay informed,
    create an account, enter your, please enter, please refresh, please check, please try,
    thanks for signing, thank you for, connect with, contact us, get in touch, write to, send us,
    submit, like us, find us, listen to, start your, already a, not a subscriber, want more,
    want to, keep up with, enjoy the latest, enjoy additional, enjoy unlimited, access articles,
    see all, see more, view all, view more, view this, view author, view comments, show all,
    show more, show comments, load more, learn more, find out more, explore, play now, shop now,
    buy now, leave a, leave your, post a comment, add a comment, add your, have your say, report a,
    skip to, back to, return to, remove ads, allow notifications, turn on, set as, install, got a,
    have a tip, advertise with, what do you think
""")
"""How a line opens that asks the reader to do something on the site."""

ACTION_PHRASES = phrases("""
    newsletter, sign up for, sign up to, signing up, signing you up, signed in, subscribe to,
    subscribe now, subscribers, your subscription, already a subscriber, subscription offers,
    successfully subscribed, unsubscribe, your inbox, junk folder, no spam, your email,
    email address, get email updates, follow us on, click here, download the app, our app,
    join the conversation, free trial, log in to, your account, online access, become a member,
    consent to, push notifications, breaking news alerts, whatsapp channel, google news feed,
    connect with us, with us via, wherever you get your podcasts, affiliate, earn a commission,
    earn commission, receive compensation, independently selected, sponsored deal, promo code,
    coupon, gift articles, advertisement, your browser, javascript, cookies, an error,
    has failed to load, has not loaded, this video please, post shared by, your comment,
    post a comment, posting comments, this comment, comments are, the comments section,
    community guidelines, support our, our newsroom, our journalism, quality journalism,
    keep news free, by contributing, your contribution
""")
"""Phrases that only such a request uses. One is enough in a short line, two in a long one."""

LEGAL_PHRASES = phrases("""
    all rights reserved, rights reserved, terms of service, terms of use, terms and conditions,
    privacy policy, privacy notice, cookie policy, user agreement, code of ethics,
    regulatory notice, editorial standards, registered trademark, subject to copyright,
    may not be published, may not be reproduced, may not be republished,
    no part may be reproduced, republication, without written permission, without permission,
    do not sell my, opinions expressed, informational purposes only,
    for educational and informational, does not constitute, protected by recaptcha
""")
"""Wording of copyright notices, terms and disclaimers."""

CORRECTION_OPENINGS = phrases("""
    correction, corrections, clarification, editor's note, editors' note,
    this article was amended, this article has been amended, this article was updated,
    this article has been updated, this article has been corrected, this story was amended,
    this story was updated, this story has been updated, this story has been corrected,
    an earlier version of, a previous version of, this is a developing story,
    this is a breaking news story, this story is developing, this story was originally published,
    this article was originally published
""")
"""How a newsroom opens a note about its own article."""

AGENCIES = phrases("""
    associated press, the associated press, ap, reuters, agence france-presse, afp, dpa,
    press trust of india, pti, ani, ians, associated press of pakistan, app, xinhua, tass,
    interfax, efe, ansa, kyodo, yonhap, anadolu agency, irna, bernama, antara,
    united press international, upi, bloomberg, bloomberg news, the canadian press,
    press association, pa media, pa, australian associated press, aap, europa press,
    news agencies, agencies, wire, wires
""")
"""News agencies whose name stands alone, or with a place, where a byline would stand."""

AGENCY_NAMES = phrases("""
    press service, news service, wire service, press agency, news agency, press association,
    newswire
""")
"""What is in the name of an agency that the list above does not know."""

PICTURE_SOURCES = phrases("""
    AP, AFP, EPA, EPA-EFE, EFE, PTI, ANI, Reuters, REUTERS, Xinhua, Anadolu, Bloomberg,
    Associated Press, Press Association, AP Photo, Getty Images, Getty, WireImage, FilmMagic,
    Imagn Images, USA TODAY Sports, Zuma, Shutterstock, Alamy, iStock, Adobe Stock, Unsplash,
    Pixabay, Pexels, Flickr, Wikimedia Commons, Handout, Supplied
""")
"""Agencies and libraries that pictures are credited to."""

CAPTION_SIGNS = (
    *("file photo", "file picture", "file image", "(file)", "this undated", "in this photo"),
    *("in this image", "in this file", "in this handout", "(left)", "(right)", "(l)", "(r)"),
    *(", left,", ", right,", ", center,", ", centre,", "from left", "left to right", "(top)"),
    *("clockwise from", "is pictured", "are pictured", "pictured here", "(pictured)", "seen here"),
    *("photo shows", "image shows", "photo taken", "picture taken", "screenshot"),
)
"""What a line says when it stands under a picture."""

SCENE_VERBS = frozenset(
    phrases("""
        stand, stands, walk, walks, sit, sits, look, looks, speak, speaks, pose, poses, hold,
        holds, wave, waves, arrive, arrives, attend, attends, wait, waits, carry, carries, gather,
        gathers, listen, listens, react, reacts, watch, watches, drive, drives, ride, rides, leave,
        leaves, chant, chants, marches, pass, passes, work, works, gesture, gestures,
        celebrate, celebrates, display, displays, eat, eats, line, lines, inspect, inspects,
        patrol, patrols, shake, shakes, talk, talks, address, addresses, perform, performs, push,
        pushes
    """)
)
"""Verbs in the present tense by which a caption tells what a picture shows."""

FUNCTION_WORDS = frozenset(
    phrases("""
        the, of, to, and, a, an, in, that, for, was, is, were, are, on, with, as, it, by, at, from,
        he, she, they, his, her, their, its, be, been, has, have, had, not, but, who, which, this,
        would, will, could, said, after, when, or, we, i, you, if, there, than, more, about, into,
        over, also, out, up, what, no, all, can, so, because, one, do, did, i'm, it's
    """)
)
"""The small words that hold English sentences together; menus and lists have few."""

AUTHOR_HEADINGS = frozenset(
    phrases("about the author, about the authors, about the writer, notes to editors, author bio")
)
"""Headings above a line on who wrote the article."""

JOBS = phrases("staff writer, staff reporter, correspondent, contributor, editor, reporter")
"""What stands behind a name that has no "By" in front."""

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
CREDIT_FORMS = (PHOTO_BY, SOURCE_IN_BRACKETS, SOURCE_AT_END, NAME_IN_BRACKETS, NAME_SLASH_SOURCE)


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


def correction(line: Line) -> Finding | None:
    """Find a line in which the newsroom speaks about its own article."""
    if SELF_REFERENCE.search(line.bare[:300]) and line.words[0] in ("update", "updated", "note"):
        return "correction", f"a note on the article itself: opens with {line.words[0]!r}"
    opening = starts_with(line, CORRECTION_OPENINGS)
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


def credit_or_caption(line: Line) -> Finding | None:
    """Find a photo credit. Alone it is a credit; a sentence before it makes a caption."""
    credit = photo_credit(line.text)
    bracketed = line.text[:1] == "[" and (":" in line.text or "/" in line.text)
    if len(line.words) <= 12 and not line.ends and (bracketed or line.text.startswith("Source:")):
        credit = line.text
    if credit is None:
        return None
    if len(line.text) - len(credit) < 12:
        return "credit", f"nothing but a photo credit: {credit!r}"
    # An agency closes its last paragraph with its name: that is no caption.
    if credit.strip("()[] ") in PICTURE_SOURCES:
        told_to = line.words[-2] in ("told", "to", "by", "from", "with", "the")
        if "said" in line.words or told_to or len(line.words) > 40:
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
    call_to_action,
    caption_words,
    author_note,
)
"""The rules in the order in which they are tried."""

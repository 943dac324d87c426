"""One line of a page, with what the rules ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from copydesk.language.tokens import BE, DETERMINERS, HAVE, PREPOSITIONS, PRONOUNS, STOPS

READ_AT_MOST = 2_000
"""Characters of a line that the rules look at; a longer line is a whole article in one piece."""

LABEL = 8
"""Words up to which a line without a full stop is a label; a sentence with fewer is a short one."""
SHORT = 16
"""Words up to which a line is one short sentence, such as a request or a title."""
PARAGRAPH = 40
"""Words from which a line is a paragraph, of which one phrase tells little."""
SPEAKS = 0.15
"""Share of small words from which a line speaks, as sentences do and lists of names do not."""

SMALL_WORDS = DETERMINERS | PREPOSITIONS | PRONOUNS | BE | HAVE | STOPS
"""The small words that hold English sentences together; menus and lists have few."""

QUOTE_MARKS = ("“", '"', "‘")
CLOSING_MARKS = "\"'”’)]»›*"
SENTENCE_ENDS = (".", "!", "?", "…", "。", "？", "！", "؟", "।")
BULLETS = "*+•·▪►‣–—-|>›»#"
WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
ITEM = re.compile(r"\d{1,2}[.)] |[A-Z][\w /&-]{0,30}: ")
FACT_LABEL = re.compile(r"[^\W\d_][^:]{0,40}: ")
SUFFIX = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")
NUMBER_MARK = re.compile(r"\d{1,2}[.)] ")


@dataclass(frozen=True)
class Line:
    """One line, measured.

    Attributes
    ----------
    number : int
        From 1.
    text : str
        At most `READ_AT_MOST` characters, without white space around them.
    bare : str
        The text without a bullet in front.
    low : str
        The bare text in lower case, with straight apostrophes and no bracket in front.
    words : tuple of str
        The words, in lower case.
    key : str
        The words joined by spaces: two lines with one key say the same.
    bullet : bool
        Whether a bullet stood in front.
    ends : bool
        Whether it ends like a sentence.
    small : float
        The share of small words such as "the" and "of", 0 to 1.
    length : int
        Characters of the whole line.
    """

    number: int
    text: str
    bare: str
    low: str
    words: tuple[str, ...]
    key: str
    bullet: bool
    ends: bool
    small: float
    length: int

    def __str__(self) -> str:
        """Return the bare text: what the pattern of a rule is searched in."""
        return self.bare

    @cached_property
    def title(self) -> str:
        """The words as in `key`, without a section or site name at its end."""
        title, suffix = split_headline(self.text)
        return read_line(self.number, title).key if suffix else self.key

    @property
    def is_label(self) -> bool:
        """Whether it is short and does not end like a sentence."""
        return len(self.words) <= LABEL and not self.ends

    @property
    def quotes(self) -> bool:
        """Whether it opens with a quotation mark: somebody speaks, and not the page."""
        return self.bare.startswith(QUOTE_MARKS)

    @property
    def is_item(self) -> bool:
        """Whether it looks like an item of a list: a bullet, a number, or a label with a colon."""
        return self.bullet or ITEM.match(self.bare) is not None

    @property
    def is_listed(self) -> bool:
        """Whether a bullet or a number stands in front."""
        return self.bullet or NUMBER_MARK.match(self.bare) is not None

    @property
    def states_fact(self) -> bool:
        """Whether it gives a figure, or a label with a colon, as an item of data does."""
        told = NUMBER_MARK.sub("", self.bare, count=1)
        return any(map(str.isdigit, told)) or FACT_LABEL.match(told) is not None

    @property
    def speaks(self) -> bool:
        """Whether it reads like a sentence, with or without a full stop."""
        return len(self.words) >= LABEL and self.small >= SPEAKS and not self.bullet

    @property
    def leads_in(self) -> bool:
        """Whether it ends with a colon and speaks, as the line above a list does."""
        return self.text.endswith(":") and len(self.words) >= 4 and self.small > 0

    @property
    def is_prose(self) -> bool:
        """Whether this reads like running text, the kind that an article is made of."""
        count = len(self.words)
        return (self.ends and count >= LABEL and self.small > 0) or (
            count >= 25 and self.small >= SPEAKS
        )


def ends_sentence(tail: str) -> bool:
    """Say whether the end of a line closes a sentence, also before an agency in brackets.

    Examples
    --------
    >>> ends_sentence("she said.”"), ends_sentence("he said. (AFP)"), ends_sentence("Most read")
    (True, True, False)
    """
    if tail.endswith((")", "]")):
        before = tail[: max(tail.rfind(" ("), tail.rfind(" [")) + 1]
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
    low = bare.lower().replace("’", "'").lstrip("([ ")
    words = tuple(WORD.findall(low))
    return Line(
        number,
        head,
        bare,
        low,
        words,
        " ".join(words),
        bullet=head[:1] in tuple(BULLETS) and len(bare) < len(head),
        ends=ends_sentence(stripped[-50:]),
        small=sum(map(SMALL_WORDS.__contains__, words)) / max(1, len(words)),
        length=len(stripped),
    )


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

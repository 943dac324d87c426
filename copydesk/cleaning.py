"""Which lines are journalism: a role and a reason for every line of a scraped page.

`label_lines` works on plain lines from any English news site. First the rules of
`copydesk.line_rules` look at each line alone. Then the page is read as a whole: the main run of
text is found, and what a line is follows from where it stands. `clean` puts the kept lines
together, names the headline and the byline, and lists everything that was left out.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.article import Article
from copydesk.language.sentences import split_sentences
from copydesk.line_rules import BY, photo_credit, read_line
from copydesk.line_words import DATE_WORDS
from copydesk.page_rules import Page, split_headline

KEPT_ROLES = frozenset({"headline", "standfirst", "subheading", "body"})
"""The roles that a clean article is made of. A line with any other role is dropped."""

NEARLY_THE_SAME = 0.75
"""Share of words that two lines must have in common, in order, to be reported as a pair."""


@dataclass(frozen=True)
class LabelledLine:
    """One line of a page, with what it is and why.

    Attributes
    ----------
    number : int
        From 1, in the order of the page.
    text : str
        The line as it came.
    role : str
        What the line is: "body", "caption", "byline", "call to action" and so on.
    kept : bool
        Whether it belongs to the clean article.
    reason : str
        The rule that fired and its evidence, in plain words.
    """

    number: int
    text: str
    role: str
    kept: bool
    reason: str


@dataclass(frozen=True)
class Dropped:
    """A line, or a part of a line, that the clean article leaves out.

    Attributes
    ----------
    number : int
        The line it stands in, from 1.
    text : str
        The line or the part, as it came.
    role, reason : str
        As in `LabelledLine`.
    """

    number: int
    text: str
    role: str
    reason: str


@dataclass(frozen=True)
class NearDuplicate:
    """Two kept lines, or a quotation in each, that say nearly the same. Both stay.

    Attributes
    ----------
    first, second : int
        Line numbers, the earlier one first.
    first_text, second_text : str
        What was compared: the line, or the quotation in it.
    similarity : float
        Share of words in common and in the same order, 0 to 1.
    differing : tuple of (str, str)
        The words that differ, side by side; an empty string where one text has no word.
    because : str
        What the difference is, in plain words.
    """

    first: int
    second: int
    first_text: str
    second_text: str
    similarity: float
    differing: tuple[tuple[str, str], ...]
    because: str


@dataclass(frozen=True)
class CleanArticle:
    """An article without the page around it.

    Attributes
    ----------
    headline : str or None
        Without a section or site name at its end.
    byline : str or None
        The person or the agency that the page names.
    paragraphs : tuple of str
        Standfirst, body and subheadings, in order.
    dropped : tuple of Dropped
        Every line that is not kept, and the parts of lines that were cut.
    near_duplicates : tuple of NearDuplicate
        Kept lines that say nearly the same, for a person to look at.
    lines : tuple of LabelledLine
        Every line of the page.
    """

    headline: str | None
    byline: str | None
    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    near_duplicates: tuple[NearDuplicate, ...]
    lines: tuple[LabelledLine, ...]

    @property
    def text(self) -> str:
        """The paragraphs, one a line. Later steps give offsets into this text."""
        return "\n".join(self.paragraphs)


def label_lines(lines: list[str]) -> list[LabelledLine]:
    """Say for every line of a page what it is, whether it is kept, and why.

    Parameters
    ----------
    lines : list of str
        The lines of a page, blank lines included, in order.

    Returns
    -------
    list of LabelledLine
        One a line, numbered from 1.

    Examples
    --------
    >>> page = ["Search", "Bridge opens after long delay", "By Ana Example",
    ...         "The bridge opened on Monday after two years of work on the river bank."]
    >>> [(line.role, line.kept) for line in label_lines(page)]
    [('interface', False), ('headline', True), ('byline', False), ('body', True)]
    """
    page = Page([line for line in map(read_line, range(1, len(lines) + 1), lines) if line.text])
    found = {
        line.number: finding for line, finding in zip(page.lines, page.findings(), strict=True)
    }
    labelled = []
    for number, text in enumerate(lines, 1):
        role, reason = found.get(number, ("blank", "nothing but white space"))
        labelled.append(LabelledLine(number, text, role, role in KEPT_ROLES, reason))
    return labelled


def five_word_rule(line: str) -> bool:
    """Keep a line of at least five words that ends like a sentence: a rule to compare with.

    Parameters
    ----------
    line : str
        One line of a page.

    Returns
    -------
    bool
        True when the line has five words or more and its last character, closing quotation marks
        and brackets aside, is a full stop, an exclamation mark or a question mark.

    Examples
    --------
    >>> five_word_rule("“The talks ended without result,” she said.")
    True
    >>> five_word_rule("He declined.")
    False
    """
    ends = line.rstrip().rstrip("\"'”’)]").endswith((".", "!", "?"))
    return ends and len(line.split()) >= 5


def clean(article: Article) -> CleanArticle:
    r"""Take the page away from around an article, and account for every line.

    Parameters
    ----------
    article : Article
        What `copydesk.article.read_article` returns. For a web page, a line is kept when both
        the rules here and the extractor of the page keep it.

    Returns
    -------
    CleanArticle

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> story = clean(read_article("Bridge opens after long delay | World news\n\n"
    ...     "The bridge opened on Monday after two years of work on the river bank."))
    >>> story.headline
    'Bridge opens after long delay'
    >>> [(part.number, part.role) for part in story.dropped]
    [(1, 'headline suffix'), (2, 'blank')]
    """
    lines = _agree_with_extractor(label_lines(list(article.lines)), article.body_lines)
    body = [line for line in lines if line.kept and line.role != "headline"]
    at: dict[str, int] = {}
    if any(line.role == "caption" for line in lines):
        at = {key: line.number for line in reversed(body) for key in _sentence_keys(line.text)}
    headline: str | None = None
    dropped: list[Dropped] = []
    for line in lines:
        if line.role == "headline":
            headline, suffix = split_headline(line.text)
            if suffix:
                why = f"a section or site name behind the headline: {suffix!r}"
                dropped.append(Dropped(line.number, suffix, "headline suffix", why))
        elif not line.kept:
            dropped.append(Dropped(line.number, line.text, line.role, line.reason))
            if line.role == "caption":
                dropped += _caption_parts(line, at)
    return CleanArticle(
        headline,
        _byline(lines),
        tuple(line.text.strip() for line in body),
        tuple(dropped),
        tuple(near_duplicates(body)),
        tuple(lines),
    )


def _agree_with_extractor(
    lines: list[LabelledLine], body_lines: frozenset[int] | None
) -> list[LabelledLine]:
    if not body_lines:
        return lines
    why = "the rules keep it ({}), but the extractor of the web page leaves it outside the body"
    return [
        replace(line, role="related link", kept=False, reason=why.format(line.role))
        if line.kept and line.role != "headline" and line.number not in body_lines
        else line
        for line in lines
    ]


def _sentence_keys(text: str) -> list[str]:
    """Return the words of each sentence, as one string a sentence."""
    keys = [read_line(0, sentence.text).key for sentence in split_sentences(text)]
    return [key for key in keys if key]


def _caption_parts(line: LabelledLine, at: dict[str, int]) -> Iterator[Dropped]:
    """Give the photo credit of a caption, and its sentences that stand in the body too."""
    credit = photo_credit(line.text.strip())
    told = line.text[: line.text.rfind(credit)] if credit else line.text
    for sentence in split_sentences(told):
        home = at.get(read_line(0, sentence.text).key)
        if home is not None:
            why = f"the same sentence stands in the body at line {home} and is kept there"
            yield Dropped(line.number, sentence.text, "repeat", why)
    if credit:
        yield Dropped(line.number, credit, "credit", f"a photo credit: {credit!r}")


def _byline(lines: list[LabelledLine]) -> str | None:
    """Return the first person that the page names as its author, or else the agency.

    Some pages print the name and the date in one line, "Ana Example | 2 January 2024".
    """
    for role in ("byline", "dateline", "agency"):
        for line in lines:
            if line.role != role:
                continue
            name = BY.sub("", line.text.strip().lstrip("*+• "), count=1)
            name = name.removesuffix(" Follow").strip()
            if role == "dateline":
                name, bar, _ = name.partition(" | ")
                capitals = [word for word in name.split() if word.istitle() and word.isalpha()]
                named = bar and 2 <= len(capitals) == len(name.split()) <= 4
                name = name if named and not DATE_WORDS.intersection(name.lower().split()) else ""
            if name:
                return name
    return None


TENSES = (
    {"am", "is", "are", "was", "were", "be", "been", "being"},
    {"has", "have", "had", "having"},
    {"do", "does", "did", "done", "doing"},
    {"say", "says", "said", "saying"},
    {"go", "goes", "went", "gone", "going"},
    {"will", "would"},
    {"can", "could"},
    {"may", "might"},
    {"shall", "should"},
    {"make", "makes", "made", "making"},
    {"take", "takes", "took", "taken", "taking"},
    {"give", "gives", "gave", "given", "giving"},
    {"come", "comes", "came", "coming"},
    {"get", "gets", "got", "gotten", "getting"},
    {"see", "sees", "saw", "seen", "seeing"},
    {"know", "knows", "knew", "known", "knowing"},
    {"think", "thinks", "thought", "thinking"},
    {"tell", "tells", "told", "telling"},
    {"find", "finds", "found", "finding"},
    {"keep", "keeps", "kept", "keeping"},
    {"leave", "leaves", "left", "leaving"},
    {"hold", "holds", "held", "holding"},
    {"stand", "stands", "stood", "standing"},
    {"fight", "fights", "fought", "fighting"},
    {"begin", "begins", "began", "begun", "beginning"},
    {"speak", "speaks", "spoke", "spoken", "speaking"},
    {"mean", "means", "meant", "meaning"},
    {"lead", "leads", "led", "leading"},
    {"feel", "feels", "felt", "feeling"},
    {"lose", "loses", "lost", "losing"},
    {"bring", "brings", "brought", "bringing"},
    {"become", "becomes", "became", "becoming"},
    {"isn't", "aren't", "wasn't", "weren't"},
    {"hasn't", "haven't", "hadn't"},
    {"doesn't", "don't", "didn't"},
)
"""Common verbs whose tenses are not made with "-ed"; the forms of one verb in a set."""

VERB_ENDINGS = ("ing", "ed", "es", "s", "d", "e")
QUOTATION = re.compile(r"[“\"]([^“”\"]{20,2000})[”\"]")
COMPARE_AT_MOST = 300
"""Words of a line that are compared with another line."""
SHARED_BY_AT_MOST = 4
"""A run of words that more lines share is a set phrase and points to no pair."""


def same_verb(first: str, second: str) -> bool:
    """Say whether two words are forms of one verb, such as "hoped" and "hopes".

    Examples
    --------
    >>> same_verb("hoped", "hopes"), same_verb("was", "is"), same_verb("border", "order")
    (True, True, False)
    """
    if any(first in forms and second in forms for forms in TENSES):
        return True
    stems = []
    for word in (first, second):
        if word.endswith(("ied", "ies")):
            word = word[:-3] + "y"
        ending = next((e for e in VERB_ENDINGS if word.endswith(e)), "")
        stem = word[: len(word) - len(ending)]
        doubled = len(stem) > 3 and stem[-1] == stem[-2]
        stems.append(stem[:-1] if doubled else stem)
    return first != second and stems[0] == stems[1] and len(stems[0]) >= 3


def near_duplicates(lines: Sequence[LabelledLine]) -> list[NearDuplicate]:
    """Find the lines, or quotations in lines, that say nearly the same.

    Only lines that share runs of three words are compared, so that a long page costs little.

    Parameters
    ----------
    lines : sequence of LabelledLine
        The kept lines.

    Returns
    -------
    list of NearDuplicate
        At most one for two lines, in the order of the page.
    """
    pieces: list[tuple[int, str, tuple[str, ...]]] = []
    index: dict[tuple[str, ...], list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for line in lines:
        for text in (line.text.strip(), *QUOTATION.findall(line.text[:20_000])):
            words = read_line(line.number, text).words[:COMPARE_AT_MOST]
            if len(words) < 6:
                continue
            for run in dict.fromkeys(zip(words, words[1:], words[2:], strict=False)):
                holders = index.setdefault(run, [])
                if len(holders) < SHARED_BY_AT_MOST:
                    for holder in holders:
                        shared[holder, len(pieces)] += 1
                    holders.append(len(pieces))
            pieces.append((line.number, text, words))
    best: dict[tuple[int, int], NearDuplicate] = {}
    for (one, two), runs in shared.items():
        (first, first_text, a), (second, second_text, b) = pieces[one], pieces[two]
        if first == second or 4 * runs < min(len(a), len(b)):
            continue
        matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
        if matcher.quick_ratio() < NEARLY_THE_SAME or matcher.ratio() < NEARLY_THE_SAME:
            continue
        differing = tuple(
            (" ".join(a[i:j]), " ".join(b[k:m]))
            for tag, i, j, k, m in matcher.get_opcodes()
            if tag != "equal"
        )
        found = NearDuplicate(
            first,
            second,
            first_text,
            second_text,
            round(matcher.ratio(), 3),
            differing,
            _why_alike(differing, matcher.ratio()),
        )
        known = best.get((first, second))
        if known is None or found.similarity > known.similarity:
            best[first, second] = found
    return [best[pair] for pair in sorted(best)]


def _why_alike(differing: tuple[tuple[str, str], ...], similarity: float) -> str:
    """Put the difference between two texts into plain words."""
    if not differing:
        return "one text printed twice, word for word"
    listed = ", ".join(f"{one or 'nothing'}/{two or 'nothing'}" for one, two in differing[:5])
    if all(same_verb(one, two) for one, two in differing):
        return f"one remark printed in two tenses: {listed}"
    figures = [pair for pair in differing if any(c.isdigit() for text in pair for c in text)]
    if figures:
        return f"nearly the same words with different figures: {listed}"
    return f"{similarity:.0%} of the words are the same and in the same order; differing: {listed}"

"""Say what a figure measures: by the noun it counts, or by the word near it that says it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from copydesk.claims.nouns import (
    CASUALTIES,
    DESCRIBES_A_NOUN,
    EVENT_WORDS,
    EVENTS,
    FATE_WORDS,
    UNIT_OF,
    kind_of,
    looks_plural,
)
from copydesk.claims.sources import Cue
from copydesk.language.number_words import kinds_of_units
from copydesk.language.numbers import Number

_LETTERS = re.compile(r"[A-Za-z]+")
_TOPIC_OF = EVENT_WORDS | {"population": "population", "vote": "votes", "votes": "votes"}
_DIRECT_AFTER = re.compile(
    r"(?:[ ](?:have|has|had|were|was|are|is|been|being|reportedly|also|others?|left|more|still"
    r"|feared|confirmed|believed|lost|their))*[ ]$",
    re.IGNORECASE,
)
_DIRECT_BEFORE = re.compile(
    r"(?:[ ](?:at|least|most|more|than|nearly|almost|about|around|some|over|up|to|as|many|another"
    r"|an|estimated|the|also|roughly|approximately|of|all|close|only|and))*[ ]$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"[ ](?:and|or|plus)[ ](?:[a-z-]+[ ])?")
_JOINED = re.compile(r"(?:[ ](?:and|or|and/or)[ ]|/)(?:were[ ]|otherwise[ ])?")
_MAGNITUDE = re.compile(r"\bmagnitude\b", re.IGNORECASE)
_FAR = 160
"""Characters beyond which a word no longer says what a bare number counts."""
_NOUN_BEFORE = re.compile(
    r"(?:\b(?P<described>[^\W\d_][\w’'-]{0,30})[ ])?"
    r"\b(?P<noun>[^\W\d_][\w’'-]{0,30})[ ]?[,:(–—-][ ]?$"
)
CHANGE = (
    r"(?:(?<!made[ ])(?<!make[ ])(?<!makes[ ])up|down|r[io]se|risen|rising|f[ae]ll|fallen"
    r"|falling|increas\w+|decreas\w+|declin\w+"
    r"|drop\w*|dip\w*|surg\w+|jump\w*|reduc\w+|gr[eo]w\w*|climb\w*|plung\w+|soar\w*|spik\w+"
    r"|shr[aiu]nk\w*|slip\w*|lower|higher|chang\w+|slump\w*|tumbl\w+)"
)
"""Words of change, up or down; what is "made up of" parts has not changed."""
_CHANGE_BEFORE = re.compile(
    rf"\b{CHANGE}(?:[ ](?!(?:than|while|and|but)\b)[\w-]+){{0,7}}[ ]$"
    r"|\bby(?:[ ][\w-]+){0,3}[ ]$"
    # "attacks rose 40 percent and deaths 20 percent": the verb is said once
    rf"|\b{CHANGE}[ ](?:by[ ])?[\d.]+(?:[ ]?%|pc|[ ]per[ ]?cent),?[ ]and[ ]\w+"
    r"(?:[ ]by)?[ ]$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"[ -](?:(?:increase|rise|drop|decline|decrease|fall|surge|reduction|jump|growth|dip|spike"
    r"|cut)\b|(?:more|fewer|less|higher|lower|up|down)\b)",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    rf"\b{CHANGE}(?:[ ]\w+)?[ ](?:by|of)[ ](?:(?:at least|about|nearly|some|over|a)[ ])?$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"[ ](?:more|fewer)[ ][a-z][^,;.]*[ ]than[ ](?:in|for|during)[ ]")
_LOST = re.compile(r"\blost[ ](?:[a-z]+[ ]){0,3}$")
_TO_VIOLENCE = re.compile(
    r"[ ]to[ ](?:[a-z-]+[ ]){0,2}(?:violence|attacks|terrorism|war|conflict|fighting)\b"
)
_OF_THE = re.compile(r"Of[ ](?:the|all|those)\b")
_REACHED = re.compile(
    r"(?<!comes)(?<!came)(?<!amounts)(?<!amounted)(?<!close)[ ]to[ ]$|[ ]from[ ]$"
)
_SHARE_AFTER = re.compile(r"[ ](?:share|of)\b", re.IGNORECASE)


@dataclass(frozen=True)
class CountWords:
    """The words of a sentence that can say what a bare figure counts.

    Attributes
    ----------
    text : str
        The sentence.
    fates : tuple of Cue
        Words of `FATE_WORDS`, in order; the value is the measure.
    topics : tuple of Cue
        Words of `EVENT_WORDS`, and population and votes, in order.
    """

    text: str
    fates: tuple[Cue, ...]
    topics: tuple[Cue, ...]


def find_count_words(sentence: str) -> CountWords:
    """Find the words that can say what a figure counts, once for all the figures of a sentence."""
    words = [
        (match.start(), match.end(), match[0].lower()) for match in _LETTERS.finditer(sentence)
    ]

    def known(meaning: dict[str, str]) -> tuple[Cue, ...]:
        return tuple(Cue(low, high, meaning[w]) for low, high, w in words if w in meaning)

    return CountWords(sentence, known(FATE_WORDS), known(_TOPIC_OF))


def measure_of(
    number: Number, words: list[str], end: int, near: CountWords
) -> tuple[str, str, str]:
    """Return what is measured, in which unit, and the cue for it.

    ``words`` and ``end`` are from ``counted_words``, ``near`` from ``find_count_words``. The
    measure is empty when the sentence does not say what is counted.
    """
    if number.unit and not number.unit.startswith("percent"):
        kind = kinds_of_units()[number.unit]
        printed = f'a sum of money: "{number.text}"'
        return kind, number.unit, printed if kind == "money" else f'measured in "{number.unit}"'
    found = _by_its_noun(number, words, end, near) if words else None
    if not found and _MAGNITUDE.search(near.text, max(0, number.start - 16), number.end + 11):
        found = "magnitude", "magnitude", 'the word "magnitude" stands beside it'
    noun = " ".join(words)
    if not found:
        found = (noun, noun, f'counts "{noun}"') if words else _by_words_near(number, end, near)
    measure, unit, why = found
    return measure, number.unit or unit, why


def _by_its_noun(
    number: Number, words: list[str], end: int, near: CountWords
) -> tuple[str, str, str] | None:
    """Read a noun for events, for people or for what befell them, or a unit."""
    head, counts = words[-1], f'counts "{" ".join(words)}"'
    kind = kind_of(head)
    if kind == "events":
        events = {EVENT_WORDS[word] for word in words if word in EVENT_WORDS}
        return events.pop() if len(events) == 1 else "incidents", "incidents", counts
    if kind == "fates":
        both = {FATE_WORDS[word] for word in words if word in FATE_WORDS} >= CASUALTIES
        return (
            ("casualties", "people", f"{counts} together")
            if both
            else (FATE_WORDS[head], "people", counts)
        )
    if kind == "people" or head in {"forces", "enforcement"}:
        fate = _fate(number, end, near) or _fate_of_the_whole(number, near)
        lost = _LOST.search(near.text, 0, number.start) and _TO_VIOLENCE.match(near.text, end)
        if fate is None and lost:
            return "fatalities", "people", f"{counts}, who were lost to violence"
        if fate is None:
            return " ".join(words), "people", counts
        cue = near.text[fate.start : fate.end]
        if _both_fates(fate, near):
            return "casualties", "people", f'the killed and the hurt together ("{cue}")'
        return fate.value, "people", f'{counts}, who are "{cue}"'
    if head in UNIT_OF and not number.unit:
        return UNIT_OF[head], head, f'measured in "{head}"'
    return None


def _by_words_near(number: Number, end: int, near: CountWords) -> tuple[str, str, str]:
    """Read a figure without a noun by the word beside it, or by the one that stands nearest."""
    topic = _stated_fate(number, end, near) or _topic(number, near)
    if topic:
        topic = _with_its_pair(topic, near)
        unit = "people" if topic.value not in EVENTS else "incidents"
        word = near.text[topic.start : topic.end]
        return topic.value, unit, f'no noun follows; "{word}" stands nearest'
    noun = _noun_before(near.text, number.start) if number.unit else ""
    if noun:
        return noun, "", f'no noun follows; "{noun}" stands before it'
    return "", "", "the sentence does not say what is counted"


def is_difference(number: Number, text: str) -> bool:
    """Say whether a plain count is a difference: "declined by 600", "210 more than in 2022".

    Examples
    --------
    >>> from copydesk.language.numbers import find_numbers
    >>> text = "Deaths fell by 79, and 600 people died."
    >>> [is_difference(number, text) for number in find_numbers(text)]
    [True, False]
    """
    before = text[max(0, number.start - 40) : number.start]
    return bool(_MOVED_BY.search(before) or _MORE_THAN.match(text, number.end))


def kind_of_share(number: Number, text: str) -> str:
    """Say whether a percentage is a "change" or a "share" of something.

    Examples
    --------
    >>> from copydesk.language.numbers import find_numbers
    >>> text = "Deaths rose by 56 per cent, and 36 per cent of the dead were outlaws."
    >>> [kind_of_share(number, text) for number in find_numbers(text)]
    ['change', 'share']
    """
    if number.unit == "percentage points" or _CHANGE_AFTER.match(text, number.end):
        return "change"
    reached = _REACHED.search(text, 0, number.start)
    if _SHARE_AFTER.match(text, number.end) or reached:
        return "share"  # "rose from 11 to 17 per cent": a level that was left, or reached
    before = text[max(0, number.start - 60) : number.start]
    return "change" if _CHANGE_BEFORE.search(before) else "share"


def _stated_fate(number: Number, end: int, near: CountWords) -> Cue | None:
    """Find the verb that stands beside the figure: "12 were wounded", "killed at least 26"."""
    text = near.text
    before, after = _neighbours(near.fates, number.start, end)
    if after and _DIRECT_AFTER.fullmatch(text, end, after.start):
        return after
    stated = before and _DIRECT_BEFORE.fullmatch(text, before.end, number.start)
    return before if stated else None


def _fate(number: Number, end: int, near: CountWords) -> Cue | None:
    """Find the verb that says what happened to the counted people: beside them, or near by."""
    before, after = _neighbours(near.fates, number.start, end)
    gaps = [(after, end, after.start)] if after else []
    gaps += [(before, before.end, number.start)] if before else []
    near_by = (
        cue
        for cue, low, high in gaps
        if high - low <= 80 and not re.search(r"\d|;", near.text[low:high])
    )
    return _stated_fate(number, end, near) or next(near_by, None)


def _fate_of_the_whole(number: Number, near: CountWords) -> Cue | None:
    """Find what befell the whole that a part is of: "Of the 693 killed, 260 were civilians"."""
    part = _OF_THE.match(near.text) and near.text.startswith((" were ", " are "), number.end)
    fates = {cue.value for cue in near.fates}
    return near.fates[0] if part and len(fates) == 1 else None


def _both_fates(fate: Cue, near: CountWords) -> bool:
    """Say whether "killed" and "injured" stand together, so that the figure counts both."""
    after = _neighbours(near.fates, fate.start, fate.end)[1]
    if after is None or {fate.value, after.value} != CASUALTIES:
        return False
    return _JOINED.fullmatch(near.text, fate.end, after.start) is not None


def _neighbours(cues: tuple[Cue, ...], start: int, end: int) -> tuple[Cue | None, Cue | None]:
    """Return the last cue that ends before ``start`` and the first that begins after ``end``."""
    left = bisect_right(cues, start, key=lambda cue: cue.end) - 1
    right = bisect_left(cues, end, key=lambda cue: cue.start)
    return cues[left] if left >= 0 else None, cues[right] if right < len(cues) else None


def _topic(number: Number, near: CountWords) -> Cue | None:
    """Find the nearest thing that can be counted: first before a figure, then after it."""
    if number.unit.startswith("percent"):
        # "deaths were up 67 percent, and incidents were up 48": the word of its own clause.
        clause = max(near.text.rfind(mark, 0, number.start) for mark in (", ", "; ", ": "))
        for cues in (near.fates, near.topics):
            before, _ = _neighbours(cues, number.start, number.end)
            if before and before.start > clause:
                return before
    # "The death toll of the strikes rose to 19": deaths are counted, although strikes stand nearer.
    for cues in (near.fates, near.topics):
        before, after = _neighbours(cues, number.start, number.end)
        if before and number.start - before.end < _FAR:
            return before
        if after and after.start - number.end < _FAR:
            return after
    return None


def _with_its_pair(topic: Cue, near: CountWords) -> Cue:
    """Return "attacks and operations" as one count, for "the number of attacks and operations"."""
    for first, second in pairwise(near.topics if topic.value in EVENTS else near.fates):
        if topic not in (first, second) or first.value == second.value:
            continue
        both_fates = {first.value, second.value} == CASUALTIES
        joined = _PAIR.fullmatch(near.text, first.end, second.start)
        if joined and (both_fates or topic.value in EVENTS):
            return Cue(first.start, second.end, "casualties" if both_fates else "incidents")
    return topic


def _noun_before(text: str, start: int) -> str:
    """Find the noun of a list item that puts its share last: "civilians, 31pc"."""
    match = _NOUN_BEFORE.search(text, max(0, start - 80), start)
    if match is None:
        return ""
    noun, described = match["noun"].lower(), (match["described"] or "").lower()
    if not (kind_of(noun) or looks_plural(noun)):
        return ""
    return f"{described} {noun}" if described in DESCRIBES_A_NOUN else noun

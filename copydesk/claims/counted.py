"""Read what a figure counts: the noun after it, or the word near it that says what happened."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from copydesk.claims.sources import Cue
from copydesk.corpus import load_table
from copydesk.language.number_words import kinds_of_units, values
from copydesk.language.numbers import Number
from copydesk.language.tokens import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, PRONOUNS, STOPS


def _measures(counts: str) -> dict[str, str]:
    """Return the measure of each word of ``lexicons/measures.csv`` that counts people or events."""
    table = load_table("lexicon_measures")
    rows = table[table["counts"] == counts]
    return dict(zip(rows["word"], rows["measure"], strict=True))


FATE_WORDS = _measures("people")
"""Words for what happened to the people that a figure counts, each with its measure."""

EVENT_WORDS = _measures("events")
"""Words for things that happen and are counted one by one, each with its measure."""

FATES, EVENTS = (tuple(dict.fromkeys(words.values())) for words in (FATE_WORDS, EVENT_WORDS))
"""The measures of each: "fatalities", "injuries" ...; "attacks", "operations", "incidents"."""

PEOPLE = (
    "people person persons civilian civilians soldier soldiers officer officers policeman "
    "policemen policewomen police personnel troops troop man men woman women child children "
    "boy boys girl girls student students worker workers militant militants terrorist terrorists "
    "insurgent insurgents outlaw outlaws attacker attackers gunman gunmen fighter fighters "
    "victim victims tourist tourists passenger passengers member members others journalist "
    "journalists villager villagers prisoner prisoners detainee detainees protester protesters "
    "resident residents employee employees patient patients defendant defendants suspect suspects "
    "guard guards aide aides agent agents lawmaker lawmakers citizen citizens migrant migrants "
    "voter voters doctor doctors nurse nurses teacher teachers commander commanders pilgrim "
    "pilgrims colleague colleagues rescuer rescuers survivor survivors driver drivers pilot "
    "pilots crew"
)
"""Words for people. A figure before one of them counts people."""

_UNIT_OF = {word: kind for word, kind in kinds_of_units().items() if kind not in {"money", "share"}}
_PERSON = frozenset(PEOPLE.split())
_MORE_SMALL_WORDS = """
ago along amid and around down here included including off onto out per said says there through
told up via within
"""
_ENDS_A_NOUN = frozenset(
    {*BE, *HAVE, *MODALS, *DETERMINERS, *PREPOSITIONS, *PRONOUNS, *STOPS, *values("number")}
    | {*_MORE_SMALL_WORDS.split()}
)
_NOUNS = {*_PERSON, *EVENT_WORDS, *FATE_WORDS, *_UNIT_OF}
_DESCRIBES_A_NOUN = {"police", "child", "security"} | {
    word for word in _NOUNS if f"{word}s" in _NOUNS and word != "person"
}
"""What can stand before the noun that is counted: "terrorist attacks", "army officers"."""
_DEMONYM = re.compile(r"[^\W\d_a-z][\w-]*(?:ans|[a-z]is|ese|ish|[a-z]ns)$")
_FATES_AS_NOUNS = frozenset(
    {"killed", "dead", "injured", "wounded", "missing", "arrested", "detained", "hurt"}
)
_WORD = re.compile(r"[ ]([^\W\d_][\w’'./-]*)")
_INITIALS = re.compile(r"[A-Z]{2,}s")  # "12 MPs"
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
_CASUALTIES = frozenset({"fatalities", "injuries"})
_PAIR = re.compile(r"[ ](?:and|or|plus)[ ](?:(?:the|of)[ ])?(?:[a-z-]+[ ])?")
_JOINED = re.compile(r"(?:[ ](?:and|or|and/or)[ ]|/)(?:were[ ]|otherwise[ ])?")
_MAGNITUDE = re.compile(r"\bmagnitude\b", re.IGNORECASE)
_FAR = 160
"""Characters beyond which a word no longer says what a bare number counts."""
_NOUN_BEFORE = re.compile(
    r"(?:\b(?P<described>[^\W\d_][\w’'-]{0,30})[ ])?"
    r"\b(?P<noun>[^\W\d_][\w’'-]{0,30})[ ]?[,:(–—-][ ]?$"
)
_CHANGE_WORDS = (
    r"(?:(?<!made )(?<!make )(?<!makes )up|down|r[io]se|risen|rising|f[ae]ll|fallen"
    r"|falling|increas\w+|decreas\w+|declin\w+"
    r"|drop\w*|dip\w*|surg\w+|jump\w*|reduc\w+|gr[eo]w\w*|climb\w*|plung\w+|soar\w*|spik\w+"
    r"|shr[aiu]nk\w*|lower|higher|chang\w+|slump\w*|tumbl\w+)"
)
_CHANGE_BEFORE = re.compile(
    rf"\b{_CHANGE_WORDS}(?:[ ](?!(?:than|while|and|but)\b)[\w-]+){{0,7}}[ ]$"
    r"|\bby(?:[ ][\w-]+){0,3}[ ]$"
    # "attacks rose 40 percent and deaths 20 percent": the verb is said once
    rf"|\b{_CHANGE_WORDS}[ ](?:by[ ])?[\d.]+(?:[ ]?%|pc|[ ]per[ ]?cent),?[ ]and[ ]\w+"
    r"(?:[ ]by)?[ ]$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"[ -](?:(?:increase|rise|drop|decline|decrease|fall|surge|reduction|jump|growth|dip|spike"
    r"|cut)\b|(?:more|fewer|less|higher|lower|up|down)\b)",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    rf"\b{_CHANGE_WORDS}(?:[ ]\w+)?[ ](?:by|of)[ ](?:(?:at least|about|nearly|some|over|a)[ ])?$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?<!comes)(?<!came)(?<!amounts)(?<!amounted)(?<!close)[ ]to[ ]$")
_SHARE_AFTER = re.compile(r"[ ](?:share\b|of\b(?![ ](?:the|a)[ ]year))", re.IGNORECASE)
_OF = re.compile(r"[ ]of(?:[ ](?:all|the|its|their|his|her|our|those|these|them|all the))?(?=[ ])")


_COPULA = re.compile(
    r"(?P<of>[ ]of[ ](?:the|these|those|its|them)(?:[ ][a-z]+)?)?[ ](?:were|are|was|is)[ ]"
)
_OF_THEM = re.compile(
    r"[ ]of[ ]them[ ](?P<who>women|children|civilians|soldiers|girls|boys|militants|police)\b"
)
_OF_FORCES = re.compile(
    r"[ ]of[ ](?:the[ ])?(?P<forces>security forces|armed forces|law enforcement)"
)


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
    return CountWords(
        sentence, _known_words(sentence, FATE_WORDS), _known_words(sentence, _TOPIC_OF)
    )


def counted_words(text: str, number: Number) -> tuple[list[str], int]:
    """Read the words that a number counts.

    Parameters
    ----------
    text : str
        The sentence.
    number : Number
        One of its numbers.

    Returns
    -------
    words : list of str
        In lower case; a people's name keeps its capital. Empty when no noun follows.
    end : int
        Where they end; the end of the number when there are none.

    Examples
    --------
    >>> from copydesk.language.numbers import find_numbers
    >>> text = "There were 306 terrorist attacks."
    >>> counted_words(text, find_numbers(text)[0])
    (['terrorist', 'attacks'], 32)
    """
    start = number.end
    of = _OF.match(text, start)
    share = bool(of) and number.unit == "percent"
    words, end = _noun_phrase(text, of.end() if of and share else start)
    copula = None if share else _COPULA.match(text, start)
    if copula and (not words or copula["of"]):
        # "586 were terror attacks", "586 of the incidents are terror attacks"
        stated, stated_end = _noun_phrase(text, copula.end() - 1)
        known = stated and _kind(stated[-1]) in {"people", "events"}
        if known and not stated[0].endswith("ing"):
            words, end = stated, stated_end
    them = _OF_THEM.match(text, start)
    if them and not share:
        return [them["who"].lower()], them.end()  # "five of them women"
    if not words:
        return [], number.end
    if words[-1] in {"members", "personnel"} and (whole := _OF_FORCES.match(text, end)):
        return [*words, *whole["forces"].split()], whole.end()
    # "terrorist attacks and counter-terror operations", "women and children": one count of both.
    for joined in (" and ", " or "):
        if text.startswith(joined, end):
            more, more_end = _noun_phrase(text, end + len(joined) - 1)
            if more and _kind(more[-1]) and _kind(more[-1]) == _kind(words[-1]):
                return [*words, joined.strip(), *more], more_end
    return words, end


def _noun_phrase(text: str, start: int) -> tuple[list[str], int]:
    """Read on from ``start`` to the first noun that can be counted, at most six words away."""
    words: list[str] = []
    place = start
    for _ in range(6):
        match = _WORD.match(text, place)
        if match is None:
            break
        word = match[1].lower().rstrip(".’'/-")
        if word in _ENDS_A_NOUN:
            break
        words.append(word)
        place = match.start(1) + len(match[1].rstrip(".’'/-"))
        if word in _FATES_AS_NOUNS and len(words) == 1:
            named = _WORD.match(text, place)
            who = named[1].lower().rstrip(".’'/-") if named else ""
            if named and who in _PERSON:
                return [word, who], named.start(1) + len(who)  # "12 dead civilians"
            return words, place
        if _DEMONYM.match(match[1]):
            words[-1] = match[1]  # "20,000 Palestinians": the capital says that they are people
            return words, place
        if _kind(word) or word in _UNIT_OF or _looks_plural(word) or _INITIALS.fullmatch(match[1]):
            if (word in _DESCRIBES_A_NOUN or match[1][0].isupper()) and _goes_on(text, place):
                continue  # "terrorist attacks", "fighter jets", "China Airlines flights"
            return words, place
        if match[1].endswith((".", ",")):
            break
    return [], start


def _goes_on(text: str, place: int) -> bool:
    """Say whether one of the next two words is the noun, so that this one only describes it."""
    for _ in range(2):
        match = _WORD.match(text, place)
        word = match[1].lower().rstrip(".’'/-") if match else ""
        if match is None or word in _ENDS_A_NOUN or word in _FATES_AS_NOUNS:
            return False
        if _kind(word) or _looks_plural(word):
            return True
        place = match.end()
    return False


def _kind(word: str) -> str:
    """Say which family a counted noun belongs to: people, events, or neither."""
    if word in _PERSON or word[:1].isupper():
        return "people"
    if word in EVENT_WORDS:
        return "events"
    return "fates" if word in FATE_WORDS else ""


def _looks_plural(word: str) -> bool:
    irregular = {"aircraft", "cattle", "sheep", "lakh"}
    return word in irregular or (len(word) > 3 and word.endswith("s") and word[-2] not in "suia’'")


def measure_of(
    number: Number, words: list[str], end: int, near: CountWords
) -> tuple[str, str, str]:
    """Return what is measured, in which unit, and the cue for it.

    Parameters
    ----------
    number : Number
    words : list of str
    end : int
        The words that it counts and where they end, from ``counted_words``.
    near : CountWords
        From ``find_count_words`` for the same sentence.

    Returns
    -------
    measure, unit, why : str
        ``measure`` is empty when the sentence does not say what is counted.
    """
    head = words[-1] if words else ""
    kinds = {EVENT_WORDS[word] for word in words if word in EVENT_WORDS}
    unit = number.unit
    if unit and not unit.startswith("percent"):
        kind = kinds_of_units()[unit]
        return (
            kind,
            unit,
            f'a sum of money: "{number.text}"' if kind == "money" else f'measured in "{unit}"',
        )
    if kinds and _kind(head) == "events":
        measure = kinds.pop() if len(kinds) == 1 else "incidents"
        return measure, unit or "incidents", f'counts "{" ".join(words)}"'
    if head in FATE_WORDS and head not in _PERSON:
        fates = {FATE_WORDS[word] for word in words if word in FATE_WORDS}
        if fates >= _CASUALTIES:
            return "casualties", unit or "people", f'counts "{" ".join(words)}" together'
        return FATE_WORDS[head], unit or "people", f'counts "{" ".join(words)}"'
    if _kind(head) == "people" or head in {"forces", "enforcement"}:
        fate = _fate(number, end, near)
        if fate:
            cue = near.text[fate.start : fate.end]
            if _both_fates(fate, near):
                return "casualties", unit or "people", f'the killed and the hurt together ("{cue}")'
            return fate.value, unit or "people", f'counts "{" ".join(words)}", who are "{cue}"'
        return " ".join(words), unit or "people", f'counts "{" ".join(words)}"'
    if head in _UNIT_OF and not unit:
        return _UNIT_OF[head], unit or head, f'measured in "{head}"'
    if _MAGNITUDE.search(near.text, max(0, number.start - 16), number.end + 11):
        return "magnitude", "magnitude", 'the word "magnitude" stands beside it'
    if words:
        return " ".join(words), unit or " ".join(words), f'counts "{" ".join(words)}"'
    topic = _stated_fate(number, end, near) or _topic(number, near)
    topic = _with_its_pair(topic, near) if topic else None
    if topic is None:
        noun = _noun_before(near.text, number.start) if unit else ""
        if noun:
            return noun, unit, f'no noun follows; "{noun}" stands before it'
        return "", unit, "the sentence does not say what is counted"
    word = near.text[topic.start : topic.end]
    measured = "people" if topic.value not in EVENTS else "incidents"
    return topic.value, unit or measured, f'no noun follows; "{word}" stands nearest'


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
    return bool(_MOVED_BY.search(before))


def kind_of_share(number: Number, text: str) -> str:
    """Say whether a percentage is a change or a share of something.

    Parameters
    ----------
    number : Number
        A number whose unit is percent or percentage points.
    text : str
        Its sentence.

    Returns
    -------
    str
        ``"change"`` or ``"share"``.

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
        return "share"  # "rose to 17 per cent": a level that was reached
    before = text[max(0, number.start - 60) : number.start]
    return "change" if _CHANGE_BEFORE.search(before) else "share"


def _stated_fate(number: Number, end: int, near: CountWords) -> Cue | None:
    """Find the verb that stands beside the figure: "12 were wounded", "killed at least 26"."""
    text = near.text
    before, after = _neighbours(near.fates, number.start, end)
    if after and after.start - end < 60 and _DIRECT_AFTER.fullmatch(text, end, after.start):
        return after
    close = before and number.start - before.end < 60
    if before and close and _DIRECT_BEFORE.fullmatch(text, before.end, number.start):
        return before
    return None


def _fate(number: Number, end: int, near: CountWords) -> Cue | None:
    """Find the verb that says what happened to the counted people: beside them, or near by."""
    stated = _stated_fate(number, end, near)
    if stated:
        return stated
    before, after = _neighbours(near.fates, number.start, end)
    gaps = [(after, end, after.start)] if after else []
    gaps += [(before, before.end, number.start)] if before else []
    for cue, low, high in gaps:
        if high - low <= 80 and not re.search(r"\d|;", near.text[low:high]):
            return cue
    return None


def _both_fates(fate: Cue, near: CountWords) -> bool:
    """Say whether "killed" and "injured" stand together, so that the figure counts both."""
    after = _neighbours(near.fates, fate.start, fate.end)[1]
    if after is None or {fate.value, after.value} != _CASUALTIES:
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
    cues = near.topics if topic.value in EVENTS else near.fates
    index = next((i for i, cue in enumerate(cues) if cue.start == topic.start), -1)
    for pair in (cues[max(0, index - 1) : index + 1], cues[index : index + 2]):
        if index < 0 or len(pair) < 2:
            continue
        first, second = pair
        joined = _PAIR.fullmatch(near.text, first.end, second.start)
        if joined and first.value != second.value:
            together = {first.value, second.value}
            value = "casualties" if together == _CASUALTIES else "incidents"
            if together == _CASUALTIES or topic.value in EVENTS:
                return Cue(first.start, second.end, value)
    return topic


def _noun_before(text: str, start: int) -> str:
    """Find the noun of a list item that puts its share last: "civilians, 31pc"."""
    match = _NOUN_BEFORE.search(text, max(0, start - 80), start)
    if match is None:
        return ""
    noun, described = match["noun"].lower(), (match["described"] or "").lower()
    if not (_kind(noun) or _looks_plural(noun)):
        return ""
    return f"{described} {noun}" if described in _DESCRIBES_A_NOUN else noun


def _known_words(text: str, meaning: dict[str, str]) -> tuple[Cue, ...]:
    return tuple(
        Cue(match.start(), match.end(), meaning[word])
        for match in _LETTERS.finditer(text)
        if (word := match.group().lower()) in meaning
    )

"""Hear what the next sentence says of a figure: it may take it back, or say what it is really of.

"The figure is for Kenya." and "All of them were soldiers." narrow a count of the sentence before as
much as words beside it would. Nothing tests them, so they are kept with the claim as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from copydesk.claims.claim import Carried, Claim
from copydesk.claims.spans import UNREAD, Span, read_spans
from copydesk.language.numbers import find_numbers
from copydesk.language.sentences import Sentence

RETRACTED = "taken back"
"""The part of a claim's context that keeps words of the next sentence which take it back."""
REDEFINED = "said again"
"""The part that keeps words of the next sentence which say what the figure is of."""
COMMENTED = "commented on"
"""The part that keeps a next sentence which speaks of the figure in words that nobody reads."""

_WHY = "said of the sentence before"
_AHEAD = "said of the sentence that follows"
_RATIOS = frozenset({"change", "share"})
_OPEN = frozenset({UNREAD, "denial", "unsure"})
"""The roles of words that leave open what a sentence says of the one before."""
_NOUN = r"(?:figure|number|count|toll|total|tally|estimate|claim|statement|sentence|quote)"
_LEADS = re.compile(r"(?:But|Yet|However,|At[ ]least)[ ]")
_REDEFINES = re.compile(
    rf"(?:(?:The|That|This|Its)[ ]{_NOUN}|That|This|It)[ ](?:"
    # What it is of: a place, a time, another body, one end of an estimate.
    r"(?:is|was)[ ](?:only[ ]|the[ ](?:figure|number)[ ])?"
    r"(?:for|from|of|in|until|what|now|[A-Z][\w-]+[’']s"
    r"|(?:the|its|a|an)[ ](?:low|high|lower|upper|earlier|provisional))\b"
    # What it covers. Parts of it with figures of their own are answered by themselves.
    r"|(?:also[ ]|only[ ])?(?:covers|includes|counts|excludes|ends|stops|runs|refers)[ ](?!\d)"
    r"|(?:later|then|now|has[ ]since)[ ])"
    r"|(?:The[ ](?:programme|institute|body|ministry)|They|[A-Z]{3,})[ ](?:later|now|has[ ]since"
    r"|have[ ]since)[ ]|They[ ]include[ ](?!\d)"
    # Who or what was counted.
    r"|(?:All|Both|Most|Half|None|Each|Every[ ]one)[ ]of[ ](?:them|these|those)\b"
    r"|(?:These|Those|(?:The|All|All[ ]the)[ ](?:deaths|dead|attacks|victims))"
    r"[ ](?:were|happened|occurred)\b"
    r"|Only[ ](?:in|for|from)\b"
    # The writer starts again, or leaves it to somebody else.
    r"|(?:None|Nothing)[ ]of[ ]this\b|(?:It|That|This)[ ](?:is|was)[ ]only[ ][A-Z]"
    r"|The[ ](?:true|right|real|correct|actual)[ ](?:figure|number|count|toll)[ ](?:is|was)\b"
    r"|The[ ](?:truth|(?:real|actual)[ ]one)[ ]is\b|In[ ](?:truth|reality)\b"
    r"|An[ ]earlier[ ]version\b|(?:No|Sorry|Rather|Nonsense)[,.!]|Correction:|Make[ ]that\b"
    r"|Or[ ]so\b|So[ ]goes\b"
    r"|So[ ].*?\b(?:says|claims)\b|The[ ]real[ ]source\b"
)
_POINTS_BACK = re.compile(
    # It is spoken of: "That number cannot be found", "This is made up".
    rf"(?:(?:The|That|This|Its)[ ]{_NOUN}|That|This)[ ]"
    r"(?:is|was|has|did|does|would|cannot|could|turned)\b"
    # Somebody says something of it: "Experts question the number.", "Critics doubt it."
    rf"|.*?\b(?:it|this|that|so|otherwise|(?:the|that|this|such[ ]a)[ ]{_NOUN})[.?!]$"
    # A comment: "Really?"
    r"|\w+(?:[ ]\w+)?[.?!]$"
)
"""What speaks of the sentence before; it is a doubt where it has no figure and is not read."""
_POINTS_AHEAD = re.compile(
    r".*?\b(?:(?:[Tt]he|[Ww]hat|as)[ ]follow(?:ing|s)\b|writes[ ]this[.:]|this:$"
    r"|(?:figures|numbers)[ ](?:here|below|that[ ]follow)\b)|What[ ]if\b"
)
_RECORD = re.compile(
    r"(?:That|This|It)[ ](?:is|was)[ ]the[ ](?P<record>(?:highest|lowest|largest|smallest|biggest)"
    r"(?:[ ](?:number|figure|toll|count|level|total|rate|sum))?"
    r"[ ](?:since[ ](?:19|20)\d\d|(?:of|in)[ ](?:\d+|[a-z]+)[ ]years))[.]"
)
_DENIES = re.compile(
    r"\b(?:no[ ]such[ ](?:figure|number|count|thing)|nothing[ ]of[ ]the[ ](?:kind|sort)"
    r"|no[ ](?:basis|truth)|never[ ]did|baseless|unfounded|invented|made[ ](?:it|that|this)[ ]up"
    r"|could[ ]not[ ](?:find|confirm|verify)[ ](?:this|that|the))\b"
)


def said_after(
    after: Sentence, scope: Carried | None, measures: Collection[str] = ()
) -> tuple[Carried, ...]:
    """Return the words of the next sentence that change what a figure of this one says.

    Parameters
    ----------
    after : Sentence
        The next sentence of the same line, or an empty one.
    scope : Carried or None
        What it says that a total covers, where that is read.
    measures : collection of str
        What the figures of this sentence measure.

    Returns
    -------
    tuple of Carried
        None or one.

    Examples
    --------
    >>> said_after(Sentence(2, "The figure is for Kenya.", 0, 24), None)[0].value
    'The figure is for'
    >>> said_after(Sentence(2, "The figure for 2023 was 123.", 0, 28), None)
    ()
    """
    text = _LEADS.sub("", after.text, count=1)
    text = text[:1].upper() + text[1:]
    spans = () if find_numbers(text) else read_spans(text)
    denials = [span.text for span in spans if span.value == "taken back"]
    if denials:
        return (Carried(RETRACTED, denials[0], after.number, _WHY),)
    if (scope and scope.sentence == after.number) or _is_rule(read_spans(text), measures):
        return ()
    if words := _REDEFINES.match(text) or _DENIES.search(text):
        return (Carried(REDEFINED, words[0].strip(), after.number, _WHY),)
    roles = {span.role for span in spans}
    compares = any(span.role == "comparison" or span.value == "base" for span in spans)
    if roles & _OPEN and not compares and _POINTS_BACK.match(text):
        return (Carried(COMMENTED, text, after.number, _WHY),)
    return ()


def said_before(before: Sentence) -> tuple[Carried, ...]:
    """Return the words of a sentence that say what the next one is: "What follows is satire".

    Examples
    --------
    >>> said_before(Sentence(1, "The following is satire.", 0, 24))[0].value
    'The following'
    """
    words = _POINTS_AHEAD.match(before.text)
    return (Carried(REDEFINED, words[0], before.number, _AHEAD),) if words else ()


def ranked_after(found: list[Claim], after: Sentence) -> list[Claim]:
    """Give a figure what the next sentence calls it: "That is the highest of six years".

    Only to the one figure of a sentence, where it has no comparison of its own.

    Parameters
    ----------
    found : list of Claim
        The figures of a sentence.
    after : Sentence
        The next sentence of the same line, or an empty one.

    Returns
    -------
    list of Claim

    Examples
    --------
    >>> ranked_after([], Sentence(2, "That is the highest number of six years.", 0, 40))
    []
    """
    words = _RECORD.fullmatch(after.text)
    if not words or len(found) != 1 or found[0].comparison or found[0].measure in _RATIOS:
        return found
    carried = Carried("comparison", words["record"], after.number, _WHY)
    context = (*found[0].context, carried)
    return [replace(found[0], comparison=words["record"], context=context)]


def _is_rule(spans: tuple[Span, ...], measures: Collection[str]) -> bool:
    """Say whether a body counts what was counted, and not another thing: that narrows nothing.

    "It counts deaths and does not count the injured."
    """
    roles = [span.role for span in spans if span.text != "does"]
    things = [span.value for span in spans if span.role == "thing"]
    return (
        roles[:3] == ["source", "telling", "thing"]
        and {*roles} <= {"source", "telling", "thing", "join", "denial"}
        and {things[0]} == {*measures}
        and (things[1:] == [] or ("denial" in roles and things[0] not in things[1:]))
    )

"""Read what is said beside a figure: by the others of its sentence, and by the sentence next to it.

The first say whose a record is, pairs and totals. "The figure is for Kenya." and "All of them were
soldiers." narrow a count of the sentence before as much as words beside it would. Nothing tests
them, so they are kept with the claim as a doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import Carried, Claim
from copydesk.claims.records import RECORD_BESIDE, Counted, is_record, owner_of_record
from copydesk.claims.spans import UNREAD, Span, read_spans
from copydesk.language.numbers import find_numbers
from copydesk.language.sentences import Sentence

PART = "part"
"""The parts of a claim's context that keep the two counts of which it is the sum."""
_THEY_MAKE = re.compile(
    r"[“\"‘']?(?:They|These|Those|The two|Both|Together,? they)[ ](?:(?:do|did) not[ ]|never[ ])?"
    r"(?:make|made|add up to|added up to|come to|came to)[ ]"
)
_IN_ALL = re.compile(r"[ ](?:in all|in total|altogether|all told)\b")
_FEW = 8
"""Figures of one sentence that are added up, which keeps long lines fast."""
_TOTALS = {
    frozenset({"attacks", "operations"}): ("incidents", "incidents"),
    frozenset({"fatalities", "injuries"}): ("casualties", "people"),
}


def compared_beside(claims: list[Claim], around: Circumstances) -> list[Claim]:
    """Leave a change ("a fall of 11 per cent") with the last figure before it, the one that fell.

    A record is of the figure that ``copydesk.claims.records`` gives it to.
    """
    counts = [claim for claim in claims if not claim.unit.startswith("percent")]
    offsets = [claim.offset for claim in counts]
    figures = [Counted(c.offset, c.offset + len(c.text), c.measure) for c in counts]
    owners: dict[str, int] = {}
    records: dict[str, Claim] = {}
    for cue in around.comparisons:
        if not counts:
            break
        if is_record(cue):
            own = owner_of_record(counts[0].sentence, cue, figures)
            if own:
                records[cue.value] = counts[figures.index(own)]
            continue
        if not re.search(r"\d", cue.value):
            continue
        before = bisect_left(offsets, cue.start)
        after = offsets[bisect_left(offsets, cue.end) :][:1]
        # "rose from 973 in 2022 to 1,524": the figure after it is the one that rose.
        first = (
            after if " from " in cue.value and not before else offsets[max(0, before - 1) : before]
        )
        owners[cue.value] = (first or after or [-1])[0]
    return [_with_own_comparison(claim, owners, records) for claim in claims]


def _with_own_comparison(claim: Claim, owners: dict[str, int], records: dict[str, Claim]) -> Claim:
    """Take a comparison away from a count that it is not of; of a record, keep whose it is."""
    words = claim.comparison or ""
    if claim.unit.startswith("percent") or not words:
        return claim
    record = records.get(words)
    if record and record.offset != claim.offset:
        why = f'read as a record of "{record.text}"'
        beside = Carried(RECORD_BESIDE, words, claim.sentence_number, why)
        return replace(claim, comparison=None, context=(*claim.context, beside))
    if owners.get(words, claim.offset) != claim.offset:
        return replace(claim, comparison=None)
    return claim


def in_pairs(claims: list[Claim]) -> list[Claim]:
    """Give "where it had first said 1,524 and 789" the nouns of the two figures before, in turn."""
    bare = [claim for claim in claims if claim.text.replace(",", "").isdigit()]
    nouns = [claim for claim in claims if claim not in bare]
    if len(bare) != 2 or len(nouns) != 2 or claims != nouns + bare:
        return claims
    first, second = bare
    if claims[0].sentence[first.offset + len(first.text) : second.offset] != " and ":
        return claims
    why = "the nouns of the two figures before it, in turn"
    return nouns + [
        replace(claim, measure=noun.measure, unit=noun.unit, because=why)
        for claim, noun in zip(bare, nouns, strict=True)
    ]


def totals_of(claims: Sequence[Claim]) -> list[Claim]:
    """Return what two figures of the last sentence make: "They make 783." after 586 and 197."""
    last = [claim for claim in claims[-_FEW:] if claim.sentence == claims[-1].sentence]
    return [
        replace(
            second,
            text=f"{first.text} and {second.text}",
            value=first.value + second.value,
            measure=total[0],
            unit=total[1],
            context=tuple(
                Carried(
                    PART, f"{one.value:.0f} {one.measure}", one.sentence_number, "what is added"
                )
                for one in (first, second)
            ),
        )
        for first, second in pairwise(last)
        if (total := _TOTALS.get(frozenset({first.measure, second.measure})))
    ]


def said_of_parts(claim: Claim, total: Claim) -> bool:
    """Say whether a sentence says nothing of a figure but that the two before it make it."""
    counts = total.sentence != claim.sentence and claim.measure == total.measure
    return counts and bool(_THEY_MAKE.fullmatch(claim.sentence, 0, claim.offset))


def in_all(claims: list[Claim]) -> list[Claim]:
    """Read "586 attacks and 197 operations, 783 in all": the total counts both kinds."""
    kept: list[Claim] = []
    measures: set[str] = set()
    for claim in claims:
        total = _TOTALS.get(frozenset(measures))
        bare = claim.text.replace(",", "").isdigit()
        if bare and total and _IN_ALL.match(claim.sentence, claim.offset + len(claim.text)):
            why = "the total of the figures before it"
            claim = replace(claim, measure=total[0], unit=total[1], because=why)
        measures.add(claim.measure)
        kept.append(claim)
    return kept


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

"""Read what the figures of one sentence say of each other: whose a record is, pairs, totals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import Carried, Claim
from copydesk.claims.records import RECORD_BESIDE, Counted, is_record, owner_of_record

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

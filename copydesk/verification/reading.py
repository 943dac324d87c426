"""Set the spans of a sentence beside one of its figures: which slots are filled, and what is left.

A figure has a part of the sentence to itself, from the sign or small word that opens it to the one
that opens the next figure. Each slot may be filled once there: one place, one time, one source, one
thing that is counted. What no reader took is named. Nothing else speaks against a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from copydesk.claims import EVENTS, Claim
from copydesk.claims.context import RETRACTED
from copydesk.claims.mentions import CALENDAR_NAMES, elsewhere
from copydesk.claims.spans import UNREAD, Span, read_spans
from copydesk.verification.claimed_count import forms_of, tracker_of
from copydesk.verification.comparisons import MOVE_TO
from copydesk.verification.editions import named_edition
from copydesk.verification.sums import denies_a_sum

_OPENS = frozenset({",", ";", ":", "—", "–", "and", "or", "but", "while", "with", "•", "*"})
"""The words that can open the part of a figure."""
_ASIDE = frozenset({"same", "there", "before", "last year", "kind", "as before"})
"""Values that point at something and name nothing."""
_WHOLE = {"incidents": "attacks and operations", "attacks": "attacks alone"}
"""The words that may stand beside a count of events, for they leave it as it is."""
_FORCES = re.compile(r"\b(?:military|army|forces|ministry|ISPR)$", re.IGNORECASE)
_DIFFERENCE = re.compile(r"(?:more|fewer|less|higher|lower)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Reading:
    """What a sentence says of one of its figures.

    Attributes
    ----------
    spans, own : tuple of Span
        All spans of the sentence, and those of the figure's own part.
    doubt : str
        Why no series can answer the figure; empty when one may.
    denial : str
        The word with which the sentence denies what it says; empty for none.
    narrowing : str
        A word between the figure and its noun that nobody reads: "521 *foiled* attacks".
    after : str
        The first unread word after the figure in its part: it may narrow what is counted.
    unread : tuple of str
        Every word of the sentence that nobody reads.
    """

    spans: tuple[Span, ...]
    own: tuple[Span, ...]
    doubt: str
    denial: str
    narrowing: str
    after: str
    unread: tuple[str, ...]

    def values(self, role: str) -> tuple[str, ...]:
        """Return what the spans of one role say in the figure's part, each once, in order."""
        return tuple(dict.fromkeys(span.value for span in self.own if span.role == role))


def read_claim(
    claim: Claim,
    tracker: str | None = None,
    rate: bool = False,
    known: Iterable[str] = (),
) -> Reading:
    """Read the sentence of a claim for its figure.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    tracker : str, optional
        The body whose figure it is; another one in the figure's part is a doubt.
    rate : bool
        The figure is checked as a rate, so that "a month" does not speak against it.
    known : iterable of str
        Words that the series itself is known by: the names of its body, what it counts.

    Returns
    -------
    Reading

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> reading = read_claim(find_claims("PIPS counted 521 foiled attacks.")[0])
    >>> reading.narrowing, reading.unread
    ('foiled', ('foiled',))
    """
    spans = tuple(_known(_without_marks(read_spans(claim.sentence)), claim.sentence, known))
    own = own_part(claim, spans)
    after = [s for s in own if s.start >= claim.offset and s.role == UNREAD]
    end = claim.offset + len(claim.text)
    narrowing = after[0].text if after and after[0].start < end else ""
    doubt = next(filter(None, _doubts(claim, spans, own, tracker, rate)), "")
    return Reading(
        spans,
        own,
        doubt,
        next(
            (
                span.text
                for span in spans
                if span.role == "denial" and not denies_a_sum(claim, span.start)
            ),
            "",
        ),
        narrowing,
        after[0].text if after else "",
        (
            *(span.text for span in _counting(spans, own) if span.role in {UNREAD, "quotation"}),
            *_untested(claim, own),
        ),
    )


def _without_marks(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the quotation marks around a whole sentence: it asserts what it says."""
    marks = [span.start for span in spans if span.role == "quotation"]
    whole = spans and marks == [spans[0].start, spans[-1].start]
    return spans[1:-1] if whole else spans


def _known(spans: tuple[Span, ...], sentence: str, known: Iterable[str]) -> Iterator[Span]:
    """Give the words that a series is known by to it, where no other reader takes them."""
    places = [match.span() for words in known for match in forms_of(words).finditer(sentence)]
    for span in spans:
        named = span.role == UNREAD and any(a <= span.start < b for a, b in places)
        yield span._replace(role="label") if named else span


def _counting(spans: tuple[Span, ...], own: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out what follows ", of which 110 ...": it says something of a part alone."""
    parts = [s.start for s in spans if s.role == "part" and re.match(r", of wh", s.text)]
    end = next((start for start in parts if own and start > own[-1].start), None)
    return spans if end is None else tuple(span for span in spans if span.start < end)


def own_part(claim: Claim, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans of a figure's own part of its sentence."""
    figures = [i for i, span in enumerate(spans) if span.role == "number"]
    figures = [i for i in figures if not (i and spans[i - 1].role == "rate")]
    place = next((n for n, i in enumerate(figures) if spans[i].start >= claim.offset), None)
    if place is None:
        return spans
    starts = [0, *(_opening(spans, a, b) for a, b in pairwise(figures))]
    end = starts[place + 1] if place + 1 < len(starts) else len(spans)
    return spans[starts[place] : end]


def _opening(spans: tuple[Span, ...], figure: int, following: int) -> int:
    """Return where the part of the following figure begins: at the last word that can open it."""
    near = following
    while near - 1 > figure and spans[near - 1].rule.endswith(">N"):
        near -= 1
    if near < following and spans[near].role != "hedge":
        return near
    for i in range(following - 1, figure, -1):
        if spans[i].text.lower() in _OPENS or spans[i].role in {"change", "share"}:
            return i
    before = spans[following - 1]
    return following - 1 if following - 1 > figure and " N" in f" {before.rule}" else following


def _doubts(
    claim: Claim, spans: tuple[Span, ...], own: tuple[Span, ...], tracker: str | None, rate: bool
) -> Iterator[str]:
    """Go through what can keep a figure from being plainly asserted, the gravest first."""
    for part in claim.context:
        if part.part == RETRACTED:
            yield f'The next sentence takes it back: "{part.value}".'
    for span in spans:
        if span.role == "unsure":
            yield f'The sentence says "{span.text}": it does not plainly assert the figure.'
    yield _two_sources(claim, spans, own, tracker)
    yield _two_places(claim, own)
    yield _two_times(claim, own)
    yield _limited(claim, spans, own, tracker)
    yield _two_things(claim, spans, own, rate)
    yield _unknown_place(claim, spans)


def _untested(claim: Claim, own: tuple[Span, ...]) -> Iterator[str]:
    """Find a change beside a count that is no part of its comparison, so that nobody tests it."""
    moves = [s for s in own if s.role == "change" and s.value != "level"]
    before = [s for s in own if s.start < claim.offset]
    # The base of a change has a value of its own: "compared with 306 in 2023".
    figures = [s for s in read_spans(claim.sentence) if s.role == "number"]
    two = sum(not _YEAR.match(span.text) for span in figures) > 1
    base = two and bool(before) and before[-1].value == "base" and before[-1].rule.endswith(">N")
    tested = claim.comparison or base or MOVE_TO.search(claim.sentence[: claim.offset])
    if moves and not tested and claim.measure not in {"change", "share"}:
        yield moves[0].text
    editions = [span for span in read_spans(claim.sentence) if span.role == "edition"]
    if editions and named_edition(claim) is None:
        yield editions[0].text


def _two_sources(
    claim: Claim, spans: tuple[Span, ...], own: tuple[Span, ...], tracker: str | None
) -> str:
    """Find another body than the claim's in the figure's part, or nearest before it."""
    official = re.search("military|Ministry", tracker or "")
    named = [
        s
        for s in spans
        if s.role == "source"
        and (s.value not in _ASIDE or (_FORCES.search(s.text) and not official))
    ]
    before = [s for s in named if s.start < claim.offset]
    near = [s for s in own if s in named] or before[-1:]
    same = {tracker, claim.source}
    other = next(
        (s for s in near if tracker and s.value not in same and tracker_of(s.value) != tracker),
        None,
    )
    return f'The sentence names "{other.text}" beside {tracker} for the figure.' if other else ""


def _two_places(claim: Claim, own: tuple[Span, ...]) -> str:
    """Find two places in the figure's part, or one that is not the claim's."""
    places = {s.value for s in own if s.role == "place" and s.value not in _ASIDE}
    if len(places) > 1:
        return f"The sentence names two places for the figure: {' and '.join(sorted(places))}."
    place = next(iter(places), claim.place)
    if (
        claim.place
        and place
        and claim.place not in {place, *place.split()}
        and place not in claim.place
    ):
        return f"Whether the figure is for {claim.place} or for {place} is not clear."
    return ""


def _two_times(claim: Claim, own: tuple[Span, ...]) -> str:
    """Find two times in the figure's part; a change is made from two."""
    if claim.measure in {"change", "share"}:
        return ""
    times = {s.value for s in own if s.role == "period" and s.value not in _ASIDE}
    if len(times) > 1:
        return f"The sentence names two times for the figure: {' and '.join(sorted(times))}."
    year = next(iter(times), "")
    if _YEAR.fullmatch(year) and _YEAR.fullmatch(claim.period or year) and claim.period != year:
        return f"Whether the figure is for {claim.period or 'no year'} or for {year} is not clear."
    return ""


def _two_things(claim: Claim, spans: tuple[Span, ...], own: tuple[Span, ...], rate: bool) -> str:
    """Find a second thing that is counted, a limit on events, or a rate of two kinds."""
    rates = {s.value for s in own if s.role == "rate"}
    if rates and not rate:
        return (
            "The sentence gives the figure as a rate or a mean, and the series are yearly totals."
        )
    following = next((s for s in own if s.start > claim.offset + len(claim.text) - 1), None)
    if following and _DIFFERENCE.match(following.text) and claim.measure != "change":
        words = following.text.split()[0]
        return f'"{claim.text} {words}" is a difference, and not a total.'
    # "37 per cent of the 2,546 dead": the whole has a value of its own where the share is told.
    told = any(s.role == "share" and (s.text[0] in "ma" or not s.start) for s in spans)
    part = next(
        (s for s in own if s.role == "share" and (s.start > claim.offset or not told)), None
    )
    if part and not claim.unit.startswith("percent"):
        return f'The words "{part.text}" make the figure a part of a whole.'
    limits = [s for s in own if s.role == "scope" and " N" not in f" {s.rule}"]
    if len({s.value for s in limits if s.value}) > 1:
        return (
            f'The sentence limits the figure twice, by "{limits[0].text}" and "{limits[-1].text}".'
        )
    limit = next(iter(limits), None)
    if claim.measure in EVENTS and limit and limit.value != _WHOLE.get(claim.measure):
        return f'The words "{limit.text}" may narrow which {claim.measure} are counted.'
    return ""


def _limited(
    claim: Claim, spans: tuple[Span, ...], own: tuple[Span, ...], tracker: str | None
) -> str:
    """Find an actor, a limit that is another body's, a part, or a second noun of one figure."""
    for by, who in pairwise(spans):
        theirs = "military" in (tracker or "")  # their own count of what they did
        forces = _FORCES.search(who.text) and not theirs
        if by.text.lower() == "by" and forces and by.start > claim.offset:
            return f'The words "{by.text} {who.text}" may name who acts.'
    for span in own:
        if span.role == "restrictor" and span.value != tracker:
            return f'The words "{span.text}" are no part of what {tracker} says that it counts.'
    after = [span for span in own if span.start > claim.offset]
    counted = not claim.unit.startswith("percent")
    if after and counted and after[0].role == "part" and after[0].text.startswith("of "):
        return f'"{claim.text} {after[0].text}" is a part, and not a total.'
    nouns = [
        span
        for before, span in pairwise(after)
        if span.role == "thing" and span.value != "fate" and before.text not in {"are", "were"}
    ]
    if after and after[0].role == "count" and nouns:
        return f'The figure counts "{after[0].text}" and "{nouns[0].text}" together.'
    return ""


def _unknown_place(claim: Claim, spans: tuple[Span, ...]) -> str:
    """Find a name or a word for another place, in a sentence that leaves its place unsaid."""
    if not any(part.part == "place" for part in claim.context):
        return ""
    names = [
        s.text
        for s in spans
        if s.role == UNREAD and s.start and s.text[0].isupper() and s.text not in CALENDAR_NAMES
    ]
    word = names[0] if names else elsewhere(claim.sentence)
    if not word or any(word in s.text for s in spans if s.role not in {UNREAD, "join"}):
        return ""
    return f'The sentence names no place, and "{word}" in it may mean another one.'

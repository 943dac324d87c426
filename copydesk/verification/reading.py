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

from copydesk.claims import Claim
from copydesk.claims.sources import COUNTING_BODY
from copydesk.claims.spans import UNREAD, Span, read_spans
from copydesk.verification.doubts import DOUBTS, Part, untested
from copydesk.verification.measures import COUNTED, forms_of
from copydesk.verification.reference import Reference
from copydesk.verification.sums import denies_a_sum

_OPENS = frozenset({",", ";", ":", "—", "–", "and", "or", "but", "while", "with", "•", "*"})
"""The words that can open the part of a figure."""


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
    rate: Iterable[str] = (),
    known: Iterable[str] = (),
) -> Reading:
    """Read the sentence of a claim for its figure.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    tracker : str, optional
        The body whose figure it is; another one in the figure's part is a doubt.
    rate : iterable of str
        The words of a rate that do not speak against it, for it is checked as one: ``"people"``,
        ``"time"``, ``"year"``, ``"average"``.
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
    part = Part(claim, spans, own_part(claim, spans), tracker, frozenset(rate))
    after = [s.text for s in part.own if s.start >= claim.offset and s.role == UNREAD]
    within = [s.text for s in part.own if s.role == UNREAD and claim.offset <= s.start < part.end]
    denials = (s for s in spans if s.role == "denial" and not denies_a_sum(claim, s.start))
    counting = (s for s in _counting(spans, part.own) if s.role in {UNREAD, "quotation"})
    return Reading(
        spans,
        part.own,
        next(filter(None, (doubt(part) for doubt in DOUBTS)), ""),
        next((span.text for span in denials), ""),
        "".join(within[:1]),
        "".join(after[:1]),
        (*(span.text for span in counting), *untested(part)),
    )


def known_words(tracker: str, reference: Reference) -> set[str]:
    """Return the words that a body is known by, and those for what its series count."""
    called = reference.words.get(tracker or None, {})
    words = {word for word, measure in called.items() if measure not in COUNTED}
    names = reference.names.get(tracker, ())
    # "the office said" of the Statistics Office
    kinds = {word for name in names for word in COUNTING_BODY.findall(name)}
    return kinds | ({*words, *names} if words else set())


def _without_marks(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the quotation marks around a whole sentence: it asserts what it says."""
    marks = [span.start for span in spans if span.role == "quotation"]
    whole = spans and marks == [spans[0].start, spans[-1].start]
    return spans[1:-1] if whole else spans


def _known(spans: tuple[Span, ...], sentence: str, known: Iterable[str]) -> Iterator[Span]:
    """Give the words that a series is known by to it, where no other reader takes them."""
    left = {span.start for span in spans if span.role in {UNREAD, "unsure"}}
    patterns = map(forms_of, known if left else ())
    places = [match.span() for pattern in patterns for match in pattern.finditer(sentence)]
    for span in spans:
        named = span.start in left and any(a <= span.start < b for a, b in places)
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

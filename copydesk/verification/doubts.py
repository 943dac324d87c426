"""What can keep a figure from being plainly asserted: two answers to one question, a limit, a rate.

Each doubt is a function that returns its sentence, or an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from copydesk.claims import EVENTS, Claim
from copydesk.claims.beside import REDEFINED, RETRACTED
from copydesk.claims.claim import LIMITS
from copydesk.claims.mentions import CALENDAR_NAMES, elsewhere
from copydesk.claims.records import RECORD_BESIDE
from copydesk.claims.spans import UNREAD, Span, read_spans
from copydesk.verification.bodies import tracker_of
from copydesk.verification.comparisons import MOVE_TO
from copydesk.verification.dates import named_edition

_ASIDE = frozenset({"same", "before", "last year", "kind", "as before"})
"""Values that point at something and name nothing."""
_WHOLE = {"incidents": "attacks and operations", "attacks": "attacks alone"}
"""The words that may stand beside a count of events, for they leave it as it is."""
_FORCES = re.compile(r"\b(?:military|army|ministry)$", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:killed|injured|wounded|hurt)$")
_OWNS = re.compile(r"[’']s?$")
_DIFFERENCE = re.compile(r"(?:more|fewer|less|higher|lower)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Part:
    """A figure with its own part of the sentence, for one question after the other."""

    claim: Claim
    spans: tuple[Span, ...]
    own: tuple[Span, ...]
    tracker: str | None
    rate: frozenset[str]

    @property
    def end(self) -> int:
        """Where the words of the figure end in its sentence."""
        return self.claim.offset + len(self.claim.text)

    @property
    def in_per_cent(self) -> bool:
        """Whether the figure is a percentage."""
        return self.claim.unit.startswith("percent")

    @property
    def after(self) -> list[Span]:
        """The spans of the part that begin after the figure does."""
        return [span for span in self.own if span.start > self.claim.offset]

    def named(self, role: str) -> set[str]:
        """Return what the part names in a role, and does not only point at."""
        return {s.value for s in self.own if s.role == role and s.value not in _ASIDE}


def _taken_back(part: Part) -> str:
    back = next((one.value for one in part.claim.context if one.part == RETRACTED), "")
    return f'The next sentence takes it back: "{back}".' if back else ""


def _said_again(part: Part) -> str:
    said = next((one for one in part.claim.context if one.part == REDEFINED), None)
    if said is None:
        return ""
    where = "next sentence" if said.sentence > part.claim.sentence_number else "sentence before"
    return f'What the {where} says of it, "{said.value}", is not tested.'


def _limited_before(part: Part) -> str:
    """Find "262 suicide attacks in 2022. In 2024 it counted 521.": of suicide attacks, too.

    "By its low estimate it counted 98 in 2022 and 112 in 2024" says it once for both.
    """
    word = next((one.value for one in part.claim.context if one.part == LIMITS), "")
    first = next((span.start for span in part.spans if span.role == "number"), 0)
    if " " not in part.claim.text and part.claim.offset > first and not part.named("estimate"):
        ends = (s for s in part.spans if s.role == "estimate" and s.value != "best")
        said = (span.text for span in ends if span.start < first)
        word = word or next(said, "")
    return f'The figure whose count it shares is limited by "{word}".' if word else ""


def _unsure(part: Part) -> str:
    unsure = next((span.text for span in part.spans if span.role == "unsure"), "")
    return f'The sentence says "{unsure}": it does not plainly assert the figure.' if unsure else ""


def untested(part: Part) -> Iterator[str]:
    """Find a change or a comparison beside a count that is not its own, so that nobody tests it.

    Of "more than in 2023 and a record" the first one is tested.
    """
    claim = part.claim
    moves = [s for s in part.own if s.role == "change" and s.value != "level"]
    tested = claim.measure in {"change", "share"} or claim.comparison or _is_base(part)
    if moves and not tested and not MOVE_TO.search(claim.sentence[: claim.offset]):
        yield moves[0].text
    if claim.measure not in {"change", "share"}:
        beside = {one.value for one in claim.context if one.part == RECORD_BESIDE}
        said = (span for span in part.own if span.role == "comparison")
        yield from (s.text for s in said if s.value not in {claim.comparison, *beside})
    editions = [span for span in read_spans(claim.sentence) if span.role == "edition"]
    if editions and named_edition(claim) is None:
        yield editions[0].text


def _is_base(part: Part) -> bool:
    """Say whether it is the base of a change: "compared with 306 in 2023" has its own value."""
    figures = [s for s in read_spans(part.claim.sentence) if s.role == "number"]
    before = [s for s in part.own if s.start < part.claim.offset]
    two = sum(not _YEAR.match(span.text) for span in figures) > 1
    return two and bool(before) and before[-1].value == "base" and before[-1].rule.endswith(">N")


def _two_sources(part: Part) -> str:
    """Find another body than the claim's in the figure's part, or nearest before it."""
    if not part.tracker:
        return ""
    official = re.search("military|Ministry", part.tracker)
    named = [
        s
        for s in part.spans
        if s.role == "source"
        and (s.value not in _ASIDE or (_FORCES.search(s.text) and not official))
    ]
    before = [s for s in named if s.start < part.claim.offset]
    for span in [s for s in part.own if s in named] or before[-1:]:
        own = span.value in {part.tracker, part.claim.source}
        own = own or bool(part.rate and span.text in (part.claim.source or "").split(" and "))
        if not own and tracker_of(span.value) != part.tracker:
            return f'The sentence names "{span.text}" beside {part.tracker} for the figure.'
    return ""


def _two_places(part: Part) -> str:
    """Find two places in the figure's part, or one that is not the claim's."""
    places, own = sorted(part.named("place")), part.claim.place or ""
    words = {word for place in places for word in place.split()}
    if part.claim.measure == "share" and words <= {*re.findall(r"\w+", own)}:
        return ""  # a share is made of all its regions
    if len(places) > 1:
        return f"The sentence names two places for the figure: {' and '.join(places)}."
    place = "".join(places)
    if own not in {"", *place.split()} and place not in own:
        return f"Whether the figure is for {own} or for {place} is not clear."
    return ""


def _two_times(part: Part) -> str:
    """Find two times in the figure's part; a change is made from two."""
    if part.claim.measure in {"change", "share"}:
        return ""
    times, period = sorted(part.named("period")), part.claim.period
    if len(times) > 1:
        return f"The sentence names two times for the figure: {' and '.join(times)}."
    year = "".join(times)
    if _YEAR.fullmatch(year) and _YEAR.fullmatch(period or year) and period != year:
        return f"Whether the figure is for {period or 'no year'} or for {year} is not clear."
    return ""


def _somebody_acts(part: Part) -> str:
    """Find a country that may have acted, or forces, which count their own acts themselves."""
    for by, who in pairwise(span for span in part.spans if span.text != "the"):
        after = by.start > part.claim.offset and "military" not in (part.tracker or "")
        country = who.role == "place" and not _OWNS.search(who.text)
        if by.text.lower() == "by" and (country or (after and _FORCES.search(who.text))):
            return f'The words "{by.text} {who.text}" may name who acts.'
    return ""


def _they_act(part: Part) -> str:
    """Find "12 militants killed 30 soldiers": those who are counted are not the dead."""
    for own, then in pairwise(part.spans):
        acts = own.role == "count" and _ACTS.search(own.text) and own.start >= part.claim.offset
        if acts and own.start < part.end and then.role in {"number", "hedge", "thing", "source"}:
            return f'By "{own.text} {then.text}" those who are counted may have acted.'
    return ""


def _change_of_a_change(part: Part) -> str:
    """Find "the increase in attacks rose by 70 per cent", which is no change of the attacks."""
    moves: list[str] = []
    for span in part.own:
        if span.role == "join" and span.text != "the":
            moves = []
        if span.start > part.claim.offset:
            break
        moves += [span.text] if span.value in {"up", "down"} else []
        if len(moves) > 1:
            return f'By "{moves[0]} ... {moves[1]}" it is a change that changed.'
    return ""


def _number_in_the_subject(part: Part) -> str:
    """Find "the population under 15 was 83 million": the number beside the noun narrows it."""
    opens = part.spans.index(part.own[0]) if part.own else 0
    for i in range(opens - 1, 1, -1):
        thing, hedge, number = part.spans[i - 2 : i + 1]
        if number.role in {"join", "telling"}:
            break
        if (thing.role, hedge.role, number.role) == ("thing", "hedge", "number"):
            return f'The words "{hedge.text} {number.text}" may narrow what is counted.'
    return ""


def _limit_of_another(part: Part) -> str:
    for span in part.own:
        if span.role == "restrictor" and span.value != part.tracker:
            return (
                f'The words "{span.text}" are no part of what {part.tracker} says that it counts.'
            )
    return ""


def _part_of_more(part: Part) -> str:
    """Find "306 of the attacks", which is a part of them, and "Of the hurt, 306 died"."""
    first, then = part.own[:1], part.after[:1]
    if part.in_per_cent:
        return ""
    for span in then:
        if span.role == "part" and span.text.startswith("of "):
            return f'"{part.claim.text} {span.text}" is a part, and not a total.'
    for span in first:
        named = not then or then[0].value in {"part", "members"}
        if span.role in {"part", "share"} and span.text.startswith("Of ") and not named:
            return f'The words "{span.text}" make the figure a part of a whole.'
    return ""


def _second_noun(part: Part) -> str:
    """Find a second noun that one figure counts: "306 attacks and deaths"."""
    nouns = [
        span.text
        for before, span in pairwise(part.after)
        if span.role == "thing" and span.value != "fate" and before.text not in {"are", "were"}
    ]
    if nouns and part.after[0].role == "count":
        return f'The figure counts "{part.after[0].text}" and "{nouns[0]}" together.'
    return ""


def _rate_of_a_total(part: Part) -> str:
    if {span.value for span in part.own if span.role == "rate"} <= part.rate:
        return ""
    return "The sentence gives the figure as a rate or a mean, and the series are yearly totals."


def _most_of_a_rate(part: Part) -> str:
    """Find "up to 12 deaths a day": the most of any day, which no yearly total gives."""
    if part.rate and part.claim.modifier in {"up to", "as many as", "at most"}:
        return f'The words "{part.claim.modifier}" make it the most of any time, and no mean.'
    return ""


def _difference(part: Part) -> str:
    """Find "306 more attacks", which is a difference."""
    following = next((span.text for span in part.own if span.start >= part.end), "")
    if part.claim.measure == "change" or not _DIFFERENCE.match(following):
        return ""
    return f'"{part.claim.text} {following.split()[0]}" is a difference, and not a total.'


def _share_beside(part: Part) -> str:
    """Find a share; "37 per cent of the 2,546 dead" gives the whole a value of its own."""
    shares = [span for span in part.own if span.role == "share"]
    told = any(s.role == "share" and (s.text[0] in "ma" or not s.start) for s in part.spans)
    for span in shares if not part.in_per_cent else ():
        if span.start > part.claim.offset or not told:
            return f'The words "{span.text}" make the figure a part of a whole.'
    return ""


def _limited_events(part: Part) -> str:
    """Find two limits of one figure, or a limit on which events are counted."""
    limits = [s for s in part.own if s.role == "scope" and " N" not in f" {s.rule}"]
    kinds = {s.value for s in limits if s.value}
    divided = part.claim.measure == "share" and all(k.endswith("violence") for k in kinds)
    if len(kinds) > 1 and not divided:
        return (
            f'The sentence limits the figure twice, by "{limits[0].text}" and "{limits[-1].text}".'
        )
    measure = part.claim.measure
    if measure in EVENTS and limits and limits[0].value != _WHOLE.get(measure):
        return f'The words "{limits[0].text}" may narrow which {measure} are counted.'
    return ""


def _unknown_place(part: Part) -> str:
    """Find a name or a word for another place, in a sentence that leaves its place unsaid."""
    claim, spans = part.claim, part.spans
    if not any(one.part == "place" for one in claim.context):
        return ""
    names = (
        s.text
        for s in spans
        if s.role == UNREAD and s.start and s.text[0].isupper() and s.text not in CALENDAR_NAMES
    )
    word = next(names, None) or elsewhere(claim.sentence)
    if not word or any(word in s.text for s in spans if s.role not in {UNREAD, "join"}):
        return ""
    return f'The sentence names no place, and "{word}" in it may mean another one.'


DOUBTS = (
    *(_taken_back, _said_again, _limited_before, _unsure, _two_sources, _two_places, _two_times),
    *(_somebody_acts, _they_act, _change_of_a_change, _number_in_the_subject, _limit_of_another),
    *(_part_of_more, _second_noun, _rate_of_a_total, _most_of_a_rate, _difference),
    *(_share_beside, _limited_events, _unknown_place),
)
"""What can keep a figure from being plainly asserted, the gravest first."""

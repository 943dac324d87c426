"""Lesson 06: is the figure right, by whose definition, and as of when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from copydesk.claims import Claim
from copydesk.claims.beside import COMMENTED
from copydesk.claims.nouns import FATE_WORDS
from copydesk.claims.records import RECORD_BESIDE
from copydesk.claims.spans import UNREAD
from copydesk.language.dates import month_names
from copydesk.verification.bodies import tracker_for
from copydesk.verification.changes import (
    A_SOURCE,
    NO_BOTH,
    NO_SOURCE,
    check_arithmetic,
    check_change,
    check_unattributed_change,
)
from copydesk.verification.claimed_definition import read_definition
from copydesk.verification.counts import check_casualties, check_count
from copydesk.verification.evidence import Verdict
from copydesk.verification.measures import (
    COUNTED,
    fits_unit,
    in_rate,
    name_measure,
    name_unit,
    named_measure,
)
from copydesk.verification.over_years import check_years, years_together
from copydesk.verification.query import Query
from copydesk.verification.reading import Reading, known_words, read_claim
from copydesk.verification.reference import Reference, is_after
from copydesk.verification.shares import (
    BOTH_NUMBERS,
    check_rate,
    check_share,
    counter_of_rate,
    in_its_rate,
    in_per_cent,
    is_rate,
    rate_words,
)
from copydesk.verification.sums import parts_of, stated_sum
from copydesk.verification.without_figure import (
    cannot_place,
    check_unattributed,
    no_figure,
    number_of_another_count,
    number_of_another_measure,
)

_RIGHT = "As attributed, the figure is right. "
_NEED_SERIES = (
    "A published series with a stated definition that counts this thing, for this place and time."
)


def verify(claim: Claim, reference: Reference, published: date | None = None) -> Verdict:
    """Set a claim beside the reference figures.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.
    reference : Reference
        From ``load_reference``.
    published : date, optional
        The day of the article. A later edition is then shown, and decides nothing.

    Returns
    -------
    Verdict
        ``supported`` only when the named source printed this figure for this place, year and
        thing. ``contradicted`` when it printed others, in every edition that the reference has.
        ``depends on definition`` when the answer turns on what is counted, or on which edition
        or year a comparison is made with. ``cannot tell`` in every other case.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> text = "PIPS counted 306 terrorist attacks in Pakistan in 2023."
    >>> verify(find_claims(text)[0], load_reference()).label
    'supported'
    """
    reference = reference.about(claim.place)
    answer = _judge(claim, reference)
    if published is None or not any(is_after(row.edition, published) for row in answer.evidence):
        return answer
    then = _judge(claim, reference.known_on(published))
    if then.label == answer.label:
        return answer
    day = f"{published.day} {month_names()[published.month - 1]} {published.year}"
    because = f"By what was printed up to the day of the page, {day}: {then.because}"
    return replace(then, because=because, evidence=answer.evidence)


def _judge(claim: Claim, reference: Reference) -> Verdict:
    """Set a claim beside the figures of its place."""
    tracker = tracker_for(claim, reference.names) or counter_of_rate(claim, reference)
    rates = [unit for unit in reference.units if in_rate(claim, unit)]
    rate = {"people", "year"} if rates else rate_words(claim)
    rate |= {"year", "average"} if years_together(claim) else set()
    known = known_words(tracker, reference) | {unit.split(" ", 2)[2] for unit in rates}
    if claim.measure == "money":
        known |= {f"in {word}" for word in known}  # "$4 billion in remittances"
    reading = read_claim(claim, tracker or None, rate, known)
    added = parts_of(claim)
    answers = [_answer(part, reading, tracker, reference) for part in added or (claim,)]
    answer = _added(answers) if added else answers[0]
    answer = _denied(reading, _every_word_read(reading, answer))
    answer = _may_be_a_part(claim, reading, _commented(claim, answer))
    return _with_context(claim, _with_sum(claim, answer))


def _added(parts: list[Verdict]) -> Verdict:
    """Answer "They make 783.": a sum is as right as the two figures that it is made of."""
    right = all(part.label == "supported" for part in parts)
    return Verdict(
        "supported" if right else "cannot tell",
        "The figure is a sum of two. " + " ".join(part.because for part in parts),
        tuple(dict.fromkeys(row for part in parts for row in part.evidence)),
        parts[0].would_change,
    )


def _every_word_read(reading: Reading, verdict: Verdict) -> Verdict:
    """Take back "supported" where a word of the sentence has no reader: it may change the sense."""
    if verdict.label != "supported" or not reading.unread:
        return verdict
    words = ", ".join(f'"{word}"' for word in reading.unread[:3])
    return replace(
        verdict,
        label="cannot tell",
        because=f"The desk did not read {words} in this sentence, and what is not read may change "
        "what it says of the figure.",
        would_change="The figure in a plain sentence, or a reader who knows what the word changes.",
    )


def _denied(reading: Reading, verdict: Verdict) -> Verdict:
    """Turn the answer on what a sentence denies: what its source prints is denied wrongly."""
    if not reading.denial:
        return verdict
    if verdict.label == "supported":
        return replace(
            verdict,
            label="contradicted",
            because=f'The sentence says "{reading.denial}": it denies the figure. '
            + verdict.because.replace(_RIGHT, ""),
        )
    return Verdict(
        "cannot tell",
        f'The sentence says "{reading.denial}": it denies or limits the figure, and does not say '
        "what it was.",
        verdict.evidence,
        _NEED_SERIES,
    )


def _may_be_a_part(claim: Claim, reading: Reading, verdict: Verdict) -> Verdict:
    """Take back "contradicted" of a smaller count, where nobody reads what killed those counted.

    "Fighting in the north killed 225": the series counts all.
    """
    before = [s.text for s in reading.own if s.role == UNREAD and s.start < claim.offset]
    before = before if FATE_WORDS.keys() & {*before} else []
    smaller = verdict.evidence and claim.value < verdict.evidence[0].value
    ratio = claim.measure in {"change", "share"}
    if verdict.label != "contradicted" or ratio or not (before and smaller):
        return verdict
    because = (
        f'{verdict.because} But the desk did not read "{before[0]}" before the figure, which may '
        "make it one of a part."
    )
    return replace(verdict, label="cannot tell", because=because)


def _commented(claim: Claim, verdict: Verdict) -> Verdict:
    """Take back "supported" where the next sentence says of the figure what nobody reads."""
    said = next((part.value for part in claim.context if part.part == COMMENTED), "")
    if verdict.label != "supported" or not said:
        return verdict
    because = f'The next sentence, "{said}", speaks of the figure in words that the desk did not '
    would_change = "The figure in a sentence that stands for itself."
    return replace(
        verdict, label="cannot tell", because=f"{because}read.", would_change=would_change
    )


def _with_sum(claim: Claim, verdict: Verdict) -> Verdict:
    """Say whether the parts beside a total make it; a sum that is asserted and fails is wrong."""
    total = stated_sum(claim)
    if total is None:
        return verdict
    label = "contradicted" if total.wrong else verdict.label
    return replace(verdict, label=label, because=f"{verdict.because} {total.in_words()}")


def _with_context(claim: Claim, verdict: Verdict) -> Verdict:
    """Say in the reasons which parts were carried over, and from where."""
    beside = [part for part in claim.context if part.part == RECORD_BESIDE]
    parts = [part for part in claim.context if part not in beside and part.part != COMMENTED]
    because = verdict.because
    for part in beside:
        because += f' The words "{part.value}" are {part.because}, and are not tested for this one.'
    if verdict.label != "cannot tell" and parts:
        carried = "; ".join(
            f"{part.part}: {part.value}, "
            + (f"from sentence {part.sentence}" if part.sentence else "from the article")
            + f", {part.because}"
            for part in parts
        )
        because += f" Carried over: {carried}."
    return verdict if because == verdict.because else replace(verdict, because=because)


def _answer(claim: Claim, reading: Reading, tracker: str, reference: Reference) -> Verdict:
    """Ask one step after the other; the first that has an answer gives it."""
    counted = reference.words.get(tracker or None, {})
    query = Query(claim, read_definition(claim, counted), tracker, reference)
    step, answer = next((s, found) for s in _STEPS if (found := s(query, reading)))
    return _compared(query, reading, answer) if step in _WORKED_OUT else answer


def _compared(query: Query, reading: Reading, verdict: Verdict) -> Verdict:
    """Take back "supported" of what is worked out beside a comparison, which nobody tests."""
    moves = {"up", "down"} if query.claim.measure != "change" else set()
    words = [s.text for s in reading.own if s.role == "comparison" or s.value in moves]
    if verdict.label != "supported" or not words:
        return verdict
    because = f'{verdict.because} What it is compared with, "{words[0]}", is not tested.'
    return replace(verdict, label="cannot tell", because=because)


def _in_another_unit(query: Query, reading: Reading) -> Verdict | None:
    """Answer a figure of a series that is held, in a unit that is not the one of the series."""
    measure, reference = query.count.measure, query.reference
    if not measure or (measure in COUNTED and not reference.units):
        return None
    rows = [row for row in reference.where(measure=measure) if query.tracker in {"", row.tracker}]
    held = {reference.definition(row).unit for row in rows}
    if not held or (measure in COUNTED and not any(held)):
        return None
    if any(fits_unit(query.claim, unit) for unit in held):
        return None
    units = " or ".join(sorted(map(name_unit, held)))
    return Verdict(
        "cannot tell",
        f"The series gives {name_measure(measure)} {units}, and the sentence does not "
        f'give "{query.claim.text}" so.',
        (),
        "The figure in the unit of the series.",
    )


def _wrong_sum(query: Query, reading: Reading) -> Verdict | None:
    """Answer a change of no known body that its own two figures do not make."""
    if query.tracker or query.claim.measure != "change":
        return None
    wrong = check_arithmetic(query.claim)
    return Verdict("contradicted", wrong, (), "Other figures for the two years.") if wrong else None


def _of_another_count(query: Query, reading: Reading) -> Verdict | None:
    """Answer a claim of what no series counts: "521 arrests", "521 foiled attacks"."""
    claim = query.claim
    counted = query.reference.words.get(query.tracker or None, {})
    held = {"", "change", "share", "people", *COUNTED}
    no_series = claim.measure not in held and not named_measure(claim, counted)
    if reading.doubt or not (reading.narrowing or no_series):
        return None
    return number_of_another_count(query)


def _unclear(query: Query, reading: Reading) -> Verdict | None:
    """Answer a figure that something speaks against, or that no series can answer."""
    problem = reading.doubt or query.count.problem
    if not problem and reading.after:
        problem = (
            f'The words "{reading.after}" after the figure may narrow what it counts, and nobody '
            "reads them."
        )
    return Verdict("cannot tell", problem, (), _NEED_SERIES) if problem else None


def _worked_out(query: Query, reading: Reading) -> Verdict | None:
    """Answer a change or a share: it is worked out again from the source's own figures."""
    measure, tracker = query.claim.measure, query.tracker
    if measure == "change":
        return check_change(query) if tracker else check_unattributed_change(query)
    if measure != "share" or in_per_cent(query):
        return None
    if not tracker:
        return Verdict("cannot tell", f"{NO_BOTH}, and {NO_SOURCE}.", (), A_SOURCE)
    return check_share(query) or Verdict(
        "cannot tell",
        f"{NO_BOTH}; the reference does not hold both for {tracker}.",
        (),
        BOTH_NUMBERS,
    )


def _of_unknown_body(query: Query, reading: Reading) -> Verdict | None:
    return None if query.tracker else check_unattributed(query)


def _over_years(query: Query, reading: Reading) -> Verdict | None:
    together = years_together(query.claim)
    return check_years(query, together) if together and query.claim.place else None


def _without_place(query: Query, reading: Reading) -> Verdict | None:
    placed = query.year is not None and query.claim.place is not None
    return None if placed else cannot_place(query)


def _rate(query: Query, reading: Reading) -> Verdict | None:
    return check_rate(query) if is_rate(query.claim) and not in_its_rate(query) else None


def _casualties(query: Query, reading: Reading) -> Verdict | None:
    return check_casualties(query) if query.count.measure == "casualties" else None


def _count(query: Query, reading: Reading) -> Verdict:
    months = query.months[0] if query.months else ""
    own = [row for row in query.printed(query.year, months) if query.alike(row)]
    if own:
        return check_count(query, own, reading.values("estimate"))
    return number_of_another_measure(query) or no_figure(query)


_STEPS: tuple[Callable[[Query, Reading], Verdict | None], ...] = (
    *(_in_another_unit, _wrong_sum, _of_another_count, _unclear, _worked_out, _of_unknown_body),
    *(_over_years, _without_place, _rate, _casualties, _count),
)
"""The ways to answer a claim; the last one answers every claim that is left."""
_WORKED_OUT = frozenset({_worked_out, _over_years, _rate, _casualties})
"""Those whose answer is worked out, so that no comparison is tested in one series."""

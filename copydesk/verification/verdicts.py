"""Lesson 06: is the figure right, by whose definition, and as of when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from copydesk.claims import Claim
from copydesk.claims.records import RECORD_BESIDE
from copydesk.language.dates import month_names
from copydesk.verification.changes import (
    check_arithmetic,
    check_change,
    check_unattributed_change,
)
from copydesk.verification.claimed_count import (
    COUNTED,
    ClaimedCount,
    family_of,
    figures_for,
    months_of,
    named_measure,
    period_words,
    read_claimed_count,
    tracker_for,
    year_of,
)
from copydesk.verification.evidence import Verdict
from copydesk.verification.over_years import check_years, years_together
from copydesk.verification.plain_counts import (
    cannot_place,
    check_casualties,
    compare,
    no_figure,
    number_of_another_count,
    number_of_another_measure,
)
from copydesk.verification.reading import Reading, read_claim
from copydesk.verification.reference import Reference, is_after
from copydesk.verification.shares import check_rate, check_share, is_rate
from copydesk.verification.sums import parts_of, stated_sum
from copydesk.verification.unattributed import check_unattributed

_RIGHT = "As attributed, the figure is right. "
_PER_CENT = re.compile(r"\bper ?cent")
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
    tracker = tracker_for(claim, reference.names)
    rate = is_rate(claim)
    over = rate or years_together(claim) is not None
    reading = read_claim(claim, tracker, over, _known_words(tracker, reference))
    added = parts_of(claim)
    if added:
        answer = _added([_answer(part, reading, tracker, rate, reference) for part in added])
    else:
        answer = _answer(claim, reading, tracker, rate, reference)
    answer = _every_word_read(reading, answer)
    answer = _denied(claim, reading, answer)
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


def _known_words(tracker: str | None, reference: Reference) -> set[str]:
    """Return the words that a body's series are known by: its names, and what they count."""
    measures = reference.measures.get(tracker, frozenset()) - COUNTED
    return {*measures, *reference.names.get(tracker or "", ())} if measures else set()


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


def _denied(claim: Claim, reading: Reading, verdict: Verdict) -> Verdict:
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
    parts = [part for part in claim.context if part not in beside]
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


def _answer(
    claim: Claim, reading: Reading, tracker: str | None, rate: bool, reference: Reference
) -> Verdict:
    wrong_sum = check_arithmetic(claim) if claim.measure == "change" else ""
    counted = reference.measures.get(tracker, frozenset())
    wanted = read_claimed_count(claim, counted)
    if wrong_sum and tracker is None:
        return Verdict("contradicted", wrong_sum, (), "Other figures for the two years.")
    if not reading.doubt and (reading.narrowing or _no_series(claim, counted)):
        other = number_of_another_count(claim, tracker, reference)
        if other:
            return other
    problem = reading.doubt or wanted.problem
    if reading.after:
        problem = problem or (
            f'The words "{reading.after}" after the figure may narrow what it counts, and nobody '
            "reads them."
        )
    if problem:
        return Verdict("cannot tell", problem, (), _NEED_SERIES)
    if claim.measure in {"change", "share"} and not _in_per_cent(claim, wanted, tracker, reference):
        return _worked_out(claim, wanted, tracker, reference)
    year, months = year_of(claim), ""
    part = months_of(period_words(claim))
    if part:
        months, year = part
    if tracker is None:
        return check_unattributed(claim, wanted, None if months else year, reference)
    missing = [name for name, value in (("place", claim.place), ("year", year)) if value is None]
    equal = [
        row
        for row in reference.where(value=claim.value)
        if family_of(row.measure) == family_of(wanted.measure)
    ]
    together = years_together(claim)
    if together and claim.place:
        return check_years(claim, wanted, tracker, together, reference)
    if year is None or claim.place is None:
        return cannot_place(claim, tracker, equal, " and ".join(missing), reference)
    if rate:
        return check_rate(claim, wanted, tracker, reference)
    if wanted.measure == "casualties":
        return check_casualties(claim, wanted, tracker, year, months, reference)
    own = [
        row
        for row in figures_for(claim, tracker, year, reference, months)
        if family_of(row.measure) == family_of(wanted.measure)
    ]
    if not own:
        other = number_of_another_measure(claim, wanted, tracker, reference)
        return other or no_figure(claim, wanted, tracker, equal, reference)
    return compare(claim, wanted, own, reading.values("estimate"), reference)


def _no_series(claim: Claim, counted: frozenset[str]) -> bool:
    """Say whether a claim counts what no series counts: "521 arrests", "521 schools"."""
    named = claim.measure in COUNTED or named_measure(claim, counted)
    return bool(claim.measure) and not named and claim.measure not in {"change", "share", "people"}


def _in_per_cent(
    claim: Claim, wanted: ClaimedCount, tracker: str | None, reference: Reference
) -> bool:
    """Say whether a share is itself the figure of a series, by what the series says of itself."""
    return claim.measure == "share" and any(
        _PER_CENT.search(reference.definition(row).counts)
        for row in reference.where(tracker=tracker, measure=wanted.measure)
    )


def _worked_out(
    claim: Claim, wanted: ClaimedCount, tracker: str | None, reference: Reference
) -> Verdict:
    """Answer a change or a share: it is worked out again from the source's own figures."""
    need = (
        "A share or a change cannot be checked from one figure: it needs both numbers that it was "
        "made from, in one definition and one edition"
    )
    if tracker is None and claim.measure == "change":
        return check_unattributed_change(claim, wanted, reference)
    if tracker is None:
        return Verdict(
            "cannot tell",
            f"{need}, and no source is named whose figures the reference holds.",
            (),
            "A source named in the text, whose series can be looked up.",
        )
    if claim.measure == "change":
        return check_change(claim, wanted, tracker, reference)
    return check_share(claim, wanted, tracker, reference) or Verdict(
        "cannot tell",
        f"{need}; the reference does not hold both for {tracker}.",
        (),
        "The part and the whole, in one definition and one edition.",
    )

"""Run a function of the learner's own beside the desk, on the story of the report."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from copydesk.claims import Claim
from copydesk.classroom.checking.running import Outcome
from copydesk.classroom.signed_report.desk import Draft, plain_words, short
from copydesk.tone import without_quotations
from copydesk.verification import Verdict
from copydesk.verification.evidence import Evidence
from copydesk.verification.reference import Reference, load_reference

_Test = Callable[[Outcome], str]
_Cases = tuple[list[tuple[str, tuple[Any, ...]]], list[_Test]]


def _keep_line(draft: Draft) -> _Cases:
    lines = [line for line in draft.desk.cleaned.lines if line.role != "blank"]

    def test(kept: bool, role: str, text: str) -> _Test:
        def differs(outcome: Outcome) -> str:
            if outcome.value is kept:
                return ""
            words = {True: "keeps it", False: "drops it"}
            yours = words.get(outcome.value, f"gives {outcome.shown}")
            return f"yours {yours}, the desk {words[kept]} ({role}): {short(text)}"

        return differs

    cases = [(f"line {line.number}", (line.text,)) for line in lines]
    return cases, [test(line.kept, line.role, line.text) for line in lines]


def _own_tone(draft: Draft) -> _Cases:
    rows = []  # the headline is no sentence of the desk
    texts, scores = (draft.desk.sentences[name] for name in ("sentence", "vader_compound"))
    for text, score in zip(texts, scores, strict=True):
        quoted = len(without_quotations(text)) < len(text) / 2
        rows.append(("body", quoted, float(score)))
    mean = math.fsum(score for *_, score in rows) / len(rows) if rows else None

    def differs(outcome: Outcome) -> str:
        yours, all_rows = (_score(value) for value in (outcome.value, mean))
        return f"yours {yours}, the mean of all {len(rows)} sentences {all_rows} (VADER)"

    return [("the page", (rows,))], [differs]


def _score(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.2f}"
    return "nothing (None)" if value is None else "no number"


def _speaker_and_verb(draft: Draft) -> _Cases:
    def test(place: int, text: str) -> _Test:
        found = [a for a in draft.desk.attributions if a.sentence == place]
        pairs = {(each.speaker or "nobody named", each.verb) for each in found}
        desk = "; ".join(f"{who} ({verb or 'goes on'})" for who, verb in sorted(pairs))

        def differs(outcome: Outcome) -> str:
            value = outcome.value
            pair = tuple(value) if isinstance(value, list) and len(value) == 2 else ("", "")
            same = any(plain_words(str(pair[1])) == plain_words(verb) and verb for _, verb in pairs)
            named = any(plain_words(who) in plain_words(str(pair[0])) for who, _ in pairs)
            if (same and named) or (not pairs and not pair[1]):
                return ""
            yours = f"{pair[0]} ({pair[1]})" if pair[1] else "no speech verb"
            return f"yours {short(yours)}; the desk {desk or 'nobody'}: {short(text)}"

        return differs

    sentences = list(enumerate(draft.sentences, 1))
    cases: list[tuple[str, tuple[Any, ...]]] = [(f"sentence {n}", (text,)) for n, text in sentences]
    return cases, [test(number, text) for number, text in sentences]


_IN_WORDS = {"fatalities": "deaths"}


def _measure(claim: Claim) -> str:
    return _IN_WORDS.get(claim.measure, claim.measure)


def _what_is_counted(draft: Draft) -> _Cases:
    known = {"deaths", "injuries", "casualties", "attacks", "operations", "incidents"}
    rows = [
        (number, claim)
        for number, (claim, _) in enumerate(draft.desk.claims, 1)
        if _measure(claim) in known
    ]

    def test(claim: Claim) -> _Test:
        def differs(outcome: Outcome) -> str:
            if outcome.value == _measure(claim):
                return ""
            yours = outcome.value if isinstance(outcome.value, str) else "nothing"
            return f"yours {yours}, the desk {_measure(claim)}: {claim.text}"

        return differs

    return [(f"figure {n}", (claim.text,)) for n, claim in rows], [test(c) for _, c in rows]


def _questions_for(draft: Draft) -> _Cases:
    def test(claim: Claim) -> _Test:
        def asks(outcome: Outcome) -> str:
            asked = outcome.value if isinstance(outcome.value, list) else []
            return f"{claim.text}: {' '.join(map(str, asked))}" if asked else ""

        return asks

    rows = [claim for claim, _ in draft.desk.claims]
    cases: list[tuple[str, tuple[Any, ...]]] = [
        (
            f"figure {number}",
            (
                {
                    "source": claim.source,
                    "measure": _measure(claim) or None,
                    "place": claim.place,
                    "period": claim.period,
                },
            ),
        )
        for number, claim in enumerate(rows, 1)
    ]
    return cases, [test(claim) for claim in rows]


def _number(printed: str) -> float | int:
    value = float(printed.replace(",", ""))
    return int(value) if value.is_integer() else value


_FROM_TO = re.compile(r"From ([\d.,]*\d) to ([\d.,]*\d) is a (rise|fall) of")


def _check_change(draft: Draft) -> _Cases:
    """Take the two counts that the story prints, or else those that the verdict rests on."""
    rows: list[tuple[float, float, float, str]] = []
    for found in draft.desk.consistency:
        if found.kind == "percentage" and (match := _FROM_TO.match(found.because)):
            says = "fits" if found.agrees else "does not fit"
            two = (_number(match[1]), _number(match[2]))
            rows.append((*two, float(found.second.value), f"the desk: {says} ({found.because})"))
    for claim, verdict in draft.desk.claims:
        pairs = _two_years(verdict)
        if claim.measure == "change" and claim.unit == "percent" and pairs:
            nearest = _nearest(pairs, claim.value)
            years = " and ".join(str(row.year) for row in nearest)
            said = f"the desk: {verdict.label} ({nearest[0].tracker}, {years})"
            two = (nearest[0].value, nearest[1].value)
            rows.append((*two, claim.value, f"{claim.text}; {said}"))
    cases: list[tuple[str, tuple[Any, ...]]] = []
    tests: list[_Test] = []
    for old, new, printed, desk in rows:
        whole = round(printed) if new >= old else -round(printed)
        text = f"from {old:,.10g} to {new:,.10g}, printed as {whole}"
        cases.append((text, (old, new, whole)))
        tests.append(_as_labelled(desk))
    return cases, tests


def _two_years(verdict: Verdict) -> list[tuple[Evidence, Evidence]]:
    """Return each two figures of a series, one of the last year and one of a year before it."""
    last = max((row.year for row in verdict.evidence), default=0)
    return [
        (old, new)
        for old, new in itertools.product(verdict.evidence, repeat=2)
        if old.series_id == new.series_id and old.year < new.year == last and old.value
    ]


def _nearest(pairs: list[tuple[Evidence, Evidence]], printed: float) -> tuple[Evidence, Evidence]:
    """Return the two figures whose change is nearest to the printed one: those of its editions."""
    return min(pairs, key=lambda pair: abs(abs(pair[1].value / pair[0].value - 1) * 100 - printed))


def _as_labelled(desk: str) -> _Test:
    """Say where a label of the learner's differs from what the desk says."""
    fits = desk.partition("the desk: ")[2].startswith(("fits", "supported"))

    def differs(outcome: Outcome) -> str:
        yours = outcome.value if isinstance(outcome.value, str) else "no label"
        return "" if fits == (yours == "supported") else f"yours {yours}; {desk}"

    return differs


_PARTS = re.compile(r"((?:[\d.,]*\d \+ )+[\d.,]*\d) = .*?printed as ([\d.,]*\d)")


def _about_the_parts(draft: Draft) -> _Cases:
    cases: list[tuple[str, tuple[Any, ...]]] = []
    tests: list[_Test] = []
    for found in draft.desk.consistency:
        if found.kind != "parts and total" or not (match := _PARTS.match(found.because)):
            continue
        parts = [_number(part) for part in match[1].split(" + ")]
        cases.append((f"{match[1]}, printed {match[2]}", (parts, _number(match[2]))))
        tests.append(_adds_up(found.agrees, found.because))
    return cases, tests


def _adds_up(agrees: bool, because: str) -> _Test:
    def differs(outcome: Outcome) -> str:
        yours = str(outcome.value)
        same = (yours == "The parts add up.") == agrees
        return "" if same else f"yours {short(yours)}; the desk: {because}"

    return differs


def _choose_figure(draft: Draft) -> _Cases:
    cases: list[tuple[str, tuple[Any, ...]]] = []
    tests: list[_Test] = []
    world = load_reference()
    for number, (claim, verdict) in enumerate(draft.desk.claims, 1):
        if not verdict.evidence or claim.measure in ("change", "share"):
            continue
        first = verdict.evidence[0]
        # The kit holds the figures of all countries, and reads those that a claim is about.
        reference = world.about(claim.place or "").whole_years()
        country = _country_of(first, reference)
        rows = [
            {
                "tracker": row.tracker,
                "measure": _IN_WORDS.get(row.measure, row.measure),
                "year": row.year,
                "edition": row.edition,
                "value": row.value,
            }
            for row in sorted(reference.figures, key=lambda row: row.edition)
            if row.series_id == first.series_id and row.country == country
        ]
        asked = {
            "tracker": first.tracker,
            "measure": _IN_WORDS.get(first.measure, first.measure),
            "year": first.year,
            "printed": draft.published or "9999",
        }

        row_of = f"{asked['tracker']} for {asked['year']}, {asked['measure']}"

        def differs(
            outcome: Outcome,
            claim: Claim = claim,
            verdict: Verdict = verdict,
            row_of: str = row_of,
        ) -> str:
            if outcome.value is None:
                return f"{claim.text}: no edition by that day; the desk says {verdict.label}"
            if isinstance(outcome.value, (int, float)) and outcome.value != claim.value:
                return (
                    f"{claim.text}: on that day {row_of}, yours gives {outcome.value:,.10g}; "
                    f"the desk says {verdict.label}"
                )
            return "" if isinstance(outcome.value, (int, float)) else f"{claim.text}: no number"

        cases.append((f"figure {number}", (rows, asked)))
        tests.append(differs)
    return cases, tests


def _country_of(row: Evidence, reference: Reference) -> str:
    """Return the country whose figure was set beside a claim."""
    key = (row.series_id, row.year, row.edition, row.value)
    same = (f for f in reference.figures if (f.series_id, f.year, f.edition, f.value) == key)
    return next((figure.country for figure in same), "")


OWN_FUNCTIONS: Mapping[str, Callable[[Draft], _Cases]] = {
    "keep_line": _keep_line,
    "own_tone": _own_tone,
    "speaker_and_verb": _speaker_and_verb,
    "what_is_counted": _what_is_counted,
    "questions_for": _questions_for,
    "choose_figure": _choose_figure,
    "check_change": _check_change,
    "about_the_parts": _about_the_parts,
}
"""The functions of exercises 2.3, 3.3, 4.1, 5.2, 5.3, 6.1, 6.2 and 6.5: what each is run on."""

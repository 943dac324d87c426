"""Work out changes, shares and rates again, from the figures that the named source printed.

A percentage is never looked up. It is worked out from the two figures it was made of, in every
edition that the reference holds, so that the answer can name the base and the edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from copydesk.claims import EVENTS, Claim, find_claims
from copydesk.verification.claimed_count import (
    ClaimedCount,
    agrees,
    calendar_year,
    counts_the_same,
    figures_for,
    year_of,
)
from copydesk.verification.editions import is_edition, named_edition
from copydesk.verification.evidence import Verdict, cite, low_first, name_count, show_number
from copydesk.verification.reference import Figure, Reference

_DOWN = re.compile(
    r"\b(?:down|f[ae]ll|fallen|falling|drop\w*|declin\w+|decreas\w+|fewer|less|lower|reduc\w+|dip\w*"
    r"|plung\w+|shr[aiu]nk\w*|slump\w*|tumbl\w+|cut)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:up|r[io]se|risen|rising|increas\w+|surg\w+|jump\w*|gr[eo]w\w*|climb\w*|soar\w*|spik\w+"
    r"|more|higher|added)\b",
    re.IGNORECASE,
)
_BASE_YEAR = re.compile(
    r"\b(?:from|over|on|than(?:[ ](?:in|for|during))?|compared[ ](?:with|to)|against|since)[ ]"
    r"(?:the[ ]\w+[ ](?:of|in|for)[ ])?(?P<year>(?:19|20)\d\d)\b"
)
_BETWEEN = re.compile(r"(?:between|from) (\d{4}) (?:and|to) (\d{4})", re.IGNORECASE)
_SHOWN = 3
"""Pairs of editions that the reasons spell out."""
_NEED = "Both figures that it was made from, in one definition and one edition."


@dataclass(frozen=True)
class Pair:
    """Two figures of one series, and the percentage that the second makes of the first."""

    base: Figure
    end: Figure
    percent: float

    @property
    def one_edition(self) -> bool:
        """Say whether one edition prints both, so that one hand has counted both."""
        return self.base.edition.split(" ")[0] == self.end.edition.split(" ")[0]


def check_change(claim: Claim, wanted: ClaimedCount, tracker: str, reference: Reference) -> Verdict:
    """Work out a change again: "a fall of 11.6 per cent", "declined by 600".

    Parameters
    ----------
    claim : Claim
        A claim whose measure is ``"change"``.
    wanted : ClaimedCount
        What it is a change of.
    tracker : str
        Whose figures it is about.
    reference : Reference

    Returns
    -------
    Verdict
    """
    years = change_years(claim)
    if years is None or claim.place is None:
        return Verdict("cannot tell", _what_is_missing(claim, years), (), _NEED)
    base, end = years
    found = _pairs(claim, wanted, tracker, base, end, reference)
    mixed = _across_definitions(claim, wanted, tracker, base, end, reference) if not found else []
    if mixed:
        return Verdict(
            "depends on definition",
            f"{_tell(mixed, '', reference)} The two years are counted in two definitions "
            f"({name_count(mixed[0].base, reference)}; {name_count(mixed[0].end, reference)}), and "
            "no series of this body has both.",
            tuple(
                cite(r, reference, "a figure in its own definition")
                for p in mixed
                for r in (p.base, p.end)
            ),
            _NEED,
        )
    if not found:
        return Verdict(
            "cannot tell",
            f"The reference holds no series of {tracker} with figures for both {base} and {end} "
            "that counts this, so the change cannot be worked out.",
            (),
            _NEED,
        )
    printed = _printed_ends(claim)
    # The two figures of the sentence say which series it speaks of.
    meant = [pairs for pairs in found if printed in [(p.base.value, p.end.value) for p in pairs]]
    found = meant or found
    answers = [_settle(claim, pairs, printed) for pairs in found]
    labels = {label for label, _ in answers}
    label = labels.pop() if len(labels) == 1 else "depends on definition"
    because = " ".join(
        # The pairs in which it comes out stand first.
        _tell(sorted(pairs, key=lambda pair: not _holds(claim, pair)), why, reference)
        for pairs, (_, why) in zip(found, answers, strict=True)
    )
    if label == "contradicted":
        because += _what_it_is_instead(claim, found, wanted, tracker, years, reference)
    evidence = tuple(
        cite(row, reference, f"{row.year}, one of the two figures that the change is made from")
        for row in dict.fromkeys(row for pairs in found for p in pairs for row in (p.base, p.end))
    )
    return Verdict(label, because, evidence, _NEED)


def _across_definitions(
    claim: Claim, wanted: ClaimedCount, tracker: str, base: int, end: int, reference: Reference
) -> list[Pair]:
    """Return the pairs of two definitions of one body in which a change comes out."""
    rows = {
        year: [
            row
            for row in figures_for(claim, tracker, year, reference)
            if row.measure == wanted.measure and reference.definition(row).victims == "all"
        ]
        for year in (base, end)
    }
    pairs = [
        Pair(first, last, 100 * (last.value - first.value) / first.value)
        for first, last in product(rows[base], rows[end])
        if first.value > 0 and first.definition_id != last.definition_id
    ]
    return [pair for pair in pairs if _holds(claim, pair)]


def check_unattributed_change(claim: Claim, wanted: ClaimedCount, reference: Reference) -> Verdict:
    """Answer a change of no named body: it is never supported, whatever some body prints."""
    years = change_years(claim)
    bodies = sorted({row.tracker for row in reference.figures}) if years and claim.place else []
    answers = [(body, check_change(claim, wanted, body, reference)) for body in bodies]
    right = [body for body, answer in answers if answer.label == "supported"]
    if not right:
        return Verdict(
            "cannot tell",
            "A share or a change cannot be checked from one figure: it needs both numbers that it "
            "was made from, in one definition and one edition, and no source is named whose "
            "figures the reference holds.",
            (),
            "A source named in the text, whose series can be looked up.",
        )
    held = [(body, answer) for body, answer in answers if answer.evidence]
    others = [body for body, _ in held if body not in right]
    return Verdict(
        "depends on definition",
        f"The text names no source for the change. It comes out of the figures of "
        f"{' and '.join(right)}"
        + (f", and not of those of {' and '.join(others)}." if others else "."),
        tuple(row for _, answer in held for row in answer.evidence),
        "A source named in the text, whose series can be looked up.",
    )


def check_arithmetic(claim: Claim) -> str:
    """Say what is wrong when the sentence's own two figures do not make its change; else "".

    Examples
    --------
    >>> claims = find_claims("Deaths fell by 53 per cent, from 357 to 192.")
    >>> check_arithmetic(claims[0])
    'From 357 to 192, the two figures of the sentence, is -46.2 per cent.'
    """
    printed = _printed_ends(claim)
    if printed is None or claim.unit != "percent" or not printed[0]:
        return ""
    base, end = printed
    percent = 100 * (end - base) / base
    sign = direction(claim)
    if agrees(claim, sign * percent if sign else abs(percent)):
        return ""
    return (
        f"From {show_number(base)} to {show_number(end)}, the two figures of the sentence, is "
        f"{percent:+.1f} per cent."
    )


def change_years(claim: Claim) -> tuple[int, int] | None:
    """Return the year a change starts from and the year it ends in, or ``None``.

    Examples
    --------
    >>> claim = find_claims("By PIPS, attacks rose 70 per cent from 2023 to 2024.")[0]
    >>> change_years(claim)
    (2023, 2024)
    """
    between = _BETWEEN.fullmatch(claim.period or "") or _BETWEEN.search(claim.sentence)
    if between:
        return int(between[1]), int(between[2])
    end = year_of(claim)
    carried = next((part.value for part in claim.context if part.part == "base period"), None)
    after = claim.sentence[claim.offset :]
    named = _BASE_YEAR.search(after)
    base = calendar_year(carried) or (int(named["year"]) if named else None)
    if end is None or (base is not None and base > end):
        return None  # "more in 2024 than in 2032": no year can be compared with a later one
    if base is None or base >= end:
        years = {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b(?!,\d)", claim.sentence)}
        others = sorted(year for year in years if year < end)
        base = others[0] if len(years) == 2 and others else end - 1
    return (base, end) if base < end else None


def _pairs(
    claim: Claim, wanted: ClaimedCount, tracker: str, base: int, end: int, reference: Reference
) -> list[list[Pair]]:
    """Return, for each series, every pair of editions that the change can be made from."""
    bases, ends = (
        [
            row
            for row in figures_for(claim, tracker, year, reference)
            if counts_the_same(row, wanted, reference)
        ]
        for year in (base, end)
    )
    edition = named_edition(claim) if ends else None
    if edition and edition.kind in {"on", "of", "version"}:
        # A report on the later year is the edition of the later figure.
        named = [row for row in ends if is_edition(row, edition, ends)]
        found = {row.series_id for row in named}
        ends = named + [row for row in ends if row.series_id not in found]
    pairs = [
        [
            Pair(first, last, 100 * (last.value - first.value) / first.value)
            for first, last in product(bases, ends)
            if first.series_id == last.series_id == series and first.value > 0
        ]
        for series in sorted({row.series_id for row in ends})
    ]
    return [found for found in pairs if found]


def _settle(
    claim: Claim, pairs: list[Pair], printed: tuple[float, float] | None
) -> tuple[str, str]:
    """Say whether a change holds in one series, and in which pair of editions."""
    if claim.unit == "percentage points":
        return (
            "contradicted",
            "Percentage points measure the distance between two shares, and this is a count.",
        )
    held = [pair for pair in pairs if _holds(claim, pair)]
    together = [pair for pair in pairs if pair.one_edition]
    if printed:
        named = [p for p in pairs if (p.base.value, p.end.value) == printed]
        if not named:
            return "contradicted", "The two figures beside it are not what the source prints."
        return (
            ("supported", "These are the two figures of the sentence.")
            if any(_holds(claim, pair) for pair in named)
            else ("contradicted", "From the two figures of the sentence it does not come out.")
        )
    if not held:
        return "contradicted", "In no pair of editions does it come out."
    if together and not any(pair in held for pair in together):
        return (
            "depends on definition",
            "The edition that prints both years gives another number; it comes out only with the "
            "base of an older edition.",
        )
    return "supported", ""


def _holds(claim: Claim, pair: Pair) -> bool:
    """Say whether a change comes out of a pair, in its direction and as it is rounded."""
    sign = direction(claim)
    percent = claim.unit.startswith("percent")
    change = pair.percent if percent else pair.end.value - pair.base.value
    return agrees(claim, sign * change if sign else abs(change))


def direction(claim: Claim) -> int:
    """Return 1 for a rise, -1 for a fall, 0 when the words beside the figure do not say.

    Examples
    --------
    >>> direction(find_claims("By PIPS, attacks fell 36.2 per cent in 2020.")[0])
    -1
    """
    end = claim.offset + len(claim.text)
    after = claim.sentence[end : end + 12]
    before = claim.sentence[max(0, claim.offset - 60) : claim.offset]
    beside = after.split(" ")[1] if after.startswith(" ") and " " in after[1:] else after
    # "46 per cent fewer deaths": the word can stand among those that are counted.
    for text in (re.sub(r"^[\d.,]+ ?(?:per cent|percent|pc|%)?", "", claim.text), beside):
        if _DOWN.search(text):
            return -1
        if _UP.search(text):
            return 1
    down = max((m.start() for m in _DOWN.finditer(before)), default=-1)
    up = max((m.start() for m in _UP.finditer(before)), default=-1)
    return 0 if down == up else -1 if down > up else 1


@lru_cache(maxsize=64)
def _counts_of(sentence: str) -> tuple[Claim, ...]:
    """Read a sentence alone; each body that may have printed its change asks."""
    return tuple(find_claims(sentence))


def _printed_ends(claim: Claim) -> tuple[float, float] | None:
    """Return the two counts that the sentence prints for a change, the earlier one first."""
    counts = [
        other
        for other in _counts_of(claim.sentence)
        if other.measure == claim.of and other.unit in {"people", "incidents"}
    ]
    if len(counts) != 2:
        return None
    first, last = counts
    between = claim.sentence[first.offset + len(first.text) : last.offset]
    if claim.sentence[: first.offset].endswith("from ") and between == " to ":
        return first.value, last.value
    if re.search(r"\b(?:from|against|over)[ ]$", between):
        return last.value, first.value
    years = calendar_year(first.period), calendar_year(last.period)
    if None in years or years[0] == years[1]:
        return None
    ordered = (first, last) if (years[0] or 0) < (years[1] or 0) else (last, first)
    return ordered[0].value, ordered[1].value


def _tell(pairs: list[Pair], why: str, reference: Reference) -> str:
    """Name the series, each pair of editions with what it gives, and what is counted."""
    first = pairs[0]
    shown = "; ".join(
        f"from {show_number(p.base.value)} in {p.base.year} ({p.base.edition}) to "
        f"{show_number(p.end.value)} in {p.end.year} ({p.end.edition}) is {p.percent:+.1f} per cent"
        for p in pairs[:_SHOWN]
    )
    more = len(pairs) - _SHOWN
    shown += f"; {more} more pairs of editions are in the evidence" if more > 0 else ""
    counts = reference.definition(first.end).counts
    reason = f" {why}" if why else ""
    return (
        f"{first.end.tracker}, {name_count(first.end, reference)}: {shown}.{reason} It counts: "
        f"{low_first(counts)}"
    )


def _what_it_is_instead(
    claim: Claim,
    found: list[list[Pair]],
    wanted: ClaimedCount,
    tracker: str,
    years: tuple[int, int],
    reference: Reference,
) -> str:
    """Say what the number of a wrong change really is, where that can be seen."""
    if not claim.unit.startswith("percent"):
        return ""
    for pair in (pair for pairs in found for pair in pairs):
        ends = f"{show_number(pair.end.value)} is of {show_number(pair.base.value)}"
        if agrees(claim, 100 * pair.end.value / pair.base.value):
            return f" {claim.value:g} per cent is what {ends}, and no change."
        backwards = 100 * abs(pair.end.value - pair.base.value) / pair.end.value
        if pair.end.value and agrees(claim, backwards):
            return " The number comes out only if the later figure is taken as the base."
        if agrees(claim, abs(pair.percent)):
            return " The size is right and the direction or the unit is not."
    others = (m for m in ("fatalities", "injuries", "attacks", *EVENTS) if m != wanted.measure)
    for measure in others:
        other = replace(wanted, measure=measure, scope=measure if measure in EVENTS else "")
        for pairs in _pairs(claim, other, tracker, *years, reference):
            for pair in pairs:
                if _holds(claim, pair):
                    return f" It is the {name_count(pair.end, reference)} that changed by so much."
    return ""


def _what_is_missing(claim: Claim, years: tuple[int, int] | None) -> str:
    missing = [name for name, value in (("place", claim.place), ("years", years)) if value is None]
    return (
        f"The text does not give one {' and '.join(missing)} for the change, so the two figures "
        "that it was made from cannot be looked up."
    )

"""Work out changes, shares and rates again, from the figures that the named source printed.

A percentage is never looked up. It is worked out from the two figures it was made of, in every
edition that the reference holds, so that the answer can name the base and the edition.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, product

from copydesk.claims import EVENTS, Claim
from copydesk.verification.dates import is_edition, named_edition
from copydesk.verification.evidence import Verdict, cite, name_count, show_number, worked_out
from copydesk.verification.query import Query, agrees
from copydesk.verification.reference import Figure
from copydesk.verification.stated_changes import (
    change_years,
    counts_beside,
    direction,
    printed_ends,
)

_SHOWN = 3
"""Pairs of editions that the reasons spell out."""
NO_BOTH = (
    "A share or a change cannot be checked from one figure: it needs both numbers that it was "
    "made from, in one definition and one edition"
)
NO_SOURCE = "no source is named whose figures the reference holds"
A_SOURCE = "A source named in the text, whose series can be looked up."
_NEED = "Both figures that it was made from, in one definition and one edition."


@dataclass(frozen=True)
class Pair:
    """The earlier and the later figure of a change; the earlier one is not 0."""

    base: Figure
    end: Figure

    @property
    def percent(self) -> float:
        """The change in per cent of the earlier figure."""
        return 100 * (self.end.value - self.base.value) / self.base.value

    @property
    def printed(self) -> tuple[float, float]:
        """The two numbers."""
        return self.base.value, self.end.value

    @property
    def one_edition(self) -> bool:
        """Say whether one edition prints both, so that one hand has counted both."""
        return self.base.edition.split(" ")[0] == self.end.edition.split(" ")[0]


def check_change(query: Query) -> Verdict:
    """Work out a change again: "a fall of 11.6 per cent", "declined by 600".

    Parameters
    ----------
    query : Query
        Of a claim whose measure is ``"change"``.

    Returns
    -------
    Verdict
    """
    claim = query.claim
    years = change_years(claim)
    if years is None or claim.place is None:
        return Verdict("cannot tell", _what_is_missing(claim, years), (), _NEED)
    found = _pairs(query, years)
    if not found:
        return _across_definitions(query, years)
    printed = printed_ends(claim)
    # The two figures of the sentence say which series it speaks of.
    found = [pairs for pairs in found if printed in [p.printed for p in pairs]] or found
    answers = [_settle(query, pairs, printed) for pairs in found]
    labels, reasons = zip(*answers, strict=True)
    label = labels[0] if len({*labels}) == 1 else "depends on definition"
    because = " ".join(map(partial(_tell, query), found, reasons))
    if label == "contradicted" and claim.unit.startswith("percent"):
        because += _what_it_is_instead(query, found, years)
    rows = dict.fromkeys(chain.from_iterable((p.base, p.end) for p in chain(*found)))
    made_from = "one of the two figures that the change is made from"
    evidence = tuple(cite(row, query.reference, f"{row.year}, {made_from}") for row in rows)
    return Verdict(label, because, evidence, _NEED)


def _across_definitions(query: Query, years: tuple[int, int]) -> Verdict:
    """Answer a change of which no series has both years; two series may have one each."""
    bases, ends = (
        [
            row
            for row in query.printed(year)
            if row.measure == query.count.measure and query.victims(row) == "all"
        ]
        for year in years
    )
    pairs = _made_of(bases, ends)
    mixed = [p for p in pairs if p.base.definition_id != p.end.definition_id and _holds(query, p)]
    if not mixed:
        base, end = years
        return Verdict(
            "cannot tell",
            f"The reference holds no series of {query.tracker} with figures for both {base} and "
            f"{end} that counts this, so the change cannot be worked out.",
            (),
            _NEED,
        )
    first, reference = mixed[0], query.reference
    return Verdict(
        "depends on definition",
        f"{_tell(query, mixed, '')} The two years are counted in two definitions "
        f"({name_count(first.base, reference)}; {name_count(first.end, reference)}), and "
        "no series of this body has both.",
        query.cite([r for p in mixed for r in (p.base, p.end)], "a figure in its own definition"),
        _NEED,
    )


def check_unattributed_change(query: Query) -> Verdict:
    """Answer a change of no named body: it is never supported, whatever some body prints."""
    known = change_years(query.claim) and query.claim.place
    bodies = sorted({row.tracker for row in query.reference.figures}) if known else []
    answers = [(body, check_change(replace(query, tracker=body))) for body in bodies]
    right = [body for body, answer in answers if answer.label == "supported"]
    if not right:
        return Verdict("cannot tell", f"{NO_BOTH}, and {NO_SOURCE}.", (), A_SOURCE)
    held = [(body, answer) for body, answer in answers if answer.evidence]
    others = [body for body, _ in held if body not in right]
    but = f", and not of those of {' and '.join(others)}." if others else "."
    return Verdict(
        "depends on definition",
        f"The text names no source for the change. It comes out of the figures of "
        f"{' and '.join(right)}{but}",
        tuple(row for _, answer in held for row in answer.evidence),
        A_SOURCE,
    )


def check_arithmetic(claim: Claim) -> str:
    """Say what is wrong when the sentence's own two figures do not make its change; else "".

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> claims = find_claims("Deaths fell by 53 per cent, from 357 to 192.")
    >>> check_arithmetic(claims[0])
    'From 357 to 192, the two figures of the sentence, is -46.2 per cent.'
    """
    printed = printed_ends(claim)
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


def _pairs(query: Query, years: tuple[int, int]) -> list[list[Pair]]:
    """Return, for each series, every pair of editions that the change can be made from."""
    bases, ends = (query.same(year) for year in years)
    edition = named_edition(query.claim) if ends else None
    if edition and edition.kind in {"on", "of", "version"}:
        # A report on the later year is the edition of the later figure.
        named = [row for row in ends if is_edition(row, edition, ends)]
        found = {row.series_id for row in named}
        ends = named + [row for row in ends if row.series_id not in found]
    series: dict[str, list[Pair]] = {}
    for pair in _made_of(bases, ends):
        if pair.base.series_id == pair.end.series_id:
            series.setdefault(pair.end.series_id, []).append(pair)
    return [series[key] for key in sorted(series)]


def _made_of(bases: list[Figure], ends: list[Figure]) -> list[Pair]:
    """Return each pair of figures; no change is a percentage of nothing."""
    return [Pair(base, end) for base, end in product(bases, ends) if base.value > 0]


def _settle(
    query: Query, pairs: list[Pair], printed: tuple[float, float] | None
) -> tuple[str, str]:
    """Say whether a change holds in one series, and in which pair of editions."""
    if query.claim.unit == "percentage points" and not _are_shares(query, pairs):
        return (
            "contradicted",
            "Percentage points measure the distance between two shares, and this is a count.",
        )
    held = {pair: _holds(query, pair) for pair in pairs}
    if printed:
        named = [held[pair] for pair in pairs if pair.printed == printed]
        if not named:
            return "contradicted", "The two figures beside it are not what the source prints."
        if any(named):
            return "supported", "These are the two figures of the sentence."
        return "contradicted", "From the two figures of the sentence it does not come out."
    for pair in pairs:
        held[pair] = held[pair] and _fits_beside(query, pair)
    if not any(held.values()):
        return "contradicted", "In no pair of editions does it come out."
    together = [held[pair] for pair in pairs if pair.one_edition]
    if together and not any(together):
        return (
            "depends on definition",
            "The edition that prints both years gives another number; it comes out only with the "
            "base of an older edition.",
        )
    return "supported", ""


def _are_shares(query: Query, pairs: list[Pair]) -> bool:
    return all(query.reference.definition(pair.end).unit == "per cent" for pair in pairs)


def _fits_beside(query: Query, pair: Pair) -> bool:
    """Say whether a pair has the one figure that the sentence prints for the change."""
    printed = zip(counts_beside(query.claim), pair.printed, strict=True)
    return all(count is None or agrees(count, value) for count, value in printed)


def _holds(query: Query, pair: Pair) -> bool:
    """Say whether a change comes out of a pair, in its direction and as it is rounded."""
    sign = direction(query.claim)
    percent = query.claim.unit == "percent"
    change = pair.percent if percent else pair.end.value - pair.base.value
    return query.agrees(sign * change if sign else abs(change))


def _tell(query: Query, pairs: list[Pair], why: str) -> str:
    """Name the series, each pair of editions with what it gives, and what is counted."""
    # The pairs in which it comes out stand first.
    pairs = sorted(pairs, key=lambda pair: not _holds(query, pair))
    shown = "; ".join(
        f"from {show_number(p.base.value)} in {p.base.year} ({p.base.edition}) to "
        f"{show_number(p.end.value)} in {p.end.year} ({p.end.edition}) is {p.percent:+.1f} per cent"
        for p in pairs[:_SHOWN]
    )
    shown += "; other pairs of editions are in the evidence" if len(pairs) > _SHOWN else ""
    return worked_out(pairs[0].end, f"{shown}. {why}".rstrip(), query.reference)


def _what_it_is_instead(query: Query, found: list[list[Pair]], years: tuple[int, int]) -> str:
    """Say what the number of a wrong change really is, where that can be seen."""
    for base, end in (pair.printed for pairs in found for pair in pairs):
        if query.agrees(100 * end / base):
            ends = f"{show_number(end)} is of {show_number(base)}"
            return f" {query.claim.value:g} per cent is what {ends}, and no change."
        if end and query.agrees(100 * abs(end - base) / end):
            return " The number comes out only if the later figure is taken as the base."
        if query.agrees(100 * abs(end - base) / base):
            return " The size is right and the direction or the unit is not."
    for measure in ("fatalities", "injuries", "attacks", *EVENTS):
        scope = measure if measure in EVENTS else ""
        other = replace(query, count=replace(query.count, measure=measure, scope=scope))
        held = (p for pairs in _pairs(other, years) for p in pairs if _holds(query, p))
        pair = next(held, None) if measure != query.count.measure else None
        if pair:
            counted = name_count(pair.end, query.reference)
            return f" It is the {counted} that changed by so much."
    return ""


def _what_is_missing(claim: Claim, years: tuple[int, int] | None) -> str:
    missing = [name for name, value in (("place", claim.place), ("years", years)) if value is None]
    return (
        f"The text does not give one {' and '.join(missing)} for the change, so the two figures "
        "that it was made from cannot be looked up."
    )

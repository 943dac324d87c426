"""Read what a sentence says of a change: its years, its direction, and the counts beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.claims import Claim, find_claims
from copydesk.verification.comparisons import DOWN, UP
from copydesk.verification.dates import calendar_year, year_of

_BASE_YEAR = re.compile(
    r"\b(?:from|over|on|than(?:[ ](?:in|for|during))?|compared[ ](?:with|to)|against)[ ]"
    r"(?:the[ ]\w+[ ](?:of|in|for)[ ])?(?P<year>(?:19|20)\d\d)\b"
)
_BOUND = re.compile(r"\b(?:more|less|fewer|higher|lower)[ ]than\b")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_BETWEEN = re.compile(r"(?:between|from) (\d{4}) (?:and|to) (\d{4})", re.IGNORECASE)
_FROM_OR_TO = re.compile(
    r"(?:[ ]in[ ]\d{4})?(?:,?[ ]from[ ][^;]*)?,?[ ](?P<which>from|to)[ ](?:only[ ])?"
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
    end, base = year_of(claim), _base_year(claim)
    if end is None:
        return _years_beside(claim)
    if base is not None and base > end:
        return None  # "more in 2024 than in 2032": no year can be compared with a later one
    if base is None or base == end:
        years = {int(year) for year in _A_YEAR.findall(claim.sentence)}
        others = [year for year in years if year < end]
        base = min(others) if len(years) == 2 and others else end - 1
    return base, end


def counts_beside(claim: Claim) -> tuple[Claim | None, Claim | None]:
    """Return the counts after a change that it is from and to: "70 per cent from 306 to 521"."""
    end = claim.offset + len(claim.text)
    found: dict[str, Claim] = {}
    for count in _ends_of(claim):
        joined = _FROM_OR_TO.fullmatch(claim.sentence, end, count.offset)
        if joined:
            found.setdefault(joined["which"], count)
    return found.get("from"), found.get("to")


def _years_beside(claim: Claim) -> tuple[int, int] | None:
    """Return the years of the two counts beside a change that has no year of its own."""
    base, end = (count and calendar_year(count.period) for count in counts_beside(claim))
    return (base, end) if base and end and base < end else None


def _base_year(claim: Claim) -> int | None:
    """Return the year that a change is said to start from, carried over or after the figure."""
    carried = next((part.value for part in claim.context if part.part == "base period"), None)
    named = _BASE_YEAR.search(claim.sentence[claim.offset :])
    return calendar_year(carried) or (int(named["year"]) if named else None)


def direction(claim: Claim) -> int:
    """Return 1 for a rise, -1 for a fall, 0 when the words beside the figure do not say.

    Examples
    --------
    >>> direction(find_claims("By PIPS, attacks fell 36.2 per cent in 2020.")[0])
    -1
    """
    end = claim.offset + len(claim.text)
    after = claim.sentence[end : end + 12]
    # "fell by more than 30 per cent": how near the number is, and no rise
    before = _BOUND.sub(" ", claim.sentence[max(0, claim.offset - 60) : claim.offset])
    beside = after.split(" ")[1] if after.startswith(" ") and " " in after[1:] else after
    # "46 per cent fewer deaths": the word can stand among those that are counted.
    for text in (claim.text, beside):
        if DOWN.search(text):
            return -1
        if UP.search(text):
            return 1
    down = max((m.start() for m in DOWN.finditer(before)), default=-1)
    up = max((m.start() for m in UP.finditer(before)), default=-1)
    return 0 if down == up else -1 if down > up else 1


@lru_cache(maxsize=64)
def _counts_of(sentence: str) -> tuple[Claim, ...]:
    """Read a sentence alone; each body that may have printed its change asks."""
    return tuple(find_claims(sentence))


def _ends_of(claim: Claim) -> list[Claim]:
    """Return the counts of a sentence that a change may be made from."""
    return [
        other
        for other in _counts_of(claim.sentence)
        if other.measure == claim.of and other.unit in {"people", "incidents"}
    ]


def printed_ends(claim: Claim) -> tuple[float, float] | None:
    """Return the two counts that the sentence prints for a change, the earlier one first."""
    counts = _ends_of(claim)
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

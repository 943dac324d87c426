"""Test the comparison of a claim ("up 56% from 2022", "more than doubled") inside one series.

A record is tested in ``records``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from copydesk.claims import Claim
from copydesk.claims.nouns import EVENT_WORDS, FATE_WORDS
from copydesk.language.hedges import AGREES, agreement
from copydesk.language.numbers import find_numbers
from copydesk.verification.evidence import Outcome, cite_all, show_number
from copydesk.verification.records import (
    is_of_all_time,
    read_record,
    settle_all_time,
    settle_record,
)
from copydesk.verification.reference import Figure, Reference

_DOWN = (
    r"down|f[ae]ll|fallen|falling|drop\w*|declin\w+|decreas\w+|fewer|less|lower|reduc\w+|dip\w*"
    r"|plung\w+|shr[aiu]nk\w*|slump\w*|tumbl\w+|sank|cut|slip\w*"
)
_UP = (
    r"up|r[io]se|risen|rising|increas\w+|surg\w+|jump\w*|gr[eo]w\w*|climb\w*|soar\w*|spik\w+"
    r"|more|higher|added"
)
DOWN = re.compile(rf"\b(?:{_DOWN})\b", re.IGNORECASE)
UP = re.compile(rf"\b(?:{_UP})\b", re.IGNORECASE)
MOVE_TO = re.compile(
    rf"\b(?:{_UP}|(?P<down>{_DOWN}))"
    r"(?:[ ](?:sharply|again|further|in[ ](?:19|20)\d\d))*[ ]to[ ](?:[a-z]+[ ]){0,2}$"
)
_FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_MANY = {"half": 0.5, "twice": 2.0, "double": 2.0, "triple": 3.0}
_MANY |= {"three times": 3.0, "four times": 4.0, "five times": 5.0}
_TIMES = re.compile(
    rf"(?:(?P<hedge>more than|nearly|almost|about) )?\b(?P<verb>{'|'.join(_FACTORS)})\b"
    r"(?: since (?P<since>\d{4}))?"
    r"(?:(?: in \d{4})?,? from (?P<from>.+?)(?: in (?P<year>\d{4}))?$)?"
)
# "more than twice as many as in 2023", "half the number of the year before"
_AS_MANY = re.compile(
    rf"(?:(?P<hedge>more than|nearly|almost|about) )?\b(?P<verb>{'|'.join(_MANY)}) "
    r"(?:as (?:many|much) (?:(?P<noun>[a-z]+) )?as|the|that) "
    r".*?(?:(?P<year>\d{4})|previous year|year before|year earlier)$"
)
# "from 11.9 per cent": where it began, and not by how much it changed.
_PERCENT = re.compile(r"(?<![\d.])(?<!from )(?P<size>\d+(?:\.\d+)?)\.? ?(?:%|pc|per ?cent)")
_MOVED = re.compile(
    r"\bfrom (?:[a-z]+ )?(?P<from>\d\S*(?: (?!in\b)[a-z]+)?)(?: .*?(?P<year>\d{4}))?$"
)
_THAN = re.compile(
    r"(?:more|fewer|higher|lower|less) than in "
    r"(?:(?P<year>\d{4})|(?:the )?(?:previous year|year before))"
)
_TENTH = 0.1
"""The size of the digit to which "doubled" is taken to be rounded."""
_EVERY = ("contradicted", "depends on definition", "supported")
"""The label when no edition fits, when some do, and when all do."""
_ANY = ("contradicted", "supported", "supported")
"""The same, where one edition that fits is enough."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE_SERIES = ("series_id", "definition_id", "country", "region", "months")


def settle_comparison(claim: Claim, row: Figure, reference: Reference) -> Outcome:
    """Test the comparison of a claim inside the series that prints its figure.

    Parameters
    ----------
    claim : Claim
        A claim with a comparison.
    row : Figure
        The figure of the named source that the claim agrees with.
    reference : Reference

    Returns
    -------
    Outcome
        "cannot tell" where a figure is missing.
    """
    words = (claim.comparison or "").lower()
    percent = _PERCENT.search(words)
    if percent:
        _, _, after = claim.sentence.partition(claim.comparison or "")
        points = after.startswith("age point")
        return _settle_percent(row, float(percent["size"]), words, reference, points)
    times = _TIMES.search(words) or _AS_MANY.search(words)
    if times:
        noun = times.groupdict().get("noun")
        if noun and (FATE_WORDS | EVENT_WORDS).get(noun) != claim.measure:
            return "cannot tell", f'it is of "{noun}".', ()
        return _settle_times(row, times.groupdict(), reference)
    moved = _MOVED.search(words)
    if moved:
        return _settle_move(claim, row, moved, reference)
    if than := _THAN.fullmatch(words):
        base = int(than["year"]) if than["year"] else row.year - 1
        falling = bool(DOWN.search(words))
        return _against(row, base, reference, lambda earlier: _moves(earlier, row, falling))
    record, series = read_record(words, row.year), _beside(row, reference)
    if record:
        return settle_record(row, series, record, reference)
    if is_of_all_time(words):
        return settle_all_time(row, series, words, reference)
    return "cannot tell", "it names no years that could be looked up.", ()


def settle_level(claim: Claim, row: Figure, reference: Reference) -> Outcome | None:
    """Test "fell to 306", which says that the year before had more; ``None`` for no such words.

    Returns
    -------
    tuple or None
        As ``settle_comparison``.
    """
    moved = MOVE_TO.search(claim.sentence[: claim.offset])
    if moved is None:
        return None
    falling = bool(moved["down"])
    return _against(row, row.year - 1, reference, lambda earlier: _moves(earlier, row, falling))


def _beside(row: Figure, reference: Reference) -> list[Figure]:
    """Return what can be set beside a figure: one place, one definition, one time of year.

    A province is no country, and nine months are no year.
    """
    return reference.where(**{name: getattr(row, name) for name in _ONE_SERIES})


def _against(
    row: Figure,
    base: int,
    reference: Reference,
    fits: Callable[[Figure], bool],
    say: str = "the series has {shown} for {base}.",
    labels: tuple[str, str, str] = _EVERY,
    ratio: Callable[[Figure], str] | None = None,
) -> Outcome:
    """Set a figure beside each edition of an earlier one, which ``fits`` or not.

    ``labels`` are those where none, some and all fit; ``ratio`` writes what the two give.
    """
    earlier = [other for other in _beside(row, reference) if other.year == base]
    used = cite_all(earlier, reference, f"series year {base} for the comparison")
    if not earlier or (ratio and any(other.value <= 0 for other in earlier)):
        return "cannot tell", f"the series has no figure for {base} to compare with.", used
    right = [fits(other) for other in earlier]
    shown = ", ".join(
        f"{show_number(other.value)} ({other.edition}){ratio(other) if ratio else ''}"
        for other in earlier
    )
    holds = "it holds" if any(right) else "it does not hold"
    text = say.format(shown=shown, base=base, holds=holds)
    return labels[any(right) + all(right)], text, used


def _settle_times(row: Figure, times: dict[str, str], reference: Reference) -> Outcome:
    """Test "more than doubled, from 335 in 2021", in every edition of the earlier figure."""
    printed, factor = times.get("from"), (_FACTORS | _MANY)[times["verb"]]

    def fits(earlier: Figure) -> bool:
        met = agreement(factor, row.value / earlier.value, _TENTH, times["hedge"])
        return met in AGREES and (not printed or _prints(printed, earlier.value))

    return _against(
        row,
        int(times["year"] or times.get("since") or row.year - 1),
        reference,
        fits,
        "against {base}: {shown}.",
        _ANY if printed else _EVERY,
        lambda earlier: f" gives {row.value / earlier.value:.2f} times",
    )


def _settle_percent(
    row: Figure, percent: float, words: str, reference: Reference, points: bool
) -> Outcome:
    """Test "up 56% from 2022": some pair of editions has to give that percentage when rounded.

    ``points`` are those of a percentage: the difference of two shares.
    """
    named = re.search(r"\b(\d{4})\b", words)
    sign = -1 if DOWN.search(words) else 1
    decimals = len(str(percent).rstrip("0").partition(".")[2])

    def change(earlier: Figure) -> float:
        moved = row.value - earlier.value
        return moved if points else 100 * moved / earlier.value

    return _against(
        row,
        int(named[1]) if named else row.year - 1,
        reference,
        lambda earlier: abs(sign * change(earlier) - percent) <= 0.5 / 10**decimals + 1e-9,
        "against {base} {holds}: {shown}.",
        _ANY,
        lambda earlier: f" gives {change(earlier):+.1f}{' points' if points else '%'}",
    )


def _settle_move(claim: Claim, row: Figure, moved: re.Match[str], reference: Reference) -> Outcome:
    """Test "up from 980 in 2022": the earlier figure has to stand in the same series."""
    falling = bool(DOWN.search((claim.comparison or "").lower()))
    if not moved["year"] and _YEAR.fullmatch(moved["from"]):
        base = int(moved["from"])
        _, _, after = claim.sentence.partition(claim.comparison or "")
        if base >= row.year or re.match(r"[ ][a-z]", after):
            return "cannot tell", f"whether {base} is a year or a figure is not clear.", ()
        return _against(row, base, reference, lambda earlier: _moves(earlier, row, falling))
    return _against(
        row,
        int(moved["year"]) if moved["year"] else row.year - 1,
        reference,
        lambda earlier: _prints(moved["from"], earlier.value) and _moves(earlier, row, falling),
        labels=_ANY,
    )


def _moves(earlier: Figure, row: Figure, falling: bool) -> bool:
    """Say whether a figure is below an earlier one, or above it."""
    return row.value < earlier.value if falling else row.value > earlier.value


def _prints(text: str, value: float) -> bool:
    """Say whether a number as printed, "30.6 million", is a value rounded to its last digit."""
    return any(agreement(n.value, value, n.step) in AGREES for n in find_numbers(text)[:1])

"""Test the comparison of a claim ("up 56% from 2022", "more than doubled") inside one series.

A record is tested in ``records``.
"""

from __future__ import annotations

import re

from copydesk.claims import Claim
from copydesk.language.hedges import AGREES, agreement
from copydesk.language.numbers import find_numbers
from copydesk.verification.evidence import Outcome, cite, show_number
from copydesk.verification.records import read_record, settle_record
from copydesk.verification.reference import Figure, Reference

_FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_TIMES = re.compile(
    rf"(?:(?P<hedge>more than|nearly|almost|about) )?\b(?P<verb>{'|'.join(_FACTORS)})\b"
    r"(?: since (?P<since>\d{4}))?"
    r"(?:(?: in \d{4})?,? from (?P<from>.+?)(?: in (?P<year>\d{4}))?$)?"
)
_TENTH = 0.1
"""The size of the digit to which "doubled" is taken to be rounded."""
_LABELS = ("contradicted", "depends on definition", "supported")
"""The label when no edition fits, when some do, and when all do."""
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")


def settle_comparison(claim: Claim, equal: list[Figure], reference: Reference) -> Outcome:
    """Test the comparison of a claim inside the series that prints its figure.

    Parameters
    ----------
    claim : Claim
        A claim with a comparison.
    equal : list of Figure
        The figures of the named source that the claim agrees with; the first one is tested.
    reference : Reference

    Returns
    -------
    Outcome
        "cannot tell" where a figure is missing.
    """
    row = equal[0]
    words = (claim.comparison or "").lower()
    series = _beside(row, reference)
    # "from 11.9 per cent": where it began, and not by how much it changed.
    change = re.search(r"(?<![\d.])(?<!from )(\d[\d.]*) ?(?:%|pc|per ?cent)", words)
    if change:
        return _settle_change(row, series, float(change[1].rstrip(".")), words, reference)
    times = _TIMES.search(words)
    if times:
        return _settle_times(row, series, times, reference)
    moved = re.search(
        r"\bfrom (?:[a-z]+ )?(\d\S*(?: (?!in\b|during\b)[a-z]+)?)(?: .*?(\d{4}))?$", words
    )
    if moved:
        return _settle_move(claim, row, series, moved, words, reference)
    record = read_record(words, row.year)
    if record:
        return settle_record(row, series, record, reference)
    return "cannot tell", "it names no years that could be looked up.", ()


MOVE_TO = re.compile(
    r"\b(?:(?P<up>up|r[io]se|risen|rising|increas\w+|gr[eo]w|grown|climb\w*|jump\w*|surg\w+|soar\w*)"
    r"|(?P<down>down|f[ae]ll|fell|fallen|dropp?\w*|declin\w+|decreas\w+|sank|plung\w+|dipp\w+))"
    r"(?:[ ](?:sharply|again|further|steadily|in[ ](?:19|20)\d\d))*[ ]to[ ](?:[a-z]+[ ]){0,2}$"
)


_CHANGE_TO = re.compile(
    r"\b(?:up|down|r[io]se|risen|f[ae]ll|fell|fallen|increas\w+|declin\w+|decreas\w+"
    r"|dropp?\w*|jump\w*|surg\w+|climb\w*|gr[eo]w\w*|soar\w*|went)\b[^.;]{0,24}?"
    r"(?P<size>\d+(?:\.\d+)?)[ ]?(?:%|pc|per[ ]?cent)(?:[^.;\d]|\b20\d\d\b){0,60}"
    r"[ ]to[ ](?:[a-z]+[ ]){0,2}$"
)


def settle_level(claim: Claim, equal: list[Figure], reference: Reference) -> Outcome | None:
    """Test "fell to 306", which says that the year before had more; ``None`` for no such words.

    Returns
    -------
    tuple or None
        As ``settle_comparison``.
    """
    row = equal[0]
    before = claim.sentence[: claim.offset]
    sized = _CHANGE_TO.search(before)
    if sized:
        series = _beside(row, reference)
        return _settle_change(row, series, float(sized["size"]), sized[0].lower(), reference)
    moved = MOVE_TO.search(before)
    if moved is None:
        return None
    earlier = [r for r in _beside(row, reference) if r.year == row.year - 1]
    used = tuple(cite(r, reference, f"series year {r.year}, before the move") for r in earlier)
    if not earlier:
        return (
            "cannot tell",
            f"the series has no figure for {row.year - 1}, from which it moved.",
            used,
        )
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right = [row.value > r.value if moved["up"] else row.value < r.value for r in earlier]
    outcome = _LABELS[any(right) + all(right)]
    return outcome, f"the series has {shown} for {row.year - 1}.", used


_ONE_SERIES = ("series_id", "definition_id", "country", "region", "months")


def _beside(row: Figure, reference: Reference) -> list[Figure]:
    """Return what can be set beside a figure: one place, one definition, one time of year.

    A province is no country, and nine months are no year.
    """
    return reference.where(**{name: getattr(row, name) for name in _ONE_SERIES})


def _settle_times(
    row: Figure, series: list[Figure], times: re.Match[str], reference: Reference
) -> Outcome:
    """Test "more than doubled, from 335 in 2021", in every edition of the earlier figure."""
    base = int(times["year"] or times["since"] or row.year - 1)
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    if not earlier or any(r.value <= 0 for r in earlier):
        return "cannot tell", f"the series has no figure for {base} to compare with.", used
    printed = times["from"]
    factor = _FACTORS[times["verb"]]
    tries = [(r, row.value / r.value) for r in earlier]
    right = [
        (not printed or _prints(printed, r.value))
        and agreement(factor, ratio, _TENTH, times["hedge"]) in AGREES
        for r, ratio in tries
    ]
    shown = ", ".join(f"{show_number(r.value)} ({r.edition}) gives {n:.2f} times" for r, n in tries)
    label = _LABELS[any(right) + all(right)]
    return label, f"against {base}: {shown}.", used


def _settle_change(
    row: Figure,
    series: list[Figure],
    percent: float,
    words: str,
    reference: Reference,
) -> Outcome:
    """Test "up 56% from 2022": some pair of editions has to give that percentage when rounded."""
    named = re.search(r"\b(\d{4})\b", words)
    base = int(named[1]) if named else row.year - 1
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    if not earlier or any(r.value <= 0 for r in earlier):
        return "cannot tell", f"the series has no figure for {base} to compare with.", used
    falling = re.search(
        r"\b(?:down|fell|fallen|drop\w*|declin\w+|decreas\w+|fewer|less|lower|reduction|fall)\b",
        words,
    )
    sign = -1 if falling else 1
    decimals = len(str(percent).rstrip("0").partition(".")[2])
    tries = [(r, 100 * (row.value - r.value) / r.value) for r in earlier]
    shown = ", ".join(f"{show_number(r.value)} ({r.edition}) gives {c:+.1f}%" for r, c in tries)
    if any(abs(sign * change - percent) <= 0.5 / 10**decimals + 1e-9 for _, change in tries):
        return "supported", f"against {base} it holds: {shown}.", used
    return "contradicted", f"against {base} it does not hold: {shown}.", used


def _settle_move(
    claim: Claim,
    row: Figure,
    series: list[Figure],
    moved: re.Match[str],
    words: str,
    reference: Reference,
) -> Outcome:
    """Test "up from 980 in 2022": the earlier figure has to stand in the same series."""
    falling = re.search(r"\b(?:down|fell|fallen|dropped|declined|decreased)\b", words)
    if not moved[2] and _BARE_YEAR.fullmatch(moved[1]):
        return _settle_direction(claim, row, series, int(moved[1]), bool(falling), reference)
    base = int(moved[2]) if moved[2] else row.year - 1
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    if not earlier:
        return "cannot tell", f"the series has no figure for {base} to compare with.", used
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right = [
        _prints(moved[1], r.value) and (row.value < r.value if falling else row.value > r.value)
        for r in earlier
    ]
    if any(right):
        return "supported", f"the series has {shown} for {base}.", used
    return "contradicted", f"the series has {shown} for {base}.", used


def _prints(text: str, value: float) -> bool:
    """Say whether a number as printed, "30.6 million", is a value rounded to its last digit."""
    return any(agreement(n.value, value, n.step) in AGREES for n in find_numbers(text)[:1])


def _settle_direction(
    claim: Claim, row: Figure, series: list[Figure], base: int, falling: bool, reference: Reference
) -> Outcome:
    """Test "up from 2022", which names a year and no figure: only the direction can be tested."""
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    _, _, after = claim.sentence.partition(claim.comparison or "")
    if base >= row.year or re.match(r"[ ][a-z]", after):
        return "cannot tell", f"whether {base} is a year or a figure is not clear.", used
    if not earlier:
        return "cannot tell", f"the series has no figure for {base} to compare with.", used
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right = [row.value < r.value if falling else row.value > r.value for r in earlier]
    outcome = _LABELS[any(right) + all(right)]
    return outcome, f"the series has {shown} for {base}.", used

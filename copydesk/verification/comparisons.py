"""Test the comparison of a claim ("a six-year record", "up 56% from 2022") inside one series."""

from __future__ import annotations

import re

from copydesk.claims import Claim
from copydesk.language.number_words import word_value
from copydesk.verification.evidence import Evidence, cite, name_count, show_number
from copydesk.verification.reference import Figure, Reference

_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_DOWNWARD = re.compile(r"\b(?:low|lowest|fewest|smallest)\b")


def settle_comparison(
    claim: Claim, equal: list[Figure], reference: Reference
) -> tuple[str, str, tuple[Evidence, ...]]:
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
    outcome : str
        ``"holds"``, ``"fails"`` or ``"open"``.
    why : str
        The figures that decide it, or what is missing.
    years : tuple of Evidence
        The other years that were looked at.
    """
    row = equal[0]
    words = (claim.comparison or "").lower()
    series = _beside(row, reference)
    change = re.search(r"(\d[\d.]*) ?(?:%|pc|per ?cent)", words)
    if change:
        return _settle_change(row, series, float(change[1].rstrip(".")), words, reference)
    moved = re.search(r"\bfrom (?:\w+ )?(\d[\d,]*)(?:.*?(\d{4}))?$", words)
    if moved:
        return _settle_move(claim, row, series, moved, words, reference)
    since = re.search(r"since (?:[a-z]+ ){0,7}(\d{4})", words)
    span = re.search(r"([a-z]+|\d+)[ -]years?\b", words)
    decades = re.search(r"\b(?:(a|[a-z]+|\d+) )?decades?\b", words)
    years = _count(span[1]) if span else 10 * _count(decades[1] or "a") if decades else 0
    base = int(since[1]) if since else row.year - years if years else None
    if base is None or not 0 < row.year - base <= 200:
        return (
            "open",
            "it reaches over years that the reference does not hold, or names no year to compare "
            "with.",
            (),
        )
    # "since it began in 2015": that year is one of those compared, and need not be above it.
    strict = bool(since) and "began" not in words and "start" not in words
    return _settle_record(row, series, base, strict, not _DOWNWARD.search(words), reference)


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


def settle_level(
    claim: Claim, equal: list[Figure], reference: Reference
) -> tuple[str, str, tuple[Evidence, ...]] | None:
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
        return "open", f"the series has no figure for {row.year - 1}, from which it moved.", used
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right = [row.value > r.value if moved["up"] else row.value < r.value for r in earlier]
    outcome = "holds" if all(right) else "open" if any(right) else "fails"
    return outcome, f"the series has {shown} for {row.year - 1}.", used


_ONE_SERIES = ("series_id", "definition_id", "country", "region", "months")
_ONE_COUNT = ("tracker", "measure", "country", "region", "months")


def _beside(row: Figure, reference: Reference) -> list[Figure]:
    """Return what can be set beside a figure: one place, one definition, one time of year.

    A province is no country, and nine months are no year.
    """
    return reference.where(**{name: getattr(row, name) for name in _ONE_SERIES})


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(word_value(word))


def _settle_record(
    row: Figure, series: list[Figure], base: int, since: bool, high: bool, reference: Reference
) -> tuple[str, str, tuple[Evidence, ...]]:
    """Test "a record in N years" or "the highest since": every year between, and the one before."""
    sign = 1 if high else -1
    between = range(base + 1, row.year)
    rows = {year: [r for r in series if r.year == year] for year in (base, *between)}
    used = tuple(
        cite(r, reference, f"series year {year} for the comparison")
        for year, found in rows.items()
        for r in found
    )
    elsewhere = tuple(
        r
        for r in reference.where(**{name: getattr(row, name) for name in _ONE_COUNT})
        if base <= r.year < row.year
        and not rows[r.year]
        and reference.definition(r).victims == reference.definition(row).victims
        and reference.definition(r).scope != "attacks"
    )
    used += tuple(
        cite(r, reference, f"year {r.year} for the comparison, in another definition")
        for r in elsewhere
    )
    word = "lower" if high else "higher"
    broken = [
        year
        for year in between
        if rows[year] and all(sign * r.value >= sign * row.value for r in rows[year])
    ]
    if broken:
        shown = ", ".join(f"{show_number(rows[y][0].value)} in {y}" for y in broken)
        return "fails", f"it does not hold inside this series, which has {shown}.", used
    unsure = [
        year for year in between if any(sign * r.value >= sign * row.value for r in rows[year])
    ]
    gaps = [year for year in between if not rows[year]]
    known = [r.value for year in between for r in rows[year]]
    held = ", ".join(str(year) for year in between if rows[year])
    spread = (
        " to ".join(show_number(value) for value in sorted({min(known), max(known)}))
        if known
        else ""
    )
    found = (
        f"what it has for {held} ({spread}) is {word} throughout"
        if known and not unsure
        else f"what it has for {held} is {spread}"
        if known
        else f"it holds no year between {base} and {row.year}"
    )
    if (
        not gaps
        and not unsure
        and (
            rows[base]
            and (
                all(sign * r.value >= sign * row.value for r in rows[base])
                or (not since and all(sign * r.value < sign * row.value for r in rows[base]))
            )
        )
    ):
        return "holds", f"inside this series it holds: {found}.", used
    reasons = [f"the series cannot settle it: {found}"]
    if gaps:
        reasons.append(f"it is too short, with no figure for {', '.join(map(str, gaps))}")
    if unsure:
        reasons.append(f"editions differ for {', '.join(map(str, unsure))}")
    if not rows[base]:
        reasons.append(f"it has no figure for {base}, the year that the comparison reaches back to")
    for other in elsewhere:
        reasons.append(
            f"for {other.year} the source prints {show_number(other.value)} ({other.edition}) in "
            f"another definition, {name_count(other, reference)}"
        )
    changed = reference.definition(row).changed
    note = f" About its definition: {changed[0].lower()}{changed[1:]}" if elsewhere else ""
    return "open", f"{'; '.join(reasons)}.{note}", used


def _settle_change(
    row: Figure,
    series: list[Figure],
    percent: float,
    words: str,
    reference: Reference,
) -> tuple[str, str, tuple[Evidence, ...]]:
    """Test "up 56% from 2022": some pair of editions has to give that percentage when rounded."""
    named = re.search(r"\b(\d{4})\b", words)
    base = int(named[1]) if named else row.year - 1
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    if not earlier or any(r.value <= 0 for r in earlier):
        return "open", f"the series has no figure for {base} to compare with.", used
    falling = re.search(
        r"\b(?:down|fell|fallen|drop\w*|declin\w+|decreas\w+|fewer|less|lower|reduction|fall)\b",
        words,
    )
    sign = -1 if falling else 1
    decimals = len(str(percent).rstrip("0").partition(".")[2])
    tries = [(r, 100 * (row.value - r.value) / r.value) for r in earlier]
    shown = ", ".join(f"{show_number(r.value)} ({r.edition}) gives {c:+.1f}%" for r, c in tries)
    if any(abs(sign * change - percent) <= 0.5 / 10**decimals + 1e-9 for _, change in tries):
        return "holds", f"against {base} it holds: {shown}.", used
    return "fails", f"against {base} it does not hold: {shown}.", used


def _settle_move(
    claim: Claim,
    row: Figure,
    series: list[Figure],
    moved: re.Match[str],
    words: str,
    reference: Reference,
) -> tuple[str, str, tuple[Evidence, ...]]:
    """Test "up from 980 in 2022": the earlier figure has to stand in the same series."""
    falling = re.search(r"\b(?:down|fell|fallen|dropped|declined|decreased)\b", words)
    if not moved[2] and _BARE_YEAR.fullmatch(moved[1]):
        return _settle_direction(claim, row, series, int(moved[1]), bool(falling), reference)
    base = int(moved[2]) if moved[2] else row.year - 1
    value = float(moved[1].replace(",", ""))
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    if not earlier:
        return "open", f"the series has no figure for {base} to compare with.", used
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right_way = row.value < value if falling else row.value > value
    if right_way and any(r.value == value for r in earlier):
        return "holds", f"the series has {shown} for {base}.", used
    return "fails", f"the series has {shown} for {base}.", used


def _settle_direction(
    claim: Claim, row: Figure, series: list[Figure], base: int, falling: bool, reference: Reference
) -> tuple[str, str, tuple[Evidence, ...]]:
    """Test "up from 2022", which names a year and no figure: only the direction can be tested."""
    earlier = [r for r in series if r.year == base]
    used = tuple(cite(r, reference, f"series year {base} for the comparison") for r in earlier)
    _, _, after = claim.sentence.partition(claim.comparison or "")
    if base >= row.year or re.match(r"[ ][a-z]", after):
        return "open", f"whether {base} is a year or a figure is not clear.", used
    if not earlier:
        return "open", f"the series has no figure for {base} to compare with.", used
    shown = ", ".join(f"{show_number(r.value)} ({r.edition})" for r in earlier)
    right = [row.value < r.value if falling else row.value > r.value for r in earlier]
    outcome = "holds" if all(right) else "open" if any(right) else "fails"
    return outcome, f"the series has {shown} for {base}.", used

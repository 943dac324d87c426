"""Date what a text says only from its own day: "last year" in an article of January 2024 is 2023.

Without the day of the article such words stay as they are, and no figure can be looked up for them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from copydesk.claims.circumstances import Circumstances
from copydesk.claims.claim import Carried, Claim
from copydesk.language.dates import month_names

_LAST_YEAR = re.compile(r"[Ll]ast (?:calendar )?year")
_THIS_YEAR = re.compile(r"[Tt]his year(?: so far| to date| alone)?")
_FROM_TODAY = re.compile(
    r"\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Cc]urrent)\b|\b(?:ago|today|yesterday"
    r"|tonight|tomorrow|so far|to date)\b"
)
# "since last year", "late last year", "March last year": a part of it, or more than it.
_NOT_THE_YEAR = re.compile(
    r"\b(?:since|until|till|by|before|after|from|late|early|earlier|mid|end|than|over|on|with|to"
    rf"|against|of|and|between|through|{'|'.join(month_names())}"
    r"|spring|summer|autumn|fall|winter)[ -](?:the )?$",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")


def relative_year(period: str | None, sentence: str, start: int, published: date) -> str | None:
    """Return the year that a period counted from the day of the article means, or ``None``.

    A year of its own in the sentence, or words before ``start``, where the period begins, that take
    a part of the year, leave it undated. The year that still runs is no whole year: "so far".

    Examples
    --------
    >>> relative_year("last year", "It counted 12 attacks last year.", 22, date(2024, 1, 10))
    '2023'
    >>> relative_year("this year", "It counted 12 attacks this year.", 22, date(2024, 7, 2))
    '2024 so far'
    >>> relative_year("last year", "It counted 12 since last year.", 20, date(2024, 1, 10)) is None
    True
    """
    if period is None or _A_YEAR.search(sentence) or _NOT_THE_YEAR.search(sentence[:start]):
        return None
    if _LAST_YEAR.fullmatch(period):
        return str(published.year - 1)
    if _THIS_YEAR.fullmatch(period):
        return f"{published.year} so far"
    return None


def with_years(
    claims: list[Claim], around: Circumstances, sentence: str, published: date | None
) -> tuple[list[Claim], Circumstances]:
    """Give "last year" the year that it is from the day of the article.

    Also in what the sentence lends to those after it; ``Claim.period`` stays as printed.
    """
    years = _years_of(around, sentence, published) if published else {}
    if published is None or not years:
        return claims, around
    day = f"{published.day} {month_names()[published.month - 1]} {published.year}"

    def dated(claim: Claim) -> Claim:
        why = f'"{claim.period}" counts from the day of the article, {day}'
        year = Carried("period", years.get(claim.period or "", ""), 0, why)
        return replace(claim, context=(*claim.context, year)) if year.value else claim

    put = tuple(cue._replace(value=years.get(cue.value, cue.value)) for cue in around.periods)
    return [dated(claim) for claim in claims], replace(around, periods=put)


def _years_of(around: Circumstances, sentence: str, published: date) -> dict[str, str]:
    """Return the year of every period that counts from the day of the article, wherever it stands.

    The same words may be undated in another place of the sentence, and then are so in both.
    """
    found = [
        (cue.value, relative_year(cue.value, sentence, cue.start, published))
        for cue in around.periods
    ]
    undated = {value for value, year in found if year is None}
    return {value: year for value, year in found if year and value not in undated}


def counts_from_today(period: str | None) -> bool:
    """Say whether a period counts from the day of the article.

    Examples
    --------
    >>> counts_from_today("last year"), counts_from_today("the same year")
    (True, False)
    """
    return bool(period) and _FROM_TODAY.search(period or "") is not None

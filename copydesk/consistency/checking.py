"""Run every check on every sentence of a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copydesk.claims import Claim
from copydesk.cleaning import CleanArticle
from copydesk.consistency.check import Check
from copydesk.consistency.counts import counts
from copydesk.consistency.finding import Finding
from copydesk.consistency.levels import levels
from copydesk.consistency.order import order
from copydesk.consistency.percentages import percentages
from copydesk.consistency.story import read_story
from copydesk.consistency.sums import sums


def checks() -> tuple[Check, ...]:
    """Return every check. Where two of them find the same, the first one tells it."""
    return (*sums(), *percentages(), *levels(), *counts(), *order())


def check_story(
    cleaned: CleanArticle,
    claims: Sequence[Claim] | None = None,
    table: Iterable[Check] | None = None,
) -> tuple[Finding, ...]:
    r"""Set a story against itself.

    Parameters
    ----------
    cleaned : CleanArticle
        From ``copydesk.cleaning.clean``.
    claims : sequence of Claim, optional
        ``find_claims(cleaned.text)``, if it was called already.
    table : iterable of Check, optional
        The checks; all of them if it is not given.

    Returns
    -------
    tuple of Finding
        What does not fit first, each part in the order of the page. Of one figure that is printed
        in many places and always fits, the first pair alone.

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> from copydesk.cleaning import clean
    >>> page = "Thefts in the port fall\n\nThefts in the port rose from 400 in May to 300 in June."
    >>> (found,) = check_story(clean(read_article(page)))
    >>> found.kind, found.agrees, found.first.line
    ('direction', False, 3)
    """
    story = read_story(cleaned, claims)
    found: dict[object, Finding] = {}
    table = tuple(table) if table is not None else checks()
    without_figures = tuple(check for check in table if not check.needs_figures)
    for passage in story.passages():
        for check in table if passage.has_figures else without_figures:
            for finding in check.findings(passage):
                places = None if finding.agrees else (finding.first.line, finding.second.line)
                value = finding.first.value, finding.second.value
                found.setdefault((finding.kind, finding.agrees, value, places), finding)
    changes = {one.first.text for one in found.values() if one.kind == "percentage"}
    told = [
        one
        for one in found.values()
        if not (one.kind == "direction" and one.agrees and one.first.text in changes)
    ]
    return tuple(sorted(told, key=lambda one: (one.agrees, one.first.line)))

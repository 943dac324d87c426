"""Find the body whose figures a claim speaks of, by the names that it goes by in print."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.claims import Claim
from copydesk.verification.reference import tracker_names

_WORDS_AROUND_A_NAME = """
the a an of think tank annual yearly security report reports data figures index year-end its
islamabad-based new latest group organisation organization database edition by table
"""
_AROUND_A_NAME = frozenset(_WORDS_AROUND_A_NAME.split())


def find_tracker(
    source: str | None, names: Mapping[str, tuple[str, ...]] | None = None
) -> str | None:
    """Return the tracker that a source names, by its full name or its initials.

    Parameters
    ----------
    source : str or None
        The source as printed.
    names : mapping of str to tuple of str, optional
        The names of each tracker, from ``Reference.names``; left out, those of the kit.

    Returns
    -------
    str or None
        ``None`` for no source, for another body, and for words that name a tracker in passing.

    Examples
    --------
    >>> find_tracker("Centre for Research and Security Studies")
    'CRSS'
    >>> find_tracker("Global Terrorism Index of 2025")
    'GTI'
    >>> find_tracker("a former CRSS analyst") is None
    True
    """
    if not source:
        return None
    # "Pakistan’s military" and "the CRSS’s report" name the body as "Pakistan military" does.
    rest = re.sub(r"[’']s\b", "", re.sub(r"\([^()]*\)", " ", source))
    for tracker, printed in (tracker_names() if names is None else names).items():
        for name in printed:
            if name not in rest:
                continue
            match = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", rest)
            if match:
                around = f"{rest[: match.start()]} {rest[match.end() :]}"
                words = re.sub(r"\b20\d\d\b|[^\w\s-]", " ", around).lower().split()
                if set(words) <= _AROUND_A_NAME:
                    return tracker
    return None


def tracker_of(
    source: str | None, names: Mapping[str, tuple[str, ...]] | None = None
) -> str | None:
    """Return the tracker that a source names, past a possessive and the year of an edition.

    Examples
    --------
    >>> tracker_of("Pakistan’s military"), tracker_of("Global Terrorism Index of 2025")
    ('Pakistan military', 'GTI')
    >>> tracker_of("a former CRSS analyst") is None
    True
    """
    if not source:
        return None
    plain = re.sub(r"(?<=\w)[’']s(?=[ ])", "", source)
    plain = re.sub(r"(?:,? (?:for|on|in))?,? (?:version )?(?:(?:19|20)\d\d|\d+\.\d+)$", "", plain)
    return find_tracker(source, names) or (find_tracker(plain, names) if plain != source else None)


def tracker_for(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the tracker that a claim names; "the military" is that of the place of the claim."""
    at_home = claim.source == "military" and f"{claim.place} military" in names
    if at_home:
        return f"{claim.place} military"
    # "Pakistan’s Interior Ministry", "the Interior Ministry of Pakistan", for figures of Pakistan.
    country = re.escape(claim.place or "\0")
    plain = re.sub(rf"^{country}[’']s?[ ]|[ ]of[ ]{country}$", "", claim.source or "")
    return tracker_of(claim.source, names) or (
        tracker_of(plain, names) if plain != claim.source else None
    )

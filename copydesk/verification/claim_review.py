"""Write verdicts as schema.org ``ClaimReview``, the form in which fact checks are exchanged.

The result is plain data for a ``<script type="application/ld+json">`` block. It says what the desk
said and no more: a rating, with the label in words, and the reasons as the text of the review.
"cannot tell" has no place on a scale from false to true, so its rating lies outside the scale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from copydesk.claims import Claim
from copydesk.verification.evidence import Verdict

BEST, WORST = 3, 1
"""The ends of the scale: 1 contradicted, 2 depends on definition, 3 supported."""
_RATINGS = {"contradicted": 1, "depends on definition": 2, "supported": 3}
_UNRATED = 0
"""The value for "cannot tell", which lies outside the scale on purpose."""


def claim_review(
    claim: Claim,
    verdict: Verdict,
    author: str,
    *,
    address: str = "",
    date: str = "",
    appearance: str = "",
) -> dict[str, Any]:
    """Return one verdict as a schema.org ``ClaimReview``.

    Parameters
    ----------
    claim : Claim
    verdict : Verdict
    author : str
        Who signs the review: a newsroom or a person. The desk signs nothing.
    address : str, optional
        The address of the published review.
    date : str, optional
        The day of the review, as ``2024-07-01``.
    appearance : str, optional
        The address of the article in which the claim appeared.

    Returns
    -------
    dict
        Ready for ``json.dumps``. Parts that were not given are left out; nothing is made up.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> from copydesk.verification import load_reference, verify
    >>> claim = find_claims("PIPS counted 306 terrorist attacks in Pakistan in 2023.")[0]
    >>> review = claim_review(claim, verify(claim, load_reference()), "The Class")
    >>> review["@type"], review["reviewRating"]["alternateName"]
    ('ClaimReview', 'supported')
    """
    item: dict[str, Any] = {"@type": "Claim", "name": claim.text}
    if claim.source:
        item["author"] = {"@type": "Organization", "name": claim.source}
    else:
        item["author"] = {"@type": "Organization", "name": "no source named"}
    if appearance:
        item["appearance"] = {"@type": "CreativeWork", "url": appearance}
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim.sentence,
        "author": {"@type": "Organization", "name": author},
        "reviewBody": verdict.because,
        "reviewRating": rating(verdict),
        "itemReviewed": item,
    }
    if address:
        review["url"] = address
    if date:
        review["datePublished"] = date
    citations = sorted({row.address for row in verdict.evidence if row.address})
    if citations:
        review["citation"] = citations
    return review


def rating(verdict: Verdict) -> dict[str, Any]:
    """Return the rating of a verdict: its label in words, and its place on the scale.

    Examples
    --------
    >>> rating(Verdict("contradicted", "", (), ""))["ratingValue"]
    1
    """
    return {
        "@type": "Rating",
        "ratingValue": _RATINGS.get(verdict.label, _UNRATED),
        "bestRating": BEST,
        "worstRating": WORST,
        "alternateName": verdict.label,
        "ratingExplanation": verdict.would_change,
    }


def to_json_ld(
    claims: Iterable[tuple[Claim, Verdict]],
    author: str,
    *,
    address: str = "",
    date: str = "",
    appearance: str = "",
) -> str:
    """Return the verdicts of an article as one JSON-LD text, safe inside an HTML page.

    Parameters
    ----------
    claims : iterable of (Claim, Verdict)
        Such as ``Report.claims``.
    author, address, date, appearance
        As for ``claim_review``.

    Returns
    -------
    str
        A JSON list. ``<`` is written as an escape, so that no text can close a ``<script>``.

    Examples
    --------
    >>> to_json_ld([], "The Class")
    '[]'
    """
    reviews = [
        claim_review(claim, verdict, author, address=address, date=date, appearance=appearance)
        for claim, verdict in claims
    ]
    text = json.dumps(reviews, ensure_ascii=False, indent=2, allow_nan=False)
    return text.replace("<", "\\u003c")

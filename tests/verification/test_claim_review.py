"""ClaimReview: a verdict in the form in which fact checks are exchanged."""

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.claims import find_claims
from copydesk.corpus import load_article
from copydesk.report import analyse_article
from copydesk.verification import Reference, load_reference, verify
from copydesk.verification.claim_review import BEST, WORST, claim_review, rating, to_json_ld
from copydesk.verification.evidence import LABELS, Verdict

TEXT = "CRSS counted 789 terrorist attacks in Pakistan in 2023."
# https://schema.org/ClaimReview, and what search engines and fact-check archives ask for.
REQUIRED = ("@context", "@type", "author", "claimReviewed", "itemReviewed", "reviewRating")
REQUIRED_RATING = ("@type", "ratingValue", "bestRating", "worstRating", "alternateName")


@cache
def reference() -> Reference:
    return load_reference()


def review(text: str = TEXT, **given: str) -> dict:
    (claim,) = find_claims(text)
    return claim_review(claim, verify(claim, reference()), "The Class", **given)


@pytest.mark.parametrize("text", [TEXT, "The blast killed seven people."])
def test_the_required_fields_are_there(text: str) -> None:
    found = review(text)
    for name in REQUIRED:
        assert found[name]
    for name in REQUIRED_RATING:
        assert name in found["reviewRating"]
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "ClaimReview"
    assert found["itemReviewed"]["@type"] == "Claim"
    assert found["itemReviewed"]["author"]["name"]
    assert found["author"]["name"] == "The Class"


def test_the_review_says_what_the_desk_said() -> None:
    found = review()
    assert found["claimReviewed"] == TEXT
    assert found["reviewRating"]["alternateName"] == "contradicted"
    assert found["itemReviewed"]["author"]["name"] == "CRSS"
    assert "586" in found["reviewBody"]
    assert all(address.startswith("http") for address in found["citation"])


def test_nothing_that_was_not_given_is_made_up() -> None:
    assert {"url", "datePublished"}.isdisjoint(review())
    assert "appearance" not in review()["itemReviewed"]
    full = review(address="https://x.example/1", date="2024-07-01", appearance="https://y.example")
    assert full["url"] == "https://x.example/1"
    assert full["datePublished"] == "2024-07-01"
    assert full["itemReviewed"]["appearance"]["url"] == "https://y.example"


def test_the_scale_runs_from_contradicted_to_supported_and_cannot_tell_is_not_on_it() -> None:
    values = {label: rating(Verdict(label, "", (), ""))["ratingValue"] for label in LABELS}
    assert values["contradicted"] == WORST
    assert WORST < values["depends on definition"] < values["supported"] == BEST
    assert not WORST <= values["cannot tell"] <= BEST


def test_a_whole_report_becomes_one_list() -> None:
    report = analyse_article(load_article("minister_wire"), reference())
    reviews = json.loads(to_json_ld(report.claims, "The Class"))
    assert len(reviews) == len(report.claims)
    assert {found["reviewRating"]["alternateName"] for found in reviews} <= set(LABELS)


@given(st.text(max_size=60))
def test_no_text_closes_the_script_that_holds_it(text: str) -> None:
    (claim,) = find_claims("CRSS counted 1,524 deaths in Pakistan in 2023.")
    text = f"</script>{text}"
    claim = replace(claim, text=text, sentence=text, source=text)
    pair = claim, Verdict("supported", text, (), text)
    written = to_json_ld([pair], "<b>The Class</b>")
    assert "<" not in written
    (review,) = json.loads(written)
    told = (review["claimReviewed"], review["reviewBody"], review["itemReviewed"]["name"])
    assert told == (text, text, text)

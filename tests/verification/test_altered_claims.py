"""No false claim is called supported: thousands of altered sentences, from fixed seeds."""

import math
from collections import Counter

import altered_claims
import composed_claims
import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify

SEED = 2023
REFERENCE = load_reference()


def supported(texts):
    """Return the texts whose false figure is called supported; without a figure, any figure."""
    return [
        (kind, text)
        for kind, text, value in texts
        for claim in find_claims(text)
        if (math.isnan(value) or claim.value == value)
        and verify(claim, REFERENCE).label == "supported"
    ]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("make", "at_least", "kinds"),
    [
        (lambda: altered_claims.altered(SEED)[::3], 600,
         {"digit", "digits turned", "year", "tracker", "place", "measure"}),
        (lambda: altered_claims.altered(SEED + 1, altered_claims.MORE_FRAMES)[::3], 600,
         {"digit", "digits turned", "year", "tracker", "place", "measure"}),
        (lambda: altered_claims.twisted(SEED)[::3], 1_000, set(altered_claims.TWISTS)),
        (lambda: altered_claims.altered_changes(SEED), 500,
         {f"change: {kind}" for kind in ("size", "ratio", "later base", "direction", "points",
                                         "tracker", "year", "place")}),
        (lambda: altered_claims.altered_published(SEED), 100,
         {"published: figure", "published: body", "published: year"}),
    ],
    ids=["counts", "counts in other words", "twisted", "changes", "published"],
)  # fmt: skip
def test_no_altered_claim_is_supported(make, at_least, kinds):
    texts = make()
    found = Counter(kind for kind, _, _ in texts)
    assert found.total() >= at_least
    assert set(found) == kinds
    assert supported(texts) == []


def test_most_true_sentences_of_the_same_forms_are_supported():
    draw = altered_claims.random.Random(SEED)
    labels = Counter()
    for said in altered_claims.true_counts()[::3]:
        text = altered_claims.write(draw.choice(altered_claims.FRAMES), said, draw)
        labels.update(
            verify(claim, REFERENCE).label
            for claim in find_claims(text)
            if claim.value == said.value
        )
    assert labels["contradicted"] == 0
    assert labels["supported"] >= 0.7 * labels.total(), labels


def test_no_sentence_composed_of_the_readers_words_in_any_order_is_supported():
    kinds = Counter()
    wrong = []
    for kind, text, value in composed_claims.compose(SEED, 200):
        kinds[kind] += 1
        labels = [verify(c, REFERENCE).label for c in find_claims(text) if c.value == value]
        wrong += [(kind, text)] if "supported" in labels else []
    assert set(kinds) == set(composed_claims.MAKERS)
    assert wrong == []


@pytest.mark.thorough
def test_no_composed_sentence_is_supported_in_twenty_thousand():
    assert supported(composed_claims.compose(SEED + 1, 20_000)) == []

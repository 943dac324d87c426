"""Sentences on ten countries and on a user's own table: none is supported that is not true."""

from collections import Counter

import pytest
from world_sentences import Row, judged, sentences

ROWS = list(sentences())
KNOWN_WRONG = frozenset(
    {
        "the war in Ukraine cost 92,615 lives",
        "the last year of the war",
        "92,615 soldiers killed in Ukraine",
        "3,341 deaths and its high estimate",
        "its quietest year since 2019",
        "Non-state violence in Myanmar killed five people",
        "UCDP denied that 53,891 people",
        "the killing of three journalists",
        "the most since 2021",
        "Displacement in Peru fell to 12,300",
    }
)
"""Words of the sentences that the desk does not answer as it should."""


@pytest.mark.parametrize("row", ROWS, ids=[row.text[:60] for row in ROWS])
def test_a_sentence_gets_the_verdict_that_is_true_of_it(row: Row) -> None:
    verdict = judged(row)
    known = any(words in row.text for words in KNOWN_WRONG)
    assert (verdict.label == row.truth) != known, verdict.because
    assert (verdict.label == "supported") <= (row.truth == "supported")


def test_each_country_has_six_sentences_and_a_reader_s_own_table_thirty() -> None:
    counts = Counter(row.subject for row in ROWS)
    assert counts.pop("own") == 30
    assert list(counts.values()) == [6] * 10

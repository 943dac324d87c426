"""Sentences that one cause decides: a record of years, an end of a range, inhabitants."""

import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify

RECORDS = {
    "supported": """
        PICSS counted 645 attacks in Pakistan in 2023, the highest number of six years.
        PIPS counted 521 attacks in Pakistan in 2024, the highest of six years.
        By PIPS, Pakistan had 521 attacks in 2024, the most of the past five years.
        PIPS counted 146 attacks in Pakistan in 2020, the lowest number of five years.
        PIPS counted 146 attacks in Pakistan in 2020, the fewest of the last six years.
        With 905 attacks in 2024, Pakistan had its worst toll of nine years, PICSS said.
        """,
    "contradicted": """
        PIPS counted 306 attacks in Pakistan in 2023, the highest number of ten years.
        PIPS counted 262 attacks in Pakistan in 2022, the lowest number of five years.
        PIPS counted 521 attacks in Pakistan in 2024, the highest number of twenty years.
        """,
    "cannot tell": """
        PIPS counted 521 attacks in Pakistan in 2024, the highest number of recent years.
        PIPS counted 521 attacks in Pakistan in 2024, the highest number of the year.
        """,
}
ENDS = {
    "supported": """
        UCDP counted 1,885 deaths in Pakistan in 2024. Its low estimate for 2024 is 1,799.
        UCDP counted 1,885 deaths in Pakistan in 2024. Its high estimate for 2024 is 2,446.
        UCDP counted 1,885 deaths in Pakistan in 2024. Its low estimate for 2023 is 1,056.
        UCDP’s best estimate for 2024 is 1,885 deaths in Pakistan.
        UCDP’s low estimate for deaths in Pakistan in 2024 is 1,799.
        UCDP’s high estimate for deaths in Pakistan in 2024 is 2,446.
        UCDP’s best estimate for deaths in Pakistan in 2024 is 1,885.
        """,
    "contradicted": """
        UCDP counted 1,885 deaths in Pakistan in 2024. Its high estimate for 2024 is 1,799.
        UCDP counted 1,885 deaths in Pakistan in 2024. Its low estimate for 2023 is 1,799.
        UCDP’s low estimate for 2024 is 1,885 deaths in Pakistan.
        UCDP’s low estimate for deaths in Pakistan in 2024 is 1,885.
        UCDP’s best estimate for 2024 is 1,799 deaths in Pakistan.
        """,
    "cannot tell": """
        UCDP’s low estimate for civilian deaths in Pakistan in 2024 is 1,799.
        """,
}
INHABITANTS = {
    "supported": """
        Pakistan had 251 million inhabitants in 2024, according to the World Bank.
        Pakistan had 251 million residents in 2024, the World Bank said.
        The World Bank counted 247.5 million inhabitants in Pakistan in 2023.
        India had about 1.4 billion inhabitants in 2023, according to the World Bank.
        """,
    "contradicted": """
        The World Bank counted 247.5 million inhabitants in Pakistan in 2024.
        Pakistan had 230 million residents in 2024, according to the World Bank.
        PIPS counted 521 inhabitants in Pakistan in 2024.
        The World Bank denied that Pakistan had 251 million inhabitants in 2024.
        """,
    "depends on definition": """
        Pakistan had 251 million inhabitants in 2024.
        """,
    "cannot tell": """
        The World Bank counted 251 million inhabitants of villages in Pakistan in 2024.
        The World Bank counted 251 million young inhabitants in Pakistan in 2024.
        UCDP counted 1,885 residents killed in Pakistan in 2024.
        """,
}


@pytest.mark.parametrize("table", [RECORDS, ENDS, INHABITANTS], ids=["record", "end", "inhabitant"])
def test_the_sentences_of_one_cause_get_the_verdict_that_is_true_of_them(table):
    wrong = []
    for label, texts in table.items():
        for text in filter(None, map(str.strip, texts.splitlines())):
            verdict = verify(find_claims(text)[-1], load_reference())
            wrong += [(text, verdict)] if verdict.label != label else []
    assert wrong == []

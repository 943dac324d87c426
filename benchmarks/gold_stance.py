"""Score attribution and stance against the gold labels of the kit's articles.

Four questions, each on the lines that the labels keep:

- attribution: is each act of saying found, with its speaker and at least half of its words? A row
  counts as found when it stands in the same sentence, the speakers are the same party, and the
  words that both share are at least half of the longer of the two. Of the rows that are found:
  how many have the verb as the labels print it, and how many the form (direct, mixed, indirect);
- stance in a sentence: ``stance_toward`` is asked for each party that a sentence names, by the
  longest of the party's names that the sentence prints;
- stances of speakers: which rows of ``find_stances`` with a side are in the labels: the sentence,
  the party and the side, with the holder and without;
- with ``--errors``, every row that is missing or wrong is printed.

A party is known by any of the names that the labels list for it in that article. The articles
were written together with their labels, so these figures are higher than they would be elsewhere.
Only the rows of every second article, from the second in the order of the names, were read while
the method was worked on: ``--half read`` scores those, ``--half unread`` the others.

    python benchmarks/gold_stance.py benchmarks/stance_pages --half unread

FOLDER holds other pages with labels of the same kind: sentences.csv, parties.csv, stances.csv and
attributions.csv. Their halves are drawn by a fixed seed.
"""

import itertools
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import pandas as pd
from sklearn.metrics import f1_score

from copydesk.corpus import CorpusError, article_names, load_gold
from copydesk.lexicons import states
from copydesk.stance import Attribution, attributions, find_stances, stance_toward

CLASSES = [-1, 0, 1]
SEED = 20261129
"""Draws the half of the pages of a folder that may be read."""

Rows = Callable[[str, str], list[dict[str, Any]]]
"""Returns the rows of one layer for one article."""


@dataclass(frozen=True)
class GoldArticle:
    """An article as its labels see it: the kept sentences as one text, and every layer."""

    name: str
    text: str
    starts: tuple[int, ...]
    sentences: dict[int, str]
    parties: dict[str, tuple[str, ...]]
    outlets: frozenset[str]
    attributions: list[dict[str, Any]]
    stances: list[dict[str, Any]]

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence at an offset of the text."""
        return sum(start <= place for start in self.starts)

    def is_party(self, printed: str | None, party: str) -> bool:
        """Say whether a printed name is one of the names of a party.

        ``outlet`` is the paper that speaks: "we", "this newspaper" or its name.
        """
        if party == "outlet":
            first = plain(printed or "").split(" ")[0]
            return first in {"we", "this", "our"} or any(
                self.is_party(printed, name) for name in self.outlets
            )
        state = re.fullmatch(r"(?:the (\w+) government|(\w+))", (printed or "").lower())
        if state and states().get(state[1] or state[2]) and "’" in party.replace("'", "’"):
            # The desk names a government after its state, and so do the labels.
            return party.startswith(states()[state[1] or state[2]].country)
        if printed is None or party == "unnamed":
            return printed is None and party == "unnamed"
        names = [plain(name) for name in (*self.parties.get(party, ()), party)]
        return any(name and (f" {name} " in f" {plain(printed)} ") for name in names) or any(
            f" {plain(printed)} " in f" {name} " for name in names
        )


def plain(name: str) -> str:
    words = re.findall(r"\w+", re.sub(r"[’']s\b", "", name.lower()))
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def rows(layer: str, name: str) -> list[dict[str, Any]]:
    return load_gold(layer, name).fillna("").to_dict("records")


def rows_of(folder: Path) -> Rows:
    """Return a reader of the tables of a folder, each read once."""
    layers = ("sentences", "parties", "stances", "attributions")
    tables = {
        layer: pd.read_csv(folder / f"{layer}.csv", keep_default_na=False) for layer in layers
    }
    return lambda layer, name: tables[layer][tables[layer]["article"] == name].to_dict("records")


def read(name: str, rows: Rows = rows) -> GoldArticle:
    parts: list[str] = []
    starts: list[int] = []
    line, length = None, 0
    sentences, parties = rows("sentences", name), rows("parties", name)
    for row in sentences:
        gap = "" if line is None else " " if row["line"] == line else "\n"
        starts.append(length + len(gap))
        parts += [gap, row["text"]]
        line, length = row["line"], length + len(gap) + len(row["text"])
    return GoldArticle(
        name=name,
        text="".join(parts),
        starts=tuple(starts),
        sentences={row["sentence"]: row["text"] for row in sentences},
        parties={row["party"]: tuple(row["names"].split(" | ")) for row in parties},
        outlets=frozenset(row["party"] for row in parties if row["kind"] == "outlet"),
        attributions=rows("attributions", name),
        stances=rows("stances", name),
    )


def overlap(one: str, other: str) -> float:
    """Return the words that two texts share, as a part of the longer one."""
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return sum((ours & theirs).values()) / max(1, ours.total(), theirs.total())


def matched(
    article: GoldArticle, found: Iterable[Attribution]
) -> tuple[list[tuple[dict[str, Any], Attribution]], list[dict[str, Any]], list[Attribution]]:
    """Pair gold attributions with ours; return the pairs, the missing and the wrong ones.

    Words that run over two sentences are cut where the labels cut them.
    """
    left = [part for ours in found for part in by_sentence(article, ours)]
    pairs, missing = [], []
    for gold in article.attributions:
        fits = [
            ours
            for ours in left
            if article.sentence_at(ours.start) == gold["sentence"]
            and article.is_party(ours.speaker, gold["speaker"])
            and overlap(ours.words, gold["words"]) >= 0.5
        ]
        if fits:
            pairs.append((gold, fits[0]))
            left.remove(fits[0])
        else:
            missing.append(gold)
    return pairs, missing, left


def by_sentence(article: GoldArticle, said: Attribution) -> Iterable[Attribution]:
    ends = [start for start in article.starts if said.start < start < said.end]
    for start, end in itertools.pairwise([said.start, *ends, said.end]):
        yield replace(said, words=article.text[start:end], start=start, end=end)


def same_verb(gold: str, ours: str) -> bool:
    return plain(gold) == plain(ours) or plain(gold).endswith(plain(ours) or "-")


def longest_name(article: GoldArticle, sentence: int, party: str) -> str:
    text = article.sentences[sentence]
    names = [name for name in article.parties.get(party, ()) if name in text]
    return max(names, key=len, default=party)


def report_attributions(articles: list[GoldArticle], errors: bool) -> None:
    pairs, missing, wrong = [], [], []
    for article in articles:
        here = matched(article, attributions(article.text))
        pairs += here[0]
        missing += here[1]
        wrong += here[2]
        for gold in here[1] if errors else []:
            click.echo(
                f"  missing {article.name} {gold['sentence']}: {gold['speaker']} | "
                f"{gold['verb']} | {gold['words']}"
            )
        for ours in here[2] if errors else []:
            number = article.sentence_at(ours.start)
            click.echo(
                f"  wrong {article.name} {number}: {ours.speaker} | {ours.verb} | {ours.words}"
            )
    found, gold_rows = len(pairs) + len(wrong), len(pairs) + len(missing)
    verbs = sum(same_verb(gold["verb"], ours.verb) for gold, ours in pairs)
    forms = sum(gold["form"] == ours.form for gold, ours in pairs)
    click.echo(
        f"attributions: precision {len(pairs) / max(1, found):.2f} ({len(pairs)} of {found}), "
        f"recall {len(pairs) / max(1, gold_rows):.2f} ({len(pairs)} of {gold_rows}); "
        f"verb right {verbs / max(1, len(pairs)):.2f}, form right {forms / max(1, len(pairs)):.2f}"
    )


def report_sentences(articles: list[GoldArticle], errors: bool) -> None:
    truth, found = [], []
    for article in articles:
        for gold in article.stances:
            name = longest_name(article, gold["sentence"], gold["party"])
            stance = stance_toward(article.sentences[gold["sentence"]], name)
            truth.append(gold["stance"])
            found.append(stance.polarity)
            if errors and stance.polarity != gold["stance"]:
                cues = ", ".join(f"{cue.text} {cue.direction:+.2f}" for cue in stance.cues)
                click.echo(
                    f"  {gold['stance']:+d} read as {stance.polarity:+d} {article.name} "
                    f"{gold['sentence']} [{name}] {article.sentences[gold['sentence']]} ({cues})"
                )
    each = f1_score(truth, found, labels=CLASSES, average=None, zero_division=0)
    right = sum(a == b for a, b in zip(truth, found, strict=True))
    click.echo(
        f"stance in a sentence: accuracy {right / max(1, len(truth)):.2f} of {len(truth)}, "
        f"macro-F1 {each.mean():.2f} (against {each[0]:.2f}, neither {each[1]:.2f}, "
        f"for {each[2]:.2f})"
    )


def report_holders(articles: list[GoldArticle], errors: bool) -> None:
    hits: Counter[str] = Counter()
    for article in articles:
        gold = [row for row in article.stances if row["stance"] and row["holder"] != "outlet"]
        ours = [row for row in find_stances(article.text) if row.polarity]
        seen: set[int] = set()
        for row in ours:
            number = article.sentence_at(row.cues[0].start)
            fits = [
                i
                for i, label in enumerate(gold)
                if label["sentence"] == number
                and label["stance"] == row.polarity
                and article.is_party(row.target, label["party"])
            ]
            held = [i for i in fits if article.is_party(row.holder, gold[i]["holder"])]
            hits["ours"] += 1
            hits["right but for the holder"] += bool(fits)
            hits["right"] += bool(held)
            seen.update(held)
            if errors and not held:
                click.echo(
                    f"  {'holder' if fits else 'wrong'} {article.name} {number}: {row.holder} -> "
                    f"{row.target} {row.polarity:+d} ({', '.join(cue.text for cue in row.cues)}) "
                    f"| {article.sentences.get(number, '')}"
                )
        hits["gold"] += len(gold)
        hits["found"] += len(seen)
        for i, label in enumerate(gold if errors else []):
            if i not in seen:
                click.echo(
                    f"  missing {article.name} {label['sentence']}: {label['holder']} -> "
                    f"{label['party']} {label['stance']:+d} | "
                    f"{article.sentences[label['sentence']]}"
                )
    click.echo(
        f"stances of speakers: precision {hits['right'] / max(1, hits['ours']):.2f} "
        f"({hits['right']} of {hits['ours']}; {hits['right but for the holder']} without the "
        f"holder), recall {hits['found'] / max(1, hits['gold']):.2f} "
        f"({hits['found']} of {hits['gold']})"
    )


def labelled() -> Iterable[GoldArticle]:
    for name in article_names():
        try:
            article = read(name)
        except CorpusError:
            continue
        if article.attributions or article.stances:
            yield article


def pages(folder: Path) -> list[GoldArticle]:
    """Return the pages of a folder, in an order that the seed gives."""
    names = sorted(set(pd.read_csv(folder / "sentences.csv")["article"]))
    random.Random(SEED).shuffle(names)
    reader = rows_of(folder)
    return [read(name, reader) for name in names]


@click.command(help=__doc__)
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="Print each row that is missing or wrong.")
@click.option("--half", type=click.Choice(["read", "unread"]), help="Only one half.")
def main(folder: Path | None, errors: bool, half: str | None) -> None:
    articles = pages(folder) if folder else list(labelled())
    if half:
        articles = articles[half == "read" :: 2]
    click.echo(f"{len(articles)} articles, {sum(len(a.sentences) for a in articles)} sentences")
    report_attributions(articles, errors)
    report_sentences(articles, errors)
    report_holders(articles, errors)


if __name__ == "__main__":
    main()

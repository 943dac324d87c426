"""Score stance toward a named party against sentences whose stance is known.

The file holds one JSON object a line, plain or with gzip (``.gz``), in the fields of NewsMTSC
(Hamborg and Donnay 2021): ``sentence``, ``mention`` (the party as printed) and ``polarity`` (-1, 0
or 1, toward that party).

TextBlob, VADER and, where the package ``afinn`` is installed, AFINN stand beside ours. They score
the whole sentence and know no party: each number with a sign is read as a stance, from 0
for TextBlob and AFINN and from the bounds ±0.05 that its authors give for VADER. Macro-F1 is the
mean of the three classes' F1, so that the rare class counts as much as the common one. Sentences
per second are CPU seconds.
"""

import gzip
import importlib.util
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from sklearn.metrics import accuracy_score, f1_score
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from copydesk.stance import stance_toward

CLASSES = [-1, 0, 1]
VADER = SentimentIntensityAnalyzer()


def ours(sentence: str, mention: str) -> int:
    return stance_toward(sentence, mention).polarity


def textblob(sentence: str, mention: str) -> int:
    polarity = TextBlob(sentence).sentiment.polarity
    return (polarity > 0) - (polarity < 0)


def vader(sentence: str, mention: str) -> int:
    compound = VADER.polarity_scores(sentence)["compound"]
    return (compound >= 0.05) - (compound <= -0.05)


def methods() -> dict[str, Callable[[str, str], int]]:
    """Return what is scored, ours last."""
    found: dict[str, Callable[[str, str], int]] = {
        "always neutral": lambda sentence, mention: 0,
        "TextBlob, sentence": textblob,
        "VADER, sentence": vader,
    }
    if importlib.util.find_spec("afinn"):
        from afinn import Afinn

        score = Afinn().score
        found["AFINN, sentence"] = lambda sentence, mention: (
            (score(sentence) > 0) - (score(sentence) < 0)
        )
    return found | {"copydesk": ours}


def read_rows(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows if row.strip()]


@click.command(help=__doc__)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    rows = read_rows(path)
    truth = [row["polarity"] for row in rows]
    click.echo(f"{len(rows)} sentences from {path.name}")
    click.echo(
        f"{'method':<20}{'accuracy':>10}{'macro-F1':>10}"
        f"{'against':>10}{'neutral':>10}{'for':>10}{'sentences/s':>13}"
    )
    for name, method in methods().items():
        start = time.process_time()
        found = [method(row["sentence"], row["mention"]) for row in rows]
        speed = len(rows) / max(1e-9, time.process_time() - start)
        each = f1_score(truth, found, labels=CLASSES, average=None, zero_division=0)
        click.echo(
            f"{name:<20}{accuracy_score(truth, found):>10.3f}{each.mean():>10.3f}"
            + "".join(f"{score:>10.3f}" for score in each)
            + f"{speed:>13,.0f}"
        )


if __name__ == "__main__":
    main()

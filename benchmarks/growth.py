"""See that each step of the desk takes time in proportion to the text, on texts made to be hard.

Each text is one piece, repeated. A step that looks at pairs of words, or a regular expression that
goes back over the text, shows up as a growth far above 4 when the text is four times as long.
"""

import time

import click

from copydesk.article import read_article
from copydesk.claims import find_claims
from copydesk.cleaning import clean
from copydesk.language.sentences import split_sentences
from copydesk.stance import attributions, find_stances
from copydesk.tone import label_choices, score_sentences

STEPS = {
    "cleaning": lambda text: clean(read_article("\n" + text)),
    "sentences": split_sentences,
    "tone": score_sentences,
    "labels": label_choices,
    "attributions": attributions,
    "stances": find_stances,
    "claims": find_claims,
}
PIECES = ["word ", "12 killed ", "“", "Ana Ruiz said that ", "not a, ", "a.b", "He left.\n", "x"]


def seconds(step, text: str) -> float:
    start = time.process_time()
    step(text)
    return time.process_time() - start


@click.command(help=__doc__)
@click.option("--characters", default=100_000, show_default=True, help="The shorter text.")
def main(characters: int) -> None:
    click.echo(f"{'step':<14}{'worst piece':<24}{'seconds':>9}{'x 4':>9}{'growth':>9}")
    for name, step in STEPS.items():
        step("He said no.")  # reads the lexicons once
        rows = []
        for piece in PIECES:
            short, long = ((piece * size)[:size] for size in (characters, 4 * characters))
            one, four = seconds(step, short), seconds(step, long)
            rows.append((four / max(one, 0.01), one, four, piece))
        growth, one, four, piece = max(rows)
        click.echo(f"{name:<14}{piece!r:<24}{one:>9.2f}{four:>9.2f}{growth:>9.1f}")


if __name__ == "__main__":
    main()

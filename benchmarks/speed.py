"""Measure in CPU seconds how long the desk takes: cold, for a page, and for many articles.

    python benchmarks/speed.py [FOLDER ...]

FOLDER holds more articles as .txt files, beside those of the kit. Four figures are printed: the
sentences whose figures are found and checked in a second, each sentence as a text of its own; the
articles that go through all steps in a second; a report in a process of its own; and a report as a
page. CPU seconds grow when other programs share a core, so the time of a fixed piece of Python is
printed with them: compare two figures when that time is the same.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from copydesk.article import Article, read_article
from copydesk.claims import find_claims
from copydesk.cleaning import clean
from copydesk.corpus import article_names, load_article
from copydesk.language.sentences import split_sentences
from copydesk.report import analyse_article
from copydesk.stance import attributions, find_stances
from copydesk.tone import label_choices, score_sentences
from copydesk.verification import Verdict, load_reference, verify

STEPS: dict[str, Callable[[str], object]] = {
    "score_sentences": score_sentences,
    "attributions": attributions,
    "label_choices": label_choices,
    "find_stances": find_stances,
    "find_claims": find_claims,
    "find_claims, verify": lambda text: check(text),
}
COMPOSED = 500
"""Sentences of figures that are composed for the first figure, beside those of the articles."""


def check(text: str) -> list[Verdict]:
    """Find the figures of a text and check each one."""
    reference = load_reference()
    return [verify(claim, reference) for claim in find_claims(text)]


def best(call: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU seconds of a few calls."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return min(spent)


def command(*arguments: str) -> float:
    """Return the CPU seconds of one command of the kit in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = [sys.executable, "-m", "copydesk", *arguments]
    # As where the kit is installed: what is compiled is kept.
    kept = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, env=kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def say(what: str, seconds: float, rate: str = "") -> None:
    click.echo(f"{what:<34}{seconds:>8.3f} s  {rate}")


def each_step(articles: list[Article]) -> None:
    """Print how long each step takes on all articles, and all steps together."""
    say("clean", best(lambda: [clean(article) for article in articles]))
    texts = [clean(article).text for article in articles]
    for name, step in STEPS.items():
        say(name, best(lambda step=step: [step(text) for text in texts]))
    sentences = [sentence.text for text in texts for sentence in split_sentences(text)]
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "verification"))
    from composed_claims import compose

    sentences += [text for _, text, _ in compose(1, COMPOSED)]
    seconds = best(lambda: [check(sentence) for sentence in sentences])
    rate = f"{len(sentences) / seconds:,.0f} sentences a CPU second"
    say(f"claims checked, {len(sentences)} sentences", seconds, rate)
    reference = load_reference()
    seconds = best(lambda: [analyse_article(article, reference) for article in articles])
    rate = f"{len(articles) / seconds:.1f} articles a CPU second"
    say(f"all steps, {len(articles)} articles", seconds, rate)


@click.command(help=__doc__)
@click.argument("folders", nargs=-1)
def main(folders: tuple[str, ...]) -> None:
    say("a fixed piece of Python", best(lambda: sum(n * n for n in range(3_000_000))))
    for arguments in (("--version",), ("report", "minister_wire"), ("report", "border_live")):
        say(f"copydesk {' '.join(arguments)}", min(command(*arguments) for _ in range(2)))
    articles = [load_article(name) for name in article_names()]
    articles += [
        read_article(path) for folder in folders for path in sorted(Path(folder).glob("*.txt"))
    ]
    each_step(articles)
    reports = [analyse_article(article, load_reference()) for article in articles[:8]]
    reports[0].to_html()
    warm = sorted(best(report.to_html) for report in reports)
    say("to_html, warm, in the middle", warm[len(warm) // 2])
    say("to_html, warm, the longest", warm[-1])
    say("a fixed piece of Python, again", best(lambda: sum(n * n for n in range(3_000_000))))


if __name__ == "__main__":
    main()

"""Score line cleaning against pages whose body lines are known.

The file holds one JSON object a line, plain or with gzip (``.gz``). Each object is a page:

- ``lines``: list of str, the page as lines of plain text;
- ``body``: list of int of the same length, 1 for a line of the article, 0 for any other line and
  -1 for a line that is not to be scored, such as the first headline;
- ``kind``: optional list of str of the same length, a name for what a noise line is.

Two simple rules are scored beside ours: keep every line; keep a line with terminal punctuation and
at least five words. F1 counts all lines of all pages together. Macro-F1 is the mean of the pages'
own F1, so that a long page weighs no more than a short one. Pages per second are CPU seconds.
"""

import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from copydesk.cleaning import five_word_rule, label_lines

Keep = Callable[[list[str]], list[bool]]


def ours(lines: list[str]) -> list[bool]:
    return [line.kept for line in label_lines(lines)]


def keep_all(lines: list[str]) -> list[bool]:
    return [True] * len(lines)


def five_words(lines: list[str]) -> list[bool]:
    return [five_word_rule(line) for line in lines]


METHODS: dict[str, Keep] = {
    "keep all": keep_all,
    "full stop and five words": five_words,
    "copydesk": ours,
}


def read_pages(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as rows:
        yield from (json.loads(row) for row in rows if row.strip())


def f1(true: int, false: int, missed: int) -> float:
    return 2 * true / max(1, 2 * true + false + missed)


def score(pages: list[dict[str, Any]], keep: Keep) -> tuple[float, ...]:
    """Return precision, recall, F1, macro-F1 and pages per CPU second."""
    begin = time.process_time()
    kept = [keep(page["lines"]) for page in pages]
    seconds = max(time.process_time() - begin, 1e-9)
    total: Counter[tuple[int, bool]] = Counter()
    per_page = []
    for page, answer in zip(pages, kept, strict=True):
        counts = Counter(zip(page["body"], answer, strict=True))
        per_page.append(f1(counts[1, True], counts[0, True], counts[1, False]))
        total += counts
    true, false, missed = total[1, True], total[0, True], total[1, False]
    precision, recall = true / max(1, true + false), true / max(1, true + missed)
    macro = sum(per_page) / max(1, len(per_page))
    return precision, recall, f1(true, false, missed), macro, len(pages) / seconds


@click.command(help=__doc__.split("\n")[0] if __doc__ else None)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    pages = list(read_pages(path))
    click.echo(f"{len(pages)} pages, {sum(len(page['lines']) for page in pages)} lines")
    click.echo(f"{'':26}precision  recall     F1  macro-F1  pages a second")
    for name, keep in METHODS.items():
        precision, recall, line_f1, macro, speed = score(pages, keep)
        click.echo(
            f"{name:26}{precision:9.3f} {recall:7.3f} {line_f1:6.3f} {macro:9.3f} {speed:15,.0f}"
        )
    removed: Counter[str] = Counter()
    noise: Counter[str] = Counter()
    for page in pages:
        rows = zip(page.get("kind", []), page["body"], ours(page["lines"]), strict=False)
        for kind, body, kept in rows:
            if body == 0:
                noise[kind] += 1
                removed[kind] += not kept
    for kind, count in sorted(noise.items()):
        click.echo(f"  copydesk removes {removed[kind] / count:5.1%} of {count:,} lines: {kind}")


if __name__ == "__main__":
    main()

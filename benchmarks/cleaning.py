"""Score line cleaning against pages whose body lines are known.

The file holds one JSON object a line, plain or with gzip (``.gz``). Each object is a page:

- ``lines``: list of str, the page as lines of plain text;
- ``body``: list of int of the same length, 1 for a line of the article, 0 for any other line and
  -1 for a line that is not to be scored, such as the first headline;
- ``kind``: optional list of str of the same length, a name for what a noise line is. "caption" and
  "title_repeat" are scored by role too, and "title" says which line is the headline;
- ``title``: optional str, the title of the page, by which the headline is scored too.

With a seed, the pages are put in two parts by site: two thirds to read while rules are written, one
third to leave unread until the end. A site is seen in the title of a page, in its copyright line or
in the addresses on it; a page without any of these is a site of its own.

Two simple rules are scored beside ours: keep every line; keep a line with terminal punctuation and
at least five words. F1 counts all lines of all pages together. Macro-F1 is the mean of the pages'
own F1, so that a long page weighs no more than a short one. Pages per second are CPU seconds.
"""

import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from copydesk.article import read_article
from copydesk.cleaning import clean, five_word_rule, label_lines

NAMED = {
    "caption": {"caption", "credit", "alt text", "repeat"},
    "title_repeat": {"headline repeat"},
}
"""The roles that are right for a noise line of a kind."""
NETWORKS = {"twitter", "facebook", "youtube", "instagram", "gmail"}

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


def letters(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def site_of(page: dict[str, Any]) -> str:
    """Return the name that a page gives to its site, or else the page's own number."""
    parts = re.split(r"\s+[|\-–—•:]+\s+|\s*\|\s*", page.get("title", "").strip())
    if len(parts) > 1 and len(parts[-1].split()) <= 5:
        return re.sub(r"\W", "", parts[-1].lower())
    text = "\n".join(page["lines"])
    owner = re.search(
        r"(?:©|Copyright)\s*(?:\(c\)|©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*"
        r"([A-Z][\w&. ]{2,30})",
        text,
    )
    if owner:
        return re.sub(r"\W", "", owner[1].lower().split(".")[0])[:14]
    hosts = Counter(
        host.lower() for host in re.findall(r"\b([a-z0-9-]+)\.(?:com|org|net|co\.uk|in)\b", text)
    )
    return next((host for host, _ in hosts.most_common() if host not in NETWORKS), page["doc"])


def parts_by_site(pages: list[dict[str, Any]], seed: int) -> dict[str, list[dict[str, Any]]]:
    """Put two thirds of the pages in one part and the pages of other sites in another."""
    sites = [site_of(page) for page in pages]
    shuffled = sorted(set(sites))
    random.Random(seed).shuffle(shuffled)
    count, unread = Counter(sites), set[str]()
    for site in shuffled:
        if 3 * sum(count[other] for other in unread) >= len(pages):
            break
        unread.add(site)
    parts: dict[str, list[dict[str, Any]]] = {"read": [], "unread": []}
    for page, site in zip(pages, sites, strict=True):
        parts["unread" if site in unread else "read"].append(page)
    return parts


def headline_is_right(page: dict[str, Any]) -> bool:
    """Say whether our headline is the title of the page, or a line that says the same."""
    kinds = zip(page["lines"], page["kind"], strict=True)
    titles = {letters(line) for line, kind in kinds if kind in ("title", "title_repeat")}
    titles.add(letters(page.get("title", "")))
    ours = letters(clean(read_article("\n".join(page["lines"]) + "\n")).headline or "")
    long = len(ours.split()) > 2
    return bool(ours) and any(
        ours == title or (long and title.startswith(ours)) for title in titles
    )


def show_scores(pages: list[dict[str, Any]]) -> None:
    click.echo(f"{len(pages)} pages, {sum(len(page['lines']) for page in pages)} lines")
    click.echo(f"{'':26}precision  recall     F1  macro-F1  pages a second")
    for name, keep in METHODS.items():
        precision, recall, line_f1, macro, speed = score(pages, keep)
        click.echo(
            f"{name:26}{precision:9.3f} {recall:7.3f} {line_f1:6.3f} {macro:9.3f} {speed:15,.0f}"
        )


def show_kinds(pages: list[dict[str, Any]]) -> None:
    """Print how many noise lines of each kind are removed, and how many have the right role."""
    removed: Counter[str] = Counter()
    noise: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for page in pages:
        rows = zip(page["kind"], page["body"], label_lines(page["lines"]), strict=True)
        for kind, body, line in rows:
            if body == 0:
                noise[kind] += 1
                removed[kind] += not line.kept
                named[kind] += line.role in NAMED.get(kind, ())
    for kind, count in sorted(noise.items()):
        told = f", and names {named[kind] / count:.1%} as such" if kind in NAMED else ""
        click.echo(
            f"  copydesk removes {removed[kind] / count:5.1%} of {count:,} lines: {kind}{told}"
        )
    right = sum(map(headline_is_right, pages))
    click.echo(f"  the headline is right on {right} of {len(pages)} pages")


@click.command(help=__doc__.split("\n")[0] if __doc__ else None)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seed", type=int, help="Put the pages in two parts by site.")
def main(path: Path, seed: int | None) -> None:
    pages = list(read_pages(path))
    parts = {"all": pages} if seed is None else parts_by_site(pages, seed)
    for name, part in parts.items():
        click.echo(f"{name}: ", nl=False)
        show_scores(part)
        if all("kind" in page for page in part):
            show_kinds(part)


if __name__ == "__main__":
    main()

"""Time surveys of folders of growing size, and the memory that they take.

    python benchmarks/survey.py 500 1000 2000
    python benchmarks/survey.py --scheduler tcp://127.0.0.1:8786 500 1000

The articles are made from the kit's own stories: each has the lines of a few of them, drawn at
random, with other figures, so that no two are the same and no sentence can be remembered from
another article. Seconds are those of the processors, of all processes together, so that what else
the computer does changes little; the workers of a cluster are asked for theirs. Each size has a
process of its own; MB is the most that it took, and that its largest worker took. A size twice as
large should take twice as long ("times", beside the size before), and hardly more memory. How far
it is, with the seconds until then, goes to standard error every half minute.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing import forkserver
from pathlib import Path

import click
import psutil

from copydesk.classroom.survey import opened, survey, write_page
from copydesk.corpus import article_names, load_article


def story(lines: list[str], rng: random.Random) -> str:
    """Return an article that was never there: a headline, and 12 to 28 lines of others."""
    drawn = [rng.choice(lines) for _ in range(rng.randint(12, 28))]
    return "\n\n".join(re.sub(r"\d+", lambda _: str(rng.randint(2, 2030)), line) for line in drawn)


def one_folder(count: int, scheduler: str) -> dict[str, float]:
    """Survey one folder of new articles."""
    rng = random.Random(count)
    lines = [line for name in article_names() for line in load_article(name).lines if line.strip()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        for number in range(count):
            path = folder / f"Paper {number % 7}" / f"{number:07}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(story(lines, rng), encoding="utf-8")
        spent, clock = used(scheduler), time.perf_counter()
        with opened(Path(name) / "out") as store:
            assert survey(folder, store, scheduler=scheduler, now=_Told()) == count
            # The workers are counted when the process that began them has ended.
            forkserver._forkserver._stop()
            read = used(scheduler)
            store.write_tables(Path(name) / "out")
            write_page(Path(name) / "out", store, "made", {})
            assert store.count_bad() == 0
        clock = time.perf_counter() - clock
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, workers = (resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)
    after = used(scheduler)
    return {
        "read s": read - spent,
        "tables s": after - read,
        "all s": after - spent,
        "clock s": clock,
        "ms each": 1000 * (after - spent) / count,
        "MB": own,
        "worker MB": workers,
    }


class _Told:
    """Prints how far a survey is, now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + 30

    def __call__(self, far: str) -> None:
        if time.monotonic() < self._next:
            return
        self._next += 30
        own = psutil.Process()
        spent = sum(
            sum(one.cpu_times()[:2])
            for one in (own, *own.children(recursive=True))
            if one.is_running()
        )
        print(
            f"{far}; {spent:.0f} s of processors, {own.memory_info().rss >> 20} MB now",
            file=sys.stderr,
            flush=True,
        )


def used(scheduler: str) -> float:
    """Return the seconds of the processors until now: this process, those that ended, a cluster."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own = sum(one.ru_utime + one.ru_stime for one in spent)
    if not scheduler:
        return own
    from distributed import Client

    with Client(scheduler, set_as_default=False) as client:
        return own + sum(client.run(time.process_time).values())


@click.command(help=__doc__)
@click.argument("sizes", nargs=-1, type=int)
@click.option("--scheduler", default="", help="The address of a Dask cluster.")
@click.option("--one", is_flag=True, hidden=True)
def main(sizes: tuple[int, ...], scheduler: str, one: bool) -> None:
    if one:
        click.echo(json.dumps(one_folder(sizes[0], scheduler)))
        return
    before: dict[str, float] = {}
    for size in sizes or (200, 400):
        line = [sys.executable, __file__, "--one", str(size), "--scheduler", scheduler]
        found = json.loads(subprocess.run(line, check=True, stdout=subprocess.PIPE).stdout)
        if not before:
            click.echo("".join(f"{column:>10}" for column in ("articles", *found, "times")))
        times = f"{found['all s'] / before['all s']:.2f}" if before else ""
        figures = (f"{value:.1f}" for value in found.values())
        click.echo("".join(f"{cell:>10}" for cell in (f"{size:,}", *figures, times)))
        before = found


if __name__ == "__main__":
    main()

"""Take a folder of articles through the desk, on all cores or a cluster; go on after a stop."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from pathlib import Path

from copydesk.classroom.many import ClusterError, as_done, cluster, cores, pace, processes
from copydesk.classroom.survey.readings import Reading, read_batch
from copydesk.classroom.survey.sources import (
    Source,
    SourceError,
    articles_below,
    in_batches,
    read_source,
    said_of,
)
from copydesk.classroom.survey.store import Store

Batch = list[Source]
Begin = Callable[[], AbstractContextManager[tuple[Executor, int]]]
"""Gives what works, and how many pieces it can do at a time."""

_MODULES = ("copydesk.classroom.survey.readings", "trafilatura", "inscriptis")
_WORKER_DIED = ("KilledWorker", "BrokenProcessPool")


def survey(
    folder: Path,
    store: Store,
    *,
    workers: int | None = None,
    scheduler: str = "",
    left_out: Path | None = None,
    now: Callable[[str], None] = lambda _: None,
) -> int:
    """Read each article of a folder that is not read yet, and keep its rows.

    Parameters
    ----------
    folder : Path
        Articles, as text or HTML, also in folders in it.
    store : Store
        Where the rows go. What it has already is not read again, unless a file has changed.
    workers : int, optional
        Processes; without it, one for each core.
    scheduler : str
        The address of a Dask cluster that reads the articles instead; empty for this computer.
    left_out : Path, optional
        A folder in it that holds no articles.
    now : callable
        Is told how far it is.

    Returns
    -------
    int
        How many articles were read now.

    Raises
    ------
    SourceError
        There is no article, or the folder's table cannot be read.
    ClusterError
        The cluster cannot be used, or was lost; what was done is kept.
    OSError
        The store cannot be written.
    """
    said = said_of(folder)
    total = sum(1 for _ in articles_below(folder, left_out))
    if not total:
        raise SourceError(f"There is no article (.txt, .html) in {folder}.")
    passed = 0

    def open_ones() -> Iterator[Source]:
        nonlocal passed
        for path in articles_below(folder, left_out):
            source = read_source(folder, path, said)
            if store.has(source.file, source.sha256):
                passed += 1
            else:
                yield source

    batches = in_batches(open_ones())
    first = next(batches, None)  # nothing is started when everything is done
    read, begun = 0, time.monotonic()
    if first is not None:
        begin = _on_cluster(scheduler) if scheduler else _on_cores(workers or cores())
        for readings in _read(begin, chain([first], batches)):
            store.add(readings)
            read += len(readings)
            now(f"articles: {pace(read, total - passed, time.monotonic() - begun)}")
    store.keep_only_present()
    return read


def _on_cores(workers: int) -> Begin:
    @contextmanager
    def begin() -> Iterator[tuple[Executor, int]]:
        with processes(workers, _MODULES) as pool:
            yield pool, workers

    return begin


def _on_cluster(address: str) -> Begin:
    return lambda: cluster(address)


def _read(begin: Begin, batches: Iterable[Batch]) -> Iterator[list[Reading]]:
    """Yield the readings of batches as they come, whatever a single article does to its worker."""
    rest = iter(batches)
    ended = False
    while not ended:
        lost: list[Batch] = []

        def more(lost: list[Batch] = lost) -> Iterator[Batch]:
            nonlocal ended
            while not lost:
                batch = next(rest, None)
                if batch is None:
                    ended = True
                    return
                yield batch

        with begin() as (pool, workers):
            for batch, future in as_done(pool, read_batch, more(), 2 * workers):
                try:
                    yield future.result()
                except Exception as error:  # each executor has kinds of its own for this
                    _only_a_worker(error)
                    lost.append(batch)
        yield from _one_by_one(begin, chain.from_iterable(lost))


def _one_by_one(begin: Begin, sources: Iterable[Source]) -> Iterator[list[Reading]]:
    """Find the article that ends its worker among those that were under way with it."""
    rest = deque(sources)
    while rest:
        with begin() as (pool, _):
            try:
                while rest:
                    done = pool.submit(read_batch, [rest[0]]).result()
                    rest.popleft()
                    yield done
            except Exception as error:
                _only_a_worker(error)
                bad = rest.popleft()
                yield [Reading(bad.file, bad.sha256, {}, "The program that read it was ended.")]


def _only_a_worker(error: Exception) -> None:
    """Pass over the end of one worker; anything else is the end of all of them.

    Raises
    ------
    ClusterError
    """
    if type(error).__name__ not in _WORKER_DIED and not isinstance(error, BrokenProcessPool):
        raise ClusterError(
            f"The workers were lost ({type(error).__name__}: {error}). What was read is kept; the "
            "same command goes on from there."
        ) from None

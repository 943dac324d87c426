"""Many pieces of work on all cores, or on a cluster: the one door for whatever has thousands.

An executor of the standard library's kind does the work: threads, where each waits for a process of
its own; processes, where the work is Python; or the workers of a Dask cluster. What is under way is
bounded, so that memory does not grow with the number of pieces.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection
from typing import Any, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


class ClusterError(RuntimeError):
    """The cluster cannot be used; the message says why, in a sentence."""


def cores() -> int:
    """Return how many cores this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def as_done(
    pool: Executor, work: Callable[[Job], Result], jobs: Iterable[Job], ahead: int
) -> Iterator[tuple[Job, Future[Result]]]:
    """Have pieces of work done, a few at a time, and yield each when it is done.

    Parameters
    ----------
    pool : Executor
        What does them.
    work : callable
        Takes a piece; a process or a cluster must be able to import it.
    jobs : iterable
        The pieces. One is taken only when it can be begun.
    ahead : int
        How many are under way or wait for a worker.

    Yields
    ------
    tuple of (job, Future)
        In the order in which they end. The future has the result, or what was raised.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with ThreadPoolExecutor(2) as pool:
    ...     sorted(done.result() for _, done in as_done(pool, abs, [-1, -2, -3], 2))
    [1, 2, 3]
    """
    waiting: dict[Future[Result], Job] = {}
    rest = iter(jobs)
    try:
        while True:
            for job in islice(rest, ahead - len(waiting)):
                waiting[_submitted(pool, work, job)] = job
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                yield waiting.pop(future), future
    finally:  # whoever asked has had enough
        for future in waiting:
            future.cancel()


def _submitted(pool: Executor, work: Callable[[Job], Result], job: Job) -> Future[Result]:
    try:
        return pool.submit(work, job)
    except BrokenExecutor as error:  # the job is as lost as those that were under way
        future: Future[Result] = Future()
        future.set_exception(error)
        return future


def pace(done: int, total: int, seconds: float) -> str:
    """Say how far a long piece of work is, how fast it goes and how long it still takes.

    Examples
    --------
    >>> pace(50, 200, 10.0), pace(200, 200, 10.0)
    ('50 of 200, 5.0 a second, about 30 seconds left', '200 of 200, 20.0 a second')
    >>> pace(100, 1_000_000, 1.0)
    '100 of 1,000,000, 100.0 a second, about 2 hours 47 minutes left'
    """
    rate = done / max(seconds, 0.001)
    said = f"{done:,} of {total:,}, {rate:.1f} a second"
    return f"{said}, about {_span((total - done) / rate)} left" if done < total and rate else said


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} second{'' if round(seconds) == 1 else 's'}"
    minutes = round(seconds / 60)
    return (
        f"{minutes // 60} hours {minutes % 60} minutes" if minutes >= 120 else f"{minutes} minutes"
    )


@contextmanager
def processes(workers: int, modules: Sequence[str] = ()) -> Iterator[Executor]:
    """Give a pool of processes that end when this one ends, however it ends.

    Parameters
    ----------
    workers : int
        How many.
    modules : sequence of str
        What they need, to be loaded once for all of them where the system can.
    """
    methods = multiprocessing.get_all_start_methods()
    # Not "fork": a copy of a process with threads may wait for a lock that nobody gives back.
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(list(modules))
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Get a worker ready: the program that began it stops it, and Ctrl-C stops that program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch(sentinel: int = parent.sentinel) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Give the workers of a Dask cluster, and how many threads they have.

    Its workers need the same edition of copydesk.

    Parameters
    ----------
    address : str
        Where its scheduler listens: "tcp://10.0.0.5:8786".

    Raises
    ------
    ClusterError
        Dask is not installed, nobody answers there, or no worker has come.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "Dask is not installed; install copydesk with its extra: copydesk[cluster]."
        ) from None
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"No Dask scheduler answers at {address} ({error}).") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError(f"The scheduler at {address} has no worker.")
        yield client.get_executor(pure=False), threads

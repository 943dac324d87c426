"""Many pieces of work: bounded, in any order, and nothing of one piece stops another."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from copydesk.classroom.many import ClusterError, as_done, cluster, pace, processes


def fail(number):
    if number == 3:
        raise ValueError(number)
    return -number


def end(number):
    if number == 3:
        os._exit(1)
    return number


def test_each_piece_is_done_once_and_one_that_fails_stops_no_other():
    with ThreadPoolExecutor(2) as pool:
        done = {
            job: future.exception() or future.result()
            for job, future in as_done(pool, fail, range(6), 2)
        }
    assert isinstance(done.pop(3), ValueError)
    assert done == {0: 0, 1: -1, 2: -2, 4: -4, 5: -5}


def test_no_more_pieces_are_taken_than_may_be_under_way():
    taken = []

    def jobs():
        for number in range(50):
            taken.append(number)
            yield number

    with ThreadPoolExecutor(2) as pool:
        for done, _ in enumerate(as_done(pool, fail, jobs(), 4)):
            assert len(taken) <= done + 4
    assert len(taken) == 50


def test_pieces_that_nobody_waits_for_any_more_are_not_begun():
    begun = []

    def work(number):
        begun.append(number)
        time.sleep(0.05)

    with ThreadPoolExecutor(1) as pool:
        for _ in as_done(pool, work, range(100), 10):
            break
    assert len(begun) <= 3


@pytest.mark.thorough
def test_a_process_that_ends_loses_what_was_under_way_and_says_so():
    with processes(1) as pool:
        done = [future.exception() for _, future in as_done(pool, end, range(9), 2)]
    assert len(done) == 9
    assert isinstance(done[-1], BrokenProcessPool)


WAITS = """
import signal, time
from copydesk.classroom.many import as_done, processes
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    with processes(2) as pool:
        for _ in as_done(pool, time.sleep, [0.01] * 4 + [60] * 4, 4):
            print("one", flush=True)
"""


@pytest.mark.thorough
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_program_that_began_them(tmp_path, how):
    script = tmp_path / "waits.py"
    script.write_text(WAITS.replace("60", "3"))
    process = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "one\n"
    workers = descendants(process.pid)
    assert len(workers) >= 2
    # Ctrl-C reaches the workers too; who is killed from outside is killed alone.
    (os.killpg if how == signal.SIGINT else os.kill)(process.pid, how)
    _, told = process.communicate(timeout=60)
    assert told.count("Traceback") == (how == signal.SIGINT)  # its own, and none of a worker
    for _ in range(1000):
        if not any(map(is_alive, workers)):
            break
        time.sleep(0.01)
    assert not [worker for worker in workers if is_alive(worker)]


def descendants(process):
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [found for child in children for found in (int(child), *descendants(child))]


def is_alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_how_long_it_still_takes_is_said_in_words():
    assert pace(0, 10, 0.0) == "0 of 10, 0.0 a second"
    assert pace(10, 2000, 1.0).endswith("10.0 a second, about 3 minutes left")
    assert pace(10, 909, 1.0 / 9).endswith("about 10 seconds left")
    assert pace(1, 91, 1.0).endswith("about 2 minutes left"), "from 90 seconds on, in minutes"
    assert pace(1, 90, 1.0).endswith("about 89 seconds left")
    assert pace(1, 7141, 1.0).endswith("about 119 minutes left")
    assert pace(1, 7201, 1.0).endswith("about 2 hours 0 minutes left")


def test_a_cluster_that_is_not_there_is_told_of():
    pattern = "Dask is not installed|No Dask scheduler answers"
    with pytest.raises(ClusterError, match=pattern), cluster("tcp://127.0.0.1:9"):
        pass

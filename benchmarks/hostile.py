"""Print what becomes of each notebook that attacks: the table of the hostile set.

    python benchmarks/hostile.py

The attacks are those of ``tests/classroom/hand_in/test_confinement.py``. Each runs in one class of
lesson 2, between a right answer and the next notebook. The columns say what the marker saw, the
state of the answer that stands beside the attack or is the attack, whether the next notebook is
marked as ever, and the seconds that it took.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/classroom/hand_in"))

from test_confinement import ANSWERS, CELLS, HERE, RIGHT, STOPPERS, run, states

from copydesk.classroom.checking.key import Key, public_cases
from copydesk.classroom.hand_in.runner import Run, runners
from copydesk.exercises import find


def seen(done: Run) -> str:
    if done.stops:
        return f"cell {done.stops[0].why}"
    failed = {number: name for number, name in done.errors.items() if number > 1}
    return f"cell stops with {next(iter(failed.values()))}" if failed else "all cells ran"


def main() -> None:
    keys = [Key(find("2.4"), public_cases(find("2.4")))]
    print(f"{'attack':<34}{'the marker saw':<40}{'its answer':<16}{'next one':<10}{'s':>5}")
    contained = 0
    with runners() as (runner,):
        run(runner, keys, RIGHT)
        for name, attack in {**CELLS, **STOPPERS, **ANSWERS}.items():
            begun = time.perf_counter()
            cells = [attack] if name in ANSWERS else [RIGHT, attack]
            if name in STOPPERS:
                cells.reverse()
            done = run(runner, keys, *cells)
            seconds = time.perf_counter() - begun
            state = states(done, keys)["2.4"]
            after = states(run(runner, keys, RIGHT), keys)["2.4"]
            harmed = (HERE / "written.txt").exists()
            fits = (state != "right") if name in ANSWERS else bool(done.errors or done.stops)
            contained += fits and after == "right" and not harmed
            print(f"{name:<34}{seen(done):<40}{state:<16}{after:<10}{seconds:>5.1f}", flush=True)
    print(f"{contained} of {len(CELLS | STOPPERS | ANSWERS)} contained")


if __name__ == "__main__":
    main()

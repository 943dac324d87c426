"""Time the marking of classes of growing size, and the memory that it takes.

    python benchmarks/marking.py 300 600 1200

A class is made of the kit's own notebooks: each learner hands in the exercises of lesson 2, with
each answer right, left open or wrong. It is collected from a zip file and marked on all cores.
Seconds are those of the processors, of all processes together, so that what else the computer does
changes little; each size has a process of its own, and MB is the most that it took. A size twice as
large should take twice as long ("times", beside the size before), and hardly more memory.
"""

from __future__ import annotations

import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
import zipfile
from pathlib import Path

from copydesk.classroom.hand_in import collect, give_back, given_cells, mark_class
from copydesk.classroom.many import cores
from copydesk.corpus import ROOT
from copydesk.exercises import exercises_of

STEM = "02_cleaning"


def write_class(path: Path, learners: int, rng: random.Random) -> None:
    """Write a zip file as Moodle makes it, with one notebook for each learner."""
    given = json.loads((ROOT / "exercises" / f"{STEM}.ipynb").read_text(encoding="utf-8"))
    solved = json.loads((ROOT / "solutions" / f"{STEM}.ipynb").read_text(encoding="utf-8"))
    answers = {
        exercise.name: [stub_of(given, exercise.name), stub_of(solved, exercise.name)]
        for exercise in exercises_of(STEM)
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(learners):
            notebook = json.loads(json.dumps(given))
            for cell in notebook["cells"]:
                source = "".join(cell["source"])
                for name, choices in answers.items():
                    if cell["cell_type"] == "code" and f"def {name}(" in source:
                        cell["source"] = rng.choice([*choices, wrong(name)])
            folder = f"Learner {number}_{1000 + number}_assignsubmission_file_"
            archive.writestr(f"{folder}/{STEM}.ipynb", json.dumps(notebook))


def stub_of(notebook: dict, name: str) -> str:
    sources = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return next(source for source in sources if f"def {name}(" in source)


def wrong(name: str) -> str:
    return textwrap.dedent(
        f"""
        def {name}(*given):
            return len(given[0]) > 20
        """
    )


def used() -> float:
    """Return the seconds of the processors until now, of this process and those that ended."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def one_class(learners: int) -> dict[str, float]:
    """Collect, mark and give back one class."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_class(folder / "in.zip", learners, random.Random(learners))
        marks = [used()]
        clock = time.perf_counter()
        collect([folder / "in.zip"], folder / "class")
        marks.append(used())
        given = given_cells(ROOT, [STEM])
        marked = sum(1 for _ in mark_class(folder / "class", given, workers=cores()))
        marks.append(used())
        assert marked == learners
        give_back(folder / "class", ROOT)
        marks.append(used())
        clock = time.perf_counter() - clock
    spans = [after - before for before, after in itertools.pairwise(marks)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(zip(("collect s", "mark s", "pages s"), spans, strict=True)) | {
        "all s": sum(spans),
        "clock s": clock,
        "ms each": 1000 * sum(spans) / learners,
        "MB": memory,
    }


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one_class(int(sys.argv[2]))))
        return
    before: dict[str, float] = {}
    for learners in map(int, sys.argv[1:] or ("30", "300")):
        line = [sys.executable, __file__, "--one", str(learners)]
        found = json.loads(subprocess.run(line, check=True, stdout=subprocess.PIPE).stdout)
        if not before:
            print("".join(f"{column:>10}" for column in ("learners", *found, "times")))
        times = f"{found['all s'] / before['all s']:.2f}" if before else ""
        figures = (f"{value:.1f}" for value in found.values())
        print("".join(f"{cell:>10}" for cell in (f"{learners:,}", *figures, times)), flush=True)
        before = found


if __name__ == "__main__":
    main()

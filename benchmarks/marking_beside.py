"""Mark the same notebooks with nbgrader, with Otter-Grader and with ``copydesk mark``.

    pip install nbgrader otter-grader
    python benchmarks/marking_beside.py 20 200

A class hands in the exercises of lesson 2, with each answer right, left open or wrong. All three
get the same answers, in the notebook that each of them gives out. The first number of notebooks is
marked by all three; ``copydesk mark`` alone marks the others too, because its start costs as much
as many notebooks. For each the table has the seconds of processor and of clock for a notebook, with
everything that the command does, and how many marks of all exercises are right.
"""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from compileall import compile_dir
from pathlib import Path

from marking import STEM, stub_of, wrong

from copydesk.classroom.export import NBGRADER_CONFIG, nbgrader_notebook, otter_notebook
from copydesk.corpus import ROOT
from copydesk.exercises import exercises_of

EXERCISES = exercises_of(STEM)
Answers = Mapping[str, tuple[str, int]]
"""By the name of an exercise: what was written, and the points that it deserves."""


def class_of(count: int) -> dict[str, Answers]:
    """Return what each learner answers."""
    rng = random.Random(1)
    places = [ROOT / folder / f"{STEM}.ipynb" for folder in ("exercises", "solutions")]
    given, solved = (json.loads(path.read_text(encoding="utf-8")) for path in places)
    return {
        f"learner{number:04}": {
            one.name: rng.choice(
                [
                    (stub_of(given, one.name), 0),
                    (wrong(one.name), 0),
                    (stub_of(solved, one.name), one.points),
                ]
            )
            for one in EXERCISES
        }
        for number in range(count)
    }


def filled(notebook: str, answers: Answers) -> str:
    """Write a learner's answers into the notebook that was given out."""
    found = json.loads(notebook)
    for cell in found["cells"]:
        for name, (answer, _) in answers.items():
            if cell["cell_type"] == "code" and f"def {name}(" in "".join(cell["source"]):
                cell["source"] = answer
    return json.dumps(found)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(folder: Path, *command: str) -> None:
    # nbgrader looks for a program of its own on the path.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def nbgrader(folder: Path, learners: Mapping[str, Answers]) -> Callable[[], dict[str, float]]:
    put(folder / "nbgrader_config.py", NBGRADER_CONFIG)
    put(folder / f"source/{STEM}/{STEM}.ipynb", nbgrader_notebook(ROOT, STEM))
    run(folder, "nbgrader", "generate_assignment", STEM)
    given = (folder / f"release/{STEM}/{STEM}.ipynb").read_text(encoding="utf-8")
    for name, answers in learners.items():
        put(folder / f"submitted/{name}/{STEM}/{STEM}.ipynb", filled(given, answers))

    def mark() -> dict[str, float]:
        run(folder, "nbgrader", "autograde", STEM)
        run(folder, "nbgrader", "export")
        with (folder / "grades.csv").open(newline="") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}

    return mark


def otter(folder: Path, learners: Mapping[str, Answers]) -> Callable[[], dict[str, float]]:
    put(folder / f"{STEM}.ipynb", otter_notebook(ROOT, STEM))
    run(folder, "otter", "assign", f"{STEM}.ipynb", "dist", "--no-run-tests")
    (grader,) = (folder / "dist/autograder").glob("*.zip")
    given = (folder / f"dist/student/{STEM}.ipynb").read_text(encoding="utf-8")
    for name, answers in learners.items():
        put(folder / name / f"{STEM}.ipynb", filled(given, answers))

    def mark() -> dict[str, float]:
        scores = {}
        for name in learners:
            notebook = f"{name}/{STEM}.ipynb"
            run(folder, "otter", "run", "-a", str(grader), "-o", name, notebook)
            results = json.loads((folder / name / "results.json").read_text())
            scores[name] = sum(test.get("score", 0) for test in results["tests"])
        return scores

    return mark


def copydesk(folder: Path, learners: Mapping[str, Answers]) -> Callable[[], dict[str, float]]:
    given = (ROOT / f"exercises/{STEM}.ipynb").read_text(encoding="utf-8")
    for name, answers in learners.items():
        put(folder / f"class/learners/{name}/{STEM}.ipynb", filled(given, answers))

    def mark() -> dict[str, float]:
        run(folder, "python", "-m", "copydesk", "mark", "class")
        with (folder / "class/marks.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))[1:]  # the first has the points possible
            return {row["learner"]: float(row["total"]) for row in rows}

    return mark


def used() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> None:
    first, *more = map(int, sys.argv[1:] or ("20", "200"))
    columns = ("marked with", "notebooks", "processor s", "clock s", "each", "scores right")
    print("".join(f"{column:>14}" for column in columns))
    compile_dir(ROOT / "copydesk", quiet=1)  # as pip left the two others when it installed them
    graders = [(nbgrader, first), (otter, first), *((copydesk, count) for count in (first, *more))]
    for grader, count in graders:
        learners = class_of(count)
        deserved = {
            name: sum(points for _, points in answers.values())
            for name, answers in learners.items()
        }
        with tempfile.TemporaryDirectory() as name:
            mark = grader(Path(name), learners)
            processor, clock = used(), time.perf_counter()
            scores = mark()
            processor, clock = used() - processor, time.perf_counter() - clock
        right = sum(scores.get(name) == points for name, points in deserved.items())
        figures = (f"{processor:.1f}", f"{clock:.1f}", f"{processor / count:.3f}")
        row = (grader.__name__, f"{count:,}", *figures, f"{right:,} of {count:,}")
        print("".join(f"{cell:>14}" for cell in row), flush=True)


if __name__ == "__main__":
    main()

"""Time the marking of classes of growing size, and the memory that it takes.

    python benchmarks/marking.py 30 300 3000

A class is made of the kit's own notebooks: each learner hands in the exercises of lesson 2, with
each answer right, left open, or wrong in one of the ways that the exercises know. It is collected
from a zip file and marked with two notebooks at a time. A size twice as large should take twice
as long, and no more memory.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sys
import tempfile
import textwrap
import time
import zipfile
from pathlib import Path

from copydesk.classroom.hand_in import collect, give_back, given_cells, mark_class
from copydesk.corpus import ROOT
from copydesk.exercises import exercises_of

STEM = "02_cleaning"


def class_of(learners: int, rng: random.Random) -> bytes:
    """Return a zip file as Moodle makes it, with one notebook for each learner."""
    given = json.loads((ROOT / "exercises" / f"{STEM}.ipynb").read_text(encoding="utf-8"))
    solved = json.loads((ROOT / "solutions" / f"{STEM}.ipynb").read_text(encoding="utf-8"))
    answers = {
        exercise.name: [stub_of(given, exercise.name), stub_of(solved, exercise.name)]
        for exercise in exercises_of(STEM)
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(learners):
            notebook = json.loads(json.dumps(given))
            for cell in notebook["cells"]:
                source = "".join(cell["source"])
                for name, choices in answers.items():
                    if cell["cell_type"] == "code" and f"def {name}(" in source:
                        cell["source"] = rng.choice([*choices, wrong(name)])
            folder = f"Learner {number}_{1000 + number}_assignsubmission_file_"
            archive.writestr(f"{folder}/{STEM}.ipynb", json.dumps(notebook))
    return out.getvalue()


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


def main() -> None:
    columns = ("learners", "collect s", "mark s", "pages s", "ms each", "MB")
    print("".join(f"{column:>10}" for column in columns))
    for learners in map(int, sys.argv[1:] or ("30", "300")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in.zip").write_bytes(class_of(learners, random.Random(learners)))
            start = time.perf_counter()
            collect([folder / "in.zip"], folder / "class")
            collected = time.perf_counter()
            marked = sum(1 for _ in mark_class(folder / "class", given_cells(ROOT)))
            done = time.perf_counter()
            assert marked == learners
            give_back(folder / "class", ROOT)
            written = time.perf_counter()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        spans = (collected - start, done - collected, written - done)
        figures = (*(f"{span:.1f}" for span in spans), f"{1000 * spans[1] / learners:.0f}")
        print("".join(f"{figure:>10}" for figure in (f"{learners:,}", *figures, f"{memory:.0f}")))


if __name__ == "__main__":
    main()

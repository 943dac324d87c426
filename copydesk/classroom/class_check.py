"""Run every notebook before class with nbval, and say in words what would break for learners."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from jinja2 import Environment, PackageLoader

from copydesk import __version__
from copydesk.classroom.testing import (
    CELL_SECONDS,
    NOT_IN_A_CLASS,
    Command,
    lax_arguments,
    passes,
    strict_arguments,
)

_COLOURS = re.compile(r"#x1B\[[\d;]*m")
# What nbval says, what it is, and what it means for a class.
_KINDS = (
    (
        "caused an exception",
        "stops with an error ({error})",
        "A learner who runs it sees that error, and what needs this cell fails too.",
    ),
    (
        "exceeded",
        f"does not end within {CELL_SECONDS} seconds",
        "A class would wait here, or this computer was busy: close what else runs and try again. "
        "What stands below was not run.",
    ),
    (
        "",
        "shows something else than the notebook that the kit keeps",
        "What the text says about it may not be true on this computer.",
    ),
)
_READERS = {
    "notebooks": "the class meets it in the lesson",
    "exercises": "the class meets it before anything is answered",
    "solutions": "only you meet it, in the solutions",
}


class ClassCheckError(RuntimeError):
    """The notebooks could not be run at all; the message is what was printed."""


@dataclass(frozen=True)
class Break:
    """The first cell of a notebook that does not do what it should.

    Attributes
    ----------
    notebook : str
        "notebooks/02_cleaning.ipynb".
    cell : int
        Its place among the code cells, from 1.
    begins : str
        The first line of its code.
    what, means : str
        What it does, and what that is for a class.
    more : int
        Cells below it that fail too; most follow from it.
    """

    notebook: str
    cell: int
    begins: str
    what: str
    means: str
    more: int

    def __str__(self) -> str:
        reader = _READERS.get(self.notebook.split("/")[0], "")
        below = f" Cells below it that fail too: {self.more}." if self.more else ""
        return (
            f"{self.notebook}, code cell {self.cell} (`{self.begins}`; {reader}): "
            f"it {self.what}. {self.means}{below}"
        )


@dataclass(frozen=True)
class ClassCheck:
    """What came of running the notebooks.

    Attributes
    ----------
    notebooks, cells : int
        How many ran.
    breaks : tuple of Break
        At most one for each notebook, in order.
    """

    notebooks: int
    cells: int
    breaks: tuple[Break, ...]

    def to_text(self) -> str:
        """Return it as sentences."""
        ran = f"{self.notebooks} notebooks with {self.cells} code cells were run on this computer."
        if not self.breaks:
            return f"{ran} Nothing would break for learners.\n"
        found = "\n\n".join(map(str, self.breaks))
        return f"{ran} Notebooks in which something would break: {len(self.breaks)}.\n\n{found}\n"

    def to_html(self) -> str:
        """Return it as one page, what the class meets first."""
        environment = Environment(
            loader=PackageLoader("copydesk.classroom", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        by_place = [
            (place, reader, [one for one in self.breaks if one.notebook.startswith(f"{place}/")])
            for place, reader in _READERS.items()
        ]
        return environment.get_template("class_check.html.j2").render(
            version=__version__,
            found=self,
            places=[row for row in by_place if row[2]],
        )


def check_class(
    root: Path, stems: Sequence[str] = (), now: Callable[[str], None] = lambda _: None
) -> ClassCheck:
    """Run lessons, solutions and exercises as a class does, and gather what breaks.

    Parameters
    ----------
    root : Path
        The folder of the kit.
    stems : sequence of str
        Which lessons; empty means all.
    now : callable
        Is told what is being run.

    Returns
    -------
    ClassCheck

    Raises
    ------
    ClassCheckError
        nbval could not run them.
    """
    reports = []
    sets = {"lessons and solutions": strict_arguments, "exercises": lax_arguments}
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in sets.items():
            now(f"running {name}")
            report = Path(folder) / "report.xml"
            line = (sys.executable, "-m", "pytest", *arguments(root, stems))
            told = (f"--rootdir={root}", f"--junitxml={report}")
            _, printed = passes(Command((*line, *told), NOT_IN_A_CLASS, True), root)
            said = report.read_text(encoding="utf-8") if report.exists() else ""
            if "<testcase" not in said:
                raise ClassCheckError(printed)
            reports.append(said)
            report.unlink()
    return read_reports(reports)


def read_reports(reports: Sequence[str]) -> ClassCheck:
    """Read what pytest and nbval wrote, as JUnit XML."""
    by_notebook: dict[str, list[ET.Element]] = {}
    for report in reports:
        for case in ET.fromstring(report).iter("testcase"):
            by_notebook.setdefault(_path(case.attrib), []).append(case)
    breaks = []
    for notebook, cases in by_notebook.items():
        failed = [case for case in cases if case.find("failure") is not None]
        if failed:
            breaks.append(_break(notebook, failed[0], len(failed) - 1))
    cells = sum(map(len, by_notebook.values()))
    return ClassCheck(len(by_notebook), cells, tuple(breaks))


def _path(case: Mapping[str, str]) -> str:
    """Return the notebook that a test case is of: pytest writes dots for slashes."""
    return case["classname"].removesuffix(".ipynb").replace(".", "/") + ".ipynb"


def _break(notebook: str, case: ET.Element, more: int) -> Break:
    lines = _COLOURS.sub("", case.findtext("failure") or "").strip().splitlines()
    heading = lines[1] if len(lines) > 1 else ""
    code = lines.index("Input:") + 1 if "Input:" in lines else len(lines)
    begins = next((line for line in lines[code:] if line.strip()), "")
    what, means = next((what, means) for said, what, means in _KINDS if said in heading)
    number = int(case.attrib["name"].removeprefix("Cell ")) + 1
    return Break(notebook, number, begins, what.format(error=lines[-1]), means, more)

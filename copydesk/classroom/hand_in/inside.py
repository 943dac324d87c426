"""Run handed-in notebooks, one after the other, each in a confined child of this process.

This file is started as a program, by `copydesk.classroom.hand_in.runner`. It loads what a notebook
may need, runs the notebooks that a class was given, so that tables are read and caches are full,
and then forks once for each notebook that it is sent: the child confines itself, runs the cells,
and answers questions about what they define. Neither it nor its child ever holds a solution: what
would load one, `copydesk.exercises` and most of `copydesk.classroom`, is replaced by modules
whose names do nothing.

What it reads and writes are lines of JSON, on two pairs of pipes: one for this process, and one
for its child, so that nothing the child writes can be taken for words of this process.
"""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import json
import linecache
import os
import pickle
import re
import select
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_SEALED = ("exercises", "classroom")  # they hold the solutions, or load what does
_OPEN = (
    "checking.plain",
    "checking.running",
    "checking.slips",
    "checking.time_limit",
    "checking.values",
    "hand_in.confinement",
)
_ROOMS = ("charts", "claims", "cleaning", "corpus", "evaluation", "report", "stance", "tone")
_LIBRARIES = ("numpy", "pandas", "matplotlib.figure", "matplotlib.pyplot", "IPython.display")


class Inert:
    """Something that does nothing, whatever is asked of it."""

    def __call__(self, *_: object, **__: object) -> Inert:  # noqa: D102  # it does nothing
        return self

    def __getattr__(self, name: str) -> Inert:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, _: object) -> Inert:
        return self

    def __iter__(self) -> Iterator[Inert]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __repr__(self) -> str:
        return ""


class _InertModule(types.ModuleType):
    def __getattr__(self, name: str) -> Inert:
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert()


class _Seal(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Put a module that does nothing in the place of each one that knows a solution."""

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        room, _, rest = name.removeprefix("copydesk.").partition(".")
        if not name.startswith("copydesk.") or room not in _SEALED or rest in _OPEN:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        module = _InertModule(spec.name)
        from copydesk.corpus.places import package_path

        module.__path__ = [str(package_path("/".join(spec.name.split(".")[1:])))]
        return module

    def exec_module(self, module: types.ModuleType) -> None:
        """Leave it empty."""


def readable() -> list[Path]:
    """Return what a notebook may read: Python, its libraries, and the kit without solutions."""
    from copydesk.corpus.places import INSTALLED, ROOT, package_path

    data, package = ROOT / "data", package_path("")
    hidden = {package / room for room in _SEALED}
    if INSTALLED:  # the lessons, which hold the solutions, are in the package then
        hidden |= {path for path in ROOT.iterdir() if path != data}
    roots = [Path(sys.prefix), Path(sys.base_prefix), Path("/usr/lib"), Path("/usr/share"), data]
    roots += [Path(entry) for entry in sys.path if entry and Path(entry).name == "site-packages"]
    found = [path for root in {*roots, package} for path in _without(root.resolve(), hidden)]
    return [*found, Path("/dev/urandom"), Path("/dev/null"), Path("/etc/localtime")]


def _without(root: Path, hidden: set[Path]) -> Iterator[Path]:
    """Yield a folder, or the parts of it that hold nothing hidden."""
    if root in hidden:
        return
    if not any(path.is_relative_to(root) for path in hidden):
        yield root
        return
    for part in root.iterdir():
        yield from _without(part, hidden)


def run_cells(
    cells: Sequence[str], skipped: Sequence[int], names: dict[str, Any], tell: Any
) -> None:
    """Run the cells of a notebook one after the other, and tell of each before and after.

    A cell that fails is told of, and the next one runs.
    """
    for number, source in enumerate(cells):
        if number in skipped:
            continue
        tell({"cell": number})
        name = f"cell {number + 1}"
        try:
            code = _as_python(source)
            linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
            exec(compile(code, name, "exec"), names)
        except BaseException as error:  # whatever a stranger's code raises
            tell({"cell": number, "error": type(error).__name__})


def _as_python(source: str) -> str:
    """Turn the lines that only a notebook knows, such as ``%matplotlib``, into Python."""
    if not re.search(r"^\s*[%!?]|[?]\s*$", source, re.M):
        return source
    from IPython.core.inputtransformer2 import TransformerManager

    return str(TransformerManager().transform_cell(source))  # type: ignore[no-untyped-call]


def _names() -> dict[str, Any]:
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    main.__dict__.update(get_ipython=Inert(), display=Inert())
    return main.__dict__


def _in_child(
    job: Mapping[str, Any], files: list[Path], questions: int, replies: int, parent: int
) -> None:
    """Be the child: confine, run, answer, and end."""
    from copydesk.classroom.checking.running import look_at
    from copydesk.classroom.hand_in.confinement import confine, end_with_parent

    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    if job["folder"]:
        confine(Path(job["folder"]), files)
    else:
        end_with_parent()
    if os.getppid() != parent:
        return  # it ended before the kernel was asked
    with io.FileIO(replies, "w") as out, io.BufferedReader(io.FileIO(questions)) as lines:

        def tell(message: Mapping[str, Any]) -> None:
            text = json.dumps({"nonce": job["nonce"], **message}).encode() + b"\n"
            while text:
                text = text[out.write(text) :]

        names = _names()
        run_cells(job["cells"], job["skip"], names, tell)
        tell({"ready": True})
        for line in lines:
            asked = pickle.loads(base64.b64decode(json.loads(line)["asked"]))
            tell({"answer": dataclasses.asdict(look_at(names=names, **asked))})


def _warm(notebooks: Sequence[Sequence[str]]) -> None:
    """Run notebooks of the kit, so that what they load is loaded when a child begins."""
    main = sys.modules["__main__"]
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
        for cells in notebooks:
            run_cells(cells, (), _names(), lambda message: None)
    sys.modules["__main__"] = main
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
    gc.collect()
    gc.freeze()  # a child that touches no old object copies no page of memory


def _empty(pipe: int) -> None:
    while select.select([pipe], [], [], 0)[0] and os.read(pipe, 1 << 16):
        pass  # what was meant for a child that is gone


def _serve(control: int, reports: int, questions: int, replies: int) -> None:
    """Run each notebook that comes, in a child, until no more can come."""
    files, parent = readable(), os.getpid()

    def report(message: Mapping[str, Any]) -> None:
        os.write(reports, json.dumps(message).encode() + b"\n")

    report({"warm": True})
    with os.fdopen(control, "rb") as lines:
        for line in lines:
            message = json.loads(line)
            _empty(questions)
            child = os.fork()
            if child == 0:
                try:
                    os.close(reports)
                    os.close(control)
                    _in_child(message, files, questions, replies, parent)
                finally:
                    os._exit(0)
            report({"child": child})
            _, status = os.waitpid(child, 0)
            report({"over": status})


def main(*pipes: int) -> None:
    """Get warm, become one process for each four pipes, and serve; see the top of this module."""
    sys.meta_path.insert(0, _Seal())
    from copydesk.classroom.hand_in.confinement import end_with_parent, why_not

    end_with_parent()
    why_not()  # it loads what a child is confined with
    path, first = Path("given.json"), os.getpid()
    given = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    # What the notebooks of a class load is enough for theirs; where nobody knows, everything.
    for library in () if given else (*_LIBRARIES, *(f"copydesk.{room}" for room in _ROOMS)):
        importlib.import_module(library)
    importlib.import_module("copydesk.classroom.checking.running")  # what each child needs
    _warm(given)
    fours = [pipes[at : at + 4] for at in range(0, len(pipes), 4)]
    for at in range(len(fours)):
        Path(f"{at}").mkdir()
    # The last ones are copies; this process is the first one.
    at = next((at for at in range(1, len(fours)) if os.fork() == 0), 0)
    if at:
        end_with_parent()
    for pipe in {*pipes} - {*fours[at]}:
        os.close(pipe)  # what belongs to others is out of reach
    os.chdir(f"{at}")
    if not at or os.getppid() == first:
        _serve(*fours[at])
    with contextlib.suppress(ChildProcessError):
        while not at:
            os.wait()  # so that what the copies used is counted


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever asked was killed
        main(*map(int, sys.argv[1:]))

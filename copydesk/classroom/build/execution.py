"""Run a notebook in a fresh kernel, and keep of its outputs what is the same on every machine."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from copydesk.classroom.build.sources import BuildError, Cell, where

CELL_SECONDS = 120
"""How long one cell may run while a notebook is built."""

KERNEL_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",  # the order of a printed set depends on it
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # charts go into the notebook
    "COPYDESK_CORPUS": os.devnull,  # no story and no figure of whoever runs the checks
}
"""What every kernel runs with, here and in the checks, so that outputs can be compared."""

_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_CELL_LINE = re.compile(r"Cell In\s?\[\d+\], line (\d+)")


class Runner:
    """Runs notebooks, one in each thread that calls it, and can stop them all."""

    def __init__(self) -> None:
        self._running: dict[asyncio.Task[Any], asyncio.AbstractEventLoop] = {}

    def stop(self) -> None:
        """End every run at once and shut its kernel down."""
        for task, loop in list(self._running.items()):
            loop.call_soon_threadsafe(task.cancel)

    def run(
        self, notebook: dict[str, Any], cells: Sequence[Cell], name: str, folder: Path
    ) -> dict[str, Any]:
        """Execute a notebook and return it with outputs.

        Parameters
        ----------
        notebook : dict
            A notebook without outputs; it is not changed.
        cells : sequence of Cell
            Where each of its cells stands in the lesson's text, in the same order.
        name : str
            What messages call the lesson's text.
        folder : Path
            The working directory of the kernel.

        Returns
        -------
        dict

        Raises
        ------
        BuildError
            A cell fails, takes too long, stops the kernel, or gives an output that would differ
            the next time.
        """
        node = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
        at = 0

        def started(cell: Any, cell_index: int) -> None:
            nonlocal at
            at = cell_index

        client = NotebookClient(
            node,
            timeout=CELL_SECONDS,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            record_timing=False,
            # A printed text arrives in pieces that depend on the moment; it is kept as one.
            coalesce_streams=True,
            store_widget_state=False,
            on_cell_start=started,
            extra_arguments=["--log-level=40"],  # the notices of the kernel are not the builder's
        )
        try:
            # A kernel of its own settings: a startup file of whoever builds must not show.
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as settings:
                env = {**os.environ, **KERNEL_ENVIRONMENT, "IPYTHONDIR": settings}
                asyncio.run(self._execute(client, env))
        except CellExecutionError as error:
            line = _failing_line(cells[at], node.cells[at])
            said = error.evalue.strip() or _line_of_code(cells[at], line)
            last = f"{error.ename}: {said}".splitlines()[0]
            raise BuildError(f"{where(name, cells[at], line)} fails. {last}") from None
        except CellTimeoutError:
            raise BuildError(
                f"{where(name, cells[at])} ran for more than {CELL_SECONDS} seconds."
            ) from None
        except DeadKernelError:
            raise BuildError(f"{where(name, cells[at])} stopped the kernel.") from None
        problems = []
        for cell, built in zip(cells, node.cells, strict=True):
            built.metadata.pop("execution", None)
            if built.cell_type == "code":
                built.outputs = [
                    kept for output in built.outputs for kept in [_steady(output)] if kept
                ]
                problems += [
                    f"{where(name, cell)} {problem}"
                    for problem in _unsteady(built.outputs)
                    if "raises-exception" not in cell.tags
                ]
        if problems:
            raise BuildError(*problems)
        node.metadata = notebook["metadata"]
        result: dict[str, Any] = node
        return result

    async def _execute(self, client: NotebookClient, env: dict[str, str]) -> None:
        task = asyncio.current_task()
        assert task is not None  # this is a coroutine, so there is one
        self._running[task] = asyncio.get_running_loop()
        try:
            await client.async_execute(env=env)
        finally:
            del self._running[task]


def _line_of_code(cell: Cell, line: int | None) -> str:
    """Return the code on a line of the lesson's text: what an assert without a message says."""
    lines = cell.source.splitlines()
    return lines[line - cell.first_line].strip() if line is not None else ""


async def _shut_down(manager: Any) -> None:
    await manager.shutdown_kernel(now=True)


def _failing_line(cell: Cell, node: Any) -> int | None:
    """Return the line of the lesson's text where a cell failed, when the traceback tells."""
    for output in node.outputs:
        if output.output_type == "error":
            found = _CELL_LINE.search(_ANSI.sub("", "\n".join(output.traceback)))
            return cell.first_line + int(found[1]) - 1 if found else None
    return None


def _steady(output: Any) -> Any | None:
    """Return an output without what differs between machines, or None when nothing is left."""
    if output.output_type == "error":
        # A traceback shows paths of this machine; its last line is the message.
        output.traceback = [f"{output.ename}: {output.evalue}"]
    elif output.output_type == "stream" and output.name == "stderr":
        # What remains of stderr besides warnings is progress and notices of libraries.
        return output if "Warning: " in output.text else None
    elif "data" in output:
        # A widget's id is random. Its text stays; running the cell brings the widget back.
        output.data.pop("application/vnd.jupyter.widget-view+json", None)
        return output if output.data else None
    return output


def _unsteady(outputs: Sequence[Any]) -> list[str]:
    """Say which outputs would differ the next time or show a warning to a class."""
    problems = []
    for output in outputs:
        if output.output_type == "stream" and output.name == "stderr":
            line = next(line for line in output.text.splitlines() if "Warning: " in line)
            problems.append(f"warns. {line[line.index('Warning: ') + 9 :].strip()}")
        texts = [output.get("text", ""), *(output.get("data") or {}).values()]
        for text in texts:
            if isinstance(text, str) and _ADDRESS.search(text):
                problems.append("shows a memory address, which differs in every run.")
                break
    return problems

"""Open the class: a folder of the learner's own, and JupyterLab in it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.classroom.notebook_file import as_given
from copydesk.corpus.files import locked, write_whole
from copydesk.corpus.places import MARK, WORK, package_path

LINKED = (
    "lessons/glossary.md",
    "data/README.md",
    "data/gold/README.md",
    "data/reference/README.md",
    "data/lexicons/README.md",
)
"""What the lessons link to, copied into the learner's folder so that the links work there."""

PATIENCE_SECONDS = 30
"""How long JupyterLab may take, on a slow computer, from its address in the log to an answer."""


def prepare_work(kit: Path, home: Path) -> str:
    """Copy every lesson and exercise that the learner does not have yet into ``work/``.

    The copies hold no outputs: what a cell shows is seen when the learner runs it.

    Parameters
    ----------
    kit : pathlib.Path
        The folder of the kit, with its notebooks.
    home : pathlib.Path
        The folder in which ``work/`` is.

    Returns
    -------
    str
        What was done, and which notebooks have a newer edition in the kit than the copy that was
        kept, on one line.

    Raises
    ------
    OSError
        The folder cannot be written, or another program is writing there and does not end.
    """
    work = home / WORK
    (home / MARK).mkdir(parents=True, exist_ok=True)
    work.mkdir(exist_ok=True)
    copied, older = 0, []
    with locked(work / "class"):
        for kind in ("notebooks", "exercises"):
            (work / kind).mkdir(exist_ok=True)
            for source in sorted((kit / kind).glob("*.ipynb")):
                copy = work / kind / source.name
                if not copy.exists():
                    write_whole(copy, as_given(source))
                    copied += 1
                elif _digest(copy) != _digest(source):
                    older.append(f"{kind}/{source.name}")
        for linked in LINKED:
            # The lessons link to these. They are no one's work, so the newest one is best.
            if (kit / linked).exists():
                (work / linked).parent.mkdir(parents=True, exist_ok=True)
                write_whole(work / linked, (kit / linked).read_bytes())
    said = f"Copied {copied} notebooks into {work}; write in them as you like."
    if not copied:
        said = f"Your notebooks in {work} are as you left them."
    if older:
        said += (
            f" The kit has a newer edition of {', '.join(older)}: to get it, rename yours and "
            "start again."
        )
    return said


def open_lab(home: Path, *, port: int, no_browser: bool, say: Callable[[str], None] = print) -> int:
    """Run JupyterLab in ``work/`` at the first notebook and wait until it is closed.

    Who ends this process ends JupyterLab too: SIGTERM is passed on to it. What JupyterLab logs goes
    to a file beside ``work/``, which is named when something fails.

    Parameters
    ----------
    home : pathlib.Path
        The folder in which ``work/`` is.
    port : int
        The port to try first; JupyterLab takes the next free one.
    no_browser : bool
        Open nothing; the address is printed in any case.
    say : callable
        Gets the address in a sentence, and one more when something fails.

    Returns
    -------
    int
        JupyterLab's exit code.
    """
    first = sorted((home / WORK / "notebooks").glob("*.ipynb"))[0]
    command = [
        sys.executable,
        "-P",  # a learner's file named json.py must not be taken for Python's own
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={home / WORK}",
        # So that the printed address leads to the first notebook too, where no browser opens.
        f"--LabApp.default_url=/lab/tree/notebooks/{first.name}",
        f"--port={port}",
        # These settings ask for no news and no updates: a class may have no network.
        f"--LabApp.app_settings_dir={package_path('classroom/jupyterlab')}",
    ]
    if no_browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Containers run as root; JupyterLab asks to be told that this is meant.
        command.append("--allow-root")
    # Theme, font size and open tabs are kept with the class, apart from the user's other Jupyters.
    kept = home / MARK / "jupyterlab"
    kept.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(kept / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(kept / "workspaces"),
    }
    log = kept / "log.txt"
    start = log.stat().st_size if log.exists() else 0  # a class that is open twice has one log
    with (
        log.open("ab") as output,
        subprocess.Popen(
            command,
            cwd=home / WORK,
            env=environment,
            stdin=subprocess.DEVNULL,  # at Ctrl-C it would ask a question that nobody sees
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        ended_by_us = False

        def end(*_: object) -> None:
            nonlocal ended_by_us
            ended_by_us = True
            server.terminate()  # JupyterLab then stops its kernels too

        before = signal.signal(signal.SIGTERM, end)
        try:
            if address := _address(server, log, start):
                say(f"The class is open at {address} (Ctrl-C here closes it).")
            code = server.wait()
        except KeyboardInterrupt:
            end()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
            return 0
        finally:
            signal.signal(signal.SIGTERM, before)
    if code and not ended_by_us:
        say(f"JupyterLab ended with an error; what it said is in {log}.")
    return code


def _address(server: subprocess.Popen[bytes], log: Path, start: int) -> str:
    """Wait until JupyterLab answers at the address that it logs.

    It logs the address before it listens there. An address of another computer, such as the one of
    a proxy, may never answer here: after some seconds it is returned all the same.

    Returns
    -------
    str
        The address, or nothing when JupyterLab has ended.
    """
    said_at = 0.0
    while server.poll() is None:
        with log.open("rb") as file:
            file.seek(start)
            said = file.read().decode("utf-8", "replace")
        if found := re.search(r"is running at:\s+.*?(https?://\S+)\s", said):
            said_at = said_at or time.monotonic()
            if _answers(found[1]) or time.monotonic() - said_at > PATIENCE_SECONDS:
                return found[1]
        time.sleep(0.1)
    return ""


def _answers(address: str) -> bool:
    """Say whether a program listens at a web address."""
    parts = urlsplit(address)
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    try:
        with socket.create_connection((parts.hostname or "", port), timeout=1):
            return True
    except OSError:
        return False


def _digest(notebook: Path) -> str | None:
    """Return the edition that the build wrote into a notebook, or None when there is none."""
    try:
        metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
        return str(metadata["copydesk"]["digest"])
    except (ValueError, KeyError, TypeError):
        return None

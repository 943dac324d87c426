"""Open the class: a folder of the learner's own, and JupyterLab in it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

WORK = "work"
"""The learner's folder: git does not see it, and nothing in it is ever replaced."""

LINKED = (
    "lessons/glossary.md",
    "data/README.md",
    "data/gold/README.md",
    "data/reference/README.md",
    "data/lexicons/README.md",
)
"""What the lessons link to, copied into the learner's folder so that the links work there."""


def prepare_work(root: Path) -> list[str]:
    """Copy every lesson and exercise that the learner does not have yet into ``work/``.

    Parameters
    ----------
    root : pathlib.Path
        The folder of the kit.

    Returns
    -------
    list of str
        One sentence for each thing that the learner should know: what was copied, and which
        notebook has a newer edition in the kit than the copy that was kept.
    """
    sentences = []
    copied = 0
    for kind in ("notebooks", "exercises"):
        folder = root / WORK / kind
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted((root / kind).glob("*.ipynb")):
            copy = folder / source.name
            if not copy.exists():
                # Copied beside and renamed: a copy that was cut short is not taken for whole.
                part = copy.with_suffix(".part")
                shutil.copyfile(source, part)
                part.replace(copy)
                copied += 1
            elif _digest(copy) != _digest(source):
                sentences.append(
                    f"{WORK}/{kind}/{source.name} is kept as you left it. The kit has a newer "
                    "edition: rename yours and start again to get it."
                )
    for linked in LINKED:
        # The lessons link to these. They are no one's work, so the newest one is best.
        if (root / linked).exists():
            (root / WORK / linked).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / linked, root / WORK / linked)
    if copied:
        sentences.insert(0, f"Copied {copied} notebooks into {WORK}/. Write in them as you like.")
    return sentences


def open_lab(root: Path, *, port: int, no_browser: bool) -> int:
    """Run JupyterLab in ``work/`` at the first notebook and wait until it is closed.

    Who ends this process ends JupyterLab too: SIGTERM is passed on to it.

    Parameters
    ----------
    root : pathlib.Path
        The folder of the kit.
    port : int
        The port to try first; JupyterLab takes the next free one.
    no_browser : bool
        Print the address and open nothing.

    Returns
    -------
    int
        JupyterLab's exit code.
    """
    first = sorted((root / WORK / "notebooks").glob("*.ipynb"))[0]
    command = [
        sys.executable,
        "-P",  # a learner's file named json.py must not be taken for Python's own
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root / WORK}",
        # So that the printed address leads to the first notebook too, where no browser opens.
        f"--LabApp.default_url=/lab/tree/notebooks/{first.name}",
        f"--port={port}",
        # These settings ask for no news and no updates: a class may have no network.
        f"--LabApp.app_settings_dir={Path(__file__).with_name('jupyterlab')}",
    ]
    if no_browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Containers run as root; JupyterLab asks to be told that this is meant.
        command.append("--allow-root")
    # Theme, font size and open tabs are kept with the kit, apart from other Jupyters of the user.
    kept = root / ".copydesk" / "jupyterlab"
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(kept / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(kept / "workspaces"),
    }
    with subprocess.Popen(command, cwd=root / WORK, env=environment) as server:
        before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return server.wait()
        except KeyboardInterrupt:
            server.terminate()  # JupyterLab then stops its kernels too
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
            return 0
        finally:
            signal.signal(signal.SIGTERM, before)


def _digest(notebook: Path) -> str | None:
    """Return the edition that the build wrote into a notebook, or None when there is none."""
    try:
        metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
        return str(metadata["copydesk"]["digest"])
    except (ValueError, KeyError, TypeError):
        return None

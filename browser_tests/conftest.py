"""One browser and one JupyterLab for all browser tests.

``copydesk test browser`` runs them. They are apart from tests/ because they need a browser.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from copydesk.classroom.lab import prepare_work
from copydesk.corpus import ROOT

try:
    from browsing import launch, watch
    from playwright.sync_api import Locator, Page, sync_playwright
except ImportError as missing:
    pytest.exit(
        f"{missing.name} is not installed: run python start.py test browser, or install the "
        "group browser of pyproject.toml.",
        returncode=2,
    )

os.environ["COPYDESK_CORPUS"] = os.devnull  # nobody's own stories and figures

OPEN_THE_CLASS = """
import pathlib, sys
from copydesk.classroom.lab import open_lab
sys.exit(open_lab(pathlib.Path(sys.argv[1]), port=8888, no_browser=True))
"""
START_SECONDS = 90
_OPEN_AT = re.compile(r"is open at (https?://\S+?/)lab\S*\?token=(\w+)")


@pytest.fixture(scope="session")
def browser():
    """Open the browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """Open an empty page; a test fails if anything on it goes wrong, besides what it asserts."""
    page = browser.new_page()
    troubles = watch(page)
    yield page
    assert troubles == []
    page.close()


@pytest.fixture(scope="session")
def keep():
    """Return a function that keeps a picture of what is seen, if COPYDESK_SCREENSHOTS is a folder.

    A page is kept from top to bottom.
    """
    folder = os.environ.get("COPYDESK_SCREENSHOTS")

    def take(seen: Page | Locator, name: str) -> None:
        if folder:
            path = Path(folder) / f"{name.replace('/', '_')}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            whole = {"full_page": True} if isinstance(seen, Page) else {}
            seen.screenshot(path=path, **whole)

    return take


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """Open the class as ``copydesk lab`` does, on copies; return its address and its token."""
    root = tmp_path_factory.mktemp("kit")
    prepare_work(ROOT, root)
    # Nothing that this computer's own Jupyter is set to, and nothing left behind in it.
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(root / name.lower()) for name in names}
    log = root / "jupyterlab.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", OPEN_THE_CLASS, str(root)],
            env={**os.environ, **own, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not (said := _OPEN_AT.search(text := log.read_text(encoding="utf-8"))):
            assert process.poll() is None, f"JupyterLab has ended:\n{text}"
            assert time.monotonic() < deadline, f"JupyterLab does not start:\n{text}"
            time.sleep(0.2)
        yield said.groups()
        _shut_down(*said.groups())
        process.wait(timeout=30)
    finally:
        process.terminate()


def _shut_down(address: str, token: str) -> None:
    """Close JupyterLab and its kernels, on every system in the same way."""
    request = urllib.request.Request(
        f"{address}api/shutdown", method="POST", headers={"Authorization": f"token {token}"}
    )
    urllib.request.urlopen(request).close()

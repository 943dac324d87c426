"""Serve a folder on this computer, and open a browser that reaches nothing else.

The browser finds no other computer, and each request to one fails and is counted. Nothing is
routed through Playwright, which would switch the browser's store of files off.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from copydesk.classroom.site.distribution import SiteError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Commands that open a browser here, in the order of trying; ``CHROMIUM`` names another one."""

_HERE = "127.0.0.1"
_FLAGS = (f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {_HERE}",)


class Server(ThreadingHTTPServer):
    """Serves a folder on this computer alone and counts what it sends.

    Attributes
    ----------
    sent : int
        Bytes of files.
    """

    daemon_threads = True
    sent = 0


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing: a page of JupyterLite asks for hundreds of files."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file and count it."""
        content = source.read()
        # First: whoever has read the last byte may ask for the count at once.
        self.server.sent += len(content)  # type: ignore[attr-defined]
        outputfile.write(content)


@contextmanager
def serve(folder: Path) -> Iterator[tuple[Server, str]]:
    """Serve a folder at an address of this computer, below a path of its own, as sites often are.

    Yields
    ------
    tuple of (Server, str)
        The server, and the address of the folder.
    """
    handler = partial(_Handler, directory=str(folder.resolve().parent))
    with Server((_HERE, 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server, f"http://{_HERE}:{server.server_port}/{folder.resolve().name}/"
        finally:
            server.shutdown()


@contextmanager
def open_browser() -> Iterator[Any]:
    """Open a browser that reaches nothing but this computer."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise SiteError(
            "playwright is not installed; run python start.py site, or install the group browser "
            "of pyproject.toml."
        ) from None
    named = os.environ.get("CHROMIUM")
    path = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None or not Path(path).exists():
        raise SiteError(
            "No browser was found: install Chromium or Google Chrome, or name one in the variable "
            "CHROMIUM."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def watch_outside(context: Any) -> list[str]:
    """Return a list that fills with every request to another computer, from any page or worker."""
    outside: list[str] = []
    context.on("request", partial(keep_outside, outside))
    return outside


def keep_outside(outside: list[str], request: Any) -> None:
    """Add a request to a list when it is to another computer."""
    address = urlsplit(request.url)
    if address.hostname != _HERE and address.scheme not in {"blob", "data"}:
        outside.append(f"A request to another computer: {request.url}")

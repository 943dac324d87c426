"""Compile the packages of a site once, when it is built, in a browser with Pyodide itself."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from copydesk.classroom.site.distribution import SiteError
from copydesk.classroom.site.serving import open_browser, serve
from copydesk.corpus.files import write_whole
from copydesk.corpus.places import package_path

KEPT_SOURCE = ("copydesk", "vaderSentiment")
"""Packages whose source stays: learners look at the kit's own with ``??``, and VADER finds its
table of words by where its source is."""

_STDLIB = "python_stdlib.zip"
_START = """async ([code, base]) => {
    const { loadPyodide } = await import(`${base}pyodide.mjs`);
    window.python = await loadPyodide({ indexURL: base, packages: [] });
    window.python.runPython(code);
}"""
_COMPILE = """async ([name, folder, keep]) => {
    const content = new Uint8Array(await (await fetch(name)).arrayBuffer());
    const compiled = window.python.globals.get("compiled");
    const proxy = window.python.toPy(content);
    const made = compiled(proxy.tobytes(), folder, keep).toJs();
    let text = "";
    for (let at = 0; at < made.length; at += 32768)
        text += String.fromCharCode(...made.subarray(at, at + 32768));
    return btoa(text);
}"""


def compile_packages(folder: Path, say: Callable[[str], None] = print) -> bool:
    """Compile the wheels and the standard library that lie in a folder, in their place.

    Parameters
    ----------
    folder : pathlib.Path
        It holds the runtime of Pyodide and the wheels; a lock is written after this.
    say : callable
        Gets a sentence when there is no browser.

    Returns
    -------
    bool
        Whether they are compiled. Without a browser on this computer they stay as they are, and
        a lesson starts more slowly.
    """
    code = package_path("classroom/site/browser/compiling.py").read_text(encoding="utf-8")
    try:
        with serve(folder) as (_, address), open_browser() as browser:
            page = browser.new_page()
            page.set_default_timeout(0)
            page.goto(f"{address}pyodide-lock.json")
            page.evaluate(_START, [code, address])
            for file in (folder / _STDLIB, *sorted(folder.glob("*.whl"))):
                place = "/lib/python314.zip"
                if file.name != _STDLIB:
                    place = "/lib/python3.14/site-packages"
                keep = file.name.startswith(KEPT_SOURCE)
                text = page.evaluate(_COMPILE, [f"{address}{file.name}", place, keep])
                write_whole(file, base64.b64decode(text))
    except SiteError as error:
        say(f"The packages are not compiled, and a lesson starts more slowly. {error}")
        return False
    return True

"""What JupyterLite is told: where its Python is, what it loads, and that it asks for nothing else.

Addresses are relative to the page, so that a site works in any folder of a server.
"""

from __future__ import annotations

from typing import Any

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"

KERNEL_NEEDS = (
    *("ipython", "comm", "jedi", "micropip"),
    *("piplite", "ipykernel", "pyodide-kernel"),
)
"""What the kernel loads for itself when it starts; from the site, they come with the rest."""

LATE = {
    "matplotlib": "half of the lessons draw nothing in their first part",
    "fonttools": "Matplotlib writes PDF files with it",
    "nltk": "only for the score of TextBlob",
    "textblob": "lesson 3",
    "trafilatura": "reads a page from HTML",
    "inscriptis": "reads a page from HTML",
    "lxml": "reads a page from HTML",
}
"""What is loaded when it is imported and not before, with the reason."""

SWITCHED_OFF = {
    "jupyterlab-jupytext": "pairs notebooks with files of a server",
    "@jupyterlab/debugger-extension": "the kernel has no debugger",
    "@jupyterlab/extensionmanager-extension": "asks the package index",
    "@jupyterlab/mermaid-extension": "no lesson has such a diagram",
}
"""Parts of JupyterLab that a page cannot use and would wait for, with the reason."""

BROWSER_PACKAGE = "copydesk_browser"
"""The package that `copydesk.classroom.site.browser` is called in a page."""

OWN_CORPUS = "/drive/corpus"
"""Where a reader's own stories and figures are kept: the folder ``corpus`` beside the notebooks."""


def lite_configuration(packages: list[str]) -> dict[str, Any]:
    """Return the content of ``jupyter-lite.json``.

    Parameters
    ----------
    packages : list of str
        What is loaded before the first cell. A cell that begins with a magic command is not
        searched for imports, so all of it is loaded at the start.

    Examples
    --------
    >>> settings = lite_configuration(["copydesk"])["jupyter-config-data"]["litePluginSettings"]
    >>> settings[KERNEL]["pyodideUrl"]
    './static/pyodide/pyodide.mjs'
    """
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {
            "packages": packages,
            "env": {
                "COPYDESK_CORPUS": OWN_CORPUS,
                "IPYTHONDIR": f"/lib/python3.14/site-packages/{BROWSER_PACKAGE}",
            },
        },
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "copydesk",
            "disabledExtensions": list(SWITCHED_OFF),
            "exposeAppInBrowser": True,  # so that copydesk site --check can ask a kernel how it is
            "litePluginSettings": {KERNEL: kernel},
        },
    }

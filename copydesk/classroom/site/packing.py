"""Make the packages of a site smaller: leave out what nothing in a lesson opens.

A file of Pyodide is checked against its published fingerprint before anything is taken out of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

LEFT_OUT: dict[str, tuple[str, ...]] = {
    # A reader has the notebooks as files of the page already.
    "copydesk": ("copydesk/kit/notebooks/*", "copydesk/kit/exercises/*"),
    # Courlan asks for the name of a page's language, and the desk reads English.
    "babel": ("babel/locale-data/[!er]*", "babel/locale-data/r[!o]*", "babel/locale-data/e[!n]*"),
    # The charts are in DejaVu Sans; mathematics falls back on the fonts cm*.
    "matplotlib": (
        "matplotlib/mpl-data/sample_data/*",
        "matplotlib/mpl-data/fonts/afm/*",
        "matplotlib/mpl-data/fonts/pdfcorefonts/*",
        "matplotlib/mpl-data/fonts/ttf/STIX*",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSerif*",
        "matplotlib/tests/*",
    ),
    # IPython colours Python, and tracebacks of it.
    "pygments": ("pygments/lexers/[!_p]*", "pygments/lexers/_[!_m]*", "pygments/lexers/p[!y]*"),
    "nltk": ("nltk/test/*",),
    "textblob": ("textblob/en/en-spelling.txt",),  # read by TextBlob.correct alone
}
"""What is taken out of a package, as patterns of file names."""


def write_wheel(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write a wheel, the same bytes each time, and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def small_wheel(
    folder: Path, name: str, version: str, files: Mapping[str, bytes] | None = None
) -> Path:
    """Write a wheel of a few files, or of none: a package that is asked for and not used.

    Parameters
    ----------
    folder : pathlib.Path
    name, version : str
        Of the package.
    files : mapping of str to bytes, optional
        By their names in the wheel.

    Returns
    -------
    pathlib.Path
    """
    about = f"{name}-{version}.dist-info"
    told = {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    content = {**(files or {}), **{name: text.encode() for name, text in told.items()}}
    return write_wheel(folder / f"{name}-{version}-py3-none-any.whl", content)


def kept_files(path: Path, patterns: Iterable[str]) -> dict[str, bytes]:
    """Return the files of a wheel, by name, without those that a pattern matches.

    Examples
    --------
    >>> [name for name in ("babel/locale-data/en.dat", "babel/locale-data/uk.dat")
    ...  if not any(fnmatchcase(name, pattern) for pattern in LEFT_OUT["babel"])]
    ['babel/locale-data/en.dat']
    """
    patterns = tuple(patterns)
    with zipfile.ZipFile(path) as archive:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if not entry.is_dir()
            and not any(fnmatchcase(entry.filename, pattern) for pattern in patterns)
        }


def pack(name: str, source: Path, target: Path) -> None:
    """Write a wheel into the site, without what `LEFT_OUT` names for it."""
    write_wheel(target, kept_files(source, LEFT_OUT.get(name, ())))

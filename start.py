"""Set up copydesk in its own folder and run it. Needs Python and nothing else.

    python start.py            install what is needed, then open the class in JupyterLab
    python start.py test       install the tools for checking too, then run the quick checks
    python start.py COMMAND    any other copydesk command, for example: report story.txt

Everything is installed in the folder .venv beside this file. To undo it, delete that folder.
On some computers the command is written python3, on Windows also py.
"""

import hashlib
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = ("class", "dev", "browser", "site")
MOST_SECONDS = 1200  # how long a start waits for another one that installs
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def main(arguments):
    """Install what the command needs, once, and run it in the kit's own environment."""
    if sys.version_info < (3, 11):
        return say(
            "copydesk needs Python 3.11, 3.12 or 3.13 and this is {}.{}. "
            "Install a newer Python, then run this command with it.".format(*sys.version_info)
        )
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    arguments = arguments or ["lab"]
    # Each lock holds all of the one before it.
    locks = [ROOT / "locks" / f"{name}.txt" for name in LOCKS]
    if arguments[0] == "test":
        locks = locks[2:] if {"browser", "all"} & set(arguments) else locks[1:]
    if arguments[0] == "site" or arguments[:2] == ["test", "site"]:
        locks = locks[-1:]
    if not any(map(is_installed, locks)):
        error = install(locks[0])
        if error:
            return say(error)
    try:
        return subprocess.call([PYTHON, "-m", "copydesk", *arguments], cwd=Path.cwd())
    except KeyboardInterrupt:
        return 130


def fingerprint(lock):
    """Return what an installation depends on, as a short text: it changes when they change."""
    parts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_installed(lock):
    """Say whether this lock was installed here, so that a second start needs no network."""
    done = VENV / f"installed-{lock.stem}"
    return PYTHON.exists() and done.exists() and done.read_text() == fingerprint(lock)


def install(lock):
    """Install the pinned packages and the kit itself; return an error in words, or None."""
    files = runpy.run_path(ROOT / "copydesk" / "corpus" / "files.py")
    print(f"Installing copydesk in {VENV} (about 550 MB, once).", flush=True)
    try:
        VENV.mkdir(exist_ok=True)
        with files["locked"](VENV / "installed", seconds=MOST_SECONDS):
            # Another start may have installed it while this one waited.
            return None if is_installed(lock) else install_alone(lock, files["write_whole"])
    except OSError as error:
        return f"{VENV} cannot be written: {error.strerror or error}."


def install_alone(lock, write_whole):
    """Install while no other start does, and note what was installed, last and whole."""
    if not PYTHON.exists() and subprocess.call([sys.executable, "-m", "venv", VENV]) != 0:
        return (
            "Python could not make the folder .venv (the lines above say why). "
            "On Debian and Ubuntu, install the package python3-venv first."
        )
    for installer in installers():
        packages = subprocess.call([*installer, "--require-hashes", "-r", lock], cwd=ROOT)
        # The kit itself: from this folder, with the build tool that the lock has brought.
        kit = ["--no-deps", "--no-build-isolation", "-e", ROOT]
        if packages == 0 and subprocess.call([*installer, *kit], cwd=ROOT) == 0:
            write_whole(VENV / f"installed-{lock.stem}", fingerprint(lock))
            return None
    return (
        "The packages could not be installed (the lines above say why). "
        "Check the network, then run the same command again; what is there is kept."
    )


def installers():
    """Return the commands that can install, fastest first: uv if this computer has it, then pip."""
    if shutil.which("uv"):
        yield ["uv", "pip", "install", "--quiet", "--python", PYTHON]
    yield [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def say(sentence):
    """Print one sentence where errors go and return the exit code for bad input."""
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

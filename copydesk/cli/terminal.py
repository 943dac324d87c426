"""What every command does with files and sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import click

STOPPED = 130
"""What a program ends with when Ctrl-C stopped it."""


def check_target(path: Path, article: str, force: bool) -> None:
    """Refuse, before any work, a file that cannot be written or that is someone's work."""
    if str(path) == "-":
        return
    if not path.parent.is_dir():
        raise SystemExit(say(f"{path} cannot be written: the folder {path.parent} is not there."))
    if path.is_dir():
        raise SystemExit(say(f"{path} is a folder; give a file name, such as {path / 'report'}."))
    if article != "-" and path.exists() and path.samefile(article):
        raise SystemExit(say(f"{path} is the article itself; give the report another name."))
    if path.exists() and not force:
        raise SystemExit(say(f"{path} exists; give another name, or add --force to replace it."))


def write(path: Path, content: str | bytes) -> None:
    """Write a file and say so, or print what goes to standard output."""
    from copydesk.corpus.files import write_whole  # its room loads pandas

    if str(path) == "-" and isinstance(content, str):
        print_text(content)
        return
    try:
        write_whole(path, content)
    except OSError as error:
        raise SystemExit(say(f"{path} cannot be written: {error.strerror or error}.")) from None
    click.echo(f"Wrote {path}.", err=True)


def print_text(content: str) -> None:
    """Print text as UTF-8: a terminal of another encoding must not stop a report."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8", "replace"))
    sys.stdout.flush()


def say(sentence: str) -> int:
    """Print one sentence where errors go and return the exit code for bad input."""
    click.echo(sentence, err=True)
    return 2


def checkout() -> Path:
    """Return the folder of the kit, for commands that change or check what is in it."""
    from copydesk.corpus import INSTALLED, ROOT

    if INSTALLED:
        raise SystemExit(
            say("This command is for a copy of the kit's whole folder; this is the package alone.")
        )
    return ROOT

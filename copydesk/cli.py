"""The command line: ``copydesk lab``, ``report``, ``build`` and ``test``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from copydesk import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk")
def main() -> None:
    """From a raw news story to a checked, charted report, and the lessons that teach it.

    \b
    Learners and instructors
      copydesk lab                    open the class in JupyterLab
      copydesk report story.txt       take any article through the desk
      copydesk test notebooks         see that every notebook still runs (before class)
    \b
    Authors of lessons
      copydesk build                  make the notebooks again after a change in lessons/
      copydesk test                   run every check

    Each command explains itself: copydesk report --help
    """


@main.command()
@click.option("--no-browser", is_flag=True, help="Print the address; open nothing.")
@click.option("--port", default=8888, show_default=True, help="The port to try first.")
def lab(no_browser: bool, port: int) -> None:
    """Open the class in JupyterLab, at the first notebook.

    Lessons and exercises are copied into the folder work/ and opened there, so that what you
    write is yours: a copy that exists is never replaced. On a computer without a browser,
    open the printed address from another one.
    """
    from copydesk.classroom.lab import open_lab, prepare_work
    from copydesk.corpus import ROOT

    for line in prepare_work(ROOT):
        click.echo(line)
    sys.exit(open_lab(ROOT, port=port, no_browser=no_browser))


@main.command()
@click.argument("article", required=False)
@click.option("--html", "html_file", metavar="FILE", help="Write the report as one HTML page.")
@click.option("--json", "json_file", metavar="FILE", help="Write the report for other programs.")
@click.option("--markdown", "markdown_file", metavar="FILE", help="Write the report as Markdown.")
@click.option("--force", is_flag=True, help="Replace a FILE that exists.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of --json and stop.")
def report(
    article: str | None,
    html_file: str | None,
    json_file: str | None,
    markdown_file: str | None,
    force: bool,
    schema: bool,
) -> None:
    """Read ARTICLE and report what is journalism in it, its tone, who says what, and its figures.

    ARTICLE is a text or HTML file in any common encoding, or - for standard input. Without an
    option for a file, the report is printed here. FILE may be - for standard output.

    \b
    Examples
      copydesk report data/articles/minister_wire.txt
      copydesk report story.html --html report.html --json report.json
      curl -s ADDRESS | copydesk report - --markdown -
    """
    from copydesk import report as desk
    from copydesk.article import ArticleError, read_article, read_bytes
    from copydesk.corpus import CorpusError
    from copydesk.verification import load_reference

    if schema:
        click.echo(json.dumps(desk.json_schema(), indent=2, ensure_ascii=False))
        return
    if article is None:
        raise click.UsageError("Name an article file, or - for standard input.")
    wanted = [
        (Path(name), kind)
        for name, kind in ((html_file, "html"), (json_file, "json"), (markdown_file, "markdown"))
        if name
    ]
    for path, _ in wanted:
        _check_target(path, article, force)
    try:
        raw = (
            read_bytes(sys.stdin.buffer.read(), "standard input")
            if article == "-"
            else read_article(Path(article))
        )
        result = desk.analyse_article(raw, load_reference())
    except (ArticleError, CorpusError) as error:
        raise SystemExit(_say(str(error))) from None
    if not wanted:
        _print(result.to_text())
    for path, kind in wanted:
        content = {"html": result.to_html, "json": result.to_json, "markdown": result.to_markdown}
        _write(path, content[kind]())


@main.command()
@click.argument("lesson", nargs=-1)
@click.option(
    "--check", is_flag=True, help="Write nothing; fail when a file is not what it builds."
)
def build(lesson: tuple[str, ...], check: bool) -> None:
    """Make notebooks/, exercises/ and solutions/ from lessons/.

    LESSON is the name of a folder in lessons/, for example 02_cleaning; without one, all are
    built. Lessons and solutions are run and keep their outputs. What did not change is left
    alone, and a notebook that someone edited by hand is moved aside, never lost.
    """
    from copydesk.classroom.build import BuildError
    from copydesk.classroom.build import build as build_lessons
    from copydesk.corpus import ROOT

    try:
        result = build_lessons(ROOT, lesson, check=check, progress=click.echo)
    except BuildError as error:
        raise SystemExit(_say(str(error))) from None
    if result.differences:
        for difference in result.differences:
            click.echo(difference, err=True)
        raise SystemExit(
            _say(
                f"Differences: {len(result.differences)}. The notebooks are built from lessons/: "
                "change the source there, run copydesk build, and commit both."
            )
        )


@main.command()
@click.argument("step", nargs=-1)
def test(step: tuple[str, ...]) -> None:
    """Run the checks: all of them, or only each STEP that is named.

    \b
    Steps
      style       ruff: lint and format, notebooks included
      imports     import-linter: nothing imports upward
      types       mypy, strict on the package
      unit        pytest
      notebooks   nbval: every notebook runs and prints what it printed
      built       the committed notebooks are what lessons/ builds
    """
    from copydesk.classroom.testing import STEPS, run_steps
    from copydesk.corpus import ROOT

    unknown = [name for name in step if name not in STEPS]
    if unknown:
        raise SystemExit(
            _say(f"There is no step {unknown[0]!r}; the steps are {', '.join(STEPS)}.")
        )
    sys.exit(run_steps(ROOT, step or tuple(STEPS), say=click.echo))


def _check_target(path: Path, article: str, force: bool) -> None:
    """Refuse, before any work, a file that cannot be written or that is someone's work."""
    if str(path) == "-":
        return
    if not path.parent.is_dir():
        raise SystemExit(_say(f"{path} cannot be written: the folder {path.parent} is not there."))
    if path.is_dir():
        raise SystemExit(_say(f"{path} is a folder; give a file name, such as {path / 'report'}."))
    if article != "-" and path.exists() and path.samefile(article):
        raise SystemExit(_say(f"{path} is the article itself; give the report another name."))
    if path.exists() and not force:
        raise SystemExit(_say(f"{path} exists; give another name, or add --force to replace it."))


def _write(path: Path, content: str) -> None:
    from copydesk.files import write_whole

    if str(path) == "-":
        _print(content)
        return
    try:
        write_whole(path, content)
    except OSError as error:
        raise SystemExit(_say(f"{path} cannot be written: {error.strerror or error}.")) from None
    click.echo(f"Wrote {path}.", err=True)


def _print(content: str) -> None:
    """Print text as UTF-8: a terminal of another encoding must not stop a report."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8", "replace"))
    sys.stdout.flush()


def _say(sentence: str) -> int:
    """Print one sentence where errors go and return the exit code for bad input."""
    click.echo(sentence, err=True)
    return 2

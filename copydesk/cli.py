"""The command line: ``copydesk lab``, ``report``, ``add``, ``build`` and ``test``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from copydesk import __version__

_MOST_PROBLEMS = 20
"""Sentences about a table that are printed at once; who has more has one cause for most of them."""

_QUESTIONS = {
    "title": "Headline",
    "outlet": "Outlet (who published it)",
    "genre": "Genre (news report, opinion column, explainer ...)",
    "english": "English (British, American, South Asian ...)",
    "published": "Date on the page, as 2024-06-30",
    "events": "What it is about",
    "content_note": "What should a reader know before reading",
}
"""What ``copydesk add`` asks about a story."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk")
def main() -> None:
    """From a raw news story to a checked, charted report, and the lessons that teach it.

    \b
    Learners and instructors
      copydesk lab                    open the class in JupyterLab
      copydesk progress               see which of your exercises pass
      copydesk reset 02_cleaning      get a fresh exercise notebook beside yours
      copydesk pages                  write the lessons as web pages, to read or print
      copydesk report story.txt       take any article through the desk
      copydesk add story.txt          keep a story of yours, for the lessons
      copydesk add-figures my.csv     keep figures of yours, to check claims against
      copydesk rules cleaning         read the rules of a step, each with an example
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
@click.argument("lesson", nargs=-1)
@click.option(
    "--folder", metavar="FOLDER", help="Where your notebooks are. [default: work/exercises]"
)
def progress(lesson: tuple[str, ...], folder: str | None) -> None:
    """Run your exercise notebooks as you saved them, and print which exercises pass.

    LESSON is the name of a notebook, such as 02_cleaning; without one, all of yours are run. The
    notebooks are not changed.
    """
    from copydesk.classroom.lab import WORK
    from copydesk.classroom.progress import exercises_of, lesson_progress, progress_text
    from copydesk.corpus import ROOT

    place = Path(folder) if folder else ROOT / WORK / "exercises"
    notebooks = [path for path in sorted(place.glob("*.ipynb")) if exercises_of(path.stem)]
    if lesson:
        notebooks = [path for path in notebooks if path.stem in lesson]
    if not notebooks:
        named = f" named {' or '.join(lesson)}" if lesson else ""
        raise SystemExit(
            _say(f"There is no exercise notebook{named} in {place}; copydesk lab puts them there.")
        )
    for notebook in notebooks:
        _print(progress_text([lesson_progress(notebook)]) + "\n")


@main.command()
@click.argument("lesson")
def reset(lesson: str) -> None:
    """Put a fresh copy of the exercises of LESSON beside yours. Yours stays as it is."""
    from copydesk.classroom.progress import fresh_copy
    from copydesk.corpus import ROOT

    try:
        copy = fresh_copy(ROOT, lesson)
    except ValueError as error:
        raise SystemExit(_say(str(error))) from None
    except OSError as error:
        raise SystemExit(_say(f"No copy could be written: {error.strerror or error}.")) from None
    click.echo(f"A fresh copy is in {copy}. Your own notebook is as you left it.")


@main.command()
@click.argument("lesson", nargs=-1)
@click.option("--folder", default="pages", show_default=True, help="Where the pages go.")
@click.option("--force", is_flag=True, help="Replace pages that exist.")
def pages(lesson: tuple[str, ...], folder: str, force: bool) -> None:
    """Write lessons as web pages with their outputs: to read, print or hear without Jupyter.

    LESSON is the name of a lesson, such as 02_cleaning; without one, all are written. The glossary
    is written beside them. The pages open in any browser, without a network.
    """
    from copydesk.classroom.build import lesson_stems
    from copydesk.classroom.pages import lesson_pages
    from copydesk.corpus import ROOT

    known = lesson_stems(ROOT)
    for name in lesson:
        if name not in known:
            raise SystemExit(_say(f"There is no lesson {name}; there is {', '.join(known)}."))
    place = Path(folder)
    names = [f"{stem}.html" for stem in lesson or known] + ["glossary.html"]
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise SystemExit(
            _say(f"The folder {place} cannot be made: {error.strerror or error}.")
        ) from None
    for name in names:
        _check_target(place / name, "-", force)
    for name, html in lesson_pages(ROOT, lesson or known).items():
        _write(place / name, html)


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

    ARTICLE is a text or HTML file in any common encoding, the name of a story in the kit or of
    one that you added, or - for standard input. Without an option for a file, the report is
    printed here. FILE may be - for standard output.

    \b
    Examples
      copydesk report data/articles/minister_wire.txt
      copydesk report story.html --html report.html --json report.json
      curl -s ADDRESS | copydesk report - --markdown -
    """
    from copydesk import report as desk
    from copydesk.article import ArticleError, read_article, read_bytes
    from copydesk.corpus import CorpusError, article_names, article_path, own_article_names
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
    if not Path(article).exists() and article in (*article_names(), *own_article_names()):
        article = str(article_path(article))
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
@click.argument("article")
@click.option("--name", help="What the lessons call it. [default: from the file name]")
@click.option("--title", help="The headline. [default: the one that the desk finds]")
@click.option("--outlet", help="Who published it.")
@click.option("--genre", help="What kind of piece it is, such as opinion column.")
@click.option("--english", help="British, American, South Asian or another.")
@click.option("--date", "published", help="The day that the page prints, as 2024-06-30.")
@click.option("--events", help="What it is about.")
@click.option("--content-note", help="What a reader may want to know before reading.")
def add(article: str, name: str | None, **said: str | None) -> None:
    """Take ARTICLE, a story of your own, into your folder for the lessons.

    What no option gives is asked for; press Enter for what you do not know. The file is copied
    and not changed. It stays on this computer, in work/corpus/ or in the folder that the
    environment variable COPYDESK_CORPUS names.

    \b
    Example
      copydesk add story.html --outlet "The Daily Placeholder" --date 2024-07-01
    """
    from copydesk.article import ArticleError, read_article
    from copydesk.classroom.own_corpus import add_article, free_name, real_date
    from copydesk.cleaning import clean
    from copydesk.corpus import CorpusError, article_path, own_folder

    def answer(text: str) -> str:
        try:
            return real_date(text)
        except CorpusError as error:
            raise click.UsageError(str(error)) from None  # click asks again

    path = Path(article)
    try:
        headline = clean(read_article(path)).headline or ""
        free_name(path, name)
        real_date(said["published"] or "")
        if sys.stdin.isatty():
            for field, question in _QUESTIONS.items():
                if said[field] is None:
                    known = headline if field == "title" else ""
                    check = answer if field == "published" else None
                    said[field] = click.prompt(
                        question, default=known, show_default=bool(known), value_proc=check
                    )
        given = {field: value for field, value in said.items() if value is not None}
        record = add_article(path, name=name, **given)
    except (ArticleError, CorpusError) as error:
        raise SystemExit(_say(str(error))) from None
    click.echo(f"Added {record.name}: {record.words:,} words, in {article_path(record.name)}.")
    click.echo(f"What is known about it: {own_folder() / 'articles.csv'}.")
    click.echo(f'In a lesson, change one line: mine = load_article("{record.name}")')
    click.echo(f"The desk's report: copydesk report {record.name}")


@main.command("add-figures")
@click.argument("table", metavar="CSV", required=False)
@click.option(
    "--definitions",
    metavar="CSV",
    help="What your series count, if the kit has no such definition.",
)
@click.option(
    "--called", multiple=True, help="Another name of the tracker in print. May be repeated."
)
@click.option("--example", is_flag=True, help="Write two small tables to start from, and stop.")
def add_figures(
    table: str | None, definitions: str | None, called: tuple[str, ...], example: bool
) -> None:
    """Take figures from CSV into your folder, so that claims are checked against them too.

    The columns are those of data/reference/figures.csv, which data/reference/README.md explains.
    Every cell is checked first, and nothing is written while one does not fit.

    \b
    Examples
      copydesk add-figures --example
      copydesk add-figures my_figures.csv --definitions my_definitions.csv
    """
    from copydesk.classroom.own_corpus import add_figures as take_in
    from copydesk.classroom.own_corpus import example_tables
    from copydesk.corpus import CorpusError, own_folder
    from copydesk.corpus.table_check import TableError

    if example:
        for file_name, content in example_tables().items():
            _check_target(Path(file_name), "-", force=False)
            _write(Path(file_name), content)
        return
    if table is None:
        raise click.UsageError("Name a CSV file, or use --example to see one.")
    try:
        added = take_in(Path(table), Path(definitions) if definitions else None, called)
    except TableError as error:
        shown = error.problems[:_MOST_PROBLEMS]
        more = len(error.problems) - len(shown)
        rest = [f"And {more} more of the kind."] if more else []
        raise SystemExit(_say("\n".join([*shown, *rest, "Nothing was added."]))) from None
    except CorpusError as error:
        raise SystemExit(_say(str(error))) from None
    count = len(added.figure_ids)
    click.echo(f"Added {count} figure{'s' * (count != 1)}, in {own_folder() / 'figures.csv'}.")
    click.echo(
        f"Claims that name {' or '.join(added.trackers)} are checked against them from now on."
    )


@main.command()
@click.argument("step")
def rules(step: str) -> None:
    """Print the rules of STEP, such as cleaning, in order, each with its reason and an example."""
    from copydesk.classroom.rules import rules_text

    try:
        _print(rules_text(step))
    except ValueError as error:
        raise SystemExit(_say(str(error))) from None


@main.command()
@click.argument("lesson", nargs=-1)
@click.option(
    "--check", is_flag=True, help="Write nothing; fail when a cell is not what lessons/ gives."
)
@click.option(
    "--outputs", is_flag=True, help="With --check: run every cell, compare what it shows."
)
def build(lesson: tuple[str, ...], check: bool, outputs: bool) -> None:
    """Make notebooks/, exercises/ and solutions/ from lessons/.

    LESSON is the name of a folder in lessons/, for example 02_cleaning; without one, all are
    built. Lessons and solutions are run and keep their outputs. What did not change is left
    alone, and a notebook that someone edited by hand is moved aside, never lost.
    """
    from copydesk.classroom.build import BuildError
    from copydesk.classroom.build import build as build_lessons
    from copydesk.corpus import ROOT

    try:
        result = build_lessons(ROOT, lesson, check=check, outputs=outputs, progress=click.echo)
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
    """Run the quick checks; or each STEP named; or those of one lesson, as 02_cleaning; or all.

    \b
    Steps
      unit        pytest, without what is marked as thorough
      notebooks   nbval: every notebook runs and prints what it printed
      types       mypy, strict on the package
      built       the committed cells are what lessons/ builds
      imports     import-linter: nothing imports upward
      style       ruff: lint and format, notebooks included
    And only when named, or with "all"
      thorough    fifty seeds, very long texts, builds, classes of notebooks
      pictures    every notebook is run again, and its pictures are compared
      browser     every page and lesson in a browser, for every reader
    """
    from copydesk.classroom.build import BuildError, lesson_stems
    from copydesk.classroom.testing import STEPS, THOROUGH, lesson_steps, run_steps
    from copydesk.corpus import ROOT

    known = {**STEPS, **THOROUGH}
    try:
        stems = lesson_stems(ROOT)
    except BuildError as error:
        raise SystemExit(_say(str(error))) from None
    if len(step) == 1 and step[0] in stems:
        sys.exit(run_steps(ROOT, lesson_steps(ROOT, step[0]), say=click.echo))
    names = tuple(known) if "all" in step else step or tuple(STEPS)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(
            _say(
                f"There is no step {unknown[0]!r}; the steps are all, {', '.join(known)}, "
                f"or one lesson: {', '.join(stems)}."
            )
        )
    sys.exit(run_steps(ROOT, {name: known[name] for name in names}, say=click.echo))


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
    from copydesk.corpus.files import write_whole

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

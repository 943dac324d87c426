"""The command line: ``copydesk lab``, ``report``, ``add``, ``build`` and ``test``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from copydesk import __version__
from copydesk.cli.class_check import class_
from copydesk.cli.export import export
from copydesk.cli.hand_in import collect, mark
from copydesk.cli.own_corpus import add, add_figures
from copydesk.cli.pages import handouts, pages
from copydesk.cli.site import site
from copydesk.cli.survey import survey
from copydesk.cli.terminal import check_target, checkout, print_text, say, write


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
      copydesk handouts               write five slides and a sheet to print for each lesson
      copydesk report story.txt       take any article through the desk
      copydesk compare A.txt B.txt    see which figures two stories share, and where they part
      copydesk survey FOLDER          the same for a folder of articles: tables, and a page
      copydesk add story.txt          keep a story of yours, for the lessons
      copydesk add-figures my.csv     keep figures of yours, to check claims against
      copydesk rules cleaning         read the rules of a step, each with an example
      copydesk class check            see what would break for learners (before class)
      copydesk collect handed_in.zip  lay out what a class handed in
      copydesk mark class             mark it, and write pages and a gradebook
      copydesk export quizzes q.zip   write the quizzes for Moodle or Canvas, or the exercises
                                      for nbgrader or Otter-Grader
      copydesk site FOLDER            build the class as a web page that runs by itself
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
    write is yours: a copy that exists is never replaced. With an installed package, work/ is in
    the current folder. On a computer without a browser, open the printed address from another one.
    """
    from copydesk.classroom.lab import open_lab, prepare_work
    from copydesk.corpus import ROOT, home

    place = home()
    try:
        click.echo(prepare_work(ROOT, place))
        sys.exit(open_lab(place, port=port, no_browser=no_browser, say=click.echo))
    except OSError as error:
        why = error.strerror or error
        raise SystemExit(say(f"The class cannot be laid out in {place}: {why}.")) from None


@main.command()
@click.argument("lesson", nargs=-1)
@click.option(
    "--folder", metavar="FOLDER", help="Where your notebooks are. [default: work/exercises]"
)
@click.option("--trust", is_flag=True, help="Run them with all your rights: only for your own.")
def progress(lesson: tuple[str, ...], folder: str | None, trust: bool) -> None:
    """Run your exercise notebooks as you saved them, and print which exercises pass.

    LESSON is the name of a notebook, such as 02_cleaning; without one, all of yours are run. The
    notebooks are not changed. Where this computer can confine code, they read and write no file of
    yours while they run.
    """
    from copydesk.classroom.progress import lesson_progress, progress_text, where_to_run
    from copydesk.corpus.places import WORK, home
    from copydesk.exercises import exercises_of

    place = Path(folder) if folder else home() / WORK / "exercises"
    notebooks = [path for path in sorted(place.glob("*.ipynb")) if exercises_of(path.stem)]
    if lesson:
        notebooks = [path for path in notebooks if path.stem in lesson]
    if not notebooks:
        named = f" named {' or '.join(lesson)}" if lesson else ""
        raise SystemExit(
            say(f"There is no exercise notebook{named} in {place}; copydesk lab puts them there.")
        )
    if trust:
        say("The notebooks run with all the rights that you have: only for code that you trust.")
    with where_to_run({notebook.stem for notebook in notebooks}, trust=trust) as runner:
        for notebook in notebooks:
            print_text(progress_text([lesson_progress(notebook, runner)]) + "\n")


@main.command()
@click.argument("lesson")
def reset(lesson: str) -> None:
    """Put a fresh copy of the exercises of LESSON beside yours. Yours stays as it is."""
    from copydesk.classroom.progress import fresh_copy
    from copydesk.corpus import ROOT, home

    try:
        copy = fresh_copy(ROOT, home(), lesson)
    except ValueError as error:
        raise SystemExit(say(str(error))) from None
    except OSError as error:
        raise SystemExit(say(f"No copy could be written: {error.strerror or error}.")) from None
    click.echo(f"A fresh copy is in {copy}. Your own notebook is as you left it.")


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
    from copydesk.classroom.progress_line import progress_line
    from copydesk.corpus import (
        CorpusError,
        article_names,
        article_path,
        own_article_names,
        story_names,
    )
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
    names = (*article_names(), *story_names(), *own_article_names())
    if not Path(article).exists() and article in names:
        article = str(article_path(article))
    for path, _ in wanted:
        check_target(path, article, force)
    try:
        raw = (
            read_bytes(sys.stdin.buffer.read(), "standard input")
            if article == "-"
            else read_article(Path(article))
        )
        with progress_line(f"Reading {raw.source}") as now:
            result = desk.analyse_article(raw, load_reference())
            forms = {"html": result.to_html, "json": result.to_json, "markdown": result.to_markdown}
            contents = []
            for path, kind in wanted:
                now(f"writing {path}")
                contents.append((path, forms[kind]()))
    except (ArticleError, CorpusError) as error:
        raise SystemExit(say(str(error))) from None
    if not wanted:
        print_text(result.to_text())
    for path, content in contents:
        write(path, content)


@main.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def compare(first: str, second: str) -> None:
    """Set the figures of two stories beside each other: A and B are files, or names of stories.

    It prints where they part, what both give, and for which figures a story names no source.

    \b
    Example
      copydesk compare minister_wire aggregator_rewrite
    """
    from copydesk.article import ArticleError, read_article
    from copydesk.cleaning import clean
    from copydesk.consistency import compare_stories
    from copydesk.corpus import CorpusError, load_article

    try:
        stories = [
            clean(read_article(Path(name)) if Path(name).exists() else load_article(name))
            for name in (first, second)
        ]
    except (ArticleError, CorpusError) as error:
        raise SystemExit(say(str(error))) from None
    print_text(compare_stories(*stories).to_text(first, second))


@main.command()
@click.argument("step")
def rules(step: str) -> None:
    """Print the rules of STEP, such as cleaning, in order, each with its reason and an example."""
    from copydesk.classroom.rules import rules_text

    try:
        print_text(rules_text(step))
    except ValueError as error:
        raise SystemExit(say(str(error))) from None


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

    root = checkout()
    try:
        result = build_lessons(root, lesson, check=check, outputs=outputs, progress=click.echo)
    except BuildError as error:
        raise SystemExit(say(str(error))) from None
    for sentence in (*result.differences, *result.unproven):
        click.echo(sentence, err=True)
    ends = []
    if result.differences:
        ends.append(
            f"Differences: {len(result.differences)}. The notebooks are built from lessons/: "
            "change the source there, run copydesk build, and commit both."
        )
    if result.unproven:
        ends.append(
            f"Numbers: {len(result.unproven)}. CONTRIBUTING.md says how a number in the text is "
            "bound to what proves it."
        )
    if ends:
        raise SystemExit(say("\n".join(ends)))


@main.command()
@click.argument("step", nargs=-1)
def test(step: tuple[str, ...]) -> None:
    """Run the quick checks; or each STEP named; or those of one lesson, as 02_cleaning; or all.

    \b
    Steps
      classroom   pytest: the classroom, exercises, charts, corpus and reports
      unit        pytest: every other room
      notebooks   nbval: lessons and solutions run and print what they printed
      types       mypy, strict on the package
      built       the committed cells are what lessons/ builds
      imports     import-linter: nothing imports upward
      style       ruff: lint and format, notebooks included
    And only when named, or with "all"
      thorough    fifty seeds, very long texts, builds, classes of notebooks; any text at all
      exercises   nbval: the exercises run in a kernel as a class gets them
      more        nbval: the second parts of the lessons, as "notebooks" runs the first ones
      pictures    every notebook is run again, and its pictures are compared
      browser     every page and lesson in a browser, for every reader
    And only when named
      site        the site that the variable COPYDESK_SITE names, in a browser
    """
    from copydesk.classroom.build import BuildError, lesson_stems
    from copydesk.classroom.testing import ALONE, STEPS, THOROUGH, lesson_steps, run_steps

    root = checkout()
    known = {**STEPS, **THOROUGH, **ALONE}
    try:
        stems = lesson_stems(root)
    except BuildError as error:
        raise SystemExit(say(str(error))) from None
    if len(step) == 1 and step[0] in stems:
        sys.exit(run_steps(root, lesson_steps(root, step[0]), say=click.echo))
    names = (*STEPS, *THOROUGH) if "all" in step else step or tuple(STEPS)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(
            say(
                f"There is no step {unknown[0]!r}; the steps are all, {', '.join(known)}, "
                f"or one lesson: {', '.join(stems)}."
            )
        )
    sys.exit(run_steps(root, {name: known[name] for name in names}, say=click.echo))


main.add_command(add)
main.add_command(add_figures)
main.add_command(class_)
main.add_command(collect)
main.add_command(export)
main.add_command(handouts)
main.add_command(mark)
main.add_command(pages)
main.add_command(site)
main.add_command(survey)

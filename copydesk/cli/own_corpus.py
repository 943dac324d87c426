"""``copydesk add`` and ``add-figures``: stories and figures of the user's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from copydesk.cli.terminal import check_target, say, write

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


@click.command()
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
        raise SystemExit(say(str(error))) from None
    click.echo(f"Added {record.name}: {record.words:,} words, in {article_path(record.name)}.")
    click.echo(f"What is known about it: {own_folder() / 'articles.csv'}.")
    click.echo(f'In a lesson, change one line: mine = load_article("{record.name}")')
    click.echo(f"The desk's report: copydesk report {record.name}")


@click.command("add-figures")
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
            check_target(Path(file_name), "-", force=False)
            write(Path(file_name), content)
        return
    if table is None:
        raise click.UsageError("Name a CSV file, or use --example to see one.")
    try:
        added = take_in(Path(table), Path(definitions) if definitions else None, called)
    except TableError as error:
        shown = error.problems[:_MOST_PROBLEMS]
        more = len(error.problems) - len(shown)
        rest = [f"And {more} more of the kind."] if more else []
        raise SystemExit(say("\n".join([*shown, *rest, "Nothing was added."]))) from None
    except CorpusError as error:
        raise SystemExit(say(str(error))) from None
    count = len(added.figure_ids)
    click.echo(f"Added {count} figure{'s' * (count != 1)}, in {own_folder() / 'figures.csv'}.")
    click.echo(
        f"Claims that name {' or '.join(added.trackers)} are checked against them from now on."
    )

"""``copydesk survey``: the desk on a folder of articles."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.terminal import STOPPED, say


@click.command()
@click.argument("folder")
@click.option(
    "--to", "target", default="survey", show_default=True, help="Where tables and page go."
)
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: one for each core]")
@click.option("--scheduler", metavar="ADDRESS", help="Have an existing Dask cluster read them.")
def survey(folder: str, target: str, jobs: int | None, scheduler: str | None) -> None:
    """Take every article in FOLDER through the desk, and write tables and a page about all.

    Articles are text and HTML files, also in folders in FOLDER. A file that cannot be read is
    listed and passed over. A table articles.csv in FOLDER, with the columns article, outlet and
    date, says whose they are; without it, an article is of the folder that it lies in.

    Tables are written as CSV: one row for each article, sentence, figure, label and contradiction.
    (Parquet needs pyarrow, which is larger than all else that the kit installs; pandas turns a CSV
    file into Parquet where it is installed.)

    A survey that was stopped goes on where it was when the same command is given again, and then
    reads only what is new or has changed.

    \b
    Example
      copydesk survey clippings --to clippings_survey
    """
    from copydesk.classroom import survey as corpus
    from copydesk.classroom.many import ClusterError
    from copydesk.classroom.progress_line import progress_line
    from copydesk.classroom.survey.sources import other_endings

    source, place = Path(folder), Path(target)
    if not source.is_dir():
        raise SystemExit(say(f"There is no folder {source}."))
    try:
        with progress_line("Reading") as now, corpus.opened(place) as store:
            read = corpus.survey(
                source,
                store,
                workers=jobs,
                scheduler=scheduler or "",
                left_out=place,
                now=now,
            )
            now("writing the tables and the page")
            written = store.write_tables(place)
            endings = other_endings(source, place)
            written.append(corpus.write_page(place, store, source.resolve().name, endings))
            kept, bad = store.count("articles"), store.count_bad()
    except (corpus.SourceError, ClusterError) as error:
        raise SystemExit(say(str(error))) from None
    except KeyboardInterrupt:
        say("Stopped. What was read is kept; the same command goes on from there.")
        raise SystemExit(STOPPED) from None
    except OSError as error:
        raise SystemExit(say(f"{place} cannot be written: {error.strerror or error}.")) from None
    click.echo(f"{kept:,} articles, {read:,} files read now, {bad:,} passed over.")
    for path in written:
        click.echo(f"Wrote {path}.")

"""``copydesk collect`` and ``mark``: what a class handed in."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path

import click

from copydesk.cli.terminal import STOPPED, print_text, say, write


@click.command()
@click.argument("place", nargs=-1)
@click.option("--to", "folder", help="The folder of the class.  [default: class]")
@click.option(
    "--example",
    is_flag=True,
    help="Write example_class.zip, an invented class to practise with, into this folder, and stop.",
)
def collect(place: tuple[str, ...], folder: str | None, example: bool) -> None:
    """Lay out what a class handed in: one folder a learner, one notebook a lesson.

    PLACE is what Moodle, Canvas, a shared folder or an e-mail leaves behind: a folder, a zip file,
    a saved e-mail (.eml, .mbox) or a notebook; several may be named. What was understood is
    printed, and written to collected.csv in the folder of the class. Nothing that was handed in is
    changed.

    \b
    Example
      copydesk collect Downloads/week2.zip --to class
      copydesk collect --example
    """
    from copydesk.classroom import hand_in
    from copydesk.corpus import ROOT

    if example:
        if place or folder is not None:
            raise click.UsageError(
                f"--example writes {hand_in.EXAMPLE} into this folder and stops; give nothing else "
                f"with it, and then type: copydesk collect {hand_in.EXAMPLE} --to class"
            )
        if Path(hand_in.EXAMPLE).exists():
            raise SystemExit(
                say(f"{hand_in.EXAMPLE} is here already; collect it, or delete it for a new one.")
            )
        write(Path(hand_in.EXAMPLE), hand_in.example_class(ROOT))
        return
    if not place:
        raise click.UsageError("Name what came in, or use --example to practise.")
    folder = folder or "class"
    before = hand_in.read_rows(Path(folder))
    try:
        rows = hand_in.collect([Path(name) for name in place], Path(folder))
    except FileNotFoundError as error:
        raise SystemExit(say(str(error))) from None
    except OSError as error:
        raise SystemExit(say(f"{folder} cannot be written: {error.strerror or error}.")) from None
    print_text(hand_in.summary(rows, before) + "\n")
    if any(row.file for row in rows):
        click.echo(f"Next: copydesk mark {folder}")
    else:
        raise SystemExit(
            say(f"There is no notebook of the kit in {' and '.join(place)}: files in .ipynb.")
        )


@click.command()
@click.argument("folder")
@click.option("--again", is_flag=True, help="Mark every notebook again, also those that are done.")
@click.option("--new-seed", is_flag=True, help="Try the answers on other inputs from now on.")
@click.option(
    "--jobs", type=click.IntRange(1), help="Notebooks at a time.  [default: one for each core]"
)
@click.option("--scheduler", metavar="ADDRESS", help="Have an existing Dask cluster run them.")
@click.option("--trust", is_flag=True, help="Run code that this computer cannot confine.")
def mark(
    folder: str, again: bool, new_seed: bool, jobs: int | None, scheduler: str | None, trust: bool
) -> None:
    """Mark the class in FOLDER, which copydesk collect laid out, and write what is given back.

    Each answer is tried on fresh inputs, from a secret seed that stays in FOLDER. The code of
    learners runs confined: no network, no other process, no file but its own. What was marked
    stays marked; what you write in by_hand.csv is kept.
    """
    from copydesk.classroom import hand_in
    from copydesk.classroom.many import ClusterError, cluster, cores, pace
    from copydesk.classroom.progress_line import progress_line
    from copydesk.corpus import ROOT

    place = Path(folder)
    notebooks = hand_in.notebooks_of(place)
    if not notebooks:
        raise SystemExit(
            say(f"There is no notebook to mark in {place}; copydesk collect lays them out there.")
        )
    try:
        hand_in.read_decisions(place, ROOT)  # before the long work, and before anything is written
    except hand_in.ByHandError as error:
        raise SystemExit(say(str(error))) from None
    if new_seed:
        (place / hand_in.SEED).unlink(missing_ok=True)
    given = hand_in.given_cells(ROOT, {path.stem for path in notebooks})
    table = place / hand_in.CHANGED
    said = set(table.read_text(encoding="utf-8").splitlines()) if table.is_file() else set()
    begun, todo = time.monotonic(), [len(notebooks)]
    try:
        with (
            progress_line("Marking") as now,
            cluster(scheduler) if scheduler else nullcontext((None, cores())) as (pool, workers),
        ):
            marked = hand_in.mark_class(
                place,
                given,
                again=again,
                trust=trust,
                workers=jobs or workers,
                pool=pool,
                begun=todo.append,
            )
            for done, (new, _) in enumerate(marked, 1):
                now(f"notebooks: {pace(done, todo[-1], time.monotonic() - begun)}")
                for sentence in new.changed:
                    click.echo(sentence)
                said.update(new.changed)
            now("writing the pages")
            written = hand_in.give_back(place, ROOT)
        for sentence in table.read_text(encoding="utf-8").splitlines():
            if sentence not in said:
                click.echo(sentence)
    except hand_in.ConfinementError as error:
        advice = "Add --trust to run it all the same, for a class that you trust."
        raise SystemExit(say(f"{error} {advice}")) from None
    except KeyboardInterrupt:
        say("Stopped. What was marked is kept; the same command goes on from there.")
        raise SystemExit(STOPPED) from None
    except (hand_in.ByHandError, hand_in.EndedError, ClusterError) as error:
        raise SystemExit(say(str(error))) from None
    except OSError as error:
        raise SystemExit(say(f"{place} cannot be written: {error.strerror or error}.")) from None
    for path in written:
        if path.parent == place:
            click.echo(f"Wrote {path}.")
    click.echo(
        f"Wrote {len(written)} files in all; the learners' pages are in {place / 'feedback'}."
    )

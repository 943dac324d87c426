"""``copydesk site``: the class as a web page that runs by itself."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.terminal import checkout, say


@click.command()
@click.argument("folder")
@click.option(
    "--pyodide",
    metavar="FOLDER",
    multiple=True,
    help="A folder that holds Pyodide, or a part of it; may be given more than once.",
)
@click.option(
    "--wheel",
    metavar="FILE",
    multiple=True,
    help="A package to take as it is, before any other of its name; may be given more than once.",
)
@click.option("--check", is_flag=True, help="Run every notebook of the site in a browser.")
@click.option("--only", metavar="NOTEBOOK", help="With --check: as notebooks/02_cleaning.")
def site(
    folder: str, pyodide: tuple[str, ...], wheel: tuple[str, ...], check: bool, only: str | None
) -> None:
    """Build the class as a web page in FOLDER: lessons that run with nothing installed.

    Any web server can serve FOLDER, from any of its folders. Python runs in the reader's browser;
    what a reader writes stays there. The distribution of Pyodide is not part of the kit: give
    folders that hold it, and each file is checked against its published fingerprint. An earlier
    site in FOLDER is replaced.

    \b
    Examples
      copydesk site www --pyodide pyodide
      copydesk site www --check
      python -m http.server --directory www
    """
    from copydesk.classroom.site import SiteError, build_site, visit_site

    root, target = checkout(), Path(folder)
    try:
        if pyodide:
            size = build_site(root, target, [*map(Path, pyodide)], [*map(Path, wheel)], click.echo)
            click.echo(f"The site is in {target} ({size:.0f} MB). Any web server can serve it:")
            click.echo(f"  python -m http.server --directory {target}")
        elif not check:
            raise SiteError(
                "Name the folder that holds Pyodide with --pyodide; "
                "docs/nothing_to_install.md says where it comes from."
            )
        if check and visit_site(target, only=only, say=click.echo):
            raise SystemExit(1)
    except SiteError as error:
        raise SystemExit(say(str(error))) from None
    except OSError as error:
        raise SystemExit(say(f"{target} cannot be written: {error.strerror or error}.")) from None

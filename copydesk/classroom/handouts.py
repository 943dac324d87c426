"""What an instructor brings into the room: five slides and a sheet to print for each lesson.

They are written in ``lessons/<stem>/slides.md`` and ``lessons/<stem>/sheet.md``, as one title and
sections. Each section is a slide, or a box on the sheet. A slide can show what a cell of the lesson
printed or drew: ``![what it is](output:two-measures)`` stands for the last picture, or the last
printed text, under the heading "Two measures" of the built lesson, and ``output:two-measures/1``
for that of the first cell there that shows anything. So a slide never shows a result that the
lesson does not have.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

SLIDES = 5
"""How many slides a lesson has: more than five are read out, and not spoken about."""

KINDS = ("slides", "sheet")
"""The two handouts of a lesson, as their files are named."""

_LONG, _WIDE, _SCREEN = 13, 48, 90
"""So many lines do not fit under a heading: they go into two columns, or are set small if wider."""

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.M)
_OUTPUT = re.compile(r'<p><img src="output:([^"]+)" alt="([^"]*)" ?/></p>')
_DESCRIBED = re.compile(r"^Text description: (.+?)(?:\n\s*\n|\Z)", re.M | re.S)
_ANCHOR = re.compile(r'<a class="anchor-link".*?</a>', re.S)


class HandoutError(ValueError):
    """A handout that cannot be made; the message says which file and what to change there."""


@dataclass(frozen=True)
class Shown:
    """What one cell of a lesson put on the screen.

    Attributes
    ----------
    text : str
        What it printed; for a picture, the description in words.
    picture : str
        A PNG in base64, or empty.
    """

    text: str
    picture: str = ""


def handouts(root: Path, stems: Iterable[str]) -> dict[str, str]:
    """Return the slides and the sheet of lessons as HTML pages that need nothing from outside.

    Parameters
    ----------
    root : Path
        The folder that holds lessons/ and notebooks/.
    stems : iterable of str
        Names of lessons, such as "02_cleaning".

    Returns
    -------
    dict of str to str
        The name of a file, "02_cleaning_slides.html", and the page.

    Raises
    ------
    HandoutError
        A file is missing, has another number of slides, or asks for an output that the lesson does
        not have.
    """
    return {
        f"{stem}_{kind}.html": _page(root, stem, kind)
        for stem in dict.fromkeys(stems)
        for kind in KINDS
    }


def _page(root: Path, stem: str, kind: str) -> str:
    name = f"lessons/{stem}/{kind}.md"
    try:
        title, sections = sections_of((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise HandoutError(f"{name} is missing.") from None
    if kind == "slides" and len(sections) != SLIDES:
        raise HandoutError(f'{name} has {len(sections)} slides ("## ..."); make it {SLIDES}.')
    shown = outputs_of(root / "notebooks" / f"{stem}.ipynb") if kind == "slides" else {}
    parts = []
    for heading, text in sections:
        body = _html(text)
        for anchor, _ in _OUTPUT.findall(body):
            if anchor not in shown:
                known = ", ".join(key for key in shown if "/" not in key) or "none"
                raise HandoutError(f"{name} shows output:{anchor}; the lesson has {known}.")
        body = _OUTPUT.sub(lambda found: _figure(found[2], shown[found[1]]), body)
        parts.append((heading, Markup(body)))
    template = Environment(
        loader=PackageLoader("copydesk.classroom"), autoescape=True, trim_blocks=True
    ).get_template(f"handouts/{kind}.html.j2")
    return template.render(title=title, sections=parts)


def sections_of(text: str) -> tuple[str, list[tuple[str, str]]]:
    r"""Return the title of a handout, and each section's heading and Markdown.

    Parameters
    ----------
    text : str
        One ``# title``, then sections that begin with ``## heading``. Comments are left out.

    Examples
    --------
    >>> sections_of("# Lesson 9. Maps\n\n## North\n\nIt is up.\n\n## South\n\nIt is not.")
    ('Lesson 9. Maps', [('North', 'It is up.'), ('South', 'It is not.')])
    """
    head, *rest = re.split(r"^## ", _COMMENT.sub("", text), flags=re.M)
    sections = [section.partition("\n") for section in rest]
    title = head.strip().removeprefix("# ").strip()
    return title, [(heading.strip(), body.strip()) for heading, _, body in sections]


def outputs_of(notebook: Path) -> dict[str, Shown]:
    """Return what a lesson shows under each of its headings: the last picture, or the last text.

    Parameters
    ----------
    notebook : Path
        A built notebook, with its outputs.

    Returns
    -------
    dict of str to Shown
        The keys are headings in lower case with hyphens: "two-measures"; and with the number of a
        cell among those under the heading that show anything: "two-measures/1".
    """
    found: dict[str, Shown] = {}
    heading, number = "", 0
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            before, heading = heading, [heading, *_HEADING.findall(source)][-1]
            number = number if heading == before else 0
        elif shown := _shown(cell.get("outputs", ())):
            anchor = re.sub(r"\W+", "-", heading.lower()).strip("-")
            number += 1
            found[f"{anchor}/{number}"] = shown
            if shown.picture or not found.get(anchor, shown).picture:
                found[anchor] = shown
    return found


def _shown(outputs: Iterable[dict[str, Any]]) -> Shown | None:
    printed, picture = "", ""
    for output in outputs:
        if output["output_type"] == "stream":
            printed += "".join(output["text"])
        picture = "".join(output.get("data", {}).get("image/png", picture))
    described = _DESCRIBED.search(printed)
    if picture:
        return Shown(" ".join((described[1] if described else printed).split()), picture)
    return Shown(printed.rstrip()) if printed.strip() else None


def _html(text: str) -> str:
    # A tenth of a second, and half a second with what it loads: only who writes handouts waits.
    from nbconvert.filters import markdown2html

    return _ANCHOR.sub("", str(markdown2html(text)))


def _figure(caption: str, shown: Shown) -> str:
    """Return an output as HTML: a picture with its description, or what was printed."""
    text = html.escape(shown.text)
    if not shown.picture:
        widths = [len(line) for line in shown.text.splitlines()]
        kind = "wide" if max(widths) > _WIDE else "long"
        rows = sum(1 + width // _SCREEN for width in widths)
        long = f' class="{kind}"' if rows > _LONG else ""
        pre = f'<pre tabindex="0"{long}>{text}</pre>'
        return f"<figure>{pre}<figcaption>{caption}</figcaption></figure>"
    return (
        f'<figure><img alt="{caption}" src="data:image/png;base64,{shown.picture}">'
        f"<details><summary>{caption}: in words</summary>{text}</details></figure>"
    )

"""A piece and its page: one HTML file that anybody can open, and that the kit can read again."""

from __future__ import annotations

import base64
import functools
import html
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader

from copydesk.classroom.portfolio.folder import CENTRAL, is_name
from copydesk.classroom.portfolio.kinds import KINDS, Kind, kind_of_lesson

_DATA = re.compile(r'<script type="application/json" id="copydesk-piece">(.*?)</script>', re.DOTALL)
_DOTS = " .…\n\t"

Part = str | dict[str, Any]
"""A text; a table (``columns`` and ``rows``); or a picture (``svg`` and ``description``)."""

_SHAPES = ({"columns", "rows"}, {"svg", "description"})


class PieceError(ValueError):
    """What was given is no piece. The message is one sentence for the learner."""


@dataclass(frozen=True)
class Piece:
    """What a learner made in one lesson.

    Attributes
    ----------
    kind : Kind
        Which piece it is.
    about : str
        What it is about: the name of a story.
    parts : mapping of str to Part
        Its parts, by name.
    """

    kind: Kind
    about: str
    parts: Mapping[str, Part]

    @property
    def words(self) -> str:
        """The last of the parts that the learner wrote: what can stand in a report."""
        said = self.parts.get(self.kind.words[-1], "")
        return said if isinstance(said, str) else ""

    def page(self) -> str:
        """Return the piece as one HTML page that needs no network and no other file."""
        data = {
            "copydesk_piece": 1,
            "lesson": self.kind.lesson,
            "about": self.about,
            "parts": dict(self.parts),
        }
        # So written, no text of a learner can end the element that it stands in.
        held = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
        return _rendered("piece.html.j2", pieces=[self], data=held, title=self.title)

    @property
    def title(self) -> str:
        """What stands at its top."""
        return f"{self.kind.name.capitalize()}: {self.about}"

    def _repr_html_(self) -> str:
        return _rendered("piece_parts.html.j2", piece=self, level=3)

    def __repr__(self) -> str:
        lines = [self.title]
        for name, part in self.parts.items():
            if isinstance(part, str):
                lines.append(f"  {name}: {part}")
            elif "rows" in part:
                lines.append(f"  {name}: a table with {len(part['rows'])} rows")
            else:
                lines.append(f"  {name}: {part['description']}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Pieces:
    """The pieces of one learner on one story.

    Attributes
    ----------
    made : mapping of int to Piece
        Those that are there, by the number of the lesson.
    notices : tuple of str
        What could not be read, each in a sentence.
    story : str
        The name of the story.
    """

    made: Mapping[int, Piece]
    notices: tuple[str, ...] = ()
    story: str = CENTRAL

    @property
    def missing(self) -> tuple[Kind, ...]:
        """The pieces that are not made yet."""
        return tuple(kind for kind in KINDS if kind.lesson not in self.made)

    def report_parts(self) -> dict[str, str]:
        """Return what the learner wrote, by the part of a report that it can stand for."""
        return {
            piece.kind.report_part: piece.words
            for piece in self.made.values()
            if piece.kind.report_part and piece.words
        }

    def in_report(self) -> dict[str, dict[str, Part]]:
        """Return what a report on the story shows of them, by the section that shows it."""
        return {
            piece.kind.shown_in: {
                part: held for part, held in piece.parts.items() if part not in piece.kind.left_out
            }
            for piece in self.made.values()
            if piece.kind.shown_in
        }

    def _lines(self) -> Iterator[tuple[str, str]]:
        for kind in KINDS:
            name = f"{kind.lesson}, {kind.name}"
            made = kind.lesson in self.made
            where = f"not made yet, in {kind.made_in(self.story)}"
            yield name, f"made, {kind.file}" if made else where

    def __repr__(self) -> str:
        lines = [f"Pieces: {len(self.made)} of {len(KINDS)} are made."]
        lines += [f"  lesson {name}: {said}" for name, said in self._lines()]
        return "\n".join([*lines, *self._advice(), *self.notices])

    def _advice(self) -> tuple[str, ...]:
        first = next(iter(self.missing), None)
        return (
            (f"To make the first that is missing: {first.how_to_make(self.story)}",)
            if first
            else ()
        )

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<li>Lesson {html.escape(name)}: {html.escape(said)}</li>"
            for name, said in self._lines()
        )
        said = (*self._advice(), *self.notices)
        notices = "".join(f"<p>{html.escape(notice)}</p>" for notice in said)
        head = f"<strong>{len(self.made)} of {len(KINDS)} pieces are made.</strong>"
        return f'<div style="max-width: 45em;">{head}<ul>{rows}</ul>{notices}</div>'


def make_piece(lesson: object, about: object, parts: object) -> tuple[Piece, tuple[str, ...]]:
    """Return a piece, and which of the words that it needs are not written yet.

    Raises
    ------
    PieceError
        There is no such lesson, or a part is nothing that a page can show.
    """
    kind = kind_of_lesson(lesson)
    if kind is None:
        raise PieceError(f"The first thing is the number of a lesson, 1 to {len(KINDS)}.")
    if not isinstance(about, str) or not is_name(about.strip()):
        raise PieceError(f"The second thing is the name of a story, such as {CENTRAL!r}.")
    if not isinstance(parts, Mapping):
        raise PieceError('The third thing is a dictionary: {"verdict": verdict, ...}.')
    owed = kind.owed(parts.get("verdict", ""))
    needed = tuple(word for word in owed if not is_written(parts.get(word, ...)))
    # A picture takes a second to draw, so nothing is drawn that will not be saved.
    given = {} if needed else parts
    shown = {str(name): part_of(str(name), value) for name, value in given.items()}
    return Piece(kind, about.strip(), shown), needed


def is_written(value: object) -> bool:
    """Say whether something stands in place of the three dots.

    Examples
    --------
    >>> is_written(...), is_written(" ... "), is_written([]), is_written("use it")
    (False, False, False, True)
    """
    if isinstance(value, str):
        return bool(value.strip(_DOTS))
    return value is not ... and value is not None and value != []


def _picture(name: str, value: Any) -> dict[str, Any] | None:
    """Return the part that a chart or a figure makes; None for anything else.

    Who has made a chart has loaded Matplotlib; nobody else waits for it.
    """
    if "matplotlib.figure" not in sys.modules:
        return None
    from matplotlib.figure import Figure

    from copydesk.charts import Chart

    chart = Chart(value, name, "") if isinstance(value, Figure) else value
    if not isinstance(chart, Chart):
        return None
    return {"svg": chart.svg().decode(), "description": chart.description}


def part_of(name: str, value: Any) -> Part:
    """Return what a learner gave as a part of a piece, or raise `PieceError`."""
    if isinstance(value, (str, int, float)) or value is ... or value is None:
        return "" if value in (..., None) else " ".join(str(value).split())
    picture = _picture(name, value)
    if picture is not None:
        return picture
    if isinstance(value, Mapping) and value.keys() in _SHAPES:
        return dict(value)
    import pandas as pd  # late: not every lesson has it, and it takes long to load

    if isinstance(value, Mapping):
        value = [{"part": key, "words": said} for key, said in value.items()]
    if isinstance(value, (list, tuple)):
        value = pd.DataFrame([row if isinstance(row, Mapping) else {name: row} for row in value])
    if isinstance(value, pd.DataFrame):
        rows = [[_cell(item) for item in row] for row in value.itertuples(index=False)]
        return {"columns": [str(column) for column in value.columns], "rows": rows}
    raise PieceError(f"{name} is nothing that a page can show: give a text, a table or a chart.")


def _cell(item: object) -> str:
    missing = item is ... or item is None or item != item  # a gap in a table is no number
    return "" if missing is True else str(item)


def read_page(page: str) -> Piece:
    """Return the piece of a page that `Piece.page` wrote, or raise `PieceError`."""
    found = _DATA.search(page)
    try:
        data = json.loads(found[1]) if found else None
        kind = kind_of_lesson(data["lesson"]) if data else None
        if data is None or kind is None or not isinstance(data["parts"], dict):
            raise PieceError("it is no page of a piece")
        return Piece(kind, str(data["about"]), {k: _known(v) for k, v in data["parts"].items()})
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PieceError("it is no page of a piece, or only a part of one") from None


def _known(part: Any) -> Part:
    if isinstance(part, str):
        return part
    if any(shape <= part.keys() for shape in _SHAPES):
        known: dict[str, Any] = part
        return known
    raise PieceError("it has a part of an unknown kind")


def are_pieces(held: object) -> bool:
    """Say whether what a file holds has the shape that `Pieces.in_report` gives.

    Examples
    --------
    >>> are_pieces({"stance": {"reasons": "why"}}), are_pieces({"stance": "why"})
    (True, False)
    """
    if not isinstance(held, dict) or not all(isinstance(parts, dict) for parts in held.values()):
        return False
    each = [part for parts in held.values() for part in parts.values()]
    return all(isinstance(part, str) or _is_shaped(part) for part in each)


def _is_shaped(part: object) -> bool:
    if not isinstance(part, dict):
        return False
    if part.keys() == {"svg", "description"}:
        return all(isinstance(words, str) for words in part.values())
    return part.keys() == {"columns", "rows"} and all(
        isinstance(row, list) for row in (part["columns"], part["rows"], *part["rows"])
    )


def page_of_all(pieces: Pieces) -> str:
    """Return one page with every piece that is made, and the names of those that are not."""
    return _rendered(
        "piece.html.j2",
        pieces=list(pieces.made.values()),
        missing=pieces.missing,
        data="",
        title="What I made, lesson by lesson",
    )


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.classroom"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data_uri"] = lambda svg: (
        "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")
    )
    return environment


def _rendered(name: str, **values: Any) -> str:
    return str(_environment().get_template(name).render(**values))

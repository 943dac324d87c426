"""Three charts of an article written as SVG, for a report that shows one at each figure.

Matplotlib measures every word of a picture, and takes a fifth of a second for each. Here words are
text that the reader's own program sets, so what is measured is only how many letters go on a line.
The look is that of the kit: its colours, white paper, an axis from zero, and no colour alone.
"""

from __future__ import annotations

import html
import math
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

from copydesk.charts.content import Content, EvidenceRows, RoleCounts, ToneScores
from copydesk.charts.text import number

BLUE, VERMILLION, INK, GRID = "#0072B2", "#D55E00", "#333333", "#DDDDDD"
"""Colours of `copydesk.charts.model`, which is not loaded here: it loads Matplotlib."""

WIDTH = 720
"""Units of the picture: as wide as a page shows it, one unit is a pixel."""

_LEFT, _RIGHT = 264, 684  # where the axis begins and ends beside words
_NAME, _TITLE, _NOTE = 36, 76, 92  # letters of a line: of a row's name, above, and below
_FONTS = "system-ui, 'DejaVu Sans', Arial, sans-serif"
_NO_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_LINE, _ROW = 17, 34  # units from line to line, and from row to row


def evidence_svg(content: EvidenceRows) -> bytes:
    """Write the chart of `copydesk.charts.claim_evidence`.

    Parameters
    ----------
    content : EvidenceRows
        What it says.

    Returns
    -------
    bytes
        An SVG file. Its words are text; a page that shows it needs the description beside it.
    """
    head, top = _head(content)
    names = [textwrap.wrap(row.name, _NAME) for row in content.rows]
    places, bottom = _places(names, top)
    across = _scale(content.end, _LEFT, _RIGHT)
    parts = [*head, *_value_axis(content.end, across, top, bottom)]
    for row, lines, y in zip(content.rows, names, places, strict=True):
        parts += _name(lines, y)
        if row.low is not None and row.high is not None:
            parts.append(_line(across(row.low), y, across(row.high), y, BLUE, 2))
        parts.append(
            f'<circle cx="{across(row.value):.1f}" cy="{y}" r="4.5" stroke="{BLUE}" '
            f'stroke-width="1.5" fill="{"#FFFFFF" if row.of_part else BLUE}"/>'
        )
        parts.append(_beside(across(row.value), y - 6, number(row.value)))
    if content.claimed >= 0:
        x = across(content.claimed)
        parts.append(_line(x, top, x, bottom, VERMILLION, 2, "8 4"))
    return _picture(parts, content, content.unit, bottom + _LINE)


def roles_svg(content: RoleCounts) -> bytes:
    """Write the chart of `copydesk.charts.line_roles`, as `evidence_svg` does."""
    head, top = _head(content)
    rows = content.rows[::-1]
    names = [textwrap.wrap(role, _NAME) for role, _, _ in rows]
    places, bottom = _places(names, top)
    end = 1.08 * max([count for _, _, count in rows], default=1)
    across = _scale(end, _LEFT, _RIGHT)
    hatch = (
        '<pattern id="dropped" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="6" height="6" fill="#FFFFFF"/>'
        f'<rect width="1.5" height="6" fill="{VERMILLION}"/></pattern>'
    )
    parts = [f"<defs>{hatch}</defs>", *head, *_value_axis(end, across, top, bottom, least=1)]
    parts.append(_text(_LEFT - 10, top, "Role", 14, "end"))
    for (_, is_kept, count), lines, y in zip(rows, names, places, strict=True):
        fill, edge = (BLUE, BLUE) if is_kept else ("url(#dropped)", VERMILLION)
        parts += _name(lines, y)
        parts.append(
            f'<rect x="{_LEFT}" y="{y - 11}" width="{across(count) - _LEFT:.1f}" height="22" '
            f'fill="{fill}" stroke="{edge}"/>'
        )
        parts.append(_text(across(count) + 6, y + 5, number(count), 13))
    return _picture(parts, content, "Number of lines", bottom + _LINE)


def tone_svg(content: ToneScores) -> bytes:
    """Write the chart of `copydesk.charts.tone_along`, as `evidence_svg` does."""
    head, top = _head(content)
    parts = [*head, _text(8, top + 10, "Score (-1 to 1)", 14)]
    top += 24
    left, bottom = 56, top + 240
    first, last = (content.numbers[0], content.numbers[-1]) if content.numbers else (1, 1)
    wide = max(1, last - first)

    def across(sentence: float) -> float:
        return left + 12 + (sentence - first) / wide * (_RIGHT - left - 24)

    def down(score: float) -> float:
        return top + (1.05 - score) / 2.1 * (bottom - top)

    parts += [_line(left, top, left, bottom, INK), _line(left, bottom, _RIGHT, bottom, INK)]
    for score in (-1, -0.5, 0, 0.5, 1):
        sign = f"{score:g}".replace("-", "−")
        parts.append(_text(left - 8, down(score) + 4, sign, 13, "end"))
        parts.append(_line(left - 4, down(score), left, down(score), INK))
    parts.append(_line(left, down(0), _RIGHT, down(0), INK))
    step = max(1, math.ceil(_step(wide, 9)))
    for sentence in range(first + -first % step, last + 1, step):
        parts.append(_line(across(sentence), bottom, across(sentence), bottom + 4, INK))
        parts.append(_text(across(sentence), bottom + 18, str(sentence), 13, "middle"))
    y = bottom + 2 * _LINE + 26
    looks = ((BLUE, "", _dot, 170), (VERMILLION, "8 4", _square, 400))
    for (name, scores), (colour, dashes, mark, x) in zip(content.scores, looks, strict=True):
        points = [(across(at), down(it)) for at, it in zip(content.numbers, scores, strict=True)]
        parts += _path(points, colour, dashes, mark)
        parts += _path([(x, y - 4), (x + 24, y - 4), (x + 48, y - 4)], colour, dashes, mark)
        parts.append(_text(x + 58, y, name, 13))
    return _picture(parts, content, "Sentence number", bottom + _LINE, y)


def _beside(x: float, y: float, words: str) -> str:
    """Write a number behind its dot, or before it where the picture ends."""
    has_room = x + 8 + 8 * len(words) < WIDTH
    return _text(x + 8 if has_room else x - 8, y, words, 13, "start" if has_room else "end")


def _head(content: Content) -> tuple[list[str], int]:
    """Write title and note; return them with the place where the picture begins."""
    title, note = textwrap.wrap(content.title, _TITLE), textwrap.wrap(content.note, _NOTE)
    parts = [_text(8, 24 + 20 * i, line, 16, weight=700) for i, line in enumerate(title)]
    y = 24 + 20 * len(title)
    parts += [_text(8, y + _LINE * i, line, 13) for i, line in enumerate(note)]
    return parts, y + _LINE * len(note) + 8


def _picture(
    parts: Sequence[str], content: Content, label: str, label_y: int, below: int = 0
) -> bytes:
    """Put the name of the axis and the source below the picture, and the whole into a file."""
    y = label_y + _LINE
    last = max(y, below) + 26
    source = textwrap.wrap(f"Source: {content.source}", _NOTE)
    words = [_text((_LEFT + _RIGHT) / 2 if not below else WIDTH / 2, y, label, 14, "middle")]
    words += [_text(712, last + _LINE * i, line, 12, "end") for i, line in enumerate(source)]
    height = last + _LINE * len(source)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{_FONTS}">'
        f'<rect width="{WIDTH}" height="{height}" fill="#FFFFFF"/>{"".join([*parts, *words])}</svg>'
    ).encode()


def _places(names: Sequence[Sequence[str]], top: int) -> tuple[list[int], int]:
    """Return where the rows stand, and where the picture ends; a long name takes more room."""
    places, y = [], top + 6
    for lines in names:
        room = max(_ROW, _LINE * len(lines) + 10)
        places.append(y + room // 2)
        y += room
    return places, max(y, top + _ROW) + 2


def _name(lines: Sequence[str], y: int) -> Iterator[str]:
    """Write the name of a row left of the axis, around the middle of the row."""
    first = y + 5 - _LINE * (len(lines) - 1) / 2
    for i, line in enumerate(lines):
        yield _text(_LEFT - 10, first + _LINE * i, line, 13, "end")


def _value_axis(
    end: float, across: Callable[[float], float], top: int, bottom: int, least: float = 0
) -> Iterator[str]:
    """Write an axis from zero, with a number at each step."""
    yield _line(_LEFT, top, _LEFT, bottom, INK)
    yield _line(_LEFT, bottom, _RIGHT, bottom, INK)
    step = max(least, _step(end, 6))
    for i in range(int(end / step) + 1):
        x = across(i * step)
        yield _line(x, bottom, x, bottom + 4, INK)
        yield _text(x, bottom + 18, number(float(f"{i * step:.10g}")), 13, "middle")


def _scale(end: float, left: float, right: float) -> Callable[[float], float]:
    return lambda value: left + value / end * (right - left)


def _step(end: float, most: int) -> float:
    """Return the least round step with which an axis has at most so many steps.

    Examples
    --------
    >>> _step(2818.65, 6), _step(12, 9), _step(0.9, 6)
    (500.0, 2.0, 0.2)
    """
    unit = 10.0 ** math.floor(math.log10(end / most))
    return next(unit * times for times in (1, 2, 5, 10, 20) if end / (unit * times) <= most)


def _path(
    points: Sequence[tuple[float, float]],
    colour: str,
    dashes: str,
    mark: Callable[[float, float, str], str],
) -> Iterator[str]:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{joined}" fill="none" {_stroke(colour, 2, dashes)}/>'
    yield from (mark(x, y, colour) for x, y in points)


def _dot(x: float, y: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'


def _square(x: float, y: float, colour: str) -> str:
    return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6" fill="{colour}"/>'


def _line(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dashes: str = ""
) -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f"<line {ends} {_stroke(colour, width, dashes)}/>"


def _stroke(colour: str, width: float, dashes: str) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{colour}" stroke-width="{width}"{dashed}'


def _text(
    x: float, y: float, words: str, size: int, anchor: str = "start", weight: int = 400
) -> str:
    shown = html.escape(
        re.sub(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]", "�", words)
    )
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{INK}">{shown}</text>'
    )

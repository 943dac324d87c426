"""What a signed report needs, and the page that it becomes."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader

from copydesk import __version__
from copydesk.classroom.signed_report.conflicts import quotation_conflicts, verdict_conflicts
from copydesk.classroom.signed_report.desk import PARTS, Draft, claims_at, plain_words, set_beside
from copydesk.classroom.signed_report.state import Correction, ReportState

if TYPE_CHECKING:
    from copydesk.charts import Chart

RUBRIC: tuple[tuple[str, str], ...] = (
    ("standfirst", "see at the top which page it is, who published it, and of which day"),
    ("cleaning", "see what was dropped, with a line number and a reason"),
    ("tone", "see what the tone scores say, and what they do not show"),
    ("stance", "see who says what, in quoted words, with the number of the sentence"),
    ("claims", "see each verdict with the body and the edition that it rests on"),
    ("chart", "understand the chart without seeing it"),
    ("not checked", "see what could not be checked"),
    ("corrections", "see where the desk was wrong, and check the reason"),
    ("length", "read it in two minutes: one page"),
)
"""The printed rubric: what "A reader can ..." is judged by. Points are 0, 1 or 2 for each row."""

MOST_WORDS = 350
"""How many words one page has room for."""

_LIMIT = re.compile(r"\b(?:not|no|cannot|can't|never|nothing|nobody|neither|only)\b|n't\b")


def missing_rows(draft: Draft, state: ReportState) -> dict[str, str]:
    """Return what is missing, by the rows of the rubric, each as a sentence."""
    parts = {name: state.parts.get(name, "") for name in PARTS}
    problems: dict[str, str] = {}
    for asks in _ASKED:
        for row, sentence in asks(draft, state, parts):
            problems.setdefault(row, sentence)
    return {row: problems[row] for row, _ in RUBRIC if row in problems}


_Parts = Mapping[str, str]
_Problems = Iterator[tuple[str, str]]


def _unwritten(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    for name, what in PARTS.items():
        if not parts[name]:
            yield name, f"the part is not written: {what}."
    if not any(parts.values()):
        yield "length", "nothing is written yet."


def _cleaning(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    if not _named(parts["cleaning"], "lines?", len(draft.article.lines)):
        yield "cleaning", 'it names no line of the page; write for example "line 19".'
    active = [entry for entry in state.corrections if not entry.taken_back]
    if not active and "nothing to correct" not in plain_words(parts["cleaning"]):
        wanted = 'when you found nothing, write "nothing to correct" in cleaning.'
        yield "corrections", f"the log is empty; {wanted}"


def _standfirst(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    top = plain_words(parts["standfirst"])
    outlet = re.split(r"[,:(]", draft.outlet)[0]
    if plain_words(outlet) not in top:
        yield "standfirst", f"it does not say who published it: {outlet}."
    year = draft.published[:4] or r"\b\d{4}\b|undated|no date"
    if not re.search(year, top):
        yield "standfirst", "it does not say of which day or year the page is."


def _tone(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    if not _named(parts["tone"], "sentences?", len(draft.sentences)):
        yield "tone", 'it points at no sentence; write for example "sentence 3".'
    if not _LIMIT.search(plain_words(parts["tone"])):
        yield "tone", "it does not say what the score leaves out."


def _stance(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    if not state.quotes:
        yield "stance", "no sentence is quoted; choose one or more with choose(quotes=)."
    if not set(_named(parts["stance"], "sentences?", len(draft.sentences))) & set(state.quotes):
        wanted = "write the number of one."
        yield "stance", f"it points at none of the sentences that you quote; {wanted}"


def _claims(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    if draft.desk.claims and not state.claims:
        yield "claims", "no figure is chosen; choose one or more with choose(claims=)."
    rests = {
        number: draft.desk.claims[number - 1][1].evidence
        for number in state.claims
        if verdict_of(draft, state, number)[0] != "cannot tell"
    }
    rests = {number: rows for number, rows in rests.items() if rows}
    editions = {row.edition[:4] for rows in rests.values() for row in rows}
    if rests and not any(year in parts["claims"] for year in editions):
        yield (
            "claims",
            "it names no edition; write the year or the day of the report that a verdict rests on. "
            f'show_desk(report, "verification", figure={next(iter(rests))}) prints it.',
        )


def _chart(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    if not state.chart and "chart" not in state.pieces:
        yield "chart", "no chart is chosen; choose one with choose(chart=)."


def _not_checked(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    silent = [
        text
        for number in state.claims
        if verdict_of(draft, state, number)[0] == "cannot tell"
        and not _says_figure(parts["not checked"], text := draft.desk.claims[number - 1][0].text)
    ]
    if silent:
        said = f"it does not name a figure that you show with cannot tell: {', '.join(silent)}."
        yield "not checked", said


def _against_the_page(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    for row, sentence in _contradictions(draft, state, parts):
        yield row, f"the page contradicts itself: {sentence}."


def _length(draft: Draft, state: ReportState, parts: _Parts) -> _Problems:
    words = sum(len(text.split()) for text in parts.values())
    if words > MOST_WORDS:
        yield "length", f"it has {words} words; one page has room for {MOST_WORDS}."


_ASKED: tuple[Callable[[Draft, ReportState, _Parts], _Problems], ...] = (
    *(_unwritten, _cleaning, _standfirst, _tone, _stance, _claims, _chart, _not_checked),
    *(_against_the_page, _length),
)
"""What is asked of a report; of two sentences about one row, the first is said."""


def _contradictions(
    draft: Draft, state: ReportState, parts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Return where the words part from the table and from the page, with the row of the rubric."""
    shown = {}
    for number in state.claims:
        claim, verdict = draft.desk.claims[number - 1]
        label, entry = verdict_of(draft, state, number)
        # Where the log corrects a verdict, the words may tell of both.
        shown[claim.text] = frozenset({label, verdict.label} if entry else {label})
    page = "\n".join(draft.article.lines)
    known = "\n".join(_may_be_quoted(draft))
    for name, text in parts.items():
        for found in verdict_conflicts(text, shown):
            yield name, found
        for found in quotation_conflicts(text, draft.sentences, page, known):
            yield name, found


def _may_be_quoted(draft: Draft) -> Iterator[str]:
    """Return what the desk prints besides the page: headline, outlet, reasons and definitions."""
    yield from (draft.desk.cleaned.headline or "", draft.outlet)
    for _, verdict in draft.desk.claims:
        yield verdict.because
        for row in verdict.evidence:
            yield from (row.definition, row.source)


def _named(text: str, kind: str, most: int) -> list[int]:
    """Return the numbers of lines or sentences that a text names and that are there."""
    found = re.findall(rf"\b{kind}\s+((?:\d+(?:\s*(?:,|and|to|–|-)\s*)?)+)", text, re.I)
    numbers = [int(number[:9]) for run in found for number in re.findall(r"\d+", run)]
    return [number for number in numbers if 1 <= number <= most]


def _says_figure(text: str, figure: str) -> bool:
    """Say whether a text names a figure: its number, or its words where it has no digits."""
    digits = re.search(r"\d[\d,.]*\d|\d", figure)
    wanted = digits[0] if digits else figure.split()[0]
    return bool(re.search(rf"(?<![\w.,]){re.escape(plain_words(wanted))}(?!\d)", plain_words(text)))


def verdict_of(draft: Draft, state: ReportState, number: int) -> tuple[str, Correction | None]:
    """Return the verdict that the report gives a figure, and the correction that changed it."""
    for entry in state.corrections:
        if entry.step == "verification" and not entry.taken_back:
            at = draft.claim_sentences[number - 1]
            if entry.place == at and number in claims_at(draft, at, entry.about):
                return entry.right, entry
    return draft.desk.claims[number - 1][1].label, None


def page_of(draft: Draft, state: ReportState) -> str:
    """Return the report as one HTML page that needs no network and no other file."""
    claims = []
    for number in state.claims:
        if number <= len(draft.desk.claims):
            claim, verdict = draft.desk.claims[number - 1]
            label, entry = verdict_of(draft, state, number)
            beside = set_beside(claim, verdict) if verdict.evidence else None
            claims.append((number, claim, verdict, label, entry, beside))
    chart = chart_of(draft, state)
    printed = [line for line in draft.desk.cleaned.lines if line.role != "blank"]
    return (
        _templates()
        .get_template("signed_report.html.j2")
        .render(
            draft=draft,
            state=state,
            title=draft.desk.cleaned.headline or draft.name,
            parts=state.parts,
            pieces=state.pieces,
            quotes=[
                (number, draft.sentences[number - 1])
                for number in state.quotes
                if number <= len(draft.sentences)
            ],
            claims=claims,
            claim_sentences=draft.claim_sentences,
            open_figures=sum(verdict.label == "cannot tell" for _, verdict in draft.desk.claims),
            figures=len(draft.desk.claims),
            chart=chart,
            corrections=[entry for entry in state.corrections if not entry.taken_back],
            printed=len(printed),
            kept=sum(line.kept for line in printed),
            missing=missing_rows(draft, state),
            rubric=RUBRIC,
            version=__version__,
        )
    )


def chart_of(draft: Draft, state: ReportState) -> Chart | None:
    """Return the chart that was chosen, with the verdict that the report gives the figure."""
    if state.chart == "lines":
        return draft.desk.roles_chart()
    if state.chart == "tone":
        return draft.desk.tone_chart()
    if state.chart.isdecimal() and 1 <= int(state.chart) <= len(draft.desk.claims):
        claim, verdict = draft.desk.claims[int(state.chart) - 1]
        label, _ = verdict_of(draft, state, int(state.chart))
        from copydesk.charts import claim_series

        return claim_series(claim, replace(verdict, label=label))
    return None


@functools.cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.classroom"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data_uri"] = lambda svg: (
        "data:image/svg+xml;base64,"
        + base64.b64encode(svg.encode() if isinstance(svg, str) else svg).decode("ascii")
    )
    environment.filters["number"] = lambda value: f"{value:,.10g}"
    return environment

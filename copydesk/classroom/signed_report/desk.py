"""What the desk found in one story, numbered so that a learner can point at it."""

from __future__ import annotations

import functools
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.article import Article
from copydesk.claims import Claim
from copydesk.classroom.annotation.label_calls import one_line
from copydesk.classroom.signed_report.file import ReportError, read_state, write_state
from copydesk.classroom.signed_report.state import ReportState, new_state
from copydesk.language.sentences import split_sentences
from copydesk.report import Report
from copydesk.verification import Verdict
from copydesk.verification.evidence import Evidence

STEPS = ("cleaning", "tone", "stance", "claims", "verification")
"""The steps of the desk that a learner looks at and corrects."""

SHOWN = ("consistency", *STEPS)
"""What a learner can look at. Where the story parts from itself, it is the story to correct."""

PARTS: Mapping[str, str] = {
    "standfirst": "what the page says, who published it and when, in one or two sentences",
    "cleaning": "what was dropped, and one line where you had to decide",
    "tone": "what the scores say, and what they do not show",
    "stance": "who says what about whom, and in whose words",
    "claims": "how the figures stand, with body and edition",
    "not checked": "what could not be checked, and what it would need",
}
"""The written parts of the report, in order, and what each one says."""


_MOST_ROWS = 12  # figures that the reason of a verdict lists


@dataclass(frozen=True)
class Draft:
    """A report that is being made; `start_report` gives one.

    Attributes
    ----------
    name : str
        The story, as `copydesk.corpus.load_article` takes it.
    article : Article
        Its raw lines.
    desk : copydesk.report.Report
        What the desk found.
    outlet, published : str
        Who published the page and on which day, as far as it is known.
    path : pathlib.Path or None
        The file that keeps the report. None for practice: nothing is kept.
    notice : str
        What was done about a broken file, or empty.
    """

    name: str
    article: Article
    desk: Report
    outlet: str
    published: str
    path: Path | None
    notice: str = ""
    _last: list[ReportState] = field(default_factory=list, repr=False, compare=False)

    def state(self) -> ReportState:
        """Return what is written and chosen, as the file has it now; may raise `ReportError`."""
        return self._read()[0]

    def _read(self) -> tuple[ReportState, str]:
        known = self._last[0] if self._last else None
        if self.path is None:
            return known or new_state(self.name, self.article.sha256), ""
        state, notice = read_state(self.path, self.name, self.article.sha256, known)
        self._last[:] = [state]
        return state, notice

    def _write(self, state: ReportState) -> None:
        if self.path is not None:
            write_state(self.path, state)
        self._last[:] = [state]

    @functools.cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the cleaned text; the first one has the number 1."""
        return tuple(sentence.text for sentence in split_sentences(self.desk.cleaned.text))

    @functools.cached_property
    def claim_sentences(self) -> tuple[int, ...]:
        """For each figure of the desk, the number of its sentence."""
        ends = [sentence.end for sentence in split_sentences(self.desk.cleaned.text)]
        return tuple(1 + sum(end <= claim.span[0] for end in ends) for claim, _ in self.desk.claims)

    def __repr__(self) -> str:
        """Say how far the report is."""
        try:
            state, notice = self._read()
        except ReportError as error:
            return f"Report on {self.name}. {error}"
        active = [entry for entry in state.corrections if not entry.taken_back]
        written = [part for part in PARTS if state.parts.get(part)]
        where = f"kept in {self.path.name}" if self.path else "for practice, kept nowhere"
        lines = [
            f"Report on {self.name} ({where})",
            f"  headline: {self.desk.cleaned.headline or 'none found'}",
            f"  written: {', '.join(written) or 'nothing yet'}",
            f"  corrections: {len(active)}, sentences quoted: {len(state.quotes)}, "
            f"figures: {len(state.claims)}, chart: {state.chart or 'none'}",
            f"  signed: {f'{state.name}, {state.date}' if state.name else 'not yet'}",
        ]
        lines += [f"  {text}" for text in (self.notice, notice) if text]
        return "\n".join(lines)


def desk_lines(draft: Draft, step: str) -> Iterable[str]:
    """Write what the desk found in one of `SHOWN`, line by line, with numbers."""
    return _WRITERS[step](draft)


def _consistency_lines(draft: Draft) -> Iterable[str]:
    for found in draft.desk.consistency:
        yield from _row(found.first.line, found.first.text)
        if found.second.text != found.first.text:
            yield from _row(found.second.line, found.second.text)
        yield from _row("", f"→ {'fits' if found.agrees else 'does not fit'}: {found.because}")
    if not draft.desk.consistency:
        yield "The desk found no two places of this story to set beside each other."


def _cleaning_lines(draft: Draft) -> Iterable[str]:
    for line in draft.desk.cleaned.lines:
        if line.role != "blank":
            sign = "kept   " if line.kept else "dropped"
            yield from _row(line.number, f"{sign}  {line.role}: {line.text}")


def _tone_lines(draft: Draft) -> Iterable[str]:
    for number, text in enumerate(draft.sentences, 1):
        yield from _row(number, f"{desk_said(draft, 'tone', number, '')}. {text}")


def _stance_lines(draft: Draft) -> Iterable[str]:
    for number, text in enumerate(draft.sentences, 1):
        said = desk_said(draft, "stance", number, "")
        if not said.startswith("nothing"):
            yield from _row(number, text)
            yield from _row("", f"→ {said}")
    yield "Sentences that are not listed: the desk found no speaker and no side in them."


def _claim_lines(draft: Draft) -> Iterable[str]:
    return _figure_lines(draft, lambda claim, _: [_needs(claim)])


def _verification_lines(draft: Draft) -> Iterable[str]:
    def told(claim: Claim, verdict: Verdict) -> list[str]:
        beside = f"set beside: {_figure(set_beside(claim, verdict))}" if verdict.evidence else ""
        return [verdict.label, *filter(None, [beside])]

    return _figure_lines(draft, told)


def _figure_lines(draft: Draft, told: Callable[[Claim, Verdict], list[str]]) -> Iterable[str]:
    """Write each figure of the story, with the lines that `told` gives for it."""
    for number, (claim, verdict) in enumerate(draft.desk.claims, 1):
        yield from _row(number, f"{claim.text} (sentence {draft.claim_sentences[number - 1]})")
        first, *more = told(claim, verdict)
        yield from _row("", f"→ {first}")
        for line in more:
            yield from _row("", line)
    if not draft.desk.claims:
        yield "The desk found no figure. A claim without a figure it does not look for."


_WRITERS: dict[str, Callable[[Draft], Iterable[str]]] = {
    "consistency": _consistency_lines,
    "cleaning": _cleaning_lines,
    "tone": _tone_lines,
    "stance": _stance_lines,
    "claims": _claim_lines,
    "verification": _verification_lines,
}


def reason_lines(draft: Draft, number: int) -> Iterable[str]:
    """Write the whole reason of one verdict, and the figures that were looked at."""
    claim, verdict = draft.desk.claims[number - 1]
    yield from _row(number, f"{claim.text} (sentence {draft.claim_sentences[number - 1]})")
    yield from _row("", f"→ {verdict.label}")
    yield from _row("", verdict.because)
    yield from _row("", f"What would change it: {verdict.would_change}")
    for row in verdict.evidence[:_MOST_ROWS]:
        said = _figure(row)
        yield from _row("-", said if row.relation in said else f"{said} ({row.relation})")
    if len(verdict.evidence) > _MOST_ROWS:
        yield from _row("-", f"and {len(verdict.evidence) - _MOST_ROWS} more")


def set_beside(claim: Claim, verdict: Verdict) -> Evidence:
    """Return the figure to show beside a claim: one with its number, or what was looked at first.

    The verdict has to have evidence.
    """
    own = (row for row in verdict.evidence if "another" not in row.relation)
    return next((row for row in own if row.value == claim.value), verdict.evidence[0])


def _figure(row: Evidence) -> str:
    said = f"{row.tracker} {row.year}, {row.measure}: {row.value:,.10g}, edition {row.edition}"
    return f"{said} ({row.relation})" if row.relation.startswith("equal number") else said


def _row(number: object, text: str) -> Iterable[str]:
    rows = textwrap.wrap(one_line(text), 70, break_on_hyphens=False) or [""]
    yield f"{number:>3}  {rows[0]}"
    yield from (f"     {row}" for row in rows[1:])


def _needs(claim: Claim) -> str:
    parts = {
        "who": claim.source,
        "what": claim.measure,
        "where": claim.place,
        "when": claim.period,
        "compared": claim.comparison,
    }
    return "; ".join(f"{name}: {said or 'not said'}" for name, said in parts.items())


def desk_said(draft: Draft, step: str, place: int, about: str) -> str:
    """Say what the desk has for a line or a sentence, and for the words in it that are named."""
    if step == "cleaning":
        line = draft.desk.cleaned.lines[place - 1]
        return f"{line.role}, {'kept' if line.kept else 'dropped'}"
    if step == "tone":
        row = draft.desk.sentences.iloc[place - 1]
        return f"TextBlob {row['textblob_polarity']:.2f}, VADER {row['vader_compound']:.2f}"
    if step == "stance":
        said = [
            f"{each.speaker or 'nobody named'} ({each.verb or 'goes on'})"
            for each in draft.desk.attributions
            if each.sentence == place
        ]
        sides = {-1: "against", 0: "no clear side toward", 1: "for"}
        said += [
            f"{each.holder} {sides[each.polarity]} {each.target}"
            for each in draft.desk.stances
            if each.sentence == place
        ]
        return "; ".join(said) or "nothing found"
    here = [draft.desk.claims[number - 1] for number in claims_at(draft, place, about)]
    if step == "claims":
        listed = "; ".join(f"{claim.text} ({_needs(claim)})" for claim, _ in here)
        return listed or "no figure"
    if len(here) > 1:
        listed = ", ".join(f'"{claim.text}"' for claim, _ in here)
        raise ReportError(
            f"Sentence {place} has {len(here)} figures; say which one with about=: {listed}."
        )
    if not here:
        raise ReportError(
            f"The desk has no verdict for this in sentence {place}; a figure that it did not find "
            'is a correction of "claims".'
        )
    return f"{here[0][0].text}: {here[0][1].label}"


def claims_at(draft: Draft, place: int, about: str) -> list[int]:
    """Return the numbers of the figures in a sentence, those that the words name first of all."""
    here = [number for number, at in enumerate(draft.claim_sentences, 1) if at == place]
    if not about:
        return here
    texts = {number: plain_words(draft.desk.claims[number - 1][0].text) for number in here}
    same = [number for number in here if texts[number] == plain_words(about)]
    return same or [
        number
        for number in here
        if re.search(rf"(?<!\w){re.escape(plain_words(about))}(?!\w)", texts[number])
        or texts[number] in plain_words(about)
    ]


def short(text: str) -> str:
    """Return the beginning of a text, for a list."""
    return textwrap.shorten(text, 80, placeholder=" …")


def plain_words(text: str) -> str:
    """Return a text in small letters, with one kind of quotation mark and of space."""
    straight = text.translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(straight.casefold().split())

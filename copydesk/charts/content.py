"""What three charts of an article say, before anybody draws them.

`article` draws them with Matplotlib, for a notebook; `svg` writes them for a page of many pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.charts.text import number
from copydesk.verification.reference import Reference, load_reference

if TYPE_CHECKING:
    import pandas as pd

    from copydesk.claims import Claim
    from copydesk.cleaning import LabelledLine
    from copydesk.verification import Verdict


@dataclass(frozen=True)
class Content:
    """The words of a chart.

    Attributes
    ----------
    title : str
        The finding.
    note : str
        How to read the picture.
    source : str
        Where the data comes from.
    description : str
        What the picture shows, for a reader who does not see it.
    """

    title: str
    note: str
    source: str
    description: str


@dataclass(frozen=True)
class RoleCounts(Content):
    """How many lines have each role.

    Attributes
    ----------
    rows : tuple of (str, bool, int)
        A role, whether it is kept, and its lines; the row with the most lines is the last.
    """

    rows: tuple[tuple[str, bool, int], ...]


@dataclass(frozen=True)
class ToneScores(Content):
    """Two scores for each sentence.

    Attributes
    ----------
    numbers : tuple of int
        The sentences.
    scores : tuple of (str, tuple of float)
        The name of each score, and its values from -1 to 1.
    """

    numbers: tuple[int, ...]
    scores: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True)
class EvidenceRow:
    """One figure of a series: its name, its value, its range, and whether it is of a part."""

    name: str
    value: float
    low: float | None
    high: float | None
    of_part: bool


@dataclass(frozen=True)
class EvidenceRows(Content):
    """A claimed figure, and each figure that its verdict rests on.

    Attributes
    ----------
    claimed : float
        What the article says.
    unit : str
        The name of the axis.
    rows : tuple of EvidenceRow
        In the order of the verdict.
    """

    claimed: float
    unit: str
    rows: tuple[EvidenceRow, ...]

    @property
    def end(self) -> float:
        """Where the axis ends: a little after the largest figure."""
        return 1.15 * max([self.claimed, *(row.value for row in self.rows), 1])


def role_counts(lines: Sequence[LabelledLine], source: str) -> RoleCounts:
    """Count the printed lines of an article by role; see `copydesk.charts.line_roles`."""
    printed = [line for line in lines if line.role != "blank"]
    counts = Counter((line.role, line.kept) for line in printed)
    rows = sorted(counts.items(), key=lambda item: (item[1], item[0]))
    kept = sum(line.kept for line in printed)
    title = (
        f"{kept} of {len(printed)} printed lines {'is' if kept == 1 else 'are'} kept as the story"
    )
    words = ", ".join(
        f"{role} {count} ({'kept' if is_kept else 'dropped'})"
        for (role, is_kept), count in reversed(rows)
    )
    description = (
        f"Bar chart of the lines of {source} by role, counted in lines from zero. "
        f"{title}. From most to fewest: {words or 'no lines'}."
    )
    return RoleCounts(
        title,
        "Full bar: kept. Hatched bar: dropped.",
        source,
        description,
        tuple((role, is_kept, count) for (role, is_kept), count in rows),
    )


def tone_scores(sentences: pd.DataFrame, source: str) -> ToneScores:
    """Set two scores of each sentence beside each other; see `copydesk.charts.tone_along`."""
    numbers = tuple(int(each) for each in sentences["number"])
    textblob, vader = (
        tuple(float(score) for score in sentences[column])
        for column in ("textblob_polarity", "vader_compound")
    )
    apart = sum(one * other < 0 for one, other in zip(textblob, vader, strict=True))
    title = f"TextBlob and VADER scores have opposite signs in {apart} of {len(numbers)} sentences"
    description = (
        f"Line chart of two sentiment scores for each of the {len(numbers)} sentences of "
        f"{source}, on an axis from -1 to 1. {title}."
    )
    if numbers:
        ends = [
            f"{name} is lowest, {min(scores):.2f}, in sentence "
            f"{numbers[scores.index(min(scores))]} and highest, {max(scores):.2f}, in sentence "
            f"{numbers[scores.index(max(scores))]}"
            for name, scores in (("TextBlob", textblob), ("VADER", vader))
        ]
        description += f" {ends[0]}; {ends[1]}."
    return ToneScores(
        title,
        "Scores of words, not of the reporter's opinion.",
        source,
        description,
        numbers,
        (("TextBlob polarity", textblob), ("VADER compound", vader)),
    )


def evidence_rows(
    claim: Claim, verdict: Verdict, reference: Reference | None = None
) -> EvidenceRows:
    """Set a figure beside those of its verdict; see `copydesk.charts.claim_evidence`."""
    parts = _parts(reference or load_reference()) if verdict.evidence else {}
    rows = []
    for row in verdict.evidence:
        part = parts.get((row.series_id, row.year, row.edition, row.value), "")
        # What is counted, not only by whom: one report prints several counts of one year.
        only = f" ({part} only)" if part else ""
        name = f"{row.tracker} {row.year}{only}, {row.counts}, edition {row.edition}"
        rows.append(EvidenceRow(name, row.value, row.low, row.high, bool(part)))
    note = f"Dashed line: {number(claim.value)}, as the article says."
    if any(row.of_part for row in rows):
        note += " Empty dot: a part of a year or of a country."
    listed = "; ".join(f"{row.name}: {number(row.value)}" for row in rows)
    description = (
        f"Dot chart on an axis from zero. The article says {number(claim.value)}. "
        f"{listed or 'No figure to compare it with was found'}. Verdict: {verdict.label}."
    )
    publishers = dict.fromkeys(row.tracker for row in verdict.evidence)
    return EvidenceRows(
        f"“{claim.text}”: {verdict.label}",
        note,
        ", ".join(publishers) or "no series found",
        description,
        claim.value,
        claim.unit or "Number",
        tuple(rows),
    )


def _parts(reference: Reference) -> dict[tuple[str, int, str, float], str]:
    """Say of which part of a year or a country a figure is, for those that are of a part."""
    return {
        (row.series_id, row.year, row.edition, row.value): ", ".join(
            filter(None, (row.region, row.months))
        )
        for row in reference.figures
        if row.region or row.months
    }

"""One article becomes rows of tables. This is what a worker does; it keeps nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from copydesk.article import ArticleError, read_bytes
from copydesk.classroom.survey.sources import Source
from copydesk.consistency import printed_day
from copydesk.report import Report, analyse_article
from copydesk.verification import LABELS, load_reference

Value = str | int | float | None
Row = tuple[Value, ...]

TABLES: dict[str, tuple[str, ...]] = {
    "articles": (
        *("outlet", "date", "headline", "byline", "encoding", "words", "lines", "lines_kept"),
        *("sentences", "attributions", "stances", "labels_in_own_voice", "figures"),
        *(label.replace(" ", "_") for label in LABELS),
        *("places_that_fit", "places_that_part", "mean_vader", "mean_textblob"),
    ),
    "sentences": (
        *("number", "sentence", "textblob_polarity", "textblob_subjectivity", "vader_compound"),
        *("speaker", "note"),
    ),
    "figures": (
        *("sentence_number", "figure", "value", "value_high", "unit", "measure", "of", "place"),
        *("period", "source", "modifier", "comparison", "verdict", "because", "sentence"),
    ),
    "labels": ("sentence_number", "word", "label", "effect", "voice", "own_voice"),
    "contradictions": (*("kind", "first_line", "first", "second_line", "second", "because"),),
}
"""The tables and their columns. Before them stands the file that a row is of."""

_EFFECTS = {-1: "condemns", 0: "describes", 1: "honours"}


@dataclass(frozen=True)
class Reading:
    """What became of one file.

    Attributes
    ----------
    file, sha256 : str
        As in `Source`.
    rows : dict of str to list of Row
        For each of `TABLES`, its rows; empty when the file is bad.
    problem : str
        What is bad, in a sentence; else empty.
    """

    file: str
    sha256: str
    rows: dict[str, list[Row]]
    problem: str = ""


def read_batch(batch: Sequence[Source]) -> list[Reading]:
    """Take each article through the desk; whatever is wrong with one stops no other."""
    return [reading(source) for source in batch]


def reading(source: Source) -> Reading:
    r"""Take one article through the desk.

    Examples
    --------
    >>> found = reading(Source("a.txt", b"Talks end\n\nThe army killed 12 people.", "", "", ""))
    >>> found.rows["figures"][0][1]
    '12 people'
    >>> reading(Source("b.txt", b"", "", "", "")).problem
    'b.txt holds no text; choose a file with an article in it.'
    """
    problem = source.problem
    if not problem:
        try:
            article = read_bytes(source.raw, source.file)
            report = analyse_article(article, load_reference())
            return Reading(source.file, source.sha256, rows_of(report, source))
        except ArticleError as error:
            problem = str(error)
        except Exception as error:  # one article of a million that no test has: told of, and passed
            problem = f"The desk stopped at it ({type(error).__name__}: {error})."
    return Reading(source.file, source.sha256, {}, problem)


def rows_of(report: Report, source: Source) -> dict[str, list[Row]]:
    """Return the rows of one report, in the columns of `TABLES`."""
    speakers: dict[int, str] = {}
    for said in report.attributions:
        speakers.setdefault(said.sentence, said.speaker or "not named")
    return {
        "articles": [_article(report, source)],
        "sentences": [
            (
                int(row["number"]),
                str(row["sentence"]),
                float(row["textblob_polarity"]),
                float(row["textblob_subjectivity"]),
                float(row["vader_compound"]),
                speakers.get(int(row["number"]), ""),
                str(row["note"]),
            )
            for row in report.sentences.to_dict("records")
        ],
        "figures": [
            (
                *(claim.sentence_number, claim.text, claim.value, claim.value_high, claim.unit),
                *(claim.measure, claim.of, claim.place, claim.period, claim.source),
                *(claim.modifier, claim.comparison, verdict.label, verdict.because),
                claim.sentence,
            )
            for claim, verdict in report.claims
        ],
        "labels": [
            (
                *(label.sentence, label.word, label.label, _EFFECTS[label.direction]),
                *(label.voice, int(label.voice == "outlet")),
            )
            for label in report.labels
        ],
        "contradictions": [
            (
                *(found.kind, found.first.line, found.first.text),
                *(found.second.line, found.second.text, found.because),
            )
            for found in report.consistency
            if not found.agrees
        ],
    }


def _article(report: Report, source: Source) -> Row:
    verdicts = Counter(verdict.label for _, verdict in report.claims)
    fit = sum(found.agrees for found in report.consistency)
    day = printed_day(report.cleaned)
    printed = [line for line in report.cleaned.lines if line.role != "blank"]
    sentences = report.sentences
    return (
        source.outlet,
        source.date or (str(day.value) if day else ""),
        report.cleaned.headline,
        report.cleaned.byline,
        report.article.encoding,
        report.article.words,
        len(printed),
        sum(line.kept for line in printed),
        len(sentences),
        len(report.attributions),
        len(report.stances),
        sum(label.voice == "outlet" for label in report.labels),
        len(report.claims),
        *(verdicts[label] for label in LABELS),
        fit,
        len(report.consistency) - fit,
        _mean(sentences["vader_compound"].tolist()),
        _mean(sentences["textblob_polarity"].tolist()),
    )


def _mean(scores: list[float]) -> float | None:
    return round(fmean(scores), 4) if scores else None

"""Lesson 08: the whole desk in one call, from a raw story to a report with its evidence."""

from __future__ import annotations

import base64
import html
import importlib.metadata
import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from jinja2 import Environment, PackageLoader, select_autoescape

from copydesk import __version__
from copydesk.article import Article, read_article
from copydesk.claims import Claim, find_claims
from copydesk.cleaning import CleanArticle, Dropped, clean
from copydesk.consistency import Finding, check_story, printed_day
from copydesk.corpus import package_path
from copydesk.stance import Attribution, PartyStance, attributions, find_stances
from copydesk.tone import LabelChoice, label_choices, score_sentences
from copydesk.verification import Reference, Verdict, load_reference, verify

if TYPE_CHECKING:
    from copydesk.charts import Chart  # a report without pictures does not wait for Matplotlib


_NO_PAIRS = "Nothing in this story can be set against anything else in it."


@dataclass(frozen=True)
class Step:
    """How one step of the desk works, and what it cannot do."""

    step: str
    how: str
    limit: str


METHOD = (
    Step(
        "consistency",
        "Sums over figures of the story itself: totals, percentages, rates, counts printed twice.",
        "It speaks where words tie two figures together; two figures that both are wrong can fit.",
    ),
    Step(
        "cleaning",
        "Named rules give every line a role; a line is dropped only with a reason.",
        "Captions without a credit and teasers that read like a story are the weak kinds.",
    ),
    Step(
        "tone",
        "TextBlob {textblob} and VADER {vaderSentiment} add up the scores of words in a sentence.",
        "They score words. They do not know who speaks, or whether the event itself was bad.",
    ),
    Step(
        "stance",
        "Rules look for a holder, a target and a verb, adjective or blame that points at it.",
        "Irony, and a position that the reader must infer, are not found.",
    ),
    Step(
        "claims",
        "Rules read each figure with its measure, place, period, source and comparison.",
        "A claim without a figure is not found.",
    ),
    Step(
        "verification",
        "Each claim is set beside the series in data/reference, edition by edition.",
        "A series that is not in data/reference cannot be used: the verdict is then cannot tell.",
    ),
)


@dataclass(frozen=True)
class Report:
    """Everything that the desk found in one article, each part with its evidence.

    Attributes
    ----------
    article : Article
        The raw lines and how they were read.
    cleaned : CleanArticle
        Headline, byline and paragraphs; the role of every line; what was dropped and why.
    consistency : tuple of Finding
        What the story says in two places: where the two part, and where they fit.
    sentences : pandas.DataFrame
        Two tone scores for each sentence of the clean text.
    labels : tuple of LabelChoice
        Each word such as "militant" or "terrorist", and whose voice uses it.
    attributions : tuple of Attribution
        Who says what.
    stances : tuple of PartyStance
        Who takes which side toward whom.
    claims : tuple of (Claim, Verdict)
        Each figure, with its verdict.
    """

    article: Article
    cleaned: CleanArticle
    consistency: tuple[Finding, ...]
    sentences: pd.DataFrame
    labels: tuple[LabelChoice, ...]
    attributions: tuple[Attribution, ...]
    stances: tuple[PartyStance, ...]
    claims: tuple[tuple[Claim, Verdict], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values, in the shape of ``json_schema()``."""
        return {
            "article": {
                "source": self.article.source,
                "headline": self.cleaned.headline,
                "byline": self.cleaned.byline,
                "encoding": self.article.encoding,
                "sha256": self.article.sha256,
                "lines": len(self.article.lines),
                "words": self.article.words,
                "notes": [*self.article.notes, *self.cleaned.notes],
            },
            "consistency": [asdict(finding) for finding in self.consistency],
            "lines": [asdict(line) for line in self.cleaned.lines],
            "dropped": [asdict(part) for part in self.cleaned.dropped],
            "near_duplicates": [asdict(pair) for pair in self.cleaned.near_duplicates],
            "sentences": self.sentences.to_dict("records"),
            "labels": [asdict(label) for label in self.labels],
            "attributions": [asdict(attribution) for attribution in self.attributions],
            "stances": [asdict(stance) for stance in self.stances],
            "claims": [
                {**asdict(claim), "verdict": asdict(verdict)} for claim, verdict in self.claims
            ],
            "method": [asdict(step) for step in method()],
            "copydesk_version": __version__,
        }

    def to_json(self) -> str:
        """Return the report as JSON, two spaces a level, for other programs."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"

    def to_html(self) -> str:
        """Return the report as one HTML page that needs no network and no other file."""
        from copydesk.charts.content import evidence_rows, role_counts, tone_scores
        from copydesk.charts.svg import evidence_svg, roles_svg, tone_svg

        source = self.article.source
        roles, tone = role_counts(self.cleaned.lines, source), tone_scores(self.sentences, source)
        evidence = [
            evidence_rows(claim, verdict) if verdict.evidence else None
            for claim, verdict in self.claims
        ]
        return (
            _templates()
            .get_template("report.html.j2")
            .render(
                report=self,
                roles=(roles_svg(roles), roles.description),
                tone=(tone_svg(tone), tone.description),
                evidence=[each and (evidence_svg(each), each.description) for each in evidence],
                **self._shown(),
            )
        )

    def to_markdown(self) -> str:
        """Return the report as Markdown, for a notebook or an editor."""
        return _templates().get_template("report.md.j2").render(report=self, **self._shown())

    def to_text(self) -> str:
        """Return the report for a terminal, at most 100 characters wide."""
        return _templates().get_template("report.txt.j2").render(report=self, **self._shown())

    def _shown(self) -> dict[str, Any]:
        """Return what the three templates share, so that they cannot tell different stories."""
        return {
            "title": self.cleaned.headline or "No headline found",
            "summary": self._summary(),
            "no_pairs": _NO_PAIRS,
            "fitting": [finding for finding in self.consistency if finding.agrees],
            "parts": [part for part in self.cleaned.dropped if self._is_part(part)],
            "parts_of": _claim_parts,
            "rows": self.sentences.to_dict("records"),
            "method": method(),
            "version": __version__,
        }

    def _is_part(self, part: Dropped) -> bool:
        """Say whether an entry of the ledger is a part of a line and not the whole line."""
        return part.role != self.cleaned.lines[part.number - 1].role

    def _summary(self) -> list[str]:
        """Return the report in a few sentences of counts."""
        printed = [line for line in self.cleaned.lines if line.role != "blank"]
        kept = sum(line.kept for line in printed)
        verdicts = Counter(verdict.label for _, verdict in self.claims)
        listed = ", ".join(f"{label}: {count}" for label, count in verdicts.most_common())
        return [
            *self._consistency_in_words(),
            *self.cleaned.notes,
            f"Of {len(printed)} printed lines, {kept} are kept as the story and "
            f"{len(printed) - kept} are dropped, each with a reason.",
            *(
                f"Lines {pair.first} and {pair.second} say nearly the same: {pair.because}."
                for pair in self.cleaned.near_duplicates
            ),
            f"{len(self.sentences)} sentences, {len(self.attributions)} attributions, "
            f"{len(self.stances)} stances of one party toward another.",
            f"{len(self.claims)} figures were read" + (f" ({listed})." if listed else "."),
        ]

    def _consistency_in_words(self) -> Iterator[str]:
        """Say how many pairs of places fit; that there is none is said in their own section."""
        if not self.consistency:
            return
        parting = sum(not finding.agrees for finding in self.consistency)
        fitting = len(self.consistency) - parting
        yield (
            f"The story against itself: {fitting} pair{'s' * (fitting != 1)} of places "
            f"fit{'s' * (fitting == 1)}, {parting} do{'es' * (parting == 1)} not."
        )

    def roles_chart(self) -> Chart:
        """Return the chart of how many lines have each role."""
        from copydesk.charts import line_roles

        return line_roles(self.cleaned.lines, self.article.source)

    def tone_chart(self) -> Chart:
        """Return the chart of the two tone scores along the sentences."""
        from copydesk.charts import tone_along

        return tone_along(self.sentences, self.article.source)


def analyse(path_or_text: str | Path) -> Report:
    r"""Take a raw article through every step of the desk.

    Parameters
    ----------
    path_or_text : str or Path
        A file, or the text of an article: what ``copydesk.article.read_article`` accepts.

    Returns
    -------
    Report

    Raises
    ------
    copydesk.article.ArticleError
        The article cannot be read.

    Examples
    --------
    >>> report = analyse("Close\n\nMinister speaks\n\nThe minister said that nothing was decided.")
    >>> report.cleaned.headline
    'Minister speaks'
    """
    return analyse_article(read_article(path_or_text), load_reference())


def analyse_article(article: Article, reference: Reference) -> Report:
    """Take an article that is already read through every later step.

    Parameters
    ----------
    article : Article
        From ``read_article`` or ``read_bytes``.
    reference : Reference
        The series to check claims against.

    Returns
    -------
    Report
    """
    cleaned = clean(article)
    text = cleaned.text
    printed = printed_day(cleaned)
    published = date.fromisoformat(str(printed.value)) if printed else None
    claims = find_claims(text, published)
    return Report(
        article=article,
        cleaned=cleaned,
        consistency=check_story(cleaned, claims),
        sentences=score_sentences(text),
        labels=tuple(label_choices(text)),
        attributions=tuple(attributions(text)),
        stances=tuple(find_stances(text)),
        claims=tuple((claim, verify(claim, reference, published)) for claim in claims),
    )


def method() -> tuple[Step, ...]:
    """Return how each step works, with the versions of the libraries that it calls."""
    versions = {name: importlib.metadata.version(name) for name in ("textblob", "vaderSentiment")}
    return tuple(Step(row.step, row.how.format(**versions), row.limit) for row in METHOD)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of ``Report.to_json``."""
    source = package_path("report/templates/report.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return schema


def _claim_parts(claim: Claim) -> list[tuple[str, str]]:
    """Return the parts of a claim that were found, with their names."""
    names = ("measure", "unit", "place", "period", "source", "modifier", "comparison", "because")
    return [(name, str(getattr(claim, name))) for name in names if getattr(claim, name)]


def _data_uri(svg: bytes) -> str:
    """Return a picture as an address that holds the picture itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


def _markdown(text: object) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    flat = html.escape(" ".join(str(text).split()), quote=False)
    return re.sub(r"([\\`*_{}\[\]|~#])", r"\\\1", flat)


def _fill(text: object, first: str = "", rest: str = "") -> str:
    """Return a text broken into lines of at most 88 characters."""
    return textwrap.fill(
        " ".join(str(text).split()), 88, initial_indent=first, subsequent_indent=rest
    )


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.report"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["data_uri"] = _data_uri
    environment.filters["fill"] = _fill
    environment.filters["md"] = _markdown
    environment.filters["shorten"] = lambda text: textwrap.shorten(text, 160, placeholder=" …")
    return environment

"""Two stories beside each other: what both give, where they part, who names no source."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.claims import Claim
from copydesk.cleaning import CleanArticle
from copydesk.consistency.counts import compatible, overlap, stems
from copydesk.consistency.finding import Finding, Place
from copydesk.consistency.story import Figure, Story, Told, read_story

COUNT = 10
"""A smaller number may be of two things; then the counted word must be shared, and another."""
MOST = 3
"""Words that two sentences share, besides what is counted, when their figures are set apart."""


@dataclass(frozen=True)
class Comparison:
    """What two stories print of the same things.

    Attributes
    ----------
    findings : tuple of Finding
        Of kind "two stories": ``first`` stands in the first story, ``second`` in the second. Where
        they part, ``agrees`` is false; these come first.
    unsourced : tuple of (tuple of Place, tuple of Place)
        For each story, the figures for which it names nobody, each once.
    """

    findings: tuple[Finding, ...]
    unsourced: tuple[tuple[Place, ...], tuple[Place, ...]]

    def to_text(self, first: str, second: str) -> str:
        """Return the comparison for a terminal, at most 88 characters wide.

        Parameters
        ----------
        first, second : str
            What the stories are called.

        Returns
        -------
        str
        """
        lines = [f"A: {first}", f"B: {second}"]
        for title, agrees in (("WHERE THEY PART", False), ("WHAT BOTH GIVE", True)):
            chosen = [one for one in self.findings if one.agrees == agrees]
            lines += ["", title]
            for one in chosen:
                lines.append(_wrapped(one.because, "- ", "  "))
                lines.append(_quoted("A", one.first.line, one.first.text))
                lines.append(_quoted("B", one.second.line, one.second.text))
            lines += [] if chosen else ["Nothing was found."]
        for letter, places in zip("AB", self.unsourced, strict=True):
            lines += ["", f"{letter} NAMES NO SOURCE FOR"]
            told = dict.fromkeys((place.line, place.text) for place in places)
            lines += [_quoted("-", *one) for one in told]
            lines += [] if told else ["Every figure has a source."]
        return "\n".join(lines) + "\n"


def _quoted(mark: str, line: int, text: str) -> str:
    shown = textwrap.shorten(text, 160, placeholder=" …")
    return _wrapped(f"line {line}: {shown}", f"  {mark} ", "    ")


def _wrapped(text: str, first: str, rest: str) -> str:
    return textwrap.fill(text, 88, initial_indent=first, subsequent_indent=rest)


def _claims(story: Story) -> Iterator[tuple[Told, Figure, Claim]]:
    for told in story.told:
        for figure in told.figures:
            if figure.claim:
                yield told, figure, figure.claim


def compare_stories(first: CleanArticle, second: CleanArticle) -> Comparison:
    r"""Set the figures of two stories beside each other.

    Parameters
    ----------
    first, second : CleanArticle
        From ``copydesk.cleaning.clean``.

    Returns
    -------
    Comparison

    Examples
    --------
    >>> from copydesk.article import read_article
    >>> from copydesk.cleaning import clean
    >>> one = "Fire on ferry\n\nA fire on a ferry in the harbour injured 14 people, police said."
    >>> two = "Ferry burns\n\nA fire on a ferry in the harbour injured 23 people."
    >>> found = compare_stories(clean(read_article(one)), clean(read_article(two)))
    >>> [(part.first.value, part.second.value, part.agrees) for part in found.findings]
    [(14.0, 23.0, False)]
    >>> [len(places) for places in found.unsourced]
    [0, 1]
    """
    here, there = read_story(first), read_story(second)
    found: dict[object, Finding] = {}
    for told, figure, claim in _claims(here):
        pair = _counterpart(told, figure, claim, there)
        if pair:
            other_told, other, other_claim = pair
            agrees = overlap(figure, other)
            because = f"{_called(claim)} in the one, {_called(other_claim)} in the other."
            finding = Finding(
                "two stories",
                agrees,
                told.place(figure.value),
                other_told.place(other.value),
                because,
            )
            found.setdefault((agrees, figure.value, other.value, claim.measure), finding)
    findings = tuple(sorted(found.values(), key=lambda one: (one.agrees, one.first.line)))
    return Comparison(findings, (_unsourced(here), _unsourced(there)))


def _called(claim: Claim) -> str:
    """Return a figure with who is named for it."""
    return f"{claim.text} ({claim.source or 'no source'})"


def _counterpart(
    told: Told, figure: Figure, claim: Claim, there: Story
) -> tuple[Told, Figure, Claim] | None:
    """Return the figure of the other story that is of the same thing, if one alone can be."""
    subject = stems(told.text) - stems(claim.text)
    alike = [
        (other_told, other, other_claim, len(subject & stems(other_told.text)))
        for other_told, other, other_claim in _claims(there)
        if (claim.measure, claim.unit, claim.of)
        == (other_claim.measure, other_claim.unit, other_claim.of)
        and compatible(claim.place, other_claim.place)
        and compatible(claim.period, other_claim.period)
    ]
    for other_told, other, other_claim, shared in alike:
        named = shared and stems(claim.text) & stems(other_claim.text)
        if figure.value == other.value and (named or figure.value >= COUNT):
            return other_told, other, other_claim
    same = [
        (other_told, other, other_claim)
        for other_told, other, other_claim, shared in alike
        if shared >= MOST and compatible(claim.source, other_claim.source)
    ]
    return same[0] if len({other.value for _, other, _ in same}) == 1 else None


def _unsourced(story: Story) -> tuple[Place, ...]:
    """Return the figures of a story for which it names nobody, each once."""
    named = {(figure.value, claim.measure) for _, figure, claim in _claims(story) if claim.source}
    found: dict[object, Place] = {}
    for told, figure, claim in _claims(story):
        key = figure.value, claim.measure
        if key not in named and told.role != "headline":
            found.setdefault(key, told.place(figure.value))
    return tuple(found.values())

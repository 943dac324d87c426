"""What ``copydesk.claims`` returns: a figure that states something, and its spans with names."""

from __future__ import annotations

import html
from dataclasses import dataclass

from copydesk.claims.spans import UNREAD, Span, read_spans

LIMITS = "limits"
"""The part of a claim's context that keeps a word which limits the figure whose count it shares."""


@dataclass(frozen=True)
class Carried:
    """A part of a claim that its own sentence does not give in full.

    Attributes
    ----------
    part : str
        ``"source"``, ``"place"``, ``"period"``, ``"base period"``, ``"comparison"``, ``"measure"``,
        ``"of"``, ``"whole"``, ``"scope"``, ``"limits"``, ``"taken back"``, ``"said again"``
        or ``"commented on"``.
    value : str
        What it is: ``"CRSS"``, ``"2022"``.
    sentence : int
        The sentence that gave it.
    because : str
        The rule, in plain words.
    """

    part: str
    value: str
    sentence: int
    because: str


@dataclass(frozen=True)
class Claim:
    """A figure that states something about the world, with what a check would need.

    Attributes
    ----------
    text : str
        The figure as printed, with the words it counts: ``"1,524 violent deaths"``.
    sentence : str
        The sentence it stands in.
    sentence_number : int
        The number of that sentence in the text, from 1.
    span : tuple of int
        Character offsets in the text: ``text[start:end]`` is ``Claim.text``.
    value : float
        The figure; the lower end of a range; a share in percent.
    value_high : float or None
        The upper end of a range.
    step : float
        The size of its last printed digit, for rounding: 100,000 for "1.5 million".
    unit : str
        ``"people"``, ``"incidents"``, ``"percent"``, a currency, or the counted noun.
    measure : str
        A word of ``FATES`` or ``EVENTS`` (``"fatalities"``, ``"attacks"``), ``"population"``,
        ``"money"``, or the counted noun as printed. A percentage is a ``"share"`` or a
        ``"change"``, and ``of`` says of what. Empty where nothing says what is counted.
    place, period, source, modifier, comparison : str or None
        As printed in the sentence. Where it does not say, what the sentences before it say, if
        they leave one answer; ``context`` then names the sentence. ``None`` when nothing says it,
        or when two things are said and it is not clear which one is meant.
    because : str
        The cue that gave each part, in plain words.
    of : str
        What a share or a change is of, as a measure: ``"fatalities"``; else empty.
    context : tuple of Carried
        The parts that the sentence does not give by itself, each with the sentence that gave it.
    offset : int
        Where the figure begins in its sentence.
    """

    text: str
    sentence: str
    sentence_number: int
    span: tuple[int, int]
    value: float
    value_high: float | None
    step: float
    unit: str
    measure: str
    place: str | None
    period: str | None
    source: str | None
    modifier: str | None
    comparison: str | None
    because: str
    of: str = ""
    context: tuple[Carried, ...] = ()
    offset: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the sentence: each piece of it, and who reads it."""
        return read_spans(self.sentence)


_COLOURS = {
    "#2e7d4f": {
        **dict.fromkeys(("count", "thing"), "what is counted"),
        **{"scope": "in which events", "label": "what they are called"},
        **{"part": "a part", "restrictor": "limit"},
    },
    "#2f77b0": {"place": "where"},
    "#8055b8": {"period": "when"},
    "#a8487f": {"source": "who says so", "telling": "telling", "edition": "edition"},
    "#b35900": {
        **{"number": "figure", "estimate": "end of an estimate", "rate": "rate"},
        **{"hedge": "hedge", "total": "total", "share": "share"},
    },
    "#6b7a1f": {"change": "change", "comparison": "comparison"},
    "#c0392b": {"denial": "denial", "unsure": "not asserted", UNREAD: "NOT READ"},
    "#767676": {"quotation": "quotation", "page": "page"},
}
_NAMES = {role: (name, hue) for hue, names in _COLOURS.items() for role, name in names.items()}
"""What each reader is called, and the colour of its line; the name always stands beside it."""


@dataclass(frozen=True)
class Explanation:
    """A sentence and its spans, for a notebook and for a terminal.

    Attributes
    ----------
    sentence : str
    spans : tuple of Span
    """

    sentence: str
    spans: tuple[Span, ...]

    def __repr__(self) -> str:
        rows = [(named[0], s.text) for s in self.spans if (named := _named(s))[0]]
        width = max((len(name) for name, _ in rows), default=0)
        return "\n".join([self.sentence, *(f"  {name:{width}}  {text}" for name, text in rows)])

    def _repr_html_(self) -> str:
        """Return the sentence with a line under each span and the name of its reader beside it."""
        parts = []
        end = 0
        for span in self.spans:
            parts.append(html.escape(self.sentence[end : span.start], quote=False))
            text = html.escape(span.text, quote=False)
            name, colour = _named(span)
            end = span.end
            if not name:
                parts.append(text)
                continue
            style = "double" if span.role == UNREAD else "solid"
            parts.append(
                f'<span style="border-bottom: 0.2em {style} {colour};">{text}</span>'
                f"&nbsp;<small>[{name}]</small>"
            )
        return f'<p style="line-height: 2; max-width: 45em;">{"".join(parts)}</p>'


def _named(span: Span) -> tuple[str, str]:
    """Return what the reader of a span is called, and its colour; nothing for words that join."""
    name, colour = _NAMES.get(span.role, ("", ""))
    ends = {"base": "compared with", "level": "level"}
    return (ends.get(span.value, name) if span.role == "change" else name), colour


def explain(claim: Claim) -> Explanation:
    """Show how the sentence of a claim was read: every span with the name of its reader.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``.

    Returns
    -------
    Explanation
        Printed, a list of the spans; shown in a notebook, the sentence with a line under each.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> explain(find_claims("PIPS counted 12 foiled attacks.")[0])
    PIPS counted 12 foiled attacks.
      who says so      PIPS
      telling          counted
      figure           12
      NOT READ         foiled
      what is counted  attacks
    """
    return Explanation(claim.sentence, claim.spans)

"""Show a sentence with each of its spans named: what the desk read, and what it did not."""

from __future__ import annotations

import html
from dataclasses import dataclass

from copydesk.claims.claim import Claim
from copydesk.claims.spans import UNREAD, Span

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

"""What ``copydesk.claims`` returns: one figure that states something, and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.claims.spans import Span, read_spans


@dataclass(frozen=True)
class Carried:
    """A part of a claim that its own sentence does not give in full.

    Attributes
    ----------
    part : str
        ``"source"``, ``"place"``, ``"period"``, ``"base period"``, ``"comparison"``, ``"measure"``,
        ``"of"``, ``"whole"``, ``"scope"``, ``"taken back"``, ``"said again"``
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

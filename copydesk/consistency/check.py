"""A check as data: the words that call for it, what it works out, and the texts that need it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from copydesk.consistency.finding import Finding, Place
from copydesk.consistency.story import Figure, Passage, Told
from copydesk.consistency.words import senses
from copydesk.language.rule import Rule
from copydesk.language.sought import Sought

OPEN = 1.25
"""How many times a figure an exact one can be that is printed as "more than" it."""
BORROWED = 1000
""""From 4.1 to 4.3 million": the scale is said once where one figure is so many times the other."""

_GAP = "[^⟨⟩¶;]{0,60}?"
_CLOSE = "[^⟨⟩¶;,]{0,24}?"


@dataclass(frozen=True)
class Judged:
    """Two places, whether they fit, and what stands in the reason of the check."""

    first: Place
    second: Place
    agrees: bool
    words: tuple[str, ...] = ()


def _nothing(passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    return iter(())


@dataclass(frozen=True)
class Check(Rule[Passage]):
    """A rule whose pattern finds two places, and a sum that says whether they fit.

    ``gives`` is the kind of the finding. ``because`` is filled with what ``judge`` worked out. In
    ``examples``, a text that fits opens with "= ", and one that does not with "≠ ".

    Attributes
    ----------
    judge : callable
        Takes the passage and a match of the pattern in ``str(passage)``, and yields what it works
        out; nothing when it cannot tell.
    settles : str
        What would settle it when the two do not fit.
    """

    judge: Callable[[Passage, re.Match[str]], Iterator[Judged]] = field(default=_nothing)
    settles: str = ""

    @cached_property
    def sought(self) -> Sought:
        """Its pattern, with what a passage must have for it to match."""
        assert isinstance(self.pattern, re.Pattern)
        return Sought(self.pattern)

    @cached_property
    def needs_figures(self) -> bool:
        """Whether its pattern has a figure in it."""
        return re.search("⟨[np[]", self.sought.pattern.pattern) is not None

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Yield what the check finds in a passage, which has figures if the check needs any."""
        text = str(passage)
        new = text.find("¶") + 1
        for match in self.sought.finditer(text, passage.low):
            if match.end() <= new:
                continue  # read with the sentence before
            for judged in self.judge(passage, match):
                because = self.because.format(*judged.words)
                if not judged.agrees:
                    because = f"{because} {self.settles}"
                yield Finding(self.gives, judged.agrees, judged.first, judged.second, because)


def pattern(template: str) -> re.Pattern[str]:
    """Make a pattern of a template: ``{n:base}`` is a figure, ``{up}`` a word of that sense.

    Examples
    --------
    >>> bool(pattern("from {n:base} to {n:level}").search("It rose from ⟨n0⟩ to ⟨n1⟩."))
    True
    """
    template = template.replace("{change}", r"(?P<word>{moved_by})(?: of| by)?{close}{p:change}")
    made = re.sub(r"\{([np]):(\w+)\}", r"⟨\1(?P<\2>\\d+)⟩", template)
    made = re.sub(r"\{either:(\w+)\}", r"⟨[np](?P<\1>\\d+)⟩", made)
    made = made.replace("{list}", r"{n}(?:[^¶:;⟨⟩]{0,60}(?:, | and )[^¶:;⟨⟩]{0,30}{n})+")
    made = re.sub(r"\{n\}", r"⟨n\\d+⟩", made)
    made = made.replace("{gap}", _GAP).replace("{close}", _CLOSE)
    for sense, words in {
        **senses(),
        "moved_by": f"(?:{senses()['up']}|{senses()['down']})",
    }.items():
        made = made.replace("{" + sense + "}", words)
    return re.compile(made, re.IGNORECASE)


def figure(passage: Passage, match: re.Match[str], role: str) -> tuple[Told, Figure]:
    """Return the figure that a pattern gives a role, with its sentence."""
    return passage.figures[int(match[role])]


def fits(low: float, high: float, printed: Figure) -> bool:
    """Say whether a printed percentage or rate is one of the values from ``low`` to ``high``.

    A newsroom may round up or down, so the last printed digit may be one off.
    """
    decimals = len("".join(re.findall(r"\.(\d+)", printed.text)))
    slack: float = 10.0**-decimals
    return printed.low - slack < high and low < printed.high + slack


def quotients(above: Figure, below: Figure) -> list[float]:
    """Return the ends of the quotient of two figures.

    "More than 500" is open; it is taken to mean at most a quarter more.
    """
    tops, feet = (
        (max(one.low, one.value / OPEN), min(one.high, one.value * OPEN)) for one in (above, below)
    )
    return [top / foot for top in tops for foot in feet]


def comparable(base: Figure, level: Figure) -> bool:
    """Say whether two figures can be levels of one thing."""
    if base.unit != level.unit or not base.value or not level.value:
        return False
    large, small = max(base.value, level.value), min(base.value, level.value)
    return large < BORROWED * small


def rises(word: str) -> bool:
    """Say whether a word such as "rose" says that a figure went up."""
    return re.fullmatch(senses()["up"], word, re.IGNORECASE) is not None


def number(value: float) -> str:
    """Return a number as print has it: "1,524", "46.2".

    Examples
    --------
    >>> number(1524), number(46.218)
    ('1,524', '46.2')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"

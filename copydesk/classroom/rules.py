"""The rules of a step as a text: in order, each with its reason and an example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from copydesk.language.rule import Rule, marked

Table = tuple[str, Sequence[Rule[Any]]]
"""Some words that say when the rules of a table are tried, and the rules."""


def _cleaning() -> list[Table]:
    from copydesk.cleaning.line_rules import LINE_RULES
    from copydesk.cleaning.page_rules import PLACE_RULES
    from copydesk.cleaning.title_rules import TITLE_RULES

    return [
        ("First, whether the line is the title; the first that fits decides", TITLE_RULES),
        ("Then, what the line is by its own words", LINE_RULES),
        ("At last, what the line is by its place on the page", PLACE_RULES),
    ]


def _stance() -> list[Table]:
    from copydesk.stance.changes import CHANGES
    from copydesk.stance.no_speech import NO_SPEECH
    from copydesk.stance.ways import WAYS

    return [
        ("First, whether a verb says anything at all", NO_SPEECH),
        ("Then, who speaks", WAYS),
        ("What the words around a cue do to it; all that fit count", CHANGES),
    ]


def _consistency() -> list[Table]:
    from copydesk.consistency import checks

    return [("What ties two figures of one story; all that fit count", checks())]


STEPS: dict[str, Callable[[], list[Table]]] = {
    "cleaning": _cleaning,
    "stance": _stance,
    "consistency": _consistency,
}
"""The steps whose rules can be printed, each with a function that gives its tables."""


def rules_text(step: str) -> str:
    """Return the rules of a step as text, in the order in which they are tried.

    Parameters
    ----------
    step : str
        A name in `STEPS`.

    Returns
    -------
    str
        Each rule with its number, its name, what it gives, its reason, and an example and a
        counter-example. "→" marks the line that is meant.

    Raises
    ------
    ValueError
        There is no such step; the message names the steps there are.

    Examples
    --------
    >>> print(rules_text("cleaning").splitlines()[0])
    The rules of cleaning, in the order in which they are tried.
    """
    if step not in STEPS:
        raise ValueError(
            f"There are no rules of {step!r} to print; the steps are {', '.join(STEPS)}."
        )
    lines = [f"The rules of {step}, in the order in which they are tried."]
    numbers = count(1)
    for title, rules in STEPS[step]():
        lines += ["", title]
        for rule in rules:
            lines += ["", f"{next(numbers)}. {rule.name}: {rule.gives}"]
            lines.append(f"   because  {_in_words(rule.because)}")
            lines += _shown("example", rule.examples)
            lines += _shown("but not", rule.leaves_alone)
    return "\n".join(lines) + "\n"


def _in_words(because: str) -> str:
    """Put dots in the place of what a rule finds."""
    for place in range(4):
        because = because.replace(f"{{{place}!r}}", "“...”").replace(f"{{{place}}}", "...")
    return because


def _shown(label: str, examples: Sequence[str]) -> list[str]:
    """Show the first example: a line, or the marked line of a page with those beside it."""
    if not examples:
        return []
    lines, place = marked(examples[0])
    near = range(max(0, place - 1), min(len(lines), place + 2)) if len(lines) > 1 else [place]
    told = [("→ " if index == place and len(lines) > 1 else "") + lines[index] for index in near]
    return [f"   {label if index == 0 else '':<9}{line}" for index, line in enumerate(told)]

"""A rule as data: what it gives, the reason that a reader is shown, and the examples it decides.

A step of the desk is a tuple of rules, and the first that fires decides: the order is data too.
The tests of a step follow from the objects: each example comes out as the rule says, and comes out
otherwise when the rule is taken away; each counter-example is left alone by that rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
"""What the rules of one step read: a line, a line in its page, a word in its sentence."""

Evidence = bool | str | tuple[str, ...] | None
"""What a test returns: nothing or ``False`` when it does not fire; else the words it found."""


class Searches(Protocol):
    """A compiled pattern, or an object that searches like one, such as a pattern with words in."""

    def search(self, string: str, /) -> re.Match[str] | None:
        """Return the first match."""


@dataclass(frozen=True)
class Rule(Generic[T]):
    r"""One rule of a step.

    Attributes
    ----------
    name : str
        In plain words, unique in its step: "a photo credit ends the line".
    gives : str
        What it makes of what it reads: "caption", "against", "denies".
    because : str
        The reason that a reader is shown, a format string. ``{0}`` is what the pattern found,
        without white space around it; what the test found follows.
    examples : tuple of str
        What the rule decides, the one to show first. A text of several lines is a small page or
        passage; the place in it that is decided has the mark of the step (see `marked`).
    leaves_alone : tuple of str
        What looks like it, and is something else. The rule must not fire there.
    pattern : re.Pattern, Searches or None
        Searched in ``str(thing)``.
    test : callable or None
        Takes the thing and returns `Evidence`. With a pattern, both must agree.

    Raises
    ------
    ValueError
        It has neither a pattern nor a test, or no example.

    Examples
    --------
    >>> price = Rule("a price opens the line", "advertisement", "opens with a price: {0!r}",
    ...              examples=("$34 at the shop",), leaves_alone=("It costs $34.",),
    ...              pattern=re.compile(r"^[$€£]\d+"))
    >>> price.reason("$34 at the shop")
    "opens with a price: '$34'"
    >>> price.reason("It costs $34.") is None
    True
    """

    name: str
    gives: str
    because: str
    examples: tuple[str, ...]
    leaves_alone: tuple[str, ...] = ()
    pattern: Searches | None = None
    test: Callable[[T], Evidence] | None = None

    def __post_init__(self) -> None:
        if self.pattern is None and self.test is None:
            raise ValueError(f"The rule {self.name!r} has neither a pattern nor a test.")
        if not self.examples:
            raise ValueError(f"The rule {self.name!r} has no example that needs it.")

    def evidence(self, thing: T) -> tuple[str, ...] | None:
        """Return what the rule found in a thing, or ``None`` when it does not fire."""
        found: tuple[str, ...] = ()
        if self.pattern is not None:
            match = self.pattern.search(str(thing))
            if match is None:
                return None
            found = (match.group().strip(),)
        if self.test is None:
            return found
        told = self.test(thing)
        if told is None or told is False:
            return None
        if told is True:
            return found
        return (*found, told) if isinstance(told, str) else (*found, *told)

    def reason(self, thing: T) -> str | None:
        """Return the reason that a reader is shown, or ``None`` when the rule does not fire."""
        found = self.evidence(thing)
        return None if found is None else self.because.format(*found)


class Decision(NamedTuple, Generic[T]):
    """The rule that decided, and its reason in words."""

    rule: Rule[T]
    reason: str


def decide(rules: Iterable[Rule[T]], thing: T) -> Decision[T] | None:
    r"""Return the first rule of a table that fires, with its reason.

    Parameters
    ----------
    rules : iterable of Rule
        In the order in which they are tried.
    thing
        What the rules of this table read.

    Returns
    -------
    Decision or None
        ``None`` when no rule fires.

    Examples
    --------
    >>> empty = Rule("nothing", "blank", "no letter in it", ("",), pattern=re.compile(r"^\W*$"))
    >>> decide([empty], "* * *").rule.gives
    'blank'
    """
    for rule in rules:
        found = rule.evidence(thing)
        if found is not None:
            return Decision(rule, rule.because.format(*found))
    return None


def by_name(rules: Iterable[Rule[T]]) -> list[Rule[T]]:
    """Return rules whose order decides nothing in the order of their names.

    Examples
    --------
    >>> some = [Rule(name, "blank", "", ("",), pattern=re.compile("")) for name in ("mole", "buoy")]
    >>> [rule.name for rule in by_name(some)]
    ['buoy', 'mole']
    """
    return sorted(rules, key=lambda rule: rule.name)


def marked(example: str, mark: str = "→ ") -> tuple[list[str], int]:
    r"""Read an example of several lines: its lines, and the place of the one that is decided.

    Parameters
    ----------
    example : str
        One line, or several with a mark in front of the one that is decided.
    mark : str
        The mark.

    Returns
    -------
    tuple of (list of str, int)
        The lines without the mark; and the place from 0, which is that of the last line when
        none is marked.

    Examples
    --------
    >>> marked("Bridge opens\n→ By Ana Example\nThe bridge opened.")
    (['Bridge opens', 'By Ana Example', 'The bridge opened.'], 1)
    """
    lines = example.split("\n")
    places = [i for i, line in enumerate(lines) if line.startswith(mark)]
    place = places[0] if places else len(lines) - 1
    lines[place] = lines[place].removeprefix(mark)
    return lines, place

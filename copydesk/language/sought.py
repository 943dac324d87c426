"""A pattern that is searched only in a text that has what each of its matches must have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Choice = tuple[str, ...]
"""Strings in lower case, of which a text has one."""


@dataclass(frozen=True)
class Sought:
    r"""A pattern, and the strings without which a text cannot match it.

    They are worked out from the pattern itself. Most texts lack one, and need no search.

    Attributes
    ----------
    pattern : re.Pattern
        Any pattern.

    Examples
    --------
    >>> Sought(re.compile(r"\b[Ff]rom (?:about )?\d+(?: to \d+)+")).needs
    (('rom ',), (' to ',))
    >>> Sought(re.compile(r"\b(?:rose|fell)\b|\d+ (?:up|down)\b")).needs
    (('rose', 'fell', 'up', 'down'),)
    """

    pattern: re.Pattern[str]

    @cached_property
    def needs(self) -> tuple[Choice, ...]:
        """The strings that a match has; where it has none for certain, a choice of strings."""
        return _fewest(_needed(parser.parse(self.pattern.pattern, self.pattern.flags)))

    def may_match(self, low: str) -> bool:
        """Say whether a text, which is given in lower case, has what the pattern needs."""
        for choice in self.needs:
            for one in choice:
                if one in low:
                    break
            else:
                return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.pattern.search(text) if self.may_match(text.lower()) else None

    def finditer(self, text: str, low: str) -> Iterable[re.Match[str]]:
        """Return every match in a text, which is given in lower case too."""
        return self.pattern.finditer(text) if self.may_match(low) else ()


def _fewest(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the strings that are certain, long ones first; or else the choice of the fewest."""
    found = sorted(dict.fromkeys(choices), key=lambda choice: (len(choice), -len(choice[0])))
    return tuple(choice for choice in found if len(choice) == 1) or tuple(found[:1])


def _needed(items: Iterable[Any]) -> Iterator[Choice]:
    """Yield what the parts of a pattern need, one after the other."""
    letters = ""
    for kind, value in [*items, (None, None)]:
        if kind is kinds.LITERAL:
            letters += chr(value).lower()
            continue
        if letters.strip() and (len(letters) > 1 or not letters.isalnum()):
            yield (letters,)  # nearly every text has a space, and any one letter
        letters = ""
        yield from _inside(kind, value)


def _inside(kind: object, value: Any) -> Iterator[Choice]:
    """Yield what a group, a choice or a repetition needs; nothing for what may be missing."""
    if kind in (kinds.SUBPATTERN, kinds.ASSERT) or (
        kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0]
    ):
        yield from _needed(value[-1])
    elif kind is kinds.BRANCH:
        choices = [_fewest(_needed(part)) for part in value[-1]]
        if all(choices):
            yield tuple(dict.fromkeys(one for choice in choices for one in choice[0]))

"""See whether the parts of a sum, as a sentence prints them, make its total.

Only a sum that the sentence itself states is looked at: "586 attacks and 197 operations, 783 in
all", "1,166 incidents: 909 attacks and 257 operations", "586 and 197 make 783".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copydesk.claims import EVENTS, Claim
from copydesk.claims.beside import PART
from copydesk.language.numbers import Number, find_numbers
from copydesk.verification.evidence import show_number

_IN_ALL = re.compile(r"[ ](?:[a-z-]+[ ]){0,2}?(?:in all|in total|altogether|all told)\b")
_MAKE = re.compile(
    r"(?:,?[ ][a-z-]+){0,5}[ ](?:make|makes|add up to|adds up to|come to|sum to)[ ]$"
)
_NOT = re.compile(r"\b(?:not|never)\b")
_OPENS_PARTS = re.compile(r"(?:[ ][a-z-]+){1,4}(?::|,[ ]comprising|,[ ]made up of)[ ]$")
_BETWEEN_PARTS = re.compile(r"(?:[ ][a-z-]+){0,5},?[ ](?:and|plus)[ ]|(?:[ ][a-z-]+){0,5},[ ]")


@dataclass(frozen=True)
class Sum:
    """A total, and the parts that the sentence says it is made of.

    Attributes
    ----------
    total : float
    parts : tuple of float
    asserted : bool
        The sentence says that the parts make the total ("make", "add up to"), and does not only
        print both.
    denied : bool
        It says that they do not: "586 and 197 do not make 789".
    """

    total: float
    parts: tuple[float, ...]
    asserted: bool
    denied: bool = False

    @property
    def wrong(self) -> bool:
        """Say whether the sentence says of the sum what is not so."""
        return self.holds == self.denied if self.asserted else False

    @property
    def holds(self) -> bool:
        """Say whether the parts make the total."""
        return abs(sum(self.parts) - self.total) < 0.5

    def in_words(self) -> str:
        """Say what the parts make.

        Examples
        --------
        >>> Sum(789, (586, 197), False).in_words()
        'The parts that stand beside it, 586 and 197, add up to 783, and not to 789.'
        """
        shown = " and ".join(show_number(part) for part in self.parts)
        made = show_number(sum(self.parts))
        wrong = "" if self.holds else f", and not to {show_number(self.total)}"
        return f"The parts that stand beside it, {shown}, add up to {made}{wrong}."


def stated_sum(claim: Claim) -> Sum | None:
    """Return the sum whose total is the figure of a claim, if its sentence states one.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> claims = find_claims("It has 1,166 incidents: 909 attacks and 257 operations.")
    >>> stated_sum(claims[0]).holds
    True
    """
    sentence = claim.sentence
    added = parts_of(claim)
    if added:
        denied = bool(_NOT.search(sentence, 0, claim.offset))
        return Sum(claim.value, tuple(part.value for part in added), True, denied)
    numbers = [number for number in find_numbers(sentence) if not number.unit]
    at = next((i for i, number in enumerate(numbers) if number.start == claim.offset), None)
    if at is None:
        return None
    total, before, after = numbers[at], numbers[:at][::-1], numbers[at + 1 :]
    parts = _run(after, sentence)
    if len(parts) > 1 and _OPENS_PARTS.fullmatch(sentence, total.end, parts[0].start):
        return Sum(total.value, _values(parts), False)
    parts = _run(before, sentence)
    make = parts and _MAKE.fullmatch(sentence, parts[0].end, total.start)
    if len(parts) > 1 and (make or _IN_ALL.match(sentence, total.end)):
        denied = bool(make and _NOT.search(make[0]))
        return Sum(total.value, _values(parts[::-1]), bool(make), denied)
    return None


def _values(numbers: list[Number]) -> tuple[float, ...]:
    return tuple(number.value for number in numbers)


def parts_of(claim: Claim) -> tuple[Claim, ...]:
    """Return the two counts before "They make 783.", as claims that have all else of it."""
    left = tuple(part for part in claim.context if part.part != PART)
    found = []
    for part in claim.context:
        if part.part == PART:
            value, measure = part.value.split(" ")
            unit = "incidents" if measure in EVENTS else "people"
            found.append(
                replace(claim, value=float(value), measure=measure, unit=unit, context=left)
            )
    return tuple(found)


def denies_a_sum(claim: Claim, start: int) -> bool:
    """Say whether the denial that begins at ``start`` is of a sum alone, and not of its figures.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> text = "CRSS counted 586 attacks and 197 operations, and they do not make 789."
    >>> denies_a_sum(find_claims(text)[0], text.index("not"))
    True
    """
    numbers = [number for number in find_numbers(claim.sentence) if not number.unit]
    before = [number for number in numbers if number.end <= start]
    after = next((number for number in numbers if number.start > start), None)
    if parts_of(claim):
        return True
    if after is None or len(_run(before[::-1], claim.sentence)) < 2:
        return False
    return bool(_MAKE.fullmatch(claim.sentence, before[-1].end, after.start))


def _run(numbers: list[Number], sentence: str) -> list[Number]:
    """Return the numbers from the first one on that stand in one list."""
    run = numbers[:1]
    for number in numbers[1:]:
        low, high = sorted((run[-1], number), key=lambda one: one.start)
        if not _BETWEEN_PARTS.fullmatch(sentence, low.end, high.start):
            break
        run.append(number)
    return run

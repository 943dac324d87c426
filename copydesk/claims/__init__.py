"""Lesson 05: which sentences can be checked, and what each check would need.

``find_claims`` reads a clean text and returns every figure that states something about the world,
with what is needed to check it: what is counted, where, when, who is named for it, how it is hedged
and what it is compared with. Each part carries its cue, so that a reader can ask why. What the
sentence does not say is taken from the sentences before it, where they leave one answer. Else it
stays ``None``: an empty field is a question for the reporter.

Each piece of a sentence has one reader, in ``spans``, and ``explain`` shows them.
What a number counts is read in ``nouns``, and what that measures in ``counted``; where, when, by
whom and compared with what in ``places``, ``periods``, ``sources`` and ``circumstances``; whose a
record is in ``records``. A text is kept in a ``scene`` by ``memory``; ``context`` says what is
carried over from it, ``dating`` what "last year" is, and ``filling`` puts both into the claim.
"""

from copydesk.claims.claim import Carried, Claim, explain
from copydesk.claims.finding import find_claims
from copydesk.claims.nouns import EVENTS, FATES, PEOPLE
from copydesk.language.numbers import find_numbers

__all__ = [
    "EVENTS",
    "FATES",
    "PEOPLE",
    "Carried",
    "Claim",
    "explain",
    "find_claims",
    "find_numbers",
]

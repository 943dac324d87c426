"""Lesson 05: which sentences can be checked, and what each check would need.

``find_claims`` reads a clean text and returns every figure that states something about the world,
with what is needed to check it: what is counted, where, when, who is named for it, how it is hedged
and what it is compared with. Each part carries its cue, so that a reader can ask why. What the
sentence does not say is taken from the sentences before it, where they leave one answer. Else it
stays ``None``: an empty field is a question for the reporter.

Each piece of a sentence has one reader, in ``spans``, and ``explain`` shows them.
What is counted is read in ``counted``; where, when and compared with what in
``circumstances``, who in ``sources``; whose a record is in ``records``;
what is carried over in ``context``, and "last year" in ``dating``.
"""

from copydesk.claims.claim import Carried, Claim
from copydesk.claims.explain import explain
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

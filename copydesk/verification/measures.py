"""Name what is measured: the measures of the kit, and those of a series that a user added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from copydesk.claims import EVENTS, Claim
from copydesk.claims.nouns import FATE_WORDS

_MEASURES_IN_WORDS = {
    "fatalities": "deaths",
    "casualties": "deaths and injuries added together",
    "missing": "missing people",
    "displaced": "displaced people",
    "released": "people released",
    "rescued": "people rescued",
    "money": "amounts of money",
    "distance": "distances",
    "duration": "lengths of time",
    "area": "areas of land",
    "weight": "weights",
    "magnitude": "magnitudes",
    "temperature": "temperatures",
}
_PLAIN_MEASURES = frozenset(
    {"injuries", "arrests", "hostages", "votes", "people", "population", *EVENTS}
)
COUNTED = frozenset({"fatalities", "injuries", "casualties", "population", *EVENTS})
"""What the reference can answer for; casualties are deaths and injuries added."""
GROUPS = frozenset({"outlaws", "militants", "terrorists", "civilians", "security personnel"})
"""Groups whose share among the dead can be worked out."""


# "maternal mortality was 115 deaths per 100,000 live births"
_PLAIN_RATE = re.compile(r"[\d.,]+[ ](?:deaths|cases)[ ](?:per|(?:for|in)[ ]every)[ ]")


def family_of(measure: str) -> str:
    """Attacks, operations and incidents are one family: their counts are easily confused."""
    return "events" if measure in EVENTS else measure


def named_measure(claim: Claim, counted: Mapping[str, str]) -> str:
    """Return which measure of a body a claim names in its own words; "" for those of the kit.

    A series of a user may count anything: "homicides", "journalists killed". Its name is one of
    the words that a newsroom uses for it; ``counted`` gives the measure of each of them.

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> claim = find_claims("The institute counted 12 journalists killed in Colombia.")[0]
    >>> named_measure(claim, {"attacks": "attacks", "journalists killed": "killings"})
    'killings'
    """
    own = sorted((w for w, m in counted.items() if m not in COUNTED), key=len, reverse=True)
    bare = (
        " " not in claim.text
        or claim.measure in {"change", "share", "money"}
        or _PLAIN_RATE.match(claim.sentence, claim.offset)
    )
    end = claim.offset + len(claim.text)
    for name in own:
        for match in forms_of(name).finditer(claim.sentence):
            # "4 journalists were killed": the noun stands with the figure, the rest comes after it.
            if bare or claim.offset < match.start() < end:
                return counted[name]
    return ""


@cache
def forms_of(measure: str) -> re.Pattern[str]:
    """Return the pattern of the words for a measure: "journalists (were) killed".

    Examples
    --------
    >>> [bool(forms_of("displaced people").search(text)) for text in (
    ...     "12 people had been displaced", "12 displaced people", "12 people left")]
    [True, True, False]
    """
    words = measure.split(" ")
    forms = [r"[ ]".join(map(re.escape, words))]
    fates = [word for word in words if word in FATE_WORDS]
    if len(words) == 2 and len(fates) == 1:
        noun = next(word for word in words if word not in FATE_WORDS)
        be = r"(?:(?:were|was|are|is)[ ]|(?:have|has|had)[ ]been[ ])?"
        forms.append(rf"{re.escape(noun)}[ ]{be}{re.escape(fates[0])}")
    number = r"(?:(?:the[ ])?number[ ]of[ ])?"
    return re.compile(rf"\b{number}(?:{'|'.join(forms)})(?:[ ]rate)?\b", re.IGNORECASE)


def name_measure(measure: str) -> str:
    """Name what a claim measures in plain words; a counted noun stands in quotation marks.

    Examples
    --------
    >>> name_measure("money"), name_measure("injuries"), name_measure("homes")
    ('amounts of money', 'injuries', '"homes"')
    """
    plain = measure if measure in _PLAIN_MEASURES else f'"{measure}"'
    return _MEASURES_IN_WORDS.get(measure, plain)

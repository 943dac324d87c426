"""Name what is measured and in which unit: those of the kit, and those of a series of one's own.

A claim gives its figure in the unit of a series, as a share, a rate, a sum of money or a count, or
it is no figure of that series.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from copydesk.claims import EVENTS, Claim
from copydesk.claims.nouns import FATE_WORDS
from copydesk.language.number_words import country_of_money, kinds_of_units, unit_of

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


_PER_CENT = re.compile(r"[ ]?(?:%|pc\b|per ?cent\b)")
_RATE = re.compile(r"per (?P<many>[\d,]+|million) (?P<whom>[a-z ]+)")
_PEOPLE = r"(?:people|inhabitants|residents|population)\b|(?=[.,;]|$|[ ](?:in|by|to|from|for)\b)"
# "from 163 in 2020 to 151 per 100,000": the unit is said once, with the second figure.
_GOES_ON = re.compile(r"(?:[ ]in[ ](?:19|20)\d\d)?[ ]to[ ][\d.,]*\d")


def fits_unit(claim: Claim, unit: str) -> bool:
    """Say whether a claim gives its figure in a unit.

    Parameters
    ----------
    claim : Claim
        From ``find_claims``. A change in per cent fits each unit, for it is a relation of two.
    unit : str
        As in ``Definition.unit``; empty where the series counts one by one.

    Returns
    -------
    bool

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> bare, rate, money = (find_claims(text)[0] for text in (
    ...     "They had 128 deaths.", "They had 128 deaths per 100,000 people.", "It cost A$128."))
    >>> [fits_unit(claim, "per 100,000 people") for claim in (bare, rate, money)]
    [False, True, False]
    >>> fits_unit(money, "A$"), fits_unit(money, "US$")
    (True, False)
    """
    if claim.unit.startswith("percent"):
        return claim.measure == "change" or unit in {"", "per cent"}
    if kinds_of_units().get(claim.unit.split(" ")[-1]) == "money":
        return _same_money(claim, unit)
    if unit == "per cent":
        after = _GOES_ON.match(_after(claim))
        return bool(after and _PER_CENT.match(_after(claim), after.end()))
    if _RATE.fullmatch(unit):
        return in_rate(claim, unit)
    return not unit


def in_rate(claim: Claim, unit: str) -> bool:
    """Say whether a figure is given in the unit of a rate: "128 deaths per 100,000 people"."""
    parts = _RATE.fullmatch(unit)
    if parts is None:
        return False
    whom = _PEOPLE if parts["whom"] == "people" else rf"{re.escape(parts['whom'])}\b"
    per = rf"[ ](?:per|(?:(?:for|in)[ ])?every)[ ]{parts['many']}"
    said = re.compile(rf"(?:[ ][a-z-]+){{0,3}}?{per}(?:[ ](?:{whom})|{whom})")
    after = _after(claim)
    goes_on = _GOES_ON.match(after)
    return bool(said.match(after) or (goes_on and said.match(after, goes_on.end())))


def name_unit(unit: str) -> str:
    """Say in which unit a series gives its figures.

    Examples
    --------
    >>> name_unit("US$"), name_unit("per 100,000 people"), name_unit("")
    ('in US$', 'per 100,000 people', 'one by one')
    """
    return unit if _RATE.fullmatch(unit) else f"in {unit}" if unit else "one by one"


def _after(claim: Claim) -> str:
    return claim.sentence[claim.offset + len(claim.text) :]


def _same_money(claim: Claim, unit: str) -> bool:
    """Compare the currencies, and the countries where the claim names one."""
    *country, currency = claim.unit.split(" ")
    if currency != (unit_of(unit, "before") or unit_of(unit)):
        return False
    # "US" of "US$5 billion"
    sign = re.sub(r"[\d\s].*", "", claim.text).strip(".")
    return ("".join(country).upper() or country_of_money(sign)) in {"", country_of_money(unit)}

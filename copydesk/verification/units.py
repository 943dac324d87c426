"""Say whether a claim gives its figure in the unit of a series: share, rate, money or count."""

from __future__ import annotations

import re

from copydesk.claims import Claim
from copydesk.language.number_words import country_of_money, kinds_of_units, unit_of

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

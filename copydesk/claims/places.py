"""Read the places of a sentence: what it says of where its figures are counted."""

from __future__ import annotations

import re

from copydesk.claims.sources import BODY_WORDS, DAY, MONTH, Cue
from copydesk.corpus import country_names
from copydesk.language.tokens import lower_words, words_of
from copydesk.lexicons import states

_NOT_PLACE = rf"(?!(?:{MONTH}|{DAY}|The|He|She|They|It|We)\b)"
_CAPITAL = rf"{_NOT_PLACE}[^\W\d_a-z][\w’'-]*"
# A country whose name has more than capitals in it: "Côte d'Ivoire", "the U.S."
_COUNTRY = "|".join(
    re.escape(name).replace("'", "[’']")
    for name in sorted(country_names(), key=len, reverse=True)
    if not re.fullmatch(rf"{_CAPITAL}(?:[ ]{_CAPITAL})*", name)
)
_PLACE = re.compile(
    rf"\b(?P<where>For|[Ii]n|[Aa]cross|[Tt]hroughout|[Ii]nside|[Nn]ear|[Oo]utside|[Aa]round"
    rf"|[Ww]ithin|[Aa]t|[Aa]long|[Pp]opulation[ ]of|[Pp]rovinces?[ ]of|[Dd]istricts?[ ]of)[ ]"
    rf"(?P<place>(?:the[ ])?(?:{_COUNTRY})(?![\w’'-])"
    rf"|(?:(?:the|all|parts|most|of|and|north\w*|south\w*|east\w*|west\w*|central|rural"
    rf"|downtown|greater|neighbou?ring|occupied)[ -]){{0,4}}"
    rf"{_CAPITAL}(?:[ ](?:of[ ](?:the[ ])?)?{_CAPITAL}){{0,3}}"
    rf"(?:(?:,[ ]{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}){{0,3}},?[ ](?:and|or)[ ]{_CAPITAL}"
    rf"(?:[ ]{_CAPITAL}){{0,2}})?"
    rf"(?:(?<=[’']s)(?:[ ][\w-]+){{1,3}}|(?<=s[’'])(?:[ ][\w-]+){{1,3}})?)"
)
_ADJECTIVAL = re.compile(r"(?:ani|ian|ish|ese|aqi|eli|ghan|-led|-backed|-run)$")
_INSIDE = {"in", "across", "throughout", "inside", "within", "at", "population of", "province of"}
_INSIDE |= {"provinces of", "district of", "districts of", "for"}
# "a reply to the parliament in Islamabad": where somebody speaks, not where it happened.
_TOLD_THERE = re.compile(
    r"\b(?:parliament|assembly|authorities|officials?|government|ministry|office|reporters"
    r"|journalists|conference|briefing|court|embassy|correspondents?|told[ ]\w+)[ ]$"
)
# "at Mir Ali, North Waziristan,": the district or province that a town is in.
_LARGER_PLACE = re.compile(rf",[ ](?P<place>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})(?=[,.;)]|$)")
_GEOGRAPHY = re.compile(
    r"[ ][A-Z]|\b(?:north|south|east|west|province|region|capital|city|district|state|border"
    r"|territory|coast|interior|centre|center|areas?)\w*\b"
)
_SUFFERS = re.compile(
    rf"(?P<place>{_CAPITAL}(?:[ ]{_CAPITAL})?(?:[ ]and[ ]{_CAPITAL}(?:[ ]{_CAPITAL})?)?)[ ]"
    r"(?:together[ ])?(?:(?:has[ ]|had[ ])?"
    r"(?:saw|seen|suffered|witnessed|experienced|endured|faced|accounts?[ ]for|accounted[ ]for)\b"
    r"|(?:has|had|lost)(?=[ ]\d)|bore[ ]the)"
)
_SUFFERING = words_of(
    "saw seen suffered witnessed experienced endured faced account accounts accounted has had lost"
    " bore"
)
"""Words of which `_SUFFERS` needs one."""
# "a feature on the north said that the deaths counted there": there is where the feature is about.
_ABOUT_A_PLACE = re.compile(
    r"\b(?:feature|report|story|article|study|piece|page)[ ](?:on|about)[ ]"
    rf"(?P<place>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})"
)
_THERE = re.compile(r"(?<=[a-z] )there\b(?![ ](?:was|were|is|are|had|has|have)\b)")
_NOT_A_PLACE = re.compile(
    rf"\b(?:{BODY_WORDS}|News|Operation|Court|Congress|Party|Army|Forces?|Committee|Resolution"
    r"|Parliament|Assembly|Islam|English|Urdu|Arabic|Islamic|Nations|Statistics)$|[a-z]\d+$"
)


def find_places(text: str) -> tuple[Cue, ...]:
    """Find the places of a sentence, in their order."""
    found = [cue for match in _PLACE.finditer(text) if (cue := _place_of(match))]
    words = lower_words(text)
    if not words.isdisjoint(_SUFFERING):
        found += [
            Cue(match.start(), match.end(), match["place"])
            for match in _SUFFERS.finditer(text)
            # "CRSS had 789 incidents": a body, which counts and does not suffer
            if not (match["place"].isupper() or _NOT_A_PLACE.search(match["place"]))
        ]
    there = _THERE.search(text) if not found and "there" in words else None
    about = list(_ABOUT_A_PLACE.finditer(text)) if there else []
    if there and len(about) == 1 and about[0].end() < there.start():
        found.append(Cue(there.start(), there.end(), about[0]["place"]))
    return tuple(sorted(found, key=lambda cue: cue.start))


def _place_of(match: re.Match[str]) -> Cue | None:
    """Return the place of one match, with the larger place that it is in and the word before it."""
    place, end, where = match["place"].removeprefix("the "), match.end(), match["where"].lower()
    larger = _LARGER_PLACE.match(match.string, end)
    if larger and place.lower() not in states():
        place, end = f"{place}, {larger['place']}", larger.end()
    if _is_no_place(match) or (place.isupper() and not _short_for_a_country(place, where)):
        return None
    # "outside Pakistan" is not Pakistan
    return Cue(match.start(), end, place if where in _INSIDE else f"{where} {place}")


def _is_no_place(match: re.Match[str]) -> bool:
    """Say whether a name is of a body, of whose actions, or of where somebody speaks."""
    text, place, start = match.string, match["place"], match.start()
    _owner, owns, owned = place.replace("’", "'").partition("'s")
    told = match["where"].lower() == "in" and _TOLD_THERE.search(text, max(0, start - 24), start)
    return bool(
        _NOT_A_PLACE.search(place)
        or (owns and not _GEOGRAPHY.search(owned))  # "in Pakistan's history" is no place
        or (_ADJECTIVAL.search(place) and text.startswith(" ", match.end()))  # "in the Indian raid"
        or told
    )


def _short_for_a_country(place: str, where: str) -> bool:
    """Say whether capitals are a place: "in the US", and not "at CRSS" or "in PIPS reports"."""
    return where != "at" and (len(place) <= 3 or place in country_names())

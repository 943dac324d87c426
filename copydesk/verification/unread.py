"""Find a word that the desk has not read: it may turn a true figure into a false statement."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.claims import Claim
from copydesk.claims.circumstances import read_circumstances
from copydesk.claims.mentions import CALENDAR_NAMES
from copydesk.lexicons import states
from copydesk.verification.doubts import blanked, masked, numbers_in, without_own_definition

# A figure is only called supported in a sentence whose every word is read or is one of these.
_PLAIN_WORDS = """
a an the this that these those its it their there which who whom whose as at by for from in of on to
with and or in over during across between per together combined each
is are was were be been has have had said says say told reported reports report recorded records
counted counts count lists listed puts put gives gave shows showed states stated tallied logged
registered noted found finds documented documents estimates estimated published annual yearly
according data figures figure number numbers total totals toll tally study statement index series
edition version release database website review survey paper reply news interview conference
took takes take came comes come amounts amounted stood went reached speaks spoke calls
called includes included include taken give make makes
people persons person lives deaths death died die dead killed killing killings fatalities fatality
injured injuries injury wounded hurt casualties victims
attack attacks terrorist terror terrorism militant violent violence violence-related violence-linked
counter-terror counter-terrorism counterterrorism anti-terror operation operations incident
incidents events intelligence-based organized organised actions those security forces personnel
outlaws militants terrorists civilians population country whole calendar same
also all about some around nearly almost than alone nationwide overall related linked
think tank institute parliament assembly reporters feature article story
where once range dated rule least them
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_CHANGE_OF_A_FIGURE = re.compile(
    r"\b(?:an?[ ])?(?:up|down|rose|fell|fall|rise|reduction|increased?|drop(?:ped)?|declined?|dip"
    r"|against|reduced|surge[ds]?|jump(?:ed)?|decreased?)(?:[ ](?:by|of|from|to))?[ ](?=[•\d])",
    re.IGNORECASE,
)
_CHANGE_NOUNS = frozenset({"increase", "rise", "fall", "drop", "decline", "decrease", "reduction"})
_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*[ ]?$")
_PAGE = re.compile(r"\b(?:page|p\.)[ ]\d+$")
_WORD = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")
_OPERATIONS_APART = re.compile(
    r"\bleaves? (?:counter-terror )?operations out(?: and)?\b|\bshort for\b"
)
_ONCE_ADDED = re.compile(
    r",[ ]so[ ]the[ ][a-z]+[ ](?:comes?|amounts?)[ ]to\b"
    r"|\bonce the actions of security forces are added\b|\bwhen it adds\b|\badded together\b",
    re.IGNORECASE,
)


def stray_words(claim: Claim, names: Mapping[str, tuple[str, ...]], known: tuple[str, ...]) -> str:
    """Return a word of the sentence that the desk has not read, or an empty string.

    One such word can turn a true figure into a false statement ("lives saved", "it warned of"), so
    a sentence with one is never called supported.

    Parameters
    ----------
    claim : Claim
    names : mapping of str to tuple of str
        The names of each tracker.
    known : tuple of str
        Other words of the sentence that were read: of an edition, an estimate, a rate.

    Returns
    -------
    str

    Examples
    --------
    >>> from copydesk.claims import find_claims
    >>> stray_words(find_claims("CRSS counted 586 lives saved in Pakistan.")[0], {}, ())
    'saved'
    """
    claim = without_own_definition(claim)
    rival = _rival(claim, names)
    if rival:
        return rival
    around = read_circumstances(claim.sentence)
    text = masked(claim, around)
    for cue in around.places:
        # Another place that is still here is that of another figure: the doubts have seen to it.
        text = text[: cue.start] + "•" * (cue.end - cue.start) + text[cue.end :]
    if claim.modifier:
        start = max(0, claim.offset - len(claim.modifier) - 4)
        end = claim.offset + len(claim.text) + len(claim.modifier) + 2
        near = re.sub(re.escape(claim.modifier), blanked, text[start:end], flags=re.IGNORECASE)
        text = text[:start] + near + text[end:]
    text = _IN_BRACKETS.sub(
        lambda found: blanked(found) if _tells_nothing(found, names) else found[0], text
    )
    for read in (claim.source or "", *known):
        if read:
            text = text.replace(read, "•" * len(read))
    text = _CHANGE_OF_A_FIGURE.sub(blanked, text)
    text = _ONCE_ADDED.sub(blanked, _OPERATIONS_APART.sub(blanked, text))
    body = text.lstrip(" •*-–—0123456789.)“‘")
    first = re.match(r"[A-Z][a-z]+(?![\w’'])", body)
    words = [*_WORD.findall(text), *_names_unread(text, claim, names)]
    if first and first[0] not in _names_of(names):
        words = [first[0].lower(), *words]
    plain = _PLAIN | _CHANGE_NOUNS if claim.measure == "change" else _PLAIN
    return next((word for word in words if word not in plain), "")


def _names_unread(text: str, claim: Claim, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the names of a sentence that are neither read nor known to change nothing."""
    plain = _names_of(names) | set(re.findall(r"[\w’'-]+", f"{claim.source} {claim.place}"))
    found = [match for match in _NAME.finditer(text) if re.search(r"\w", text[: match.start()])]
    words = [re.sub(r"[’']s?$", "", match[0]) for match in found]
    return [word for word in words if word not in plain and word.lower() not in _PLAIN]


def _rival(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> str:
    """Return another body that stands nearer before a figure than its source: "A 12, B 30"."""
    own = _tracker_named(claim.source or "", names)
    found = [
        (at.start(), tracker, name)
        for tracker, printed in names.items()
        for name in printed
        for at in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", claim.sentence)
    ]
    before = [one for one in found if one[0] < claim.offset]
    after = [one for one in found if one[0] > claim.offset]
    if not own:
        return ""
    beside = [name for at, tracker, name in after if tracker != own and _no_figure_after(claim, at)]
    if beside:
        return beside[0]
    if not before or any(tracker == own for _, tracker, _ in after):
        return ""
    _, tracker, name = max(before)
    return "" if tracker == own else name


def _no_figure_after(claim: Claim, place: int) -> bool:
    return not any(number.start > place for number in numbers_in(claim.sentence))


def _tells_nothing(brackets: re.Match[str], names: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether brackets hold only the name of a body, an abbreviation or a page."""
    inside = brackets[0][1:-1]
    named = any(name in inside for printed in names.values() for name in printed)
    initials = inside.isupper() and _NAME_BEFORE.search(brackets.string, 0, brackets.start())
    return named or bool(initials) or bool(_PAGE.search(inside))


def _tracker_named(source: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Return the tracker of which a source prints a name; of several, the longest name's."""
    found = [
        (len(name), tracker)
        for tracker, printed in names.items()
        for name in printed
        if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", source)
    ]
    return max(found)[1] if found else ""


def _names_of(names: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the single words that names of trackers, months and states are made of."""
    words = {word for printed in names.values() for name in printed for word in name.split()}
    return frozenset(words) | CALENDAR_NAMES | {name.title() for name in states()}

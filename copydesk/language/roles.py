"""Tell the role of a person from the name: "Defence Minister" and "Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.language.tokens import DETERMINERS, HONORIFICS, PREPOSITIONS, TIME, function_words
from copydesk.lexicons import party_nouns, states

_NAME_LINKS = function_words("link")


def split_role(words: Sequence[str]) -> tuple[str, list[str]]:
    """Split a printed name into the role and the name.

    Parameters
    ----------
    words : sequence of str
        The words of a noun phrase.

    Returns
    -------
    (str, list of str)
        The role, empty if none is printed; and the words of the name. A description that names
        nobody is all role and has no name.

    Examples
    --------
    >>> split_role(["Defence", "Minister", "Ana", "Ruiz"])
    ('Defence Minister', ['Ana', 'Ruiz'])
    >>> split_role(["the", "ministry"])
    ('the ministry', [])
    """
    nouns = party_nouns()
    end = 0
    for i, word in enumerate(words):
        if nouns.get(word.lower()) == "person" or is_honorific(word):
            is_long_title = " ".join(words[i : i + 3]).lower() in nouns  # "secretary of state"
            end = i + 3 if is_long_title else i + 1
    if end < len(words) and words[end] in {"to", "of", "for"}:
        # "Ambassador to the U.N. Ana Ruiz": the office has a place, and then comes the name.
        office = end + 1
        while office < len(words) and _is_place_word(words[office]):
            office += 1
        in_place = office > end + 1 and words[office - 1] != "the"
        if not (in_place and _all_capital(words[office:])):
            return " ".join(words), []  # "the governor of Tarma": an office, and nobody's name
        end = office
    if not end:
        lower = [i for i, word in enumerate(words) if word.islower() and word not in _NAME_LINKS]
        if not lower:
            name = list(words[1:] if words and words[0].lower() in DETERMINERS else words)
            return "", name if _all_capital([w for w in name if w not in _NAME_LINKS]) else []
        # "federal prosecutors Ana Ruiz": the last plain word is a role if names follow it.
        end = lower[-1] + 1
        if words[end - 1] in PREPOSITIONS or words[end - 1] in DETERMINERS:
            return " ".join(words), []
    name = list(words[end:])
    if name and name[-1].lower() in TIME:  # "the draft adopted Friday"
        return " ".join(words), []
    if not _all_capital([word for word in name if word not in _NAME_LINKS - {"the", "for"}]):
        return " ".join(words), []
    role = " ".join(words[:end])
    return ("" if is_honorific(role) else role), name


def is_honorific(word: str) -> bool:
    """Say whether a word is a form of address, with its full stop or without it.

    Examples
    --------
    >>> is_honorific("Mr"), is_honorific("Dr."), is_honorific("Mayor")
    (True, True, False)
    """
    return word.lower().removesuffix(".") + "." in HONORIFICS


def _is_place_word(word: str) -> bool:
    return word == "the" or word.isupper() or word.lower() in states()


def _all_capital(words: Sequence[str]) -> bool:
    return bool(words) and all(word[:1].isupper() for word in words)

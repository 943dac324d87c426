"""Tell the role of a person from the name: "Defence Minister" and "Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    end = _after_title(words)
    if end < len(words) and words[end] in {"to", "of", "for"}:
        end = _after_office(words, end + 1)
    elif not end:
        end = _after_plain_words(words)
        if not end:
            name = list(words[1:] if words and words[0].lower() in DETERMINERS else words)
            return "", name if _is_name(name, _NAME_LINKS) else []
    name = list(words[end:])
    # "the draft adopted Friday" names nobody.
    if not name or name[-1].lower() in TIME or not _is_name(name, _NAME_LINKS - {"the", "for"}):
        return " ".join(words), []
    role = " ".join(words[:end])
    return ("" if is_honorific(role) else role), name


def _after_title(words: Sequence[str]) -> int:
    """Return the place after the last title, such as "Minister" or "secretary of state"."""
    nouns = party_nouns()
    end = 0
    for i, word in enumerate(words):
        if nouns.get(word.lower()) == "person" or is_honorific(word):
            end = i + 3 if " ".join(words[i : i + 3]).lower() in nouns else i + 1
    return end


def _after_office(words: Sequence[str], start: int) -> int:
    """Return the place after an office's place, or the end where it is nobody's name.

    "Ambassador to the U.N. Ana Ruiz": the office has a place, and then comes the name. "The
    governor of Tarma" is an office alone.
    """
    end = start
    while end < len(words) and _is_place_word(words[end]):
        end += 1
    has_place = end > start and words[end - 1] != "the"
    return end if has_place and _all_capital(words[end:]) else len(words)


def _after_plain_words(words: Sequence[str]) -> int:
    """Return the place after the last word in small letters: "federal prosecutors Ana Ruiz"."""
    plain = [i for i, word in enumerate(words) if word.islower() and word not in _NAME_LINKS]
    if not plain:
        return 0
    last = words[plain[-1]]
    return len(words) if last in PREPOSITIONS or last in DETERMINERS else plain[-1] + 1


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


def _is_name(words: Sequence[str], links: Collection[str]) -> bool:
    return _all_capital([word for word in words if word not in links])


def _all_capital(words: Sequence[str]) -> bool:
    return bool(words) and all(word[:1].isupper() for word in words)

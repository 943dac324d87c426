"""Who is spoken of: the mentions of a party in a text, under any of its names.

A party is a person, a body or a state. No party is listed here or anywhere: a name is known by its
capital letters, a state and its capital by ``data/lexicons/places.csv``, a body by the noun at its
end ("the interim government"). "Kabul", "Afghanistan" and "the Afghan government" act as one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from copydesk.language.tokens import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    Token,
    bare,
)
from copydesk.lexicons import State, labels, party_nouns, signals, states
from copydesk.stance.places import at

MOST_PARTIES = 8
"""Parties that are read in one sentence."""

_LONGEST_TARGET = 200
_LONGEST_GAP = 300
_LONGEST_DESCRIPTION = 5
_NO_NOUN = BE | HAVE | MODALS | PREPOSITIONS | STOPS | {"and", "or"}
_NO_NAME = BE | HAVE | MODALS | PRONOUNS | TIME | DETERMINERS | STOPS | PREPOSITIONS


def mentions(text: str, target: str) -> list[tuple[int, int]]:
    """Find where a text mentions a party.

    Parameters
    ----------
    text : str
        Any text.
    target : str
        A name or a description: "Ana Ruiz", "the Dutch government", "The Hague".

    Returns
    -------
    list of (int, int)
        Character offsets in the order of the text. A person is also found by the last name, a
        government by its state and its capital, and a body by "the government" where that comes
        later in the same sentence.

    Examples
    --------
    >>> text = "Lisbon said no. The Portuguese caretaker government would not pay."
    >>> [text[slice(*span)] for span in mentions(text, "Portugal")]
    ['Lisbon', 'Portuguese caretaker government']
    """
    core = re.sub(r"^\W+|\W+$", "", target[:_LONGEST_TARGET])
    core = re.sub(r"^(?:the|a|an)\s+", "", core, flags=re.IGNORECASE) or core
    if not core:
        return []
    names = sorted(_names(core), key=lambda name: (-len(name), name))
    pattern = rf"(?<![\w-])(?:{'|'.join(names)})(?!\w)"
    found = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    noun = core.split()[-1].lower()
    if core.lower() in states():
        noun = "government"
    return with_short_forms(text, found, noun) if party_nouns().get(noun) == "body" else found


def _names(core: str) -> set[str]:
    """Return regular expressions for the names under which a party may appear."""
    words = core.split()
    names = {re.escape(core)}
    lower = [re.sub(r"[’']s$", "", word.lower()) for word in words]
    state = states().get(core.lower()) or next((states()[w] for w in lower if w in states()), None)
    if state is not None and (lower[-1] in signals("government") or core.lower() in states()):
        names.update(re.escape(word) for word in (state.country, state.capital) if word)
        owner = rf"(?:{re.escape(state.adjective)}|{re.escape(state.country)}[’']s)"
        ruling = rf"(?:{'|'.join(sorted(signals('government')))})"
        names.add(rf"{ruling}\s+of\s+{re.escape(state.country)}")
        names.add(rf"{owner}(?:\s+[\w-]+){{0,3}}?\s+{ruling}")
    is_name = all(word[:1].isupper() for word in words)
    if len(words) <= 5 and is_name and lower[-1] not in party_nouns() and state is None:
        names.add(re.escape(words[-1]))
    return names


def with_short_forms(
    text: str, found: Sequence[tuple[int, int]], noun: str
) -> list[tuple[int, int]]:
    """Add "the government" where it comes later in a sentence that names the party in full.

    Parameters
    ----------
    text : str
        Any text.
    found : sequence of (int, int)
        The full mentions, in order.
    noun : str
        The noun at the end of the party's name.

    Returns
    -------
    list of (int, int)
        All mentions, in order.
    """
    starts = [start for start, _ in found]
    added = []
    for match in re.finditer(
        rf"(?<!\w)(?:the|that|this)\s+{re.escape(noun)}(?!\w)", text, re.IGNORECASE
    ):
        before = bisect_right(starts, match.start()) - 1
        end = found[before][1] if before >= 0 else match.end()
        between = text[end : min(match.start(), end + _LONGEST_GAP + 1)]
        in_reach = end <= match.start() and len(between) <= _LONGEST_GAP
        # A second "government" between the two is the nearer one, and it may be another party's.
        if in_reach and not re.search(rf"[.!?\n]|{re.escape(noun)}", between, re.IGNORECASE):
            added.append(match.span())
    return sorted({*found, *added})


def parties(
    tokens: Sequence[Token], own: frozenset[str], names: frozenset[str]
) -> dict[str, list[tuple[int, int]]]:
    """Find the parties that some words speak of.

    Parameters
    ----------
    tokens : sequence of Token
        The words.
    own : frozenset of str
        Words of the speaker's own names, from ``own_names``: nobody is their own target here.
    names : frozenset of str
        Words that have a capital in the middle of a sentence. Only those count as a name when
        they stand alone, since the first word of every sentence has a capital too.

    Returns
    -------
    dict of str to list of (int, int)
        Each party with its places, in the order of the text. A government is named after its
        state: "the Afghan government" for "the Afghan interim government" and for "Kabul".
    """
    found: dict[str, list[tuple[int, int]]] = {}
    place = 0
    while place < len(tokens) and len(found) < MOST_PARTIES:
        first, end = place, _end_of_name(tokens, place)
        party = _described(tokens, first) or _named(tokens, first, end, names)
        place = max(first + 1, end, party.last if party else 0)
        if party and not _is_own(party.name, own) and not _is_short_for(party.name, found):
            span = tokens[party.first].start, tokens[party.last - 1].end
            found.setdefault(party.name, []).append(span)
    return found


class _Party(NamedTuple):
    """A party in a sentence: tokens ``first`` to ``last`` (not included)."""

    name: str
    first: int
    last: int


def _named(tokens: Sequence[Token], first: int, end: int, names: frozenset[str]) -> _Party | None:
    """Return the party that a run of capitalised words names, if it names one."""
    if first == end:
        return None
    if tokens[first].lower in _NO_NAME and end - first > 1:
        first += 1  # "Had Ruiz known", "What Ruiz did": a small word opens the sentence
    state = states().get(bare(tokens[first]))
    if state is not None:
        return _of_a_state(tokens, first, end, state)
    alone = end - first == 1
    unknown = alone and (tokens[first].lower in _NO_NAME or tokens[first].text not in names)
    is_no_party = (
        unknown
        or _before(tokens, first) in signals("place of")
        or _is_compound(tokens[first:end])
        or _is_amount(tokens, first, end)
        or _is_modifier(tokens, first, end)
    )
    return None if is_no_party else _Party(_printed(tokens[first:end]), first, end)


def _of_a_state(tokens: Sequence[Token], first: int, end: int, state: State) -> _Party | None:
    """Return a party that begins with a state: "Kabul", "Afghan troops", a government of it."""
    body, before = _body_after(tokens, end), _before(tokens, first)
    government = f"the {state.adjective} government"
    if body is not None:
        end = body + 1
    elif before in {"of", "in"} and _before(tokens, first - 1) in signals("government"):
        return _Party(government, first - 2, first + 1)
    elif end - first == 1 and (
        _is_adjective(tokens[first]) or before in signals("place of") | signals("on the way")
    ):
        return None
    name = _printed(tokens[first:end])
    acts = tokens[end - 1].lower == "government" or name.lower() == state.capital.lower()
    return _Party(government if acts else name, first, end)


def _before(tokens: Sequence[Token], place: int) -> str:
    """Return the word before a place in lower case; a full stop at the start."""
    return at(tokens, place - 1).lower


def _printed(run: Sequence[Token]) -> str:
    return re.sub(r"[’']s$", "", " ".join(token.text for token in run))


def own_names(printed: str) -> frozenset[str]:
    """Return the words of a speaker's name and role, and those of the state in them.

    Parameters
    ----------
    printed : str
        Name and role: "Ana Ruiz, Portugal's defence minister".

    Returns
    -------
    frozenset of str
        In lower case.

    Examples
    --------
    >>> sorted(own_names("Lisbon"))
    ['lisbon', 'portugal', 'portuguese']
    """
    words = {re.sub(r"[’']s$", "", word.strip(",")) for word in printed.lower().split()}
    for word in sorted(words & set(states())):
        state = states()[word]
        words.update(f"{state.country} {state.adjective} {state.capital}".lower().split())
    return frozenset(words)


def _is_own(name: str, own: frozenset[str]) -> bool:
    return set(name.lower().split()) - {"the", "government"} <= own


def _described(tokens: Sequence[Token], first: int) -> _Party | None:
    """Return a party without a name: "the ferry operator", "the nurses"."""
    if tokens[first].lower != "the":
        return None
    for i in range(first + 1, min(first + _LONGEST_DESCRIPTION, len(tokens))):
        word = tokens[i].lower
        if tokens[i].is_name or not tokens[i].is_word or word in _NO_NOUN | DETERMINERS:
            return None
        if word in labels():
            return None  # "the terrorist group" is named by its label
        kind = party_nouns().get(word) or party_nouns().get(word.removesuffix("s"))
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if kind == "body" or (kind == "person" and word not in party_nouns()):
            name = " ".join(token.lower for token in tokens[first : i + 1])
            is_last = following.removesuffix("s") not in party_nouns()
            return _Party(name, first, i + 1) if is_last else None
    return None


def _is_short_for(name: str, found: Collection[str]) -> bool:
    """Say whether a longer name before it ends so: "the union" after "the Ferry Union"."""
    longer = (other.split()[-1].lower() for other in found if other != name)
    return name.islower() and name.split()[-1] in longer


def _end_of_name(tokens: Sequence[Token], first: int) -> int:
    """Return where a run of capitalised words ends; "of" joins two of them."""
    place = first
    while place < len(tokens) and tokens[place].is_name and place - first < 6:
        place += 1
        if tokens[place - 1].lower.endswith("'s"):
            return place
        joined = place + 1 < len(tokens) and tokens[place].lower == "of"
        if joined and tokens[place + 1].is_name and place - first < 4:
            place += 1
    return place


def _body_after(tokens: Sequence[Token], place: int) -> int | None:
    """Return the place of the noun in "Afghan | interim government", at most three words on."""
    for i in range(place, min(place + 4, len(tokens))):
        if not tokens[i].is_word or tokens[i].lower in {"and", "or", "the", "a"}:
            return None
        if tokens[i].lower in party_nouns():
            return i
    return None


def _is_adjective(token: Token) -> bool:
    state = states().get(token.lower)
    return state is not None and token.lower == state.adjective.lower() != state.country.lower()


def _is_amount(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Say whether a name is a unit: "Rs 10 billion"."""
    return place - first == 1 and place < len(tokens) and tokens[place].text[0].isdigit()


def _is_modifier(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Say whether a name only says which: "a Lisbon-style plan", "the Evora talks"."""
    if place - first > 1 or tokens[first].text.isupper():
        return False
    article = _before(tokens, first) in {"a", "an", "the"}
    following = at(tokens, place)
    is_noun = following.is_word and not following.is_name and following.lower not in _NO_NOUN
    return article and is_noun and not tokens[first].lower.endswith("'s")


def located(tokens: Sequence[Token]) -> set[str]:
    """Return the names that stand after "in" or "at" somewhere: places, if they stand alone.

    Parameters
    ----------
    tokens : sequence of Token
        A sentence.

    Returns
    -------
    set of str
        Single names as printed. States and capitals are left out, since they can act.

    Examples
    --------
    >>> from copydesk.language.tokens import tokenise
    >>> located(tokenise("They met in Evora and in Lisbon."))
    {'Evora'}
    """
    found = set()
    for place in range(1, len(tokens)):
        run = _end_of_name(tokens, place) - place
        alone = run == 1 and not tokens[place - 1].is_name
        if (
            alone
            and tokens[place - 1].lower in signals("place of")
            and bare(tokens[place]) not in states()
        ):
            found.add(tokens[place].text)
    return found - {token.text for token in tokens if token.lower in TIME}


def _is_compound(run: Sequence[Token]) -> bool:
    """Say whether a name is only a part: "the Pakistan-Afghan border", "Taliban-led"."""
    parts = run[0].text.split("-") if len(run) == 1 else []
    return any(part.lower() in states() or part.islower() for part in parts[1:])

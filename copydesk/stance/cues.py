"""Cues: the words near a mention of a party, and what each says for or against it.

A cue is one word or phrase of the lexicons with a direction (-1 to 1), the rule that read it and
the reason in plain words. The rules read word order, not meaning: who stands before a verb and who
after it, whether it is passive, what a "not", a "will" or a "than" does to it, whether another name
or a comma stands between. Irony, world knowledge and long-distance grammar are beyond them.

The words stand in ``data/lexicons/stance_verbs.csv`` and ``polarity_words.csv``. VADER's list
(Hutto and Gilbert 2014) fills in for words that those two do not have. What the words around a cue
do to it stands in ``changes``. No model is trained, here or at run time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.language.tokens import Token
from copydesk.lexicons import StanceWord, labels, phrase_lengths, signals, stance_words
from copydesk.stance.changes import CHANGES
from copydesk.stance.places import at
from copydesk.stance.sites import Site, is_bad, is_negation, is_own_words, role

REACH = 40
"""Tokens on either side of a mention in which a cue counts."""

FADE_PER_WORD = 0.06
"""A cue n words away counts 1 / (1 + 0.06 n)."""

FADE_PER_BREAK = 0.6
"""A comma, a "but" or a "who" between cue and mention leaves this share."""

NOT_DOING, NOT_ACTING = -0.08, -0.5
"""What "did not come" and "did not act" count: inaction is mostly held against a party."""

DEMANDED = -0.12
"""What "should" counts: who asks for something says that it is not done."""

LABELLED = 0.5
"""What a name that condemns or honours counts, for the one who is called so."""

_MOST_MENTIONS = 8
_LEAST = 0.02


@dataclass(frozen=True)
class Cue:
    """One word that speaks for or against a party.

    Attributes
    ----------
    text : str
        The word as printed: exactly ``text[start:end]`` of the whole text.
    start, end : int
        Character offsets.
    direction : float
        From -1 (against) to 1 (for), after negation and distance.
    rule : str
        "verb toward target", "verb of target", "passive", "description", "label" (the target is
        called by a name that judges), "failure to act", "demand", or "weak word" (only in VADER's
        list); with ", negated", ", not yet done", ", compared" or ", own words" where one of these
        changed it.
    because : str
        The reason in plain words.
    role : str
        What the target has to do with an act: "does" or "receives" it; empty for other words.
    """

    text: str
    start: int
    end: int
    direction: float
    rule: str
    because: str
    role: str = ""


def read_cues(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """Yield the cues of one sentence; each counts for the mention that is nearest to it.

    Parameters
    ----------
    tokens : sequence of Token
        The sentence.
    spans : sequence of (int, int)
        Where it mentions the party: character offsets, at least one.

    Yields
    ------
    Cue
        In the order of the text; a name that judges comes first.

    Examples
    --------
    >>> from copydesk.language.tokens import tokenise
    >>> text = "The union criticised the ministry."
    >>> [(cue.text, cue.rule) for cue in read_cues(tokenise(text), [(21, 33)])]
    [('criticised', 'verb toward target')]
    """
    starts = [token.start for token in tokens]
    mentioned = []
    for start, end in spans[:_MOST_MENTIONS]:
        first = max(0, bisect_right(starts, start) - 1)
        mentioned.append((first, max(first + 1, bisect_left(starts, end))))
    for span in mentioned:
        yield from _labels_inside(tokens, span)
    mentioned += _relatives(tokens, mentioned)
    inside = 0  # the end of the phrase that was read last
    for place, token in enumerate(tokens):
        if place < inside:
            continue
        word, length = _word_at(tokens, place)
        inside = place + length
        may_be_cue = word is not None or is_negation(token) or token.lower in signals("demand")
        mention = min(mentioned, key=lambda span: _distance(span, place)) if may_be_cue else (0, 0)
        if may_be_cue and 0 < _distance(mention, place) <= REACH:
            cue = _read(Site(tokens, mention, (place, inside), word))
            if cue is not None:
                yield cue


def _relatives(
    tokens: Sequence[Token], mentioned: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the "who" that follows a mention: in "(the target), who lied," it is the target."""
    found = []
    for _, last in mentioned:
        place = last + 1 if last < len(tokens) and tokens[last].text == "," else last
        if place < len(tokens) and tokens[place].lower in {"who", "which"}:
            found.append((place, place + 1))
    return found


def _labels_inside(tokens: Sequence[Token], mention: tuple[int, int]) -> Iterator[Cue]:
    """Yield a cue for a name that judges by itself: "the terrorists", "the thugs"."""
    for place in range(*mention):
        token = tokens[place]
        label = labels().get(token.lower)
        opens = not at(tokens, place - 1).is_word  # a capital says nothing there
        if label is not None and label.direction and (opens or not token.is_name):
            because = f"“{token.text}” names the target by a judgement ({label.sense})"
            yield Cue(
                token.text, token.start, token.end, LABELLED * label.direction, "label", because
            )


def _word_at(tokens: Sequence[Token], place: int) -> tuple[StanceWord | None, int]:
    """Return the entry of the lexicons that begins at a place, and its length in tokens."""
    for length in phrase_lengths().get(tokens[place].lower, ()):
        phrase = " ".join(token.lower for token in tokens[place : place + length])
        if place + length <= len(tokens) and phrase in stance_words():
            return stance_words()[phrase], length
    return stance_words().get(tokens[place].lower), 1


def _distance(span: tuple[int, int], place: int) -> int:
    """Return how many tokens lie from a mention to a place; 0 inside the mention."""
    first, last = span
    return max(first - place, place - last + 1, 0)


def _read(site: Site) -> Cue | None:
    is_phrase = site.cue[1] - site.cue[0] > 1
    cue = _inaction(site) if is_negation(site.first) and not is_phrase else _demand(site)
    return _weigh(site, site.word) if cue is None and site.word is not None else cue


def _inaction(site: Site) -> Cue | None:
    """Read "was not ready", "did not act": the target comes first, and a negation follows."""
    token, place = site.first, site.cue[0]
    joined = site.is_after and len(site.between) <= 5
    if not joined or any(item.lower in signals("break") for item in site.between):
        return None
    if token.lower in {"no", "without"} or is_own_words(site):
        return None
    if any(is_bad(item) for item in site.tokens[place + 1 : place + 3]):
        return None  # "did not fail": no fault
    following = site.tokens[place + 1 : place + 4]
    acts = [item.text for item in following if item.lower in signals("does its part")]
    if acts:
        because = f"“{token.text} ... {acts[0]}” says that the target does not do its part"
    else:
        because = f"“{token.text}” says that the target does not do something"
    direction = NOT_ACTING if acts else NOT_DOING
    return Cue(token.text, token.start, token.end, direction, "failure to act", because)


def _demand(site: Site) -> Cue | None:
    """Read "the target should", "the target must": it is asked for what it does not do."""
    token = site.first
    joined = site.is_after and len(site.between) <= 2
    if token.lower not in signals("demand") or not joined or is_own_words(site):
        return None
    because = f"“{token.text}” asks of the target what it does not do so far"
    return Cue(token.text, token.start, token.end, DEMANDED, "demand", because)


def _weigh(site: Site, word: StanceWord) -> Cue | None:
    """Weigh one word or phrase of the lexicons for one mention."""
    read = role(site, word)
    if read is None:
        return None
    direction, rule, role_of_target = read
    site = replace(site, direction=direction, rule=rule)
    side = "after" if site.is_after else "before"
    text = " ".join(item.text for item in site.tokens[slice(*site.cue)])
    because = f"“{text}” ({word.sense}) stands {side} the target"
    because += f", who {role_of_target} it" if role_of_target else ""
    for change in CHANGES:
        reason = change.reason(site)
        if reason is not None:
            rule = f"{site.rule}, {change.gives}" if change.gives else site.rule
            site = replace(site, direction=site.direction * change.share, rule=rule)
            because += f", and {reason}"
    direction = site.direction / (1 + FADE_PER_WORD * len(site.between))
    if "own words" not in site.rule:
        breaks = sum(item.lower in signals("break") for item in site.between)
        direction *= FADE_PER_BREAK**breaks
    if abs(direction) < _LEAST:
        return None
    end = site.tokens[site.cue[1] - 1].end
    return Cue(text, site.first.start, end, round(direction, 3), site.rule, because, role_of_target)

"""Lesson 04, second half: who stands where toward whom, and which words show it."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.language.sentences import Sentence, split_sentences
from copydesk.language.tokens import BE, HAVE, Token, tokenise
from copydesk.lexicons import labels, party_nouns, signals, speech_verbs
from copydesk.stance.attribution import attributions
from copydesk.stance.cues import Cue, read_cues
from copydesk.stance.parties import located, mentions, own_names, parties, with_short_forms
from copydesk.stance.places import Attribution

THRESHOLD = 0.1
"""A score at least this far from 0 has a polarity."""

FAINT = 0.25
"""A cue weaker than this does not make a speaker's stance."""

_LONGEST_SAID = 3_000


@dataclass(frozen=True)
class Stance:
    """How a text speaks of one party.

    Attributes
    ----------
    target : str
        The party, as asked for.
    polarity : int
        -1 against, 0 no clear stance, 1 for.
    score : float
        From -1 to 1: tanh of the sum of the cues over the root of the number of sentences.
    cues : tuple of Cue
        In the order of the text.
    """

    target: str
    polarity: int
    score: float
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class PartyStance:
    """How one speaker stands toward one party.

    Attributes
    ----------
    holder : str
        Who speaks, as ``Attribution.speaker`` names them.
    target : str
        The party spoken of.
    polarity : int
        -1 against, 0 no clear stance, 1 for.
    score : float
        From -1 to 1.
    cues : tuple of Cue
        What the score is made of.
    sentence : int
        The number of the sentence, from 1.
    """

    holder: str
    target: str
    polarity: int
    score: float
    cues: tuple[Cue, ...]
    sentence: int


def stance_toward(text: str, target: str) -> Stance:
    """Say how a text speaks of one party.

    Parameters
    ----------
    text : str
        A sentence or a whole clean text.
    target : str
        A name or a description: "Khawaja Asif", "the Afghan government", "Kabul".

    Returns
    -------
    Stance
        Polarity 0 and no cues when the text does not mention the target.

    Examples
    --------
    >>> stance = stance_toward("The union praised the mayor and blamed the firm.", "the firm")
    >>> stance.polarity, [cue.text for cue in stance.cues]
    (-1, ['praised', 'blamed'])
    """
    found = mentions(text, target)
    starts = [start for start, _ in found]
    cues: list[Cue] = []
    sentences = 0
    for sentence in split_sentences(text) if found else []:
        here = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if here:
            sentences += 1
            tokens = _tokens(sentence)
            cues.extend(_cues(text, tokens, here))
    score = _score(cues, sentences)
    return Stance(target, _polarity(score), score, tuple(cues))


def find_stances(text: str) -> list[PartyStance]:
    """Find who stands where toward whom: each speaker, and each party in the speaker's words.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    list of PartyStance
        One row for each attribution and each party in it, in the order of the text, if at least
        one cue is more than a weak word. A cue counts for the party that is nearest to it.

    Examples
    --------
    >>> found = find_stances("Ana Ruiz criticised the Dutch government.")
    >>> [(row.holder, row.target, row.polarity) for row in found]
    [('Ana Ruiz', 'the Dutch government', -1)]
    """
    sentences = split_sentences(text)
    places = {name for sentence in sentences for name in located(_tokens(sentence))}
    names = _names_inside_sentences(text, sentences) - places
    said = [one for one in attributions(text) if one.speaker is not None]
    own: dict[str, frozenset[str]] = {}  # a role may be printed once, sentences before
    for one in said:
        words = own_names(f"{one.speaker} {one.role}")
        own[str(one.speaker)] = own.get(str(one.speaker), frozenset()) | words
    found: dict[PartyStance, None] = {}  # a dict keeps the order and drops what is said twice
    for one in said:
        verb = speech_verbs().get(one.verb.lower())
        gives_a_figure = verb is not None and verb.frame == "number"
        # A denial says of whom it is about that nothing is so, and a count takes no side.
        if one.colour != "denies" and not gives_a_figure:
            others = own[str(one.speaker)] | set(one.via.lower().split())
            for row in _stances_in(text, sentences, one, others, names):
                found[row] = None
    return list(found)


def _stances_in(
    text: str,
    sentences: Sequence[Sentence],
    said: Attribution,
    own: frozenset[str],
    names: frozenset[str],
) -> Iterator[PartyStance]:
    """Yield the stances in the words of one speaker; nobody in ``own`` is a target."""
    start = said.start
    if said.colour in {"attacks", "supports", "warns"}:
        # "A criticised B": the verb itself is the cue, and it stands before the words.
        opens = sentences[said.sentence - 1].start
        verb = text.rfind(said.verb, opens, said.start)
        start = verb if verb in range(opens, start) else start
        if said.verb.split(" ")[0].lower() in BE | HAVE:
            start = opens  # "B was praised by A": B stands before the verb
    said_text = text[start : min(said.end, start + _LONGEST_SAID)]
    tokens = tokenise(said_text, start)
    spans = parties(tokens, own, names)
    for name in spans:
        noun = name.split()[-1].lower()
        if party_nouns().get(noun) == "body":
            inside = [(low - start, high - start) for low, high in spans[name]]
            longer = with_short_forms(said_text, inside, noun)
            spans[name] = [(low + start, high + start) for low, high in longer]
    for name, places in _labelled(tokens).items():
        spans.setdefault(name, []).extend(places)
    for name, places in spans.items():
        rivals = [place for other in spans if other != name for place in spans[other]]
        cues = tuple(
            cue
            for cue in _cues(text, tokens, places)
            if (abs(cue.direction) >= FAINT or cue.rule == "demand")
            and _gap(cue, places) <= _gap(cue, rivals)
        )
        if any(not cue.rule.startswith("weak") for cue in cues):
            score = _score(cues, 1)
            yield PartyStance(str(said.speaker), name, _polarity(score), score, cues, said.sentence)


def _labelled(tokens: Sequence[Token]) -> dict[str, list[tuple[int, int]]]:
    """Find who is called by a name that judges and has no other name: "the terrorists"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for token, following in itertools.pairwise([*tokens, *tokens[-1:]]):
        label = labels().get(token.lower)
        if label is None or not label.direction or token.is_name:
            continue
        plural = token.lower != label.word
        if plural or following.lower in signals("labelled"):  # not "terrorist attacks"
            name = token.lower if plural else f"{token.lower} {following.lower}"
            found.setdefault(name, []).append((token.start, token.end))
    return found


def _tokens(sentence: Sentence) -> list[Token]:
    """Return the tokens of a sentence, with their places in the whole text."""
    return tokenise(sentence.text, sentence.start)


def _names_inside_sentences(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words that have a capital and do not open their sentence."""
    return frozenset(
        token.text
        for sentence in sentences
        for before, token in itertools.pairwise(_tokens(sentence))
        if token.is_name and before.is_word
    )


def _cues(text: str, tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """Yield the cues of a sentence, in the order of the text, each as the text prints it."""
    for cue in sorted(read_cues(tokens, spans), key=lambda cue: cue.start):
        yield replace(cue, text=text[cue.start : cue.end])


def _gap(cue: Cue, spans: Sequence[tuple[int, int]]) -> float:
    """Return the characters between a cue and the nearest of some mentions."""
    gaps = (max(start - cue.end, cue.start - end) for start, end in spans)
    return min(gaps, default=math.inf)


def _score(cues: Sequence[Cue], sentences: int) -> float:
    # Many sentences weigh more than one, but ten do not weigh ten times as much.
    total = sum(cue.direction for cue in cues) / math.sqrt(max(1, sentences))
    return round(math.tanh(total), 3)


def _polarity(score: float) -> int:
    return 0 if abs(score) < THRESHOLD else 1 if score > 0 else -1

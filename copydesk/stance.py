"""Lesson 04, second half: who stands where toward whom, and which words show it.

``stance_toward`` asks one question: does this text speak well or badly of one named party? It
adds up cues. A cue is a word near a mention of the party, with a direction (-1 to 1), the rule
that read it and the reason in plain words. The rules read word order, not meaning: irony, world
knowledge and long-distance grammar are beyond them. "0" means that no clear cue was found, which
is not the same as fairness.

The words stand in ``data/lexicons/stance_verbs.csv`` and ``polarity_words.csv``. VADER's list
(Hutto and Gilbert 2014) fills in, with less weight, for words that those two do not have. The
weights below were chosen by hand on the training part of NewsMTSC (Hamborg and Donnay 2021); no
model is trained, here or at run time.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.attribution import Attribution, attributions
from copydesk.lexicons import StanceWord, labels, party_nouns, speech_verbs, stance_words
from copydesk.parties import mentions, own_names, parties, with_short_forms
from copydesk.phrases import Token, tokenise, words_of
from copydesk.sentences import Sentence, split_sentences

__all__ = [
    "Attribution",
    "Cue",
    "PartyStance",
    "Stance",
    "attributions",
    "find_stances",
    "stance_toward",
]

THRESHOLD = 0.1
"""A score at least this far from 0 has a polarity."""

REACH = 25
"""Tokens on either side of a mention in which a cue counts."""

FADE_PER_WORD = 0.06
"""A cue n words away counts 1 / (1 + 0.06 n)."""

FADE_PER_BREAK = 0.6
"""A comma, a "but" or a "who" between cue and mention leaves this share."""

NEGATED = -0.4
""""Not good" counts this share of "good": against, and less than "bad" would."""

WISHED = 0.4
"""The share that counts of what a party will, should or must do, and has not done."""

NOT_DOING, NOT_ACTING = -0.12, -0.5
"""What "did not come" and "did not act" count: inaction is mostly held against a party."""

FAINT = 0.2
"""A cue weaker than this does not make a speaker's stance."""

_MOST_MENTIONS = 8
_LONGEST_SAID = 3_000
_NEGATIONS = words_of("not no never without n't cannot nor neither hardly barely none nobody")
_BREAKS = words_of(
    ", ; : ( ) — – but while although though who which that because and when after if"
)
_PASSES_ON = words_of("neutral doubts commits")
_BEFORE_SPEAKER = words_of("” \" , ’ '")
_WISHES = words_of("will would could should might must ought")
_APPOSED = words_of("a an the , ( ) is are was were as like and other group groups")
_PASSIVE = words_of("is are was were be been being get gets got getting")
_ACTS = words_of(
    "ready able willing prepared act acted acting action enough stop stopped prevent prevented "
    "protect protected respond responded help helped address cooperate comply take"
)


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
        "verb toward target", "verb of target", "passive", "description", "failure to act", or
        "weak word" (only in VADER's list); with ", negated" where a negation turned it.
    because : str
        The reason in plain words.
    """

    text: str
    start: int
    end: int
    direction: float
    rule: str
    because: str


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
            cues.extend(_cues(tokenise(sentence.text, sentence.start), here))
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
    names = _names_inside_sentences(text, sentences)
    found: dict[PartyStance, None] = {}  # a dict keeps the order and drops what is said twice
    for said in attributions(text):
        if said.speaker is None:
            continue
        start = said.start
        if said.colour in {"attacks", "supports", "warns", "denies"}:
            # "A criticised B": the verb itself is the cue, and it stands before the words.
            verb = text.rfind(said.verb, sentences[said.sentence - 1].start, said.start)
            start = verb if said.verb and verb >= 0 else start
        said_text = text[start : min(said.end, start + _LONGEST_SAID)]
        tokens = tokenise(said_text, start)
        own = own_names(f"{said.speaker} {said.role}") | set(said.via.lower().split())
        spans = parties(tokens, own, names)
        for name in spans:
            noun = name.split()[-1].lower()
            if party_nouns().get(noun) == "body":
                inside = [(low - start, high - start) for low, high in spans[name]]
                longer = with_short_forms(said_text, inside, noun)
                spans[name] = [(low + start, high + start) for low, high in longer]
        for name, places in spans.items():
            rivals = [place for other in spans if other != name for place in spans[other]]
            cues = tuple(
                cue
                for cue in _cues(tokens, places)
                if abs(cue.direction) >= FAINT
                # Who denies words does not hold what they say.
                and (said.colour != "denies" or cue.start < said.start)
                and _gap(cue, places) <= _gap(cue, rivals)
            )
            if any(not cue.rule.startswith("weak") for cue in cues):
                score = _score(cues, 1)
                row = PartyStance(said.speaker, name, _polarity(score), score, cues, said.sentence)
                found[row] = None
    return list(found)


def _names_inside_sentences(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words that have a capital and do not open their sentence."""
    return frozenset(
        token.text
        for sentence in sentences
        for before, token in _pairs(tokenise(sentence.text))
        if token.is_name and before.is_word
    )


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    return itertools.pairwise(tokens)


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


def _cues(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """Yield the cues of one sentence; each counts for the mention that is nearest to it."""
    starts = [token.start for token in tokens]
    places = []
    for start, end in spans[:_MOST_MENTIONS]:
        first = max(0, bisect_right(starts, start) - 1)
        places.append((first, max(first + 1, bisect_left(starts, end))))
    for place, token in enumerate(tokens):
        word = stance_words().get(token.lower)
        is_negation = token.lower in _NEGATIONS or token.lower.endswith("n't")
        if word is None and not is_negation:
            continue
        mention = min(places, key=lambda span: _distance(span, place))
        if not 0 < _distance(mention, place) <= REACH:
            continue
        cue = _inaction(tokens, place, mention) if is_negation else None
        if cue is None and word is not None:
            cue = _cue(tokens, place, word, mention)
        if cue is not None:
            yield cue


def _distance(span: tuple[int, int], place: int) -> int:
    """Return how many tokens lie from a mention to a place; 0 inside the mention."""
    first, last = span
    return max(first - place, place - last + 1, 0)


def _inaction(tokens: Sequence[Token], place: int, mention: tuple[int, int]) -> Cue | None:
    """Read "was not ready", "did not act": the target comes first, and a negation follows."""
    token = tokens[place]
    between = tokens[mention[1] : place]
    joined = place >= mention[1] and len(between) <= 5
    if not joined or any(item.lower in _BREAKS for item in between):
        return None
    if token.lower in {"no", "without"} or _is_own_words(tokens, mention, place):
        return None
    acts = [item.text for item in tokens[place + 1 : place + 4] if item.lower in _ACTS]
    if acts:
        because = f"“{token.text} ... {acts[0]}” says that the target does not do its part"
    else:
        because = f"“{token.text}” says that the target does not do something"
    direction = NOT_ACTING if acts else NOT_DOING
    return Cue(token.text, token.start, token.end, direction, "failure to act", because)


def _cue(
    tokens: Sequence[Token], place: int, word: StanceWord, mention: tuple[int, int]
) -> Cue | None:
    """Weigh one word of the lexicons for one mention."""
    first, last = mention
    token = tokens[place]
    is_after = place >= last
    between = tokens[last:place] if is_after else tokens[place + 1 : first]
    if _is_own_words(tokens, mention, place):
        return None  # what the target says is about others
    if word.base in labels() and not all(item.lower in _APPOSED for item in between):
        return None  # "Ruritania struck terrorist camps" does not call Ruritania terrorist
    direction, rule = word.to_object, "weak word" if word.kind == "weak" else "description"
    if word.kind == "verb":
        passive = token.lower.endswith(("ed", "en")) and any(
            item.lower in _PASSIVE for item in tokens[max(0, place - 3) : place]
        )
        by = passive and any(item.lower == "by" for item in between[:4])
        if is_after and not passive and _belongs_to_another(tokens, last, place):
            return None
        receives = passive if is_after else not by
        direction = word.to_object if receives else word.to_subject
        rule = "verb toward target" if receives else "verb of target"
        rule = "passive" if passive else rule
    before = tokens[max(0, place - 3) : place]
    if any(item.lower in _NEGATIONS or item.lower.endswith("n't") for item in before):
        direction, rule = NEGATED * direction, rule + ", negated"
    if word.kind == "verb" and any(item.lower in _WISHES for item in before):
        direction, rule = WISHED * direction, rule + ", not yet done"
    breaks = sum(item.lower in _BREAKS for item in between)
    direction *= FADE_PER_BREAK**breaks / (1 + FADE_PER_WORD * len(between))
    if abs(direction) < 0.02:
        return None
    side = "after" if is_after else "before"
    because = f"“{token.text}” ({word.sense}) stands {side} the target"
    return Cue(token.text, token.start, token.end, round(direction, 3), rule, because)


def _belongs_to_another(tokens: Sequence[Token], last: int, place: int) -> bool:
    """Say whether a verb belongs to the object of a verb before: "A blamed B for failing"."""
    linked = tokens[place].lower.endswith("ing") and place > last
    if not linked or tokens[place - 1].lower not in {"for", "of", "from"}:
        return False
    words = (stance_words().get(item.lower) for item in tokens[last : place - 1])
    return any(word is not None and word.kind == "verb" and word.to_object for word in words)


def _is_own_words(tokens: Sequence[Token], mention: tuple[int, int], place: int) -> bool:
    """Say whether a cue stands in what the target itself says."""
    first, last = mention
    for i in range(last, min(last + 4, len(tokens))):
        verb = speech_verbs().get(tokens[i].lower)
        if verb and verb.colour in _PASSES_ON and not tokens[i].lower.endswith("ing"):
            words_come_first = first > 0 and tokens[first - 1].text in _BEFORE_SPEAKER
            return place > i or (place < first and words_come_first)
    follows_verb = first > 1 and tokens[first - 1].lower in speech_verbs()
    return follows_verb and tokens[first - 2].text in _BEFORE_SPEAKER

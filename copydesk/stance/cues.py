"""Cues: the words near a mention of a party, and what each says for or against it.

A cue is one word or phrase of the lexicons with a direction (-1 to 1), the rule that read it and
the reason in plain words. The rules read word order, not meaning: who stands before a verb and who
after it, whether it is passive, what a "not", a "will" or a "than" does to it, whether another name
or a comma stands between. Irony, world knowledge and long-distance grammar are beyond them.

The words stand in ``data/lexicons/stance_verbs.csv`` and ``polarity_words.csv``. VADER's list
(Hutto and Gilbert 2014) fills in for words that those two do not have. The shares below were chosen
by hand on the training part of NewsMTSC (Hamborg and Donnay 2021), each one checked on both halves
of it; no model is trained, here or at run time.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.language.tokens import DETERMINERS, PRONOUNS, Token, words_of
from copydesk.lexicons import StanceWord, labels, phrase_lengths, speech_verbs, stance_words

REACH = 40
"""Tokens on either side of a mention in which a cue counts."""

FADE_PER_WORD = 0.06
"""A cue n words away counts 1 / (1 + 0.06 n)."""

FADE_PER_BREAK = 0.6
"""A comma, a "but" or a "who" between cue and mention leaves this share."""

OTHER_NAME = 0.3
"""The share that counts if another name stands between a cue and a mention that follows it."""

OTHER_PHRASE = 0.7
"""The share that counts of "a good day for (the target)": the word belongs to the day."""

OTHER_OBJECT = 0.5
"""The share that counts of "criticised the attack on (the target)": the attack is criticised."""

OWN_WORDS = 0.2
"""The share that counts for a speaker of the good words in what that speaker says."""

NEGATED = -0.4
""""Not good" counts this share of "good": against, and less than "bad" would."""

THAN = -0.5
""""Better than (the target)" counts this share of "better" for the target."""

WISHED = 0.4
"""The share that counts of what a party will, should or must do, and has not done."""

NOT_DOING, NOT_ACTING = -0.15, -0.5
"""What "did not come" and "did not act" count: inaction is mostly held against a party."""

DEMANDED = -0.12
"""What "should" counts: who asks for something says that it is not done."""

LABELLED = 0.5
"""What a name that condemns or honours counts, for the one who is called so."""

_EVENTS = words_of("attack target question bomb clash")
_MOST_MENTIONS = 8
_LEAST = 0.02
_NEGATIONS = words_of("not no never without n't cannot nor neither hardly barely none nobody")
_BREAKS = words_of(
    ", ; : ( ) — – but while although though who which that because and when after if"
)
_ADJUNCTS = words_of("on in at from to against by about over with after for")
_PASSES_ON = words_of("neutral doubts commits")
_TURNS_ON = words_of("attacks denies demands warns")
_BEFORE_SPEAKER = words_of("” \" , ’ '")
_WISHES = words_of("will would could should might must ought")
_DEMANDS = words_of("should must")
_APPOSED = words_of("a an the , ( ) is are was were as like and other group groups")
_OTHERS = words_of("he she they it we i")
_PASSIVE = words_of("is are was were be been being get gets got getting")
_AFTER_PASSIVE = words_of("by for of as in with over")
_NEW_SUBJECT = words_of("who which that and or but to has have had he she they it")
_FIGHTS = words_of(
    "fight fights fighting fought combat combating prevent preventing stop stopping end ending "
    "tackle tackling reduce reducing deter deterring address addressing condemn condemning "
    "condemned denounce denouncing denounced counter eliminate eradicate curb curbing"
)
_REFUSALS = words_of(
    "refuse refuses refused refusing fail fails failed failing decline declines declined declining "
    "unwilling unable reluctant"
)
_ACTIONS = words_of(
    "act acts acted acting action actions move moves moved moving operation operations strike "
    "strikes force war fight fought fighting"
)
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
        "verb toward target", "verb of target", "passive", "description", "label" (the target is
        called by a name that judges), "failure to act", "demand", or "weak word" (only in VADER's
        list); with ", negated", ", not yet done", ", compared" or ", own words" where one of these
        changed it.
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
class _Site:
    """One mention of a party and one word or phrase near it: where a cue may be.

    ``mention`` and ``cue`` are the first token and the token after the last. In a headline every
    word may have a capital, and a capital says nothing.
    """

    tokens: Sequence[Token]
    mention: tuple[int, int]
    cue: tuple[int, int]
    headline: bool = False

    @property
    def is_after(self) -> bool:
        return self.cue[0] >= self.mention[1]

    @property
    def between(self) -> Sequence[Token]:
        if self.is_after:
            return _without_speaker(self.tokens[self.mention[1] : self.cue[0]])
        return self.tokens[self.cue[1] : self.mention[0]]

    @property
    def before(self) -> Sequence[Token]:
        return self.tokens[max(0, self.cue[0] - 3) : self.cue[0]]

    @property
    def first(self) -> Token:
        return self.tokens[self.cue[0]]

    @property
    def following(self) -> str:
        return self.tokens[self.cue[1]].lower if self.cue[1] < len(self.tokens) else ""


def _without_speaker(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out a speaker between commas: "(the ministry), he says, was not ready"."""
    if tokens and tokens[0].text == ",":
        close = next((i for i in range(1, min(6, len(tokens))) if tokens[i].text == ","), 0)
        if any(item.lower in speech_verbs() for item in tokens[1:close]):
            return tokens[close + 1 :]
    return tokens


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
    mentioned += _relatives(tokens, mentioned)
    words = [token for token in tokens[1:] if token.is_word]
    headline = 5 * sum(token.is_name for token in words) > 3 * len(words)
    for span in mentioned:
        yield from _labels_inside(tokens, span)
    inside = 0  # the end of the phrase that was read last
    for place, token in enumerate(tokens):
        if place < inside:
            continue
        word, length = _word_at(tokens, place)
        inside = place + length
        is_negation = length == 1 and _is_negation(token)
        if word is None and not is_negation and token.lower not in _DEMANDS:
            continue
        mention = min(mentioned, key=lambda span: _distance(span, place))
        if not 0 < _distance(mention, place) <= REACH:
            continue
        site = _Site(tokens, mention, (place, inside), headline)
        cue = _inaction(site) if is_negation else _demand(site)
        if cue is None and word is not None:
            cue = _cue(site, word)
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
    for token in tokens[slice(*mention)]:
        label = labels().get(token.lower)
        if label is not None and label.direction and not token.is_name:
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


def _is_negation(token: Token) -> bool:
    return token.lower in _NEGATIONS or token.lower.endswith("n't")


def _distance(span: tuple[int, int], place: int) -> int:
    """Return how many tokens lie from a mention to a place; 0 inside the mention."""
    first, last = span
    return max(first - place, place - last + 1, 0)


def _inaction(site: _Site) -> Cue | None:
    """Read "was not ready", "did not act": the target comes first, and a negation follows."""
    token, place = site.first, site.cue[0]
    joined = site.is_after and len(site.between) <= 5
    if not joined or any(item.lower in _BREAKS for item in site.between):
        return None
    if token.lower in {"no", "without"} or _is_own_words(site):
        return None
    if any(_is_bad(item) for item in site.tokens[place + 1 : place + 3]):
        return None  # "did not fail": no fault
    acts = [item.text for item in site.tokens[place + 1 : place + 4] if item.lower in _ACTS]
    if acts:
        because = f"“{token.text} ... {acts[0]}” says that the target does not do its part"
    else:
        because = f"“{token.text}” says that the target does not do something"
    direction = NOT_ACTING if acts else NOT_DOING
    return Cue(token.text, token.start, token.end, direction, "failure to act", because)


def _is_bad(token: Token) -> bool:
    word = stance_words().get(token.lower)
    return (
        word is not None and token.lower != "against" and min(word.to_object, word.to_subject) < 0
    )


def _demand(site: _Site) -> Cue | None:
    """Read "the target should", "the target must": it is asked for what it does not do."""
    token = site.first
    joined = site.is_after and len(site.between) <= 2
    if token.lower not in _DEMANDS or not joined or _is_own_words(site):
        return None
    because = f"“{token.text}” asks of the target what it does not do so far"
    return Cue(token.text, token.start, token.end, DEMANDED, "demand", because)


def _cue(site: _Site, word: StanceWord) -> Cue | None:
    """Weigh one word or phrase of the lexicons for one mention."""
    if _is_part_of_a_name(site) or _is_label_of_another(site, word):
        return None
    if _is_action_against(site):
        return None
    if word.kind == "verb" and _is_noun(site, word):
        return None
    read = _role(site, word) if word.kind == "verb" else (word.to_object, "description")
    if read is None:
        return None
    direction, rule = read
    if word.kind == "weak":
        rule = "weak word"
    if _is_negated(site):
        # "Not good" is bad, but "not corrupt" is no praise: it answers a charge.
        direction, rule = NEGATED * max(0.0, direction), f"{rule}, negated"
    if word.kind == "verb" and any(item.lower in _WISHES for item in site.before):
        direction, rule = WISHED * direction, f"{rule}, not yet done"
    if not site.is_after and any(item.lower == "than" for item in site.between[-2:]):
        direction, rule = THAN * direction, f"{rule}, compared"
    own = _is_own_words(site)
    if direction < 0 and (own or _is_aimed_at_another(site, word)):
        return None
    if own:
        direction, rule = OWN_WORDS * direction, f"{rule}, own words"
    direction *= _share(site, word, rule)
    if abs(direction) < _LEAST:
        return None
    text = " ".join(item.text for item in site.tokens[slice(*site.cue)])
    side = "after" if site.is_after else "before"
    where = "in what the target itself says" if own else f"{side} the target"
    because = f"“{text}” ({word.sense}) stands {where}"
    end = site.tokens[site.cue[1] - 1].end
    return Cue(text, site.first.start, end, round(direction, 3), rule, because)


def _role(site: _Site, word: StanceWord) -> tuple[float, str] | None:
    """Say whether the target does or receives what a verb says: its direction and the rule."""
    is_after, between = site.is_after, site.between
    passive = _is_passive(site, word)
    by = passive and any(item.lower == "by" for item in between[:4])
    if passive and not is_after and not by:
        return None  # "was charged with the murder of (the target)": another is charged
    if is_after and not passive and _belongs_to_another(site):
        return None
    if passive == is_after if is_after else not by:
        rule = "passive" if passive else "verb toward target"
        return word.to_object, rule
    return word.to_subject, "passive" if passive else "verb of target"


def _is_noun(site: _Site, word: StanceWord) -> bool:
    """Say whether the name of an event is a noun here: "an attack", "more attacks"."""
    lower = site.first.lower
    before = site.before[-1] if site.before else None
    if word.base not in _EVENTS or lower not in {word.base, word.base + "s"}:
        return False
    if before is None or before.lower in DETERMINERS:
        return True
    is_subject = before.is_name or before.lower in PRONOUNS
    return lower != word.base and before.is_word and not is_subject


def _is_passive(site: _Site, word: StanceWord) -> bool:
    """Say whether a verb is passive: "was praised", "was shot", "(the target), accused of"."""
    lower = site.first.lower
    bent = lower.endswith(("ed", "en"))
    irregular = lower != word.base and not lower.endswith(("ing", "s"))
    if (bent or irregular) and any(item.lower in _PASSIVE for item in site.before):
        return True
    reduced = site.is_after and bent and site.following in _AFTER_PASSIVE and word.to_object != 0
    return reduced and all(item.lower not in _NEW_SUBJECT for item in site.between)


def _share(site: _Site, word: StanceWord, rule: str) -> float:
    """Return the share of a cue that is left at its distance from the mention."""
    fade = 1 / (1 + FADE_PER_WORD * len(site.between))
    if rule.endswith("own words"):
        return fade
    lower = [item.lower for item in site.between]
    share = fade * FADE_PER_BREAK ** sum(item in _BREAKS for item in lower)
    if not site.is_after and any(item.is_name for item in site.between):
        share *= OTHER_NAME
    if not _ADJUNCTS.isdisjoint(lower):
        if rule.startswith("verb toward target"):
            share *= OTHER_OBJECT
        elif word.kind != "verb" and not site.is_after:
            share *= OTHER_PHRASE
    return share


def _is_part_of_a_name(site: _Site) -> bool:
    """Say whether a word is one of a name: "the Great Hall", "the Fair Trade Office"."""
    place, end = site.cue
    if site.headline or not place or end - place > 1 or not site.first.is_name:
        return False
    return site.tokens[place - 1].is_name or (end < len(site.tokens) and site.tokens[end].is_name)


def _is_action_against(site: _Site) -> bool:
    """Say whether "against" tells of an act and not of a view: "moved against (the target)"."""
    acts = any(
        item.lower in _ACTIONS for item in site.tokens[max(0, site.cue[0] - 3) : site.cue[0]]
    )
    return site.first.lower == "against" and acts


def _is_label_of_another(site: _Site, word: StanceWord) -> bool:
    """Say whether a label is not the target's: "Ruritania struck terrorist camps"."""
    return word.base in labels() and not all(item.lower in _APPOSED for item in site.between)


def _is_negated(site: _Site) -> bool:
    """Say whether something is not so, or not done: "not honest", "refused to help"."""
    pairs = itertools.pairwise([*site.before, site.first])
    return any(
        (_is_negation(one) and two.lower != "only")
        or (one.lower in _REFUSALS and two.lower == "to")
        for one, two in pairs
    )


def _is_aimed_at_another(site: _Site, word: StanceWord) -> bool:
    """Say whether bad words are about somebody whom the target attacks or fights.

    "(The target) accused the firm of fraud", "a plan of (the target) to prevent abuse".
    """
    place, last = site.cue[0], site.mention[1]
    fought = site.tokens[max(last, place - 4) : place]
    may_be_noun = word.kind != "verb" or site.first.lower in {word.base, f"{word.base}s"}
    if may_be_noun and any(item.lower in _FIGHTS for item in fought):
        return True
    for i in range(last, min(last + 4, place)):
        verb = speech_verbs().get(site.tokens[i].lower)
        passive = site.tokens[i - 1].lower in _PASSIVE
        if verb is not None and verb.colour in _TURNS_ON and not passive:
            return True
    return False


def _belongs_to_another(site: _Site) -> bool:
    """Say whether a verb belongs to the object of a verb before: "A blamed B for failing"."""
    tokens, place = site.tokens, site.cue[0]
    last = site.mention[1]
    linked = tokens[place].lower.endswith("ing") and place > last
    if not linked or tokens[place - 1].lower not in {"for", "of", "from"}:
        return False
    words = (stance_words().get(item.lower) for item in tokens[last : place - 1])
    return any(word is not None and word.kind == "verb" and word.to_object for word in words)


def _is_own_words(site: _Site) -> bool:
    """Say whether a cue stands in what the target itself says."""
    tokens, place = site.tokens, site.cue[0]
    first, last = site.mention
    for i in range(last, min(last + 4, len(tokens))):
        if tokens[i].lower in _OTHERS:
            break  # "(the ministry), he says, ...": another speaks
        verb = speech_verbs().get(tokens[i].lower)
        if verb and verb.colour in _PASSES_ON and not tokens[i].lower.endswith("ing"):
            words_come_first = first > 0 and tokens[first - 1].text in _BEFORE_SPEAKER
            return place > i or (place < first and words_come_first)
    follows_verb = first > 1 and tokens[first - 1].lower in speech_verbs()
    return follows_verb and tokens[first - 2].text in _BEFORE_SPEAKER

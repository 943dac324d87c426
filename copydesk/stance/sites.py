"""One word near a mention of a party: what stands before, between and after the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.language.tokens import BE, Token
from copydesk.lexicons import SpeechVerb, StanceWord, signals, speech_verbs, stance_words
from copydesk.stance.places import at


@dataclass(frozen=True)
class Site:
    """One mention of a party and one word or phrase near it: where a cue may be.

    Attributes
    ----------
    tokens : sequence of Token
        The sentence.
    mention, cue : (int, int)
        The first token of each and the token after its last.
    word : StanceWord or None
        The entry of the lexicons; None for a "not" or a "should".
    direction : float
        From -1 (against) to 1 (for), before the distance counts.
    rule : str
        The rule that gave the direction, as `Cue.rule`.
    """

    tokens: Sequence[Token]
    mention: tuple[int, int]
    cue: tuple[int, int]
    word: StanceWord | None = None
    direction: float = 0
    rule: str = ""

    @property
    def is_after(self) -> bool:
        """Whether the word stands after the mention."""
        return self.cue[0] >= self.mention[1]

    @property
    def between(self) -> Sequence[Token]:
        """The tokens between the two, without a speaker between commas."""
        if self.is_after:
            return _without_speaker(self.tokens[self.mention[1] : self.cue[0]])
        return self.tokens[self.cue[1] : self.mention[0]]

    @property
    def before(self) -> Sequence[Token]:
        """The three tokens before the word."""
        return self.tokens[max(0, self.cue[0] - 3) : self.cue[0]]

    @property
    def first(self) -> Token:
        """The first token of the word."""
        return self.tokens[self.cue[0]]

    @property
    def following(self) -> str:
        """The token after the word, in lower case."""
        return self.tokens[self.cue[1]].lower if self.cue[1] < len(self.tokens) else ""

    @property
    def is_verb(self) -> bool:
        """Whether the lexicons list the word as a verb."""
        return self.word is not None and self.word.kind == "verb"


def _without_speaker(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out a speaker between commas: "(the ministry), he says, was not ready"."""
    if tokens and tokens[0].text == ",":
        close = next((i for i in range(1, min(6, len(tokens))) if tokens[i].text == ","), 0)
        if any(item.lower in speech_verbs() for item in tokens[1:close]):
            return tokens[close + 1 :]
    return tokens


def is_negation(token: Token) -> bool:
    """Say whether a word says that something is not so: "not", "never", "didn't"."""
    return token.lower in signals("negation") or token.lower.endswith("n't")


def is_bad(token: Token) -> bool:
    """Say whether the lexicons hold a word against somebody; "against" by itself does not."""
    word = stance_words().get(token.lower)
    return (
        word is not None and token.lower != "against" and min(word.to_object, word.to_subject) < 0
    )


def role(site: Site, word: StanceWord) -> tuple[float, str, str] | None:
    """Say whether the target does or receives what a verb says: direction, rule and role.

    ``None`` when neither does: "was charged with the murder of (the target)".
    """
    if word.kind != "verb":
        return word.to_object, "weak word" if word.kind == "weak" else "description", ""
    passive = _is_passive(site, word)
    by = passive and any(item.lower == "by" for item in site.between[:4])
    if passive and not site.is_after and not by:
        return None
    if passive == site.is_after if site.is_after else not by:
        return word.to_object, "passive" if passive else "verb toward target", "receives"
    return word.to_subject, "passive" if passive else "verb of target", "does"


def _is_passive(site: Site, word: StanceWord) -> bool:
    """Say whether a verb is passive: "was praised", "was shot", "(the target), accused of"."""
    lower = site.first.lower
    bent = lower.endswith(("ed", "en"))
    irregular = lower != word.base and not lower.endswith(("ing", "s"))
    helpers = BE | signals("passive helper")
    if (bent or irregular) and any(item.lower in helpers for item in site.before):
        return True
    reduced = site.is_after and bent and site.following in signals("after a passive")
    return (
        reduced
        and word.to_object != 0  # "boasted of the sale" is no passive
        and all(item.lower not in signals("new subject") for item in site.between)
    )


def _speech_verb(tokens: Sequence[Token], place: int) -> SpeechVerb | None:
    """Return the speech verb at a place; in "(Ruiz)'s comment" the word is a noun."""
    verb = speech_verbs().get(tokens[place].lower)
    noun = verb is not None and tokens[place].lower in {verb.base, f"{verb.base}s"}
    owned = at(tokens, place - 1).lower.endswith("'s")
    return None if noun and owned else verb


def is_own_words(site: Site) -> bool:
    """Say whether a word stands in what the target itself says."""
    tokens, place = site.tokens, site.cue[0]
    first, last = site.mention
    opens = at(tokens, first - 1).text in signals("before a speaker")
    for i in range(last, min(last + 4, len(tokens))):
        if tokens[i].lower in signals("another speaks"):
            break  # "(the ministry), he says, ...": another speaks
        verb = _speech_verb(tokens, i)
        passes_on = verb and verb.colour in {"neutral", "doubts", "commits"}
        if passes_on and not tokens[i].lower.endswith("ing"):
            return place > i or (place < first and opens)
    follows_verb = at(tokens, first - 1).lower in speech_verbs()
    return follows_verb and at(tokens, first - 2).text in signals("before a speaker")


def is_aimed_at_another(site: Site) -> bool:
    """Say whether bad words are about somebody whom the target attacks or fights.

    "(The target) accused the firm of fraud", "a plan of (the target) to prevent abuse".
    """
    place, last = site.cue[0], site.mention[1]
    word = site.word
    may_be_noun = word is not None and (
        word.kind != "verb" or site.first.lower in {word.base, f"{word.base}s"}
    )
    fought = site.tokens[max(last, place - 4) : place]
    if may_be_noun and any(item.lower in signals("fights") for item in fought):
        return True
    for i in range(last, min(last + 4, place)):
        verb = _speech_verb(site.tokens, i)
        passive = site.tokens[i - 1].lower in BE
        passive |= at(site.tokens, i + 1).lower == "with"  # "charged with"
        if verb is not None and verb.colour in {"attacks", "denies", "demands"} and not passive:
            return True
    return False

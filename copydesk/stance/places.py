"""One place of a sentence that may attribute words, what a rule makes of it, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.language.phrases import Phrase, is_party_noun, phrase_before, skip_helpers
from copydesk.language.tokens import BE, Token
from copydesk.lexicons import SpeechVerb, signals

_END = Token(".", ".", 0, 0)


def at(tokens: Sequence[Token], place: int) -> Token:
    """Return the token at a place; a full stop before the first and after the last one."""
    return tokens[place] if 0 <= place < len(tokens) else _END


@dataclass(frozen=True)
class Use:
    """One place that attributes words: tokens ``place`` to ``after`` (not included).

    ``kind`` is "verb", "source" ("according to"), "hidden" ("reportedly"), "label" ("The mayor:"),
    "colon" ("The mayor was blunt: “...”"), "rumour" ("there were fears") or "figure" ("the bank's
    count is 12"); ``earlier`` is who spoke before it in the sentence, if anybody.
    """

    text: str
    tokens: Sequence[Token]
    place: int
    after: int
    kind: str
    verb: SpeechVerb
    earlier: str | None = None

    @property
    def token(self) -> Token:
        """The first token."""
        return self.tokens[self.place]

    @property
    def before(self) -> Token:
        """The token before it; a full stop at the start."""
        return at(self.tokens, self.place - 1)

    @property
    def following(self) -> Token:
        """The token after it; a full stop at the end."""
        return at(self.tokens, self.after)

    @property
    def back(self) -> int:
        """The place of its first helper: "has", "was", "also"; "would" in "would say only that"."""
        back = skip_helpers(self.tokens, self.place)
        return back - (self.only and at(self.tokens, back - 1).lower in {"would", "could"})

    @property
    def only(self) -> bool:
        """Whether "only" stands after it: "would say only that" says something."""
        return self.following.lower == "only"

    @property
    def subject(self) -> Phrase | None:
        """The noun phrase before it; "study" alone in "Toll at record, study finds"."""
        noun, comma = self.before, at(self.tokens, self.place - 2)
        headline = comma.text == "," and noun.is_word and not self.following.is_word
        alone = Phrase(self.place - 1, self.place) if headline and noun.text.islower() else None
        return phrase_before(self.tokens, self.back) or alone

    @property
    def helped(self) -> bool:
        """Whether a form of "be" helps it; an adjective is helped by none."""
        return "adjective" not in self.verb.frame and any(
            token.lower in BE for token in self.tokens[self.back : self.place]
        )

    @property
    def is_base(self) -> bool:
        """Whether it has no ending but -s: such a form may be a noun."""
        base = self.verb.base
        return self.token.lower in {base, base + "s", base + "es"}

    @property
    def is_passive(self) -> bool:
        """Whether a form of "be" makes it a passive; "not" may stand between."""
        negated = self.before.lower == "not" and self.tokens[self.place - 2].lower in BE
        return (self.helped or negated) and not self.token.lower.endswith("ing")

    @property
    def printed(self) -> str:
        """The verb as printed."""
        return self.text[self.token.start : self.tokens[self.after - 1].end]


@dataclass(frozen=True)
class Reading:
    """What a rule makes of a place that attributes words.

    ``words_from`` and ``words_until`` are places of tokens: what was said stands after the one, or
    before the other if ``trails`` is true ("..., he said"). ``whole`` says that the sentence is
    what was said.
    """

    verb: str
    phrase: Phrase | None = None
    speaker: str | None = None
    via: str = ""
    words_from: int = 0
    words_until: int = 0
    trails: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Attribution:
    """Words, and who is said to have said them.

    Attributes
    ----------
    speaker : str or None
        Who speaks: the full name where the text gives one ("he" after a named speaker is that
        name). ``None`` when the text names nobody ("it is believed that").
    role : str
        The office or description that the text prints beside the name, or an empty string.
    verb : str
        The speech verb as printed ("was quoted as saying", "according to"); empty when a
        quotation has none of its own, or a colon stands in its place.
    colour : str
        What the verb does to the words: neutral, doubts, commits, concedes, denies, attacks,
        warns, demands, supports or promises. See ``data/lexicons/speech_verbs.csv``.
    form : str
        ``"direct"`` (all in quotation marks), ``"mixed"`` (partly) or ``"indirect"``.
    words : str
        What was said: exactly ``text[start:end]``.
    via : str
        To whom or through whom it was said ("BBC Urdu"), or an empty string.
    sentence : int
        The number of the sentence, from 1.
    start, end : int
        Character offsets of ``words`` in the text.
    because : str
        Why these words belong to this speaker, in plain words.
    """

    speaker: str | None
    role: str
    verb: str
    colour: str
    form: str
    words: str
    via: str
    sentence: int
    start: int
    end: int
    because: str


def end_of_party(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where who it is ends in a phrase that may run on: "The union | left, saying"."""
    last = phrase.last
    while last > phrase.first and not (
        tokens[last - 1].is_name or is_party_noun(tokens[last - 1].lower)
    ):
        last -= 1
    return last


def is_number(token: Token) -> bool:
    """Say whether a token is a number in digits or words."""
    return token.text[0].isdigit() or token.lower in signals("number")

"""Where a sentence says that somebody says something: a verb, a source, a colon or a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.language.phrases import (
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Phrase,
    Token,
    phrase_before,
    skip_helpers,
)
from copydesk.language.rule import Rule, decide
from copydesk.lexicons import SpeechVerb, party_nouns, signals, speech_verbs, states

_END = Token(".", ".", 0, 0)


@dataclass(frozen=True)
class Use:
    """One place that attributes words: tokens ``place`` to ``after`` (not included).

    ``kind`` is "verb", "source" ("according to"), "hidden" ("reportedly"), "label" ("The mayor:"),
    "rumour" ("there were fears") or "figure" ("the bank's count is 12").
    """

    text: str
    tokens: Sequence[Token]
    place: int
    after: int
    kind: str
    verb: SpeechVerb

    @property
    def token(self) -> Token:
        """The first token."""
        return self.tokens[self.place]

    @property
    def before(self) -> Token:
        """The token before it; a full stop at the start."""
        return self.tokens[self.place - 1] if self.place else _END

    @property
    def following(self) -> Token:
        """The token after it; a full stop at the end."""
        return self.tokens[self.after] if self.after < len(self.tokens) else _END

    @property
    def back(self) -> int:
        """The place of its first helper: "has", "was", "also"."""
        return skip_helpers(self.tokens, self.place)

    @property
    def helped(self) -> bool:
        """Whether a form of "be" helps it."""
        return any(token.lower in BE for token in self.tokens[self.back : self.place])

    @property
    def is_base(self) -> bool:
        """Whether it has no ending but -s: such a form may be a noun."""
        base = self.verb.base
        return self.token.lower in {base, base + "s", base + "es"}

    @property
    def is_passive(self) -> bool:
        """Whether a form of "be" stands shortly before it."""
        near = self.tokens[max(0, self.place - 3) : self.place]
        return any(item.lower in BE for item in near) and not self.token.lower.endswith("ing")

    @property
    def printed(self) -> str:
        """The verb as printed."""
        return self.text[self.token.start : self.tokens[self.after - 1].end]


def is_number(token: Token) -> bool:
    """Say whether a token is a number in digits or words."""
    return token.text[0].isdigit() or token.lower in signals("number")


def _gives_a_number(use: Use) -> bool:
    """Say whether a figure follows: "counted 12 cases", "put the dead at 12"."""
    after = use.tokens[use.after : use.after + 14]
    near = any(is_number(token) for token in after[:3])
    at = any(token.lower in {"at", "as"} and is_number(number) for token, number in pairwise(after))
    return near or at


def _has_plural_subject(use: Use) -> bool:
    """Say whether "claim" can be a verb here: after "officials" it can, after "the new" not."""
    if use.place > 1 and use.tokens[use.place - 2].lower in {"a", "an"}:
        return False
    phrase = phrase_before(use.tokens, use.back)
    words = [use.before, *use.tokens[phrase.first : phrase.last]] if phrase else [use.before]
    for word, link in pairwise([*words[1:], use.tokens[0]]):  # "officials | in Kabul say"
        if word.lower.endswith("s") and link.lower in PREPOSITIONS:
            return True
    plural = use.before.lower.endswith("s") or use.before.lower in signals("plural")
    return use.before.quoted or plural or use.before.lower in PRONOUNS


def _has_another_sense(use: Use) -> bool:
    """Say whether a verb with other senses stands without "that", a colon or a quotation."""
    after = {item.lower for item in use.tokens[use.after : use.after + 3]}
    beside = use.tokens[max(0, use.place - 2) : use.place + 3]
    announced = after & {"that", ":"} or any(item.quoted for item in beside)
    trails = use.before.text == "," or ends_the_sentence(use)
    return not (announced or use.is_passive or trails)


def ends_the_sentence(use: Use) -> bool:
    """Say whether the words come first: "It rained, the mayor stated." """
    rest = [token for token in use.tokens[use.after :] if token.is_word]
    phrase = phrase_before(use.tokens, use.back) if not rest else None
    return phrase is not None and phrase.first > 1 and use.tokens[phrase.first - 1].text == ","


def _opens_vaguely(use: Use) -> bool:
    phrase = phrase_before(use.tokens, use.back)
    return phrase is not None and use.tokens[phrase.first].lower in {"a", "an", "any", "some"}


def _is_headline(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    return sum(token.is_name for token in words) > 0.8 * len(words)


NO_SPEECH: tuple[Rule[Use], ...] = (
    Rule(
        "a noun or an infinitive",
        gives="no speech",
        because="a small word before “{0}” makes it a noun or an infinitive",
        test=lambda use: (
            (use.before.lower in DETERMINERS | MODALS | PREPOSITIONS and use.token.text)
            or (use.before.lower.endswith("'s") and use.token.text)
        ),
        examples=(
            "The claims the mayor hated.",
            "He wanted to say more.",
            "The mayor’s claim was old.",
        ),
        leaves_alone=("Officials claim it rained.",),
    ),
    Rule(
        "a part of a name",
        gives="no speech",
        because="the capital of “{0}” makes it a part of a name",
        test=lambda use: (
            use.place > 0 and use.token.is_name and not _is_headline(use.tokens) and use.token.text
        ),
        examples=("Islamic State fighters left.",),
        leaves_alone=("Harbour Not Safe, Says Mayor",),
    ),
    Rule(
        "as saying belongs to quoted",
        gives="no speech",
        because="“as {0}” goes on from “quoted”",
        test=lambda use: (
            use.before.lower == "as" and use.token.lower == "saying" and use.token.text
        ),
        examples=("The mayor was heard as saying it rained.",),
        leaves_alone=("The mayor left, saying it rained.",),
    ),
    Rule(
        "who is asked",
        gives="no speech",
        because="“{0}” tells of who is asked",
        test=lambda use: (
            use.verb.base == "ask"
            and (use.following.lower in {"to", "not", "of"} or use.before.lower in STOPS)
            and use.token.text
        ),
        examples=("Drivers asked to wait left.", "The mayor left although asked twice."),
        leaves_alone=("The mayor asked whether it rained.",),
    ),
    Rule(
        "a count without a number",
        gives="no speech",
        because="no number follows “{0}”",
        test=lambda use: (
            use.verb.frame == "number"
            and (is_number(use.before) or not _gives_a_number(use))
            and use.token.text
        ),
        examples=("The harbour office counted the ships.", "In nine counts 12 ships were old."),
        leaves_alone=("The harbour office counted nine ships.",),
    ),
    Rule(
        "another sense",
        gives="no speech",
        because="“{0}” speaks only beside “that”, a colon or a quotation",
        test=lambda use: use.verb.frame == "that" and _has_another_sense(use) and use.token.text,
        examples=("The group maintains a road.",),
        leaves_alone=("The group maintains that it rained.", "It rained, the mayor stated."),
    ),
    Rule(
        "a passive of another sense",
        gives="no speech",
        because="“{0}” speaks only with its subject before it",
        test=lambda use: use.verb.frame == "active" and use.is_passive and use.token.text,
        examples=("The ferryman was named a captain.",),
        leaves_alone=("The mayor named the captain.",),
    ),
    Rule(
        "who is called so",
        gives="no speech",
        because="“{0}” says how somebody is called",
        test=lambda use: (
            use.verb.frame == "active"
            and not use.is_base
            and _opens_vaguely(use)
            and use.token.text
        ),
        examples=("A group called Ferry Friends left.",),
        leaves_alone=("The mayor called the plan late.",),
    ),
    Rule(
        "by without a passive",
        gives="no speech",
        because="“{0} by” attributes nothing without “was”",
        test=lambda use: use.following.lower == "by" and not use.is_passive and use.token.text,
        examples=("The mayor read figures reported by the bank.",),
        leaves_alone=("The plan was condemned by the union.",),
    ),
    Rule(
        "a noun before a verb or a preposition",
        gives="no speech",
        because="what follows “{0}” makes it a noun",
        test=lambda use: (
            use.is_base
            and use.following.lower in BE | {"of", "from", "against"}
            and use.verb.frame != "number"
            and use.token.text
        ),
        examples=("Officials demands are late.", "Old claims of the mayor grew."),
        leaves_alone=("Officials claim it rained.",),
    ),
    Rule(
        "a base form without a plural subject",
        gives="no speech",
        because="the word before “{0}” cannot be its subject",
        test=lambda use: (
            use.token.lower == use.verb.base
            and use.verb.frame != "number"
            and not _has_plural_subject(use)
            and use.token.text
        ),
        examples=("A new claim reached the mayor.",),
        leaves_alone=("Officials claim it rained.",),
    ),
)
"""When a form of a speech verb says nothing."""


def uses(text: str, tokens: Sequence[Token], counters: frozenset[str]) -> Iterator[Use]:
    """Yield every place of a sentence that attributes words.

    Parameters
    ----------
    text : str
        The whole text.
    tokens : sequence of Token
        The sentence, its quotations folded.
    counters : frozenset of str
        The last words of bodies that gave a figure before, in lower case: "PIPS has 306 attacks".
    """
    label = _label(tokens)
    if label:
        yield Use(text, tokens, label.last, label.last + 1, "label", SpeechVerb("", "neutral", ""))
    for place, token in enumerate(tokens):
        if not token.is_word:
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        pair = f"{token.lower} {following}"
        verb, length = speech_verbs().get(pair), 2
        if verb is None:
            verb, length = speech_verbs().get(token.lower), 1
        rumour = _rumour(tokens, place)
        if rumour:
            yield Use(text, tokens, place, rumour, "rumour", SpeechVerb("", "doubts", ""))
        elif pair in signals("source"):
            yield Use(text, tokens, place, place + 2, "source", SpeechVerb(pair, "neutral", ""))
        elif token.lower in signals("hidden speaker"):
            yield Use(
                text, tokens, place, place + 1, "hidden", SpeechVerb(token.lower, "doubts", "")
            )
        elif _is_figure(tokens, place, counters):
            yield Use(
                text, tokens, place, place + 1, "figure", SpeechVerb(token.lower, "neutral", "")
            )
        elif verb is not None:
            use = Use(text, tokens, place, place + length, "verb", verb)
            if decide(NO_SPEECH, use) is None:
                yield use


def _label(tokens: Sequence[Token]) -> Phrase | None:
    """Find who opens a line before a colon: "The mayor: it rained", "* Harbour Office: 12 ships"."""
    first = next((i for i, token in enumerate(tokens[:2]) if token.is_word), None)
    colon = next((i for i, token in enumerate(tokens[:12]) if token.text == ":"), None)
    if first is None or colon is None or colon + 2 >= len(tokens):
        return None
    run = tokens[first:colon]
    names = [t for t in run if t.lower not in PREPOSITIONS | DETERMINERS | {"and"}]
    if not names or not all(token.is_word for token in run):
        return None
    is_party = party_nouns().get(run[-1].lower) is not None
    is_body = len(names) > 1 and all(token.is_name for token in names)
    is_body = is_body and is_number(tokens[colon + 1])
    shouts = all(token.text.isupper() for token in run)
    is_place = run[-1].lower in states()
    return Phrase(first, colon) if (is_party or is_body) and not (shouts or is_place) else None


def _rumour(tokens: Sequence[Token], place: int) -> int | None:
    """Return where the words begin in "there were fears | that it would rain"."""
    if tokens[place].lower != "there" or tokens[place + 1 : place + 2] == []:
        return None
    near = tokens[place + 2 : place + 6]
    if tokens[place + 1].lower not in BE | {"have", "has"}:
        return None
    for i, (noun, that) in enumerate(pairwise(near)):
        if noun.lower in signals("rumour") and that.lower == "that":
            return place + 3 + i
    return None


def _is_figure(tokens: Sequence[Token], place: int, counters: frozenset[str]) -> bool:
    """Say whether a body's own figure is given: "the bank's count is 12", "CRSS has 12 cases"."""
    if place == 0 or place + 1 >= len(tokens) or not is_number(tokens[place + 1]):
        return False
    before = tokens[place - 1]
    if tokens[place].lower in BE:
        named = place > 1 and tokens[place - 2].is_name
        return before.lower in signals("figure") and named
    has = tokens[place].lower in {"has", "had", "have"}
    year = place > 2 and re.fullmatch(r"\d{4}", before.text) and tokens[place - 3]
    return has and (before.lower in counters or bool(year and year.lower in counters))

"""When a form of a speech verb says nothing: "a claim", "wanted to say", "maintained the road"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from copydesk.language.phrases import phrase_before
from copydesk.language.rule import Rule
from copydesk.language.tokens import BE, DETERMINERS, PREPOSITIONS, PRONOUNS, Token
from copydesk.lexicons import signals
from copydesk.stance.places import Use, is_number


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
    trails = use.before.text == "," or _ends_the_sentence(use)
    return not (announced or use.is_passive or trails)


def _ends_the_sentence(use: Use) -> bool:
    """Say whether the words come first: "It rained, the mayor stated"."""
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
            (use.before.lower in DETERMINERS | PREPOSITIONS or use.before.lower.endswith("'s"))
            and use.token.text
        ),
        examples=(
            "The claims the mayor hated.",
            "The group with demands left.",
            "The mayor’s claims hurt.",
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
        examples=("The Daily Reports sold well.",),
        leaves_alone=("Harbour Not Safe, Says Mayor",),
    ),
    Rule(
        "as saying belongs to quoted",
        gives="no speech",
        because="“as {0}” goes on from “quoted”",
        test=lambda use: (
            use.before.lower == "as" and use.token.lower == "saying" and use.token.text
        ),
        examples=("Ruiz was quoted in Lisbon as saying it rained.",),
        leaves_alone=("The mayor left, saying it rained.",),
    ),
    Rule(
        "who is asked",
        gives="no speech",
        because="“{0}” tells of who is asked",
        test=lambda use: (
            use.verb.base == "ask" and use.following.lower in {"to", "not", "of"} and use.token.text
        ),
        examples=(
            "Drivers asked to wait left.",
            "Drivers asked not to wait left.",
            "Questions asked of the crew grew.",
        ),
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
        examples=(
            "The harbour office counted the ships.",
            "The officials list 12 counts ten days later.",
        ),
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
        examples=("The ferryman was called a captain.",),
        leaves_alone=("The mayor called the plan late.",),
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
            use.is_base and use.following.lower in BE | {"of", "from", "against"} and use.token.text
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

"""When a form of a speech verb says nothing: "a claim", "wanted to say", "maintained the road"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from copydesk.language.phrases import is_party_noun, phrase_after, phrase_before
from copydesk.language.rule import Rule
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
    words_of,
)
from copydesk.lexicons import party_nouns, signals
from copydesk.stance.places import Use, at, is_number
from copydesk.stance.words_said import comes_after_the_words


def _gives_a_number(use: Use) -> bool:
    """Say whether a figure follows: "counted 12 cases", "put the dead at 12"."""
    after = use.tokens[use.after : use.after + 14]
    if use.is_passive:  # "12 cases were recorded by the bank"
        return any(is_number(token) for token in use.tokens[max(0, use.back - 8) : use.back])
    near = any(is_number(token) for token in after[:3])
    at = any(token.lower in {"at", "as"} and is_number(number) for token, number in pairwise(after))
    return near or at


def _has_plural_subject(use: Use) -> bool:
    """Say whether "claim" can be a verb here: after "officials" it can, after "the new" not."""
    if at(use.tokens, use.place - 2).lower in {"a", "an"}:
        return False
    phrase = phrase_before(use.tokens, use.back)
    words = [use.before, *use.tokens[phrase.first : phrase.last]] if phrase else [use.before]
    if phrase and use.before.lower in {"who", "which"}:
        words[0] = words[-1]  # "allies, who claim"
    for word, link in pairwise([*words[1:], use.tokens[0]]):  # "officials | in Kabul say"
        if _is_plural(word) and link.lower in PREPOSITIONS:
            return True
    return use.before.quoted or _is_plural(words[0]) or words[0].lower in PRONOUNS


def _is_plural(token: Token) -> bool:
    ends = token.lower.endswith("s") and not token.lower.endswith(("us", "ss", "is"))  # "status"
    return ends or token.lower in signals("plural")


def _has_another_sense(use: Use) -> bool:
    """Say whether a verb with other senses stands without "that", a colon or a quotation."""
    # "wrote to the council to say that", "wrote in a letter, “...”"
    where = use.following.lower in signals("how and when")
    reach = 16 if use.following.lower == "to" else 10 if where else 3
    after = {item.lower for item in use.tokens[use.after : use.after + reach]}
    reach = 3 if use.following.lower == "to" else reach
    beside = use.tokens[max(0, use.place - 2) : use.place + reach]
    announced = after & {"that", ":"} or any(item.quoted for item in beside) or _opens_clause(use)
    apart = use.is_passive or _names_last(use) or _interrupts(use) or _words_come_first(use)
    return not (announced or apart)


def _interrupts(use: Use) -> bool:
    """Say whether it stands between commas in the words: "The trial, Ruiz believes, is over"."""
    phrase = phrase_before(use.tokens, use.back)
    before = at(use.tokens, phrase.first - 1).text if phrase and phrase.first else ""
    return before == use.following.text == ","


def _opens_clause(use: Use) -> bool:
    """Say whether a clause follows: "argued | it was late", "believe the plan has failed"."""
    phrase = phrase_after(use.tokens, use.after)
    verb = use.tokens[phrase.last].lower if phrase and phrase.last < len(use.tokens) else ""
    return verb in (BE | HAVE | MODALS) - {"to"}


def _names_last(use: Use) -> bool:
    """Say whether the subject ends the sentence: "It rained, stated the mayor"."""
    phrase = phrase_after(use.tokens, use.after) if use.before.text == "," else None
    return phrase is not None and not any(t.is_word for t in use.tokens[phrase.last :][:1])


_NOBODY = words_of("no nor nobody none")


def _ends_with_people(use: Use) -> bool:
    """Say whether people and no more stand after a verb: "Rents to rise, | warn | drivers"."""
    phrase = phrase_after(use.tokens, use.after) if use.before.text == "," else None
    last = use.tokens[phrase.last - 1].lower if phrase else ""
    ends = phrase is not None and not at(use.tokens, phrase.last).is_word
    return ends and last.endswith("s") and is_party_noun(last)


def _nobody(use: Use) -> str | None:
    """Return what says that nobody speaks: "no", "neither ... nor"."""
    phrase = use.subject
    if phrase is None or use.is_passive:
        return None
    low = phrase.first - (at(use.tokens, phrase.first - 1).lower == "nor")
    words = (token.text for token in use.tokens[low : phrase.last][:2])
    return next((word for word in words if word.lower() in _NOBODY), None)


def _says_nothing(use: Use) -> str | None:
    """Return a passive that tells of no act: "no date was announced", "it will be announced"."""
    if not use.is_passive:
        return None
    phrase = phrase_before(use.tokens, use.back)
    no = phrase is not None and use.tokens[phrase.first].lower == "no"
    return use.token.text if no or at(use.tokens, use.back - 1).lower in MODALS else None


def _is_beside_a_noun(use: Use) -> bool:
    """Say whether a form in -ing describes what stands before it: "a light insisting"."""
    before = use.before.lower
    bent = use.token.lower.endswith("ing") and not use.helped and use.before.is_word
    noun = bent and before not in STOPS | {"and", "or"} and not before.endswith("ly")
    return noun and party_nouns().get(before.removesuffix("s")) is None


def _words_come_first(use: Use) -> bool:
    """Say whether words end before the subject: "It rained, the mayor stated on Monday"."""
    phrase = use.subject
    if phrase is None:
        return False
    tokens, mark = use.tokens, at(use.tokens, phrase.first - 1)
    if mark.quoted or (mark.text == "," and at(tokens, phrase.first - 2).quoted):
        return True
    opens = tokens[0].lower in PREPOSITIONS | STOPS | TIME
    trails = comes_after_the_words(tokens, use.after, phrase.first)
    return mark.text == "," and trails and not opens


def _opens_vaguely(use: Use) -> bool:
    """Say whether a participle stands beside its noun: "a group called Ferry Friends"."""
    phrase = phrase_before(use.tokens, use.back)
    if phrase is None or phrase.last < use.back or use.token.lower.endswith("ing"):
        return False
    return use.tokens[phrase.first].lower in {"a", "an", "any", "some"}


def _is_headline(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    return sum(token.is_name for token in words) > 0.8 * len(words)


_AFTER_A_NOUN = (BE | HAVE | MODALS | {"of", "from", "against"}) - {"to"}

_BEFORE_A_NOUN = (DETERMINERS | PREPOSITIONS) - {"another", "each"}  # "another said"

_SAY_NOTHING: set[Rule[Use]] = {
    Rule(
        "a noun or an infinitive",
        gives="no speech",
        because="a small word before “{0}” makes it a noun or an infinitive",
        test=lambda use: (
            (use.before.lower in _BEFORE_A_NOUN or use.before.lower.endswith("'s"))
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
        test=lambda use: use.token.is_name and not _is_headline(use.tokens) and use.token.text,
        examples=("The Daily Reports sold well.", "Harbour Reports it rained."),
        leaves_alone=("Roof Not Safe for the Crew, Says Mayor",),
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
        test=lambda use: "that" in use.verb.frame and _has_another_sense(use) and use.token.text,
        examples=("The group maintains a road.",),
        leaves_alone=(
            "The group maintains that it rained.",
            "It rained, the mayor stated.",
            "The roof, the mayor believes, will hold.",
        ),
    ),
    Rule(
        "a passive of another sense",
        gives="no speech",
        because="“{0}” speaks only with its subject before it",
        test=lambda use: "active" in use.verb.frame and use.is_passive and use.token.text,
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
            use.is_base
            and use.verb.base not in signals("never a noun")
            and (use.following.lower in _AFTER_A_NOUN or use.following.lower.endswith("n't"))
            and use.token.text
        ),
        examples=(
            "Officials demands are late.",
            "Old claims of the mayor grew.",
            "Old promises haven’t helped.",
        ),
        leaves_alone=("Officials claim it rained.",),
    ),
    Rule(
        "nothing was said",
        gives="no speech",
        because="“no” or “will” before “{0}”: nothing was said so far",
        test=_says_nothing,
        examples=("No date was announced.", "The date will be announced."),
        leaves_alone=("The date was announced.",),
    ),
    Rule(
        "a subject that is nobody",
        gives="no speech",
        because="“{0}” before the verb: nobody says it",
        test=_nobody,
        examples=(
            "No sailor said that it rained.",
            "None of the officials said that it rained.",
            "Neither Ruiz nor the army said that it rained.",
            "“It rained,” no sailor said.",
        ),
        leaves_alone=("The mayor said that nobody left.", "There was no rain, the mayor said."),
    ),
    Rule(
        "a participle beside its noun",
        gives="no speech",
        because="“{0}” describes the noun before it",
        test=lambda use: _is_beside_a_noun(use) and use.token.text,
        examples=("The mayor saw a light insisting on it.",),
        leaves_alone=("The mayor left, insisting that it rained.", "A nurse claiming it left."),
    ),
    Rule(
        "thanks to",
        gives="no speech",
        because="“{0} to” gives a cause",
        test=lambda use: (
            use.token.lower == "thanks" and use.following.lower == "to" and use.token.text
        ),
        examples=("The ferry thanks to the crew sailed.",),
        leaves_alone=("The mayor thanks the crew.",),
    ),
    Rule(
        "a base form without a plural subject",
        gives="no speech",
        because="the word before “{0}” cannot be its subject",
        test=lambda use: (
            use.token.lower == use.verb.base
            and use.verb.frame not in {"number", "that adjective"}
            and not (use.verb.base == "read" and _words_come_first(use))  # a past form too
            and not use.only  # "would say only that"
            and not _ends_with_people(use)  # "Rents to rise, warn drivers"
            and not _has_plural_subject(use)
            and use.token.text
        ),
        examples=("A new claim reached the mayor.",),
        leaves_alone=("Officials claim it rained.",),
    ),
}

NO_SPEECH: tuple[Rule[Use], ...] = tuple(sorted(_SAY_NOTHING, key=lambda rule: rule.name))
"""When a form of a speech verb says nothing; one that fires is enough, so any order will do."""

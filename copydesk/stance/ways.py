"""Who speaks: one rule for each way in which English news prose gives words to a speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.language.phrases import Phrase
from copydesk.language.rule import Rule
from copydesk.stance.nouns_of_saying import noun, view
from copydesk.stance.places import Reading, Use, at
from copydesk.stance.readings import (
    between_commas,
    by,
    colon,
    earlier_speaker,
    figure,
    is_joined,
    named_last,
    passive,
    printed,
    quoted_as_saying,
    quotes_another,
    source,
    speaker_after,
    speaker_before,
    subject,
    told,
)


@dataclass(frozen=True)
class Way(Rule[Use]):
    """A way to name a speaker: where ``test`` holds, ``read`` finds the speaker and the words."""

    read: Callable[[Use], Reading | None] = lambda place: None


def _is_quoted_before(use: Use) -> bool:
    return at(use.tokens, use.place - 1 - (use.before.text == ",")).quoted


def _is_passive(use: Use) -> bool:
    """Say whether who does it may be hidden; who "was told" is a listener."""
    bent = use.helped and not use.token.lower.endswith("ing") and not use.is_base
    return use.kind == "verb" and bent and use.verb.base not in {"tell", "quote"}


def _is_active(use: Use) -> bool:
    passive = use.helped and not use.token.lower.endswith("ing")
    return use.kind == "verb" and not passive and use.verb.base != "quote"


_APART: set[Way] = {
    Way(
        "a source",
        gives="speaker",
        because="“{0}” names the source",
        test=lambda use: use.kind == "source" and use.printed.lower(),
        read=source,
        examples=("According to the mayor, it rained.", "It rained, according to the mayor."),
        leaves_alone=("The mayor said it rained.",),
    ),
    Way(
        "somebody said it",
        gives="hidden",
        because="“{0}” says that somebody said it, and names nobody",
        test=lambda use: use.kind == "hidden" and use.earlier is None and use.printed,
        read=lambda use: Reading(use.printed.lower(), whole=True),
        examples=("The group has reportedly left.",),
        leaves_alone=("The mayor said that the group had left.",),
    ),
    Way(
        "a rumour",
        gives="hidden",
        because="“{0}” does not name who says it",
        test=lambda use: use.kind == "rumour" and use.printed,
        read=lambda use: Reading(
            use.printed,
            words_from=use.after,
            words_until=use.place,
            trails=use.following.text == ".",
        ),
        examples=("There were fears that it would rain.", "It rained, it has emerged."),
        leaves_alone=("There were ships that left.",),
    ),
    Way(
        "a label",
        gives="speaker",
        because="the speaker stands before a colon",
        test=lambda use: use.kind == "label",
        read=lambda use: Reading(
            "",
            Phrase(next(i for i, token in enumerate(use.tokens) if token.is_word), use.place),
            words_from=use.after,
        ),
        examples=("The mayor: it rained at noon.",),
        leaves_alone=("At noon: it rained.",),
    ),
    Way(
        "a label at the end",
        gives="speaker",
        because="the speaker stands after a colon at the end",
        test=lambda use: use.kind == "label last",
        read=lambda use: Reading(
            "", Phrase(use.after, len(use.tokens)), words_until=use.place, trails=True
        ),
        examples=("Bridge is not safe: harbour minister", "“Bridge not safe”: Ruiz"),
        leaves_alone=("The mayor said this: it rained.", "Who will win: Ruiz"),
    ),
    Way(
        "a quotation after a colon",
        gives="speaker",
        because="the sentence is about who speaks after its colon",
        test=lambda use: use.kind == "colon",
        read=colon,
        examples=("The mayor was blunt: “The road is shut.”", "She was blunt: “No.”"),
        leaves_alone=("The sign was blunt: “No.”", "The mayor faced one question: “Why?”"),
    ),
    Way(
        "a figure of a body",
        gives="speaker",
        because="the text gives the figure as that of this body",
        test=lambda use: use.kind == "figure",
        read=figure,
        examples=("The Harbour Office count is 12.",),
        leaves_alone=("The count is 12.",),
    ),
    Way(
        "a noun of saying",
        gives="speaker",
        because="whose “{0}” it is speaks",
        test=lambda use: use.kind == "noun" and use.printed,
        read=noun,
        examples=(
            "The mayor’s claim that it rained hurt the crew.",
            "A warning by the mayor that it rained hurt the crew.",
        ),
        leaves_alone=("The claim that was made hurt the mayor.", "The mayor said it rained."),
    ),
    Way(
        "a view",
        gives="speaker",
        because="the words give somebody’s “{0}”",
        test=lambda use: use.kind == "view" and use.printed,
        read=view,
        examples=("In the mayor’s view, it rained.", "It rained, in the view of the mayor."),
        leaves_alone=("The mayor’s view was blocked by rain.",),
    ),
    Way(
        "quoted as saying",
        gives="speaker",
        because="the subject of “{0}” is the speaker",
        test=lambda use: use.verb.base == "quote" and use.helped and "quoted as saying",
        read=quoted_as_saying,
        examples=("“No,” Ruiz was quoted as saying by Radio Sud.",),
        leaves_alone=("The mayor said no.",),
    ),
    Way(
        "quotes another",
        gives="speaker",
        because="who is quoted as saying it is the speaker, and who quotes is the channel",
        test=lambda use: use.verb.base == "quote" and not use.helped,
        read=quotes_another,
        examples=("“No,” Radio Sud quoted Ruiz as saying.",),
        leaves_alone=("Radio Sud said no.",),
    ),
    Way(
        "by after a passive",
        gives="speaker",
        because="“by” after “{0}” names the speaker",
        test=lambda use: _is_passive(use) and printed(use, use.after),
        read=by,
        examples=("The plan was condemned by the union.",),
        leaves_alone=("The union condemned the plan.",),
    ),
    Way(
        "a passive without by",
        gives="hidden",
        because="“{0}” has no “by”: the text does not name who says it",
        test=lambda use: _is_passive(use) and by(use) is None and printed(use, use.after),
        read=passive,
        examples=("The group is believed to have left.",),
        leaves_alone=("The mayor believes that the group has left.",),
    ),
    Way(
        "who is told",
        gives="hidden",
        because="“{0}” names who hears it, and not who says it",
        test=lambda use: use.verb.base == "tell" and use.is_passive and printed(use, use.after),
        read=told,
        examples=("It rained, the judge was told.", "The judge was told that it rained."),
        leaves_alone=("The mayor told the judge that it rained.",),
    ),
    Way(
        "after a quotation",
        gives="speaker",
        because="the speaker stands after “{0}”",
        test=lambda use: _is_active(use) and _is_quoted_before(use) and use.printed,
        read=speaker_after,
        examples=("“It is safe,” said Ana Ruiz.",),
        leaves_alone=("Ana Ruiz said it was safe.",),
    ),
    Way(
        "named last",
        gives="speaker",
        because="the speaker stands after “{0}” and a comma",
        test=lambda use: (
            _is_active(use)
            and use.before.text == ","
            and not use.helped
            and use.verb.base != "tell"  # it has its listener there
            and not use.token.lower.endswith("ing")
            and use.printed
        ),
        read=named_last,
        examples=("Bridge not safe in winter, says harbour minister",),
        leaves_alone=("The mayor said it rained.",),
    ),
    Way(
        "between commas",
        gives="speaker",
        because="the speaker and “{0}” stand between commas inside the words",
        test=lambda use: _is_active(use) and use.printed,
        read=between_commas,
        examples=("The bridge, the mayor says, was not safe.",),
        leaves_alone=("The mayor said it rained.",),
    ),
}

_IN_TURN = (
    Way(
        "before the verb",
        gives="speaker",
        because="the speaker stands before “{0}”",
        test=lambda use: _is_active(use) and use.printed,
        read=speaker_before,
        examples=("Ana Ruiz said it rained.",),
        leaves_alone=("“It rained,” said Ana Ruiz.",),
    ),
    Way(
        "goes on",
        gives="speaker",
        because="“{0}” goes on from the speaker before it in the sentence",
        test=lambda use: (
            _is_active(use) and not use.helped and use.earlier is not None and use.printed
        ),
        read=earlier_speaker,
        examples=("The cook left, but the union said it was late, and blamed the mayor.",),
        leaves_alone=("The union said it was late.",),
    ),
    Way(
        "the subject goes on",
        gives="speaker",
        because="the subject of the sentence goes on to speak with “{0}”",
        test=lambda use: _is_active(use) and is_joined(use) and use.printed,
        read=subject,
        examples=(
            "The union left, saying it was late.",
            "The union left but, in a letter to the mayor, denied that it was late.",
        ),
        leaves_alone=("The union said it was late.",),
    ),
)
"""Where none of the others finds a speaker, these are tried in this order."""

WAYS: tuple[Way, ...] = (*sorted(_APART, key=lambda way: way.name), *_IN_TURN)
"""The first that fires and finds a speaker decides."""

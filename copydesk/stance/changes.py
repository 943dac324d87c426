"""What the words around a cue do to it: "not" turns it round, "will" leaves a part of it.

Each rule has the share that it leaves. A share of 0 sets the cue aside. The shares were chosen by
hand on the training part of NewsMTSC (Hamborg and Donnay 2021), each one checked on both halves of
it. The target of an example stands in square brackets.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from copydesk.language.rule import Rule
from copydesk.language.tokens import BE, DETERMINERS, PREPOSITIONS, PRONOUNS
from copydesk.lexicons import labels, signals, speech_verbs
from copydesk.stance.places import at
from copydesk.stance.sites import Site, is_aimed_at_another, is_negation, is_own_words


@dataclass(frozen=True)
class Change(Rule[Site]):
    """A rule that leaves a share of a cue; ``gives`` is what `Cue.rule` adds, if anything."""

    share: float = 0


def _negation(site: Site) -> str | None:
    """Return what says that something is not so, or not done: "not", "refused to"."""
    for one, two in itertools.pairwise([*site.before, site.first]):
        refuses = one.lower in signals("refuses") and two.lower == "to"
        if (is_negation(one) and two.lower != "only") or refuses:
            return one.text
    return None


def _wish(site: Site) -> str | None:
    found = (item.text for item in site.before if item.lower in signals("not yet done"))
    return next(found, None) if site.is_verb else None


def _than(site: Site) -> bool:
    return not site.is_after and any(item.lower == "than" for item in site.between[-2:])


def _tells_how(site: Site) -> bool:
    """Say whether a verb ends a quotation: "“Maybe,” (the target) laughed"."""
    first = site.mention[0]
    first -= at(site.tokens, first - 1).lower in DETERMINERS
    alone = site.is_verb and site.is_after and not site.between
    return alone and at(site.tokens, first - 1).text in {"”", '"'}


def _part_of_a_name(site: Site) -> bool:
    """Say whether a word is one of a name. In a headline, a capital says nothing."""
    place, end = site.cue
    if not place or not site.first.is_name:
        return False
    words = [token for token in site.tokens[1:] if token.is_word]
    headline = 5 * sum(token.is_name for token in words) > 3 * len(words)
    beside = (site.tokens[place - 1], *site.tokens[end : end + 1])
    return not headline and any(token.is_name for token in beside)


def _bare_event(site: Site) -> bool:
    """Say whether a word is the noun of an event: "an attack", "more attacks"."""
    base = site.word.base if site.is_verb and site.word else ""
    lower, before = site.first.lower, site.before[-1] if site.before else None
    if base not in signals("event") or lower not in {base, f"{base}s"}:
        return False
    articles = [item.lower in DETERMINERS for item in site.before[-2:]]  # "a deadly attack"
    if before is None or any(articles):
        return True
    is_subject = before.is_name or before.lower in PRONOUNS
    return lower != base and before.is_word and not is_subject


def _of_an_event(site: Site) -> bool:
    """Say whether a word describes an event: "a deadly | attack"."""
    return not site.is_verb and site.following in signals("event")


def _suffers(site: Site) -> bool:
    """Say whether the target suffers an event: "(the post) was attacked", by whom not said.

    Who is attacked by a party, or for something, may be attacked in words.
    """
    base = site.word.base if site.word else ""
    event = site.rule == "passive" and base in signals("event")
    return event and site.following not in {"by", "for", "as"}


def _is_listener(site: Site) -> bool:
    """Say whether the target only hears what is said: "told [the judge]"."""
    first = site.mention[0]
    first -= bool(first) and site.tokens[first - 1].lower in DETERMINERS
    verb = speech_verbs().get(site.tokens[first - 1].lower) if first else None
    return verb is not None and verb.base in {"tell", "ask"} and site.cue[1] < first


def _inside_a_charge(site: Site) -> bool:
    """Say whether the target stands in a charge against another: "accused Ruiz of | ..."."""
    first, tokens = site.mention[0], site.tokens
    low = max(0, first - 12)
    links = [i for i in range(low, first) if tokens[i].lower in {"of", "for"}]
    for link in links if site.cue[0] < first else []:
        charge = [item for item in tokens[link + 1 : first] if item.lower not in DETERMINERS]
        verbs = (speech_verbs().get(item.lower) for item in tokens[low : link - 1])
        if charge and any(verb is not None and verb.colour == "attacks" for verb in verbs):
            return True
    return False


def _label_of_another(site: Site) -> bool:
    beside = DETERMINERS | BE | {","}
    is_label = site.word is not None and site.word.base in labels()
    return is_label and any(item.lower not in beside for item in site.between)


def _past_another_name(site: Site) -> bool:
    own = site.is_after or "own words" in site.rule
    return not own and any(item.is_name for item in site.between)


def _through_another_noun(site: Site) -> bool:
    """Say whether a preposition stands between: the word belongs to what stands before it."""
    links = PREPOSITIONS - {"of"}
    return "own words" not in site.rule and any(item.lower in links for item in site.between)


TURNS: tuple[Change, ...] = (
    Change(
        "not bad is no praise",
        gives="negated",
        because="“{0}” before it answers a charge",
        share=0,
        test=lambda site: site.direction <= 0 and _negation(site),
        examples=("[The ferryman] is not corrupt.", "[The ferryman] is not biased."),
        leaves_alone=("[The ferryman] is corrupt.",),
    ),
    Change(
        "not good is bad, and less so than a bad word",
        gives="negated",
        because="“{0}” before it turns it round",
        share=-0.4,
        test=_negation,
        examples=("[The ferryman] was not honest.", "[The ferryman] refused to help."),
        leaves_alone=("[The ferryman] is not only honest.",),
    ),
    Change(
        "who is named after than is the lesser one",
        gives="compared",
        because="“than” sets the target below another",
        share=-0.5,
        test=_than,
        examples=("The cook is better than [the ferryman].",),
        leaves_alone=("[The ferryman] is better than the cook.",),
    ),
)
"""What may turn a cue round, in this order."""

_SHARES: set[Change] = {
    Change(
        "what a party will or should do is not done yet",
        gives="not yet done",
        because="“{0}” says that it is not done yet",
        share=0.4,
        test=_wish,
        examples=("[The ferryman] will rescue the sailors.",),
        leaves_alone=("[The ferryman] rescued the sailors.",),
    ),
    Change(
        "bad words of a speaker are about others",
        gives="own words",
        because="the target itself says so",
        share=0,
        test=lambda site: site.direction < 0 and is_own_words(site),
        examples=("[Ana Ruiz] said the roof was dangerous.",),
        leaves_alone=("[Ana Ruiz] was dangerous.",),
    ),
    Change(
        "good words of a speaker count a little for the speaker",
        gives="own words",
        because="the target itself says so",
        share=0.2,
        test=is_own_words,
        examples=("“We will protect families,” [Ana Ruiz] said.",),
        leaves_alone=("We will protect [Ana Ruiz].",),
    ),
    Change(
        "bad words hit whom the target attacks or fights",
        gives="",
        because="the target turns against it",
        share=0,
        test=lambda site: site.direction < 0 and is_aimed_at_another(site),
        examples=(
            "[The ferryman] denied the fraud.",
            "[The ferryman] has a plan to prevent abuse.",
        ),
        leaves_alone=(
            "[The ferryman] was accused of fraud.",
            "[The ferryman] denied the benefit.",
        ),
    ),
    Change(
        "a word of a name judges nobody",
        gives="",
        because="it is a part of a name",
        share=0,
        test=_part_of_a_name,
        examples=("[The ferryman] met the Great Northern Council.",),
        leaves_alone=("Ferry Crew Calls [Ferryman] Great Hero",),
    ),
    Change(
        "how somebody speaks is no act",
        gives="",
        because="it tells how the target said it",
        share=0,
        test=_tells_how,
        examples=("“Maybe,” [the ferryman] laughed.",),
        leaves_alone=("[The ferryman] laughed.",),
    ),
    Change(
        "a bare event is no stance",
        gives="",
        because="it names an event",
        share=0,
        test=_bare_event,
        examples=("An attack hit the road near [the ferryman].",),
        leaves_alone=("They attack [the ferryman].",),
    ),
    Change(
        "who suffers an event is not judged",
        gives="",
        because="it tells what happened to the target",
        share=0,
        test=_suffers,
        examples=("[The ferryman] was attacked in May.",),
        leaves_alone=(
            "[The ferryman] was arrested.",
            "[The ferryman] attacked a dog.",
            "[The ferryman] was attacked by the union.",
            "[The ferryman] was attacked for his words.",
            "[The ferryman] was attacked as weak.",
        ),
    ),
    Change(
        "what an event is like judges the event",
        gives="",
        because="it describes an event",
        share=0,
        test=_of_an_event,
        examples=("[The ferryman] saw a deadly attack.",),
        leaves_alone=("[The ferryman] was deadly.",),
    ),
    Change(
        "who is told is not judged",
        gives="",
        because="the target only hears it",
        share=0,
        test=_is_listener,
        examples=("The roof is dangerous, the cook told [the ferryman].",),
        leaves_alone=("The dangerous [ferryman] left.",),
    ),
    Change(
        "a charge is about who is accused",
        gives="",
        because="it belongs to a charge against another",
        share=0.2,
        test=_inside_a_charge,
        examples=("They accused the cook of inaction on [the ferryman].",),
        leaves_alone=("They accused [the ferryman] of inaction.",),
    ),
    Change(
        "a label sticks only to whom it stands beside",
        gives="",
        because="it is the name of another",
        share=0,
        test=_label_of_another,
        examples=("[Ruritania] may strike terrorist hideouts.",),
        leaves_alone=("[The ferryman] was a terrorist.",),
    ),
    Change(
        "another name stands between",
        gives="",
        because="another name stands between",
        share=0.3,
        test=_past_another_name,
        examples=("They praised Diallo and [Ruiz].",),
        leaves_alone=("They praised the cook and [Ruiz].",),
    ),
    Change(
        "what is criticised belongs to the target",
        gives="",
        because="it is about something of the target",
        share=0.5,
        test=lambda site: site.rule.startswith("verb toward") and _through_another_noun(site),
        examples=("The union criticised the raise for [the ferryman].",),
        leaves_alone=("The union criticised [the ferryman].",),
    ),
    Change(
        "a good day for the target",
        gives="",
        because="it belongs to another noun",
        share=0.7,
        test=lambda site: not site.is_verb and not site.is_after and _through_another_noun(site),
        examples=("It was a good day for [the ferryman].",),
        leaves_alone=("It was the good [ferryman].",),
    ),
}

CHANGES: tuple[Change, ...] = (
    *TURNS,
    *sorted(_SHARES, key=lambda change: (change.share, change.name)),
)
"""All that fire count: what turns a cue round, then the others by the share that they leave."""

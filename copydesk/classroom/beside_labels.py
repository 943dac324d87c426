"""A step of the desk on any story, beside the labels that a person made for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from textwrap import shorten

from copydesk.article import Article
from copydesk.claims import find_claims
from copydesk.cleaning import clean, label_lines
from copydesk.corpus import CorpusError, load_gold
from copydesk.language.sentences import split_sentences
from copydesk.stance import attributions
from copydesk.verification import load_reference, verify


def beside_labels(story: Article, step: str) -> None:
    """Print where a step of the desk parts from the labels of a story of the kit.

    The story is chosen by one line, ``mine = load_article("housing_wire")``, and the labels follow.
    For a story without labels it says so.

    Parameters
    ----------
    story : Article
        From `copydesk.corpus.load_article`.
    step : str
        "cleaning", "stance", "claims" or "verification".

    Examples
    --------
    >>> from copydesk.corpus import load_article
    >>> beside_labels(load_article("housing_wire"), "spelling")
    The steps are: cleaning, stance, claims, verification.
    """
    if step not in _STEPS:
        print(f"The steps are: {', '.join(_STEPS)}.")
        return
    name = story.name
    try:
        found = list(_STEPS[step](story, name))
    except CorpusError:
        print("Nobody has made labels for this story yet. You can: that is what a reader does.")
        return
    print(f"Places where the desk and the labels of {name} differ: {len(found)}")
    for line in found:
        print("-", line)


def _cleaning(story: Article, name: str) -> Iterator[str]:
    gold = load_gold("lines", name)
    kept = {part.number for part in label_lines(list(story.lines)) if part.kept}
    for number, role, wanted in zip(gold["line"], gold["role"], gold["kept"], strict=True):
        if (number in kept) != bool(wanted):
            does = "keeps" if number in kept else "drops"
            yield f"line {number}: the desk {does} it, and the labels call it {role}"


def _stance(story: Article, name: str) -> Iterator[str]:
    gold = load_gold("attributions", name)
    # By their words: where the desk keeps or splits another line than a person, the numbers part.
    of_the_labels = load_gold("sentences", name).set_index("sentence")["text"]
    of_the_desk = [sentence.text for sentence in split_sentences(_text(story))]
    spoken: dict[str, set[str]] = {}
    for said in attributions(_text(story)):
        words = of_the_desk[said.sentence - 1]
        spoken.setdefault(words, set()).add(said.speaker or "nobody named")
    labelled: dict[str, set[str]] = {}
    for number, speaker in zip(gold["sentence"], gold["speaker"], strict=True):
        labelled.setdefault(str(of_the_labels[number]), set()).add(str(speaker))
    yield from _without(spoken, labelled, "the desk alone finds")
    yield from _without(labelled, spoken, "the labels alone have")


def _without(
    these: Mapping[str, set[str]], those: Mapping[str, set[str]], who: str
) -> Iterator[str]:
    """Name the sentences of one side that no sentence of the other has the words of."""
    others = [_letters(words) for words in those]
    for words, speakers in these.items():
        own = _letters(words)
        if not any(own in other or other in own for other in others):
            begin = shorten(words, 50, placeholder=" …")
            yield f"“{begin}”: {who} a speaker, {', '.join(sorted(speakers))}"


def _letters(words: str) -> str:
    """Return a sentence without the signs and numbers of a list around it."""
    return re.sub(r"^[\W\d]+|\W+$", "", words)


def _claims(story: Article, name: str) -> Iterator[str]:
    gold = load_gold("claims", name)
    desk = {claim.value: claim.text for claim in find_claims(_text(story))}
    labelled = dict(zip(gold["value"], gold["text"], strict=True))
    yield from (f"{labelled[v]}: in the labels alone" for v in labelled if v not in desk)
    yield from (f"{desk[v]}: found by the desk alone" for v in desk if v not in labelled)


def _verification(story: Article, name: str) -> Iterator[str]:
    gold = load_gold("claims", name)
    reference = load_reference()
    verdicts = dict(zip(gold["value"], gold["verdict"], strict=True))
    for claim in find_claims(_text(story)):
        label = verify(claim, reference).label
        if verdicts.get(claim.value, label) != label:
            yield f"{claim.text}: the desk says {label}, a person {verdicts[claim.value]}"


def _text(story: Article) -> str:
    page = clean(story)
    return "\n".join([page.headline or "", *page.paragraphs])


_STEPS: dict[str, Callable[[Article, str], Iterator[str]]] = {
    "cleaning": _cleaning,
    "stance": _stance,
    "claims": _claims,
    "verification": _verification,
}

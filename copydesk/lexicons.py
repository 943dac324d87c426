"""Word lists behind tone and stance, read from ``data/lexicons/`` once and kept.

Each list is a table that a person can open, read and dispute; here the rows become look-ups by
word form. ``data/lexicons/README.md`` says what the columns mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pandas as pd
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from copydesk.corpus import load_table


@dataclass(frozen=True)
class SpeechVerb:
    """A verb that introduces words.

    Attributes
    ----------
    base : str
        The base form: "say" for "said".
    colour : str
        What the verb does to the words: neutral, doubts, commits, concedes, denies, attacks,
        warns, demands, supports or promises.
    frame : str
        ``"that"`` for a verb with other meanings, which speaks only beside "that", a colon or a
        quotation ("maintained that ...", and not "maintained the road"); ``"number"`` for one that
        speaks only before a number ("counted 12 cases"); ``"active"`` for one that speaks only with
        its subject before it ("the mayor called it late", and not "was called late");
        ``"noun"`` for a noun.
    """

    base: str
    colour: str
    frame: str


@dataclass(frozen=True)
class StanceWord:
    """What a word says about the party beside it.

    Attributes
    ----------
    base : str
        The entry of the lexicon: "criticise" for "criticized".
    to_object, to_subject : float
        From -1 (bad) to 1 (good): what the word says about who receives the act, and about who
        does it. The two are equal for a word that is no verb.
    kind : str
        ``"verb"``, ``"description"``, or ``"weak"`` for a word that only VADER lists.
    sense : str
        The sense that is meant.
    """

    base: str
    to_object: float
    to_subject: float
    kind: str
    sense: str


@dataclass(frozen=True)
class Label:
    """A name for people who use force: its entry, its direction (-1, 0, 1) and its sense."""

    word: str
    direction: int
    sense: str


@dataclass(frozen=True)
class State:
    """A state, its adjective and its capital; the capital is empty where it is disputed."""

    country: str
    adjective: str
    capital: str


def inflections(base: str, extra: str = "") -> set[str]:
    """Return the forms of a regular English verb, and the extra forms that a lexicon lists.

    Parameters
    ----------
    base : str
        The base form: "deny".
    extra : str
        Further forms, separated by spaces; they replace the regular past form. ``"-"`` says that
        the word has no other form.

    Returns
    -------
    set of str

    Examples
    --------
    >>> sorted(inflections("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(inflections("say", "said"))
    ['said', 'say', 'saying', 'says']
    """
    if extra == "-":
        return {base}
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    past = base + "d" if base.endswith("ee") else stem + "ed"
    if re.search(r"[^aeiou]y$", base):
        past = base[:-1] + "ied"
        forms = {base, base[:-1] + "ies", base + "ing"}
    elif re.search(r"(s|x|z|ch|sh)$", base):
        forms = {base, base + "es", base + "ing"}
    else:
        forms = {base, base + "s", stem + "ing"}
    if re.search(r"^[^aeiou]*[aeiou][bdglmnprt]$", base):
        past = base + base[-1] + "ed"
        forms.add(base + base[-1] + "ing")
    irregular = set(extra.split())
    if any(form.endswith("ting") for form in irregular):
        forms.discard(stem + "ing")  # "admitting", and not "admiting"
    return forms | (irregular or {past})


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Return every form of every speech verb; some forms have two words ("called on")."""
    verbs: dict[str, SpeechVerb] = {}
    for row in _rows("speech_verbs"):
        verb = SpeechVerb(row["word"], row["colour"], row["frame"])
        verbs.update(dict.fromkeys(verb_forms(row["word"], row["forms"]), verb))
    return verbs


@cache
def speech_nouns() -> dict[str, SpeechVerb]:
    """Return every noun for what somebody says, in both numbers: "the mayor's claim that"."""
    return {
        form: SpeechVerb(row["word"], row["colour"], "noun")
        for row in _rows("speech_nouns")
        for form in (row["word"], re.sub(r"(?<=[^aeiou])y$", "ie", row["word"]) + "s")
    }


@cache
def stance_words() -> dict[str, StanceWord]:
    """Return every word form that speaks well or badly of a party beside it."""
    return dict(stance_entries())


@cache
def stance_entries() -> tuple[tuple[str, StanceWord], ...]:
    """Return every word form with its entry; a later entry goes before an earlier one.

    The kit's own lists go before VADER's, and verbs with a direction before other words.
    """
    entries = [
        # VADER rates from -4 to 4. A word without a role counts for at most two thirds of ours.
        (word, StanceWord(word, valence / 6, valence / 6, "weak", "in VADER's list"))
        for word, valence in vader_valences().items()
        if word.isalpha() and abs(valence) >= 1
    ]
    for row in _rows("polarity_words"):
        value = int(row["direction"]) / 2
        entry = StanceWord(row["word"], value, value, "description", row["sense"])
        plural = re.sub(r"(?<=[^aeiou])y$", "ie", row["word"]) + "s"
        entries += [(row["word"], entry), (plural, entry)]
    for row in _rows("stance_verbs"):
        to_object, to_subject = (int(row[f"toward_{side}"]) / 2 for side in ("object", "subject"))
        entry = StanceWord(row["word"], to_object, to_subject, "verb", row["sense"])
        entries += [(form, entry) for form in verb_forms(row["word"], row["forms"])]
    return tuple(entries)


@cache
def phrase_lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words the phrases of ``stance_words`` have, under their first word.

    Returns
    -------
    dict of str to tuple of int
        The longest length first, and only lengths above 1.

    Examples
    --------
    >>> phrase_lengths()["witch"]
    (2,)
    """
    return _lengths(word for word in stance_words() if " " in word)


@cache
def speech_lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words the forms of ``speech_verbs`` have, under their first word.

    Examples
    --------
    >>> speech_lengths()["called"]
    (2, 1)
    """
    return _lengths(speech_verbs())


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how many words phrases have, the most first, under their first word."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        first, *others = phrase.split()
        lengths.setdefault(first, set()).add(1 + len(others))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def verb_forms(word: str, extra: str) -> list[str]:
    """Return the forms of a verb; of a verb with a particle, the verb alone is bent.

    Parameters
    ----------
    word, extra : str
        As in `inflections`.

    Returns
    -------
    list of str

    Examples
    --------
    >>> verb_forms("stand up", "stood")
    ['stand up', 'standing up', 'stands up', 'stood up']
    """
    head, _, particle = word.partition(" ")
    return sorted(f"{form} {particle}".strip() for form in inflections(head, extra))


@cache
def signal_lists() -> dict[str, frozenset[str]]:
    """Return the small words that a rule looks for, in all their forms, under their list."""
    lists: dict[str, set[str]] = {}
    for row in _rows("signals"):
        lists.setdefault(row["list"], set()).update(verb_forms(row["word"], row["forms"]))
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def signals(name: str) -> frozenset[str]:
    """Return one list of ``data/lexicons/signals.csv``.

    Parameters
    ----------
    name : str
        A value of the column ``list``.

    Returns
    -------
    frozenset of str
        In lower case.

    Examples
    --------
    >>> "must" in signals("demand")
    True
    """
    return signal_lists()[name]


@cache
def vader() -> SentimentIntensityAnalyzer:
    """Return VADER with its word list, which takes a while to read."""
    return SentimentIntensityAnalyzer()


def vader_valences() -> dict[str, float]:
    """Return VADER's word list: each entry with its mean rating, from -4 to 4.

    Examples
    --------
    >>> vader_valences()["brutal"] < 0
    True
    """
    valences: dict[str, float] = vader().lexicon
    return valences


@cache
def party_nouns() -> dict[str, str]:
    """Return nouns for those who can speak or act, each with its kind: person or body."""
    return {row["word"]: row["kind"] for row in _rows("parties")}


@cache
def measure_words() -> frozenset[str]:
    """Return the words that say what a figure beside them measures: "deaths", "attacks"."""
    return frozenset(row["word"] for row in _rows("measures"))


@cache
def states() -> dict[str, State]:
    """Return the state under its name, its adjective and its capital, in lower case."""
    found: dict[str, State] = {}
    for row in _rows("places"):
        state = State(row["country"], row["adjective"], row["capital"])
        for word in (state.country, state.adjective, state.capital):
            if word:
                found.setdefault(word.lower(), state)
    return found


@cache
def labels() -> dict[str, Label]:
    """Return each form of each name for people who use force."""
    found: dict[str, Label] = {}
    for row in _rows("labels"):
        word = row["word"]
        plural = word[:-3] + "men" if word.endswith("man") else word + "s"
        plural = word + "es" if word == "hero" else plural
        found.update(
            dict.fromkeys((word, plural), Label(word, int(row["direction"]), row["sense"]))
        )
    return found


def _rows(name: str) -> list[dict[str, str]]:
    table: pd.DataFrame = load_table(f"lexicon_{name}").fillna("").astype(str)
    return [
        {str(key): str(value) for key, value in row.items()} for row in table.to_dict("records")
    ]

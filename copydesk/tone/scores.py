"""Lesson 03: what two sentiment lexicons say about each sentence, and why."""

from __future__ import annotations

import copy
import importlib
import importlib.util
import re
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer, SentiText

from copydesk.language.sentences import split_sentences
from copydesk.lexicons import vader

LONGEST_SCORED = 2_000
"""Characters of a sentence that are scored. A long sentence of news has about 400."""

COLUMNS = {
    "number": "int64",
    "sentence": "object",
    "start": "int64",
    "end": "int64",
    "textblob_polarity": "float64",
    "textblob_subjectivity": "float64",
    "textblob_words": "object",
    "vader_compound": "float64",
    "vader_words": "object",
    "note": "object",
}
"""The columns of ``score_sentences`` and their types."""

STRONGEST = 4
"""VADER's ratings of a word run from minus this number to this number."""

_PIECES = re.compile(r"\w+")

Words = tuple[tuple[str, float], ...]
"""Words with their values, in the order of a sentence."""


@dataclass(frozen=True)
class SentenceScore:
    """What two tools say about one sentence, with the words behind it. ``print`` shows it all.

    Attributes
    ----------
    sentence : str
        The sentence.
    textblob_polarity : float
        -1 to 1.
    textblob_subjectivity : float
        0 to 1.
    textblob_words : tuple of (str, float)
        Each piece that TextBlob found, with its value: "not ready", -0.1.
    vader_compound : float
        -1 to 1.
    vader_words : tuple of (str, float)
        Each word that VADER found, with its rating from -4 to 4, before VADER's rules for "not",
        "very" and "but".
    note : str
        What was not scored, or an empty string.
    """

    sentence: str
    textblob_polarity: float
    textblob_subjectivity: float
    textblob_words: Words
    vader_compound: float
    vader_words: Words
    note: str = ""

    def __str__(self) -> str:
        """Write the sentence, both scores and the words behind each one."""
        lines = [
            textwrap.fill(self.sentence, 72),
            f"    TextBlob {self.textblob_polarity:5.2f}   {_in_words(self.textblob_words)}",
            f"    VADER    {self.vader_compound:5.2f}   {_in_words(self.vader_words)}",
        ]
        return "\n".join([*lines, f"    {self.note}"] if self.note else lines)


@cache
def _textblob() -> Any:
    """Return what TextBlob scores a sentence with: its module for English alone.

    ``import textblob`` waits seconds for NLTK, and for SciPy and scikit-learn where they are
    installed, and a score needs none of them. The package is put aside while its module is loaded,
    and whoever imports TextBlob later gets it whole.
    """
    package = importlib.util.find_spec("textblob")
    if package is None or "textblob" in sys.modules:
        return importlib.import_module("textblob.en").sentiment
    sys.modules["textblob"] = importlib.util.module_from_spec(package)
    try:
        return importlib.import_module("textblob.en").sentiment
    finally:
        for name in ("textblob", "textblob.en", "textblob._text"):
            sys.modules.pop(name, None)


def _vader_with(values: Mapping[str, float] | None) -> SentimentIntensityAnalyzer:
    """Return VADER, with a list of its own when some ratings are to be others."""
    if not values:
        return vader()
    for word, value in values.items():
        if not isinstance(word, str) or len(word.split()) != 1:
            raise ValueError(f"{word!r} is not one word, and VADER looks up one word at a time")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"the rating of {word!r} is {value!r} and has to be a number")
        if not -STRONGEST <= value <= STRONGEST:
            raise ValueError(
                f"the rating of {word!r} is {value}, and ratings run from -{STRONGEST} to "
                f"{STRONGEST}"
            )
    changed = copy.copy(vader())
    changed.lexicon = changed.lexicon | {word.lower(): float(v) for word, v in values.items()}
    return changed


def score_sentence(sentence: str, values: Mapping[str, float] | None = None) -> SentenceScore:
    """Score one sentence with TextBlob and with VADER, and keep the words behind each score.

    Parameters
    ----------
    sentence : str
        One sentence.
    values : mapping of str to float, optional
        Ratings for VADER, from -4 to 4, that replace or add to those of its list. A rating of 0
        takes a word out. They hold for this call alone; TextBlob does not use them.

    Returns
    -------
    SentenceScore

    Raises
    ------
    ValueError
        A key of ``values`` is not one word, or a rating is not a number from -4 to 4.

    Examples
    --------
    >>> print(score_sentence("It is a bad idea."))
    It is a bad idea.
        TextBlob -0.70   bad -0.7
        VADER    -0.54   bad -2.5
    >>> score_sentence("Two people died.", values={"died": 0}).vader_compound
    0.0
    """
    return _score(sentence, _vader_with(values))


def score_sentences(text: str, values: Mapping[str, float] | None = None) -> pd.DataFrame:
    """Score every sentence of a text with TextBlob and with VADER.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.
    values : mapping of str to float, optional
        Other ratings for VADER, see `score_sentence`.

    Returns
    -------
    pandas.DataFrame
        One row a sentence, with the columns of ``COLUMNS``: ``number`` (from 1), ``sentence``,
        ``start`` and ``end`` (character offsets), ``textblob_polarity`` (-1 to 1),
        ``textblob_subjectivity`` (0 to 1), ``textblob_words`` (what TextBlob found, each piece
        with its value), ``vader_compound`` (-1 to 1), ``vader_words`` (what VADER found, each
        word with its rating from -4 to 4, before VADER's rules for "not", "very" and "but"), and
        ``note`` (what was not scored). No sentence gives no row.

    Raises
    ------
    ValueError
        As `score_sentence`.

    Examples
    --------
    >>> row = score_sentences("The army was not ready.").iloc[0]
    >>> row["textblob_words"]
    'not ready (-0.1)'
    """
    analyzer = _vader_with(values)
    rows = []
    for sentence in split_sentences(text):
        score = _score(sentence.text, analyzer)
        rows.append(
            (
                sentence.number,
                sentence.text,
                sentence.start,
                sentence.end,
                score.textblob_polarity,
                score.textblob_subjectivity,
                "; ".join(f"{word} ({value:.2g})" for word, value in score.textblob_words),
                score.vader_compound,
                "; ".join(f"{word} ({value:.1f})" for word, value in score.vader_words),
                score.note,
            )
        )
    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    index = pd.RangeIndex(len(rows))  # one for all columns: pandas need not join ten
    return pd.DataFrame(
        {
            name: pd.Series(np.array(values, kind), dtype=np.dtype(kind), index=index)
            for (name, kind), values in zip(COLUMNS.items(), columns, strict=True)
        },
        index=index,
        copy=False,
    )


def _score(sentence: str, vader: SentimentIntensityAnalyzer) -> SentenceScore:
    scored = sentence[:LONGEST_SCORED]
    polarity, subjectivity, words = _score_textblob(scored)
    compound, vader_words = _score_vader(scored, vader)
    long = len(sentence) > LONGEST_SCORED
    return SentenceScore(
        sentence,
        polarity,
        subjectivity,
        words,
        compound,
        vader_words,
        f"only the first {LONGEST_SCORED:,} characters were scored" if long else "",
    )


def _score_textblob(sentence: str) -> tuple[float, float, Words]:
    """Return TextBlob's polarity and subjectivity, and the pieces that it found."""
    heads, signs = _textblob_knows()
    if heads.isdisjoint(_PIECES.findall(sentence.lower())) and not signs.search(sentence):
        return 0.0, 0.0, ()  # a third of all sentences: TextBlob would find nothing
    # What TextBlob.sentiment_assessments gives; that one works out everything twice.
    blob = _textblob()(sentence)
    polarity, subjectivity = blob
    words = tuple((" ".join(piece), float(value)) for piece, value, *_ in blob.assessments)
    return float(polarity), float(subjectivity), words


@cache
def _textblob_knows() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the pieces of the words in TextBlob's list, and a pattern of its emoticons."""
    blob = _textblob()
    blob("good")  # reads the list
    heads = {piece for word in dict.keys(blob) for piece in _PIECES.findall(word.lower())}
    emoticons = type(blob).assessments.__globals__["EMOTICONS"]  # its package is not loaded
    signs = {sign for group in emoticons.values() for sign in group} | {"(!)"}
    pattern = "|".join(map(re.escape, sorted(signs, key=len)))
    return frozenset(heads), re.compile(pattern, re.IGNORECASE)


def _score_vader(sentence: str, vader: SentimentIntensityAnalyzer) -> tuple[float, Words]:
    """Return VADER's compound score, and the words that VADER itself looks up and finds.

    The steps are those of VADER's ``polarity_scores``, on words that are cut once. VADER takes
    straight marks off a word and leaves curly ones on, so that it does not find "useless”". A word
    that makes others stronger is not counted by its own rating.
    """
    text = _without_emojis(sentence, vader.emojis).strip()
    cut = SentiText(text)
    words = [word.lower() for word in cut.words_and_emoticons]
    found: list[tuple[str, float]] = []
    values: list[float] = []
    for place, word in enumerate(words):
        is_kind_of = word == "kind" and words[place + 1 : place + 2] == ["of"]
        if word in BOOSTER_DICT or is_kind_of or word not in vader.lexicon:
            values.append(0)
            continue
        printed = cut.words_and_emoticons[place]
        values = vader.sentiment_valence(0, cut, printed, place, values)
        if vader.lexicon[word]:
            found.append((word, vader.lexicon[word]))
    values = vader._but_check(cut.words_and_emoticons, values)
    return float(vader.score_valence(values, text)["compound"]), tuple(found)


def _without_emojis(sentence: str, emojis: Mapping[str, str]) -> str:
    """Write the name of each emoji in its place, as VADER does."""
    if sentence.isascii() or emojis.keys().isdisjoint(sentence):
        return sentence
    parts, after_space = [], True
    for sign in sentence:
        name = emojis.get(sign)
        parts.append(sign if name is None else name if after_space else f" {name}")
        after_space = name is None and sign == " "
    return "".join(parts)


def _in_words(words: Words) -> str:
    return ", ".join(f"{word} {value:.2g}" for word, value in words) or "no word found"

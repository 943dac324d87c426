"""Lesson 03: what two sentiment lexicons say about each sentence, and why.

TextBlob and VADER look words up in a list and add the values. They measure the words of a
sentence. They do not measure who is praised or blamed (``copydesk.stance`` does), nor whether a
sentence is true. ``label_choices`` shows the words of a story that take a side before any score.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import pandas as pd
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from copydesk.attribution import Attribution, attributions
from copydesk.lexicons import labels, vader_valences
from copydesk.phrases import quotations
from copydesk.sentences import split_sentences

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


@dataclass(frozen=True)
class LabelChoice:
    """One use of a name for people who use force, and whose name it is.

    Attributes
    ----------
    word : str
        The word as printed: exactly ``text[start:end]``.
    label : str
        Its entry in ``data/lexicons/labels.csv``: "terrorist" for "terrorists".
    direction : int
        -1 condemns, 0 describes, 1 honours.
    voice : str
        ``"outlet"``, or ``"attributed to"`` and the speaker.
    sentence : int
        The number of the sentence, from 1.
    start, end : int
        Character offsets of the word in the text.
    context : str
        The whole sentence.
    because : str
        Why the word is given to this voice, and what the word does.
    """

    word: str
    label: str
    direction: int
    voice: str
    sentence: int
    start: int
    end: int
    context: str
    because: str


@cache
def _vader() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def score_sentences(text: str) -> pd.DataFrame:
    """Score every sentence of a text with TextBlob and with VADER.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    pandas.DataFrame
        One row a sentence, with the columns of ``COLUMNS``: ``number`` (from 1), ``sentence``,
        ``start`` and ``end`` (character offsets), ``textblob_polarity`` (-1 to 1),
        ``textblob_subjectivity`` (0 to 1), ``textblob_words`` (what TextBlob found, each piece
        with its value), ``vader_compound`` (-1 to 1), ``vader_words`` (what VADER found, each
        word with its rating from -4 to 4, before VADER's rules for "not", "very" and "but"), and
        ``note`` (what was not scored). No sentence gives no row.

    Examples
    --------
    >>> row = score_sentences("The army was not ready.").iloc[0]
    >>> row["textblob_words"]
    'not ready (-0.1)'
    """
    rows = []
    for sentence in split_sentences(text):
        scored = sentence.text[:LONGEST_SCORED]
        blob = TextBlob(scored).sentiment_assessments
        compound = _vader().polarity_scores(scored)["compound"]
        long = len(sentence.text) > LONGEST_SCORED
        rows.append(
            (
                sentence.number,
                sentence.text,
                sentence.start,
                sentence.end,
                float(blob.polarity),
                float(blob.subjectivity),
                "; ".join(
                    f"{' '.join(words)} ({value:.2g})" for words, value, *_ in blob.assessments
                ),
                float(compound),
                "; ".join(_vader_words(scored)),
                f"only the first {LONGEST_SCORED:,} characters were scored" if long else "",
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _vader_words(sentence: str) -> list[str]:
    valences = vader_valences()
    words = [word.strip(".,;:!?\"'“”‘’()[]").lower() for word in sentence.split()]
    return [f"{word} ({valences[word]:.1f})" for word in words if word in valences]


@cache
def _label_pattern() -> re.Pattern[str]:
    longest_first = sorted(labels(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def label_choices(text: str) -> list[LabelChoice]:
    """Find every name for people who use force, and say whose choice of word it is.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    list of LabelChoice
        In the order of the text.

    Examples
    --------
    >>> found = label_choices("Militants fled. “Terrorists,” the mayor said.")
    >>> [(choice.word, choice.voice) for choice in found]
    [('Militants', 'outlet'), ('Terrorists', 'attributed to the mayor')]
    """
    matches = list(_label_pattern().finditer(text))
    if not matches:
        return []
    sentences = split_sentences(text)
    starts = [sentence.start for sentence in sentences]
    quoted = quotations(text)
    quote_starts = [start for start, _ in quoted]
    said: dict[int, list[Attribution]] = {}
    for attribution in attributions(text):
        said.setdefault(attribution.sentence, []).append(attribution)
    choices = []
    for match in matches:
        place = bisect_right(starts, match.start()) - 1
        sentence = sentences[place]
        quote = bisect_right(quote_starts, match.start()) - 1
        in_quotes = quote >= 0 and match.start() < quoted[quote][1]
        voice, why = _voice(said.get(sentence.number, []), match.start(), in_quotes)
        label = labels()[match[0].lower()]
        choices.append(
            LabelChoice(
                word=match[0],
                label=label.word,
                direction=label.direction,
                voice=voice,
                sentence=sentence.number,
                start=match.start(),
                end=match.end(),
                context=sentence.text,
                because=f"{why}; “{label.word}” {label.sense}",
            )
        )
    return choices


def _voice(said: list[Attribution], place: int, in_quotes: bool) -> tuple[str, str]:
    """Return whose voice a place in a sentence has, and the reason."""
    for attribution in said:
        if attribution.start <= place < attribution.end:
            speaker = attribution.speaker or "nobody named"
            how = "in quotation marks" if in_quotes else f"under “{attribution.verb}”"
            caution = "" if in_quotes else ", in the outlet's wording"
            return f"attributed to {speaker}", f"it stands {how}{caution}"
    if in_quotes:
        return "attributed to nobody named", "it stands in quotation marks and no speaker is found"
    return "outlet", "it stands outside quotation marks and under no speech verb"

"""The tone of a headline beside the tone of the sentences below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.language.sentences import split_sentences
from copydesk.tone.scores import Words, score_sentence


@dataclass(frozen=True)
class HeadlineTone:
    """The score of a headline beside the scores of the sentences below it, for one tool.

    Attributes
    ----------
    tool : str
        "TextBlob polarity" or "VADER compound".
    headline : float or None
        The score of the headline; None when there is none.
    mean, lowest, highest : float or None
        Of the sentences of the body; None when it has none.
    sentences : int
        How many sentences the body has.
    without_words : int
        In how many of them the tool found no word with a value other than 0. Their score of 0
        says nothing about them.
    because : str
        The comparison in words.
    """

    tool: str
    headline: float | None
    mean: float | None
    lowest: float | None
    highest: float | None
    sentences: int
    without_words: int
    because: str


def headline_against_body(
    headline: str, body: str, values: Mapping[str, float] | None = None
) -> tuple[HeadlineTone, HeadlineTone]:
    """Set the score of a headline beside the mean and the range of the sentences below it.

    Parameters
    ----------
    headline : str
        The headline, or an empty string.
    body : str
        The text without the headline, one paragraph a line.
    values : mapping of str to float, optional
        Other ratings for VADER, see `score_sentence`.

    Returns
    -------
    tuple of HeadlineTone
        TextBlob's, then VADER's.

    Raises
    ------
    ValueError
        As `score_sentence`.

    Examples
    --------
    >>> _, vader = headline_against_body("A good day", "A bad day. A train left.")
    >>> vader.because  # doctest: +NORMALIZE_WHITESPACE
    'the headline scores 0.44; the 2 sentences of the body have a mean of -0.27 and run from -0.54
    to 0.00: the headline lies above their range'
    """
    title = score_sentence(headline, values) if headline.strip() else None
    scores = [score_sentence(sentence.text, values) for sentence in split_sentences(body)]
    return (
        _headline_tone(
            "TextBlob polarity",
            title.textblob_polarity if title else None,
            [score.textblob_polarity for score in scores],
            [score.textblob_words for score in scores],
        ),
        _headline_tone(
            "VADER compound",
            title.vader_compound if title else None,
            [score.vader_compound for score in scores],
            [score.vader_words for score in scores],
        ),
    )


def _headline_tone(
    tool: str, headline: float | None, scores: list[float], words: list[Words]
) -> HeadlineTone:
    empty = sum(not any(value for _, value in found) for found in words)
    title = "there is no headline" if headline is None else f"the headline scores {headline:.2f}"
    if not scores:
        because = f"{title}; the body has no sentence"
        return HeadlineTone(tool, headline, None, None, None, 0, 0, because)
    mean, lowest, highest = sum(scores) / len(scores), min(scores), max(scores)
    one = len(scores) == 1
    because = (
        f"{title}; the {'sentence' if one else f'{len(scores)} sentences'} of the body "
        f"{'has' if one else 'have'} a mean of {mean:.2f} and "
        f"{'runs' if one else 'run'} from {lowest:.2f} to {highest:.2f}"
    )
    if headline is not None:
        where = "below" if headline < lowest else "above" if headline > highest else "inside"
        because += f": the headline lies {where} their range"
    return HeadlineTone(tool, headline, mean, lowest, highest, len(scores), empty, because)

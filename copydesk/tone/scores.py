"""Lesson 03: what two sentiment lexicons say about each sentence, and why."""

from __future__ import annotations

import copy
import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd
from textblob.en import sentiment
from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer, SentiText

from copydesk.corpus import load_table
from copydesk.language.sentences import split_sentences
from copydesk.language.tokens import quotations
from copydesk.lexicons import labels
from copydesk.stance.attribution import Attribution, attributions

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

GUIDE_RULES = {
    "yes": "allows it",
    "with attribution": "asks for attribution",
    "no": "does not use it",
}
"""What ``may_use_own_voice`` in ``data/reference/styleguides.csv`` becomes in a `GuideRule`."""

GUIDE_COLUMNS = {
    "label": "object",
    "uses": "int64",
    "sentences": "object",
    "allow": "object",
    "ask_for_attribution": "object",
    "do_not_use": "object",
    "not_seen": "object",
}
"""The columns of ``labels_against_guides`` and their types."""

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


@dataclass(frozen=True)
class GuideRule:
    """What one style guide says on one name for people who use force.

    Attributes
    ----------
    guide : str
        Publisher and year: "Reuters 2007", or "Global Press, no year".
    label : str
        An entry of ``data/lexicons/labels.csv``.
    rule : str
        For the outlet's own voice: "allows it", "asks for attribution", "does not use it", or
        "not seen" when no rule on this word was seen. "not seen" does not mean allowed.
    because : str
        The rule in our words, and whether the guide itself was read.
    """

    guide: str
    label: str
    rule: str
    because: str


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


def _vader_with(values: Mapping[str, float] | None) -> SentimentIntensityAnalyzer:
    """Return VADER, with a list of its own when some ratings are to be others."""
    if not values:
        return _vader()
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
    changed = copy.copy(_vader())
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
    vader = _vader_with(values)
    rows = []
    for sentence in split_sentences(text):
        score = _score(sentence.text, vader)
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
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=kind)
            for (name, kind), values in zip(COLUMNS.items(), columns, strict=True)
        }
    )


def _score(sentence: str, vader: SentimentIntensityAnalyzer) -> SentenceScore:
    scored = sentence[:LONGEST_SCORED]
    # What TextBlob.sentiment_assessments gives; that one works out everything twice.
    blob = sentiment(scored)
    polarity, subjectivity = blob
    long = len(sentence) > LONGEST_SCORED
    return SentenceScore(
        sentence,
        float(polarity),
        float(subjectivity),
        tuple((" ".join(words), float(value)) for words, value, *_ in blob.assessments),
        float(vader.polarity_scores(scored)["compound"]),
        _vader_words(scored, vader),
        f"only the first {LONGEST_SCORED:,} characters were scored" if long else "",
    )


def _vader_words(sentence: str, vader: SentimentIntensityAnalyzer) -> Words:
    """Return the words that VADER itself looks up and finds, cut as it cuts them.

    VADER takes straight marks off a word and leaves curly ones on, so that it does not find
    "useless”". A word that makes others stronger is not counted by its own rating.
    """
    spelled = "".join(
        f" {vader.emojis[sign]} " if sign in vader.emojis else sign for sign in sentence
    )
    words = [word.lower() for word in SentiText(spelled).words_and_emoticons]
    return tuple(
        (word, vader.lexicon[word])
        for word, following in zip(words, [*words[1:], ""], strict=False)  # no word, no pair
        if vader.lexicon.get(word)
        and word not in BOOSTER_DICT
        and not (word == "kind" and following == "of")
    )


def _in_words(words: Words) -> str:
    return ", ".join(f"{word} {value:.2g}" for word, value in words) or "no word found"


def without_quotations(text: str) -> str:
    """Take out what stands in quotation marks: what is left is in the outlet's own wording.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text with ``“…”`` in the place of each quotation. Indirect speech stays.

    Examples
    --------
    >>> without_quotations("“A disgrace,” said the mayor.")
    '“…” said the mayor.'
    """
    parts, place = [], 0
    for start, end in quotations(text):
        parts += [text[place:start], "“…”"]
        place = end
    return "".join([*parts, text[place:]])


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
    vader = _vader_with(values)
    title = _score(headline, vader) if headline.strip() else None
    scores = [_score(sentence.text, vader) for sentence in split_sentences(body)]
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


def guide_rules(label: str) -> tuple[GuideRule, ...]:
    """Say what each style guide of the kit says on a label in the outlet's own voice.

    Parameters
    ----------
    label : str
        A name for people who use force, in any form: "Terrorists".

    Returns
    -------
    tuple of GuideRule
        One for each guide of ``data/reference/styleguides.csv``, in the order of the table. A guide
        that names the label among the words to use instead of another one allows it.

    Examples
    --------
    >>> [rule.rule for rule in guide_rules("terrorists") if rule.guide == "Reuters 2007"]
    ['asks for attribution']
    """
    known = labels().get(label.lower())
    word = known.word if known else label.lower()
    return tuple(_guide_rule(guide, word, rows) for guide, rows in _guides().items())


@cache
def _guides() -> dict[str, list[dict[str, str]]]:
    """Return the rows of each style guide under its publisher and year."""
    found: dict[str, list[dict[str, str]]] = {}
    for cells in load_table("styleguides").to_dict("records"):
        row = {str(key): "" if pd.isna(value) else str(value) for key, value in cells.items()}
        name = (
            f"{row['publisher']} {row['year']}" if row["year"] else f"{row['publisher']}, no year"
        )
        found.setdefault(name, []).append(row)
    return found


def _guide_rule(guide: str, label: str, rows: Iterable[dict[str, str]]) -> GuideRule:
    instead = None
    for row in rows:
        if row["term"].lower() == label:
            rule = GUIDE_RULES[row["may_use_own_voice"]]
            return GuideRule(guide, label, rule, f"{row['rule']} Read in: {row['seen']}.")
        forms = [form.strip().lower() for form in row["alternatives"].split(";")]
        if label in {labels()[form].word if form in labels() else form for form in forms}:
            instead = instead or row
    if instead:
        because = f"It stands among the words to use instead of “{instead['term']}”. "
        return GuideRule(guide, label, GUIDE_RULES["yes"], f"{because}Read in: {instead['seen']}.")
    return GuideRule(guide, label, "not seen", "No rule of this guide on this word was seen.")


def labels_against_guides(text: str) -> pd.DataFrame:
    """Set each label that the outlet uses in its own voice beside the style guides.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    pandas.DataFrame
        One row a label, in the order of the text, with the columns of ``GUIDE_COLUMNS``: the
        ``label``, how many ``uses``, in which ``sentences``, and the names of the guides that
        ``allow`` it in the outlet's own voice, that ``ask_for_attribution``, that ``do_not_use``
        it, and those of which no rule on it was seen (``not_seen``). Lists are joined by "; ". A
        label that is attributed to somebody is left out.

    Examples
    --------
    >>> row = labels_against_guides("Terrorists fled. “Militants,” the mayor said.").iloc[0]
    >>> row["label"], row["do_not_use"]
    ('terrorist', 'Global Press, no year')
    """
    own: dict[str, list[int]] = {}
    for choice in label_choices(text):
        if choice.voice == "outlet":
            own.setdefault(choice.label, []).append(choice.sentence)
    rows = []
    for label, sentences in own.items():
        rules = guide_rules(label)
        rows.append(
            (
                label,
                len(sentences),
                "; ".join(map(str, dict.fromkeys(sentences))),
                *(
                    "; ".join(rule.guide for rule in rules if rule.rule == wanted)
                    for wanted in (*GUIDE_RULES.values(), "not seen")
                ),
            )
        )
    return pd.DataFrame(rows, columns=list(GUIDE_COLUMNS)).astype(GUIDE_COLUMNS)

"""Names for people who use force, and whose choice of word each one is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from copydesk.language.number_words import alternatives
from copydesk.language.sentences import split_sentences
from copydesk.language.tokens import quotations
from copydesk.lexicons import labels
from copydesk.stance import Attribution, attributions


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
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(labels())}(?!\w)", re.IGNORECASE)


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

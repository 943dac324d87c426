"""Split text into sentences, each with its place in the text.

The splitter is sentencex, which knows abbreviations and keeps quotations whole. Its pieces are
never rewritten: every sentence is a slice of the text, so that evidence can point at characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import sentencex

LONGEST_LINE = 10_000
"""Characters that go to the splitter at once; a longer line is cut at a full stop or a space."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text.

    Attributes
    ----------
    number : int
        Its place in the text, from 1.
    text : str
        The sentence without the white space around it.
    start, end : int
        Character offsets: ``text[start:end]`` of the whole text is the sentence.
    """

    number: int
    text: str
    start: int
    end: int


def split_sentences(text: str) -> list[Sentence]:
    """Split a text into sentences. A line break always ends a sentence.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    list of Sentence
        In the order of the text; white space between sentences belongs to none.

    Examples
    --------
    >>> [s.text for s in split_sentences("Lt. Col. Khan left. He offered Rs. 10 billion.")]
    ['Lt. Col. Khan left.', 'He offered Rs. 10 billion.']
    """
    return list(_sentences(text))


@lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text; the steps that read it one after the other share its sentences."""
    sentences: list[Sentence] = []
    offset = 0
    # Half a surrogate pair is no character and the splitter refuses it; "?" keeps the offsets.
    safe = text.encode("utf-8", "replace").decode("utf-8")
    for line in safe.split("\n"):
        place = 0
        for piece in map(str.strip, _pieces(line)):
            # In a browser the splitter drops the spaces between its pieces; the line has them.
            place = line.index(piece, place)
            start, end = offset + place, offset + place + len(piece)
            place += len(piece)
            if piece:
                sentences.append(Sentence(len(sentences) + 1, text[start:end], start, end))
        offset += len(line) + 1
    return tuple(sentences)


def _pieces(line: str) -> Iterator[str]:
    """Split a line; the splitter looks far back for an open quotation, so feed it in parts."""
    while len(line) > LONGEST_LINE:
        cut = line.rfind(". ", 0, LONGEST_LINE) + 2
        cut = cut if cut > 1 else line.rfind(" ", 0, LONGEST_LINE) + 1 or LONGEST_LINE
        yield from sentencex.segment("en", line[:cut])
        line = line[cut:]
    yield from sentencex.segment("en", line)

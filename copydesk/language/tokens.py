"""Split a sentence into words, marks and quotations, and name its closed classes of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.corpus import load_table
from copydesk.language.dates import month_names, weekday_names
from copydesk.language.number_words import alternatives
from copydesk.language.sentences import Sentence

_QUOTATION = re.compile(
    r"“[^”\n]*”?"
    r'|"[^"\n]*"?'
    r"|(?<!\w)‘[^‘\n]{1,300}?[^\s‘]’(?!\w)"
    # A straight single mark opens before a word; inside a word it is an apostrophe.
    r"|(?<!\w)'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)"
)


_WORD = re.compile(r"\w+")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a string as a set: a short way to write a closed class of words."""
    return frozenset(text.split())


@lru_cache(maxsize=256)
def lower_words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case: a reader with none of its own there need not read.

    Examples
    --------
    >>> sorted(lower_words("The ministry’s count, it said."))
    ['count', 'it', 'ministry', 's', 'said', 'the']
    """
    return frozenset(_WORD.findall(text.lower()))


def function_words(name: str) -> frozenset[str]:
    """Return one class of ``data/lexicons/function_words.csv``.

    Examples
    --------
    >>> sorted(function_words("have"))
    ['had', 'has', 'have']
    """
    table = load_table("lexicon_function_words")
    return frozenset(table["word"][table["class"] == name])


BE = function_words("be")
HAVE = function_words("have")
MODALS = function_words("modal")
DETERMINERS = function_words("determiner")
PREPOSITIONS = function_words("preposition")
PRONOUNS = function_words("pronoun")
TIME = function_words("time") | {name.lower() for name in (*month_names(), *weekday_names())}
STOPS = function_words("stop")
HONORIFICS = function_words("honorific")


def token_pattern() -> re.Pattern[str]:
    """Return the pattern of a token: initials, a title with its full stop, a word, or a mark."""
    titles = (word.capitalize() for word in HONORIFICS | function_words("abbreviation"))
    return re.compile(
        r"(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z][a-z])"  # "U.S.", "Ana B. Ruiz"
        rf"|{alternatives(titles)}"
        r"|\w+(?:[’'.\-&]\w+)*(?:(?<=s)(?:’(?=\s\w)|'(?=\s[a-z])))?"  # "teachers’ union"
        r"|[^\w\s]"
    )


_TOKEN = token_pattern()


class Token(NamedTuple):
    """One word or mark of a sentence, or a whole quotation taken as one piece.

    Attributes
    ----------
    text, lower : str
        As printed; and in lower case with a straight apostrophe. A quotation is "“”".
    start, end : int
        Character offsets in the whole text.
    quoted : bool
        True for a quotation.
    """

    text: str
    lower: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a word with a capital letter."""
        return not self.quoted and self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no mark or quotation."""
        return not self.quoted and self.text[0].isalnum()


def quotations(text: str) -> list[tuple[int, int]]:
    """Find what stands in quotation marks. A mark that never closes runs to the end of its line.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of (int, int)
        Character offsets, the marks included, in the order of the text.

    Examples
    --------
    >>> quotations("He said “no” twice.")
    [(8, 12)]
    """
    return [match.span() for match in _QUOTATION.finditer(text) if match.end() - match.start() > 1]


def tokenise(text: str, start: int = 0) -> list[Token]:
    """Split a sentence into words and marks.

    Parameters
    ----------
    text : str
        One sentence.
    start : int
        The offset of the sentence in its text; it is added to every token's offsets.

    Returns
    -------
    list of Token

    Examples
    --------
    >>> [token.text for token in tokenise("U.S. officials can’t say.")]
    ['U.S.', 'officials', 'can’t', 'say', '.']
    """
    return list(_tokens(text, start))


@lru_cache(maxsize=1024)
def _tokens(text: str, start: int) -> tuple[Token, ...]:
    """Split a sentence; the steps that read it one after the other share its tokens."""
    return tuple(
        Token(
            match[0],
            match[0].lower().replace("’", "'"),
            start + match.start(),
            start + match.end(),
        )
        for match in _TOKEN.finditer(text)
    )


def fold_quotations(text: str, sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the tokens of a sentence with every quotation folded into one token.

    Parameters
    ----------
    text : str
        The whole text.
    sentence : Sentence
        One of its sentences.
    spans : sequence of (int, int)
        The quotations inside the sentence, in order.

    Returns
    -------
    list of Token
    """
    tokens: list[Token] = []
    place = sentence.start
    for start, end in spans:
        tokens += tokenise(text[place:start], place)
        tokens.append(Token(text[start:end], "“”", start, end, quoted=True))
        place = end
    return tokens + tokenise(text[place : sentence.end], place)


def join(tokens: Sequence[Token]) -> str:
    """Return tokens as words between single spaces."""
    return " ".join(token.text for token in tokens)


def bare(token: Token) -> str:
    """Return a token in lower case without the possessive "'s"."""
    return token.lower.removesuffix("'s")

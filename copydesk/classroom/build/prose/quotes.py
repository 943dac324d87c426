"""Find what a page quotes of itself, and the statement that each quotation stands behind."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.classroom.build.prose.words import numbers_in, words_of

_CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```[ ]*$", re.DOTALL | re.MULTILINE)
_TAGGED = re.compile(r"^:tags: \[[^\]\n]*\bprose-check\b[^\]\n]*\]\n", re.MULTILINE)
_HIDDEN = re.compile(r"<!-- prose-check\n(.*?)^-->", re.DOTALL | re.MULTILINE)
_AS_WRITTEN = re.compile(r"<!-- as written: (.*?) -->", re.DOTALL)
_QUOTED = re.compile(r'"([^"]+)"')
COMMENT = re.compile(r"\n*^<!-- (?:as written: |prose-check\n).*?-->", re.DOTALL | re.MULTILINE)
"""A comment that checks the text, with the empty lines above it; no notebook has it."""


@dataclass(frozen=True)
class Code:
    """Statements that check a text.

    Attributes
    ----------
    source : str
        Python, as it stands on the page.
    at, line : int
        Where ``source`` begins, as an offset and as a line from 1.
    hidden : bool
        True for a comment of the page, False for a cell of the notebook.
    """

    source: str
    at: int
    line: int
    hidden: bool


@dataclass(frozen=True)
class Quote:
    """Some words that a page quotes of its own text.

    Attributes
    ----------
    text : str
        The quotation.
    words : tuple of str
        Its words in lower case.
    at, line : int
        Where the comment with it begins, and its line.
    in_section : bool
        True when it quotes its own section, False when it quotes the text above.
    literals : frozenset of float or None
        The numbers in the statement that it stands behind; None when it is as written.
    """

    text: str
    words: tuple[str, ...]
    at: int
    line: int
    in_section: bool
    literals: frozenset[float] | None


def codes(text: str) -> tuple[Code, ...]:
    """Return the cells and comments of a page that check its text."""
    found = []
    for match in _CELL.finditer(text):
        tags = _TAGGED.search(match[1])
        if tags and not match[1][: tags.start()].strip():
            found.append(_code(text, match.start(1) + tags.end(), match.end(1), hidden=False))
    for match in _HIDDEN.finditer(text):
        found.append(_code(text, match.start(1), match.end(1), hidden=True))
    return tuple(sorted(found, key=lambda code: code.at))


def _code(text: str, start: int, end: int, hidden: bool) -> Code:
    return Code(text[start:end], start, text.count("\n", 0, start) + 1, hidden)


def quotes_of(text: str) -> tuple[Quote, ...]:
    r"""Return every quotation of a page, in the order of the page.

    Raises
    ------
    SyntaxError
        A statement that checks the text is no Python; its ``lineno`` is the line of the page.

    Examples
    --------
    >>> page = 'Two of 15 pages.\n\n<!-- prose-check\nassert 5 * 3 == 15  # "15 pages"\n-->'
    >>> (quote,) = quotes_of(page)
    >>> quote.words, quote.line, sorted(quote.literals)
    (('15', 'pages'), 4, [3.0, 5.0, 15.0])
    """
    found = [quote for code in codes(text) for quote in _behind_statements(code)]
    for match in _AS_WRITTEN.finditer(text):
        for quoted in _QUOTED.finditer(match[1]):
            at = match.start(1) + quoted.start()
            line = text.count("\n", 0, at) + 1
            found.append(_quote(quoted[1], at, line, True, None))
    return tuple(sorted(found, key=lambda quote: quote.at))


def _quote(
    text: str, at: int, line: int, in_section: bool, literals: frozenset[float] | None
) -> Quote:
    words = tuple(word.text for word in words_of(text))
    return Quote(text, words, at, line, in_section, literals)


def _behind_statements(code: Code) -> Iterator[Quote]:
    tree = statements(code)
    for token in tokenize.generate_tokens(io.StringIO(code.source).readline):
        if token.type != tokenize.COMMENT:
            continue
        line = token.start[0]
        behind = next((node for node in tree if (node.end_lineno or 0) >= line), None)
        literals = literals_of(behind) if behind is not None else frozenset()
        for quoted in _QUOTED.findall(token.string):
            if any(word.is_number for word in words_of(quoted)):
                yield _quote(quoted, code.at, code.line + line - 1, code.hidden, literals)


def statements(code: Code) -> list[ast.stmt]:
    """Return the statements of a check.

    Raises
    ------
    SyntaxError
        As `quotes_of`.
    """
    try:
        return ast.parse(code.source).body
    except SyntaxError as error:
        error.lineno = code.line + (error.lineno or 1) - 1
        raise


def literals_of(statement: ast.stmt) -> frozenset[float]:
    """Return the numbers that a statement names: alone, in a text, or as the length of a list.

    Examples
    --------
    >>> sorted(literals_of(ast.parse('assert row == ["a", "b", "six-year"][:9]').body[0]))
    [3.0, 6.0, 9.0]
    """
    found: set[float] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(numbers_in(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            found.update(() if isinstance(node.value, bool) else (float(node.value),))
        elif isinstance(node, ast.List | ast.Tuple | ast.Set):
            found.add(float(len(node.elts)))
        elif isinstance(node, ast.Dict):
            found.add(float(len(node.keys)))
    return frozenset(found)

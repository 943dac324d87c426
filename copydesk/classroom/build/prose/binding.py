"""Set the numbers of a page beside what proves them, and say what is left on either side."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from copydesk.classroom.build.prose.forms import FORMS
from copydesk.classroom.build.prose.pages import Page
from copydesk.classroom.build.prose.quotes import Code, Quote, codes, quotes_of, statements
from copydesk.classroom.build.prose.timing import timing_problems
from copydesk.classroom.build.prose.words import words_of, worth


def problems(page: Page) -> list[str]:
    """Say which numbers of a page nothing proves, and which quotations and checks fail.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of str
        One sentence a problem, with the file and the line, in the order of the page.
    """
    try:
        quotes = quotes_of(page.text)
        hidden = [code for code in codes(page.text) if code.hidden]
        columns = [(name, code.at) for code in hidden for name in _columns(code)]
    except SyntaxError as error:
        return [f"{page.name}, line {error.lineno}: the check does not parse"]
    proven = {at for form in FORMS for at in form(page)}
    for name, at in columns:
        for _, start, end in page.column(name, at):
            proven.update(word.at for word in page.words if start <= word.at < end)
    free = {
        place for place, word in enumerate(page.words) if word.is_number and word.at not in proven
    }
    found = [*_failures(page, hidden), *_match(page, quotes, free)]
    found += timing_problems(page.text, page.minutes)
    found += [(page.words[place].line, _unproven(page, place)) for place in sorted(free)]
    return [f"{page.name}, line {line}: {said}" for line, said in sorted(found)]


def _columns(code: Code) -> Iterator[str]:
    """Yield the columns that a check reads: ``column("points")``."""
    for statement in statements(code):
        for node in ast.walk(statement):
            match node:
                case ast.Call(func=ast.Name(id="column"), args=[ast.Constant(value=str(name))]):
                    yield name


def _failures(page: Page, hidden: Sequence[Code]) -> Iterator[tuple[int, str]]:
    """Run the checks that stand in comments; a cell's are run with its notebook."""
    for code in hidden:
        names = page.names(code.at)
        for statement in statements(code):
            try:
                exec(compile(ast.Module([statement], []), page.name, "exec"), names)
            except Exception as error:  # a check may fail in any way; each is a finding
                cells = list(_wrong_cells(page, code, statement, names))
                said = f" ({type(error).__name__}: {error})" if str(error) else ""
                line = code.line + statement.lineno - 1
                yield from cells or [(line, f"the check {ast.unparse(statement)} fails{said}")]
                break


def _wrong_cells(
    page: Page, code: Code, statement: ast.stmt, names: dict[str, object]
) -> Iterator[tuple[int, str]]:
    """Name the cells that make ``assert column("points") == [...]`` fail."""
    match statement:
        case ast.Assert(
            test=ast.Compare(
                left=ast.Call(func=ast.Name(id="column"), args=[ast.Constant(value=str(name))]),
                comparators=[right],
            )
        ):
            wanted = eval(compile(ast.Expression(right), page.name, "eval"), names)
            for (text, start, _), value in zip(page.column(name, code.at), wanted, strict=False):
                if text != value:
                    line = page.text.count("\n", 0, start) + 1
                    yield line, f'"{name}" is {text} here; the check works out {value}'


def _match(page: Page, quotes: Sequence[Quote], free: set[int]) -> list[tuple[int, str]]:
    """Take from ``free`` what the quotations prove, and say which of them do not fit."""
    found = []
    left = []
    # The longest first: a short one would take a place out of the middle of a long one.
    for quote in sorted(quotes, key=lambda quote: -len(quote.words)):
        place = _place(page, quote, free, exact=True)
        if place is None:
            left.append(quote)
            continue
        numbers = [n for n in range(place, place + len(quote.words)) if page.words[n].is_number]
        free.difference_update(numbers)
        for number in numbers:
            if quote.literals is not None and not quote.literals & worth(page.words, number):
                said = f'"{quote.text}" stands behind a statement without the number'
                found.append((quote.line, f"{said} {page.words[number].text}"))
    for quote in left:
        place = _place(page, quote, free, exact=False)
        if place is None:
            where = "in this section" if quote.in_section else "in the text above"
            found.append((quote.line, f'"{quote.text}" is quoted and stands nowhere {where}'))
            continue
        span = range(place, place + len(quote.words))
        free.difference_update(span)
        says = " ".join(page.words[n].text for n in span)
        line = next(
            page.words[n].line
            for n, wanted in zip(span, quote.words, strict=True)
            if page.words[n].text != wanted
        )
        found.append((line, f'the text says "{says}"; line {quote.line} proves "{quote.text}"'))
    return found


def _place(page: Page, quote: Quote, free: set[int], exact: bool) -> int | None:
    """Return where a quotation begins in the text, with all its numbers still free.

    A quotation in its own section takes the first place there, one of the text above the nearest.
    ``exact=False`` takes any number for any other.
    """
    words, size = page.words, len(quote.words)
    section = page.section(quote.at)
    starts = {
        number - offset
        for number in free
        for offset in range(size)
        if number - offset >= 0 and number - offset + size <= len(words)
    }
    for start in sorted(starts, reverse=not quote.in_section):
        span = words[start : start + size]
        if quote.in_section and {word.section for word in span} != {section}:
            continue
        if not quote.in_section and span[-1].at > quote.at:
            continue
        if len({word.section for word in span}) > 1:
            continue
        if any(word.is_number and start + n not in free for n, word in enumerate(span)):
            continue
        if all(
            word.text == wanted or (not exact and word.is_number and words_of(wanted)[0].is_number)
            for word, wanted in zip(span, quote.words, strict=True)
        ):
            return start
    return None


def _unproven(page: Page, place: int) -> str:
    word = page.words[place]
    near = [
        page.words[n]
        for n in range(max(place - 1, 0), min(place + 2, len(page.words)))
        if page.words[n].section == word.section
    ]
    said = " ".join(each.text for each in near)
    return (
        f'nothing proves "{word.text}" in "{said}"; write # "{said}" behind the assert that does, '
        "or on the line above it, or, if no program can work it out, write "
        f'<!-- as written: "{said}" --> here'
    )

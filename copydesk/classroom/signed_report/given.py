"""What a learner gives to a call of the report, read or refused in one sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from copydesk.classroom.annotation.label_calls import one_line, whole_number
from copydesk.classroom.signed_report.desk import STEPS, Draft, plain_words
from copydesk.classroom.signed_report.file import ReportError


def step_of(step: object, known: Sequence[str] = STEPS) -> str:
    """Return one of the known steps, or raise `ReportError`."""
    name = step.strip().lower() if isinstance(step, str) else ""
    if name not in known:
        raise ReportError(f"The steps are: {', '.join(known)}.")
    return name


def place_of(draft: Draft, step: str, line: object, sentence: object) -> tuple[int, str]:
    """Return the number of a line or sentence and its text, or raise `ReportError`."""
    kind, given, other = (
        ("line", line, sentence) if step == "cleaning" else ("sentence", sentence, line)
    )
    if given is None or other is not None:
        raise ReportError(f"A correction of {step} names a {kind}, and only that: {kind}=7.")
    texts = draft.article.lines if step == "cleaning" else draft.sentences
    if isinstance(given, str) and given.strip().isdecimal():
        raise ReportError(f"Write the number without quotation marks: {kind}={given.strip()[:9]}.")
    number = whole_number(given)
    if number is None or not 1 <= number <= len(texts):
        what = "page" if step == "cleaning" else "text"
        raise ReportError(
            f"There is no {kind} {one_line(given)[:30]}; the {what} has {kind}s 1 to {len(texts)}."
        )
    text = one_line(texts[number - 1])
    if not text:
        raise ReportError(f"Line {number} is blank; there is nothing on it to correct.")
    return number, text


def words_about(about: object, text: str, step: str, place: int) -> str:
    """Return the words that an entry is about; they stand in its line or sentence."""
    words = text_of(about, "about")
    if words and plain_words(words) not in plain_words(text):
        kind = "Line" if step == "cleaning" else "Sentence"
        raise ReportError(f'{kind} {place} does not have "{words[:60]}"; copy words from it.')
    return words


def text_of(value: object, name: str, longest: int = 400) -> str:
    """Return a text on one line, empty for None, or raise `ReportError`."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ReportError(f"{name}: write a text in quotation marks.")
    text = one_line(value)
    if len(text) > longest:
        raise ReportError(
            f"{name} has {len(text):,} letters and there is room for {longest:,}; make it shorter."
        )
    return text


def numbers_of(given: object, kind: str, most: int, at_most: int) -> tuple[int, ...]:
    """Return numbers of sentences or figures that are there, each one once."""
    items = [given] if whole_number(given) is not None else given
    if isinstance(items, (str, bytes, Mapping)) or not isinstance(items, Iterable):
        raise ReportError(
            f"Give a list of numbers, such as [1, 3]: {one_line(given)[:40]} is none."
        )
    numbers: list[int] = []
    for item in items:
        if isinstance(item, str) and item.strip().isdecimal():
            raise ReportError(f"Write numbers without quotation marks: [{item.strip()[:9]}].")
        number = whole_number(item)
        if number is None or not 1 <= number <= most:
            there = f"there is: 1 to {most}" if most else "the desk found none"
            raise ReportError(f"There is no {kind} {one_line(item)[:30]}; {there}.")
        numbers.append(number)
        if len(numbers) > 1000:
            break
    unique = tuple(dict.fromkeys(numbers))
    if len(unique) > at_most:
        raise ReportError(
            f"One page has room for {at_most} {kind}s, and these are {len(unique)}; choose fewer."
        )
    return unique


def figure_of(draft: Draft, figure: object) -> int:
    """Return the number of a figure that the desk found, or raise `ReportError`."""
    most = len(draft.desk.claims)
    number = whole_number(figure)
    if number is None or not 1 <= number <= most:
        there = f"there is: 1 to {most}" if most else "the desk found none"
        raise ReportError(f"There is no figure {one_line(figure)[:30]}; {there}.")
    return number


def chart_of_choice(draft: Draft, chart: object) -> str:
    """Return "lines", "tone" or the number of a figure that a chart can be made of."""
    name = one_line(chart).lower() if isinstance(chart, str) else ""
    if name in ("lines", "tone"):
        return name
    number = int(name[:9]) if name.isdecimal() else whole_number(chart)
    figures = len(draft.desk.claims)
    if number is None or not 1 <= number <= figures:
        raise ReportError(
            'A chart is "lines", "tone", or the number of a figure'
            + (f" from 1 to {figures}." if figures else "; the desk found no figure.")
        )
    claim, verdict = draft.desk.claims[number - 1]
    if claim.measure in ("change", "share") or claim.unit == "percent":
        raise ReportError(
            f"Figure {number} is a percentage, and the series are counts; choose a figure that it "
            "is made of."
        )
    if not verdict.evidence:
        raise ReportError(
            f"Figure {number} has nothing to be set beside, so a chart would show one number; "
            "choose another figure."
        )
    return str(number)


def day_of(date: object) -> str:
    """Return a day as 2026-03-02, today for None, or raise `ReportError`."""
    if date is None:
        return datetime.date.today().isoformat()
    day = text_of(date, "The date")
    try:
        if datetime.date.fromisoformat(day).isoformat() == day:
            return day
    except ValueError:
        pass
    raise ReportError(f"{day[:30]!r} is no date; write year, month and day, as 2026-03-02.")

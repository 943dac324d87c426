"""The report that a learner signs: take one story through the desk, correct the desk, say so.

A report is begun with `start_report` and kept in a small file of the learner's own. `show_desk`
prints what the desk found, `second_opinion` sets a function of the learner's beside it, `correct`
logs what the desk got wrong, `choose` and `write` make the report, `self_check` says what is
missing, `sign` signs it, and `write_html` writes one page to hand in. Nothing is raised: what does
not fit is said in a sentence, and what was there before stays.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from copydesk.article import Article, ArticleError
from copydesk.charts import Chart
from copydesk.classroom.label_file import one_line, whole_number
from copydesk.classroom.rendering import Reply
from copydesk.classroom.report_answers import (
    chart_chosen,
    numbers_given,
    place_named,
    step_named,
    text_given,
    words_about,
)
from copydesk.classroom.report_desk import PARTS, STEPS, Draft, desk_lines, desk_said, plain_words
from copydesk.classroom.report_file import (
    Correction,
    ReportError,
    ReportState,
    read_state,
    report_path,
    write_page,
)
from copydesk.classroom.report_opinions import OWN_FUNCTIONS
from copydesk.classroom.report_page import RUBRIC, chart_of, missing_rows, page_of
from copydesk.classroom.running import run
from copydesk.corpus import CorpusError, article_record, load_article
from copydesk.evidence import LABELS
from copydesk.reference import load_reference
from copydesk.report import analyse_article

HELD = (
    "border_local",
    "corrections_page",
    "daily_figures",
    "ministry_release",
    "portal_rewrite",
    "yearend_2024",
)
"""Articles that are held for the report: no lesson takes them apart."""

_LONGEST = 1200  # letters of a part
_MOST_QUOTES, _MOST_CLAIMS = 4, 8
_TITLE = "Your report"
_START = 'Begin a report first: report = start_report("yearend_2024", "my_report.json").'
_T = TypeVar("_T")


def start_report(article: object = ..., file: object = None) -> Draft | Reply:
    """Begin the report on a story, or go on with it.

    Parameters
    ----------
    article : str or Article
        The name of a story, such as ``"yearend_2024"`` or one that you added; or the story itself,
        as ``load_article`` gives it.
    file : str, optional
        The file that keeps the report, such as ``"my_report.json"``; a name alone lies beside the
        notebook. Left out, the report is for practice and is not kept.

    Returns
    -------
    Draft or Reply
        A reply in words when something does not fit.

    Examples
    --------
    >>> start_report("minister_wire").name
    'minister_wire'
    """
    if article is ... or article is None:
        names = ", ".join(HELD)
        return Reply(
            "not attempted",
            _TITLE,
            f"Write the name of a story in quotation marks: one that you added, or one of {names}.",
        )

    def work() -> Draft | Reply:
        if isinstance(article, Article):
            story, name = article, Path(article.source).stem
        elif isinstance(article, str):
            name = article.strip()
            story = load_article(name)
        else:
            raise ReportError(
                'The story is a name in quotation marks, such as "yearend_2024", or what '
                "load_article gives."
            )
        path = None if file is None else report_path(file, ".json", "my_report.json")
        notice = ""
        if path is not None:
            _, notice = read_state(path, name, story.sha256)
        try:
            record = article_record(name)
            outlet, published = record.outlet, record.date
        except CorpusError:
            outlet = published = ""
        desk = analyse_article(story, load_reference())
        return Draft(name, story, desk, outlet, published, path, notice)

    try:
        return work()
    except (ReportError, CorpusError, ArticleError) as error:
        return Reply("unknown", _TITLE, one_line(error))
    except Exception as error:  # a mistake of the kit must not stop the notebook either
        return _not_your_mistake(error)


def show_desk(report: object, step: object = ...) -> Reply | None:
    """Print what the desk found in one step, with the numbers to point at it.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    step : str
        One of `STEPS`.

    Returns
    -------
    Reply or None
        None when something was printed.

    Examples
    --------
    >>> show_desk(start_report("minister_wire"), "spelling")
    ✗ Your report. The steps are: cleaning, tone, stance, claims, verification.
    """

    def work(draft: Draft) -> Reply | None:
        if step is ...:
            return _dots(f"Write a step in quotation marks: {', '.join(STEPS)}.")
        for line in desk_lines(draft, step_named(step)):
            print(line)
        return None

    return _with(report, work)


def second_opinion(report: object, function: object = ...) -> Reply:
    """Set a function of your own beside the desk and list where the two differ.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    function : callable
        Yours from an exercise: ``keep_line`` (2.3), ``own_tone`` (3.3), ``speaker_and_verb`` (4.1),
        ``what_is_counted`` (5.2), ``questions_for`` (5.3) or ``choose_figure`` (6.1).

    Returns
    -------
    Reply
        The places to look at. Neither side is right because it is yours or the desk's.
    """

    def work(draft: Draft) -> Reply:
        known = ", ".join(OWN_FUNCTIONS)
        if function is ... or function is None:
            return _dots(f"Give a function of yours: {known}. Without one, the desk's stands.")
        if not callable(function):
            raise ReportError(f"This is no function; give one of these, without quotes: {known}.")
        name = getattr(function, "__name__", "")
        if name not in OWN_FUNCTIONS:
            raise ReportError(
                f"{name or 'This function'} cannot stand beside the desk; these can: {known}."
            )
        title = f"{name} beside the desk"
        cases, compare = OWN_FUNCTIONS[name](draft)
        outcomes = run(function, [case for _, case in cases], seconds=20)
        failed = [
            (place, outcome)
            for (place, _), outcome in zip(cases, outcomes, strict=True)
            if outcome.kind != "value"
        ]
        if failed:
            place, outcome = failed[0]
            why = "did not end" if outcome.kind == "too slow" else f"stops ({outcome.error})"
            return Reply(
                "crash",
                title,
                f"Your function {why} at {place}. The desk's result stands until it runs.",
            )
        if any(outcome.value == {"kind": "ellipsis"} for outcome in outcomes):
            return _dots(f"{name} still has three dots in it; the desk's result stands.")
        found = [
            (place, said)
            for (place, _), outcome, test in zip(cases, outcomes, compare, strict=True)
            if (said := test(outcome))
        ]
        if not found:
            return Reply("right", title, f"The two agree on all {len(cases)} places looked at.")
        more = len(found) - 20
        message = f"{len(found)} of {len(cases)} places to look at. Decide each one by reading it."
        if more > 0:
            message += f" The first 20 are here; {more} more follow when these are settled."
        return Reply("wrong", title, message, options=tuple(found[:20]))

    return _always(_with(report, work))


def correct(
    report: object,
    step: object = ...,
    *,
    line: object = None,
    sentence: object = None,
    about: object = "",
    right: object = ...,
    reason: object = ...,
) -> Reply:
    """Log one thing that the desk got wrong. What the desk said is written down for you.

    The same place is logged once: a call with another answer changes the entry, and what it said
    before is kept in the file.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    step : str
        One of `STEPS`.
    line : int
        For cleaning: the number of the line.
    sentence : int
        For the other steps: the number of the sentence.
    about : str, optional
        Words of the line or sentence, when the entry is about these only: ``"444"``.
    right : str
        What is right. For verification one of the four labels.
    reason : str
        Why, so that another person can check it.

    Returns
    -------
    Reply
        The entry, or in one sentence what does not fit.
    """

    def work(draft: Draft) -> Reply:
        if ... in (step, right, reason, line, sentence) or about is ...:
            return _dots("Fill in the step, the place, what is right, and the reason.")
        named = step_named(step)
        place, text = place_named(draft, named, line, sentence)
        part = words_about(about, text, named, place)
        desk = desk_said(draft, named, place, part)
        fixed = text_given(right, "right")
        if not fixed:
            raise ReportError("Say what is right: right= is empty.")
        why = text_given(reason, "reason")
        if len(why.split()) < 3:
            raise ReportError(
                "A correction needs a reason that another person can check, in three words or "
                "more: reason= has " + (f'"{why}".' if why else "nothing.")
            )
        if named == "verification" and fixed not in LABELS:
            raise ReportError(f"A verdict is one of four labels: {', '.join(LABELS)}.")
        if plain_words(fixed) in (plain_words(desk), plain_words(desk).rpartition(": ")[2]):
            raise ReportError(f"The desk has that already: {desk}.")
        state, notice = draft._read()
        old = next(
            (
                entry
                for entry in state.corrections
                if (entry.step, entry.place, entry.about) == (named, place, part)
            ),
            None,
        )
        new = Correction(
            number=old.number if old else 1 + max((e.number for e in state.corrections), default=0),
            step=named,
            place=place,
            about=part,
            text=text,
            desk=desk,
            right=fixed,
            reason=why,
            earlier=old.earlier if old else (),
        )
        if old and new != old:
            if (old.right, old.reason) != (new.right, new.reason):
                new = replace(new, earlier=(*old.earlier, f"{old.right}: {old.reason}"))
            others = tuple(new if entry is old else entry for entry in state.corrections)
        else:
            others = state.corrections if old else (*state.corrections, new)
        _save(draft, state, replace(state, corrections=others))
        where = new.where[0].upper() + new.where[1:]
        said = f"{where}: the desk has {_ended(desk)} Right: {_ended(fixed)} {_ended(why)}"
        return Reply("right", f"Correction {new.number}, {named}", _joined(said, notice))

    return _always(_with(report, work))


def take_back(report: object, number: object = ...) -> Reply:
    """Take a correction out of the report. The file still has it.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    number : int
        The number of the correction.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if number is ...:
            return _dots("Write the number of the correction.")
        state, notice = draft._read()
        whole = whole_number(number)
        known = [entry.number for entry in state.corrections if not entry.taken_back]
        if whole not in known:
            there = ", ".join(map(str, known)) or "none"
            raise ReportError(f"There is no correction {one_line(number)}; there is: {there}.")
        changed = tuple(
            replace(entry, taken_back=True) if entry.number == whole else entry
            for entry in state.corrections
        )
        _save(draft, state, replace(state, corrections=changed))
        return Reply("right", _TITLE, _joined(f"Correction {whole} is taken back.", notice))

    return _always(_with(report, work))


def choose(
    report: object, *, quotes: object = None, claims: object = None, chart: object = None
) -> Reply:
    """Choose what the report shows, by number. A new choice takes the place of the old one.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    quotes : list of int
        Numbers of sentences, as ``show_desk(report, "stance")`` prints them.
    claims : list of int
        Numbers of figures, as ``show_desk(report, "verification")`` prints them.
    chart : int or str
        The number of a figure, ``"lines"`` (roles of lines) or ``"tone"``.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if ... in (chart, quotes, claims) or (quotes is None and claims is None and chart is None):
            return _dots("Write numbers, as in choose(report, quotes=[2, 5], claims=[1], chart=1).")
        state, notice = draft._read()
        new = state
        said = []
        if quotes is not None:
            new = replace(
                new, quotes=numbers_given(quotes, "sentence", len(draft.sentences), _MOST_QUOTES)
            )
            said.append(f"sentences {_listed(new.quotes)}")
        if claims is not None:
            new = replace(
                new, claims=numbers_given(claims, "figure", len(draft.desk.claims), _MOST_CLAIMS)
            )
            said.append(f"figures {_listed(new.claims)}")
        if chart is not None:
            new = replace(new, chart=chart_chosen(draft, chart))
            said.append(f"chart {new.chart}")
        _save(draft, state, new)
        return Reply("right", _TITLE, _joined(f"Chosen: {'; '.join(said)}.", notice))

    return _always(_with(report, work))


def write(report: object, part: object = ..., text: object = ...) -> Reply:
    """Write a part of the report. A new text takes the place of the old one.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    part : str
        One of `PARTS`.
    text : str
        Your words.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        parts = ", ".join(PARTS)
        if part is ...:
            return _dots(f"Write the name of a part in quotation marks: {parts}.")
        if not isinstance(part, str) or part.strip().lower() not in PARTS:
            raise ReportError(f"The parts are: {parts}.")
        name = part.strip().lower()
        if text is ... or (isinstance(text, str) and not text.strip(" .…\n\t")):
            return _dots(f"{name}: {PARTS[name]}. Write it between the quotation marks.")
        new = text_given(text, "the text", _LONGEST)
        state, notice = draft._read()
        old = state.parts.get(name, "")
        earlier = (*state.earlier, f"{name}: {old}") if old and old != new else state.earlier
        _save(draft, state, replace(state, parts={**state.parts, name: new}, earlier=earlier))
        count = len(new.split())
        return Reply("right", f"Part {name}", _joined(f"{count} words are written.", notice))

    return _always(_with(report, work))


def self_check(report: object) -> Reply:
    """Say what is missing before you hand in: structure and evidence, never your opinion.

    Parameters
    ----------
    report : Draft
        From `start_report`.

    Returns
    -------
    Reply
        "right" when nothing is missing. It does not say that the report is true.
    """

    def work(draft: Draft) -> Reply:
        state, notice = draft._read()
        problems = missing_rows(draft, state)
        options = tuple(
            (name, f"open: {problems[name]}" if name in problems else "a reader can find it.")
            for name, _ in RUBRIC
        )
        if not problems:
            message = (
                "Nothing is missing. This looks at structure and evidence. Whether it is true and "
                "fair, only a person can say."
            )
            return Reply("right", "Self-check", _joined(message, notice), options=options)
        count = len(RUBRIC) - len(problems)
        message = f"{count} of {len(RUBRIC)} rows are there."
        return Reply("wrong", "Self-check", _joined(message, notice), options=options)

    return _always(_with(report, work))


def sign(report: object, name: object = ..., date: object = None) -> Reply:
    """Sign the report, when nothing is missing. A later change takes the signature off.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    name : str
        Your name, initials, or a name that your class agreed on.
    date : str, optional
        The day, as ``2026-03-02``; left out, today.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if name is ... or date is ...:
            return _dots("Write your name, initials, or the name that your class agreed on.")
        who = text_given(name, "the name", 60)
        if not who:
            raise ReportError("A signature needs a name or initials between the quotation marks.")
        day = datetime.date.today().isoformat() if date is None else text_given(date, "the date")
        try:
            if datetime.date.fromisoformat(day).isoformat() != day:
                raise ValueError
        except ValueError:
            raise ReportError(
                f"{day[:30]!r} is no date; write year, month and day, as 2026-03-02."
            ) from None
        state, notice = draft._read()
        missing = missing_rows(draft, state)
        if missing:
            first = next(iter(missing))
            raise ReportError(
                f"It is not signed yet, because {len(missing)} rows of the self-check are open; "
                f"the first one is {first}: {missing[first]}"
            )
        draft._write(replace(state, name=who, date=day))
        return Reply("right", _TITLE, _joined(f"Signed by {_ended(f'{who}, {day}')}", notice))

    return _always(_with(report, work))


def write_html(report: object, file: object = ...) -> Reply:
    """Write the report as one HTML page, to hand in or to print.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    file : str
        A name that ends in ``.html``; a name alone lies beside the notebook. A file that is there
        and is not this page stays as it is.

    Returns
    -------
    Reply
    """

    def work(draft: Draft) -> Reply:
        if file is ...:
            return _dots('Write a file name in quotation marks, such as "my_report.html".')
        path = report_path(file, ".html", "my_report.html")
        state, notice = draft._read()
        state = write_page(path, page_of(draft, state), state)
        draft._write(state)
        how = "It is signed." if state.name else "It is marked as a draft: it is not signed yet."
        message = f"{path.name} is written. {how} Open it in a browser; Print there makes a PDF."
        return Reply("right", _TITLE, _joined(message, notice))

    return _always(_with(report, work))


def report_chart(report: object) -> Chart | Reply:
    """Return the chart that was chosen for the report.

    Parameters
    ----------
    report : Draft
        From `start_report`.

    Returns
    -------
    Chart or Reply
        A reply when none was chosen.
    """

    def work(draft: Draft) -> Chart | Reply:
        chart = chart_of(draft, draft.state())
        return chart or _dots('Choose a chart first: choose(report, chart=1), or chart="tone".')

    return _with(report, work)


def to_html(report: Draft) -> str:
    """Return the report as one HTML page that needs no network and no other file."""
    return page_of(report, report.state())


def _with(report: object, work: Callable[[Draft], _T]) -> _T | Reply:
    if not isinstance(report, Draft):
        return _dots(_START)
    try:
        return work(report)
    except ReportError as error:
        return Reply("unknown", _TITLE, one_line(error))
    except Exception as error:  # a mistake of the kit must not stop the notebook either
        return _not_your_mistake(error)


def _always(reply: Reply | None) -> Reply:
    assert reply is not None
    return reply


def _dots(message: str) -> Reply:
    return Reply("not attempted", _TITLE, message)


def _not_your_mistake(error: Exception) -> Reply:
    return Reply(
        "unknown",
        _TITLE,
        "The kit could not do this, and it is not your mistake "
        f"({type(error).__name__}: {one_line(error)}). Tell your instructor.",
    )


def _save(draft: Draft, old: ReportState, new: ReportState) -> None:
    """Write what changed. A change takes the signature off; the file remembers it."""
    if new == old:
        return
    if old.name:
        was = f"signed: {old.name}, {old.date}"
        new = replace(new, name="", date="", earlier=(*new.earlier, was))
    draft._write(new)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers)) or "none"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))

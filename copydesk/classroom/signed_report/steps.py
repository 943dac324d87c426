"""The report that a learner signs: take one story through the desk, correct the desk, say so."""

from __future__ import annotations

from dataclasses import replace

from copydesk.article import Article, ArticleError
from copydesk.classroom.annotation.label_calls import one_line
from copydesk.classroom.checking.running import Outcome, run
from copydesk.classroom.rendering import Reply
from copydesk.classroom.signed_report.calls import (
    TITLE,
    always,
    changing_report,
    dots,
    joined,
    not_your_mistake,
    save,
    with_report,
)
from copydesk.classroom.signed_report.desk import PARTS, SHOWN, Draft, desk_lines, reason_lines
from copydesk.classroom.signed_report.file import ReportError, alone_at, read_state, report_path
from copydesk.classroom.signed_report.given import (
    chart_of_choice,
    figure_of,
    numbers_of,
    step_of,
    text_of,
)
from copydesk.classroom.signed_report.opinions import OWN_FUNCTIONS
from copydesk.corpus import CorpusError, article_record, load_article
from copydesk.report import analyse_article
from copydesk.verification.reference import load_reference

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
_LONGEST_NAME = 200  # letters of a name that can be a file
_MOST_QUOTES, _MOST_CLAIMS = 4, 8


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
            TITLE,
            f"Write the name of a story in quotation marks: one that you added, or one of {names}.",
        )

    def work() -> Draft | Reply:
        if isinstance(article, Article):
            story, name = article, article.name
        elif isinstance(article, str):
            name = article.strip()
            if len(name) > _LONGEST_NAME:
                raise ReportError(
                    f"There is no story with a name of {len(name)} letters; write a short one, "
                    'such as "yearend_2024".'
                )
            story = load_article(name)
        else:
            raise ReportError(
                'The story is a name in quotation marks, such as "yearend_2024", or what '
                "load_article gives."
            )
        path = None if file is None else report_path(file, ".json", "my_report.json")
        notice = ""
        if path is not None:
            with alone_at(path):
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
        return Reply("unknown", TITLE, one_line(error))
    except Exception as error:  # a mistake of the kit must not stop the notebook either
        return not_your_mistake(error)


def show_desk(report: object, step: object = ..., *, figure: object = None) -> Reply | None:
    """Print what the desk found in one step, with the numbers to point at it.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    step : str
        One of `SHOWN`.
    figure : int, optional
        For verification: the number of one figure, to print the whole reason of its verdict.

    Returns
    -------
    Reply or None
        None when something was printed.

    Examples
    --------
    >>> show_desk(start_report("minister_wire"), "spelling")
    ✗ Your report. The steps are: consistency, cleaning, tone, stance, claims, verification.
    """

    def work(draft: Draft) -> Reply | None:
        if step is ...:
            return dots(f"Write a step in quotation marks: {', '.join(SHOWN)}.")
        if figure is ...:
            return dots("Write the number of a figure.")
        named = step_of(step, SHOWN)
        if figure is None:
            lines = desk_lines(draft, named)
        elif named == "verification":
            lines = reason_lines(draft, figure_of(draft, figure))
        else:
            raise ReportError('figure= goes with "verification" alone.')
        for line in lines:
            print(line)
        return None

    return with_report(report, work)


def second_opinion(report: object, function: object = ...) -> Reply:
    """Set a function of your own beside the desk and list where the two differ.

    Parameters
    ----------
    report : Draft
        From `start_report`.
    function : callable
        Yours from an exercise: ``keep_line`` (2.3), ``own_tone`` (3.3), ``speaker_and_verb`` (4.1),
        ``what_is_counted`` (5.2), ``questions_for`` (5.3), ``choose_figure`` (6.1),
        ``check_change`` (6.2) or ``about_the_parts`` (6.5).

    Returns
    -------
    Reply
        The places to look at. Neither side is right because it is yours or the desk's.
    """

    def work(draft: Draft) -> Reply:
        known = ", ".join(OWN_FUNCTIONS)
        if function is ... or function is None:
            return dots(f"Give a function of yours: {known}. Without one, the desk's stands.")
        if not callable(function):
            raise ReportError(f"This is no function; give one of these, without quotes: {known}.")
        name = getattr(function, "__name__", "")
        if name not in OWN_FUNCTIONS:
            raise ReportError(
                f"{name or 'This function'} cannot stand beside the desk; these can: {known}."
            )
        title = f"{name} beside the desk"
        cases, compare = OWN_FUNCTIONS[name](draft)
        if not cases:
            return dots(f"This page has nothing that {name} can be run on; the desk's stands.")
        outcomes = run(function, [case for _, case in cases], seconds=20)
        failed = [
            (place, outcome)
            for (place, _), outcome in zip(cases, outcomes, strict=True)
            if outcome.kind != "value"
        ]
        if failed:
            place, outcome = failed[0]
            why = (
                f"stops at {place} ({_error(outcome)})"
                if outcome.kind == "crash"
                else f"did not end at {place}"
            )
            hint = (
                "Copy the cell that makes this name, too." if outcome.error == "NameError" else ""
            )
            return Reply(
                "crash",
                title,
                f"Your function {why}. The desk's result stands until it runs.",
                hint=hint,
            )
        if any(outcome.value == {"kind": "ellipsis"} for outcome in outcomes):
            return dots(f"{name} still has three dots in it; the desk's result stands.")
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

    return always(with_report(report, work))


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
            return dots("Write numbers, as in choose(report, quotes=[2, 5], claims=[1], chart=1).")
        state, notice = draft._read()
        new = state
        said = []
        if quotes is not None:
            new = replace(
                new, quotes=numbers_of(quotes, "sentence", len(draft.sentences), _MOST_QUOTES)
            )
            said.append(f"sentences {', '.join(map(str, new.quotes)) or 'none'}")
        if claims is not None:
            new = replace(
                new, claims=numbers_of(claims, "figure", len(draft.desk.claims), _MOST_CLAIMS)
            )
            said.append(f"figures {', '.join(map(str, new.claims)) or 'none'}")
        if chart is not None:
            new = replace(new, chart=chart_of_choice(draft, chart))
            said.append(f"chart {new.chart}")
        save(draft, state, new)
        return Reply("right", TITLE, joined(f"Chosen: {'; '.join(said)}.", notice))

    return always(changing_report(report, work))


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
            return dots(f"Write the name of a part in quotation marks: {parts}.")
        if not isinstance(part, str) or part.strip().lower() not in PARTS:
            raise ReportError(f"The parts are: {parts}.")
        name = part.strip().lower()
        if text in (..., None) or (isinstance(text, str) and not text.strip(" .…\n\t")):
            return dots(f"{name}: {PARTS[name]}. Write it between the quotation marks.")
        new = text_of(text, "The text", _LONGEST)
        state, notice = draft._read()
        old = state.parts.get(name, "")
        earlier = (*state.earlier, f"{name}: {old}") if old and old != new else state.earlier
        save(draft, state, replace(state, parts={**state.parts, name: new}, earlier=earlier))
        count = len(new.split())
        written = "1 word is" if count == 1 else f"{count} words are"
        return Reply("right", f"Part {name}", joined(f"{written} written.", notice))

    return always(changing_report(report, work))


def _error(outcome: Outcome) -> str:
    """Name the error of a function that stopped, and what Python says of it."""
    return ": ".join(filter(None, (outcome.error, one_line(outcome.message)[:120])))

"""The exercises of lesson 07_charts: six charts that say something else than their data."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import accumulate
from typing import Any

from matplotlib.figure import Figure

from copydesk.charts.reading import Drawn, Panel, Reading, read_figure
from copydesk.charts.remarks import axis_problem, has_bars, years_apart
from copydesk.charts.series import MEASURES, YearSeries, year_series
from copydesk.charts.text import number
from copydesk.exercises.described import Asked, missing_or_wrong
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments
from copydesk.exercises.words import OTHER_BODIES, per_hundred_thousand

View = dict[str, Any]


@cache
def _series(series_id: str, country: str = "Pakistan") -> YearSeries:
    return year_series(series_id, country)


def _read(picture: object) -> Reading | None:
    """Read a learner's figure, or return None where no picture came back."""
    if isinstance(picture, Reading):
        return picture
    try:
        return read_figure(picture)  # type: ignore[arg-type]  # it says itself what it was given
    except TypeError:
        return None


_NOTHING = "No picture came back: the last line has to be `return figure`."
_EMPTY = Panel((), "", "", 0.0, 1.0, False, True)


def _panels(reading: Reading | None) -> tuple[Panel, ...]:
    """Return the panels in which something is drawn, or an empty one."""
    found = tuple(panel for panel in reading.panels if panel.drawn) if reading else ()
    return found or (_EMPTY,)


def _first_problem(problems: Mapping[str, bool]) -> str:
    return next((name for name, is_there in problems.items() if is_there), "")


def _axis(panels: tuple[Panel, ...]) -> tuple[str, str]:
    """Return the first problem of an axis, and what is seen of it."""
    return next(filter(any, map(axis_problem, panels)), ("", ""))


def _bars_only(panels: tuple[Panel, ...]) -> bool:
    return all(drawn.kind == "bars" for panel in panels for drawn in panel.drawn) and all(
        panel.drawn for panel in panels
    )


def _values(panels: tuple[Panel, ...]) -> dict[Any, float]:
    drawn = [one for panel in panels for one in panel.drawn]
    return {place: value for one in drawn for place, value in one.values.items()}


def _said(what: str, text: str) -> str:
    return f"{what} stands: “{text}”." if text else f"{what} stands nothing."


def _other_values(shown: Mapping[Any, float], asked: Mapping[Any, float], near: float) -> str:
    """Name the first place where a picture shows another value than it should."""
    for place, value in asked.items():
        if place not in shown:
            return f"{place} is not in the picture."
        if abs(shown[place] - value) > near:
            return f"The picture shows {number(round(shown[place], 2))} for {place}."
    extra = [place for place in shown if place not in asked]
    return f"The picture shows something at {extra[0]}." if extra else ""


def _figure() -> Figure:
    return Figure(figsize=(6, 3))


# 7.1 ---------------------------------------------------------------------------------------------

_BARS = ("picss-injuries-attacks", "picss-attacks", "pips-attacks", "pips-injuries-attacks")


def _bars(
    years: list[int],
    values: list[int],
    what: str,
    source: str,
    *,
    bottom: str = "zero",
    top: str = "free",
    named: bool = True,
    sourced: bool = True,
) -> Figure:
    """Draw bars; each option makes one mistake of exercise 7.1."""
    figure = _figure()
    axes = figure.add_subplot()
    base = min(values) / 2 if bottom == "floating" else 0
    axes.bar(years, [value - base for value in values], bottom=base)
    lowest = {"lowest": float(min(values)), "half": min(values) / 2}
    axes.set_ylim(lowest.get(bottom, 0.0), max(values) * (0.8 if top == "low" else 1.05))
    if top == "bottom":
        axes.invert_yaxis()
    if named:
        axes.set_ylabel(what.capitalize())
    axes.set_xlabel("Year")
    if sourced:
        figure.supxlabel(f"Source: {source}")
    return figure


# The body and the days of its editions: what a source says, whatever stands around it.
_PRINTED = re.compile(rf"\b(?:{'|'.join(OTHER_BODIES).upper()}|(?:19|20)\d\d-\d\d(?:-\d\d)?)\b")


def _view_bars(picture: object) -> View:
    reading = _read(picture)
    panels = _panels(reading)
    counted = [name for name in MEASURES.values() for one in panels if name in one.value.lower()]
    axis, _ = _axis(panels)
    high = axis == "not from zero" and panels[0].begins >= min(_values(panels).values())
    source = reading.source if reading else ""
    problem = _first_problem(
        {
            "no bars": not _bars_only(panels),
            "no length": high,
            axis: bool(axis),
            "no name": not counted,
            "no source": not re.search(r"(?:19|20)\d\d", source),
        }
    )
    # Beside a problem of the picture, nothing else is judged: one thing at a time.
    shown = {} if problem else _values(panels)
    printed = sorted(set(_PRINTED.findall(source)))
    return {
        "problem": problem,
        "values": shown,
        "counted": "" if problem else counted[0],
        "source": [] if problem else printed,
    }


def _about_bars(
    picture: object, years: list[int], values: list[int], what: str, source: str
) -> str:
    reading = _read(picture)
    if reading is None:
        return _NOTHING
    panels = _panels(reading)
    if not _bars_only(panels):
        kinds = {drawn.kind for panel in panels for drawn in panel.drawn} - {"bars"}
        return f"The picture has no bars, and {', '.join(kinds) or 'nothing'} in their place."
    named = " ".join(panel.value for panel in panels)
    wrong = _other_values(_values(panels), dict(zip(years, values, strict=True)), 0.001)
    if _axis(panels)[1] or wrong:
        return _axis(panels)[1] or wrong
    if what.lower() not in named.lower():
        return _said("Along the axis of the numbers", named)
    return f"The source in the picture: “{reading.source}”." if reading.source else ""


def _years_with_values(rng: random.Random) -> list[tuple[list[int], list[int], str, str]]:
    # One series of which a bar is higher than 1,000, for an axis that ends where it should not.
    chosen = ("picss-injuries-attacks", rng.choice(_BARS[1:]))
    cases = []
    for name in chosen:
        series = _series(name)
        part = list(series.counts.items())[-rng.randint(3, 6) :]
        years, values = [year for year, _ in part], [int(value) for _, value in part]
        cases.append((years, values, series.counted, series.source))
    return cases


# 7.2 ---------------------------------------------------------------------------------------------

_WHOLE = ("pips-attacks", "picss-attacks", "ucdp-fatalities-organized-violence")


def _each_year(totals: list[int]) -> list[int]:
    return [new - old for old, new in zip([0, *totals], totals, strict=False)]


def _minus_the_number_before(totals: list[int]) -> list[int]:
    counts: list[int] = []
    for total in totals:
        counts.append(total - (counts[-1] if counts else 0))
    return counts


def _running_totals(rng: random.Random) -> list[tuple[list[int]]]:
    cases = []
    for name in rng.sample(_WHOLE, 3):
        values = [int(value) for value in _series(name).counts.values()]
        first = rng.randrange(len(values) - 5)
        cases.append((list(accumulate(values[first : first + rng.randint(4, 5)])),))
    return cases


# 7.3 ---------------------------------------------------------------------------------------------

_BROKEN = ("pips-fatalities-attacks", "picss-fatalities-attacks", "picss-injuries-attacks")
_ALONE = ("picss-fatalities-combined", "picss-incidents-combined", "picss-injuries-combined")
_Figures = dict[int, int]


def _line(figures: _Figures, missing: str = "gap", marker: str = "o") -> Figure:
    """Draw a line over the years; each option makes one mistake of exercise 7.3."""
    years = list(range(min(figures), max(figures) + 1))
    heights: list[Any] = []
    for year in years:
        fill: dict[str, Any] = {
            "gap": float("nan"),
            "text": "",
            "short": float("nan"),
            "dots": float("nan"),
            "zero": 0.0,
            "last": heights[-1] if heights else 0.0,
            "mean": sum(figures.values()) / len(figures),
        }
        heights.append(float(figures[year]) if year in figures else fill.get(missing, 0.0))
    figure = _figure()
    axes = figure.add_subplot(xlabel="Year", ylabel="Number a year")
    if missing in ("short", "zero and short"):
        years, heights = years[:-1], heights[:-1]
    if missing == "joined":
        years, heights = list(figures), [float(value) for value in figures.values()]
    axes.plot(years, heights, linestyle="" if missing == "dots" else "-", marker=marker)
    axes.set_ylim(0)
    return figure


def _view_line(picture: object) -> View:
    panels = _panels(_read(picture))
    joined = sorted(
        {pair for panel in panels for drawn in panel.drawn for pair in drawn.joined}, key=str
    )
    return {
        "axis": _axis(panels)[0],
        "bars": any(map(has_bars, panels)),
        "seen": _seen(panels),
        "joined": [f"{one} to {other}" for one, other in joined],
    }


def _seen(panels: tuple[Panel, ...]) -> dict[Any, float]:
    """Return the values that are seen: at a marker, or where a line begins or ends."""
    return {
        place: value
        for panel in panels
        for drawn in panel.drawn
        for place, value in drawn.values.items()
        if drawn.marked or any(place in pair for pair in drawn.joined)
    }


def _about_line(picture: object, figures: _Figures) -> str:
    if _read(picture) is None:
        return _NOTHING
    panels = _panels(_read(picture))
    drawn = [one for panel in panels for one in panel.drawn]
    seen, there = _seen(panels), {place for one in drawn for place in one.values}
    joined = {pair for one in drawn for pair in one.joined}
    across = [pair for pair in joined if not all(place in figures for place in pair)]
    far = [pair for panel in panels for pair in years_apart(panel)]
    hidden = [year for year in figures if year in there and year not in seen]
    if any(map(has_bars, panels)):
        return "The picture has bars, and the exercise asks for a line."
    if _axis(panels)[1]:
        return _axis(panels)[1]
    if hidden:
        return f"{hidden[0]} cannot be seen: it has no marker, and no line reaches it."
    if far:
        return f"The line joins {far[0][0]} and {far[0][1]}, and no figure lies between them."
    wrong = _other_values(seen, figures, 0.001)
    apart = [(one, other) for one, other in itertools.pairwise(sorted(figures)) if other - one == 1]
    open_ones = [pair for pair in apart if not {pair, pair[::-1]} & joined]
    if wrong or across:
        return wrong
    if open_ones:
        return f"No line joins {open_ones[0][0]} and {open_ones[0][1]}, which both have a figure."
    return ""


def _years_with_gaps(rng: random.Random) -> list[tuple[_Figures]]:
    # A window that has the gap in it, and a series with a year that stands alone.
    cases = []
    for name, least in ((rng.choice(_BROKEN), 0), (rng.choice(_ALONE), 7)):
        values = {year: int(value) for year, value in _series(name).counts.items()}
        years = list(values)
        gap = next(at for at in range(1, len(years)) if years[at] - years[at - 1] > 1)
        first = 0 if least else rng.randint(0, gap - 1)
        last = len(years) if least else rng.randint(gap + 1, len(years))
        cases.append(({year: values[year] for year in years[first:last]},))
    return cases


# 7.4 ---------------------------------------------------------------------------------------------

_COUNTRIES = ("Afghanistan", "India", "Iran", "Pakistan")
_Numbers = dict[str, int]


def _rates(
    deaths: _Numbers,
    people: _Numbers,
    *,
    rate: Callable[[float, float], float] = lambda dead, living: dead / living * 100_000,
    together: bool = False,
    label: str = "Deaths per 100,000 people",
    begins: float = 0,
) -> Figure:
    """Draw rates; each option makes one mistake of exercise 7.4."""
    figure = _figure()
    axes = figure.add_subplot(ylabel=label, xlabel="Country")
    total = sum(people.values())
    rates = [rate(deaths[name], total if together else people[name]) for name in deaths]
    axes.bar(list(deaths), rates)
    if begins:
        axes.set_ylim(bottom=min(rates) * begins)
    return figure


def _view_rates(picture: object) -> View:
    panels = _panels(_read(picture))
    axis, _ = _axis(panels)
    problem = _first_problem(
        {
            "no bars": not _bars_only(panels),
            axis: bool(axis),
            "no denominator": not per_hundred_thousand(" ".join(one.value for one in panels)),
        }
    )
    values = {name: round(value, 6) for name, value in _values(panels).items()}
    # A wrong number is said before a wrong name: the name would be wrong for it.
    return {"values": values, "problem": problem}


def _about_rates(picture: object, deaths: _Numbers, people: _Numbers) -> str:
    if _read(picture) is None:
        return _NOTHING
    panels = _panels(_read(picture))
    if not _bars_only(panels):
        return "The picture has no bars, or something else beside them."
    rates = {name: deaths[name] / people[name] * 100_000 for name in deaths}
    wrong = _other_values(_values(panels), rates, 0.0051)
    named = " ".join(panel.value for panel in panels)
    return _axis(panels)[1] or wrong or _said("Along the axis of the numbers", named)


def _deaths_and_people(rng: random.Random) -> list[tuple[_Numbers, _Numbers]]:
    countries = sorted(rng.sample(_COUNTRIES, 3))
    year = rng.randint(2013, 2024)

    def of(series_id: str) -> _Numbers:
        return {name: int(_series(series_id, name).counts[year]) for name in countries}

    return [(of("ucdp-fatalities-organized-violence"), of("wb-population"))]


# 7.5 ---------------------------------------------------------------------------------------------


def _two_lines(
    years: list[int],
    first: list[int],
    second: list[int],
    *,
    looks: tuple[str, str] = ("-o", "--s"),
    names: tuple[str, str] = ("PIPS", "PICSS"),
    legend: bool = True,
) -> Figure:
    """Draw two lines; each option makes one mistake of exercise 7.5."""
    figure = _figure()
    axes = figure.add_subplot(xlabel="Year", ylabel="Attacks a year, Pakistan")
    axes.plot(years, first, looks[0], color="red", label=names[0])
    axes.plot(years, second, looks[1], color="green", label=names[1])
    if legend:
        axes.legend()
    return figure


_BODIES = ("PIPS", "PICSS")


def _view_two_lines(picture: object) -> View:
    reading = _read(picture)
    panels = _panels(reading)
    axis, _ = _axis(panels)
    named = _named_lines(reading, panels)
    problem = _first_problem(
        {
            "not two lines": sum(len(_lines(panel)) for panel in panels) != 2,
            axis: bool(axis),
            "colour alone": not all(map(_apart, panels)),
            "no names": len(named) < 2,
        }
    )
    return {"problem": problem, "lines": {} if problem else named}


def _lines(panel: Panel) -> list[Drawn]:
    return [drawn for drawn in panel.drawn if drawn.kind != "bars"]


def _apart(panel: Panel) -> bool:
    """Say whether the lines of a panel are told apart: by their look, or by a name beside each."""
    in_place = [_bodies(" ".join(drawn.beside)) for drawn in _lines(panel)]
    return panel.told_apart or all(len(bodies) == 1 for bodies in in_place)


def _bodies(text: str) -> list[str]:
    return [name for name in _BODIES if re.search(rf"\b{name}\b", text)]


def _named_lines(reading: Reading | None, panels: tuple[Panel, ...]) -> dict[str, list[float]]:
    """Return the values of the line that a reader takes for each body's."""
    legend = reading.legend if reading else ()
    named: dict[str, list[float]] = {}
    for panel in panels:
        for drawn in _lines(panel):
            above = f"{panel.title} {panel.value}" if len(_lines(panel)) == 1 < len(panels) else ""
            called = drawn.name if drawn.name in legend else ""
            found = next(filter(None, map(_bodies, (called, " ".join(drawn.beside), above))), [])
            if len(found) == 1:
                named.setdefault(found[0], list(drawn.values.values()))
    return named


def _about_two_lines(picture: object, years: list[int], first: list[int], second: list[int]) -> str:
    reading = _read(picture)
    if reading is None:
        return _NOTHING
    panels = _panels(reading)
    lines = [drawn for panel in panels for drawn in _lines(panel)]
    named = _named_lines(reading, panels)
    if len(lines) != 2:
        return f"The picture has {len(lines)} lines."
    if _axis(panels)[1]:
        return _axis(panels)[1]
    if not all(map(_apart, panels)):
        return "Both lines have the same dashes and the same markers."
    for name, figures in zip(_BODIES, (first, second), strict=True):
        if name not in named:
            return f"No name in the picture says which line is that of {name}."
        if named[name] != figures:
            shown = ", ".join(map(number, named[name]))
            return f"The line that is named {name} shows {shown}. Compare it with the figures."
    return ""


def _two_series(rng: random.Random) -> list[tuple[list[int], list[int], list[int]]]:
    pips, picss = _series("pips-attacks").counts, _series("picss-attacks").counts
    first = rng.randint(2015, 2018)
    years = list(range(first, first + rng.randint(5, 6)))
    return [(years, [int(pips[year]) for year in years], [int(picss[year]) for year in years])]


# 7.6 ---------------------------------------------------------------------------------------------


@cache
def _asked() -> Asked:
    counts = _series("pips-fatalities-attacks").counts
    values = {year: int(value) for year, value in counts.items()}
    (gap,) = set(range(min(values), max(values))) - set(values)
    return Asked(
        values, gap, "pakistan", "pips", "pak institute for peace studies", (2014, max(values) + 1)
    )


GOOD_DESCRIPTION = (
    "Line chart on an axis from zero. Deaths in attacks in Pakistan, counted by PIPS, from 2013 to "
    "2024. Highest: 2,451 in 2013. Lowest: 220 in 2020. No figure is held for 2019, and the line "
    "is broken there. In 2024 it is 852. Source: PIPS, editions 2014-01 to 2025-01."
)
"""A description of the chart of exercise 7.6 that tells all of it."""

_ZERO = (" on an axis from zero", "")
_ADDED: tuple[tuple[str, str, tuple[str, str], str], ...] = (
    (
        "the kind of picture",
        "does not say the kind of picture",
        ("Line chart on an axis from zero", "Drawn from zero on an axis"),
        "Begin with what is drawn: bars, a line, dots?",
    ),
    (
        "where the axis begins",
        "does not say where the axis begins",
        _ZERO,
        "A person who sees the picture can look where the axis begins. Who hears it cannot.",
    ),
    (
        "the country",
        "names another country",
        ("Pakistan", "India"),
        "Look at the label of the series: where did these people live?",
    ),
    (
        "what is counted",
        "says that something else is counted",
        ("Deaths", "Injuries"),
        "Look at the last two lines under the picture: whom does this body count here?",
    ),
    (
        "what is counted, and where",
        "does not say what is counted, and where",
        ("Deaths in attacks in Pakistan", "The numbers"),
        "A number needs its noun: whose number is 852, and of which country?",
    ),
    (
        "who counted",
        "does not say who counted",
        ("PIPS", "a think tank"),
        "Four bodies count deaths in Pakistan, and each has other numbers. Whose are these?",
    ),
    (
        "a number",
        "gives a number that the chart does not have",
        ("2,451", "2,541"),
        "Copy each number from the last line under the picture.",
    ),
    (
        "a year",
        "gives a number to another year",
        ("220 in 2020", "220 in 2021"),
        "Look the number up in the last line under the picture: beside which year does it stand?",
    ),
    (
        "highest and lowest",
        "exchanges the highest and the lowest figure",
        (
            "Highest: 2,451 in 2013. Lowest: 220 in 2020.",
            "Highest: 220 in 2020. Lowest: 2,451 in 2013.",
        ),
        "Which of the two numbers is larger?",
    ),
    (
        "the first and the last year",
        "does not say the first and the last year, or says others",
        ("from 2013 to 2024", "over the years"),
        "From which year to which year? Both stand along the axis.",
    ),
    (
        "the highest figure and its year",
        "does not say the highest figure and its year",
        ("Highest: 2,451 in 2013. ", ""),
        "What stands out first? Give the number and its year.",
    ),
    (
        "the lowest figure and its year",
        "does not say the lowest figure and its year",
        ("Lowest: 220 in 2020. ", ""),
        "Every eye finds the lowest point of a line. Give the number and its year.",
    ),
    (
        "how the figures move",
        "says of the years what the figures do not do",
        ("from 2013 to 2024. H", "from 2013 to 2024. They fell in every year. H"),
        "Follow the line from dot to dot: does it go the same way each time?",
    ),
    (
        "a line across the gap",
        "draws a line where the chart has none",
        ("the line is broken there", "the line goes on across it"),
        "Look between the dots on both sides of that year.",
    ),
    (
        "the year without a figure",
        "does not say the year without a figure",
        ("No figure is held for 2019, and the line is broken there. ", ""),
        "Count the dots. One year between the first and the last has none.",
    ),
    (
        "nobody was killed",
        "takes a year without a figure for a year without deaths",
        ("No figure is held for 2019, and the line is broken there.", "In 2019 nobody was killed."),
        "No figure says that we do not know. Nobody knows from this table what happened then.",
    ),
    (
        "the source with a date",
        "does not say the source with the date of an edition, or says another",
        (" Source: PIPS, editions 2014-01 to 2025-01.", ""),
        "Whose table is it, and when was it printed? `deaths_pips.source` has it.",
    ),
)
"""For 7.6: a problem, what the answer does, the words that make it, and a hint."""


def _view_description(text: object) -> Any:
    """Name the first thing that a person who hears the description cannot know."""
    if text is ... or (isinstance(text, str) and not text.strip(" .…")):
        return ...
    if not isinstance(text, str):
        return text
    return missing_or_wrong(text, _asked())[0] or "a description"


def _about_description(text: object) -> str:
    return missing_or_wrong(text, _asked())[1] if isinstance(text, str) else ""


def _changed(old: str, new: str) -> Callable[[], str]:
    def describe() -> str:
        text = GOOD_DESCRIPTION.replace(old, new)
        if old.startswith("from 2013"):
            text = text.replace("In 2024 it is 852. ", "In the last year it is 852. ")
        return text

    return describe


EXERCISES = (
    Exercise(
        id="7.1",
        name="honest_bars",
        title="Repair: bars that begin at zero",
        reference=_bars,
        cases=_years_with_values,
        misconceptions=(
            Misconception(
                "begins the axis so high that a bar has no length",
                partial(_bars, bottom="lowest"),
                "The lowest figure is not zero, and its bar is not seen. At which number does a "
                "count begin?",
            ),
            Misconception(
                "begins the axis lower than before, and not at zero",
                partial(_bars, bottom="half"),
                "A bar that is twice as long must be twice the number. Does that hold here?",
            ),
            Misconception(
                "cuts off the top of a bar",
                partial(_bars, top="low"),
                "The axis ends before the highest figure. Leave the upper end out of `set_ylim`, "
                "or put it above the highest figure.",
            ),
            Misconception(
                "draws bars that float over the axis",
                partial(_bars, bottom="floating"),
                "A bar stands on zero, or its length is not its number. Leave `bottom` out.",
            ),
            Misconception(
                "turns the axis upside down",
                partial(_bars, top="bottom"),
                "More people hang lower in this picture. The lower end comes first in `set_ylim`.",
            ),
            Misconception(
                "does not say along the axis what is counted",
                partial(_bars, named=False),
                "A reader sees numbers up to the top. Numbers of what? The function is given it "
                "as `what`.",
            ),
            Misconception(
                "prints no source with a date",
                partial(_bars, sourced=False),
                "Who counted, and in which edition? The function is given it as `source`; the "
                "word “Source” belongs before it.",
            ),
        ),
        hints=(
            "Run `try_chart` under your function. Its eight remarks say what a reader can see.",
            '`axes.set_ylim(bottom)` sets where the axis begins. Write "Source: " + source for the '
            "last blank.",
        ),
        points=2,
        view=_view_bars,
        remark=_about_bars,
    ),
    Exercise(
        id="7.2",
        name="each_year",
        title="Repair: a running total that can only rise",
        reference=_each_year,
        cases=_running_totals,
        misconceptions=(
            Misconception(
                "leaves out the first year",
                lambda totals: _each_year(totals)[1:],
                "Before the first year nothing was counted, so its total is its own number.",
            ),
            Misconception(
                "adds up the totals once more",
                lambda totals: list(accumulate(totals)),
                "A running total was made by adding. What takes it apart again?",
            ),
            Misconception(
                "gives every number below zero",
                lambda totals: [-value for value in _each_year(totals)],
                "Which one is taken from which? The later total is the larger one.",
            ),
            Misconception(
                "takes away the number of the year before in place of its total",
                _minus_the_number_before,
                "`before` has to be the total up to the year before. Which of your two numbers is "
                "that?",
            ),
            Misconception(
                "begins with zero in place of the first year",
                lambda totals: [0, *_each_year(totals)[1:]],
                "Is the first year empty? Its total is the count of one year.",
            ),
            Misconception(
                "gives the totals as they are",
                lambda totals: list(totals),
                "From each total, the one before it has to be taken away. Does `before` change "
                "from turn to turn?",
            ),
            Misconception(
                "takes the last total away from the first one",
                lambda totals: [totals[0] - totals[-1], *_each_year(totals)[1:]],
                "In Python, `totals[-1]` is the last total. Before the first year nothing was "
                "counted: its total is its own count.",
            ),
            Misconception(
                "sets `before` too early",
                lambda totals: [0] * len(totals),
                "`before` has to be the total of the year before while you take it away. Set it "
                "again after that.",
            ),
        ),
        hints=(
            "One year is the difference between two totals that follow each other.",
            "`before` is the total up to the year before. It begins at 0, and each turn of the "
            "loop sets it again.",
        ),
        points=2,
    ),
    Exercise(
        id="7.3",
        name="line_with_gaps",
        title="Repair: a line across a year without a figure",
        reference=_line,
        cases=_years_with_gaps,
        misconceptions=(
            Misconception(
                "draws the line across the years that have no figure",
                partial(_line, missing="joined"),
                "The line passes through a year for which nobody gave a number. Put something that "
                "is no number at its place.",
            ),
            Misconception(
                "draws a year without a figure as zero",
                partial(_line, missing="zero"),
                "Zero is a count: nobody was killed. “Not known” is another thing.",
            ),
            Misconception(
                "repeats the figure of the year before",
                partial(_line, missing="last"),
                "Whose count would that be? No body printed it.",
            ),
            Misconception(
                "fills the gap with a mean",
                partial(_line, missing="mean"),
                "A mean is a guess, and in the picture it looks like a count.",
            ),
            Misconception(
                "draws a year without a figure as zero, and leaves out the last year",
                partial(_line, missing="zero and short"),
                "Two things are left to do. Zero is a count, and “not known” is none. And `range` "
                "stops before its second number.",
            ),
            Misconception(
                "puts a text in the place of a year without a figure",
                partial(_line, missing="text"),
                "With a text among the heights, Matplotlib takes all of them for names and sets "
                "them at equal steps. Look at the axis. Python has a value that is no number and "
                "no text.",
            ),
            Misconception(
                "leaves out the last year",
                partial(_line, missing="short"),
                "`range` stops before its second number. What has to stand there, so that the "
                "last year is in it?",
            ),
            Misconception(
                "draws dots and no line",
                partial(_line, missing="dots"),
                "Dots alone are honest. Here the years that follow each other shall be joined, "
                "and only those.",
            ),
            Misconception(
                "hides a year that has no neighbour on either side",
                partial(_line, marker=""),
                "A line needs two points. A year that stands alone is only seen with a marker.",
            ),
        ),
        hints=(
            "The loop goes through every year, also those without a figure. What does a year "
            "without a figure get?",
            "`None` is no number, and Matplotlib draws nothing there. `figures[year]` is the "
            "figure of a year, and `last + 1` lets `range` reach the last year.",
        ),
        points=2,
        view=_view_line,
        remark=_about_line,
    ),
    Exercise(
        id="7.4",
        name="rate_bars",
        title="Repair: a count that needs its denominator",
        reference=_rates,
        cases=_deaths_and_people,
        misconceptions=(
            Misconception(
                "still draws the counts",
                partial(_rates, rate=lambda dead, living: dead),
                "A country with thirty times as many people has other counts for that reason "
                "alone. Divide by the people.",
            ),
            Misconception(
                "divides the people by the deaths",
                partial(_rates, rate=lambda dead, living: living / dead),
                "This is how many people there are for one death: the fewer deaths, the higher the "
                "bar.",
            ),
            Misconception(
                "gives deaths for each person",
                partial(_rates, rate=lambda dead, living: dead / living),
                "The numbers are far below one, and the axis says per 100,000. A step is missing.",
            ),
            Misconception(
                "gives deaths for each million",
                partial(_rates, rate=lambda dead, living: dead / living * 1_000_000),
                "Count the zeros of 100,000.",
            ),
            Misconception(
                "divides every count by the people of all countries together",
                partial(_rates, together=True),
                "Each country has its own denominator: `people[country]`.",
            ),
            Misconception(
                "begins the axis above zero",
                partial(_rates, begins=0.5),
                "A bar that is twice as long must be twice the rate. Leave `set_ylim` out.",
            ),
            Misconception(
                "does not name the unit, deaths per 100,000 people",
                partial(_rates, label="Rate"),
                "Name along the axis what is counted, and per how many people: 100,000.",
            ),
        ),
        hints=(
            "A rate has two numbers: what is counted, above, and the people who live there, below.",
            "Deaths, divided by people, times 100,000. The name of the axis says both: “Deaths per "
            "100,000 people”.",
        ),
        points=2,
        tolerance=0.0051,  # two decimals are enough
        view=_view_rates,
        remark=_about_rates,
    ),
    Exercise(
        id="7.5",
        name="two_lines",
        title="Repair: two lines told apart by colour alone",
        reference=_two_lines,
        cases=_two_series,
        misconceptions=(
            Misconception(
                "still tells the two lines apart by colour alone",
                partial(_two_lines, looks=("-o", "-o")),
                "Think of the picture printed in grey: two equal lines with equal markers. Give "
                "one of them other dashes or another marker.",
            ),
            Misconception(
                "does not name the lines in the picture",
                partial(_two_lines, legend=False),
                "A reader has to see `PIPS` for one line and `PICSS` for the other. `label` only "
                "stores a name. Which call draws it?",
            ),
            Misconception(
                "gives the names of the two bodies to the wrong lines",
                partial(_two_lines, names=("PICSS", "PIPS")),
                "`first` has the figures of PIPS. Compare the numbers with the table.",
            ),
        ),
        hints=(
            "A line has dashes and markers besides its colour. One that differs is enough.",
            '`linestyle="--"` and `marker="s"` are a dashed line and squares. `axes.legend()` '
            "draws the names.",
        ),
        points=2,
        view=_view_two_lines,
        remark=_about_two_lines,
    ),
    Exercise(
        id="7.6",
        name="my_description",
        title="Repair: a description for a person who does not see the chart",
        reference=lambda: GOOD_DESCRIPTION,
        cases=no_arguments,
        is_value=True,
        misconceptions=(
            Misconception(
                "uses a word that makes the dead a spectacle",
                lambda: GOOD_DESCRIPTION.replace("Highest:", "Dramatic peak:"),
                "Numbers say how many. Leave out the word that says how the reader should feel.",
            ),
            *(Misconception(name, _changed(*words), hint) for _, name, words, hint in _ADDED),
        ),
        hints=(
            "Read the picture from outside to inside: kind, axes, years, then what stands out, "
            "then what is missing, then the source.",
            "One sentence for each: what is drawn and on which axis; what is counted, where, by "
            "whom; from when to when; highest; lowest; missing; source and edition.",
        ),
        points=3,
        view=_view_description,
        remark=_about_description,
    ),
)

QUIZZES = (
    Quiz(
        id="7.a",
        question=(
            "A chart of the total since 2013 rises in every year. What does that say about the "
            "attacks of a single year?"
        ),
        options={
            "a": Option(
                "They rose in every year.",
                "They fell in all seven years of this series. A total goes up whenever anything "
                "at all is added.",
            ),
            "b": Option(
                "Each year had at least one attack.",
                "That is all. The count of a year is how far the total rises in it, and that is "
                "hard to see.",
            ),
            "c": Option(
                "They stayed about the same.",
                "Then the total would rise by equal steps. Here each step is shorter than the one "
                "before.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="7.b",
        question=(
            "Two lines, each with its own axis of values, cross between 2023 and 2024. What does "
            "the crossing show?"
        ),
        options={
            "a": Option(
                "From then on there are more attacks than injured people.",
                "The two lines have different axes, so their heights cannot be compared. Read a "
                "number of each.",
            ),
            "b": Option(
                "Something happened then that changed how the two numbers stand to each other.",
                "With other ends of the axes, the same numbers cross in another year, or never.",
            ),
            "c": Option(
                "Where the person who drew it let the axes end.",
                "The crossing is made by two free choices. Two pictures, one above the other, "
                "have no crossing to misread.",
            ),
        },
        right="c",
    ),
)

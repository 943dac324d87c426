"""The exercises of lesson 07_charts: six charts that say something else than their data."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import accumulate
from typing import Any

from matplotlib.figure import Figure

from copydesk.charts.reading import Drawn, Panel, Reading, fits, read_figure
from copydesk.charts.series import MEASURES, YearSeries, year_series
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments

View = dict[str, Any]


@cache
def _series(series_id: str, country: str = "Pakistan") -> YearSeries:
    return year_series(series_id, country)


def _read(picture: object) -> Reading:
    """Read a learner's figure; what is no figure is told of as a learner can use it."""
    if picture is None:
        raise TypeError("no picture came back; the last line has to be: return figure")
    if isinstance(picture, Reading):
        return picture
    return read_figure(picture)  # type: ignore[arg-type]  # it says itself what it was given


def _first_problem(problems: Mapping[str, bool]) -> str:
    return next((name for name, is_there in problems.items() if is_there), "")


def _only_panel(reading: Reading) -> Panel:
    if len(reading.panels) != 1:
        raise ValueError(f"one picture was expected, and the figure has {len(reading.panels)}")
    return reading.panels[0]


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
    axes.bar(years, values)
    lowest = {"zero": 0.0, "lowest": float(min(values)), "half": min(values) / 2}
    axes.set_ylim(lowest[bottom], max(values) * (0.8 if top == "low" else 1.05))
    if named:
        axes.set_ylabel(what.capitalize())
    axes.set_xlabel("Year")
    if sourced:
        figure.supxlabel(f"Source: {source}")
    return figure


def _view_bars(picture: object) -> View:
    reading = _read(picture)
    panel = _only_panel(reading)
    counted = [name for name in MEASURES.values() if name in panel.value.lower()]
    problem = _first_problem(
        {
            "no bars": not any(drawn.kind == "bars" for drawn in panel.drawn),
            "no length": panel.begins > 0 and panel.begins >= min(_values(panel.drawn).values()),
            "not from zero": panel.begins > 0,
            "cut off": not fits(panel),
            "no name": not counted,
            "no source": not re.search(r"(?:19|20)\d\d", reading.source),
        }
    )
    # Beside a problem of the picture, nothing else is judged: one thing at a time.
    shown = {} if problem else _values(panel.drawn)
    return {"problem": problem, "values": shown, "counted": "" if problem else counted[0]}


def _values(drawn: tuple[Drawn, ...]) -> dict[Any, float]:
    return {place: value for one in drawn for place, value in one.values.items()}


def _years_with_values(rng: random.Random) -> list[tuple[list[int], list[int], str, str]]:
    series = _series(rng.choice(_BARS))
    part = list(series.counts.items())[-rng.randint(3, 6) :]
    years, values = [year for year, _ in part], [int(value) for _, value in part]
    return [(years, values, series.counted, series.source)]


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
    reading = _read(picture)
    panel = _only_panel(reading)
    joined = sorted({pair for drawn in panel.drawn for pair in drawn.joined}, key=str)
    seen = {
        place: value
        for drawn in panel.drawn
        for place, value in drawn.values.items()
        # A point is seen when it has a marker, or when a line begins or ends at it.
        if not drawn.look.endswith((" None", " ")) or any(place in pair for pair in drawn.joined)
    }
    return {"seen": seen, "joined": [f"{one} to {other}" for one, other in joined]}


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
) -> Figure:
    """Draw rates; each option makes one mistake of exercise 7.4."""
    figure = _figure()
    axes = figure.add_subplot(ylabel=label, xlabel="Country")
    total = sum(people.values())
    rates = [rate(deaths[name], total if together else people[name]) for name in deaths]
    axes.bar(list(deaths), rates)
    return figure


def _view_rates(picture: object) -> View:
    panel = _only_panel(_read(picture))
    unit = re.sub(r"[\s,.]", "", panel.value)
    problem = _first_problem(
        {
            "no bars": not any(drawn.kind == "bars" for drawn in panel.drawn),
            "not from zero": panel.begins > 0,
            "no denominator": "100000" not in unit,
        }
    )
    values = {name: round(value, 6) for name, value in _values(panel.drawn).items()}
    # A wrong number is said before a wrong name: the name would be wrong for it.
    return {"values": values, "problem": problem}


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


def _view_two_lines(picture: object) -> View:
    reading = _read(picture)
    panel = _only_panel(reading)
    written = " ".join([*reading.legend, *(text for text, _ in panel.notes)])
    named = {
        name: list(drawn.values.values())
        for drawn in panel.drawn
        for name in ("PIPS", "PICSS")
        if re.search(rf"\b{name}\b", drawn.name or "")
    }
    for text, height in panel.notes:
        # A name beside a line belongs to the line that comes nearest to it.
        distances = [
            min(abs(value - height) for value in drawn.values.values()) for drawn in panel.drawn
        ]
        nearest = panel.drawn[distances.index(min(distances))]
        for name in ("PIPS", "PICSS"):
            if name not in named and re.search(rf"\b{name}\b", text):
                named[name] = list(nearest.values.values())
    problem = _first_problem(
        {
            "not two lines": len(panel.drawn) != 2,
            "colour alone": not panel.told_apart,
            "no names": not all(re.search(rf"\b{name}\b", written) for name in ("PIPS", "PICSS")),
        }
    )
    return {"problem": problem, "lines": {} if problem else named}


def _two_series(rng: random.Random) -> list[tuple[list[int], list[int], list[int]]]:
    pips, picss = _series("pips-attacks").counts, _series("picss-attacks").counts
    first = rng.randint(2015, 2018)
    years = list(range(first, first + rng.randint(5, 6)))
    return [(years, [int(pips[year]) for year in years], [int(picss[year]) for year in years])]


# 7.6 ---------------------------------------------------------------------------------------------

_FACTS = (
    (
        "the kind of picture",
        r"\bline[- ](?:chart|graph|plot|diagram)|\b(?:a|one) (?:\w+ )?line\b|\bdots?\b",
    ),
    ("what is counted, and where", r"(?=.*\b(?:deaths|killed|died|fatalities)\b)(?=.*pakistan)"),
    ("who counted", r"\bpips\b|pak institute for peace studies"),
    ("where the axis begins", r"\b(?:from|at|with) (?:zero|0)\b"),
    ("the first and the last year", r"(?=.*\b2013\b)(?=.*\b2024\b)"),
    ("the highest figure and its year", r"(?=.*2,?451)(?=.*\b2013\b)"),
    ("the lowest figure and its year", r"(?=.*\b220\b)(?=.*\b2020\b)"),
    ("the year without a figure", r"\b2019\b"),
    (
        "the source with a date",
        r"(?=.*\b(?:source|editions?|reports?)\b)(?=.*\b2025\b|.*2014-01|.*january 2014)",
    ),
)
"""What a description of the chart of exercise 7.6 tells, and how it is found in the words."""

_LOUD = re.compile(
    r"\b(?:alarming|blood\w*|carnage|catastroph\w*|dramatic\w*|explod\w*|horr\w*|killing fields?|"
    r"massacre\w*|nightmare|plummet\w*|plung\w*|shock\w*|skyrocket\w*|slaughter\w*|soar\w*|"
    r"spectacular\w*|staggering|surg\w*|terrifying|tragic\w*)\b",
    re.IGNORECASE,
)

GOOD_DESCRIPTION = (
    "Line chart on an axis from zero. Deaths in attacks in Pakistan, counted by PIPS, from 2013 to "
    "2024. Highest: 2,451 in 2013. Lowest: 220 in 2020. No figure is held for 2019, and the line "
    "is broken there. In 2024 it is 852. Source: PIPS, editions 2014-01 to 2025-01."
)
"""A description of the chart of exercise 7.6 that tells all of it."""

_PARTS = {
    "the kind of picture": ("Line chart on an axis", "It is drawn on an axis"),
    "what is counted, and where": ("Deaths in attacks in Pakistan", "The numbers"),
    "who counted": ("PIPS", "a think tank"),
    "where the axis begins": (" on an axis from zero", ""),
    "the first and the last year": ("from 2013 to 2024", "over the years"),
    "the highest figure and its year": ("Highest: 2,451 in 2013. ", ""),
    "the lowest figure and its year": ("Lowest: 220 in 2020. ", ""),
    "the year without a figure": (
        "No figure is held for 2019, and the line is broken there. ",
        "",
    ),
    "the source with a date": (" Source: PIPS, editions 2014-01 to 2025-01.", ""),
}


def _view_description(text: object) -> Any:
    """Name the first thing that a person who hears the description cannot know."""
    if text is ... or (isinstance(text, str) and not text.strip(" .…")):
        return ...
    if not isinstance(text, str):
        return text
    words = " ".join(text.split()).lower()
    loud = _LOUD.search(words)
    if loud:
        return "a loud word"
    missing = [name for name, pattern in _FACTS if not re.search(pattern, words)]
    return missing[0] if missing else "a description"


def _without(part: str) -> Callable[[], str]:
    def describe() -> str:
        old, new = _PARTS[part]
        text = GOOD_DESCRIPTION.replace(old, new)
        if part == "the first and the last year":
            text = text.replace("In 2024 it is 852. ", "In the last year it is 852. ")
        return text

    return describe


_MISSING_HINTS = {
    "the kind of picture": "Begin with what is drawn: bars, a line, dots?",
    "what is counted, and where": "A number needs its noun: whose number is 852, and of which "
    "country?",
    "who counted": "Four bodies count deaths in Pakistan, and each has other numbers. Whose are "
    "these?",
    "where the axis begins": "A person who sees the picture can look where the axis begins. Who "
    "hears it cannot.",
    "the first and the last year": "From which year to which year? Both stand along the axis.",
    "the highest figure and its year": "What stands out first? Give the number and its year.",
    "the lowest figure and its year": "Every eye finds the lowest point of a line. Give the number "
    "and its year.",
    "the year without a figure": "Count the dots. One year between the first and the last has "
    "none.",
    "the source with a date": "Whose table is it, and when was it printed? "
    "`deaths_pips.source` has it.",
}


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
                "does not say per how many people",
                partial(_rates, label="Rate"),
                "“Rate” alone is no unit. Name what is counted and per how many people: 100,000.",
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
            *(
                Misconception(
                    f"does not say {name}",
                    _without(name),
                    _MISSING_HINTS[name],
                )
                for name, _ in _FACTS
            ),
        ),
        hints=(
            "Read the picture from outside to inside: kind, axes, years, then what stands out, "
            "then what is missing, then the source.",
            "One sentence for each: what is drawn and on which axis; what is counted, where, by "
            "whom; from when to when; highest; lowest; missing; source and edition.",
        ),
        points=3,
        view=_view_description,
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

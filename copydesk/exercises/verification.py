"""The exercises of lesson 06_verification: the right figure, a sum, a record, a rate, a card."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments
from copydesk.exercises.words import (
    days_in,
    leaves_operations_out,
    other_bodies,
    other_countries,
    years_in,
)
from copydesk.verification import LABELS

# 6.1 ---------------------------------------------------------------------------------------------

_Row = dict[str, Any]
_Table = list[_Row]


def _choose_figure(rows: _Table, claim: _Row) -> Any:
    return _last_figure(rows, claim, ("tracker", "measure", "year"))


def _last_figure(rows: _Table, claim: _Row, same: Sequence[str]) -> Any:
    """Return the last figure, printed by the day of the claim, whose named parts are the same."""
    found = [
        row["value"]
        for row in rows
        if all(row[part] == claim[part] for part in same) and row["edition"] <= claim["printed"]
    ]
    return found[-1] if found else None


def _tables_and_claims(rng: random.Random) -> list[tuple[_Table, _Row]]:
    one, other = rng.sample(["Bureau", "Institute", "Index", "Centre"], 2)
    printed = [
        (one, "deaths", 2022, "2023-01-02"),
        (one, "deaths", 2023, "2024-01-01"),
        (one, "injured", 2023, "2024-01-01"),
        (other, "deaths", 2023, "2024-01-04"),
        (one, "deaths", 2023, "2024-10-01"),
        (one, "injured", 2023, "2024-10-01"),
        (one, "deaths", 2023, "2024-12-30"),
        (one, "deaths", 2024, "2024-12-30"),
    ]
    values = rng.sample(range(200, 990), len(printed))
    # Three editions of one figure: it rises and falls, so that the last is not the highest.
    low, middle, high = sorted(values[place] for place in (1, 4, 6))
    values[1], values[4], values[6] = middle, high, low
    rows = [
        {"tracker": tracker, "measure": measure, "year": year, "edition": day, "value": value}
        for (tracker, measure, year, day), value in zip(printed, values, strict=True)
    ]
    claims = [
        (one, "deaths", 2023, "2024-01-02"),
        (one, "deaths", 2023, "2024-06-30"),
        (one, "deaths", 2023, "2024-10-01"),  # the day of the second edition
        (one, "deaths", 2023, "2024-11-05"),
        (one, "deaths", 2023, "2025-02-01"),
        (one, "deaths", 2022, "2025-02-01"),
        (other, "deaths", 2022, "2025-02-01"),  # a gap
        (other, "injured", 2023, "2024-06-30"),  # a gap
    ]
    named = [
        {"tracker": tracker, "measure": measure, "year": year, "printed": day}
        for tracker, measure, year, day in claims
    ]
    rng.shuffle(named)
    return [(rows, claim) for claim in named]


def _newest_of_all(rows: _Table, claim: _Row) -> Any:
    return _choose_figure(rows, {**claim, "printed": "9999"})


def _first_edition(rows: _Table, claim: _Row) -> Any:
    return _choose_figure(rows[::-1], claim)


def _extreme(choose: Callable[..., Any]) -> Callable[[_Table, _Row], Any]:
    """Make a wrong answer that takes the highest or the lowest figure and not the last."""

    def answer(rows: _Table, claim: _Row) -> Any:
        found = [_choose_figure([row], claim) for row in rows]
        return choose((value for value in found if value is not None), default=None)

    return answer


def _gap_is_zero(rows: _Table, claim: _Row) -> Any:
    found = _choose_figure(rows, claim)
    return 0 if found is None else found


def _only_before_the_day(rows: _Table, claim: _Row) -> Any:
    earlier = [row for row in rows if row["edition"] < claim["printed"]]
    return _choose_figure(earlier, claim)


# 6.2 ---------------------------------------------------------------------------------------------

_Count = int | None

_PAIRS = [(357, 192), (306, 521), (645, 905), (229, 146), (980, 679), (159, 294), (541, 836)]
"""Two counts each, whose changes by every usual mistake are whole numbers far apart."""


def _check_change(old: _Count, new: _Count, printed: int) -> str:
    if old is None or new is None or old == 0:
        return "cannot tell"
    return _compared((new - old) / old * 100, printed)


def _compared(change: float, printed: int) -> str:
    return "supported" if round(change) == printed else "contradicted"


def _printed_changes(rng: random.Random) -> list[tuple[_Count, _Count, int]]:
    cases: list[tuple[_Count, _Count, int]] = []
    # One rise whose whole number is the next one up, so that cutting off is not rounding.
    rises = [rng.choice([(159, 294), (541, 836)]), rng.choice([(306, 521), (645, 905)])]
    falls = rng.sample([pair for pair in _PAIRS if pair[0] > pair[1]], 2)
    for old, new in rises + falls:
        right = round((new - old) / old * 100)
        cases += [
            (old, new, right),
            (old, new, round((new - old) / new * 100)),
            (old, new, round(new / old * 100)),
            (old, new, new - old),
        ]
    old, new = falls[0]
    cases += [
        (357, 192, -53),  # printed in a newspaper, see claim c17
        (old, new, -round((new - old) / old * 100)),
        (rises[0][1], None, -100),
        (None, falls[1][0], rng.randint(20, 90)),
        (0, rng.randint(3, 9), 100),
        (old, 0, -100),
        (*rises[0], round((rises[0][1] - rises[0][0]) / rises[0][0] * 100) + 1),
        (*falls[1], round((falls[1][1] - falls[1][0]) / falls[1][0] * 100) - 1),
    ]
    rng.shuffle(cases)
    return cases


def _change_by(work: Callable[[int, int], float]) -> Callable[[_Count, _Count, int], str]:
    """Make a wrong answer that compares another number with the printed one."""

    def answer(old: _Count, new: _Count, printed: int) -> str:
        if old is None or new is None or old == 0:
            return "cannot tell"
        return _compared(work(old, new), printed)

    return answer


def _change_from_a_zero(old: _Count, new: _Count, printed: int) -> str:
    return _check_change(old or 0, new or 0, printed)


def _gap_contradicts(old: _Count, new: _Count, printed: int) -> str:
    return _check_change(old, new, printed).replace("cannot tell", "contradicted")


def _to_the_last_digit(old: _Count, new: _Count, printed: int) -> str:
    if old is None or new is None or old == 0:
        return "cannot tell"
    return "supported" if (new - old) / old * 100 == printed else "contradicted"


def _either_direction(old: _Count, new: _Count, printed: int) -> str:
    verdict = _check_change(old, new, printed)
    return verdict if verdict != "contradicted" else _check_change(old, new, -printed)


# 6.3 ---------------------------------------------------------------------------------------------

_Series = dict[int, int | None]


def _record_verdict(series: _Series, first: int, year: int) -> str:
    return _test_record([series[earlier] for earlier in range(first, year)], series[year])


def _test_record(earlier: Sequence[int | None], figure: int | None) -> str:
    known = [value for value in earlier if value is not None]
    if figure is not None and any(value >= figure for value in known):
        return "contradicted"
    return "supported" if len(known) == len(earlier) else "cannot tell"


def _series_and_records(rng: random.Random) -> list[tuple[_Series, int, int]]:
    low = [rng.randint(200, 480) for _ in range(4)]
    top = rng.randint(600, 800)
    years = range(2018, 2023)

    def series(*values: int | None) -> _Series:
        """Put a high year before the five and a higher one behind them."""
        return {2017: top + 90, **dict(zip(years, values, strict=True)), 2023: top + 150}

    gap = rng.randrange(3)
    with_gap: list[int | None] = [*low]
    with_gap[gap] = None
    high_and_gap: list[int | None] = [*with_gap]
    high_and_gap[(gap + 1) % 3] = top + rng.randint(10, 60)
    none_killed: list[int | None] = [*low]
    none_killed[gap] = 0  # a year in which nobody was killed is no gap
    higher: list[int | None] = [*low]
    higher[gap] = top + rng.randint(10, 60)
    equal: list[int | None] = [*low]
    equal[gap] = top
    cases = [
        (series(*none_killed, top), 2018, 2022),
        (series(*low, top), 2017, 2022),
        (series(*low, top), 2018, 2023),
        (series(*with_gap, top), 2018, 2022),
        (series(*high_and_gap, top), 2018, 2022),
        (series(*higher, top), 2018, 2022),
        (series(*equal, top), 2018, 2022),
        (series(*[top + 10 + value for value in low], top), 2018, 2022),
    ]
    rng.shuffle(cases)
    return cases


def _gap_as_zero(series: _Series, first: int, year: int) -> str:
    return _record_verdict({y: value or 0 for y, value in series.items()}, first, year)


def _zero_as_gap(series: _Series, first: int, year: int) -> str:
    return _record_verdict({y: value or None for y, value in series.items()}, first, year)


def _gap_first(series: _Series, first: int, year: int) -> str:
    gap = any(series[earlier] is None for earlier in range(first, year))
    return "cannot tell" if gap else _record_verdict(series, first, year)


def _year_before_only(series: _Series, first: int, year: int) -> str:
    return _record_verdict(series, year - 1, year)


def _ended_by_all(series: _Series, first: int, year: int) -> str:
    earlier = [series[y] for y in range(first, year)]
    figure = series[year] or 0
    if all(value is not None and value >= figure for value in earlier):
        return "contradicted"
    return "cannot tell" if None in earlier else "supported"


def _without_the_first(series: _Series, first: int, year: int) -> str:
    return _record_verdict(series, first + 1, year)


def _whole_series(series: _Series, first: int, year: int) -> str:
    return _test_record([v for y, v in series.items() if y != year], series[year])


def _equal_is_a_record(series: _Series, first: int, year: int) -> str:
    figure = series[year] or 0
    lowered = {y: v - 1 if v == figure and y != year else v for y, v in series.items()}
    return _record_verdict(lowered, first, year)


def _with_itself(series: _Series, first: int, year: int) -> str:
    return _test_record([series[y] for y in range(first, year + 1)], series[year])


def _turned_round(series: _Series, first: int, year: int) -> str:
    below_zero = {y: None if value is None else -value for y, value in series.items()}
    return _record_verdict(below_zero, first, year)


def _never_ended(series: _Series, first: int, year: int) -> str:
    return "cannot tell" if None in [series[y] for y in range(first, year)] else "supported"


def _highest_of_all(series: _Series, first: int, year: int) -> str:
    highest = max(series[earlier] for earlier in range(first, year))  # type: ignore[type-var]
    return "contradicted" if highest >= series[year] else "supported"  # type: ignore[operator]


def _gap_means_no(series: _Series, first: int, year: int) -> str:
    return _record_verdict(series, first, year).replace("cannot tell", "contradicted")


# 6.4 ---------------------------------------------------------------------------------------------

_Counts = dict[int, int]


def _rate(deaths: _Counts, population: _Counts, year: int) -> float | None:
    if year not in deaths or year not in population:
        return None
    return deaths[year] / population[year] * 100_000


def _counts_and_people(rng: random.Random) -> list[tuple[_Counts, _Counts, int]]:
    cases = []
    for _ in range(2):
        people = rng.randint(900_000, 4_000_000)
        population = {}
        for year in range(2019, 2025):
            people += rng.randint(20_000, 90_000)
            population[year] = people
        deaths = {year: rng.randint(20, 400) for year in range(2019, 2025)}
        deaths[rng.choice([2020, 2023])] = 0  # a year in which nobody was killed is no gap
        gap = rng.choice([2021, 2022])
        del deaths[gap]
        cases += [(deaths, population, year) for year in (2020, 2023, gap)]
    without = {year: people for year, people in population.items() if year != 2023}
    cases.append((deaths, without, 2023))
    return cases


def _rate_by(
    work: Callable[[int, _Counts, int], float],
) -> Callable[[_Counts, _Counts, int], float | None]:
    """Make a wrong answer that sees gaps and does another sum."""

    def answer(deaths: _Counts, population: _Counts, year: int) -> float | None:
        if year not in deaths or year not in population:
            return None
        return work(deaths[year], population, year)

    return answer


def _gap_is_no_deaths(deaths: _Counts, population: _Counts, year: int) -> float:
    return _rate(deaths, population, year) or 0


def _zero_is_a_gap(deaths: _Counts, population: _Counts, year: int) -> float | None:
    return _rate(deaths, population, year) or None


def _latest_people(deaths: _Counts, population: _Counts, year: int) -> float | None:
    if year not in deaths:
        return None
    return deaths[year] / population[max(population)] * 100_000


# 6.5 ---------------------------------------------------------------------------------------------

_Parts = list[int | None]


def _about_the_parts(parts: _Parts, whole: int) -> str:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return "Not all parts are known."
    return _sentence_on(sum(known), whole)


def _sentence_on(total: int, whole: int) -> str:
    if total == whole:
        return "The parts add up."
    return f"The parts make {total}, the body prints {whole}."


def _numbers_of_the_example(parts: _Parts, whole: int) -> str:
    said = _about_the_parts(parts, whole)
    return _sentence_on(783, 789) if "make" in said else said


def _below_is_enough(parts: _Parts, whole: int) -> str:
    known = [part for part in parts if part is not None]
    return _about_the_parts(parts, whole if sum(known) > whole else sum(known))


def _parts_and_wholes(rng: random.Random) -> list[tuple[_Parts, int]]:
    attacks, operations, others = rng.randint(500, 800), rng.randint(150, 300), rng.randint(20, 90)
    cases: list[tuple[_Parts, int]] = [
        ([attacks, operations], attacks + operations),
        ([attacks, operations, others], attacks + operations + others),
        ([attacks, operations], attacks + operations + rng.randint(3, 6)),  # less than one per cent
        ([attacks, operations], attacks + operations + rng.randint(40, 60)),
        ([attacks, operations, others], attacks + operations + others - rng.randint(40, 60)),
        ([attacks, None], attacks),  # as if the part that is missing were none
        ([attacks, 0, others], attacks + others),
        ([attacks, None, others], attacks + operations + others),
    ]
    rng.shuffle(cases)
    return cases


def _missing_part_is_zero(parts: _Parts, whole: int) -> str:
    return _sentence_on(sum(part or 0 for part in parts), whole)


def _known_parts_first(parts: _Parts, whole: int) -> str:
    known = sum(part or 0 for part in parts)
    return _sentence_on(known, whole) if known == whole else _about_the_parts(parts, whole)


def _none_is_not_known(parts: _Parts, whole: int) -> str:
    return _about_the_parts([part or None for part in parts], whole)


def _close_is_enough(parts: _Parts, whole: int) -> str:
    said = _about_the_parts(parts, whole)
    near = abs(sum(part or 0 for part in parts) - whole) < 0.01 * whole
    return "The parts add up." if said.startswith("The parts") and near else said


def _silent_correction(parts: _Parts, whole: int) -> str:
    said = _about_the_parts(parts, whole)
    total = sum(part or 0 for part in parts)
    return _sentence_on(total, total) if said.startswith("The parts make") else said


def _exchanged(parts: _Parts, whole: int) -> str:
    said = _about_the_parts(parts, whole)
    total = sum(part or 0 for part in parts)
    return _sentence_on(whole, total) if said.startswith("The parts make") else said


def _too_few_only(parts: _Parts, whole: int) -> str:
    said = _about_the_parts(parts, whole)
    too_many = None not in parts and sum(part or 0 for part in parts) > whole
    return "The parts add up." if too_many else said


# Verdict cards, 6.6 and the one of the lesson ----------------------------------------------------

FIELDS = ("verdict", "series", "edition", "definition", "would_change")
"""The fields of a verdict card: the label, and the reasons that it rests on."""


@dataclass(frozen=True)
class Reason:
    """One thing that a reader must be able to see in a field of a verdict card.

    Attributes
    ----------
    field : str
        One of ``FIELDS``.
    holds : callable
        Whether the text of the field, in small letters, shows it.
    name : str
        What a card does that does not show it, as the end of "Your answer ...".
    hint : str
        Where to look, without the answer.
    wrong : str
        A text that shows everything that was asked of the field before, and this not.
    """

    field: str
    holds: Callable[[str], bool]
    name: str
    hint: str
    wrong: str


def _any_of(*words: str) -> Callable[[str], bool]:
    return lambda text: any(word in text for word in words)


def _none_of(*words: str) -> Callable[[str], bool]:
    return lambda text: not any(word in text for word in words)


_DEATHS = ("fatalit", "death", "killed", "died")


def _a_label(text: str) -> bool:
    return text.strip(" .") in LABELS


_NOT_2019 = re.compile(
    r"\bnot (?:\w+ ){0,3}2019|\b(?:without|except) 2019|"
    r"\b2019 (?:would|does|will|can|could)(?:n't| ?not)|"
    r"\bnothing\b(?! (?:but|except|other|else|short))"
)
_ATTACKERS = r"(?:attackers?|militants?|assailants?|perpetrators?)"
_WITHOUT_ATTACKERS = re.compile(
    rf"(?<!with )(?<!against )\b{_ATTACKERS}(?: killed)? (?:\w+ )?"
    r"(?:not|never|left out|excluded)\b|"
    rf"\b(?:without|except|excluding|excludes|leaves out|not)(?: the)? (?:dead )?{_ATTACKERS}\b"
)
_REPORT_ON_2023 = re.compile(
    r"\breport\b.{0,25}\b2023\b|\b2023\b.{0,25}\breport|\b2024 edition|\bedition \w+ 2024"
)


def _is_edition_of_2023(text: str) -> bool:
    """Say whether a text names the report on 2023, by its day or by its year, and no other."""
    days = [day[:2] for day in days_in(text)]
    if days:
        return set(days) == {(2024, 1)}
    other = re.search(r"\b2024 (?:annual )?report|report (?:for|on|of|about) 2024", text)
    return not other and bool(_REPORT_ON_2023.search(text))


_FOUR = "The four labels are: " + ", ".join(LABELS) + "."

CARDS: Mapping[str, tuple[Reason, ...]] = {
    "minister_wire": (
        Reason("verdict", _a_label, "has a verdict of its own", _FOUR, "true"),
        Reason(
            "verdict",
            _none_of("supported"),
            "calls a record supported that no single series shows",
            "The number is right. Is the record? Ask which series reaches back to 2017.",
            "supported",
        ),
        Reason(
            "verdict",
            _none_of("contradicted"),
            "calls a sentence contradicted in which the number is right",
            "No figure of this body speaks against the number. Look at the record again.",
            "contradicted",
        ),
        Reason(
            "verdict",
            _none_of("cannot tell"),
            "stops at cannot tell",
            "That is careful and respectable. Here the tables show more: in which count is it "
            "a record, and in which not?",
            "cannot tell",
        ),
        Reason(
            "series",
            lambda text: "crss" in text and _any_of(*_DEATHS)(text),
            "does not name the body and what it counts",
            "A series is one body that counts one thing in one way. Name both.",
            "the yearly report",
        ),
        Reason(
            "edition",
            _any_of("2024-01", "january 2024", "first release", "first edition"),
            "does not name the edition that has this number",
            "This body printed three totals for the year. Which one has the number of the page?",
            "2024-12-30",
        ),
        Reason(
            "definition",
            _any_of("operation"),
            "leaves out half of what is counted",
            "The plain call above the sliders prints what is counted. Which events, beside the "
            "attacks?",
            "deaths in attacks",
        ),
        Reason(
            "definition",
            _any_of("outlaw", "militant", "insurgent", "everyone", "all of the dead", "all who"),
            "does not say whose deaths are in",
            "Civilians and security forces are not all of the dead in this count. Who else is "
            "counted?",
            "deaths in attacks and operations",
        ),
        Reason(
            "would_change",
            _any_of("2017", "same definition", "one definition", "same count", "same way"),
            "names nothing that another person could look for",
            "Which figure, for which year and counted how, would settle the record?",
            "more research",
        ),
    ),
    "6.6": (
        Reason("verdict", _a_label, "has a verdict of its own", _FOUR, "true"),
        Reason(
            "verdict",
            _none_of("supported"),
            "takes a gap for a low year",
            "Go through the years of the claim one by one. Does each one have a figure?",
            "supported",
        ),
        Reason(
            "verdict",
            _none_of("contradicted"),
            "calls a claim contradicted that no figure speaks against",
            "Name the year after 2017 with a higher figure. If there is none, nothing contradicts "
            "the claim.",
            "contradicted",
        ),
        Reason(
            "verdict",
            _none_of("depends"),
            "looks to the definition where a figure is missing",
            "All these figures are counted in one way. What is missing is a figure, and not a "
            "definition.",
            "depends on definition",
        ),
        Reason(
            "series",
            lambda text: _any_of("pips", "pak institute")(text) and not other_bodies(text, "pips"),
            "names another body than the claim",
            "The claim says who counted. The figures of another body cannot stand in.",
            "ucdp-fatalities-organized-violence",
        ),
        Reason(
            "series",
            _any_of(*_DEATHS, "attack", "incident", "injur", "wounded"),
            "does not say what the series counts",
            "A series is one body that counts one thing. What does this one count?",
            "pips",
        ),
        Reason(
            "series",
            lambda text: _any_of(*_DEATHS)(text) and _none_of("injur", "wounded")(text),
            "names the series of another measure",
            "More people were killed: the claim is not about the number of attacks.",
            "pips-attacks",
        ),
        Reason(
            "series",
            lambda text: not other_countries(text, "pakistan"),
            "names the series of another country",
            "The claim is about Pakistan.",
            "pips-fatalities-attacks, Afghanistan",
        ),
        Reason(
            "edition",
            _is_edition_of_2023,
            "does not name the edition that has the figure of 2023",
            "Look at the column edition in the row of that year, and write it as it stands there: "
            "year, month, day.",
            "2025-01",
        ),
        Reason(
            "definition",
            _any_of("attack"),
            "does not say which events are counted",
            "Read the definition that is printed above the card.",
            "violence",
        ),
        Reason(
            "definition",
            leaves_operations_out,
            "does not say what the count leaves out, or takes in what it leaves out",
            "Other bodies add something to the attacks. Say that this count does not.",
            "deaths in attacks and operations",
        ),
        Reason(
            "definition",
            lambda text: not _WITHOUT_ATTACKERS.search(text),
            "leaves out people who are counted",
            "Read in the printed definition whose deaths are counted.",
            "deaths in attacks, without the attackers; operations are not counted",
        ),
        Reason(
            "would_change",
            lambda text: bool(years_in(text)),
            "names nothing that another person could look for",
            "For which year is there no figure? Name it.",
            "more data",
        ),
        Reason(
            "would_change",
            lambda text: 2019 in years_in(text) and not _NOT_2019.search(text),
            "names a year whose figure would not change the verdict",
            "Go through the years of the claim. Which one has no figure?",
            "the figure of 2018",
        ),
        Reason(
            "would_change",
            lambda text: (
                not other_bodies(text, "pips")
                and not re.search(r"injur|wounded|\bnumber of attacks|how many attacks", text)
            ),
            "asks for another measure or another body",
            "The claim is about the deaths that PIPS counted. Ask for these.",
            "the number of attacks in 2019",
        ),
    ),
}
"""What is asked of each card: that of the lesson's central story, and that of exercise 6.6."""

_GOOD = {
    "verdict": "cannot tell",
    "series": "pips-fatalities-attacks",
    "edition": "2024-01-04 2023 report",
    "definition": "everyone killed in attacks; operations are counted apart",
    "would_change": "the figure of PIPS for 2019",
}


def open_fields(card: Mapping[Any, Any]) -> list[str]:
    """Return the fields of a card that are missing or still hold three dots or nothing."""
    said = {field: card.get(field) for field in FIELDS}
    return [
        field
        for field, text in said.items()
        if text is None or text is ... or not str(text).strip(" .…\n\t")
    ]


def problem_of(reasons: Sequence[Reason], card: Mapping[Any, Any], field: str) -> Reason | None:
    """Return the first thing that a reader cannot see in a field, or None."""
    text = " ".join(str(card.get(field, "")).lower().replace("’", "'").split())
    for reason in reasons:
        if reason.field == field and not reason.holds(text):
            return reason
    return None


def _view_card(card: Any) -> Any:
    """Turn a card into the first thing that a reader cannot see in it."""
    if not isinstance(card, Mapping) or any(value is ... for value in card.values()):
        return card
    for field in FIELDS:
        problem = problem_of(CARDS["6.6"], card, field)
        if problem:
            return {"a reader cannot see": problem.name}
    return {"a reader cannot see": "nothing more"}


def _about_card(card: Any) -> str:
    """Say which field the first problem of a card is in, and what stands there."""
    if not isinstance(card, Mapping):
        return ""
    field = next((one for one in FIELDS if problem_of(CARDS["6.6"], card, one)), "")
    said = " ".join(str(card.get(field)).split())[:80]
    return f"In {field} stands: “{said}”." if field else ""


def _card_with(reason: Reason) -> Callable[[], dict[str, str]]:
    return lambda: {**_GOOD, reason.field: reason.wrong}


EXERCISES = (
    Exercise(
        id="6.1",
        name="choose_figure",
        title="Choose the figure",
        reference=_choose_figure,
        cases=_tables_and_claims,
        misconceptions=(
            Misconception(
                "takes the figure of another body",
                lambda rows, claim: _last_figure(rows, claim, ("measure", "year")),
                "The claim says who counted. Compare `tracker` too.",
            ),
            Misconception(
                "takes the figure of another measure",
                lambda rows, claim: _last_figure(rows, claim, ("tracker", "year")),
                "Injured people are not deaths. Compare `measure` too.",
            ),
            Misconception(
                "takes the figure of another year",
                lambda rows, claim: _last_figure(rows, claim, ("tracker", "measure")),
                "The year that is counted is not the year of printing. Compare `year` too.",
            ),
            Misconception(
                "takes an edition that was not printed yet",
                _newest_of_all,
                "A page cannot know what is printed after it. Compare the edition with the day "
                "in `printed`.",
            ),
            Misconception(
                "stays with the first edition",
                _first_edition,
                "A body may print another figure before the page is printed. Take the last edition "
                "up to that day.",
            ),
            Misconception(
                "takes the highest figure",
                _extreme(max),
                "A later edition can print a lower figure. The last one counts, not the highest.",
            ),
            Misconception(
                "takes the lowest figure",
                _extreme(min),
                "A later edition can print a higher figure. The last one counts, not the lowest.",
            ),
            Misconception(
                "overlooks an edition of the same day",
                _only_before_the_day,
                "An edition of the day itself could be read on that day: `<=`.",
            ),
            Misconception(
                "gives zero where there is no figure",
                _gap_is_zero,
                "Zero says that nobody was killed. No figure says that we do not know: `None`.",
            ),
            Misconception(
                "takes an edition of a later day alone",
                lambda rows, claim: next(
                    (
                        row["value"]
                        for row in reversed(rows)
                        if all(row[key] == claim[key] for key in ("tracker", "measure", "year"))
                        and row["edition"] >= claim["printed"]
                    ),
                    None,
                ),
                "The edition has to be there when the page is printed: `<=`.",
            ),
        ),
        hints=(
            "Four tests joined by `and`: three with `==`, and the edition with `<=`.",
            "Dates written as year, month, day can be compared as they are: "
            '`"2024-01-01" <= "2024-06-30"`. The loop keeps the last row that fits.',
        ),
        points=1,
    ),
    Exercise(
        id="6.2",
        name="check_change",
        title="Check a printed percentage",
        reference=_check_change,
        cases=_printed_changes,
        misconceptions=(
            Misconception(
                "divides by the new number",
                _change_by(lambda old, new: (new - old) / new * 100),
                "A change begins at the old number. Divide by that one.",
            ),
            Misconception(
                "takes the level for the change",
                _change_by(lambda old, new: new / old * 100),
                "From 50 to 100 is 200 per cent of the old number and a rise of 100 per cent.",
            ),
            Misconception(
                "takes the difference for a percentage",
                _change_by(lambda old, new: new - old),
                "Five more deaths are not five per cent more. Divide the difference by its base.",
            ),
            Misconception(
                "does not tell a rise from a fall",
                _either_direction,
                "A fall is below zero, and so is the printed number. Compare them with their sign.",
            ),
            Misconception(
                "takes a rise for a fall",
                _change_by(lambda old, new: (old - new) / old * 100),
                "When the new number is higher, the change is above zero. Subtract the old from "
                "the new.",
            ),
            Misconception(
                "compares to the last digit",
                _to_the_last_digit,
                "A newspaper prints whole per cent. Round your result before you compare.",
            ),
            Misconception(
                "cuts the change off and does not round it",
                _change_by(lambda old, new: int((new - old) / old * 100)),
                "54.5 is nearer to 55 than to 54. `int` cuts off, `round` rounds.",
            ),
            Misconception(
                "takes a change for supported that is one per cent off",
                lambda old, new, printed: (
                    "supported"
                    if "supported" in (_check_change(old, new, printed + by) for by in (-1, 0, 1))
                    else _check_change(old, new, printed)
                ),
                "Round your result, and then it has to be equal to the printed number.",
            ),
            Misconception(
                "takes a new count of zero for a missing one",
                lambda old, new, printed: (
                    "cannot tell" if new == 0 else _check_change(old, new, printed)
                ),
                "A fall to zero is a fall of 100 per cent. Only an old count of 0 gives no "
                "percentage, and `not new` is true of 0 and of None.",
            ),
            Misconception(
                "takes a gap for zero",
                _change_from_a_zero,
                "`None` means that no figure was found. It does not mean that nobody was killed.",
            ),
            Misconception(
                "calls a change contradicted where a figure is missing",
                _gap_contradicts,
                "Without both figures nothing speaks against the percentage, and nothing for it.",
            ),
            Misconception(
                "tests one of the two counts for None, and the other for being there",
                lambda old, new, printed: (
                    "cannot tell"
                    if old or new is None
                    else _compared((new - old) / old * 100, printed)
                ),
                "`old or new is None` asks whether `old` is a number other than 0. Ask of each: "
                "`old is None or new is None`.",
            ),
            Misconception(
                "divides by an old count of 0",
                lambda old, new, printed: (
                    "cannot tell"
                    if None in (old, new)
                    else _compared((new - old) / old * 100, printed)
                ),
                "From 0 there is no percentage: nothing can be divided by 0. Ask for `old == 0` "
                "before the sum.",
            ),
        ),
        hints=(
            "First the gaps: without an old number, without a new one, or with an old number of "
            "0 there is no percentage.",
            "Then the sum: the difference, divided by the number where the change began, times "
            "100, rounded with `round`.",
        ),
        points=2,
    ),
    Exercise(
        id="6.3",
        name="record_verdict",
        title="Test a record",
        reference=_record_verdict,
        cases=_series_and_records,
        misconceptions=(
            Misconception(
                "takes a gap for a low year",
                _gap_as_zero,
                "`None` is no zero. That year may have been higher than any other.",
            ),
            Misconception(
                "stops at a gap although another year is higher",
                _gap_first,
                "One higher year is enough to end a record, whatever the missing year was. Look "
                "for it first.",
            ),
            Misconception(
                "compares with the year before only",
                _year_before_only,
                "A record is about every year from `first` on.",
            ),
            Misconception(
                "looks at years that the claim does not name",
                _whole_series,
                "The claim begins at `first`. A year before it, or after `year`, decides nothing.",
            ),
            Misconception(
                "calls a year the highest that has an equal",
                _equal_is_a_record,
                "The highest has no equal. Test with `>=`.",
            ),
            Misconception(
                "compares the year with itself",
                _with_itself,
                "No year is higher than itself. Leave `year` out of the earlier years.",
            ),
            Misconception(
                "stops with an error at a gap",
                _highest_of_all,
                "A number cannot be compared with `None`. Leave the gaps out before you compare.",
            ),
            Misconception(
                "calls a record contradicted where a figure is missing",
                _gap_means_no,
                "A gap speaks neither for the record nor against it.",
            ),
            Misconception(
                "ends a record only when every earlier year is as high",
                _ended_by_all,
                "One earlier year that is as high is enough: `any`, not `all`.",
            ),
            Misconception(
                "compares the wrong way round",
                _turned_round,
                "Which figure ends a record: one that is lower, or one that is as high or higher?",
            ),
            Misconception(
                "finds no figure that ends a record",
                _never_ended,
                "Compare each value with the figure of that year, `series[year]`. `year` alone is "
                "a number such as 2022.",
            ),
            Misconception(
                "takes a year of zero for a gap",
                _zero_as_gap,
                "0 is a figure, and a low one. In Python `not 0` is true: look for `None`.",
            ),
            Misconception(
                "leaves out the first year of the claim",
                _without_the_first,
                "“From `first` on” includes `first`. With which number does `range` begin?",
            ),
        ),
        hints=(
            "The order matters: first look for a figure that ends the record, then for a gap.",
            "`any(...)` is True when one item fits. A gap cannot be compared, so ask first: "
            "`value is not None and ...`. The second test asks whether a gap is `in` the list.",
        ),
        points=2,
    ),
    Exercise(
        id="6.4",
        name="rate",
        title="Repair: a rate with the wrong people",
        reference=_rate,
        cases=_counts_and_people,
        misconceptions=(
            Misconception(
                "divides every year by the newest population",
                _latest_people,
                "The dead of a year belong to the people of that year. Look the population up by "
                "`year`.",
            ),
            Misconception(
                "divides every year by the newest population, and sees the gaps",
                _rate_by(lambda dead, people, _: dead / people[max(people)] * 100_000),
                "The gaps are right. The people are those of another year: look them up by `year`.",
            ),
            Misconception(
                "divides every year by the oldest population",
                _rate_by(lambda dead, people, _: dead / people[min(people)] * 100_000),
                "The population grows. Take the one of the same `year`.",
            ),
            Misconception(
                "gives the count without a denominator",
                _rate_by(lambda dead, people, year: dead),
                "A count does not know how many people lived there. Divide.",
            ),
            Misconception(
                "gives the rate for one person",
                _rate_by(lambda dead, people, year: dead / people[year]),
                "That is a very small number. The exercise asks for the rate of 100,000 people.",
            ),
            Misconception(
                "gives the rate for a million people",
                _rate_by(lambda dead, people, year: dead / people[year] * 1_000_000),
                "Count the zeros: 100,000 has five.",
            ),
            Misconception(
                "divides the people by the dead",
                _rate_by(lambda dead, people, year: people[year] / dead),
                "The rate says how many of the people were killed, so the people stand below.",
            ),
            Misconception(
                "takes a year without a figure for a year without deaths",
                _gap_is_no_deaths,
                "A rate of zero says that nobody was killed. A gap is `None`.",
            ),
            Misconception(
                "takes a year in which nobody was killed for a gap",
                _zero_is_a_gap,
                "0 is a figure: nobody was killed, and the rate is 0. In Python `not 0` is true, "
                "so ask whether the year is in the dictionary.",
            ),
            Misconception(
                "rounds",
                _rate_by(lambda dead, people, year: round(dead / people[year] * 100_000, 2)),
                "Give the rate as it is. Round when you print, so that nothing is lost before.",
            ),
            Misconception(
                "stops with an error at a gap",
                lambda deaths, population, year: deaths[year] / population[year] * 100_000,
                "Ask first whether the year stands in both dictionaries: `year not in deaths`.",
            ),
            Misconception(
                "gives None for every year",
                lambda deaths, population, year: None,
                "`year not in deaths or population` asks only whether `population` is there, and "
                "it always is. Ask of each: `year not in population`.",
            ),
        ),
        hints=(
            "Two tests for gaps, joined by `or`: the year may be missing in either dictionary.",
            "Deaths of the year, divided by the population of the same year, times `100_000`.",
        ),
        points=2,
    ),
    Exercise(
        id="6.5",
        name="about_the_parts",
        title="Parts and whole",
        reference=_about_the_parts,
        cases=_parts_and_wholes,
        misconceptions=(
            Misconception(
                "takes a missing part for zero",
                _missing_part_is_zero,
                "`None` means that the part is not known. Then no sum can be made.",
            ),
            Misconception(
                "takes a part of zero for one that is not known",
                _none_is_not_known,
                "0 is a number, and it adds nothing. In Python `not 0` is true: look for `None`.",
            ),
            Misconception(
                "lets a small difference pass",
                _close_is_enough,
                "Six of 789 is little, and still the parts do not add up. A reader may ask.",
            ),
            Misconception(
                "corrects the body in silence",
                _silent_correction,
                "You do not know which of the numbers is wrong. Print both, so that a reader sees "
                "the difference.",
            ),
            Misconception(
                "prints the names in braces and not the numbers",
                lambda parts, whole: re.sub(
                    r"make \d+, the body prints \d+",
                    "make {total}, the body prints {whole}",
                    _about_the_parts(parts, whole),
                ),
                'Python fills braces in only when an f stands before the text: f"...".',
            ),
            Misconception(
                "exchanges the two numbers",
                _exchanged,
                "First what the parts make, then what the body prints as the whole.",
            ),
            Misconception(
                "sees only parts that are too few",
                _too_few_only,
                "Parts can also make more than the whole, for example when something is counted "
                "twice.",
            ),
            Misconception(
                "compares the sum of the known parts before it looks for one that is not known",
                _known_parts_first,
                "The known parts can make the whole by chance, and the other part is still not "
                "known. Look for `None` first.",
            ),
            Misconception(
                "prints the numbers of the example in every case",
                _numbers_of_the_example,
                "The two numbers are those of the case: the sum of `parts`, and `whole`. An "
                "f-string prints them.",
            ),
            Misconception(
                "takes a sum below the whole for one that fits",
                _below_is_enough,
                "Parts that make less than the whole do not add up: something is missing. "
                "Compare with `==`.",
            ),
        ),
        hints=(
            "First the parts that are not known: `None in parts`.",
            "Then compare `sum(parts)` with the whole, with `==`.",
        ),
        points=1,
    ),
    Exercise(
        id="6.6",
        name="card",
        title="A verdict card",
        reference=lambda: dict(_GOOD),
        cases=no_arguments,
        misconceptions=tuple(
            Misconception(reason.name, _card_with(reason), reason.hint) for reason in CARDS["6.6"]
        ),
        hints=(
            "Write the years of the claim in a row, and the figure below each one. What is "
            "missing?",
            "The label, the key of the series, the beginning of the edition, one sentence on what "
            "is counted and what is not, and the one figure that you would ask PIPS for.",
        ),
        points=3,
        is_value=True,
        view=_view_card,
        remark=_about_card,
    ),
)

QUIZZES = (
    Quiz(
        id="6.a",
        question=(
            "A page of 1 July 2024 says: CRSS counted 1,524 deaths in 2023. In December 2024 CRSS "
            "prints 1,533 for that year. What do you say of the page?"
        ),
        options={
            "a": Option(
                "It was wrong, and it needs a correction.",
                "On 1 July the 1,524 was the figure that CRSS had printed. A later edition does "
                "not make an older page false.",
            ),
            "b": Option(
                "It was right as of its day. Who repeats the figure now names the edition.",
                "A figure has a date. With the edition beside it, both numbers can be printed.",
            ),
            "c": Option(
                "It is wrong, because nine people more were killed after the page was printed.",
                "Both editions are about 2023. What changed later is the record of that year, and "
                "not the year.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="6.b",
        question=(
            "CRSS first printed 1,463 people injured for 2023, and PICSS prints 1,463 for 2024. "
            "What does the agreement show?"
        ),
        options={
            "a": Option(
                "That the number is safe, because two bodies found it.",
                "They counted two different years. Two bodies support each other only on the same "
                "thing.",
            ),
            "b": Option(
                "That one of the two copied from the other.",
                "Nothing here shows that. Out of some hundred figures, a few are equal by chance.",
            ),
            "c": Option(
                "Nothing, until body, year, measure and definition are compared.",
                "An equal number is not the same fact. Here the years differ, and so do the "
                "definitions.",
            ),
        },
        right="c",
    ),
)

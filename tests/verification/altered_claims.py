"""Make false claims out of true ones: change one thing, and say them in several manners.

What is true is worked out here from ``figures.csv`` and ``definitions.csv`` alone, without the
module that is tested. ``altered`` changes one part of a true count, ``twisted`` puts a true figure
into a sentence that says something else, ``altered_changes`` changes a percentage and
``altered_published`` the published claims. Every text comes with the value that is false in it.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from copydesk.corpus import load_table

NAMES = {
    "CRSS": ("Centre for Research and Security Studies", "CRSS"),
    "PICSS": ("Pakistan Institute for Conflict and Security Studies", "PICSS"),
    "PIPS": ("Pak Institute for Peace Studies", "PIPS"),
    "GTI": ("Global Terrorism Index", "GTI"),
    "UCDP": ("Uppsala Conflict Data Program", "UCDP"),
    "SATP": ("South Asia Terrorism Portal", "SATP"),
}
PLACES = ("Pakistan", "Afghanistan", "India", "Iran", "Balochistan", "Punjab", "Sindh", "Peshawar")
WORDS = {
    ("fatalities", "", "all"): ("deaths", "people killed", "fatalities"),
    ("fatalities", "attacks", "all"): ("deaths in attacks", "people killed in terrorist attacks"),
    ("fatalities", "operations", "all"): ("deaths in operations",),
    ("fatalities", "attacks and operations", "all"): ("deaths in attacks and operations",),
    ("fatalities", "", "civilians"): ("civilians killed", "civilian deaths"),
    ("fatalities", "", "militants"): ("militants killed",),
    ("fatalities", "", "security forces"): ("security personnel killed",),
    ("injuries", "", "all"): ("people injured", "injured", "people wounded"),
    ("casualties", "", "all"): ("casualties",),
    ("attacks", "attacks", "all"): ("terrorist attacks", "militant attacks", "attacks"),
    ("operations", "operations", "all"): ("operations", "counter-terror operations"),
    ("incidents", "attacks and operations", "all"): ("terrorist attacks and operations",),
    ("incidents", "attacks", "all"): ("terrorist incidents",),
}
"""The words for a measure, the events it is limited to, and whose fate it is."""

FRAMES = (
    "According to {t}, there were {v} {w} in {p} in {y}.",
    "{t} recorded {v} {w} in {p} in {y}.",
    "In {y}, {t} counted {v} {w} in {p}.",
    "The {t} says {p} had {v} {w} in {y}.",
    "There were {v} {w} in {p} in {y}, {t} said.",
    "{t} has data on {p}.\nIt lists {v} {w} in {y}.",
)
MORE_FRAMES = (
    "{p} saw {v} {w} in {y}, according to {t}.",
    "{p} saw {v} {w} during the year {y}, according to the annual report of {t}.",
    "{t} data show {v} {w} in {p} in {y}.",
    "With {v} {w} in {p}, {y} was in the report of {t}.",
    "In {p}, {v} {w} were reported by {t} in {y}.",
    "{t} counts violence in {p} in {y}. It has {v} {w}.",
    "In its report on {y}, {t} counted {v} {w} in {p}.",
    "A report by {t} put the number of {w} in {p} in {y} at {v}.",
    "{t}: {v} {w} in {p} in {y}",
    "- {t}: {v} {w} in {p} in {y}",
    "The figure of {t} for {p} in {y} is {v} {w}.",
    "{t} recorded 12 {w} in {p} in 1990 and {v} in {y}.",
    "The think tank {t} counted {v} {w} in {p} in {y}.",
    "Last week {t} said that {p} had {v} {w} in {y}.",
    "{p} had a hard year in {y}. {t} counted {v} {w}.",
    "{t} put out its report on {p} in {y}. There were {v} {w} in all.",
)

# Each turns a true figure into something that no figure of the reference says.
TWISTS = {
    "denial": (
        "{t} denied that there were {v} {w} in {p} in {y}.",
        "{t} counted not {v} {w} in {p} in {y} but twice as many.",
        "It is not true that {t} counted {v} {w} in {p} in {y}.",
        "{t} never counted {v} {w} in {p} in {y}.",
        "{t} rejects the figure of {v} {w} in {p} in {y}.",
        "{t} failed to record {v} {w} in {p} in {y}.",
        "{t} refused to confirm {v} {w} in {p} in {y}.",
        "{t} withdrew its figure of {v} {w} in {p} in {y}.",
        "Nobody at {t} counted {v} {w} in {p} in {y}.",
        "{t} has no record of {v} {w} in {p} in {y}.",
        "Far from {v} {w}, {t} counted few in {p} in {y}.",
        "{t} disowned the {v} {w} in {p} in {y}.",
    ),
    "not asserted": (
        "Did {t} count {v} {w} in {p} in {y}?",
        "{t} counted {v} {w} in {p} in {y}?",
        "If {t} had counted {v} {w} in {p} in {y}, it would have said so.",
        "{t} feared {v} {w} in {p} in {y}.",
        "{t} had forecast {v} {w} in {p} for {y}.",
        "{t} set a target of {v} {w} in {p} for {y}.",
        "{t} expected {v} {w} in {p} in {y}.",
        "{t} hoped to see {v} {w} in {p} in {y}.",
        "{t} was asked whether there were {v} {w} in {p} in {y}.",
        "Suppose {t} counted {v} {w} in {p} in {y}.",
        "{t} wondered about {v} {w} in {p} in {y}.",
        "It is rumoured that {t} counted {v} {w} in {p} in {y}.",
        "{t} warned of {v} {w} in {p} in {y}.",
        "{t} prevented {v} {w} in {p} in {y}.",
    ),
    "another speaker": (
        "A minister claimed there were {v} {w} in {p} in {y}.",
        "“There were {v} {w} in {p} in {y},” the minister said of {t}.",
        "A rival of {t} counted {v} {w} in {p} in {y}.",
        "A critic of {t} counted {v} {w} in {p} in {y}.",
        "The report that {t} attacks counted {v} {w} in {p} in {y}.",
        "A former analyst of {t} spoke of {v} {w} in {p} in {y}.",
        "Unlike {t}, the army counted {v} {w} in {p} in {y}.",
        "The army counted {v} {w} in {p} in {y}, which {t} disputes.",
        "{t} quoted the army as saying there were {v} {w} in {p} in {y}.",
        "The Gazette, citing nobody at {t}, counted {v} {w} in {p} in {y}.",
        "A blog that copies {t} has {v} {w} in {p} in {y}.",
        "{o} counted {v} {w} and {t} counted 12 {w} in {p} in {y}.",
        "{t} counted 12 {w}, {o} {v} {w} in {p} in {y}.",
        "{t} cites {o}, which counted {v} {w} in {p} in {y}.",
        "{o}, which works with {t}, counted {v} {w} in {p} in {y}.",
    ),
    "part of a year": (
        "Since January {y}, {t} has counted {v} {w} in {p}.",
        "So far in {y}, {t} has counted {v} {w} in {p}.",
        "{t} counted {v} {w} in {p} so far this year.",
        "{t} counted {v} {w} in {p} in the first half of {y}.",
        "{t} counted {v} {w} in {p} in the last quarter of {y}.",
        "{t} counted {v} {w} in {p} in March {y}.",
        "By March {y}, {t} had counted {v} {w} in {p}.",
        "{t} counted {v} {w} in {p} up to {y}.",
        "{t} counted {v} {w} in {p} after {y}.",
        "{t} counted {v} {w} in {p} from {y} onwards.",
        "{t} counted {v} {w} in {p} in one month of {y}.",
        "{t} counted {v} {w} in {p} in the summer of {y}.",
        "{t} counted {v} {w} in {p} in the year to June {y}.",
        "{t} counted {v} {w} in {p} in {y} and {next}.",
        "{t} counted {v} {w} in {p} over the decade to {y}.",
        "{t} counted {v} {w} in {p} in fiscal {y}.",
        "{t} counted {v} {w} in {p} every month in {y}.",
        "On one day in {y}, {t} counted {v} {w} in {p}.",
        "In the weeks before {y}, {t} counted {v} {w} in {p}.",
        "{t} counted {v} {w} in {p} in the year before {y}.",
        "{t} counted {v} {w} in {p} a year after {y}.",
    ),
    "part of the place": (
        "{t} counted {v} {w} in northern {p} in {y}.",
        "{t} counted {v} {w} in {p}’s capital in {y}.",
        "{t} counted {v} {w} in one district of {p} in {y}.",
        "{t} counted {v} {w} outside {p} in {y}.",
        "{t} counted {v} {w} in {p} and abroad in {y}.",
        "{t} counted {v} {w} near the border of {p} in {y}.",
        "{t} counted {v} {w} in {p}, in Quetta alone, in {y}.",
        "{t} counted {v} {w} in Quetta, {p}, in {y}.",
        "In Quetta, {t} counted {v} {w}; {p} had a hard {y}.",
        "{t} counted {v} {w} in the cities of {p} in {y}.",
        "{t} counted {v} {w} in rural {p} in {y}.",
        "{t} counted {v} {w} in {p} and India in {y}.",
        "{t} counted {v} {w} elsewhere than in {p} in {y}.",
        "{t} counted {v} {w} of {p}’s neighbours in {y}.",
    ),
    "narrower thing": (
        "{t} counted {v} {w} on schools in {p} in {y}.",
        "{t} counted {v} {w} by the Taliban in {p} in {y}.",
        "{t} counted {v} {w} of children in {p} in {y}.",
        "{t} counted {v} {w} in floods in {p} in {y}.",
        "{t} counted {v} {w} among refugees in {p} in {y}.",
        "{t} counted {v} {w} in suicide bombings in {p} in {y}.",
        "{t} counted {v} foiled {w} in {p} in {y}.",
        "{t} counted {v} unclaimed {w} in {p} in {y}.",
        "{t} counted {v} {w}, all of them foreign, in {p} in {y}.",
        "{t} counted {v} {w} in {p} in {y}, half of them in May.",
        "{t} counted {v} {w} in {p} in {y}, excluding the army.",
        "{t} counted {v} {w} in {p} in {y} from road accidents.",
        "{t} counted {v} families of {w} in {p} in {y}.",
        "{t} counted {v} reports of {w} in {p} in {y}.",
        "{t} counted {v} towns with {w} in {p} in {y}.",
    ),
    "other quantity": (
        "{t} counted {v} more {w} in {p} in {y}.",
        "{t} counted {v} fewer {w} in {p} in {y} than before.",
        "{t} counted another {v} {w} in {p} in {y}.",
        "{t} counted {v} {w} a month in {p} in {y}.",
        "{t} counted {v} {w} a day in {p} in {y}.",
        "{t} counted {v} per cent of {w} in {p} in {y}.",
        "{t} counted {v} {w} per million people in {p} in {y}.",
        "{t} counted {v} thousand {w} in {p} in {y}.",
        "{t} counted {v} to 99,999 {w} in {p} in {y}.",
        "{t} counted more than {v} {w} in {p} in {y}.",
        "{t} counted over {v} {w} in {p} in {y}.",
        "{t} counted fewer than {v} {w} in {p} in {y}.",
        "{t} counted nearly {v} {w} in {p} in {y}.",
        "{t} counted under {v} {w} in {p} in {y}.",
        "{t} counted well over {v} {w} in {p} in {y}.",
        "{t} counted twice {v} {w} in {p} in {y}.",
        "{t} counted half of {v} {w} in {p} in {y}.",
        "{w} in {p} rose by {v} in {y}, {t} counted.",
        "{t} counted an average of {v} {w} in {p} in {y}.",
        "{t} paid Rs {v} for {w} in {p} in {y}.",
        "{t} counted {v} lives saved from {w} in {p} in {y}.",
    ),
    "killer": (
        "Militants killed {v} people in {p} in {y}, {t} said.",
        "{t} said the Taliban killed {v} people in {p} in {y}.",
        "{t} said security forces killed {v} people in {p} in {y}.",
        "{t} said the army killed {v} militants in {p} in {y}.",
        "{t} said {v} militants killed people in {p} in {y}.",
        "{t} said {v} people were killed by police in {p} in {y}.",
        "{t} said {v} people were killed by militants in {p} in {y}.",
        "{t} said drones killed {v} people in {p} in {y}.",
        "{t} said that {v} people killed others in {p} in {y}.",
        "{t} said {v} attackers died in {p} in {y}.",
        "The army, {t} said, killed {v} people in {p} in {y}.",
        "According to {t}, terrorists in {p} killed {v} people in {y}.",
        "According to {t}, attacks by India killed {v} people in {p} in {y}.",
        "{t} said police in {p} killed {v} people in {y}.",
        "{t} said {v} women were killed in {p} in {y}.",
        "{t} said {v} children were injured in {p} in {y}.",
        "{t} said {v} policemen were killed in {p} in {y}.",
        "{t} said Afghans killed {v} people in {p} in {y}.",
        "{t} said gunmen killed {v} people in {p} in {y}.",
        "{t} said {v} people were abducted in {p} in {y}.",
        "{t} said {v} people were arrested after attacks in {p} in {y}.",
        "{t} said {v} people survived attacks in {p} in {y}.",
        "{t} said {v} people carried out attacks in {p} in {y}.",
    ),
}
_HEDGED = re.compile(r"more than|over|fewer than|nearly|under")
QUICK_TWISTS = 2
"""Twists of each kind that the quick test takes for a row, by chance."""


@dataclass(frozen=True)
class Said:
    """A count as a sentence says it."""

    tracker: str
    value: float
    measure: str
    scope: str
    victims: str
    place: str
    year: int


@cache
def table() -> pd.DataFrame:
    """Return every figure with what it counts; the place is the region where there is one."""
    figures = load_table("figures").astype(object).fillna("")
    definitions = load_table("definitions")[["definition_id", "scope", "victims"]]
    rows = figures.merge(definitions, on="definition_id")
    rows["place"] = [r or c for r, c in zip(rows["region"], rows["country"], strict=True)]
    return rows


def is_true(said: Said) -> bool:
    """Say whether some figure of the table is what is said, by the widest reading of the words."""
    rows = table()
    own = rows[
        (rows["tracker"] == said.tracker)
        & (rows["place"] == said.place)
        & (rows["year"] == said.year)
        & (rows["months"] == "")
        & (rows["victims"] == said.victims)
    ]
    if said.measure == "casualties":
        parts = [own[own["measure"] == m]["value"] for m in ("fatalities", "injuries")]
        return any(dead + hurt == said.value for dead in parts[0] for hurt in parts[1])
    # Some bodies call terrorist attacks incidents.
    same = {"attacks", "incidents"} if said.scope == "attacks" else {said.measure}
    same = {said.measure} if said.measure in {"fatalities", "injuries"} else same
    own = own[own["measure"].isin(same)]
    if said.scope:
        own = own[own["scope"] == said.scope]
    return bool((own["value"] == said.value).any())


def near_by(said: Said) -> set[float]:
    """Return the values that a body has for a place and year within one part in ten."""
    rows = table()
    own = rows[
        (rows["tracker"] == said.tracker)
        & (rows["place"] == said.place)
        & (rows["year"] == said.year)
    ]
    return {value for value in own["value"] if abs(value - said.value) <= said.value / 10}


def true_counts() -> list[Said]:
    """Return every whole year's count as a sentence can say it."""
    rows = table()
    rows = rows[(rows["months"] == "") & rows["tracker"].isin(NAMES)]
    found = []
    for row in rows.itertuples():
        events = row.measure in {"attacks", "operations", "incidents"}
        said = Said(
            row.tracker, float(row.value), row.measure, row.scope if events else "", row.victims,
            row.place, int(row.year),
        )  # fmt: skip
        if words_of(said):
            found.append(said)
            if (said.measure, row.scope, said.victims) in WORDS:
                found.append(replace(said, scope=row.scope))
    return list(dict.fromkeys(found))


def words_of(said: Said) -> tuple[str, ...]:
    """Return the words for what is counted."""
    return WORDS.get((said.measure, said.scope, said.victims), ())


def write(frame: str, said: Said, draw: random.Random, **more: object) -> str:
    """Put a count into a frame."""
    name = draw.choice(NAMES[said.tracker])
    words = draw.choice(words_of(said) or ("deaths",))
    parts = {
        "t": name, "v": f"{said.value:,.0f}", "w": words, "p": said.place,
        "y": said.year, "next": said.year + 1,
    }  # fmt: skip
    return frame.format(**(parts | more))


def changed(said: Said, draw: random.Random) -> Iterator[tuple[str, Said]]:
    """Change one part of a count, in every way that is left."""
    digits = list(f"{said.value:.0f}")
    at = draw.randrange(len(digits))
    digits[at] = draw.choice([d for d in "123456789" if d != digits[at]])
    yield "digit", replace(said, value=float("".join(digits)))
    if len(digits) > 1:
        turned = digits.copy()
        turned[at - 1], turned[at] = turned[at], turned[at - 1]
        yield "digits turned", replace(said, value=float("".join(turned)))
    for step in (-1, 1, draw.choice([-3, 3, 10])):
        yield "year", replace(said, year=said.year + step)
    yield "tracker", replace(said, tracker=draw.choice([t for t in NAMES if t != said.tracker]))
    yield "place", replace(said, place=draw.choice([p for p in PLACES if p != said.place]))
    measure, scope, victims = draw.choice(
        [key for key in WORDS if key != (said.measure, said.scope, said.victims)]
    )
    yield "measure", replace(said, measure=measure, scope=scope, victims=victims)


def altered(seed: int, frames: tuple[str, ...] = FRAMES) -> list[tuple[str, str, float]]:
    """Return false sentences made from every true count: what was changed, the text, the value."""
    draw = random.Random(seed)
    return [
        (kind, write(draw.choice(frames), said, draw), said.value)
        for true in true_counts()
        for kind, said in changed(true, draw)
        if not is_true(said)
    ]


def twisted(seed: int, of_each: int | None = QUICK_TWISTS) -> list[tuple[str, str, float]]:
    """Return true figures in sentences that say something else; all twists if none are counted."""
    draw = random.Random(seed)
    found = []
    for true in true_counts():
        for kind, frames in TWISTS.items():
            people = true.measure in {"fatalities", "injuries"}
            if kind == "killer" and not people:
                continue
            taken = frames if of_each is None else draw.sample(frames, min(of_each, len(frames)))
            for frame in taken:
                other = draw.choice([t for t in NAMES if t != true.tracker])
                if "{o}" in frame and is_true(replace(true, tracker=other)):
                    continue
                if _HEDGED.search(frame) and len(near_by(true)) > 1:
                    continue  # "more than 2,610" is true where another edition has 2,613
                text = write(frame, true, draw, o=draw.choice(NAMES[other]))
                found.append((kind, text[0].upper() + text[1:], true.value))
    return found


def true_changes() -> dict[tuple[str, str, str, int], list[float]]:
    """Return the percentages by which each series of a place changed in a year, in all editions.

    The key is tracker, measure, place and year; series of one measure are taken together.
    """
    rows = table()
    rows = rows[(rows["months"] == "") & (rows["victims"] == "all") & rows["tracker"].isin(NAMES)]
    found: dict[tuple[str, str, str, int], list[float]] = {}
    for _, group in rows.groupby(["series_id", "place"]):
        for end in group.itertuples():
            for base in group[group["year"] == end.year - 1].itertuples():
                if base.value:
                    key = (end.tracker, end.measure, end.place, int(end.year))
                    percent = 100 * (end.value - base.value) / base.value
                    found.setdefault(key, []).append(percent)
    return found


CHANGES = (
    "{t} said {w} in {p} {d} by {n} {u} in {y}.",
    "{w} in {p} {d} {n} {u} in {y}, according to {t}.",
    "In {y}, {t} said, {w} in {p} {d} by {n} {u} from {b}.",
    "{t} counted {n} {u} {m} {w} in {p} in {y}.",
    "By {t}, {w} in {p} {d} {n} {u} from {b} to {y}.",
)


def altered_changes(seed: int) -> list[tuple[str, str, float]]:
    """Return false percentages: another size, the other direction, points, place, body or year."""
    draw = random.Random(seed)
    true = true_changes()
    found = []
    for key, percents in true.items():
        percent = draw.choice(percents)
        _, measure, _, _ = key
        if measure not in {"fatalities", "injuries", "attacks", "operations"}:
            continue
        ratio = 1 + percent / 100
        sizes = {
            "size": percent + draw.choice([-20, -9, 7, 11, 30]),
            "ratio": 100 * ratio,
            "later base": 100 * (1 - 1 / ratio) if ratio else 0.0,
            "direction": -percent,
            "points": percent,
        }
        made = [(kind, key, size) for kind, size in sizes.items()]
        tracker, _, place, year = key
        other = draw.choice([t for t in NAMES if t != tracker])
        made += [
            ("tracker", (other, measure, place, year), percent),
            ("year", (tracker, measure, place, year + draw.choice([-1, 1])), percent),
            ("place", (tracker, measure, draw.choice(["India", "Punjab"]), year), percent),
        ]
        for kind, (who, what, where, when), size in made:
            value = round(abs(size))
            points = kind == "points"
            rose = size > 0 if kind != "direction" else percent < 0
            alike = [p for p in true.get((who, what, where, when), []) if (p > 0) == rose]
            if not points and any(abs(abs(p) - value) <= 0.5 + 1e-6 for p in alike):
                continue
            if not value:
                continue
            words = draw.choice(
                WORDS[(what, what if what in {"attacks", "operations"} else "", "all")]
            )
            words = {"people killed": "deaths", "people injured": "injuries", "injured": "injuries",
                     "people wounded": "injuries"}.get(words, words)  # fmt: skip
            text = draw.choice(CHANGES).format(
                t=draw.choice(NAMES[who]), w=words, p=where, y=when, b=when - 1, n=value,
                d="rose" if rose else "fell", m="more" if rose else "fewer",
                u="percentage points" if points else draw.choice(["per cent", "percent"]),
            )  # fmt: skip
            found.append((f"change: {kind}", text[0].upper() + text[1:], float(value)))
    return found


FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w,.]\d)(?!\w)")
"""A figure in digits; no year, of four digits without a comma."""


def altered_published(seed: int) -> list[tuple[str, str, float]]:
    """Return published claims with another figure, year, body or place, where that is false."""
    draw = random.Random(seed)
    rows = table()
    known = set(rows["value"])
    claims = load_table("claims").astype(object).fillna("").to_dict("records")
    found = []
    for claim in claims:
        if claim["verdict"] not in {"supported", "contradicted"}:
            continue
        # Most of them leave their country unsaid; with it said before, more could be supported.
        other = re.search(r"Afghan|India|Iran|\bworld\b", claim["claim"])
        text = claim["claim"] if other else f"This page is about Pakistan.\n{claim['claim']}"
        for match in FIGURE.finditer(text):
            number = match[0].replace(",", "")
            if len(number) < 2:
                continue
            value = float(number) + draw.choice([-11, -7, 3, 9, 13, 21])
            if value in known or value <= 0:
                continue
            said = f"{text[: match.start()]}{value:,.0f}{text[match.end() :]}"
            found.append(("published: figure", said, value))
        for name in (name for names in NAMES.values() for name in names if name in text):
            others = [n for names in NAMES.values() if name not in names for n in names]
            said = text.replace(name, draw.choice(others))
            found.append(("published: body", said, float("nan")))
        years = sorted(set(re.findall(r"\b20[12]\d\b", text)))
        for year in years:
            said = text.replace(year, str(int(year) + draw.choice([-6, 9])))
            # Of two years, one is still true: that of the other figure.
            ahead = FIGURE.findall(text.split(year)[0])
            value = ahead[-1].replace(",", "") if ahead and len(years) > 1 else "nan"
            found.append(("published: year", said, float(value)))
    return found

"""Compose false sentences out of the words that the readers take, in any order.

A true count of ``figures.csv`` is put into a sentence with one thing that makes it false or
leaves it open: a restrictor, the wrong end of an estimate, a rate, a change, an actor, a denial, a
quotation, a retraction. The pieces stand where a writer may put them and where none would.
"""

import random
import re
from collections.abc import Callable, Iterator

from altered_claims import NAMES, Said, is_true, table, true_counts, words_of

RESTRICTORS = (
    "that killed civilians", "that killed people", "which injured civilians",
    "which killed militants",
    "in which people were killed", "in which civilians died", "where people were killed",
    "where civilians were injured", "with deaths", "with casualties", "with people killed",
    "during violence", "during operations", "among civilians", "among militants",
    "by militants", "by security forces", "against security forces", "on security forces",
    "of civilians", "of militants", "that were recorded by others", "that took place in operations",
    "in the attacks of militants", "without deaths", "outside operations", "after operations",
    "before attacks", "and no operations", "for which militants were killed", "who were militants",
    "claimed by militants", "over operations", "from operations by militants", "near the border",
)  # fmt: skip
DENIALS = (
    "not", "never", "no", "denied that", "did not say that", "has not counted", "without",
    "far from",
    "cannot say that", "neither", "disputed that", "rejected that", "withdrew", "nobody said that",
)  # fmt: skip
UNSURE = (
    "may have", "could have", "would have", "feared", "expects", "if", "whether", "forecast",
    "warned of", "claimed", "allegedly", "is said to have", "hoped for", "predicted",
)  # fmt: skip
ACTORS = (
    "Militants killed", "Security forces killed", "The army killed", "Police in {p} killed",
    "Terrorists have killed", "Civilians killed", "Soldiers injured", "Attackers killed",
    "Attacks by the army killed", "Operations by militants killed", "Outlaws wounded",
)  # fmt: skip
BACK = (
    "That is wrong.", "That is not true.", "The figure is false.", "It later withdrew the figure.",
    "The number was a mistake.", "{t} has since denied it.", "That was an error.", "It is a hoax.",
    "The claim is misleading.", "This was corrected later.", "{t} disputes that figure.",
    "The report was retracted.", "It never said so.",
)  # fmt: skip
OTHERS = (
    "A minister said that {s}", "Critics of {t} say that {s}", "“{s},” a minister said.",
    "A rival of {t} said that {s}", "A minister denied that {s}", "It is claimed that {s}",
    "Some say that {s}", "According to critics, {s}", "A former analyst said that {s}",
    "The army said, against {t}, that {s}",
)  # fmt: skip
TIMES = (
    "since {y}", "by {y}", "until {y}", "before {y}", "after {y}", "from {y}", "up to {y}",
    "between {y} and {n}", "from {b} to {y}", "in {y} and {n}", "in {b} and {y} together",
    "in the first half of {y}", "in March {y}", "in the summer of {y}", "so far in {y}",
    "in one month of {y}", "from January to March {y}", "over the year to June {y}", "around {y}",
    "in the first three months of {y}", "in every month of {y}", "on a day in {y}",
)  # fmt: skip
RATES = (
    "a day", "a week", "a month", "each month", "per day", "per 100,000 people", "on average",
    "every week", "per million people", "a day per 100,000 people", "daily", "monthly",
)  # fmt: skip
FRAMES = (
    "{t} counted {v} {w}{r} {p} {y}.",
    "{t} counted {v} {w} {p}{r} {y}.",
    "{t} counted {v} {w} {p} {y}{r}.",
    "{P}{y2} {t} counted {v} {w}{r}.",
    "There were {v} {w}{r} {p} {y}, {t} said.",
    "According to {t}, {v} {w}{r} were recorded {p} {y}.",
    "{t} data show that {v} {w}{r} took place {p} {y}.",
    "{Y}, {v} {w}{r} were counted {p} by {t}.",
    "The number of {w}{r} {p} {y} was {v}, {t} said.",
)


def compose(seed: int, count: int) -> Iterator[tuple[str, str, float]]:
    """Yield kinds, texts and the figure that no text may be called supported for."""
    draw = random.Random(seed)
    counts = [said for said in true_counts() if said.value >= 10]
    makers = list(MAKERS.items())
    made = 0
    while made < count:
        kind, make = makers[made % len(makers)]
        text = make(draw, draw.choice(counts))
        if text is not None:
            made += 1
            yield kind, text[0][:1].upper() + text[0][1:], text[1]


Made = tuple[str, float] | None


def frame(draw: random.Random, said: Said, after: str = "", **parts: str) -> str:
    """Put a count into a frame, with words after what is counted."""
    words = {
        "t": draw.choice(NAMES[said.tracker]),
        "v": f"{said.value:,.0f}",
        "w": draw.choice(words_of(said)),
        "p": f"in {said.place}",
        "P": f"In {said.place}",
        "y": f"in {said.year}",
        "Y": f"In {said.year}",
        "y2": f", in {said.year},",
        "r": f" {after}" if after else "",
    } | parts
    return draw.choice(FRAMES).format(**words)


def restrictor(draw: random.Random, said: Said) -> str:
    """Draw a restrictor; operations of the forces are what some counts are of in any case."""
    own = "operation" in said.measure + said.scope or said.measure == "fatalities"
    return draw.choice([r for r in RESTRICTORS if not (own and re.search("operat|forces", r))])


def restricted(draw: random.Random, said: Said) -> Made:
    return frame(draw, said, restrictor(draw, said)), said.value


def mistimed(draw: random.Random, said: Said) -> Made:
    time = draw.choice(TIMES).format(y=said.year, n=said.year + 1, b=said.year - 1)
    return frame(draw, said, y=time, Y=time, y2=f", {time},"), said.value


def rated(draw: random.Random, said: Said) -> Made:
    rate = draw.choice(RATES)
    if draw.random() < 0.3:
        return frame(draw, said, v=f"an average of {said.value:,.0f}"), said.value
    return frame(draw, said, rate), said.value


def denied(draw: random.Random, said: Said) -> Made:
    words = frame(draw, said).split(" ")
    words.insert(draw.randrange(1, len(words) - 1), draw.choice(DENIALS + UNSURE))
    return " ".join(words), said.value


def acted(draw: random.Random, said: Said) -> Made:
    if said.measure not in {"fatalities", "injuries"}:
        return None
    name = draw.choice(NAMES[said.tracker])
    who = draw.choice(ACTORS).format(p=said.place)
    text = f"{who} {said.value:,.0f} people in {said.place} in {said.year}"
    return draw.choice([f"{text}, {name} said.", f"According to {name}, {text}."]), said.value


def taken_back(draw: random.Random, said: Said) -> Made:
    name = draw.choice(NAMES[said.tracker])
    return f"{frame(draw, said)} {draw.choice(BACK).format(t=name)}", said.value


def told_by_others(draw: random.Random, said: Said) -> Made:
    name = draw.choice(NAMES[said.tracker])
    text = f"there were {said.value:,.0f} {words_of(said)[0]} in {said.place} in {said.year}"
    text = draw.choice(OTHERS).format(t=name, s=text)
    return text if text.endswith(".") else f"{text}.", said.value


def changed(draw: random.Random, said: Said) -> Made:
    """Give the level its true value and the change a wrong size or direction."""
    rows = table()
    own = rows[(rows["tracker"] == said.tracker) & (rows["place"] == said.place)]
    earlier = sorted(own[(own["year"] == said.year - 1)]["value"])
    size = draw.choice([3, 5, 8, 210, 330, 640])
    if not earlier or any(abs(abs(100 * (said.value - v) / v) - size) < 3 for v in earlier if v):
        return None
    name, words = draw.choice(NAMES[said.tracker]), words_of(said)[0]
    verb = draw.choice(["rose", "fell", "jumped", "dropped", "climbed", "declined", "increased"])
    noun = draw.choice(["rise", "fall", "jump", "drop", "increase", "decline"])
    base = said.value + draw.choice([-1, 1]) * draw.randrange(1, 9)
    if base in set(own["value"]):
        return None
    at = f"in {said.place} in {said.year}"
    v = f"{said.value:,.0f}"
    text = draw.choice([
        f"{name} said {words} {at} {verb} {size} per cent to {v}.",
        f"{name} said {words} {verb} by {size} per cent to {v} {at}.",
        f"{name} counted {v} {words} {at}, a {noun} of {size} per cent.",
        f"{name} counted {v} {words} {at}, a {size} per cent {noun}.",
        f"{name} counted {v} {words} {at}, up {size} per cent from {said.year - 1}.",
        f"{name} counted {v} {words} {at}, down {size} per cent from the year before.",
        f"{name} counted {v} {words} {at}, up from {base:,.0f} in {said.year - 1}.",
        f"{name} counted {v} {words} {at}, down from {base:,.0f} the year before.",
        f"{name} said {words} {at} {verb} from {base:,.0f} to {v}.",
    ])  # fmt: skip
    return text, said.value


def mismeasured(draw: random.Random, said: Said) -> Made:
    """Give the count to another thing, scope, group or place that has another number or none."""
    other = draw.choice(true_counts())
    moved = Said(said.tracker, said.value, other.measure, other.scope, other.victims,
                 draw.choice([said.place, other.place]),
                 draw.choice([said.year, other.year]))  # fmt: skip
    if not words_of(moved) or is_true(moved):
        return None
    return frame(draw, moved), said.value


def wrong_end(draw: random.Random, said: Said) -> Made:
    rows = table()
    own = rows[(rows["low"] != "") & (rows["high"] != "") & (rows["value"] > 20)]
    row = own.sample(1, random_state=draw.randrange(10**6)).iloc[0]
    ends = {"low": row["low"], "best": row["value"], "high": row["high"]}
    named, given = draw.sample(sorted(ends), 2)
    if ends[named] == ends[given]:
        return None
    v = f"{float(ends[given]):,.0f}"
    kind = {"organized violence": "organised violence"}.get(row["scope"], row["scope"])
    at = f"in {kind} in {row['place']} in {row['year']}"
    text = draw.choice([
        f"UCDP’s {named} estimate for deaths {at} is {v}.",
        f"UCDP has a {named} estimate of {v} deaths {at}.",
        f"UCDP put its {named} estimate at {v} deaths {at}.",
        f"The {named} estimate of UCDP for deaths {at} was {v}.",
        f"UCDP counted {v} deaths {at} as its {named} estimate.",
    ])  # fmt: skip
    return text, float(ends[given])


def shuffled(draw: random.Random, said: Said) -> Made:
    """Throw the pieces of a sentence together with one that makes it false."""
    pieces = [
        f"{draw.choice(NAMES[said.tracker])} counted", f"{said.value:,.0f} {words_of(said)[0]}",
        f"in {said.place}", f"in {said.year}",
        draw.choice((restrictor(draw, said), *RATES, *DENIALS, *UNSURE)),
    ]  # fmt: skip
    draw.shuffle(pieces)
    return f"{' '.join(pieces)}.", said.value


MAKERS: dict[str, Callable[[random.Random, Said], Made]] = {
    "restrictor": restricted,
    "time": mistimed,
    "rate": rated,
    "denial": denied,
    "actor": acted,
    "retraction": taken_back,
    "another speaker": told_by_others,
    "change": changed,
    "measure": mismeasured,
    "estimate": wrong_end,
    "order": shuffled,
}

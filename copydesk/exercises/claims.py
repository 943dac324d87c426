"""The exercises of lesson 05_claims: the parts of a claim, and what is lost on the way."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from copydesk.exercises.model import Exercise, Misconception, Option, Quiz

_BODIES = ["the registry", "the institute", "the bureau", "the observatory"]
_PLACES = ["Lorem", "Ipsum", "Misalabad", "Exempla"]

# 5.1 ---------------------------------------------------------------------------------------------

NUMBER_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
"""The number words of exercise 5.1, as the notebook gives them."""

SCALES = {"dozen": 12, "lakh": 100_000, "million": 1_000_000, "billion": 1_000_000_000}
"""The words of exercise 5.1 that multiply the number before them, as the notebook gives them."""


def _numbers_of(phrase: str, scales: bool = True) -> list[int]:
    numbers: list[int] = []
    for printed in phrase.lower().split():
        word = printed.replace(",", "")
        if word.isdigit():
            numbers.append(int(word))
        elif word in NUMBER_WORDS:
            numbers.append(NUMBER_WORDS[word])
        elif word in SCALES and scales:
            numbers[-1] *= SCALES[word]
    return numbers


def _read_figure(phrase: str) -> tuple[int, int]:
    numbers = _numbers_of(phrase)
    return numbers[0], numbers[-1]


def _scale_added(phrase: str) -> tuple[int, int]:
    numbers = _numbers_of(phrase, scales=False)
    added = sum(SCALES.get(word, 0) for word in phrase.lower().split())
    return (numbers[0] + (added if len(numbers) == 1 else 0), numbers[-1] + added)


def _phrases_with_a_figure(rng: random.Random) -> list[tuple[str]]:
    low = rng.randint(20, 400)
    counted = rng.choice(["deaths", "people", "attacks", "incidents"])
    phrases = [
        f"{rng.randint(1_100, 9_900):,} {counted}",
        f"At least {rng.randint(13, 99)} {counted}",
        f"{rng.choice(sorted(NUMBER_WORDS)).title()} soldiers",
        # No number word before "billion": an answer that keeps the word would fill the memory.
        f"nearly {rng.choice(sorted(NUMBER_WORDS))} lakh voters",
        f"Rs {rng.randint(3, 90)} billion",
        f"{rng.randint(2, 9)} million rupees",
        f"{rng.choice(['two', 'three', 'four'])} dozen {counted}",
        f"{low} to {low + rng.randint(5, 90)} {counted}",
        f"between {low + 1_000:,} and {low + rng.randint(1_010, 1_900):,} {counted}",
    ]
    rng.shuffle(phrases)
    return [(phrase,) for phrase in phrases]


def _stops_at_commas(phrase: str) -> tuple[int, int]:
    return _read_figure(" ".join(word for word in phrase.split() if "," not in word))


def _without_scales(phrase: str) -> tuple[int, int]:
    numbers = _numbers_of(phrase, scales=False)
    return numbers[0], numbers[-1]


def _lower_end_twice(phrase: str) -> tuple[int, int]:
    return _numbers_of(phrase)[0], _numbers_of(phrase)[0]


def _keeps_words(phrase: str) -> tuple[Any, Any]:
    numbers: list[Any] = []
    for printed in phrase.lower().split():
        word = printed.replace(",", "")
        if word.isdigit():
            numbers.append(int(word))
        elif word in NUMBER_WORDS:
            numbers.append(word)
        elif word in SCALES:
            numbers[-1] *= SCALES[word]  # of a text, Python makes a long text
    return numbers[0], numbers[-1]


def _comma_as_a_space(phrase: str) -> tuple[int, int]:
    return _read_figure(phrase.replace(",", " "))


def _scale_beside_the_number(phrase: str) -> tuple[int, int]:
    known = {**NUMBER_WORDS, **SCALES}
    words = phrase.lower().replace(",", "").split()
    numbers = [int(known.get(w, w)) for w in words if w in known or w.isdigit()]
    return numbers[0], numbers[-1]


# 5.2 ---------------------------------------------------------------------------------------------

DEAD = frozenset({"dead", "deaths", "died", "killed"})
"""The words of exercise 5.2 for people who died, as the notebook gives them."""

HURT = frozenset({"hurt", "injured", "injuries", "wounded"})
"""The words of exercise 5.2 for people who were hurt, as the notebook gives them."""

_Test = Callable[[list[str], bool, bool], bool]
_STEPS: dict[str, _Test] = {
    "casualties": lambda words, dead, hurt: "casualties" in words or (dead and hurt),
    "deaths": lambda words, dead, hurt: dead,
    "injuries": lambda words, dead, hurt: hurt,
    "incidents": lambda words, dead, hurt: (
        "incidents" in words or ("attacks" in words and "operations" in words)
    ),
    "attacks": lambda words, dead, hurt: "attacks" in words,
    "operations": lambda words, dead, hurt: "operations" in words,
}
_RIGHT_ORDER = "casualties deaths injuries incidents attacks operations"
_PRINTED_ORDER = "deaths attacks casualties operations injuries incidents"


def _in_order(order: str) -> Callable[[str], str | None]:
    """Make the function that asks the questions of exercise 5.2 in one order."""

    def what_is_counted(phrase: str) -> str | None:
        words = phrase.lower().split()
        dead, hurt = any(word in DEAD for word in words), any(word in HURT for word in words)
        for name in order.split():
            if _STEPS[name](words, dead, hurt):
                return name
        return None

    return what_is_counted


_what_is_counted = _in_order(_RIGHT_ORDER)


def _phrases_that_count(rng: random.Random) -> list[tuple[str]]:
    def number() -> int:
        return rng.randint(13, 990)

    dead, hurt = rng.choice(["killed", "dead"]), rng.choice(["injured", "wounded", "hurt"])
    phrases = [
        f"{number()} people {dead}",
        f"{number()} deaths in attacks",
        f"{number()} people {hurt}",
        f"{number()} {hurt} in attacks and operations",
        f"{number()} {dead} and {hurt}",
        f"{number()} casualties",
        f"{number()} casualties in operations",
        f"{number()} attacks",
        f"{number()} operations",
        f"{number()} attacks and operations",
        f"{number()} incidents",
        f"{number()} Attacks on roads",
        f"Killed {number()} people in operations",
    ]
    rng.shuffle(phrases)
    return [(phrase,) for phrase in phrases]


def _killed_are_casualties(phrase: str) -> str | None:
    found = _what_is_counted(phrase)
    return "casualties" if found == "deaths" else found


# 5.3 ---------------------------------------------------------------------------------------------

QUESTIONS = {
    "source": "Who counted?",
    "measure": "What is counted?",
    "place": "Where?",
    "period": "In which period?",
}
"""What a reporter asks, as the notebook of exercise 5.3 gives it."""

VAGUE = frozenset(
    {"experts", "government figures", "lately", "official figures", "the region", "violence"}
)
"""Words of exercise 5.3 that fill a part and tell nothing, as the notebook gives them."""

_Claim = dict[str, str | None]


def _questions_for(claim: _Claim) -> list[str]:
    return [QUESTIONS[part] for part in QUESTIONS if claim[part] is None or claim[part] in VAGUE]


def _claims_with_gaps(rng: random.Random) -> list[tuple[_Claim]]:
    def full() -> _Claim:
        return {
            "figure": str(rng.randint(13, 990)),
            "source": rng.choice(_BODIES),
            "measure": rng.choice(["attacks", "deaths", "injuries"]),
            "place": rng.choice(_PLACES),
            "period": rng.choice(["2022", "2023", "2024"]),
        }

    part, other = rng.sample(sorted(QUESTIONS), 2)
    claims = [
        full() | {"place": f"the region of {rng.choice(_PLACES)}"},  # holds vague words, says where
        full() | {part: None},
        full() | {part: None, other: None},
        full() | {"source": rng.choice(["experts", "government figures", "official figures"])},
        full() | {"measure": "violence", "period": None},
        full() | {"place": "the region", "period": "lately", "source": None},
    ]
    rng.shuffle(claims)
    # No claim has its parts in the order of the questions.
    return [(dict(reversed(claim.items())),) for claim in claims]


def _vague_inside(claim: _Claim) -> list[str]:
    def known(said: str | None) -> bool:
        return said is not None and not any(vague in said for vague in VAGUE)

    return [question for part, question in QUESTIONS.items() if not known(claim[part])]


def _in_the_order_of_the_claim(claim: _Claim) -> list[str]:
    asked = _questions_for(claim)
    return [QUESTIONS[part] for part in claim if QUESTIONS.get(part) in asked]


def _only_vague(claim: _Claim) -> list[str]:
    return [QUESTIONS[part] for part in QUESTIONS if claim[part] in VAGUE]


def _only_empty(claim: _Claim) -> list[str]:
    return [QUESTIONS[part] for part in QUESTIONS if claim[part] is None]


def _the_parts_that_are_there(claim: _Claim) -> list[str]:
    return [question for question in QUESTIONS.values() if question not in _questions_for(claim)]


def _names_of_gaps(claim: _Claim) -> list[str]:
    return [part for part in QUESTIONS if QUESTIONS[part] in _questions_for(claim)]


# 5.4 ---------------------------------------------------------------------------------------------


def _change(old: float, new: float, kind: str) -> tuple[float, str]:
    if kind == "share":
        return new - old, "percentage points"
    return (new - old) / old * 100, "per cent"


def _two_numbers(rng: random.Random) -> list[tuple[int, int, str]]:
    cases = []
    for kind, highest in (("count", 900), ("share", 60)):
        low = rng.randint(20, highest)
        high = low + rng.randint(7, 39)
        cases += [(low, high, kind), (high, low, kind)]
    return [*cases, (rng.randint(200, 400), rng.randint(700, 900), "count")]


def _base_is_the_new_year(old: float, new: float, kind: str) -> tuple[float, str]:
    if kind == "share":
        return new - old, "percentage points"
    return (new - old) / new * 100, "per cent"


def _level(old: float, new: float, kind: str) -> tuple[float, str]:
    if kind == "share":
        return new - old, "percentage points"
    return new / old * 100, "per cent"


def _without_hundred(old: float, new: float, kind: str) -> tuple[float, str]:
    number, unit = _change(old, new, kind)
    return (number if kind == "share" else number / 100), unit


def _old_minus_new(old: float, new: float, kind: str) -> tuple[float, str]:
    number, unit = _change(old, new, kind)
    return -number, unit


def _points_divided(old: float, new: float, kind: str) -> tuple[float, str]:
    return (new - old) / old * 100, _change(old, new, kind)[1]


def _units_exchanged(old: float, new: float, kind: str) -> tuple[float, str]:
    number, unit = _change(old, new, kind)
    return number, "percentage points" if unit == "per cent" else "per cent"


def _without_sign(old: float, new: float, kind: str) -> tuple[float, str]:
    number, unit = _change(old, new, kind)
    return abs(number), unit


# 5.5 ---------------------------------------------------------------------------------------------

FORECAST = frozenset({"could", "expects", "may", "will"})
"""Words of exercise 5.5 that speak of what has not happened, as the notebook gives them."""

COMPARING = frozenset({"fell", "fewer", "highest", "increased", "more", "rose"})
"""Words of exercise 5.5 that compare, as the notebook gives them."""

SAYING = frozenset({"counted", "said", "recorded", "reported"})
"""Words of exercise 5.5 that name who says so, as the notebook gives them."""


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")


def _next_step(
    sentence: str,
    *,
    years_count: bool = False,
    forecasts: bool = True,
    comparisons: bool = True,
    speakers_suffice: bool = False,
    who_first: bool = False,
    needs_both: bool = False,
    turned: bool = False,
) -> str:
    """Say what to do with a sentence; each option makes one mistake of exercise 5.5."""
    words = sentence.lower().strip(".").split()
    years = [word for word in words if _is_year(word)]
    figures = [word for word in words if word.isdigit() and (years_count or not _is_year(word))]
    compares = comparisons and any(word in COMPARING for word in words)
    says = any(word in SAYING for word in words)
    if forecasts and any(word in FORECAST for word in words):
        return "wait"
    if needs_both and not (figures and compares):
        return "nothing to check"
    if not figures and not compares and not (speakers_suffice and says):
        return "nothing to check"
    if who_first and not says:
        return "ask who"
    if turned != (not years):
        return "ask when"
    return "check" if turned != says else "ask who"


def _sentences_to_sort(rng: random.Random) -> list[tuple[str]]:
    body, other = (name.capitalize() for name in rng.sample(_BODIES, 2))
    number, more = rng.randint(13, 98), rng.randint(120, 990)
    year = rng.randint(2015, 2024)
    place = rng.choice(_PLACES)
    sentences = [
        f"{body} counted {more} attacks in {year}.",
        f"There were {number} incidents in {place} in {year}.",
        f"{other} recorded {number} attacks in {place}.",
        f"{body} reported more attacks in {year} than in {year - 1}.",
        f"The mayor said in {year} that {place} was a sad place.",
        f"In {year} the streets of {place} felt unsafe.",
        f"{other} said that {number} roads may close in {year + 3}.",
        f"The number of attacks will fall in {year + 3}.",
        f"Attacks in {place} increased.",
        "He said that it was over.",
    ]
    rng.shuffle(sentences)
    return [(sentence,) for sentence in sentences]


# 5.6 ---------------------------------------------------------------------------------------------


def _lost_parts(source: _Claim, rewrite: _Claim) -> list[str]:
    return [part for part in source if source[part] is not None and rewrite[part] != source[part]]


def _sources_and_rewrites(rng: random.Random) -> list[tuple[_Claim, _Claim]]:
    full: _Claim = {
        "figure": str(rng.randint(130, 990)),
        "counted": "attacks and operations",
        "place": rng.choice(_PLACES),
        "period": "January to October 2023",
        "who": rng.choice(_BODIES),
        "hedge": rng.choice(["at least", "nearly", "about"]),
    }
    pairs: list[tuple[_Claim, _Claim]] = [
        (full, dict(full)),
        (full, full | {"counted": "attacks"}),
        (full, full | {"who": None, "hedge": None}),
        (full, full | {"who": "official figures", "period": "2023"}),
        (full | {"hedge": None}, full | {"hedge": "exactly", "place": None}),
        (full | {"who": None}, full | {"who": None, "counted": "attacks", "hedge": None}),
    ]
    rng.shuffle(pairs)
    return pairs


def _only_gone(source: _Claim, rewrite: _Claim) -> list[str]:
    return [part for part in source if source[part] is not None and rewrite[part] is None]


def _every_difference(source: _Claim, rewrite: _Claim) -> list[str]:
    return [part for part in source if rewrite[part] != source[part]]


def _what_stayed(source: _Claim, rewrite: _Claim) -> list[str]:
    return [part for part in source if rewrite[part] == source[part]]


def _old_words(source: _Claim, rewrite: _Claim) -> list[str | None]:
    return [source[part] for part in _lost_parts(source, rewrite)]


def _shorter_is_the_same(source: _Claim, rewrite: _Claim) -> list[str]:
    return [
        part for part in _lost_parts(source, rewrite) if str(rewrite[part]) not in str(source[part])
    ]


EXERCISES = (
    Exercise(
        id="5.1",
        name="read_figure",
        title="Read the figure of a phrase",
        reference=_read_figure,
        cases=_phrases_with_a_figure,
        misconceptions=(
            Misconception(
                "cannot read a figure that has a comma in it",
                _stops_at_commas,
                "`isdigit()` is `False` for “1,524”. Take the comma out, and put nothing in its "
                "place.",
            ),
            Misconception(
                "passes over the word behind the number: it reads “Rs 10 billion” as 10",
                _without_scales,
                "“billion” is a part of the figure: it multiplies the number before it. Look it up "
                "in `SCALES`.",
            ),
            Misconception(
                "gives the lower end of a range twice",
                _lower_end_twice,
                "A range has two ends, and the list `numbers` holds both. Which one is the last?",
            ),
            Misconception(
                "keeps a number word as a word",
                _keeps_words,
                "“seven” is text, and nobody can compute with it. The dictionary `WORDS` has the "
                "number.",
            ),
            Misconception(
                "reads a figure with a comma as two numbers",
                _comma_as_a_space,
                "The comma in “1,524” parts nothing. Put nothing in its place, and no space.",
            ),
            Misconception(
                "puts the scale beside the number: it reads “Rs 10 billion” as two numbers",
                _scale_beside_the_number,
                "The scale is no number of its own. Multiply the last number of the list by it.",
            ),
            Misconception(
                "adds the scale to the number",
                _scale_added,
                "Two dozen are 24 and not 14: a scale multiplies, `*`.",
            ),
        ),
        hints=(
            "Three of the blanks are about one word each: the comma, the number word, the scale. "
            "The last blank is about the list.",
            "`WORDS[word]` and `SCALES[word]` give numbers; `numbers[-1]` is the last of a list.",
        ),
        points=2,
    ),
    Exercise(
        id="5.2",
        name="what_is_counted",
        title="Put the questions in order",
        reference=_what_is_counted,
        cases=_phrases_that_count,
        misconceptions=(
            Misconception(
                "asks in the order in which the lines were printed",
                _in_order(_PRINTED_ORDER),
                "Try it on “40 killed and injured”. Which line answers first, and is it right?",
            ),
            Misconception(
                "asks for the dead before it asks for the dead and the injured together",
                _in_order("deaths casualties injuries incidents attacks operations"),
                "“40 killed and injured” are not 40 deaths. The test for both together has to "
                "come before the test for one.",
            ),
            Misconception(
                "asks for attacks before it asks for attacks and operations together",
                _in_order("casualties deaths injuries attacks incidents operations"),
                "“789 attacks and operations” are not 789 attacks. Which test has to come first?",
            ),
            Misconception(
                "asks for each single thing before it asks for two things together",
                _in_order("deaths injuries casualties attacks operations incidents"),
                "A phrase that names two things passes the test for each. Then the line for both "
                "is never reached.",
            ),
            Misconception(
                "asks for events before it asks for people",
                _in_order("incidents attacks operations casualties deaths injuries"),
                "In “40 killed in attacks” the figure counts people. The attacks say how they "
                "died.",
            ),
            Misconception(
                "calls people who were killed casualties",
                _killed_are_casualties,
                "Casualties are the killed and the injured together. A count of the killed alone "
                "has another name.",
            ),
        ),
        hints=(
            "The first line that is true gives the answer. So a line for two things together has "
            "to stand before the lines for one of them.",
            "People first, then events. In each of the two groups, the line for both together is "
            "the first.",
        ),
        points=2,
    ),
    Exercise(
        id="5.3",
        name="questions_for",
        title="An empty part is a question",
        reference=_questions_for,
        cases=_claims_with_gaps,
        misconceptions=(
            Misconception(
                "takes a vague word for an answer",
                _only_empty,
                "“official figures” stands there and names nobody. Look at `VAGUE` too.",
            ),
            Misconception(
                "passes over what is not there at all",
                _only_vague,
                "A part can be `None` too. Ask for it as well.",
            ),
            Misconception(
                "asks in the order of the claim",
                _in_the_order_of_the_claim,
                "Go through `QUESTIONS`, so that every list has one order.",
            ),
            Misconception(
                "asks for what the claim gives already",
                _the_parts_that_are_there,
                "Your test is the wrong way round. Ask where there is no answer yet.",
            ),
            Misconception(
                "asks all the questions of every claim",
                lambda claim: list(QUESTIONS.values()),
                "Some parts are filled already. Try it on a claim with nothing missing: which "
                "question is left?",
            ),
            Misconception(
                "stops at the first question",
                lambda claim: _questions_for(claim)[:1],
                "A claim can have more than one gap. A `return` inside the loop ends the loop.",
            ),
            Misconception(
                "names the part and does not ask",
                _names_of_gaps,
                "The reporter needs the question. `QUESTIONS` has one for each part.",
            ),
            Misconception(
                "takes longer words for vague when vague words stand inside them",
                _vague_inside,
                "“the region” names no place, and “the region of Sampletown” does. Look up the "
                "whole of the words, not a piece.",
            ),
            Misconception(
                "asks nothing, whatever is missing",
                lambda claim: [],
                "A part is known when two things hold at once: it is not `None`, and its words "
                "are not vague. With `or` in place of `and`, every part looks known.",
            ),
            Misconception(
                "asks for what is known, and not for what is vague",
                lambda claim: [QUESTIONS[part] for part in QUESTIONS if claim[part] not in VAGUE],
                "A part is known when its words are **not** in `VAGUE`.",
            ),
        ),
        hints=(
            "`claim[part]` is what the claim says for one part: some words, or `None`.",
            "A part is known when it is not `None` and its words are not in `VAGUE`. The question "
            "stands in `QUESTIONS[part]`.",
        ),
        points=2,
    ),
    Exercise(
        id="5.4",
        name="change",
        title="Repair: a percentage and its base",
        reference=_change,
        cases=_two_numbers,
        misconceptions=(
            Misconception(
                "divides by the new number",
                _base_is_the_new_year,
                "A change is measured from where it began. Which of the two numbers is that?",
            ),
            Misconception(
                "gives how large the new number is, and not by how much it changed",
                _level,
                "521 is 170 per cent of 306. A change needs the difference of the two.",
            ),
            Misconception(
                "gives the change between two shares in per cent",
                lambda old, new, kind: ((new - old) / old * 100, "per cent"),
                "From 30 per cent to 36 per cent is a rise of 6, in another unit. Test `kind`.",
            ),
            Misconception(
                "drops the sign, so that a fall looks like a rise",
                _without_sign,
                "A fall is a number below zero. The order of the two numbers in the difference "
                "decides the sign.",
            ),
            Misconception(
                "gives a fraction and calls it per cent",
                _without_hundred,
                "Per cent means out of a hundred. One half is 50 per cent.",
            ),
            Misconception(
                "takes the new number away from the old one",
                _old_minus_new,
                "A rise has to be above zero and a fall below it. Begin with the new number.",
            ),
            Misconception(
                "divides the difference of two shares, and calls it percentage points",
                _points_divided,
                "From 30 to 36 per cent is a rise of 6 points. Two shares have one base "
                "already: what is left to divide by?",
            ),
            Misconception(
                "exchanges the two units",
                _units_exchanged,
                "Two shares differ by percentage points. A count changes by a part of itself, "
                "in per cent.",
            ),
            Misconception(
                "gives the right number and writes its unit as %",
                lambda old, new, kind: (_change(old, new, kind)[0], "%"),
                "A reader of “%” cannot tell per cent from percentage points. Write the unit in "
                "words, as the exercise does.",
            ),
            Misconception(
                "divides before it subtracts",
                lambda old, new, kind: (
                    _change(old, new, kind)
                    if kind == "share"
                    else (new - old / old * 100, "per cent")
                ),
                "Python divides first: put the difference in brackets.",
            ),
        ),
        hints=(
            "Test `kind` first. Each kind has its own sum and its own unit.",
            "For a share: the difference. For a count: the difference, divided by the number "
            "where it began, times 100.",
        ),
        points=2,
        tolerance=1e-6,
    ),
    Exercise(
        id="5.5",
        name="next_step",
        title="What to do with a sentence",
        reference=_next_step,
        cases=_sentences_to_sort,
        misconceptions=(
            Misconception(
                "takes a year for a figure",
                lambda sentence: _next_step(sentence, years_count=True),
                "“In 2023 the streets felt unsafe” counts nothing. A year says when.",
            ),
            Misconception(
                "checks a forecast like a fact",
                lambda sentence: _next_step(sentence, forecasts=False),
                "What may come cannot be looked up yet. Test for `FORECAST` before all else.",
            ),
            Misconception(
                "passes over a comparison that has no figure",
                lambda sentence: _next_step(sentence, comparisons=False),
                "“More attacks than in 2022” can be checked: it needs two numbers from one series.",
            ),
            Misconception(
                "checks every sentence that somebody said",
                lambda sentence: _next_step(sentence, speakers_suffice=True),
                "A speaker does not make an opinion a claim. First ask if anything is counted.",
            ),
            Misconception(
                "asks who before it asks when",
                lambda sentence: _next_step(sentence, who_first=True),
                "Where both are missing, the exercise asks when before it asks who.",
            ),
            Misconception(
                "asks for a figure and for a comparison at once",
                lambda sentence: _next_step(sentence, needs_both=True),
                "One of the two is enough. Nothing can be checked only where both are missing: "
                "`and`, not `or`.",
            ),
            Misconception(
                "asks when and who where the sentence says it",
                lambda sentence: _next_step(sentence, turned=True),
                "A reporter asks for what is missing. `not years` is `True` when the list is "
                "empty.",
            ),
        ),
        hints=(
            "Each line asks one thing, in the order of the list. `not years` is `True` when the "
            "list is empty.",
            "A figure is a word of digits that is no year: `word.isdigit() and not is_year(word)`.",
        ),
        points=2,
    ),
    Exercise(
        id="5.6",
        name="lost_parts",
        title="Stretch: what a rewrite lost",
        reference=_lost_parts,
        cases=_sources_and_rewrites,
        misconceptions=(
            Misconception(
                "finds what is gone and passes over what was changed",
                _only_gone,
                "“CRSS” that became “official figures” is lost as well. Compare the words.",
            ),
            Misconception(
                "takes a shorter wording for the same one",
                _shorter_is_the_same,
                "“attacks” is inside “attacks and operations”, and it counts less. Compare with "
                "`==` or `!=`, not with `in`.",
            ),
            Misconception(
                "looks at the rewrite alone",
                lambda source, rewrite: [part for part in source if rewrite[part] is None],
                "Two things are missing. A part that the source never had cannot be lost, and a "
                "part whose words were changed is lost too.",
            ),
            Misconception(
                "also lists what the rewrite added",
                _every_difference,
                "A part that the source never had cannot be lost. Look at the source first.",
            ),
            Misconception(
                "lists what stayed the same",
                _what_stayed,
                "Your test is the wrong way round: list what the reader does not learn any more.",
            ),
            Misconception(
                "gives the old words and not the name of the part",
                _old_words,
                "Give the name of the part, such as `hedge`. Then two rewrites can be compared.",
            ),
            Misconception(
                "lists what was kept",
                lambda source, rewrite: [
                    part
                    for part in source
                    if source[part] is not None and source[part] == rewrite[part]
                ],
                "A part is lost when the rewrite has other words for it: `!=`.",
            ),
        ),
        hints=(
            "For each part there are two tests: was it there, and is it still the same?",
            "Keep a part when `before` is not `None` and `after` is something else.",
        ),
        points=3,
    ),
)

QUIZZES = (
    Quiz(
        id="5.a",
        question="A body counts 1,524 people killed and 1,463 injured. Which headline is right?",
        options={
            "a": Option(
                "1,524 casualties",
                "Casualties are the killed and the injured. This headline leaves out nearly half "
                "of them.",
            ),
            "b": Option(
                "2,987 dead",
                "This headline counts the injured among the dead.",
            ),
            "c": Option(
                "2,987 casualties",
                "1,524 and 1,463 make 2,987, and the word takes in both.",
            ),
        },
        right="c",
    ),
    Quiz(
        id="5.b",
        question="A count of attacks went from 306 to 521. Which sentence is right?",
        options={
            "a": Option(
                "Attacks rose by 170 per cent.",
                "521 is 170 per cent of 306. That says how large the new count is, and not by how "
                "much it rose.",
            ),
            "b": Option(
                "Attacks rose by 70 per cent.",
                "The difference is 215, and 215 is 70 per cent of 306, where it began.",
            ),
            "c": Option(
                "Attacks rose by 70 percentage points.",
                "Points are the difference between two percentages. A count of attacks has none.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="5.c",
        question="“Deaths at a six-year high.” What do you need to check it?",
        options={
            "a": Option(
                "The figures of this year and of the year before.",
                "Two years show a rise. One of the four years in between could still be higher.",
            ),
            "b": Option(
                "The highest figure that anybody printed for each of the six years.",
                "Two bodies count two things. The highest of both belongs to no count at all.",
            ),
            "c": Option(
                "The figures of all six years, counted by one body in one way.",
                "A rank holds inside one series. One missing year leaves it open.",
            ),
        },
        right="c",
    ),
)

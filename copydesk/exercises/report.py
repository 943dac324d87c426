"""The exercises of lesson 08_report: what a signed report is made of."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from copydesk.claims import find_claims
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments
from copydesk.exercises.words import (
    days_in,
    feeling_word,
    other_bodies,
    other_countries,
    without_days,
    without_gaps_in_numbers,
    years_in,
)
from copydesk.verification import LABELS

_Card = Mapping[str, str]


@dataclass(frozen=True)
class Demand:
    """One thing that a reader must be able to see in an answer with fields.

    Attributes
    ----------
    holds : callable
        Whether the fields, in small letters, show it.
    name : str
        What an answer does that does not show it, as the end of "Your answer ...".
    hint : str
        Where to look, without the answer.
    wrong : dict
        Fields that show everything that was asked before, and this not.
    """

    holds: Callable[[_Card], bool]
    name: str
    hint: str
    wrong: Mapping[str, object]


def _words(text: str) -> int:
    return len(re.findall(r"[\w’'-]*\w[\w’'-]*", text))


def _has(text: str, *words: str) -> bool:
    return any(word in text for word in words)


def _low(card: Mapping[Any, Any]) -> dict[str, str]:
    """Return the fields of an answer as small letters with straight marks."""
    straight = str.maketrans("‘’“”", "''\"\"")
    return {
        str(field): " ".join(str(said).casefold().translate(straight).split())
        for field, said in card.items()
    }


_NOT_ALL = "leaves a field out, or leaves it empty"


def _dots(said: object) -> bool:
    return said is ... or (isinstance(said, str) and bool(said) and not said.strip(" .…\n\t"))


def _empty(said: object) -> bool:
    return _dots(said) or said is None or not str(said).strip()


def _without_a_field(good: Mapping[str, object]) -> Misconception:
    """Return the mistake of an answer with fields that has not all of them."""
    names = ", ".join(good)
    return Misconception(
        _NOT_ALL,
        lambda: {**good, next(iter(good)): None},
        f"Write something for each of these: {names}.",
    )


def _view(demands: Sequence[Demand], fields: Sequence[str]) -> Callable[[Any], Any]:
    """Turn an answer with fields into the first thing that a reader cannot see in it."""

    def first_problem(card: Any) -> Any:
        if not isinstance(card, Mapping):
            return card
        said = {field: card.get(field) for field in fields}
        if any(_dots(value) for value in said.values()):
            return {"a reader cannot see": ...}
        if any(_empty(value) for value in said.values()):
            return {"a reader cannot see": _NOT_ALL}
        low = _low(said)
        if "line" in low:  # "line 5" is as good as 5
            low["line"] = re.sub(r"\D*(\d+)\D*", r"\1", low["line"])
        open_ones = (demand.name for demand in demands if not demand.holds(low))
        return {"a reader cannot see": next(open_ones, "nothing more")}

    return first_problem


def _answers(good: Mapping[str, object], demands: Sequence[Demand]) -> tuple[Misconception, ...]:
    def answer(demand: Demand) -> Callable[[], dict[str, object]]:
        return lambda: {**good, **demand.wrong}

    return tuple(Misconception(each.name, answer(each), each.hint) for each in demands)


# 8.1 ---------------------------------------------------------------------------------------------

PAGE = (
    ("Menu", "interface, dropped"),
    ("River guides end their strike", "headline, kept"),
    ("By Sample Khan", "byline, dropped"),
    ("The guides went back to work on Monday, their union said.", "body, kept"),
    ("Scroll on. The next story is waiting for you below.", "body, kept"),
    ("Nobody was asked what the strike had cost.", "body, kept"),
)
"""The page of exercise 8.1, and what the desk says of each line."""

_ENTRY = {
    "step": "cleaning",
    "line": 5,
    "desk": "body, kept",
    "right": "call to action, dropped",
    "reason": "It asks the reader to scroll on and says nothing about the strike.",
}

_ASKED = re.compile(r"\bpart of (?:the|this) (?:story|article|text|news|report)\b")
"""What the exercise itself says of the line: a reason that repeats it names nothing."""

_FROM_THE_LINE = re.compile(
    r"scroll|stor(?:y|ies)|strike|guides?\b|read|below|\byou|site|\bnext\b|wait|link|button|click|"
    r"navigat|advert|promot|promo|teas|user|visitor|audience|instruct|invit|news|report|journalis|"
    r"article|fact|text"
)
_TASTE = re.compile(
    r"\bi (?:do not |don't )?(?:really )?(?:like|love|hate|enjoy|prefer)\b|"
    r"\b(?:boring|ugly|annoying|stupid)\b"
)

_NOT_DROPPED = re.compile(r"\b(?:not|never|n't)\b[^,;]{0,12}\b(?:drop|remov|delet|cut)")
_DROPPED = re.compile(
    r"\b(?:drop|remov|delet|cut|discard|not (?:be |to be )?kep|left out|leave out)"
)


def _drops(said: str) -> bool:
    return bool(_DROPPED.search(said)) and not _NOT_DROPPED.search(said)


_ENTRY_DEMANDS = (
    Demand(
        lambda card: (
            "clean" in card["step"] and not _has(card["step"], "tone", "stance", "claim", "verif")
        ),
        "names another step than the one that made the mistake",
        "The steps are cleaning, tone, stance, claims and verification. Which one decides whether "
        "a line is kept?",
        {"step": "tone"},
    ),
    Demand(
        lambda card: any(character.isdigit() for character in card["line"]),
        "gives no number of a line",
        "Another person finds a line by its number. It is printed before the line.",
        {"line": "Nobody was asked what the strike had cost."},
    ),
    Demand(
        lambda card: card["line"] != "4",
        "counts lines from zero",
        "Python counts from 0 and an editor counts from 1. Read the number beside the line.",
        {"line": 4},
    ),
    Demand(
        lambda card: card["line"] == "5",
        "points at a line where the desk is right",
        "Read each line that the desk keeps. Which one tells nothing about the guides?",
        {"line": 6},
    ),
    Demand(
        lambda card: (
            _has(card["desk"], "body", "kept", "keep")
            and not _has(card["desk"], "drop", "headline", "byline", "interface", "not kept")
        ),
        "does not say what the desk said",
        "Without it nobody can see that you changed something. Copy it from the list.",
        {"desk": "a mistake"},
    ),
    Demand(
        lambda card: (
            _drops(card["right"])
            or not (
                re.search(r"\bke(?:pt|ep)", card["right"]) or _NOT_DROPPED.search(card["right"])
            )
        ),
        "keeps a line that is not part of the story",
        "The desk keeps this line too, and that is the mistake. What has to become of it?",
        {"right": "call to action, kept"},
    ),
    Demand(
        lambda card: _drops(card["right"]),
        "does not say what is to be done with the line",
        "The desk gives a role and says kept or dropped. Say the same two things.",
        {"right": "not body"},
    ),
    Demand(
        lambda card: (
            not re.search(
                r"(?<!not )(?<!no )\b(?:body|headline|byline|caption|standfirst|quot\w+)\b",
                card["right"],
            )
        ),
        "gives the line a role that belongs to the story",
        "A body line is part of the story. What is this line, if it is not one?",
        {"right": "headline, dropped"},
    ),
    Demand(
        lambda card: _words(card["reason"]) >= 4,
        "has a reason that nobody can check",
        "A reason is a sentence. What does this line do, and what does it not tell?",
        {"reason": "it is noise"},
    ),
    Demand(
        lambda card: not _TASTE.search(card["reason"]),
        "says what the writer of the entry likes",
        "Another person may like it. Say what the line does, and what it does not tell.",
        {"reason": "I do not like a line that says scroll on."},
    ),
    Demand(
        lambda card: bool(_FROM_THE_LINE.search(_ASKED.sub("", card["reason"]))),
        "says again that the desk is wrong, and not how one can see it",
        "Name something that is printed in the line, so that another person sees it too.",
        {"reason": "The desk made a mistake and must drop this line."},
    ),
)

# 8.2 ---------------------------------------------------------------------------------------------

SENTENCES = (
    "It was a bad year for the ferries of Lorem.",
    "The harbour office counted 214 late ferries in 2024.",
    "Continued on page 12.",
    "In 2023 it had counted 180.",
    "In 2025 there may be 300.",
    "In March, the office said, 9 ferries were not late but cancelled.",
    "Not one captain lost a licence in these years.",
    "Such an office should be closed.",
)
"""The sentences of exercise 8.2."""


_CARRY = [2, 4, 6, 7]

_CHOICES: tuple[tuple[Callable[[set[int]], bool], str, str, list[int]], ...] = (
    (
        lambda chosen: chosen == {2, 3, 4, 5, 6},
        "takes every sentence with a digit",
        "A digit can be a page or a forecast. And can a sentence without a digit be wrong?",
        [2, 3, 4, 5, 6],
    ),
    (
        lambda chosen: chosen == {1, 3, 5, 6},
        "counts sentences from zero",
        "Python counts from 0 and an editor counts from 1. Read the numbers beside the sentences.",
        [1, 3, 5, 6],
    ),
    (
        lambda chosen: not chosen <= set(range(1, len(SENTENCES) + 1)),
        "names a sentence that is not there",
        "The sentences have the numbers that are printed beside them.",
        [2, 4, 6, 9],
    ),
    (
        lambda chosen: bool(chosen & {1, 8}),
        "takes opinions for claims",
        "Which list could show that a year was bad, or that an office should be closed?",
        [1, 2, 4, 6, 7, 8],
    ),
    (
        lambda chosen: 3 in chosen,
        "takes a line of the website for a claim",
        "One of these sentences is not part of the story at all.",
        [2, 3, 4, 6, 7],
    ),
    (
        lambda chosen: 5 in chosen,
        "takes a forecast for a claim",
        "What may be cannot be looked up on the day when it is printed.",
        [2, 4, 5, 6, 7],
    ),
    (
        lambda chosen: 7 not in chosen,
        "leaves out the claim without a digit",
        "One sentence has its number in words. Could somebody look it up and find it wrong?",
        [2, 4, 6],
    ),
    (
        lambda chosen: 4 not in chosen,
        "leaves out the claim that leans on a sentence before it",
        "One sentence says what was counted only together with an earlier one. It can still be "
        "looked up.",
        [2, 6, 7],
    ),
    (
        lambda chosen: not {2, 6} <= chosen,
        "leaves out a claim of the office",
        "An office says it, and it can be right or wrong all the same. Both can be looked up.",
        [2, 4, 7],
    ),
)
"""For 8.2: whether a choice makes a mistake, its name and hint, and a choice that makes it."""


_IN_MARKS = "puts the numbers in quotation marks"


def _view_choice(value: Any) -> Any:
    """Turn a list of numbers into the first mistake that it makes."""
    if not isinstance(value, (list, tuple, set)):
        return value
    if value and all(isinstance(item, str) and item.strip().isdecimal() for item in value):
        return [_IN_MARKS]
    if any(type(item) is not int for item in value):
        return value
    chosen = set(value)
    return [next((name for wrong, name, _, _ in _CHOICES if wrong(chosen)), "nothing is missing")]


def _choice(numbers: list[int]) -> Callable[[], list[int]]:
    return lambda: numbers


# 8.3 ---------------------------------------------------------------------------------------------

_STANDFIRST = (
    "CRSS, a think tank, counted 2,546 people killed in attacks and operations in Pakistan in 2024 "
    "(report of 30 December 2024)."
)
_NAMED = re.compile(
    r"victim|martyr|innocent|\bterrorists\b|\bterror(?:ist)?[- ](?:death|dead|fatalit)"
    r"|2,?546 (?:\w+ ){0,2}?(?:civilian|militant|outlaw|soldier|terrorist|insurgent)s?\b"
    r"(?!,| and| attack| operation| violence)"
)
"""A word for one group of the dead, or a judgement on them. "Terror attacks" is in the row."""


_DENIED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|is|was)(?: not|n[’']t)|never|den(?:y|ies|ied))\b"
    r" (?:\w+ ){0,2}?(?:count|print|record|report|true|that)"
)
_BOTH_EVENTS = re.compile(r"(?=.*\battacks?\b)(?=.*\boperations?\b)(?!.*\b(?:not|without|excluding|"
                          r"except|no) (?:\w+[- ]){0,3}?operations?\b)")  # fmt: skip


_DEAD_NEXT = re.compile(
    r"\b2546 (?:people |persons |lives )?(?:were |have been |had been )?"
    r"(?:killed|died|dead|deaths|fatalities|lost their lives)\b"
)


def _values_of(card: _Card) -> set[int]:
    """Return the figures that a standfirst prints: numbers that are no part of a date or year."""
    text = without_days(without_gaps_in_numbers(card["standfirst"]))
    numbers = re.findall(r"\b\d{3,}\b", text)
    return {int(number) for number in numbers if not re.fullmatch(r"(?:19|20)\d\d", number)}


def _counted_of(card: _Card) -> set[str]:
    """Return what the figure of a standfirst counts, as the desk reads it."""
    text = without_gaps_in_numbers(card["standfirst"])
    if _DEAD_NEXT.search(text) and not re.search(r"injur|wounded|casualt", text):
        return {"fatalities"}
    claims = find_claims(card["standfirst"].replace("crss", "CRSS"))
    return {str(one.measure) for one in claims if one.value == 2546 and one.measure}


def _told(text: str) -> Mapping[str, object]:
    return {"standfirst": text}


_STANDFIRST_DEMANDS = (
    Demand(
        lambda card: (
            _has(card["standfirst"], "crss", "research and security stud")
            and not other_bodies(card["standfirst"], "crss")
        ),
        "does not say who counted, or names another body",
        "Five bodies count, and they do not agree. Name this one.",
        _told("In 2024, 2,546 people were killed in attacks and operations (30 December 2024)."),
    ),
    Demand(
        lambda card: bool(_values_of(card)),
        "leaves the figure out",
        "The figure is the news. Copy it from the row.",
        _told("CRSS counted the people killed in attacks and operations in 2024 (2024-12-30)."),
    ),
    Demand(
        lambda card: _values_of(card) == {2546},
        "prints another figure than the row",
        "Copy the figure from the row, digit by digit.",
        _told(_STANDFIRST.replace("2,546", "2,564")),
    ),
    Demand(
        lambda card: not _DENIED.search(card["standfirst"]),
        "says that the body did not count this",
        "The row says what the body printed. Say what it counted, without “not”.",
        _told(_STANDFIRST.replace("counted", "did not count")),
    ),
    Demand(
        lambda card: not _NAMED.search(card["standfirst"]),
        "gives the dead a name that the row does not have",
        "Who is in the count? Read the definition again: a word for one group is wrong for all.",
        _told(
            "CRSS counted 2,546 victims of attacks and operations in 2024 (report of "
            "30 December 2024)."
        ),
    ),
    Demand(
        lambda card: not _counted_of(card) - {"fatalities"},
        "counts something else than the row",
        "The figure counts people. Say what happened to them.",
        _told(_STANDFIRST.replace("people killed in attacks", "attacks")),
    ),
    Demand(
        lambda card: not other_countries(card["standfirst"], "pakistan"),
        "names another country than the row",
        "Look at the column country.",
        _told(_STANDFIRST.replace("Pakistan", "India")),
    ),
    Demand(
        lambda card: any(day for _, _, day in days_in(card["standfirst"])),
        "names no edition",
        "A body can print another figure for the same year later. Give the day of this report.",
        _told("CRSS counted 2,546 people killed in attacks and operations in Pakistan in 2024."),
    ),
    Demand(
        lambda card: set(days_in(card["standfirst"])) == {(2024, 12, 30)},
        "names the day of another edition",
        "Look at the column edition: it begins with the day.",
        _told(_STANDFIRST.replace("30 December", "3 December")),
    ),
    Demand(
        lambda card: bool(years_in(card["standfirst"])),
        "does not say which year is counted",
        "The day of the report is not the year of the deaths. Say both.",
        _told("CRSS counted 2,546 people killed in attacks and operations (30 December 2024)."),
    ),
    Demand(
        lambda card: set(years_in(card["standfirst"])) == {2024},
        "names another year than the row",
        "Look at the column year.",
        _told(_STANDFIRST.replace("in 2024", "in 2023")),
    ),
    Demand(
        lambda card: bool(_BOTH_EVENTS.search(card["standfirst"])),
        "leaves out half of what is counted",
        "Read the definition in the row. Which events are in?",
        _told("CRSS counted 2,546 people killed in attacks in 2024 (report of 30 December 2024)."),
    ),
    Demand(
        lambda card: not feeling_word(card["standfirst"]),
        "has a word that says how the reader should feel",
        "Numbers say how many. Leave the word out.",
        _told(f"Bloodbath: {_STANDFIRST}"),
    ),
    Demand(
        lambda card: _words(card["standfirst"]) <= 35,
        "is longer than a standfirst",
        "At most 35 words. Which words does a reader not miss?",
        _told(
            f"{_STANDFIRST} This number was printed at the end of the year, and it was read by "
            "many people, who then spoke of it for a long time in many places."
        ),
    ),
)


def _text_of(wrong: Misconception) -> Callable[[], str]:
    return lambda: str(wrong.behaves_like()["standfirst"])


def _view_standfirst(text: Any) -> Any:
    if not isinstance(text, str) or _empty(text):
        return ... if isinstance(text, str) else text
    found = _view(_STANDFIRST_DEMANDS, ("standfirst",))({"standfirst": text})
    return str(found["a reader cannot see"])


def _about_standfirst(text: Any) -> str:
    """Say what is read in a standfirst: its figures, years, days and places."""
    if not isinstance(text, str):
        return ""
    card = _low({"standfirst": text})
    days = [f"{year}-{month:02}" + (f"-{day:02}" if day else "") for year, month, day in
            days_in(card["standfirst"])]  # fmt: skip
    read = {
        "figure": [f"{value:,}" for value in sorted(_values_of(card))],
        "counted": sorted(_counted_of(card)),
        "year": [str(year) for year in years_in(card["standfirst"])],
        "day": days,
        "country": other_countries(card["standfirst"], ""),
        "words": [str(_words(text))],
    }
    said = [f"{name} {' and '.join(values) or 'none'}" for name, values in read.items()]
    return f"Read in it: {', '.join(said)}."


# 8.4 ---------------------------------------------------------------------------------------------

_Figures = list[tuple[str, str]]


def _what_was_checked(figures: _Figures) -> str:
    return _summary(
        sum(verdict == "supported" for _, verdict in figures),
        len(figures),
        [text for text, verdict in figures if verdict == "cannot tell"],
    )


def _summary(supported: int, total: int, open_ones: Sequence[str]) -> str:
    start = f"{supported} of {total} figures are supported."
    if not open_ones:
        return f"{start} Every figure could be checked."
    return f"{start} Not checked: {', '.join(open_ones)}."


def _figures_and_verdicts(rng: random.Random) -> list[tuple[_Figures]]:
    def page(*labels: str) -> tuple[_Figures]:
        numbers = rng.sample(range(100, 2000), len(labels))
        rows = [(f"{number:,}", label) for number, label in zip(numbers, labels, strict=True)]
        rng.shuffle(rows)
        return (rows,)

    supported, contradicted, depends, cannot_tell = LABELS
    return [
        page(supported, supported, contradicted, depends, cannot_tell, cannot_tell),
        page(supported, contradicted, depends),
        page(cannot_tell, cannot_tell, supported, contradicted),
        page(supported, supported, depends, cannot_tell),
        page(supported, contradicted),
    ]


def _rewritten(
    supported: Callable[[str], bool] = lambda verdict: verdict == "supported",
    total: Callable[[str], bool] = lambda verdict: True,
    not_checked: Callable[[str], bool] = lambda verdict: verdict == "cannot tell",
) -> Callable[[_Figures], str]:
    """Make a summary that counts other verdicts."""
    return lambda figures: _summary(
        sum(supported(verdict) for _, verdict in figures),
        sum(total(verdict) for _, verdict in figures),
        [text for text, verdict in figures if not_checked(verdict)],
    )


def _how_many_open(figures: _Figures) -> str:
    said = _what_was_checked(figures)
    count = sum(verdict == "cannot tell" for _, verdict in figures)
    return re.sub(r"checked: .*", f"checked: {count}.", said)


# 8.5 ---------------------------------------------------------------------------------------------

_Claims = list[dict[str, Any]]


def _in_order(headline: int, no_source: int) -> Callable[[_Claims], list[str]]:
    def order(claims: _Claims) -> list[str]:
        def points(claim: dict[str, Any]) -> int:
            return headline * int(claim["in_headline"]) + no_source * (claim["source"] is None)

        return [claim["text"] for claim in sorted(claims, key=points, reverse=True)]

    return order


_order_to_check = _in_order(headline=2, no_source=1)


def _claims_to_order(rng: random.Random) -> list[tuple[_Claims]]:
    def page(*kinds: tuple[bool, bool]) -> tuple[_Claims]:
        numbers = rng.sample(range(100, 990), len(kinds))
        return (
            [
                {
                    "text": f"{number} late ferries",
                    "in_headline": headline,
                    "source": "harbour office" if sourced else None,
                }
                for number, (headline, sourced) in zip(numbers, kinds, strict=True)
            ],
        )

    plain, bare, top, top_bare = (False, True), (False, False), (True, True), (True, False)
    pages = [
        page(plain, bare, top, top_bare),
        page(bare, bare, plain, plain, top, top),
        page(top_bare, plain, top, bare, plain),
        page(plain, plain, bare),
    ]
    rng.shuffle(pages)
    return pages


# 8.6 ---------------------------------------------------------------------------------------------

REPORT_LINES = (
    "The Harbour Herald of 3 May 2025 says that ferries are late more often.",
    "The desk kept 14 of 30 lines. Line 9, an advertisement, was dropped by hand.",
    "The article is angry: its score is -0.8.",
    "“The ferries run well,” said the captain of the port (sentence 4).",
    "Supported: 214 late ferries in 2024, harbour office, report of January 2025.",
    "All figures are right. Nothing is left to check.",
)
"""The report of exercise 8.6. Lines 3 and 6 say more than anybody can know."""

_REVIEW = {
    "line": 6,
    "words": "All figures are right",
    "reason": "A reader cannot see how many figures were looked up, and which were not.",
    "next_step": "Add the number of figures and name those with cannot tell.",
}

_UNCLEAR = {"3": REPORT_LINES[2], "6": REPORT_LINES[5]}

_PERSON = re.compile(
    r"\byou(?! (?:can\w*|could|would|will|see|know|read|find|may|might)\b)"
    r"(?:rs?)?\b|\b(?:lazy|careless|stupid|sloppy|silly|dumb|idiot\w*|incompetent|ignorant|foolish|"
    r"liar|lying|dishonest)\b|\b(?:he|she) (?:did|is|was|has|should|must|forgot|made)\b"
)
_VAGUE_STEP = re.compile(
    r"^(?:please )?(?:make|do|write) (?:it|this|that|the (?:line|report)) "
    r"(?:better|again|good|right)\W*$|^(?:be|try) (?:more )?\w+ ?(?:next time)?\W*$|^nothing\b"
)


def _plain_words(text: str) -> str:
    return " ".join(re.findall(r"-?\d[\d.,]*\d|\w+(?:['-]\w+)*", text.casefold()))


def _is_copied(words: str, line: str) -> bool:
    """Say whether words, or each part of them between dots, stand in a line."""
    parts = [_plain_words(part) for part in re.split(r"\.\.\.|…|\[", words)]
    parts = [part for part in parts if part]
    there = f" {_plain_words(line)} "
    return any(len(part) > 3 for part in parts) and all(f" {part} " in there for part in parts)


_REVIEW_DEMANDS = (
    Demand(
        lambda card: card["line"] in ("1", "2", "3", "4", "5", "6"),
        "names no line of the report",
        "Give the number that stands beside the line, so that its writer can find it.",
        {"line": "the end"},
    ),
    Demand(
        lambda card: card["line"] in _UNCLEAR,
        "points at a line that a reader can check",
        "That line says whom or what it rests on. Which two lines say more than they can show?",
        {"line": 5, "words": "214 late ferries"},
    ),
    Demand(
        lambda card: _is_copied(card["words"], _UNCLEAR[card["line"]]),
        "quotes words that do not stand in that line",
        "Copy two or more words from the line that you name.",
        {"words": "the captain of the port"},
    ),
    Demand(
        lambda card: _words(card["reason"]) >= 5,
        "judges without a reason",
        "What can a reader not see, or take in a wrong way? Say it in a sentence.",
        {"reason": "This is bad."},
    ),
    Demand(
        lambda card: not _PERSON.search(card["reason"]),
        "speaks of the writer and not of the report",
        "Begin the reason with the line, or with the reader.",
        {"reason": "You did not look up the other figures at all."},
    ),
    Demand(
        lambda card: not _TASTE.search(card["reason"]),
        "says what the reviewer likes",
        "Another reader may like it. Say what a reader can or cannot find out.",
        {"reason": "I do not like this line and find it boring."},
    ),
    Demand(
        lambda card: _words(card["next_step"]) >= 3 and not _VAGUE_STEP.search(card["next_step"]),
        "gives the writer nothing to do",
        "Begin with a verb: add, name, ask, look up, take out. Then say what.",
        {"next_step": "make it better"},
    ),
)


EXERCISES = (
    Exercise(
        id="8.1",
        name="entry",
        title="Write an entry of the log",
        reference=lambda: dict(_ENTRY),
        cases=no_arguments,
        misconceptions=(_without_a_field(_ENTRY), *_answers(_ENTRY, _ENTRY_DEMANDS)),
        hints=(
            "Read the page aloud, line by line. Stop where the story stops.",
            "The step, the number of the line, the desk's words from the list, a role and kept or "
            "dropped, and a sentence that names something from the line.",
        ),
        points=2,
        is_value=True,
        view=_view(_ENTRY_DEMANDS, tuple(_ENTRY)),
    ),
    Exercise(
        id="8.2",
        name="carry_claims",
        title="Pick the sentences that carry claims",
        reference=_choice(_CARRY),
        cases=no_arguments,
        misconceptions=(
            *(Misconception(name, _choice(numbers), hint) for _, name, hint, numbers in _CHOICES),
            Misconception(
                _IN_MARKS,
                lambda: [str(number) for number in _CARRY],
                'With marks it is text: write 3 and not "3".',
            ),
        ),
        hints=(
            "Ask of each sentence: who could look it up, and where? Could it turn out wrong?",
            "A list of four numbers. One of the four sentences has no digit.",
        ),
        points=1,
        is_value=True,
        view=_view_choice,
    ),
    Exercise(
        id="8.3",
        name="standfirst",
        title="Write a standfirst that names source and edition",
        reference=lambda: _STANDFIRST,
        cases=no_arguments,
        misconceptions=tuple(
            replace(wrong, behaves_like=_text_of(wrong))
            for wrong in _answers({}, _STANDFIRST_DEMANDS)
        ),
        hints=(
            "Go through the columns of the row. A reader needs five of them.",
            "Body, counted, number, what and where, year of the count, and in brackets the day of "
            "the report.",
        ),
        points=2,
        is_value=True,
        view=_view_standfirst,
        remark=_about_standfirst,
    ),
    Exercise(
        id="8.4",
        name="what_was_checked",
        title="Repair: a report that hides what could not be checked",
        reference=_what_was_checked,
        cases=_figures_and_verdicts,
        misconceptions=(
            Misconception(
                "leaves the figures that could not be checked out of the total",
                _rewritten(total=lambda verdict: verdict != "cannot tell"),
                "A reader takes the second number for all figures of the page. Let it be all.",
            ),
            Misconception(
                "hides the figures that could not be checked",
                _rewritten(
                    total=lambda verdict: verdict != "cannot tell",
                    not_checked=lambda verdict: False,
                ),
                "That is what the colleague's report did. Count all figures, and name those with "
                '"cannot tell".',
            ),
            Misconception(
                "says that every figure could be checked when some could not",
                _rewritten(not_checked=lambda verdict: False),
                'The total is right. Now collect the texts whose verdict is "cannot tell".',
            ),
            Misconception(
                "takes the figures that could not be checked for the total",
                _rewritten(total=lambda verdict: verdict == "cannot tell"),
                "The second number is that of all figures, checked or not.",
            ),
            Misconception(
                "lists verdicts and not figures",
                lambda figures: _summary(
                    sum(verdict == "supported" for _, verdict in figures),
                    len(figures),
                    [verdict for _, verdict in figures if verdict == "cannot tell"],
                ),
                "A reader wants to know which figures. Each pair is the text first, then the "
                "verdict.",
            ),
            Misconception(
                "says how many could not be checked, and not which",
                _how_many_open,
                "A number does not tell a reader where to be careful. Print the texts.",
            ),
            Misconception(
                "takes depends on definition for supported",
                _rewritten(
                    supported=lambda verdict: verdict in ("supported", "depends on definition")
                ),
                "A figure that holds by one definition and fails by another is not supported.",
            ),
            Misconception(
                "counts every checked figure as supported",
                _rewritten(supported=lambda verdict: verdict != "cannot tell"),
                "Checked and right are two things: a checked figure can be contradicted.",
            ),
            Misconception(
                "lists everything that is not supported as not checked",
                _rewritten(not_checked=lambda verdict: verdict != "supported"),
                "A contradicted figure was checked. It was found wrong.",
            ),
            Misconception(
                "lists depends on definition as not checked",
                _rewritten(
                    not_checked=lambda verdict: verdict in ("cannot tell", "depends on definition")
                ),
                "That figure was checked, and the answer turns on what is counted.",
            ),
            Misconception(
                "says 5 for the number of all figures",
                lambda figures: _summary(
                    sum(verdict == "supported" for _, verdict in figures),
                    5,
                    [text for text, verdict in figures if verdict == "cannot tell"],
                ),
                "Five is the number of the example. Count the figures of each page: "
                "`len(figures)`.",
            ),
        ),
        hints=(
            "Two blanks: the texts whose verdict is `cannot tell`, and the number of all figures.",
            "`[text for text, verdict in figures if verdict == ...]`, and `len(figures)`.",
        ),
        points=2,
    ),
    Exercise(
        id="8.5",
        name="order_to_check",
        title="Rank what to check first",
        reference=_order_to_check,
        cases=_claims_to_order,
        misconceptions=(
            Misconception(
                "puts the least urgent claim first",
                lambda claims: [
                    claim["text"]
                    for claim in sorted(
                        claims,
                        key=lambda c: 2 * c["in_headline"] + (c["source"] is None),
                    )
                ],
                "`sorted` goes from low to high. Most points come first: look at `reverse`.",
            ),
            Misconception(
                "gives the point to claims that have a source",
                lambda claims: _in_order(2, -1)(claims),
                "Nobody can be asked about a claim without a source, so it is more urgent.",
            ),
            Misconception(
                "looks at the headline alone",
                _in_order(1, 0),
                "Two claims outside the headline are not equal when one of them has no source.",
            ),
            Misconception(
                "looks at the source alone",
                _in_order(0, 1),
                "A wrong headline is read by everybody. It has points of its own.",
            ),
            Misconception(
                "gives the headline no more points than the missing source",
                _in_order(1, 1),
                "The headline is worth two points, so that it comes before a missing source.",
            ),
            Misconception(
                "gives a missing source more points than the headline",
                _in_order(1, 2),
                "The headline is worth two points and the missing source one.",
            ),
            Misconception(
                "turns the order of equal claims round",
                lambda claims: [
                    claim["text"]
                    for claim in sorted(
                        claims, key=lambda c: 2 * c["in_headline"] + (c["source"] is None)
                    )[::-1]
                ],
                "Claims with equal points keep the order of the page. `reverse=True` does that; "
                "`[::-1]` does not.",
            ),
            Misconception(
                "keeps the order of the page",
                lambda claims: [claim["text"] for claim in claims],
                "The list has to be sorted by points.",
            ),
            Misconception(
                "gives whole claims",
                lambda claims: sorted(
                    claims, key=lambda claim: -2 * claim["in_headline"] - (claim["source"] is None)
                ),
                'The list holds texts: `claim["text"]` of each.',
            ),
        ),
        hints=(
            "Three blanks: the points for the headline, the test for a missing source, and the "
            "direction.",
            "A missing source is `None`: `claim[...] is None`. High points first: `reverse=True`.",
        ),
        points=2,
    ),
    Exercise(
        id="8.6",
        name="review",
        title="A pair review",
        reference=lambda: dict(_REVIEW),
        cases=no_arguments,
        misconceptions=(_without_a_field(_REVIEW), *_answers(_REVIEW, _REVIEW_DEMANDS)),
        hints=(
            "Two lines say more than they can show. Ask of each line: how does the writer know?",
            "The number of the line, two words from it, a sentence on what a reader cannot see, "
            "and a step that begins with a verb.",
        ),
        points=2,
        is_value=True,
        view=_view(_REVIEW_DEMANDS, tuple(_REVIEW)),
    ),
)

QUIZZES = (
    Quiz(
        id="8.a",
        question="You sign the report. What does your name say?",
        options={
            "a": Option(
                "That the article is true.",
                "Nobody in the room can say that. A report says what was looked at, and how.",
            ),
            "b": Option(
                "That the program found no mistake.",
                "A program has no name to sign with. It found what its rules look for.",
            ),
            "c": Option(
                "That I stand by each step, and that I say what I could not check.",
                "A signature is about your work. A reader can ask you why.",
            ),
        },
        right="c",
    ),
    Quiz(
        id="8.b",
        question=(
            "The figure in the headline of your story has the verdict cannot tell. What goes into "
            "the report?"
        ),
        options={
            "a": Option(
                "The figure, the verdict, and what one would need to check it.",
                "An open figure in the headline is a finding. A reader can now ask the outlet.",
            ),
            "b": Option(
                "Another figure, which could be checked.",
                "Then a reader believes that the headline was checked. What is left out speaks "
                "too.",
            ),
            "c": Option(
                "The figure as contradicted, because nothing supports it.",
                "No figure speaks against it. Silence is no verdict.",
            ),
        },
        right="a",
    ),
)

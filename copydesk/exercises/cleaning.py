"""The exercises of lesson 02_cleaning: rules for lines, and an honest measure of a rule."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from copydesk.exercises.model import Exercise, Misconception, Option, Quiz

MENU_WORDS = frozenset({"accept all", "advertisement", "close", "menu", "search", "share"})
"""The menu words of exercise 2.1, as the notebook gives them."""

_CLOSING_QUOTES = "”’\"'"
_NOUNS = ["border", "bridge", "budget", "harbour", "hospital", "market", "railway", "school"]
_VERBS = ["closed", "grew", "moved", "opened", "reopened", "shrank"]
_TIMES = ["on Monday", "last week", "in June", "this morning", "two years ago"]


def _sentence(rng: random.Random) -> str:
    """Make a sentence of seven or eight words with a full stop."""
    noun, verb, time = rng.choice(_NOUNS), rng.choice(_VERBS), rng.choice(_TIMES)
    return f"Officials said the {noun} {verb} {time}."


# 2.1 ---------------------------------------------------------------------------------------------


def _is_interface(line: str) -> bool:
    return line.strip().lower() in MENU_WORDS


def _menu_words_and_sentences(rng: random.Random) -> list[tuple[str]]:
    word = rng.choice(sorted(MENU_WORDS))
    lines = [
        "accept all",  # the one of two words
        word,
        word.upper(),
        f"  {rng.choice(sorted(MENU_WORDS))} ",
        rng.choice(_NOUNS),  # one word, and no menu word
        f"Shareholders of the {rng.choice(_NOUNS)} met again.",
        f"They will share the {rng.choice(_NOUNS)}.",
        _sentence(rng),
        "",
    ]
    rng.shuffle(lines)
    return [(line,) for line in lines]


# 2.2 ---------------------------------------------------------------------------------------------


def _headline_only(line: str) -> str:
    return line.rsplit("|", 1)[0].strip() if "|" in line else line.strip()


def _headlines(rng: random.Random) -> list[tuple[str]]:
    section, other = rng.sample(["World", "World news", "Politics", "The Example"], 2)
    noun, verb, time = rng.choice(_NOUNS), rng.choice(_VERBS), rng.choice(_TIMES)
    lines = [
        f"The {noun} {verb} {time} | {section}",
        f"Cease-fire near the {noun} holds | {other}",
        f"Live | The {noun} {verb} {time} | {section}",
        f"No suffix: the {noun} {verb}",
        f"  The {noun} {verb}|{section} ",  # a bar without spaces, and spaces at both ends
        f" The {noun} {verb} ",
    ]
    rng.shuffle(lines)
    return [(line,) for line in lines]


# 2.3 ---------------------------------------------------------------------------------------------


def _ends_like_a_sentence(line: str) -> bool:
    return line.strip().rstrip(_CLOSING_QUOTES).endswith((".", "!", "?"))


def _keep_line(line: str) -> bool:
    return len(line.split()) >= 5 and _ends_like_a_sentence(line)


def _lines_of_a_page(rng: random.Random) -> list[tuple[str]]:
    noun, verb, time = rng.choice(_NOUNS), rng.choice(_VERBS), rng.choice(_TIMES)
    lines = [
        _sentence(rng),
        f"  {_sentence(rng)}  ",
        f"Has the {noun} {verb} {time}?",
        f"“We saw that the {noun} {verb} {time}.”",
        f'"We saw that the {noun} {verb} {time}."',
        f"‘We saw that the {noun} {verb} {time}!’ ",  # single curly marks, and a space
        f"'We saw that the {noun} {verb} {time}.' ",
        f"The minister said: “Nobody closed the {noun}!”",
        f"Read our series “Life in the {noun}”",  # a closing mark and no end of a sentence
        f"The U.S. {noun}: our live page",  # full stops, and none at the end
        f"The {noun} {verb} at noon.",  # exactly five words
        f"The {noun} {verb} again.",  # four
        "He declined.",
        f"Read more about the {noun} that {verb} {time}",
        rng.choice(["Share", "Menu", "Photo: Placeholder Pictures"]),
        "",
    ]
    rng.shuffle(lines)
    return [(line,) for line in lines]


def _keeps_no_quotations(line: str) -> bool:
    return len(line.split()) >= 5 and line.strip().endswith((".", "!", "?"))


def _keeps_full_stops_only(line: str) -> bool:
    return len(line.split()) >= 5 and line.strip().rstrip(_CLOSING_QUOTES).endswith(".")


def _keeps_more_than_five(line: str) -> bool:
    return len(line.split()) > 5 and _keep_line(line)


# 2.4 ---------------------------------------------------------------------------------------------


def _count(kept: Sequence[bool], gold: Sequence[bool]) -> tuple[int, int, int, int]:
    """Count kept journalism, kept noise, lost journalism and dropped noise."""
    pairs = list(zip(kept, gold, strict=True))
    return (
        pairs.count((True, True)),
        pairs.count((True, False)),
        pairs.count((False, True)),
        pairs.count((False, False)),
    )


def _precision_and_recall(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    right, noise, lost, _ = _count(kept, gold)
    return right / (right + noise), right / (right + lost)


def _labelled_pages(rng: random.Random) -> list[tuple[list[bool], list[bool]]]:
    pages = []
    for _ in range(5):
        # Three unequal margins, so that no two of the usual mistakes give the same numbers.
        noise = rng.randint(1, 3)
        lost = noise + rng.randint(1, 3)
        right, dropped = lost + rng.randint(2, 6), rng.randint(1, 9)
        pairs = (
            [(True, True)] * right
            + [(True, False)] * noise
            + [(False, True)] * lost
            + [(False, False)] * dropped
        )
        rng.shuffle(pairs)
        pages.append(([kept for kept, _ in pairs], [gold for _, gold in pairs]))
    return pages


def _swapped(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    precision, recall = _precision_and_recall(kept, gold)
    return recall, precision


def _accuracy_twice(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    right, _, _, dropped = _count(kept, gold)
    share = (right + dropped) / len(gold)
    return share, share


def _agreements_as_hits(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    right, noise, lost, dropped = _count(kept, gold)
    return (right + dropped) / (right + noise), (right + dropped) / (right + lost)


def _share_of_all_lines(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    share = _count(kept, gold)[0] / len(gold)
    return share, share


def _of_the_noise(kept: list[bool], gold: list[bool]) -> tuple[float, float]:
    _, noise, lost, dropped = _count(kept, gold)
    return dropped / (dropped + lost), dropped / (dropped + noise)


# 2.5 ---------------------------------------------------------------------------------------------

_Page = tuple[list[str], list[bool], list[bool]]


def _lost_journalism(lines: list[str], kept: list[bool], gold: list[bool]) -> list[tuple[int, str]]:
    rows = zip(lines, kept, gold, strict=True)
    return [
        (number, line)
        for number, (line, is_kept, is_journalism) in enumerate(rows, 1)
        if is_journalism and not is_kept
    ]


def _judged_pages(rng: random.Random) -> list[_Page]:
    pages: list[_Page] = [(["Menu", "He declined."], [False, False], [False, True])]
    for _ in range(3):
        repeated = f"The {rng.choice(_NOUNS)} is closed."
        rows = [
            (_sentence(rng), True, True),
            ("Menu", False, False),
            ("Accept all", False, False),
            ("He declined.", False, True),
            (f"“{rng.choice(_NOUNS).title()}? We have never heard of it.”", False, True),
            (f"What comes after the {rng.choice(_NOUNS)}", False, True),
            ("Ten spoons that look like bridges are here.", True, False),
            ("Share", False, False),
        ]
        rng.shuffle(rows)
        # The same words stand twice and are lost once, so a look-up by text finds the wrong line.
        rows = [(repeated, True, True), *rows, (repeated, False, True)]
        pages.append(([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]))
    return pages


def _noise_let_through(
    lines: list[str], kept: list[bool], gold: list[bool]
) -> list[tuple[int, str]]:
    return _lost_journalism(lines, gold, kept)


def _both_mistakes(lines: list[str], kept: list[bool], gold: list[bool]) -> list[tuple[int, str]]:
    return sorted(_lost_journalism(lines, kept, gold) + _noise_let_through(lines, kept, gold))


def _all_that_was_dropped(
    lines: list[str], kept: list[bool], gold: list[bool]
) -> list[tuple[int, str]]:
    return _lost_journalism(lines, kept, [True] * len(gold))


def _lost_from_zero(lines: list[str], kept: list[bool], gold: list[bool]) -> list[tuple[int, str]]:
    return [(number - 1, line) for number, line in _lost_journalism(lines, kept, gold)]


def _lost_without_numbers(lines: list[str], kept: list[bool], gold: list[bool]) -> list[str]:
    return [line for _, line in _lost_journalism(lines, kept, gold)]


EXERCISES = (
    Exercise(
        id="2.1",
        name="is_interface",
        title="Recognize a menu word",
        reference=_is_interface,
        cases=_menu_words_and_sentences,
        misconceptions=(
            Misconception(
                "says True for every line that contains a menu word somewhere",
                lambda line: any(word in line.lower() for word in MENU_WORDS),
                "“Shareholders met again.” contains “share”. Compare the whole line, not a part.",
            ),
            Misconception(
                "says True when one of the words of a line is a menu word",
                lambda line: (
                    line.strip().lower() in MENU_WORDS
                    or bool(set(re.findall(r"\w+", line.lower())) & MENU_WORDS)
                ),
                "A sentence may use the word too: “They will share the water.” The whole line has "
                "to be the menu word.",
            ),
            Misconception(
                "takes capital letters for another word",
                lambda line: line.strip() in MENU_WORDS,
                "A page prints Close, CLOSE and close. Make the line lower case before comparing.",
            ),
            Misconception(
                "compares the line as it stands, with its capital letters and its spaces",
                lambda line: line in MENU_WORDS,
                "A page prints “CLOSE”, and “ close ” with spaces. What has to be done with a line "
                "before it is compared?",
            ),
            Misconception(
                "does not see a menu word with spaces around it",
                lambda line: line.lower() in MENU_WORDS,
                "Scraped lines often begin or end with spaces. Take them off first.",
            ),
            Misconception(
                "asks how the line begins",
                lambda line: line.strip().lower().startswith(tuple(MENU_WORDS)),
                "“Shareholders met again.” begins with “share”. Compare the whole line.",
            ),
        ),
        hints=(
            "Prepare the line: `.strip()` takes spaces off, `.lower()` makes it lower case.",
            "The whole prepared line is in `MENU_WORDS`, or it is not.",
        ),
        points=1,
    ),
    Exercise(
        id="2.2",
        name="headline_only",
        title="Cut the section from the headline",
        reference=_headline_only,
        cases=_headlines,
        misconceptions=(
            Misconception(
                "leaves a space at the end",
                lambda line: line.rsplit("|", 1)[0],
                "The text before the bar ends in a space. Two headlines that look alike are then "
                "not equal.",
            ),
            Misconception(
                "knows only a bar that has a space on either side",
                lambda line: line.rsplit(" | ", 1)[0].strip(),
                "Some pages print the bar without spaces. Cut at the bar, then take spaces off.",
            ),
            Misconception(
                "loses a headline that has no bar",
                lambda line: line.rpartition("|")[0].strip(),
                "Where there is no bar, `rpartition` puts the whole line behind it.",
            ),
            Misconception(
                "cuts at the first bar",
                lambda line: line.split("|")[0].strip(),
                "A headline may hold a bar of its own. The section stands behind the last one.",
            ),
            Misconception(
                "cuts at the first bar, and leaves a space at the end",
                lambda line: line.split("|")[0],
                "Two things are left to do. Cut at the last bar, and take the spaces off.",
            ),
            Misconception(
                "cuts at hyphens too",
                lambda line: re.split(r"[|-]", line)[0].strip(),
                "“Cease-fire” has a hyphen and is one word. Cut at the bar only.",
            ),
            Misconception(
                "gives the section and not the headline",
                lambda line: line.rsplit("|", 1)[-1].strip(),
                "You kept the part behind the bar. The headline stands before it.",
            ),
            Misconception(
                "cuts the last character off a line without a bar",
                lambda line: line[: line.rfind("|")].strip(),
                "Where there is no bar, `rfind` gives -1, and `line[:-1]` is the line without "
                "its last character.",
            ),
            Misconception(
                "takes the bar out and keeps the section",
                lambda line: line.replace("|", "").strip(),
                "The section behind the last bar has to go too. Split the line there, and keep "
                "what stands before it.",
            ),
        ),
        hints=(
            "`line.rsplit('|', 1)` cuts once, at the last bar.",
            "Take the first part and `.strip()` it. A line without a bar comes back whole.",
        ),
        points=1,
    ),
    Exercise(
        id="2.3",
        name="keep_line",
        title="Keep a line or drop it",
        reference=_keep_line,
        cases=_lines_of_a_page,
        misconceptions=(
            Misconception(
                "drops a sentence that ends in a quotation mark",
                _keeps_no_quotations,
                "In a quotation the full stop stands before the closing mark. Take closing marks "
                "off before you look at the last character.",
            ),
            Misconception(
                "looks at the last character as it stands, a space or a closing mark too",
                lambda line: len(line.split()) >= 5 and line.endswith((".", "!", "?")),
                "A line can end in a space or in a closing mark, behind its full stop. Take both "
                "off before you look at the last character.",
            ),
            Misconception(
                "knows only one kind of closing mark",
                lambda line: (
                    len(line.split()) >= 5 and line.strip().rstrip("”").endswith((".", "!", "?"))
                ),
                'Pages print curly and straight marks: ” and ". Take both off.',
            ),
            Misconception(
                "takes curly closing marks off, and no straight ones",
                lambda line: (
                    len(line.split()) >= 5 and line.strip().rstrip("”’").endswith((".", "!", "?"))
                ),
                "Many pages print straight marks, double and single. Name them between the "
                "quotation marks of `rstrip` too.",
            ),
            Misconception(
                "keeps a line when one of the two tests holds",
                lambda line: len(line.split()) >= 5 or _ends_like_a_sentence(line),
                "A line has to pass both tests: enough words, and the right end. Join them with "
                "`and`.",
            ),
            Misconception(
                "does not see the end of a line that has spaces behind it",
                lambda line: (
                    len(line.split()) >= 5
                    and line.rstrip(_CLOSING_QUOTES).endswith((".", "!", "?"))
                ),
                "Scraped lines often end in spaces. Take them off first.",
            ),
            Misconception(
                "finds a full stop anywhere in the line",
                lambda line: len(line.split()) >= 5 and any(mark in line for mark in ".!?"),
                "“The U.S.” has full stops too. Look at the last character.",
            ),
            Misconception(
                "drops questions",
                _keeps_full_stops_only,
                "A sentence may end in . or ! or ?. Test for all three.",
            ),
            Misconception(
                "drops sentences of exactly five words",
                _keeps_more_than_five,
                "“At least five” includes five.",
            ),
            Misconception(
                "does not ask for five words",
                lambda line: _ends_like_a_sentence(line),
                "“He declined.” ends like a sentence and has two words. `line.split()` gives the "
                "words; `len(line)` counts characters.",
            ),
            Misconception(
                "looks at the length and not at the end",
                lambda line: len(line.split()) >= 5,
                "“Read more about …” has many words and no full stop. Look at the last character "
                "too.",
            ),
            Misconception(
                "drops what is to be kept, and keeps what is to be dropped",
                lambda line: not _keep_line(line),
                "`True` keeps a line, and `False` drops it.",
            ),
            Misconception(
                "takes straight closing marks off, and no curly ones",
                lambda line: (
                    len(line.split()) >= 5 and line.strip().rstrip("\"' ").endswith((".", "!", "?"))
                ),
                "Many pages print curly marks, “double” and ‘single’. Name the closing ones "
                "between the quotation marks of `rstrip` too.",
            ),
        ),
        hints=(
            "Two tests joined by `and`: the number of words, and the last character.",
            '`line.strip().rstrip("”’\\"\'")` takes closing marks off, curly and straight; '
            "`.endswith(('.', '!', '?'))` tests three endings at once.",
        ),
        points=2,
    ),
    Exercise(
        id="2.4",
        name="precision_and_recall",
        title="Repair: the rule that looked better than it was",
        reference=_precision_and_recall,
        cases=_labelled_pages,
        misconceptions=(
            Misconception(
                "gives recall first and precision second",
                _swapped,
                "Precision divides by what the rule kept. Recall divides by what gold calls "
                "journalism.",
            ),
            Misconception(
                "gives the share of right decisions, twice",
                _accuracy_twice,
                "That is accuracy. On a page full of menu words, a rule that drops everything has "
                "a high one.",
            ),
            Misconception(
                "gives one number, the share of right decisions",
                lambda kept, gold: _accuracy_twice(kept, gold)[0],
                "That is accuracy, the measure of the colleague. Give two numbers: "
                "`(precision, recall)`.",
            ),
            Misconception(
                "counts every agreement as a hit",
                _agreements_as_hits,
                "A button that the rule drops and gold drops is an agreement too. A hit is a line "
                "where both are True.",
            ),
            Misconception(
                "rounds",
                lambda kept, gold: tuple(
                    round(share, 2) for share in _precision_and_recall(kept, gold)
                ),
                "Give the numbers as they are. Round when you print, so that nothing is lost "
                "before.",
            ),
            Misconception(
                "gives per cent",
                lambda kept, gold: tuple(
                    100 * share for share in _precision_and_recall(kept, gold)
                ),
                "Both are shares between 0 and 1. A reader of your table will expect that.",
            ),
            Misconception(
                "divides by all lines of the page",
                _share_of_all_lines,
                "Neither measure divides by the whole page. Ask: out of which lines?",
            ),
            Misconception(
                "measures how well the other lines are dropped",
                _of_the_noise,
                "You counted the dropped buttons and captions as hits. Here a hit is journalism "
                "that was kept.",
            ),
            Misconception(
                "divides with //, which drops the fraction",
                lambda kept, gold: tuple(float(x // 1) for x in _precision_and_recall(kept, gold)),
                "Precision and recall lie between 0 and 1. `/` keeps the fraction, and `//` cuts "
                "it off.",
            ),
        ),
        hints=(
            "Count the hits first: lines where `kept` and `gold` are both `True`.",
            "Precision: hits / number of kept lines. Recall: hits / number of gold lines.",
        ),
        points=2,
    ),
    Exercise(
        id="2.5",
        name="lost_journalism",
        title="Stretch: what the rule would have thrown away",
        reference=_lost_journalism,
        cases=_judged_pages,
        misconceptions=(
            Misconception(
                "lists what the rule kept and should have dropped",
                _noise_let_through,
                "That is the other kind of mistake. Look for lines that gold keeps and the "
                "rule drops.",
            ),
            Misconception(
                "lists every line on which the rule and gold differ",
                _both_mistakes,
                "There are two kinds of mistake: what is lost, and what should not have been kept. "
                "List the first kind only.",
            ),
            Misconception(
                "lists everything that the rule dropped",
                _all_that_was_dropped,
                "Dropping a menu word is right. Keep only the lines that gold calls journalism.",
            ),
            Misconception(
                "counts lines from zero",
                _lost_from_zero,
                "Start `enumerate` at 1, so that your numbers are those of the page.",
            ),
            Misconception(
                "puts the line before its number",
                lambda lines, kept, gold: [
                    (line, number) for number, line in _lost_journalism(lines, kept, gold)
                ],
                "First the number, then the line: `(number, line)`.",
            ),
            Misconception(
                "looks the number up by the text of the line",
                lambda lines, kept, gold: [
                    (lines.index(line) + 1, line) for _, line in _lost_journalism(lines, kept, gold)
                ],
                "A line that is printed twice has two numbers, and `index` gives the first. Count "
                "as you go: `enumerate`.",
            ),
            Misconception(
                "gives the lines without their numbers",
                _lost_without_numbers,
                "Give pairs, `(number, line)`, so that another person can look each one up.",
            ),
            Misconception(
                "numbers the lost lines and not the lines of the page",
                lambda lines, kept, gold: list(
                    enumerate([line for _, line in _lost_journalism(lines, kept, gold)], 1)
                ),
                "The number says where the line stands on the page. Count all lines as you go, "
                "and then choose.",
            ),
        ),
        hints=(
            "`zip(lines, kept, gold)` walks through the three lists side by side.",
            "Keep `(number, line)` when `gold` is `True` and `kept` is `False`; "
            "`enumerate(..., 1)` gives the numbers.",
        ),
        points=3,
    ),
)

QUIZZES = (
    Quiz(
        id="2.a",
        question="A rule drops every line of fewer than five words. What is the risk?",
        options={
            "a": Option(
                "It keeps too many menu words.",
                "Menu words are short, so this rule drops nearly all of them.",
            ),
            "b": Option(
                "It drops short sentences that are journalism.",
                "“He declined.” has two words. It reports that somebody was asked, and the answer.",
            ),
            "c": Option(
                "There is none: journalism is written in full sentences.",
                "A full sentence can have two words.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="2.b",
        question="A rule has a precision of 0.90 and a recall of 0.60. What does that mean?",
        options={
            "a": Option(
                "Of ten lines that it keeps, nine are journalism; of ten lines of journalism, it "
                "keeps six.",
                "Precision looks at what was kept. Recall looks at what should have been kept.",
            ),
            "b": Option(
                "Of ten lines that it keeps, six are journalism; of ten lines of journalism, it "
                "keeps nine.",
                "You exchanged the two. Precision divides by what the rule kept.",
            ),
            "c": Option(
                "It is right about 75 lines of 100.",
                "The mean of the two says nothing about a share of all lines.",
            ),
        },
        right="a",
    ),
)

"""The exercises of lesson 01_article: the raw page, its bytes and its sources."""

from __future__ import annotations

import functools
import itertools
import random
from collections import Counter

from copydesk.corpus import load_article
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments
from copydesk.language.sentences import split_sentences

_PAGES = ("aggregator_rewrite", "minister_dispatch", "minister_wire", "thinktank_summary")
_THINGS = ["border", "bridge", "council", "letter", "market", "ministry", "river", "station"]


@functools.cache
def _sentences() -> tuple[str, ...]:
    """Return short sentences of the kit's own stories, in plain letters.

    A reply shows an input, and a reader understands a line of a story sooner than made-up words.
    """
    found = (
        sentence
        for name in _PAGES
        for line in load_article(name).lines
        for sentence in [one.text for one in split_sentences(line)]
        if sentence.isascii() and sentence.endswith(".") and 4 <= len(sentence.split()) <= 13
    )
    return tuple(dict.fromkeys(found))


def _lines(rng: random.Random, count: int) -> list[str]:
    return rng.sample(_sentences(), count)


# 1.1 ---------------------------------------------------------------------------------------------


def _story_lines() -> tuple[str, ...]:
    return load_article("minister_wire").lines


def _printed_lines() -> int:
    return sum(1 for line in _story_lines() if line.strip())


# 1.2 ---------------------------------------------------------------------------------------------


def _longest_line(lines: list[str]) -> int:
    lengths = [len(line) for line in lines]
    return lengths.index(max(lengths)) + 1


def _pages_with_one_longest_line(rng: random.Random) -> list[tuple[list[str]]]:
    pages = []
    for _ in range(6):
        short = _lines(rng, rng.randint(3, 7))
        # Many small words make fewer characters than a few long ones.
        many_words = "It is up to us to say if it is so or if it is not, he said, and it is."
        long_words = (
            "Counterterrorism spokespersons acknowledged intergovernmental misunderstandings, "
        )
        long_words += "notwithstanding reassurances."
        link = "Example.org/the-talks-on-the-bridge-that-failed"  # the longest word of all
        page = [*short, many_words, long_words, link, ""]
        rng.shuffle(page)
        pages.append((page,))
    pages.append((["", "", *page],))  # so that leaving blank lines out differs from counting from 0
    return pages


def _longest_by_words(lines: list[str]) -> int:
    counts = [len(line.split()) for line in lines]
    return counts.index(max(counts)) + 1


def _longest_word(lines: list[str]) -> int:
    lengths = [max(map(len, line.split()), default=0) for line in lines]
    return lengths.index(max(lengths)) + 1


# 1.3 ---------------------------------------------------------------------------------------------


def _printed_twice(lines: list[str]) -> list[str]:
    counts = Counter(line for line in lines if line.strip())
    return [line for line, count in counts.items() if count > 1]


def _pages_with_repeats(rng: random.Random) -> list[tuple[list[str]]]:
    pages = []
    for number in range(6):
        headline = f"Talks on the {rng.choice(_THINGS)} end"
        button = rng.choice(["Close", "Menu", "Share"])
        body = _lines(rng, 3)
        # Copies next to each other, and copies with a blank line and others between.
        buttons, headlines = [button, button, ""], [headline, "", headline, ""]
        top = [headline, "", *buttons, headline, ""] if number % 2 else [*buttons, *headlines]
        page = [*top, body[0], body[1], "", body[2]]
        if number in (2, 3):
            page += ["", headline]  # a third copy
        if number in (4, 5):
            page += ["", body[0]]
        pages.append((page,))
    return pages


def _twice_with_blanks(lines: list[str]) -> list[str]:
    return [line for line, count in Counter(lines).items() if count > 1]


def _every_copy(lines: list[str]) -> list[str]:
    counts = Counter(line for line in lines if line.strip())
    return [line for line in lines if counts[line] > 1]


def _every_copy_and_blanks(lines: list[str]) -> list[str]:
    counts = Counter(lines)
    return [line for line in lines if counts[line] > 1]


def _exactly_twice(lines: list[str]) -> list[str]:
    counts = Counter(line for line in lines if line.strip())
    return [line for line, count in counts.items() if count == 2]


def _only_neighbours(lines: list[str]) -> list[str]:
    pairs = itertools.pairwise(lines)
    return [line for line, following in pairs if line == following and line.strip()]


# 1.4 ---------------------------------------------------------------------------------------------


def _read_story(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def _with_latin_1(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _files_in_two_encodings(rng: random.Random) -> list[tuple[bytes]]:
    # No ” here: its UTF-8 bytes are not letters in Windows-1252, and Python would raise an error.
    stories = [
        f"‘{_lines(rng, 1)[0]}’ – the café’s {rng.choice(_THINGS)}",
        f"The {rng.choice(_THINGS)} in São Example costs €{rng.randint(2, 90)}.",
        f"A naïve {rng.choice(_THINGS)}: ‘no’, she said.",
    ]
    return [(story.encode(encoding),) for story in stories for encoding in ("utf-8", "cp1252")]


# 1.5 ---------------------------------------------------------------------------------------------


def _where_named(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    return {
        name: [number for number, line in enumerate(lines, 1) if name in line] for name in names
    }


def _one_list_for_all(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    every = [number for numbers in _where_named(lines, names).values() for number in numbers]
    return dict.fromkeys(names, every)


def _pages_with_sources(rng: random.Random) -> list[tuple[list[str], list[str]]]:
    outlets = ["Example Radio", "Specimen TV", "Sample Times", "Invented Press Service"]
    pages: list[tuple[list[str], list[str]]] = [
        (["Specimen TV asked him.", "He declined."], ["Specimen TV", "Example Radio"])
    ]
    for _ in range(5):
        never, once, twice = rng.sample(outlets, 3)
        lines = _lines(rng, 4)
        lines += [
            f"He told {once} that the talks had failed.",
            f"{twice} quoted him, and {twice} printed it again.",
            f"An official later repeated it to {twice}.",
            "Radio and TV waited outside, and so did the Press and the Times.",  # no whole name
            *[f"Photo: {twice}"] * 2,  # a caption that the page prints twice
        ]
        rng.shuffle(lines)
        pages.append((lines, [never, once, twice]))
    return pages


def _named_from_zero(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    return {name: [n - 1 for n in found] for name, found in _where_named(lines, names).items()}


def _first_only(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    return {name: found[:1] for name, found in _where_named(lines, names).items()}


def _no_empty_lists(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    return {name: found for name, found in _where_named(lines, names).items() if found}


def _first_of_equals(lines: list[str], names: list[str]) -> dict[str, list[int]]:
    return {name: [lines.index(line) + 1 for line in lines if name in line] for name in names}


def _last_number_alone(lines: list[str], names: list[str]) -> dict[str, int]:
    return {name: found[-1] for name, found in _where_named(lines, names).items() if found}


def _how_often(lines: list[str], names: list[str]) -> dict[str, int]:
    return {name: "\n".join(lines).count(name) for name in names}


EXERCISES = (
    Exercise(
        id="1.1",
        name="printed_lines",
        title="Count what is printed",
        reference=_printed_lines,
        cases=no_arguments,
        is_value=True,
        misconceptions=(
            Misconception(
                "counts every line of the file, blank lines too",
                lambda: len(_story_lines()),
                "A blank line has no characters left after `.strip()`. Leave those lines out.",
            ),
            Misconception(
                "counts the blank lines",
                lambda: len(_story_lines()) - _printed_lines(),
                "You counted the other lines. Keep those that still have characters after "
                "`.strip()`.",
            ),
            Misconception(
                "counts words",
                lambda: load_article("minister_wire").words,
                "The question is about lines. One line can hold many words.",
            ),
            Misconception(
                "gives the number of different lines",
                lambda: len({line for line in _story_lines() if line.strip()}),
                "A line that is printed twice is two printed lines. Leave out blank lines alone.",
            ),
            Misconception(
                "gives the number of different lines, and counts the blank ones as one of them",
                lambda: len(set(_story_lines())),
                "A line that is printed twice is two printed lines, and a blank line is none.",
            ),
        ),
        hints=(
            "Go through `story.lines` and look at each line with `.strip()`.",
            "Begin with `printed_lines = 0` and add 1 in a loop, for each line that passes. "
            "`sum(1 for line in ... if ...)` does the same in one line.",
        ),
        points=1,
    ),
    Exercise(
        id="1.2",
        name="longest_line",
        title="Find the longest line",
        reference=_longest_line,
        cases=_pages_with_one_longest_line,
        misconceptions=(
            Misconception(
                "counts lines from zero",
                lambda lines: _longest_line(lines) - 1,
                "Python counts from 0 and an editor counts from 1. The answer is the line number "
                "that a reader would say.",
            ),
            Misconception(
                "does not number the blank lines",
                lambda lines: _longest_line([line for line in lines if line.strip()]),
                "An editor numbers blank lines too. Go through all lines of the page.",
            ),
            Misconception(
                "gives the length of the line and not its number",
                lambda lines: max(len(line) for line in lines),
                "You found how long the line is. The question is where it stands.",
            ),
            Misconception(
                "gives the text of the line and not its number",
                lambda lines: max(lines, key=len),
                "You found the right line. Give its number, so that another person can find it.",
            ),
            Misconception(
                "takes the line that comes last in the alphabet",
                lambda lines: lines.index(max(lines)) + 1,
                "`max(lines)` compares texts letter by letter. Compare their lengths: "
                "`max(lengths)`, or `key=len`.",
            ),
            Misconception(
                "measures words and not characters",
                _longest_by_words,
                "A line with many short words can be shorter than a line with few long ones. "
                "`len(line)` counts characters.",
            ),
            Misconception(
                "looks for the longest word",
                _longest_word,
                "A long link can stand alone on a short line. `len(line)` counts the characters "
                "of the whole line.",
            ),
        ),
        hints=(
            "Make a list of lengths first: one number for each line.",
            "`lengths.index(max(lengths))` says where the largest number stands, counted from 0.",
        ),
        points=1,
    ),
    Exercise(
        id="1.3",
        name="printed_twice",
        title="Find what is printed more than once",
        reference=_printed_twice,
        cases=_pages_with_repeats,
        misconceptions=(
            Misconception(
                "also lists the blank line",
                _twice_with_blanks,
                "Blank lines repeat on every page and say nothing. Leave them out before counting.",
            ),
            Misconception(
                "lists every copy",
                _every_copy,
                "Name each repeated text once. The editor wants to know what is repeated.",
            ),
            Misconception(
                "finds a repeat only when the copies stand next to each other",
                _only_neighbours,
                "A copy can stand anywhere further down, with other lines between.",
            ),
            Misconception(
                "lists every copy, and the blank lines too",
                _every_copy_and_blanks,
                "Two things are left to do. Leave the blank lines out, and name each text once.",
            ),
            Misconception(
                "finds only what is printed exactly two times",
                _exactly_twice,
                "A text can be printed three times. “More than once” takes that in.",
            ),
        ),
        hints=(
            "`Counter(lines)` counts how often each text occurs, in the order of first appearance.",
            "Go through `.items()` of it: each item is a text and its count. Keep the texts whose "
            "count is greater than 1 and that are not blank.",
        ),
        points=2,
    ),
    Exercise(
        id="1.4",
        name="read_story",
        title="Repair: the letters that were read wrongly",
        reference=_read_story,
        cases=_files_in_two_encodings,
        misconceptions=(
            Misconception(
                "reads every file as Windows-1252",
                lambda raw: raw.decode("cp1252", "replace"),
                "Windows-1252 accepts almost any bytes, so it never says no. Ask the strict "
                "encoding first.",
            ),
            Misconception(
                "reads every file as UTF-8",
                lambda raw: raw.decode("utf-8"),
                "That works for one kind of file. Decide what happens when Python refuses the "
                "other kind.",
            ),
            Misconception(
                "throws away what it cannot read",
                lambda raw: raw.decode("utf-8", "ignore"),
                '`errors="ignore"` deletes characters in silence. A quotation mark that is gone '
                "turns a quote into a statement.",
            ),
            Misconception(
                "puts a question mark where it cannot read",
                lambda raw: raw.decode("utf-8", "replace"),
                '`errors="replace"` keeps the place and loses the character. The other encoding '
                "can read it.",
            ),
            Misconception(
                "reads the other kind of file as Latin-1",
                _with_latin_1,
                "Latin-1 is near, and it has no curly quotation marks and no €. The colleague's "
                "function has the name of the table that is needed.",
            ),
            Misconception(
                "gives the bytes as Python prints them",
                lambda raw: str(raw),
                "`str(raw)` keeps the b and the marks around the bytes. `raw.decode(...)` turns "
                "them into letters.",
            ),
        ),
        hints=(
            "`raw.decode('utf-8')` raises `UnicodeDecodeError` when the bytes are not UTF-8.",
            "`try:` one encoding; `except UnicodeDecodeError:` the other one.",
        ),
        points=2,
    ),
    Exercise(
        id="1.5",
        name="where_named",
        title="Stretch: the chain of sources",
        reference=_where_named,
        cases=_pages_with_sources,
        misconceptions=(
            Misconception(
                "gives the place of the first one of two equal lines",
                _first_of_equals,
                "`index` finds the first line with these words. Count while you go through the "
                "lines: `enumerate` does.",
            ),
            Misconception(
                "counts lines from zero",
                _named_from_zero,
                "Start `enumerate` at 1, so that your numbers are those of an editor.",
            ),
            Misconception(
                "stops at the first line that names the source",
                _first_only,
                "A source can be named again further down. Collect every line.",
            ),
            Misconception(
                "gives all the names one list",
                _one_list_for_all,
                "`dict.fromkeys(names, [])` makes one list, and each name points to it. Begin a "
                "new list for each name.",
            ),
            Misconception(
                "leaves out a source that is never named",
                _no_empty_lists,
                "That a source is not named is a finding. Give it an empty list.",
            ),
            Misconception(
                "stores one number for a name, and leaves out a name that is never printed",
                _last_number_alone,
                "The next number takes the place of the one before. Begin each name with an empty "
                "list, and append every number to it.",
            ),
            Misconception(
                "counts how often a name is printed",
                _how_often,
                "The question is where, so that another person can look. Give line numbers.",
            ),
            Misconception(
                "gives None for a name that is never printed",
                lambda lines, names: {
                    name: found or None for name, found in _where_named(lines, names).items()
                },
                "A name that was looked for and not found has an empty list: `[]`. Nothing has "
                "to be put in its place.",
            ),
            Misconception(
                "names a line twice that prints the name twice",
                lambda lines, names: {
                    name: [
                        number
                        for number, line in enumerate(lines, 1)
                        for _ in range(line.count(name))
                    ]
                    for name in names
                },
                "A line has one number. Ask once whether the name is in it: `name in line`.",
            ),
            Misconception(
                "asks whether the line is the name",
                lambda lines, names: {
                    name: [number for number, line in enumerate(lines, 1) if line == name]
                    for name in names
                },
                "A line holds more than the name: “He told Example Radio that …”. Ask `name in "
                "line`.",
            ),
            Misconception(
                "finds a line with one word of the name",
                lambda lines, names: {
                    name: [
                        number
                        for number, line in enumerate(lines, 1)
                        if any(word in line for word in name.split())
                    ]
                    for name in names
                },
                "“Radio” alone is not Example Radio. Look for the whole name: `name in line`.",
            ),
        ),
        hints=(
            "Go through `enumerate(lines, 1)` for one name; keep the numbers where `name in line`.",
            "Do that for each name and store the list in a dictionary under the name.",
        ),
        points=3,
    ),
)

QUIZZES = (
    Quiz(
        id="1.a",
        question="Two files have the same SHA-256 fingerprint. What do you know?",
        options={
            "a": Option(
                "They hold the same bytes.",
                "The fingerprint is made of the bytes and of nothing else.",
            ),
            "b": Option(
                "The story in them is true.",
                "A false story has a fingerprint too. It says that nothing was changed since, "
                "not that the content is right.",
            ),
            "c": Option(
                "The same person wrote them.",
                "The fingerprint knows bytes. It does not know who typed them.",
            ),
        },
        right="a",
    ),
    Quiz(
        id="1.b",
        question="The page prints one remark with “hoped” and with “hopes”. Which one was said?",
        options={
            "a": Option(
                "“hoped”, because it stands first.",
                "The order on a page is decided by the page, not by the speaker.",
            ),
            "b": Option(
                "“hopes”, because it stands in the running text.",
                "The running text was reworded on the way as well. Its place proves nothing.",
            ),
            "c": Option(
                "This page cannot tell.",
                "The interview was for BBC Urdu. An English “quote” from it is a translation, and "
                "two versions cannot both be word for word.",
            ),
        },
        right="c",
    ),
)

"""Change one number in the text of a page, many times, and count how often the build check says so.

    python benchmarks/prose_numbers.py [--count 300] [--seed 0]

A number is taken at random from lessons, exercises, instructor's notes, glossary and handbook, in
digits or in words, and replaced by another one. The change is caught when a sentence of
``copydesk build --check`` names the file and the line. Nothing is written.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import replace

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.build.prose import pages, problems
from copydesk.classroom.build.prose.pages import Page
from copydesk.corpus import ROOT

_UNIT_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty"
_OTHER_WORDS = "one fifteen sixteen eighty hundred thousand first second third half twice"
_UNITS = _UNIT_WORDS.split()
_WORDS = [*_UNITS, *_OTHER_WORDS.split()]
# Found here in its own way, and not as the check finds them: a reader's eye and no program's.
_FENCE = re.compile(r"\A---\n.*?\n---$|^```.*?^```|<!--.*?-->|\]\([^)]*\)", re.S | re.M)
_NUMBER = re.compile(rf"(?<![\w.])(?:\d+(?:[.,]\d+)*|{'|'.join(_WORDS)})(?![\w])", re.I)


def numbers(text: str) -> list[tuple[int, int]]:
    """Return where the numbers in the text of a page begin and end."""
    seen = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return [match.span() for match in _NUMBER.finditer(seen)]


def another(number: str, rng: random.Random) -> str:
    """Return another number, written as the first one is."""
    if number[0].isdigit():
        digits = [place for place, sign in enumerate(number) if sign.isdigit()]
        place = rng.choice(digits)
        other = rng.choice([digit for digit in "0123456789" if digit != number[place]])
        return number[:place] + other + number[place + 1 :]
    other = rng.choice([word for word in _UNITS if word != number.lower()])
    return other.capitalize() if number[0].isupper() else other


def changes(count: int, rng: random.Random) -> Iterator[tuple[Page, int, str, str, Page]]:
    """Yield pages with one number changed, with the line and both numbers."""
    found = pages(ROOT, lesson_stems(ROOT), common=True)
    places = [(page, span) for page in found for span in numbers(page.text)]
    for page, (start, end) in (rng.choice(places) for _ in range(count)):
        old = page.text[start:end]
        new = another(old, rng)
        changed = replace(page, text=page.text[:start] + new + page.text[end:])
        yield page, page.text.count("\n", 0, start) + 1, old, new, changed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    caught = elsewhere = 0
    for page, line, old, new, changed in changes(arguments.count, random.Random(arguments.seed)):
        said = problems(changed)
        if any(sentence.startswith(f"{page.name}, line {line}: ") for sentence in said):
            caught += 1
        else:
            elsewhere += bool(said)
            how = "another line is named" if said else "nothing is said"
            print(f"missed  {page.name}:{line}: {old} to {new}: {how}")
    total = arguments.count
    print(f"{caught} of {total} changes are caught, with file and line; {elsewhere} more are red")


if __name__ == "__main__":
    main()

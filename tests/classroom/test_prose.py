"""Each number in the text is bound to what proves it: the check names whatever is not."""

import re
from pathlib import Path

import pytest

from copydesk.classroom.build import lesson_stems
from copydesk.classroom.build.prose import pages, problems
from copydesk.classroom.build.prose.forms import FORMS, STANDING
from copydesk.classroom.build.prose.pages import Page
from copydesk.classroom.build.prose.timing import (
    BLANK_MINUTES,
    TEXT_MINUTES,
    estimate,
    timing_problems,
)
from copydesk.corpus import ROOT

PAGES = pages(ROOT, lesson_stems(ROOT), common=True)
HEAD = "# Lesson 2. Cleaning\n\n"
CELL = """
```{{code-cell}} ipython3
:tags: [prose-check]

{}
```
"""


def said(text, name="lessons/02_cleaning/lesson.md", root=ROOT):
    return problems(Page(root, name, HEAD + text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_number_of_the_kit_is_proved(page):
    assert problems(page) == []


def test_the_pages_are_the_lessons_the_glossary_and_the_handbook():
    names = [page.name for page in pages(ROOT, ["02_cleaning"], common=True)]
    assert names == [
        *(
            f"lessons/02_cleaning/{file}.md"
            for file in ("lesson", "more", "exercises", "instructor", "slides", "sheet")
        ),
        "lessons/glossary.md",
        "docs/handbook.md",
    ]


@pytest.mark.parametrize("number", ["Fifteen", "15", "1,524", "0.75", "eighty", "first", "twice"])
def test_a_number_that_nothing_proves_is_named_with_its_line(number):
    (sentence,) = said(f"It has words.\n\n{number} pages were read.\n")
    assert sentence.startswith("lessons/02_cleaning/lesson.md, line 5: nothing proves")
    assert number.lower() in sentence


@pytest.mark.parametrize(
    "unseen",
    ["```\n15\n```", "[a page](page_15.md#7)", "<!-- 15 -->", "F1 and `02_cleaning`"],
)
def test_what_is_no_number_in_the_text_needs_no_proof(unseen):
    assert said(f"A text.\n\n{unseen}\n") == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("It stands there three times.", 'assert len(roles) == 3  # "three times"'),
        ("It stands there **three\ntimes**.", '# "three times"\nassert roles == ["a", "b", "c"]'),
        ("About 75 per cent.", 'assert round(share, 2) == 0.75  # "75 per cent"'),
        ("A six-year record.", 'assert "six-year" in text  # "six-year record"'),
        ("Two hundred lines.", 'assert len(lines) == 200  # "Two hundred lines"'),
        ("Twenty-five lines.", 'assert len(lines) == 25  # "Twenty-five lines"'),
    ],
)
def test_a_quotation_behind_a_statement_with_the_number_proves_it(text, statement):
    assert said(text + "\n" + CELL.format(statement)) == []


def test_a_statement_without_the_number_proves_nothing():
    (sentence,) = said("Three times.\n" + CELL.format('assert len(roles) == 4  # "Three times"'))
    assert "line 8" in sentence
    assert "without the number three" in sentence


def test_a_changed_number_is_named_where_it_stands_and_where_it_is_proved():
    (sentence,) = said("Four times.\n" + CELL.format('assert len(roles) == 3  # "three times"'))
    assert "line 3" in sentence
    assert '"four times"; line 8 proves "three times"' in sentence


def test_a_number_is_not_proved_by_the_proof_of_another_place():
    cell = CELL.format('assert 11 in lines  # "line 11"')
    (sentence,) = said("See line 11. And line 11.\n" + cell)
    assert "line 3: nothing proves" in sentence
    cell = CELL.format('assert lines == [11, 13]  # "line 11", "line 13"')
    assert len(said("See line 11. And line 11.\n" + cell)) == 1


def test_a_quotation_takes_the_nearest_place_above_and_none_below():
    cell = CELL.format('assert 2 == len(pages)  # "Two pages"')
    assert len(said(cell + "\nTwo pages.\n")) == 2


def test_a_number_as_written_is_quoted_in_its_own_section():
    mark = '<!-- as written: "about 550 MB" -->'
    assert said(f"It needs about 550 MB.\n\n{mark}\n") == []
    assert len(said(f"It needs about 550 MB.\n\n## More\n\n{mark}\n")) == 2
    assert len(said(f"It needs about 560 MB.\n\n{mark}\n")) == 1


def test_a_check_in_a_comment_is_run():
    check = "<!-- prose-check\n{}\n-->"
    right = check.format('assert stubs("02_cleaning") == ["2.3", "2.4"]  # "2.3 and 2.4"')
    assert said(f"Here are 2.3 and 2.4.\n\n{right}\n") == []
    wrong = check.format('assert stubs("02_cleaning") == ["2.3"]  # "2.3 alone"')
    (sentence,) = said(f"Here is 2.3 alone.\n\n{wrong}\n")
    assert "line 6: the check assert stubs" in sentence
    own = check.format('assert keep_line("a b c d e.")\nassert minutes["2.1"] == 3')
    assert said(own) == []
    assert "does not parse" in said(check.format("assert ("))[0]


def test_a_check_of_a_column_proves_it_and_names_the_wrong_cell():
    table = "| lesson | points |\n|---|---|\n| a | {} |\n| b | 4 |\n"
    check = '\n<!-- prose-check\nassert column("points") == ["3", str(2 * 2)]\n-->\n'
    assert said(table.format(3) + check) == []
    (sentence,) = said(table.format(5) + check)
    assert 'line 5: "points" is 5 here; the check works out 3' in sentence


WRONG = {
    "title": ("# Lesson 3. Cleaning\n", "lessons/02_cleaning/lesson.md"),
    "next_lesson": ("**Next.** Lesson 4 goes on.\n", "lessons/02_cleaning/lesson.md"),
    "class_time": (
        "It takes 45 minutes.\n\n## A part\n\nSome words.\n\n*5 minutes*\n",
        "lessons/02_cleaning/lesson.md",
    ),
    "timetable": ("| 0–6 | a |\n| 7–45 | b |\n", "lessons/02_cleaning/instructor.md"),
    "exercise_headings": (
        '## Exercise 2.4. A\n\n:tags: [stub]\n:exercise: "2.3"\n',
        "lessons/02_cleaning/exercises.md",
    ),
    "hints": (
        ':tags: [stub]\n:exercise: "2.3"\n\n:::{hints} 2.4\n:::\n',
        "lessons/02_cleaning/exercises.md",
    ),
    "exercise_points": (
        "## Exercise 2.3. A\n\n*9 points, 5 minutes.*\n",
        "lessons/02_cleaning/exercises.md",
    ),
    "exercise_minutes": (
        "## Exercise 2.3. A\n\n*2 points, 5 minutes.*\n",
        "lessons/02_cleaning/exercises.md",
    ),
    "first_use": ("## Byline\n\nWho wrote it. (3)\n", "lessons/glossary.md"),
    "list_numbers": ("1. A\n3. B\n", "lessons/02_cleaning/lesson.md"),
    "rubric": (
        "Good reasons have all four.\n\n| a | b |\n|---|---|\n| c | d |\n",
        "lessons/02_cleaning/lesson.md",
    ),
    "wrong_answers": (
        "| 2.3 | does not see the end of every line | ? |\n",
        "lessons/02_cleaning/instructor.md",
    ),
    "standing": ("Two of them.\n", "lessons/02_cleaning/lesson.md"),
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_proves_what_the_kit_has_and_not_what_is_wrong(form):
    found = [at for page in PAGES for at in form(page)]
    assert found
    text, name = WRONG[form.__name__]
    page = Page(ROOT, name, text)
    wrong = {word.at for word in page.words if word.is_number} - set(form(page))
    assert wrong


@pytest.mark.parametrize("phrase", STANDING)
def test_a_standing_phrase_is_in_the_kit(phrase):
    texts = (" ".join(word.text for word in page.words) for page in PAGES)
    assert any(f" {phrase} " in text for text in texts)


TIMED = """
| Time | 10 minutes in class |

## Read

*4 minutes*

{words}

```{{code-cell}} ipython3
print(1)
```

## Do

*6 minutes*

```{{code-cell}} ipython3
:tags: [stub]
:exercise: "2.3"

...
```
"""


def test_a_part_that_takes_longer_than_it_states_is_named():
    assert timing_problems(TIMED.format(words="word " * 373), {"2.3": 5}) == []
    ((line, said),) = timing_problems(TIMED.format(words="word " * 374), {"2.3": 5})
    assert (line, said.split(" states ")[0]) == (4, '"Read"')
    ((line, said),) = timing_problems(TIMED.format(words=""), {"2.3": 7})
    assert said.startswith('"Do" states 6 minutes and takes at least 7.0')


@pytest.mark.parametrize("parts", ["*5 minutes*", "*7 minutes*", ""])
def test_parts_that_do_not_add_up_to_the_minutes_at_the_head_are_named(parts):
    text = TIMED.format(words="").replace("*6 minutes*", parts)
    ((line, said),) = timing_problems(text, {"2.3": 1})
    assert (line, "the head says 10" in said) == (2, True)


def test_each_blank_and_each_text_to_write_takes_its_time():
    answer = '```{code-cell} ipython3\n:tags: [answer]\n\na, b = ..., ...\nc = """\n\n"""\n```\n'
    assert estimate(answer, {}) == 2 * BLANK_MINUTES + TEXT_MINUTES
    folded = "```{code-cell} ipython3\n:tags: [prose-check]\n\nassert quiz(...)\n```\n"
    assert estimate(folded + "```{code-cell} ipython3\ncheck('2.3')\n```\n", {}) == 0


def test_a_timetable_ends_its_rows_where_the_parts_of_the_lesson_end():
    name = "lessons/02_cleaning/instructor.md"
    (first, second, *_), *_ = [
        re.findall(r"^\| (\d+)–(\d+) \|", p.text, re.M) for p in PAGES if p.name == name
    ]
    assert said(f"| {first[0]}–{first[1]} | a |\n", name) == []
    assert said(f"| 0–{int(first[1]) - 1} | a |\n", name)
    assert said(f"| {second[0]}–{second[1]} | a |\n", name), "no row ends where this one begins"


def test_a_page_of_nowhere_has_no_lesson_to_ask(tmp_path: Path):
    (tmp_path / "lessons").mkdir()
    assert said("Three lines.\n", root=tmp_path)[0].startswith("lessons/02_cleaning/lesson.md")

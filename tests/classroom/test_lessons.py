"""The text of the lessons keeps its promises: its shape, its terms and its links."""

import itertools
import re

import pytest

from copydesk.classroom.build.sources import read_cells
from copydesk.classroom.own_corpus import add_article
from copydesk.corpus import ROOT, article_names, story_names

PARTS_OF_A_LESSON = ("lesson.md", "more.md")
OTHERS = ("exercises.md", "instructor.md", "sheet.md", "slides.md")
LESSONS = sorted(path for path in (ROOT / "lessons").iterdir() if path.is_dir())
GLOSSARY = (ROOT / "lessons" / "glossary.md").read_text(encoding="utf-8")
TERMS = {
    heading.lower().replace(" ", "-")
    for heading in re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE)
}
LINK = re.compile(r"\]\(\.\./lessons/glossary\.md#([\w-]+)\)")


def text_of(folder, name):
    return (folder / name).read_text(encoding="utf-8")


@pytest.fixture(params=LESSONS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


def test_there_are_lessons_and_the_readme_lists_each():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert LESSONS
    for lesson in LESSONS:
        assert f"| {lesson.name} |" in readme


def test_a_lesson_is_its_two_parts_its_exercises_notes_and_handouts(folder):
    assert {path.name for path in folder.iterdir()} == {*PARTS_OF_A_LESSON, *OTHERS}


PARTS = (
    "**Content note.**",
    "| Time |",
    "## Objectives",
    "## Predict first",
    "## The idea: ",
    "## A case that the tool gets wrong",
    "## In the newsroom",
    "## Key points",
    "**Limits.**",
    "**Next.**",
)


@pytest.mark.parametrize("part", PARTS)
def test_a_lesson_has_the_parts_that_every_lesson_has(folder, part):
    assert part in text_of(folder, "lesson.md")


def test_the_second_part_takes_a_story_of_ones_own(folder):
    text = text_of(folder, "more.md")
    assert "| Time |" in text
    assert "## With a story of your own" in text


def test_a_lesson_checks_its_numbers_and_its_learners(folder):
    text = "".join(text_of(folder, part) for part in PARTS_OF_A_LESSON)
    assert text.count("prose-check") >= 5
    assert "\nquiz(" in text_of(folder, "lesson.md")
    assert text.count(":tags: [stub]") == 2


def work_of(folder):
    """Return the cells that a class works through: all but the folded checks of the text."""
    cells = read_cells(folder / "lesson.md", folder.name)
    return [cell for cell in cells if "prose-check" not in cell.tags]


def test_a_class_has_thirty_cells_at_most(folder):
    assert len(work_of(folder)) <= 30


def test_a_learner_writes_code_within_the_first_ten_cells(folder):
    assert any("stub" in cell.tags or "call" in cell.tags for cell in work_of(folder)[:10])


def test_a_class_meets_five_new_terms_at_most(folder):
    before = {
        term
        for other in LESSONS[: LESSONS.index(folder)]
        for part in PARTS_OF_A_LESSON
        for term in LINK.findall(text_of(other, part))
    }
    assert len(set(LINK.findall(text_of(folder, "lesson.md"))) - before) <= 5


def test_the_idea_of_a_lesson_is_120_words_at_most(folder):
    (idea,) = re.findall(
        r"^## The idea: .+?\n(.+?)^(?:\+\+\+|## )", text_of(folder, "lesson.md"), re.M | re.S
    )
    assert len(re.sub(r"\]\([^)]*\)|<!--.*?-->", "", idea, flags=re.S).split()) <= 120


def test_headings_go_down_one_step_at_a_time(folder):
    for name in (*PARTS_OF_A_LESSON, *OTHERS):
        prose = re.sub(r"^```.*?^```|<!--.*?-->", "", text_of(folder, name), flags=re.M | re.S)
        levels = [len(marks) for marks in re.findall(r"^(#+) ", prose, re.M)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_a_lesson_links_terms_that_the_glossary_has(folder):
    for part in PARTS_OF_A_LESSON:
        found = LINK.findall(text_of(folder, part))
        assert found or part == "more.md"
        assert set(found) <= TERMS


def test_the_glossary_is_in_order():
    headings = re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE)
    assert headings == sorted(headings, key=str.lower)
    assert len(set(headings)) == len(headings)


ONE_LINE = 'mine = load_article("minister_wire")\n'


def run_with(folder, name):
    """Run what a second part imports, and its cell for a story of one's own, one line changed."""
    cells = [cell for cell in read_cells(folder / "more.md", folder.name) if cell.kind == "code"]
    (own,) = [cell for cell in cells if "own-story" in cell.tags]
    assert own.source.startswith(ONE_LINE)
    exec(cells[0].source, space := {})
    exec(own.source.replace(ONE_LINE, f"mine = load_article({name!r})\n"), space)


@pytest.mark.thorough
@pytest.mark.parametrize("name", [*article_names(), *story_names()])
def test_one_line_points_a_lesson_at_any_article(folder, name, capsys):
    run_with(folder, name)
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["A headline", "Menu\n\nOne sentence, said the mayor.\n", "…\n\n…"]
)
def test_one_line_points_a_lesson_at_a_story_that_a_learner_added(
    folder, text, tmp_path, monkeypatch
):
    monkeypatch.setenv("COPYDESK_CORPUS", str(tmp_path / "corpus"))
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    add_article(tmp_path / "mine.txt")
    run_with(folder, "mine")

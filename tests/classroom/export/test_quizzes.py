"""Quizzes as files: what a platform reads back is every quiz, whole."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from copydesk.classroom.export import gift, qti
from copydesk.cli import main
from copydesk.exercises import Option, Quiz, all_quizzes, lesson_stems, quizzes_of

ALL = {stem: quizzes_of(stem) for stem in lesson_stems().values()}
# Every sign that GIFT or XML reserves.
HARD = Quiz(
    "2.z",
    "Is a:b = {c} # or ~d \\ & <e>?",
    {
        "a": Option("~a = \\n", "#b: {c} & <b>d</b>"),
        "b": Option('"b"', "’b’ -> c"),
        "c": Option("50% of 2.5", "::c::"),
    },
    "c",
)
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def read_gift(text):
    """Read GIFT as Moodle does: mark escaped signs, part at the others, and put them back."""
    found, category = {}, ""
    for block in re.split(r"\n[ \t]*\n", text.replace("\\\\", "\0")):
        hidden = re.sub(r"\\([:#={}~])", lambda sign: f"\1{ord(sign[1])}\2", block.strip())

        def shown(part):
            signs = re.sub("\1(\\d+)\2", lambda sign: chr(int(sign[1])), part.strip())
            return signs.replace("\0", "\\")

        comments = [line for line in hidden.splitlines() if line.startswith("//")]
        hidden = "\n".join(line for line in hidden.splitlines() if line not in comments)
        if hidden.startswith("$CATEGORY:"):
            category = hidden.removeprefix("$CATEGORY:").strip()
            continue
        name, text, answers = re.fullmatch(r"::(.*?)::(.*?)\{(.*)\}", hidden, re.S).groups()
        (id_,) = re.findall(r"\[id:([^]]+)]", "".join(comments))
        options = [
            (*map(shown, part.lstrip("=").split("#", 1)), part.startswith("="))
            for part in answers.replace("=", "~=").split("~")[1:]
        ]
        found[id_] = (category, shown(name), shown(text), options)
    return found


@pytest.mark.parametrize("quiz", [HARD, *all_quizzes()], ids=lambda quiz: quiz.id)
def test_moodle_reads_each_question_with_its_replies(quiz):
    (read,) = read_gift(gift({"02_cleaning": [quiz]})).items()
    assert read == (
        f"copydesk-{quiz.id}",
        (
            "$course$/copydesk/02_cleaning",
            f"copydesk {quiz.id}",
            f"[plain]{quiz.question}",
            [(one.text, one.reply, letter == quiz.right) for letter, one in quiz.options.items()],
        ),
    )


def test_a_gift_file_has_every_quiz_under_its_lesson():
    found = read_gift(gift(ALL))
    assert list(found) == [f"copydesk-{quiz.id}" for quiz in all_quizzes()]
    assert {category for category, *_ in found.values()} == {
        f"$course$/copydesk/{stem}" for stem in ALL
    }


def texts(element):
    return [one.text for one in element.iter(f"{QTI}mattext")]


def read_item(item):
    """Play each option of an item: its text, the replies that are shown, and the score."""
    said = {one.get("ident"): texts(one)[0] for one in item.iter(f"{QTI}itemfeedback")}
    played = []
    for label in item.iter(f"{QTI}response_label"):
        score, replies = 0, []
        for rule in item.iter(f"{QTI}respcondition"):
            if rule.findtext(f".//{QTI}varequal") == label.get("ident"):
                replies += [
                    said[one.get("linkrefid")] for one in rule.iter(f"{QTI}displayfeedback")
                ]
                score = int(rule.findtext(f"{QTI}setvar") or score)
        played.append((*texts(label), *replies, score == 100))
    return texts(item.find(f"{QTI}presentation"))[0], played


@pytest.mark.parametrize("quiz", [HARD, *all_quizzes()], ids=lambda quiz: quiz.id)
def test_canvas_reads_each_question_with_its_replies(quiz):
    with zipfile.ZipFile(io.BytesIO(qti({"02_cleaning": [quiz]}))) as archive:
        root = ET.fromstring(archive.read("copydesk_02_cleaning/copydesk_02_cleaning.xml"))
    (item,) = root.iter(f"{QTI}item")
    assert item.get("ident") == f"copydesk_{quiz.id}"
    assert read_item(item) == (
        quiz.question,
        [(one.text, one.reply, letter == quiz.right) for letter, one in quiz.options.items()],
    )


def test_the_package_lists_each_of_its_files_and_every_quiz_is_in_one():
    with zipfile.ZipFile(io.BytesIO(qti(ALL))) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        listed = [one.get("href") for one in manifest.iter() if one.tag.endswith("}file")]
        assert sorted(["imsmanifest.xml", *listed]) == sorted(archive.namelist())
        roots = [ET.fromstring(archive.read(name)) for name in listed]
    idents = [item.get("ident") for root in roots for item in root.iter(f"{QTI}item")]
    assert idents == [f"copydesk_{quiz.id}" for quiz in all_quizzes()]
    names = [one.get("identifier") for one in manifest.iter() if one.get("identifier")]
    assert len(names) == len(set(names)) == 1 + 2 * len(ALL)
    assert qti(ALL) == qti(ALL)


def test_the_ending_of_the_file_says_for_whom_and_nothing_is_replaced(tmp_path):
    text, package = tmp_path / "q.txt", tmp_path / "q.zip"
    for path in (text, package):
        assert CliRunner().invoke(main, ["export", "quizzes", str(path)]).exit_code == 0
    assert text.read_text() == gift(ALL)
    assert package.read_bytes() == qti(ALL)
    for name, sentence in (
        ("q.txt", "exists"),
        ("q.doc", "neither in .txt"),
        ("no/q.txt", "not there"),
    ):
        told = CliRunner().invoke(main, ["export", "quizzes", str(tmp_path / name)])
        assert told.exit_code == 2
        assert sentence in told.output
    told = CliRunner().invoke(main, ["export", "quizzes", f"{tmp_path}/r.txt", "--lesson", "9"])
    assert "There is no lesson 9; there is 01_article" in told.output


def test_a_free_reader_of_gift_agrees():
    """A reader that is no part of the kit: ``pip install pygiftparser``."""
    parser = pytest.importorskip("pygiftparser.parser")
    questions = parser.parseFile(io.StringIO(gift(ALL)))
    for question, quiz in zip(questions, all_quizzes(), strict=True):
        assert (question.valid, question.markup, question.title) == (
            True,
            "plain",
            f"copydesk {quiz.id}",
        )
        # This reader leaves the sign that escapes where it was.
        read = [
            (re.sub(r"\\(\W)", r"\1", one.answer), one.feedback, one.fraction)
            for one in question.answers.answers
        ]
        assert read == [
            (option.text, option.reply, 100 if letter == quiz.right else 0)
            for letter, option in quiz.options.items()
        ]

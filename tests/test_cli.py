"""The command line: a right result, or one clear sentence and exit code 2."""

import json

import pytest
from click.testing import CliRunner

from copydesk.article import MAX_BYTES
from copydesk.cli import main
from copydesk.corpus import article_names, article_path

STORY = "Close\n\nMinister speaks\n\nThe minister said on Monday that the talks had failed.\n"


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.mark.parametrize("command", ["lab", "report", "compare", "build", "test"])
def test_help_names_every_command_and_each_explains_itself(command):
    assert f"copydesk {command}" in run("--help").output
    helped = run(command, "--help")
    assert helped.exit_code == 0
    assert len(helped.output) > 300


@pytest.mark.parametrize("name", article_names())
def test_a_report_is_printed_for_every_article_of_the_kit(name):
    result = run("report", article_path(name))
    assert result.exit_code == 0
    assert "WHAT WAS DROPPED, AND WHY" in result.output
    assert "FIGURES AND VERDICTS" in result.output


def test_a_story_from_standard_input():
    result = run("report", "-", stdin=STORY)
    assert result.exit_code == 0
    assert result.output.startswith("Minister speaks")


def test_two_stories_are_compared_by_file_or_by_name(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("Ferry fire\n\nA fire on a ferry injured 1,524 people.\n", encoding="utf-8")
    result = run("compare", story, "minister_wire")
    assert result.exit_code == 0
    assert result.output.startswith(f"A: {story}\nB: minister_wire\n\nWHERE THEY PART\n")
    missing = run("compare", story, "nowhere")
    assert missing.exit_code == 2
    assert "There is no article 'nowhere'" in missing.output


def test_three_files_are_written_and_a_second_run_replaces_none_of_them(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    targets = [tmp_path / f"report.{kind}" for kind in ("html", "json", "md")]
    options = ["--html", targets[0], "--json", targets[1], "--markdown", targets[2]]
    assert run("report", story, *options).exit_code == 0
    assert json.loads(targets[1].read_text(encoding="utf-8"))["article"]["source"] == "story.txt"
    assert targets[0].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert targets[2].read_text(encoding="utf-8").startswith("# Minister speaks")
    targets[2].write_text("my own notes", encoding="utf-8")
    again = run("report", story, *options)
    assert again.exit_code == 2
    assert "exists" in again.output
    assert targets[2].read_text(encoding="utf-8") == "my own notes"
    assert run("report", story, *options, "--force").exit_code == 0
    assert targets[2].read_text(encoding="utf-8").startswith("# Minister speaks")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "report.html",
        "report.json",
        "report.md",
        "story.txt",
    ]


def test_the_article_itself_is_never_the_target(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    result = run("report", story, "--markdown", story, "--force")
    assert result.exit_code == 2
    assert story.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("huge.txt", b"All work. " * (MAX_BYTES // 5)),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    result = run("report", path)
    assert result.exit_code == 2
    assert name in result.output
    assert result.output.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_missing_path_and_a_folder_are_one_sentence(tmp_path, name):
    result = run("report", tmp_path / name)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


@pytest.mark.thorough
def test_one_line_of_five_million_characters_is_read(tmp_path):
    path = tmp_path / "line.txt"
    path.write_bytes(b"word " * (MAX_BYTES // 5))
    assert run("report", path).exit_code == 0


def test_a_target_in_a_missing_folder_is_refused_before_the_work(tmp_path):
    result = run("report", "-", "--html", tmp_path / "no" / "report.html", stdin=STORY)
    assert result.exit_code == 2
    assert "folder" in result.output


def test_the_schema_is_printed():
    assert json.loads(run("report", "--schema").output)["title"]


def test_an_unknown_step_and_an_unknown_lesson_are_one_sentence():
    for result in (run("test", "spelling"), run("build", "99_nothing")):
        assert result.exit_code == 2
        assert "99_nothing" in result.output or "spelling" in result.output
        assert "Traceback" not in result.output


def test_the_rules_of_a_step_are_printed_in_order_with_their_examples():
    result = CliRunner().invoke(main, ["rules", "cleaning"])
    assert result.exit_code == 0
    title = result.output.index("1. the headline: headline")
    credit = result.output.index("a photo credit ends the line: caption")
    heading = result.output.index("a short line between paragraphs: subheading")
    assert title < credit < heading
    shown = result.output[credit:].split("\n\n")[0].splitlines()
    assert shown[1:] == [
        "   because  ends with a photo credit: “...”",
        "   example  The pier before the storm. Photo: Ana Example",
        "   but not  He took the photo himself.",
    ]
    assert "→ What the engineers say" in result.output[heading:]


def test_a_step_without_rules_is_one_sentence():
    result = CliRunner().invoke(main, ["rules", "cooking"])
    assert result.exit_code == 2
    assert "no rules of 'cooking' to print; the steps are cleaning, stance, " in result.output

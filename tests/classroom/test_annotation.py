"""The annotation tool: every answer is on disk at once, and nothing that was answered is lost."""

from __future__ import annotations

import doctest
import re

import ipywidgets
import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from copydesk.classroom.annotation import (
    STANCES,
    Annotation,
    LabelError,
    annotate,
    label,
    label_file,
    labelling,
    labels,
)
from copydesk.classroom.rendering import Reply
from copydesk.corpus import ROOT, load_gold
from copydesk.language.sentences import split_sentences
from copydesk.tone import score_sentences

TEXTS = ["The talks began.", "Kabul <did> nothing & left.", "He “hoped” for more.", "They ended."]
QUESTION = "For or against Kabul?"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder where the notebook runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tool(file="mine.csv", sentences=TEXTS, **options):
    made = annotate(sentences, QUESTION, STANCES, file, **options)
    assert isinstance(made, Annotation), made
    return made


def press(made, choice):
    made.choices[STANCES.index(choice)].click()


def chosen(made):
    return [button.description[2:] for button in made.choices if button.description[0] == "●"]


def said(made):
    return re.sub(r"<[^>]+>", "", made.status.value)


def content(folder, name="mine.csv"):
    return (folder / name).read_text(encoding="utf-8")


def test_a_name_alone_lies_where_the_notebook_runs_and_stays_there(folder, monkeypatch):
    made = tool()
    (folder / "deeper").mkdir()
    monkeypatch.chdir(folder / "deeper")
    press(made, "for")
    assert (folder / "mine.csv").exists()
    label("mine.csv", 1, "against")
    assert content(folder / "deeper").endswith("1,against,\n")
    assert content(folder).endswith("1,for,\n")


def test_another_kind_of_file_is_left_as_it_is_and_the_notebook_goes_on(folder):
    other = "country,year,killed\nPakistan,2023,1524\n"
    (folder / "mine.csv").write_text(other, encoding="utf-8")
    reply = annotate(TEXTS, QUESTION, STANCES, "mine.csv")
    assert isinstance(reply, Reply)
    assert "another kind of file" in reply.message
    assert content(folder) == other


def test_an_answer_is_on_disk_at_once(folder):
    made = tool()
    assert not (folder / "mine.csv").exists(), "looking is not labelling"
    press(made, "against")
    assert content(folder) == "sentence,choice,note\n1,against,\n"
    assert said(made) == "Sentence 1: against. Saved in mine.csv. Labelled 1 of 4."
    made.previous.click()
    assert chosen(made) == ["against"]
    press(made, "cannot tell")
    assert chosen(made) == ["cannot tell"]
    assert said(made) == "Saved in mine.csv. Labelled 1 of 4."
    assert labels("mine.csv")["choice"].tolist() == ["cannot tell"]


def test_a_note_is_saved_with_its_sentence_and_stays_there():
    made = tool()
    made.note.value = "  who says so?  "
    assert labels("mine.csv").to_dict("records") == [
        {"sentence": 1, "choice": "", "note": "who says so?"}
    ]
    assert "Labelled 0 of 4." in said(made)
    press(made, "for")
    assert made.note.value == ""
    made.previous.click()
    assert made.note.value == "who says so?"
    assert len(labels("mine.csv")) == 1


def test_next_previous_and_the_first_unlabelled():
    made = tool()
    press(made, "for")
    made.next.click()
    assert "Sentence 3 of 4." in made.sentence.value
    press(made, "for")
    made.first_unlabelled.click()
    assert "Sentence 2 of 4." in made.sentence.value
    made.previous.click()
    made.previous.click()
    assert "Sentence 1 of 4." in made.sentence.value
    assert said(made) == "This is the first sentence. Labelled 2 of 4."
    for _ in range(5):
        made.next.click()
    assert said(made) == "This is the last sentence. Labelled 2 of 4."


def test_it_goes_on_at_the_first_sentence_without_a_label():
    first = tool()
    press(first, "for")
    press(first, "against")
    again = tool()
    assert "Sentence 3 of 4." in again.sentence.value
    assert said(again) == "Labelled 2 of 4."
    for number in (3, 4):
        label("mine.csv", number, "for")
    done = tool()
    assert "Sentence 1 of 4." in done.sentence.value
    assert said(done) == "Labelled 4 of 4."
    assert chosen(done) == ["for"]
    done.first_unlabelled.click()
    assert "Sentence 1 of 4." in done.sentence.value


def test_two_runs_of_the_cell_do_not_fight():
    one, other = tool(), tool()
    press(one, "for")
    one.previous.click()
    one.note.value = "of the first"
    other.next.click()
    press(other, "against")
    assert "Labelled 2 of 4." in said(other)
    for _ in range(2):
        other.previous.click()
    assert chosen(other) == ["for"]
    assert other.note.value == "of the first"
    press(other, "neither")
    label("mine.csv", 4, "for")
    press(one, "neither")
    assert labels("mine.csv").to_dict("list") == {
        "sentence": [1, 2, 4],
        "choice": ["neither", "against", "for"],
        "note": ["of the first", "", ""],
    }
    assert "Labelled 3 of 4." in said(one)


def test_the_keyboard_is_on_the_choices_where_a_label_is_missing(monkeypatch):
    sent = []
    monkeypatch.setattr(ipywidgets.Button, "focus", lambda self: sent.append(self.description))
    made = tool()
    press(made, "for")
    assert sent == ["○ against"]
    made.previous.click()
    assert len(sent) == 1, "in a second reading it stays on the button"
    press(made, "neither")
    assert len(sent) == 1


def test_every_control_has_a_name_and_says_its_state_in_words():
    made = tool()
    press(made, "for")
    made.previous.click()
    assert [button.description for button in made.choices] == [
        "○ against",
        "○ neither",
        "● for",
        "○ cannot tell",
    ]
    assert made.choices[2].tooltip == f"{QUESTION} for. Chosen."
    assert made.choices[0].tooltip == f"{QUESTION} against. Not chosen."
    for control in (made.next, made.previous, made.first_unlabelled, made.note):
        assert control.description
        assert control.tooltip
    assert '<div role="status"' in made.status.value
    assert 'aria-live="polite"' in made.sentence.value


def test_the_sentence_stands_between_its_neighbours_and_is_no_markup():
    made = tool()
    assert "Before:" not in made.sentence.value
    assert "After: Kabul &lt;did&gt; nothing &amp; left." in made.sentence.value
    made.next.click()
    assert "Before: The talks began." in made.sentence.value
    assert "</strong> Kabul &lt;did&gt; nothing &amp; left.</p>" in made.sentence.value
    assert "Before" not in tool(context=0).sentence.value
    wide = tool(context=9)
    assert "more. They ended." in wide.sentence.value


def test_sentences_come_in_many_forms():
    text = "He left. She stayed."
    gold = load_gold("sentences", "minister_wire")
    for sentences, number in (
        (split_sentences(text), 1),
        (score_sentences(text), 1),
        (pd.Series(TEXTS), 1),
        (tuple(TEXTS), 1),
        (gold, 1),
        (gold[gold["sentence"].isin([5, 6])], 5),
        ({7: "He left.", 3: "She stayed."}, 3),
    ):
        assert f"Sentence {number} " in tool(sentences=sentences).sentence.value


def test_only_true_neighbours_are_shown():
    made = tool(sentences={3: "She stayed.", 7: "He left."})
    assert "After" not in made.sentence.value
    assert "Sentence 3 (1 of 2)." in made.sentence.value


def test_a_label_that_is_no_choice_is_kept_and_counts_as_missing(folder):
    label("mine.csv", 1, "agianst")
    made = tool()
    assert chosen(made) == []
    assert 'the label "agianst" here, which is not among the choices' in made.status.value.replace(
        "&quot;", '"'
    )
    assert "Labelled 0 of 4." in said(made)
    made.next.click()
    press(made, "for")
    assert "1,agianst," in content(folder)


def test_a_broken_file_does_not_stop_the_tool_and_costs_no_label(folder):
    (folder / "mine.csv").write_text("sentence,choice,note\n1,for,\ntwo,for,\n", "utf-8")
    made = tool()
    assert "mine_broken_1.csv" in said(made)
    assert "Labelled 1 of 4." in said(made)
    press(made, "against")
    (folder / "mine.csv").write_text("sentence,choice,note\n1,f", encoding="utf-8")
    made.next.click()
    press(made, "neither")
    assert labels("mine.csv")["choice"].tolist() == ["for", "against", "neither"]
    assert (folder / "mine_broken_2.csv").exists()


def test_an_answer_that_cannot_be_written_waits_and_is_not_lost(folder):
    made = tool()
    press(made, "for")
    ours = content(folder)
    (folder / "mine.csv").write_text("another,table\n1,2\n", encoding="utf-8")
    press(made, "against")
    made.note.value = "why"
    assert said(made).startswith("NOT SAVED. mine.csv is another kind of file")
    assert "Saved in" not in said(made)
    assert chosen(made) == ["against"]
    (folder / "mine.csv").write_text(ours, encoding="utf-8")
    made.next.click()
    assert content(folder) == "sentence,choice,note\n1,for,\n2,against,why\n"


def test_a_disk_that_refuses_is_said(folder, monkeypatch):
    def refuse(path, content):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(label_file, "write_whole", refuse)
    made = tool()
    press(made, "for")
    assert said(made).startswith("NOT SAVED. mine.csv cannot be written: Permission denied.")
    with pytest.raises(LabelError, match="cannot be written"):
        label("mine.csv", 1, "for")
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("One text. Two.", QUESTION, STANCES, "mine.csv"), "split_sentences"),
        (([], QUESTION, STANCES, "mine.csv"), "no sentences"),
        ((3, QUESTION, STANCES, "mine.csv"), "a list of texts"),
        ((["a", 3], QUESTION, STANCES, "mine.csv"), "Sentence 2 is not a text: 3"),
        ((pd.DataFrame({"a": [1]}), QUESTION, STANCES, "mine.csv"), "needs the columns"),
        (
            (pd.DataFrame({"sentence": [1, 1], "text": ["a", "b"]}), QUESTION, STANCES, "m.csv"),
            "Two sentences have the number 1",
        ),
        ((TEXTS, " ", STANCES, "mine.csv"), "question is empty"),
        ((TEXTS, QUESTION, "for", "mine.csv"), "choices is a list"),
        ((TEXTS, QUESTION, None, "mine.csv"), "choices is a list"),
        ((TEXTS, QUESTION, ["for"], "mine.csv"), "At least two"),
        ((TEXTS, QUESTION, ["for", ""], "mine.csv"), "is empty"),
        ((TEXTS, QUESTION, ["for", "for "], "mine.csv"), "stands in the list twice"),
        ((TEXTS, QUESTION, STANCES, "mine.txt"), "does not end in .csv"),
        ((TEXTS, QUESTION, STANCES, None), "needs a name"),
        ((TEXTS, QUESTION, STANCES, "mine.csv", -1), "context is the number"),
    ],
)
def test_bad_input_of_the_tool_is_one_reply_and_the_notebook_goes_on(folder, arguments, message):
    reply = annotate(*arguments)
    assert isinstance(reply, Reply)
    assert message in reply.message
    assert "\n" not in repr(reply)
    assert not list(folder.iterdir())


def test_the_dots_of_an_unfinished_cell_are_no_mistake():
    assert annotate(TEXTS, ..., STANCES, "mine.csv").state == "not attempted"


def test_its_plain_text_is_whole_and_the_same_whatever_the_file_holds():
    made = tool()
    text = (
        "Annotation tool for 4 sentences: against, neither, for, cannot tell. Run the cell to use "
        'it. By plain calls: label("mine.csv", 1, "against") and labels("mine.csv").'
    )
    assert made._repr_mimebundle_()["text/plain"] == text == repr(made)
    assert "application/vnd.jupyter.widget-view+json" in made._repr_mimebundle_()
    press(made, "for")
    assert repr(tool()) == text


@pytest.mark.thorough
def test_a_notebook_runs_through_without_a_browser_and_goes_on_after_a_restart(folder):
    cells = [
        "from copydesk.classroom.annotation import STANCES, agreement, annotate, label, labels",
        f'tool = annotate({TEXTS!r}, "Who?", STANCES, "mine.csv")\ntool',
        'tool.choices[0].click(); tool.next.click(); print(labels("mine.csv")["sentence"].max())',
        'label("mine.txt", 1, "for")',
    ]
    outputs = []
    for _ in range(2):  # each time in a kernel of its own
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
        notebook.cells[-1].metadata["tags"] = ["raises-exception"]
        resources = {"metadata": {"path": str(folder)}}
        env_cells = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
        notebook.cells.insert(0, nbformat.v4.new_code_cell(env_cells))
        NotebookClient(notebook, timeout=60, kernel_name="python3", resources=resources).execute()
        shown = notebook.cells[2].outputs[0]["data"]["text/plain"]
        outputs.append((shown, notebook.cells[3].outputs[0]["text"].strip()))
        assert notebook.cells[4].outputs[0]["traceback"] == [
            "'mine.txt' does not end in .csv; labels are kept in a CSV file."
        ]
    assert outputs[0][0] == outputs[1][0]
    assert [last for _, last in outputs] == ["1", "2"]


def test_the_examples_in_the_documentation_run():
    outcome = doctest.testmod(labelling, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_a_first_choice_goes_on_to_the_next_sentence_without_a_label(folder):
    label("mine.csv", 2, "for")
    made = tool()
    press(made, "against")
    assert "Sentence 3 of 4." in made.sentence.value
    made.next.click()
    press(made, "for")
    assert "Sentence 3 of 4." in made.sentence.value, "what was passed over comes last"
    press(made, "neither")
    assert "Sentence 3 of 4." in made.sentence.value, "with all labelled, it stays"
    assert said(made) == "Saved in mine.csv. Labelled 4 of 4."
    press(made, "for")
    assert "Sentence 3 of 4." in made.sentence.value, "a second thought stays where it is"
    assert labels("mine.csv")["choice"].tolist() == ["against", "for", "for", "for"]

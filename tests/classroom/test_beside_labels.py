"""One line points a step at another story, and the labels of that story follow."""

import pytest

from copydesk.article import read_article
from copydesk.classroom.beside_labels import beside_labels
from copydesk.corpus import load_article, story_names


@pytest.mark.parametrize("name", ["minister_wire", *story_names()])
@pytest.mark.parametrize("step", ["cleaning", "stance", "claims", "verification"])
def test_a_step_stands_beside_the_labels_of_its_own_story(step, name, capsys):
    beside_labels(load_article(name), step)
    head, *rows = capsys.readouterr().out.splitlines()
    said, _, count = head.rpartition(": ")
    assert said == f"Places where the desk and the labels of {name} differ"
    assert int(count) == len(rows)


def test_a_place_where_the_two_differ_is_named(capsys):
    beside_labels(load_article("housing_wire"), "claims")
    said = capsys.readouterr().out
    assert "- 210: in the labels alone" in said
    beside_labels(load_article("border_live"), "cleaning")
    assert "the labels call it" in capsys.readouterr().out


def test_a_story_without_labels_and_a_step_that_is_none(capsys):
    beside_labels(read_article("A headline\n\nA mayor spoke of 7 boats.\n"), "claims")
    assert "Nobody has made labels" in capsys.readouterr().out
    beside_labels(load_article("minister_wire"), "spelling")
    assert "The steps are" in capsys.readouterr().out


def test_a_speaker_is_set_beside_a_label_by_the_words_of_the_sentence(capsys):
    # A person dropped more lines of this page than the desk does, so the numbers part.
    beside_labels(load_article("thinktank_summary"), "stance")
    assert capsys.readouterr().out.strip().endswith("thinktank_summary differ: 0")
    beside_labels(load_article("housing_wire"), "stance")
    assert "- “For Uganda it has 50 million people in 2024 and …”: the labels alone have a" in (
        capsys.readouterr().out
    )

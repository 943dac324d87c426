"""A learner's copies: made once, never replaced."""

import json

from copydesk.classroom.lab import prepare_work


def notebook(digest, source="1 + 1"):
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []}]
    return json.dumps({"cells": cells, "metadata": {"copydesk": {"digest": digest}}})


def kit(tmp_path, digest="first"):
    for kind in ("notebooks", "exercises"):
        (tmp_path / kind).mkdir(exist_ok=True)
        (tmp_path / kind / "01_article.ipynb").write_text(notebook(digest), encoding="utf-8")
    return tmp_path


def test_every_notebook_is_copied_once(tmp_path):
    root = kit(tmp_path)
    (sentence,) = prepare_work(root)
    assert "Copied 2 notebooks" in sentence
    assert (root / "work" / "exercises" / "01_article.ipynb").exists()
    assert prepare_work(root) == []


def test_an_answer_is_never_replaced_and_a_newer_edition_is_announced(tmp_path):
    root = kit(tmp_path)
    prepare_work(root)
    mine = root / "work" / "exercises" / "01_article.ipynb"
    mine.write_text(notebook("first", "my answer"), encoding="utf-8")
    kit(tmp_path, "second")
    sentences = prepare_work(root)
    assert len(sentences) == 2
    assert all("newer edition" in sentence for sentence in sentences)
    assert "my answer" in mine.read_text(encoding="utf-8")


def test_a_copy_that_is_no_notebook_any_more_is_kept(tmp_path):
    root = kit(tmp_path)
    prepare_work(root)
    mine = root / "work" / "notebooks" / "01_article.ipynb"
    mine.write_text("half a file", encoding="utf-8")
    (sentence,) = prepare_work(root)
    assert "kept" in sentence
    assert mine.read_text(encoding="utf-8") == "half a file"

"""A survey and a marking on a Dask cluster: the same rows and marks as on one computer.

Dask is no part of a class. ``pip install distributed`` beside the kit.
"""

import json

import pytest

from copydesk.classroom.hand_in import mark_class
from copydesk.classroom.hand_in.confinement import why_not
from copydesk.classroom.many import cluster
from copydesk.classroom.survey import opened, survey
from copydesk.corpus import ROOT

distributed = pytest.importorskip("distributed", reason="distributed is not beside the kit")
pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def address():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0"
    ) as two_workers:
        yield two_workers.scheduler_address


def tables(folder, **how):
    with opened(folder) as store:
        survey(ROOT / "data/articles", store, **how)
        return {path.name: path.read_bytes() for path in store.write_tables(folder)}


def test_a_survey_on_a_cluster_has_the_rows_of_one_computer(tmp_path, address):
    there = tables(tmp_path / "there", scheduler=address)
    assert there == tables(tmp_path / "here", workers=2)
    assert there["articles.csv"].count(b"\n") > 10


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be confined")
def test_a_class_marked_on_a_cluster_has_the_marks_of_one_computer(tmp_path, address):
    answers = {"Ana": "return True", "Bo": "return len(line.split()) >= 5", "Cem": "open('/etc')"}
    for learner, answer in answers.items():
        source = f"def keep_line(line): {answer}"
        path = tmp_path / "learners" / learner / "02_cleaning.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": source}]}))
    (tmp_path / "learners/Ana/03_tone.ipynb").write_text("{")
    here = {(new.learner, new.lesson): new for new, _ in mark_class(tmp_path, {})}
    with cluster(address) as (pool, workers):
        again = list(mark_class(tmp_path, {}, again=True, pool=pool, workers=workers))
    assert workers == 2
    assert len(again) == 4
    for new, old in again:
        assert new == old == here[new.learner, new.lesson]

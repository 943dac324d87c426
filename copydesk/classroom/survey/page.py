"""The corpus on one page: its outlets, labels, figures and contradictions."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from copydesk import __version__
from copydesk.charts import Chart
from copydesk.classroom.survey.pictures import counted
from copydesk.classroom.survey.readings import Value
from copydesk.classroom.survey.store import Store
from copydesk.corpus.files import write_whole
from copydesk.verification import LABELS

PAGE = "survey.html"
MOST_ROWS = 100
"""Rows of one table on the page; the files have all of them."""

_OUTLET = "CASE outlet WHEN '' THEN 'not named' ELSE outlet END"
_OUTLETS = f"""
    SELECT {_OUTLET} AS name, count(*), sum(words), sum(figures), sum(contradicted),
        sum(places_that_part), sum(labels_in_own_voice), round(avg(mean_vader), 2)
    FROM articles GROUP BY name ORDER BY count(*) DESC, name
"""
_WORDS = """
    SELECT label, effect, sum(own_voice), sum(1 - own_voice), count(DISTINCT id)
    FROM labels GROUP BY label, effect ORDER BY count(*) DESC, label
"""
_MEASURES = """
    SELECT CASE measure WHEN '' THEN 'not named' ELSE measure END AS name, count(*),
        sum(verdict = 'supported'), sum(verdict = 'contradicted'),
        sum(verdict = 'depends on definition'), sum(verdict = 'cannot tell')
    FROM figures GROUP BY name ORDER BY count(*) DESC, name
"""
_AGAINST_RECORD = """
    SELECT file, sentence, because FROM figures JOIN files ON files.id = figures.id
    WHERE verdict = 'contradicted' ORDER BY file, figures.rowid LIMIT ?
"""
_AGAINST_ITSELF = """
    SELECT file, first, second, because FROM contradictions c JOIN files ON files.id = c.id
    ORDER BY file, c.rowid LIMIT ?
"""
_BAD = "SELECT file, problem FROM files WHERE problem != '' ORDER BY file LIMIT ?"
_SAME = """
    SELECT count(*), sum(n) FROM (SELECT count(*) AS n FROM articles
    WHERE headline IS NOT NULL GROUP BY headline, words HAVING count(*) > 1)
"""


def write_page(folder: Path, store: Store, name: str, endings: Mapping[str, int]) -> Path:
    """Write the page about a corpus.

    Parameters
    ----------
    folder : Path
        Where the page goes.
    store : Store
        The rows.
    name : str
        What the corpus is called.
    endings : mapping of str to int
        How many files were no articles, by the end of their names.

    Raises
    ------
    OSError
        The page cannot be written.
    """
    environment = Environment(
        loader=PackageLoader("copydesk.classroom", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("survey.html.j2")
    path = folder / PAGE
    write_whole(path, template.render(version=__version__, **_values(store, name, endings)))
    return path


def _values(store: Store, name: str, endings: Mapping[str, int]) -> dict[str, Any]:
    outlets, words = store.select(_OUTLETS), store.select(_WORDS)
    verdicts = {
        label: _number(store.select("SELECT count(*) FROM figures WHERE verdict = ?", label))
        for label in LABELS
    }
    counts = {table: store.count(table) for table in ("articles", "sentences", "figures", "labels")}
    against = {"record": verdicts["contradicted"], "itself": store.count("contradictions")}
    ((groups, same),) = store.select(_SAME)
    return {
        "name": name,
        "counts": counts,
        "against": against,
        "outlets": outlets[:MOST_ROWS],
        "words": words[:MOST_ROWS],
        "measures": store.select(_MEASURES)[:MOST_ROWS],
        "record": store.select(_AGAINST_RECORD, MOST_ROWS),
        "itself": store.select(_AGAINST_ITSELF, MOST_ROWS),
        "bad": store.select(_BAD, MOST_ROWS),
        "bad_count": store.count_bad(),
        "same": (int(groups or 0), int(same or 0)),
        "endings": sorted(endings.items()),
        "most": MOST_ROWS,
        "labels": LABELS,
        "charts": {
            kind: (chart.description, "data:image/svg+xml;base64," + _base64(chart))
            for kind, chart in _charts(name, outlets, words, verdicts, counts).items()
        },
    }


def _charts(
    name: str,
    outlets: Sequence[tuple[Value, ...]],
    words: Sequence[tuple[Value, ...]],
    verdicts: Mapping[str, int],
    counts: Mapping[str, int],
) -> dict[str, Chart]:
    """Draw what there is: a corpus without labels has no chart of labels."""
    charts = {}
    if outlets:
        rows = [(str(row[0]), _int(row[1]), 0) for row in outlets]
        title = (
            f"Articles: {counts['articles']:,}; outlets: {len(rows):,}; "
            f"the most of one outlet: {rows[0][1]:,}"
        )
        charts["outlets"] = counted(rows, title, ("articles", ""), "Articles", name)
    if words:
        rows = [(f"{row[0]} ({row[1]})", _int(row[2]), _int(row[3])) for row in words]
        own = sum(row[1] for row in rows)
        title = f"{own:,} of {counts['labels']:,} labels are in the outlet's own voice"
        kinds = ("in the outlet's own voice", "in the words of a speaker")
        charts["words"] = counted(rows, title, kinds, "Labels", name)
    if counts["figures"]:
        rows = [(label, count, 0) for label, count in verdicts.items()]
        title = f"{verdicts['cannot tell']:,} of {counts['figures']:,} figures: cannot tell"
        charts["figures"] = counted(rows, title, ("figures", ""), "Figures", name)
    rows = [(str(row[0]), _int(row[4]), _int(row[5])) for row in outlets]
    rows = sorted((row for row in rows if row[1] + row[2]), key=lambda row: -row[1] - row[2])
    if rows:
        found = sum(row[1] + row[2] for row in rows)
        title = f"Contradictions found: {found:,}; the most in one outlet: {sum(rows[0][1:]):,}"
        kinds = ("figure against the reference", "story against itself")
        charts["contradictions"] = counted(rows, title, kinds, "Contradictions", name)
    return charts


def _base64(chart: Chart) -> str:
    return base64.b64encode(chart.svg()).decode("ascii")


def _number(rows: Sequence[tuple[Value, ...]]) -> int:
    return _int(rows[0][0])


def _int(value: Value) -> int:
    return int(value or 0)

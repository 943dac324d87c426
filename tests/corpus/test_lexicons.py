"""A row of a table that goes missing is noticed, although its example goes with it."""

import re

import pandas as pd

from copydesk.corpus import ROOT

FOLDER = ROOT / "data" / "lexicons"


def test_the_readme_gives_the_number_of_rows_of_each_table():
    written = re.findall(r"^\| `(\w+\.csv)` \| (\d+) \|", (FOLDER / "README.md").read_text(), re.M)
    rows = {path.name: len(pd.read_csv(path)) for path in FOLDER.glob("*.csv")}
    said = {name: int(number) for name, number in written}
    wrong = [
        f"data/lexicons/README.md says {said.get(name)} rows for {name}; there are {rows.get(name)}"
        for name in sorted(said.keys() | rows.keys())
        if said.get(name) != rows.get(name)
    ]
    assert wrong == []

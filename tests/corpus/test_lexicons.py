"""A row of a table that goes missing is noticed, although its example goes with it."""

import re

import pandas as pd

from copydesk.corpus import ROOT

FOLDER = ROOT / "data" / "lexicons"


def test_the_readme_gives_the_number_of_rows_of_each_table():
    written = re.findall(r"^\| `(\w+\.csv)` \| (\d+) \|", (FOLDER / "README.md").read_text(), re.M)
    rows = {path.name: len(pd.read_csv(path)) for path in FOLDER.glob("*.csv")}
    assert {name: int(number) for name, number in written} == rows

"""The summary of a report counts in words: none, one, and several pairs."""

from dataclasses import replace

import pytest

from copydesk.report import analyse

TWO = "Thefts rose from 300 to 400, a rise of {} per cent."


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((33, 50), "1 pair of places fits, 1 does not."),
        ((33, 33), "2 pairs of places fit, 0 do not."),
        ((50, 50), "0 pairs of places fit, 2 do not."),
        ((33,), "1 pair of places fits, 0 do not."),
        ((50,), "0 pairs of places fit, 1 does not."),
    ],
)
def test_pairs_of_places_are_counted_in_words(changes, says):
    reports = {
        change: analyse(f"Harbour notes\n\nBy Ana Example\n\n{TWO.format(change)}")
        for change in changes
    }
    rows = tuple(reports[change].consistency[0] for change in changes)
    report = replace(reports[changes[0]], consistency=rows)
    assert says in report.to_text()

"""Each alternative in a pattern of the checks is needed by an example."""

import pytest
from test_consistency_limits import found


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a record, and how far it reaches back
        *[
            (f"The port had 300 thefts in 2021, {span}. In {year} it had 390 thefts.", [False])
            for year, span in [
                (2018, "a ten-year record"),
                (2018, "a ten-year high"),
                (1999, "the highest number since 1999"),
                (1998, "the highest number ever"),
                (1998, "the highest number on record"),
                (1998, "the highest number in its history"),
                (1998, "the highest number in the history of the town"),
            ]
        ],
        # a day of the week and its date
        *[(f"The port was shut on Monday, {day} May 2024.", [False]) for day in ("1st", "2nd")],
        *[(f"The port was shut on Monday, {day} May 2024.", [False]) for day in ("3rd", "4th")],
        *[(f"The port was shut on Monday, May {day}, 2024.", [False]) for day in ("1st", "2")],
        ("The port was shut on Monday, 3 May 1999.", [True]),
        # a rate
        *[
            (
                f"The city of 2 million {people} had 50 murders last year, 4.5 {per} 100,000.",
                [False],
            )
            for people in ("people", "inhabitants", "residents")
            for per in ("per", "for every", "in every", "for each")
        ],
        # a level and another
        ("Thefts in the port fell to 400 in June from 300 in May.", [False]),
        *[
            (f"Thefts in the port rose 30{unit} to 400 from 300 in May.", [False])
            for unit in ("%", " per cent", " percent", "pc")
        ],
        # parts of a total
        ("The port had 300 thefts: 180 by day, 110 by night in all.", [False]),
        *[
            (f"Of {whole}300 thefts, 180 were by day and 110 by night.", [False])
            for whole in ("", "the ", "all ", "its ")
        ],
        ("The flood hurt eight people, five of them women and two of them children.", [False]),
        ("The flood hurt eight people, five of them women and two boys.", [False]),
        *[
            (
                "Storms hurt 412 people in the north. With 371 people hurt in the south, that "
                f"{verb} {article}total to 900 people hurt.",
                [False],
            )
            for verb in ("brought", "brings", "bringing", "making", "makes")
            for article in ("the ", "a ", "")
        ],
        *[
            (f"The flood hurt seven people, {among} nine children.", [False])
            for among in ("including", "among them", "of whom")
        ],
        # a list that may be longer than its figures
        *[
            (f"The fire at the harbour killed 100 people: 50 men, 40 women and {more}.", rows)
            for more, rows in [
                ("one child", [False]),
                ("a child", []),
                ("an old man", []),
                ("another child", []),
                ("other people", []),
                ("several children", []),
                ("some children", []),
            ]
        ],
        *[
            (
                "The mud buried 16 people, who are missing. Rain fell. "
                f"The {noun} of missing people was down from 13.",
                [False],
            )
            for noun in ("number", "count", "total")
        ],
        # a change, and by how much
        *[
            (f"Thefts rose from 300 to 400, a rise {by} 50 per cent.", [False])
            for by in ("of", "by")
        ],
        ("The port had 200 thefts in 1998 and 300 in 1999: up 30 per cent.", [False]),
        ("The port had 200 thefts in 1999 and 300 in 2000: up 30 per cent.", [False]),
        # a part and its share
        *[
            (f"The court heard 60 of {whole}300 cases{share}.", [False])
            for whole in ("", "the ", "its ")
            for share in (", or 30 per cent", " (30 per cent)")
        ],
        *[
            (f"The court heard 30 per cent of the cases{mark}60 of {whole}300.", [False])
            for mark in (", or ", ": ", " (")
            for whole in ("", "the ")
        ],
        *[
            (f"Some 40 per cent of {whole}300 cases, or 60, were heard.", [False])
            for whole in ("", "the ", "its ")
        ],
        *[
            (f"Of {whole}300 thefts, 150{share} were solved.", [False])
            for whole in ("", "the ", "its ")
            for share in (", or 40 per cent,", " (40 per cent)")
        ],
    ],
)
def test_an_alternative_is_read(text, rows):
    assert found(text) == rows

"""Each alternative of a pattern that judges words is needed by an example, and finds it."""

import re

import pytest

from copydesk.exercises import charts, report, tone, verification

FACTS = dict(charts._FACTS)
EDITIONS = """2024-12-30; 30 december 2024; 30th of dec. 2024; 30 dec 2024; 30th dec, 2024;
    december 30, 2024; december 30th, 2024; dec. 30 2024; dec 30, 2024; 30/12/2024; 30.12.2024"""
FOUND = [
    (
        charts._LOUD,
        """alarming; bloody; carnage; catastrophic; dramatic; exploded; horrific; killing field;
        killing fields; massacre; nightmare; plummeted; plunged; shocking; skyrocketed; slaughter;
        soared; spectacular; staggering; surged; terrifying; tragic""",
    ),
    (
        FACTS["the kind of picture"],
        """line chart; line-chart; line graph; line plot; line diagram; a line; one line;
        a thin line; one broken line; dot; dots""",
    ),
    (
        FACTS["what is counted, and where"],
        "deaths in pakistan; killed in pakistan; in pakistan 3 died; pakistan: fatalities",
    ),
    (FACTS["who counted"], "by pips; pak institute for peace studies"),
    (FACTS["where the axis begins"], "from zero; at zero; with zero; from 0"),
    (
        FACTS["the source with a date"],
        """source: pips 2025; edition of 2025; editions to 2025; report of 2025; reports to 2025;
        source: pips 2014-01; source: pips, january 2014""",
    ),
    (report._EDITION, EDITIONS),
    (
        report._NAMED,
        """victims; martyrs; innocents; terrorists; terror deaths; terror-death; terror dead;
        terrorist fatalities; 2546 civilians; 2,546 militants; 2,546 of the outlaws; 2,546 soldiers;
        2,546 terrorist; 2,546 insurgents""",
    ),
    (
        report._TASTE,
        """i like it; i love it; i hate it; i enjoy it; i do not like it; i don't like it;
        i really like it; boring""",
    ),
    (
        tone._GONE,
        """destroyed; demolished; dismantled; removed; pulled down; raze; razed; razing; levelled;
        taken apart; gone; wrecked; ruined; blew up; blown up; collapsed; the end of; disappeared;
        cleared; knocked over; scrapped; in pieces; lost""",
    ),
    (
        tone._NOT,
        """didn't; didn’t; not; never; no; none; nobody; nothing; failed; will; may; might; could;
        would; plan; plans; planned; want; wanted; hope; hoped; cannot""",
    ),
    (
        verification._OUT,
        """no; not; without; apart; excluded; left; leave; leaves; alone; only; except""",
    ),
]


@pytest.mark.parametrize(("pattern", "examples"), FOUND)
def test_a_pattern_finds_each_of_its_examples(pattern, examples):
    texts = [" ".join(text.split()) for text in examples.split(";")]
    assert [text for text in texts if not re.search(pattern, text)] == []


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in FOUND])
def test_a_pattern_leaves_other_words_alone(pattern):
    assert not re.search(pattern, "the council met in the town hall on monday")


@pytest.mark.parametrize(
    "text", ["your work", "yours", "you're late", "lazy", "careless", "stupid", "sloppy"]
)
def test_a_reason_that_speaks_of_the_writer_is_seen(text):
    assert report._PERSON.search(text)

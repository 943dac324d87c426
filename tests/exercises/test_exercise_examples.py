"""What the exercises read in words: each reader finds its examples, and leaves others alone."""

import ast
import doctest
import importlib
import re
from pathlib import Path

import pytest

from copydesk.exercises import acts, charts, described, report, stance, verification, words
from copydesk.exercises.acts import act_on, is_done, others_act

MODULES = ("acts", "described", "words")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_are_true(name):
    outcome = doctest.testmod(importlib.import_module(f"copydesk.exercises.{name}"))
    assert outcome.failed == 0


def listed(text):
    return [" ".join(one.split()) for one in text.split(";")]


FOUND = [
    (
        words._LOUD,
        """alarming; appalling; awful; bloodbath; bloody; bloodshed; butchered; carnage;
        catastrophic; chilling; dramatic; devastating; exploded; frightening; ghastly; grim;
        grisly; gruesome; heartbreaking; horrific; killing field; killing fields; massacre;
        mayhem; nightmare; plummeted; plunged; sad; sadly; saddening; savage; scary; shocking;
        skyrocketed; slaughter; soared; spectacular; staggering; surge; surged; surges;
        surging; terrible; terribly; terrifying; thankfully; fortunately; unfortunately;
        tragic; worrying; hopefully; encouraging; brutal; barbaric; hell; hellish; monstrous;
        bloodiest; scarily""",
    ),
    (
        described._LINE,
        """line chart; line-chart; linechart; line graph; line plot; line diagram; a line; one
        line; a thin line; one thin broken line; this line; a single line; dot; dots; curve;
        time series""",
    ),
    (
        described._GAP,
        """a gap; missing; the table misses it; absent; blank; a hole; without a dot; lacks;
        lacking; empty; unavailable; unknown; broken; breaks; break; interrupted; stops; stop;
        skips; omitted; left out; leaves out; leave out; n/a; not available; not known; not in
        it; not given; not held; not printed; not published; not reported; not recorded; not
        counted; not there; not shown; not drawn; not exist; not included; not have; not
        listed; not yet known; does not; did not; has none; is none; nothing; doesn't; isn't;
        didn't; except""",
    ),
    (
        described._NO_COUNT,
        """no figure; no number; no data; no value; no count; no total; no entry; no entries;
        no point; no dot; no marker; no record; no report; no information; no statistics; no
        line; no death figure""",
    ),
    (
        described._NONE_KILLED,
        """nobody; no one; noone; no people; no person; no deaths; no attacks; no victims; no
        fatalities; none was; none were; zero; not a single; 0 deaths; 0 killed; 0 people;
        without deaths; without any attacks; peaceful""",
    ),
    (
        report._NAMED,
        """victims; martyrs; innocents; terrorists; terror deaths; terror-death; terror dead;
        terrorist fatalities; 2546 civilians; 2,546 militants; 2,546 of the outlaws; 2,546
        soldiers; 2,546 terrorist; 2,546 insurgents""",
    ),
    (
        report._TASTE,
        """i like it; i love it; i hate it; i enjoy it; i prefer it; i do not like it; i don't
        like it; i really like it; boring; ugly; annoying; stupid""",
    ),
    (
        report._PERSON,
        """your work; yours; you're late; you did not look; lazy; careless; stupid; sloppy;
        silly; dumb; idiotic; incompetent; ignorant; foolish; liar; lying; dishonest; he did
        it; she is wrong; he was; she has; he should; he must; she forgot; she made""",
    ),
    (
        report._VAGUE_STEP,
        """make it better; please do this again; write that right; make the line good; do the
        report again; be careful; be more careful next time; try again; nothing to do""",
    ),
    (
        report._FROM_THE_LINE,
        """scroll; story; stories; strike; the guides; read; below; you; site; next; wait;
        link; button; click; navigation; advert; promotes; promo; teaser; user; visitor;
        audience; instruction; invites; news; report; journalism; article; fact; text""",
    ),
    (
        verification._NOT_2019,
        """not 2019; not the year 2019; not for 2019; not of 2019; not in 2019; without 2019;
        except 2019; 2019 would not; 2019 does not; 2019 will not; 2019 cannot; 2019 can not;
        2019 couldn't; 2019 could not""",
    ),
    (
        verification._REPORT_ON_2023,
        """report on the year 2023; 2023 security report; the 2024 edition; edition of 2024""",
    ),
    (
        words._OUT,
        """no; not; nor; never; neither; without; apart; excluded; left; leaves; alone; only;
        except; omits; ignores; separately; elsewhere; own; outside; instead of; rather than;
        minus; missing; lacks; distinct; another; other; beside; skips; dropped; solely; just;
        differ; isn't""",
    ),
    (
        words._DEAD,
        """death; deaths; dead; killed; die; died; dies; dying; fatality; fatalities; lives; kills;
        killings""",
    ),
    (
        words._OTHER_COUNTS,
        """injured; wounded; hurt; attack; attacks; incident; incidents; casualty; casualties;
        arrest; arrests""",
    ),
    (
        words._WITH,
        """attacks and operations; attacks, and operations; attacks as well as operations; attacks
        plus operations; attacks with operations; attacks together with clashes; attacks along
        with clashes; attacks both in operations; attacks or clashes; attacks and in operations;
        attacks and all operations; attacks and the operations; attacks and other operations;
        attacks and of operations; attacks and also operations; attacks and counter-terror
        operations;
        attacks and military operations; attacks and army operations; attacks and security
        operations; attacks and anti-gang operations; including operations; including the
        clashes""",
    ),
    (
        described._NO_PAIR,
        """from 2013 on; from 1999 onward; from 2013 onwards; since 2013; after 2013; since 1999;
        from zero to 2500; 0 to 2500; 0 and 2500; 0 up to 2500; 0 until 2500; 0-2500; 0–2500""",
    ),
    (
        described._EDITION,
        """jan 2024; january 2024; feb 1999; march 2024; april 2024; may 2024; june 2024; july 2024;
        august 2024; sept. 2024; october 2024; november 2024; december 2024; 2024-01; 1999-01-04;
        edition of 2024; editions of 1999; report on 2024; reports on 2024; release 2024; released
        in 2024; published in 2024; printed in 2024""",
    ),
    (
        described._ACROSS,
        """goes across it; going over it; runs through this; running across that; continues across
        there; carries over the gap; carried over 2019; drawn across it; joins across it; join
        over it; joined across it; connects across it; connected across it;
        crosses over it; bridges over it""",
    ),
    (
        described._MOVE,
        """rose; rise; rises; rising; grew; grow; grows; climbs; climbed; increase; increases;
        increased; went up; go up; goes up; fell; fall; falls; falling; drops; dropped; declines;
        declined; decreases; decreased; went down; go down; goes down""",
    ),
    (
        described._STRETCH,
        """from 2013; between 1999; since 2013; after 2013; from the peak of 2013""",
    ),
    (
        described._AXIS,
        """axis; axes; scale; zero-based; baseline; start; starts; begin; begins; beginning;
        starting""",
    ),
    (
        described._HIGH,
        """highest; peak; maximum; most; top; largest; biggest; greatest""",
    ),
    (
        described._LOW,
        """lowest; minimum; fewest; least; smallest; trough; bottom""",
    ),
    (
        report._DENIED,
        """did not count; does not print; do not record; has not reported; have not counted; had
        not counted; is not true; was not that; didn't count; doesn’t count; never counted; deny
        that; denies that; denied that""",
    ),
    (
        report._DEAD_NEXT,
        """2546 killed; 2546 people killed; 2546 persons killed; 2546 lives lost their lives; 2546
        were killed; 2546 have been killed; 2546 had been killed; 2546 died; 2546 dead; 2546
        deaths; 2546 fatalities""",
    ),
    (
        acts._OTHER_OBJECT,
        """road near the bridge; the inn beside the bridge; street by the bridge; house at the
        bridge; wall under the bridge; the inn next to the old bridge; tower on the bridge; the
        inn behind the bridge; the inn in front of the bridge; the inn close to the bridge; the inn
        opposite the misalabad bridge; building by the bridge; fence at the bridge; hut by the
        bridge; tree by the bridge; rocks by the bridge""",
    ),
    (
        acts._NOT_YET,
        """isn't; not; never; no; none; nobody; nothing; failed; will; shall; may; might; could;
        would; should; planned; wanted; hope; hoped; hoping; cannot; going to; about to; ready to;
        prepared; try to; tried to; trying to; attempted; almost; nearly; began; begin; begun;
        started; considered; decided; ordered; if; threatened; refused; agreed to; due to;
        proposed; intended; promised; asked; save; saved; prevented""",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "examples"), FOUND)
def test_a_pattern_finds_each_of_its_examples(pattern, examples):
    assert [text for text in listed(examples) if not re.search(pattern, text)] == []


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in FOUND])
def test_a_pattern_leaves_other_words_alone(pattern):
    assert not re.search(pattern, "the council met in the town hall on monday")


@pytest.mark.parametrize(
    "words",
    listed(
        """you cannot know that; you can't tell; you could see more; you would not know;
        you will not see it; you see a number; you know nothing from it; you read it twice;
        you find no source;
        you may think so; you might think so"""
    ),
)
def test_a_reason_that_speaks_to_every_reader_speaks_of_no_writer(words):
    assert not report._PERSON.search(words)


# 3.2 -------------------------------------------------------------------------------------------

ACTS = """demolished; dismantled; destroyed; bulldozed; razed; levelled; flattened; felled;
    toppled; dynamited; imploded; annihilated; obliterated; eliminated; eradicated; erased;
    pulverised; pulverized; smashed; shattered; wrecked; ruined; crushed; scrapped;
    deconstructed; disassembled; unbuilt; uprooted; overturned; removed; collapsed; detonated;
    blasted; pulled down; brought down; took down; tore down; knocked down; broke down; struck
    down; cut down; burnt down; blew down; took apart; pulled apart; blew apart; ripped apart;
    took to pieces; broke into pieces; blew up; smashed up; broke up; dug up; cleared away;
    took away; carted away; swept away; wiped out; knocked over; wiped off the map; pushed
    over; tipped over; put an end to; made short work of; got rid of; did away with; finished
    off"""
SENTENCES = """
    The old bridge at Misalabad was taken down by engineers.
    Engineers took the old bridge down.
    Engineers finished by taking down the old bridge.
    Engineers came to tear down the old bridge.
    The old bridge was torn down by engineers.
    Engineers saw to it: the old bridge was taken apart.
    Engineers saw to it: the old bridge was taken away.
    The old bridge was broken up by engineers.
    The old bridge was broken apart by engineers.
    The old bridge was broken down by engineers.
    The old bridge was blown up by engineers.
    The old bridge was blown apart by engineers.
    The old bridge was burnt up by engineers.
    The old bridge was torn apart by engineers.
    The old bridge was torn up by engineers.
    The old bridge was torn away by engineers.
    The old bridge was thrown down by engineers.
    Engineers threw down the old bridge.
    Engineers blow up the old bridge.
    Engineers break up the old bridge.
    Engineers take down the old bridge.
    The old bridge was carried away by engineers.
    Engineers took the old bridge to bits.
    Engineers tore the old bridge to shreds.
    Engineers chopped down the old bridge.
    Engineers hacked down the old bridge.
    Engineers hammered the old bridge down.
    Engineers hammered the old bridge to pieces.
    Engineers strike down the old bridge.
    Engineers picked the old bridge apart.
    Engineers hauled away the old bridge.
    Engineers chipped the old bridge away.
    The town lost its old bridge to engineers.
    Engineers reduced the old bridge to rubble.
    Engineers turned the old bridge into a heap of stones.
    Engineers brought the old bridge to the ground.
    Engineers left the old bridge in ruins.
    Engineers left nothing of the old bridge.
    Engineers used explosives to bring down the old bridge.
    Engineers made the old bridge fall.
    After the work of the engineers the old bridge is gone.
    The old bridge no longer exists after the work of engineers.
    The old bridge came down, and engineers had done it.
    Engineers made it happen: the old bridge disappeared.
    Engineers saw to the demolition of the old bridge.
    Engineers saw to the destruction of the old bridge.
    Engineers saw to the removal of the old bridge.
    Engineers saw to the leveling of the old bridge.
    Engineers pounded the old bridge into dust.
    Engineers ground the old bridge to debris.
    Engineers blew the old bridge to stones.
    The old bridge was blown to scrap by engineers.
    Engineers grind the old bridge to dust.
    Engineers turned the old bridge into a ruin.
    Engineers turned the old bridge into a pile of rubble.
    Engineers leave the old bridge in pieces.
    Engineers, leaving no trace, drove from the old bridge.
    Engineers put an end to the old bridge.
    Engineers did away with the old bridge.
    Engineers have done away with the old bridge.
    Engineers have gotten rid of the old bridge.
    Engineers are getting rid of the old bridge.
    Engineers saw to it: the old bridge is no more.
    Engineers saw to it: the old bridge lay in ruins.
    Engineers saw to it: the old bridge lies in rubble.
    Engineers saw to it: the old bridge no longer stands.
    Engineers saw to it: the old bridge ceased to exist.
    Engineers saw to it: the old bridge fell down.
    Engineers saw to it: the old bridge vanished.
    Engineers let the old bridge crumble.
    Engineers caused the old bridge to come down.
    Engineers forced the old bridge to fall.
"""
NO_ACTS = """walked down; repaired; photographed; closed; opened; looked down from; built;
    went up to; measured; crossed; damaged; painted; wrote down the state of; drove down;
    stood on; slowed down at; restored; closed down; shut down; removed the lamps of; cleared;
    demolished a house near; levelled the road beside; demolished a part of"""  # fmt: skip


@pytest.mark.parametrize("verb", listed(ACTS))
def test_a_verb_for_the_act_is_known(verb):
    assert act_on("bridge", f"Engineers {verb} the old bridge at Misalabad on Monday.")


@pytest.mark.parametrize("sentence", SENTENCES.strip().splitlines())
def test_a_sentence_for_the_act_is_known(sentence):
    assert act_on("bridge", sentence)
    assert is_done(sentence)


@pytest.mark.parametrize("verb", listed(NO_ACTS))
def test_a_verb_for_another_act_is_none(verb):
    assert not act_on("bridge", f"Engineers {verb} the old bridge at Misalabad on Monday.")


NOT_DONE = """did not destroy; didn't raze; never razed; failed to raze; will raze; shall
    raze; may raze; might raze; could raze; would raze; should raze; plan to raze; want to
    raze; hope to raze; cannot raze; are going to raze; are about to raze; are ready to raze;
    prepared to raze; tried to raze; attempted to raze; almost razed; nearly razed; began to
    raze; started to raze; considered razing; decided to raze; ordered workers to raze;
    threatened to raze; refused to raze; agreed to raze; are due to raze; proposed to raze;
    intend to raze; promised to raze; asked to raze"""


@pytest.mark.parametrize("verb", listed(NOT_DONE))
def test_what_is_not_done_is_told_from_what_is(verb):
    assert not is_done(f"Engineers {verb} the bridge.")


@pytest.mark.parametrize(
    "said",
    listed(
        """engineers watched the demolition; engineers saw it; engineers filmed it; engineers
        heard it; engineers inspected it; engineers visited it; engineers discussed it;
        engineers regretted it; engineers welcomed it; engineers reported it; engineers said
        so; engineers noted it; engineers criticised it; engineers mourned it; soldiers razed
        it; rebels razed it; workers razed it; militants razed it; troops razed it; insurgents
        razed it; the army razed it; a storm razed it; a flood razed it; an earthquake razed
        it"""
    ),
)
def test_who_looks_on_did_not_do_it(said):
    assert others_act(said)
    assert not others_act("Engineers razed the bridge.")


# 6.6, 7.4, 7.6, 8.3 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("deaths in attacks only", True),
        ("deaths in attacks", False),
        ("attacks; operations, clashes and communal violence are counted apart", True),
        ("deaths in attacks, not those in operations", True),
        ("attacks and not operations", True),
        ("attacks and operations, counted separately", True),
        ("attacks and operations", False),
        ("attacks as well as military operations, not injuries", False),
        ("attacks, including operations of the army, not injuries", False),
        ("attacks are counted. operations are. injuries are not", False),
    ],
)
def test_a_definition_is_read_by_what_it_says_of_operations(text, left_out):
    assert words.leaves_operations_out(text) is left_out


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("2024-01-04 2023 report", True),
        ("4 january 2024", True),
        ("jan 4th, 2024", True),
        ("04/01/2024", True),
        ("the security report on 2023", True),
        ("2025-01 2024 report", False),
        ("2024 report", False),
        ("the annual report for 2024", False),
        ("2023", False),
        ("january 2024 and january 2025", False),
    ],
)
def test_an_edition_is_read_by_its_day_or_its_year(text, is_it):
    assert verification._is_edition_of_2023(text) is is_it


@pytest.mark.parametrize(
    ("label", "is_unit"),
    [
        ("Deaths per 100,000 people", True),
        ("deaths per 100k", True),
        ("killed for every 100 000 inhabitants", True),
        ("Deaths per hundred thousand people", True),
        ("Deaths per lakh people", True),
        ("Deaths per 100 thousand people", True),
        ("Deaths in attacks per 100,000", True),
        ("Deaths per 10^5 people", True),
        ("Deaths per 1e5 people", True),
        ("Deaths", False),
        ("Deaths per 1,000,000 people", False),
        ("Deaths per 10,000 people", False),
        ("People per 100,000 deaths", False),
        ("Injuries per 100,000 people", False),
        ("Attacks per 100,000 people", False),
    ],
)
def test_the_unit_of_a_rate_is_read(label, is_unit):
    assert words.per_hundred_thousand(label) is is_unit


ALTERED = [
    ("Line chart", "Bar chart", "the kind of picture"),
    (" on an axis from zero", " on an axis from 200", "where the axis begins"),
    (" on an axis from zero", " on an axis that does not begin at zero", "where the axis begins"),
    ("Deaths in attacks", "Deaths in attacks and operations", "what is counted"),
    ("PIPS, from", "PICSS, from", "who counted"),
    ("2,451 in 2013", "2,451 in 2014", "a year"),
    ("In 2024 it is 852", "In 2023 it is 852", "a year"),
    ("Highest", "Lowest", "highest and lowest"),
    ("from 2013 to 2024", "from 2012 to 2024", "the first and the last year"),
    ("for 2019, and the line is broken there", "2018", "the year without a figure"),
    ("No figure is held for 2019, and the line is broken there", "2019 was calm",
     "the year without a figure"),
    ("No figure is held for 2019", "Zero deaths are held for 2019", "nobody was killed"),
    ("editions 2014-01 to 2025-01", "editions 2011-01 to 2025-01", "the source with a date"),
    ("editions 2014-01 to 2025-01", "a think tank", "the source with a date"),
    (" Source: PIPS, editions 2014-01 to 2025-01", "", "the source with a date"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem"), ALTERED)
def test_an_altered_description_is_seen(old, new, problem):
    text = charts.GOOD_DESCRIPTION.replace(old, new)
    assert text != charts.GOOD_DESCRIPTION
    assert described.missing_or_wrong(text, charts._asked())[0] == problem


DESCRIPTIONS = [
    "A broken line graph on a scale that starts at zero shows, year by year, how many people died "
    "in attacks in Pakistan according to PIPS. In 2013, the first year, the number was at its "
    "highest: 2,451. By 2020 it had fallen to its lowest, 220. Since then it has climbed; in 2024, "
    "the last year, it was 852. The year 2019 is blank. Published by PIPS between 2014 and 2025.",
    "The y axis begins at 0. Line chart: fatalities in attacks in Pakistan, PIPS, 2013–2024. Peak "
    "2451 in 2013; low 220 in 2020. 2019: no data. Source: PIPS reports (2014-01 to 2025-01).",
    "A line shows the deaths that PIPS counted in attacks in Pakistan in each year from 2013 to "
    "2024; the axis starts at zero. 2013 has the highest value (2,451) and 2020 has the lowest "
    "(220), 91 per cent fewer. PIPS gave no number for 2019, so no line is drawn there. Source: "
    "PIPS, January 2014 to January 2025 editions.",
    "This line chart has a vertical axis running from 0 to 2,500. PIPS data on people killed in "
    "attacks in Pakistan, 2013 to 2024. Starting at 2,451 in 2013, the number falls to 1,723 in "
    "2014 and 595 in 2018. No value is known for 2019. In 2020 it is 220, the lowest; it ends at "
    "852 in 2024. Source: PIPS, editions 2014-01 to 2025-01.",
]


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_description_in_other_words_says_the_same(text):
    assert described.missing_or_wrong(text, charts._asked()) == ("", "")


@pytest.mark.parametrize(
    ("number", "name"),
    enumerate(
        listed(
            """january; february; march; april; may; june; july; august; september; october;
            november; december"""
        ),
        1,
    ),
)
def test_each_month_is_read_in_full_and_in_short(number, name):
    assert words.days_in(f"4 {name} 2024, {name[:3]}. 2023") == [
        (2024, number, 4),
        (2023, number, 0),
    ]


@pytest.mark.parametrize("end", ["st", "nd", "rd", "th"])
def test_a_day_is_read_with_the_end_of_its_number(end):
    assert words.days_in(f"1{end} of may 2024; may 2{end}, 2024") == [(2024, 5, 1), (2024, 5, 2)]


# 4.1, 4.2 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["VERBS", "JUDGING"])
def test_the_verbs_are_those_that_the_notebook_gives(name):
    lesson = Path(__file__).parents[2] / "lessons/04_stance/exercises.md"
    given = re.search(rf"^{name} = (.+)$", lesson.read_text(encoding="utf-8"), re.M)
    assert ast.literal_eval(given[1]) == getattr(stance, name)

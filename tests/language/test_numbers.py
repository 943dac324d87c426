"""What a number is worth, and which numerals count nothing."""

import pytest

from copydesk.language import numbers, uncounted
from copydesk.language.numbers import find_numbers


def read(text: str) -> list[tuple[str, float, float | None, str, float]]:
    found = find_numbers(text)
    for number in found:
        assert text[number.start : number.end] == number.text
    return [(n.text, round(n.value, 4), n.high and round(n.high, 4), n.unit, n.step) for n in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # digits, scales and letters
        ("It is 1,250.5 long.", ("1,250.5", 1250.5, None, "", 0.1)),
        ("They sold 12,34,567 cups.", ("12,34,567", 1234567, None, "", 1)),
        ("They sold 1.1 million cups.", ("1.1 million", 1_100_000, None, "", 1e5)),
        ("They sold 3-million cups.", ("3-million", 3_000_000, None, "", 1e6)),
        ("They sold 4 millions.", ("4 millions", 4_000_000, None, "", 1e6)),
        ("They sold 4.2bn cups.", ("4.2bn", 4.2e9, None, "", 1e8)),
        ("They sold 50k cups.", ("50k", 50_000, None, "", 1000)),
        ("It cost $4.2b.", ("$4.2b", 4.2e9, None, "dollars", 1e8)),
        ("It cost £3M today.", ("£3M", 3e6, None, "pounds", 1e6)),
        ("They sold 1234567890123 cups.", None),
        # money
        ("It cost Rs. 10 billion.", ("Rs. 10 billion", 1e10, None, "rupees", 1e9)),
        ("It cost 40 dollars.", ("40 dollars", 40, None, "dollars", 1)),
        ("It fell to $-50.8bn.", ("$-50.8bn", -5.08e10, None, "dollars", 1e8)),
        ("It rose to 118.5p.", ("118.5p", 118.5, None, "pence", 0.1)),
        ("It came at 3 p.m. again.", None),
        # below zero
        ("It moved -1.3% today.", ("-1.3%", -1.3, None, "percent", 0.1)),
        ("It moved (-2%) today.", ("-2%", -2, None, "percent", 1)),
        ("−4 per cent is low.", ("−4 per cent", -4, None, "percent", 1)),
        ("It was minus 5 there.", ("minus 5", -5, None, "", 1)),
        ("It was minus-130 there.", ("minus-130", -130, None, "", 1)),
        ("It moved 3 -4% today.", [("3", 3, None, "", 1), ("-4%", -4, None, "percent", 1)]),
        # percent
        ("It rose 30%.", ("30%", 30, None, "percent", 1)),
        ("It rose 30 percent.", ("30 percent", 30, None, "percent", 1)),
        ("A 30-per cent rise.", ("30-per cent", 30, None, "percent", 1)),
        ("It rose 3 percentage points.", ("3 percentage points", 3, None, "percentage points", 1)),
        ("It rose by 3% points.", ("3% points", 3, None, "percentage points", 1)),
        ("A 3-per cent-point rise.", ("3-per cent-point", 3, None, "percentage points", 1)),
        ("He made 7.3 points there.", ("7.3", 7.3, None, "", 0.1)),
        # glued units
        ("They did 50mph.", ("50mph", 50, None, "mph", 1)),
        ("It has a 5-mpg edge.", ("5-mpg", 5, None, "mpg", 1)),
        ("A 7.8-magnitude quake.", ("7.8-magnitude", 7.8, None, "magnitude", 0.1)),
        ("The five-mile road.", ("five-mile", 5, None, "mile", 1)),
        ("A three-day visit.", None),
        ("It is 20 km long.", ("20", 20, None, "", 1)),
        ("It is 20kmx long.", None),
        # words
        ("Two hundred and six boats.", ("Two hundred and six", 206, None, "", 1)),
        ("Twenty-five thousand boats.", ("Twenty-five thousand", 25_000, None, "", 1)),
        ("A dozen boats.", ("A dozen", 12, None, "", 1)),
        ("An hundred boats.", ("An hundred", 100, None, "", 1)),
        ("Half a million boats.", ("Half a million", 500_000, None, "", 1)),
        ("Half a dozen boats.", ("Half a dozen", 6, None, "", 1)),
        ("A quarter of a million boats.", ("A quarter of a million", 250_000, None, "", 1)),
        ("Three quarters of a million.", ("Three quarters of a million", 750_000, None, "", 1)),
        ("Two and a half million boats.", ("Two and a half million", 2_500_000, None, "", 1)),
        ("One million boats.", ("One million", 1_000_000, None, "", 1)),
        # shares
        ("Half of the boats.", ("Half", 50, None, "percent", 1)),
        ("Two-thirds voted.", ("Two-thirds", 66.6667, None, "percent", 1)),
        ("Three tenths of it.", ("Three tenths", 30, None, "percent", 1)),
        ("It fell by half.", ("half", 50, None, "percent", 1)),
        ("About a third came.", ("a third", 33.3333, None, "percent", 1)),
        ("About half-truths.", None),
        ("A third boat came.", None),
        ("The second half of it.", None),
        ("One in five boats.", ("One in five", 20, None, "percent", 1)),
        ("About 1 in 5 boats.", ("1 in 5", 20, None, "percent", 1)),
        ("One in every 1,000 boats.", ("One in every 1,000", 0.1, None, "percent", 1)),
        ("9 out of 10 boats.", ("9 out of 10", 90, None, "percent", 1)),
        ("Two out of every three boats.", ("Two out of every three", 66.6667, None, "percent", 1)),
        ("He met 12 in 15 towns.", [("12", 12, None, "", 1), ("15", 15, None, "", 1)]),
        ("He read section 1 in 5 hours.", None),
        # plurals
        ("Dozens of boats.", ("Dozens of", 12, 120, "", 12)),
        ("Tens of thousands of boats.", ("Tens of thousands of", 10_000, 100_000, "", 10_000)),
        ("Hundreds of boats.", ("Hundreds of", 100, 1000, "", 100)),
        ("The scores were good.", None),
        # ranges
        ("There were 10-15 boats.", ("10-15", 10, 15, "", 1)),
        ("There were 10–15 boats.", ("10–15", 10, 15, "", 1)),
        ("There were 10 to 15 boats.", ("10 to 15", 10, 15, "", 1)),
        ("There were 10 – 15 boats.", ("10 – 15", 10, 15, "", 1)),
        ("Between 10 and 15 boats.", ("10 and 15", 10, 15, "", 1)),
        ("There were 10 and 15 boats.", [("10", 10, None, "", 1), ("15", 15, None, "", 1)]),
        ("There were 15 to 10 boats.", [("15", 15, None, "", 1), ("10", 10, None, "", 1)]),
        ("There were 10 to 10 boats.", [("10", 10, None, "", 1), ("10", 10, None, "", 1)]),
        ("Three or four boats.", ("Three or four", 3, 4, "", 1)),
        ("Three or five boats.", [("Three", 3, None, "", 1), ("five", 5, None, "", 1)]),
        ("10 to 15 million boats.", ("10 to 15 million", 10e6, 15e6, "", 1e6)),
        ("It takes 10-15 million.", ("10-15 million", 10e6, 15e6, "", 1e6)),
        ("$250,000 to $1 million", ("$250,000 to $1 million", 250_000, 1e6, "dollars", 1e6)),
        ("1000 to 2 million boats", ("1000 to 2 million", 1000, 2e6, "", 1e6)),
        ("2 to 3 boats to 5 boats", [("2 to 3", 2, 3, "", 1), ("5", 5, None, "", 1)]),
        ("10 to 15 to 20 boats", [("10 to 15", 10, 15, "", 1), ("20", 20, None, "", 1)]),
        ("It did 3km to 5km.", ("3km to 5km", 3, 5, "km", 1)),
        ("It costs $10 to 15.", ("$10 to 15", 10, 15, "dollars", 1)),
        ("It costs $10-$15.", ("$10-$15", 10, 15, "dollars", 1)),
        ("It is 10 to 15 per cent.", ("10 to 15 per cent", 10, 15, "percent", 1)),
        ("up 4% to 15 cups", [("4%", 4, None, "percent", 1), ("15", 15, None, "", 1)]),
        ("up 4% to 15mph", [("4%", 4, None, "percent", 1), ("15mph", 15, None, "mph", 1)]),
        ("Costs from 20 to 30 dollars.", ("20 to 30 dollars", 20, 30, "dollars", 1)),
        ("At speed from 20 to 30.", ("20 to 30", 20, 30, "", 1)),
        ("Arrests moved from 20 to 30.", [("20", 20, None, "", 1), ("30", 30, None, "", 1)]),
        ("Arrests moved a lot from 20 to 30.", [("20", 20, None, "", 1), ("30", 30, None, "", 1)]),
        ("It moved and then it all is from 20 to 30.", ("20 to 30", 20, 30, "", 1)),
        ("from 20 to 30 boats", ("20 to 30", 20, 30, "", 1)),
        ("Arrests moved up 20 to 30.", ("20 to 30", 20, 30, "", 1)),
        ("The Stoxx 50 -1.3% fell.", ("-1.3%", -1.3, None, "percent", 0.1)),
        ("They paid 1,200 15 times.", ("1,200", 1200, None, "", 1)),
        ("Arrests moved by a lot from 2 to 3.", [("2", 2, None, "", 1), ("3", 3, None, "", 1)]),
        (
            "Arrests moved by such a lot, from 2 to 3.",
            [("2", 2, None, "", 1), ("3", 3, None, "", 1)],
        ),
        ("Arrests moved by quite a huge lot from 2 to 3.", ("2 to 3", 2, 3, "", 1)),
        ("A third often came.", None),
        ("A halfway of it.", None),
        ("1.5 to 2.25 million boats", ("1.5 to 2.25 million", 1.5e6, 2.25e6, "", 1e4)),
        ("10 to 15.5 boats", ("10 to 15.5", 10, 15.5, "", 0.1)),
        ("999 to 1000 million boats", ("999 to 1000 million", 999e6, 1e9, "", 1e6)),
        ("Two weeks came.", ("Two", 2, None, "", 1)),
        ("One in threefold.", None),
        ("One in fives.", None),
        ("Dozens offer it.", None),
        ("It rose 3 percent pointsman.", ("3 percent", 3, None, "percent", 1)),
        ("They sold 3 millionaires.", ("3", 3, None, "", 1)),
        ("They sold three millionaires.", ("three", 3, None, "", 1)),
        ("Half a millionaire of it.", None),
        ("Half million boats.", ("Half million", 500_000, None, "", 1)),
        ("Half of millions.", ("Half", 50, None, "percent", 1)),
        ("A thirdly of it.", None),
        ("It fell bathe half of it.", ("half", 50, None, "percent", 1)),
        ("At wedding from 2 to 3.", ("2 to 3", 2, 3, "", 1)),
        ("It cost 3 dollars 4.", [("3 dollars", 3, None, "dollars", 1), ("4", 4, None, "", 1)]),
        ("A dozen of the boats.", ("A dozen", 12, None, "", 1)),
        ("A 3-vote lead.", None),
        ("A 5-million-dollar bridge.", ("5-million-dollar", 5e6, None, "dollars", 1e6)),
        ("They flew on Apollo 13", None),
        ("It was 1 in 2000 and 2001.", ("1", 1, None, "", 1)),
        ("After the September 11, 2001 attacks.", None),
        ("On March 4 and on 5 April 300 boats came.", ("300", 300, None, "", 1)),
        ("About halfway there.", None),
        ("A baker aged 34 saw 54 boats.", ("54", 54, None, "", 1)),
        ("A baker aged 34 to 54 saw 60 boats.", ("60", 60, None, "", 1)),
        ("It is 1.5×10−3 wide.", ("1.5×10−3", 0.0015, None, "", 0.0001)),
        ("They sold 2x10^6 boats.", ("2x10^6", 2e6, None, "", 1e6)),
        ("It cost £3m-£4m.", ("£3m-£4m", 3e6, 4e6, "pounds", 1e6)),
        ("A 3m-wide road.", None),
        ("Half their boats left.", ("Half", 50, None, "percent", 1)),
        ("They sold half a loaf.", None),
        ("It took half an hour.", ("half an", 0.5, None, "", 1)),
        ("It is a quarter of a mile.", ("a quarter", 25, None, "percent", 1)),
        ("Some 30 Pakistani boats left.", ("30", 30, None, "", 1)),
        ("Nearly 30 Pakistani boats left.", ("30", 30, None, "", 1)),
        ("Some 20-odd boats left.", ("20", 20, None, "", 1)),
        ("They sold 1,200-1,100 boats.", None),
        ("There were 0-5 boats.", ("0-5", 0, 5, "", 1)),
        ("It fell to $-1-2.", ("$-1-2", -1, None, "dollars", 1)),
        ("About 1 in 5,0000 boats.", ("1", 1, None, "", 1)),
    ],
)
def test_a_number_is_read_with_its_worth(text, found):
    wanted = [] if found is None else found if isinstance(found, list) else [found]
    assert read(text) == wanted


# For each rule: texts whose numeral it leaves out, and texts that it leaves alone.
LEFT_OUT = {
    "a telephone number or a row of a table": (
        ["Call +92 51 123 4567 today.", "Call 555 0199 today.", "Call 12-555-0199 now."],
        ["They sold 300, 400 and 500."],
    ),
    "an age": (
        [
            "A 34 year old baker.",
            "A baker 34 years of age.",
            "A 5 month-old boat.",
            "A 5 days old boat.",
            "A baker aged 34 came.",
            "A baker age 34 came.",
            "A baker at the age of 34 came.",
            "Bakers ages 34 came.",
            "Bakers ages of 34 came.",
            "She turned 34 there.",
            "She turns 34 there.",
            "Turning 34 is fine.",
            "A teenager, 14 then, came.",
            "Bibi, 34, sells bread.",
            "Bakers aged 18 to 34 came.",
            "Bakers aged between 18 and 34 came.",
            "Bibi, 34,",
        ],
        ["In the town, 34, or so, came.", "Bibi, 34 boats came.", "Boats aged badly 34 times."],
    ),
    "a year": (
        [
            "It came 2021 too.",
            "It came 1500 too.",
            "It came 2100 too.",
            "It was the year 1403 there.",
            "The 2013-2018 people came.",
        ],
        [
            "It counted 2011 boat people.",
            "It came 1499 too.",
            "It came 2101 too.",
            "It came 2,011 too.",
            "The 1520 sq m hall.",
            "It came 20110 too.",
            "The basin 2011 deaths fell.",
        ],
    ),
    "part of a word": (
        ["The F-16 boat.", "See #16 boats.", "A 16-member boat.", "A six–seat boat."],
        ["The - 16 boats."],
    ),
    "a time from now": (["They met 12 years’ ago."], ["They met 12 years."]),
    "a clock time": (
        ["It came at 3 pm then.", "It came at 3 a.m. then."],
        ["It came at 3 amber lights."],
    ),
    "an ordinal, a clock time, a score or a code": (
        [
            "The 21st boat.",
            "It came at 3:40 then.",
            "It came at 3pm then.",
            "Lane 4x here.",
            "On 4/5 it came.",
            "It has 12.4.5 there.",
            "It has 4-/5 there.",
            "See a:4 here.",
            "It is 4’s turn.",
            "A 14-1 vote.",
            "It ended at 89-89 there.",
        ],
        ["It was 4 – 4 boats.", "The crew:six boats came."],
    ),
    "a label": (
        [
            "Read section 12 aloud.",
            "Read sections 12 aloud.",
            "Read no. 12 aloud.",
            "Read nos. 12 aloud.",
        ],
        ["Read section twelve aloud.", "Read all 12 pages."],
    ),
    "the number of an item": (
        ["1. The boat came.", "2) The boat came.", "3."],
        ["Was 3. So.", "3)boats came."],
    ),
    "a numeral that opens with zero": (
        ["It used 007 there."],
        ["It used 0.5 there.", "It used 0 there."],
    ),
    "part of a name": (
        [
            "They fly the Boeing 737, a boat.",
            "They fly the Boeing 737.",
            "a Boeing 737 Max",
            "The S&P 500 rose.",
            "An iPhone 12 fell.",
            "The FTSE 100 rose.",
            "An MSCI 30 fell.",
            "The old iPhone 12 has it.",
        ],
        [
            "The NATO 30 states met.",
            "The NATO 30 member states met.",
            "Here. Boeing 737.",
            "They fly the Boeing six.",
            "For Boeing 737 was",
            "An Iphone 12 fell.",
        ],
    ),
    "points back": (
        [
            "It was one of them.",
            "One saw boats.",
            "The one person came.",
            "The two boats came.",
            "All the two boats came.",
            "Zero sum games.",
            "It saw two such boats.",
            "Two big questions remain.",
            "Two of them came.",
            "It was thousand times.",
            "The ten boats came.",
        ],
        [
            "One person came.",
            "One dead person.",
            "The eleven boats came.",
            "A dozen of them.",
            "Two of them women came.",
            "The killing of the two men.",
            "The deaths of all the two men.",
            "Two boats came.",
            "The two people were killed.",
            "All two brave people died.",
            "One killed here.",
            "One dead here.",
            "One wounded here.",
            "One injured here.",
            "One missing here.",
            "One death here.",
            "One injury here.",
        ],
    ),
}


def names_of(text: str) -> list[str]:
    return [str(number.text) for number in find_numbers(text)]


@pytest.mark.parametrize("name", [name for name, _ in uncounted.RULES])
def test_a_rule_leaves_out_what_counts_nothing(name, monkeypatch):
    left_out, left_alone = LEFT_OUT[name]
    before = {text: names_of(text) for text in left_out}
    assert {text: found for text, found in before.items() if found} == {}
    kept = {text: names_of(text) for text in left_alone}
    others = tuple(rule for rule in uncounted.RULES if rule[0] != name)
    monkeypatch.setattr(uncounted, "RULES", others)
    numbers._numbers.cache_clear()
    assert [text for text in left_out if names_of(text) == before[text]] == []
    assert [text for text in left_alone if names_of(text) != kept[text]] == []


def test_the_rules_have_one_example_set_each():
    assert list(LEFT_OUT) == [name for name, _ in uncounted.RULES]

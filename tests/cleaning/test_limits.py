"""Every number of cleaning, at its limit and one beyond."""

import pytest

from copydesk.cleaning import LabelledLine, five_word_rule, headlines, label_lines, near_duplicates
from copydesk.cleaning.example_page import HEAD, MORE, ONE, TEXT, THREE, TWO
from copydesk.cleaning.headlines import SIGNS, Candidate, points
from copydesk.cleaning.lines import read_line, split_headline
from copydesk.cleaning.pages import read_page
from copydesk.cleaning.picture_rules import photo_credit


def says(count, opening="the"):
    """Return a sentence of so many words, two of which are small."""
    return " ".join([opening, "of", *["pier"] * (count - 2)]) + "."


BELOW = (
    "The pier has one boat and two at most, and an example or editor may see it, sign a map, or "
    "write when reporting that no storm told the five of them so."
)


def role(line):
    """Return the role of a line whose words the next paragraph takes up."""
    return label_lines([HEAD, ONE, line, BELOW])[2].role


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("a b c d e f g h", "is_label", True),
        ("a b c d e f g h i", "is_label", False),
        ("pier " * 17 + "of the in", "speaks", True),  # 3 of 20 words
        ("pier " * 18 + "of the in", "speaks", False),
        ("of the pier pier pier pier pier pier", "speaks", True),
        ("of the pier pier pier pier pier", "speaks", False),
        ("pier pier pier of:", "leads_in", True),
        ("pier pier of:", "leads_in", False),
        ("pier pier pier pier:", "leads_in", False),
        (says(8), "is_prose", True),
        (says(7), "is_prose", False),
        ("pier " * 8 + ".", "is_prose", False),
        ("of the in at " + "pier " * 21, "is_prose", True),
        ("of the in at " + "pier " * 20, "is_prose", False),
        ("of the in " + "pier " * 22, "is_prose", False),  # 3 of 25 words
        ("12) pier", "is_listed", True),
        ("123) pier", "is_listed", False),
        ("1. 2 boats", "states_fact", True),
        ("1. two boats", "states_fact", False),
        ("Lanes: two", "states_fact", True),
        ("x" * 41 + ": two", "states_fact", True),
        ("x" * 42 + ": two", "states_fact", False),
        ("Abc def: two", "is_item", True),
        ("A" + "b" * 31 + ": two", "is_item", False),
    ],
)
def test_what_a_line_is(text, what, expected):
    assert getattr(read_line(1, text), what) is expected


@pytest.mark.parametrize(
    "end", [".", "!", "?", "…", "。", "？", "！", "؟", "।", ".”", '."', ".) »"]
)
def test_the_signs_that_end_a_sentence(end):
    assert read_line(1, f"The pier is open{end}").ends
    assert read_line(1, f"The pier is open{end} (AFP)").ends
    assert not read_line(1, f"The pier is open{end} AFP").ends


@pytest.mark.parametrize("end", [".", "!", "?", ".”", '!"', "?)"])
def test_the_five_word_rule_asks_for_five_words_and_an_end(end):
    assert five_word_rule(f"One two three four five{end}")
    assert not five_word_rule(f"One two three four{end}")
    assert not five_word_rule("One two three four five")


def test_whoever_speaks_in_quotation_marks_is_not_the_page():
    for mark in '“"‘':
        assert read_line(1, f"{mark}Sign up, or go home").quotes
    assert not read_line(1, "Sign up, “or go home”").quotes


def test_a_line_is_measured_by_two_thousand_characters_and_its_last_fifty():
    assert len(read_line(1, "x" * 3000).text) == 2000
    assert read_line(1, "x" * 2000 + "." + ")" * 49).ends
    assert not read_line(1, "x" * 2000 + "." + ")" * 50).ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pier | boat | " + "five words are in here", "interface"),
        ("pier | boat | " + "six words are now in here", "subheading"),
        ("pier | boat", "subheading"),
        ("6 May 2024 pier boat yard", "dateline"),  # half of the words
        ("6 May 2024 pier boat yard mole", "subheading"),
        ("Posted in pier boat yard mole 6 May", "dateline"),  # stamped
        ("May 6, 2024 one two three four five", "dateline"),
        ("May 6, 2024 one two three four five six", "subheading"),
        ("By Ana" + " Example" * 14, "byline"),
        ("By Ana" + " Example" * 15, "subheading"),
        ("By Ana Example of the Pier Post.", "byline"),
        ("By Ana Example of the Great Pier Post.", "body"),
        ("By Ana" + " Example" * 35 + " 11:04 a.m.", "byline"),
        ("By Ana" + " Example" * 36 + " 11:04 a.m.", "body"),
        ("This content is provided by" + " pier" * 35, "interface"),
        ("This content is provided by" + " pier" * 36, "subheading"),
        ("View on" + " pier" * 6, "call to action"),
        ("View on" + " pier" * 7, "subheading"),
        ("You get news of the pier", "subheading"),
        ("You get news of our newsroom", "call to action"),
        ("The news of the newsroom at the pier", "subheading"),
        ("Ana Example, editor", "byline"),
        ("Ana example, editor", "subheading"),
        ("Reporting by" + " Ana" * 38, "author note"),
        ("Reporting by" + " Ana" * 39, "subheading"),
        ("(A Boat / A Pier / B C D E)", "credit"),
        ("(A Boat / A Pier / B C D E F G)", "subheading"),
        ("(Pier)", "subheading"),
        ("(Ana Boat)", "credit"),
        ("Storm day. Photo: Ana", "credit"),
        ("Storm days. Photo: Ana", "caption"),
        (says(34)[:-1] + " told them. AFP Photo Ana Example", "caption"),
        (says(35)[:-1] + " told them. AFP Photo Ana Example", "subheading"),
        ("She told " + says(20)[:-1] + " (left).", "caption"),
        (says(69)[:-1] + " (left).", "caption"),
        (says(70)[:-1] + " (left).", "body"),
        ("pier " * 11 + "stand, May 6, 2024.", "caption"),
        ("pier " * 12 + "stand, May 6, 2024.", "body"),
        ("• pier boat yard ...", "related link"),
        ("• pier boat ...", "body"),
        ("one two three four five six seven eight ...", "related link"),
        ("one two three four five six seven eight nine ...", "body"),
        ("Most read" + " pier" * 14, "related link"),
        ("Most read" + " pier" * 14 + " boat", "subheading"),
        ("Most read at the pier.", "related link"),
        ("Most read at the pier now.", "body"),
        ("$34" + " pier" * 7, "call to action"),
        ("$34" + " pier" * 8, "subheading"),
        ("Sign up" + " pier" * 14, "call to action"),
        ("Sign up" + " pier" * 15, "subheading"),
        ("Yes. Sign up" + " pier" * 37, "call to action"),
        ("Yes. Sign up" + " pier" * 38, "subheading"),
        ("ab@pier.example" + " pier" * 38, "call to action"),
        ("ab@pier.example" + " pier" * 39, "subheading"),
        ("pier " * 14 + "no spam", "call to action"),
        ("pier " * 15 + "no spam", "subheading"),
        ("pier " * 15 + "no spam, may earn", "call to action"),
    ],
)
def test_what_a_line_is_by_its_words(text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    "speaker", ["we", "our", "us", "you", "your", "you're", "we're", "we've", "we'll"]
)
def test_a_site_speaks_by_its_pronouns(speaker):
    assert role(f"All of {speaker} the news of the newsroom") == "call to action"
    assert role("All of that the news of the newsroom") == "subheading"


def test_a_credit_is_short():
    assert photo_credit("x Photo: " + "a" * 89) is not None
    assert photo_credit("x Photo: " + "a" * 90) is None
    assert photo_credit("The pier. Ana Ben Cem Dan Eli") is not None
    assert photo_credit("The pier. Ana Ben Cem Dan Eli Fay") is None


LABEL_LINES = ["Boats", "Ferries", "Harbours", "Piers", "Yards", "Museums"]


@pytest.mark.parametrize(
    ("count", "gap"),
    [
        (12, ["Share", "Print"]),
        (12, ["Read more on the pier"]),
        (8, LABEL_LINES[:1]),
        (16, LABEL_LINES[:2]),
        (8, ["- boats", "- piers"]),
        (20, LABEL_LINES[:1] * 3),
    ],
)
def test_a_run_of_text_goes_on_while_its_words_outweigh_the_gap(count, gap):
    rest = TEXT.split("\n")
    for words, start in ((count + 1, 0), (count, 1 + len(gap))):
        lines = [says(words), *gap, *rest]
        page = read_page([read_line(number, text) for number, text in enumerate(lines, 1)])
        assert (page.start, page.stop) == (start, len(lines))


@pytest.mark.parametrize(
    ("opening", "gap", "joined"),
    [
        (says(60), LABEL_LINES[:5], False),  # a line counts for 40 words at most
        (says(60), [*LABEL_LINES[:4], "- boats"], True),
        ("Boats ferries harbours piers yards museums sank yesterday.", ["Share"], False),  # for 6
        ("Boats ferries harbours piers yards museums sank yesterday.", ["- boats"], True),
        (says(9), LABEL_LINES[:1] * 4, True),  # four times: furniture
        (says(9), LABEL_LINES[:1] * 3, False),
        (says(12), [says(8, "a"), says(8, "a"), says(8, "a")], True),
    ],
)
def test_what_a_line_adds_to_a_run(opening, gap, joined):
    lines = [opening, *gap, *TEXT.split("\n")]
    page = read_page([read_line(number, text) for number, text in enumerate(lines, 1)])
    assert (page.start == 0) is joined


def run_stops(*lines):
    page = read_page([read_line(number, text) for number, text in enumerate(lines, 1)])
    return page.stop


def story(count):
    """Return a story of so many words, in sentences of up to 40, no two the same."""
    full, rest = divmod(count, 40)
    sizes = [40] * full + [rest] * (rest > 0)
    return [says(size, f"the{number}") for number, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        # A last part behind a gap: fewer than 80 words, or than a quarter of the run.
        ([*story(400), "Share", "Print", says(39, "a"), says(40, "in")], 2),
        ([*story(400), "Share", "Print", says(40, "a"), says(40, "in")], 0),
        ([*story(400), "Share", says(39, "a"), says(40, "in")], 0),
        ([*story(93), "Share", "Print", says(31, "a")], 0),
        ([*story(97), "Share", "Print", says(31, "a")], 1),
        # Last words behind one line of anything else: at most 30.
        ([*story(400), "Share", says(30, "a")], 1),
        ([*story(400), "Share", says(31, "a")], 0),
        # And behind a heading of their own, in a text ten times as long.
        ([*story(91), "Boats", says(10, "a")], 1),
        ([*story(88), "Boats", says(10, "a")], 0),
    ],
)
def test_where_the_text_ends(lines, cut):
    stop = run_stops(*lines)
    places = [place for place in range(len(lines), 0, -1) if len(lines[place - 1].split()) > 8]
    assert [place for place in places if place > stop] == places[:cut]


SAID = "“The pier is old,” the mayor of the town said on Monday."


@pytest.mark.parametrize(
    ("links", "last", "kept"),
    [(6, SAID, True), (7, SAID, False), (6, SAID.replace("said", "told us"), False)],
)
def test_what_somebody_said_up_to_eight_lines_below_the_text_belongs_to_it(links, last, kept):
    listed = ["Most read", *(f"Ferry {number} late" for number in range(links))]
    labelled = label_lines([HEAD, *story(90), *listed, last, "He left."])
    assert [line.kept for line in labelled[-2:]] == [kept, kept]


def test_three_hundred_words_of_a_line_are_compared():
    words = [f"p{number}" for number in range(301)]
    for place, differing in ((299, (("p299", "mole"),)), (300, ())):
        texts = " ".join(words), " ".join([*words[:place], "mole", *words[place + 1 :]])
        lines = [LabelledLine(at, text, "body", True, "") for at, text in enumerate(texts, 1)]
        assert [pair.differing for pair in near_duplicates(lines)] == [differing]


FACTS = ["* Length: 310 metres", "* Lanes: two", "* Weight: 4,100 tonnes", "* Built: 1961"]


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (FACTS, 4),
        (FACTS[:3], 0),
        ([*FACTS[:3], "* Boats"], 4),
        ([*FACTS[:2], "* Boats", "* Piers"], 0),
        (["The bridge in figures", *FACTS], 5),
        (["The bridge in figures", "From the council", *FACTS], 0),
        (["Share", "Print", *FACTS], 6),
    ],
)
def test_a_list_of_facts_is_long_and_follows_the_text(lines, last):
    assert run_stops(HEAD, *story(90), *lines) - len(story(90)) - 1 == last


@pytest.mark.parametrize(
    ("shorts", "kept"),
    [
        (LABEL_LINES[:3], [True] * 3),
        (LABEL_LINES[:4], [False] * 4),
        (["Boats", "- one pier", "- two piers", "- no pier"], [True] * 4),
        (["Boats", "- one pier", "two piers", "- no pier"], [False] * 4),
    ],
)
def test_up_to_three_short_lines_stand_between_paragraphs(shorts, kept):
    takes_up = "The old boats, the pier, the piers and ferries of the harbours are there, she said."
    labelled = label_lines([HEAD, *TEXT.split("\n"), *shorts, takes_up, *MORE.split("\n")])
    assert [line.kept for line in labelled[4 : 4 + len(shorts)]] == kept


def test_a_picture_interrupts_a_story_and_does_not_end_it():
    short, picture = "The pier", "Boats at the pier in May. Photo: Ana Example"
    for between in (picture, "Photo: Ana Example", "Share"):
        labelled = label_lines([HEAD, ONE, TWO, short, between, "The pier is old.", *story(120)])
        assert labelled[3].kept or labelled[3].role in ("alt text", "caption")
        assert run_stops(HEAD, *story(90), between, between, *FACTS) == len(story(90)) + 7
    assert run_stops(HEAD, *story(90), "Boats", "Piers", *FACTS) == len(story(90)) + 1


def test_one_short_line_behind_a_link_is_a_subheading_and_two_are_not():
    link = "See: Ferry prices rise again"
    for shorts, role in ((["The pier"], "subheading"), (["The pier", "The mole"], "related link")):
        page = [HEAD, ONE, TWO, link, *shorts, "The pier and the mole are old, the mayor said."]
        assert roles(*page, *story(120))[4] == role


def test_a_heading_for_links_is_short():
    for heading, listed in [
        ("Most read in two towns", True),
        ("Most read in our two towns", False),
        ("Trending now", True),
        ("Trending just now", False),
    ]:
        labelled = label_lines([HEAD, *story(200), heading, "A ferry that came late"])
        assert ("in the list" in labelled[-1].reason) is listed


def test_a_list_of_links_ends_at_a_blank_line_when_it_began_without_one():
    tight = [HEAD, *story(200), "Most read", "Ferry late", "", "Ferry again"]
    loose = [HEAD, *story(200), "Most read", "", "Ferry late", "", "Ferry again"]
    assert "in the list" not in label_lines(tight)[-1].reason
    assert "in the list" in label_lines(loose)[-1].reason


# Titles, captions and pulled quotations


def read(*lines):
    return read_page([read_line(number, text) for number, text in enumerate(lines, 1)])


def roles(*lines):
    return [line.role for line in label_lines(list(lines))]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Cakes and pies that one may bake in May", "related link"),
        ("Cakes and pies that one may bake in", "subheading"),
        ("Cakes, pies and tarts in nine votes of four", "related link"),
        ("Cakes and tarts in nine votes of four on Monday", "subheading"),
    ],
)
def test_a_strange_title_has_nine_words_and_half_of_them_are_not_in_the_text(title, role):
    assert roles(HEAD, ONE, title, TWO, THREE)[2] == role


def test_a_page_of_six_short_parts_may_speak_of_anything():
    pair = ["Cakes and pies", "Life in winter"]
    for count, expected in ((3, "related link"), (4, "subheading")):
        parts = [line for _, line in zip(range(2 * count), story(40 * 9), strict=False)]
        heads = ["The pier", "The mole", "The yard", "The ferry"][:count]
        page = [HEAD, ONE, *pair, TWO, THREE]
        for head, part in zip(heads, parts, strict=False):
            page += [head, part]
        assert roles(*page)[2] == expected


def test_two_paragraphs_below_a_title_may_take_it_up_with_words_of_four_letters():
    pair = ["Museums and parks", "Life in winter"]
    first, second = says(12, "a"), says(12, "an")
    assert roles(HEAD, ONE, *pair, first, f"{second[:-1]} and museums.", THREE)[2] == "subheading"
    late = [first, second, "The museums of the town are shut for the year."]
    assert roles(HEAD, ONE, *pair, *late, THREE)[2] == "related link"
    assert roles(HEAD, ONE, "Life in May", "Cakes", f"{TWO} In May.", THREE)[2] == "related link"


@pytest.mark.parametrize(("count", "role"), [(25, "caption"), (26, "body")])
def test_a_sentence_above_the_text_and_a_credit_is_a_caption_up_to_a_length(count, role):
    assert roles(HEAD, "Share", says(count), "Photo: Ana Example", *TEXT.split("\n"))[2] == role


@pytest.mark.parametrize(("count", "role"), [(12, "repeat"), (11, "body")])
def test_a_pulled_quotation_has_twelve_words(count, role):
    held = f"The mayor has told it. {says(count, 'an')}"
    assert roles(HEAD, ONE, says(count, "an"), TWO, held, THREE)[2] == role


def test_a_quotation_is_pulled_out_of_one_paragraph():
    pulled = says(20, "an")
    for words, role in ((150, "repeat"), (151, "body")):
        held = f"{pulled} {says(words - 20)}"
        assert roles(HEAD, ONE, pulled, TWO, held, THREE)[2] == role


def test_a_caption_is_printed_again_at_most_four_lines_below():
    again = "The old pier of the town before the storm."
    for between, role in ((["Share", "Print", "Email"], "caption"), (["Share"] * 4, "body")):
        page = [HEAD, ONE, f"{again} Photo: Ana Example", *between, again, TWO, THREE, *story(90)]
        assert roles(*page)[3 + len(between)] == role


def test_four_labels_before_captions_are_headings():
    for count, role in ((3, "alt text"), (4, "subheading")):
        page = [HEAD, ONE]
        for name in ("pier", "mole", "yard", "lock")[:count]:
            page += [f"The old {name}", f"Boats at the {name} in May. Photo: Ana Example"]
            page += [f"The {name} is old, and the mayor of the town told the board of it again."]
        assert roles(*page)[2] == role


def test_a_note_on_what_somebody_does_stands_at_an_edge():
    note = "Ana Example is a science writer in the town."
    told = story(40 * 24)
    for place, role in ((2, "author note"), (3, "body"), (22, "body"), (23, "author note")):
        labelled = label_lines([HEAD, *told[:place], note, *told[place:]])
        assert labelled[1 + place].role == role


# The headline


def candidate(text="Bridge", comes_back=0.0, above="", copies=1, linked=False, told_below=False):
    return Candidate(0, read_line(1, text), comes_back, above, copies, linked, told_below)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, 1.25),
        ({"text": "one two three four five six seven eight"}, 10),
        ({"text": "one two three four five six seven eight nine"}, 10),
        ({"comes_back": 0.6}, 16.25),
        ({"comes_back": 0.3}, 8.75),
        ({"comes_back": 1.0}, 16.25),
        ({"above": "dateline"}, 6.25),
        ({"above": "byline"}, 11.25),
        ({"above": "text"}, 11.25),
        ({"copies": 2}, 4.25),
        ({"text": "Bridge."}, -8.75),
        ({"text": "Bridge…"}, -8.75),
        ({"text": "Bridge in L.A."}, 3.75),
        ({"text": "Bridge in LA."}, -6.25),
        ({"text": "Old Lorem Bridge", "told_below": True}, -6.25),
        ({"text": "Old Bridge of Lorem", "told_below": True}, 5),
        ({"linked": True}, -1.75),
    ],
)
def test_the_signs_of_a_headline_add_up(given, expected):
    assert points(candidate(**given)) == pytest.approx(expected)
    assert len(SIGNS) == 8


def choose(*lines, start, roles=None):
    read = [read_line(number, text) for number, text in enumerate(lines, 1)]
    return headlines.choose_headline(read, roles or [None] * len(lines), start, len(lines))


def test_a_headline_has_twelve_points_and_two_to_thirty_words():
    dated = [None, "dateline"]
    five = "Museum ferry pier yard boat"
    assert choose(five, "2024", start=2, roles=dated)[0] is None  # 11.25 points
    assert choose(f"{five} mole", "2024", start=2, roles=dated)[0] == 0  # 12.5 points
    assert choose("Museum ferry", ONE, start=1)[0] == 0  # 12.5 points
    assert choose("Museum", ONE, start=1)[0] is None
    assert choose(" ".join(["pier"] * 30), ONE, start=1)[0] == 0
    assert choose(" ".join(["pier"] * 31), ONE, start=1)[0] is None


def test_a_line_right_under_a_title_must_be_well_ahead():
    title, other = (
        "Museum ferry pier yard",
        "Museum ferry pier yard boat mole",
    )  # 15 and 17.5 points
    chosen = choose(title, other, ONE, start=2)
    assert chosen[:2] == (
        0,
        "it stands above the byline or the text, it stands above the date, "
        "but line 2 is nearly as likely",
    )
    assert chosen.doubt == "few signs speak for it"  # 15 points
    assert choose(title, other + " lock", ONE, start=2)[0] == 1
    assert choose(title, "x", other, ONE, start=3)[0] == 2


def test_a_line_under_one_that_reads_like_a_title_must_be_far_ahead():
    title = "Museum of ferry pier yard boat"  # 17.5 points
    near = "Council bridge votes yard boat mole lock buoy"  # 29.375 points
    assert choose(title, near, ONE, start=2)[0] == 0
    assert choose(title, "x", near, ONE, start=3)[0] == 2
    assert (
        choose(title, "Council bridge votes nine yard boat mole lock buoy ferry", ONE, start=2)[0]
        == 1
    )  # 30 points
    assert choose(title.removesuffix(" boat"), near, ONE, start=2)[0] == 1
    assert choose("Museum ferry pier yard boat mole", near, ONE, start=2)[0] == 1
    assert choose(f"{title}.", near, ONE, start=2)[0] == 1


def test_a_title_of_five_words_must_be_passed_by_less():
    near = "Council bridge yards yard boat mole lock buoy"  # 26.25 points
    assert choose("Museum of ferry pier yard", near, ONE, start=2)[0] == 1  # 16.25 points
    assert choose("Museum of ferry pier yard boat", near, ONE, start=2)[0] == 0


def test_a_headline_stands_five_times_on_a_page_at_most():
    title = "Museum of ferry pier yard boat"
    for times, place in ((5, 0), (6, None)):
        assert choose(title, *["x", title] * (times - 1), ONE, start=1)[0] == place


def test_a_doubt_shows_eighty_characters_of_the_other_line():
    title = "Council bridge votes nine yard boat mole lock"
    other = "Council bridge votes nine " + "yard" * 20
    doubt = choose(title, "x", other, ONE, start=3).doubt
    assert doubt == f"line 3 is nearly as likely (“{other[:80]}”)"


def test_a_headline_with_less_than_twenty_points_is_in_doubt():
    assert choose("Museum ferry pier yard boat mole lock", ONE, start=1).doubt  # 18.75 points
    assert not choose("Museum ferry pier yard boat mole lock buoy", ONE, start=1).doubt


def test_the_byline_may_stand_among_the_first_lines_of_the_text():
    roles = [None, None, None, "dateline"]
    why = choose("Museum ferry pier yard", ONE, TWO, "2024", start=1, roles=roles)[1]
    assert "byline" not in why
    roles = [None, None, None, None, "dateline"]
    why = choose("Museum ferry pier yard", ONE, TWO, THREE, "2024", start=1, roles=roles)[1]
    assert "byline" in why


def test_a_path_ends_with_the_title_at_most_three_lines_below():
    title = "Museum ferry pier"
    path = f"Home / {title}"
    assert choose(path, "1", "2", title, ONE, start=4)[0] == 3
    assert choose(path, "1", "2", "3", title, ONE, start=5)[0] == 0
    assert choose("Home / News / Sport / Museum ferry", "Museum ferry", ONE, start=2)[0] == 0


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Three words here | one two three four five six", "| one two three four five six"),
        ("Three words here | one two three four five six seven", ""),
        ("Two words | World", ""),
        ("Three words here - World", "- World"),
        ("Three words here - world", ""),
        ("Three words here |", ""),
    ],
)
def test_what_is_cut_from_a_headline(text, suffix):
    assert split_headline(text)[1] == suffix


def test_a_byline_in_the_first_line_stands_above_the_title():
    labelled = label_lines(["By Ana Example", HEAD, *TEXT.split("\n")])
    assert labelled[1].role == "headline"
    assert "above" not in labelled[1].reason


def test_a_reason_counts_words_and_names_the_run():
    labelled = label_lines([HEAD, *TEXT.split("\n"), "Boats"])
    assert labelled[2].reason == "18 words of running text, in the main run of text (lines 2 to 4)"
    assert labelled[4].reason == "1 word outside the main run of text (lines 2 to 4)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3. The pier", True),
        ("12) The pier", True),
        ("Length: 310 metres", True),
        ("• The pier", True),
        ("2019 The pier", False),
        ("The pier", False),
    ],
)
def test_what_an_item_of_a_list_opens_with(text, found):
    assert read_line(1, text).is_item is found


def test_a_name_at_the_top_has_two_words():
    for name, expected in (("Ana", "section label"), ("Ana Example", "byline")):
        assert label_lines([HEAD, name, *TEXT.split("\n")])[1].role == expected

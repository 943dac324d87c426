"""What cleaning promises: every line gets a role and a reason, and no line is lost."""

import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.article import Article, read_article
from copydesk.cleaning import (
    KEPT_ROLES,
    CleanArticle,
    Dropped,
    LabelledLine,
    clean,
    label_lines,
    near_duplicates,
    same_verb,
)
from copydesk.cleaning.lines import read_line, split_headline
from copydesk.cleaning.picture_rules import photo_credit

HEADLINE = "Ferry firm blames harbour board for delays on the northern route | World news"
NO_MORE = (
    "A week after the storm, the director said that the two sides could not carry on in this way."
)
FERRY_LINES = [
    "close",
    "close",
    "",
    HEADLINE,
    "",
    HEADLINE,
    "",
    "“The firm expected a new pier in spring, but the board was not willing to pay for it,” the "
    "director told Lorem Radio.",
    "",
    "Harbour sign",
    f"{NO_MORE} Photo: Placeholder Pictures",
    "",
    "Associated Press Loremtown",
    "",
    "The director of the ferry firm has accused the harbour board of doing nothing about the old "
    "pier, which the storm damaged in March.",
    "",
    "Tap here to connect with us via WhatsApp",
    "",
    "“The firm expects a new pier in spring, but the board is not willing to pay for it,” the "
    "director told Lorem Radio.",
    "",
    "The board has asked the firm for patience several times, and it says that the pier is safe "
    "for smaller boats.",
    "",
    NO_MORE,
    "",
    "The pier was built in 1961, and 412 boats used it in the last year for which there are "
    "records.",
]


def article(*lines: str, body_lines: frozenset[int] | None = None) -> Article:
    return Article("test", lines, "text", "0" * 64, body_lines=body_lines)


@pytest.fixture(scope="module")
def ferry() -> CleanArticle:
    return clean(read_article("\n".join(FERRY_LINES)))


def roles(*lines: str) -> list[str]:
    return [line.role for line in label_lines(list(lines))]


def role_inside(line: str) -> str:
    """Return the role of a line that stands between two paragraphs of an article."""
    return inside(line).role


def inside(line: str) -> LabelledLine:
    before = "The council met on Monday and it voted for the new bridge by nine votes to four."
    after = "The bridge will be open to lorries and cars by the end of the year, the mayor said."
    return label_lines(["New bridge wins a vote", before, line, after])[2]


# One story from page to article


def test_headline_is_found_once_without_its_section(ferry: CleanArticle) -> None:
    assert ferry.headline == "Ferry firm blames harbour board for delays on the northern route"
    assert [(part.number, part.text) for part in dropped_as(ferry, "headline suffix")] == [
        (4, "| World news")
    ]
    assert [part.number for part in dropped_as(ferry, "headline repeat")] == [6]


def test_byline_may_be_an_agency_with_a_place(ferry: CleanArticle) -> None:
    assert ferry.byline == "Associated Press Loremtown"
    assert ferry.lines[12].role == "agency"


def test_buttons_labels_and_requests_are_named_for_what_they_are(ferry: CleanArticle) -> None:
    assert [ferry.lines[n - 1].role for n in (1, 2, 10, 17)] == [
        "interface",
        "interface",
        "alt text",
        "call to action",
    ]


def test_a_caption_is_dropped_in_parts_and_the_body_keeps_its_sentence(ferry: CleanArticle) -> None:
    parts = {part.role: part for part in ferry.dropped if part.number == 11}
    assert set(parts) == {"caption", "credit", "repeat"}
    assert parts["credit"].text == "Photo: Placeholder Pictures"
    assert parts["repeat"].text == NO_MORE
    assert parts["repeat"].reason == (
        "the same sentence stands in the body at line 23 and is kept there"
    )
    assert ferry.paragraphs.count(NO_MORE) == 1


def test_one_remark_in_two_tenses_is_reported_and_both_stay(ferry: CleanArticle) -> None:
    (pair,) = ferry.near_duplicates
    assert (pair.first, pair.second) == (8, 19)
    assert pair.differing == (("expected", "expects"), ("was", "is"))
    assert pair.because == "one remark printed in two tenses: expected/expects, was/is"
    assert 0.9 < pair.similarity < 1
    assert pair.first_text in ferry.paragraphs
    assert pair.second_text in ferry.paragraphs


def test_paragraphs_are_the_body_in_order_and_make_the_text(ferry: CleanArticle) -> None:
    assert [paragraph.split()[0] for paragraph in ferry.paragraphs] == [
        "“The",
        "The",
        "“The",
        "The",
        "A",
        "The",
    ]
    assert ferry.text.split("\n") == list(ferry.paragraphs)


def test_the_result_can_be_written_as_json(ferry: CleanArticle) -> None:
    assert json.loads(json.dumps(dataclasses.asdict(ferry)))["headline"] == ferry.headline


def dropped_as(story: CleanArticle, role: str) -> list[Dropped]:
    return [part for part in story.dropped if part.role == role]


# Single rules, each between two paragraphs


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("", "blank"),
        ("* * *", "interface"),
        ("Share this article", "interface"),
        ("14 comments", "interface"),
        ("World | Sport | Business | Opinion", "interface"),
        ("@lorem_example", "interface"),
        ("Published 3 May 2024 at 10:15 GMT", "dateline"),
        ("2 hours ago", "dateline"),
        ("14:30", "dateline"),
        ("By Ana Example and Ben Sample", "byline"),
        ("Ana Example, staff writer", "byline"),
        ("Reuters", "agency"),
        ("Invented Press Service Loremtown", "agency"),
        ("Photo: Ana Example", "credit"),
        ("(AP Photo/Ana Example)", "credit"),
        ("Ana Example/Lorem Post", "credit"),
        ("(Ana Example / Lorem Post)", "credit"),
        ("Courtesy of the Lorem Museum", "credit"),
        ("SOURCE: HARBOUR BOARD", "credit"),
        ("The old bridge before the storm reached the town. Lorem Archive", "caption"),
        ("The new bridge seen from the river. Ana Example/Getty Images", "caption"),
        ("A worker looks at the bridge in Loremtown, Monday, May 6, 2024.", "caption"),
        ("The mayor (left) and an engineer on the old bridge", "caption"),
        ("Read more: the long road to a bridge", "related link"),
        ("ALSO READ: Ferry prices rise again", "related link"),
        ("See: Ferry prices rise again", "related link"),
        ("Sign up for our morning newsletter", "call to action"),
        ("Follow us on Telegram", "call to action"),
        ("Questions about the bridge can go to desk@lorem.example.", "call to action"),
        ("Tell us what you saw at the bridge in the comments.", "call to action"),
        ("© 2024 Lorem Post. All rights reserved.", "legal"),
        ("Correction: an earlier version gave the wrong year for the vote.", "correction"),
        ("This story was updated on Tuesday with a comment of the mayor.", "correction"),
        ("This article first appeared in the Lorem Gazette.", "correction"),
        ("Additional reporting by Ben Sample in Loremtown", "author note"),
        ("Ben Sample can be reached at ben@lorem.example.", "author note"),
    ],
)
def test_noise_inside_an_article_is_named(line: str, role: str) -> None:
    assert role_inside(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "“No,” she said.",
        "He declined.",
        "The bill is dead, the mayor said, and no one will share the blame for that.",
        "“Click here” is a poor name for a link, the mayor's adviser told the council in June.",
        "Reuters reported on Friday that the company had asked for more time to pay its debt.",
        "The photo was taken by a soldier who did not want to give his name to the newspaper.",
    ],
)
def test_text_that_looks_like_noise_is_kept(line: str) -> None:
    assert role_inside(line) == "body"


def test_an_agency_that_signs_its_last_paragraph_does_not_make_a_caption() -> None:
    assert (
        role_inside("The two sides will meet again next week, the minister said. (AFP)") == "body"
    )


def test_a_long_paragraph_with_a_signature_behind_it_is_no_caption() -> None:
    paragraph = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} {PARAGRAPHS[2]}".replace("said", "told them")
    assert len(paragraph.split()) > 40
    assert role_inside(f"{paragraph} AE") == "body"


def test_a_button_behind_a_sentence_is_no_credit() -> None:
    assert "credit" not in inside("The bridge was built by hand in 1961. Share").reason


def test_a_short_sentence_before_a_credit_is_its_caption() -> None:
    before, after = PARAGRAPHS[:2]
    page = ["New bridge wins a vote", before, "The old bridge is not what it was."]
    page += ["Photo: Ana Example", after]
    assert roles(*page)[2] == "caption"
    page[2] = PARAGRAPHS[2]
    assert roles(*page)[2] == "body"


def test_a_reason_names_the_evidence() -> None:
    assert inside("Search").reason == "only words of menus, and no full stop: 'Search'"
    assert "'Photo: Ana Example'" in inside("The old bridge. Photo: Ana Example").reason


def test_every_kept_role_is_known() -> None:
    for line in label_lines(FERRY_LINES):
        assert line.kept == (line.role in KEPT_ROLES)


# Place on the page


def test_a_short_line_between_paragraphs_is_a_subheading() -> None:
    assert inside("What the engineers say").role == "subheading"
    assert inside("What the engineers say").kept


PARAGRAPHS = [
    "The council met on Monday and it voted for the new bridge by nine votes to four.",
    "The bridge will be open to lorries and cars by the end of the year, the mayor said.",
    "It will cost 40 million, which is twice what the council had planned for it in 2019.",
]


def test_a_short_line_after_the_article_is_no_subheading() -> None:
    page = ["New bridge wins a vote", *PARAGRAPHS, "Ferry prices rise", "Museum opens late"]
    assert roles(*page)[-2:] == ["related link", "related link"]


def test_titles_under_a_heading_for_links_go_with_it() -> None:
    links = ["Most read", "1. Ferry prices rise for the third time", "2. Museum opens late"]
    rest = [
        "Two members of the council asked for a second vote, and the mayor turned them down.",
        "“We have talked about this for eleven years, and I would like to cross it,” she said.",
        "Work will start in March, when the river is low and the old bridge can be closed.",
    ]
    labelled = label_lines(["New bridge wins a vote", *PARAGRAPHS, *links, *rest])
    assert [line.role for line in labelled[4:]] == ["related link"] * 3 + ["body"] * 3
    assert labelled[5].reason == "stands in the list under 'Most read' in line 5"


def test_a_list_that_the_article_announces_is_body() -> None:
    items = ["- the old pier, 31", "- the new pier, 33", "- the yard, 36"]
    page = [
        "New bridge wins a vote",
        *PARAGRAPHS,
        "The council counts three kinds of work:",
        *items,
    ]
    assert roles(*page)[-4:] == ["body"] * 4


FACTS = ["* Length: 310 metres", "* Lanes: two", "* Weight: 4,100 tonnes", "* Built: 1961"]


def test_a_list_that_gives_facts_is_body() -> None:
    inside_page = label_lines(["New bridge wins a vote", PARAGRAPHS[0], *FACTS, *PARAGRAPHS[1:]])
    assert [line.role for line in inside_page[2:6]] == ["body"] * 4
    assert inside_page[2].reason == "in a list of facts, which gives figures or labels"


def test_a_list_of_facts_right_after_the_article_belongs_to_it() -> None:
    page = ["New bridge wins a vote", *PARAGRAPHS, "The new bridge in figures", *FACTS]
    assert roles(*page)[4:] == ["subheading", *["body"] * 4]


def test_a_list_of_facts_far_from_the_article_is_left_out() -> None:
    menu = ["Politics and council", "Boats and harbours", "Museums and parks"]
    page = ["New bridge wins a vote", *PARAGRAPHS, *menu, *FACTS]
    assert roles(*page)[-4:] == ["related link"] * 4


def test_a_list_of_titles_gives_no_facts() -> None:
    titles = [f"{n}. {title}" for n, title in enumerate(["Museum opens", "Ferry sinks"] * 2, 1)]
    assert roles("New bridge wins a vote", *PARAGRAPHS, *titles)[-1] != "body"


def test_text_between_headline_and_byline_is_the_standfirst() -> None:
    page = [
        "Council votes for new bridge in Loremtown",
        "Mayor promises that lorries can use it before the year is out",
        "By Ana Example",
        *PARAGRAPHS,
    ]
    labelled = label_lines(page)
    assert [line.role for line in labelled[:3]] == ["headline", "standfirst", "byline"]
    assert clean(article(*page)).paragraphs[0] == page[1]


def test_a_line_under_the_headline_that_speaks_is_the_standfirst() -> None:
    second = "Mayor promises that lorries can use it before the year is out"
    page = ["Council votes for new bridge in Loremtown", second, "Share", *PARAGRAPHS]
    assert roles(*page)[1] == "standfirst"
    page[1] = "Ferries Museums Parks Boats Harbours Council Schools Roads"
    assert roles(*page)[1] != "standfirst"


def test_a_site_name_may_stand_between_headline_and_standfirst() -> None:
    second = "Mayor promises that lorries can use it before the year is out."
    page = ["Council votes for new bridge in Loremtown", "Lorem Post", second, "By Ana Example"]
    assert roles(*page, *PARAGRAPHS)[2] == "standfirst"


def test_a_path_that_ends_with_the_headline_is_not_the_headline() -> None:
    path = "Home / News / New bridge wins a vote"
    labelled = label_lines([path, "New bridge wins a vote", *PARAGRAPHS])
    assert [line.role for line in labelled[:2]] == ["section label", "headline"]
    assert labelled[0].reason == "the path that leads to the headline in line 2"


def test_of_two_copies_the_first_is_the_headline() -> None:
    page = ["New bridge wins a vote", "Share", "New bridge wins a vote", "By Ana Example"]
    assert roles(*page, *PARAGRAPHS)[:3] == ["headline", "interface", "headline repeat"]


def test_a_short_line_that_stands_twice_is_no_subheading() -> None:
    label = "Lorem Harbour"
    page = ["New bridge wins a vote", PARAGRAPHS[0], label, PARAGRAPHS[1], label, PARAGRAPHS[2]]
    labelled = label_lines(page)
    assert [labelled[2].role, labelled[4].role] == ["section label", "section label"]
    assert labelled[2].reason == "stands 2 times on the page, as labels and links do"


LONG_STORY = [
    f"At the {place}, a reader can see this for herself. {paragraph}"
    for place in ("pier", "tunnel", "harbour", "ferry port", "museum", "river")
    for paragraph in PARAGRAPHS
]


def test_last_words_behind_a_line_of_anything_else_are_no_body() -> None:
    page = ["New bridge wins a vote", *LONG_STORY, "Advertisement"]
    box = "This is a small house that has told the truth about bridges since 1961."
    assert roles(*page, box)[-1] == "related link"
    others = [paragraph.replace(" it ", " she and the board ") for paragraph in PARAGRAPHS]
    assert roles(*page, box, box, *others)[-1] == "body"


def test_a_heading_with_few_words_under_it_does_not_end_a_long_article() -> None:
    box = ["The Lorem weekly letter", "Bridges and boats in one letter, from our harbour desk."]
    assert roles("New bridge wins a vote", *LONG_STORY, *box)[-2:] == ["related link"] * 2
    assert roles("New bridge wins a vote", *PARAGRAPHS, *box)[-2:] == ["subheading", "body"]


def test_a_line_that_opens_with_the_name_of_the_byline_is_about_the_author() -> None:
    note = "Ana Example has written about bridges since 2011 and lives in Loremtown."
    page = ["New bridge wins a vote", "By Ana Example", *PARAGRAPHS, note]
    assert roles(*page)[-1] == "author note"


def test_a_copy_outside_the_article_is_the_repeat() -> None:
    page = [PARAGRAPHS[1], *["Home", "World", "Sport", "Money", "Video"] * 3, *PARAGRAPHS]
    labelled = label_lines(["New bridge wins a vote", *page])
    assert (labelled[1].role, labelled[1].reason) == ("repeat", "says the same as line 19")
    assert labelled[18].role == "body"


def test_prose_far_from_the_article_is_no_body() -> None:
    menu = [f"Section {letter}" for letter in "ABCDEFGH"]
    teaser = "A cat that was lost for a year has come back to its street."
    assert roles("New bridge wins a vote", *PARAGRAPHS, *menu, teaser)[-1] == "related link"


@pytest.mark.parametrize("more", [(), ("It was the worst year.", "The minister said so.")])
def test_the_only_paragraphs_of_a_story_are_not_its_headline(more: tuple[str, ...]) -> None:
    page = ["Bridge opens", "By Ana Example", "A count recorded 12 deaths in Pakistan in 2023."]
    assert roles(*page, *more) == ["headline", "byline", *["body"] * (1 + len(more))]


def test_headline_next_to_the_byline_wins_over_the_name_of_the_paper() -> None:
    page = ["THE LOREM POST", "New bridge wins a vote", "By Ana Example", *PARAGRAPHS]
    assert clean(article(*page)).headline == "New bridge wins a vote"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New bridge wins a vote | World news", ("New bridge wins a vote", "| World news")),
        ("New bridge wins a vote - Lorem Post", ("New bridge wins a vote", "- Lorem Post")),
        ("New bridge wins a vote | World | Lorem", ("New bridge wins a vote", "| World | Lorem")),
        ("New bridge - and a toll to pay for it", ("New bridge - and a toll to pay for it", "")),
        ("Bridge | News", ("Bridge | News", "")),
    ],
)
def test_only_a_name_is_cut_from_a_headline(text: str, expected: tuple[str, str]) -> None:
    assert split_headline(text) == expected


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ana Example | Published May 6, 2024", "Ana Example"),
        ("Ana Bel Cem Example | Published May 6, 2024", "Ana Bel Cem Example"),
        ("Ana Bel Cem Dan Example | Published May 6, 2024", None),
        ("Lorem | Published May 6, 2024", None),
        ("Lorem, Friday | Published May 6, 2024", None),
        ("Lorem Friday | Published May 6, 2024", None),
        ("Lorem March | Published May 6, 2024", None),
        ("Lorem Updated | Published May 6, 2024", None),
        ("Lorem harbour | Published May 6, 2024", None),
        ("* By Ana Example Follow", "Ana Example"),
    ],
)
def test_the_name_in_a_byline_or_before_a_date(line: str, byline: str | None) -> None:
    assert clean(article("New bridge wins a vote", line, *PARAGRAPHS)).byline == byline


# Web pages


def test_for_a_web_page_the_extractor_must_agree() -> None:
    page = article("New bridge wins a vote", *PARAGRAPHS, body_lines=frozenset({2, 3}))
    story = clean(page)
    assert story.paragraphs == tuple(PARAGRAPHS[:2])
    assert story.headline == "New bridge wins a vote"
    (part,) = story.dropped
    assert part.number == 4
    assert part.reason == (
        "the rules keep it (body), but the extractor of the web page leaves it outside the body"
    )


# Near duplicates


def kept(*lines: str) -> list[LabelledLine]:
    return [LabelledLine(n, text, "body", True, "test") for n, text in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        (
            "The board says that 12 boats lay at the old pier on Monday.",
            "The board said that 12 boats lay at the old pier on Monday.",
            "one remark printed in two tenses: says/said",
        ),
        (
            "The board says that 12 boats lay at the old pier on Monday.",
            "The board says that 19 boats lay at the old pier on Monday.",
            "nearly the same words with different figures: 12/19",
        ),
        (
            "The board says that old boats lay at the old pier on Monday.",
            "The board says that old boats lay at the big pier on Monday.",
            "92% of the words are the same and in the same order; differing: old/big",
        ),
    ],
)
def test_the_difference_is_put_into_words(first: str, second: str, because: str) -> None:
    (pair,) = near_duplicates(kept(first, second))
    assert (pair.first, pair.second, pair.because) == (1, 2, because)


def test_a_quotation_is_compared_by_itself() -> None:
    quoted = "the firm will not pay for the pier until the board has signed"
    (pair,) = near_duplicates(
        kept(
            f"In a letter of four pages, the director wrote on Friday that “{quoted}”.",
            f"“{quoted},” he said, and then he left the hall by a side door without a coat.",
        )
    )
    assert pair.similarity == 1
    assert pair.because == "one text printed twice, word for word"


def test_different_remarks_are_no_pair() -> None:
    assert near_duplicates(kept(*PARAGRAPHS)) == []


def test_a_line_of_six_words_is_compared_and_one_of_five_is_not() -> None:
    six = "the old pier of the town", "the old pier of the port"
    assert len(near_duplicates(kept(*six))) == 1
    five = (text.removeprefix("the ") for text in six)
    assert near_duplicates(kept(*five)) == []


def test_what_five_lines_share_is_a_set_phrase() -> None:
    lines = [
        f"the old pier of the town is {word}" for word in ("shut", "open", "old", "new", "dry")
    ]
    assert len(near_duplicates(kept(*lines))) == 6  # each pair of the first four
    assert len(near_duplicates(kept(*lines[:4]))) == 6


def test_a_short_stem_with_two_equal_letters_is_a_stem() -> None:
    assert same_verb("adding", "adds")
    assert same_verb("stopped", "stop")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("hoped", "hopes", True),
        ("was", "is", True),
        ("tries", "tried", True),
        ("stop", "stopped", True),
        ("went", "goes", True),
        ("north", "south", False),
        ("war", "was", False),
        ("", "is", False),
    ],
)
def test_same_verb(first: str, second: str, same: bool) -> None:
    assert same_verb(first, second) is same
    assert same_verb(second, first) is same


# Any text at all

ANY_LINE = st.one_of(
    st.text(st.characters(exclude_characters="\n"), max_size=80),
    st.sampled_from([*FERRY_LINES, *PARAGRAPHS, "By Ana Example", "Most read", "•", "—"]),
    st.sampled_from(["\ud800", "\u202eمرحبا بالعالم", "👍🏽", "«", "| | |", "Photo:", "by", "[x/"]),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_LINE, max_size=25))
def test_every_line_gets_a_role_and_a_reason(lines: list[str]) -> None:
    labelled = label_lines(lines)
    assert [line.number for line in labelled] == list(range(1, len(lines) + 1))
    assert [line.text for line in labelled] == lines
    assert all(line.role and line.reason for line in labelled)
    assert sum(line.role == "headline" for line in labelled) <= 1
    assert labelled == label_lines(lines)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_LINE, max_size=25), st.none() | st.frozensets(st.integers(1, 25)))
def test_no_line_is_lost(lines: list[str], body_lines: frozenset[int] | None) -> None:
    story = clean(article(*lines, body_lines=body_lines))
    whole = {part.number for part in story.dropped if part.text == lines[part.number - 1]}
    for line in story.lines:
        assert line.kept or line.number in whole
    paragraphs = [line for line in story.lines if line.kept and line.role != "headline"]
    assert story.paragraphs == tuple(line.text.strip() for line in paragraphs)
    assert all(part.text in lines[part.number - 1] for part in story.dropped)
    for pair in story.near_duplicates:
        assert 0 <= pair.similarity <= 1
        assert story.lines[pair.first - 1].kept
        assert story.lines[pair.second - 1].kept


@pytest.mark.parametrize("piece", ["a", "he said. ", "“", "Photo: "])
def test_one_line_of_five_megabytes_is_read(piece: str) -> None:
    line = "x" + piece * (5_000_000 // len(piece))
    story = clean(article("Bridge opens", line))
    assert len(story.lines) == 2


@pytest.mark.parametrize("piece", ["a | ", " ", ". ", "(", "- ", "by ", "\t", "“a” ", "1. "])
def test_a_long_line_of_one_sign_is_read(piece: str) -> None:
    line = "x" + piece * (300_000 // len(piece))
    assert len(clean(article("Bridge opens", line, line + "y")).lines) == 3


@pytest.mark.thorough
def test_a_hundred_thousand_lines_are_read() -> None:
    lines = [
        f"Boat {n} left the pier for the island, the harbour board said." for n in range(100_000)
    ]
    assert len(clean(article(*lines)).lines) == 100_000


def test_a_long_line_is_measured_by_its_beginning_and_its_end() -> None:
    line = read_line(1, "word " * 1_000_000 + "end.")
    assert line.ends
    assert len(line.words) < 1000


def test_photo_credit_is_found_at_the_end_only() -> None:
    assert photo_credit("Boats at the pier. Photo by Ana Example") == "Photo by Ana Example"
    assert photo_credit("Photo: Ana Example took it. Then she left the pier.") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ZCZC ABC0417 4 I LON", "interface"),
        ("HARBOUR-STRIKE-TALKS 2ND LEAD", "interface"),
        ("(MORE)", "interface"),
        ("MORE FOLLOWS", "interface"),
        ("- - - page 2 of 3 - - -", "interface"),
        ("OFF/TN/2025/017 Page 1 of 2", "interface"),
        ("ENDS", "interface"),
        ("EDS: Do not use the second quotation.", "legal"),
        ("EDS: REPLACES 0955 TAKE. Para 6 had the wrong day.", "correction"),
        ("Reference: OFF/TN/2025/017", "section label"),
    ],
)
def test_what_is_written_for_desks_is_no_story(text, role):
    labelled = label_lines([*FERRY_LINES[:-1], text, FERRY_LINES[-1]])
    assert (labelled[-2].role, labelled[-2].kept) == (role, False)


def test_the_title_of_a_column_of_corrections_is_no_correction():
    body = "The ferry page gave three figures of the harbour board that were wrong, as listed here."
    lines = ["Corrections and clarifications: three figures, put right", "", body, "", body[::-1]]
    assert label_lines(lines)[0].role == "headline"


@pytest.mark.parametrize("end", ["end of list", "End of list."])
def test_a_list_whose_end_the_page_says_does_not_cut_off_the_lead(end):
    """The lead is short and the list is long: without the end, the text would begin below it."""
    lead = "The harbour of Lorem opened again on Monday, two weeks after the storm had closed it."
    links = ["Keep reading", "list of 4 items"]
    for number in range(1, 5):
        links += [f"list {number} of 4", f"What the sailors of boat {number} did in the storm"]
    rest = [
        "The mayor said that the first boats had left before dawn and that more would follow them.",
        "Sailors had waited in the town for days, and many of them had slept in the school there.",
        "The town paid for the repair of the wall, which had cost more than it takes in a year.",
    ]
    page = "\n".join(["Harbour opens again", lead, *links, end, *rest])
    assert lead in clean(read_article(page)).paragraphs
    assert rest[0] in clean(read_article(page)).paragraphs
    assert lead not in clean(read_article(page.replace(f"\n{end}", ""))).paragraphs

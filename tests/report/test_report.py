"""The whole desk: the central story, the shape of the JSON, and any text at all."""

import dataclasses
import html.parser
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from copydesk.article import read_article
from copydesk.claims import Claim
from copydesk.cleaning import Dropped, LabelledLine, NearDuplicate
from copydesk.consistency import Finding, Place
from copydesk.corpus import article_names, article_path
from copydesk.report import METHOD, Step, analyse, analyse_article, json_schema
from copydesk.stance import Attribution, Cue, PartyStance
from copydesk.tone import LabelChoice
from copydesk.verification import Evidence, Verdict, load_reference


@pytest.fixture(scope="module")
def central():
    return analyse(article_path("minister_wire"))


def test_the_headline_is_found_once(central):
    roles = [line.role for line in central.cleaned.lines]
    assert roles.count("headline") == 1
    assert central.cleaned.headline.endswith("border militants")
    assert central.cleaned.headline not in central.cleaned.paragraphs


@pytest.mark.parametrize(
    ("number", "role"),
    [
        (1, "interface"),
        (2, "interface"),
        (4, "headline suffix"),
        (6, "headline repeat"),
        (10, "alt text"),
        (11, "caption"),
        (11, "credit"),
        (11, "repeat"),
        (13, "agency"),
        (19, "call to action"),
    ],
)
def test_each_kind_of_noise_is_dropped_with_its_role_and_a_reason(central, number, role):
    parts = [part for part in central.cleaned.dropped if part.number == number]
    assert role in [part.role for part in parts]
    assert all(part.reason for part in parts)


def test_the_repeated_sentence_is_kept_once_in_the_body(central):
    sentence = central.article.lines[30]
    assert central.cleaned.paragraphs.count(sentence) == 1
    assert central.article.lines[10].startswith(sentence)


def test_the_remark_is_reported_as_printed_in_two_tenses(central):
    (pair,) = central.cleaned.near_duplicates
    assert (pair.first, pair.second) == (8, 21)
    assert "two tenses" in pair.because
    assert "hoped/hopes" in pair.because


def test_the_minister_stands_against_the_afghan_government_with_the_cue(central):
    rows = [
        row
        for row in central.stances
        if "Asif" in row.holder and row.polarity == -1 and "Afghan" in row.target
    ]
    assert any("critici" in cue.text.lower() for row in rows for cue in row.cues)


def test_the_three_figures_of_the_closing_statistic(central):
    found = {claim.value: claim for claim, _ in central.claims}
    for value, measure in ((1524, "fatalities"), (1463, "injuries"), (789, "incidents")):
        claim = found[value]
        assert claim.measure == measure
        assert claim.place == "Pakistan"
        assert claim.period == "2023"
        assert "Centre for Research and Security Studies" in claim.source
        assert claim.comparison == ("six-year record" if value == 1524 else None)


def test_the_report_opens_with_the_story_against_itself():
    report = analyse(article_path("corrections_page"))
    rows = json.loads(report.to_json())["consistency"]
    assert [row["agrees"] for row in rows] == [False, True]
    assert rows[0]["kind"] == "percentage"
    assert (rows[0]["first"]["line"], rows[0]["second"]["value"]) == (39, 53)
    assert "1 pair of places fits, 1 does not." in report.to_text()
    for shown in (report.to_html(), report.to_markdown(), report.to_text()):
        first = shown.lower().index("does not fit")
        assert 0 < first < shown.index("1,524 casualties")
        assert "a fall of 46.2 per cent" in " ".join(shown[first:].split())
    sections = [part.split('"')[0] for part in report.to_html().split('aria-labelledby="')[1:3]]
    assert sections == ["summary", "consistency"]


def test_a_report_dates_last_year_and_the_editions_from_the_day_of_the_page():
    page = "Toll of the year\n\nPublished: {}\n\nCRSS counted {} deaths in Pakistan last year.\n"
    found = {
        ("3 May 2024", "1,524"): "supported",
        ("3 May 2024", "1,533"): "contradicted",  # CRSS printed it on 30 December 2024
        ("31 December 2024", "1,533"): "supported",
        ("3 May 2025", "1,533"): "contradicted",  # the year before is 2024
    }
    labels = {key: analyse(page.format(*key)).claims[-1][1].label for key in found}
    assert labels == found


def test_a_story_without_two_places_to_compare_says_so_in_words(central):
    assert central.consistency == ()
    for shown in (central.to_html(), central.to_markdown(), central.to_text()):
        said = "Nothing in this story can be set against anything else in it."
        assert " ".join(shown.split()).count(said) == 1  # in its own part
        assert "0 pairs" not in shown


def test_the_record_is_tested_in_every_year_of_its_series(central):
    (verdict,) = [v for claim, v in central.claims if claim.comparison == "six-year record"]
    assert verdict.label == "supported"
    assert {row.year for row in verdict.evidence} == set(range(2018, 2024))
    assert "2024-01-01" in verdict.because


@pytest.mark.parametrize("name", article_names())
def test_the_json_follows_its_schema(name):
    document = json.loads(analyse(article_path(name)).to_json())
    Draft202012Validator(json_schema()).validate(document)


def test_the_schema_is_itself_valid_and_describes_every_field():
    schema = json_schema()
    Draft202012Validator.check_schema(schema)

    def described(node, path):
        for key, value in node.get("properties", {}).items():
            assert value.get("description") or "$ref" in value, f"{path}.{key}"
            described(value, f"{path}.{key}")
        if "items" in node:
            described(node["items"], f"{path}[]")

    described(schema, "report")
    for name, definition in schema.get("$defs", {}).items():
        described(definition, name)


class Page(html.parser.HTMLParser):
    """Collects what a browser would load and what a reader needs."""

    def __init__(self, text):
        super().__init__()
        self.loaded, self.images, self.headings, self.struck = [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.loaded += [attributes[key] for key in ("src", "srcset") if key in attributes]
        if tag in ("link", "script", "iframe"):
            self.loaded.append(tag)
        if tag == "img":
            self.images.append(attributes)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        self.struck += tag == "del"


def test_the_html_is_one_file_and_each_picture_has_its_words(central):
    page = Page(central.to_html())
    assert all(address.startswith("data:image/svg+xml;base64,") for address in page.loaded)
    checked = sum(bool(verdict.evidence) for _, verdict in central.claims)
    assert len(page.images) == 2 + checked
    assert all(len(image["alt"]) > 40 for image in page.images)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(below - above <= 1 for above, below in steps)
    dropped = [row for row in central.cleaned.lines if not row.kept and row.role != "blank"]
    assert page.struck == len(dropped)


def test_markup_in_an_article_is_shown_and_not_run():
    text = "<script>alert(1)</script> & Co\n\nThe <b>minister</b> | said *nothing* on Monday."
    report = analyse_article(read_article(text), load_reference())
    assert "<script>" not in report.to_html()
    assert "&lt;b&gt;minister&lt;/b&gt;" in report.to_html()
    assert "<script>" not in report.to_markdown()


@pytest.mark.thorough
def test_the_same_article_gives_the_same_report():
    path = article_path("border_live")
    assert analyse(path).to_json() == analyse(path).to_json()
    assert analyse(path).to_html() == analyse(path).to_html()


@given(st.text(max_size=400))
def test_no_text_stops_the_desk_and_no_line_is_lost(text):
    if not text.strip():
        return
    report = analyse_article(read_article("\n" + text), load_reference())
    numbers = [line.number for line in report.cleaned.lines]
    assert numbers == list(range(1, len(report.article.lines) + 1))
    ledger = {part.number for part in report.cleaned.dropped}
    for line in report.cleaned.lines:
        assert line.kept or line.number in ledger
    Draft202012Validator(json_schema()).validate(json.loads(report.to_json()))
    assert report.to_text()


ROWS = (LabelledLine, Dropped, NearDuplicate, LabelChoice, Attribution, Cue, PartyStance, Claim)


@pytest.mark.parametrize("row", [*ROWS, Finding, Place, Verdict, Evidence, Step])
def test_the_schema_has_the_fields_of_every_row(row):
    fields = {field.name for field in dataclasses.fields(row)}
    properties = set(json_schema()["$defs"][row.__name__]["properties"])
    assert properties == fields | ({"verdict"} if row is Claim else set())


@pytest.mark.thorough
def test_a_report_in_words_does_not_load_the_library_of_charts():
    code = (
        "import sys; from copydesk.report import analyse; analyse('A minister spoke.').to_text(); "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_the_steps_are_told_of_in_the_order_of_the_report():
    order = "consistency cleaning tone stance claims verification"
    assert [step.step for step in METHOD] == order.split()

"""The gold labels agree with the articles, with one another, and with the reference figures."""

import re
from dataclasses import replace

import pytest
from table_sums import compute

from copydesk.corpus import article_names, load_article, load_gold, story_names
from copydesk.verification.bodies import find_tracker
from copydesk.verification.reference import load_reference

NAMES = [*article_names(), *story_names()]
REFERENCE = load_reference()
WORLD = {"housing_wire": ("Kenya", "Uganda"), "valley_news": ("Colombia",)}
"""The countries whose figures a story needs; those of Pakistan are in the reference itself."""


def rows(layer, name):
    return load_gold(layer, name).astype(object).fillna("").to_dict("records")


def sentences_of(name):
    return {row["sentence"]: row["text"] for row in rows("sentences", name)}


def squeezed(text):
    return " ".join(text.split())


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.mark.parametrize("layer", ["sentences", "parties", "stances", "attributions", "claims"])
def test_every_article_has_labels_in_every_layer(name, layer):
    assert len(rows(layer, name)) > 0


def test_sentences_are_numbered_and_make_up_the_kept_lines(name):
    gold = rows("sentences", name)
    assert [row["sentence"] for row in gold] == list(range(1, len(gold) + 1))
    kept = load_gold("lines", name).query("kept")["line"].tolist()
    assert sorted({row["line"] for row in gold}) == kept
    assert [row["line"] for row in gold] == sorted(row["line"] for row in gold)
    lines = load_article(name).lines
    for line in kept:
        parts = [row["text"] for row in gold if row["line"] == line]
        assert squeezed(" ".join(parts)) == squeezed(lines[line - 1])


def test_every_name_of_a_party_is_printed(name):
    # A party may be named in a line that is dropped, such as a caption.
    text = squeezed(load_article(name).text)
    for row in rows("parties", name):
        for printed in row["names"].split(" | "):
            assert printed in text, row


def test_a_stance_names_its_holder_and_its_words(name):
    sentences = sentences_of(name)
    parties = {row["party"] for row in rows("parties", name)}
    seen = set()
    for row in rows("stances", name):
        assert row["party"] in parties
        assert row["cue"] in sentences[row["sentence"]]
        if row["stance"] == 0:
            assert (row["holder"], row["cue"]) == ("", "")
        else:
            assert row["holder"] in parties | {"outlet"}
            assert row["cue"]
        key = (row["sentence"], row["party"], row["holder"])
        assert key not in seen
        seen.add(key)


def test_two_stances_of_one_sentence_toward_one_party_have_two_holders_and_a_note(name):
    stances = load_gold("stances", name).astype(object).fillna("")
    for _, both in stances.groupby(["sentence", "party"]):
        if len(both) > 1:
            assert both["holder"].nunique() == len(both)
            assert both["note"].all()


def test_an_attribution_gives_words_of_its_sentence_to_somebody(name):
    sentences = sentences_of(name)
    parties = {row["party"] for row in rows("parties", name)}
    for row in rows("attributions", name):
        sentence = sentences[row["sentence"]]
        assert row["speaker"] in parties | {"unnamed", "outlet"}
        assert row["words"] in sentence
        assert set(filter(None, row["about"].split(" | "))) <= parties
        if row["addressee"]:
            assert row["addressee"] in " ".join(sentences.values())
        if row["form"] != "indirect":
            assert re.search("[“”\"‘’']", sentence) or row["verb"] == ""


def test_a_claim_is_printed_in_its_sentence(name):
    sentences = sentences_of(name)
    for row in rows("claims", name):
        assert row["text"] in sentences[row["sentence"]], row
        assert row["because"].endswith(".")
        assert row["value_high"] == "" or row["value_high"] > row["value"]


def reference_of(name):
    """Return the reference with the figures of the countries that an article is about."""
    figures = [f for country in WORLD.get(name, ()) for f in REFERENCE.about(country).figures]
    return replace(REFERENCE, figures=(*REFERENCE.figures, *figures))


def works_out(row, reference):
    """Work out the sum of a row and say whether it gives the result that the row prints."""
    expression, _, result = row["arithmetic"].rpartition(" = ")
    got = compute(expression, row["figures"], reference)
    if result in {"True", "False"}:
        return str(got) == result
    return round(float(got), len(result.partition(".")[2])) == float(result.replace(",", ""))


def test_the_sum_of_a_claim_comes_out(name):
    for row in rows("claims", name):
        assert not row["arithmetic"] or works_out(row, reference_of(name)), row


def figures_of(row, reference):
    known = {figure.figure_id: figure for figure in reference.figures}
    ids = re.findall(r"\w = (\S+/\S+?)(?:;|$)", row["figures"])
    return [known[figure_id] for figure_id in ids]


DERIVED = {"percent", "percentage points"}


def test_a_supported_claim_stands_in_figures_of_its_own_source(name):
    """The number stands in a figure, or a sum over figures gives it."""
    reference = reference_of(name)
    for row in rows("claims", name):
        if row["verdict"] != "supported":
            continue
        own = figures_of(row, reference)
        assert own, row
        trackers = {figure.tracker for figure in own}
        printed = {number for f in own for number in (f.value, f.low, f.high)}
        if row["source"]:
            # A page says "the military" once it has said whose.
            part = any(
                row["source"] in name for tracker in trackers for name in REFERENCE.names[tracker]
            )
            assert part or find_tracker(row["source"], REFERENCE.names) in trackers, row
        else:  # "one shows more", "two of the trackers": a comparison of bodies, worked out
            assert works_out(row, reference), row
        assert row["value"] in printed or row["arithmetic"], row
        assert row["unit"] not in DERIVED or row["arithmetic"], row


def test_a_contradicted_claim_says_what_contradicts_it(name):
    for row in rows("claims", name):
        if row["verdict"] == "contradicted":
            assert figures_of(row, reference_of(name)) or row["arithmetic"], row


def test_a_claim_about_one_event_is_left_open():
    """The reference holds yearly series: a count of one attack cannot be told from it."""
    claims = [row for name in NAMES for row in rows("claims", name)]
    open_claims = [row for row in claims if row["verdict"] == "cannot tell"]
    assert all(row["measure"] for row in claims)
    assert len(claims) > 100
    assert len(open_claims) > 20

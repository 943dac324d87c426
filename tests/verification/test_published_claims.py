"""Published claims: every sum is worked out again from figures.csv, and fits its verdict."""

import re

import pandas as pd
import pytest
from table_sums import compute

from copydesk.corpus import load_table
from copydesk.verification import LABELS
from copydesk.verification.reference import load_reference

CLAIMS = load_table("claims").astype(object).fillna("").to_dict("records")
REFERENCE = load_reference()
WORKED_OUT = [claim for claim in CLAIMS if claim["arithmetic"]]
TRACKERS = sorted({figure.tracker for figure in REFERENCE.figures})


def result_of(claim):
    return compute(claim["arithmetic"], claim["figures"], REFERENCE)


def rounded_like(number, printed):
    return round(float(number), len(printed.partition(".")[2]))


def number_in(text):
    match = re.search(r"-?\d[\d,]*(?:\.\d+)?", text)
    return match and match[0].replace(",", "")


def meets(result, claimed):
    """Say whether a result is what a claim prints, in the sense of its hedge."""
    printed = float(number_in(claimed))
    if claimed.startswith("more than "):
        return result > printed
    if claimed.startswith("nearly "):
        return 0.95 * printed <= result < printed
    return rounded_like(result, number_in(claimed)) == printed


def test_there_are_enough_claims_of_every_verdict_and_of_many_kinds():
    assert len(WORKED_OUT) >= 30
    assert {claim["verdict"] for claim in CLAIMS} == set(LABELS)
    assert len({claim["kind"] for claim in CLAIMS}) >= 8


@pytest.mark.parametrize("claim", WORKED_OUT, ids=lambda claim: claim["claim_id"])
def test_the_sum_of_a_claim_comes_out(claim):
    result = result_of(claim)
    if isinstance(result, bool):
        assert str(result) == claim["result"]
    else:
        assert rounded_like(result, claim["result"]) == float(claim["result"])


@pytest.mark.parametrize(
    "claim",
    [claim for claim in WORKED_OUT if number_in(claim["claimed"])],
    ids=lambda claim: claim["claim_id"],
)
def test_a_number_that_a_claim_prints_fits_its_verdict(claim):
    """Supported: the sum gives the printed number. Contradicted: it gives another one."""
    if claim["verdict"] in {"supported", "contradicted"}:
        assert meets(result_of(claim), claim["claimed"]) == (claim["verdict"] == "supported")


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["claim_id"])
def test_a_reason_is_whole_sentences_and_every_letter_is_used(claim):
    assert claim["because"].endswith(".")
    assert claim["claim"].endswith(".")
    letters = re.findall(r"(?:^|; )(\w) =", claim["figures"])
    assert len(set(letters)) == len(letters)
    used = set(re.findall(r"\b[a-z]\b", claim["arithmetic"]))
    assert used == set(letters)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["claim_id"])
def test_every_figure_of_a_claim_stands_in_the_reference(claim):
    known = {figure.figure_id for figure in REFERENCE.figures}
    for meant in re.findall(r"\w = ([^;]+)", claim["figures"]):
        assert meant in known or re.fullmatch(r"[\d.]+ \([^()]+\)", meant)


def test_what_the_text_says_of_a_number_can_be_worked_out():
    compute_what = {"a": "picss-attacks/pakistan/2019/2020"}
    figures = "; ".join(f"{letter} = {key}" for letter, key in compute_what.items())
    assert compute("max(a, 1) + abs(-2)", figures, REFERENCE) == 161
    with pytest.raises(ValueError, match="no figure 'nothing'"):
        compute("a", "a = nothing", REFERENCE)
    for wrong in ("a +", "b", "__import__('os')", "a / 0", "open('x')", "9 ** 9 ** 9 ** 9"):
        with pytest.raises(ValueError, match="cannot be worked out"):
            compute(wrong, figures, REFERENCE)


def test_the_table_names_who_printed_a_claim_and_where():
    for claim in CLAIMS:
        assert claim["who"]
        assert re.fullmatch(r"https?://[\w.-]+\.\w+/\S*|constructed", claim["address"])
    assert not pd.Series([claim["claim_id"] for claim in CLAIMS]).duplicated().any()

"""Conflict deaths and their rate for any country: right, and never supported by another count."""

import csv
import hashlib
from dataclasses import replace

import pytest

from copydesk.charts import year_series
from copydesk.claims import find_claims
from copydesk.corpus import country_names, data_path, load_table, table_path, world_figures
from copydesk.verification import load_reference, verify

DEATHS = load_table("ucdp_country_year").set_index(["country", "year"])
PEOPLE = load_table("population").set_index(["country", "year"])["population"]
KINDS = ("state_based", "non_state", "one_sided")
ALL = "ucdp-fatalities-organized-violence"
TEN = [
    ("Ukraine", "Ukraine", 2022),
    ("DR Congo", "the Democratic Republic of the Congo", 2023),
    ("Myanmar", "Burma", 2021),
    ("Turkey", "Türkiye", 2016),
    ("Colombia", "Colombia", 2002),
    ("Ivory Coast", "Côte d’Ivoire", 2011),
    ("Sri Lanka", "Sri Lanka", 2009),
    ("Nigeria", "Nigeria", 2015),
    ("Mexico", "Mexico", 2019),
    ("United States", "the U.S.", 2001),
]


def label(sentence: str) -> str:
    """Return the verdict on the one figure of a sentence."""
    (claim,) = find_claims(sentence)
    return verify(claim, load_reference()).label


@pytest.mark.parametrize(("country", "printed", "year"), TEN)
def test_the_deaths_of_a_country_are_found_under_its_name_in_print(country, printed, year):
    best = DEATHS.loc[(country, year), "all_best"]
    assert label(f"UCDP counted {best:,} deaths in {printed} in {year}.") == "supported"
    assert label(f"UCDP counted {7 * best:,} deaths in {printed} in {year}.") == "contradicted"


@pytest.mark.parametrize(("country", "printed", "year"), TEN)
def test_the_rate_of_a_country_has_its_own_people_below_the_line(country, printed, year):
    rate = DEATHS.loc[(country, year), "all_best"] / PEOPLE[country, year] * 100_000
    sentence = f"UCDP counted {{:.2f}} deaths per 100,000 people in {printed} in {year}."
    assert label(sentence.format(rate)) == "supported"
    assert label(sentence.format(3 * rate)) == "contradicted"


@pytest.mark.parametrize(("country", "printed", "year"), TEN)
def test_a_sentence_on_one_kind_of_violence_is_not_supported_by_the_total(country, printed, year):
    row = DEATHS.loc[(country, year)]
    for kind in KINDS:
        if row[f"{kind}_best"] != row["all_best"]:
            words = kind.replace("_", "-")
            for text in (
                f"UCDP counted {row['all_best']:,} deaths in {words} violence in {printed} "
                f"in {year}.",
                f"UCDP counted {row[f'{kind}_best']:,} deaths in {printed} in {year}.",
            ):
                assert label(text) != "supported", text


@pytest.mark.parametrize("place", ["Congo", "Israel", "Gaza", "Korea", "Atlantis"])
def test_a_name_that_is_no_one_country_of_the_tables_gets_no_answer(place):
    assert place not in country_names()
    assert label(f"UCDP counted 1,200 deaths in {place} in 2023.") == "cannot tell"


def test_a_rate_over_other_borders_gets_no_answer():
    sentence = "UCDP counted 24 deaths per 100,000 people in Sudan in 1991."
    assert label(sentence) == "cannot tell"


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_name_of_a_country_is_read_as_a_place_and_has_figures(step):
    for name, country in [*country_names().items()][::step]:
        (claim,) = find_claims(f"UCDP counted 12 deaths in {name} in 2005.")
        assert claim.place == name
        assert ALL in {row["series_id"] for row in world_figures(country)}, country


def test_the_three_kinds_make_the_total():
    for end in ("best", "low", "high"):
        assert (sum(DEATHS[f"{kind}_{end}"] for kind in KINDS) == DEATHS[f"all_{end}"]).all()


def test_the_world_agrees_with_the_figures_of_the_kit():
    world = {
        row["figure_id"]: (row["value"], row["low"], row["high"])
        for country in ("Afghanistan", "India", "Iran", "Pakistan")
        for row in world_figures(country)
    }
    figures = load_table("figures").astype({"low": object, "high": object}).fillna("")
    figures = figures.set_index("figure_id")
    both = figures.index.intersection(list(world))
    assert len(both) > 90
    assert (figures.loc[both, "series_id"].value_counts() > 10).all()
    for key in both:
        assert tuple(figures.loc[key, ["value", "low", "high"]]) == world[key]


def test_one_figure_stands_in_the_reference_once():
    for place in ("Pakistan", "Islamic Republic of Pakistan", "Burma"):
        keys = [row.figure_id for row in load_reference().about(place).figures]
        assert len(keys) == len(set(keys))


def test_figures_that_a_reader_made_are_not_joined_by_the_world():
    own = replace(load_reference(), figures=(), world=False)
    assert own.about("Ukraine").figures == ()


def test_a_chart_is_drawn_for_a_country_of_the_world():
    series = year_series(ALL, "Ukraine", 2020, 2022)
    assert series.counts[2022] == DEATHS.loc[("Ukraine", 2022), "all_best"]
    with pytest.raises(ValueError, match="no whole year for 'Atlantis'"):
        year_series(ALL, "Atlantis")


@pytest.mark.parametrize("name", ["ucdp_country_year", "population"])
def test_the_readme_gives_the_fingerprint_and_the_rows_of_the_world(name):
    readme = data_path("reference/README.md").read_text(encoding="utf-8")
    raw = table_path(name).read_bytes()
    assert hashlib.sha256(raw).hexdigest() in readme
    rows = len(list(csv.reader(raw.decode().splitlines()))) - 1
    assert f"| {rows:,} |" in readme


def test_every_country_of_the_world_has_its_name_in_the_table_of_names():
    assert set(DEATHS.index.get_level_values(0)) == set(country_names().values())
    assert set(PEOPLE.index.get_level_values(0)) <= set(country_names().values())


def test_rows_out_of_order_are_those_that_the_readme_names():
    order = DEATHS.query("all_low > all_best or all_best > all_high")
    readme = data_path("reference/README.md").read_text(encoding="utf-8")
    assert len(order) == 7
    for country, year in order.index:
        assert f"{country} {year}" in readme.replace("\n", " ")


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ("rose from 30.6 million in 2000 to 56.4 million in 2024", "supported"),
        ("rose from nearly 31 million in 2000 to 56.4 million in 2024", "supported"),
        ("rose from 31.6 million in 2000 to 56.4 million in 2024", "contradicted"),
        ("fell from 30.6 million in 2000 to 56.4 million in 2024", "contradicted"),
        ("was 56.4 million in 2024, up from 55.3 million in 2023", "supported"),
        ("was 56.4 million in 2024, up from 55.8 million in 2023", "contradicted"),
        # 2.55 times since 1989, and 1.02 times since the year before
        ("has more than doubled since 1989, to 56.4 million in 2024", "supported"),
        ("has more than tripled since 1989, to 56.4 million in 2024", "contradicted"),
        ("more than doubled from 22.1 million in 1989 to 56.4 million in 2024", "supported"),
        ("more than doubled from 22.9 million in 1989 to 56.4 million in 2024", "contradicted"),
    ],
)
def test_a_change_is_tested_against_the_whole_number_that_it_begins_at(change, label):
    sentence = f"The population of Kenya {change}, World Bank figures show."
    (claim,) = [claim for claim in find_claims(sentence) if claim.text.startswith("56.4")]
    assert verify(claim, load_reference()).label == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("56.4 million people lived in Kenya in 2024", "supported"),
        ("57.4 million people lived in Kenya in 2024", "contradicted"),
        ("56.4 million people lived in poverty in Kenya in 2024", "cannot tell"),
        ("56.4 million people lived in Kenya and Uganda in 2024", "cannot tell"),
        ("56.4 million women lived in Kenya in 2024", "cannot tell"),
    ],
)
def test_people_who_live_somewhere_are_its_population(words, label):
    (claim,) = find_claims(f"The World Bank says that {words}.")
    assert verify(claim, load_reference()).label == label

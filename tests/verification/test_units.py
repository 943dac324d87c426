"""A figure is set beside a series only in the unit in which the series gives its figures."""

import re

import pandas as pd
import pytest

from copydesk.claims import find_claims
from copydesk.corpus import load_table, table_schema
from copydesk.verification import build_reference, verify

SERIES = {
    "asylum claims": ("Ireland", "Dublin Office", "", {2023: 13_276, 2024: 18_561}),
    "remittances": ("Kenya", "Nairobi Bank", "US$", {2023: 4.19e9, 2024: 4.94e9}),
    "unemployment": ("Spain", "Labour Institute", "per cent", {2023: 12.2, 2024: 11.3}),
    "maternal deaths": (
        *("Bangladesh", "Health Observatory", "per 100,000 live births"),
        {2022: 143, 2023: 128},
    ),
    "road deaths": ("Peru", "Traffic Bureau", "per 100,000 people", {2023: 13.2, 2024: 12.6}),
}


@pytest.fixture(scope="module")
def reference():
    definitions, figures = [], []
    for measure, (country, tracker, unit, values) in SERIES.items():
        whose = {
            **{"definition_id": measure.replace(" ", "-"), "tracker": tracker, "measure": measure},
            "address": "https://www.example.org/count",
        }
        definitions.append(
            {**whose, "scope": "all", "victims": "all", "counts": "A count.", "unit": unit,
             "includes_operations": "no", "includes_militants": "no", "changed": "No change.",
             "source": "A note",
             "words": "maternal mortality" if "maternal" in measure else ""}
        )  # fmt: skip
        figures += [
            {**whose, "series_id": whose["definition_id"], "country": country, "year": year,
             "value": value, "edition": "2025-02 report", "publisher": "Us", "title": "A count"}
            for year, value in values.items()
        ]  # fmt: skip
    return build_reference(pd.DataFrame(figures), pd.DataFrame(definitions))


def answer(text, reference, place=-1):
    return verify(find_claims(text)[place], reference)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Health Observatory counted # maternal deaths per 100,000 live births in Bangladesh "
         "in 2023.", ("128", "182")),
        ("The Health Observatory recorded # maternal deaths for every 100,000 live births in "
         "Bangladesh in 2023.", ("128", "143")),
        ("Maternal mortality in Bangladesh was # deaths per 100,000 live births in 2023, the "
         "Health Observatory said.", ("128", "218")),
        ("Maternal mortality in Bangladesh stood at # per 100,000 live births in 2023, the "
         "Health Observatory said.", ("128", "218")),
        ("Maternal deaths in Bangladesh fell by # per 100,000 live births in 2023, the Health "
         "Observatory said.", ("15", "25")),
        ("Maternal deaths in Bangladesh fell by # per cent in 2023, the Health Observatory said.",
         ("10", "15")),
        ("The Traffic Bureau counted # road deaths per 100,000 inhabitants in Peru in 2024.",
         ("12.6", "13.2")),
        ("The Nairobi Bank put remittances in Kenya at # in 2024.",
         ("$4.94 billion", "$4.94 million")),
        ("The Nairobi Bank put remittances in Kenya at # in 2024.",
         ("4.94 billion dollars", "5.94 billion dollars")),
        ("The Nairobi Bank counted # in remittances in Kenya in 2024.", ("US$4.94bn", "US$6bn")),
        ("Remittances in Kenya rose by # in 2024, the Nairobi Bank said.",
         ("$750 million", "$570 million")),
        ("Remittances in Kenya rose by # in 2024, the Nairobi Bank said.",
         ("18 per cent", "48 per cent")),
    ],
)  # fmt: skip
def test_a_figure_in_the_unit_of_its_series_is_answered(text, label, reference):
    right, wrong = label
    assert answer(text.replace("#", right), reference).label == "supported"
    assert answer(text.replace("#", wrong), reference).label == "contradicted"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The Health Observatory recorded 128 maternal deaths in Bangladesh in 2023.",
         "per 100,000 live births"),
        ("128 maternal deaths were recorded in Bangladesh in 2023.", "per 100,000 live births"),
        ("The Health Observatory recorded 128 maternal deaths per 1,000 live births in Bangladesh "
         "in 2023.", "per 100,000 live births"),
        ("The Health Observatory recorded 128 maternal deaths per 100,000 women in Bangladesh in "
         "2023.", "per 100,000 live births"),
        ("Maternal deaths in Bangladesh fell by 15 in 2023, the Health Observatory said.",
         "per 100,000 live births"),
        ("The Nairobi Bank put remittances in Kenya at €4.94 billion in 2024.", "US$"),
        ("The Nairobi Bank put remittances in Kenya at A$4.94 billion in 2024.", "US$"),
        ("The Nairobi Bank counted 4,940,000,000 remittances in Kenya in 2024.", "US$"),
        ("Remittances in Kenya rose by €750 million in 2024, the Nairobi Bank said.", "US$"),
        ("The Labour Institute put unemployment in Spain at 11.3 in 2024.", "per cent"),
        ("The Labour Institute put unemployment in Spain at $11.3 in 2024.", "per cent"),
        ("The Dublin Office counted $18,561 asylum claims in Ireland in 2024.", "one by one"),
    ],
)  # fmt: skip
def test_a_figure_in_another_unit_is_not_answered(text, unit, reference):
    verdict = answer(text, reference)
    assert verdict.label == "cannot tell"
    assert unit in verdict.because


def test_the_next_sentence_may_call_a_rate_or_a_sum_the_highest(reference):
    rate = (
        "The Health Observatory counted 128 maternal deaths per 100,000 live births in Bangladesh"
    )
    text = f"{rate} in 2023. That is the {{}} rate of two years."
    assert answer(text.format("lowest"), reference).label == "supported"
    assert answer(text.format("highest"), reference).label == "contradicted"
    text = "The Nairobi Bank put remittances in Kenya at $4.94 billion in 2024. It is the {} sum of"
    assert answer(f"{text.format('largest')} two years.", reference).label == "supported"
    assert answer(f"{text.format('smallest')} two years.", reference).label == "contradicted"


def test_a_rate_that_is_printed_is_of_a_year(reference):
    text = "Road deaths in Peru were 12.6 per 100,000 people{} in 2024, the Traffic Bureau said."
    said = [answer(text.format(time), reference).label for time in ("", " a year", " a month")]
    assert said == ["supported", "supported", "cannot tell"]
    headline = "The Traffic Bureau says that in Peru in 2024 road deaths were 12.6 per 100,000"
    assert answer(headline, reference).label == "supported"


@pytest.mark.parametrize("money", ["dirhams", "Australian dollars"])
def test_a_currency_that_the_desk_does_not_know_is_not_answered(money, reference):
    text = f"The Nairobi Bank put remittances in Kenya at 4.94 billion {money} in 2024."
    assert answer(text, reference).label == "cannot tell"


def test_a_unit_may_be_said_once_for_two_figures(reference):
    text = (
        "Maternal deaths in Bangladesh fell from 143 in 2022 to 128 per 100,000 live births in "
        "2023, the Health Observatory said."
    )
    assert answer(text, reference, 0).label == answer(text, reference, 1).label == "supported"
    text = (
        "Unemployment in Spain fell from 12.2 in 2023 to 11.3% in 2024, the Labour Institute said."
    )
    assert answer(text, reference, 0).label == "supported"


@pytest.mark.parametrize(
    ("unit", "said", "label"),
    [
        ("KSh", "KSh12 billion", "supported"),
        ("KSh", "KES 12 billion", "supported"),
        ("KSh", "12 billion shillings", "supported"),
        ("KSh", "TZS 12 billion", "cannot tell"),
        ("NGN", "₦12 billion", "supported"),
        ("naira", "NGN 12 billion", "supported"),
        ("rand", "12 billion rand", "supported"),
        ("MXN", "COP 12 billion", "cannot tell"),
        ("COP", "12 billion pesos", "supported"),
        ("₱", "PHP 12 billion", "supported"),
        ("pesos", "12 billion rand", "cannot tell"),
    ],
)
def test_money_of_another_country_is_another_unit(unit, said, label):
    whose = {"definition_id": "aid", "tracker": "Aid Office", "measure": "aid"}
    whose["address"] = "https://www.example.org/count"
    definition = {
        **{"scope": "all", "victims": "all", "counts": "A sum.", "unit": unit},
        **{"includes_operations": "no", "includes_militants": "no", "changed": "No change."},
        "source": "A note",
    }
    figure = {
        **{"series_id": "aid", "country": "Kenya", "year": 2024, "value": 12e9},
        **{"edition": "2025-02 report", "publisher": "Us", "title": "A sum"},
    }
    reference = build_reference(pd.DataFrame([whose | figure]), pd.DataFrame([whose | definition]))
    text = f"The Aid Office put aid in Kenya at {said} in 2024."
    assert answer(text, reference).label == label


def test_each_currency_of_the_table_of_units_may_be_a_unit():
    unit = next(f for f in table_schema("definitions")["fields"] if f["name"] == "unit")
    pattern = re.compile(unit["constraints"]["pattern"])
    before = load_table("lexicon_units").query("place == 'before' and kind == 'money'")
    assert not [one for one in (*before.word, *before.unit) if not pattern.fullmatch(one)]
    assert not pattern.fullmatch("XYZ")

"""A series of a user: three measures on another subject, read by the same slots."""

from dataclasses import replace

import pytest

from copydesk.claims import find_claims
from copydesk.verification import Definition, Figure, Reference, load_reference, verify

VALUES = {"homicides": (13_000, 12_500), "people evicted": (4_210, 3_977),
          "journalists threatened": (157, 163)}  # fmt: skip


def made_reference() -> Reference:
    """Return the figures of an invented body that counts three things in Colombia."""
    held = load_reference()
    figures, definitions = [], []
    for measure, values in VALUES.items():
        key = measure.replace(" ", "-")
        definitions.append(
            Definition(key, "Andean Observatory", measure, "the year", "all",
                       f"All {measure} that the police report.", "no", "no", "No change was seen.",
                       "invented", "https://example.org/")
        )  # fmt: skip
        figures += [
            Figure(f"{key}/colombia/{year}/2025", key, "Andean Observatory", "Colombia", "", year,
                   "", measure, float(value), None, None, "2025-02 yearly report", key,
                   "invented", "invented", "https://example.org/", "")
            for year, value in zip((2023, 2024), values, strict=True)
        ]  # fmt: skip
    names = {**held.names, "Andean Observatory": ("Andean Observatory",)}
    return replace(
        held,
        figures=(*held.figures, *figures),
        definitions=(*held.definitions, *definitions),
        names=names,
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Andean Observatory counted 12,500 homicides in Colombia in 2024.", "supported"),
        ("According to the Andean Observatory, there were 13,000 homicides in Colombia in 2023.",
         "supported"),
        ("The Andean Observatory recorded 163 journalists threatened in Colombia in 2024.",
         "supported"),
        ("The Andean Observatory counted 3,977 people evicted in Colombia in 2024.", "supported"),
        ("The Andean Observatory counted 13,000 homicides in Colombia in 2024.", "contradicted"),
        ("The Andean Observatory counted 4,120 people evicted in Colombia in 2023.",
         "contradicted"),
        ("The Andean Observatory counted 157 journalists threatened in Colombia in 2024.",
         "contradicted"),
        ("The Andean Observatory counted 12,500 homicides by gangs in Colombia in 2024.",
         "cannot tell"),
        ("The Andean Observatory counted 12,500 homicides in Peru in 2024.", "cannot tell"),
        ("The Andean Observatory counted 163 journalists threatened in Colombia since 2024.",
         "cannot tell"),
        ("The Andean Observatory denied that there were 12,500 homicides in Colombia in 2024.",
         "cannot tell"),
        ("There were 12,500 homicides in Colombia in 2024.", "depends on definition"),
    ],
)  # fmt: skip
def test_a_users_own_series_is_read_by_the_same_slots(text: str, label: str) -> None:
    verdict = verify(find_claims(text)[0], made_reference())
    assert verdict.label == label, verdict.because

"""What is asked of the reference: a claim, what it counts, and the body whose figures it is of."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.claims import Claim
from copydesk.language.hedges import AGREES, agreement
from copydesk.verification.claimed_definition import VICTIMS, ClaimedDefinition
from copydesk.verification.dates import months_of, period_words, year_of
from copydesk.verification.evidence import Evidence, cite_all, describe, name_count
from copydesk.verification.measures import COUNTED, family_of, fits_unit
from copydesk.verification.reference import Figure, Reference

OWN_FIGURE = "the named source's own figure"
_TELLING = 3
_REGIONS = {"kp": "Khyber Pakhtunkhwa", "khyber-pakhtunkhwa": "Khyber Pakhtunkhwa"}
_SOME_GROUPS = frozenset({*VICTIMS, "civilians and security forces"})


def meets(claim: Claim, actual: float) -> str:
    """Say how a number meets a claim: as ``copydesk.language.hedges.agreement`` does."""
    return agreement(claim.value, actual, claim.step, claim.modifier)


def agrees(claim: Claim, actual: float) -> bool:
    """Say whether a number rounds to the claim's, as its words allow."""
    return meets(claim, actual) in AGREES


@dataclass(frozen=True)
class Query:
    """A claim beside the reference.

    Attributes
    ----------
    claim : Claim
    count : ClaimedDefinition
        What the claim counts.
    tracker : str
        The body whose figures it is of; empty where the reference has none of that name.
    reference : Reference
    """

    claim: Claim
    count: ClaimedDefinition
    tracker: str
    reference: Reference

    @property
    def months(self) -> tuple[str, int] | None:
        """The months and the year of a part of a year; ``None`` for a whole one."""
        return months_of(period_words(self.claim))

    @property
    def year(self) -> int | None:
        """The calendar year of the claim, also where it gives months of one."""
        return self.months[1] if self.months else year_of(self.claim)

    def printed(self, year: int | None, months: str = "") -> list[Figure]:
        """Return what the body prints for the place of the claim, for a year or months of it."""
        place = _REGIONS.get((self.claim.place or "").lower(), self.claim.place)
        rows = self.reference.where(tracker=self.tracker, year=year, months=months)
        return [row for row in rows if place == (row.region or row.country)]

    def same(self, year: int | None, months: str = "") -> list[Figure]:
        """Return those of the printed figures that count what the claim counts."""
        return [row for row in self.printed(year, months) if self.counts(row)]

    def of_all_bodies(self, year: int | None) -> list[Figure]:
        """Return what any body prints for the country of the claim and a whole year."""
        return self.reference.where(country=self.claim.place, year=year, region="", months="")

    def alike(self, row: Figure) -> bool:
        """Say whether a figure is of one family with what the claim counts."""
        return family_of(row.measure) == family_of(self.count.measure)

    def victims(self, row: Figure) -> str:
        """Return whose deaths or injuries a figure counts."""
        return self.reference.definition(row).victims

    def scope(self, row: Figure) -> str:
        """Return in which events a figure counts."""
        return self.reference.definition(row).scope

    def counts(self, row: Figure) -> bool:
        """Say whether a figure counts the thing that the claim names."""
        count, definition = self.count, self.reference.definition(row)
        if not fits_unit(self.claim, definition.unit):
            return False
        if count.measure not in COUNTED:
            return row.measure == count.measure
        # "terrorist incidents" are attacks, and some bodies count them under the one name or the
        # other.
        attacks = (count.measure, count.scope) == ("incidents", "attacks")
        if row.measure not in {count.measure, "attacks" if attacks else count.measure}:
            return False
        if count.scope not in {"", definition.scope}:
            return False
        # A body's words for everyone in the kind of violence that the claim names.
        everyone = count.victims == "all" and count.scope == definition.scope
        return definition.victims == count.victims or (
            everyone and definition.victims not in _SOME_GROUPS
        )

    def agrees(self, actual: float) -> bool:
        """Say whether a number rounds to the claim's, as its words allow."""
        return agrees(self.claim, actual)

    def meets(self, actual: float) -> str:
        """Say how a number meets the claim's."""
        return meets(self.claim, actual)

    def exactly(self, row: Figure) -> bool:
        """Say whether a figure is the very number of the claim."""
        return self.meets(row.value) == "exactly"

    @property
    def telling(self) -> bool:
        """Whether an equal number is no chance: exact, and of three digits without its noughts."""
        digits = f"{self.claim.value:.0f}".rstrip("0")
        return not self.claim.modifier and len(digits) >= _TELLING

    def cite(self, rows: list[Figure], relation: str) -> tuple[Evidence, ...]:
        """Make evidence of figures, each once; ``relation`` says how they bear on the claim."""
        return cite_all(rows, self.reference, relation)

    def describe(self, rows: list[Figure]) -> str:
        """Write what series print, with every edition, and what they count."""
        return describe(rows, self.reference)

    def others(self) -> tuple[Evidence, ...]:
        """Cite what the other bodies print for the same place, year and kind of thing."""
        evidence: tuple[Evidence, ...] = ()
        for row in self.of_all_bodies(year_of(self.claim)):
            if row.tracker != self.tracker and self.alike(row) and self.victims(row) == "all":
                named = name_count(row, self.reference)
                evidence += self.cite([row], f"another tracker, which counts {named}: no support")
        return evidence

"""What published style guides say of the names that an outlet uses in its own voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from copydesk.corpus import load_table
from copydesk.lexicons import labels
from copydesk.tone.labels import label_choices

GUIDE_RULES = {
    "yes": "allows it",
    "with attribution": "asks for attribution",
    "no": "does not use it",
}
"""What ``may_use_own_voice`` in ``data/reference/styleguides.csv`` becomes in a `GuideRule`."""

GUIDE_COLUMNS = {
    "label": "object",
    "uses": "int64",
    "sentences": "object",
    "allow": "object",
    "ask_for_attribution": "object",
    "do_not_use": "object",
    "not_seen": "object",
}
"""The columns of ``labels_against_guides`` and their types."""


@dataclass(frozen=True)
class GuideRule:
    """What one style guide says on one name for people who use force.

    Attributes
    ----------
    guide : str
        Publisher and year: "Reuters 2007", or "Global Press, no year".
    label : str
        An entry of ``data/lexicons/labels.csv``.
    rule : str
        For the outlet's own voice: "allows it", "asks for attribution", "does not use it", or
        "not seen" when no rule on this word was seen. "not seen" does not mean allowed.
    because : str
        The rule in our words, and whether the guide itself was read.
    """

    guide: str
    label: str
    rule: str
    because: str


def guide_rules(label: str) -> tuple[GuideRule, ...]:
    """Say what each style guide of the kit says on a label in the outlet's own voice.

    Parameters
    ----------
    label : str
        A name for people who use force, in any form: "Terrorists".

    Returns
    -------
    tuple of GuideRule
        One for each guide of ``data/reference/styleguides.csv``, in the order of the table. A guide
        that names the label among the words to use instead of another one allows it.

    Examples
    --------
    >>> [rule.rule for rule in guide_rules("terrorists") if rule.guide == "Reuters 2007"]
    ['asks for attribution']
    """
    known = labels().get(label.lower())
    word = known.word if known else label.lower()
    return tuple(_guide_rule(guide, word, rows) for guide, rows in _guides().items())


@cache
def _guides() -> dict[str, list[dict[str, str]]]:
    """Return the rows of each style guide under its publisher and year."""
    found: dict[str, list[dict[str, str]]] = {}
    for cells in load_table("styleguides").to_dict("records"):
        row = {str(key): "" if pd.isna(value) else str(value) for key, value in cells.items()}
        name = (
            f"{row['publisher']} {row['year']}" if row["year"] else f"{row['publisher']}, no year"
        )
        found.setdefault(name, []).append(row)
    return found


def _guide_rule(guide: str, label: str, rows: Iterable[dict[str, str]]) -> GuideRule:
    instead = None
    for row in rows:
        if row["term"].lower() == label:
            rule = GUIDE_RULES[row["may_use_own_voice"]]
            return GuideRule(guide, label, rule, f"{row['rule']} Read in: {row['seen']}.")
        forms = [form.strip().lower() for form in row["alternatives"].split(";")]
        if label in {labels()[form].word if form in labels() else form for form in forms}:
            instead = instead or row
    if instead:
        because = f"It stands among the words to use instead of “{instead['term']}”. "
        return GuideRule(guide, label, GUIDE_RULES["yes"], f"{because}Read in: {instead['seen']}.")
    return GuideRule(guide, label, "not seen", "No rule of this guide on this word was seen.")


def labels_against_guides(text: str) -> pd.DataFrame:
    """Set each label that the outlet uses in its own voice beside the style guides.

    Parameters
    ----------
    text : str
        Clean text, one paragraph a line.

    Returns
    -------
    pandas.DataFrame
        One row a label, in the order of the text, with the columns of ``GUIDE_COLUMNS``: the
        ``label``, how many ``uses``, in which ``sentences``, and the names of the guides that
        ``allow`` it in the outlet's own voice, that ``ask_for_attribution``, that ``do_not_use``
        it, and those of which no rule on it was seen (``not_seen``). Lists are joined by "; ". A
        label that is attributed to somebody is left out.

    Examples
    --------
    >>> row = labels_against_guides("Terrorists fled. “Militants,” the mayor said.").iloc[0]
    >>> row["label"], row["do_not_use"]
    ('terrorist', 'Global Press, no year')
    """
    own: dict[str, list[int]] = {}
    for choice in label_choices(text):
        if choice.voice == "outlet":
            own.setdefault(choice.label, []).append(choice.sentence)
    rows = []
    for label, sentences in own.items():
        rules = guide_rules(label)
        rows.append(
            (
                label,
                len(sentences),
                "; ".join(map(str, dict.fromkeys(sentences))),
                *(
                    "; ".join(rule.guide for rule in rules if rule.rule == wanted)
                    for wanted in (*GUIDE_RULES.values(), "not seen")
                ),
            )
        )
    return pd.DataFrame(rows, columns=list(GUIDE_COLUMNS)).astype(GUIDE_COLUMNS)

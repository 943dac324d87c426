"""Check what somebody wants to label: the choices, and the sentences with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from copydesk.classroom.annotation.label_calls import check_choice, check_number
from copydesk.classroom.annotation.label_file import LabelError


def checked_choices(choices: Iterable[Any]) -> tuple[str, ...]:
    """Return the choices, two or more different words.

    Raises
    ------
    LabelError
        They are no list of such words.
    """
    if isinstance(choices, str) or not isinstance(choices, Iterable):
        raise LabelError('choices is a list, such as ["for", "against", "cannot tell"].')
    names = tuple(check_choice(choice) for choice in choices)
    if "" in names:
        raise LabelError("One of the choices is empty; write a word for it.")
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise LabelError(f"The choice {twice[0]!r} stands in the list twice.")
    if len(names) < 2:
        raise LabelError("At least two choices are needed.")
    return names


def numbered_sentences(sentences: object) -> dict[int, str]:
    """Return the sentences by their numbers, whatever they came in.

    Parameters
    ----------
    sentences : pandas.DataFrame, mapping or iterable
        A table with numbers and texts, texts by their numbers, or texts alone.

    Raises
    ------
    LabelError
        There are none, two have one number, or one is no text.
    """
    if isinstance(sentences, str):
        raise LabelError(
            "The sentences are one text; give a list, such as split_sentences(text) makes."
        )
    pairs: list[tuple[Any, Any]]
    if isinstance(sentences, pd.DataFrame):
        known = [
            names
            for names in (["sentence", "text"], ["number", "sentence"])
            if set(names).issubset(sentences.columns)
        ]
        if not known:
            raise LabelError(
                "The table of sentences needs the columns sentence (a number) and text."
            )
        pairs = list(sentences[known[0]].itertuples(index=False, name=None))
    elif isinstance(sentences, Mapping):
        pairs = list(sentences.items())
    elif isinstance(sentences, Iterable):
        pairs = [
            (getattr(sentence, "number", place), getattr(sentence, "text", sentence))
            for place, sentence in enumerate(sentences, 1)
        ]
    else:
        raise LabelError("The sentences are a list of texts.")
    shown: dict[int, str] = {}
    for number, text in pairs:
        whole = check_number(number)
        if not isinstance(text, str):
            raise LabelError(f"Sentence {whole} is not a text: {text!r}.")
        if whole in shown:
            raise LabelError(f"Two sentences have the number {whole}.")
        shown[whole] = text
    if not shown:
        raise LabelError("There are no sentences to label.")
    return dict(sorted(shown.items()))

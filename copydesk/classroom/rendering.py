"""How a reply looks in a notebook and in a terminal: words first, and never by colour alone."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Reply:
    """What a cell with `check` or `quiz` shows.

    Attributes
    ----------
    state : str
        "right", "not attempted", "wrong", "misconception", ...: for code that asks.
    title : str
        What the reply is about and how it stands: "Exercise 2.3: right".
    message : str
        One or two sentences.
    hint : str
        Where to look next, or empty.
    options : tuple of (str, str)
        The letters of a quiz and what they stand for.
    input : tuple or None
        The arguments that the message is about, in full.
    try_it : str
        A call with these arguments, to be pasted into a cell, or empty.
    """

    state: str
    title: str
    message: str
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    input: tuple[Any, ...] | None = None
    try_it: str = ""

    @property
    def symbol(self) -> str:
        """A sign beside the words, for the eye: a tick, a circle or a cross."""
        return {"right": "✓", "not attempted": "○"}.get(self.state, "✗")

    def __repr__(self) -> str:
        lines = [f"{self.symbol} {self.title}. {self.message}".rstrip()]
        lines += [f"  {letter}  {text}" for letter, text in self.options]
        lines += [f"  Hint: {self.hint}"] if self.hint else []
        lines += [f"  Try it: {self.try_it}"] if self.try_it else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """Return HTML without colours of its own: it is as readable as the theme around it."""
        title = f'<span aria-hidden="true">{self.symbol}</span> {html.escape(self.title)}.'
        parts = [
            '<div role="status" style="border-left: 0.25em solid currentColor; '
            'padding: 0.25em 0 0.25em 0.75em; max-width: 45em;">',
            f'<p style="margin: 0;"><strong>{title}</strong> {_inline(self.message)}</p>',
        ]
        if self.options:
            items = "".join(
                f"<li><strong>{html.escape(letter)}</strong> {_inline(text)}</li>"
                for letter, text in self.options
            )
            parts.append(f'<ul style="list-style: none; margin: 0.5em 0 0 0;">{items}</ul>')
        for name, text in (("Hint", self.hint), ("Try it", f"`{self.try_it}`")):
            if text.strip("`"):
                parts.append(
                    f'<p style="margin: 0.5em 0 0 0;"><strong>{name}:</strong> {_inline(text)}</p>'
                )
        return "\n".join([*parts, "</div>"])


def _inline(text: str) -> str:
    """Escape text for HTML; what stands between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))

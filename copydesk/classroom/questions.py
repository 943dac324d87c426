"""A quiz question: with buttons in a notebook, and by a plain call anywhere."""

from __future__ import annotations

import sys
from typing import Any

from copydesk.classroom import checking


def quiz(id: str, answer: object = ...) -> Any:
    """Show a question with buttons, or reply to the option that was chosen.

    Parameters
    ----------
    id : str
        The name of the question, "2.a".
    answer : str
        "a", "b" or "c". Left out, the question is shown: with a button for each option in a
        notebook, and as text elsewhere.

    Returns
    -------
    copydesk.classroom.rendering.Reply or copydesk.classroom.widgets.QuizButtons
        A reply has a ``state``: "right", "wrong" or "not attempted".

    Examples
    --------
    >>> quiz("2.a").state
    'not attempted'
    """
    ipython = sys.modules.get("IPython")
    if answer is ... and ipython and ipython.get_ipython() is not None:
        # Widgets take a moment to load, so they are loaded where there is a page to show them.
        from copydesk.classroom.widgets import quiz_buttons

        return quiz_buttons(id)
    return checking.quiz(id, answer)

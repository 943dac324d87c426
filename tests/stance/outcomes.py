"""What the step makes of an example, in one line, so that a row or a rule can be taken away.

An example with square brackets asks for the stance toward the party in them. Another one asks who
says what, and who stands where toward whom.
"""

import re

from copydesk.stance import attributions, find_stances, stance_toward


def outcome(example):
    text = re.sub(r"\[|\]", "", example)
    target = re.search(r"\[(.*?)\]", example)
    if target:
        return f"{stance_toward(text, target[1]).score:+.2f}"
    said = [f"{one.speaker or 'nobody'}: {one.words}" for one in attributions(text)]
    sides = [f"{row.holder} {row.polarity:+d} {row.target}" for row in find_stances(text)]
    return " | ".join(said + sides) or "nothing"


def cues(example):
    """Return the cues toward the party in brackets."""
    text = re.sub(r"\[|\]", "", example)
    return stance_toward(text, re.search(r"\[(.*?)\]", example)[1]).cues

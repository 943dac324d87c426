"""The story against itself, which needs no table.

Most of what a desk can check stands in the story: the parts of a total, a percentage and the two
numbers that give it, a rate with its count and its people, one count printed twice, a rise whose
numbers fall, a record beside a higher figure, a weekday with its date. ``check_story`` sets such
places beside each other and returns what fits and what does not, each with both places and, where
they part, with what would settle it. It says nothing where two figures may be of two things.

``compare_stories`` does the same across two stories. Each check is an object in ``sums``,
``percentages``, ``levels``, ``counts`` or ``order``; the words between figures are rows of
``data/lexicons/consistency.csv``.
"""

from copydesk.consistency.checking import check_story, checks
from copydesk.consistency.comparing import Comparison, compare_stories
from copydesk.consistency.finding import Finding, Place
from copydesk.consistency.story import printed_day

__all__ = [
    "Comparison",
    "Finding",
    "Place",
    "check_story",
    "checks",
    "compare_stories",
    "printed_day",
]

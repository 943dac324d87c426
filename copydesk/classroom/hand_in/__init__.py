"""A class handed in: from what a platform leaves behind to marks, pages and a gradebook.

- ``unpacking``, ``mail``, ``naming``, ``collecting``, ``collected``: zips, folders and e-mails
  become one folder a learner
- ``notebook``: a handed-in file, read as data
- ``confinement``, ``inside``: the code of strangers runs, and can do nothing else
- ``runner``, ``child``, ``replies``: it is told what to run, watched and heard from outside
- ``marking``, ``marks``: fresh inputs from a secret seed, judged outside
- ``example``: an invented class, to practise with
- ``by_hand``, ``deciding``: what a person decides, and what it does to the marks
- ``gradebook``, ``pages``, ``likeness``: what goes to a person, to a platform and to each learner

Nothing leaves the computer, and no file that was handed in is changed.
"""

from copydesk.classroom.hand_in.by_hand import ByHandError
from copydesk.classroom.hand_in.child import EndedError
from copydesk.classroom.hand_in.collected import read_rows, summary
from copydesk.classroom.hand_in.collecting import collect
from copydesk.classroom.hand_in.confinement import ConfinementError
from copydesk.classroom.hand_in.example import FILE as EXAMPLE
from copydesk.classroom.hand_in.example import example_class
from copydesk.classroom.hand_in.giving_back import (
    CHANGED,
    give_back,
    given_cells,
    read_decisions,
)
from copydesk.classroom.hand_in.marking import (
    SEED,
    mark_class,
    notebooks_of,
)

__all__ = [
    "CHANGED",
    "EXAMPLE",
    "SEED",
    "ByHandError",
    "ConfinementError",
    "EndedError",
    "collect",
    "example_class",
    "give_back",
    "given_cells",
    "mark_class",
    "notebooks_of",
    "read_decisions",
    "read_rows",
    "summary",
]

"""What a lesson calls: ``from copydesk.classroom import check, print_lines, quiz, save_piece``.

Building the notebooks is in `copydesk.classroom.build`; it is not loaded here, because a class
does not build and the notebook libraries take long to load.
"""

from copydesk.classroom.checking import check
from copydesk.classroom.portfolio import bring_answer, save_piece, show_piece
from copydesk.classroom.progress import progress
from copydesk.classroom.questions import quiz
from copydesk.classroom.reading import print_lines

__all__ = [
    "bring_answer",
    "check",
    "print_lines",
    "progress",
    "quiz",
    "save_piece",
    "show_piece",
]

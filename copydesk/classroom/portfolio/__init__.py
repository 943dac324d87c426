"""What a learner makes in the lessons: one piece a lesson, kept where it can be shown to anybody.

`save_piece` writes a piece, `load_pieces` gives all that are there and says how to make the
others, and `write_pieces` puts them on one page. `bring_answer` puts an answer of a lesson into the
notebook that is handed in, so that nothing is copied by hand.
"""

from copydesk.classroom.portfolio.answers import bring_answer, keep_answer
from copydesk.classroom.portfolio.calls import load_pieces, save_piece, show_piece, write_pieces
from copydesk.classroom.portfolio.kinds import KINDS, Kind
from copydesk.classroom.portfolio.piece import Piece, Pieces

__all__ = [
    "KINDS",
    "Kind",
    "Piece",
    "Pieces",
    "bring_answer",
    "keep_answer",
    "load_pieces",
    "save_piece",
    "show_piece",
    "write_pieces",
]
